/* SPDX-License-Identifier: MIT */
/* The iterator over keys and values, and files of one value. */
#include <string.h>

#include "examples.h"
#include "json.h"

/* ---- keys and values ---- */

/* A row of numbers, which the tests compare: where its spans stand, from where the call began. */
struct row {
    uint64_t size;
    uint64_t key, key_length, value, value_length;
};

#define AT(member) offsetof(struct row, member)

static size_t skip(const char *bytes, size_t length, size_t at, const char *set)
{
    while (at < length && bytes[at] != '\0' && strchr(set, bytes[at]) != NULL)
        at++;
    return at;
}

static size_t skip_to(const char *bytes, size_t length, size_t at, const char *set)
{
    while (at < length && (bytes[at] == '\0' || strchr(set, bytes[at]) == NULL))
        at++;
    return at;
}

static void store_row(void *out, size_t size, size_t at, const size_t key[2], const size_t value[2])
{
    ref_store(out, size, AT(key), key[0] - at);
    ref_store(out, size, AT(key_length), key[1] - key[0]);
    ref_store(out, size, AT(value), value[0] - at);
    ref_store(out, size, AT(value_length), value[1] - value[0]);
}

static struct outcome expect_lines(const char *bytes, size_t length, size_t at, void *out, size_t size)
{
    size_t key[2], value[2], end;

    key[0] = skip(bytes, length, at, " \t\n");
    if (key[0] == length)
        return at < length && bytes[length - 1] != '\n' ? ref_error(bytes, length, length)
                                                        : (struct outcome){VMM_END, length, NOWHERE};
    key[1] = skip_to(bytes, length, key[0], " \t\n:=");
    value[0] = key[1];
    if (value[0] < length && bytes[value[0]] != '\n')
        value[0] = skip(bytes, length, value[0] + 1, " \t");
    end = value[1] = skip_to(bytes, length, value[0], "\n");
    if (key[0] == key[1])
        return ref_error(bytes, length, key[0]);
    if (end == length)
        return ref_error(bytes, length, length);
    while (value[1] > value[0] && ref_blank(bytes[value[1] - 1]))
        value[1]--;
    store_row(out, size, at, key, value);
    return (struct outcome){VMM_OK, end + 1, NOWHERE};
}

static struct outcome expect_pairs(const char *bytes, size_t length, size_t at, void *out, size_t size)
{
    size_t key[2], value[2];

    key[0] = skip(bytes, length, at, " \t\n");
    if (key[0] == length)
        return (struct outcome){VMM_END, length, NOWHERE};
    value[1] = skip_to(bytes, length, key[0], " \t\n");
    key[1] = skip_to(bytes, value[1], key[0], "=");
    if (key[0] == key[1])
        return (struct outcome){VMM_E_SYNTAX, value[1], key[0]};
    value[0] = key[1] < value[1] ? key[1] + 1 : value[1];
    store_row(out, size, at, key, value);
    return (struct outcome){VMM_OK, value[1], NOWHERE};
}

static struct outcome expect_json(const char *bytes, size_t length, size_t at, void *out, size_t size)
{
    const size_t start = at;
    size_t key[2], value[2];
    bool may_end = true;

    json_space(bytes, length, &at);
    if (at == length)
        return (struct outcome){VMM_END, length, NOWHERE};
    if (strchr("{,}", bytes[at]) == NULL || bytes[at] == '\0')
        return ref_error(bytes, length, at);
    if (bytes[at] != '}') {
        may_end = bytes[at] == '{';
        at++;
        json_space(bytes, length, &at);
    }
    if (may_end && at < length && bytes[at] == '}') {
        at = skip(bytes, length, at + 1, " \r\t");
        return (struct outcome){VMM_END, at < length && bytes[at] == '\n' ? at + 1 : at, NOWHERE};
    }
    key[0] = at + 1;
    if (!json_string(bytes, length, &at))
        return ref_error(bytes, length, at);
    key[1] = at - 1;
    json_space(bytes, length, &at);
    if (at == length || bytes[at] != ':')
        return ref_error(bytes, length, at);
    at++;
    json_space(bytes, length, &at);
    value[0] = at;
    if (!json_value(bytes, length, &at, 1, "", NULL))
        return ref_error(bytes, length, at);
    value[1] = at;
    json_space(bytes, length, &at);
    if (at == length || (bytes[at] != ',' && bytes[at] != '}'))
        return ref_error(bytes, length, at);
    if (key[0] == key[1])
        return (struct outcome){VMM_E_SYNTAX, at, key[0]};
    store_row(out, size, start, key, value);
    return (struct outcome){VMM_OK, at, NOWHERE};
}

