/* SPDX-License-Identifier: MIT */
/* A TAP as its guest sees it. */
#include "test.h"

#include <string.h>

/* As the header says it. Each member is in one of these lists, or stays. */
static const char *const received[] = {"rx_bytes",   "rx_packets",     "rx_errors",
                                       "rx_dropped", "rx_fifo_errors", "rx_compressed"};
static const char *const sent[] = {"tx_bytes",   "tx_packets",     "tx_errors",
                                   "tx_dropped", "tx_fifo_errors", "tx_compressed"};
static const char *const lost[] = {"net_dev_rx_drop",   "net_dev_rx_frame", "net_dev_tx_carrier",  "multicast",
                                   "collisions",        "rx_missed_errors", "rx_length_errors",    "rx_over_errors",
                                   "rx_crc_errors",     "rx_frame_errors",  "rx_nohandler",        "tx_carrier_errors",
                                   "tx_aborted_errors", "tx_window_errors", "tx_heartbeat_errors", "tx_queue_len"};

#define NOT_THERE SIZE_MAX

static size_t place_in(const char *const *list, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(list[i], name) == 0)
            return i;
    return NOT_THERE;
}

#define PLACE_IN(list, name) place_in(list, COUNT_OF(list), name)

/* Every member has a number of its own. */
static struct vmm_net full_net(void)
{
    struct vmm_net net;
    struct vmm_member_info field;

    memset(&net, 0x5a, sizeof net);
    assert_int_equal(vmm_record_init(VMM_RECORD_NET, &net, sizeof net), VMM_OK);
    for (uint32_t i = 0; field_of(VMM_RECORD_NET, i, &field); i++) {
        uint64_t number = 1000 + i;

        if (field.type != VMM_TYPE_NAME)
            memcpy((char *)&net + field.offset, &number, sizeof number);
    }
    memcpy(net.name, "tap0", 5);
    return net;
}

static struct vmm_net view_of(const struct vmm_net *net)
{
    struct vmm_net view;

    memset(&view, 0x5a, sizeof view);
    assert_int_equal(vmm_net_guest_view_of(net, &view, sizeof view), VMM_OK);
    assert_int_equal(view.size, sizeof view);
    return view;
}

/* Drops and errors change places as bytes and packets do. */
TEST(every_member_changes_places_is_lost_or_stays)
{
    struct vmm_net net = full_net(), view = view_of(&net);
    struct vmm_member_info field;
    unsigned turned = 0, unknown = 0, kept = 0;

    for (uint32_t i = 0; field_of(VMM_RECORD_NET, i, &field); i++) {
        if (field.type == VMM_TYPE_NAME)
            continue;
        if (PLACE_IN(received, field.name) != NOT_THERE) {
            assert_int_equal(member(VMM_RECORD_NET, &view, field.name),
                             member(VMM_RECORD_NET, &net, sent[PLACE_IN(received, field.name)]));
            turned++;
        } else if (PLACE_IN(sent, field.name) != NOT_THERE) {
            assert_int_equal(member(VMM_RECORD_NET, &view, field.name),
                             member(VMM_RECORD_NET, &net, received[PLACE_IN(sent, field.name)]));
            turned++;
        } else if (PLACE_IN(lost, field.name) != NOT_THERE) {
            check_unknown_number(member(VMM_RECORD_NET, &view, field.name));
            unknown++;
        } else {
            assert_int_equal(member(VMM_RECORD_NET, &view, field.name), member(VMM_RECORD_NET, &net, field.name));
            /* No direction may stay as it was. */
            assert_true(strncmp(field.name, "rx_", 3) != 0 && strncmp(field.name, "tx_", 3) != 0 &&
                        strncmp(field.name, "net_dev_", 8) != 0);
            kept++;
        }
    }
    assert_string_equal(view.name, "tap0");
    assert_int_equal(turned, COUNT_OF(received) + COUNT_OF(sent));
    assert_int_equal(unknown, COUNT_OF(lost));
    assert_int_equal(kept, 29);
}

/* 25 packets of 60 bytes were written to this TAP by its guest's VMM, which read 40 from it. */
TEST(what_a_tap_received_the_guest_has_sent)
{
    struct sample sample = sample_load("proc-net-dev/linux-6.18-x86_64-tap-veth-bridge");
    struct vmm_text text = vmm_text_of(sample.bytes, sample.length);
    struct vmm_net net, view;

    do
        assert_int_equal(vmm_net_next(&text, &net, sizeof net), VMM_OK);
    while (strcmp(net.name, "tap0") != 0);
    view = view_of(&net);
    assert_int_equal(view.tx_packets, 25);
    assert_int_equal(view.tx_bytes, 1500);
    assert_int_equal(view.rx_packets, 40);
    assert_int_equal(view.rx_bytes, 9528);
    assert_int_equal(view.rx_dropped, 0);
    /* The file has only the sum of it and another. */
    check_unknown_number(view.tx_dropped);
    check_unknown_number(view.net_dev_rx_drop);
    sample_free(&sample);
}
