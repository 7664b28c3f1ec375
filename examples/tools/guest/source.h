/* SPDX-License-Identifier: MIT */
/* A file of the kernel's that is read for each sample, and complains once if that fails. */
#ifndef GUEST_SOURCE_H
#define GUEST_SOURCE_H

#include <stdbool.h>
#include <vmmetrics/vmmetrics.h>

#include "../common/read.h"
#include "../common/roots.h"

struct source {
    struct file file;
    char path[ROOTS_PATH_BYTES];
    bool complained;
    /* Kernels may lack it, or have it switched off: nothing to complain of. */
    bool optional;
};

/* A file of /proc, which stays where it is: `name` is `stat` or `net/dev`. */
void source_init(struct source *source, const struct roots *roots, const char *name, bool optional);

/* A file of a directory anywhere, which may come and go: `name` begins with a slash. A path that does not fit is "". */
void source_init_in(struct source *source, const struct roots *roots, const char *directory, const char *name);

/*
 * A file that differs from process to process, since each has its namespaces: `net/dev` or `self/mountinfo`. In the /proc
 * of another root it is the first process's, since this program has other namespaces.
 */
void source_init_own(struct source *source, const struct roots *roots, const char *name, bool optional);

/* Text over what is in the file now; empty where it cannot be read. The first `enough` bytes will do. */
bool source_read_start(struct source *source, size_t enough, struct vmm_text *text);

/* All of it. Files that the kernel gives in pieces are read to their end, too. */
bool source_read(struct source *source, struct vmm_text *text);

/* Complains if a status is an error. */
void source_check(struct source *source, vmm_status status);

#endif
