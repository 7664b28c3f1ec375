/* Which share of the time between two samples was stalled. */
#include "support.h"

#include <string.h>

#define SECOND INT64_C(1000000000)

/* A record in which only the totals are known. */
static struct vmm_pressure totals(uint64_t some, uint64_t full)
{
    struct vmm_pressure record;

    memset(&record, 0xff, sizeof record);
    record.size = sizeof record;
    record.some_total_usec = some;
    record.full_total_usec = full;
    return record;
}

static vmm_status between(struct vmm_pressure before, struct vmm_pressure after, int64_t elapsed_ns,
                          struct vmm_pressure_usage *usage)
{
    vmm_status status;

    memset(usage, 0x5a, sizeof *usage);
    status = vmm_pressure_usage_between(&before, &after, elapsed_ns, usage, sizeof *usage);
    assert_int_equal(usage->size, sizeof *usage);
    if (status != VMM_OK)
        check_unknown(VMM_RECORD_PRESSURE_USAGE, usage);
    return status;
}

static void check_status(struct vmm_pressure before, struct vmm_pressure after, int64_t elapsed_ns, vmm_status wanted)
{
    struct vmm_pressure_usage usage;

    assert_int_equal(between(before, after, elapsed_ns, &usage), wanted);
}

static void test_shares_of_the_time(void **state)
{
    struct vmm_pressure_usage usage;

    (void)state;
    assert_int_equal(between(totals(1000000, 500), totals(1250000, 100500), SECOND, &usage), VMM_OK);
    check_near(usage.some_ratio, 0.25);
    check_near(usage.full_ratio, 0.1);
    assert_int_equal(between(totals(7, 7), totals(8, 7), 2 * SECOND, &usage), VMM_OK);
    check_near(usage.some_ratio, 0.0000005);
    check_near(usage.full_ratio, 0);
    assert_int_equal(between(totals(0, 0), totals(60000000, 15000000), 60 * SECOND, &usage), VMM_OK);
    check_near(usage.some_ratio, 1);
    check_near(usage.full_ratio, 0.25);
}

/* A44: averages are not needed, and say nothing here. */
static void test_averages_are_not_looked_at(void **state)
{
    struct vmm_pressure before = totals(5, 5), after = totals(500005, 5);
    struct vmm_pressure_usage usage;

    (void)state;
    before.some_avg10_hundredths = 10000;
    before.full_avg300_hundredths = VMM_UNLIMITED;
    after.some_avg10_hundredths = 0;
    assert_int_equal(between(before, after, SECOND, &usage), VMM_OK);
    check_near(usage.some_ratio, 0.5);
    check_near(usage.full_ratio, 0);
}

static void test_the_first_sample_gives_nothing(void **state)
{
    struct vmm_pressure before = totals(1, 1), after = totals(2, 2);
    struct vmm_pressure_usage usage;

    (void)state;
    before.size = 0;
    check_status(before, after, SECOND, VMM_FIRST);
    check_status(before, after, 0, VMM_FIRST);
    memset(&usage, 0x5a, sizeof usage);
    assert_int_equal(vmm_pressure_usage_between(NULL, &after, SECOND, &usage, sizeof usage), VMM_FIRST);
    assert_int_equal(usage.size, sizeof usage);
    check_unknown(VMM_RECORD_PRESSURE_USAGE, &usage);
}

static void test_no_time_elapsed(void **state)
{
    (void)state;
    check_status(totals(1, 1), totals(2, 2), 0, VMM_NO_INTERVAL);
    check_status(totals(1, 1), totals(2, 2), -1, VMM_NO_INTERVAL);
    check_status(totals(1, 1), totals(2, 2), INT64_MIN, VMM_NO_INTERVAL);
    check_status(totals(1, 1), totals(1, 1), 0, VMM_NO_INTERVAL);
    check_status(totals(2, 2), totals(1, 1), 0, VMM_NO_INTERVAL);
}

static void test_a_total_that_fell_is_a_reset(void **state)
{
    (void)state;
    check_status(totals(10, 5), totals(9, 5), SECOND, VMM_RESET);
    check_status(totals(10, 5), totals(10, 4), SECOND, VMM_RESET);
    check_status(totals(10, 5), totals(11, 4), SECOND, VMM_RESET);
    check_status(totals(10, VMM_UNKNOWN), totals(9, VMM_UNKNOWN), SECOND, VMM_RESET);
    check_status(totals(VMM_UNKNOWN, 5), totals(VMM_UNKNOWN, 0), SECOND, VMM_RESET);
    /* 32 bits are no width of theirs. */
    check_status(totals(UINT32_MAX, 0), totals(0, 0), SECOND, VMM_RESET);
    check_status(totals(VMM_UNLIMITED - 1, 0), totals(0, 0), SECOND, VMM_RESET);
}

