/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "machines.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

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

int machines_add(struct machines *machines, uint64_t pid, const struct wanted *wanted)
{
    struct machine *machine = malloc(sizeof *machine);
    int error = machine == NULL ? ENOMEM : grow(machines);

    if (error == 0)
        error = machine_open(machine, pid, wanted);
    if (error == 0) {
        error = machine_read(machine);
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

void machines_remove(struct machines *machines, size_t index)
{
    machine_close(machines->list[index]);
    free(machines->list[index]);
    machines->list[index] = machines->list[--machines->count];
}

void machines_close(struct machines *machines)
{
    while (machines->count != 0)
        machines_remove(machines, machines->count - 1);
    free(machines->list);
    *machines = (struct machines){NULL, 0, 0};
}

static bool is_monitors(const char *number)
{
    struct vmm_process process;
    struct vmm_text text;
    char path[64];

    snprintf(path, sizeof path, "/proc/%.20s/stat", number);
    vmm_record_init(VMM_RECORD_PROCESS, &process, sizeof process);
    return read_path(path, &text) == 0 &&
           vmm_record_read(&text, VMM_FILE_PROCESS_STAT, &process, sizeof process) == VMM_OK &&
           is_monitor(process.comm);
}

int machines_look(struct machines *machines, machines_tell *tell, void *context)
{
    static const struct wanted nothing = {NULL, NULL, NULL, NULL, NULL};
    struct dirent *entry;
    DIR *list = opendir("/proc");

    if (list == NULL)
        return errno;
    while ((entry = readdir(list)) != NULL) {
        uint64_t pid = strtoull(entry->d_name, NULL, 10);
        int error;

        if (pid == 0 || strlen(entry->d_name) > 20 || machines_find(machines, pid) != NULL ||
            !is_monitors(entry->d_name))
            continue;
        error = machines_add(machines, pid, &nothing);
        if (error != 0 && error != ESRCH && error != ENOENT)
            tell(context, pid, error);
    }
    closedir(list);
    return 0;
}

void machines_allow_files(void)
{
    struct rlimit limit;

    if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_NOFILE, &limit);
    }
}
