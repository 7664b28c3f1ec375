/* SPDX-License-Identifier: MIT */
/**
 * @file record.h
 * Descriptions of the records: their names, sizes and members. With these descriptions a tool or a binding can print,
 * export or compare any record without code for that record.
 *
 * A record is a flat struct. Its first member is `size`: the number of valid bytes in the struct. It is the smaller of
 * two sizes: the size that the caller's compiler knows, and the size that this library knows. The second member is
 * `record`: the type of the record, one of VMM_RECORD_*. The library sets both on every call, also on an error. New
 * members are only appended, so a program and a library of different versions work together.
 *
 * A record whose `size` is 0 has not begun: vmm_record_read() makes all of it unknown first, and arithmetic takes it
 * for a missing sample. So `struct vmm_cgroup cgroup = {0};` is a good beginning.
 *
 * @ingroup record
 */
#ifndef VMMETRICS_RECORD_H
#define VMMETRICS_RECORD_H

#include "base.h"
#include "file.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Ids of the records. */
enum vmm_record_id {
    /** struct vmm_cpu */
    VMM_RECORD_CPU = 1,
    /** struct vmm_cpu_usage */
    VMM_RECORD_CPU_USAGE = 2,
    /** struct vmm_stat */
    VMM_RECORD_STAT = 3,
    /** struct vmm_meminfo */
    VMM_RECORD_MEMINFO = 4,
    /** struct vmm_memory_usage */
    VMM_RECORD_MEMORY_USAGE = 5,
    /** struct vmm_filesystem */
    VMM_RECORD_FILESYSTEM = 6,
    /** struct vmm_filesystem_usage */
    VMM_RECORD_FILESYSTEM_USAGE = 7,
    /** struct vmm_pressure */
    VMM_RECORD_PRESSURE = 8,
    /** struct vmm_pressure_usage */
    VMM_RECORD_PRESSURE_USAGE = 9,
    /** struct vmm_cgroup_memory */
    VMM_RECORD_CGROUP_MEMORY = 10,
    /** struct vmm_cgroup */
    VMM_RECORD_CGROUP = 11,
    /** struct vmm_cgroup_usage */
    VMM_RECORD_CGROUP_USAGE = 12,
    /** struct vmm_cgroup_memory_usage */
    VMM_RECORD_CGROUP_MEMORY_USAGE = 13,
    /** struct vmm_cgroup_io */
    VMM_RECORD_CGROUP_IO = 14,
    /** struct vmm_cgroup_io_usage */
    VMM_RECORD_CGROUP_IO_USAGE = 15,
    /** struct vmm_process */
    VMM_RECORD_PROCESS = 16,
    /** struct vmm_process_usage */
    VMM_RECORD_PROCESS_USAGE = 17,
    /** struct vmm_threads_usage */
    VMM_RECORD_THREADS_USAGE = 18,
    /** struct vmm_net */
    VMM_RECORD_NET = 19,
    /** struct vmm_net_usage */
    VMM_RECORD_NET_USAGE = 20,
    /** struct vmm_socket */
    VMM_RECORD_SOCKET = 21,
    /** struct vmm_disk */
    VMM_RECORD_DISK = 22,
    /** struct vmm_disk_usage */
    VMM_RECORD_DISK_USAGE = 23,
    /** struct vmm_system */
    VMM_RECORD_SYSTEM = 24,
    /** struct vmm_vmstat */
    VMM_RECORD_VMSTAT = 25,
    /** struct vmm_balloon */
    VMM_RECORD_BALLOON = 26,
    /** struct vmm_firecracker */
    VMM_RECORD_FIRECRACKER = 27,
    /** struct vmm_hypervisor_device */
    VMM_RECORD_HYPERVISOR_DEVICE = 28,
    /** struct vmm_hypervisor_device_usage */
    VMM_RECORD_HYPERVISOR_DEVICE_USAGE = 29,
    /** struct vmm_vmstat_detail */
    VMM_RECORD_VMSTAT_DETAIL = 30,
    /** struct vmm_protocols */
    VMM_RECORD_PROTOCOLS = 31,
    /** struct vmm_protocols_usage */
    VMM_RECORD_PROTOCOLS_USAGE = 32,
    /** struct vmm_oom_kill */
    VMM_RECORD_OOM_KILL = 33,
};

/** Type of a member. */
enum vmm_type {
    /** `uint64_t`; ::VMM_UNKNOWN if unknown. */
    VMM_TYPE_UINT64 = 1,
    /** `double`; NaN if unknown. */
    VMM_TYPE_DOUBLE = 2,
    /** `char` array that ends with NUL; "" if unknown. */
    VMM_TYPE_NAME = 3
};

