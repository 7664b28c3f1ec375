/* SPDX-License-Identifier: MIT */
/* Rows of /proc/net/dev. */
#include "test.h"

#include <string.h>

#define HEADING                                                                                                        \
    "Inter-|   Receive                                                |  Transmit\n"                                   \
    " face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier " \
    "compressed\n"

enum { COLUMNS = 16, NAME_BYTES = 16 };

/* Good rows of a text. */
static size_t rows_of(const char *bytes, size_t length, struct vmm_net *rows, size_t room)
{
    return read_rows_of(net_dev_group.formats, bytes, length, rows, room);
}

static struct vmm_net one_row(const char *bytes, size_t length)
{
    struct vmm_net row;

    assert_int_equal(rows_of(bytes, length, &row, 1), 1);
    return row;
}

static void check_columns(const struct vmm_net *row, const uint64_t wanted[COLUMNS])
{
    uint64_t got[COLUMNS];

    memcpy(got, &row->rx_bytes, sizeof got);
    for (size_t i = 0; i < COLUMNS; i++)
        assert_int_equal(got[i], wanted[i]);
}

#define NO VMM_UNKNOWN
#define CHECK_ROW(row, name_, ...)                                                                                     \
    do {                                                                                                               \
        assert_string_equal((row).name, name_);                                                                        \
        check_columns(&(row), (const uint64_t[COLUMNS]){__VA_ARGS__});                                                 \
    } while (0)

/* ---- samples ---- */

