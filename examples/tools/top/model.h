/* SPDX-License-Identifier: MIT */
/* All that the pages show, and what the person who looks at them has chosen. Nothing in it knows a terminal. */
#ifndef TOP_MODEL_H
#define TOP_MODEL_H

#include "self.h"
#include "vm.h"

struct model {
    struct self_view self;
    /* In the order in which they are shown. */
    struct vm **vms;
    size_t count;
    /* Whether only certain processes were asked for. */
    bool is_asked_for;
    /* Samples taken so far: after the first there are no rates. */
    uint64_t samples;
    /* Local time of the last one. */
    char time[16];
    /*
     * Something that happened: a machine that ended, or that cannot be read; and when, in seconds of a monotonic clock.
     */
    char message[160];
    int64_t message_time;
};

enum page { PAGE_TABLE, PAGE_DETAIL, PAGE_SELF, PAGE_HELP };

enum sort_key {
    SORT_CPU,
    SORT_MEMORY,
    SORT_NET,
    SORT_DISK,
    SORT_PRESSURE,
    SORT_OVERHEAD,
    SORT_WAIT,
    SORT_THROTTLED,
    SORT_NAME,
    SORT_KEYS
};

struct view {
    enum page page;
    enum sort_key sort;
    /* Smallest first. */
    bool reverse;
    bool paused;
    /* Whether there have been several samples to draw histories of. */
    bool histories;
    double interval;
    /* The machine that is chosen, or 0, and the first row of the table that is shown. */
    uint64_t chosen;
    size_t first_row;
    /* The first line shown of a page that is longer than the screen. */
    int scroll;
};

/* What each key sorts by: its name, the figure, and the key. */
struct sort_kind {
    const char *name;
    enum figure_id figure;
    char letter;
};
extern const struct sort_kind sort_kinds[SORT_KEYS];

/* Sorts, the same numbers by name, so that nothing moves without a reason; what is unknown comes last. */
void model_sort(struct model *model, const struct view *view);

/* The place of the chosen machine; 0 if there is no machine. */
size_t model_chosen(const struct model *model, const struct view *view);

#endif
