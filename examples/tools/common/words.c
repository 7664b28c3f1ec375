/* SPDX-License-Identifier: MIT */
#include "words.h"

#include <string.h>

bool word_next(struct vmm_text *text, struct vmm_span *word)
{
    struct vmm_key_value pair;

    *word = (struct vmm_span){"", 0};
    /* A word that begins with an equals sign is an error of this reader. */
    if (vmm_key_next(text, VMM_KEY_PAIRS, &pair, sizeof pair) != VMM_OK)
        return false;
    word->start = pair.key.start;
    word->length = (size_t)(text->pos - pair.key.start);
    return true;
}

void words_skip(struct vmm_text *text, unsigned count)
{
    struct vmm_span word;

    while (count != 0 && word_next(text, &word))
        count--;
}

uint64_t word_number(struct vmm_text *text, enum vmm_value_form form)
{
    struct vmm_span word;
    struct vmm_text one;
    uint64_t number;

    if (!word_next(text, &word))
        return VMM_UNKNOWN;
    one = text_of_span(word);
    vmm_value_parse(&one, form, &number);
    return number;
}

bool word_is(struct vmm_span word, const char *text)
{
    return strlen(text) == word.length && memcmp(word.start, text, word.length) == 0;
}

struct vmm_text text_of_span(struct vmm_span span)
{
    return vmm_text_of(span.start, span.length);
}
