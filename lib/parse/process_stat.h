/* The files of /proc/PID that are one line each. */
#ifndef VMM_PROCESS_STAT_H
#define VMM_PROCESS_STAT_H

#include "vmmetrics/process.h"

/* Reads stat, statm or schedstat into the first `size` bytes of a record. On errors the members it feeds are unknown. */
vmm_status vmm_read_process_line(uint32_t file_id, struct vmm_text *text, struct vmm_process *out, size_t size);

#endif
