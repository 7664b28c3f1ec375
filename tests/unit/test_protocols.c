/* SPDX-License-Identifier: MIT */
/* /proc/net/snmp, netstat, snmp6, sockstat and sockstat6, and what follows from two samples. */
#include "test.h"

#include "support_usage.h"

static struct vmm_protocols of_sample(int format, const char *name)
{
    struct vmm_protocols protocols;

    read_sample(&protocols_group.formats[format], name, &protocols);
    return protocols;
}

/* ---- samples ---- */

TEST(snmp_of_linux_6_18)
{
    struct vmm_protocols p = of_sample(PROTOCOLS_SNMP, "proc-net-snmp/linux-6.18-x86_64-firecracker");

    assert_int_equal(p.ip_forwarding, 2);
    assert_int_equal(p.ip_in_receives, 284089);
    assert_int_equal(p.ip_frag_creates, 0);
    assert_int_equal(p.icmp_in_msgs, 2936);
    assert_int_equal(p.icmp_in_dest_unreachs, 306);
    assert_int_equal(p.icmp_out_echo_reps, 2630);
    assert_int_equal(p.tcp_active_opens, 2346);
    assert_int_equal(p.tcp_curr_estab, 0);
    assert_int_equal(p.tcp_in_segs, 278132);
    assert_int_equal(p.tcp_out_segs, 196563);
    assert_int_equal(p.tcp_retrans_segs, 60);
    assert_int_equal(p.tcp_out_rsts, 1096);
    assert_int_equal(p.udp_in_datagrams, 1439);
    assert_int_equal(p.udp_no_ports, 300);
    assert_int_equal(p.udp_mem_errors, 0);
    assert_int_equal(p.udp_lite_in_errors, 0);
    /* Of other files. */
    assert_int_equal(p.tcp_ext_listen_drops, VMM_UNKNOWN);
    assert_int_equal(p.sockstat_tcp_inuse, VMM_UNKNOWN);
}

TEST(netstat_of_linux_6_18)
{
    struct vmm_protocols p = of_sample(PROTOCOLS_NETSTAT, "proc-net-netstat/linux-6.18-x86_64-firecracker");

    assert_int_equal(p.tcp_ext_syncookies_sent, 0);
    assert_int_equal(p.tcp_ext_tw, 1390);
    assert_int_equal(p.tcp_ext_listen_drops, 0);
    assert_int_equal(p.tcp_ext_tcp_timeouts, 7);
    assert_int_equal(p.tcp_ext_tcp_loss_probes, 64);
    assert_int_equal(p.tcp_ext_tcp_ofo_queue, 10);
    assert_int_equal(p.tcp_ext_tcp_syn_retrans, 0);
    assert_int_equal(p.tcp_ext_tcp_orig_data_sent, 65000);
    assert_int_equal(p.tcp_ext_tcp_keep_alive, 76);
    assert_int_equal(p.tcp_ext_tcp_delivered, 66605);
    assert_int_equal(p.tcp_ext_tcp_rcv_q_drop, 0);
    assert_int_equal(p.ip_ext_in_octets_bytes, UINT64_C(10132662695));
    assert_int_equal(p.ip_ext_out_octets_bytes, 187118953);
    assert_int_equal(p.tcp_in_segs, VMM_UNKNOWN);
}

TEST(snmp6_of_linux_6_18)
{
    struct vmm_protocols p = of_sample(PROTOCOLS_SNMP6, "proc-net-snmp6/linux-6.18-x86_64-firecracker");

    assert_int_equal(p.ip6_in_receives, 374);
    assert_int_equal(p.ip6_out_requests, 1679);
    assert_int_equal(p.ip6_in_octets_bytes, 28240);
    assert_int_equal(p.ip6_out_octets_bytes, 122888);
    assert_int_equal(p.icmp6_out_msgs, 1305);
    assert_int_equal(p.udp6_in_datagrams, 0);
    assert_int_equal(p.udp_lite6_in_errors, 0);
}

