/* SPDX-License-Identifier: MIT */
/* Numbers in lines of JSON. The bytes of a line may be of any content: what is not a valid number is unknown. */
#ifndef TWO_TIER_LINE_H
#define TWO_TIER_LINE_H

#include <stdbool.h>
#include <vmmetrics/vmmetrics.h>

/* Whether the whole text is one valid JSON object. The other functions take only objects of such a line. */
bool line_is_object(struct vmm_span line);

/* The member of an object as it is in the text. Its length is 0 if there is no such member, or if this is no object. */
struct vmm_span line_member(struct vmm_span object, const char *name);

/* A member that is a whole number, or a number from 0 to 2^64. Otherwise VMM_UNKNOWN, or NaN. */
uint64_t line_whole(struct vmm_span object, const char *name);
double line_real(struct vmm_span object, const char *name);

/* Whether the text of a value is the same as `text`. */
bool line_is(struct vmm_span value, const char *text);

/* Takes the next object of an array from `rest`, which is the array at first. Other elements are skipped. */
bool line_next_object(struct vmm_span *rest, struct vmm_span *object);

#endif
