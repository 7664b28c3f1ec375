/* SPDX-License-Identifier: MIT */
#define _POSIX_C_SOURCE 200809L
#include "formats.h"

#include <string.h>
#include <unistd.h>

/* ---- Formats ---- */

/* The functions of the library take pointers to their own structs. These are the same functions with one type. */
#define READER(name, call)                                                                                             \
    static vmm_status name(struct vmm_text *text, enum vmm_file file, void *row, size_t size)                          \
    {                                                                                                                  \
        (void)file;                                                                                                    \
        return call;                                                                                                   \
    }
READER(read_cpu, vmm_cpu_next(text, row, size))
READER(read_stat, vmm_stat_parse(text, row, size))
READER(read_meminfo, vmm_meminfo_parse(text, row, size))
READER(read_pressure, vmm_pressure_parse(text, row, size))
READER(read_cgroup_io, vmm_cgroup_io_next(text, file, row, size))
READER(read_vmstat, vmm_vmstat_parse(text, row, size))
READER(read_vmstat_detail, vmm_vmstat_detail_parse(text, row, size))
READER(read_oom_kill, vmm_oom_kill_next(text, row, size))
READER(read_net, vmm_net_next(text, row, size))
READER(read_socket, vmm_socket_next(text, row, size))
READER(read_disk, vmm_disk_next(text, row, size))
READER(read_balloon, vmm_balloon_parse(text, row, size))
READER(read_firecracker, vmm_firecracker_next(text, row, size))
READER(read_hypervisor_device, vmm_hypervisor_device_next(text, row, size))
READER(read_membership, vmm_cgroup_membership_next(text, row, size))
READER(read_mount, vmm_mount_next(text, row, size))
READER(read_lines, vmm_key_next(text, VMM_KEY_LINES, row, size))
READER(read_pairs, vmm_key_next(text, VMM_KEY_PAIRS, row, size))
READER(read_json, vmm_key_next(text, VMM_KEY_JSON, row, size))
READER(read_paired, vmm_key_next(text, VMM_KEY_PAIRED_LINES, row, size))
READER(read_array, vmm_key_next(text, VMM_KEY_JSON_ARRAY, row, size))

/* NOLINTBEGIN(bugprone-macro-parentheses): members of initialisers. */
/* A file that is one record, a file of rows, a directory or files of it, and either of the last two. */
#define ONE(id, reader, text)                                                                                          \
    {                                                                                                                  \
        .record = VMM_RECORD_##id, .read = reader, .about = text                                                       \
    }
#define ROWS(id, reader, text)                                                                                         \
    {                                                                                                                  \
        .record = VMM_RECORD_##id, .read = reader, .has_rows = true, .about = text                                     \
    }
#define FILES(id, text)                                                                                                \
    {                                                                                                                  \
        .record = VMM_RECORD_##id, .has_files = true, .about = text                                                    \
    }
#define BOTH(id, reader, text)                                                                                         \
    {                                                                                                                  \
        .record = VMM_RECORD_##id, .read = reader, .has_rows = true, .has_files = true, .about = text                  \
    }
/* Rows that are not records but parts of the text. */
#define VIEW(view, type, reader, text, ...)                                                                            \
    {                                                                                                                  \
        .name = view, .view_size = sizeof(struct type), .read = reader, .has_rows = true, .about = text, .spans = {    \
            __VA_ARGS__                                                                                                \
        }                                                                                                              \
    }

/* NOLINTEND(bugprone-macro-parentheses) */

