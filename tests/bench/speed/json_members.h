/* SPDX-License-Identifier: MIT */
/*
 * What the library reads from a line of Firecracker, for parsers of any JSON, in the order of the line: NUMBER(object, key)
 * for a number, and BEGIN(object, key, name) ... END around the numbers of an object in an object.
 */
/* clang-format off */
NUMBER(root, "utc_timestamp_ms")
BEGIN(root, "api_server", api_server) NUMBER(api_server, "process_startup_time_us")
    NUMBER(api_server, "process_startup_time_cpu_us") END
BEGIN(root, "balloon", balloon) NUMBER(balloon, "activate_fails") NUMBER(balloon, "inflate_count")
    NUMBER(balloon, "stats_updates_count") NUMBER(balloon, "stats_update_fails")
    NUMBER(balloon, "deflate_count") NUMBER(balloon, "event_fails") NUMBER(balloon, "free_page_report_count")
    NUMBER(balloon, "free_page_report_freed") NUMBER(balloon, "free_page_report_fails")
    NUMBER(balloon, "free_page_hint_count") NUMBER(balloon, "free_page_hint_freed")
    NUMBER(balloon, "free_page_hint_fails") END
BEGIN(root, "block", block) NUMBER(block, "activate_fails") NUMBER(block, "cfg_fails")
    NUMBER(block, "no_avail_buffer") NUMBER(block, "event_fails") NUMBER(block, "execute_fails")
    NUMBER(block, "invalid_reqs_count") NUMBER(block, "flush_count") NUMBER(block, "queue_event_count")
    NUMBER(block, "rate_limiter_event_count") NUMBER(block, "update_count") NUMBER(block, "update_fails")
    NUMBER(block, "read_bytes") NUMBER(block, "write_bytes") NUMBER(block, "read_count")
    NUMBER(block, "write_count") BEGIN(block, "read_agg", block_read_agg) NUMBER(block_read_agg, "sum_us") END
    BEGIN(block, "write_agg", block_write_agg) NUMBER(block_write_agg, "sum_us") END
    NUMBER(block, "rate_limiter_throttled_events") NUMBER(block, "io_engine_throttled_events")
    NUMBER(block, "remaining_reqs_count") END
BEGIN(root, "latencies_us", latencies_us) NUMBER(latencies_us, "full_create_snapshot")
    NUMBER(latencies_us, "diff_create_snapshot") NUMBER(latencies_us, "load_snapshot")
    NUMBER(latencies_us, "pause_vm") NUMBER(latencies_us, "resume_vm")
    NUMBER(latencies_us, "vmm_full_create_snapshot") NUMBER(latencies_us, "vmm_diff_create_snapshot")
    NUMBER(latencies_us, "vmm_load_snapshot") NUMBER(latencies_us, "vmm_pause_vm")
    NUMBER(latencies_us, "vmm_resume_vm") END
BEGIN(root, "logger", logger) NUMBER(logger, "missed_metrics_count") NUMBER(logger, "metrics_fails")
    NUMBER(logger, "missed_log_count") NUMBER(logger, "rate_limited_log_count") END
BEGIN(root, "mmds", mmds) NUMBER(mmds, "tx_bytes") NUMBER(mmds, "tx_frames") END
BEGIN(root, "net", net) NUMBER(net, "activate_fails") NUMBER(net, "cfg_fails") NUMBER(net, "no_rx_avail_buffer")
    NUMBER(net, "no_tx_avail_buffer") NUMBER(net, "event_fails") NUMBER(net, "rx_queue_event_count")
    NUMBER(net, "rx_event_rate_limiter_count") NUMBER(net, "rx_rate_limiter_throttled")
    NUMBER(net, "rx_tap_event_count") NUMBER(net, "rx_bytes_count") NUMBER(net, "rx_packets_count")
    NUMBER(net, "rx_fails") NUMBER(net, "rx_count") NUMBER(net, "tap_read_fails") NUMBER(net, "tap_write_fails")
    BEGIN(net, "tap_write_agg", net_tap_write_agg) NUMBER(net_tap_write_agg, "sum_us") END
    NUMBER(net, "tx_bytes_count") NUMBER(net, "tx_malformed_frames") NUMBER(net, "tx_fails")
    NUMBER(net, "tx_count") NUMBER(net, "tx_packets_count") NUMBER(net, "tx_queue_event_count")
    NUMBER(net, "tx_rate_limiter_event_count") NUMBER(net, "tx_rate_limiter_throttled")
    NUMBER(net, "tx_spoofed_mac_count") NUMBER(net, "tx_remaining_reqs_count") END
