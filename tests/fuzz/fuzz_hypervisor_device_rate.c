/* A device's traffic between two records of any content and size, against a reference. */
#include "usage.h"

#define MEMBER(name, falls)                                                                                            \
    {                                                                                                                  \
        offsetof(struct vmm_hypervisor_device, name), sizeof(((struct vmm_hypervisor_device *)NULL)->name), falls      \
    }
static const struct fuzz_member members[] = {
    MEMBER(name, false),
    MEMBER(device_kind, false),
    MEMBER(instance_id, false),
    MEMBER(total_read_bytes, true),
    MEMBER(total_write_bytes, true),
    MEMBER(total_read_ops, true),
    MEMBER(total_write_ops, true),
    MEMBER(total_rx_bytes, true),
    MEMBER(total_tx_bytes, true),
    MEMBER(total_rx_frames, true),
    MEMBER(total_tx_frames, true),
    MEMBER(increment_read_bytes, false),
    MEMBER(increment_write_bytes, false),
    MEMBER(increment_read_count, false),
    MEMBER(increment_write_count, false),
    MEMBER(increment_rx_bytes, false),
    MEMBER(increment_tx_bytes, false),
    MEMBER(increment_rx_packets, false),
    MEMBER(increment_tx_packets, false),
};
enum { MEMBERS = sizeof members / sizeof members[0] };

/* What a counter grew by, or the increment where there is none in both samples. False where the counter fell. */
static bool traffic(uint64_t before, uint64_t after, uint64_t increment, uint64_t *growth)
{
    if (!ref_growth(before, after, growth))
        return false;
    if (!ref_known(*growth))
        *growth = ref_gauge(increment);
    return true;
}

static vmm_status reference(const struct fuzz_call *call, void *result)
{
    const struct vmm_hypervisor_device *before = call->before, *after = call->after;
    struct vmm_hypervisor_device_rate *out = result;
    uint64_t read_bytes, write_bytes, reads, writes, rx_bytes, tx_bytes, rx_packets, tx_packets;

    if (ref_differ(before->device_kind, after->device_kind) || ref_differ(before->instance_id, after->instance_id) ||
        ref_names_differ(before->name, after->name, sizeof after->name))
        return VMM_RESET;
    if (!traffic(before->total_read_bytes, after->total_read_bytes, after->increment_read_bytes, &read_bytes) ||
        !traffic(before->total_write_bytes, after->total_write_bytes, after->increment_write_bytes, &write_bytes) ||
        !traffic(before->total_read_ops, after->total_read_ops, after->increment_read_count, &reads) ||
        !traffic(before->total_write_ops, after->total_write_ops, after->increment_write_count, &writes) ||
        !traffic(before->total_rx_bytes, after->total_rx_bytes, after->increment_rx_bytes, &rx_bytes) ||
        !traffic(before->total_tx_bytes, after->total_tx_bytes, after->increment_tx_bytes, &tx_bytes) ||
        !traffic(before->total_rx_frames, after->total_rx_frames, after->increment_rx_packets, &rx_packets) ||
        !traffic(before->total_tx_frames, after->total_tx_frames, after->increment_tx_packets, &tx_packets))
        return VMM_RESET;
    if (!ref_known(read_bytes) && !ref_known(write_bytes) && !ref_known(reads) && !ref_known(writes) &&
        !ref_known(rx_bytes) && !ref_known(tx_bytes) && !ref_known(rx_packets) && !ref_known(tx_packets))
        return VMM_E_EMPTY;
    ref_name(out->name, after->name, sizeof out->name);
    out->device_kind = after->device_kind;
    out->instance_id = after->instance_id;
    ref_rate(&out->read_bytes_per_second, read_bytes, call->elapsed_ns);
    ref_rate(&out->write_bytes_per_second, write_bytes, call->elapsed_ns);
    ref_rate(&out->reads_per_second, reads, call->elapsed_ns);
    ref_rate(&out->writes_per_second, writes, call->elapsed_ns);
    ref_rate(&out->rx_bytes_per_second, rx_bytes, call->elapsed_ns);
    ref_rate(&out->tx_bytes_per_second, tx_bytes, call->elapsed_ns);
    ref_rate(&out->rx_packets_per_second, rx_packets, call->elapsed_ns);
    ref_rate(&out->tx_packets_per_second, tx_packets, call->elapsed_ns);
    return VMM_OK;
}

static vmm_status function(const struct fuzz_call *call, void *out, size_t out_size)
{
    return vmm_hypervisor_device_rate_between(call->before, call->after, call->elapsed_ns, out, out_size);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct fuzz_side side = {sizeof(struct vmm_hypervisor_device), members, MEMBERS};
    const struct fuzz_usage usage = {VMM_RECORD_HYPERVISOR_DEVICE_RATE,
                                     sizeof(struct vmm_hypervisor_device_rate),
                                     side,
                                     side,
                                     true,
                                     true,
                                     function,
                                     reference,
                                     NULL};

    fuzz_usage(&usage, data, size);
    return 0;
}
