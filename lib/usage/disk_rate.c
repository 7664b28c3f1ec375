#include "vmmetrics/disk.h"

#include "../record/engine.h"

#define RECORD struct vmm_disk_rate
#define MEMBERS(MEMBER) MEMBER(major, COUNT, IDENTITY)
VMM_DESCRIBE(disk_rate, MEMBERS);

vmm_status vmm_disk_rate_between(const struct vmm_disk *before, const struct vmm_disk *after, int64_t elapsed_ns,
                                 struct vmm_disk_rate *out, size_t out_size)
{
    (void)before;
    (void)after;
    (void)elapsed_ns;
    (void)out;
    (void)out_size;
    return VMM_E_ARGUMENT;
}
