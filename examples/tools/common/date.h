/* SPDX-License-Identifier: MIT */
/* Dates in words. */
#ifndef COMMON_DATE_H
#define COMMON_DATE_H

#include <stdint.h>

/* Bytes of a date, with the NUL. */
#define DATE_BYTES sizeof "YYYY-MM-DDThh:mm:ssZ"

/* Puts a moment, in seconds since 1970, into `text`: UTC, as in 2025-12-09T10:50:56Z. Of years only the last four digits. */
void date_of(uint64_t moment, char *text);

#endif
