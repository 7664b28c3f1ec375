/* SPDX-License-Identifier: MIT */
/* The rows of a file, of the present sample and of the previous one. */
#ifndef GUEST_ROWS_H
#define GUEST_ROWS_H

#include <stddef.h>

struct rows {
    /* One row after another, each `row_bytes` long. */
    void *rows;
    size_t row_bytes;
    size_t count;
    /* Of the memory, in bytes. */
    size_t capacity;
};

void *rows_at(const struct rows *rows, size_t index);

void rows_add(struct rows *rows, const void *row);

/* Returns the row that describes the same object, or NULL. It is mostly at the place that is expected. */
const void *rows_find(const struct rows *rows, const void *wanted, size_t expected);

/* What is now becomes what was before; its memory is used again. */
void rows_keep(struct rows *before, struct rows *now);

#endif
