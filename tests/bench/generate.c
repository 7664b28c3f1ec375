/* SPDX-License-Identifier: MIT */
#include "generate.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void buffer_printf(struct buffer *buffer, const char *format, ...)
{
    va_list arguments;
    int length;

    if (buffer->capacity - buffer->length < 4096) {
        buffer->capacity = buffer->capacity * 2 + 8192;
        buffer->bytes = realloc(buffer->bytes, buffer->capacity);
        if (buffer->bytes == NULL)
            abort();
    }
    va_start(arguments, format);
    length = vsnprintf(buffer->bytes + buffer->length, buffer->capacity - buffer->length, format, arguments);
    va_end(arguments);
    buffer->length += (size_t)length;
}

/* xorshift64*: the same numbers everywhere. */
static uint64_t state;

uint64_t generate_below(uint64_t limit)
{
    state ^= state >> 12;
    state ^= state << 25;
    state ^= state >> 27;
    return state * UINT64_C(0x2545F4914F6CDD1D) % limit;
}

static uint64_t variant;

void generate_variant(uint64_t number)
{
    variant = number;
}

void generate_start(void)
{
    state = UINT64_C(88172645463325252) ^ (variant * UINT64_C(0x9E3779B97F4A7C15));
    if (state == 0)
        state = 1;
    /* Numbers that are close to each other begin alike. */
    for (unsigned i = 0; variant != 0 && i < 8; i++)
        generate_below(2);
}

/* A number that is written down here: in the variants another one of about that size, but nothing stays nothing. */
static uint64_t near(uint64_t number)
{
    return variant == 0 ? number : number / 8 + generate_below(number + 1);
}

enum { USER, NICE, SYSTEM, IDLE, IOWAIT, IRQ, SOFTIRQ, STEAL, GUEST, GUEST_NICE, COLUMNS };

static void cpu_row(uint64_t row[COLUMNS], uint64_t up, int host)
{
    row[USER] = up / 20 + generate_below(up / 4);
    row[NICE] = generate_below(up / 10000);
    row[SYSTEM] = up / 60 + generate_below(up / 15);
    row[IOWAIT] = generate_below(up / 1000);
    row[IRQ] = host ? up / 200 + generate_below(up / 100) : 0;
    row[SOFTIRQ] = up / 2000 + generate_below(up / 100);
    row[STEAL] = host ? 0 : generate_below(up / 1000);
    row[GUEST] = host ? generate_below(row[USER]) : 0;
    row[GUEST_NICE] = 0;
    row[IDLE] = up - row[USER] - row[NICE] - row[SYSTEM] - row[IOWAIT] - row[IRQ] - row[SOFTIRQ] - row[STEAL];
}

static void print_row(struct buffer *buffer, const uint64_t row[COLUMNS])
{
    for (unsigned i = 0; i < COLUMNS; i++)
        buffer_printf(buffer, " %" PRIu64, row[i]);
    buffer_printf(buffer, "\n");
}

void generate_stat(struct buffer *buffer, unsigned cpus, unsigned interrupts)
{
    int host = cpus > 2;
    uint64_t up = UINT64_C(86400) * 100 * (host ? 90 : 1);
    uint64_t total[COLUMNS] = {0};
    uint64_t(*rows)[COLUMNS] = calloc(cpus, sizeof *rows);

    if (rows == NULL)
        abort();
    generate_start();
    buffer->length = 0;
    for (unsigned i = 0; i < cpus; i++) {
        cpu_row(rows[i], up, host);
        for (unsigned j = 0; j < COLUMNS; j++)
            total[j] += rows[i][j];
    }
    buffer_printf(buffer, "cpu ");
    print_row(buffer, total);
    for (unsigned i = 0; i < cpus; i++) {
        buffer_printf(buffer, "cpu%u", i);
        print_row(buffer, rows[i]);
    }
    free(rows);

    buffer_printf(buffer, "intr %" PRIu64, generate_below(up * cpus * 20));
    for (unsigned i = 0; i < interrupts; i++)
        buffer_printf(buffer, " %" PRIu64, generate_below(8) == 0 ? generate_below(up * 4) : 0);
    buffer_printf(buffer, "\nctxt %" PRIu64 "\nbtime 1766000000\nprocesses %" PRIu64, generate_below(up * cpus * 30),
                  generate_below(up));
    buffer_printf(buffer, "\nprocs_running %" PRIu64 "\nprocs_blocked 0\nsoftirq %" PRIu64,
                  1 + generate_below(cpus * 2), generate_below(up * cpus * 20));
    for (unsigned i = 0; i < 10; i++)
        buffer_printf(buffer, " %" PRIu64,
                      generate_below(2) == 0 ? generate_below(up * cpus) % UINT32_MAX : generate_below(100));
    buffer_printf(buffer, "\n");
}

