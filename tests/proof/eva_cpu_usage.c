/* SPDX-License-Identifier: MIT */
/*
 * CPU usage from any records, of sizes in steps of STEP. What a shorter record lacks is "unknown" to the
 * arithmetic, which is among any contents, so it is enough to vary one size at a time. The usage of all CPUs, from
 * samples of up to two rows, each block exactly as long as the library is told.
 *
 * Entries: vmm_cpu_usage_between vmm_cpus_usage_between
 * Split: vmm_begin_between:0
 * Elsewhere: vmm_compare_identities compare_numbers compare_names vmm_input_name vmm_input
 * Unroll: are_rows_ordered:10 vmm_row_list_seek:10 all_cpus_usage:10 take_cpu:16
 */
#include "eva.h"

static void cpu(size_t before_size, size_t after_size, size_t out_size)
{
    struct vmm_cpu *before = before_size < 8 ? NULL : any_record(before_size);
    struct vmm_cpu *after = after_size < 8 ? NULL : any_record(after_size);
    struct vmm_cpu_usage *out = out_size == 0 ? NULL : any_block(out_size);

    vmm_cpu_usage_between(before, after, out, out_size);
    free(before);
    free(after);
    free(out);
}

static void cpus(size_t before_count, size_t after_count, size_t row_size, size_t out_size)
{
    struct vmm_cpu *before = before_count * row_size == 0 ? NULL : any_block(before_count * row_size);
    struct vmm_cpu *after = after_count * row_size == 0 ? NULL : any_block(after_count * row_size);
    struct vmm_cpu_usage *out = out_size == 0 ? NULL : any_block(out_size);
    struct vmm_cpus old = {before, before_count, row_size}, now = {after, after_count, row_size};
    struct vmm_interval interval = {Frama_C_long_long_interval(INT64_MIN, INT64_MAX),
                                    Frama_C_unsigned_long_long_interval(0, UINT64_MAX)};

    vmm_cpus_usage_between(&old, &now, Frama_C_interval(0, 1) != 0 ? &interval : NULL, out, out_size);
    free(before);
    free(after);
    free(out);
}

int main(void)
{
    static const size_t sizes[] = {
        0, 4, 8, 12, 16, 24, offsetof(struct vmm_cpu, steal_ticks), sizeof(struct vmm_cpu) + 16};
    struct vmm_cpu_usage usage;

    vmm_cpus_usage_between(NULL, NULL, NULL, &usage, sizeof usage);
    //@ loop unroll 4;
    for (size_t before = 0; before <= 2; before++)
        //@ loop unroll 4;
        for (size_t after = 0; after <= 2; after++)
            cpus(before, after, sizeof(struct vmm_cpu), sizeof(struct vmm_cpu_usage));
    //@ loop unroll 16;
    for (unsigned i = 0; i < sizeof sizes / sizeof *sizes; i++)
        cpus(1, 1, sizes[i], sizeof(struct vmm_cpu_usage));
    //@ loop unroll 1024;
    for (size_t size = 0; size <= LARGEST(struct vmm_cpu_usage); size += STEP)
        cpus(1, 1, sizeof(struct vmm_cpu), size);
    //@ loop unroll 1024;
    for (size_t size = 0; size <= LARGEST(struct vmm_cpu); size += STEP) {
        cpu(size, sizeof(struct vmm_cpu), sizeof(struct vmm_cpu_usage));
        cpu(sizeof(struct vmm_cpu), size, sizeof(struct vmm_cpu_usage));
    }
    //@ loop unroll 1024;
    for (size_t size = 0; size <= LARGEST(struct vmm_cpu_usage); size += STEP)
        cpu(sizeof(struct vmm_cpu), sizeof(struct vmm_cpu), size);
    return 0;
}
