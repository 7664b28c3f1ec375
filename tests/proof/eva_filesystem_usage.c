/* SPDX-License-Identifier: MIT */
/*
 * Df's numbers from any records, of sizes in steps of STEP. What a shorter record lacks is "unknown" to the
 * arithmetic, which is among any contents, so it is enough to vary one size at a time.
 *
 * Entries: vmm_filesystem_usage_of
 */
#include "eva.h"

static void filesystem(size_t size, size_t out_size)
{
    struct vmm_filesystem *in = size < 8 ? NULL : any_record(size);
    struct vmm_filesystem_usage *out = out_size == 0 ? NULL : any_block(out_size);

    vmm_filesystem_usage_of(in, out, out_size);
    free(in);
    free(out);
}

int main(void)
{
    //@ loop unroll 1024;
    for (size_t size = 0; size <= LARGEST(struct vmm_filesystem); size += STEP)
        filesystem(size, sizeof(struct vmm_filesystem_usage));
    //@ loop unroll 1024;
    for (size_t size = 0; size <= LARGEST(struct vmm_filesystem_usage); size += STEP)
        filesystem(sizeof(struct vmm_filesystem), size);
    return 0;
}
