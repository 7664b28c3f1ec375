/* SPDX-License-Identifier: MIT */
/* What the threads of a VMM did between two samples. */
#include "support_usage.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static struct vmm_process nothing(void)
{
    struct vmm_process record;

    assert_int_equal(vmm_record_init(VMM_RECORD_PROCESS, &record, sizeof record), VMM_OK);
    return record;
}

/* A thread by its number, with its start, its virtual CPU (or VMM_UNKNOWN), and its times in milliseconds. */
static struct vmm_process thread(uint64_t tid, uint64_t start, uint64_t vcpu, uint64_t run_ms, uint64_t delay_ms)
{
    struct vmm_process record = nothing();

    record.pid = tid;
    record.starttime_ticks = start;
    record.vcpu = vcpu;
    record.run_time_ns = run_ms == VMM_UNKNOWN ? VMM_UNKNOWN : run_ms * 1000000;
    record.run_delay_ns = delay_ms == VMM_UNKNOWN ? VMM_UNKNOWN : delay_ms * 1000000;
    return record;
}

#define NO VMM_UNKNOWN
#define THREADS(...) ((const struct vmm_process[]){__VA_ARGS__}), COUNT_OF(((const struct vmm_process[]){__VA_ARGS__}))

static vmm_status between(const struct vmm_process *before, size_t before_count, const struct vmm_process *after,
                          size_t after_count, int64_t elapsed_ns, struct vmm_threads_usage *usage)
{
    const struct vmm_threads old = {before, before_count, sizeof *before}, now = {after, after_count, sizeof *after};
    vmm_status status;

    memset(usage, 0x5a, sizeof *usage);
    status = vmm_threads_usage_between(&old, &now, NULL, elapsed_ns, usage, sizeof *usage);
    assert_int_equal(usage->size, sizeof *usage);
    if (status != VMM_OK)
        check_unknown(VMM_RECORD_THREADS_USAGE, usage);
    return status;
}

static struct vmm_threads_usage usage_between(const struct vmm_process *before, size_t before_count,
                                              const struct vmm_process *after, size_t after_count)
{
    struct vmm_threads_usage usage;

    assert_int_equal(between(before, before_count, after, after_count, SECOND, &usage), VMM_OK);
    return usage;
}

static void check_status(const struct vmm_process *before, size_t before_count, const struct vmm_process *after,
                         size_t after_count, vmm_status wanted)
{
    struct vmm_threads_usage usage;

    assert_int_equal(between(before, before_count, after, after_count, SECOND, &usage), wanted);
}

static void check_counts(const struct vmm_threads_usage *usage, uint64_t threads, uint64_t matched, uint64_t started,
                         uint64_t gone, uint64_t vcpus)
{
    assert_int_equal(usage->threads, threads);
    assert_int_equal(usage->threads_matched, matched);
    assert_int_equal(usage->threads_new, started);
    assert_int_equal(usage->threads_gone, gone);
    assert_int_equal(usage->vcpus, vcpus);
}

/* ---- results ---- */

TEST(virtual_cpus_against_all_others)
{
    struct vmm_threads_usage usage =
        usage_between(THREADS(thread(100, 5, NO, 1000, 10), thread(101, 6, NO, 200, 0), thread(102, 7, 0, 50000, 700),
                              thread(103, 7, 1, 40000, 600)),
                      THREADS(thread(100, 5, NO, 1050, 12), thread(101, 6, NO, 200, 0), thread(102, 7, 0, 50900, 760),
                              thread(103, 7, 1, 40500, 640)));

    check_counts(&usage, 4, 4, 0, 0, 2);
    check_near(usage.vcpu_cores, 1.4);
    check_near(usage.overhead_cores, 0.05);
    check_near(usage.total_cores, 1.45);
    check_near(usage.vcpu_run_delay_cores, 0.1);
    check_near(usage.overhead_run_delay_cores, 0.002);
    check_near(usage.total_run_delay_cores, 0.102);
    check_nan(usage.voluntary_ctxt_switches_per_second);
    check_nan(usage.nonvoluntary_ctxt_switches_per_second);
}

