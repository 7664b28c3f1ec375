/* SPDX-License-Identifier: MIT */
/* Without gmtime_r(), which knows time zones, too: that is 1 KB of a small static program. */
#include "date.h"

#include <string.h>

static void put_digits(char *to, uint64_t value, int digits)
{
    for (int i = digits; i-- > 0; value /= 10)
        to[i] = (char)('0' + value % 10);
}

/*
 * In years that begin in March, so that a leap day comes last, and in periods of 400 of them, which have 146,097 days.
 */
void date_of(uint64_t moment, char *text)
{
    uint64_t seconds = moment % 86400;
    /* From the first of March of the year 0. */
    uint64_t day = moment / 86400 + 719468;
    uint64_t year = day / 146097 * 400, month;

    day %= 146097;
    /* Leap days out, but for those that a century lacks; what remains are years of 365 days. */
    year += (day - day / 1460 + day / 36524 - day / 146096) / 365;
    day -= year % 400 * 365 + year % 400 / 4 - year % 400 / 100;
    /* Months of 31, 30, 31, 30 and 31 days, again and again. */
    month = (5 * day + 2) / 153;
    day -= (153 * month + 2) / 5;
    memcpy(text, "YYYY-MM-DDThh:mm:ssZ", DATE_BYTES);
    put_digits(text, year + (month >= 10), 4);
    put_digits(text + 5, month >= 10 ? month - 9 : month + 3, 2);
    put_digits(text + 8, day + 1, 2);
    put_digits(text + 11, seconds / 3600, 2);
    put_digits(text + 14, seconds / 60 % 60, 2);
    put_digits(text + 17, seconds % 60, 2);
}
