/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "machine.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../clock.h"
#include "../number.h"
#include "../read.h"

/* What is not the process's own is looked for again after so many samples. */
enum { LOOK_AT_LEAST = 64 };

struct thread {
    int schedstat;
    bool alive;
    /* Whether its name was read a second time: it gets the one that it keeps only after it was made. */
    bool settled;
    struct vmm_process identity;
};

/* The process's directory or a file in it. */
static void path_in(char path[64], uint64_t pid, const char *name)
{
    snprintf(path, 64, "/proc/%llu/%s", (unsigned long long)pid, name);
}

bool is_monitor(const char *comm)
{
    /* The kernel keeps 15 bytes of a name. */
    return strcmp(comm, "firecracker") == 0 || strcmp(comm, "cloud-hyperviso") == 0 ||
           strncmp(comm, "qemu-system-", 12) == 0;
}

/* ---- Finding its files ---- */

/* Some of a directory's files, those that the lines are made of. The list ends with NULL. */
static int add_files(struct sources *sources, const char *directory, const char *const *names,
                     enum vmm_record_id record_id, enum source_kind kind)
{
    int error = 0;

    for (; error == 0 && *names != NULL; names++)
        error = sources_add(sources, directory, *names, kind,
                            (enum vmm_file)vmm_file_find(record_id, *names, strlen(*names)));
    return error;
}

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

static int add_cgroup(struct machine *machine, const char *directory)
{
    static const char *const names[] = {
        "cpu.stat",         "cpu.max",           "memory.current",        "memory.events",      "cpuacct.usage",
        "cpu.cfs_quota_us", "cpu.cfs_period_us", "memory.usage_in_bytes", "memory.oom_control", NULL};
    /* Version 1 has a file for bytes and one for operations. */
    static const char *const io[] = {"io.stat", "blkio.throttle.io_service_bytes_recursive",
                                     "blkio.throttle.io_serviced_recursive", NULL};
    struct sources *sources = &machine->others;
    struct stat status;
    int error = add_files(sources, directory, names, VMM_RECORD_CGROUP, SOURCE_CGROUP);

    if (stat(directory, &status) == 0)
        machine->cgroup_id = machine->cgroup_id * 31 + status.st_ino;
    if (error == 0)
        error = add_files(sources, directory, io, VMM_RECORD_CGROUP_IO, SOURCE_CGROUP_IO);
    if (error == 0)
        error = sources_add(sources, directory, "cpu.pressure", SOURCE_CPU_PRESSURE, 0);
    if (error == 0)
        error = sources_add(sources, directory, "memory.pressure", SOURCE_MEMORY_PRESSURE, 0);
    if (error == 0)
        error = sources_add(sources, directory, "io.pressure", SOURCE_IO_PRESSURE, 0);
    return error;
}

/* Finds the cgroup's directories, one for each controller under version 1. */
static int find_cgroup(struct machine *machine)
{
    static const char *const controllers[] = {"", "cpu", "cpuacct", "memory", "blkio", "io", "pids"};
    char found[sizeof controllers / sizeof controllers[0]][PATH_MAX];
    char path[64];
    struct vmm_text text, membership, mounts;
    char *copy;
    size_t length;
    int error = 0;

    path_in(path, machine->pid, "cgroup");
    error = read_path(path, &text);
    sources_refuse(&machine->others, "cgroup", error);
    if (error != 0)
        return 0;
    /* Both texts are needed at once, and there is one buffer. */
    length = (size_t)(text.end - text.pos);
    copy = malloc(length + 1);
    if (copy == NULL)
        return ENOMEM;
    memcpy(copy, text.pos, length);
    membership = vmm_text_of(copy, length);
    if (read_path("/proc/self/mountinfo", &mounts) != 0) {
        free(copy);
        return 0;
    }
    for (size_t i = 0; i < sizeof controllers / sizeof controllers[0]; i++)
        vmm_cgroup_path_of(&membership, &mounts, controllers[i], found[i], sizeof found[i], NULL);
    free(copy);
    for (size_t i = 0; error == 0 && i < sizeof controllers / sizeof controllers[0]; i++) {
        bool new = found[i][0] != '\0';

        for (size_t k = 0; k < i; k++)
            new = new &&strcmp(found[k], found[i]) != 0;
        if (new && !is_root(found[i]))
            error = add_cgroup(machine, found[i]);
    }
    return error;
}

