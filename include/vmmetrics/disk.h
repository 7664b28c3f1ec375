/* SPDX-License-Identifier: MIT */
/**
 * @file disk.h
 * Block devices: their counters, and the numbers of iostat between two samples.
 *
 * A sector is 512 bytes here, whatever the sector size of the device is. A disk, its partitions, and the dm and md
 * devices on top of it all count the same traffic: a sum over all of them counts it several times. vmm_rows_growth()
 * counts it once.
 *
 * @ingroup disk
 */
#ifndef VMMETRICS_DISK_H
#define VMMETRICS_DISK_H

#include "record.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * A block device: a row of /proc/diskstats, or the files of a directory in /sys/block. Each file fills a part of the
 * members.
 *
 * Member comments read: meaning; source; unit; kind; since which kernel, where later than 2.6.25; when absent. "Column"
 * counts the numbers of the file `stat`; a row of /proc/diskstats has the device's numbers and name before them. All
 * columns stand still if `queue/iostats` is 0.
 *
 * vmm_disk_next() fills the record from a row of /proc/diskstats, and vmm_record_read() from each file of
 * /sys/block/DEV, VMM_FILE_DISK_*. No file of /sys/block/DEV has `name`; the caller may set it.
 */
struct vmm_disk {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** Type of this record, one of VMM_RECORD_*; the library sets it. */
    uint64_t record;
    /** Major device number. /proc/diskstats, `uevent` `MAJOR`; count; identity. */
    uint64_t major;
    /** Minor device number. /proc/diskstats, `uevent` `MINOR`; count; identity; a new loop or dm device can get the
     *  number of an earlier one. */
    uint64_t minor;
    /** Device name, such as "vda1". /proc/diskstats; count; identity; absent in all files of /sys/block/DEV, whose
     *  directory name has an exclamation mark for each slash. */
    char name[32];
    /** Sequence number of the disk, unique since boot; a loop device gets a new number with each file. `diskseq`,
     *  `uevent` `DISKSEQ`; count; identity; since 5.15; absent for partitions. */
    uint64_t diskseq;
    /** Reads completed; merged reads count as one. Column 1; count; counter of the kernel's `unsigned long`; partitions
     *  before 2.6.25 count reads before merging. */
    uint64_t reads;
    /** Reads merged with other reads. Column 2; count; counter of the kernel's `unsigned long`. */
    uint64_t reads_merged;
    /** Bytes read. Column 3; bytes; counter of the kernel's `unsigned long`, in sectors. */
    uint64_t read_bytes;
    /** Sum of the times of all reads, from request to completion. Column 4; milliseconds; counter, 32 bits. */
    uint64_t read_ms;
    /** Writes completed, flushes included; merged writes count as one. Column 5; count; counter of the kernel's
     *  `unsigned long`; partitions before 2.6.25 count writes before merging. */
    uint64_t writes;
    /** Writes merged with other writes. Column 6; count; counter of the kernel's `unsigned long`. */
    uint64_t writes_merged;
    /** Bytes written. Column 7; bytes; counter of the kernel's `unsigned long`, in sectors. */
    uint64_t write_bytes;
    /** Sum of the times of all writes, from request to completion. Column 8; milliseconds; counter, 32 bits. */
    uint64_t write_ms;
    /** Requests in flight. Column 9; count; gauge; unknown if the number is below zero, as old kernels sometimes
     *  print. */
    uint64_t in_flight;
    /** Time in which at least one request was in flight. Column 10; milliseconds; counter, 32 bits; exact before 5.0,
     *  sampled once a tick since then. */
    uint64_t io_ms;
    /** Sum of the times of all requests, overlapping ones included. Column 11; milliseconds; counter, 32 bits; since
     *  5.7 a request's time is added when the request completes, before that as the time passes. */
    uint64_t weighted_io_ms;
    /** Discards completed; merged discards count as one. Column 12; count; counter of the kernel's `unsigned long`;
     *  since 4.18. */
    uint64_t discards;
    /** Discards merged with other discards. Column 13; count; counter of the kernel's `unsigned long`; since 4.18. */
    uint64_t discards_merged;
    /** Bytes discarded. Column 14; bytes; counter of the kernel's `unsigned long`, in sectors; since 4.18. */
    uint64_t discard_bytes;
    /** Sum of the times of all discards, from request to completion. Column 15; milliseconds; counter, 32 bits; since
     *  4.18. */
    uint64_t discard_ms;
    /** Flushes completed. Column 16; count; counter of the kernel's `unsigned long`; since 5.5; 0 for partitions. */
    uint64_t flushes;
    /** Sum of the times of all flushes, from request to completion. Column 17; milliseconds; counter, 32 bits; since
     *  5.5; 0 for partitions. */
    uint64_t flush_ms;
    /** Size of the device. `size`, /proc/partitions; bytes; gauge. */
    uint64_t size_bytes;
    /** 1 if the device is read-only, else 0. `ro`; count; gauge. */
    uint64_t ro;
    /** Reads in flight. `inflight`, first number; count; gauge; since 2.6.32; unknown if the number is below zero; new
     *  kernels count only requests that the driver has, so that reads and writes together may be fewer than
     *  `in_flight`. */
    uint64_t in_flight_reads;
    /** Writes in flight. `inflight`, second number; count; gauge; since 2.6.32; unknown if the number is below zero; new
     *  kernels count only requests that the driver has, so that reads and writes together may be fewer than
     *  `in_flight`. */
    uint64_t in_flight_writes;
    /** 1 if the device lies on other devices whose rows count the same traffic, 0 if not. Number set by the caller for
     *  vmm_rows_growth(), which decides by itself if the number is unknown. Label. */
    uint64_t lies_on_others;
};

