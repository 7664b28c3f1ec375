/* SPDX-License-Identifier: MIT */
/* A line of Firecracker's metrics: one JSON object of groups. */
#include "vmmetrics/hypervisor.h"

#include "../record/json.h"

#define RECORD struct vmm_firecracker

/* The groups in the order of a line. The objects inside a group come after it. */
enum {
    FIRECRACKER_ROOT,
    FIRECRACKER_API_SERVER,
    FIRECRACKER_BALLOON,
    FIRECRACKER_BLOCK,
    FIRECRACKER_BLOCK_READ_AGG,
    FIRECRACKER_BLOCK_WRITE_AGG,
    FIRECRACKER_LATENCIES_US,
    FIRECRACKER_LOGGER,
    FIRECRACKER_MMDS,
    FIRECRACKER_NET,
    FIRECRACKER_NET_TAP_WRITE_AGG,
    FIRECRACKER_SECCOMP,
    FIRECRACKER_VCPU,
    FIRECRACKER_VCPU_IO_IN,
    FIRECRACKER_VCPU_IO_OUT,
    FIRECRACKER_VCPU_MMIO_READ,
    FIRECRACKER_VCPU_MMIO_WRITE,
    FIRECRACKER_VMM,
    FIRECRACKER_SIGNALS,
    FIRECRACKER_VSOCK,
    FIRECRACKER_ENTROPY,
    FIRECRACKER_PMEM,
    FIRECRACKER_INTERRUPTS,
    FIRECRACKER_MEMORY_HOTPLUG,
    FIRECRACKER_MEMORY_HOTPLUG_PLUG_AGG,
    FIRECRACKER_MEMORY_HOTPLUG_UNPLUG_AGG,
    FIRECRACKER_MEMORY_HOTPLUG_UNPLUG_ALL_AGG,
    FIRECRACKER_MEMORY_HOTPLUG_STATE_AGG,
};

