/* SPDX-License-Identifier: MIT */
/* Files of one value, and values of rows. */
#include "test.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static const uint32_t kinds[] = {VMM_VALUE_NUMBER, VMM_VALUE_LIMIT, VMM_VALUE_HEX, VMM_VALUE_KB, VMM_VALUE_LIST};

/* What should come of a text; the position of an error or NOWHERE. */
static void check_at(const char *at, uint32_t kind, const char *bytes, size_t length, vmm_status status, uint64_t value,
                     size_t pos, size_t error)
{
    struct arena arena = arena_new(length);

    for (unsigned side = 0; side < 2; side++) {
        static const char old_error[1];
        const char *copy = side == 0 ? arena_at_end(&arena, bytes, length) : arena_at_start(&arena, bytes, length);
        struct vmm_text text = vmm_text_of(copy, length);
        uint64_t got = 4711;
        vmm_status got_status;

        text.error = old_error;
        got_status = vmm_value_parse(&text, kind, &got);
        if (got_status != status || got != value || text.pos != copy + pos ||
            text.error != (error == NOWHERE ? NULL : copy + error))
            fail_msg("%s: kind %u of \"%s\": status %d, value %" PRIu64 ", pos %ld, error %ld; expected %d, %" PRIu64
                     ", %ld, %ld",
                     at, (unsigned)kind, bytes, (int)got_status, got, (long)(text.pos - copy),
                     text.error == NULL ? -1L : (long)(text.error - copy), (int)status, value, (long)pos, (long)error);
    }
    arena_free(&arena);
}

/* The value is taken: alone, with a newline, with blanks around it, and before another line. */
static void check_taken(uint32_t kind, const char *string, uint64_t value)
{
    static const char *const before[] = {"", " ", "\t", "                    "};
    static const char *const after[] = {"",    "\n", " ", " \n", "\t \t\n", "                    \n", "\n7 and more\n",
                                        "\n\n"};

    for (size_t b = 0; b < COUNT_OF(before); b++) {
        for (size_t e = 0; e < COUNT_OF(after); e++) {
            struct builder builder = {NULL, 0, 0};
            const char *newline;
            size_t pos;

            builder_print(&builder, "%s%s%s", before[b], string, after[e]);
            newline = memchr(builder.bytes, '\n', builder.length);
            pos = newline == NULL ? builder.length : (size_t)(newline - builder.bytes) + 1;
            builder_add(&builder, "", 1);
            check_at("taken", kind, builder.bytes, builder.length - 1, VMM_OK, value, pos, NOWHERE);
            builder_free(&builder);
        }
    }
}

static void check_refused(uint32_t kind, const char *bytes, size_t length, size_t error)
{
    const char *newline = memchr(bytes + error, '\n', length - error);
    size_t pos = newline == NULL ? length : (size_t)(newline - bytes) + 1;

    check_at("refused", kind, bytes, length, error == length ? VMM_E_TRUNCATED : VMM_E_SYNTAX, VMM_UNKNOWN, pos, error);
}

TEST(numbers)
{
    for (size_t i = 0; i < 2; i++) {
        check_taken(kinds[i], "0", 0);
        check_taken(kinds[i], "1", 1);
        check_taken(kinds[i], "42", 42);
        check_taken(kinds[i], "0000000000000000000000000000000000000007", 7);
        check_taken(kinds[i], "9223372036854771712", UINT64_C(9223372036854771712));
        check_taken(kinds[i], "18446744073709551612", UINT64_MAX - 3);
        check_taken(kinds[i], "18446744073709551613", UINT64_MAX - 2);
        check_taken(kinds[i], "18446744073709551614", VMM_UNKNOWN);
        check_taken(kinds[i], "18446744073709551615", VMM_UNKNOWN);
        check_taken(kinds[i], "18446744073709551616", VMM_UNKNOWN);
        check_taken(kinds[i], "1000000000000000000000000000000", VMM_UNKNOWN);
        check_taken(kinds[i], "-1", VMM_UNKNOWN);
        check_taken(kinds[i], "-0", VMM_UNKNOWN);
    }
}

TEST(numbers_of_every_length)
{
    char digits[32];
    uint64_t value = 0;

    for (unsigned length = 1; length <= 19; length++) {
        digits[length - 1] = (char)('0' + length % 10);
        digits[length] = '\0';
        value = value * 10 + length % 10;
        check_taken(VMM_VALUE_NUMBER, digits, value);
        check_taken(VMM_VALUE_LIMIT, digits, value);
        check_taken(VMM_VALUE_LIST, digits, 1);
    }
}

