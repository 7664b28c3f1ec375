/* SPDX-License-Identifier: MIT */
/* /proc/PID/stat, a line with a name in it. */
#ifndef VMM_PROCESS_STAT_H
#define VMM_PROCESS_STAT_H

#include "vmmetrics/process.h"

/* One of VMM_PROCESS_STATE_* for the letter of the kernel; unknown for another letter. */
uint64_t vmm_process_state_of(uint64_t letter);

/* Reads stat into the first `size` bytes of a record. On errors the members that it feeds are unknown. */
vmm_status vmm_read_process_stat(struct vmm_text *text, struct vmm_process *out, size_t size);

#endif
