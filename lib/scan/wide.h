/* SPDX-License-Identifier: MIT */
/*
 * Comparisons of sixteen bytes of text, by vector extensions of the compiler. Its headers for vectors are not used, as
 * some need a C library. VMM_WIDE is not defined if the target has no such vectors.
 */
#ifndef VMM_WIDE_H
#define VMM_WIDE_H

#if defined(__GNUC__) && defined(__SSE2__) && !defined(VMM_PORTABLE)
#define VMM_WIDE 1

#include <string.h>

typedef char vmm_wide __attribute__((vector_size(16)));

static inline vmm_wide vmm_load_wide(const char *p)
{
    vmm_wide bytes;

    memcpy(&bytes, p, sizeof bytes);
    return bytes;
}

/* The same byte in all sixteen places. */
static inline vmm_wide vmm_wide_of(char byte)
{
    return (vmm_wide){0} + byte;
}

/* Ones in the bytes that are the same, and zeros in the others. */
static inline vmm_wide vmm_equal(vmm_wide one, vmm_wide other)
{
    return (vmm_wide)(one == other);
}

/* Ones in the bytes below a limit, as numbers from 0 to 255, and zeros in the others. */
static inline vmm_wide vmm_below(vmm_wide bytes, unsigned char limit)
{
    typedef unsigned char numbers __attribute__((vector_size(16)));

    return (vmm_wide)((numbers)bytes < (numbers){0} + limit);
}

/* A bit for each byte, the first byte's the lowest: whether it is ones. */
static inline unsigned vmm_marks(vmm_wide bytes)
{
    return (unsigned)__builtin_ia32_pmovmskb128(bytes);
}

#endif
#endif
