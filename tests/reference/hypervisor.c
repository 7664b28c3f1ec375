/* SPDX-License-Identifier: MIT */
/* Lines of Firecracker's metrics. */
#include "examples.h"
#include "json.h"

#define AT(member) offsetof(struct vmm_firecracker, member)

/* The path of every member. */
static const struct json_key hypervisor_keys[] = {
    {"utc_timestamp_ms", AT(utc_timestamp_ms), 1},
    {"api_server.process_startup_time_us", AT(process_startup_time_usec), 1},
    {"api_server.process_startup_time_cpu_us", AT(process_startup_time_cpu_usec), 1},
    {"balloon.inflate_count", AT(balloon_inflate_count), 1},
    {"balloon.stats_updates_count", AT(balloon_stats_updates_count), 1},
    {"balloon.stats_update_fails", AT(balloon_stats_update_fails), 1},
    {"balloon.deflate_count", AT(balloon_deflate_count), 1},
    {"balloon.event_fails", AT(balloon_event_fails), 1},
    {"balloon.free_page_report_freed", AT(balloon_free_page_report_freed_bytes), 1},
    {"balloon.free_page_hint_freed", AT(balloon_free_page_hint_freed_bytes), 1},
    {"block.no_avail_buffer", AT(block_no_avail_buffer), 1},
    {"block.event_fails", AT(block_event_fails), 1},
    {"block.execute_fails", AT(block_execute_fails), 1},
    {"block.invalid_reqs_count", AT(block_invalid_reqs_count), 1},
    {"block.flush_count", AT(block_flush_count), 1},
    {"block.read_bytes", AT(block_read_bytes), 1},
    {"block.write_bytes", AT(block_write_bytes), 1},
    {"block.read_count", AT(block_read_count), 1},
    {"block.write_count", AT(block_write_count), 1},
    {"block.rate_limiter_throttled_events", AT(block_rate_limiter_throttled_events), 1},
    {"block.io_engine_throttled_events", AT(block_io_engine_throttled_events), 1},
    {"block.read_agg.sum_us", AT(block_read_agg_sum_usec), 1},
    {"block.write_agg.sum_us", AT(block_write_agg_sum_usec), 1},
    {"latencies_us.full_create_snapshot", AT(full_create_snapshot_usec), 1},
    {"latencies_us.diff_create_snapshot", AT(diff_create_snapshot_usec), 1},
    {"latencies_us.load_snapshot", AT(load_snapshot_usec), 1},
    {"latencies_us.pause_vm", AT(pause_vm_usec), 1},
    {"latencies_us.resume_vm", AT(resume_vm_usec), 1},
    {"latencies_us.vmm_full_create_snapshot", AT(vmm_full_create_snapshot_usec), 1},
    {"latencies_us.vmm_diff_create_snapshot", AT(vmm_diff_create_snapshot_usec), 1},
    {"latencies_us.vmm_load_snapshot", AT(vmm_load_snapshot_usec), 1},
    {"latencies_us.vmm_pause_vm", AT(vmm_pause_vm_usec), 1},
    {"latencies_us.vmm_resume_vm", AT(vmm_resume_vm_usec), 1},
    {"logger.missed_metrics_count", AT(logger_missed_metrics_count), 1},
    {"logger.metrics_fails", AT(logger_metrics_fails), 1},
    {"logger.missed_log_count", AT(logger_missed_log_count), 1},
    {"mmds.tx_bytes", AT(mmds_tx_bytes), 1},
    {"mmds.tx_frames", AT(mmds_tx_frames), 1},
    {"net.no_rx_avail_buffer", AT(net_no_rx_avail_buffer), 1},
    {"net.no_tx_avail_buffer", AT(net_no_tx_avail_buffer), 1},
    {"net.event_fails", AT(net_event_fails), 1},
    {"net.rx_rate_limiter_throttled", AT(net_rx_rate_limiter_throttled), 1},
    {"net.rx_bytes_count", AT(net_rx_bytes), 1},
    {"net.rx_packets_count", AT(net_rx_packets), 1},
    {"net.rx_fails", AT(net_rx_fails), 1},
    {"net.tap_read_fails", AT(net_tap_read_fails), 1},
    {"net.tap_write_fails", AT(net_tap_write_fails), 1},
    {"net.tx_bytes_count", AT(net_tx_bytes), 1},
    {"net.tx_malformed_frames", AT(net_tx_malformed_frames), 1},
    {"net.tx_fails", AT(net_tx_fails), 1},
    {"net.tx_packets_count", AT(net_tx_packets), 1},
    {"net.tx_rate_limiter_throttled", AT(net_tx_rate_limiter_throttled), 1},
    {"net.tx_spoofed_mac_count", AT(net_tx_spoofed_mac_count), 1},
    {"net.tap_write_agg.sum_us", AT(net_tap_write_agg_sum_usec), 1},
    {"seccomp.num_faults", AT(seccomp_num_faults), 1},
    {"vcpu.exit_io_in", AT(vcpu_exit_io_in), 1},
    {"vcpu.exit_io_out", AT(vcpu_exit_io_out), 1},
    {"vcpu.exit_mmio_read", AT(vcpu_exit_mmio_read), 1},
    {"vcpu.exit_mmio_write", AT(vcpu_exit_mmio_write), 1},
    {"vcpu.failures", AT(vcpu_failures), 1},
    {"vcpu.kvmclock_ctrl_fails", AT(vcpu_kvmclock_ctrl_fails), 1},
    {"vcpu.exit_io_in_agg.min_us", AT(vcpu_exit_io_in_agg_min_usec), 1},
    {"vcpu.exit_io_in_agg.max_us", AT(vcpu_exit_io_in_agg_max_usec), 1},
    {"vcpu.exit_io_in_agg.sum_us", AT(vcpu_exit_io_in_agg_sum_usec), 1},
    {"vcpu.exit_io_out_agg.min_us", AT(vcpu_exit_io_out_agg_min_usec), 1},
    {"vcpu.exit_io_out_agg.max_us", AT(vcpu_exit_io_out_agg_max_usec), 1},
    {"vcpu.exit_io_out_agg.sum_us", AT(vcpu_exit_io_out_agg_sum_usec), 1},
    {"vcpu.exit_mmio_read_agg.min_us", AT(vcpu_exit_mmio_read_agg_min_usec), 1},
    {"vcpu.exit_mmio_read_agg.max_us", AT(vcpu_exit_mmio_read_agg_max_usec), 1},
    {"vcpu.exit_mmio_read_agg.sum_us", AT(vcpu_exit_mmio_read_agg_sum_usec), 1},
    {"vcpu.exit_mmio_write_agg.min_us", AT(vcpu_exit_mmio_write_agg_min_usec), 1},
    {"vcpu.exit_mmio_write_agg.max_us", AT(vcpu_exit_mmio_write_agg_max_usec), 1},
    {"vcpu.exit_mmio_write_agg.sum_us", AT(vcpu_exit_mmio_write_agg_sum_usec), 1},
    {"vmm.panic_count", AT(vmm_panic_count), 1},
    {"signals.sigbus", AT(signals_sigbus), 1},
    {"signals.sigsegv", AT(signals_sigsegv), 1},
    {"signals.sigxfsz", AT(signals_sigxfsz), 1},
    {"signals.sigxcpu", AT(signals_sigxcpu), 1},
    {"signals.sigpipe", AT(signals_sigpipe), 1},
    {"signals.sighup", AT(signals_sighup), 1},
    {"signals.sigill", AT(signals_sigill), 1},
};

