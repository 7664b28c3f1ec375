#include "find.h"

static inline const char *word_end(const char *p, const char *end)
{
    while (p != end && *p != '\n' && !vmm_is_blank(*p))
        p++;
    return p;
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
        if (p == end) {
            *error = p;
            return NULL;
        }
        if (*p == '\n')
            return p + 1;
        row = vmm_find_key(keys, expected, p, end, &values);
        if (row == NULL) {
            p = word_end(p, end);
            continue;
        }
        p = vmm_take_value(row->form, values, end, &value, error);
        if (p == NULL)
            return NULL;
        if (p == end || !(*p == '\n' || vmm_is_blank(*p))) {
            *error = p;
            return NULL;
        }
        vmm_store(out, size, row->offset, value);
        expected = row + 1;
    }
}
