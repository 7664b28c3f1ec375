/* What the reference parsers share. A byte at a time, for obviousness. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "format.h"

/* ---- texts ---- */

void builder_add(struct builder *builder, const char *bytes, size_t length)
{
    if (builder->length + length + 1 > builder->room) {
        builder->room = (builder->length + length + 1) * 2;
        builder->bytes = realloc(builder->bytes, builder->room);
        if (builder->bytes == NULL)
            abort();
    }
    if (length != 0)
        memcpy(builder->bytes + builder->length, bytes, length);
    builder->length += length;
    builder->bytes[builder->length] = '\0';
}

void builder_print(struct builder *builder, const char *format, ...)
{
    char piece[512];
    va_list arguments;
    int length;

    va_start(arguments, format);
    length = vsnprintf(piece, sizeof piece, format, arguments);
    va_end(arguments);
    if (length < 0 || (size_t)length >= sizeof piece)
        abort();
    builder_add(builder, piece, (size_t)length);
}

void builder_free(struct builder *builder)
{
    free(builder->bytes);
    builder->bytes = NULL;
    builder->length = builder->room = 0;
}

struct piece piece_of(const struct builder *builder)
{
    return (struct piece){builder->bytes == NULL ? "" : builder->bytes, builder->length};
}

/* ---- bytes ---- */

bool ref_blank(char c)
{
    return c == ' ' || c == '\t';
}

size_t ref_next_line(const char *bytes, size_t length, size_t at)
{
    while (at < length && bytes[at] != '\n')
        at++;
    return at < length ? at + 1 : at;
}

bool ref_same(const char *bytes, size_t length, size_t at, const char *word)
{
    return length - at >= strlen(word) && memcmp(bytes + at, word, strlen(word)) == 0;
}

size_t ref_skip_blanks(const char *bytes, size_t length, size_t at)
{
    while (at < length && ref_blank(bytes[at]))
        at++;
    return at;
}

bool ref_ends_word(const char *bytes, size_t length, size_t at)
{
    return at < length && (bytes[at] == '\n' || ref_blank(bytes[at]));
}

struct outcome ref_error(const char *bytes, size_t length, size_t error)
{
    return (struct outcome){error == length ? VMM_E_TRUNCATED : VMM_E_SYNTAX, ref_next_line(bytes, length, error),
                            error};
}

/* ---- values ---- */

static bool digit(const char *bytes, size_t length, size_t at)
{
    return at < length && bytes[at] >= '0' && bytes[at] <= '9';
}

bool ref_number(const char *bytes, size_t length, size_t *at, uint64_t *value)
{
    /* The first number that is too large for a value, as it is spelled. */
    static const char too_large[] = "18446744073709551614";
    bool negative = false;
    size_t first, digits;

    if (*at < length && bytes[*at] == '-') {
        negative = true;
        ++*at;
    }
    if (!digit(bytes, length, *at))
        return false;
    while (*at < length && bytes[*at] == '0')
        ++*at;
    first = *at;
    while (digit(bytes, length, *at))
        ++*at;
    digits = *at - first;
    *value = 0;
    if (negative || digits > 20 || (digits == 20 && memcmp(bytes + first, too_large, 20) >= 0)) {
        *value = VMM_UNKNOWN;
        return true;
    }
    for (size_t i = first; i < *at; i++)
        *value = *value * 10 + (uint64_t)(bytes[i] - '0');
    return true;
}

bool ref_v1_limit(const char *bytes, size_t length, size_t *at, uint64_t *value)
{
    size_t first = *at;

    if (!ref_number(bytes, length, at, value))
        return false;
    /* 2^63 less 2^20, so whole pages of up to that size; 2^31 - 1 pages of 4096; and -1 as unsigned. */
    if ((*value < VMM_UNLIMITED && (*value >= UINT64_C(9223372036853727232) || *value == UINT64_C(8796093018112))) ||
        (*at - first == 20 && memcmp(bytes + first, "18446744073709551615", 20) == 0))
        *value = VMM_UNLIMITED;
    return true;
}

