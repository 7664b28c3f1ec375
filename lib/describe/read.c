/* SPDX-License-Identifier: MIT */
/* Any file into its record: which record a file is of, and how it is read. Works without the descriptions. */
#include "../parse/directories.h"

/*
 * A small program may define VMM_FILES_ONLY, and VMM_FILES_CGROUP for the files of the record `cgroup`. The files of the
 * other records are then refused.
 */
#ifndef VMM_FILES_ONLY
#define VMM_FILES_PROCESS
#define VMM_FILES_CGROUP
#define VMM_FILES_CGROUP_MEMORY
#define VMM_FILES_NET
#define VMM_FILES_DISK
#define VMM_FILES_SYSTEM
#define VMM_FILES_PROTOCOLS
#endif

/* The files of a record; NULL for a record that is not filled file by file. */
static const struct vmm_directory *directory_of(uint32_t record_id)
{
    switch (record_id) {
#ifdef VMM_FILES_PROCESS
    case VMM_RECORD_PROCESS:
        return &vmm_process_directory;
#endif
#ifdef VMM_FILES_CGROUP
    case VMM_RECORD_CGROUP:
        return &vmm_cgroup_directory;
#endif
#ifdef VMM_FILES_CGROUP_MEMORY
    case VMM_RECORD_CGROUP_MEMORY:
        return &vmm_cgroup_memory_directory;
#endif
#ifdef VMM_FILES_NET
    case VMM_RECORD_NET:
        return &vmm_net_directory;
#endif
#ifdef VMM_FILES_DISK
    case VMM_RECORD_DISK:
        return &vmm_disk_directory;
#endif
#ifdef VMM_FILES_SYSTEM
    case VMM_RECORD_SYSTEM:
        return &vmm_system_directory;
#endif
#ifdef VMM_FILES_PROTOCOLS
    case VMM_RECORD_PROTOCOLS:
        return &vmm_protocols_directory;
#endif
    default:
        return NULL;
    }
}

/* Reads a file into the first `size` bytes of its record, which has begun. */
static vmm_status read_begun(struct vmm_text *text, enum vmm_file file, const struct vmm_source *source, void *record,
                             size_t size)
{
    if (!source->has_reader)
        return vmm_read_file(text, source, record, size);
    switch ((unsigned)file) {
#ifdef VMM_FILES_PROCESS
    case VMM_FILE_PROCESS_STAT:
        return vmm_read_process_stat(text, record, size);
    case VMM_FILE_PROCESS_STATUS:
        return vmm_read_process_status(text, record, size);
    case VMM_FILE_PROCESS_SCHEDSTAT:
        return vmm_read_process_schedstat(text, record, size);
#endif
#ifdef VMM_FILES_CGROUP_MEMORY
    case VMM_FILE_CGROUP_MEMORY_STAT:
        return vmm_read_cgroup_memory_stat(text, record, size);
#endif
#ifdef VMM_FILES_DISK
    case VMM_FILE_DISK_STAT:
        return vmm_read_disk_stat(text, record, size);
    case VMM_FILE_DISK_INFLIGHT:
        return vmm_read_disk_inflight(text, record, size);
#endif
#ifdef VMM_FILES_NET
    case VMM_FILE_NET_SPEED:
        return vmm_read_net_speed(text, record, size);
#endif
#ifdef VMM_FILES_PROTOCOLS
    case VMM_FILE_PROTOCOLS_SNMP:
    case VMM_FILE_PROTOCOLS_NETSTAT:
    case VMM_FILE_PROTOCOLS_SOCKSTAT:
    case VMM_FILE_PROTOCOLS_SOCKSTAT6:
        return vmm_read_protocols(text, file, record, size);
#endif
    default:
        return vmm_read_file(text, source, record, size);
    }
}

vmm_status vmm_record_read(struct vmm_text *text, enum vmm_file file, void *record, size_t record_size)
{
    /* A file's id is the id of its record times 1000, plus its number among the record's files, from 1. */
    uint32_t record_id = (uint32_t)file / 1000, number = (uint32_t)file % 1000;
    const struct vmm_directory *directory = directory_of(record_id);
    uint64_t *first = (uint64_t *)record;

    /* The number 0 becomes the largest number here, so it is refused too. */
    if (!vmm_is_usable(text) || directory == NULL || number - 1 >= directory->count || record == NULL ||
        record_size < 2 * sizeof(uint64_t))
        return vmm_reject(text);
    if (first[0] == 0)
        vmm_record_init((enum vmm_record_id)record_id, record, record_size);
    else if (first[1] != record_id && first[1] != 0 && first[1] != VMM_UNKNOWN)
        return vmm_reject(text);
    first[0] = record_size < directory->bytes ? record_size : directory->bytes;
    first[1] = record_id;
    return read_begun(text, file, &directory->sources[number - 1], record, (size_t)first[0]);
}
