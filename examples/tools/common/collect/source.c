/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "source.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../read.h"

int sources_add(struct sources *sources, const char *directory, const char *name, struct source_use use,
                struct troubles *troubles)
{
    char *path = path_of(directory, name);
    int fd = path == NULL ? -1 : reader_open(path);
    int error = path == NULL ? ENOMEM : errno;
    uint32_t file = use.record_id == 0 ? 0 : vmm_file_find(use.record_id, name, strlen(name));

    free(path);
    if (fd < 0) {
        troubles_add(troubles, name, error);
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
    sources->list[sources->count++] = (struct source){fd, use.kind, (enum vmm_file)file, use.index, name};
    return 0;
}

int sources_add_all(struct sources *sources, const char *directory, const char *const *names, struct source_use use,
                    struct troubles *troubles)
{
    int error = 0;

    for (; error == 0 && *names != NULL; names++)
        error = sources_add(sources, directory, *names, use, troubles);
    return error;
}

void sources_close(struct sources *sources)
{
    for (size_t i = 0; i < sources->count; i++)
        close(sources->list[i].fd);
    free(sources->list);
    *sources = (struct sources){NULL, 0, 0};
}
