/* SPDX-License-Identifier: MIT */
/*
 * vmm_read_file() for the files of struct vmm_cgroup: each file, in a call of its own, from any text into a whole record;
 * then shorter text into blocks of other sizes, for a file of each form: what is written depends on a member's offset and the size alone.
 *
 * Entries: vmm_read_only_value vmm_read_line vmm_read_keys
 * Unroll: vmm_skip_blanks:60
 * Elsewhere: take_last vmm_skip_blanks vmm_after_word take_hex vmm_take_hex hex_digit take_scaled vmm_load4 take_letter vmm_is_blank
 * Elsewhere: take_ones_limit take_address vmm_bits_of vmm_load8 vmm_ends_value vmm_scaled vmm_shifted
 */
#include "eva.h"

#include "parse/directories.h"

static void read(uint32_t id, int longest, size_t size)
{
    struct vmm_text text = any_text(0, longest);
    struct vmm_cgroup *out = any_block(size);

    vmm_read_file(&text, &vmm_cgroup_directory.sources[id % 1000 - 1], out, size);
    check_text(&text);
    free(out);
}

static int is_of_lines(uint32_t id)
{
    switch (id) {
    case VMM_FILE_CGROUP_CPU_STAT:
    case VMM_FILE_CGROUP_CPU_STAT_LOCAL:
    case VMM_FILE_CGROUP_MEMORY_EVENTS:
    case VMM_FILE_CGROUP_MEMORY_EVENTS_LOCAL:
    case VMM_FILE_CGROUP_MEMORY_SWAP_EVENTS:
    case VMM_FILE_CGROUP_PIDS_EVENTS:
    case VMM_FILE_CGROUP_PIDS_EVENTS_LOCAL:
    case VMM_FILE_CGROUP_CGROUP_STAT:
    case VMM_FILE_CGROUP_CGROUP_STAT_LOCAL:
    case VMM_FILE_CGROUP_CGROUP_EVENTS:
    case VMM_FILE_CGROUP_CPUACCT_STAT:
    case VMM_FILE_CGROUP_MEMORY_OOM_CONTROL:
    case VMM_FILE_CGROUP_HUGETLB_2MB_EVENTS:
    case VMM_FILE_CGROUP_HUGETLB_2MB_EVENTS_LOCAL:
    case VMM_FILE_CGROUP_HUGETLB_1GB_EVENTS:
    case VMM_FILE_CGROUP_HUGETLB_1GB_EVENTS_LOCAL:
        return 1;
    default:
        return 0;
    }
}

int main(void)
{
    static const uint32_t some[] = {VMM_FILE_CGROUP_CPU_STAT,
                                    VMM_FILE_CGROUP_CPU_MAX,
                                    VMM_FILE_CGROUP_CPU_WEIGHT_NICE,
                                    VMM_FILE_CGROUP_CGROUP_TYPE,
                                    VMM_FILE_CGROUP_CPUSET_EFFECTIVE_MEMS,
                                    VMM_FILE_CGROUP_MEMORY_OOM_CONTROL};

    //@ loop unroll 128;
    for (uint32_t id = VMM_FILE_CGROUP_CPU_STAT; id <= VMM_FILE_CGROUP_CPUSET_MEMS; id++)
        read(id, is_of_lines(id) ? LONGEST : 64, sizeof(struct vmm_cgroup));
    //@ loop unroll 16;
    for (unsigned i = 0; i < sizeof some / sizeof *some; i++)
        //@ loop unroll 1024;
        for (size_t size = 16; size <= sizeof(struct vmm_cgroup); size += 100)
            read(some[i], 48, size);
    return 0;
}
