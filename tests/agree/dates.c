/* SPDX-License-Identifier: MIT */
/* Whether date_of() says what strftime() does: of each day from 1970 to 9999, at a second that is another every day. */
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "../../examples/tools/common/date.h"

/* The days until the year 10000. */
#define DAYS 2932897

int main(void)
{
    for (long day = 0; day < DAYS; day++) {
        long long moment = day * 86400LL + day * 7919LL % 86400;
        char text[DATE_BYTES], expected[DATE_BYTES];
        time_t time = (time_t)moment;
        struct tm utc;

        /* A time_t of 32 bits ends in 2038. */
        if (time != moment)
            break;
        date_of((uint64_t)moment, text);
        gmtime_r(&time, &utc);
        strftime(expected, sizeof expected, "%Y-%m-%dT%H:%M:%SZ", &utc);
        if (strcmp(text, expected) != 0) {
            printf("%lld is %s, not %s\n", moment, expected, text);
            return 1;
        }
    }
    return 0;
}
