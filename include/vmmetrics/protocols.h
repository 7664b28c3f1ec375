/* SPDX-License-Identifier: MIT */
/**
 * @file protocols.h
 * Health of TCP, UDP, ICMP and IP: retransmissions, dropped connections, errors, and the sockets in use.
 *
 * @ingroup network
 */
#ifndef VMMETRICS_PROTOCOLS_H
#define VMMETRICS_PROTOCOLS_H

#include "record.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * The protocols of one network namespace: files of /proc/net, which is /proc/self/net. /proc/PID/net has those of the
 * network namespace of another process, such as a VM monitor in its own. What a comment calls "of the whole machine" is
 * the same in all namespaces.
 *
 * vmm_record_read() reads each of its files, VMM_FILE_PROTOCOLS_*. `snmp6` and `sockstat6` are there only with IPv6.
 * The columns of the files may have any order. The files have more names than this record has members:
 * ::VMM_KEY_PAIRED_LINES gives all names of `snmp` and `netstat`, and ::VMM_KEY_LINES those of the other files.
 *
 * TCP counts both versions of IP in the members `tcp_`. UDP, ICMP and IP have members of their own for IPv6.
 *
 * Member comments read: meaning; file and key; unit; kind; since which kernel, where later than 2.6.18; when absent.
 * Counters count since the namespace began. Members `sockstat_` are gauges.
 */
