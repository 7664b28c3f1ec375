/* SPDX-License-Identifier: MIT */
/* The record of a file system, filled from statvfs(). */
#ifndef COMMON_FILESYSTEM_H
#define COMMON_FILESYSTEM_H

#include <vmmetrics/vmmetrics.h>

/* Returns 0 or an errno. After an error all of the record is unknown. */
int filesystem_read(const char *path, struct vmm_filesystem *filesystem);

#endif
