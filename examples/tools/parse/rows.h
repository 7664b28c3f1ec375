/* SPDX-License-Identifier: MIT */
/* The rows of a sample, and the search for the row of an object. */
#ifndef PARSE_ROWS_H
#define PARSE_ROWS_H

#include <vmmetrics/vmmetrics.h>

/* Members by which a record tells its object: numbers and a name. */
enum { ROWS_IDENTITIES = 8 };

struct rows {
    char *bytes;
    size_t row_size;
    size_t count;
    size_t capacity;
    struct vmm_member_info identities[ROWS_IDENTITIES];
    unsigned identity_count;
    /* The rows in the order of their identities; NULL while no search needed it. */
    const char **sorted;
    /* The row after the one that was found last: two samples mostly have the same order. */
    size_t next;
};

struct rows rows_of_record(enum vmm_record_id record);
void rows_add(struct rows *rows, const void *row);
void rows_free(struct rows *rows);

/*
 * Finds the row with the same identities as `row`, or NULL. What is unknown in one is unknown in the other, as with the
 * total row of the CPUs. All searches together take n log n steps, and n if both samples have the same order.
 */
const void *rows_find(struct rows *rows, const void *row);

#endif
