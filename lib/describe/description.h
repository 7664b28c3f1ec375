/* SPDX-License-Identifier: MIT */
/* The members and the files of each record. members.c has the tables, which generate.py writes. */
#ifndef VMM_DESCRIPTION_H
#define VMM_DESCRIPTION_H

#include <stddef.h>
#include <stdint.h>

#include "vmmetrics/base.h"

struct vmm_member {
    uint16_t offset;
    /* For vmm_described_name(). */
    uint16_t name;
    uint8_t bytes;
    uint8_t type;
    uint8_t unit;
    uint8_t kind;
    uint8_t width;
};

/* A file of a directory. */
struct vmm_file_name {
    uint32_t id;
    uint16_t name;
};

struct vmm_description {
    const struct vmm_member *members;
    const struct vmm_file_name *files;
    uint16_t name;
    uint16_t member_count;
    uint16_t file_count;
};

/* The description of a record; NULL if no record has this id. */
const struct vmm_description *vmm_description_of(uint32_t record_id);

/* The name of a member, a record or a file; it ends in NUL. */
const char *vmm_described_name(uint16_t name);

/*
 * The growth of a counter between two values. `status` becomes VMM_OK at the first known counter, and VMM_RESET at a
 * counter that restarted.
 */
uint64_t vmm_member_growth(const struct vmm_member *member, uint64_t old, uint64_t now, vmm_status *status);

#endif
