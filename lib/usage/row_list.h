/* SPDX-License-Identifier: MIT */
/*
 * The rows of a sample, in the order of their identities, so that the rows of two samples can be matched without memory.
 * Each row has a number that is its identity: the number of a thread or of a CPU.
 */
#ifndef VMM_ROW_LIST_H
#define VMM_ROW_LIST_H

#include "arithmetic.h"

/* A sample, and the row in it that is read now. */
struct vmm_row_list {
    const char *rows;
    const char *end;
    size_t row_size;
    size_t id_offset;
    /* The identities are in ascending order. */
    bool is_ordered;
    const char *row;
    /* The identity of the row; unknown after the last row. */
    uint64_t id;
};

/* Whether a sample can be read. */
bool vmm_are_rows_usable(const void *rows, size_t row_size);

/* Begins at the row with the smallest identity. NULL or a count of 0 is a sample without rows. */
struct vmm_row_list vmm_row_list_of(const void *rows, size_t count, size_t row_size, size_t id_offset);

/*
 * Goes to the row with the smallest identity from `least` on: in an ordered list to the next row that has an identity, in
 * other lists by a search in all rows. If several rows have the identity, the first row counts.
 */
void vmm_row_list_seek(struct vmm_row_list *list, uint64_t least);

/* A member of a row. Nothing after the end of the row is read, whatever the `size` of the record in it is. */
static inline uint64_t vmm_row_list_member(const struct vmm_row_list *list, const char *row, size_t offset)
{
    return offset + sizeof(uint64_t) <= list->row_size ? vmm_input(row, offset) : VMM_UNKNOWN;
}

#endif
