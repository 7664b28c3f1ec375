/* SPDX-License-Identifier: MIT */
/*
 * The usages, one reference each: the rules of the headers once more, written for obviousness. The references share
 * nothing with lib/, and compute in long double. They see whole records only: what a record does not have is unknown in
 * it. So they know nothing of sizes, of a missing earlier sample, or of time that stands still; check_usage.c does.
 *
 * A new usage is one file usage_NAME.c; generate.py writes the list of all usages, lists.h.
 */
#ifndef REFERENCE_USAGE_H
#define REFERENCE_USAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "limits.h"
#include "vmmetrics/vmmetrics.h"

struct usage_call {
    const void *before; /* one record; or `before_count` rows of `row_size` bytes each */
    const void *after;
    size_t before_count, after_count;
    size_t row_size;
    int64_t elapsed_ns;
    uint64_t number; /* what else the function takes: a tick rate, a limit */
};

/*
 * A record that the usage takes, and the members that it reads, with blanks between them: "*" for all. `=` marks those
 * that say what the sample is of, `+` the counters whose fall is VMM_RESET.
 */
struct usage_input {
    uint32_t record_id; /* 0 where the function takes none */
    size_t bytes;
    const char *members;
};

struct usage {
    const char *name;
    uint32_t record_id; /* of the result */
    size_t bytes;
    struct usage_input before; /* where it is not as `after`; for a usage of one moment the second record, if any */
    struct usage_input after;
    bool is_between;  /* VMM_FIRST without an earlier sample */
    bool is_timed;    /* VMM_NO_INTERVAL without time */
    bool is_in_place; /* the result may lie where the record does */
    bool is_of_rows;  /* the samples are arrays of rows */
    vmm_status (*function)(const struct usage_call *call, void *out, size_t out_size);
    /*
     * Fills `out`, which is all unknown. It is asked only where the arguments are right, there is an earlier sample,
     * and time has passed.
     */
    vmm_status (*reference)(const struct usage_call *call, void *out);
    /* Whether what else must be true of a result that is VMM_OK is true. May be NULL. */
    bool (*is_sound)(const struct usage_call *call, const void *out);
    /* For rows: whether there is a row at all. */
    bool (*is_begun)(const struct usage_call *call);
    /* For rows: the earlier row of the same thing as row `index`. NULL where there is none. */
    const void *(*partner)(const struct usage_call *call, size_t index);
};

#define EACH_USAGE(name) extern const struct usage usage_##name;
#include "lists.h"

/* What a reference gives where rounding decides whether a member is unknown, or the status. */
#define USAGE_UNSURE INT32_MIN
#define USAGE_UNSURE_NUMBER 0x5a5a5a5a5a5a5a5aU
void usage_unsure(double *member);

/* ---- what references are made of ---- */

/* Whether a value is a number: neither unknown nor "no limit". */
bool ref_known(uint64_t value);
bool ref_known_double(double value);
/* The value, or unknown where it is "no limit", which only limits can be. */
uint64_t ref_gauge(uint64_t value);

/* What was seen of all counters that were asked for. */
struct ref_counters {
    bool fell; /* one of them has restarted */
    bool any;  /* one of them is known in both samples */
};
/* The growth of a counter. Unknown where a value is, and where it fell. */
uint64_t ref_growth(struct ref_counters *counters, uint64_t before, uint64_t after);
/* One of 32 bits, which may wrap. */
uint64_t ref_growth_32(struct ref_counters *counters, uint64_t before, uint64_t after);
/* The same, but where it wrapped, growth by half of what there is cannot be told from a restart, and is unknown. */
uint64_t ref_growth_half_32(struct ref_counters *counters, uint64_t before, uint64_t after);
/* vmm_counter_between(). */
vmm_status ref_counter(uint64_t before, uint64_t after, uint32_t width, uint64_t *growth);

/* Both known, and not the same. */
bool ref_differ(uint64_t before, uint64_t after);
bool ref_names_differ(const char *before, const char *after, size_t bytes);
/* Whether two values are so near to each other that rounding decides which is larger. */
bool ref_near(long double a, long double b);
/* Sets a member to part / whole where both are known and the latter is not 0; to what a growth is in a second. */
void ref_ratio(double *member, uint64_t part, uint64_t whole);
void ref_rate(double *member, uint64_t growth, int64_t elapsed_ns);
/* Unknown where one is, or the result does not fit. */
uint64_t ref_add(uint64_t a, uint64_t b);
uint64_t ref_subtract(uint64_t a, uint64_t b);
/* Copies a name up to its NUL or its last byte. */
void ref_name(char *member, const char *name, size_t bytes);
/* Unknown, or at most 1. */
bool ref_is_share(double value);

#endif
