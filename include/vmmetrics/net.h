/**
 * @file net.h
 * Network interfaces and sockets: the files of /sys/class/net/IF, the rows of /proc/net/dev, what lies between two
 * samples of them, and the rows of /proc/net/tcp and its kin.
 *
 * Member comments read: meaning; source; unit; kind; since which kernel, where that is later than 3.10; when absent.
 */
#ifndef VMMETRICS_NET_H
#define VMMETRICS_NET_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * The files of /sys/class/net/IF that vmm_net_read() takes; named after the file. vmm_file_find() gives the same numbers
 * by name, vmm_file_at() one after the other.
 */
enum {
    VMM_NET_FILE_IFINDEX = 1,                         /**< `ifindex` */
    VMM_NET_FILE_IFLINK = 2,                          /**< `iflink` */
    VMM_NET_FILE_STATISTICS_RX_BYTES = 3,             /**< `statistics/rx_bytes` */
    VMM_NET_FILE_STATISTICS_RX_PACKETS = 4,           /**< `statistics/rx_packets` */
    VMM_NET_FILE_STATISTICS_RX_ERRORS = 5,            /**< `statistics/rx_errors` */
    VMM_NET_FILE_STATISTICS_RX_FIFO_ERRORS = 6,       /**< `statistics/rx_fifo_errors` */
    VMM_NET_FILE_STATISTICS_RX_COMPRESSED = 7,        /**< `statistics/rx_compressed` */
    VMM_NET_FILE_STATISTICS_MULTICAST = 8,            /**< `statistics/multicast` */
    VMM_NET_FILE_STATISTICS_TX_BYTES = 9,             /**< `statistics/tx_bytes` */
    VMM_NET_FILE_STATISTICS_TX_PACKETS = 10,          /**< `statistics/tx_packets` */
    VMM_NET_FILE_STATISTICS_TX_ERRORS = 11,           /**< `statistics/tx_errors` */
    VMM_NET_FILE_STATISTICS_TX_DROPPED = 12,          /**< `statistics/tx_dropped` */
    VMM_NET_FILE_STATISTICS_TX_FIFO_ERRORS = 13,      /**< `statistics/tx_fifo_errors` */
    VMM_NET_FILE_STATISTICS_COLLISIONS = 14,          /**< `statistics/collisions` */
    VMM_NET_FILE_STATISTICS_TX_COMPRESSED = 15,       /**< `statistics/tx_compressed` */
    VMM_NET_FILE_STATISTICS_RX_DROPPED = 16,          /**< `statistics/rx_dropped` */
    VMM_NET_FILE_STATISTICS_RX_MISSED_ERRORS = 17,    /**< `statistics/rx_missed_errors` */
    VMM_NET_FILE_STATISTICS_RX_LENGTH_ERRORS = 18,    /**< `statistics/rx_length_errors` */
    VMM_NET_FILE_STATISTICS_RX_OVER_ERRORS = 19,      /**< `statistics/rx_over_errors` */
    VMM_NET_FILE_STATISTICS_RX_CRC_ERRORS = 20,       /**< `statistics/rx_crc_errors` */
    VMM_NET_FILE_STATISTICS_RX_FRAME_ERRORS = 21,     /**< `statistics/rx_frame_errors` */
    VMM_NET_FILE_STATISTICS_RX_NOHANDLER = 22,        /**< `statistics/rx_nohandler` */
    VMM_NET_FILE_STATISTICS_TX_CARRIER_ERRORS = 23,   /**< `statistics/tx_carrier_errors` */
    VMM_NET_FILE_STATISTICS_TX_ABORTED_ERRORS = 24,   /**< `statistics/tx_aborted_errors` */
    VMM_NET_FILE_STATISTICS_TX_WINDOW_ERRORS = 25,    /**< `statistics/tx_window_errors` */
    VMM_NET_FILE_STATISTICS_TX_HEARTBEAT_ERRORS = 26, /**< `statistics/tx_heartbeat_errors` */
    VMM_NET_FILE_OPERSTATE = 27,                      /**< `operstate` */
    VMM_NET_FILE_CARRIER = 28,                        /**< `carrier` */
    VMM_NET_FILE_CARRIER_CHANGES = 29,                /**< `carrier_changes` */
    VMM_NET_FILE_CARRIER_UP_COUNT = 30,               /**< `carrier_up_count` */
    VMM_NET_FILE_CARRIER_DOWN_COUNT = 31,             /**< `carrier_down_count` */
    VMM_NET_FILE_SPEED = 32,                          /**< `speed` */
    VMM_NET_FILE_DUPLEX = 33,                         /**< `duplex` */
    VMM_NET_FILE_MTU = 34,                            /**< `mtu` */
    VMM_NET_FILE_FLAGS = 35,                          /**< `flags` */
    VMM_NET_FILE_TYPE = 36,                           /**< `type` */
    VMM_NET_FILE_TX_QUEUE_LEN = 37                    /**< `tx_queue_len` */
};

