/* Rows of /proc/net/tcp and its kin. */
#include "support.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WORDS = sizeof(struct vmm_socket) / 8 };

#define WORD(member) (offsetof(struct vmm_socket, member) / 8)

/* ---- reference: a row is cut into words, and each word judged by its place ---- */

static struct outcome refused(const char *bytes, size_t error, size_t length, uint64_t *words)
{
    struct outcome outcome = {error == length ? VMM_E_TRUNCATED : VMM_E_SYNTAX, error, error};

    reference_unknown(words, sizeof(struct vmm_socket));
    while (outcome.pos < length && bytes[outcome.pos] != '\n')
        outcome.pos++;
    if (outcome.pos < length)
        outcome.pos++;
    return outcome;
}

static size_t behind_blanks(const char *bytes, size_t pos, size_t length)
{
    while (pos < length && (bytes[pos] == ' ' || bytes[pos] == '\t'))
        pos++;
    return pos;
}

static bool take_hex(const char *bytes, size_t pos, size_t length, size_t *after, uint64_t *value)
{
    size_t first = pos;
    char digits[17] = "";

    while (pos < length && bytes[pos] != '\0' && strchr("0123456789abcdefABCDEF", bytes[pos]) != NULL)
        pos++;
    *after = pos;
    if (pos == first)
        return false;
    while (first + 1 < pos && bytes[first] == '0')
        first++;
    *value = VMM_UNKNOWN;
    if (pos - first > 16)
        return true;
    memcpy(digits, bytes + first, pos - first);
    *value = strtoull(digits, NULL, 16);
    if (*value >= VMM_UNLIMITED)
        *value = VMM_UNKNOWN;
    return true;
}

static struct outcome expect_at(const char *bytes, size_t line, size_t length, uint64_t *words)
{
    /* What each number is: d decimal, x hexadecimal, a an address; then what ends it; whether it may be the last. */
    static const char *const numbers[] = {
        "d:", "a:", "x ", "a:", "x ", "x !", "x:", "x !", "x:", "x !", "x !", "d !", "d !", "d !"};
    enum {
        SL,
        LOCAL,
        LOCAL_PORT,
        REMOTE,
        REMOTE_PORT,
        STATE,
        TX,
        RX,
        TR,
        WHEN,
        RETRNSMT,
        UID,
        TIMEOUT,
        INODE,
        NUMBERS
    };
    struct outcome outcome = {VMM_END, line, NOWHERE};
    uint64_t values[NUMBERS];
    size_t pos, line_end = line, after;

    reference_unknown(words, sizeof(struct vmm_socket));
    if (line == length)
        return outcome;
    while (line_end < length && bytes[line_end] != '\n')
        line_end++;
    if (line_end == length)
        return refused(bytes, length, length, words);
    pos = behind_blanks(bytes, line, length);
    if (line_end - pos >= 3 && memcmp(bytes + pos, "sl", 2) == 0 && (bytes[pos + 2] == ' ' || bytes[pos + 2] == '\t'))
        return expect_at(bytes, line_end + 1, length, words);
    pos = line;
    for (size_t i = 0; i < NUMBERS; i++)
        values[i] = VMM_UNKNOWN;
    for (size_t i = 0; i < NUMBERS; i++) {
        size_t first = behind_blanks(bytes, pos, length);

        if (i > 0 && numbers[i - 1][2] == '!' && first == line_end) {
            pos = first;
            break;
        }
        if (numbers[i][0] == 'd' ? !reference_number(bytes, first, length, &pos, &values[i])
                                 : !take_hex(bytes, first, length, &pos, &values[i]))
            return refused(bytes, pos, length, words);
        if (numbers[i][1] == ':' ? bytes[pos] != ':' : behind_blanks(bytes, pos, length) == pos && pos != line_end)
            return refused(bytes, pos, length, words);
        if (numbers[i][0] == 'a') {
            if (pos - first != 8 && pos - first != 32)
                return refused(bytes, pos, length, words);
            values[i] = (pos - first) / 2;
            if (values[i] != values[LOCAL])
                return refused(bytes, pos, length, words);
        }
        if (numbers[i][1] == ':')
            pos++;
    }
    words[WORD(address_bytes)] = values[LOCAL];
    words[WORD(local_port)] = values[LOCAL_PORT];
    words[WORD(remote_port)] = values[REMOTE_PORT];
    words[WORD(state)] = values[STATE];
    words[WORD(tx_queue_bytes)] = values[TX];
    words[values[STATE] == 10 ? WORD(accept_queue) : WORD(rx_queue_bytes)] = values[RX];
    words[WORD(uid)] = values[UID];
    words[WORD(inode)] = values[INODE];
    /* Three words more, of which the last is a number. */
    for (unsigned i = 0; i < 2; i++) {
        pos = behind_blanks(bytes, pos, length);
        while (pos < line_end && bytes[pos] != ' ' && bytes[pos] != '\t')
            pos++;
    }
    if (reference_number(bytes, behind_blanks(bytes, pos, length), length, &after, &values[0]) &&
        behind_blanks(bytes, after, length) == line_end)
        words[WORD(drops)] = values[0];
    outcome.status = VMM_OK;
    outcome.pos = line_end + 1;
    return outcome;
}

