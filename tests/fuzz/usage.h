/*
 * What the targets of arithmetic share: records made from an input, calls with records and results of every size, and
 * comparison with a reference that knows nothing of sizes. The references compute in long double.
 */
#ifndef FUZZ_USAGE_H
#define FUZZ_USAGE_H

#include "fuzz.h"

/* A member that the usage reads: a number where it has 8 bytes, else a name. All others are noise, and must not matter. */
struct fuzz_member {
    size_t offset;
    size_t bytes;
    bool falls; /* whether its fall is VMM_RESET */
};

struct fuzz_side {
    size_t bytes; /* of the record; 0 where the function takes none */
    const struct fuzz_member *members;
    unsigned count;
};

struct fuzz_call {
    const void *before;
    const void *after;
    int64_t elapsed_ns;
    uint64_t number; /* what else the function takes: a tick rate, a limit */
};

struct fuzz_usage {
    uint32_t record_id; /* of the result */
    size_t bytes;       /* of the result */
    struct fuzz_side before;
    struct fuzz_side after;
    bool is_between; /* VMM_FIRST without an earlier sample */
    bool is_timed;   /* VMM_NO_INTERVAL without time */
    vmm_status (*function)(const struct fuzz_call *call, void *out, size_t out_size);
    /* Fills `out`, which is unknown. Its records are whole: what their own sizes leave out is unknown. It is not asked where
     * an argument is wrong, there is no earlier sample or no time passed. */
    vmm_status (*reference)(const struct fuzz_call *call, void *out);
    /* What else is true of a result that is VMM_OK. May be NULL. */
    void (*check)(const struct fuzz_call *call, const void *out);
};

/* All checks of a usage, on records made from an input. */
void fuzz_usage(const struct fuzz_usage *usage, const uint8_t *data, size_t size);

/* ---- parts of it, for functions that take their records in another way ---- */

/* What is left of an input; when nothing is, it gives zeros. */
struct fuzz_input {
    const uint8_t *bytes;
    size_t length;
};
uint64_t fuzz_take(struct fuzz_input *input, unsigned bytes);

/* A number: often one near `near`, one at a limit, or unknown. */
uint64_t fuzz_take_number(struct fuzz_input *input, uint64_t near);
/* A name, maybe without a NUL. */
void fuzz_take_name(struct fuzz_input *input, const char *near, char *name, size_t bytes);
int64_t fuzz_take_time(struct fuzz_input *input);
/* A size of a record: most often the right one, else anything up to twice as much. */
size_t fuzz_take_size(struct fuzz_input *input, size_t right);

/* Fills a record with numbers that follow from a salt. */
void fuzz_noise(void *record, size_t bytes, uint64_t salt);

/* A copy of a record in a block of its own, of the size that it says but not less than 8. To be freed. */
void *fuzz_record(const void *record);
/* The record as the library is to see it: unknown in the members that lie not wholly within its size, or are not among the
 * `count` ones. */
void fuzz_whole(const struct fuzz_side *side, const void *record, void *whole);

/* Makes a record unknown. */
void fuzz_unknown(uint32_t record_id, void *record, size_t bytes);

/* Checks what the library wrote: the record's size, what lies behind it, and that on an error all is unknown. */
void fuzz_check_written(uint32_t record_id, size_t bytes, vmm_status status, const void *out, size_t out_size);

/* Checks a result against the reference's. Numbers must be the same, doubles near, and unknown in all bits. */
void fuzz_compare(uint32_t record_id, const void *got, const void *wanted);

/* Checks a result against that of twice the time: rates are half of it, averages and numbers stay. */
void fuzz_compare_halved(uint32_t record_id, const void *got, const void *halved);

/* Whether the members that lie wholly within `size` are the same, bit by bit. */
bool fuzz_same_members(uint32_t record_id, const void *a, const void *b, size_t size);

/* What a reference gives where rounding decides whether a member is unknown, or the status. */
#define FUZZ_UNSURE INT32_MIN
#define FUZZ_UNSURE_NUMBER 0x5a5a5a5a5a5a5a5aU
void fuzz_unsure(double *member);

/* ---- reference ---- */

bool ref_known(uint64_t value);
bool ref_known_double(double value);
/* What is no limit cannot be unlimited. */
uint64_t ref_gauge(uint64_t value);
/* The growth of a counter whose fall is VMM_RESET: false where it fell. Unknown where a value is. */
bool ref_growth(uint64_t before, uint64_t after, uint64_t *growth);
/* One of 32 bits, which may wrap. */
bool ref_growth_32(uint64_t before, uint64_t after, uint64_t *growth);
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

#endif
