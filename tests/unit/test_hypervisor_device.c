/* SPDX-License-Identifier: MIT */
/* Devices of Firecracker, Cloud Hypervisor and QEMU. */
#include "test.h"

#include <stdio.h>
#include <string.h>

static size_t rows_of(const char *bytes, size_t length, struct vmm_hypervisor_device *rows, size_t room)
{
    return read_rows_of(hypervisor_device_group.formats, bytes, length, rows, room);
}

static size_t sample_rows(const char *name, struct vmm_hypervisor_device *rows, size_t room)
{
    return read_rows(hypervisor_device_group.formats, name, rows, room);
}

/* ---- samples ---- */

/* Dynamic keys; `block` and `net` are sums of them and no devices. */
TEST(firecracker)
{
    struct vmm_hypervisor_device rows[8];

    assert_int_equal(sample_rows("firecracker-metrics/firecracker-1.7-vhost-user", rows, 8), 4);
    assert_string_equal(rows[0].name, "rootfs");
    assert_int_equal(rows[0].device_type, VMM_HYPERVISOR_DEVICE_FIRECRACKER_BLOCK);
    assert_string_equal(rows[1].name, "scratch");
    assert_string_equal(rows[2].name, "eth0");
    assert_int_equal(rows[2].device_type, VMM_HYPERVISOR_DEVICE_FIRECRACKER_NET);
    assert_string_equal(rows[3].name, "block_data");
    assert_int_equal(rows[3].device_type, VMM_HYPERVISOR_DEVICE_FIRECRACKER_VHOST_USER);
    assert_true(rows[0].read_agg_sum_usec < VMM_UNLIMITED && rows[2].tap_write_agg_max_usec < VMM_UNLIMITED);
    assert_true(rows[3].init_time_usec < VMM_UNLIMITED);
    check_unknown_number(rows[0].total_read_bytes);
    check_unknown_number(rows[0].increment_rx_bytes);
    check_unknown_number(rows[0].instance_id);
    assert_int_equal(sample_rows("firecracker-metrics/firecracker-1.4-without-devices", rows, 8), 0);
    /* Two lines: the devices of each, and VMM_END between. */
    assert_int_equal(sample_rows("firecracker-metrics/firecracker-1.17-two-lines", rows, 8), 6);
    assert_int_equal(sample_rows("firecracker-metrics/firecracker-1.10-aarch64", rows, 8), 1);
    assert_string_equal(rows[0].name, "1");
}

/* A real machine's drive, interface and pmem device, in the second of two lines. */
TEST(captured)
{
    struct vmm_hypervisor_device rows[8];

    assert_int_equal(sample_rows("firecracker-metrics/firecracker-1.17-plain", rows, 8), 6);
    assert_string_equal(rows[3].name, "data");
    assert_int_equal(rows[3].queue_event_count, 78);
    assert_int_equal(rows[3].rate_limiter_throttled_events, 36);
    assert_int_equal(rows[3].rate_limiter_event_count, 27);
    assert_int_equal(rows[3].remaining_reqs_count, 45327);
    assert_int_equal(rows[3].update_count, 0);
    assert_string_equal(rows[4].name, "net1");
    assert_int_equal(rows[4].rx_queue_event_count, 2);
    assert_int_equal(rows[4].rx_tap_event_count, 18);
    assert_int_equal(rows[4].rx_count, 24);
    assert_int_equal(rows[4].tx_count, 24);
    assert_int_equal(rows[4].tx_queue_event_count, 25);
    assert_int_equal(rows[4].tx_remaining_reqs_count, 0);
    check_unknown_number(rows[4].queue_event_count);
    assert_string_equal(rows[5].name, "p0");
    assert_int_equal(rows[5].device_type, VMM_HYPERVISOR_DEVICE_FIRECRACKER_PMEM);
    assert_int_equal(rows[5].queue_event_count, 2);
    assert_int_equal(rows[5].rate_limiter_throttled_events, 0);
    check_unknown_number(rows[5].increment_read_bytes);
}

