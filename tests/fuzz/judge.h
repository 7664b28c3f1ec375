/* SPDX-License-Identifier: MIT */
/*
 * What a fuzz target does with an input. The drivers, fuzz_text.c and fuzz_usage.c, make a text or a call of each input, and
 * have two judges:
 *
 *   promises.c   keeps every promise to it, beside a reference
 *   fast.c       gives it, and texts near it, to the library alone: each byte that is read or written outside is seen, and
 *                the form with vectors and the portable form have to say the same
 */
#ifndef FUZZ_JUDGE_H
#define FUZZ_JUDGE_H

#include "../reference/check_usage.h"
#include "fuzz.h"

/* The text is one of format `index` of the group. */
void judge_text(const struct group *group, size_t index, struct piece text);

/* The rows of the call have room for two records each. */
void judge_usage(const struct usage *usage, struct usage_call call, size_t out_size);

#endif
