/* SPDX-License-Identifier: MIT */
/*
 * A program as somebody may have built it with older or newer headers: it fills all records and works with them, names no
 * member but `size`, and prints the bytes of each. test_versions.py builds it with headers whose records are shorter or longer.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <vmmetrics/vmmetrics.h>

/* KEPT_name: how many bytes of a record this program may know. The bytes after them become unknown after each call. */
#include "kept.h"

enum { CANARY = 0x5a, CANARIES = 64, SECOND = 1000000000 };

/* A record, and bytes after it that no function may write. */
#define RECORD(name)                                                                                                   \
    struct {                                                                                                           \
        struct vmm_##name record;                                                                                      \
        unsigned char after[CANARIES];                                                                                 \
    }

static void show(const char *what, vmm_status status, const void *record, size_t size)
{
    const unsigned char *bytes = record;
    uint64_t word;

    printf("%s %" PRId32, what, status);
    for (size_t i = 0; i < size; i += sizeof word) {
        memcpy(&word, bytes + i, sizeof word);
        printf(" %" PRIx64, word);
    }
    putchar('\n');
    for (size_t i = 0; i < CANARIES; i++) {
        if (bytes[size + i] != CANARY) {
            printf("byte %zu after it was written\n", i);
            exit(EXIT_FAILURE);
        }
    }
}

static void forget(enum vmm_record_id id, void *record, size_t size, size_t kept)
{
    unsigned char fresh[8192];

    if (kept >= size)
        return;
    vmm_record_init(id, fresh, size);
    memcpy((unsigned char *)record + kept, fresh + kept, size - kept);
}

