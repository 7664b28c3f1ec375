/**
 * @file disk.h
 * Block devices: what they have done, and iostat's numbers.
 *
 * Sectors are of 512 bytes, whatever the device's own are. Disks, their partitions and what lies on top of them (dm,
 * md) all count the same traffic: whoever adds them up counts twice.
 */
#ifndef VMMETRICS_DISK_H
#define VMMETRICS_DISK_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

/** The files that vmm_disk_read() takes, of /sys/block/DEV. vmm_file_find() gives the same numbers by name. */
enum {
    VMM_DISK_FILE_STAT = 1,     /**< `stat` */
    VMM_DISK_FILE_SIZE = 2,     /**< `size` */
    VMM_DISK_FILE_RO = 3,       /**< `ro` */
    VMM_DISK_FILE_DISKSEQ = 4,  /**< `diskseq` */
    VMM_DISK_FILE_INFLIGHT = 5, /**< `inflight` */
    VMM_DISK_FILE_UEVENT = 6    /**< `uevent` */
};

/**
 * A block device: a row of /proc/diskstats, or the files of its directory in /sys/block, each of which knows some of
 * the members.
 *
 * Member comments read: meaning; source; unit; kind; since which kernel, where that is later than 2.6.25; when absent.
 * The columns are those of `stat`; in /proc/diskstats the device's numbers and name stand before them. `queue/iostats`
 * of 0 stops all of them.
 */
struct vmm_disk {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** Major number. /proc/diskstats, `uevent` `MAJOR`; count; identity. */
    uint64_t major;
    /** Minor number. /proc/diskstats, `uevent` `MINOR`; count; identity; those of loop and dm devices are used
     *  again. */
    uint64_t minor;
    /** Name, such as "vda1". /proc/diskstats; count; identity; none of the files in /sys/block/DEV has it, and there a
     *  slash in it is an exclamation mark. */
    char name[32];
    /** Number that no other disk had since boot: a loop device gets a new one with each file. `diskseq`, `uevent`
     *  `DISKSEQ`; count; identity; since 5.15; partitions have none. */
    uint64_t diskseq;
    /** Reads completed, merged ones as one. Column 1; count; counter of the kernel's `unsigned long`; partitions before
     *  2.6.25 count what was asked for, before it was merged. */
    uint64_t reads;
    /** Reads that were merged with others. Column 2; count; counter of the kernel's `unsigned long`. */
    uint64_t reads_merged;
    /** Bytes read. Column 3; bytes; counter of the kernel's `unsigned long`, in sectors. */
    uint64_t read_bytes;
    /** Time that reads took, of each added up. Column 4; milliseconds; counter, 32 bits. */
    uint64_t read_ms;
    /** Writes completed, merged ones as one. Column 5; count; counter of the kernel's `unsigned long`; flushes are
     *  among them; partitions before 2.6.25 as with `reads`. */
    uint64_t writes;
    /** Writes that were merged with others. Column 6; count; counter of the kernel's `unsigned long`. */
    uint64_t writes_merged;
    /** Bytes written. Column 7; bytes; counter of the kernel's `unsigned long`, in sectors. */
    uint64_t written_bytes;
    /** Time that writes took, of each added up. Column 8; milliseconds; counter, 32 bits. */
    uint64_t write_ms;
    /** Requests under way. Column 9; count; gauge; below zero, as some old kernels count, is unknown. */
    uint64_t in_flight;
    /** Time in which at least one request was under way. Column 10; milliseconds; counter, 32 bits; since 5.0 looked at
     *  once a tick, exact before. */
    uint64_t io_ms;
    /** Time of all requests added up. Column 11; milliseconds; counter, 32 bits; since 5.7 a request's time comes when
     *  it is complete, before as it passes. */
    uint64_t weighted_io_ms;
    /** Discards completed, merged ones as one. Column 12; count; counter of the kernel's `unsigned long`; since
     *  4.18. */
    uint64_t discards;
    /** Discards that were merged with others. Column 13; count; counter of the kernel's `unsigned long`; since 4.18. */
    uint64_t discards_merged;
    /** Bytes discarded. Column 14; bytes; counter of the kernel's `unsigned long`, in sectors; since 4.18. */
    uint64_t discarded_bytes;
    /** Time that discards took, of each added up. Column 15; milliseconds; counter, 32 bits; since 4.18. */
    uint64_t discard_ms;
    /** Flushes completed. Column 16; count; counter of the kernel's `unsigned long`; since 5.5; 0 for partitions. */
    uint64_t flushes;
    /** Time that flushes took, of each added up. Column 17; milliseconds; counter, 32 bits; since 5.5; 0 for
     *  partitions. */
    uint64_t flush_ms;
    /** Size. `size`, /proc/partitions; bytes; gauge. */
    uint64_t size_bytes;
    /** Whether it cannot be written to. `ro`; count; gauge. */
    uint64_t ro;
    /** Reads under way. `inflight`, first number; count; gauge; since 2.6.32. */
    uint64_t inflight_reads;
    /** Writes under way. `inflight`, second number; count; gauge; since 2.6.32; on new kernels only requests that the
     *  driver has are counted, so the two may be less than `in_flight`. */
    uint64_t inflight_writes;
};

