/* SPDX-License-Identifier: MIT */
/* A cgroup's memory in use. */
#include "usage.h"

static vmm_status reference(const struct usage_call *call, void *result)
{
    const struct vmm_cgroup *cgroup = call->after;
    const struct vmm_cgroup_memory *memory = call->before;
    struct vmm_cgroup_memory_usage *out = result;
    uint64_t used = cgroup->memory_current_bytes;
    uint64_t limits[] = {cgroup->memory_max_bytes, memory->hierarchical_memory_limit_bytes, call->number};
    uint64_t inactive[] = {memory->inactive_file_bytes, memory->local_inactive_file_bytes};
    uint64_t limit = VMM_UNKNOWN;

    if (call->number == 0)
        return VMM_E_ARGUMENT;
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
    /* The smallest number; or "no limit" if one of the three says so and no other is a number. */
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

static vmm_status function(const struct usage_call *call, void *out, size_t out_size)
{
    return vmm_cgroup_memory_usage_of(call->after, call->before, call->number, out, out_size);
}

const struct usage usage_cgroup_memory_usage = {
    .name = "cgroup_memory_usage",
    .record_id = VMM_RECORD_CGROUP_MEMORY_USAGE,
    .bytes = sizeof(struct vmm_cgroup_memory_usage),
    .before = {VMM_RECORD_CGROUP_MEMORY, sizeof(struct vmm_cgroup_memory),
               "inactive_file_bytes local_inactive_file_bytes hierarchical_memory_limit_bytes"},
    .after = {VMM_RECORD_CGROUP, sizeof(struct vmm_cgroup), "memory_current_bytes memory_max_bytes"},
    .function = function,
    .reference = reference,
};
