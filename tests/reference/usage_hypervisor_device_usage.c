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

/* An increment; the sum of two. */
static uint64_t alone(struct ref_counters *counters, uint64_t increment)
{
    counters->any = counters->any || ref_known(increment);
    return ref_gauge(increment);
}

static uint64_t both(struct ref_counters *counters, uint64_t a, uint64_t b)
{
    counters->any = counters->any || ref_known(a) || ref_known(b);
    return ref_add(a, b);
}

/* The mean of a time in nanoseconds, or of one in microseconds, over requests. */
static void mean(double *member, struct ref_counters *counters, uint64_t time_ns, uint64_t usec, uint64_t requests,
                 uint64_t failed)
{
    counters->any = counters->any || ref_known(usec);
    if (!ref_known(time_ns) && ref_known(usec) && usec <= (VMM_UNLIMITED - 1) / 1000)
        time_ns = usec * 1000;
    ref_ratio(member, time_ns, failed == VMM_UNKNOWN ? requests : ref_add(requests, failed));
}

#define GREW(member) ref_growth(&counters, before->member, after->member)
#define TRAFFIC(total, increment) traffic(&counters, before->total, after->total, after->increment)
#define BOTH(a, b) both(&counters, after->a, after->b)
#define RATE(result, total, increment)                                                                                 \
    ref_rate(&out->result, traffic(&counters, before->total, after->total, after->increment), call->elapsed_ns)

static vmm_status reference(const struct usage_call *call, void *result)
{
    const struct vmm_hypervisor_device *before = call->before, *after = call->after;
    struct vmm_hypervisor_device_usage *out = result;
    struct ref_counters counters = {false, false};
    uint64_t failed, fails, packets, one, two;

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
    RATE(flushes_per_second, total_flush_ops, flush_count);
    ref_rate(&out->discards_per_second, GREW(total_unmap_ops), call->elapsed_ns);
    ref_rate(&out->discard_bytes_per_second, GREW(total_unmap_bytes), call->elapsed_ns);
    mean(&out->read_await_ns, &counters, GREW(total_read_time_ns), after->read_agg_sum_usec,
         TRAFFIC(total_read_ops, increment_read_count), GREW(total_failed_read_ops));
    mean(&out->write_await_ns, &counters, GREW(total_write_time_ns), after->write_agg_sum_usec,
         TRAFFIC(total_write_ops, increment_write_count), GREW(total_failed_write_ops));
    mean(&out->flush_await_ns, &counters, GREW(total_flush_time_ns), VMM_UNKNOWN, TRAFFIC(total_flush_ops, flush_count),
         GREW(total_failed_flush_ops));
    failed = ref_add(ref_add(GREW(total_failed_read_ops), GREW(total_failed_write_ops)),
                     ref_add(GREW(total_failed_flush_ops), GREW(total_failed_unmap_ops)));
    fails = alone(&counters, after->execute_fails);
    packets = BOTH(rx_fails, tx_fails);
    ref_rate(&out->failures_per_second,
             ref_known(failed)  ? failed
             : ref_known(fails) ? fails
                                : packets,
             call->elapsed_ns);
    one = alone(&counters, after->rate_limiter_throttled_events);
    two = BOTH(rx_rate_limiter_throttled, tx_rate_limiter_throttled);
    ref_rate(&out->rate_limiter_throttled_per_second, ref_known(one) ? one : two, call->elapsed_ns);
    one = alone(&counters, after->queue_event_count);
    two = BOTH(rx_queue_event_count, tx_queue_event_count);
    ref_rate(&out->queue_events_per_second, ref_known(one) ? one : two, call->elapsed_ns);
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
    .after =
        {VMM_RECORD_HYPERVISOR_DEVICE, sizeof(struct vmm_hypervisor_device),
         "=name =device_type =instance_id +total_read_bytes +total_write_bytes +total_read_ops "
         "+total_write_ops +total_rx_bytes +total_tx_bytes +total_rx_frames +total_tx_frames "
         "increment_read_bytes increment_write_bytes increment_read_count increment_write_count "
         "increment_rx_bytes increment_tx_bytes increment_rx_packets increment_tx_packets "
         "+total_flush_ops +total_unmap_ops +total_unmap_bytes +total_read_time_ns +total_write_time_ns "
         "+total_flush_time_ns +total_failed_read_ops +total_failed_write_ops +total_failed_flush_ops "
         "+total_failed_unmap_ops flush_count read_agg_sum_usec write_agg_sum_usec execute_fails rx_fails tx_fails "
         "rate_limiter_throttled_events rx_rate_limiter_throttled tx_rate_limiter_throttled queue_event_count "
         "rx_queue_event_count tx_queue_event_count"},
    .is_between = true,
    .is_timed = true,
    .function = function,
    .reference = reference,
};
