/* What a cgroup did between two samples. */
#include "support.h"

#include <stdlib.h>
#include <string.h>

#define SECOND INT64_C(1000000000)
#define DAY (INT64_C(86400) * SECOND)
#define MOST (UINT64_MAX - 2)

static struct vmm_cgroup nothing(void)
{
    struct vmm_cgroup record;

    assert_int_equal(vmm_record_init(VMM_RECORD_CGROUP, &record, sizeof record), VMM_OK);
    return record;
}

static vmm_status between(const struct vmm_cgroup *before, const struct vmm_cgroup *after, int64_t elapsed_ns,
                          struct vmm_cgroup_usage *usage)
{
    vmm_status status;

    memset(usage, 0x5a, sizeof *usage);
    status = vmm_cgroup_usage_between(before, after, elapsed_ns, usage, sizeof *usage);
    assert_int_equal(usage->size, sizeof *usage);
    if (status != VMM_OK)
        check_unknown(VMM_RECORD_CGROUP_USAGE, usage);
    return status;
}

static struct vmm_cgroup_usage usage_between(const struct vmm_cgroup *before, const struct vmm_cgroup *after,
                                             int64_t elapsed_ns)
{
    struct vmm_cgroup_usage usage;

    assert_int_equal(between(before, after, elapsed_ns, &usage), VMM_OK);
    return usage;
}

static void check_status(const struct vmm_cgroup *before, const struct vmm_cgroup *after, int64_t elapsed_ns,
                         vmm_status wanted)
{
    struct vmm_cgroup_usage usage;

    assert_int_equal(between(before, after, elapsed_ns, &usage), wanted);
}

static void feed(struct vmm_cgroup *record, uint32_t file_id, const char *string)
{
    struct vmm_text text = vmm_text_of(string, strlen(string));

    assert_int_equal(vmm_cgroup_read(file_id, &text, record, sizeof *record), VMM_OK);
}

/* ---- members by their names, not by the places that the code knows ---- */

static size_t offset_of(uint32_t record_id, const char *name)
{
    struct vmm_field field;

    for (uint32_t i = 0; field_of(record_id, i, &field); i++)
        if (strcmp(field.name, name) == 0)
            return (size_t)field.offset;
    print_error("no member %s\n", name);
    fail();
    return 0;
}

static void set(struct vmm_cgroup *record, const char *name, uint64_t value)
{
    memcpy((char *)record + offset_of(VMM_RECORD_CGROUP, name), &value, sizeof value);
}

/* All that may be a reason for a reset, besides instance_id. */
static const char *const whole_counters[] = {"usage_usec",
                                             "user_usec",
                                             "system_usec",
                                             "throttled_usec",
                                             "throttled_time_ns",
                                             "cpuacct_usage_ns",
                                             "memory_events_low",
                                             "memory_events_high",
                                             "memory_events_max",
                                             "memory_events_oom",
                                             "memory_events_oom_kill",
                                             "memory_events_oom_group_kill",
                                             "memory_swap_events_max",
                                             "memory_swap_events_fail",
                                             "pids_events_max",
                                             "memory_failcnt",
                                             "memory_oom_control_oom_kill"};
#define FIRST_EVENT 6

static bool is_whole_counter(const char *name)
{
    for (size_t i = 0; i < COUNT_OF(whole_counters); i++)
        if (strcmp(whole_counters[i], name) == 0)
            return true;
    return false;
}

/* ---- CPU ---- */

static void test_cores(void **state)
{
    struct vmm_cgroup before = nothing(), after = nothing();
    struct vmm_cgroup_usage usage;

    (void)state;
    before.usage_usec = 1000000;
    before.user_usec = 600000;
    before.system_usec = 400000;
    before.throttled_usec = 10;
    after.usage_usec = 6000000;
    after.user_usec = 4600000;
    after.system_usec = 1400000;
    after.throttled_usec = 1000010;
    usage = usage_between(&before, &after, 2 * SECOND);
    check_near(usage.cores_used, 2.5);
    check_near(usage.user_cores, 2);
    check_near(usage.system_cores, 0.5);
    check_near(usage.throttled_cores, 0.5);
    check_nan(usage.cpu_limit_used_ratio);
    check_nan(usage.throttled_periods_ratio);
    check_unknown_number(usage.memory_events_oom_kill);
    usage = usage_between(&before, &before, 1);
    check_near(usage.cores_used, 0);
    check_near(usage.user_cores, 0);
    check_near(usage.system_cores, 0);
    check_near(usage.throttled_cores, 0);
}

/* Where both are known, the files of version 2 are of this cgroup for certain. */
static void test_version_2_comes_before_version_1(void **state)
{
    struct vmm_cgroup before = nothing(), after = nothing();
    struct vmm_cgroup_usage usage;

    (void)state;
    before.usage_usec = before.cpuacct_usage_ns = before.throttled_usec = before.throttled_time_ns = 0;
    after.usage_usec = 500000;
    after.cpuacct_usage_ns = 7;
    after.throttled_usec = 250000;
    after.throttled_time_ns = 8;
    usage = usage_between(&before, &after, SECOND);
    check_near(usage.cores_used, 0.5);
    check_near(usage.throttled_cores, 0.25);
    /* Not known in both, so it says nothing. */
    before.usage_usec = VMM_UNKNOWN;
    after.throttled_usec = VMM_UNKNOWN;
    usage = usage_between(&before, &after, SECOND);
    check_near(usage.cores_used, 7e-9);
    check_near(usage.throttled_cores, 8e-9);
}

