/**
 * @file record.h
 * Records describe themselves: which there are, and each one's members. From this alone a tool or a binding can print,
 * export or compare any record.
 *
 * A record is a flat struct. Its first member `size` is set by the library on every call, errors too: how many bytes of
 * the struct are valid, the smaller of what the caller's compiler saw and what this library knows. Members are only ever
 * appended, so programs and libraries of different age work together.
 */
#ifndef VMMETRICS_RECORD_H
#define VMMETRICS_RECORD_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Ids of the records. */
enum {
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
    /** struct vmm_cgroup_io_rate */
    VMM_RECORD_CGROUP_IO_RATE = 15,
    /** struct vmm_process */
    VMM_RECORD_PROCESS = 16,
    /** struct vmm_process_usage */
    VMM_RECORD_PROCESS_USAGE = 17,
    /** struct vmm_threads_usage */
    VMM_RECORD_THREADS_USAGE = 18,
    /** struct vmm_net */
    VMM_RECORD_NET = 19,
    /** struct vmm_net_rate */
    VMM_RECORD_NET_RATE = 20,
    /** struct vmm_socket */
    VMM_RECORD_SOCKET = 21,
    /** struct vmm_disk */
    VMM_RECORD_DISK = 22,
    /** struct vmm_disk_rate */
    VMM_RECORD_DISK_RATE = 23,
    /** struct vmm_system */
    VMM_RECORD_SYSTEM = 24,
    /** struct vmm_vmstat */
    VMM_RECORD_VMSTAT = 25,
    /** struct vmm_balloon */
    VMM_RECORD_BALLOON = 26,
    /** struct vmm_hypervisor */
    VMM_RECORD_HYPERVISOR = 27,
    /** struct vmm_hypervisor_device */
    VMM_RECORD_HYPERVISOR_DEVICE = 28,
    /** struct vmm_hypervisor_device_rate */
    VMM_RECORD_HYPERVISOR_DEVICE_RATE = 29
};

/** Types of members. */
enum {
    /** `uint64_t`; ::VMM_UNKNOWN when unknown. */
    VMM_TYPE_UINT64 = 1,
    /** `double`; NaN when unknown. */
    VMM_TYPE_DOUBLE = 2,
    /** `char` array, ended by NUL; "" when unknown. */
    VMM_TYPE_NAME = 3
};

/** Units of members. */
enum {
    /** A plain count, or a number that is a name. */
    VMM_UNIT_NONE = 0,
    /** Bytes. */
    VMM_UNIT_BYTES = 1,
    /** Clock ticks of USER_HZ, which `sysconf(_SC_CLK_TCK)` gives: 100 a second on every machine of interest. */
    VMM_UNIT_TICKS = 2,
    /** Seconds. */
    VMM_UNIT_SECONDS = 3,
    /** A share from 0 to 1. */
    VMM_UNIT_RATIO = 4,
    /** A share from 0 to 100, which may be exceeded. */
    VMM_UNIT_PERCENT = 5,
    /** Microseconds. */
    VMM_UNIT_USEC = 6,
    /** A number with two decimals, a hundred times as large. */
    VMM_UNIT_HUNDREDTHS = 7,
    /** Nanoseconds. */
    VMM_UNIT_NS = 8,
    /** Bytes a second. */
    VMM_UNIT_BYTES_PER_SECOND = 9,
    /** A count a second. */
    VMM_UNIT_PER_SECOND = 10,
    /** Pages of memory, whose size the caller knows: `sysconf(_SC_PAGESIZE)`. */
    VMM_UNIT_PAGES = 11,
    /** Milliseconds. */
    VMM_UNIT_MS = 12,
    /** Bits a second. */
    VMM_UNIT_BITS_PER_SECOND = 13
};

