/* SPDX-License-Identifier: MIT */
#include "scan.h"

struct vmm_text vmm_text_of(const char *buffer, size_t length)
{
    struct vmm_text text = {"", NULL, NULL};

    if (buffer != NULL)
        text.pos = buffer;
    else
        length = 0;
    text.end = text.pos + length;
    return text;
}
