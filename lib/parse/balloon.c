/* SPDX-License-Identifier: MIT */
/* Balloon statistics of Firecracker, Cloud Hypervisor and QEMU: one JSON object. */
#include "vmmetrics/balloon.h"

#include "../record/json.h"

#define RECORD struct vmm_balloon

/* The guest's statistics, under the names that Firecracker and Cloud Hypervisor share. */
#define BALLOON_GUEST(KEY)                                                                                             \
    KEY("swap_in", swap_in_bytes, NUMBER)                                                                              \
    KEY("swap_out", swap_out_bytes, NUMBER)                                                                            \
    KEY("major_faults", major_faults, NUMBER)                                                                          \
    KEY("minor_faults", minor_faults, NUMBER)                                                                          \
    KEY("free_memory", free_memory_bytes, NUMBER)                                                                      \
    KEY("total_memory", total_memory_bytes, NUMBER)                                                                    \
    KEY("available_memory", available_memory_bytes, NUMBER)                                                            \
    KEY("disk_caches", disk_caches_bytes, NUMBER)                                                                      \
    KEY("hugetlb_allocations", hugetlb_allocations, NUMBER)                                                            \
    KEY("hugetlb_failures", hugetlb_failures, NUMBER)
#define BALLOON_FIRECRACKER_GUEST(KEY)                                                                                 \
    KEY("oom_kill", oom_kill, NUMBER)                                                                                  \
    KEY("alloc_stall", alloc_stall, NUMBER)                                                                            \
    KEY("async_scan", async_scan_bytes, NUMBER)                                                                        \
    KEY("direct_scan", direct_scan_bytes, NUMBER)                                                                      \
    KEY("async_reclaim", async_reclaim_bytes, NUMBER)                                                                  \
    KEY("direct_reclaim", direct_reclaim_bytes, NUMBER)
#define BALLOON_FIRECRACKER(KEY)                                                                                       \
    KEY("target_pages", target_bytes, PAGES_4K)                                                                        \
    KEY("actual_pages", actual_bytes, PAGES_4K)                                                                        \
    KEY("target_mib", target_rounded_bytes, MIB)                                                                       \
    KEY("actual_mib", actual_rounded_bytes, MIB)
#define BALLOON_QEMU(KEY)                                                                                              \
    KEY("actual", logical_vm_size_bytes, NUMBER)                                                                       \
    KEY("last-update", last_update_seconds, NUMBER)

/* The order is that of QEMU's hash table, as far as it was seen. */
#define BALLOON_QEMU_GUEST(KEY)                                                                                        \
    KEY("stat-swap-out", swap_out_bytes, NUMBER)                                                                       \
    KEY("stat-available-memory", available_memory_bytes, NUMBER)                                                       \
    KEY("stat-free-memory", free_memory_bytes, NUMBER)                                                                 \
    KEY("stat-minor-faults", minor_faults, NUMBER)                                                                     \
    KEY("stat-major-faults", major_faults, NUMBER)                                                                     \
    KEY("stat-total-memory", total_memory_bytes, NUMBER)                                                               \
    KEY("stat-swap-in", swap_in_bytes, NUMBER)                                                                         \
    KEY("stat-disk-caches", disk_caches_bytes, NUMBER)                                                                 \
    KEY("stat-htlb-pgalloc", hugetlb_allocations, NUMBER)                                                              \
    KEY("stat-htlb-pgfail", hugetlb_failures, NUMBER)                                                                  \
    KEY("stat-oom-kills", oom_kill, NUMBER)                                                                            \
    KEY("stat-alloc-stalls", alloc_stall, NUMBER)                                                                      \
    KEY("stat-async-scans", async_scan_bytes, NUMBER)                                                                  \
    KEY("stat-direct-scans", direct_scan_bytes, NUMBER)                                                                \
    KEY("stat-async-reclaims", async_reclaim_bytes, NUMBER)                                                            \
    KEY("stat-direct-reclaims", direct_reclaim_bytes, NUMBER)

/* The objects: the members at the top and in `stats`, and in QMP's envelope. */
#define BALLOON_ROOT(KEY, OBJECT, ...)                                                                                 \
    BALLOON_FIRECRACKER(KEY)                                                                                           \
    BALLOON_GUEST(KEY)                                                                                                 \
    BALLOON_FIRECRACKER_GUEST(KEY)                                                                                     \
    KEY("balloon_actual", actual_bytes, NUMBER)                                                                        \
    OBJECT("stats", BALLOON_STATS)                                                                                     \
    BALLOON_QEMU(KEY)                                                                                                  \
    OBJECT("return", BALLOON_RETURN)
#define BALLOON_STATS(KEY, ...)                                                                                        \
    BALLOON_GUEST(KEY)                                                                                                 \
    KEY("oom_kills", oom_kill, NUMBER)                                                                                 \
    KEY("alloc_stalls", alloc_stall, NUMBER)                                                                           \
    KEY("async_scans", async_scan_bytes, NUMBER)                                                                       \
    KEY("direct_scans", direct_scan_bytes, NUMBER)                                                                     \
    KEY("async_reclaims", async_reclaim_bytes, NUMBER)                                                                 \
    KEY("direct_reclaims", direct_reclaim_bytes, NUMBER)                                                               \
    BALLOON_QEMU_GUEST(KEY)
#define BALLOON_RETURN(KEY, OBJECT, ...)                                                                               \
    OBJECT("stats", BALLOON_RETURN_STATS)                                                                              \
    BALLOON_QEMU(KEY)
#define BALLOON_RETURN_STATS(KEY, ...) BALLOON_QEMU_GUEST(KEY)
#define BALLOON_OBJECTS(LIST) LIST(BALLOON_ROOT) LIST(BALLOON_STATS) LIST(BALLOON_RETURN) LIST(BALLOON_RETURN_STATS)

enum { BALLOON_OBJECTS(VMM_JSON_NUMBER) };
enum { BALLOON_OBJECTS(VMM_JSON_PLACES) };
static const struct vmm_json_key balloon_rows[] = {BALLOON_OBJECTS(VMM_JSON_ROWS)};
static const struct vmm_json_range balloon_ranges[] = {BALLOON_OBJECTS(VMM_JSON_RANGE)};
static const struct vmm_json balloon_json = VMM_JSON(balloon_rows, balloon_ranges, BALLOON_ROOT, 0);

vmm_status vmm_balloon_parse(struct vmm_text *text, struct vmm_balloon *out, size_t out_size)
{
    const size_t last_update = offsetof(RECORD, last_update_seconds);
    size_t size = vmm_begin_text(text, out, out_size, sizeof *out, VMM_RECORD_BALLOON);
    vmm_status status;

    if (size == 0)
        return VMM_E_ARGUMENT;
    text->pos = vmm_skip_json_space(text->pos, text->end);
    if (text->pos == text->end)
        return VMM_E_EMPTY;
    status = vmm_read_json(text, &balloon_json, false, out, out_size, sizeof *out);
    /* 0 is QEMU's value for a guest that has not reported yet. */
    if (size >= last_update + sizeof(uint64_t) && out->last_update_seconds == 0)
        vmm_store(out, size, last_update, VMM_UNKNOWN);
    return status;
}

#undef RECORD
