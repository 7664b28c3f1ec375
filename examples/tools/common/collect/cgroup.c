/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "cgroup.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <unistd.h>

#include "../read.h"
#include "monitor.h"
#include "watches.h"

/* Of the other processes in a cgroup so many are looked at. */
enum { MOST_NEIGHBOURS = 64, MOST_LEVELS = 32 };

static bool has(const char *directory, const char *name)
{
    char *path = path_of(directory, name);
    bool found = path != NULL && access(path, F_OK) == 0;

    free(path);
    return found;
}

/* Whether it is a hierarchy's first cgroup, which has everything of the host in it and is no machine's own. */
static bool is_root(const char *directory)
{
    return has(directory, "release_agent") ||
           (has(directory, "cgroup.controllers") && !has(directory, "cgroup.events"));
}

static void cut_last(char *path)
{
    char *last = strrchr(path, '/');

    if (last != NULL)
        *last = '\0';
}

/* From the cgroup of a thread to the cgroup of the whole machine. */
static void to_whole(struct reader *reader, char *directory)
{
    for (int i = 0; i < MOST_LEVELS; i++) {
        size_t length = strlen(directory), whole;
        char *path = path_of(directory, "cgroup.type");
        struct vmm_text type;
        bool has_type = path != NULL && reader_read_path(reader, path, &type) == 0;

        free(path);
        whole = vmm_cgroup_scope_of(directory, length, has_type ? &type : NULL);
        directory[whole] = '\0';
        if (whole == length)
            return;
    }
}

static int add_directory(struct cgroup_place *place, const char *directory, bool is_version2)
{
    struct stat status;

    for (size_t i = 0; i < place->count; i++) {
        if (strcmp(place->directories[i], directory) == 0)
            return 0;
    }
    if (place->count == MOST_CGROUP_DIRECTORIES)
        return 0;
    if (stat(directory, &status) != 0)
        return reader_is_gone(errno) ? 0 : errno;
    place->directories[place->count] = strdup(directory);
    if (place->directories[place->count] == NULL)
        return ENOMEM;
    if (is_version2)
        place->version2 = (int)place->count;
    place->count++;
    place->identity = (place->identity * 31 + status.st_ino) * 31 + status.st_dev;
    return 0;
}

/* A text of its own: the reader's buffer is used again. NULL where it cannot be read. */
static char *keep_text(struct reader *reader, const char *path, struct vmm_text *text, int *error)
{
    char *copy = NULL;
    size_t length;

    *error = reader_read_path(reader, path, text);
    if (*error != 0)
        return NULL;
    length = (size_t)(text->end - text->pos);
    copy = malloc(length + 1);
    if (copy == NULL)
        *error = ENOMEM;
    else
        *text = vmm_text_of(memcpy(copy, text->pos, length), length);
    return copy;
}

static bool is_text(struct vmm_span span, const char *text)
{
    return span.length == strlen(text) && memcmp(span.start, text, span.length) == 0;
}

/* How many parts `/..` a path begins with. */
static size_t steps_up(struct vmm_span path)
{
    size_t steps = 0;

    while (path.length >= 3 * (steps + 1) && memcmp(path.start + 3 * steps, "/..", 3) == 0)
        steps++;
    return steps;
}

/*
 * A reader in a cgroup namespace of its own sees the mount of the whole hierarchy of version 2 begin at `/../..`, and a
 * process outside of the namespace at `/../../NAME`. Where both go up equally far, what is left is the path.
 */
static bool find_above(struct vmm_text membership, struct vmm_text mounts, char path[PATH_MAX])
{
    struct vmm_cgroup_membership row = {{NULL, 0}, {NULL, 0}, {NULL, 0}};
    struct vmm_mount mount;
    vmm_status status;
    size_t steps;

    while ((status = vmm_cgroup_membership_next(&membership, &row, sizeof row)) != VMM_END) {
        if (status == VMM_OK && is_text(row.hierarchy, "0"))
            break;
    }
    steps = status == VMM_OK ? steps_up(row.path) : 0;
    while (steps != 0 && (status = vmm_mount_next(&mounts, &mount, sizeof mount)) != VMM_END) {
        if (status == VMM_OK && is_text(mount.type, "cgroup2") && mount.root.length == 3 * steps &&
            steps_up(mount.root) == steps)
            return snprintf(path, PATH_MAX, "%.*s%.*s", (int)mount.mount_point.length, mount.mount_point.start,
                            (int)(row.path.length - 3 * steps), row.path.start + 3 * steps) < PATH_MAX;
    }
    return false;
}

/* Keeps why the cgroup could not be looked for. */
static void keep_error(struct cgroup_place *place, int error, struct troubles *troubles)
{
    place->error = reader_is_gone(error) ? 0 : error;
    troubles_add(troubles, "cgroup", error);
}