TEST(numbers_that_are_none)
{
    for (size_t i = 0; i < 2; i++) {
        check_refused(kinds[i], TEXT("\n"), 0);
        check_refused(kinds[i], TEXT("  \n"), 2);
        check_refused(kinds[i], TEXT("x\n"), 0);
        check_refused(kinds[i], TEXT("+1\n"), 0);
        check_refused(kinds[i], TEXT("-\n"), 1);
        check_refused(kinds[i], TEXT("--1\n"), 1);
        check_refused(kinds[i], TEXT("- 1\n"), 1);
        check_refused(kinds[i], TEXT("1x\n"), 1);
        check_refused(kinds[i], TEXT("1.5\n"), 1);
        check_refused(kinds[i], TEXT("0x10\n"), 1);
        check_refused(kinds[i], TEXT("1 2\n"), 2);
        check_refused(kinds[i], TEXT("1 kB\n"), 2);
        check_refused(kinds[i], TEXT("1\r\n"), 1);
        check_refused(kinds[i], TEXT("1\0\n"), 1);
        check_refused(kinds[i], TEXT("\0"), 0);
        check_refused(kinds[i], TEXT("\xb1\n"), 0);
        check_refused(kinds[i], TEXT("(unknown)\n"), 0);
        check_refused(kinds[i], TEXT("x\n1\n"), 0);
        check_refused(kinds[i], TEXT("x 1"), 0);
    }
    check_refused(VMM_VALUE_NUMBER, TEXT("max\n"), 0);
    check_refused(VMM_VALUE_HEX, TEXT("max\n"), 0);
    check_refused(VMM_VALUE_KB, TEXT("max\n"), 0);
    check_refused(VMM_VALUE_LIST, TEXT("max\n"), 0);
}

/* What can be seen to be cut: nothing after the blanks or the sign. */
TEST(values_that_are_cut)
{
    check_refused(VMM_VALUE_NUMBER, TEXT(" "), 1);
    check_refused(VMM_VALUE_NUMBER, TEXT("-"), 1);
    check_refused(VMM_VALUE_LIMIT, TEXT("\t"), 1);
    check_refused(VMM_VALUE_LIMIT, TEXT("m"), 1);
    check_refused(VMM_VALUE_LIMIT, TEXT("ma"), 2);
    check_refused(VMM_VALUE_HEX, TEXT("  "), 2);
    check_refused(VMM_VALUE_HEX, TEXT("0x"), 2);
    check_refused(VMM_VALUE_KB, TEXT(" "), 1);
    check_refused(VMM_VALUE_KB, TEXT("1"), 1);
    check_refused(VMM_VALUE_KB, TEXT("1 "), 2);
    check_refused(VMM_VALUE_KB, TEXT("1 k"), 3);
    check_refused(VMM_VALUE_LIST, TEXT("0-"), 2);
    check_refused(VMM_VALUE_LIST, TEXT("0,"), 2);
    check_refused(VMM_VALUE_LIST, TEXT("0-3,-"), 5);
}

/* `max` is no number. */
TEST(limits)
{
    check_taken(VMM_VALUE_LIMIT, "max", VMM_UNLIMITED);
    check_refused(VMM_VALUE_LIMIT, TEXT("mix\n"), 1);
    check_refused(VMM_VALUE_LIMIT, TEXT("man\n"), 2);
    check_refused(VMM_VALUE_LIMIT, TEXT("m\n"), 1);
    check_refused(VMM_VALUE_LIMIT, TEXT("maximum\n"), 3);
    check_refused(VMM_VALUE_LIMIT, TEXT("max 100000\n"), 4);
    check_refused(VMM_VALUE_LIMIT, TEXT("max1\n"), 3);
    check_refused(VMM_VALUE_LIMIT, TEXT("Max\n"), 0);
    check_refused(VMM_VALUE_LIMIT, TEXT("max\r\n"), 3);
    /* Of two limits the smaller is right. */
    assert_true(VMM_UNLIMITED > UINT64_MAX - 2);
    assert_true(VMM_UNLIMITED != VMM_UNKNOWN);
}

