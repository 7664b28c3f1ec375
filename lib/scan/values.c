/* SPDX-License-Identifier: MIT */
/* Values in all the forms in which files have them. */
#include "scan.h"

/*
 * Each function takes one value at p. It returns where the value ends; NULL if a byte is wrong, with that byte in
 * `error`.
 */

static const char *take_limit(const char *p, const char *end, uint64_t *value, const char **error)
{
    if (p != end && *p == 'm') {
        *value = VMM_UNLIMITED;
        return vmm_take_word(p, end, "max", 3, error);
    }
    return vmm_take_number(p, end, value, error);
}

/* 2^64 - 1 stands for no limit. */
static const char *take_ones_limit(const char *p, const char *end, uint64_t *value, const char **error)
{
    static const char ones[] = "18446744073709551615";

    if (end - p >= 21 && vmm_load8(p) == vmm_load8(ones) && vmm_load8(p + 8) == vmm_load8(ones + 8) &&
        vmm_load4(p + 16) == vmm_load4(ones + 16) && !vmm_is_digit(p[20])) {
        *value = VMM_UNLIMITED;
        return p + 20;
    }
    return vmm_take_number(p, end, value, error);
}

/*
 * A limit of memory. "No limit" is the largest number of whole pages, 2^63 less 4096 or 65536; 2^31 - 1 pages of 4096
 * on 32-bit kernels; 2^63 - 1 or 2^64 - 1 on old ones.
 */
static const char *take_huge_limit(const char *p, const char *end, uint64_t *value, const char **error)
{
    const char *start = p;
    const char *other;

    p = vmm_take_number(p, end, value, error);
    if (p == NULL)
        return NULL;
    if (*value == VMM_UNKNOWN) {
        if (vmm_take_word(start, end, "18446744073709551615", 20, &other) == p)
            *value = VMM_UNLIMITED;
    } else if (*value >= ((uint64_t)1 << 63) - ((uint64_t)1 << 20) || *value == (uint64_t)INT32_MAX * 4096) {
        *value = VMM_UNLIMITED;
    }
    return p;
}

static const char *take_negative_limit(const char *p, const char *end, uint64_t *value, const char **error)
{
    const char *start = p;

    p = vmm_take_number(p, end, value, error);
    if (p != NULL && p - start == 2 && start[0] == '-' && start[1] == '1')
        *value = VMM_UNLIMITED;
    return p;
}

VMM_RARE static const char *take_signed(const char *p, const char *end, uint64_t *value, const char **error)
{
    bool negative = p != end && *p == '-';

    if (negative)
        p++;
    if (p == end || !vmm_is_digit(*p)) {
        *error = p;
        return NULL;
    }
    p = vmm_take_number(p, end, value, error);
    if (*value != VMM_UNKNOWN)
        *value = vmm_bits_of(negative ? -(double)*value : (double)*value);
    return p;
}

static unsigned hex_digit(char c)
{
    if (vmm_is_digit(c))
        return (unsigned)(c - '0');
    if (c >= 'a' && c <= 'f')
        return (unsigned)(c - 'a') + 10;
    if (c >= 'A' && c <= 'F')
        return (unsigned)(c - 'A') + 10;
    return 16;
}

const char *vmm_take_hex(const char *p, const char *end, uint64_t *value)
{
    uint64_t total = 0;
    bool fits = true;

    *value = VMM_UNKNOWN;
    if (p == end || hex_digit(*p) == 16)
        return NULL;
    do {
        if (total >> 60 != 0)
            fits = false;
        total = total << 4 | hex_digit(*p);
        p++;
    } while (p != end && hex_digit(*p) != 16);
    *value = fits && total < VMM_UNLIMITED ? total : VMM_UNKNOWN;
    return p;
}

static const char *take_hex(const char *p, const char *end, uint64_t *value, const char **error)
{
    const char *after;

    if (end - p >= 2 && p[0] == '0' && (p[1] == 'x' || p[1] == 'X'))
        p += 2;
    after = vmm_take_hex(p, end, value);
    if (after == NULL)
        *error = p;
    return after;
}

/* The size of an address in bytes: two digits are one byte. */
static const char *take_address(const char *p, const char *end, uint64_t *value, const char **error)
{
    const char *after = vmm_take_hex(p, end, value);

    if (after != NULL && (after - p == 8 || after - p == 32)) {
        *value = (uint64_t)(after - p) / 2;
        return after;
    }
    *error = after == NULL ? p : after;
    return NULL;
}

static const char *take_letter(const char *p, const char *end, uint64_t *value, const char **error)
{
    if (p == end || vmm_ends_value(p, end)) {
        *error = p;
        return NULL;
    }
    *value = (unsigned char)*p;
    return p + 1;
}

