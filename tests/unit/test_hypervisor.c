/* SPDX-License-Identifier: MIT */
/* Lines of Firecracker's metrics. */
#include "test.h"

#include <stdio.h>
#include <string.h>

static struct vmm_firecracker parsed(const char *bytes, size_t length, vmm_status status)
{
    struct vmm_text text = vmm_text_of(bytes, length);
    struct vmm_firecracker line;

    memset(&line, 0x5a, sizeof line);
    assert_int_equal(vmm_firecracker_next(&text, &line, sizeof line), status);
    assert_int_equal(line.size, sizeof line);
    return line;
}

static struct vmm_firecracker the_sample(const char *name)
{
    struct sample sample = sample_load(name);
    struct vmm_firecracker line = parsed(sample.bytes, sample.length, VMM_OK);

    sample_free(&sample);
    return line;
}

/* ---- samples ---- */

/* Groups and keys come and go between versions. */
TEST(versions)
{
    struct vmm_firecracker line = the_sample("firecracker-metrics/firecracker-1.4-without-devices");

    assert_int_equal(line.utc_timestamp_ms, 1795695573123);
    check_unknown_number(line.block_read_agg_sum_usec);
    check_unknown_number(line.vcpu_exit_io_in_agg_min_usec);
    check_unknown_number(line.vcpu_kvmclock_ctrl_fails);
    check_unknown_number(line.balloon_free_page_report_freed_bytes);
    assert_int_equal(line.signals_sigpipe, 2);
    line = the_sample("firecracker-metrics/firecracker-1.7-vhost-user");
    assert_true(line.block_read_agg_sum_usec < VMM_UNLIMITED && line.vcpu_exit_io_in_agg_min_usec != 0);
    check_unknown_number(line.balloon_free_page_report_freed_bytes);
    check_unknown_number(line.memory_hotplug_plug_count);
    check_unknown_number(line.pmem_activate_fails);
    check_unknown_number(line.interrupts_triggers);
    assert_true(vmm_is_known(line.block_remaining_reqs_count) && vmm_is_known(line.vsock_conns_added));
    line = the_sample("firecracker-metrics/firecracker-1.10-aarch64");
    assert_true(vmm_is_known(line.entropy_bytes) && !vmm_is_known(line.logger_rate_limited_log_count));
}

/* A real machine's 24 packets each way, of which its TAP device counted 6,692 bytes; and lines of the others. */
TEST(captured)
{
    static const char *const others[] = {"firecracker-1.17-jailed", "firecracker-1.17-before-restore",
                                         "firecracker-1.17-restored"};
    struct sample sample = sample_load("firecracker-metrics/firecracker-1.17-plain");
    struct vmm_text text = vmm_text_of(sample.bytes, sample.length);
    struct vmm_firecracker line;

    assert_int_equal(vmm_firecracker_next(&text, &line, sizeof line), VMM_OK);
    assert_int_equal(vmm_firecracker_next(&text, &line, sizeof line), VMM_OK);
    assert_int_equal(line.utc_timestamp_ms, 1795978906496);
    assert_int_equal(line.net_rx_bytes, 6980);
    assert_int_equal(line.net_rx_packets, 24);
    assert_int_equal(line.net_rx_bytes - line.mmds_tx_bytes - 12 * line.net_rx_packets, 6692);
    assert_int_equal(line.net_tx_bytes - 12 * line.net_tx_packets, 6692);
    assert_int_equal(line.logger_missed_metrics_count, 0);
    /* Each group counted something that its device did. */
    assert_int_equal(line.net_rx_count, 24);
    assert_int_equal(line.net_tx_queue_event_count, 25);
    assert_int_equal(line.block_queue_event_count, 78);
    assert_int_equal(line.block_rate_limiter_throttled_events, 36);
    assert_int_equal(line.block_rate_limiter_event_count, 27);
    assert_int_equal(line.block_remaining_reqs_count, 45327);
    assert_int_equal(line.balloon_free_page_report_count, 60);
    assert_int_equal(line.balloon_free_page_hint_count, 31);
    assert_int_equal(line.vsock_tx_queue_event_count, 1);
    assert_int_equal(line.entropy_event_count, 42);
    assert_int_equal(line.entropy_bytes, 2688);
    assert_int_equal(line.pmem_queue_event_count, 2);
    assert_int_equal(line.interrupts_triggers, 313);
    assert_int_equal(line.memory_hotplug_plug_count, 1);
    assert_int_equal(line.memory_hotplug_plug_bytes, 64 << 20);
    assert_int_equal(line.memory_hotplug_plug_agg_min_usec, 9122);
    assert_int_equal(line.memory_hotplug_plug_agg_sum_usec, 9122);
    assert_int_equal(line.memory_hotplug_state_count, 0);
    sample_free(&sample);
    for (size_t i = 0; i < COUNT_OF(others); i++) {
        char name[64];

        snprintf(name, sizeof name, "firecracker-metrics/%s", others[i]);
        line = the_sample(name);
        assert_int_equal(known_members(VMM_RECORD_FIRECRACKER, &line), sizeof line / 8 - 2);
    }
}

