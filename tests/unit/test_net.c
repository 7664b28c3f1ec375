/* SPDX-License-Identifier: MIT */
/* The files of /sys/class/net/IF. */
#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Most samples have the files up to tx_queue_len. */
enum { FILES = 53, SAMPLED = 37 };

static const char *const operstates[] = {"unknown", "notpresent", "down", "lowerlayerdown", "testing", "dormant", "up"};

static struct vmm_net unknown_net(void)
{
    struct vmm_net net;

    memset(&net, 0x5a, sizeof net);
    assert_int_equal(vmm_record_init(VMM_RECORD_NET, &net, sizeof net), VMM_OK);
    return net;
}

/* The member that a file feeds. */
static uint64_t word_of(const struct vmm_net *net, const struct format *format)
{
    return ref_load(net, format->sets[0].offset);
}

/* The same, read from this text. */
static uint64_t value_of(uint32_t id, const char *string)
{
    const struct format *format = &net_group.formats[id - VMM_FILE_NET_IFINDEX];
    struct vmm_net net;

    read_string(format, string, &net);
    return word_of(&net, format);
}

#define VALUE_OF(id, string) value_of(VMM_FILE_NET_##id, string)

/* ---- every file ---- */

TEST(every_member_has_a_file_but_those_of_net_dev)
{
    unsigned char covered[sizeof(struct vmm_net)] = {0};
    struct vmm_member_info field;
    struct vmm_file_info file;

    assert_int_equal(net_group.count, FILES);
    for (uint32_t i = 0; i < FILES; i++) {
        assert_int_equal(net_group.formats[i].file, VMM_FILE_NET_IFINDEX + i);
        assert_false(covered[net_group.formats[i].sets[0].offset]);
        covered[net_group.formats[i].sets[0].offset] = 1;
    }
    assert_int_equal(vmm_file_at(VMM_RECORD_NET, FILES, &file, sizeof file), VMM_END);
    assert_int_equal(vmm_file_find(VMM_RECORD_NET, TEXT("rx_bytes")), 0);
    assert_int_equal(vmm_file_find(VMM_RECORD_NET, TEXT("statistics/")), 0);
    for (uint32_t i = 0; field_of(VMM_RECORD_NET, i, &field); i++)
        if (!covered[field.offset] && strncmp(field.name, "net_dev_", 8) != 0)
            assert_true(strcmp(field.name, "name") == 0 || strcmp(field.name, "instance_id") == 0);
}

TEST(all_files_of_a_directory_in_any_order)
{
    chance_seed(3);
    for (unsigned time = 0; time < 20; time++) {
        struct vmm_net net = unknown_net();
        size_t first = chance_below(FILES);

        memcpy(net.name, "tap0", 5);
        for (size_t i = 0; i < FILES; i++) {
            const struct format *format = &net_group.formats[(first + i * 10) % FILES];
            struct vmm_text text = vmm_text_of(format->usual[0].bytes, format->usual[0].length);

            assert_int_equal(vmm_record_read(&text, format->file, &net, sizeof net), VMM_OK);
        }
        for (uint32_t i = 0; i < FILES; i++)
            assert_int_equal(word_of(&net, &net_group.formats[i]),
                             value_of(net_group.formats[i].file, net_group.formats[i].usual[0].bytes));
        assert_string_equal(net.name, "tap0");
        check_unknown_number(net.instance_id);
        check_unknown_number(net.net_dev_rx_drop);
        check_unknown_number(net.net_dev_rx_frame);
        check_unknown_number(net.net_dev_tx_carrier);
    }
}

/* ---- samples ---- */

/* Reads a sample's files, each checked against the reference; those that are missing could not be read. */
static struct vmm_net net_of(const char *interface, unsigned *read)
{
    struct vmm_net net = unknown_net();

    *read = 0;
    for (size_t i = 0; i < FILES; i++) {
        char name[200];
        struct sample sample;
        struct vmm_text text;
        FILE *file;

        snprintf(name, sizeof name, "%s/sys-class-net/%s/%s", VMM_TEST_DATA, interface,
                 net_group.formats[i].name + strlen("net/"));
        file = fopen(name, "rb");
        if (file == NULL)
            continue;
        fclose(file);
        sample = sample_load(name + strlen(VMM_TEST_DATA) + 1);
        text = vmm_text_of(sample.bytes, sample.length);
        assert_int_equal(vmm_record_read(&text, net_group.formats[i].file, &net, sizeof net), VMM_OK);
        for (size_t at = 0; at <= sample.length; at++)
            check_piece(&net_group.formats[i], sample.bytes, at);
        if (net_group.formats[i].take == ref_number)
            assert_int_equal(word_of(&net, &net_group.formats[i]), strtoull(sample.bytes, NULL, 10));
        sample_free(&sample);
        ++*read;
    }
    return net;
}