static const struct vmm_json_key firecracker_root_rows[] = {
    KEY("utc_timestamp_ms", utc_timestamp_ms, NUMBER),
    OBJECT("api_server", FIRECRACKER_API_SERVER),
    OBJECT("balloon", FIRECRACKER_BALLOON),
    OBJECT("block", FIRECRACKER_BLOCK),
    OBJECT("latencies_us", FIRECRACKER_LATENCIES_US),
    OBJECT("logger", FIRECRACKER_LOGGER),
    OBJECT("mmds", FIRECRACKER_MMDS),
    OBJECT("net", FIRECRACKER_NET),
    OBJECT("seccomp", FIRECRACKER_SECCOMP),
    OBJECT("vcpu", FIRECRACKER_VCPU),
    OBJECT("vmm", FIRECRACKER_VMM),
    OBJECT("signals", FIRECRACKER_SIGNALS),
    OBJECT("vsock", FIRECRACKER_VSOCK),
    OBJECT("entropy", FIRECRACKER_ENTROPY),
    OBJECT("pmem", FIRECRACKER_PMEM),
    OBJECT("interrupts", FIRECRACKER_INTERRUPTS),
    OBJECT("memory_hotplug", FIRECRACKER_MEMORY_HOTPLUG),
};
static const struct vmm_json_key firecracker_api_server_rows[] = {
    KEY("process_startup_time_us", process_startup_time_usec, NUMBER),
    KEY("process_startup_time_cpu_us", process_startup_time_cpu_usec, NUMBER),
};
static const struct vmm_json_key firecracker_balloon_rows[] = {
    KEY("activate_fails", balloon_activate_fails, NUMBER),
    KEY("inflate_count", balloon_inflate_count, NUMBER),
    KEY("stats_updates_count", balloon_stats_updates_count, NUMBER),
    KEY("stats_update_fails", balloon_stats_update_fails, NUMBER),
    KEY("deflate_count", balloon_deflate_count, NUMBER),
    KEY("event_fails", balloon_event_fails, NUMBER),
    KEY("free_page_report_count", balloon_free_page_report_count, NUMBER),
    KEY("free_page_report_freed", balloon_free_page_report_freed_bytes, NUMBER),
    KEY("free_page_report_fails", balloon_free_page_report_fails, NUMBER),
    KEY("free_page_hint_count", balloon_free_page_hint_count, NUMBER),
    KEY("free_page_hint_freed", balloon_free_page_hint_freed_bytes, NUMBER),
    KEY("free_page_hint_fails", balloon_free_page_hint_fails, NUMBER),
};
static const struct vmm_json_key firecracker_block_rows[] = {
    KEY("activate_fails", block_activate_fails, NUMBER),
    KEY("cfg_fails", block_cfg_fails, NUMBER),
    KEY("no_avail_buffer", block_no_avail_buffer, NUMBER),
    KEY("event_fails", block_event_fails, NUMBER),
    KEY("execute_fails", block_execute_fails, NUMBER),
    KEY("invalid_reqs_count", block_invalid_reqs_count, NUMBER),
    KEY("flush_count", block_flush_count, NUMBER),
    KEY("queue_event_count", block_queue_event_count, NUMBER),
    KEY("rate_limiter_event_count", block_rate_limiter_event_count, NUMBER),
    KEY("update_count", block_update_count, NUMBER),
    KEY("update_fails", block_update_fails, NUMBER),
    KEY("read_bytes", block_read_bytes, NUMBER),
    KEY("write_bytes", block_write_bytes, NUMBER),
    KEY("read_count", block_read_count, NUMBER),
    KEY("write_count", block_write_count, NUMBER),
    OBJECT("read_agg", FIRECRACKER_BLOCK_READ_AGG),
    OBJECT("write_agg", FIRECRACKER_BLOCK_WRITE_AGG),
    KEY("rate_limiter_throttled_events", block_rate_limiter_throttled_events, NUMBER),
    KEY("io_engine_throttled_events", block_io_engine_throttled_events, NUMBER),
    KEY("remaining_reqs_count", block_remaining_reqs_count, NUMBER),
};
static const struct vmm_json_key firecracker_block_read_agg_rows[] = {
    KEY("sum_us", block_read_agg_sum_usec, NUMBER),
};
static const struct vmm_json_key firecracker_block_write_agg_rows[] = {
    KEY("sum_us", block_write_agg_sum_usec, NUMBER),
};
static const struct vmm_json_key firecracker_latencies_us_rows[] = {
    KEY("full_create_snapshot", full_create_snapshot_usec, NUMBER),
    KEY("diff_create_snapshot", diff_create_snapshot_usec, NUMBER),
    KEY("load_snapshot", load_snapshot_usec, NUMBER),
    KEY("pause_vm", pause_vm_usec, NUMBER),
    KEY("resume_vm", resume_vm_usec, NUMBER),
    KEY("vmm_full_create_snapshot", vmm_full_create_snapshot_usec, NUMBER),
    KEY("vmm_diff_create_snapshot", vmm_diff_create_snapshot_usec, NUMBER),
    KEY("vmm_load_snapshot", vmm_load_snapshot_usec, NUMBER),
    KEY("vmm_pause_vm", vmm_pause_vm_usec, NUMBER),
    KEY("vmm_resume_vm", vmm_resume_vm_usec, NUMBER),
};
static const struct vmm_json_key firecracker_logger_rows[] = {
    KEY("missed_metrics_count", logger_missed_metrics_count, NUMBER),
    KEY("metrics_fails", logger_metrics_fails, NUMBER),
    KEY("missed_log_count", logger_missed_log_count, NUMBER),
    KEY("rate_limited_log_count", logger_rate_limited_log_count, NUMBER),
};
static const struct vmm_json_key firecracker_mmds_rows[] = {
    KEY("tx_bytes", mmds_tx_bytes, NUMBER),
    KEY("tx_frames", mmds_tx_frames, NUMBER),
};
static const struct vmm_json_key firecracker_net_rows[] = {
    KEY("activate_fails", net_activate_fails, NUMBER),
    KEY("cfg_fails", net_cfg_fails, NUMBER),
    KEY("no_rx_avail_buffer", net_no_rx_avail_buffer, NUMBER),
    KEY("no_tx_avail_buffer", net_no_tx_avail_buffer, NUMBER),
    KEY("event_fails", net_event_fails, NUMBER),
    KEY("rx_queue_event_count", net_rx_queue_event_count, NUMBER),
    KEY("rx_event_rate_limiter_count", net_rx_event_rate_limiter_count, NUMBER),
    KEY("rx_rate_limiter_throttled", net_rx_rate_limiter_throttled, NUMBER),
    KEY("rx_tap_event_count", net_rx_tap_event_count, NUMBER),
    KEY("rx_bytes_count", net_rx_bytes, NUMBER),
    KEY("rx_packets_count", net_rx_packets, NUMBER),
    KEY("rx_fails", net_rx_fails, NUMBER),
    KEY("rx_count", net_rx_count, NUMBER),
    KEY("tap_read_fails", net_tap_read_fails, NUMBER),
    KEY("tap_write_fails", net_tap_write_fails, NUMBER),
    OBJECT("tap_write_agg", FIRECRACKER_NET_TAP_WRITE_AGG),
    KEY("tx_bytes_count", net_tx_bytes, NUMBER),
    KEY("tx_malformed_frames", net_tx_malformed_frames, NUMBER),
    KEY("tx_fails", net_tx_fails, NUMBER),
    KEY("tx_count", net_tx_count, NUMBER),
    KEY("tx_packets_count", net_tx_packets, NUMBER),
    KEY("tx_queue_event_count", net_tx_queue_event_count, NUMBER),
    KEY("tx_rate_limiter_event_count", net_tx_rate_limiter_event_count, NUMBER),
    KEY("tx_rate_limiter_throttled", net_tx_rate_limiter_throttled, NUMBER),
    KEY("tx_spoofed_mac_count", net_tx_spoofed_mac_count, NUMBER),
    KEY("tx_remaining_reqs_count", net_tx_remaining_reqs_count, NUMBER),
};
static const struct vmm_json_key firecracker_net_tap_write_agg_rows[] = {
    KEY("sum_us", net_tap_write_agg_sum_usec, NUMBER),
};
static const struct vmm_json_key firecracker_seccomp_rows[] = {
    KEY("num_faults", seccomp_num_faults, NUMBER),
};
static const struct vmm_json_key firecracker_vcpu_rows[] = {
    KEY("exit_io_in", vcpu_exit_io_in, NUMBER),
    KEY("exit_io_out", vcpu_exit_io_out, NUMBER),
    KEY("exit_mmio_read", vcpu_exit_mmio_read, NUMBER),
    KEY("exit_mmio_write", vcpu_exit_mmio_write, NUMBER),
    KEY("failures", vcpu_failures, NUMBER),
    KEY("kvmclock_ctrl_fails", vcpu_kvmclock_ctrl_fails, NUMBER),
    OBJECT("exit_io_in_agg", FIRECRACKER_VCPU_IO_IN),
    OBJECT("exit_io_out_agg", FIRECRACKER_VCPU_IO_OUT),
    OBJECT("exit_mmio_read_agg", FIRECRACKER_VCPU_MMIO_READ),
    OBJECT("exit_mmio_write_agg", FIRECRACKER_VCPU_MMIO_WRITE),
};
static const struct vmm_json_key firecracker_vcpu_io_in_rows[] = {DURATIONS(vcpu_exit_io_in_agg)};
static const struct vmm_json_key firecracker_vcpu_io_out_rows[] = {DURATIONS(vcpu_exit_io_out_agg)};
static const struct vmm_json_key firecracker_vcpu_mmio_read_rows[] = {DURATIONS(vcpu_exit_mmio_read_agg)};
static const struct vmm_json_key firecracker_vcpu_mmio_write_rows[] = {DURATIONS(vcpu_exit_mmio_write_agg)};
static const struct vmm_json_key firecracker_vmm_rows[] = {
    KEY("panic_count", vmm_panic_count, NUMBER),
};
static const struct vmm_json_key firecracker_signals_rows[] = {
    KEY("sigbus", signals_sigbus, NUMBER),   KEY("sigsegv", signals_sigsegv, NUMBER),
    KEY("sigxfsz", signals_sigxfsz, NUMBER), KEY("sigxcpu", signals_sigxcpu, NUMBER),
    KEY("sigpipe", signals_sigpipe, NUMBER), KEY("sighup", signals_sighup, NUMBER),
    KEY("sigill", signals_sigill, NUMBER),
};
static const struct vmm_json_key firecracker_vsock_rows[] = {
    KEY("activate_fails", vsock_activate_fails, NUMBER),
    KEY("cfg_fails", vsock_cfg_fails, NUMBER),
    KEY("rx_queue_event_fails", vsock_rx_queue_event_fails, NUMBER),
    KEY("tx_queue_event_fails", vsock_tx_queue_event_fails, NUMBER),
    KEY("ev_queue_event_fails", vsock_ev_queue_event_fails, NUMBER),
    KEY("muxer_event_fails", vsock_muxer_event_fails, NUMBER),
    KEY("conn_event_fails", vsock_conn_event_fails, NUMBER),
    KEY("rx_queue_event_count", vsock_rx_queue_event_count, NUMBER),
    KEY("tx_queue_event_count", vsock_tx_queue_event_count, NUMBER),
    KEY("rx_bytes_count", vsock_rx_bytes, NUMBER),
    KEY("tx_bytes_count", vsock_tx_bytes, NUMBER),
    KEY("rx_packets_count", vsock_rx_packets, NUMBER),
    KEY("tx_packets_count", vsock_tx_packets, NUMBER),
    KEY("conns_added", vsock_conns_added, NUMBER),
    KEY("conns_killed", vsock_conns_killed, NUMBER),
    KEY("conns_removed", vsock_conns_removed, NUMBER),
    KEY("killq_resync", vsock_killq_resync, NUMBER),
    KEY("tx_flush_fails", vsock_tx_flush_fails, NUMBER),
    KEY("tx_write_fails", vsock_tx_write_fails, NUMBER),
    KEY("rx_read_fails", vsock_rx_read_fails, NUMBER),
};
static const struct vmm_json_key firecracker_entropy_rows[] = {
    KEY("activate_fails", entropy_activate_fails, NUMBER),
    KEY("entropy_event_fails", entropy_event_fails, NUMBER),
    KEY("entropy_event_count", entropy_event_count, NUMBER),
    KEY("entropy_bytes", entropy_bytes, NUMBER),
    KEY("host_rng_fails", entropy_host_rng_fails, NUMBER),
    KEY("entropy_rate_limiter_throttled", entropy_rate_limiter_throttled, NUMBER),
    KEY("rate_limiter_event_count", entropy_rate_limiter_event_count, NUMBER),
};
static const struct vmm_json_key firecracker_pmem_rows[] = {
    KEY("activate_fails", pmem_activate_fails, NUMBER),
    KEY("cfg_fails", pmem_cfg_fails, NUMBER),
    KEY("event_fails", pmem_event_fails, NUMBER),
    KEY("queue_event_count", pmem_queue_event_count, NUMBER),
    KEY("rate_limiter_throttled_events", pmem_rate_limiter_throttled_events, NUMBER),
    KEY("rate_limiter_event_count", pmem_rate_limiter_event_count, NUMBER),
};
static const struct vmm_json_key firecracker_interrupts_rows[] = {
    KEY("triggers", interrupts_triggers, NUMBER),
    KEY("config_updates", interrupts_config_updates, NUMBER),
};
static const struct vmm_json_key firecracker_memory_hotplug_rows[] = {
    KEY("activate_fails", memory_hotplug_activate_fails, NUMBER),
    KEY("queue_event_fails", memory_hotplug_queue_event_fails, NUMBER),
    KEY("queue_event_count", memory_hotplug_queue_event_count, NUMBER),
    OBJECT("plug_agg", FIRECRACKER_MEMORY_HOTPLUG_PLUG_AGG),
    KEY("plug_count", memory_hotplug_plug_count, NUMBER),
    KEY("plug_bytes", memory_hotplug_plug_bytes, NUMBER),
    KEY("plug_fails", memory_hotplug_plug_fails, NUMBER),
    OBJECT("unplug_agg", FIRECRACKER_MEMORY_HOTPLUG_UNPLUG_AGG),
    KEY("unplug_count", memory_hotplug_unplug_count, NUMBER),
    KEY("unplug_bytes", memory_hotplug_unplug_bytes, NUMBER),
    KEY("unplug_fails", memory_hotplug_unplug_fails, NUMBER),
    KEY("unplug_discard_fails", memory_hotplug_unplug_discard_fails, NUMBER),
    OBJECT("unplug_all_agg", FIRECRACKER_MEMORY_HOTPLUG_UNPLUG_ALL_AGG),
    KEY("unplug_all_count", memory_hotplug_unplug_all_count, NUMBER),
    KEY("unplug_all_fails", memory_hotplug_unplug_all_fails, NUMBER),
    OBJECT("state_agg", FIRECRACKER_MEMORY_HOTPLUG_STATE_AGG),
    KEY("state_count", memory_hotplug_state_count, NUMBER),
    KEY("state_fails", memory_hotplug_state_fails, NUMBER),
};
static const struct vmm_json_key firecracker_memory_hotplug_plug_agg_rows[] = {DURATIONS(memory_hotplug_plug_agg)};
static const struct vmm_json_key firecracker_memory_hotplug_unplug_agg_rows[] = {DURATIONS(memory_hotplug_unplug_agg)};
static const struct vmm_json_key firecracker_memory_hotplug_unplug_all_agg_rows[] = {
    DURATIONS(memory_hotplug_unplug_all_agg)};
