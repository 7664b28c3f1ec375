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
#include <time.h>
#include <unistd.h>

struct thread {
    int schedstat;
    bool alive;
    struct vmm_process identity;
};

/* The process's directory or a file in it. */
static void path_in(char path[64], uint64_t pid, const char *name)
{
    snprintf(path, 64, "/proc/%llu/%s", (unsigned long long)pid, name);
}

static int64_t now_ns(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

bool is_monitor(const char *comm)
{
    /* The kernel keeps 15 bytes of a name. */
    return strcmp(comm, "firecracker") == 0 || strcmp(comm, "cloud-hyperviso") == 0 ||
           strncmp(comm, "qemu-system-", 12) == 0;
}

/* ---- Finding its files ---- */

/* All files of a directory that a record knows. */
static int add_known(struct sources *sources, const char *directory, uint32_t record_id, enum source_kind kind)
{
    struct vmm_file file;
    int error = 0;

    for (uint32_t i = 0; error == 0 && vmm_file_at(record_id, i, &file, sizeof file) == VMM_OK; i++)
        error = sources_add(sources, directory, file.name, kind, (uint32_t)file.id);
    return error;
}

/* Files of a cgroup's directory: those that say what it does, not those that say what it may do. */
static int add_cgroup(struct sources *sources, const char *directory)
{
    static const char *const names[] = {"cpu.stat",       "cpu.max",           "memory.current",
                                        "memory.events",  "cpuacct.usage",     "cpu.cfs_quota_us",
                                        "pids.current",   "cpu.cfs_period_us", "memory.usage_in_bytes",
                                        "memory.failcnt", "memory.oom_control"};
    /* Version 1 has a file for bytes and one for operations. */
    static const char *const io[] = {"io.stat", "blkio.throttle.io_service_bytes_recursive",
                                     "blkio.throttle.io_serviced_recursive"};
    int error = 0;

    for (size_t i = 0; error == 0 && i < sizeof names / sizeof names[0]; i++)
        error = sources_add(sources, directory, names[i], SOURCE_CGROUP,
                            vmm_file_find(VMM_RECORD_CGROUP, names[i], strlen(names[i])));
    if (error == 0)
        error = sources_add(sources, directory, "cpu.pressure", SOURCE_CPU_PRESSURE, 0);
    if (error == 0)
        error = sources_add(sources, directory, "memory.pressure", SOURCE_MEMORY_PRESSURE, 0);
    if (error == 0)
        error = sources_add(sources, directory, "io.pressure", SOURCE_IO_PRESSURE, 0);
    for (size_t i = 0; error == 0 && i < sizeof io / sizeof io[0]; i++)
        error = sources_add(sources, directory, io[i], SOURCE_CGROUP_IO,
                            vmm_file_find(VMM_RECORD_CGROUP_IO, io[i], strlen(io[i])));
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
    if (read_path(path, &text) != 0)
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
        vmm_cgroup_path(&membership, &mounts, controllers[i], found[i], sizeof found[i]);
    free(copy);
    for (size_t i = 0; error == 0 && i < sizeof controllers / sizeof controllers[0]; i++) {
        bool new = found[i][0] != '\0';

        for (size_t k = 0; k < i; k++)
            new = new &&strcmp(found[k], found[i]) != 0;
        if (new)
            error = add_cgroup(&machine->sources, found[i]);
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
    return stat("/proc/self/ns/net", &ours) == 0 && stat(path, &its) == 0 && ours.st_ino == its.st_ino;
}

/* In our network namespace a TAP has its own directory; in another, only a row in the list of all. */
static int add_tap(struct machine *machine)
{
    char directory[64];

    if (machine->tap[0] == '\0')
        return 0;
    snprintf(directory, sizeof directory, "/sys/class/net/%s", machine->tap);
    if (shares_our_network(machine->pid))
        return add_known(&machine->sources, directory, VMM_RECORD_NET, SOURCE_NET);
    path_in(directory, machine->pid, "net");
    return sources_add(&machine->sources, directory, "dev", SOURCE_NET_DEV, 0);
}

static int add_disk(struct machine *machine)
{
    char directory[64];

    if (machine->disk[0] == '\0')
        return 0;
    snprintf(directory, sizeof directory, "/sys/class/block/%s", machine->disk);
    return add_known(&machine->sources, directory, VMM_RECORD_DISK, SOURCE_DISK);
}

static void keep_name(char *to, size_t size, const char *from)
{
    size_t length = from == NULL ? 0 : strlen(from);

    if (length < size)
        memcpy(to, from == NULL ? "" : from, length + 1);
}

int machine_open(struct machine *machine, uint64_t pid, const struct wanted *wanted)
{
    static const struct {
        const char *name;
        uint32_t id;
    } files[] = {{"stat", VMM_PROCESS_FILE_STAT}, {"status", VMM_PROCESS_FILE_STATUS}, {"io", VMM_PROCESS_FILE_IO}};
    char directory[64];
    int error = 0;

    *machine = (struct machine){.pid = pid};
    machine->before = &machine->samples[0];
    machine->now = &machine->samples[1];
    keep_name(machine->tap, sizeof machine->tap, wanted->tap);
    keep_name(machine->disk, sizeof machine->disk, wanted->disk);
    path_in(directory, pid, "");
    if (access(directory, F_OK) != 0)
        return errno;
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        error = sources_add(&machine->sources, directory, files[i].name, SOURCE_PROCESS, files[i].id);
        /* Whose numbers of I/O may not be read. */
        if (error != 0 && error != EACCES)
            break;
        error = 0;
    }
    if (error == 0)
        error = wanted->cgroup == NULL ? find_cgroup(machine) : add_cgroup(&machine->sources, wanted->cgroup);
    if (wanted->tap == NULL)
        find_tap(machine);
    if (error == 0)
        error = add_tap(machine);
    if (error == 0)
        error = add_disk(machine);
    if (error != 0)
        machine_close(machine);
    return error;
}

void machine_close(struct machine *machine)
{
    sources_close(&machine->sources);
    for (size_t i = 0; i < machine->thread_count; i++)
        close(machine->threads[i].schedstat);
    free(machine->threads);
    free(machine->samples[0].threads);
    free(machine->samples[1].threads);
    machine->threads = NULL;
    machine->thread_count = 0;
}

/* ---- Taking a sample ---- */

/* Adds what a row has to a sum; what only one of them knows is that one's. */
static uint64_t sum_of(uint64_t sum, uint64_t value)
{
    if (sum == VMM_UNKNOWN)
        return value;
    return value == VMM_UNKNOWN ? sum : sum + value;
}

/* All devices together; they are one disk to the sum. */
static void add_io(struct vmm_cgroup_io *sum, uint32_t file_id, struct vmm_text *text)
{
    struct vmm_cgroup_io row;
    vmm_status status;

    while ((status = vmm_cgroup_io_next(file_id, text, &row, sizeof row)) != VMM_END && status != VMM_E_ARGUMENT) {
        if (status != VMM_OK)
            continue;
        sum->major = 0;
        sum->minor = 0;
        sum->rbytes = sum_of(sum->rbytes, row.rbytes);
        sum->wbytes = sum_of(sum->wbytes, row.wbytes);
        sum->rios = sum_of(sum->rios, row.rios);
        sum->wios = sum_of(sum->wios, row.wios);
    }
}

static void find_net_row(struct machine *machine, struct vmm_text *text)
{
    struct vmm_net row;
    vmm_status status;

    while ((status = vmm_net_next(text, &row, sizeof row)) != VMM_END && status != VMM_E_ARGUMENT) {
        if (status == VMM_OK && strcmp(row.name, machine->tap) == 0)
            machine->now->net = row;
    }
}

static void read_source(struct machine *machine, const struct source *source, struct vmm_text *text)
{
    struct sample *now = machine->now;

    switch (source->kind) {
    case SOURCE_PROCESS:
        vmm_process_read(source->file_id, text, &now->process, sizeof now->process);
        break;
    case SOURCE_CGROUP:
        vmm_cgroup_read(source->file_id, text, &now->cgroup, sizeof now->cgroup);
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
        add_io(&now->io, source->file_id, text);
        break;
    case SOURCE_NET:
        vmm_net_read(source->file_id, text, &now->net, sizeof now->net);
        break;
    case SOURCE_NET_DEV:
        find_net_row(machine, text);
        break;
    case SOURCE_DISK:
        vmm_disk_read(source->file_id, text, &now->disk, sizeof now->disk);
        break;
    }
}

static int by_number(const void *a, const void *b)
{
    const struct thread *one = a, *other = b;

    return one->identity.pid < other->identity.pid ? -1 : one->identity.pid > other->identity.pid;
}

/* Opens a thread that was not seen before. */
static int add_thread(struct machine *machine, const char *name)
{
    char directory[64], path[128];
    struct thread thread = {.alive = true};
    struct vmm_text text;

    path_in(directory, machine->pid, "task");
    snprintf(path, sizeof path, "%s/%.16s/stat", directory, name);
    vmm_record_init(VMM_RECORD_PROCESS, &thread.identity, sizeof thread.identity);
    if (read_path(path, &text) != 0 ||
        vmm_process_read(VMM_PROCESS_FILE_STAT, &text, &thread.identity, sizeof thread.identity) != VMM_OK)
        return 0;
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
        if (found != NULL)
            found->alive = true;
        else
            error = add_thread(machine, entry->d_name);
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
    int error = list_threads(machine);

    now->thread_count = 0;
    if (error != 0)
        return error;
    if (now->thread_capacity < machine->thread_count) {
        struct vmm_process *threads = realloc(now->threads, machine->thread_count * sizeof *threads);

        if (threads == NULL)
            return ENOMEM;
        now->threads = threads;
        now->thread_capacity = machine->thread_count;
    }
    for (size_t i = 0; i < machine->thread_count; i++) {
        struct vmm_text text;

        /* One that ended since is left out. */
        if (read_descriptor(machine->threads[i].schedstat, &text) != 0)
            continue;
        now->threads[now->thread_count] = machine->threads[i].identity;
        vmm_process_read(VMM_PROCESS_FILE_SCHEDSTAT, &text, &now->threads[now->thread_count], sizeof *now->threads);
        now->thread_count++;
    }
    return 0;
}

int machine_read(struct machine *machine)
{
    struct sample *now = machine->before;
    int error;

    machine->before = machine->now;
    machine->now = now;
    vmm_record_init(VMM_RECORD_PROCESS, &now->process, sizeof now->process);
    vmm_record_init(VMM_RECORD_CGROUP, &now->cgroup, sizeof now->cgroup);
    vmm_record_init(VMM_RECORD_CGROUP_IO, &now->io, sizeof now->io);
    vmm_record_init(VMM_RECORD_PRESSURE, &now->cpu_pressure, sizeof now->cpu_pressure);
    vmm_record_init(VMM_RECORD_PRESSURE, &now->memory_pressure, sizeof now->memory_pressure);
    vmm_record_init(VMM_RECORD_PRESSURE, &now->io_pressure, sizeof now->io_pressure);
    vmm_record_init(VMM_RECORD_NET, &now->net, sizeof now->net);
    vmm_record_init(VMM_RECORD_DISK, &now->disk, sizeof now->disk);
    now->time_ns = now_ns();
    for (size_t i = 0; i < machine->sources.count; i++) {
        struct source *source = &machine->sources.list[i];
        struct vmm_text text;

        error = read_descriptor(source->fd, &text);
        if (error == 0)
            read_source(machine, source, &text);
        else if (error == ESRCH && source->kind == SOURCE_PROCESS)
            return error;
    }
    error = read_threads(machine);
    return error == ENOENT || error == ESRCH ? ESRCH : error;
}