bool ref_hex(const char *bytes, size_t length, size_t *at, uint64_t *value)
{
    static const char digits[] = "0123456789abcdef0123456789ABCDEF";
    bool fits = true;
    size_t first;

    if (length - *at >= 2 && bytes[*at] == '0' && (bytes[*at + 1] == 'x' || bytes[*at + 1] == 'X'))
        *at += 2;
    first = *at;
    for (*value = 0; *at < length && bytes[*at] != '\0' && strchr(digits, bytes[*at]) != NULL; ++*at) {
        fits = fits && *value <= UINT64_MAX / 16;
        *value = *value * 16 + (uint64_t)(strchr(digits, bytes[*at]) - digits) % 16;
    }
    if (!fits || *value >= VMM_UNLIMITED)
        *value = VMM_UNKNOWN;
    return *at != first;
}

bool ref_hundredths(const char *bytes, size_t length, size_t *at, uint64_t *value)
{
    uint64_t decimals = 0;

    if (!ref_number(bytes, length, at, value) || *at == length || bytes[*at] != '.')
        return false;
    ++*at;
    for (int i = 0; i < 2; i++, ++*at) {
        if (!digit(bytes, length, *at))
            return false;
        decimals = decimals * 10 + (uint64_t)(bytes[*at] - '0');
    }
    *value = *value < VMM_UNLIMITED / 100 ? *value * 100 + decimals : VMM_UNKNOWN;
    return true;
}

uint64_t ref_times(uint64_t value, uint64_t factor)
{
    return value > (VMM_UNLIMITED - 1) / factor ? VMM_UNKNOWN : value * factor;
}

void ref_store(void *out, size_t size, size_t offset, uint64_t value)
{
    if (offset + sizeof value <= size)
        memcpy((char *)out + offset, &value, sizeof value);
}

uint64_t ref_load(const void *record, size_t offset)
{
    uint64_t value;

    memcpy(&value, (const char *)record + offset, sizeof value);
    return value;
}

/* ---- lines of keys ---- */

/* The search begins after the key that was found last, as most texts are in the order of the table. */
static const struct ref_key *find(const char *key, size_t length, const struct ref_key *keys, size_t count,
                                  size_t *expected)
{
    for (size_t i = 0; length != 0 && i < count; i++) {
        const struct ref_key *row = &keys[(*expected + i) % count];

        if (row->key[0] == key[0] && strlen(row->key) == length && memcmp(row->key, key, length) == 0) {
            *expected += i + 1;
            return row;
        }
    }
    return NULL;
}

struct outcome ref_keys(const char *bytes, size_t length, size_t at, char delimiter, const struct ref_key *keys,
                        size_t count, void *out, size_t size)
{
    struct outcome outcome = {VMM_E_EMPTY, length, NOWHERE};
    size_t expected = 0;

    while (at < length) {
        size_t key_end = at;
        const struct ref_key *key = NULL;

        while (key_end < length && bytes[key_end] != '\n' && bytes[key_end] != delimiter)
            key_end++;
        if (key_end < length && bytes[key_end] == delimiter)
            key = find(bytes + at, key_end - at, keys, count, &expected);
        if (key != NULL) {
            at = key_end + 1;
            for (unsigned i = 0; i < key->values; i++) {
                uint64_t value;

                at = ref_skip_blanks(bytes, length, at);
                if (i > 0 && at < length && bytes[at] == '\n')
                    break;
                if (!ref_number(bytes, length, &at, &value))
                    return ref_error(bytes, length, at);
                if (key->unit == REF_KB)
                    for (const char *unit = " kB"; *unit != '\0'; unit++, at++)
                        if (at == length || bytes[at] != *unit)
                            return ref_error(bytes, length, at);
                if (!ref_ends_word(bytes, length, at))
                    return ref_error(bytes, length, at);
                ref_store(out, size, key->offset + 8 * i, key->unit == REF_PLAIN ? value : ref_times(value, 1024));
            }
            outcome.status = VMM_OK;
        }
        at = ref_next_line(bytes, length, at);
        if (bytes[at - 1] != '\n')
            return ref_error(bytes, length, length);
    }
    return outcome;
}

void ref_print_columns(struct builder *text, size_t offset, size_t count, const void *record)
{
    while (count > 0 && ref_load(record, offset + 8 * (count - 1)) == VMM_UNKNOWN)
        count--;
    for (size_t i = 0; i < count; i++)
        builder_print(text, " %llu", (unsigned long long)ref_load(record, offset + 8 * i));
}