void generate_cpu_total(struct buffer *buffer, unsigned cpus)
{
    uint64_t up = UINT64_C(86400) * 100 * 90;
    uint64_t row[COLUMNS];

    generate_start();
    buffer->length = 0;
    cpu_row(row, up * cpus, 1);
    buffer_printf(buffer, "cpu ");
    print_row(buffer, row);
    cpu_row(row, up, 1);
    buffer_printf(buffer, "cpu0");
    print_row(buffer, row);
}

void generate_meminfo(struct buffer *buffer, unsigned unknown_every)
{
    static const struct {
        const char *key;
        uint64_t value;
    } lines[] = {
        {"MemTotal:", 32869744},
        {"MemFree:", 1202884},
        {"MemAvailable:", 24150532},
        {"Buffers:", 812340},
        {"Cached:", 21047212},
        {"SwapCached:", 1204},
        {"Active:", 11833920},
        {"Inactive:", 16990540},
        {"Active(anon):", 4120884},
        {"Inactive(anon):", 2890112},
        {"Active(file):", 7713036},
        {"Inactive(file):", 14100428},
        {"Unevictable:", 49160},
        {"Mlocked:", 49160},
        {"SwapTotal:", 2097148},
        {"SwapFree:", 2080508},
        {"Zswap:", 0},
        {"Zswapped:", 0},
        {"Dirty:", 1840},
        {"Writeback:", 0},
        {"AnonPages:", 6998812},
        {"Mapped:", 1402388},
        {"Shmem:", 46084},
        {"KReclaimable:", 1570800},
        {"Slab:", 1990112},
        {"SReclaimable:", 1570800},
        {"SUnreclaim:", 419312},
        {"KernelStack:", 22896},
        {"PageTables:", 61232},
        {"SecPageTables:", 2048},
        {"NFS_Unstable:", 0},
        {"Bounce:", 0},
        {"WritebackTmp:", 0},
        {"CommitLimit:", 18532020},
        {"Committed_AS:", 14022808},
        {"VmallocTotal:", 34359738367},
        {"VmallocUsed:", 71200},
        {"VmallocChunk:", 0},
        {"Percpu:", 19584},
        {"HardwareCorrupted:", 0},
        {"AnonHugePages:", 2146304},
        {"ShmemHugePages:", 0},
        {"ShmemPmdMapped:", 0},
        {"FileHugePages:", 0},
        {"FilePmdMapped:", 0},
        {"CmaTotal:", 0},
        {"CmaFree:", 0},
        {"Unaccepted:", 0},
        {"Balloon:", 0},
        {"HugePages_Total:", 0},
        {"HugePages_Free:", 0},
        {"HugePages_Rsvd:", 0},
        {"HugePages_Surp:", 0},
        {"Hugepagesize:", 2048},
        {"Hugetlb:", 0},
        {"DirectMap4k:", 512876},
        {"DirectMap2M:", 15167488},
        {"DirectMap1G:", 18874368},
    };

    generate_start();
    buffer->length = 0;
    for (unsigned i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        int is_count = i >= 49 && i <= 52;

        /* The memory that there is stays; of the rest there is never more. */
        buffer_printf(buffer, "%-15s %8" PRIu64 "%s\n", lines[i].key, i == 0 ? lines[i].value : near(lines[i].value),
                      is_count ? "" : " kB");
        if (unknown_every != 0 && i % unknown_every == unknown_every - 1)
            buffer_printf(buffer, "Unknown%u: %14u kB\n", i, i * 1000);
    }
}

