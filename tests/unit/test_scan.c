/* SPDX-License-Identifier: MIT */
/* The scanner's primitives. */
#include "test.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "scan/key.h"
#include "scan/scan.h"

TEST(words_of_text_begin_with_the_lowest_byte)
{
    static const char bytes[] = "\x01\x02\x03\x04\x05\x06\x07\xf8\xf9";

    assert_int_equal(vmm_load8(bytes), UINT64_C(0xf807060504030201));
    assert_int_equal(vmm_load8(bytes + 1), UINT64_C(0xf9f8070605040302));
    assert_int_equal(vmm_load4(bytes), 0x04030201);
    assert_int_equal(vmm_load4(bytes + 5), 0xf9f80706);
    assert_int_equal(VMM_BYTES(' '), UINT64_C(0x2020202020202020));
    assert_int_equal(VMM_BYTES(0x80), UINT64_C(0x8080808080808080));
}

TEST(lowest_bit)
{
    chance_seed(20);
    for (unsigned bit = 0; bit < 64; bit++) {
        assert_int_equal(vmm_lowest_bit((uint64_t)1 << bit), bit);
        assert_int_equal(vmm_lowest_bit(UINT64_MAX << bit), bit);
        for (unsigned time = 0; time < 100; time++)
            assert_int_equal(vmm_lowest_bit((chance() | 1) << bit), bit);
    }
}

TEST(classes_of_every_byte)
{
    for (unsigned byte = 0; byte < 256; byte++) {
        char c = (char)byte;
        assert_int_equal(vmm_is_digit(c), byte >= 0x30 && byte <= 0x39);
        assert_int_equal(vmm_is_blank(c), byte == 0x20 || byte == 0x09);
    }
}

TEST(skip_blanks)
{
    static const char bytes[] = " \t  x  ";
    const char *end = bytes + sizeof bytes - 1;

    assert_ptr_equal(vmm_skip_blanks(bytes, end), bytes + 4);
    assert_ptr_equal(vmm_skip_blanks(bytes + 4, end), bytes + 4);
    assert_ptr_equal(vmm_skip_blanks(bytes + 5, end), end);
    assert_ptr_equal(vmm_skip_blanks(end, end), end);
    assert_ptr_equal(vmm_skip_blanks(bytes, bytes + 2), bytes + 2);
}

/* ---- ends of lines ---- */

/* A newline at every place in texts of every length, among bytes that look like one in part. */
TEST(line_end_at_every_place)
{
    static const char others[] = "\x0b\x09\x8a\x0a\x0d\x00\x20\x7f\xff\x30\x01\x1a\x2a\x8b";
    struct arena arena = arena_new(400);
    char bytes[200];

    for (size_t other = 0; other < sizeof others - 1; other++) {
        memset(bytes, others[other], sizeof bytes);
        if (others[other] == '\n')
            continue;
        for (size_t length = 0; length <= sizeof bytes; length += length < 70 ? 1 : 7) {
            const char *text = arena_at_end(&arena, bytes, length);

            assert_ptr_equal(vmm_line_end(text, text + length), text + length);
            for (size_t at = 0; at < length; at++) {
                bytes[at] = '\n';
                text = arena_at_end(&arena, bytes, length);
                assert_ptr_equal(vmm_line_end(text, text + length), text + at);
                assert_ptr_equal(vmm_line_end(text + at, text + length), text + at);
                bytes[at] = others[other];
            }
        }
    }
    arena_free(&arena);
}

