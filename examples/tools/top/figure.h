/* SPDX-License-Identifier: MIT */
/* A number to be shown, and how: in at most five columns, so that a table's numbers stand below each other. */
#ifndef TOP_FIGURE_H
#define TOP_FIGURE_H

#include <stdint.h>
#include <vmmetrics/vmmetrics.h>

/* What is known of a number. A rate is new where there was no sample before, and reset where its counter began anew. */
enum known { IS_UNKNOWN, IS_KNOWN, IS_NEW, IS_RESET };

struct figure {
    enum known known;
    double value;
};

enum unit {
    /* CPUs, shown as percent of one. */
    UNIT_CPUS,
    /* 0 to 1, shown as percent. */
    UNIT_RATIO,
    /* Bytes, or bytes a second. */
    UNIT_BYTES,
    /* Things that are counted, and how many come in a second. */
    UNIT_COUNT,
    UNIT_RATE,
    UNIT_SECONDS
};

/* The longest text, with its NUL. */
#define FIGURE_BYTES 8

/* A figure from a result of the library; the status is the reason if a rate is unknown. */
struct figure figure_of(double value);
struct figure figure_of_count(uint64_t value);
struct figure figure_of_rate(vmm_status status, double value);
/*
 * Known if both are known: a sum that lacks a part says nothing. Otherwise new or reset if one of the two is new or
 * reset.
 */
struct figure figure_sum(struct figure one, struct figure other);
struct figure figure_largest(struct figure one, struct figure other);

/* `-` is unknown, `new` and `reset` are what the words say. */
void figure_text(struct figure figure, enum unit unit, char text[FIGURE_BYTES]);

#endif
