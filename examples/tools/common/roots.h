/* SPDX-License-Identifier: MIT */
/*
 * Where /proc and /sys are. A container often has the host's own at /host/proc and /host/sys, so each program takes
 * `--root DIR`, `--proc DIR` and `--sys DIR`, as node_exporter does.
 */
#ifndef COMMON_ROOTS_H
#define COMMON_ROOTS_H

#include <stdbool.h>
#include <stddef.h>

struct roots {
    /* Directories without a slash at the end. NULL is the program's own: /proc, /sys, and no directory before a path. */
    const char *root;
    const char *proc;
    const char *sys;
};

enum { ROOTS_PATH_BYTES = 512 };

/*
 * Write the path of a file below /proc or /sys, or of any other path of the machine that is read. Return false if the
 * path does not fit; then it is "".
 */
bool roots_proc(const struct roots *roots, const char *name, char path[ROOTS_PATH_BYTES]);
bool roots_sys(const struct roots *roots, const char *name, char path[ROOTS_PATH_BYTES]);
bool roots_path(const struct roots *roots, const char *absolute, char path[ROOTS_PATH_BYTES]);

/* Whether all is read from the program's own /proc, so that system calls speak of the same machine. */
bool roots_are_own(const struct roots *roots);

#endif
