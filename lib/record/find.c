/* SPDX-License-Identifier: MIT */
#include "find.h"

/* The row in [row, last) with the key at p; NULL if there is none. */
static const struct vmm_key *find_key_among(const struct vmm_key *row, const struct vmm_key *last, const char *p)
{
    uint32_t first = vmm_load4(p);

    for (;;) {
        /* No key is shorter than four bytes, so comparing four bytes rejects most rows. */
        if (last - row >= 4) {
            const struct vmm_key *last_four = last - 3;

            while (row < last_four && vmm_load4(row[0].key) != first && vmm_load4(row[1].key) != first &&
                   vmm_load4(row[2].key) != first && vmm_load4(row[3].key) != first)
                row += 4;
        }
        for (unsigned i = 0; i < 4; i++, row++) {
            if (row >= last)
                return NULL;
            if (vmm_begins_with(row, p))
                return row;
        }
    }
}

/* The same near the end of the text. `values` receives where the key ends. */
static const struct vmm_key *find_key_near_end(const struct vmm_key *row, const struct vmm_key *last, const char *p,
                                               const char *end, const char **values)
{
    /* No key is shorter. */
    if (end - p < 4)
        return NULL;
    for (uint32_t first = vmm_load4(p); row < last; row++) {
        const char *after = vmm_load4(row->key) == first ? vmm_take_key_near_end(row, p, end) : NULL;

        if (after != NULL) {
            *values = after;
            return row;
        }
    }
    return NULL;
}

const struct vmm_key *vmm_search_key(const struct vmm_keys *keys, const struct vmm_key *expected, const char *p,
                                     const char *end, const char **values)
{
    const struct vmm_key *last = keys->rows + keys->count;
    const struct vmm_key *row;

    /* An empty line is no key, and there may be many. */
    if (p != end && *p == '\n')
        return NULL;
    if (end - p < VMM_LONGEST_KEY) {
        row = find_key_near_end(expected, last, p, end, values);
        return row != NULL ? row : find_key_near_end(keys->rows, expected, p, end, values);
    }
    row = find_key_among(expected, last, p);
    if (row == NULL)
        row = find_key_among(keys->rows, expected, p);
    if (row == NULL)
        return NULL;
    *values = p + row->length;
    return row;
}
