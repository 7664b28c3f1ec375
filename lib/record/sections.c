/* SPDX-License-Identifier: MIT */
#include "sections.h"

#include "../scan/key.h"

/* How many marks there are. */
enum { MARKS = 1024 };

/* A mark of a name: a number that follows from its last eight bytes, the last one highest. */
static inline unsigned mark_of(uint64_t tail)
{
    return (unsigned)(tail * UINT64_C(0x9E3779B97F4A7C15) >> 54);
}

/* Where the word at p ends. `mark` becomes its mark. */
VMM_ONCE static const char *take_any_word(const char *p, const char *end, unsigned *mark)
{
    /* The last bytes before p, the last one highest. */
    uint64_t tail = 0;

    while (end - p >= 8) {
        uint64_t bytes = vmm_load8(p);
        /* Marks the lowest byte that is a blank or below; bytes after it may be marked wrongly. */
        uint64_t low = (bytes - VMM_BYTES(' ' + 1)) & ~bytes & VMM_BYTES(0x80);

        if (low != 0) {
            unsigned bits = vmm_lowest_bit(low) & 56;

            if (bits != 0)
                tail = tail >> bits | bytes << (64 - bits);
            p += bits / 8;
            break;
        }
        tail = bytes;
        p += 8;
    }
    for (; p != end && *p != '\n' && !vmm_is_blank(*p); p++)
        tail = tail >> 8 | (uint64_t)(unsigned char)*p << 56;
    *mark = mark_of(tail);
    return p;
}

/*
 * The number of the section that the line at p belongs to; the number of all sections if there is none. `names` receives
 * where its names begin.
 */
static unsigned find_section(const struct vmm_sections *sections, const char *p, const char *end, const char **names)
{
    for (unsigned i = 0; i < sections->section_count; i++) {
        const char *after = vmm_after_word(p, end, sections->sections[i].name, sections->sections[i].length);

        if (after != NULL) {
            *names = after;
            return i;
        }
    }
    return sections->section_count;
}

/*
 * The marks of all names that have a row, a bit for each. Most names of the kernel have no row and another mark, so that
 * they need no search.
 */
struct name_marks {
    uint64_t bits[MARKS / 64];
};

static void mark_names(const struct vmm_sections *sections, struct name_marks *marks)
{
    for (unsigned i = 0; i < MARKS / 64; i++)
        marks->bits[i] = 0;
    for (unsigned i = 0; i < sections->name_count; i++) {
        const struct vmm_named *row = &sections->names[i];
        uint64_t tail = row->length < 8 ? vmm_load8(row->name) << ((64 - row->length * 8U) & 63)
                                        : vmm_load8(row->name + row->length - 8);
        unsigned mark = mark_of(tail);

        marks->bits[mark / 64] |= (uint64_t)1 << mark % 64;
    }
}

/* Whether a row is of this name in this section. */
static inline bool is_named(const struct vmm_named *row, unsigned section, const char *name, size_t length,
                            const char *end)
{
    if (row->length != length || row->section != section)
        return false;
    return end - name >= VMM_LONGEST_KEY ? vmm_begins_with_key(name, row->name, row->length)
                                         : vmm_after_word(name, end, row->name, row->length) != NULL;
}

/* The number of the row with this name, from the expected one on; the number of rows if there is none. */
static unsigned find_name(const struct vmm_sections *sections, unsigned section, unsigned expected, const char *name,
                          size_t length, const char *end)
{
    for (unsigned i = expected; i < sections->name_count; i++) {
        if (is_named(&sections->names[i], section, name, length, end))
            return i;
    }
    for (unsigned i = 0; i < expected && i < sections->name_count; i++) {
        if (is_named(&sections->names[i], section, name, length, end))
            return i;
    }
    return sections->name_count;
}

/*
 * Takes the names from `names` on, and a value for each from `values` on; these are the same where both stand on one
 * line. Returns where the line after the values begins; NULL when a byte is wrong, with that byte in `error`.
 */
static const char *take_section(const struct vmm_sections *sections, const struct name_marks *marks, unsigned section,
                                const char *names, const char *values, const char *end, void *out, size_t size,
                                bool *known, unsigned *expected, const char **error)
{
    bool in_one_line = names == values;

    for (;;) {
        unsigned mark;
        const char *name = vmm_skip_blanks(names, end), *name_end = take_any_word(name, end, &mark);
        size_t length = (size_t)(name_end - name);
        uint64_t value = VMM_UNKNOWN;
        unsigned found = sections->name_count;

        if (in_one_line)
            values = name_end;
        if (name == name_end)
            break;
        values = vmm_skip_blanks(values, end);
        if (values == end || *values == '\n')
            break;
        if ((marks->bits[mark / 64] >> mark % 64 & 1) != 0)
            found = find_name(sections, section, *expected, name, length, end);
        if (found < sections->name_count) {
            values = vmm_take_number(values, end, &value, error);
            if (values == NULL)
                return NULL;
            if (!vmm_ends_value(values, end)) {
                *error = values;
                return NULL;
            }
            vmm_store_value(out, size, sections->names[found].offset, value);
            *known = true;
            *expected = found + 1;
        } else {
            values = take_any_word(values, end, &mark);
        }
        names = in_one_line ? values : name_end;
    }
    return vmm_end_line(values, end, error);
}

/* Makes the members of all names unknown. */
VMM_RARE static void forget_names(const struct vmm_sections *sections, void *out, size_t size)
{
    for (unsigned i = 0; i < sections->name_count; i++)
        vmm_forget(out, size, sections->names[i].offset, 1);
}

vmm_status vmm_read_sections(struct vmm_text *text, const struct vmm_sections *sections, void *out, size_t size)
{
    const char *p = text->pos, *end = text->end, *error = end;
    struct name_marks marks;
    unsigned expected = 0;
    bool known = false;

    mark_names(sections, &marks);
    while (p != end) {
        const char *names = p, *values;
        unsigned section = find_section(sections, p, end, &names);

        if (section == sections->section_count) {
            p = vmm_end_line(p, end, &error);
        } else {
            values = names;
            if (!sections->in_one_line) {
                values = vmm_end_line(names, end, &error);
                if (values != NULL)
                    values = vmm_take_word(values, end, sections->sections[section].name,
                                           sections->sections[section].length, &error);
            }
            p = values == NULL
                    ? NULL
                    : take_section(sections, &marks, section, names, values, end, out, size, &known, &expected, &error);
        }
        if (p == NULL) {
            forget_names(sections, out, size);
            return vmm_fail(text, error);
        }
    }
    text->pos = p;
    if (known)
        return VMM_OK;
    forget_names(sections, out, size);
    return VMM_E_EMPTY;
}