TEST(the_devices_add_up_to_the_sums)
{
    struct sample sample = sample_load("firecracker-metrics/firecracker-1.7-vhost-user");
    struct vmm_text text = vmm_text_of(sample.bytes, sample.length);
    struct vmm_hypervisor_device rows[4];
    struct vmm_firecracker line;

    assert_int_equal(vmm_firecracker_next(&text, &line, sizeof line), VMM_OK);
    assert_int_equal(rows_of(sample.bytes, sample.length, rows, 4), 4);
    assert_int_equal(rows[0].increment_read_bytes + rows[1].increment_read_bytes, line.block_read_bytes);
    assert_int_equal(rows[0].read_agg_sum_usec + rows[1].read_agg_sum_usec, line.block_read_agg_sum_usec);
    assert_int_equal(rows[0].rate_limiter_throttled_events + rows[1].rate_limiter_throttled_events,
                     line.block_rate_limiter_throttled_events);
    assert_int_equal(rows[2].increment_tx_bytes, line.net_tx_bytes);
    sample_free(&sample);
}

TEST(cloud_hypervisor)
{
    struct vmm_hypervisor_device rows[4];

    assert_int_equal(sample_rows("cloud-hypervisor-counters/cloud-hypervisor-40", rows, 4), 3);
    assert_string_equal(rows[0].name, "_net2");
    assert_int_equal(rows[0].device_type, VMM_HYPERVISOR_DEVICE_CLOUD_HYPERVISOR_NET);
    assert_int_equal(rows[0].total_rx_bytes, 1500);
    assert_int_equal(rows[0].total_tx_frames, 40);
    check_unknown_number(rows[0].increment_rx_bytes);
    assert_string_equal(rows[1].name, "_disk0");
    assert_int_equal(rows[1].device_type, VMM_HYPERVISOR_DEVICE_CLOUD_HYPERVISOR_DISK);
    assert_int_equal(rows[1].total_read_bytes, 33554432);
    check_unknown_number(rows[1].increment_read_bytes);
    assert_int_equal(rows[1].read_latency_avg_usec, 88);
    assert_int_equal(rows[1].write_latency_max_usec, 9001);
    /* 2^64 - 1 is no sample yet, and of means that is divided by 10000. */
    assert_int_equal(rows[2].total_read_ops, 0);
    check_unknown_number(rows[2].read_latency_min_usec);
    check_unknown_number(rows[2].read_latency_avg_usec);
    check_unknown_number(rows[2].write_latency_avg_usec);
    assert_int_equal(sample_rows("cloud-hypervisor-counters/cloud-hypervisor-40-no-devices", rows, 4), 0);
}

