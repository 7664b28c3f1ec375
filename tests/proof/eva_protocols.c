/* SPDX-License-Identifier: MIT */
/*
 * vmm_read_protocols() and vmm_read_keys() for the files of struct vmm_protocols: each file, from any text into blocks of
 * each size.
 *
 * Entries: vmm_read_protocols vmm_read_sections
 * Elsewhere: vmm_begins_with_short_key
 */
#include "eva.h"

#include "parse/directories.h"

static void read(uint32_t id, int longest, size_t size)
{
    struct vmm_text text = any_text(0, longest);
    struct vmm_protocols *out = any_block(size);

    if (id == VMM_FILE_PROTOCOLS_SNMP6)
        vmm_read_keys(&text, vmm_protocols_directory.sources[id % 1000 - 1].keys, out, size);
    else
        vmm_read_protocols(&text, (enum vmm_file)id, out, size);
    check_text(&text);
    free(out);
}

int main(void)
{
    //@ loop unroll 8;
    for (uint32_t id = VMM_FILE_PROTOCOLS_SNMP; id <= VMM_FILE_PROTOCOLS_SOCKSTAT6; id++) {
        read(id, LONGEST, sizeof(struct vmm_protocols));
        //@ loop unroll 1024;
        for (size_t size = 16; size <= sizeof(struct vmm_protocols); size += 4 * STEP)
            read(id, 64, size);
    }
    return 0;
}
