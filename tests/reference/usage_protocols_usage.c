/* SPDX-License-Identifier: MIT */
/* What the protocols did. */
#include "usage.h"

#define GREW(member) ref_growth(&counters, before->member, after->member)
#define RATE(member) ref_rate(&out->member##_per_second, GREW(member), call->elapsed_ns)

static vmm_status reference(const struct usage_call *call, void *result)
{
    const struct vmm_protocols *before = call->before, *after = call->after;
    struct vmm_protocols_usage *out = result;
    struct ref_counters counters = {false, false};
    uint64_t sent = GREW(tcp_out_segs), again = GREW(tcp_retrans_segs);

    if (ref_differ(before->instance_id, after->instance_id))
        return VMM_RESET;
    out->instance_id = after->instance_id;
    ref_ratio(&out->tcp_retrans_to_out_ratio, again, sent);
    ref_ratio(&out->tcp_retransmitted_ratio, again, ref_add(sent, again));
    RATE(tcp_in_segs);
    RATE(tcp_out_segs);
    RATE(tcp_retrans_segs);
    RATE(tcp_in_errs);
    RATE(tcp_out_rsts);
    RATE(tcp_active_opens);
    RATE(tcp_passive_opens);
    RATE(tcp_attempt_fails);
    RATE(tcp_estab_resets);
    RATE(tcp_ext_listen_drops);
    RATE(tcp_ext_listen_overflows);
    RATE(tcp_ext_tcp_req_q_full_drop);
    RATE(tcp_ext_syncookies_sent);
    RATE(tcp_ext_tcp_timeouts);
    RATE(tcp_ext_tcp_syn_retrans);
    RATE(tcp_ext_tcp_ofo_queue);
    RATE(tcp_ext_tcp_rcv_q_drop);
    RATE(tcp_ext_tcp_backlog_drop);
    RATE(udp_in_datagrams);
    RATE(udp_out_datagrams);
    RATE(udp_no_ports);
    RATE(udp_in_errors);
    RATE(udp_rcvbuf_errors);
    RATE(udp_sndbuf_errors);
    RATE(udp6_in_datagrams);
    RATE(udp6_out_datagrams);
    RATE(udp6_no_ports);
    RATE(udp6_in_errors);
    RATE(udp6_rcvbuf_errors);
    RATE(udp6_sndbuf_errors);
    RATE(ip_ext_in_octets_bytes);
    RATE(ip_ext_out_octets_bytes);
    RATE(ip6_in_octets_bytes);
    RATE(ip6_out_octets_bytes);
    out->tcp_ext_tcp_memory_pressures = GREW(tcp_ext_tcp_memory_pressures);
    out->tcp_ext_tcp_abort_on_memory = GREW(tcp_ext_tcp_abort_on_memory);
    if (counters.fell)
        return VMM_RESET;
    return counters.any ? VMM_OK : VMM_E_EMPTY;
}

static vmm_status function(const struct usage_call *call, void *out, size_t out_size)
{
    return vmm_protocols_usage_between(call->before, call->after, call->elapsed_ns, out, out_size);
}

static bool is_sound(const struct usage_call *call, const void *out)
{
    (void)call;
    return ref_is_share(((const struct vmm_protocols_usage *)out)->tcp_retransmitted_ratio);
}

const struct usage usage_protocols_usage = {
    .name = "protocols_usage",
    .record_id = VMM_RECORD_PROTOCOLS_USAGE,
    .bytes = sizeof(struct vmm_protocols_usage),
    .after = {VMM_RECORD_PROTOCOLS, sizeof(struct vmm_protocols),
              "=instance_id +tcp_in_segs +tcp_out_segs +tcp_retrans_segs +tcp_in_errs +tcp_out_rsts "
              "+tcp_active_opens +tcp_passive_opens +tcp_attempt_fails +tcp_estab_resets +tcp_ext_listen_drops "
              "+tcp_ext_listen_overflows +tcp_ext_tcp_req_q_full_drop +tcp_ext_syncookies_sent "
              "+tcp_ext_tcp_timeouts +tcp_ext_tcp_syn_retrans +tcp_ext_tcp_ofo_queue +tcp_ext_tcp_rcv_q_drop "
              "+tcp_ext_tcp_backlog_drop +udp_in_datagrams +udp_out_datagrams +udp_no_ports +udp_in_errors "
              "+udp_rcvbuf_errors +udp_sndbuf_errors +udp6_in_datagrams +udp6_out_datagrams +udp6_no_ports "
              "+udp6_in_errors +udp6_rcvbuf_errors +udp6_sndbuf_errors +ip_ext_in_octets_bytes "
              "+ip_ext_out_octets_bytes +ip6_in_octets_bytes +ip6_out_octets_bytes +tcp_ext_tcp_memory_pressures "
              "+tcp_ext_tcp_abort_on_memory"},
    .is_between = true,
    .is_timed = true,
    .function = function,
    .reference = reference,
    .is_sound = is_sound,
};
