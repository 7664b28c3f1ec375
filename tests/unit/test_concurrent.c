/* SPDX-License-Identifier: MIT */
/*
 * Eight threads read the same bytes and work with the same records at once, and each gets what one alone gets. With
 * ThreadSanitizer (tests/run tsan) this sees any write to what is shared, and any state.
 */
#include "test.h"

#include <pthread.h>
#include <string.h>

enum { THREADS = 8, ROUNDS = 100, SECOND = 1000000000 };

static const char *const names[] = {
    "proc-stat/linux-6.18-x86_64-firecracker", "proc-meminfo/linux-6.18-x86_64-firecracker",
    "cgroup-memory-stat/linux-6.18-v2",        "cgroup-io/linux-5.4-io.stat",
    "proc-net-tcp/linux-6.18-x86_64-tcp",
};
enum { STAT, MEMINFO, MEMORY_STAT, IO_STAT, TCP, FILES };
static struct sample files[FILES];

static const char before[] = "tap0: 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16\n";
static const char after[] = "tap0: 1001 22 3 4 5 6 7 8 2009 50 11 13 13 14 15 16\n";
static const char pressure[] = "some avg10=1.00 avg60=2.00 avg300=3.00 total=400\n";
static const char process[] =
    "7 (a b) S 1 7 7 0 -1 4 10 20 30 40 50 60 70 80 20 0 2 0 999 4096 5 1 1 1 1 1 1 0 0 0 0\n";
static const char cpu_stat[] = "usage_usec 10\nuser_usec 6\nsystem_usec 4\nnr_periods 3\nnr_throttled 1\n";
static const char row[] = "5:memory:/vm1\n0::/vm1\n";
static const char mount[] = "35 31 0:32 / /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory\n";

/* All that one thread finds out. Records have no gaps, so the bytes can be compared. */
struct results {
    struct vmm_cpu total;
    struct vmm_cpu cpu;
    struct vmm_cpu_usage cpu_usage;
    struct vmm_stat stat;
    struct vmm_meminfo meminfo;
    struct vmm_memory_usage memory_usage;
    struct vmm_cgroup cgroup;
    struct vmm_cgroup_usage cgroup_usage;
    struct vmm_cgroup_memory cgroup_memory;
    struct vmm_cgroup_memory_usage cgroup_memory_usage;
    struct vmm_cgroup_io cgroup_io;
    struct vmm_cgroup_io_usage cgroup_io_usage;
    struct vmm_pressure pressure;
    struct vmm_pressure_usage pressure_usage;
    struct vmm_process process;
    struct vmm_process_usage process_usage;
    struct vmm_threads_usage threads_usage;
    struct vmm_net net[2];
    struct vmm_net_usage net_usage;
    struct vmm_net guest_view;
    struct vmm_net growth;
    char digits[VMM_VALUE_ROOM];
    struct vmm_socket socket;
    struct vmm_record_info record;
    struct vmm_member_info field;
    struct vmm_file_info file;
    char path[64];
    uint64_t rows;
    uint64_t failures;
};

/* What one thread found out, which is the input of all. */
static struct results alone;

#define OUT(member) &results->member, sizeof results->member
#define PUT(call) (results->failures += (uint64_t)((call) < 0))

static void parse(struct results *results)
{
    struct vmm_text text = vmm_text_of(files[STAT].bytes, files[STAT].length);
    struct vmm_text mounts = vmm_text_of(TEXT(mount));

    PUT(vmm_cpu_next(&text, OUT(total)));
    while (vmm_cpu_next(&text, OUT(cpu)) == VMM_OK)
        results->rows++;
    PUT(vmm_stat_parse(&text, OUT(stat)));
    text = vmm_text_of(files[MEMINFO].bytes, files[MEMINFO].length);
    PUT(vmm_meminfo_parse(&text, OUT(meminfo)));
    text = vmm_text_of(files[MEMORY_STAT].bytes, files[MEMORY_STAT].length);
    PUT(vmm_record_read(&text, VMM_FILE_CGROUP_MEMORY_STAT, OUT(cgroup_memory)));
    text = vmm_text_of(files[IO_STAT].bytes, files[IO_STAT].length);
    PUT(vmm_cgroup_io_next(&text, VMM_FILE_CGROUP_IO_STAT, OUT(cgroup_io)));
    text = vmm_text_of(files[TCP].bytes, files[TCP].length);
    while (vmm_socket_next(&text, OUT(socket)) == VMM_OK)
        results->rows++;
    text = vmm_text_of(TEXT(pressure));
    PUT(vmm_pressure_parse(&text, OUT(pressure)));
    vmm_record_init(VMM_RECORD_PROCESS, OUT(process));
    text = vmm_text_of(TEXT(process));
    PUT(vmm_record_read(&text, VMM_FILE_PROCESS_STAT, OUT(process)));
    vmm_record_init(VMM_RECORD_CGROUP, OUT(cgroup));
    text = vmm_text_of(TEXT(cpu_stat));
    PUT(vmm_record_read(&text, vmm_file_find(VMM_RECORD_CGROUP, TEXT("cpu.stat")), OUT(cgroup)));
    text = vmm_text_of(TEXT("400000000\n"));
    PUT(vmm_record_read(&text, VMM_FILE_CGROUP_MEMORY_CURRENT, OUT(cgroup)));
    text = vmm_text_of(TEXT(before));
    PUT(vmm_net_next(&text, OUT(net[0])));
    text = vmm_text_of(TEXT(after));
    PUT(vmm_net_next(&text, OUT(net[1])));
    text = vmm_text_of(TEXT(row));
    PUT(vmm_cgroup_path_of(&text, &mounts, "memory", results->path, sizeof results->path, NULL));
}

