/* SPDX-License-Identifier: MIT */
/* Pairs of lines, as /proc/net/snmp has them: `Tcp: ActiveOpens PassiveOpens`, and in the next line `Tcp: 3 4`. */
#include "paired_lines.h"

#include "../record/engine.h"

/*
 * Where the word at `word` ends in the text at p, if it stands there too; the end of the text if the text is too short to
 * tell; NULL if another word is there. `word` is before p.
 */
static const char *after_same_word(const char *word, const char *p, const char *end)
{
    while (p != end && word != end && *p == *word && !vmm_ends_value(p, end)) {
        p++;
        word++;
    }
    return p == end || (vmm_ends_value(p, end) && vmm_ends_value(word, end)) ? p : NULL;
}

vmm_status vmm_next_paired_lines(struct vmm_text *text, struct vmm_key_value *row)
{
    const char *end = text->end;
    const char *names = text->pos;
    const char *names_end, *values, *values_end;

    while (names != end && *names == '\n')
        names++;
    if (names == end) {
        text->pos = end;
        return VMM_END;
    }
    names_end = vmm_line_end(names, end);
    if (names_end == end)
        return vmm_fail(text, end);
    values = names_end + 1;
    values_end = vmm_ends_value(names, end) ? NULL : after_same_word(names, values, end);
    if (values_end == NULL) {
        text->error = names;
        text->pos = values;
        return VMM_E_SYNTAX;
    }
    values_end = vmm_line_end(values_end, end);
    if (values_end == end)
        return vmm_fail(text, end);
    text->pos = values_end + 1;
    row->key.start = names;
    row->key.length = (size_t)(names_end - names);
    row->value.start = values;
    row->value.length = (size_t)(values_end - values);
    return VMM_OK;
}
