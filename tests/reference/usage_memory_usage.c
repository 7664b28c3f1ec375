/* SPDX-License-Identifier: MIT */
/* free's numbers. */
#include "usage.h"

static vmm_status reference(const struct usage_call *call, void *result)
{
    const struct vmm_meminfo *in = call->after;
    struct vmm_memory_usage *out = result;
    uint64_t total = in->mem_total_bytes, available = in->mem_available_bytes, cache = ref_gauge(in->cached_bytes);

    if (ref_known(in->s_reclaimable_bytes) || ref_known(in->s_unreclaim_bytes))
        cache = ref_add(cache, in->s_reclaimable_bytes);
    if (!ref_known(total) && !ref_known(in->mem_free_bytes) && !ref_known(available) && !ref_known(in->shmem_bytes) &&
        !ref_known(in->buffers_bytes) && !ref_known(cache) && !ref_known(in->balloon_bytes) &&
        !ref_known(in->swap_total_bytes) && !ref_known(in->swap_free_bytes))
        return VMM_E_EMPTY;
    if (!ref_known(available) || available == 0 || available > total)
        available = in->mem_free_bytes;
    if (ref_known(total))
        out->available_bytes = ref_gauge(available);
    out->total_bytes = ref_gauge(total);
    out->free_bytes = ref_gauge(in->mem_free_bytes);
    out->shared_bytes = ref_gauge(in->shmem_bytes);
    out->buffers_bytes = ref_gauge(in->buffers_bytes);
    out->cache_bytes = cache;
    out->buff_cache_bytes = ref_add(in->buffers_bytes, cache);
    out->used_procps4_bytes = ref_subtract(total, available);
    if (ref_known(total) && ref_known(in->mem_free_bytes) && ref_known(out->buff_cache_bytes) &&
        total >= in->mem_free_bytes) {
        out->used_procps3_bytes = total - in->mem_free_bytes;
        if (out->used_procps3_bytes >= out->buff_cache_bytes)
            out->used_procps3_bytes -= out->buff_cache_bytes;
    }
    out->balloon_bytes = ref_gauge(in->balloon_bytes);
    out->used_procps4_without_balloon_bytes = ref_subtract(out->used_procps4_bytes, in->balloon_bytes);
    out->used_procps3_without_balloon_bytes = ref_subtract(out->used_procps3_bytes, in->balloon_bytes);
    out->swap_total_bytes = ref_gauge(in->swap_total_bytes);
    out->swap_free_bytes = ref_gauge(in->swap_free_bytes);
    out->swap_used_bytes = ref_subtract(in->swap_total_bytes, in->swap_free_bytes);
    ref_ratio(&out->used_procps4_ratio, out->used_procps4_bytes, total);
    ref_ratio(&out->used_procps3_ratio, out->used_procps3_bytes, total);
    ref_ratio(&out->swap_used_ratio, out->swap_used_bytes, in->swap_total_bytes);
    return VMM_OK;
}

static vmm_status function(const struct usage_call *call, void *out, size_t out_size)
{
    return vmm_memory_usage_of(call->after, out, out_size);
}

static bool is_sound(const struct usage_call *call, const void *out)
{
    const struct vmm_memory_usage *usage = out;

    (void)call;
    return ref_is_share(usage->used_procps4_ratio) && ref_is_share(usage->used_procps3_ratio) &&
           ref_is_share(usage->swap_used_ratio);
}

const struct usage usage_memory_usage = {
    .name = "memory_usage",
    .record_id = VMM_RECORD_MEMORY_USAGE,
    .bytes = sizeof(struct vmm_memory_usage),
    .after = {VMM_RECORD_MEMINFO, sizeof(struct vmm_meminfo),
              "mem_total_bytes mem_free_bytes mem_available_bytes buffers_bytes cached_bytes shmem_bytes "
              "s_reclaimable_bytes s_unreclaim_bytes swap_total_bytes swap_free_bytes balloon_bytes"},
    .function = function,
    .reference = reference,
    .is_sound = is_sound,
};
