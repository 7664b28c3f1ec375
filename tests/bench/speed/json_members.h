/* SPDX-License-Identifier: MIT */
/*
 * What the library reads from a line of Firecracker, for parsers of any JSON, in the order of the line: NUMBER(object, key)
 * for a number, and BEGIN(object, key, name) ... END around the numbers of an object in an object.
 */
/* clang-format off */
NUMBER(root, "utc_timestamp_ms")
BEGIN(root, "api_server", api_server) NUMBER(api_server, "process_startup_time_us")
    NUMBER(api_server, "process_startup_time_cpu_us") END
BEGIN(root, "balloon", balloon) NUMBER(balloon, "inflate_count") NUMBER(balloon,
    "stats_updates_count") NUMBER(balloon, "stats_update_fails") NUMBER(balloon,
    "deflate_count") NUMBER(balloon, "event_fails") NUMBER(balloon, "free_page_report_freed")
    NUMBER(balloon, "free_page_hint_freed") END
BEGIN(root, "block", block) NUMBER(block, "no_avail_buffer") NUMBER(block,
    "event_fails") NUMBER(block, "execute_fails") NUMBER(block, "invalid_reqs_count")
    NUMBER(block, "flush_count") NUMBER(block, "read_bytes") NUMBER(block,
    "write_bytes") NUMBER(block, "read_count") NUMBER(block, "write_count")
    BEGIN(block, "read_agg", block_read_agg) NUMBER(block_read_agg, "sum_us") END
    BEGIN(block, "write_agg", block_write_agg) NUMBER(block_write_agg, "sum_us")
    END NUMBER(block, "rate_limiter_throttled_events") NUMBER(block,
    "io_engine_throttled_events") END
BEGIN(root, "latencies_us", latencies_us) NUMBER(latencies_us, "full_create_snapshot")
    NUMBER(latencies_us, "diff_create_snapshot") NUMBER(latencies_us, "load_snapshot")
    NUMBER(latencies_us, "pause_vm") NUMBER(latencies_us, "resume_vm")
    NUMBER(latencies_us, "vmm_full_create_snapshot") NUMBER(latencies_us,
    "vmm_diff_create_snapshot") NUMBER(latencies_us, "vmm_load_snapshot") NUMBER(latencies_us,
    "vmm_pause_vm") NUMBER(latencies_us, "vmm_resume_vm") END
BEGIN(root, "logger", logger) NUMBER(logger, "missed_metrics_count")
    NUMBER(logger, "metrics_fails") NUMBER(logger, "missed_log_count") END
BEGIN(root, "mmds", mmds) NUMBER(mmds, "tx_bytes") NUMBER(mmds, "tx_frames") END
BEGIN(root, "net", net) NUMBER(net, "no_rx_avail_buffer") NUMBER(net,
    "no_tx_avail_buffer") NUMBER(net, "event_fails") NUMBER(net, "rx_rate_limiter_throttled")
    NUMBER(net, "rx_bytes_count") NUMBER(net, "rx_packets_count") NUMBER(net,
    "rx_fails") NUMBER(net, "tap_read_fails") NUMBER(net, "tap_write_fails")
    BEGIN(net, "tap_write_agg", net_tap_write_agg) NUMBER(net_tap_write_agg,
    "sum_us") END NUMBER(net, "tx_bytes_count") NUMBER(net, "tx_malformed_frames")
    NUMBER(net, "tx_fails") NUMBER(net, "tx_packets_count") NUMBER(net,
    "tx_rate_limiter_throttled") NUMBER(net, "tx_spoofed_mac_count") END
BEGIN(root, "seccomp", seccomp) NUMBER(seccomp, "num_faults") END
BEGIN(root, "vcpu", vcpu) NUMBER(vcpu, "exit_io_in") NUMBER(vcpu, "exit_io_out")
    NUMBER(vcpu, "exit_mmio_read") NUMBER(vcpu, "exit_mmio_write") NUMBER(vcpu,
    "failures") NUMBER(vcpu, "kvmclock_ctrl_fails") BEGIN(vcpu, "exit_io_in_agg",
    vcpu_io_in) NUMBER(vcpu_io_in, "min_us") NUMBER(vcpu_io_in, "max_us")
    NUMBER(vcpu_io_in, "sum_us") END BEGIN(vcpu, "exit_io_out_agg", vcpu_io_out)
    NUMBER(vcpu_io_out, "min_us") NUMBER(vcpu_io_out, "max_us")
    NUMBER(vcpu_io_out, "sum_us") END BEGIN(vcpu, "exit_mmio_read_agg",
    vcpu_mmio_read) NUMBER(vcpu_mmio_read, "min_us") NUMBER(vcpu_mmio_read,
    "max_us") NUMBER(vcpu_mmio_read, "sum_us") END BEGIN(vcpu, "exit_mmio_write_agg",
    vcpu_mmio_write) NUMBER(vcpu_mmio_write, "min_us") NUMBER(vcpu_mmio_write,
    "max_us") NUMBER(vcpu_mmio_write, "sum_us") END END
BEGIN(root, "vmm", vmm) NUMBER(vmm, "panic_count") END
BEGIN(root, "signals", signals) NUMBER(signals, "sigbus") NUMBER(signals,
    "sigsegv") NUMBER(signals, "sigxfsz") NUMBER(signals, "sigxcpu")
    NUMBER(signals, "sigpipe") NUMBER(signals, "sighup") NUMBER(signals, "sigill")
    END