TEST(line_end_among_random_bytes)
{
    struct arena arena = arena_new(400);
    char bytes[300];

    chance_seed(21);
    for (unsigned time = 0, rounds = chance_rounds(20000); time < rounds; time++) {
        size_t length = chance_below(sizeof bytes), wanted = 0;
        unsigned newline_every = 1 + (unsigned)chance_below(200);
        bool numbers = chance_of(50);
        const char *text;

        for (size_t i = 0; i < length; i++) {
            unsigned char byte = (unsigned char)chance_below(256);

            if (numbers)
                byte = (unsigned char)"0123456789 0 1 2"[byte % 16];
            memcpy(&bytes[i], &byte, 1);
            if (bytes[i] == '\n' || chance_below(newline_every) == 0)
                bytes[i] = chance_of(80) ? '\n' : '\x0b';
        }
        while (wanted < length && bytes[wanted] != '\n')
            wanted++;
        text = arena_at_end(&arena, bytes, length);
        assert_ptr_equal(vmm_line_end(text, text + length), text + wanted);
        text = arena_at_start(&arena, bytes, length);
        assert_ptr_equal(vmm_line_end(text, text + length), text + wanted);
    }
    arena_free(&arena);
}

/* ---- numbers ---- */

TEST(eight_digits)
{
    chance_seed(22);
    for (unsigned time = 0, rounds = chance_rounds(20000); time < rounds; time++) {
        unsigned number = time == 0 ? 0 : time == 1 ? 99999999 : (unsigned)chance_below(100000000);
        char text[16];

        snprintf(text, sizeof text, "%08u", number);
        assert_int_equal(vmm_eight_digits(vmm_load8(text) ^ VMM_BYTES('0')), number);
        assert_int_equal(vmm_non_digits(vmm_load8(text) ^ VMM_BYTES('0')), 0);
    }
}

/* The first mark is right, and no digit has one before it. */
TEST(non_digits_marks_the_first)
{
    for (unsigned place = 0; place < 8; place++) {
        for (unsigned byte = 0; byte < 256; byte++) {
            char text[8] = {'0', '9', '5', '1', '8', '7', '3', '2'};
            uint64_t marks;

            text[place] = (char)byte;
            marks = vmm_non_digits(vmm_load8(text) ^ VMM_BYTES('0'));
            if (byte >= '0' && byte <= '9')
                assert_int_equal(marks, 0);
            else
                assert_int_equal(vmm_lowest_bit(marks), place * 8 + 7);
        }
    }
}

/* Up against an unmapped page on both sides. */
static void check_number(const struct arena *arena, const char *bytes, size_t length)
{
    size_t after = 0;
    uint64_t wanted;
    bool is_number = ref_number(bytes, length, &after, &wanted);

    for (unsigned side = 0; side < 2; side++) {
        const char *text = side == 0 ? arena_at_end(arena, bytes, length) : arena_at_start(arena, bytes, length);
        const char *error = NULL;
        uint64_t value = 4711;
        const char *got = vmm_take_number(text, text + length, &value, &error);

        if (!is_number) {
            assert_null(got);
            assert_int_equal(value, VMM_UNKNOWN);
            assert_ptr_equal(error, text + after);
            continue;
        }
        if (got != text + after || value != wanted)
            fail_msg("\"%.*s\": %" PRIu64 " of %ld bytes, expected %" PRIu64 " of %lu", (int)length, bytes, value,
                     got == NULL ? -1L : (long)(got - text), wanted, (unsigned long)after);
    }
}

static void check_number_string(const char *string)
{
    struct arena arena = arena_new(128);
    char bytes[128];
    size_t length = strlen(string);

    /* At every distance from the end of the text. */
    for (size_t distance = 0; distance <= 40; distance++) {
        for (unsigned kind = 0; kind < 3; kind++) {
            memcpy(bytes, string, length);
            memset(bytes + length, " x\n"[kind], distance);
            check_number(&arena, bytes, length + distance);
        }
    }
    arena_free(&arena);
}

