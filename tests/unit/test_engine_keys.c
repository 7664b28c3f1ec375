/*
 * The filler for files of `key value` lines, on a table of its own: keys of every length that a row can hold, lists of
 * values anywhere, keys that begin one another.
 */
#include "support.h"

#include <inttypes.h>
#include <string.h>

#include "record/tables.h"

struct things {
    uint64_t size;
    uint64_t k4;
    uint64_t k5;
    uint64_t k6;
    uint64_t k7;
    uint64_t k8;
    uint64_t k9;
    uint64_t list1;
    uint64_t list2;
    uint64_t list3;
    uint64_t k10;
    uint64_t k15;
    uint64_t k16;
    uint64_t k17;
    uint64_t k18;
    uint64_t k19;
    uint64_t k20;
    uint64_t k21;
    uint64_t k22;
    uint64_t k23;
    uint64_t k24;
    uint64_t k25;
    uint64_t sizes1;
    uint64_t sizes2;
    uint64_t k26;
    uint64_t k27;
};

/* What a key of this length looks like; all begin alike. */
#define KEYS(KEY, LIST)                                                                                                \
    KEY(k4, NUMBER, GAUGE, "abc ")                                                                                     \
    KEY(k5, NUMBER, GAUGE, "abcd ")                                                                                    \
    KEY(k6, KB, GAUGE, "abcde:")                                                                                       \
    KEY(k7, NUMBER, GAUGE, "abcdef ")                                                                                  \
    KEY(k8, KB, GAUGE, "abcdefg:")                                                                                     \
    KEY(k9, KB, GAUGE, "abcdefgh:")                                                                                    \
    LIST(list1, list3, NUMBER, "list ")                                                                                \
    KEY(k10, NUMBER, GAUGE, "abcdefghi ")                                                                              \
    KEY(k15, KB, GAUGE, "abcdefghijklmn:")                                                                             \
    KEY(k16, KB, GAUGE, "abcdefghijklmno:")                                                                            \
    KEY(k17, KB, GAUGE, "abcdefghijklmnop:")                                                                           \
    KEY(k18, NUMBER, GAUGE, "abcdefghijklmnopq ")                                                                      \
    KEY(k19, KB, GAUGE, "abcdefghijklmnopqr:")                                                                         \
    KEY(k20, NUMBER, GAUGE, "abcdefghijklmnopqrs ")                                                                    \
    KEY(k21, NUMBER, GAUGE, "abcdefghijklmnopqrst ")                                                                   \
    KEY(k22, NUMBER, GAUGE, "abcdefghijklmnopqrstu ")                                                                  \
    KEY(k23, NUMBER, GAUGE, "abcdefghijklmnopqrstuv ")                                                                 \
    KEY(k24, KB, GAUGE, "abcdefghijklmnopqrstuvw:")                                                                    \
    KEY(k25, KB, GAUGE, "abcdefghijklmnopqrstuvwx:")                                                                   \
    LIST(sizes1, sizes2, KB, "sizes:")                                                                                 \
    KEY(k26, NUMBER, GAUGE, "abcdefghijklmnopqrstuvwxy ")                                                              \
    KEY(k27, NUMBER, GAUGE, "abcdefghijklmnopqrstuvwxyz ")

#define RECORD struct things
#define KEY(member, unit, kind, key) ROW(key, member, unit),
#define LIST(first, last, unit, key) ROWS(key, first, last, unit),
static const struct vmm_key table[] = {KEYS(KEY, LIST)};
static const struct vmm_keys things = TABLE_OF_KEYS(table);

