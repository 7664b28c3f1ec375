/* SPDX-License-Identifier: MIT */
/* The record of a file system, filled from statvfs(). A network file system may never answer; then these calls wait. */
#ifndef COMMON_FILESYSTEM_H
#define COMMON_FILESYSTEM_H

#include <vmmetrics/vmmetrics.h>

/* The kernel's PATH_MAX. */
#define FILESYSTEM_PATH_BYTES 4096

/* Returns 0 or an errno. After an error all of the record is unknown. */
int filesystem_read(const char *path, struct vmm_filesystem *filesystem);

/*
 * The same for a path of a machine whose / is the directory `root`, or of this machine if `root` is NULL. Symbolic links
 * of the other machine lead to files below `root`. `real` receives the path without symbolic links, as that machine has
 * it, or "".
 */
int filesystem_read_below(const char *root, const char *path, struct vmm_filesystem *filesystem,
                          char real[FILESYSTEM_PATH_BYTES]);

#endif
