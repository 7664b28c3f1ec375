/* SPDX-License-Identifier: MIT */
/* Times in nanoseconds. */
#ifndef COMMON_CLOCK_H
#define COMMON_CLOCK_H

#include <stdint.h>

/* The time by a clock that is never set. */
int64_t now_ns(void);
/* The time since 1970. */
uint64_t now_since_1970_ns(void);

/* Waits for the whole time, also where signals come. */
void wait_ns(int64_t ns);

#endif
