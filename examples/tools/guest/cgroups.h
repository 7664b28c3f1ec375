/* SPDX-License-Identifier: MIT */
/* The cgroups that the options name: what each has used of the CPUs. */
#ifndef GUEST_CGROUPS_H
#define GUEST_CGROUPS_H

#include <vmmetrics/vmmetrics.h>

#include "options.h"
#include "source.h"

struct guest_cgroup {
    const char *name;
    struct source cpu_stat;
    struct vmm_cgroup record;
};

/* As many as the options have. Nothing is read yet. */
struct guest_cgroup *cgroups_of(const struct options *options);

void cgroups_take(struct guest_cgroup *cgroups, const struct options *options);

#endif
