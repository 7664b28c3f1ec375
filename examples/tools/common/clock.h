/* Times in nanoseconds. */
#ifndef COMMON_CLOCK_H
#define COMMON_CLOCK_H

#include <stdint.h>

/* By a clock that is never set, and since 1970. */
int64_t now_ns(void);
uint64_t now_since_1970_ns(void);

/* Waits for so long, whatever signals come. */
void wait_ns(int64_t ns);

#endif
