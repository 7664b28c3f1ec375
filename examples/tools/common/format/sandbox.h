/* SPDX-License-Identifier: MIT */
/*
 * The lines of two platforms that run sandboxes in virtual machines, with the members that they have and no others. What is
 * not known is left out.
 */
#ifndef FORMAT_SANDBOX_H
#define FORMAT_SANDBOX_H

#include <stdint.h>

#include "../json.h"
#include "name.h"

struct sandbox {
    /* Busy, as gopsutil has it: all but idle and iowait. From 0 to 1, NaN where it is not known. */
    double cpu_ratio;
    uint64_t cpus;
    /* MemTotal - MemAvailable. */
    uint64_t memory_used;
    uint64_t memory_total;
    /* Cached + SReclaimable. */
    uint64_t memory_cache;
    /* vm0 means df's Used; for E2B, blocks that are kept for root are used. */
    uint64_t disk_used;
    uint64_t disk_used_e2b;
    uint64_t disk_total;
};

/* In vm0's format, what vm0's guest agent writes; in E2B's, what E2B's API answers of a sandbox:
 * https://e2b.dev/docs/api-reference/sandboxes/get-sandbox-metrics */
void format_sandbox(struct json *out, enum format format, const struct sandbox *sandbox);

#endif
