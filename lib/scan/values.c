/* Values in all the forms in which files have them. */
#include "scan.h"

/* Each of these takes one value at p. Returns where it ends; NULL when a byte is wrong, with that byte in `error`. */

static const char *take_limit(const char *p, const char *end, uint64_t *value, const char **error)
{
    if (p != end && *p == 'm') {
        *value = VMM_UNLIMITED;
        return vmm_take_word(p, end, "max", 3, error);
    }
    return vmm_take_number(p, end, value, error);
}

/*
 * A limit of cgroup v1. "No limit" is the largest number of whole pages, 2^63 less 4096 or 65536; 2^31 - 1 pages of 4096
 * on 32-bit kernels; 2^63 - 1 or 2^64 - 1 on old ones.
 */
static const char *take_v1_limit(const char *p, const char *end, uint64_t *value, const char **error)
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

static const char *take_v1_quota(const char *p, const char *end, uint64_t *value, const char **error)
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

static const char *take_kb(const char *p, const char *end, uint64_t *value, const char **error)
{
    p = vmm_take_number(p, end, value, error);
    if (p == NULL)
        return NULL;
    *value = vmm_bytes_of_kb(*value);
    return vmm_take_word(p, end, " kB", 3, error);
}

/* Bytes, of which the text has the number of kB or of sectors. */
VMM_RARE static const char *take_bytes(unsigned form, const char *p, const char *end, uint64_t *value,
                                       const char **error)
{
    p = vmm_take_number(p, end, value, error);
    if (p != NULL)
        *value = form == VMM_FORM_KIB ? vmm_bytes_of_kb(*value) : vmm_bytes_of_sectors(*value);
    return p;
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

/*
 * Millions of bits as bits. -1 is unknown, which a kernel may print as a number of 16 or 32 bits; 0 is a driver's word for
 * the same.
 */
static const char *take_speed(const char *p, const char *end, uint64_t *value, const char **error)
{
    uint64_t millions;

    p = vmm_take_number(p, end, &millions, error);
    if (p == NULL || millions == 0 || millions == UINT16_MAX || millions >= UINT32_MAX)
        *value = VMM_UNKNOWN;
    else
        *value = millions * 1000000;
    return p;
}

static const char *take_hundredths_limit(const char *p, const char *end, uint64_t *value, const char **error)
{
    return p != end && *p == 'm' ? take_limit(p, end, value, error) : take_hundredths(p, end, value, error);
}

/* The words that a file may have, in the order of the numbers that they become, which begin with 1. */
struct words {
    unsigned count;
    struct {
        char word[16];
        size_t length;
    } words[7];
};
static const struct words cgroup_types = {
    4, {{"domain", 6}, {"domain threaded", 15}, {"domain invalid", 14}, {"threaded", 8}}};
static const struct words operstates = {7,
                                        {{"unknown", 7},
                                         {"notpresent", 10},
                                         {"down", 4},
                                         {"lowerlayerdown", 14},
                                         {"testing", 7},
                                         {"dormant", 7},
                                         {"up", 2}}};
static const struct words duplexes = {3, {{"half", 4}, {"full", 4}, {"unknown", 7}}};

/* Takes the rest of the line as one of some words. One that is none of them is unknown. */
VMM_RARE static const char *take_one_of(const struct words *words, const char *p, const char *end, uint64_t *value,
                                        const char **error)
{
    const char *line_end = vmm_line_end(p, end);
    const char *other;

    *value = VMM_UNKNOWN;
    if (line_end == p) {
        *error = p;
        return NULL;
    }
    for (unsigned i = 0; i < words->count; i++)
        if (vmm_take_word(p, end, words->words[i].word, words->words[i].length, &other) == line_end)
            *value = i + 1;
    return line_end;
}

/* Takes the letter for what a thread does. One that nobody knows is unknown. */
static const char *take_process_state(const char *p, const char *end, uint64_t *value, const char **error)
{
    /* In the order of VMM_PROCESS_STATE_*, which begin with 1. */
    static const char letters[] = {'R', 'S', 'D', 'T', 't', 'Z', 'X', 'I', 'P', 'K', 'W'};
    char letter;

    *value = VMM_UNKNOWN;
    if (p == end || *p == '\n' || vmm_is_blank(*p)) {
        *error = p;
        return NULL;
    }
    letter = *p;
    if (letter == 'x')
        letter = 'X';
    for (unsigned i = 0; i < sizeof letters; i++)
        if (letter == letters[i])
            *value = i + 1;
    return p + 1;
}

const char *vmm_take_value(unsigned form, const char *p, const char *end, uint64_t *value, const char **error)
{
    switch (form) {
    case VMM_FORM_KB:
        return take_kb(p, end, value, error);
    case VMM_FORM_KIB:
    case VMM_FORM_SECTORS:
        return take_bytes(form, p, end, value, error);
    case VMM_FORM_LIMIT:
        return take_limit(p, end, value, error);
    case VMM_FORM_V1_LIMIT:
        return take_v1_limit(p, end, value, error);
    case VMM_FORM_V1_QUOTA:
        return take_v1_quota(p, end, value, error);
    case VMM_FORM_HUNDREDTHS_LIMIT:
        return take_hundredths_limit(p, end, value, error);
    case VMM_FORM_SIGNED:
        return take_signed(p, end, value, error);
    case VMM_FORM_CGROUP_TYPE:
        return take_one_of(&cgroup_types, p, end, value, error);
    case VMM_FORM_PROCESS_STATE:
        return take_process_state(p, end, value, error);
    case VMM_FORM_OPERSTATE:
        return take_one_of(&operstates, p, end, value, error);
    case VMM_FORM_DUPLEX:
        return take_one_of(&duplexes, p, end, value, error);
    case VMM_FORM_SPEED:
        return take_speed(p, end, value, error);
    case VMM_FORM_HEX:
        return take_hex(p, end, value, error);
    case VMM_FORM_LIST:
        return take_list(p, end, value, error);
    case VMM_FORM_HUNDREDTHS:
        return take_hundredths(p, end, value, error);
    default:
        return vmm_take_number(p, end, value, error);
    }
}
