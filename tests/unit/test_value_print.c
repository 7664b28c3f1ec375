/* SPDX-License-Identifier: MIT */
/* Values as text. */
#include "test.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* Into buffers of every size, each up against an unmapped page. */
static void check_printed(uint64_t value, const char *wanted)
{
    static const char old[] = "oldoldoldoldoldoldoldoldold";
    const size_t length = strlen(wanted);
    struct arena arena = arena_new(sizeof old);

    for (size_t size = 0; size < sizeof old; size++) {
        char *buffer = arena_at_end(&arena, old, size);
        size_t needed = 4711;

        assert_int_equal(vmm_value_print(value, buffer, size, &needed), size > length ? VMM_OK : VMM_E_SPACE);
        assert_int_equal(needed, length + 1);
        if (size > length) {
            assert_memory_equal(buffer, wanted, length + 1);
            assert_memory_equal(buffer + length + 1, old + length + 1, size - length - 1);
        } else if (size != 0) {
            assert_int_equal(buffer[0], 0);
            assert_memory_equal(buffer + 1, old + 1, size - 1);
        }
        buffer = arena_at_end(&arena, old, size);
        assert_int_equal(vmm_value_print(value, buffer, size, NULL), size > length ? VMM_OK : VMM_E_SPACE);
    }
    arena_free(&arena);
    assert_true(length < VMM_VALUE_ROOM);
}

TEST(numbers)
{
    check_printed(0, "0");
    check_printed(7, "7");
    check_printed(10, "10");
    check_printed(100, "100");
    check_printed(UINT64_C(4294967296), "4294967296");
    check_printed(UINT64_C(9999999999999999999), "9999999999999999999");
    check_printed(UINT64_C(10000000000000000000), "10000000000000000000");
    check_printed(UINT64_MAX - 2, "18446744073709551613");
}

TEST(no_limit)
{
    check_printed(VMM_UNLIMITED, "max");
}

TEST(unknown)
{
    char buffer[4] = "old";
    size_t needed = 4711;

    assert_int_equal(vmm_value_print(VMM_UNKNOWN, buffer, sizeof buffer, &needed), VMM_E_EMPTY);
    assert_int_equal(needed, 0);
    assert_memory_equal(buffer, "\0ld", 4);
    strcpy(buffer, "old");
    assert_int_equal(vmm_value_print(VMM_UNKNOWN, buffer, 0, NULL), VMM_E_EMPTY);
    assert_string_equal(buffer, "old");
}

TEST(arguments)
{
    size_t needed = 4711;

    assert_int_equal(vmm_value_print(5, NULL, 21, &needed), VMM_E_ARGUMENT);
    assert_int_equal(needed, 0);
    assert_int_equal(vmm_value_print(5, NULL, 0, NULL), VMM_E_ARGUMENT);
    assert_int_equal(vmm_value_print(VMM_UNKNOWN, NULL, 21, NULL), VMM_E_ARGUMENT);
}

/* What is printed is read as the same value, and is what printf prints. */
TEST(printed_and_read_again)
{
    chance_seed(9);
    for (unsigned round = 0; round < chance_rounds(100000); round++) {
        const uint64_t value = round < 3000 ? round : chance_of(2) ? VMM_UNLIMITED : chance_number();
        char buffer[VMM_VALUE_ROOM], wanted[VMM_VALUE_ROOM + 3];
        struct vmm_text text;
        uint64_t again = 4711;

        if (value == VMM_UNKNOWN)
            continue;
        assert_int_equal(vmm_value_print(value, buffer, sizeof buffer, NULL), VMM_OK);
        snprintf(wanted, sizeof wanted, "%" PRIu64, value);
        assert_string_equal(buffer, value == VMM_UNLIMITED ? "max" : wanted);
        text = vmm_text_of(buffer, strlen(buffer));
        assert_int_equal(vmm_value_parse(&text, VMM_VALUE_LIMIT, &again), VMM_OK);
        assert_int_equal(again, value);
    }
}
