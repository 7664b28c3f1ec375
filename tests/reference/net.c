/* SPDX-License-Identifier: MIT */
/* The files of /sys/class/net/IF. */
#include "examples.h"

#define AT(member) offsetof(struct vmm_net, member)

static const char *const operstates[] = {"unknown", "notpresent", "down", "lowerlayerdown",
                                         "testing", "dormant",    "up",   NULL};
static const char *const duplexes[] = {"half", "full", "unknown", NULL};

/* Mbit/s; the kernel has several numbers for a speed that it does not know. */
static bool take_speed(const char *bytes, size_t length, size_t *at, uint64_t *value)
{
    if (!ref_number(bytes, length, at, value))
        return false;
    if (*value == 0 || *value == 65535 || *value >= 4294967295)
        *value = VMM_UNKNOWN;
    return true;
}

static const struct example numbers[] = {
    GOOD("1844674407370955161\n"),
    GOOD("18446744073709551613\n"),
    GOOD("18446744073709551614\n"),
    GOOD("-2147483648\n"),
    GOOD("  68 \nignored\n"),
    GOOD("7"),
    EMPTY(""),
    CUT("-"),
    CUT(" -"),
    REFUSED("x\n", 0),
    REFUSED("\n", 0),
    REFUSED("12x\n", 2),
    REFUSED("12\0\n", 2),
    REFUSED("12\r\n", 2),
    REFUSED("0x10\n", 1),
    REFUSED("yes\n", 0),
    REFUSED("\xb2\n", 0),
    NO_MORE_EXAMPLES,
};

static const struct example words_of_operstate[] = {
    GOOD("lowerlayerdown\n"),
    GOOD("up"),
    GOOD("UP\n"),
    GOOD("u\n"),
    GOOD("upx\n"),
    GOOD("6\n"),
    GOOD("a word that a later kernel may bring\n"),
    EMPTY(""),
    CUT(" "),
    REFUSED("\n", 0),
    NO_MORE_EXAMPLES,
};

static const struct example words_of_duplex[] = {
    GOOD("full\n"), GOOD("fullduplex\n"), GOOD("ful\n"), EMPTY(""), REFUSED("\n", 0), NO_MORE_EXAMPLES,
};

static const struct example speeds[] = {
    GOOD("25000\n"),
    GOOD("65535\n"),
    GOOD("4294967294\n"),
    GOOD("4294967295\n"),
    GOOD("-1\n"),
    GOOD("0\n"),
    EMPTY(""),
    CUT("-"),
    REFUSED("-\n", 1),
    REFUSED("unknown\n", 0),
    REFUSED("1000Mb\n", 4),
    REFUSED("1000.5\n", 4),
    NO_MORE_EXAMPLES,
};

static const struct example flags[] = {
    GOOD("0x1003\n"),
    GOOD("0\n"),
    GOOD("0XAbCd"),
    GOOD("0xffffffffffffffff\n"),
    GOOD("0x10000000000000000\n"),
    EMPTY(""),
    CUT("0x"),
    REFUSED("0x\n", 2),
    REFUSED("0xg\n", 2),
    REFUSED("-1\n", 0),
    REFUSED("0x1003,\n", 6),
    NO_MORE_EXAMPLES,
};

static const struct piece usual_number[] = {PIECE("1844674407370955161\n"), NO_MORE_TEXTS};
static const struct piece usual_operstate[] = {PIECE("lowerlayerdown\n"), NO_MORE_TEXTS};
static const struct piece usual_duplex[] = {PIECE("full\n"), NO_MORE_TEXTS};
static const struct piece usual_speed[] = {PIECE("25000\n"), NO_MORE_TEXTS};
static const struct piece usual_flags[] = {PIECE("0x1003\n"), NO_MORE_TEXTS};

#define NUMBERS .examples = numbers, .usual = usual_number
#define OPERSTATES .examples = words_of_operstate, .usual = usual_operstate
#define DUPLEXES .examples = words_of_duplex, .usual = usual_duplex
#define SPEEDS .examples = speeds, .usual = usual_speed
#define FLAGS .examples = flags, .usual = usual_flags

/* A file of one value: how it is taken, and its texts. */
#define NET(id, path, member, ...)                                                                                     \
    {                                                                                                                  \
        .name = "net/" path, .kind = FILE_OF_RECORD, .file = VMM_FILE_NET_##id, .record_id = VMM_RECORD_NET,           \
        .bytes = sizeof(struct vmm_net), .sets = {{AT(member), 1}}, __VA_ARGS__                                        \
    }
#define COUNTER(id, member) NET(STATISTICS_##id, "statistics/" #member, member, .take = ref_number, NUMBERS)

