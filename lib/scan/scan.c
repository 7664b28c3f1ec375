/* SPDX-License-Identifier: MIT */
#include "scan.h"

#include "wide.h"

/* The index of the first newline in AT_ONCE bytes, AT_ONCE if there is none; whether there is one in 64 bytes. */
#ifdef VMM_WIDE
enum { AT_ONCE = 16 };
static inline unsigned newline_at(const char *p)
{
    unsigned found = vmm_marks(vmm_equal(vmm_load_wide(p), vmm_wide_of('\n')));

    return found != 0 ? vmm_lowest_bit(found) : (unsigned)AT_ONCE;
}

static inline bool has_newline_in_64(const char *p)
{
    vmm_wide newline = vmm_wide_of('\n');
    vmm_wide found = vmm_equal(vmm_load_wide(p), newline);

    found = vmm_either(found, vmm_equal(vmm_load_wide(p + 16), newline));
    found = vmm_either(found, vmm_equal(vmm_load_wide(p + 32), newline));
    found = vmm_either(found, vmm_equal(vmm_load_wide(p + 48), newline));
    return vmm_marks(found) != 0;
}
#else
enum { AT_ONCE = 8 };

/* Marks newlines in bit 7 of each byte. A byte after the first mark may be marked wrongly. */
static inline uint64_t newlines(const char *p)
{
    uint64_t others = vmm_load8(p) ^ VMM_BYTES('\n');

    return (others - VMM_BYTES(1)) & ~others & VMM_BYTES(0x80);
}

static inline unsigned newline_at(const char *p)
{
    uint64_t found = newlines(p);

    return found != 0 ? vmm_lowest_bit(found) / 8 : (unsigned)AT_ONCE;
}

static inline bool has_newline_in_64(const char *p)
{
    return (newlines(p) | newlines(p + 8) | newlines(p + 16) | newlines(p + 24) | newlines(p + 32) | newlines(p + 40) |
            newlines(p + 48) | newlines(p + 56)) != 0;
}
#endif

const char *vmm_line_end(const char *p, const char *end)
{
    /* Most lines are short, and the others are lists of numbers or JSON. */
    for (unsigned i = 0; i < 32 / AT_ONCE && end - p >= AT_ONCE; i++) {
        unsigned at = newline_at(p);

        if (at != AT_ONCE)
            return p + at;
        p += AT_ONCE;
    }
    while (end - p >= 64 && !has_newline_in_64(p))
        p += 64;
    while (end - p >= AT_ONCE) {
        unsigned at = newline_at(p);

        if (at != AT_ONCE)
            return p + at;
        p += AT_ONCE;
    }
    while (p != end && *p != '\n')
        p++;
    return p;
}

const char *vmm_take_number(const char *p, const char *end, uint64_t *value, const char **error)
{
    const char *after = end - p >= 17 ? vmm_take_short_number(p, value) : vmm_take_last_number(p, end, value);
    bool fits = true;
    uint64_t total = 0;

    if (after != NULL)
        return after;
    if (p != end && *p == '-') {
        fits = false;
        p++;
    }
    *value = VMM_UNKNOWN;
    if (p == end || !vmm_is_digit(*p)) {
        *error = p;
        return NULL;
    }
    do {
        uint64_t digit = (uint64_t)(*p - '0');
        if (total > (UINT64_MAX - digit) / 10)
            fits = false;
        total = total * 10 + digit;
        p++;
    } while (p != end && vmm_is_digit(*p));
    *value = fits && total < VMM_UNLIMITED ? total : VMM_UNKNOWN;
    return p;
}

const char *vmm_take_word(const char *p, const char *end, const char *word, size_t length, const char **error)
{
    for (size_t i = 0; i < length; i++) {
        if (p == end || *p != word[i]) {
            *error = p;
            return NULL;
        }
        p++;
    }
    return p;
}
