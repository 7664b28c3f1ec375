/* What the threads of a VMM did between two samples. */
#include "support.h"

#include <stdlib.h>
#include <string.h>

#define SECOND INT64_C(1000000000)
#define MOST (UINT64_MAX - 2)

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
    vmm_status status;

    memset(usage, 0x5a, sizeof *usage);
    status = vmm_threads_usage_between(before, before_count, after, after_count, sizeof *before, elapsed_ns, usage,
                                       sizeof *usage);
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

/* ---- what it says ---- */

static void test_virtual_cpus_against_all_others(void **state)
{
    struct vmm_threads_usage usage =
        usage_between(THREADS(thread(100, 5, NO, 1000, 10), thread(101, 6, NO, 200, 0), thread(102, 7, 0, 50000, 700),
                              thread(103, 7, 1, 40000, 600)),
                      THREADS(thread(100, 5, NO, 1050, 12), thread(101, 6, NO, 200, 0), thread(102, 7, 0, 50900, 760),
                              thread(103, 7, 1, 40500, 640)));

    (void)state;
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

/* H: schedstat and the switches are of one thread, so the main thread's are not those of the process. */
static void test_the_main_thread_is_not_the_process(void **state)
{
    struct vmm_process before[] = {thread(100, 5, NO, 0, 0), thread(101, 6, 0, 0, 0), thread(102, 6, 1, 0, 0)};
    struct vmm_process after[COUNT_OF(before)];
    struct vmm_process_usage main_thread;
    struct vmm_threads_usage usage;

    (void)state;
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
    assert_int_equal(vmm_process_usage_between(&before[0], &after[0], SECOND, 100, &main_thread, sizeof main_thread),
                     VMM_OK);
    check_near(main_thread.run_delay_cores, 0.001);
    check_near(main_thread.voluntary_ctxt_switches_per_second, 44);
}

/* Nothing is a sum, too. */
static void test_threads_that_did_nothing(void **state)
{
    struct vmm_process samples[] = {thread(100, 5, NO, 1000, 10), thread(101, 6, 0, 200, 20)};
    struct vmm_threads_usage usage;

    (void)state;
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

static void test_rates_are_by_the_time(void **state)
{
    struct vmm_process before = thread(100, 5, 0, 0, 0), after = thread(100, 5, 0, 3000, 1000);
    struct vmm_threads_usage usage;

    (void)state;
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
static void test_new_threads_count_with_all_their_time(void **state)
{
    struct vmm_threads_usage usage =
        usage_between(THREADS(thread(100, 5, NO, 1000, 0)),
                      THREADS(thread(99, 950, NO, 20, 1), thread(100, 5, NO, 1100, 0), thread(101, 900, 0, 300, 7)));

    (void)state;
    check_counts(&usage, 3, 1, 2, 0, 1);
    check_near(usage.vcpu_cores, 0.3);
    check_near(usage.overhead_cores, 0.12);
    check_near(usage.vcpu_run_delay_cores, 0.007);
    check_near(usage.overhead_run_delay_cores, 0.001);
}

static void test_the_time_of_threads_that_ended_is_lost(void **state)
{
    struct vmm_threads_usage usage = usage_between(THREADS(thread(98, 4, NO, 77, 0), thread(100, 5, NO, 1000, 0),
                                                           thread(101, 6, 0, 4000, 0), thread(102, 6, 1, 5000, 0)),
                                                   THREADS(thread(100, 5, NO, 1100, 0), thread(102, 6, 1, 5500, 0)));

    (void)state;
    check_counts(&usage, 2, 2, 0, 2, 1);
    check_near(usage.vcpu_cores, 0.5);
    check_near(usage.overhead_cores, 0.1);
}

/* A32, for threads: the same number with another start is another thread. */
static void test_a_thread_number_that_is_used_again(void **state)
{
    struct vmm_threads_usage usage = usage_between(THREADS(thread(100, 5, NO, 1000, 0), thread(101, 6, 0, 90000, 0)),
                                                   THREADS(thread(100, 5, NO, 1000, 0), thread(101, 700, 0, 30, 0)));

    (void)state;
    check_counts(&usage, 2, 1, 1, 1, 1);
    check_near(usage.vcpu_cores, 0.03);
    /* A start that is not known is not looked at. */
    usage = usage_between(THREADS(thread(100, 5, NO, 1000, 0), thread(101, 6, 0, 90000, 0)),
                          THREADS(thread(100, NO, NO, 1001, 0), thread(101, NO, 0, 90030, 0)));
    check_counts(&usage, 2, 2, 0, 0, 1);
    check_near(usage.vcpu_cores, 0.03);
}

static void test_names_of_the_later_sample_count(void **state)
{
    struct vmm_threads_usage usage =
        usage_between(THREADS(thread(100, 5, NO, 0, 0), thread(101, 6, NO, 100, 0), thread(102, 6, 3, 100, 0)),
                      THREADS(thread(100, 5, NO, 10, 0), thread(101, 6, 0, 200, 0), thread(102, 6, NO, 500, 0)));

    (void)state;
    check_counts(&usage, 3, 3, 0, 0, 1);
    check_near(usage.vcpu_cores, 0.1);
    check_near(usage.overhead_cores, 0.41);
}

/* H: without names nothing tells the virtual CPUs, so what is overhead is not known either. */
static void test_without_names_only_the_total_is_known(void **state)
{
    struct vmm_threads_usage usage = usage_between(THREADS(thread(100, 5, NO, 0, 0), thread(101, 6, NO, 100, 50)),
                                                   THREADS(thread(100, 5, NO, 10, 0), thread(101, 6, NO, 900, 60)));

    (void)state;
    check_counts(&usage, 2, 2, 0, 0, 0);
    check_nan(usage.vcpu_cores);
    check_nan(usage.overhead_cores);
    check_nan(usage.vcpu_run_delay_cores);
    check_nan(usage.overhead_run_delay_cores);
    check_near(usage.total_cores, 0.81);
    check_near(usage.total_run_delay_cores, 0.01);
}

static void test_counters_that_are_not_known(void **state)
{
    struct vmm_threads_usage usage =
        usage_between(THREADS(thread(100, 5, NO, NO, NO), thread(101, 6, 0, 100, NO), thread(102, 6, 1, NO, NO)),
                      THREADS(thread(100, 5, NO, 50, NO), thread(101, 6, 0, 300, NO), thread(102, 6, 1, 999, NO)));

    (void)state;
    check_counts(&usage, 3, 3, 0, 0, 2);
    check_near(usage.vcpu_cores, 0.2);
    check_nan(usage.overhead_cores);
    check_near(usage.total_cores, 0.2);
    check_nan(usage.vcpu_run_delay_cores);
    check_nan(usage.total_run_delay_cores);
    /* Where none is known, the threads are counted all the same. */
    usage = usage_between(THREADS(thread(100, 5, 0, NO, NO)), THREADS(thread(100, 5, 0, NO, NO)));
    check_counts(&usage, 1, 1, 0, 0, 1);
    check_nan(usage.vcpu_cores);
    check_nan(usage.total_cores);
    /* A new one whose counter is not known is left out, too. */
    usage =
        usage_between(THREADS(thread(100, 5, NO, 1, 1)), THREADS(thread(100, 5, NO, 3, 1), thread(101, 9, 0, NO, 4)));
    check_nan(usage.vcpu_cores);
    check_near(usage.overhead_cores, 0.002);
    check_near(usage.vcpu_run_delay_cores, 0.004);
}

/* ---- when it says nothing ---- */

static void test_the_first_sample_gives_nothing(void **state)
{
    struct vmm_process one = thread(100, 5, NO, 1, 1), none = nothing();
    struct vmm_threads_usage usage;

    (void)state;
    check_status(NULL, 0, &one, 1, VMM_FIRST);
    check_status(NULL, 3, &one, 1, VMM_FIRST);
    check_status(&one, 0, &one, 1, VMM_FIRST);
    check_status(&none, 1, &one, 1, VMM_FIRST);
    assert_int_equal(between(NULL, 0, &one, 1, 0, &usage), VMM_FIRST);
    /* Rows of their size only, without a number. */
    assert_int_equal(vmm_threads_usage_between(&one, 1, &one, 1, sizeof(uint64_t), SECOND, &usage, sizeof usage),
                     VMM_FIRST);
}

static void test_no_time_elapsed(void **state)
{
    struct vmm_process one = thread(100, 5, NO, 1, 1);
    struct vmm_threads_usage usage;

    (void)state;
    assert_int_equal(between(&one, 1, &one, 1, 1, &usage), VMM_OK);
    assert_int_equal(between(&one, 1, &one, 1, 0, &usage), VMM_NO_INTERVAL);
    assert_int_equal(between(&one, 1, &one, 1, -1, &usage), VMM_NO_INTERVAL);
    assert_int_equal(between(&one, 1, &one, 1, INT64_MIN, &usage), VMM_NO_INTERVAL);
    assert_int_equal(between(&one, 1, &one, 0, 0, &usage), VMM_NO_INTERVAL);
}

static void test_no_threads_in_the_later_sample(void **state)
{
    struct vmm_process one = thread(100, 5, NO, 1, 1), none = nothing();

    (void)state;
    check_status(&one, 1, &one, 0, VMM_E_EMPTY);
    check_status(&one, 1, &none, 1, VMM_E_EMPTY);
}

static void test_a_counter_that_fell_is_a_reset(void **state)
{
    struct vmm_process before[] = {thread(100, 5, NO, 100, 100), thread(101, 6, 0, 100, 100)};
    static const size_t counters[] = {offsetof(struct vmm_process, run_time_ns),
                                      offsetof(struct vmm_process, run_delay_ns),
                                      offsetof(struct vmm_process, voluntary_ctxt_switches),
                                      offsetof(struct vmm_process, nonvoluntary_ctxt_switches)};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(before); i++)
        before[i].voluntary_ctxt_switches = before[i].nonvoluntary_ctxt_switches = 100000000;
    check_status(before, 2, before, 2, VMM_OK);
    for (size_t i = 0; i < COUNT_OF(before); i++) {
        for (size_t k = 0; k < COUNT_OF(counters); k++) {
            struct vmm_process after[COUNT_OF(before)];

            memcpy(after, before, sizeof after);
            *(uint64_t *)(void *)((char *)&after[i] + counters[k]) = 99999999;
            check_status(before, 2, after, 2, VMM_RESET);
            *(uint64_t *)(void *)((char *)&after[i] + counters[k]) = 0;
            check_status(before, 2, after, 2, VMM_RESET);
            /* Without a start, too. */
            after[i].starttime_ticks = VMM_UNKNOWN;
            check_status(before, 2, after, 2, VMM_RESET);
            /* Another start: it is another thread, and what it has is all new. */
            after[i].starttime_ticks = 77;
            check_status(before, 2, after, 2, VMM_OK);
        }
    }
}

/* Only what the usage reads can be a reason. */
static void test_other_members_may_fall(void **state)
{
    struct vmm_process before = thread(100, 5, NO, 100, 100), after = before;

    (void)state;
    before.utime_ticks = before.timeslices = before.rchar_bytes = 10;
    after.utime_ticks = after.timeslices = after.rchar_bytes = 0;
    check_status(&before, 1, &after, 1, VMM_OK);
}

/* The samples are of two processes: nothing connects them. */
static void test_no_thread_in_both_is_a_reset(void **state)
{
    (void)state;
    check_status(THREADS(thread(100, 5, NO, 1, 1)), THREADS(thread(200, 700, NO, 1, 1), thread(201, 700, 0, 1, 1)),
                 VMM_RESET);
    check_status(THREADS(thread(100, 5, NO, 1, 1)), THREADS(thread(100, 700, NO, 1, 1)), VMM_RESET);
}

/* A thread that was missed in the earlier sample would look new, and its life's time would be a spike. */
static void test_a_thread_that_cannot_be_so_new_is_a_reset(void **state)
{
    (void)state;
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

/* Switches have no such bound. */
static void test_switches_may_grow_by_anything(void **state)
{
    struct vmm_process before = thread(100, 5, NO, 1, 1), after = before;
    struct vmm_threads_usage usage;

    (void)state;
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
static void test_any_order_gives_the_same(void **state)
{
    const struct vmm_process before[] = {thread(100, 5, NO, 1, 1), thread(101, 6, 0, 20, 3), thread(103, 5, 1, 7, 1),
                                         thread(NO, 9, 2, 9, 9)};
    struct vmm_process after[] = {thread(100, 5, NO, 31, 7), thread(102, 900, NO, 41, 3), thread(103, 5, 1, 77, 5),
                                  thread(105, 901, 4, 55, 2)};
    struct vmm_threads_usage wanted, usage;

    (void)state;
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
static void test_a_number_that_comes_twice_counts_once(void **state)
{
    struct vmm_process a = thread(100, 5, NO, 10, 1), b = thread(101, 5, 0, 10, 1), c = thread(102, 5, NO, 10, 1);
    struct vmm_process later_a = thread(100, 5, NO, 30, 1), later_b = thread(101, 5, 0, 60, 1);
    struct vmm_process other_a = thread(100, 7, 3, 400, 400), other_b = thread(101, 8, NO, 500, 500);
    struct vmm_threads_usage wanted = usage_between(THREADS(a, b, c), THREADS(later_a, later_b)), usage;

    (void)state;
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
static void test_the_largest_numbers(void **state)
{
    struct vmm_threads_usage usage =
        usage_between(THREADS(thread(MOST, 5, NO, 10, 1), thread(VMM_UNLIMITED, 5, NO, 10, 1), thread(0, 5, NO, 5, 1)),
                      THREADS(thread(0, 5, NO, 15, 1), thread(NO, 5, NO, 10, 1), thread(MOST, 5, NO, 20, 1)));

    (void)state;
    check_counts(&usage, 2, 2, 0, 0, 0);
    check_near(usage.total_cores, 0.02);
}

/* Threads that ended while they were read have no number. */
static void test_records_without_a_number_are_passed_over(void **state)
{
    struct vmm_process a = thread(100, 5, NO, 10, 1), b = thread(101, 5, 0, 10, 1), none = thread(NO, 5, 0, 5000, 7);
    struct vmm_process later_a = thread(100, 5, NO, 30, 1), later_b = thread(101, 5, 0, 60, 1);
    struct vmm_threads_usage usage;

    (void)state;
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

/* ---- input and output ---- */

static void test_arguments(void **state)
{
    struct vmm_process one = thread(100, 5, NO, 1, 1);
    struct vmm_threads_usage usage;
    static const size_t sizes[] = {0, 1, 4, 7, 9, 12, 20, sizeof one - 4, SIZE_MAX};

    (void)state;
    check_status(&one, 1, NULL, 0, VMM_E_ARGUMENT);
    check_status(&one, 1, NULL, 1, VMM_E_ARGUMENT);
    assert_int_equal(vmm_threads_usage_between(&one, 1, &one, 1, sizeof one, SECOND, NULL, sizeof usage),
                     VMM_E_ARGUMENT);
    for (size_t i = 0; i < COUNT_OF(sizes); i++) {
        memset(&usage, 0x5a, sizeof usage);
        assert_int_equal(vmm_threads_usage_between(&one, 1, &one, 1, sizes[i], SECOND, &usage, sizeof usage),
                         VMM_E_ARGUMENT);
        check_unknown(VMM_RECORD_THREADS_USAGE, &usage);
    }
}

/* Records of callers of another age, each row as long as they say, and no byte of another row is looked at. */
static void test_rows_of_every_size(void **state)
{
    struct vmm_process before[] = {thread(100, 5, NO, 100, 10), thread(101, 6, 0, 100, 10)};
    struct vmm_process after[] = {thread(100, 5, NO, 150, 10), thread(101, 6, 0, 400, 20)};

    (void)state;
    for (size_t row_size = 16; row_size <= sizeof *before + 64; row_size += 8) {
        struct arena first = arena_new(2 * row_size), second = arena_new(2 * row_size);
        char *old = first.start + first.length - 2 * row_size, *later = second.start + second.length - 2 * row_size;
        size_t copied = row_size < sizeof *before ? row_size : sizeof *before;
        struct vmm_threads_usage usage;

        for (size_t i = 0; i < 2; i++) {
            /* What a record says of itself does not lead out of its row. */
            before[i].size = after[i].size = 4096;
            memset(old + i * row_size, 0x5a, row_size);
            memset(later + i * row_size, 0x5a, row_size);
            memcpy(old + i * row_size, &before[i], copied);
            memcpy(later + i * row_size, &after[i], copied);
        }
        assert_int_equal(vmm_threads_usage_between((const struct vmm_process *)(const void *)old, 2,
                                                   (const struct vmm_process *)(const void *)later, 2, row_size, SECOND,
                                                   &usage, sizeof usage),
                         VMM_OK);
        if (row_size >= offsetof(struct vmm_process, vcpu) + 8)
            check_counts(&usage, 2, 2, 0, 0, 1);
        if (row_size >= offsetof(struct vmm_process, run_time_ns) + 8) {
            check_near(usage.vcpu_cores, 0.3);
            check_near(usage.overhead_cores, 0.05);
        } else {
            check_nan(usage.total_cores);
        }
        arena_free(&first);
        arena_free(&second);
    }
}

/* Records that say to be shorter than their row. */
static void test_shorter_records_as_input(void **state)
{
    (void)state;
    for (uint64_t size = 0; size <= sizeof(struct vmm_process); size += 4) {
        struct vmm_process before = thread(100, 5, 0, 100, 10), after = thread(100, 5, 0, 200, 60);
        struct vmm_threads_usage usage;
        vmm_status status;

        after.size = size;
        status = between(&before, 1, &after, 1, SECOND, &usage);
        assert_int_equal(status, size < 16 ? VMM_E_EMPTY : VMM_OK);
        if (size >= offsetof(struct vmm_process, run_delay_ns) + 8)
            check_near(usage.vcpu_run_delay_cores, 0.05);
        else
            check_nan(usage.vcpu_run_delay_cores);
        after.size = sizeof after;
        before.size = size;
        assert_int_equal(between(&before, 1, &after, 1, SECOND, &usage), size < 16 ? VMM_FIRST : VMM_OK);
    }
}

static void test_inputs_are_not_written_to(void **state)
{
    struct vmm_process before = thread(100, 5, 0, 100, 10), after = thread(100, 5, 0, 200, 60);
    struct vmm_process copy_before = before, copy_after = after;

    (void)state;
    usage_between(&before, 1, &after, 1);
    assert_memory_equal(&before, &copy_before, sizeof before);
    assert_memory_equal(&after, &copy_after, sizeof after);
}

static void test_outputs_of_every_size(void **state)
{
    struct vmm_process before[] = {thread(100, 5, NO, 100, 10), thread(101, 6, 0, 100, 10)};
    struct vmm_process after[] = {thread(100, 5, NO, 150, 10), thread(101, 6, 0, 400, 20)};
    struct vmm_process fallen[] = {thread(100, 5, NO, 50, 10), thread(101, 6, 0, 400, 20)};
    struct vmm_threads_usage whole;

    (void)state;
    before[0].voluntary_ctxt_switches = before[0].nonvoluntary_ctxt_switches = 3;
    after[0].voluntary_ctxt_switches = after[0].nonvoluntary_ctxt_switches = 5;
    whole = usage_between(before, 2, after, 2);
    for (size_t size = 0; size <= sizeof whole * 2; size++) {
        const struct vmm_process *afters[] = {after, fallen, NULL};
        static const vmm_status statuses[] = {VMM_OK, VMM_RESET, VMM_E_ARGUMENT};

        for (size_t i = 0; i < COUNT_OF(statuses); i++) {
            struct record record;
            const unsigned char *bytes = (const unsigned char *)record.words;
            size_t valid = size < sizeof whole ? size : sizeof whole;

            memset(&record, 0x5a, sizeof record);
            assert_int_equal(vmm_threads_usage_between(before, 2, afters[i], 2, sizeof *before, SECOND,
                                                       (struct vmm_threads_usage *)(void *)record.words, size),
                             size < 8 ? VMM_E_ARGUMENT : statuses[i]);
            if (size >= 8) {
                size_t members = statuses[i] == VMM_OK ? valid / 8 * 8 : 8;

                assert_int_equal(record.words[0], valid);
                assert_memory_equal(bytes + 8, (const unsigned char *)&whole + 8, members - 8);
                check_bytes(bytes + members, size - members, 0xff);
            }
            check_bytes(bytes + (size < 8 ? 0 : size), sizeof record - (size < 8 ? 0 : size), 0x5a);
        }
    }
}

/* ---- many threads, against sums that look for each thread in all of the other sample ---- */

struct expected {
    vmm_status status;
    uint64_t matched, started, gone, vcpus;
    double run[2], delay[2];
};

static const struct vmm_process *find(const struct vmm_process *among, size_t count, const struct vmm_process *like)
{
    for (size_t i = 0; i < count; i++)
        if (among[i].pid == like->pid && (among[i].starttime_ticks == like->starttime_ticks ||
                                          among[i].starttime_ticks == NO || like->starttime_ticks == NO))
            return &among[i];
    return NULL;
}

static void add(struct expected *wanted, double *sum, uint64_t before, uint64_t after)
{
    if (before == NO || after == NO)
        return;
    if (after < before || (double)(after - before) > 2.1e9)
        wanted->status = VMM_RESET;
    *sum += (double)(after - before);
}

static struct expected expect(const struct vmm_process *before, size_t before_count, const struct vmm_process *after,
                              size_t after_count)
{
    struct expected wanted = {VMM_OK, 0, 0, 0, 0, {0, 0}, {0, 0}};

    for (size_t i = 0; i < before_count; i++)
        if (before[i].pid != NO && find(after, after_count, &before[i]) == NULL)
            wanted.gone++;
    for (size_t i = 0; i < after_count; i++) {
        const struct vmm_process *old = find(before, before_count, &after[i]);
        unsigned is_vcpu = after[i].vcpu != NO;

        if (after[i].pid == NO)
            continue;
        if (old != NULL)
            wanted.matched++;
        else
            wanted.started++;
        wanted.vcpus += is_vcpu;
        add(&wanted, &wanted.run[is_vcpu], old == NULL ? 0 : old->run_time_ns, after[i].run_time_ns);
        add(&wanted, &wanted.delay[is_vcpu], old == NULL ? 0 : old->run_delay_ns, after[i].run_delay_ns);
    }
    if (wanted.matched == 0)
        wanted.status = VMM_RESET;
    return wanted;
}

static void check_sum(double got, double wanted)
{
    if (is_nan(got))
        check_near(wanted, 0);
    else
        assert_true(got - wanted / 1e9 < 1e-9 && wanted / 1e9 - got < 1e-9);
}

static size_t random_threads(struct vmm_process *threads, bool later)
{
    size_t count = 0;

    for (uint64_t tid = 100; tid < 140; tid++) {
        if (chance_of(15))
            continue;
        threads[count] = thread(chance_of(3) ? NO : tid,
                                chance_of(5)    ? NO
                                : chance_of(96) ? 7
                                                : tid + later,
                                tid % 3 == 0 ? tid : NO, 0, 0);
        threads[count].run_time_ns =
            later ? 5000000000 + chance_below(1000000000) : 4500000000 + chance_below(500000000);
        threads[count].run_delay_ns = later ? 1000 + chance_below(1000000000) : chance_below(1001);
        if (threads[count].starttime_ticks == tid + later || chance_of(2))
            threads[count].run_time_ns = chance_below(1000000000);
        if (chance_of(2))
            threads[count].run_time_ns = NO;
        count++;
    }
    return count;
}

static void test_random_threads_against_the_rules(void **state)
{
    struct vmm_process before[40], after[40];
    unsigned seen[2] = {0};

    (void)state;
    chance_seed(73);
    for (unsigned time = 0, rounds = chance_rounds(20000); time < rounds; time++) {
        size_t before_count = random_threads(before, false), after_count = random_threads(after, true);
        struct vmm_threads_usage usage;
        struct expected wanted;
        vmm_status status;

        /* Mostly the same threads, few new ones. */
        if (chance_of(80)) {
            before_count = after_count;
            for (size_t i = 0; i < before_count; i++) {
                before[i] = after[i];
                before[i].run_time_ns = after[i].run_time_ns == NO ? NO : after[i].run_time_ns / 4 * 3;
                if (chance_of(3))
                    before[i].pid = NO;
            }
            for (size_t i = 0; i < before_count; i++)
                if (before[i].pid == NO && after[i].pid != NO)
                    after[i].run_time_ns = after[i].run_time_ns == NO ? NO : after[i].run_time_ns % 1000000000;
        }
        wanted = expect(before, before_count, after, after_count);
        status = between(before, before_count, after, after_count, SECOND, &usage);
        assert_int_equal(status, wanted.status);
        seen[status == VMM_OK]++;
        if (status != VMM_OK)
            continue;
        check_counts(&usage, wanted.matched + wanted.started, wanted.matched, wanted.started, wanted.gone,
                     wanted.vcpus);
        check_sum(usage.vcpu_cores, wanted.run[1]);
        check_sum(usage.overhead_cores, wanted.run[0]);
        check_sum(usage.total_cores, wanted.run[0] + wanted.run[1]);
        check_sum(usage.vcpu_run_delay_cores, wanted.delay[1]);
        check_sum(usage.overhead_run_delay_cores, wanted.delay[0]);
        check_sum(usage.total_run_delay_cores, wanted.delay[0] + wanted.delay[1]);
    }
    /* Each was met. */
    assert_true(seen[0] > chance_rounds(1000) && seen[1] > chance_rounds(1000));
}

/* Twenty thousand threads, of which no two samples share more than the first: a walk, not a search. */
static void test_very_many_threads(void **state)
{
    enum { MANY = 20000 };
    struct vmm_process *before = calloc(MANY, sizeof *before), *after = calloc(MANY, sizeof *after);
    struct vmm_threads_usage usage;

    (void)state;
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

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_virtual_cpus_against_all_others),
        cmocka_unit_test(test_the_main_thread_is_not_the_process),
        cmocka_unit_test(test_threads_that_did_nothing),
        cmocka_unit_test(test_rates_are_by_the_time),
        cmocka_unit_test(test_new_threads_count_with_all_their_time),
        cmocka_unit_test(test_the_time_of_threads_that_ended_is_lost),
        cmocka_unit_test(test_a_thread_number_that_is_used_again),
        cmocka_unit_test(test_names_of_the_later_sample_count),
        cmocka_unit_test(test_without_names_only_the_total_is_known),
        cmocka_unit_test(test_counters_that_are_not_known),
        cmocka_unit_test(test_the_first_sample_gives_nothing),
        cmocka_unit_test(test_no_time_elapsed),
        cmocka_unit_test(test_no_threads_in_the_later_sample),
        cmocka_unit_test(test_a_counter_that_fell_is_a_reset),
        cmocka_unit_test(test_other_members_may_fall),
        cmocka_unit_test(test_no_thread_in_both_is_a_reset),
        cmocka_unit_test(test_a_thread_that_cannot_be_so_new_is_a_reset),
        cmocka_unit_test(test_switches_may_grow_by_anything),
        cmocka_unit_test(test_any_order_gives_the_same),
        cmocka_unit_test(test_a_number_that_comes_twice_counts_once),
        cmocka_unit_test(test_the_largest_numbers),
        cmocka_unit_test(test_records_without_a_number_are_passed_over),
        cmocka_unit_test(test_arguments),
        cmocka_unit_test(test_rows_of_every_size),
        cmocka_unit_test(test_shorter_records_as_input),
        cmocka_unit_test(test_inputs_are_not_written_to),
        cmocka_unit_test(test_outputs_of_every_size),
        cmocka_unit_test(test_random_threads_against_the_rules),
        cmocka_unit_test(test_very_many_threads),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
