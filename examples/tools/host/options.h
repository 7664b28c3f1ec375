/* SPDX-License-Identifier: MIT */
/* The command line of vmmetrics-host. */
#ifndef HOST_OPTIONS_H
#define HOST_OPTIONS_H

#include "../common/collect/machine.h"
#ifdef VMM_FORMATS
#include "../common/format/format.h"
#endif

struct options {
    struct wanted wanted;
    struct roots roots;
    uint64_t pid;
    bool all;
    uint64_t count;
    /* Below 0 if there is no second sample. */
    int64_t interval_ns;
    /* NULL is standard output. */
    const char *output;
    bool http;
#ifdef VMM_FORMATS
    enum format format;
    bool has_format;
#endif
};

/* Takes what was asked for. Ends the program where that was --help or --version, or cannot be understood. */
struct options options_of(int argc, char **argv);

#endif
