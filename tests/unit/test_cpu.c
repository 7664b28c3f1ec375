/* SPDX-License-Identifier: MIT */
/* CPU rows of /proc/stat. */
#include "test.h"

#include <stdio.h>
#include <string.h>

enum { ID = 2, FIRST_COLUMN = 3, COLUMNS = 10 };

/* A row more than the largest sample has. */
enum { MANY = 260 };

static size_t rows_of(const char *name, struct vmm_cpu *rows, size_t room)
{
    return read_rows(&cpu_group.formats[CPU_ROWS], name, rows, room);
}

/* Compares the columns of a row with numbers; the columns after these must be unknown. */
static void check_row(const struct vmm_cpu *row, uint64_t id, unsigned known, const uint64_t *ticks)
{
    uint64_t words[sizeof *row / sizeof(uint64_t)];

    memcpy(words, row, sizeof words);
    assert_int_equal(words[0], sizeof *row);
    assert_int_equal(words[ID], id);
    for (unsigned i = 0; i < COLUMNS; i++)
        assert_int_equal(words[FIRST_COLUMN + i], i < known ? ticks[i] : VMM_UNKNOWN);
}

#define CHECK_ROW(row, id, ...)                                                                                        \
    check_row(row, id, sizeof((const uint64_t[]){__VA_ARGS__}) / sizeof(uint64_t), (const uint64_t[]){__VA_ARGS__})

static struct vmm_cpu the_row(const char *line)
{
    struct vmm_cpu row;

    read_string(&cpu_group.formats[CPU_ROWS], line, &row);
    return row;
}

/* ---- samples ---- */

TEST(sample_of_linux_6_18)
{
    struct sample sample = sample_load("proc-stat/linux-6.18-x86_64-firecracker");
    struct vmm_cpu rows[4];
    unsigned long long n[10];

    assert_int_equal(rows_of("proc-stat/linux-6.18-x86_64-firecracker", rows, 4), 3);
    assert_int_equal(sscanf(sample.bytes, "cpu %llu %llu %llu %llu %llu %llu %llu %llu %llu %llu", n, n + 1, n + 2,
                            n + 3, n + 4, n + 5, n + 6, n + 7, n + 8, n + 9),
                     10);
    CHECK_ROW(&rows[0], VMM_UNKNOWN, n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8], n[9]);
    assert_int_equal(rows[1].id, 0);
    assert_int_equal(rows[2].id, 1);
    sample_free(&sample);
}

/* 4, 7, 8, 9 or 10 columns. */
TEST(sample_with_4_columns)
{
    struct vmm_cpu rows[3];

    assert_int_equal(rows_of("proc-stat/linux-2.4-4-columns", rows, 3), 3);
    CHECK_ROW(&rows[0], VMM_UNKNOWN, 112301, 4021, 38712, 9817231);
    CHECK_ROW(&rows[2], 1, 55299, 2010, 19592, 4908477);
}

TEST(sample_with_7_columns)
{
    struct vmm_cpu rows[2];

    assert_int_equal(rows_of("proc-stat/linux-2.6.9-7-columns", rows, 2), 2);
    CHECK_ROW(&rows[0], VMM_UNKNOWN, 301223, 11023, 90211, 40112309, 90123, 1203, 4022);
}

TEST(sample_with_8_columns)
{
    struct vmm_cpu rows[5];

    assert_int_equal(rows_of("proc-stat/linux-2.6.18-8-columns-no-softirq", rows, 5), 5);
    CHECK_ROW(&rows[0], VMM_UNKNOWN, 912344, 2011, 301223, 190112309, 490123, 3203, 14022, 7712);
}

TEST(sample_with_9_columns)
{
    struct vmm_cpu rows[3];

    assert_int_equal(rows_of("proc-stat/linux-2.6.32-9-columns", rows, 3), 3);
    CHECK_ROW(&rows[1], 0, 3561720, 25011, 1150611, 445056154, 745061, 6601, 57011, 13856, 155501);
}

TEST(sample_with_10_columns)
{
    struct vmm_cpu rows[9];

    assert_int_equal(rows_of("proc-stat/linux-3.10-10-columns", rows, 9), 9);
    CHECK_ROW(&rows[0], VMM_UNKNOWN, 1393280, 32966, 572056, 13343292, 6130, 0, 17875, 0, 23933, 0);
}

