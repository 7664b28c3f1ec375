/* SPDX-License-Identifier: MIT */
/* What a cgroup did between two samples. */
#include "support_usage.h"

#include <string.h>

#define DAY (INT64_C(86400) * SECOND)

static struct vmm_cgroup nothing(void)
{
    struct vmm_cgroup record;

    assert_int_equal(vmm_record_init(VMM_RECORD_CGROUP, &record, sizeof record), VMM_OK);
    return record;
}

static vmm_status between(const struct vmm_cgroup *before, const struct vmm_cgroup *after, int64_t elapsed_ns,
                          struct vmm_cgroup_usage *usage)
{
    return call_usage(&usage_cgroup_usage, before, after, elapsed_ns, 0, usage);
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

    assert_int_equal(vmm_record_read(&text, file_id, record, sizeof *record), VMM_OK);
}

static void set(struct vmm_cgroup *record, const char *name, uint64_t value)
{
    set_member(VMM_RECORD_CGROUP, record, name, value);
}

/* ---- CPU ---- */

TEST(cores)
{
    struct vmm_cgroup before = nothing(), after = nothing();
    struct vmm_cgroup_usage usage;

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
TEST(version_2_comes_before_version_1)
{
    struct vmm_cgroup before = nothing(), after = nothing();
    struct vmm_cgroup_usage usage;

    before.usage_usec = before.cpuacct_usage_ns = before.throttled_usec = before.throttled_time_ns = 0;
    after.usage_usec = 500000;
    after.cpuacct_usage_ns = 7;
    after.throttled_usec = 250000;
    after.throttled_time_ns = 8;
    usage = usage_between(&before, &after, SECOND);
    check_near(usage.cores_used, 0.5);
    check_near(usage.throttled_cores, 0.25);
    /* The counter of version 2 is known in one sample only, so that of version 1 counts. */
    before.usage_usec = VMM_UNKNOWN;
    after.throttled_usec = VMM_UNKNOWN;
    usage = usage_between(&before, &after, SECOND);
    check_near(usage.cores_used, 7e-9);
    check_near(usage.throttled_cores, 8e-9);
}

/* Version 2 counts microseconds, version 1 nanoseconds. Here is the same cgroup in the files of both. */
TEST(both_versions_say_the_same)
{
    struct vmm_cgroup before = nothing(), after = nothing();
    struct vmm_cgroup_usage usage[2];

    feed(&before, VMM_FILE_CGROUP_CPU_STAT,
         "usage_usec 5000000\nuser_usec 3000000\nsystem_usec 2000000\nnice_usec 0\nnr_periods 100\nnr_throttled 20\n"
         "throttled_usec 7000\nnr_bursts 0\nburst_usec 0\n");
    feed(&after, VMM_FILE_CGROUP_CPU_STAT,
         "usage_usec 6500000\nuser_usec 4000000\nsystem_usec 2500000\nnice_usec 0\nnr_periods 120\nnr_throttled 25\n"
         "throttled_usec 507000\nnr_bursts 0\nburst_usec 0\n");
    feed(&after, VMM_FILE_CGROUP_CPU_MAX, "100000 50000\n");
    usage[0] = usage_between(&before, &after, SECOND);

    before = nothing();
    after = nothing();
    feed(&before, VMM_FILE_CGROUP_CPU_STAT, "nr_periods 100\nnr_throttled 20\nthrottled_time 7000000\n");
    feed(&before, VMM_FILE_CGROUP_CPUACCT_USAGE, "5000000000\n");
    feed(&before, VMM_FILE_CGROUP_CPUACCT_STAT, "user 300\nsystem 200\n");
    feed(&after, VMM_FILE_CGROUP_CPU_STAT, "nr_periods 120\nnr_throttled 25\nthrottled_time 507000000\n");
    feed(&after, VMM_FILE_CGROUP_CPUACCT_USAGE, "6500000000\n");
    feed(&after, VMM_FILE_CGROUP_CPUACCT_STAT, "user 400\nsystem 250\n");
    feed(&after, VMM_FILE_CGROUP_CPU_CFS_QUOTA_US, "100000\n");
    feed(&after, VMM_FILE_CGROUP_CPU_CFS_PERIOD_US, "50000\n");
    usage[1] = usage_between(&before, &after, SECOND);

    for (size_t i = 0; i < 2; i++) {
        check_near(usage[i].cores_used, 1.5);
        check_near(usage[i].cpu_limit_used_ratio, 0.75);
        check_near(usage[i].throttled_periods_ratio, 0.25);
        check_near(usage[i].throttled_cores, 0.5);
    }
    check_near(usage[0].user_cores, 1);
    check_near(usage[0].system_cores, 0.5);
    /* Version 1 counts these in ticks, and this usage is not told the tick rate. */
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

TEST(share_of_the_limit)
{
    check_near(limit_ratio(limited(0, 200000, 100000), limited(500000, 200000, 100000)), 0.25);
    check_near(limit_ratio(limited(0, 50000, 100000), limited(500000, 50000, 100000)), 1);
    check_near(limit_ratio(limited(0, 1000, 1000000), limited(1000, 1000, 1000000)), 1);
    check_near(limit_ratio(limited(0, 1, 1), limited(0, 1, 1)), 0);
    /* In bursts, and after the limit was lowered. */
    check_near(limit_ratio(limited(0, 50000, 100000), limited(750000, 50000, 100000)), 1.5);
}

TEST(the_limit_is_that_of_the_later_sample)
{
    check_near(limit_ratio(limited(0, 100000, 100000), limited(500000, 200000, 100000)), 0.25);
    check_near(limit_ratio(limited(0, VMM_UNKNOWN, VMM_UNKNOWN), limited(500000, 200000, 100000)), 0.25);
    check_near(limit_ratio(limited(0, VMM_UNLIMITED, 100000), limited(500000, 200000, 100000)), 0.25);
    check_nan(limit_ratio(limited(0, 200000, 100000), limited(500000, VMM_UNLIMITED, 100000)));
    check_nan(limit_ratio(limited(0, 200000, 100000), limited(500000, VMM_UNKNOWN, VMM_UNKNOWN)));
}

/* `max` (-1 in version 1) means that there is no limit, so there is no share of it. */
TEST(without_a_limit_there_is_no_share_of_it)
{
    struct vmm_cgroup before = limited(0, VMM_UNKNOWN, VMM_UNKNOWN), after;

    after = limited(500000, VMM_UNKNOWN, VMM_UNKNOWN);
    feed(&after, VMM_FILE_CGROUP_CPU_MAX, "max 100000\n");
    assert_int_equal(after.cpu_max_usec, VMM_UNLIMITED);
    check_nan(limit_ratio(before, after));
    after = limited(500000, VMM_UNKNOWN, VMM_UNKNOWN);
    feed(&after, VMM_FILE_CGROUP_CPU_CFS_QUOTA_US, "-1\n");
    feed(&after, VMM_FILE_CGROUP_CPU_CFS_PERIOD_US, "100000\n");
    assert_int_equal(after.cpu_max_usec, VMM_UNLIMITED);
    check_nan(limit_ratio(before, after));
    /* Only quota or only period is known; and values that no kernel prints. */
    check_nan(limit_ratio(before, limited(500000, 100000, VMM_UNKNOWN)));
    check_nan(limit_ratio(before, limited(500000, VMM_UNKNOWN, 100000)));
    check_nan(limit_ratio(before, limited(500000, 100000, VMM_UNLIMITED)));
    check_nan(limit_ratio(before, limited(500000, 0, 100000)));
    check_nan(limit_ratio(before, limited(500000, 100000, 0)));
    check_nan(limit_ratio(before, limited(500000, 0, 0)));
}

TEST(a_limit_without_cpu_time)
{
    struct vmm_cgroup before = limited(VMM_UNKNOWN, 100000, 100000), after = limited(5, 100000, 100000);
    struct vmm_cgroup_usage usage;

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

TEST(share_of_throttled_periods)
{
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
TEST(periods_go_modulo_2_to_the_32nd)
{
    struct vmm_cgroup before = nothing(), after = nothing();
    struct vmm_cgroup_usage usage;
    const uint64_t last = INT32_MAX;

    feed(&before, VMM_FILE_CGROUP_CPU_STAT, "nr_periods 2147483647\nnr_throttled 5\nthrottled_usec 5\n");
    feed(&after, VMM_FILE_CGROUP_CPU_STAT, "nr_periods -2147483643\nnr_throttled 6\nthrottled_usec 5\n");
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
TEST(more_periods_than_the_time_allows)
{
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
TEST(made_again_where_only_periods_show_it)
{
    struct vmm_cgroup before = nothing(), after = nothing();
    struct vmm_cgroup_usage usage;

    feed(&before, VMM_FILE_CGROUP_CPU_STAT, "nr_periods 100\nnr_throttled 0\nthrottled_time 0\n");
    feed(&after, VMM_FILE_CGROUP_CPU_STAT, "nr_periods 3\nnr_throttled 0\nthrottled_time 0\n");
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

/* A fall is not a wrap if the earlier value was 2^32 or more. */
TEST(periods_above_32_bits_that_fell)
{
    struct vmm_cgroup before = throttled((uint64_t)UINT32_MAX + 1, 0), after = throttled(UINT32_MAX, 0);

    check_status(&before, &after, SECOND, VMM_RESET);
    check_near(throttled_ratio(before, throttled((uint64_t)UINT32_MAX + 2, 1), SECOND), 1);
}

/* ---- events ---- */

TEST(each_event_alone)
{
    struct vmm_member_info field;
    uint32_t events = 0;

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
    assert_int_equal(events, 17);
}

TEST(events_from_files)
{
    struct vmm_cgroup before = nothing(), after = nothing();
    struct vmm_cgroup_usage usage;

    /* Before 5.17 without oom_group_kill. */
    feed(&before, VMM_FILE_CGROUP_MEMORY_EVENTS, "low 1\nhigh 2\nmax 3\noom 4\noom_kill 5\n");
    feed(&before, VMM_FILE_CGROUP_MEMORY_SWAP_EVENTS, "high 1\nmax 2\nfail 3\n");
    feed(&before, VMM_FILE_CGROUP_PIDS_EVENTS, "max 10\n");
    feed(&before, VMM_FILE_CGROUP_MEMORY_FAILCNT, "20\n");
    feed(&before, VMM_FILE_CGROUP_MEMORY_OOM_CONTROL, "oom_kill_disable 0\nunder_oom 0\noom_kill 30\n");
    feed(&after, VMM_FILE_CGROUP_MEMORY_EVENTS, "low 1\nhigh 3\nmax 5\noom 7\noom_kill 9\n");
    feed(&after, VMM_FILE_CGROUP_MEMORY_SWAP_EVENTS, "high 1\nmax 7\nfail 9\n");
    feed(&after, VMM_FILE_CGROUP_PIDS_EVENTS, "max 17\n");
    feed(&after, VMM_FILE_CGROUP_MEMORY_FAILCNT, "28\n");
    feed(&after, VMM_FILE_CGROUP_MEMORY_OOM_CONTROL, "oom_kill_disable 0\nunder_oom 0\noom_kill 39\n");
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

/* A limit of a cgroup below: the events of the hierarchy grow, those of the cgroup alone do not. */
TEST(events_of_the_cgroup_alone)
{
    struct vmm_cgroup before = nothing(), after = nothing();
    struct vmm_cgroup_usage usage;

    feed(&before, VMM_FILE_CGROUP_MEMORY_EVENTS, "low 0\nhigh 0\nmax 35\noom 1\noom_kill 1\noom_group_kill 0\n");
    feed(&before, VMM_FILE_CGROUP_MEMORY_EVENTS_LOCAL, "low 0\nhigh 0\nmax 0\noom 0\noom_kill 0\noom_group_kill 0\n");
    feed(&after, VMM_FILE_CGROUP_MEMORY_EVENTS, "low 0\nhigh 0\nmax 210\noom 6\noom_kill 7\noom_group_kill 1\n");
    feed(&after, VMM_FILE_CGROUP_MEMORY_EVENTS_LOCAL, "low 1\nhigh 2\nmax 3\noom 0\noom_kill 0\noom_group_kill 0\n");
    usage = usage_between(&before, &after, SECOND);
    assert_int_equal(usage.memory_events_oom_kill, 6);
    assert_int_equal(usage.memory_events_local_low, 1);
    assert_int_equal(usage.memory_events_local_high, 2);
    assert_int_equal(usage.memory_events_local_max, 3);
    assert_int_equal(usage.memory_events_local_oom, 0);
    assert_int_equal(usage.memory_events_local_oom_kill, 0);
    assert_int_equal(usage.memory_events_local_oom_group_kill, 0);
}

/* ---- restarts ---- */

/* Removed and made again under the same path, between two samples. */
TEST(a_cgroup_that_was_made_again)
{
    struct vmm_cgroup before = nothing(), after = nothing();

    feed(&before, VMM_FILE_CGROUP_CPU_STAT, "usage_usec 9000000\nuser_usec 6000000\nsystem_usec 3000000\n");
    feed(&after, VMM_FILE_CGROUP_CPU_STAT, "usage_usec 20000\nuser_usec 15000\nsystem_usec 5000\n");
    check_status(&before, &after, SECOND, VMM_RESET);
    /* The new one has overtaken in one counter only. */
    feed(&after, VMM_FILE_CGROUP_CPU_STAT, "usage_usec 9500000\nuser_usec 9000000\nsystem_usec 500000\n");
    check_status(&before, &after, SECOND, VMM_RESET);
    /*
     * The new cgroup has overtaken in all counters: no file shows the change, and the answer is wrong. All these 10
     * seconds of CPU time are the new cgroup's, but only the second after the old cgroup's 9 seconds is seen.
     */
    feed(&after, VMM_FILE_CGROUP_CPU_STAT, "usage_usec 10000000\nuser_usec 6500000\nsystem_usec 3500000\n");
    check_near(usage_between(&before, &after, 10 * SECOND).cores_used, 0.1);
    /* The caller can tell. */
    before.instance_id = 4711;
    after.instance_id = 4712;
    check_status(&before, &after, 10 * SECOND, VMM_RESET);
}

/* Somebody wrote 0 to cpuacct.usage or memory.failcnt of version 1. */
TEST(version_1_counters_that_were_set_back)
{
    struct vmm_cgroup before = nothing(), after = nothing();

    feed(&before, VMM_FILE_CGROUP_CPUACCT_USAGE, "5000000000\n");
    feed(&before, VMM_FILE_CGROUP_MEMORY_FAILCNT, "3\n");
    feed(&after, VMM_FILE_CGROUP_CPUACCT_USAGE, "1000\n");
    feed(&after, VMM_FILE_CGROUP_MEMORY_FAILCNT, "3\n");
    check_status(&before, &after, SECOND, VMM_RESET);
    feed(&after, VMM_FILE_CGROUP_CPUACCT_USAGE, "6000000000\n");
    feed(&after, VMM_FILE_CGROUP_MEMORY_FAILCNT, "0\n");
    check_status(&before, &after, SECOND, VMM_RESET);
    feed(&after, VMM_FILE_CGROUP_MEMORY_FAILCNT, "3\n");
    check_status(&before, &after, SECOND, VMM_OK);
}

/*
 * A VM is used again for other work in the same cgroup. The sample of the moment at which that began is the
 * baseline, counter by counter, for as long as the work lasts.
 */
TEST(a_recycled_vm_is_counted_from_a_raw_baseline)
{
    struct vmm_cgroup baseline = nothing(), middle = nothing(), end = nothing();
    struct vmm_cgroup_usage first, second, whole;

    feed(&baseline, VMM_FILE_CGROUP_CPU_STAT,
         "usage_usec 86400000000\nuser_usec 80000000000\nsystem_usec 6400000000\n");
    feed(&baseline, VMM_FILE_CGROUP_MEMORY_EVENTS, "low 0\nhigh 0\nmax 900\noom 7\noom_kill 7\noom_group_kill 0\n");
    feed(&middle, VMM_FILE_CGROUP_CPU_STAT, "usage_usec 86401000000\nuser_usec 80001000000\nsystem_usec 6400000000\n");
    feed(&middle, VMM_FILE_CGROUP_MEMORY_EVENTS, "low 0\nhigh 0\nmax 900\noom 7\noom_kill 7\noom_group_kill 0\n");
    feed(&end, VMM_FILE_CGROUP_CPU_STAT, "usage_usec 86404000000\nuser_usec 80003000000\nsystem_usec 6401000000\n");
    feed(&end, VMM_FILE_CGROUP_MEMORY_EVENTS, "low 0\nhigh 0\nmax 902\noom 8\noom_kill 8\noom_group_kill 0\n");
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
    feed(&end, VMM_FILE_CGROUP_CPU_STAT, "usage_usec 4000000\nuser_usec 3000000\nsystem_usec 1000000\n");
    check_status(&baseline, &end, 4 * SECOND, VMM_RESET);
}
