/*
 * The statistics of a block device, as a line of /proc/diskstats and the file `stat` of its directory both have them.
 */
#ifndef VMM_DISK_H
#define VMM_DISK_H

#include "vmmetrics/disk.h"

/* Makes a device unknown. Returns how much of it may be written; 0 is VMM_E_ARGUMENT. */
size_t vmm_begin_disk(void *row, size_t row_size);

/*
 * Takes the statistics at p and the rest of the line into a whole record: 4 columns, or 11 and more. On errors what it
 * holds is for the caller to make unknown.
 */
vmm_status vmm_fill_disk(struct vmm_text *text, const char *p, struct vmm_disk *row);

#endif
