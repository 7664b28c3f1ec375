/* SPDX-License-Identifier: MIT */
/**
 * @file rows.h
 * The growth of a sum over rows: all disks of a machine, all devices of a cgroup, all TAPs of a VM.
 *
 * @ingroup record
 */
#ifndef VMMETRICS_ROWS_H
#define VMMETRICS_ROWS_H

#include "record.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Sample of rows: an array of records of one type. */
struct vmm_rows {
    /** First record. NULL if there is no sample; a sample without rows has an address and a `count` of 0. */
    const void *rows;
    /** Number of records. */
    size_t count;
    /** Size of the record's struct as the caller compiled it. */
    size_t row_size;
};

/**
 * Computes the growth of the sum of rows between two samples: the sum of the growths of the rows. Rows are matched by
 * their identities; the difference of two sums would be wrong when a row comes or goes. In the result, each counter is
 * the growth of the sum, and each other member is unknown.
 *
 * Two rows match if all identities are equal. An identity that is known in only one of the rows is different. A row
 * without a known counter counts as missing: io.stat prints devices without traffic in this way. The cases are:
 *
 * - a row in both samples: its growth is added
 * - a counter of the row fell: ::VMM_RESET
 * - a row only in the earlier sample, or twice in one sample: ::VMM_RESET
 * - a row only in the later sample: ::VMM_RESET, unless all its counters are 0; they add 0
 * - a counter of the row is unknown in one of the samples: the sum of this counter is unknown
 *
 * After ::VMM_RESET keep the earlier sample for one more comparison. If the later sample was damaged (a row was missing
 * or had a smaller number), the next sample matches the earlier one, and nothing is lost. If the next comparison is
 * ::VMM_RESET too, take its later sample as the new earlier one. If the counters of a row may restart without another
 * identity, compare the next sample with the sample that gave ::VMM_RESET, too. If both comparisons give a growth
 * although a counter fell in between, the counter rose above its earlier value, and neither growth is certain. The loop
 * without this comparison:
 *
 * @code
 * status = vmm_rows_growth(VMM_RECORD_DISK, &before, &after, NULL, &growth, sizeof growth);
 * if (status == VMM_RESET && !was_reset) {
 *     was_reset = 1;
 * } else {
 *     was_reset = 0;
 *     before = after;
 * }
 * @endcode
 *
 * A block device that lies on others is counted by the others as well. So the rows of struct vmm_disk and struct
 * vmm_cgroup_io are of four kinds. The kind follows from the member `lies_on_others` if the caller sets it, otherwise
 * from the name, from the driver in /proc/devices, or from the fixed number of the driver:
 *
 * - lowest (disks, `rbd`, `ram`, `zram`; `lies_on_others` is 0): added
 * - part (a partition, or a path of NVMe multipath such as `nvme0c1n1`): left out if the row of its disk is there,
 *   otherwise the same as a disk
 * - on others (`dm`, `md`, `bcache`, `zd`; `lies_on_others` is 1): left out if there is a lowest row
 * - maybe on others (`loop`, `nbd`, `drbd`, `ublkb`; without /proc/devices also the numbers 240 to 254 and 260 and
 *   more): the sum is unknown if this row grew and there is a lowest row
 *
 * Without a lowest row the sum is the growth of the only row that grew, and unknown if several rows grew. The row of a
 * cgroup's unknown device is left out: it is a path of NVMe multipath or a removed disk.
 *
 * Linux mostly gives device mapper, virtio disks and zram a number from 240 to 254, and the number says nothing about
 * the driver. So pass /proc/devices for rows of struct vmm_cgroup_io. If the caller chose the rows, such as the disks
 * of one VM, set `lies_on_others` to 0 in all of them.
 *
 * The time is proportional to the number of rows if both samples have the same order, and partitions follow their disk.
 * Otherwise it grows with the square of the number.
 *
 * @param record_id type of the rows
 * @param before    the earlier sample; NULL, or a sample whose `rows` is NULL, if there is none
 * @param after     the later sample
 * @param devices   all of /proc/devices, or NULL; its `pos` stays where it is
 * @param out       receives the growth, in a record of the same type; must not be one of the rows
 * @param out_size  size of `out` in bytes
 * @retval VMM_OK         `out` is filled
 * @retval VMM_FIRST      no earlier sample
 * @retval VMM_RESET      the sum has a part that cannot be known; see above
 * @retval VMM_E_EMPTY    no counter of a row can be compared, as in two samples without rows
 * @retval VMM_E_ARGUMENT `record_id` is unknown; `after`, its `rows` or `out` is NULL; `out_size` is below 16; the
 *                        `row_size` of a sample is below 16 or no multiple of 8; or a row is of another type
 */
VMM_API vmm_status vmm_rows_growth(enum vmm_record_id record_id, const struct vmm_rows *before,
                                   const struct vmm_rows *after, const struct vmm_text *devices, void *out,
                                   size_t out_size);

#ifdef __cplusplus
}
#endif

#endif
