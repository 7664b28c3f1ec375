/* SPDX-License-Identifier: MIT */
/*
 * JSON: tokens, and values that are skipped as a whole. The state is the position and one bit for each open object or
 * array: whether it is an array.
 *
 * Skipped values are checked too: strings for control characters and escapes, numbers for their form. Bytes above 127
 * are not checked.
 */
#ifndef VMM_JSON_H
#define VMM_JSON_H

#include "scan.h"
#include "wide.h"

/* How many objects and arrays may be open at the same time: one bit of a word for each. */
enum { VMM_JSON_DEPTH = 64 };

static inline const char *vmm_skip_json_space(const char *p, const char *end)
{
    while (p != end && (*p == ' ' || *p == '\n' || *p == '\r' || *p == '\t'))
        p++;
    return p;
}

/* Each function returns where its token ends; NULL if a byte is wrong, with that byte in `error`. */

/* Takes a string. p is after the opening quote. Returns the closing quote. */
const char *vmm_take_json_string(const char *p, const char *end, const char **error);

#ifndef VMM_WIDE
/*
 * Marks quotes, control characters and backslashes in bit 7 of each byte. A byte after the first mark may be marked
 * wrongly. With bit 1 inverted, the quote follows the control characters.
 */
static inline uint64_t vmm_json_specials(uint64_t word)
{
    uint64_t low = word ^ VMM_BYTES(2);
    uint64_t escapes = word ^ VMM_BYTES('\\');

    return (((low - VMM_BYTES(0x21)) & ~low) | ((escapes - VMM_BYTES(1)) & ~escapes)) & VMM_BYTES(0x80);
}
#endif

/*
 * The number of bytes before the first quote, control character or backslash; 16 if there is none. Sixteen bytes can be
 * read.
 */
VMM_INLINE unsigned vmm_find_json_special(const char *p)
{
#ifdef VMM_WIDE
    vmm_wide bytes = vmm_load_wide(p);
    vmm_wide special = vmm_either(vmm_equal(bytes, vmm_wide_of('"')), vmm_equal(bytes, vmm_wide_of('\\')));

    return vmm_lowest_bit(vmm_marks(vmm_either(special, vmm_below(bytes, ' '))) | 1U << 16);
#else
    uint64_t found = vmm_json_specials(vmm_load8(p));

    if (found != 0)
        return vmm_lowest_bit(found) / 8;
    found = vmm_json_specials(vmm_load8(p + 8));
    return found == 0 ? 16 : 8 + vmm_lowest_bit(found) / 8;
#endif
}

/* Takes a number. One with a sign, a fraction or an exponent, or that does not fit, gives VMM_UNKNOWN. */
const char *vmm_take_json_number(const char *p, const char *end, uint64_t *value, const char **error);

/* Whether a number has a zero before its other digits. Most numbers are 0, and the others are anywhere: no branch. */
static inline bool vmm_has_leading_zero(const char *p, const char *after)
{
    return ((unsigned)(*p == '0') & (unsigned)(after - p != 1)) != 0;
}

/* The bytes that the fast paths for a number read: 15 digits, the byte after them, and another one. */
enum { VMM_USUAL_JSON_NUMBER = 17 };

/*
 * Fast path: takes digits followed by `,` or `}`. NULL for anything else. Numbers of one digit are not a case of their
 * own, since they stand anywhere between the others.
 */
static inline const char *vmm_take_usual_json_number(const char *p, const char *end, uint64_t *value)
{
    const char *after;
    uint64_t digits, stop;

    if (end - p < VMM_USUAL_JSON_NUMBER)
        return NULL;
    digits = vmm_load8(p) ^ VMM_BYTES('0');
    stop = vmm_non_digits(digits);
    if (stop != 0) {
        unsigned mark = vmm_lowest_bit(stop);

        if (mark == 7)
            return NULL;
        *value = vmm_eight_digits(digits << ((71 - mark) & 63));
        after = p + mark / 8;
    } else {
        after = vmm_take_short_number(p, value);
        if (after == NULL)
            return NULL;
    }
    if (!(*after == ',' || *after == '}') || vmm_has_leading_zero(p, after))
        return NULL;
    return after;
}