struct vmm_protocols {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** Type of this record, one of VMM_RECORD_*; the library sets it. */
    uint64_t record;
    /** Number set by the caller to tell the network namespace from another one. Identity. */
    uint64_t instance_id;
    /** Whether the machine forwards packets: 1 if it does, 2 if it does not. `snmp` `Ip: Forwarding`; label. */
    uint64_t ip_forwarding;
    /** IPv4 packets received, with errors or not. `snmp` `Ip: InReceives`; count; counter, 64 bits. */
    uint64_t ip_in_receives;
    /** Received IPv4 packets discarded for an error in their header. `snmp` `Ip: InHdrErrors`; count; counter, 64
     *  bits. */
    uint64_t ip_in_hdr_errors;
    /** Received IPv4 packets discarded because their address is not one of this machine. `snmp` `Ip: InAddrErrors`;
     *  count; counter, 64 bits. */
    uint64_t ip_in_addr_errors;
    /** IPv4 packets forwarded. `snmp` `Ip: ForwDatagrams`; count; counter, 64 bits. */
    uint64_t ip_forw_datagrams;
    /** Received IPv4 packets discarded because of an unknown protocol. `snmp` `Ip: InUnknownProtos`; count; counter,
     *  64 bits. */
    uint64_t ip_in_unknown_protos;
    /** Received IPv4 packets discarded without an error in them, such as for want of memory. `snmp` `Ip:
     *  InDiscards`; count; counter, 64 bits. */
    uint64_t ip_in_discards;
    /** Received IPv4 packets delivered to a protocol such as TCP. `snmp` `Ip: InDelivers`; count; counter, 64 bits. */
    uint64_t ip_in_delivers;
    /** IPv4 packets that protocols such as TCP gave to IP to be sent. `snmp` `Ip: OutRequests`; count; counter, 64
     *  bits. */
    uint64_t ip_out_requests;
    /** IPv4 packets to be sent that were discarded without an error in them. `snmp` `Ip: OutDiscards`; count;
     *  counter, 64 bits. */
    uint64_t ip_out_discards;
    /** IPv4 packets to be sent that were discarded for want of a route. `snmp` `Ip: OutNoRoutes`; count; counter, 64
     *  bits. */
    uint64_t ip_out_no_routes;
    /** IPv4 packets of which fragments did not arrive in time. `snmp` `Ip: ReasmTimeout`; count; counter, 64 bits. */
    uint64_t ip_reasm_timeout;
    /** IPv4 fragments received. `snmp` `Ip: ReasmReqds`; count; counter, 64 bits. */
    uint64_t ip_reasm_reqds;
    /** IPv4 packets put together from fragments. `snmp` `Ip: ReasmOKs`; count; counter, 64 bits. */
    uint64_t ip_reasm_oks;
    /** Times that putting fragments of a packet together failed. `snmp` `Ip: ReasmFails`; count; counter, 64 bits. */
    uint64_t ip_reasm_fails;
    /** IPv4 packets divided into fragments. `snmp` `Ip: FragOKs`; count; counter, 64 bits. */
    uint64_t ip_frag_oks;
    /** IPv4 packets discarded because they could not be divided. `snmp` `Ip: FragFails`; count; counter, 64 bits. */
    uint64_t ip_frag_fails;
    /** IPv4 fragments made. `snmp` `Ip: FragCreates`; count; counter, 64 bits. */
    uint64_t ip_frag_creates;
    /** ICMP messages received. `snmp` `Icmp: InMsgs`; count; counter of the kernel's `unsigned long`. */
    uint64_t icmp_in_msgs;
    /** Received ICMP messages with an error. `snmp` `Icmp: InErrors`; count; counter of the kernel's `unsigned
     *  long`. */
    uint64_t icmp_in_errors;
    /** Received ICMP messages with a wrong checksum. `snmp` `Icmp: InCsumErrors`; count; counter of the kernel's
     *  `unsigned long`; since 3.10. */
    uint64_t icmp_in_csum_errors;
    /** ICMP messages received that a destination cannot be reached. `snmp` `Icmp: InDestUnreachs`; count; counter of
     *  the kernel's `unsigned long`. */
    uint64_t icmp_in_dest_unreachs;
    /** ICMP messages received that a packet lived too long. `snmp` `Icmp: InTimeExcds`; count; counter of the
     *  kernel's `unsigned long`. */
    uint64_t icmp_in_time_excds;
    /** ICMP requests for an echo received (ping). `snmp` `Icmp: InEchos`; count; counter of the kernel's `unsigned
     *  long`. */
    uint64_t icmp_in_echos;
    /** ICMP echoes received. `snmp` `Icmp: InEchoReps`; count; counter of the kernel's `unsigned long`. */
    uint64_t icmp_in_echo_reps;
    /** ICMP messages sent. `snmp` `Icmp: OutMsgs`; count; counter of the kernel's `unsigned long`. */
    uint64_t icmp_out_msgs;
    /** ICMP messages not sent because of an error. `snmp` `Icmp: OutErrors`; count; counter of the kernel's
     *  `unsigned long`. */
    uint64_t icmp_out_errors;
    /** ICMP messages sent that a destination cannot be reached. `snmp` `Icmp: OutDestUnreachs`; count; counter of
     *  the kernel's `unsigned long`. */
    uint64_t icmp_out_dest_unreachs;
    /** ICMP messages sent that a packet lived too long. `snmp` `Icmp: OutTimeExcds`; count; counter of the kernel's
     *  `unsigned long`. */
    uint64_t icmp_out_time_excds;
    /** ICMP requests for an echo sent. `snmp` `Icmp: OutEchos`; count; counter of the kernel's `unsigned long`. */
    uint64_t icmp_out_echos;
    /** ICMP echoes sent. `snmp` `Icmp: OutEchoReps`; count; counter of the kernel's `unsigned long`. */
    uint64_t icmp_out_echo_reps;
    /** TCP connections that this machine began to open. `snmp` `Tcp: ActiveOpens`; count; counter of the kernel's
     *  `unsigned long`. */
    uint64_t tcp_active_opens;
    /** TCP connections that other machines opened to this machine. `snmp` `Tcp: PassiveOpens`; count; counter of the
     *  kernel's `unsigned long`. */
    uint64_t tcp_passive_opens;
    /** TCP connections that failed before they were open. `snmp` `Tcp: AttemptFails`; count; counter of the kernel's
     *  `unsigned long`. */
    uint64_t tcp_attempt_fails;
    /** Open TCP connections that ended by a reset. `snmp` `Tcp: EstabResets`; count; counter of the kernel's
     *  `unsigned long`. */
    uint64_t tcp_estab_resets;
    /** TCP connections that are open: in the states ESTABLISHED and CLOSE-WAIT. `snmp` `Tcp: CurrEstab`; count;
     *  gauge. */
    uint64_t tcp_curr_estab;
    /** TCP segments received, with errors or not. `snmp` `Tcp: InSegs`; count; counter of the kernel's `unsigned
     *  long`. */
    uint64_t tcp_in_segs;
    /** TCP segments sent, without those sent again. `snmp` `Tcp: OutSegs`; count; counter of the kernel's `unsigned
     *  long`. */
    uint64_t tcp_out_segs;
    /** TCP segments sent again. `snmp` `Tcp: RetransSegs`; count; counter of the kernel's `unsigned long`. */
    uint64_t tcp_retrans_segs;
    /** TCP segments received with an error. `snmp` `Tcp: InErrs`; count; counter of the kernel's `unsigned long`. */
    uint64_t tcp_in_errs;
    /** TCP segments sent that carry a reset. `snmp` `Tcp: OutRsts`; count; counter of the kernel's `unsigned long`. */
    uint64_t tcp_out_rsts;
    /** TCP segments received with a wrong checksum; contained in `tcp_in_errs`. `snmp` `Tcp: InCsumErrors`; count;
     *  counter of the kernel's `unsigned long`; since 3.10. */
    uint64_t tcp_in_csum_errors;
    /** UDP datagrams over IPv4 that programs received. `snmp` `Udp: InDatagrams`; count; counter of the kernel's
     *  `unsigned long`. */
    uint64_t udp_in_datagrams;
    /** UDP datagrams over IPv4 received for a port that no program listens on. `snmp` `Udp: NoPorts`; count; counter
     *  of the kernel's `unsigned long`. */
    uint64_t udp_no_ports;
    /** UDP datagrams over IPv4 received that could not be delivered for other reasons; contains `{p}_rcvbuf_errors`,
     *  `{p}_in_csum_errors` and `{p}_mem_errors`. `snmp` `Udp: InErrors`; count; counter of the kernel's `unsigned
     *  long`. */
    uint64_t udp_in_errors;
    /** UDP datagrams over IPv4 sent. `snmp` `Udp: OutDatagrams`; count; counter of the kernel's `unsigned long`. */
    uint64_t udp_out_datagrams;
    /** UDP datagrams over IPv4 discarded because the receive buffer of a socket was full. `snmp` `Udp:
     *  RcvbufErrors`; count; counter of the kernel's `unsigned long`; since 2.6.19. */
    uint64_t udp_rcvbuf_errors;
    /** UDP datagrams over IPv4 discarded because the send buffer of a socket was full. `snmp` `Udp: SndbufErrors`;
     *  count; counter of the kernel's `unsigned long`; since 2.6.19. */
    uint64_t udp_sndbuf_errors;
    /** UDP datagrams over IPv4 received with a wrong checksum. `snmp` `Udp: InCsumErrors`; count; counter of the
     *  kernel's `unsigned long`; since 3.10. */
    uint64_t udp_in_csum_errors;
    /** UDP datagrams over IPv4 discarded because the memory for such sockets was used up. `snmp` `Udp: MemErrors`;
     *  count; counter of the kernel's `unsigned long`; since 5.11. */
    uint64_t udp_mem_errors;
    /** UDP-Lite datagrams over IPv4 that could not be delivered. `snmp` `UdpLite: InErrors`; count; counter of the
     *  kernel's `unsigned long`; absent on kernels without UDP-Lite. */
    uint64_t udp_lite_in_errors;
    /** SYN cookies sent: the queue of half-open connections was full. `netstat` `TcpExt: SyncookiesSent`; count;
     *  counter of the kernel's `unsigned long`. */
    uint64_t tcp_ext_syncookies_sent;
    /** Valid SYN cookies received. `netstat` `TcpExt: SyncookiesRecv`; count; counter of the kernel's `unsigned
     *  long`. */
    uint64_t tcp_ext_syncookies_recv;
    /** Invalid SYN cookies received. `netstat` `TcpExt: SyncookiesFailed`; count; counter of the kernel's `unsigned
     *  long`. */
    uint64_t tcp_ext_syncookies_failed;
    /** Half-open TCP connections that ended by a reset. `netstat` `TcpExt: EmbryonicRsts`; count; counter of the
     *  kernel's `unsigned long`. */
    uint64_t tcp_ext_embryonic_rsts;
    /** Times that received data was compacted because the receive buffer of a socket was full. `netstat` `TcpExt:
     *  PruneCalled`; count; counter of the kernel's `unsigned long`. */
    uint64_t tcp_ext_prune_called;
    /** TCP segments discarded because the receive buffer of a socket was full. `netstat` `TcpExt: RcvPruned`; count;
     *  counter of the kernel's `unsigned long`. */
    uint64_t tcp_ext_rcv_pruned;
    /** Times that segments out of order were discarded because the receive buffer of a socket was full. `netstat`
     *  `TcpExt: OfoPruned`; count; counter of the kernel's `unsigned long`. */
    uint64_t tcp_ext_ofo_pruned;
    /** TCP connections that ended in the state TIME-WAIT. `netstat` `TcpExt: TW`; count; counter of the kernel's
     *  `unsigned long`. */
    uint64_t tcp_ext_tw;
    /** TCP connections refused because the accept queue of a socket was full. `netstat` `TcpExt: ListenOverflows`;
     *  count; counter of the kernel's `unsigned long`. */
    uint64_t tcp_ext_listen_overflows;
    /** TCP connections refused by a listening socket, for any reason; contains `tcp_ext_listen_overflows`. `netstat`
     *  `TcpExt: ListenDrops`; count; counter of the kernel's `unsigned long`. */
    uint64_t tcp_ext_listen_drops;
    /** Retransmitted TCP segments that were lost again. `netstat` `TcpExt: TCPLostRetransmit`; count; counter of the
     *  kernel's `unsigned long`. */
    uint64_t tcp_ext_tcp_lost_retransmit;
    /** TCP segments sent again by fast retransmission. `netstat` `TcpExt: TCPFastRetrans`; count; counter of the
     *  kernel's `unsigned long`. */
    uint64_t tcp_ext_tcp_fast_retrans;
    /** TCP segments sent again after a timeout, during slow start. `netstat` `TcpExt: TCPSlowStartRetrans`; count;
     *  counter of the kernel's `unsigned long`. */
    uint64_t tcp_ext_tcp_slow_start_retrans;
    /** Timeouts of TCP retransmission timers. `netstat` `TcpExt: TCPTimeouts`; count; counter of the kernel's
     *  `unsigned long`. */
    uint64_t tcp_ext_tcp_timeouts;
    /** Tail loss probes sent. `netstat` `TcpExt: TCPLossProbes`; count; counter of the kernel's `unsigned long`;
     *  since 3.10. */
    uint64_t tcp_ext_tcp_loss_probes;
    /** TCP segments merged because the receive buffer of a socket was full. `netstat` `TcpExt: TCPRcvCollapsed`;
     *  count; counter of the kernel's `unsigned long`. */
    uint64_t tcp_ext_tcp_rcv_collapsed;
    /** TCP connections reset because data was left or arrived after the program closed the socket. `netstat`
     *  `TcpExt: TCPAbortOnData`; count; counter of the kernel's `unsigned long`. */
    uint64_t tcp_ext_tcp_abort_on_data;
    /** TCP connections reset because the program closed the socket before it had read all data. `netstat` `TcpExt:
     *  TCPAbortOnClose`; count; counter of the kernel's `unsigned long`. */
    uint64_t tcp_ext_tcp_abort_on_close;
    /** TCP connections reset for want of memory, or because there were too many without a program. `netstat`
     *  `TcpExt: TCPAbortOnMemory`; count; counter of the kernel's `unsigned long`. */
    uint64_t tcp_ext_tcp_abort_on_memory;
    /** TCP connections reset after too many timeouts. `netstat` `TcpExt: TCPAbortOnTimeout`; count; counter of the
     *  kernel's `unsigned long`. */
    uint64_t tcp_ext_tcp_abort_on_timeout;
    /** TCP connections reset in the state FIN-WAIT-2 after the time that the socket allows. `netstat` `TcpExt:
     *  TCPAbortOnLinger`; count; counter of the kernel's `unsigned long`. */
    uint64_t tcp_ext_tcp_abort_on_linger;
    /** TCP resets that could not be sent for want of memory. `netstat` `TcpExt: TCPAbortFailed`; count; counter of
     *  the kernel's `unsigned long`. */
    uint64_t tcp_ext_tcp_abort_failed;
    /** Times that TCP began to save memory. `netstat` `TcpExt: TCPMemoryPressures`; count; counter of the kernel's
     *  `unsigned long`. */
    uint64_t tcp_ext_tcp_memory_pressures;
    /** Time during which TCP saved memory. `netstat` `TcpExt: TCPMemoryPressuresChrono`; milliseconds; counter of
     *  the kernel's `unsigned long`; since 4.13. */
    uint64_t tcp_ext_tcp_memory_pressures_chrono_ms;
    /** TCP timeouts that turned out to be unnecessary. `netstat` `TcpExt: TCPSpuriousRTOs`; count; counter of the
     *  kernel's `unsigned long`; since 2.6.29 or earlier. */
    uint64_t tcp_ext_tcp_spurious_rtos;
    /** TCP segments discarded because the backlog of a socket was full. `netstat` `TcpExt: TCPBacklogDrop`; count;
     *  counter of the kernel's `unsigned long`; since 3.6 or earlier. */
    uint64_t tcp_ext_tcp_backlog_drop;
    /** TCP segments discarded because they used memory that is reserved for reclaiming memory. `netstat` `TcpExt:
     *  PFMemallocDrop`; count; counter of the kernel's `unsigned long`; since 4.14 or earlier. */
    uint64_t tcp_ext_pf_memalloc_drop;
    /** TCP connections that ended without TIME-WAIT because there were too many. `netstat` `TcpExt:
     *  TCPTimeWaitOverflow`; count; counter of the kernel's `unsigned long`; since 3.6 or earlier. */
    uint64_t tcp_ext_tcp_time_wait_overflow;
    /** Times that the queue of half-open connections was full and a SYN cookie was sent. `netstat` `TcpExt:
     *  TCPReqQFullDoCookies`; count; counter of the kernel's `unsigned long`; since 3.6 or earlier. */
    uint64_t tcp_ext_tcp_req_q_full_do_cookies;
    /** TCP connections refused because the queue of half-open connections was full. `netstat` `TcpExt:
     *  TCPReqQFullDrop`; count; counter of the kernel's `unsigned long`; since 3.6 or earlier. */
    uint64_t tcp_ext_tcp_req_q_full_drop;
    /** TCP segments that could not be sent again because a lower layer refused them. `netstat` `TcpExt:
     *  TCPRetransFail`; count; counter of the kernel's `unsigned long`; since 3.6 or earlier. */
    uint64_t tcp_ext_tcp_retrans_fail;
    /** TCP segments received out of order and queued. `netstat` `TcpExt: TCPOFOQueue`; count; counter of the
     *  kernel's `unsigned long`; since 3.6 or earlier. */
    uint64_t tcp_ext_tcp_ofo_queue;
    /** TCP segments received out of order and discarded for want of memory. `netstat` `TcpExt: TCPOFODrop`; count;
     *  counter of the kernel's `unsigned long`; since 3.6 or earlier. */
    uint64_t tcp_ext_tcp_ofo_drop;
    /** Times that a receive window that was 0 opened. `netstat` `TcpExt: TCPFromZeroWindowAdv`; count; counter of
     *  the kernel's `unsigned long`; since 3.15. */
    uint64_t tcp_ext_tcp_from_zero_window_adv;
    /** Times that a receive window became 0: a program reads too slowly. `netstat` `TcpExt: TCPToZeroWindowAdv`;
     *  count; counter of the kernel's `unsigned long`; since 3.15. */
    uint64_t tcp_ext_tcp_to_zero_window_adv;
    /** SYN and SYN-ACK segments sent again. `netstat` `TcpExt: TCPSynRetrans`; count; counter of the kernel's
     *  `unsigned long`; since 3.15. */
    uint64_t tcp_ext_tcp_syn_retrans;
    /** TCP segments with data sent for the first time. `netstat` `TcpExt: TCPOrigDataSent`; count; counter of the
     *  kernel's `unsigned long`; since 3.15. */
    uint64_t tcp_ext_tcp_orig_data_sent;
    /** Probes sent to keep TCP connections alive. `netstat` `TcpExt: TCPKeepAlive`; count; counter of the kernel's
     *  `unsigned long`; since 4.9 or earlier. */
    uint64_t tcp_ext_tcp_keep_alive;
    /** TCP segments with data that the other machine received. `netstat` `TcpExt: TCPDelivered`; count; counter of
     *  the kernel's `unsigned long`; since 4.18. */
    uint64_t tcp_ext_tcp_delivered;
    /** TCP segments discarded because the receive window was 0. `netstat` `TcpExt: TCPZeroWindowDrop`; count;
     *  counter of the kernel's `unsigned long`; since 4.19. */
    uint64_t tcp_ext_tcp_zero_window_drop;
    /** TCP segments discarded because the receive buffer of a socket was full when they arrived. `netstat` `TcpExt:
     *  TCPRcvQDrop`; count; counter of the kernel's `unsigned long`; since 4.19. */
    uint64_t tcp_ext_tcp_rcv_q_drop;
    /** Received IPv4 packets discarded for want of a route. `netstat` `IpExt: InNoRoutes`; count; counter, 64 bits;
     *  since 2.6.29 or earlier. */
    uint64_t ip_ext_in_no_routes;
    /** Received IPv4 packets that were shorter than their header says. `netstat` `IpExt: InTruncatedPkts`; count;
     *  counter, 64 bits; since 2.6.29 or earlier. */
    uint64_t ip_ext_in_truncated_pkts;
    /** Multicast IPv4 packets received. `netstat` `IpExt: InMcastPkts`; count; counter, 64 bits; since 2.6.29 or
     *  earlier. */
    uint64_t ip_ext_in_mcast_pkts;
    /** Multicast IPv4 packets sent. `netstat` `IpExt: OutMcastPkts`; count; counter, 64 bits; since 2.6.29 or
     *  earlier. */
    uint64_t ip_ext_out_mcast_pkts;
    /** Broadcast IPv4 packets received. `netstat` `IpExt: InBcastPkts`; count; counter, 64 bits; since 2.6.29 or
     *  earlier. */
    uint64_t ip_ext_in_bcast_pkts;
    /** Broadcast IPv4 packets sent. `netstat` `IpExt: OutBcastPkts`; count; counter, 64 bits; since 2.6.29 or
     *  earlier. */
    uint64_t ip_ext_out_bcast_pkts;
    /** IPv4 bytes received, headers of IP included. `netstat` `IpExt: InOctets`; bytes; counter, 64 bits; since 3.6
     *  or earlier. */
    uint64_t ip_ext_in_octets_bytes;
    /** IPv4 bytes sent, headers of IP included. `netstat` `IpExt: OutOctets`; bytes; counter, 64 bits; since 3.6 or
     *  earlier. */
    uint64_t ip_ext_out_octets_bytes;
    /** Received IPv4 packets with a wrong checksum. `netstat` `IpExt: InCsumErrors`; count; counter, 64 bits; since
     *  3.10. */
    uint64_t ip_ext_in_csum_errors;
    /** IPv6 packets received, with errors or not. `snmp6` `Ip6InReceives`; count; counter, 64 bits. */
    uint64_t ip6_in_receives;
    /** Received IPv6 packets discarded for an error in their header. `snmp6` `Ip6InHdrErrors`; count; counter, 64
     *  bits. */
    uint64_t ip6_in_hdr_errors;
    /** IPv6 packets not forwarded because they are larger than the next link allows. `snmp6` `Ip6InTooBigErrors`;
     *  count; counter, 64 bits. */
    uint64_t ip6_in_too_big_errors;
    /** Received IPv6 packets discarded for want of a route. `snmp6` `Ip6InNoRoutes`; count; counter, 64 bits. */
    uint64_t ip6_in_no_routes;
    /** Received IPv6 packets discarded because their address is not one of this machine. `snmp6` `Ip6InAddrErrors`;
     *  count; counter, 64 bits. */
    uint64_t ip6_in_addr_errors;
    /** Received IPv6 packets discarded without an error in them, such as for want of memory. `snmp6`
     *  `Ip6InDiscards`; count; counter, 64 bits. */
    uint64_t ip6_in_discards;
    /** Received IPv6 packets delivered to a protocol such as TCP. `snmp6` `Ip6InDelivers`; count; counter, 64 bits. */
    uint64_t ip6_in_delivers;
    /** IPv6 packets forwarded. `snmp6` `Ip6OutForwDatagrams`; count; counter, 64 bits. */
    uint64_t ip6_out_forw_datagrams;
    /** IPv6 packets that protocols such as TCP gave to IP to be sent. `snmp6` `Ip6OutRequests`; count; counter, 64
     *  bits. */
    uint64_t ip6_out_requests;
    /** IPv6 packets to be sent that were discarded without an error in them. `snmp6` `Ip6OutDiscards`; count;
     *  counter, 64 bits. */
    uint64_t ip6_out_discards;
    /** IPv6 packets to be sent that were discarded for want of a route. `snmp6` `Ip6OutNoRoutes`; count; counter, 64
     *  bits. */
    uint64_t ip6_out_no_routes;
    /** Times that putting fragments of a packet together failed. `snmp6` `Ip6ReasmFails`; count; counter, 64 bits. */
    uint64_t ip6_reasm_fails;
    /** IPv6 packets discarded because they could not be divided. `snmp6` `Ip6FragFails`; count; counter, 64 bits. */
    uint64_t ip6_frag_fails;
    /** IPv6 bytes received, headers of IP included. `snmp6` `Ip6InOctets`; bytes; counter, 64 bits; since 3.6 or
     *  earlier. */
    uint64_t ip6_in_octets_bytes;
    /** IPv6 bytes sent, headers of IP included. `snmp6` `Ip6OutOctets`; bytes; counter, 64 bits; since 3.6 or
     *  earlier. */
    uint64_t ip6_out_octets_bytes;
    /** ICMPv6 messages received. `snmp6` `Icmp6InMsgs`; count; counter of the kernel's `unsigned long`. */
    uint64_t icmp6_in_msgs;
    /** Received ICMPv6 messages with an error. `snmp6` `Icmp6InErrors`; count; counter of the kernel's `unsigned
     *  long`. */
    uint64_t icmp6_in_errors;
    /** ICMPv6 messages sent. `snmp6` `Icmp6OutMsgs`; count; counter of the kernel's `unsigned long`. */
    uint64_t icmp6_out_msgs;
    /** ICMPv6 messages not sent because of an error. `snmp6` `Icmp6OutErrors`; count; counter of the kernel's
     *  `unsigned long`; since 3.6 or earlier. */
    uint64_t icmp6_out_errors;
    /** Received ICMPv6 messages with a wrong checksum. `snmp6` `Icmp6InCsumErrors`; count; counter of the kernel's
     *  `unsigned long`; since 3.10. */
    uint64_t icmp6_in_csum_errors;
    /** UDP datagrams over IPv6 that programs received. `snmp6` `Udp6InDatagrams`; count; counter of the kernel's
     *  `unsigned long`. */
    uint64_t udp6_in_datagrams;
    /** UDP datagrams over IPv6 received for a port that no program listens on. `snmp6` `Udp6NoPorts`; count; counter
     *  of the kernel's `unsigned long`. */
    uint64_t udp6_no_ports;
    /** UDP datagrams over IPv6 received that could not be delivered for other reasons; contains `{p}_rcvbuf_errors`,
     *  `{p}_in_csum_errors` and `{p}_mem_errors`. `snmp6` `Udp6InErrors`; count; counter of the kernel's `unsigned
     *  long`. */
    uint64_t udp6_in_errors;
    /** UDP datagrams over IPv6 sent. `snmp6` `Udp6OutDatagrams`; count; counter of the kernel's `unsigned long`. */
    uint64_t udp6_out_datagrams;
    /** UDP datagrams over IPv6 discarded because the receive buffer of a socket was full. `snmp6`
     *  `Udp6RcvbufErrors`; count; counter of the kernel's `unsigned long`; since 3.6 or earlier. */
    uint64_t udp6_rcvbuf_errors;
    /** UDP datagrams over IPv6 discarded because the send buffer of a socket was full. `snmp6` `Udp6SndbufErrors`;
     *  count; counter of the kernel's `unsigned long`; since 3.6 or earlier. */
    uint64_t udp6_sndbuf_errors;
    /** UDP datagrams over IPv6 received with a wrong checksum. `snmp6` `Udp6InCsumErrors`; count; counter of the
     *  kernel's `unsigned long`; since 3.10. */
    uint64_t udp6_in_csum_errors;
    /** UDP datagrams over IPv6 discarded because the memory for such sockets was used up. `snmp6` `Udp6MemErrors`;
     *  count; counter of the kernel's `unsigned long`; since 5.11. */
    uint64_t udp6_mem_errors;
    /** UDP-Lite datagrams over IPv6 that could not be delivered. `snmp6` `UdpLite6InErrors`; count; counter of the
     *  kernel's `unsigned long`; absent on kernels without UDP-Lite. */
    uint64_t udp_lite6_in_errors;
    /** Sockets of all families in use. `sockstat` `sockets: used`; count; gauge. */
    uint64_t sockstat_sockets_used;
    /** TCP sockets over IPv4 that are bound or connected. `sockstat` `TCP: inuse`; count; gauge. */
    uint64_t sockstat_tcp_inuse;
    /** TCP connections that belong to no program; of the whole machine. `sockstat` `TCP: orphan`; count; gauge. */
    uint64_t sockstat_tcp_orphan;
    /** TCP connections over IPv4 and IPv6 in the state TIME-WAIT. `sockstat` `TCP: tw`; count; gauge. */
    uint64_t sockstat_tcp_tw;
    /** TCP sockets over IPv4 and IPv6, in any state; of the whole machine. `sockstat` `TCP: alloc`; count; gauge. */
    uint64_t sockstat_tcp_alloc;
    /** Memory of all TCP sockets; of the whole machine. `sockstat` `TCP: mem`; pages; gauge. */
    uint64_t sockstat_tcp_mem_pages;
    /** UDP sockets over IPv4 that are bound. `sockstat` `UDP: inuse`; count; gauge. */
    uint64_t sockstat_udp_inuse;
    /** Memory of all UDP sockets; of the whole machine. `sockstat` `UDP: mem`; pages; gauge; since 2.6.29 or
     *  earlier. */
    uint64_t sockstat_udp_mem_pages;
    /** UDP-Lite sockets over IPv4 that are bound. `sockstat` `UDPLITE: inuse`; count; gauge; since 2.6.29 or
     *  earlier; absent on kernels without UDP-Lite. */
    uint64_t sockstat_udplite_inuse;
    /** Raw sockets over IPv4. `sockstat` `RAW: inuse`; count; gauge. */
    uint64_t sockstat_raw_inuse;
    /** IPv4 packets of which fragments have not arrived yet. `sockstat` `FRAG: inuse`; count; gauge. */
    uint64_t sockstat_frag_inuse;
    /** Memory of fragments of IPv4 packets that are not complete yet. `sockstat` `FRAG: memory`; bytes; gauge. */
    uint64_t sockstat_frag_memory_bytes;
    /** TCP sockets over IPv6 that are bound or connected. `sockstat6` `TCP6: inuse`; count; gauge. */
    uint64_t sockstat_tcp6_inuse;
    /** UDP sockets over IPv6 that are bound. `sockstat6` `UDP6: inuse`; count; gauge. */
    uint64_t sockstat_udp6_inuse;
    /** UDP-Lite sockets over IPv6 that are bound. `sockstat6` `UDPLITE6: inuse`; count; gauge; since 2.6.29 or
     *  earlier; absent on kernels without UDP-Lite. */
    uint64_t sockstat_udplite6_inuse;
    /** Raw sockets over IPv6. `sockstat6` `RAW6: inuse`; count; gauge. */
    uint64_t sockstat_raw6_inuse;
    /** IPv6 packets of which fragments have not arrived yet. `sockstat6` `FRAG6: inuse`; count; gauge. */
    uint64_t sockstat_frag6_inuse;
    /** Memory of fragments of IPv6 packets that are not complete yet. `sockstat6` `FRAG6: memory`; bytes; gauge. */
    uint64_t sockstat_frag6_memory_bytes;
};

