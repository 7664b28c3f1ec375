/* SPDX-License-Identifier: MIT */
/* The limits of a process, and how many files it has open. */
#ifndef COLLECT_LIMITS_H
#define COLLECT_LIMITS_H

#include "reader.h"

enum limit {
    LIMIT_CPU_SECONDS,
    LIMIT_DATA_BYTES,
    LIMIT_STACK_BYTES,
    LIMIT_RESIDENT_BYTES,
    LIMIT_FILES,
    LIMIT_LOCKED_BYTES,
    LIMIT_VIRTUAL_BYTES,
    LIMIT_FILE_LOCKS,
    LIMIT_SIGNALS,
    LIMIT_NICE,
    LIMIT_REALTIME,
    LIMITS
};

/* VMM_UNLIMITED without a limit. */
struct limits {
    uint64_t soft[LIMITS];
    uint64_t hard[LIMITS];
};

/* Makes all limits unknown. */
void limits_init(struct limits *limits);

/* The text of /proc/PID/limits. Returns VMM_OK, or an error of one of its lines, whose limits stay unknown. */
vmm_status limits_read(struct vmm_text text, struct limits *limits);

/*
 * Counts the open files of a process from its directory in /proc. Gives 0 or an errno: EOVERFLOW if there are more than
 * MOST_DESCRIPTORS and the kernel does not say how many, as before Linux 6.2. Then `*count` is unknown.
 */
int descriptors_count(int directory, uint64_t *count);

#endif
