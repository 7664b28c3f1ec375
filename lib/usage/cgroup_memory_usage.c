/* How much of a cgroup's memory is in use. */
#include "arithmetic.h"
#include "vmmetrics/cgroup_memory.h"

#define RECORD struct vmm_cgroup_memory_usage

static uint64_t smaller(uint64_t a, uint64_t b)
{
    return a < b ? a : b;
}

static uint64_t cadvisor(uint64_t used, uint64_t inactive)
{
    return vmm_is_known(inactive) && inactive > used ? 0 : vmm_subtract(used, inactive);
}

/*
 * docker stats looks up v1's `total_inactive_file`, then `inactive_file`, and takes the first that is less than what is
 * used. In v1 the two are `inactive` and `local`; in v2 there is only the latter key, and `local` is unknown.
 */
static uint64_t docker(uint64_t used, uint64_t inactive, uint64_t local)
{
    if (inactive < used)
        return used - inactive;
    if (local < used)
        return used - local;
    return vmm_is_known(inactive) || vmm_is_known(local) ? used : VMM_UNKNOWN;
}

static uint64_t input_or_unknown(const struct vmm_cgroup_memory *memory, size_t offset)
{
    return memory == NULL ? VMM_UNKNOWN : vmm_input(memory, offset);
}

#define CGROUP(member) vmm_input(cgroup, offsetof(struct vmm_cgroup, member))
#define MEMORY(member) input_or_unknown(memory, offsetof(struct vmm_cgroup_memory, member))
#define OUTPUT(member, value) vmm_store(out, size, offsetof(RECORD, member), value)
#define OUTPUT_RATIO(member, part, whole) vmm_store_ratio(out, size, offsetof(RECORD, member), part, whole)

vmm_status vmm_cgroup_memory_usage_of(const struct vmm_cgroup *cgroup, const struct vmm_cgroup_memory *memory,
                                      uint64_t limit_bytes, struct vmm_cgroup_memory_usage *out, size_t out_size)
{
    size_t size = vmm_begin(out, out_size, sizeof *out);
    uint64_t used, inactive, working_set_cadvisor, working_set_docker, limit;

    if (size == 0 || cgroup == NULL)
        return VMM_E_ARGUMENT;
    used = CGROUP(memory_current_bytes);
    if (!vmm_is_known(used))
        return VMM_E_EMPTY;

    inactive = MEMORY(inactive_file_bytes);
    working_set_cadvisor = cadvisor(used, inactive);
    working_set_docker = docker(used, inactive, MEMORY(local_inactive_file_bytes));
    /* "No limit" is larger than every limit, and unknown is larger than that. */
    limit = smaller(smaller(CGROUP(memory_max_bytes), MEMORY(hierarchical_memory_limit_bytes)), limit_bytes);

    OUTPUT(used_bytes, used);
    OUTPUT(working_set_cadvisor_bytes, working_set_cadvisor);
    OUTPUT(working_set_docker_bytes, working_set_docker);
    OUTPUT(limit_bytes, limit);
    OUTPUT_RATIO(used_ratio, used, limit);
    OUTPUT_RATIO(working_set_cadvisor_ratio, working_set_cadvisor, limit);
    OUTPUT_RATIO(working_set_docker_ratio, working_set_docker, limit);
    return VMM_OK;
}
