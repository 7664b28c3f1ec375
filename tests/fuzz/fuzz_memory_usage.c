/* free's numbers from a /proc/meminfo of any content and size, against a reference. */
#include <string.h>

#include "usage.h"

#define MEMBER(name)                                                                                                   \
    {                                                                                                                  \
        offsetof(struct vmm_meminfo, name), 8, false                                                                   \
    }
static const struct fuzz_member members[] = {
    MEMBER(mem_total_bytes), MEMBER(mem_free_bytes), MEMBER(mem_available_bytes), MEMBER(buffers_bytes),
    MEMBER(cached_bytes),    MEMBER(shmem_bytes),    MEMBER(s_reclaimable_bytes), MEMBER(swap_total_bytes),
    MEMBER(swap_free_bytes), MEMBER(balloon_bytes),  MEMBER(s_unreclaim_bytes),
};
enum { MEMBERS = sizeof members / sizeof members[0] };

static vmm_status reference(const struct fuzz_call *call, void *result)
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

static vmm_status function(const struct fuzz_call *call, void *out, size_t out_size)
{
    return vmm_memory_usage_of(call->after, out, out_size);
}

static void check(const struct fuzz_call *call, const void *out)
{
    struct vmm_memory_usage usage;

    (void)call;
    memcpy(&usage, out, sizeof usage);
    CHECK(!ref_known_double(usage.used_procps4_ratio) || usage.used_procps4_ratio <= 1);
    CHECK(!ref_known_double(usage.used_procps3_ratio) || usage.used_procps3_ratio <= 1);
    CHECK(!ref_known_double(usage.swap_used_ratio) || usage.swap_used_ratio <= 1);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct fuzz_side side = {sizeof(struct vmm_meminfo), members, MEMBERS}, none;
    const struct fuzz_usage usage = {
        VMM_RECORD_MEMORY_USAGE, sizeof(struct vmm_memory_usage), none, side, false, false, function, reference, check};

    fuzz_usage(&usage, data, size);
    return 0;
}
