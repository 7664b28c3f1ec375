/*
 * Which row of a table a key in the text belongs to. Keys mostly come in the order of the table, so there is a row that
 * is expected; where it is another, keys are missing, or they come in another order, or nobody knows the key.
 */
#ifndef VMM_FIND_H
#define VMM_FIND_H

#include "engine.h"

/* No key is longer than this: with so many bytes left no comparison leaves the text. */
enum { VMM_LONGEST_KEY = 27 };

/*
 * Whether the text at p begins with the key of a row. VMM_LONGEST_KEY bytes are there. What lies behind the key is shifted
 * out of the comparison.
 */
static inline bool vmm_begins_with(const struct vmm_key *row, const char *p)
{
    unsigned bits = row->length * 8U;
    uint64_t difference = vmm_load8(p) ^ vmm_load8(row->key);

    if (bits <= 64)
        return difference << (64 - bits) == 0;
    if (difference != 0)
        return false;
    difference = vmm_load8(p + 8) ^ vmm_load8(row->key + 8);
    if (bits <= 128)
        return difference << (128 - bits) == 0;
    if (difference != 0)
        return false;
    difference = vmm_load8(p + 16) ^ vmm_load8(row->key + 16);
    if (bits <= 192)
        return difference << (192 - bits) == 0;
    if (difference != 0)
        return false;
    difference = vmm_load8(p + 19) ^ vmm_load8(row->key + 19);
    return difference << (216 - bits) == 0;
}

/*
 * The row whose key the text at p begins with, from the expected one on and then any; NULL when there is none. `values`
 * receives where the key ends.
 */
const struct vmm_key *vmm_search_key(const struct vmm_keys *keys, const struct vmm_key *expected, const char *p,
                                     const char *end, const char **values);

/* The same, made for the expected one. */
static inline const struct vmm_key *vmm_find_key(const struct vmm_keys *keys, const struct vmm_key *expected,
                                                 const char *p, const char *end, const char **values)
{
    if (end - p >= VMM_LONGEST_KEY) {
        if (expected != keys->rows + keys->count && vmm_begins_with(expected, p)) {
            *values = p + expected->length;
            return expected;
        }
    } else if (end - p >= 8 && expected != keys->rows + keys->count && expected->length <= 8 &&
               (vmm_load8(p) ^ vmm_load8(expected->key)) << (64 - expected->length * 8U) == 0) {
        *values = p + expected->length;
        return expected;
    }
    return vmm_search_key(keys, expected, p, end, values);
}

#endif
