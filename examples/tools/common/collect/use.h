/* SPDX-License-Identifier: MIT */
/* What the last two samples of a machine say: rates, and the number of its virtual CPUs. Nothing here reads a file. */
#ifndef COLLECT_USE_H
#define COLLECT_USE_H

#include "machine.h"

/* Where the number of virtual CPUs is from. The first that is known counts. */
enum vcpus_from {
    VCPUS_UNKNOWN,
    /* The hypervisor says it. */
    VCPUS_FROM_HYPERVISOR,
    /* The process holds a descriptor of each. */
    VCPUS_FROM_DESCRIPTORS,
    /* Threads have names of virtual CPUs. */
    VCPUS_FROM_THREADS,
    /* A guest has run in so many threads: one that never ran is missing. */
    VCPUS_FROM_GUEST_TIME
};

/* Where the numbers of the disks are from. */
enum disk_from {
    DISK_UNKNOWN,
    /* The block device that the caller named. */
    DISK_FROM_OPTION,
    /* The block devices that the process holds open for writing. */
    DISK_FROM_DESCRIPTORS,
    /* All devices that its cgroup used. */
    DISK_FROM_CGROUP,
    /* What its process read from block devices, and wrote to files on them. */
    DISK_FROM_PROCESS
};

enum use_pressure { USE_CPU_PRESSURE, USE_MEMORY_PRESSURE, USE_IO_PRESSURE, USE_PRESSURES };

struct use {
    /* There was no sample before. */
    bool is_first;
    /* Times between the samples: of the process, of its threads, and of all else. */
    int64_t elapsed_ns;
    int64_t threads_elapsed_ns;
    int64_t others_elapsed_ns;

    struct vmm_process_usage process;
    struct vmm_threads_usage threads;
    vmm_status process_status;
    vmm_status threads_status;
    uint64_t vcpus;
    enum vcpus_from vcpus_from;
    /*
     * All that the process used, threads included that began and ended between the samples; and of what its virtual
     * CPUs could.
     */
    double cores;
    double cpu_ratio;
    /* Without its virtual CPUs. */
    double overhead_cores;
    /* The guest ran so long, by the process's own counter; and the process used so much outside of the guest. Unknown
     * without KVM. */
    double guest_cores;
    double outside_guest_cores;

    /* Unknown where the cgroup is not this machine's own: machine_owns_cgroup(). */
    struct vmm_cgroup_usage cgroup;
    vmm_status cgroup_status;
    struct vmm_cgroup_memory_usage memory;
    struct vmm_pressure_usage pressure[USE_PRESSURES];
    vmm_status pressure_status[USE_PRESSURES];

    /*
     * The growth of all TAPs together, as the guest sees it: what a TAP received, the guest has sent. And the time in
     * which they grew.
     */
    struct vmm_net net;
    int64_t net_elapsed_ns;
    vmm_status net_status;

    /* The growth of all disks together, and the time in which they grew. */
    enum disk_from disk_from;
    uint64_t read_bytes;
    uint64_t write_bytes;
    uint64_t reads;
    uint64_t writes;
    vmm_status disk_status;
    int64_t disk_elapsed_ns;
    /* Of the only disk. */
    double busy_ratio;
};

void use_between(const struct machine *machine, uint64_t ticks_per_second, struct use *use);

/* A growth as a rate: divided by the time in which the counter grew. */
double use_rate(int64_t elapsed_ns, uint64_t growth);

/* The words for where a number is from; NULL for unknown. */
const char *vcpus_from_name(enum vcpus_from from);
const char *disk_from_name(enum disk_from from);

#endif
