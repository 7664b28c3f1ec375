/* Balloon statistics: the path of every member, of each hypervisor. For the unit tests and the fuzz targets. */
#ifndef REFERENCE_BALLOON_H
#define REFERENCE_BALLOON_H

#include "json.h"
#include "vmmetrics/balloon.h"

#define AT_BALLOON(member) offsetof(struct vmm_balloon, member)
/* A number of the guest's: of Firecracker, Cloud Hypervisor, and QEMU with its envelope or without. */
#define GUEST(member, firecracker, cloud_hypervisor, qemu)                                                             \
    {firecracker, AT_BALLOON(member), 1}, {"stats." cloud_hypervisor, AT_BALLOON(member), 1},                          \
        {"stats." qemu, AT_BALLOON(member), 1},                                                                        \
    {                                                                                                                  \
        "return.stats." qemu, AT_BALLOON(member), 1                                                                    \
    }

static const struct json_key balloon_keys[] = {
    {"target_pages", AT_BALLOON(target_bytes), 4096},
    {"actual_pages", AT_BALLOON(actual_bytes), 4096},
    {"target_mib", AT_BALLOON(target_mib_bytes), 1048576},
    {"actual_mib", AT_BALLOON(actual_mib_bytes), 1048576},
    {"balloon_actual", AT_BALLOON(actual_bytes), 1},
    {"actual", AT_BALLOON(logical_vm_size_bytes), 1},
    {"return.actual", AT_BALLOON(logical_vm_size_bytes), 1},
    {"last-update", AT_BALLOON(last_update_seconds), 1},
    {"return.last-update", AT_BALLOON(last_update_seconds), 1},
    GUEST(swap_in_bytes, "swap_in", "swap_in", "stat-swap-in"),
    GUEST(swap_out_bytes, "swap_out", "swap_out", "stat-swap-out"),
    GUEST(major_faults, "major_faults", "major_faults", "stat-major-faults"),
    GUEST(minor_faults, "minor_faults", "minor_faults", "stat-minor-faults"),
    GUEST(free_memory_bytes, "free_memory", "free_memory", "stat-free-memory"),
    GUEST(total_memory_bytes, "total_memory", "total_memory", "stat-total-memory"),
    GUEST(available_memory_bytes, "available_memory", "available_memory", "stat-available-memory"),
    GUEST(disk_caches_bytes, "disk_caches", "disk_caches", "stat-disk-caches"),
    GUEST(hugetlb_allocations, "hugetlb_allocations", "hugetlb_allocations", "stat-htlb-pgalloc"),
    GUEST(hugetlb_failures, "hugetlb_failures", "hugetlb_failures", "stat-htlb-pgfail"),
    GUEST(oom_kill, "oom_kill", "oom_kills", "stat-oom-kills"),
    GUEST(alloc_stall, "alloc_stall", "alloc_stalls", "stat-alloc-stalls"),
    GUEST(async_scan_bytes, "async_scan", "async_scans", "stat-async-scans"),
    GUEST(direct_scan_bytes, "direct_scan", "direct_scans", "stat-direct-scans"),
    GUEST(async_reclaim_bytes, "async_reclaim", "async_reclaims", "stat-async-reclaims"),
    GUEST(direct_reclaim_bytes, "direct_reclaim", "direct_reclaims", "stat-direct-reclaims"),
};

#endif
