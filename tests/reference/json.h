/* SPDX-License-Identifier: MIT */
/*
 * A reader of JSON for the unit tests and the fuzz targets to compare with: recursive, a byte at a time, written for
 * obviousness, and sharing nothing with lib/.
 */
#ifndef REFERENCE_JSON_H
#define REFERENCE_JSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "format.h"

/* What a member may be, by its path. */
enum json_type { JSON_ANY, JSON_NUMBER, JSON_OBJECT };

/* Paths are keys joined by dots; a key that has a dot of its own is never known. */
struct json_visitor {
    enum json_type (*type_of)(void *context, const char *path);
    /* Called for each member of objects in the order in which they end, with where its value stands. */
    void (*member)(void *context, const char *path, size_t start, size_t end);
    void *context;
};

/*
 * Reads the value at *pos, and moves *pos after it. False where a byte is wrong, which *pos then is at. `depth` is how
 * many objects and arrays are open; 64 are allowed. Without a visitor it is only checked.
 */
bool json_value(const char *bytes, size_t length, size_t *pos, unsigned depth, const char *path,
                const struct json_visitor *visitor);
/* A string, from its opening quote on. */
bool json_string(const char *bytes, size_t length, size_t *pos);
void json_space(const char *bytes, size_t length, size_t *pos);

/* A number that a value from start to end is; UINT64_MAX where it is another, or null. */
uint64_t json_number(const char *bytes, size_t start, size_t end);

/* A member that becomes one of a record. */
struct json_key {
    const char *path;
    size_t offset;
    /* 1 but for pages and MiB. */
    uint64_t unit;
};

struct json_keys {
    const struct json_key *keys;
    size_t count;
    /* Of the record. */
    const char *bytes;
    uint64_t *words;
    size_t size;
    bool known;
    /* Whose type was asked for last; NULL for a path that is none of theirs. */
    const struct json_key *last;
};

/*
 * An object from `at` on, whose end comes before `end`, and the rest of its line: stores numbers into the first `size` bytes
 * of `out`.
 */
struct outcome json_object(const struct json_key *keys, size_t count, const char *bytes, size_t length, size_t at,
                           size_t end, void *out, size_t size);

/*
 * Prints members that are known, each by one of its paths: in shape 1 by the second of those that have two, and so on. False
 * where no member has so many, or one is not of its unit.
 */
bool json_print_keys(struct builder *text, const struct json_key *keys, size_t count, const void *record,
                     unsigned shape);

/* A visitor for them: stores numbers into the first `size` bytes of `words`. */
struct json_visitor json_visit_keys(struct json_keys *keys);

#endif
