/* SPDX-License-Identifier: MIT */
/*
 * vmm_firecracker_next(): any text into a whole record, and a short one into blocks of other sizes; how much is read depends
 * on the text alone. What stands in values is proved by balloon.
 *
 * Entries: vmm_firecracker_next vmm_read_json
 * Unroll: vmm_skip_json_space:60
 * Elsewhere: vmm_fail
 */
#include "eva.h"

static void parse(int longest, size_t size)
{
    struct vmm_text text = any_text(0, longest);
    struct vmm_firecracker *out = size == 0 ? NULL : any_block(size);

    vmm_firecracker_next(&text, out, size);
    check_text(&text);
    free(out);
}

static void refuse(void)
{
    struct vmm_text text = unusable_text();
    struct vmm_firecracker out;

    vmm_firecracker_next(&text, &out, sizeof out);
    vmm_firecracker_next(NULL, &out, sizeof out);
}

int main(void)
{
    refuse();
    parse(LONGEST, sizeof(struct vmm_firecracker));
    //@ loop unroll 1024;
    for (size_t size = 0; size <= LARGEST(struct vmm_firecracker); size += 60)
        parse(16, size);
    return 0;
}