/* Skips up to 15 digits. NULL for anything else. */
VMM_INLINE const char *vmm_skip_usual_json_number(const char *p)
{
    unsigned length;

#ifdef VMM_WIDE
    length = vmm_lowest_bit(~vmm_marks(vmm_below(vmm_minus(vmm_load_wide(p), vmm_wide_of('0')), 10)));
#else
    uint64_t stop = vmm_non_digits(vmm_load8(p) ^ VMM_BYTES('0'));

    length = stop == 0 ? 8 : vmm_lowest_bit(stop) / 8;
    if (stop == 0) {
        stop = vmm_non_digits(vmm_load8(p + 8) ^ VMM_BYTES('0'));
        length += stop == 0 ? 8 : vmm_lowest_bit(stop) / 8;
    }
#endif
    return length - 1 >= 15 || vmm_has_leading_zero(p, p + length) ? NULL : p + length;
}

/*
 * A bit of a word for a key, which is the same for the same bytes and length, and another one for most other keys. Four
 * bytes can be read at p.
 */
static inline uint64_t vmm_json_key_bit(const char *p, size_t length)
{
    return (uint64_t)1 << ((vmm_load4(p) + (uint32_t)length) * 0x9E3779B1U >> 26);
}

/*
 * Skips members of an object that are numbers, without blanks, with short keys whose bit is not in `keys`. p is where the
 * first key begins. Returns where the first other member begins, or the byte after the last value.
 *
 * The quotes of 64 bytes are found at once, so that the processor can look at a member before the one before it ends.
 */
const char *vmm_skip_json_members(const char *p, const char *end, uint64_t keys);

/* Skips a value of any type. `depth` is the number of objects and arrays around the value. */
const char *vmm_take_json_value(const char *p, const char *end, unsigned depth, const char **error);

/* Takes a colon and the blanks around it. */
static inline const char *vmm_take_json_colon(const char *p, const char *end, const char **error)
{
    p = vmm_skip_json_space(p, end);
    if (p == end || *p != ':') {
        *error = p;
        return NULL;
    }
    return vmm_skip_json_space(p + 1, end);
}

/* Takes a key at p, its colon and the blanks around the colon. */
static inline const char *vmm_take_json_key(const char *p, const char *end, const char **error)
{
    if (p == end || *p != '"') {
        *error = p;
        return NULL;
    }
    p = vmm_take_json_string(p + 1, end, error);
    return p == NULL ? NULL : vmm_take_json_colon(p + 1, end, error);
}

/*
 * Moves to the first member of an object (p at the opening brace), or to the next member (p after a value). Returns
 * where the key begins, or the closing brace if there is no member.
 */
const char *vmm_first_json_member(const char *p, const char *end, const char **error);
/* The next member, where blanks may stand before it. */
const char *vmm_find_json_member(const char *p, const char *end, const char **error);
static inline const char *vmm_next_json_member(const char *p, const char *end, const char **error)
{
    return end - p >= 2 && p[0] == ',' && p[1] == '"' ? p + 1 : vmm_find_json_member(p, end, error);
}

/* The same for the elements of an array: p is at the opening bracket, or after a value. */
const char *vmm_first_json_element(const char *p, const char *end, const char **error);
const char *vmm_next_json_element(const char *p, const char *end, const char **error);

/* Moves from the end of a value to the `,` or `}` after it. Without this byte the value may have been cut. */
static inline const char *vmm_end_json_member(const char *p, const char *end, const char **error)
{
    p = vmm_skip_json_space(p, end);
    if (p != end && (*p == ',' || *p == '}'))
        return p;
    *error = p;
    return NULL;
}

/* The same in an array: the `,` or `]`. */
static inline const char *vmm_end_json_element(const char *p, const char *end, const char **error)
{
    p = vmm_skip_json_space(p, end);
    if (p != end && (*p == ',' || *p == ']'))
        return p;
    *error = p;
    return NULL;
}

/* Moves from the end of an object over blanks and one newline. */
static inline const char *vmm_end_json_line(const char *p, const char *end)
{
    while (p != end && (*p == ' ' || *p == '\r' || *p == '\t'))
        p++;
    return p != end && *p == '\n' ? p + 1 : p;
}

#endif