static struct outcome expect(const char *bytes, size_t length, uint64_t *words)
{
    return expect_at(bytes, 0, length, words);
}

static vmm_status parse(struct vmm_text *text, void *out, size_t out_size)
{
    return vmm_socket_next(text, out, out_size);
}

static const struct old_format format = {parse, expect, VMM_RECORD_SOCKET, sizeof(struct vmm_socket)};

/* Reads all rows, each checked against the reference; says how many there were, and keeps the first ones. */
static size_t rows_of(const char *bytes, size_t length, struct vmm_socket *rows, size_t room)
{
    struct vmm_text text = vmm_text_of(bytes, length);
    struct arena arena = arena_new(length);
    size_t count = 0;

    for (;;) {
        size_t at = (size_t)(text.pos - bytes);
        struct vmm_socket row;
        vmm_status status;

        check_text(&format, &arena, text.pos, length - at);
        memset(&row, 0x5a, sizeof row);
        status = vmm_socket_next(&text, &row, sizeof row);
        if (status == VMM_END)
            break;
        assert_true(text.pos > bytes + at);
        if (status == VMM_OK && count < room)
            rows[count] = row;
        if (status == VMM_OK)
            count++;
        else
            check_unknown(VMM_RECORD_SOCKET, &row);
    }
    assert_ptr_equal(text.pos, bytes + length);
    arena_free(&arena);
    return count;
}

static size_t sample_rows(const char *name, struct vmm_socket *rows, size_t room)
{
    struct sample sample = sample_load(name);
    size_t count = rows_of(sample.bytes, sample.length, rows, room);

    sample_free(&sample);
    return count;
}

static struct vmm_socket one_row(const char *bytes, size_t length)
{
    struct vmm_socket row;

    memset(&row, 0x5a, sizeof row);
    assert_int_equal(rows_of(bytes, length, &row, 1), 1);
    return row;
}

#define NO VMM_UNKNOWN

static void check_row(const struct vmm_socket *row, const uint64_t wanted[WORDS - 1])
{
    uint64_t got[WORDS];

    memcpy(got, row, sizeof got);
    assert_int_equal(got[0], sizeof *row);
    for (size_t i = 1; i < WORDS; i++)
        if (got[i] != wanted[i - 1])
            fail_msg("word %lu: %" PRIu64 ", expected %" PRIu64, (unsigned long)i, got[i], wanted[i - 1]);
}

/* address_bytes, local_port, remote_port, state, tx, rx, accept_queue, uid, inode, drops */
#define CHECK_ROW(row, ...) check_row(&(row), (const uint64_t[WORDS - 1]){__VA_ARGS__})

static const char usual[] =
    "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n"
    "   0: 0100007F:1F90 00000000:0000 0A 00000000:00000003 00:00000000 00000000  1000        0 436238 1 "
    "00000000dd477491 100 0 0 10 0                    \n"
    "   1: 0100007F:1F90 0100007F:A6BC 01 00000024:00000064 01:00000019 00000000     0        0 436240 2 "
    "000000002e829387 20 0 0 11 -1                    \n";

/* ---- samples ---- */

