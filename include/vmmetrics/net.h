/* SPDX-License-Identifier: MIT */
/**
 * @file net.h
 * Network interfaces and sockets: the files of /sys/class/net/IF, the rows of /proc/net/dev and their rates between two
 * samples, and the rows of /proc/net/tcp, tcp6, udp and udp6.
 *
 * Member comments read: meaning; source; unit; kind; since which kernel, where later than 3.10; when absent.
 *
 * @ingroup network
 */
#ifndef VMMETRICS_NET_H
#define VMMETRICS_NET_H

#include "record.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * States of an interface: the words of `operstate`, in the kernel's order. `unknown` is one of the kernel's words: the
 * driver reports no state. Loopback is always `unknown`, and a TAP may be `unknown` while it carries traffic.
 */
enum vmm_net_operstate {
    VMM_NET_OPERSTATE_UNKNOWN = 1,        /**< `unknown` */
    VMM_NET_OPERSTATE_NOTPRESENT = 2,     /**< `notpresent` */
    VMM_NET_OPERSTATE_DOWN = 3,           /**< `down` */
    VMM_NET_OPERSTATE_LOWERLAYERDOWN = 4, /**< `lowerlayerdown`: the interface below is down */
    VMM_NET_OPERSTATE_TESTING = 5,        /**< `testing` */
    VMM_NET_OPERSTATE_DORMANT = 6,        /**< `dormant`: waits for an event, such as authentication */
    VMM_NET_OPERSTATE_UP = 7              /**< `up` */
};

/** Duplex modes: the words of `duplex`. */
enum vmm_net_duplex {
    VMM_NET_DUPLEX_HALF = 1,   /**< `half`: one direction at a time */
    VMM_NET_DUPLEX_FULL = 2,   /**< `full`: both directions at once */
    VMM_NET_DUPLEX_UNKNOWN = 3 /**< `unknown`: the kernel prints this word */
};

/**
 * A network interface. "Received" and "sent" are the host's view: a TAP receives what its guest sends.
 * vmm_net_guest_view_of() turns a record into the guest's view.
 *
 * A member whose comment names both a file of /sys/class/net/IF and a column of /proc/net/dev has the same number in
 * both. Three columns of /proc/net/dev are sums of several files and have members of their own, `net_dev_...`.
 *
 * vmm_net_next() fills the record from a row of /proc/net/dev, and vmm_record_read() from each file of
 * /sys/class/net/IF, VMM_FILE_NET_*. No file of /sys/class/net/IF has `name`; the caller may set it after
 * vmm_record_init().
 */