#define PLAIN_NUMBER false
#define PLAIN_KB true
#define PLAIN(member, unit, kind, key) {key, offsetof(struct things, member), 1, PLAIN_##unit},
#define PLAIN_LIST(first, last, unit, key)                                                                             \
    {key, offsetof(struct things, first),                                                                              \
     (offsetof(struct things, last) - offsetof(struct things, first)) / sizeof(uint64_t) + 1, PLAIN_##unit},

static const struct reference_key plain[] = {KEYS(PLAIN, PLAIN_LIST)};
static const struct reference_keys reference = {plain, COUNT_OF(plain), sizeof(struct things)};

static vmm_status parse(struct vmm_text *text, void *out, size_t out_size)
{
    return vmm_fill_keys(text, &things, out, out_size);
}

static struct outcome expect(const char *bytes, size_t length, uint64_t *words)
{
    return reference_fill_keys(&reference, bytes, 0, length, words);
}

static const struct old_format format = {parse, expect, 0, sizeof(struct things)};

static void add_row(struct builder *builder, const struct reference_key *row, unsigned values)
{
    builder_print(builder, "%s", row->key);
    for (unsigned i = 0; i < values; i++)
        builder_print(builder, "%s%" PRIu64 "%s", i == 0 ? "" : " ", chance_number(), row->kb ? " kB" : "");
    builder_add(builder, "\n", 1);
}

static void test_the_table_is_what_this_test_says(void **state)
{
    (void)state;
    assert_int_equal(things.count, COUNT_OF(plain));
    assert_int_equal(things.bytes, sizeof(struct things));
    for (size_t i = 0; i < COUNT_OF(plain); i++) {
        assert_int_equal(strlen(plain[i].key), table[i].length);
        assert_memory_equal(plain[i].key, table[i].key, table[i].length);
        for (size_t k = table[i].length; k < sizeof table[i].key; k++)
            assert_int_equal(table[i].key[k], 0);
    }
    /* A key, its length and what else there is: one cache line holds two. */
    assert_int_equal(sizeof table[0], 32);
}

static void test_each_key_alone_at_every_distance_from_the_end(void **state)
{
    struct arena arena = arena_new(512);

    (void)state;
    chance_seed(10);
    for (size_t i = 0; i < COUNT_OF(plain); i++) {
        for (unsigned distance = 0; distance <= 60; distance++) {
            struct builder builder = {NULL, 0, 0};

            add_row(&builder, &plain[i], plain[i].count);
            for (unsigned k = 0; k < distance; k++)
                builder_add(&builder, k + 1 == distance ? "\n" : "7", 1);
            check_text(&format, &arena, builder.bytes, builder.length);
            builder_free(&builder);
        }
    }
    arena_free(&arena);
}

/* Each key behind each other one, so that every step forward and backward in the table is made. */
static void test_each_key_behind_each_other(void **state)
{
    struct arena arena = arena_new(512);

    (void)state;
    chance_seed(11);
    for (size_t i = 0; i < COUNT_OF(plain); i++) {
        for (size_t k = 0; k < COUNT_OF(plain); k++) {
            struct builder builder = {NULL, 0, 0};
            struct record record;

            add_row(&builder, &plain[i], plain[i].count);
            add_row(&builder, &plain[k], plain[k].count);
            builder_print(&builder, "unknown line that keeps the others far from the end of the text\n");
            check_text(&format, &arena, builder.bytes, builder.length);
            assert_int_equal(run(&format, builder.bytes, builder.length, &record, format.bytes).status, VMM_OK);
            builder_free(&builder);
        }
    }
    arena_free(&arena);
}

static struct builder all_keys(void)
{
    struct builder builder = {NULL, 0, 0};

    chance_seed(12);
    for (size_t i = 0; i < COUNT_OF(plain); i++)
        add_row(&builder, &plain[i], plain[i].count);
    return builder;
}

static void test_all_keys_in_any_order_cut_anywhere(void **state)
{
    struct builder builder = all_keys();

    (void)state;
    check_permutations(&format, builder.bytes, builder.length, 500);
    check_every_cut(&format, builder.bytes, builder.length);
    check_unknown_lines(&format, builder.bytes, builder.length);
    builder_free(&builder);
}

/* One byte of each key is another: then it is unknown, or another key. */
static void test_every_byte_of_every_key_replaced_by_every_other(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(plain); i++) {
        struct arena arena = arena_new(512);
        size_t length = strlen(plain[i].key);

        for (size_t at = 0; at < length; at++) {
            for (unsigned byte = 0; byte < 256; byte++) {
                struct builder builder = {NULL, 0, 0};

                builder_print(&builder, "%s1%s\n", plain[i].key, plain[i].kb ? " kB" : "");
                builder.bytes[at] = (char)byte;
                check_text(&format, &arena, builder.bytes, builder.length);
                builder_print(&builder, "unknown line that keeps the others far from the end of the text\n");
                check_text(&format, &arena, builder.bytes, builder.length);
                builder_free(&builder);
            }
        }
        arena_free(&arena);
    }
}

