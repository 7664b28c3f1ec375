/* SPDX-License-Identifier: MIT */
/* vmm_key_next(), in all its shapes.
 *
 * Entries: vmm_key_next
 */
#include "eva.h"

static uint32_t any_shape(void)
{
    return Frama_C_unsigned_int_interval(0, UINT32_MAX);
}

int main(void)
{
    struct vmm_text text = any_text(0, LONGEST);
    struct vmm_text unusable = unusable_text();
    struct vmm_key_value row;

    vmm_key_next(&text, any_shape(), &row, Frama_C_unsigned_long_interval(0, SIZE_MAX));
    check_text(&text);
    vmm_key_next(&unusable, any_shape(), &row, sizeof row);
    vmm_key_next(NULL, any_shape(), &row, sizeof row);
    vmm_key_next(&text, any_shape(), NULL, sizeof row);
    return 0;
}
