/* SPDX-License-Identifier: MIT */
/* The filler for `key=value` words, on a record of its own: keys of every length, values in every form. */
#include "reference/examples.h"
#include "support_formats.h"
#include "test.h"

#include <inttypes.h>
#include <string.h>

#include "record/tables.h"

struct things {
    uint64_t size;
    uint64_t record;
    uint64_t count;
    uint64_t limit;
    uint64_t hex;
    uint64_t load;
    uint64_t list;
    uint64_t kb;
    uint64_t key_8;
    uint64_t key_9;
    uint64_t key_16;
    uint64_t key_17;
    uint64_t key_24;
    uint64_t key_25;
    uint64_t key_27;
    uint64_t last;
};

#define RECORD struct things
static const struct vmm_key rows[] = {
    ROW("cnt=", count, NUMBER),
    ROW("limit=", limit, LIMIT),
    ROW("hex0=", hex, HEX),
    ROW("load=", load, HUNDREDTHS),
    ROW("list=", list, LIST),
    ROW("kilo=", kb, KB),
    ROW("abcdefg=", key_8, NUMBER),
    ROW("abcdefgh=", key_9, NUMBER),
    ROW("abcdefghijklmno=", key_16, NUMBER),
    ROW("abcdefghijklmnop=", key_17, NUMBER),
    ROW("abcdefghijklmnopqrstuvw=", key_24, NUMBER),
    ROW("abcdefghijklmnopqrstuvwx=", key_25, HUNDREDTHS),
    ROW("abcdefghijklmnopqrstuvwxyz=", key_27, NUMBER),
    ROW("last=", last, NUMBER),
};
static const struct vmm_keys keys = TABLE_OF_KEYS(rows);

enum { WORDS = COUNT_OF(rows) };

/* All lines are of words here. */
static vmm_status parse(struct vmm_text *text, void *out, size_t out_size)
{
    size_t size = vmm_begin_text(text, out, out_size, sizeof(struct things), OWN_RECORD);
    const char *p, *error;

    if (size == 0)
        return VMM_E_ARGUMENT;
    error = text->end;
    for (p = text->pos; p != text->end;) {
        p = vmm_take_pairs(p, text->end, &keys, out, size, &error);
        if (p == NULL)
            return vmm_refuse(text, error, out, out_size, sizeof(struct things));
    }
    text->pos = p;
    return VMM_OK;
}

static enum ref_unit unit_of(unsigned form)
{
    switch (form) {
    case VMM_FORM_LIMIT:
        return REF_LIMIT;
    case VMM_FORM_HEX:
        return REF_HEX;
    case VMM_FORM_HUNDREDTHS:
        return REF_HUNDREDTHS;
    case VMM_FORM_LIST:
        return REF_LIST;
    case VMM_FORM_KB:
        return REF_KB;
    default:
        return REF_PLAIN;
    }
}

static struct outcome expect(const char *bytes, size_t length, size_t at, void *out, size_t size)
{
    while (at < length) {
        size_t i = 0;
        uint64_t value;

        if (ref_ends_word(bytes, length, at)) {
            at++;
            continue;
        }
        while (i < WORDS && (length - at < rows[i].length || memcmp(bytes + at, rows[i].key, rows[i].length) != 0))
            i++;
        if (i < WORDS) {
            at += rows[i].length;
            if (!ref_take(unit_of(rows[i].form), bytes, length, &at, &value) || !ref_ends_word(bytes, length, at))
                return ref_error(bytes, length, at);
            ref_store(out, size, rows[i].offset, value);
        }
        while (at < length && !ref_ends_word(bytes, length, at))
            at++;
    }
    if (length != 0 && bytes[length - 1] != '\n')
        return ref_error(bytes, length, length);
    return (struct outcome){VMM_OK, length, NOWHERE};
}

#define USUAL                                                                                                          \
    "cnt=1 limit=max hex0=0x1f load=0.52 list=0-3,7 kilo=5 kB abcdefg=8 abcdefgh=9 "                                   \
    "abcdefghijklmno=16 abcdefghijklmnop=17 abcdefghijklmnopqrstuvw=24 "                                               \
    "abcdefghijklmnopqrstuvwx=100.25 abcdefghijklmnopqrstuvwxyz=27 last=123456789012\n"
