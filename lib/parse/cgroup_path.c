/* SPDX-License-Identifier: MIT */
/*
 * Finds the directory of a process's cgroup. A word or path of a text is read up to the byte after it (a blank, a
 * comma, a colon, a newline), and never beyond the text.
 */
#include "vmmetrics/cgroup_path.h"

#include "../record/engine.h"
#include "../scan/scan.h"
#include "path.h"
#include "vmmetrics/filesystem.h"

/* So many hidden mounts of a hierarchy are passed over, which bounds the time. */
enum { MOST_HIDDEN = 16 };

/* Whether the word at p, which ends at a comma or `stop`, is this word. */
static bool is_word(const char *p, const char *end, char stop, const char *word)
{
    while (p != end && *p != ',' && *p != stop) {
        if (*word == '\0' || *p != *word)
            return false;
        p++;
        word++;
    }
    return *word == '\0';
}

/* Whether one of the words from p on is this word. */
static bool has_word(const char *p, const char *end, char stop, const char *word)
{
    for (;;) {
        if (is_word(p, end, stop, word))
            return true;
        while (p != end && *p != ',' && *p != stop)
            p++;
        if (p == end || *p == stop)
            return false;
        p++;
    }
}

/*
 * The paths of the process's cgroups: in the hierarchy of version 1 that has the controller, and in the hierarchy of
 * version 2. NULL if the process has no path there. Each path ends at a newline.
 */
struct paths {
    const char *v1;
    const char *v2;
    const char *end;
};

/* Takes a row of /proc/PID/cgroup. */
static vmm_status take_membership(struct vmm_text *rows, const char *controller, struct paths *paths)
{
    struct vmm_cgroup_membership row;
    vmm_status status = vmm_cgroup_membership_next(rows, &row, sizeof row);

    if (status != VMM_OK)
        return status;
    if (row.controllers.length == 0) {
        if (paths->v2 == NULL && row.hierarchy.length == 1 && row.hierarchy.start[0] == '0')
            paths->v2 = row.path.start;
    } else if (controller != NULL && *controller != '\0' &&
               has_word(row.controllers.start, rows->end, ':', controller)) {
        paths->v1 = row.path.start;
    }
    return VMM_OK;
}

static bool is_of_hierarchy(const struct vmm_mount *mount, const char *end, const char *controller, bool is_v2)
{
    const char *type = mount->type.start;
    const char *error;

    if (is_v2)
        return vmm_take_word(type, end, "cgroup2 ", 8, &error) != NULL;
    return vmm_take_word(type, end, "cgroup ", 7, &error) != NULL &&
           has_word(mount->super_options.start, end, '\n', controller);
}

/*
 * The rest of a path after the root of a mount: the newline after the path, or a slash and more. The root has escapes.
 * NULL if the mount does not show the path.
 */
static const char *after_root(const char *root, const char *root_end, const char *path, const char *end)
{
    const char *last = path;
    char byte = '\0';

    while (root != root_end && *root != ' ') {
        root = vmm_take_path_byte(root, root_end, &byte);
        if (path == end || *path == '\n' || *path != byte)
            return NULL;
        last = path;
        path++;
    }
    /* The root `/` is only a slash, and this slash also begins the rest. */
    if (byte == '/')
        path = last;
    if (end - path >= 2 && path[0] == '/' && path[1] == '\n')
        return path + 1;
    /* The path is outside of the root, whose name is unknown. */
    if (end - path >= 4 && path[0] == '/' && path[1] == '.' && path[2] == '.' && (path[3] == '/' || path[3] == '\n'))
        return NULL;
    return path != end && (*path == '/' || *path == '\n') ? path : NULL;
}

/* Joins a mount point, which has escapes, and the rest of a path. */
static void join_paths(const char *point, const char *point_end, const char *rest, const char *end,
                       struct vmm_path *path)
{
    /* The mount point `/` is only a slash, and the rest already begins with a slash. */
    if (point_end - point >= 2 && point[1] == ' ' && rest != end && *rest == '/')
        point++;
    while (point != point_end && *point != ' ') {
        char byte;

        point = vmm_take_path_byte(point, point_end, &byte);
        vmm_path_add(path, byte);
    }
    for (; rest != end && *rest != '\n'; rest++)
        vmm_path_add(path, *rest);
}

/*
 * Takes a row of mountinfo: VMM_OK with the directory in `path` if the mount shows the path and is not hidden, otherwise
 * VMM_E_EMPTY or VMM_END.
 */
static vmm_status take_mount(struct vmm_text *rows, const struct vmm_text *mounts, const char *controller,
                             const struct paths *paths, struct vmm_path *path, unsigned *hidden)
{
    struct vmm_mount mount;
    vmm_status status = vmm_mount_next(rows, &mount, sizeof mount);
    const char *rest;

    if (status == VMM_END || *hidden == MOST_HIDDEN)
        return VMM_END;
    if (status != VMM_OK || !is_of_hierarchy(&mount, rows->end, controller, paths->v1 == NULL))
        return VMM_E_EMPTY;
    rest = after_root(mount.root.start, rows->end, paths->v1 != NULL ? paths->v1 : paths->v2, paths->end);
    if (rest == NULL)
        return VMM_E_EMPTY;
    if (vmm_is_hidden(mounts, &mount, rest, paths->end)) {
        ++*hidden;
        return VMM_E_EMPTY;
    }
    join_paths(mount.mount_point.start, rows->end, rest, paths->end, path);
    return VMM_OK;
}

vmm_status vmm_cgroup_path_of(const struct vmm_text *membership, const struct vmm_text *mounts, const char *controller,
                              char *buffer, size_t buffer_size, size_t *needed)
{
    struct vmm_path path = {buffer, buffer_size, 0, false};
    struct paths paths = {NULL, NULL, NULL};
    struct vmm_text memberships, rows, all;
    unsigned hidden = 0;
    vmm_status status;

    if (needed != NULL)
        *needed = 0;
    if (buffer == NULL)
        return VMM_E_ARGUMENT;
    if (buffer_size != 0)
        *buffer = '\0';
    if (membership == NULL || mounts == NULL)
        return VMM_E_ARGUMENT;
    memberships = *membership;
    rows = all = *mounts;
    if (!vmm_is_usable(&memberships) || !vmm_is_usable(&rows))
        return VMM_E_ARGUMENT;
    paths.end = memberships.end;
    do
        status = take_membership(&memberships, controller, &paths);
    while (status != VMM_END && paths.v1 == NULL);
    if (paths.v1 == NULL && paths.v2 == NULL)
        return VMM_E_EMPTY;
    do
        status = take_mount(&rows, &all, controller, &paths, &path, &hidden);
    while (status == VMM_E_EMPTY);
    return status == VMM_OK ? vmm_path_end(&path, needed) : status;
}
