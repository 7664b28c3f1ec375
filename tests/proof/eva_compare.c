/* SPDX-License-Identifier: MIT */
/*
 * vmm_record_same() and vmm_record_growth(): two records of each type, of any contents; records of another type; and for one
 * record with a name, sizes in steps of STEP. What a shorter record lacks is "unknown", which is among any contents.
 *
 * Entries: vmm_record_same vmm_record_growth
 * Unroll: vmm_compare_identities:1000 check_growth:1000 store_growth:1000
 */
#include "eva.h"

static void compare(uint64_t old_type, uint64_t type, size_t before_size, size_t after_size, size_t out_size)
{
    uint64_t *before = any_block(before_size < 16 ? 16 : before_size);
    uint64_t *after = any_block(after_size < 16 ? 16 : after_size);
    void *out = out_size == 0 ? NULL : any_block(out_size);

    /* Eva relates no type to a size that may be anything, so it is one at a time. */
    before[0] = before_size;
    before[1] = old_type;
    after[0] = after_size;
    after[1] = type;
    vmm_record_same(before, after);
    vmm_record_growth(before, after, out, out_size);
    free(before);
    free(after);
    free(out);
}

int main(void)
{
    static const uint64_t types[] = {VMM_RECORD_CPU,  VMM_RECORD_STAT,      VMM_RECORD_NET,
                                     VMM_RECORD_DISK, VMM_RECORD_CPU_USAGE, VMM_RECORD_CGROUP_IO};
    struct vmm_net *both = any_block(sizeof *both), out;

    //@ loop unroll 64;
    for (unsigned i = 0; i < sizeof types / sizeof *types; i++)
        compare(types[i], types[i], sizeof(struct vmm_net), sizeof(struct vmm_net), sizeof(struct vmm_net));
    compare(VMM_RECORD_NET, VMM_RECORD_CPU, sizeof(struct vmm_net), sizeof(struct vmm_net), sizeof(struct vmm_net));
    compare(Frama_C_unsigned_long_long_interval(64, UINT32_MAX), Frama_C_unsigned_long_long_interval(64, UINT32_MAX),
            sizeof(struct vmm_net), sizeof(struct vmm_net), sizeof(struct vmm_net));
    compare(Frama_C_unsigned_long_long_interval((uint64_t)UINT32_MAX + 1, UINT64_MAX),
            Frama_C_unsigned_long_long_interval((uint64_t)UINT32_MAX + 1, UINT64_MAX), sizeof(struct vmm_net),
            sizeof(struct vmm_net), sizeof(struct vmm_net));
    both->size = sizeof *both;
    both->record = VMM_RECORD_NET;
    vmm_record_same(NULL, both);
    vmm_record_same(both, NULL);
    vmm_record_growth(NULL, both, &out, sizeof out);
    vmm_record_growth(both, NULL, &out, sizeof out);
    vmm_record_growth(both, both, both, sizeof *both);
    //@ loop unroll 1024;
    for (size_t size = 0; size <= LARGEST(struct vmm_cgroup_io); size += STEP) {
        compare(VMM_RECORD_CGROUP_IO, VMM_RECORD_CGROUP_IO, size, sizeof(struct vmm_cgroup_io),
                sizeof(struct vmm_cgroup_io));
        compare(VMM_RECORD_CGROUP_IO, VMM_RECORD_CGROUP_IO, sizeof(struct vmm_cgroup_io), size,
                sizeof(struct vmm_cgroup_io));
        compare(VMM_RECORD_CGROUP_IO, VMM_RECORD_CGROUP_IO, sizeof(struct vmm_cgroup_io), sizeof(struct vmm_cgroup_io),
                size);
    }
    return 0;
}
