/* SPDX-License-Identifier: MIT */
/* Both forms of the library, and texts for both. */
#ifndef FUZZ_FAST_H
#define FUZZ_FAST_H

#include "judge.h"

/* Each group of formats, with the readers of the form with vectors and with those of the portable form; NULL ends the list. */
struct fast_group {
    const struct group *group, *portable;
};
extern const struct fast_group fast_groups[];

/* How many texts fast_text() makes of one: the text, and changes of it that follow from it. */
extern unsigned fast_texts;

/* Comes before the others. */
void fast_prepare(void);

/* Both forms read a text that ends beside a page that cannot be reached. */
void fast_read(const struct format *format, const struct format *portable, struct piece text);

/* Both read the text and texts near it. */
void fast_text(const struct format *format, const struct format *portable, struct piece text);

#endif
