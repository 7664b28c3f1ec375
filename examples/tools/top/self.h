/* SPDX-License-Identifier: MIT */
/* This machine itself, a host or a guest, as /proc shows it. */
#ifndef TOP_SELF_H
#define TOP_SELF_H

#include <stdbool.h>

#include "../common/roots.h"
#include "figure.h"
#include "history.h"

/* More of them are counted, and not shown. */
enum { SELF_CPUS = 256, SELF_ROWS = 1024 };

enum self_pressure { SELF_CPU_PRESSURE, SELF_MEMORY_PRESSURE, SELF_IO_PRESSURE, SELF_PRESSURES };

/* A row of a table, with a figure for each heading of the table. */
struct self_row {
    char name[32];
    /*
     * A device without traffic since the start, or a disk of size 0, such as a loop device that nothing is attached to.
     */
    bool is_idle;
    struct figure figures[7];
};

struct self_rows {
    struct self_row rows[SELF_ROWS];
    /* Those that are here, and all. */
    size_t count;
    size_t all;
};

/* What is to be shown of it. */
struct self_view {
    char name[64];
    /* Of all CPUs together: all but idle, iowait and steal; and those. */
    struct figure busy, steal, iowait, user, system;
    size_t cpu_count;
    struct figure cpus[SELF_CPUS];
    struct figure cpu_steal[SELF_CPUS];
    uint64_t cpu_ids[SELF_CPUS];
    struct figure memory_total, memory_used, memory_available, memory_cache, memory_free, balloon, swap_total,
        swap_used;
    struct figure load[3];
    struct figure uptime;
    /* Some, full; and means of the last 10, 60 and 300 seconds of some, as the kernel has them. */
    struct self_row pressure[SELF_PRESSURES];
    /* Bytes and packets in and out, and drops. */
    struct self_rows nets;
    /* Bytes and operations read and written, busy, and the time of an operation. */
    struct self_rows disks;
    struct figure root_used, root_available, root_size, root_percent;
    struct history busy_history, steal_history, memory_history;
    /* Files that could not be read, and why. */
    size_t failure_count;
    struct {
        const char *path;
        int error;
    } failures[12];
};

struct self;

/* NULL if there is no memory. */
struct self *self_new(const struct roots *roots);
/* Takes a sample; the view has the usage since the previous sample. */
void self_take(struct self *self, struct self_view *view);
void self_free(struct self *self);

#endif
