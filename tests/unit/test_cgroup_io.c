/* SPDX-License-Identifier: MIT */
/* A cgroup's I/O files, a device a row. */
#include "test.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum {
    STAT = VMM_FILE_CGROUP_IO_STAT,
    MAX = VMM_FILE_CGROUP_IO_MAX,
    BYTES = VMM_FILE_CGROUP_BLKIO_THROTTLE_IO_SERVICE_BYTES,
    OPERATIONS = VMM_FILE_CGROUP_BLKIO_THROTTLE_IO_SERVICED,
    BYTES_BELOW = VMM_FILE_CGROUP_BLKIO_THROTTLE_IO_SERVICE_BYTES_RECURSIVE,
    OPERATIONS_BELOW = VMM_FILE_CGROUP_BLKIO_THROTTLE_IO_SERVICED_RECURSIVE,
    FIRST_LIMIT = VMM_FILE_CGROUP_BLKIO_THROTTLE_READ_BPS_DEVICE,
    LAST = VMM_FILE_CGROUP_BLKIO_THROTTLE_WRITE_IOPS_DEVICE
};

/* Where members stand in a record, in words. */
enum { MAJOR = 2, MINOR, INSTANCE, RBYTES, WBYTES, RIOS, WIOS, DBYTES, DIOS, MAX_RBPS, MAX_WBPS, MAX_RIOPS, MAX_WIOPS };

#define NO VMM_UNKNOWN
#define UNLIMITED VMM_UNLIMITED

static const struct format *format_of(uint32_t file)
{
    return &cgroup_io_group.formats[file - STAT];
}

/* ---- all rows of a text ---- */

enum { MANY = 16 };

struct rows {
    struct vmm_cgroup_io row[MANY];
    /* How many rows there are, and how many calls said something else before the end. */
    size_t count, refused, cut;
};

/* Reads all rows, also as the reference reads them. */
static struct rows rows_of(uint32_t file, const char *bytes, size_t length)
{
    struct vmm_text text = vmm_text_of(bytes, length);
    struct vmm_cgroup_io row;
    struct rows rows = {.count = 0};
    vmm_status status;

    check_piece(format_of(file), bytes, length);
    while ((status = vmm_cgroup_io_next(&text, file, &row, sizeof row)) != VMM_END) {
        if (status == VMM_OK && rows.count < MANY)
            rows.row[rows.count] = row;
        rows.count += status == VMM_OK;
        rows.refused += status == VMM_E_SYNTAX;
        rows.cut += status == VMM_E_TRUNCATED;
    }
    return rows;
}

/* Of a text in which nothing is wrong. */
static struct rows good_rows_of(uint32_t file, const char *string)
{
    struct rows rows = rows_of(file, string, strlen(string));

    assert_int_equal(rows.refused, 0);
    assert_int_equal(rows.cut, 0);
    assert_true(rows.count <= MANY);
    return rows;
}

/* Compares all members but instance_id, which no file says. */
static void check_row(const struct vmm_cgroup_io *row, const uint64_t *wanted)
{
    uint64_t words[sizeof *row / sizeof(uint64_t)];

    memcpy(words, row, sizeof words);
    assert_int_equal(words[0], sizeof *row);
    assert_int_equal(words[INSTANCE], NO);
    assert_int_equal(words[MAJOR], wanted[0]);
    assert_int_equal(words[MINOR], wanted[1]);
    for (unsigned i = RBYTES; i <= MAX_WIOPS; i++)
        assert_int_equal(words[i], wanted[i - RBYTES + 2]);
}

#define LIMITS_UNKNOWN NO, NO, NO, NO
/* A row of io.stat; one of io.max. */
#define CHECK_STAT(row, major, minor, ...)                                                                             \
    check_row(&(row), (const uint64_t[]){major, minor, __VA_ARGS__, LIMITS_UNKNOWN})
#define CHECK_MAX(row, major, minor, ...)                                                                              \
    check_row(&(row), (const uint64_t[]){major, minor, NO, NO, NO, NO, NO, NO, __VA_ARGS__})
#define CHECK_BARE(row, major, minor) CHECK_MAX(row, major, minor, LIMITS_UNKNOWN)
/* Of version 1: read, written, discarded. */
#define CHECK_BYTES(row, major, minor, r, w, d) CHECK_STAT(row, major, minor, r, w, NO, NO, d, NO)
#define CHECK_OPERATIONS(row, major, minor, r, w, d) CHECK_STAT(row, major, minor, NO, NO, r, w, NO, d)

static struct vmm_cgroup_io the_row(uint32_t file, const char *string)
{
    struct rows rows = good_rows_of(file, string);

    assert_int_equal(rows.count, 1);
    return rows.row[0];
}

