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
    /* The cgroup lists its processes, this one among them. */
    bool is_counted;
    /* Why it could not be looked for: an errno; 0 if it could. */
    int error;
    /* Why its processes cannot be listed: an errno; 0 if they can, or if it has no list. */
    int count_error;
    /* The process is not in it: it has left the cgroup that the caller named. */
    bool is_left;
    /* The watches of the directories, each -1 if there is none, and how often a file there was written to. */
    struct reader *watcher;
    int watches[MOST_CGROUP_DIRECTORIES];
    uint64_t writes[MOST_CGROUP_DIRECTORIES];
    bool has_limits[MOST_CGROUP_DIRECTORIES];
};

/*
 * Finds the directories, in the place of those in `place`: the caller's `wanted` directory if it is not NULL, else those
 * of the process.
 */
void cgroup_find(struct reader *reader, uint64_t pid, const char *wanted, struct cgroup_place *place,
                 struct troubles *troubles);
/* Counts the machines in it, which cgroup_find() does too. */
void cgroup_count(struct reader *reader, uint64_t pid, struct cgroup_place *place);
void cgroup_release(struct cgroup_place *place);

/*
 * Opens the files that the numbers come from; `limits` are those that only change when a program writes to them, and
 * watches their directories. Gives 0, or an errno where there is no room for more.
 */
int cgroup_open(struct cgroup_place *place, struct reader *reader, struct sources *limits, struct sources *files,
                struct troubles *troubles);

/* Whether the limits are to be read: they may have been written to, as far as that can be watched. */
bool cgroup_limits_are_due(struct cgroup_place *place, int64_t after_ns);

#endif
