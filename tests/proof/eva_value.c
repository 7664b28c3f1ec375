/* SPDX-License-Identifier: MIT */
/* vmm_value_parse(), in each kind.
 *
 * Entries: vmm_value_parse
 * Elsewhere: take_hundredths take_huge_limit take_negative_limit take_hundredths_limit take_signed vmm_bits_of take_one_of vmm_take_usual_hundredths
 * Elsewhere: take_last vmm_skip_blanks take_letter take_ones_limit take_address vmm_is_blank vmm_ends_value vmm_load4 vmm_load8
 */
#include "eva.h"

static uint32_t any_kind(void)
{
    return Frama_C_unsigned_int_interval(0, UINT32_MAX);
}

int main(void)
{
    struct vmm_text text = any_text(0, LONGEST);
    struct vmm_text unusable = unusable_text();
    uint64_t value;

    vmm_value_parse(&text, any_kind(), &value);
    check_text(&text);
    vmm_value_parse(&unusable, any_kind(), &value);
    vmm_value_parse(NULL, any_kind(), &value);
    vmm_value_parse(&text, any_kind(), NULL);
    return 0;
}
