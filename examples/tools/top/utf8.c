/* SPDX-License-Identifier: MIT */
#include "utf8.h"

size_t utf8_put(uint32_t character, char to[UTF8_BYTES])
{
    static const unsigned char first[] = {0, 0xc0, 0xe0, 0xf0};
    unsigned more = character < 0x80 ? 0 : character < 0x800 ? 1 : character < 0x10000 ? 2 : 3;

    to[0] = (char)(first[more] | character >> (6 * more));
    for (unsigned i = 1; i <= more; i++)
        to[i] = (char)(0x80 | (character >> (6 * (more - i)) & 0x3f));
    return more + 1;
}
