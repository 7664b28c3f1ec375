/* SPDX-License-Identifier: MIT */
/*
 * The readers of the records that are filled file by file. vmm_record_read() has checked the arguments: the file is one
 * of the record's own, and the record has begun; its first `size` bytes may be written.
 */
#ifndef VMM_READERS_H
#define VMM_READERS_H

#include "../record/tables.h"

vmm_status vmm_read_system(struct vmm_text *text, enum vmm_file file, void *out, size_t size);
vmm_status vmm_read_process(struct vmm_text *text, enum vmm_file file, void *out, size_t size);
vmm_status vmm_read_net(struct vmm_text *text, enum vmm_file file, void *out, size_t size);
vmm_status vmm_read_disk(struct vmm_text *text, enum vmm_file file, void *out, size_t size);
vmm_status vmm_read_cgroup(struct vmm_text *text, enum vmm_file file, void *out, size_t size);
vmm_status vmm_read_cgroup_memory(struct vmm_text *text, void *out, size_t size);

/* The number of a file among the files of its record, from 1; and the record of the file. */
static inline unsigned vmm_file_number(enum vmm_file file)
{
    return (unsigned)file % 1000;
}

static inline uint32_t vmm_record_of_file(enum vmm_file file)
{
    return (uint32_t)file / 1000;
}

#endif
