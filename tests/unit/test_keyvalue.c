/* SPDX-License-Identifier: MIT */
/* The iterator over keys and values, in its shapes. */
#include "test.h"

#include <string.h>

static bool is(struct vmm_span span, const char *string)
{
    return span.start != NULL && span.length == strlen(string) && memcmp(span.start, string, span.length) == 0;
}

static void check_unset(const struct vmm_key_value *row)
{
    assert_null(row->key.start);
    assert_int_equal(row->key.length, 0);
    assert_null(row->value.start);
    assert_int_equal(row->value.length, 0);
}

/* The next row is this one, in the caller's bytes. */
static void check_next(struct vmm_text *text, uint32_t shape, const char *key, const char *value)
{
    const char *from = text->pos;
    struct vmm_key_value row;

    memset(&row, 0x5a, sizeof row);
    text->error = from;
    assert_int_equal(vmm_key_next(text, shape, &row, sizeof row), VMM_OK);
    if (!is(row.key, key) || !is(row.value, value))
        fail_msg("\"%.*s\" = \"%.*s\", expected \"%s\" = \"%s\"", (int)row.key.length, row.key.start,
                 (int)row.value.length, row.value.start, key, value);
    assert_null(text->error);
    assert_true(row.key.start >= from);
    assert_true(row.key.start + row.key.length <= row.value.start);
    assert_true(row.value.start + row.value.length <= text->pos);
    assert_true(text->pos <= text->end);
}

static void check_end(struct vmm_text *text, uint32_t shape, vmm_status status)
{
    struct vmm_key_value row;

    memset(&row, 0x5a, sizeof row);
    assert_int_equal(vmm_key_next(text, shape, &row, sizeof row), status);
    check_unset(&row);
    assert_ptr_equal(text->pos, text->end);
    if (status == VMM_END)
        assert_null(text->error);
    else
        assert_ptr_equal(text->error, text->end);
}

/* A text of one row. */
static void check_line(const char *string, const char *key, const char *value)
{
    struct vmm_text text = vmm_text_of(string, strlen(string));

    check_next(&text, VMM_KEY_LINES, key, value);
    check_end(&text, VMM_KEY_LINES, VMM_END);
}

static void check_pair(const char *string, const char *key, const char *value)
{
    struct vmm_text text = vmm_text_of(string, strlen(string));

    check_next(&text, VMM_KEY_PAIRS, key, value);
    check_end(&text, VMM_KEY_PAIRS, VMM_END);
}

/* ---- lines ---- */

TEST(lines_of_every_look)
{
    check_line("nr_free_pages 5921614\n", "nr_free_pages", "5921614");
    check_line("MemTotal:       24684084 kB\n", "MemTotal", "24684084 kB");
    check_line("ShadowCallStack:10373888 kB\n", "ShadowCallStack", "10373888 kB");
    check_line("Active(anon):       1552 kB\n", "Active(anon)", "1552 kB");
    check_line("a\n", "a", "");
    check_line("a \n", "a", "");
    check_line("a:\n", "a", "");
    check_line("a=\n", "a", "");
    check_line("a b\n", "a", "b");
    check_line("a\tb\n", "a", "b");
    check_line("a:b\n", "a", "b");
    check_line("a=b\n", "a", "b");
    check_line("a:  b  c \t\n", "a", "b  c");
    check_line("a=b=c\n", "a", "b=c");
    check_line("a:b:c\n", "a", "b:c");
    check_line("a :b\n", "a", ":b");
    check_line("a = b\n", "a", "= b");
    check_line("  a b\n", "a", "b");
    check_line("\t \ta b\n", "a", "b");
    check_line("mlx5_0 hca_handle=2 hca_object=max\n", "mlx5_0", "hca_handle=2 hca_object=max");
    check_line("total=4096 N0=4096\n", "total", "4096 N0=4096");
    check_line("8:0 rbytes=1 wbytes=2\n", "8", "0 rbytes=1 wbytes=2");
    check_line("a b\r\n", "a", "b\r");
    check_line("\xff\xfe \x80\n", "\xff\xfe", "\x80");
    check_line("\n\n\na b\n", "a", "b");
    check_line(" \n\t\n\na b\n\n \n", "a", "b");
    check_line("some avg10=0.00 avg60=0.00 avg300=0.00 total=0\n", "some", "avg10=0.00 avg60=0.00 avg300=0.00 total=0");
}

