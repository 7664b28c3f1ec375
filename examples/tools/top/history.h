/* SPDX-License-Identifier: MIT */
/* The last samples of a number. */
#ifndef TOP_HISTORY_H
#define TOP_HISTORY_H

#include <stdbool.h>

#include "figure.h"

/* Two for each column of a graph on a page of 250 columns: 1 KiB for each number of a machine that has a history. */
enum { HISTORY_LENGTH = 256 };

struct history {
    /* NaN where it was not known. */
    float values[HISTORY_LENGTH];
    unsigned next;
    unsigned count;
};

/* When the samples were taken, in nanoseconds of a monotonic clock. */
struct moments {
    int64_t values[HISTORY_LENGTH];
    unsigned next;
    unsigned count;
};

void history_add(struct history *history, struct figure figure);
void moments_add(struct moments *moments, int64_t time_ns);

/* The value so many samples ago, the latest is 0; NaN where there is none. */
double history_ago(const struct history *history, unsigned ago);

/* How many seconds before the latest sample that one was, or the first if there were fewer. */
double moments_ago(const struct moments *moments, unsigned ago);

/*
 * Of `count` samples, the last of which was so many samples ago: the largest, 0 without any; and whether one is known.
 */
double history_largest(const struct history *history, unsigned ago, unsigned count);
bool history_has(const struct history *history, unsigned ago, unsigned count);

#endif
