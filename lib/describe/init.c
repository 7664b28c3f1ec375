/* SPDX-License-Identifier: MIT */
/* Unknown records. Apart from the descriptions, which a small program may leave out. */
#include "../record/engine.h"
#include "layouts.h"

vmm_status vmm_record_init(enum vmm_record_id record_id, void *record, size_t size)
{
    const struct vmm_layout *layout;
    size_t valid;

    if ((uint32_t)record_id - 1 >= sizeof vmm_layouts / sizeof vmm_layouts[0])
        return VMM_E_ARGUMENT;
    layout = &vmm_layouts[(uint32_t)record_id - 1];
    valid = vmm_begin(record, size, layout->bytes, record_id);
    if (valid == 0)
        return VMM_E_ARGUMENT;
    vmm_store_name(record, valid, layout->name_offset, layout->name_bytes, "");
    return VMM_OK;
}
