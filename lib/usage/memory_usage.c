/* free(1)'s numbers from /proc/meminfo's. */
#include "arithmetic.h"
#include "vmmetrics/memory.h"

#define RECORD struct vmm_memory_usage

#define INPUT(member) vmm_input(memory, offsetof(struct vmm_meminfo, member))
#define OUTPUT(member, value) vmm_store_known(out, size, offsetof(RECORD, member), value)

static uint64_t known_or(uint64_t value, uint64_t otherwise)
{
    return vmm_is_known(value) ? value : otherwise;
}

vmm_status vmm_memory_usage_of(const struct vmm_meminfo *memory, struct vmm_memory_usage *out, size_t out_size)
{
    size_t size = vmm_begin(out, out_size, sizeof *out);
    uint64_t total, free, available, shared, buffers, cache, buff_cache, balloon, swap_total, swap_free;
    uint64_t used_procps4, used_procps3, swap_used;

    if (size == 0 || memory == NULL)
        return VMM_E_ARGUMENT;
    total = INPUT(mem_total_bytes);
    free = INPUT(mem_free_bytes);
    available = INPUT(mem_available_bytes);
    shared = INPUT(shmem_bytes);
    buffers = INPUT(buffers_bytes);
    cache = vmm_add(INPUT(cached_bytes), known_or(INPUT(s_reclaimable_bytes), 0));
    balloon = INPUT(balloon_bytes);
    swap_total = INPUT(swap_total_bytes);
    swap_free = INPUT(swap_free_bytes);
    if (!(vmm_is_known(total) || vmm_is_known(free) || vmm_is_known(available) || vmm_is_known(shared) ||
          vmm_is_known(buffers) || vmm_is_known(cache) || vmm_is_known(balloon) || vmm_is_known(swap_total) ||
          vmm_is_known(swap_free)))
        return VMM_E_EMPTY;

    /* Inside containers MemAvailable may be the host's, beside a total that is the container's. */
    if (!vmm_is_known(total))
        available = VMM_UNKNOWN;
    else if (!vmm_is_known(available) || available == 0 || available > total)
        available = free;
    used_procps4 = vmm_subtract(total, available);
    buff_cache = vmm_add(buffers, cache);
    used_procps3 = vmm_subtract(total, free);
    used_procps3 =
        vmm_is_known(buff_cache) ? known_or(vmm_subtract(used_procps3, buff_cache), used_procps3) : VMM_UNKNOWN;
    swap_used = vmm_subtract(swap_total, swap_free);

    OUTPUT(total_bytes, total);
    OUTPUT(free_bytes, free);
    OUTPUT(shared_bytes, shared);
    OUTPUT(buffers_bytes, buffers);
    OUTPUT(cache_bytes, cache);
    OUTPUT(buff_cache_bytes, buff_cache);
    OUTPUT(available_bytes, available);
    OUTPUT(used_procps4_bytes, used_procps4);
    OUTPUT(used_procps3_bytes, used_procps3);
    OUTPUT(balloon_bytes, balloon);
    OUTPUT(used_procps4_without_balloon_bytes, vmm_subtract(used_procps4, balloon));
    OUTPUT(used_procps3_without_balloon_bytes, vmm_subtract(used_procps3, balloon));
    OUTPUT(swap_total_bytes, swap_total);
    OUTPUT(swap_free_bytes, swap_free);
    OUTPUT(swap_used_bytes, swap_used);
    vmm_store_ratio(out, size, offsetof(RECORD, used_procps4_ratio), used_procps4, total);
    vmm_store_ratio(out, size, offsetof(RECORD, used_procps3_ratio), used_procps3, total);
    vmm_store_ratio(out, size, offsetof(RECORD, swap_used_ratio), swap_used, swap_total);
    return VMM_OK;
}