struct vmm_net {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** Type of this record, one of VMM_RECORD_*; the library sets it. */
    uint64_t record;
    /** Interface name, unique in its network namespace only. /proc/net/dev; identity if `ifindex` is unknown in one of
     *  the two records, as an interface that is renamed keeps its index and its counters; absent in all files of
     *  /sys/class/net/IF, so set by the caller there. */
    char name[16];
    /** Number set by the caller to tell the interface from a later one with the same name and index. Identity. */
    uint64_t instance_id;
    /** Interface index, unique in its network namespace only, where it identifies the interface as long as this exists; a
     *  new interface gets a new index, but TAPs in namespaces that were set up alike often have the same index, so set
     *  `instance_id` to compare records of several namespaces. `ifindex`; count; identity. */
    uint64_t ifindex;
    /** Index of the interface below, or of a veth's other end, which may be in another namespace; the interface's own
     *  index if there is no such interface. `iflink`; count; label. */
    uint64_t iflink;
    /** Bytes received. `statistics/rx_bytes`, /proc/net/dev `bytes`; bytes; counter, 64 bits. */
    uint64_t rx_bytes;
    /** Packets received. `statistics/rx_packets`, /proc/net/dev `packets`; count; counter, 64 bits. */
    uint64_t rx_packets;
    /** Bad packets received. `statistics/rx_errors`, /proc/net/dev `errs`; count; counter, 64 bits. */
    uint64_t rx_errors;
    /** Received packets that were dropped: the sum of `rx_dropped` and `rx_missed_errors`. /proc/net/dev `drop`; count;
     *  counter, 64 bits. */
    uint64_t net_dev_rx_drop;
    /** Errors of the receive queue, such as overflows. `statistics/rx_fifo_errors`, /proc/net/dev `fifo`; count;
     *  counter, 64 bits. */
    uint64_t rx_fifo_errors;
    /** Malformed packets received: the sum of `rx_length_errors`, `rx_over_errors`, `rx_crc_errors` and
     *  `rx_frame_errors`. /proc/net/dev `frame`; count; counter, 64 bits. */
    uint64_t net_dev_rx_frame;
    /** Compressed packets received. `statistics/rx_compressed`, /proc/net/dev `compressed`; count; counter, 64 bits. */
    uint64_t rx_compressed;
    /** Multicast packets received. `statistics/multicast`, /proc/net/dev `multicast`; count; counter, 64 bits; not
     *  counted by many drivers. */
    uint64_t multicast;
    /** Bytes sent. `statistics/tx_bytes`, /proc/net/dev `bytes`; bytes; counter, 64 bits. */
    uint64_t tx_bytes;
    /** Packets sent. `statistics/tx_packets`, /proc/net/dev `packets`; count; counter, 64 bits. */
    uint64_t tx_packets;
    /** Packets that could not be sent. `statistics/tx_errors`, /proc/net/dev `errs`; count; counter, 64 bits. */
    uint64_t tx_errors;
    /** Packets dropped while sending; for a TAP packets that had no reader or did not fit into its queue.
     *  `statistics/tx_dropped`, /proc/net/dev `drop`; count; counter, 64 bits. */
    uint64_t tx_dropped;
    /** Errors of the send queue. `statistics/tx_fifo_errors`, /proc/net/dev `fifo`; count; counter, 64 bits. */
    uint64_t tx_fifo_errors;
    /** Collisions while sending. `statistics/collisions`, /proc/net/dev `colls`; count; counter, 64 bits. */
    uint64_t collisions;
    /** Packets not sent because of link errors: the sum of `tx_carrier_errors`, `tx_aborted_errors`, `tx_window_errors`
     *  and `tx_heartbeat_errors`. /proc/net/dev `carrier`; count; counter, 64 bits. */
    uint64_t net_dev_tx_carrier;
    /** Compressed packets sent. `statistics/tx_compressed`, /proc/net/dev `compressed`; count; counter, 64 bits. */
    uint64_t tx_compressed;
    /** Received packets that the kernel dropped. `statistics/rx_dropped`; count; counter, 64 bits. */
    uint64_t rx_dropped;
    /** Received packets that the device dropped because it had no free buffer. `statistics/rx_missed_errors`; count;
     *  counter, 64 bits. */
    uint64_t rx_missed_errors;
    /** Packets received with a wrong length. `statistics/rx_length_errors`; count; counter, 64 bits. */
    uint64_t rx_length_errors;
    /** Packets received that were too large for the device or its buffers. `statistics/rx_over_errors`; count; counter,
     *  64 bits. */
    uint64_t rx_over_errors;
    /** Packets received with a wrong checksum. `statistics/rx_crc_errors`; count; counter, 64 bits. */
    uint64_t rx_crc_errors;
    /** Packets received with a malformed frame, such as a wrong alignment. `statistics/rx_frame_errors`; count;
     *  counter, 64 bits. */
    uint64_t rx_frame_errors;
    /** Received packets dropped because no protocol takes packets from this interface, as on the inactive port of a
     *  bond. `statistics/rx_nohandler`; count; counter, 64 bits; since 4.6. */
    uint64_t rx_nohandler;
    /** Packets not sent because the link had no carrier. `statistics/tx_carrier_errors`; count; counter, 64 bits. */
    uint64_t tx_carrier_errors;
    /** Packets whose sending was aborted. `statistics/tx_aborted_errors`; count; counter, 64 bits. */
    uint64_t tx_aborted_errors;
    /** Packets not sent because of a late collision. `statistics/tx_window_errors`; count; counter, 64 bits. */
    uint64_t tx_window_errors;
    /** Packets sent without the heartbeat signal of old half-duplex Ethernet. `statistics/tx_heartbeat_errors`; count;
     *  counter, 64 bits. */
    uint64_t tx_heartbeat_errors;
    /** State of the interface, one of VMM_NET_OPERSTATE_*; follows the carrier with a delay. `operstate`; count;
     *  gauge. */
    uint64_t operstate;
    /** 1 if the link has a carrier, else 0; for a TAP 1 if a program has the TAP open. `carrier`; count; gauge; absent
     *  while the interface is switched off, since reading the file fails then. */
    uint64_t carrier;
    /** Times that the carrier came or went. `carrier_changes`; count; counter, 32 bits; since 3.15. */
    uint64_t carrier_changes;
    /** Times that the carrier came. `carrier_up_count`; count; counter, 32 bits; since 4.16. */
    uint64_t carrier_up_count;
    /** Times that the carrier went. `carrier_down_count`; count; counter, 32 bits; since 4.16. */
    uint64_t carrier_down_count;
    /** Link speed, converted from Mbit/s; **not a real speed for a TAP or veth**: a fixed 10 Gbit/s, or 10 Mbit/s for a
     *  TAP before Linux 6.2. `speed`; bits/s; gauge; unknown for -1, 0, 65535 and 4294967295, which drivers print for
     *  an unknown speed; absent for loopback and while the interface is switched off, since reading the file fails
     *  then. */
    uint64_t speed_bits_per_second;
    /** Duplex mode, one of VMM_NET_DUPLEX_*; **not a real mode for a TAP or veth**. `duplex`; count; gauge; absent for
     *  loopback and while the interface is switched off, since reading the file fails then. */
    uint64_t duplex;
    /** Largest packet that can be sent (MTU), without the link header. `mtu`; bytes; limit. */
    uint64_t mtu_bytes;
    /** Interface flags (IFF_*), such as 1 for switched on and 8 for loopback. `flags`; count; gauge. */
    uint64_t flags;
    /** Link type (ARPHRD_*): 1 for Ethernet and TAP, 772 for loopback, 65534 for TUN. `type`; count; gauge. */
    uint64_t type;
    /** Number of packets that the send queue can hold. `tx_queue_len`; count; limit. */
    uint64_t tx_queue_len;
    /** How the hardware address was chosen: 0 for a permanent one, 1 for a random one, 2 for one of another device, 3
     *  for one that was set. `addr_assign_type`; count; gauge. */
    uint64_t addr_assign_type;
    /** Length of the hardware address. `addr_len`; bytes; gauge. */
    uint64_t addr_len_bytes;
    /** Number that tells interfaces with the same hardware address apart. `dev_id`; count; gauge. */
    uint64_t dev_id;
    /** Port of a device that has several ports. `dev_port`; count; gauge; since 3.15. */
    uint64_t dev_port;
    /** 1 if the interface waits for something from outside, such as an authentication, else 0. `dormant`; count; gauge;
     *  absent while the interface is switched off, since reading the file fails then. */
    uint64_t dormant;
    /** 1 while the interface is tested, else 0. `testing`; count; gauge; since 5.8; absent while the interface is
     *  switched off, since reading the file fails then. */
    uint64_t testing;
    /** State after the interface is switched on: 0 for up, 1 for dormant. `link_mode`; count; gauge. */
    uint64_t link_mode;
    /** Where the name is from: 1 for counted by the kernel, 2 for predictable, 3 for chosen by a program, 4 for
     *  renamed. `name_assign_type`; count; gauge; since 3.17; absent if the kernel cannot tell, since reading the file
     *  fails then. */
    uint64_t name_assign_type;
    /** Group of the interface, which rules of routing can use. `netdev_group`; count; gauge. */
    uint64_t netdev_group;
    /** 1 if a program holds the link down because of an error, else 0. `proto_down`; count; gauge; since 4.3. */
    uint64_t proto_down;
    /** 1 if threads of the kernel receive the packets, 0 if interrupts do. `threaded`; count; gauge; since 5.12; absent
     *  if the driver does not use NAPI. */
    uint64_t threaded;
    /** Times that an empty queue is polled before interrupts are switched on again. `napi_defer_hard_irqs`; count;
     *  gauge; since 5.8. */
    uint64_t napi_defer_hard_irqs;
    /** Time after which merged packets (GRO) are passed on. `gro_flush_timeout`; nanoseconds; gauge; since 3.19. */
    uint64_t gro_flush_timeout_ns;
    /** Flags of a TUN or TAP (IFF_*), such as 2 for a TAP and 0x1000 for one without a header. `tun_flags`; count;
     *  gauge; only of a TUN or TAP. */
    uint64_t tun_flags;
    /** User who may open the TUN or TAP. `owner`; count; label; only of a TUN or TAP; unknown if no user was set. */
    uint64_t owner;
    /** Group whose users may open the TUN or TAP. `group`; count; label; only of a TUN or TAP; unknown if no group was
     *  set. */
    uint64_t group;
};

