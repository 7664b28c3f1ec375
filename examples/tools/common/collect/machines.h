/* SPDX-License-Identifier: MIT */
/* The virtual machines of this host: which there are, and which were added or have gone. */
#ifndef COLLECT_MACHINES_H
#define COLLECT_MACHINES_H

#include "machine.h"

/* A process that was seen. */
struct candidate {
    uint64_t pid;
    /* Tells the process from a later one of its number. */
    uint64_t starttime_ticks;
    /* Passes since it was first seen. */
    uint32_t passes;
    bool is_machine;
    /* Its descriptors may not be read. */
    bool is_hidden;
    bool is_told;
};

struct candidates {
    /* In the order of their numbers. */
    struct candidate *list;
    size_t count;
    size_t capacity;
};

struct machines {
    struct machine **list;
    size_t count;
    size_t capacity;
    struct candidates candidates;
    /* What the caller has said of all machines that a look finds. */
    struct wanted wanted;
    /* Of the last look: processes that were looked at, and those of them whose descriptors may not be read. */
    size_t processes;
    size_t hidden;
    /* /proc hides the processes of other users, so that machines may be missing. */
    bool is_blind;
};

/* What is to be done where a machine cannot be read. It is told once. */
typedef void machines_tell(void *context, uint64_t pid, int error);

/* Opens a machine and takes its first sample. Gives 0 or an errno. */
int machines_add(struct machines *machines, struct reader *reader, uint64_t pid, const struct wanted *wanted);

/* The others keep their order, so that the times between their samples are alike. */
void machines_remove(struct machines *machines, size_t index);
void machines_close(struct machines *machines);

/* NULL where it is not in the list. */
struct machine *machines_find(const struct machines *machines, uint64_t pid);

/*
 * Adds the machines that were not seen before. Those that have gone again meanwhile are not told of. Gives 0, or an
 * errno where processes cannot be listed. The descriptors of other processes are looked at when a process is new, and
 * then ever less often; a bound holds for one look.
 */
int machines_look(struct machines *machines, struct reader *reader, machines_tell *tell, void *context);

/* A thousand machines have tens of thousands of files: lets this process open as many as it may. */
void machines_allow_files(void);

#endif
