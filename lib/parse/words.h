/* SPDX-License-Identifier: MIT */
#ifndef VMM_WORDS_H
#define VMM_WORDS_H

/* A word, as its length too. */
#define WORD_OF(word) word, sizeof(word) - 1

#endif
