/* SPDX-License-Identifier: MIT */
// How busy each CPU is: rows of a file, and a usage of two samples.
//     cc -Iinclude examples/cpu.c lib/*/*.c -o cpu && ./cpu [SECONDS [FILE]]
//     all   busy 100.0 %  user  51.7 %  system  22.9 %  iowait   0.0 %  steal   0.0 %
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>
#include <vmmetrics/vmmetrics.h>

struct sample {
    /* Linux has at most 8192 CPUs; the first row is of all CPUs together. */
    struct vmm_cpu rows[8193];
    size_t count;
};

/* Takes all rows of a file, and gives the time. Ends the program where the file cannot be read. */
static int64_t take(const char *path, struct sample *sample)
{
    static char bytes[1 << 20];
    FILE *file = fopen(path, "r");
    struct vmm_text text = vmm_text_of(bytes, file == NULL ? 0 : fread(bytes, 1, sizeof bytes, file));
    struct timespec time;
    struct vmm_cpu row;
    vmm_status status;

    clock_gettime(CLOCK_MONOTONIC, &time);
    if (text.end == bytes + sizeof bytes)
        errno = EFBIG;
    if (file == NULL || !feof(file)) {
        perror(path);
        exit(EXIT_FAILURE);
    }
    fclose(file);
    while ((status = vmm_cpu_next(&text, &row, sizeof row)) != VMM_END) {
        /* A bad row costs that row alone; the next call goes on after it. */
        if (status != VMM_OK)
            fprintf(stderr, "%s: %s\n", path, vmm_status_text(status));
        else if (sample->count < sizeof sample->rows / sizeof sample->rows[0])
            sample->rows[sample->count++] = row;
    }
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

int main(int argc, char **argv)
{
    static struct sample before, now;
    const char *path = argc > 2 ? argv[2] : "/proc/stat";
    int64_t begin = take(path, &before);

    sleep(argc > 1 ? (unsigned)strtoul(argv[1], NULL, 10) : 1);
    struct vmm_interval interval = {take(path, &now) - begin, (uint64_t)sysconf(_SC_CLK_TCK)};
    for (size_t i = 0; i < now.count; i++) {
        /* All CPUs are the sum of their rows: the total row gains hours of idle at once when a CPU goes offline. */
        struct vmm_cpus old = {before.rows, before.count, sizeof before.rows[0]};
        struct vmm_cpus new = {now.rows, now.count, sizeof now.rows[0]};
        struct vmm_cpu_usage usage;

        if (vmm_is_known(now.rows[i].id)) {
            new = (struct vmm_cpus){&now.rows[i], 1, sizeof now.rows[0]};
            /* A CPU may come or go between the samples: the same place in the file is not always the same CPU. */
            for (; old.count != 0 && old.rows->id != new.rows->id; old.count--)
                old.rows++;
            printf("%-5" PRIu64, new.rows->id);
        } else {
            printf("all  ");
        }
        vmm_status status = vmm_cpus_usage_between(&old, &new, &interval, &usage, sizeof usage);
        /* VMM_FIRST: the CPU was not there before. VMM_RESET: its counters began anew, or jumped. */
        if (status != VMM_OK)
            printf(" %s\n", vmm_status_text(status));
        else
            printf(" busy %5.1f %%  user %5.1f %%  system %5.1f %%  iowait %5.1f %%  steal %5.1f %%\n",
                   100 * usage.busy_node_exporter_ratio, 100 * usage.user_ratio, 100 * usage.system_ratio,
                   100 * usage.iowait_ratio, 100 * usage.steal_ratio);
    }
    return now.count == 0 ? EXIT_FAILURE : EXIT_SUCCESS;
}