TEST(hexadecimal_numbers)
{
    check_taken(VMM_VALUE_HEX, "0", 0);
    check_taken(VMM_VALUE_HEX, "0x0", 0);
    check_taken(VMM_VALUE_HEX, "10", 16);
    check_taken(VMM_VALUE_HEX, "0x1003", 0x1003);
    check_taken(VMM_VALUE_HEX, "0X1003", 0x1003);
    check_taken(VMM_VALUE_HEX, "deadBEEF", UINT64_C(0xdeadbeef));
    check_taken(VMM_VALUE_HEX, "0123456789abcdef", UINT64_C(0x0123456789abcdef));
    check_taken(VMM_VALUE_HEX, "0xABCDEF9876543210", UINT64_C(0xabcdef9876543210));
    check_taken(VMM_VALUE_HEX, "0x00000000000000000000000000000000005", 5);
    check_taken(VMM_VALUE_HEX, "fffffffffffffffd", UINT64_MAX - 2);
    check_taken(VMM_VALUE_HEX, "fffffffffffffffe", VMM_UNKNOWN);
    check_taken(VMM_VALUE_HEX, "ffffffffffffffff", VMM_UNKNOWN);
    check_taken(VMM_VALUE_HEX, "10000000000000000", VMM_UNKNOWN);
    check_taken(VMM_VALUE_HEX, "0x123456789abcdef012", VMM_UNKNOWN);
    check_taken(VMM_VALUE_HEX, "0x10000000000000000000000000000000", VMM_UNKNOWN);
    check_refused(VMM_VALUE_HEX, TEXT("\n"), 0);
    check_refused(VMM_VALUE_HEX, TEXT("0x\n"), 2);
    check_refused(VMM_VALUE_HEX, TEXT("0xg\n"), 2);
    check_refused(VMM_VALUE_HEX, TEXT("x10\n"), 0);
    check_refused(VMM_VALUE_HEX, TEXT("-1\n"), 0);
    check_refused(VMM_VALUE_HEX, TEXT("0x-1\n"), 2);
    check_refused(VMM_VALUE_HEX, TEXT("0x0x1\n"), 3);
    check_refused(VMM_VALUE_HEX, TEXT("10h\n"), 2);
    check_refused(VMM_VALUE_HEX, TEXT("G\n"), 0);
    check_refused(VMM_VALUE_HEX, TEXT("@\n"), 0);
    check_refused(VMM_VALUE_HEX, TEXT("`\n"), 0);
    check_refused(VMM_VALUE_HEX, TEXT("1/\n"), 1);
    check_refused(VMM_VALUE_HEX, TEXT("1:\n"), 1);
    check_refused(VMM_VALUE_HEX, TEXT("1 2\n"), 2);
    check_refused(VMM_VALUE_HEX, TEXT("1\xe1\n"), 1);
}

TEST(kilobytes)
{
    check_taken(VMM_VALUE_KB, "0 kB", 0);
    check_taken(VMM_VALUE_KB, "1 kB", 1024);
    check_taken(VMM_VALUE_KB, "24684084 kB", UINT64_C(24684084) * 1024);
    check_taken(VMM_VALUE_KB, "18014398509481983 kB", UINT64_MAX - 1023);
    check_taken(VMM_VALUE_KB, "18014398509481984 kB", VMM_UNKNOWN);
    check_taken(VMM_VALUE_KB, "18446744073709551615 kB", VMM_UNKNOWN);
    check_taken(VMM_VALUE_KB, "99999999999999999999999 kB", VMM_UNKNOWN);
    check_taken(VMM_VALUE_KB, "-1 kB", VMM_UNKNOWN);
    check_refused(VMM_VALUE_KB, TEXT("1\n"), 1);
    check_refused(VMM_VALUE_KB, TEXT("1 \n"), 2);
    check_refused(VMM_VALUE_KB, TEXT("1kB\n"), 1);
    check_refused(VMM_VALUE_KB, TEXT("1  kB\n"), 2);
    check_refused(VMM_VALUE_KB, TEXT("1\tkB\n"), 1);
    check_refused(VMM_VALUE_KB, TEXT("1 KB\n"), 2);
    check_refused(VMM_VALUE_KB, TEXT("1 kb\n"), 3);
    check_refused(VMM_VALUE_KB, TEXT("1 kBs\n"), 4);
    check_refused(VMM_VALUE_KB, TEXT("1 kB 2\n"), 5);
    check_refused(VMM_VALUE_KB, TEXT("kB\n"), 0);
}

