/* SPDX-License-Identifier: MIT */
/*
 * vmm_read_system(): both files, each in calls of its own, from any text into blocks of each size.
 *
 * Entries: vmm_read_system
 */
#include "eva.h"

vmm_status vmm_read_system(struct vmm_text *text, enum vmm_file file, void *out, size_t size);

static void read(uint32_t id, int longest, size_t size)
{
    struct vmm_text text = any_text(0, longest);
    struct vmm_system *out = any_block(size);

    vmm_read_system(&text, (enum vmm_file)id, out, size);
    check_text(&text);
    free(out);
}

int main(void)
{
    //@ loop unroll 4;
    for (uint32_t id = VMM_FILE_SYSTEM_LOADAVG; id <= VMM_FILE_SYSTEM_UPTIME; id++) {
        read(id, LONGEST, sizeof(struct vmm_system));
        //@ loop unroll 1024;
        for (size_t size = 16; size <= sizeof(struct vmm_system); size += STEP)
            read(id, 64, size);
    }
    return 0;
}
