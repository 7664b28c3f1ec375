/* SPDX-License-Identifier: MIT */
/*
 * Finds the row of a table for a key in the text. Keys usually come in the order of the table, so the row after the
 * last match is tried first.
 */
#ifndef VMM_FIND_H
#define VMM_FIND_H

#include "../scan/key.h"
#include "tables.h"

/* Whether the text at p begins with the key of a row. VMM_LONGEST_KEY bytes can be read. */
VMM_INLINE bool vmm_begins_with(const struct vmm_key *row, const char *p)
{
    return vmm_begins_with_key(p, row->key, row->length);
}

/*
 * Where the key of a row ends in the text at p, where fewer bytes may be left; NULL if another key is there. It compares
 * eight bytes as long as the text and the table have so many.
 */
VMM_INLINE const char *vmm_take_key_near_end(const struct vmm_key *row, const char *p, const char *end)
{
    unsigned i = 0;

    for (; i + 8 <= sizeof row->key && end - p >= 8; i += 8, p += 8) {
        uint64_t difference = vmm_load8(p) ^ vmm_load8(row->key + i);
        unsigned left = row->length - i;

        if (left <= 8)
            return difference << ((64 - left * 8U) & 63) == 0 ? p + left : NULL;
        if (difference != 0)
            return NULL;
    }
    for (; i < row->length; i++, p++) {
        if (p == end || *p != row->key[i])
            return NULL;
    }
    return p;
}

/*
 * Searches the row with the key at p, from the expected row on and then from the first row. Returns NULL if there is
 * none. `values` receives where the key ends.
 */
const struct vmm_key *vmm_search_key(const struct vmm_keys *keys, const struct vmm_key *expected, const char *p,
                                     const char *end, const char **values);

/* The same, but faster for the expected row. */
VMM_INLINE const struct vmm_key *vmm_find_key(const struct vmm_keys *keys, const struct vmm_key *expected,
                                              const char *p, const char *end, const char **values)
{
    if (end - p >= VMM_LONGEST_KEY) {
        if (expected != keys->rows + keys->count && vmm_begins_with(expected, p)) {
            *values = p + expected->length;
            return expected;
        }
    } else if (end - p >= 8 && expected != keys->rows + keys->count && expected->length <= 8 &&
               vmm_begins_with_short_key(p, expected->key, expected->length)) {
        *values = p + expected->length;
        return expected;
    }
    return vmm_search_key(keys, expected, p, end, values);
}

#endif
