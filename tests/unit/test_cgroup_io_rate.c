/* A device's traffic for a cgroup, a second. */
#include "support.h"

#include <string.h>

#define SECOND INT64_C(1000000000)
#define NO VMM_UNKNOWN

enum { COUNTERS = 6 };

/* A row of device 8:16. Counters stand as here in all that follows. */
static struct vmm_cgroup_io counters(uint64_t rbytes, uint64_t wbytes, uint64_t rios, uint64_t wios, uint64_t dbytes,
                                     uint64_t dios)
{
    struct vmm_cgroup_io row;

    memset(&row, 0xff, sizeof row);
    row.size = sizeof row;
    row.major = 8;
    row.minor = 16;
    row.rbytes = rbytes;
    row.wbytes = wbytes;
    row.rios = rios;
    row.wios = wios;
    row.dbytes = dbytes;
    row.dios = dios;
    return row;
}

static struct vmm_cgroup_io same(uint64_t value)
{
    return counters(value, value, value, value, value, value);
}

static uint64_t *counter(struct vmm_cgroup_io *row, unsigned i)
{
    uint64_t *const all[COUNTERS] = {&row->rbytes, &row->wbytes, &row->rios, &row->wios, &row->dbytes, &row->dios};

    return all[i];
}

static double rate_of(const struct vmm_cgroup_io_rate *rate, unsigned i)
{
    const double all[COUNTERS] = {rate->rbytes_per_second, rate->wbytes_per_second, rate->rios_per_second,
                                  rate->wios_per_second,   rate->dbytes_per_second, rate->dios_per_second};

    return all[i];
}

static vmm_status between(struct vmm_cgroup_io before, struct vmm_cgroup_io after, int64_t elapsed_ns,
                          struct vmm_cgroup_io_rate *rate)
{
    vmm_status status;

    memset(rate, 0x5a, sizeof *rate);
    status = vmm_cgroup_io_rate_between(&before, &after, elapsed_ns, rate, sizeof *rate);
    assert_int_equal(rate->size, sizeof *rate);
    if (status != VMM_OK)
        check_unknown(VMM_RECORD_CGROUP_IO_RATE, rate);
    return status;
}

static void check_status(struct vmm_cgroup_io before, struct vmm_cgroup_io after, int64_t elapsed_ns, vmm_status wanted)
{
    struct vmm_cgroup_io_rate rate;

    assert_int_equal(between(before, after, elapsed_ns, &rate), wanted);
}

static void test_rates(void **state)
{
    struct vmm_cgroup_io_rate rate;

    (void)state;
    assert_int_equal(between(counters(1000, 2000, 30, 40, 0, 0), counters(5096, 2001, 31, 42, 8192, 3), SECOND, &rate),
                     VMM_OK);
    assert_int_equal(rate.major, 8);
    assert_int_equal(rate.minor, 16);
    check_near(rate.rbytes_per_second, 4096);
    check_near(rate.wbytes_per_second, 1);
    check_near(rate.rios_per_second, 1);
    check_near(rate.wios_per_second, 2);
    check_near(rate.dbytes_per_second, 8192);
    check_near(rate.dios_per_second, 3);
    assert_int_equal(between(same(7), same(10), 4 * SECOND, &rate), VMM_OK);
    for (unsigned i = 0; i < COUNTERS; i++)
        check_near(rate_of(&rate, i), 0.75);
    assert_int_equal(between(same(7), same(10), SECOND / 10, &rate), VMM_OK);
    for (unsigned i = 0; i < COUNTERS; i++)
        check_near(rate_of(&rate, i), 30);
}

static void test_no_traffic_is_a_rate_of_0(void **state)
{
    struct vmm_cgroup_io_rate rate;

    (void)state;
    assert_int_equal(between(same(7), same(7), SECOND, &rate), VMM_OK);
    for (unsigned i = 0; i < COUNTERS; i++)
        check_near(rate_of(&rate, i), 0);
}

