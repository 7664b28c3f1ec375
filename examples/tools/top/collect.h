/* SPDX-License-Identifier: MIT */
/* Fills the model: reads this machine and the virtual ones, and notices which have come and gone. */
#ifndef TOP_COLLECT_H
#define TOP_COLLECT_H

#include "../common/collect/machines.h"
#include "model.h"
#include "options.h"

struct collector {
    const struct options *options;
    struct machines machines;
    struct reader reader;
    struct self *self;
    uint64_t ticks_per_second;
    /* Of the model's list. */
    size_t capacity;
};

/* Gives NULL, or what cannot be had: then `*error` says why. */
const char *collect_open(struct collector *collector, const struct options *options, int *error);
/* Shows a message for some seconds. */
void collect_say(struct model *model, const char *name, const char *what);
/* Takes a sample of everything. Gives 0 or an errno. */
int collect_take(struct collector *collector, struct model *model);
void collect_close(struct collector *collector, struct model *model);

#endif