static struct outcome expect_paired_lines(const char *bytes, size_t length, size_t at, void *out, size_t size)
{
    size_t key[2], value[2], word, same = 0;

    key[0] = skip(bytes, length, at, "\n");
    if (key[0] == length)
        return (struct outcome){VMM_END, length, NOWHERE};
    word = skip_to(bytes, length, key[0], " \t\n") - key[0];
    key[1] = skip_to(bytes, length, key[0], "\n");
    if (key[1] == length)
        return ref_error(bytes, length, length);
    value[0] = key[1] + 1;
    while (word != 0 && same < word && value[0] + same < length && bytes[value[0] + same] == bytes[key[0] + same])
        same++;
    if (word != 0 && value[0] + same == length)
        return ref_error(bytes, length, length);
    if (word == 0 || same < word || strchr(" \t\n", bytes[value[0] + same]) == NULL || bytes[value[0] + same] == '\0')
        return (struct outcome){VMM_E_SYNTAX, value[0], key[0]};
    value[1] = skip_to(bytes, length, value[0], "\n");
    if (value[1] == length)
        return ref_error(bytes, length, length);
    store_row(out, size, at, key, value);
    return (struct outcome){VMM_OK, value[1] + 1, NOWHERE};
}

/* An element: the key is empty. */
static struct outcome expect_elements(const char *bytes, size_t length, size_t at, void *out, size_t size)
{
    const size_t start = at;
    size_t value[2];
    bool may_end = true;

    json_space(bytes, length, &at);
    if (at == length)
        return (struct outcome){VMM_END, length, NOWHERE};
    if (strchr("[,]", bytes[at]) == NULL || bytes[at] == '\0')
        return ref_error(bytes, length, at);
    if (bytes[at] != ']') {
        may_end = bytes[at] == '[';
        at++;
        json_space(bytes, length, &at);
    }
    if (may_end && at < length && bytes[at] == ']') {
        at = skip(bytes, length, at + 1, " \r\t");
        return (struct outcome){VMM_END, at < length && bytes[at] == '\n' ? at + 1 : at, NOWHERE};
    }
    value[0] = at;
    if (!json_value(bytes, length, &at, 1, "", NULL))
        return ref_error(bytes, length, at);
    value[1] = at;
    json_space(bytes, length, &at);
    if (at == length || (bytes[at] != ',' && bytes[at] != ']'))
        return ref_error(bytes, length, at);
    store_row(out, size, start, (const size_t[]){value[0], value[0]}, value);
    return (struct outcome){VMM_OK, at, NOWHERE};
}

/* A record of the tests' own: unknown, with its size. False where it has no room for that. */
static bool begin(void *out, size_t out_size, size_t bytes)
{
    if (out == NULL || out_size < sizeof(uint64_t))
        return false;
    memset(out, 0xff, out_size);
    ref_store(out, out_size, 0, out_size < bytes ? out_size : bytes);
    return true;
}

static vmm_status next(enum vmm_key_form form, struct vmm_text *text, void *out, size_t out_size)
{
    static const struct vmm_key_value none;
    const char *start = text == NULL ? NULL : text->pos;
    const size_t size = out_size < sizeof(struct row) ? out_size : sizeof(struct row);
    struct vmm_key_value row;
    vmm_status status;

    if (!begin(out, out_size, sizeof(struct row)))
        return vmm_key_next(text, form, NULL, 0);
    memset(&row, 0x5a, sizeof row);
    status = vmm_key_next(text, form, &row, sizeof row);
    if (status == VMM_OK)
        store_row(
            out, size, 0,
            (const size_t[]){(size_t)(row.key.start - start), (size_t)(row.key.start - start) + row.key.length},
            (const size_t[]){(size_t)(row.value.start - start), (size_t)(row.value.start - start) + row.value.length});
    else if (memcmp(&row, &none, sizeof row) != 0)
        /* Something that no reference expects. */
        memset(out, 0, out_size);
    return status;
}