/**
 * Gives the next row of /proc/diskstats: one device. The function also reads /proc/partitions, which has the statistics
 * on Linux 2.4; without statistics its rows give the devices and their sizes. The heading of /proc/partitions and empty
 * lines are skipped. The number of columns tells what the columns mean:
 *
 * | columns       | kernel                         | statistics                                       |
 * |---------------|--------------------------------|--------------------------------------------------|
 * | 4             | /proc/partitions               | none, but `size_bytes` from the third column     |
 * | 15            | 2.4, with a number as third    | 1 to 11, and `size_bytes` from the third column  |
 * | 7             | a partition before 2.6.25      | 1, 3, 5 and 7                                    |
 * | 14            | 2.6 to 4.17                    | 1 to 11                                          |
 * | 18            | 4.18 to 5.4                    | 1 to 15                                          |
 * | 20            | since 5.5                      | 1 to 17                                          |
 * | 15 to 19      | altered kernels                | as many as there are                             |
 * | more          | future kernels                 | 1 to 17                                          |
 *
 * @code
 * while ((status = vmm_disk_next(&text, &row, sizeof row)) != VMM_END)
 *     if (status == VMM_OK)
 *         ...
 * @endcode
 *
 * @param text     the text that is still to be read
 * @param row      the device
 * @param row_size the size of `row` in bytes
 * @retval VMM_OK          `row` is filled
 * @retval VMM_END         there are no more rows
 * @retval VMM_E_SYNTAX    a row is malformed, has a name of more than 31 bytes, or a number of columns that no kernel
 *                         prints; the next call continues after this row
 * @retval VMM_E_TRUNCATED the text ends inside a line
 * @retval VMM_E_ARGUMENT  `row` is NULL, or `row_size` is below 16
 */
VMM_API vmm_status vmm_disk_next(struct vmm_text *text, struct vmm_disk *row, size_t row_size);

/**
 * Activity of a block device between two samples: the numbers of `iostat -x`. Each comment has iostat's name of the
 * number.
 *
 * A mean time or size is unknown if there was no request; iostat shows 0.
 */
