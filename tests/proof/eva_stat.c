/* SPDX-License-Identifier: MIT */
/*
 * vmm_stat_parse(): any text into a whole record, and shorter text, which can hold any line, into blocks of other sizes:
 * what is read does not depend on the size, and what is written depends on a member's offset and the size alone.
 *
 * Entries: vmm_stat_parse
 * Unroll: vmm_take_values:32
 */
#include "eva.h"

static void parse(int longest, size_t size)
{
    struct vmm_text text = any_text(0, longest);
    struct vmm_stat *out = size == 0 ? NULL : any_block(size);

    vmm_stat_parse(&text, out, size);
    check_text(&text);
    free(out);
}

static void refuse(void)
{
    struct vmm_text text = unusable_text();
    struct vmm_stat out;

    vmm_stat_parse(&text, &out, sizeof out);
    vmm_stat_parse(NULL, &out, sizeof out);
}

int main(void)
{
    refuse();
    parse(LONGEST, sizeof(struct vmm_stat));
    //@ loop unroll 1024;
    for (size_t size = 0; size <= LARGEST(struct vmm_stat); size += 12)
        parse(64, size);
    return 0;
}
