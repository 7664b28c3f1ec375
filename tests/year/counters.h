/* SPDX-License-Identifier: MIT */
/* Every counter of every record that the library describes: it grows, wraps, falls, is missing, and belongs to another thing. */
#ifndef YEAR_COUNTERS_H
#define YEAR_COUNTERS_H

#include "vm.h"

/* Lets the counters of one record grow, and compares their growth. The records have their turns. */
void counters_check(const struct vm *vm);
/* Every counter of 32 bits has wrapped. */
void counters_check_wraps(void);
void counters_print(void);

#endif
