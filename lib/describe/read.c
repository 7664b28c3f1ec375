/* SPDX-License-Identifier: MIT */
/* Any file into its record: which record a file is of, and which reader it has. Works without the descriptions. */
#include "../parse/readers.h"
#include "layouts.h"

/* Reads a file into its record, which has begun. */
static vmm_status read_begun(struct vmm_text *text, uint32_t record_id, enum vmm_file file, void *record, size_t size)
{
    ((uint64_t *)record)[0] = size;
    ((uint64_t *)record)[1] = record_id;
    /* The longest files first. */
    if (record_id == VMM_RECORD_PROCESS)
        return vmm_read_process(text, file, record, size);
    switch (record_id) {
    case VMM_RECORD_SYSTEM:
        return vmm_read_system(text, file, record, size);
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

/* Begins the record first. Out of line, so that vmm_record_read() need not save registers. */
VMM_RARE static vmm_status begin_and_read(struct vmm_text *text, uint32_t record_id, enum vmm_file file, void *record,
                                          size_t record_size, size_t size)
{
    vmm_record_init((enum vmm_record_id)record_id, record, record_size);
    return read_begun(text, record_id, file, record, size);
}

vmm_status vmm_record_read(struct vmm_text *text, enum vmm_file file, void *record, size_t record_size)
{
    uint32_t record_id = vmm_record_of_file(file);
    const uint64_t *first = (const uint64_t *)record;
    const struct vmm_layout *layout;
    size_t size;

    /* Rows are not read into one record. */
    if (!vmm_is_usable(text) || record_id - 1 >= sizeof vmm_layouts / sizeof vmm_layouts[0] ||
        record_id == VMM_RECORD_CGROUP_IO)
        return vmm_reject(text);
    layout = &vmm_layouts[record_id - 1];
    /* The file number 0 becomes the largest number here, so it is refused too. */
    if (vmm_file_number(file) - 1 >= layout->file_count || record == NULL || record_size < 2 * sizeof(uint64_t))
        return vmm_reject(text);
    size = record_size < layout->bytes ? record_size : layout->bytes;
    if (first[0] == 0)
        return begin_and_read(text, record_id, file, record, record_size, size);
    if (first[1] != record_id && first[1] != 0 && first[1] != VMM_UNKNOWN)
        return vmm_reject(text);
    return read_begun(text, record_id, file, record, size);
}
