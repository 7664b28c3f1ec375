/* SPDX-License-Identifier: MIT */
/* iostat's numbers. */
#include "support_usage.h"

#include <string.h>

#define WRAP UINT64_C(4294967296)

/* A device with all members known. */
static struct vmm_disk disk_of(const char *line)
{
    struct vmm_text text = vmm_text_of(line, strlen(line));
    struct vmm_disk disk;

    assert_int_equal(vmm_disk_next(&text, &disk, sizeof disk), VMM_OK);
    return disk;
}

static struct vmm_disk idle(void)
{
    return disk_of("254 16 vdb 1000 100 80000 5000 2000 200 160000 9000 1 7000 14000 30 3 2400 60 40 400\n");
}

static vmm_status between(const struct vmm_disk *before, const struct vmm_disk *after, int64_t elapsed_ns,
                          struct vmm_disk_usage *rate)
{
    return call_usage(&usage_disk_usage, before, after, elapsed_ns, 0, rate);
}

static void check_status(const struct vmm_disk *before, const struct vmm_disk *after, int64_t elapsed_ns,
                         vmm_status wanted)
{
    struct vmm_disk_usage rate;

    assert_int_equal(between(before, after, elapsed_ns, &rate), wanted);
}

TEST(numbers_of_iostat)
{
    struct vmm_disk before = idle();
    struct vmm_disk after =
        disk_of("254 16 vdb 1100 125 81600 5250 2010 230 160400 9090 7 8000 16500 34 4 2432 64 42 410\n");
    struct vmm_disk_usage rate;

    assert_int_equal(between(&before, &after, 2 * SECOND, &rate), VMM_OK);
    assert_int_equal(rate.major, 254);
    assert_string_equal(rate.name, "vdb");
    assert_int_equal(rate.minor, 16);
    check_near(rate.reads_per_second, 50);
    check_near(rate.reads_merged_per_second, 12.5);
    check_near(rate.read_bytes_per_second, 1600 * 512 / 2.0);
    check_near(rate.reads_merged_ratio, 0.2);
    check_near(rate.read_await_ms, 2.5);
    check_near(rate.mean_read_bytes, 8192);
    check_near(rate.writes_per_second, 5);
    check_near(rate.writes_merged_per_second, 15);
    check_near(rate.write_bytes_per_second, 400 * 512 / 2.0);
    check_near(rate.writes_merged_ratio, 0.75);
    check_near(rate.write_await_ms, 9);
    check_near(rate.mean_write_bytes, 40 * 512);
    check_near(rate.discards_per_second, 2);
    check_near(rate.discards_merged_per_second, 0.5);
    check_near(rate.discard_bytes_per_second, 32 * 512 / 2.0);
    check_near(rate.discards_merged_ratio, 0.2);
    check_near(rate.discard_await_ms, 1);
    check_near(rate.mean_discard_bytes, 8 * 512);
    check_near(rate.flushes_per_second, 1);
    check_near(rate.flush_await_ms, 5);
    check_near(rate.transfers_per_second, 57);
    check_near(rate.await_ms, (250 + 90 + 4) / 114.0);
    check_near(rate.mean_transfer_bytes, (1600 + 400 + 32) * 512 / 114.0);
    check_near(rate.queue_length, 1.25);
    check_near(rate.busy_ratio, 0.5);
    assert_int_equal(rate.in_flight, 7);
}

