/* iostat's numbers. */
#include "support.h"

#include <string.h>

#define SECOND INT64_C(1000000000)
#define WRAP UINT64_C(4294967296)

static struct vmm_disk unknown_disk(void)
{
    struct vmm_disk disk;

    assert_int_equal(vmm_record_init(VMM_RECORD_DISK, &disk, sizeof disk), VMM_OK);
    return disk;
}

/* A device of which everything is known. */
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
                          struct vmm_disk_rate *rate)
{
    vmm_status status;

    memset(rate, 0x5a, sizeof *rate);
    status = vmm_disk_rate_between(before, after, elapsed_ns, rate, sizeof *rate);
    assert_int_equal(rate->size, sizeof *rate);
    if (status != VMM_OK)
        check_unknown(VMM_RECORD_DISK_RATE, rate);
    return status;
}

static void check_status(const struct vmm_disk *before, const struct vmm_disk *after, int64_t elapsed_ns,
                         vmm_status wanted)
{
    struct vmm_disk_rate rate;

    assert_int_equal(between(before, after, elapsed_ns, &rate), wanted);
}

static void test_numbers_of_iostat(void **state)
{
    struct vmm_disk before = idle();
    struct vmm_disk after =
        disk_of("254 16 vdb 1100 125 81600 5250 2010 230 160400 9090 7 8000 16500 34 4 2432 64 42 410\n");
    struct vmm_disk_rate rate;

    (void)state;
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
    check_near(rate.written_bytes_per_second, 400 * 512 / 2.0);
    check_near(rate.writes_merged_ratio, 0.75);
    check_near(rate.write_await_ms, 9);
    check_near(rate.mean_write_bytes, 40 * 512);
    check_near(rate.discards_per_second, 2);
    check_near(rate.discards_merged_per_second, 0.5);
    check_near(rate.discarded_bytes_per_second, 32 * 512 / 2.0);
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

static void test_an_idle_device_has_rates_of_0_and_no_means(void **state)
{
    struct vmm_disk before = idle(), after = idle();
    struct vmm_disk_rate rate;

    (void)state;
    assert_int_equal(between(&before, &after, SECOND, &rate), VMM_OK);
    check_near(rate.reads_per_second, 0);
    check_near(rate.written_bytes_per_second, 0);
    check_near(rate.discards_merged_per_second, 0);
    check_near(rate.flushes_per_second, 0);
    check_near(rate.transfers_per_second, 0);
    check_near(rate.queue_length, 0);
    check_near(rate.busy_ratio, 0);
    /* A26: nothing is not divided. */
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

static void test_only_merged_requests(void **state)
{
    struct vmm_disk before = idle(), after = idle();
    struct vmm_disk_rate rate;

    (void)state;
    after.reads_merged += 5;
    assert_int_equal(between(&before, &after, SECOND, &rate), VMM_OK);
    check_near(rate.reads_merged_ratio, 1);
    check_nan(rate.read_await_ms);
}

static void test_the_first_sample_gives_nothing(void **state)
{
    struct vmm_disk before = idle(), after = idle();

    (void)state;
    check_status(NULL, &after, SECOND, VMM_FIRST);
    before.size = 0;
    check_status(&before, &after, SECOND, VMM_FIRST);
    check_status(&before, &after, 0, VMM_FIRST);
}

static void test_no_time_elapsed(void **state)
{
    struct vmm_disk before = idle(), after = idle();

    (void)state;
    check_status(&before, &after, 0, VMM_NO_INTERVAL);
    check_status(&before, &after, -1, VMM_NO_INTERVAL);
    check_status(&before, &after, INT64_MIN, VMM_NO_INTERVAL);
    after.reads = 0;
    check_status(&before, &after, 0, VMM_NO_INTERVAL);
}

/* ---- identity ---- */

/* A27, B3.3: numbers and names are used again. */
static void test_another_device_is_a_reset(void **state)
{
    struct vmm_disk before = idle(), after = idle();

    (void)state;
    after.major = 8;
    check_status(&before, &after, SECOND, VMM_RESET);
    after = idle();
    after.minor = 17;
    check_status(&before, &after, SECOND, VMM_RESET);
    after = idle();
    memcpy(after.name, "vdc", 4);
    check_status(&before, &after, SECOND, VMM_RESET);
    memcpy(after.name, "vdb1", 5);
    check_status(&before, &after, SECOND, VMM_RESET);
    memcpy(after.name, "vd", 3);
    check_status(&before, &after, SECOND, VMM_RESET);
    after = idle();
    before.diskseq = 5;
    after.diskseq = 6;
    check_status(&before, &after, SECOND, VMM_RESET);
    after.diskseq = 5;
    check_status(&before, &after, SECOND, VMM_OK);
}

static void test_what_only_one_sample_knows_of_the_device_does_not_count(void **state)
{
    struct vmm_disk before = idle(), after = idle();

    (void)state;
    before.diskseq = 5;
    after.major = VMM_UNKNOWN;
    before.minor = VMM_UNKNOWN;
    memset(after.name, 0, sizeof after.name);
    check_status(&before, &after, SECOND, VMM_OK);
    check_status(&after, &before, SECOND, VMM_OK);
}

/* Behind its NUL a name may hold anything, and its NUL may be missing. */
static void test_names_end_at_their_nul(void **state)
{
    struct vmm_disk before = idle(), after = idle();

    (void)state;
    memset(before.name + 4, 'x', sizeof before.name - 4);
    check_status(&before, &after, SECOND, VMM_OK);
    memset(before.name, 'x', sizeof before.name);
    memset(after.name, 'x', sizeof after.name);
    check_status(&before, &after, SECOND, VMM_OK);
    after.name[31] = 'y';
    check_status(&before, &after, SECOND, VMM_RESET);
}

/* ---- counters ---- */

/* A29, B3.3: counts are of the kernel's width, which is not guessed. */
static void test_a_count_that_fell_is_a_reset(void **state)
{
    static const size_t counts[] = {
        offsetof(struct vmm_disk, reads),           offsetof(struct vmm_disk, reads_merged),
        offsetof(struct vmm_disk, read_bytes),      offsetof(struct vmm_disk, writes),
        offsetof(struct vmm_disk, writes_merged),   offsetof(struct vmm_disk, written_bytes),
        offsetof(struct vmm_disk, discards),        offsetof(struct vmm_disk, discards_merged),
        offsetof(struct vmm_disk, discarded_bytes), offsetof(struct vmm_disk, flushes),
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(counts); i++) {
        struct vmm_disk before = idle(), after = idle();
        uint64_t *old = (uint64_t *)(void *)((char *)&before + counts[i]);
        uint64_t *new = (uint64_t *)(void *)((char *)&after + counts[i]);

        *new = *old - 1;
        check_status(&before, &after, SECOND, VMM_RESET);
        /* Neither at 2^32. */
        *old = UINT32_MAX;
        *new = 0;
        check_status(&before, &after, SECOND, VMM_RESET);
    }
}

/* A25, B3.2 */
static void test_milliseconds_wrap_at_2_to_the_32(void **state)
{
    struct vmm_disk before = idle(), after = idle();
    struct vmm_disk_rate rate;

    (void)state;
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

static void test_milliseconds_do_not_wrap_where_a_count_fell(void **state)
{
    struct vmm_disk before = idle(), after = idle();

    (void)state;
    before.read_ms = WRAP - 40;
    after.read_ms = 60;
    after.flushes--;
    check_status(&before, &after, SECOND, VMM_RESET);
}

static void test_milliseconds_that_rather_stepped_back_are_unknown(void **state)
{
    struct vmm_disk before = idle(), after = idle();
    struct vmm_disk_rate rate;

    (void)state;
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
    /* Where that begins. */
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

static void test_milliseconds_of_more_than_32_bits_that_fell_are_a_reset(void **state)
{
    struct vmm_disk before = idle(), after = idle();

    (void)state;
    before.read_ms = WRAP;
    after.read_ms = 0;
    check_status(&before, &after, SECOND, VMM_RESET);
}

/* Summed request time grows faster than time where requests are many. */
static void test_many_requests_at_once(void **state)
{
    struct vmm_disk before = idle(), after = idle();
    struct vmm_disk_rate rate;

    (void)state;
    after.reads += 1000;
    after.read_ms += 64000;
    after.weighted_io_ms += 64000;
    after.io_ms += 1000;
    assert_int_equal(between(&before, &after, SECOND, &rate), VMM_OK);
    check_near(rate.read_await_ms, 64);
    check_near(rate.queue_length, 64);
    check_near(rate.busy_ratio, 1);
}

/* A26 */
static void test_busy_for_longer_than_the_time(void **state)
{
    struct vmm_disk before = idle(), after = idle();
    struct vmm_disk_rate rate;

    (void)state;
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

/* ---- what is not known ---- */

static void test_no_counter_is_known(void **state)
{
    struct vmm_disk before = unknown_disk(), after = unknown_disk(), whole = idle();

    (void)state;
    check_status(&before, &after, SECOND, VMM_E_EMPTY);
    check_status(&before, &whole, SECOND, VMM_E_EMPTY);
    /* A level is no counter. */
    before.in_flight = 1;
    after.in_flight = 1;
    before.size_bytes = 5;
    after.size_bytes = 5;
    check_status(&before, &after, SECOND, VMM_E_EMPTY);
}

static void test_kernels_without_discards_and_flushes(void **state)
{
    struct vmm_disk before = disk_of("8 0 sda 1000 100 80000 5000 2000 200 160000 9000 1 7000 14000\n");
    struct vmm_disk after = disk_of("8 0 sda 1100 125 81600 5250 2010 230 160400 9090 0 8000 16500\n");
    struct vmm_disk_rate rate;

    (void)state;
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
static void test_discards_of_which_only_a_part_is_known(void **state)
{
    struct vmm_disk before = disk_of("8 0 sda 1000 100 80000 5000 2000 200 160000 9000 1 7000 14000 30\n");
    struct vmm_disk after = disk_of("8 0 sda 1100 125 81600 5250 2010 230 160400 9090 0 8000 16500 34\n");
    struct vmm_disk_rate rate;

    (void)state;
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
    before.discarded_bytes = 0;
    after.discarded_bytes = 512 * 32;
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

static void test_partitions_before_2_6_25(void **state)
{
    struct vmm_disk before = disk_of("8 1 sda1 10 80 20 160\n");
    struct vmm_disk after = disk_of("8 1 sda1 14 112 21 168\n");
    struct vmm_disk_rate rate;

    (void)state;
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

static void test_a_counter_known_in_one_sample_only(void **state)
{
    struct vmm_disk before = idle(), after = idle();
    struct vmm_disk_rate rate;

    (void)state;
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

static void test_each_member_that_is_unknown_spoils_only_what_needs_it(void **state)
{
    struct vmm_field field;
    unsigned known = 0;

    (void)state;
    for (uint32_t i = 0; field_of(VMM_RECORD_DISK, i, &field); i++) {
        struct vmm_disk before = idle(), after = idle();
        struct vmm_disk_rate rate;

        memset((char *)&after + field.offset, field.type == VMM_TYPE_NAME ? 0 : 0xff, (size_t)field.bytes);
        assert_int_equal(between(&before, &after, SECOND, &rate), VMM_OK);
        known += !is_nan(rate.reads_per_second);
        assert_int_equal(is_nan(rate.reads_per_second), strcmp(field.name, "reads") == 0);
        assert_int_equal(is_nan(rate.busy_ratio), strcmp(field.name, "io_ms") == 0);
        assert_int_equal(is_nan(rate.queue_length), strcmp(field.name, "weighted_io_ms") == 0);
        assert_int_equal(is_nan(rate.flushes_per_second), strcmp(field.name, "flushes") == 0);
        assert_int_equal(is_nan(rate.written_bytes_per_second), strcmp(field.name, "written_bytes") == 0);
        assert_int_equal(rate.major == VMM_UNKNOWN, strcmp(field.name, "major") == 0);
        assert_int_equal(rate.in_flight == VMM_UNKNOWN, strcmp(field.name, "in_flight") == 0);
    }
    assert_int_equal(known, 24);
}

static void test_extreme_numbers(void **state)
{
    struct vmm_disk before = idle(), after = idle();
    struct vmm_disk_rate rate;

    (void)state;
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

/* ---- sizes ---- */

static void test_shorter_records_as_input(void **state)
{
    (void)state;
    for (uint64_t size = 8; size <= sizeof(struct vmm_disk); size++) {
        struct vmm_disk before = idle(), after = idle();
        struct vmm_disk_rate rate;
        bool any = size >= offsetof(struct vmm_disk, reads) + 8;

        /* What lies behind the size must not be looked at. */
        if (size < offsetof(struct vmm_disk, minor) + 8)
            after.minor++;
        if (size < offsetof(struct vmm_disk, name) + sizeof after.name)
            after.name[0] = 'x';
        if (size < offsetof(struct vmm_disk, flushes) + 8)
            after.flushes = 0;
        after.size = size;
        assert_int_equal(between(&before, &after, SECOND, &rate), any ? VMM_OK : VMM_E_EMPTY);
        assert_int_equal(is_nan(rate.reads_per_second), !any);
        assert_int_equal(is_nan(rate.flushes_per_second), size < offsetof(struct vmm_disk, flushes) + 8);
        assert_int_equal(between(&after, &before, SECOND, &rate), any ? VMM_OK : VMM_E_EMPTY);
    }
}

static void test_outputs_of_every_size(void **state)
{
    struct vmm_disk before = idle(), after = idle();
    struct vmm_disk_rate whole;
    struct vmm_field field;

    (void)state;
    after.reads += 5;
    assert_int_equal(between(&before, &after, SECOND, &whole), VMM_OK);
    for (size_t size = 8; size <= 2 * sizeof whole; size++) {
        struct record out, wanted;

        memset(&wanted, 0x5a, sizeof wanted);
        memset(&wanted, 0xff, size);
        wanted.words[0] = size < sizeof whole ? size : sizeof whole;
        for (uint32_t i = 0; field_of(VMM_RECORD_DISK_RATE, i, &field); i++)
            if (field.offset + field.bytes <= size)
                memcpy((char *)&wanted + field.offset, (const char *)&whole + field.offset, (size_t)field.bytes);
        memset(&out, 0x5a, sizeof out);
        assert_int_equal(vmm_disk_rate_between(&before, &after, SECOND, (struct vmm_disk_rate *)(void *)&out, size),
                         VMM_OK);
        assert_memory_equal(&out, &wanted, sizeof out);
    }
}

static void test_arguments(void **state)
{
    struct vmm_disk before = idle(), after = idle();
    struct vmm_disk_rate rate, untouched;

    (void)state;
    memset(&untouched, 0x5a, sizeof untouched);
    check_status(&before, NULL, SECOND, VMM_E_ARGUMENT);
    assert_int_equal(vmm_disk_rate_between(&before, &after, SECOND, NULL, sizeof rate), VMM_E_ARGUMENT);
    for (size_t size = 0; size < 8; size++) {
        rate = untouched;
        assert_int_equal(vmm_disk_rate_between(&before, &after, SECOND, &rate, size), VMM_E_ARGUMENT);
        assert_memory_equal(&rate, &untouched, sizeof rate);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers_of_iostat),
        cmocka_unit_test(test_an_idle_device_has_rates_of_0_and_no_means),
        cmocka_unit_test(test_only_merged_requests),
        cmocka_unit_test(test_the_first_sample_gives_nothing),
        cmocka_unit_test(test_no_time_elapsed),
        cmocka_unit_test(test_another_device_is_a_reset),
        cmocka_unit_test(test_what_only_one_sample_knows_of_the_device_does_not_count),
        cmocka_unit_test(test_names_end_at_their_nul),
        cmocka_unit_test(test_a_count_that_fell_is_a_reset),
        cmocka_unit_test(test_milliseconds_wrap_at_2_to_the_32),
        cmocka_unit_test(test_milliseconds_do_not_wrap_where_a_count_fell),
        cmocka_unit_test(test_milliseconds_that_rather_stepped_back_are_unknown),
        cmocka_unit_test(test_milliseconds_of_more_than_32_bits_that_fell_are_a_reset),
        cmocka_unit_test(test_many_requests_at_once),
        cmocka_unit_test(test_busy_for_longer_than_the_time),
        cmocka_unit_test(test_no_counter_is_known),
        cmocka_unit_test(test_kernels_without_discards_and_flushes),
        cmocka_unit_test(test_discards_of_which_only_a_part_is_known),
        cmocka_unit_test(test_partitions_before_2_6_25),
        cmocka_unit_test(test_a_counter_known_in_one_sample_only),
        cmocka_unit_test(test_each_member_that_is_unknown_spoils_only_what_needs_it),
        cmocka_unit_test(test_extreme_numbers),
        cmocka_unit_test(test_shorter_records_as_input),
        cmocka_unit_test(test_outputs_of_every_size),
        cmocka_unit_test(test_arguments),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