/* The TAP that one of its descriptors belongs to. */
static void find_tap(struct machine *machine)
{
    char directory[64], path[128];
    struct dirent *entry;
    DIR *list;

    path_in(directory, machine->pid, "fdinfo");
    list = opendir(directory);
    if (list == NULL)
        sources_refuse(&machine->others, "fdinfo", errno);
    while (list != NULL && machine->tap[0] == '\0' && (entry = readdir(list)) != NULL) {
        struct vmm_key_value line;
        struct vmm_text text;

        if (entry->d_name[0] == '.' ||
            snprintf(path, sizeof path, "%s/%.32s", directory, entry->d_name) >= (int)sizeof path ||
            read_path(path, &text) != 0)
            continue;
        while (vmm_key_next(&text, VMM_KEY_LINES, &line, sizeof line) == VMM_OK) {
            if (line.key.length == 3 && memcmp(line.key.start, "iff", 3) == 0 && line.value.length != 0 &&
                line.value.length < sizeof machine->tap) {
                memcpy(machine->tap, line.value.start, line.value.length);
                machine->tap[line.value.length] = '\0';
            }
        }
    }
    if (list != NULL)
        closedir(list);
}

static bool shares_our_network(uint64_t pid)
{
    char path[64];
    struct stat ours, its;

    path_in(path, pid, "ns/net");
    /* Who may not know can only hope so. */
    return stat("/proc/self/ns/net", &ours) != 0 || stat(path, &its) != 0 || ours.st_ino == its.st_ino;
}

/* In our network namespace a TAP has its own directory; in another, only a row in the list of all. */
static int add_tap(struct machine *machine)
{
    static const char *const names[] = {"ifindex",
                                        "statistics/rx_bytes",
                                        "statistics/tx_bytes",
                                        "statistics/rx_packets",
                                        "statistics/tx_packets",
                                        "statistics/rx_dropped",
                                        "statistics/tx_dropped",
                                        NULL};
    char directory[64];

    if (machine->tap[0] == '\0')
        return 0;
    snprintf(directory, sizeof directory, "/sys/class/net/%s", machine->tap);
    if (shares_our_network(machine->pid))
        return add_files(&machine->others, directory, names, VMM_RECORD_NET, SOURCE_NET);
    path_in(directory, machine->pid, "net");
    return sources_add(&machine->others, directory, "dev", SOURCE_NET_DEV, 0);
}

static int add_disk(struct machine *machine)
{
    static const char *const names[] = {"stat", "diskseq", NULL};
    char directory[64];

    if (machine->disk[0] == '\0')
        return 0;
    snprintf(directory, sizeof directory, "/sys/class/block/%s", machine->disk);
    return add_files(&machine->others, directory, names, VMM_RECORD_DISK, SOURCE_DISK);
}

static void keep_name(char *to, size_t size, const char *from)
{
    size_t length = from == NULL ? 0 : strlen(from);

    if (length < size)
        memcpy(to, from == NULL ? "" : from, length + 1);
}

/* Opens the files that are not of the process: of its cgroup, TAP and disk. */
static int find_others(struct machine *machine)
{
    int error;

    machine->cgroup_id = 0;
    error = machine->wanted.cgroup == NULL ? find_cgroup(machine) : add_cgroup(machine, machine->wanted.cgroup);
    if (machine->wanted.tap == NULL) {
        machine->tap[0] = '\0';
        find_tap(machine);
    }
    if (error == 0)
        error = add_tap(machine);
    return error == 0 ? add_disk(machine) : error;
}

