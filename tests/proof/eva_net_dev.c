/* SPDX-License-Identifier: MIT */
/*
 * vmm_net_next(): any text into a whole record, and shorter text, which can hold any row, into blocks of other sizes: how
 * much is read depends on the text and the number of columns alone.
 *
 * Entries: vmm_net_next
 */
#include "eva.h"

static void next(int longest, size_t size)
{
    struct vmm_text text = any_text(0, longest);
    struct vmm_net *row = size == 0 ? NULL : any_block(size);

    vmm_net_next(&text, row, size);
    check_text(&text);
    free(row);
}

static void refuse(void)
{
    struct vmm_text text = unusable_text();
    struct vmm_net row;

    vmm_net_next(&text, &row, sizeof row);
    vmm_net_next(NULL, &row, sizeof row);
}

int main(void)
{
    refuse();
    next(LONGEST, sizeof(struct vmm_net));
    //@ loop unroll 1024;
    for (size_t size = 0; size <= LARGEST(struct vmm_net); size += 12)
        next(64, size);
    return 0;
}
