/* SPDX-License-Identifier: MIT */
/* The growth of a counter, in each of its widths. The input is two values and a width. */
#include "../reference/usage.h"
#include "take.h"

static void check(uint64_t before, uint64_t after, uint32_t width)
{
    uint64_t growth = 42, wanted;
    vmm_status right = ref_counter(before, after, width, &wanted);

    CHECK(vmm_counter_between(before, after, width, &growth) == right);
    CHECK(growth == wanted);
    CHECK(vmm_counter_between(before, after, width, NULL) == VMM_E_ARGUMENT);
    if (right != VMM_OK) {
        CHECK(growth == VMM_UNKNOWN);
        return;
    }
    /* Counting from a value by its growth leads to the other. */
    CHECK(ref_known(growth));
    CHECK(width == VMM_WIDTH_32 && after < before ? (uint32_t)(before + growth) == (uint32_t)after
                                                  : before + growth == after);
}

static void check_input(const uint8_t *data, size_t size)
{
    struct fuzz_input input = {data, size};
    uint64_t before = fuzz_take_number(&input, 0);
    uint64_t after = fuzz_take_number(&input, before);
    static const uint32_t widths[] = {VMM_WIDTH_NONE, VMM_WIDTH_KERNEL_LONG, VMM_WIDTH_32, VMM_WIDTH_64};

    fuzz_current((struct piece){(const char *)data, size});
    for (unsigned i = 0; i < sizeof widths / sizeof widths[0]; i++)
        check(before, after, widths[i]);
    check(before, after, (uint32_t)fuzz_take(&input, 4));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    size_t length = 0;

    fuzz_count(1);
    check_input(data, size);
    while (fuzz_every_prefix && fuzz_next_prefix((const char *)data, size, &length))
        check_input(data, length);
    fuzz_current((struct piece){NULL, 0});
    return 0;
}
