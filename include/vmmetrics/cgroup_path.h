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
    /** The path within the hierarchy, as the reader's cgroup namespace sees it; `/../x` is outside of that. It may have
     *  colons. Where the cgroup was removed, ` (deleted)` stands behind it (version 2 only). */
    struct vmm_span path;
};

/**
 * Gives the next row of /proc/PID/cgroup.
 *
 * @retval VMM_OK          `row` is filled
 * @retval VMM_END         no more rows
 * @retval VMM_E_SYNTAX    a row that has not two colons, or no number before them; the next call goes on behind it
 * @retval VMM_E_TRUNCATED the text ends inside a line
 * @retval VMM_E_ARGUMENT  an argument is NULL, or `row_size` is below that of the struct
 */
VMM_API vmm_status vmm_cgroup_membership_next(struct vmm_text *text, struct vmm_cgroup_membership *row,
                                              size_t row_size);

/**
 * The directory of a process's cgroup: where the hierarchy that has the controller is mounted, and the path in it. Where
 * version 1 has the controller (also beside version 2, which is called hybrid), that is version 1's directory; else it is
 * version 2's. The first mount that shows the path is taken. Escapes are undone.
 *
 * @param membership  all of /proc/PID/cgroup
 * @param mounts      all of /proc/self/mountinfo, read in the same cgroup namespace
 * @param controller  such as `memory` or `cpu`, or `name=systemd`; "" or NULL is version 2's hierarchy, whatever it has
 * @param buffer      receives the path, ended by NUL; "" on every status but ::VMM_OK
 * @param buffer_size its size
 * @retval VMM_OK         `buffer` has the path
 * @retval VMM_END        no mount shows it: the hierarchy is not mounted here, or the process is outside of what is
 * @retval VMM_E_EMPTY    the process is in no such hierarchy
 * @retval VMM_E_ARGUMENT `membership`, `mounts` or `buffer` is NULL, or the path does not fit
 */
VMM_API vmm_status vmm_cgroup_path(const struct vmm_text *membership, const struct vmm_text *mounts,
                                   const char *controller, char *buffer, size_t buffer_size);

#ifdef __cplusplus
}
#endif

#endif
