/* Rows of /proc/net/dev. */
#include "support.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#define HEADING                                                                                                        \
    "Inter-|   Receive                                                |  Transmit\n"                                   \
    " face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier " \
    "compressed\n"

enum { NAME = 1, NAME_BYTES = 16, COLUMNS = 16 };

/* ---- reference ---- */

static bool blank(char c)
{
    return c == ' ' || c == '\t';
}

static struct outcome refused(const char *bytes, size_t error, size_t length)
{
    struct outcome outcome = {error == length ? VMM_E_TRUNCATED : VMM_E_SYNTAX, error, error};

    while (outcome.pos < length && bytes[outcome.pos] != '\n')
        outcome.pos++;
    if (outcome.pos < length)
        outcome.pos++;
    return outcome;
}

static void make_unknown(uint64_t *words)
{
    reference_unknown(words, sizeof(struct vmm_net));
    memset(&words[NAME], 0, NAME_BYTES);
}

/* Where the line's `|` is, its end, or that of the text. */
static size_t find_bar(const char *bytes, size_t pos, size_t length)
{
    while (pos < length && bytes[pos] != '\n' && bytes[pos] != '|')
        pos++;
    return pos;
}

static struct outcome expect_at(const char *bytes, size_t line, size_t length, uint64_t *words)
{
    const size_t first = offsetof(struct vmm_net, rx_bytes) / 8;
    struct outcome outcome = {VMM_END, line, NOWHERE};
    size_t pos = line, word_end, colon = NOWHERE;

    make_unknown(words);
    if (line == length)
        return outcome;
    while (pos < length && blank(bytes[pos]))
        pos++;
    for (word_end = pos; word_end < length && bytes[word_end] != '\n' && !blank(bytes[word_end]); word_end++)
        if (bytes[word_end] == ':')
            colon = word_end;
    if (word_end == length)
        return refused(bytes, length, length);
    if (colon == NOWHERE) {
        size_t bar = find_bar(bytes, pos, length);

        if (bar == length)
            return refused(bytes, length, length);
        if (bytes[bar] == '\n')
            return refused(bytes, word_end, length);
        outcome = refused(bytes, bar, length);
        if (bytes[outcome.pos - 1] != '\n')
            return refused(bytes, length, length);
        return expect_at(bytes, outcome.pos, length, words);
    }
    for (size_t i = pos; i < colon; i++)
        if (bytes[i] == '\0' || bytes[i] == '/' || i - pos == NAME_BYTES - 1)
            return refused(bytes, i, length);
    if (colon == pos)
        return refused(bytes, colon, length);
    outcome = reference_fill_columns(bytes, colon + 1, length, &words[first], COLUMNS);
    if (outcome.status == VMM_OK)
        memcpy(&words[NAME], bytes + pos, colon - pos);
    else
        make_unknown(words);
    return outcome;
}

static struct outcome expect(const char *bytes, size_t length, uint64_t *words)
{
    return expect_at(bytes, 0, length, words);
}

static vmm_status parse(struct vmm_text *text, void *out, size_t out_size)
{
    return vmm_net_next(text, out, out_size);
}

static const struct format format = {parse, expect, VMM_RECORD_NET, sizeof(struct vmm_net)};

/* Reads all rows, each checked against the reference; says how many there were, and keeps the first ones. */
static size_t rows_of(const char *bytes, size_t length, struct vmm_net *rows, size_t room)
{
    struct vmm_text text = vmm_text_of(bytes, length);
    struct arena arena = arena_new(length);
    size_t count = 0;

    for (;;) {
        size_t at = (size_t)(text.pos - bytes);
        struct vmm_net row;
        vmm_status status;

        check_text(&format, &arena, text.pos, length - at);
        memset(&row, 0x5a, sizeof row);
        status = vmm_net_next(&text, &row, sizeof row);
        if (status == VMM_END)
            break;
        assert_true(text.pos > bytes + at);
        if (status == VMM_OK && count < room)
            rows[count] = row;
        if (status == VMM_OK)
            count++;
        else
            check_unknown(VMM_RECORD_NET, &row);
    }
    assert_ptr_equal(text.pos, bytes + length);
    arena_free(&arena);
    return count;
}