/**
 * The words of operstate, in the kernel's order. The first is a word too: the kernel knows the interface, and its driver
 * does not say. Loopback is always so, and so may be a TAP that carries traffic.
 */
enum {
    VMM_NET_OPERSTATE_UNKNOWN = 1,        /**< `unknown` */
    VMM_NET_OPERSTATE_NOTPRESENT = 2,     /**< `notpresent` */
    VMM_NET_OPERSTATE_DOWN = 3,           /**< `down` */
    VMM_NET_OPERSTATE_LOWERLAYERDOWN = 4, /**< `lowerlayerdown`: what it is stacked on is down */
    VMM_NET_OPERSTATE_TESTING = 5,        /**< `testing` */
    VMM_NET_OPERSTATE_DORMANT = 6,        /**< `dormant`: waits for something, such as authentication */
    VMM_NET_OPERSTATE_UP = 7              /**< `up` */
};

/** The words of duplex. */
enum {
    VMM_NET_DUPLEX_HALF = 1,   /**< `half`: receives or sends */
    VMM_NET_DUPLEX_FULL = 2,   /**< `full`: does both at once */
    VMM_NET_DUPLEX_UNKNOWN = 3 /**< `unknown`, which is a word of the kernel too */
};

/**
 * A network interface: filled file by file with vmm_net_read(), or from a row of /proc/net/dev with vmm_net_next().
 * Received and sent are meant as the host means them: what a guest sends, its TAP receives. vmm_net_guest_view() turns
 * that round.
 *
 * Members that name a file of /sys/class/net/IF and a column of /proc/net/dev are the same number in both. Three columns
 * are sums, and have members of their own, `net_dev_...`.
 */
