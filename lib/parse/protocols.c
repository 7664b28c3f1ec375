/* SPDX-License-Identifier: MIT */
/*
 * /proc/net/snmp and netstat: `Tcp: ActiveOpens PassiveOpens`, and in the next line `Tcp: 3 4`; snmp6:
 * `Ip6InReceives 5`; sockstat and sockstat6: `TCP: inuse 1 orphan 0`.
 */
#include "vmmetrics/protocols.h"

#include "../record/sections.h"
#include "directories.h"

#define RECORD struct vmm_protocols

enum { SNMP_IP, SNMP_ICMP, SNMP_TCP, SNMP_UDP, SNMP_UDP_LITE };
static const struct vmm_section snmp_section_rows[] = {
    SECTION("Ip:"), SECTION("Icmp:"), SECTION("Tcp:"), SECTION("Udp:"), SECTION("UdpLite:"),
};
static const struct vmm_named snmp_names[] = {
    NAME(SNMP_IP, "Forwarding", ip_forwarding),
    NAME(SNMP_IP, "InReceives", ip_in_receives),
    NAME(SNMP_IP, "InHdrErrors", ip_in_hdr_errors),
    NAME(SNMP_IP, "InAddrErrors", ip_in_addr_errors),
    NAME(SNMP_IP, "ForwDatagrams", ip_forw_datagrams),
    NAME(SNMP_IP, "InUnknownProtos", ip_in_unknown_protos),
    NAME(SNMP_IP, "InDiscards", ip_in_discards),
    NAME(SNMP_IP, "InDelivers", ip_in_delivers),
    NAME(SNMP_IP, "OutRequests", ip_out_requests),
    NAME(SNMP_IP, "OutDiscards", ip_out_discards),
    NAME(SNMP_IP, "OutNoRoutes", ip_out_no_routes),
    NAME(SNMP_IP, "ReasmTimeout", ip_reasm_timeout),
    NAME(SNMP_IP, "ReasmReqds", ip_reasm_reqds),
    NAME(SNMP_IP, "ReasmOKs", ip_reasm_oks),
    NAME(SNMP_IP, "ReasmFails", ip_reasm_fails),
    NAME(SNMP_IP, "FragOKs", ip_frag_oks),
    NAME(SNMP_IP, "FragFails", ip_frag_fails),
    NAME(SNMP_IP, "FragCreates", ip_frag_creates),
    NAME(SNMP_ICMP, "InMsgs", icmp_in_msgs),
    NAME(SNMP_ICMP, "InErrors", icmp_in_errors),
    NAME(SNMP_ICMP, "InCsumErrors", icmp_in_csum_errors),
    NAME(SNMP_ICMP, "InDestUnreachs", icmp_in_dest_unreachs),
    NAME(SNMP_ICMP, "InTimeExcds", icmp_in_time_excds),
    NAME(SNMP_ICMP, "InEchos", icmp_in_echos),
    NAME(SNMP_ICMP, "InEchoReps", icmp_in_echo_reps),
    NAME(SNMP_ICMP, "OutMsgs", icmp_out_msgs),
    NAME(SNMP_ICMP, "OutErrors", icmp_out_errors),
    NAME(SNMP_ICMP, "OutDestUnreachs", icmp_out_dest_unreachs),
    NAME(SNMP_ICMP, "OutTimeExcds", icmp_out_time_excds),
    NAME(SNMP_ICMP, "OutEchos", icmp_out_echos),
    NAME(SNMP_ICMP, "OutEchoReps", icmp_out_echo_reps),
    NAME(SNMP_TCP, "ActiveOpens", tcp_active_opens),
    NAME(SNMP_TCP, "PassiveOpens", tcp_passive_opens),
    NAME(SNMP_TCP, "AttemptFails", tcp_attempt_fails),
    NAME(SNMP_TCP, "EstabResets", tcp_estab_resets),
    NAME(SNMP_TCP, "CurrEstab", tcp_curr_estab),
    NAME(SNMP_TCP, "InSegs", tcp_in_segs),
    NAME(SNMP_TCP, "OutSegs", tcp_out_segs),
    NAME(SNMP_TCP, "RetransSegs", tcp_retrans_segs),
    NAME(SNMP_TCP, "InErrs", tcp_in_errs),
    NAME(SNMP_TCP, "OutRsts", tcp_out_rsts),
    NAME(SNMP_TCP, "InCsumErrors", tcp_in_csum_errors),
    NAME(SNMP_UDP, "InDatagrams", udp_in_datagrams),
    NAME(SNMP_UDP, "NoPorts", udp_no_ports),
    NAME(SNMP_UDP, "InErrors", udp_in_errors),
    NAME(SNMP_UDP, "OutDatagrams", udp_out_datagrams),
    NAME(SNMP_UDP, "RcvbufErrors", udp_rcvbuf_errors),
    NAME(SNMP_UDP, "SndbufErrors", udp_sndbuf_errors),
    NAME(SNMP_UDP, "InCsumErrors", udp_in_csum_errors),
    NAME(SNMP_UDP, "MemErrors", udp_mem_errors),
    NAME(SNMP_UDP_LITE, "InErrors", udp_lite_in_errors),
};
static const struct vmm_sections snmp_sections = TABLE_OF_SECTIONS(snmp_section_rows, snmp_names, false);

