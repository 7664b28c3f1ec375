/* SPDX-License-Identifier: MIT */
/* The library's way: its functions, and nothing else. */
#include "readers.h"

static void *row_at(const struct output *output, size_t index)
{
    return output->rows + index * output->stride;
}

static size_t read_cpus(struct vmm_text *text, const struct output *output)
{
    size_t count = 0;

    while (vmm_cpu_next(text, row_at(output, count), sizeof(struct vmm_cpu)) == VMM_OK)
        count++;
    return count;
}

size_t library_stat(const char *bytes, size_t length, const struct output *output)
{
    struct vmm_text text = vmm_text_of(bytes, length);
    size_t count = read_cpus(&text, output);

    return count + (vmm_stat_parse(&text, output->record, sizeof(struct vmm_stat)) == VMM_OK);
}

size_t library_cpu_total(const char *bytes, size_t length, const struct output *output)
{
    struct vmm_text text = vmm_text_of(bytes, length);

    return vmm_cpu_next(&text, output->record, sizeof(struct vmm_cpu)) == VMM_OK;
}

size_t library_meminfo(const char *bytes, size_t length, const struct output *output)
{
    struct vmm_text text = vmm_text_of(bytes, length);

    return vmm_meminfo_parse(&text, output->record, sizeof(struct vmm_meminfo)) == VMM_OK;
}

size_t library_memory_stat(const char *bytes, size_t length, const struct output *output)
{
    struct vmm_text text = vmm_text_of(bytes, length);

    return vmm_record_read(&text, VMM_FILE_CGROUP_MEMORY_STAT, output->record, sizeof(struct vmm_cgroup_memory)) ==
           VMM_OK;
}

size_t library_vmstat(const char *bytes, size_t length, const struct output *output)
{
    struct vmm_text text = vmm_text_of(bytes, length);

    return vmm_vmstat_parse(&text, output->record, sizeof(struct vmm_vmstat)) == VMM_OK;
}

size_t library_process_stat(const char *bytes, size_t length, const struct output *output)
{
    struct vmm_text text = vmm_text_of(bytes, length);

    return vmm_record_read(&text, VMM_FILE_PROCESS_STAT, output->record, sizeof(struct vmm_process)) == VMM_OK;
}

size_t library_net_dev(const char *bytes, size_t length, const struct output *output)
{
    struct vmm_text text = vmm_text_of(bytes, length);
    size_t count = 0;

    while (vmm_net_next(&text, row_at(output, count), sizeof(struct vmm_net)) == VMM_OK)
        count++;
    return count;
}

size_t library_diskstats(const char *bytes, size_t length, const struct output *output)
{
    struct vmm_text text = vmm_text_of(bytes, length);
    size_t count = 0;

    while (vmm_disk_next(&text, row_at(output, count), sizeof(struct vmm_disk)) == VMM_OK)
        count++;
    return count;
}

size_t library_pressure(const char *bytes, size_t length, const struct output *output)
{
    struct vmm_text text = vmm_text_of(bytes, length);

    return vmm_pressure_parse(&text, output->record, sizeof(struct vmm_pressure)) == VMM_OK;
}

size_t library_io_stat(const char *bytes, size_t length, const struct output *output)
{
    struct vmm_text text = vmm_text_of(bytes, length);
    size_t count = 0;

    while (vmm_cgroup_io_next(&text, VMM_FILE_CGROUP_IO_STAT, row_at(output, count), sizeof(struct vmm_cgroup_io)) ==
           VMM_OK)
        count++;
    return count;
}

size_t library_mountinfo(const char *bytes, size_t length, const struct output *output)
{
    struct vmm_text text = vmm_text_of(bytes, length);
    size_t count = 0;

    while (vmm_mount_next(&text, row_at(output, count), sizeof(struct vmm_mount)) == VMM_OK)
        count++;
    return count;
}
