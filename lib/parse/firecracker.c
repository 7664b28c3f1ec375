/* SPDX-License-Identifier: MIT */
/* A line of Firecracker's metrics: one JSON object of groups. */
#include "vmmetrics/hypervisor.h"

#include "../record/json.h"

#define RECORD struct vmm_firecracker

/* The groups in the order of a line. The objects inside a group come after it. */
#define HYPERVISOR_ROOT(KEY, OBJECT, ...)                                                                              \
    KEY("utc_timestamp_ms", utc_timestamp_ms, NUMBER)                                                                  \
    OBJECT("api_server", HYPERVISOR_API_SERVER)                                                                        \
    OBJECT("balloon", HYPERVISOR_BALLOON)                                                                              \
    OBJECT("block", HYPERVISOR_BLOCK)                                                                                  \
    OBJECT("latencies_us", HYPERVISOR_LATENCIES_US)                                                                    \
    OBJECT("logger", HYPERVISOR_LOGGER)                                                                                \
    OBJECT("net", HYPERVISOR_NET)                                                                                      \
    OBJECT("seccomp", HYPERVISOR_SECCOMP)                                                                              \
    OBJECT("vcpu", HYPERVISOR_VCPU)                                                                                    \
    OBJECT("vmm", HYPERVISOR_VMM)                                                                                      \
    OBJECT("signals", HYPERVISOR_SIGNALS)
#define HYPERVISOR_API_SERVER(KEY, ...)                                                                                \
    KEY("process_startup_time_us", process_startup_time_usec, NUMBER)                                                  \
    KEY("process_startup_time_cpu_us", process_startup_time_cpu_usec, NUMBER)
#define HYPERVISOR_BALLOON(KEY, ...)                                                                                   \
    KEY("inflate_count", balloon_inflate_count, NUMBER)                                                                \
    KEY("stats_updates_count", balloon_stats_updates_count, NUMBER)                                                    \
    KEY("stats_update_fails", balloon_stats_update_fails, NUMBER)                                                      \
    KEY("deflate_count", balloon_deflate_count, NUMBER)                                                                \
    KEY("event_fails", balloon_event_fails, NUMBER)                                                                    \
    KEY("free_page_report_freed", balloon_free_page_report_freed_bytes, NUMBER)                                        \
    KEY("free_page_hint_freed", balloon_free_page_hint_freed_bytes, NUMBER)
#define HYPERVISOR_BLOCK(KEY, OBJECT, ...)                                                                             \
    KEY("no_avail_buffer", block_no_avail_buffer, NUMBER)                                                              \
    KEY("event_fails", block_event_fails, NUMBER)                                                                      \
    KEY("execute_fails", block_execute_fails, NUMBER)                                                                  \
    KEY("invalid_reqs_count", block_invalid_reqs_count, NUMBER)                                                        \
    KEY("flush_count", block_flush_count, NUMBER)                                                                      \
    KEY("read_bytes", block_read_bytes, NUMBER)                                                                        \
    KEY("write_bytes", block_write_bytes, NUMBER)                                                                      \
    KEY("read_count", block_read_count, NUMBER)                                                                        \
    KEY("write_count", block_write_count, NUMBER)                                                                      \
    OBJECT("read_agg", HYPERVISOR_BLOCK_READ_AGG)                                                                      \
    OBJECT("write_agg", HYPERVISOR_BLOCK_WRITE_AGG)                                                                    \
    KEY("rate_limiter_throttled_events", block_rate_limiter_throttled_events, NUMBER)                                  \
    KEY("io_engine_throttled_events", block_io_engine_throttled_events, NUMBER)
#define HYPERVISOR_BLOCK_READ_AGG(KEY, ...) KEY("sum_us", block_read_agg_sum_usec, NUMBER)
#define HYPERVISOR_BLOCK_WRITE_AGG(KEY, ...) KEY("sum_us", block_write_agg_sum_usec, NUMBER)
#define HYPERVISOR_LATENCIES_US(KEY, ...)                                                                              \
    KEY("full_create_snapshot", full_create_snapshot_usec, NUMBER)                                                     \
    KEY("diff_create_snapshot", diff_create_snapshot_usec, NUMBER)                                                     \
    KEY("load_snapshot", load_snapshot_usec, NUMBER)                                                                   \
    KEY("pause_vm", pause_vm_usec, NUMBER)                                                                             \
    KEY("resume_vm", resume_vm_usec, NUMBER)                                                                           \
    KEY("vmm_full_create_snapshot", vmm_full_create_snapshot_usec, NUMBER)                                             \
    KEY("vmm_diff_create_snapshot", vmm_diff_create_snapshot_usec, NUMBER)                                             \
    KEY("vmm_load_snapshot", vmm_load_snapshot_usec, NUMBER)                                                           \
    KEY("vmm_pause_vm", vmm_pause_vm_usec, NUMBER)                                                                     \
    KEY("vmm_resume_vm", vmm_resume_vm_usec, NUMBER)
