/* SPDX-License-Identifier: MIT */
#include "scan.h"

#include "wide.h"

/* The index of the first newline in AT_ONCE bytes; AT_ONCE if there is no newline. */
#ifdef VMM_WIDE
enum { AT_ONCE = 16 };
static inline unsigned newline_at(const char *p)
{
    unsigned found = vmm_marks(vmm_equal(vmm_load_wide(p), vmm_wide_of('\n')));
    return found != 0 ? vmm_lowest_bit(found) : (unsigned)AT_ONCE;
}
#else
enum { AT_ONCE = 8 };
static inline unsigned newline_at(const char *p)
{
    /* Marks newlines in bit 7 of each byte. A byte after the first mark may be marked wrongly. */
    uint64_t others = vmm_load8(p) ^ VMM_BYTES('\n');
    uint64_t found = (others - VMM_BYTES(1)) & ~others & VMM_BYTES(0x80);
    return found != 0 ? vmm_lowest_bit(found) / 8 : (unsigned)AT_ONCE;
}
#endif

const char *vmm_line_end(const char *p, const char *end)
{
    for (;;) {
        for (unsigned i = 0; i < 32 / AT_ONCE; i++) {
            unsigned at;

            if (end - p < AT_ONCE)
                goto near_end;
            at = newline_at(p);
            if (at != AT_ONCE)
                return p + at;
            p += AT_ONCE;
        }
        /*
         * Long lines are lists of numbers. Bit 5 is set in digits and blanks and clear in a newline, so the test
         * rejects most blocks.
         */
        while (end - p >= 32) {
            uint64_t all = vmm_load8(p) & vmm_load8(p + 8) & vmm_load8(p + 16) & vmm_load8(p + 24);
            if ((all & VMM_BYTES(' ')) != VMM_BYTES(' '))
                break;
            p += 32;
        }
    }
near_end:
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
