/* The filler for `key=value` words, on a record of its own: keys of every length, values in every form. */
#include "support.h"

#include <inttypes.h>
#include <string.h>

#include "record/tables.h"

struct things {
    uint64_t size;
    uint64_t count;
    uint64_t limit;
    uint64_t hex;
    uint64_t load;
    uint64_t list;
    uint64_t kb;
    uint64_t key_8;
    uint64_t key_9;
    uint64_t key_16;
    uint64_t key_17;
    uint64_t key_24;
    uint64_t key_25;
    uint64_t key_27;
    uint64_t last;
};

#define RECORD struct things
static const struct vmm_key rows[] = {
    ROW("cnt=", count, NUMBER),
    ROW("limit=", limit, LIMIT),
    ROW("hex0=", hex, HEX),
    ROW("load=", load, HUNDREDTHS),
    ROW("list=", list, LIST),
    ROW("kilo=", kb, KB),
    ROW("abcdefg=", key_8, NUMBER),
    ROW("abcdefgh=", key_9, NUMBER),
    ROW("abcdefghijklmno=", key_16, NUMBER),
    ROW("abcdefghijklmnop=", key_17, NUMBER),
    ROW("abcdefghijklmnopqrstuvw=", key_24, NUMBER),
    ROW("abcdefghijklmnopqrstuvwx=", key_25, HUNDREDTHS),
    ROW("abcdefghijklmnopqrstuvwxyz=", key_27, NUMBER),
    ROW("last=", last, NUMBER),
};
static const struct vmm_keys keys = TABLE_OF_KEYS(rows);

enum { WORDS = COUNT_OF(rows) };

/* All lines are of words here. */
static vmm_status parse(struct vmm_text *text, void *out, size_t out_size)
{
    size_t size = vmm_begin_text(text, out, out_size, sizeof(struct things));
    const char *p, *error;

    if (size == 0)
        return VMM_E_ARGUMENT;
    error = text->end;
    for (p = text->pos; p != text->end;) {
        p = vmm_take_pairs(p, text->end, &keys, out, size, &error);
        if (p == NULL)
            return vmm_refuse(text, error, out, out_size, sizeof(struct things));
    }
    text->pos = p;
    return VMM_OK;
}

/* ---- reference ---- */

/* From 0 to 15, or 16. */
static unsigned digit_of(char c)
{
    const char *digits = "0123456789abcdefABCDEF";
    const char *found = c == '\0' ? NULL : strchr(digits, c);

    return found == NULL ? 16 : found - digits < 16 ? (unsigned)(found - digits) : (unsigned)(found - digits) - 6;
}

static char at(const char *bytes, size_t pos, size_t length)
{
    if (pos >= length)
        return '\0';
    return bytes[pos];
}

static bool reference_list(const char *bytes, size_t *pos, size_t length, uint64_t *value)
{
    bool fits = true;

    *value = 0;
    if (*pos == length || bytes[*pos] == '\n')
        return true;
    for (;;) {
        uint64_t first, last;

        if (!reference_number(bytes, *pos, length, pos, &first))
            return false;
        last = first;
        if (at(bytes, *pos, length) == '-') {
            size_t start = ++*pos;
            if (!reference_number(bytes, start, length, pos, &last))
                return false;
            if (last < first) {
                *pos = start;
                return false;
            }
        }
        if (last == VMM_UNKNOWN || last - first > VMM_UNLIMITED - 2 || *value + (last - first + 1) < *value ||
            *value + (last - first + 1) >= VMM_UNLIMITED)
            fits = false;
        else
            *value += last - first + 1;
        if (at(bytes, *pos, length) != ',')
            break;
        ++*pos;
    }
    if (!fits)
        *value = VMM_UNKNOWN;
    return true;
}

static bool expect_word(const char *bytes, size_t *pos, size_t length, const char *word)
{
    for (; *word != '\0'; word++, ++*pos)
        if (*pos == length || bytes[*pos] != *word)
            return false;
    return true;
}

