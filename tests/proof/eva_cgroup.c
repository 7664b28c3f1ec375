/*
 * vmm_cgroup_read(): each file, in a call of its own, from any text into a whole record; then shorter text into blocks of
 * other sizes, for a file of each form: what is written depends on a member's offset and the size alone.
 *
 * Entries: vmm_cgroup_read
 * Elsewhere: take_hex vmm_take_hex hex_digit take_scaled vmm_load4 take_letter vmm_is_blank
 */
#include "eva.h"

static void read(uint32_t id, int longest, size_t size)
{
    struct vmm_text text = any_text(0, longest);
    struct vmm_cgroup *out = size == 0 ? NULL : any_block(size);

    vmm_cgroup_read(id, &text, out, size);
    check_text(&text);
    free(out);
}

static void refuse(void)
{
    struct vmm_text text = any_text(0, LONGEST), unusable = unusable_text();
    struct vmm_cgroup out;

    vmm_cgroup_read(VMM_FILE_CGROUP_CPU_STAT, &unusable, &out, sizeof out);
    vmm_cgroup_read(VMM_FILE_CGROUP_CPU_STAT, NULL, &out, sizeof out);
    vmm_cgroup_read(VMM_FILE_CGROUP_CPU_STAT, &text, NULL, sizeof out);
    vmm_cgroup_read(0, &text, &out, sizeof out);
    vmm_cgroup_read(Frama_C_unsigned_int_interval(VMM_FILE_CGROUP_CPUSET_EFFECTIVE_MEMS + 1, UINT32_MAX), &text, &out,
                    sizeof out);
    check_text(&text);
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

    refuse();
    //@ loop unroll 128;
    for (uint32_t id = 1; id <= VMM_FILE_CGROUP_CPUSET_EFFECTIVE_MEMS; id++)
        read(id, is_of_lines(id) ? LONGEST : 64, sizeof(struct vmm_cgroup));
    //@ loop unroll 16;
    for (unsigned i = 0; i < sizeof some / sizeof *some; i++)
        //@ loop unroll 1024;
        for (size_t size = 0; size <= LARGEST(struct vmm_cgroup); size += 100)
            read(some[i], 48, size);
    return 0;
}