/** What the protocols did between two samples. */
struct vmm_protocols_usage {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** Type of this record, one of VMM_RECORD_*; the library sets it. */
    uint64_t record;
    /** Number set by the caller, from the later sample. Identity. */
    uint64_t instance_id;
    /** Share of the TCP segments sent that were sent again: `tcp_retrans_segs` divided by its sum with `tcp_out_segs`,
     *  which does not count them; unknown if nothing was sent. Ratio; gauge. */
    double tcp_retransmitted_ratio;
    /** TCP segments sent again, divided by those sent for the first time, as many dashboards do: `tcp_retrans_segs`
     *  divided by `tcp_out_segs`; above 1 where more is sent again than is new; unknown if nothing new was sent. Ratio;
     *  gauge. */
    double tcp_retrans_to_out_ratio;
    /** TCP segments received. 1/s; gauge. */
    double tcp_in_segs_per_second;
    /** TCP segments sent, without those sent again. 1/s; gauge. */
    double tcp_out_segs_per_second;
    /** TCP segments sent again. 1/s; gauge. */
    double tcp_retrans_segs_per_second;
    /** TCP segments received with an error. 1/s; gauge. */
    double tcp_in_errs_per_second;
    /** TCP segments sent that carry a reset. 1/s; gauge. */
    double tcp_out_rsts_per_second;
    /** TCP connections that this machine began to open. 1/s; gauge. */
    double tcp_active_opens_per_second;
    /** TCP connections that other machines opened to this machine. 1/s; gauge. */
    double tcp_passive_opens_per_second;
    /** TCP connections that failed before they were open. 1/s; gauge. */
    double tcp_attempt_fails_per_second;
    /** Open TCP connections that ended by a reset. 1/s; gauge. */
    double tcp_estab_resets_per_second;
    /** Connections refused by a listening socket, for any reason. 1/s; gauge. */
    double tcp_ext_listen_drops_per_second;
    /** Connections refused because the accept queue of a socket was full. 1/s; gauge. */
    double tcp_ext_listen_overflows_per_second;
    /** Connections refused because the queue of half-open connections was full. 1/s; gauge. */
    double tcp_ext_tcp_req_q_full_drop_per_second;
    /** SYN cookies sent. 1/s; gauge. */
    double tcp_ext_syncookies_sent_per_second;
    /** Timeouts of the retransmission timer. 1/s; gauge. */
    double tcp_ext_tcp_timeouts_per_second;
    /** SYN and SYN-ACK segments sent again. 1/s; gauge. */
    double tcp_ext_tcp_syn_retrans_per_second;
    /** Segments received out of order and queued. 1/s; gauge. */
    double tcp_ext_tcp_ofo_queue_per_second;
    /** Segments discarded because the receive buffer of a socket was full, when they arrived. 1/s; gauge. */
    double tcp_ext_tcp_rcv_q_drop_per_second;
    /** Segments discarded because the backlog of a socket was full. 1/s; gauge. */
    double tcp_ext_tcp_backlog_drop_per_second;
    /** UDP datagrams over IPv4 received. 1/s; gauge. */
    double udp_in_datagrams_per_second;
    /** UDP datagrams over IPv4 sent. 1/s; gauge. */
    double udp_out_datagrams_per_second;
    /** UDP datagrams over IPv4 for a port that no program listens on. 1/s; gauge. */
    double udp_no_ports_per_second;
    /** UDP datagrams over IPv4 that could not be delivered for other reasons. 1/s; gauge. */
    double udp_in_errors_per_second;
    /** UDP datagrams over IPv4 discarded because the receive buffer of a socket was full. 1/s; gauge. */
    double udp_rcvbuf_errors_per_second;
    /** UDP datagrams over IPv4 discarded because the send buffer of a socket was full. 1/s; gauge. */
    double udp_sndbuf_errors_per_second;
    /** UDP datagrams over IPv6 received. 1/s; gauge. */
    double udp6_in_datagrams_per_second;
    /** UDP datagrams over IPv6 sent. 1/s; gauge. */
    double udp6_out_datagrams_per_second;
    /** UDP datagrams over IPv6 for a port that no program listens on. 1/s; gauge. */
    double udp6_no_ports_per_second;
    /** UDP datagrams over IPv6 that could not be delivered for other reasons. 1/s; gauge. */
    double udp6_in_errors_per_second;
    /** UDP datagrams over IPv6 discarded because the receive buffer of a socket was full. 1/s; gauge. */
    double udp6_rcvbuf_errors_per_second;
    /** UDP datagrams over IPv6 discarded because the send buffer of a socket was full. 1/s; gauge. */
    double udp6_sndbuf_errors_per_second;
    /** Bytes received over IPv4, headers of IP included. Bytes/s; gauge. */
    double ip_ext_in_octets_bytes_per_second;
    /** Bytes sent over IPv4, headers of IP included. Bytes/s; gauge. */
    double ip_ext_out_octets_bytes_per_second;
    /** Bytes received over IPv6, headers of IP included. Bytes/s; gauge. */
    double ip6_in_octets_bytes_per_second;
    /** Bytes sent over IPv6, headers of IP included. Bytes/s; gauge. */
    double ip6_out_octets_bytes_per_second;
    /** Times that TCP began to save memory. Count; gauge. */
    uint64_t tcp_ext_tcp_memory_pressures;
    /** Connections reset for want of memory, or because there were too many without a program. Count; gauge. */
    uint64_t tcp_ext_tcp_abort_on_memory;
};

