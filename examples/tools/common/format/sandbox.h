/*
 * The lines of two platforms that run sandboxes in virtual machines, with the members that they have and no others. What is
 * not known is left out.
 */
#ifndef FORMAT_SANDBOX_H
#define FORMAT_SANDBOX_H

#include <stdint.h>

#include "../json.h"

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

/* What vm0's guest agent writes. */
void sandbox_print_vm0(struct json *out, const struct sandbox *sandbox);

/* What E2B's API answers of a sandbox: https://e2b.dev/docs/api-reference/sandboxes/get-sandbox-metrics */
void sandbox_print_e2b(struct json *out, const struct sandbox *sandbox);

#endif
