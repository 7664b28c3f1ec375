/* SPDX-License-Identifier: MIT */
/*
 * A process's usage from any records, of sizes in steps of STEP where the arithmetic reads or writes, at any
 * tick rate and with any time between them. What a shorter record lacks is "unknown" to the arithmetic, which is among any
 * contents, so it is enough to vary one size at a time.
 *
 * Entries: vmm_process_usage_between
 * Split: vmm_begin_between:0
 * Elsewhere: compare_names vmm_input_name
 */
#include "eva.h"

static void any_time(size_t before_size, size_t after_size, size_t out_size, int64_t least_ns, int64_t most_ns)
{
    struct vmm_process *before = before_size < 8 ? NULL : any_record(before_size);
    struct vmm_process *after = after_size < 8 ? NULL : any_record(after_size);
    struct vmm_process_usage *out = out_size == 0 ? NULL : any_block(out_size);
    struct vmm_interval interval;

    interval.elapsed_ns = Frama_C_long_long_interval(least_ns, most_ns);
    interval.ticks_per_second = Frama_C_unsigned_long_long_interval(0, UINT64_MAX);
    vmm_process_usage_between(before, after, Frama_C_interval(0, 1) == 0 ? NULL : &interval, out, out_size);
    free(before);
    free(after);
    free(out);
}

/* Eva forgets that a member of the interval was compared, so times after which nothing elapsed have a call of their own. */
static void process(size_t before_size, size_t after_size, size_t out_size)
{
    any_time(before_size, after_size, out_size, INT64_MIN, 0);
    any_time(before_size, after_size, out_size, 1, INT64_MAX);
}

int main(void)
{
    //@ loop unroll 1024;
    for (size_t size = 0; size <= LARGEST(struct vmm_process); size += 12) {
        process(size, sizeof(struct vmm_process), sizeof(struct vmm_process_usage));
        process(sizeof(struct vmm_process), size, sizeof(struct vmm_process_usage));
    }
    //@ loop unroll 1024;
    for (size_t size = 0; size <= LARGEST(struct vmm_process_usage); size += STEP)
        process(sizeof(struct vmm_process), sizeof(struct vmm_process), size);
    return 0;
}