const struct format formats[] = {
    ROWS(CPU, read_cpu, "CPU rows of /proc/stat; the total, whose id is null, comes first"),
    ONE(STAT, read_stat, "/proc/stat after its CPU rows"),
    ONE(MEMINFO, read_meminfo, "/proc/meminfo"),
    FILES(FILESYSTEM, "the file system of a path, by statvfs()"),
    ONE(PRESSURE, read_pressure, "files of /proc/pressure, and cpu.pressure and so on of a cgroup"),
    FILES(CGROUP_MEMORY, "memory.stat of a cgroup, version 2 or 1"),
    FILES(CGROUP, "the directory of a cgroup, version 2 or 1, or files of it"),
    ROWS(CGROUP_IO, read_cgroup_io, "io.stat; by their names also io.max and blkio.throttle.*"),
    FILES(PROCESS, "/proc/PID or /proc/PID/task/TID, or files of it"),
    BOTH(NET, read_net, "/proc/net/dev; /sys/class/net/INTERFACE, or files of it"),
    ROWS(SOCKET, read_socket, "/proc/net/tcp, tcp6, udp and udp6"),
    BOTH(DISK, read_disk, "/proc/diskstats; /sys/block/DEVICE, or files of it"),
    FILES(SYSTEM, "/proc, or its files loadavg and uptime"),
    FILES(PROTOCOLS, "/proc/net, or its files snmp, netstat, snmp6, sockstat and sockstat6"),
    ONE(VMSTAT, read_vmstat, "/proc/vmstat"),
    ONE(VMSTAT_DETAIL, read_vmstat_detail, "/proc/vmstat, the rest of the keys"),
    ROWS(OOM_KILL, read_oom_kill, "the kernel's log: /dev/kmsg or dmesg's output, lines about killed processes"),
    ONE(BALLOON, read_balloon, "answers of Firecracker, Cloud Hypervisor and QEMU: balloon, memory, virtual CPUs"),
    ROWS(FIRECRACKER, read_firecracker, "lines of Firecracker's metrics"),
    ROWS(HYPERVISOR_DEVICE, read_hypervisor_device,
         "devices of a line of Firecracker's metrics, or of Cloud Hypervisor's counters"),
    VIEW("cgroup_membership", vmm_cgroup_membership, read_membership, "/proc/PID/cgroup", "hierarchy", "controllers",
         "path"),
    VIEW("mount", vmm_mount, read_mount, "/proc/PID/mountinfo", "mount_id", "parent_id", "device", "root",
         "mount_point", "mount_options", "optional_fields", "type", "source", "super_options"),
    VIEW("key", vmm_key_value, read_lines, "any file with a key and a value on each line", "key", "value"),
    VIEW("pair", vmm_key_value, read_pairs, "words of the form key=value", "key", "value"),
    VIEW("json", vmm_key_value, read_json, "the members of a JSON object", "key", "value"),
    VIEW("paired", vmm_key_value, read_paired, "pairs of lines: names, and their values in the next line", "key",
         "value"),
    VIEW("array", vmm_key_value, read_array, "the elements of a JSON array; their keys are empty", "key", "value"),
};

/* ---- Usages ---- */

/* A usage of one record, and of the record `second` of the same directory. */
#define USE_OF(name, call)                                                                                             \
    static vmm_status name(const void *from, const void *second, void *out, size_t size)                               \
    {                                                                                                                  \
        (void)second;                                                                                                  \
        return call;                                                                                                   \
    }
USE_OF(use_memory, vmm_memory_usage_of(from, out, size))
USE_OF(use_filesystem, vmm_filesystem_usage_of(from, out, size))
USE_OF(use_cgroup_memory, vmm_cgroup_memory_usage_of(from, second, VMM_UNKNOWN, out, size))

#define USE_BETWEEN(name, call)                                                                                        \
    static vmm_status name(const void *before, const void *after, int64_t elapsed_ns, void *out, size_t size)          \
    {                                                                                                                  \
        (void)elapsed_ns;                                                                                              \
        return call;                                                                                                   \
    }
USE_BETWEEN(use_cpu, vmm_cpu_usage_between(before, after, out, size))
USE_BETWEEN(use_pressure, vmm_pressure_usage_between(before, after, elapsed_ns, out, size))
USE_BETWEEN(use_cgroup, vmm_cgroup_usage_between(before, after, elapsed_ns, out, size))
USE_BETWEEN(use_cgroup_io, vmm_cgroup_io_usage_between(before, after, elapsed_ns, out, size))
USE_BETWEEN(use_threads, vmm_threads_usage_between(before, after, NULL, elapsed_ns, out, size))
USE_BETWEEN(use_net, vmm_net_usage_between(before, after, elapsed_ns, out, size))
USE_BETWEEN(use_protocols, vmm_protocols_usage_between(before, after, elapsed_ns, out, size))
USE_BETWEEN(use_disk, vmm_disk_usage_between(before, after, elapsed_ns, out, size))
USE_BETWEEN(use_device, vmm_hypervisor_device_usage_between(before, after, elapsed_ns, out, size))

