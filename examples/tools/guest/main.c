/* SPDX-License-Identifier: MIT */
/*
 * vmmetrics-guest: what this machine uses, one JSON line a sample. The helper program to run inside a virtual machine.
 *
 * It shows the ways of libvmmetrics: files read by the caller, rows until VMM_END, two samples for a rate, numbers that
 * the caller fills in (statvfs), and records printed by self-description. Whatever cannot be read costs only its own
 * members, which are null then.
 *
 * sample.c has what every line needs, full.c what --full adds, and the folder format, which can be left
 * out, what collectors want to have.
 */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "../common/json.h"
#include "../common/message.h"
#ifdef VMM_FORMATS
#include "format/format.h"
#endif
#include "full.h"
#include "line.h"
#include "options.h"
#include "sample.h"

const char program[] = "vmmetrics-guest";

static void add_ns(struct timespec *time, uint64_t ns)
{
    time->tv_sec += (time_t)(ns / SECOND);
    time->tv_nsec += (long)(ns % SECOND);
    if (time->tv_nsec >= (long)SECOND) {
        time->tv_nsec -= (long)SECOND;
        time->tv_sec++;
    }
}

/* Sleeps until `ns` after `*since`, which then becomes that moment: the time that a sample takes adds up to nothing. */
static void wait_since(struct timespec *since, uint64_t ns)
{
    struct timespec now;

    if (ns == 0)
        return;
    add_ns(since, ns);
    clock_gettime(CLOCK_MONOTONIC, &now);
    /* Late by more than a whole interval, as after the machine was stopped: nothing is made up for. */
    if (now.tv_sec > since->tv_sec || (now.tv_sec == since->tv_sec && now.tv_nsec > since->tv_nsec))
        *since = now;
    while (clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, since, NULL) == EINTR) {
    }
}

static void print(struct json *out, const struct sample *sample, const struct full *full, const struct options *options)
{
#ifdef VMM_FORMATS
    if (options->format != FORMAT_JSON) {
        format_print(out, sample, full, options);
        return;
    }
#endif
    line_print(out, sample, options->full ? full : NULL, options);
}

int main(int argc, char **argv)
{
    static struct sample sample;
    static struct full full;
    static struct json out;
    static struct options options;
    struct timespec moment;

    options = options_of(argc, argv);
    sample_init(&sample, &options);
    full_init(&full);
    json_init(&out, STDOUT_FILENO);
    clock_gettime(CLOCK_MONOTONIC, &moment);
    if (!options.no_wait) {
        sample_take_counters(&sample, &options);
        sample_keep(&sample);
        if (options.full) {
            full_take_counters(&full);
            full_keep(&full);
        }
        wait_since(&moment, SECOND / 10);
    }
    for (uint64_t printed = 0; printed < options.count; printed++) {
        if (printed != 0)
            wait_since(&moment, options.interval_ns);
        sample_take(&sample, &options);
        if (options.full)
            full_take(&full);
        print(&out, &sample, &full, &options);
        sample_keep(&sample);
        if (options.full)
            full_keep(&full);
    }
    return EXIT_SUCCESS;
}
