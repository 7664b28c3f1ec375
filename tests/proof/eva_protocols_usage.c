/* SPDX-License-Identifier: MIT */
/*
 * The rates of the protocols from any records, of sizes in steps of STEP, and any time between them. What a shorter
 * record lacks is "unknown" to the arithmetic, which is among any contents, so it is enough to vary one size at a time.
 *
 * Entries: vmm_protocols_usage_between
 * Split: vmm_begin_between:0
 * Elsewhere: compare_names vmm_input_name
 */
#include "eva.h"

static void rate(size_t before_size, size_t after_size, size_t out_size)
{
    struct vmm_protocols *before = before_size < 8 ? NULL : any_record(before_size);
    struct vmm_protocols *after = after_size < 8 ? NULL : any_record(after_size);
    struct vmm_protocols_usage *out = out_size == 0 ? NULL : any_block(out_size);

    vmm_protocols_usage_between(before, after, Frama_C_long_long_interval(INT64_MIN, INT64_MAX), out, out_size);
    free(before);
    free(after);
    free(out);
}

int main(void)
{
    //@ loop unroll 1024;
    for (size_t size = 0; size <= LARGEST(struct vmm_protocols); size += STEP) {
        rate(size, sizeof(struct vmm_protocols), sizeof(struct vmm_protocols_usage));
        rate(sizeof(struct vmm_protocols), size, sizeof(struct vmm_protocols_usage));
    }
    //@ loop unroll 1024;
    for (size_t size = 0; size <= LARGEST(struct vmm_protocols_usage); size += STEP)
        rate(sizeof(struct vmm_protocols), sizeof(struct vmm_protocols), size);
    return 0;
}
