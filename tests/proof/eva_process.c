/*
 * vmm_process_read(): each file, in a call of its own, from any text into a whole record; then shorter text into blocks of
 * other sizes: what is written depends on a member's offset and the size alone.
 *
 * Entries: vmm_process_read vmm_read_process_line
 * Unroll: find_key_near_end:200
 */
#include "eva.h"

static void read(uint32_t id, int longest, size_t size)
{
    struct vmm_text text = any_text(0, longest);
    struct vmm_process *out = size == 0 ? NULL : any_block(size);

    vmm_process_read(id, &text, out, size);
    check_text(&text);
    free(out);
}

static void refuse(void)
{
    struct vmm_text text = any_text(0, LONGEST), unusable = unusable_text();
    struct vmm_process out;

    vmm_process_read(VMM_FILE_PROCESS_STAT, &unusable, &out, sizeof out);
    vmm_process_read(VMM_FILE_PROCESS_STAT, NULL, &out, sizeof out);
    vmm_process_read(VMM_FILE_PROCESS_STAT, &text, NULL, sizeof out);
    vmm_process_read(0, &text, &out, sizeof out);
    vmm_process_read(Frama_C_unsigned_int_interval(VMM_FILE_PROCESS_SMAPS_ROLLUP + 1, UINT32_MAX), &text, &out,
                     sizeof out);
    check_text(&text);
}

int main(void)
{
    refuse();
    //@ loop unroll 8;
    for (uint32_t id = VMM_FILE_PROCESS_STAT; id <= VMM_FILE_PROCESS_SMAPS_ROLLUP; id++)
        read(id, LONGEST, sizeof(struct vmm_process));
    //@ loop unroll 8;
    for (uint32_t id = VMM_FILE_PROCESS_STAT; id <= VMM_FILE_PROCESS_SMAPS_ROLLUP; id++)
        //@ loop unroll 1024;
        for (size_t size = 0; size <= LARGEST(struct vmm_process); size += 148)
            read(id, 128, size);
    /* The name is longer than other members. */
    //@ loop unroll 16;
    for (size_t size = offsetof(struct vmm_process, comm); size <= offsetof(struct vmm_process, vcpu) + 8; size += 20)
        read(VMM_FILE_PROCESS_STAT, 128, size);
    return 0;
}
