/* A cgroup's memory in use, from two records of any content and size, against a reference. */
#include "usage.h"

static const struct fuzz_member cgroup_members[] = {
    {offsetof(struct vmm_cgroup, memory_current_bytes), 8, false},
    {offsetof(struct vmm_cgroup, memory_max_bytes), 8, false},
};
static const struct fuzz_member memory_members[] = {
    {offsetof(struct vmm_cgroup_memory, inactive_file_bytes), 8, false},
    {offsetof(struct vmm_cgroup_memory, local_inactive_file_bytes), 8, false},
    {offsetof(struct vmm_cgroup_memory, hierarchical_memory_limit_bytes), 8, false},
};

static vmm_status reference(const struct fuzz_call *call, void *result)
{
    const struct vmm_cgroup *cgroup = call->after;
    const struct vmm_cgroup_memory *memory = call->before;
    struct vmm_cgroup_memory_usage *out = result;
    uint64_t used = cgroup->memory_current_bytes;
    uint64_t limits[] = {cgroup->memory_max_bytes, memory->hierarchical_memory_limit_bytes, call->number};
    uint64_t inactive[] = {memory->inactive_file_bytes, memory->local_inactive_file_bytes};
    uint64_t limit = VMM_UNKNOWN;

    if (!ref_known(used))
        return VMM_E_EMPTY;
    out->used_bytes = used;
    if (ref_known(inactive[0]))
        out->working_set_cadvisor_bytes = inactive[0] > used ? 0 : used - inactive[0];
    if (ref_known(inactive[0]) || ref_known(inactive[1]))
        out->working_set_docker_bytes = used;
    for (unsigned i = 2; i-- > 0;)
        if (ref_known(inactive[i]) && inactive[i] < used)
            out->working_set_docker_bytes = used - inactive[i];
    /* The smallest number; or that there is none, if one of the three says so. */
    for (unsigned i = 0; i < 3; i++) {
        if (ref_known(limits[i]) && (!ref_known(limit) || limits[i] < limit))
            limit = limits[i];
        else if (limits[i] == VMM_UNLIMITED && limit == VMM_UNKNOWN)
            limit = VMM_UNLIMITED;
    }
    out->limit_bytes = limit;
    ref_ratio(&out->used_ratio, used, limit);
    ref_ratio(&out->working_set_cadvisor_ratio, out->working_set_cadvisor_bytes, limit);
    ref_ratio(&out->working_set_docker_ratio, out->working_set_docker_bytes, limit);
    return VMM_OK;
}

static vmm_status function(const struct fuzz_call *call, void *out, size_t out_size)
{
    return vmm_cgroup_memory_usage_of(call->after, call->before, call->number, out, out_size);
}

/* No memory.stat at all is as one that knows nothing. */
static void check_none(const struct fuzz_call *call, const void *out)
{
    struct vmm_cgroup_memory nothing;
    struct vmm_cgroup_memory_usage with, without;

    (void)out;
    vmm_record_init(VMM_RECORD_CGROUP_MEMORY, &nothing, sizeof nothing);
    CHECK(vmm_cgroup_memory_usage_of(call->after, &nothing, call->number, &with, sizeof with) == VMM_OK);
    CHECK(vmm_cgroup_memory_usage_of(call->after, NULL, call->number, &without, sizeof without) == VMM_OK);
    CHECK(fuzz_same(&with, &without, sizeof with));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct fuzz_side memory = {sizeof(struct vmm_cgroup_memory), memory_members, 3};
    static const struct fuzz_side cgroup = {sizeof(struct vmm_cgroup), cgroup_members, 2};
    const struct fuzz_usage usage = {VMM_RECORD_CGROUP_MEMORY_USAGE,
                                     sizeof(struct vmm_cgroup_memory_usage),
                                     memory,
                                     cgroup,
                                     false,
                                     false,
                                     function,
                                     reference,
                                     check_none};

    fuzz_usage(&usage, data, size);
    return 0;
}