static vmm_status next_line(struct vmm_text *text, void *out, size_t out_size)
{
    return next(VMM_KEY_LINES, text, out, out_size);
}

static vmm_status next_pair(struct vmm_text *text, void *out, size_t out_size)
{
    return next(VMM_KEY_PAIRS, text, out, out_size);
}

static vmm_status next_member(struct vmm_text *text, void *out, size_t out_size)
{
    return next(VMM_KEY_JSON, text, out, out_size);
}

static vmm_status next_paired_lines(struct vmm_text *text, void *out, size_t out_size)
{
    return next(VMM_KEY_PAIRED_LINES, text, out, out_size);
}

static vmm_status next_array_element(struct vmm_text *text, void *out, size_t out_size)
{
    return next(VMM_KEY_JSON_ARRAY, text, out, out_size);
}

static const struct example lines[] = {
    GOOD("MemTotal:       24684084 kB\n"),
    GOOD("a\n"),
    GOOD("a=b=c\n"),
    GOOD("  a :b \t\n"),
    GOOD("\n\n\n\xff\xfe \x80\n"),
    GOOD("a\0b c\0d\n"),
    GOOD("a b\r\n"),
    GOOD("a\tb\n:\nb c\n"),
    END(""),
    END("\n"),
    END(" \n\t\n \n"),
    CUT("a b"),
    CUT("a"),
    CUT("  "),
    CUT("\n "),
    REFUSED(":\na b\n", 0),
    REFUSED("=\na b\n", 0),
    REFUSED(": 5\na b\n", 0),
    REFUSED("=5\na b\n", 0),
    REFUSED("  :5\na b\n", 2),
    REFUSED("\n\n=\na b\n", 2),
    REFUSED(":", 0),
    NO_MORE_EXAMPLES,
};

static const struct example paired_lines[] = {
    GOOD("Tcp: MaxConn InSegs\nTcp: -1 5\nUdp: a\nUdp: 1\n"),
    /* Names and values may differ in number. */
    GOOD("Tcp: a b\nTcp: 1\n"),
    GOOD("Tcp:\nTcp:\n"),
    GOOD("\n\na\na 1\n"),
    GOOD("a\0b c\na\0b 1\n"),
    END(""),
    END("\n"),
    CUT("Tcp: a"),
    CUT("Tcp: a\n"),
    CUT("Tcp: a\nTc"),
    CUT("Tcp: a\nTcp:"),
    CUT("Tcp: a\nTcp: 1"),
    REFUSED("Tcp: a\nUdp: b\nUdp: 1\n", 0),
    REFUSED("Tcp: a\nTcpExt: 1\n", 0),
    REFUSED("Tcp: a\n\nTcp: 1\n", 0),
    REFUSED("\n\t\n", 1),
    REFUSED(" Tcp: a\n Tcp: 1\n", 0),
    REFUSED("Tcp: a\nTcp:\0 1\n", 0),
    NO_MORE_EXAMPLES,
};

static const struct example pairs[] = {
    GOOD("a=1\n"),
    GOOD("mlx5_0 hca_handle=2 hca_object=max\nocrdma1 hca_handle=3  x= y\n"),
    GOOD("a==\n"),
    GOOD("\n\t a:b=c\t"),
    GOOD("a\0b=c\0d"),
    GOOD("(unknown)"),
    GOOD("a=1 = b=2"),
    END(""),
    END("\n"),
    END(" \t\n \n"),
    REFUSED(" =5 a=1 = b=2", 1),
    REFUSED("=", 0),
    NO_MORE_EXAMPLES,
};

