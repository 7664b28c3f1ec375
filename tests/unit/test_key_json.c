/* Members of JSON objects as keys and values. */
#include "../reference/member.h"
#include "support_json.h"

#include <string.h>

/* Reads all rows from the text's place on as the reference does; says how many. */
static size_t check_rows(const char *bytes, size_t length)
{
    struct arena arena = arena_new(length);
    const char *copy = arena_at_end(&arena, bytes, length);
    struct vmm_text text = vmm_text_of(copy, length);
    struct vmm_key_value row;
    size_t rows = 0;

    for (;;) {
        size_t at = (size_t)(text.pos - copy);
        struct json_member wanted = json_member_next(bytes, at, length);
        vmm_status status;

        memset(&row, 0x5a, sizeof row);
        status = vmm_key_next(&text, VMM_KEY_JSON, &row, sizeof row);
        assert_int_equal(status, wanted.status);
        assert_ptr_equal(text.pos, copy + wanted.pos);
        assert_ptr_equal(text.error, wanted.error == SIZE_MAX ? NULL : copy + wanted.error);
        if (status == VMM_OK) {
            assert_ptr_equal(row.key.start, copy + wanted.key);
            assert_int_equal(row.key.length, wanted.key_end - wanted.key);
            assert_ptr_equal(row.value.start, copy + wanted.value);
            assert_int_equal(row.value.length, wanted.value_end - wanted.value);
            rows++;
        } else {
            assert_null(row.key.start);
            assert_int_equal(row.key.length, 0);
            assert_null(row.value.start);
        }
        /* A loop over rows ends. */
        if (text.pos == text.end)
            break;
        assert_true(text.pos > copy + at);
    }
    arena_free(&arena);
    return rows;
}

static const char *const folders[] = {"firecracker-balloon", "cloud-hypervisor-balloon", "qemu-balloon",
                                      "firecracker-metrics", "cloud-hypervisor-counters"};

static void test_samples(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(folders); i++)
        for (const char *const *name = sample_names(folders[i]); *name != NULL; name++) {
            struct sample sample = sample_load(*name);

            check_rows(sample.bytes, sample.length);
            if (sample.length < 1000)
                for (size_t length = 0; length < sample.length; length++)
                    check_rows(sample.bytes, length);
            sample_free(&sample);
        }
}

static void test_every_look(void **state)
{
    static const char *const texts[] = {
        "{}",
        " { } \r\n",
        "{\"a\":1}",
        "{\"a\":1}\n{\"b\":2}\n",
        "{\"a\":1,\"b\":\"x\\\"}\",\"c\":{\"d\":[1,{}]},\"e\":[],\"f\":null,\"g\":-1.5e9}",
        "{ \"a\" : 1 , \"b\" : {\n} }",
        "{\"\":1,\"b\":2}",
        "{\"a\":1}x",
        "{\"a\":1",
        "{\"a\":1,",
        "{\"a\":1,}",
        "{\"a\":1 ",
        "{\"a\"",
        "{\"a",
        "{",
        "}",
        ",\"a\":1}",
        "[1]",
        "1",
        "{\"a\":1{\"b\":2}}",
        "{\"a\":}\n{\"b\":1}",
        "{\"\\u00e9\\\"\":1}",
        "{\"\\uaAfF\\uFAaf\":1}",
        "{\"\\u@000\":1}",
        "{\"\\uG000\":1}",
        "{\"\\u000`\":1}",
        "{\"\\u000g\":1}",
        "{,\"a\":1}",
        "",
        "\n \n",
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(texts); i++)
        check_rows(texts[i], strlen(texts[i]));
}

/* All texts of a few bytes that JSON is made of. */
static void test_every_short_text(void **state)
{
    static const char bytes[] = "{}\":,[]a1\\ \n-";
    char text[6];

    (void)state;
    for (size_t length = 1; length <= 5; length++) {
        size_t count = 1;

        for (size_t i = 0; i < length; i++)
            count *= sizeof bytes - 1;
        for (size_t number = 0; number < count; number++) {
            size_t rest = number;

            for (size_t i = 0; i < length; i++, rest /= sizeof bytes - 1)
                text[i] = bytes[rest % (sizeof bytes - 1)];
            /* Many of those that begin with nothing of an object are alike. */
            if (length == 5 && strchr("{},", text[0]) == NULL)
                continue;
            check_rows(text, length);
        }
    }
}

