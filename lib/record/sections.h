/* SPDX-License-Identifier: MIT */
/*
 * Lines that begin with the name of a section and a colon, with names and values after it: two lines for a section, its
 * names and its values, or one line with each value after its name.
 */
#ifndef VMM_SECTIONS_H
#define VMM_SECTIONS_H

#include "tables.h"

/* A section: its name with the colon. */
struct vmm_section {
    char name[12];
    uint32_t length;
};

/* A name in a section, which is compared as a whole, and the member of its value, a plain number. */
struct vmm_named {
    char name[28];
    uint8_t length;
    uint8_t section;
    uint16_t offset;
};

struct vmm_sections {
    const struct vmm_section *sections;
    const struct vmm_named *names;
    uint16_t section_count;
    uint16_t name_count;
    /* Whether each value stands after its name, on the same line. */
    bool in_one_line;
};

/*
 * Reads all the text into a record whose first `size` bytes may be written. Other sections and other names are skipped.
 * A name without a value leaves its member as it is. On every status but VMM_OK the members of all names are unknown.
 */
vmm_status vmm_read_sections(struct vmm_text *text, const struct vmm_sections *sections, void *out, size_t size);

/* clang-format off */
#define SECTION(name) {name, sizeof(name) - 1}
/* A name of the section with this number. */
#define NAME(section, name, member) {name, sizeof(name) - 1, section, offsetof(RECORD, member)}
#define TABLE_OF_SECTIONS(sections, names, in_one_line) \
    {sections, names, ROWS_OF(sections), ROWS_OF(names), in_one_line}
/* clang-format on */

#endif
