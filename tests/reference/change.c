/* SPDX-License-Identifier: MIT */
/* Texts with their lines and words elsewhere. */
#include <string.h>

#include "format.h"

static uint64_t next_choice(uint64_t choice)
{
    return choice * 0x5851f42d4c957f2d + 1;
}

void insert_lines(struct piece text, const char *const lines[], uint64_t choice, struct builder *changed)
{
    size_t count = 0;

    while (lines[count] != NULL)
        count++;
    for (size_t i = 0; i <= text.length; i++) {
        if ((i == 0 || text.bytes[i - 1] == '\n') && ((choice >> (i % 59)) & 3) != 0)
            builder_print(changed, "%s", lines[(choice >> (i % 53)) % count]);
        if (i < text.length)
            builder_add(changed, &text.bytes[i], 1);
    }
}

static size_t key_length(struct piece line, const char *ends)
{
    size_t length = 0;

    while (length < line.length && (line.bytes[length] == '\0' || strchr(ends, line.bytes[length]) == NULL))
        length++;
    return length;
}

/* Whether one of the pieces has the same key. */
static bool has_key(const struct piece *pieces, size_t count, const char *ends, struct piece wanted)
{
    size_t length = key_length(wanted, ends);

    for (size_t i = 0; i < count; i++)
        if (key_length(pieces[i], ends) == length && memcmp(pieces[i].bytes, wanted.bytes, length) == 0)
            return true;
    return false;
}

bool permute_lines(struct piece text, const char *ends, uint64_t choice, struct builder *changed)
{
    enum { MOST = 300 };
    struct piece lines[MOST];
    size_t count = 0;

    for (size_t at = 0, next; at < text.length; at = next) {
        next = ref_next_line(text.bytes, text.length, at);
        lines[count] = (struct piece){text.bytes + at, next - at};
        if (text.bytes[next - 1] != '\n' ||
            (key_length(lines[count], ends) != 0 && has_key(lines, count, ends, lines[count])) || ++count == MOST)
            return false;
    }
    for (; count > 0; choice = next_choice(choice)) {
        size_t chosen = (size_t)((choice >> 32) % count);

        builder_add(changed, lines[chosen].bytes, lines[chosen].length);
        lines[chosen] = lines[--count];
    }
    return true;
}

/* The words of a line after its first; none where their order counts. */
static size_t words_to_permute(struct piece line, struct piece words[], size_t most)
{
    size_t count = 0, at = 0;

    while (at < line.length && !ref_blank(line.bytes[at]))
        at++;
    for (;;) {
        struct piece word;
        size_t key;

        at = ref_skip_blanks(line.bytes, line.length, at);
        if (at == line.length)
            return 0;
        if (line.bytes[at] == '\n')
            return count;
        word = (struct piece){line.bytes + at, 0};
        while (at < line.length && !ref_ends_word(line.bytes, line.length, at)) {
            word.length++;
            at++;
        }
        key = key_length(word, "=");
        if (count == most || key == word.length || word.bytes[0] < 'a' || word.bytes[0] > 'z' ||
            has_key(words, count, "=", word))
            return 0;
        words[count++] = word;
    }
}

void permute_words(struct piece text, uint64_t choice, struct builder *changed)
{
    enum { MOST = 20 };

    for (size_t at = 0, next; at < text.length; at = next) {
        struct piece words[MOST];
        size_t order[MOST], count;

        next = ref_next_line(text.bytes, text.length, at);
        count = words_to_permute((struct piece){text.bytes + at, next - at}, words, MOST);
        for (size_t i = 0; i < count; i++, choice = next_choice(choice)) {
            size_t other = (size_t)((choice >> 32) % (i + 1));

            if (other != i)
                order[i] = order[other];
            order[other] = i;
        }
        for (size_t i = 0; i < count; i++) {
            builder_add(changed, text.bytes + at, (size_t)(words[i].bytes - text.bytes) - at);
            builder_add(changed, words[order[i]].bytes, words[order[i]].length);
            at = (size_t)(words[i].bytes - text.bytes) + words[i].length;
        }
        builder_add(changed, text.bytes + at, next - at);
    }
}