/* A39: microseconds in version 2, nanoseconds in version 1. The same cgroup in the words of both. */
static void test_both_versions_say_the_same(void **state)
{
    struct vmm_cgroup before = nothing(), after = nothing();
    struct vmm_cgroup_usage usage[2];

    (void)state;
    feed(&before, VMM_CGROUP_FILE_CPU_STAT,
         "usage_usec 5000000\nuser_usec 3000000\nsystem_usec 2000000\nnice_usec 0\nnr_periods 100\nnr_throttled 20\n"
         "throttled_usec 7000\nnr_bursts 0\nburst_usec 0\n");
    feed(&after, VMM_CGROUP_FILE_CPU_STAT,
         "usage_usec 6500000\nuser_usec 4000000\nsystem_usec 2500000\nnice_usec 0\nnr_periods 120\nnr_throttled 25\n"
         "throttled_usec 507000\nnr_bursts 0\nburst_usec 0\n");
    feed(&after, VMM_CGROUP_FILE_CPU_MAX, "100000 50000\n");
    usage[0] = usage_between(&before, &after, SECOND);

    before = nothing();
    after = nothing();
    feed(&before, VMM_CGROUP_FILE_CPU_STAT, "nr_periods 100\nnr_throttled 20\nthrottled_time 7000000\n");
    feed(&before, VMM_CGROUP_FILE_CPUACCT_USAGE, "5000000000\n");
    feed(&before, VMM_CGROUP_FILE_CPUACCT_STAT, "user 300\nsystem 200\n");
    feed(&after, VMM_CGROUP_FILE_CPU_STAT, "nr_periods 120\nnr_throttled 25\nthrottled_time 507000000\n");
    feed(&after, VMM_CGROUP_FILE_CPUACCT_USAGE, "6500000000\n");
    feed(&after, VMM_CGROUP_FILE_CPUACCT_STAT, "user 400\nsystem 250\n");
    feed(&after, VMM_CGROUP_FILE_CPU_CFS_QUOTA_US, "100000\n");
    feed(&after, VMM_CGROUP_FILE_CPU_CFS_PERIOD_US, "50000\n");
    usage[1] = usage_between(&before, &after, SECOND);

    for (size_t i = 0; i < 2; i++) {
        check_near(usage[i].cores_used, 1.5);
        check_near(usage[i].cpu_limit_used_ratio, 0.75);
        check_near(usage[i].throttled_periods_ratio, 0.25);
        check_near(usage[i].throttled_cores, 0.5);
    }
    check_near(usage[0].user_cores, 1);
    check_near(usage[0].system_cores, 0.5);
    /* Ticks, whose rate is not known here. */
    check_nan(usage[1].user_cores);
    check_nan(usage[1].system_cores);
}

/* ---- the CPU limit ---- */

static struct vmm_cgroup limited(uint64_t usage_usec, uint64_t quota, uint64_t period)
{
    struct vmm_cgroup record = nothing();

    record.usage_usec = usage_usec;
    record.cpu_max_usec = quota;
    record.cpu_max_period_usec = period;
    return record;
}

static double limit_ratio(struct vmm_cgroup before, struct vmm_cgroup after)
{
    struct vmm_cgroup_usage usage = usage_between(&before, &after, SECOND);

    check_near(usage.cores_used, (double)(after.usage_usec - before.usage_usec) / 1e6);
    return usage.cpu_limit_used_ratio;
}

static void test_share_of_the_limit(void **state)
{
    (void)state;
    check_near(limit_ratio(limited(0, 200000, 100000), limited(500000, 200000, 100000)), 0.25);
    check_near(limit_ratio(limited(0, 50000, 100000), limited(500000, 50000, 100000)), 1);
    check_near(limit_ratio(limited(0, 1000, 1000000), limited(1000, 1000, 1000000)), 1);
    check_near(limit_ratio(limited(0, 1, 1), limited(0, 1, 1)), 0);
    /* In bursts, and after the limit was lowered. */
    check_near(limit_ratio(limited(0, 50000, 100000), limited(750000, 50000, 100000)), 1.5);
}

static void test_the_limit_is_that_of_the_later_sample(void **state)
{
    (void)state;
    check_near(limit_ratio(limited(0, 100000, 100000), limited(500000, 200000, 100000)), 0.25);
    check_near(limit_ratio(limited(0, VMM_UNKNOWN, VMM_UNKNOWN), limited(500000, 200000, 100000)), 0.25);
    check_near(limit_ratio(limited(0, VMM_UNLIMITED, 100000), limited(500000, 200000, 100000)), 0.25);
    check_nan(limit_ratio(limited(0, 200000, 100000), limited(500000, VMM_UNLIMITED, 100000)));
    check_nan(limit_ratio(limited(0, 200000, 100000), limited(500000, VMM_UNKNOWN, VMM_UNKNOWN)));
}

/* A36: `max`, and -1 in version 1, is no number to divide by. */
static void test_without_a_limit_there_is_no_share_of_it(void **state)
{
    struct vmm_cgroup before = limited(0, VMM_UNKNOWN, VMM_UNKNOWN), after;

    (void)state;
    after = limited(500000, VMM_UNKNOWN, VMM_UNKNOWN);
    feed(&after, VMM_CGROUP_FILE_CPU_MAX, "max 100000\n");
    assert_int_equal(after.cpu_max_usec, VMM_UNLIMITED);
    check_nan(limit_ratio(before, after));
    after = limited(500000, VMM_UNKNOWN, VMM_UNKNOWN);
    feed(&after, VMM_CGROUP_FILE_CPU_CFS_QUOTA_US, "-1\n");
    feed(&after, VMM_CGROUP_FILE_CPU_CFS_PERIOD_US, "100000\n");
    assert_int_equal(after.cpu_max_usec, VMM_UNLIMITED);
    check_nan(limit_ratio(before, after));
    /* Half of it known, and what no kernel has. */
    check_nan(limit_ratio(before, limited(500000, 100000, VMM_UNKNOWN)));
    check_nan(limit_ratio(before, limited(500000, VMM_UNKNOWN, 100000)));
    check_nan(limit_ratio(before, limited(500000, 100000, VMM_UNLIMITED)));
    check_nan(limit_ratio(before, limited(500000, 0, 100000)));
    check_nan(limit_ratio(before, limited(500000, 100000, 0)));
    check_nan(limit_ratio(before, limited(500000, 0, 0)));
}