static const struct example members[] = {
    GOOD("{\"a\":1}"),
    GOOD("{\"a\":1}\n{\"b\":2}\n"),
    GOOD("{\"a\":1,\"b\":\"x\\\"}\",\"c\":{\"d\":[1,{}]},\"e\":[],\"f\":null,\"g\":-1.5e9}"),
    GOOD("{ \"a\" : 1 , \"b\" : {\n} }"),
    GOOD("{\"a\":1}x"),
    GOOD("{\"a\":1,"),
    GOOD("{\"a\":1,}"),
    GOOD(",\"a\":1}"),
    GOOD("{\"\\u00e9\\\"\":1}"),
    GOOD("{\"\\uaAfF\\uFAaf\":1}"),
    END(""),
    END("{}"),
    END(" { } \r\n"),
    END("}"),
    END("\n \n"),
    CUT("{"),
    CUT("{\"a"),
    CUT("{\"a\""),
    CUT("{\"a\":1"),
    CUT("{\"a\":1 "),
    CUT("{\"a\":1."),
    CUT("{\"a\":1.5"),
    CUT("{\"a\":1e"),
    CUT("{\"a\":1e+"),
    CUT("{\"a\":-"),
    REFUSED("{\"a\":1.}", 7),
    REFUSED("{\"a\":1e}", 7),
    REFUSED("{\"a\":1e-}", 8),
    REFUSED("{\"a\":-}", 6),
    REFUSED("{\"\":1,\"b\":2}", 2),
    REFUSED("[1]", 0),
    REFUSED("1", 0),
    REFUSED("{\"a\":1{\"b\":2}}", 6),
    REFUSED("{\"a\":}\n{\"b\":1}", 5),
    REFUSED("{\"\\u@000\":1}", 4),
    REFUSED("{\"\\uG000\":1}", 4),
    REFUSED("{\"\\u000`\":1}", 7),
    REFUSED("{\"\\u000g\":1}", 7),
    REFUSED("{,\"a\":1}", 1),
    NO_MORE_EXAMPLES,
};

static const struct example elements[] = {
    GOOD("[1]"),
    GOOD("[1]\n[2]\n"),
    GOOD("[{\"a\":[1,{}]},[[],2],\"x\\\"]\",null,true,-1.5e9]\n"),
    GOOD(" [ 1 ,\r\n{} ] x"),
    GOOD("[1,"),
    GOOD("[1,]"),
    GOOD(",1]"),
    GOOD("[1,\"a\":1]"),
    END(""),
    END("[]"),
    END(" [ ] \r\n"),
    END("]"),
    CUT("["),
    CUT("[1"),
    CUT("[\"a\""),
    CUT("[1 "),
    CUT(","),
    REFUSED("[,1]", 1),
    REFUSED("[1 2]", 3),
    REFUSED("[1}", 2),
    REFUSED("[x]\n[1]", 1),
    REFUSED("{\"a\":1}", 0),
    REFUSED(",]", 1),
    REFUSED("1", 0),
    NO_MORE_EXAMPLES,
};

static const struct piece usual_lines[] = {PIECE("nr_free_pages 5921614\nMemTotal:  24684084 kB \n"), NO_MORE_TEXTS};
static const struct piece usual_pairs[] = {PIECE("mlx5_0 hca_handle=2\thca_object=max\n"), NO_MORE_TEXTS};
static const struct piece usual_paired_lines[] = {PIECE("Tcp: InSegs OutSegs\nTcp: 3 45\nUdp: a\nUdp: 6\n"),
                                                  NO_MORE_TEXTS};
static const struct piece usual_members[] = {PIECE("{\"a\":1.5,\"b\":{\"c\":[null,\"\\u00e9\"]}}\r\n"), NO_MORE_TEXTS};

static const struct piece usual_elements[] = {PIECE("[1.5,{\"c\":[null,\"\\u00e9\"]},[true]]\r\n"), NO_MORE_TEXTS};

/* ---- values ---- */

struct value {
    uint64_t size;
    uint64_t value;
};

static struct outcome expect_value(enum ref_unit unit, const char *bytes, size_t length, size_t at, void *out,
                                   size_t size)
{
    uint64_t value;

    if (at == length)
        return (struct outcome){VMM_E_EMPTY, at, NOWHERE};
    at = ref_skip_blanks(bytes, length, at);
    if (!ref_take(unit, bytes, length, &at, &value))
        return ref_error(bytes, length, at);
    at = ref_skip_blanks(bytes, length, at);
    if (at < length && bytes[at] != '\n')
        return ref_error(bytes, length, at);
    ref_store(out, size, offsetof(struct value, value), value);
    return (struct outcome){VMM_OK, at < length ? at + 1 : at, NOWHERE};
}

static vmm_status parse_value(enum vmm_value_form form, struct vmm_text *text, void *out, size_t out_size)
{
    uint64_t value;
    vmm_status status;

    if (!begin(out, out_size, sizeof(struct value)))
        return vmm_value_parse(text, form, NULL);
    status = vmm_value_parse(text, form, &value);
    ref_store(out, out_size < sizeof(struct value) ? out_size : sizeof(struct value), offsetof(struct value, value),
              value);
    return status;
}

