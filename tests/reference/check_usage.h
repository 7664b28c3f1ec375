/* SPDX-License-Identifier: MIT */
/*
 * The promises that all usages keep, for records of any content and size: what the reference says comes out, and
 * nothing else is read or written. Unit tests and fuzz targets choose the records.
 */
#ifndef REFERENCE_CHECK_USAGE_H
#define REFERENCE_CHECK_USAGE_H

#include "usage.h"

/* Ends the test. The program sets it. */
extern void (*usage_failed)(const char *condition, const char *file, int line);
#define USAGE_CHECK(condition) ((condition) ? (void)0 : usage_failed(#condition, __FILE__, __LINE__))

enum { USAGE_ROWS = 6 };

/* A member of a record: a number where it has 8 bytes, else a name. */
struct usage_member {
    size_t offset;
    size_t bytes;
    bool is_identity;
    bool falls; /* whether its fall is VMM_RESET */
};

struct usage_members {
    struct usage_member rows[MOST_MEMBERS];
    unsigned count;
};

/* The record that `before` is, and the members that the usage reads of a record, in the order of its list. */
const struct usage_input *usage_before(const struct usage *usage);
const struct usage_members *usage_members(const struct usage_input *input);

uint64_t usage_word(const void *record, size_t offset);
void usage_set_word(void *record, size_t offset, uint64_t word);

/*
 * A call has room for two records at each row that it points to: what lies after the size that the record says must not
 * matter. `row_size` is what the function is told.
 */
void *usage_row(const struct usage_input *input, const void *rows, size_t index);

/* Calls the function with a result of this size, and checks all that it gives and leaves alone. */
vmm_status usage_check_once(const struct usage *usage, struct usage_call call, size_t out_size);
/* The same for a result of the right size, which goes to `out`. */
vmm_status usage_check_result(const struct usage *usage, struct usage_call call, void *out);
/* All checks of one call: the function is called in many similar ways, and the counters fall one by one. */
void usage_check(const struct usage *usage, struct usage_call call, size_t out_size);

/* Says whether member `index` of a result is known. False after the last member. */
bool usage_result_member(const struct usage *usage, const void *out, unsigned index, bool *is_known);

#endif