struct vmm_disk_usage {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** Type of this record, one of VMM_RECORD_*; the library sets it. */
    uint64_t record;
    /** Major device number. The later sample; count; identity. */
    uint64_t major;
    /** Minor device number. The later sample; count; identity. */
    uint64_t minor;
    /** Device name. The later sample; count; identity. */
    char name[32];
    /** Reads per second. iostat's r/s; 1/s; gauge. */
    double reads_per_second;
    /** Merged reads per second. iostat's rrqm/s; 1/s; gauge. */
    double reads_merged_per_second;
    /** Bytes read per second. iostat's rkB/s times 1024; bytes/s; gauge. */
    double read_bytes_per_second;
    /** Share of the requested reads that were merged with other reads. iostat's %rrqm; ratio; gauge; unknown without
     *  reads. */
    double reads_merged_ratio;
    /** Mean time of a read, from request to completion. iostat's r_await; milliseconds; gauge; unknown without
     *  reads. */
    double read_await_ms;
    /** Mean size of a read. iostat's rareq-sz times 1024; bytes; gauge; unknown without reads. */
    double mean_read_bytes;
    /** Writes per second. iostat's w/s; 1/s; gauge. */
    double writes_per_second;
    /** Merged writes per second. iostat's wrqm/s; 1/s; gauge. */
    double writes_merged_per_second;
    /** Bytes written per second. iostat's wkB/s times 1024; bytes/s; gauge. */
    double write_bytes_per_second;
    /** Share of the requested writes that were merged with other writes. iostat's %wrqm; ratio; gauge; unknown without
     *  writes. */
    double writes_merged_ratio;
    /** Mean time of a write, from request to completion. iostat's w_await; milliseconds; gauge; unknown without
     *  writes. */
    double write_await_ms;
    /** Mean size of a write. iostat's wareq-sz times 1024; bytes; gauge; unknown without writes. */
    double mean_write_bytes;
    /** Discards per second. iostat's d/s; 1/s; gauge. */
    double discards_per_second;
    /** Merged discards per second. iostat's drqm/s; 1/s; gauge. */
    double discards_merged_per_second;
    /** Bytes discarded per second. iostat's dkB/s times 1024; bytes/s; gauge. */
    double discard_bytes_per_second;
    /** Share of the requested discards that were merged with other discards. iostat's %drqm; ratio; gauge; unknown
     *  without discards. */
    double discards_merged_ratio;
    /** Mean time of a discard, from request to completion. iostat's d_await; milliseconds; gauge; unknown without
     *  discards. */
    double discard_await_ms;
    /** Mean size of a discard. iostat's dareq-sz times 1024; bytes; gauge; unknown without discards. */
    double mean_discard_bytes;
    /** Flushes per second. iostat's f/s; 1/s; gauge. */
    double flushes_per_second;
    /** Mean time of a flush. iostat's f_await; milliseconds; gauge; unknown without flushes. */
    double flush_await_ms;
    /** Reads, writes and discards per second. iostat's tps; 1/s; gauge; reads and writes only if the kernel does not
     *  count discards. */
    double transfers_per_second;
    /** Mean time of a read, write or discard, from request to completion. iostat's await; milliseconds; gauge; of reads
     *  and writes only if the number or the time of the discards is unknown; unknown without requests. */
    double await_ms;
    /** Mean size of a read, write or discard. iostat's areq-sz times 1024; bytes; gauge; of reads and writes only if
     *  the number or the size of the discards is unknown; unknown without requests. */
    double mean_transfer_bytes;
    /** Mean number of requests in flight. iostat's aqu-sz; count; gauge; since 5.7 the whole time of a long request
     *  counts in the interval in which the request completes. */
    double queue_length;
    /** Share of the time in which at least one request was in flight. iostat's %util; ratio; gauge; at most 1; unknown
     *  if the kernel's counter grew clearly faster than time; 1 does not mean that a device with many queues is at its
     *  limit. */
    double busy_ratio;
    /** Requests in flight in the later sample. `in_flight`; count; gauge. */
    uint64_t in_flight;
};

/**
 * Computes the activity of a block device between two samples. Keep the later sample as the next `before`, also after
 * ::VMM_RESET.
 *
 * The two samples are of different devices if the major number, minor number, name or `diskseq` is known in both and
 * differs. A counter of milliseconds may wrap at 2^32. If such a counter seems to have grown by 2^31 or more over a
 * wrap, the members that need it are unknown.
 *
 * @param before     the earlier sample; NULL, or a record of `size` 0, if there is none
 * @param after      the later sample
 * @param elapsed_ns the time between the samples, measured with a monotonic clock (CLOCK_MONOTONIC)
 * @param out        the result
 * @param out_size   the size of `out` in bytes
 * @retval VMM_OK          `out` is filled; results of a counter that only one sample has are unknown
 * @retval VMM_FIRST       there is no earlier sample
 * @retval VMM_NO_INTERVAL `elapsed_ns` is 0 or less
 * @retval VMM_RESET       a counter fell, or the device is a different one
 * @retval VMM_E_EMPTY     no counter is known in both samples
 * @retval VMM_E_ARGUMENT  `after` or `out` is NULL, or `out_size` is below 16
 */
VMM_API vmm_status vmm_disk_usage_between(const struct vmm_disk *before, const struct vmm_disk *after,
                                          int64_t elapsed_ns, struct vmm_disk_usage *out, size_t out_size);

#ifdef __cplusplus
}
#endif

#endif
