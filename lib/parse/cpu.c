/* SPDX-License-Identifier: MIT */
/* CPU rows of /proc/stat: `cpu  1 2 3` for the total, `cpu0 1 2 3` for a CPU. */
#include "vmmetrics/cpu.h"

#include "../record/tables.h"
#include "../scan/scan.h"

#define RECORD struct vmm_cpu

static const struct vmm_column cpu_columns[] = {
    COLUMNS(user_ticks, guest_nice_ticks, NUMBER),
};
static const struct vmm_line cpu_line = TABLE_OF_COLUMNS(cpu_columns);

/* Whether the line at p begins with `cpu`; four bytes are there. */
static inline bool begins_with_cpu(const char *p)
{
    return (vmm_load4(p) & 0xffffff) == ('c' | 'p' << 8 | 'u' << 16);
}

/*
 * The careful way for everything else: the end of the text, rows near the end, malformed rows, and records that are
 * shorter or longer. A row begins with `cpu` and a blank or a digit; a text that ends earlier is truncated.
 */
VMM_RARE static vmm_status next_any(struct vmm_text *text, struct vmm_cpu *row, size_t row_size)
{
    size_t size;
    vmm_status status = vmm_begin_row(text, row, row_size, sizeof *row, VMM_RECORD_CPU, &size);
    const char *p, *end;
    uint64_t id = VMM_UNKNOWN;

    if (status != VMM_OK)
        return status;
    p = text->pos;
    end = text->end;
    for (unsigned i = 0; i < 4; i++, p++) {
        if (p == end)
            return vmm_refuse(text, p, row, row_size, sizeof *row);
        if (i < 3 ? *p != "cpu"[i] : !(vmm_is_blank(*p) || vmm_is_digit(*p)))
            return VMM_END;
    }
    p--;
    if (vmm_is_digit(*p)) {
        const char *number = p, *error;

        p = vmm_take_number(p, end, &id, &error);
        /* A number that does not fit must not look like the total row. */
        if (id == VMM_UNKNOWN)
            return vmm_refuse(text, number, row, row_size, sizeof *row);
        if (p == end || !vmm_is_blank(*p))
            return vmm_refuse(text, p, row, row_size, sizeof *row);
    }
    vmm_store(row, size, offsetof(RECORD, id), id);
    return vmm_fill_row(text, p, &cpu_line, row, row_size);
}

vmm_status vmm_cpu_next(struct vmm_text *text, struct vmm_cpu *row, size_t row_size)
{
    /*
     * The usual form, with more text after the row. Every member is set here, so the record is not made unknown first.
     */
    if (row != NULL && row_size == sizeof *row && vmm_is_usable(text) && text->end - text->pos >= 20 &&
        begins_with_cpu(text->pos)) {
        const char *p = text->pos + 3;
        uint64_t id = VMM_UNKNOWN;

        if (*p != ' ')
            p = vmm_take_short_number(p, &id);
        else if (p[1] == ' ')
            p++;
        if (p != NULL && *p == ' ') {
            row->size = sizeof *row;
            row->record = VMM_RECORD_CPU;
            row->id = id;
            return vmm_fill_row(text, p, &cpu_line, row, row_size);
        }
    }
    return next_any(text, row, row_size);
}

#undef RECORD
