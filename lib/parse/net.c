/* SPDX-License-Identifier: MIT */
/* A network interface, and the files of /sys/class/net/IF. */
#include "vmmetrics/net.h"

#include "../record/tables.h"
#include "directories.h"

#define RECORD struct vmm_net

static const struct vmm_word net_operstate_words[] = {
    ONE_OF("unknown", VMM_NET_OPERSTATE_UNKNOWN), ONE_OF("notpresent", VMM_NET_OPERSTATE_NOTPRESENT),
    ONE_OF("down", VMM_NET_OPERSTATE_DOWN),       ONE_OF("lowerlayerdown", VMM_NET_OPERSTATE_LOWERLAYERDOWN),
    ONE_OF("testing", VMM_NET_OPERSTATE_TESTING), ONE_OF("dormant", VMM_NET_OPERSTATE_DORMANT),
    ONE_OF("up", VMM_NET_OPERSTATE_UP),
};
static const struct vmm_words net_operstates = TABLE_OF_WORDS(net_operstate_words);

static const struct vmm_word net_duplex_words[] = {
    ONE_OF("half", VMM_NET_DUPLEX_HALF),
    ONE_OF("full", VMM_NET_DUPLEX_FULL),
    ONE_OF("unknown", VMM_NET_DUPLEX_UNKNOWN),
};
static const struct vmm_words net_duplexes = TABLE_OF_WORDS(net_duplex_words);

/* The files in the order of their ids. */
static const struct vmm_source net_sources[] = {
    VALUE("ifindex", ifindex, NUMBER),
    VALUE("iflink", iflink, NUMBER),
    VALUE("statistics/rx_bytes", rx_bytes, NUMBER),
    VALUE("statistics/rx_packets", rx_packets, NUMBER),
    VALUE("statistics/rx_errors", rx_errors, NUMBER),
    VALUE("statistics/rx_fifo_errors", rx_fifo_errors, NUMBER),
    VALUE("statistics/rx_compressed", rx_compressed, NUMBER),
    VALUE("statistics/multicast", multicast, NUMBER),
    VALUE("statistics/tx_bytes", tx_bytes, NUMBER),
    VALUE("statistics/tx_packets", tx_packets, NUMBER),
    VALUE("statistics/tx_errors", tx_errors, NUMBER),
    VALUE("statistics/tx_dropped", tx_dropped, NUMBER),
    VALUE("statistics/tx_fifo_errors", tx_fifo_errors, NUMBER),
    VALUE("statistics/collisions", collisions, NUMBER),
    VALUE("statistics/tx_compressed", tx_compressed, NUMBER),
    VALUE("statistics/rx_dropped", rx_dropped, NUMBER),
    VALUE("statistics/rx_missed_errors", rx_missed_errors, NUMBER),
    VALUE("statistics/rx_length_errors", rx_length_errors, NUMBER),
    VALUE("statistics/rx_over_errors", rx_over_errors, NUMBER),
    VALUE("statistics/rx_crc_errors", rx_crc_errors, NUMBER),
    VALUE("statistics/rx_frame_errors", rx_frame_errors, NUMBER),
    VALUE("statistics/rx_nohandler", rx_nohandler, NUMBER),
    VALUE("statistics/tx_carrier_errors", tx_carrier_errors, NUMBER),
    VALUE("statistics/tx_aborted_errors", tx_aborted_errors, NUMBER),
    VALUE("statistics/tx_window_errors", tx_window_errors, NUMBER),
    VALUE("statistics/tx_heartbeat_errors", tx_heartbeat_errors, NUMBER),
    WORD("operstate", operstate, net_operstates),
    VALUE("carrier", carrier, NUMBER),
    VALUE("carrier_changes", carrier_changes, NUMBER),
    VALUE("carrier_up_count", carrier_up_count, NUMBER),
    VALUE("carrier_down_count", carrier_down_count, NUMBER),
    READER_OF_VALUE("speed", speed_bits_per_second, MILLIONS),
    WORD("duplex", duplex, net_duplexes),
    VALUE("mtu", mtu_bytes, NUMBER),
    VALUE("flags", flags, HEX),
    VALUE("type", type, NUMBER),
    VALUE("tx_queue_len", tx_queue_len, NUMBER),
    VALUE("addr_assign_type", addr_assign_type, NUMBER),
    VALUE("addr_len", addr_len_bytes, NUMBER),
    VALUE("dev_id", dev_id, HEX),
    VALUE("dev_port", dev_port, NUMBER),
    VALUE("dormant", dormant, NUMBER),
    VALUE("testing", testing, NUMBER),
    VALUE("link_mode", link_mode, NUMBER),
    VALUE("name_assign_type", name_assign_type, NUMBER),
    VALUE("netdev_group", netdev_group, NUMBER),
    VALUE("proto_down", proto_down, NUMBER),
    VALUE("threaded", threaded, NUMBER),
    VALUE("napi_defer_hard_irqs", napi_defer_hard_irqs, NUMBER),
    VALUE("gro_flush_timeout", gro_flush_timeout_ns, NUMBER),
    VALUE("tun_flags", tun_flags, HEX),
    VALUE("owner", owner, NUMBER),
    VALUE("group", group, NUMBER),
};
const struct vmm_directory vmm_net_directory = TABLE(net_sources);

/*
 * Whether a speed is unknown: -1, which a kernel may print as an unsigned number of 16 or 32 bits, or 0, which some
 * drivers print.
 */
static bool is_no_speed(uint64_t bits_per_second)
{
    const uint64_t million = 1000000;

    return bits_per_second == 0 || bits_per_second == UINT16_MAX * million || bits_per_second >= UINT32_MAX * million;
}

vmm_status vmm_read_net_speed(struct vmm_text *text, void *out, size_t size)
{
    vmm_status status = vmm_read_only_value(text, &net_sources[VMM_FILE_NET_SPEED % 1000 - 1], out, size);

    if (offsetof(RECORD, speed_bits_per_second) + sizeof(uint64_t) <= size &&
        is_no_speed(((const RECORD *)out)->speed_bits_per_second))
        vmm_forget(out, size, offsetof(RECORD, speed_bits_per_second), 1);
    return status;
}

#undef RECORD
