/* SPDX-License-Identifier: MIT */
/*
 * A virtual machine as its host sees it: the process of its monitor and that one's threads, its cgroup, its TAP, its disk.
 */
#ifndef HOST_MACHINE_H
#define HOST_MACHINE_H

#include <stdbool.h>

#include "hypervisor.h"
#include "source.h"

/* What is known of a machine at a moment. */
struct sample {
    /* Time of a monotonic clock; 0 while there is no sample. */
    int64_t time_ns;
    struct vmm_process process;
    struct vmm_threads threads;
    /* The memory of the threads, and for how many of them. */
    struct vmm_process *rows;
    size_t thread_capacity;
    struct vmm_cgroup cgroup;
    struct vmm_cgroup_io io;
    struct vmm_pressure cpu_pressure;
    struct vmm_pressure memory_pressure;
    struct vmm_pressure io_pressure;
    struct vmm_net net;
    struct vmm_disk disk;
    struct vmm_balloon balloon;
    struct traffic traffic;
};

/* What the caller has said of a machine; what is NULL is found. The strings must stay. */
struct wanted {
    const char *cgroup;
    const char *tap;
    const char *disk;
    /* A file with what the hypervisor answers about the balloon. */
    const char *balloon;
    const char *metrics;
};

struct machine {
    uint64_t pid;
    struct wanted wanted;
    /* The TAP and the disk, or "". */
    char tap[16];
    char disk[32];
    /* Files of the process, and those of all else, which are looked for again from time to time. */
    struct sources process;
    struct sources others;
    struct metrics metrics;
    /* What its cgroup's directories are told apart from others by. */
    uint64_t cgroup_id;
    /* Samples taken so far. */
    uint64_t count;
    /* How many other files there were when one of them was of something that is gone; 0 where none was. */
    size_t lost;
    /* A descriptor of each thread's schedstat, and what its other files said when it was first seen. */
    struct thread *threads;
    size_t thread_count;
    size_t thread_capacity;
    /* They take turns. */
    struct sample samples[2];
    struct sample *before;
    struct sample *now;
    /* The caller's own. */
    void *user;
};

/* Finds a machine's files and opens them. Gives 0, or an errno where there is no such process. */
int machine_open(struct machine *machine, uint64_t pid, const struct wanted *wanted);
/* Takes a sample. Gives 0, or an errno where the process is gone. */
int machine_read(struct machine *machine);
void machine_close(struct machine *machine);

/* Whether a process has the name of a virtual machine's monitor. */
bool is_monitor(const char *comm);

#endif