#define HYPERVISOR_LOGGER(KEY, ...)                                                                                    \
    KEY("missed_metrics_count", logger_missed_metrics_count, NUMBER)                                                   \
    KEY("metrics_fails", logger_metrics_fails, NUMBER)                                                                 \
    KEY("missed_log_count", logger_missed_log_count, NUMBER)
#define HYPERVISOR_NET(KEY, OBJECT, ...)                                                                               \
    KEY("no_rx_avail_buffer", net_no_rx_avail_buffer, NUMBER)                                                          \
    KEY("no_tx_avail_buffer", net_no_tx_avail_buffer, NUMBER)                                                          \
    KEY("event_fails", net_event_fails, NUMBER)                                                                        \
    KEY("rx_rate_limiter_throttled", net_rx_rate_limiter_throttled, NUMBER)                                            \
    KEY("rx_bytes_count", net_rx_bytes, NUMBER)                                                                        \
    KEY("rx_packets_count", net_rx_packets, NUMBER)                                                                    \
    KEY("rx_fails", net_rx_fails, NUMBER)                                                                              \
    KEY("tap_read_fails", net_tap_read_fails, NUMBER)                                                                  \
    KEY("tap_write_fails", net_tap_write_fails, NUMBER)                                                                \
    OBJECT("tap_write_agg", HYPERVISOR_NET_TAP_WRITE_AGG)                                                              \
    KEY("tx_bytes_count", net_tx_bytes, NUMBER)                                                                        \
    KEY("tx_malformed_frames", net_tx_malformed_frames, NUMBER)                                                        \
    KEY("tx_fails", net_tx_fails, NUMBER)                                                                              \
    KEY("tx_packets_count", net_tx_packets, NUMBER)                                                                    \
    KEY("tx_rate_limiter_throttled", net_tx_rate_limiter_throttled, NUMBER)                                            \
    KEY("tx_spoofed_mac_count", net_tx_spoofed_mac_count, NUMBER)
#define HYPERVISOR_NET_TAP_WRITE_AGG(KEY, ...) KEY("sum_us", net_tap_write_agg_sum_usec, NUMBER)
#define HYPERVISOR_SECCOMP(KEY, ...) KEY("num_faults", seccomp_num_faults, NUMBER)
#define HYPERVISOR_VCPU(KEY, OBJECT, ...)                                                                              \
    KEY("exit_io_in", vcpu_exit_io_in, NUMBER)                                                                         \
    KEY("exit_io_out", vcpu_exit_io_out, NUMBER)                                                                       \
    KEY("exit_mmio_read", vcpu_exit_mmio_read, NUMBER)                                                                 \
    KEY("exit_mmio_write", vcpu_exit_mmio_write, NUMBER)                                                               \
    KEY("failures", vcpu_failures, NUMBER)                                                                             \
    KEY("kvmclock_ctrl_fails", vcpu_kvmclock_ctrl_fails, NUMBER)                                                       \
    OBJECT("exit_io_in_agg", HYPERVISOR_VCPU_IO_IN)                                                                    \
    OBJECT("exit_io_out_agg", HYPERVISOR_VCPU_IO_OUT)                                                                  \
    OBJECT("exit_mmio_read_agg", HYPERVISOR_VCPU_MMIO_READ)                                                            \
    OBJECT("exit_mmio_write_agg", HYPERVISOR_VCPU_MMIO_WRITE)
#define HYPERVISOR_VCPU_IO_IN(KEY, ...)                                                                                \
    KEY("min_us", vcpu_exit_io_in_agg_min_usec, NUMBER)                                                                \
    KEY("max_us", vcpu_exit_io_in_agg_max_usec, NUMBER)                                                                \
    KEY("sum_us", vcpu_exit_io_in_agg_sum_usec, NUMBER)
