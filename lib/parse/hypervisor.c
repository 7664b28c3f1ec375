/* A line of Firecracker's metrics: one JSON object of groups. */
#include "vmmetrics/hypervisor.h"

#include "../record/json.h"

#define RECORD struct vmm_hypervisor

/* The groups, in the order of a line; what they have in objects of their own stands behind them. */
#define ROOT(KEY, OBJECT)                                                                                              \
    KEY(utc_timestamp_ms, MS, GAUGE, "utc_timestamp_ms")                                                               \
    OBJECT(API_SERVER, "api_server")                                                                                   \
    OBJECT(BALLOON, "balloon")                                                                                         \
    OBJECT(BLOCK, "block")                                                                                             \
    OBJECT(LATENCIES_US, "latencies_us")                                                                               \
    OBJECT(LOGGER, "logger")                                                                                           \
    OBJECT(NET, "net")                                                                                                 \
    OBJECT(SECCOMP, "seccomp")                                                                                         \
    OBJECT(VCPU, "vcpu")                                                                                               \
    OBJECT(VMM, "vmm")                                                                                                 \
    OBJECT(SIGNALS, "signals")
#define API_SERVER(KEY, OBJECT)                                                                                        \
    KEY(process_startup_time_usec, USEC, GAUGE, "process_startup_time_us")                                             \
    KEY(process_startup_time_cpu_usec, USEC, GAUGE, "process_startup_time_cpu_us")
#define BALLOON(KEY, OBJECT)                                                                                           \
    KEY(balloon_inflate_count, COUNT, INCREMENT, "inflate_count")                                                      \
    KEY(balloon_stats_updates_count, COUNT, INCREMENT, "stats_updates_count")                                          \
    KEY(balloon_stats_update_fails, COUNT, INCREMENT, "stats_update_fails")                                            \
    KEY(balloon_deflate_count, COUNT, INCREMENT, "deflate_count")                                                      \
    KEY(balloon_event_fails, COUNT, INCREMENT, "event_fails")                                                          \
    KEY(balloon_free_page_report_freed_bytes, BYTES, INCREMENT, "free_page_report_freed")                              \
    KEY(balloon_free_page_hint_freed_bytes, BYTES, INCREMENT, "free_page_hint_freed")
#define BLOCK(KEY, OBJECT)                                                                                             \
    KEY(block_no_avail_buffer, COUNT, INCREMENT, "no_avail_buffer")                                                    \
    KEY(block_event_fails, COUNT, INCREMENT, "event_fails")                                                            \
    KEY(block_execute_fails, COUNT, INCREMENT, "execute_fails")                                                        \
    KEY(block_invalid_reqs_count, COUNT, INCREMENT, "invalid_reqs_count")                                              \
    KEY(block_flush_count, COUNT, INCREMENT, "flush_count")                                                            \
    KEY(block_read_bytes, BYTES, INCREMENT, "read_bytes")                                                              \
    KEY(block_write_bytes, BYTES, INCREMENT, "write_bytes")                                                            \
    KEY(block_read_count, COUNT, INCREMENT, "read_count")                                                              \
    KEY(block_write_count, COUNT, INCREMENT, "write_count")                                                            \
    OBJECT(BLOCK_READ_AGG, "read_agg")                                                                                 \
    OBJECT(BLOCK_WRITE_AGG, "write_agg")                                                                               \
    KEY(block_rate_limiter_throttled_events, COUNT, INCREMENT, "rate_limiter_throttled_events")                        \
    KEY(block_io_engine_throttled_events, COUNT, INCREMENT, "io_engine_throttled_events")
