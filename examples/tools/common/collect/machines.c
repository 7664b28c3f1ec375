/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "machines.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/statfs.h>
#include <unistd.h>

/* Descriptors of processes that one look reads, at most; the others have their turn in the next one. */
enum { MOST_LOOKED_AT = 65536, LOOK_AT_LEAST = 64 };

struct machine *machines_find(const struct machines *machines, uint64_t pid)
{
    for (size_t i = 0; i < machines->count; i++) {
        if (machines->list[i]->pid == pid)
            return machines->list[i];
    }
    return NULL;
}

/* Makes room for one more. */
static int grow(struct machines *machines)
{
    size_t capacity = machines->capacity == 0 ? 16 : machines->capacity * 2;
    struct machine **list;

    if (machines->count < machines->capacity)
        return 0;
    list = realloc(machines->list, capacity * sizeof(struct machine *));
    if (list == NULL)
        return ENOMEM;
    machines->list = list;
    machines->capacity = capacity;
    return 0;
}

int machines_add(struct machines *machines, struct reader *reader, uint64_t pid, const struct wanted *wanted)
{
    struct machine *machine = malloc(sizeof *machine);
    int error = machine == NULL ? ENOMEM : grow(machines);

    if (error == 0)
        error = machine_open(machine, reader, pid, wanted);
    if (error == 0) {
        error = machine_sample(machine, reader);
        if (error != 0)
            machine_close(machine);
    }
    if (error != 0) {
        free(machine);
        return error;
    }
    machines->list[machines->count++] = machine;
    return 0;
}

/* ---- Processes that were seen ---- */

static int by_number(const void *a, const void *b)
{
    const struct candidate *one = a, *other = b;

    return one->pid < other->pid ? -1 : one->pid > other->pid;
}

static struct candidate *find_candidate(const struct candidates *candidates, uint64_t pid)
{
    struct candidate wanted = {.pid = pid};

    return candidates->count == 0 ? NULL
                                  : bsearch(&wanted, candidates->list, candidates->count, sizeof wanted, by_number);
}

static int add_candidate(struct candidates *candidates, const struct candidate *candidate)
{
    if (candidates->count == candidates->capacity) {
        size_t capacity = candidates->capacity == 0 ? 256 : candidates->capacity * 2;
        struct candidate *list = realloc(candidates->list, capacity * sizeof *list);

        if (list == NULL)
            return ENOMEM;
        candidates->list = list;
        candidates->capacity = capacity;
    }
    candidates->list[candidates->count++] = *candidate;
    return 0;
}

void machines_remove(struct machines *machines, size_t index)
{
    struct candidate *candidate = find_candidate(&machines->candidates, machines->list[index]->pid);

    /* Should there be another process of its number, it is to be looked at anew. */
    if (candidate != NULL)
        *candidate = (struct candidate){.pid = candidate->pid};
    machine_close(machines->list[index]);
    free(machines->list[index]);
    machines->count--;
    memmove(&machines->list[index], &machines->list[index + 1], (machines->count - index) * sizeof(struct machine *));
}

void machines_close(struct machines *machines)
{
    while (machines->count != 0)
        machines_remove(machines, machines->count - 1);
    free(machines->list);
    free(machines->candidates.list);
    *machines = (struct machines){.list = NULL};
}

/* ---- Looking ---- */

static bool is_time(uint32_t passes)
{
    return passes % LOOK_AT_LEAST == 0 || (passes & (passes - 1)) == 0;
}

/* Finds out whether a process is a machine. Gives false where the process is gone. */
static bool look_at(struct candidate *candidate, struct reader *reader, size_t *left)
{
    struct vmm_process process;
    struct vmm_text text;
    int error = reader_read_proc(reader, candidate->pid, "stat", &text);

    candidate->is_machine = false;
    if (error != 0) {
        candidate->is_hidden = !reader_is_gone(error);
        return candidate->is_hidden;
    }
    vmm_record_init(VMM_RECORD_PROCESS, &process, sizeof process);
    if (vmm_record_read(&text, VMM_FILE_PROCESS_STAT, &process, sizeof process) != VMM_OK)
        return true;
    if (candidate->starttime_ticks != process.starttime_ticks)
        *candidate = (struct candidate){.pid = candidate->pid, .starttime_ticks = process.starttime_ticks};
    candidate->is_machine = monitor_has_name(process.comm);
    /* A thread of the kernel has no memory of its own, and opens nothing. */
    if (candidate->is_machine || process.vsize_bytes == 0 || !is_time(candidate->passes)) {
        candidate->passes++;
    } else if (*left != 0) {
        error = descriptors_find_machine(reader, candidate->pid, left, &candidate->is_machine);
        candidate->is_hidden = error != 0 && !reader_is_gone(error);
        candidate->passes++;
    }
    return true;
}