TEST(numbers_at_the_edges)
{
    static const char *const numbers[] = {
        "",
        "0",
        "1",
        "9",
        "10",
        "00",
        "01",
        "007",
        "-",
        "-0",
        "-1",
        "--1",
        "+1",
        "x",
        " 1",
        "1x",
        "1.5",
        "1-1",
        "0x10",
        "99999999",
        "100000000",
        "00000000",
        "000000001",
        "999999999999999",
        "1000000000000000",
        "9999999999999999",
        "10000000000000000",
        "4294967295",
        "4294967296",
        "9223372036854775807",
        "9223372036854775808",
        "18446744073709551611",
        "18446744073709551612",
        "18446744073709551613",
        "18446744073709551614",
        "18446744073709551615",
        "18446744073709551616",
        "18446744073709551617",
        "18446744073709551619",
        "18446744073709551620",
        "18446744073709551700",
        "18446744073709552000",
        "19999999999999999999",
        "28446744073709551613",
        "36893488147419103232",
        "99999999999999999999",
        "184467440737095516130",
        "340282366920938463463374607431768211456",
        "1000000000000000000000000000000",
        "-18446744073709551616",
        "-99999999999999999999999999",
        "0000000000000000000018446744073709551613",
        "0000000000000000000018446744073709551614",
        "00000000000000000000000000000000000000000000000000000000000000001",
        "\xb1",
        "1\xb1",
        "\xff",
        "/",
        ":",
        "1/",
        "1:",
    };

    for (size_t i = 0; i < COUNT_OF(numbers); i++)
        check_number_string(numbers[i]);
}

TEST(numbers_of_every_length)
{
    char digits[40];

    for (unsigned length = 0; length <= 36; length++) {
        for (unsigned first = 0; first <= 9; first++) {
            for (unsigned i = 0; i < length; i++)
                digits[i] = (char)('0' + (first + i * 7) % 10);
            digits[length] = '\0';
            check_number_string(digits);
        }
    }
}

TEST(every_byte_after_numbers_of_every_length)
{
    struct arena arena = arena_new(64);

    for (size_t length = 0; length <= 20; length++) {
        for (unsigned byte = 0; byte < 256; byte++) {
            char bytes[48];

            memset(bytes, '8', sizeof bytes);
            bytes[length] = (char)byte;
            check_number(&arena, bytes, sizeof bytes);
            check_number(&arena, bytes, length + 1);
        }
    }
    arena_free(&arena);
}

TEST(random_numbers_against_the_reference)
{
    static const char letters[] = "0123456789012345678901234567890123456789 -x\n\xb0";
    struct arena arena = arena_new(64);
    char bytes[48];

    chance_seed(23);
    for (unsigned time = 0, rounds = chance_rounds(100000); time < rounds; time++) {
        size_t length = chance_below(sizeof bytes);

        for (size_t i = 0; i < length; i++)
            bytes[i] = letters[chance_below(sizeof letters - 1)];
        check_number(&arena, bytes, length);
    }
    arena_free(&arena);
}

/* The shortcut takes up to 15 digits, and never another number than there is. */
TEST(the_short_routine_agrees_or_declines)
{
    chance_seed(24);
    for (unsigned time = 0, rounds = chance_rounds(100000); time < rounds; time++) {
        char bytes[17];
        uint64_t value = 4711, wanted;
        size_t digits = chance_below(18), wanted_after = 0;
        const char *after;
        bool is_number;

        for (size_t i = 0; i < sizeof bytes; i++)
            bytes[i] = (char)(i < digits ? '0' + (int)chance_below(10) : (int)chance_below(256));
        after = vmm_take_short_number(bytes, &value);
        is_number = ref_number(bytes, sizeof bytes, &wanted_after, &wanted);
        if (after != NULL) {
            assert_true(is_number);
            assert_ptr_equal(after, bytes + wanted_after);
            assert_int_equal(value, wanted);
            assert_in_range(after - bytes, 1, 15);
        } else {
            assert_true(!is_number || bytes[0] == '-' || wanted_after > 15);
        }
    }
}

TEST(words)
{
    static const char bytes[] = "kB max";
    const char *end = bytes + sizeof bytes - 1;
    const char *error = NULL;

    assert_ptr_equal(vmm_take_word(bytes, end, "kB", 2, &error), bytes + 2);
    assert_null(error);
    assert_ptr_equal(vmm_take_word(bytes + 3, end, "max", 3, &error), end);
    assert_null(error);
    assert_null(vmm_take_word(bytes, end, "kBs", 3, &error));
    assert_ptr_equal(error, bytes + 2);
    assert_null(vmm_take_word(bytes, end, "KB", 2, &error));
    assert_ptr_equal(error, bytes);
    assert_null(vmm_take_word(bytes, bytes + 1, "kB", 2, &error));
    assert_ptr_equal(error, bytes + 1);
    assert_null(vmm_take_word(end, end, "kB", 2, &error));
    assert_ptr_equal(error, end);
}