/* What is left of a row of several lines knows less than the whole, but nothing else. */
static void check_part(const struct vmm_cgroup_io *part, const struct vmm_cgroup_io *whole)
{
    for (size_t offset = 8; offset < sizeof *part; offset += 8)
        assert_true(ref_load(part, offset) == ref_load(whole, offset) ||
                    (ref_load(part, offset) == NO && offset > 8 * MINOR));
}

/* The rows of a sample; and cut at every length it has no others, and is found to be cut. */
static struct rows sample_rows(uint32_t file, const char *name)
{
    struct sample sample = sample_load(name);
    const char *bytes = sample.length == 0 ? "" : sample.bytes;
    struct rows whole = rows_of(file, bytes, sample.length);

    assert_int_equal(whole.refused, 0);
    assert_true(whole.count <= MANY);
    for (size_t at = 0; at < sample.length; at += at < 300 ? 1 : chance_step()) {
        struct rows rows = rows_of(file, bytes, at);
        bool in_line = at > 0 && bytes[at - 1] != '\n';

        assert_int_equal(rows.refused, 0);
        assert_int_equal(rows.cut, in_line);
        assert_true(rows.count <= whole.count);
        for (size_t i = 0; i < rows.count; i++) {
            if (file >= BYTES && file < FIRST_LIMIT && i + 1 == rows.count && !in_line)
                check_part(&rows.row[i], &whole.row[i]);
            else
                assert_memory_equal(&rows.row[i], &whole.row[i], sizeof rows.row[i]);
        }
    }
    sample_free(&sample);
    return whole;
}

/* ---- samples ---- */

TEST(sample_of_linux_4_5)
{
    struct rows rows = sample_rows(STAT, "cgroup-io/linux-4.5-io.stat");

    assert_int_equal(rows.count, 2);
    CHECK_STAT(rows.row[0], 8, 16, 1459200, 314773504, 192, 353, NO, NO);
    CHECK_STAT(rows.row[1], 8, 0, 90430464, 299008000, 8950, 1252, NO, NO);
}

TEST(sample_of_linux_5_4)
{
    struct rows rows = sample_rows(STAT, "cgroup-io/linux-5.4-io.stat");

    assert_int_equal(rows.count, 3);
    CHECK_STAT(rows.row[0], 259, 0, 7315283968, 51740655616, 283014, 2213344, 0, 0);
    CHECK_STAT(rows.row[1], 253, 0, 6932463616, 51740655616, 236103, 2411873, 44040192, 17);
    CHECK_STAT(rows.row[2], 8, 0, 0, 4096, 0, 1, 0, 0);
}

/* Words of controllers, some of them no whole numbers, are skipped. */
TEST(sample_with_words_of_controllers)
{
    struct rows rows = sample_rows(STAT, "cgroup-io/linux-5.10-root-io.stat-cost");

    assert_int_equal(rows.count, 3);
    CHECK_STAT(rows.row[0], 259, 0, 1316294656, 9011200, 27104, 1022, 0, 0);
    CHECK_STAT(rows.row[1], 8, 0, 5197824, 0, 310, 0, 0, 0);
    CHECK_STAT(rows.row[2], 8, 16, 8192, 0, 2, 0, 0, 0);
}

/* So are those of a scheduler, some without a value. */
TEST(sample_with_words_of_a_scheduler)
{
    struct rows rows = sample_rows(STAT, "cgroup-io/android-5.10-io.stat-scheduler");

    assert_int_equal(rows.count, 1);
    CHECK_STAT(rows.row[0], 254, 42, 25767936, 4616192, 1243, 371, 0, 0);
}

/* Each is a row, and the values are those of the last. */
TEST(sample_with_several_devices_on_a_line)
{
    static const struct {
        uint64_t major, minor;
    } bare[] = {{7, 7}, {7, 6}, {7, 5}, {7, 3}, {7, 2}, {7, 1}, {7, 0}};
    struct rows rows = sample_rows(STAT, "cgroup-io/linux-5.15-io.stat-several-on-a-line");

    assert_int_equal(rows.count, 10);
    for (size_t i = 0; i < COUNT_OF(bare); i++)
        CHECK_BARE(rows.row[i < 3 ? i : i + 1], bare[i].major, bare[i].minor);
    CHECK_STAT(rows.row[3], 7, 4, 327680, 0, 9, 0, 0, 0);
    CHECK_STAT(rows.row[8], 253, 0, 2281472, 24576, 101, 6, 0, 0);
    CHECK_STAT(rows.row[9], 8, 0, 4825088, 28672, 213, 7, 12288, 2);
}

