/* SPDX-License-Identifier: MIT */
/* The command line. */
#ifndef TOP_OPTIONS_H
#define TOP_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model.h"

struct options {
    int64_t interval_ns;
    bool once;
    bool guest;
    bool all_devices;
    /* One of enum symbols, or -1 where it is not said. */
    int symbols;
    /* COLUMNS where it is not said. */
    enum column_id sort;
    struct choice columns;
    /* The file of what the user chooses; NULL for the usual place. */
    const char *settings;
    /* Of --once; 0 where it is not said. */
    uint64_t width;
    /* Only these, or all that have a monitor's name. */
    uint64_t *pids;
    size_t pid_count;
    /* Patterns of paths, or NULL. */
    const char *balloon;
    const char *hypervisor;
    struct roots roots;
};

enum { MOST_COLUMNS = 1000 };

/* Takes what was asked for. Ends the program where that was --help or --version, or cannot be understood. */
struct options options_of(int argc, char **argv);

#endif
