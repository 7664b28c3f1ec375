/* SPDX-License-Identifier: MIT */
/*
 * The proof of a function that reads a struct from a text and nothing else: any text into a whole struct, and shorter text
 * into blocks of other sizes. What is read does not depend on the size, and what is written depends on a member's offset
 * and the size alone. A harness defines
 *
 *   READER     the function
 *   STRUCT     what it fills
 *   SHORTER    the length of the shorter text, which can hold any line
 *   DISTANCE   how far apart the sizes of the blocks are, at most; without it, STEP
 */
#include "eva.h"

#ifndef DISTANCE
#define DISTANCE STEP
#endif

static void read(int longest, size_t size)
{
    struct vmm_text text = any_text(0, longest);
    STRUCT *out = size == 0 ? NULL : any_block(size);

    READER(&text, out, size);
    check_text(&text);
    free(out);
}

static void refuse(void)
{
    struct vmm_text text = unusable_text();
    STRUCT out;

    READER(&text, &out, sizeof out);
    READER(NULL, &out, sizeof out);
}

int main(void)
{
    refuse();
    read(LONGEST, sizeof(STRUCT));
    //@ loop unroll 1024;
    for (size_t size = 0; size <= LARGEST(STRUCT); size += DISTANCE)
        read(SHORTER, size);
    return 0;
}
