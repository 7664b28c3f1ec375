/* SPDX-License-Identifier: MIT */
/*
 * vmm_value_print(): any value into buffers of each size that matters.
 *
 * Entries: vmm_value_print
 * Unroll: vmm_value_print:1000
 */
#include "eva.h"

static void print(uint64_t value, size_t size)
{
    char *buffer = size == 0 ? NULL : any_block(size);
    size_t needed;

    vmm_value_print(value, buffer, size, Frama_C_interval(0, 1) == 0 ? NULL : &needed);
    free(buffer);
}

int main(void)
{
    char byte;

    //@ loop unroll 64;
    for (size_t size = 0; size <= VMM_VALUE_ROOM + 2; size++) {
        print(Frama_C_unsigned_long_long_interval(0, VMM_UNLIMITED - 1), size);
        print(VMM_UNLIMITED, size);
        print(VMM_UNKNOWN, size);
    }
    vmm_value_print(Frama_C_unsigned_long_long_interval(0, UINT64_MAX), &byte, 0, NULL);
    return 0;
}