BEGIN(root, "seccomp", seccomp) NUMBER(seccomp, "num_faults") END
BEGIN(root, "vcpu", vcpu) NUMBER(vcpu, "exit_io_in") NUMBER(vcpu, "exit_io_out") NUMBER(vcpu, "exit_mmio_read")
    NUMBER(vcpu, "exit_mmio_write") NUMBER(vcpu, "failures") NUMBER(vcpu, "kvmclock_ctrl_fails")
    BEGIN(vcpu, "exit_io_in_agg", vcpu_exit_io_in_agg) NUMBER(vcpu_exit_io_in_agg, "min_us")
    NUMBER(vcpu_exit_io_in_agg, "max_us") NUMBER(vcpu_exit_io_in_agg, "sum_us") END
    BEGIN(vcpu, "exit_io_out_agg", vcpu_exit_io_out_agg) NUMBER(vcpu_exit_io_out_agg, "min_us")
    NUMBER(vcpu_exit_io_out_agg, "max_us") NUMBER(vcpu_exit_io_out_agg, "sum_us") END
    BEGIN(vcpu, "exit_mmio_read_agg", vcpu_exit_mmio_read_agg) NUMBER(vcpu_exit_mmio_read_agg, "min_us")
    NUMBER(vcpu_exit_mmio_read_agg, "max_us") NUMBER(vcpu_exit_mmio_read_agg, "sum_us") END
    BEGIN(vcpu, "exit_mmio_write_agg", vcpu_exit_mmio_write_agg) NUMBER(vcpu_exit_mmio_write_agg, "min_us")
    NUMBER(vcpu_exit_mmio_write_agg, "max_us") NUMBER(vcpu_exit_mmio_write_agg, "sum_us") END END
BEGIN(root, "vmm", vmm) NUMBER(vmm, "panic_count") END
BEGIN(root, "signals", signals) NUMBER(signals, "sigbus") NUMBER(signals, "sigsegv") NUMBER(signals, "sigxfsz")
    NUMBER(signals, "sigxcpu") NUMBER(signals, "sigpipe") NUMBER(signals, "sighup") NUMBER(signals, "sigill")
    END
BEGIN(root, "vsock", vsock) NUMBER(vsock, "activate_fails") NUMBER(vsock, "cfg_fails")
    NUMBER(vsock, "rx_queue_event_fails") NUMBER(vsock, "tx_queue_event_fails")
    NUMBER(vsock, "ev_queue_event_fails") NUMBER(vsock, "muxer_event_fails") NUMBER(vsock, "conn_event_fails")
    NUMBER(vsock, "rx_queue_event_count") NUMBER(vsock, "tx_queue_event_count") NUMBER(vsock, "rx_bytes_count")
    NUMBER(vsock, "tx_bytes_count") NUMBER(vsock, "rx_packets_count") NUMBER(vsock, "tx_packets_count")
    NUMBER(vsock, "conns_added") NUMBER(vsock, "conns_killed") NUMBER(vsock, "conns_removed")
    NUMBER(vsock, "killq_resync") NUMBER(vsock, "tx_flush_fails") NUMBER(vsock, "tx_write_fails")
    NUMBER(vsock, "rx_read_fails") END
BEGIN(root, "entropy", entropy) NUMBER(entropy, "activate_fails") NUMBER(entropy, "entropy_event_fails")
    NUMBER(entropy, "entropy_event_count") NUMBER(entropy, "entropy_bytes") NUMBER(entropy, "host_rng_fails")
    NUMBER(entropy, "entropy_rate_limiter_throttled") NUMBER(entropy, "rate_limiter_event_count") END
BEGIN(root, "pmem", pmem) NUMBER(pmem, "activate_fails") NUMBER(pmem, "cfg_fails") NUMBER(pmem, "event_fails")
    NUMBER(pmem, "queue_event_count") NUMBER(pmem, "rate_limiter_throttled_events")
    NUMBER(pmem, "rate_limiter_event_count") END
BEGIN(root, "interrupts", interrupts) NUMBER(interrupts, "triggers") NUMBER(interrupts, "config_updates") END
BEGIN(root, "memory_hotplug", memory_hotplug) NUMBER(memory_hotplug, "activate_fails")
    NUMBER(memory_hotplug, "queue_event_fails") NUMBER(memory_hotplug, "queue_event_count")
    BEGIN(memory_hotplug, "plug_agg", memory_hotplug_plug_agg) NUMBER(memory_hotplug_plug_agg, "min_us")
    NUMBER(memory_hotplug_plug_agg, "max_us") NUMBER(memory_hotplug_plug_agg, "sum_us") END
    NUMBER(memory_hotplug, "plug_count") NUMBER(memory_hotplug, "plug_bytes")
    NUMBER(memory_hotplug, "plug_fails") BEGIN(memory_hotplug, "unplug_agg", memory_hotplug_unplug_agg)
    NUMBER(memory_hotplug_unplug_agg, "min_us") NUMBER(memory_hotplug_unplug_agg, "max_us")
    NUMBER(memory_hotplug_unplug_agg, "sum_us") END NUMBER(memory_hotplug, "unplug_count")
    NUMBER(memory_hotplug, "unplug_bytes") NUMBER(memory_hotplug, "unplug_fails")
    NUMBER(memory_hotplug, "unplug_discard_fails")
    BEGIN(memory_hotplug, "unplug_all_agg", memory_hotplug_unplug_all_agg)
    NUMBER(memory_hotplug_unplug_all_agg, "min_us") NUMBER(memory_hotplug_unplug_all_agg, "max_us")
    NUMBER(memory_hotplug_unplug_all_agg, "sum_us") END NUMBER(memory_hotplug, "unplug_all_count")
    NUMBER(memory_hotplug, "unplug_all_fails") BEGIN(memory_hotplug, "state_agg", memory_hotplug_state_agg)
    NUMBER(memory_hotplug_state_agg, "min_us") NUMBER(memory_hotplug_state_agg, "max_us")
    NUMBER(memory_hotplug_state_agg, "sum_us") END NUMBER(memory_hotplug, "state_count")
    NUMBER(memory_hotplug, "state_fails") END
