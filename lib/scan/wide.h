/* SPDX-License-Identifier: MIT */
/*
 * Comparisons of sixteen bytes of text, by vector extensions of the compiler. Its headers for vectors are not used, as
 * some need a C library. VMM_WIDE is not defined if the target has no such vectors.
 *
 * Each function works on every byte alone. VMM_WIDE_PLAIN gives each function a body without vectors, with the same
 * results: the proofs read these bodies, and a test compares both.
 */
#ifndef VMM_WIDE_H
#define VMM_WIDE_H

#if defined(VMM_WIDE_PLAIN)
#define VMM_WIDE 1

typedef struct {
    unsigned char byte[16];
} vmm_wide;

static inline vmm_wide vmm_load_wide(const char *p)
{
    vmm_wide bytes;

    for (unsigned i = 0; i < 16; i++)
        bytes.byte[i] = (unsigned char)p[i];
    return bytes;
}

static inline vmm_wide vmm_wide_of(char byte)
{
    vmm_wide bytes;

    for (unsigned i = 0; i < 16; i++)
        bytes.byte[i] = (unsigned char)byte;
    return bytes;
}

static inline vmm_wide vmm_equal(vmm_wide one, vmm_wide other)
{
    for (unsigned i = 0; i < 16; i++)
        one.byte[i] = one.byte[i] == other.byte[i] ? 0xff : 0;
    return one;
}

static inline vmm_wide vmm_below(vmm_wide bytes, unsigned char limit)
{
    for (unsigned i = 0; i < 16; i++)
        bytes.byte[i] = bytes.byte[i] < limit ? 0xff : 0;
    return bytes;
}

static inline vmm_wide vmm_either(vmm_wide one, vmm_wide other)
{
    for (unsigned i = 0; i < 16; i++)
        one.byte[i] |= other.byte[i];
    return one;
}

static inline vmm_wide vmm_both(vmm_wide one, vmm_wide other)
{
    for (unsigned i = 0; i < 16; i++)
        one.byte[i] &= other.byte[i];
    return one;
}

static inline vmm_wide vmm_minus(vmm_wide one, vmm_wide other)
{
    for (unsigned i = 0; i < 16; i++)
        one.byte[i] = (unsigned char)(one.byte[i] - other.byte[i]);
    return one;
}

static inline unsigned vmm_marks(vmm_wide bytes)
{
    unsigned marks = 0;

    for (unsigned i = 0; i < 16; i++)
        if (bytes.byte[i] >= 0x80)
            marks |= 1U << i;
    return marks;
}

#elif defined(__GNUC__) && defined(__SSE2__) && !defined(VMM_PORTABLE)
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

/* The bits that are set in either; the bits that are set in both. */
static inline vmm_wide vmm_either(vmm_wide one, vmm_wide other)
{
    return one | other;
}

static inline vmm_wide vmm_both(vmm_wide one, vmm_wide other)
{
    return one & other;
}

/* The difference of the bytes at each place, without its carry. */
static inline vmm_wide vmm_minus(vmm_wide one, vmm_wide other)
{
    return one - other;
}

/* A bit for each byte, the first byte's the lowest: whether bit 7 of the byte is set. */
static inline unsigned vmm_marks(vmm_wide bytes)
{
    return (unsigned)__builtin_ia32_pmovmskb128(bytes);
}

#endif
#endif