/* The paths of the process's cgroups. */
static void find_directories(struct reader *reader, uint64_t pid, struct cgroup_place *place, struct troubles *troubles)
{
    /* The first is version 2 whatever its controllers are. */
    static const char *const controllers[] = {"", "cpuacct", "cpu", "memory", "blkio", "io", "pids"};
    enum { COUNT = sizeof controllers / sizeof controllers[0] };
    char(*found)[PATH_MAX] = calloc(COUNT, sizeof *found);
    char directory[READER_PATH_BYTES];
    struct vmm_text membership, mounts;
    size_t count = COUNT;
    int error = found == NULL ? ENOMEM : reader_read_mounts(reader, &mounts);

    if (error == 0)
        error = reader_read_proc(reader, pid, "cgroup", &membership);
    /* Most hosts have version 2 only. */
    if (error == 0 && membership.end - membership.pos > 3 && memcmp(membership.pos, "0::", 3) == 0)
        count = 1;
    for (size_t i = 0; error == 0 && i < count; i++)
        vmm_cgroup_path_of(&membership, &mounts, controllers[i], found[i], sizeof found[i], NULL);
    if (error == 0 && found[0][0] == '\0' && !find_above(membership, mounts, found[0]))
        found[0][0] = '\0';
    for (size_t i = 0; error == 0 && i < count; i++) {
        if (found[i][0] == '\0' || !reader_rebase(reader, found[i], directory))
            continue;
        to_whole(reader, directory);
        if (is_root(directory))
            continue;
        if (i == 1 && strcmp(found[0], found[1]) != 0)
            place->has_cpuacct = true;
        error = add_directory(place, directory, i == 0);
    }
    free(found);
    keep_error(place, error, troubles);
}

/* ---- Whose it is ---- */

static bool is_cgroup_file_system(const char *directory)
{
    struct statfs system;

    return statfs(directory, &system) == 0 && (system.f_type == CGROUP2_TYPE || system.f_type == CGROUP_TYPE);
}

/* Whether one directory is the other, or below it. */
static bool is_below(const char *directory, const struct stat *above)
{
    char path[READER_PATH_BYTES];

    if (snprintf(path, sizeof path, "%s", directory) >= (int)sizeof path)
        return false;
    for (int i = 0; i < MOST_LEVELS && path[0] != '\0'; i++) {
        struct stat status;

        if (stat(path, &status) == 0 && status.st_ino == above->st_ino && status.st_dev == above->st_dev)
            return true;
        cut_last(path);
    }
    return false;
}

/* Whether the process has left the cgroup that the caller named. A directory that is no cgroup cannot say. */
static void find_left(struct reader *reader, uint64_t pid, struct cgroup_place *place)
{
    struct cgroup_place its = {.version2 = -1};
    struct troubles ignored = {.count = 0};
    const char *wanted = place->count == 0 ? NULL : place->directories[0];
    struct stat above;

    if (wanted == NULL || !is_cgroup_file_system(wanted) || stat(wanted, &above) != 0)
        return;
    find_directories(reader, pid, &its, &ignored);
    place->is_left = its.count != 0;
    for (size_t i = 0; i < its.count; i++)
        place->is_left &= !is_below(its.directories[i], &above);
    cgroup_release(&its);
}

/* Counts the machines among the processes of the cgroup, as far as two: one more than this one is enough to know. */
void cgroup_count(struct reader *reader, uint64_t pid, struct cgroup_place *place)
{
    char *path = place->count == 0 ? NULL : path_of(place->directories[0], "cgroup.procs"), *copy, *at;
    struct vmm_text text;
    bool has_own = false;
    uint64_t others = 0;
    int error, left = MOST_NEIGHBOURS;

    place->is_counted = false;
    place->count_error = 0;
    if (path == NULL)
        return;
    copy = keep_text(reader, path, &text, &error);
    free(path);
    /* A threaded cgroup does not list processes. */
    place->count_error = reader_is_gone(error) || error == EOPNOTSUPP ? 0 : error;
    if (copy == NULL)
        return;
    copy[text.end - text.pos] = '\0';
    for (at = copy; *at >= '0' && *at <= '9';) {
        uint64_t number = strtoull(at, &at, 10);

        at += *at == '\n';
        if (number == pid)
            has_own = true;
        else if (others == 0 && number != 0 && left-- > 0)
            others = monitor_is(reader, number) == MONITOR_IS_MACHINE;
    }
    free(copy);
    /* Another PID namespace numbers them otherwise. */
    place->is_counted = has_own;
    if (has_own)
        place->machines = 1 + others;
}