/* The files do not say how long a tick is. It is assumed to be as long as on this machine. */
static vmm_status use_process(const void *before, const void *after, int64_t elapsed_ns, void *out, size_t size)
{
    struct vmm_interval interval = {elapsed_ns, (uint64_t)sysconf(_SC_CLK_TCK)};

    return vmm_process_usage_between(before, after, &interval, out, size);
}

/* NOLINTBEGIN(bugprone-macro-parentheses): members of initialisers. */
#define OF(id, input, function, text)                                                                                  \
    {                                                                                                                  \
        .record = VMM_RECORD_##id, .from = VMM_RECORD_##input, .of = function, .about = text                           \
    }
#define OVER(id, input, function, text)                                                                                \
    {                                                                                                                  \
        .record = VMM_RECORD_##id, .from = VMM_RECORD_##input, .between = function, .needs_elapsed = true,             \
        .about = text                                                                                                  \
    }

/* NOLINTEND(bugprone-macro-parentheses) */

const struct usage usages[] = {
    {.record = VMM_RECORD_CPU_USAGE,
     .from = VMM_RECORD_CPU,
     .between = use_cpu,
     .about = "how the CPUs spent the time between two samples"},
    OF(MEMORY_USAGE, MEMINFO, use_memory, "free's numbers"),
    OF(FILESYSTEM_USAGE, FILESYSTEM, use_filesystem, "df's numbers"),
    OVER(PRESSURE_USAGE, PRESSURE, use_pressure, "which share of the time was stalled"),
    OVER(CGROUP_USAGE, CGROUP, use_cgroup, "CPUs used, throttling, events of a cgroup"),
    {.record = VMM_RECORD_CGROUP_MEMORY_USAGE,
     .from = VMM_RECORD_CGROUP,
     .second = VMM_RECORD_CGROUP_MEMORY,
     .of = use_cgroup_memory,
     .about = "a cgroup's memory in use, and working sets"},
    OVER(CGROUP_IO_USAGE, CGROUP_IO, use_cgroup_io, "a cgroup's I/O per second"),
    OVER(PROCESS_USAGE, PROCESS, use_process, "CPUs used, faults and I/O of a process"),
    {.record = VMM_RECORD_THREADS_USAGE,
     .from = VMM_RECORD_PROCESS,
     .between = use_threads,
     .needs_elapsed = true,
     .is_of_threads = true,
     .about = "CPUs used by the threads of a VMM: of two copies of /proc/PID/task"},
    OVER(NET_USAGE, NET, use_net, "traffic of network interfaces per second"),
    OVER(PROTOCOLS_USAGE, PROTOCOLS, use_protocols, "retransmissions, drops and errors of TCP and UDP per second"),
    OVER(DISK_USAGE, DISK, use_disk, "iostat's numbers"),
    OVER(HYPERVISOR_DEVICE_USAGE, HYPERVISOR_DEVICE, use_device, "traffic of a virtual machine's devices per second"),
};

const size_t format_count = sizeof formats / sizeof formats[0];
const size_t usage_count = sizeof usages / sizeof usages[0];

/* ---- Finding them ---- */

struct vmm_record_info describe(enum vmm_record_id record)
{
    struct vmm_record_info info;

    vmm_record_at(record, &info, sizeof info);
    return info;
}

static bool has_name(enum vmm_record_id record, const char *name)
{
    return strcmp(describe(record).name, name) == 0;
}

const struct format *format_of(enum vmm_record_id record)
{
    for (size_t i = 0; i < format_count; i++) {
        if (formats[i].record == record)
            return &formats[i];
    }
    return NULL;
}

const struct usage *usage_of(enum vmm_record_id record)
{
    for (size_t i = 0; i < usage_count; i++) {
        if (usages[i].record == record)
            return &usages[i];
    }
    return NULL;
}

const struct format *find_format(const char *name)
{
    for (size_t i = 0; i < format_count; i++) {
        const struct format *format = &formats[i];

        if (format->name != NULL ? strcmp(format->name, name) == 0 : has_name(format->record, name))
            return format;
    }
    return NULL;
}

const struct usage *find_usage(const char *name)
{
    static const char ending[] = "_usage";
    size_t length = strlen(name);

    for (size_t i = 0; i < usage_count; i++) {
        struct vmm_record_info record = describe(usages[i].record);

        if (strncmp(record.name, name, length) == 0 &&
            (record.name[length] == '\0' || strcmp(record.name + length, ending) == 0))
            return &usages[i];
    }
    return NULL;
}
