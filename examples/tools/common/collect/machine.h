/* SPDX-License-Identifier: MIT */
/*
 * A virtual machine as its host sees it: the process of its monitor and the threads of that process, its cgroup, its
 * TAPs, its disks, and what its hypervisor says.
 *
 *     machine_open(&machine, &reader, pid, &wanted);
 *     machine_sample(&machine, &reader);       once an interval
 *     use_between(&machine, ticks, &use);      what the last two samples say (use.h)
 *     machine_close(&machine);
 */
#ifndef COLLECT_MACHINE_H
#define COLLECT_MACHINE_H

#include "cgroup.h"
#include "descriptors.h"
#include "hypervisor.h"
#include "limits.h"
#include "monitor.h"
#include "rows.h"
#include "source.h"
#include "threads.h"

/* What is known of a machine at a moment. */
struct sample {
    /* Times of the reader's clock, just before the files were read: those of the process, and those of all else but the
     * threads, which have their own time. 0 while there is no sample. */
    int64_t time_ns;
    int64_t others_ns;
    /* Of the counters of the TAPs: earlier than the others if one request gave those of all TAPs. */
    int64_t nets_ns;
    struct vmm_process process;
    /* Only of a thorough reader. */
    struct limits limits;
    uint64_t descriptors;
    struct thread_sample threads;
    struct vmm_cgroup cgroup;
    struct vmm_cgroup_memory cgroup_memory;
    struct vmm_pressure cpu_pressure;
    struct vmm_pressure memory_pressure;
    struct vmm_pressure io_pressure;
    /* Rows of struct vmm_cgroup_io, a device each; and the sum of their counters. */
    struct rows io;
    struct vmm_cgroup_io io_total;
    /* Rows of struct vmm_net, a TAP each, as the host sees them; and of struct vmm_disk. */
    struct rows nets;
    struct rows disks;
    struct vmm_balloon balloon;
    struct traffic traffic;
    /* Virtual CPUs: as the hypervisor says it, and by the descriptors of the process. */
    uint64_t told_vcpus;
    uint64_t held_vcpus;
};

/* In a path, the number of the machine's process. */
#define PID_MARK "{pid}"

/*
 * What the caller has said of a machine, or of all; what is NULL is found. The strings must stay. In the path of a file of
 * the hypervisor's answers, PID_MARK stands for the number of each machine's process.
 */
struct wanted {
    const char *cgroup;
    const char *tap;
    const char *disk;
    /* Files with what the hypervisor answers: about the balloon, and about the machine (answers.h). */
    const char *balloon;
    const char *hypervisor;
    const char *metrics;
};

/* The last three. */
enum { ANSWER_FILES = 3 };

/* Whose /proc/PID/net/dev shows a TAP. */
enum tap_place {
    TAP_OF_MACHINE,
    TAP_OF_READER,
    TAP_PLACES,
    /* It is in a network namespace of neither. */
    TAP_ELSEWHERE
};

struct tap {
    char name[16];
    /* The index of a macvtap; unknown for a TAP. */
    uint64_t macvtap;
    enum tap_place place;
    /*
     * Where the numbers come from, if not from a list of interfaces: from its directory in /sys, which was seen to be
     * about the same interface; or from the kernel, which is asked for the interface with this number (links.h).
     */
    bool is_in_sys;
    bool is_link;
    uint32_t ifindex;
    /*
     * The number of its network namespace; unknown if it may not be read. Until network_open() only what the kernel says
     * of its descriptor.
     */
    uint64_t name_space;
};

struct machine {
    uint64_t pid;
    /* /proc/PID; -1 while it is not open. Below it there is no file of a later process with this number. */
    int directory;
    bool keeps_directory;
    /* Tells the process from a later one with its number; unknown before it was read. */
    uint64_t starttime_ticks;
    /* What its monitor was told that it is called, any bytes; or "". */
    char name[MACHINE_NAME_BYTES];
    struct wanted wanted;
    /* The paths in it that are the machine's own. */
    char *paths[ANSWER_FILES];
    struct tap taps[MOST_TAPS];
    size_t tap_count;
    struct device disks[MOST_DISKS];
    size_t disk_count;
    /* One of the disks counts a part of another's traffic, so that their sum is unknown. */
    bool disks_overlap;
    /* Some of them may be missing, so that their sum is unknown. */
    bool has_more;
    /* The process holds a machine of KVM. */
    bool is_machine;
    uint64_t held_vcpus;
    struct cgroup_place cgroup;
    /* What the limits were when they were read. */
    struct vmm_cgroup limits;
    bool has_limits;
    /* What could not be read or found. */
    struct troubles troubles;
    /* Files of the process, of its cgroup, and of its TAPs and disks. */
    struct sources process;
    struct sources limit_files;
    struct sources cgroup_files;
    struct sources others;
    struct metrics metrics;
    struct thread_list threads;
    /* The text of /proc/PID/cgroup, as a number. */
    uint64_t membership;
    bool has_moved;
    /* Samples taken so far. */
    uint64_t count;
    /* Something could not be looked at when things were looked for: in the last look, and first after so many samples. */
    bool is_unsure;
    uint64_t unsure_since;
    /* How many other things were read when one of them was gone; 0 where none was. */
    size_t lost;
    /* They take turns. */
    struct sample samples[2];
    struct sample *before;
    struct sample *now;
    /* Growth of the sums of the TAPs, of the disks, and of the devices of the cgroup. */
    struct growth net_growth;
    struct growth disk_growth;
    struct growth io_growth;
    /* The caller's own. */
    void *user;
};

/* Finds a machine's files and opens them. Gives 0, or an errno where there is no such process. */
int machine_open(struct machine *machine, struct reader *reader, uint64_t pid, const struct wanted *wanted);

/* Takes a sample. Gives 0, or an errno where the process is gone. */
int machine_sample(struct machine *machine, struct reader *reader);

void machine_close(struct machine *machine);

/* Whether the process shows any sign of being a machine: a descriptor, a name, a thread, a TAP. */
bool machine_is_one(const struct machine *machine);

/* Whether the numbers of the cgroup are this machine's: it is in the cgroup, and no other machine is. */
bool machine_owns_cgroup(const struct machine *machine);

#endif