static const char *take_scaled(unsigned form, const char *p, const char *end, uint64_t *value, const char **error)
{
    p = vmm_take_number(p, end, value, error);
    if (p == NULL)
        return NULL;
    if (form == VMM_FORM_MILLIONS)
        *value = *value <= (VMM_UNLIMITED - 1) / 1000000 ? *value * 1000000 : VMM_UNKNOWN;
    else
        *value = vmm_scaled(form, *value);
    return form == VMM_FORM_KB ? vmm_take_word(p, end, " kB", 3, error) : p;
}

/* How many numbers a list such as 0-3,7 names. */
VMM_RARE static const char *take_list(const char *p, const char *end, uint64_t *value, const char **error)
{
    uint64_t count = 0;

    *value = 0;
    if (p == end || *p == '\n')
        return p;
    for (;;) {
        uint64_t first, last;

        p = vmm_take_number(p, end, &first, error);
        if (p == NULL)
            return NULL;
        last = first;
        if (p != end && *p == '-') {
            const char *at = p + 1;
            p = vmm_take_number(at, end, &last, error);
            if (p == NULL)
                return NULL;
            if (last < first) {
                *error = at;
                return NULL;
            }
        }
        /* A count that does not fit is unknown, and stays so. */
        if (count == VMM_UNKNOWN || last == VMM_UNKNOWN || last - first >= VMM_UNLIMITED - 1 - count)
            count = VMM_UNKNOWN;
        else
            count += last - first + 1;
        if (p == end || *p != ',')
            break;
        p++;
    }
    *value = count;
    return p;
}

/* The last number of the line. */
VMM_RARE static const char *take_last(const char *p, const char *end, uint64_t *value, const char **error)
{
    for (;;) {
        const char *next;

        p = vmm_take_number(p, end, value, error);
        if (p == NULL || !vmm_ends_value(p, end))
            return p;
        next = vmm_skip_blanks(p, end);
        if (next == end || *next == '\n')
            return p;
        p = next;
    }
}

/* A number with two decimals, as a count of hundredths. */
static const char *take_hundredths(const char *p, const char *end, uint64_t *value, const char **error)
{
    uint64_t hundredths = 0;

    p = vmm_take_number(p, end, value, error);
    if (p == NULL)
        return NULL;
    p = vmm_take_word(p, end, ".", 1, error);
    if (p == NULL)
        return NULL;
    for (unsigned i = 0; i < 2; i++, p++) {
        if (p == end || !vmm_is_digit(*p)) {
            *error = p;
            return NULL;
        }
        hundredths = hundredths * 10 + (uint64_t)(*p - '0');
    }
    *value = *value < VMM_UNLIMITED / 100 ? *value * 100 + hundredths : VMM_UNKNOWN;
    return p;
}

static const char *take_hundredths_limit(const char *p, const char *end, uint64_t *value, const char **error)
{
    return p != end && *p == 'm' ? take_limit(p, end, value, error) : take_hundredths(p, end, value, error);
}

const char *vmm_take_value(unsigned form, const char *p, const char *end, uint64_t *value, const char **error)
{
    switch (form) {
    case VMM_FORM_SIGNED:
        return take_signed(p, end, value, error);
    case VMM_FORM_SECTORS:
    case VMM_FORM_KIB:
    case VMM_FORM_KB:
    case VMM_FORM_MILLIONS:
        return take_scaled(form, p, end, value, error);
    case VMM_FORM_HEX:
        return take_hex(p, end, value, error);
    case VMM_FORM_LIST:
        return take_list(p, end, value, error);
    case VMM_FORM_HUNDREDTHS:
        return take_hundredths(p, end, value, error);
    case VMM_FORM_LAST:
        return take_last(p, end, value, error);
    case VMM_FORM_LIMIT:
        return take_limit(p, end, value, error);
    case VMM_FORM_AFTER_TAIL:
        *error = p;
        return NULL;
    case VMM_FORM_HUNDREDTHS_LIMIT:
        return take_hundredths_limit(p, end, value, error);
    case VMM_FORM_ONES_LIMIT:
        return take_ones_limit(p, end, value, error);
    case VMM_FORM_NEGATIVE_LIMIT:
        return take_negative_limit(p, end, value, error);
    case VMM_FORM_HUGE_LIMIT:
        return take_huge_limit(p, end, value, error);
    case VMM_FORM_LETTER:
        return take_letter(p, end, value, error);
    case VMM_FORM_DIGITS:
        *error = p;
        return vmm_take_hex(p, end, value);
    case VMM_FORM_ADDRESS:
        return take_address(p, end, value, error);
    default:
        return vmm_take_number(p, end, value, error);
    }
}