/* A real machine's two disks. The second one has no name in `device`. */
TEST(qemu)
{
    struct vmm_hypervisor_device rows[4], later[4];

    assert_int_equal(sample_rows("qemu-blockstats/qemu-7.2-two-disks", rows, 4), 2);
    assert_string_equal(rows[0].name, "disk");
    assert_int_equal(rows[0].device_type, VMM_HYPERVISOR_DEVICE_QEMU_DISK);
    assert_int_equal(rows[0].total_write_bytes, 40 << 16);
    assert_int_equal(rows[0].total_write_ops, 3);
    assert_int_equal(rows[0].total_write_merged, 1);
    assert_int_equal(rows[0].total_read_bytes, 1511936);
    assert_int_equal(rows[0].total_read_ops, 14);
    assert_int_equal(rows[0].total_read_time_ns, 41144330);
    assert_int_equal(rows[0].total_flush_ops, 1);
    assert_int_equal(rows[0].total_flush_time_ns, 1289991);
    assert_int_equal(rows[0].total_failed_read_ops, 0);
    assert_int_equal(rows[0].idle_time_ns, 5121235362);
    assert_int_equal(rows[0].wr_highest_offset_bytes, 40 << 16);
    check_unknown_number(rows[0].total_zone_append_ops);
    check_unknown_number(rows[0].increment_read_bytes);
    assert_string_equal(rows[1].name, "/machine/peripheral/second/virtio-backend");
    assert_int_equal(rows[1].total_write_bytes, 100 << 12);
    assert_int_equal(sample_rows("qemu-blockstats/qemu-7.2-two-disks-later", later, 4), 2);
    assert_int_equal(later[0].total_write_bytes - rows[0].total_write_bytes, 10 << 16);
    assert_int_equal(later[1].total_read_bytes - rows[1].total_read_bytes, 93 << 12);
    /* Nodes have names of their own. */
    assert_int_equal(sample_rows("qemu-blockstats/qemu-7.2-query-nodes", rows, 4), 4);
    assert_string_equal(rows[2].name, "#block160");
    assert_int_equal(sample_rows("qemu-blockstats/qemu-8.1-zoned", rows, 4), 1);
    assert_string_equal(rows[0].name, "virtio0");
    assert_int_equal(rows[0].total_zone_append_ops, 1027);
    assert_int_equal(rows[0].total_unmap_bytes, 1019);
    assert_int_equal(rows[0].total_invalid_flush_ops, 1023);
    assert_int_equal(sample_rows("qemu-blockstats/qemu-no-disks", rows, 4), 0);
}

/* A disk is the first of its names that is not empty; one without a name costs itself only. */
TEST(names_of_qemu)
{
    static const char bytes[] =
        "{\"return\":[{\"node-name\":\"n\",\"qdev\":\"q\",\"device\":\"\",\"stats\":{\"rd_bytes\":1}},"
        "{\"node-name\":\"n\",\"stats\":{\"rd_bytes\":2}},{\"stats\":{\"rd_bytes\":3}},"
        "{\"device\":\"d\",\"qdev\":\"q\",\"stats\":{\"rd_bytes\":4}}],\"id\":1}\n";
    static const char *const names[] = {"q", "n", "", "d"};
    struct vmm_text text = vmm_text_of(TEXT(bytes));
    struct vmm_hypervisor_device row;

    for (size_t i = 0; i < COUNT_OF(names); i++) {
        assert_int_equal(vmm_hypervisor_device_next(&text, &row, sizeof row), i == 2 ? VMM_E_SYNTAX : VMM_OK);
        assert_string_equal(row.name, names[i]);
        assert_int_equal(row.total_read_bytes, i == 2 ? VMM_UNKNOWN : i + 1);
    }
    assert_int_equal(vmm_hypervisor_device_next(&text, &row, sizeof row), VMM_END);
    assert_ptr_equal(text.pos, text.end);
}

/* Counters never become increments because of a name that the operator chose. */
TEST(names_do_not_tell_the_hypervisor)
{
    struct vmm_hypervisor_device rows[4];

    assert_int_equal(sample_rows("cloud-hypervisor-counters/cloud-hypervisor-40-names-of-firecracker", rows, 4), 3);
    assert_string_equal(rows[0].name, "net_0");
    assert_int_equal(rows[0].device_type, VMM_HYPERVISOR_DEVICE_CLOUD_HYPERVISOR_NET);
    assert_string_equal(rows[1].name, "block_a");
    assert_int_equal(rows[1].device_type, VMM_HYPERVISOR_DEVICE_CLOUD_HYPERVISOR_DISK);
    assert_int_equal(rows[1].total_read_bytes, 33554432);
    check_unknown_number(rows[1].increment_read_bytes);
}

