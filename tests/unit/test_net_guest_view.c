/* A TAP as its guest sees it. */
#include "support.h"

#include <stdlib.h>
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
    struct vmm_field field;

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
    assert_int_equal(vmm_net_guest_view(net, &view, sizeof view), VMM_OK);
    assert_int_equal(view.size, sizeof view);
    return view;
}

/* A28: all of them, drops and errors too. */
static void test_every_member_changes_places_is_lost_or_stays(void **state)
{
    struct vmm_net net = full_net(), view = view_of(&net);
    struct vmm_field field;
    unsigned turned = 0, unknown = 0, kept = 0;

    (void)state;
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
    assert_int_equal(kept, 13);
}

/* Seen from the other side twice, what is known is as it was. */
static void test_the_view_of_a_view(void **state)
{
    struct vmm_net net = full_net(), view = view_of(&net), again = view_of(&view);

    (void)state;
    for (size_t i = 0; i < COUNT_OF(lost); i++) {
        struct vmm_field field;

        for (uint32_t k = 0; field_of(VMM_RECORD_NET, k, &field); k++)
            if (strcmp(field.name, lost[i]) == 0)
                memset((char *)&net + field.offset, 0xff, 8);
    }
    check_equal(VMM_RECORD_NET, &again, &net);
}

static void test_in_place(void **state)
{
    struct vmm_net net = full_net(), view = view_of(&net);

    (void)state;
    assert_int_equal(vmm_net_guest_view(&net, &net, sizeof net), VMM_OK);
    assert_memory_equal(&net, &view, sizeof net);
}