struct vmm_net {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** Name, unique in its network namespace only; can be changed. /proc/net/dev; identity; no file of the directory has
     *  it, so there the caller sets it. */
    char name[16];
    /** Tells one interface from a later one of the same name and number: the caller sets it, where it knows. Identity. */
    uint64_t instance_id;
    /** Number of the interface, unique in its network namespace only; a new one gets a new number, but TAPs of namespaces
     *  that were made alike often have the same. `ifindex`; count; identity. */
    uint64_t ifindex;
    /** Number of the interface below it, or of a veth's other end, maybe in another namespace; its own where there is none.
     *  `iflink`; count; identity. */
    uint64_t iflink;
    /** Bytes received. `statistics/rx_bytes`, /proc/net/dev `bytes`; bytes; counter, 64 bits. */
    uint64_t rx_bytes;
    /** Packets received. `statistics/rx_packets`, /proc/net/dev `packets`; count; counter, 64 bits. */
    uint64_t rx_packets;
    /** Bad packets received. `statistics/rx_errors`, /proc/net/dev `errs`; count; counter, 64 bits. */
    uint64_t rx_errors;
    /** Packets received and dropped, `rx_dropped` and `rx_missed_errors` together. /proc/net/dev `drop`; count;
     *  counter, 64 bits. */
    uint64_t net_dev_rx_drop;
    /** Errors of the receiver's queue. `statistics/rx_fifo_errors`, /proc/net/dev `fifo`; count; counter, 64 bits. */
    uint64_t rx_fifo_errors;
    /** Malformed packets received: `rx_length_errors`, `rx_over_errors`, `rx_crc_errors` and `rx_frame_errors` together.
     *  /proc/net/dev `frame`; count; counter, 64 bits. */
    uint64_t net_dev_rx_frame;
    /** Compressed packets received. `statistics/rx_compressed`, /proc/net/dev `compressed`; count; counter, 64 bits. */
    uint64_t rx_compressed;
    /** Multicast packets received. `statistics/multicast`, /proc/net/dev `multicast`; count; counter, 64 bits; many
     *  drivers do not count them. */
    uint64_t multicast;
    /** Bytes sent. `statistics/tx_bytes`, /proc/net/dev `bytes`; bytes; counter, 64 bits. */
    uint64_t tx_bytes;
    /** Packets sent. `statistics/tx_packets`, /proc/net/dev `packets`; count; counter, 64 bits. */
    uint64_t tx_packets;
    /** Packets that could not be sent. `statistics/tx_errors`, /proc/net/dev `errs`; count; counter, 64 bits. */
    uint64_t tx_errors;
    /** Packets dropped on the way out: of a TAP those for which nobody read or that did not fit into its queue.
     *  `statistics/tx_dropped`, /proc/net/dev `drop`; count; counter, 64 bits. */
    uint64_t tx_dropped;
    /** Errors of the sender's queue. `statistics/tx_fifo_errors`, /proc/net/dev `fifo`; count; counter, 64 bits. */
    uint64_t tx_fifo_errors;
    /** Collisions while sending. `statistics/collisions`, /proc/net/dev `colls`; count; counter, 64 bits. */
    uint64_t collisions;
    /** Packets not sent for want of a carrier and the like: `tx_carrier_errors`, `tx_aborted_errors`, `tx_window_errors` and
     *  `tx_heartbeat_errors` together. /proc/net/dev `carrier`; count; counter, 64 bits. */
    uint64_t net_dev_tx_carrier;
    /** Compressed packets sent. `statistics/tx_compressed`, /proc/net/dev `compressed`; count; counter, 64 bits. */
    uint64_t tx_compressed;
    /** Packets received and dropped by the kernel. `statistics/rx_dropped`; count; counter, 64 bits. */
    uint64_t rx_dropped;
    /** Packets that found no buffer in the device. `statistics/rx_missed_errors`; count; counter, 64 bits. */
    uint64_t rx_missed_errors;
    /** Packets received of a wrong length. `statistics/rx_length_errors`; count; counter, 64 bits. */
    uint64_t rx_length_errors;
    /** Packets received that overran the device. `statistics/rx_over_errors`; count; counter, 64 bits. */
    uint64_t rx_over_errors;
    /** Packets received with a wrong checksum. `statistics/rx_crc_errors`; count; counter, 64 bits. */
    uint64_t rx_crc_errors;
    /** Packets received that were no whole frame. `statistics/rx_frame_errors`; count; counter, 64 bits. */
    uint64_t rx_frame_errors;
    /** Packets received that nobody wanted, as on the idle part of a bond. `statistics/rx_nohandler`; count;
     *  counter, 64 bits; since 4.6. */
    uint64_t rx_nohandler;
    /** Packets not sent for want of a carrier. `statistics/tx_carrier_errors`; count; counter, 64 bits. */
    uint64_t tx_carrier_errors;
    /** Packets whose sending was given up. `statistics/tx_aborted_errors`; count; counter, 64 bits. */
    uint64_t tx_aborted_errors;
    /** Packets that collided late. `statistics/tx_window_errors`; count; counter, 64 bits. */
    uint64_t tx_window_errors;
    /** Packets sent without the device's heartbeat. `statistics/tx_heartbeat_errors`; count; counter, 64 bits. */
    uint64_t tx_heartbeat_errors;
    /** How it is, one of VMM_NET_OPERSTATE_*; follows the carrier with a delay. `operstate`; count; gauge. */
    uint64_t operstate;
    /** Whether there is a carrier: of a TAP whether somebody has it open. `carrier`; count; gauge; 0 or 1; the file cannot
     *  be read while the interface is switched off. */
    uint64_t carrier;
    /** Times that the carrier came or went. `carrier_changes`; count; counter, 32 bits; since 3.15. */
    uint64_t carrier_changes;
    /** Times that it came. `carrier_up_count`; count; counter, 32 bits; since 4.16. */
    uint64_t carrier_up_count;
    /** Times that it went. `carrier_down_count`; count; counter, 32 bits; since 4.16. */
    uint64_t carrier_down_count;
    /** Speed, of which the file has millions. `speed`; bits/s; gauge; unknown where the kernel says -1 or what drivers say
     *  instead (0, 65535, 4294967295), as ethtool has it; the file cannot be read while the interface is switched off, nor
     *  for loopback. **That of a TAP or veth is made up**: 10 Gbit/s, for TAPs before 6.2 10 Mbit/s, whatever they
     *  carry. */
    uint64_t speed_bits_per_second;
    /** Whether it can receive and send at once, one of VMM_NET_DUPLEX_*. `duplex`; count; gauge; as absent as `speed`, and as
     *  made up. */
    uint64_t duplex;
    /** The largest packet, without the header of the link. `mtu`; bytes; limit. */
    uint64_t mtu_bytes;
    /** The kernel's IFF_*, such as 1 for being switched on and 8 for loopback. `flags`; count; gauge. */
    uint64_t flags;
    /** Kind of link, ARPHRD_*: 1 is Ethernet and a TAP, 772 loopback, 65534 a TUN. `type`; count; gauge. */
    uint64_t type;
    /** How many packets may wait to be sent. `tx_queue_len`; count; limit. */
    uint64_t tx_queue_len;
};

