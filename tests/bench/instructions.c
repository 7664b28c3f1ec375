/* SPDX-License-Identifier: MIT */
/*
 * Parses a generated file again and again: `instructions CASE TIMES`. Run twice under an instruction counter, with
 * different TIMES, the difference is what the parsing costs. Prints the bytes of one round; without arguments, the cases.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "generate.h"
#include "vmmetrics/vmmetrics.h"

/* Each parses all of the text once, and returns a number that depends on what it read. */

static uint64_t parse_cpus(struct vmm_text *text)
{
    struct vmm_cpu cpu;
    uint64_t sum = 0;

    while (vmm_cpu_next(text, &cpu, sizeof cpu) == VMM_OK)
        sum += cpu.user_ticks;
    return sum;
}

static uint64_t parse_stat(struct vmm_text *text)
{
    struct vmm_stat stat;
    uint64_t sum = parse_cpus(text);

    return vmm_stat_parse(text, &stat, sizeof stat) == VMM_OK ? sum + stat.ctxt : 0;
}

static uint64_t parse_meminfo(struct vmm_text *text)
{
    struct vmm_meminfo memory;

    return vmm_meminfo_parse(text, &memory, sizeof memory) == VMM_OK ? memory.mem_total_bytes : 0;
}

static uint64_t parse_pressure(struct vmm_text *text)
{
    struct vmm_pressure pressure;

    return vmm_pressure_parse(text, &pressure, sizeof pressure) == VMM_OK ? pressure.some_total_usec : 0;
}

/* Begun once, as by a program that reads the file again and again. */
static struct vmm_cgroup_memory memory;

static uint64_t parse_memory_stat(struct vmm_text *text)
{
    return vmm_record_read(text, VMM_FILE_CGROUP_MEMORY_STAT, &memory, sizeof memory) == VMM_OK ? memory.anon_bytes + 1
                                                                                                : 0;
}

static uint64_t parse_io_stat(struct vmm_text *text)
{
    struct vmm_cgroup_io row;
    uint64_t sum = 0;

    while (vmm_cgroup_io_next(text, VMM_FILE_CGROUP_IO_STAT, &row, sizeof row) == VMM_OK)
        sum += row.read_bytes;
    return sum;
}

/* Begun once, as by a program that reads the other files of a process, too. */
static struct vmm_process process;

static uint64_t parse_process_stat(struct vmm_text *text)
{
    return vmm_record_read(text, VMM_FILE_PROCESS_STAT, &process, sizeof process) == VMM_OK ? process.utime_ticks : 0;
}

static uint64_t parse_process_status(struct vmm_text *text)
{
    return vmm_record_read(text, VMM_FILE_PROCESS_STATUS, &process, sizeof process) == VMM_OK ? process.vm_rss_bytes
                                                                                              : 0;
}

/* The ids and lengths of a cgroup's files, which are one after another. */
static enum vmm_file ids[64];
static size_t lengths[64];

static uint64_t parse_cgroup(struct vmm_text *text)
{
    struct vmm_cgroup record;
    const char *file = text->pos;

    vmm_record_init(VMM_RECORD_CGROUP, &record, sizeof record);
    for (size_t i = 0; ids[i] != 0; i++) {
        struct vmm_text one = vmm_text_of(file, lengths[i]);

        if (vmm_record_read(&one, ids[i], &record, sizeof record) != VMM_OK)
            return 0;
        file += lengths[i];
    }
    return record.usage_usec;
}

static uint64_t parse_mountinfo(struct vmm_text *text)
{
    struct vmm_mount mount;
    uint64_t sum = 0;

    while (vmm_mount_next(text, &mount, sizeof mount) == VMM_OK)
        sum += mount.root.length + mount.super_options.length;
    return sum;
}

static uint64_t parse_netstat(struct vmm_text *text)
{
    struct vmm_protocols protocols;

    vmm_record_init(VMM_RECORD_PROTOCOLS, &protocols, sizeof protocols);
    if (vmm_record_read(text, VMM_FILE_PROTOCOLS_NETSTAT, &protocols, sizeof protocols) != VMM_OK)
        return 0;
    return protocols.ip_ext_in_octets_bytes + 1;
}

static void mountinfo_40(struct buffer *buffer)
{
    generate_mountinfo(buffer, 40);
}

static void mountinfo_2000(struct buffer *buffer)
{
    generate_mountinfo(buffer, 2000);
}

static uint64_t parse_net_dev(struct vmm_text *text)
{
    struct vmm_net net;
    uint64_t sum = 0;

    while (vmm_net_next(text, &net, sizeof net) == VMM_OK)
        sum += net.rx_bytes;
    return sum;
}

static void net_dev_4(struct buffer *buffer)
{
    generate_net_dev(buffer, 4);
}

static void net_dev_1024(struct buffer *buffer)
{
    generate_net_dev(buffer, 1024);
}

static uint64_t parse_diskstats(struct vmm_text *text)
{
    struct vmm_disk disk;
    uint64_t sum = 0;

    while (vmm_disk_next(text, &disk, sizeof disk) == VMM_OK)
        sum += disk.reads + 1;
    return sum;
}

static uint64_t parse_vmstat(struct vmm_text *text)
{
    struct vmm_vmstat vmstat;

    return vmm_vmstat_parse(text, &vmstat, sizeof vmstat) == VMM_OK ? vmstat.pgfault + 1 : 0;
}

static uint64_t parse_vmstat_detail(struct vmm_text *text)
{
    struct vmm_vmstat_detail detail;

    return vmm_vmstat_detail_parse(text, &detail, sizeof detail) == VMM_OK ? detail.numa_hit + 1 : 0;
}

