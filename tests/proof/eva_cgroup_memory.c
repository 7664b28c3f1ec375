/* SPDX-License-Identifier: MIT */
/*
 * vmm_read_cgroup_memory_stat(): as eva_meminfo.c, for the texts of both versions.
 *
 * Entries: vmm_read_cgroup_memory_stat
 */
#include "eva.h"

#include "parse/directories.h"

static void parse(int longest, size_t size)
{
    struct vmm_text text = any_text(0, longest);
    struct vmm_cgroup_memory *out = any_block(size);

    vmm_read_cgroup_memory_stat(&text, out, size);
    check_text(&text);
    free(out);
}

int main(void)
{
    parse(LONGEST, sizeof(struct vmm_cgroup_memory));
    //@ loop unroll 1024;
    for (size_t size = 16; size <= sizeof(struct vmm_cgroup_memory); size += 100)
        parse(64, size);
    return 0;
}
