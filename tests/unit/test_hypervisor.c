/* Lines of Firecracker's metrics. */
#include "../reference/hypervisor.h"
#include "support_json.h"

#include <string.h>

static vmm_status parse(struct vmm_text *text, void *out, size_t out_size)
{
    return vmm_hypervisor_parse(text, out, out_size);
}

static struct outcome expect(const char *bytes, size_t length, uint64_t *words)
{
    struct outcome outcome = {VMM_END, length, NOWHERE};
    size_t pos = 0, end;

    reference_unknown(words, sizeof(struct vmm_hypervisor));
    json_space(bytes, length, &pos);
    if (pos == length)
        return outcome;
    for (end = pos; end < length && bytes[end] != '\n';)
        end++;
    return json_expect(hypervisor_keys, COUNT_OF(hypervisor_keys), bytes, pos, end, length, words,
                       sizeof(struct vmm_hypervisor));
}

static const struct old_format format = {parse, expect, VMM_RECORD_HYPERVISOR, sizeof(struct vmm_hypervisor)};

static struct vmm_hypervisor parsed(const char *bytes, size_t length, vmm_status status)
{
    struct vmm_text text = vmm_text_of(bytes, length);
    struct vmm_hypervisor line;

    memset(&line, 0x5a, sizeof line);
    assert_int_equal(vmm_hypervisor_parse(&text, &line, sizeof line), status);
    assert_int_equal(line.size, sizeof line);
    return line;
}

static struct vmm_hypervisor the_sample(const char *name)
{
    struct sample sample = sample_load(name);
    struct vmm_hypervisor line = parsed(sample.bytes, sample.length, VMM_OK);

    sample_free(&sample);
    return line;
}

/* ---- samples ---- */

static void test_every_member_has_a_key(void **state)
{
    (void)state;
    assert_int_equal(COUNT_OF(hypervisor_keys), sizeof(struct vmm_hypervisor) / 8 - 1);
    for (size_t i = 0; i < COUNT_OF(hypervisor_keys); i++)
        assert_int_equal(hypervisor_keys[i].offset, 8 + 8 * i);
}

static void test_every_sample_in_every_way(void **state)
{
    const char *const *name = sample_names("firecracker-metrics");

    (void)state;
    for (; *name != NULL; name++) {
        struct sample sample = sample_load(*name);
        struct arena arena = arena_new(sample.length);
        struct lines lines = lines_of(sample.bytes, sample.length);

        check_text(&format, &arena, sample.bytes, sample.length);
        check_input_is_read_only(&format, sample.bytes, sample.length);
        check_json_edits(&format, sample.bytes, sample.length, 1000);
        for (size_t i = 0; i < lines.count; i++) {
            check_json_unknown_members(&format, lines.start[i], lines.length[i]);
            check_json_order_and_space(&format, lines.start[i], lines.length[i], 20);
        }
        lines_free(&lines);
        arena_free(&arena);
        sample_free(&sample);
    }
}

static void test_every_sample_cut_at_every_length(void **state)
{
    const char *const *name = sample_names("firecracker-metrics");

    (void)state;
    for (; *name != NULL; name++) {
        struct sample sample = sample_load(*name);
        struct lines lines = lines_of(sample.bytes, sample.length);

        for (size_t i = 0; i < lines.count; i++) {
            /* Without the brace and the newline it was cut. */
            check_every_cut(&format, lines.start[i], lines.length[i]);
            for (size_t length = 1; length < lines.length[i] - 1; length += chance_step()) {
                struct vmm_text text = vmm_text_of(lines.start[i], length);
                struct vmm_hypervisor line;

                assert_int_equal(vmm_hypervisor_parse(&text, &line, sizeof line), VMM_E_TRUNCATED);
                assert_ptr_equal(text.error, lines.start[i] + length);
            }
        }
        lines_free(&lines);
        sample_free(&sample);
    }
}

