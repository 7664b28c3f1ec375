/* A network interface, and the files of /sys/class/net/IF. */
#include "vmmetrics/net.h"

#include "../record/engine.h"

#define RECORD struct vmm_net

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
    VALUE("operstate", operstate, OPERSTATE),
    VALUE("carrier", carrier, NUMBER),
    VALUE("carrier_changes", carrier_changes, NUMBER),
    VALUE("carrier_up_count", carrier_up_count, NUMBER),
    VALUE("carrier_down_count", carrier_down_count, NUMBER),
    VALUE("speed", speed_bits_per_second, SPEED),
    VALUE("duplex", duplex, DUPLEX),
    VALUE("mtu", mtu_bytes, NUMBER),
    VALUE("flags", flags, HEX),
    VALUE("type", type, NUMBER),
    VALUE("tx_queue_len", tx_queue_len, NUMBER),
};
static const struct vmm_directory net_directory = TABLE(net_sources);

vmm_status vmm_net_read(uint32_t file_id, struct vmm_text *text, struct vmm_net *out, size_t out_size)
{
    return vmm_read_file(text, &net_directory, file_id, out, out_size);
}

#undef RECORD
