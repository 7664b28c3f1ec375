/* SPDX-License-Identifier: MIT */
/* Statuses, the values of "unknown" and "unlimited", and texts. */
#include "test.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

static const vmm_status statuses[] = {VMM_OK,         VMM_END,      VMM_FIRST,       VMM_NO_INTERVAL, VMM_RESET,
                                      VMM_E_ARGUMENT, VMM_E_SYNTAX, VMM_E_TRUNCATED, VMM_E_EMPTY,     VMM_E_SPACE};

TEST(status_texts_are_distinct_phrases)
{
    for (size_t i = 0; i < COUNT_OF(statuses); i++) {
        const char *words = vmm_status_text(statuses[i]);

        assert_non_null(words);
        assert_true(strlen(words) >= 2);
        for (const char *c = words; *c != '\0'; c++)
            assert_true(islower((unsigned char)*c) || *c == ' ' || *c == ',');
        assert_ptr_equal(words, vmm_status_text(statuses[i]));
        for (size_t k = 0; k < i; k++)
            assert_string_not_equal(words, vmm_status_text(statuses[k]));
    }
}

TEST(a_status_that_is_none_has_a_text_of_its_own)
{
    static const vmm_status none[] = {5, -6, 100, -100, INT32_MAX, INT32_MIN};

    for (size_t i = 0; i < COUNT_OF(none); i++) {
        const char *words = vmm_status_text(none[i]);

        assert_string_equal(words, "unknown status");
        for (size_t k = 0; k < COUNT_OF(statuses); k++)
            assert_string_not_equal(words, vmm_status_text(statuses[k]));
    }
}

/* They are part of the ABI. */
TEST(numbers_of_statuses)
{
    static const int numbers[] = {0, 1, 2, 3, 4, -1, -2, -3, -4, -5};

    for (size_t i = 0; i < COUNT_OF(statuses); i++)
        assert_int_equal(statuses[i], numbers[i]);
}

TEST(unknown_is_all_ones)
{
    double unknown;
    const uint64_t ones = VMM_UNKNOWN;

    assert_int_equal(VMM_UNKNOWN, UINT64_MAX);
    assert_int_equal(VMM_UNLIMITED, UINT64_MAX - 1);
    memcpy(&unknown, &ones, sizeof unknown);
    check_nan(unknown);
}

TEST(text_of_a_buffer)
{
    static const char bytes[] = "abc";
    struct vmm_text text = vmm_text_of(bytes, 3);

    assert_ptr_equal(text.pos, bytes);
    assert_ptr_equal(text.end, bytes + 3);
    assert_null(text.error);
    text = vmm_text_of(bytes, 0);
    assert_ptr_equal(text.pos, bytes);
    assert_ptr_equal(text.end, bytes);
}

/* No buffer is an empty text, which every parser takes. */
TEST(text_of_no_buffer)
{
    static const size_t lengths[] = {0, 1, 1000, SIZE_MAX};

    for (size_t i = 0; i < COUNT_OF(lengths); i++) {
        struct vmm_text text = vmm_text_of(NULL, lengths[i]);
        struct vmm_meminfo record;
        struct vmm_cpu row;
        uint64_t value;

        assert_non_null(text.pos);
        assert_ptr_equal(text.pos, text.end);
        assert_null(text.error);
        assert_int_equal(vmm_meminfo_parse(&text, &record, sizeof record), VMM_E_EMPTY);
        assert_int_equal(vmm_cpu_next(&text, &row, sizeof row), VMM_END);
        assert_int_equal(vmm_value_parse(&text, VMM_VALUE_NUMBER, &value), VMM_E_EMPTY);
    }
}

/* "No limit" is known. */
TEST(known)
{
    static const uint64_t values[] = {0, 1, UINT32_MAX, UINT64_C(1) << 32, UINT64_C(1) << 63, UINT64_MAX - 2};

    for (size_t i = 0; i < COUNT_OF(values); i++)
        assert_int_equal(vmm_is_known(values[i]), 1);
    assert_int_equal(vmm_is_known(VMM_UNLIMITED), 1);
    assert_int_equal(vmm_is_known(VMM_UNKNOWN), 0);
}

/* The library's number is that of the headers, which is that of their words. */
TEST(version)
{
    unsigned major, minor, patch;

    assert_int_equal(sscanf(VMM_VERSION, "%u.%u.%u", &major, &minor, &patch), 3);
    assert_true(minor < 100 && patch < 100);
    assert_int_equal(VMM_VERSION_NUMBER, major * 10000 + minor * 100 + patch);
    assert_int_equal(vmm_version(), VMM_VERSION_NUMBER);
}