void generate_pressure(struct buffer *buffer)
{
    static const struct {
        const char *word;
        uint64_t hundredths[3];
        uint64_t total;
    } lines[] = {{"some", {1247, 805, 360}, 35467674213}, {"full", {981, 722, 247}, 22242121987}};

    generate_start();
    buffer->length = 0;
    for (unsigned i = 0; i < 2; i++) {
        uint64_t shares[3];

        for (unsigned j = 0; j < 3; j++)
            shares[j] = near(lines[i].hundredths[j]);
        buffer_printf(buffer,
                      "%s avg10=%" PRIu64 ".%02" PRIu64 " avg60=%" PRIu64 ".%02" PRIu64 " avg300=%" PRIu64 ".%02" PRIu64
                      " total=%" PRIu64 "\n",
                      lines[i].word, shares[0] / 100, shares[0] % 100, shares[1] / 100, shares[1] % 100,
                      shares[2] / 100, shares[2] % 100, near(lines[i].total));
    }
}

void generate_memory_stat(struct buffer *buffer)
{
    static const char *const keys[] = {
        "anon",
        "file",
        "kernel",
        "kernel_stack",
        "pagetables",
        "sec_pagetables",
        "percpu",
        "sock",
        "vmalloc",
        "shmem",
        "zswap",
        "zswapped",
        "file_mapped",
        "file_dirty",
        "file_writeback",
        "swapcached",
        "anon_thp",
        "file_thp",
        "shmem_thp",
        "inactive_anon",
        "active_anon",
        "inactive_file",
        "active_file",
        "unevictable",
        "slab_reclaimable",
        "slab_unreclaimable",
        "slab",
        "workingset_refault_anon",
        "workingset_refault_file",
        "workingset_activate_anon",
        "workingset_activate_file",
        "workingset_restore_anon",
        "workingset_restore_file",
        "workingset_nodereclaim",
        "pgdemote_kswapd",
        "pgdemote_direct",
        "pgdemote_khugepaged",
        "pgdemote_proactive",
        "pgpromote_success",
        "pgscan",
        "pgsteal",
        "pswpin",
        "pswpout",
        "pgscan_kswapd",
        "pgscan_direct",
        "pgscan_khugepaged",
        "pgscan_proactive",
        "pgsteal_kswapd",
        "pgsteal_direct",
        "pgsteal_khugepaged",
        "pgsteal_proactive",
        "pgfault",
        "pgmajfault",
        "pgrefill",
        "pgactivate",
        "pgdeactivate",
        "pglazyfree",
        "pglazyfreed",
        "swpin_zero",
        "swpout_zero",
        "zswpin",
        "zswpout",
        "zswpwb",
        "thp_fault_alloc",
        "thp_collapse_alloc",
        "thp_swpout",
        "thp_swpout_fallback",
        "numa_pages_migrated",
        "numa_pte_updates",
        "numa_hint_faults",
    };

    generate_start();
    buffer->length = 0;
    /* Sizes are whole pages; one key in three is 0, as in most cgroups. */
    for (unsigned i = 0; i < sizeof keys / sizeof keys[0]; i++)
        buffer_printf(buffer, "%s %" PRIu64 "\n", keys[i],
                      generate_below(3) == 0 ? 0
                      : i < 28               ? generate_below(1000000) * 4096
                                             : generate_below(100000000));
}

void generate_io_stat(struct buffer *buffer, unsigned devices)
{
    generate_start();
    buffer->length = 0;
    for (unsigned i = 0; i < devices; i++) {
        uint64_t rios = generate_below(1000000), wios = generate_below(1000000),
                 dios = generate_below(4) == 0 ? generate_below(1000) : 0;

        buffer_printf(buffer,
                      "%u:%u rbytes=%" PRIu64 " wbytes=%" PRIu64 " rios=%" PRIu64 " wios=%" PRIu64 " dbytes=%" PRIu64
                      " dios=%" PRIu64 "\n",
                      i % 2 == 0 ? 253U : 259U, i, rios * 4096 * (1 + generate_below(32)),
                      wios * 4096 * (1 + generate_below(32)), rios, wios, dios * 65536, dios);
    }
}

