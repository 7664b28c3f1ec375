/* SPDX-License-Identifier: MIT */
/* What the protocols did between two samples. */
#include "arithmetic.h"
#include "vmmetrics/protocols.h"

/* A counter, and the member that has its growth per second. */
struct protocols_rate {
    uint16_t counter;
    uint16_t rate;
    uint32_t width;
};

#define RATE(member)                                                                                                   \
    {                                                                                                                  \
        offsetof(struct vmm_protocols, member), offsetof(struct vmm_protocols_usage, member##_per_second),             \
            vmm_width_protocols_##member                                                                               \
    }

static const struct protocols_rate protocols_rates[] = {
    RATE(tcp_in_segs),
    RATE(tcp_out_segs),
    RATE(tcp_retrans_segs),
    RATE(tcp_in_errs),
    RATE(tcp_out_rsts),
    RATE(tcp_active_opens),
    RATE(tcp_passive_opens),
    RATE(tcp_attempt_fails),
    RATE(tcp_estab_resets),
    RATE(tcp_ext_listen_drops),
    RATE(tcp_ext_listen_overflows),
    RATE(tcp_ext_tcp_req_q_full_drop),
    RATE(tcp_ext_syncookies_sent),
    RATE(tcp_ext_tcp_timeouts),
    RATE(tcp_ext_tcp_syn_retrans),
    RATE(tcp_ext_tcp_ofo_queue),
    RATE(tcp_ext_tcp_rcv_q_drop),
    RATE(tcp_ext_tcp_backlog_drop),
    RATE(udp_in_datagrams),
    RATE(udp_out_datagrams),
    RATE(udp_no_ports),
    RATE(udp_in_errors),
    RATE(udp_rcvbuf_errors),
    RATE(udp_sndbuf_errors),
    RATE(udp6_in_datagrams),
    RATE(udp6_out_datagrams),
    RATE(udp6_no_ports),
    RATE(udp6_in_errors),
    RATE(udp6_rcvbuf_errors),
    RATE(udp6_sndbuf_errors),
    RATE(ip_ext_in_octets_bytes),
    RATE(ip_ext_out_octets_bytes),
    RATE(ip6_in_octets_bytes),
    RATE(ip6_out_octets_bytes),
};

#define GREW(member) VMM_GREW(protocols, member)

static vmm_status protocols_usage(const struct vmm_protocols *before, const struct vmm_protocols *after,
                                  int64_t elapsed_ns, struct vmm_protocols_usage *usage)
{
    vmm_status status = VMM_E_EMPTY;
    uint64_t retransmitted = GREW(tcp_retrans_segs), sent = GREW(tcp_out_segs);

    usage->instance_id = vmm_input(after, offsetof(struct vmm_protocols, instance_id));
    usage->tcp_retransmitted_ratio = vmm_ratio(retransmitted, vmm_add(sent, retransmitted));
    usage->tcp_retrans_to_out_ratio = vmm_ratio(retransmitted, sent);
    for (unsigned i = 0; i < sizeof protocols_rates / sizeof protocols_rates[0]; i++) {
        const struct protocols_rate *row = &protocols_rates[i];
        uint64_t growth = vmm_grew(before, after, row->counter, row->width, &status);

        vmm_store(usage, sizeof *usage, row->rate, vmm_bits_of(vmm_per_second(growth, elapsed_ns)));
    }
    usage->tcp_ext_tcp_memory_pressures = GREW(tcp_ext_tcp_memory_pressures);
    usage->tcp_ext_tcp_abort_on_memory = GREW(tcp_ext_tcp_abort_on_memory);
    return status;
}

vmm_status vmm_protocols_usage_between(const struct vmm_protocols *before, const struct vmm_protocols *after,
                                       int64_t elapsed_ns, struct vmm_protocols_usage *out, size_t out_size)
{
    struct vmm_protocols_usage usage;
    vmm_status status =
        vmm_begin_between(before, after, elapsed_ns, VMM_RECORD_PROTOCOLS, &usage, VMM_RECORD_PROTOCOLS_USAGE);

    if (status == VMM_OK)
        status = protocols_usage(before, after, elapsed_ns, &usage);
    return vmm_give(status, VMM_RECORD_PROTOCOLS_USAGE, &usage, out, out_size);
}

#undef GREW
#undef RATE
