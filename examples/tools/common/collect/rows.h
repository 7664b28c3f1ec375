/* SPDX-License-Identifier: MIT */
/* Records of one type: a machine's TAPs, its disks, the devices of its cgroup. */
#ifndef COLLECT_ROWS_H
#define COLLECT_ROWS_H

#include <stdbool.h>
#include <stddef.h>
#include <vmmetrics/vmmetrics.h>

struct rows {
    char *first;
    size_t count;
    size_t capacity;
    /* A row is missing, or could not be read: the sum of all is unknown. */
    bool is_incomplete;
};

/* No thing of a machine has more rows. */
enum { MOST_ROWS = 256 };

/* Bytes of a row of a type. */
size_t row_bytes(enum vmm_record_id record_id);

/* The row of a number, which must be there. */
void *row_at(const struct rows *rows, enum vmm_record_id record_id, size_t index);

/* Adds a row that is unknown. Returns NULL where there is no memory or no room; then the rows are incomplete. */
void *rows_add(struct rows *rows, enum vmm_record_id record_id);
void rows_remove(struct rows *rows, enum vmm_record_id record_id, size_t index);
/* No row, and nothing missing. The memory stays. */
void rows_clear(struct rows *rows);
void rows_release(struct rows *rows);

/* Forgets what the rows say, as if there had never been an earlier sample. */
void rows_forget(struct rows *rows);

/*
 * The growth of one row, which is mostly at the place `index` in the sample before; unknown where the row has no match
 * there. Returns what vmm_record_growth() returns.
 */
vmm_status rows_growth_of(const struct rows *before, const void *row, enum vmm_record_id record_id, size_t index,
                          void *growth);

/*
 * The sum of the growths of all counters between two samples, into a record of the rows' type. Rows match by their
 * identity. A counter is unknown where a row has no match in the other sample, and where it is unknown in a row or
 * restarted: a difference of two sums would make a burst of it. Returns VMM_OK, VMM_FIRST if there is nothing before,
 * or VMM_RESET if a row is new or gone, or restarted.
 */
vmm_status rows_growth(const struct rows *before, const struct rows *now, enum vmm_record_id record_id, void *sum);

#endif
