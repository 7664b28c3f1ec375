/* SPDX-License-Identifier: MIT */
/*
 * vmm_cpu_next(): any text into a whole record, and shorter text, which can hold any row, into blocks of other sizes: how
 * much is read depends on the text and the number of columns alone.
 *
 * Entries: vmm_cpu_next
 */
#include "eva.h"

static void next(int longest, size_t size)
{
    struct vmm_text text = any_text(0, longest);
    struct vmm_cpu *row = size == 0 ? NULL : any_block(size);

    vmm_cpu_next(&text, row, size);
    check_text(&text);
    free(row);
}

static void refuse(void)
{
    struct vmm_text text = unusable_text();
    struct vmm_cpu row;

    vmm_cpu_next(&text, &row, sizeof row);
    vmm_cpu_next(NULL, &row, sizeof row);
}

int main(void)
{
    refuse();
    next(LONGEST, sizeof(struct vmm_cpu));
    //@ loop unroll 1024;
    for (size_t size = 0; size <= LARGEST(struct vmm_cpu); size += STEP)
        next(64, size);
    return 0;
}
