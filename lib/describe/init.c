/* Unknown records. Apart from the descriptions, which small programs do without. */
#include "../record/engine.h"
#include "records.h"
#include "vmmetrics/vmmetrics.h"

#define SIZE(id, name) [VMM_RECORD_##id] = sizeof(struct vmm_##name),

#define NAME(id, record, member)                                                                                       \
    {VMM_RECORD_##id, offsetof(struct vmm_##record, member), sizeof(((struct vmm_##record *)NULL)->member)},

/* All ones is no name: of these the bytes are 0. */
#define NAMES                                                                                                          \
    NAME(PROCESS, process, comm)                                                                                       \
    NAME(NET, net, name)                                                                                               \
    NAME(NET_RATE, net_rate, name)                                                                                     \
    NAME(DISK, disk, name)                                                                                             \
    NAME(HYPERVISOR_DEVICE, hypervisor_device, name)                                                                   \
    NAME(HYPERVISOR_DEVICE_RATE, hypervisor_device_rate, name)

vmm_status vmm_record_init(uint32_t record_id, void *record, size_t size)
{
    static const uint16_t sizes[] = {VMM_RECORDS(SIZE)};
    static const struct {
        uint16_t record_id;
        uint16_t offset;
        uint16_t bytes;
    } names[] = {NAMES};
    size_t valid;

    if (record_id == 0 || record_id >= sizeof sizes / sizeof sizes[0])
        return VMM_E_ARGUMENT;
    valid = vmm_begin(record, size, sizes[record_id]);
    if (valid == 0)
        return VMM_E_ARGUMENT;
    for (unsigned i = 0; i < sizeof names / sizeof names[0]; i++)
        if (names[i].record_id == record_id)
            vmm_store_name(record, valid, names[i].offset, names[i].bytes, "");
    return VMM_OK;
}