enum { NETSTAT_TCP_EXT, NETSTAT_IP_EXT };
static const struct vmm_section netstat_section_rows[] = {
    SECTION("TcpExt:"),
    SECTION("IpExt:"),
};
static const struct vmm_named netstat_names[] = {
    NAME(NETSTAT_TCP_EXT, "SyncookiesSent", tcp_ext_syncookies_sent),
    NAME(NETSTAT_TCP_EXT, "SyncookiesRecv", tcp_ext_syncookies_recv),
    NAME(NETSTAT_TCP_EXT, "SyncookiesFailed", tcp_ext_syncookies_failed),
    NAME(NETSTAT_TCP_EXT, "EmbryonicRsts", tcp_ext_embryonic_rsts),
    NAME(NETSTAT_TCP_EXT, "PruneCalled", tcp_ext_prune_called),
    NAME(NETSTAT_TCP_EXT, "RcvPruned", tcp_ext_rcv_pruned),
    NAME(NETSTAT_TCP_EXT, "OfoPruned", tcp_ext_ofo_pruned),
    NAME(NETSTAT_TCP_EXT, "TW", tcp_ext_tw),
    NAME(NETSTAT_TCP_EXT, "ListenOverflows", tcp_ext_listen_overflows),
    NAME(NETSTAT_TCP_EXT, "ListenDrops", tcp_ext_listen_drops),
    NAME(NETSTAT_TCP_EXT, "TCPLostRetransmit", tcp_ext_tcp_lost_retransmit),
    NAME(NETSTAT_TCP_EXT, "TCPFastRetrans", tcp_ext_tcp_fast_retrans),
    NAME(NETSTAT_TCP_EXT, "TCPSlowStartRetrans", tcp_ext_tcp_slow_start_retrans),
    NAME(NETSTAT_TCP_EXT, "TCPTimeouts", tcp_ext_tcp_timeouts),
    NAME(NETSTAT_TCP_EXT, "TCPLossProbes", tcp_ext_tcp_loss_probes),
    NAME(NETSTAT_TCP_EXT, "TCPRcvCollapsed", tcp_ext_tcp_rcv_collapsed),
    NAME(NETSTAT_TCP_EXT, "TCPAbortOnData", tcp_ext_tcp_abort_on_data),
    NAME(NETSTAT_TCP_EXT, "TCPAbortOnClose", tcp_ext_tcp_abort_on_close),
    NAME(NETSTAT_TCP_EXT, "TCPAbortOnMemory", tcp_ext_tcp_abort_on_memory),
    NAME(NETSTAT_TCP_EXT, "TCPAbortOnTimeout", tcp_ext_tcp_abort_on_timeout),
    NAME(NETSTAT_TCP_EXT, "TCPAbortOnLinger", tcp_ext_tcp_abort_on_linger),
    NAME(NETSTAT_TCP_EXT, "TCPAbortFailed", tcp_ext_tcp_abort_failed),
    NAME(NETSTAT_TCP_EXT, "TCPMemoryPressures", tcp_ext_tcp_memory_pressures),
    NAME(NETSTAT_TCP_EXT, "TCPMemoryPressuresChrono", tcp_ext_tcp_memory_pressures_chrono_ms),
    NAME(NETSTAT_TCP_EXT, "TCPSpuriousRTOs", tcp_ext_tcp_spurious_rtos),
    NAME(NETSTAT_TCP_EXT, "TCPBacklogDrop", tcp_ext_tcp_backlog_drop),
    NAME(NETSTAT_TCP_EXT, "PFMemallocDrop", tcp_ext_pf_memalloc_drop),
    NAME(NETSTAT_TCP_EXT, "TCPTimeWaitOverflow", tcp_ext_tcp_time_wait_overflow),
    NAME(NETSTAT_TCP_EXT, "TCPReqQFullDoCookies", tcp_ext_tcp_req_q_full_do_cookies),
    NAME(NETSTAT_TCP_EXT, "TCPReqQFullDrop", tcp_ext_tcp_req_q_full_drop),
    NAME(NETSTAT_TCP_EXT, "TCPRetransFail", tcp_ext_tcp_retrans_fail),
    NAME(NETSTAT_TCP_EXT, "TCPOFOQueue", tcp_ext_tcp_ofo_queue),
    NAME(NETSTAT_TCP_EXT, "TCPOFODrop", tcp_ext_tcp_ofo_drop),
    NAME(NETSTAT_TCP_EXT, "TCPFromZeroWindowAdv", tcp_ext_tcp_from_zero_window_adv),
    NAME(NETSTAT_TCP_EXT, "TCPToZeroWindowAdv", tcp_ext_tcp_to_zero_window_adv),
    NAME(NETSTAT_TCP_EXT, "TCPSynRetrans", tcp_ext_tcp_syn_retrans),
    NAME(NETSTAT_TCP_EXT, "TCPOrigDataSent", tcp_ext_tcp_orig_data_sent),
    NAME(NETSTAT_TCP_EXT, "TCPKeepAlive", tcp_ext_tcp_keep_alive),
    NAME(NETSTAT_TCP_EXT, "TCPDelivered", tcp_ext_tcp_delivered),
    NAME(NETSTAT_TCP_EXT, "TCPZeroWindowDrop", tcp_ext_tcp_zero_window_drop),
    NAME(NETSTAT_TCP_EXT, "TCPRcvQDrop", tcp_ext_tcp_rcv_q_drop),
    NAME(NETSTAT_IP_EXT, "InNoRoutes", ip_ext_in_no_routes),
    NAME(NETSTAT_IP_EXT, "InTruncatedPkts", ip_ext_in_truncated_pkts),
    NAME(NETSTAT_IP_EXT, "InMcastPkts", ip_ext_in_mcast_pkts),
    NAME(NETSTAT_IP_EXT, "OutMcastPkts", ip_ext_out_mcast_pkts),
    NAME(NETSTAT_IP_EXT, "InBcastPkts", ip_ext_in_bcast_pkts),
    NAME(NETSTAT_IP_EXT, "OutBcastPkts", ip_ext_out_bcast_pkts),
    NAME(NETSTAT_IP_EXT, "InOctets", ip_ext_in_octets_bytes),
    NAME(NETSTAT_IP_EXT, "OutOctets", ip_ext_out_octets_bytes),
    NAME(NETSTAT_IP_EXT, "InCsumErrors", ip_ext_in_csum_errors),
};
static const struct vmm_sections netstat_sections = TABLE_OF_SECTIONS(netstat_section_rows, netstat_names, false);