#define BLOCK_READ_AGG(KEY, OBJECT) KEY(block_read_agg_sum_usec, USEC, INCREMENT, "sum_us")
#define BLOCK_WRITE_AGG(KEY, OBJECT) KEY(block_write_agg_sum_usec, USEC, INCREMENT, "sum_us")
#define LATENCIES_US(KEY, OBJECT)                                                                                      \
    KEY(full_create_snapshot_usec, USEC, GAUGE, "full_create_snapshot")                                                \
    KEY(diff_create_snapshot_usec, USEC, GAUGE, "diff_create_snapshot")                                                \
    KEY(load_snapshot_usec, USEC, GAUGE, "load_snapshot")                                                              \
    KEY(pause_vm_usec, USEC, GAUGE, "pause_vm")                                                                        \
    KEY(resume_vm_usec, USEC, GAUGE, "resume_vm")                                                                      \
    KEY(vmm_full_create_snapshot_usec, USEC, GAUGE, "vmm_full_create_snapshot")                                        \
    KEY(vmm_diff_create_snapshot_usec, USEC, GAUGE, "vmm_diff_create_snapshot")                                        \
    KEY(vmm_load_snapshot_usec, USEC, GAUGE, "vmm_load_snapshot")                                                      \
    KEY(vmm_pause_vm_usec, USEC, GAUGE, "vmm_pause_vm")                                                                \
    KEY(vmm_resume_vm_usec, USEC, GAUGE, "vmm_resume_vm")
#define LOGGER(KEY, OBJECT)                                                                                            \
    KEY(logger_missed_metrics_count, COUNT, INCREMENT, "missed_metrics_count")                                         \
    KEY(logger_metrics_fails, COUNT, INCREMENT, "metrics_fails")                                                       \
    KEY(logger_missed_log_count, COUNT, INCREMENT, "missed_log_count")
#define NET(KEY, OBJECT)                                                                                               \
    KEY(net_no_rx_avail_buffer, COUNT, INCREMENT, "no_rx_avail_buffer")                                                \
    KEY(net_no_tx_avail_buffer, COUNT, INCREMENT, "no_tx_avail_buffer")                                                \
    KEY(net_event_fails, COUNT, INCREMENT, "event_fails")                                                              \
    KEY(net_rx_rate_limiter_throttled, COUNT, INCREMENT, "rx_rate_limiter_throttled")                                  \
    KEY(net_rx_bytes, BYTES, INCREMENT, "rx_bytes_count")                                                              \
    KEY(net_rx_packets, COUNT, INCREMENT, "rx_packets_count")                                                          \
    KEY(net_rx_fails, COUNT, INCREMENT, "rx_fails")                                                                    \
    KEY(net_tap_read_fails, COUNT, INCREMENT, "tap_read_fails")                                                        \
    KEY(net_tap_write_fails, COUNT, INCREMENT, "tap_write_fails")                                                      \
    OBJECT(NET_TAP_WRITE_AGG, "tap_write_agg")                                                                         \
    KEY(net_tx_bytes, BYTES, INCREMENT, "tx_bytes_count")                                                              \
    KEY(net_tx_malformed_frames, COUNT, INCREMENT, "tx_malformed_frames")                                              \
    KEY(net_tx_fails, COUNT, INCREMENT, "tx_fails")                                                                    \
    KEY(net_tx_packets, COUNT, INCREMENT, "tx_packets_count")                                                          \
    KEY(net_tx_rate_limiter_throttled, COUNT, INCREMENT, "tx_rate_limiter_throttled")                                  \
    KEY(net_tx_spoofed_mac_count, COUNT, INCREMENT, "tx_spoofed_mac_count")
#define NET_TAP_WRITE_AGG(KEY, OBJECT) KEY(net_tap_write_agg_sum_usec, USEC, INCREMENT, "sum_us")
#define SECCOMP(KEY, OBJECT) KEY(seccomp_num_faults, COUNT, GAUGE, "num_faults")
#define VCPU(KEY, OBJECT)                                                                                              \
    KEY(vcpu_exit_io_in, COUNT, INCREMENT, "exit_io_in")                                                               \
    KEY(vcpu_exit_io_out, COUNT, INCREMENT, "exit_io_out")                                                             \
    KEY(vcpu_exit_mmio_read, COUNT, INCREMENT, "exit_mmio_read")                                                       \
    KEY(vcpu_exit_mmio_write, COUNT, INCREMENT, "exit_mmio_write")                                                     \
    KEY(vcpu_failures, COUNT, INCREMENT, "failures")                                                                   \
    KEY(vcpu_kvmclock_ctrl_fails, COUNT, INCREMENT, "kvmclock_ctrl_fails")                                             \
    OBJECT(VCPU_IO_IN, "exit_io_in_agg")                                                                               \
    OBJECT(VCPU_IO_OUT, "exit_io_out_agg")                                                                             \
    OBJECT(VCPU_MMIO_READ, "exit_mmio_read_agg")                                                                       \
    OBJECT(VCPU_MMIO_WRITE, "exit_mmio_write_agg")
