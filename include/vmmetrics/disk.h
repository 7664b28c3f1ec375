/**
 * @file disk.h
 * Block devices.
 */
#ifndef VMMETRICS_DISK_H
#define VMMETRICS_DISK_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

/** A block device. */
struct vmm_disk {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** Major number. Count; identity. */
    uint64_t major;
};

/** A block device's traffic. */
struct vmm_disk_rate {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** Major number. Count; identity. */
    uint64_t major;
};

/** Reads one file of a block device. */
VMM_API vmm_status vmm_disk_read(uint32_t file_id, struct vmm_text *text, struct vmm_disk *out, size_t out_size);

/** Gives the next row of /proc/diskstats. */
VMM_API vmm_status vmm_disk_next(struct vmm_text *text, struct vmm_disk *row, size_t row_size);

/** What iostat shows. */
VMM_API vmm_status vmm_disk_rate_between(const struct vmm_disk *before, const struct vmm_disk *after,
                                         int64_t elapsed_ns, struct vmm_disk_rate *out, size_t out_size);

#ifdef __cplusplus
}
#endif

#endif
