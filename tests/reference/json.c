#include "json.h"

#include <string.h>

enum { DEPTH = 64, PATH = 256 };

void json_space(const char *bytes, size_t length, size_t *pos)
{
    while (*pos < length && bytes[*pos] != '\0' && strchr(" \n\r\t", bytes[*pos]) != NULL)
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

static bool digits(const char *bytes, size_t length, size_t *pos)
{
    size_t first = *pos;

    while (one_of(bytes, length, *pos, "0123456789"))
        ++*pos;
    return *pos != first;
}

static bool number(const char *bytes, size_t length, size_t *pos)
{
    take(bytes, length, pos, '-');
    if (take(bytes, length, pos, '0')) {
        if (one_of(bytes, length, *pos, "0123456789"))
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
        if (!one_of(bytes, end, start, "0123456789"))
            return UINT64_MAX;
        if (value > UINT64_MAX / 10 || (value == UINT64_MAX / 10 && bytes[start] > '5'))
            return UINT64_MAX;
        value = value * 10 + (uint64_t)(bytes[start] - '0');
    }
    return value >= UINT64_MAX - 1 ? UINT64_MAX : value;
}

static enum json_type type_of_key(void *context, const char *path)
{
    const struct json_keys *keys = context;
    size_t length = strlen(path);

    for (size_t i = 0; i < keys->count; i++) {
        if (strcmp(keys->keys[i].path, path) == 0)
            return JSON_NUMBER;
        if (strncmp(keys->keys[i].path, path, length) == 0 && keys->keys[i].path[length] == '.')
            return JSON_OBJECT;
    }
    return JSON_ANY;
}

static void store_key(void *context, const char *path, size_t start, size_t end)
{
    struct json_keys *keys = context;

    for (size_t i = 0; i < keys->count; i++)
        if (strcmp(keys->keys[i].path, path) == 0) {
            uint64_t value = json_number(keys->bytes, start, end);
            uint64_t unit = keys->keys[i].unit;

            keys->known = true;
            if (value > UINT64_MAX / unit)
                value = UINT64_MAX;
            if (keys->keys[i].offset + 8 <= keys->size)
                keys->words[keys->keys[i].offset / 8] = value == UINT64_MAX ? value : value * unit;
        }
}

struct json_visitor json_visit_keys(struct json_keys *keys)
{
    struct json_visitor visitor = {type_of_key, store_key, keys};

    return visitor;
}
