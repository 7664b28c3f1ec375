/* SPDX-License-Identifier: MIT */
#define _POSIX_C_SOURCE 200809L
#include "measure.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

static double ns_of(clockid_t clock)
{
    struct timespec time;

    clock_gettime(clock, &time);
    return (double)time.tv_sec * 1e9 + (double)time.tv_nsec;
}

double now_ns(void)
{
    return ns_of(CLOCK_MONOTONIC);
}

double own_ns(void)
{
    return ns_of(CLOCK_THREAD_CPUTIME_ID);
}

static int compare(const void *one, const void *other)
{
    double a = *(const double *)one, b = *(const double *)other;

    return (a > b) - (a < b);
}

struct figures figures_of(double *values, size_t count)
{
    struct figures figures = {0, 0};

    if (count == 0)
        return figures;
    qsort(values, count, sizeof *values, compare);
    figures.least = values[0];
    figures.median = count % 2 != 0 ? values[count / 2] : (values[count / 2 - 1] + values[count / 2]) / 2;
    return figures;
}

double clock_ns(void)
{
    double values[101];

    for (size_t i = 0; i < 101; i++) {
        double before = now_ns();

        values[i] = now_ns() - before;
    }
    return figures_of(values, 101).median;
}

void sleep_cold(double ms)
{
    /* More than the second-level caches hold, and more pages than are remembered. */
    enum { BYTES = 8 << 20, LINE = 64 };
    static char memory[BYTES];
    static char value;
    struct timespec time = {(time_t)(ms / 1e3), 0};

    value++;
    for (size_t i = 0; i < BYTES; i += LINE)
        ((volatile char *)memory)[i] = value;
    time.tv_nsec = (long)((ms - (double)time.tv_sec * 1e3) * 1e6);
    nanosleep(&time, NULL);
}

size_t argument(int argc, char **argv, int index, size_t otherwise)
{
    return index < argc ? (size_t)strtoul(argv[index], NULL, 10) : otherwise;
}