TEST(lists)
{
    check_taken(VMM_VALUE_LIST, "0", 1);
    check_taken(VMM_VALUE_LIST, "7", 1);
    check_taken(VMM_VALUE_LIST, "0-3", 4);
    check_taken(VMM_VALUE_LIST, "0-3,7", 5);
    check_taken(VMM_VALUE_LIST, "0,2,4,6", 4);
    check_taken(VMM_VALUE_LIST, "0-1,4-5,8-15", 12);
    check_taken(VMM_VALUE_LIST, "5-5", 1);
    check_taken(VMM_VALUE_LIST, "0-8191", 8192);
    check_taken(VMM_VALUE_LIST, "1000000000000-1000000000009,5", 11);
    check_refused(VMM_VALUE_LIST, TEXT("x\n"), 0);
    check_refused(VMM_VALUE_LIST, TEXT(",\n"), 0);
    check_refused(VMM_VALUE_LIST, TEXT("0,\n"), 2);
    check_refused(VMM_VALUE_LIST, TEXT("0,,1\n"), 2);
    check_refused(VMM_VALUE_LIST, TEXT(",0\n"), 0);
    check_refused(VMM_VALUE_LIST, TEXT("0-\n"), 2);
    check_refused(VMM_VALUE_LIST, TEXT("0-x\n"), 2);
    check_refused(VMM_VALUE_LIST, TEXT("3-0\n"), 2);
    check_refused(VMM_VALUE_LIST, TEXT("0-3-5\n"), 3);
    check_refused(VMM_VALUE_LIST, TEXT("0-3:1/2\n"), 3);
    check_refused(VMM_VALUE_LIST, TEXT("0-3, 7\n"), 4);
    check_refused(VMM_VALUE_LIST, TEXT("0-3 ,7\n"), 4);
    check_refused(VMM_VALUE_LIST, TEXT("0-3 7\n"), 4);
    check_refused(VMM_VALUE_LIST, TEXT("0 - 3\n"), 2);
    check_refused(VMM_VALUE_LIST, TEXT("0\r\n"), 1);
}

/* Of a machine without offline CPUs, or a cgroup without a mask. */
TEST(lists_may_be_empty)
{
    check_at("empty list", VMM_VALUE_LIST, TEXT("\n"), VMM_OK, 0, 1, NOWHERE);
    check_at("empty list", VMM_VALUE_LIST, TEXT(" \t\n"), VMM_OK, 0, 3, NOWHERE);
    check_at("empty list", VMM_VALUE_LIST, TEXT(" "), VMM_OK, 0, 1, NOWHERE);
    check_at("empty list", VMM_VALUE_LIST, TEXT("\n0-3\n"), VMM_OK, 0, 1, NOWHERE);
}

/* How many numbers a list names may be more than fit; never does it become a small number. */
TEST(lists_that_name_too_many)
{
    check_taken(VMM_VALUE_LIST, "1-18446744073709551613", UINT64_MAX - 2);
    check_taken(VMM_VALUE_LIST, "0-18446744073709551612", UINT64_MAX - 2);
    check_taken(VMM_VALUE_LIST, "0-18446744073709551612,5", VMM_UNKNOWN);
    check_taken(VMM_VALUE_LIST, "0-18446744073709551612,5,6,7-9", VMM_UNKNOWN);
    check_taken(VMM_VALUE_LIST, "0-18446744073709551614", VMM_UNKNOWN);
    check_taken(VMM_VALUE_LIST, "18446744073709551614", VMM_UNKNOWN);
    check_taken(VMM_VALUE_LIST, "0-99999999999999999999999999,7", VMM_UNKNOWN);
    check_taken(VMM_VALUE_LIST, "5,99999999999999999999999999,7-8", VMM_UNKNOWN);
    check_taken(VMM_VALUE_LIST, "0-9223372036854775807,0-9223372036854775804", UINT64_MAX - 2);
    check_taken(VMM_VALUE_LIST, "0-9223372036854775807,0-9223372036854775805", VMM_UNKNOWN);
    check_taken(VMM_VALUE_LIST, "0-9223372036854775807,0-9223372036854775807", VMM_UNKNOWN);
    check_taken(VMM_VALUE_LIST, "0-18446744073709551613", VMM_UNKNOWN);
    check_taken(VMM_VALUE_LIST, "1,0-18446744073709551613", VMM_UNKNOWN);
    check_taken(VMM_VALUE_LIST, "1,2,0-18446744073709551613", VMM_UNKNOWN);
    check_taken(VMM_VALUE_LIST, "1,2,3,0-18446744073709551613", VMM_UNKNOWN);
}

TEST(no_text_is_empty)
{
    for (size_t i = 0; i < COUNT_OF(kinds); i++)
        check_at("empty", kinds[i], TEXT(""), VMM_E_EMPTY, VMM_UNKNOWN, 0, NOWHERE);
}

