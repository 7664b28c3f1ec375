/*
 * What the fuzz targets share: texts and records in blocks of exact size, comparisons that abort, and the part of the
 * reference parsers that several files need. The references are written for obviousness, a byte at a time, and share
 * nothing with lib/.
 */
#ifndef FUZZ_H
#define FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "../reference/format.h"

/* What libFuzzer and replay.c call. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What is named after the target, as usage_disk_rate: VMM_TARGET between `before` and `after`. */
#define FUZZ_NAMED(before, target, after) FUZZ_PASTED(before, target, after)
#define FUZZ_PASTED(before, target, after) before##target##after

/* Whether to try every prefix of an input instead of a few; replay.c does. */
extern bool fuzz_every_prefix;

/* Whether behind a bad row, one that is whole, others follow on its line, which is so in JSON alone. */
extern bool fuzz_rows_share_lines;

#define CHECK(condition) ((condition) ? (void)0 : fuzz_fail(#condition, __FILE__, __LINE__))
_Noreturn void fuzz_fail(const char *condition, const char *file, int line);

/* Whether two records are the same, byte by byte: in doubles too, where NaN is no exception. */
bool fuzz_same(const void *a, const void *b, size_t size);

/* Says which text is being tried, so that fuzz_fail() can print it. */
void fuzz_current(struct piece text);

/* A copy in a block of its own, as long as the text, so that AddressSanitizer sees each byte read beside it. */
struct piece fuzz_copy(const char *bytes, size_t length);
void fuzz_free(struct piece text);

/* A number that follows from the input and `salt`, so that whatever a test chooses is the same in each run. */
uint64_t fuzz_choice(const char *bytes, size_t length, unsigned salt);

/* The lengths of the prefixes to try: all, or some. Start with *length == 0; false when there are no more. */
bool fuzz_next_prefix(const char *bytes, size_t total, size_t *length);

/* The sizes of records to try, from 0 to twice the struct. Start with *index == 0; false when there are no more. */
bool fuzz_next_size(const char *bytes, size_t length, size_t full, unsigned *index, size_t *size);

/* The text with lines that nobody knows put before some of its lines. `at` receives how many bytes came before the
 * byte that stood at *at. To be freed. */
struct piece fuzz_insert_unknown(const char *bytes, size_t length, const char *const lines[], unsigned count,
                                 size_t *at);

/* The text with its lines in another order. False where two of them have the same key, which one of `ends` ends: then the
 * order counts. To be freed where true. */
bool fuzz_permute_lines(const char *bytes, size_t length, const char *ends, struct piece *permuted);

/* Calls that a target wraps the library's functions into: all take text and a record. */
typedef vmm_status fuzz_parser(struct vmm_text *text, void *out, size_t out_size);
/* References: fill `out`, which is all unknown, as far as `size` goes. */
typedef struct outcome fuzz_reference(const char *bytes, size_t length, size_t at, void *out, size_t size);

/*
 * Runs a parser on text from `at` on, and checks it against its reference in all that it says and writes, the bytes
 * behind the record's end too. The record goes to `out` where that is not NULL; it has room for `full` bytes.
 */
struct outcome fuzz_check(fuzz_parser *parser, fuzz_reference *reference, struct piece text, size_t at, void *out,
                          size_t full, size_t out_size);

#endif