/* A disk may be called like a network device of Firecracker, and the other way round. */
TEST(names_do_not_tell_the_kind)
{
    static const char *const prefixes[] = {"block", "net", "pmem", "vhost_user_block"};

    for (size_t i = 0; i < COUNT_OF(prefixes); i++) {
        struct vmm_hypervisor_device row;
        struct vmm_text text;
        char line[256];
        int length = snprintf(line, sizeof line,
                              "{\"%s_a\":{\"read_bytes\":1,\"read_ops\":2,\"write_bytes\":3,\"write_ops\":4},"
                              "\"%s_b\":{\"rx_bytes\":5,\"rx_frames\":6,\"tx_bytes\":7,\"tx_frames\":8}}\n",
                              prefixes[i], prefixes[i]);

        text = vmm_text_of(line, (size_t)length);
        assert_int_equal(vmm_hypervisor_device_next(&text, &row, sizeof row), VMM_OK);
        assert_int_equal(row.device_type, VMM_HYPERVISOR_DEVICE_CLOUD_HYPERVISOR_DISK);
        assert_int_equal(row.total_read_ops, 2);
        assert_int_equal(vmm_hypervisor_device_next(&text, &row, sizeof row), VMM_OK);
        assert_int_equal(row.device_type, VMM_HYPERVISOR_DEVICE_CLOUD_HYPERVISOR_NET);
        assert_int_equal(row.total_rx_frames, 6);
    }
}

/* An object with a name as Cloud Hypervisor gives it need not be a device; then its values may be anything. */
TEST(names_of_cloud_hypervisor_without_a_device)
{
    static const char line[] = "{\"_a\":{\"read_bytes\":\"x\",\"read_ops\":1},\"_b\":{\"read_bytes\":7,\"tx_bytes\":8},"
                               "\"_disk0\":{\"read_ops\":1,\"write_ops\":2}}\n";
    struct vmm_text text = vmm_text_of(line, sizeof line - 1);
    struct vmm_hypervisor_device row;

    assert_int_equal(vmm_hypervisor_device_next(&text, &row, sizeof row), VMM_OK);
    assert_string_equal(row.name, "_disk0");
    assert_int_equal(row.total_write_ops, 2);
    check_unknown_number(row.total_read_bytes);
    check_unknown_number(row.total_tx_bytes);
    assert_int_equal(vmm_hypervisor_device_next(&text, &row, sizeof row), VMM_END);
    /* A device, one of whose numbers is none. */
    text = vmm_text_of(TEXT("{\"_disk0\":{\"read_ops\":\"x\",\"write_ops\":2}}\n"));
    assert_int_equal(vmm_hypervisor_device_next(&text, &row, sizeof row), VMM_E_SYNTAX);
    assert_ptr_equal(text.error, strchr(text.error, 'x') - 1);
}

/* ---- rows ---- */

/* What a real Cloud Hypervisor answered. Its bytes are those of the TAP device. */
TEST(captured_cloud_hypervisor)
{
    struct vmm_hypervisor_device rows[4];

    assert_int_equal(sample_rows("cloud-hypervisor-counters/cloud-hypervisor-54", rows, 4), 2);
    assert_string_equal(rows[0].name, "net1");
    assert_int_equal(rows[0].total_tx_bytes, 6146);
    assert_int_equal(rows[0].total_rx_bytes, 6216);
    assert_string_equal(rows[1].name, "data");
    assert_int_equal(rows[1].total_write_bytes, 6037504);
    assert_int_equal(rows[1].total_write_ops, 12);
}

/* The function has no state: a text that begins with a comma goes on in an object. The line's own reader refuses it. */
TEST(the_tail_of_an_object)
{
    static const char tail[] = ",\"block_a\":{\"read_bytes\":7}}\n";
    struct vmm_text text = vmm_text_of(tail, sizeof tail - 1);
    struct vmm_hypervisor_device row;
    struct vmm_firecracker line;

    assert_int_equal(rows_of(tail, sizeof tail - 1, &row, 1), 1);
    assert_int_equal(row.increment_read_bytes, 7);
    assert_int_equal(vmm_firecracker_next(&text, &line, sizeof line), VMM_E_SYNTAX);
}

