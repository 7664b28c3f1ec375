/* SPDX-License-Identifier: MIT */
/*
 * Compares text with a key of a table. The table has zeros after each key. With wide comparisons no branch depends on
 * the length of the key, which changes from line to line.
 */
#ifndef VMM_KEY_H
#define VMM_KEY_H

#include "scan.h"
#include "wide.h"

/* The length of the longest key. If so many bytes are left, no comparison reads past the end of the text. */
enum { VMM_LONGEST_KEY = 27 };

/* Whether the text at p begins with a key of `length` bytes, which is at most 8. Eight bytes can be read. */
VMM_INLINE bool vmm_begins_with_short_key(const char *p, const char *key, unsigned length)
{
    /* The bytes after the key are shifted out. */
    return (vmm_load8(p) ^ vmm_load8(key)) << ((64 - length * 8U) & 63) == 0;
}

#ifdef VMM_WIDE

/* Marks the bytes that are equal in text and key, and the bytes after the key. */
static inline vmm_wide vmm_key_bytes(const char *p, const char *key)
{
    vmm_wide wanted = vmm_load_wide(key);
    vmm_wide same = vmm_equal(vmm_load_wide(p), wanted);

    return vmm_either(same, vmm_equal(wanted, vmm_wide_of('\0')));
}

/* Whether the text at p begins with a key of `length` bytes. VMM_LONGEST_KEY bytes can be read. */
VMM_INLINE bool vmm_begins_with_key(const char *p, const char *key, unsigned length)
{
    enum { REST = VMM_LONGEST_KEY - 16 };

    vmm_wide head = vmm_key_bytes(p, key);

    (void)length;
    return vmm_marks(vmm_both(head, vmm_key_bytes(p + REST, key + REST))) == 0xffff;
}

/* Whether 16 bytes of the text at p are a key of `length` bytes and blanks. */
VMM_INLINE bool vmm_is_padded_key(const char *p, const char *key, unsigned length)
{
    vmm_wide wanted = vmm_load_wide(key);
    vmm_wide blanks = vmm_both(vmm_equal(wanted, vmm_wide_of('\0')), vmm_wide_of(' '));

    return length <= 16 && vmm_marks(vmm_equal(vmm_load_wide(p), vmm_either(wanted, blanks))) == 0xffff;
}

#else

/* Whether the text at p begins with a key of `length` bytes. VMM_LONGEST_KEY bytes can be read. */
VMM_INLINE bool vmm_begins_with_key(const char *p, const char *key, unsigned length)
{
    unsigned bits = length * 8U;
    uint64_t difference = vmm_load8(p) ^ vmm_load8(key);

    if (bits <= 64)
        return difference << (64 - bits) == 0;
    if (difference != 0)
        return false;
    difference = vmm_load8(p + 8) ^ vmm_load8(key + 8);
    if (bits <= 128)
        return difference << (128 - bits) == 0;
    if (difference != 0)
        return false;
    difference = vmm_load8(p + 16) ^ vmm_load8(key + 16);
    if (bits <= 192)
        return difference << (192 - bits) == 0;
    if (difference != 0)
        return false;
    difference = vmm_load8(p + 19) ^ vmm_load8(key + 19);
    return difference << (216 - bits) == 0;
}

/* Whether 16 bytes of the text at p are a key of `length` bytes and blanks. */
VMM_INLINE bool vmm_is_padded_key(const char *p, const char *key, unsigned length)
{
    unsigned bits = length * 8U;
    uint64_t head = vmm_load8(p) ^ vmm_load8(key);
    uint64_t tail = vmm_load8(p + 8) ^ vmm_load8(key + 8);

    /* The table has zeros after the key, so the difference is the text there. */
    if (bits <= 64)
        return head == VMM_BYTES(' ') << ((bits - 8) & 63) << 8 && tail == VMM_BYTES(' ');
    return head == 0 && bits <= 128 && tail == VMM_BYTES(' ') << ((bits - 72) & 63) << 8;
}

#endif
#endif
