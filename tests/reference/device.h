/*
 * Devices of a hypervisor as the unit tests and the fuzz targets read them: what is read of each kind, and one row.
 */
#ifndef REFERENCE_DEVICE_H
#define REFERENCE_DEVICE_H

#include <string.h>

#include "json.h"
#include "vmmetrics/hypervisor.h"

#define AT(member) offsetof(struct vmm_hypervisor_device, member)

static const struct json_key block_keys[] = {
    {"activate_fails", AT(activate_fails), 1},
    {"cfg_fails", AT(cfg_fails), 1},
    {"no_avail_buffer", AT(no_avail_buffer), 1},
    {"event_fails", AT(event_fails), 1},
    {"execute_fails", AT(execute_fails), 1},
    {"invalid_reqs_count", AT(invalid_reqs_count), 1},
    {"flush_count", AT(flush_count), 1},
    {"read_bytes", AT(increment_read_bytes), 1},
    {"write_bytes", AT(increment_write_bytes), 1},
    {"read_count", AT(increment_read_count), 1},
    {"write_count", AT(increment_write_count), 1},
    {"rate_limiter_throttled_events", AT(rate_limiter_throttled_events), 1},
    {"io_engine_throttled_events", AT(io_engine_throttled_events), 1},
    {"read_agg.min_us", AT(read_agg_min_usec), 1},
    {"read_agg.max_us", AT(read_agg_max_usec), 1},
    {"read_agg.sum_us", AT(read_agg_sum_usec), 1},
    {"write_agg.min_us", AT(write_agg_min_usec), 1},
    {"write_agg.max_us", AT(write_agg_max_usec), 1},
    {"write_agg.sum_us", AT(write_agg_sum_usec), 1},
};
static const struct json_key net_keys[] = {
    {"activate_fails", AT(activate_fails), 1},
    {"cfg_fails", AT(cfg_fails), 1},
    {"event_fails", AT(event_fails), 1},
    {"no_rx_avail_buffer", AT(no_rx_avail_buffer), 1},
    {"no_tx_avail_buffer", AT(no_tx_avail_buffer), 1},
    {"rx_rate_limiter_throttled", AT(rx_rate_limiter_throttled), 1},
    {"rx_bytes_count", AT(increment_rx_bytes), 1},
    {"rx_packets_count", AT(increment_rx_packets), 1},
    {"rx_fails", AT(rx_fails), 1},
    {"tap_read_fails", AT(tap_read_fails), 1},
    {"tap_write_fails", AT(tap_write_fails), 1},
    {"tx_bytes_count", AT(increment_tx_bytes), 1},
    {"tx_malformed_frames", AT(tx_malformed_frames), 1},
    {"tx_fails", AT(tx_fails), 1},
    {"tx_packets_count", AT(increment_tx_packets), 1},
    {"tx_rate_limiter_throttled", AT(tx_rate_limiter_throttled), 1},
    {"tx_spoofed_mac_count", AT(tx_spoofed_mac_count), 1},
    {"tap_write_agg.min_us", AT(tap_write_agg_min_usec), 1},
    {"tap_write_agg.max_us", AT(tap_write_agg_max_usec), 1},
    {"tap_write_agg.sum_us", AT(tap_write_agg_sum_usec), 1},
};
static const struct json_key vhost_user_keys[] = {
    {"activate_fails", AT(activate_fails), 1},
    {"cfg_fails", AT(cfg_fails), 1},
    {"init_time_us", AT(init_time_usec), 1},
    {"activate_time_us", AT(activate_time_usec), 1},
    {"config_change_time_us", AT(config_change_time_usec), 1},
};
static const struct json_key cloud_hypervisor_keys[] = {
    {"read_bytes", AT(total_read_bytes), 1},
    {"write_bytes", AT(total_write_bytes), 1},
    {"read_ops", AT(total_read_ops), 1},
    {"write_ops", AT(total_write_ops), 1},
    {"read_latency_min", AT(read_latency_min_usec), 1},
    {"read_latency_max", AT(read_latency_max_usec), 1},
    {"read_latency_avg", AT(read_latency_avg_usec), 1},
    {"write_latency_min", AT(write_latency_min_usec), 1},
    {"write_latency_max", AT(write_latency_max_usec), 1},
    {"write_latency_avg", AT(write_latency_avg_usec), 1},
    {"rx_bytes", AT(total_rx_bytes), 1},
    {"tx_bytes", AT(total_tx_bytes), 1},
    {"rx_frames", AT(total_rx_frames), 1},
    {"tx_frames", AT(total_tx_frames), 1},
};

