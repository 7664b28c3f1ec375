/* What records there are, and what each one's members and files are. */
#include "../record/engine.h"
#include "records.h"

#define DECLARE(id, name) extern const struct vmm_description vmm_##name##_description;
#define LIST(id, name) [VMM_RECORD_##id] = &vmm_##name##_description,

VMM_RECORDS(DECLARE)

static const struct vmm_description *const descriptions[] = {VMM_RECORDS(LIST)};

static const struct vmm_description *find(uint32_t record_id)
{
    return record_id < sizeof descriptions / sizeof descriptions[0] ? descriptions[record_id] : NULL;
}

/* The name behind one, in a list of names that each end in NUL; the last is followed by an empty one. */
static const char *next_name(const char *name)
{
    while (*name != '\0')
        name++;
    return name + 1;
}

vmm_status vmm_record_at(uint32_t record_id, struct vmm_record *out, size_t out_size)
{
    const struct vmm_description *description = find(record_id);
    size_t size = vmm_begin(out, out_size, sizeof *out);

    if (size == 0)
        return VMM_E_ARGUMENT;
    vmm_store_name(out, size, offsetof(struct vmm_record, name), sizeof out->name, "");
    if (record_id == 0)
        return VMM_E_ARGUMENT;
    if (description == NULL)
        return VMM_END;
    vmm_store_name(out, size, offsetof(struct vmm_record, name), sizeof out->name, description->name);
    vmm_store(out, size, offsetof(struct vmm_record, id), record_id);
    vmm_store(out, size, offsetof(struct vmm_record, bytes), description->bytes);
    vmm_store(out, size, offsetof(struct vmm_record, fields), description->count);
    return VMM_OK;
}

vmm_status vmm_field_at(uint32_t record_id, uint32_t index, struct vmm_field *out, size_t out_size)
{
    const struct vmm_description *description = find(record_id);
    size_t size = vmm_begin(out, out_size, sizeof *out);
    const struct vmm_member *member;
    const char *name;

    if (size == 0)
        return VMM_E_ARGUMENT;
    vmm_store_name(out, size, offsetof(struct vmm_field, name), sizeof out->name, "");
    if (description == NULL)
        return VMM_E_ARGUMENT;
    if (index >= description->count)
        return VMM_END;
    name = description->member_names;
    for (uint32_t i = 0; i < index; i++)
        name = next_name(name);
    member = &description->members[index];
    vmm_store_name(out, size, offsetof(struct vmm_field, name), sizeof out->name, name);
    vmm_store(out, size, offsetof(struct vmm_field, offset), member->offset);
    vmm_store(out, size, offsetof(struct vmm_field, bytes), member->bytes);
    vmm_store(out, size, offsetof(struct vmm_field, type), member->type);
    vmm_store(out, size, offsetof(struct vmm_field, unit), member->unit);
    vmm_store(out, size, offsetof(struct vmm_field, kind), member->kind);
    vmm_store(out, size, offsetof(struct vmm_field, width), member->width);
    return VMM_OK;
}

vmm_status vmm_file_at(uint32_t record_id, uint32_t index, struct vmm_file *out, size_t out_size)
{
    const struct vmm_description *description = find(record_id);
    size_t size = vmm_begin(out, out_size, sizeof *out);
    const char *name;

    if (size == 0)
        return VMM_E_ARGUMENT;
    vmm_store_name(out, size, offsetof(struct vmm_file, name), sizeof out->name, "");
    if (description == NULL)
        return VMM_E_ARGUMENT;
    name = description->file_names;
    if (name == NULL)
        return VMM_END;
    for (uint32_t i = 0; i < index && *name != '\0'; i++)
        name = next_name(name);
    if (*name == '\0')
        return VMM_END;
    vmm_store_name(out, size, offsetof(struct vmm_file, name), sizeof out->name, name);
    vmm_store(out, size, offsetof(struct vmm_file, id), index + 1);
    return VMM_OK;
}

uint32_t vmm_file_find(uint32_t record_id, const char *name, size_t length)
{
    const struct vmm_description *description = find(record_id);
    const char *known;

    if (description == NULL || description->file_names == NULL || name == NULL)
        return 0;
    known = description->file_names;
    for (uint32_t id = 1; *known != '\0'; id++) {
        size_t i = 0;

        while (i < length && known[i] != '\0' && known[i] == name[i])
            i++;
        if (i == length && known[i] == '\0')
            return id;
        known = next_name(known);
    }
    return 0;
}
