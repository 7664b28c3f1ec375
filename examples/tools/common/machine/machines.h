/* SPDX-License-Identifier: MIT */
/* The virtual machines of this host: which there are, and which were added or have gone. */
#ifndef HOST_MACHINES_H
#define HOST_MACHINES_H

#include "machine.h"

struct machines {
    struct machine **list;
    size_t count;
    size_t capacity;
};

/* What is to be done where a machine cannot be read. */
typedef void machines_tell(void *context, uint64_t pid, int error);

/* Opens a machine and takes its first sample. Gives 0 or an errno. */
int machines_add(struct machines *machines, uint64_t pid, const struct wanted *wanted);

/* The last one takes its place. */
void machines_remove(struct machines *machines, size_t index);
void machines_close(struct machines *machines);

/* NULL where it is not in the list. */
struct machine *machines_find(const struct machines *machines, uint64_t pid);

/* Adds the monitors that were not seen before. Those that have gone again meanwhile are not told of. Gives 0, or an errno where
 * processes cannot be listed. */
int machines_look(struct machines *machines, machines_tell *tell, void *context);

/* A thousand machines have tens of thousands of files: lets this process open as many as it may. */
void machines_allow_files(void);

#endif
