/* SPDX-License-Identifier: MIT */
#define _POSIX_C_SOURCE 200809L
#include "processes.h"

#include <errno.h>
#include <limits.h>
#include <string.h>
#include <vmmetrics/vmmetrics.h>

#include "../common/message.h"
#include "../common/print.h"

static const char *const names[PROCESS_STATES] = {
    [VMM_PROCESS_STATE_RUNNING] = "running",
    [VMM_PROCESS_STATE_SLEEPING] = "sleeping",
    [VMM_PROCESS_STATE_DISK_SLEEP] = "disk_sleep",
    [VMM_PROCESS_STATE_STOPPED] = "stopped",
    [VMM_PROCESS_STATE_TRACING_STOP] = "tracing_stop",
    [VMM_PROCESS_STATE_ZOMBIE] = "zombie",
    [VMM_PROCESS_STATE_DEAD] = "dead",
    [VMM_PROCESS_STATE_IDLE] = "idle",
    [VMM_PROCESS_STATE_PARKED] = "parked",
    [VMM_PROCESS_STATE_WAKEKILL] = "wakekill",
    [VMM_PROCESS_STATE_WAKING] = "waking",
};

void processes_init(struct processes *processes)
{
    processes->stat_file = file_of(NULL);
}

static void make_unknown(struct processes *processes)
{
    memset(processes->by_state, 0xff, sizeof processes->by_state);
    processes->threads = VMM_UNKNOWN;
}

/* Adds a process; false where it cannot be read, for what reason is said. One that is gone by now is no process. */
static bool add_process(struct processes *processes, const char *number)
{
    char path[sizeof "/proc//stat" + NAME_MAX];
    struct file *file = &processes->stat_file;
    struct vmm_process process;
    struct vmm_text text;
    vmm_status status;
    int error;

    stpcpy(stpcpy(stpcpy(path, "/proc/"), number), "/stat");
    file->path = path;
    error = file_read(file);
    file_close(file);
    file->path = NULL;
    if (error == ENOENT || error == ESRCH)
        return true;
    processes->total++;
    text = vmm_text_of(file->bytes, file->length);
    vmm_record_init(VMM_RECORD_PROCESS, &process, sizeof process);
    status = vmm_record_read(&text, VMM_FILE_PROCESS_STAT, &process, sizeof process);
    if (status == VMM_OK && !vmm_is_known(process.num_threads))
        status = VMM_E_SYNTAX;
    if (error != 0 || status != VMM_OK) {
        complain("/proc/PID/stat", &processes->complained, error != 0 ? strerror(error) : vmm_status_text(status));
        return false;
    }
    if (process.state < PROCESS_STATES)
        processes->by_state[process.state]++;
    processes->threads += process.num_threads;
    return true;
}

/* Counts all of them; false where one cannot be read. */
static bool add_processes(struct processes *processes)
{
    const struct dirent *entry;
    bool known = true;

    rewinddir(processes->directory);
    while ((entry = readdir(processes->directory)) != NULL) {
        if (entry->d_name[0] >= '0' && entry->d_name[0] <= '9')
            known = add_process(processes, entry->d_name) && known;
    }
    return known;
}

void processes_take(struct processes *processes)
{
    bool known;

    memset(processes->by_state, 0, sizeof processes->by_state);
    processes->total = 0;
    processes->threads = 0;
    if (processes->directory == NULL)
        processes->directory = opendir("/proc");
    known = processes->directory != NULL && add_processes(processes);
    /* This one is there, so that a list of none is none of processes. */
    if (processes->total == 0) {
        complain("/proc", &processes->complained, strerror(processes->directory == NULL ? errno : ESRCH));
        processes->total = VMM_UNKNOWN;
        known = false;
    }
    if (!known)
        make_unknown(processes);
}

void processes_print(struct json *out, const struct processes *processes)
{
    json_key(out, "processes");
    json_open(out, '{');
    for (unsigned i = 1; i < PROCESS_STATES; i++)
        print_number(out, names[i], processes->by_state[i]);
    print_number(out, "total", processes->total);
    print_number(out, "threads", processes->threads);
    json_close(out, '}');
}
