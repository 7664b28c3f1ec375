/* SPDX-License-Identifier: MIT */
/* Pairs of lines, as /proc/net/snmp has them: `Tcp: ActiveOpens PassiveOpens`, and in the next line `Tcp: 3 4`. */
#include "paired_lines.h"

#include "../record/engine.h"
#include "../record/sections.h"

/* Ends a call at the line at p: it has no values, or no word at its beginning. The next call goes on after the line. */
static vmm_status refuse_line(struct vmm_text *text, const char *p)
{
    text->error = p;
    text->pos = vmm_line_end(p, text->end) + 1;
    return VMM_E_SYNTAX;
}

vmm_status vmm_next_paired_lines(struct vmm_text *text, struct vmm_key_value *row)
{
    const char *end = text->end, *error = end;
    const char *names = text->pos;
    const char *section_end, *names_end, *values, *after;

    while (names != end && *names == '\n')
        names++;
    if (names == end) {
        text->pos = end;
        return VMM_END;
    }
    section_end = vmm_word_end(names, end);
    names_end = vmm_line_end(names, end);
    if (names_end == end)
        return vmm_fail(text, end);
    if (section_end == names)
        return refuse_line(text, names);
    values = names_end + 1;
    after = vmm_take_word(values, end, names, (size_t)(section_end - names), &error);
    if (after == NULL && error == end)
        return vmm_fail(text, end);
    if (after == NULL || (after != end && !vmm_ends_value(after, end)))
        return refuse_line(text, names);
    after = vmm_line_end(after, end);
    if (after == end)
        return vmm_fail(text, end);
    text->pos = after + 1;
    row->key.start = names;
    row->key.length = (size_t)(names_end - names);
    row->value.start = values;
    row->value.length = (size_t)(after - values);
    return VMM_OK;
}
