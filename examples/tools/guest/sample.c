/* SPDX-License-Identifier: MIT */
#define _POSIX_C_SOURCE 200809L
#include "sample.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../common/clock.h"
#include "../common/message.h"

void sample_init(struct sample *sample, const struct options *options)
{
    source_init(&sample->stat_file, &options->roots, "stat", false);
    source_init(&sample->meminfo_file, &options->roots, "meminfo", false);
    sample->cpus.row_bytes = sizeof(struct vmm_cpu);
    sample->cpus_before.row_bytes = sizeof(struct vmm_cpu);
    sample->cgroups = cgroups_of(options);
    sample->filesystems = calloc(options->path_count, sizeof *sample->filesystems);
    if (sample->filesystems == NULL)
        fail("paths", strerror(ENOMEM));
    for (size_t i = 0; i < options->path_count; i++)
        sample->filesystems[i].path = options->paths[i];
}

void sample_take_counters(struct sample *sample, const struct options *options)
{
    int64_t before_ns = sample->stat_ns;
    struct vmm_text text;
    struct vmm_cpu row;
    vmm_status status;

    sample->cpus.count = 0;
    sample->has_bad_cpu = false;
    vmm_record_init(VMM_RECORD_STAT, &sample->stat, sizeof sample->stat);
    sample->stat_ns = now_ns();
    if (!source_read(&sample->stat_file, &text))
        return;
    /* From the start of the one reading to the end of the other: no CPU can gain more, also if a reading takes long. */
    sample->cpus_elapsed_ns = now_ns() - before_ns;
    while ((status = vmm_cpu_next(&text, &row, sizeof row)) != VMM_END) {
        source_check(&sample->stat_file, status);
        if (status == VMM_OK)
            rows_add(&sample->cpus, &row);
        else
            sample->has_bad_cpu = true;
    }
    if (records_have(&options->records, RECORD_STAT))
        source_check(&sample->stat_file, vmm_stat_parse(&text, &sample->stat, sizeof sample->stat));
}

static void take_memory(struct sample *sample)
{
    struct vmm_text text;

    vmm_record_init(VMM_RECORD_MEMINFO, &sample->meminfo, sizeof sample->meminfo);
    if (source_read(&sample->meminfo_file, &text))
        source_check(&sample->meminfo_file, vmm_meminfo_parse(&text, &sample->meminfo, sizeof sample->meminfo));
    /* Without any known member in the record there is no usage. */
    vmm_memory_usage_of(&sample->meminfo, &sample->memory_usage, sizeof sample->memory_usage);
}

static const char *error_text(int error)
{
    if (error == ETIMEDOUT)
        return "the file system does not answer";
    if (error == EBUSY)
        return "not asked, since too many other file systems do not answer";
    return strerror(error);
}

static void take_filesystems(struct sample *sample, const struct options *options)
{
    helper_ask(options);
    for (size_t i = 0; i < options->path_count; i++) {
        struct filesystem *filesystem = &sample->filesystems[i];
        const struct answer *answer;
        int error = helper_answer(i, &answer);

        filesystem->error = error;
        if (error == 0) {
            filesystem->record = answer->record;
            filesystem->real = answer->real;
        } else {
            vmm_record_init(VMM_RECORD_FILESYSTEM, &filesystem->record, sizeof filesystem->record);
            filesystem->real = "";
            complain(filesystem->path, &filesystem->complained, error_text(error));
        }
        vmm_filesystem_usage_of(&filesystem->record, &filesystem->usage, sizeof filesystem->usage);
    }
}

void sample_take_rest(struct sample *sample, const struct options *options)
{
    cgroups_take(sample->cgroups, options);
    take_memory(sample);
    take_filesystems(sample, options);
}

void sample_keep(struct sample *sample)
{
    rows_keep(&sample->cpus_before, &sample->cpus);
    sample->had_bad_cpu = sample->has_bad_cpu;
}

static struct vmm_cpu_usage usage_between(const struct sample *sample, const struct vmm_cpus *before,
                                          const struct vmm_cpus *after)
{
    const struct vmm_interval interval = {sample->cpus_elapsed_ns, (uint64_t)sysconf(_SC_CLK_TCK)};
    struct vmm_cpu_usage usage;

    vmm_cpus_usage_between(before, after, &interval, &usage, sizeof usage);
    return usage;
}

struct vmm_cpu_usage sample_usage(const struct sample *sample)
{
    const struct rows *old = &sample->cpus_before, *now = &sample->cpus;
    const struct vmm_cpus before = {old->rows, old->count, old->row_bytes};
    const struct vmm_cpus after = {now->rows, now->count, now->row_bytes};
    struct vmm_cpu_usage usage;

    /* The row that could not be read is a CPU's: a part of the sum is missing. */
    if (sample->has_bad_cpu || sample->had_bad_cpu) {
        vmm_record_init(VMM_RECORD_CPU_USAGE, &usage, sizeof usage);
        return usage;
    }
    usage = usage_between(sample, &before, &after);
    usage.id = VMM_UNKNOWN;
    return usage;
}

struct vmm_cpu_usage sample_cpu_usage(const struct sample *sample, const struct vmm_cpu *row)
{
    size_t index = (size_t)(row - (const struct vmm_cpu *)sample->cpus.rows);
    const struct vmm_cpu *old = rows_find(&sample->cpus_before, row, index);
    const struct vmm_cpus before = {old, old == NULL ? 0 : 1, sizeof *old}, after = {row, 1, sizeof *row};
    struct vmm_cpu_usage usage;

    if (!vmm_is_known(row->id))
        return sample_usage(sample);
    usage = usage_between(sample, &before, &after);
    usage.id = row->id;
    return usage;
}

uint64_t sample_cpus(const struct sample *sample)
{
    uint64_t count = 0, highest = 0;

    for (size_t i = 0; i < sample->cpus.count; i++) {
        const struct vmm_cpu *row = rows_at(&sample->cpus, i);
        size_t earlier = i;

        if (!vmm_is_known(row->id))
            continue;
        /* The kernel prints the numbers in ascending order. Where a file does not, a row may repeat one. */
        if (count == 0 || row->id > highest)
            highest = row->id;
        else
            earlier = (size_t)((const struct vmm_cpu *)rows_find(&sample->cpus, row, 0) -
                               (const struct vmm_cpu *)sample->cpus.rows);
        count += earlier == i ? 1 : 0;
    }
    return count == 0 ? VMM_UNKNOWN : count;
}