void generate_process_stat(struct buffer *buffer)
{
    /* Those that a process has at any time of its life are as they are: flags, signals, and the like. */
    static const struct {
        uint64_t number;
        bool stays;
    } columns[] = {
        {48190, false},
        {48213, false},
        {48213, false},
        {0, true},
        {UINT64_MAX, true},
        {4194560, true},
        {1843021, false},
        {0, true},
        {1204, false},
        {0, true},
        {38120455, false},
        {2219340, false},
        {0, true},
        {0, true},
        {20, true},
        {0, true},
        {5, true},
        {0, true},
        {91230412, false},
        {4463456256, false},
        {524611, false},
        {UINT64_MAX, true},
        {94021273899008, false},
        {94021276018889, false},
        {140725094866560, false},
        {0, true},
        {0, true},
        {0, true},
        {0, true},
        {4096, true},
        {1024, true},
        {0, true},
        {0, true},
        {0, true},
        {17, true},
        {11, false},
        {0, true},
        {0, true},
        {0, true},
        {36920114, false},
        {0, true},
        {94021276134896, false},
        {94021276236512, false},
        {94021297954816, false},
        {140725094873740, false},
        {140725094873860, false},
        {140725094873860, false},
        {140725094875115, false},
        {0, true},
    };

    generate_start();
    buffer->length = 0;
    buffer_printf(buffer, "%" PRIu64 " (firecracker) S", near(48213));
    for (unsigned i = 0; i < sizeof columns / sizeof columns[0]; i++) {
        uint64_t number = columns[i].stays ? columns[i].number : near(columns[i].number);

        /* The fifth, the terminal's group, is signed. */
        if (i == 4)
            buffer_printf(buffer, " -1");
        else
            buffer_printf(buffer, " %" PRIu64, number);
    }
    buffer_printf(buffer, "\n");
}

void generate_process_status(struct buffer *buffer)
{
    buffer->length = 0;
    buffer_printf(
        buffer,
        "Name:\tfc_vcpu 0\nUmask:\t0022\nState:\tS (sleeping)\nTgid:\t48213\nNgid:\t0\nPid:\t48217\nPPid:\t48190\n"
        "TracerPid:\t0\nUid:\t1000\t1000\t1000\t1000\nGid:\t1000\t1000\t1000\t1000\nFDSize:\t64\nGroups:\t \n"
        "NStgid:\t48213\t2\nNSpid:\t48217\t6\nNSpgid:\t48213\t2\nNSsid:\t48213\t2\nKthread:\t0\n"
        "VmPeak:\t 4358844 kB\nVmSize:\t 4358844 kB\nVmLck:\t       0 kB\nVmPin:\t       0 kB\n"
        "VmHWM:\t 2098444 kB\nVmRSS:\t 2098444 kB\nRssAnon:\t    4188 kB\nRssFile:\t    2104 kB\n"
        "RssShmem:\t 2092152 kB\nVmData:\t 4200340 kB\nVmStk:\t     132 kB\nVmExe:\t    2072 kB\n"
        "VmLib:\t       8 kB\nVmPTE:\t    4236 kB\nVmSwap:\t       0 kB\nHugetlbPages:\t       0 kB\n"
        "CoreDumping:\t0\nTHP_enabled:\t1\nuntag_mask:\t0xffffffffffffffff\nThreads:\t5\nSigQ:\t0/96365\n"
        "SigPnd:\t0000000000000000\nShdPnd:\t0000000000000000\nSigBlk:\t0000000000000000\n"
        "SigIgn:\t0000000000001000\nSigCgt:\t0000000400000440\nCapInh:\t0000000000000000\n"
        "CapPrm:\t0000000000000000\nCapEff:\t0000000000000000\nCapBnd:\t000001ffffffffff\n"
        "CapAmb:\t0000000000000000\nNoNewPrivs:\t1\nSeccomp:\t2\nSeccomp_filters:\t1\n");
    buffer_printf(buffer, "Speculation_Store_Bypass:\tthread force mitigated\n"
                          "SpeculationIndirectBranch:\tconditional force disabled\nCpus_allowed:\tffffffff,ffffffff\n"
                          "Cpus_allowed_list:\t0-63\nMems_allowed:\t00000000,00000003\nMems_allowed_list:\t0-1\n"
                          "voluntary_ctxt_switches:\t20183344\nnonvoluntary_ctxt_switches:\t182033\n");
}

