/* SPDX-License-Identifier: MIT */
/**
 * @file cgroup_path.h
 * The path of a process's cgroup directory, found in the texts of /proc/PID/cgroup and /proc/self/mountinfo.
 *
 * @ingroup cgroup
 */
#ifndef VMMETRICS_CGROUP_PATH_H
#define VMMETRICS_CGROUP_PATH_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

/** A row of /proc/PID/cgroup, `hierarchy:controllers:path`, as pieces of the caller's text. */
struct vmm_cgroup_membership {
    /** Number of the hierarchy; `0` is version 2. */
    struct vmm_span hierarchy;
    /** Controllers of the hierarchy, separated by commas, such as `cpu,cpuacct` or `name=systemd`; empty for version
     *  2. */
    struct vmm_span controllers;
    /** Path inside the hierarchy, as the reader's cgroup namespace shows it: begins with `/`, or with `/../` if the
     *  cgroup is outside of the namespace. The path may have any byte but a newline, and has no escapes. ` (deleted)`
     *  follows the path of a removed cgroup (version 2 only). */
    struct vmm_span path;
};

/**
 * Gives the next row of /proc/PID/cgroup: the process's place in one hierarchy.
 *
 * @code
 * while ((status = vmm_cgroup_membership_next(&text, &row, sizeof row)) != VMM_END)
 *     if (status == VMM_OK)
 *         ...
 * @endcode
 *
 * @param text     the text that is still to be read
 * @param row      the row
 * @param row_size the size of `row` in bytes
 * @retval VMM_OK          `row` is filled
 * @retval VMM_END         there are no more rows
 * @retval VMM_E_SYNTAX    a row lacks one of its two colons, the number before them, or a path that begins with `/`
 *                         after them; the next call continues after this row
 * @retval VMM_E_TRUNCATED the text ends inside a line
 * @retval VMM_E_ARGUMENT  `row` is NULL, or `row_size` is below the size of the struct
 */
VMM_API vmm_status vmm_cgroup_membership_next(struct vmm_text *text, struct vmm_cgroup_membership *row,
                                              size_t row_size);

/**
 * Finds the directory of a process's cgroup: the mount point of the hierarchy that has the controller, and the path
 * inside it. Open the files of vmm_file_at() in this directory.
 *
 * If version 1 has the controller, also beside version 2 (a hybrid system), the directory of version 1 is meant, even
 * if it is not mounted. Otherwise the directory of version 2 is meant, also for an unknown controller.
 *
 * The first mount that shows the path and is not hidden is taken. A mount is hidden if vmm_mount_of() finds another
 * mount at the directory, as after a second mount at the same place or above it. A mount whose root is above the
 * reader's cgroup namespace (`/..`) is not used, since the name of the namespace's own cgroup is unknown: mount the
 * hierarchy again, or read both files outside of the namespace. Malformed rows are skipped. Escapes of the mount point
 * are decoded. ` (deleted)` stays at the end of the path of a removed cgroup of version 2, since a cgroup can have such
 * a name; opening this path fails.
 *
 * The time is that of one vmm_mount_of() for each hidden mount of the hierarchy and for the one that is taken. At most
 * 16 hidden mounts are passed over.
 *
 * @param membership  all of /proc/PID/cgroup; its `pos` stays where it is
 * @param mounts      all of /proc/self/mountinfo, read in the same cgroup namespace; its `pos` stays where it is
 * @param controller  a controller such as `memory`, `cpu` or `name=systemd`; "" or NULL for the hierarchy of version 2,
 *                    whatever its controllers are
 * @param buffer      receives the path with a NUL at its end; "" on every status but ::VMM_OK
 * @param buffer_size the size of `buffer` in bytes
 * @param needed      receives the size that the path needs, with its NUL, after ::VMM_OK and ::VMM_E_SPACE, else 0; may
 *                    be NULL
 * @retval VMM_OK         `buffer` has the path
 * @retval VMM_END        no mount shows the path: the hierarchy is not mounted here, the process is outside of the
 *                        mounted part, or other mounts hide each mount that shows it
 * @retval VMM_E_EMPTY    the process is in no such hierarchy
 * @retval VMM_E_ARGUMENT `membership`, `mounts` or `buffer` is NULL, or the path has a NUL
 * @retval VMM_E_SPACE    the path does not fit into `buffer`
 */
VMM_API vmm_status vmm_cgroup_path_of(const struct vmm_text *membership, const struct vmm_text *mounts,
                                      const char *controller, char *buffer, size_t buffer_size, size_t *needed);

/**
 * Returns how many bytes at the beginning of a cgroup's path are the path of the cgroup of the whole VM; 0 if `path` is
 * NULL. The given cgroup may be of some threads of the VM only. /proc/PID/cgroup gives the cgroup of the main thread.
 * libvirt puts the main thread into `emulator` and the virtual CPUs into `vcpu0` and `vcpu1`, so `emulator` counts only
 * a part of the VM. The path may be a path of /proc/PID/cgroup or a directory, of version 1 or version 2.
 *
 * | libvirt         | path                                         | cgroup of the VM             |
 * |-----------------|----------------------------------------------|------------------------------|
 * | since 7.1.0     | `/machine.slice/NAME.scope/libvirt/emulator` | `/machine.slice/NAME.scope`  |
 * | before 7.1.0    | `/machine.slice/NAME.scope/vcpu0`            | `/machine.slice/NAME.scope`  |
 * | without systemd | `/machine/NAME.libvirt-qemu/iothread1`       | `/machine/NAME.libvirt-qemu` |
 * | before 1.0.5    | `/libvirt/qemu/NAME/emulator`                | `/libvirt/qemu/NAME`         |
 *
 * Any other path is returned as it is.
 *
 * In version 2 the file `cgroup.type` says the same of any manager's cgroup: a cgroup of type `threaded` has only
 * threads, and the cgroup above has the whole process. Pass this file if it can be read. Several cgroups of this type
 * may be one in another, so read the file of the cgroup that was found and call again, until the length stays the same.
 *
 * @param path   the path; needs no NUL at its end
 * @param length number of bytes
 * @param type   all of `cgroup.type` of this cgroup; NULL if it cannot be read; its `pos` stays where it is
 */
VMM_API size_t vmm_cgroup_scope_of(const char *path, size_t length, const struct vmm_text *type);

#ifdef __cplusplus
}
#endif

#endif
