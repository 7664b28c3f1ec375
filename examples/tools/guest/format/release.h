/* SPDX-License-Identifier: MIT */
/* What os-release(5) says of the operating system. */
#ifndef GUEST_FORMAT_RELEASE_H
#define GUEST_FORMAT_RELEASE_H

#include "../../common/format/metric.h"
#include "../options.h"

/* In the order of the names. */
enum {
    RELEASE_BUILD_ID,
    RELEASE_ID,
    RELEASE_ID_LIKE,
    RELEASE_IMAGE_ID,
    RELEASE_IMAGE_VERSION,
    RELEASE_NAME,
    RELEASE_PRETTY_NAME,
    RELEASE_VARIANT,
    RELEASE_VARIANT_ID,
    RELEASE_VERSION,
    RELEASE_VERSION_CODENAME,
    RELEASE_VERSION_ID,
    RELEASE_KEYS
};

struct release_facts {
    struct thing thing;
    uint64_t one;
    /* The number at the start of VERSION_ID, such as 12.4; unknown if there is none or if it is 0. */
    double version;
    char values[RELEASE_KEYS][128];
};

void release_take(struct release_facts *release, const struct roots *roots);

#endif