/** Unit of a member. */
enum vmm_unit {
    /** Plain count, or a number that identifies something. */
    VMM_UNIT_NONE = 0,
    /** Bytes. */
    VMM_UNIT_BYTES = 1,
    /** Clock ticks. `sysconf(_SC_CLK_TCK)` returns the number of ticks per second (USER_HZ): 100 on nearly every
     *  machine. */
    VMM_UNIT_TICKS = 2,
    /** Seconds. */
    VMM_UNIT_SECONDS = 3,
    /** Ratio from 0 to 1. */
    VMM_UNIT_RATIO = 4,
    /** Percentage; it may exceed 100. */
    VMM_UNIT_PERCENT = 5,
    /** Microseconds. */
    VMM_UNIT_USEC = 6,
    /** Hundredths: a number with two decimals, multiplied by 100. */
    VMM_UNIT_HUNDREDTHS = 7,
    /** Nanoseconds. */
    VMM_UNIT_NS = 8,
    /** Bytes per second. */
    VMM_UNIT_BYTES_PER_SECOND = 9,
    /** Count per second. */
    VMM_UNIT_PER_SECOND = 10,
    /** Pages of memory. `sysconf(_SC_PAGESIZE)` returns the size of a page. */
    VMM_UNIT_PAGES = 11,
    /** Milliseconds. */
    VMM_UNIT_MS = 12,
    /** Bits per second. */
    VMM_UNIT_BITS_PER_SECOND = 13
};

/** Kind of a member: which arithmetic is valid for it. */
enum vmm_kind {
    /** Identity: a number or name that distinguishes one object from another; vmm_record_same() compares it. Never
     *  subtract two identities. */
    VMM_KIND_IDENTITY = 1,
    /** Counter: a total that grows as long as the object exists. Two samples of it give a rate. */
    VMM_KIND_COUNTER = 2,
    /** Gauge: a level at the moment of reading. */
    VMM_KIND_GAUGE = 3,
    /** Limit: an upper bound; ::VMM_UNLIMITED if there is no limit. */
    VMM_KIND_LIMIT = 4,
    /** Increment: the growth since the previous output of the source. Never subtract two increments; to get a rate,
     *  divide by the time since that output. */
    VMM_KIND_INCREMENT = 5,
    /** Label: a number or name that describes the object and may change while the object exists. Never subtract two
     *  labels. */
    VMM_KIND_LABEL = 6
};

/** Width of a counter: the value at which the counter wraps to 0. */
enum vmm_width {
    /** No width: not a counter, or a counter that may fall. */
    VMM_WIDTH_NONE = 0,
    /** Width of the kernel's `unsigned long`: 64 bits on a 64-bit kernel, 32 bits on a 32-bit kernel. The library does
     *  not guess which. */
    VMM_WIDTH_KERNEL_LONG = 1,
    /** 32 bits: wraps at 2^32. */
    VMM_WIDTH_32 = 32,
    /** 64 bits: wraps at 2^64, which no real counter reaches. */
    VMM_WIDTH_64 = 64
};

/** Description of a record. */
struct vmm_record_info {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** Name of the record's struct without the prefix `vmm_`: "meminfo" for struct vmm_meminfo. */
    char name[32];
    /** Id of the record: one of VMM_RECORD_*. */
    uint64_t id;
    /** Size of the record's struct in this library, in bytes. */
    uint64_t bytes;
    /** Number of members, not counting `size` and `record`. */
    uint64_t members;
};

/** Description of a member of a record. */
struct vmm_member_info {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** Name of the member, as in the header. */
    char name[64];
    /** Offset of the member in the struct, in bytes. */
    uint64_t offset;
    /** Size of the member, in bytes. */
    uint64_t bytes;
    /** Type of the member: one of VMM_TYPE_*. */
    uint64_t type;
    /** Unit of the member: one of VMM_UNIT_*. */
    uint64_t unit;
    /** Kind of the member: one of VMM_KIND_*. */
    uint64_t kind;
    /** Width of the counter: one of VMM_WIDTH_*. */
    uint64_t width;
};

/** Name and id of a file that fills part of a record. */
struct vmm_file_info {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** Name of the file in its directory, such as "memory.current". */
    char name[64];
    /** Id of the file, one of VMM_FILE_*: pass it to vmm_record_read(), or to vmm_cgroup_io_next(). */
    uint64_t id;
};

/**
 * Makes a record unknown in each member, and sets its `size` and its `record`. Call this function first for a record
 * that you fill yourself, and before each sample of a record that you fill file by file.
 *
 * @param record_id one of VMM_RECORD_*
 * @param record    the record
 * @param size      size of the record's struct, in bytes
 * @retval VMM_OK         the record is unknown
 * @retval VMM_E_ARGUMENT no record has this id, `record` is NULL, or `size` is below 16; nothing was written
 */
VMM_API vmm_status vmm_record_init(enum vmm_record_id record_id, void *record, size_t size);