static void test_every_sample_is_read_as_the_reference_reads_it(void **state)
{
    const char *const *name = sample_names("proc-net-tcp");

    (void)state;
    for (; *name != NULL; name++) {
        struct vmm_socket row;

        assert_true(sample_rows(*name, &row, 1) > 0);
    }
}

static void test_every_sample_cut_at_every_length(void **state)
{
    const char *const *name = sample_names("proc-net-tcp");

    (void)state;
    for (; *name != NULL; name++) {
        struct sample sample = sample_load(*name);
        struct lines lines = lines_of(sample.bytes, sample.length);

        check_every_cut(&format, sample.bytes, lines.length[0] + lines.length[1]);
        for (size_t i = 0; i < lines.count; i++) {
            check_every_cut(&format, lines.start[i], lines.length[i]);
            for (size_t at = 1; at < lines.length[i]; at++) {
                struct record record;

                assert_int_equal(run(&format, lines.start[i], at, &record, format.bytes).status, VMM_E_TRUNCATED);
                check_unknown(VMM_RECORD_SOCKET, &record);
            }
        }
        lines_free(&lines);
        sample_free(&sample);
    }
}

static void test_sample_of_tcp(void **state)
{
    struct vmm_socket rows[9];
    unsigned states[16] = {0};

    (void)state;
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

static void test_sample_of_tcp6(void **state)
{
    struct vmm_socket rows[3];

    (void)state;
    assert_int_equal(sample_rows("proc-net-tcp/linux-6.18-x86_64-tcp6", rows, 3), 3);
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(rows[i].address_bytes, 16);
    assert_int_equal(rows[0].state, VMM_SOCKET_STATE_LISTEN);
    assert_int_equal(rows[0].local_port, 8081);
    assert_int_equal(rows[0].accept_queue, 1);
    /* The connection that waits there is nobody's yet. */
    assert_int_equal(rows[2].state, VMM_SOCKET_STATE_ESTABLISHED);
    assert_int_equal(rows[2].inode, 0);
}

static void test_samples_of_udp_have_drops(void **state)
{
    struct vmm_socket rows[3];

    (void)state;
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

static void test_sample_of_udp_before_it_had_drops(void **state)
{
    struct vmm_socket row;

    (void)state;
    assert_int_equal(sample_rows("proc-net-tcp/linux-2.6.18-udp-no-drops", &row, 1), 1);
    CHECK_ROW(row, 4, 111, 0, VMM_SOCKET_STATE_CLOSE, 0, 0, NO, 0, 4444, NO);
}

/* Rows of requests and of connections that are over end behind the pointer, and have no drops. */
static void test_sample_of_tcp_with_short_rows(void **state)
{
    struct vmm_socket rows[4];

    (void)state;
    assert_int_equal(sample_rows("proc-net-tcp/linux-3.2-tcp", rows, 4), 4);
    CHECK_ROW(rows[0], 4, 8080, 0, VMM_SOCKET_STATE_LISTEN, 0, NO, 0, 1000, 21530, NO);
    CHECK_ROW(rows[1], 4, 22, 0xc001, VMM_SOCKET_STATE_ESTABLISHED, 36, 0, NO, 0, 20119, NO);
    CHECK_ROW(rows[2], 4, 22, 0xc002, VMM_SOCKET_STATE_SYN_RECV, 0, 0, NO, 0, 0, NO);
    CHECK_ROW(rows[3], 4, 22, 0xc003, VMM_SOCKET_STATE_TIME_WAIT, 0, 0, NO, 0, 0, NO);
}

static void test_sample_with_the_first_ten_columns_only(void **state)
{
    struct vmm_socket rows[2];

    (void)state;
    assert_int_equal(sample_rows("proc-net-tcp/written-ten-columns", rows, 2), 2);
    CHECK_ROW(rows[0], 4, 80, 0, VMM_SOCKET_STATE_LISTEN, 0, NO, 0, 0, 12, NO);
    CHECK_ROW(rows[1], 4, 80, 0x8000, VMM_SOCKET_STATE_ESTABLISHED, 0, 0, NO, 65534, 13, NO);
}

static void test_sample_with_extreme_numbers(void **state)
{
    struct vmm_socket rows[4];

    (void)state;
    assert_int_equal(sample_rows("proc-net-tcp/written-extreme-numbers", rows, 4), 4);
    /* A state that no kernel's file has is still told. */
    CHECK_ROW(rows[0], 16, 65535, 65535, 13, 0xffffffff, 0xfffffffe, NO, 4294967295, UINT64_MAX - 2, NO);
    CHECK_ROW(rows[1], 16, 65535, 65535, 255, UINT64_C(0x100000000), NO, NO, NO, NO, 4294967295);
    CHECK_ROW(rows[2], 16, 0, 0, 0x12345, 0, 1, NO, 5, 7, UINT64_MAX - 2);
    CHECK_ROW(rows[3], 16, 0xa0bc, 0xffff, VMM_SOCKET_STATE_LISTEN, 0, NO, 1, 5, 7, NO);
}

/* Where more columns follow, the thirteenth need not be what it was. */
static void test_sample_with_more_columns(void **state)
{
    struct vmm_socket rows[2];

    (void)state;
    assert_int_equal(sample_rows("proc-net-tcp/written-future-columns", rows, 2), 2);
    CHECK_ROW(rows[0], 4, 53, 0, VMM_SOCKET_STATE_CLOSE, 0, 16, NO, 101, 900, NO);
    CHECK_ROW(rows[1], 4, 53, 0, VMM_SOCKET_STATE_CLOSE, 0, 0, NO, 101, 901, NO);
}

/* ---- rows ---- */

#define ENDS "0100007F:0001 0200007F:0002"

static void test_every_state(void **state)
{
    (void)state;
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

static void test_columns_that_are_missing_behind_the_state_are_unknown(void **state)
{
    struct vmm_socket row;

    (void)state;
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

static void test_which_column_is_drops(void **state)
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

    (void)state;
    for (size_t i = 0; i < COUNT_OF(rests); i++) {
        char line[120];
        struct vmm_socket row;

        snprintf(line, sizeof line, "1: " ENDS " 07 5:6 0:0 0 1000 0 8%s\n", rests[i].rest);
        row = one_row(line, strlen(line));
        CHECK_ROW(row, 4, 1, 2, 7, 5, 6, NO, 1000, 8, rests[i].drops);
    }
}

static void check_refused(const char *bytes, size_t length, size_t error)
{
    struct arena arena = arena_new(length);
    struct record record;
    struct outcome outcome = run(&format, bytes, length, &record, format.bytes);

    if (outcome.status != VMM_E_SYNTAX || outcome.error != error || outcome.pos != length)
        fail_msg("%s: status %d, error %ld, pos %ld", bytes, (int)outcome.status, (long)outcome.error,
                 (long)outcome.pos);
    check_unknown(VMM_RECORD_SOCKET, &record);
    check_text(&format, &arena, bytes, length);
    arena_free(&arena);
}

static void test_malformed_rows_are_refused_at_the_wrong_byte(void **state)
{
    (void)state;
    check_refused(TEXT("\n"), 0);
    check_refused(TEXT("   \n"), 3);
    check_refused(TEXT("x: " ENDS " 01\n"), 0);
    check_refused(TEXT(": " ENDS " 01\n"), 0);
    check_refused(TEXT("1 " ENDS " 01\n"), 1);
    check_refused(TEXT("1: \n"), 3);
    check_refused(TEXT("1: 0100007:0001\n"), 10);
    check_refused(TEXT("1: 0100007F1:0001\n"), 12);
    check_refused(TEXT("1: 0100007G:0001\n"), 10);
    check_refused(TEXT("1: 0x00007F:0001\n"), 4);
    check_refused(TEXT("1: 0100007F:\n"), 12);
    check_refused(TEXT("1: 0100007F 0001\n"), 11);
    check_refused(TEXT("1: 0100007F:0001\n"), 16);
    check_refused(TEXT("1: 0100007F:0001,\n"), 16);
    check_refused(TEXT("1: " ENDS "\n"), 30);
    check_refused(TEXT("1: " ENDS "  \n"), 32);
    check_refused(TEXT("1: " ENDS " G\n"), 31);
    check_refused(TEXT("1: " ENDS " 01,\n"), 33);
    check_refused(TEXT("1: " ENDS " 01\r\n"), 33);
    check_refused(TEXT("1: " ENDS " 01 5\n"), 35);
    check_refused(TEXT("1: " ENDS " 01 5:\n"), 36);
    check_refused(TEXT("1: " ENDS " 01 5 6\n"), 35);
    check_refused(TEXT("1: " ENDS " 01 5:-6\n"), 36);
    check_refused(TEXT("1: " ENDS " 01 5:6 0:0 0 a\n"), 44);
    check_refused(TEXT("1: " ENDS " 01 5:6 0:0 0 1 - 8\n"), 47);
    check_refused(TEXT("1: " ENDS " 01 5:6 0:0 0 1 0 8x\n"), 49);
    /* Of both kinds at once. */
    check_refused(TEXT("1: 0100007F:0001 0000000000000000FFFF00000100007F:0001 01\n"), 49);
    check_refused(TEXT("1: 0000000000000000FFFF00000100007F:0001 0100007F:0001 01\n"), 49);
}

static void test_lines_above_the_rows(void **state)
{
    struct vmm_socket row;

    (void)state;
    assert_int_equal(rows_of(TEXT(""), &row, 1), 0);
    assert_int_equal(rows_of(TEXT("  sl  local_address\n\tsl\tx\nsl \n"), &row, 1), 0);
    row = one_row(TEXT("1: " ENDS " 01\n sl \n"));
    assert_int_equal(row.local_port, 1);
    check_refused(TEXT("sl\n"), 0);
    check_refused(TEXT("slx \n"), 0);
    check_refused(TEXT(" SL \n"), 1);
}

/* A wrong row costs that row alone. */
static void test_a_call_after_a_bad_row_goes_on_behind_it(void **state)
{
    static const char bytes[] = " sl x\n1: " ENDS " 01\n2: " ENDS "\n\n3: " ENDS " 03\n4: " ENDS " 04 ";
    static const vmm_status wanted[] = {VMM_OK, VMM_E_SYNTAX, VMM_E_SYNTAX, VMM_OK, VMM_E_TRUNCATED, VMM_END, VMM_END};
    struct vmm_text text = vmm_text_of(bytes, sizeof bytes - 1);
    struct vmm_socket row;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(wanted); i++) {
        assert_int_equal(vmm_socket_next(&text, &row, sizeof row), wanted[i]);
        if (wanted[i] == VMM_OK)
            assert_int_equal(row.state, i == 0 ? 1 : 3);
        else
            check_unknown(VMM_RECORD_SOCKET, &row);
    }
}

static void test_long_lines(void **state)
{
    static const char *const pieces[] = {"0", "F", " ", "0:", "sl ", "x"};

    (void)state;
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

static void test_every_byte_of_usual_rows_replaced_by_every_other(void **state)
{
    const char *row = strstr(usual, "   1:");

    (void)state;
    check_every_byte(&format, row, strlen(row));
    check_every_byte(&format, TEXT("  sl  local_address rem\n"));
    check_every_byte(&format, TEXT("  205: 0100007F:14B4 00000000:0000 07 00000000:00000F00 00:00000000 00000000     0"
                                   "        0 436249 2 0000000023ae5b0a 27       \n"));
}

static void test_random_texts_against_the_reference(void **state)
{
    static const char interesting[] = " \t\n\r\0:0123456789-aAfFgsl\x7f\x80\xff";
    static const char *const ends[] = {"", " 2 ffff", " 2 ffff 5", " 2 ffff 20 4 30 10 -1", " 1 0 7  "};
    struct arena arena = arena_new(8192);
    struct builder builder = {NULL, 0, 0};
    unsigned seen[4] = {0};

    (void)state;
    chance_seed(12);
    for (unsigned time = 0, rounds = chance_rounds(60000); time < rounds; time++) {
        uint64_t words[WORDS];
        size_t rows = chance_below(4);

        builder.length = 0;
        for (size_t i = 0; i < rows; i++) {
            bool is_long = chance_of(30);

            if (chance_of(10))
                builder_print(&builder, "  sl  local_address\n");
            builder_print(&builder,
                          "%4u: %s%08X:%04X %s%08X:%04X %02X %08" PRIX64 ":%08" PRIX64
                          " %02X:%08X %08X %5u %8d %" PRIu64 "%s%s",
                          (unsigned)i, is_long ? "000000000000000000000000" : "", (unsigned)chance(),
                          (unsigned)chance_below(65536), is_long == chance_of(98) ? "000000000000000000000000" : "",
                          (unsigned)chance(), (unsigned)chance_below(65536), (unsigned)chance_below(13),
                          chance_number(), chance_number(), (unsigned)chance_below(5), (unsigned)chance(),
                          (unsigned)chance_below(9), (unsigned)chance_number(), (int)chance_below(9) - 1,
                          chance_number(), ends[chance_below(COUNT_OF(ends))], chance_of(95) ? "\n" : "");
        }
        for (unsigned i = 0; builder.length != 0 && chance_of(40) && i < 3; i++)
            builder.bytes[chance_below(builder.length)] = interesting[chance_below(sizeof interesting - 1)];
        if (builder.length != 0 && chance_of(10))
            builder.length = chance_below(builder.length);
        check_text(&format, &arena, builder.length == 0 ? "" : builder.bytes, builder.length);
        switch (expect(builder.length == 0 ? "" : builder.bytes, builder.length, words).status) {
        case VMM_OK:
            seen[0]++;
            break;
        case VMM_E_SYNTAX:
            seen[1]++;
            break;
        case VMM_E_TRUNCATED:
            seen[2]++;
            break;
        default:
            seen[3]++;
            break;
        }
    }
    assert_true(seen[0] > chance_rounds(5000) && seen[1] > chance_rounds(5000) && seen[2] > chance_rounds(2000) &&
                seen[3] > chance_rounds(5000));
    builder_free(&builder);
    arena_free(&arena);
}

/* ---- the output ---- */

static void test_outputs_of_every_size(void **state)
{
    (void)state;
    check_every_size(&format, usual, sizeof usual - 1, VMM_OK);
    check_every_size(&format, strstr(usual, "   1:"), strlen(strstr(usual, "   1:")), VMM_OK);
    check_every_size(&format, usual, 120, VMM_E_TRUNCATED);
    check_every_size(&format, TEXT("1: x\n"), VMM_E_SYNTAX);
    check_every_size(&format, TEXT("  sl  x\n"), VMM_END);
}

static void test_arguments(void **state)
{
    (void)state;
    check_arguments(&format, usual, sizeof usual - 1);
}

static void test_the_text_is_not_written_to(void **state)
{
    (void)state;
    check_input_is_read_only(&format, usual, sizeof usual - 1);
    check_input_is_read_only(&format, usual, sizeof usual - 40);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_sample_is_read_as_the_reference_reads_it),
        cmocka_unit_test(test_every_sample_cut_at_every_length),
        cmocka_unit_test(test_sample_of_tcp),
        cmocka_unit_test(test_sample_of_tcp6),
        cmocka_unit_test(test_samples_of_udp_have_drops),
        cmocka_unit_test(test_sample_of_udp_before_it_had_drops),
        cmocka_unit_test(test_sample_of_tcp_with_short_rows),
        cmocka_unit_test(test_sample_with_the_first_ten_columns_only),
        cmocka_unit_test(test_sample_with_extreme_numbers),
        cmocka_unit_test(test_sample_with_more_columns),
        cmocka_unit_test(test_every_state),
        cmocka_unit_test(test_columns_that_are_missing_behind_the_state_are_unknown),
        cmocka_unit_test(test_which_column_is_drops),
        cmocka_unit_test(test_malformed_rows_are_refused_at_the_wrong_byte),
        cmocka_unit_test(test_lines_above_the_rows),
        cmocka_unit_test(test_a_call_after_a_bad_row_goes_on_behind_it),
        cmocka_unit_test(test_long_lines),
        cmocka_unit_test(test_every_byte_of_usual_rows_replaced_by_every_other),
        cmocka_unit_test(test_random_texts_against_the_reference),
        cmocka_unit_test(test_outputs_of_every_size),
        cmocka_unit_test(test_arguments),
        cmocka_unit_test(test_the_text_is_not_written_to),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
