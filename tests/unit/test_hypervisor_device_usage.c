/* SPDX-License-Identifier: MIT */
/* A device's traffic between two samples. */
#include "support_usage.h"

#include <string.h>

static const struct {
    const char *increment;
    const char *total;
    const char *rate;
} rates[] = {
    {"increment_read_bytes", "total_read_bytes", "read_bytes_per_second"},
    {"increment_write_bytes", "total_write_bytes", "write_bytes_per_second"},
    {"increment_read_count", "total_read_ops", "reads_per_second"},
    {"increment_write_count", "total_write_ops", "writes_per_second"},
    {"increment_rx_bytes", "total_rx_bytes", "rx_bytes_per_second"},
    {"increment_tx_bytes", "total_tx_bytes", "tx_bytes_per_second"},
    {"increment_rx_packets", "total_rx_frames", "rx_packets_per_second"},
    {"increment_tx_packets", "total_tx_frames", "tx_packets_per_second"},
    {"flush_count", "total_flush_ops", "flushes_per_second"},
};

static struct vmm_hypervisor_device nothing(void)
{
    struct vmm_hypervisor_device device;

    assert_int_equal(vmm_record_init(VMM_RECORD_HYPERVISOR_DEVICE, &device, sizeof device), VMM_OK);
    assert_string_equal(device.name, "");
    return device;
}

static void set(struct vmm_hypervisor_device *device, const char *name, uint64_t value)
{
    set_member(VMM_RECORD_HYPERVISOR_DEVICE, device, name, value);
}

static double rate_named(const struct vmm_hypervisor_device_usage *rate, const char *name)
{
    return double_member(VMM_RECORD_HYPERVISOR_DEVICE_USAGE, rate, name);
}

static vmm_status between(const struct vmm_hypervisor_device *before, const struct vmm_hypervisor_device *after,
                          int64_t elapsed_ns, struct vmm_hypervisor_device_usage *rate)
{
    return call_usage(&usage_hypervisor_device_usage, before, after, elapsed_ns, 0, rate);
}

static struct vmm_hypervisor_device first_row(const char *string)
{
    struct vmm_text text = vmm_text_of(string, strlen(string));
    struct vmm_hypervisor_device row;

    assert_int_equal(vmm_hypervisor_device_next(&text, &row, sizeof row), VMM_OK);
    return row;
}

/* Each rate follows from its own two inputs and no other. */
TEST(each_rate_alone)
{
    for (size_t i = 0; i < COUNT_OF(rates); i++)
        for (int is_total = 0; is_total < 2; is_total++) {
            struct vmm_hypervisor_device before = nothing(), after = nothing();
            struct vmm_hypervisor_device_usage rate;

            set(&before, is_total ? rates[i].total : rates[i].increment, 1000);
            set(&after, is_total ? rates[i].total : rates[i].increment, 4000);
            assert_int_equal(between(&before, &after, 2 * SECOND, &rate), VMM_OK);
            for (size_t k = 0; k < COUNT_OF(rates); k++)
                if (k == i)
                    check_near(rate_named(&rate, rates[k].rate), is_total ? 1500 : 2000);
                else
                    check_nan(rate_named(&rate, rates[k].rate));
        }
}

/* Increments are never subtracted, and their fall is no reset. */
TEST(firecracker)
{
    struct vmm_hypervisor_device before =
        first_row("{\"block_a\":{\"read_bytes\":8192,\"read_count\":4,\"write_bytes\":1}}");
    struct vmm_hypervisor_device after =
        first_row("{\"block_a\":{\"read_bytes\":4096,\"read_count\":2,\"write_bytes\":0}}");
    struct vmm_hypervisor_device_usage rate;

    after.instance_id = 7;
    assert_int_equal(between(&before, &after, 60 * SECOND, &rate), VMM_OK);
    assert_string_equal(rate.name, "a");
    assert_int_equal(rate.device_type, VMM_HYPERVISOR_DEVICE_FIRECRACKER_BLOCK);
    assert_int_equal(rate.instance_id, 7);
    check_near(rate.read_bytes_per_second, 4096.0 / 60);
    check_near(rate.reads_per_second, 2.0 / 60);
    check_near(rate.write_bytes_per_second, 0);
    check_nan(rate.writes_per_second);
    check_nan(rate.rx_bytes_per_second);
}

