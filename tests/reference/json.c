/* SPDX-License-Identifier: MIT */
#include "json.h"

#include <string.h>

enum { DEPTH = 64, PATH = 256 };

void json_space(const char *bytes, size_t length, size_t *pos)
{
    while (*pos < length && (bytes[*pos] == ' ' || bytes[*pos] == '\n' || bytes[*pos] == '\r' || bytes[*pos] == '\t'))
        ++*pos;
}

static bool take(const char *bytes, size_t length, size_t *pos, char c)
{
    if (*pos == length || bytes[*pos] != c)
        return false;
    ++*pos;
    return true;
}

static bool one_of(const char *bytes, size_t length, size_t pos, const char *set)
{
    return pos < length && bytes[pos] != '\0' && strchr(set, bytes[pos]) != NULL;
}

static bool word(const char *bytes, size_t length, size_t *pos, const char *word)
{
    for (; *word != '\0'; word++)
        if (!take(bytes, length, pos, *word))
            return false;
    return true;
}

static bool is_digit(const char *bytes, size_t length, size_t pos)
{
    return pos < length && bytes[pos] >= '0' && bytes[pos] <= '9';
}

static bool digits(const char *bytes, size_t length, size_t *pos)
{
    size_t first = *pos;

    while (is_digit(bytes, length, *pos))
        ++*pos;
    return *pos != first;
}

static bool number(const char *bytes, size_t length, size_t *pos)
{
    take(bytes, length, pos, '-');
    if (take(bytes, length, pos, '0')) {
        if (is_digit(bytes, length, *pos))
            return false;
    } else if (!digits(bytes, length, pos)) {
        return false;
    }
    if (take(bytes, length, pos, '.') && !digits(bytes, length, pos))
        return false;
    if (take(bytes, length, pos, 'e') || take(bytes, length, pos, 'E')) {
        if (!take(bytes, length, pos, '+'))
            take(bytes, length, pos, '-');
        return digits(bytes, length, pos);
    }
    return true;
}

bool json_string(const char *bytes, size_t length, size_t *pos)
{
    if (!take(bytes, length, pos, '"'))
        return false;
    while (*pos < length && bytes[*pos] != '"') {
        if ((unsigned char)bytes[*pos] < 32)
            return false;
        if (!take(bytes, length, pos, '\\')) {
            ++*pos;
        } else if (take(bytes, length, pos, 'u')) {
            for (int i = 0; i < 4; i++) {
                if (!one_of(bytes, length, *pos, "0123456789abcdefABCDEF"))
                    return false;
                ++*pos;
            }
        } else {
            if (!one_of(bytes, length, *pos, "\"\\/bfnrt"))
                return false;
            ++*pos;
        }
    }
    return take(bytes, length, pos, '"');
}

/* What a key makes of a path; an empty one is never known either. */
static void extend(const char *path, const char *key, size_t length, char out[PATH])
{
    size_t before = strlen(path);

    strcpy(out, "?");
    if (length == 0 || memchr(key, '.', length) != NULL || before + 1 + length + 1 > PATH || strcmp(path, "?") == 0)
        return;
    memcpy(out, path, before);
    if (before != 0)
        out[before++] = '.';
    memcpy(out + before, key, length);
    out[before + length] = '\0';
}

/* Whether a value may begin so. */
static bool suits(const char *bytes, size_t length, size_t pos, enum json_type type)
{
    return type == JSON_ANY || one_of(bytes, length, pos, type == JSON_NUMBER ? "-0123456789n" : "{n");
}

static bool object(const char *bytes, size_t length, size_t *pos, unsigned depth, const char *path,
                   const struct json_visitor *visitor)
{
    char inner[PATH] = "?";

    json_space(bytes, length, pos);
    if (take(bytes, length, pos, '}'))
        return true;
    for (;;) {
        size_t key = *pos + 1, start;

        if (!json_string(bytes, length, pos))
            return false;
        if (visitor != NULL)
            extend(path, bytes + key, *pos - 1 - key, inner);
        json_space(bytes, length, pos);
        if (!take(bytes, length, pos, ':'))
            return false;
        json_space(bytes, length, pos);
        if (visitor != NULL && !suits(bytes, length, *pos, visitor->type_of(visitor->context, inner)))
            return false;
        start = *pos;
        if (!json_value(bytes, length, pos, depth, inner, visitor))
            return false;
        if (visitor != NULL)
            visitor->member(visitor->context, inner, start, *pos);
        json_space(bytes, length, pos);
        if (take(bytes, length, pos, '}'))
            return true;
        if (!take(bytes, length, pos, ','))
            return false;
        json_space(bytes, length, pos);
    }
}

static bool array(const char *bytes, size_t length, size_t *pos, unsigned depth)
{
    json_space(bytes, length, pos);
    if (take(bytes, length, pos, ']'))
        return true;
    for (;;) {
        if (!json_value(bytes, length, pos, depth, "?", NULL))
            return false;
        json_space(bytes, length, pos);
        if (take(bytes, length, pos, ']'))
            return true;
        if (!take(bytes, length, pos, ','))
            return false;
        json_space(bytes, length, pos);
    }
}

