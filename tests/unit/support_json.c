/* SPDX-License-Identifier: MIT */
#include "support_json.h"

#include <string.h>

#include "reference/json.h"

void json_unknown_members(const struct format *format, struct piece text)
{
    static const char *const members[] = {
        "\"\":0", "\"a_key_which_is_longer_than_all_those_that_are_known\":18446744073709551616",
        "\"read_bytes_\":{\"read_bytes\":1,\"stats\":{\"actual\":[1,{\"free_memory\":2}]}}",
        "\"a\":[[],{},[{}],\"\\\"]}{\",-0.5e-7,true,false,null]", "\"stat\":\"\\u00e9\\\\\""};
    bool inside = false;

    for (size_t i = 0; i < text.length; i++) {
        struct builder changed = {NULL, 0, 0};
        const char *member = members[i % COUNT_OF(members)];

        if (text.bytes[i] == '"')
            inside = !inside;
        if (inside && text.bytes[i] == '\\')
            i++;
        if (inside || text.bytes[i] != '{')
            continue;
        builder_add(&changed, text.bytes, i + 1);
        builder_add(&changed, member, strlen(member));
        if (text.bytes[i + 1] != '}')
            builder_add(&changed, ",", 1);
        builder_add(&changed, text.bytes + i + 1, text.length - i - 1);
        promise_same(format, text, piece_of(&changed), true, "with an unknown member");
        promise_text(format, piece_of(&changed), format->bytes, NULL, NULL);
        builder_free(&changed);
    }
}

static void add_space(struct builder *builder, const char *space)
{
    while (chance_of(20))
        builder_add(builder, space + chance_below(strlen(space)), 1);
}

/* Adds the value at *pos, the members of objects in any order. */
static void add_shuffled(struct builder *builder, const char *bytes, size_t length, size_t *pos, const char *space)
{
    size_t keys[256], values[256], order[256], count = 0, start = *pos;

    assert_true(json_value(bytes, length, pos, 0, "", NULL));
    if (bytes[start] != '{') {
        builder_add(builder, bytes + start, *pos - start);
        return;
    }
    for (size_t at = start + 1;;) {
        json_space(bytes, length, &at);
        if (bytes[at] == '}')
            break;
        order[count] = count;
        keys[count] = at;
        assert_true(json_string(bytes, length, &at));
        json_space(bytes, length, &at);
        at++;
        json_space(bytes, length, &at);
        values[count++] = at;
        assert_true(count < COUNT_OF(keys) && json_value(bytes, length, &at, 0, "", NULL));
        json_space(bytes, length, &at);
        if (bytes[at] == ',')
            at++;
    }
    for (size_t i = count; i > 1; i--) {
        size_t other = chance_below(i), kept = order[i - 1];

        order[i - 1] = order[other];
        order[other] = kept;
    }
    builder_add(builder, "{", 1);
    for (size_t i = 0; i < count; i++) {
        size_t at = keys[order[i]];

        add_space(builder, space);
        assert_true(json_string(bytes, length, &at));
        builder_add(builder, bytes + keys[order[i]], at - keys[order[i]]);
        add_space(builder, space);
        builder_add(builder, ":", 1);
        add_space(builder, space);
        at = values[order[i]];
        add_shuffled(builder, bytes, length, &at, space);
        add_space(builder, space);
        if (i + 1 < count)
            builder_add(builder, ",", 1);
    }
    add_space(builder, space);
    builder_add(builder, "}", 1);
}

void json_orders(const struct format *format, struct piece text)
{
    chance_seed(text.length);
    for (unsigned i = 0; i < 20; i++) {
        struct builder changed = {NULL, 0, 0};
        size_t pos = 0;

        add_shuffled(&changed, text.bytes, text.length, &pos, " \t\r");
        builder_add(&changed, text.bytes + pos, text.length - pos);
        promise_same(format, text, piece_of(&changed), true, "with its members in another order");
        promise_text(format, piece_of(&changed), format->bytes, NULL, NULL);
        builder_free(&changed);
    }
}

void json_cuts(const struct format *format, struct piece text)
{
    const unsigned step = text.length > 1000 ? 7 * chance_step() : chance_step();
    unsigned depth = 0;
    bool inside = false;

    for (size_t i = 0; i < text.length; i++) {
        struct reading reading;

        if (text.bytes[i] == '"' && text.bytes[i == 0 ? 0 : i - 1] != '\\')
            inside = !inside;
        depth += !inside && text.bytes[i] == '{';
        depth -= !inside && text.bytes[i] == '}';
        if (depth == 0 && format->kind != ROWS && i != 0)
            return;
        if (depth == 0 || i % step != 0)
            continue;
        reading = promise_text(format, (struct piece){text.bytes, i + 1}, format->bytes, NULL, NULL);
        if (reading.last.status != VMM_E_TRUNCATED || reading.last.error != i + 1)
            promise_broken(format, (struct piece){text.bytes, i + 1},
                           "an object that was cut is taken for a whole one");
    }
}

void json_edits(const struct format *format, struct piece text)
{
    static const char *const pieces[] = {
        "{",     "}",    "[",    "]",    ",",    ":",  "\"", "\\",       "0",         "-",
        "1.5",   "e9",   "01",   "null", "true", "\n", " ",  "\"a\":1,", ",\"a\":{}", "18446744073709551615",
        "\\u12", "\x1f", "\xff", "-1"};
    struct builder changed = {NULL, 0, 0};

    chance_seed(text.length);
    for (unsigned i = 0, rounds = chance_rounds(1000); i < rounds; i++) {
        size_t edits = 1 + chance_below(3), from = 0;

        changed.length = 0;
        for (size_t edit = 0; edit < edits && from < text.length; edit++) {
            size_t at = from + chance_below(text.length - from);
            const char *piece = pieces[chance_below(COUNT_OF(pieces))];

            builder_add(&changed, text.bytes + from, at - from);
            if (chance_of(70))
                builder_add(&changed, piece, strlen(piece));
            from = at + chance_below(chance_of(80) ? 2 : 20);
        }
        if (from < text.length && chance_of(80))
            builder_add(&changed, text.bytes + from, text.length - from);
        promise_text(format, piece_of(&changed), format->bytes, NULL, NULL);
    }
    builder_free(&changed);
}
