/* SPDX-License-Identifier: MIT */
/* vmm_descriptor_of() on any bytes, without a NUL at their end, of each length that matters.
 *
 * Entries: vmm_descriptor_of
 * Elsewhere: vmm_lowest_bit vmm_take_short_number
 * Unroll: path_kind:100
 */
#include "eva.h"

/* The link stands at the end of a block. */
static void link(size_t length)
{
    char *bytes = any_block(length + 1);
    uint64_t number;

    vmm_descriptor_of(bytes + 1, length, &number);
    free(bytes);
}

int main(void)
{
    uint64_t number;

    //@ loop unroll 64;
    for (size_t length = 0; length <= 24; length++)
        link(length);
    vmm_descriptor_of("/dev/tap7", 9, NULL);
    vmm_descriptor_of(NULL, Frama_C_unsigned_long_interval(0, SIZE_MAX), &number);
    return 0;
}
