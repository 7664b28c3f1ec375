/* SPDX-License-Identifier: MIT */
/* The traffic of a virtual machine's device a second. */
#include "arithmetic.h"
#include "vmmetrics/hypervisor.h"

#define AT(member) offsetof(struct vmm_hypervisor_device, member)
#define NOW(member) vmm_input(after, AT(member))
#define GREW(member) VMM_GREW(hypervisor_device, member)
/* An increment of Firecracker; both of them together. */
#define INCREMENT(member) known_increment(NOW(member), &status)
#define INCREMENTS(member, other) vmm_add(INCREMENT(member), INCREMENT(other))
/* A counter of Cloud Hypervisor or QEMU, or an increment of Firecracker. */
#define GREW_OR(total, increment) known_of(GREW(total), INCREMENT(increment))

static uint64_t known_increment(uint64_t increment, vmm_status *status)
{
    if (!vmm_is_number(increment))
        return VMM_UNKNOWN;
    if (*status == VMM_E_EMPTY)
        *status = VMM_OK;
    return increment;
}

static uint64_t known_of(uint64_t first, uint64_t second)
{
    return first != VMM_UNKNOWN ? first : second;
}

/* QEMU's times are of all requests, also of those that failed. */
static double mean_time(uint64_t time, uint64_t requests, uint64_t failed)
{
    return vmm_ratio(time, failed == VMM_UNKNOWN ? requests : vmm_add(requests, failed));
}

static vmm_status hypervisor_device_usage(const struct vmm_hypervisor_device *before,
                                          const struct vmm_hypervisor_device *after, int64_t elapsed_ns,
                                          struct vmm_hypervisor_device_usage *usage)
{
    vmm_status status = VMM_E_EMPTY;
    uint64_t reads = GREW_OR(total_read_ops, increment_read_count);
    uint64_t writes = GREW_OR(total_write_ops, increment_write_count);
    uint64_t flushes = GREW_OR(total_flush_ops, flush_count);
    uint64_t failed_reads = GREW(total_failed_read_ops), failed_writes = GREW(total_failed_write_ops);
    uint64_t failed_flushes = GREW(total_failed_flush_ops), failed_unmaps = GREW(total_failed_unmap_ops);
    uint64_t failed = vmm_add(vmm_add(failed_reads, failed_writes), vmm_add(failed_flushes, failed_unmaps));
    uint64_t failed_packets = INCREMENTS(rx_fails, tx_fails);
    uint64_t throttled = INCREMENTS(rx_rate_limiter_throttled, tx_rate_limiter_throttled);
    uint64_t queue_events = INCREMENTS(rx_queue_event_count, tx_queue_event_count);

    vmm_store_name(usage, sizeof *usage, VMM_NAME_OF(struct vmm_hypervisor_device_usage),
                   vmm_input_name(after, VMM_NAME_OF(struct vmm_hypervisor_device)));
    usage->device_type = NOW(device_type);
    usage->instance_id = NOW(instance_id);
    usage->read_bytes_per_second = vmm_per_second(GREW_OR(total_read_bytes, increment_read_bytes), elapsed_ns);
    usage->write_bytes_per_second = vmm_per_second(GREW_OR(total_write_bytes, increment_write_bytes), elapsed_ns);
    usage->reads_per_second = vmm_per_second(reads, elapsed_ns);
    usage->writes_per_second = vmm_per_second(writes, elapsed_ns);
    usage->rx_bytes_per_second = vmm_per_second(GREW_OR(total_rx_bytes, increment_rx_bytes), elapsed_ns);
    usage->tx_bytes_per_second = vmm_per_second(GREW_OR(total_tx_bytes, increment_tx_bytes), elapsed_ns);
    usage->rx_packets_per_second = vmm_per_second(GREW_OR(total_rx_frames, increment_rx_packets), elapsed_ns);
    usage->tx_packets_per_second = vmm_per_second(GREW_OR(total_tx_frames, increment_tx_packets), elapsed_ns);
    usage->flushes_per_second = vmm_per_second(flushes, elapsed_ns);
    usage->discards_per_second = vmm_per_second(GREW(total_unmap_ops), elapsed_ns);
    usage->discard_bytes_per_second = vmm_per_second(GREW(total_unmap_bytes), elapsed_ns);
    usage->read_await_ns = mean_time(
        known_of(GREW(total_read_time_ns), vmm_multiply(INCREMENT(read_agg_sum_usec), 1000)), reads, failed_reads);
    usage->write_await_ns = mean_time(
        known_of(GREW(total_write_time_ns), vmm_multiply(INCREMENT(write_agg_sum_usec), 1000)), writes, failed_writes);
    usage->flush_await_ns = mean_time(GREW(total_flush_time_ns), flushes, failed_flushes);
    usage->failures_per_second =
        vmm_per_second(known_of(failed, known_of(INCREMENT(execute_fails), failed_packets)), elapsed_ns);
    usage->rate_limiter_throttled_per_second =
        vmm_per_second(known_of(INCREMENT(rate_limiter_throttled_events), throttled), elapsed_ns);
    usage->queue_events_per_second = vmm_per_second(known_of(INCREMENT(queue_event_count), queue_events), elapsed_ns);
    return status;
}

vmm_status vmm_hypervisor_device_usage_between(const struct vmm_hypervisor_device *before,
                                               const struct vmm_hypervisor_device *after, int64_t elapsed_ns,
                                               struct vmm_hypervisor_device_usage *out, size_t out_size)
{
    struct vmm_hypervisor_device_usage usage;
    vmm_status status = vmm_begin_between(before, after, elapsed_ns, VMM_RECORD_HYPERVISOR_DEVICE, &usage,
                                          VMM_RECORD_HYPERVISOR_DEVICE_USAGE);

    if (status == VMM_OK)
        status = hypervisor_device_usage(before, after, elapsed_ns, &usage);
    return vmm_give(status, VMM_RECORD_HYPERVISOR_DEVICE_USAGE, &usage, out, out_size);
}

#undef AT
#undef NOW
#undef GREW
#undef INCREMENT
#undef INCREMENTS
#undef GREW_OR