#define VCPU_IO_IN(KEY, OBJECT)                                                                                        \
    KEY(vcpu_exit_io_in_agg_min_usec, USEC, GAUGE, "min_us")                                                           \
    KEY(vcpu_exit_io_in_agg_max_usec, USEC, GAUGE, "max_us")                                                           \
    KEY(vcpu_exit_io_in_agg_sum_usec, USEC, INCREMENT, "sum_us")
#define VCPU_IO_OUT(KEY, OBJECT)                                                                                       \
    KEY(vcpu_exit_io_out_agg_min_usec, USEC, GAUGE, "min_us")                                                          \
    KEY(vcpu_exit_io_out_agg_max_usec, USEC, GAUGE, "max_us")                                                          \
    KEY(vcpu_exit_io_out_agg_sum_usec, USEC, INCREMENT, "sum_us")
#define VCPU_MMIO_READ(KEY, OBJECT)                                                                                    \
    KEY(vcpu_exit_mmio_read_agg_min_usec, USEC, GAUGE, "min_us")                                                       \
    KEY(vcpu_exit_mmio_read_agg_max_usec, USEC, GAUGE, "max_us")                                                       \
    KEY(vcpu_exit_mmio_read_agg_sum_usec, USEC, INCREMENT, "sum_us")
#define VCPU_MMIO_WRITE(KEY, OBJECT)                                                                                   \
    KEY(vcpu_exit_mmio_write_agg_min_usec, USEC, GAUGE, "min_us")                                                      \
    KEY(vcpu_exit_mmio_write_agg_max_usec, USEC, GAUGE, "max_us")                                                      \
    KEY(vcpu_exit_mmio_write_agg_sum_usec, USEC, INCREMENT, "sum_us")
#define VMM(KEY, OBJECT) KEY(vmm_panic_count, COUNT, GAUGE, "panic_count")
#define SIGNALS(KEY, OBJECT)                                                                                           \
    KEY(signals_sigbus, COUNT, GAUGE, "sigbus")                                                                        \
    KEY(signals_sigsegv, COUNT, GAUGE, "sigsegv")                                                                      \
    KEY(signals_sigxfsz, COUNT, GAUGE, "sigxfsz")                                                                      \
    KEY(signals_sigxcpu, COUNT, GAUGE, "sigxcpu")                                                                      \
    KEY(signals_sigpipe, COUNT, INCREMENT, "sigpipe")                                                                  \
    KEY(signals_sighup, COUNT, GAUGE, "sighup")                                                                        \
    KEY(signals_sigill, COUNT, GAUGE, "sigill")
#define OBJECTS(LIST)                                                                                                  \
    LIST(ROOT)                                                                                                         \
    LIST(API_SERVER)                                                                                                   \
    LIST(BALLOON)                                                                                                      \
    LIST(BLOCK)                                                                                                        \
    LIST(BLOCK_READ_AGG)                                                                                               \
    LIST(BLOCK_WRITE_AGG)                                                                                              \
    LIST(LATENCIES_US)                                                                                                 \
    LIST(LOGGER)                                                                                                       \
    LIST(NET)                                                                                                          \
    LIST(NET_TAP_WRITE_AGG)                                                                                            \
    LIST(SECCOMP)                                                                                                      \
    LIST(VCPU)                                                                                                         \
    LIST(VCPU_IO_IN)                                                                                                   \
    LIST(VCPU_IO_OUT)                                                                                                  \
    LIST(VCPU_MMIO_READ)                                                                                               \
    LIST(VCPU_MMIO_WRITE)                                                                                              \
    LIST(VMM)                                                                                                          \
    LIST(SIGNALS)

VMM_JSON_OBJECTS(OBJECTS)
static const struct vmm_json json = VMM_JSON(ROOT, 0);

vmm_status vmm_hypervisor_parse(struct vmm_text *text, struct vmm_hypervisor *out, size_t out_size)
{
    if (vmm_begin_text(text, out, out_size, sizeof *out) == 0)
        return VMM_E_ARGUMENT;
    text->pos = vmm_skip_json_space(text->pos, text->end);
    if (text->pos == text->end)
        return VMM_END;
    return vmm_read_json(text, &json, true, out, out_size, sizeof *out);
}
