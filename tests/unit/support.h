/* SPDX-License-Identifier: MIT */
/*
 * What the unit tests share: samples, memory between unmapped pages, chance that is the same in every run, and checks of
 * records.
 */
#ifndef VMM_TESTS_SUPPORT_H
#define VMM_TESTS_SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdbool.h>

#include "reference/format.h"

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

/* A string constant and its length, for texts that may hold NUL bytes. */
#define TEXT(constant) (constant), (sizeof(constant) - 1)

/* ---- samples ---- */

struct sample {
    char *bytes;
    size_t length;
};

/* The file tests/data/<name>; ends the program when it cannot be read. */
struct sample sample_load(const char *name);
void sample_free(struct sample *sample);

/* The names of all samples in tests/data/<folder>, as <folder>/<file>, NULL after the last; valid until the next call. */
const char *const *sample_names(const char *folder);

/* The lines of a text; the last may lack its newline. */
struct lines {
    const char **start;
    size_t *length;
    size_t count;
};

struct lines lines_of(const char *bytes, size_t length);
void lines_free(struct lines *lines);

/* ---- memory between two unmapped pages ---- */

struct arena {
    char *start;
    size_t length;
    bool read_only;
};

struct arena arena_new(size_t at_least);
void arena_free(struct arena *arena);
/* Copies text so that its last byte is the last one mapped, or its first byte the first one. Digits stand beside it. */
char *arena_at_end(const struct arena *arena, const char *bytes, size_t length);
char *arena_at_start(const struct arena *arena, const char *bytes, size_t length);
void arena_make_read_only(struct arena *arena, bool read_only);

/* ---- formats, as reference/format.h describes them ---- */

/* From now on, texts to be read are in memory that cannot be written to; or can again. */
void places_read_only(bool read_only);

/* Reads a text, which must be good, also by the reference. A text that is no rows must be read to its end. */
void read_text(const struct format *format, const char *bytes, size_t length, void *out);
void read_string(const struct format *format, const char *string, void *out);
void read_sample(const struct format *format, const char *name, void *out);
/* All good rows of a sample. Returns how many there are. */
size_t read_rows(const struct format *format, const char *name, void *rows, size_t room);
size_t read_rows_of(const struct format *format, const char *bytes, size_t length, void *rows, size_t room);
/* Reads a text by the library and the reference, whatever they say about it. */
void check_piece(const struct format *format, const char *bytes, size_t length);

/* ---- chance, the same in every run ---- */

void chance_seed(uint64_t seed);
uint64_t chance(void);
/* From 0 to below `limit`. */
size_t chance_below(size_t limit);
/* True `percent` times in a hundred. */
bool chance_of(unsigned percent);
/* How many rounds to take of those that a test takes where an instruction costs no more than one: where it costs fifty,
   the environment's VMM_TEST_FEWER says by what to divide them. */
unsigned chance_rounds(unsigned all);
/* That divisor, or 1: of many lengths or bytes every so-manyth is taken. */
unsigned chance_step(void);
/* A number whose length is as likely short as long. */
uint64_t chance_number(void);

/* Large enough for twice any record, and 64 bytes. */
struct record {
    uint64_t words[RECORD_WORDS];
};

/* ---- checks; each fails the test that calls it ---- */

/* By self-description: every member is unknown; and two records are equal, member by member. */
void check_unknown(uint32_t record_id, const void *record);
void check_equal(uint32_t record_id, const void *a, const void *b);
/* vmm_member_at(), asked once for each record: it goes through all names. False after the last member. */
bool field_of(uint32_t record_id, uint32_t index, struct vmm_member_info *field);
/* How many numbers of a record are known. */
size_t known_members(uint32_t record_id, const void *record);
/* All bytes are this one. */
void check_bytes(const void *bytes, size_t length, unsigned char wanted);
/* A member by its name, as its 64 bits. */
uint64_t member(uint32_t record_id, const void *record, const char *name);

bool is_nan(double value);
/* Near enough for shares, where a NaN is near nothing. */
void check_near_at(double got, double wanted, const char *file, int line);
void check_nan_at(double got, const char *file, int line);
#define check_near(got, wanted) check_near_at(got, wanted, __FILE__, __LINE__)
#define check_nan(got) check_nan_at(got, __FILE__, __LINE__)
#define check_unknown_number(got) assert_int_equal(got, VMM_UNKNOWN)

#endif
