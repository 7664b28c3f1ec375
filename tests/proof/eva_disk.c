/*
 * vmm_disk_next() and vmm_disk_read(): any text into a whole record, and shorter text, which can hold any row, into blocks
 * of other sizes. Each file is a call of its own.
 *
 * Entries: vmm_disk_next vmm_disk_read
 */
#include "eva.h"

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
    struct vmm_disk *out = size == 0 ? NULL : any_block(size);

    vmm_disk_read(id, &text, out, size);
    check_text(&text);
    free(out);
}

static void refuse(void)
{
    struct vmm_text text = any_text(0, LONGEST), unusable = unusable_text();
    struct vmm_disk out;

    vmm_disk_next(&unusable, &out, sizeof out);
    vmm_disk_next(NULL, &out, sizeof out);
    vmm_disk_read(VMM_FILE_DISK_STAT, &unusable, &out, sizeof out);
    vmm_disk_read(VMM_FILE_DISK_STAT, NULL, &out, sizeof out);
    vmm_disk_read(VMM_FILE_DISK_STAT, &text, NULL, sizeof out);
    vmm_disk_read(VMM_FILE_DISK_SIZE, &unusable, &out, sizeof out);
    vmm_disk_read(VMM_FILE_DISK_SIZE, NULL, &out, sizeof out);
    vmm_disk_read(0, &text, &out, sizeof out);
    vmm_disk_read(Frama_C_unsigned_int_interval(VMM_FILE_DISK_UEVENT + 1, UINT32_MAX), &text, &out, sizeof out);
    check_text(&text);
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
        for (size_t size = 4; size <= LARGEST(struct vmm_disk); size += 20)
            read(id, 48, size);
        read(id, 48, 0);
    }
    return 0;
}