/* schedstat and the context switches are of one thread, so the main thread's are not those of the process. */
TEST(the_main_thread_is_not_the_process)
{
    struct vmm_process before[] = {thread(100, 5, NO, 0, 0), thread(101, 6, 0, 0, 0), thread(102, 6, 1, 0, 0)};
    struct vmm_process after[COUNT_OF(before)];
    struct vmm_process_usage main_thread;
    struct vmm_threads_usage usage;

    for (size_t i = 0; i < COUNT_OF(before); i++) {
        before[i].voluntary_ctxt_switches = before[i].nonvoluntary_ctxt_switches = 10;
        after[i] = before[i];
        after[i].run_delay_ns = i == 0 ? 1000000 : 250000000;
        after[i].voluntary_ctxt_switches += i == 0 ? 44 : 2600;
        after[i].nonvoluntary_ctxt_switches += i;
    }
    usage = usage_between(before, COUNT_OF(before), after, COUNT_OF(after));
    check_near(usage.total_run_delay_cores, 0.501);
    check_near(usage.voluntary_ctxt_switches_per_second, 5244);
    check_near(usage.nonvoluntary_ctxt_switches_per_second, 3);
    assert_int_equal(vmm_process_usage_between(&before[0], &after[0], &(const struct vmm_interval){SECOND, 100},
                                               &main_thread, sizeof main_thread),
                     VMM_OK);
    check_near(main_thread.run_delay_cores, 0.001);
    check_near(main_thread.voluntary_ctxt_switches_per_second, 44);
}

/* A sum of zeros is 0, not unknown. */
TEST(threads_that_did_nothing)
{
    struct vmm_process samples[] = {thread(100, 5, NO, 1000, 10), thread(101, 6, 0, 200, 20)};
    struct vmm_threads_usage usage;

    for (size_t i = 0; i < COUNT_OF(samples); i++)
        samples[i].voluntary_ctxt_switches = samples[i].nonvoluntary_ctxt_switches = 7;
    usage = usage_between(samples, COUNT_OF(samples), samples, COUNT_OF(samples));
    check_counts(&usage, 2, 2, 0, 0, 1);
    check_near(usage.vcpu_cores, 0);
    check_near(usage.overhead_cores, 0);
    check_near(usage.total_cores, 0);
    check_near(usage.vcpu_run_delay_cores, 0);
    check_near(usage.overhead_run_delay_cores, 0);
    check_near(usage.total_run_delay_cores, 0);
    check_near(usage.voluntary_ctxt_switches_per_second, 0);
    check_near(usage.nonvoluntary_ctxt_switches_per_second, 0);
}

TEST(rates_are_by_the_time)
{
    struct vmm_process before = thread(100, 5, 0, 0, 0), after = thread(100, 5, 0, 3000, 1000);
    struct vmm_threads_usage usage;

    before.voluntary_ctxt_switches = before.nonvoluntary_ctxt_switches = 0;
    after.voluntary_ctxt_switches = 100;
    after.nonvoluntary_ctxt_switches = 50;
    assert_int_equal(between(&before, 1, &after, 1, 4 * SECOND, &usage), VMM_OK);
    check_near(usage.vcpu_cores, 0.75);
    check_near(usage.vcpu_run_delay_cores, 0.25);
    check_near(usage.voluntary_ctxt_switches_per_second, 25);
    check_near(usage.nonvoluntary_ctxt_switches_per_second, 12.5);
    check_nan(usage.overhead_cores);
    check_near(usage.total_cores, 0.75);
}

/* All of a thread's time lies between the samples if it started there. */
TEST(new_threads_count_with_all_their_time)
{
    struct vmm_threads_usage usage =
        usage_between(THREADS(thread(100, 5, NO, 1000, 0)),
                      THREADS(thread(99, 950, NO, 20, 1), thread(100, 5, NO, 1100, 0), thread(101, 900, 0, 300, 7)));

    check_counts(&usage, 3, 1, 2, 0, 1);
    check_near(usage.vcpu_cores, 0.3);
    check_near(usage.overhead_cores, 0.12);
    check_near(usage.vcpu_run_delay_cores, 0.007);
    check_near(usage.overhead_run_delay_cores, 0.001);
}