static bool reference_value(unsigned form, const char *bytes, size_t *pos, size_t length, uint64_t *value)
{
    switch (form) {
    case VMM_FORM_LIMIT:
        if (at(bytes, *pos, length) == 'm') {
            *value = VMM_UNLIMITED;
            return expect_word(bytes, pos, length, "max");
        }
        return reference_number(bytes, *pos, length, pos, value);
    case VMM_FORM_HEX: {
        size_t digits = 0, leading = 0;

        if (at(bytes, *pos, length) == '0' && *pos + 1 < length && strchr("xX", bytes[*pos + 1]) != NULL &&
            bytes[*pos + 1] != '\0')
            *pos += 2;
        for (*value = 0; *pos < length && digit_of(bytes[*pos]) < 16; ++*pos, digits++) {
            *value = *value * 16 + digit_of(bytes[*pos]);
            if (bytes[*pos] == '0' && leading == digits)
                leading++;
        }
        if (digits - leading > 16 || *value >= VMM_UNLIMITED)
            *value = VMM_UNKNOWN;
        return digits != 0;
    }
    case VMM_FORM_LIST:
        return reference_list(bytes, pos, length, value);
    case VMM_FORM_KB:
        if (!reference_number(bytes, *pos, length, pos, value))
            return false;
        *value = *value > UINT64_MAX / 1024 ? VMM_UNKNOWN : *value * 1024;
        return expect_word(bytes, pos, length, " kB");
    case VMM_FORM_HUNDREDTHS:
        if (!reference_number(bytes, *pos, length, pos, value) || !expect_word(bytes, pos, length, "."))
            return false;
        *value = *value < UINT64_C(184467440737095516) ? *value : VMM_UNKNOWN;
        for (unsigned i = 0; i < 2; i++, ++*pos) {
            if (*pos == length || digit_of(bytes[*pos]) > 9)
                return false;
            if (*value != VMM_UNKNOWN)
                *value = *value * 10 + digit_of(bytes[*pos]);
        }
        return true;
    default:
        return reference_number(bytes, *pos, length, pos, value);
    }
}

static bool ends_word(const char *bytes, size_t pos)
{
    return bytes[pos] == ' ' || bytes[pos] == '\t' || bytes[pos] == '\n';
}

static struct outcome refused(const char *bytes, size_t error, size_t length, uint64_t *words)
{
    const char *newline = error == length ? NULL : memchr(bytes + error, '\n', length - error);
    struct outcome outcome = {error == length ? VMM_E_TRUNCATED : VMM_E_SYNTAX,
                              newline == NULL ? length : (size_t)(newline - bytes) + 1, error};

    reference_unknown(words, sizeof(struct things));
    return outcome;
}

static struct outcome expect(const char *bytes, size_t length, uint64_t *words)
{
    struct outcome outcome = {VMM_OK, length, NOWHERE};
    size_t pos = 0;

    reference_unknown(words, sizeof(struct things));
    while (pos < length) {
        size_t i = 0;
        uint64_t value;

        if (ends_word(bytes, pos)) {
            pos++;
            continue;
        }
        while (i < WORDS && (length - pos < rows[i].length || memcmp(bytes + pos, rows[i].key, rows[i].length) != 0))
            i++;
        if (i < WORDS) {
            pos += rows[i].length;
            if (!reference_value(rows[i].form, bytes, &pos, length, &value))
                return refused(bytes, pos, length, words);
            if (pos == length || !ends_word(bytes, pos))
                return refused(bytes, pos, length, words);
            words[rows[i].offset / sizeof *words] = value;
        }
        while (pos < length && !ends_word(bytes, pos))
            pos++;
    }
    return length != 0 && bytes[length - 1] != '\n' ? refused(bytes, length, length, words) : outcome;
}

static const struct old_format format = {parse, expect, 0, sizeof(struct things)};

static const char usual[] = "cnt=1 limit=max hex0=0x1f load=0.52 list=0-3,7 kilo=5 kB abcdefg=8 abcdefgh=9 "
                            "abcdefghijklmno=16 abcdefghijklmnop=17 abcdefghijklmnopqrstuvw=24 "
                            "abcdefghijklmnopqrstuvwx=100.25 abcdefghijklmnopqrstuvwxyz=27 last=123456789012\n";
static const char *const usual_words[] = {"cnt=1",
                                          "limit=max",
                                          "hex0=0x1f",
                                          "load=0.52",
                                          "list=0-3,7",
                                          "kilo=5 kB",
                                          "abcdefg=8",
                                          "abcdefgh=9",
                                          "abcdefghijklmno=16",
                                          "abcdefghijklmnop=17",
                                          "abcdefghijklmnopqrstuvw=24",
                                          "abcdefghijklmnopqrstuvwx=100.25",
                                          "abcdefghijklmnopqrstuvwxyz=27",
                                          "last=123456789012"};
static const struct things usual_things = {
    sizeof(struct things), 1, VMM_UNLIMITED, 0x1f, 52, 5, 5120, 8, 9, 16, 17, 24, 10025, 27, 123456789012};

