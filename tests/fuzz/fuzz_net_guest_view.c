/* The guest's view of an interface of any content and size, against a reference. */
#include <string.h>

#include "usage.h"

/* All members are read: the name, and numbers from there to the end. */
#define FIRST offsetof(struct vmm_net, instance_id)
enum { MEMBERS = 1 + (sizeof(struct vmm_net) - FIRST) / 8 };
static struct fuzz_member members[MEMBERS];

static void turn(uint64_t *one, uint64_t *other)
{
    uint64_t kept = *one;

    *one = *other;
    *other = kept;
}

static vmm_status reference(const struct fuzz_call *call, void *result)
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

static vmm_status function(const struct fuzz_call *call, void *out, size_t out_size)
{
    return vmm_net_guest_view(call->after, out, out_size);
}

/* The result may be the record itself; and the view of a view is the record, but for what it has lost. */
static void check(const struct fuzz_call *call, const void *out)
{
    struct vmm_net view, again;

    memcpy(&view, call->after, sizeof view);
    CHECK(vmm_net_guest_view(&view, &view, sizeof view) == VMM_OK);
    CHECK(fuzz_same_members(VMM_RECORD_NET, &view, out, sizeof view));
    CHECK(vmm_net_guest_view(&view, &again, sizeof again) == VMM_OK);
    CHECK(vmm_net_guest_view(&again, &again, sizeof again) == VMM_OK);
    CHECK(fuzz_same(&again, &view, sizeof view));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct fuzz_side side = {sizeof(struct vmm_net), members, MEMBERS}, none;
    const struct fuzz_usage usage = {
        VMM_RECORD_NET, sizeof(struct vmm_net), none, side, false, false, function, reference, check};

    members[0] = (struct fuzz_member){offsetof(struct vmm_net, name), FIRST - offsetof(struct vmm_net, name), false};
    for (size_t i = 1; i < MEMBERS; i++)
        members[i] = (struct fuzz_member){FIRST + 8 * (i - 1), 8, false};
    fuzz_usage(&usage, data, size);
    return 0;
}
