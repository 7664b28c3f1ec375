/* SPDX-License-Identifier: MIT */
/*
 * What --full and --records add: what libvmmetrics reads and computes of this machine, each record under its own name. The
 * formats of collectors are made of the same. A program without VMM_FORMATS has nothing of it.
 */
#ifndef GUEST_FULL_H
#define GUEST_FULL_H

#include "../../common/json.h"
#include "../options.h"
#include "../rows.h"
#include "../sample.h"
#include "../source.h"
#include "processes.h"
#include "sockets.h"

/* A file that is printed row by row, and what each of its things did since the sample before. */
struct row_file {
    struct source source;
    /* What is read now is known only where the file could be read: no rows is something else. */
    bool known;
    struct rows before;
    struct rows now;
    /* Interfaces only: a reading that may have to be done again. */
    struct rows again;
};

enum pressure_file { PRESSURE_CPU, PRESSURE_MEMORY, PRESSURE_IO, PRESSURE_IRQ, PRESSURE_FILES };

struct full {
    const struct options *options;
    struct row_file net;
    struct row_file disk;
    struct source pressure_files[PRESSURE_FILES];
    struct vmm_pressure pressure_before[PRESSURE_FILES];
    struct vmm_pressure pressure[PRESSURE_FILES];
    /* When the three were read, and when they were read before; CLOCK_MONOTONIC, 0 if not yet. */
    int64_t before_ns;
    int64_t now_ns;
    struct source vmstat_file;
    struct vmm_vmstat vmstat;
    struct source loadavg_file;
    struct source uptime_file;
    struct vmm_system system;
    struct processes processes;
    struct sockets sockets;
};

#ifdef VMM_FORMATS

/* The options stay where they are. */
void full_init(struct full *full, const struct options *options);

/* What the next sample is measured from, and what may take longer. Only the files of the chosen records are opened. */
void full_take_counters(struct full *full);
void full_take_rest(struct full *full);

/* This sample becomes the previous sample. */
void full_keep(struct full *full);

/* "records", those of the sample among them. */
void full_print(struct json *out, const struct full *full, const struct sample *sample);

#else

static inline void full_init(struct full *full, const struct options *options)
{
    full->options = options;
}
static inline void full_take_counters(struct full *full)
{
    (void)full;
}
static inline void full_take_rest(struct full *full)
{
    (void)full;
}
static inline void full_keep(struct full *full)
{
    (void)full;
}
static inline void full_print(struct json *out, const struct full *full, const struct sample *sample)
{
    (void)out;
    (void)full;
    (void)sample;
}

#endif

#endif
