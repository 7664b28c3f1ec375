/* SPDX-License-Identifier: MIT */
/* Values that are one of a table of words. */
#include "tables.h"

const char *vmm_take_one_of(const struct vmm_words *words, const char *p, const char *end, uint64_t *value,
                            const char **error)
{
    const char *line_end = vmm_line_end(p, end);

    *value = VMM_UNKNOWN;
    if (line_end == p) {
        *error = p;
        return NULL;
    }
    for (unsigned i = 0; i < words->count; i++) {
        const char *after = vmm_after_word(p, end, words->rows[i].word, words->rows[i].length);

        /* No word contains a newline. */
        if (after != NULL && (after == line_end || vmm_after_word(after, end, " (", 2) != NULL))
            *value = words->rows[i].value;
    }
    return line_end;
}