/* Fewer values leave members unknown, more are not looked at. */
static void test_lists_of_values(void **state)
{
    static const char *const texts[] = {
        "list 1\n",
        "list 1 2\n",
        "list 1 2 3\n",
        "list 1 2 3 4\n",
        "list 1 2 3 x\n",
        "list  1  2\t3 \n",
        "list \n",
        "list 1 x\n",
        "list 1 2 x 3\n",
        "list 1 2 3x\n",
        "list 1 -\n",
        "list 1 -5 2\n",
        "list 1 2 ",
        "list 1 2",
        "list 1 ",
        "list",
        "sizes: 1 kB 2 kB\n",
        "sizes:1 kB\n",
        "sizes: 1 2 kB\n",
        "sizes: 1 kB 2\n",
        "sizes:\n",
        "sizes: 1 kB 2 kB 3\n",
        "sizes: 1 kB 2 kBx\n",
        "sizes: 1 kB x kB\n",
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(texts); i++)
        check_string(&format, texts[i]);
}

/* A key of the table in place of another at fixed columns: the shape of a meminfo line decides nothing by itself. */
static void test_lines_in_the_shape_of_meminfo(void **state)
{
    struct arena arena = arena_new(512);

    (void)state;
    for (size_t i = 0; i < COUNT_OF(plain); i++) {
        for (size_t k = 0; k < COUNT_OF(plain); k++) {
            struct builder builder = {NULL, 0, 0};

            builder_print(&builder, "%-16s%8u kB\n", plain[i].key, 1U);
            builder_print(&builder, "%-16s%8u kB\n", plain[k].key, 22U);
            builder_print(&builder, "%-16s%8u kB\n", plain[(i + 1) % COUNT_OF(plain)].key, 12345678U);
            builder_print(&builder, "%-16s%8u\n", plain[(k + 1) % COUNT_OF(plain)].key, 333U);
            check_text(&format, &arena, builder.bytes, builder.length);
            builder_free(&builder);
        }
    }
    arena_free(&arena);
}

static void test_random_texts_against_the_reference(void **state)
{
    static const char interesting[] = " \t\n\r\0:0123456789-kBabc\x7f\x80\xb0\xff";
    struct arena arena = arena_new(8192);
    struct builder builder = {NULL, 0, 0};

    (void)state;
    chance_seed(13);
    for (unsigned time = 0, rounds = chance_rounds(100000); time < rounds; time++) {
        size_t next = chance_below(COUNT_OF(plain));
        size_t lines = chance_below(8);

        builder.length = 0;
        for (size_t i = 0; i < lines; i++) {
            const struct reference_key *row = &plain[next];
            size_t from = builder.length;

            if (chance_of(30))
                builder_print(&builder, "%-16s%8u kB\n", row->key, (unsigned)chance_below(100000000));
            else
                add_row(&builder, row, row->count == 1 ? 1 : (unsigned)chance_below(5));
            if (chance_of(10))
                builder.bytes[from + chance_below(builder.length - from)] =
                    interesting[chance_below(sizeof interesting - 1)];
            next = chance_of(70) ? (next + 1) % COUNT_OF(plain) : chance_below(COUNT_OF(plain));
        }
        if (builder.length != 0 && chance_of(15))
            builder.length = chance_below(builder.length);
        check_text(&format, &arena, builder.bytes, builder.length);
    }
    builder_free(&builder);
    arena_free(&arena);
}

/* Every byte of such a line replaced by every other: what is not quite its shape is read as any line is. */
static void test_lines_nearly_in_the_shape_of_meminfo(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(plain) && strlen(plain[i].key) <= 17; i++) {
        struct builder builder = {NULL, 0, 0};

        builder_print(&builder, "%-16s%8u kB\n", plain[i].key, 907U);
        check_every_byte(&format, builder.bytes, builder.length);
        builder_free(&builder);
    }
}