TEST(bytes_that_are_no_text)
{
    static const char bytes[] = "a\0b c\0d\n";
    struct vmm_text text = vmm_text_of(bytes, sizeof bytes - 1);
    struct vmm_key_value row;

    assert_int_equal(vmm_key_next(&text, VMM_KEY_LINES, &row, sizeof row), VMM_OK);
    assert_int_equal(row.key.length, 3);
    assert_memory_equal(row.key.start, "a\0b", 3);
    assert_int_equal(row.value.length, 3);
    assert_memory_equal(row.value.start, "c\0d", 3);
    text = vmm_text_of(TEXT("a\0b=c\0d"));
    assert_int_equal(vmm_key_next(&text, VMM_KEY_PAIRS, &row, sizeof row), VMM_OK);
    assert_int_equal(row.key.length, 3);
    assert_int_equal(row.value.length, 3);
}

TEST(lines_without_a_key)
{
    static const struct {
        const char *text;
        size_t error;
    } bad[] = {{":\na b\n", 0},  {"=\na b\n", 0},    {": 5\na b\n", 0},
               {"=5\na b\n", 0}, {"  :5\na b\n", 2}, {"\n\n=\na b\n", 2}};

    for (size_t i = 0; i < COUNT_OF(bad); i++) {
        struct vmm_text text = vmm_text_of(bad[i].text, strlen(bad[i].text));
        struct vmm_key_value row;

        memset(&row, 0x5a, sizeof row);
        assert_int_equal(vmm_key_next(&text, VMM_KEY_LINES, &row, sizeof row), VMM_E_SYNTAX);
        assert_ptr_equal(text.error, bad[i].text + bad[i].error);
        assert_ptr_equal(text.pos, strstr(bad[i].text, "a b"));
        check_unset(&row);
        /* The next call goes on after it. */
        check_next(&text, VMM_KEY_LINES, "a", "b");
        check_end(&text, VMM_KEY_LINES, VMM_END);
    }
}

/* ---- pairs ---- */

TEST(pairs_of_every_look)
{
    check_pair("a=1", "a", "1");
    check_pair("a=1\n", "a", "1");
    check_pair(" a=1 ", "a", "1");
    check_pair("\n\t a=1\t\n", "a", "1");
    check_pair("a", "a", "");
    check_pair("a=", "a", "");
    check_pair("a=\n", "a", "");
    check_pair("a==", "a", "=");
    check_pair("a=b=c", "a", "b=c");
    check_pair("a:b=c", "a:b", "c");
    check_pair("(unknown)", "(unknown)", "");
    check_pair("hca_object=max", "hca_object", "max");
    check_pair("\xff=\xfe", "\xff", "\xfe");
    check_pair("a=b\r\n", "a", "b\r");
}

TEST(pairs_of_a_row)
{
    struct vmm_text text = vmm_text_of(TEXT("mlx5_0 hca_handle=2 hca_object=max\nocrdma1 hca_handle=3  x= y\n"));

    check_next(&text, VMM_KEY_PAIRS, "mlx5_0", "");
    check_next(&text, VMM_KEY_PAIRS, "hca_handle", "2");
    check_next(&text, VMM_KEY_PAIRS, "hca_object", "max");
    check_next(&text, VMM_KEY_PAIRS, "ocrdma1", "");
    check_next(&text, VMM_KEY_PAIRS, "hca_handle", "3");
    check_next(&text, VMM_KEY_PAIRS, "x", "");
    check_next(&text, VMM_KEY_PAIRS, "y", "");
    check_end(&text, VMM_KEY_PAIRS, VMM_END);
    check_end(&text, VMM_KEY_PAIRS, VMM_END);
}

TEST(pairs_within_the_value_of_a_line)
{
    struct vmm_text text = vmm_text_of(TEXT("anon N0=4096 N1=0\nfile N0=1 N1=2\n"));
    struct vmm_key_value row;
    struct vmm_text value;

    assert_int_equal(vmm_key_next(&text, VMM_KEY_LINES, &row, sizeof row), VMM_OK);
    assert_true(is(row.key, "anon"));
    value = vmm_text_of(row.value.start, row.value.length);
    check_next(&value, VMM_KEY_PAIRS, "N0", "4096");
    check_next(&value, VMM_KEY_PAIRS, "N1", "0");
    check_end(&value, VMM_KEY_PAIRS, VMM_END);
    check_next(&text, VMM_KEY_LINES, "file", "N0=1 N1=2");
}

/* Also values that are empty can be taken apart. */
TEST(pairs_of_an_empty_value)
{
    struct vmm_text text = vmm_text_of(TEXT("a\n"));
    struct vmm_key_value row;

    assert_int_equal(vmm_key_next(&text, VMM_KEY_LINES, &row, sizeof row), VMM_OK);
    assert_int_equal(row.value.length, 0);
    assert_non_null(row.value.start);
    text = vmm_text_of(row.value.start, row.value.length);
    check_end(&text, VMM_KEY_PAIRS, VMM_END);
}

