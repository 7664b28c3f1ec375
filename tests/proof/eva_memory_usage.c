/* SPDX-License-Identifier: MIT */
/*
 * Free's numbers from any records, of sizes in steps of STEP. What a shorter record lacks is "unknown" to the
 * arithmetic, which is among any contents, so it is enough to vary one size at a time.
 *
 * Entries: vmm_memory_usage_of
 */
#include "eva.h"

static void memory(size_t size, size_t out_size)
{
    struct vmm_meminfo *in = size < 8 ? NULL : any_record(size);
    struct vmm_memory_usage *out = out_size == 0 ? NULL : any_block(out_size);

    vmm_memory_usage_of(in, out, out_size);
    free(in);
    free(out);
}

int main(void)
{
    //@ loop unroll 1024;
    for (size_t size = 0; size <= LARGEST(struct vmm_meminfo); size += STEP)
        memory(size, sizeof(struct vmm_memory_usage));
    //@ loop unroll 1024;
    for (size_t size = 0; size <= LARGEST(struct vmm_memory_usage); size += STEP)
        memory(sizeof(struct vmm_meminfo), size);
    return 0;
}