TEST(sample_of_linux_6_18)
{
    struct sample sample = sample_load("proc-net-dev/linux-6.18-x86_64-tap-veth-bridge");
    struct vmm_net rows[8];

    assert_int_equal(rows_of(sample.bytes, sample.length, rows, 8), 8);
    CHECK_ROW(rows[1], "tap0", 1500, 25, 0, 0, 0, 0, 0, 0, 9528, 40, 0, 0, 0, 0, 0, 0);
    CHECK_ROW(rows[2], "tap1", 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    assert_string_equal(rows[7].name, "br0");
    check_unknown_number(rows[1].rx_dropped);
    check_unknown_number(rows[1].ifindex);
    check_unknown_number(rows[1].instance_id);
    check_unknown_number(rows[1].operstate);
    check_unknown_number(rows[1].speed_bits_per_second);
    sample_free(&sample);
}

/* No blank after the colon, names that contain colons, and both. */
TEST(sample_without_blanks_and_with_aliases)
{
    struct sample sample = sample_load("proc-net-dev/linux-2.6.18-no-blank-and-aliases");
    struct vmm_net rows[5];

    assert_int_equal(rows_of(sample.bytes, sample.length, rows, 5), 5);
    CHECK_ROW(rows[2], "eth1", 4046496815, 15475140, 3, 17, 2, 1, 0, 9821, 998321007, 8840012, 0, 4, 0, 12, 1, 0);
    CHECK_ROW(rows[3], "tun10001:1", 30, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    CHECK_ROW(rows[4], "tun10001:2", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    sample_free(&sample);
}

/* All that the kernel lets a name be. */
TEST(sample_of_odd_names)
{
    static const char *const names[] = {"a|b",
                                        "wlan%d",
                                        "\xc3\xa4\xc3\xb6\xc3\xbc",
                                        "\xff\xfe",
                                        "123456789012345",
                                        "q\"\\",
                                        "@",
                                        "sl",
                                        "face",
                                        "Inter-",
                                        "vlan.4094",
                                        "a:b",
                                        "1",
                                        "-1",
                                        "\x01\x7f",
                                        "v\x0b\x0cx\r"};
    struct sample sample = sample_load("proc-net-dev/written-odd-names");
    struct vmm_net rows[COUNT_OF(names)];

    assert_int_equal(rows_of(sample.bytes, sample.length, rows, COUNT_OF(names)), COUNT_OF(names));
    for (size_t i = 0; i < COUNT_OF(names); i++)
        CHECK_ROW(rows[i], names[i], 1000 + i, i, 0, 0, 0, 0, 0, 0, 2000 + i, 0, 0, 0, 0, 0, 0, 0);
    sample_free(&sample);
}

TEST(sample_of_extreme_counters)
{
    struct sample sample = sample_load("proc-net-dev/written-extreme-counters");
    const uint64_t top = UINT64_MAX - 2;
    struct vmm_net rows[6];

    assert_int_equal(rows_of(sample.bytes, sample.length, rows, 6), 6);
    CHECK_ROW(rows[0], "max", top, top, top, top, top, top, top, top, top, top, top, top, top, top, top, top);
    assert_int_equal(rows[1].tx_compressed, top - 15);
    assert_int_equal(rows[2].rx_bytes, UINT32_MAX);
    assert_int_equal(rows[2].rx_packets, UINT64_C(4294967296));
    assert_int_equal(rows[3].tx_compressed, UINT64_C(99999999999999999));
    CHECK_ROW(rows[4], "past", NO, NO, NO, NO, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16);
    CHECK_ROW(rows[5], "neg", NO, 2, NO, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, NO);
    sample_free(&sample);
}

TEST(sample_with_few_columns)
{
    struct sample sample = sample_load("proc-net-dev/written-few-columns");
    struct vmm_net rows[5];

    assert_int_equal(rows_of(sample.bytes, sample.length, rows, 5), 5);
    CHECK_ROW(rows[0], "eth0", 1, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO);
    CHECK_ROW(rows[1], "eth1", 1, 2, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO);
    CHECK_ROW(rows[2], "eth2", 1, 2, 3, 4, 5, 6, 7, 8, NO, NO, NO, NO, NO, NO, NO, NO);
    CHECK_ROW(rows[3], "eth3", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, NO);
    CHECK_ROW(rows[4], "eth4", 1, 2, 3, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO);
    sample_free(&sample);
}

TEST(sample_with_more_columns)
{
    struct sample sample = sample_load("proc-net-dev/written-future-columns");
    struct vmm_net rows[2];

    assert_int_equal(rows_of(sample.bytes, sample.length, rows, 2), 2);
    CHECK_ROW(rows[0], "eth0", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16);
    CHECK_ROW(rows[1], "eth1", 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36);
    sample_free(&sample);
}

/* More interfaces than a read() gives. A read() ends at a line's end, so its text begins with a row. */
TEST(sample_read_in_pieces)
{
    struct sample sample = sample_load("proc-net-dev/linux-6.1-40-taps");
    struct lines lines = lines_of(sample.bytes, sample.length);
    struct vmm_net whole[40], piece[40];

    assert_int_equal(rows_of(sample.bytes, sample.length, whole, 40), 40);
    for (size_t at = 2; at <= lines.count; at++) {
        size_t length = at == lines.count ? sample.length : (size_t)(lines.start[at] - sample.bytes);
        size_t first = rows_of(sample.bytes, length, piece, 40);
        size_t second = rows_of(sample.bytes + length, sample.length - length, piece + first, 40 - first);

        assert_int_equal(first, at - 2);
        assert_int_equal(first + second, 40);
        assert_memory_equal(whole, piece, sizeof whole);
    }
    lines_free(&lines);
    sample_free(&sample);
}

/* ---- names ---- */

TEST(the_last_colon_of_the_first_word_ends_the_name)
{
    struct vmm_net row;

    row = one_row(TEXT("eth0:4046496815 5\n"));
    CHECK_ROW(row, "eth0", 4046496815, 5, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO);
    row = one_row(TEXT("tun1:1: 5\n"));
    CHECK_ROW(row, "tun1:1", 5, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO);
    row = one_row(TEXT("tun1:1:5\n"));
    CHECK_ROW(row, "tun1:1", 5, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO);
    row = one_row(TEXT(":: 5\n"));
    CHECK_ROW(row, ":", 5, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO);
    row = one_row(TEXT("a: 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 b:17\n"));
    CHECK_ROW(row, "a", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16);
}

/* The bytes of the member after the name are zeros. */
TEST(names_of_every_length)
{
    for (size_t length = 1; length <= 40; length++) {
        for (size_t blanks = 0; blanks < 3; blanks++) {
            struct builder builder = {NULL, 0, 0};
            char name[NAME_BYTES] = "";
            struct vmm_net row;

            for (size_t i = 0; i < blanks; i++)
                builder_add(&builder, " ", 1);
            for (size_t i = 0; i < length; i++)
                builder_add(&builder, &"abcdefghij"[i % 10], 1);
            if (length < NAME_BYTES)
                memcpy(name, builder.bytes + blanks, length);
            builder_print(&builder, ": 1 2\n");
            if (length < NAME_BYTES) {
                row = one_row(builder.bytes, builder.length);
                assert_memory_equal(row.name, name, NAME_BYTES);
            } else {
                struct vmm_text text = vmm_text_of(builder.bytes, builder.length);

                assert_int_equal(vmm_net_next(&text, &row, sizeof row), VMM_E_SYNTAX);
                assert_ptr_equal(text.error, builder.bytes + blanks + NAME_BYTES - 1);
                assert_ptr_equal(text.pos, text.end);
                check_unknown(VMM_RECORD_NET, &row);
                check_piece(net_dev_group.formats, builder.bytes, builder.length);
            }
            builder_free(&builder);
        }
    }
}

/* A wrong row costs that row alone. */
TEST(a_call_after_a_bad_row_goes_on_behind_it)
{
    static const char bytes[] = HEADING "  eth0: 1 2\n  eth/1: 3 4\nno row\n  eth2: 5 x\n\n" HEADING "  eth3:7 8\n";
    static const vmm_status wanted[] = {VMM_OK,       VMM_E_SYNTAX, VMM_E_SYNTAX, VMM_E_SYNTAX,
                                        VMM_E_SYNTAX, VMM_OK,       VMM_END,      VMM_END};
    struct vmm_text text = vmm_text_of(bytes, sizeof bytes - 1);
    struct vmm_net row;

    for (size_t i = 0; i < COUNT_OF(wanted); i++) {
        assert_int_equal(vmm_net_next(&text, &row, sizeof row), wanted[i]);
        if (wanted[i] == VMM_OK)
            assert_string_equal(row.name, i == 0 ? "eth0" : "eth3");
        else
            check_unknown(VMM_RECORD_NET, &row);
    }
    assert_ptr_equal(text.pos, text.end);
}

/* ---- the lines above ---- */

TEST(lines_above_the_rows)
{
    struct vmm_net row;

    assert_int_equal(rows_of(TEXT(HEADING), &row, 1), 0);
    assert_int_equal(rows_of(TEXT(""), &row, 1), 0);
    assert_int_equal(rows_of(TEXT("|\n|\nx|\n x |\n"), &row, 1), 0);
    /* At any place, and never needed. */
    row = one_row(TEXT("a: 5\n" HEADING));
    assert_string_equal(row.name, "a");
    /* With a colon in the first word it is a row. */
    row = one_row(TEXT("|: 5\n"));
    assert_string_equal(row.name, "|");
    row = one_row(TEXT("a: 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 |\n"));
    assert_string_equal(row.name, "a");
}

/* A million bytes without a newline, or of lines above the rows. */
TEST(long_lines)
{
    static const char *const pieces[] = {"a", ":", " ", "1 ", "|", "|\n", "a:1", "/"};

    for (size_t i = 0; i < COUNT_OF(pieces); i++) {
        struct builder builder = {NULL, 0, 0};
        struct vmm_text text;
        struct vmm_net row;
        vmm_status wanted = strcmp(pieces[i], "|\n") == 0 ? VMM_END : VMM_E_TRUNCATED;

        while (builder.length < 1000000)
            builder_add(&builder, pieces[i], strlen(pieces[i]));
        text = vmm_text_of(builder.bytes, builder.length);
        assert_int_equal(vmm_net_next(&text, &row, sizeof row), wanted);
        assert_ptr_equal(text.pos, text.end);
        builder_free(&builder);
    }
}
