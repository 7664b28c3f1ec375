/* SPDX-License-Identifier: MIT */
/* The growth of one counter. */
#include "vmmetrics/counter.h"
#include "arithmetic.h"

vmm_status vmm_counter_between(uint64_t before, uint64_t after, enum vmm_width width, uint64_t *growth)
{
    if (growth == NULL)
        return VMM_E_ARGUMENT;
    *growth = VMM_UNKNOWN;
    if (width != VMM_WIDTH_NONE && width != VMM_WIDTH_KERNEL_LONG && width != VMM_WIDTH_32 && width != VMM_WIDTH_64)
        return VMM_E_ARGUMENT;
    if (!vmm_is_number(before) || !vmm_is_number(after))
        return VMM_E_EMPTY;
    if (after >= before)
        *growth = after - before;
    else if (width == VMM_WIDTH_32 && before <= UINT32_MAX)
        *growth = (UINT32_MAX - before) + 1 + after;
    else
        return VMM_RESET;
    return VMM_OK;
}
