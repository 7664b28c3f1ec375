/* SPDX-License-Identifier: MIT */
/* A TAP as its guest sees it. */
#include "arithmetic.h"
#include "vmmetrics/net.h"

/*
 * Copies a record of any size into a whole record that is still unknown. A name that is only partly there is unknown.
 */
static void copy_whole_net(const struct vmm_net *net, struct vmm_net *whole)
{
    for (size_t offset = offsetof(struct vmm_net, instance_id); offset < sizeof *whole; offset += sizeof(uint64_t))
        vmm_store(whole, sizeof *whole, offset, vmm_input(net, offset));
    vmm_store_name(whole, sizeof *whole, VMM_NAME_OF(struct vmm_net), vmm_input_name(net, VMM_NAME_OF(struct vmm_net)));
}

/* Exchanges a pair of members. Returns whether one of the two is known. */
static bool turn_round(uint64_t *rx, uint64_t *tx)
{
    uint64_t received = *rx;

    *rx = *tx;
    *tx = received;
    return vmm_is_number(*rx) || vmm_is_number(*tx);
}

static vmm_status net_guest_view(const struct vmm_net *net, struct vmm_net *view)
{
    bool is_known = false;

    copy_whole_net(net, view);
    is_known |= turn_round(&view->rx_bytes, &view->tx_bytes);
    is_known |= turn_round(&view->rx_packets, &view->tx_packets);
    is_known |= turn_round(&view->rx_errors, &view->tx_errors);
    is_known |= turn_round(&view->rx_dropped, &view->tx_dropped);
    is_known |= turn_round(&view->rx_fifo_errors, &view->tx_fifo_errors);
    is_known |= turn_round(&view->rx_compressed, &view->tx_compressed);
    /* Members that exist for one direction only. */
    view->net_dev_rx_drop = view->net_dev_rx_frame = view->net_dev_tx_carrier = VMM_UNKNOWN;
    view->multicast = view->collisions = VMM_UNKNOWN;
    view->rx_missed_errors = view->rx_length_errors = view->rx_over_errors = VMM_UNKNOWN;
    view->rx_crc_errors = view->rx_frame_errors = view->rx_nohandler = VMM_UNKNOWN;
    view->tx_carrier_errors = view->tx_aborted_errors = view->tx_window_errors = VMM_UNKNOWN;
    view->tx_heartbeat_errors = view->tx_queue_len = VMM_UNKNOWN;
    return is_known ? VMM_OK : VMM_E_EMPTY;
}

vmm_status vmm_net_guest_view_of(const struct vmm_net *net, struct vmm_net *out, size_t out_size)
{
    /* `out` may be `net`, so the view is complete before anything is written. */
    struct vmm_net view;
    vmm_status status = VMM_E_ARGUMENT;

    vmm_begin(&view, sizeof view, sizeof view, VMM_RECORD_NET);
    if (net != NULL && vmm_is_of(net, VMM_RECORD_NET))
        status = net_guest_view(net, &view);
    return vmm_give(status, VMM_RECORD_NET, &view, out, out_size);
}