/* Between the key and the number there may be blanks, and nothing else, however often. */
static void test_what_is_not_blank_before_the_number(void **state)
{
    struct arena arena = arena_new(512);

    (void)state;
    for (size_t i = 0; i < COUNT_OF(plain); i++) {
        for (unsigned byte = 0; byte < 256; byte++) {
            for (size_t to = 8; to <= 16; to += 8) {
                struct builder builder = {NULL, 0, 0};
                char other = (char)byte;

                builder_print(&builder, "%s", plain[i].key);
                while (builder.length < 16)
                    builder_add(&builder, builder.length < to ? &other : " ", 1);
                builder_print(&builder, "%8u kB\n", 907U);
                check_text(&format, &arena, builder.bytes, builder.length);
                builder_free(&builder);
            }
        }
    }
    arena_free(&arena);
}

/* Blanks are the bit by which large letters differ from small ones. */
static void test_keys_of_another_case(void **state)
{
    struct arena arena = arena_new(512);

    (void)state;
    chance_seed(17);
    for (size_t i = 0; i < COUNT_OF(plain); i++) {
        for (size_t from = 0; from < strlen(plain[i].key); from++) {
            struct builder builder = {NULL, 0, 0};
            size_t at;

            /* Behind the key before it, so that this one is expected. */
            if (i != 0)
                add_row(&builder, &plain[i - 1], 1);
            at = builder.length;
            builder_print(&builder, "%-16s%8u kB\n", plain[i].key, 907U);
            for (size_t k = from; k < strlen(plain[i].key); k++)
                builder.bytes[at + k] ^= 0x20;
            check_text(&format, &arena, builder.bytes, builder.length);
            builder_free(&builder);
        }
    }
    arena_free(&arena);
}

/* Rows of an array that the table does not count: their keys are unknown, wherever the search begins. */
static void test_rows_behind_the_table_are_none(void **state)
{
    static const char text[] = "abcd 5\nabcde:                 7 kB\nabcdef 8\nabcdefg:               9 kB\n";
    static const char unknown[] = "abcde:                 7 kB\nabcdefg:               9 kB\n";
    const struct vmm_keys fewer = {table, NULL, 2, sizeof(struct things)};
    struct vmm_text bytes = vmm_text_of(TEXT(text));
    struct things out;

    (void)state;
    memset(&out, 0xff, sizeof out);
    assert_int_equal(vmm_read_keys(&bytes, &fewer, &out, sizeof out), VMM_OK);
    assert_int_equal(out.k5, 5);
    out.k5 = VMM_UNKNOWN;
    for (size_t i = 0; i < sizeof out / sizeof(uint64_t); i++)
        assert_int_equal(((const uint64_t *)&out)[i], VMM_UNKNOWN);
    bytes = vmm_text_of(TEXT(unknown));
    assert_int_equal(vmm_read_keys(&bytes, &fewer, &out, sizeof out), VMM_E_EMPTY);
}

/* Lines that begin as such a row says are passed over, whatever is behind that, and are no keys that are known. */
static void test_keys_that_are_passed_over(void **state)
{
    static const struct vmm_key rows[] = {ROW("abc ", k4, NUMBER), ROW("abcd ", k5, NUMBER)};
    static const struct vmm_key none[] = {PASS("none_"), PASS("other_"), PASS("third_")};
    static const struct vmm_keys passed_over = TABLE_OF_KEYS(none);
    static const struct vmm_keys keys = TABLE_OF_KEYS_PASSING(rows, passed_over);
    static const struct {
        const char *text;
        vmm_status status;
        uint64_t k4, k5;
    } texts[] = {
        {"abc 4\nnone_a 1\nnone_b 2\nabcd 5\n", VMM_OK, 4, 5},
        {"none_\nnone_ x\nabcd 5\nnone_c\nabc 4\nnone_a and much more\n", VMM_OK, 4, 5},
        {"abcd 5\nnone_of these is a line of many bytes that keeps others far from the end\nnone\nabc 4\n", VMM_OK, 4,
         5},
        {"third_ of these is a line of many bytes\nnone_of these too is a line of many bytes\nabc 4\n"
         "other_ is another line of many bytes\nthird_ of these is a line of many bytes\nabcd 5\n",
         VMM_OK, 4, 5},
        {"none_a 1\n", VMM_E_EMPTY, VMM_UNKNOWN, VMM_UNKNOWN},
        {"abc 4\nnone_a 1", VMM_E_TRUNCATED, VMM_UNKNOWN, VMM_UNKNOWN},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        struct vmm_text text = vmm_text_of(texts[i].text, strlen(texts[i].text));
        struct things out;

        assert_int_equal(vmm_fill_keys(&text, &keys, &out, sizeof out), texts[i].status);
        assert_int_equal(out.k4, texts[i].k4);
        assert_int_equal(out.k5, texts[i].k5);
        assert_int_equal(out.size, sizeof out);
        for (size_t k = 3; k < sizeof out / sizeof(uint64_t); k++)
            assert_int_equal(((const uint64_t *)&out)[k], VMM_UNKNOWN);
    }
}

