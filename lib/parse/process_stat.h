/* SPDX-License-Identifier: MIT */
/* /proc/PID/stat, a line with a name in it. */
#ifndef VMM_PROCESS_STAT_H
#define VMM_PROCESS_STAT_H

#include "vmmetrics/process.h"

/* One of VMM_PROCESS_STATE_* for the letter of the kernel; unknown for another letter. */
uint64_t vmm_process_state_of(uint64_t letter);

#endif