static void test_a_limit_without_cpu_time(void **state)
{
    struct vmm_cgroup before = limited(VMM_UNKNOWN, 100000, 100000), after = limited(5, 100000, 100000);
    struct vmm_cgroup_usage usage;

    (void)state;
    /* No input is known in both. */
    check_status(&before, &after, SECOND, VMM_E_EMPTY);
    check_status(&before, &before, SECOND, VMM_E_EMPTY);
    before.pids_events_max = after.pids_events_max = 3;
    usage = usage_between(&before, &after, SECOND);
    check_nan(usage.cores_used);
    check_nan(usage.cpu_limit_used_ratio);
}

/* ---- throttling ---- */

static struct vmm_cgroup throttled(uint64_t periods, uint64_t throttled_periods)
{
    struct vmm_cgroup record = nothing();

    record.nr_periods = periods;
    record.nr_throttled = throttled_periods;
    return record;
}

static double throttled_ratio(struct vmm_cgroup before, struct vmm_cgroup after, int64_t elapsed_ns)
{
    return usage_between(&before, &after, elapsed_ns).throttled_periods_ratio;
}

static void test_share_of_throttled_periods(void **state)
{
    (void)state;
    check_near(throttled_ratio(throttled(100, 50), throttled(110, 55), SECOND), 0.5);
    check_near(throttled_ratio(throttled(100, 50), throttled(110, 50), SECOND), 0);
    check_near(throttled_ratio(throttled(100, 50), throttled(110, 60), SECOND), 1);
    /* No period passed: the cgroup slept. */
    check_nan(throttled_ratio(throttled(100, 50), throttled(100, 50), SECOND));
    check_nan(throttled_ratio(throttled(100, 50), throttled(110, VMM_UNKNOWN), SECOND));
    check_nan(throttled_ratio(throttled(100, VMM_UNKNOWN), throttled(110, 60), SECOND));
    check_nan(throttled_ratio(throttled(100, 50), throttled(VMM_UNKNOWN, 60), SECOND));
    check_nan(throttled_ratio(throttled(VMM_UNKNOWN, 50), throttled(110, 60), SECOND));
    /* Never above 1. */
    check_nan(throttled_ratio(throttled(100, 50), throttled(110, 61), SECOND));
    check_nan(throttled_ratio(throttled(100, 50), throttled(100, 51), SECOND));
}

/* The kernel prints its `int`: from 2^31 on it is negative, which is unknown, and from 2^32 on small again. */
static void test_periods_go_modulo_2_to_the_32nd(void **state)
{
    struct vmm_cgroup before = nothing(), after = nothing();
    struct vmm_cgroup_usage usage;
    const uint64_t last = INT32_MAX;

    (void)state;
    feed(&before, VMM_CGROUP_FILE_CPU_STAT, "nr_periods 2147483647\nnr_throttled 5\nthrottled_usec 5\n");
    feed(&after, VMM_CGROUP_FILE_CPU_STAT, "nr_periods -2147483643\nnr_throttled 6\nthrottled_usec 5\n");
    check_unknown_number(after.nr_periods);
    usage = usage_between(&before, &after, SECOND);
    check_nan(usage.throttled_periods_ratio);
    check_near(usage.throttled_cores, 0);
    /* Half way round takes 25 days of shortest periods. */
    check_near(throttled_ratio(throttled(last, 0), throttled(5, 0), 25 * DAY), 0);
    check_near(throttled_ratio(throttled(last, last), throttled(2, 0), 25 * DAY), 2147483649.0 / 2147483651.0);
    check_nan(throttled_ratio(throttled(last, 0), throttled(5, 0), 20 * DAY));
    /* Some kernel may print it unsigned. */
    check_near(throttled_ratio(throttled(UINT32_MAX, UINT32_MAX), throttled(9, 4), SECOND), 0.5);
}

/* No period is shorter than a millisecond; a tenth and a hundred periods are for clocks that are read apart. */
static void test_more_periods_than_the_time_allows(void **state)
{
    (void)state;
    check_near(throttled_ratio(throttled(0, 0), throttled(1000, 500), SECOND), 0.5);
    check_near(throttled_ratio(throttled(0, 0), throttled(1200, 600), SECOND), 0.5);
    check_nan(throttled_ratio(throttled(0, 0), throttled(1201, 600), SECOND));
    check_near(throttled_ratio(throttled(0, 0), throttled(100, 50), 1), 0.5);
    check_nan(throttled_ratio(throttled(0, 0), throttled(101, 50), 1));
    check_nan(throttled_ratio(throttled(0, 0), throttled(MOST, 50), SECOND));
    check_nan(throttled_ratio(throttled(0, 0), throttled(MOST, MOST), SECOND));
}

/*
 * Of a cgroup of version 1 that was made again only cpu.stat was read. No 64-bit counter shows it, but its periods
 * would have come round to 3 within a second.
 */
static void test_made_again_where_only_periods_show_it(void **state)
{
    struct vmm_cgroup before = nothing(), after = nothing();
    struct vmm_cgroup_usage usage;

    (void)state;
    feed(&before, VMM_CGROUP_FILE_CPU_STAT, "nr_periods 100\nnr_throttled 0\nthrottled_time 0\n");
    feed(&after, VMM_CGROUP_FILE_CPU_STAT, "nr_periods 3\nnr_throttled 0\nthrottled_time 0\n");
    usage = usage_between(&before, &after, SECOND);
    check_nan(usage.throttled_periods_ratio);
    check_near(usage.throttled_cores, 0);
    /* It was throttled once, and so it shows. */
    before.nr_throttled = 1;
    usage = usage_between(&before, &after, SECOND);
    check_nan(usage.throttled_periods_ratio);
    before.throttled_time_ns = 1;
    check_status(&before, &after, SECOND, VMM_RESET);
}

/* A fall below what 32 bits hold is no wrap where the counter was above it. */
static void test_periods_above_32_bits_that_fell(void **state)
{
    struct vmm_cgroup before = throttled((uint64_t)UINT32_MAX + 1, 0), after = throttled(UINT32_MAX, 0);

    (void)state;
    check_status(&before, &after, SECOND, VMM_RESET);
    check_near(throttled_ratio(before, throttled((uint64_t)UINT32_MAX + 2, 1), SECOND), 1);
}

/* ---- events ---- */

