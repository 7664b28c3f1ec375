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

enum figure_id {
    FIGURE_CPU,
    FIGURE_VCPU_CPU,
    FIGURE_OVERHEAD,
    FIGURE_WAIT,
    FIGURE_WAIT_ALL,
    FIGURE_VCPUS,
    FIGURE_THREADS,
    FIGURE_CGROUP_CPU,
    FIGURE_LIMIT_USED,
    FIGURE_THROTTLED,
    FIGURE_THROTTLED_CPU,
    FIGURE_RESIDENT,
    FIGURE_HUGETLB,
    FIGURE_CGROUP_MEMORY,
    FIGURE_MAJOR_FAULTS,
    FIGURE_OOM_KILLS,
    FIGURE_GUEST_USED,
    FIGURE_GUEST_AVAILABLE,
    FIGURE_GUEST_TOTAL,
    FIGURE_BALLOON,
    FIGURE_LOGICAL_SIZE,
    FIGURE_TOLD_AGO,
    FIGURE_NET,
    FIGURE_NET_IN,
    FIGURE_NET_OUT,
    FIGURE_PACKETS_IN,
    FIGURE_PACKETS_OUT,
    FIGURE_DROPS_IN,
    FIGURE_DROPS_OUT,
    FIGURE_DISK,
    FIGURE_DISK_READ,
    FIGURE_DISK_WRITTEN,
    FIGURE_READS,
    FIGURE_WRITES,
    FIGURE_PRESSURE,
    FIGURE_CPU_PRESSURE,
    FIGURE_MEMORY_PRESSURE,
    FIGURE_IO_PRESSURE,
    FIGURES
};

/* What a figure is counted in. */
enum unit figure_unit(enum figure_id figure);

enum history_id {
    HISTORY_CPU,
    HISTORY_WAIT,
    HISTORY_RESIDENT,
    HISTORY_NET_IN,
    HISTORY_NET_OUT,
    HISTORY_DISK_READ,
    HISTORY_DISK_WRITTEN,
    HISTORY_PRESSURE,
    HISTORIES
};

struct vm {
    uint64_t pid;
    /* What its monitor was told that it is called, or of what kind it is and its process's number. */
    char name[64];
    char comm[64];
    /* The first TAP, and how many there are. */
    char tap[16];
    size_t tap_count;
    struct figure figures[FIGURES];
    struct history histories[HISTORIES];
    /* What could not be read or found. */
    struct troubles troubles;
    /* Where the numbers of its disks and of its virtual CPUs are from. */
    enum disk_from disk_from;
    enum vcpus_from vcpus_from;
    /* Whether it has a cgroup of its own. */
    bool has_cgroup;
    /* The files with the hypervisor's answers about the balloon and about the machine; NULL if there is no file. */
    char *balloon;
    char *hypervisor;
};

/* What is to be known besides the samples. */
struct moment {
    uint64_t ticks_per_second;
    /* Since 1970, as QEMU dates what a guest told. */
    uint64_t time_seconds;
};

/* What the last two samples say. Nothing here reads a file. */
void vm_measure(struct vm *vm, const struct machine *machine, struct moment moment);

/* The name of a machine as one word that is safe to show, or a name by its kind and process where it has none. */
void vm_name(struct vm *vm, const struct machine *machine);

#endif