TEST(sample_of_a_tap)
{
    unsigned read;
    struct vmm_net net = net_of("linux-6.18-x86_64-tap", &read);

    assert_int_equal(read, SAMPLED);
    assert_int_equal(net.ifindex, 2);
    assert_int_equal(net.iflink, 2);
    /* 25 packets of 60 bytes from the guest's side. */
    assert_int_equal(net.rx_packets, 25);
    assert_int_equal(net.rx_bytes, 1500);
    assert_int_equal(net.tx_packets, 40);
    assert_int_equal(net.tx_bytes, 9528);
    assert_int_equal(net.rx_dropped, 0);
    assert_int_equal(net.carrier, 1);
    assert_int_equal(net.carrier_changes, 0);
    /* Made up, but told as it is. */
    assert_int_equal(net.speed_bits_per_second, UINT64_C(10000000000));
    assert_int_equal(net.duplex, VMM_NET_DUPLEX_FULL);
    assert_int_equal(net.mtu_bytes, 1500);
    assert_int_equal(net.flags, 0x1003);
    assert_int_equal(net.type, 1);
    assert_int_equal(net.tx_queue_len, 1000);
}

/* The name has no origin, so that reading the file fails, and no group was set. */
TEST(sample_of_a_tap_that_a_user_may_open)
{
    unsigned read;
    struct vmm_net net = net_of("linux-6.18-x86_64-tap-owned", &read);

    assert_int_equal(read, FILES - 1);
    assert_int_equal(net.tun_flags, 0x5102);
    assert_int_equal(net.owner, 1000);
    check_unknown_number(net.group);
    check_unknown_number(net.name_assign_type);
    assert_int_equal(net.addr_assign_type, 1);
    assert_int_equal(net.addr_len_bytes, 6);
    assert_int_equal(net.dev_id, 0);
    assert_int_equal(net.dormant, 0);
    assert_int_equal(net.netdev_group, 0);
    assert_int_equal(net.gro_flush_timeout_ns, 0);
}

/* A word of the kernel, and the TAP carries traffic. */
TEST(operstate_of_a_tap_is_unknown_while_it_carries_traffic)
{
    unsigned read;
    struct vmm_net net = net_of("linux-6.18-x86_64-tap", &read);

    assert_true(net.rx_packets > 0 && net.tx_packets > 0);
    assert_int_equal(net.operstate, VMM_NET_OPERSTATE_UNKNOWN);
    assert_int_not_equal(net.operstate, VMM_UNKNOWN);
}

/* Speed, duplex and carrier fail with EINVAL, so no call is made for them. */
TEST(samples_without_files_that_cannot_be_read)
{
    unsigned read;
    struct vmm_net net = net_of("linux-6.18-x86_64-tap-down", &read);

    assert_int_equal(read, SAMPLED - 3);
    check_unknown_number(net.carrier);
    check_unknown_number(net.speed_bits_per_second);
    check_unknown_number(net.duplex);
    assert_int_equal(net.operstate, VMM_NET_OPERSTATE_DOWN);
    assert_int_equal(net.flags, 0x1002);
    assert_int_equal(net.rx_dropped, 3);
    net = net_of("linux-6.18-x86_64-lo", &read);
    assert_int_equal(read, SAMPLED - 2);
    check_unknown_number(net.speed_bits_per_second);
    check_unknown_number(net.duplex);
    assert_int_equal(net.carrier, 1);
    assert_int_equal(net.operstate, VMM_NET_OPERSTATE_UNKNOWN);
    assert_int_equal(net.mtu_bytes, 65536);
    assert_int_equal(net.type, 772);
}

/* -1, which is not 4294967295 Mbit/s and not -1000000 bit/s. */
TEST(samples_whose_speed_is_not_known)
{
    static const char *const names[] = {"linux-6.18-x86_64-virtio", "linux-6.18-x86_64-bridge"};

    for (size_t i = 0; i < COUNT_OF(names); i++) {
        unsigned read;
        struct vmm_net net = net_of(names[i], &read);

        assert_int_equal(read, SAMPLED);
        check_unknown_number(net.speed_bits_per_second);
        assert_int_equal(net.duplex, VMM_NET_DUPLEX_UNKNOWN);
        assert_int_equal(net.carrier, 1);
        assert_true(net.tx_packets > 0);
    }
}

