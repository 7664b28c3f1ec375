/* SPDX-License-Identifier: MIT */
/* What this program uses itself, as the process of each of Prometheus's own programs tells it. */
#ifndef GUEST_FORMAT_SELF_H
#define GUEST_FORMAT_SELF_H

#include "../../common/format/metric.h"

struct self_facts {
    struct thing thing;
    uint64_t cpu_usec;
    uint64_t descriptors;
    /* The limits; unknown without a limit. */
    uint64_t descriptors_most;
    uint64_t virtual_bytes;
    uint64_t virtual_most_bytes;
    uint64_t resident_bytes;
    /* Since 1970. */
    uint64_t start_usec;
};

void self_take(struct self_facts *self);

#endif