static struct vmm_net one_row(const char *bytes, size_t length)
{
    struct vmm_net row;

    memset(&row, 0x5a, sizeof row);
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

static const char usual[] = HEADING
    "    lo: 2776770   11307    0    0    0     0          0         0  2776770   11307    0    0    0     0       0 "
    "         0\n"
    "  tap0: 1215645    2751    1    2    3     4          5         6  1782404    4324    7    8    9   427      10 "
    "        11\n";

/* ---- samples ---- */

static void test_every_sample_is_read_as_the_reference_reads_it(void **state)
{
    const char *const *name = sample_names("proc-net-dev");

    (void)state;
    for (; *name != NULL; name++) {
        struct sample sample = sample_load(*name);
        struct vmm_net row;

        assert_true(rows_of(sample.bytes, sample.length, &row, 1) > 0);
        sample_free(&sample);
    }
}

static void test_every_sample_cut_at_every_length(void **state)
{
    const char *const *name = sample_names("proc-net-dev");

    (void)state;
    for (; *name != NULL; name++) {
        struct sample sample = sample_load(*name);
        struct lines lines = lines_of(sample.bytes, sample.length);

        /* From the start, and from each row. */
        check_every_cut(&format, sample.bytes, lines.length[0] + lines.length[1] + lines.length[2]);
        for (size_t i = 0; i < lines.count; i++)
            check_every_cut(&format, lines.start[i], lines.length[i]);
        lines_free(&lines);
        sample_free(&sample);
    }
}

/* Rows before the cut are there, the one that was cut is not, and no other status comes. */
static void test_a_cut_costs_the_row_that_was_cut(void **state)
{
    struct sample sample = sample_load("proc-net-dev/linux-6.18-x86_64-tap-veth-bridge");

    (void)state;
    for (size_t length = 0; length <= sample.length; length++) {
        struct vmm_text text = vmm_text_of(sample.bytes, length);
        size_t lines = 0, rows = 0;
        struct vmm_net row;
        vmm_status status;

        for (size_t i = 0; i < length; i++)
            lines += sample.bytes[i] == '\n';
        while ((status = vmm_net_next(&text, &row, sizeof row)) == VMM_OK)
            rows++;
        assert_int_equal(rows, lines < 2 ? 0 : lines - 2);
        if (length == 0 || sample.bytes[length - 1] == '\n') {
            assert_int_equal(status, VMM_END);
        } else {
            assert_int_equal(status, VMM_E_TRUNCATED);
            assert_ptr_equal(text.error, sample.bytes + length);
            assert_int_equal(vmm_net_next(&text, &row, sizeof row), VMM_END);
        }
    }
    sample_free(&sample);
}

static void test_sample_of_linux_6_18(void **state)
{
    struct sample sample = sample_load("proc-net-dev/linux-6.18-x86_64-tap-veth-bridge");
    struct vmm_net rows[8];

    (void)state;
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

/* B4.1: no blank behind the colon, names that have colons, and both. */
static void test_sample_without_blanks_and_with_aliases(void **state)
{
    struct sample sample = sample_load("proc-net-dev/linux-2.6.18-no-blank-and-aliases");
    struct vmm_net rows[5];

    (void)state;
    assert_int_equal(rows_of(sample.bytes, sample.length, rows, 5), 5);
    CHECK_ROW(rows[2], "eth1", 4046496815, 15475140, 3, 17, 2, 1, 0, 9821, 998321007, 8840012, 0, 4, 0, 12, 1, 0);
    CHECK_ROW(rows[3], "tun10001:1", 30, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    CHECK_ROW(rows[4], "tun10001:2", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    sample_free(&sample);
}

/* B4.2: all that the kernel lets a name be. */
static void test_sample_of_odd_names(void **state)
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

    (void)state;
    assert_int_equal(rows_of(sample.bytes, sample.length, rows, COUNT_OF(names)), COUNT_OF(names));
    for (size_t i = 0; i < COUNT_OF(names); i++)
        CHECK_ROW(rows[i], names[i], 1000 + i, i, 0, 0, 0, 0, 0, 0, 2000 + i, 0, 0, 0, 0, 0, 0, 0);
    sample_free(&sample);
}

static void test_sample_of_extreme_counters(void **state)
{
    struct sample sample = sample_load("proc-net-dev/written-extreme-counters");
    const uint64_t top = UINT64_MAX - 2;
    struct vmm_net rows[6];

    (void)state;
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

static void test_sample_with_few_columns(void **state)
{
    struct sample sample = sample_load("proc-net-dev/written-few-columns");
    struct vmm_net rows[5];

    (void)state;
    assert_int_equal(rows_of(sample.bytes, sample.length, rows, 5), 5);
    CHECK_ROW(rows[0], "eth0", 1, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO);
    CHECK_ROW(rows[1], "eth1", 1, 2, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO);
    CHECK_ROW(rows[2], "eth2", 1, 2, 3, 4, 5, 6, 7, 8, NO, NO, NO, NO, NO, NO, NO, NO);
    CHECK_ROW(rows[3], "eth3", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, NO);
    CHECK_ROW(rows[4], "eth4", 1, 2, 3, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO);
    sample_free(&sample);
}

static void test_sample_with_more_columns(void **state)
{
    struct sample sample = sample_load("proc-net-dev/written-future-columns");
    struct vmm_net rows[2];

    (void)state;
    assert_int_equal(rows_of(sample.bytes, sample.length, rows, 2), 2);
    CHECK_ROW(rows[0], "eth0", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16);
    CHECK_ROW(rows[1], "eth1", 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36);
    sample_free(&sample);
}

/* B4.6: more interfaces than a read() gives. A read() ends at a line's end, so its text begins with a row. */
static void test_sample_read_in_pieces(void **state)
{
    struct sample sample = sample_load("proc-net-dev/linux-6.1-40-taps");
    struct lines lines = lines_of(sample.bytes, sample.length);
    struct vmm_net whole[40], piece[40];

    (void)state;
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

static void test_the_last_colon_of_the_first_word_ends_the_name(void **state)
{
    struct vmm_net row;

    (void)state;
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

/* The bytes of the name's member behind the name are zeros. */
static void test_names_of_every_length(void **state)
{
    (void)state;
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
                check_string(&format, builder.bytes);
            }
            builder_free(&builder);
        }
    }
}

/* Every byte in a name, and before and behind it. */
static void test_every_byte_in_a_name(void **state)
{
    (void)state;
    for (unsigned byte = 0; byte < 256; byte++) {
        for (size_t at = 0; at <= 5; at++) {
            char line[] = "\nabcd: 1 2 3                     \n";
            struct arena arena = arena_new(sizeof line);

            line[at] = (char)byte;
            check_text(&format, &arena, line, sizeof line - 1);
            check_text(&format, &arena, line + 1, sizeof line - 2);
            arena_free(&arena);
        }
    }
}

static void check_refused(const char *bytes, size_t length, size_t error)
{
    struct arena arena = arena_new(length);
    struct record record;
    struct outcome outcome = run(&format, bytes, length, &record, format.bytes);
    const char *newline = memchr(bytes + error, '\n', length - error);

    if (outcome.status != VMM_E_SYNTAX || outcome.error != error || outcome.pos != (size_t)(newline - bytes) + 1)
        fail_msg("%s: status %d, error %ld, pos %ld", bytes, (int)outcome.status, (long)outcome.error,
                 (long)outcome.pos);
    check_unknown(VMM_RECORD_NET, &record);
    check_text(&format, &arena, bytes, length);
    arena_free(&arena);
}

static void test_malformed_rows_are_refused_at_the_wrong_byte(void **state)
{
    (void)state;
    check_refused(TEXT("\n"), 0);
    check_refused(TEXT("  \n"), 2);
    check_refused(TEXT(": 1 2\n"), 0);
    check_refused(TEXT("  : 1 2\n"), 2);
    check_refused(TEXT("eth0\n"), 4);
    check_refused(TEXT("eth0 : 1 2\n"), 4);
    check_refused(TEXT("eth0 1 2\n"), 4);
    check_refused(TEXT("et/0: 1 2\n"), 2);
    check_refused(TEXT("et\0: 1 2\n"), 2);
    check_refused(TEXT("/abcdefghijklmnopqrst: 1 2\n"), 0);
    check_refused(TEXT("abcdefghijklmnopqrs/: 1 2\n"), 15);
    check_refused(TEXT("eth0:\n"), 5);
    check_refused(TEXT("eth0:   \n"), 8);
    check_refused(TEXT("eth0: x\n"), 6);
    check_refused(TEXT("eth0:x\n"), 5);
    check_refused(TEXT("eth0: 1x\n"), 7);
    check_refused(TEXT("eth0: 1,000\n"), 7);
    check_refused(TEXT("eth0: 1 - 3\n"), 9);
    check_refused(TEXT("eth0: 1 2\r\n"), 9);
    check_refused(TEXT("eth0: 1 2 0x3\n"), 11);
    check_refused(TEXT("eth0: 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16x\n"), 44);
    check_refused(TEXT("eth0: 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 x\n"), 42);
    check_refused(TEXT("eth0:    1       2    3    4    5     6          7         8        9      1.0   11   12\n"),
                  76);
    check_refused(TEXT("eth0:    1       2    3    4    5     6          7         8        9      1\0   11   12\n"),
                  76);
}

/* A wrong row costs that row alone. */
static void test_a_call_after_a_bad_row_goes_on_behind_it(void **state)
{
    static const char bytes[] = HEADING "  eth0: 1 2\n  eth/1: 3 4\nno row\n  eth2: 5 x\n\n" HEADING "  eth3:7 8\n";
    static const vmm_status wanted[] = {VMM_OK,       VMM_E_SYNTAX, VMM_E_SYNTAX, VMM_E_SYNTAX,
                                        VMM_E_SYNTAX, VMM_OK,       VMM_END,      VMM_END};
    struct vmm_text text = vmm_text_of(bytes, sizeof bytes - 1);
    struct vmm_net row;

    (void)state;
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

static void test_lines_above_the_rows(void **state)
{
    struct vmm_net row;

    (void)state;
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
    check_refused(TEXT("a: 5 | 6\n"), 5);
    check_refused(TEXT("a/b: 5 | 6\n"), 1);
}

static void test_text_that_was_cut(void **state)
{
    static const char below_heading[] = HEADING " ";
    static const char *const texts[] = {" ",
                                        "Inter-",
                                        "Inter-|",
                                        " face ",
                                        " face |bytes",
                                        below_heading,
                                        "e",
                                        "eth0",
                                        "eth0:",
                                        "eth0: ",
                                        "eth0:1",
                                        "eth0: 1",
                                        "eth0: 1 ",
                                        "eth0: -",
                                        "eth0: 1 2",
                                        "/",
                                        "abcdefghijklmnopqrstuv",
                                        "a/b:",
                                        "eth0 1 2"};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        struct record record;
        struct outcome outcome = run(&format, texts[i], strlen(texts[i]), &record, format.bytes);

        assert_int_equal(outcome.status, VMM_E_TRUNCATED);
        assert_int_equal(outcome.error, strlen(texts[i]));
        assert_int_equal(outcome.pos, strlen(texts[i]));
        check_unknown(VMM_RECORD_NET, &record);
        check_string(&format, texts[i]);
    }
}

/* A million bytes without a newline, or of lines above the rows. */
static void test_long_lines(void **state)
{
    static const char *const pieces[] = {"a", ":", " ", "1 ", "|", "|\n", "a:1", "/"};

    (void)state;
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

/* ---- fast paths against plain ones ---- */

static void test_every_byte_of_a_usual_row_replaced_by_every_other(void **state)
{
    const char *row = strstr(usual, "  tap0");

    (void)state;
    check_every_byte(&format, row, strlen(row));
    check_every_byte(&format, TEXT("eth0:4046496815 1234567 0 0 0 0 0 0 55555555 1 0 0 0 0 0 123456789012345\n"));
}

static void test_numbers_of_every_length_at_every_distance_from_the_end(void **state)
{
    struct arena arena = arena_new(512);

    (void)state;
    for (unsigned column = 0; column < COLUMNS; column += 5) {
        for (unsigned blanks = 1; blanks <= 18; blanks++) {
            for (unsigned digits = 0; digits <= 21; digits++) {
                struct builder builder = {NULL, 0, 0};

                builder_print(&builder, "eth0:");
                for (unsigned i = 0; i < column; i++)
                    builder_print(&builder, "    %u", i);
                for (unsigned i = 0; i < blanks; i++)
                    builder_add(&builder, " ", 1);
                for (unsigned i = 0; i < digits; i++)
                    builder_add(&builder, &"9182736450"[i % 10], 1);
                for (unsigned i = column + 1; i < COLUMNS; i++)
                    builder_print(&builder, "    %u", i);
                builder_print(&builder, "\n");
                check_text(&format, &arena, builder.bytes, builder.length);
                /* The row ends here. */
                builder.length = strlen("eth0:") + column * 5 + (column > 10 ? column - 10 : 0) + blanks + digits;
                builder.bytes[builder.length++] = '\n';
                for (unsigned distance = 0; distance <= 30; distance++) {
                    check_text(&format, &arena, builder.bytes, builder.length);
                    builder_add(&builder, "7", 1);
                }
                builder_free(&builder);
            }
        }
    }
    arena_free(&arena);
}

static void add_random_row(struct builder *builder)
{
    static const char *const odd[] = {"-",
                                      "-1",
                                      "+1",
                                      "1x",
                                      "x",
                                      "\xb1",
                                      "18446744073709551614",
                                      "0x5",
                                      "1.0",
                                      "",
                                      "|",
                                      "000000000000000000000000001"};
    static const char letters[] = "abtp019:./|%\0\xff -";
    size_t columns = chance_of(80) ? COLUMNS : chance_below(20);
    size_t name = chance_of(95) ? 1 + chance_below(8) : chance_below(18);
    bool aligned = chance_of(70);

    if (chance_of(10)) {
        builder_print(builder, "%s", chance_of(50) ? HEADING : " face |bytes\n");
        return;
    }
    for (size_t i = name; i < 6; i++)
        builder_add(builder, " ", 1);
    for (size_t i = 0; i < name; i++)
        builder_add(builder, &letters[chance_below(chance_of(99) ? 7 : sizeof letters - 1)], 1);
    builder_print(builder, "%s", chance_of(97) ? ":" : chance_of(50) ? " :" : "");
    for (size_t i = 0; i < columns; i++) {
        if (chance_of(1))
            builder_print(builder, " %s", odd[chance_below(COUNT_OF(odd))]);
        else if (i == 0 && chance_of(10))
            builder_print(builder, "%" PRIu64, chance_number());
        else if (aligned)
            builder_print(builder, " %*" PRIu64, (int)chance_below(12), chance_of(50) ? 0 : chance_number());
        else
            builder_print(builder, "%s%" PRIu64, chance_of(95) ? " " : "\t ", chance_number());
    }
    builder_print(builder, "%s", chance_of(96) ? "\n" : chance_of(50) ? " \n" : chance_of(50) ? "\r\n" : "");
}

static void test_random_texts_against_the_reference(void **state)
{
    static const char interesting[] = " \t\n\r\0:|/0123456789-ab\x7f\x80\xff";
    struct arena arena = arena_new(8192);
    struct builder builder = {NULL, 0, 0};
    unsigned seen[4] = {0};

    (void)state;
    chance_seed(11);
    for (unsigned time = 0, rounds = chance_rounds(100000); time < rounds; time++) {
        uint64_t words[sizeof(struct vmm_net) / 8];
        size_t rows = chance_below(4);

        builder.length = 0;
        for (size_t i = 0; i < rows; i++)
            add_random_row(&builder);
        if (builder.length != 0 && chance_of(10))
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
    const char *row = strstr(usual, "  tap0");

    (void)state;
    check_every_size(&format, usual, sizeof usual - 1, VMM_OK);
    check_every_size(&format, row, strlen(row), VMM_OK);
    check_every_size(&format, row, strlen(row) - 1, VMM_E_TRUNCATED);
    check_every_size(&format, TEXT(""), VMM_END);
    check_every_size(&format, TEXT("et/0: 5\n"), VMM_E_SYNTAX);
}

static void test_a_reused_output_never_shows_old_values(void **state)
{
    static const struct {
        const char *text;
        vmm_status status;
    } later[] = {
        {"eth0: 7\n", VMM_OK},
        {"eth0: 7", VMM_E_TRUNCATED},
        {"eth0: 7 x\n", VMM_E_SYNTAX},
        {"", VMM_END},
        {HEADING, VMM_END},
        {"eth0\n", VMM_E_SYNTAX},
        {"Inter", VMM_E_TRUNCATED},
        {"abcdefghijklmnop: 5\n", VMM_E_SYNTAX},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(later); i++) {
        struct vmm_text text = vmm_text_of(usual, sizeof usual - 1);
        struct vmm_net row;

        assert_int_equal(vmm_net_next(&text, &row, sizeof row), VMM_OK);
        row.instance_id = 4711;
        text = vmm_text_of(later[i].text, strlen(later[i].text));
        assert_int_equal(vmm_net_next(&text, &row, sizeof row), later[i].status);
        assert_int_equal(row.size, sizeof row);
        if (later[i].status == VMM_OK) {
            assert_int_equal(row.rx_bytes, 7);
            row.rx_bytes = VMM_UNKNOWN;
            assert_string_equal(row.name, "eth0");
            memset(row.name, 0, sizeof row.name);
        }
        check_unknown(VMM_RECORD_NET, &row);
    }
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
    check_input_is_read_only(&format, usual, sizeof HEADING + 20);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_sample_is_read_as_the_reference_reads_it),
        cmocka_unit_test(test_every_sample_cut_at_every_length),
        cmocka_unit_test(test_a_cut_costs_the_row_that_was_cut),
        cmocka_unit_test(test_sample_of_linux_6_18),
        cmocka_unit_test(test_sample_without_blanks_and_with_aliases),
        cmocka_unit_test(test_sample_of_odd_names),
        cmocka_unit_test(test_sample_of_extreme_counters),
        cmocka_unit_test(test_sample_with_few_columns),
        cmocka_unit_test(test_sample_with_more_columns),
        cmocka_unit_test(test_sample_read_in_pieces),
        cmocka_unit_test(test_the_last_colon_of_the_first_word_ends_the_name),
        cmocka_unit_test(test_names_of_every_length),
        cmocka_unit_test(test_every_byte_in_a_name),
        cmocka_unit_test(test_malformed_rows_are_refused_at_the_wrong_byte),
        cmocka_unit_test(test_a_call_after_a_bad_row_goes_on_behind_it),
        cmocka_unit_test(test_lines_above_the_rows),
        cmocka_unit_test(test_text_that_was_cut),
        cmocka_unit_test(test_long_lines),
        cmocka_unit_test(test_every_byte_of_a_usual_row_replaced_by_every_other),
        cmocka_unit_test(test_numbers_of_every_length_at_every_distance_from_the_end),
        cmocka_unit_test(test_random_texts_against_the_reference),
        cmocka_unit_test(test_outputs_of_every_size),
        cmocka_unit_test(test_a_reused_output_never_shows_old_values),
        cmocka_unit_test(test_arguments),
        cmocka_unit_test(test_the_text_is_not_written_to),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
