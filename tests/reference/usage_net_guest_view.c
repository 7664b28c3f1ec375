/* SPDX-License-Identifier: MIT */
/* The guest's view of an interface. */
#include <string.h>

#include "usage.h"

static void turn(uint64_t *one, uint64_t *other)
{
    uint64_t kept = *one;

    *one = *other;
    *other = kept;
}

static vmm_status reference(const struct usage_call *call, void *result)
{
    const struct vmm_net *net = call->after;
    struct vmm_net *out = result;

    if (!ref_known(net->rx_bytes) && !ref_known(net->tx_bytes) && !ref_known(net->rx_packets) &&
        !ref_known(net->tx_packets) && !ref_known(net->rx_errors) && !ref_known(net->tx_errors) &&
        !ref_known(net->rx_dropped) && !ref_known(net->tx_dropped) && !ref_known(net->rx_fifo_errors) &&
        !ref_known(net->tx_fifo_errors) && !ref_known(net->rx_compressed) && !ref_known(net->tx_compressed))
        return VMM_E_EMPTY;
    *out = *net;
    ref_name(out->name, net->name, sizeof out->name);
    turn(&out->rx_bytes, &out->tx_bytes);
    turn(&out->rx_packets, &out->tx_packets);
    turn(&out->rx_errors, &out->tx_errors);
    turn(&out->rx_dropped, &out->tx_dropped);
    turn(&out->rx_fifo_errors, &out->tx_fifo_errors);
    turn(&out->rx_compressed, &out->tx_compressed);
    out->net_dev_rx_drop = out->net_dev_rx_frame = out->net_dev_tx_carrier = out->multicast = VMM_UNKNOWN;
    out->collisions = out->rx_missed_errors = out->rx_length_errors = out->rx_over_errors = VMM_UNKNOWN;
    out->rx_crc_errors = out->rx_frame_errors = out->rx_nohandler = out->tx_carrier_errors = VMM_UNKNOWN;
    out->tx_aborted_errors = out->tx_window_errors = out->tx_heartbeat_errors = out->tx_queue_len = VMM_UNKNOWN;
    return VMM_OK;
}

static vmm_status function(const struct usage_call *call, void *out, size_t out_size)
{
    return vmm_net_guest_view_of(call->after, out, out_size);
}

/* The view of a view is the record, but for what it has lost. */
static bool is_sound(const struct usage_call *call, const void *out)
{
    struct vmm_net again, back;

    (void)call;
    return vmm_net_guest_view_of(out, &again, sizeof again) == VMM_OK &&
           vmm_net_guest_view_of(&again, &back, sizeof back) == VMM_OK && memcmp(&back, out, sizeof back) == 0;
}

const struct usage usage_net_guest_view = {
    .name = "net_guest_view",
    .record_id = VMM_RECORD_NET,
    .bytes = sizeof(struct vmm_net),
    .after = {VMM_RECORD_NET, sizeof(struct vmm_net), "*"},
    .is_in_place = true,
    .function = function,
    .reference = reference,
    .is_sound = is_sound,
};
