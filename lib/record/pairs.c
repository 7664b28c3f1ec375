#include "find.h"

static inline const char *word_end(const char *p, const char *end)
{
    while (p != end && *p != '\n' && !vmm_is_blank(*p))
        p++;
    return p;
}

/* Takes a number so near the end of the text that it fits: there are not 17 bytes. NULL where there is none. */
static inline const char *take_last_number(const char *p, const char *end, uint64_t *value)
{
    const char *first = p;
    uint64_t total = 0;

    while (p != end && vmm_is_digit(*p))
        total = total * 10 + (uint64_t)(*p++ - '0');
    *value = total;
    return p == first ? NULL : p;
}

/* Takes a value as the kernel prints it; NULL where it looks otherwise. */
static inline const char *take_usual(unsigned form, const char *p, const char *end, uint64_t *value)
{
    if (form == VMM_FORM_HUNDREDTHS)
        return end - p >= 8 ? vmm_take_usual_hundredths(p, value) : NULL;
    if (form != VMM_FORM_NUMBER)
        return NULL;
    return end - p >= 17 ? vmm_take_short_number(p, value) : take_last_number(p, end, value);
}

const char *vmm_take_pairs(const char *p, const char *end, const struct vmm_keys *keys, void *out, size_t size,
                           const char **error)
{
    const struct vmm_key *expected = keys->rows;

    for (;;) {
        const struct vmm_key *row;
        const char *values = p;
        uint64_t value = VMM_UNKNOWN;

        p = vmm_skip_blanks(p, end);
        if (p == end || *p == '\n')
            break;
        row = vmm_find_key(keys, expected, p, end, &values);
        if (row == NULL) {
            p = word_end(p, end);
            continue;
        }
        p = take_usual(row->form, values, end, &value);
        if (p == NULL) {
            /* Apart, so that the usual value need not be in memory. */
            uint64_t any = VMM_UNKNOWN;

            p = vmm_take_value(row->form, values, end, &any, error);
            if (p == NULL)
                return NULL;
            value = any;
        }
        if (p == end || !(*p == '\n' || vmm_is_blank(*p))) {
            *error = p;
            return NULL;
        }
        vmm_store(out, size, row->offset, value);
        expected = row + 1;
        if (*p == ' ')
            p++;
    }
    if (p != end)
        return p + 1;
    *error = p;
    return NULL;
}
