/* SPDX-License-Identifier: MIT */
/* Which block devices lie on others: from their names, and from the numbers of their drivers. */
#ifndef VMM_BLOCK_DEVICE_H
#define VMM_BLOCK_DEVICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "vmmetrics/base.h"

enum vmm_block {
    /* No other device counts its traffic. */
    VMM_BLOCK_LOWEST,
    /* Other devices count its traffic. */
    VMM_BLOCK_ON_OTHERS,
    /* Its traffic may go to a disk, to memory or to the network. */
    VMM_BLOCK_MAYBE,
    /* The row of its disk is there. */
    VMM_BLOCK_PART
};

/* Linux has 512 numbers for drivers of block devices. */
enum { VMM_MAJORS = 512 };

/* What /proc/devices says about the numbers of drivers: a bit for each. */
struct vmm_majors {
    uint64_t listed[VMM_MAJORS / 64];
    uint64_t on_others[VMM_MAJORS / 64];
    uint64_t maybe[VMM_MAJORS / 64];
};

/* NULL and a text that is not usable list nothing. */
void vmm_read_majors(const struct vmm_text *devices, struct vmm_majors *majors);

enum vmm_block vmm_block_of_major(const struct vmm_majors *majors, uint64_t major);

/* Of a name that ends in a NUL or after `bytes` bytes. */
enum vmm_block vmm_block_of_name(const struct vmm_majors *majors, const char *name, size_t bytes, uint64_t major);

/*
 * Which bytes of the name of a partition, or of a path of NVMe multipath, are not in the name of its disk: `1` of `sda1`,
 * and `c1` of `nvme0c1n1`.
 */
struct vmm_block_part {
    size_t length;
    size_t begin;
    size_t end;
};

/* Returns false if the name is not a name of a partition or of a path. It ends in a NUL or after `bytes` bytes. */
bool vmm_find_block_part(const char *name, size_t bytes, struct vmm_block_part *part);

/* Whether the disk is the one of the partition or path with this name. Both names may have as many bytes. */
bool vmm_is_block_part_of(const char *name, const struct vmm_block_part *part, const char *disk, size_t bytes);

#endif