/* A row's values without the search for its key. */
static void test_values_of_a_row(void **state)
{
    static const struct {
        const char *text;
        size_t next;
        size_t error;
        uint64_t values[3];
    } rows[] = {
        {"1 22 333\nabc 4\n", 9, NOWHERE, {1, 22, 333}},
        {" 1\t22 \n", 7, NOWHERE, {1, 22, VMM_UNKNOWN}},
        {"1\n2 3\n", 2, NOWHERE, {1, VMM_UNKNOWN, VMM_UNKNOWN}},
        {"1 2 3 x y\n", 10, NOWHERE, {1, 2, 3}},
        {"1 2 3 x y", NOWHERE, 9, {1, 2, 3}},
        {"1 2", NOWHERE, 3, {1, VMM_UNKNOWN, VMM_UNKNOWN}},
        {"1 2 ", NOWHERE, 4, {1, 2, VMM_UNKNOWN}},
        {"1 2x 3\n", NOWHERE, 3, {1, VMM_UNKNOWN, VMM_UNKNOWN}},
        {"1 -x\n", NOWHERE, 3, {1, VMM_UNKNOWN, VMM_UNKNOWN}},
    };
    const struct vmm_key *row = table;

    (void)state;
    while (row->offset != offsetof(struct things, list1))
        row++;
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        const char *text = rows[i].text, *end = text + strlen(text), *error = NULL, *next;
        struct things out;

        memset(&out, 0xff, sizeof out);
        next = vmm_take_values(row, text, end, &out, sizeof out, &error);
        assert_ptr_equal(next, rows[i].next == NOWHERE ? NULL : text + rows[i].next);
        assert_ptr_equal(error, rows[i].error == NOWHERE ? NULL : text + rows[i].error);
        assert_memory_equal(&out.list1, rows[i].values, sizeof rows[i].values);
    }
}

static void test_outputs_of_every_size(void **state)
{
    struct builder builder = all_keys();

    (void)state;
    check_every_size(&format, builder.bytes, builder.length, VMM_OK);
    check_every_size(&format, builder.bytes, builder.length - 1, VMM_E_TRUNCATED);
    check_every_size(&format, TEXT("list 1 2 3\nabc x\n"), VMM_E_SYNTAX);
    check_every_size(&format, TEXT("unknown\n"), VMM_E_EMPTY);
    check_arguments(&format, builder.bytes, builder.length);
    builder_free(&builder);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_table_is_what_this_test_says),
        cmocka_unit_test(test_each_key_alone_at_every_distance_from_the_end),
        cmocka_unit_test(test_each_key_behind_each_other),
        cmocka_unit_test(test_all_keys_in_any_order_cut_anywhere),
        cmocka_unit_test(test_every_byte_of_every_key_replaced_by_every_other),
        cmocka_unit_test(test_lists_of_values),
        cmocka_unit_test(test_lines_in_the_shape_of_meminfo),
        cmocka_unit_test(test_random_texts_against_the_reference),
        cmocka_unit_test(test_lines_nearly_in_the_shape_of_meminfo),
        cmocka_unit_test(test_what_is_not_blank_before_the_number),
        cmocka_unit_test(test_keys_of_another_case),
        cmocka_unit_test(test_rows_behind_the_table_are_none),
        cmocka_unit_test(test_keys_that_are_passed_over),
        cmocka_unit_test(test_values_of_a_row),
        cmocka_unit_test(test_outputs_of_every_size),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
