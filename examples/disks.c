/* SPDX-License-Identifier: MIT */
// What each block device does, in iostat(1)'s columns: rows of two samples, matched by what identifies a device.
//     cc -Iinclude examples/disks.c lib/*/*.c -o disks && ./disks [SECONDS [FILE]]
//     vda              12.97     55.87      0.46     21.95    251.44      0.14
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>
#include <vmmetrics/vmmetrics.h>

struct sample {
    int64_t time_ns;
    struct vmm_disk rows[1024];
    size_t count;
};

static void take(const char *path, struct sample *sample)
{
    static char bytes[1 << 20];
    FILE *file = fopen(path, "r");
    struct vmm_text text = vmm_text_of(bytes, file == NULL ? 0 : fread(bytes, 1, sizeof bytes, file));
    struct vmm_disk row;
    vmm_status status;
    struct timespec time;

    if (text.end == bytes + sizeof bytes)
        errno = EFBIG;
    if (file == NULL || !feof(file)) {
        perror(path);
        exit(EXIT_FAILURE);
    }
    fclose(file);
    clock_gettime(CLOCK_MONOTONIC, &time);
    sample->time_ns = (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
    while ((status = vmm_disk_next(&text, &row, sizeof row)) != VMM_END) {
        if (status != VMM_OK)
            fprintf(stderr, "%s: %s\n", path, vmm_status_text(status));
        else if (sample->count < sizeof sample->rows / sizeof sample->rows[0])
            sample->rows[sample->count++] = row;
    }
}

static void print(double requests_per_second, double bytes_per_second, double await_ms)
{
    printf(" %9.2f %9.2f", requests_per_second, bytes_per_second / 1024);
    /* Without requests the mean time of a request is unknown, which is not 0. */
    printf(isnan(await_ms) ? "         -" : " %9.2f", await_ms);
}

int main(int argc, char **argv)
{
    const char *path = argc > 2 ? argv[2] : "/proc/diskstats";
    static struct sample before, now;

    take(path, &before);
    sleep(argc > 1 ? (unsigned)strtoul(argv[1], NULL, 10) : 1);
    take(path, &now);
    printf("device              r/s     rkB/s   r_await       w/s     wkB/s   w_await\n");
    for (size_t i = 0; i < now.count; i++) {
        const struct vmm_disk *row = &now.rows[i], *old = NULL;
        struct vmm_disk_usage usage;
        vmm_status status;

        for (size_t k = 0; k < before.count && old == NULL; k++)
            old = vmm_record_same(&before.rows[k], row) == VMM_OK ? &before.rows[k] : NULL;
        /* VMM_FIRST: a new device. VMM_RESET: its counters restarted. */
        status = vmm_disk_usage_between(old, row, now.time_ns - before.time_ns, &usage, sizeof usage);
        printf("%-12s", row->name);
        if (status == VMM_OK) {
            print(usage.reads_per_second, usage.read_bytes_per_second, usage.read_await_ms);
            print(usage.writes_per_second, usage.write_bytes_per_second, usage.write_await_ms);
        }
        printf(" %s\n", status == VMM_OK ? "" : vmm_status_text(status));
    }
    return EXIT_SUCCESS;
}