bool json_value(const char *bytes, size_t length, size_t *pos, unsigned depth, const char *path,
                const struct json_visitor *visitor)
{
    if (*pos == length)
        return false;
    switch (bytes[*pos]) {
    case '{':
        if (depth == DEPTH)
            return false;
        ++*pos;
        return object(bytes, length, pos, depth + 1, path, visitor);
    case '[':
        if (depth == DEPTH)
            return false;
        ++*pos;
        return array(bytes, length, pos, depth + 1);
    case '"':
        return json_string(bytes, length, pos);
    case 't':
        return word(bytes, length, pos, "true");
    case 'f':
        return word(bytes, length, pos, "false");
    case 'n':
        return word(bytes, length, pos, "null");
    default:
        return number(bytes, length, pos);
    }
}

uint64_t json_number(const char *bytes, size_t start, size_t end)
{
    uint64_t value = 0;

    for (; start < end; start++) {
        if (!is_digit(bytes, end, start))
            return UINT64_MAX;
        if (value > UINT64_MAX / 10 || (value == UINT64_MAX / 10 && bytes[start] > '5'))
            return UINT64_MAX;
        value = value * 10 + (uint64_t)(bytes[start] - '0');
    }
    return value >= UINT64_MAX - 1 ? UINT64_MAX : value;
}

static enum json_type type_of_key(void *context, const char *path)
{
    struct json_keys *keys = context;
    size_t length = strlen(path);

    keys->last = NULL;
    for (size_t i = 0; i < keys->count; i++) {
        const struct json_key *key = &keys->keys[i];

        /* Most differ in their first byte, which costs less than a call. */
        if (key->path[0] != path[0] || strncmp(key->path, path, length) != 0)
            continue;
        if (key->path[length] == '\0') {
            keys->last = key;
            return JSON_NUMBER;
        }
        if (key->path[length] == '.')
            return JSON_OBJECT;
    }
    return JSON_ANY;
}

/* A number ends before another type is asked for. */
static void store_key(void *context, const char *path, size_t start, size_t end)
{
    struct json_keys *keys = context;
    const struct json_key *key = keys->last;
    uint64_t value;

    if (key == NULL || strcmp(key->path, path) != 0)
        return;
    value = json_number(keys->bytes, start, end);
    keys->known = true;
    if (value > UINT64_MAX / key->unit)
        value = UINT64_MAX;
    if (key->offset + 8 <= keys->size)
        keys->words[key->offset / 8] = value == UINT64_MAX ? value : value * key->unit;
}

struct json_visitor json_visit_keys(struct json_keys *keys)
{
    struct json_visitor visitor = {type_of_key, store_key, keys};

    return visitor;
}

struct outcome json_object(const struct json_key *keys, size_t count, const char *bytes, size_t length, size_t at,
                           size_t end, void *out, size_t size)
{
    struct json_keys known = {keys, count, bytes, out, size, false, NULL};
    struct json_visitor visitor = json_visit_keys(&known);

    if (bytes[at] != '{' || !json_value(bytes, end, &at, 0, "", &visitor))
        return ref_error(bytes, length, at);
    while (at < end && (ref_blank(bytes[at]) || bytes[at] == '\r'))
        at++;
    if (at < length && bytes[at] != '\n')
        return ref_error(bytes, length, at);
    return (struct outcome){known.known ? VMM_OK : VMM_E_EMPTY, at < length ? at + 1 : at, NOWHERE};
}

static void print_member(struct builder *text, const char *path, unsigned long long value)
{
    unsigned open = 0;
    size_t length;

    for (; (length = strcspn(path, ".")) != strlen(path); path += length + 1, open++)
        builder_print(text, "\"%.*s\":{", (int)length, path);
    builder_print(text, "\"%s\":%llu", path, value);
    while (open-- != 0)
        builder_print(text, "}");
}

bool json_print_keys(struct builder *text, const struct json_key *keys, size_t count, const void *record,
                     unsigned shape)
{
    bool has_shape = false;
    const char *before = "";

    builder_print(text, "{");
    for (size_t i = 0; i < count; i++) {
        uint64_t value = ref_load(record, keys[i].offset);
        unsigned paths = 0, earlier = 0;

        for (size_t k = 0; k < count; k++) {
            paths += keys[k].offset == keys[i].offset;
            earlier += k < i && keys[k].offset == keys[i].offset;
        }
        if (value == VMM_UNKNOWN || earlier != shape % paths)
            continue;
        if (value % keys[i].unit != 0)
            return false;
        has_shape = has_shape || shape < paths;
        builder_print(text, "%s", before);
        print_member(text, keys[i].path, value / keys[i].unit);
        before = ",";
    }
    builder_print(text, "}");
    return has_shape;
}
