/* SPDX-License-Identifier: MIT */
/*
 * Pressure usage from any records, of sizes in steps of STEP, and any time between them; and the growth of
 * any counter. What a shorter record lacks is "unknown" to the arithmetic, which is among any contents, so it is enough
 * to vary one size at a time.
 *
 * Entries: vmm_pressure_usage_between vmm_counter_between
 * Split: vmm_begin_between:0
 * Elsewhere: vmm_compare_identities compare_numbers compare_names vmm_input_name vmm_is_number
 */
#include "eva.h"

static void pressure(size_t before_size, size_t after_size, size_t out_size)
{
    struct vmm_pressure *before = before_size < 8 ? NULL : any_record(before_size);
    struct vmm_pressure *after = after_size < 8 ? NULL : any_record(after_size);
    struct vmm_pressure_usage *out = out_size == 0 ? NULL : any_block(out_size);

    vmm_pressure_usage_between(before, after, Frama_C_long_long_interval(INT64_MIN, INT64_MAX), out, out_size);
    free(before);
    free(after);
    free(out);
}

static void counter(void)
{
    uint64_t before = Frama_C_unsigned_long_long_interval(0, UINT64_MAX);
    uint64_t after = Frama_C_unsigned_long_long_interval(0, UINT64_MAX);
    uint32_t width = Frama_C_unsigned_int_interval(0, UINT32_MAX);
    uint64_t growth;

    vmm_counter_between(before, after, width, &growth);
    //@ check \initialized(&growth);
    vmm_counter_between(before, after, width, NULL);
}

int main(void)
{
    counter();
    //@ loop unroll 1024;
    for (size_t size = 0; size <= LARGEST(struct vmm_pressure); size += STEP) {
        pressure(size, sizeof(struct vmm_pressure), sizeof(struct vmm_pressure_usage));
        pressure(sizeof(struct vmm_pressure), size, sizeof(struct vmm_pressure_usage));
    }
    //@ loop unroll 1024;
    for (size_t size = 0; size <= LARGEST(struct vmm_pressure_usage); size += STEP)
        pressure(sizeof(struct vmm_pressure), sizeof(struct vmm_pressure), size);
    return 0;
}