static const char *const usual_words[] = {"cnt=1",
                                          "limit=max",
                                          "hex0=0x1f",
                                          "load=0.52",
                                          "list=0-3,7",
                                          "kilo=5 kB",
                                          "abcdefg=8",
                                          "abcdefgh=9",
                                          "abcdefghijklmno=16",
                                          "abcdefghijklmnop=17",
                                          "abcdefghijklmnopqrstuvw=24",
                                          "abcdefghijklmnopqrstuvwx=100.25",
                                          "abcdefghijklmnopqrstuvwxyz=27",
                                          "last=123456789012"};
static const struct things usual_things = {
    sizeof(struct things), OWN_RECORD, 1, VMM_UNLIMITED, 0x1f, 52, 5, 5120, 8, 9, 16, 17, 24, 10025, 27, 123456789012};

static const struct piece usual[] = {
    PIECE(USUAL),
    PIECE("cnt=123456789012345 load=100.00 abcdefg=5\n"),
    PIECE("last=0 load=0.00\n"),
    NO_MORE_TEXTS,
};

static const struct example examples[] = {
    GOOD(USUAL),
    GOOD("cnt=1 last=2 cnt=3\nlast=4 last=5\n"),
    GOOD("\n"),
    GOOD(" \n"),
    GOOD("\t \t\n"),
    GOOD("x y=5 z\n"),
    GOOD("\n\n\n"),
    GOOD(""),
    GOOD("cnt\n"),
    GOOD("cnt \n"),
    CUT("cnt=5"),
    CUT("cnt=5 "),
    REFUSED("last=1 cnt=x\n", 11),
    REFUSED("cnt=5 last=x\n", 11),
    REFUSED("cnt=\n", 4),
    REFUSED("cnt= 1\n", 4),
    REFUSED("cnt=x\n", 4),
    REFUSED("cnt=-\n", 5),
    REFUSED("cnt=1x last=2\n", 5),
    REFUSED("cnt=12345678901234567890123x last=2\n", 27),
    REFUSED("last=1 cnt=1.00\ncnt=2\n", 12),
    REFUSED("limit=mix\n", 7),
    REFUSED("limit=maxx\n", 9),
    REFUSED("hex0=0xg\n", 7),
    REFUSED("hex0=12g\n", 7),
    REFUSED("load=1\n", 6),
    REFUSED("load=1.2\n", 8),
    REFUSED("load=1.2 cnt=5 cnt=123456789012345\n", 8),
    REFUSED("load=1.234 cnt=5 cnt=123456789012345\n", 9),
    REFUSED("list=1,\n", 7),
    REFUSED("list=3-1\n", 7),
    REFUSED("kilo=5\n", 6),
    REFUSED("kilo=5 KB\n", 7),
    REFUSED("cnt=5\r\n", 5),
    REFUSED("cnt=5\0\n", 5),
    NO_MORE_EXAMPLES,
};

static const struct format format = {
    .name = "pairs",
    .kind = ONE_RECORD,
    .parse = parse,
    .reference = expect,
    .record_id = OWN_RECORD,
    .bytes = sizeof(struct things),
    .examples = examples,
    .usual = usual,
};
static const struct group group = {"pairs", &format, 1, false, 0};

__attribute__((constructor)) static void add_format(void)
{
    formats_add(&group);
}

static void check_usual(const char *bytes, size_t length)
{
    struct things record;

    read_text(&format, bytes, length, &record);
    assert_memory_equal(&record, &usual_things, sizeof usual_things);
}

/* ---- keys ---- */

TEST(each_word_alone)
{
    for (size_t i = 0; i < WORDS; i++) {
        struct builder builder = {NULL, 0, 0};
        struct record record;

        builder_print(&builder, "%s\n", usual_words[i]);
        read_text(&format, builder.bytes, builder.length, &record);
        for (size_t word = 2; word < format.bytes / sizeof(uint64_t); word++) {
            uint64_t wanted;
            memcpy(&wanted, (const char *)&usual_things + word * sizeof wanted, sizeof wanted);
            assert_int_equal(record.words[word], word == i + 2 ? wanted : VMM_UNKNOWN);
        }
        builder_free(&builder);
    }
}

