/* SPDX-License-Identifier: MIT */
#define _POSIX_C_SOURCE 200809L
#include "formats.h"

#include <string.h>
#include <unistd.h>

/* ---- Formats ---- */

/*
 * Every format, one row each: its name, the record that it is read into, the function that reads it, and what it is.
 * ONE is a file that is one record, ROWS one that is read until VMM_END, both alike for files of one kind. ROWS_OF is for
 * several kinds, which are told by their names, and DIRECTORY for files that are one record together.
 */
#define RECORD_FORMATS(ONE, ROWS, ROWS_OF, DIRECTORY)                                                                  \
    ROWS("cpu", CPU, vmm_cpu_next, "CPU rows of /proc/stat; the total, whose id is null, comes first")                 \
    ONE("stat", STAT, vmm_stat_parse, "/proc/stat behind its CPU rows")                                                \
    ONE("meminfo", MEMINFO, vmm_meminfo_parse, "/proc/meminfo")                                                        \
    ONE("pressure", PRESSURE, vmm_pressure_parse, "files of /proc/pressure, and cpu.pressure and so on of a cgroup")   \
    DIRECTORY("cgroup", CGROUP, vmm_cgroup_read, "the directory of a cgroup, version 2 or 1")                          \
    ONE("cgroup-memory", CGROUP_MEMORY, vmm_cgroup_memory_parse, "memory.stat of a cgroup, version 2 or 1")            \
    ROWS_OF("cgroup-io", CGROUP_IO, vmm_cgroup_io_next, "io.stat; by their names also io.max and blkio.throttle.*")    \
    ONE("vmstat", VMSTAT, vmm_vmstat_parse, "/proc/vmstat")                                                            \
    DIRECTORY("system", SYSTEM, vmm_system_read, "/proc, of which loadavg and uptime are read")                        \
    DIRECTORY("process", PROCESS, vmm_process_read, "/proc/PID, or /proc/PID/task/TID")                                \
    DIRECTORY("net", NET, vmm_net_read, "/sys/class/net/INTERFACE")                                                    \
    ROWS("netdev", NET, vmm_net_next, "/proc/net/dev")                                                                 \
    ROWS("sockets", SOCKET, vmm_socket_next, "/proc/net/tcp, tcp6, udp and udp6")                                      \
    DIRECTORY("disk", DISK, vmm_disk_read, "/sys/block/DEVICE")                                                        \
    ROWS("diskstats", DISK, vmm_disk_next, "/proc/diskstats")                                                          \
    ONE("balloon", BALLOON, vmm_balloon_parse, "balloon statistics of Firecracker, Cloud Hypervisor and QEMU")         \
    ROWS("hypervisor", HYPERVISOR, vmm_hypervisor_parse, "lines of Firecracker's metrics")                             \
    ROWS("hypervisor-devices", HYPERVISOR_DEVICE, vmm_hypervisor_device_next,                                          \
         "devices of a line of Firecracker's metrics, or of Cloud Hypervisor's counters")

/* Single files of directories. */
#define FILE_FORMATS(FILE_OF)                                                                                          \
    FILE_OF("blockstat", DISK, vmm_disk_read, VMM_DISK_FILE_STAT, "/sys/block/DEVICE/stat")                            \
    FILE_OF("loadavg", SYSTEM, vmm_system_read, VMM_SYSTEM_FILE_LOADAVG, "/proc/loadavg")                              \
    FILE_OF("uptime", SYSTEM, vmm_system_read, VMM_SYSTEM_FILE_UPTIME, "/proc/uptime")

/* The same for rows that are no records but pieces of the text: the struct of spans, and how its members are called. */
#define VIEW_FORMATS(VIEW)                                                                                             \
    VIEW("cgroup-membership", vmm_cgroup_membership, read_cgroup_membership, "/proc/PID/cgroup", "hierarchy",          \
         "controllers", "path")                                                                                        \
    VIEW("mountinfo", vmm_mount, read_mount, "/proc/PID/mountinfo", "mount_id", "parent_id", "device", "root",         \
         "mount_point", "mount_options", "optional_fields", "type", "source", "super_options")                         \
    VIEW("key", vmm_key_value, read_key_line, "any file of keys and values, a line each", "key", "value")              \
    VIEW("pair", vmm_key_value, read_key_pair, "words of the form key=value", "key", "value")                          \
    VIEW("json", vmm_key_value, read_key_json, "the members of a JSON object", "key", "value")

