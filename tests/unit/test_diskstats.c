/* SPDX-License-Identifier: MIT */
/* Rows of /proc/diskstats and /proc/partitions. */
#include "test.h"

#include <stdio.h>
#include <string.h>

enum { COLUMNS = 17, NAME_BYTES = 32 };

enum { MANY = 20 };

static struct vmm_disk rows[MANY];

static size_t rows_of(const char *name)
{
    return read_rows(&disk_group.formats[DISK_ROWS], name, rows, MANY);
}

static struct vmm_disk row_of(const char *line)
{
    struct vmm_disk row;

    read_string(&disk_group.formats[DISK_ROWS], line, &row);
    return row;
}

#define NO VMM_UNKNOWN

/* What stands in a row, and that nothing else does: the members from `reads` on, then the size. */
static void check_row(const struct vmm_disk *row, uint64_t major, uint64_t minor, const char *name,
                      const uint64_t wanted[COLUMNS], uint64_t size_bytes)
{
    assert_int_equal(row->size, sizeof *row);
    assert_int_equal(row->major, major);
    assert_int_equal(row->minor, minor);
    assert_string_equal(row->name, name);
    for (size_t i = strlen(name); i < NAME_BYTES; i++)
        assert_int_equal(row->name[i], 0);
    check_unknown_number(row->diskseq);
    for (size_t i = 0; i < COLUMNS; i++)
        assert_int_equal((&row->reads)[i], wanted[i]);
    assert_int_equal(row->size_bytes, size_bytes);
    check_unknown_number(row->ro);
    check_unknown_number(row->in_flight_reads);
    check_unknown_number(row->in_flight_writes);
}

#define CHECK_ROW(row, major, minor, name, size, ...)                                                                  \
    check_row(row, major, minor, name, (const uint64_t[COLUMNS]){__VA_ARGS__}, size)
/* Sectors. */
#define S(number) (UINT64_C(number) * 512)

/* ---- samples ---- */

TEST(sample_of_linux_6_18)
{
    struct sample sample = sample_load("proc-diskstats/linux-6.18-x86_64-firecracker");
    const char *vda = strstr(sample.bytes, " vda ");
    unsigned long long n[COLUMNS];

    assert_int_equal(rows_of("proc-diskstats/linux-6.18-x86_64-firecracker"), 10);
    CHECK_ROW(&rows[1], 7, 1, "loop1", NO, 0);
    /* The same by another reader. */
    assert_non_null(vda);
    assert_int_equal(sscanf(vda,
                            " vda %llu %llu %llu %llu %llu %llu %llu %llu %llu %llu %llu %llu %llu %llu %llu %llu %llu",
                            n, n + 1, n + 2, n + 3, n + 4, n + 5, n + 6, n + 7, n + 8, n + 9, n + 10, n + 11, n + 12,
                            n + 13, n + 14, n + 15, n + 16),
                     17);
    CHECK_ROW(&rows[8], 254, 0, "vda", NO, n[0], n[1], n[2] * 512, n[3], n[4], n[5], n[6] * 512, n[7], n[8], n[9],
              n[10], n[11], n[12], n[13] * 512, n[14], n[15], n[16]);
    sample_free(&sample);
}

/* The layouts. */
TEST(2_4_with_15_columns_and_a_number_as_the_third)
{
    assert_int_equal(rows_of("proc-diskstats/linux-2.4-partitions-15-columns"), 4);
    CHECK_ROW(&rows[0], 3, 0, "hda", UINT64_C(19925880) * 1024, 34781, 81233, S(926512), 281290, 22190, 40122,
              S(498496), 1120930, 0, 241120, 1402540, NO, NO, NO, NO, NO, NO);
    /* In flight is below zero. */
    CHECK_ROW(&rows[2], 3, 2, "hda2", UINT64_C(19816650) * 1024, 34740, 81104, S(926136), 281150, 22178, 40118,
              S(498464), 1120520, NO, 240890, 1401990, NO, NO, NO, NO, NO, NO);
    assert_int_equal(rows[3].size_bytes, UINT64_C(1073741823) * 1024);
}

TEST(2_6_partitions_with_7_columns)
{
    assert_int_equal(rows_of("proc-diskstats/linux-2.6.18-disks-14-partitions-7-columns"), 6);
    CHECK_ROW(&rows[2], 8, 0, "sda", NO, 187215, 33012, S(6109236), 1390124, 901233, 2110411, S(24096528), 30112901, 2,
              4123901, 31503045, NO, NO, NO, NO, NO, NO);
    CHECK_ROW(&rows[3], 8, 1, "sda1", NO, 210, NO, S(420), NO, 16, NO, S(32), NO, NO, NO, NO, NO, NO, NO, NO, NO, NO);
    CHECK_ROW(&rows[4], 8, 2, "sda2", NO, 219817, NO, S(6108120), NO, 3010122, NO, S(24096496), NO, NO, NO, NO, NO, NO,
              NO, NO, NO, NO);
}