/* The last device cannot be told from one that was cut, and no row before it suffers. */
TEST(sample_that_ends_in_a_line)
{
    struct rows rows = sample_rows(STAT, "cgroup-io/linux-5.15-io.stat-ends-in-a-line");

    assert_int_equal(rows.count, 3);
    assert_int_equal(rows.cut, 1);
    CHECK_STAT(rows.row[0], 8, 0, 4825088, 28672, 213, 7, 12288, 2);
    CHECK_BARE(rows.row[1], 7, 1);
    CHECK_BARE(rows.row[2], 7, 0);
}

/* After a blank the line ends. Two blanks are before words where the usual ones are missing. */
TEST(sample_with_lines_without_values)
{
    struct rows rows = sample_rows(STAT, "cgroup-io/linux-6.1-io.stat-without-values");

    assert_int_equal(rows.count, 6);
    CHECK_BARE(rows.row[0], 253, 10);
    CHECK_STAT(rows.row[1], 253, 9, 4096, 0, 1, 0, 0, 0);
    CHECK_BARE(rows.row[2], 7, 0);
    CHECK_BARE(rows.row[3], 8, 0);
    CHECK_STAT(rows.row[4], 8, 16, 180224, 0, 21, 0, 0, 0);
    CHECK_BARE(rows.row[5], 11, 0);
}

TEST(sample_without_values_or_blank)
{
    struct rows rows = sample_rows(STAT, "cgroup-io/written-io.stat-without-values-or-blank");

    assert_int_equal(rows.count, 2);
    CHECK_BARE(rows.row[0], 253, 1);
    CHECK_STAT(rows.row[1], 253, 0, 12288, 0, 3, 0, 0, 0);
}

/* Rows without numbers, and the others as ever. */
TEST(sample_with_unknown_devices)
{
    struct rows rows = sample_rows(STAT, "cgroup-io/linux-6.8-io.stat-unknown-devices");

    assert_int_equal(rows.count, 4);
    CHECK_STAT(rows.row[0], NO, NO, 1376256, 8192, 84, 2, 0, 0);
    CHECK_BARE(rows.row[1], NO, NO);
    CHECK_STAT(rows.row[2], 8, 0, 40960, 4096, 10, 1, 0, 0);
    CHECK_STAT(rows.row[3], NO, NO, 512, 0, 1, 0, 0, 0);
}

/* Words may come in any order. */
TEST(sample_in_another_order)
{
    struct rows rows = sample_rows(STAT, "cgroup-io/written-io.stat-another-order");

    assert_int_equal(rows.count, 1);
    CHECK_STAT(rows.row[0], 8, 0, 1, 2, 3, 4, 5, 6);
}

TEST(sample_with_words_of_the_future)
{
    struct rows rows = sample_rows(STAT, "cgroup-io/written-io.stat-future-words");

    assert_int_equal(rows.count, 2);
    CHECK_STAT(rows.row[0], 8, 0, 1, 2, 3, 4, 5, 6);
    CHECK_BARE(rows.row[1], 8, 16);
}

TEST(sample_with_extreme_numbers)
{
    struct rows rows = sample_rows(STAT, "cgroup-io/written-io.stat-extreme-numbers");

    assert_int_equal(rows.count, 2);
    CHECK_STAT(rows.row[0], 4095, 1048575, UINT64_MAX - 2, NO, NO, NO, NO, 12);
    CHECK_STAT(rows.row[1], UINT64_MAX - 2, 0, UINT64_C(999999999999999), UINT64_C(1000000000000000), 99999999,
               100000000, UINT64_C(12345678901234567890), 0);
}

/* A healthy file may be empty. */
TEST(sample_that_is_empty)
{
    struct rows rows = sample_rows(STAT, "cgroup-io/linux-6.18-io.stat-empty");

    assert_int_equal(rows.count, 0);
    assert_int_equal(rows.cut, 0);
}

/* `max` is not a number. */
TEST(sample_of_limits)
{
    struct rows rows = sample_rows(MAX, "cgroup-io/linux-6.18-io.max");

    assert_int_equal(rows.count, 3);
    CHECK_MAX(rows.row[0], 8, 16, 2097152, UNLIMITED, UNLIMITED, 120);
    CHECK_MAX(rows.row[1], 8, 0, UNLIMITED, UNLIMITED, UINT32_MAX - 1, UNLIMITED);
    CHECK_MAX(rows.row[2], 259, 0, 1073741824, 1073741824, 10000, 5000);
}