const struct generated_file generated_cgroup[] = {
    {"cpu.stat", "usage_usec 9815234112\nuser_usec 6410022341\nsystem_usec 3405211771\nnice_usec 0\nnr_periods 400213\n"
                 "nr_throttled 51234\nthrottled_usec 1234567890\nnr_bursts 812\nburst_usec 4100233\n"},
    {"cpu.stat.local", "throttled_usec 1234567890\n"},
    {"cpu.max", "200000 100000\n"},
    {"cpu.max.burst", "50000\n"},
    {"cpu.weight", "100\n"},
    {"cpu.weight.nice", "0\n"},
    {"cpu.idle", "0\n"},
    {"memory.current", "1717986918\n"},
    {"memory.peak", "1803886264\n"},
    {"memory.min", "0\n"},
    {"memory.low", "0\n"},
    {"memory.high", "max\n"},
    {"memory.max", "2147483648\n"},
    {"memory.oom.group", "1\n"},
    {"memory.events", "low 0\nhigh 18230\nmax 812\noom 2\noom_kill 5\noom_group_kill 1\n"},
    {"memory.events.local", "low 0\nhigh 18230\nmax 812\noom 2\noom_kill 5\noom_group_kill 1\n"},
    {"memory.swap.current", "245760\n"},
    {"memory.swap.peak", "16551936\n"},
    {"memory.swap.high", "max\n"},
    {"memory.swap.max", "0\n"},
    {"memory.swap.events", "high 0\nmax 21\nfail 20\n"},
    {"pids.current", "23\n"},
    {"pids.peak", "31\n"},
    {"pids.max", "4096\n"},
    {"pids.events", "max 0\n"},
    {"pids.events.local", "max 0\n"},
    {"cgroup.stat", "nr_descendants 0\nnr_subsys_cpuset 1\nnr_subsys_cpu 1\nnr_subsys_io 1\nnr_subsys_memory 1\n"
                    "nr_subsys_pids 1\nnr_dying_descendants 0\nnr_dying_subsys_cpuset 0\nnr_dying_subsys_cpu 0\n"
                    "nr_dying_subsys_io 0\nnr_dying_subsys_memory 0\nnr_dying_subsys_pids 0\n"},
    {"cgroup.events", "populated 1\nfrozen 0\n"},
    {"cgroup.type", "domain\n"},
    {"cgroup.freeze", "0\n"},
    {"cpuset.cpus.effective", "0-1\n"},
    {"cpuset.mems.effective", "0\n"},
    {NULL, NULL},
};
void generate_mountinfo(struct buffer *buffer, unsigned rows)
{
    static const char *const controllers[] = {"cpu,cpuacct", "memory", "blkio", "pids", "devices", "freezer"};

    generate_start();
    buffer->length = 0;
    for (unsigned i = 0; i < rows; i++) {
        const char *controller = controllers[generate_below(6)];
        unsigned container = (unsigned)generate_below(rows);

        buffer_printf(buffer, "%u %u 0:%u ", i + 22, (unsigned)generate_below(i + 22), i + 5);
        switch (i % 5) {
        case 0:
            buffer_printf(buffer,
                          "/ /sys/fs/cgroup/%s rw,nosuid,nodev,noexec,relatime shared:%u - cgroup cgroup rw,%s\n",
                          controller, i, controller);
            break;
        case 1:
            buffer_printf(
                buffer,
                "/ /var/lib/containers/storage/overlay/%016" PRIx64 "%016" PRIx64
                "/merged rw,relatime - overlay overlay rw,lowerdir=/var/lib/containers/storage/overlay/l/%08" PRIX64
                ",upperdir=/var/lib/containers/storage/overlay/%u/diff,workdir=/var/lib/containers/%u/work\n",
                generate_below(UINT64_MAX), generate_below(UINT64_MAX), generate_below(UINT32_MAX), container,
                container);
            break;
        case 2:
            buffer_printf(
                buffer,
                "/ /run/containers/%u/shm rw,nosuid,nodev,noexec,relatime shared:%u - tmpfs shm rw,size=64000k\n",
                container, i);
            break;
        case 3:
            buffer_printf(buffer,
                          "/vm%u /mnt/volumes/data\\040%u rw,relatime shared:%u master:1 - ext4 /dev/vdb rw,discard\n",
                          container, i, i);
            break;
        default:
            buffer_printf(buffer, "net:[40265%05u] /run/netns/vm%u rw shared:%u - nsfs nsfs rw\n", i, container, i);
            break;
        }
    }
}

