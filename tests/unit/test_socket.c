/* SPDX-License-Identifier: MIT */
/* Rows of /proc/net/tcp and its kin. */
#include "test.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { WORDS = sizeof(struct vmm_socket) / 8 };

static size_t rows_of(const char *bytes, size_t length, struct vmm_socket *rows, size_t room)
{
    return read_rows_of(socket_group.formats, bytes, length, rows, room);
}

static size_t sample_rows(const char *name, struct vmm_socket *rows, size_t room)
{
    return read_rows(socket_group.formats, name, rows, room);
}

static struct vmm_socket one_row(const char *bytes, size_t length)
{
    struct vmm_socket row;

    memset(&row, 0x5a, sizeof row);
    assert_int_equal(rows_of(bytes, length, &row, 1), 1);
    return row;
}

#define NO VMM_UNKNOWN

static void check_row(const struct vmm_socket *row, const uint64_t wanted[WORDS - 2])
{
    uint64_t got[WORDS];

    memcpy(got, row, sizeof got);
    assert_int_equal(got[0], sizeof *row);
    assert_int_equal(got[1], VMM_RECORD_SOCKET);
    for (size_t i = 2; i < WORDS; i++)
        if (got[i] != wanted[i - 2])
            fail_msg("word %lu: %" PRIu64 ", expected %" PRIu64, (unsigned long)i, got[i], wanted[i - 2]);
}

/* address_bytes, local_port, remote_port, state, tx, rx, accept_queue, uid, inode, drops */
#define CHECK_ROW(row, ...) check_row(&(row), (const uint64_t[WORDS - 2]){__VA_ARGS__})

/* ---- samples ---- */

TEST(sample_of_tcp)
{
    struct vmm_socket rows[9];
    unsigned states[16] = {0};

    assert_int_equal(sample_rows("proc-net-tcp/linux-6.18-x86_64-tcp", rows, 9), 9);
    for (size_t i = 0; i < 9; i++) {
        assert_int_equal(rows[i].address_bytes, 4);
        assert_int_equal(rows[i].uid, 0);
        check_unknown_number(rows[i].drops);
        states[rows[i].state]++;
    }
    assert_int_equal(states[VMM_SOCKET_STATE_LISTEN], 1);
    assert_int_equal(states[VMM_SOCKET_STATE_ESTABLISHED], 2);
    assert_int_equal(states[VMM_SOCKET_STATE_FIN_WAIT2], 2);
    assert_int_equal(states[VMM_SOCKET_STATE_SYN_SENT], 1);
    assert_int_equal(states[VMM_SOCKET_STATE_CLOSE_WAIT], 2);
    assert_int_equal(states[VMM_SOCKET_STATE_TIME_WAIT], 1);
    assert_int_equal(rows[0].local_port, 8080);
    assert_int_equal(rows[0].remote_port, 0);
    assert_int_equal(rows[0].accept_queue, 0);
    check_unknown_number(rows[0].rx_queue_bytes);
    /* 100 bytes that were not read. */
    assert_int_equal(rows[4].state, VMM_SOCKET_STATE_ESTABLISHED);
    assert_int_equal(rows[4].rx_queue_bytes, 100);
    assert_int_equal(rows[4].remote_port, 8080);
    check_unknown_number(rows[4].accept_queue);
    /* A SYN counts as a byte. */
    assert_int_equal(rows[2].state, VMM_SOCKET_STATE_SYN_SENT);
    assert_int_equal(rows[2].tx_queue_bytes, 1);
    assert_int_equal(rows[2].remote_port, 80);
}

TEST(sample_of_tcp6)
{
    struct vmm_socket rows[3];

    assert_int_equal(sample_rows("proc-net-tcp/linux-6.18-x86_64-tcp6", rows, 3), 3);
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(rows[i].address_bytes, 16);
    assert_int_equal(rows[0].state, VMM_SOCKET_STATE_LISTEN);
    assert_int_equal(rows[0].local_port, 8081);
    assert_int_equal(rows[0].accept_queue, 1);
    /* The connection that waits there belongs to no process yet. */
    assert_int_equal(rows[2].state, VMM_SOCKET_STATE_ESTABLISHED);
    assert_int_equal(rows[2].inode, 0);
}

