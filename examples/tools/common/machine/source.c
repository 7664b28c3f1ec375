/* SPDX-License-Identifier: MIT */
#include "source.h"

#include "../collect/reader.h"

int read_path(const char *path, struct vmm_text *text)
{
    static struct reader reader;

    return reader_read_path(&reader, path, text);
}
