/* SPDX-License-Identifier: MIT */
#include "rows.h"

#include <stdlib.h>
#include <string.h>

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

void rows_check(struct rows *rows, enum vmm_record_id record_id)
{
    for (size_t i = 0; i < rows->count; i++) {
        const void *row = row_at(rows, record_id, i);
        union any_row growth;

        rows->is_incomplete |= vmm_record_growth(row, row, &growth, row_bytes(record_id)) == VMM_E_EMPTY;
    }
}

static void copy_rows(struct rows *to, const struct rows *from, enum vmm_record_id record_id)
{
    rows_clear(to);
    for (size_t i = 0; i < from->count; i++) {
        void *row = rows_add(to, record_id);

        if (row == NULL)
            return;
        memcpy(row, row_at(from, record_id, i), row_bytes(record_id));
    }
    to->is_incomplete = from->is_incomplete;
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

/* Rows as the library takes them: a sample without rows has an address. */
static struct vmm_rows sample_of(const struct rows *rows, enum vmm_record_id record_id)
{
    return (struct vmm_rows){rows->first == NULL ? "" : rows->first, rows->count, row_bytes(record_id)};
}

static void copy_unknown(char *one, char *other, size_t offset)
{
    uint64_t value, its;

    memcpy(&value, one + offset, sizeof value);
    memcpy(&its, other + offset, sizeof its);
    if (!vmm_is_known(value))
        memcpy(one + offset, &its, sizeof its);
    else if (!vmm_is_known(its))
        memcpy(other + offset, &value, sizeof value);
}

/*
 * A TAP whose numbers come from /sys has an `ifindex`, which /proc/PID/net/dev does not show. To the library an
 * identity that is known in only one of two rows is another one; so rows that agree in all else get it from each other. A row
 * whose counters fell, or cannot be compared, may be of another thing.
 */
static void share_identities(struct rows *before, struct rows *now, enum vmm_record_id record_id)
{
    struct vmm_member_info member;
    union any_row growth;

    for (size_t i = 0; i < now->count; i++) {
        char *row = row_at(now, record_id, i);
        const char *same =
            before->count == 0 ? NULL : find_same(before->first, before->count, row_bytes(record_id), row, i);

        if (same == NULL || vmm_record_growth(same, row, &growth, row_bytes(record_id)) != VMM_OK)
            continue;
        for (uint32_t k = 0; vmm_member_at(record_id, k, &member, sizeof member) == VMM_OK; k++) {
            if (member.kind == VMM_KIND_IDENTITY && member.bytes == sizeof(uint64_t) &&
                member.offset + member.bytes <= row_bytes(record_id))
                copy_unknown(row, before->first + (same - before->first), (size_t)member.offset);
        }
    }
}

static vmm_status compare(const struct rows *before, const struct rows *now, enum vmm_record_id record_id,
                          const struct vmm_text *devices, void *sum)
{
    struct vmm_rows old = sample_of(before, record_id), new = sample_of(now, record_id);

    vmm_record_init(record_id, sum, row_bytes(record_id));
    if (before->is_incomplete || now->is_incomplete)
        return VMM_RESET;
    return vmm_rows_growth(record_id, &old, &new, devices, sum, row_bytes(record_id));
}

static void clear_counters(char *row, enum vmm_record_id record_id)
{
    static const uint64_t none = 0;
    struct vmm_member_info member;

    for (uint32_t i = 0; vmm_member_at(record_id, i, &member, sizeof member) == VMM_OK; i++) {
        uint64_t value;

        if (member.kind != VMM_KIND_COUNTER || member.offset + sizeof value > row_bytes(record_id))
            continue;
        memcpy(&value, row + member.offset, sizeof value);
        if (vmm_is_known(value))
            memcpy(row + member.offset, &none, sizeof none);
    }
}

/* A total is the growth since all counters were 0. */
void rows_total(const struct rows *rows, enum vmm_record_id record_id, const struct vmm_text *devices, void *total)
{
    struct rows zero = {NULL, 0, 0, false};

    copy_rows(&zero, rows, record_id);
    for (size_t i = 0; i < zero.count; i++)
        clear_counters(row_at(&zero, record_id, i), record_id);
    compare(&zero, rows, record_id, devices, total);
    rows_release(&zero);
}

static void keep(struct earlier *earlier, const struct rows *rows, int64_t time_ns, enum vmm_record_id record_id)
{
    copy_rows(&earlier->rows, rows, record_id);
    earlier->time_ns = time_ns;
}

/* Whether a counter of a row is smaller than in the sample before. */
static bool have_fallen(const struct rows *before, const struct rows *now, enum vmm_record_id record_id)
{
    for (size_t i = 0; before->count != 0 && i < now->count; i++) {
        const void *row = row_at(now, record_id, i),
                   *same = find_same(before->first, before->count, row_bytes(record_id), row, i);
        union any_row growth;

        if (same != NULL && vmm_record_growth(same, row, &growth, row_bytes(record_id)) == VMM_RESET)
            return true;
    }
    return false;
}

/*
 * The sample before this one gave VMM_RESET, and the growth may be that since it or since the one before it. If a counter fell
 * then, and is above its earlier value now, whether it restarted cannot be told.
 */
static void compare_doubtful(struct growth *growth, struct rows *now, int64_t time_ns, enum vmm_record_id record_id,
                             const struct vmm_text *devices)
{
    share_identities(&growth->reset.rows, now, record_id);
    if (growth->status == VMM_RESET) {
        growth->status = compare(&growth->reset.rows, now, record_id, devices, &growth->sum);
        growth->elapsed_ns = time_ns - growth->reset.time_ns;
    } else if (have_fallen(&growth->before.rows, &growth->reset.rows, record_id)) {
        growth->status = VMM_RESET;
        vmm_record_init(record_id, &growth->sum, row_bytes(record_id));
    }
}

void growth_take(struct growth *growth, struct rows *now, int64_t time_ns, enum vmm_record_id record_id,
                 const struct vmm_text *devices)
{
    bool keeps;

    growth->status = VMM_FIRST;
    growth->elapsed_ns = 0;
    if (growth->has_before) {
        share_identities(&growth->before.rows, now, record_id);
        growth->status = compare(&growth->before.rows, now, record_id, devices, &growth->sum);
        growth->elapsed_ns = time_ns - growth->before.time_ns;
    } else {
        vmm_record_init(record_id, &growth->sum, row_bytes(record_id));
    }
    if (growth->was_reset)
        compare_doubtful(growth, now, time_ns, record_id, devices);
    keeps = growth->status == VMM_RESET && !growth->was_reset && !growth->before.rows.is_incomplete;
    keep(keeps ? &growth->reset : &growth->before, now, time_ns, record_id);
    growth->has_before = true;
    growth->was_reset = keeps;
}

void growth_forget(struct growth *growth)
{
    growth->has_before = growth->was_reset = false;
}

void growth_release(struct growth *growth)
{
    rows_release(&growth->before.rows);
    rows_release(&growth->reset.rows);
}