TEST(sample_of_a_tap_that_nobody_has_open)
{
    unsigned read;
    struct vmm_net net = net_of("linux-6.18-x86_64-tap-without-program", &read);

    assert_int_equal(net.carrier, 0);
    assert_int_equal(net.operstate, VMM_NET_OPERSTATE_DOWN);
    assert_int_equal(net.speed_bits_per_second, UINT64_C(10000000000));
    assert_int_equal(net.carrier_changes, net.carrier_up_count + net.carrier_down_count);
}

TEST(sample_of_a_veth)
{
    unsigned read;
    struct vmm_net net = net_of("linux-6.18-x86_64-veth", &read);

    /* The number of its other end. */
    assert_int_equal(net.ifindex, 7);
    assert_int_equal(net.iflink, 6);
    assert_int_equal(net.operstate, VMM_NET_OPERSTATE_UP);
}

/* The columns of /proc/net/dev that equal a file feed the same member; both were captured in the same quiet moment. */
TEST(both_sources_say_the_same)
{
    static const char *const columns[] = {
        "rx_bytes",   "rx_packets", "rx_errors",  "rx_fifo_errors", "rx_compressed", "multicast",    "tx_bytes",
        "tx_packets", "tx_errors",  "tx_dropped", "tx_fifo_errors", "collisions",    "tx_compressed"};
    static const struct {
        const char *name;
        const char *sample;
    } interfaces[] = {
        {"tap0", "linux-6.18-x86_64-tap"},
        {"tap1", "linux-6.18-x86_64-tap-down"},
        {"tap2", "linux-6.18-x86_64-tap-without-program"},
    };
    struct sample sample = sample_load("proc-net-dev/linux-6.18-x86_64-tap-veth-bridge");
    struct vmm_text text = vmm_text_of(sample.bytes, sample.length);
    struct vmm_net row;
    unsigned found = 0;

    while (vmm_net_next(&text, &row, sizeof row) == VMM_OK) {
        for (size_t i = 0; i < COUNT_OF(interfaces); i++) {
            struct vmm_net net;
            unsigned read;

            if (strcmp(row.name, interfaces[i].name) != 0)
                continue;
            net = net_of(interfaces[i].sample, &read);
            for (size_t k = 0; k < COUNT_OF(columns); k++)
                assert_int_equal(member(VMM_RECORD_NET, &row, columns[k]), member(VMM_RECORD_NET, &net, columns[k]));
            /* Sums. */
            assert_int_equal(row.net_dev_rx_drop, net.rx_dropped + net.rx_missed_errors);
            assert_int_equal(row.net_dev_rx_frame,
                             net.rx_length_errors + net.rx_over_errors + net.rx_crc_errors + net.rx_frame_errors);
            assert_int_equal(row.net_dev_tx_carrier, net.tx_carrier_errors + net.tx_aborted_errors +
                                                         net.tx_window_errors + net.tx_heartbeat_errors);
            check_unknown_number(row.rx_dropped);
            check_unknown_number(net.net_dev_rx_drop);
            found++;
        }
    }
    assert_int_equal(found, COUNT_OF(interfaces));
    sample_free(&sample);
}

/* ---- values ---- */

TEST(words_of_operstate)
{
    static const uint64_t numbers[] = {VMM_NET_OPERSTATE_UNKNOWN, VMM_NET_OPERSTATE_NOTPRESENT,
                                       VMM_NET_OPERSTATE_DOWN,    VMM_NET_OPERSTATE_LOWERLAYERDOWN,
                                       VMM_NET_OPERSTATE_TESTING, VMM_NET_OPERSTATE_DORMANT,
                                       VMM_NET_OPERSTATE_UP};

    for (size_t i = 0; i < COUNT_OF(operstates); i++) {
        char line[40];

        assert_int_equal(VALUE_OF(OPERSTATE, operstates[i]), numbers[i]);
        snprintf(line, sizeof line, "%s\n", operstates[i]);
        assert_int_equal(VALUE_OF(OPERSTATE, line), numbers[i]);
        /* Neither a part of one nor more than one. */
        for (size_t length = 1; length < strlen(operstates[i]); length++) {
            snprintf(line, sizeof line, "%.*s\n", (int)length, operstates[i]);
            check_unknown_number(VALUE_OF(OPERSTATE, line));
        }
        snprintf(line, sizeof line, "%sx\n", operstates[i]);
        check_unknown_number(VALUE_OF(OPERSTATE, line));
    }
    check_unknown_number(VALUE_OF(OPERSTATE, "UP\n"));
    check_unknown_number(VALUE_OF(OPERSTATE, "6\n"));
    check_unknown_number(VALUE_OF(OPERSTATE, "a word that a later kernel may bring\n"));
}

