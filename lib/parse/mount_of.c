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
    while (*path == '/' && (path[1] == '/' || (path[1] == '.' && path[2] == '/')))
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

/* Whether a mount point, which ends at a blank, is the path or a directory above it; sets the length. */
static bool is_on_path(const char *point, const char *end, const char *path, size_t *length)
{
    *length = 0;
    path = skip_slashes(path);
    /* The mount point `/`. */
    if (end - point >= 2 && point[1] == ' ')
        return true;
    while (point != end && *point != ' ') {
        char byte;

        point = vmm_take_path_byte(point, end, &byte);
        if (*path == '\0' || *path != byte)
            return false;
        path = skip_slashes(path + 1);
        ++*length;
    }
    return *path == '\0' || *path == '/';
}

/* Whether two numbers of mounts, which end at a blank, are equal. */
static bool is_same_id(const char *one, const char *other, const char *end)
{
    while (one != end && other != end && *one == *other && *one != ' ') {
        one++;
        other++;
    }
    return one != end && other != end && *one == *other;
}

/*
 * Takes a row; returns false if there is none. The row is the best one so far if it is a mount on the path in the mount `from` and the walk meets it first. Of
 * several mounts at the same place the last one counts. Without `from`, all mounts on the path count, and at the same
 * place the first one.
 */
static bool take_row(struct vmm_text *rows, const char *path, const struct mount_step *from, struct mount_step *best)
{
    struct mount_step step;
    vmm_status status = vmm_mount_next(rows, &step.mount, sizeof step.mount);

    if (status != VMM_OK)
        return status != VMM_END;
    if (!is_on_path(step.mount.mount_point.start, rows->end, path, &step.length))
        return true;
    /* The kernel's own first mount is its parent. */
    if (from->mount.mount_id.start != NULL &&
        (step.length < from->length || !is_same_id(step.mount.parent_id.start, from->mount.mount_id.start, rows->end) ||
         is_same_id(step.mount.mount_id.start, from->mount.mount_id.start, rows->end)))
        return true;
    if (best->mount.mount_id.start == NULL || step.length < best->length ||
        (step.length == best->length && from->mount.mount_id.start != NULL))
        *best = step;
    return true;
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
        rows.pos = mounts->pos;
        memset(&next, 0, sizeof next);
        while (take_row(&rows, path, &at, &next))
            ;
        if (next.mount.mount_id.start == NULL) {
            *row = at.mount;
            return at.mount.mount_id.start == NULL ? VMM_END : VMM_OK;
        }
        at = next;
    }
    return VMM_E_SPACE;
}