#define HYPERVISOR_VCPU_IO_OUT(KEY, ...)                                                                               \
    KEY("min_us", vcpu_exit_io_out_agg_min_usec, NUMBER)                                                               \
    KEY("max_us", vcpu_exit_io_out_agg_max_usec, NUMBER)                                                               \
    KEY("sum_us", vcpu_exit_io_out_agg_sum_usec, NUMBER)
#define HYPERVISOR_VCPU_MMIO_READ(KEY, ...)                                                                            \
    KEY("min_us", vcpu_exit_mmio_read_agg_min_usec, NUMBER)                                                            \
    KEY("max_us", vcpu_exit_mmio_read_agg_max_usec, NUMBER)                                                            \
    KEY("sum_us", vcpu_exit_mmio_read_agg_sum_usec, NUMBER)
#define HYPERVISOR_VCPU_MMIO_WRITE(KEY, ...)                                                                           \
    KEY("min_us", vcpu_exit_mmio_write_agg_min_usec, NUMBER)                                                           \
    KEY("max_us", vcpu_exit_mmio_write_agg_max_usec, NUMBER)                                                           \
    KEY("sum_us", vcpu_exit_mmio_write_agg_sum_usec, NUMBER)
#define HYPERVISOR_VMM(KEY, ...) KEY("panic_count", vmm_panic_count, NUMBER)
#define HYPERVISOR_SIGNALS(KEY, ...)                                                                                   \
    KEY("sigbus", signals_sigbus, NUMBER)                                                                              \
    KEY("sigsegv", signals_sigsegv, NUMBER)                                                                            \
    KEY("sigxfsz", signals_sigxfsz, NUMBER)                                                                            \
    KEY("sigxcpu", signals_sigxcpu, NUMBER)                                                                            \
    KEY("sigpipe", signals_sigpipe, NUMBER)                                                                            \
    KEY("sighup", signals_sighup, NUMBER)                                                                              \
    KEY("sigill", signals_sigill, NUMBER)
#define HYPERVISOR_OBJECTS(LIST)                                                                                       \
    LIST(HYPERVISOR_ROOT)                                                                                              \
    LIST(HYPERVISOR_API_SERVER)                                                                                        \
    LIST(HYPERVISOR_BALLOON)                                                                                           \
    LIST(HYPERVISOR_BLOCK)                                                                                             \
    LIST(HYPERVISOR_BLOCK_READ_AGG)                                                                                    \
    LIST(HYPERVISOR_BLOCK_WRITE_AGG)                                                                                   \
    LIST(HYPERVISOR_LATENCIES_US)                                                                                      \
    LIST(HYPERVISOR_LOGGER)                                                                                            \
    LIST(HYPERVISOR_NET)                                                                                               \
    LIST(HYPERVISOR_NET_TAP_WRITE_AGG)                                                                                 \
    LIST(HYPERVISOR_SECCOMP)                                                                                           \
    LIST(HYPERVISOR_VCPU)                                                                                              \
    LIST(HYPERVISOR_VCPU_IO_IN)                                                                                        \
    LIST(HYPERVISOR_VCPU_IO_OUT)                                                                                       \
    LIST(HYPERVISOR_VCPU_MMIO_READ)                                                                                    \
    LIST(HYPERVISOR_VCPU_MMIO_WRITE)                                                                                   \
    LIST(HYPERVISOR_VMM)                                                                                               \
    LIST(HYPERVISOR_SIGNALS)

enum { HYPERVISOR_OBJECTS(VMM_JSON_NUMBER) };
enum { HYPERVISOR_OBJECTS(VMM_JSON_PLACES) };
static const struct vmm_json_key hypervisor_rows[] = {HYPERVISOR_OBJECTS(VMM_JSON_ROWS)};
static const struct vmm_json_range hypervisor_ranges[] = {HYPERVISOR_OBJECTS(VMM_JSON_RANGE)};
static const struct vmm_json hypervisor_json = VMM_JSON(hypervisor_rows, hypervisor_ranges, HYPERVISOR_ROOT, 0);

vmm_status vmm_firecracker_next(struct vmm_text *text, struct vmm_firecracker *out, size_t out_size)
{
    size_t size;
    vmm_status status = vmm_begin_row(text, out, out_size, sizeof *out, VMM_RECORD_FIRECRACKER, &size);

    if (status != VMM_OK)
        return status;
    text->pos = vmm_skip_json_space(text->pos, text->end);
    if (text->pos == text->end)
        return VMM_END;
    return vmm_read_json(text, &hypervisor_json, true, out, out_size, sizeof *out);
}

#undef RECORD