TEST(the_time_of_threads_that_ended_is_lost)
{
    struct vmm_threads_usage usage = usage_between(THREADS(thread(98, 4, NO, 77, 0), thread(100, 5, NO, 1000, 0),
                                                           thread(101, 6, 0, 4000, 0), thread(102, 6, 1, 5000, 0)),
                                                   THREADS(thread(100, 5, NO, 1100, 0), thread(102, 6, 1, 5500, 0)));

    check_counts(&usage, 2, 2, 0, 2, 1);
    check_near(usage.vcpu_cores, 0.5);
    check_near(usage.overhead_cores, 0.1);
}

/* The same number with another start is another thread. */
TEST(a_thread_number_that_is_used_again)
{
    struct vmm_threads_usage usage = usage_between(THREADS(thread(100, 5, NO, 1000, 0), thread(101, 6, 0, 90000, 0)),
                                                   THREADS(thread(100, 5, NO, 1000, 0), thread(101, 700, 0, 30, 0)));

    check_counts(&usage, 2, 1, 1, 1, 1);
    check_near(usage.vcpu_cores, 0.03);
    /* A start that is not known is not looked at. */
    usage = usage_between(THREADS(thread(100, 5, NO, 1000, 0), thread(101, 6, 0, 90000, 0)),
                          THREADS(thread(100, NO, NO, 1001, 0), thread(101, NO, 0, 90030, 0)));
    check_counts(&usage, 2, 2, 0, 0, 1);
    check_near(usage.vcpu_cores, 0.03);
}

TEST(names_of_the_later_sample_count)
{
    struct vmm_threads_usage usage =
        usage_between(THREADS(thread(100, 5, NO, 0, 0), thread(101, 6, NO, 100, 0), thread(102, 6, 3, 100, 0)),
                      THREADS(thread(100, 5, NO, 10, 0), thread(101, 6, 0, 200, 0), thread(102, 6, NO, 500, 0)));

    check_counts(&usage, 3, 3, 0, 0, 1);
    check_near(usage.vcpu_cores, 0.1);
    check_near(usage.overhead_cores, 0.41);
}

/* Only the names tell which threads are virtual CPUs, so without names the overhead is unknown too. */
TEST(without_names_only_the_total_is_known)
{
    struct vmm_threads_usage usage = usage_between(THREADS(thread(100, 5, NO, 0, 0), thread(101, 6, NO, 100, 50)),
                                                   THREADS(thread(100, 5, NO, 10, 0), thread(101, 6, NO, 900, 60)));

    check_counts(&usage, 2, 2, 0, 0, 0);
    check_nan(usage.vcpu_cores);
    check_nan(usage.overhead_cores);
    check_nan(usage.vcpu_run_delay_cores);
    check_nan(usage.overhead_run_delay_cores);
    check_near(usage.total_cores, 0.81);
    check_near(usage.total_run_delay_cores, 0.01);
}

/* A sum that lacks a part is unknown, and so is the sum of both. */
TEST(counters_that_are_not_known)
{
    struct vmm_threads_usage usage =
        usage_between(THREADS(thread(100, 5, NO, 10, NO), thread(101, 6, 0, 100, NO), thread(102, 6, 1, NO, NO)),
                      THREADS(thread(100, 5, NO, 50, NO), thread(101, 6, 0, 300, NO), thread(102, 6, 1, 999, NO)));

    check_counts(&usage, 3, 3, 0, 0, 2);
    check_nan(usage.vcpu_cores);
    check_near(usage.overhead_cores, 0.04);
    check_nan(usage.total_cores);
    check_nan(usage.vcpu_run_delay_cores);
    check_nan(usage.total_run_delay_cores);
    /* The threads are counted even if no counter is known. */
    usage = usage_between(THREADS(thread(100, 5, 0, NO, NO)), THREADS(thread(100, 5, 0, NO, NO)));
    check_counts(&usage, 1, 1, 0, 0, 1);
    check_nan(usage.vcpu_cores);
    check_nan(usage.total_cores);
    /* The same for a new one. */
    usage =
        usage_between(THREADS(thread(100, 5, NO, 1, 1)), THREADS(thread(100, 5, NO, 3, 1), thread(101, 9, 0, NO, 4)));
    check_nan(usage.vcpu_cores);
    check_near(usage.overhead_cores, 0.002);
    check_nan(usage.total_cores);
    check_near(usage.vcpu_run_delay_cores, 0.004);
}

