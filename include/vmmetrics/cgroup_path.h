/**
 * @file cgroup_path.h
 * Where a process's cgroup directory is: from the texts of /proc/PID/cgroup and /proc/self/mountinfo.
 */
#ifndef VMMETRICS_CGROUP_PATH_H
#define VMMETRICS_CGROUP_PATH_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

/** A row of /proc/PID/cgroup, `hierarchy:controllers:path`, as it stands in the caller's bytes. */
struct vmm_cgroup_membership {
    /** The number of the hierarchy: `0` is that of version 2. */
    struct vmm_span hierarchy;
    /** Its controllers with commas between them, such as `cpu,cpuacct` or `name=systemd`; empty for version 2. */
    struct vmm_span controllers;
    /** The path within the hierarchy, as the reader's cgroup namespace sees it: begins with `/`, and `/../x` is outside of
     *  that. It may have any bytes but newlines, and no escapes. Where the cgroup was removed, ` (deleted)` stands behind
     *  it (version 2 only). */
    struct vmm_span path;
};

/**
 * Gives the next row of /proc/PID/cgroup.
 *
 * @retval VMM_OK          `row` is filled
 * @retval VMM_END         no more rows
 * @retval VMM_E_SYNTAX    a row that has not two colons, no number before them, or no path that begins with `/` behind
 *                         them; the next call goes on behind it
 * @retval VMM_E_TRUNCATED the text ends inside a line
 * @retval VMM_E_ARGUMENT  an argument is NULL, or `row_size` is below that of the struct
 */
VMM_API vmm_status vmm_cgroup_membership_next(struct vmm_text *text, struct vmm_cgroup_membership *row,
                                              size_t row_size);

/**
 * The directory of a process's cgroup: where the hierarchy that has the controller is mounted, and the path in it. Where
 * version 1 has the controller (also beside version 2, which is called hybrid), that is version 1's directory, even if it
 * is not mounted; else it is version 2's, which also goes for a controller that nobody knows.
 *
 * The first mount that shows the path is taken; one that lies hidden under another is not told apart. A mount that begins
 * above the reader's cgroup namespace (`/..`) shows nothing within it, as the namespace's own name is not known: mount the
 * hierarchy anew, or read both files outside. Bad rows are passed over. The mount's escapes are undone. ` (deleted)` stays
 * behind the path of a version 2 cgroup that was removed, since one may be called so; opening it fails.
 *
 * @param membership  all of /proc/PID/cgroup; not moved
 * @param mounts      all of /proc/self/mountinfo, read in the same cgroup namespace; not moved
 * @param controller  such as `memory` or `cpu`, or `name=systemd`; "" or NULL is version 2's hierarchy, whatever it has
 * @param buffer      receives the path, ended by NUL; "" on every status but ::VMM_OK
 * @param buffer_size its size
 * @retval VMM_OK         `buffer` has the path
 * @retval VMM_END        no mount shows it: the hierarchy is not mounted here, or the process is outside of what is
 * @retval VMM_E_EMPTY    the process is in no such hierarchy
 * @retval VMM_E_ARGUMENT `membership`, `mounts` or `buffer` is NULL, or the path has a NUL or does not fit
 */
VMM_API vmm_status vmm_cgroup_path(const struct vmm_text *membership, const struct vmm_text *mounts,
                                   const char *controller, char *buffer, size_t buffer_size);

#ifdef __cplusplus
}
#endif

#endif
