/* SPDX-License-Identifier: MIT */
/*
 * CPU usage from any records, of sizes in steps of STEP. What a shorter record lacks is "unknown" to the
 * arithmetic, which is among any contents, so it is enough to vary one size at a time.
 *
 * Entries: vmm_cpu_usage_between
 * Split: vmm_begin_between:0
 * Elsewhere: vmm_compare_identities compare_numbers compare_names vmm_input_name vmm_input
 */
#include "eva.h"

static void cpu(size_t before_size, size_t after_size, size_t out_size)
{
    struct vmm_cpu *before = before_size < 8 ? NULL : any_record(before_size);
    struct vmm_cpu *after = after_size < 8 ? NULL : any_record(after_size);
    struct vmm_cpu_usage *out = out_size == 0 ? NULL : any_block(out_size);

    vmm_cpu_usage_between(before, after, out, out_size);
    free(before);
    free(after);
    free(out);
}

int main(void)
{
    //@ loop unroll 1024;
    for (size_t size = 0; size <= LARGEST(struct vmm_cpu); size += STEP) {
        cpu(size, sizeof(struct vmm_cpu), sizeof(struct vmm_cpu_usage));
        cpu(sizeof(struct vmm_cpu), size, sizeof(struct vmm_cpu_usage));
    }
    //@ loop unroll 1024;
    for (size_t size = 0; size <= LARGEST(struct vmm_cpu_usage); size += STEP)
        cpu(sizeof(struct vmm_cpu), sizeof(struct vmm_cpu), size);
    return 0;
}