static void check_usual(const char *bytes, size_t length)
{
    struct record record;
    struct outcome outcome = run(&format, bytes, length, &record, format.bytes);

    assert_int_equal(outcome.status, VMM_OK);
    assert_int_equal(outcome.pos, length);
    assert_memory_equal(&record, &usual_things, sizeof usual_things);
}

/* ---- keys ---- */

static void test_all_words_in_their_order(void **state)
{
    (void)state;
    check_usual(usual, sizeof usual - 1);
    check_every_cut(&format, usual, sizeof usual - 1);
}

static void test_each_word_alone(void **state)
{
    (void)state;
    for (size_t i = 0; i < WORDS; i++) {
        struct builder builder = {NULL, 0, 0};
        struct record record;

        builder_print(&builder, "%s\n", usual_words[i]);
        assert_int_equal(run(&format, builder.bytes, builder.length, &record, format.bytes).status, VMM_OK);
        for (size_t word = 1; word < format.bytes / sizeof(uint64_t); word++) {
            uint64_t wanted;
            memcpy(&wanted, (const char *)&usual_things + word * sizeof wanted, sizeof wanted);
            assert_int_equal(record.words[word], word == i + 1 ? wanted : VMM_UNKNOWN);
        }
        check_every_cut(&format, builder.bytes, builder.length);
        builder_free(&builder);
    }
}