/* KERNEL-NOTES C: groups and keys come and go between versions. */
static void test_versions(void **state)
{
    struct vmm_hypervisor line = the_sample("firecracker-metrics/firecracker-1.4-without-devices");

    (void)state;
    assert_int_equal(line.utc_timestamp_ms, 1795695573123);
    check_unknown_number(line.block_read_agg_sum_usec);
    check_unknown_number(line.vcpu_exit_io_in_agg_min_usec);
    check_unknown_number(line.vcpu_kvmclock_ctrl_fails);
    check_unknown_number(line.balloon_free_page_report_freed_bytes);
    assert_int_equal(line.signals_sigpipe, 2);
    line = the_sample("firecracker-metrics/firecracker-1.7-vhost-user");
    assert_true(line.block_read_agg_sum_usec < VMM_UNLIMITED && line.vcpu_exit_io_in_agg_min_usec != 0);
    check_unknown_number(line.balloon_free_page_report_freed_bytes);
    line = the_sample("firecracker-metrics/firecracker-1.17-id-and-properties");
    for (size_t i = 0; i < COUNT_OF(hypervisor_keys); i++) {
        uint64_t value;

        memcpy(&value, (const char *)&line + hypervisor_keys[i].offset, sizeof value);
        assert_true(value < VMM_UNLIMITED);
    }
}

/* KERNEL-NOTES A46 and C: the values of a line are increments, but for times; the description says which. */
static void test_kinds(void **state)
{
    struct vmm_field field;
    unsigned increments = 0, gauges = 0;

    (void)state;
    for (uint32_t i = 0; field_of(VMM_RECORD_HYPERVISOR, i, &field); i++) {
        bool is_level = strstr(field.name, "_min_usec") != NULL || strstr(field.name, "_max_usec") != NULL ||
                        strstr(field.name, "snapshot_usec") != NULL || strstr(field.name, "_vm_usec") != NULL ||
                        strncmp(field.name, "process_", 8) == 0 || strcmp(field.name, "utc_timestamp_ms") == 0 ||
                        strcmp(field.name, "seccomp_num_faults") == 0 || strcmp(field.name, "vmm_panic_count") == 0 ||
                        (strncmp(field.name, "signals_", 8) == 0 && strcmp(field.name, "signals_sigpipe") != 0);

        assert_int_equal(field.kind, is_level ? VMM_KIND_GAUGE : VMM_KIND_INCREMENT);
        assert_int_equal(field.width, VMM_WIDTH_NONE);
        increments += field.kind == VMM_KIND_INCREMENT;
        gauges += field.kind == VMM_KIND_GAUGE;
    }
    assert_int_equal(increments + gauges, COUNT_OF(hypervisor_keys));
    assert_true(increments > 40 && gauges > 20);
}

/* KERNEL-NOTES C: `block` and `net` are sums already, and devices are not added to them. */
static void test_devices_do_not_reach_the_sums(void **state)
{
    struct vmm_hypervisor line = parsed(TEXT("{\"block_a\":{\"read_bytes\":1},\"block\":{\"read_bytes\":3},"
                                             "\"block_b\":{\"read_bytes\":2},\"net_a\":{\"rx_bytes_count\":5}}\n"),
                                        VMM_OK);

    (void)state;
    assert_int_equal(line.block_read_bytes, 3);
    check_unknown_number(line.net_rx_bytes);
}

/* ---- lines ---- */

static void test_lines(void **state)
{
    struct sample sample = sample_load("firecracker-metrics/firecracker-1.17-two-lines");
    struct vmm_text text = vmm_text_of(sample.bytes, sample.length);
    struct vmm_hypervisor line;

    (void)state;
    assert_int_equal(vmm_hypervisor_parse(&text, &line, sizeof line), VMM_OK);
    assert_int_equal(line.utc_timestamp_ms, 1795695573123);
    assert_int_equal(text.pos[-1], '\n');
    assert_int_equal(vmm_hypervisor_parse(&text, &line, sizeof line), VMM_OK);
    assert_int_equal(line.utc_timestamp_ms, 1795695633123);
    assert_ptr_equal(text.pos, text.end);
    assert_int_equal(vmm_hypervisor_parse(&text, &line, sizeof line), VMM_END);
    check_unknown(VMM_RECORD_HYPERVISOR, &line);
    sample_free(&sample);
}