void generate_net_dev(struct buffer *buffer, unsigned interfaces)
{
    generate_start();
    buffer->length = 0;
    buffer_printf(buffer,
                  "Inter-|   Receive                                                |  Transmit\n"
                  " face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo "
                  "colls carrier compressed\n");
    for (unsigned i = 0; i < interfaces; i++) {
        uint64_t received = i >= 2 && i % 8 == 0 ? 0 : generate_below(10000000);
        uint64_t sent = i >= 2 && i % 8 == 0 ? 0 : generate_below(10000000);
        char name[16];

        snprintf(name, sizeof name, i == 0 ? "lo" : i == 1 ? "eth0" : "tap%u", i - 2);
        buffer_printf(buffer,
                      "%6s: %7" PRIu64 " %7" PRIu64 "    0 %4" PRIu64 "    0     0          0 %9" PRIu64 " %8" PRIu64
                      " %7" PRIu64 "    0 %4" PRIu64 "    0     0       0          0\n",
                      name, received * (60 + generate_below(1400)), received, i == 1 ? generate_below(100) : 0,
                      i == 1 ? generate_below(10000) : 0, sent * (60 + generate_below(1400)), sent,
                      generate_below(4) == 0 ? generate_below(1000) : 0);
    }
}
void generate_diskstats(struct buffer *buffer, unsigned devices)
{
    generate_start();
    buffer->length = 0;
    for (unsigned i = 0; i < devices; i++) {
        if (i % 2 != 0) {
            buffer_printf(buffer, "%4u %7u loop%u 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0\n", 7, i / 2, i / 2);
            continue;
        }
        buffer_printf(buffer, "%4u %7u nvme%un1", 259, i / 2, i / 2);
        for (unsigned column = 1; column <= 17; column++)
            buffer_printf(buffer, " %" PRIu64,
                          column == 9                  ? generate_below(4)
                          : column > 11                ? generate_below(column == 14 ? 1000000000 : 100000)
                          : column == 3 || column == 7 ? generate_below(10000000000)
                                                       : generate_below(100000000));
        buffer_printf(buffer, "\n");
    }
}

