/* SPDX-License-Identifier: MIT */
/*
 * Files that are read again for each sample. Their descriptors stay open, which makes reading several times cheaper and
 * means that what is read is still the same thing: a file of a process that is gone fails, although its path may by then be
 * another process's. All share one buffer, so that a thousand machines need no thousand buffers.
 */
#ifndef HOST_SOURCE_H
#define HOST_SOURCE_H

#include <vmmetrics/vmmetrics.h>

/* What a file is read into. */
enum source_kind {
    SOURCE_PROCESS,
    SOURCE_CGROUP,
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
    /* As sources_add() got it. */
    const char *name;
};

/* A file that is there, but is not ours to read, and why: an errno. */
struct refusal {
    const char *name;
    int error;
};

/* More of them say nothing new. */
enum { MOST_REFUSALS = 8 };

struct sources {
    struct source *list;
    size_t count;
    size_t capacity;
    struct refusal refusals[MOST_REFUSALS];
    size_t refusal_count;
};

/* Keeps in mind that a file could not be read. Its name must stay. What is not there was not refused. */
void sources_refuse(struct sources *sources, const char *name, int error);

/*
 * Opens DIRECTORY/NAME and adds it; a file that does not exist, or that may not be read, is left out. Gives 0, or an
 * errno where there is no room for more. The name must stay.
 */
int sources_add(struct sources *sources, const char *directory, const char *name, enum source_kind kind,
                enum vmm_file file);
void sources_close(struct sources *sources);

/* All of a file, in a buffer that the next call uses again. Gives 0 or an errno. */
int read_descriptor(int fd, struct vmm_text *text);
int read_path(const char *path, struct vmm_text *text);

#endif