TEST(an_idle_device_has_rates_of_0_and_no_means)
{
    struct vmm_disk before = idle(), after = idle();
    struct vmm_disk_usage rate;

    assert_int_equal(between(&before, &after, SECOND, &rate), VMM_OK);
    check_near(rate.reads_per_second, 0);
    check_near(rate.write_bytes_per_second, 0);
    check_near(rate.discards_merged_per_second, 0);
    check_near(rate.flushes_per_second, 0);
    check_near(rate.transfers_per_second, 0);
    check_near(rate.queue_length, 0);
    check_near(rate.busy_ratio, 0);
    /* Without requests there is no mean. */
    check_nan(rate.read_await_ms);
    check_nan(rate.write_await_ms);
    check_nan(rate.discard_await_ms);
    check_nan(rate.flush_await_ms);
    check_nan(rate.await_ms);
    check_nan(rate.mean_read_bytes);
    check_nan(rate.mean_write_bytes);
    check_nan(rate.mean_discard_bytes);
    check_nan(rate.mean_transfer_bytes);
    check_nan(rate.reads_merged_ratio);
    check_nan(rate.writes_merged_ratio);
    check_nan(rate.discards_merged_ratio);
}

TEST(only_merged_requests)
{
    struct vmm_disk before = idle(), after = idle();
    struct vmm_disk_usage rate;

    after.reads_merged += 5;
    assert_int_equal(between(&before, &after, SECOND, &rate), VMM_OK);
    check_near(rate.reads_merged_ratio, 1);
    check_nan(rate.read_await_ms);
}

/* ---- counters ---- */

TEST(milliseconds_wrap_at_2_to_the_32)
{
    struct vmm_disk before = idle(), after = idle();
    struct vmm_disk_usage rate;

    after.reads += 10;
    after.writes += 10;
    after.discards += 10;
    after.flushes += 10;
    before.read_ms = WRAP - 40;
    after.read_ms = 60;
    before.write_ms = WRAP - 1;
    after.write_ms = 0;
    before.discard_ms = WRAP - 5;
    after.discard_ms = 15;
    before.flush_ms = WRAP - 1;
    after.flush_ms = 29;
    before.io_ms = WRAP - 100;
    after.io_ms = 150;
    before.weighted_io_ms = WRAP - 100;
    after.weighted_io_ms = 400;
    assert_int_equal(between(&before, &after, SECOND, &rate), VMM_OK);
    check_near(rate.read_await_ms, 10);
    check_near(rate.write_await_ms, 0.1);
    check_near(rate.discard_await_ms, 2);
    check_near(rate.flush_await_ms, 3);
    check_near(rate.await_ms, (100 + 1 + 20) / 30.0);
    check_near(rate.busy_ratio, 0.25);
    check_near(rate.queue_length, 0.5);
}

TEST(milliseconds_do_not_wrap_where_a_count_fell)
{
    struct vmm_disk before = idle(), after = idle();

    before.read_ms = WRAP - 40;
    after.read_ms = 60;
    after.flushes--;
    check_status(&before, &after, SECOND, VMM_RESET);
}

TEST(milliseconds_that_rather_stepped_back_are_unknown)
{
    struct vmm_disk before = idle(), after = idle();
    struct vmm_disk_usage rate;

    after.reads += 10;
    after.writes += 10;
    after.read_ms--;
    after.io_ms--;
    after.weighted_io_ms--;
    assert_int_equal(between(&before, &after, SECOND, &rate), VMM_OK);
    check_near(rate.reads_per_second, 10);
    check_nan(rate.read_await_ms);
    check_near(rate.write_await_ms, 0);
    check_nan(rate.await_ms);
    check_nan(rate.busy_ratio);
    check_nan(rate.queue_length);
    /* A wrap by less than half of 32 bits is a growth; by half or more it is unknown. */
    before.read_ms = WRAP - 1;
    after.read_ms = INT32_MAX - 1;
    assert_int_equal(between(&before, &after, SECOND, &rate), VMM_OK);
    check_near(rate.read_await_ms, INT32_MAX / 10.0);
    after.read_ms++;
    assert_int_equal(between(&before, &after, SECOND, &rate), VMM_OK);
    check_nan(rate.read_await_ms);
    /* Without a wrap it may be as much. */
    before.read_ms = 0;
    after.read_ms = UINT32_MAX;
    assert_int_equal(between(&before, &after, SECOND, &rate), VMM_OK);
    check_near(rate.read_await_ms, UINT32_MAX / 10.0);
}

