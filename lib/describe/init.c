/* Unknown records. Apart from the descriptions, which small programs do without. */
#include "../record/engine.h"
#include "records.h"
#include "vmmetrics/vmmetrics.h"

#include <string.h>

#define SIZE(id, name) [VMM_RECORD_##id] = sizeof(struct vmm_##name),

#define NAME(id, name, member)                                                                                         \
    {VMM_RECORD_##id, offsetof(struct vmm_##name, member), sizeof(((struct vmm_##name *)NULL)->member)},

/* Members that are names: an unknown one is "". */
static const struct {
    uint16_t record_id;
    uint16_t offset;
    uint16_t bytes;
} names[] = {NAME(PROCESS, process, comm)};

vmm_status vmm_record_init(uint32_t record_id, void *record, size_t size)
{
    static const uint16_t sizes[] = {VMM_RECORDS(SIZE)};

    if (record_id == 0 || record_id >= sizeof sizes / sizeof sizes[0])
        return VMM_E_ARGUMENT;
    if (vmm_begin(record, size, sizes[record_id]) == 0)
        return VMM_E_ARGUMENT;
    for (unsigned i = 0; i < sizeof names / sizeof names[0]; i++)
        if (names[i].record_id == record_id && (size_t)names[i].offset + names[i].bytes <= size)
            memset((char *)record + names[i].offset, 0, names[i].bytes);
    return VMM_OK;
}
