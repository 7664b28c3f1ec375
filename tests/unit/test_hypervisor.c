/* Lines of Firecracker's metrics. */
#include "support_json.h"

#include <string.h>

#define AT(member) offsetof(struct vmm_hypervisor, member)

static const struct json_key keys[] = {
    {"utc_timestamp_ms", AT(utc_timestamp_ms), 1},
    {"api_server.process_startup_time_us", AT(process_startup_time_usec), 1},
    {"api_server.process_startup_time_cpu_us", AT(process_startup_time_cpu_usec), 1},
    {"balloon.inflate_count", AT(balloon_inflate_count), 1},
    {"balloon.stats_updates_count", AT(balloon_stats_updates_count), 1},
    {"balloon.stats_update_fails", AT(balloon_stats_update_fails), 1},
    {"balloon.deflate_count", AT(balloon_deflate_count), 1},
    {"balloon.event_fails", AT(balloon_event_fails), 1},
    {"balloon.free_page_report_freed", AT(balloon_free_page_report_freed_bytes), 1},
    {"balloon.free_page_hint_freed", AT(balloon_free_page_hint_freed_bytes), 1},
    {"block.no_avail_buffer", AT(block_no_avail_buffer), 1},
    {"block.event_fails", AT(block_event_fails), 1},
    {"block.execute_fails", AT(block_execute_fails), 1},
    {"block.invalid_reqs_count", AT(block_invalid_reqs_count), 1},
    {"block.flush_count", AT(block_flush_count), 1},
    {"block.read_bytes", AT(block_read_bytes), 1},
    {"block.write_bytes", AT(block_write_bytes), 1},
    {"block.read_count", AT(block_read_count), 1},
    {"block.write_count", AT(block_write_count), 1},
    {"block.rate_limiter_throttled_events", AT(block_rate_limiter_throttled_events), 1},
    {"block.io_engine_throttled_events", AT(block_io_engine_throttled_events), 1},
    {"block.read_agg.sum_us", AT(block_read_agg_sum_usec), 1},
    {"block.write_agg.sum_us", AT(block_write_agg_sum_usec), 1},
    {"latencies_us.full_create_snapshot", AT(full_create_snapshot_usec), 1},
    {"latencies_us.diff_create_snapshot", AT(diff_create_snapshot_usec), 1},
    {"latencies_us.load_snapshot", AT(load_snapshot_usec), 1},
    {"latencies_us.pause_vm", AT(pause_vm_usec), 1},
    {"latencies_us.resume_vm", AT(resume_vm_usec), 1},
    {"latencies_us.vmm_full_create_snapshot", AT(vmm_full_create_snapshot_usec), 1},
    {"latencies_us.vmm_diff_create_snapshot", AT(vmm_diff_create_snapshot_usec), 1},
    {"latencies_us.vmm_load_snapshot", AT(vmm_load_snapshot_usec), 1},
    {"latencies_us.vmm_pause_vm", AT(vmm_pause_vm_usec), 1},
    {"latencies_us.vmm_resume_vm", AT(vmm_resume_vm_usec), 1},
    {"logger.missed_metrics_count", AT(logger_missed_metrics_count), 1},
    {"logger.metrics_fails", AT(logger_metrics_fails), 1},
    {"logger.missed_log_count", AT(logger_missed_log_count), 1},
    {"net.no_rx_avail_buffer", AT(net_no_rx_avail_buffer), 1},
    {"net.no_tx_avail_buffer", AT(net_no_tx_avail_buffer), 1},
    {"net.event_fails", AT(net_event_fails), 1},
    {"net.rx_rate_limiter_throttled", AT(net_rx_rate_limiter_throttled), 1},
    {"net.rx_bytes_count", AT(net_rx_bytes), 1},
    {"net.rx_packets_count", AT(net_rx_packets), 1},
    {"net.rx_fails", AT(net_rx_fails), 1},
    {"net.tap_read_fails", AT(net_tap_read_fails), 1},
    {"net.tap_write_fails", AT(net_tap_write_fails), 1},
    {"net.tx_bytes_count", AT(net_tx_bytes), 1},
    {"net.tx_malformed_frames", AT(net_tx_malformed_frames), 1},
    {"net.tx_fails", AT(net_tx_fails), 1},
    {"net.tx_packets_count", AT(net_tx_packets), 1},
    {"net.tx_rate_limiter_throttled", AT(net_tx_rate_limiter_throttled), 1},
    {"net.tx_spoofed_mac_count", AT(net_tx_spoofed_mac_count), 1},
    {"net.tap_write_agg.sum_us", AT(net_tap_write_agg_sum_usec), 1},
    {"seccomp.num_faults", AT(seccomp_num_faults), 1},
    {"vcpu.exit_io_in", AT(vcpu_exit_io_in), 1},
    {"vcpu.exit_io_out", AT(vcpu_exit_io_out), 1},
    {"vcpu.exit_mmio_read", AT(vcpu_exit_mmio_read), 1},
    {"vcpu.exit_mmio_write", AT(vcpu_exit_mmio_write), 1},
    {"vcpu.failures", AT(vcpu_failures), 1},
    {"vcpu.kvmclock_ctrl_fails", AT(vcpu_kvmclock_ctrl_fails), 1},
    {"vcpu.exit_io_in_agg.min_us", AT(vcpu_exit_io_in_agg_min_usec), 1},
    {"vcpu.exit_io_in_agg.max_us", AT(vcpu_exit_io_in_agg_max_usec), 1},
    {"vcpu.exit_io_in_agg.sum_us", AT(vcpu_exit_io_in_agg_sum_usec), 1},
    {"vcpu.exit_io_out_agg.min_us", AT(vcpu_exit_io_out_agg_min_usec), 1},
    {"vcpu.exit_io_out_agg.max_us", AT(vcpu_exit_io_out_agg_max_usec), 1},
    {"vcpu.exit_io_out_agg.sum_us", AT(vcpu_exit_io_out_agg_sum_usec), 1},
    {"vcpu.exit_mmio_read_agg.min_us", AT(vcpu_exit_mmio_read_agg_min_usec), 1},
    {"vcpu.exit_mmio_read_agg.max_us", AT(vcpu_exit_mmio_read_agg_max_usec), 1},
    {"vcpu.exit_mmio_read_agg.sum_us", AT(vcpu_exit_mmio_read_agg_sum_usec), 1},
    {"vcpu.exit_mmio_write_agg.min_us", AT(vcpu_exit_mmio_write_agg_min_usec), 1},
    {"vcpu.exit_mmio_write_agg.max_us", AT(vcpu_exit_mmio_write_agg_max_usec), 1},
    {"vcpu.exit_mmio_write_agg.sum_us", AT(vcpu_exit_mmio_write_agg_sum_usec), 1},
    {"vmm.panic_count", AT(vmm_panic_count), 1},
    {"signals.sigbus", AT(signals_sigbus), 1},
    {"signals.sigsegv", AT(signals_sigsegv), 1},
    {"signals.sigxfsz", AT(signals_sigxfsz), 1},
    {"signals.sigxcpu", AT(signals_sigxcpu), 1},
    {"signals.sigpipe", AT(signals_sigpipe), 1},
    {"signals.sighup", AT(signals_sighup), 1},
    {"signals.sigill", AT(signals_sigill), 1},
};

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
    return json_expect(keys, COUNT_OF(keys), bytes, pos, end, length, words, sizeof(struct vmm_hypervisor));
}