void cgroup_find(struct reader *reader, uint64_t pid, const char *wanted, struct cgroup_place *place,
                 struct troubles *troubles)
{
    struct cgroup_place before = *place;

    cgroup_release(place);
    *place = (struct cgroup_place){.version2 = -1, .machines = VMM_UNKNOWN};
    if (wanted == NULL) {
        find_directories(reader, pid, place, troubles);
    } else {
        keep_error(place, add_directory(place, wanted, false), troubles);
        find_left(reader, pid, place);
    }
    /* The caller may know of others. */
    if (place->identity != 0 && place->identity == before.identity)
        place->machines = before.machines;
    cgroup_count(reader, pid, place);
    troubles_add(troubles, "cgroup.procs", place->count_error);
    if (place->is_left)
        troubles_add_reason(troubles, "cgroup", "the process is not in this cgroup");
}

void cgroup_release(struct cgroup_place *place)
{
    while (place->count != 0) {
        free(place->directories[--place->count]);
        if (place->watcher != NULL)
            watches_remove(place->watcher, place->watches[place->count]);
    }
}

/* Files that are no cgroup's may change in other ways. */
static int watch(struct reader *reader, const char *directory)
{
    return is_cgroup_file_system(directory) ? watches_add(reader, directory) : -1;
}

int cgroup_open(struct cgroup_place *place, struct reader *reader, struct sources *limits, struct sources *files,
                struct troubles *troubles)
{
    static const char *const limit[] = {"cpu.max",    "cpu.cfs_quota_us",      "cpu.cfs_period_us",
                                        "memory.max", "memory.limit_in_bytes", NULL};
    static const char *const cpu[] = {"cpu.stat", "cpuacct.usage", NULL};
    static const char *const memory[] = {
        "memory.current",     "memory.peak", "memory.events", "memory.usage_in_bytes", "memory.max_usage_in_bytes",
        "memory.oom_control", NULL};
    static const char *const memory_stat[] = {"memory.stat", NULL};
    static const char *const swap[] = {"memory.swap.current", NULL};
    /* Version 1 has a file for bytes and one for operations. */
    static const char *const io[] = {"io.stat", "blkio.throttle.io_service_bytes_recursive",
                                     "blkio.throttle.io_serviced_recursive", NULL};
    static const char *const cpu_pressure[] = {"cpu.pressure", NULL};
    static const char *const memory_pressure[] = {"memory.pressure", NULL};
    static const char *const io_pressure[] = {"io.pressure", NULL};
    static const struct {
        const char *const *names;
        struct source_use use;
    } uses[] = {
        {limit, {SOURCE_LIMIT, VMM_RECORD_CGROUP, 0}},
        {cpu, {SOURCE_CGROUP, VMM_RECORD_CGROUP, 0}},
        {memory, {SOURCE_CGROUP, VMM_RECORD_CGROUP, 0}},
        {memory_stat, {SOURCE_CGROUP_MEMORY, VMM_RECORD_CGROUP_MEMORY, 0}},
        {swap, {SOURCE_CGROUP, VMM_RECORD_CGROUP, 0}},
        {io, {SOURCE_CGROUP_IO, VMM_RECORD_CGROUP_IO, 0}},
        {cpu_pressure, {SOURCE_CPU_PRESSURE, 0, 0}},
        {memory_pressure, {SOURCE_MEMORY_PRESSURE, 0, 0}},
        {io_pressure, {SOURCE_IO_PRESSURE, 0, 0}},
    };
    int error = 0;

    place->watcher = reader;
    for (size_t i = 0; error == 0 && i < place->count; i++) {
        /* On a hybrid host version 2 has a basic cpu.stat of whatever manages the machine. */
        bool is_basic = place->has_cpuacct && (int)i == place->version2;
        size_t before = limits->count;

        for (size_t k = 0; error == 0 && k < sizeof uses / sizeof uses[0]; k++) {
            if ((uses[k].names != cpu || !is_basic) && (uses[k].names != swap || reader->is_thorough))
                error = sources_add_all(uses[k].names == limit ? limits : files, place->directories[i], uses[k].names,
                                        uses[k].use, troubles);
        }
        place->watches[i] = limits->count == before ? -1 : watch(reader, place->directories[i]);
        /* Not yet read. */
        place->writes[i] = VMM_UNKNOWN;
        place->has_limits[i] = limits->count != before;
    }
    return error;
}

bool cgroup_limits_are_due(struct cgroup_place *place, int64_t after_ns)
{
    bool are_due = false;

    for (size_t i = 0; i < place->count; i++) {
        uint64_t writes = place->has_limits[i] ? watches_writes(place->watcher, place->watches[i], after_ns) : 0;

        are_due |= !vmm_is_known(writes) || writes != place->writes[i];
        place->writes[i] = writes;
    }
    return are_due;
}
