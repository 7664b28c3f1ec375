/* SPDX-License-Identifier: MIT */
/* A device's traffic, as a hypervisor counts it. */
#include "usage.h"

/* What a counter grew by, or the increment where there is none in both samples. */
static uint64_t traffic(struct ref_counters *counters, uint64_t before, uint64_t after, uint64_t increment)
{
    uint64_t growth = ref_growth(counters, before, after);

    counters->any = counters->any || ref_known(increment);
    return ref_known(growth) ? growth : ref_gauge(increment);
}

#define RATE(result, total, increment)                                                                                 \
    ref_rate(&out->result, traffic(&counters, before->total, after->total, after->increment), call->elapsed_ns)

static vmm_status reference(const struct usage_call *call, void *result)
{
    const struct vmm_hypervisor_device *before = call->before, *after = call->after;
    struct vmm_hypervisor_device_usage *out = result;
    struct ref_counters counters = {false, false};

    if (ref_differ(before->device_type, after->device_type) || ref_differ(before->instance_id, after->instance_id) ||
        ref_names_differ(before->name, after->name, sizeof after->name))
        return VMM_RESET;
    ref_name(out->name, after->name, sizeof out->name);
    out->device_type = after->device_type;
    out->instance_id = after->instance_id;
    RATE(read_bytes_per_second, total_read_bytes, increment_read_bytes);
    RATE(write_bytes_per_second, total_write_bytes, increment_write_bytes);
    RATE(reads_per_second, total_read_ops, increment_read_count);
    RATE(writes_per_second, total_write_ops, increment_write_count);
    RATE(rx_bytes_per_second, total_rx_bytes, increment_rx_bytes);
    RATE(tx_bytes_per_second, total_tx_bytes, increment_tx_bytes);
    RATE(rx_packets_per_second, total_rx_frames, increment_rx_packets);
    RATE(tx_packets_per_second, total_tx_frames, increment_tx_packets);
    if (counters.fell)
        return VMM_RESET;
    return counters.any ? VMM_OK : VMM_E_EMPTY;
}

static vmm_status function(const struct usage_call *call, void *out, size_t out_size)
{
    return vmm_hypervisor_device_usage_between(call->before, call->after, call->elapsed_ns, out, out_size);
}

const struct usage usage_hypervisor_device_usage = {
    .name = "hypervisor_device_usage",
    .record_id = VMM_RECORD_HYPERVISOR_DEVICE_USAGE,
    .bytes = sizeof(struct vmm_hypervisor_device_usage),
    .after = {VMM_RECORD_HYPERVISOR_DEVICE, sizeof(struct vmm_hypervisor_device),
              "=name =device_type =instance_id +total_read_bytes +total_write_bytes +total_read_ops "
              "+total_write_ops +total_rx_bytes +total_tx_bytes +total_rx_frames +total_tx_frames "
              "increment_read_bytes increment_write_bytes increment_read_count increment_write_count "
              "increment_rx_bytes increment_tx_bytes increment_rx_packets increment_tx_packets"},
    .is_between = true,
    .is_timed = true,
    .function = function,
    .reference = reference,
};
