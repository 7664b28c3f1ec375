/* SPDX-License-Identifier: MIT */
/* yyjson, with its memory in one block, and its iterators, which are made for members in a known order. */
#include <string.h>
#include <yyjson.h>

#include "json.h"

static uint64_t number_of(yyjson_val *value)
{
    return yyjson_is_uint(value) ? yyjson_get_uint(value) : 0;
}

static yyjson_val *read_text(const char *text, size_t length)
{
    static char room[4 << 20];
    yyjson_alc memory;

    yyjson_alc_pool_init(&memory, room, sizeof room);
    return yyjson_doc_get_root(yyjson_read_opts((char *)(uintptr_t)text, length, 0, &memory, NULL));
}

static uint64_t line(const char *text, size_t length)
{
    yyjson_obj_iter root = yyjson_obj_iter_with(read_text(text, length));
    uint64_t sum = 0;

#define NUMBER(from, key) sum += number_of(yyjson_obj_iter_get(&(from), key));
#define BEGIN(from, key, inner)                                                                                        \
    {                                                                                                                  \
        yyjson_obj_iter inner = yyjson_obj_iter_with(yyjson_obj_iter_get(&(from), key));
#define END }
#include "json_members.h"
    return sum;
}

static uint64_t numbers(yyjson_obj_iter *object, const char *const *keys, size_t count)
{
    uint64_t sum = 0;

    for (size_t i = 0; i < count; i++)
        sum += number_of(yyjson_obj_iter_get(object, keys[i]));
    return sum;
}

static uint64_t devices(const char *text, size_t length)
{
    yyjson_obj_iter root = yyjson_obj_iter_with(read_text(text, length));
    yyjson_val *key;
    uint64_t sum = 0;

    while ((key = yyjson_obj_iter_next(&root)) != NULL) {
        for (size_t k = 0; k < JSON_COUNT(json_kinds); k++) {
            const struct json_kind *kind = &json_kinds[k];
            yyjson_obj_iter device;

            if (strncmp(yyjson_get_str(key), kind->prefix, strlen(kind->prefix)) != 0)
                continue;
            device = yyjson_obj_iter_with(yyjson_obj_iter_get_val(key));
            sum += numbers(&device, kind->first, kind->first_count);
            for (size_t i = 0; i < kind->object_count; i++) {
                yyjson_obj_iter object = yyjson_obj_iter_with(yyjson_obj_iter_get(&device, kind->objects[i]));

                sum += numbers(&object, JSON_LIST(json_aggregate));
            }
            sum += numbers(&device, kind->rest, kind->rest_count);
        }
    }
    return sum;
}

const struct json_parser json_yyjson = {"yyjson", line, devices};
