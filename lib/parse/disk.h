/* SPDX-License-Identifier: MIT */
/*
 * The statistics of a block device, as a line of /proc/diskstats and the file `stat` of its directory both have them.
 */
#ifndef VMM_DISK_H
#define VMM_DISK_H

#include "../record/tables.h"
#include "vmmetrics/disk.h"

extern const struct vmm_line vmm_disk_line;

/*
 * Takes the statistics at p and the rest of the line, 4 columns or 11 and more, into a record whose first `size` bytes
 * may be written. On errors any of their members may be set.
 */
vmm_status vmm_take_disk(struct vmm_text *text, const char *p, void *row, size_t size);

/*
 * Makes a number of requests unknown if it is below zero: the kernel has it in 32 bits, and may print a negative number
 * without its sign.
 */
static inline void vmm_forget_requests_below_zero(void *row, size_t size, size_t offset)
{
    if (vmm_stored(row, size, offset) > INT32_MAX)
        vmm_store(row, size, offset, VMM_UNKNOWN);
}

#endif
