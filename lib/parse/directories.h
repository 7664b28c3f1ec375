/* SPDX-License-Identifier: MIT */
/* The files of the records that are filled file by file. */
#ifndef VMM_DIRECTORIES_H
#define VMM_DIRECTORIES_H

#include "../record/tables.h"
#include "vmmetrics/file.h"

extern const struct vmm_directory vmm_cgroup_memory_directory;
extern const struct vmm_directory vmm_cgroup_directory;
extern const struct vmm_directory vmm_process_directory;
extern const struct vmm_directory vmm_net_directory;
extern const struct vmm_directory vmm_disk_directory;
extern const struct vmm_directory vmm_system_directory;
extern const struct vmm_directory vmm_protocols_directory;

/*
 * The files that need more than a table. Each function reads one into the first `size` bytes of a record, which has begun. On
 * errors the members of the file are unknown.
 */
vmm_status vmm_read_cgroup_memory_stat(struct vmm_text *text, void *out, size_t size);
vmm_status vmm_read_process_stat(struct vmm_text *text, void *record, size_t size);
vmm_status vmm_read_process_status(struct vmm_text *text, void *record, size_t size);
vmm_status vmm_read_process_schedstat(struct vmm_text *text, void *out, size_t size);
vmm_status vmm_read_net_speed(struct vmm_text *text, void *out, size_t size);
vmm_status vmm_read_protocols(struct vmm_text *text, enum vmm_file file, void *out, size_t size);
vmm_status vmm_read_disk_stat(struct vmm_text *text, void *out, size_t size);
vmm_status vmm_read_disk_inflight(struct vmm_text *text, void *out, size_t size);

#endif
