/* SPDX-License-Identifier: MIT */
/* What every line needs: CPU time, memory, and the room in file systems. */
#ifndef GUEST_SAMPLE_H
#define GUEST_SAMPLE_H

#include <stdbool.h>
#include <vmmetrics/vmmetrics.h>

#include "cgroups.h"
#include "helper.h"
#include "options.h"
#include "rows.h"
#include "source.h"

struct filesystem {
    const char *path;
    /* The path without symbolic links, for the formats of collectors; "" where it is not known. */
    const char *real;
    /* Why it could not be asked: an errno; 0 if it could. */
    int error;
    bool complained;
    struct vmm_filesystem record;
    struct vmm_filesystem_usage usage;
};

struct sample {
    struct source stat_file;
    struct source meminfo_file;
    /* Rows of CPUs, the total row among them. */
    struct rows cpus_before;
    struct rows cpus;
    /* When the reading of the file began, by CLOCK_MONOTONIC, and the longest time that the rows may count together. */
    int64_t stat_ns;
    int64_t cpus_elapsed_ns;
    /* Whether a row could not be read, now and in the sample before. */
    bool has_bad_cpu;
    bool had_bad_cpu;
    struct vmm_stat stat;
    struct vmm_meminfo meminfo;
    struct vmm_memory_usage memory_usage;
    struct filesystem *filesystems;
    struct guest_cgroup *cgroups;
};

/* Nothing is read yet. */
void sample_init(struct sample *sample, const struct options *options);

/* What the next sample is measured from, and what may take longer. */
void sample_take_counters(struct sample *sample, const struct options *options);
void sample_take_rest(struct sample *sample, const struct options *options);

/* This sample becomes the previous sample. */
void sample_keep(struct sample *sample);

/* How many CPUs have rows of their own. */
uint64_t sample_cpus(const struct sample *sample);

/*
 * What all CPUs together did since the sample before: the sum of what each CPU gained, not the growth of the total row,
 * which jumps when a CPU goes offline. Unknown without a sample before, where no CPU can be compared, and where a row could
 * not be read.
 */
struct vmm_cpu_usage sample_usage(const struct sample *sample);

/* The same for the CPU of a row; for the total row it is the usage of all CPUs. */
struct vmm_cpu_usage sample_cpu_usage(const struct sample *sample, const struct vmm_cpu *row);

#endif
