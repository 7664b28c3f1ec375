/* SPDX-License-Identifier: MIT */
#include "rows.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "../common/message.h"

static void *allocate(size_t count, size_t size)
{
    void *memory = calloc(count, size);

    if (memory == NULL)
        fail("rows", strerror(ENOMEM));
    return memory;
}

struct rows rows_of_record(enum vmm_record_id record)
{
    struct vmm_record_info info;
    struct vmm_member_info member;
    struct rows rows = {.bytes = NULL};

    vmm_record_at(record, &info, sizeof info);
    rows.row_size = (size_t)info.bytes;
    for (uint32_t i = 0; vmm_member_at(record, i, &member, sizeof member) == VMM_OK; i++) {
        if (member.kind == VMM_KIND_IDENTITY && rows.identity_count != ROWS_IDENTITIES)
            rows.identities[rows.identity_count++] = member;
    }
    return rows;
}

void rows_add(struct rows *rows, const void *row)
{
    if (rows->count == rows->capacity) {
        size_t capacity = rows->capacity == 0 ? 16 : rows->capacity * 2;
        char *bytes = allocate(capacity, rows->row_size);

        if (rows->count != 0)
            memcpy(bytes, rows->bytes, rows->count * rows->row_size);
        free(rows->bytes);
        rows->bytes = bytes;
        rows->capacity = capacity;
    }
    memcpy(rows->bytes + rows->count++ * rows->row_size, row, rows->row_size);
}

void rows_free(struct rows *rows)
{
    free(rows->bytes);
    free(rows->sorted);
}

/* qsort() and bsearch() hand nothing to the function that compares. */
static const struct rows *compared;

static int compare(const void *one, const void *other)
{
    for (unsigned i = 0; i < compared->identity_count; i++) {
        const struct vmm_member_info *member = &compared->identities[i];
        int order =
            memcmp((const char *)one + member->offset, (const char *)other + member->offset, (size_t)member->bytes);

        if (order != 0)
            return order;
    }
    return 0;
}

/* Of rows with equal identities the first comes first. */
static int compare_entries(const void *one, const void *other)
{
    const char *a = *(const char *const *)one, *b = *(const char *const *)other;
    int order = compare(a, b);

    return order != 0 ? order : (a > b) - (a < b);
}

static void sort(struct rows *rows)
{
    rows->sorted = allocate(rows->count, sizeof *rows->sorted);
    for (size_t i = 0; i < rows->count; i++)
        rows->sorted[i] = rows->bytes + i * rows->row_size;
    qsort(rows->sorted, rows->count, sizeof *rows->sorted, compare_entries);
}

const void *rows_find(struct rows *rows, const void *row)
{
    const char *next;
    size_t low = 0, high = rows->count;

    if (rows->count == 0)
        return NULL;
    compared = rows;
    next = rows->bytes + rows->next * rows->row_size;
    if (rows->next < rows->count && compare(next, row) == 0) {
        rows->next++;
        return next;
    }
    if (rows->sorted == NULL)
        sort(rows);
    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (compare(rows->sorted[middle], row) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == rows->count || compare(rows->sorted[low], row) != 0)
        return NULL;
    rows->next = (size_t)(rows->sorted[low] - rows->bytes) / rows->row_size + 1;
    return rows->sorted[low];
}
