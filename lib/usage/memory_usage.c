/* SPDX-License-Identifier: MIT */
/* free(1)'s numbers from /proc/meminfo's. */
#include "arithmetic.h"
#include "vmmetrics/memory.h"

#define GAUGE(member) vmm_input_gauge(memory, offsetof(struct vmm_meminfo, member))

/*
 * Cached and SReclaimable. Linux prints SReclaimable and SUnreclaim since the same version, so if both are unknown, the
 * kernel does not count reclaimable slabs separately; if only SReclaimable is unknown, its value was not a valid size.
 */
static uint64_t cache_of(uint64_t cached, uint64_t s_reclaimable, uint64_t s_unreclaim)
{
    return vmm_is_number(s_reclaimable) || vmm_is_number(s_unreclaim) ? vmm_add(cached, s_reclaimable) : cached;
}

/* Inside containers MemAvailable may be the host's, while the total is the container's. */
static uint64_t available_of(uint64_t total, uint64_t available, uint64_t free)
{
    if (!vmm_is_number(total))
        return VMM_UNKNOWN;
    return vmm_is_number(available) && available != 0 && available <= total ? available : free;
}

/* If buffers and cache are larger than all memory that is not free, procps 3 prints the memory that is not free. */
static uint64_t used_procps3_of(uint64_t not_free, uint64_t buff_cache)
{
    if (vmm_is_number(buff_cache) && buff_cache > not_free)
        return not_free;
    return vmm_subtract(not_free, buff_cache);
}

static vmm_status memory_usage(const struct vmm_meminfo *memory, struct vmm_memory_usage *usage)
{
    uint64_t total = GAUGE(mem_total_bytes);
    uint64_t free = GAUGE(mem_free_bytes);
    uint64_t shared = GAUGE(shmem_bytes);
    uint64_t buffers = GAUGE(buffers_bytes);
    uint64_t cache = cache_of(GAUGE(cached_bytes), GAUGE(s_reclaimable_bytes), GAUGE(s_unreclaim_bytes));
    uint64_t buff_cache = vmm_add(buffers, cache);
    uint64_t balloon = GAUGE(balloon_bytes);
    uint64_t swap_total = GAUGE(swap_total_bytes);
    uint64_t swap_free = GAUGE(swap_free_bytes);
    uint64_t swap_used = vmm_subtract(swap_total, swap_free);
    uint64_t available = available_of(total, GAUGE(mem_available_bytes), free);
    uint64_t used_procps4 = vmm_subtract(total, available);
    uint64_t used_procps3 = used_procps3_of(vmm_subtract(total, free), buff_cache);

    usage->total_bytes = total;
    usage->free_bytes = free;
    usage->shared_bytes = shared;
    usage->buffers_bytes = buffers;
    usage->cache_bytes = cache;
    usage->buff_cache_bytes = buff_cache;
    usage->available_bytes = available;
    usage->used_procps4_bytes = used_procps4;
    usage->used_procps3_bytes = used_procps3;
    usage->balloon_bytes = balloon;
    usage->used_procps4_without_balloon_bytes = vmm_subtract(used_procps4, balloon);
    usage->used_procps3_without_balloon_bytes = vmm_subtract(used_procps3, balloon);
    usage->swap_total_bytes = swap_total;
    usage->swap_free_bytes = swap_free;
    usage->swap_used_bytes = swap_used;
    usage->used_procps4_ratio = vmm_ratio(used_procps4, total);
    usage->used_procps3_ratio = vmm_ratio(used_procps3, total);
    usage->swap_used_ratio = vmm_ratio(swap_used, swap_total);
    return vmm_is_number(total) || vmm_is_number(free) || vmm_is_number(GAUGE(mem_available_bytes)) ||
                   vmm_is_number(shared) || vmm_is_number(buffers) || vmm_is_number(cache) || vmm_is_number(balloon) ||
                   vmm_is_number(swap_total) || vmm_is_number(swap_free)
               ? VMM_OK
               : VMM_E_EMPTY;
}

vmm_status vmm_memory_usage_of(const struct vmm_meminfo *memory, struct vmm_memory_usage *out, size_t out_size)
{
    struct vmm_memory_usage usage;
    vmm_status status = VMM_E_ARGUMENT;

    vmm_begin(&usage, sizeof usage, sizeof usage, VMM_RECORD_MEMORY_USAGE);
    if (memory != NULL && vmm_is_of(memory, VMM_RECORD_MEMINFO))
        status = memory_usage(memory, &usage);
    return vmm_give(status, VMM_RECORD_MEMORY_USAGE, &usage, out, out_size);
}

#undef GAUGE
