/* SPDX-License-Identifier: MIT */
/*
 * Every promise to every format: see reference/format.h. Tests are called `meminfo: every cut`; the names of formats, and
 * of tests, are arguments.
 */
#include "support_formats.h"

__attribute__((constructor)) static void add_formats(void)
{
    for (const struct group *const *group = all_groups; *group != NULL; group++)
        formats_add(*group);
}
