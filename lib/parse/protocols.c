/* SPDX-License-Identifier: MIT */
/*
 * /proc/net/snmp and netstat: `Tcp: ActiveOpens PassiveOpens`, and in the next line `Tcp: 3 4`; snmp6: `Ip6InReceives 5`;
 * sockstat and sockstat6: `TCP: inuse 1 orphan 0`.
 */
#include "vmmetrics/protocols.h"

#include "../record/sections.h"
#include "directories.h"

#define RECORD struct vmm_protocols

static const struct vmm_key snmp_ip_names[] = {
    NAME("Forwarding", ip_forwarding),        NAME("InReceives", ip_in_receives),
    NAME("InHdrErrors", ip_in_hdr_errors),    NAME("InAddrErrors", ip_in_addr_errors),
    NAME("ForwDatagrams", ip_forw_datagrams), NAME("InUnknownProtos", ip_in_unknown_protos),
    NAME("InDiscards", ip_in_discards),       NAME("InDelivers", ip_in_delivers),
    NAME("OutRequests", ip_out_requests),     NAME("OutDiscards", ip_out_discards),
    NAME("OutNoRoutes", ip_out_no_routes),    NAME("ReasmTimeout", ip_reasm_timeout),
    NAME("ReasmReqds", ip_reasm_reqds),       NAME("ReasmOKs", ip_reasm_oks),
    NAME("ReasmFails", ip_reasm_fails),       NAME("FragOKs", ip_frag_oks),
    NAME("FragFails", ip_frag_fails),         NAME("FragCreates", ip_frag_creates),
};
static const struct vmm_key snmp_icmp_names[] = {
    NAME("InMsgs", icmp_in_msgs),
    NAME("InErrors", icmp_in_errors),
    NAME("InCsumErrors", icmp_in_csum_errors),
    NAME("InDestUnreachs", icmp_in_dest_unreachs),
    NAME("InTimeExcds", icmp_in_time_excds),
    NAME("InEchos", icmp_in_echos),
    NAME("InEchoReps", icmp_in_echo_reps),
    NAME("OutMsgs", icmp_out_msgs),
    NAME("OutErrors", icmp_out_errors),
    NAME("OutDestUnreachs", icmp_out_dest_unreachs),
    NAME("OutTimeExcds", icmp_out_time_excds),
    NAME("OutEchos", icmp_out_echos),
    NAME("OutEchoReps", icmp_out_echo_reps),
};
static const struct vmm_key snmp_tcp_names[] = {
    NAME("ActiveOpens", tcp_active_opens),
    NAME("PassiveOpens", tcp_passive_opens),
    NAME("AttemptFails", tcp_attempt_fails),
    NAME("EstabResets", tcp_estab_resets),
    NAME("CurrEstab", tcp_curr_estab),
    NAME("InSegs", tcp_in_segs),
    NAME("OutSegs", tcp_out_segs),
    NAME("RetransSegs", tcp_retrans_segs),
    NAME("InErrs", tcp_in_errs),
    NAME("OutRsts", tcp_out_rsts),
    NAME("InCsumErrors", tcp_in_csum_errors),
};
static const struct vmm_key snmp_udp_names[] = {
    NAME("InDatagrams", udp_in_datagrams),    NAME("NoPorts", udp_no_ports),
    NAME("InErrors", udp_in_errors),          NAME("OutDatagrams", udp_out_datagrams),
    NAME("RcvbufErrors", udp_rcvbuf_errors),  NAME("SndbufErrors", udp_sndbuf_errors),
    NAME("InCsumErrors", udp_in_csum_errors), NAME("MemErrors", udp_mem_errors),
};
static const struct vmm_key snmp_udp_lite_names[] = {
    NAME("InErrors", udp_lite_in_errors),
};
static const struct vmm_key netstat_tcp_ext_names[] = {
    NAME("SyncookiesSent", tcp_ext_syncookies_sent),
    NAME("SyncookiesRecv", tcp_ext_syncookies_recv),
    NAME("SyncookiesFailed", tcp_ext_syncookies_failed),
    NAME("EmbryonicRsts", tcp_ext_embryonic_rsts),
    NAME("PruneCalled", tcp_ext_prune_called),
    NAME("RcvPruned", tcp_ext_rcv_pruned),
    NAME("OfoPruned", tcp_ext_ofo_pruned),
    NAME("TW", tcp_ext_tw),
    NAME("ListenOverflows", tcp_ext_listen_overflows),
    NAME("ListenDrops", tcp_ext_listen_drops),
    NAME("TCPLostRetransmit", tcp_ext_tcp_lost_retransmit),
    NAME("TCPFastRetrans", tcp_ext_tcp_fast_retrans),
    NAME("TCPSlowStartRetrans", tcp_ext_tcp_slow_start_retrans),
    NAME("TCPTimeouts", tcp_ext_tcp_timeouts),
    NAME("TCPLossProbes", tcp_ext_tcp_loss_probes),
    NAME("TCPSpuriousRTOs", tcp_ext_tcp_spurious_rtos),
    NAME("TCPRcvCollapsed", tcp_ext_tcp_rcv_collapsed),
    NAME("TCPAbortOnData", tcp_ext_tcp_abort_on_data),
    NAME("TCPAbortOnClose", tcp_ext_tcp_abort_on_close),
    NAME("TCPAbortOnMemory", tcp_ext_tcp_abort_on_memory),
    NAME("TCPAbortOnTimeout", tcp_ext_tcp_abort_on_timeout),
    NAME("TCPAbortOnLinger", tcp_ext_tcp_abort_on_linger),
    NAME("TCPAbortFailed", tcp_ext_tcp_abort_failed),
    NAME("TCPMemoryPressures", tcp_ext_tcp_memory_pressures),
    NAME("TCPMemoryPressuresChrono", tcp_ext_tcp_memory_pressures_chrono_ms),
    NAME("TCPBacklogDrop", tcp_ext_tcp_backlog_drop),
    NAME("PFMemallocDrop", tcp_ext_pf_memalloc_drop),
    NAME("TCPTimeWaitOverflow", tcp_ext_tcp_time_wait_overflow),
    NAME("TCPReqQFullDoCookies", tcp_ext_tcp_req_q_full_do_cookies),
    NAME("TCPReqQFullDrop", tcp_ext_tcp_req_q_full_drop),
    NAME("TCPRetransFail", tcp_ext_tcp_retrans_fail),
    NAME("TCPOFOQueue", tcp_ext_tcp_ofo_queue),
    NAME("TCPOFODrop", tcp_ext_tcp_ofo_drop),
    NAME("TCPFromZeroWindowAdv", tcp_ext_tcp_from_zero_window_adv),
    NAME("TCPToZeroWindowAdv", tcp_ext_tcp_to_zero_window_adv),
    NAME("TCPSynRetrans", tcp_ext_tcp_syn_retrans),
    NAME("TCPOrigDataSent", tcp_ext_tcp_orig_data_sent),
    NAME("TCPKeepAlive", tcp_ext_tcp_keep_alive),
    NAME("TCPDelivered", tcp_ext_tcp_delivered),
    NAME("TCPZeroWindowDrop", tcp_ext_tcp_zero_window_drop),
    NAME("TCPRcvQDrop", tcp_ext_tcp_rcv_q_drop),
};
static const struct vmm_key netstat_ip_ext_names[] = {
    NAME("InNoRoutes", ip_ext_in_no_routes),     NAME("InTruncatedPkts", ip_ext_in_truncated_pkts),
    NAME("InMcastPkts", ip_ext_in_mcast_pkts),   NAME("OutMcastPkts", ip_ext_out_mcast_pkts),
    NAME("InBcastPkts", ip_ext_in_bcast_pkts),   NAME("OutBcastPkts", ip_ext_out_bcast_pkts),
    NAME("InOctets", ip_ext_in_octets_bytes),    NAME("OutOctets", ip_ext_out_octets_bytes),
    NAME("InCsumErrors", ip_ext_in_csum_errors),
};
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
static const struct vmm_key sockstat_sockets_names[] = {
    NAME("used", sockstat_sockets_used),
};
static const struct vmm_key sockstat_tcp_names[] = {
    NAME("inuse", sockstat_tcp_inuse), NAME("orphan", sockstat_tcp_orphan), NAME("tw", sockstat_tcp_tw),
    NAME("alloc", sockstat_tcp_alloc), NAME("mem", sockstat_tcp_mem_pages),
};
static const struct vmm_key sockstat_udp_names[] = {
    NAME("inuse", sockstat_udp_inuse),
    NAME("mem", sockstat_udp_mem_pages),
};
static const struct vmm_key sockstat_udplite_names[] = {
    NAME("inuse", sockstat_udplite_inuse),
};
static const struct vmm_key sockstat_raw_names[] = {
    NAME("inuse", sockstat_raw_inuse),
};
static const struct vmm_key sockstat_frag_names[] = {
    NAME("inuse", sockstat_frag_inuse),
    NAME("memory", sockstat_frag_memory_bytes),
};
static const struct vmm_key sockstat6_tcp6_names[] = {
    NAME("inuse", sockstat_tcp6_inuse),
};
static const struct vmm_key sockstat6_udp6_names[] = {
    NAME("inuse", sockstat_udp6_inuse),
};
static const struct vmm_key sockstat6_udplite6_names[] = {
    NAME("inuse", sockstat_udplite6_inuse),
};
static const struct vmm_key sockstat6_raw6_names[] = {
    NAME("inuse", sockstat_raw6_inuse),
};
static const struct vmm_key sockstat6_frag6_names[] = {
    NAME("inuse", sockstat_frag6_inuse),
    NAME("memory", sockstat_frag6_memory_bytes),
};