TEST(14_columns_before_4_18)
{
    assert_int_equal(rows_of("proc-diskstats/linux-3.10-x86_64-14-columns"), 8);
    CHECK_ROW(&rows[0], 8, 0, "sda", NO, 45832, 1032, S(3489112), 310291, 1293012, 982331, S(51023112), 9123012, 1,
              3981203, 9433310, NO, NO, NO, NO, NO, NO);
}

TEST(18_columns_since_4_18)
{
    assert_int_equal(rows_of("proc-diskstats/linux-4.20-x86_64-18-columns"), 4);
    CHECK_ROW(&rows[0], 8, 0, "sda", NO, 7023, 1391, S(413286), 9671, 24031, 18023, S(1201384), 41203, 0, 15120, 33240,
              3021, 120, S(18231040), 912, NO, NO);
}

TEST(20_columns_since_5_5)
{
    assert_int_equal(rows_of("proc-diskstats/linux-5.10-x86_64-20-columns"), 5);
    CHECK_ROW(&rows[1], 259, 0, "nvme0n1", NO, 812301, 30112, S(61203120), 201233, 4012031, 901233, S(182031240),
              2301231, 3, 1102012, 2520012, 12, 3, S(81920), 41, 30123, 17507);
    assert_int_equal(rows[4].weighted_io_ms, UINT64_C(4293999994));
}

TEST(17_columns_of_an_altered_kernel)
{
    assert_int_equal(rows_of("proc-diskstats/altered-17-columns"), 1);
    CHECK_ROW(&rows[0], 8, 0, "root1", NO, 100, 11, S(800), 120, 200, 22, S(1600), 240, 1, 300, 360, 10, 2, S(80), NO,
              NO, NO);
}

TEST(more_columns_than_known)
{
    assert_int_equal(rows_of("proc-diskstats/written-future-columns"), 3);
    CHECK_ROW(&rows[0], 8, 0, "sda", NO, 1, 2, S(3), 4, 5, 6, S(7), 8, 9, 10, 11, 12, 13, S(14), 15, 16, 17);
    CHECK_ROW(&rows[1], 8, 1, "sda1", NO, 1, 2, S(3), 4, 5, 6, S(7), 8, 9, 10, 11, 12, 13, S(14), 15, 16, 17);
    CHECK_ROW(&rows[2], 8, 2, "a-name-that-has-31-bytes-so-jus", NO, 1, 2, S(3), 4, 5, 6, S(7), 8, 9, 10, 11, 12, 13,
              S(14), 15, 16, 17);
}

TEST(partitions_without_statistics)
{
    struct sample sample = sample_load("proc-diskstats/linux-6.18-x86_64-partitions");
    unsigned long long blocks;
    size_t count = rows_of("proc-diskstats/linux-6.18-x86_64-partitions");

    assert_int_equal(sscanf(sample.bytes, "major minor  #blocks  name\n\n 254 0 %llu vda", &blocks), 1);
    CHECK_ROW(&rows[0], 254, 0, "vda", blocks * 1024, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO,
              NO);
    assert_true(count >= 1);
    sample_free(&sample);
}

TEST(odd_names_and_numbers_of_devices)
{
    rows_of("proc-diskstats/linux-3.10-x86_64-14-columns");
    assert_string_equal(rows[4].name, "cciss/c0d0");
    assert_string_equal(rows[5].name, "cciss/c0d1p1");
    assert_int_equal(rows[6].major, 202);
    assert_int_equal(rows[6].minor, 4096);
    assert_string_equal(rows[6].name, "xvdq");
    rows_of("proc-diskstats/linux-4.20-x86_64-18-columns");
    assert_int_equal(rows[3].major, 0);
    assert_int_equal(rows[3].minor, 0);
    assert_string_equal(rows[3].name, "nvme0c0n1");
}

