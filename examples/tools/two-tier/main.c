/* SPDX-License-Identifier: MIT */
/*
 * vmmetrics-two-tier: the lines of vmmetrics-guest, written inside a virtual machine, beside the lines of
 * vmmetrics-host about that machine: one line for each line of the host.
 *
 * The guest's lines are not trusted. The host's lines go on whatever the guest does: its FIFO may have no writer yet,
 * lose its writer and get another one.
 */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../common/clock.h"
#include "../common/memory.h"
#include "../common/message.h"
#include "../common/options.h"
#include "line.h"
#include "sides.h"
#include "stream.h"

const char program[] = "vmmetrics-two-tier";

static const char usage[] =
    "usage: vmmetrics-two-tier --guest FILE [--host FILE] [OPTION]...\n"
    "Compares the numbers of a virtual machine (lines of vmmetrics-guest --full --interval 1) with the\n"
    "numbers of its host (lines of vmmetrics-host --pid PID --interval 1): one JSON line for each line of\n"
    "the host. An unknown number is null.\n";

static const char notes[] =
    "The program computes no rates: guest and host have already divided their counters by the time of\n"
    "their own clocks. The samples of guest and host are taken at different times; skew_ms is the\n"
    "difference. A guest that is paused or dead writes no lines: then its numbers become null, and the\n"
    "lines go on. A guest that writes to its FIFO again is read again. If both are files, the lines are\n"
    "compared by their own times.\n"
    "\n"
    "Exit status: 0 at the end of the host's lines, 1 if a stream cannot be read or the output cannot be\n"
    "written, 2 for wrong usage.\n";

/* How long a guest that had nothing to read is left alone. */
enum { QUIET_MS = 100 };

static struct stream guest_stream, host_stream;
static struct json out;

static const struct moment never = {VMM_UNKNOWN, VMM_UNKNOWN};

static struct moment moment_now(void)
{
    return (struct moment){(uint64_t)now_ns() / 1000000, now_since_1970_ns() / 1000000};
}

/* ---- Lines as they come, by this machine's clocks ---- */

/* Takes what the guest has said; the last line counts. Returns whether there may be more at once. */
static bool hear(const struct options *options, struct guest_side *guest, struct moment *heard)
{
    struct vmm_span line;
    int error = stream_read(&guest_stream);

    while (error == 0 && stream_next(&guest_stream, &line)) {
        if (line_is_object(line)) {
            struct guest_side before = *guest;

            *guest = guest_of(line, options);
            guest_follows(guest, &before);
            *heard = moment_now();
        }
    }
    /* The writer of a FIFO may have ended in the middle of a line; a file may grow. */
    if (error == -1 && !guest_stream.is_file)
        stream_cut(&guest_stream);
    if (error > 0 && error != EAGAIN) {
        message_of_value("--guest", options->guest, strerror(error));
        close(guest_stream.fd);
        guest_stream.fd = -1;
    }
    return error == 0;
}

/* Prints a line for each that the host has said. Returns false at the end of the host's lines. */
static bool see(const struct options *options, const struct guest_side *guest, struct moment heard)
{
    struct vmm_span line;
    int error = stream_read(&host_stream);

    while (error == 0 && stream_next(&host_stream, &line)) {
        if (line_is_object(line)) {
            struct host_side host = host_of(line);

            sides_print(&out, options, guest, heard, &host, moment_now());
            flush(&out);
        }
    }
    if (error > 0 && error != EAGAIN)
        fail(options->host == NULL ? "standard input" : options->host, strerror(error));
    return error != -1;
}

static void compare_live(const struct options *options)
{
    struct guest_side guest = guest_unknown();
    struct moment heard = never;
    bool quiet = false, goes_on = true;

    while (goes_on) {
        struct pollfd both[2] = {{host_stream.fd, POLLIN, 0}, {quiet ? -1 : guest_stream.fd, POLLIN, 0}};
        int ready = poll(both, 2, quiet && guest_stream.fd >= 0 ? QUIET_MS : -1);

        if (ready < 0 && errno != EINTR)
            fail("poll", strerror(errno));
        if (ready < 0)
            continue;
        /* The guest first, so that a line of the host is compared with every line of the guest before it. */
        if (guest_stream.fd >= 0)
            quiet = !hear(options, &guest, &heard);
        if (both[0].revents != 0)
            goes_on = see(options, &guest, heard);
    }
}

/* ---- Lines that were recorded, by the clocks of the two machines ---- */

struct said_line {
    struct guest_side guest;
    size_t number;
};

struct said {
    struct said_line *lines;
    size_t count;
    size_t bytes;
};

static void add_said(struct said *said, struct guest_side guest)
{
    if ((said->count + 1) * sizeof *said->lines > said->bytes) {
        said->lines = memory_grow(said->lines, &said->bytes);
        if (said->lines == NULL)
            fail("lines of the guest", strerror(ENOMEM));
    }
    said->lines[said->count] = (struct said_line){guest, said->count};
    said->count++;
}

/* By the guest's clock, which has whole seconds; then in the order of the file. */
static int compare_said(const void *one, const void *other)
{
    const struct said_line *a = one, *b = other;

    if (a->guest.clock_ms != b->guest.clock_ms)
        return a->guest.clock_ms < b->guest.clock_ms ? -1 : 1;
    return (a->number > b->number) - (a->number < b->number);
}