static const struct vmm_keys snmp6_keys = TABLE_OF_KEYS(snmp6_rows);

static const struct vmm_section snmp_section_rows[] = {
    SECTION("Ip:", snmp_ip_names),   SECTION("Icmp:", snmp_icmp_names),        SECTION("Tcp:", snmp_tcp_names),
    SECTION("Udp:", snmp_udp_names), SECTION("UdpLite:", snmp_udp_lite_names),
};
static const struct vmm_section netstat_section_rows[] = {
    SECTION("TcpExt:", netstat_tcp_ext_names),
    SECTION("IpExt:", netstat_ip_ext_names),
};
static const struct vmm_section sockstat_section_rows[] = {
    SECTION("sockets:", sockstat_sockets_names), SECTION("TCP:", sockstat_tcp_names),
    SECTION("UDP:", sockstat_udp_names),         SECTION("UDPLITE:", sockstat_udplite_names),
    SECTION("RAW:", sockstat_raw_names),         SECTION("FRAG:", sockstat_frag_names),
};
static const struct vmm_section sockstat6_section_rows[] = {
    SECTION("TCP6:", sockstat6_tcp6_names),         SECTION("UDP6:", sockstat6_udp6_names),
    SECTION("UDPLITE6:", sockstat6_udplite6_names), SECTION("RAW6:", sockstat6_raw6_names),
    SECTION("FRAG6:", sockstat6_frag6_names),
};
static const struct vmm_sections snmp_sections = {snmp_section_rows, ROWS_OF(snmp_section_rows), false};
static const struct vmm_sections netstat_sections = {netstat_section_rows, ROWS_OF(netstat_section_rows), false};
static const struct vmm_sections sockstat_sections = {sockstat_section_rows, ROWS_OF(sockstat_section_rows), true};
static const struct vmm_sections sockstat6_sections = {sockstat6_section_rows, ROWS_OF(sockstat6_section_rows), true};

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
