/* SPDX-License-Identifier: MIT */
/* Pressure files: `some avg10=0.00 avg60=0.00 avg300=0.00 total=0`, and the same for `full`. */
#include "vmmetrics/pressure.h"

#include "../record/tables.h"
#include "../scan/scan.h"

#define RECORD struct vmm_pressure

static const struct vmm_key pressure_some_rows[] = {
    ROW("avg10=", some_avg10_hundredths, HUNDREDTHS),
    ROW("avg60=", some_avg60_hundredths, HUNDREDTHS),
    ROW("avg300=", some_avg300_hundredths, HUNDREDTHS),
    ROW("total=", some_total_usec, NUMBER),
};
static const struct vmm_key pressure_full_rows[] = {
    ROW("avg10=", full_avg10_hundredths, HUNDREDTHS),
    ROW("avg60=", full_avg60_hundredths, HUNDREDTHS),
    ROW("avg300=", full_avg300_hundredths, HUNDREDTHS),
    ROW("total=", full_total_usec, NUMBER),
};
static const struct vmm_keys pressure_some_keys = TABLE_OF_KEYS(pressure_some_rows);
static const struct vmm_keys pressure_full_keys = TABLE_OF_KEYS(pressure_full_rows);

/* Whether the line at p begins with this word and a blank. Five bytes are there. */
static inline bool begins_with_pressure_word(const char *p, uint32_t word)
{
    return vmm_load4(p) == word && p[4] == ' ';
}

vmm_status vmm_pressure_parse(struct vmm_text *text, struct vmm_pressure *out, size_t out_size)
{
    size_t size = vmm_begin_text(text, out, out_size, sizeof *out, VMM_RECORD_PRESSURE);
    const char *p, *end, *error;
    bool known = false;

    if (size == 0)
        return VMM_E_ARGUMENT;
    p = text->pos;
    end = text->end;
    error = end;
    while (p != end) {
        if (end - p >= 5 && begins_with_pressure_word(p, 's' | 'o' << 8 | 'm' << 16 | 'e' << 24)) {
            known = true;
            p = vmm_take_pairs(p + 5, end, &pressure_some_keys, out, size, &error);
        } else if (end - p >= 5 && begins_with_pressure_word(p, 'f' | 'u' << 8 | 'l' << 16 | 'l' << 24)) {
            known = true;
            p = vmm_take_pairs(p + 5, end, &pressure_full_keys, out, size, &error);
        } else {
            p = vmm_line_end(p, end);
            p = p == end ? NULL : p + 1;
        }
        if (p == NULL)
            return vmm_refuse(text, error, out, out_size, sizeof *out);
    }
    text->pos = p;
    return known ? VMM_OK : VMM_E_EMPTY;
}

#undef RECORD
