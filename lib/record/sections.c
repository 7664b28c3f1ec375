/* SPDX-License-Identifier: MIT */
#include "sections.h"

VMM_ONCE const char *vmm_word_end(const char *p, const char *end)
{
    while (p != end && *p != '\n' && !vmm_is_blank(*p))
        p++;
    return p;
}

/* The section that the line at p belongs to; NULL if there is none. `names` receives where its names begin. */
static const struct vmm_section *find_section(const struct vmm_sections *sections, const char *p, const char *end,
                                              const char **names)
{
    for (unsigned i = 0; i < sections->count; i++) {
        const char *after = vmm_after_word(p, end, sections->rows[i].name, sections->rows[i].length);

        if (after != NULL) {
            *names = after;
            return &sections->rows[i];
        }
    }
    return NULL;
}

/* The number of the row with this name, from the expected one on; `count` if there is none. */
static unsigned find_name(const struct vmm_section *section, unsigned expected, const char *name, const char *name_end)
{
    size_t length = (size_t)(name_end - name);

    for (unsigned n = 0, i = expected; n < section->count; n++, i++) {
        if (i >= section->count)
            i = 0;
        if (section->names[i].length == length && vmm_after_word(name, name_end, section->names[i].key, length) != NULL)
            return i;
    }
    return section->count;
}

/*
 * Takes the names from `names` on, and a value for each from `values` on; these are the same where both stand on one
 * line. Returns where the line after the values begins; NULL when a byte is wrong, with that byte in `error`.
 */
static const char *take_section(const struct vmm_section *section, const char *names, const char *values,
                                const char *end, void *out, size_t size, bool *known, const char **error)
{
    bool in_one_line = names == values;
    unsigned expected = 0;

    for (;;) {
        const char *name = vmm_skip_blanks(names, end), *name_end = vmm_word_end(name, end);
        uint64_t value = VMM_UNKNOWN;
        unsigned found;

        if (in_one_line)
            values = name_end;
        if (name == name_end)
            break;
        values = vmm_skip_blanks(values, end);
        if (values == end || *values == '\n')
            break;
        found = find_name(section, expected, name, name_end);
        if (found < section->count) {
            values = vmm_take_number(values, end, &value, error);
            if (values == NULL)
                return NULL;
            if (!vmm_ends_value(values, end)) {
                *error = values;
                return NULL;
            }
            vmm_store_value(out, size, section->names[found].offset, value);
            *known = true;
            expected = found + 1;
        } else {
            values = vmm_word_end(values, end);
        }
        names = in_one_line ? values : name_end;
    }
    return vmm_end_line(values, end, error);
}

/* Makes the members of all names unknown. */
VMM_RARE static void forget_sections(const struct vmm_sections *sections, void *out, size_t size)
{
    for (unsigned i = 0; i < sections->count; i++) {
        for (unsigned n = 0; n < sections->rows[i].count; n++)
            vmm_forget(out, size, sections->rows[i].names[n].offset, 1);
    }
}

vmm_status vmm_read_sections(struct vmm_text *text, const struct vmm_sections *sections, void *out, size_t size)
{
    const char *p = text->pos, *end = text->end, *error = end;
    bool known = false;

    while (p != end) {
        const char *names = p, *values;
        const struct vmm_section *section = find_section(sections, p, end, &names);

        if (section == NULL) {
            p = vmm_end_line(p, end, &error);
        } else if (sections->in_one_line) {
            p = take_section(section, names, names, end, out, size, &known, &error);
        } else {
            values = vmm_end_line(names, end, &error);
            if (values != NULL)
                values = vmm_take_word(values, end, section->name, section->length, &error);
            p = values == NULL ? NULL : take_section(section, names, values, end, out, size, &known, &error);
        }
        if (p == NULL) {
            forget_sections(sections, out, size);
            return vmm_fail(text, error);
        }
    }
    text->pos = p;
    if (known)
        return VMM_OK;
    forget_sections(sections, out, size);
    return VMM_E_EMPTY;
}