enum { KEYS = sizeof hypervisor_keys / sizeof hypervisor_keys[0] };

static struct outcome expect(const char *bytes, size_t length, size_t at, void *out, size_t size)
{
    size_t end;

    json_space(bytes, length, &at);
    if (at == length)
        return (struct outcome){VMM_END, length, NOWHERE};
    for (end = at; end < length && bytes[end] != '\n';)
        end++;
    return json_object(hypervisor_keys, KEYS, bytes, length, at, end, out, size);
}

static bool print(struct builder *text, const void *record, unsigned shape)
{
    return json_print_keys(text, hypervisor_keys, KEYS, record, shape);
}

static const struct example examples[] = {
    GOOD("{\"utc_timestamp_ms\":1}\n"),
    GOOD("{\"utc_timestamp_ms\":7,\"net\":null}"),
    GOOD("{\"block_a\":{\"read_bytes\":1},\"block\":{\"read_bytes\":3},\"block_b\":{\"read_bytes\":2}}\n"),
    GOOD("{\"utc_timestamp_ms\":1}\n{\"utc_timestamp_ms\":2,\"net\":{\"rx_by\n\r\n{\"utc_timestamp_ms\":3}\n"
         "{\"utc_timestamp_ms\":\"4\"}\n{\"utc_timestamp_ms\":5} 5\n{\"utc_timestamp_ms\":\n6}\n"
         "{\"utc_timestamp_ms\":7}"),
    END(""),
    END("\n\n"),
    END(" \r\n\t"),
    EMPTY("{}\n"),
    EMPTY("{\"net\":{}}"),
    EMPTY("{\"uart\":{\"read_count\":1},\"net\":{}}\n{\"utc_timestamp_ms\":1}\n"),
    CUT("{"),
    CUT("{\"utc_timestamp_ms\":1"),
    REFUSED("null\n", 0),
    REFUSED("{\"utc_timestamp_ms\":\n6}\n", 20),
    REFUSED("{\"utc_timestamp_ms\":5} 5\n", 23),
    REFUSED("{\"utc_timestamp_ms\":1,\"signals\":{\"sigill\":x}}", 42),
    REFUSED("{\"net\":1,\"utc_timestamp_ms\":1}", 7),
    REFUSED("{\"vcpu\":{\"exit_io_in_agg\":[]}}", 26),
    REFUSED("{\"vcpu\":{\"exit_io_in_agg\":{\"min_us\":{}}}}\n", 36),
    NO_MORE_EXAMPLES,
};

static const struct piece usual[] = {
    PIECE("{\"utc_timestamp_ms\":1795695573123,\"net\":{\"rx_bytes_count\":3},\"vcpu\":{\"exit_io_in_agg\":{\"min_us\":"
          "1}},"
          "\"x\":[true]}\n{\"signals\":{\"sigill\":9}}\n"),
    NO_MORE_TEXTS,
};

static const struct format hypervisor_format = {
    .name = "hypervisor",
    .kind = ROWS,
    .parse = library_firecracker_next,
    .reference = expect,
    .record_id = VMM_RECORD_FIRECRACKER,
    .bytes = sizeof(struct vmm_firecracker),
    .samples = "firecracker-metrics",
    .examples = examples,
    .usual = usual,
    .print = print,
    .may_lack_newline = true,
    .json = true,
};

const struct group hypervisor_group = {"hypervisor", &hypervisor_format, 1, false, 0};
