/* SPDX-License-Identifier: MIT */
/*
 * vmm_meminfo_parse(): any text into a whole record, and shorter text, which can hold any line, into blocks of other sizes:
 * what is read does not depend on the size, and what is written depends on a member's offset and the size alone.
 *
 * Entries: vmm_meminfo_parse
 */
#include "eva.h"

static void parse(int longest, size_t size)
{
    struct vmm_text text = any_text(0, longest);
    struct vmm_meminfo *out = size == 0 ? NULL : any_block(size);

    vmm_meminfo_parse(&text, out, size);
    check_text(&text);
    free(out);
}

static void refuse(void)
{
    struct vmm_text text = unusable_text();
    struct vmm_meminfo out;

    vmm_meminfo_parse(&text, &out, sizeof out);
    vmm_meminfo_parse(NULL, &out, sizeof out);
}

int main(void)
{
    refuse();
    parse(LONGEST, sizeof(struct vmm_meminfo));
    //@ loop unroll 1024;
    for (size_t size = 0; size <= LARGEST(struct vmm_meminfo); size += 60)
        parse(64, size);
    return 0;
}