/**
 * Reads one file of /sys/class/net/IF into the member that it feeds, to the end of the text. Make the record unknown with
 * vmm_record_init() before each sample, then read the files that there are, in any order, and set `name`: what is missing
 * or cannot be read stays unknown. A file is taken with or without the newline behind its value.
 *
 * @param file_id  one of VMM_NET_FILE_*
 * @param text     all of the file
 * @param out      a record that vmm_record_init() or an earlier call has filled
 * @param out_size its size
 * @retval VMM_OK          the member of this file is filled; a word that is not known leaves it unknown
 * @retval VMM_E_SYNTAX    the value is malformed; the member is unknown
 * @retval VMM_E_TRUNCATED the text ends inside the value; the member is unknown
 * @retval VMM_E_EMPTY     no text; the member is unknown
 * @retval VMM_E_ARGUMENT  an argument is NULL, `file_id` is none, or `out_size` is below 8; nothing was written
 */
VMM_API vmm_status vmm_net_read(uint32_t file_id, struct vmm_text *text, struct vmm_net *out, size_t out_size);

/**
 * Gives the next row of /proc/net/dev: an interface. The two lines above the rows, known by their `|`, are passed over;
 * the text may begin at any line.
 *
 * The kernel gives at most some 4 KB of this file with each read(), 30 rows, however large the buffer: read until there is
 * no more. The file is that of the reader's network namespace; /proc/PID/net/dev is that of a process.
 *
 * A name is all that stands before the last colon of the line's first word, so that `eth0:4046496815`, as old kernels print
 * it, and aliases such as `tun1:1:` are read for what they are. It may hold any byte but `/`, NUL and blanks.
 *
 * @param text     what is still to be read
 * @param row      the interface: its name and the members of /proc/net/dev; those of columns that the kernel does not print
 *                 are unknown
 * @param row_size its size
 * @retval VMM_OK          `row` is filled
 * @retval VMM_END         no more rows
 * @retval VMM_E_SYNTAX    a line without a name, with one that no interface can have (more than 15 bytes), or with a
 *                         malformed counter; the next call goes on behind it
 * @retval VMM_E_TRUNCATED the text ends inside a line
 * @retval VMM_E_ARGUMENT  an argument is NULL, or `row_size` is below 8
 */
VMM_API vmm_status vmm_net_next(struct vmm_text *text, struct vmm_net *row, size_t row_size);

/**
 * A TAP as its guest sees it: what the TAP received the guest has sent, and the other way round. Bytes, packets, errors,
 * drops, `fifo_errors` and `compressed` change places; members of one direction that the other lacks are unknown
 * (`net_dev_...`, `multicast`, `collisions`, the single errors, `tx_queue_len`). All others stay, and are the TAP's: its
 * name, its number, its carrier.
 *
 * The guest's own counters need not be equal to these: what was dropped on the way to the guest stands in its view as
 * `rx_dropped`, and the guest has never seen it.
 *
 * Of a row of /proc/net/dev `tx_dropped` of the view is unknown, as that file has only a sum of what the TAP dropped.
 *
 * @param net      the interface of the host
 * @param out      the view; may be `net` itself, which then is lost on every status but ::VMM_OK
 * @param out_size its size
 * @retval VMM_OK         `out` is filled
 * @retval VMM_E_EMPTY    not one of the members that change places is known
 * @retval VMM_E_ARGUMENT `net` or `out` is NULL, or `out_size` is below 8
 */
