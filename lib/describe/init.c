/* SPDX-License-Identifier: MIT */
/* Unknown records. Apart from the descriptions, which a small program may leave out. */
#include "../record/engine.h"
#include "layout.h"

vmm_status vmm_record_init(enum vmm_record_id record_id, void *record, size_t size)
{
    const struct vmm_layout *layout = vmm_layout_of(record_id);
    size_t valid;

    if (layout == NULL)
        return VMM_E_ARGUMENT;
    valid = vmm_begin(record, size, layout->bytes, record_id);
    if (valid == 0)
        return VMM_E_ARGUMENT;
    vmm_store_name(record, valid, layout->name_offset, layout->name_bytes, "");
    return VMM_OK;
}
