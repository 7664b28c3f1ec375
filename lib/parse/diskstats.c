/* SPDX-License-Identifier: MIT */
/* /proc/diskstats: ` 254       0 vda 32 0 4096 0 ...`; and /proc/partitions, which has the size before the name. */
#include <string.h>

#include "../record/tables.h"
#include "../scan/scan.h"
#include "disk.h"

#define RECORD struct vmm_disk

static const struct vmm_column disk_columns[] = {
    COLUMNS(reads, flush_ms, NUMBER),
};
static const struct vmm_scale disk_sectors[] = {
    SCALE(read_bytes, SECTORS),
    SCALE(write_bytes, SECTORS),
    SCALE(discard_bytes, SECTORS),
};
const struct vmm_line vmm_disk_line = TABLE_OF_SCALED(disk_columns, disk_sectors);

/* A row of a partition before Linux 2.6.25. */
static const struct vmm_column old_partition_columns[] = {
    COLUMN(reads, NUMBER, ' '),
    COLUMN(read_bytes, NUMBER, ' '),
    COLUMN(writes, NUMBER, ' '),
    COLUMN(write_bytes, NUMBER, ' '),
};
static const struct vmm_line old_partition_line = TABLE_OF_SCALED(old_partition_columns, disk_sectors);

enum { DISK_NAME_BYTES = sizeof(((RECORD *)NULL)->name), DISK_NAME_END = offsetof(RECORD, name) + DISK_NAME_BYTES };

/* The number of columns from *p to the end of the line. Moves *p to the end of the line. */
static unsigned count_columns(const char **p, const char *end)
{
    const char *at = *p;
    unsigned count = 0;

    for (;;) {
        at = vmm_skip_blanks(at, end);
        if (at == end || *at == '\n')
            break;
        count++;
        while (at != end && *at != '\n' && !vmm_is_blank(*at))
            at++;
    }
    *p = at;
    return count;
}

/*
 * Looks again at a line without an eleventh number. Four numbers are those of an old partition; no kernel prints
 * another count below eleven. Returns where the numbers end; NULL where the count is wrong, with the end of the line in
 * `error`.
 */
VMM_RARE static const char *take_short_line(const char *p, const char *end, void *row, size_t size, const char **error)
{
    const char *line_end = p;
    unsigned count = count_columns(&line_end, end);

    if (count == 4) {
        vmm_forget_line(&vmm_disk_line, row, size);
        return vmm_take_rest(&old_partition_line, 0, p, end, row, size, error);
    }
    *error = line_end;
    return count < 11 ? NULL : line_end;
}

vmm_status vmm_take_disk(struct vmm_text *text, const char *p, void *row, size_t size)
{
    vmm_status status = vmm_fill_row(text, p, &vmm_disk_line, row, size);
    const char *error = text->end;

    if (status != VMM_OK)
        return status;
    if (vmm_stored(row, size, offsetof(RECORD, weighted_io_ms)) == VMM_UNKNOWN &&
        take_short_line(p, text->end, row, size, &error) == NULL)
        return vmm_fail(text, error);
    vmm_forget_requests_below_zero(row, size, offsetof(RECORD, in_flight));
    return VMM_OK;
}

/*
 * Each function takes one column at p. It returns where the column ends; NULL if a byte is wrong, with that byte in
 * `error`.
 */

static const char *take_device_number(const char *p, const char *end, uint64_t *id, const char **error)
{
    p = vmm_take_number(vmm_skip_padding(p, end), end, id, error);
    if (p == NULL || (p != end && vmm_is_blank(*p)))
        return p;
    *error = p;
    return NULL;
}

/*
 * Takes the name into DISK_NAME_BYTES bytes that are zero. A name of only digits is refused: the row has an unknown
 * layout.
 */
static const char *take_disk_name(const char *p, const char *end, char *name, const char **error)
{
    bool digits = true;

    *error = p;
    for (unsigned i = 0; p != end; i++, p++) {
        if (*p == '\n' || vmm_is_blank(*p))
            return digits ? NULL : p;
        if (*p == '\0' || i == DISK_NAME_BYTES - 1)
            break;
        digits = digits && vmm_is_digit(*p);
        name[i] = *p;
    }
    *error = p;
    return NULL;
}

/* Skips empty lines and the heading of /proc/partitions. */
static const char *skip_partitions_heading(const char *p, const char *end, const char **error)
{
    for (;;) {
        if (p != end && *p == 'm') {
            p = vmm_take_word(p, end, "major", 5, error);
            if (p == NULL)
                return NULL;
            p = vmm_line_end(p, end);
            if (p == end) {
                *error = p;
                return NULL;
            }
        }
        if (p == end || *p != '\n')
            return p;
        p++;
    }
}

/* Takes a row into a record whose first `size` bytes may be written. */
static vmm_status take_disk_row(struct vmm_text *text, struct vmm_disk *row, size_t size)
{
    const char *end = text->end;
    const char *error = end;
    const char *p = skip_partitions_heading(text->pos, end, &error);
    char other_name[DISK_NAME_BYTES];
    char *name = row->name;
    uint64_t number = VMM_UNKNOWN;
    bool has_size = false;

    if (p == NULL)
        return vmm_fail(text, error);
    text->pos = p;
    if (p == end)
        return VMM_END;
    p = take_device_number(p, end, &number, &error);
    if (p == NULL)
        return vmm_fail(text, error);
    vmm_store(row, size, offsetof(RECORD, major), number);
    p = take_device_number(p, end, &number, &error);
    if (p == NULL)
        return vmm_fail(text, error);
    vmm_store(row, size, offsetof(RECORD, minor), number);
    p = vmm_skip_blanks(p, end);
    if (p != end && vmm_is_digit(*p)) {
        const char *after = vmm_take_number(p, end, &number, &error);

        if (after != NULL && after != end && vmm_is_blank(*after)) {
            vmm_store_value(row, size, offsetof(RECORD, size_bytes), vmm_scaled(VMM_FORM_KIB, number));
            has_size = true;
            p = vmm_skip_blanks(after, end);
        }
    }
    if (size < DISK_NAME_END)
        name = other_name;
    p = take_disk_name(p, end, name, &error);
    if (p == NULL)
        return vmm_fail(text, error);
    if (has_size) {
        const char *after = vmm_skip_blanks(p, end);

        if (after != end && *after == '\n') {
            text->pos = after + 1;
            return VMM_OK;
        }
    }
    return vmm_take_disk(text, p, row, size);
}

static void clear_disk_name(struct vmm_disk *row, size_t size)
{
    if (size >= DISK_NAME_END)
        memset(row->name, 0, sizeof row->name);
}

vmm_status vmm_disk_next(struct vmm_text *text, struct vmm_disk *row, size_t row_size)
{
    size_t size;
    vmm_status status = vmm_begin_row(text, row, row_size, sizeof *row, VMM_RECORD_DISK, &size);

    clear_disk_name(row, size);
    if (status != VMM_OK)
        return status;
    status = take_disk_row(text, row, size);
    if (status != VMM_OK) {
        vmm_begin(row, row_size, sizeof *row, VMM_RECORD_DISK);
        clear_disk_name(row, size);
    }
    return status;
}

#undef RECORD