/* A thread as it is read from `0 0 0` in schedstat and from the times in stat. */
static struct vmm_process uncounted(uint64_t tid, uint64_t vcpu, uint64_t ticks)
{
    struct vmm_process record = thread(tid, 6, vcpu, NO, NO);

    record.utime_ticks = ticks;
    record.stime_ticks = 0;
    return record;
}

/* A thread that has never run has `0 0 0` too. All of its time counts when it runs. */
TEST(threads_that_have_not_run)
{
    struct vmm_threads_usage usage =
        usage_between(THREADS(thread(100, 5, NO, 1000, 10), uncounted(101, 0, 0), uncounted(102, NO, 0)),
                      THREADS(thread(100, 5, NO, 1010, 10), thread(101, 6, 0, 300, 200), uncounted(102, NO, 0),
                              uncounted(103, NO, 0)));

    check_counts(&usage, 4, 3, 1, 0, 1);
    check_near(usage.vcpu_cores, 0.3);
    check_near(usage.vcpu_run_delay_cores, 0.2);
    check_near(usage.overhead_cores, 0.01);
    check_near(usage.total_cores, 0.31);
}

/* Where the kernel does not count, the sums are unknown, not 0. */
TEST(a_kernel_that_does_not_count)
{
    struct vmm_process before = uncounted(100, NO, 0), after = before;
    struct vmm_threads_usage usage =
        usage_between(THREADS(uncounted(100, NO, 50), uncounted(101, 0, 900), uncounted(102, NO, 0)),
                      THREADS(uncounted(100, NO, 51), uncounted(101, 0, 950), uncounted(102, NO, 0)));

    check_nan(usage.vcpu_cores);
    check_nan(usage.overhead_cores);
    check_nan(usage.total_cores);
    check_nan(usage.total_run_delay_cores);
    usage = usage_between(THREADS(uncounted(100, NO, 0)), THREADS(uncounted(100, NO, 0)));
    check_nan(usage.total_cores);
    /* A thread with one of the two numbers has run. */
    before.run_delay_ns = 5000000;
    after.run_delay_ns = 9000000;
    usage = usage_between(THREADS(before), THREADS(after));
    check_nan(usage.total_cores);
    check_near(usage.total_run_delay_cores, 0.004);
}

/* ---- the process ---- */

/* A process that used so many CPUs in a second, by its ticks. */
static struct vmm_threads_usage with_process(const struct vmm_process *before, size_t before_count,
                                             const struct vmm_process *after, size_t after_count, double cores_used)
{
    const struct vmm_threads old = {before, before_count, sizeof *before}, now = {after, after_count, sizeof *after};
    struct vmm_process_usage process;
    struct vmm_threads_usage usage;

    assert_int_equal(vmm_record_init(VMM_RECORD_PROCESS_USAGE, &process, sizeof process), VMM_OK);
    process.cores_used = cores_used;
    assert_int_equal(vmm_threads_usage_between(&old, &now, &process, SECOND, &usage, sizeof usage), VMM_OK);
    return usage;
}

#define UNKNOWN_CORES ((double)NAN)

/* The process used 0.99 CPUs; the threads that are left explain 0.5. */
TEST(threads_that_began_and_ended_between_the_samples)
{
    struct vmm_threads_usage usage =
        with_process(THREADS(thread(100, 5, NO, 1000, 0), thread(101, 6, 0, 4000, 0)),
                     THREADS(thread(100, 5, NO, 1100, 0), thread(101, 6, 0, 4400, 0)), 0.99);

    check_near(usage.total_cores, 0.99);
    check_near(usage.vcpu_cores, 0.4);
    check_near(usage.overhead_cores, 0.59);
    check_near(usage.unexplained_cores, 0.49);
    /* Without the process they cannot be seen. */
    usage = usage_between(THREADS(thread(100, 5, NO, 1000, 0), thread(101, 6, 0, 4000, 0)),
                          THREADS(thread(100, 5, NO, 1100, 0), thread(101, 6, 0, 4400, 0)));
    check_near(usage.total_cores, 0.5);
    check_near(usage.overhead_cores, 0.1);
    check_nan(usage.unexplained_cores);
}