/* A44, B5.1: the CPU's file before 5.13. */
static void test_only_some(void **state)
{
    struct vmm_pressure_usage usage;

    (void)state;
    assert_int_equal(between(totals(5, VMM_UNKNOWN), totals(100005, VMM_UNKNOWN), SECOND, &usage), VMM_OK);
    check_near(usage.some_ratio, 0.1);
    check_nan(usage.full_ratio);
}

/* A44, B5.2: the file of interrupts. */
static void test_only_full(void **state)
{
    struct vmm_pressure_usage usage;

    (void)state;
    assert_int_equal(between(totals(VMM_UNKNOWN, 5), totals(VMM_UNKNOWN, 5), SECOND, &usage), VMM_OK);
    check_nan(usage.some_ratio);
    check_near(usage.full_ratio, 0);
}

static void test_a_total_known_in_one_sample_only(void **state)
{
    struct vmm_pressure_usage usage;

    (void)state;
    assert_int_equal(between(totals(5, VMM_UNKNOWN), totals(5, 7), SECOND, &usage), VMM_OK);
    check_near(usage.some_ratio, 0);
    check_nan(usage.full_ratio);
    assert_int_equal(between(totals(5, 7), totals(VMM_UNKNOWN, 7), SECOND, &usage), VMM_OK);
    check_nan(usage.some_ratio);
    check_near(usage.full_ratio, 0);
    check_status(totals(5, VMM_UNKNOWN), totals(VMM_UNKNOWN, 7), SECOND, VMM_E_EMPTY);
}

static void test_no_total_is_known(void **state)
{
    (void)state;
    check_status(totals(VMM_UNKNOWN, VMM_UNKNOWN), totals(VMM_UNKNOWN, VMM_UNKNOWN), SECOND, VMM_E_EMPTY);
    check_status(totals(VMM_UNKNOWN, VMM_UNKNOWN), totals(1, 2), SECOND, VMM_E_EMPTY);
    check_status(totals(VMM_UNLIMITED, VMM_UNLIMITED), totals(VMM_UNLIMITED, VMM_UNLIMITED), SECOND, VMM_E_EMPTY);
}

/* Clock and counter are not read at the same moment: a little more than all of the time is all of it. */
static void test_a_little_more_than_all_is_all(void **state)
{
    struct vmm_pressure_usage usage;

    (void)state;
    assert_int_equal(between(totals(0, 0), totals(1000001, 1099999), SECOND, &usage), VMM_OK);
    check_near(usage.some_ratio, 1);
    check_near(usage.full_ratio, 1);
    assert_true(usage.some_ratio <= 1 && usage.full_ratio <= 1);
}

static void test_growth_much_faster_than_time_is_unknown(void **state)
{
    struct vmm_pressure_usage usage;

    (void)state;
    assert_int_equal(between(totals(0, 0), totals(1100001, 500000), SECOND, &usage), VMM_OK);
    check_nan(usage.some_ratio);
    check_near(usage.full_ratio, 0.5);
    assert_int_equal(between(totals(0, 0), totals(0, VMM_UNLIMITED - 1), 1, &usage), VMM_OK);
    check_near(usage.some_ratio, 0);
    check_nan(usage.full_ratio);
    assert_int_equal(between(totals(0, 0), totals(VMM_UNLIMITED - 1, VMM_UNLIMITED - 1), INT64_MAX, &usage), VMM_OK);
    check_nan(usage.some_ratio);
    check_nan(usage.full_ratio);
}

static void test_extreme_times(void **state)
{
    struct vmm_pressure_usage usage;

    (void)state;
    assert_int_equal(between(totals(0, 0), totals(0, 1), 1, &usage), VMM_OK);
    check_near(usage.some_ratio, 0);
    check_nan(usage.full_ratio);
    assert_int_equal(between(totals(0, 0), totals(INT64_MAX / 2000, 1), INT64_MAX, &usage), VMM_OK);
    check_near(usage.some_ratio, 0.5);
    assert_true(usage.full_ratio > 0 && usage.full_ratio < 1e-15);
}

