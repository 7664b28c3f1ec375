/* SPDX-License-Identifier: MIT */
/* Time, and what is made of many measurements of it. */
#ifndef VMM_SPEED_MEASURE_H
#define VMM_SPEED_MEASURE_H

#include <stddef.h>

/* Nanoseconds of a monotonic clock. */
double now_ns(void);

/* Nanoseconds of this thread's own time, which goes on only while it runs: for what takes long. */
double own_ns(void);

/* What asking for the time costs, in nanoseconds. */
double clock_ns(void);

struct figures {
    double least;
    double median;
};
/* Sorts the values. */
struct figures figures_of(double *values, size_t count);

/*
 * Sleeps for as long, after other memory has taken the place of everything in the caches that are a processor's own: what
 * happens to a program that wakes up once in a while on a machine that does something else.
 */
void sleep_cold(double ms);

/* A number that was given to the program, or else this one. */
size_t argument(int argc, char **argv, int index, size_t otherwise);

#endif