/* The value of a row, as the iterator gives it. */
TEST(the_value_of_a_row)
{
    static const char line[] = "hugetlb.2MB.max: max   \n";
    struct vmm_text text = vmm_text_of(line, sizeof line - 1), value;
    struct vmm_key_value row;
    uint64_t number;

    assert_int_equal(vmm_key_next(&text, VMM_KEY_LINES, &row, sizeof row), VMM_OK);
    value = vmm_text_of(row.value.start, row.value.length);
    assert_int_equal(vmm_value_parse(&value, VMM_VALUE_LIMIT, &number), VMM_OK);
    assert_int_equal(number, VMM_UNLIMITED);
    assert_ptr_equal(value.pos, value.end);
}

/* Line after line: each call goes on after the newline, of a bad line too. */
TEST(values_line_by_line)
{
    static const char bytes[] = "1\nx y\n 3 \n4";
    struct vmm_text text = vmm_text_of(bytes, sizeof bytes - 1);
    uint64_t value;

    assert_int_equal(vmm_value_parse(&text, VMM_VALUE_NUMBER, &value), VMM_OK);
    assert_int_equal(value, 1);
    assert_int_equal(vmm_value_parse(&text, VMM_VALUE_NUMBER, &value), VMM_E_SYNTAX);
    assert_int_equal(value, VMM_UNKNOWN);
    assert_ptr_equal(text.error, bytes + 2);
    assert_int_equal(vmm_value_parse(&text, VMM_VALUE_NUMBER, &value), VMM_OK);
    assert_int_equal(value, 3);
    assert_null(text.error);
    assert_int_equal(vmm_value_parse(&text, VMM_VALUE_NUMBER, &value), VMM_OK);
    assert_int_equal(value, 4);
    assert_int_equal(vmm_value_parse(&text, VMM_VALUE_NUMBER, &value), VMM_E_EMPTY);
    assert_int_equal(value, VMM_UNKNOWN);
}

TEST(random_numbers_against_the_reference)
{
    chance_seed(5);
    for (unsigned time = 0; time < 5000; time++) {
        char line[64];
        uint64_t number = chance_number();

        snprintf(line, sizeof line, "%" PRIu64, number);
        check_at("random", VMM_VALUE_NUMBER, line, strlen(line), VMM_OK, number >= VMM_UNLIMITED ? VMM_UNKNOWN : number,
                 strlen(line), NOWHERE);
        snprintf(line, sizeof line, time % 2 ? "0x%" PRIx64 : "%" PRIX64, number);
        check_at("random", VMM_VALUE_HEX, line, strlen(line), VMM_OK, number >= VMM_UNLIMITED ? VMM_UNKNOWN : number,
                 strlen(line), NOWHERE);
    }
}

TEST(arguments)
{
    static const char bytes[] = "5\n";
    static const uint32_t none[] = {0, VMM_VALUE_LIST + 1, UINT32_MAX};
    struct vmm_text text = vmm_text_of(bytes, 2);
    uint64_t value = 4711;

    assert_int_equal(vmm_value_parse(&text, VMM_VALUE_NUMBER, NULL), VMM_E_ARGUMENT);
    assert_ptr_equal(text.pos, text.end);
    assert_int_equal(vmm_value_parse(NULL, VMM_VALUE_NUMBER, &value), VMM_E_ARGUMENT);
    assert_int_equal(value, VMM_UNKNOWN);
    for (size_t i = 0; i < COUNT_OF(none); i++) {
        value = 4711;
        text = vmm_text_of(bytes, 2);
        text.error = bytes;
        assert_int_equal(vmm_value_parse(&text, (enum vmm_value_form)none[i], &value), VMM_E_ARGUMENT);
        assert_int_equal(value, VMM_UNKNOWN);
        assert_ptr_equal(text.pos, text.end);
        assert_null(text.error);
    }
    value = 4711;
    text.pos = text.end + 1;
    assert_int_equal(vmm_value_parse(&text, VMM_VALUE_NUMBER, &value), VMM_E_ARGUMENT);
    assert_int_equal(value, VMM_UNKNOWN);
    value = 4711;
    text.pos = NULL;
    assert_int_equal(vmm_value_parse(&text, VMM_VALUE_NUMBER, &value), VMM_E_ARGUMENT);
    assert_int_equal(value, VMM_UNKNOWN);
}

/* base.h: NULL after any call that found no wrong byte. */
TEST(arguments_leave_no_old_error)
{
    static const char bytes[] = "5\n";
    struct vmm_text text = vmm_text_of(bytes, 2);
    uint64_t value;

    text.error = bytes;
    assert_int_equal(vmm_value_parse(&text, 0, &value), VMM_E_ARGUMENT);
    assert_null(text.error);
    text.error = bytes;
    assert_int_equal(vmm_value_parse(&text, VMM_VALUE_NUMBER, NULL), VMM_E_ARGUMENT);
    assert_null(text.error);
}