/* Two ticks and a hundredth are no difference, and the threads' numbers are the finer ones. */
TEST(the_ticks_of_the_process_are_coarse)
{
    static const struct {
        double used, unexplained;
    } cases[] = {{0.5, 0}, {0.4, 0}, {0.5249, 0}, {0.5251, 0.0251}, {0, 0}};

    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct vmm_threads_usage usage =
            with_process(THREADS(thread(100, 5, NO, 1000, 0), thread(101, 6, 0, 4000, 0)),
                         THREADS(thread(100, 5, NO, 1100, 0), thread(101, 6, 0, 4400, 0)), cases[i].used);

        check_near(usage.unexplained_cores, cases[i].unexplained);
        check_near(usage.total_cores, 0.5 + cases[i].unexplained);
        check_near(usage.overhead_cores, 0.1 + cases[i].unexplained);
    }
}

/* The process counts what a thread lacks. */
TEST(a_thread_without_a_counter_in_a_known_process)
{
    struct vmm_threads_usage usage = with_process(THREADS(thread(100, 5, NO, NO, 0), thread(101, 6, 0, 4000, 0)),
                                                  THREADS(thread(100, 5, NO, NO, 0), thread(101, 6, 0, 4400, 0)), 0.7);

    check_near(usage.total_cores, 0.7);
    check_near(usage.vcpu_cores, 0.4);
    check_near(usage.overhead_cores, 0.3);
    check_nan(usage.unexplained_cores);
    usage = with_process(THREADS(thread(100, 5, NO, 7, 0), thread(101, 6, 0, NO, 0)),
                         THREADS(thread(100, 5, NO, 8, 0), thread(101, 6, 0, NO, 0)), 0.7);
    check_near(usage.total_cores, 0.7);
    check_nan(usage.vcpu_cores);
    check_near(usage.overhead_cores, 0.001);
    /* The virtual CPU has not run. */
    usage = with_process(THREADS(thread(100, 5, NO, NO, 0), uncounted(101, 0, 0)),
                         THREADS(thread(100, 5, NO, NO, 0), uncounted(101, 0, 0)), 0.7);
    check_near(usage.total_cores, 0.7);
    check_near(usage.overhead_cores, 0.7);
    /* No thread has. */
    usage = with_process(THREADS(uncounted(100, NO, 0)), THREADS(uncounted(100, NO, 0)), 0.7);
    check_near(usage.total_cores, 0.7);
    check_nan(usage.unexplained_cores);
    for (unsigned i = 0; i < 2; i++) {
        usage = with_process(THREADS(thread(100, 5, NO, 7, 0)), THREADS(thread(100, 5, NO, 8, 0)),
                             i == 0 ? UNKNOWN_CORES : HUGE_VAL);
        check_near(usage.total_cores, 0.001);
        check_nan(usage.unexplained_cores);
    }
}

/* ---- when it says nothing ---- */

/* The samples are of two processes: nothing connects them. */
TEST(no_thread_in_both_is_a_reset)
{
    check_status(THREADS(thread(100, 5, NO, 1, 1)), THREADS(thread(200, 700, NO, 1, 1), thread(201, 700, 0, 1, 1)),
                 VMM_RESET);
    check_status(THREADS(thread(100, 5, NO, 1, 1)), THREADS(thread(100, 700, NO, 1, 1)), VMM_RESET);
}

/* A thread that was missed in the earlier sample would look new, and its life's time would be a spike. */
TEST(a_thread_that_cannot_be_so_new_is_a_reset)
{
    check_status(THREADS(thread(100, 5, NO, 1, 1)), THREADS(thread(100, 5, NO, 1, 1), thread(101, 6, 0, 90000000, 1)),
                 VMM_RESET);
    check_status(THREADS(thread(100, 5, NO, 1, 1)), THREADS(thread(100, 5, NO, 1, 1), thread(101, 6, 0, 1, 90000)),
                 VMM_RESET);
    /* A tenth and a second more are for times that are brought up to date late. */
    check_status(THREADS(thread(100, 5, NO, 1, 1)), THREADS(thread(100, 5, NO, 1, 1), thread(101, 6, 0, 2100, 2100)),
                 VMM_OK);
    check_status(THREADS(thread(100, 5, NO, 1, 1)), THREADS(thread(100, 5, NO, 1, 1), thread(101, 6, 0, 2101, 1)),
                 VMM_RESET);
    check_status(THREADS(thread(100, 5, NO, 1, 1)), THREADS(thread(100, 5, NO, 1, 1), thread(101, 6, 0, 1, 2101)),
                 VMM_RESET);
    /* The same for one that is in both. */
    check_status(THREADS(thread(100, 5, NO, 10, 10)), THREADS(thread(100, 5, NO, 2110, 2110)), VMM_OK);
    check_status(THREADS(thread(100, 5, NO, 10, 10)), THREADS(thread(100, 5, NO, 2111, 10)), VMM_RESET);
    check_status(THREADS(thread(100, 5, NO, 10, 10)), THREADS(thread(100, 5, NO, 10, 2111)), VMM_RESET);
}