static const struct vmm_key snmp6_rows[] = {
    ROW("Ip6InReceives ", ip6_in_receives, NUMBER),
    ROW("Ip6InHdrErrors ", ip6_in_hdr_errors, NUMBER),
    ROW("Ip6InTooBigErrors ", ip6_in_too_big_errors, NUMBER),
    ROW("Ip6InNoRoutes ", ip6_in_no_routes, NUMBER),
    ROW("Ip6InAddrErrors ", ip6_in_addr_errors, NUMBER),
    ROW("Ip6InDiscards ", ip6_in_discards, NUMBER),
    ROW("Ip6InDelivers ", ip6_in_delivers, NUMBER),
    ROW("Ip6OutForwDatagrams ", ip6_out_forw_datagrams, NUMBER),
    ROW("Ip6OutRequests ", ip6_out_requests, NUMBER),
    ROW("Ip6OutDiscards ", ip6_out_discards, NUMBER),
    ROW("Ip6OutNoRoutes ", ip6_out_no_routes, NUMBER),
    ROW("Ip6ReasmFails ", ip6_reasm_fails, NUMBER),
    ROW("Ip6FragFails ", ip6_frag_fails, NUMBER),
    ROW("Ip6InOctets ", ip6_in_octets_bytes, NUMBER),
    ROW("Ip6OutOctets ", ip6_out_octets_bytes, NUMBER),
    ROW("Icmp6InMsgs ", icmp6_in_msgs, NUMBER),
    ROW("Icmp6InErrors ", icmp6_in_errors, NUMBER),
    ROW("Icmp6OutMsgs ", icmp6_out_msgs, NUMBER),
    ROW("Icmp6OutErrors ", icmp6_out_errors, NUMBER),
    ROW("Icmp6InCsumErrors ", icmp6_in_csum_errors, NUMBER),
    ROW("Udp6InDatagrams ", udp6_in_datagrams, NUMBER),
    ROW("Udp6NoPorts ", udp6_no_ports, NUMBER),
    ROW("Udp6InErrors ", udp6_in_errors, NUMBER),
    ROW("Udp6OutDatagrams ", udp6_out_datagrams, NUMBER),
    ROW("Udp6RcvbufErrors ", udp6_rcvbuf_errors, NUMBER),
    ROW("Udp6SndbufErrors ", udp6_sndbuf_errors, NUMBER),
    ROW("Udp6InCsumErrors ", udp6_in_csum_errors, NUMBER),
    ROW("Udp6MemErrors ", udp6_mem_errors, NUMBER),
    ROW("UdpLite6InErrors ", udp_lite6_in_errors, NUMBER),
};
static const struct vmm_keys snmp6_keys = TABLE_OF_KEYS(snmp6_rows);

