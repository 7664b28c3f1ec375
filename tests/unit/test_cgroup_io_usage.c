/* SPDX-License-Identifier: MIT */
/* A device's traffic for a cgroup, a second. */
#include "support_usage.h"

#include <string.h>

#define NO VMM_UNKNOWN

enum { COUNTERS = 6 };

/* A row of device 8:16. Counters stand as here in all that follows. */
static struct vmm_cgroup_io counters(uint64_t read_bytes, uint64_t write_bytes, uint64_t reads, uint64_t writes,
                                     uint64_t discard_bytes, uint64_t discards)
{
    struct vmm_cgroup_io row;

    memset(&row, 0xff, sizeof row);
    row.size = sizeof row;
    row.major = 8;
    row.minor = 16;
    row.read_bytes = read_bytes;
    row.write_bytes = write_bytes;
    row.reads = reads;
    row.writes = writes;
    row.discard_bytes = discard_bytes;
    row.discards = discards;
    return row;
}

static struct vmm_cgroup_io same(uint64_t value)
{
    return counters(value, value, value, value, value, value);
}

static uint64_t *counter(struct vmm_cgroup_io *row, unsigned i)
{
    uint64_t *const all[COUNTERS] = {&row->read_bytes, &row->write_bytes,   &row->reads,
                                     &row->writes,     &row->discard_bytes, &row->discards};

    return all[i];
}

static double rate_of(const struct vmm_cgroup_io_usage *rate, unsigned i)
{
    const double all[COUNTERS] = {rate->read_bytes_per_second,    rate->write_bytes_per_second,
                                  rate->reads_per_second,         rate->writes_per_second,
                                  rate->discard_bytes_per_second, rate->discards_per_second};

    return all[i];
}

static vmm_status between(struct vmm_cgroup_io before, struct vmm_cgroup_io after, int64_t elapsed_ns,
                          struct vmm_cgroup_io_usage *rate)
{
    return call_usage(&usage_cgroup_io_usage, &before, &after, elapsed_ns, 0, rate);
}

static void check_status(struct vmm_cgroup_io before, struct vmm_cgroup_io after, int64_t elapsed_ns, vmm_status wanted)
{
    struct vmm_cgroup_io_usage rate;

    assert_int_equal(between(before, after, elapsed_ns, &rate), wanted);
}

TEST(rates)
{
    struct vmm_cgroup_io_usage rate;

    assert_int_equal(between(counters(1000, 2000, 30, 40, 0, 0), counters(5096, 2001, 31, 42, 8192, 3), SECOND, &rate),
                     VMM_OK);
    assert_int_equal(rate.major, 8);
    assert_int_equal(rate.minor, 16);
    check_near(rate.read_bytes_per_second, 4096);
    check_near(rate.write_bytes_per_second, 1);
    check_near(rate.reads_per_second, 1);
    check_near(rate.writes_per_second, 2);
    check_near(rate.discard_bytes_per_second, 8192);
    check_near(rate.discards_per_second, 3);
    assert_int_equal(between(same(7), same(10), 4 * SECOND, &rate), VMM_OK);
    for (unsigned i = 0; i < COUNTERS; i++)
        check_near(rate_of(&rate, i), 0.75);
    assert_int_equal(between(same(7), same(10), SECOND / 10, &rate), VMM_OK);
    for (unsigned i = 0; i < COUNTERS; i++)
        check_near(rate_of(&rate, i), 30);
}

TEST(no_traffic_is_a_rate_of_0)
{
    struct vmm_cgroup_io_usage rate;

    assert_int_equal(between(same(7), same(7), SECOND, &rate), VMM_OK);
    for (unsigned i = 0; i < COUNTERS; i++)
        check_near(rate_of(&rate, i), 0);
}

/* Two unknown devices need not be the same. */
TEST(a_device_that_is_unknown_gives_no_rate)
{
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

/* The kernel printed a device without values; before 4.19 it printed no discards. */
TEST(a_counter_known_in_one_sample_only_gives_no_rate)
{
    for (unsigned i = 0; i < COUNTERS; i++) {
        struct vmm_cgroup_io before = same(10), after = same(12);
        struct vmm_cgroup_io_usage rate;

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
        /* No other counter is known. */
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

static struct vmm_cgroup_io first_row(const char *string)
{
    struct vmm_text text = vmm_text_of(string, strlen(string));
    struct vmm_cgroup_io row;

    assert_int_equal(vmm_cgroup_io_next(&text, VMM_FILE_CGROUP_IO_STAT, &row, sizeof row), VMM_OK);
    return row;
}

/* As a caller does it: from text to rates. */
TEST(two_texts)
{
    struct vmm_cgroup_io_usage rate;

    assert_int_equal(between(first_row("8:0 rbytes=1048576 wbytes=0 rios=16 wios=0 dbytes=0 dios=0\n"),
                             first_row("8:0 rbytes=9437184 wbytes=8192 rios=144 wios=2 dbytes=0 dios=0\n"), 2 * SECOND,
                             &rate),
                     VMM_OK);
    check_near(rate.read_bytes_per_second, 4194304);
    check_near(rate.write_bytes_per_second, 4096);
    check_near(rate.reads_per_second, 64);
    check_near(rate.writes_per_second, 1);
    check_near(rate.discard_bytes_per_second, 0);
}

/* A value that a row does not have is unknown. A rate from 0 would be wrong. */
TEST(rows_without_values_or_numbers)
{
    check_status(first_row("8:0 \n"), first_row("8:0 rbytes=4096 rios=1\n"), SECOND, VMM_E_EMPTY);
    check_status(first_row("8:0 rbytes=4096 rios=1\n"), first_row("8:0 8:1 rbytes=4096\n"), SECOND, VMM_E_EMPTY);
    check_status(first_row("(unknown) rbytes=1\n"), first_row("(unknown) rbytes=2\n"), SECOND, VMM_E_EMPTY);
    check_status(first_row("(unknown) rbytes=1\n"), first_row("8:0 rbytes=2\n"), SECOND, VMM_E_EMPTY);
}