/* Which of some keys an object has itself. */
struct device_marks {
    bool read_ops, write_ops, rx_bytes, rx_frames;
};

static inline enum json_type device_any(void *context, const char *path)
{
    (void)context;
    (void)path;
    return JSON_ANY;
}

static inline void device_mark(void *context, const char *path, size_t start, size_t end)
{
    struct device_marks *marks = context;

    (void)start;
    (void)end;
    marks->read_ops = marks->read_ops || strcmp(path, "read_ops") == 0;
    marks->write_ops = marks->write_ops || strcmp(path, "write_ops") == 0;
    marks->rx_bytes = marks->rx_bytes || strcmp(path, "rx_bytes") == 0;
    marks->rx_frames = marks->rx_frames || strcmp(path, "rx_frames") == 0;
}

struct device_outcome {
    vmm_status status;
    size_t pos;
    /* SIZE_MAX where there is none. */
    size_t error;
};

/* A call that ends at a byte that is wrong. */
static inline struct device_outcome device_refused(const char *bytes, size_t pos, size_t length)
{
    struct device_outcome outcome = {pos == length ? VMM_E_TRUNCATED : VMM_E_SYNTAX, pos, pos};

    while (outcome.pos < length && bytes[outcome.pos] != '\n')
        outcome.pos++;
    if (outcome.pos < length)
        outcome.pos++;
    return outcome;
}

/* Reads by the keys of a kind. */
/* NOLINTBEGIN(readability-non-const-parameter): what is read goes to `words`. */
static inline bool device_read(const struct json_key *keys, size_t count, const char *bytes, size_t length, size_t *pos,
                               uint64_t *words, size_t size)
{
    struct json_keys known = {keys, count, bytes, words, size, false, NULL};
    struct json_visitor visitor = json_visit_keys(&known);

    return json_value(bytes, length, pos, 1, "", &visitor);
}
/* NOLINTEND(readability-non-const-parameter) */

#define DEVICE_READ(keys) device_read(keys, sizeof(keys) / sizeof(keys)[0], bytes, length, &pos, words, size)

/*
 * One call. `words` is a record that is unknown but for its name, which is zeros where the record has it. Where the status is
 * not VMM_OK, what they are then is for the caller to put right.
 */
