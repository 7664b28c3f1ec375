/* SPDX-License-Identifier: MIT */
/*
 * vmm_cgroup_io_next(): any text into a whole record, for each file, and shorter text, which can hold any row, into blocks
 * of other sizes, for a file of each kind: what is read does not depend on the size, and what is written depends on a
 * member's offset and the size alone.
 *
 * Entries: vmm_cgroup_io_next
 * Split: vmm_begin_row:0 vmm_begin_next:0
 */
#include "eva.h"

static void next(uint32_t file_id, int longest, size_t size)
{
    struct vmm_text text = any_text(0, longest);
    struct vmm_cgroup_io *row = size == 0 ? NULL : any_block(size);

    vmm_cgroup_io_next(&text, (enum vmm_file)file_id, row, size);
    check_text(&text);
    free(row);
}

static void refuse(void)
{
    struct vmm_text text = unusable_text();
    struct vmm_cgroup_io row;

    vmm_cgroup_io_next(&text, (enum vmm_file)Frama_C_unsigned_int_interval(0, UINT32_MAX), &row, sizeof row);
    vmm_cgroup_io_next(NULL, VMM_FILE_CGROUP_IO_STAT, &row, sizeof row);
    text = any_text(0, LONGEST);
    vmm_cgroup_io_next(
        &text,
        (enum vmm_file)Frama_C_unsigned_int_interval(VMM_FILE_CGROUP_BLKIO_THROTTLE_WRITE_IOPS_DEVICE + 1, UINT32_MAX),
        &row, sizeof row);
    text = any_text(0, LONGEST);
    vmm_cgroup_io_next(&text, (enum vmm_file)Frama_C_unsigned_int_interval(0, VMM_FILE_CGROUP_IO_STAT - 1), &row,
                       sizeof row);
}

int main(void)
{
    refuse();
    //@ loop unroll 16;
    for (uint32_t file_id = VMM_FILE_CGROUP_IO_STAT; file_id <= VMM_FILE_CGROUP_BLKIO_THROTTLE_WRITE_IOPS_DEVICE;
         file_id++)
        next(file_id, LONGEST, sizeof(struct vmm_cgroup_io));
    //@ loop unroll 1024;
    for (size_t size = 0; size <= LARGEST(struct vmm_cgroup_io); size += 12) {
        next(VMM_FILE_CGROUP_IO_STAT, 64, size);
        next(VMM_FILE_CGROUP_IO_MAX, 64, size);
        next(VMM_FILE_CGROUP_BLKIO_THROTTLE_IO_SERVICE_BYTES, 64, size);
        next(VMM_FILE_CGROUP_BLKIO_THROTTLE_WRITE_IOPS_DEVICE, 64, size);
    }
    return 0;
}