bool ref_print_keys(struct builder *text, char delimiter, const struct ref_key *keys, size_t count, const void *record,
                    bool all, unsigned shape)
{
    for (size_t i = 0; i < count; i++) {
        const struct ref_key *key = &keys[shape == 0 ? i : shape == 1 ? count - 1 - i : (i + count / 2) % count];
        unsigned known = key->values;

        while (!all && known > 0 && ref_load(record, key->offset + 8 * (known - 1)) == VMM_UNKNOWN)
            known--;
        if (known == 0)
            continue;
        builder_print(text, "%s%c", key->key, delimiter);
        for (unsigned k = 0; k < known; k++)
            builder_print(text, k == 0 ? "%llu" : " %llu",
                          (unsigned long long)ref_load(record, key->offset + 8 * k) /
                              (key->unit == REF_PLAIN ? 1 : 1024));
        builder_print(text, key->unit == REF_KB ? " kB\n" : "\n");
    }
    return shape < 3;
}

/* ---- columns ---- */

struct outcome ref_columns(const char *bytes, size_t length, size_t at, size_t offset, size_t count, void *out,
                           size_t size)
{
    struct outcome outcome = {VMM_OK, 0, NOWHERE};

    for (size_t column = 0; column < count && offset + 8 * (column + 1) <= size; column++) {
        uint64_t value;

        at = ref_skip_blanks(bytes, length, at);
        if (column > 0 && at < length && bytes[at] == '\n')
            break;
        if (!ref_number(bytes, length, &at, &value) || !ref_ends_word(bytes, length, at))
            return ref_error(bytes, length, at);
        ref_store(out, size, offset + 8 * column, value);
    }
    outcome.pos = ref_next_line(bytes, length, at);
    return bytes[outcome.pos - 1] == '\n' ? outcome : ref_error(bytes, length, length);
}

/* ---- files of values ---- */

/* The rest of the line, which stands for its place in the list, or is unknown. */
static bool take_word(const char *const *words, const char *bytes, size_t length, size_t *at, uint64_t *value)
{
    size_t first = *at;

    while (*at < length && bytes[*at] != '\n')
        ++*at;
    *value = VMM_UNKNOWN;
    for (unsigned i = 0; words[i] != NULL; i++)
        if (strlen(words[i]) == *at - first && memcmp(words[i], bytes + first, *at - first) == 0)
            *value = i + 1;
    return *at != first;
}

struct outcome ref_values(const struct format *format, const char *bytes, size_t length, size_t at, void *out,
                          size_t size)
{
    const struct members *set = &format->sets[0];

    if (at == length)
        return (struct outcome){VMM_E_EMPTY, at, NOWHERE};
    for (size_t i = 0; i < set->count; i++) {
        uint64_t value;

        at = ref_skip_blanks(bytes, length, at);
        if (i != 0 && at < length && bytes[at] == '\n')
            break;
        if (format->words != NULL ? !take_word(format->words, bytes, length, &at, &value)
            : i == 0              ? !format->take(bytes, length, &at, &value)
                                  : !ref_number(bytes, length, &at, &value))
            return ref_error(bytes, length, at);
        if (at < length && !ref_ends_word(bytes, length, at))
            return ref_error(bytes, length, at);
        ref_store(out, size, set->offset + 8 * i, format->scale == 0 ? value : ref_times(value, format->scale));
    }
    /* Of two, the second could be cut short. */
    if (set->count > 1 && bytes[length - 1] != '\n')
        return ref_error(bytes, length, length);
    return (struct outcome){VMM_OK, length, NOWHERE};
}

bool ref_print_values(const struct format *format, struct builder *text, const void *record, unsigned shape)
{
    const struct members *set = &format->sets[0];

    for (size_t i = 0; i < set->count; i++) {
        unsigned long long value = ref_load(record, set->offset + 8 * i);
        size_t words = 0;

        /* A later one need not be there. */
        if (value == VMM_UNKNOWN && i != 0)
            break;
        if (value == VMM_UNKNOWN)
            return false;
        while (format->words != NULL && format->words[words] != NULL)
            words++;
        if (format->words != NULL && (value == 0 || value > words))
            return false;
        if (i != 0)
            builder_print(text, " ");
        if (format->words != NULL)
            builder_print(text, "%s", format->words[value - 1]);
        else if (format->put != NULL && i == 0 && !format->put(text, value))
            return false;
        else if (format->put == NULL || i != 0)
            builder_print(text, format->take == ref_hex ? "%#llx" : "%llu",
                          format->scale == 0 ? value : value / format->scale);
    }
    builder_print(text, "\n");
    return shape == 0;
}
