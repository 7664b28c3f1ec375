/* SPDX-License-Identifier: MIT */
/*
 * A cgroup's memory usage from any records, of sizes in steps of STEP, and any limit. What a shorter
 * record lacks is "unknown" to the arithmetic, which is among any contents, so it is enough to vary one size at a time.
 *
 * Entries: vmm_cgroup_memory_usage_of
 */
#include "eva.h"

static void memory(size_t cgroup_size, size_t memory_size, size_t out_size)
{
    struct vmm_cgroup *cgroup = cgroup_size < 8 ? NULL : any_record(cgroup_size);
    struct vmm_cgroup_memory *memory = memory_size < 8 ? NULL : any_record(memory_size);
    struct vmm_cgroup_memory_usage *out = out_size == 0 ? NULL : any_block(out_size);

    vmm_cgroup_memory_usage_of(cgroup, memory, Frama_C_unsigned_long_long_interval(0, UINT64_MAX), out, out_size);
    free(cgroup);
    free(memory);
    free(out);
}

int main(void)
{
    //@ loop unroll 1024;
    for (size_t size = 0; size <= LARGEST(struct vmm_cgroup); size += STEP)
        memory(size, sizeof(struct vmm_cgroup_memory), sizeof(struct vmm_cgroup_memory_usage));
    //@ loop unroll 1024;
    for (size_t size = 0; size <= LARGEST(struct vmm_cgroup_memory); size += STEP)
        memory(sizeof(struct vmm_cgroup), size, sizeof(struct vmm_cgroup_memory_usage));
    //@ loop unroll 1024;
    for (size_t size = 0; size <= LARGEST(struct vmm_cgroup_memory_usage); size += STEP)
        memory(sizeof(struct vmm_cgroup), sizeof(struct vmm_cgroup_memory), size);
    return 0;
}
