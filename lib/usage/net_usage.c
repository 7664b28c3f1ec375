/* SPDX-License-Identifier: MIT */
/* An interface's traffic between two samples. */
#include "arithmetic.h"
#include "vmmetrics/net.h"

#define AT(member) offsetof(struct vmm_net, member)
#define NOW(member) vmm_input(after, AT(member))
#define GREW(member) VMM_GREW(net, member)
#define RATE(member) vmm_per_second(GREW(member), elapsed_ns)

/* As in sar, half duplex counts both directions, since they share a link that works in one direction at a time. */
static double link_used(uint64_t received, uint64_t sent, uint64_t duplex, uint64_t speed, int64_t elapsed_ns)
{
    double bytes;

    if (received == VMM_UNKNOWN || sent == VMM_UNKNOWN || !vmm_is_number(speed) || speed == 0)
        return vmm_unknown_double();
    if (duplex == VMM_NET_DUPLEX_HALF)
        bytes = (double)received + (double)sent;
    else if (duplex == VMM_NET_DUPLEX_FULL)
        bytes = received > sent ? (double)received : (double)sent;
    else
        return vmm_unknown_double();
    return bytes * 8e9 / (double)elapsed_ns / (double)speed;
}

static vmm_status net_usage(const struct vmm_net *before, const struct vmm_net *after, int64_t elapsed_ns,
                            struct vmm_net_usage *usage)
{
    vmm_status status = VMM_E_EMPTY;
    uint64_t received = GREW(rx_bytes), sent = GREW(tx_bytes), carrier_changes = GREW(carrier_changes);

    vmm_store_name(usage, sizeof *usage, VMM_NAME_OF(struct vmm_net_usage),
                   vmm_input_name(after, VMM_NAME_OF(struct vmm_net)));
    usage->instance_id = NOW(instance_id);
    usage->ifindex = NOW(ifindex);
    usage->rx_bytes_per_second = vmm_per_second(received, elapsed_ns);
    usage->tx_bytes_per_second = vmm_per_second(sent, elapsed_ns);
    usage->rx_packets_per_second = RATE(rx_packets);
    usage->tx_packets_per_second = RATE(tx_packets);
    usage->rx_errors_per_second = RATE(rx_errors);
    usage->tx_errors_per_second = RATE(tx_errors);
    usage->rx_dropped_per_second = RATE(rx_dropped);
    usage->tx_dropped_per_second = RATE(tx_dropped);
    usage->net_dev_rx_drop_per_second = RATE(net_dev_rx_drop);
    usage->multicast_per_second = RATE(multicast);
    usage->utilisation_sar_ratio = link_used(received, sent, NOW(duplex), NOW(speed_bits_per_second), elapsed_ns);
    /* A growth of 2^31 or more is taken for a restart. */
    usage->carrier_changes = carrier_changes <= INT32_MAX ? carrier_changes : VMM_UNKNOWN;
    return status;
}

vmm_status vmm_net_usage_between(const struct vmm_net *before, const struct vmm_net *after, int64_t elapsed_ns,
                                 struct vmm_net_usage *out, size_t out_size)
{
    struct vmm_net_usage usage;
    vmm_status status = vmm_begin_between(before, after, elapsed_ns, VMM_RECORD_NET, &usage, VMM_RECORD_NET_USAGE);

    if (status == VMM_OK)
        status = net_usage(before, after, elapsed_ns, &usage);
    return vmm_give(status, VMM_RECORD_NET_USAGE, &usage, out, out_size);
}

#undef AT
#undef NOW
#undef GREW
#undef RATE
