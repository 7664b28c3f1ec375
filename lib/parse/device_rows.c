/* SPDX-License-Identifier: MIT */
/* The members of a device of Firecracker and of Cloud Hypervisor, in the order of their text. */
#include "devices.h"

#define RECORD struct vmm_hypervisor_device

/* The objects: the kinds of devices, first those of Firecracker, and the objects inside them. */
enum {
    DEVICE_BLOCK,
    DEVICE_NET,
    DEVICE_PMEM,
    DEVICE_VHOST_USER,
    DEVICE_READ_AGG,
    DEVICE_WRITE_AGG,
    DEVICE_TAP_WRITE_AGG,
    DEVICE_CLOUD_HYPERVISOR,
    /* An object in which only the marks are looked for. */
    DEVICE_UNKNOWN,
};

/* How many rows of each kind are marks. */
enum { DEVICE_MARK_ROWS = 4 };

static const struct vmm_json_key device_block_rows[] = {
    KEY("activate_fails", activate_fails, NUMBER),
    KEY("cfg_fails", cfg_fails, NUMBER),
    KEY("no_avail_buffer", no_avail_buffer, NUMBER),
    KEY("event_fails", event_fails, NUMBER),
    KEY("execute_fails", execute_fails, NUMBER),
    KEY("invalid_reqs_count", invalid_reqs_count, NUMBER),
    KEY("flush_count", flush_count, NUMBER),
    KEY("queue_event_count", queue_event_count, NUMBER),
    KEY("rate_limiter_event_count", rate_limiter_event_count, NUMBER),
    KEY("update_count", update_count, NUMBER),
    KEY("update_fails", update_fails, NUMBER),
    KEY("read_bytes", increment_read_bytes, NUMBER),
    KEY("write_bytes", increment_write_bytes, NUMBER),
    KEY("read_count", increment_read_count, NUMBER),
    KEY("write_count", increment_write_count, NUMBER),
    OBJECT("read_agg", DEVICE_READ_AGG),
    OBJECT("write_agg", DEVICE_WRITE_AGG),
    KEY("rate_limiter_throttled_events", rate_limiter_throttled_events, NUMBER),
    KEY("io_engine_throttled_events", io_engine_throttled_events, NUMBER),
    KEY("remaining_reqs_count", remaining_reqs_count, NUMBER),
    MARK("read_ops", VMM_DEVICE_READS),
    MARK("write_ops", VMM_DEVICE_WRITES),
    MARK("rx_bytes", VMM_DEVICE_RECEIVES),
    MARK("rx_frames", VMM_DEVICE_RECEIVES_FRAMES),
};
static const struct vmm_json_key device_net_rows[] = {
    KEY("activate_fails", activate_fails, NUMBER),
    KEY("cfg_fails", cfg_fails, NUMBER),
    KEY("no_rx_avail_buffer", no_rx_avail_buffer, NUMBER),
    KEY("no_tx_avail_buffer", no_tx_avail_buffer, NUMBER),
    KEY("event_fails", event_fails, NUMBER),
    KEY("rx_queue_event_count", rx_queue_event_count, NUMBER),
    KEY("rx_event_rate_limiter_count", rx_event_rate_limiter_count, NUMBER),
    KEY("rx_rate_limiter_throttled", rx_rate_limiter_throttled, NUMBER),
    KEY("rx_tap_event_count", rx_tap_event_count, NUMBER),
    KEY("rx_bytes_count", increment_rx_bytes, NUMBER),
    KEY("rx_packets_count", increment_rx_packets, NUMBER),
    KEY("rx_fails", rx_fails, NUMBER),
    KEY("rx_count", rx_count, NUMBER),
    KEY("tap_read_fails", tap_read_fails, NUMBER),
    KEY("tap_write_fails", tap_write_fails, NUMBER),
    OBJECT("tap_write_agg", DEVICE_TAP_WRITE_AGG),
    KEY("tx_bytes_count", increment_tx_bytes, NUMBER),
    KEY("tx_malformed_frames", tx_malformed_frames, NUMBER),
    KEY("tx_fails", tx_fails, NUMBER),
    KEY("tx_count", tx_count, NUMBER),
    KEY("tx_packets_count", increment_tx_packets, NUMBER),
    KEY("tx_queue_event_count", tx_queue_event_count, NUMBER),
    KEY("tx_rate_limiter_event_count", tx_rate_limiter_event_count, NUMBER),
    KEY("tx_rate_limiter_throttled", tx_rate_limiter_throttled, NUMBER),
    KEY("tx_spoofed_mac_count", tx_spoofed_mac_count, NUMBER),
    KEY("tx_remaining_reqs_count", tx_remaining_reqs_count, NUMBER),
    MARK("read_ops", VMM_DEVICE_READS),
    MARK("write_ops", VMM_DEVICE_WRITES),
    MARK("rx_bytes", VMM_DEVICE_RECEIVES),
    MARK("rx_frames", VMM_DEVICE_RECEIVES_FRAMES),
};
static const struct vmm_json_key device_pmem_rows[] = {
    KEY("activate_fails", activate_fails, NUMBER),
    KEY("cfg_fails", cfg_fails, NUMBER),
    KEY("event_fails", event_fails, NUMBER),
    KEY("queue_event_count", queue_event_count, NUMBER),
    KEY("rate_limiter_throttled_events", rate_limiter_throttled_events, NUMBER),
    KEY("rate_limiter_event_count", rate_limiter_event_count, NUMBER),
    MARK("read_ops", VMM_DEVICE_READS),
    MARK("write_ops", VMM_DEVICE_WRITES),
    MARK("rx_bytes", VMM_DEVICE_RECEIVES),
    MARK("rx_frames", VMM_DEVICE_RECEIVES_FRAMES),
};
static const struct vmm_json_key device_vhost_user_rows[] = {
    KEY("activate_fails", activate_fails, NUMBER),
    KEY("cfg_fails", cfg_fails, NUMBER),
    KEY("init_time_us", init_time_usec, NUMBER),
    KEY("activate_time_us", activate_time_usec, NUMBER),
    KEY("config_change_time_us", config_change_time_usec, NUMBER),
    MARK("read_ops", VMM_DEVICE_READS),
    MARK("write_ops", VMM_DEVICE_WRITES),
    MARK("rx_bytes", VMM_DEVICE_RECEIVES),
    MARK("rx_frames", VMM_DEVICE_RECEIVES_FRAMES),
};
static const struct vmm_json_key device_read_agg_rows[] = {DURATIONS(read_agg)};
static const struct vmm_json_key device_write_agg_rows[] = {DURATIONS(write_agg)};
static const struct vmm_json_key device_tap_write_agg_rows[] = {DURATIONS(tap_write_agg)};
static const struct vmm_json_key device_cloud_hypervisor_rows[] = {
    KEY("read_bytes", total_read_bytes, NUMBER),
    KEY("write_bytes", total_write_bytes, NUMBER),
    KEY_AND_MARK("read_ops", total_read_ops, NUMBER, VMM_DEVICE_READS),
    KEY_AND_MARK("write_ops", total_write_ops, NUMBER, VMM_DEVICE_WRITES),
    KEY("read_latency_min", read_latency_min_usec, NUMBER),
    KEY("read_latency_max", read_latency_max_usec, NUMBER),
    KEY("read_latency_avg", read_latency_avg_usec, NUMBER),
    KEY("write_latency_min", write_latency_min_usec, NUMBER),
    KEY("write_latency_max", write_latency_max_usec, NUMBER),
    KEY("write_latency_avg", write_latency_avg_usec, NUMBER),
    KEY_AND_MARK("rx_bytes", total_rx_bytes, NUMBER, VMM_DEVICE_RECEIVES),
    KEY("tx_bytes", total_tx_bytes, NUMBER),
    KEY_AND_MARK("rx_frames", total_rx_frames, NUMBER, VMM_DEVICE_RECEIVES_FRAMES),
    KEY("tx_frames", total_tx_frames, NUMBER),
};
static const struct vmm_json_object device_objects[] = {
    OBJECT_OF(device_block_rows),
    OBJECT_OF(device_net_rows),
    OBJECT_OF(device_pmem_rows),
    OBJECT_OF(device_vhost_user_rows),
    OBJECT_OF(device_read_agg_rows),
    OBJECT_OF(device_write_agg_rows),
    OBJECT_OF(device_tap_write_agg_rows),
    OBJECT_OF(device_cloud_hypervisor_rows),
    OBJECT_OF_LAST(DEVICE_MARK_ROWS, device_vhost_user_rows),
};

const struct vmm_json vmm_device_formats[VMM_DEVICE_KINDS] = {
    JSON_OF(device_objects, DEVICE_BLOCK, 1),
    JSON_OF(device_objects, DEVICE_NET, 1),
    JSON_OF(device_objects, DEVICE_PMEM, 1),
    JSON_OF(device_objects, DEVICE_VHOST_USER, 1),
};
const struct vmm_json vmm_device_of_cloud_hypervisor = JSON_OF(device_objects, DEVICE_CLOUD_HYPERVISOR, 1);
const struct vmm_json vmm_device_unknown = JSON_OF(device_objects, DEVICE_UNKNOWN, 1);

#undef RECORD
