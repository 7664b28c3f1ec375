/* SPDX-License-Identifier: MIT */
/*
 * Directories of cgroups in which a program may write to a file, such as a limit: inotify tells when. A file that only
 * changes when it is written to then need not be read for each sample.
 */
#ifndef COLLECT_WATCHES_H
#define COLLECT_WATCHES_H

#include "reader.h"

/* Watches a directory. Gives the number of the watch, or -1 where it cannot be watched. */
int watches_add(struct reader *reader, const char *directory);
void watches_remove(struct reader *reader, int watch);

/*
 * How often a file in the directory was written to. The kernel is asked if it was not asked after that time. Unknown if the directory is not
 * watched any more: another user of the reader may have removed the same directory's watch.
 */
uint64_t watches_writes(struct reader *reader, int watch, int64_t after_ns);

void watches_free(struct watches *watches);

#endif
