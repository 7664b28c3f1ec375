/* What a CPU did between two samples. */
#include "support.h"

#include <inttypes.h>
#include <string.h>

enum { USER, NICE, SYSTEM, IDLE, IOWAIT, IRQ, SOFTIRQ, STEAL, GUEST, GUEST_NICE, COLUMNS, STATES = GUEST };

/* A row with these columns known, and none behind them. */
static struct vmm_cpu row_of(uint64_t id, size_t known, const uint64_t *ticks)
{
    struct vmm_cpu row;
    uint64_t words[sizeof row / sizeof(uint64_t)];

    memset(words, 0xff, sizeof words);
    words[0] = sizeof row;
    words[1] = id;
    for (size_t i = 0; i < known; i++)
        words[2 + i] = ticks[i];
    memcpy(&row, words, sizeof row);
    return row;
}

#define ROW(id, ...)                                                                                                   \
    row_of(id, sizeof((const uint64_t[]){__VA_ARGS__}) / sizeof(uint64_t), (const uint64_t[]){__VA_ARGS__})
#define TOTAL(...) ROW(VMM_UNKNOWN, __VA_ARGS__)

static uint64_t ticks_of(const struct vmm_cpu *row, unsigned column)
{
    uint64_t words[sizeof *row / sizeof(uint64_t)];
    size_t offset = offsetof(struct vmm_cpu, user_ticks) + column * sizeof(uint64_t);

    memcpy(words, row, sizeof words);
    return row->size >= offset + sizeof(uint64_t) ? words[offset / sizeof(uint64_t)] : VMM_UNKNOWN;
}

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

/* The states' shares are shares, and add up to one. */
static void check_shares(const struct vmm_cpu_usage *usage)
{
    double ratios[COLUMNS], sum = 0;

    ratios_of(usage, ratios);
    for (unsigned i = 0; i < COLUMNS; i++) {
        if (is_nan(ratios[i]))
            continue;
        assert_true(ratios[i] >= 0 && ratios[i] <= 1);
        if (i < STATES)
            sum += ratios[i];
    }
    check_near(sum, 1);
    assert_true(is_nan(usage->guest_ratio) || usage->guest_ratio <= usage->user_ratio);
    assert_true(is_nan(usage->guest_nice_ratio) || usage->guest_nice_ratio <= usage->nice_ratio);
    assert_true(usage->busy_cloudwatch_ratio >= 0 && usage->busy_cloudwatch_ratio <= 1);
    assert_true(usage->busy_gopsutil_ratio >= 0);
    assert_true(usage->busy_gopsutil_ratio <= usage->busy_cloudwatch_ratio);
    assert_true(usage->busy_node_exporter_ratio >= 0);
    assert_true(usage->busy_node_exporter_ratio <= usage->busy_gopsutil_ratio);
}

static vmm_status between(struct vmm_cpu before, struct vmm_cpu after, struct vmm_cpu_usage *usage)
{
    vmm_status status;

    memset(usage, 0x5a, sizeof *usage);
    status = vmm_cpu_usage_between(&before, &after, usage, sizeof *usage);
    assert_int_equal(usage->size, sizeof *usage);
    if (status == VMM_OK)
        check_shares(usage);
    else
        check_unknown(VMM_RECORD_CPU_USAGE, usage);
    return status;
}

static void check_status(struct vmm_cpu before, struct vmm_cpu after, vmm_status status)
{
    struct vmm_cpu_usage usage;

    assert_int_equal(between(before, after, &usage), status);
}

static const uint64_t some[] = {1000, 200, 300, 4000, 50, 6, 70, 8, 90, 10};

