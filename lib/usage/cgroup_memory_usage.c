/* How much of a cgroup's memory is in use. */
#include "arithmetic.h"
#include "vmmetrics/cgroup_memory.h"

#define RECORD struct vmm_cgroup_memory_usage
#define MEMBERS(MEMBER)                                                                                                \
    MEMBER(used_bytes, BYTES, GAUGE)                                                                                   \
    MEMBER(working_set_cadvisor_bytes, BYTES, GAUGE)                                                                   \
    MEMBER(working_set_docker_bytes, BYTES, GAUGE)                                                                     \
    MEMBER(limit_bytes, BYTES, LIMIT)                                                                                  \
    MEMBER(used_ratio, RATIO, GAUGE)                                                                                   \
    MEMBER(working_set_cadvisor_ratio, RATIO, GAUGE)                                                                   \
    MEMBER(working_set_docker_ratio, RATIO, GAUGE)
VMM_DESCRIBE(cgroup_memory_usage, MEMBERS);

vmm_status vmm_cgroup_memory_usage_of(const struct vmm_cgroup *cgroup, const struct vmm_cgroup_memory *memory,
                                      uint64_t limit_bytes, struct vmm_cgroup_memory_usage *out, size_t out_size)
{
    (void)cgroup;
    (void)memory;
    (void)limit_bytes;
    return vmm_begin(out, out_size, sizeof *out) == 0 ? VMM_E_ARGUMENT : VMM_E_EMPTY;
}
