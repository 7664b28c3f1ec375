/* SPDX-License-Identifier: MIT */
/* Rows of /proc/self/mountinfo: `35 31 0:32 /vm1 /sys/fs/cgroup/memory rw shared:9 - cgroup cgroup rw,memory`. */
#include "vmmetrics/filesystem.h"

#include "../record/engine.h"
#include "../scan/scan.h"

/* Marks blanks and control characters in bit 7 of each byte. A byte after the first mark may be marked wrongly. */
static inline uint64_t controls(uint64_t word)
{
    return (word - VMM_BYTES(' ' + 1)) & ~word & VMM_BYTES(0x80);
}

/*
 * Takes a field of at least so many bytes, and the blank after it. False if a byte is wrong, with `pos` at that byte.
 */
static bool take_field(const char **pos, const char *end, size_t least, struct vmm_span *field)
{
    const char *p = *pos;

    field->start = p;
    while (end - p >= 8) {
        uint64_t found = controls(vmm_load8(p));

        if (found != 0) {
            p += vmm_lowest_bit(found) / 8;
            break;
        }
        p += 8;
    }
    while (p != end && *p != ' ' && *p != '\n')
        p++;
    field->length = (size_t)(p - field->start);
    *pos = p;
    if (p == end || *p == '\n' || field->length < least)
        return false;
    *pos = p + 1;
    return true;
}

/*
 * Takes the optional fields, which may be of any kind, up to the word `-`; also takes this word and the blank after it.
 */
static bool take_optional_fields(const char **pos, const char *end, struct vmm_span *fields)
{
    const char *start = *pos;
    struct vmm_span word;
    const char *p = start;

    while (!(end - p >= 2 && p[0] == '-' && p[1] == ' ')) {
        if (!take_field(&p, end, 1, &word)) {
            *pos = p;
            return false;
        }
    }
    *pos = p + 2;
    fields->start = start;
    fields->length = (size_t)(p - start);
    /* The blank after the last field is not a part of the fields. */
    if (fields->length != 0)
        fields->length--;
    return true;
}

/* Takes all fields but the last. False if a byte is wrong, with `pos` at that byte. */
static bool take_fields(const char **pos, const char *end, struct vmm_mount *row)
{
    return take_field(pos, end, 1, &row->mount_id) && take_field(pos, end, 1, &row->parent_id) &&
           take_field(pos, end, 1, &row->device) && take_field(pos, end, 1, &row->root) &&
           (*pos == end || **pos == '/') && take_field(pos, end, 1, &row->mount_point) &&
           take_field(pos, end, 1, &row->mount_options) && take_optional_fields(pos, end, &row->optional_fields) &&
           take_field(pos, end, 1, &row->type) && take_field(pos, end, 0, &row->source);
}

vmm_status vmm_mount_next(struct vmm_text *text, struct vmm_mount *row, size_t row_size)
{
    vmm_status status = vmm_begin_view(text, row, row_size, sizeof *row);
    const char *p, *line_end;

    if (status != VMM_OK)
        return status;
    p = text->pos;
    if (take_fields(&p, text->end, row)) {
        line_end = vmm_line_end(p, text->end);
        if (line_end != text->end) {
            row->super_options.start = p;
            row->super_options.length = (size_t)(line_end - p);
            text->pos = line_end + 1;
            return VMM_OK;
        }
        p = line_end;
    }
    memset(row, 0, sizeof *row);
    return vmm_fail(text, p);
}