void generate_vmstat(struct buffer *buffer)
{
    static const char *const keys[] = {
        "nr_free_pages",
        "nr_free_pages_blocks",
        "nr_zone_inactive_anon",
        "nr_zone_active_anon",
        "nr_zone_inactive_file",
        "nr_zone_active_file",
        "nr_zone_unevictable",
        "nr_zone_write_pending",
        "nr_mlock",
        "nr_zspages",
        "nr_free_cma",
        "numa_hit",
        "numa_miss",
        "numa_foreign",
        "numa_interleave",
        "numa_local",
        "numa_other",
        "nr_inactive_anon",
        "nr_active_anon",
        "nr_inactive_file",
        "nr_active_file",
        "nr_unevictable",
        "nr_slab_reclaimable",
        "nr_slab_unreclaimable",
        "nr_isolated_anon",
        "nr_isolated_file",
        "workingset_nodes",
        "workingset_refault_anon",
        "workingset_refault_file",
        "workingset_activate_anon",
        "workingset_activate_file",
        "workingset_restore_anon",
        "workingset_restore_file",
        "workingset_nodereclaim",
        "nr_anon_pages",
        "nr_mapped",
        "nr_file_pages",
        "nr_dirty",
        "nr_writeback",
        "nr_shmem",
        "nr_shmem_hugepages",
        "nr_shmem_pmdmapped",
        "nr_file_hugepages",
        "nr_file_pmdmapped",
        "nr_anon_transparent_hugepages",
        "nr_vmscan_write",
        "nr_vmscan_immediate_reclaim",
        "nr_dirtied",
        "nr_written",
        "nr_throttled_written",
        "nr_kernel_misc_reclaimable",
        "nr_foll_pin_acquired",
        "nr_foll_pin_released",
        "nr_kernel_stack",
        "nr_page_table_pages",
        "nr_sec_page_table_pages",
        "nr_iommu_pages",
        "nr_swapcached",
        "pgpromote_success",
        "pgpromote_candidate",
        "pgpromote_candidate_nrl",
        "pgdemote_kswapd",
        "pgdemote_direct",
        "pgdemote_khugepaged",
        "pgdemote_proactive",
        "nr_hugetlb",
        "nr_balloon_pages",
        "nr_kernel_file_pages",
        "nr_dirty_threshold",
        "nr_dirty_background_threshold",
        "nr_memmap_pages",
        "nr_memmap_boot_pages",
        "pgpgin",
        "pgpgout",
        "pswpin",
        "pswpout",
        "pgalloc_dma",
        "pgalloc_dma32",
        "pgalloc_normal",
        "pgalloc_movable",
        "pgalloc_device",
        "allocstall_dma",
        "allocstall_dma32",
        "allocstall_normal",
        "allocstall_movable",
        "allocstall_device",
        "pgskip_dma",
        "pgskip_dma32",
        "pgskip_normal",
        "pgskip_movable",
        "pgskip_device",
        "pgfree",
        "pgactivate",
        "pgdeactivate",
        "pglazyfree",
        "pgfault",
        "pgmajfault",
        "pglazyfreed",
        "pgrefill",
        "pgreuse",
        "pgsteal_kswapd",
        "pgsteal_direct",
        "pgsteal_khugepaged",
        "pgsteal_proactive",
        "pgscan_kswapd",
        "pgscan_direct",
        "pgscan_khugepaged",
        "pgscan_proactive",
        "pgscan_direct_throttle",
        "pgscan_anon",
        "pgscan_file",
        "pgsteal_anon",
        "pgsteal_file",
        "zone_reclaim_success",
        "zone_reclaim_failed",
        "pginodesteal",
        "slabs_scanned",
        "kswapd_inodesteal",
        "kswapd_low_wmark_hit_quickly",
        "kswapd_high_wmark_hit_quickly",
        "pageoutrun",
        "pgrotated",
        "drop_pagecache",
        "drop_slab",
        "oom_kill",
        "numa_pte_updates",
        "numa_huge_pte_updates",
        "numa_hint_faults",
        "numa_hint_faults_local",
        "numa_pages_migrated",
        "pgmigrate_success",
        "pgmigrate_fail",
        "thp_migration_success",
        "thp_migration_fail",
        "thp_migration_split",
        "compact_migrate_scanned",
        "compact_free_scanned",
        "compact_isolated",
        "compact_stall",
        "compact_fail",
        "compact_success",
        "compact_daemon_wake",
        "compact_daemon_migrate_scanned",
        "compact_daemon_free_scanned",
        "htlb_buddy_alloc_success",
        "htlb_buddy_alloc_fail",
        "unevictable_pgs_culled",
        "unevictable_pgs_scanned",
        "unevictable_pgs_rescued",
        "unevictable_pgs_mlocked",
        "unevictable_pgs_munlocked",
        "unevictable_pgs_cleared",
        "unevictable_pgs_stranded",
        "thp_fault_alloc",
        "thp_fault_fallback",
        "thp_fault_fallback_charge",
        "thp_collapse_alloc",
        "thp_collapse_alloc_failed",
        "thp_file_alloc",
        "thp_file_fallback",
        "thp_file_fallback_charge",
        "thp_file_mapped",
        "thp_split_page",
        "thp_split_page_failed",
        "thp_deferred_split_page",
        "thp_underused_split_page",
        "thp_split_pmd",
        "thp_scan_exceed_none_pte",
        "thp_scan_exceed_swap_pte",
        "thp_scan_exceed_share_pte",
        "thp_split_pud",
        "thp_zero_page_alloc",
        "thp_zero_page_alloc_failed",
        "thp_swpout",
        "thp_swpout_fallback",
        "balloon_inflate",
        "balloon_deflate",
        "balloon_migrate",
        "swap_ra",
        "swap_ra_hit",
        "swpin_zero",
        "swpout_zero",
        "ksm_swpin_copy",
        "cow_ksm",
        "zswpin",
        "zswpout",
        "zswpwb",
        "direct_map_level2_splits",
        "direct_map_level3_splits",
        "direct_map_level2_collapses",
        "direct_map_level3_collapses",
        "nr_unstable",
    };

    generate_start();
    buffer->length = 0;
    /* Two of five are 0. */
    for (unsigned i = 0; i < sizeof keys / sizeof keys[0]; i++)
        buffer_printf(buffer, "%s %" PRIu64 "\n", keys[i],
                      generate_below(5) < 2 ? 0 : generate_below(generate_below(2) == 0 ? 100000 : 100000000));
}

