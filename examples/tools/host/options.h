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
    int64_t interval_ns;
#ifdef VMM_FORMATS
    enum format format;
#endif
};

/* Takes what was asked for. Ends the program where that was --help or --version, or cannot be understood. */
struct options options_of(int argc, char **argv);

#endif