TEST(samples_of_udp_have_drops)
{
    struct vmm_socket rows[3];

    assert_int_equal(sample_rows("proc-net-tcp/linux-6.18-x86_64-udp", rows, 3), 3);
    assert_int_equal(rows[1].state, VMM_SOCKET_STATE_CLOSE);
    assert_int_equal(rows[1].local_port, 5300);
    assert_int_equal(rows[1].rx_queue_bytes, 0xf00);
    assert_int_equal(rows[1].drops, 27);
    assert_int_equal(rows[0].state, VMM_SOCKET_STATE_ESTABLISHED);
    assert_int_equal(rows[0].drops, 0);
    assert_int_equal(sample_rows("proc-net-tcp/linux-6.18-x86_64-udp6", rows, 3), 1);
    assert_int_equal(rows[0].address_bytes, 16);
    assert_int_equal(rows[0].drops, 0);
    assert_int_equal(sample_rows("proc-net-tcp/linux-6.18-x86_64-raw", rows, 3), 1);
    assert_int_equal(rows[0].drops, 0);
    /* Its protocol. */
    assert_int_equal(rows[0].local_port, 1);
}

TEST(sample_of_udp_before_it_had_drops)
{
    struct vmm_socket row;

    assert_int_equal(sample_rows("proc-net-tcp/linux-2.6.18-udp-no-drops", &row, 1), 1);
    CHECK_ROW(row, 4, 111, 0, VMM_SOCKET_STATE_CLOSE, 0, 0, NO, 0, 4444, NO);
}

/* Rows of requests and of connections that are over end after the pointer, and have no drops. */
TEST(sample_of_tcp_with_short_rows)
{
    struct vmm_socket rows[4];

    assert_int_equal(sample_rows("proc-net-tcp/linux-3.2-tcp", rows, 4), 4);
    CHECK_ROW(rows[0], 4, 8080, 0, VMM_SOCKET_STATE_LISTEN, 0, NO, 0, 1000, 21530, NO);
    CHECK_ROW(rows[1], 4, 22, 0xc001, VMM_SOCKET_STATE_ESTABLISHED, 36, 0, NO, 0, 20119, NO);
    CHECK_ROW(rows[2], 4, 22, 0xc002, VMM_SOCKET_STATE_SYN_RECV, 0, 0, NO, 0, 0, NO);
    CHECK_ROW(rows[3], 4, 22, 0xc003, VMM_SOCKET_STATE_TIME_WAIT, 0, 0, NO, 0, 0, NO);
}

TEST(sample_with_the_first_ten_columns_only)
{
    struct vmm_socket rows[2];

    assert_int_equal(sample_rows("proc-net-tcp/written-ten-columns", rows, 2), 2);
    CHECK_ROW(rows[0], 4, 80, 0, VMM_SOCKET_STATE_LISTEN, 0, NO, 0, 0, 12, NO);
    CHECK_ROW(rows[1], 4, 80, 0x8000, VMM_SOCKET_STATE_ESTABLISHED, 0, 0, NO, 65534, 13, NO);
}

TEST(sample_with_extreme_numbers)
{
    struct vmm_socket rows[4];

    assert_int_equal(sample_rows("proc-net-tcp/written-extreme-numbers", rows, 4), 4);
    /* A state that no kernel's file has is still told. */
    CHECK_ROW(rows[0], 16, 65535, 65535, 13, 0xffffffff, 0xfffffffe, NO, 4294967295, UINT64_MAX - 2, NO);
    CHECK_ROW(rows[1], 16, 65535, 65535, 255, UINT64_C(0x100000000), NO, NO, NO, NO, 4294967295);
    CHECK_ROW(rows[2], 16, 0, 0, 0x12345, 0, 1, NO, 5, 7, UINT64_MAX - 2);
    CHECK_ROW(rows[3], 16, 0xa0bc, 0xffff, VMM_SOCKET_STATE_LISTEN, 0, NO, 1, 5, 7, NO);
}

/* Where more columns follow, the thirteenth need not be what it was. */
TEST(sample_with_more_columns)
{
    struct vmm_socket rows[2];

    assert_int_equal(sample_rows("proc-net-tcp/written-future-columns", rows, 2), 2);
    CHECK_ROW(rows[0], 4, 53, 0, VMM_SOCKET_STATE_CLOSE, 0, 16, NO, 101, 900, NO);
    CHECK_ROW(rows[1], 4, 53, 0, VMM_SOCKET_STATE_CLOSE, 0, 0, NO, 101, 901, NO);
}

/* ---- rows ---- */

#define ENDS "0100007F:0001 0200007F:0002"

TEST(every_state)
{
    for (unsigned number = 0; number < 256; number++) {
        char line[120];
        struct vmm_socket row;

        snprintf(line, sizeof line, "  1: " ENDS " %02X 00000005:00000006 00:00000000 00000000 0 0 7\n", number);
        row = one_row(line, strlen(line));
        assert_int_equal(row.state, number);
        if (number == VMM_SOCKET_STATE_LISTEN)
            CHECK_ROW(row, 4, 1, 2, number, 5, NO, 6, 0, 7, NO);
        else
            CHECK_ROW(row, 4, 1, 2, number, 5, 6, NO, 0, 7, NO);
    }
}