/**
 * Gives the next row of /proc/net/dev: one interface. The two heading lines, recognised by their `|`, are skipped; the
 * text may begin at any line.
 *
 * Each read() of this file gives at most about 4 KB, or 30 rows, however large the buffer is: repeat read() until it
 * returns 0. /proc/net/dev shows the interfaces of the reader's network namespace, and /proc/PID/net/dev the interfaces
 * of the namespace of a process.
 *
 * The name ends at the last colon of the line's first word. So `eth0:4046496815`, which old kernels print, and aliases
 * such as `tun1:1:` are read correctly. A name may hold any byte but `/`, NUL and blanks.
 *
 * @code
 * while ((status = vmm_net_next(&text, &row, sizeof row)) != VMM_END)
 *     if (status == VMM_OK)
 *         ...
 * @endcode
 *
 * @param text     the text that is still to be read
 * @param row      the interface: its name and the members of /proc/net/dev; members whose column is missing are unknown
 * @param row_size the size of `row` in bytes
 * @retval VMM_OK          `row` is filled
 * @retval VMM_END         there are no more rows
 * @retval VMM_E_SYNTAX    a line has no name, a name that no interface can have (more than 15 bytes), or a malformed
 *                         counter; the next call continues after this line
 * @retval VMM_E_TRUNCATED the text ends inside a line
 * @retval VMM_E_ARGUMENT  `row` is NULL, or `row_size` is below 16
 */
