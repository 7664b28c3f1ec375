/* SPDX-License-Identifier: MIT */
/* An interface's traffic. */
#include "usage.h"

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

#define GREW(member) ref_growth(&counters, before->member, after->member)
#define RATE(member) ref_rate(&out->member##_per_second, GREW(member), call->elapsed_ns)

static vmm_status reference(const struct usage_call *call, void *result)
{
    const struct vmm_net *before = call->before, *after = call->after;
    struct vmm_net_usage *out = result;
    struct ref_counters counters = {false, false};
    uint64_t changes = ref_growth_32(&counters, before->carrier_changes, after->carrier_changes);

    if (ref_differ(before->ifindex, after->ifindex) || ref_differ(before->instance_id, after->instance_id) ||
        (!(ref_known(before->ifindex) && ref_known(after->ifindex)) &&
         ref_names_differ(before->name, after->name, sizeof after->name)))
        return VMM_RESET;
    ref_name(out->name, after->name, sizeof out->name);
    out->instance_id = after->instance_id;
    out->ifindex = after->ifindex;
    RATE(rx_bytes);
    RATE(tx_bytes);
    RATE(rx_packets);
    RATE(tx_packets);
    RATE(rx_errors);
    RATE(tx_errors);
    RATE(rx_dropped);
    RATE(tx_dropped);
    RATE(net_dev_rx_drop);
    RATE(multicast);
    set_utilisation(&out->utilisation_sar_ratio, GREW(rx_bytes), GREW(tx_bytes), after, call->elapsed_ns);
    /* Half of all there is and more is a restart. */
    if (changes < (uint64_t)1 << 31)
        out->carrier_changes = changes;
    if (counters.fell)
        return VMM_RESET;
    return counters.any ? VMM_OK : VMM_E_EMPTY;
}

static vmm_status function(const struct usage_call *call, void *out, size_t out_size)
{
    return vmm_net_usage_between(call->before, call->after, call->elapsed_ns, out, out_size);
}

const struct usage usage_net_usage = {
    .name = "net_usage",
    .record_id = VMM_RECORD_NET_USAGE,
    .bytes = sizeof(struct vmm_net_usage),
    .after = {VMM_RECORD_NET, sizeof(struct vmm_net),
              "=name =instance_id =ifindex +rx_bytes +tx_bytes +rx_packets +tx_packets +rx_errors +tx_errors "
              "+rx_dropped +tx_dropped +net_dev_rx_drop +multicast carrier_changes duplex speed_bits_per_second"},
    .is_between = true,
    .is_timed = true,
    .function = function,
    .reference = reference,
};
