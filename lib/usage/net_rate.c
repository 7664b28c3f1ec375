/* An interface's traffic between two samples. */
#include "arithmetic.h"
#include "vmmetrics/net.h"

#define AT(member) offsetof(struct vmm_net, member)
#define NOW(member) vmm_input(after, AT(member))
#define GREW(member) VMM_GREW(net, member)
#define RATE(member) vmm_per_second(GREW(member), elapsed_ns)

static const struct vmm_identity net_identity = {{AT(ifindex), AT(instance_id)}, VMM_NAME_OF(struct vmm_net)};

/* As in sar, half duplex counts both directions: they share a link that can only do one at a time. */
static double link_used(uint64_t received, uint64_t sent, uint64_t duplex, uint64_t speed, int64_t elapsed_ns)
{
    double bytes;

    if (received == VMM_UNKNOWN || sent == VMM_UNKNOWN || !vmm_is_known(speed) || speed == 0)
        return vmm_unknown_double();
    if (duplex == VMM_NET_DUPLEX_HALF)
        bytes = (double)received + (double)sent;
    else if (duplex == VMM_NET_DUPLEX_FULL)
        bytes = received > sent ? (double)received : (double)sent;
    else
        return vmm_unknown_double();
    return bytes * 8e9 / (double)elapsed_ns / (double)speed;
}

static vmm_status net_rate(const struct vmm_net *before, const struct vmm_net *after, int64_t elapsed_ns,
                           struct vmm_net_rate *rate)
{
    vmm_status status = VMM_E_EMPTY;
    uint64_t received = GREW(rx_bytes), sent = GREW(tx_bytes), carrier_changes = GREW(carrier_changes);

    vmm_store_name(rate, sizeof *rate, VMM_NAME_OF(struct vmm_net_rate),
                   vmm_input_name(after, VMM_NAME_OF(struct vmm_net)));
    rate->instance_id = NOW(instance_id);
    rate->ifindex = NOW(ifindex);
    rate->rx_bytes_per_second = vmm_per_second(received, elapsed_ns);
    rate->tx_bytes_per_second = vmm_per_second(sent, elapsed_ns);
    rate->rx_packets_per_second = RATE(rx_packets);
    rate->tx_packets_per_second = RATE(tx_packets);
    rate->rx_errors_per_second = RATE(rx_errors);
    rate->tx_errors_per_second = RATE(tx_errors);
    rate->rx_dropped_per_second = RATE(rx_dropped);
    rate->tx_dropped_per_second = RATE(tx_dropped);
    rate->net_dev_rx_drop_per_second = RATE(net_dev_rx_drop);
    rate->multicast_per_second = RATE(multicast);
    rate->utilisation_sar_ratio = link_used(received, sent, NOW(duplex), NOW(speed_bits_per_second), elapsed_ns);
    /* A growth of 2^31 or more is taken for a restart. */
    rate->carrier_changes = carrier_changes <= INT32_MAX ? carrier_changes : VMM_UNKNOWN;
    return status;
}

vmm_status vmm_net_rate_between(const struct vmm_net *before, const struct vmm_net *after, int64_t elapsed_ns,
                                struct vmm_net_rate *out, size_t out_size)
{
    struct vmm_net_rate rate;
    vmm_status status = vmm_begin_between(before, after, elapsed_ns, &net_identity, &rate, sizeof rate);

    if (status == VMM_OK)
        status = net_rate(before, after, elapsed_ns, &rate);
    return vmm_give_named(status, &rate, sizeof rate, VMM_NAME_OF(struct vmm_net_rate), out, out_size);
}

#undef AT
#undef NOW
#undef GREW
#undef RATE
