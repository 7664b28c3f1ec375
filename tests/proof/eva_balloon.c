/* SPDX-License-Identifier: MIT */
/*
 * vmm_balloon_parse(): any text into a whole record, and a short one into blocks of other sizes; how much is read depends on
 * the text alone. Of the JSON scanner this is the proof for values within values.
 *
 * Entries: vmm_balloon_parse vmm_take_json_object
 * Elsewhere: vmm_fail
 * Unroll: vmm_skip_json_space:400
 */
#include "eva.h"

static void parse(int longest, size_t size)
{
    struct vmm_text text = any_text(0, longest);
    struct vmm_balloon *out = size == 0 ? NULL : any_block(size);

    vmm_balloon_parse(&text, out, size);
    check_text(&text);
    free(out);
}

static void refuse(void)
{
    struct vmm_text text = unusable_text();
    struct vmm_balloon out;

    vmm_balloon_parse(&text, &out, sizeof out);
    vmm_balloon_parse(NULL, &out, sizeof out);
}

int main(void)
{
    refuse();
    parse(LONGEST, sizeof(struct vmm_balloon));
    //@ loop unroll 1024;
    for (size_t size = 0; size <= LARGEST(struct vmm_balloon); size += 12)
        parse(16, size);
    return 0;
}
