/* SPDX-License-Identifier: MIT */
// What a cgroup of version 1 or 2 uses: a directory of small files that is one record, and a usage of two samples.
//     cc -Iinclude examples/cgroup.c lib/*/*.c -o cgroup && ./cgroup DIRECTORY [SECONDS]
//     cores used      2.00
#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>
#include <vmmetrics/vmmetrics.h>

/* Reads each file that the library knows in such a directory, and returns the time. The members of a file that is not
 * there stay unknown. */
static int64_t take(const char *directory, struct vmm_cgroup *cgroup)
{
    struct timespec time;
    struct vmm_file_info known;

    vmm_record_init(VMM_RECORD_CGROUP, cgroup, sizeof *cgroup);
    clock_gettime(CLOCK_MONOTONIC, &time);
    for (uint32_t i = 0; vmm_file_at(VMM_RECORD_CGROUP, i, &known, sizeof known) == VMM_OK; i++) {
        char path[PATH_MAX], bytes[65536];
        struct vmm_text text;
        vmm_status status;
        FILE *file;

        snprintf(path, sizeof path, "%s/%s", directory, known.name);
        file = fopen(path, "r");
        if (file == NULL)
            continue;
        text = vmm_text_of(bytes, fread(bytes, 1, sizeof bytes, file));
        /* A file that is bad, or was not read to its end, costs its own members only. */
        status = feof(file) ? vmm_record_read(&text, (enum vmm_file)known.id, cgroup, sizeof *cgroup) : VMM_E_TRUNCATED;
        if (status < 0)
            fprintf(stderr, "%s: %s\n", path, vmm_status_text(status));
        fclose(file);
    }
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

static void print(const char *name, uint64_t value)
{
    char digits[VMM_VALUE_ROOM];

    /* A number, or "max" if there is no limit. */
    if (vmm_value_print(value, digits, sizeof digits, NULL) == VMM_OK)
        printf("%-15s %s\n", name, digits);
    else
        printf("%-15s unknown\n", name);
}

int main(int argc, char **argv)
{
    struct vmm_cgroup before, now;
    struct vmm_cgroup_usage usage;
    int64_t begin, end;
    vmm_status status;

    if (argc < 2) {
        fputs("usage: cgroup DIRECTORY [SECONDS]\n", stderr);
        return 2;
    }
    begin = take(argv[1], &before);
    sleep(argc > 2 ? (unsigned)strtoul(argv[2], NULL, 10) : 1);
    end = take(argv[1], &now);
    status = vmm_cgroup_usage_between(&before, &now, end - begin, &usage, sizeof usage);
    if (status != VMM_OK)
        fprintf(stderr, "%s: %s\n", argv[1], vmm_status_text(status));
    /* An unknown double is NaN. */
    if (!isnan(usage.cores_used))
        printf("%-15s %.2f\n", "cores used", usage.cores_used);
    print("memory", now.memory_current_bytes);
    print("memory limit", now.memory_max_bytes);
    print("processes", now.pids_current);
    print("process limit", now.pids_max);
    return status == VMM_OK ? EXIT_SUCCESS : EXIT_FAILURE;
}
