/* SPDX-License-Identifier: MIT */
/*
 * A virtual machine as it is shown: figures, each from one source and of one definition, and some of their histories.
 */
#ifndef TOP_VM_H
#define TOP_VM_H

#include <stdbool.h>

#include "../common/collect/use.h"
#include "figure.h"
#include "history.h"

/* All figures, and what each is counted in: one of UNIT_*. The first of them have histories. */
#define VM_FIGURES(FIGURE)                                                                                             \
    FIGURE(CPU, CPUS)                                                                                                  \
    FIGURE(WAIT, CPUS)                                                                                                 \
    FIGURE(RESIDENT, BYTES)                                                                                            \
    FIGURE(NET_IN, BYTES)                                                                                              \
    FIGURE(NET_OUT, BYTES)                                                                                             \
    FIGURE(DISK_READ, BYTES)                                                                                           \
    FIGURE(DISK_WRITTEN, BYTES)                                                                                        \
    FIGURE(PRESSURE, RATIO)                                                                                            \
    FIGURE(VCPU_CPU, CPUS)                                                                                             \
    FIGURE(OVERHEAD, CPUS)                                                                                             \
    FIGURE(WAIT_ALL, CPUS)                                                                                             \
    FIGURE(VCPUS, COUNT)                                                                                               \
    FIGURE(THREADS, COUNT)                                                                                             \
    FIGURE(CGROUP_CPU, CPUS)                                                                                           \
    FIGURE(LIMIT_USED, RATIO)                                                                                          \
    FIGURE(THROTTLED, RATIO)                                                                                           \
    FIGURE(THROTTLED_CPU, CPUS)                                                                                        \
    FIGURE(HUGETLB, BYTES)                                                                                             \
    FIGURE(CGROUP_MEMORY, BYTES)                                                                                       \
    FIGURE(MAJOR_FAULTS, RATE)                                                                                         \
    FIGURE(OOM_KILLS, COUNT)                                                                                           \
    FIGURE(GUEST_USED, BYTES)                                                                                          \
    FIGURE(GUEST_AVAILABLE, BYTES)                                                                                     \
    FIGURE(GUEST_TOTAL, BYTES)                                                                                         \
    FIGURE(BALLOON, BYTES)                                                                                             \
    FIGURE(LOGICAL_SIZE, BYTES)                                                                                        \
    FIGURE(TOLD_AGO, SECONDS)                                                                                          \
    FIGURE(NET, BYTES)                                                                                                 \
    FIGURE(PACKETS_IN, RATE)                                                                                           \
    FIGURE(PACKETS_OUT, RATE)                                                                                          \
    FIGURE(DROPS_IN, RATE)                                                                                             \
    FIGURE(DROPS_OUT, RATE)                                                                                            \
    FIGURE(DISK, BYTES)                                                                                                \
    FIGURE(READS, RATE)                                                                                                \
    FIGURE(WRITES, RATE)                                                                                               \
    FIGURE(CPU_PRESSURE, RATIO)                                                                                        \
    FIGURE(MEMORY_PRESSURE, RATIO)                                                                                     \
    FIGURE(IO_PRESSURE, RATIO)

enum figure_id {
#define FIGURE(name, unit) FIGURE_##name,
    VM_FIGURES(FIGURE) FIGURES,
#undef FIGURE
    HISTORIES = FIGURE_PRESSURE + 1
};

/* What a figure is counted in. */
enum unit figure_unit(enum figure_id figure);

struct vm {
    uint64_t pid;
    /* What its monitor was told that it is called, or of what kind it is and its process's number. */
    char name[64];
    char comm[64];
    /* Where its devices are; NULL if it has none. */
    const struct machine *machine;
    /* Whether the filter leaves it out. */
    bool is_left_out;
    struct figure figures[FIGURES];
    struct history histories[HISTORIES];
    /* What could not be read or found. */
    struct troubles troubles;
    /* Where the numbers of its disks and of its virtual CPUs are from. */
    enum disk_from disk_from;
    enum vcpus_from vcpus_from;
    /* Whether it has a cgroup of its own. */
    bool has_cgroup;
    /* The file with the hypervisor's answers about the balloon; NULL if there is no file. */
    const char *balloon;
};

/* What is to be known besides the samples. */
struct moment {
    uint64_t ticks_per_second;
    /* Since 1970, as QEMU dates what a guest told. */
    uint64_t time_seconds;
};

/* What the last two samples say. Nothing here reads a file. */
void vm_measure(struct vm *vm, const struct machine *machine, struct moment moment);

/* The name of a machine, any bytes, or a name by its kind and process where it has none. */
void vm_name(struct vm *vm, const struct machine *machine);

/* The names of its devices, its TAPs first; NULL after the last. */
const char *vm_device(const struct vm *vm, size_t index);

#endif
