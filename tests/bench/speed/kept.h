/* SPDX-License-Identifier: MIT */
/* Files of /proc with descriptors that stay open: how a program samples that lives for long. */
#ifndef VMM_SPEED_KEPT_H
#define VMM_SPEED_KEPT_H

#include <stdbool.h>
#include <stddef.h>

struct kept {
    const char *path;
    int fd;
    /* Reads what is in the file into records; false where it does not understand it. */
    bool (*parse)(const char *bytes, size_t length);
    size_t length;
};

/* Opens a file that it knows how to read; false where there is none. */
bool kept_open(struct kept *kept, const char *path);

/* Reads all of it again. The bytes are those of the last file that was read. */
bool kept_read(struct kept *kept);
bool kept_parse(const struct kept *kept);

#endif
