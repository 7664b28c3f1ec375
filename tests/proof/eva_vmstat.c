/* SPDX-License-Identifier: MIT */
/*
 * vmm_vmstat_parse(): as eva_meminfo.c.
 *
 * Entries: vmm_vmstat_parse
 * Unroll: find_key_among:400
 */
#include "eva.h"

static void parse(int longest, size_t size)
{
    struct vmm_text text = any_text(0, longest);
    struct vmm_vmstat *out = size == 0 ? NULL : any_block(size);

    vmm_vmstat_parse(&text, out, size);
    check_text(&text);
    free(out);
}

static void refuse(void)
{
    struct vmm_text text = unusable_text();
    struct vmm_vmstat out;

    vmm_vmstat_parse(&text, &out, sizeof out);
    vmm_vmstat_parse(NULL, &out, sizeof out);
}

int main(void)
{
    refuse();
    parse(LONGEST, sizeof(struct vmm_vmstat));
    //@ loop unroll 1024;
    for (size_t size = 0; size <= LARGEST(struct vmm_vmstat); size += 100)
        parse(64, size);
    return 0;
}
