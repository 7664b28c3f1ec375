/* SPDX-License-Identifier: MIT */
/* All that the pages show, and what the person who looks at them has chosen. Nothing in it knows a terminal. */
#ifndef TOP_MODEL_H
#define TOP_MODEL_H

#include "columns.h"
#include "filter.h"
#include "self.h"
#include "vm.h"

struct model {
    struct self_view self;
    /* In the order in which they are shown; those that the filter leaves out come last. */
    struct vm **vms;
    size_t count;
    size_t shown;
    /* Whether only certain processes were asked for. */
    bool is_asked_for;
    /* Samples taken so far: after the first there are no rates. */
    uint64_t samples;
    /* When each sample of the histories was taken. */
    struct moments moments;
    /* Local time of the last one. */
    char time[16];
    /*
     * Something that happened: a machine that ended, or that cannot be read; and when, in seconds of a monotonic clock.
     */
    char message[256];
    int64_t message_time;
};

enum page { PAGE_TABLE, PAGE_DETAIL, PAGE_GRAPH, PAGE_SELF, PAGE_COLUMNS, PAGE_HELP, PAGES };

struct view {
    enum page page;
    /* The page that help leads back to. */
    enum page before_help;
    enum column_id sort;
    /* Whether the order is reversed. */
    bool reverse;
    bool paused;
    /* Whether there have been several samples to draw histories of. */
    bool histories;
    /* Whether idle devices of this machine are shown, too. */
    bool all_devices;
    double interval;
    struct choice columns;
    /* The line of the page of columns that is chosen. */
    size_t column;
    /* The filter of each page, and whether the user is typing that of this page. */
    char filters[PAGES][FILTER_BYTES];
    bool is_typing;
    /* The machine that is chosen, or 0, and the first row of the table that is shown. */
    uint64_t chosen;
    size_t first_row;
    /* The first line shown of a page that is longer than the screen. */
    int scroll;
};

/*
 * Sorts the machines, the same numbers by name, so that nothing moves without a reason; and counts those that the
 * filter shows, which come first.
 */
void model_arrange(struct model *model, const struct view *view);

/* The place of the chosen machine; 0 if there is no machine. */
size_t model_chosen(const struct model *model, const struct view *view);

/* Whether a page has rows that can be filtered. */
bool page_has_filter(enum page page);

#endif
