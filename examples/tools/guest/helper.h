/* SPDX-License-Identifier: MIT */
/*
 * The sizes of file systems, from a process of their own: a network file system whose server is gone may not answer for
 * hours, and must not stop the line. It costs its own numbers only: it is not asked again until it has answered. The root
 * file system is asked directly if it is on a disk or in memory, since that needs no process.
 */
#ifndef GUEST_HELPER_H
#define GUEST_HELPER_H

#include <stdbool.h>
#include <stddef.h>
#include <vmmetrics/vmmetrics.h>

#include "../common/filesystem.h"
#include "options.h"

/* As long as a path is waited for. A file system on a disk needs microseconds. */
#define HELPER_WAIT_MS 250

struct answer {
    int error;
    struct vmm_filesystem record;
    /* Without symbolic links; "" where it is not known. */
    char real[FILESYSTEM_PATH_BYTES];
};

/* Asks for all paths of the options. */
void helper_ask(const struct options *options);

/* Gives the answer about a path, which is good until the next call of helper_ask(). Returns 0 or an errno, which is
 * ETIMEDOUT if there is no answer; then `answer` must not be used. */
int helper_answer(size_t path, const struct answer **answer);

/* Ends the processes, so that no init is needed for them. One that does not end by a signal is left. */
void helper_end(void);

#endif
