/* SPDX-License-Identifier: MIT */
/* A parser of JSON that reads what this library reads of a line of Firecracker, for json.c to measure. */
#ifndef VMM_SPEED_JSON_H
#define VMM_SPEED_JSON_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Bytes that may be read after a text. */
enum { JSON_PADDING = 64 };

/* The sum of what was read: of the line's own members, and of the members of its devices. */
struct json_parser {
    const char *name;
    uint64_t (*line)(const char *text, size_t length);
    uint64_t (*devices)(const char *text, size_t length);
};

extern const struct json_parser json_yyjson, json_simdjson;

/* The members of devices, in the order of a line; an object of three numbers stands between the two parts. */
static const char *const json_block[] = {"activate_fails", "cfg_fails",         "no_avail_buffer",
                                         "event_fails",    "execute_fails",     "invalid_reqs_count",
                                         "flush_count",    "queue_event_count", "rate_limiter_event_count",
                                         "update_count",   "update_fails",      "read_bytes",
                                         "write_bytes",    "read_count",        "write_count"};
static const char *const json_block_objects[] = {"read_agg", "write_agg"};
static const char *const json_block_rest[] = {"rate_limiter_throttled_events", "io_engine_throttled_events",
                                              "remaining_reqs_count"};
static const char *const json_net[] = {"activate_fails",
                                       "cfg_fails",
                                       "no_rx_avail_buffer",
                                       "no_tx_avail_buffer",
                                       "event_fails",
                                       "rx_queue_event_count",
                                       "rx_event_rate_limiter_count",
                                       "rx_rate_limiter_throttled",
                                       "rx_tap_event_count",
                                       "rx_bytes_count",
                                       "rx_packets_count",
                                       "rx_fails",
                                       "rx_count",
                                       "tap_read_fails",
                                       "tap_write_fails"};
static const char *const json_net_objects[] = {"tap_write_agg"};
static const char *const json_net_rest[] = {"tx_bytes_count",
                                            "tx_malformed_frames",
                                            "tx_fails",
                                            "tx_count",
                                            "tx_packets_count",
                                            "tx_queue_event_count",
                                            "tx_rate_limiter_event_count",
                                            "tx_rate_limiter_throttled",
                                            "tx_spoofed_mac_count",
                                            "tx_remaining_reqs_count"};
static const char *const json_pmem[] = {
    "activate_fails",          "cfg_fails", "event_fails", "queue_event_count", "rate_limiter_throttled_events",
    "rate_limiter_event_count"};
static const char *const json_aggregate[] = {"min_us", "max_us", "sum_us"};

/* A kind of device: what its key begins with, and its members. */
#define JSON_COUNT(list) (sizeof(list) / sizeof((list)[0]))
#define JSON_LIST(list) list, JSON_COUNT(list)
static const struct json_kind {
    const char *prefix;
    const char *const *first;
    size_t first_count;
    const char *const *objects;
    size_t object_count;
    const char *const *rest;
    size_t rest_count;
} json_kinds[] = {
    {"block_", JSON_LIST(json_block), JSON_LIST(json_block_objects), JSON_LIST(json_block_rest)},
    {"net_", JSON_LIST(json_net), JSON_LIST(json_net_objects), JSON_LIST(json_net_rest)},
    {"pmem_", JSON_LIST(json_pmem), NULL, 0, NULL, 0},
};

#ifdef __cplusplus
}
#endif

#endif
