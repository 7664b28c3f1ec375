/* SPDX-License-Identifier: MIT */
/*
 * What one pass over the files of a whole host costs, and the library's share of it.
 *
 * Standard input has a line a file: its kind, its name as the library knows it, and its path. All are opened; each pass
 * reads all of them, to their end, with pread() at descriptors that stay open. Passes without the library's calls and
 * passes with them take turns, so that a busy machine does the same to both; the least of each is printed.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>
#include <vmmetrics/vmmetrics.h>

enum { PATH_BYTES = 512, ROUNDS = 101 };

enum kind { NET, NET_DEV, CGROUP, CGROUP_MEMORY, CGROUP_IO, PROCESS, KINDS };
static union {
    struct vmm_net net;
    struct vmm_cgroup cgroup;
    struct vmm_cgroup_memory cgroup_memory;
    struct vmm_cgroup_io cgroup_io;
    struct vmm_process process;
} record;
static const struct {
    const char *name;
    enum vmm_record_id record_id;
    size_t size;
} kinds[KINDS] = {
    [NET] = {"net", VMM_RECORD_NET, sizeof record.net},
    [NET_DEV] = {"net-dev", 0, sizeof record.net},
    [CGROUP] = {"cgroup", VMM_RECORD_CGROUP, sizeof record.cgroup},
    [CGROUP_MEMORY] = {"cgroup-memory", VMM_RECORD_CGROUP_MEMORY, sizeof record.cgroup_memory},
    [CGROUP_IO] = {"cgroup-io", VMM_RECORD_CGROUP_IO, sizeof record.cgroup_io},
    [PROCESS] = {"process", VMM_RECORD_PROCESS, sizeof record.process},
};

struct file {
    int fd;
    enum kind kind;
    enum vmm_file id;
};

static struct file *files;
static size_t count;
static char buffer[1 << 20];
static uint64_t rows, bytes, errors;

static void fail(const char *what)
{
    perror(what);
    exit(EXIT_FAILURE);
}

static void add_file(enum kind kind, const char *name, const char *path)
{
    struct file file = {open(path, O_RDONLY | O_CLOEXEC), kind, 0};

    if (file.fd < 0)
        fail(path);
    if (kinds[kind].record_id != 0) {
        file.id = (enum vmm_file)vmm_file_find(kinds[kind].record_id, name, strlen(name));
        if (file.id == 0)
            fail(name);
    }
    if ((count & (count - 1)) == 0) {
        files = realloc(files, (count == 0 ? 1 : count * 2) * sizeof *files);
        if (files == NULL)
            fail("files");
    }
    files[count++] = file;
}

static void read_list(void)
{
    char line[PATH_BYTES * 2], kind[32], name[64], path[PATH_BYTES];

    while (fgets(line, sizeof line, stdin) != NULL) {
        enum kind k = 0;

        if (sscanf(line, "%31s %63s %511s", kind, name, path) != 3)
            fail(line);
        while (k < KINDS && strcmp(kinds[k].name, kind) != 0)
            k++;
        if (k == KINDS)
            fail(kind);
        add_file(k, name, path);
    }
}

static size_t read_file(int fd)
{
    size_t length = 0;

    while (length < sizeof buffer) {
        ssize_t got = pread(fd, buffer + length, sizeof buffer - length, (off_t)length);

        if (got <= 0)
            break;
        length += (size_t)got;
    }
    return length;
}

static void parse(const struct file *file, size_t length)
{
    struct vmm_text text = vmm_text_of(buffer, length);
    size_t size = kinds[file->kind].size;
    vmm_status status = VMM_OK;

    switch (file->kind) {
    case NET_DEV:
        while ((status = vmm_net_next(&text, &record.net, size)) == VMM_OK)
            rows++;
        break;
    case CGROUP_IO:
        while ((status = vmm_cgroup_io_next(&text, file->id, &record.cgroup_io, size)) == VMM_OK)
            rows++;
        break;
    case NET:
    case CGROUP:
    case CGROUP_MEMORY:
    case PROCESS:
        vmm_record_init(kinds[file->kind].record_id, &record, size);
        status = vmm_record_read(&text, file->id, &record, size);
        break;
    case KINDS:
        break;
    }
    if (status < 0 && status != VMM_E_EMPTY)
        errors++;
}

/* In microseconds: the whole time, the CPU's, and the part of that in user mode, which the kernel only knows roughly. */
enum { WALL, CPU, USER, PARTS };
struct cost {
    double part[PARTS];
};

static double us_of(struct timeval time)
{
    return (double)time.tv_sec * 1e6 + (double)time.tv_usec;
}

static struct cost now(void)
{
    struct timespec time;
    struct rusage usage;

    clock_gettime(CLOCK_MONOTONIC, &time);
    getrusage(RUSAGE_SELF, &usage);
    return (struct cost){{(double)time.tv_sec * 1e6 + (double)time.tv_nsec / 1e3,
                          us_of(usage.ru_utime) + us_of(usage.ru_stime), us_of(usage.ru_utime)}};
}

static void add_up(const struct cost *cost, struct cost *sum)
{
    for (int i = 0; i < PARTS; i++)
        sum->part[i] += cost->part[i];
}

static struct cost pass(int with_library)
{
    struct cost before = now(), after;

    bytes = 0;
    for (size_t i = 0; i < count; i++) {
        size_t length = read_file(files[i].fd);

        bytes += length;
        if (with_library)
            parse(&files[i], length);
    }
    after = now();
    for (int i = 0; i < PARTS; i++)
        after.part[i] -= before.part[i];
    return after;
}

/* The least of all rounds, which is the one that was disturbed least. */
static double least(const struct cost *costs, int rounds, int part)
{
    double value = costs[0].part[part];

    for (int i = 1; i < rounds; i++)
        value = costs[i].part[part] < value ? costs[i].part[part] : value;
    return value;
}

int main(int argc, char **argv)
{
    int rounds = argc > 1 ? atoi(argv[1]) : 15;
    struct rlimit limit;
    struct cost without[ROUNDS], with[ROUNDS], sum[2] = {{{0}}};
    double difference;

    if (rounds < 1 || rounds > ROUNDS)
        rounds = ROUNDS;
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_NOFILE, &limit);
    }
    read_list();
    pass(1);
    errors = 0;
    for (int i = 0; i < rounds; i++) {
        without[i] = pass(0);
        with[i] = pass(1);
    }
    printf("  %zu bytes a pass\n", (size_t)bytes);
    for (int i = 0; i < rounds; i++) {
        add_up(&without[i], &sum[0]);
        add_up(&with[i], &sum[1]);
    }
    for (int i = 0; i < 2; i++) {
        const struct cost *costs = i == 0 ? without : with;

        printf("  %s: %8.1f ms; CPU %8.1f ms, %.0f %% of it in user mode\n",
               i == 0 ? "reading alone   " : "with the library", least(costs, rounds, WALL) / 1e3,
               least(costs, rounds, CPU) / 1e3, 100 * sum[i].part[USER] / sum[i].part[CPU]);
    }
    difference = least(with, rounds, CPU) - least(without, rounds, CPU);
    printf("  the library: %.1f ms of CPU, %.1f %% of the whole; %zu texts it could not read\n", difference / 1e3,
           100 * difference / least(with, rounds, CPU), (size_t)errors);
    return errors == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
