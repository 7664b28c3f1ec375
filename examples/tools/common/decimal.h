/* SPDX-License-Identifier: MIT */
/*
 * A double as a decimal number, such as 0.1 or 1e-07. Unlike printf this code tries nothing twice, has no locale, and takes
 * 20 KB less of a small static program.
 */
#ifndef COMMON_DECIMAL_H
#define COMMON_DECIMAL_H

#include <stddef.h>

/* As many digits as any double needs. */
#define DECIMAL_EXACT 17

/*
 * Writes a finite number, without a NUL, and returns its length. The text has the fewest digits that read back as the
 * same double. If these are more than `most`, which is at least 1, the text is the nearest number of `most` digits.
 */
size_t decimal_of(double value, size_t most, char text[32]);

#endif
