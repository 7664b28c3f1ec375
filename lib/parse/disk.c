#include "vmmetrics/disk.h"

#include "../record/engine.h"

#define RECORD struct vmm_disk
#define MEMBERS(MEMBER) MEMBER(major, COUNT, IDENTITY)
VMM_DESCRIBE(disk, MEMBERS);

vmm_status vmm_disk_read(uint32_t file_id, struct vmm_text *text, struct vmm_disk *out, size_t out_size)
{
    (void)file_id;
    (void)text;
    (void)out;
    (void)out_size;
    return VMM_E_ARGUMENT;
}

vmm_status vmm_disk_next(struct vmm_text *text, struct vmm_disk *row, size_t row_size)
{
    (void)text;
    (void)row;
    (void)row_size;
    return VMM_E_ARGUMENT;
}
