/* SPDX-License-Identifier: MIT */
/*
 * What reading costs where a program wakes up for it: `cold [WAKE-UPS [MILLISECONDS]]`.
 *
 * Each time it sleeps, finds nothing in the caches that it left there, gets a new file from the kernel by read(), and reads
 * it once, by one of the readers. Output is as of `hot`; the nanoseconds are of one call.
 */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "formats.h"
#include "measure.h"

enum { MOST_WAKE_UPS = 1000 };

static uint64_t next_variant;

/* Makes a file that read() gives. */
static bool make_file(int fd, const struct file *file, struct buffer *buffer)
{
    generate_variant(++next_variant);
    file->generate(buffer, file->rows);
    return ftruncate(fd, 0) == 0 && pwrite(fd, buffer->bytes, buffer->length, 0) == (ssize_t)buffer->length;
}

static bool measure(const struct file *file, int fd, size_t wake_ups, double ms)
{
    static double ns[READERS][MOST_WAKE_UPS];
    struct output output = make_output(file->format, 0);
    struct buffer buffer = {NULL, 0, 0};
    double bytes = 0;

    for (size_t i = 0; i < wake_ups; i++) {
        if (!make_file(fd, file, &buffer) || !readers_agree(file, buffer.bytes, buffer.length))
            return false;
        bytes += (double)buffer.length;
        for (size_t turn = 0; turn < READERS; turn++) {
            size_t way = (turn + i) % READERS;
            double before;

            sleep_cold(ms);
            if (pread(fd, buffer.bytes, buffer.length, 0) != (ssize_t)buffer.length)
                return false;
            /* The first time that it is asked for, the clock is cold, too. */
            now_ns();
            before = now_ns();
            file->format->readers[way](buffer.bytes, buffer.length, &output);
            ns[way][i] = now_ns() - before - clock_ns();
        }
    }
    for (size_t way = 0; way < READERS; way++) {
        struct figures figures = figures_of(ns[way], wake_ups);

        printf("%s\t%.0f\t%s\t%.2f\t%.2f\n", file->name, bytes / (double)wake_ups, reader_names[way], figures.least,
               figures.median);
    }
    free_output(&output);
    free(buffer.bytes);
    return true;
}

int main(int argc, char **argv)
{
    size_t wake_ups = argument(argc, argv, 1, 21);
    double ms = (double)argument(argc, argv, 2, 2);
    int fd = memfd_create("file", MFD_CLOEXEC);

    if (fd < 0 || wake_ups < 1 || wake_ups > MOST_WAKE_UPS)
        return EXIT_FAILURE;
    for (size_t i = 0; i < file_count; i++)
        if (!measure(&files[i], fd, wake_ups, ms))
            return EXIT_FAILURE;
    return EXIT_SUCCESS;
}
