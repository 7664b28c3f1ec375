#include "vmmetrics/process.h"

#include "../record/engine.h"

#define RECORD struct vmm_process
#define MEMBERS(MEMBER) MEMBER(pid, COUNT, IDENTITY)
VMM_DESCRIBE(process, MEMBERS);

vmm_status vmm_process_read(uint32_t file_id, struct vmm_text *text, struct vmm_process *out, size_t out_size)
{
    (void)file_id;
    (void)text;
    (void)out;
    (void)out_size;
    return VMM_E_ARGUMENT;
}