/* Context switches may grow by any number. */
TEST(switches_may_grow_by_anything)
{
    struct vmm_process before = thread(100, 5, NO, 1, 1), after = before;
    struct vmm_threads_usage usage;

    before.voluntary_ctxt_switches = 0;
    after.voluntary_ctxt_switches = MOST;
    usage = usage_between(&before, 1, &after, 1);
    assert_true(usage.voluntary_ctxt_switches_per_second > 1.8e19);
}

/* ---- order ---- */

/* Rearranges rows in a way that a number from 0 to 23 tells. */
static void permute(const struct vmm_process rows[4], unsigned number, struct vmm_process permuted[4])
{
    memcpy(permuted, rows, 4 * sizeof *rows);
    for (unsigned i = 0; i < 3; i++) {
        unsigned k = i + number % (4 - i);
        struct vmm_process row = permuted[i];

        permuted[i] = permuted[k];
        permuted[k] = row;
        number /= 4 - i;
    }
}

/* Sums of doubles depend on the order in which they are made, and the results must not. */
TEST(any_order_gives_the_same)
{
    const struct vmm_process before[] = {thread(100, 5, NO, 1, 1), thread(101, 6, 0, 20, 3), thread(103, 5, 1, 7, 1),
                                         thread(NO, 9, 2, 9, 9)};
    struct vmm_process after[] = {thread(100, 5, NO, 31, 7), thread(102, 900, NO, 41, 3), thread(103, 5, 1, 77, 5),
                                  thread(105, 901, 4, 55, 2)};
    struct vmm_threads_usage wanted, usage;

    /* As doubles, these have different sums in different orders. */
    after[0].run_time_ns = 1000001;
    after[2].run_time_ns += 333;
    for (size_t i = 0; i < COUNT_OF(after); i++)
        after[i].voluntary_ctxt_switches = UINT64_MAX / 8 - (i + 1) * 777;
    wanted = usage_between(before, 4, after, 4);
    check_counts(&wanted, 4, 2, 2, 1, 2);
    for (unsigned i = 0; i < 24; i++) {
        struct vmm_process old[4], later[4];

        permute(before, i, old);
        for (unsigned k = 0; k < 24; k++) {
            permute(after, k, later);
            usage = usage_between(old, 4, later, 4);
            assert_memory_equal(&usage, &wanted, sizeof usage);
        }
    }
}

/* Of rows with the same number the first one counts, whether they stand in order or not. */
TEST(a_number_that_comes_twice_counts_once)
{
    struct vmm_process a = thread(100, 5, NO, 10, 1), b = thread(101, 5, 0, 10, 1), c = thread(102, 5, NO, 10, 1);
    struct vmm_process later_a = thread(100, 5, NO, 30, 1), later_b = thread(101, 5, 0, 60, 1);
    struct vmm_process other_a = thread(100, 7, 3, 400, 400), other_b = thread(101, 8, NO, 500, 500);
    struct vmm_threads_usage wanted = usage_between(THREADS(a, b, c), THREADS(later_a, later_b)), usage;

    check_counts(&wanted, 2, 2, 0, 1, 1);
    usage = usage_between(THREADS(a, other_a, b, other_b, other_b, c, c), THREADS(later_a, other_a, later_b, other_b));
    assert_memory_equal(&usage, &wanted, sizeof usage);
    usage = usage_between(THREADS(c, b, a, other_b, c, other_a), THREADS(later_b, other_b, later_a, other_a));
    assert_memory_equal(&usage, &wanted, sizeof usage);
    usage = usage_between(THREADS(a, a), THREADS(later_a));
    check_counts(&usage, 1, 1, 0, 0, 0);
    check_near(usage.total_cores, 0.02);
    check_status(THREADS(b, a), THREADS(c, c), VMM_RESET);
}