VMM_API vmm_status vmm_net_guest_view(const struct vmm_net *net, struct vmm_net *out, size_t out_size);

/** An interface's traffic between two samples. Received and sent are meant as the samples mean them. */
struct vmm_net_rate {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** Name, that of the later sample. Identity. */
    char name[16];
    /** The caller's number for it, that of the later sample. Identity. */
    uint64_t instance_id;
    /** Number of the interface, that of the later sample. Count; identity. */
    uint64_t ifindex;
    /** Bytes received a second. Bytes/s; gauge; needs `rx_bytes`. */
    double rx_bytes_per_second;
    /** Bytes sent a second. Bytes/s; gauge; needs `tx_bytes`. */
    double tx_bytes_per_second;
    /** Packets received a second. 1/s; gauge; needs `rx_packets`. */
    double rx_packets_per_second;
    /** Packets sent a second. 1/s; gauge; needs `tx_packets`. */
    double tx_packets_per_second;
    /** Bad packets received a second. 1/s; gauge; needs `rx_errors`. */
    double rx_errors_per_second;
    /** Packets a second that could not be sent. 1/s; gauge; needs `tx_errors`. */
    double tx_errors_per_second;
    /** Packets a second that were received and dropped by the kernel. 1/s; gauge; needs `rx_dropped`, which /proc/net/dev
     *  does not have. */
    double rx_dropped_per_second;
    /** Packets a second that were dropped on the way out. 1/s; gauge; needs `tx_dropped`. */
    double tx_dropped_per_second;
    /** Packets a second that were received and dropped, by the kernel or the device. 1/s; gauge; needs `net_dev_rx_drop`,
     *  which only /proc/net/dev has. */
    double net_dev_rx_drop_per_second;
    /** Multicast packets received a second. 1/s; gauge; needs `multicast`. */
    double multicast_per_second;
    /** Share of its speed that was used, sar's %ifutil: the larger of received and sent where it does both at once, else
     *  their sum. The speed is that of the later sample. Ratio; gauge; needs `rx_bytes`, `tx_bytes`, `speed` and
     *  `duplex`; may be above 1, as **the speed of a TAP or veth is made up**, and so is this; where duplex is unknown it
     *  is unknown, while sar takes the sum. */
    double utilisation_sar_ratio;
    /** Times that the carrier came or went. Count; gauge; needs `carrier_changes`; unknown where it fell. */
    uint64_t carrier_changes;
};

/**
 * An interface's traffic a second between two samples, be they of /sys/class/net/IF, of /proc/net/dev, or views of a guest.
 * Each result needs only its own inputs, in both samples.
 *
 * A counter that fell has restarted: the interface was removed and made again. 64-bit counters never wrap; but some
 * drivers on 32-bit kernels wrap theirs at 2^32, which cannot be told from that and is taken for it. What was made again
 * and has overtaken all of the old counters cannot be seen but in `ifindex` or `instance_id`. `carrier_changes` is of 32
 * bits, so its fall is no reset.
 *
 * @param before     the earlier sample; NULL or of `size` 0 when there is none
 * @param after      the later sample
 * @param elapsed_ns the time between them, from a clock that nobody sets
 * @param out        the result
 * @param out_size   its size
 * @retval VMM_OK          `out` is filled
 * @retval VMM_FIRST       no earlier sample
 * @retval VMM_NO_INTERVAL `elapsed_ns` is 0 or less
 * @retval VMM_RESET       a counter fell, or name, `ifindex` or `instance_id` is known in both samples and differs
 * @retval VMM_E_EMPTY     none of the inputs is known in both samples
 * @retval VMM_E_ARGUMENT  `after` or `out` is NULL, or `out_size` is below 8
 */
