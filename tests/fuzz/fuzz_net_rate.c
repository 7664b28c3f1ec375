/* An interface's traffic between two records of any content and size, against a reference. */
#include "usage.h"

#define MEMBER(name, falls)                                                                                            \
    {                                                                                                                  \
        offsetof(struct vmm_net, name), sizeof(((struct vmm_net *)NULL)->name), falls                                  \
    }
static const struct fuzz_member members[] = {
    MEMBER(name, false),      MEMBER(instance_id, false),
    MEMBER(ifindex, false),   MEMBER(rx_bytes, true),
    MEMBER(tx_bytes, true),   MEMBER(rx_packets, true),
    MEMBER(tx_packets, true), MEMBER(rx_errors, true),
    MEMBER(tx_errors, true),  MEMBER(rx_dropped, true),
    MEMBER(tx_dropped, true), MEMBER(net_dev_rx_drop, true),
    MEMBER(multicast, true),  MEMBER(carrier_changes, false),
    MEMBER(duplex, false),    MEMBER(speed_bits_per_second, false),
};
enum { MEMBERS = sizeof members / sizeof members[0] };

/* sar: the larger direction where both have the link at once, else their sum, of the speed. */
static void set_utilisation(double *member, uint64_t received, uint64_t sent, const struct vmm_net *after,
                            int64_t elapsed_ns)
{
    long double bytes = (long double)received + (long double)sent;

    if (!ref_known(received) || !ref_known(sent) || !ref_known(after->speed_bits_per_second) ||
        after->speed_bits_per_second == 0)
        return;
    if (after->duplex == VMM_NET_DUPLEX_FULL)
        bytes = (long double)(received > sent ? received : sent);
    else if (after->duplex != VMM_NET_DUPLEX_HALF)
        return;
    *member = (double)(bytes * 8 / ((long double)elapsed_ns / 1e9L) / (long double)after->speed_bits_per_second);
}

static vmm_status reference(const struct fuzz_call *call, void *result)
{
    const struct vmm_net *before = call->before, *after = call->after;
    struct vmm_net_rate *out = result;
    uint64_t rx_bytes, tx_bytes, rx_packets, tx_packets, rx_errors, tx_errors, rx_dropped, tx_dropped, drop, multicast;
    uint64_t changes;

    if (ref_differ(before->ifindex, after->ifindex) || ref_differ(before->instance_id, after->instance_id) ||
        ref_names_differ(before->name, after->name, sizeof after->name))
        return VMM_RESET;
    if (!ref_growth(before->rx_bytes, after->rx_bytes, &rx_bytes) ||
        !ref_growth(before->tx_bytes, after->tx_bytes, &tx_bytes) ||
        !ref_growth(before->rx_packets, after->rx_packets, &rx_packets) ||
        !ref_growth(before->tx_packets, after->tx_packets, &tx_packets) ||
        !ref_growth(before->rx_errors, after->rx_errors, &rx_errors) ||
        !ref_growth(before->tx_errors, after->tx_errors, &tx_errors) ||
        !ref_growth(before->rx_dropped, after->rx_dropped, &rx_dropped) ||
        !ref_growth(before->tx_dropped, after->tx_dropped, &tx_dropped) ||
        !ref_growth(before->net_dev_rx_drop, after->net_dev_rx_drop, &drop) ||
        !ref_growth(before->multicast, after->multicast, &multicast) ||
        !ref_growth_32(before->carrier_changes, after->carrier_changes, &changes))
        return VMM_RESET;
    if (!ref_known(rx_bytes) && !ref_known(tx_bytes) && !ref_known(rx_packets) && !ref_known(tx_packets) &&
        !ref_known(rx_errors) && !ref_known(tx_errors) && !ref_known(rx_dropped) && !ref_known(tx_dropped) &&
        !ref_known(drop) && !ref_known(multicast) && !ref_known(changes))
        return VMM_E_EMPTY;
    ref_name(out->name, after->name, sizeof out->name);
    out->instance_id = after->instance_id;
    out->ifindex = after->ifindex;
    ref_rate(&out->rx_bytes_per_second, rx_bytes, call->elapsed_ns);
    ref_rate(&out->tx_bytes_per_second, tx_bytes, call->elapsed_ns);
    ref_rate(&out->rx_packets_per_second, rx_packets, call->elapsed_ns);
    ref_rate(&out->tx_packets_per_second, tx_packets, call->elapsed_ns);
    ref_rate(&out->rx_errors_per_second, rx_errors, call->elapsed_ns);
    ref_rate(&out->tx_errors_per_second, tx_errors, call->elapsed_ns);
    ref_rate(&out->rx_dropped_per_second, rx_dropped, call->elapsed_ns);
    ref_rate(&out->tx_dropped_per_second, tx_dropped, call->elapsed_ns);
    ref_rate(&out->net_dev_rx_drop_per_second, drop, call->elapsed_ns);
    ref_rate(&out->multicast_per_second, multicast, call->elapsed_ns);
    set_utilisation(&out->utilisation_sar_ratio, rx_bytes, tx_bytes, after, call->elapsed_ns);
    /* Half of all there is and more is a restart. */
    if (changes < (uint64_t)1 << 31)
        out->carrier_changes = changes;
    return VMM_OK;
}

static vmm_status function(const struct fuzz_call *call, void *out, size_t out_size)
{
    return vmm_net_rate_between(call->before, call->after, call->elapsed_ns, out, out_size);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct fuzz_side side = {sizeof(struct vmm_net), members, MEMBERS};
    const struct fuzz_usage usage = {
        VMM_RECORD_NET_RATE, sizeof(struct vmm_net_rate), side, side, true, true, function, reference, NULL};

    fuzz_usage(&usage, data, size);
    return 0;
}
