/* SPDX-License-Identifier: MIT */
#include "rows.h"

#include <errno.h>
#include <string.h>
#include <vmmetrics/vmmetrics.h>

#include "../common/memory.h"
#include "../common/message.h"

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

const void *rows_find(const struct rows *rows, const void *wanted, size_t expected, same_row *same)
{
    if (expected < rows->count && same(rows_at(rows, expected), wanted))
        return rows_at(rows, expected);
    for (size_t i = 0; i < rows->count; i++) {
        if (same(rows_at(rows, i), wanted))
            return rows_at(rows, i);
    }
    return NULL;
}

void rows_keep(struct rows *before, struct rows *now)
{
    struct rows kept = *before;

    *before = *now;
    *now = kept;
    now->count = 0;
}

bool same_net(const void *one, const void *other)
{
    return strcmp(((const struct vmm_net *)one)->name, ((const struct vmm_net *)other)->name) == 0;
}

bool same_disk(const void *one, const void *other)
{
    const struct vmm_disk *disk = one, *other_disk = other;

    return disk->major == other_disk->major && disk->minor == other_disk->minor;
}
