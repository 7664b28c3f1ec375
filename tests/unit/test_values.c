/* SPDX-License-Identifier: MIT */
/* Values in the forms that vmm_value_parse() does not offer: those of cgroups and processes. */
#include "test.h"

#include <string.h>

#include "scan/scan.h"

enum { ALL_FORMS = VMM_FORM_ADDRESS + 1 };

/* Takes a value between unmapped pages. Returns how long it is, NOWHERE when it is refused, with the place of the error. */
static size_t take(unsigned form, const char *bytes, size_t length, uint64_t *value, size_t *error)
{
    struct arena arena = arena_new(length);
    size_t taken = NOWHERE;

    for (unsigned side = 0; side < 2; side++) {
        const char *copy = side == 0 ? arena_at_end(&arena, bytes, length) : arena_at_start(&arena, bytes, length);
        const char *at = NULL;
        const char *after = vmm_take_value(form, copy, copy + length, value, &at);
        size_t got = after == NULL ? NOWHERE : (size_t)(after - copy);

        if (side != 0)
            assert_int_equal(got, taken);
        taken = got;
        if (after == NULL) {
            assert_true(at >= copy && at <= copy + length);
            *error = (size_t)(at - copy);
        } else {
            assert_true(after >= copy && after <= copy + length);
        }
    }
    arena_free(&arena);
    return taken;
}

static void check_taken(unsigned form, const char *string, size_t length, uint64_t value)
{
    uint64_t got = 4711;
    size_t error, taken = take(form, string, strlen(string), &got, &error);

    if (taken != length || got != value)
        fail_msg("form %u of \"%s\": %ld bytes, %llu", form, string, (long)taken, (unsigned long long)got);
}

static void check_refused(unsigned form, const char *string, size_t error)
{
    uint64_t value;
    size_t at = NOWHERE;

    if (take(form, string, strlen(string), &value, &at) != NOWHERE || at != error)
        fail_msg("form %u of \"%s\": error %ld", form, string, (long)at);
}

TEST(quota_of_version_1)
{
    check_taken(VMM_FORM_NEGATIVE_LIMIT, "-1", 2, VMM_UNLIMITED);
    check_taken(VMM_FORM_NEGATIVE_LIMIT, "-1\n", 2, VMM_UNLIMITED);
    check_taken(VMM_FORM_NEGATIVE_LIMIT, "-1 5", 2, VMM_UNLIMITED);
    check_taken(VMM_FORM_NEGATIVE_LIMIT, "-12", 3, VMM_UNKNOWN);
    check_taken(VMM_FORM_NEGATIVE_LIMIT, "-2", 2, VMM_UNKNOWN);
    check_taken(VMM_FORM_NEGATIVE_LIMIT, "11", 2, 11);
    check_taken(VMM_FORM_NEGATIVE_LIMIT, "100000\n", 6, 100000);
    check_refused(VMM_FORM_NEGATIVE_LIMIT, "", 0);
    check_refused(VMM_FORM_NEGATIVE_LIMIT, "-", 1);
    check_refused(VMM_FORM_NEGATIVE_LIMIT, "max", 0);
}

TEST(limit_of_version_1)
{
    check_taken(VMM_FORM_HUGE_LIMIT, "9223372036853727231", 19, UINT64_C(9223372036853727231));
    check_taken(VMM_FORM_HUGE_LIMIT, "9223372036853727232", 19, VMM_UNLIMITED);
    check_taken(VMM_FORM_HUGE_LIMIT, "18446744073709551613", 20, VMM_UNLIMITED);
    check_taken(VMM_FORM_HUGE_LIMIT, "18446744073709551614", 20, VMM_UNKNOWN);
    check_taken(VMM_FORM_HUGE_LIMIT, "18446744073709551615", 20, VMM_UNLIMITED);
    check_taken(VMM_FORM_HUGE_LIMIT, "184467440737095516150", 21, VMM_UNKNOWN);
    check_taken(VMM_FORM_HUGE_LIMIT, "018446744073709551615", 21, VMM_UNKNOWN);
    check_taken(VMM_FORM_HUGE_LIMIT, "8796093018112", 13, VMM_UNLIMITED);
    check_taken(VMM_FORM_HUGE_LIMIT, "8796093018111", 13, UINT64_C(8796093018111));
    check_refused(VMM_FORM_HUGE_LIMIT, "max", 0);
}

/* The rest of the key comes first, which is compared elsewhere. */
TEST(number_after_a_tail_is_refused)
{
    check_refused(VMM_FORM_AFTER_TAIL, "1\n", 0);
}