/**
 * Reads a file of a device's directory into its record. What another file has filled stays. Begin with
 * vmm_record_init(). Instead of `name`, which no file has, the caller may set it.
 *
 * @param file_id  one of VMM_DISK_FILE_*
 * @param text     the whole file
 * @param out      the record
 * @param out_size its size
 * @retval VMM_OK          the file's members are filled; those that the kernel does not print are unknown, but from
 *                         `uevent` left as they were
 * @retval VMM_E_SYNTAX    a malformed value, or a `stat` of a number of columns that no kernel has; the file's members
 *                         are unknown
 * @retval VMM_E_TRUNCATED the text ends inside a line; the file's members are unknown
 * @retval VMM_E_EMPTY     nothing to read; the file's members are unknown
 * @retval VMM_E_ARGUMENT  an argument is NULL, `file_id` is none, or `out_size` is below 8; nothing was read
 */
VMM_API vmm_status vmm_disk_read(uint32_t file_id, struct vmm_text *text, struct vmm_disk *out, size_t out_size);

/**
 * Gives the next row of /proc/diskstats, of any kernel from 2.4 on (there it is /proc/partitions): how many columns a
 * line has tells what they mean. Of /proc/partitions without statistics it gives the devices and their sizes.
 *
 * | columns       | kernel                         | statistics                                     |
 * |---------------|--------------------------------|------------------------------------------------|
 * | 4             | /proc/partitions               | none, but `size_bytes` from the third          |
 * | 15            | 2.4, with a number as third    | 1 to 11, and `size_bytes` from the third       |
 * | 7             | a partition before 2.6.25      | 1, 3, 5 and 7                                  |
 * | 14            | 2.6 to 4.17                    | 1 to 11                                        |
 * | 18            | 4.18 to 5.4                    | 1 to 15                                        |
 * | 20            | since 5.5                      | 1 to 17                                        |
 * | 15 to 19      | altered kernels                | as many as there are                           |
 * | more          | the future                     | 1 to 17                                        |
 *
 * The heading of /proc/partitions and empty lines are passed over.
 *
 * @param text     what is still to be read
 * @param row      the device
 * @param row_size its size
 * @retval VMM_OK          `row` is filled
 * @retval VMM_END         no more rows
 * @retval VMM_E_SYNTAX    a malformed row, a name of more than 31 bytes, or a number of columns that no kernel has;
 *                         the next call goes on behind it
 * @retval VMM_E_TRUNCATED the text ends inside a line
 * @retval VMM_E_ARGUMENT  an argument is NULL, or `row_size` is below 8
 */
VMM_API vmm_status vmm_disk_next(struct vmm_text *text, struct vmm_disk *row, size_t row_size);

/**
 * What a block device did between two samples: the numbers of iostat -x, whose names for them stand in the comments.
 *
 * Where iostat divides by no requests it shows 0; here that is unknown.
 */
