/* SPDX-License-Identifier: MIT */
// What Firecracker's metrics say: a JSON object a line, whose numbers are increments since the line before.
//     cc -Iinclude examples/firecracker.c lib/*/*.c -o firecracker && ./firecracker FILE
//     60.000 s, guest received 116.3 bytes/s, sent 116.3 bytes/s, read 57002.7 bytes/s, wrote 112503.5 bytes/s
#include <stdio.h>
#include <stdlib.h>
#include <vmmetrics/vmmetrics.h>

/* All of a file, of any length. Ends the program where it cannot be read. */
static struct vmm_text read_file(const char *path)
{
    FILE *file = fopen(path, "r");
    size_t length = 0, size = 0;
    char *bytes = NULL;

    while (file != NULL && !ferror(file) && !feof(file)) {
        char *larger = length < size ? bytes : realloc(bytes, size = 2 * size + 65536);

        if (larger == NULL)
            break;
        bytes = larger;
        length += fread(bytes + length, 1, size - length, file);
    }
    if (file == NULL || !feof(file)) {
        perror(path);
        exit(EXIT_FAILURE);
    }
    fclose(file);
    return vmm_text_of(bytes, length);
}

/* An increment is never subtracted from another one: it is divided by the time between its line and the line before. */
static void print(const char *what, uint64_t increment, double seconds)
{
    if (vmm_is_known(increment))
        printf(", %s %.1f bytes/s", what, (double)increment / seconds);
    else
        printf(", %s unknown", what);
}

int main(int argc, char **argv)
{
    uint64_t before_ms = VMM_UNKNOWN;
    struct vmm_firecracker line;
    struct vmm_text text;
    vmm_status status;
    int result = EXIT_SUCCESS;

    if (argc != 2) {
        fputs("usage: firecracker FILE\n", stderr);
        return 2;
    }
    text = read_file(argv[1]);
    while ((status = vmm_firecracker_next(&text, &line, sizeof line)) != VMM_END) {
        uint64_t now_ms = status == VMM_OK ? line.utc_timestamp_ms : VMM_UNKNOWN;

        if (status != VMM_OK) {
            fprintf(stderr, "%s: %s\n", argv[1], vmm_status_text(status));
            result = EXIT_FAILURE;
        } else if (!vmm_is_known(now_ms) || !vmm_is_known(before_ms) || now_ms <= before_ms) {
            /* The first line, a line after a bad one, or a clock that was set back: the increments have no time. */
            puts("the time before this line is unknown");
        } else {
            double seconds = (double)(now_ms - before_ms) / 1000;

            printf("%.3f s", seconds);
            print("guest received", line.net_rx_bytes, seconds);
            print("sent", line.net_tx_bytes, seconds);
            print("read", line.block_read_bytes, seconds);
            print("wrote", line.block_write_bytes, seconds);
            printf("\n");
        }
        before_ms = now_ms;
    }
    return result;
}