VMM_API vmm_status vmm_net_next(struct vmm_text *text, struct vmm_net *row, size_t row_size);

/**
 * Turns a TAP's record into its guest's view: the TAP's received numbers become the guest's sent numbers, and the other
 * way round. Use it on both samples before vmm_net_usage_between().
 *
 * Bytes, packets, errors, drops, `fifo_errors` and `compressed` change places. Members that exist for one direction
 * only become unknown: `net_dev_...`, `multicast`, `collisions`, the single kinds of error, `tx_queue_len`. All other
 * members stay those of the TAP: its name, its index, its carrier and so on.
 *
 * The guest's own counters may differ: a packet that was dropped on the way to the guest counts as `rx_dropped` in the
 * view, but the guest has never seen it. For a row of /proc/net/dev `tx_dropped` of the view is unknown, since this
 * file has only a sum of the packets that the TAP dropped.
 *
 * @param net      the interface on the host
 * @param out      the view; may be `net` itself, whose content is lost then on every status but ::VMM_OK
 * @param out_size the size of `out` in bytes
 * @retval VMM_OK         `out` is filled
 * @retval VMM_E_EMPTY    no member that changes places is known
 * @retval VMM_E_ARGUMENT `net` or `out` is NULL, or `out_size` is below 16
 */
VMM_API vmm_status vmm_net_guest_view_of(const struct vmm_net *net, struct vmm_net *out, size_t out_size);

/**
 * Traffic of an interface between two samples. "Received" and "sent" are as in the samples: the host's view, or the
 * guest's view of vmm_net_guest_view_of().
 */