/**
 * Reads one file into the members that this file feeds, up to the end of the text. The other members stay as they are,
 * so call this function once for each file, in any order. A member that no file feeds stays unknown.
 *
 * A record whose `size` is 0 has not begun: all of it becomes unknown first. Call vmm_record_init() before the next
 * sample, or a file that can no longer be read leaves its members at their old values.
 *
 * A file of one value is read with or without the newline at its end. The headers of the records say more about each
 * file: system.h, protocols.h, process.h, net.h, disk.h, cgroup.h and cgroup_memory.h.
 *
 * @param text        all of the file
 * @param file        which file the text is: one of VMM_FILE_*, but not a file of a cgroup that contains rows
 * @param record      the record of this file: a struct vmm_cgroup for VMM_FILE_CGROUP_CPU_STAT, for example
 * @param record_size size of the record's struct, in bytes
 * @retval VMM_OK          the members of this file are filled
 * @retval VMM_E_SYNTAX    a value is malformed; the members of this file are unknown
 * @retval VMM_E_TRUNCATED the text ends inside a line or a value; the members of this file are unknown
 * @retval VMM_E_EMPTY     no known key or value in the text; the members of this file are unknown
 * @retval VMM_E_ARGUMENT  no record has this file, `record` is another record by its member `record`, an argument is
 *                         NULL, or `record_size` is below 16; nothing was written
 */
VMM_API vmm_status vmm_record_read(struct vmm_text *text, enum vmm_file file, void *record, size_t record_size);

/**
 * Compares the identities of two records of one type, such as two samples. An identity that is unknown in one of the
 * records is not compared, so two objects with equal known identities look like the same object.
 *
 * @param before the earlier sample; NULL or `size` 0 if there is none
 * @param after  the later sample
 * @retval VMM_OK         both records describe the same object
 * @retval VMM_FIRST      no earlier sample
 * @retval VMM_RESET      the records describe two objects: an identity differs
 * @retval VMM_E_EMPTY    no identity is known in both records
 * @retval VMM_E_ARGUMENT `after` is NULL or its `size` is below 16, or the records are not of one type
 */
VMM_API vmm_status vmm_record_same(const void *before, const void *after);

/**
 * Computes the growth of each counter between two samples of any record. In the result, a counter is its growth, and
 * each other member is that of the later sample. A growth is unknown if the counter is unknown in one of the samples.
 *
 * A counter of 64 bits, or of the kernel's `unsigned long`, never falls while its object exists, so a fall is
 * ::VMM_RESET. A counter of 32 bits wraps: after a fall its growth is modulo 2^32, and unknown if that is 2^31 or more.
 * A counter that may fall (::VMM_WIDTH_NONE) has an unknown growth after a fall.
 *
 * @param before   the earlier sample; NULL or `size` 0 if there is none
 * @param after    the later sample
 * @param out      receives the growth: a record of the same type; it may be `after`
 * @param out_size size of `out` in bytes
 * @retval VMM_OK         `out` is filled
 * @retval VMM_FIRST      no earlier sample
 * @retval VMM_RESET      a counter restarted, or an identity differs
 * @retval VMM_E_EMPTY    no counter is known in both samples
 * @retval VMM_E_ARGUMENT `after` or `out` is NULL, a size is below 16, or the samples are not of one type
 */
VMM_API vmm_status vmm_record_growth(const void *before, const void *after, void *out, size_t out_size);

/**
 * Describes a record. The ids begin at 1 and have no gap: to list all records, count up from 1 until ::VMM_END.
 *
 * @param record_id one of VMM_RECORD_*
 * @param out       receives the description
 * @param out_size  size of `out` in bytes
 * @retval VMM_OK         `out` is filled
 * @retval VMM_END        no record has this id
 * @retval VMM_E_ARGUMENT `out` is NULL, `out_size` is below 8, or the id is 0
 */
VMM_API vmm_status vmm_record_at(enum vmm_record_id record_id, struct vmm_record_info *out, size_t out_size);

/**
 * Describes one member of a record. The members come in the order of the struct.
 *
 * @param record_id one of VMM_RECORD_*
 * @param index     number of the member, from 0; `size` and `record` are not counted
 * @param out       receives the description
 * @param out_size  size of `out` in bytes
 * @retval VMM_OK         `out` is filled
 * @retval VMM_END        the record has no more members
 * @retval VMM_E_ARGUMENT no record has this id, `out` is NULL, or `out_size` is below 8
 */
VMM_API vmm_status vmm_member_at(enum vmm_record_id record_id, uint32_t index, struct vmm_member_info *out,
                                 size_t out_size);

/**
 * Names one file of a record that is filled file by file, or row by row from several files. With this function a caller
 * can open all files of the record.
 *
 * @param record_id one of VMM_RECORD_*
 * @param index     number of the file, from 0
 * @param out       receives the name and the id of the file
 * @param out_size  size of `out` in bytes
 * @retval VMM_OK         `out` is filled
 * @retval VMM_END        the record has no more files; most records have none
 * @retval VMM_E_ARGUMENT no record has this id, `out` is NULL, or `out_size` is below 8
 */
VMM_API vmm_status vmm_file_at(enum vmm_record_id record_id, uint32_t index, struct vmm_file_info *out,
                               size_t out_size);

/**
 * Returns the id of a file by its name: one of VMM_FILE_*, or 0 if the record has no such file.
 *
 * @param record_id one of VMM_RECORD_*
 * @param name      name of the file in its directory, such as "memory.current"; needs no NUL at its end
 * @param length    length of the name, in bytes
 */
VMM_API uint32_t vmm_file_find(enum vmm_record_id record_id, const char *name, size_t length);

#ifdef __cplusplus
}
#endif

#endif