static void test_the_first_sample_gives_nothing(void **state)
{
    struct vmm_cgroup_io before = same(1), after = same(2);
    struct vmm_cgroup_io_rate rate;

    (void)state;
    before.size = 0;
    check_status(before, after, SECOND, VMM_FIRST);
    check_status(before, after, 0, VMM_FIRST);
    before.major = 9;
    check_status(before, after, SECOND, VMM_FIRST);
    memset(&rate, 0x5a, sizeof rate);
    assert_int_equal(vmm_cgroup_io_rate_between(NULL, &after, SECOND, &rate, sizeof rate), VMM_FIRST);
    assert_int_equal(rate.size, sizeof rate);
    check_unknown(VMM_RECORD_CGROUP_IO_RATE, &rate);
}

static void test_no_time_elapsed(void **state)
{
    struct vmm_cgroup_io other = same(2);

    (void)state;
    other.minor = 17;
    check_status(same(1), same(2), 0, VMM_NO_INTERVAL);
    check_status(same(1), same(2), -1, VMM_NO_INTERVAL);
    check_status(same(1), same(2), INT64_MIN, VMM_NO_INTERVAL);
    check_status(same(2), same(1), 0, VMM_NO_INTERVAL);
    check_status(same(1), other, 0, VMM_NO_INTERVAL);
    check_status(same(NO), same(NO), 0, VMM_NO_INTERVAL);
}

/* A thing is the same only if its identity says so. */
static void test_another_device_is_a_reset(void **state)
{
    struct vmm_cgroup_io other = same(2);

    (void)state;
    other.minor = 17;
    check_status(same(1), other, SECOND, VMM_RESET);
    check_status(other, same(2), SECOND, VMM_RESET);
    other.minor = 16;
    other.major = 9;
    check_status(same(1), other, SECOND, VMM_RESET);
    check_status(other, same(2), SECOND, VMM_RESET);
    other.minor = 8;
    other.major = 16;
    check_status(same(1), other, SECOND, VMM_RESET);
    /* Also where no counter is known. */
    check_status(other, same(NO), SECOND, VMM_RESET);
}

/* Two unknown devices need not be the same. */
static void test_a_device_that_is_unknown_gives_no_rate(void **state)
{
    (void)state;
    for (unsigned which = 1; which < 16; which++) {
        struct vmm_cgroup_io before = same(1), after = same(2);

        if (which & 1)
            before.major = NO;
        if (which & 2)
            before.minor = NO;
        if (which & 4)
            after.major = NO;
        if (which & 8)
            after.minor = NO;
        check_status(before, after, SECOND, VMM_E_EMPTY);
    }
}

static void test_another_instance_is_a_reset(void **state)
{
    struct vmm_cgroup_io before = same(1), after = same(2);
    struct vmm_cgroup_io_rate rate;

    (void)state;
    before.instance_id = 5;
    after.instance_id = 6;
    check_status(before, after, SECOND, VMM_RESET);
    after.instance_id = 5;
    assert_int_equal(between(before, after, SECOND, &rate), VMM_OK);
    check_near(rate.dios_per_second, 1);
    after.instance_id = NO;
    assert_int_equal(between(before, after, SECOND, &rate), VMM_OK);
    before.instance_id = NO;
    after.instance_id = 0;
    assert_int_equal(between(before, after, SECOND, &rate), VMM_OK);
    before.instance_id = 0;
    assert_int_equal(between(before, after, SECOND, &rate), VMM_OK);
}

/* A29: never 2^64 or 2^32 more. */
static void test_any_counter_that_fell_is_a_reset(void **state)
{
    (void)state;
    for (unsigned i = 0; i < COUNTERS; i++) {
        struct vmm_cgroup_io before = same(10), after = same(11);

        *counter(&after, i) = 9;
        check_status(before, after, SECOND, VMM_RESET);
        /* Alone, too. */
        before = same(NO);
        after = same(NO);
        *counter(&before, i) = UINT32_MAX;
        *counter(&after, i) = 0;
        check_status(before, after, SECOND, VMM_RESET);
        *counter(&before, i) = VMM_UNLIMITED - 1;
        check_status(before, after, SECOND, VMM_RESET);
    }
}

