/* SPDX-License-Identifier: MIT */
/* What the unit tests of usages share. */
#ifndef VMM_TESTS_SUPPORT_USAGE_H
#define VMM_TESTS_SUPPORT_USAGE_H

#include "reference/usage.h"
#include "test.h"

#define SECOND INT64_C(1000000000)
#define MOST (UINT64_MAX - 2) /* the largest number that is one */

/* Calls the function of a usage. The output holds old values before; after an error it must be all unknown. */
vmm_status call_usage(const struct usage *usage, const void *before, const void *after, int64_t elapsed_ns,
                      uint64_t number, void *out);
/* Members by their names. */
void set_member(uint32_t record_id, void *record, const char *name, uint64_t value);
double double_member(uint32_t record_id, const void *record, const char *name);

#endif