static void test_every_state_is_a_share_of_the_time(void **state)
{
    struct vmm_cpu_usage usage;

    (void)state;
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

/* A5: nobody agrees, so each definition has a member. */
static void test_busy_has_three_definitions(void **state)
{
    struct vmm_cpu_usage usage;

    (void)state;
    assert_int_equal(between(TOTAL(0, 0, 0, 0, 0, 0, 0, 0, 0, 0), TOTAL(10, 20, 5, 500, 100, 1, 4, 360, 0, 0), &usage),
                     VMM_OK);
    check_unknown_number(usage.id);
    assert_int_equal(usage.total_ticks, 1000);
    check_near(usage.busy_cloudwatch_ratio, 0.5);
    check_near(usage.busy_gopsutil_ratio, 0.4);
    check_near(usage.busy_node_exporter_ratio, 0.04);
}

static void test_a_machine_that_is_wholly_busy_or_idle(void **state)
{
    struct vmm_cpu_usage usage;

    (void)state;
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

/* A1: one sample is none; the time since boot is never taken for an interval. */
static void test_the_first_sample_gives_nothing(void **state)
{
    struct vmm_cpu after = row_of(VMM_UNKNOWN, COLUMNS, some);
    struct vmm_cpu none = {0};
    struct vmm_cpu_usage usage;

    (void)state;
    memset(&usage, 0x5a, sizeof usage);
    assert_int_equal(vmm_cpu_usage_between(NULL, &after, &usage, sizeof usage), VMM_FIRST);
    check_unknown(VMM_RECORD_CPU_USAGE, &usage);
    assert_int_equal(usage.size, sizeof usage);
    check_status(none, after, VMM_FIRST);
}

/* A6: neither 0 % nor 100 %. */
static void test_no_time_passed(void **state)
{
    struct vmm_cpu zeros = TOTAL(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    struct vmm_cpu same = row_of(VMM_UNKNOWN, COLUMNS, some);

    (void)state;
    check_status(same, same, VMM_NO_INTERVAL);
    check_status(zeros, zeros, VMM_NO_INTERVAL);
    /* Guests' time alone is no time. */
    check_status(TOTAL(5, 5, 5, 5, 5, 5, 5, 5, 5, 5), TOTAL(5, 5, 5, 5, 5, 5, 5, 5, 6, 6), VMM_NO_INTERVAL);
    check_status(TOTAL(5, 5, 5, 5), TOTAL(5, 5, 5, 5), VMM_NO_INTERVAL);
}

/* A3, after a restore or migration: the first thing to notice. */
static void test_a_fall_of_what_never_falls_is_a_reset(void **state)
{
    static const unsigned never[] = {USER, NICE, SYSTEM, IRQ, SOFTIRQ, GUEST, GUEST_NICE};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(never); i++) {
        uint64_t later[COLUMNS];

        for (unsigned k = 0; k < COLUMNS; k++)
            later[k] = some[k] + 1000000;
        later[never[i]] = some[never[i]] - 1;
        check_status(row_of(0, COLUMNS, some), row_of(0, COLUMNS, later), VMM_RESET);
    }
    check_status(row_of(0, COLUMNS, some), ROW(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), VMM_RESET);
    check_status(ROW(0, 5, 5, 5, 5), ROW(0, 4, 4, 4, 4), VMM_RESET);
}

/* A2, B1.6, B1.8: small steps back happen. */
static void test_a_small_step_back_counts_as_no_increase(void **state)
{
    static const unsigned may[] = {IDLE, IOWAIT, STEAL};

    (void)state;
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
        /* As much as the others grew, or more, is no small step. */
        later[may[i]] = 10000 - 70;
        check_status(row_of(0, COLUMNS, first), row_of(0, COLUMNS, later), VMM_RESET);
        later[may[i]] = 10000 - 71;
        check_status(row_of(0, COLUMNS, first), row_of(0, COLUMNS, later), VMM_RESET);
        later[may[i]] = 0;
        check_status(row_of(0, COLUMNS, first), row_of(0, COLUMNS, later), VMM_RESET);
    }
}

static void test_several_small_steps_back(void **state)
{
    struct vmm_cpu_usage usage;

    (void)state;
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

/* B1.7: a CPU that comes back online goes on with its busy times, and begins idle and iowait anew. */
static void test_a_cpu_back_online_is_a_reset(void **state)
{
    (void)state;
    check_status(ROW(1, 5000, 10, 3000, 900000, 2000, 0, 50, 0, 0, 0), ROW(1, 5010, 10, 3005, 120, 0, 0, 50, 0, 0, 0),
                 VMM_RESET);
}

/* A2: steal that runs backwards by billions. */
static void test_steal_that_falls_by_billions_is_a_reset(void **state)
{
    (void)state;
    check_status(TOTAL(100, 0, 100, 100, 0, 0, 0, UINT64_C(8000000000)), TOTAL(200, 0, 200, 200, 0, 0, 0, 5),
                 VMM_RESET);
}

/* A4, B1.5: guests are inside user and nice. */
static void test_guests_are_not_counted_twice(void **state)
{
    struct vmm_cpu_usage usage;

    (void)state;
    assert_int_equal(between(TOTAL(0, 0, 0, 0, 0, 0, 0, 0, 0, 0), TOTAL(60, 20, 0, 20, 0, 0, 0, 0, 50, 15), &usage),
                     VMM_OK);
    assert_int_equal(usage.total_ticks, 100);
    check_near(usage.user_ratio, 0.6);
    check_near(usage.guest_ratio, 0.5);
    check_near(usage.nice_ratio, 0.2);
    check_near(usage.guest_nice_ratio, 0.15);
    check_near(usage.busy_cloudwatch_ratio, 0.8);
}

/* B1.5: by rounding, a guest may seem to have run longer than the time that contains its own. */
static void test_guests_never_exceed_what_contains_them(void **state)
{
    struct vmm_cpu_usage usage;

    (void)state;
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

/* A7: columns that no sample has contribute nothing and stay unknown. */
static void test_columns_that_the_kernel_does_not_print(void **state)
{
    (void)state;
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

/* Also one in the middle, as a number that did not fit leaves it. */
static void test_a_column_known_in_neither_sample(void **state)
{
    struct vmm_cpu_usage usage;

    (void)state;
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

static void test_a_column_that_came_or_went_is_a_reset(void **state)
{
    uint64_t later[COLUMNS];

    (void)state;
    for (unsigned i = 0; i < COLUMNS; i++)
        later[i] = some[i] + 10;
    for (size_t known = 4; known < COLUMNS; known++) {
        check_status(row_of(0, known, some), row_of(0, known + 1, later), VMM_RESET);
        check_status(row_of(0, known + 1, some), row_of(0, known, later), VMM_RESET);
    }
    /* B1.11: as lxcfs changes between its versions. */
    check_status(row_of(VMM_UNKNOWN, 9, some), row_of(VMM_UNKNOWN, 10, later), VMM_RESET);
}

static void test_required_columns(void **state)
{
    (void)state;
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

/* A8: a CPU is its id; another one is no continuation, even if its times are longer. */
static void test_different_ids_are_a_reset(void **state)
{
    uint64_t later[COLUMNS];

    (void)state;
    for (unsigned i = 0; i < COLUMNS; i++)
        later[i] = some[i] + 10;
    check_status(row_of(0, COLUMNS, some), row_of(1, COLUMNS, later), VMM_RESET);
    check_status(row_of(VMM_UNKNOWN, COLUMNS, some), row_of(0, COLUMNS, later), VMM_RESET);
    check_status(row_of(0, COLUMNS, some), row_of(VMM_UNKNOWN, COLUMNS, later), VMM_RESET);
    check_status(row_of(7, COLUMNS, some), row_of(7, COLUMNS, later), VMM_OK);
    check_status(row_of(VMM_UNKNOWN, COLUMNS, some), row_of(VMM_UNKNOWN, COLUMNS, later), VMM_OK);
}

/* Hostile numbers: shares still are shares. */
static void test_extreme_counters(void **state)
{
    const uint64_t most = UINT64_MAX - 2;
    struct vmm_cpu_usage usage;

    (void)state;
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
    /* As much as fits twice is no time of zero. */
    assert_int_equal(between(TOTAL(0, 0, 0, 0), TOTAL(UINT64_C(1) << 63, UINT64_C(1) << 63, 0, 0), &usage), VMM_OK);
    check_unknown_number(usage.total_ticks);
    check_near(usage.user_ratio, 0.5);
    assert_int_equal(between(TOTAL(most - 10, 0, 0, 0), TOTAL(most, 0, 0, 0), &usage), VMM_OK);
    assert_int_equal(usage.total_ticks, 10);
    check_status(TOTAL(0, 0, 0, most), TOTAL(most, 1, 0, 0), VMM_OK);
    check_status(TOTAL(0, 0, 0, most), TOTAL(most, 0, 0, 0), VMM_RESET);
}

/* Records of an older caller end earlier; what lies behind their end is not looked at. */
static void test_shorter_records_as_input(void **state)
{
    uint64_t later[COLUMNS];

    (void)state;
    for (unsigned i = 0; i < COLUMNS; i++)
        later[i] = some[i] + 10;
    for (uint64_t size = 8; size <= sizeof(struct vmm_cpu); size++) {
        struct vmm_cpu before = row_of(5, COLUMNS, some), after = row_of(5, COLUMNS, later), cut;
        struct vmm_cpu_usage usage, wanted;
        size_t known = size < 16 ? 0 : (size_t)(size - 16) / 8;

        before.size = after.size = size;
        cut = row_of(size < 16 ? VMM_UNKNOWN : 5, known, later);
        if (known < 4) {
            check_status(before, after, VMM_E_EMPTY);
            continue;
        }
        assert_int_equal(between(before, after, &usage), VMM_OK);
        assert_int_equal(between(row_of(5, known, some), cut, &wanted), VMM_OK);
        check_equal(VMM_RECORD_CPU_USAGE, &usage, &wanted);
        if (known == COLUMNS)
            continue;
        /* One is older than the other. */
        after.size = sizeof after;
        check_status(before, after, VMM_RESET);
        before.size = sizeof before;
        after.size = size;
        check_status(before, after, VMM_RESET);
    }
}

/* Records of a newer caller are longer; only what is known here is looked at. */
static void test_longer_records_as_input(void **state)
{
    struct vmm_cpu before = TOTAL(0, 0, 0, 0, 0, 0, 0, 0, 0, 0), after = TOTAL(1, 1, 1, 1, 0, 0, 0, 0, 0, 0);
    struct vmm_cpu_usage usage;

    (void)state;
    before.size = 4096;
    after.size = UINT64_MAX;
    assert_int_equal(between(before, after, &usage), VMM_OK);
    check_near(usage.user_ratio, 0.25);
}

static void test_inputs_are_not_written_to(void **state)
{
    struct vmm_cpu before = row_of(1, COLUMNS, some), after = row_of(1, COLUMNS, some), copy_before, copy_after;
    struct vmm_cpu_usage usage;

    (void)state;
    after.user_ticks += 5;
    copy_before = before;
    copy_after = after;
    assert_int_equal(vmm_cpu_usage_between(&before, &after, &usage, sizeof usage), VMM_OK);
    assert_memory_equal(&before, &copy_before, sizeof before);
    assert_memory_equal(&after, &copy_after, sizeof after);
}

static void test_outputs_of_every_size(void **state)
{
    static const vmm_status statuses[] = {VMM_OK, VMM_FIRST, VMM_NO_INTERVAL, VMM_RESET, VMM_E_EMPTY, VMM_E_ARGUMENT};
    struct vmm_cpu_usage wanted;
    struct vmm_cpu before = row_of(1, COLUMNS, some), after = before, empty = row_of(1, 2, some), fallen = before;

    (void)state;
    after.user_ticks += 5;
    after.idle_ticks += 15;
    fallen.user_ticks--;
    for (size_t i = 0; i < COUNT_OF(statuses); i++) {
        for (size_t size = 0; size <= sizeof wanted * 2; size++) {
            struct record record;
            const unsigned char *bytes = (const unsigned char *)record.words;
            struct vmm_cpu_usage *out = (struct vmm_cpu_usage *)(void *)record.words;
            const struct vmm_cpu *second = statuses[i] == VMM_OK            ? &after
                                           : statuses[i] == VMM_NO_INTERVAL ? &before
                                           : statuses[i] == VMM_RESET       ? &fallen
                                           : statuses[i] == VMM_E_EMPTY     ? &empty
                                           : statuses[i] == VMM_FIRST       ? &after
                                                                            : NULL;
            size_t valid = size < sizeof wanted ? size : sizeof wanted;
            size_t whole = statuses[i] == VMM_OK ? valid / 8 * 8 : 8;

            memset(&record, 0x5a, sizeof record);
            assert_int_equal(vmm_cpu_usage_between(statuses[i] == VMM_FIRST ? NULL : &before, second, out, size),
                             size < 8 ? VMM_E_ARGUMENT : statuses[i]);
            assert_int_equal(vmm_cpu_usage_between(&before, &after, &wanted, sizeof wanted), VMM_OK);
            check_bytes(bytes + size, sizeof record - size, 0x5a);
            if (size < 8) {
                for (size_t k = 0; k < 8; k++)
                    assert_int_equal(bytes[k], 0x5a);
                continue;
            }
            assert_int_equal(record.words[0], valid);
            if (statuses[i] == VMM_OK)
                assert_memory_equal(bytes + 8, (const char *)&wanted + 8, whole - 8);
            check_bytes(bytes + whole, size - whole, 0xff);
        }
    }
    assert_int_equal(vmm_cpu_usage_between(&before, &after, NULL, sizeof wanted), VMM_E_ARGUMENT);
    assert_int_equal(vmm_cpu_usage_between(NULL, NULL, NULL, 0), VMM_E_ARGUMENT);
    assert_int_equal(vmm_cpu_usage_between(NULL, NULL, &wanted, sizeof wanted), VMM_E_ARGUMENT);
}

/* From text to shares, as a program does it. */
static void test_two_texts(void **state)
{
    static const char first[] = "cpu  100 0 100 800 0 0 0 0 0 0\ncpu0 100 0 100 800 0 0 0 0 0 0\n";
    static const char second[] = "cpu  130 0 120 840 8 0 2 0 0 0\ncpu0 130 0 120 840 8 0 2 0 0 0\n";
    struct vmm_text text = vmm_text_of(first, sizeof first - 1);
    struct vmm_cpu before, after;
    struct vmm_cpu_usage usage;

    (void)state;
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

/* The rules once more, in another form. */
static vmm_status expected(const struct vmm_cpu *before, const struct vmm_cpu *after, uint64_t *total,
                           double gains[COLUMNS])
{
    uint64_t growth = 0, fall = 0;

    for (unsigned i = USER; i <= IDLE; i++)
        if (ticks_of(after, i) == VMM_UNKNOWN)
            return VMM_E_EMPTY;
    for (unsigned i = 0; i < COLUMNS; i++) {
        uint64_t a = ticks_of(before, i), b = ticks_of(after, i);

        gains[i] = 0;
        if ((a == VMM_UNKNOWN) != (b == VMM_UNKNOWN))
            return VMM_RESET;
        if (a == VMM_UNKNOWN)
            continue;
        if (b < a && i != IDLE && i != IOWAIT && i != STEAL)
            return VMM_RESET;
        if (b < a) {
            fall = a - b > fall ? a - b : fall;
            continue;
        }
        gains[i] = (double)(b - a);
        if (i < STATES)
            growth += b - a;
    }
    if (fall != 0 && fall >= growth)
        return VMM_RESET;
    *total = growth;
    return growth == 0 ? VMM_NO_INTERVAL : VMM_OK;
}

static void test_random_samples_against_the_rules(void **state)
{
    unsigned seen[8] = {0};

    (void)state;
    chance_seed(40);
    for (unsigned time = 0, rounds = chance_rounds(100000); time < rounds; time++) {
        uint64_t first[COLUMNS], later[COLUMNS], total = 0;
        double gains[COLUMNS], ratios[COLUMNS];
        struct vmm_cpu before, after;
        struct vmm_cpu_usage usage;
        vmm_status status;
        size_t known = chance_of(70) ? COLUMNS : 3 + chance_below(8);

        for (unsigned i = 0; i < COLUMNS; i++) {
            first[i] = 1000 + chance_below(1000000);
            later[i] = first[i] + (chance_of(30) ? 0 : chance_below(100));
            if (chance_of(3))
                later[i] = first[i] - chance_below(120);
            if (chance_of(1))
                first[i] = VMM_UNKNOWN;
            if (chance_of(1))
                later[i] = VMM_UNKNOWN;
        }
        if (chance_of(5))
            memcpy(later, first, sizeof later);
        before = row_of(1, known, first);
        after = row_of(1, chance_of(98) ? known : COLUMNS, later);
        status = between(before, after, &usage);
        assert_int_equal(status, expected(&before, &after, &total, gains));
        seen[status < 0 ? 7 : status]++;
        if (status != VMM_OK)
            continue;
        assert_int_equal(usage.id, 1);
        assert_int_equal(usage.total_ticks, total);
        if (gains[GUEST] > gains[USER])
            gains[GUEST] = gains[USER];
        if (gains[GUEST_NICE] > gains[NICE])
            gains[GUEST_NICE] = gains[NICE];
        ratios_of(&usage, ratios);
        for (unsigned i = 0; i < COLUMNS; i++) {
            if (ticks_of(&after, i) == VMM_UNKNOWN)
                check_nan(ratios[i]);
            else
                check_near(ratios[i], gains[i] / (double)total);
        }
        check_near(usage.busy_cloudwatch_ratio, 1 - gains[IDLE] / (double)total);
        check_near(usage.busy_gopsutil_ratio, 1 - (gains[IDLE] + gains[IOWAIT]) / (double)total);
        check_near(usage.busy_node_exporter_ratio, 1 - (gains[IDLE] + gains[IOWAIT] + gains[STEAL]) / (double)total);
    }
    /* Each was met. */
    assert_true(seen[VMM_OK] > chance_rounds(1000) && seen[VMM_NO_INTERVAL] > chance_rounds(100) &&
                seen[VMM_RESET] > chance_rounds(1000) && seen[7] > chance_rounds(100));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_state_is_a_share_of_the_time),
        cmocka_unit_test(test_busy_has_three_definitions),
        cmocka_unit_test(test_a_machine_that_is_wholly_busy_or_idle),
        cmocka_unit_test(test_the_first_sample_gives_nothing),
        cmocka_unit_test(test_no_time_passed),
        cmocka_unit_test(test_a_fall_of_what_never_falls_is_a_reset),
        cmocka_unit_test(test_a_small_step_back_counts_as_no_increase),
        cmocka_unit_test(test_several_small_steps_back),
        cmocka_unit_test(test_a_cpu_back_online_is_a_reset),
        cmocka_unit_test(test_steal_that_falls_by_billions_is_a_reset),
        cmocka_unit_test(test_guests_are_not_counted_twice),
        cmocka_unit_test(test_guests_never_exceed_what_contains_them),
        cmocka_unit_test(test_columns_that_the_kernel_does_not_print),
        cmocka_unit_test(test_a_column_known_in_neither_sample),
        cmocka_unit_test(test_a_column_that_came_or_went_is_a_reset),
        cmocka_unit_test(test_required_columns),
        cmocka_unit_test(test_different_ids_are_a_reset),
        cmocka_unit_test(test_extreme_counters),
        cmocka_unit_test(test_shorter_records_as_input),
        cmocka_unit_test(test_longer_records_as_input),
        cmocka_unit_test(test_inputs_are_not_written_to),
        cmocka_unit_test(test_outputs_of_every_size),
        cmocka_unit_test(test_two_texts),
        cmocka_unit_test(test_random_samples_against_the_rules),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