TEST(words_of_duplex)
{
    assert_int_equal(VALUE_OF(DUPLEX, "half\n"), VMM_NET_DUPLEX_HALF);
    assert_int_equal(VALUE_OF(DUPLEX, "full\n"), VMM_NET_DUPLEX_FULL);
    assert_int_equal(VALUE_OF(DUPLEX, "unknown\n"), VMM_NET_DUPLEX_UNKNOWN);
    check_unknown_number(VALUE_OF(DUPLEX, "fullduplex\n"));
    check_unknown_number(VALUE_OF(DUPLEX, "ful\n"));
}

TEST(speeds)
{
    assert_int_equal(VALUE_OF(SPEED, "10\n"), 10000000);
    assert_int_equal(VALUE_OF(SPEED, "1000\n"), 1000000000);
    assert_int_equal(VALUE_OF(SPEED, "2500"), UINT64_C(2500000000));
    assert_int_equal(VALUE_OF(SPEED, "800000\n"), UINT64_C(800000000000));
    assert_int_equal(VALUE_OF(SPEED, "65534\n"), UINT64_C(65534000000));
    assert_int_equal(VALUE_OF(SPEED, "65536\n"), UINT64_C(65536000000));
    assert_int_equal(VALUE_OF(SPEED, "2147483647\n"), UINT64_C(2147483647000000));
    assert_int_equal(VALUE_OF(SPEED, "4294967294\n"), UINT64_C(4294967294000000));
    check_unknown_number(VALUE_OF(SPEED, "-1\n"));
    check_unknown_number(VALUE_OF(SPEED, "0\n"));
    check_unknown_number(VALUE_OF(SPEED, "65535\n"));
    check_unknown_number(VALUE_OF(SPEED, "4294967295\n"));
    check_unknown_number(VALUE_OF(SPEED, "4294967296\n"));
    check_unknown_number(VALUE_OF(SPEED, "18446744073709551615\n"));
    check_unknown_number(VALUE_OF(SPEED, "-10000\n"));
}

/* Also in a record that ends with the speed, as one of an older caller may. */
TEST(an_unknown_speed_in_a_short_record)
{
    struct vmm_text text = vmm_text_of(TEXT("-1\n"));
    struct vmm_net net;
    size_t size = offsetof(struct vmm_net, speed_bits_per_second) + sizeof net.speed_bits_per_second;

    vmm_record_init(VMM_RECORD_NET, &net, size);
    net.speed_bits_per_second = 5;
    assert_int_equal(vmm_record_read(&text, VMM_FILE_NET_SPEED, &net, size), VMM_OK);
    check_unknown_number(net.speed_bits_per_second);
}

TEST(flags)
{
    assert_int_equal(VALUE_OF(FLAGS, "0x9\n"), 9);
    assert_int_equal(VALUE_OF(FLAGS, "0x11043\n"), 0x11043);
    /* The kernel's %#x prints no 0x before 0. */
    assert_int_equal(VALUE_OF(FLAGS, "0\n"), 0);
    assert_int_equal(VALUE_OF(FLAGS, "0xffffffff\n"), 0xffffffff);
    assert_int_equal(VALUE_OF(FLAGS, "0XAbCd"), 0xabcd);
    check_unknown_number(VALUE_OF(FLAGS, "0xffffffffffffffff\n"));
    check_unknown_number(VALUE_OF(FLAGS, "0x10000000000000000\n"));
}

TEST(numbers_that_do_not_fit_are_unknown)
{
    assert_int_equal(VALUE_OF(STATISTICS_RX_BYTES, "18446744073709551613\n"), UINT64_MAX - 2);
    check_unknown_number(VALUE_OF(STATISTICS_RX_BYTES, "18446744073709551614\n"));
    check_unknown_number(VALUE_OF(STATISTICS_RX_BYTES, "18446744073709551616\n"));
    check_unknown_number(VALUE_OF(CARRIER_CHANGES, "-2147483648\n"));
    check_unknown_number(VALUE_OF(TX_QUEUE_LEN, "-1\n"));
    assert_int_equal(VALUE_OF(MTU, "  68 \nignored\n"), 68);
}