/* ---- decimals ---- */

TEST(hundredths)
{
    static const struct {
        const char *text;
        size_t length;
        uint64_t value;
    } good[] = {
        {"0.00", 4, 0},
        {"0.01", 4, 1},
        {"1.10\n", 4, 110},
        {"100.00 ", 6, 10000},
        {"00012.345", 8, 1234},
        {"12.34x", 5, 1234},
        {"-0.01", 5, VMM_UNKNOWN},
        {"12345678901234.56", 17, UINT64_C(1234567890123456)},
        {"184467440737095515.99", 21, UINT64_C(18446744073709551599)},
        {"184467440737095517.00", 21, VMM_UNKNOWN},
        {"18446744073709551615.00", 23, VMM_UNKNOWN},
        {"99999999999999999999999.00", 26, VMM_UNKNOWN},
    };
    /* And the byte that is wrong. */
    static const struct {
        const char *text;
        size_t error;
    } bad[] = {
        {"", 0},  {"x", 0},  {".50", 0},   {"1", 1},    {"1.", 2},   {"1.5", 3},   {"1..5", 2},  {"1,50", 1},
        {"-", 1}, {"-1", 2}, {"+1.00", 0}, {"1.5x", 3}, {"1.-5", 2}, {"1 .50", 1}, {"1. 50", 2}, {"\xb1.00", 0},
    };
    struct arena arena = arena_new(64);

    for (size_t i = 0; i < COUNT_OF(good); i++) {
        size_t length = strlen(good[i].text);
        const char *text = arena_at_end(&arena, good[i].text, length), *error = NULL;
        uint64_t value = 4711;

        assert_ptr_equal(vmm_take_value(VMM_FORM_HUNDREDTHS, text, text + length, &value, &error),
                         text + good[i].length);
        assert_int_equal(value, good[i].value);
        assert_null(error);
    }
    for (size_t i = 0; i < COUNT_OF(bad); i++) {
        size_t length = strlen(bad[i].text);
        const char *text = arena_at_end(&arena, bad[i].text, length), *error = NULL;
        uint64_t value;

        assert_null(vmm_take_value(VMM_FORM_HUNDREDTHS, text, text + length, &value, &error));
        assert_ptr_equal(error, text + bad[i].error);
    }
    arena_free(&arena);
}

TEST(bytes_of_kb)
{
    assert_int_equal(vmm_scaled(VMM_FORM_KB, 0), 0);
    assert_int_equal(vmm_scaled(VMM_FORM_KB, 1), 1024);
    assert_int_equal(vmm_scaled(VMM_FORM_KB, ((uint64_t)1 << 54) - 1), UINT64_MAX - 1023);
    assert_int_equal(vmm_scaled(VMM_FORM_KB, (uint64_t)1 << 54), VMM_UNKNOWN);
    assert_int_equal(vmm_scaled(VMM_FORM_KB, VMM_UNLIMITED), VMM_UNKNOWN);
    assert_int_equal(vmm_scaled(VMM_FORM_KB, VMM_UNKNOWN), VMM_UNKNOWN);
}