static void test_each_event_alone(void **state)
{
    struct vmm_field field;
    uint32_t events = 0;

    (void)state;
    for (uint32_t i = 0; field_of(VMM_RECORD_CGROUP_USAGE, i, &field); i++) {
        struct vmm_cgroup before = nothing(), after = nothing();
        struct vmm_cgroup_usage usage, wanted;
        const uint64_t growth = 4;

        if (field.type != VMM_TYPE_UINT64)
            continue;
        events++;
        set(&before, field.name, 7);
        set(&after, field.name, 11);
        assert_int_equal(vmm_record_init(VMM_RECORD_CGROUP_USAGE, &wanted, sizeof wanted), VMM_OK);
        memcpy((char *)&wanted + field.offset, &growth, sizeof growth);
        usage = usage_between(&before, &after, SECOND);
        check_equal(VMM_RECORD_CGROUP_USAGE, &usage, &wanted);
        usage = usage_between(&before, &before, SECOND);
        assert_int_equal(member(VMM_RECORD_CGROUP_USAGE, &usage, field.name), 0);
        check_status(&after, &before, SECOND, VMM_RESET);
        set(&before, field.name, VMM_UNKNOWN);
        check_status(&before, &after, SECOND, VMM_E_EMPTY);
        check_status(&after, &before, SECOND, VMM_E_EMPTY);
        set(&before, field.name, VMM_UNLIMITED);
        check_status(&after, &before, SECOND, VMM_E_EMPTY);
    }
    assert_int_equal(events, COUNT_OF(whole_counters) - FIRST_EVENT);
}

static void test_events_from_files(void **state)
{
    struct vmm_cgroup before = nothing(), after = nothing();
    struct vmm_cgroup_usage usage;

    (void)state;
    /* Before 5.17 without oom_group_kill. */
    feed(&before, VMM_CGROUP_FILE_MEMORY_EVENTS, "low 1\nhigh 2\nmax 3\noom 4\noom_kill 5\n");
    feed(&before, VMM_CGROUP_FILE_MEMORY_SWAP_EVENTS, "high 1\nmax 2\nfail 3\n");
    feed(&before, VMM_CGROUP_FILE_PIDS_EVENTS, "max 10\n");
    feed(&before, VMM_CGROUP_FILE_MEMORY_FAILCNT, "20\n");
    feed(&before, VMM_CGROUP_FILE_MEMORY_OOM_CONTROL, "oom_kill_disable 0\nunder_oom 0\noom_kill 30\n");
    feed(&after, VMM_CGROUP_FILE_MEMORY_EVENTS, "low 1\nhigh 3\nmax 5\noom 7\noom_kill 9\n");
    feed(&after, VMM_CGROUP_FILE_MEMORY_SWAP_EVENTS, "high 1\nmax 7\nfail 9\n");
    feed(&after, VMM_CGROUP_FILE_PIDS_EVENTS, "max 17\n");
    feed(&after, VMM_CGROUP_FILE_MEMORY_FAILCNT, "28\n");
    feed(&after, VMM_CGROUP_FILE_MEMORY_OOM_CONTROL, "oom_kill_disable 0\nunder_oom 0\noom_kill 39\n");
    usage = usage_between(&before, &after, SECOND);
    assert_int_equal(usage.memory_events_low, 0);
    assert_int_equal(usage.memory_events_high, 1);
    assert_int_equal(usage.memory_events_max, 2);
    assert_int_equal(usage.memory_events_oom, 3);
    assert_int_equal(usage.memory_events_oom_kill, 4);
    check_unknown_number(usage.memory_events_oom_group_kill);
    assert_int_equal(usage.memory_swap_events_max, 5);
    assert_int_equal(usage.memory_swap_events_fail, 6);
    assert_int_equal(usage.pids_events_max, 7);
    assert_int_equal(usage.memory_failcnt, 8);
    assert_int_equal(usage.memory_oom_control_oom_kill, 9);
    check_nan(usage.cores_used);
}

/* ---- restarts ---- */

/* Each member of the record falls by itself: those that are read and are whole counters reset, no other does. */
static void test_which_falls_are_a_reset(void **state)
{
    struct vmm_field field;
    size_t resets = 0, others = 0;

    (void)state;
    for (uint32_t i = 0; field_of(VMM_RECORD_CGROUP, i, &field); i++) {
        struct vmm_cgroup before = nothing(), after = nothing();

        if (strcmp(field.name, "instance_id") == 0)
            continue;
        for (size_t k = 0; k < COUNT_OF(whole_counters); k++) {
            set(&before, whole_counters[k], 100);
            set(&after, whole_counters[k], 200);
        }
        set(&before, field.name, 100);
        set(&after, field.name, 99);
        if (is_whole_counter(field.name)) {
            /* 32 bits are no width of theirs. */
            check_status(&before, &after, SECOND, VMM_RESET);
            set(&before, field.name, UINT32_MAX);
            set(&after, field.name, 0);
            check_status(&before, &after, SECOND, VMM_RESET);
            set(&before, field.name, MOST);
            set(&after, field.name, MOST - 1);
            check_status(&before, &after, SECOND, VMM_RESET);
            set(&after, field.name, MOST);
            check_status(&before, &after, SECOND, VMM_OK);
            resets++;
        } else {
            check_status(&before, &after, SECOND, VMM_OK);
            others++;
        }
    }
    assert_int_equal(resets, COUNT_OF(whole_counters));
    assert_true(others > 60);
}

static void test_another_instance_is_a_reset(void **state)
{
    struct vmm_cgroup before = limited(5, VMM_UNKNOWN, VMM_UNKNOWN), after = before;

    (void)state;
    before.instance_id = 4711;
    after.instance_id = 4711;
    check_status(&before, &after, SECOND, VMM_OK);
    after.instance_id = 4712;
    check_status(&before, &after, SECOND, VMM_RESET);
    after.instance_id = 0;
    check_status(&before, &after, SECOND, VMM_RESET);
    check_status(&after, &before, SECOND, VMM_RESET);
    /* Who does not know it cannot say that it is another one. */
    after.instance_id = VMM_UNKNOWN;
    check_status(&before, &after, SECOND, VMM_OK);
    check_status(&after, &before, SECOND, VMM_OK);
    after.instance_id = VMM_UNLIMITED;
    check_status(&before, &after, SECOND, VMM_OK);
    /* It comes before the question whether anything is known. */
    before.usage_usec = VMM_UNKNOWN;
    check_status(&before, &after, SECOND, VMM_E_EMPTY);
    after.instance_id = 4712;
    check_status(&before, &after, SECOND, VMM_RESET);
}

