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

/* Takes a number. One with a sign, a fraction or an exponent, or that does not fit, gives VMM_UNKNOWN. */
const char *vmm_take_json_number(const char *p, const char *end, uint64_t *value, const char **error);

/* Fast path: takes digits followed by `,` or `}`. NULL for anything else. */
static inline const char *vmm_take_usual_json_number(const char *p, const char *end, uint64_t *value)
{
    const char *after;

    if (end - p < 17)
        return NULL;
    after = vmm_take_short_number(p, value);
    if (after == NULL || !(*after == ',' || *after == '}') || (*p == '0' && after != p + 1))
        return NULL;
    return after;
}

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
const char *vmm_next_json_member(const char *p, const char *end, const char **error);

/* Moves from the end of a value to the `,` or `}` after it. Without this byte the value may have been cut. */
static inline const char *vmm_end_json_member(const char *p, const char *end, const char **error)
{
    p = vmm_skip_json_space(p, end);
    if (p != end && (*p == ',' || *p == '}'))
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