/* Of what is a percentage nothing is declined, and nothing else is taken. */
TEST(usual_hundredths)
{
    struct arena arena = arena_new(64);

    for (unsigned number = 0; number <= 10000; number++) {
        char bytes[16];
        uint64_t value = 4711;
        int length = snprintf(bytes, sizeof bytes, "%u.%02u", number / 100, number % 100);
        const char *text;

        memset(bytes + length, number % 2 == 0 ? ' ' : '7', 8);
        text = arena_at_end(&arena, bytes, 8);
        assert_ptr_equal(vmm_take_usual_hundredths(text, &value), text + length);
        assert_int_equal(value, number);
    }
    for (unsigned byte = 0; byte < 256; byte++) {
        for (unsigned places = 1; places < 256; places++) {
            static const char usual[] = "1.2345.6";
            char bytes[8];
            uint64_t value = 4711;
            size_t digits = 0;
            const char *text, *after;

            memcpy(bytes, usual, sizeof bytes);
            for (size_t i = 0; i < sizeof bytes; i++)
                if ((places >> i & 1) != 0)
                    bytes[i] = (char)byte;
            text = arena_at_end(&arena, bytes, sizeof bytes);
            after = vmm_take_usual_hundredths(text, &value);
            while (digits < 4 && vmm_is_digit(bytes[digits]))
                digits++;
            if (digits == 0 || bytes[digits] != '.' || !vmm_is_digit(bytes[digits + 1]) ||
                !vmm_is_digit(bytes[digits + 2]))
                assert_null(after);
            else
                assert_ptr_equal(after, text + digits + 3);
        }
    }
    arena_free(&arena);
}

/* The last number of a text: up to 16 digits, up against its end. */
TEST(last_numbers)
{
    struct arena arena = arena_new(64);

    for (size_t length = 0; length <= 16; length++) {
        for (size_t digits = 0; digits <= length; digits++) {
            for (unsigned other = 0; other < 256; other++) {
                char bytes[16];
                const char *text, *after;
                uint64_t value = 4711, wanted = 0;

                if (other >= '0' && other <= '9')
                    continue;
                memset(bytes, (int)other, sizeof bytes);
                for (size_t i = 0; i < digits; i++) {
                    bytes[i] = (char)('0' + (7 + other + i * 3) % 10);
                    wanted = wanted * 10 + (uint64_t)(bytes[i] - '0');
                }
                text = arena_at_end(&arena, bytes, length);
                after = vmm_take_last_number(text, text + length, &value);
                assert_ptr_equal(after, digits == 0 ? NULL : text + digits);
                assert_int_equal(value, wanted);
            }
        }
    }
    arena_free(&arena);
}

/* ---- keys ---- */

static bool begins_with(const char *text, const char *key, size_t length, size_t padded)
{
    for (size_t i = 0; i < length; i++)
        if (text[i] != key[i])
            return false;
    for (size_t i = length; i < padded; i++)
        if (text[i] != ' ')
            return false;
    return true;
}

static void check_key(const struct arena *arena, const char *bytes, const char *key, unsigned length)
{
    const char *text = arena_at_end(arena, bytes, VMM_LONGEST_KEY);

    assert_int_equal(vmm_begins_with_key(text, key, length), begins_with(text, key, length, 0));
    text = arena_at_end(arena, bytes, 16);
    assert_int_equal(vmm_is_padded_key(text, key, length), length <= 16 && begins_with(text, key, length, 16));
    if (length <= 8) {
        text = arena_at_end(arena, bytes, 8);
        assert_int_equal(vmm_begins_with_short_key(text, key, length), begins_with(text, key, length, 0));
    }
}

/* Every byte of the text replaced by every other, in the key and after it. */
TEST(keys_of_every_length)
{
    static const char letters[] = "Active(anon):abcdefghijk_mno ";
    struct arena arena = arena_new(64);

    for (unsigned length = 4; length <= VMM_LONGEST_KEY; length++) {
        /* A row of a table: what stands after the key there is no part of it. */
        char key[VMM_LONGEST_KEY + 1] = {0};

        memcpy(key, letters, length);
        key[VMM_LONGEST_KEY] = (char)length;
        for (unsigned after = 0; after < 2; after++) {
            char bytes[VMM_LONGEST_KEY];

            memset(bytes, after == 0 ? ' ' : '\0', sizeof bytes);
            memcpy(bytes, key, length);
            check_key(&arena, bytes, key, length);
            for (size_t at = 0; at < sizeof bytes; at++) {
                char kept = bytes[at];

                for (unsigned byte = 0; byte < 256; byte++) {
                    bytes[at] = (char)byte;
                    check_key(&arena, bytes, key, length);
                }
                bytes[at] = kept;
            }
        }
    }
    arena_free(&arena);
}