static void use(const struct results *input, struct results *results)
{
    const struct vmm_interval interval = {SECOND, 100};
    const struct vmm_threads threads = {&input->process, 1, sizeof input->process};
    const struct vmm_cpus cpus = {&input->total, 1, sizeof input->total};

    PUT(vmm_cpus_usage_between(&cpus, &cpus, &interval, OUT(cpu_usage)));
    PUT(vmm_cpu_usage_between(&input->total, &input->total, OUT(cpu_usage)));
    PUT(vmm_memory_usage_of(&input->meminfo, OUT(memory_usage)));
    PUT(vmm_cgroup_usage_between(&input->cgroup, &input->cgroup, SECOND, OUT(cgroup_usage)));
    PUT(vmm_cgroup_memory_usage_of(&input->cgroup, &input->cgroup_memory, 1 << 30, OUT(cgroup_memory_usage)));
    PUT(vmm_cgroup_io_usage_between(&input->cgroup_io, &input->cgroup_io, SECOND, OUT(cgroup_io_usage)));
    PUT(vmm_pressure_usage_between(&input->pressure, &input->pressure, SECOND, OUT(pressure_usage)));
    PUT(vmm_process_usage_between(&input->process, &input->process, &interval, OUT(process_usage)));
    PUT(vmm_threads_usage_between(&threads, &threads, NULL, SECOND, OUT(threads_usage)));
    PUT(vmm_record_same(&input->net[0], &input->net[1]));
    PUT(vmm_record_growth(&input->net[0], &input->net[1], OUT(growth)));
    PUT(vmm_value_print(input->net[1].rx_bytes, results->digits, sizeof results->digits, NULL));
    PUT(vmm_net_usage_between(&input->net[0], &input->net[1], SECOND, OUT(net_usage)));
    PUT(vmm_net_guest_view_of(&input->net[1], OUT(guest_view)));
    PUT(vmm_record_at(VMM_RECORD_DISK, OUT(record)));
    PUT(vmm_member_at(VMM_RECORD_DISK, 3, OUT(field)));
    PUT(vmm_file_at(VMM_RECORD_DISK, 1, OUT(file)));
}

static bool same(const void *results, const void *others)
{
    return memcmp(results, others, sizeof alone) == 0;
}

static void *run_thread(void *argument)
{
    struct results *results = argument;

    for (unsigned i = 0; i < ROUNDS; i++) {
        memset(results, 0, sizeof *results);
        parse(results);
        use(&alone, results);
        if (!same(results, &alone))
            break;
    }
    return NULL;
}

TEST(threads_get_what_one_gets_alone)
{
    static struct results results[THREADS];
    pthread_t threads[THREADS];

    for (unsigned i = 0; i < FILES; i++)
        files[i] = sample_load(names[i]);
    parse(&alone);
    use(&alone, &alone);
    assert_int_equal(alone.failures, 0);
    assert_true(alone.rows > 2);
    assert_string_equal(alone.path, "/sys/fs/cgroup/memory/vm1");
    for (unsigned i = 0; i < THREADS; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, run_thread, &results[i]), 0);
    for (unsigned i = 0; i < THREADS; i++) {
        assert_int_equal(pthread_join(threads[i], NULL), 0);
        assert_memory_equal(&results[i], &alone, sizeof alone);
    }
    for (unsigned i = 0; i < FILES; i++)
        sample_free(&files[i]);
}
