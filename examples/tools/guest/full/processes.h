/* SPDX-License-Identifier: MIT */
/* How many processes there are, by what they do. */
#ifndef GUEST_PROCESSES_H
#define GUEST_PROCESSES_H

#include <dirent.h>
#include <stdbool.h>
#include <stdint.h>

#include "../../common/json.h"
#include "../../common/read.h"
#include "../../common/roots.h"

/* One more than the largest VMM_PROCESS_STATE_*. */
#define PROCESS_STATES 12

struct processes {
    const struct roots *roots;
    char path[ROOTS_PATH_BYTES];
    /* Stays open; closing it would need an allocator. */
    DIR *directory;
    /* Whether some processes are not listed; found out once. */
    bool hidden;
    /* Of one process after the other; only its buffer stays. */
    struct file stat_file;
    bool complained;
    /* By state; the first stays unused. All are unknown where a process could not be read. */
    uint64_t by_state[PROCESS_STATES];
    uint64_t total;
    uint64_t threads;
};

void processes_init(struct processes *processes, const struct roots *roots);

void processes_take(struct processes *processes);

/* As one object. */
void processes_print(struct json *out, const struct processes *processes);

#endif