TEST(what_is_no_device)
{
    static const char bytes[] =
        "{\"block\":{\"read_bytes\":1},\"net\":{\"rx_bytes_count\":1},\"mmds\":{\"tx_bytes\":1,"
        "\"tx_frames\":2},\"block_\":1,"
        "\"net_x\":[],\"properties\":{\"rx_bytes\":\"a\",\"read_ops\":{}},\"x\":{\"read_ops\":"
        "1},\"y\":{\"rx_frames\":1,"
        "\"z\":{\"rx_bytes\":1}},\"v\":{\"write_ops\":1},\"w\":{\"rx_bytes\":1},\"net_y\":null}";

    assert_int_equal(rows_of(TEXT(bytes), NULL, 0), 0);
}

TEST(names)
{
    struct vmm_hypervisor_device rows[8];
    struct vmm_hypervisor_device row;
    struct vmm_text text;
    struct builder builder = {NULL, 0, 0};

    builder_print(&builder,
                  "{\"block_%063d\":{},\"net_%064d\":{},\"vhost_user_\":{},\"%064d\":{\"read_ops\":1,\"write_ops\":"
                  "2},\"\":{\"rx_bytes\":1,\"rx_frames\":2},\"net_a\\\"\\u00e9\":{}}",
                  1, 2, 3);
    assert_int_equal(rows_of(builder.bytes, builder.length, rows, 8), 2);
    assert_int_equal(strlen(rows[0].name), 63);
    assert_string_equal(rows[1].name, "a\\\"\\u00e9");
    text = vmm_text_of(builder.bytes, builder.length);
    assert_int_equal(vmm_hypervisor_device_next(&text, &row, sizeof row), VMM_OK);
    /* Never shortened; the row is passed over, and nothing else. */
    assert_int_equal(vmm_hypervisor_device_next(&text, &row, sizeof row), VMM_E_SYNTAX);
    assert_int_equal(text.error[-1], '0');
    assert_int_equal(*text.error, '2');
    assert_int_equal(vmm_hypervisor_device_next(&text, &row, sizeof row), VMM_E_SYNTAX);
    assert_int_equal(*text.error, '"');
    assert_int_equal(vmm_hypervisor_device_next(&text, &row, sizeof row), VMM_E_SYNTAX);
    assert_int_equal(vmm_hypervisor_device_next(&text, &row, sizeof row), VMM_E_SYNTAX);
    assert_int_equal(vmm_hypervisor_device_next(&text, &row, sizeof row), VMM_OK);
    assert_int_equal(vmm_hypervisor_device_next(&text, &row, sizeof row), VMM_END);
    assert_ptr_equal(text.pos, text.end);
    builder_free(&builder);
}

/* Wherever a value stands that is passed over: so many objects are around it. */
TEST(depth)
{
    static const struct {
        const char *before;
        size_t objects;
        const char *after;
    } shapes[] = {
        {"{\"net_a\":{\"x\":", 2, "}}"},
        {"{\"net_a\":{\"tap_write_agg\":{\"x\":", 3, "}}}"},
        {"{\"block_a\":{\"x\":", 2, "}}"},
        {"{\"vhost_user_a\":{\"x\":", 2, "}}"},
        {"{\"x\":{\"read_ops\":1,\"write_ops\":2,\"x\":", 2, "}}"},
        {"{\"x\":", 1, ",\"net_a\":{}}"},
    };

    for (size_t depth = 60; depth < 70; depth++)
        for (size_t shape = 0; shape < COUNT_OF(shapes); shape++) {
            struct builder builder = {NULL, 0, 0};

            builder_print(&builder, "%s", shapes[shape].before);
            for (size_t i = shapes[shape].objects; i < depth; i++)
                builder_print(&builder, "[");
            for (size_t i = shapes[shape].objects; i < depth; i++)
                builder_print(&builder, "]");
            builder_print(&builder, "%s", shapes[shape].after);
            assert_int_equal(rows_of(builder.bytes, builder.length, NULL, 0), depth <= 64 ? 1 : 0);
            builder_free(&builder);
        }
}