TEST(milliseconds_of_more_than_32_bits_that_fell_are_a_reset)
{
    struct vmm_disk before = idle(), after = idle();

    before.read_ms = WRAP;
    after.read_ms = 0;
    check_status(&before, &after, SECOND, VMM_RESET);
}

/* Summed request time grows faster than time where requests are many. */
TEST(many_requests_at_once)
{
    struct vmm_disk before = idle(), after = idle();
    struct vmm_disk_usage rate;

    after.reads += 1000;
    after.read_ms += 64000;
    after.weighted_io_ms += 64000;
    after.io_ms += 1000;
    assert_int_equal(between(&before, &after, SECOND, &rate), VMM_OK);
    check_near(rate.read_await_ms, 64);
    check_near(rate.queue_length, 64);
    check_near(rate.busy_ratio, 1);
}

TEST(busy_for_longer_than_the_time)
{
    struct vmm_disk before = idle(), after = idle();
    struct vmm_disk_usage rate;

    after.io_ms = before.io_ms + 1120;
    assert_int_equal(between(&before, &after, SECOND, &rate), VMM_OK);
    check_near(rate.busy_ratio, 1);
    after.io_ms++;
    assert_int_equal(between(&before, &after, SECOND, &rate), VMM_OK);
    check_nan(rate.busy_ratio);
    check_near(rate.reads_per_second, 0);
    /* In a short time two ticks may be all of it. */
    after.io_ms = before.io_ms + 20;
    assert_int_equal(between(&before, &after, 1000000, &rate), VMM_OK);
    check_near(rate.busy_ratio, 1);
    after.io_ms = before.io_ms + 999;
    assert_int_equal(between(&before, &after, SECOND, &rate), VMM_OK);
    check_near(rate.busy_ratio, 0.999);
}

/* ---- unknown members ---- */

TEST(kernels_without_discards_and_flushes)
{
    struct vmm_disk before = disk_of("8 0 sda 1000 100 80000 5000 2000 200 160000 9000 1 7000 14000\n");
    struct vmm_disk after = disk_of("8 0 sda 1100 125 81600 5250 2010 230 160400 9090 0 8000 16500\n");
    struct vmm_disk_usage rate;

    assert_int_equal(between(&before, &after, SECOND, &rate), VMM_OK);
    check_near(rate.reads_per_second, 100);
    check_nan(rate.discards_per_second);
    check_nan(rate.discard_await_ms);
    check_nan(rate.flushes_per_second);
    check_nan(rate.flush_await_ms);
    check_near(rate.transfers_per_second, 110);
    check_near(rate.await_ms, 340 / 110.0);
    check_near(rate.mean_transfer_bytes, 2000 * 512 / 110.0);
    assert_int_equal(rate.in_flight, 0);
}

/* Altered kernels print any number of columns, so that a row may end inside those of discards. */
TEST(discards_of_which_only_a_part_is_known)
{
    struct vmm_disk before = disk_of("8 0 sda 1000 100 80000 5000 2000 200 160000 9000 1 7000 14000 30\n");
    struct vmm_disk after = disk_of("8 0 sda 1100 125 81600 5250 2010 230 160400 9090 0 8000 16500 34\n");
    struct vmm_disk_usage rate;

    assert_int_equal(between(&before, &after, SECOND, &rate), VMM_OK);
    check_near(rate.transfers_per_second, 114);
    check_near(rate.discards_per_second, 4);
    /* The means are over reads and writes. */
    check_near(rate.await_ms, 340 / 110.0);
    check_near(rate.mean_transfer_bytes, 2000 * 512 / 110.0);
    before.discard_ms = 60;
    after.discard_ms = 64;
    assert_int_equal(between(&before, &after, SECOND, &rate), VMM_OK);
    check_near(rate.await_ms, 344 / 114.0);
    check_near(rate.mean_transfer_bytes, 2000 * 512 / 110.0);
    before.discard_bytes = 0;
    after.discard_bytes = 512 * 32;
    assert_int_equal(between(&before, &after, SECOND, &rate), VMM_OK);
    check_near(rate.mean_transfer_bytes, 2032 * 512 / 114.0);
    /* A time that did not wrap but stepped back is unknown, too. */
    after.discard_ms = 59;
    assert_int_equal(between(&before, &after, SECOND, &rate), VMM_OK);
    check_near(rate.await_ms, 340 / 110.0);
    /* Without their number, the discards' time and size say nothing. */
    after.discard_ms = 64;
    after.discards = VMM_UNKNOWN;
    assert_int_equal(between(&before, &after, SECOND, &rate), VMM_OK);
    check_near(rate.transfers_per_second, 110);
    check_near(rate.await_ms, 340 / 110.0);
    check_near(rate.mean_transfer_bytes, 2000 * 512 / 110.0);
}

