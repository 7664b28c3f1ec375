/* SPDX-License-Identifier: MIT */
/*
 * Records as JSON, by self-description alone: nothing here knows a record or a member by name.
 */
#ifndef COMMON_PRINT_H
#define COMMON_PRINT_H

#include <vmmetrics/vmmetrics.h>

#include "json.h"

/* A number, or null where it is unknown. */
void print_number(struct json *json, const char *key, uint64_t value);

/* The first `count` members of a record, in their order; a larger number is all of them. Unknown is null, no limit is
 * "max". */
void print_members(struct json *json, uint32_t record_id, const void *record, uint32_t count);

/* All of them, as one object. */
void print_record(struct json *json, uint32_t record_id, const void *record);

#endif