/**
 * Computes what the protocols did between two samples of one network namespace: shares, and numbers per second. For the
 * growth of any other counter, call vmm_record_growth().
 *
 * Each member needs only the counters that it is about; it is unknown if one of them is unknown in one of the samples.
 * A counter that fell has restarted: the namespace is another one. On 32-bit kernels counters of TCP and UDP wrap at
 * 2^32, which looks like a restart.
 *
 * @param before     the earlier sample; NULL or `size` 0 if there is none
 * @param after      the later sample
 * @param elapsed_ns the time between the samples, measured with a monotonic clock (CLOCK_MONOTONIC)
 * @param out        the result
 * @param out_size   size of `out` in bytes
 * @retval VMM_OK          `out` is filled
 * @retval VMM_FIRST       there is no earlier sample
 * @retval VMM_NO_INTERVAL `elapsed_ns` is 0 or less
 * @retval VMM_RESET       a counter fell, or `instance_id` is known in both samples and differs
 * @retval VMM_E_EMPTY     no counter is known in both samples
 * @retval VMM_E_ARGUMENT  `after` or `out` is NULL, `out_size` is below 16, or a sample is a record of another type
 */
VMM_API vmm_status vmm_protocols_usage_between(const struct vmm_protocols *before, const struct vmm_protocols *after,
                                               int64_t elapsed_ns, struct vmm_protocols_usage *out, size_t out_size);

#ifdef __cplusplus
}
#endif

#endif