struct vmm_disk_rate {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** Major number. The later sample; count; identity. */
    uint64_t major;
    /** Minor number. The later sample; count; identity. */
    uint64_t minor;
    /** Name. The later sample; count; identity. */
    char name[32];
    /** Reads a second. iostat's r/s; 1/s; gauge. */
    double reads_per_second;
    /** Merged reads a second. iostat's rrqm/s; 1/s; gauge. */
    double reads_merged_per_second;
    /** Bytes read a second. iostat's rkB/s times 1024; bytes/s; gauge. */
    double read_bytes_per_second;
    /** Share of the reads asked for that were merged with others. iostat's %rrqm; ratio; gauge; unknown without
     *  reads. */
    double reads_merged_ratio;
    /** Mean time of a read, from request to completion. iostat's r_await; milliseconds; gauge; unknown without
     *  reads. */
    double read_await_ms;
    /** Mean size of a read. iostat's rareq-sz times 1024; bytes; gauge; unknown without reads. */
    double mean_read_bytes;
    /** Writes a second. iostat's w/s; 1/s; gauge. */
    double writes_per_second;
    /** Merged writes a second. iostat's wrqm/s; 1/s; gauge. */
    double writes_merged_per_second;
    /** Bytes written a second. iostat's wkB/s times 1024; bytes/s; gauge. */
    double written_bytes_per_second;
    /** Share of the writes asked for that were merged with others. iostat's %wrqm; ratio; gauge; unknown without
     *  writes. */
    double writes_merged_ratio;
    /** Mean time of a write, from request to completion. iostat's w_await; milliseconds; gauge; unknown without
     *  writes. */
    double write_await_ms;
    /** Mean size of a write. iostat's wareq-sz times 1024; bytes; gauge; unknown without writes. */
    double mean_write_bytes;
    /** Discards a second. iostat's d/s; 1/s; gauge. */
    double discards_per_second;
    /** Merged discards a second. iostat's drqm/s; 1/s; gauge. */
    double discards_merged_per_second;
    /** Bytes discarded a second. iostat's dkB/s times 1024; bytes/s; gauge. */
    double discarded_bytes_per_second;
    /** Share of the discards asked for that were merged with others. iostat's %drqm; ratio; gauge; unknown without
     *  discards. */
    double discards_merged_ratio;
    /** Mean time of a discard, from request to completion. iostat's d_await; milliseconds; gauge; unknown without
     *  discards. */
    double discard_await_ms;
    /** Mean size of a discard. iostat's dareq-sz times 1024; bytes; gauge; unknown without discards. */
    double mean_discard_bytes;
    /** Flushes a second. iostat's f/s; 1/s; gauge. */
    double flushes_per_second;
    /** Mean time of a flush. iostat's f_await; milliseconds; gauge; unknown without flushes. */
    double flush_await_ms;
    /** Reads, writes and discards a second; where the kernel does not count discards, without them. iostat's tps; 1/s;
     *  gauge. */
    double transfers_per_second;
    /** Mean time of reads, writes and discards; of reads and writes alone if the number or the time of the discards is
     *  unknown. iostat's await; milliseconds; gauge; unknown without any. */
    double await_ms;
    /** Mean size of reads, writes and discards; of reads and writes alone if the number or the size of the discards is
     *  unknown. iostat's areq-sz times 1024; bytes; gauge; unknown without any. */
    double mean_transfer_bytes;
    /** Mean number of requests under way. iostat's aqu-sz; count; gauge; since 5.7 a long request counts all at once
     *  in the interval in which it is complete. */
    double queue_length;
    /** Share of the time in which a request was under way. iostat's %util; ratio; gauge; at most 1, unknown where the
     *  kernel's counter grew clearly faster than time; 1 does not mean that a device of many queues is at its limit. */
    double busy_ratio;
    /** Requests under way in the later sample. `in_flight`; count; gauge. */
    uint64_t in_flight;
};

/**
 * What a device did between two samples of it.
 *
 * A device is another where a major or minor number, a name or a `diskseq` is known in both samples and differs. A
 * counter of milliseconds may wrap at 2^32; if it seems to have grown by 2^31 or more in doing so, the members made of
 * it are unknown.
 *
 * @param before     the earlier sample; NULL or of `size` 0 when there is none
 * @param after      the later sample
 * @param elapsed_ns the time between them, from a clock that nobody sets
 * @param out        the result
 * @param out_size   its size
 * @retval VMM_OK          `out` is filled; a counter that only one sample knows gives nothing
 * @retval VMM_FIRST       no earlier sample
 * @retval VMM_NO_INTERVAL `elapsed_ns` is 0 or less
 * @retval VMM_RESET       a counter fell, or the device is another
 * @retval VMM_E_EMPTY     no counter is known in both samples
 * @retval VMM_E_ARGUMENT  `after` or `out` is NULL, or `out_size` is below 8
 */
VMM_API vmm_status vmm_disk_rate_between(const struct vmm_disk *before, const struct vmm_disk *after,
                                         int64_t elapsed_ns, struct vmm_disk_rate *out, size_t out_size);

#ifdef __cplusplus
}
#endif

#endif
