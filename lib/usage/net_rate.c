/* An interface's traffic between two samples. */
#include "arithmetic.h"
#include "vmmetrics/counter.h"
#include "vmmetrics/net.h"

#define RECORD struct vmm_net_rate

/* The counters that are read, and where each one's rate goes. */
enum { RX_BYTES, TX_BYTES, CARRIER_CHANGES = 10 };
#define AT(member) offsetof(struct vmm_net, member)
#define COUNTER(member)                                                                                                \
    {                                                                                                                  \
        AT(member), offsetof(RECORD, member##_per_second)                                                              \
    }
static const struct {
    uint16_t input;
    uint16_t output;
} counters[] = {
    [RX_BYTES] = COUNTER(rx_bytes),
    [TX_BYTES] = COUNTER(tx_bytes),
    COUNTER(rx_packets),
    COUNTER(tx_packets),
    COUNTER(rx_errors),
    COUNTER(tx_errors),
    COUNTER(rx_dropped),
    COUNTER(tx_dropped),
    COUNTER(net_dev_rx_drop),
    COUNTER(multicast),
    [CARRIER_CHANGES] = {AT(carrier_changes), offsetof(RECORD, carrier_changes)},
};
#define COUNTERS (sizeof counters / sizeof counters[0])

static bool is_another(const struct vmm_net *before, const struct vmm_net *after)
{
    return vmm_differ(before, after, AT(ifindex)) || vmm_differ(before, after, AT(instance_id)) ||
           vmm_names_differ(before, after, AT(name), sizeof before->name);
}

static vmm_status growths_between(const struct vmm_net *before, const struct vmm_net *after, uint64_t growths[COUNTERS])
{
    vmm_status result = VMM_E_EMPTY;

    for (unsigned i = 0; i < COUNTERS; i++) {
        vmm_status status =
            vmm_counter_between(vmm_input(before, counters[i].input), vmm_input(after, counters[i].input),
                                i == CARRIER_CHANGES ? VMM_WIDTH_32 : VMM_WIDTH_64, &growths[i]);

        if (status == VMM_RESET || (status == VMM_OK && result == VMM_E_EMPTY))
            result = status;
    }
    return result;
}

/* sar's: both directions share a link that can only do one at a time. */
static double bytes_of_link(uint64_t received, uint64_t sent, uint64_t duplex)
{
    if (duplex == VMM_NET_DUPLEX_HALF)
        return (double)received + (double)sent;
    return received > sent ? (double)received : (double)sent;
}

static void store_utilisation(void *out, size_t size, const uint64_t growths[COUNTERS], const struct vmm_net *after,
                              int64_t elapsed_ns)
{
    uint64_t speed = vmm_input(after, AT(speed_bits_per_second));
    uint64_t duplex = vmm_input(after, AT(duplex));

    if (growths[RX_BYTES] == VMM_UNKNOWN || growths[TX_BYTES] == VMM_UNKNOWN || !vmm_is_known(speed) || speed == 0 ||
        (duplex != VMM_NET_DUPLEX_HALF && duplex != VMM_NET_DUPLEX_FULL))
        return;
    vmm_store_double(out, size, offsetof(RECORD, utilisation_sar_ratio),
                     bytes_of_link(growths[RX_BYTES], growths[TX_BYTES], duplex) * 8e9 / (double)elapsed_ns /
                         (double)speed);
}

vmm_status vmm_net_rate_between(const struct vmm_net *before, const struct vmm_net *after, int64_t elapsed_ns,
                                struct vmm_net_rate *out, size_t out_size)
{
    size_t size = vmm_begin(out, out_size, sizeof *out);
    uint64_t growths[COUNTERS];
    vmm_status status;

    vmm_store_name(out, size, offsetof(RECORD, name), sizeof out->name, "");
    if (size == 0 || after == NULL)
        return VMM_E_ARGUMENT;
    if (before == NULL || before->size == 0)
        return VMM_FIRST;
    if (elapsed_ns <= 0)
        return VMM_NO_INTERVAL;
    if (is_another(before, after))
        return VMM_RESET;
    status = growths_between(before, after, growths);
    if (status != VMM_OK)
        return status;

    vmm_store_name(out, size, offsetof(RECORD, name), sizeof out->name,
                   vmm_input_name(after, AT(name), sizeof after->name));
    vmm_store(out, size, offsetof(RECORD, instance_id), vmm_input(after, AT(instance_id)));
    vmm_store(out, size, offsetof(RECORD, ifindex), vmm_input(after, AT(ifindex)));
    for (unsigned i = 0; i < CARRIER_CHANGES; i++)
        vmm_store_rate(out, size, counters[i].output, growths[i], elapsed_ns);
    /* Who seems to have grown by half of all there is has restarted. */
    if (growths[CARRIER_CHANGES] <= INT32_MAX)
        vmm_store(out, size, counters[CARRIER_CHANGES].output, growths[CARRIER_CHANGES]);
    store_utilisation(out, size, growths, after, elapsed_ns);
    return VMM_OK;
}
