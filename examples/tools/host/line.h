/* SPDX-License-Identifier: MIT */
/* The line of a machine: one JSON object. */
#ifndef HOST_LINE_H
#define HOST_LINE_H

#include "../common/collect/machine.h"
#include "../common/json.h"

/* Prints what the last two samples say. `time_ms` is since 1970. */
void line_print(struct json *out, const struct machine *machine, uint64_t ticks_per_second, uint64_t time_ms);

#endif