/* More columns than known are ignored. */
TEST(sample_with_columns_of_the_future)
{
    struct vmm_cpu rows[2];

    assert_int_equal(rows_of("proc-stat/written-future-columns-and-keys", rows, 2), 2);
    CHECK_ROW(&rows[0], VMM_UNKNOWN, 100, 20, 30, 4000, 50, 6, 7, 8, 9, 10);
    CHECK_ROW(&rows[1], 0, 100, 20, 30, 4000, 50, 6, 7, 8, 9, 10);
}

/* Ids have gaps; a CPU is its id, not its position. */
TEST(sample_with_gaps_in_ids)
{
    struct vmm_cpu rows[9];

    assert_int_equal(rows_of("proc-stat/linux-4.18-ppc64-id-gaps", rows, 9), 9);
    for (size_t i = 1; i < 9; i++)
        assert_int_equal(rows[i].id, (i - 1) * 8);
}

/* Rows are of the CPUs online, the total of all possible ones. */
TEST(sample_with_offline_cpus)
{
    struct vmm_cpu rows[3];

    assert_int_equal(rows_of("proc-stat/linux-5.15-offline-cpus", rows, 3), 3);
    assert_int_equal(rows[1].id, 0);
    assert_int_equal(rows[2].id, 3);
    assert_int_equal(rows[0].user_ticks, 40000);
    assert_true(rows[0].user_ticks > rows[1].user_ticks + rows[2].user_ticks);
}

/* The total line may have fewer columns than the others. */
TEST(sample_of_lxcfs_without_guest_nice_in_the_total)
{
    struct vmm_cpu rows[3];

    assert_int_equal(rows_of("proc-stat/lxcfs-total-without-guest-nice", rows, 3), 3);
    CHECK_ROW(&rows[0], VMM_UNKNOWN, 5021, 0, 3011, 901123, 120, 0, 30, 0, 0);
    CHECK_ROW(&rows[1], 0, 2510, 0, 1505, 450561, 60, 0, 15, 0, 0, 0);
}