/* Removed and made again under the same path, between two samples. */
static void test_a_cgroup_that_was_made_again(void **state)
{
    struct vmm_cgroup before = nothing(), after = nothing();

    (void)state;
    feed(&before, VMM_CGROUP_FILE_CPU_STAT, "usage_usec 9000000\nuser_usec 6000000\nsystem_usec 3000000\n");
    feed(&after, VMM_CGROUP_FILE_CPU_STAT, "usage_usec 20000\nuser_usec 15000\nsystem_usec 5000\n");
    check_status(&before, &after, SECOND, VMM_RESET);
    /* The new one has overtaken in one counter only. */
    feed(&after, VMM_CGROUP_FILE_CPU_STAT, "usage_usec 9500000\nuser_usec 9000000\nsystem_usec 500000\n");
    check_status(&before, &after, SECOND, VMM_RESET);
    /*
     * In all: nothing shows it, and the answer is wrong. All these 10 seconds of CPU time are the new cgroup's, but only
     * the one behind the old cgroup's 9 seconds is seen.
     */
    feed(&after, VMM_CGROUP_FILE_CPU_STAT, "usage_usec 10000000\nuser_usec 6500000\nsystem_usec 3500000\n");
    check_near(usage_between(&before, &after, 10 * SECOND).cores_used, 0.1);
    /* The caller can tell. */
    before.instance_id = 4711;
    after.instance_id = 4712;
    check_status(&before, &after, 10 * SECOND, VMM_RESET);
}

/* Somebody wrote 0 to cpuacct.usage or memory.failcnt of version 1. */
static void test_version_1_counters_that_were_set_back(void **state)
{
    struct vmm_cgroup before = nothing(), after = nothing();

    (void)state;
    feed(&before, VMM_CGROUP_FILE_CPUACCT_USAGE, "5000000000\n");
    feed(&before, VMM_CGROUP_FILE_MEMORY_FAILCNT, "3\n");
    feed(&after, VMM_CGROUP_FILE_CPUACCT_USAGE, "1000\n");
    feed(&after, VMM_CGROUP_FILE_MEMORY_FAILCNT, "3\n");
    check_status(&before, &after, SECOND, VMM_RESET);
    feed(&after, VMM_CGROUP_FILE_CPUACCT_USAGE, "6000000000\n");
    feed(&after, VMM_CGROUP_FILE_MEMORY_FAILCNT, "0\n");
    check_status(&before, &after, SECOND, VMM_RESET);
    feed(&after, VMM_CGROUP_FILE_MEMORY_FAILCNT, "3\n");
    check_status(&before, &after, SECOND, VMM_OK);
}

/*
 * A43: a VM is used again for other work in the same cgroup. The sample of the moment at which that began is the
 * baseline, counter by counter, for as long as the work lasts.
 */
static void test_a_recycled_vm_is_counted_from_a_raw_baseline(void **state)
{
    struct vmm_cgroup baseline = nothing(), middle = nothing(), end = nothing();
    struct vmm_cgroup_usage first, second, whole;

    (void)state;
    feed(&baseline, VMM_CGROUP_FILE_CPU_STAT,
         "usage_usec 86400000000\nuser_usec 80000000000\nsystem_usec 6400000000\n");
    feed(&baseline, VMM_CGROUP_FILE_MEMORY_EVENTS, "low 0\nhigh 0\nmax 900\noom 7\noom_kill 7\noom_group_kill 0\n");
    feed(&middle, VMM_CGROUP_FILE_CPU_STAT, "usage_usec 86401000000\nuser_usec 80001000000\nsystem_usec 6400000000\n");
    feed(&middle, VMM_CGROUP_FILE_MEMORY_EVENTS, "low 0\nhigh 0\nmax 900\noom 7\noom_kill 7\noom_group_kill 0\n");
    feed(&end, VMM_CGROUP_FILE_CPU_STAT, "usage_usec 86404000000\nuser_usec 80003000000\nsystem_usec 6401000000\n");
    feed(&end, VMM_CGROUP_FILE_MEMORY_EVENTS, "low 0\nhigh 0\nmax 902\noom 8\noom_kill 8\noom_group_kill 0\n");
    first = usage_between(&baseline, &middle, SECOND);
    second = usage_between(&middle, &end, 3 * SECOND);
    whole = usage_between(&baseline, &end, 4 * SECOND);
    check_near(first.cores_used, 1);
    check_near(second.cores_used, 1);
    check_near(whole.cores_used, 1);
    check_near(whole.user_cores, 0.75);
    check_near(whole.system_cores, 0.25);
    /* Nothing of the earlier work's 7 kills. */
    assert_int_equal(first.memory_events_oom_kill, 0);
    assert_int_equal(whole.memory_events_oom_kill, 1);
    assert_int_equal(whole.memory_events_max, 2);
    assert_int_equal(first.memory_events_max + second.memory_events_max, whole.memory_events_max);
    /* Not the cgroup of the baseline any more. */
    feed(&end, VMM_CGROUP_FILE_CPU_STAT, "usage_usec 4000000\nuser_usec 3000000\nsystem_usec 1000000\n");
    check_status(&baseline, &end, 4 * SECOND, VMM_RESET);
}

/* ---- what is asked first ---- */

static void test_the_first_sample_gives_nothing(void **state)
{
    struct vmm_cgroup before = limited(5, 1, 1), after = limited(4, 1, 1);

    (void)state;
    before.instance_id = 1;
    after.instance_id = 2;
    before.size = 0;
    check_status(&before, &after, SECOND, VMM_FIRST);
    check_status(&before, &after, 0, VMM_FIRST);
    check_status(NULL, &after, -1, VMM_FIRST);
    after.size = 0;
    check_status(NULL, &after, SECOND, VMM_FIRST);
    check_status(NULL, NULL, SECOND, VMM_E_ARGUMENT);
}

