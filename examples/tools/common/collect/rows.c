/* SPDX-License-Identifier: MIT */
#include "rows.h"

#include <stdlib.h>
#include <string.h>

#include "../number.h"
#include "../same.h"

size_t row_bytes(enum vmm_record_id record_id)
{
    return record_id == VMM_RECORD_NET    ? sizeof(struct vmm_net)
           : record_id == VMM_RECORD_DISK ? sizeof(struct vmm_disk)
                                          : sizeof(struct vmm_cgroup_io);
}

void *row_at(const struct rows *rows, enum vmm_record_id record_id, size_t index)
{
    return rows->first + index * row_bytes(record_id);
}

void *rows_add(struct rows *rows, enum vmm_record_id record_id)
{
    size_t bytes = row_bytes(record_id);
    void *row;

    if (rows->count == rows->capacity) {
        size_t capacity = rows->capacity == 0 ? 2 : rows->capacity * 2;
        char *first = capacity > MOST_ROWS ? NULL : realloc(rows->first, capacity * bytes);

        if (first == NULL) {
            rows->is_incomplete = true;
            return NULL;
        }
        rows->first = first;
        rows->capacity = capacity;
    }
    row = row_at(rows, record_id, rows->count++);
    vmm_record_init(record_id, row, bytes);
    return row;
}

void rows_remove(struct rows *rows, enum vmm_record_id record_id, size_t index)
{
    char *row = row_at(rows, record_id, index);
    size_t bytes = row_bytes(record_id);

    rows->count--;
    memmove(row, row + bytes, (rows->count - index) * bytes);
}

void rows_clear(struct rows *rows)
{
    rows->count = 0;
    rows->is_incomplete = false;
}

void rows_release(struct rows *rows)
{
    free(rows->first);
    *rows = (struct rows){NULL, 0, 0, false};
}

void rows_forget(struct rows *rows)
{
    rows_clear(rows);
    rows->is_incomplete = true;
}

/* Adds the counters of a growth; `is_first` begins with them. */
static void add_counters(char *sum, const char *growth, enum vmm_record_id record_id, bool is_first)
{
    struct vmm_member_info member;

    for (uint32_t i = 0; vmm_member_at(record_id, i, &member, sizeof member) == VMM_OK; i++) {
        uint64_t one, other;

        if (member.kind != VMM_KIND_COUNTER || member.bytes != sizeof one ||
            member.offset + sizeof one > row_bytes(record_id))
            continue;
        memcpy(&one, sum + member.offset, sizeof one);
        memcpy(&other, growth + member.offset, sizeof other);
        one = is_first ? other : number_sum(one, other);
        memcpy(sum + member.offset, &one, sizeof one);
    }
}

vmm_status rows_growth_of(const struct rows *before, const void *row, enum vmm_record_id record_id, size_t index,
                          void *growth)
{
    size_t bytes = row_bytes(record_id);
    const void *old = before->count == 0 ? NULL : find_same(before->first, before->count, bytes, row, index);
    vmm_status status = old == NULL ? VMM_FIRST : vmm_record_growth(old, row, growth, bytes);

    if (status != VMM_OK)
        vmm_record_init(record_id, growth, bytes);
    return status;
}

vmm_status rows_growth(const struct rows *before, const struct rows *now, enum vmm_record_id record_id, void *sum)
{
    union {
        struct vmm_net net;
        struct vmm_disk disk;
        struct vmm_cgroup_io io;
    } growth;
    size_t bytes = row_bytes(record_id);
    vmm_status status = VMM_OK;

    vmm_record_init(record_id, sum, bytes);
    if (before->count == 0)
        return VMM_FIRST;
    if (now->is_incomplete || before->is_incomplete || now->count != before->count)
        return VMM_RESET;
    for (size_t i = 0; i < now->count; i++) {
        if (rows_growth_of(before, row_at(now, record_id, i), record_id, i, &growth) != VMM_OK)
            status = VMM_RESET;
        add_counters(sum, (const char *)&growth, record_id, i == 0);
    }
    return status;
}