static uint64_t parse_balloon(struct vmm_text *text)
{
    struct vmm_balloon balloon;

    return vmm_balloon_parse(text, &balloon, sizeof balloon) == VMM_OK ? balloon.free_memory_bytes : 0;
}

static uint64_t parse_hypervisor(struct vmm_text *text)
{
    struct vmm_firecracker line;

    return vmm_firecracker_next(text, &line, sizeof line) == VMM_OK ? line.utc_timestamp_ms : 0;
}

static uint64_t parse_devices(struct vmm_text *text)
{
    struct vmm_hypervisor_device row;
    uint64_t sum = 0;

    while (vmm_hypervisor_device_next(text, &row, sizeof row) == VMM_OK)
        sum += row.device_type;
    return sum;
}

static uint64_t parse_json(struct vmm_text *text)
{
    struct vmm_key_value row;
    uint64_t sum = 0;

    while (vmm_key_next(text, VMM_KEY_JSON, &row, sizeof row) == VMM_OK)
        sum += row.value.length;
    return sum;
}

static void firecracker_line(struct buffer *buffer)
{
    generate_firecracker_line(buffer, 2);
}

static void firecracker_line_64(struct buffer *buffer)
{
    generate_firecracker_line(buffer, 64);
}

static void cloud_hypervisor_counters_8(struct buffer *buffer)
{
    generate_cloud_hypervisor_counters(buffer, 8);
}

static void qemu_disks_8(struct buffer *buffer)
{
    generate_qemu_disks(buffer, 8);
}

static void diskstats_2(struct buffer *buffer)
{
    generate_diskstats(buffer, 2);
}

static void diskstats_64(struct buffer *buffer)
{
    generate_diskstats(buffer, 64);
}

static void stat_256(struct buffer *buffer)
{
    generate_stat(buffer, 256, 0);
    /* CPU rows only. */
    buffer->length = (size_t)(strstr(buffer->bytes, "intr") - buffer->bytes);
}

static void stat_2(struct buffer *buffer)
{
    generate_stat(buffer, 2, 456);
}

static void stat_256_whole(struct buffer *buffer)
{
    generate_stat(buffer, 256, 7000);
}

static void meminfo(struct buffer *buffer)
{
    generate_meminfo(buffer, 0);
}

static void meminfo_unknown(struct buffer *buffer)
{
    generate_meminfo(buffer, 5);
}

static void io_stat_64(struct buffer *buffer)
{
    generate_io_stat(buffer, 64);
}

static void cgroup(struct buffer *buffer)
{
    for (size_t i = 0; generated_cgroup[i].name != NULL; i++) {
        ids[i] =
            (enum vmm_file)vmm_file_find(VMM_RECORD_CGROUP, generated_cgroup[i].name, strlen(generated_cgroup[i].name));
        lengths[i] = strlen(generated_cgroup[i].text);
        buffer_printf(buffer, "%s", generated_cgroup[i].text);
    }
}

static const struct {
    const char *name;
    void (*generate)(struct buffer *buffer);
    uint64_t (*parse)(struct vmm_text *text);
} cases[] = {
    {"meminfo", meminfo, parse_meminfo},
    {"meminfo-unknown-keys", meminfo_unknown, parse_meminfo},
    {"cpu-rows-256", stat_256, parse_cpus},
    {"stat-256", stat_256_whole, parse_stat},
    {"stat-2", stat_2, parse_stat},
    {"pressure", generate_pressure, parse_pressure},
    {"memory-stat", generate_memory_stat, parse_memory_stat},
    {"io-stat-64", io_stat_64, parse_io_stat},
    {"cgroup", cgroup, parse_cgroup},
    {"mountinfo-40", mountinfo_40, parse_mountinfo},
    {"mountinfo-2000", mountinfo_2000, parse_mountinfo},
    {"process-stat", generate_process_stat, parse_process_stat},
    {"process-status", generate_process_status, parse_process_status},
    {"net-dev-4", net_dev_4, parse_net_dev},
    {"net-dev-1024", net_dev_1024, parse_net_dev},
    {"diskstats-2", diskstats_2, parse_diskstats},
    {"diskstats-64", diskstats_64, parse_diskstats},
    {"vmstat", generate_vmstat, parse_vmstat},
    {"vmstat-detail", generate_vmstat, parse_vmstat_detail},
    {"netstat", generate_netstat, parse_netstat},
    {"balloon-firecracker", generate_firecracker_balloon, parse_balloon},
    {"balloon-qemu", generate_qemu_balloon, parse_balloon},
    {"firecracker-line", firecracker_line, parse_hypervisor},
    {"firecracker-devices", firecracker_line, parse_devices},
    {"firecracker-devices-64", firecracker_line_64, parse_devices},
    {"cloud-hypervisor-8", cloud_hypervisor_counters_8, parse_devices},
    {"qemu-disks-8", qemu_disks_8, parse_devices},
    {"json-members", firecracker_line, parse_json},
};

int main(int argc, char **argv)
{
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct buffer buffer = {NULL, 0, 0};
        uint64_t sum = 0;

        if (argc != 3) {
            puts(cases[i].name);
            continue;
        }
        if (strcmp(argv[1], cases[i].name) != 0)
            continue;
        cases[i].generate(&buffer);
        for (long n = strtol(argv[2], NULL, 10); n > 0; n--) {
            struct vmm_text text = vmm_text_of(buffer.bytes, buffer.length);

            sum += cases[i].parse(&text);
        }
        printf("%zu bytes, sum %" PRIu64 "\n", buffer.length, sum);
        free(buffer.bytes);
        return sum == 0;
    }
    return argc == 3 ? 2 : 0;
}
