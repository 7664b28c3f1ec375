/* SPDX-License-Identifier: MIT */
/* What the library needs of string.h, for WebAssembly without a C library. The first three are instructions there. */
#include <stddef.h>

void *memcpy(void *to, const void *from, size_t length);
void *memmove(void *to, const void *from, size_t length);
void *memset(void *to, int byte, size_t length);

static inline int memcmp(const void *one, const void *other, size_t length)
{
    const unsigned char *left = one, *right = other;

    while (length > 0 && *left == *right)
        left++, right++, length--;
    return length > 0 ? *left - *right : 0;
}

static inline void *memchr(const void *bytes, int byte, size_t length)
{
    const unsigned char *at = bytes;

    while (length > 0 && *at != (unsigned char)byte)
        at++, length--;
    return length > 0 ? (void *)at : NULL;
}