static void test_no_time_elapsed(void **state)
{
    struct vmm_cgroup before = limited(5, 1, 1), after = limited(4, 1, 1), empty = nothing();

    (void)state;
    before.instance_id = 1;
    after.instance_id = 2;
    check_status(&before, &after, 0, VMM_NO_INTERVAL);
    check_status(&before, &after, -1, VMM_NO_INTERVAL);
    check_status(&before, &after, INT64_MIN, VMM_NO_INTERVAL);
    check_status(&empty, &empty, 0, VMM_NO_INTERVAL);
}

static void test_nothing_is_known(void **state)
{
    struct vmm_cgroup empty = nothing(), gauges = nothing();

    (void)state;
    check_status(&empty, &empty, SECOND, VMM_E_EMPTY);
    /* Not inputs, or none by themselves. */
    gauges.memory_current_bytes = gauges.pids_current = gauges.nice_usec = gauges.cpuacct_stat_user_ticks = 5;
    gauges.cpu_max_usec = gauges.cpu_max_period_usec = gauges.instance_id = 5;
    check_status(&gauges, &gauges, SECOND, VMM_E_EMPTY);
    gauges.nr_periods = 5;
    check_status(&gauges, &empty, SECOND, VMM_E_EMPTY);
    check_status(&gauges, &gauges, SECOND, VMM_OK);
}

static void test_extreme_numbers(void **state)
{
    struct vmm_cgroup before = limited(0, 1, MOST), after = limited(MOST, 1, MOST);
    struct vmm_cgroup_usage usage;

    (void)state;
    before.throttled_time_ns = 0;
    after.throttled_time_ns = MOST;
    usage = usage_between(&before, &after, 1);
    assert_true(usage.cores_used > 1.8e22 && usage.cores_used < 1.9e22);
    assert_true(usage.throttled_cores > 1.8e19 && usage.throttled_cores < 1.9e19);
    assert_true(usage.cpu_limit_used_ratio > 3.4e41 && usage.cpu_limit_used_ratio < 3.5e41);
    usage = usage_between(&before, &after, INT64_MAX);
    assert_true(usage.cores_used > 1999 && usage.cores_used < 2001);
}

/* ---- records of other sizes ---- */

/* Samples in which all that is read is known and has grown; whatever else is there fell. */
static void busy_samples(struct vmm_cgroup *before, struct vmm_cgroup *after)
{
    memset(before, 0x55, sizeof *before);
    memset(after, 0x44, sizeof *after);
    before->size = after->size = sizeof *before;
    before->instance_id = after->instance_id = 6;
    for (size_t i = 0; i < COUNT_OF(whole_counters); i++) {
        set(before, whole_counters[i], 1000 * i);
        set(after, whole_counters[i], 1000 * i + 100 + i);
    }
    before->nr_periods = 10;
    after->nr_periods = 18;
    before->nr_throttled = 3;
    after->nr_throttled = 5;
    after->cpu_max_usec = 2000;
    after->cpu_max_period_usec = 1000;
}

/* A copy that ends where the record says, so that AddressSanitizer sees a read behind it. */
static struct vmm_cgroup *copy_of(const struct vmm_cgroup *record, size_t size)
{
    struct vmm_cgroup *copy = malloc(size);

    assert_non_null(copy);
    memcpy(copy, record, size);
    memcpy(copy, &(uint64_t){size}, sizeof(uint64_t));
    return copy;
}

static void test_shorter_records_as_input(void **state)
{
    struct vmm_cgroup whole[2];
    unsigned known = 0;

    (void)state;
    busy_samples(&whole[0], &whole[1]);
    for (size_t size = 8; size <= sizeof whole[0]; size++) {
        for (unsigned which = 1; which <= 3; which++) {
            struct vmm_cgroup *copies[2], cut[2];
            struct vmm_cgroup_usage usage, wanted;
            vmm_status status;

            for (unsigned i = 0; i < 2; i++) {
                size_t bytes = which >> i & 1 ? size : sizeof whole[i];

                /* The same numbers, unknown from there on. */
                copies[i] = copy_of(&whole[i], bytes);
                cut[i] = whole[i];
                memset((char *)&cut[i] + bytes / 8 * 8, 0xff, sizeof cut[i] - bytes / 8 * 8);
            }
            status = between(copies[0], copies[1], SECOND, &usage);
            assert_int_equal(status, between(&cut[0], &cut[1], SECOND, &wanted));
            check_equal(VMM_RECORD_CGROUP_USAGE, &usage, &wanted);
            known += status == VMM_OK;
            free(copies[0]);
            free(copies[1]);
        }
    }
    assert_true(known > 2000);
}

static void test_longer_records_as_input(void **state)
{
    struct vmm_cgroup before, after;
    struct vmm_cgroup_usage usage, wanted;

    (void)state;
    busy_samples(&before, &after);
    wanted = usage_between(&before, &after, SECOND);
    before.size = sizeof before + 8;
    after.size = UINT64_MAX;
    usage = usage_between(&before, &after, SECOND);
    check_equal(VMM_RECORD_CGROUP_USAGE, &usage, &wanted);
    check_near(usage.throttled_periods_ratio, 0.25);
    check_near(usage.cores_used, 0.0001);
    check_near(usage.cpu_limit_used_ratio, 0.00005);
    assert_int_equal(usage.memory_oom_control_oom_kill, 116);
}

static void test_inputs_are_not_written_to(void **state)
{
    struct vmm_cgroup before, after, copy_before, copy_after;

    (void)state;
    busy_samples(&before, &after);
    copy_before = before;
    copy_after = after;
    check_status(&before, &after, SECOND, VMM_OK);
    assert_memory_equal(&before, &copy_before, sizeof before);
    assert_memory_equal(&after, &copy_after, sizeof after);
}

