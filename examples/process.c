/* SPDX-License-Identifier: MIT */
// What the threads of a virtual machine's process use: those that are virtual CPUs, and the others, which are overhead.
//     cc -Iinclude examples/process.c lib/*/*.c -o process && ./process PID [SECONDS]
//     2 threads used 0.33 CPUs
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>
#include <vmmetrics/vmmetrics.h>

struct sample {
    int64_t time_ns;
    struct vmm_process rows[4096];
    struct vmm_threads threads;
};

/* Reads the files that the library knows of a thread. A thread may end at any time: its record then has no number. */
static void read_thread(const char *number, struct vmm_process *thread)
{
    struct vmm_file_info known;

    vmm_record_init(VMM_RECORD_PROCESS, thread, sizeof *thread);
    for (uint32_t i = 0; vmm_file_at(VMM_RECORD_PROCESS, i, &known, sizeof known) == VMM_OK; i++) {
        char path[512], bytes[4096];
        FILE *file = snprintf(path, sizeof path, "%.255s/%s", number, known.name) > 0 ? fopen(path, "r") : NULL;
        struct vmm_text text;

        if (file == NULL)
            continue;
        text = vmm_text_of(bytes, fread(bytes, 1, sizeof bytes, file));
        vmm_record_read(&text, (enum vmm_file)known.id, thread, sizeof *thread);
        fclose(file);
    }
}

/* Reads each thread of the working directory. The threads may be in any order. */
static void take(struct sample *sample)
{
    struct vmm_threads *threads = &sample->threads;
    struct dirent **names = NULL;
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    sample->time_ns = (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
    *threads = (struct vmm_threads){sample->rows, 0, sizeof sample->rows[0]};
    for (int i = 0, count = scandir(".", &names, NULL, NULL); i < count; free(names[i++])) {
        if (names[i]->d_name[0] != '.' && threads->count < sizeof sample->rows / sizeof sample->rows[0])
            read_thread(names[i]->d_name, &sample->rows[threads->count++]);
    }
    free(names);
}

int main(int argc, char **argv)
{
    static struct sample old, now;
    struct vmm_threads_usage usage;
    char directory[64];
    vmm_status status;

    snprintf(directory, sizeof directory, "/proc/%.20s/task", argc > 1 ? argv[1] : "self");
    /* The working directory stays that of this process. The number may later be that of another process. */
    if (chdir(directory) != 0) {
        perror(directory);
        return EXIT_FAILURE;
    }
    take(&old);
    sleep(argc > 2 ? (unsigned)strtoul(argv[2], NULL, 10) : 1);
    take(&now);
    status =
        vmm_threads_usage_between(&old.threads, &now.threads, NULL, now.time_ns - old.time_ns, &usage, sizeof usage);
    if (status == VMM_OK)
        printf("%.0f threads used %.2f CPUs\n", (double)usage.threads, usage.total_cores);
    else
        fprintf(stderr, "%s: %s\n", directory, vmm_status_text(status));
    if (status == VMM_OK && usage.vcpus != 0)
        printf("%.0f virtual CPUs of them used %.2f\n", (double)usage.vcpus, usage.vcpu_cores);
    return status == VMM_OK ? EXIT_SUCCESS : EXIT_FAILURE;
}