/* gVisor's zeros are zeros, not unknown. */
TEST(sample_of_gvisor)
{
    struct vmm_cpu rows[3];

    assert_int_equal(rows_of("proc-stat/gvisor-all-zeros", rows, 3), 3);
    CHECK_ROW(&rows[0], VMM_UNKNOWN, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    CHECK_ROW(&rows[2], 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}

TEST(sample_of_256_cpus)
{
    static struct vmm_cpu rows[MANY];
    uint64_t user = 0, idle = 0;

    assert_int_equal(rows_of("proc-stat/linux-6.6-256-cpus", rows, MANY), 257);
    for (size_t i = 1; i < 257; i++) {
        assert_int_equal(rows[i].id, i - 1);
        user += rows[i].user_ticks;
        idle += rows[i].idle_ticks;
    }
    assert_int_equal(rows[0].user_ticks, user);
    assert_int_equal(rows[0].idle_ticks, idle);
}

TEST(sample_with_extreme_counters)
{
    struct vmm_cpu rows[1];

    assert_int_equal(rows_of("proc-stat/written-extreme-counters", rows, 1), 1);
    CHECK_ROW(&rows[0], VMM_UNKNOWN, UINT64_MAX - 2, VMM_UNKNOWN, VMM_UNKNOWN, VMM_UNKNOWN, UINT64_C(999999999999999),
              UINT64_C(9999999999999999), 99999999, 100000000, UINT64_C(12345678901234567890), 0);
}

/* The long line after the rows is not read. */
TEST(rows_before_a_long_interrupt_line)
{
    struct builder builder = {NULL, 0, 0};
    struct reading reading;

    builder_print(&builder, "cpu  1 2 3 4\ncpu0 1 2 3 4\nintr 5");
    while (builder.length < 400 * 1024)
        builder_print(&builder, " 0");
    /* Not even its end is needed. */
    reading = promise_text(&cpu_group.formats[CPU_ROWS], piece_of(&builder), sizeof(struct vmm_cpu), NULL, NULL);
    assert_int_equal(reading.last.status, VMM_OK);
    assert_int_equal(reading.rows, 2);
    builder_free(&builder);
}

/* ---- where rows begin and end ---- */

TEST(the_first_row_is_the_total)
{
    struct vmm_cpu row = the_row("cpu  1 2 3 4\ncpu0 5 6 7 8\n");

    CHECK_ROW(&row, VMM_UNKNOWN, 1, 2, 3, 4);
}

TEST(ids)
{
    static const struct {
        const char *line;
        uint64_t id;
    } ids[] = {
        {"cpu0 1 2 3 4\n", 0},
        {"cpu7 1 2 3 4\n", 7},
        {"cpu10 1 2 3 4\n", 10},
        {"cpu8191 1 2 3 4\n", 8191},
        {"cpu007 1 2 3 4\n", 7},
        {"cpu4294967296 1 2 3 4\n", UINT64_C(4294967296)},
        {"cpu18446744073709551613 1 2 3 4\n", UINT64_MAX - 2},
        {"cpu5\t1 2 3 4\n", 5},
    };

    for (size_t i = 0; i < COUNT_OF(ids); i++) {
        struct vmm_cpu row = the_row(ids[i].line);
        CHECK_ROW(&row, ids[i].id, 1, 2, 3, 4);
    }
}

/* ---- columns ---- */

TEST(any_number_of_columns)
{
    for (unsigned columns = 1; columns <= 14; columns++) {
        static const uint64_t values[] = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20};
        struct builder builder = {NULL, 0, 0};
        struct vmm_cpu row;

        builder_print(&builder, "cpu3");
        for (unsigned i = 0; i < columns; i++)
            builder_print(&builder, " %u", 11 + i);
        builder_add(&builder, "\n\0", 2);
        row = the_row(builder.bytes);
        check_row(&row, 3, columns < COLUMNS ? columns : COLUMNS, values);
        builder_free(&builder);
    }
}

TEST(blanks_between_columns)
{
    struct vmm_cpu row;

    row = the_row("cpu  1 2 3 4\n");
    CHECK_ROW(&row, VMM_UNKNOWN, 1, 2, 3, 4);
    row = the_row("cpu 1 2 3 4\n");
    CHECK_ROW(&row, VMM_UNKNOWN, 1, 2, 3, 4);
    row = the_row("cpu\t1\t2\t3\t4\n");
    CHECK_ROW(&row, VMM_UNKNOWN, 1, 2, 3, 4);
    row = the_row("cpu                          1      2 \t 3           4\n");
    CHECK_ROW(&row, VMM_UNKNOWN, 1, 2, 3, 4);
    /* And after the last row. */
    row = the_row("cpu  1 2 3 4 \n");
    CHECK_ROW(&row, VMM_UNKNOWN, 1, 2, 3, 4);
    row = the_row("cpu  1 2 3 4 \t  \n");
    CHECK_ROW(&row, VMM_UNKNOWN, 1, 2, 3, 4);
    row = the_row("cpu0 1 2 3 4 5 6 7 8 9 10 \n");
    CHECK_ROW(&row, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
}

TEST(numbers_that_do_not_fit_are_unknown_and_spoil_nothing_else)
{
    struct vmm_cpu row;

    row = the_row("cpu0 -1 2 -3 4 18446744073709551614 18446744073709551615 18446744073709551616 "
                  "1000000000000000000000000000000 18446744073709551613 18446744073709551612\n");
    CHECK_ROW(&row, 0, VMM_UNKNOWN, 2, VMM_UNKNOWN, 4, VMM_UNKNOWN, VMM_UNKNOWN, VMM_UNKNOWN, VMM_UNKNOWN,
              UINT64_MAX - 2, UINT64_MAX - 3);
}

/* ---- bad rows ---- */

/* A loop over rows always ends, and gives each row after a bad row. */
TEST(good_rows_among_bad_ones)
{
    static const char bytes[] = "cpu  1 2 3 4\ncpu0 x\ncpu1 1 2 3 4\ncpu2x 1\ncpu3\ncpu4 5 6 7 8\nintr 9\n";
    struct vmm_text text = vmm_text_of(bytes, sizeof bytes - 1);
    static const vmm_status statuses[] = {VMM_OK,       VMM_E_SYNTAX, VMM_OK,  VMM_E_SYNTAX,
                                          VMM_E_SYNTAX, VMM_OK,       VMM_END, VMM_END};
    struct vmm_cpu row;

    for (size_t i = 0; i < COUNT_OF(statuses); i++) {
        assert_int_equal(vmm_cpu_next(&text, &row, sizeof row), statuses[i]);
        if (statuses[i] != VMM_OK)
            check_unknown(VMM_RECORD_CPU, &row);
    }
    assert_ptr_equal(text.pos, bytes + sizeof bytes - 1 - 7);
}
