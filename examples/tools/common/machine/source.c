/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "source.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../read.h"

void sources_refuse(struct sources *sources, const char *name, int error)
{
    if (error == 0 || error == ENOENT || error == ENOTDIR || error == ESRCH || error == ENODEV)
        return;
    for (size_t i = 0; i < sources->refusal_count; i++) {
        if (strcmp(sources->refusals[i].name, name) == 0)
            return;
    }
    if (sources->refusal_count < MOST_REFUSALS)
        sources->refusals[sources->refusal_count++] = (struct refusal){name, error};
}

int sources_add(struct sources *sources, const char *directory, const char *name, enum source_kind kind,
                enum vmm_file file)
{
    char *path = path_of(directory, name);
    int fd = path == NULL ? -1 : open(path, O_RDONLY | O_CLOEXEC);
    int error = path == NULL ? ENOMEM : errno;

    free(path);
    if (fd < 0) {
        sources_refuse(sources, name, error);
        return error == EMFILE || error == ENFILE || error == ENOMEM ? error : 0;
    }
    if (sources->count == sources->capacity) {
        size_t capacity = sources->capacity == 0 ? 16 : sources->capacity * 2;
        struct source *list = realloc(sources->list, capacity * sizeof *list);

        if (list == NULL) {
            close(fd);
            return ENOMEM;
        }
        sources->list = list;
        sources->capacity = capacity;
    }
    sources->list[sources->count++] = (struct source){fd, kind, file, name};
    return 0;
}

void sources_close(struct sources *sources)
{
    for (size_t i = 0; i < sources->count; i++)
        close(sources->list[i].fd);
    free(sources->list);
    *sources = (struct sources){.list = NULL};
}

int read_descriptor(int fd, struct vmm_text *text)
{
    static char *bytes;
    static size_t capacity;
    size_t length = 0;

    *text = vmm_text_of(NULL, 0);
    for (;;) {
        ssize_t got;

        if (length == capacity) {
            size_t larger = capacity == 0 ? 65536 : capacity * 2;
            char *memory = realloc(bytes, larger);

            if (memory == NULL)
                return ENOMEM;
            bytes = memory;
            capacity = larger;
        }
        got = pread(fd, bytes + length, capacity - length, (off_t)length);
        if (got == 0)
            break;
        if (got > 0)
            length += (size_t)got;
        else if (errno != EINTR)
            return errno;
    }
    *text = vmm_text_of(bytes, length);
    return 0;
}

int read_path(const char *path, struct vmm_text *text)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    int error = fd < 0 ? errno : read_descriptor(fd, text);

    if (fd < 0)
        *text = vmm_text_of(NULL, 0);
    if (fd >= 0)
        close(fd);
    return error;
}
