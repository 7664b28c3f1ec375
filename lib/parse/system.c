#include "vmmetrics/system.h"

#include "../record/engine.h"

#define RECORD struct vmm_system
#define MEMBERS(MEMBER) MEMBER(load1_hundredths, HUNDREDTHS, GAUGE)
VMM_DESCRIBE(system, MEMBERS);

vmm_status vmm_system_read(uint32_t file_id, struct vmm_text *text, struct vmm_system *out, size_t out_size)
{
    (void)file_id;
    (void)text;
    (void)out;
    (void)out_size;
    return VMM_E_ARGUMENT;
}