/* The sections of Linux 6.18, without that of multipath TCP. */
static const struct {
    const char *section;
    const char *names;
} netstat_sections[] = {
    {"TcpExt:",
     "SyncookiesSent SyncookiesRecv SyncookiesFailed EmbryonicRsts PruneCalled RcvPruned OfoPruned "
     "OutOfWindowIcmps LockDroppedIcmps ArpFilter TW TWRecycled TWKilled PAWSActive PAWSEstab BeyondWindow "
     "TSEcrRejected PAWSOldAck PAWSTimewait DelayedACKs DelayedACKLocked DelayedACKLost ListenOverflows "
     "ListenDrops TCPHPHits TCPPureAcks TCPHPAcks TCPRenoRecovery TCPSackRecovery TCPSACKReneging "
     "TCPSACKReorder TCPRenoReorder TCPTSReorder TCPFullUndo TCPPartialUndo TCPDSACKUndo TCPLossUndo "
     "TCPLostRetransmit TCPRenoFailures TCPSackFailures TCPLossFailures TCPFastRetrans TCPSlowStartRetrans "
     "TCPTimeouts TCPLossProbes TCPLossProbeRecovery TCPRenoRecoveryFail TCPSackRecoveryFail TCPRcvCollapsed "
     "TCPBacklogCoalesce TCPDSACKOldSent TCPDSACKOfoSent TCPDSACKRecv TCPDSACKOfoRecv TCPAbortOnData "
     "TCPAbortOnClose TCPAbortOnMemory TCPAbortOnTimeout TCPAbortOnLinger TCPAbortFailed TCPMemoryPressures "
     "TCPMemoryPressuresChrono TCPSACKDiscard TCPDSACKIgnoredOld TCPDSACKIgnoredNoUndo TCPSpuriousRTOs "
     "TCPMD5NotFound TCPMD5Unexpected TCPMD5Failure TCPSackShifted TCPSackMerged TCPSackShiftFallback "
     "TCPBacklogDrop PFMemallocDrop TCPMinTTLDrop TCPDeferAcceptDrop IPReversePathFilter TCPTimeWaitOverflow "
     "TCPReqQFullDoCookies TCPReqQFullDrop TCPRetransFail TCPRcvCoalesce TCPOFOQueue TCPOFODrop TCPOFOMerge "
     "TCPChallengeACK TCPSYNChallenge TCPFastOpenActive TCPFastOpenActiveFail TCPFastOpenPassive "
     "TCPFastOpenPassiveFail TCPFastOpenListenOverflow TCPFastOpenCookieReqd TCPFastOpenBlackhole "
     "TCPSpuriousRtxHostQueues BusyPollRxPackets TCPAutoCorking TCPFromZeroWindowAdv TCPToZeroWindowAdv "
     "TCPWantZeroWindowAdv TCPSynRetrans TCPOrigDataSent TCPHystartTrainDetect TCPHystartTrainCwnd "
     "TCPHystartDelayDetect TCPHystartDelayCwnd TCPACKSkippedSynRecv TCPACKSkippedPAWS TCPACKSkippedSeq "
     "TCPACKSkippedFinWait2 TCPACKSkippedTimeWait TCPACKSkippedChallenge TCPWinProbe TCPKeepAlive TCPMTUPFail "
     "TCPMTUPSuccess TCPDelivered TCPDeliveredCE TCPAckCompressed TCPZeroWindowDrop TCPRcvQDrop "
     "TCPWqueueTooBig TCPFastOpenPassiveAltKey TcpTimeoutRehash TcpDuplicateDataRehash TCPDSACKRecvSegs "
     "TCPDSACKIgnoredDubious TCPMigrateReqSuccess TCPMigrateReqFailure TCPPLBRehash TCPAORequired TCPAOBad "
     "TCPAOKeyNotFound TCPAOGood TCPAODroppedIcmps"},
    {"IpExt:",
     "InNoRoutes InTruncatedPkts InMcastPkts OutMcastPkts InBcastPkts OutBcastPkts InOctets OutOctets "
     "InMcastOctets OutMcastOctets InBcastOctets OutBcastOctets InCsumErrors InNoECTPkts InECT1Pkts InECT0Pkts "
     "InCEPkts ReasmOverlaps"},
};

void generate_netstat(struct buffer *buffer)
{
    for (size_t i = 0; i < sizeof netstat_sections / sizeof netstat_sections[0]; i++) {
        buffer_printf(buffer, "%s %s\n%s", netstat_sections[i].section, netstat_sections[i].names,
                      netstat_sections[i].section);
        for (const char *name = netstat_sections[i].names; name != NULL; name = strchr(name + 1, ' '))
            buffer_printf(buffer, " %" PRIu64, generate_below(3) == 0 ? near(generate_below(10000000)) : 0);
        buffer_printf(buffer, "\n");
    }
}
