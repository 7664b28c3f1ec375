/* Balloon statistics of Firecracker, Cloud Hypervisor and QEMU: one JSON object. */
#include "vmmetrics/balloon.h"

#include "../record/json.h"

#define RECORD struct vmm_balloon

/* What a guest tells, under the names that two of the hypervisors share. */
#define GUEST(KEY)                                                                                                     \
    KEY(swap_in_bytes, BYTES, COUNTER, "swap_in")                                                                      \
    KEY(swap_out_bytes, BYTES, COUNTER, "swap_out")                                                                    \
    KEY(major_faults, COUNT, COUNTER_LONG, "major_faults")                                                             \
    KEY(minor_faults, COUNT, COUNTER_LONG, "minor_faults")                                                             \
    KEY(free_memory_bytes, BYTES, GAUGE, "free_memory")                                                                \
    KEY(total_memory_bytes, BYTES, GAUGE, "total_memory")                                                              \
    KEY(available_memory_bytes, BYTES, GAUGE, "available_memory")                                                      \
    KEY(disk_caches_bytes, BYTES, GAUGE, "disk_caches")                                                                \
    KEY(hugetlb_allocations, COUNT, COUNTER_LONG, "hugetlb_allocations")                                               \
    KEY(hugetlb_failures, COUNT, COUNTER_LONG, "hugetlb_failures")
#define FIRECRACKER_GUEST(KEY)                                                                                         \
    KEY(oom_kill, COUNT, COUNTER_LONG, "oom_kill")                                                                     \
    KEY(alloc_stall, COUNT, COUNTER_LONG, "alloc_stall")                                                               \
    KEY(async_scan_bytes, BYTES, COUNTER, "async_scan")                                                                \
    KEY(direct_scan_bytes, BYTES, COUNTER, "direct_scan")                                                              \
    KEY(async_reclaim_bytes, BYTES, COUNTER, "async_reclaim")                                                          \
    KEY(direct_reclaim_bytes, BYTES, COUNTER, "direct_reclaim")
#define FIRECRACKER(KEY)                                                                                               \
    KEY(target_bytes, PAGES_4K, GAUGE, "target_pages")                                                                 \
    KEY(actual_bytes, PAGES_4K, GAUGE, "actual_pages")                                                                 \
    KEY(target_mib_bytes, MIB, GAUGE, "target_mib")                                                                    \
    KEY(actual_mib_bytes, MIB, GAUGE, "actual_mib")
#define QEMU(KEY)                                                                                                      \
    KEY(logical_vm_size_bytes, BYTES, GAUGE, "actual")                                                                 \
    KEY(last_update_seconds, SECONDS, GAUGE, "last-update")

/* The order is that of QEMU's hash table, as far as it was seen. */
#define QEMU_GUEST(KEY)                                                                                                \
    KEY(swap_out_bytes, BYTES, COUNTER, "stat-swap-out")                                                               \
    KEY(available_memory_bytes, BYTES, GAUGE, "stat-available-memory")                                                 \
    KEY(free_memory_bytes, BYTES, GAUGE, "stat-free-memory")                                                           \
    KEY(minor_faults, COUNT, COUNTER_LONG, "stat-minor-faults")                                                        \
    KEY(major_faults, COUNT, COUNTER_LONG, "stat-major-faults")                                                        \
    KEY(total_memory_bytes, BYTES, GAUGE, "stat-total-memory")                                                         \
    KEY(swap_in_bytes, BYTES, COUNTER, "stat-swap-in")                                                                 \
    KEY(disk_caches_bytes, BYTES, GAUGE, "stat-disk-caches")                                                           \
    KEY(hugetlb_allocations, COUNT, COUNTER_LONG, "stat-htlb-pgalloc")                                                 \
    KEY(hugetlb_failures, COUNT, COUNTER_LONG, "stat-htlb-pgfail")                                                     \
    KEY(oom_kill, COUNT, COUNTER_LONG, "stat-oom-kills")                                                               \
    KEY(alloc_stall, COUNT, COUNTER_LONG, "stat-alloc-stalls")                                                         \
    KEY(async_scan_bytes, BYTES, COUNTER, "stat-async-scans")                                                          \
    KEY(direct_scan_bytes, BYTES, COUNTER, "stat-direct-scans")                                                        \
    KEY(async_reclaim_bytes, BYTES, COUNTER, "stat-async-reclaims")                                                    \
    KEY(direct_reclaim_bytes, BYTES, COUNTER, "stat-direct-reclaims")

/* The objects: what is known at the top and in `stats`, and in QMP's envelope. */
#define ROOT(KEY, OBJECT)                                                                                              \
    FIRECRACKER(KEY)                                                                                                   \
    GUEST(KEY)                                                                                                         \
    FIRECRACKER_GUEST(KEY)                                                                                             \
    KEY(actual_bytes, BYTES, GAUGE, "balloon_actual")                                                                  \
    OBJECT(STATS, "stats")                                                                                             \
    QEMU(KEY)                                                                                                          \
    OBJECT(RETURN, "return")
#define STATS(KEY, OBJECT)                                                                                             \
    GUEST(KEY)                                                                                                         \
    KEY(oom_kill, COUNT, COUNTER_LONG, "oom_kills")                                                                    \
    KEY(alloc_stall, COUNT, COUNTER_LONG, "alloc_stalls")                                                              \
    KEY(async_scan_bytes, BYTES, COUNTER, "async_scans")                                                               \
    KEY(direct_scan_bytes, BYTES, COUNTER, "direct_scans")                                                             \
    KEY(async_reclaim_bytes, BYTES, COUNTER, "async_reclaims")                                                         \
    KEY(direct_reclaim_bytes, BYTES, COUNTER, "direct_reclaims")                                                       \
    QEMU_GUEST(KEY)
#define RETURN(KEY, OBJECT)                                                                                            \
    OBJECT(RETURN_STATS, "stats")                                                                                      \
    QEMU(KEY)
#define RETURN_STATS(KEY, OBJECT) QEMU_GUEST(KEY)
#define OBJECTS(LIST) LIST(ROOT) LIST(STATS) LIST(RETURN) LIST(RETURN_STATS)

VMM_JSON_OBJECTS(OBJECTS)
static const struct vmm_json json = VMM_JSON(ROOT, 0);

vmm_status vmm_balloon_parse(struct vmm_text *text, struct vmm_balloon *out, size_t out_size)
{
    const size_t last_update = offsetof(RECORD, last_update_seconds);
    size_t size = vmm_begin_text(text, out, out_size, sizeof *out);
    vmm_status status;

    if (size == 0)
        return VMM_E_ARGUMENT;
    text->pos = vmm_skip_json_space(text->pos, text->end);
    if (text->pos == text->end)
        return VMM_E_EMPTY;
    status = vmm_read_json(text, &json, false, out, out_size, sizeof *out);
    /* QEMU's word for a guest that has told nothing yet. */
    if (size >= last_update + sizeof(uint64_t) && out->last_update_seconds == 0)
        vmm_store(out, size, last_update, VMM_UNKNOWN);
    return status;
}
