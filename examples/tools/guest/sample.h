/* SPDX-License-Identifier: MIT */
/* What every line needs: CPU time, memory, and the room in file systems. */
#ifndef GUEST_SAMPLE_H
#define GUEST_SAMPLE_H

#include <stdbool.h>
#include <vmmetrics/vmmetrics.h>

#include "helper.h"
#include "options.h"
#include "rows.h"
#include "source.h"

struct filesystem {
    const char *path;
    /* The path without symbolic links, for the formats of collectors; "" where it is not known. */
    const char *real;
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
    struct vmm_stat stat;
    struct vmm_meminfo meminfo;
    struct vmm_memory_usage memory_usage;
    struct filesystem *filesystems;
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

/* The total row of all CPUs; NULL if there is no such row. */
const struct vmm_cpu *sample_total_cpu(const struct sample *sample);

/* What the CPU of a row did since the sample before; unknown without one, or where the two cannot be compared. */
struct vmm_cpu_usage sample_cpu_usage(const struct sample *sample, const struct vmm_cpu *row);

#endif