TEST(hundredths_or_max)
{
    check_taken(VMM_FORM_HUNDREDTHS_LIMIT, "max\n", 3, VMM_UNLIMITED);
    check_taken(VMM_FORM_HUNDREDTHS_LIMIT, "0.00", 4, 0);
    check_taken(VMM_FORM_HUNDREDTHS_LIMIT, "100.00\n", 6, 10000);
    check_taken(VMM_FORM_HUNDREDTHS_LIMIT, "184467440737095516.14\n", 21, VMM_UNKNOWN);
    check_refused(VMM_FORM_HUNDREDTHS_LIMIT, "", 0);
    check_refused(VMM_FORM_HUNDREDTHS_LIMIT, "ma", 2);
    check_refused(VMM_FORM_HUNDREDTHS_LIMIT, "mix", 1);
    check_refused(VMM_FORM_HUNDREDTHS_LIMIT, "1", 1);
    check_refused(VMM_FORM_HUNDREDTHS_LIMIT, "1.", 2);
    check_refused(VMM_FORM_HUNDREDTHS_LIMIT, "1.5\n", 3);
    check_refused(VMM_FORM_HUNDREDTHS, "max\n", 0);
}

static void check_signed(const char *string, size_t length, double number)
{
    uint64_t bits;

    memcpy(&bits, &number, sizeof bits);
    check_taken(VMM_FORM_SIGNED, string, length, bits);
}

TEST(signed_numbers)
{
    check_signed("0", 1, 0);
    check_signed("-0", 2, -0.0);
    check_signed("-20\n", 3, -20);
    check_signed("19 ", 2, 19);
    check_signed("-9007199254740992", 17, -9007199254740992.0);
    check_signed("-000000000000000000000000000000005x", 34, -5);
    check_taken(VMM_FORM_SIGNED, "18446744073709551614", 20, VMM_UNKNOWN);
    check_taken(VMM_FORM_SIGNED, "-18446744073709551616", 21, VMM_UNKNOWN);
    check_refused(VMM_FORM_SIGNED, "", 0);
    check_refused(VMM_FORM_SIGNED, "-", 1);
    check_refused(VMM_FORM_SIGNED, "--1", 1);
    check_refused(VMM_FORM_SIGNED, "-x", 1);
    check_refused(VMM_FORM_SIGNED, "+1", 0);
}

TEST(letters)
{
    check_taken(VMM_FORM_LETTER, "S (sleeping)", 1, 'S');
    check_taken(VMM_FORM_LETTER, "t", 1, 't');
    /* What follows is the caller's. */
    check_taken(VMM_FORM_LETTER, "SS", 1, 'S');
    check_taken(VMM_FORM_LETTER, "\xff", 1, 0xff);
    check_refused(VMM_FORM_LETTER, "", 0);
    check_refused(VMM_FORM_LETTER, " S", 0);
    check_refused(VMM_FORM_LETTER, "\tS", 0);
    check_refused(VMM_FORM_LETTER, "\n", 0);
}

TEST(limits_of_all_ones)
{
    check_taken(VMM_FORM_ONES_LIMIT, "18446744073709551615 ", 20, VMM_UNLIMITED);
    check_taken(VMM_FORM_ONES_LIMIT, "18446744073709551614 ", 20, VMM_UNKNOWN);
    check_taken(VMM_FORM_ONES_LIMIT, "184467440737095516150 ", 21, VMM_UNKNOWN);
    check_taken(VMM_FORM_ONES_LIMIT, "18446744073709551613 ", 20, UINT64_MAX - 2);
    check_taken(VMM_FORM_ONES_LIMIT, "9223372036854775807 ", 19, INT64_MAX);
    check_refused(VMM_FORM_ONES_LIMIT, "x", 0);
}

TEST(addresses)
{
    check_taken(VMM_FORM_DIGITS, "0A ", 2, 10);
    check_taken(VMM_FORM_DIGITS, "0x1", 1, 0);
    check_refused(VMM_FORM_DIGITS, "x1", 0);
    check_taken(VMM_FORM_ADDRESS, "0100007F:0035", 8, 4);
    check_taken(VMM_FORM_ADDRESS, "0000000000000000FFFF00000100007F:0035", 32, 16);
    check_refused(VMM_FORM_ADDRESS, "0100007:0035", 7);
    check_refused(VMM_FORM_ADDRESS, "0100007F0:0035", 9);
    check_refused(VMM_FORM_ADDRESS, ":0035", 0);
    check_refused(VMM_FORM_ADDRESS, "", 0);
}