/* The values of a line are increments, but for times; the description says which. */
TEST(kinds)
{
    struct vmm_member_info field;
    unsigned increments = 0, gauges = 0;

    for (uint32_t i = 0; field_of(VMM_RECORD_FIRECRACKER, i, &field); i++) {
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
    assert_true(increments > 40 && gauges > 20);
}

/* `block` and `net` are sums already, and devices are not added to them. */
TEST(devices_do_not_reach_the_sums)
{
    struct vmm_firecracker line = parsed(TEXT("{\"block_a\":{\"read_bytes\":1},\"block\":{\"read_bytes\":3},"
                                              "\"block_b\":{\"read_bytes\":2},\"net_a\":{\"rx_bytes_count\":5}}\n"),
                                         VMM_OK);

    assert_int_equal(line.block_read_bytes, 3);
    check_unknown_number(line.net_rx_bytes);
}

/* ---- lines ---- */

TEST(lines)
{
    struct sample sample = sample_load("firecracker-metrics/firecracker-1.17-two-lines");
    struct vmm_text text = vmm_text_of(sample.bytes, sample.length);
    struct vmm_firecracker line;

    assert_int_equal(vmm_firecracker_next(&text, &line, sizeof line), VMM_OK);
    assert_int_equal(line.utc_timestamp_ms, 1795695573123);
    assert_int_equal(text.pos[-1], '\n');
    assert_int_equal(vmm_firecracker_next(&text, &line, sizeof line), VMM_OK);
    assert_int_equal(line.utc_timestamp_ms, 1795695633123);
    assert_ptr_equal(text.pos, text.end);
    assert_int_equal(vmm_firecracker_next(&text, &line, sizeof line), VMM_END);
    check_unknown(VMM_RECORD_FIRECRACKER, &line);
    sample_free(&sample);
}

/* A line that was cut, and one that is wrong, cost only themselves. */
TEST(a_bad_line_costs_itself)
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

    for (size_t i = 0; i < COUNT_OF(wanted); i++) {
        struct vmm_firecracker line;

        assert_int_equal(vmm_firecracker_next(&text, &line, sizeof line), wanted[i].status);
        assert_int_equal(line.utc_timestamp_ms, wanted[i].timestamp);
        if (wanted[i].error != 0)
            assert_int_equal(*text.error, wanted[i].error);
        else
            assert_null(text.error);
    }
}

TEST(groups_that_are_none)
{
    assert_int_equal(parsed(TEXT("{\"net\":null,\"utc_timestamp_ms\":1}"), VMM_OK).utc_timestamp_ms, 1);
    parsed(TEXT("{\"net\":1,\"utc_timestamp_ms\":1}"), VMM_E_SYNTAX);
    parsed(TEXT("{\"vcpu\":{\"exit_io_in_agg\":[]}}"), VMM_E_SYNTAX);
}

/* ---- the call ---- */

TEST(depth)
{
    for (size_t depth = 60; depth < 70; depth++) {
        struct builder builder = {NULL, 0, 0};
        struct vmm_firecracker out;
        struct vmm_text text;

        builder_print(&builder, "{\"utc_timestamp_ms\":1,\"x\":");
        for (size_t i = 1; i < depth; i++)
            builder_print(&builder, "[");
        for (size_t i = 1; i < depth; i++)
            builder_print(&builder, "]");
        builder_print(&builder, "}\n");
        text = vmm_text_of(builder.bytes, builder.length);
        assert_int_equal(vmm_firecracker_next(&text, &out, sizeof out), depth <= 64 ? VMM_OK : VMM_E_SYNTAX);
        builder_free(&builder);
    }
}