TEST(sockstat_of_linux_6_18)
{
    struct vmm_protocols p = of_sample(PROTOCOLS_SOCKSTAT, "proc-net-sockstat/linux-6.18-x86_64-firecracker");

    assert_int_equal(p.sockstat_sockets_used, 17);
    assert_int_equal(p.sockstat_tcp_inuse, 1);
    assert_int_equal(p.sockstat_tcp_tw, 1);
    assert_int_equal(p.sockstat_tcp_alloc, 1);
    assert_int_equal(p.sockstat_tcp_mem_pages, 292);
    assert_int_equal(p.sockstat_udp_mem_pages, 0);
    assert_int_equal(p.sockstat_frag_memory_bytes, 0);
    assert_int_equal(p.sockstat_tcp6_inuse, VMM_UNKNOWN);
    p = of_sample(PROTOCOLS_SOCKSTAT6, "proc-net-sockstat6/linux-6.18-x86_64-firecracker");
    assert_int_equal(p.sockstat_tcp6_inuse, 0);
    assert_int_equal(p.sockstat_frag6_memory_bytes, 0);
    assert_int_equal(p.sockstat_tcp_inuse, VMM_UNKNOWN);
}

/* Linux 7.3 has no UDP-Lite. */
TEST(samples_of_linux_7_3)
{
    struct vmm_protocols p = of_sample(PROTOCOLS_SNMP, "proc-net-snmp/linux-7.3-x86_64");

    assert_int_equal(p.ip_in_receives, 33);
    assert_int_equal(p.udp_mem_errors, 0);
    assert_int_equal(p.udp_lite_in_errors, VMM_UNKNOWN);
    p = of_sample(PROTOCOLS_SNMP6, "proc-net-snmp6/linux-7.3-x86_64");
    assert_int_equal(p.udp6_mem_errors, 0);
    assert_int_equal(p.udp_lite6_in_errors, VMM_UNKNOWN);
    p = of_sample(PROTOCOLS_SOCKSTAT, "proc-net-sockstat/linux-7.3-x86_64");
    assert_int_equal(p.sockstat_udplite_inuse, VMM_UNKNOWN);
}

/* Old kernels print fewer names. */
TEST(samples_of_linux_2_6_29)
{
    struct vmm_protocols p = of_sample(PROTOCOLS_SNMP, "proc-net-snmp/linux-2.6.29");

    assert_int_equal(p.tcp_out_rsts, 161);
    assert_int_equal(p.tcp_out_segs, UINT32_MAX);
    assert_int_equal(p.tcp_in_csum_errors, VMM_UNKNOWN);
    assert_int_equal(p.icmp_in_csum_errors, VMM_UNKNOWN);
    assert_int_equal(p.udp_sndbuf_errors, 167);
    assert_int_equal(p.udp_mem_errors, VMM_UNKNOWN);
    p = of_sample(PROTOCOLS_NETSTAT, "proc-net-netstat/linux-2.6.29");
    assert_int_equal(p.tcp_ext_tcp_timeouts, 222);
    assert_int_equal(p.tcp_ext_tcp_syn_retrans, VMM_UNKNOWN);
    assert_int_equal(p.ip_ext_out_bcast_pkts, 253);
    assert_int_equal(p.ip_ext_in_octets_bytes, VMM_UNKNOWN);
}

/* A value belongs to the name in its column, wherever that is. */
TEST(columns_in_another_order)
{
    struct vmm_protocols p = of_sample(PROTOCOLS_SNMP, "proc-net-snmp/written-other-order");

    assert_int_equal(p.udp_in_errors, 2);
    assert_int_equal(p.udp_no_ports, 3);
    assert_int_equal(p.tcp_retrans_segs, 6);
    assert_int_equal(p.tcp_out_segs, 7);
    assert_int_equal(p.tcp_in_segs, 8);
    assert_int_equal(p.tcp_active_opens, VMM_UNKNOWN);
}

