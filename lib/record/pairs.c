/* SPDX-License-Identifier: MIT */
#include "find.h"

static inline const char *word_end(const char *p, const char *end)
{
    while (p != end && *p != '\n' && !vmm_is_blank(*p))
        p++;
    return p;
}

/* Takes a value as the kernel prints it; NULL where it looks otherwise. */
static inline const char *take_usual_pair_value(unsigned form, const char *p, const char *end, uint64_t *value)
{
    if (form == VMM_FORM_HUNDREDTHS)
        return end - p >= 8 ? vmm_take_usual_hundredths(p, value) : NULL;
    if (form != VMM_FORM_NUMBER)
        return NULL;
    return end - p >= 17 ? vmm_take_short_number(p, value) : vmm_take_last_number(p, end, value);
}

const char *vmm_take_pairs(const char *p, const char *end, const struct vmm_keys *keys, void *out, size_t size,
                           const char **error)
{
    const struct vmm_key *expected = keys->rows;
    const struct vmm_key *last = expected + keys->count;

    for (;;) {
        const struct vmm_key *row;
        const char *values = p;
        uint64_t value = VMM_UNKNOWN;

        /* As the kernel prints them, one blank between two. */
        while (expected != last && end - p >= 8 && expected->length <= 8 &&
               vmm_begins_with_short_key(p, expected->key, expected->length)) {
            uint64_t usual = VMM_UNKNOWN;
            const char *after = take_usual_pair_value(expected->form, p + expected->length, end, &usual);

            if (after == NULL || after == end || !(*after == ' ' || *after == '\n'))
                break;
            vmm_store(out, size, expected->offset, usual);
            expected++;
            p = after + 1;
            if (*after == '\n')
                return p;
        }
        p = vmm_skip_blanks(p, end);
        if (p == end || *p == '\n')
            break;
        row = vmm_find_key(keys, expected, p, end, &values);
        if (row == NULL) {
            p = word_end(p, end);
            continue;
        }
        p = vmm_take_value(row->form, values, end, &value, error);
        if (p == NULL)
            return NULL;
        if (!vmm_ends_value(p, end)) {
            *error = p;
            return NULL;
        }
        vmm_store_value(out, size, row->offset, value);
        expected = row + 1;
        if (*p == ' ')
            p++;
    }
    if (p != end)
        return p + 1;
    *error = p;
    return NULL;
}