TEST(bytes_of_kib_and_of_sectors)
{
    check_taken(VMM_FORM_KIB, "3\n", 1, 3072);
    check_taken(VMM_FORM_KIB, "18014398509481983", 17, UINT64_MAX - 1023);
    check_taken(VMM_FORM_KIB, "18014398509481984", 17, VMM_UNKNOWN);
    check_taken(VMM_FORM_KIB, "-1", 2, VMM_UNKNOWN);
    check_refused(VMM_FORM_KIB, "x", 0);
    check_taken(VMM_FORM_SECTORS, "3 kB", 1, 1536);
    check_taken(VMM_FORM_SECTORS, "36028797018963967", 17, UINT64_MAX - 511);
    check_taken(VMM_FORM_SECTORS, "36028797018963968", 17, VMM_UNKNOWN);
    check_taken(VMM_FORM_SECTORS, "-1", 2, VMM_UNKNOWN);
    check_refused(VMM_FORM_SECTORS, "-", 1);
}

TEST(millions)
{
    check_taken(VMM_FORM_MILLIONS, "1\n", 1, 1000000);
    check_taken(VMM_FORM_MILLIONS, "65535\n", 5, UINT64_C(65535000000));
    check_taken(VMM_FORM_MILLIONS, "18446744073709\n", 14, UINT64_C(18446744073709000000));
    check_taken(VMM_FORM_MILLIONS, "18446744073710\n", 14, VMM_UNKNOWN);
    check_taken(VMM_FORM_MILLIONS, "0\n", 1, 0);
    check_taken(VMM_FORM_MILLIONS, "-1\n", 2, VMM_UNKNOWN);
    check_refused(VMM_FORM_MILLIONS, "\n", 0);
}

TEST(hexadecimal_numbers)
{
    check_taken(VMM_FORM_HEX, "0", 1, 0);
    check_taken(VMM_FORM_HEX, "0123456789", 10, UINT64_C(0x123456789));
    check_taken(VMM_FORM_HEX, "abcdefg", 6, 0xabcdef);
    check_taken(VMM_FORM_HEX, "ABCDEFG", 6, 0xabcdef);
    check_taken(VMM_FORM_HEX, "0xfF ", 4, 0xff);
    check_taken(VMM_FORM_HEX, "0X1`", 3, 1);
    check_taken(VMM_FORM_HEX, "9/", 1, 9);
    check_taken(VMM_FORM_HEX, "9:", 1, 9);
    check_taken(VMM_FORM_HEX, "9@", 1, 9);
    check_taken(VMM_FORM_HEX, "fffffffffffffffd", 16, UINT64_MAX - 2);
    check_taken(VMM_FORM_HEX, "fffffffffffffffe", 16, VMM_UNKNOWN);
    check_taken(VMM_FORM_HEX, "10000000000000000", 17, VMM_UNKNOWN);
    check_taken(VMM_FORM_HEX, "00000000000000001", 17, 1);
    check_refused(VMM_FORM_HEX, "", 0);
    check_refused(VMM_FORM_HEX, "x1", 0);
    check_refused(VMM_FORM_HEX, "g", 0);
    check_refused(VMM_FORM_HEX, "0x", 2);
    check_refused(VMM_FORM_HEX, "0xg", 2);
    check_refused(VMM_FORM_HEX, "-1", 0);
}

/* Every text of up to four bytes of those that matter, in every form: within bounds, and errors point into the text. */
TEST(all_short_texts)
{
    static const char bytes[] = "-19.,maxd \n";
    struct arena arena = arena_new(8);
    unsigned taken = 0, refused = 0;

    for (unsigned form = 0; form < ALL_FORMS; form++) {
        for (unsigned length = 0; length <= 4; length++) {
            unsigned combinations = 1;

            for (unsigned i = 0; i < length; i++)
                combinations *= sizeof bytes - 1;
            for (unsigned combination = 0; combination < combinations; combination++) {
                char text[4];
                unsigned rest = combination;
                const char *copy, *after, *error = NULL;
                uint64_t value;

                for (unsigned i = 0; i < length; i++, rest /= sizeof bytes - 1)
                    text[i] = bytes[rest % (sizeof bytes - 1)];
                copy = arena_at_end(&arena, text, length);
                after = vmm_take_value(form, copy, copy + length, &value, &error);
                if (after != NULL) {
                    assert_true(after >= copy && after <= copy + length);
                    taken++;
                } else {
                    assert_true(error >= copy && error <= copy + length);
                    refused++;
                }
            }
        }
    }
    assert_true(taken > 10000 && refused > 10000);
    arena_free(&arena);
}
