/* SPDX-License-Identifier: MIT */
/* Paths with octal escapes, a byte at a time, and paths in the caller's buffer. */
#ifndef VMM_PATH_H
#define VMM_PATH_H

#include "../record/engine.h"
#include "vmmetrics/filesystem.h"

/*
 * Takes a byte of a path, or the escape that stands for one: `\040` is a blank. A byte is there. `\000` is no escape,
 * as it would end the path.
 */
static inline const char *vmm_take_path_byte(const char *p, const char *end, char *byte)
{
    if (end - p >= 4 && p[0] == '\\') {
        unsigned high = (unsigned char)p[1] - (unsigned)'0';
        unsigned middle = (unsigned char)p[2] - (unsigned)'0';
        unsigned low = (unsigned char)p[3] - (unsigned)'0';

        if (high <= 3 && middle <= 7 && low <= 7 && (high | middle | low) != 0) {
            *byte = (char)(high << 6 | middle << 3 | low);
            return p + 4;
        }
    }
    *byte = *p;
    return p + 1;
}

/*
 * Whether another mount than `mount`, which is a row of the mounts, holds the directory that a path has in it. The path
 * ends at a newline or at `end`, and is empty or begins with a slash. Also true if vmm_mount_of() could not tell.
 */
bool vmm_is_hidden(const struct vmm_text *mounts, const struct vmm_mount *mount, const char *path, const char *end);

/* A path that is put together in a buffer. Its length is counted past the end of the buffer as well. */
struct vmm_path {
    char *buffer;
    size_t room;
    size_t length;
    bool has_nul;
};

static inline void vmm_path_add(struct vmm_path *path, char byte)
{
    if (path->length < path->room)
        path->buffer[path->length] = byte;
    path->length++;
    path->has_nul = path->has_nul || byte == '\0';
}

/*
 * Ends a path: "" in the buffer unless the path is whole. A NUL in the path is VMM_E_ARGUMENT, since it would end the
 * path, and the shorter path would be that of another file. `needed` may be NULL.
 */
vmm_status vmm_path_end(struct vmm_path *path, size_t *needed);

#endif
