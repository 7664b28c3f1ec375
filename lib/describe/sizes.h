/* SPDX-License-Identifier: MIT */
/* Which members are sizes: gauges of bytes or pages. sizes.c has the table, which generate.py writes. */
#ifndef VMM_SIZES_H
#define VMM_SIZES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Whether the member at `offset` is a gauge of bytes or pages. False for an id that no record has. */
bool vmm_is_size(uint64_t record_id, size_t offset);

#endif