TEST(columns_that_are_missing_after_the_state_are_unknown)
{
    struct vmm_socket row;

    row = one_row(TEXT("1: " ENDS " 01\n"));
    CHECK_ROW(row, 4, 1, 2, 1, NO, NO, NO, NO, NO, NO);
    row = one_row(TEXT("1: " ENDS " 0A  \n"));
    CHECK_ROW(row, 4, 1, 2, 10, NO, NO, NO, NO, NO, NO);
    row = one_row(TEXT("1: " ENDS " 01 5:6\n"));
    CHECK_ROW(row, 4, 1, 2, 1, 5, 6, NO, NO, NO, NO);
    row = one_row(TEXT("1: " ENDS " 01 5:6 0:0 0\n"));
    CHECK_ROW(row, 4, 1, 2, 1, 5, 6, NO, NO, NO, NO);
    row = one_row(TEXT("1: " ENDS " 01 5:6 0:0 0 1000\n"));
    CHECK_ROW(row, 4, 1, 2, 1, 5, 6, NO, 1000, NO, NO);
    row = one_row(TEXT("1: " ENDS " 01 5:6 0:0 0 1000 0\n"));
    CHECK_ROW(row, 4, 1, 2, 1, 5, 6, NO, 1000, NO, NO);
    row = one_row(TEXT("1: " ENDS " 01 5:6 0:0 0 1000 0 8\n"));
    CHECK_ROW(row, 4, 1, 2, 1, 5, 6, NO, 1000, 8, NO);
}

TEST(which_column_is_drops)
{
    static const struct {
        const char *rest;
        uint64_t drops;
    } rests[] = {{" 2 ffff 9", 9},
                 {" 2 ffff 9   ", 9},
                 {"\t2\tffff\t9\t", 9},
                 {" 2 ffff", NO},
                 {" 2", NO},
                 {" 2 ffff 9 10", NO},
                 {" 2 ffff x", NO},
                 {" 2 ffff 9x", NO},
                 {" 2 ffff -1", NO},
                 {" x (null) 9", 9},
                 {" 2 ffff ", NO},
                 {" 2 ffff 4294967295", 4294967295},
                 {" 2 ffff 18446744073709551615", NO},
                 {" 2 ffff 9\r", NO}};

    for (size_t i = 0; i < COUNT_OF(rests); i++) {
        char line[120];
        struct vmm_socket row;

        snprintf(line, sizeof line, "1: " ENDS " 07 5:6 0:0 0 1000 0 8%s\n", rests[i].rest);
        row = one_row(line, strlen(line));
        CHECK_ROW(row, 4, 1, 2, 7, 5, 6, NO, 1000, 8, rests[i].drops);
    }
}

/* A wrong row costs that row alone. */
TEST(a_call_after_a_bad_row_goes_on_after_it)
{
    static const char bytes[] = " sl x\n1: " ENDS " 01\n2: " ENDS "\n\n3: " ENDS " 03\n4: " ENDS " 04 ";
    static const vmm_status wanted[] = {VMM_OK, VMM_E_SYNTAX, VMM_E_SYNTAX, VMM_OK, VMM_E_TRUNCATED, VMM_END, VMM_END};
    struct vmm_text text = vmm_text_of(bytes, sizeof bytes - 1);
    struct vmm_socket row;

    for (size_t i = 0; i < COUNT_OF(wanted); i++) {
        assert_int_equal(vmm_socket_next(&text, &row, sizeof row), wanted[i]);
        if (wanted[i] == VMM_OK)
            assert_int_equal(row.state, i == 0 ? 1 : 3);
        else
            check_unknown(VMM_RECORD_SOCKET, &row);
    }
}

TEST(long_lines)
{
    static const char *const pieces[] = {"0", "F", " ", "0:", "sl ", "x"};

    for (size_t i = 0; i < COUNT_OF(pieces); i++) {
        struct builder builder = {NULL, 0, 0};
        struct vmm_text text;
        struct vmm_socket row;

        builder_print(&builder, "1: ");
        while (builder.length < 1000000)
            builder_add(&builder, pieces[i], strlen(pieces[i]));
        text = vmm_text_of(builder.bytes, builder.length);
        assert_int_equal(vmm_socket_next(&text, &row, sizeof row), VMM_E_TRUNCATED);
        assert_ptr_equal(text.pos, text.end);
        builder_add(&builder, "\n", 1);
        text = vmm_text_of(builder.bytes, builder.length);
        assert_int_equal(vmm_socket_next(&text, &row, sizeof row), VMM_E_SYNTAX);
        assert_ptr_equal(text.pos, text.end);
        builder_free(&builder);
    }
}