/* In the order of their ids. */
static const struct format net_formats[] = {
    NET(IFINDEX, "ifindex", ifindex, .take = ref_number, NUMBERS),
    NET(IFLINK, "iflink", iflink, .take = ref_number, NUMBERS),
    COUNTER(RX_BYTES, rx_bytes),
    COUNTER(RX_PACKETS, rx_packets),
    COUNTER(RX_ERRORS, rx_errors),
    COUNTER(RX_FIFO_ERRORS, rx_fifo_errors),
    COUNTER(RX_COMPRESSED, rx_compressed),
    COUNTER(MULTICAST, multicast),
    COUNTER(TX_BYTES, tx_bytes),
    COUNTER(TX_PACKETS, tx_packets),
    COUNTER(TX_ERRORS, tx_errors),
    COUNTER(TX_DROPPED, tx_dropped),
    COUNTER(TX_FIFO_ERRORS, tx_fifo_errors),
    COUNTER(COLLISIONS, collisions),
    COUNTER(TX_COMPRESSED, tx_compressed),
    COUNTER(RX_DROPPED, rx_dropped),
    COUNTER(RX_MISSED_ERRORS, rx_missed_errors),
    COUNTER(RX_LENGTH_ERRORS, rx_length_errors),
    COUNTER(RX_OVER_ERRORS, rx_over_errors),
    COUNTER(RX_CRC_ERRORS, rx_crc_errors),
    COUNTER(RX_FRAME_ERRORS, rx_frame_errors),
    COUNTER(RX_NOHANDLER, rx_nohandler),
    COUNTER(TX_CARRIER_ERRORS, tx_carrier_errors),
    COUNTER(TX_ABORTED_ERRORS, tx_aborted_errors),
    COUNTER(TX_WINDOW_ERRORS, tx_window_errors),
    COUNTER(TX_HEARTBEAT_ERRORS, tx_heartbeat_errors),
    NET(OPERSTATE, "operstate", operstate, .words = operstates, OPERSTATES),
    NET(CARRIER, "carrier", carrier, .take = ref_number, NUMBERS),
    NET(CARRIER_CHANGES, "carrier_changes", carrier_changes, .take = ref_number, NUMBERS),
    NET(CARRIER_UP_COUNT, "carrier_up_count", carrier_up_count, .take = ref_number, NUMBERS),
    NET(CARRIER_DOWN_COUNT, "carrier_down_count", carrier_down_count, .take = ref_number, NUMBERS),
    NET(SPEED, "speed", speed_bits_per_second, .take = take_speed, .scale = 1000000, SPEEDS),
    NET(DUPLEX, "duplex", duplex, .words = duplexes, DUPLEXES),
    NET(MTU, "mtu", mtu_bytes, .take = ref_number, NUMBERS),
    NET(FLAGS, "flags", flags, .take = ref_hex, FLAGS),
    NET(TYPE, "type", type, .take = ref_number, NUMBERS),
    NET(TX_QUEUE_LEN, "tx_queue_len", tx_queue_len, .take = ref_number, NUMBERS),
    NET(ADDR_ASSIGN_TYPE, "addr_assign_type", addr_assign_type, .take = ref_number, NUMBERS),
    NET(ADDR_LEN, "addr_len", addr_len_bytes, .take = ref_number, NUMBERS),
    NET(DEV_ID, "dev_id", dev_id, .take = ref_hex, FLAGS),
    NET(DEV_PORT, "dev_port", dev_port, .take = ref_number, NUMBERS),
    NET(DORMANT, "dormant", dormant, .take = ref_number, NUMBERS),
    NET(TESTING, "testing", testing, .take = ref_number, NUMBERS),
    NET(LINK_MODE, "link_mode", link_mode, .take = ref_number, NUMBERS),
    NET(NAME_ASSIGN_TYPE, "name_assign_type", name_assign_type, .take = ref_number, NUMBERS),
    NET(NETDEV_GROUP, "netdev_group", netdev_group, .take = ref_number, NUMBERS),
    NET(PROTO_DOWN, "proto_down", proto_down, .take = ref_number, NUMBERS),
    NET(THREADED, "threaded", threaded, .take = ref_number, NUMBERS),
    NET(NAPI_DEFER_HARD_IRQS, "napi_defer_hard_irqs", napi_defer_hard_irqs, .take = ref_number, NUMBERS),
    NET(GRO_FLUSH_TIMEOUT, "gro_flush_timeout", gro_flush_timeout_ns, .take = ref_number, NUMBERS),
    NET(TUN_FLAGS, "tun_flags", tun_flags, .take = ref_hex, FLAGS),
    NET(OWNER, "owner", owner, .take = ref_number, NUMBERS),
    NET(GROUP, "group", group, .take = ref_number, NUMBERS),
};

const struct group net_group = {"net", net_formats, sizeof net_formats / sizeof net_formats[0], true, 1};
