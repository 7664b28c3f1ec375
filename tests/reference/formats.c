/* SPDX-License-Identifier: MIT */
/* All formats. */
#include "format.h"

const struct group *const all_groups[] = {
#define EACH_GROUP(name) &name##_group,
#include "lists.h"
    NULL,
};
