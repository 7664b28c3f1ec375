/* SPDX-License-Identifier: MIT */
/* The counters of /proc/stat, after its CPU rows: `ctxt 123456`. */
#include "vmmetrics/system.h"

#include "../record/tables.h"
#include "../scan/scan.h"

#define RECORD struct vmm_stat

static const struct vmm_key stat_rows[] = {
    ROW("intr ", intr, NUMBER),
    ROW("ctxt ", ctxt, NUMBER),
    ROW("btime ", btime_seconds, NUMBER),
    ROW("processes ", processes, NUMBER),
    ROW("procs_running ", procs_running, NUMBER),
    ROW("procs_blocked ", procs_blocked, NUMBER),
    ROWS("softirq ", softirq, softirq_rcu, NUMBER),
};
static const struct vmm_keys stat_keys = TABLE_OF_KEYS(stat_rows);

/*
 * Where the CPU rows at p end. A CPU row is recognised by its first bytes. A row that was cut is not skipped, so that
 * it is refused later.
 */
static const char *skip_cpus(const char *p, const char *end)
{
    while (end - p >= 4 && (vmm_load4(p) & 0xffffff) == ('c' | 'p' << 8 | 'u' << 16)) {
        const char *line_end = vmm_line_end(p, end);

        if (line_end == end)
            break;
        p = line_end + 1;
    }
    return p;
}

vmm_status vmm_stat_parse(struct vmm_text *text, struct vmm_stat *out, size_t out_size)
{
    size_t size = vmm_begin_text(text, out, out_size, sizeof *out, VMM_RECORD_STAT);

    return size == 0 ? VMM_E_ARGUMENT
                     : vmm_read_keys_from(text, skip_cpus(text->pos, text->end), &stat_keys, out, size);
}

#undef RECORD
