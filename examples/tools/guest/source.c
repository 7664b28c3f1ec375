/* SPDX-License-Identifier: MIT */
#include "source.h"

#include <errno.h>
#include <string.h>

#include "../common/message.h"

struct source source_of(const char *path, bool optional)
{
    struct source source = {file_of(path), false, optional};

    return source;
}

bool source_read_start(struct source *source, size_t enough, struct vmm_text *text)
{
    int error = file_read_start(&source->file, enough);

    *text = vmm_text_of(source->file.bytes, source->file.length);
    if (error != 0 && !(source->optional && (error == ENOENT || error == EOPNOTSUPP)))
        complain(source->file.path, &source->complained, strerror(error));
    return error == 0;
}

bool source_read(struct source *source, struct vmm_text *text)
{
    return source_read_start(source, (size_t)-1, text);
}

void source_check(struct source *source, vmm_status status)
{
    if (status < 0)
        complain(source->file.path, &source->complained, vmm_status_text(status));
}