static void test_outputs_of_every_size(void **state)
{
    static const vmm_status statuses[] = {VMM_OK, VMM_FIRST, VMM_NO_INTERVAL, VMM_RESET, VMM_E_EMPTY, VMM_E_ARGUMENT};
    struct vmm_cgroup before, after, empty = nothing();
    struct vmm_cgroup_usage wanted;

    (void)state;
    busy_samples(&before, &after);
    wanted = usage_between(&before, &after, SECOND);
    for (size_t i = 0; i < COUNT_OF(statuses); i++) {
        const struct vmm_cgroup *first = statuses[i] == VMM_FIRST ? NULL : statuses[i] == VMM_RESET ? &after : &before;
        const struct vmm_cgroup *second = statuses[i] == VMM_RESET        ? &before
                                          : statuses[i] == VMM_E_EMPTY    ? &empty
                                          : statuses[i] == VMM_E_ARGUMENT ? NULL
                                                                          : &after;
        int64_t elapsed_ns = statuses[i] == VMM_NO_INTERVAL ? 0 : SECOND;

        for (size_t size = 0; size <= sizeof wanted * 2; size++) {
            struct record record;
            const unsigned char *bytes = (const unsigned char *)record.words;
            size_t valid = size < sizeof wanted ? size : sizeof wanted;
            size_t members = statuses[i] == VMM_OK ? valid / 8 * 8 : 8;

            memset(&record, 0x5a, sizeof record);
            assert_int_equal(vmm_cgroup_usage_between(first, second, elapsed_ns,
                                                      (struct vmm_cgroup_usage *)(void *)record.words, size),
                             size < 8 ? VMM_E_ARGUMENT : statuses[i]);
            check_bytes(bytes + (size < 8 ? 0 : size), sizeof record - (size < 8 ? 0 : size), 0x5a);
            if (size < 8)
                continue;
            assert_int_equal(record.words[0], valid);
            assert_memory_equal(bytes + 8, (const char *)&wanted + 8, members - 8);
            check_bytes(bytes + members, size - members, 0xff);
        }
    }
    assert_int_equal(vmm_cgroup_usage_between(&before, &after, SECOND, NULL, sizeof wanted), VMM_E_ARGUMENT);
}

/* ---- any records ---- */

/* What is read, whole counters first. */
static const char *const others_read[] = {"nr_periods", "nr_throttled", "cpu_max_usec", "cpu_max_period_usec",
                                          "instance_id"};
enum { PERIODS = COUNT_OF(whole_counters), THROTTLED_PERIODS, QUOTA, PERIOD, ID, READ };

static const char *name_of(size_t i)
{
    return i < COUNT_OF(whole_counters) ? whole_counters[i] : others_read[i - COUNT_OF(whole_counters)];
}

/* A sample as an obvious reader sees it. */
struct view {
    bool known[READ];
    uint64_t value[READ];
};

static struct view view_of(const struct vmm_cgroup *record, const size_t offsets[READ])
{
    struct view view;

    for (size_t i = 0; i < READ; i++) {
        view.value[i] = 0;
        view.known[i] = record->size >= offsets[i] + 8;
        if (view.known[i])
            memcpy(&view.value[i], (const char *)record + offsets[i], 8);
        view.known[i] = view.known[i] && view.value[i] != UINT64_MAX && view.value[i] != UINT64_MAX - 1;
    }
    return view;
}

/* The growth of one counter as a share of something is rarely exact. */
static void check_about(double got, bool known, double wanted)
{
    if (!known) {
        uint64_t bits;

        memcpy(&bits, &got, sizeof bits);
        assert_true(is_nan(got));
        assert_int_equal(bits, UINT64_MAX);
        return;
    }
    assert_true(got >= 0 && got < 1e300);
    assert_true(got >= wanted * (1 - 1e-9) && got <= wanted * (1 + 1e-9));
}

static uint64_t random_value(void)
{
    switch (chance_below(20)) {
    case 0:
        return VMM_UNLIMITED;
    case 1:
        return MOST;
    case 2:
        return 0;
    case 3:
        return chance();
    default:
        return chance_number();
    }
}

static void random_samples(struct vmm_cgroup samples[2], const size_t offsets[READ])
{
    unsigned unknown = chance_of(10) ? 97 : 15;
    unsigned falls = chance_of(20) ? 5 : 0;

    for (size_t at = 0; at < sizeof samples[0]; at += 8) {
        uint64_t values[2] = {chance(), chance()};

        memcpy((char *)&samples[0] + at, &values[0], 8);
        memcpy((char *)&samples[1] + at, &values[1], 8);
    }
    for (size_t i = 0; i < READ; i++) {
        uint64_t old = random_value(), new = old;

        if (chance_of(90))
            new = chance_of(falls) ? old - chance_below(1000) : old + chance_below(1000000);
        else if (falls != 0)
            new = random_value();
        if (new < old && falls == 0)
            new = old;
        if (i == ID && chance_of(95))
            new = old;
        if (i == PERIODS || i == THROTTLED_PERIODS) {
            old = chance_of(90) ? chance() >> (33 - (unsigned)chance_of(20)) : old;
            new = chance_of(80)   ? (old + chance_below(i == PERIODS ? 2000 : 100)) & UINT32_MAX
                  : chance_of(90) ? chance() >> 33
                                  : new;
        }
        if (chance_of(unknown))
            old = VMM_UNKNOWN;
        if (chance_of(unknown))
            new = VMM_UNKNOWN;
        memcpy((char *)&samples[0] + offsets[i], &old, 8);
        memcpy((char *)&samples[1] + offsets[i], &new, 8);
    }
    for (size_t i = 0; i < 2; i++)
        samples[i].size = chance_of(80)   ? sizeof samples[i]
                          : chance_of(20) ? 0
                          : chance_of(30) ? sizeof samples[i] + chance_below(100)
                                          : chance_below(sizeof samples[i]);
}

