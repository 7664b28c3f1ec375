/**
 * @file filesystem.h
 * File systems: the numbers of statvfs(3), df's numbers from them, and what is mounted where.
 */
#ifndef VMMETRICS_FILESYSTEM_H
#define VMMETRICS_FILESYSTEM_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * The numbers of statvfs(3), which the caller copies from `struct statvfs` member by member after vmm_record_init(): the
 * library makes no system call. Blocks are counted in units of `f_frsize_bytes`, never of `f_bsize_bytes`.
 */
struct vmm_filesystem {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** `f_bsize`: the size that I/O is best done in. Bytes; gauge. */
    uint64_t f_bsize_bytes;
    /** `f_frsize`: the size of the blocks counted below; where it is 0, that is f_bsize. Bytes; gauge. */
    uint64_t f_frsize_bytes;
    /** `f_blocks`: all blocks; 0 for file systems that hold no data. Count; gauge. */
    uint64_t f_blocks;
    /** `f_bfree`: free blocks, the reserved ones included. Count; gauge. */
    uint64_t f_bfree;
    /** `f_bavail`: free blocks for users without privilege. Count; gauge. Below zero where root has used reserved
     *  blocks: such a number has its top bit set and is understood so. */
    uint64_t f_bavail;
    /** `f_files`: all inodes; 0 where the file system has no fixed number. Count; gauge. */
    uint64_t f_files;
    /** `f_ffree`: free inodes. Count; gauge. */
    uint64_t f_ffree;
    /** `f_favail`: free inodes for users without privilege; Linux gives `f_ffree` again. Count; gauge. */
    uint64_t f_favail;
    /** `f_fsid`: file system id, 0 where there is none. Identity. */
    uint64_t f_fsid;
    /** `f_flag`: bits of mount flags, such as `ST_RDONLY`. Identity. */
    uint64_t f_flag;
    /** `f_namemax`: longest file name. Count; limit. */
    uint64_t f_namemax;
};

/**
 * df's numbers, as GNU coreutils computes them, and the other definition of "used".
 *
 * Integers are unsigned here. Where df would print a number below zero, the member is 0 and its `_below_zero_bytes`
 * neighbour says by how much.
 */
struct vmm_filesystem_usage {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** df's Size: all blocks. Bytes; gauge; needs f_blocks and f_frsize. */
    uint64_t total_bytes;
    /** df's Used: blocks that are not free. Bytes; gauge; needs f_blocks, f_bfree and f_frsize. */
    uint64_t used_bytes;
    /** How far df's Used lies below zero, as where a quota file system reports more free blocks than blocks. Bytes;
     *  gauge; needs what used_bytes needs. */
    uint64_t used_below_zero_bytes;
    /** df's Available: free for users without privilege. Bytes; gauge; needs f_bavail and f_frsize. */
    uint64_t available_bytes;
    /** How far df's Available lies below zero: what root has taken of the reserved blocks. Bytes; gauge; needs what
     *  available_bytes needs. */
    uint64_t available_below_zero_bytes;
    /** Free blocks that are kept for root: f_bfree - f_bavail; OpenTelemetry's `reserved` state. Bytes; gauge. */
    uint64_t reserved_bytes;
    /** Used as E2B's sandbox API defines it, reserved blocks included: total - available. Bytes; gauge; unknown where
     *  it would lie below zero. */
    uint64_t used_e2b_bytes;
    /** df's Use%: used / (used + available), rounded up. It exceeds 100 where available lies below zero. Percent;
     *  gauge; unknown where df prints `-`. */
    uint64_t use_percent;
    /** The same share not rounded; it exceeds 1 where available lies below zero. Ratio; gauge; unknown where use_percent
     *  is, and where the share would lie below zero. */
    double use_ratio;
    /** df's Inodes. Count; gauge; needs f_files. */
    uint64_t inodes_total;
    /** df's IUsed: f_files - f_ffree. Count; gauge; unknown where it would lie below zero. */
    uint64_t inodes_used;
    /** df's IFree. Count; gauge; needs f_ffree. */
    uint64_t inodes_free;
    /** df's IUse%, rounded up. Percent; gauge; unknown where df prints `-`, as for file systems without inodes. */
    uint64_t inodes_use_percent;
};

/**
 * Turns statvfs's numbers into df's.
 *
 * @retval VMM_OK         `out` is filled, as far as the inputs are known
 * @retval VMM_E_EMPTY    no input is known that gives any result
 * @retval VMM_E_ARGUMENT an argument is NULL, or `out_size` is below 8
 */
VMM_API vmm_status vmm_filesystem_usage_of(const struct vmm_filesystem *filesystem, struct vmm_filesystem_usage *out,
                                           size_t out_size);

/**
 * A row of /proc/self/mountinfo, as it stands in the caller's bytes: `43 29 0:32 /vm1 /mnt/vm\\0401 rw shared:9 - cgroup
 * cgroup rw,memory`. Paths and names in it have escapes, which vmm_path_unescape() undoes.
 */
struct vmm_mount {
    /** Number of the mount. */
    struct vmm_span mount_id;
    /** Number of the mount that it is on. */
    struct vmm_span parent_id;
    /** Major and minor number of the file system's device, such as `254:0`. */
    struct vmm_span device;
    /** The directory of the file system that is mounted; `/` where that is all of it. `//deleted` stands behind one that
     *  was removed, and it is no path for some kinds (`net:[4026531833]`). Escaped. */
    struct vmm_span root;
    /** Where it is mounted, as the reader's root directory sees it. Begins with `/`. Escaped. */
    struct vmm_span mount_point;
    /** Options of the mount, such as `rw,noatime`. */
    struct vmm_span mount_options;
    /** None or more words such as `shared:1`, with blanks between them. Maybe empty. */
    struct vmm_span optional_fields;
    /** File system, such as `ext4` or `cgroup2`. Escaped. */
    struct vmm_span type;
    /** What is mounted, such as `/dev/vda`; `none` or empty where there is nothing to name. Escaped. */
    struct vmm_span source;
    /** Options of the file system, such as `rw,memory`: the rest of the line. May have blanks. Escaped by most file
     *  systems. Maybe empty. */
    struct vmm_span super_options;
};

/**
 * Gives the next row of /proc/self/mountinfo. The kernel gives few rows a read(2), so read to the end of the file.
 *
 * @retval VMM_OK          `row` is filled
 * @retval VMM_END         no more rows
 * @retval VMM_E_SYNTAX    a row without all of its fields, with one that is empty but may not be, without the ` - ` between
 *                         them, or whose mount point does not begin with `/`; the next call goes on behind it
 * @retval VMM_E_TRUNCATED the text ends inside a line
 * @retval VMM_E_ARGUMENT  an argument is NULL, or `row_size` is below that of the struct
 */
VMM_API vmm_status vmm_mount_next(struct vmm_text *text, struct vmm_mount *row, size_t row_size);

/**
 * Undoes octal escapes: `\\040` becomes a blank. A backslash that begins no such escape stays as it is, and so does
 * `\\000`, which would end the path.
 *
 * @param escaped     the path
 * @param buffer      receives it without escapes, ended by NUL; "" on every status but ::VMM_OK. Apart from `escaped`.
 * @param buffer_size its size; one more than the length of `escaped` is always enough
 * @retval VMM_OK         `buffer` has the path
 * @retval VMM_E_ARGUMENT an argument is NULL, `escaped` is unknown or has a NUL, or the path does not fit
 */
VMM_API vmm_status vmm_path_unescape(const struct vmm_span *escaped, char *buffer, size_t buffer_size);

#ifdef __cplusplus
}
#endif

#endif
