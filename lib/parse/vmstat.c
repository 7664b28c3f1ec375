#include "vmmetrics/vmstat.h"

#include "../record/engine.h"

#define RECORD struct vmm_vmstat
#define MEMBERS(MEMBER) MEMBER(pgfault, COUNT, COUNTER)
VMM_DESCRIBE(vmstat, MEMBERS);

vmm_status vmm_vmstat_parse(struct vmm_text *text, struct vmm_vmstat *out, size_t out_size)
{
    (void)text;
    (void)out;
    (void)out_size;
    return VMM_E_ARGUMENT;
}