TEST(partitions_before_2_6_25)
{
    struct vmm_disk before = disk_of("8 1 sda1 10 80 20 160\n");
    struct vmm_disk after = disk_of("8 1 sda1 14 112 21 168\n");
    struct vmm_disk_usage rate;

    assert_int_equal(between(&before, &after, SECOND, &rate), VMM_OK);
    check_near(rate.reads_per_second, 4);
    check_near(rate.read_bytes_per_second, 32 * 512);
    check_near(rate.mean_read_bytes, 8 * 512);
    check_near(rate.writes_per_second, 1);
    check_near(rate.transfers_per_second, 5);
    check_nan(rate.reads_merged_ratio);
    check_nan(rate.read_await_ms);
    check_nan(rate.await_ms);
    check_nan(rate.busy_ratio);
    check_nan(rate.queue_length);
    check_unknown_number(rate.in_flight);
}

TEST(a_counter_known_in_one_sample_only)
{
    struct vmm_disk before = idle(), after = idle();
    struct vmm_disk_usage rate;

    after.reads += 4;
    after.read_ms += 8;
    before.read_bytes = VMM_UNKNOWN;
    after.writes = VMM_UNKNOWN;
    after.discard_ms = VMM_UNKNOWN;
    assert_int_equal(between(&before, &after, SECOND, &rate), VMM_OK);
    check_near(rate.reads_per_second, 4);
    check_near(rate.read_await_ms, 2);
    check_nan(rate.read_bytes_per_second);
    check_nan(rate.mean_read_bytes);
    check_nan(rate.writes_per_second);
    check_nan(rate.writes_merged_ratio);
    check_nan(rate.transfers_per_second);
    check_nan(rate.await_ms);
    check_nan(rate.mean_transfer_bytes);
    check_near(rate.discards_per_second, 0);
}

TEST(extreme_numbers)
{
    struct vmm_disk before = idle(), after = idle();
    struct vmm_disk_usage rate;

    after.reads = VMM_UNLIMITED - 1;
    after.reads_merged = VMM_UNLIMITED - 1;
    after.writes = VMM_UNLIMITED - 1;
    after.io_ms = VMM_UNLIMITED - 1;
    assert_int_equal(between(&before, &after, 1, &rate), VMM_OK);
    assert_true(rate.reads_per_second > 1e28 && rate.reads_per_second < 1e29);
    /* Sums that do not fit. */
    check_nan(rate.transfers_per_second);
    check_nan(rate.reads_merged_ratio);
    check_nan(rate.busy_ratio);
    assert_int_equal(between(&before, &after, INT64_MAX, &rate), VMM_OK);
    assert_true(rate.reads_per_second > 1.9e9 && rate.reads_per_second < 2.1e9);
    before.reads = VMM_UNLIMITED;
    after.in_flight = VMM_UNLIMITED;
    assert_int_equal(between(&before, &after, SECOND, &rate), VMM_OK);
    check_nan(rate.reads_per_second);
    check_unknown_number(rate.in_flight);
}
