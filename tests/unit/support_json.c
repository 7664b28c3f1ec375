#include "support_json.h"

#include <string.h>

struct outcome json_refused(const char *bytes, size_t pos, size_t length)
{
    struct outcome outcome = {pos == length ? VMM_E_TRUNCATED : VMM_E_SYNTAX, pos, pos};

    while (outcome.pos < length && bytes[outcome.pos] != '\n')
        outcome.pos++;
    if (outcome.pos < length)
        outcome.pos++;
    return outcome;
}

struct outcome json_expect(const struct json_key *keys, size_t count, const char *bytes, size_t pos, size_t end,
                           size_t length, uint64_t *words, size_t size)
{
    struct json_keys known = {keys, count, bytes, words, size, false, NULL};
    struct json_visitor visitor = json_visit_keys(&known);
    struct outcome outcome = {VMM_OK, 0, NOWHERE};

    if (bytes[pos] != '{' || !json_value(bytes, end, &pos, 0, "", &visitor)) {
        reference_unknown(words, size);
        return json_refused(bytes, pos, length);
    }
    while (pos < length && bytes[pos] != '\0' && strchr(" \r\t", bytes[pos]) != NULL)
        pos++;
    if (pos < length && bytes[pos] != '\n') {
        reference_unknown(words, size);
        return json_refused(bytes, pos, length);
    }
    outcome.pos = pos < length ? pos + 1 : pos;
    outcome.status = known.known ? VMM_OK : VMM_E_EMPTY;
    return outcome;
}

/* Whether the byte stands within a string. */
static bool in_string(const char *bytes, size_t pos)
{
    bool inside = false;

    for (size_t i = 0; i < pos; i++) {
        if (inside && bytes[i] == '\\')
            i++;
        else if (bytes[i] == '"')
            inside = !inside;
    }
    return inside;
}

static void check_same(const struct old_format *format, const char *bytes, size_t length, const struct record *wanted,
                       vmm_status status)
{
    struct arena arena = arena_new(length);
    struct record got;

    check_text(format, &arena, bytes, length);
    assert_int_equal(run(format, bytes, length, &got, format->bytes).status, status);
    assert_memory_equal(&got, wanted, format->bytes);
    arena_free(&arena);
}

void check_json_unknown_members(const struct old_format *format, const char *bytes, size_t length)
{
    static const char *const members[] = {
        "\"\":0", "\"nobody_knows_this_key_which_is_longer_than_any\":18446744073709551616",
        "\"read_bytes_\":{\"read_bytes\":1,\"stats\":{\"actual\":[1,{\"free_memory\":2}]}}",
        "\"a\":[[],{},[{}],\"\\\"]}{\",-0.5e-7,true,false,null]", "\"stat\":\"\\u00e9\\\\\""};
    struct record wanted;
    vmm_status status = run(format, bytes, length, &wanted, format->bytes).status;

    for (size_t i = 0; i < length; i++) {
        struct builder builder = {NULL, 0, 0};
        const char *member = members[i % COUNT_OF(members)];

        if (bytes[i] != '{' || in_string(bytes, i))
            continue;
        builder_add(&builder, bytes, i + 1);
        builder_add(&builder, member, strlen(member));
        if (bytes[i + 1] != '}')
            builder_add(&builder, ",", 1);
        builder_add(&builder, bytes + i + 1, length - i - 1);
        check_same(format, builder.bytes, builder.length, &wanted, status);
        builder_free(&builder);
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

void check_json_order_and_space(const struct old_format *format, const char *bytes, size_t length, unsigned times)
{
    struct record wanted;
    vmm_status status = run(format, bytes, length, &wanted, format->bytes).status;

    for (unsigned i = 0; i < times; i++) {
        struct builder builder = {NULL, 0, 0};
        size_t pos = 0;

        add_shuffled(&builder, bytes, length, &pos, " \t\r");
        check_same(format, builder.bytes, builder.length, &wanted, status);
        builder_free(&builder);
    }
}

void check_json_edits(const struct old_format *format, const char *bytes, size_t length, unsigned times)
{
    static const char *const pieces[] = {
        "{",     "}",    "[",    "]",    ",",    ":",  "\"", "\\",       "0",         "-",
        "1.5",   "e9",   "01",   "null", "true", "\n", " ",  "\"a\":1,", ",\"a\":{}", "18446744073709551615",
        "\\u12", "\x1f", "\xff", "-1"};
    struct arena arena = arena_new(length * 2 + 1024);

    for (unsigned i = 0, rounds = chance_rounds(times); i < rounds; i++) {
        struct builder builder = {NULL, 0, 0};
        size_t edits = 1 + chance_below(3), from = 0;

        for (size_t edit = 0; edit < edits && from < length; edit++) {
            size_t at = from + chance_below(length - from);
            const char *piece = pieces[chance_below(COUNT_OF(pieces))];

            builder_add(&builder, bytes + from, at - from);
            if (chance_of(70))
                builder_add(&builder, piece, strlen(piece));
            from = at + chance_below(chance_of(80) ? 2 : 20);
        }
        if (from < length && chance_of(80))
            builder_add(&builder, bytes + from, length - from);
        check_text(format, &arena, builder.bytes, builder.length);
        builder_free(&builder);
    }
    arena_free(&arena);
}