/* B6.4: a device without values, or one before 4.19 without discards. */
static void test_a_counter_known_in_one_sample_only_gives_no_rate(void **state)
{
    (void)state;
    for (unsigned i = 0; i < COUNTERS; i++) {
        struct vmm_cgroup_io before = same(10), after = same(12);
        struct vmm_cgroup_io_rate rate;

        for (unsigned which = 1; which < 4; which++) {
            *counter(&before, i) = which & 1 ? NO : 10;
            *counter(&after, i) = which & 2 ? NO : 12;
            assert_int_equal(between(before, after, SECOND, &rate), VMM_OK);
            for (unsigned k = 0; k < COUNTERS; k++) {
                if (k == i)
                    check_nan(rate_of(&rate, k));
                else
                    check_near(rate_of(&rate, k), 2);
            }
        }
        /* The only one that is known. */
        before = same(NO);
        after = same(NO);
        *counter(&before, i) = 10;
        check_status(before, after, SECOND, VMM_E_EMPTY);
        *counter(&after, i) = 13;
        assert_int_equal(between(before, after, SECOND, &rate), VMM_OK);
        for (unsigned k = 0; k < COUNTERS; k++) {
            if (k == i)
                check_near(rate_of(&rate, k), 3);
            else
                check_nan(rate_of(&rate, k));
        }
    }
}

static void test_no_counter_is_known(void **state)
{
    (void)state;
    check_status(same(NO), same(NO), SECOND, VMM_E_EMPTY);
    check_status(same(NO), same(1), SECOND, VMM_E_EMPTY);
    check_status(same(1), same(NO), SECOND, VMM_E_EMPTY);
    check_status(same(VMM_UNLIMITED), same(VMM_UNLIMITED), SECOND, VMM_E_EMPTY);
}

/* Rows of io.max have a device and no counter. */
static void test_limits_are_not_looked_at(void **state)
{
    struct vmm_cgroup_io before = same(1), after = same(2);
    struct vmm_cgroup_io_rate rate;

    (void)state;
    before.max_rbps_bytes_per_second = 9;
    after.max_rbps_bytes_per_second = 8;
    before.max_wiops_per_second = VMM_UNLIMITED;
    assert_int_equal(between(before, after, SECOND, &rate), VMM_OK);
    before = same(NO);
    before.max_rbps_bytes_per_second = 8;
    check_status(before, before, SECOND, VMM_E_EMPTY);
}

static void test_extreme_growth_and_times(void **state)
{
    struct vmm_cgroup_io_rate rate;

    (void)state;
    assert_int_equal(between(same(0), same(VMM_UNLIMITED - 1), 1, &rate), VMM_OK);
    for (unsigned i = 0; i < COUNTERS; i++)
        assert_true(rate_of(&rate, i) > 1.8446e28 && rate_of(&rate, i) < 1.8447e28);
    assert_int_equal(between(same(0), same(1), INT64_MAX, &rate), VMM_OK);
    for (unsigned i = 0; i < COUNTERS; i++)
        assert_true(rate_of(&rate, i) > 1.08e-10 && rate_of(&rate, i) < 1.09e-10);
    assert_int_equal(between(same(VMM_UNLIMITED - 2), same(VMM_UNLIMITED - 1), SECOND, &rate), VMM_OK);
    for (unsigned i = 0; i < COUNTERS; i++)
        check_near(rate_of(&rate, i), 1);
}

static void test_shorter_records_as_input(void **state)
{
    (void)state;
    for (uint64_t size = 8; size <= sizeof(struct vmm_cgroup_io); size++) {
        for (unsigned which = 1; which <= 3; which++) {
            struct vmm_cgroup_io before = same(10), after = same(12);
            struct vmm_cgroup_io_rate rate;
            vmm_status status;

            before.instance_id = which == 3 || size < 32 ? 5 : 6;
            after.instance_id = 6;
            before.size = which & 1 ? size : sizeof before;
            after.size = which & 2 ? size : sizeof after;
            status = between(before, after, SECOND, &rate);
            /* Device, instance and a counter. */
            if (size < 24 || (size < 40 && before.instance_id == 6) || (size < 32 && before.instance_id == 5)) {
                assert_int_equal(status, VMM_E_EMPTY);
                continue;
            }
            if (before.instance_id == 5) {
                assert_int_equal(status, VMM_RESET);
                continue;
            }
            assert_int_equal(status, VMM_OK);
            for (unsigned i = 0; i < COUNTERS; i++) {
                size_t end = (size_t)((char *)counter(&before, i) - (char *)&before) + 8;

                if (size >= end)
                    check_near(rate_of(&rate, i), 2);
                else
                    check_nan(rate_of(&rate, i));
            }
        }
    }
}