int machine_open(struct machine *machine, uint64_t pid, const struct wanted *wanted)
{
    static const char *const names[] = {"stat", "status", NULL};
    char directory[64];
    int error;

    *machine = (struct machine){.pid = pid, .wanted = *wanted};
    machine->before = &machine->samples[0];
    machine->now = &machine->samples[1];
    keep_name(machine->tap, sizeof machine->tap, wanted->tap);
    keep_name(machine->disk, sizeof machine->disk, wanted->disk);
    /* The caller reports metrics that cannot be opened. */
    metrics_open(&machine->metrics, wanted->metrics);
    path_in(directory, pid, "");
    if (access(directory, F_OK) != 0)
        return errno;
    error = add_files(&machine->process, directory, names, VMM_RECORD_PROCESS, SOURCE_PROCESS);
    if (error == 0)
        error = find_others(machine);
    if (error != 0)
        machine_close(machine);
    return error;
}

void machine_close(struct machine *machine)
{
    sources_close(&machine->process);
    sources_close(&machine->others);
    metrics_close(&machine->metrics);
    for (size_t i = 0; i < machine->thread_count; i++)
        close(machine->threads[i].schedstat);
    free(machine->threads);
    free(machine->samples[0].rows);
    free(machine->samples[1].rows);
}

/* ---- Taking a sample ---- */

/* All devices together; they are one disk to the sum. */
static void add_io(struct vmm_cgroup_io *sum, enum vmm_file file, struct vmm_text *text)
{
    struct vmm_cgroup_io row;
    vmm_status status;

    while ((status = vmm_cgroup_io_next(text, file, &row, sizeof row)) != VMM_END) {
        if (status != VMM_OK)
            continue;
        sum->major = 0;
        sum->minor = 0;
        sum->read_bytes = number_sum_of_known(sum->read_bytes, row.read_bytes);
        sum->write_bytes = number_sum_of_known(sum->write_bytes, row.write_bytes);
        sum->reads = number_sum_of_known(sum->reads, row.reads);
        sum->writes = number_sum_of_known(sum->writes, row.writes);
    }
}

static void find_net_row(struct machine *machine, struct vmm_text *text)
{
    struct vmm_net row;
    vmm_status status;

    while ((status = vmm_net_next(text, &row, sizeof row)) != VMM_END) {
        if (status == VMM_OK && strcmp(row.name, machine->tap) == 0)
            machine->now->net = row;
    }
    if (machine->now->net.name[0] == '\0')
        machine->lost = machine->others.count;
}

static void read_source(struct machine *machine, const struct source *source, struct vmm_text *text)
{
    struct sample *now = machine->now;

    switch (source->kind) {
    case SOURCE_PROCESS:
        vmm_record_read(text, source->file, &now->process, sizeof now->process);
        break;
    case SOURCE_CGROUP:
        vmm_record_read(text, source->file, &now->cgroup, sizeof now->cgroup);
        break;
    case SOURCE_CPU_PRESSURE:
        vmm_pressure_parse(text, &now->cpu_pressure, sizeof now->cpu_pressure);
        break;
    case SOURCE_MEMORY_PRESSURE:
        vmm_pressure_parse(text, &now->memory_pressure, sizeof now->memory_pressure);
        break;
    case SOURCE_IO_PRESSURE:
        vmm_pressure_parse(text, &now->io_pressure, sizeof now->io_pressure);
        break;
    case SOURCE_CGROUP_IO:
        add_io(&now->io, source->file, text);
        break;
    case SOURCE_NET:
        vmm_record_read(text, source->file, &now->net, sizeof now->net);
        break;
    case SOURCE_NET_DEV:
        find_net_row(machine, text);
        break;
    case SOURCE_DISK:
        vmm_record_read(text, source->file, &now->disk, sizeof now->disk);
        break;
    }
}

static int by_number(const void *a, const void *b)
{
    const struct thread *one = a, *other = b;

    return one->identity.pid < other->identity.pid ? -1 : one->identity.pid > other->identity.pid;
}

