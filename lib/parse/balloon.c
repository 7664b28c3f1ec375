/* SPDX-License-Identifier: MIT */
/* Balloon statistics of Firecracker, Cloud Hypervisor and QEMU: one JSON object. */
#include "vmmetrics/balloon.h"

#include "../record/json.h"

#define RECORD struct vmm_balloon

/* The objects: the members at the top and in `stats`, and in QMP's envelope. */
enum {
    BALLOON_ROOT,
    BALLOON_STATS,
    BALLOON_RETURN,
    BALLOON_RETURN_STATS,
};

/* The last rows of `stats`: what a guest tells QEMU. In QMP's envelope there is nothing else. */
enum { BALLOON_QEMU_GUEST_ROWS = 16 };

static const struct vmm_json_key balloon_root_rows[] = {
    /* Firecracker. */
    KEY("target_pages", target_bytes, PAGES_4K),
    KEY("actual_pages", actual_bytes, PAGES_4K),
    KEY("target_mib", target_rounded_bytes, MIB),
    KEY("actual_mib", actual_rounded_bytes, MIB),
    KEY("swap_in", swap_in_bytes, NUMBER),
    KEY("swap_out", swap_out_bytes, NUMBER),
    KEY("major_faults", major_faults, NUMBER),
    KEY("minor_faults", minor_faults, NUMBER),
    KEY("free_memory", free_memory_bytes, NUMBER),
    KEY("total_memory", total_memory_bytes, NUMBER),
    KEY("available_memory", available_memory_bytes, NUMBER),
    KEY("disk_caches", disk_caches_bytes, NUMBER),
    KEY("hugetlb_allocations", hugetlb_allocations, NUMBER),
    KEY("hugetlb_failures", hugetlb_failures, NUMBER),
    KEY("oom_kill", oom_kill, NUMBER),
    KEY("alloc_stall", alloc_stall, NUMBER),
    KEY("async_scan", async_scan_bytes, NUMBER),
    KEY("direct_scan", direct_scan_bytes, NUMBER),
    KEY("async_reclaim", async_reclaim_bytes, NUMBER),
    KEY("direct_reclaim", direct_reclaim_bytes, NUMBER),
    /* Cloud Hypervisor. */
    KEY("balloon_actual", actual_bytes, NUMBER),
    OBJECT("stats", BALLOON_STATS),
    /* QEMU. */
    KEY("actual", logical_vm_size_bytes, NUMBER),
    KEY("last-update", last_update_seconds, NUMBER),
    OBJECT("return", BALLOON_RETURN),
};
static const struct vmm_json_key balloon_stats_rows[] = {
    /* Cloud Hypervisor. */
    KEY("swap_in", swap_in_bytes, NUMBER),
    KEY("swap_out", swap_out_bytes, NUMBER),
    KEY("major_faults", major_faults, NUMBER),
    KEY("minor_faults", minor_faults, NUMBER),
    KEY("free_memory", free_memory_bytes, NUMBER),
    KEY("total_memory", total_memory_bytes, NUMBER),
    KEY("available_memory", available_memory_bytes, NUMBER),
    KEY("disk_caches", disk_caches_bytes, NUMBER),
    KEY("hugetlb_allocations", hugetlb_allocations, NUMBER),
    KEY("hugetlb_failures", hugetlb_failures, NUMBER),
    KEY("oom_kills", oom_kill, NUMBER),
    KEY("alloc_stalls", alloc_stall, NUMBER),
    KEY("async_scans", async_scan_bytes, NUMBER),
    KEY("direct_scans", direct_scan_bytes, NUMBER),
    KEY("async_reclaims", async_reclaim_bytes, NUMBER),
    KEY("direct_reclaims", direct_reclaim_bytes, NUMBER),
    /* QEMU. The order is that of its hash table, as far as it was seen. */
    KEY("stat-swap-out", swap_out_bytes, NUMBER),
    KEY("stat-available-memory", available_memory_bytes, NUMBER),
    KEY("stat-free-memory", free_memory_bytes, NUMBER),
    KEY("stat-minor-faults", minor_faults, NUMBER),
    KEY("stat-major-faults", major_faults, NUMBER),
    KEY("stat-total-memory", total_memory_bytes, NUMBER),
    KEY("stat-swap-in", swap_in_bytes, NUMBER),
    KEY("stat-disk-caches", disk_caches_bytes, NUMBER),
    KEY("stat-htlb-pgalloc", hugetlb_allocations, NUMBER),
    KEY("stat-htlb-pgfail", hugetlb_failures, NUMBER),
    KEY("stat-oom-kills", oom_kill, NUMBER),
    KEY("stat-alloc-stalls", alloc_stall, NUMBER),
    KEY("stat-async-scans", async_scan_bytes, NUMBER),
    KEY("stat-direct-scans", direct_scan_bytes, NUMBER),
    KEY("stat-async-reclaims", async_reclaim_bytes, NUMBER),
    KEY("stat-direct-reclaims", direct_reclaim_bytes, NUMBER),
};
static const struct vmm_json_key balloon_return_rows[] = {
    OBJECT("stats", BALLOON_RETURN_STATS),
    KEY("actual", logical_vm_size_bytes, NUMBER),
    KEY("last-update", last_update_seconds, NUMBER),
};

static const struct vmm_json_object balloon_objects[] = {
    OBJECT_OF(balloon_root_rows),
    OBJECT_OF(balloon_stats_rows),
    OBJECT_OF(balloon_return_rows),
    OBJECT_OF_LAST(BALLOON_QEMU_GUEST_ROWS, balloon_stats_rows),
};
static const struct vmm_json balloon_json = JSON_OF(balloon_objects, BALLOON_ROOT, 0);

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
    /* QEMU's word for a guest that has told nothing yet. */
    if (size >= last_update + sizeof(uint64_t) && out->last_update_seconds == 0)
        vmm_store(out, size, last_update, VMM_UNKNOWN);
    return status;
}

#undef RECORD