/* Several lines are one device; the file ends with a total. */
TEST(samples_of_linux_6_18_v1)
{
    struct rows rows = sample_rows(BYTES, "cgroup-io/linux-6.18-x86_64-v1-io_service_bytes");

    assert_int_equal(rows.count, 1);
    CHECK_BYTES(rows.row[0], 254, 0, 2678784, 2629632, 0);
    rows = sample_rows(BYTES_BELOW, "cgroup-io/linux-6.18-x86_64-v1-io_service_bytes_recursive");
    assert_int_equal(rows.count, 1);
    CHECK_BYTES(rows.row[0], 254, 0, 3088384, 2629632, 0);
    rows = sample_rows(OPERATIONS, "cgroup-io/linux-6.18-x86_64-v1-io_serviced");
    assert_int_equal(rows.count, 1);
    CHECK_OPERATIONS(rows.row[0], 254, 0, 43, 43, 0);
    rows = sample_rows(OPERATIONS_BELOW, "cgroup-io/linux-6.18-x86_64-v1-io_serviced_recursive");
    assert_int_equal(rows.count, 1);
    CHECK_OPERATIONS(rows.row[0], 254, 0, 143, 43, 0);
    rows = sample_rows(BYTES, "cgroup-io/linux-6.18-x86_64-v1-root-io_service_bytes");
    assert_int_equal(rows.count, 2);
    CHECK_BYTES(rows.row[0], 254, 0, 182833152, 356339712, 251784773632);
    CHECK_BYTES(rows.row[1], 7, 0, 0, 0, 0);
}

TEST(samples_of_limits_v1)
{
    struct rows rows = sample_rows(FIRST_LIMIT, "cgroup-io/linux-6.18-x86_64-v1-read_bps_device");

    assert_int_equal(rows.count, 1);
    CHECK_MAX(rows.row[0], 254, 0, 104857600, NO, NO, NO);
    rows = sample_rows(FIRST_LIMIT + 1, "cgroup-io/linux-6.18-x86_64-v1-write_bps_device");
    CHECK_MAX(rows.row[0], 254, 0, NO, 104857600, NO, NO);
    rows = sample_rows(FIRST_LIMIT + 2, "cgroup-io/linux-6.18-x86_64-v1-read_iops_device");
    CHECK_MAX(rows.row[0], 254, 0, NO, NO, 2000, NO);
    rows = sample_rows(FIRST_LIMIT + 3, "cgroup-io/linux-6.18-x86_64-v1-write_iops_device");
    CHECK_MAX(rows.row[0], 254, 0, NO, NO, NO, 1000);
    rows = sample_rows(FIRST_LIMIT + 1, "cgroup-io/linux-4.19-v1-write_bps_device");
    assert_int_equal(rows.count, 3);
    CHECK_MAX(rows.row[0], 8, 0, NO, 1048576, NO, NO);
    CHECK_MAX(rows.row[1], 8, 16, NO, UINT64_MAX - 2, NO, NO);
    CHECK_MAX(rows.row[2], 253, 4, NO, 1, NO, NO);
}

/* Where there is no device, the total is alone. */
TEST(sample_with_only_a_total)
{
    struct rows rows = sample_rows(BYTES, "cgroup-io/linux-6.18-x86_64-v1-io_service_bytes-no-device");

    assert_int_equal(rows.count, 0);
    assert_int_equal(rows.cut, 0);
}

/* `Discard` came with 4.19. */
TEST(sample_without_discards)
{
    struct rows rows = sample_rows(BYTES, "cgroup-io/linux-4.4-v1-io_service_bytes");

    assert_int_equal(rows.count, 2);
    CHECK_BYTES(rows.row[0], 8, 0, 1459200, 314773504, NO);
    CHECK_BYTES(rows.row[1], 253, 0, 700416, 0, NO);
}

TEST(sample_of_several_devices)
{
    struct rows rows = sample_rows(OPERATIONS_BELOW, "cgroup-io/linux-5.10-v1-io_serviced_recursive");

    assert_int_equal(rows.count, 3);
    CHECK_OPERATIONS(rows.row[0], 259, 0, 9120, 88, 12);
    CHECK_OPERATIONS(rows.row[1], 8, 0, 0, 0, 0);
    CHECK_OPERATIONS(rows.row[2], 8, 1, 7, 1, 0);
}

/* Two that have no number are still two. */
TEST(sample_with_unknown_devices_v1)
{
    struct rows rows = sample_rows(BYTES, "cgroup-io/linux-5.15-v1-io_service_bytes-unknown-devices");

    assert_int_equal(rows.count, 3);
    CHECK_BYTES(rows.row[0], NO, NO, 512, 0, 0);
    CHECK_BYTES(rows.row[1], NO, NO, 4096, 8192, 1024);
    CHECK_BYTES(rows.row[2], 8, 0, 1, 2, 3);
}

TEST(sample_with_operations_of_the_future)
{
    struct rows rows = sample_rows(OPERATIONS, "cgroup-io/written-v1-io_serviced-future-operations");

    assert_int_equal(rows.count, 3);
    CHECK_OPERATIONS(rows.row[0], 8, 0, 1, 2, 3);
    CHECK_BARE(rows.row[1], 8, 16);
    CHECK_OPERATIONS(rows.row[2], 8, 32, 5, NO, NO);
}

