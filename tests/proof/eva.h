/* SPDX-License-Identifier: MIT */
/*
 * What the proofs share. Each is a program for Eva, Frama-C's abstract interpreter: main() calls entries of the library
 * with everything that a caller may give them. Eva then has looked at every run at once.
 *
 * The text stands at the end of its arena, so that reading a byte after the text is an alarm. The end of the text is
 * fixed and its start varies, as the library's tests relate to the end. Records are blocks of exactly the size that the
 * library is told.
 */
#ifndef EVA_H
#define EVA_H

#include <__fc_builtin.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "vmmetrics/vmmetrics.h"

#define LONGEST 256

/* How far apart sizes of records are that are tried one by one: half a member is 4. */
#ifndef STEP
#define STEP 20
#endif

static char arena[LONGEST];

/* Any bytes, of a length from `least` to `most`. */
static inline struct vmm_text any_text(int least, int most)
{
    struct vmm_text text;

    Frama_C_make_unknown(arena, sizeof arena);
    text.end = arena + LONGEST;
    text.pos = arena + Frama_C_interval(LONGEST - most, LONGEST - least);
    text.error = NULL;
    return text;
}

/* Text that every call must refuse: its start is NULL, or after its end. */
static inline struct vmm_text unusable_text(void)
{
    struct vmm_text text;

    text.pos = Frama_C_interval(0, 1) == 0 ? NULL : arena + 1;
    text.end = arena;
    text.error = NULL;
    return text;
}

/* What holds after each call: `pos` and `error` stay within the text. */
static inline void check_text(const struct vmm_text *text)
{
    //@ check &arena[0] <= text->pos <= &arena[LONGEST];
    //@ check text->error == \null || &arena[0] <= text->error <= &arena[LONGEST];
}

/* A block of `size` bytes, of any contents where it holds a record. Never NULL: `size` is not 0 where it is used. */
static inline void *any_block(size_t size)
{
    char *block = malloc(size);

    if (block == NULL)
        exit(1);
    Frama_C_make_unknown(block, size);
    return block;
}

/* A record of any contents, that says of itself to be no longer than it is. */
static inline void *any_record(size_t size)
{
    uint64_t *record = any_block(size);

    *record = Frama_C_unsigned_long_long_interval(0, size);
    return record;
}

/*
 * An unknown double is NaN, and Eva takes each double that is not finite for a mistake. So the proofs of usages use this
 * contract in place of vmm_unknown_double(), which only sets all bits: they show that each calculated double is finite.
 */
/*@ assigns \result \from \nothing;
    ensures \is_finite(\result) && \result == -1.0; */
double vmm_unknown_double(void);

/*
 * The index of the lowest bit of `word`. The compiler brings this function, so Eva needs a contract; tests/proof/exhaust.c
 * shows that the contract is true.
 */
/*@ requires word != 0;
    assigns \result \from word;
    ensures 0 <= \result <= 63;
    behavior marks: assumes word <= 0xffff; ensures \result <= 15;
    behavior ended_marks: assumes (word & 0x10000) != 0; ensures \result <= 16; */
int __builtin_ctzll(unsigned long long word);

/* The largest block for a struct: what a younger caller may have, to whom the struct is longer. */
#define LARGEST(type) (sizeof(type) + 16)

#endif