/* The largest number that a thread can have stands before all that have none. */
TEST(the_largest_numbers)
{
    struct vmm_threads_usage usage =
        usage_between(THREADS(thread(MOST, 5, NO, 10, 1), thread(VMM_UNLIMITED, 5, NO, 10, 1), thread(0, 5, NO, 5, 1)),
                      THREADS(thread(0, 5, NO, 15, 1), thread(NO, 5, NO, 10, 1), thread(MOST, 5, NO, 20, 1)));

    check_counts(&usage, 2, 2, 0, 0, 0);
    check_near(usage.total_cores, 0.02);
}

/* Threads that ended while they were read have no number. */
TEST(records_without_a_number_are_passed_over)
{
    struct vmm_process a = thread(100, 5, NO, 10, 1), b = thread(101, 5, 0, 10, 1), none = thread(NO, 5, 0, 5000, 7);
    struct vmm_process later_a = thread(100, 5, NO, 30, 1), later_b = thread(101, 5, 0, 60, 1);
    struct vmm_threads_usage usage;

    for (unsigned i = 0; i < 64; i++) {
        struct vmm_process before[5], after[5];
        size_t before_count = 0, after_count = 0;

        if (i & 1)
            before[before_count++] = none;
        before[before_count++] = a;
        if (i & 2)
            before[before_count++] = none;
        before[before_count++] = b;
        if (i & 4)
            before[before_count++] = none;
        if (i & 8)
            after[after_count++] = none;
        after[after_count++] = later_a;
        if (i & 16)
            after[after_count++] = none;
        after[after_count++] = later_b;
        if (i & 32)
            after[after_count++] = none;
        usage = usage_between(before, before_count, after, after_count);
        check_counts(&usage, 2, 2, 0, 0, 1);
        check_near(usage.vcpu_cores, 0.05);
        check_near(usage.overhead_cores, 0.02);
    }
    /* They do not hide that rows are in disorder. */
    usage = usage_between(THREADS(b, none, a), THREADS(none, later_b, later_a));
    check_counts(&usage, 2, 2, 0, 0, 1);
    check_near(usage.vcpu_cores, 0.05);
    check_near(usage.overhead_cores, 0.02);
}

/* ---- arguments ---- */

