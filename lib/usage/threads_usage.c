#include "vmmetrics/process.h"

#include "../record/engine.h"

#define RECORD struct vmm_threads_usage
#define MEMBERS(MEMBER) MEMBER(threads, COUNT, GAUGE)
VMM_DESCRIBE(threads_usage, MEMBERS);

vmm_status vmm_threads_usage_between(const struct vmm_process *before, size_t before_count,
                                     const struct vmm_process *after, size_t after_count, size_t row_size,
                                     int64_t elapsed_ns, struct vmm_threads_usage *out, size_t out_size)
{
    (void)before;
    (void)before_count;
    (void)after;
    (void)after_count;
    (void)row_size;
    (void)elapsed_ns;
    (void)out;
    (void)out_size;
    return VMM_E_ARGUMENT;
}
