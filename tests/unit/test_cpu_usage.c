/* SPDX-License-Identifier: MIT */
/* What a CPU did between two samples. */
#include "support_usage.h"

#include <string.h>

enum { USER, NICE, SYSTEM, IDLE, IOWAIT, IRQ, SOFTIRQ, STEAL, GUEST, GUEST_NICE, COLUMNS, STATES = GUEST };

/* A row in which these columns are known, and no column after them. */
static struct vmm_cpu row_of(uint64_t id, size_t known, const uint64_t *ticks)
{
    struct vmm_cpu row;
    uint64_t words[sizeof row / sizeof(uint64_t)];

    memset(words, 0xff, sizeof words);
    words[0] = sizeof row;
    words[1] = VMM_RECORD_CPU;
    words[2] = id;
    for (size_t i = 0; i < known; i++)
        words[3 + i] = ticks[i];
    memcpy(&row, words, sizeof row);
    return row;
}

#define ROW(id, ...)                                                                                                   \
    row_of(id, sizeof((const uint64_t[]){__VA_ARGS__}) / sizeof(uint64_t), (const uint64_t[]){__VA_ARGS__})
#define TOTAL(...) ROW(VMM_UNKNOWN, __VA_ARGS__)

static void ratios_of(const struct vmm_cpu_usage *usage, double ratios[COLUMNS])
{
    ratios[USER] = usage->user_ratio;
    ratios[NICE] = usage->nice_ratio;
    ratios[SYSTEM] = usage->system_ratio;
    ratios[IDLE] = usage->idle_ratio;
    ratios[IOWAIT] = usage->iowait_ratio;
    ratios[IRQ] = usage->irq_ratio;
    ratios[SOFTIRQ] = usage->softirq_ratio;
    ratios[STEAL] = usage->steal_ratio;
    ratios[GUEST] = usage->guest_ratio;
    ratios[GUEST_NICE] = usage->guest_nice_ratio;
}

static vmm_status between(struct vmm_cpu before, struct vmm_cpu after, struct vmm_cpu_usage *usage)
{
    return call_usage(&usage_cpu_usage, &before, &after, 0, 0, usage);
}

static void check_status(struct vmm_cpu before, struct vmm_cpu after, vmm_status status)
{
    struct vmm_cpu_usage usage;

    assert_int_equal(between(before, after, &usage), status);
}

static const uint64_t some[] = {1000, 200, 300, 4000, 50, 6, 70, 8, 90, 10};

TEST(every_state_is_a_share_of_the_time)
{
    struct vmm_cpu_usage usage;

    assert_int_equal(between(ROW(3, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100),
                             ROW(3, 110, 120, 130, 140, 150, 160, 170, 180, 104, 105), &usage),
                     VMM_OK);
    assert_int_equal(usage.id, 3);
    assert_int_equal(usage.total_ticks, 360);
    check_near(usage.user_ratio, 10 / 360.0);
    check_near(usage.nice_ratio, 20 / 360.0);
    check_near(usage.system_ratio, 30 / 360.0);
    check_near(usage.idle_ratio, 40 / 360.0);
    check_near(usage.iowait_ratio, 50 / 360.0);
    check_near(usage.irq_ratio, 60 / 360.0);
    check_near(usage.softirq_ratio, 70 / 360.0);
    check_near(usage.steal_ratio, 80 / 360.0);
    check_near(usage.guest_ratio, 4 / 360.0);
    check_near(usage.guest_nice_ratio, 5 / 360.0);
}

/* Tools define busy differently, so each definition has a member. */
TEST(busy_has_three_definitions)
{
    struct vmm_cpu_usage usage;

    assert_int_equal(between(TOTAL(0, 0, 0, 0, 0, 0, 0, 0, 0, 0), TOTAL(10, 20, 5, 500, 100, 1, 4, 360, 0, 0), &usage),
                     VMM_OK);
    check_unknown_number(usage.id);
    assert_int_equal(usage.total_ticks, 1000);
    check_near(usage.busy_cloudwatch_ratio, 0.5);
    check_near(usage.busy_gopsutil_ratio, 0.4);
    check_near(usage.busy_node_exporter_ratio, 0.04);
}