/* Around 2^64, and below zero with and without a sign. */
TEST(sample_with_extreme_numbers)
{
    assert_int_equal(rows_of("proc-diskstats/written-extreme-numbers"), 4);
    CHECK_ROW(&rows[0], 8, 0, "sda", NO, UINT64_MAX - 2, NO, UINT64_MAX - 511, UINT32_MAX, 0, NO, NO, NO, NO, 0,
              UINT64_C(4294967296), NO, 1, NO, 0, 1, 2);
    CHECK_ROW(&rows[1], 8, 1, "sdb", NO, 1, 2, S(3), 4, 5, 6, S(7), 8, NO, 10, NO, 12, 13, S(14), 15, 16, 17);
    assert_int_equal(rows[2].in_flight, INT32_MAX);
    check_unknown_number(rows[2].weighted_io_ms);
    assert_int_equal(rows[2].discards, 12);
    assert_int_equal(rows[3].major, UINT32_MAX);
    check_unknown_number(rows[3].minor);
    check_unknown_number(rows[3].in_flight);
}

TEST(in_flight_below_zero_printed_without_a_sign)
{
    rows_of("proc-diskstats/linux-3.10-x86_64-14-columns");
    check_unknown_number(rows[7].in_flight);
    assert_int_equal(rows[7].weighted_io_ms, UINT64_C(4294967040));
}

/* ---- layouts ---- */

/* Numbers of columns that no kernel has are refused at the end of the line, where another column should be. */
TEST(every_number_of_columns)
{
    for (unsigned has_size = 0; has_size < 2; has_size++) {
        for (unsigned columns = 0; columns <= 30; columns++) {
            struct builder builder = {NULL, 0, 0};
            struct vmm_text text;
            struct vmm_disk row;
            bool known = columns == 4 || columns >= 11 || (has_size && columns == 0);

            builder_print(&builder, "   8       1 %ssda1", has_size ? "1048576 " : "");
            for (unsigned i = 0; i < columns; i++)
                builder_print(&builder, " %u", 100 + i);
            builder_print(&builder, "\n");
            check_piece(&disk_group.formats[DISK_ROWS], builder.bytes, builder.length);
            text = vmm_text_of(builder.bytes, builder.length);
            assert_int_equal(vmm_disk_next(&text, &row, sizeof row), known ? VMM_OK : VMM_E_SYNTAX);
            assert_ptr_equal(text.pos, text.end);
            if (!known) {
                assert_ptr_equal(text.error, text.end - 1);
            } else {
                assert_int_equal(row.size_bytes, has_size ? UINT64_C(1073741824) : VMM_UNKNOWN);
                assert_int_equal(row.reads, columns == 0 ? VMM_UNKNOWN : 100);
                assert_int_equal(row.write_bytes, columns == 0 ? VMM_UNKNOWN : columns == 4 ? 103 * 512 : 106 * 512);
                assert_int_equal(row.discards, columns > 11 ? 111 : VMM_UNKNOWN);
                assert_int_equal(row.flush_ms, columns > 16 ? 116 : VMM_UNKNOWN);
            }
            builder_free(&builder);
        }
    }
}

TEST(blanks_between_columns)
{
    struct vmm_disk row = row_of("8 0 sda 1 2 3 4 5 6 7 8 9 10 11\n");

    CHECK_ROW(&row, 8, 0, "sda", NO, 1, 2, S(3), 4, 5, 6, S(7), 8, 9, 10, 11, NO, NO, NO, NO, NO, NO);
    row = row_of("\t8\t\t0 \t sda  1\t2 3 4 5 6 7 8 9 10          11   \n");
    CHECK_ROW(&row, 8, 0, "sda", NO, 1, 2, S(3), 4, 5, 6, S(7), 8, 9, 10, 11, NO, NO, NO, NO, NO, NO);
    row = row_of("8 1 sda1 1 2 3 4 \t \n");
    CHECK_ROW(&row, 8, 1, "sda1", NO, 1, NO, S(2), NO, 3, NO, S(4), NO, NO, NO, NO, NO, NO, NO, NO, NO, NO);
    row = row_of("8 1 77 sda1 \t \n");
    CHECK_ROW(&row, 8, 1, "sda1", 77 * 1024, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO);
}

TEST(headings_and_empty_lines_are_passed_over)
{
    struct vmm_disk row = row_of("\n\n\nmajor minor  #blocks  name\n\nmajor\n8 0 sda 1 2 3 4\n");

    assert_int_equal(row.major, 8);
}

TEST(a_name_may_begin_with_a_digit)
{
    struct vmm_disk row = row_of("8 0 3ware 1 2 3 4\n");

    assert_string_equal(row.name, "3ware");
    check_unknown_number(row.size_bytes);
    row = row_of("8 0 1024 3ware 1 2 3 4 5 6 7 8 9 10 11\n");
    assert_string_equal(row.name, "3ware");
    assert_int_equal(row.size_bytes, 1024 * 1024);
}
