/* SPDX-License-Identifier: MIT */
/* For syscall(). */
#define _GNU_SOURCE
#include "processes.h"

#include <errno.h>
#include <limits.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <vmmetrics/vmmetrics.h>

#include "../../common/message.h"
#include "../../common/print.h"
#include "../source.h"

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

void processes_init(struct processes *processes, const struct roots *roots)
{
    processes->roots = roots;
    processes->stat_file = file_of_kernel(NULL);
    processes->stat_file.comes_whole = true;
    /* The directory itself. */
    roots_proc(roots, ".", processes->path);
    processes->path[strlen(processes->path) - 2] = '\0';
}

/* ---- Processes of other users that are not listed ---- */

static bool is_word(const char *word, size_t length, const char *other)
{
    return strlen(other) == length && memcmp(word, other, length) == 0;
}

/* Whether the options of a mounted /proc hide processes: hidepid=2 and 4, which new kernels print as words. */
static bool hides(const struct vmm_span *options)
{
    static const char *const words[] = {"hidepid=2", "hidepid=invisible", "hidepid=4", "hidepid=ptraceable"};
    const char *word = options->start, *end = options->start + options->length;

    while (word < end) {
        const char *comma = memchr(word, ',', (size_t)(end - word));
        size_t length = (size_t)((comma == NULL ? end : comma) - word);

        for (unsigned i = 0; i < sizeof words / sizeof words[0]; i++) {
            if (is_word(word, length, words[i]))
                return true;
        }
        word += length + 1;
    }
    return false;
}

/* Whether this program sees hidden processes, as it does with the capability CAP_SYS_PTRACE. */
static bool sees_all(void)
{
    /* The kernel's version of the call, and this process; then two triples of sets, each with the effective one first. Not
     * every C library has the header with their structs. */
    uint32_t header[2] = {0x20080522, 0}, sets[6] = {0};

    return syscall(SYS_capget, header, sets) == 0 && (sets[0] >> 19 & 1) != 0;
}

/* Whether the directory is a /proc that hides processes from this program. The mounts are this program's own. */
static bool is_hidden(const char *directory)
{
    static struct source mounts;
    static char mount_point[PATH_MAX];
    const struct roots own = {NULL, NULL, NULL};
    struct vmm_mount mount;
    struct vmm_text text;
    vmm_status status;
    bool hidden = false;

    source_init(&mounts, &own, "self/mountinfo", true);
    mounts.complained = true;
    source_read(&mounts, &text);
    while ((status = vmm_mount_next(&text, &mount, sizeof mount)) != VMM_END) {
        if (status == VMM_OK && is_word(mount.type.start, mount.type.length, "proc") &&
            vmm_path_unescape(&mount.mount_point, mount_point, sizeof mount_point, NULL) == VMM_OK &&
            strcmp(mount_point, directory) == 0)
            hidden = hides(&mount.super_options);
    }
    file_release(&mounts.file);
    return hidden && !sees_all();
}

/* ---- Counting ---- */

static void make_unknown(struct processes *processes)
{
    memset(processes->by_state, 0xff, sizeof processes->by_state);
    processes->threads = VMM_UNKNOWN;
}

/* Adds a process; false where it cannot be read, for what reason is said. One that is gone by now is no process. */
static bool add_process(struct processes *processes, const char *number)
{
    char name[NAME_MAX + sizeof "/stat"], path[ROOTS_PATH_BYTES];
    struct file *file = &processes->stat_file;
    struct vmm_process process;
    struct vmm_text text;
    vmm_status status;
    int error;

    stpcpy(stpcpy(name, number), "/stat");
    roots_proc(processes->roots, name, path);
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
    if (processes->directory == NULL) {
        processes->directory = opendir(processes->path);
        processes->hidden = is_hidden(processes->path);
    }
    if (processes->hidden) {
        complain(processes->path, &processes->complained,
                 "processes of other users are hidden (mount option hidepid), so they cannot be counted");
        processes->total = VMM_UNKNOWN;
        make_unknown(processes);
        return;
    }
    known = processes->directory != NULL && add_processes(processes);
    /* This one is there, so that a list of none is none of processes. */
    if (processes->total == 0) {
        complain(processes->path, &processes->complained, strerror(processes->directory == NULL ? errno : ESRCH));
        processes->total = VMM_UNKNOWN;
        known = false;
    }
    if (!known)
        make_unknown(processes);
}

void processes_print(struct json *out, const struct processes *processes)
{
    json_open(out, '{');
    for (unsigned i = 1; i < PROCESS_STATES; i++)
        print_number(out, names[i], processes->by_state[i]);
    print_number(out, "total", processes->total);
    print_number(out, "threads", processes->threads);
    json_close(out, "}");
}
