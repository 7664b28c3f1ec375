/* SPDX-License-Identifier: MIT */
/**
 * @file filesystem.h
 * File systems: the numbers of statvfs(3), the numbers of df computed from them, and the rows of mountinfo.
 *
 * @ingroup disk
 */
#ifndef VMMETRICS_FILESYSTEM_H
#define VMMETRICS_FILESYSTEM_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Numbers of statvfs(3). The library makes no system call: call vmm_record_init() and statvfs(3), then copy each member
 * of `struct statvfs`. Blocks are counted in units of `f_frsize_bytes`, never in units of `f_bsize_bytes`.
 */
struct vmm_filesystem {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** Type of this record, one of VMM_RECORD_*; the library sets it. */
    uint64_t record;
    /** Preferred size for I/O. `f_bsize`; bytes; gauge. */
    uint64_t f_bsize_bytes;
    /** Size of the blocks that `f_blocks`, `f_bfree` and `f_bavail` count; if it is 0, the size is `f_bsize`.
     *  `f_frsize`; bytes; gauge. */
    uint64_t f_frsize_bytes;
    /** Number of blocks; 0 for file systems without data. `f_blocks`; count; gauge. */
    uint64_t f_blocks;
    /** Free blocks, including the reserved blocks. `f_bfree`; count; gauge. */
    uint64_t f_bfree;
    /** Free blocks for users without privilege. `f_bavail`; count; gauge; negative, as a number with its top bit set,
     *  if root has used reserved blocks. */
    uint64_t f_bavail;
    /** Number of inodes; 0 if the file system has no fixed number. `f_files`; count; gauge. */
    uint64_t f_files;
    /** Free inodes. `f_ffree`; count; gauge. */
    uint64_t f_ffree;
    /** Free inodes for users without privilege; on Linux equal to `f_ffree`. `f_favail`; count; gauge. */
    uint64_t f_favail;
    /** File system id; 0 without an id. `f_fsid`; identity. */
    uint64_t f_fsid;
    /** Mount flags as bits, such as `ST_RDONLY`. `f_flag`; label. */
    uint64_t f_flag;
    /** Maximum length of a file name. `f_namemax`; count; limit. */
    uint64_t f_namemax;
};

/**
 * Numbers of df as GNU coreutils computes them, and a second definition of "used".
 *
 * All integers are unsigned. If df prints a number below zero, `used_bytes` or `available_bytes` is 0, and
 * `used_below_zero_bytes` or `available_below_zero_bytes` has the amount below zero.
 */
struct vmm_filesystem_usage {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** Type of this record, one of VMM_RECORD_*; the library sets it. */
    uint64_t record;
    /** Size of the file system, `Size` of df: all blocks. Bytes; gauge; needs f_blocks and f_frsize. */
    uint64_t total_bytes;
    /** Used space, `Used` of df: blocks that are not free. Bytes; gauge; needs f_blocks, f_bfree and f_frsize. */
    uint64_t used_bytes;
    /** Amount by which `Used` of df is below zero; happens if a file system with quotas reports more free blocks than
     *  blocks. Bytes; gauge; needs f_blocks, f_bfree and f_frsize. */
    uint64_t used_below_zero_bytes;
    /** Available space, `Available` of df: free space for users without privilege. Bytes; gauge; needs f_bavail and
     *  f_frsize. */
    uint64_t available_bytes;
    /** Amount by which `Available` of df is below zero: reserved space that root has used. Bytes; gauge; needs f_bavail
     *  and f_frsize. */
    uint64_t available_below_zero_bytes;
    /** Free space that is reserved for root: f_bfree - f_bavail, the `reserved` state of OpenTelemetry. Bytes;
     *  gauge. */
    uint64_t reserved_bytes;
    /** Used space as E2B's sandbox API defines it, including reserved blocks: total - available. Bytes; gauge; unknown
     *  if the result is below zero. */
    uint64_t used_e2b_bytes;
    /** Used share of the space, `Use%` of df: used / (used + available), rounded up. Percent; gauge; over 100 if
     *  available is below zero; unknown if df prints `-`. */
    uint64_t use_percent;
    /** Used share of the space, not rounded: used / (used + available). Ratio; gauge; over 1 if available is below
     *  zero; unknown if use_percent is unknown or the share is below zero. */
    double use_ratio;
    /** Number of inodes, `Inodes` of df. Count; gauge; needs f_files. */
    uint64_t inodes_total;
    /** Used inodes, `IUsed` of df: f_files - f_ffree. Count; gauge; unknown if the result is below zero. */
    uint64_t inodes_used;
    /** Free inodes, `IFree` of df. Count; gauge; needs f_ffree. */
    uint64_t inodes_free;
    /** Used share of the inodes, `IUse%` of df, rounded up. Percent; gauge; unknown if df prints `-`, as for file
     *  systems without inodes. */
    uint64_t inodes_use_percent;
};

/**
 * Computes the numbers of df from the numbers of statvfs(3).
 *
 * @param filesystem the record that the caller filled from statvfs(3)
 * @param out        receives the numbers of df
 * @param out_size   size of `out` in bytes
 * @retval VMM_OK         `out` is filled; results whose inputs are unknown are unknown
 * @retval VMM_E_EMPTY    no input is known, so there is no result
 * @retval VMM_E_ARGUMENT an argument is NULL, or `out_size` is below 16
 */
