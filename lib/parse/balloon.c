/* SPDX-License-Identifier: MIT */
/* What Firecracker, Cloud Hypervisor and QEMU say about a machine's balloon, memory and virtual CPUs: one JSON object. */
#include "vmmetrics/balloon.h"

#include "../record/json.h"

#define RECORD struct vmm_balloon

/* The objects. What a guest tells QEMU stands in `stats`, with QMP's envelope around it or without. */
enum {
    BALLOON_ROOT,
    BALLOON_CONFIG,
    BALLOON_CONFIG_CPUS,
    BALLOON_CONFIG_MEMORY,
    BALLOON_CONFIG_BALLOON,
    BALLOON_STATS,
    BALLOON_RETURN,
};

static const struct vmm_json_key balloon_root_rows[] = {
    /* Firecracker: /balloon/statistics, /machine-config, /hotplug/memory, /balloon/hinting/status. */
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
    KEY("vcpu_count", vcpus, NUMBER),
    KEY("mem_size_mib", memory_size_bytes, MIB),
    KEY("block_size_mib", hotplug_block_bytes, MIB),
    KEY("total_size_mib", hotplug_size_bytes, MIB),
    KEY("slot_size_mib", hotplug_slot_bytes, MIB),
    KEY("plugged_size_mib", hotplug_plugged_bytes, MIB),
    KEY("requested_size_mib", hotplug_requested_bytes, MIB),
    KEY("host_cmd", hinting_host_cmd, NUMBER),
    KEY("guest_cmd", hinting_guest_cmd, NUMBER),
    /* Cloud Hypervisor: vm.info. */
    OBJECT("config", BALLOON_CONFIG),
    KEY("memory_actual_size", logical_vm_size_bytes, NUMBER),
    /* QEMU: guest-stats, query-balloon. */
    OBJECT("stats", BALLOON_STATS),
    KEY("actual", logical_vm_size_bytes, NUMBER),
    KEY("last-update", last_update_seconds, NUMBER),
    OBJECT("return", BALLOON_RETURN),
};
static const struct vmm_json_key balloon_config_rows[] = {
    OBJECT("cpus", BALLOON_CONFIG_CPUS),
    OBJECT("memory", BALLOON_CONFIG_MEMORY),
    OBJECT("balloon", BALLOON_CONFIG_BALLOON),
};
static const struct vmm_json_key balloon_config_cpus_rows[] = {
    KEY("boot_vcpus", vcpus, NUMBER),
    KEY("max_vcpus", max_vcpus, NUMBER),
};
static const struct vmm_json_key balloon_config_memory_rows[] = {
    KEY("size", memory_size_bytes, NUMBER),
    KEY("hotplug_size", hotplug_size_bytes, NUMBER),
    KEY("hotplugged_size", hotplug_requested_bytes, NUMBER),
};
static const struct vmm_json_key balloon_config_balloon_rows[] = {
    KEY("size", target_bytes, NUMBER),
};
static const struct vmm_json_key balloon_stats_rows[] = {
    /* The order is that of QEMU's hash table, as far as it was seen. */
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
    OBJECT("stats", BALLOON_STATS),
    KEY("actual", logical_vm_size_bytes, NUMBER),
    KEY("last-update", last_update_seconds, NUMBER),
};

static const struct vmm_json_object balloon_objects[] = {
    OBJECT_OF(balloon_root_rows),          OBJECT_OF(balloon_config_rows),         OBJECT_OF(balloon_config_cpus_rows),
    OBJECT_OF(balloon_config_memory_rows), OBJECT_OF(balloon_config_balloon_rows), OBJECT_OF(balloon_stats_rows),
    OBJECT_OF(balloon_return_rows),
};
static const struct vmm_json balloon_json = JSON_OF(balloon_objects, BALLOON_ROOT, 0);

/*
 * Cloud Hypervisor does not print the size of the balloon: it is what the machine has less than at its start. Memory that
 * can be plugged in later makes the size unknown, since vm.info does not say how much of it the guest has taken.
 */
static void derive_balloon(struct vmm_balloon *out, size_t size)
{
    const size_t actual = offsetof(RECORD, actual_bytes);

    /* The members that are read stand before the size of the balloon. */
    if (size < actual + sizeof(uint64_t) || out->actual_bytes != VMM_UNKNOWN || out->memory_size_bytes == VMM_UNKNOWN)
        return;
    if (out->hotplug_size_bytes != VMM_UNKNOWN && out->hotplug_size_bytes != 0)
        return;
    if (out->logical_vm_size_bytes <= out->memory_size_bytes)
        vmm_store(out, size, actual, out->memory_size_bytes - out->logical_vm_size_bytes);
}

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
    derive_balloon(out, size);
    return status;
}

#undef RECORD
