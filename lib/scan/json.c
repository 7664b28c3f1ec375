/* SPDX-License-Identifier: MIT */
#include "json.h"

/* Ends at a byte that is wrong. */
static const char *refuse_json(const char *at, const char **error)
{
    *error = at;
    return NULL;
}

static bool is_hex_digit(char c)
{
    return vmm_is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/* Takes an escape. p is after the backslash. */
VMM_RARE static const char *take_escape(const char *p, const char *end, const char **error)
{
    if (p == end)
        return refuse_json(p, error);
    switch (*p) {
    case '"':
    case '\\':
    case '/':
    case 'b':
    case 'f':
    case 'n':
    case 'r':
    case 't':
        return p + 1;
    case 'u':
        p++;
        for (unsigned i = 0; i < 4; i++) {
            if (p == end || !is_hex_digit(*p))
                return refuse_json(p, error);
            p++;
        }
        return p;
    default:
        return refuse_json(p, error);
    }
}

const char *vmm_take_json_string(const char *p, const char *end, const char **error)
{
    for (;;) {
        while (end - p >= 16) {
            unsigned length = vmm_find_json_special(p);

            p += length;
            if (length != 16)
                break;
        }
        if (p == end)
            return refuse_json(p, error);
        if (*p == '"')
            return p;
        if ((unsigned char)*p < ' ')
            return refuse_json(p, error);
        if (*p != '\\') {
            p++;
            continue;
        }
        p = take_escape(p + 1, end, error);
        if (p == NULL)
            return NULL;
    }
}

/* Takes at least one digit. */
static const char *take_digits(const char *p, const char *end, const char **error)
{
    if (p == end || !vmm_is_digit(*p))
        return refuse_json(p, error);
    while (p != end && vmm_is_digit(*p))
        p++;
    return p;
}

/* Takes the fraction and the exponent, if there are any. p is after the digits of the integer. */
VMM_RARE static const char *take_fraction(const char *p, const char *end, const char **error)
{
    if (p != end && *p == '.') {
        p = take_digits(p + 1, end, error);
        if (p == NULL)
            return NULL;
    }
    if (p != end && (*p == 'e' || *p == 'E')) {
        p++;
        if (p != end && (*p == '+' || *p == '-'))
            p++;
        p = take_digits(p, end, error);
    }
    return p;
}

const char *vmm_take_json_number(const char *p, const char *end, uint64_t *value, const char **error)
{
    const char *digits = p != end && *p == '-' ? p + 1 : p;
    const char *after = vmm_take_number(p, end, value, error);

    if (after == NULL)
        return NULL;
    if (end - digits >= 2 && digits[0] == '0' && vmm_is_digit(digits[1]))
        return refuse_json(digits + 1, error);
    if (after != end && (*after == '.' || *after == 'e' || *after == 'E')) {
        *value = VMM_UNKNOWN;
        return take_fraction(after, end, error);
    }
    return after;
}

static inline const char *take_scalar(const char *p, const char *end, const char **error)
{
    /* Two variables, so that the usual value can stay in a register. */
    uint64_t value, any;
    const char *after = vmm_take_usual_json_number(p, end, &value);

    if (after != NULL)
        return after;
    switch (*p) {
    case '"':
        p = vmm_take_json_string(p + 1, end, error);
        return p == NULL ? NULL : p + 1;
    case 't':
        return vmm_take_word(p, end, "true", 4, error);
    case 'f':
        return vmm_take_word(p, end, "false", 5, error);
    case 'n':
        return vmm_take_word(p, end, "null", 4, error);
    default:
        return vmm_take_json_number(p, end, &any, error);
    }
}

/*
 * Finds the quotes in 64 bytes: a bit for each byte, the first byte's the lowest. False if one of the bytes is a control
 * character or a backslash.
 */
#ifdef VMM_WIDE
static inline vmm_wide mark_escapes(vmm_wide bytes)
{
    vmm_wide escape = vmm_equal(bytes, vmm_wide_of('\\'));

    return vmm_either(escape, vmm_below(bytes, ' '));
}

static inline bool find_quotes(const char *p, uint64_t *quotes)
{
    vmm_wide quote = vmm_wide_of('"');
    vmm_wide a = vmm_load_wide(p), b = vmm_load_wide(p + 16), c = vmm_load_wide(p + 32), d = vmm_load_wide(p + 48);

    *quotes = vmm_marks(vmm_equal(a, quote)) | (uint64_t)vmm_marks(vmm_equal(b, quote)) << 16 |
              (uint64_t)vmm_marks(vmm_equal(c, quote)) << 32 | (uint64_t)vmm_marks(vmm_equal(d, quote)) << 48;
    return vmm_marks(vmm_either(vmm_either(vmm_either(mark_escapes(a), mark_escapes(b)), mark_escapes(c)),
                                mark_escapes(d))) == 0;
}
#else
static inline bool find_quotes(const char *p, uint64_t *quotes)
{
    uint64_t found = 0;

    *quotes = 0;
    for (unsigned i = 0; i < 64; i += 8) {
        uint64_t word = vmm_load8(p + i);
        uint64_t others = word ^ VMM_BYTES('"');
        uint64_t escapes = word ^ VMM_BYTES('\\');
        uint64_t marks = ~((others & VMM_BYTES(0x7f)) + VMM_BYTES(0x7f)) & ~others & VMM_BYTES(0x80);

        /* The product has the lowest bits of all bytes side by side in its highest byte. */
        *quotes |= ((marks >> 7) * 0x0102040810204080 >> 56) << i;
        found |= ((word - VMM_BYTES(' ')) & ~word) | ((escapes - VMM_BYTES(1)) & ~escapes);
    }
    return (found & VMM_BYTES(0x80)) == 0;
}
#endif

const char *vmm_skip_json_members(const char *p, const char *end, uint64_t keys)
{
    /* A key that begins in the 64 bytes may end after them, and so may a number. */
    while (end - p >= 64 + 2 + VMM_USUAL_JSON_NUMBER) {
        const char *window = p;
        uint64_t quotes;

        if (*p != '"' || !find_quotes(p, &quotes))
            return p;
        for (;;) {
            const char *quote, *after;

            /* Clears the bit of the quote at p. */
            quotes &= quotes - 1;
            if (quotes == 0)
                break;
            quote = window + vmm_lowest_bit(quotes);
            after = quote[1] == ':' ? vmm_skip_usual_json_number(quote + 2) : NULL;
            if (after == NULL || (keys & vmm_json_key_bit(p + 1, (size_t)(quote - p))) != 0)
                return p;
            if (after[0] != ',' || after[1] != '"')
                return after[0] == ',' || after[0] == '}' ? after : p;
            p = after + 1;
            quotes &= quotes - 1;
            if (quotes == 0)
                break;
            p = window + vmm_lowest_bit(quotes);
        }
        if (p == window)
            return p;
    }
    return p;
}

const char *vmm_take_json_value(const char *p, const char *end, unsigned depth, const char **error)
{
    /* A bit for each open object or array, the innermost in the lowest bit: set for an array. */
    uint64_t arrays = 0;
    unsigned open = 0;

    for (;;) {
        bool is_in_object = open != 0 && (arrays & 1) == 0, is_after_value = false;

        if (is_in_object) {
            const char *after = vmm_skip_json_members(p, end, 0);

            is_after_value = after != p && after != end && *after != '"';
            p = after;
        }
        if (!is_after_value) {
            if (is_in_object) {
                p = vmm_take_json_key(p, end, error);
                if (p == NULL)
                    return NULL;
            }
            if (p == end)
                return refuse_json(p, error);
            if (*p == '{' || *p == '[') {
                char close = *p == '[' ? ']' : '}';

                if (depth + open >= VMM_JSON_DEPTH)
                    return refuse_json(p, error);
                p = vmm_skip_json_space(p + 1, end);
                if (p == end)
                    return refuse_json(p, error);
                if (*p != close) {
                    arrays = arrays << 1 | (close == ']');
                    open++;
                    continue;
                }
                p++;
            } else {
                p = take_scalar(p, end, error);
                if (p == NULL)
                    return NULL;
            }
        }
        /* After a value: the objects and arrays that end here, or a comma. */
        for (;;) {
            if (open == 0)
                return p;
            p = vmm_skip_json_space(p, end);
            if (p == end)
                return refuse_json(p, error);
            if (*p == ',')
                break;
            if (*p != ((arrays & 1) != 0 ? ']' : '}'))
                return refuse_json(p, error);
            p++;
            arrays >>= 1;
            open--;
        }
        p = vmm_skip_json_space(p + 1, end);
    }
}

const char *vmm_first_json_member(const char *p, const char *end, const char **error)
{
    if (p == end || *p != '{')
        return refuse_json(p, error);
    p = vmm_skip_json_space(p + 1, end);
    return p != end && (*p == '"' || *p == '}') ? p : refuse_json(p, error);
}

const char *vmm_find_json_member(const char *p, const char *end, const char **error)
{
    p = vmm_skip_json_space(p, end);
    if (p == end)
        return refuse_json(p, error);
    if (*p == '}')
        return p;
    if (*p != ',')
        return refuse_json(p, error);
    p = vmm_skip_json_space(p + 1, end);
    return p != end && *p == '"' ? p : refuse_json(p, error);
}

const char *vmm_first_json_element(const char *p, const char *end, const char **error)
{
    if (p == end || *p != '[')
        return refuse_json(p, error);
    p = vmm_skip_json_space(p + 1, end);
    return p != end ? p : refuse_json(p, error);
}

const char *vmm_next_json_element(const char *p, const char *end, const char **error)
{
    p = vmm_skip_json_space(p, end);
    if (p == end || (*p != ']' && *p != ','))
        return refuse_json(p, error);
    if (*p == ']')
        return p;
    p = vmm_skip_json_space(p + 1, end);
    return p != end && *p != ']' ? p : refuse_json(p, error);
}