/* A row of a sample. */
static struct vmm_hypervisor_device row_of(const char *sample, size_t number)
{
    struct vmm_hypervisor_device rows[8];

    assert_true(read_rows(hypervisor_device_group.formats, sample, rows, 8) > number);
    return rows[number];
}

/* A real machine's lines, 60 s apart. */
TEST(captured_firecracker)
{
    static const char sample[] = "firecracker-metrics/firecracker-1.17-plain";
    struct vmm_hypervisor_device before = row_of(sample, 0), after = row_of(sample, 3);
    struct vmm_hypervisor_device_usage usage;

    assert_int_equal(between(&before, &after, 60 * SECOND, &usage), VMM_OK);
    check_near(usage.read_bytes_per_second, 3420160.0 / 60);
    check_near(usage.read_await_ns, 11757.0 * 1000 / 113);
    check_near(usage.write_await_ns, 42632.0 * 1000 / 1648);
    check_near(usage.rate_limiter_throttled_per_second, 36.0 / 60);
    check_near(usage.queue_events_per_second, 78.0 / 60);
    check_near(usage.flushes_per_second, 0);
    check_near(usage.failures_per_second, 0);
    check_nan(usage.flush_await_ns);
    check_nan(usage.discards_per_second);
    before = row_of(sample, 1);
    after = row_of(sample, 4);
    assert_int_equal(between(&before, &after, 60 * SECOND, &usage), VMM_OK);
    check_near(usage.queue_events_per_second, (2.0 + 25) / 60);
    check_near(usage.rate_limiter_throttled_per_second, 0);
    check_near(usage.failures_per_second, 0);
    before = row_of(sample, 2);
    after = row_of(sample, 5);
    assert_int_equal(between(&before, &after, 60 * SECOND, &usage), VMM_OK);
    check_near(usage.queue_events_per_second, 2.0 / 60);
    check_nan(usage.read_bytes_per_second);
}

/* A real machine's disks, as if 50 s apart. */
TEST(captured_qemu)
{
    struct vmm_hypervisor_device before = row_of("qemu-blockstats/qemu-7.2-two-disks", 0);
    struct vmm_hypervisor_device after = row_of("qemu-blockstats/qemu-7.2-two-disks-later", 0);
    struct vmm_hypervisor_device_usage usage;

    assert_int_equal(between(&before, &after, 50 * SECOND, &usage), VMM_OK);
    check_near(usage.write_bytes_per_second, 655360.0 / 50);
    check_near(usage.writes_per_second, 1.0 / 50);
    check_near(usage.write_await_ns, 148372598.0 - 126023563.0);
    check_near(usage.flushes_per_second, 1.0 / 50);
    check_near(usage.flush_await_ns, 4345646.0 - 1289991.0);
    check_near(usage.discards_per_second, 0);
    check_near(usage.discard_bytes_per_second, 0);
    check_near(usage.failures_per_second, 0);
    check_nan(usage.read_await_ns);
    check_nan(usage.queue_events_per_second);
    /* Requests that failed are in the time. */
    after.total_failed_write_ops += 1;
    assert_int_equal(between(&before, &after, 50 * SECOND, &usage), VMM_OK);
    check_near(usage.write_await_ns, (148372598.0 - 126023563.0) / 2);
    check_near(usage.failures_per_second, 1.0 / 50);
    assert_int_equal(between(&after, &before, SECOND, &usage), VMM_RESET);
}

TEST(cloud_hypervisor)
{
    struct vmm_hypervisor_device before =
        first_row("{\"_net0\":{\"rx_bytes\":1000,\"rx_frames\":10,\"tx_bytes\":5,\"tx_frames\":1}}");
    struct vmm_hypervisor_device after =
        first_row("{\"_net0\":{\"rx_bytes\":3000,\"rx_frames\":20,\"tx_bytes\":5,\"tx_frames\":1}}");
    struct vmm_hypervisor_device_usage rate;

    assert_int_equal(between(&before, &after, SECOND / 2, &rate), VMM_OK);
    check_near(rate.rx_bytes_per_second, 4000);
    check_near(rate.rx_packets_per_second, 20);
    check_near(rate.tx_bytes_per_second, 0);
    assert_int_equal(rate.device_type, VMM_HYPERVISOR_DEVICE_CLOUD_HYPERVISOR_NET);
    assert_int_equal(between(&after, &before, SECOND, &rate), VMM_RESET);
}