static void test_shorter_records_as_input(void **state)
{
    (void)state;
    for (uint64_t size = 8; size <= sizeof(struct vmm_pressure); size++) {
        struct vmm_pressure before = totals(0, 0), after = totals(500000, 250000);
        struct vmm_pressure_usage usage;
        bool some = size >= offsetof(struct vmm_pressure, some_total_usec) + 8;
        bool full = size >= offsetof(struct vmm_pressure, full_total_usec) + 8;

        for (unsigned which = 1; which <= 3; which++) {
            before.size = which & 1 ? size : sizeof before;
            after.size = which & 2 ? size : sizeof after;
            assert_int_equal(between(before, after, SECOND, &usage), some ? VMM_OK : VMM_E_EMPTY);
            if (some)
                check_near(usage.some_ratio, 0.5);
            if (full)
                check_near(usage.full_ratio, 0.25);
            else
                check_nan(usage.full_ratio);
        }
    }
}

static void test_longer_records_as_input(void **state)
{
    struct vmm_pressure before = totals(0, 0), after = totals(500000, 250000);
    struct vmm_pressure_usage usage;

    (void)state;
    before.size = 4096;
    after.size = UINT64_MAX;
    assert_int_equal(between(before, after, SECOND, &usage), VMM_OK);
    check_near(usage.some_ratio, 0.5);
}

static void test_inputs_are_not_written_to(void **state)
{
    struct vmm_pressure before = totals(0, 0), after = totals(500000, 250000);
    struct vmm_pressure copy_before = before, copy_after = after;
    struct vmm_pressure_usage usage;

    (void)state;
    assert_int_equal(vmm_pressure_usage_between(&before, &after, SECOND, &usage, sizeof usage), VMM_OK);
    assert_memory_equal(&before, &copy_before, sizeof before);
    assert_memory_equal(&after, &copy_after, sizeof after);
}

static void test_outputs_of_every_size(void **state)
{
    static const vmm_status statuses[] = {VMM_OK, VMM_FIRST, VMM_NO_INTERVAL, VMM_RESET, VMM_E_EMPTY, VMM_E_ARGUMENT};
    struct vmm_pressure before = totals(10, 10), after = totals(500010, 250010),
                        empty = totals(VMM_UNKNOWN, VMM_UNKNOWN);
    struct vmm_pressure fallen = totals(9, 10);
    struct vmm_pressure_usage wanted;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(statuses); i++) {
        for (size_t size = 0; size <= sizeof wanted * 2; size++) {
            struct record record;
            const unsigned char *bytes = (const unsigned char *)record.words;
            struct vmm_pressure_usage *out = (struct vmm_pressure_usage *)(void *)record.words;
            const struct vmm_pressure *first = statuses[i] == VMM_FIRST ? NULL : &before;
            const struct vmm_pressure *second = statuses[i] == VMM_RESET        ? &fallen
                                                : statuses[i] == VMM_E_EMPTY    ? &empty
                                                : statuses[i] == VMM_E_ARGUMENT ? NULL
                                                                                : &after;
            int64_t elapsed_ns = statuses[i] == VMM_NO_INTERVAL ? 0 : SECOND;
            uint64_t valid = size < sizeof wanted ? size : sizeof wanted;

            memset(&record, 0x5a, sizeof record);
            assert_int_equal(vmm_pressure_usage_between(first, second, elapsed_ns, out, size),
                             size < 8 ? VMM_E_ARGUMENT : statuses[i]);
            if (size >= 8) {
                memset(&wanted, 0xff, sizeof wanted);
                wanted.size = valid;
                if (statuses[i] == VMM_OK && valid >= 16)
                    wanted.some_ratio = 0.5;
                if (statuses[i] == VMM_OK && valid >= 24)
                    wanted.full_ratio = 0.25;
                assert_memory_equal(bytes, &wanted, (size_t)valid);
                check_bytes(bytes + (size_t)valid, size - (size_t)valid, 0xff);
            }
            check_bytes(bytes + (size < 8 ? 0 : size), sizeof record - (size < 8 ? 0 : size), 0x5a);
        }
    }
    assert_int_equal(vmm_pressure_usage_between(&before, &after, SECOND, NULL, sizeof wanted), VMM_E_ARGUMENT);
}

