/* SPDX-License-Identifier: MIT */
/*
 * vmm_read_file() for the files of struct vmm_process: each file, in a call of its own, from any text into a whole record;
 * then shorter text into blocks of other sizes: what is written depends on a member's offset and the size alone.
 *
 * Entries: vmm_read_process_status vmm_read_process_stat take_last
 * Elsewhere: take_only_value vmm_read_only_value take_usual_only_value vmm_store vmm_skip_blanks
 * Unroll: find_key_near_end:200 vmm_take_values:32
 */
#include "eva.h"

#include "parse/directories.h"

static void read(uint32_t id, int longest, size_t size)
{
    struct vmm_text text = any_text(0, longest);
    struct vmm_process *out = any_block(size);

    if (id == VMM_FILE_PROCESS_STAT)
        vmm_read_process_stat(&text, out, size);
    else if (id == VMM_FILE_PROCESS_STATUS)
        vmm_read_process_status(&text, out, size);
    else
        vmm_read_file(&text, &vmm_process_directory.sources[id % 1000 - 1], out, size);
    check_text(&text);
    free(out);
}

int main(void)
{
    //@ loop unroll 8;
    for (uint32_t id = VMM_FILE_PROCESS_STAT; id <= VMM_FILE_PROCESS_SMAPS_ROLLUP; id++)
        read(id, LONGEST, sizeof(struct vmm_process));
    //@ loop unroll 8;
    for (uint32_t id = VMM_FILE_PROCESS_STAT; id <= VMM_FILE_PROCESS_SMAPS_ROLLUP; id++)
        //@ loop unroll 1024;
        for (size_t size = 16; size <= sizeof(struct vmm_process); size += 148)
            read(id, 128, size);
    /* The name is longer than other members. */
    //@ loop unroll 16;
    for (size_t size = offsetof(struct vmm_process, comm); size <= offsetof(struct vmm_process, vcpu) + 8; size += 20)
        read(VMM_FILE_PROCESS_STAT, 128, size);
    return 0;
}