VMM_API vmm_status vmm_filesystem_usage_of(const struct vmm_filesystem *filesystem, struct vmm_filesystem_usage *out,
                                           size_t out_size);

/**
 * A row of /proc/self/mountinfo, as parts of the caller's bytes: `43 29 0:32 /vm1 /mnt/vm\0401 rw shared:9 - cgroup
 * cgroup rw,memory`. Paths and names may contain octal escapes; vmm_path_unescape() decodes them.
 */
struct vmm_mount {
    /** Number of the mount. */
    struct vmm_span mount_id;
    /** Number of the parent mount. */
    struct vmm_span parent_id;
    /** Major and minor number of the file system's device, such as `254:0`. */
    struct vmm_span device;
    /** Directory of the file system that is mounted; `/` for the whole file system. Ends in `//deleted` if the
     *  directory was removed. Not a path for some file systems (`net:[4026531833]`). Escaped. */
    struct vmm_span root;
    /** Path of the mount point, relative to the root directory of the reading process. Begins with `/`. Escaped. */
    struct vmm_span mount_point;
    /** Options of the mount, such as `rw,noatime`. */
    struct vmm_span mount_options;
    /** Words such as `shared:1`, separated by blanks. May be empty. */
    struct vmm_span optional_fields;
    /** File system type, such as `ext4` or `cgroup2`. Escaped. */
    struct vmm_span type;
    /** Mounted device or other source, such as `/dev/vda`; `none` or empty if the file system has no source.
     *  Escaped. */
    struct vmm_span source;
    /** Options of the file system, such as `rw,memory`: the rest of the line. May be empty and may contain blanks.
     *  Escaped by most file systems. */
    struct vmm_span super_options;
};

/**
 * Reads the next row of /proc/self/mountinfo. The kernel returns only some rows per read(2), so read the file to its
 * end before the first call.
 *
 * @code
 * while ((status = vmm_mount_next(&text, &row, sizeof row)) != VMM_END)
 *     if (status == VMM_OK)
 *         ...
 * @endcode
 *
 * @param text     the text that is still to be read
 * @param row      receives the row
 * @param row_size size of `row` in bytes
 * @retval VMM_OK          `row` is filled
 * @retval VMM_END         no more rows
 * @retval VMM_E_SYNTAX    a malformed row: a field is missing or wrongly empty, the ` - ` is missing, or the mount
 *                         point does not begin with `/`; the next call continues after the row
 * @retval VMM_E_TRUNCATED the text ends inside a line
 * @retval VMM_E_ARGUMENT  `row` is NULL, or `row_size` is below the size of the struct
 */
VMM_API vmm_status vmm_mount_next(struct vmm_text *text, struct vmm_mount *row, size_t row_size);

/**
 * Finds the mount that holds a path. A mount at a directory hides the earlier mounts at the same directory and below
 * it. The numbers of the mounts and of their parents tell this; the order of the rows and the lengths of the mount
 * points do not. Paths are compared component by component, with the escapes decoded.
 *
 * The path must be without symbolic links, as realpath(3) gives it: this function cannot see them. A mount is hidden if
 * its own mount point is held by another mount, that is, if `mount_id` of the result is another one.
 *
 * The time is proportional to the length of the text and to the number of mounts that lead to the path, at most 64.
 *
 * @param mounts   all of mountinfo; its `pos` stays where it is
 * @param path     an absolute path with a NUL at its end
 * @param row      receives the row of the mount
 * @param row_size size of `row` in bytes
 * @retval VMM_OK         `row` is filled
 * @retval VMM_END        no row holds the path, as in a process whose root directory is no mount point
 * @retval VMM_E_SPACE    the path leads through more than 64 mounts
 * @retval VMM_E_ARGUMENT an argument is NULL, `row_size` is below the size of the struct, or the path does not begin
 *                        with `/` or has a component `..`
 */
VMM_API vmm_status vmm_mount_of(const struct vmm_text *mounts, const char *path, struct vmm_mount *row,
                                size_t row_size);

/**
 * Decodes the octal escapes of a path, `\001` to `\377`: `\040` becomes a blank. Every other backslash stays unchanged.
 * `\000` stays unchanged too, since a NUL would end the path.
 *
 * @param escaped     the path with escapes
 * @param buffer      receives the path without escapes, with a NUL at its end; "" on every status except ::VMM_OK; must
 *                    not overlap `escaped`
 * @param buffer_size size of `buffer` in bytes; the length of `escaped` plus 1 is always enough
 * @param needed      receives the size that the path needs, with its NUL, after ::VMM_OK and ::VMM_E_SPACE, else 0; may
 *                    be NULL
 * @retval VMM_OK         `buffer` has the path
 * @retval VMM_E_ARGUMENT `escaped` or `buffer` is NULL, or `escaped` is unknown or contains a NUL
 * @retval VMM_E_SPACE    the path does not fit into `buffer`
 */
VMM_API vmm_status vmm_path_unescape(const struct vmm_span *escaped, char *buffer, size_t buffer_size, size_t *needed);

#ifdef __cplusplus
}
#endif

#endif