TEST(a_machine_that_is_wholly_busy_or_idle)
{
    struct vmm_cpu_usage usage;

    assert_int_equal(between(TOTAL(0, 0, 0, 7, 0, 0, 0, 0, 0, 0), TOTAL(200, 0, 0, 7, 0, 0, 0, 0, 0, 0), &usage),
                     VMM_OK);
    check_near(usage.user_ratio, 1);
    check_near(usage.idle_ratio, 0);
    check_near(usage.busy_cloudwatch_ratio, 1);
    check_near(usage.busy_node_exporter_ratio, 1);
    assert_int_equal(between(TOTAL(5, 0, 0, 0, 0, 0, 0, 0, 0, 0), TOTAL(5, 0, 0, 200, 0, 0, 0, 0, 0, 0), &usage),
                     VMM_OK);
    check_near(usage.idle_ratio, 1);
    check_near(usage.busy_cloudwatch_ratio, 0);
    check_near(usage.busy_gopsutil_ratio, 0);
    check_near(usage.busy_node_exporter_ratio, 0);
    /* A single tick. */
    assert_int_equal(between(TOTAL(5, 0, 0, 0), TOTAL(5, 0, 1, 0), &usage), VMM_OK);
    assert_int_equal(usage.total_ticks, 1);
    check_near(usage.system_ratio, 1);
}