#define VALUE(name, kind, unit)                                                                                        \
    static struct outcome expect_##name(const char *bytes, size_t length, size_t at, void *out, size_t size)           \
    {                                                                                                                  \
        return expect_value(unit, bytes, length, at, out, size);                                                       \
    }                                                                                                                  \
    static vmm_status parse_##name(struct vmm_text *text, void *out, size_t out_size)                                  \
    {                                                                                                                  \
        return parse_value(kind, text, out, out_size);                                                                 \
    }

VALUE(number, VMM_VALUE_NUMBER, REF_PLAIN)
VALUE(limit, VMM_VALUE_LIMIT, REF_LIMIT)
VALUE(hex, VMM_VALUE_HEX, REF_HEX)
VALUE(kb, VMM_VALUE_KB, REF_KB)
VALUE(list, VMM_VALUE_LIST, REF_LIST)

static bool is_printable(const void *record, unsigned shape, uint64_t *value)
{
    *value = ref_load(record, offsetof(struct value, value));
    return shape == 0 && *value < VMM_UNLIMITED;
}

static bool print_number(struct builder *text, const void *record, unsigned shape)
{
    uint64_t value;

    if (!is_printable(record, shape, &value))
        return false;
    builder_print(text, "%llu\n", (unsigned long long)value);
    return true;
}

static bool print_limit(struct builder *text, const void *record, unsigned shape)
{
    if (shape != 0 || ref_load(record, offsetof(struct value, value)) != VMM_UNLIMITED)
        return print_number(text, record, shape);
    builder_print(text, "max\n");
    return true;
}

static bool print_hex(struct builder *text, const void *record, unsigned shape)
{
    uint64_t value;

    if (!is_printable(record, shape, &value))
        return false;
    builder_print(text, "0x%llX", (unsigned long long)value);
    return true;
}

static bool print_kb(struct builder *text, const void *record, unsigned shape)
{
    uint64_t value;

    if (!is_printable(record, shape, &value))
        return false;
    builder_print(text, "%llu kB\n", (unsigned long long)value / 1024);
    return true;
}

static bool print_list(struct builder *text, const void *record, unsigned shape)
{
    uint64_t value;

    if (!is_printable(record, shape, &value) || value == 0)
        return false;
    builder_print(text, "1-%llu\n", (unsigned long long)value);
    return true;
}

static const struct example numbers[] = {
    GOOD("42\n"),
    GOOD("18446744073709551613"),
    GOOD("18446744073709551614\n"),
    GOOD(" \t-1 \nx"),
    EMPTY(""),
    CUT(" "),
    CUT("-"),
    REFUSED("\n", 0),
    REFUSED("+1\n", 0),
    REFUSED("--1\n", 1),
    REFUSED("1x\n", 1),
    REFUSED("1 2\n", 2),
    REFUSED("1\0\n", 1),
    REFUSED("max\n", 0),
    REFUSED("x\n1\n", 0),
    REFUSED("1\r\n", 1),
    NO_MORE_EXAMPLES,
};

static const struct example limits[] = {
    GOOD("42\n"),
    GOOD("max\n"),
    GOOD(" max"),
    GOOD("-1"),
    EMPTY(""),
    CUT("m"),
    CUT("ma"),
    REFUSED("mix\n", 1),
    REFUSED("maximum\n", 3),
    REFUSED("max 100000\n", 4),
    REFUSED("Max\n", 0),
    NO_MORE_EXAMPLES,
};

static const struct example hexes[] = {
    GOOD("0x1003\n"),
    GOOD("deadBEEF"),
    GOOD("fffffffffffffffd"),
    GOOD("fffffffffffffffe"),
    GOOD("10000000000000000"),
    EMPTY(""),
    CUT("0x"),
    CUT("  "),
    REFUSED("0xg\n", 2),
    REFUSED("-1\n", 0),
    REFUSED("0x0x1\n", 3),
    REFUSED("10h\n", 2),
    NO_MORE_EXAMPLES,
};

