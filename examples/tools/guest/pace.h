/* SPDX-License-Identifier: MIT */
/*
 * When samples are taken, and what the clocks did meanwhile. No sample is taken less than half an interval after the one
 * before: a rate of a moment says nothing. So a program or a machine that was stopped and goes on prints one line about
 * all of that time, and the next one after a whole interval.
 */
#ifndef GUEST_PACE_H
#define GUEST_PACE_H

#include <stdbool.h>
#include <stdint.h>

#include "../common/roots.h"

struct pace {
    /* Since this sample and the one before; -1 or false where there is nothing to say. */
    struct {
        /* By how much the sample is late, if that is a part of an interval. */
        int64_t gap_ms;
        /* The same whatever it is, without the time in which the machine slept. */
        int64_t lag_ms;
        /* Whether the time of day was set, and how far forward or back. */
        bool stepped;
        int64_t step_ms;
        /* Whether this machine was restored from a snapshot, or this program on another machine. */
        bool restored;
    } said;
    /* By CLOCK_MONOTONIC: when the next sample is due, and when the last one had read its counters. */
    int64_t due_ns;
    int64_t read_ns;
    /* The interval that led to the present sample; 0 if there is none before. */
    int64_t interval_ns;
    /* The same moment by the clock that goes on while the machine sleeps, and by the time of day. */
    int64_t due_boot_ns;
    int64_t day_minus_boot_ns;
    int64_t boot_ns;
    const struct roots *roots;
    char boot_id[40];
    /* A socket for the kernel's messages about devices; -1 if there is none. */
    int messages;
};

/* `needs_boot_id`: the id is printed, or there will be a sample before which the machine may have been started again. */
void pace_init(struct pace *pace, const struct roots *roots, bool needs_boot_id);

/* Listens to the kernel's messages from now on. Call it after the first sample, which may need the last descriptor. */
void pace_listen(struct pace *pace);

/* Waits until a sample is due, an interval after the one before; not at all if the interval is 0. */
void pace_wait(struct pace *pace, int64_t interval_ns);

/* Call it when a sample begins. It sets `said`. */
void pace_begin(struct pace *pace);

/* Call it when the counters of a sample are read. */
void pace_read(struct pace *pace);

#endif
