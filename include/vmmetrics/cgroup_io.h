/**
 * @file cgroup_io.h
 * A cgroup's I/O, device by device: traffic, limits, and traffic a second.
 */
#ifndef VMMETRICS_CGROUP_IO_H
#define VMMETRICS_CGROUP_IO_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

/** The files that vmm_cgroup_io_next() takes. vmm_file_find() gives the same numbers by name. */
enum {
    VMM_CGROUP_IO_FILE_IO_STAT = 1,                                   /**< `io.stat` */
    VMM_CGROUP_IO_FILE_IO_MAX = 2,                                    /**< `io.max` */
    VMM_CGROUP_IO_FILE_BLKIO_THROTTLE_IO_SERVICE_BYTES = 3,           /**< `blkio.throttle.io_service_bytes`, v1 */
    VMM_CGROUP_IO_FILE_BLKIO_THROTTLE_IO_SERVICED = 4,                /**< `blkio.throttle.io_serviced`, v1 */
    VMM_CGROUP_IO_FILE_BLKIO_THROTTLE_IO_SERVICE_BYTES_RECURSIVE = 5, /**< `blkio.throttle.io_service_bytes_recursive`,
                                                                            v1 */
    VMM_CGROUP_IO_FILE_BLKIO_THROTTLE_IO_SERVICED_RECURSIVE = 6,      /**< `blkio.throttle.io_serviced_recursive`, v1 */
    VMM_CGROUP_IO_FILE_BLKIO_THROTTLE_READ_BPS_DEVICE = 7,            /**< `blkio.throttle.read_bps_device`, v1 */
    VMM_CGROUP_IO_FILE_BLKIO_THROTTLE_WRITE_BPS_DEVICE = 8,           /**< `blkio.throttle.write_bps_device`, v1 */
    VMM_CGROUP_IO_FILE_BLKIO_THROTTLE_READ_IOPS_DEVICE = 9,           /**< `blkio.throttle.read_iops_device`, v1 */
    VMM_CGROUP_IO_FILE_BLKIO_THROTTLE_WRITE_IOPS_DEVICE = 10          /**< `blkio.throttle.write_iops_device`, v1 */
};

/**
 * A row of a cgroup's I/O files: one device. Each file knows some of the members; the others are unknown. So is a
 * counter that io.stat leaves out, as the kernel does with those of a device whose reads and writes are all 0.
 *
 * Member comments read: meaning; file and key; unit; kind; since which kernel, where that is later than 4.5; when absent.
 * "v1 bytes" are v1's `io_service_bytes`, "v1 operations" its `io_serviced`. Both are of one cgroup alone; their
 * `_recursive` kin, since 4.3, includes all below it, as io.stat does, but is wrong and may fall from 5.5 to 5.11.
 */
struct vmm_cgroup_io {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** Major number of the device. Identity; unknown where the kernel prints `(unknown)`. */
    uint64_t major;
    /** Minor number of the device. Identity; unknown where the kernel prints `(unknown)`. */
    uint64_t minor;
    /** Tells one cgroup from a later one with the same path: the caller sets it, where it knows. Identity. */
    uint64_t instance_id;
    /** Bytes read. `io.stat` `rbytes`, v1 bytes `Read`; bytes; counter, 64 bits. */
    uint64_t rbytes;
    /** Bytes written. `io.stat` `wbytes`, v1 bytes `Write`; bytes; counter, 64 bits. */
    uint64_t wbytes;
    /** Reads. `io.stat` `rios`, v1 operations `Read`; count; counter, 64 bits. */
    uint64_t rios;
    /** Writes. `io.stat` `wios`, v1 operations `Write`; count; counter, 64 bits. */
    uint64_t wios;
    /** Bytes discarded. `io.stat` `dbytes`, v1 bytes `Discard`; bytes; counter, 64 bits; since 4.19. */
    uint64_t dbytes;
    /** Discards. `io.stat` `dios`, v1 operations `Discard`; count; counter, 64 bits; since 4.19. */
    uint64_t dios;
    /** Bytes a second that may be read. `io.max` `rbps`, v1 `read_bps_device`; bytes/s; limit. */
    uint64_t max_rbps_bytes_per_second;
    /** Bytes a second that may be written. `io.max` `wbps`, v1 `write_bps_device`; bytes/s; limit. */
    uint64_t max_wbps_bytes_per_second;
    /** Reads a second that may be made. `io.max` `riops`, v1 `read_iops_device`; 1/s; limit. */
    uint64_t max_riops_per_second;
    /** Writes a second that may be made. `io.max` `wiops`, v1 `write_iops_device`; 1/s; limit. */
    uint64_t max_wiops_per_second;
};

