/* SPDX-License-Identifier: MIT */
/*
 * The usage of threads from samples of up to three threads, of any contents, each block exactly as long as the library is
 * told: records of the usual size, shorter ones that lack counters, and longer ones. A record's own size may be anything.
 *
 * Entries: vmm_threads_usage_between
 * Split: vmm_begin_between:0
 * Elsewhere: vmm_compare_identities compare_numbers compare_names vmm_input_name vmm_is_number vmm_input
 * Unroll: are_rows_ordered:10 vmm_row_list_seek:10 threads_usage:30
 */
#include "eva.h"

static void threads(size_t before_count, size_t after_count, size_t row_size, const struct vmm_process_usage *process,
                    size_t out_size)
{
    struct vmm_process *before = before_count * row_size == 0 ? NULL : any_block(before_count * row_size);
    struct vmm_process *after = after_count * row_size == 0 ? NULL : any_block(after_count * row_size);
    struct vmm_threads_usage *out = out_size == 0 ? NULL : any_block(out_size);
    struct vmm_threads old = {before, before_count, row_size}, now = {after, after_count, row_size};

    vmm_threads_usage_between(&old, &now, process, Frama_C_long_long_interval(INT64_MIN, INT64_MAX), out, out_size);
    free(before);
    free(after);
    free(out);
}

int main(void)
{
    static const size_t sizes[] = {0,
                                   4,
                                   8,
                                   12,
                                   16,
                                   offsetof(struct vmm_process, vcpu),
                                   offsetof(struct vmm_process, run_time_ns),
                                   offsetof(struct vmm_process, run_delay_ns),
                                   offsetof(struct vmm_process, timeslices),
                                   sizeof(struct vmm_process) + 16};

    struct vmm_threads none = {NULL, 0, 0};
    struct vmm_threads_usage usage;
    struct vmm_process_usage *process = any_record(sizeof *process);

    vmm_threads_usage_between(NULL, NULL, NULL, 1, &usage, sizeof usage);
    vmm_threads_usage_between(&none, &none, NULL, 1, &usage, sizeof usage);
    //@ loop unroll 4;
    for (size_t before = 0; before <= 3; before++)
        //@ loop unroll 4;
        for (size_t after = 0; after <= 3; after++)
            threads(before, after, sizeof(struct vmm_process), NULL, sizeof(struct vmm_threads_usage));
    //@ loop unroll 16;
    for (unsigned i = 0; i < sizeof sizes / sizeof *sizes; i++)
        threads(2, 2, sizes[i], NULL, sizeof(struct vmm_threads_usage));
    //@ loop unroll 1024;
    for (size_t size = 0; size <= LARGEST(struct vmm_threads_usage); size += STEP)
        threads(1, 1, sizeof(struct vmm_process), NULL, size);
    /* Eva knows no infinite doubles, and no NaN. */
    process->cores_used = Frama_C_double_interval(-1e300, 1e300);
    threads(2, 2, sizeof(struct vmm_process), process, sizeof(struct vmm_threads_usage));
    free(process);
    return 0;
}
