/* SPDX-License-Identifier: MIT */
/**
 * @file cgroup_io.h
 * I/O of a cgroup, device by device: traffic, limits, and traffic per second.
 *
 * @ingroup cgroup
 */
#ifndef VMMETRICS_CGROUP_IO_H
#define VMMETRICS_CGROUP_IO_H

#include "record.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * A row of a cgroup's I/O files: one device. Each file fills a part of the members; the other members are unknown. A
 * counter that io.stat leaves out is unknown too; the kernel leaves out the counters of a device that has no reads and
 * no writes.
 *
 * Member comments read: meaning; file and key; unit; kind; since which kernel, where later than 4.5; when absent. "v1
 * bytes" are v1's `blkio.throttle.io_service_bytes`, "v1 operations" are v1's `blkio.throttle.io_serviced`. Both are of
 * one cgroup alone. Their `_recursive` forms, since 4.3, include all cgroups below, as io.stat does, but are wrong and
 * may fall on Linux 5.5 to 5.11.
 */
struct vmm_cgroup_io {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** Type of this record, one of VMM_RECORD_*; the library sets it. */
    uint64_t record;
    /** Major number of the device. Identity; unknown if the kernel prints `(unknown)`. */
    uint64_t major;
    /** Minor number of the device. Identity; unknown if the kernel prints `(unknown)`. */
    uint64_t minor;
    /** Number set by the caller to tell the cgroup from a later one with the same path. Identity. */
    uint64_t instance_id;
    /** Bytes read. `io.stat` `rbytes`, v1 bytes `Read`; bytes; counter, 64 bits. */
    uint64_t read_bytes;
    /** Bytes written. `io.stat` `wbytes`, v1 bytes `Write`; bytes; counter, 64 bits. */
    uint64_t write_bytes;
    /** Read operations. `io.stat` `rios`, v1 operations `Read`; count; counter, 64 bits. */
    uint64_t reads;
    /** Write operations. `io.stat` `wios`, v1 operations `Write`; count; counter, 64 bits. */
    uint64_t writes;
    /** Bytes discarded. `io.stat` `dbytes`, v1 bytes `Discard`; bytes; counter, 64 bits; since 4.19. */
    uint64_t discard_bytes;
    /** Discard operations. `io.stat` `dios`, v1 operations `Discard`; count; counter, 64 bits; since 4.19. */
    uint64_t discards;
    /** Limit of bytes read per second. `io.max` `rbps`, v1 `read_bps_device`; bytes/s; limit. */
    uint64_t max_read_bytes_per_second;
    /** Limit of bytes written per second. `io.max` `wbps`, v1 `write_bps_device`; bytes/s; limit. */
    uint64_t max_write_bytes_per_second;
    /** Limit of read operations per second. `io.max` `riops`, v1 `read_iops_device`; 1/s; limit. */
    uint64_t max_reads_per_second;
    /** Limit of write operations per second. `io.max` `wiops`, v1 `write_iops_device`; 1/s; limit. */
    uint64_t max_writes_per_second;
    /** 1 if the device lies on other devices whose rows count the same traffic, 0 if not. Number set by the caller for
     *  vmm_rows_growth(), which decides by itself if the number is unknown. Label. */
    uint64_t lies_on_others;
};

/**
 * Gives the next row of a cgroup's I/O file: one device. A file may be empty on a healthy system.
 *
 * Unusual lines of the kernel are read as follows:
 *
 * - a line with several devices gives a row for each device; the last row has the values
 * - a line without values gives a row with unknown values
 * - `(unknown)` gives a row with an unknown device
 * - unknown words are skipped
 *
 * On Linux 5.14 to 5.16 a healthy io.stat may end inside a line, after devices without values. The last of these
 * devices is ::VMM_E_TRUNCATED then; all rows before are valid.
 *
 * The lines that v1 prints for one device, one after the other, become one row. v1's `Sync`, `Async` and `Total` are
 * skipped, since they count the same operations again, and so is the file's own `Total`. If one line of a device is
 * malformed, all lines of the device are skipped, so that no row is incomplete. Two `(unknown)` devices, one after the
 * other, are separated by their `Total` lines.
 *
 * @code
 * while ((status = vmm_cgroup_io_next(&text, file, &row, sizeof row)) != VMM_END)
 *     if (status == VMM_OK)
 *         ...
 * @endcode
 *
 * @param text     the text that is still to be read
 * @param file     which file the text is: ::VMM_FILE_CGROUP_IO_STAT, ::VMM_FILE_CGROUP_IO_MAX, or one of
 *                 VMM_FILE_CGROUP_BLKIO_*
 * @param row      the device
 * @param row_size the size of `row` in bytes
 * @retval VMM_OK          `row` is filled
 * @retval VMM_END         there are no more rows
 * @retval VMM_E_SYNTAX    a row has no device, device numbers that are too large, or a malformed value; the next call
 *                         continues after this row
 * @retval VMM_E_TRUNCATED the text ends inside a line
 * @retval VMM_E_ARGUMENT  `row` is NULL, `file` is not such a file, or `row_size` is below 16
 */
VMM_API vmm_status vmm_cgroup_io_next(struct vmm_text *text, enum vmm_file file, struct vmm_cgroup_io *row,
                                      size_t row_size);

/** Traffic of a cgroup on one device, per second, between two samples. */
struct vmm_cgroup_io_usage {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** Type of this record, one of VMM_RECORD_*; the library sets it. */
    uint64_t record;
    /** Major number of the device. Identity. */
    uint64_t major;
    /** Minor number of the device. Identity. */
    uint64_t minor;
    /** Bytes read per second. Bytes/s; gauge; needs `rbytes`. */
    double read_bytes_per_second;
    /** Bytes written per second. Bytes/s; gauge; needs `wbytes`. */
    double write_bytes_per_second;
    /** Read operations per second. 1/s; gauge; needs `rios`. */
    double reads_per_second;
    /** Write operations per second. 1/s; gauge; needs `wios`. */
    double writes_per_second;
    /** Bytes discarded per second. Bytes/s; gauge; needs `dbytes`. */
    double discard_bytes_per_second;
    /** Discard operations per second. 1/s; gauge; needs `dios`. */
    double discards_per_second;
};

/**
 * Computes the traffic of a cgroup on one device, per second, between two samples of its row. Only the counters, the
 * device numbers and `instance_id` are used. Find the two rows by their device numbers. Keep the later sample as the
 * next `before`, also after ::VMM_RESET.
 *
 * @param before     the earlier sample; NULL, or a record of `size` 0, if there is none
 * @param after      the later sample
 * @param elapsed_ns the time between the samples, measured with a monotonic clock (CLOCK_MONOTONIC)
 * @param out        the result
 * @param out_size   the size of `out` in bytes
 * @retval VMM_OK          `out` is filled; rates of a counter that only one sample has are unknown
 * @retval VMM_FIRST       there is no earlier sample
 * @retval VMM_NO_INTERVAL `elapsed_ns` is 0 or less
 * @retval VMM_RESET       a counter fell, the device is a different one, or both samples have an `instance_id` and the
 *                         two differ
 * @retval VMM_E_EMPTY     no counter is known in both samples, or the device is unknown in one of them
 * @retval VMM_E_ARGUMENT  `after` or `out` is NULL, or `out_size` is below 16
 */
VMM_API vmm_status vmm_cgroup_io_usage_between(const struct vmm_cgroup_io *before, const struct vmm_cgroup_io *after,
                                               int64_t elapsed_ns, struct vmm_cgroup_io_usage *out, size_t out_size);

#ifdef __cplusplus
}
#endif

#endif