/** Kinds of members: what may be done with them. */
enum {
    /** Says what the record is about; never subtracted. */
    VMM_KIND_IDENTITY = 1,
    /** Grows while the thing lives; two samples make a rate. */
    VMM_KIND_COUNTER = 2,
    /** A level at the moment of reading. */
    VMM_KIND_GAUGE = 3,
    /** A ceiling, maybe ::VMM_UNLIMITED. */
    VMM_KIND_LIMIT = 4,
    /** What was added since the source was last read: never subtracted; over the time since then it is a rate. */
    VMM_KIND_INCREMENT = 5
};

/** Where a counter wraps. */
enum {
    /** Not a counter, or a sum of counters of several widths. */
    VMM_WIDTH_NONE = 0,
    /** The kernel's `unsigned long`: 64 bits on a 64-bit kernel, else 32. Which one it is, is never guessed. */
    VMM_WIDTH_KERNEL_LONG = 1,
    /** At 2^32. */
    VMM_WIDTH_32 = 32,
    /** At 2^64, which means never. */
    VMM_WIDTH_64 = 64
};

/** A kind of record. */
struct vmm_record {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** Name without the prefix: "meminfo" for struct vmm_meminfo. */
    char name[32];
    /** One of VMM_RECORD_*. */
    uint64_t id;
    /** Size of the record in this library. */
    uint64_t bytes;
    /** How many members it has, `size` left out. */
    uint64_t fields;
};

/** A member of a record. */
struct vmm_field {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** Name as in the header. */
    char name[64];
    /** Where it stands in the struct, in bytes. */
    uint64_t offset;
    /** How long it is. */
    uint64_t bytes;
    /** One of VMM_TYPE_*. */
    uint64_t type;
    /** One of VMM_UNIT_*. */
    uint64_t unit;
    /** One of VMM_KIND_*. */
    uint64_t kind;
    /** One of VMM_WIDTH_*. */
    uint64_t width;
};

/** A file that a record is filled from. */
struct vmm_file {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** Name in the directory, such as "memory.current". */
    char name[64];
    /** The id by which the record's reading function knows it. */
    uint64_t id;
};

/**
 * Makes a record unknown in every member and sets its `size`: for records that the caller fills, wholly or file by file.
 *
 * @retval VMM_OK         done
 * @retval VMM_E_ARGUMENT no such record, `record` is NULL, or `size` is below 8; nothing was written
 */
VMM_API vmm_status vmm_record_init(uint32_t record_id, void *record, size_t size);

/**
 * Describes a record. Ids run from 1 without a gap, so that counting up to ::VMM_END meets all that this library knows.
 *
 * @retval VMM_OK         `out` is filled
 * @retval VMM_END        no record has this id
 * @retval VMM_E_ARGUMENT `out` is NULL, `out_size` is below 8, or the id is 0
 */
VMM_API vmm_status vmm_record_at(uint32_t record_id, struct vmm_record *out, size_t out_size);

/**
 * Describes member `index` of a record, counted from 0 and without `size`. The order is that of the source, in which new
 * members may stand between others; vmm_field::offset says where a member is in the struct.
 *
 * @retval VMM_OK         `out` is filled
 * @retval VMM_END        the record has no more members
 * @retval VMM_E_ARGUMENT no such record, `out` is NULL, or `out_size` is below 8
 */
VMM_API vmm_status vmm_field_at(uint32_t record_id, uint32_t index, struct vmm_field *out, size_t out_size);

/**
 * Names file `index`, counted from 0, of a record that is filled file by file, so that a caller can open all of them.
 *
 * @retval VMM_OK         `out` is filled
 * @retval VMM_END        the record has no more files; others than those of directories have none
 * @retval VMM_E_ARGUMENT no such record, `out` is NULL, or `out_size` is below 8
 */
VMM_API vmm_status vmm_file_at(uint32_t record_id, uint32_t index, struct vmm_file *out, size_t out_size);

/**
 * The id of a file of a record that is filled file by file; 0 when the record has no such file.
 *
 * @param record_id one of VMM_RECORD_*
 * @param name      name in the directory, such as "memory.current"; needs no NUL behind it
 * @param length    how long it is
 */
VMM_API uint32_t vmm_file_find(uint32_t record_id, const char *name, size_t length);

#ifdef __cplusplus
}
#endif

#endif
