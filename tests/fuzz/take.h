/* SPDX-License-Identifier: MIT */
/* Numbers and names from an input. */
#ifndef FUZZ_TAKE_H
#define FUZZ_TAKE_H

#include "fuzz.h"

/* What is left of an input; when nothing is, it gives zeros. */
struct fuzz_input {
    const uint8_t *bytes;
    size_t length;
};
uint64_t fuzz_take(struct fuzz_input *input, unsigned bytes);
/* A number: often one near `near`, one at a limit, or unknown. */
uint64_t fuzz_take_number(struct fuzz_input *input, uint64_t near);

#endif
