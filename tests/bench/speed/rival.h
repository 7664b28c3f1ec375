/* SPDX-License-Identifier: MIT */
/* Another library that reads the same files, for rival.c to measure beside this one. A program has one of them. */
#ifndef VMM_SPEED_RIVAL_H
#define VMM_SPEED_RIVAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "readers.h"

/* How it gets the bytes, so that the same can be done without it, and its time taken off. */
enum reading {
    /* A stream that stays open, from its beginning to its end. */
    KEPT_STREAM,
    /* A descriptor that stays open, by one read() from its beginning. */
    KEPT_DESCRIPTOR,
    /* Opened, read and closed each time. */
    NEW_STREAM,
    NEW_DESCRIPTOR
};

/* A file that it reads by itself. */
struct rival_part {
    /* As formats.c has it, and where the library looks for it. */
    const char *file;
    const char *path;
    enum reading reading;
    bool (*refresh)(void);
    /* Whether the last refresh gave what this library reads. */
    bool (*agrees)(const struct output *output, size_t rows);
};

struct rival {
    const char *name;
    void (*begin)(void);
    const struct rival_part *parts;
    size_t part_count;
    /* A whole sample, and the files of this library's sample beside it. */
    bool (*sample)(void);
    const char *const *sample_paths;
    size_t sample_count;
};

extern const struct rival rival;

#endif