/* ---- the file ---- */

TEST(a_file_knows_its_own_members_only)
{
    static const char line[] = "8:0 rbytes=1 wbytes=2 rios=3 wios=4 dbytes=5 dios=6 rbps=7 wbps=8 riops=9 wiops=10\n";
    struct vmm_cgroup_io row = the_row(STAT, line);

    CHECK_STAT(row, 8, 0, 1, 2, 3, 4, 5, 6);
    row = the_row(MAX, line);
    CHECK_MAX(row, 8, 0, 7, 8, 9, 10);
    row = the_row(BYTES, line);
    CHECK_BARE(row, 8, 0);
}

/* ---- devices ---- */

TEST(devices_of_every_number)
{
    static const uint64_t numbers[] = {0,
                                       1,
                                       9,
                                       10,
                                       255,
                                       4095,
                                       99999999,
                                       100000000,
                                       UINT32_MAX,
                                       UINT64_C(999999999999999),
                                       UINT64_C(1000000000000000),
                                       UINT64_MAX - 2};

    for (uint32_t file = STAT; file <= LAST; file++)
        for (size_t i = 0; i < COUNT_OF(numbers); i++)
            for (size_t k = 0; k < COUNT_OF(numbers); k++) {
                struct vmm_cgroup_io row;
                char text[120];

                snprintf(text, sizeof text, "%" PRIu64 ":%" PRIu64 " 7\n", numbers[i], numbers[k]);
                if (file <= MAX)
                    snprintf(text, sizeof text, "%" PRIu64 ":%" PRIu64 " x=7\n", numbers[i], numbers[k]);
                row = the_row(file, text);
                assert_int_equal(row.major, numbers[i]);
                assert_int_equal(row.minor, numbers[k]);
            }
}

TEST(empty_lines_are_passed_over)
{
    struct rows rows = good_rows_of(STAT, "\n\n8:0 rbytes=5\n\n8:1 \n\n\n");

    assert_int_equal(rows.count, 2);
    CHECK_STAT(rows.row[0], 8, 0, 5, NO, NO, NO, NO, NO);
    CHECK_BARE(rows.row[1], 8, 1);
    assert_int_equal(good_rows_of(STAT, "\n").count, 0);
    assert_int_equal(good_rows_of(STAT, "").count, 0);
    rows = good_rows_of(BYTES, "\nTotal 5\n\nTotal x\n8:0 Read 5\n\n8:0 Write 6\nTotal 7\n\n");
    assert_int_equal(rows.count, 2);
    CHECK_BYTES(rows.row[0], 8, 0, 5, NO, NO);
    CHECK_BYTES(rows.row[1], 8, 0, NO, 6, NO);
}

/* ---- version 2 ---- */

TEST(several_devices_on_a_line_in_every_mixture)
{
    static const char *const devices[] = {"8:0", "(unknown)", "4095:1048575"};
    static const char *const blanks[] = {" ", "  ", "\t", " \t "};

    for (unsigned number = 0; number < 81; number++)
        for (size_t i = 0; i < COUNT_OF(blanks); i++) {
            unsigned which[] = {number % 3, number / 3 % 3, number / 9 % 3, number / 27};
            struct builder builder = {NULL, 0, 0};
            struct rows rows;

            for (unsigned k = 0; k < 4; k++)
                builder_print(&builder, "%s%s", devices[which[k]], blanks[i]);
            builder_print(&builder, "rbytes=5 wios=6\n");
            rows = good_rows_of(STAT, builder.bytes);
            assert_int_equal(rows.count, 4);
            for (unsigned k = 0; k < 4; k++) {
                uint64_t major = which[k] == 0 ? 8 : which[k] == 1 ? NO : 4095;
                uint64_t minor = which[k] == 0 ? 0 : which[k] == 1 ? NO : 1048575;

                if (k < 3)
                    CHECK_BARE(rows.row[k], major, minor);
                else
                    CHECK_STAT(rows.row[k], major, minor, 5, NO, NO, 6, NO, NO);
            }
            builder_free(&builder);
        }
}

/* Between two calls the text stands at the next device. */
TEST(where_the_text_stands_between_devices_of_a_line)
{
    static const char bytes[] = "7:7 7:6  7:5 rbytes=1\n";
    struct vmm_text text = vmm_text_of(bytes, sizeof bytes - 1);
    struct vmm_cgroup_io row;

    assert_int_equal(vmm_cgroup_io_next(&text, VMM_FILE_CGROUP_IO_STAT, &row, sizeof row), VMM_OK);
    assert_ptr_equal(text.pos, bytes + 4);
    assert_int_equal(vmm_cgroup_io_next(&text, VMM_FILE_CGROUP_IO_STAT, &row, sizeof row), VMM_OK);
    assert_ptr_equal(text.pos, bytes + 9);
    assert_int_equal(vmm_cgroup_io_next(&text, VMM_FILE_CGROUP_IO_STAT, &row, sizeof row), VMM_OK);
    assert_ptr_equal(text.pos, text.end);
}