/* Whose number, name and start a thread has. */
static bool read_identity(const struct machine *machine, const char *name, struct vmm_process *identity)
{
    char directory[64], path[128];
    struct vmm_text text;

    path_in(directory, machine->pid, "task");
    snprintf(path, sizeof path, "%s/%.16s/stat", directory, name);
    vmm_record_init(VMM_RECORD_PROCESS, identity, sizeof *identity);
    return read_path(path, &text) == 0 &&
           vmm_record_read(&text, VMM_FILE_PROCESS_STAT, identity, sizeof *identity) == VMM_OK;
}

/* Opens a thread that was not seen before. */
static int add_thread(struct machine *machine, const char *name)
{
    char directory[64], path[128];
    struct thread thread = {.alive = true};

    if (!read_identity(machine, name, &thread.identity))
        return 0;
    path_in(directory, machine->pid, "task");
    snprintf(path, sizeof path, "%s/%.16s/schedstat", directory, name);
    thread.schedstat = open(path, O_RDONLY | O_CLOEXEC);
    if (thread.schedstat < 0)
        return errno == ENOENT ? 0 : errno;
    if (machine->thread_count == machine->thread_capacity) {
        size_t capacity = machine->thread_capacity == 0 ? 8 : machine->thread_capacity * 2;
        struct thread *threads = realloc(machine->threads, capacity * sizeof *threads);

        if (threads == NULL) {
            close(thread.schedstat);
            return ENOMEM;
        }
        machine->threads = threads;
        machine->thread_capacity = capacity;
    }
    machine->threads[machine->thread_count++] = thread;
    return 0;
}

/* Looks which threads there are now. */
static int list_threads(struct machine *machine)
{
    size_t known = machine->thread_count, kept = 0;
    char directory[64];
    struct dirent *entry;
    int error = 0;
    DIR *list;

    path_in(directory, machine->pid, "task");
    list = opendir(directory);
    if (list == NULL)
        return errno;
    for (size_t i = 0; i < known; i++)
        machine->threads[i].alive = false;
    while (error == 0 && (entry = readdir(list)) != NULL) {
        struct thread wanted = {.identity.pid = strtoull(entry->d_name, NULL, 10)};
        struct thread *found = NULL;

        if (entry->d_name[0] == '.')
            continue;
        if (known != 0)
            found = bsearch(&wanted, machine->threads, known, sizeof wanted, by_number);
        if (found == NULL) {
            error = add_thread(machine, entry->d_name);
        } else if (found->settled) {
            found->alive = true;
        } else {
            found->alive = read_identity(machine, entry->d_name, &found->identity);
            found->settled = true;
        }
    }
    closedir(list);
    for (size_t i = 0; i < machine->thread_count; i++) {
        if (machine->threads[i].alive)
            machine->threads[kept++] = machine->threads[i];
        else
            close(machine->threads[i].schedstat);
    }
    machine->thread_count = kept;
    if (kept != 0)
        qsort(machine->threads, kept, sizeof *machine->threads, by_number);
    return error;
}

static int read_threads(struct machine *machine)
{
    struct sample *now = machine->now;
    size_t kept = 0;
    int error = list_threads(machine);

    now->threads = (struct vmm_threads){now->rows, 0, sizeof *now->rows};
    if (error != 0)
        return error;
    if (now->thread_capacity < machine->thread_count) {
        struct vmm_process *rows = realloc(now->rows, machine->thread_count * sizeof *rows);

        if (rows == NULL)
            return ENOMEM;
        now->rows = rows;
        now->threads.rows = rows;
        now->thread_capacity = machine->thread_count;
    }
    for (size_t i = 0; i < machine->thread_count; i++) {
        struct vmm_process *row = &now->rows[now->threads.count];
        struct vmm_text text;

        /* One that ended since is left out. Should there be another of its number, it is to be opened anew. */
        if (read_descriptor(machine->threads[i].schedstat, &text) != 0) {
            close(machine->threads[i].schedstat);
            continue;
        }
        machine->threads[kept++] = machine->threads[i];
        *row = machine->threads[i].identity;
        vmm_record_read(&text, VMM_FILE_PROCESS_SCHEDSTAT, row, sizeof *row);
        now->threads.count++;
    }
    machine->thread_count = kept;
    return 0;
}

