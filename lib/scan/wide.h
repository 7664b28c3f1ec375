/*
 * Sixteen bytes of text at once, where every machine that the compiler makes code for can do it; else VMM_WIDE is not
 * defined. By the compiler's own vectors, as its headers for them include others that no library without an operating system
 * has.
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

/* A bit for each byte, the first byte's the lowest: whether it is ones. */
static inline unsigned vmm_marks(vmm_wide bytes)
{
    return (unsigned)__builtin_ia32_pmovmskb128(bytes);
}

#endif
#endif
