/* SPDX-License-Identifier: MIT */
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

bool ref_list(const char *bytes, size_t length, size_t *at, uint64_t *value)
{
    bool fits = true;

    *value = 0;
    if (*at == length || bytes[*at] == '\n')
        return true;
    for (;;) {
        uint64_t first, last;

        if (!ref_number(bytes, length, at, &first))
            return false;
        last = first;
        if (*at < length && bytes[*at] == '-') {
            size_t second = ++*at;

            if (!ref_number(bytes, length, at, &last))
                return false;
            if (last < first) {
                *at = second;
                return false;
            }
        }
        fits = fits && last != VMM_UNKNOWN && last - first < VMM_UNLIMITED - 1 - *value;
        if (fits)
            *value += last - first + 1;
        if (*at == length || bytes[*at] != ',')
            break;
        ++*at;
    }
    if (!fits)
        *value = VMM_UNKNOWN;
    return true;
}

const char ref_state_letters[] = "RSDTtZXIPKW";

bool ref_state(const char *bytes, size_t length, size_t *at, uint64_t *value)
{
    if (*at == length || ref_ends_word(bytes, length, *at))
        return false;
    *value = bytes[*at] == 'x' ? VMM_PROCESS_STATE_DEAD : VMM_UNKNOWN;
    for (unsigned i = 0; ref_state_letters[i] != '\0'; i++)
        if (bytes[*at] == ref_state_letters[i])
            *value = i + 1;
    ++*at;
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

static bool take_word(const char *bytes, size_t length, size_t *at, const char *word)
{
    for (; *word != '\0'; word++, ++*at)
        if (*at == length || bytes[*at] != *word)
            return false;
    return true;
}

bool ref_take(enum ref_unit unit, const char *bytes, size_t length, size_t *at, uint64_t *value)
{
    if (unit == REF_LIST)
        return ref_list(bytes, length, at, value);
    if (unit == REF_STATE)
        return ref_state(bytes, length, at, value);
    if (unit == REF_HEX)
        return ref_hex(bytes, length, at, value);
    if (unit == REF_HUNDREDTHS)
        return ref_hundredths(bytes, length, at, value);
    if (unit == REF_LIMIT && *at < length && bytes[*at] == 'm') {
        *value = VMM_UNLIMITED;
        return take_word(bytes, length, at, "max");
    }
    if (!ref_number(bytes, length, at, value))
        return false;
    while (unit == REF_LAST && *at < length && ref_ends_word(bytes, length, *at)) {
        size_t next = ref_skip_blanks(bytes, length, *at);

        if (next == length || bytes[next] == '\n')
            return true;
        *at = next;
        if (!ref_number(bytes, length, at, value))
            return false;
    }
    if (unit == REF_PLAIN || unit == REF_LIMIT || unit == REF_LAST)
        return true;
    *value = ref_times(*value, 1024);
    return unit != REF_KB || take_word(bytes, length, at, " kB");
}

struct outcome ref_keys(const char *bytes, size_t length, size_t at, char delimiter, const struct ref_key *keys,
                        size_t count, void *out, size_t size)
{
    struct outcome outcome = {VMM_E_EMPTY, length, NOWHERE};
    size_t expected = 0;

    while (at < length) {
        size_t key_end = at;
        const struct ref_key *key = NULL;

        for (size_t i = 0; delimiter == '\0' && key == NULL && i < count; i++)
            if (ref_same(bytes, length, at, keys[i].key)) {
                key = &keys[i];
                key_end = at + strlen(key->key) - 1;
            }
        while (delimiter != '\0' && key_end < length && bytes[key_end] != '\n' && bytes[key_end] != delimiter)
            key_end++;
        if (delimiter != '\0' && key_end < length && bytes[key_end] == delimiter)
            key = find(bytes + at, key_end - at, keys, count, &expected);
        if (key != NULL) {
            at = key_end + 1;
            for (unsigned i = 0; i < key->values; i++) {
                uint64_t value;

                at = ref_skip_blanks(bytes, length, at);
                if (i > 0 && at < length && bytes[at] == '\n')
                    break;
                if (!ref_take(key->unit, bytes, length, &at, &value) || !ref_ends_word(bytes, length, at))
                    return ref_error(bytes, length, at);
                ref_store(out, size, key->offset + 8 * i, value);
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

/* Whether some text is read as this value. */
static bool is_printable(enum ref_unit unit, uint64_t value)
{
    if (unit == REF_STATE)
        return value != 0 && value < sizeof ref_state_letters;
    return value != VMM_UNKNOWN && ((unit != REF_KB && unit != REF_KB_UNSAID) || value % 1024 == 0);
}

static void print_in_unit(struct builder *text, enum ref_unit unit, unsigned long long value)
{
    if (unit == REF_STATE)
        builder_print(text, "%c (words)", value == VMM_UNKNOWN ? '?' : ref_state_letters[value - 1]);
    else if (unit == REF_LAST)
        builder_print(text, "4711\t%llu", value);
    else if (unit == REF_LIST && value == VMM_UNKNOWN)
        builder_print(text, "-1");
    else if (unit == REF_LIST && value == 0)
        builder_print(text, " ");
    else if (unit == REF_LIST)
        builder_print(text, "0-%llu", value - 1);
    else
        builder_print(text, "%llu",
                      (unit == REF_KB || unit == REF_KB_UNSAID) && value != VMM_UNKNOWN ? value / 1024 : value);
}

bool ref_print_keys(struct builder *text, char delimiter, const struct ref_key *keys, size_t count, const void *record,
                    bool all, unsigned shape)
{
    for (size_t i = 0; i < count; i++) {
        const struct ref_key *key = &keys[shape == 0 ? i : shape == 1 ? count - 1 - i : (i + count / 2) % count];
        unsigned known = key->values;

        while (known > 0) {
            uint64_t value = ref_load(record, key->offset + 8 * (known - 1));

            if (is_printable(key->unit, value) || (all && value == VMM_UNKNOWN))
                break;
            known--;
        }
        if (known == 0)
            continue;
        builder_print(text, "%s%c", key->key, delimiter);
        for (unsigned k = 0; k < known; k++) {
            if (k != 0)
                builder_print(text, " ");
            print_in_unit(text, key->unit, ref_load(record, key->offset + 8 * k));
        }
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
static bool take_listed_word(const char *const *words, const char *bytes, size_t length, size_t *at, uint64_t *value)
{
    size_t first = *at;

    while (*at < length && bytes[*at] != '\n')
        ++*at;
    *value = VMM_UNKNOWN;
    for (unsigned i = 0; words[i] != NULL; i++) {
        size_t word = strlen(words[i]), rest = *at - first;

        /* The kernel may add a remark in brackets. */
        if (rest >= word && memcmp(words[i], bytes + first, word) == 0 &&
            (rest == word || (rest >= word + 2 && memcmp(bytes + first + word, " (", 2) == 0)))
            *value = i + 1;
    }
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
        if (format->words != NULL            ? !take_listed_word(format->words, bytes, length, &at, &value)
            : i == 0 && format->take != NULL ? !format->take(bytes, length, &at, &value)
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

struct outcome ref_row(const struct format *format, const char *bytes, size_t length, size_t at, void *out, size_t size)
{
    const struct members *set = &format->sets[0];

    if (at == length)
        return (struct outcome){VMM_END, at, NOWHERE};
    return ref_columns(bytes, length, at, set->offset, set->count, out, size);
}

/* Prints one of the values in the form of the format. False if it cannot be printed. */
static bool print_value(const struct format *format, struct builder *text, size_t i, unsigned long long value)
{
    size_t words = 0;

    if (format->words != NULL) {
        while (format->words[words] != NULL)
            words++;
        if (value == 0 || value > words)
            return false;
        builder_print(text, "%s", format->words[value - 1]);
        return true;
    }
    if (format->put != NULL && i == 0)
        return value != VMM_UNKNOWN && format->put(text, value);
    builder_print(text, format->take == ref_hex ? "%#llx" : "%llu",
                  format->scale == 0 || value == VMM_UNKNOWN ? value : value / format->scale);
    return true;
}

bool ref_print_values(const struct format *format, struct builder *text, const void *record, unsigned shape)
{
    const struct members *set = &format->sets[0];
    size_t known = set->count;

    /* The last ones need not be there. */
    while (known > 0 && ref_load(record, set->offset + 8 * (known - 1)) == VMM_UNKNOWN)
        known--;
    for (size_t i = 0; i < known; i++) {
        if (i != 0)
            builder_print(text, " ");
        if (!print_value(format, text, i, ref_load(record, set->offset + 8 * i)))
            return false;
    }
    builder_print(text, "\n");
    return shape == 0 && known != 0;
}
