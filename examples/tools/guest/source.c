/* SPDX-License-Identifier: MIT */
#define _POSIX_C_SOURCE 200809L
#include "source.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "../common/message.h"

void source_init(struct source *source, const struct roots *roots, const char *name, bool optional)
{
    roots_proc(roots, name, source->path);
    source->file = file_of_kernel(source->path);
    source->complained = false;
    source->optional = optional;
}

void source_init_in(struct source *source, const struct roots *roots, const char *directory, const char *name)
{
    if (roots_path(roots, directory, source->path) && strlen(source->path) + strlen(name) < sizeof source->path)
        stpcpy(source->path + strlen(source->path), name);
    source->file = file_of_kernel(source->path);
    source->complained = false;
    source->optional = false;
}

void source_init_own(struct source *source, const struct roots *roots, const char *name, bool optional)
{
    static const char self[] = "self/";

    if (!roots_are_own(roots)) {
        char of_first[64];

        stpcpy(stpcpy(of_first, "1/"), strncmp(name, self, sizeof self - 1) == 0 ? name + sizeof self - 1 : name);
        source_init(source, roots, of_first, optional);
        /* A copy of the files may have no directory of a process. */
        if (access(source->path, F_OK) == 0)
            return;
    }
    source_init(source, roots, name, optional);
}

bool source_read_start(struct source *source, size_t enough, struct vmm_text *text)
{
    int error = file_read_start(&source->file, enough);

    *text = vmm_text_of(source->file.bytes, source->file.length);
    if (error != 0 && !(source->optional && (error == ENOENT || error == EOPNOTSUPP)))
        complain(source->path, &source->complained, strerror(error));
    return error == 0;
}

bool source_read(struct source *source, struct vmm_text *text)
{
    return source_read_start(source, (size_t)-1, text);
}

void source_check(struct source *source, vmm_status status)
{
    if (status < 0)
        complain(source->path, &source->complained, vmm_status_text(status));
}