TEST(words_in_any_order)
{
    struct builder builder = {NULL, 0, 0};

    chance_seed(51);
    for (unsigned time = 0; time < 5000; time++) {
        size_t order[WORDS];

        for (size_t i = 0; i < WORDS; i++) {
            size_t other = chance_below(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        builder.length = 0;
        for (size_t i = 0; i < WORDS; i++)
            /* On one line or several. */
            builder_print(&builder, "%s%s", usual_words[order[i]], i + 1 == WORDS || chance_of(10) ? "\n" : " ");
        check_usual(builder.bytes, builder.length);
    }
    builder_free(&builder);
}

TEST(unknown_words_at_every_place)
{
    static const char *const unknown[] = {
        "x",
        "cnt",
        "cn=5",
        "cntx=5",
        "cnt:5",
        "Cnt=5",
        "xcnt=5",
        "=",
        "=5",
        "load",
        "max",
        "abcdefghi=x",
        "abcdef=5",
        "abcdefghijklmnopqrstuvwxy=5",
        "abcdefghijklmnopqrstuvwxyzz=5",
        "abcdefghijklmnopqrstuvwxyz",
        "limits=-",
        "\xff",
        "a-word-that-is-much-longer-than-all-of-the-keys=123456789012345678901234567890",
        "(unknown)",
        "7:0",
        "las=",
    };

    for (size_t i = 0; i < COUNT_OF(unknown); i++) {
        for (size_t before = 0; before <= WORDS; before++) {
            struct builder builder = {NULL, 0, 0};

            for (size_t word = 0; word <= WORDS; word++) {
                if (word == before)
                    builder_print(&builder, "%s ", unknown[i]);
                if (word != WORDS)
                    builder_print(&builder, "%s ", usual_words[word]);
            }
            builder_print(&builder, "\n");
            check_usual(builder.bytes, builder.length);
            builder_free(&builder);
        }
    }
}

TEST(of_duplicate_words_the_last_wins)
{
    struct things record;

    read_string(&format, "cnt=1 last=2 cnt=3\nlast=4 last=5\n", &record);
    assert_int_equal(record.count, 3);
    assert_int_equal(record.last, 5);
    /* Also where the last does not fit. */
    read_string(&format, "cnt=1 cnt=-1\n", &record);
    check_unknown_number(record.count);
}

/* ---- values ---- */

TEST(values_of_every_form)
{
    static const char *const values[] = {
        "",
        "0",
        "1",
        "-",
        "-1",
        "--1",
        "max",
        "ma",
        "maxx",
        "Max",
        "0x",
        "0x0",
        "ff",
        "0xFF",
        "0Xfg",
        "g",
        "0-3",
        "0-",
        "3-0",
        "1,2",
        "1,",
        ",1",
        "1-2-3",
        "0.00",
        "0.5",
        "0.50",
        "1.234",
        "100.00",
        ".50",
        "1.",
        "-0.50",
        "-.50",
        "1..00",
        "1,50",
        "1.5x",
        "1.x5",
        "5 kB",
        "5 KB",
        "5  kB",
        "5kB",
        "5 k",
        "-5 kB",
        "5 kBx",
        "nan",
        "inf",
        "1e5",
        "+1",
        "=1",
        "\xb1",
        "1\r",
        "999.99",
        "1000.00",
        "0000.00",
        "00.00",
        "99999999.99",
        "123456.78",
        "1234567.89",
        "0.000",
        "1 2",
        "1\t2",
        "18446744073709551613",
        "18446744073709551614",
        "18446744073709551615",
        "18446744073709551616",
        "000000000000000000000000000012",
        "184467440737095515.99",
        "184467440737095517.00",
        "18446744073709551616.00",
        "18014398509481983 kB",
        "18014398509481984 kB",
        "0xfffffffffffffffd",
        "0xfffffffffffffffe",
        "0x10000000000000000",
        "0x00000000000000000000f",
        "0-18446744073709551612",
        "0-18446744073709551613",
        "1-18446744073709551613,0",
        "0-9,18446744073709551615",
        "123456789012345",
        "1234567890123456",
        "123456789012345.67",
        "1234567890123456.78",
    };
    struct builder builder = {NULL, 0, 0};

    for (size_t i = 0; i < WORDS; i++) {
        for (size_t k = 0; k < COUNT_OF(values); k++) {
            for (size_t distance = 0; distance <= 40; distance++) {
                builder.length = 0;
                builder_add(&builder, rows[i].key, rows[i].length);
                builder_print(&builder, "%s", values[k]);
                builder_print(&builder, distance % 2 == 0 ? "\n" : " ");
                for (size_t byte = 0; byte < distance; byte++)
                    builder_print(&builder, byte + 1 == distance ? "\n" : "7");
                check_piece(&format, builder.bytes, builder.length);
            }
        }
    }
    builder_free(&builder);
}