/* A word that stands where a device may, and is a bad one: its values are not taken for those of the device before. */
TEST(a_bad_device_after_others)
{
    static const char *const bad[] = {"8:x", "8", "8:", "(none)", "18446744073709551615:0", "0x8:0", "8:0,8:1"};

    for (size_t i = 0; i < COUNT_OF(bad); i++) {
        struct builder builder = {NULL, 0, 0};
        struct rows rows;

        builder_print(&builder, "7:0 7:1 %s rbytes=5\n9:9 rbytes=6\n", bad[i]);
        rows = rows_of(STAT, builder.bytes, builder.length);
        assert_int_equal(rows.count, 3);
        assert_int_equal(rows.refused, 1);
        CHECK_BARE(rows.row[0], 7, 0);
        CHECK_BARE(rows.row[1], 7, 1);
        CHECK_STAT(rows.row[2], 9, 9, 6, NO, NO, NO, NO, NO);
        builder_free(&builder);
    }
}

/* After a word there are only words. */
TEST(no_device_after_a_word)
{
    struct vmm_cgroup_io row = the_row(STAT, "8:0 x 7:0 rbytes=5 (unknown) 7:1 wbytes=6 9\n");

    CHECK_STAT(row, 8, 0, 5, 6, NO, NO, NO, NO);
}

TEST(of_duplicate_words_the_last_wins)
{
    struct vmm_cgroup_io row = the_row(STAT, "8:0 rbytes=1 rbytes=2 wios=4 rbytes=3\n");

    CHECK_STAT(row, 8, 0, 3, NO, NO, 4, NO, NO);
}

TEST(unknown_words_at_every_place)
{
    static const char usual[] = "8:0 rbytes=1 wbytes=2 rios=3 wios=4 dbytes=5 dios=6\n";
    static const char *const unknown[] = {"cost.vrate=100.00",
                                          "depth=max",
                                          "[NONE]",
                                          "dispatched=0",
                                          "use_delay=-1",
                                          "rbytes",
                                          "rbytes:9",
                                          "xrbytes=9",
                                          "rbyte=9",
                                          "Rbytes=9",
                                          "bytes=9",
                                          "=",
                                          "=9",
                                          "\xff",
                                          "rios.x=9",
                                          "rbps=9",
                                          "dios2=x",
                                          "Read",
                                          "Total",
                                          "wbps=max,10/s=0"};

    for (size_t i = 0; i < COUNT_OF(unknown); i++)
        for (size_t at = 0; at < sizeof usual - 1; at++) {
            struct builder builder = {NULL, 0, 0};
            struct vmm_cgroup_io row;

            if (usual[at] != ' ' && usual[at] != '\n')
                continue;
            builder_add(&builder, usual, at);
            builder_print(&builder, " %s", unknown[i]);
            builder_add(&builder, usual + at, sizeof usual - 1 - at);
            row = the_row(STAT, builder.bytes);
            CHECK_STAT(row, 8, 0, 1, 2, 3, 4, 5, 6);
            builder_free(&builder);
        }
}

TEST(numbers_that_do_not_fit_are_unknown_and_spoil_nothing)
{
    struct vmm_cgroup_io row;

    row = the_row(STAT, "8:0 rbytes=-5 wbytes=18446744073709551614 rios=18446744073709551613 wios=4\n");
    CHECK_STAT(row, 8, 0, NO, NO, UINT64_MAX - 2, 4, NO, NO);
    row = the_row(MAX, "8:0 rbps=18446744073709551614 wbps=18446744073709551615 riops=-1 wiops=max\n");
    CHECK_MAX(row, 8, 0, NO, NO, NO, UNLIMITED);
    row = the_row(BYTES, "8:0 Read -5\n8:0 Write 99999999999999999999\n8:0 Discard 3\n");
    CHECK_BYTES(row, 8, 0, NO, NO, 3);
    row = the_row(FIRST_LIMIT, "8:0 18446744073709551615\n");
    CHECK_BARE(row, 8, 0);
}

/* ---- version 1 ---- */

static const char usual_v1[] = "8:0 Read 1\n8:0 Write 2\n8:0 Sync 3\n8:0 Async 0\n8:0 Discard 4\n8:0 Total 7\n";

