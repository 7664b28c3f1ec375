/*
 * vmm_system_read(): both files, each in calls of its own, from any text into blocks of each size.
 *
 * Entries: vmm_system_read
 */
#include "eva.h"

static void read(uint32_t id, int longest, size_t size)
{
    struct vmm_text text = any_text(0, longest);
    struct vmm_system *out = size == 0 ? NULL : any_block(size);

    vmm_system_read(id, &text, out, size);
    check_text(&text);
    free(out);
}

static void refuse(void)
{
    struct vmm_text text = any_text(0, LONGEST), unusable = unusable_text();
    struct vmm_system out;

    vmm_system_read(VMM_FILE_SYSTEM_UPTIME, &unusable, &out, sizeof out);
    vmm_system_read(VMM_FILE_SYSTEM_UPTIME, NULL, &out, sizeof out);
    vmm_system_read(VMM_FILE_SYSTEM_UPTIME, &text, NULL, sizeof out);
    vmm_system_read(0, &text, &out, sizeof out);
    vmm_system_read(Frama_C_unsigned_int_interval(VMM_FILE_SYSTEM_UPTIME + 1, UINT32_MAX), &text, &out, sizeof out);
    check_text(&text);
}

int main(void)
{
    refuse();
    //@ loop unroll 4;
    for (uint32_t id = VMM_FILE_SYSTEM_LOADAVG; id <= VMM_FILE_SYSTEM_UPTIME; id++) {
        read(id, LONGEST, sizeof(struct vmm_system));
        //@ loop unroll 1024;
        for (size_t size = 0; size <= LARGEST(struct vmm_system); size += STEP)
            read(id, 64, size);
    }
    return 0;
}