/* A28: 25 packets of 60 bytes were written to this TAP by its guest's VMM, which read 40 from it. */
static void test_what_a_tap_received_the_guest_has_sent(void **state)
{
    struct sample sample = sample_load("proc-net-dev/linux-6.18-x86_64-tap-veth-bridge");
    struct vmm_text text = vmm_text_of(sample.bytes, sample.length);
    struct vmm_net net, view;

    (void)state;
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

static void test_what_is_unknown_stays_so(void **state)
{
    struct vmm_net net, view;

    (void)state;
    assert_int_equal(vmm_record_init(VMM_RECORD_NET, &net, sizeof net), VMM_OK);
    net.rx_errors = 0;
    net.mtu_bytes = 1500;
    view = view_of(&net);
    assert_int_equal(view.tx_errors, 0);
    assert_int_equal(view.mtu_bytes, 1500);
    assert_string_equal(view.name, "");
    view.tx_errors = view.mtu_bytes = VMM_UNKNOWN;
    check_unknown(VMM_RECORD_NET, &view);
}

static void test_nothing_is_known(void **state)
{
    struct vmm_net net, view;

    (void)state;
    /* What changes no places is no reason for a view. */
    assert_int_equal(vmm_record_init(VMM_RECORD_NET, &net, sizeof net), VMM_OK);
    memcpy(net.name, "tap0", 5);
    net.ifindex = net.multicast = net.net_dev_rx_drop = net.rx_crc_errors = net.operstate = 5;
    memset(&view, 0x5a, sizeof view);
    assert_int_equal(vmm_net_guest_view(&net, &view, sizeof view), VMM_E_EMPTY);
    assert_int_equal(view.size, sizeof view);
    check_unknown(VMM_RECORD_NET, &view);
    net.size = 0;
    net.rx_bytes = 5;
    assert_int_equal(vmm_net_guest_view(&net, &view, sizeof view), VMM_E_EMPTY);
    check_unknown(VMM_RECORD_NET, &view);
    net.size = sizeof net;
    assert_int_equal(vmm_net_guest_view(&net, &view, sizeof view), VMM_OK);
}

/* A name whose owner wrote no NUL does not run into the next member. */
static void test_a_name_without_an_end(void **state)
{
    struct vmm_net net = full_net(), view;

    (void)state;
    memset(net.name, 'x', sizeof net.name);
    view = view_of(&net);
    assert_string_equal(view.name, "xxxxxxxxxxxxxxx");
    memcpy(net.name, "a\0bcd", 5);
    view = view_of(&net);
    assert_memory_equal(view.name, "a\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 16);
}

/* Records of callers and libraries of another age: only whole members count, and nothing behind them is touched. */
static void test_records_of_every_size(void **state)
{
    struct vmm_net net = full_net(), whole = view_of(&net);
    struct vmm_field field;

    (void)state;
    for (size_t size = 8; size <= 2 * sizeof net; size++) {
        struct record out, wanted;
        struct vmm_net *shorter;
        vmm_status status;

        memset(&wanted, 0x5a, sizeof wanted);
        memset(&wanted, 0xff, size);
        wanted.words[0] = size < sizeof net ? size : sizeof net;
        for (uint32_t i = 0; field_of(VMM_RECORD_NET, i, &field); i++)
            if (field.offset + field.bytes <= size)
                memcpy((char *)&wanted + field.offset, (const char *)&whole + field.offset, (size_t)field.bytes);
        memset(&out, 0x5a, sizeof out);
        assert_int_equal(vmm_net_guest_view(&net, (struct vmm_net *)(void *)&out, size), VMM_OK);
        assert_memory_equal(&out, &wanted, sizeof out);
        memset(&out, 0x5a, sizeof out);
        assert_int_equal(vmm_net_guest_view(NULL, (struct vmm_net *)(void *)&out, size), VMM_E_ARGUMENT);
        if (size >= sizeof net)
            check_unknown(VMM_RECORD_NET, &out);
        if (size > sizeof net)
            continue;

        /* In a block of this very size, so that a sanitizer sees what is read behind it. */
        shorter = malloc(size);
        assert_non_null(shorter);
        memcpy(shorter, &net, size);
        *(uint64_t *)(void *)shorter = size;
        status = vmm_net_guest_view(shorter, (struct vmm_net *)(void *)&out, sizeof net);
        assert_int_equal(status, size >= offsetof(struct vmm_net, rx_bytes) + 8 ? VMM_OK : VMM_E_EMPTY);
        if (status == VMM_OK) {
            struct vmm_net cut = net, wanted_view;

            cut.size = size;
            assert_int_equal(vmm_net_guest_view(&cut, &wanted_view, sizeof wanted_view), VMM_OK);
            assert_memory_equal(&out, &wanted_view, sizeof wanted_view);
            assert_int_equal(wanted_view.tx_bytes, net.rx_bytes);
            if (size < offsetof(struct vmm_net, tx_bytes) + 8)
                check_unknown_number(wanted_view.rx_bytes);
        }
        free(shorter);
    }
}

static void test_arguments(void **state)
{
    struct vmm_net net = full_net(), view, untouched;

    (void)state;
    memset(&view, 0x5a, sizeof view);
    untouched = view;
    for (size_t size = 0; size < 8; size++)
        assert_int_equal(vmm_net_guest_view(&net, &view, size), VMM_E_ARGUMENT);
    assert_memory_equal(&view, &untouched, sizeof view);
    assert_int_equal(vmm_net_guest_view(&net, NULL, sizeof view), VMM_E_ARGUMENT);
    assert_int_equal(vmm_net_guest_view(NULL, NULL, 0), VMM_E_ARGUMENT);
    assert_int_equal(vmm_net_guest_view(NULL, &view, sizeof view), VMM_E_ARGUMENT);
    assert_int_equal(view.size, sizeof view);
    check_unknown(VMM_RECORD_NET, &view);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_member_changes_places_is_lost_or_stays),
        cmocka_unit_test(test_the_view_of_a_view),
        cmocka_unit_test(test_in_place),
        cmocka_unit_test(test_what_a_tap_received_the_guest_has_sent),
        cmocka_unit_test(test_what_is_unknown_stays_so),
        cmocka_unit_test(test_nothing_is_known),
        cmocka_unit_test(test_a_name_without_an_end),
        cmocka_unit_test(test_records_of_every_size),
        cmocka_unit_test(test_arguments),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
