/* SPDX-License-Identifier: MIT */
/* From which value on a number is worth a look, and from which value on it is bad. */
#ifndef TOP_THRESHOLD_H
#define TOP_THRESHOLD_H

#include "canvas.h"
#include "vm.h"

enum threshold_id {
    THRESHOLD_BUSY,
    THRESHOLD_WAIT,
    THRESHOLD_STEAL,
    THRESHOLD_LIMIT,
    THRESHOLD_THROTTLED,
    THRESHOLD_MEMORY,
    THRESHOLD_PRESSURE,
    THRESHOLD_DISK,
    THRESHOLD_SPACE,
    THRESHOLD_DROPS,
    THRESHOLD_KILLS,
    THRESHOLDS,
    /* No value is worth a look. */
    THRESHOLD_NONE = THRESHOLDS
};

struct threshold {
    /* Of what, for the page of help. */
    const char *name;
    double warn;
    double bad;
    enum unit unit;
};
extern const struct threshold thresholds[THRESHOLDS];

/* What a number looks like, and what a bar or graph of so much looks like. */
enum style style_of(struct figure figure, enum threshold_id threshold);
enum style style_of_used(double value, enum threshold_id threshold);

/* What a number of a machine looks like. */
enum style style_of_vm(const struct vm *vm, enum figure_id figure);

#endif
