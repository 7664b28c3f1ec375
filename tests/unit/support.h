/*
 * What the unit tests share: samples, memory between unmapped pages, parsers written so plainly that they can be seen to
 * be right, and the checks that every parser must pass.
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

/* The names of all samples in tests/data/<folder>, as <folder>/<file>, NULL behind the last; valid until the next call. */
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

/* Reads a text, which must be good to its end, also by the reference. */
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
    uint64_t words[280];
};

/* What should come out: fills all words of the record, its size too. All members are uint64_t. */
typedef struct outcome expectation(const char *bytes, size_t length, uint64_t *words);

struct old_format {
    format_parser *parse;
    expectation *expect;
    uint32_t record_id;
    size_t bytes;
};

/* ---- reference parsers ---- */

struct reference_key {
    /* With its delimiter. */
    const char *key;
    size_t offset;
    /* How many values, for as many members. */
    unsigned count;
    bool kb;
};

struct reference_keys {
    const struct reference_key *keys;
    size_t count;
    size_t bytes;
};

/* Takes a number at `pos`. False where there is none, with the byte that is wrong in `after`. */
bool reference_number(const char *bytes, size_t pos, size_t length, size_t *after, uint64_t *value);
/* Reads the text from `pos` on as lines of `key value`. */
struct outcome reference_fill_keys(const struct reference_keys *keys, const char *bytes, size_t pos, size_t length,
                                   uint64_t *words);
/* Reads at most `count` columns, each behind a blank, from `pos` to the end of the line, into words. */
struct outcome reference_fill_columns(const char *bytes, size_t pos, size_t length, uint64_t *words, size_t count);
void reference_unknown(uint64_t *words, size_t bytes);

/* ---- checks; each fails the test that calls it ---- */

/* Runs the parser on text up against an unmapped page behind it, and before it, and compares with what is expected. */
void check_text(const struct old_format *format, const struct arena *arena, const char *bytes, size_t length);
/* The same for text that is one string constant. */
void check_string(const struct old_format *format, const char *string);
/* Runs the parser; the output holds old values before. Offsets come back. */
struct outcome run(const struct old_format *format, const char *bytes, size_t length, struct record *out, size_t out_size);
/* The text at every length; where there are to be fewer, not all that are long. */
void check_every_cut(const struct old_format *format, const char *bytes, size_t length);
/* Every byte of the text replaced by every other; where there are to be fewer, by others at each place. */
void check_every_byte(const struct old_format *format, const char *bytes, size_t length);
/* Outputs of every size from 0 to twice the struct, with canary bytes behind. */
void check_every_size(const struct old_format *format, const char *bytes, size_t length, vmm_status status);
/* NULL arguments, a position behind the end, sizes below 8. */
void check_arguments(const struct old_format *format, const char *bytes, size_t length);
/* Text in memory that cannot be written to. */
void check_input_is_read_only(const struct old_format *format, const char *bytes, size_t length);
/* Unknown lines before and behind each line change nothing. */
void check_unknown_lines(const struct old_format *format, const char *bytes, size_t length);
/* The order of lines changes nothing. */
void check_permutations(const struct old_format *format, const char *bytes, size_t length, unsigned times);

/* By self-description: every member is unknown; and two records are equal, member by member. */
void check_unknown(uint32_t record_id, const void *record);
void check_equal(uint32_t record_id, const void *a, const void *b);
/* vmm_member_at(), asked once for each record: it goes through all names. False behind the last member. */
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
