/* SPDX-License-Identifier: MIT */
/*
 * The filler for files of `key value` lines, on a table of its own: keys of every length that a row can hold, lists of
 * values anywhere, keys that begin one another.
 */
#include "reference/examples.h"
#include "support_formats.h"
#include "test.h"

#include <inttypes.h>
#include <string.h>

#include "record/tables.h"

struct things {
    uint64_t size;
    uint64_t record;
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

#define PLAIN_NUMBER REF_PLAIN
#define PLAIN_KB REF_KB
#define PLAIN(member, unit, kind, key) {key, offsetof(struct things, member), 1, PLAIN_##unit},
#define PLAIN_LIST(first, last, unit, key)                                                                             \
    {key, offsetof(struct things, first),                                                                              \
     (offsetof(struct things, last) - offsetof(struct things, first)) / sizeof(uint64_t) + 1, PLAIN_##unit},

/* With their delimiters. */
static const struct ref_key plain[] = {KEYS(PLAIN, PLAIN_LIST)};

static vmm_status parse(struct vmm_text *text, void *out, size_t out_size)
{
    return vmm_fill_keys(text, &things, OWN_RECORD, out, out_size);
}

/* All keys, in their order. */
static const struct piece usual[] = {
    PIECE("abc 34685\n"
          "abcd 69450\n"
          "abcde: 5034 kB\n"
          "abcdef 48709\n"
          "abcdefg: 173384 kB\n"
          "abcdefgh: 1008068 kB\n"
          "list 10042743 100077418 1000012102\n"
          "abcdefghi 10000046777\n"
          "abcdefghijklmn: 100000081452 kB\n"
          "abcdefghijklmno: 1000000016136 kB\n"
          "abcdefghijklmnop: 10000000050811 kB\n"
          "abcdefghijklmnopq 85487\n"
          "abcdefghijklmnopqr: 20180 kB\n"
          "abcdefghijklmnopqrs 54945\n"
          "abcdefghijklmnopqrst 90520\n"
          "abcdefghijklmnopqrstu 34204\n"
          "abcdefghijklmnopqrstuv 158879\n"
          "abcdefghijklmnopqrstuvw: 1093554 kB\n"
          "abcdefghijklmnopqrstuvwx: 10028238 kB\n"
          "sizes: 100062913 kB 1000097588 kB\n"
          "abcdefghijklmnopqrstuvwxy 10000032272\n"
          "abcdefghijklmnopqrstuvwxyz 100000066947\n"),
    /* In the shape of meminfo's lines. */
    PIECE("abcdefghijklmn:      907 kB\nabcdefg:             907 kB\nabc                  907 kB\n"),
    NO_MORE_TEXTS,
};

static const struct example examples[] = {
    GOOD("list 1 2 3\nabc 4\n"),
    GOOD("list 1\n"),
    GOOD("list 1 2\n"),
    GOOD("list 1 2 3\n"),
    GOOD("list 1 2 3 4\n"),
    GOOD("list 1 2 3 x\n"),
    GOOD("list  1  2\t3 \n"),
    REFUSED("list \n", 5),
    REFUSED("list 1 x\n", 7),
    REFUSED("list 1 2 x 3\n", 9),
    REFUSED("list 1 2 3x\n", 10),
    REFUSED("list 1 -\n", 8),
    GOOD("list 1 -5 2\n"),
    CUT("list 1 2 "),
    CUT("list 1 2"),
    CUT("list 1 "),
    CUT("list"),
    GOOD("sizes: 1 kB 2 kB\n"),
    GOOD("sizes:1 kB\n"),
    REFUSED("sizes: 1 2 kB\n", 9),
    REFUSED("sizes: 1 kB 2\n", 13),
    REFUSED("sizes:\n", 6),
    GOOD("sizes: 1 kB 2 kB 3\n"),
    REFUSED("sizes: 1 kB 2 kBx\n", 16),
    REFUSED("sizes: 1 kB x kB\n", 12),
    EMPTY(""),
    EMPTY("unknown\n"),
    REFUSED("list 1 2 3\nabc x\n", 15),
    NO_MORE_EXAMPLES,
};

static const char *const unknown_lines[] = {"ab 1\n",    "abcd:1\n", "abc\n", "abcdefghijklmnopqrstuvwxyza 1\n",
                                            "lists 1\n", NULL};

static const struct format format = {
    .name = "keys",
    .kind = ONE_RECORD,
    .parse = parse,
    .keys = plain,
    .key_count = COUNT_OF(plain),
    .record_id = OWN_RECORD,
    .bytes = sizeof(struct things),
    .examples = examples,
    .usual = usual,
    .unknown = unknown_lines,
    .ends = " :\n",
};
static const struct group group = {"keys", &format, 1, false, 0};

__attribute__((constructor)) static void add_format(void)
{
    formats_add(&group);
}

static void add_row(struct builder *builder, const struct ref_key *row, unsigned values)
{
    builder_print(builder, "%s", row->key);
    for (unsigned i = 0; i < values; i++)
        builder_print(builder, "%s%" PRIu64 "%s", i == 0 ? "" : " ", chance_number(), row->unit == REF_KB ? " kB" : "");
    builder_add(builder, "\n", 1);
}

TEST(the_table_is_what_this_test_says)
{
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

TEST(each_key_alone_at_every_distance_from_the_end)
{

    chance_seed(10);
    for (size_t i = 0; i < COUNT_OF(plain); i++) {
        for (unsigned distance = 0; distance <= 60; distance++) {
            struct builder builder = {NULL, 0, 0};

            add_row(&builder, &plain[i], plain[i].values);
            for (unsigned k = 0; k < distance; k++)
                builder_add(&builder, k + 1 == distance ? "\n" : "7", 1);
            check_piece(&format, builder.bytes, builder.length);
            builder_free(&builder);
        }
    }
}

/* Each key after each other one, so that every step forward and backward in the table is made. */
TEST(each_key_after_each_other)
{

    chance_seed(11);
    for (size_t i = 0; i < COUNT_OF(plain); i++) {
        for (size_t k = 0; k < COUNT_OF(plain); k++) {
            struct builder builder = {NULL, 0, 0};

            add_row(&builder, &plain[i], plain[i].values);
            add_row(&builder, &plain[k], plain[k].values);
            builder_print(&builder, "unknown line that keeps the others far from the end of the text\n");
            check_piece(&format, builder.bytes, builder.length);
            builder_free(&builder);
        }
    }
}

/* One byte of each key is another: then it is unknown, or another key. */
TEST(every_byte_of_every_key_replaced_by_every_other)
{
    for (size_t i = 0; i < COUNT_OF(plain); i++) {
        size_t length = strlen(plain[i].key);

        for (size_t at = 0; at < length; at++) {
            for (unsigned byte = 0; byte < 256; byte++) {
                struct builder builder = {NULL, 0, 0};

                builder_print(&builder, "%s1%s\n", plain[i].key, plain[i].unit == REF_KB ? " kB" : "");
                builder.bytes[at] = (char)byte;
                check_piece(&format, builder.bytes, builder.length);
                builder_print(&builder, "unknown line that keeps the others far from the end of the text\n");
                check_piece(&format, builder.bytes, builder.length);
                builder_free(&builder);
            }
        }
    }
}

/* A key of the table in place of another at fixed columns: the shape of a meminfo line decides nothing by itself. */
TEST(lines_in_the_shape_of_meminfo)
{

    for (size_t i = 0; i < COUNT_OF(plain); i++) {
        for (size_t k = 0; k < COUNT_OF(plain); k++) {
            struct builder builder = {NULL, 0, 0};

            builder_print(&builder, "%-16s%8u kB\n", plain[i].key, 1U);
            builder_print(&builder, "%-16s%8u kB\n", plain[k].key, 22U);
            builder_print(&builder, "%-16s%8u kB\n", plain[(i + 1) % COUNT_OF(plain)].key, 12345678U);
            builder_print(&builder, "%-16s%8u\n", plain[(k + 1) % COUNT_OF(plain)].key, 333U);
            check_piece(&format, builder.bytes, builder.length);
            builder_free(&builder);
        }
    }
}

/* Between the key and the number there may be blanks, and nothing else, however often. */
TEST(what_is_not_blank_before_the_number)
{

    for (size_t i = 0; i < COUNT_OF(plain); i++) {
        for (unsigned byte = 0; byte < 256; byte++) {
            for (size_t to = 8; to <= 16; to += 8) {
                struct builder builder = {NULL, 0, 0};
                char other = (char)byte;

                builder_print(&builder, "%s", plain[i].key);
                while (builder.length < 16)
                    builder_add(&builder, builder.length < to ? &other : " ", 1);
                builder_print(&builder, "%8u kB\n", 907U);
                check_piece(&format, builder.bytes, builder.length);
                builder_free(&builder);
            }
        }
    }
}

/* Blanks are the bit by which large letters differ from small ones. */
TEST(keys_of_another_case)
{

    chance_seed(17);
    for (size_t i = 0; i < COUNT_OF(plain); i++) {
        for (size_t from = 0; from < strlen(plain[i].key); from++) {
            struct builder builder = {NULL, 0, 0};
            size_t at;

            /* After the key before it, so that this one is expected. */
            if (i != 0)
                add_row(&builder, &plain[i - 1], 1);
            at = builder.length;
            builder_print(&builder, "%-16s%8u kB\n", plain[i].key, 907U);
            for (size_t k = from; k < strlen(plain[i].key); k++)
                builder.bytes[at + k] ^= 0x20;
            check_piece(&format, builder.bytes, builder.length);
            builder_free(&builder);
        }
    }
}

/* Rows of an array that the table does not count: their keys are unknown, wherever the search begins. */
TEST(rows_after_the_table_are_none)
{
    static const char text[] = "abcd 5\nabcde:                 7 kB\nabcdef 8\nabcdefg:               9 kB\n";
    static const char unknown[] = "abcde:                 7 kB\nabcdefg:               9 kB\n";
    const struct vmm_keys fewer = {table, NULL, NULL, 2, sizeof(struct things)};
    struct vmm_text bytes = vmm_text_of(TEXT(text));
    struct things out;

    memset(&out, 0xff, sizeof out);
    assert_int_equal(vmm_read_keys(&bytes, &fewer, &out, sizeof out), VMM_OK);
    assert_int_equal(out.k5, 5);
    out.k5 = VMM_UNKNOWN;
    for (size_t i = 0; i < sizeof out / sizeof(uint64_t); i++)
        assert_int_equal(((const uint64_t *)&out)[i], VMM_UNKNOWN);
    bytes = vmm_text_of(TEXT(unknown));
    assert_int_equal(vmm_read_keys(&bytes, &fewer, &out, sizeof out), VMM_E_EMPTY);
}

/* Lines that begin as such a row says are passed over, whatever is after that, and are no keys that are known. */
TEST(keys_that_are_passed_over)
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

    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        struct vmm_text text = vmm_text_of(texts[i].text, strlen(texts[i].text));
        struct things out;

        assert_int_equal(vmm_fill_keys(&text, &keys, OWN_RECORD, &out, sizeof out), texts[i].status);
        assert_int_equal(out.k4, texts[i].k4);
        assert_int_equal(out.k5, texts[i].k5);
        assert_int_equal(out.size, sizeof out);
        for (size_t k = 4; k < sizeof out / sizeof(uint64_t); k++)
            assert_int_equal(((const uint64_t *)&out)[k], VMM_UNKNOWN);
    }
}

/* Keys that are longer than a row: the row has their beginning, and a table of its own the rest. */
TEST(keys_longer_than_a_row)
{
    static const struct vmm_key rows[] = {
        ROW("abc ", k4, NUMBER),
        ROW("abcdefghijklmnopqrstuvwxyz0", k27, AFTER_TAIL),
        ROW("abcd ", k5, NUMBER),
        ROW("abcdefghijklmnopqrstuvwxyz1", k26, AFTER_TAIL),
    };
    static const struct vmm_key rests[] = {ROW("23 ", k27, AFTER_TAIL), ROW(" ", k26, AFTER_TAIL)};
    static const struct vmm_key none[] = {PASS("none_")};
    static const struct vmm_keys passed_over = TABLE_OF_KEYS(none), tails = TABLE_OF_KEYS(rests);
    static const struct vmm_keys keys = TABLE_OF_LONG_KEYS_PASSING(rows, tails, passed_over);
    static const char begin[] = "abcdefghijklmnopqrstuvwxyz";
    static const struct {
        /* Each `@` is the common beginning of the long keys. */
        const char *text;
        vmm_status status;
        uint64_t k4, k5, k26, k27;
    } texts[] = {
        {"abc 4\n@023 27\nabcd 5\n@1 26\n", VMM_OK, 4, 5, 26, 27},
        {"@1 26\nnone_a 1\nabcd 5\n@023 27\nabc 4\n", VMM_OK, 4, 5, 26, 27},
        {"abc 4\n@023 18446744073709551615\n@1 12345678901234567\n", VMM_OK, 4, VMM_UNKNOWN, 12345678901234567,
         VMM_UNKNOWN},
        /* Cut or longer keys, and what could be the value after 27 bytes. */
        {"@02 1\n@0 2\n@0\n@0234 3\n@023x 4\n@03 5\n@1x 6\n@12 7\n@11\n@1\n@ 8\nabcd 5\n", VMM_OK, VMM_UNKNOWN, 5,
         VMM_UNKNOWN, VMM_UNKNOWN},
        {"@02 x\n@1x x\nabc 4\nand then enough bytes that no line is near the end\n", VMM_OK, 4, VMM_UNKNOWN,
         VMM_UNKNOWN, VMM_UNKNOWN},
        {"@02 1\n", VMM_E_EMPTY, VMM_UNKNOWN, VMM_UNKNOWN, VMM_UNKNOWN, VMM_UNKNOWN},
        {"@023 \n", VMM_E_SYNTAX, VMM_UNKNOWN, VMM_UNKNOWN, VMM_UNKNOWN, VMM_UNKNOWN},
        {"abc 4\n@1 x\nabcd 5\n", VMM_E_SYNTAX, VMM_UNKNOWN, VMM_UNKNOWN, VMM_UNKNOWN, VMM_UNKNOWN},
        {"abc 4\n@023 27", VMM_E_TRUNCATED, VMM_UNKNOWN, VMM_UNKNOWN, VMM_UNKNOWN, VMM_UNKNOWN},
        {"abc 4\n@02", VMM_E_TRUNCATED, VMM_UNKNOWN, VMM_UNKNOWN, VMM_UNKNOWN, VMM_UNKNOWN},
        {"abc 4\n@1", VMM_E_TRUNCATED, VMM_UNKNOWN, VMM_UNKNOWN, VMM_UNKNOWN, VMM_UNKNOWN},
        {"abc 4\n@1 ", VMM_E_TRUNCATED, VMM_UNKNOWN, VMM_UNKNOWN, VMM_UNKNOWN, VMM_UNKNOWN},
    };

    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        struct builder builder = {0};
        struct vmm_text text;
        struct things out;

        for (const char *p = texts[i].text; *p != '\0'; p++) {
            if (*p == '@')
                builder_print(&builder, "%s", begin);
            else
                builder_print(&builder, "%c", *p);
        }
        text = vmm_text_of(builder.bytes, builder.length);
        assert_int_equal(vmm_fill_keys(&text, &keys, OWN_RECORD, &out, sizeof out), texts[i].status);
        assert_int_equal(out.k4, texts[i].k4);
        assert_int_equal(out.k5, texts[i].k5);
        assert_int_equal(out.k26, texts[i].k26);
        assert_int_equal(out.k27, texts[i].k27);
        builder_free(&builder);
    }
}

/* A row's values without the search for its key. */
TEST(values_of_a_row)
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