/* The last line that was said before a moment; NULL if there is none. */
static const struct guest_side *said_before(const struct said *said, uint64_t moment)
{
    size_t low = 0, high = said->count;

    while (vmm_is_known(moment) && low < high) {
        size_t middle = low + (high - low) / 2;

        if (said->lines[middle].guest.clock_ms <= moment)
            low = middle + 1;
        else
            high = middle;
    }
    return low == 0 ? NULL : &said->lines[low - 1].guest;
}

static void read_recorded(struct stream *stream, const char *path, const struct options *options, struct said *said)
{
    const struct guest_side unknown = guest_unknown();
    struct vmm_span line;
    int error;

    while ((error = stream_read(stream)) == 0) {
        while (stream_next(stream, &line)) {
            const struct guest_side *before = NULL;
            struct moment heard = never, seen = never;
            struct host_side host;

            if (!line_is_object(line))
                continue;
            if (stream == &guest_stream) {
                struct guest_side guest = guest_of(line, options);

                if (vmm_is_known(guest.clock_ms))
                    add_said(said, guest);
                continue;
            }
            host = host_of(line);
            before = said_before(said, host.time_ms);
            seen.steady_ms = host.time_ms;
            if (before != NULL)
                heard = (struct moment){before->clock_ms, before->clock_ms};
            sides_print(&out, options, before == NULL ? &unknown : before, heard, &host, seen);
        }
    }
    if (error > 0)
        fail(path == NULL ? "standard input" : path, strerror(error));
}

static void compare_recorded(const struct options *options)
{
    struct said said = {NULL, 0, 0};

    read_recorded(&guest_stream, options->guest, options, &said);
    if (said.count != 0)
        qsort(said.lines, said.count, sizeof *said.lines, compare_said);
    for (size_t i = 1; i < said.count; i++)
        guest_follows(&said.lines[i].guest, &said.lines[i - 1].guest);
    read_recorded(&host_stream, options->host, options, &said);
    memory_release(said.lines, said.bytes);
}

/* ---- The command line ---- */

static void open_stream(struct stream *stream, const char *option, const char *path)
{
    int error = stream_open(stream, path);

    if (error != 0 && path == NULL)
        fail("standard input", strerror(error));
    if (error != 0)
        fail_of_value(option, path, strerror(error));
}

#define AT(member) .offset = offsetof(struct options, member)

static const struct option rows[] = {
    {"--guest", .kind = OPTION_TEXT, AT(guest), .value = "FILE",
     .help = "lines of the guest: a FIFO, which need not have a writer yet, a serial line or a file"},
    {"--host", .kind = OPTION_TEXT, AT(host), .value = "FILE", .help = "lines of the host (default: standard input)"},
    {"--interface", .kind = OPTION_TEXT, AT(interface), .most = 255, .value = "NAME",
     .help = "network interface of the guest that is connected to the TAP of the host (default: eth0)"},
    {"--disk", .kind = OPTION_TEXT, AT(disk), .most = 255, .value = "NAME",
     .help = "disk of the guest that corresponds to the block device of the host (default: vda)"},
    {"--memory", .kind = OPTION_NUMBER, AT(memory_bytes), .most = ((uint64_t)1 << 43) - 1,
     .text = "not a whole number of MiB", .value = "MIB",
     .help =
         "memory size of the machine; needed for the size of QEMU's balloon, since QEMU reports only the memory that "
         "the balloon leaves"},
    {"--deflate-on-oom", .kind = OPTION_FLAG, AT(deflate_on_oom),
     .help = "the balloon has this setting; MemTotal of the guest then includes the memory that the balloon holds"},
    {"--stale", .kind = OPTION_SECONDS, AT(stale_ns), .value = "SECONDS",
     .help =
         "maximum age of a guest's line when the host's line is read (default: 5); the numbers of an older line are "
         "null"},
    {"--table", .kind = OPTION_FLAG, AT(table), .help = "a table for human readers instead of JSON"},
};

static struct options options_of(int argc, char **argv)
{
    static const struct option_table table = {rows, sizeof rows / sizeof rows[0], usage, notes};
    struct options options = {
        .interface = "eth0", .disk = "vda", .memory_bytes = VMM_UNKNOWN, .stale_ns = (int64_t)5 * SECOND};

    options_take_only(&table, &options, argc, argv);
    if (options.guest == NULL)
        refuse("--guest", "this option is needed; see --help");
    if (vmm_is_known(options.memory_bytes))
        options.memory_bytes <<= 20;
    return options;
}

int main(int argc, char **argv)
{
    struct options options = options_of(argc, argv);

    json_init(&out, STDOUT_FILENO);
    /* Standard input first: if it is closed, no other file may take its number. */
    open_stream(&host_stream, "--host", options.host);
    open_stream(&guest_stream, "--guest", options.guest);
    if (guest_stream.is_file && host_stream.is_file)
        compare_recorded(&options);
    else
        compare_live(&options);
    flush(&out);
    return EXIT_SUCCESS;
}
