/* SPDX-License-Identifier: MIT */
/* This machine itself, a host or a guest, as /proc shows it. */
#ifndef TOP_SELF_H
#define TOP_SELF_H

#include <stdbool.h>

#include "../common/roots.h"
#include "figure.h"
#include "history.h"

/* More of them are counted, and not shown. */
enum { SELF_CPUS = 256, SELF_NETS = 32, SELF_DISKS = 32 };

enum self_pressure { SELF_CPU_PRESSURE, SELF_MEMORY_PRESSURE, SELF_IO_PRESSURE, SELF_PRESSURES };

struct self_pressure_view {
    struct figure some;
    struct figure full;
    /* Means of the last 10, 60 and 300 seconds of `some`, as the kernel has them. */
    struct figure means[3];
};

struct self_net_view {
    char name[16];
    struct figure in, out, packets_in, packets_out, drops;
};

struct self_disk_view {
    char name[32];
    struct figure read, written, reads, writes, busy, read_ms, write_ms;
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
    struct self_pressure_view pressure[SELF_PRESSURES];
    /* Those shown, and all. */
    size_t net_shown, net_count;
    struct self_net_view nets[SELF_NETS];
    size_t disk_shown, disk_count;
    struct self_disk_view disks[SELF_DISKS];
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
