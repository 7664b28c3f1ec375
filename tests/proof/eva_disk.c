/* SPDX-License-Identifier: MIT */
/*
 * vmm_disk_next() and vmm_read_file() for the files of struct vmm_disk: any text into a whole record, and shorter text,
 * which can hold any row, into blocks of other sizes. Each file is a call of its own.
 *
 * Entries: vmm_disk_next vmm_read_disk_stat
 * Unroll: vmm_skip_blanks:60
 */
#include "eva.h"

#include "parse/directories.h"

static void next(int longest, size_t size)
{
    struct vmm_text text = any_text(0, longest);
    struct vmm_disk *row = size == 0 ? NULL : any_block(size);

    vmm_disk_next(&text, row, size);
    check_text(&text);
    free(row);
}

static void read(uint32_t id, int longest, size_t size)
{
    struct vmm_text text = any_text(0, longest);
    struct vmm_disk *out = any_block(size);

    if (id == VMM_FILE_DISK_STAT)
        vmm_read_disk_stat(&text, out, size);
    else
        vmm_read_file(&text, &vmm_disk_directory.sources[id % 1000 - 1], out, size);
    check_text(&text);
    free(out);
}

static void refuse(void)
{
    struct vmm_text unusable = unusable_text();
    struct vmm_disk out;

    vmm_disk_next(&unusable, &out, sizeof out);
    vmm_disk_next(NULL, &out, sizeof out);
}

int main(void)
{
    refuse();
    next(LONGEST, sizeof(struct vmm_disk));
    //@ loop unroll 1024;
    for (size_t size = 0; size <= LARGEST(struct vmm_disk); size += STEP)
        next(64, size);
    //@ loop unroll 16;
    for (uint32_t id = VMM_FILE_DISK_STAT; id <= VMM_FILE_DISK_UEVENT; id++) {
        read(id, id == VMM_FILE_DISK_STAT || id == VMM_FILE_DISK_UEVENT ? LONGEST : 64, sizeof(struct vmm_disk));
        //@ loop unroll 1024;
        for (size_t size = 16; size <= sizeof(struct vmm_disk); size += 20)
            read(id, 48, size);
    }
    return 0;
}