/* Sync and Async count the same bytes again. */
TEST(only_read_write_and_discard_count)
{
    struct vmm_cgroup_io row = the_row(BYTES, usual_v1);

    CHECK_BYTES(row, 8, 0, 1, 2, 4);
    row = the_row(BYTES_BELOW, usual_v1);
    CHECK_BYTES(row, 8, 0, 1, 2, 4);
    row = the_row(OPERATIONS, usual_v1);
    CHECK_OPERATIONS(row, 8, 0, 1, 2, 4);
    row = the_row(OPERATIONS_BELOW, usual_v1);
    CHECK_OPERATIONS(row, 8, 0, 1, 2, 4);
}

TEST(lines_of_a_device_in_every_order)
{
    struct lines lines = lines_of(usual_v1, sizeof usual_v1 - 1);
    unsigned count = 0;

    assert_int_equal(lines.count, 6);
    for (unsigned number = 0; number < 46656; number++) {
        struct builder builder = {NULL, 0, 0};
        unsigned rest = number, used = 0;

        for (unsigned i = 0; i < 6; i++, rest /= 6) {
            used |= 1U << rest % 6;
            builder_add(&builder, lines.start[rest % 6], lines.length[rest % 6]);
        }
        if (used == 63) {
            struct vmm_cgroup_io row = the_row(BYTES, builder.bytes);
            CHECK_BYTES(row, 8, 0, 1, 2, 4);
            count++;
        }
        builder_free(&builder);
    }
    assert_int_equal(count, 720);
    lines_free(&lines);
}

TEST(devices_are_told_apart_by_all_their_bytes)
{
    static const char *const devices[] = {"8:0", "8:1", "8:10", "8:100", "8:00", "18:0", "08:0", "1:8"};

    for (size_t i = 0; i < COUNT_OF(devices); i++)
        for (size_t k = 0; k < COUNT_OF(devices); k++) {
            struct builder builder = {NULL, 0, 0};
            struct rows rows;

            builder_print(&builder, "%s Read 1\n%s Write 2\nTotal 3\n", devices[i], devices[k]);
            rows = good_rows_of(BYTES, builder.bytes);
            assert_int_equal(rows.count, i == k ? 1 : 2);
            assert_int_equal(rows.row[0].read_bytes, 1);
            assert_int_equal(rows.row[rows.count - 1].write_bytes, 2);
            assert_int_equal(rows.row[0].write_bytes, i == k ? 2 : NO);
            builder_free(&builder);
        }
}

TEST(blanks_between_words_of_version_1)
{
    struct vmm_cgroup_io row = the_row(BYTES, "8:0  Read  1\n8:0\tWrite \t2 \n8:0 \n8:0\n8:0 Discard 3 x y\n");

    CHECK_BYTES(row, 8, 0, 1, 2, 3);
    row = the_row(BYTES, "8:0 Read\t1\n8:0 Write\n8:0 Discards 3\n8:0 discard 3\n");
    CHECK_BARE(row, 8, 0);
}

TEST(of_duplicate_operations_the_last_wins)
{
    struct vmm_cgroup_io row = the_row(BYTES, "8:0 Read 1\n8:0 Write 2\n8:0 Read 3\n");

    CHECK_BYTES(row, 8, 0, 3, 2, NO);
}

/* Only its total says where an unknown device ends; a known one goes on after it. */
TEST(what_a_total_ends)
{
    struct rows rows = good_rows_of(BYTES, "(unknown) Read 1\n(unknown) Total 1\n(unknown) Write 2\n");

    assert_int_equal(rows.count, 2);
    CHECK_BYTES(rows.row[0], NO, NO, 1, NO, NO);
    CHECK_BYTES(rows.row[1], NO, NO, NO, 2, NO);
    rows = good_rows_of(BYTES, "8:0 Read 1\n8:0 Total 1\n8:0 Write 2\n");
    assert_int_equal(rows.count, 1);
    CHECK_BYTES(rows.row[0], 8, 0, 1, 2, NO);
    rows = good_rows_of(BYTES, "(unknown) Read 1\n(unknown) Totals 1\n(unknown)  Total 3\n(unknown) Total 2\n");
    assert_int_equal(rows.count, 2);
    CHECK_BYTES(rows.row[0], NO, NO, 1, NO, NO);
    CHECK_BARE(rows.row[1], NO, NO);
}