static inline struct device_outcome device_next(const char *bytes, size_t pos, size_t length, uint64_t *words,
                                                size_t size)
{
    struct device_outcome outcome = {VMM_END, 0, SIZE_MAX};
    bool is_first;

    json_space(bytes, length, &pos);
    outcome.pos = pos;
    if (pos == length)
        return outcome;
    is_first = bytes[pos] == '{';
    if (!is_first && bytes[pos] != ',' && bytes[pos] != '}')
        return device_refused(bytes, pos, length);
    if (bytes[pos] != '}') {
        pos++;
        json_space(bytes, length, &pos);
        if (!is_first && pos < length && bytes[pos] == '}')
            return device_refused(bytes, pos, length);
    }
    while (pos == length || bytes[pos] != '}') {
        struct device_marks marks = {false, false, false, false};
        struct json_visitor visitor = {device_any, device_mark, &marks};
        const char *name = bytes + pos + 1;
        size_t name_length, start, cut = 0;
        uint64_t kind = 0;

        if (!json_string(bytes, length, &pos))
            return device_refused(bytes, pos, length);
        name_length = (size_t)(bytes + pos - 1 - name);
        json_space(bytes, length, &pos);
        if (pos == length || bytes[pos] != ':')
            return device_refused(bytes, pos, length);
        pos++;
        json_space(bytes, length, &pos);
        start = pos;
        /* What Firecracker calls a device is read as one, unless it turns out to have Cloud Hypervisor's members. */
        if (pos < length && bytes[pos] == '{') {
            bool fits;

            if (name_length >= 6 && memcmp(name, "block_", 6) == 0) {
                kind = VMM_HYPERVISOR_DEVICE_FIRECRACKER_BLOCK;
                cut = 6;
                fits = DEVICE_READ(block_keys);
            } else if (name_length >= 4 && memcmp(name, "net_", 4) == 0) {
                kind = VMM_HYPERVISOR_DEVICE_FIRECRACKER_NET;
                cut = 4;
                fits = DEVICE_READ(net_keys);
            } else if (name_length >= 11 && memcmp(name, "vhost_user_", 11) == 0) {
                kind = VMM_HYPERVISOR_DEVICE_FIRECRACKER_VHOST_USER;
                cut = 11;
                fits = DEVICE_READ(vhost_user_keys);
            } else {
                fits = json_value(bytes, length, &pos, 1, "", NULL);
            }
            if (!fits)
                return device_refused(bytes, pos, length);
            pos = start;
            json_value(bytes, length, &pos, 1, "", &visitor);
            if ((marks.read_ops && marks.write_ops) || (marks.rx_bytes && marks.rx_frames)) {
                kind = marks.read_ops && marks.write_ops ? VMM_HYPERVISOR_DEVICE_CLOUD_HYPERVISOR_DISK
                                                         : VMM_HYPERVISOR_DEVICE_CLOUD_HYPERVISOR_NET;
                cut = 0;
                for (size_t at = AT(instance_id) + 8; at + 8 <= size; at += 8)
                    words[at / 8] = UINT64_MAX;
                pos = start;
                fits = DEVICE_READ(cloud_hypervisor_keys);
                for (size_t i = 0; i < 2; i++) {
                    size_t at = i == 0 ? AT(read_latency_avg_usec) : AT(write_latency_avg_usec);

                    if (at + 8 <= size && words[at / 8] >= UINT64_MAX / 10000)
                        words[at / 8] = UINT64_MAX;
                }
                if (!fits)
                    return device_refused(bytes, pos, length);
            }
        } else if (!json_value(bytes, length, &pos, 1, "", NULL)) {
            return device_refused(bytes, pos, length);
        }
        json_space(bytes, length, &pos);
        if (pos == length || !(bytes[pos] == ',' || bytes[pos] == '}'))
            return device_refused(bytes, pos, length);
        if (kind != 0) {
            outcome.pos = pos;
            name += cut;
            name_length -= cut;
            if (name_length == 0 || name_length > 63) {
                outcome.status = VMM_E_SYNTAX;
                outcome.error = (size_t)(name - bytes) + (name_length == 0 ? 0 : 63);
                return outcome;
            }
            if (AT(name) + 64 <= size)
                memcpy((char *)words + AT(name), name, name_length);
            if (AT(device_kind) + 8 <= size)
                words[AT(device_kind) / 8] = kind;
            outcome.status = VMM_OK;
            return outcome;
        }
        if (bytes[pos] == ',') {
            pos++;
            json_space(bytes, length, &pos);
            if (pos < length && bytes[pos] == '}')
                return device_refused(bytes, pos, length);
        }
    }
    pos++;
    while (pos < length && (bytes[pos] == ' ' || bytes[pos] == '\t' || bytes[pos] == '\r'))
        pos++;
    outcome.pos = pos < length && bytes[pos] == '\n' ? pos + 1 : pos;
    return outcome;
}

#endif
