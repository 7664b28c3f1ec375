/* SPDX-License-Identifier: MIT */
/*
 * vmm_socket_next(): any text into a whole record, and shorter text, which can hold a row with each number, into blocks of
 * other sizes: what is read does not depend on the size, and what is written depends on a member's offset and the size
 * alone.
 *
 * Entries: vmm_socket_next
 */
#include "eva.h"

static void next(int longest, size_t size)
{
    struct vmm_text text = any_text(0, longest);
    struct vmm_socket *row = size == 0 ? NULL : any_block(size);

    vmm_socket_next(&text, row, size);
    check_text(&text);
    free(row);
}

static void refuse(void)
{
    struct vmm_text text = unusable_text();
    struct vmm_socket row;

    vmm_socket_next(&text, &row, sizeof row);
    vmm_socket_next(NULL, &row, sizeof row);
}

int main(void)
{
    refuse();
    next(LONGEST, sizeof(struct vmm_socket));
    //@ loop unroll 1024;
    for (size_t size = 0; size <= LARGEST(struct vmm_socket); size += STEP)
        next(96, size);
    return 0;
}
