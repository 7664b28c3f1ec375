/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "source.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../read.h"

void source_rest(struct source *source)
{
    if (source->fd >= 0)
        close(source->fd);
    source->fd = -1;
}

/* What was opened stays open for the next read, if that may be. */
static void keep_or_close(struct source *source)
{
    if (source->kind == SOURCE_STATUS || source->kind == SOURCE_LIMIT || !reader_may_keep(source->fd))
        source_rest(source);
}

static int add(struct sources *sources, struct source source)
{
    if (sources->count == sources->capacity) {
        size_t capacity = sources->capacity == 0 ? 8 : sources->capacity + 8;
        struct source *list = realloc(sources->list, capacity * sizeof *list);

        if (list == NULL) {
            source_rest(&source);
            free(source.path);
            return ENOMEM;
        }
        sources->list = list;
        sources->capacity = capacity;
    }
    keep_or_close(&source);
    sources->list[sources->count++] = source;
    return 0;
}

/*
 * Opens a file, unless another one has its path by now: then it is gone. Files of /proc may get other numbers, but a directory
 * that is open is that of one process. Gives 0 or an errno.
 */
static int open_file(struct source *source, int directory)
{
    struct stat status;

    source->fd = reader_open_at(directory, source->path == NULL ? source->name : source->path);
    if (source->fd < 0)
        return errno;
    if (source->path == NULL || source->kind == SOURCE_NET_DEV || fstat(source->fd, &status) != 0)
        return 0;
    if (source->inode == 0)
        source->inode = status.st_ino;
    if (source->inode == status.st_ino)
        return 0;
    source_rest(source);
    return ENODEV;
}

static int open_and_add(struct sources *sources, int directory, char *path, const char *name, struct source_use use,
                        struct troubles *troubles)
{
    uint32_t file = use.record_id == 0 ? 0 : vmm_file_find(use.record_id, name, strlen(name));
    struct source source = {-1, use.kind, (enum vmm_file)file, use.index, name, path, 0};
    int error = open_file(&source, directory);

    troubles_add(troubles, name, error);
    /* What cannot be opened now is tried again for each sample. */
    if (!reader_is_gone(error))
        return add(sources, source);
    free(path);
    return 0;
}

int sources_add_at(struct sources *sources, int directory, const char *name, struct source_use use,
                   struct troubles *troubles)
{
    return open_and_add(sources, directory, NULL, name, use, troubles);
}

int sources_add(struct sources *sources, const char *directory, const char *name, struct source_use use,
                struct troubles *troubles)
{
    char *path = path_of(directory, name);

    return path == NULL ? ENOMEM : open_and_add(sources, AT_FDCWD, path, name, use, troubles);
}

int sources_add_all(struct sources *sources, const char *directory, const char *const *names, struct source_use use,
                    struct troubles *troubles)
{
    int error = 0;

    for (; error == 0 && *names != NULL; names++)
        error = sources_add(sources, directory, *names, use, troubles);
    return error;
}

int source_read(struct source *source, int directory, bool keeps, struct reader *reader, struct vmm_text *text)
{
    bool was_open = source->fd >= 0;
    int error = 0;

    *text = vmm_text_of(NULL, 0);
    if (!was_open)
        error = open_file(source, directory);
    if (error != 0)
        return error;
    error = source->kind == SOURCE_NET_DEV ? reader_read(reader, source->fd, text)
                                           : reader_read_whole(reader, source->fd, text);
    if (!keeps)
        source_rest(source);
    else if (!was_open)
        keep_or_close(source);
    return error;
}

void sources_close(struct sources *sources)
{
    for (size_t i = 0; i < sources->count; i++) {
        source_rest(&sources->list[i]);
        free(sources->list[i].path);
    }
    free(sources->list);
    *sources = (struct sources){NULL, 0, 0};
}