enum { SOCKSTAT_SOCKETS, SOCKSTAT_TCP, SOCKSTAT_UDP, SOCKSTAT_UDPLITE, SOCKSTAT_RAW, SOCKSTAT_FRAG };
static const struct vmm_section sockstat_section_rows[] = {
    SECTION("sockets:"), SECTION("TCP:"), SECTION("UDP:"), SECTION("UDPLITE:"), SECTION("RAW:"), SECTION("FRAG:"),
};
static const struct vmm_named sockstat_names[] = {
    NAME(SOCKSTAT_SOCKETS, "used", sockstat_sockets_used),   NAME(SOCKSTAT_TCP, "inuse", sockstat_tcp_inuse),
    NAME(SOCKSTAT_TCP, "orphan", sockstat_tcp_orphan),       NAME(SOCKSTAT_TCP, "tw", sockstat_tcp_tw),
    NAME(SOCKSTAT_TCP, "alloc", sockstat_tcp_alloc),         NAME(SOCKSTAT_TCP, "mem", sockstat_tcp_mem_pages),
    NAME(SOCKSTAT_UDP, "inuse", sockstat_udp_inuse),         NAME(SOCKSTAT_UDP, "mem", sockstat_udp_mem_pages),
    NAME(SOCKSTAT_UDPLITE, "inuse", sockstat_udplite_inuse), NAME(SOCKSTAT_RAW, "inuse", sockstat_raw_inuse),
    NAME(SOCKSTAT_FRAG, "inuse", sockstat_frag_inuse),       NAME(SOCKSTAT_FRAG, "memory", sockstat_frag_memory_bytes),
};
static const struct vmm_sections sockstat_sections = TABLE_OF_SECTIONS(sockstat_section_rows, sockstat_names, true);

enum { SOCKSTAT6_TCP6, SOCKSTAT6_UDP6, SOCKSTAT6_UDPLITE6, SOCKSTAT6_RAW6, SOCKSTAT6_FRAG6 };
static const struct vmm_section sockstat6_section_rows[] = {
    SECTION("TCP6:"), SECTION("UDP6:"), SECTION("UDPLITE6:"), SECTION("RAW6:"), SECTION("FRAG6:"),
};
static const struct vmm_named sockstat6_names[] = {
    NAME(SOCKSTAT6_TCP6, "inuse", sockstat_tcp6_inuse),
    NAME(SOCKSTAT6_UDP6, "inuse", sockstat_udp6_inuse),
    NAME(SOCKSTAT6_UDPLITE6, "inuse", sockstat_udplite6_inuse),
    NAME(SOCKSTAT6_RAW6, "inuse", sockstat_raw6_inuse),
    NAME(SOCKSTAT6_FRAG6, "inuse", sockstat_frag6_inuse),
    NAME(SOCKSTAT6_FRAG6, "memory", sockstat_frag6_memory_bytes),
};
static const struct vmm_sections sockstat6_sections = TABLE_OF_SECTIONS(sockstat6_section_rows, sockstat6_names, true);

/* clang-format off */
/* The files in the order of their ids. */
static const struct vmm_source protocols_sources[] = {
    READER("snmp"),
    READER("netstat"),
    LINES("snmp6", snmp6_keys),
    READER("sockstat"),
    READER("sockstat6"),
};
/* clang-format on */
const struct vmm_directory vmm_protocols_directory = TABLE(protocols_sources);

vmm_status vmm_read_protocols(struct vmm_text *text, enum vmm_file file, void *out, size_t size)
{
    switch ((unsigned)file) {
    case VMM_FILE_PROTOCOLS_SNMP:
        return vmm_read_sections(text, &snmp_sections, out, size);
    case VMM_FILE_PROTOCOLS_NETSTAT:
        return vmm_read_sections(text, &netstat_sections, out, size);
    case VMM_FILE_PROTOCOLS_SOCKSTAT:
        return vmm_read_sections(text, &sockstat_sections, out, size);
    default:
        return vmm_read_sections(text, &sockstat6_sections, out, size);
    }
}

#undef RECORD