/**
 * Gives the next device. The kernel's oddities are read for what they are: a line of several devices gives a row for each,
 * of which the last has the values; a line without values gives a row without; `(unknown)` gives a row without numbers.
 * Words that are not known are skipped. A healthy file may be empty. From Linux 5.14 to 5.16 a healthy io.stat may end
 * inside a line, behind devices without values: the last of them is then ::VMM_E_TRUNCATED, no row before it suffers.
 *
 * The lines that v1 prints for one device, one behind the other, become one row; `Sync`, `Async` and `Total` are passed
 * over, since they count the same again, and so is the file's own `Total`. Where the number of one is malformed, all
 * lines of that device are passed over, so that half a row is not taken for a whole one. Devices that are `(unknown)`
 * are told apart by their `Total`.
 *
 * @param file_id  one of VMM_CGROUP_IO_FILE_*
 * @param text     what is still to be read
 * @param row      the device
 * @param row_size its size
 * @retval VMM_OK          `row` is filled
 * @retval VMM_END         no more rows
 * @retval VMM_E_SYNTAX    a row without a device, with one whose numbers do not fit, or with a malformed value; the
 *                         next call goes on behind it
 * @retval VMM_E_TRUNCATED the text ends inside a line
 * @retval VMM_E_ARGUMENT  an argument is NULL, `file_id` is none, or `row_size` is below 8
 */
VMM_API vmm_status vmm_cgroup_io_next(uint32_t file_id, struct vmm_text *text, struct vmm_cgroup_io *row,
                                      size_t row_size);

/** A device's traffic for a cgroup, a second, between two samples. */
struct vmm_cgroup_io_rate {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** Major number of the device. Identity. */
    uint64_t major;
    /** Minor number of the device. Identity. */
    uint64_t minor;
    /** Bytes read a second. Bytes/s; gauge; needs `rbytes`. */
    double rbytes_per_second;
    /** Bytes written a second. Bytes/s; gauge; needs `wbytes`. */
    double wbytes_per_second;
    /** Reads a second. 1/s; gauge; needs `rios`. */
    double rios_per_second;
    /** Writes a second. 1/s; gauge; needs `wios`. */
    double wios_per_second;
    /** Bytes discarded a second. Bytes/s; gauge; needs `dbytes`. */
    double dbytes_per_second;
    /** Discards a second. 1/s; gauge; needs `dios`. */
    double dios_per_second;
};

/**
 * A device's traffic a second, between two samples of its row. Of the members only the counters are looked at, and what
 * tells the device and the cgroup.
 *
 * @param before     the earlier sample; NULL or of `size` 0 when there is none
 * @param after      the later sample
 * @param elapsed_ns the time between them, from a clock that nobody sets
 * @param out        the result
 * @param out_size   its size
 * @retval VMM_OK          `out` is filled; a counter that only one sample knows gives no rate
 * @retval VMM_FIRST       no earlier sample
 * @retval VMM_NO_INTERVAL `elapsed_ns` is 0 or less
 * @retval VMM_RESET       a counter fell, the device is another, or both samples have an `instance_id` and they differ
 * @retval VMM_E_EMPTY     no counter is known in both samples, or the device is unknown in one of them
 * @retval VMM_E_ARGUMENT  `after` or `out` is NULL, or `out_size` is below 8
 */
VMM_API vmm_status vmm_cgroup_io_rate_between(const struct vmm_cgroup_io *before, const struct vmm_cgroup_io *after,
                                              int64_t elapsed_ns, struct vmm_cgroup_io_rate *out, size_t out_size);

#ifdef __cplusplus
}
#endif

#endif