static void test_random_edits(void **state)
{
    static const char *const pieces[] = {"{", "}", "[", "]", ",", ":", "\"", "\\", "0", "-", "\"a\":1,", "\n", "\x01"};

    (void)state;
    for (const char *const *name = sample_names("qemu-balloon"); *name != NULL; name++) {
        struct sample sample = sample_load(*name);

        for (int i = 0; i < 2000; i++) {
            struct builder builder = {NULL, 0, 0};
            size_t at = chance_below(sample.length);
            const char *piece = pieces[chance_below(COUNT_OF(pieces))];

            builder_add(&builder, sample.bytes, at);
            builder_add(&builder, piece, strlen(piece));
            at += chance_below(3);
            if (at < sample.length)
                builder_add(&builder, sample.bytes + at, sample.length - at);
            check_rows(builder.bytes, builder.length);
            builder_free(&builder);
        }
        sample_free(&sample);
    }
}

static bool is(struct vmm_span span, const char *string)
{
    return span.length == strlen(string) && memcmp(span.start, string, span.length) == 0;
}

/* As the header shows it: a member by its path, level by level. */
static void test_a_path(void **state)
{
    struct vmm_text line =
        vmm_text_of(TEXT("{\"a\":1,\"vsock\":{\"rx_bytes_count\":12,\"tx_bytes_count\":34},\"b\":{}}"));
    struct vmm_key_value group, member;
    uint64_t rx_bytes = 0;
    unsigned groups = 0;

    (void)state;
    while (vmm_key_next(&line, VMM_KEY_JSON, &group, sizeof group) == VMM_OK) {
        struct vmm_text inside = vmm_text_of(group.value.start, group.value.length);

        groups++;
        if (!is(group.key, "vsock"))
            continue;
        while (vmm_key_next(&inside, VMM_KEY_JSON, &member, sizeof member) == VMM_OK)
            if (is(member.key, "rx_bytes_count")) {
                struct vmm_text value = vmm_text_of(member.value.start, member.value.length);

                assert_int_equal(vmm_value_parse(&value, VMM_VALUE_NUMBER, &rx_bytes), VMM_OK);
            }
        assert_null(inside.error);
        assert_ptr_equal(inside.pos, inside.end);
    }
    assert_int_equal(groups, 3);
    assert_int_equal(rx_bytes, 12);
    assert_ptr_equal(line.pos, line.end);
}

/* The object at hand is the first of 64. */
static void test_depth(void **state)
{
    (void)state;
    for (size_t depth = 60; depth < 70; depth++) {
        struct builder builder = {NULL, 0, 0};

        builder_print(&builder, "{\"x\":");
        for (size_t i = 1; i < depth; i++)
            builder_print(&builder, "[");
        for (size_t i = 1; i < depth; i++)
            builder_print(&builder, "]");
        builder_print(&builder, "}");
        assert_int_equal(check_rows(builder.bytes, builder.length), depth <= 64 ? 1 : 0);
        builder_free(&builder);
    }
}

/* A number that stops where more must come was cut; one that goes on otherwise is none. */
static void test_numbers_that_are_cut(void **state)
{
    static const char *const cut[] = {"{\"a\":1.", "{\"a\":1.5", "{\"a\":1e", "{\"a\":1e+", "{\"a\":-", "{\"a\":1"};
    static const char *const wrong[] = {"{\"a\":1.}", "{\"a\":1e}", "{\"a\":1e-}", "{\"a\":-}"};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cut) + COUNT_OF(wrong); i++) {
        bool is_cut = i < COUNT_OF(cut);
        const char *bytes = is_cut ? cut[i] : wrong[i - COUNT_OF(cut)];
        struct vmm_text text = vmm_text_of(bytes, strlen(bytes));
        struct vmm_key_value row;

        assert_int_equal(vmm_key_next(&text, VMM_KEY_JSON, &row, sizeof row), is_cut ? VMM_E_TRUNCATED : VMM_E_SYNTAX);
        assert_ptr_equal(text.error, bytes + strlen(bytes) - (is_cut ? 0 : 1));
        check_rows(bytes, strlen(bytes));
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_samples),      cmocka_unit_test(test_numbers_that_are_cut),
        cmocka_unit_test(test_every_look),   cmocka_unit_test(test_every_short_text),
        cmocka_unit_test(test_random_edits), cmocka_unit_test(test_a_path),
        cmocka_unit_test(test_depth),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
