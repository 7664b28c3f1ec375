/* SPDX-License-Identifier: MIT */
/* The lines and words of a kernel file that has no record in the library, by the library's readers of keys and values. */
#ifndef COMMON_WORDS_H
#define COMMON_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <vmmetrics/vmmetrics.h>

/* Takes the next word of a text. At the end of the text the word is empty, and the function returns false. */
bool word_next(struct vmm_text *text, struct vmm_span *word);

/* Passes over so many words. */
void words_skip(struct vmm_text *text, unsigned count);

/* Takes the next word as a number. What is no number of this form is unknown. */
uint64_t word_number(struct vmm_text *text, enum vmm_value_form form);

bool word_is(struct vmm_span word, const char *text);

/* Text over a part of another text, such as the value of a line. */
struct vmm_text text_of_span(struct vmm_span span);

#endif