/* Without time that passed, the usage is neither 0 % nor 100 %. */
TEST(no_time_passed)
{
    struct vmm_cpu zeros = TOTAL(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    struct vmm_cpu same = row_of(VMM_UNKNOWN, COLUMNS, some);

    check_status(same, same, VMM_NO_INTERVAL);
    check_status(zeros, zeros, VMM_NO_INTERVAL);
    /* Guests' time alone is no time. */
    check_status(TOTAL(5, 5, 5, 5, 5, 5, 5, 5, 5, 5), TOTAL(5, 5, 5, 5, 5, 5, 5, 5, 6, 6), VMM_NO_INTERVAL);
    check_status(TOTAL(5, 5, 5, 5), TOTAL(5, 5, 5, 5), VMM_NO_INTERVAL);
}

/* The kernel lets idle, iowait and steal fall a little now and then. */
TEST(a_small_step_back_counts_as_no_increase)
{
    static const unsigned may[] = {IDLE, IOWAIT, STEAL};

    for (size_t i = 0; i < COUNT_OF(may); i++) {
        struct vmm_cpu_usage usage;
        uint64_t first[COLUMNS], later[COLUMNS];
        double ratios[COLUMNS];

        for (unsigned k = 0; k < COLUMNS; k++) {
            first[k] = 10000;
            later[k] = 10000 + (k < STATES ? 10 : 0);
        }
        /* The others grow by 70 together. */
        later[may[i]] = 10000 - 69;
        assert_int_equal(between(row_of(0, COLUMNS, first), row_of(0, COLUMNS, later), &usage), VMM_OK);
        assert_int_equal(usage.total_ticks, 70);
        ratios_of(&usage, ratios);
        for (unsigned k = 0; k < STATES; k++)
            check_near(ratios[k], k == may[i] ? 0 : 1 / 7.0);
        /* A fall as large as the growth of all others, or larger, is not a small step. */
        later[may[i]] = 10000 - 70;
        check_status(row_of(0, COLUMNS, first), row_of(0, COLUMNS, later), VMM_RESET);
        later[may[i]] = 10000 - 71;
        check_status(row_of(0, COLUMNS, first), row_of(0, COLUMNS, later), VMM_RESET);
        later[may[i]] = 0;
        check_status(row_of(0, COLUMNS, first), row_of(0, COLUMNS, later), VMM_RESET);
    }
}

TEST(several_small_steps_back)
{
    struct vmm_cpu_usage usage;

    assert_int_equal(between(TOTAL(0, 0, 0, 100, 100, 0, 0, 100), TOTAL(50, 0, 0, 51, 99, 0, 0, 90), &usage), VMM_OK);
    assert_int_equal(usage.total_ticks, 50);
    check_near(usage.user_ratio, 1);
    check_near(usage.idle_ratio, 0);
    check_near(usage.iowait_ratio, 0);
    check_near(usage.steal_ratio, 0);
    check_status(TOTAL(0, 0, 0, 100, 100, 0, 0, 100), TOTAL(50, 0, 0, 50, 99, 0, 0, 90), VMM_RESET);
    /* With nothing else growing, any step is large. */
    check_status(TOTAL(5, 5, 5, 5, 5), TOTAL(5, 5, 5, 5, 4), VMM_RESET);
    check_status(TOTAL(5, 5, 5, 5, 5), TOTAL(5, 5, 5, 4, 5), VMM_RESET);
    /* Guests' growth is not the growth of another state. */
    check_status(TOTAL(5, 5, 5, 5, 5, 5, 5, 5, 5, 5), TOTAL(5, 5, 5, 4, 5, 5, 5, 5, 100, 100), VMM_RESET);
}

/* A CPU that comes back online goes on with its busy times, and begins idle and iowait anew. */
TEST(a_cpu_back_online_is_a_reset)
{
    check_status(ROW(1, 5000, 10, 3000, 900000, 2000, 0, 50, 0, 0, 0), ROW(1, 5010, 10, 3005, 120, 0, 0, 50, 0, 0, 0),
                 VMM_RESET);
}

/* Some kernels let steal fall by billions. */
TEST(steal_that_falls_by_billions_is_a_reset)
{
    check_status(TOTAL(100, 0, 100, 100, 0, 0, 0, UINT64_C(8000000000)), TOTAL(200, 0, 200, 200, 0, 0, 0, 5),
                 VMM_RESET);
}

/* The time of guests is part of user and nice. */
TEST(guests_are_not_counted_twice)
{
    struct vmm_cpu_usage usage;

    assert_int_equal(between(TOTAL(0, 0, 0, 0, 0, 0, 0, 0, 0, 0), TOTAL(60, 20, 0, 20, 0, 0, 0, 0, 50, 15), &usage),
                     VMM_OK);
    assert_int_equal(usage.total_ticks, 100);
    check_near(usage.user_ratio, 0.6);
    check_near(usage.guest_ratio, 0.5);
    check_near(usage.nice_ratio, 0.2);
    check_near(usage.guest_nice_ratio, 0.15);
    check_near(usage.busy_cloudwatch_ratio, 0.8);
}

/* By rounding, a guest may seem to have run longer than the time that contains its own. */
TEST(guests_never_exceed_what_contains_them)
{
    struct vmm_cpu_usage usage;

    assert_int_equal(between(TOTAL(0, 0, 0, 0, 0, 0, 0, 0, 0, 0), TOTAL(10, 3, 0, 87, 0, 0, 0, 0, 11, 5), &usage),
                     VMM_OK);
    assert_int_equal(usage.total_ticks, 100);
    check_near(usage.user_ratio, 0.1);
    check_near(usage.guest_ratio, 0.1);
    check_near(usage.nice_ratio, 0.03);
    check_near(usage.guest_nice_ratio, 0.03);
    /* guest is bounded by user, guest_nice by nice, not the other way round. */
    assert_int_equal(between(TOTAL(0, 0, 0, 0, 0, 0, 0, 0, 0, 0), TOTAL(0, 50, 0, 50, 0, 0, 0, 0, 20, 0), &usage),
                     VMM_OK);
    check_near(usage.guest_ratio, 0);
    assert_int_equal(between(TOTAL(0, 0, 0, 0, 0, 0, 0, 0, 0, 0), TOTAL(50, 0, 0, 50, 0, 0, 0, 0, 0, 20), &usage),
                     VMM_OK);
    check_near(usage.guest_nice_ratio, 0);
}

/* Columns that no sample has contribute nothing and stay unknown. */
TEST(columns_that_the_kernel_does_not_print)
{
    for (size_t known = 4; known <= COLUMNS; known++) {
        uint64_t later[COLUMNS];
        struct vmm_cpu_usage usage;
        double ratios[COLUMNS];

        for (unsigned i = 0; i < COLUMNS; i++)
            later[i] = some[i] + 10;
        assert_int_equal(between(row_of(0, known, some), row_of(0, known, later), &usage), VMM_OK);
        assert_int_equal(usage.total_ticks, known < STATES ? known * 10 : 80);
        ratios_of(&usage, ratios);
        for (unsigned i = 0; i < COLUMNS; i++) {
            if (i >= known)
                check_nan(ratios[i]);
            else
                check_near(ratios[i], 10.0 / (double)usage.total_ticks);
        }
        /* Busy needs the first four, no more. */
        check_near(usage.busy_cloudwatch_ratio, 1 - ratios[IDLE]);
        check_near(usage.busy_gopsutil_ratio, 1 - ratios[IDLE] - (known > IOWAIT ? ratios[IOWAIT] : 0));
        check_near(usage.busy_node_exporter_ratio,
                   1 - ratios[IDLE] - (known > IOWAIT ? ratios[IOWAIT] : 0) - (known > STEAL ? ratios[STEAL] : 0));
    }
}

/* A number that did not fit leaves a column in the middle unknown. */
TEST(a_column_known_in_neither_sample)
{
    struct vmm_cpu_usage usage;

    assert_int_equal(
        between(TOTAL(0, 0, 0, 0, VMM_UNKNOWN, 0, 0, 0), TOTAL(10, 0, 0, 10, VMM_UNKNOWN, 0, 0, 20), &usage), VMM_OK);
    assert_int_equal(usage.total_ticks, 40);
    check_nan(usage.iowait_ratio);
    check_near(usage.busy_gopsutil_ratio, 0.75);
    check_near(usage.busy_node_exporter_ratio, 0.25);
    /* "No limit" is no number of ticks. */
    assert_int_equal(between(TOTAL(0, 0, 0, 0, VMM_UNLIMITED), TOTAL(10, 0, 0, 10, VMM_UNLIMITED), &usage), VMM_OK);
    check_nan(usage.iowait_ratio);
}

TEST(a_column_that_came_or_went_is_a_reset)
{
    uint64_t later[COLUMNS];

    for (unsigned i = 0; i < COLUMNS; i++)
        later[i] = some[i] + 10;
    for (size_t known = 4; known < COLUMNS; known++) {
        check_status(row_of(0, known, some), row_of(0, known + 1, later), VMM_RESET);
        check_status(row_of(0, known + 1, some), row_of(0, known, later), VMM_RESET);
    }
    /* Old versions of lxcfs leave out guest_nice on the total line. */
    check_status(row_of(VMM_UNKNOWN, 9, some), row_of(VMM_UNKNOWN, 10, later), VMM_RESET);
}

TEST(required_columns)
{
    for (unsigned missing = USER; missing <= IDLE; missing++) {
        uint64_t first[COLUMNS], later[COLUMNS];

        for (unsigned i = 0; i < COLUMNS; i++) {
            first[i] = some[i];
            later[i] = some[i] + 10;
        }
        later[missing] = VMM_UNKNOWN;
        first[missing] = VMM_UNKNOWN;
        check_status(row_of(0, COLUMNS, first), row_of(0, COLUMNS, later), VMM_E_EMPTY);
        check_status(row_of(0, missing, some), row_of(0, missing, later), VMM_E_EMPTY);
    }
}

/* A CPU is its id; another one is no continuation, even if its times are longer. */
TEST(different_ids_are_a_reset)
{
    uint64_t later[COLUMNS];

    for (unsigned i = 0; i < COLUMNS; i++)
        later[i] = some[i] + 10;
    check_status(row_of(0, COLUMNS, some), row_of(1, COLUMNS, later), VMM_RESET);
    check_status(row_of(VMM_UNKNOWN, COLUMNS, some), row_of(0, COLUMNS, later), VMM_RESET);
    check_status(row_of(0, COLUMNS, some), row_of(VMM_UNKNOWN, COLUMNS, later), VMM_RESET);
    check_status(row_of(7, COLUMNS, some), row_of(7, COLUMNS, later), VMM_OK);
    check_status(row_of(VMM_UNKNOWN, COLUMNS, some), row_of(VMM_UNKNOWN, COLUMNS, later), VMM_OK);
}

/* Hostile numbers: shares still are shares. */
TEST(extreme_counters)
{
    const uint64_t most = UINT64_MAX - 2;
    struct vmm_cpu_usage usage;

    assert_int_equal(between(TOTAL(0, 0, 0, 0), TOTAL(most, 0, 0, 0), &usage), VMM_OK);
    assert_int_equal(usage.total_ticks, most);
    check_near(usage.user_ratio, 1);
    assert_int_equal(between(TOTAL(0, 0, 0, 0), TOTAL(most - 1, 1, 0, 0), &usage), VMM_OK);
    assert_int_equal(usage.total_ticks, most);
    /* A total that does not fit is unknown, and nothing else. */
    assert_int_equal(between(TOTAL(0, 0, 0, 0), TOTAL(most, 1, 0, 0), &usage), VMM_OK);
    check_unknown_number(usage.total_ticks);
    assert_int_equal(
        between(TOTAL(0, 0, 0, 0, 0, 0, 0, 0), TOTAL(most, most, most, most, most, most, most, most), &usage), VMM_OK);
    check_unknown_number(usage.total_ticks);
    check_near(usage.user_ratio, 0.125);
    check_near(usage.steal_ratio, 0.125);
    check_near(usage.busy_cloudwatch_ratio, 0.875);
    /* The sum is 2^64, which must not become 0. */
    assert_int_equal(between(TOTAL(0, 0, 0, 0), TOTAL(UINT64_C(1) << 63, UINT64_C(1) << 63, 0, 0), &usage), VMM_OK);
    check_unknown_number(usage.total_ticks);
    check_near(usage.user_ratio, 0.5);
    assert_int_equal(between(TOTAL(most - 10, 0, 0, 0), TOTAL(most, 0, 0, 0), &usage), VMM_OK);
    assert_int_equal(usage.total_ticks, 10);
    check_status(TOTAL(0, 0, 0, most), TOTAL(most, 1, 0, 0), VMM_OK);
    check_status(TOTAL(0, 0, 0, most), TOTAL(most, 0, 0, 0), VMM_RESET);
}

/* From text to shares, as a program does it. */
TEST(two_texts)
{
    static const char first[] = "cpu  100 0 100 800 0 0 0 0 0 0\ncpu0 100 0 100 800 0 0 0 0 0 0\n";
    static const char second[] = "cpu  130 0 120 840 8 0 2 0 0 0\ncpu0 130 0 120 840 8 0 2 0 0 0\n";
    struct vmm_text text = vmm_text_of(first, sizeof first - 1);
    struct vmm_cpu before, after;
    struct vmm_cpu_usage usage;

    assert_int_equal(vmm_cpu_next(&text, &before, sizeof before), VMM_OK);
    text = vmm_text_of(second, sizeof second - 1);
    assert_int_equal(vmm_cpu_next(&text, &after, sizeof after), VMM_OK);
    assert_int_equal(between(before, after, &usage), VMM_OK);
    assert_int_equal(usage.total_ticks, 100);
    check_near(usage.user_ratio, 0.3);
    check_near(usage.busy_gopsutil_ratio, 0.52);
    /* A row that could not be read is no sample. */
    text = vmm_text_of(second, 20);
    assert_int_equal(vmm_cpu_next(&text, &after, sizeof after), VMM_E_TRUNCATED);
    assert_int_equal(vmm_cpu_usage_between(&before, &after, &usage, sizeof usage), VMM_E_EMPTY);
}

/* ---- all CPUs together ---- */

#define CPUS(...)                                                                                                      \
    (&(const struct vmm_cpus){(const struct vmm_cpu[]){__VA_ARGS__},                                                   \
                              COUNT_OF(((const struct vmm_cpu[]){__VA_ARGS__})), sizeof(struct vmm_cpu)})

/* A second of 100 ticks. */
static const struct vmm_interval second = {SECOND, 100};

static struct vmm_cpu_usage usage_of_all(const struct vmm_cpus *before, const struct vmm_cpus *after)
{
    struct vmm_cpu_usage usage;

    assert_int_equal(vmm_cpus_usage_between(before, after, &second, &usage, sizeof usage), VMM_OK);
    return usage;
}

static void check_status_of_all(const struct vmm_cpus *before, const struct vmm_cpus *after,
                                const struct vmm_interval *interval, vmm_status wanted)
{
    struct vmm_cpu_usage usage;

    assert_int_equal(vmm_cpus_usage_between(before, after, interval, &usage, sizeof usage), wanted);
    check_unknown(VMM_RECORD_CPU_USAGE, &usage);
}

TEST(the_machine_is_the_sum_of_its_cpus)
{
    struct vmm_cpu_usage usage =
        usage_of_all(CPUS(TOTAL(0, 0, 0, 0), ROW(0, 1000, 0, 0, 500), ROW(7, 2000, 0, 0, 900)),
                     CPUS(TOTAL(9, 9, 9, 9), ROW(0, 1100, 0, 0, 500), ROW(7, 2020, 0, 30, 950)));

    check_unknown_number(usage.id);
    assert_int_equal(usage.cpus, 2);
    assert_int_equal(usage.cpus_left_out, 0);
    assert_int_equal(usage.total_ticks, 200);
    check_near(usage.user_ratio, 0.6);
    check_near(usage.system_ratio, 0.15);
    check_near(usage.idle_ratio, 0.25);
    check_nan(usage.steal_ratio);
}

/* Two CPUs are busy, and the third goes offline. The total row gains ten hours of idle with it. */
TEST(a_cpu_that_goes_offline)
{
    const struct vmm_cpu old[] = {TOTAL(3000, 0, 0, 1000000), ROW(0, 1000, 0, 0, 300000), ROW(1, 1000, 0, 0, 300000),
                                  ROW(2, 1000, 0, 0, 400000)};
    const struct vmm_cpu now[] = {TOTAL(3200, 0, 0, 4600000), ROW(0, 1100, 0, 0, 300000), ROW(1, 1100, 0, 0, 300000)};
    const struct vmm_cpus before = {old, 4, sizeof *old}, after = {now, 3, sizeof *now};
    struct vmm_cpu_usage usage;

    assert_int_equal(between(old[0], now[0], &usage), VMM_OK);
    assert_true(usage.busy_gopsutil_ratio < 0.0001);
    usage = usage_of_all(&before, &after);
    check_near(usage.busy_gopsutil_ratio, 1);
    assert_int_equal(usage.total_ticks, 200);
    assert_int_equal(usage.cpus, 2);
    assert_int_equal(usage.cpus_left_out, 0);
}

TEST(a_cpu_that_comes_online_is_left_out)
{
    struct vmm_cpu_usage usage =
        usage_of_all(CPUS(ROW(0, 1000, 0, 0, 500)), CPUS(ROW(0, 1050, 0, 0, 550), ROW(1, 90000, 0, 0, 700000)));

    assert_int_equal(usage.cpus, 1);
    assert_int_equal(usage.cpus_left_out, 1);
    assert_int_equal(usage.total_ticks, 100);
    check_near(usage.busy_gopsutil_ratio, 0.5);
    /* Off and on again between two samples: its idle time began anew. */
    usage = usage_of_all(CPUS(ROW(0, 1000, 0, 0, 500), ROW(1, 500, 0, 0, 700000)),
                         CPUS(ROW(0, 1050, 0, 0, 550), ROW(1, 510, 0, 0, 60)));
    assert_int_equal(usage.cpus, 1);
    assert_int_equal(usage.cpus_left_out, 1);
    check_near(usage.busy_gopsutil_ratio, 0.5);
}

/* After a migration stolen time has grown by months. An idle CPU must not look busy. */
TEST(stolen_time_that_jumps_is_no_growth)
{
    const struct vmm_cpu old = ROW(0, 1000, 0, 0, 5000, 0, 0, 0, 7), now = ROW(0, 1000, 0, 0, 5100, 0, 0, 0, 518400007);
    const struct vmm_cpu other = ROW(1, 1000, 0, 0, 5000, 0, 0, 0, 7), later = ROW(1, 1000, 0, 0, 5100, 0, 0, 0, 7);
    struct vmm_cpu_usage usage;

    assert_int_equal(between(old, now, &usage), VMM_OK);
    assert_true(usage.busy_gopsutil_ratio > 0.9999);
    check_status_of_all(CPUS(old), CPUS(now), &second, VMM_RESET);
    usage = usage_of_all(CPUS(old, other), CPUS(now, later));
    check_near(usage.busy_gopsutil_ratio, 0);
    check_near(usage.idle_ratio, 1);
    assert_int_equal(usage.cpus, 1);
    assert_int_equal(usage.cpus_left_out, 1);
    /* The next sample is right again. */
    usage = usage_of_all(CPUS(now), CPUS(ROW(0, 1000, 0, 0, 5200, 0, 0, 0, 518400007)));
    check_near(usage.idle_ratio, 1);
}

/* 2.1 seconds are possible in one, as clock and counters are not read at one moment. */
TEST(more_time_than_has_passed)
{
    const struct vmm_interval no_rate = {SECOND, 0}, no_time = {0, 100};
    struct vmm_cpu_usage usage = usage_of_all(CPUS(ROW(4, 0, 0, 0, 0)), CPUS(ROW(4, 105, 0, 0, 105)));

    assert_int_equal(usage.id, 4);
    check_near(usage.user_ratio, 0.5);
    check_status_of_all(CPUS(ROW(4, 0, 0, 0, 0)), CPUS(ROW(4, 106, 0, 0, 105)), &second, VMM_RESET);
    check_status_of_all(CPUS(ROW(4, 0, 0, 0, 0)), CPUS(ROW(4, 106, 0, 0, 105)), &no_time, VMM_NO_INTERVAL);
    assert_int_equal(
        vmm_cpus_usage_between(CPUS(ROW(4, 0, 0, 0, 0)), CPUS(ROW(4, 106, 0, 0, 105)), &no_rate, &usage, sizeof usage),
        VMM_OK);
    assert_int_equal(
        vmm_cpus_usage_between(CPUS(ROW(4, 0, 0, 0, 0)), CPUS(ROW(4, 106, 0, 0, 105)), NULL, &usage, sizeof usage),
        VMM_OK);
}

TEST(samples_without_a_cpu)
{
    struct vmm_cpu row = {.size = sizeof row, .record = VMM_RECORD_CPU};
    const struct vmm_cpus none = {NULL, 0, 0}, bad = {&row, 1, sizeof row - 1};

    check_status_of_all(NULL, CPUS(ROW(0, 1, 1, 1, 1)), &second, VMM_FIRST);
    check_status_of_all(&none, CPUS(ROW(0, 1, 1, 1, 1)), &second, VMM_FIRST);
    check_status_of_all(CPUS(TOTAL(1, 1, 1, 1)), CPUS(ROW(0, 1, 1, 1, 1)), &second, VMM_FIRST);
    check_status_of_all(CPUS(ROW(0, 1, 1, 1, 1)), CPUS(TOTAL(1, 1, 1, 1)), &second, VMM_E_EMPTY);
    check_status_of_all(CPUS(ROW(0, 1, 1, 1, 1)), CPUS(ROW(1, 1, 1, 1, 1)), &second, VMM_RESET);
    check_status_of_all(CPUS(ROW(0, 1, 1, 1, 1)), CPUS(ROW(0, 1, 1, 1, 1)), &second, VMM_NO_INTERVAL);
    check_status_of_all(CPUS(ROW(0, 1, 1, 1, 1)), &none, &second, VMM_E_ARGUMENT);
    check_status_of_all(CPUS(ROW(0, 1, 1, 1, 1)), NULL, &second, VMM_E_ARGUMENT);
    check_status_of_all(&bad, CPUS(ROW(0, 1, 1, 1, 1)), &second, VMM_E_ARGUMENT);
}

/* The ticks of each CPU fit into 64 bits, those of both CPUs do not. */
TEST(a_sum_of_cpus_that_does_not_fit)
{
    const uint64_t most = UINT64_C(1) << 63;

    check_status_of_all(CPUS(ROW(0, 0, 0, 0, 0), ROW(1, 0, 0, 0, 0)),
                        CPUS(ROW(0, most, 0, 0, 1), ROW(1, most, 0, 0, 1)), NULL, VMM_RESET);
}
