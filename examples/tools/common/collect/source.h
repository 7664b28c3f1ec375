/* SPDX-License-Identifier: MIT */
/*
 * Files that are read again for each sample. Their descriptors stay open, which makes reading several times cheaper
 * and means that what is read is still the same thing: a file of a process that is gone fails, although its path may
 * by then be another process's.
 */
#ifndef COLLECT_SOURCE_H
#define COLLECT_SOURCE_H

#include "reader.h"
#include "trouble.h"

/* What a file is read into. */
enum source_kind {
    SOURCE_PROCESS,
    SOURCE_MEMBERSHIP,
    SOURCE_CGROUP,
    SOURCE_CGROUP_MEMORY,
    SOURCE_CPU_PRESSURE,
    SOURCE_MEMORY_PRESSURE,
    SOURCE_IO_PRESSURE,
    SOURCE_CGROUP_IO,
    SOURCE_NET,
    SOURCE_NET_DEV,
    SOURCE_DISK
};

struct source {
    int fd;
    enum source_kind kind;
    /* The library's id of the file; 0 if it has none. */
    enum vmm_file file;
    /* Which TAP or disk the file is of. */
    unsigned index;
    /* As sources_add() got it. */
    const char *name;
};

struct sources {
    struct source *list;
    size_t count;
    size_t capacity;
};

/* What a file of a directory is for. */
struct source_use {
    enum source_kind kind;
    enum vmm_record_id record_id;
    unsigned index;
};

/*
 * Opens DIRECTORY/NAME and adds it. A file that does not exist, or that may not be read, is left out, the latter with a
 * trouble. Gives 0, or an errno where there is no room for more. The name must stay.
 */
int sources_add(struct sources *sources, const char *directory, const char *name, struct source_use use,
                struct troubles *troubles);

/* The same for several files; the list of names ends with NULL. */
int sources_add_all(struct sources *sources, const char *directory, const char *const *names, struct source_use use,
                    struct troubles *troubles);

void sources_close(struct sources *sources);

#endif
