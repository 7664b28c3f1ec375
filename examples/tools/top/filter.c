/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "filter.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "utf8.h"

static bool has_word(const char *text, const char *word, size_t length)
{
    do {
        if (strncasecmp(text, word, length) == 0)
            return true;
    } while (*text++ != '\0');
    return false;
}

bool filter_has(const char *filter, const char *text)
{
    bool has_words = false;

    for (const char *word = filter; *word != '\0';) {
        size_t length = strcspn(word, "|");

        /* Between two bars there is no word while it is typed. */
        if (length != 0 && has_word(text, word, length))
            return true;
        has_words = has_words || length != 0;
        word += length;
        word += *word == '|';
    }
    return !has_words;
}

bool filter_has_vm(const char *filter, const struct vm *vm)
{
    char number[24];
    const char *device;

    snprintf(number, sizeof number, "%llu", (unsigned long long)vm->pid);
    if (filter_has(filter, vm->name) || filter_has(filter, vm->comm) || filter_has(filter, number))
        return true;
    for (size_t i = 0; (device = vm_device(vm, i)) != NULL; i++) {
        if (filter_has(filter, device))
            return true;
    }
    return false;
}

bool filter_has_column(const char *filter, enum column_id id)
{
    const struct column *column = &table_columns[id];

    return filter_has(filter, column->heading) || filter_has(filter, column->word) || filter_has(filter, column->text);
}

void filter_add(char filter[FILTER_BYTES], uint32_t character)
{
    size_t used = strlen(filter), length;
    char bytes[UTF8_BYTES];

    length = utf8_put(character, bytes);
    if (used + length >= FILTER_BYTES)
        return;
    memcpy(filter + used, bytes, length);
    filter[used + length] = '\0';
}

void filter_remove(char filter[FILTER_BYTES])
{
    size_t used = strlen(filter);

    while (used > 0 && ((unsigned char)filter[used - 1] & 0xc0) == 0x80)
        used--;
    if (used > 0)
        filter[used - 1] = '\0';
}