/* Gives ESRCH where the process is gone. What is gone besides is to be looked for. */
static int read_sources(struct machine *machine, struct sources *sources)
{
    for (size_t i = 0; i < sources->count; i++) {
        const struct source *source = &sources->list[i];
        struct vmm_text text;
        int error = read_descriptor(source->fd, &text);

        sources_refuse(sources, source->name, error);
        if (error == 0)
            read_source(machine, source, &text);
        else if (error == ESRCH && source->kind == SOURCE_PROCESS)
            return error;
        else if (error == ENODEV)
            machine->lost = sources->count;
    }
    return 0;
}

static void forget_cgroup(struct sample *sample)
{
    vmm_record_init(VMM_RECORD_CGROUP, &sample->cgroup, sizeof sample->cgroup);
    vmm_record_init(VMM_RECORD_CGROUP_IO, &sample->io, sizeof sample->io);
    vmm_record_init(VMM_RECORD_PRESSURE, &sample->cpu_pressure, sizeof sample->cpu_pressure);
    vmm_record_init(VMM_RECORD_PRESSURE, &sample->memory_pressure, sizeof sample->memory_pressure);
    vmm_record_init(VMM_RECORD_PRESSURE, &sample->io_pressure, sizeof sample->io_pressure);
}

/*
 * A monitor that was seen as soon as it had begun may get its TAP and its cgroup later, and others at any time. So they are
 * looked for again when one is gone, until there are as many as before or that has been tried for long; and else ever less
 * often, after 1, 2, 4 samples and so on, at last after every 64.
 */
static int look_again(struct machine *machine)
{
    uint64_t count = machine->count;
    uint64_t cgroup_id = machine->cgroup_id;
    bool is_long = count % LOOK_AT_LEAST == 0;
    int error;

    if (count == 0 || !(machine->lost != 0 || is_long || (count & (count - 1)) == 0))
        return 0;
    sources_close(&machine->others);
    error = find_others(machine);
    if (machine->lost != 0)
        machine->lost = is_long || machine->others.count >= machine->lost ? 0 : machine->lost;
    /* Counters of one cgroup say nothing about another's. */
    if (machine->cgroup_id != cgroup_id)
        forget_cgroup(machine->before);
    return error;
}

int machine_read(struct machine *machine)
{
    struct sample *now = machine->before;
    int error;

    machine->before = machine->now;
    machine->now = now;
    vmm_record_init(VMM_RECORD_PROCESS, &now->process, sizeof now->process);
    vmm_record_init(VMM_RECORD_NET, &now->net, sizeof now->net);
    vmm_record_init(VMM_RECORD_DISK, &now->disk, sizeof now->disk);
    forget_cgroup(now);
    now->time_ns = now_ns();
    error = read_sources(machine, &machine->process);
    /* One that has ended and is not yet waited for. While other threads run, only the first of them has ended. */
    if (error == 0 && now->process.state == VMM_PROCESS_STATE_ZOMBIE && now->process.num_threads <= 1)
        error = ESRCH;
    if (error == 0)
        error = look_again(machine);
    if (error == 0)
        error = read_sources(machine, &machine->others);
    (void)balloon_read(machine->wanted.balloon, &now->balloon);
    metrics_read(&machine->metrics, now_ns(), &now->traffic);
    /* A machine may get another TAP, and none of these files has its name. */
    memcpy(now->net.name, machine->tap, sizeof now->net.name);
    if (error == 0)
        error = read_threads(machine);
    machine->count++;
    return error == ENOENT ? ESRCH : error;
}