static void test_words_in_any_order(void **state)
{
    struct builder builder = {NULL, 0, 0};
    struct arena arena = arena_new(1024);

    (void)state;
    chance_seed(51);
    for (unsigned time = 0; time < 5000; time++) {
        size_t order[WORDS];

        for (size_t i = 0; i < WORDS; i++) {
            size_t other = chance_below(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        builder.length = 0;
        for (size_t i = 0; i < WORDS; i++)
            /* On one line or several. */
            builder_print(&builder, "%s%s", usual_words[order[i]], i + 1 == WORDS || chance_of(10) ? "\n" : " ");
        check_usual(builder.bytes, builder.length);
        check_text(&format, &arena, builder.bytes, builder.length);
    }
    builder_free(&builder);
    arena_free(&arena);
}

static void test_unknown_words_at_every_place(void **state)
{
    static const char *const unknown[] = {
        "x",
        "cnt",
        "cn=5",
        "cntx=5",
        "cnt:5",
        "Cnt=5",
        "xcnt=5",
        "=",
        "=5",
        "load",
        "max",
        "abcdefghi=x",
        "abcdef=5",
        "abcdefghijklmnopqrstuvwxy=5",
        "abcdefghijklmnopqrstuvwxyzz=5",
        "abcdefghijklmnopqrstuvwxyz",
        "limits=-",
        "\xff",
        "a-word-that-is-much-longer-than-all-of-the-keys=123456789012345678901234567890",
        "(unknown)",
        "7:0",
        "las=",
    };
    struct arena arena = arena_new(1024);

    (void)state;
    for (size_t i = 0; i < COUNT_OF(unknown); i++) {
        for (size_t before = 0; before <= WORDS; before++) {
            struct builder builder = {NULL, 0, 0};

            for (size_t word = 0; word <= WORDS; word++) {
                if (word == before)
                    builder_print(&builder, "%s ", unknown[i]);
                if (word != WORDS)
                    builder_print(&builder, "%s ", usual_words[word]);
            }
            builder_print(&builder, "\n");
            check_usual(builder.bytes, builder.length);
            check_text(&format, &arena, builder.bytes, builder.length);
            builder_free(&builder);
        }
    }
    arena_free(&arena);
}

static void test_lines_without_known_words(void **state)
{
    static const char *const texts[] = {"\n", " \n", "\t \t\n", "x\n", "x y=5 z\n", "\n\n\n", "", "cnt\n", "cnt \n"};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        struct record record;

        assert_int_equal(run(&format, texts[i], strlen(texts[i]), &record, format.bytes).status, VMM_OK);
        for (size_t word = 1; word < format.bytes / sizeof(uint64_t); word++)
            check_unknown_number(record.words[word]);
        check_string(&format, texts[i]);
    }
}

static void test_of_duplicate_words_the_last_wins(void **state)
{
    struct record record;

    (void)state;
    assert_int_equal(run(&format, TEXT("cnt=1 last=2 cnt=3\nlast=4 last=5\n"), &record, format.bytes).status, VMM_OK);
    assert_int_equal(record.words[1], 3);
    assert_int_equal(record.words[WORDS], 5);
    /* Also where the last does not fit. */
    assert_int_equal(run(&format, TEXT("cnt=1 cnt=-1\n"), &record, format.bytes).status, VMM_OK);
    check_unknown_number(record.words[1]);
}

/* ---- values ---- */

static void test_values_of_every_form(void **state)
{
    static const char *const values[] = {
        "",
        "0",
        "1",
        "-",
        "-1",
        "--1",
        "max",
        "ma",
        "maxx",
        "Max",
        "0x",
        "0x0",
        "ff",
        "0xFF",
        "0Xfg",
        "g",
        "0-3",
        "0-",
        "3-0",
        "1,2",
        "1,",
        ",1",
        "1-2-3",
        "0.00",
        "0.5",
        "0.50",
        "1.234",
        "100.00",
        ".50",
        "1.",
        "-0.50",
        "-.50",
        "1..00",
        "1,50",
        "1.5x",
        "1.x5",
        "5 kB",
        "5 KB",
        "5  kB",
        "5kB",
        "5 k",
        "-5 kB",
        "5 kBx",
        "nan",
        "inf",
        "1e5",
        "+1",
        "=1",
        "\xb1",
        "1\r",
        "999.99",
        "1000.00",
        "0000.00",
        "00.00",
        "99999999.99",
        "123456.78",
        "1234567.89",
        "0.000",
        "1 2",
        "1\t2",
        "18446744073709551613",
        "18446744073709551614",
        "18446744073709551615",
        "18446744073709551616",
        "000000000000000000000000000012",
        "184467440737095515.99",
        "184467440737095517.00",
        "18446744073709551616.00",
        "18014398509481983 kB",
        "18014398509481984 kB",
        "0xfffffffffffffffd",
        "0xfffffffffffffffe",
        "0x10000000000000000",
        "0x00000000000000000000f",
        "0-18446744073709551612",
        "0-18446744073709551613",
        "1-18446744073709551613,0",
        "0-9,18446744073709551615",
        "123456789012345",
        "1234567890123456",
        "123456789012345.67",
        "1234567890123456.78",
    };
    struct builder builder = {NULL, 0, 0};
    struct arena arena = arena_new(512);

    (void)state;
    for (size_t i = 0; i < WORDS; i++) {
        for (size_t k = 0; k < COUNT_OF(values); k++) {
            for (size_t distance = 0; distance <= 40; distance++) {
                builder.length = 0;
                builder_add(&builder, rows[i].key, rows[i].length);
                builder_print(&builder, "%s", values[k]);
                builder_print(&builder, distance % 2 == 0 ? "\n" : " ");
                for (size_t byte = 0; byte < distance; byte++)
                    builder_print(&builder, byte + 1 == distance ? "\n" : "7");
                check_text(&format, &arena, builder.bytes, builder.length);
            }
        }
    }
    builder_free(&builder);
    arena_free(&arena);
}

static void check_refused(const char *bytes, size_t length, size_t error)
{
    struct record record;
    struct outcome outcome = run(&format, bytes, length, &record, format.bytes);
    const char *newline = memchr(bytes + error, '\n', length - error);

    if (outcome.status != VMM_E_SYNTAX || outcome.error != error || outcome.pos != (size_t)(newline - bytes) + 1)
        fail_msg("%s: status %d, error %ld, pos %ld", bytes, (int)outcome.status, (long)outcome.error,
                 (long)outcome.pos);
    for (size_t word = 1; word < format.bytes / sizeof(uint64_t); word++)
        check_unknown_number(record.words[word]);
    check_every_cut(&format, bytes, length);
}

static void test_malformed_values_are_refused_at_the_wrong_byte(void **state)
{
    (void)state;
    check_refused(TEXT("cnt=\n"), 4);
    check_refused(TEXT("cnt= 1\n"), 4);
    check_refused(TEXT("cnt=x\n"), 4);
    check_refused(TEXT("cnt=-\n"), 5);
    check_refused(TEXT("cnt=1x last=2\n"), 5);
    check_refused(TEXT("cnt=12345678901234567890123x last=2\n"), 27);
    check_refused(TEXT("last=1 cnt=1.00\ncnt=2\n"), 12);
    check_refused(TEXT("limit=mix\n"), 7);
    check_refused(TEXT("limit=maxx\n"), 9);
    check_refused(TEXT("hex0=0xg\n"), 7);
    check_refused(TEXT("hex0=12g\n"), 7);
    check_refused(TEXT("load=1\n"), 6);
    check_refused(TEXT("load=1.2\n"), 8);
    check_refused(TEXT("load=1.2 cnt=5 cnt=123456789012345\n"), 8);
    check_refused(TEXT("load=1.234 cnt=5 cnt=123456789012345\n"), 9);
    check_refused(TEXT("list=1,\n"), 7);
    check_refused(TEXT("list=3-1\n"), 7);
    check_refused(TEXT("kilo=5\n"), 6);
    check_refused(TEXT("kilo=5 KB\n"), 7);
    check_refused(TEXT("cnt=5\r\n"), 5);
    check_refused(TEXT("cnt=5\0\n"), 5);
}

static void test_every_byte_replaced_by_every_other(void **state)
{
    (void)state;
    check_every_byte(&format, usual, sizeof usual - 1);
    check_every_byte(&format, TEXT("cnt=123456789012345 load=100.00 abcdefg=5\n"));
    check_every_byte(&format, TEXT("last=0 load=0.00\n"));
}

static void test_random_lines_against_the_reference(void **state)
{
    static const char interesting[] = " \t\n\r\0:=.,0123456789-xamk\x7f\x80\xb0\xff";
    struct arena arena = arena_new(4096);
    struct builder builder = {NULL, 0, 0};
    unsigned good = 0;

    (void)state;
    chance_seed(52);
    for (unsigned time = 0, rounds = chance_rounds(100000); time < rounds; time++) {
        size_t count = 1 + chance_below(10), first = chance_below(WORDS);
        uint64_t words[sizeof(struct things) / sizeof(uint64_t)];

        builder.length = 0;
        for (size_t i = 0; i < count; i++) {
            size_t word = chance_of(70) ? (first + i) % WORDS : chance_below(WORDS);

            if (chance_of(50)) {
                builder_print(&builder, "%s", usual_words[word]);
            } else {
                builder_add(&builder, rows[word].key, rows[word].length);
                builder_print(&builder, "%" PRIu64, chance_number());
                if (rows[word].form == VMM_FORM_HUNDREDTHS)
                    builder_print(&builder, ".%02u", (unsigned)chance_below(100));
                if (rows[word].form == VMM_FORM_KB)
                    builder_print(&builder, " kB");
            }
            builder_print(&builder, "%s", chance_of(85) ? " " : chance_of(50) ? "\t " : "\n");
        }
        builder_print(&builder, "\n");
        if (chance_of(30))
            builder.bytes[chance_below(builder.length)] = interesting[chance_below(sizeof interesting - 1)];
        if (chance_of(15))
            builder.length = chance_below(builder.length);
        check_text(&format, &arena, builder.bytes, builder.length);
        if (expect(builder.bytes, builder.length, words).status == VMM_OK)
            good++;
    }
    assert_true(good > chance_rounds(30000) && good < chance_rounds(90000));
    builder_free(&builder);
    arena_free(&arena);
}

/* ---- the output ---- */

static void test_outputs_of_every_size(void **state)
{
    (void)state;
    check_every_size(&format, usual, sizeof usual - 1, VMM_OK);
    check_every_size(&format, usual, sizeof usual - 2, VMM_E_TRUNCATED);
    check_every_size(&format, TEXT("last=1 cnt=x\n"), VMM_E_SYNTAX);
    check_every_size(&format, TEXT("cnt=5 last=x\n"), VMM_E_SYNTAX);
    check_arguments(&format, usual, sizeof usual - 1);
}

static void test_the_text_is_not_written_to(void **state)
{
    (void)state;
    check_input_is_read_only(&format, usual, sizeof usual - 1);
    check_input_is_read_only(&format, usual, sizeof usual - 2);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_all_words_in_their_order),
        cmocka_unit_test(test_each_word_alone),
        cmocka_unit_test(test_words_in_any_order),
        cmocka_unit_test(test_unknown_words_at_every_place),
        cmocka_unit_test(test_lines_without_known_words),
        cmocka_unit_test(test_of_duplicate_words_the_last_wins),
        cmocka_unit_test(test_values_of_every_form),
        cmocka_unit_test(test_malformed_values_are_refused_at_the_wrong_byte),
        cmocka_unit_test(test_every_byte_replaced_by_every_other),
        cmocka_unit_test(test_random_lines_against_the_reference),
        cmocka_unit_test(test_outputs_of_every_size),
        cmocka_unit_test(test_the_text_is_not_written_to),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
