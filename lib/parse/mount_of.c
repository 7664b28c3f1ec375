/* SPDX-License-Identifier: MIT */
/*
 * The mount that holds a path: from the root mount to a mount on the path, and from this one to the next, as the kernel
 * walks. Where two mounts of one parent are on the path, the walk meets the one that is nearer to the root first, so the
 * other is hidden.
 */
#include "../record/engine.h"
#include "path.h"
#include "vmmetrics/filesystem.h"

/* So many steps are enough for each real table, and bound the time. */
enum { MOST_STEPS = 64 };

/* A mount on the path: how many bytes of its mount point there are, without escapes. */
struct mount_step {
    struct vmm_mount mount;
    size_t length;
};

/* Goes to the next byte of a path: the slashes and `.` between two components count as one slash. */
static const char *skip_slashes(const char *path)
{
    while (*path == '/' &&
           (path[1] == '/' || path[1] == '\0' || (path[1] == '.' && (path[2] == '/' || path[2] == '\0'))))
        path += path[1] == '.' ? 2 : 1;
    return path;
}

/* Whether a path begins at the root and has no component `..`, whose meaning depends on symbolic links. */
static bool is_walkable(const char *path)
{
    if (*path != '/')
        return false;
    for (; *path != '\0'; path++)
        if (path[0] == '/' && path[1] == '.' && path[2] == '.' && (path[3] == '/' || path[3] == '\0'))
            return false;
    return true;
}

/* Whether a mount point is the path or a directory above it; sets the length. */
static bool is_on_path(const struct vmm_span *point, const char *path, size_t *length)
{
    const char *p = point->start, *end = p + point->length;

    *length = 0;
    path = skip_slashes(path);
    /* The mount point `/`. */
    if (point->length == 1)
        return true;
    while (p != end) {
        char byte;

        p = vmm_take_path_byte(p, end, &byte);
        if (*path == '\0' || *path != byte)
            return false;
        path = skip_slashes(path + 1);
        ++*length;
    }
    return *path == '\0' || *path == '/';
}

static bool is_same_id(const struct vmm_span *one, const struct vmm_span *other)
{
    return one->length == other->length && memcmp(one->start, other->start, one->length) == 0;
}

/*
 * Takes the next step: to the mount that the walk meets first in the mount `from`, the last one of several at the same
 * place. Without `from`, to the first mount that is nearest to the root. False if there is none.
 */
static bool take_step(struct vmm_text rows, const char *path, const struct mount_step *from, struct mount_step *best)
{
    bool is_first = from->mount.mount_id.start == NULL;
    struct mount_step step;
    vmm_status status;

    memset(best, 0, sizeof *best);
    while ((status = vmm_mount_next(&rows, &step.mount, sizeof step.mount)) != VMM_END) {
        if (status != VMM_OK || !is_on_path(&step.mount.mount_point, path, &step.length))
            continue;
        /* The kernel's own first mount is its parent. */
        if (!is_first && (!is_same_id(&step.mount.parent_id, &from->mount.mount_id) || step.length < from->length ||
                          is_same_id(&step.mount.mount_id, &from->mount.mount_id)))
            continue;
        if (best->mount.mount_id.start == NULL || step.length < best->length ||
            (step.length == best->length && !is_first))
            *best = step;
    }
    return best->mount.mount_id.start != NULL;
}

vmm_status vmm_mount_of(const struct vmm_text *mounts, const char *path, struct vmm_mount *row, size_t row_size)
{
    struct mount_step at = {0}, next;
    struct vmm_text rows;

    if (row == NULL || row_size < sizeof *row)
        return VMM_E_ARGUMENT;
    memset(row, 0, sizeof *row);
    if (mounts == NULL || path == NULL)
        return VMM_E_ARGUMENT;
    rows = *mounts;
    if (!vmm_is_usable(&rows) || !is_walkable(path))
        return VMM_E_ARGUMENT;
    for (unsigned i = 0; i <= MOST_STEPS; i++) {
        if (!take_step(rows, path, &at, &next)) {
            *row = at.mount;
            return at.mount.mount_id.start == NULL ? VMM_END : VMM_OK;
        }
        at = next;
    }
    return VMM_E_SPACE;
}