static void test_random_samples_against_the_rules(void **state)
{
    size_t offsets[READ], outputs[READ];
    unsigned seen[6] = {0}, ratios[2] = {0};

    (void)state;
    chance_seed(43);
    for (size_t i = 0; i < READ; i++)
        offsets[i] = offset_of(VMM_RECORD_CGROUP, name_of(i));
    for (size_t i = FIRST_EVENT; i < COUNT_OF(whole_counters); i++)
        outputs[i] = offset_of(VMM_RECORD_CGROUP_USAGE, name_of(i));
    for (unsigned time = 0, rounds = chance_rounds(200000); time < rounds; time++) {
        struct vmm_cgroup samples[2];
        struct view before, after;
        struct vmm_cgroup_usage usage;
        bool grown[READ] = {false}, fell = false, any = false;
        double growth[READ] = {0};
        int64_t elapsed_ns = chance_of(3)    ? -(int64_t)chance_below(9)
                             : chance_of(80) ? 1 + (int64_t)chance_below(3000000000)
                                             : (int64_t)(chance_number() >> 1) + 1;
        double elapsed = (double)elapsed_ns, limit;
        bool has_usage, has_ratio;
        vmm_status status;

        random_samples(samples, offsets);
        before = view_of(&samples[0], offsets);
        after = view_of(&samples[1], offsets);
        for (size_t i = 0; i <= THROTTLED_PERIODS; i++) {
            if (!before.known[i] || !after.known[i])
                continue;
            any = true;
            grown[i] = true;
            growth[i] = (double)(after.value[i] - before.value[i]);
            if (after.value[i] >= before.value[i])
                continue;
            if (i < PERIODS || before.value[i] > UINT32_MAX)
                fell = true;
            growth[i] = 4294967296.0 - (double)(before.value[i] - after.value[i]);
        }
        if (before.known[ID] && after.known[ID] && before.value[ID] != after.value[ID])
            fell = true;

        status = between(&samples[0], &samples[1], elapsed_ns, &usage);
        assert_int_equal(status, samples[0].size == 0 ? VMM_FIRST
                                 : elapsed_ns <= 0    ? VMM_NO_INTERVAL
                                 : fell               ? VMM_RESET
                                 : any                ? VMM_OK
                                                      : VMM_E_EMPTY);
        seen[status == VMM_E_EMPTY ? 5 : status]++;
        if (status != VMM_OK)
            continue;
        has_usage = grown[0] || grown[5];
        check_about(usage.cores_used, has_usage, (grown[0] ? growth[0] * 1000 : growth[5]) / elapsed);
        check_about(usage.user_cores, grown[1], growth[1] * 1000 / elapsed);
        check_about(usage.system_cores, grown[2], growth[2] * 1000 / elapsed);
        check_about(usage.throttled_cores, grown[3] || grown[4], (grown[3] ? growth[3] * 1000 : growth[4]) / elapsed);
        has_ratio =
            has_usage && after.known[QUOTA] && after.known[PERIOD] && after.value[QUOTA] > 0 && after.value[PERIOD] > 0;
        limit = has_ratio ? (double)after.value[QUOTA] / (double)after.value[PERIOD] : 1;
        check_about(usage.cpu_limit_used_ratio, has_ratio, usage.cores_used / limit);
        ratios[0] += has_ratio;
        has_ratio = grown[PERIODS] && grown[THROTTLED_PERIODS] && growth[PERIODS] > 0 &&
                    growth[THROTTLED_PERIODS] <= growth[PERIODS];
        /* At the very limit rounding decides. */
        if (growth[PERIODS] - 100 > elapsed / 1e6 * 1.1000001)
            has_ratio = false;
        if (growth[PERIODS] - 100 < elapsed / 1e6 * 1.0999999 || !has_ratio)
            check_about(usage.throttled_periods_ratio, has_ratio, growth[THROTTLED_PERIODS] / growth[PERIODS]);
        ratios[1] += has_ratio;
        for (size_t i = FIRST_EVENT; i < COUNT_OF(whole_counters); i++) {
            uint64_t got;

            memcpy(&got, (const char *)&usage + outputs[i], sizeof got);
            assert_int_equal(got, grown[i] ? after.value[i] - before.value[i] : VMM_UNKNOWN);
        }
    }
    /* Each was met. */
    assert_true(seen[VMM_OK] > chance_rounds(50000) && ratios[0] > chance_rounds(20000) &&
                ratios[1] > chance_rounds(20000));
    assert_true(seen[VMM_FIRST] > chance_rounds(1000) && seen[VMM_NO_INTERVAL] > chance_rounds(1000) &&
                seen[VMM_RESET] > chance_rounds(10000) && seen[5] > chance_rounds(1000));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cores),
        cmocka_unit_test(test_version_2_comes_before_version_1),
        cmocka_unit_test(test_both_versions_say_the_same),
        cmocka_unit_test(test_share_of_the_limit),
        cmocka_unit_test(test_the_limit_is_that_of_the_later_sample),
        cmocka_unit_test(test_without_a_limit_there_is_no_share_of_it),
        cmocka_unit_test(test_a_limit_without_cpu_time),
        cmocka_unit_test(test_share_of_throttled_periods),
        cmocka_unit_test(test_periods_go_modulo_2_to_the_32nd),
        cmocka_unit_test(test_more_periods_than_the_time_allows),
        cmocka_unit_test(test_made_again_where_only_periods_show_it),
        cmocka_unit_test(test_periods_above_32_bits_that_fell),
        cmocka_unit_test(test_each_event_alone),
        cmocka_unit_test(test_events_from_files),
        cmocka_unit_test(test_which_falls_are_a_reset),
        cmocka_unit_test(test_another_instance_is_a_reset),
        cmocka_unit_test(test_a_cgroup_that_was_made_again),
        cmocka_unit_test(test_version_1_counters_that_were_set_back),
        cmocka_unit_test(test_a_recycled_vm_is_counted_from_a_raw_baseline),
        cmocka_unit_test(test_the_first_sample_gives_nothing),
        cmocka_unit_test(test_no_time_elapsed),
        cmocka_unit_test(test_nothing_is_known),
        cmocka_unit_test(test_extreme_numbers),
        cmocka_unit_test(test_shorter_records_as_input),
        cmocka_unit_test(test_longer_records_as_input),
        cmocka_unit_test(test_inputs_are_not_written_to),
        cmocka_unit_test(test_outputs_of_every_size),
        cmocka_unit_test(test_random_samples_against_the_rules),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
