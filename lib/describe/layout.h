/* SPDX-License-Identifier: MIT */
/* How a record lies in memory, and what tells one object from another. layouts.c has the table, which generate.py writes. */
#ifndef VMM_LAYOUT_H
#define VMM_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct vmm_layout {
    uint16_t bytes;
    /* Of the name; 0 and 0 in a record without one. */
    uint16_t name_offset;
    uint16_t name_bytes;
    bool name_is_identity;
    /* Offset of a number that is the identity instead of the name, where both records know it; 0 if there is none. */
    uint16_t name_replaced_by;
    /* Offsets of the identities that are numbers, then 0. */
    uint16_t identities[6];
};

/* The layout of a record; NULL if no record has this id. */
const struct vmm_layout *vmm_layout_of(uint32_t record_id);

#endif
