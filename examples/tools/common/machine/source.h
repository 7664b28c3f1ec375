/* SPDX-License-Identifier: MIT */
/* Reading a file that another program keeps up to date. */
#ifndef HOST_SOURCE_H
#define HOST_SOURCE_H

#include <vmmetrics/vmmetrics.h>

/* All of a file, in a buffer that the next call uses again. Gives 0 or an errno. */
int read_path(const char *path, struct vmm_text *text);

#endif
