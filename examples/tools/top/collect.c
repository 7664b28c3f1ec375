/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "collect.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "../common/clock.h"

/* For so many seconds a message is shown. */
enum { SHOWN = 4 };

static int64_t time_of_host(void *user)
{
    (void)user;
    return now_ns();
}

void collect_say(struct model *model, const char *name, const char *what)
{
    model->message_time = now_ns() / 1000000000;
    snprintf(model->message, sizeof model->message, "%.96s: %s", name, what);
}

static void tell(void *context, uint64_t pid, int error)
{
    char subject[32];

    snprintf(subject, sizeof subject, "process %llu", (unsigned long long)pid);
    collect_say(context, subject, strerror(error));
}

static struct vm *new_vm(struct machine *machine)
{
    struct vm *vm = calloc(1, sizeof *vm);

    if (vm == NULL)
        return NULL;
    vm->pid = machine->pid;
    vm->machine = machine;
    vm->balloon = machine->wanted.balloon;
    machine->user = vm;
    return vm;
}

/* Room for as many rows as there are machines. */
static int reserve(struct collector *collector, struct model *model)
{
    struct vm **vms;

    if (collector->machines.count <= collector->capacity)
        return 0;
    vms = realloc(model->vms, collector->machines.capacity * sizeof(struct vm *));
    if (vms == NULL)
        return ENOMEM;
    model->vms = vms;
    collector->capacity = collector->machines.capacity;
    return 0;
}

/* Reads the machines that are in the table; machines that have ended leave the table. */
static void read_machines(struct collector *collector, struct model *model)
{
    for (size_t i = 0; i < collector->machines.count;) {
        struct machine *machine = collector->machines.list[i];
        const struct vm *vm = machine->user;
        int error = machine_sample(machine, &collector->reader);

        if (error == 0) {
            i++;
            continue;
        }
        collect_say(model, vm->name, error == ESRCH ? "has ended" : strerror(error));
        free(machine->user);
        machines_remove(&collector->machines, i);
    }
}

/* How long ago a file was written: its numbers are at least as old. */
static struct figure age_of(const char *path, uint64_t time_seconds)
{
    struct stat status;

    if (path == NULL || stat(path, &status) != 0 || (uint64_t)status.st_mtime > time_seconds)
        return figure_of_count(VMM_UNKNOWN);
    return figure_of_count(time_seconds - (uint64_t)status.st_mtime);
}

/* Each machine that is not in the table yet gets a row; then all machines are measured. */
static int measure(struct collector *collector, struct model *model)
{
    struct moment moment = {collector->ticks_per_second, (uint64_t)time(NULL)};
    int error = reserve(collector, model);

    model->count = 0;
    for (size_t i = 0; error == 0 && i < collector->machines.count; i++) {
        struct machine *machine = collector->machines.list[i];
        struct vm *vm = machine->user == NULL ? new_vm(machine) : machine->user;

        if (vm == NULL)
            return ENOMEM;
        vm_name(vm, machine);
        vm_measure(vm, machine, moment);
        /* If the hypervisor gives no time of the guest's numbers, they are at least as old as the answer. */
        if (vm->figures[FIGURE_TOLD_AGO].known != IS_KNOWN)
            vm->figures[FIGURE_TOLD_AGO] = age_of(vm->balloon, moment.time_seconds);
        model->vms[model->count++] = vm;
    }
    return error;
}

static void take_time(struct model *model)
{
    time_t now = time(NULL);
    struct tm local;

    if (localtime_r(&now, &local) == NULL || strftime(model->time, sizeof model->time, "%H:%M:%S", &local) == 0)
        model->time[0] = '\0';
}

int collect_take(struct collector *collector, struct model *model)
{
    const struct options *options = collector->options;
    int error = 0;

    if (now_ns() / 1000000000 - model->message_time >= SHOWN)
        model->message[0] = '\0';
    take_time(model);
    moments_add(&model->moments, now_ns());
    self_take(collector->self, &model->self);
    if (!options->guest) {
        /* Those that are new have had their first sample when they were found. */
        if (model->samples != 0)
            read_machines(collector, model);
        if (options->pid_count == 0 &&
            (error = machines_look(&collector->machines, &collector->reader, tell, model)) != 0)
            collect_say(model, "/proc", strerror(error));
        if (collector->machines.is_blind)
            collect_say(model, "/proc", "hides processes (hidepid, ProtectProc): machines may be missing");
        error = measure(collector, model);
    }
    model->is_asked_for = options->pid_count != 0;
    model->samples++;
    return error;
}

const char *collect_open(struct collector *collector, const struct options *options, int *error)
{
    static char subject[64];

    *collector = (struct collector){.options = options, .ticks_per_second = (uint64_t)sysconf(_SC_CLK_TCK)};
    collector->reader = (struct reader){.roots = options->roots, .time_ns = time_of_host, .is_brief = true};
    collector->machines.wanted = (struct wanted){.balloon = options->balloon, .hypervisor = options->hypervisor};
    machines_allow_files();
    collector->self = self_new(&options->roots);
    *error = collector->self == NULL ? ENOMEM : 0;
    if (*error != 0)
        return "memory";
    for (size_t i = 0; i < options->pid_count; i++) {
        if (machines_find(&collector->machines, options->pids[i]) != NULL)
            continue;
        *error = machines_add(&collector->machines, &collector->reader, options->pids[i], &collector->machines.wanted);
        if (*error == ENOENT)
            *error = ESRCH;
        if (*error != 0) {
            snprintf(subject, sizeof subject, "process %llu", (unsigned long long)options->pids[i]);
            return subject;
        }
    }
    return NULL;
}

void collect_close(struct collector *collector, struct model *model)
{
    for (size_t i = 0; i < collector->machines.count; i++)
        free(collector->machines.list[i]->user);
    machines_close(&collector->machines);
    reader_release(&collector->reader);
    self_free(collector->self);
    free(model->vms);
    model->vms = NULL;
}
