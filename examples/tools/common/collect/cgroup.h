/* SPDX-License-Identifier: MIT */
/* Where the cgroup of a machine is, and whether it is this machine's own. */
#ifndef COLLECT_CGROUP_H
#define COLLECT_CGROUP_H

#include "source.h"

enum { MOST_CGROUP_DIRECTORIES = 8 };

/* A cgroup: one directory of version 2, and one for each controller of version 1. */
struct cgroup_place {
    char *directories[MOST_CGROUP_DIRECTORIES];
    size_t count;
    /* Which of them is of version 2; -1 if none is. */
    int version2;
    /* Version 1 counts the machine's CPU time, so that version 2's `cpu.stat` is about another cgroup. */
    bool has_cpuacct;
    /* What tells the directories from others: 0 if there is none. */
    uint64_t identity;
    /* Machines in the cgroup that were seen, this one included; unknown if the cgroup does not say. */
    uint64_t machines;
    /* Why its processes cannot be listed: an errno; 0 if they can, or if it has no list. */
    int count_error;
    /* The process is not in it: it has left the cgroup that the caller named. */
    bool is_left;
};

/*
 * Finds the directories: the caller's `wanted` directory if it is not NULL, else those of the process. The machines
 * in it are counted if `counts` is true, and if it is another cgroup than the one in `place`, which is released.
 * Gives 0 or ENOMEM.
 */
int cgroup_find(struct reader *reader, uint64_t pid, const char *wanted, bool counts, struct cgroup_place *place,
                struct troubles *troubles);
void cgroup_release(struct cgroup_place *place);

/* Opens the files that the numbers come from. Gives 0, or an errno where there is no room for more. */
int cgroup_open(const struct cgroup_place *place, struct sources *sources, struct troubles *troubles);

#endif
