/* SPDX-License-Identifier: MIT */
/*
 * Files that are read again for each sample. Their descriptors stay open, which makes reading several times cheaper
 * and means that what is read is still the same thing: a file of a cgroup or an interface that is gone fails, although
 * its path may by then be another one's. If too few descriptors are free, and for files that are seldom read, the file
 * is opened for each read, and its number must still be the same. A descriptor that was read costs the kernel a page.
 */
#ifndef COLLECT_SOURCE_H
#define COLLECT_SOURCE_H

#include "reader.h"
#include "trouble.h"

/* What a file is read into. */
enum source_kind {
    SOURCE_PROCESS,
    SOURCE_PROCESS_IO,
    SOURCE_MEMBERSHIP,
    /* Seldom read, and so not kept open. */
    SOURCE_STATUS,
    /* Of the process. */
    SOURCE_RLIMITS,
    SOURCE_LIMIT,
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
    /* -1 while it is not open. */
    int fd;
    enum source_kind kind;
    /* The library's id of the file; 0 if it has none. */
    enum vmm_file file;
    /* Which TAP or disk the file is of. */
    unsigned index;
    /* As sources_add() got it. */
    const char *name;
    /* NULL if the name is enough: the file is in a directory that is open. */
    char *path;
    /* Tells the file from a later one of its path; 0 before it was open. */
    uint64_t inode;
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
 * Opens DIRECTORY/NAME and adds it. A file that does not exist is left out. A file that cannot be opened is a trouble, and
 * source_read() tries again. Gives 0 or ENOMEM. The name must stay.
 */
int sources_add(struct sources *sources, const char *directory, const char *name, struct source_use use,
                struct troubles *troubles);

/* The same for several files; the list of names ends with NULL. */
int sources_add_all(struct sources *sources, const char *directory, const char *const *names, struct source_use use,
                    struct troubles *troubles);

/* The same for a file in a directory that is open, and is given to source_read() too. */
int sources_add_at(struct sources *sources, int directory, const char *name, struct source_use use,
                   struct troubles *troubles);

/* Reads a file, which `keeps` may leave open. Gives 0 or an errno. */
int source_read(struct source *source, int directory, bool keeps, struct reader *reader, struct vmm_text *text);

/* Closes a file that is not read now. */
void source_rest(struct source *source);

void sources_close(struct sources *sources);

#endif
