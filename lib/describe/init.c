/* Unknown records. Apart from the descriptions, which small programs do without. */
#include "../record/engine.h"
#include "records.h"
#include "vmmetrics/vmmetrics.h"

#define SIZE(id, name) [VMM_RECORD_##id] = sizeof(struct vmm_##name),

vmm_status vmm_record_init(uint32_t record_id, void *record, size_t size)
{
    static const uint16_t sizes[] = {VMM_RECORDS(SIZE)};

    if (record_id == 0 || record_id >= sizeof sizes / sizeof sizes[0])
        return VMM_E_ARGUMENT;
    return vmm_begin(record, size, sizes[record_id]) == 0 ? VMM_E_ARGUMENT : VMM_OK;
}
