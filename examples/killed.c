/* SPDX-License-Identifier: MIT */
// Which processes the kernel killed for want of memory, from the kernel's log.
//     cc -Iinclude examples/killed.c lib/*/*.c -o killed && ./killed LOG       such as the output of dmesg
//     python3 (98) was killed, at the limit of a cgroup, with 8380416 bytes of anonymous memory
#include <stdio.h>
#include <stdlib.h>
#include <vmmetrics/vmmetrics.h>

/* The reasons in the order of VMM_OOM_CONSTRAINT_*. */
static const char *const reasons[] = {
    "when the machine had no memory left",
    "when the memory nodes of its cpuset had no memory left",
    "when the memory nodes of its policy had no memory left",
    "at the limit of a cgroup",
};

static const char *reason_of(const struct vmm_oom_kill *row)
{
    if (row->constraint - 1 < sizeof reasons / sizeof reasons[0])
        return reasons[row->constraint - 1];
    return "when there was no memory left";
}

/* A name may have any byte. */
static void print_name(const char *name)
{
    for (; *name != '\0'; name++)
        putchar(*name > ' ' && *name < 127 ? *name : '?');
}

int main(int argc, char **argv)
{
    /* A log of a machine is 2 MB at most, unless its kernel was started with log_buf_len. */
    static char bytes[1 << 22];
    FILE *file = argc == 2 ? fopen(argv[1], "r") : NULL;
    size_t length = file == NULL ? 0 : fread(bytes, 1, sizeof bytes, file);
    struct vmm_text text = vmm_text_of(bytes, length);
    struct vmm_oom_kill row;
    vmm_status status;
    int result = EXIT_SUCCESS;

    if (argc != 2) {
        fputs("usage: killed LOG\n", stderr);
        return 2;
    }
    if (file == NULL || !feof(file)) {
        perror(argv[1]);
        return EXIT_FAILURE;
    }
    fclose(file);
    while ((status = vmm_oom_kill_next(&text, &row, sizeof row)) != VMM_END) {
        if (status != VMM_OK) {
            fprintf(stderr, "%s: %s\n", argv[1], vmm_status_text(status));
            result = EXIT_FAILURE;
        } else if (row.line == VMM_OOM_LINE_KILLED) {
            print_name(row.task);
            printf(" (%llu) was killed, %s", (unsigned long long)row.pid, reason_of(&row));
            if (vmm_is_known(row.anon_rss_bytes))
                printf(", with %llu bytes of anonymous memory", (unsigned long long)row.anon_rss_bytes);
            putchar('\n');
        }
    }
    return result;
}
