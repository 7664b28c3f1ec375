/* SPDX-License-Identifier: MIT */
#include "rows.h"

#include <errno.h>
#include <string.h>

#include "../common/memory.h"
#include "../common/message.h"
#include "../common/same.h"

void *rows_at(const struct rows *rows, size_t index)
{
    return (char *)rows->rows + index * rows->row_bytes;
}

void rows_add(struct rows *rows, const void *row)
{
    if ((rows->count + 1) * rows->row_bytes > rows->capacity) {
        void *grown = memory_grow(rows->rows, &rows->capacity);

        if (grown == NULL)
            fail("rows", strerror(ENOMEM));
        rows->rows = grown;
    }
    memcpy(rows_at(rows, rows->count), row, rows->row_bytes);
    rows->count++;
}

const void *rows_find(const struct rows *rows, const void *wanted, size_t expected)
{
    return find_same(rows->rows, rows->count, rows->row_bytes, wanted, expected);
}

void rows_keep(struct rows *before, struct rows *now)
{
    struct rows kept = *before;

    *before = *now;
    *now = kept;
    now->count = 0;
}