static const struct example kbs[] = {
    GOOD("42 kB\n"),
    GOOD("18014398509481983 kB"),
    GOOD("18014398509481984 kB\n"),
    GOOD("-1 kB \n"),
    EMPTY(""),
    CUT("1"),
    CUT("1 k"),
    REFUSED("1\n", 1),
    REFUSED("1kB\n", 1),
    REFUSED("1  kB\n", 2),
    REFUSED("1 KB\n", 2),
    REFUSED("1 kBs\n", 4),
    REFUSED("kB\n", 0),
    NO_MORE_EXAMPLES,
};

static const struct example lists[] = {
    GOOD("0-3,7\n"),
    GOOD("\n"),
    GOOD(" "),
    GOOD("5-5"),
    GOOD("0-18446744073709551612,5,6,7-9\n"),
    GOOD("0-9223372036854775807,0-9223372036854775804\n"),
    EMPTY(""),
    CUT("0-"),
    CUT("0,"),
    CUT("0-3,-"),
    REFUSED(",\n", 0),
    REFUSED("0,,1\n", 2),
    REFUSED("3-0\n", 2),
    REFUSED("0-3-5\n", 3),
    REFUSED("0-3, 7\n", 4),
    NO_MORE_EXAMPLES,
};

static const struct piece usual_numbers[] = {PIECE("1844674407370955161\n"), NO_MORE_TEXTS};
static const struct piece usual_limits[] = {PIECE("max\n"), PIECE(" 42"), NO_MORE_TEXTS};
static const struct piece usual_hexes[] = {PIECE("0xdeadBEEF\n"), NO_MORE_TEXTS};
static const struct piece usual_kbs[] = {PIECE("24684084 kB\n"), NO_MORE_TEXTS};
static const struct piece usual_lists[] = {PIECE("0-3,7,100-110\n"), NO_MORE_TEXTS};

#define LETTERS(constant) .letters = PIECE(constant)
#define ROW .kind = ROWS, .bytes = sizeof(struct row)
#define VALUE_OF(file_name, list)                                                                                      \
    .name = "keyvalue/" #file_name, .kind = ONE_RECORD, .parse = parse_##file_name, .reference = expect_##file_name,   \
    .print = print_##file_name, .bytes = sizeof(struct value), .may_lack_newline = true, .examples = (list),           \
    .usual = usual_##list, LETTERS("0189aFgmx-+,. \t\n\r\0kB\xff")

static const struct format formats[] = {
    {ROW, .name = "keyvalue/lines", .parse = next_line, .reference = expect_lines, .samples = "proc-vmstat",
     .more_samples = {"proc-meminfo", "proc-stat", "libvirt-domstats"}, .examples = lines, .usual = usual_lines,
     LETTERS("ab=: \t\n\r\0\xff")},
    {ROW, .name = "keyvalue/pairs", .parse = next_pair, .reference = expect_pairs, .examples = pairs,
     .usual = usual_pairs, .may_lack_newline = true, .share_lines = true, LETTERS("ab=: \t\n\r\0\xff")},
    {ROW, .name = "keyvalue/JSON", .parse = next_member, .reference = expect_json, .samples = "firecracker-balloon",
     .more_samples = {"cloud-hypervisor-info", "qemu-balloon", "firecracker-metrics", "cloud-hypervisor-counters",
                      "qemu-blockstats", "qemu-stats"},
     .examples = members, .usual = usual_members, .may_lack_newline = true, .json = true, .share_lines = true,
     LETTERS("{}\":,[]a1\\ \n-")},
    {ROW, .name = "keyvalue/JSON array", .parse = next_array_element, .reference = expect_elements,
     .examples = elements, .usual = usual_elements, .may_lack_newline = true, .share_lines = true,
     LETTERS("{}\":,[]a1\\ \n-")},
    {VALUE_OF(number, numbers)},
    {VALUE_OF(limit, limits)},
    {VALUE_OF(hex, hexes)},
    {VALUE_OF(kb, kbs)},
    {VALUE_OF(list, lists)},
    {ROW, .name = "keyvalue/paired lines", .parse = next_paired_lines, .reference = expect_paired_lines,
     .samples = "proc-net-snmp", .more_samples = {"proc-net-netstat"}, .examples = paired_lines,
     .usual = usual_paired_lines, .span_lines = true, .seldom_good = true, LETTERS("ab: \t\n\0\xff")},
};

const struct group keyvalue_group = {"keyvalue", formats, sizeof formats / sizeof formats[0], false, 0};