struct vmm_net_usage {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** Type of this record, one of VMM_RECORD_*; the library sets it. */
    uint64_t record;
    /** Interface name, from the later sample; identity if `ifindex` is unknown in one of the two records. */
    char name[16];
    /** Number set by the caller, from the later sample. Identity. */
    uint64_t instance_id;
    /** Interface index, from the later sample. Count; identity. */
    uint64_t ifindex;
    /** Bytes received per second. Bytes/s; gauge; needs `rx_bytes`. */
    double rx_bytes_per_second;
    /** Bytes sent per second. Bytes/s; gauge; needs `tx_bytes`. */
    double tx_bytes_per_second;
    /** Packets received per second. 1/s; gauge; needs `rx_packets`. */
    double rx_packets_per_second;
    /** Packets sent per second. 1/s; gauge; needs `tx_packets`. */
    double tx_packets_per_second;
    /** Bad packets received per second. 1/s; gauge; needs `rx_errors`. */
    double rx_errors_per_second;
    /** Packets per second that could not be sent. 1/s; gauge; needs `tx_errors`. */
    double tx_errors_per_second;
    /** Received packets per second that the kernel dropped. 1/s; gauge; needs `rx_dropped`, which /proc/net/dev
     *  lacks. */
    double rx_dropped_per_second;
    /** Packets per second that were dropped while sending. 1/s; gauge; needs `tx_dropped`. */
    double tx_dropped_per_second;
    /** Received packets per second that the kernel or the device dropped. 1/s; gauge; needs `net_dev_rx_drop`, which
     *  only /proc/net/dev has. */
    double net_dev_rx_drop_per_second;
    /** Multicast packets received per second. 1/s; gauge; needs `multicast`. */
    double multicast_per_second;
    /** Share of the link speed in use, as sar's %ifutil: the larger of the received and sent rates at full duplex,
     *  their sum at half duplex. Ratio; gauge; needs `rx_bytes`, `tx_bytes`, and `speed_bits_per_second` and `duplex`
     *  of the later sample; **meaningless for a TAP or veth**, whose speed is not real and may be exceeded; unknown if
     *  the duplex mode is unknown (sar takes the sum then). */
    double utilisation_sar_ratio;
    /** Times that the carrier came or went between the samples. Count; gauge; needs `carrier_changes`; unknown if the
     *  growth modulo 2^32 is 2^31 or more. */
    uint64_t carrier_changes;
};

/**
 * Computes the traffic of an interface between two samples. Both samples may be of /sys/class/net/IF, of /proc/net/dev,
 * or guest's views. Each result needs its own inputs only, in both samples. Keep the later sample as the next `before`,
 * also after ::VMM_RESET.
 *
 * A counter that fell has restarted: the interface was removed and made again. 64-bit counters never wrap. Some drivers
 * on 32-bit kernels wrap their counters at 2^32; such a wrap looks like a restart and is treated as one. If the
 * counters of a new interface have overtaken those of the old one, only `ifindex` or `instance_id` shows the change.
 * `carrier_changes` has 32 bits, so its fall is no reset.
 *
 * @param before     the earlier sample; NULL, or a record of `size` 0, if there is none
 * @param after      the later sample
 * @param elapsed_ns the time between the samples, measured with a monotonic clock (CLOCK_MONOTONIC)
 * @param out        the result
 * @param out_size   the size of `out` in bytes
 * @retval VMM_OK          `out` is filled
 * @retval VMM_FIRST       there is no earlier sample
 * @retval VMM_NO_INTERVAL `elapsed_ns` is 0 or less
 * @retval VMM_RESET       a counter fell, or `name`, `ifindex` or `instance_id` is known in both samples and differs
 * @retval VMM_E_EMPTY     no input is known in both samples
 * @retval VMM_E_ARGUMENT  `after` or `out` is NULL, or `out_size` is below 16
 */
VMM_API vmm_status vmm_net_usage_between(const struct vmm_net *before, const struct vmm_net *after, int64_t elapsed_ns,
                                         struct vmm_net_usage *out, size_t out_size);

/**
 * States of a socket, with the kernel's numbers. UDP has only ::VMM_SOCKET_STATE_ESTABLISHED and
 * ::VMM_SOCKET_STATE_CLOSE.
 */
