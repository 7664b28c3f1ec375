/* The command line. */
#ifndef GUEST_OPTIONS_H
#define GUEST_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define SECOND 1000000000U

struct options {
    uint64_t interval_ns;
    uint64_t count;
    /* argv's own strings. */
    const char **paths;
    size_t path_count;
    bool per_cpu;
    bool full;
    bool no_wait;
};

/* Takes what was asked for. Ends the program where that was --help or --version, or cannot be understood. */
struct options options_of(int argc, char **argv);

#endif
