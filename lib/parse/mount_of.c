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

/* A mount on the path: its row, which begins with its number, and how many bytes its mount point has without escapes. */
struct mount_step {
    const char *row;
    size_t length;
};

/*
 * A path in two parts: a mount point in the text of the mounts, which has escapes and ends at a blank, or NULL; and the
 * rest, which ends at `end` or before at a byte `stop`, and is empty or begins with a slash.
 */
struct mount_place {
    const char *point;
    const char *rest;
    const char *end;
    char stop;
};

/* Goes to the next byte of a path: the slashes and `.` between two components count as one slash. */
static const char *skip_slashes(const char *path, const char *end)
{
    while (end - path >= 2 && path[0] == '/') {
        if (path[1] == '/')
            path++;
        else if (path[1] == '.' && end - path >= 3 && path[2] == '/')
            path += 2;
        else
            break;
    }
    return path;
}

/* The end of a path; NULL if the path does not begin at the root, or has a component `..`, which may be a link's. */
static const char *end_of_path(const char *path)
{
    if (*path != '/')
        return NULL;
    for (; *path != '\0'; path++)
        if (path[0] == '/' && path[1] == '.' && path[2] == '.' && (path[3] == '/' || path[3] == '\0'))
            return NULL;
    return path;
}

/* Whether a mount point is `/`. */
static bool is_slash(const char *point, const char *end)
{
    return end - point >= 2 && point[1] == ' ';
}

/*
 * Follows a mount point along the first part of a path, and counts its bytes. Returns the rest of the mount point, or NULL
 * if it leads to another place.
 */
VMM_RARE static const char *follow(const char *point, const char *end, const char *along, size_t *length)
{
    char byte, other;

    while (along != end && *along != ' ') {
        along = vmm_take_path_byte(along, end, &other);
        if (point == end || *point == ' ')
            return other == '/' ? point : NULL;
        point = vmm_take_path_byte(point, end, &byte);
        if (byte != other)
            return NULL;
        ++*length;
    }
    return point;
}

/* Whether a mount point, which ends at a blank, is the path or a directory above it; sets the length. */
static bool is_on_path(const char *point, const char *end, const struct mount_place *place, size_t *length)
{
    const char *path = skip_slashes(place->rest, place->end);

    *length = 0;
    if (is_slash(point, end))
        return true;
    if (place->point != NULL && !is_slash(place->point, end))
        point = follow(point, end, place->point, length);
    while (point != NULL && point != end && *point != ' ') {
        char byte;

        point = vmm_take_path_byte(point, end, &byte);
        if (path == place->end || *path == place->stop || *path != byte)
            return false;
        path = skip_slashes(path + 1, place->end);
        ++*length;
    }
    return point != NULL && (path == place->end || *path == place->stop || *path == '/');
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
 * Takes a row; returns false if there is none. The row is the best one so far if it is a mount on the path in the mount
 * `from` and the walk meets it first. Of several mounts at the same place the last one counts. Without `from`, all mounts
 * on the path count, and at the same place the first one.
 */
static bool take_row(struct vmm_text *rows, const struct mount_place *place, const struct mount_step *from,
                     struct mount_step *best)
{
    struct mount_step step = {rows->pos, 0};
    struct vmm_mount mount;
    vmm_status status = vmm_mount_next(rows, &mount, sizeof mount);

    if (status != VMM_OK)
        return status != VMM_END;
    if (!is_on_path(mount.mount_point.start, rows->end, place, &step.length))
        return true;
    /* The kernel's own first mount is its parent. */
    if (from->row != NULL && (step.length < from->length || !is_same_id(mount.parent_id.start, from->row, rows->end) ||
                              is_same_id(step.row, from->row, rows->end)))
        return true;
    if (best->row == NULL || step.length < best->length || (step.length == best->length && from->row != NULL))
        *best = step;
    return true;
}

/* Finds the row of the mount that holds a place: VMM_OK, VMM_END or VMM_E_SPACE as vmm_mount_of() returns them. */
static vmm_status find_mount(const struct vmm_text *mounts, const struct mount_place *place, const char **row)
{
    struct mount_step at = {NULL, 0}, next;
    struct vmm_text rows = *mounts;

    for (unsigned i = 0; i <= MOST_STEPS; i++) {
        rows.pos = mounts->pos;
        next = (struct mount_step){NULL, 0};
        while (take_row(&rows, place, &at, &next))
            ;
        if (next.row == NULL) {
            if (at.row == NULL)
                return VMM_END;
            *row = at.row;
            return VMM_OK;
        }
        at = next;
    }
    return VMM_E_SPACE;
}

vmm_status vmm_mount_of(const struct vmm_text *mounts, const char *path, struct vmm_mount *row, size_t row_size)
{
    struct mount_place place = {NULL, path, NULL, '\0'};
    struct vmm_text rows;
    vmm_status status;

    if (row == NULL || row_size < sizeof *row)
        return VMM_E_ARGUMENT;
    memset(row, 0, sizeof *row);
    if (mounts == NULL || path == NULL)
        return VMM_E_ARGUMENT;
    rows = *mounts;
    place.end = end_of_path(path);
    if (!vmm_is_usable(&rows) || place.end == NULL)
        return VMM_E_ARGUMENT;
    status = find_mount(&rows, &place, &rows.pos);
    return status == VMM_OK ? vmm_mount_next(&rows, row, row_size) : status;
}

bool vmm_is_hidden(const struct vmm_text *mounts, const struct vmm_mount *mount, const char *path, const char *end)
{
    const struct mount_place place = {mount->mount_point.start, path, end, '\n'};
    const char *row = NULL;

    return find_mount(mounts, &place, &row) != VMM_OK || row != mount->mount_id.start;
}