static void test_longer_records_as_input(void **state)
{
    struct vmm_cgroup_io before = same(10), after = same(12);
    struct vmm_cgroup_io_rate rate;

    (void)state;
    before.size = 4096;
    after.size = UINT64_MAX;
    assert_int_equal(between(before, after, SECOND, &rate), VMM_OK);
    check_near(rate.rbytes_per_second, 2);
}

static void test_inputs_are_not_written_to(void **state)
{
    struct vmm_cgroup_io before = same(10), after = same(12), copy_before = before, copy_after = after;
    struct vmm_cgroup_io_rate rate;

    (void)state;
    assert_int_equal(vmm_cgroup_io_rate_between(&before, &after, SECOND, &rate, sizeof rate), VMM_OK);
    assert_memory_equal(&before, &copy_before, sizeof before);
    assert_memory_equal(&after, &copy_after, sizeof after);
}

static void test_outputs_of_every_size(void **state)
{
    static const vmm_status statuses[] = {VMM_OK, VMM_FIRST, VMM_NO_INTERVAL, VMM_RESET, VMM_E_EMPTY, VMM_E_ARGUMENT};
    struct vmm_cgroup_io before = same(10), after = same(12), empty = same(NO), fallen = same(9);
    struct vmm_cgroup_io_rate wanted;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(statuses); i++) {
        for (size_t size = 0; size <= sizeof wanted * 2; size++) {
            struct record record;
            const unsigned char *bytes = (const unsigned char *)record.words;
            struct vmm_cgroup_io_rate *out = (struct vmm_cgroup_io_rate *)(void *)record.words;
            const struct vmm_cgroup_io *first = statuses[i] == VMM_FIRST ? NULL : &before;
            const struct vmm_cgroup_io *second = statuses[i] == VMM_RESET        ? &fallen
                                                 : statuses[i] == VMM_E_EMPTY    ? &empty
                                                 : statuses[i] == VMM_E_ARGUMENT ? NULL
                                                                                 : &after;
            int64_t elapsed_ns = statuses[i] == VMM_NO_INTERVAL ? 0 : SECOND;
            size_t valid = size < sizeof wanted ? size : sizeof wanted;

            memset(&record, 0x5a, sizeof record);
            assert_int_equal(vmm_cgroup_io_rate_between(first, second, elapsed_ns, out, size),
                             size < 8 ? VMM_E_ARGUMENT : statuses[i]);
            if (size >= 8) {
                wanted = (struct vmm_cgroup_io_rate){valid, 8, 16, 2, 2, 2, 2, 2, 2};
                /* A member counts where all of it is there. */
                if (statuses[i] != VMM_OK)
                    memset((char *)&wanted + 8, 0xff, sizeof wanted - 8);
                else
                    memset((char *)&wanted + valid / 8 * 8, 0xff, sizeof wanted - valid / 8 * 8);
                assert_memory_equal(bytes, &wanted, valid);
                check_bytes(bytes + valid, size - valid, 0xff);
            }
            check_bytes(bytes + (size < 8 ? 0 : size), sizeof record - (size < 8 ? 0 : size), 0x5a);
        }
    }
    assert_int_equal(vmm_cgroup_io_rate_between(&before, &after, SECOND, NULL, sizeof wanted), VMM_E_ARGUMENT);
}

static struct vmm_cgroup_io first_row(const char *string)
{
    struct vmm_text text = vmm_text_of(string, strlen(string));
    struct vmm_cgroup_io row;

    assert_int_equal(vmm_cgroup_io_next(VMM_CGROUP_IO_FILE_IO_STAT, &text, &row, sizeof row), VMM_OK);
    return row;
}

/* As a caller does it: from text to rates. */
static void test_two_texts(void **state)
{
    struct vmm_cgroup_io_rate rate;

    (void)state;
    assert_int_equal(between(first_row("8:0 rbytes=1048576 wbytes=0 rios=16 wios=0 dbytes=0 dios=0\n"),
                             first_row("8:0 rbytes=9437184 wbytes=8192 rios=144 wios=2 dbytes=0 dios=0\n"), 2 * SECOND,
                             &rate),
                     VMM_OK);
    check_near(rate.rbytes_per_second, 4194304);
    check_near(rate.wbytes_per_second, 4096);
    check_near(rate.rios_per_second, 64);
    check_near(rate.wios_per_second, 1);
    check_near(rate.dbytes_per_second, 0);
}

