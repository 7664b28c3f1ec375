/* SPDX-License-Identifier: MIT */
/* Rows of two samples that describe the same object, of any record. */
#ifndef COMMON_SAME_H
#define COMMON_SAME_H

#include <stddef.h>

/* Returns the row that describes the same object as `wanted`, or NULL. The search begins at the row `expected`, since an
 * object is mostly at the same place in both samples. */
const void *find_same(const void *rows, size_t count, size_t row_bytes, const void *wanted, size_t expected);

#endif