TEST(pairs_without_a_key)
{
    static const char bytes[] = " =5 a=1 = b=2";
    struct vmm_text text = vmm_text_of(bytes, sizeof bytes - 1);
    struct vmm_key_value row;

    memset(&row, 0x5a, sizeof row);
    assert_int_equal(vmm_key_next(&text, VMM_KEY_PAIRS, &row, sizeof row), VMM_E_SYNTAX);
    assert_ptr_equal(text.error, bytes + 1);
    assert_ptr_equal(text.pos, bytes + 3);
    check_unset(&row);
    check_next(&text, VMM_KEY_PAIRS, "a", "1");
    assert_int_equal(vmm_key_next(&text, VMM_KEY_PAIRS, &row, sizeof row), VMM_E_SYNTAX);
    assert_ptr_equal(text.error, bytes + 8);
    check_unset(&row);
    check_next(&text, VMM_KEY_PAIRS, "b", "2");
    check_end(&text, VMM_KEY_PAIRS, VMM_END);
}

/* ---- JSON ---- */

/* As the header shows it: a member by its path, level by level. */
TEST(a_path)
{
    struct vmm_text line =
        vmm_text_of(TEXT("{\"a\":1,\"vsock\":{\"rx_bytes_count\":12,\"tx_bytes_count\":34},\"b\":{}}"));
    struct vmm_key_value group, member;
    uint64_t rx_bytes = 0;
    unsigned groups = 0;

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
TEST(depth_of_json)
{
    for (size_t depth = 60; depth < 70; depth++) {
        struct builder builder = {NULL, 0, 0};
        struct vmm_text text;
        struct vmm_key_value row;

        builder_print(&builder, "{\"x\":");
        for (size_t i = 1; i < depth; i++)
            builder_print(&builder, "[");
        for (size_t i = 1; i < depth; i++)
            builder_print(&builder, "]");
        builder_print(&builder, "}");
        text = vmm_text_of(builder.bytes, builder.length);
        assert_int_equal(vmm_key_next(&text, VMM_KEY_JSON, &row, sizeof row), depth <= 64 ? VMM_OK : VMM_E_SYNTAX);
        builder_free(&builder);
    }
}

/* The counter of a virtual CPU in QEMU's answer to `query-stats`, level by level; unknown if there is none. */
static uint64_t counter_of_cpu(const char *sample_name, unsigned number, const char *counter)
{
    struct sample sample = sample_load(sample_name);
    struct vmm_text answer = vmm_text_of(sample.bytes, sample.length);
    struct vmm_key_value member, element, inner, row, word;
    uint64_t found = VMM_UNKNOWN;

    while (vmm_key_next(&answer, VMM_KEY_JSON, &member, sizeof member) == VMM_OK) {
        struct vmm_text cpus = vmm_text_of(member.value.start, member.value.length);

        assert_true(is(member.key, "return"));
        for (unsigned cpu = 0; vmm_key_next(&cpus, VMM_KEY_JSON_ARRAY, &element, sizeof element) == VMM_OK; cpu++) {
            struct vmm_text object = vmm_text_of(element.value.start, element.value.length);

            assert_int_equal(element.key.length, 0);
            assert_ptr_equal(element.key.start, element.value.start);
            while (vmm_key_next(&object, VMM_KEY_JSON, &inner, sizeof inner) == VMM_OK) {
                struct vmm_text list = vmm_text_of(inner.value.start, inner.value.length);

                if (cpu != number || !is(inner.key, "stats"))
                    continue;
                while (vmm_key_next(&list, VMM_KEY_JSON_ARRAY, &row, sizeof row) == VMM_OK) {
                    struct vmm_text pair = vmm_text_of(row.value.start, row.value.length);
                    bool is_named = false;

                    while (vmm_key_next(&pair, VMM_KEY_JSON, &word, sizeof word) == VMM_OK) {
                        struct vmm_text value = vmm_text_of(word.value.start, word.value.length);

                        if (is(word.key, "name"))
                            is_named = word.value.length == strlen(counter) + 2 &&
                                       memcmp(word.value.start + 1, counter, strlen(counter)) == 0;
                        else if (is_named)
                            assert_int_equal(vmm_value_parse(&value, VMM_VALUE_NUMBER, &found), VMM_OK);
                    }
                }
                assert_null(list.error);
                assert_ptr_equal(list.pos, list.end);
            }
        }
        assert_null(cpus.error);
    }
    assert_ptr_equal(answer.pos, answer.end);
    sample_free(&sample);
    return found;
}

TEST(arrays_in_objects)
{
    assert_int_equal(counter_of_cpu("qemu-stats/qemu-7.2-vcpu", 0, "exits"), 6691);
    assert_int_equal(counter_of_cpu("qemu-stats/qemu-7.2-vcpu", 0, "halt_exits"), 759);
    assert_int_equal(counter_of_cpu("qemu-stats/qemu-7.2-vcpu-before", 0, "exits"), 6414);
    assert_int_equal(counter_of_cpu("qemu-stats/qemu-7.2-vcpu", 1, "exits"), 27426);
    assert_int_equal(counter_of_cpu("qemu-stats/qemu-7.2-vcpu", 2, "exits"), VMM_UNKNOWN);
    assert_int_equal(counter_of_cpu("qemu-stats/qemu-7.2-vm", 0, "remote_tlb_flush_requests"), 8);
}

/* The array at hand is the first of 64 levels, and each level is read by a call of its own. */
TEST(depth_of_arrays)
{
    for (size_t depth = 60; depth < 70; depth++) {
        struct builder builder = {NULL, 0, 0};
        struct vmm_text text;
        struct vmm_key_value row;

        for (size_t i = 0; i < depth; i++)
            builder_print(&builder, "[");
        for (size_t i = 0; i < depth; i++)
            builder_print(&builder, "]");
        text = vmm_text_of(builder.bytes, builder.length);
        for (size_t left = depth; left > 1 && depth <= 64; left--) {
            assert_int_equal(vmm_key_next(&text, VMM_KEY_JSON_ARRAY, &row, sizeof row), VMM_OK);
            assert_int_equal(row.value.length, 2 * (left - 1));
            text = vmm_text_of(row.value.start, row.value.length);
        }
        assert_int_equal(vmm_key_next(&text, VMM_KEY_JSON_ARRAY, &row, sizeof row),
                         depth <= 64 ? VMM_END : VMM_E_SYNTAX);
        builder_free(&builder);
    }
}

/* ---- all ---- */

TEST(arguments)
{
    static const char bytes[] = "a b\n";
    static const uint32_t none[] = {0, VMM_KEY_JSON_ARRAY + 1, UINT32_MAX};
    struct vmm_text text = vmm_text_of(bytes, 4);
    struct vmm_key_value row;

    assert_int_equal(vmm_key_next(&text, VMM_KEY_LINES, NULL, sizeof row), VMM_E_ARGUMENT);
    /* So a loop over rows ends. */
    assert_ptr_equal(text.pos, text.end);
    assert_int_equal(vmm_key_next(&text, VMM_KEY_LINES, NULL, sizeof row), VMM_END);
    for (size_t size = 0; size < sizeof row; size++) {
        struct vmm_key_value untouched, small;

        memset(&untouched, 0x5a, sizeof untouched);
        memset(&small, 0x5a, sizeof small);
        text = vmm_text_of(bytes, 4);
        assert_int_equal(vmm_key_next(&text, VMM_KEY_LINES, &small, size), VMM_E_ARGUMENT);
        assert_ptr_equal(text.pos, text.end);
        assert_memory_equal(&small, &untouched, sizeof small);
    }
    memset(&row, 0x5a, sizeof row);
    assert_int_equal(vmm_key_next(NULL, VMM_KEY_LINES, &row, sizeof row), VMM_END);
    check_unset(&row);
    for (size_t i = 0; i < COUNT_OF(none); i++) {
        text = vmm_text_of(bytes, 4);
        memset(&row, 0x5a, sizeof row);
        assert_int_equal(vmm_key_next(&text, (enum vmm_key_form)none[i], &row, sizeof row), VMM_E_ARGUMENT);
        check_unset(&row);
        assert_ptr_equal(text.pos, text.end);
        assert_int_equal(vmm_key_next(&text, (enum vmm_key_form)none[i], &row, sizeof row), VMM_END);
    }
    text.pos = text.end + 1;
    memset(&row, 0x5a, sizeof row);
    assert_int_equal(vmm_key_next(&text, VMM_KEY_LINES, &row, sizeof row), VMM_E_ARGUMENT);
    check_unset(&row);
    text.pos = NULL;
    assert_int_equal(vmm_key_next(&text, VMM_KEY_PAIRS, &row, sizeof row), VMM_E_ARGUMENT);
}

/* base.h: NULL after any call that found no wrong byte. */
TEST(arguments_leave_no_old_error)
{
    static const char bytes[] = "a b\n";
    struct vmm_text text = vmm_text_of(bytes, 4);
    struct vmm_key_value row;

    text.error = bytes;
    assert_int_equal(vmm_key_next(&text, 0, &row, sizeof row), VMM_E_ARGUMENT);
    assert_null(text.error);
    text = vmm_text_of(bytes, 4);
    text.error = bytes;
    assert_int_equal(vmm_key_next(&text, VMM_KEY_LINES, NULL, sizeof row), VMM_E_ARGUMENT);
    assert_null(text.error);
    text = vmm_text_of(bytes, 4);
    text.error = bytes;
    assert_int_equal(vmm_key_next(&text, VMM_KEY_LINES, &row, sizeof row - 1), VMM_E_ARGUMENT);
    assert_null(text.error);
}

TEST(nothing_is_written_after_a_row)
{
    struct vmm_key_value rows[2], untouched;
    struct vmm_text text = vmm_text_of(TEXT("a b\n"));

    memset(rows, 0x5a, sizeof rows);
    memset(&untouched, 0x5a, sizeof untouched);
    assert_int_equal(vmm_key_next(&text, VMM_KEY_LINES, rows, sizeof rows[0]), VMM_OK);
    assert_true(is(rows[0].key, "a"));
    assert_memory_equal(&rows[1], &untouched, sizeof untouched);
}

/* ---- pairs of lines ---- */

/* The names of /proc/net/netstat with their values, as the header shows it. */
static uint64_t paired_value(const char *sample_name, const char *of_section, const char *of_name)
{
    struct sample sample = sample_load(sample_name);
    struct vmm_text text = vmm_text_of(sample.bytes, sample.length);
    struct vmm_key_value lines, section, name, value;
    uint64_t found = VMM_UNKNOWN;

    while (vmm_key_next(&text, VMM_KEY_PAIRED_LINES, &lines, sizeof lines) == VMM_OK) {
        struct vmm_text names = vmm_text_of(lines.key.start, lines.key.length);
        struct vmm_text values = vmm_text_of(lines.value.start, lines.value.length);

        assert_int_equal(vmm_key_next(&names, VMM_KEY_PAIRS, &section, sizeof section), VMM_OK);
        assert_int_equal(vmm_key_next(&values, VMM_KEY_PAIRS, &value, sizeof value), VMM_OK);
        assert_true(section.key.length == value.key.length &&
                    memcmp(section.key.start, value.key.start, value.key.length) == 0);
        while (vmm_key_next(&names, VMM_KEY_PAIRS, &name, sizeof name) == VMM_OK &&
               vmm_key_next(&values, VMM_KEY_PAIRS, &value, sizeof value) == VMM_OK) {
            struct vmm_text number = vmm_text_of(value.key.start, value.key.length);

            if (is(section.key, of_section) && is(name.key, of_name))
                assert_int_equal(vmm_value_parse(&number, VMM_VALUE_NUMBER, &found), VMM_OK);
        }
    }
    sample_free(&sample);
    return found;
}

/* Names that no record has are there too. */
TEST(names_of_netstat_and_snmp)
{
    static const char netstat[] = "proc-net-netstat/linux-6.18-x86_64-firecracker";
    static const char snmp[] = "proc-net-snmp/linux-6.18-x86_64-firecracker";

    assert_int_equal(paired_value(netstat, "TcpExt:", "TCPAutoCorking"), 2199);
    assert_int_equal(paired_value(netstat, "IpExt:", "ReasmOverlaps"), 0);
    assert_int_equal(paired_value(netstat, "MPTcpExt:", "WinProbe"), 0);
    assert_int_equal(paired_value(snmp, "Tcp:", "RtoMax"), 120000);
    /* The only number that may be negative. */
    assert_int_equal(paired_value(snmp, "Tcp:", "MaxConn"), VMM_UNKNOWN);
}

/* A pair that is not one costs itself alone. */
TEST(a_line_of_names_without_values)
{
    struct vmm_text text = vmm_text_of(TEXT("Tcp: a b\nUdp: c\nUdp: 1\nIp: d\nIp: 2 3\n"));
    struct vmm_key_value row;

    assert_int_equal(vmm_key_next(&text, VMM_KEY_PAIRED_LINES, &row, sizeof row), VMM_E_SYNTAX);
    check_next(&text, VMM_KEY_PAIRED_LINES, "Udp: c", "Udp: 1");
    check_next(&text, VMM_KEY_PAIRED_LINES, "Ip: d", "Ip: 2 3");
    check_end(&text, VMM_KEY_PAIRED_LINES, VMM_END);
}
