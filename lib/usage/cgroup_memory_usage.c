/* SPDX-License-Identifier: MIT */
/* How much of a cgroup's memory is in use. */
#include "arithmetic.h"
#include "vmmetrics/cgroup_memory.h"

#define CGROUP(member) vmm_input(cgroup, offsetof(struct vmm_cgroup, member))
#define MEMORY(member) (memory == NULL ? VMM_UNKNOWN : vmm_input(memory, offsetof(struct vmm_cgroup_memory, member)))

/* The working set as cAdvisor computes it. */
static uint64_t working_set_cadvisor(uint64_t used, uint64_t inactive)
{
    return vmm_is_number(inactive) && inactive > used ? 0 : vmm_subtract(used, inactive);
}

/*
 * docker stats looks up v1's `total_inactive_file`, then `inactive_file`, and takes the first number that is less than
 * the memory in use. In v1 the two numbers are `inactive` and `local`. v2 has only the key `inactive_file`, which is
 * `inactive`; `local` is unknown then.
 */
static uint64_t working_set_docker(uint64_t used, uint64_t inactive, uint64_t local)
{
    if (inactive < used)
        return used - inactive;
    if (local < used)
        return used - local;
    return vmm_is_number(inactive) || vmm_is_number(local) ? used : VMM_UNKNOWN;
}

static vmm_status cgroup_memory_usage(const struct vmm_cgroup *cgroup, const struct vmm_cgroup_memory *memory,
                                      uint64_t limit_bytes, struct vmm_cgroup_memory_usage *usage)
{
    uint64_t used = CGROUP(memory_current_bytes);
    uint64_t inactive = MEMORY(inactive_file_bytes);
    uint64_t cadvisor = working_set_cadvisor(used, inactive);
    uint64_t docker = working_set_docker(used, inactive, MEMORY(local_inactive_file_bytes));
    /* "No limit" is larger than every limit, and unknown is larger than that. */
    uint64_t limit =
        vmm_smaller(vmm_smaller(CGROUP(memory_max_bytes), MEMORY(hierarchical_memory_limit_bytes)), limit_bytes);

    if (!vmm_is_number(used))
        return VMM_E_EMPTY;
    usage->used_bytes = used;
    usage->working_set_cadvisor_bytes = cadvisor;
    usage->working_set_docker_bytes = docker;
    usage->limit_bytes = limit;
    usage->used_ratio = vmm_ratio(used, limit);
    usage->working_set_cadvisor_ratio = vmm_ratio(cadvisor, limit);
    usage->working_set_docker_ratio = vmm_ratio(docker, limit);
    return VMM_OK;
}

vmm_status vmm_cgroup_memory_usage_of(const struct vmm_cgroup *cgroup, const struct vmm_cgroup_memory *memory,
                                      uint64_t limit_bytes, struct vmm_cgroup_memory_usage *out, size_t out_size)
{
    struct vmm_cgroup_memory_usage usage;
    vmm_status status = VMM_E_ARGUMENT;

    vmm_begin(&usage, sizeof usage, sizeof usage, VMM_RECORD_CGROUP_MEMORY_USAGE);
    if (cgroup != NULL && vmm_is_of(cgroup, VMM_RECORD_CGROUP) && limit_bytes != 0 &&
        (memory == NULL || vmm_is_of(memory, VMM_RECORD_CGROUP_MEMORY)))
        status = cgroup_memory_usage(cgroup, memory, limit_bytes, &usage);
    return vmm_give(status, VMM_RECORD_CGROUP_MEMORY_USAGE, &usage, out, out_size);
}

#undef CGROUP
#undef MEMORY