VMM_API vmm_status vmm_net_rate_between(const struct vmm_net *before, const struct vmm_net *after, int64_t elapsed_ns,
                                        struct vmm_net_rate *out, size_t out_size);

/** States of sockets, the kernel's numbers. Those of UDP are ::VMM_SOCKET_STATE_ESTABLISHED and ::VMM_SOCKET_STATE_CLOSE. */
enum {
    VMM_SOCKET_STATE_ESTABLISHED = 1,  /**< has another end */
    VMM_SOCKET_STATE_SYN_SENT = 2,     /**< is being connected from this side */
    VMM_SOCKET_STATE_SYN_RECV = 3,     /**< is being connected from the other side */
    VMM_SOCKET_STATE_FIN_WAIT1 = 4,    /**< was closed on this side */
    VMM_SOCKET_STATE_FIN_WAIT2 = 5,    /**< the other side knows that, and may still send */
    VMM_SOCKET_STATE_TIME_WAIT = 6,    /**< is over, and waits for late packets */
    VMM_SOCKET_STATE_CLOSE = 7,        /**< is not connected */
    VMM_SOCKET_STATE_CLOSE_WAIT = 8,   /**< was closed on the other side */
    VMM_SOCKET_STATE_LAST_ACK = 9,     /**< then on this side, too */
    VMM_SOCKET_STATE_LISTEN = 10,      /**< takes connections */
    VMM_SOCKET_STATE_CLOSING = 11,     /**< was closed on both sides at once */
    VMM_SOCKET_STATE_NEW_SYN_RECV = 12 /**< the kernel's own; its files say ::VMM_SOCKET_STATE_SYN_RECV */
};

/** A socket. Its two addresses are not read. */
struct vmm_socket {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** How long its addresses are: 4 of IPv4, 16 of IPv6. Bytes; identity. */
    uint64_t address_bytes;
    /** Port on this side. `local_address`; count; identity. */
    uint64_t local_port;
    /** Port on the other side; 0 where there is none. `rem_address` or `remote_address`; count; identity. */
    uint64_t remote_port;
    /** State, one of VMM_SOCKET_STATE_*, or a number that the kernel has added since. `st`; count; gauge. */
    uint64_t state;
    /** Bytes that wait to be sent or, with TCP, to be confirmed; a SYN counts as one. `tx_queue`; bytes; gauge. */
    uint64_t tx_queue_bytes;
    /** Bytes that wait to be read; with TCP the other side's close counts as one, and with UDP it is the memory that they
     *  take. `rx_queue`; bytes; gauge; unknown for a socket that listens. */
    uint64_t rx_queue_bytes;
    /** Connections that wait to be accepted. `rx_queue` of a socket that listens; count; gauge; unknown for others. */
    uint64_t accept_queue;
    /** Who has made it; 0 is also what the kernel prints where nobody has it any more, as in ::VMM_SOCKET_STATE_TIME_WAIT.
     *  `uid`; count; identity. */
    uint64_t uid;
    /** Number of the socket, by which /proc/PID/fd knows it; 0 where no process has it. `inode`; count; identity. */
    uint64_t inode;
    /** Packets dropped. `drops` of UDP and other kinds without connections; count; counter, 32 bits; unknown for TCP. It is
     *  told by its place: the thirteenth column where there are no more. */
    uint64_t drops;
};

/**
 * Gives the next row of /proc/net/tcp, tcp6, udp or udp6, or of others of their form (udplite, raw, icmp): a socket. The
 * line above the rows is passed over; the text may begin at any line. To count sockets by state, read all rows; on a busy
 * machine the file is long and slow to read, since the kernel prints it socket by socket.
 *
 * @param text     what is still to be read
 * @param row      the socket; what stands in columns that are missing behind the state is unknown
 * @param row_size its size
 * @retval VMM_OK          `row` is filled
 * @retval VMM_END         no more rows
 * @retval VMM_E_SYNTAX    a malformed row; the next call goes on behind it
 * @retval VMM_E_TRUNCATED the text ends inside a line
 * @retval VMM_E_ARGUMENT  an argument is NULL, or `row_size` is below 8
 */
VMM_API vmm_status vmm_socket_next(struct vmm_text *text, struct vmm_socket *row, size_t row_size);

#ifdef __cplusplus
}
#endif

#endif