/* Whether processes are hidden: then the first one is, too. A directory that is not the kernel's hides nothing. */
static bool is_blind(const struct reader *reader)
{
    char path[ROOTS_PATH_BYTES];
    struct statfs system;
    int fd;

    if (!roots_proc(&reader->roots, "", path) || statfs(path, &system) != 0 || system.f_type != PROC_TYPE ||
        !roots_proc(&reader->roots, "1/stat", path))
        return false;
    fd = reader_open(path);
    if (fd >= 0)
        close(fd);
    return fd < 0;
}

/* A machine is added; an error is told once. */
static void take(struct machines *machines, struct reader *reader, struct candidate *candidate, machines_tell *tell,
                 void *context)
{
    int error = 0;

    if (machines_find(machines, candidate->pid) == NULL)
        error = machines_add(machines, reader, candidate->pid, &machines->wanted);

    candidate->is_machine = error == 0;
    if (error == 0 || reader_is_gone(error) || candidate->is_told)
        return;
    candidate->is_told = true;
    tell(context, candidate->pid, error);
}

static int by_cgroup(const void *a, const void *b)
{
    uint64_t one = (*(struct machine *const *)a)->cgroup.identity,
             other = (*(struct machine *const *)b)->cgroup.identity;

    return one < other ? -1 : one > other;
}

/* Machines in one cgroup: each knows of the others, also of one that has come since. */
static void count_neighbours(const struct machines *machines)
{
    size_t count = machines->count, end;
    struct machine **sorted = malloc((count + 1) * sizeof(struct machine *));

    if (sorted == NULL || count == 0) {
        free(sorted);
        return;
    }
    memcpy(sorted, machines->list, count * sizeof(struct machine *));
    qsort(sorted, count, sizeof(struct machine *), by_cgroup);
    for (size_t begin = 0; begin < count; begin = end) {
        for (end = begin + 1; end < count && by_cgroup(&sorted[begin], &sorted[end]) == 0;)
            end++;
        for (size_t i = begin; i < end; i++) {
            struct cgroup_place *cgroup = &sorted[i]->cgroup;

            if (cgroup->identity != 0 && end - begin > 1)
                cgroup->machines = end - begin;
            else if (!cgroup->is_counted)
                cgroup->machines = VMM_UNKNOWN;
        }
    }
    free(sorted);
}

int machines_look(struct machines *machines, struct reader *reader, machines_tell *tell, void *context)
{
    struct candidates seen = {NULL, 0, 0};
    char path[ROOTS_PATH_BYTES];
    struct dirent *entry;
    size_t left = MOST_LOOKED_AT;
    int error = 0;
    DIR *list = roots_proc(&reader->roots, "", path) ? opendir(path) : NULL;

    if (list == NULL)
        return errno;
    machines->processes = machines->hidden = 0;
    machines->is_blind = is_blind(reader);
    while (error == 0 && (entry = readdir(list)) != NULL) {
        struct candidate candidate = {.pid = strtoull(entry->d_name, NULL, 10)};
        const struct candidate *known;

        if (entry->d_name[strspn(entry->d_name, "0123456789")] != '\0' || strlen(entry->d_name) > 19 ||
            candidate.pid == 0)
            continue;
        known = find_candidate(&machines->candidates, candidate.pid);
        if (known != NULL)
            candidate = *known;
        if (!candidate.is_machine) {
            if (!look_at(&candidate, reader, &left))
                continue;
            if (candidate.is_machine)
                take(machines, reader, &candidate, tell, context);
        }
        machines->processes++;
        machines->hidden += candidate.is_hidden;
        error = add_candidate(&seen, &candidate);
    }
    closedir(list);
    if (seen.count != 0)
        qsort(seen.list, seen.count, sizeof *seen.list, by_number);
    free(machines->candidates.list);
    machines->candidates = seen;
    count_neighbours(machines);
    reader_share(reader, machines->count);
    return error;
}

void machines_allow_files(void)
{
    struct rlimit limit;

    if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_NOFILE, &limit);
    }
}