/* As a caller does it: from text to shares. */
static void test_two_texts(void **state)
{
    static const char first[] = "some avg10=1.00 avg60=0.50 avg300=0.10 total=35467674\n"
                                "full avg10=0.07 avg60=0.22 avg300=0.47 total=22242121\n";
    static const char second[] = "some avg10=2.00 avg60=0.60 avg300=0.10 total=35567674\n"
                                 "full avg10=0.07 avg60=0.22 avg300=0.47 total=22262121\n";
    struct vmm_text first_text = vmm_text_of(first, sizeof first - 1);
    struct vmm_text second_text = vmm_text_of(second, sizeof second - 1);
    struct vmm_pressure before, after;
    struct vmm_pressure_usage usage;

    (void)state;
    assert_int_equal(vmm_pressure_parse(&first_text, &before, sizeof before), VMM_OK);
    assert_int_equal(vmm_pressure_parse(&second_text, &after, sizeof after), VMM_OK);
    assert_int_equal(between(before, after, 4 * SECOND, &usage), VMM_OK);
    check_near(usage.some_ratio, 0.025);
    check_near(usage.full_ratio, 0.005);
}

static uint64_t random_total(uint64_t from)
{
    return chance_of(10) ? VMM_UNKNOWN : chance_of(90) ? from + chance_below(2000000) : from - chance_below(100);
}

/* The growth of one total: -1 for a fall, -2 for unknown. */
static double expected(uint64_t before, uint64_t after)
{
    if (before == VMM_UNKNOWN || after == VMM_UNKNOWN)
        return -2;
    return after < before ? -1 : (double)(after - before);
}

static bool fell(double growth)
{
    return growth < 0 && growth > -1.5;
}

static void check_share(double ratio, double growth, int64_t elapsed_ns)
{
    double share = growth / ((double)elapsed_ns / 1000);

    if (growth < 0 || share > 1.1000001)
        check_nan(ratio);
    else if (share < 1.0999999)
        check_near(ratio, share > 1 ? 1 : share);
}

static void test_random_samples_against_the_rules(void **state)
{
    unsigned seen[4] = {0};

    (void)state;
    chance_seed(41);
    for (unsigned time = 0, rounds = chance_rounds(200000); time < rounds; time++) {
        uint64_t base = 1000 + (chance_number() >> 2);
        struct vmm_pressure before = totals(chance_of(10) ? VMM_UNKNOWN : base, chance_of(10) ? VMM_UNKNOWN : base);
        struct vmm_pressure after = totals(random_total(base), random_total(base));
        int64_t elapsed_ns = chance_of(5) ? -(int64_t)chance_below(9) : 1 + (int64_t)chance_below(3000000000);
        double some = expected(before.some_total_usec, after.some_total_usec);
        double full = expected(before.full_total_usec, after.full_total_usec);
        struct vmm_pressure_usage usage;
        vmm_status status = between(before, after, elapsed_ns, &usage);

        if (elapsed_ns <= 0) {
            assert_int_equal(status, VMM_NO_INTERVAL);
            seen[0]++;
        } else if (fell(some) || fell(full)) {
            assert_int_equal(status, VMM_RESET);
            seen[1]++;
        } else if (some < 0 && full < 0) {
            assert_int_equal(status, VMM_E_EMPTY);
            seen[2]++;
        } else {
            assert_int_equal(status, VMM_OK);
            check_share(usage.some_ratio, some, elapsed_ns);
            check_share(usage.full_ratio, full, elapsed_ns);
            seen[3]++;
        }
    }
    /* Each was met. */
    assert_true(seen[0] > chance_rounds(1000) && seen[1] > chance_rounds(1000) && seen[2] > chance_rounds(1000) &&
                seen[3] > chance_rounds(1000));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_shares_of_the_time),
        cmocka_unit_test(test_averages_are_not_looked_at),
        cmocka_unit_test(test_the_first_sample_gives_nothing),
        cmocka_unit_test(test_no_time_elapsed),
        cmocka_unit_test(test_a_total_that_fell_is_a_reset),
        cmocka_unit_test(test_only_some),
        cmocka_unit_test(test_only_full),
        cmocka_unit_test(test_a_total_known_in_one_sample_only),
        cmocka_unit_test(test_no_total_is_known),
        cmocka_unit_test(test_a_little_more_than_all_is_all),
        cmocka_unit_test(test_growth_much_faster_than_time_is_unknown),
        cmocka_unit_test(test_extreme_times),
        cmocka_unit_test(test_shorter_records_as_input),
        cmocka_unit_test(test_longer_records_as_input),
        cmocka_unit_test(test_inputs_are_not_written_to),
        cmocka_unit_test(test_outputs_of_every_size),
        cmocka_unit_test(test_two_texts),
        cmocka_unit_test(test_random_samples_against_the_rules),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
