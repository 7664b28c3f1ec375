#include "vmmetrics/process.h"

#include "../record/engine.h"

#define RECORD struct vmm_process_usage
#define MEMBERS(MEMBER) MEMBER(pid, COUNT, IDENTITY)
VMM_DESCRIBE(process_usage, MEMBERS);

vmm_status vmm_process_usage_between(const struct vmm_process *before, const struct vmm_process *after,
                                     int64_t elapsed_ns, uint64_t ticks_per_second, struct vmm_process_usage *out,
                                     size_t out_size)
{
    (void)before;
    (void)after;
    (void)elapsed_ns;
    (void)ticks_per_second;
    (void)out;
    (void)out_size;
    return VMM_E_ARGUMENT;
}
