/*
 * Which row of a table a key in the text belongs to. Keys mostly come in the order of the table, so there is a row that
 * is expected; where it is another, keys are missing, or they come in another order, or nobody knows the key.
 */
#ifndef VMM_FIND_H
#define VMM_FIND_H

#include "../scan/key.h"
#include "tables.h"

/* Whether the text at p begins with the key of a row. VMM_LONGEST_KEY bytes are there. */
VMM_INLINE bool vmm_begins_with(const struct vmm_key *row, const char *p)
{
    return vmm_begins_with_key(p, row->key, row->length);
}

/*
 * The row whose key the text at p begins with, from the expected one on and then any; NULL when there is none. `values`
 * receives where the key ends.
 */
const struct vmm_key *vmm_search_key(const struct vmm_keys *keys, const struct vmm_key *expected, const char *p,
                                     const char *end, const char **values);

/* The same, made for the expected one. */
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