#define FRESH(ID, object)                                                                                              \
    do {                                                                                                               \
        memset(&(object), CANARY, sizeof(object));                                                                     \
        vmm_record_init(VMM_RECORD_##ID, &(object).record, sizeof(object).record);                                     \
    } while (0)

#define GIVES(ID, name, object, call)                                                                                  \
    do {                                                                                                               \
        vmm_status status = call;                                                                                      \
        forget(VMM_RECORD_##ID, &(object).record, sizeof(object).record, KEPT_##name);                                 \
        show(#name, status, &(object).record, sizeof(object).record);                                                  \
    } while (0)

#define OUT(object) &(object).record, sizeof(object).record

/* A record that one function fills from one text. */
#define READS(ID, name, verb, string)                                                                                  \
    do {                                                                                                               \
        RECORD(name) name;                                                                                             \
        FRESH(ID, name);                                                                                               \
        GIVES(ID, name, name, vmm_##name##_##verb(of(string), OUT(name)));                                             \
    } while (0)

static struct vmm_text text;

static struct vmm_text *of(const char *string)
{
    text = vmm_text_of(string, strlen(string));
    return &text;
}

/* Each of these takes two samples, `which` of them, and then what lies between. */

static void cpu(void)
{
    static const char *const samples[] = {"cpu0 1 2 3 4 5 6 7 8 1 2\n", "cpu0 101 12 53 704 15 16 17 28 51 4\n"};
    RECORD(cpu) rows[2];
    RECORD(cpu_usage) usage;
    struct vmm_cpus all[2];

    for (int i = 0; i < 2; i++) {
        FRESH(CPU, rows[i]);
        GIVES(CPU, cpu, rows[i], vmm_cpu_next(of(samples[i]), OUT(rows[i])));
    }
    FRESH(CPU_USAGE, usage);
    GIVES(CPU_USAGE, cpu_usage, usage, vmm_cpu_usage_between(&rows[0].record, &rows[1].record, OUT(usage)));
    for (int i = 0; i < 2; i++)
        all[i] = (struct vmm_cpus){&rows[i].record, 1, sizeof rows[i].record};
    FRESH(CPU_USAGE, usage);
    GIVES(CPU_USAGE, cpu_usage, usage, vmm_cpus_usage_between(&all[0], &all[1], NULL, OUT(usage)));
}

static void memory(void)
{
    RECORD(meminfo) meminfo;
    RECORD(memory_usage) usage;

    FRESH(MEMINFO, meminfo);
    GIVES(MEMINFO, meminfo, meminfo,
          vmm_meminfo_parse(
              of("MemTotal: 9000 kB\nMemFree: 1000 kB\nMemAvailable: 5000 kB\nBuffers: 7 kB\nCached: 900 kB\n"
                 "SwapTotal: 100 kB\nSwapFree: 60 kB\nShmem: 5 kB\nSReclaimable: 6 kB\nBalloon: 50 kB\n"
                 "Active: 8 kB\nInactive: 9 kB\nHugePages_Total: 0\nDirectMap1G: 7 kB\n"),
              OUT(meminfo)));
    FRESH(MEMORY_USAGE, usage);
    GIVES(MEMORY_USAGE, memory_usage, usage, vmm_memory_usage_of(&meminfo.record, OUT(usage)));
}

static void filesystem(void)
{
    RECORD(filesystem) filesystem;
    RECORD(filesystem_usage) usage;
    uint64_t word;

    FRESH(FILESYSTEM, filesystem);
    /* The caller fills it: with falling numbers, as blocks, free blocks and available ones are. */
    for (size_t i = 2; i < filesystem.record.size / sizeof word; i++) {
        word = 4096 / (i - 1);
        memcpy((unsigned char *)&filesystem.record + i * sizeof word, &word, sizeof word);
    }
    GIVES(FILESYSTEM, filesystem, filesystem, VMM_OK);
    FRESH(FILESYSTEM_USAGE, usage);
    GIVES(FILESYSTEM_USAGE, filesystem_usage, usage, vmm_filesystem_usage_of(&filesystem.record, OUT(usage)));
}

static void pressure(void)
{
    static const char *const samples[] = {
        "some avg10=1.00 avg60=2.00 avg300=3.00 total=400\nfull avg10=0.10 avg60=0.20 avg300=0.30 total=40\n",
        "some avg10=1.50 avg60=2.00 avg300=3.00 total=300400\nfull avg10=0.10 avg60=0.20 avg300=0.30 total=20040\n"};
    RECORD(pressure) rows[2];
    RECORD(pressure_usage) usage;

    for (int i = 0; i < 2; i++) {
        FRESH(PRESSURE, rows[i]);
        GIVES(PRESSURE, pressure, rows[i], vmm_pressure_parse(of(samples[i]), OUT(rows[i])));
    }
    FRESH(PRESSURE_USAGE, usage);
    GIVES(PRESSURE_USAGE, pressure_usage, usage,
          vmm_pressure_usage_between(&rows[0].record, &rows[1].record, SECOND, OUT(usage)));
}

static void cgroup(void)
{
    static const struct {
        enum vmm_file id;
        const char *samples[2];
    } files[] = {
        {VMM_FILE_CGROUP_CPU_STAT,
         {"usage_usec 10\nuser_usec 6\nsystem_usec 4\nnr_periods 3\nnr_throttled 1\nthrottled_usec 7\n",
          "usage_usec 900010\nuser_usec 500006\nsystem_usec 400004\nnr_periods 13\nnr_throttled 6\nthrottled_usec "
          "90007\n"}},
        {VMM_FILE_CGROUP_CPU_MAX, {"200000 100000\n", "200000 100000\n"}},
        {VMM_FILE_CGROUP_MEMORY_CURRENT, {"1000000\n", "2000000\n"}},
        {VMM_FILE_CGROUP_MEMORY_MAX, {"3000000\n", "3000000\n"}},
        {VMM_FILE_CGROUP_MEMORY_EVENTS,
         {"low 0\nhigh 1\nmax 2\noom 3\noom_kill 4\n", "low 0\nhigh 3\nmax 5\noom 7\noom_kill 9\n"}},
        {VMM_FILE_CGROUP_PIDS_EVENTS, {"max 1\n", "max 3\n"}},
        {VMM_FILE_CGROUP_MEMORY_FAILCNT, {"4\n", "6\n"}},
        {VMM_FILE_CGROUP_CPUSET_EFFECTIVE_CPUS, {"0-3\n", "0-3\n"}},
    };
    RECORD(cgroup) rows[2];
    RECORD(cgroup_usage) usage;
    RECORD(cgroup_memory) stat;
    RECORD(cgroup_memory_usage) memory_usage;

    for (int i = 0; i < 2; i++) {
        FRESH(CGROUP, rows[i]);
        for (size_t f = 0; f < sizeof files / sizeof files[0]; f++)
            GIVES(CGROUP, cgroup, rows[i], vmm_record_read(of(files[f].samples[i]), files[f].id, OUT(rows[i])));
    }
    FRESH(CGROUP_USAGE, usage);
    GIVES(CGROUP_USAGE, cgroup_usage, usage,
          vmm_cgroup_usage_between(&rows[0].record, &rows[1].record, SECOND, OUT(usage)));
    FRESH(CGROUP_MEMORY, stat);
    GIVES(CGROUP_MEMORY, cgroup_memory, stat,
          vmm_record_read(of("anon 500000\nfile 400000\nshmem 7\ninactive_anon 8\nactive_anon 9\n"
                             "inactive_file 100000\nactive_file 300000\nslab_reclaimable 5\npgfault 1\nthp_swpout 2\n"),
                          VMM_FILE_CGROUP_MEMORY_STAT, OUT(stat)));
    FRESH(CGROUP_MEMORY_USAGE, memory_usage);
    GIVES(CGROUP_MEMORY_USAGE, cgroup_memory_usage, memory_usage,
          vmm_cgroup_memory_usage_of(&rows[1].record, &stat.record, VMM_UNKNOWN, OUT(memory_usage)));
}

static void cgroup_io(void)
{
    static const char *const samples[] = {"8:0 rbytes=1 wbytes=2 rios=3 wios=4 dbytes=5 dios=6\n",
                                          "8:0 rbytes=4097 wbytes=8194 rios=6 wios=8 dbytes=5 dios=6\n"};
    RECORD(cgroup_io) rows[2], limits;
    RECORD(cgroup_io_usage) usage;

    for (int i = 0; i < 2; i++) {
        FRESH(CGROUP_IO, rows[i]);
        GIVES(CGROUP_IO, cgroup_io, rows[i], vmm_cgroup_io_next(of(samples[i]), VMM_FILE_CGROUP_IO_STAT, OUT(rows[i])));
    }
    FRESH(CGROUP_IO_USAGE, usage);
    GIVES(CGROUP_IO_USAGE, cgroup_io_usage, usage,
          vmm_cgroup_io_usage_between(&rows[0].record, &rows[1].record, SECOND, OUT(usage)));
    FRESH(CGROUP_IO, limits);
    GIVES(CGROUP_IO, cgroup_io, limits,
          vmm_cgroup_io_next(of("8:0 rbps=1 wbps=max riops=3 wiops=max\n"), VMM_FILE_CGROUP_IO_MAX, OUT(limits)));
}

static void process(void)
{
    static const struct {
        enum vmm_file id;
        const char *samples[2];
    } files[] = {
        {VMM_FILE_PROCESS_STAT,
         {"7 (a b) S 1 7 7 0 -1 4 10 20 30 40 50 60 70 80 20 0 2 0 999 4096 5 18446744073709551615 1 1 1 1 1 0 0 0 0 0 "
          "0 0 17 "
          "1 0 0 6 7 8\n",
          "7 (a b) S 1 7 7 0 -1 4 110 20 31 40 90 70 70 80 20 0 2 0 999 8192 9 18446744073709551615 1 1 1 1 1 0 0 0 0 "
          "0 0 0 17 "
          "1 0 0 9 17 8\n"}},
        {VMM_FILE_PROCESS_STATUS,
         {"Name:\ta\nVmHWM:\t 9 kB\nVmRSS:\t 8 kB\nVmSwap:\t 1 "
          "kB\nvoluntary_ctxt_switches:\t5\nnonvoluntary_ctxt_switches:\t6\n",
          "Name:\ta\nVmHWM:\t 9 kB\nVmRSS:\t 9 kB\nVmSwap:\t 1 kB\nvoluntary_ctxt_switches:\t15\n"
          "nonvoluntary_ctxt_switches:\t26\n"}},
        {VMM_FILE_PROCESS_IO,
         {"rchar: 1\nwchar: 2\nsyscr: 3\nsyscw: 4\nread_bytes: 5\nwrite_bytes: 6\ncancelled_write_bytes: 0\n",
          "rchar: 11\nwchar: 22\nsyscr: 33\nsyscw: 44\nread_bytes: 4096\nwrite_bytes: 8192\ncancelled_write_bytes: "
          "0\n"}},
        {VMM_FILE_PROCESS_SCHEDSTAT, {"1000 2000 3\n", "500001000 100002000 9\n"}},
        {VMM_FILE_PROCESS_SMAPS_ROLLUP,
         {"Rss: 5 kB\nPss: 4 kB\nSwapPss: 1 kB\n", "Rss: 6 kB\nPss: 5 kB\nSwapPss: 1 kB\n"}},
    };
    RECORD(process) rows[2];
    RECORD(process_usage) usage;
    RECORD(threads_usage) threads;
    struct vmm_process lists[2][2];
    const struct vmm_interval interval = {SECOND, 100};
    struct vmm_threads tasks[2];

    for (int i = 0; i < 2; i++) {
        FRESH(PROCESS, rows[i]);
        for (size_t f = 0; f < sizeof files / sizeof files[0]; f++)
            GIVES(PROCESS, process, rows[i], vmm_record_read(of(files[f].samples[i]), files[f].id, OUT(rows[i])));
        lists[i][0] = rows[i].record;
        lists[i][1] = rows[i].record;
        vmm_record_read(
            of(i == 0 ? "8 (CPU 0/KVM) R 1 7 7 0 -1 4 1 2 3 4 5 6\n" : "8 (CPU 0/KVM) R 1 7 7 0 -1 4 1 2 3 4 95 16\n"),
            VMM_FILE_PROCESS_STAT, &lists[i][1], sizeof lists[i][1]);
        tasks[i].rows = lists[i];
        tasks[i].count = 2;
        tasks[i].row_size = sizeof lists[i][0];
    }
    FRESH(PROCESS_USAGE, usage);
    GIVES(PROCESS_USAGE, process_usage, usage,
          vmm_process_usage_between(&rows[0].record, &rows[1].record, &interval, OUT(usage)));
    FRESH(THREADS_USAGE, threads);
    GIVES(THREADS_USAGE, threads_usage, threads,
          vmm_threads_usage_between(&tasks[0], &tasks[1], &usage.record, SECOND, OUT(threads)));
}

static void net(void)
{
    static const char *const samples[] = {"tap0: 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16\n",
                                          "tap0: 1001 22 3 4 5 6 7 8 2009 50 11 13 13 14 15 16\n"};
    static const struct {
        enum vmm_file id;
        const char *samples[2];
    } files[] = {
        {VMM_FILE_NET_IFINDEX, {"5\n", "5\n"}},
        {VMM_FILE_NET_STATISTICS_RX_DROPPED, {"7\n", "9\n"}},
        {VMM_FILE_NET_STATISTICS_TX_CARRIER_ERRORS, {"1\n", "2\n"}},
        {VMM_FILE_NET_CARRIER_CHANGES, {"3\n", "4\n"}},
        {VMM_FILE_NET_SPEED, {"1000\n", "1000\n"}},
        {VMM_FILE_NET_FLAGS, {"0x1003\n", "0x1003\n"}},
        {VMM_FILE_NET_TX_QUEUE_LEN, {"500\n", "500\n"}},
    };
    RECORD(net) rows[2], view;
    RECORD(net_usage) usage;

    for (int i = 0; i < 2; i++) {
        FRESH(NET, rows[i]);
        GIVES(NET, net, rows[i], vmm_net_next(of(samples[i]), OUT(rows[i])));
        for (size_t f = 0; f < sizeof files / sizeof files[0]; f++)
            GIVES(NET, net, rows[i], vmm_record_read(of(files[f].samples[i]), files[f].id, OUT(rows[i])));
    }
    FRESH(NET, view);
    GIVES(NET, net, view, vmm_net_guest_view_of(&rows[1].record, OUT(view)));
    FRESH(NET_USAGE, usage);
    GIVES(NET_USAGE, net_usage, usage, vmm_net_usage_between(&rows[0].record, &rows[1].record, SECOND, OUT(usage)));
}

static void disk(void)
{
    static const char *const samples[] = {"8 0 sda 1 2 3 4 5 6 7 8 0 10 11 12 13 14 15 16 17\n",
                                          "8 0 sda 11 2 83 24 25 7 107 58 1 60 91 12 13 14 15 18 19\n"};
    RECORD(disk) rows[2];
    RECORD(disk_usage) usage;

    for (int i = 0; i < 2; i++) {
        FRESH(DISK, rows[i]);
        GIVES(DISK, disk, rows[i], vmm_disk_next(of(samples[i]), OUT(rows[i])));
        GIVES(DISK, disk, rows[i], vmm_record_read(of("3\n"), VMM_FILE_DISK_DISKSEQ, OUT(rows[i])));
        GIVES(DISK, disk, rows[i], vmm_record_read(of(" 1 2\n"), VMM_FILE_DISK_INFLIGHT, OUT(rows[i])));
    }
    FRESH(DISK_USAGE, usage);
    GIVES(DISK_USAGE, disk_usage, usage, vmm_disk_usage_between(&rows[0].record, &rows[1].record, SECOND, OUT(usage)));
}

static void hypervisor(void)
{
    static const char *const samples[] = {
        "{\"_disk0\":{\"read_bytes\":1,\"write_bytes\":2,\"read_ops\":3,\"write_ops\":4,\"read_latency_min\":5}}\n",
        "{\"_disk0\":{\"read_bytes\":1001,\"write_bytes\":52,\"read_ops\":7,\"write_ops\":9,\"read_latency_min\":5}}"
        "\n"};
    RECORD(hypervisor_device) rows[2];
    RECORD(hypervisor_device_usage) usage;

    READS(BALLOON, balloon, parse, "{\"target_pages\":2,\"actual_pages\":1,\"free_memory\":3,\"direct_reclaim\":4}\n");
    READS(FIRECRACKER, firecracker, next,
          "{\"utc_timestamp_ms\":1,\"block\":{\"read_bytes\":2},\"signals\":{\"sigill\":3},\"vmm\":{}}\n");
    for (int i = 0; i < 2; i++) {
        FRESH(HYPERVISOR_DEVICE, rows[i]);
        GIVES(HYPERVISOR_DEVICE, hypervisor_device, rows[i], vmm_hypervisor_device_next(of(samples[i]), OUT(rows[i])));
    }
    FRESH(HYPERVISOR_DEVICE_USAGE, usage);
    GIVES(HYPERVISOR_DEVICE_USAGE, hypervisor_device_usage, usage,
          vmm_hypervisor_device_usage_between(&rows[0].record, &rows[1].record, SECOND, OUT(usage)));
}

static void protocols(void)
{
    static const char *const samples[] = {"Tcp: OutSegs RetransSegs InSegs\nTcp: 1 2 3\n",
                                          "Tcp: OutSegs RetransSegs InSegs\nTcp: 91 12 5\n"};
    RECORD(protocols) rows[2];
    RECORD(protocols_usage) usage;

    READS(OOM_KILL, oom_kill, next, "Out of memory: Killed process 4 (a) total-vm:1kB, UID:2 oom_score_adj:-3\n");
    for (int i = 0; i < 2; i++) {
        FRESH(PROTOCOLS, rows[i]);
        GIVES(PROTOCOLS, protocols, rows[i], vmm_record_read(of(samples[i]), VMM_FILE_PROTOCOLS_SNMP, OUT(rows[i])));
        GIVES(PROTOCOLS, protocols, rows[i],
              vmm_record_read(of("UDP: inuse 1 mem 2\n"), VMM_FILE_PROTOCOLS_SOCKSTAT, OUT(rows[i])));
    }
    FRESH(PROTOCOLS_USAGE, usage);
    GIVES(PROTOCOLS_USAGE, protocols_usage, usage,
          vmm_protocols_usage_between(&rows[0].record, &rows[1].record, SECOND, OUT(usage)));
}

static void others(void)
{
    RECORD(system) system;

    READS(STAT, stat, parse, "intr 1 2\nctxt 3\nbtime 4\nprocesses 5\nsoftirq 9 1 2 3 4\n");
    READS(SOCKET, socket, next,
          "   0: 0100007F:0016 00000000:0000 0A 00000000:00000003 00:00000000 00000000     0        0 7 2 0 9\n");
    READS(VMSTAT, vmstat, parse, "nr_free_pages 1\npgfault 2\noom_kill 3\n");
    READS(VMSTAT_DETAIL, vmstat_detail, parse, "numa_hit 1\nkswapd_high_wmark_hit_quickly 2\nnrswpout 3\n");
    FRESH(SYSTEM, system);
    GIVES(SYSTEM, system, system, vmm_record_read(of("0.10 0.20 0.30 1/99 7\n"), VMM_FILE_SYSTEM_LOADAVG, OUT(system)));
    GIVES(SYSTEM, system, system, vmm_record_read(of("100.50 40.25\n"), VMM_FILE_SYSTEM_UPTIME, OUT(system)));
}

/* The growth of a record: the library's own description says which members are counters. */
static void growth(void)
{
    static const char *const samples[] = {"nr_free_pages 1\npgfault 2\noom_kill 3\n",
                                          "nr_free_pages 9\npgfault 22\noom_kill 4\n"};
    RECORD(vmstat) rows[2], grown;

    for (int i = 0; i < 2; i++) {
        FRESH(VMSTAT, rows[i]);
        GIVES(VMSTAT, vmstat, rows[i], vmm_vmstat_parse(of(samples[i]), OUT(rows[i])));
    }
    FRESH(VMSTAT, grown);
    GIVES(VMSTAT, vmstat, grown, vmm_record_growth(&rows[0].record, &rows[1].record, OUT(grown)));
}

/* The records that tell of records have no id; there is nothing to forget. */
static void description(void)
{
    RECORD(record_info) record;
    RECORD(member_info) member;
    RECORD(file_info) file;

    memset(&record, CANARY, sizeof record);
    memset(&member, CANARY, sizeof member);
    memset(&file, CANARY, sizeof file);
    show("record_info", vmm_record_at(VMM_RECORD_NET, OUT(record)), OUT(record));
    show("member_info", vmm_member_at(VMM_RECORD_NET, 0, OUT(member)), OUT(member));
    show("file_info", vmm_file_at(VMM_RECORD_NET, 0, OUT(file)), OUT(file));
}

int main(void)
{
    cpu();
    memory();
    filesystem();
    pressure();
    cgroup();
    cgroup_io();
    process();
    net();
    disk();
    hypervisor();
    protocols();
    others();
    growth();
    description();
    return EXIT_SUCCESS;
}
