/* SPDX-License-Identifier: MIT */
/* The promises to formats, as tests of a program. */
#ifndef VMM_TESTS_SUPPORT_FORMATS_H
#define VMM_TESTS_SUPPORT_FORMATS_H

#include "reference/format.h"

/* Adds a test of each promise to the formats of a group, called as `meminfo: every cut`. To be called before main(). */
void formats_add(const struct group *group);

#endif