TEST(what_follows_a_refused_device)
{
    struct rows rows =
        rows_of(BYTES, TEXT("8:0 Read 1\n8:1 Read x\n8:1 Write 2\n8:1 Total 2\n8:0 Read 3\n8:1 Read 4\nTotal 9\n"));

    assert_int_equal(rows.refused, 1);
    assert_int_equal(rows.count, 3);
    CHECK_BYTES(rows.row[0], 8, 0, 1, NO, NO);
    CHECK_BYTES(rows.row[1], 8, 0, 3, NO, NO);
    CHECK_BYTES(rows.row[2], 8, 1, 4, NO, NO);
    /* Of those that have no number, one. */
    rows = rows_of(BYTES, TEXT("(unknown) Read x\n(unknown) Write 2\n(unknown) Total 2\n(unknown) Read 3\n"));
    assert_int_equal(rows.refused, 1);
    assert_int_equal(rows.count, 1);
    CHECK_BYTES(rows.row[0], NO, NO, 3, NO, NO);
    /* That the text was cut is still said. */
    rows = rows_of(BYTES, TEXT("8:0 Read x\n8:0 Write 2\n8:0 Tot"));
    assert_int_equal(rows.refused, 1);
    assert_int_equal(rows.cut, 1);
    rows = rows_of(BYTES, TEXT("8:0 Read x\n8:"));
    assert_int_equal(rows.refused, 1);
    assert_int_equal(rows.cut, 1);
}

/* A cut where the next line begins costs the row only where that line may be of the same device. */
TEST(a_text_that_ends_where_a_device_may_go_on)
{
    static const struct {
        const char *text;
        size_t rows;
    } texts[] = {
        {"8:16 Read 1\n8", 0},         {"8:16 Read 1\n8:1", 0},    {"8:16 Read 1\n8:16", 0},
        {"8:16 Read 1\n8:16 ", 0},     {"8:16 Read 1\n8:0", 1},    {"8:16 Read 1\n8:160", 1},
        {"8:16 Read 1\n9", 1},         {"8:16 Read 1\n(un", 1},    {"8:16 Read 1\nTot", 1},
        {"8:16 Read 1\nTotal 1", 1},   {"(unknown) Read 1\n(", 0}, {"(unknown) Read 1\n8", 1},
        {"(unknown) Total 1\n(un", 1}, {"8:16 Read 1\n8:16 x", 0},
    };

    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        struct rows rows = rows_of(BYTES, texts[i].text, strlen(texts[i].text));

        assert_int_equal(rows.count, texts[i].rows);
        assert_int_equal(rows.cut, 1);
        assert_int_equal(rows.refused, 0);
    }
}

/* ---- work ---- */

static size_t count_rows(uint32_t file, const struct builder *builder, size_t *refused)
{
    struct vmm_text text = vmm_text_of(builder->bytes, builder->length);
    struct vmm_cgroup_io row;
    size_t count = 0;

    *refused = 0;
    for (;;) {
        switch (vmm_cgroup_io_next(&text, file, &row, sizeof row)) {
        case VMM_OK:
            count++;
            break;
        case VMM_END:
            return count;
        default:
            ++*refused;
        }
    }
}

/* Work that grew faster than the text would not end in the time of a test. */
TEST(hostile_texts_are_read_in_linear_time)
{
    enum { TIMES = 1000000 };
    static const struct {
        uint32_t file;
        const char *first, *again, *last;
        size_t rows, refused;
    } texts[] = {
        {STAT, "", "7:7 ", "rbytes=1\n", TIMES, 0},
        {STAT, "", "7:7 ", "", TIMES - 1, 1},
        {STAT, "", "(unknown) ", "x\n", TIMES, 0},
        {STAT, "8:0", " ", "8:1\n", 2, 0},
        {STAT, "8:0 x", " 8:1", "\n", 1, 0},
        {STAT, "", "9", ":0 x=5\n", 0, 1},
        {STAT, "8:0 ", "9", ":0\n", 1, 1},
        {STAT, "", "\n", "", 0, 0},
        {BYTES, "", "8:0 Read 1\n", "", 1, 0},
        {BYTES, "8:0 Read x\n", "8:0 Read 1\n", "", 0, 1},
        {BYTES, "8:0 Read x\n", "8:0 Read 1\n", "8:0 R", 0, 2},
        {BYTES, "", "(unknown) Total 1\n", "", TIMES, 0},
        {BYTES, "", "8:0 Read x\n8:1 Read 1\n", "", TIMES, TIMES},
        {BYTES, "", "Total 1\n", "", 0, 0},
        {BYTES, "8:", "0", " Read 1\n8:0 Write 1\n", 2, 0},
        {FIRST_LIMIT, "", "8:0 x\n", "", 0, TIMES},
    };

    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        struct builder builder = {NULL, 0, 0};
        size_t refused;

        builder_print(&builder, "%s", texts[i].first);
        for (size_t k = 0; k < TIMES; k++)
            builder_add(&builder, texts[i].again, strlen(texts[i].again));
        builder_print(&builder, "%s", texts[i].last);
        assert_int_equal(count_rows(texts[i].file, &builder, &refused), texts[i].rows);
        assert_int_equal(refused, texts[i].refused);
        builder_free(&builder);
    }
}
