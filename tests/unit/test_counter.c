/* SPDX-License-Identifier: MIT */
/* The growth of one counter. */
#include "test.h"

static const uint32_t widths[] = {VMM_WIDTH_NONE, VMM_WIDTH_KERNEL_LONG, VMM_WIDTH_32, VMM_WIDTH_64};

static vmm_status between(uint64_t before, uint64_t after, uint32_t width, uint64_t *growth)
{
    vmm_status status;

    *growth = 4711;
    status = vmm_counter_between(before, after, width, growth);
    if (status != VMM_OK)
        check_unknown_number(*growth);
    return status;
}

TEST(a_counter_that_rose_or_stood_still)
{
    static const uint64_t largest = VMM_UNLIMITED - 1;

    for (size_t i = 0; i < COUNT_OF(widths); i++) {
        uint64_t growth;

        assert_int_equal(between(5, 12, widths[i], &growth), VMM_OK);
        assert_int_equal(growth, 7);
        assert_int_equal(between(0, 0, widths[i], &growth), VMM_OK);
        assert_int_equal(growth, 0);
        assert_int_equal(between(0, largest, widths[i], &growth), VMM_OK);
        assert_int_equal(growth, largest);
        assert_int_equal(between(largest, largest, widths[i], &growth), VMM_OK);
        assert_int_equal(growth, 0);
        assert_int_equal(between(UINT32_MAX, (uint64_t)UINT32_MAX + 1, widths[i], &growth), VMM_OK);
        assert_int_equal(growth, 1);
    }
}

/* The width of a kernel's long is not guessed, and 2^64 is never added. */
TEST(a_counter_that_fell_has_restarted)
{
    for (size_t i = 0; i < COUNT_OF(widths); i++) {
        uint64_t growth;

        if (widths[i] == VMM_WIDTH_32)
            continue;
        assert_int_equal(between(12, 5, widths[i], &growth), VMM_RESET);
        assert_int_equal(between(UINT32_MAX, 0, widths[i], &growth), VMM_RESET);
        assert_int_equal(between(VMM_UNLIMITED - 1, 0, widths[i], &growth), VMM_RESET);
        assert_int_equal(between(1, 0, widths[i], &growth), VMM_RESET);
    }
}

TEST(a_counter_of_32_bits_that_fell_has_wrapped)
{
    uint64_t growth;

    assert_int_equal(between(UINT32_MAX, 0, VMM_WIDTH_32, &growth), VMM_OK);
    assert_int_equal(growth, 1);
    assert_int_equal(between(UINT32_MAX - 9, 20, VMM_WIDTH_32, &growth), VMM_OK);
    assert_int_equal(growth, 30);
    assert_int_equal(between(1, 0, VMM_WIDTH_32, &growth), VMM_OK);
    assert_int_equal(growth, UINT32_MAX);
    assert_int_equal(between(UINT32_MAX, UINT32_MAX - 1, VMM_WIDTH_32, &growth), VMM_OK);
    assert_int_equal(growth, UINT32_MAX);
}

/* Such a value was never one of 32 bits. */
TEST(a_fall_from_above_32_bits_is_no_wrap)
{
    uint64_t growth;

    assert_int_equal(between((uint64_t)UINT32_MAX + 1, 0, VMM_WIDTH_32, &growth), VMM_RESET);
    assert_int_equal(between((uint64_t)UINT32_MAX + 1, UINT32_MAX, VMM_WIDTH_32, &growth), VMM_RESET);
    assert_int_equal(between(VMM_UNLIMITED - 1, 7, VMM_WIDTH_32, &growth), VMM_RESET);
}

/* "No limit" is no number of a counter either. */
TEST(unknown_values)
{
    static const uint64_t none[] = {VMM_UNKNOWN, VMM_UNLIMITED};

    for (size_t i = 0; i < COUNT_OF(widths); i++) {
        for (size_t k = 0; k < COUNT_OF(none); k++) {
            uint64_t growth;

            assert_int_equal(between(none[k], 5, widths[i], &growth), VMM_E_EMPTY);
            assert_int_equal(between(5, none[k], widths[i], &growth), VMM_E_EMPTY);
            assert_int_equal(between(none[k], none[k], widths[i], &growth), VMM_E_EMPTY);
            assert_int_equal(between(none[k], none[1 - k], widths[i], &growth), VMM_E_EMPTY);
        }
    }
}

TEST(arguments)
{
    assert_int_equal(vmm_counter_between(1, 2, VMM_WIDTH_64, NULL), VMM_E_ARGUMENT);
    assert_int_equal(vmm_counter_between(VMM_UNKNOWN, 2, 5, NULL), VMM_E_ARGUMENT);
    for (uint32_t width = 0; width < 300; width++) {
        bool known = width == 0 || width == 1 || width == 32 || width == 64;
        uint64_t growth;

        assert_int_equal(between(1, 2, width, &growth), known ? VMM_OK : VMM_E_ARGUMENT);
        assert_int_equal(between(VMM_UNKNOWN, 2, width, &growth), known ? VMM_E_EMPTY : VMM_E_ARGUMENT);
    }
    for (unsigned bit = 7; bit < 32; bit++) {
        uint64_t growth;
        assert_int_equal(between(1, 2, (uint32_t)1 << bit, &growth), VMM_E_ARGUMENT);
        assert_int_equal(between(1, 2, ((uint32_t)1 << bit) | 64, &growth), VMM_E_ARGUMENT);
    }
}

/* Every counter that describes itself has a width that is taken. */
TEST(widths_of_all_members)
{
    struct vmm_record_info record;
    struct vmm_member_info field;
    unsigned counters = 0;

    for (uint32_t id = 1; vmm_record_at(id, &record, sizeof record) == VMM_OK; id++) {
        for (uint32_t index = 0; field_of(id, index, &field); index++) {
            uint64_t growth;

            if (field.kind != VMM_KIND_COUNTER)
                continue;
            assert_int_equal(between(3, 5, (uint32_t)field.width, &growth), VMM_OK);
            assert_int_equal(growth, 2);
            counters++;
        }
    }
    assert_true(counters > 20);
}

TEST(random_counters_against_the_rules)
{
    unsigned seen[3] = {0};

    chance_seed(33);
    for (unsigned time = 0, rounds = chance_rounds(1000000); time < rounds; time++) {
        uint32_t width = widths[chance_below(COUNT_OF(widths))];
        uint64_t before = chance_of(5) ? UINT64_MAX - chance_below(4) : chance_number();
        uint64_t after = chance_of(5) ? UINT64_MAX - chance_below(4) : chance_number();
        uint64_t growth;
        vmm_status status = between(before, after, width, &growth);

        if (before >= UINT64_MAX - 1 || after >= UINT64_MAX - 1) {
            assert_int_equal(status, VMM_E_EMPTY);
            seen[0]++;
        } else if (after >= before || (width == VMM_WIDTH_32 && before >> 32 == 0)) {
            assert_int_equal(status, VMM_OK);
            assert_int_equal(width == VMM_WIDTH_32 && after < before ? (uint32_t)(before + growth) : before + growth,
                             after);
            assert_true(after >= before || growth >> 32 == 0);
            seen[1]++;
        } else {
            assert_int_equal(status, VMM_RESET);
            seen[2]++;
        }
    }
    assert_true(seen[0] > chance_rounds(1000) && seen[1] > chance_rounds(1000) && seen[2] > chance_rounds(1000));
}
