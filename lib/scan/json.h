/*
 * JSON: tokens, and whole values that are passed over. Nothing is remembered but the position and, for what is open, one bit
 * a level: whether it is an array.
 *
 * All of it is checked, also what is passed over: strings for control characters and escapes, numbers for their form. Bytes
 * above 127 are taken as they are.
 */
#ifndef VMM_JSON_H
#define VMM_JSON_H

#include "scan.h"

/* How many objects and arrays may be open at a time: a bit of a word each. */
enum { VMM_JSON_DEPTH = 64 };

static inline const char *vmm_skip_json_space(const char *p, const char *end)
{
    while (p != end && (*p == ' ' || *p == '\n' || *p == '\r' || *p == '\t'))
        p++;
    return p;
}

/* Each of these returns where something ends; NULL when a byte is wrong, with that byte in `error`. */

/* Takes a string at p, behind its opening quote. Returns where its closing one stands. */
const char *vmm_take_json_string(const char *p, const char *end, const char **error);

/* Takes a number. One with a sign, a fraction or an exponent, or that does not fit, gives VMM_UNKNOWN. */
const char *vmm_take_json_number(const char *p, const char *end, uint64_t *value, const char **error);

/* Takes a number as it mostly stands: digits, and what ends a member. NULL where it looks otherwise. */
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

/* Takes any value, whatever is in it. `depth` says how many objects and arrays it stands in. */
const char *vmm_take_json_value(const char *p, const char *end, unsigned depth, const char **error);

/* Takes a colon and the space around it. */
static inline const char *vmm_take_json_colon(const char *p, const char *end, const char **error)
{
    p = vmm_skip_json_space(p, end);
    if (p == end || *p != ':') {
        *error = p;
        return NULL;
    }
    return vmm_skip_json_space(p + 1, end);
}

/* Takes a key at p, its colon and the space around. */
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
 * Goes to the first member of an object, from its opening brace; and to the next one, from behind a value. Returns where the
 * member's key begins, or at the closing brace that.
 */
const char *vmm_first_json_member(const char *p, const char *end, const char **error);
const char *vmm_next_json_member(const char *p, const char *end, const char **error);

/* Goes from behind a member's value to the comma or the closing brace that shows that the value is whole. */
static inline const char *vmm_end_json_member(const char *p, const char *end, const char **error)
{
    p = vmm_skip_json_space(p, end);
    if (p != end && (*p == ',' || *p == '}'))
        return p;
    *error = p;
    return NULL;
}

/* Goes from behind an object to the next line, or to what stands behind it on its own. */
static inline const char *vmm_end_json_line(const char *p, const char *end)
{
    while (p != end && (*p == ' ' || *p == '\r' || *p == '\t'))
        p++;
    return p != end && *p == '\n' ? p + 1 : p;
}

#endif