/* A line that was cut, and one that is wrong, cost only themselves. */
static void test_a_bad_line_costs_itself(void **state)
{
    static const char bytes[] = "{\"utc_timestamp_ms\":1}\n"
                                "{\"utc_timestamp_ms\":2,\"net\":{\"rx_by\n"
                                "\r\n"
                                "{\"utc_timestamp_ms\":3}\n"
                                "{\"utc_timestamp_ms\":\"4\"}\n"
                                "{\"utc_timestamp_ms\":5} 5\n"
                                "{\"utc_timestamp_ms\":\n6}\n"
                                "{\"utc_timestamp_ms\":7}";
    static const struct {
        vmm_status status;
        uint64_t timestamp;
        char error;
    } wanted[] = {{VMM_OK, 1, 0},
                  {VMM_E_SYNTAX, VMM_UNKNOWN, '\n'},
                  {VMM_OK, 3, 0},
                  {VMM_E_SYNTAX, VMM_UNKNOWN, '"'},
                  {VMM_E_SYNTAX, VMM_UNKNOWN, '5'},
                  {VMM_E_SYNTAX, VMM_UNKNOWN, '\n'},
                  {VMM_E_SYNTAX, VMM_UNKNOWN, '6'},
                  {VMM_OK, 7, 0},
                  {VMM_END, VMM_UNKNOWN, 0}};
    struct vmm_text text = vmm_text_of(TEXT(bytes));
    struct arena arena = arena_new(sizeof bytes);

    (void)state;
    for (size_t i = 0; i < COUNT_OF(wanted); i++) {
        struct vmm_hypervisor line;

        check_text(&format, &arena, text.pos, (size_t)(text.end - text.pos));
        assert_int_equal(vmm_hypervisor_parse(&text, &line, sizeof line), wanted[i].status);
        assert_int_equal(line.utc_timestamp_ms, wanted[i].timestamp);
        if (wanted[i].error != 0)
            assert_int_equal(*text.error, wanted[i].error);
        else
            assert_null(text.error);
    }
    arena_free(&arena);
}

static void test_lines_without_a_known_key(void **state)
{
    (void)state;
    check_string(&format, "{}\n");
    check_string(&format, "{\"uart\":{\"read_count\":1},\"net\":{}}\n{\"utc_timestamp_ms\":1}\n");
    check_string(&format, "\n\n");
    check_string(&format, "null\n");
    parsed(TEXT("{\"net\":{}}"), VMM_E_EMPTY);
}

static void test_groups_that_are_none(void **state)
{
    (void)state;
    assert_int_equal(parsed(TEXT("{\"net\":null,\"utc_timestamp_ms\":1}"), VMM_OK).utc_timestamp_ms, 1);
    parsed(TEXT("{\"net\":1,\"utc_timestamp_ms\":1}"), VMM_E_SYNTAX);
    parsed(TEXT("{\"vcpu\":{\"exit_io_in_agg\":[]}}"), VMM_E_SYNTAX);
    check_string(&format, "{\"vcpu\":{\"exit_io_in_agg\":{\"min_us\":{}}}}\n");
}

/* ---- the call ---- */

static void test_depth(void **state)
{
    (void)state;
    for (size_t depth = 60; depth < 70; depth++) {
        struct builder builder = {NULL, 0, 0};
        struct vmm_hypervisor out;
        struct vmm_text text;

        builder_print(&builder, "{\"utc_timestamp_ms\":1,\"x\":");
        for (size_t i = 1; i < depth; i++)
            builder_print(&builder, "[");
        for (size_t i = 1; i < depth; i++)
            builder_print(&builder, "]");
        builder_print(&builder, "}\n");
        text = vmm_text_of(builder.bytes, builder.length);
        assert_int_equal(vmm_hypervisor_parse(&text, &out, sizeof out), depth <= 64 ? VMM_OK : VMM_E_SYNTAX);
        builder_free(&builder);
    }
}

static void test_outputs_of_every_size(void **state)
{
    struct sample sample = sample_load("firecracker-metrics/firecracker-1.7-vhost-user");

    (void)state;
    check_every_size(&format, sample.bytes, sample.length, VMM_OK);
    check_every_size(&format, sample.bytes, sample.length - 2, VMM_E_TRUNCATED);
    check_every_size(&format, TEXT("{}"), VMM_E_EMPTY);
    check_every_size(&format, TEXT("\n"), VMM_END);
    check_every_size(&format, TEXT("{\"utc_timestamp_ms\":1,\"signals\":{\"sigill\":x}}"), VMM_E_SYNTAX);
    sample_free(&sample);
}

static void test_arguments(void **state)
{
    (void)state;
    check_arguments(&format, TEXT("{\"utc_timestamp_ms\":1}\n"));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_member_has_a_key),
        cmocka_unit_test(test_every_sample_in_every_way),
        cmocka_unit_test(test_every_sample_cut_at_every_length),
        cmocka_unit_test(test_versions),
        cmocka_unit_test(test_kinds),
        cmocka_unit_test(test_devices_do_not_reach_the_sums),
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_a_bad_line_costs_itself),
        cmocka_unit_test(test_lines_without_a_known_key),
        cmocka_unit_test(test_groups_that_are_none),
        cmocka_unit_test(test_depth),
        cmocka_unit_test(test_outputs_of_every_size),
        cmocka_unit_test(test_arguments),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
