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
/* No row, and nothing missing. The memory stays. */
void rows_clear(struct rows *rows);
void rows_release(struct rows *rows);

/* A row of a TAP or a disk without any counter could not be read, so the rows are incomplete. */
void rows_check(struct rows *rows, enum vmm_record_id record_id);

/*
 * The growth of one row, which is mostly at the place `index` in the sample before; unknown where the row has no match
 * there. Returns what vmm_record_growth() returns.
 */
vmm_status rows_growth_of(const struct rows *before, const void *row, enum vmm_record_id record_id, size_t index,
                          void *growth);

/* The sum of all counters, without the rows that count the same traffic. Unknown where a part is unknown. */
void rows_total(const struct rows *rows, enum vmm_record_id record_id, const struct vmm_text *devices, void *total);

union any_row {
    struct vmm_net net;
    struct vmm_disk disk;
    struct vmm_cgroup_io io;
};

/* Rows at a moment of the caller's clock. */
struct earlier {
    struct rows rows;
    int64_t time_ns;
};

/* The growth of the sum of rows, from sample to sample. */
struct growth {
    /* The sample to compare with, if there is one. */
    struct earlier before;
    bool has_before;
    /* The sample after it, if this sample gave VMM_RESET: perhaps only this sample was damaged. */
    struct earlier reset;
    bool was_reset;
    /* What vmm_rows_growth() returned for the last sample; also VMM_RESET where rows are incomplete. */
    vmm_status status;
    /* Time in which the sum grew: longer than the time since the last sample if that sample was damaged. */
    int64_t elapsed_ns;
    union any_row sum;
};

/* Takes a sample, and computes the growth since the one before. `devices` is /proc/devices, or NULL. */
void growth_take(struct growth *growth, struct rows *now, int64_t time_ns, enum vmm_record_id record_id,
                 const struct vmm_text *devices);
/* The next sample is the first. */
void growth_forget(struct growth *growth);
void growth_release(struct growth *growth);

#endif
