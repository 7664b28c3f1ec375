/* A network interface, and the files of /sys/class/net/IF. */
#include "vmmetrics/net.h"

#include "../record/engine.h"

#define RECORD struct vmm_net

/* The columns of /proc/net/dev, in their order. */
#define COLUMNS(MEMBER)                                                                                                \
    MEMBER(rx_bytes, BYTES, COUNTER)                                                                                   \
    MEMBER(rx_packets, COUNT, COUNTER)                                                                                 \
    MEMBER(rx_errors, COUNT, COUNTER)                                                                                  \
    MEMBER(net_dev_rx_drop, COUNT, COUNTER)                                                                            \
    MEMBER(rx_fifo_errors, COUNT, COUNTER)                                                                             \
    MEMBER(net_dev_rx_frame, COUNT, COUNTER)                                                                           \
    MEMBER(rx_compressed, COUNT, COUNTER)                                                                              \
    MEMBER(multicast, COUNT, COUNTER)                                                                                  \
    MEMBER(tx_bytes, BYTES, COUNTER)                                                                                   \
    MEMBER(tx_packets, COUNT, COUNTER)                                                                                 \
    MEMBER(tx_errors, COUNT, COUNTER)                                                                                  \
    MEMBER(tx_dropped, COUNT, COUNTER)                                                                                 \
    MEMBER(tx_fifo_errors, COUNT, COUNTER)                                                                             \
    MEMBER(collisions, COUNT, COUNTER)                                                                                 \
    MEMBER(net_dev_tx_carrier, COUNT, COUNTER)                                                                         \
    MEMBER(tx_compressed, COUNT, COUNTER)

/* The files in the order of their ids. Those that feed a member from above ALSO do so. */
#define FILES(LINES, VALUE, PAIR, ALSO)                                                                                \
    ALSO("ifindex", ifindex, COUNT, IDENTITY)                                                                          \
    ALSO("iflink", iflink, COUNT, IDENTITY)                                                                            \
    ALSO("statistics/rx_bytes", rx_bytes, BYTES, COUNTER)                                                              \
    ALSO("statistics/rx_packets", rx_packets, COUNT, COUNTER)                                                          \
    ALSO("statistics/rx_errors", rx_errors, COUNT, COUNTER)                                                            \
    ALSO("statistics/rx_fifo_errors", rx_fifo_errors, COUNT, COUNTER)                                                  \
    ALSO("statistics/rx_compressed", rx_compressed, COUNT, COUNTER)                                                    \
    ALSO("statistics/multicast", multicast, COUNT, COUNTER)                                                            \
    ALSO("statistics/tx_bytes", tx_bytes, BYTES, COUNTER)                                                              \
    ALSO("statistics/tx_packets", tx_packets, COUNT, COUNTER)                                                          \
    ALSO("statistics/tx_errors", tx_errors, COUNT, COUNTER)                                                            \
    ALSO("statistics/tx_dropped", tx_dropped, COUNT, COUNTER)                                                          \
    ALSO("statistics/tx_fifo_errors", tx_fifo_errors, COUNT, COUNTER)                                                  \
    ALSO("statistics/collisions", collisions, COUNT, COUNTER)                                                          \
    ALSO("statistics/tx_compressed", tx_compressed, COUNT, COUNTER)                                                    \
    VALUE("statistics/rx_dropped", rx_dropped, COUNT, COUNTER)                                                         \
    VALUE("statistics/rx_missed_errors", rx_missed_errors, COUNT, COUNTER)                                             \
    VALUE("statistics/rx_length_errors", rx_length_errors, COUNT, COUNTER)                                             \
    VALUE("statistics/rx_over_errors", rx_over_errors, COUNT, COUNTER)                                                 \
    VALUE("statistics/rx_crc_errors", rx_crc_errors, COUNT, COUNTER)                                                   \
    VALUE("statistics/rx_frame_errors", rx_frame_errors, COUNT, COUNTER)                                               \
    VALUE("statistics/rx_nohandler", rx_nohandler, COUNT, COUNTER)                                                     \
    VALUE("statistics/tx_carrier_errors", tx_carrier_errors, COUNT, COUNTER)                                           \
    VALUE("statistics/tx_aborted_errors", tx_aborted_errors, COUNT, COUNTER)                                           \
    VALUE("statistics/tx_window_errors", tx_window_errors, COUNT, COUNTER)                                             \
    VALUE("statistics/tx_heartbeat_errors", tx_heartbeat_errors, COUNT, COUNTER)                                       \
    VALUE("operstate", operstate, OPERSTATE, GAUGE)                                                                    \
    VALUE("carrier", carrier, COUNT, GAUGE)                                                                            \
    VALUE("carrier_changes", carrier_changes, COUNT, COUNTER_32)                                                       \
    VALUE("carrier_up_count", carrier_up_count, COUNT, COUNTER_32)                                                     \
    VALUE("carrier_down_count", carrier_down_count, COUNT, COUNTER_32)                                                 \
    VALUE("speed", speed_bits_per_second, SPEED, GAUGE)                                                                \
    VALUE("duplex", duplex, DUPLEX, GAUGE)                                                                             \
    VALUE("mtu", mtu_bytes, BYTES, LIMIT)                                                                              \
    VALUE("flags", flags, HEX, GAUGE)                                                                                  \
    VALUE("type", type, COUNT, GAUGE)                                                                                  \
    VALUE("tx_queue_len", tx_queue_len, COUNT, LIMIT)


VMM_DIRECTORY(FILES)

vmm_status vmm_net_read(uint32_t file_id, struct vmm_text *text, struct vmm_net *out, size_t out_size)
{
    return vmm_read_file(text, &directory, file_id, out, out_size);
}
