/* SPDX-License-Identifier: MIT */
/* The command line. */
#ifndef GUEST_OPTIONS_H
#define GUEST_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "../common/format/name.h"
#include "../common/options.h"
#include "../common/roots.h"
#include "full/records.h"

enum { CGROUP_NAME_BYTES = 32 };

/* `NAME=DIR` of the command line. */
struct cgroup_option {
    char name[CGROUP_NAME_BYTES];
    const char *directory;
};

struct options {
    int64_t interval_ns;
    /* UINT64_MAX is no end. */
    uint64_t count;
    /* argv's own strings. */
    const char **paths;
    size_t path_count;
    struct cgroup_option *cgroups;
    size_t cgroup_count;
    /* NULL is standard output. */
    const char *output;
    bool per_cpu;
    bool full;
    struct records records;
    bool no_wait;
    struct roots roots;
    /* JSON unless VMM_FORMATS is defined, without which nothing of the others is in the program. */
    enum format format;
    /* Whether Prometheus's format has each interrupt of each CPU. */
    bool interrupts;
};

/* Takes what was asked for. Ends the program where that was --help or --version, or cannot be understood. */
struct options options_of(int argc, char **argv);

#endif