static const struct vmm_json_key firecracker_memory_hotplug_state_agg_rows[] = {DURATIONS(memory_hotplug_state_agg)};

static const struct vmm_json_object firecracker_objects[] = {
    OBJECT_OF(firecracker_root_rows),
    OBJECT_OF(firecracker_api_server_rows),
    OBJECT_OF(firecracker_balloon_rows),
    OBJECT_OF(firecracker_block_rows),
    OBJECT_OF(firecracker_block_read_agg_rows),
    OBJECT_OF(firecracker_block_write_agg_rows),
    OBJECT_OF(firecracker_latencies_us_rows),
    OBJECT_OF(firecracker_logger_rows),
    OBJECT_OF(firecracker_mmds_rows),
    OBJECT_OF(firecracker_net_rows),
    OBJECT_OF(firecracker_net_tap_write_agg_rows),
    OBJECT_OF(firecracker_seccomp_rows),
    OBJECT_OF(firecracker_vcpu_rows),
    OBJECT_OF(firecracker_vcpu_io_in_rows),
    OBJECT_OF(firecracker_vcpu_io_out_rows),
    OBJECT_OF(firecracker_vcpu_mmio_read_rows),
    OBJECT_OF(firecracker_vcpu_mmio_write_rows),
    OBJECT_OF(firecracker_vmm_rows),
    OBJECT_OF(firecracker_signals_rows),
    OBJECT_OF(firecracker_vsock_rows),
    OBJECT_OF(firecracker_entropy_rows),
    OBJECT_OF(firecracker_pmem_rows),
    OBJECT_OF(firecracker_interrupts_rows),
    OBJECT_OF(firecracker_memory_hotplug_rows),
    OBJECT_OF(firecracker_memory_hotplug_plug_agg_rows),
    OBJECT_OF(firecracker_memory_hotplug_unplug_agg_rows),
    OBJECT_OF(firecracker_memory_hotplug_unplug_all_agg_rows),
    OBJECT_OF(firecracker_memory_hotplug_state_agg_rows),
};
static const struct vmm_json firecracker_json = JSON_OF(firecracker_objects, FIRECRACKER_ROOT, 0);

vmm_status vmm_firecracker_next(struct vmm_text *text, struct vmm_firecracker *out, size_t out_size)
{
    size_t size;
    vmm_status status = vmm_begin_row(text, out, out_size, sizeof *out, VMM_RECORD_FIRECRACKER, &size);

    if (status != VMM_OK)
        return status;
    text->pos = vmm_skip_json_space(text->pos, text->end);
    if (text->pos == text->end)
        return VMM_END;
    return vmm_read_json(text, &firecracker_json, true, out, out_size, sizeof *out);
}

#undef RECORD
