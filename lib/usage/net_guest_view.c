/* A TAP as its guest sees it. */
#include "arithmetic.h"
#include "vmmetrics/net.h"

#define AT(member) offsetof(struct vmm_net, member)

/* Members that change places. */
static const uint16_t pairs[][2] = {
    {AT(rx_bytes), AT(tx_bytes)},     {AT(rx_packets), AT(tx_packets)},         {AT(rx_errors), AT(tx_errors)},
    {AT(rx_dropped), AT(tx_dropped)}, {AT(rx_fifo_errors), AT(tx_fifo_errors)}, {AT(rx_compressed), AT(tx_compressed)},
};

/* Members of one direction that the other does not have. */
static const uint16_t single[] = {
    AT(net_dev_rx_drop),   AT(net_dev_rx_frame), AT(net_dev_tx_carrier),  AT(multicast),
    AT(collisions),        AT(rx_missed_errors), AT(rx_length_errors),    AT(rx_over_errors),
    AT(rx_crc_errors),     AT(rx_frame_errors),  AT(rx_nohandler),        AT(tx_carrier_errors),
    AT(tx_aborted_errors), AT(tx_window_errors), AT(tx_heartbeat_errors), AT(tx_queue_len),
};

/* Turns a pair round; whether any of it is known. */
static bool turn(const struct vmm_net *net, struct vmm_net *view, const uint16_t pair[2])
{
    uint64_t first = vmm_input(net, pair[0]);
    uint64_t second = vmm_input(net, pair[1]);

    vmm_store(view, sizeof *view, pair[0], second);
    vmm_store(view, sizeof *view, pair[1], first);
    return vmm_is_known(first) || vmm_is_known(second);
}

vmm_status vmm_net_guest_view(const struct vmm_net *net, struct vmm_net *out, size_t out_size)
{
    /* `out` may be `net`, so all of it is read before anything is written. */
    struct vmm_net view;
    bool is_known = false;
    size_t size;

    vmm_begin(&view, sizeof view, sizeof view);
    if (net != NULL) {
        /* Counters stand behind the name, so where it is not known they are not. */
        if (net->size >= AT(name) + sizeof net->name)
            vmm_store_name(&view, sizeof view, AT(name), sizeof view.name, net->name);
        for (size_t offset = AT(instance_id); offset < sizeof view; offset += sizeof(uint64_t))
            vmm_store(&view, sizeof view, offset, vmm_input(net, offset));
        for (unsigned i = 0; i < sizeof pairs / sizeof pairs[0]; i++)
            is_known |= turn(net, &view, pairs[i]);
        for (unsigned i = 0; i < sizeof single / sizeof single[0]; i++)
            vmm_store(&view, sizeof view, single[i], VMM_UNKNOWN);
    }
    size = vmm_begin(out, out_size, sizeof *out);
    vmm_store_name(out, size, AT(name), sizeof view.name, is_known ? view.name : "");
    if (size == 0 || net == NULL)
        return VMM_E_ARGUMENT;
    if (!is_known)
        return VMM_E_EMPTY;
    for (size_t offset = AT(instance_id); offset < sizeof view; offset += sizeof(uint64_t))
        vmm_store(out, size, offset, vmm_input(&view, offset));
    return VMM_OK;
}