/* The library's functions, each of which takes a pointer to its own struct, as functions of one type. */
#define RECORD_READER(name, record, function, about)                                                                   \
    static vmm_status read_##function(uint32_t file_id, struct vmm_text *text, void *row, size_t size)                 \
    {                                                                                                                  \
        (void)file_id;                                                                                                 \
        return function(text, row, size);                                                                              \
    }
#define FILE_READER(name, record, function, about)                                                                     \
    static vmm_status read_##function(uint32_t file_id, struct vmm_text *text, void *row, size_t size)                 \
    {                                                                                                                  \
        return function(file_id, text, row, size);                                                                     \
    }
#define ONE_FILE_READER(name, record, function, id, about)                                                             \
    static vmm_status read_##id(uint32_t file_id, struct vmm_text *text, void *row, size_t size)                       \
    {                                                                                                                  \
        (void)file_id;                                                                                                 \
        vmm_record_init(VMM_RECORD_##record, row, size);                                                               \
        return function(id, text, row, size);                                                                          \
    }
RECORD_FORMATS(RECORD_READER, RECORD_READER, FILE_READER, FILE_READER)
FILE_FORMATS(ONE_FILE_READER)

static vmm_status read_cgroup_membership(uint32_t file_id, struct vmm_text *text, void *row, size_t size)
{
    (void)file_id;
    return vmm_cgroup_membership_next(text, row, size);
}

static vmm_status read_mount(uint32_t file_id, struct vmm_text *text, void *row, size_t size)
{
    (void)file_id;
    return vmm_mount_next(text, row, size);
}

static vmm_status read_key_line(uint32_t file_id, struct vmm_text *text, void *row, size_t size)
{
    (void)file_id;
    return vmm_key_next(text, VMM_KEY_LINES, row, size);
}

static vmm_status read_key_pair(uint32_t file_id, struct vmm_text *text, void *row, size_t size)
{
    (void)file_id;
    return vmm_key_next(text, VMM_KEY_PAIRS, row, size);
}

static vmm_status read_key_json(uint32_t file_id, struct vmm_text *text, void *row, size_t size)
{
    (void)file_id;
    return vmm_key_next(text, VMM_KEY_JSON, row, size);
}

#define ONE_ROW(name, record, function, about)                                                                         \
    {name, about, read_##function, ONE_RECORD, VMM_RECORD_##record, 0, {NULL}},
#define ROWS_ROW(name, record, function, about)                                                                        \
    {name, about, read_##function, MANY_ROWS, VMM_RECORD_##record, 0, {NULL}},
#define NAMED_ROW(name, record, function, about)                                                                       \
    {name, about, read_##function, ROWS_BY_NAME, VMM_RECORD_##record, 0, {NULL}},
#define DIRECTORY_ROW(name, record, function, about)                                                                   \
    {name, about, read_##function, DIRECTORY, VMM_RECORD_##record, 0, {NULL}},
#define VIEW_ROW(name, type, function, about, ...)                                                                     \
    {name, about, function, MANY_ROWS, 0, sizeof(struct type), {__VA_ARGS__}},

#define FILE_ROW(name, record, function, id, about)                                                                    \
    {name, about, read_##id, ONE_RECORD, VMM_RECORD_##record, 0, {NULL}},

const struct format formats[] = {RECORD_FORMATS(ONE_ROW, ROWS_ROW, NAMED_ROW, DIRECTORY_ROW) FILE_FORMATS(FILE_ROW)
                                     VIEW_FORMATS(VIEW_ROW)};

/* ---- Usages ---- */

/*
 * Every usage: its name, the format that it is computed from, the record that it is, its function, how many of the
 * format's first members tell its rows apart, and what it is. OF needs one record, WITH
 * also another file of the same directory in another format, BETWEEN two records, OVER two and the time between them.
 */
#define USAGES(OF, WITH, BETWEEN, OVER)                                                                                \
    BETWEEN("cpu", "cpu", CPU_USAGE, vmm_cpu_usage_between, 1, "how the CPUs spent the time between two samples")      \
    OF("memory", "meminfo", MEMORY_USAGE, vmm_memory_usage_of, 0, "free's numbers")                                    \
    OVER("pressure", "pressure", PRESSURE_USAGE, vmm_pressure_usage_between, 0, "which share of the time was stalled") \
    OVER("cgroup", "cgroup", CGROUP_USAGE, vmm_cgroup_usage_between, 0, "CPUs used, throttling, events of a cgroup")   \
    WITH("cgroup-memory", "cgroup", CGROUP_MEMORY_USAGE, vmm_cgroup_memory_usage_of, "cgroup-memory", "memory.stat",   \
         "a cgroup's memory in use, and working sets")                                                                 \
    OVER("process", "process", PROCESS_USAGE, process_usage, 0, "CPUs used, faults and I/O of a process")              \
    OVER("net", "netdev", NET_RATE, vmm_net_rate_between, 1, "traffic of network interfaces a second")                 \
    OVER("disk", "diskstats", DISK_RATE, vmm_disk_rate_between, 2, "iostat's numbers")                                 \
    OVER("devices", "hypervisor-devices", HYPERVISOR_DEVICE_RATE, vmm_hypervisor_device_rate_between, 2,               \
         "traffic of a virtual machine's devices a second")                                                            \
    OVER("cgroup-io", "cgroup-io", CGROUP_IO_RATE, vmm_cgroup_io_rate_between, 2, "a cgroup's I/O a second")

/* The files do not say how long a tick is; it is taken to be as on this machine. */
static vmm_status process_usage(const struct vmm_process *before, const struct vmm_process *after, int64_t elapsed_ns,
                                struct vmm_process_usage *out, size_t out_size)
{
    return vmm_process_usage_between(before, after, elapsed_ns, (uint64_t)sysconf(_SC_CLK_TCK), out, out_size);
}

#define OF_FUNCTION(name, format, record, function, keys, about)                                                       \
    static vmm_status use_##record(const void *from, const void *second, void *out, size_t size)                       \
    {                                                                                                                  \
        (void)second;                                                                                                  \
        return function(from, out, size);                                                                              \
    }
#define WITH_FUNCTION(name, format, record, function, second_format, second_file, about)                               \
    static vmm_status use_##record(const void *from, const void *second, void *out, size_t size)                       \
    {                                                                                                                  \
        return function(from, second, VMM_UNKNOWN, out, size);                                                         \
    }
#define BETWEEN_FUNCTION(name, format, record, function, keys, about)                                                  \
    static vmm_status use_##record(const void *before, const void *after, int64_t elapsed_ns, void *out, size_t size)  \
    {                                                                                                                  \
        (void)elapsed_ns;                                                                                              \
        return function(before, after, out, size);                                                                     \
    }
#define OVER_FUNCTION(name, format, record, function, keys, about)                                                     \
    static vmm_status use_##record(const void *before, const void *after, int64_t elapsed_ns, void *out, size_t size)  \
    {                                                                                                                  \
        return function(before, after, elapsed_ns, out, size);                                                         \
    }
USAGES(OF_FUNCTION, WITH_FUNCTION, BETWEEN_FUNCTION, OVER_FUNCTION)

#define OF_ROW(name, format, record, function, keys, about)                                                            \
    {name, about, format, VMM_RECORD_##record, keys, use_##record, NULL, false, NULL, NULL},
#define WITH_ROW(name, format, record, function, second_format, second_file, about)                                    \
    {name, about, format, VMM_RECORD_##record, 0, use_##record, NULL, false, second_format, second_file},
#define BETWEEN_ROW(name, format, record, function, keys, about)                                                       \
    {name, about, format, VMM_RECORD_##record, keys, NULL, use_##record, false, NULL, NULL},
#define OVER_ROW(name, format, record, function, keys, about)                                                          \
    {name, about, format, VMM_RECORD_##record, keys, NULL, use_##record, true, NULL, NULL},

const struct usage usages[] = {USAGES(OF_ROW, WITH_ROW, BETWEEN_ROW, OVER_ROW)};

const size_t format_count = sizeof formats / sizeof formats[0];
const size_t usage_count = sizeof usages / sizeof usages[0];

/* ---- Finding them ---- */

const struct format *find_format(const char *name)
{
    for (size_t i = 0; i < format_count; i++) {
        if (strcmp(formats[i].name, name) == 0)
            return &formats[i];
    }
    return NULL;
}

const struct usage *find_usage(const char *name)
{
    for (size_t i = 0; i < usage_count; i++) {
        if (strcmp(usages[i].name, name) == 0)
            return &usages[i];
    }
    return NULL;
}
