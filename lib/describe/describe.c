/* SPDX-License-Identifier: MIT */
/* What records there are, and what each one's members and files are. */
#include "../record/engine.h"
#include "description.h"
#include "layout.h"

vmm_status vmm_record_at(enum vmm_record_id record_id, struct vmm_record_info *out, size_t out_size)
{
    const struct vmm_description *description = vmm_description_of(record_id);
    size_t size = vmm_begin(out, out_size, sizeof *out, 0);

    if (size == 0)
        return VMM_E_ARGUMENT;
    vmm_store_name(out, size, offsetof(struct vmm_record_info, name), sizeof out->name, "");
    if (record_id == 0)
        return VMM_E_ARGUMENT;
    if (description == NULL)
        return VMM_END;
    vmm_store_name(out, size, offsetof(struct vmm_record_info, name), sizeof out->name,
                   vmm_described_name(description->name));
    vmm_store(out, size, offsetof(struct vmm_record_info, id), record_id);
    vmm_store(out, size, offsetof(struct vmm_record_info, bytes), vmm_layout_of(record_id)->bytes);
    vmm_store(out, size, offsetof(struct vmm_record_info, members), description->member_count);
    return VMM_OK;
}

vmm_status vmm_member_at(enum vmm_record_id record_id, uint32_t index, struct vmm_member_info *out, size_t out_size)
{
    const struct vmm_description *description = vmm_description_of(record_id);
    size_t size = vmm_begin(out, out_size, sizeof *out, 0);
    const struct vmm_member *member;

    if (size == 0)
        return VMM_E_ARGUMENT;
    vmm_store_name(out, size, offsetof(struct vmm_member_info, name), sizeof out->name, "");
    if (description == NULL)
        return VMM_E_ARGUMENT;
    if (index >= description->member_count)
        return VMM_END;
    member = &description->members[index];
    vmm_store_name(out, size, offsetof(struct vmm_member_info, name), sizeof out->name,
                   vmm_described_name(member->name));
    vmm_store(out, size, offsetof(struct vmm_member_info, offset), member->offset);
    vmm_store(out, size, offsetof(struct vmm_member_info, bytes), member->bytes);
    vmm_store(out, size, offsetof(struct vmm_member_info, type), member->type);
    vmm_store(out, size, offsetof(struct vmm_member_info, unit), member->unit);
    vmm_store(out, size, offsetof(struct vmm_member_info, kind), member->kind);
    vmm_store(out, size, offsetof(struct vmm_member_info, width), member->width);
    return VMM_OK;
}

vmm_status vmm_file_at(enum vmm_record_id record_id, uint32_t index, struct vmm_file_info *out, size_t out_size)
{
    const struct vmm_description *description = vmm_description_of(record_id);
    size_t size = vmm_begin(out, out_size, sizeof *out, 0);
    const struct vmm_file_name *file;

    if (size == 0)
        return VMM_E_ARGUMENT;
    vmm_store_name(out, size, offsetof(struct vmm_file_info, name), sizeof out->name, "");
    if (description == NULL)
        return VMM_E_ARGUMENT;
    if (index >= description->file_count)
        return VMM_END;
    file = &description->files[index];
    vmm_store_name(out, size, offsetof(struct vmm_file_info, name), sizeof out->name, vmm_described_name(file->name));
    vmm_store(out, size, offsetof(struct vmm_file_info, id), file->id);
    return VMM_OK;
}

uint32_t vmm_file_find(enum vmm_record_id record_id, const char *name, size_t length)
{
    const struct vmm_description *description = vmm_description_of(record_id);

    if (description == NULL || name == NULL)
        return 0;
    for (unsigned k = 0; k < description->file_count; k++) {
        const char *known = vmm_described_name(description->files[k].name);
        size_t i = 0;

        while (i < length && known[i] != '\0' && known[i] == name[i])
            i++;
        if (i == length && known[i] == '\0')
            return description->files[k].id;
    }
    return 0;
}
