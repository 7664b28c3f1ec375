/* SPDX-License-Identifier: MIT */
/*
 * What the fuzz targets share: texts and records in blocks of exact size, comparisons that abort, and choices that follow
 * from the input.
 */
#ifndef FUZZ_H
#define FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "../reference/format.h"

/* What libFuzzer and replay.c call. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What is named after the target, as usage_disk_usage: VMM_TARGET between `before` and `after`. */
#define FUZZ_NAMED(before, target, after) FUZZ_PASTED(before, target, after)
#define FUZZ_PASTED(before, target, after) before##target##after

/* Whether to try every prefix of an input instead of a few; replay.c does. */
extern bool fuzz_every_prefix;

#define CHECK(condition) ((condition) ? (void)0 : fuzz_fail(#condition, __FILE__, __LINE__))
_Noreturn void fuzz_fail(const char *condition, const char *file, int line);

/* Whether two records are the same, byte by byte: in doubles too, where NaN is no exception. */
bool fuzz_same(const void *a, const void *b, size_t size);

/* Says which text is being tried, so that fuzz_fail() can print it. */
void fuzz_current(struct piece text);
void fuzz_print_current(void);

/* Counts texts or calls that were judged, in the file that VMM_FUZZ_COUNT names, as eight bytes of this machine. */
void fuzz_count(unsigned judged);

/* A copy in a block of its own, as long as the text, so that AddressSanitizer sees each byte read beside it. */
struct piece fuzz_copy(const char *bytes, size_t length);
void fuzz_free(struct piece text);

/* A number that follows from the input and `salt`, so that whatever a test chooses is the same in each run. */
uint64_t fuzz_choice(const char *bytes, size_t length, unsigned salt);

/* The lengths of the prefixes to try: all, or some. Start with *length == 0; false when there are no more. */
bool fuzz_next_prefix(const char *bytes, size_t total, size_t *length);

/* The sizes of records to try, from 0 to twice the struct. Start with *index == 0; false when there are no more. */
bool fuzz_next_size(const char *bytes, size_t length, size_t full, unsigned *index, size_t *size);

#endif
