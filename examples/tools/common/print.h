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

/* A number, or null where it is NaN. */
void print_real(struct json *json, const char *key, double value);

/* A text, or null where it is NULL or empty. */
void print_text(struct json *json, const char *key, const char *text);

/* One member of a record, with its name as the key. Unknown is null, no limit is "max". */
void print_member(struct json *json, const struct vmm_member_info *member, const void *record);

/* All members of a record, in their order. */
void print_members(struct json *json, enum vmm_record_id record_id, const void *record);

/* Only the members whose bits are set: bit 0 of the first word is that of the first member. */
void print_chosen(struct json *json, enum vmm_record_id record_id, const void *record, const uint64_t *chosen);

/* All members as one object. */
void print_record(struct json *json, enum vmm_record_id record_id, const void *record);

#endif