TEST(extreme_numbers)
{
    struct vmm_protocols p = of_sample(PROTOCOLS_SNMP, "proc-net-snmp/written-extreme-numbers");

    assert_int_equal(p.tcp_in_segs, UINT64_MAX - 2);
    assert_int_equal(p.tcp_out_segs, VMM_UNKNOWN);
    assert_int_equal(p.tcp_retrans_segs, VMM_UNKNOWN);
    assert_int_equal(p.tcp_in_errs, VMM_UNKNOWN);
    assert_int_equal(p.tcp_out_rsts, 0);
}

/* All files feed one record; an error costs the members of its file alone. */
TEST(files_together)
{
    struct vmm_protocols p = {0};
    struct vmm_text text = vmm_text_of(TEXT("Tcp: InSegs\nTcp: 5\n"));

    assert_int_equal(vmm_record_read(&text, VMM_FILE_PROTOCOLS_SNMP, &p, sizeof p), VMM_OK);
    text = vmm_text_of(TEXT("TcpExt: ListenDrops\nTcpExt: 6\n"));
    assert_int_equal(vmm_record_read(&text, VMM_FILE_PROTOCOLS_NETSTAT, &p, sizeof p), VMM_OK);
    text = vmm_text_of(TEXT("Tcp: InSegs\nTcp: x\n"));
    assert_int_equal(vmm_record_read(&text, VMM_FILE_PROTOCOLS_SNMP, &p, sizeof p), VMM_E_SYNTAX);
    assert_int_equal(p.tcp_in_segs, VMM_UNKNOWN);
    assert_int_equal(p.tcp_ext_listen_drops, 6);
    assert_int_equal(vmm_file_find(VMM_RECORD_PROTOCOLS, "sockstat6", 9), VMM_FILE_PROTOCOLS_SOCKSTAT6);
}

/* ---- usage ---- */

static struct vmm_protocols counters(uint64_t sent, uint64_t again, uint64_t drops)
{
    struct vmm_protocols p;

    vmm_record_init(VMM_RECORD_PROTOCOLS, &p, sizeof p);
    p.tcp_out_segs = sent;
    p.tcp_retrans_segs = again;
    p.tcp_ext_listen_drops = drops;
    return p;
}

static vmm_status usage_of(struct vmm_protocols before, struct vmm_protocols after, struct vmm_protocols_usage *usage)
{
    return vmm_protocols_usage_between(&before, &after, INT64_C(2000000000), usage, sizeof *usage);
}

/* 90 segments were sent for the first time, 10 again: a tenth of all, a ninth of the new ones. */
TEST(retransmitted_share)
{
    struct vmm_protocols_usage usage;

    assert_int_equal(usage_of(counters(100, 5, 1), counters(190, 15, 5), &usage), VMM_OK);
    check_near(usage.tcp_retransmitted_ratio, 0.1);
    check_near(usage.tcp_retrans_to_out_ratio, 1 / 9.0);
    check_near(usage.tcp_retrans_segs_per_second, 5);
    check_near(usage.tcp_ext_listen_drops_per_second, 2);
    check_nan(usage.udp_in_errors_per_second);
}

TEST(nothing_was_sent)
{
    struct vmm_protocols_usage usage;

    assert_int_equal(usage_of(counters(100, 5, 1), counters(100, 5, 1), &usage), VMM_OK);
    check_nan(usage.tcp_retransmitted_ratio);
    check_nan(usage.tcp_retrans_to_out_ratio);
    check_near(usage.tcp_out_segs_per_second, 0);
    /* A connection that only sends again what it sent before. */
    assert_int_equal(usage_of(counters(100, 5, 1), counters(100, 7, 1), &usage), VMM_OK);
    check_near(usage.tcp_retransmitted_ratio, 1);
    check_nan(usage.tcp_retrans_to_out_ratio);
}

TEST(another_namespace)
{
    struct vmm_protocols before = counters(100, 5, 1), after = counters(200, 6, 0);
    struct vmm_protocols_usage usage;

    assert_int_equal(usage_of(before, after, &usage), VMM_RESET);
    after.tcp_ext_listen_drops = 1;
    before.instance_id = 1;
    after.instance_id = 2;
    assert_int_equal(usage_of(before, after, &usage), VMM_RESET);
}
