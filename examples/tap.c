/* SPDX-License-Identifier: MIT */
// What goes through a TAP, as the guest sees it: what the TAP has received the guest has sent.
//     cc -Iinclude examples/tap.c lib/*/*.c -o tap && ./tap INTERFACE [SECONDS [FILE]]
//     guest receives     211072.3 bytes/s     263.2 packets/s
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include <vmmetrics/vmmetrics.h>

/* All of a file. Ends the program where it cannot be read. */
static struct vmm_text read_file(const char *path)
{
    static char bytes[1 << 20];
    FILE *file = fopen(path, "r");
    size_t length = file == NULL ? 0 : fread(bytes, 1, sizeof bytes, file);

    if (length == sizeof bytes)
        errno = EFBIG;
    if (file == NULL || !feof(file)) {
        perror(path);
        exit(EXIT_FAILURE);
    }
    fclose(file);
    return vmm_text_of(bytes, length);
}

/* Finds the row of an interface, turns it into the guest's view, and gives the time. */
static int64_t take(const char *path, const char *name, struct vmm_net *guest)
{
    struct vmm_text text = read_file(path);
    struct timespec time;
    struct vmm_net row;
    vmm_status status;

    clock_gettime(CLOCK_MONOTONIC, &time);
    vmm_record_init(VMM_RECORD_NET, guest, sizeof *guest);
    while ((status = vmm_net_next(&text, &row, sizeof row)) != VMM_END) {
        if (status != VMM_OK)
            fprintf(stderr, "%s: %s\n", path, vmm_status_text(status));
        else if (strcmp(row.name, name) == 0)
            vmm_net_guest_view_of(&row, guest, sizeof *guest);
    }
    if (guest->name[0] == '\0') {
        fprintf(stderr, "%s: there is no %s\n", path, name);
        exit(EXIT_FAILURE);
    }
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

int main(int argc, char **argv)
{
    /* A TAP in the network namespace of process PID is in /proc/PID/net/dev. */
    const char *path = argc > 3 ? argv[3] : "/proc/net/dev";
    struct vmm_net before, now;
    struct vmm_net_usage usage;
    int64_t begin, end;
    vmm_status status;

    if (argc < 2) {
        fputs("usage: tap INTERFACE [SECONDS [FILE]]\n", stderr);
        return 2;
    }
    begin = take(path, argv[1], &before);
    sleep(argc > 2 ? (unsigned)strtoul(argv[2], NULL, 10) : 1);
    end = take(path, argv[1], &now);
    status = vmm_net_usage_between(&before, &now, end - begin, &usage, sizeof usage);
    if (status != VMM_OK) {
        /* VMM_RESET: the TAP was made anew, so that the later sample is the first one of another TAP. */
        fprintf(stderr, "%s: %s\n", argv[1], vmm_status_text(status));
        return EXIT_FAILURE;
    }
    printf("guest receives %12.1f bytes/s %9.1f packets/s\n", usage.rx_bytes_per_second, usage.rx_packets_per_second);
    printf("guest sends    %12.1f bytes/s %9.1f packets/s\n", usage.tx_bytes_per_second, usage.tx_packets_per_second);
    return EXIT_SUCCESS;
}