enum vmm_socket_state {
    VMM_SOCKET_STATE_ESTABLISHED = 1,  /**< connected */
    VMM_SOCKET_STATE_SYN_SENT = 2,     /**< connecting, begun from here */
    VMM_SOCKET_STATE_SYN_RECV = 3,     /**< connecting, begun by the peer */
    VMM_SOCKET_STATE_FIN_WAIT1 = 4,    /**< closed here; waiting for the peer's ACK */
    VMM_SOCKET_STATE_FIN_WAIT2 = 5,    /**< closed here, and confirmed; the peer may still send */
    VMM_SOCKET_STATE_TIME_WAIT = 6,    /**< closed by both; waiting for late packets */
    VMM_SOCKET_STATE_CLOSE = 7,        /**< not connected */
    VMM_SOCKET_STATE_CLOSE_WAIT = 8,   /**< closed by the peer, not yet here */
    VMM_SOCKET_STATE_LAST_ACK = 9,     /**< closed by the peer, then here; waiting for the last ACK */
    VMM_SOCKET_STATE_LISTEN = 10,      /**< listening for connections */
    VMM_SOCKET_STATE_CLOSING = 11,     /**< closed by both at the same time */
    VMM_SOCKET_STATE_NEW_SYN_RECV = 12 /**< internal; printed as ::VMM_SOCKET_STATE_SYN_RECV */
};

/** A socket: a row of /proc/net/tcp, tcp6, udp or udp6. The two addresses are not read, only their length and ports. */
struct vmm_socket {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** Type of this record, one of VMM_RECORD_*; the library sets it. */
    uint64_t record;
    /** Length of an address: 4 for IPv4, 16 for IPv6. Bytes; identity. */
    uint64_t address_bytes;
    /** Local port. `local_address`; count; identity. */
    uint64_t local_port;
    /** Port of the peer; 0 without a peer. `rem_address` or `remote_address`; count; identity. */
    uint64_t remote_port;
    /** State of the socket, one of VMM_SOCKET_STATE_* or a number of a newer kernel. `st`; count; gauge. */
    uint64_t state;
    /** Bytes waiting to be sent or, with TCP, to be acknowledged; a SYN counts as 1. `tx_queue`; bytes; gauge. */
    uint64_t tx_queue_bytes;
    /** Bytes waiting to be read; with TCP the peer's FIN counts as 1; with UDP the memory of the waiting packets.
     *  `rx_queue`; bytes; gauge; unknown for a listening socket. */
    uint64_t rx_queue_bytes;
    /** Connections waiting to be accepted. `rx_queue` of a listening socket; count; gauge; unknown for all other
     *  sockets. */
    uint64_t accept_queue;
    /** User ID of the socket's creator; 0 also for a socket without an owner, as in ::VMM_SOCKET_STATE_TIME_WAIT.
     *  `uid`; count; label. */
    uint64_t uid;
    /** Inode number of the socket, as the links of /proc/PID/fd show it; 0 if no process has the socket. `inode`;
     *  count; identity. */
    uint64_t inode;
    /** Packets dropped. `drops` of UDP, raw and similar sockets; count; counter, 32 bits; unknown for TCP; only a
     *  thirteenth column that is the last one counts as `drops`. */
    uint64_t drops;
};

/**
 * Gives the next row of /proc/net/tcp, tcp6, udp or udp6, or of a file of the same form (udplite, raw, icmp): one
 * socket. The heading line is skipped; the text may begin at any line. To count sockets by state, read all rows. On a
 * busy machine the file is long and slow to read, since the kernel prints socket by socket.
 *
 * @code
 * while ((status = vmm_socket_next(&text, &row, sizeof row)) != VMM_END)
 *     if (status == VMM_OK)
 *         ...
 * @endcode
 *
 * @param text     the text that is still to be read
 * @param row      the socket; members of columns that are missing after the state are unknown
 * @param row_size the size of `row` in bytes
 * @retval VMM_OK          `row` is filled
 * @retval VMM_END         there are no more rows
 * @retval VMM_E_SYNTAX    a row is malformed; the next call continues after this row
 * @retval VMM_E_TRUNCATED the text ends inside a line
 * @retval VMM_E_ARGUMENT  `row` is NULL, or `row_size` is below 16
 */
VMM_API vmm_status vmm_socket_next(struct vmm_text *text, struct vmm_socket *row, size_t row_size);

#ifdef __cplusplus
}
#endif

#endif
