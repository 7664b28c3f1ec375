/* SPDX-License-Identifier: MIT */
/*
 * What a whole sample costs, and how much of it is not the kernel's: `sample [ROUNDS [WAKE-UPS [MILLISECONDS]]]`.
 *
 * Eight files with descriptors that stay open, back to back and once a wake-up, each with the time of read() and the
 * library's own; and the three commands that such a sample stands for, as processes, against the same by the library.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/statvfs.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vmmetrics/vmmetrics.h>

#include "kept.h"
#include "measure.h"

enum { FILES = 8, MOST_ROUNDS = 10000 };

static const char *const paths[FILES] = {
    "/proc/stat",   "/proc/meminfo",      "/proc/vmstat",    "/proc/loadavg",
    "/proc/uptime", "/proc/pressure/cpu", "/proc/diskstats", "/proc/net/dev",
};
static struct kept kept[FILES];
static size_t count;
/* Of each file, and of all of them; the kernel's time, and the library's. */
enum { KERNEL, LIBRARY, PARTS };
static double ns[FILES + 1][PARTS][MOST_ROUNDS];

static bool take_sample(size_t round, double clock)
{
    ns[count][KERNEL][round] = 0;
    ns[count][LIBRARY][round] = 0;
    for (size_t i = 0; i < count; i++) {
        double before = now_ns(), between;
        bool fine = kept_read(&kept[i]);

        between = now_ns();
        fine = kept_parse(&kept[i]) && fine;
        ns[i][LIBRARY][round] = now_ns() - between - clock;
        ns[i][KERNEL][round] = between - before - clock;
        if (!fine) {
            fprintf(stderr, "%s cannot be read\n", kept[i].path);
            return false;
        }
        for (int part = 0; part < PARTS; part++)
            ns[count][part][round] += ns[i][part][round];
    }
    return true;
}

static void print_sample(const char *how, size_t rounds)
{
    for (size_t i = 0; i <= count; i++) {
        struct figures kernel = figures_of(ns[i][KERNEL], rounds);
        struct figures library = figures_of(ns[i][LIBRARY], rounds);

        printf("sample\t%s\t%s\t%zu\t%.0f\t%.0f\t%.0f\t%.0f\n", how, i == count ? "all" : kept[i].path,
               i == count ? count : kept[i].length, kernel.least, kernel.median, library.least, library.median);
    }
}

/* What `cat /proc/stat | awk`, free and df are asked for: CPU, memory and a file system, and what follows from them. */
static bool take_small_sample(void)
{
    static struct vmm_cpu before;
    static int stat_fd = -1, meminfo_fd = -1;
    static char bytes[16384];
    struct vmm_cpu cpu;
    struct vmm_cpu_usage cpu_usage;
    struct vmm_meminfo memory;
    struct vmm_memory_usage memory_usage;
    struct vmm_filesystem filesystem;
    struct vmm_filesystem_usage filesystem_usage;
    struct statvfs root;
    struct vmm_text text;
    ssize_t length;

    if (stat_fd < 0) {
        stat_fd = open("/proc/stat", O_RDONLY | O_CLOEXEC);
        meminfo_fd = open("/proc/meminfo", O_RDONLY | O_CLOEXEC);
    }
    /* The total is the first row. */
    length = pread(stat_fd, bytes, 512, 0);
    text = vmm_text_of(bytes, length < 0 ? 0 : (size_t)length);
    if (vmm_cpu_next(&text, &cpu, sizeof cpu) != VMM_OK)
        return false;
    vmm_cpu_usage_between(&before, &cpu, &cpu_usage, sizeof cpu_usage);
    before = cpu;
    length = pread(meminfo_fd, bytes, sizeof bytes, 0);
    text = vmm_text_of(bytes, length < 0 ? 0 : (size_t)length);
    if (vmm_meminfo_parse(&text, &memory, sizeof memory) != VMM_OK ||
        vmm_memory_usage_of(&memory, &memory_usage, sizeof memory_usage) != VMM_OK || statvfs("/", &root) != 0)
        return false;
    vmm_record_init(VMM_RECORD_FILESYSTEM, &filesystem, sizeof filesystem);
    filesystem.f_bsize_bytes = root.f_bsize;
    filesystem.f_frsize_bytes = root.f_frsize;
    filesystem.f_blocks = root.f_blocks;
    filesystem.f_bfree = root.f_bfree;
    filesystem.f_bavail = root.f_bavail;
    filesystem.f_files = root.f_files;
    filesystem.f_ffree = root.f_ffree;
    filesystem.f_favail = root.f_favail;
    return vmm_filesystem_usage_of(&filesystem, &filesystem_usage, sizeof filesystem_usage) == VMM_OK;
}

/* Runs a command to its end, as a shell's child. */
static bool run(const char *command)
{
    char *const arguments[] = {(char[]){"sh"}, (char[]){"-c"}, strdup(command), NULL};
    posix_spawn_file_actions_t actions;
    pid_t child;
    int status = -1;

    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    if (posix_spawn(&child, "/bin/sh", &actions, NULL, arguments, environ) == 0)
        waitpid(child, &status, 0);
    posix_spawn_file_actions_destroy(&actions);
    free(arguments[2]);
    return status == 0;
}

static bool measure_commands(size_t rounds)
{
    static const char *const commands[] = {
        "cat /proc/stat | awk '/^cpu / { print $2 + $3 + $4 + $7 + $8 + $9, $5 + $6 }'",
        "free -b",
        "df -B1 /",
    };
    enum { COMMANDS = sizeof commands / sizeof commands[0] };
    static double times[COMMANDS + 1][MOST_ROUNDS];

    for (size_t round = 0; round < rounds; round++) {
        for (size_t i = 0; i <= COMMANDS; i++) {
            double before = now_ns();

            if (i == COMMANDS ? !take_small_sample() : !run(commands[i]))
                return false;
            times[i][round] = now_ns() - before;
        }
    }
    for (size_t i = 0; i <= COMMANDS; i++) {
        struct figures figures = figures_of(times[i], rounds);

        printf("command\t%s\t%.0f\t%.0f\n", i == COMMANDS ? "the library" : commands[i], figures.least, figures.median);
    }
    return true;
}

int main(int argc, char **argv)
{
    size_t rounds = argument(argc, argv, 1, 2000);
    size_t wake_ups = argument(argc, argv, 2, 15);
    double ms = (double)argument(argc, argv, 3, 1000);
    double clock = clock_ns();

    if (rounds < 1 || rounds > MOST_ROUNDS || wake_ups < 1 || wake_ups > MOST_ROUNDS)
        return EXIT_FAILURE;
    /* Some kernels do not have all. */
    for (size_t i = 0; i < FILES; i++)
        count += kept_open(&kept[count], paths[i]) && kept_read(&kept[count]) && kept_parse(&kept[count]);
    for (size_t round = 0; round < rounds; round++)
        if (!take_sample(round, clock))
            return EXIT_FAILURE;
    print_sample("hot", rounds);
    for (size_t round = 0; round < wake_ups; round++) {
        sleep_cold(ms);
        if (!take_sample(round, clock))
            return EXIT_FAILURE;
    }
    print_sample("cold", wake_ups);
    return measure_commands(rounds / 20 + 1) ? EXIT_SUCCESS : EXIT_FAILURE;
}
