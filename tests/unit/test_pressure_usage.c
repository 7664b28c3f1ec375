/* SPDX-License-Identifier: MIT */
/* Which share of the time between two samples was stalled. */
#include "support_usage.h"

#include <string.h>

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
    return call_usage(&usage_pressure_usage, &before, &after, elapsed_ns, 0, usage);
}

TEST(shares_of_the_time)
{
    struct vmm_pressure_usage usage;

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

/* Before 5.13 the file of the CPU has only `some`. */
TEST(only_some)
{
    struct vmm_pressure_usage usage;

    assert_int_equal(between(totals(5, VMM_UNKNOWN), totals(100005, VMM_UNKNOWN), SECOND, &usage), VMM_OK);
    check_near(usage.some_ratio, 0.1);
    check_nan(usage.full_ratio);
}

/* The file of interrupts has only `full`. */
TEST(only_full)
{
    struct vmm_pressure_usage usage;

    assert_int_equal(between(totals(VMM_UNKNOWN, 5), totals(VMM_UNKNOWN, 5), SECOND, &usage), VMM_OK);
    check_nan(usage.some_ratio);
    check_near(usage.full_ratio, 0);
}

/* Clock and counter are not read at the same moment: a little more than all of the time is all of it. */
TEST(a_little_more_than_all_is_all)
{
    struct vmm_pressure_usage usage;

    assert_int_equal(between(totals(0, 0), totals(1000001, 1099999), SECOND, &usage), VMM_OK);
    check_near(usage.some_ratio, 1);
    check_near(usage.full_ratio, 1);
    assert_true(usage.some_ratio <= 1 && usage.full_ratio <= 1);
}

TEST(growth_much_faster_than_time_is_unknown)
{
    struct vmm_pressure_usage usage;

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

/* As a caller does it: from text to shares. */
TEST(two_texts)
{
    static const char first[] = "some avg10=1.00 avg60=0.50 avg300=0.10 total=35467674\n"
                                "full avg10=0.07 avg60=0.22 avg300=0.47 total=22242121\n";
    static const char second[] = "some avg10=2.00 avg60=0.60 avg300=0.10 total=35567674\n"
                                 "full avg10=0.07 avg60=0.22 avg300=0.47 total=22262121\n";
    struct vmm_text first_text = vmm_text_of(first, sizeof first - 1);
    struct vmm_text second_text = vmm_text_of(second, sizeof second - 1);
    struct vmm_pressure before, after;
    struct vmm_pressure_usage usage;

    assert_int_equal(vmm_pressure_parse(&first_text, &before, sizeof before), VMM_OK);
    assert_int_equal(vmm_pressure_parse(&second_text, &after, sizeof after), VMM_OK);
    assert_int_equal(between(before, after, 4 * SECOND, &usage), VMM_OK);
    check_near(usage.some_ratio, 0.025);
    check_near(usage.full_ratio, 0.005);
}
