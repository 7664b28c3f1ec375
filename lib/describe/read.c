/* Any file into its record: which record a file is of, and which reader it has. */
#include "../parse/readers.h"
#include "description.h"

/* How many bytes of a record may be written. 0 if no record has this file, or the record is another one. */
static size_t begin_file(enum vmm_file file, void *record, size_t record_size)
{
    uint32_t record_id = vmm_record_of_file(file);
    const struct vmm_description *description = vmm_description_of(record_id);
    unsigned number = vmm_file_number(file);
    const uint64_t *first = (const uint64_t *)record;
    size_t size;

    if (description == NULL || number == 0 || number > description->file_count || record == NULL ||
        record_size < 2 * sizeof(uint64_t))
        return 0;
    if (first[0] == 0)
        vmm_record_init((enum vmm_record_id)record_id, record, record_size);
    else if (first[1] != record_id && first[1] != 0 && first[1] != VMM_UNKNOWN)
        return 0;
    size = record_size < description->bytes ? record_size : description->bytes;
    ((uint64_t *)record)[0] = size;
    ((uint64_t *)record)[1] = record_id;
    return size;
}

vmm_status vmm_record_read(struct vmm_text *text, enum vmm_file file, void *record, size_t record_size)
{
    size_t size;

    /* Rows are not read into one record. */
    if (!vmm_is_usable(text) || vmm_record_of_file(file) == VMM_RECORD_CGROUP_IO)
        return vmm_reject(text);
    size = begin_file(file, record, record_size);
    if (size == 0)
        return vmm_reject(text);
    switch (vmm_record_of_file(file)) {
    case VMM_RECORD_SYSTEM:
        return vmm_read_system(text, file, record, size);
    case VMM_RECORD_PROCESS:
        return vmm_read_process(text, file, record, size);
    case VMM_RECORD_NET:
        return vmm_read_net(text, file, record, size);
    case VMM_RECORD_DISK:
        return vmm_read_disk(text, file, record, size);
    case VMM_RECORD_CGROUP:
        return vmm_read_cgroup(text, file, record, size);
    default:
        return vmm_read_cgroup_memory(text, record, size);
    }
}
