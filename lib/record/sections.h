/* SPDX-License-Identifier: MIT */
/*
 * Lines that begin with the name of a section and a colon, with names and values after it: two lines for a section, its
 * names and its values, or one line with each value after its name.
 */
#ifndef VMM_SECTIONS_H
#define VMM_SECTIONS_H

#include "tables.h"

/* A section: its name with the colon, and the names of its values, each a whole word. */
struct vmm_section {
    char name[12];
    uint16_t length;
    uint16_t count;
    const struct vmm_key *names;
};

struct vmm_sections {
    const struct vmm_section *rows;
    uint16_t count;
    /* Whether each value stands after its name, on the same line. */
    bool in_one_line;
};

/*
 * Reads all the text into a record whose first `size` bytes may be written. Other sections and other names are skipped.
 * A name without a value leaves its member as it is. On every status but VMM_OK the members of all names are unknown.
 */
vmm_status vmm_read_sections(struct vmm_text *text, const struct vmm_sections *sections, void *out, size_t size);

/* Where the word at p ends. */
const char *vmm_word_end(const char *p, const char *end);

/* clang-format off */
/* A name, which is compared as a whole, and the member of its value, a plain number. */
#define NAME(name, member) {name, sizeof(name) - 1, VMM_FORM_NUMBER, offsetof(RECORD, member)}
#define SECTION(name, names) {name, sizeof(name) - 1, ROWS_OF(names), names}
/* clang-format on */

#endif
