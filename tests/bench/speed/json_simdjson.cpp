/* SPDX-License-Identifier: MIT */
/* simdjson On-Demand, by find_field(), which is made for members in a known order. */
#include <simdjson.h>

#include "json.h"

using namespace simdjson;

static ondemand::parser parser;

static uint64_t number_of(ondemand::object &object, const char *key)
{
    uint64_t number;

    return object.find_field(key).get_uint64().get(number) == SUCCESS ? number : 0;
}

/* Takes the object that is all of the text. */
static bool begin(const char *text, size_t length, ondemand::document &document, ondemand::object &root)
{
    return parser.iterate(text, length, length + JSON_PADDING).get(document) == SUCCESS &&
           document.get_object().get(root) == SUCCESS;
}

static uint64_t line(const char *text, size_t length)
{
    ondemand::document document;
    ondemand::object root;
    uint64_t sum = 0;

    if (!begin(text, length, document, root))
        return 0;
#define NUMBER(from, key) sum += number_of(from, key);
#define BEGIN(from, key, inner)                                                                                        \
    {                                                                                                                  \
        ondemand::object inner;                                                                                        \
        if ((from).find_field(key).get_object().get(inner) == SUCCESS) {
#define END                                                                                                            \
    }                                                                                                                  \
    }
#include "json_members.h"
    return sum;
}

static uint64_t numbers(ondemand::object &object, const char *const *keys, size_t count)
{
    uint64_t sum = 0;

    for (size_t i = 0; i < count; i++)
        sum += number_of(object, keys[i]);
    return sum;
}

static uint64_t device_of(ondemand::object device, const json_kind &kind)
{
    uint64_t sum = numbers(device, kind.first, kind.first_count);

    for (size_t i = 0; i < kind.object_count; i++) {
        ondemand::object object;

        if (device.find_field(kind.objects[i]).get_object().get(object) == SUCCESS)
            sum += numbers(object, JSON_LIST(json_aggregate));
    }
    return sum + numbers(device, kind.rest, kind.rest_count);
}

static uint64_t devices(const char *text, size_t length)
{
    ondemand::document document;
    ondemand::object root;
    uint64_t sum = 0;

    if (!begin(text, length, document, root))
        return 0;
    for (auto field : root) {
        std::string_view key;
        ondemand::object device;

        if (field.unescaped_key().get(key) != SUCCESS)
            return 0;
        for (const json_kind &kind : json_kinds)
            if (key.substr(0, strlen(kind.prefix)) == kind.prefix && field.value().get_object().get(device) == SUCCESS)
                sum += device_of(device, kind);
    }
    return sum;
}

const struct json_parser json_simdjson = {"simdjson", line, devices};