static const struct format format = {parse, expect, VMM_RECORD_HYPERVISOR, sizeof(struct vmm_hypervisor)};

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
    assert_int_equal(COUNT_OF(keys), sizeof(struct vmm_hypervisor) / 8 - 1);
    for (size_t i = 0; i < COUNT_OF(keys); i++)
        assert_int_equal(keys[i].offset, 8 + 8 * i);
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
            for (size_t length = 1; length < lines.length[i] - 1; length++) {
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
    for (size_t i = 0; i < COUNT_OF(keys); i++) {
        uint64_t value;

        memcpy(&value, (const char *)&line + keys[i].offset, sizeof value);
        assert_true(value < VMM_UNLIMITED);
    }
}

/* KERNEL-NOTES A46 and C: the values of a line are increments, but for times; the description says which. */
static void test_kinds(void **state)
{
    struct vmm_field field;
    unsigned increments = 0, gauges = 0;

    (void)state;
    for (uint32_t i = 0; vmm_field_at(VMM_RECORD_HYPERVISOR, i, &field, sizeof field) == VMM_OK; i++) {
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
    assert_int_equal(increments + gauges, COUNT_OF(keys));
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
        cmocka_unit_test(test_outputs_of_every_size),
        cmocka_unit_test(test_arguments),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