TEST(arguments)
{
    struct vmm_process one = thread(100, 5, NO, 1, 1);
    struct vmm_threads_usage usage;
    struct vmm_process_usage other = {.size = sizeof other, .record = VMM_RECORD_THREADS_USAGE};
    static const size_t sizes[] = {0, 1, 4, 7, 8, 9, 12, 20, sizeof one - 4, SIZE_MAX};
    const struct vmm_threads good = {&one, 1, sizeof one}, none = {NULL, 0, 0};

    check_status(&one, 1, NULL, 0, VMM_E_ARGUMENT);
    check_status(&one, 1, NULL, 1, VMM_E_ARGUMENT);
    assert_int_equal(vmm_threads_usage_between(&good, &good, NULL, SECOND, NULL, sizeof usage), VMM_E_ARGUMENT);
    assert_int_equal(vmm_threads_usage_between(&good, NULL, NULL, SECOND, &usage, sizeof usage), VMM_E_ARGUMENT);
    check_unknown(VMM_RECORD_THREADS_USAGE, &usage);
    assert_int_equal(vmm_threads_usage_between(&good, &good, &other, SECOND, &usage, sizeof usage), VMM_E_ARGUMENT);
    check_unknown(VMM_RECORD_THREADS_USAGE, &usage);
    assert_int_equal(vmm_threads_usage_between(NULL, NULL, NULL, SECOND, &usage, sizeof usage), VMM_E_ARGUMENT);
    assert_int_equal(vmm_threads_usage_between(NULL, &good, NULL, SECOND, &usage, sizeof usage), VMM_FIRST);
    assert_int_equal(vmm_threads_usage_between(&none, &good, NULL, SECOND, &usage, sizeof usage), VMM_FIRST);
    assert_int_equal(vmm_threads_usage_between(&good, &none, NULL, SECOND, &usage, sizeof usage), VMM_E_ARGUMENT);
    for (size_t size = 0; size < 16; size++)
        assert_int_equal(vmm_threads_usage_between(&good, &good, NULL, SECOND, &usage, size), VMM_E_ARGUMENT);
    for (size_t i = 0; i < COUNT_OF(sizes); i++) {
        const struct vmm_threads bad = {&one, 1, sizes[i]}, no_rows = {&one, 0, sizes[i]};

        memset(&usage, 0x5a, sizeof usage);
        assert_int_equal(vmm_threads_usage_between(&good, &bad, NULL, SECOND, &usage, sizeof usage), VMM_E_ARGUMENT);
        check_unknown(VMM_RECORD_THREADS_USAGE, &usage);
        memset(&usage, 0x5a, sizeof usage);
        assert_int_equal(vmm_threads_usage_between(&bad, &good, NULL, SECOND, &usage, sizeof usage), VMM_E_ARGUMENT);
        check_unknown(VMM_RECORD_THREADS_USAGE, &usage);
        assert_int_equal(vmm_threads_usage_between(&bad, &bad, NULL, SECOND, &usage, sizeof usage), VMM_E_ARGUMENT);
        assert_int_equal(vmm_threads_usage_between(&no_rows, &good, NULL, SECOND, &usage, sizeof usage), VMM_FIRST);
    }
}

/* Twenty thousand threads in each sample, and only the first thread is in both samples: a walk, not a search. */
TEST(very_many_threads)
{
    enum { MANY = 20000 };
    struct vmm_process *before = calloc(MANY, sizeof *before), *after = calloc(MANY, sizeof *after);
    struct vmm_threads_usage usage;

    assert_true(before != NULL && after != NULL);
    for (size_t i = 0; i < MANY; i++) {
        before[i] = thread(1 + 2 * i, 5, NO, 1, 0);
        after[i] = thread(i == 0 ? 1 : 2 * i, 5, 0, 1, 0);
    }
    usage = usage_between(before, MANY, after, MANY);
    check_counts(&usage, MANY, 1, MANY - 1, MANY - 1, MANY);
    check_near(usage.vcpu_cores, (MANY - 1) * 1e-3);
    free(before);
    free(after);
}

/* Samples may have rows of different sizes, as those of two programs have; what the shorter rows do not have is unknown. */
TEST(samples_of_rows_of_different_sizes)
{
    struct vmm_process after[] = {thread(100, 5, NO, 31, 7), thread(101, 6, 0, 45, 3)};
    struct {
        struct vmm_process row;
        uint64_t of_a_newer_library[3];
    } longer[2];
    struct vmm_threads old = {&longer[0].row, 2, sizeof longer[0]}, now = {after, 2, sizeof after[0]};
    struct vmm_threads_usage usage;

    memset(longer, 0x5a, sizeof longer);
    longer[0].row = thread(100, 5, NO, 1, 1);
    longer[1].row = thread(101, 6, 0, 5, 1);
    longer[0].row.size = longer[1].row.size = sizeof longer[0];
    assert_int_equal(vmm_threads_usage_between(&old, &now, NULL, SECOND, &usage, sizeof usage), VMM_OK);
    check_counts(&usage, 2, 2, 0, 0, 1);
    check_near(usage.vcpu_cores, 0.04);
    check_near(usage.overhead_cores, 0.03);
    /* The other way round. */
    assert_int_equal(vmm_threads_usage_between(&now, &old, NULL, SECOND, &usage, sizeof usage), VMM_RESET);
    /* Rows of a caller that knows no delays. */
    now.row_size = offsetof(struct vmm_process, run_delay_ns);
    now.count = 1;
    assert_int_equal(vmm_threads_usage_between(&old, &now, NULL, SECOND, &usage, sizeof usage), VMM_OK);
    check_counts(&usage, 1, 1, 0, 1, 0);
    check_near(usage.total_cores, 0.03);
    check_nan(usage.total_run_delay_cores);
}