/* A41, B6.1, B6.2: what such rows say nothing about is no 0 from which a rate could rise. */
static void test_rows_without_values_or_numbers(void **state)
{
    (void)state;
    check_status(first_row("8:0 \n"), first_row("8:0 rbytes=4096 rios=1\n"), SECOND, VMM_E_EMPTY);
    check_status(first_row("8:0 rbytes=4096 rios=1\n"), first_row("8:0 8:1 rbytes=4096\n"), SECOND, VMM_E_EMPTY);
    check_status(first_row("(unknown) rbytes=1\n"), first_row("(unknown) rbytes=2\n"), SECOND, VMM_E_EMPTY);
    check_status(first_row("(unknown) rbytes=1\n"), first_row("8:0 rbytes=2\n"), SECOND, VMM_E_EMPTY);
}

static void test_random_samples_against_the_rules(void **state)
{
    unsigned seen[4] = {0};

    (void)state;
    chance_seed(15);
    for (unsigned time = 0, rounds = chance_rounds(100000); time < rounds; time++) {
        struct vmm_cgroup_io before = same(0), after = same(0);
        int64_t elapsed_ns = chance_of(5) ? -(int64_t)chance_below(9) : 1 + (int64_t)(chance_number() >> 1);
        struct vmm_cgroup_io_rate rate;
        bool fell = false, known = false;
        unsigned how_known = (unsigned)chance_below(101);
        vmm_status status;

        for (unsigned i = 0; i < COUNTERS; i++) {
            uint64_t a = chance_of(how_known) ? 1000 + (chance_number() >> 2) : NO;
            uint64_t b = !chance_of(how_known)     ? NO
                         : a == NO || chance_of(2) ? chance_number() >> 2
                                                   : a + (chance_number() >> 2);

            *counter(&before, i) = a;
            *counter(&after, i) = b;
            if (a != NO && b != NO) {
                known = true;
                fell = fell || b < a;
            }
        }
        status = between(before, after, elapsed_ns, &rate);
        if (elapsed_ns <= 0) {
            assert_int_equal(status, VMM_NO_INTERVAL);
            seen[0]++;
        } else if (fell) {
            assert_int_equal(status, VMM_RESET);
            seen[1]++;
        } else if (!known) {
            assert_int_equal(status, VMM_E_EMPTY);
            seen[2]++;
        } else {
            assert_int_equal(status, VMM_OK);
            for (unsigned i = 0; i < COUNTERS; i++) {
                uint64_t a = *counter(&before, i), b = *counter(&after, i);

                if (a == NO || b == NO)
                    check_nan(rate_of(&rate, i));
                else if (a == b)
                    check_near(rate_of(&rate, i), 0);
                else
                    check_near(rate_of(&rate, i) / ((double)(b - a) / ((double)elapsed_ns / 1e9)), 1);
            }
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
        cmocka_unit_test(test_rates),
        cmocka_unit_test(test_no_traffic_is_a_rate_of_0),
        cmocka_unit_test(test_the_first_sample_gives_nothing),
        cmocka_unit_test(test_no_time_elapsed),
        cmocka_unit_test(test_another_device_is_a_reset),
        cmocka_unit_test(test_a_device_that_is_unknown_gives_no_rate),
        cmocka_unit_test(test_another_instance_is_a_reset),
        cmocka_unit_test(test_any_counter_that_fell_is_a_reset),
        cmocka_unit_test(test_a_counter_known_in_one_sample_only_gives_no_rate),
        cmocka_unit_test(test_no_counter_is_known),
        cmocka_unit_test(test_limits_are_not_looked_at),
        cmocka_unit_test(test_extreme_growth_and_times),
        cmocka_unit_test(test_shorter_records_as_input),
        cmocka_unit_test(test_longer_records_as_input),
        cmocka_unit_test(test_inputs_are_not_written_to),
        cmocka_unit_test(test_outputs_of_every_size),
        cmocka_unit_test(test_two_texts),
        cmocka_unit_test(test_rows_without_values_or_numbers),
        cmocka_unit_test(test_random_samples_against_the_rules),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
