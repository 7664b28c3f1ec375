/* SPDX-License-Identifier: MIT */
/* Devices of a line of Firecracker's metrics, of Cloud Hypervisor's counters, and of QEMU's list of disks. */
#include <string.h>

#include "examples.h"
#include "json.h"

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
    {"queue_event_count", AT(queue_event_count), 1},
    {"rate_limiter_event_count", AT(rate_limiter_event_count), 1},
    {"update_count", AT(update_count), 1},
    {"update_fails", AT(update_fails), 1},
    {"remaining_reqs_count", AT(remaining_reqs_count), 1},
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
    {"rx_queue_event_count", AT(rx_queue_event_count), 1},
    {"rx_event_rate_limiter_count", AT(rx_event_rate_limiter_count), 1},
    {"rx_tap_event_count", AT(rx_tap_event_count), 1},
    {"rx_count", AT(rx_count), 1},
    {"tx_count", AT(tx_count), 1},
    {"tx_queue_event_count", AT(tx_queue_event_count), 1},
    {"tx_rate_limiter_event_count", AT(tx_rate_limiter_event_count), 1},
    {"tx_remaining_reqs_count", AT(tx_remaining_reqs_count), 1},
};
static const struct json_key pmem_keys[] = {
    {"activate_fails", AT(activate_fails), 1},
    {"cfg_fails", AT(cfg_fails), 1},
    {"event_fails", AT(event_fails), 1},
    {"queue_event_count", AT(queue_event_count), 1},
    {"rate_limiter_throttled_events", AT(rate_limiter_throttled_events), 1},
    {"rate_limiter_event_count", AT(rate_limiter_event_count), 1},
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
static const struct json_key qemu_keys[] = {
    {"stats.unmap_operations", AT(total_unmap_ops), 1},
    {"stats.unmap_merged", AT(total_unmap_merged), 1},
    {"stats.failed_zone_append_operations", AT(total_failed_zone_append_ops), 1},
    {"stats.flush_total_time_ns", AT(total_flush_time_ns), 1},
    {"stats.wr_highest_offset", AT(wr_highest_offset_bytes), 1},
    {"stats.wr_total_time_ns", AT(total_write_time_ns), 1},
    {"stats.failed_wr_operations", AT(total_failed_write_ops), 1},
    {"stats.failed_rd_operations", AT(total_failed_read_ops), 1},
    {"stats.wr_merged", AT(total_write_merged), 1},
    {"stats.wr_bytes", AT(total_write_bytes), 1},
    {"stats.failed_unmap_operations", AT(total_failed_unmap_ops), 1},
    {"stats.zone_append_merged", AT(total_zone_append_merged), 1},
    {"stats.failed_flush_operations", AT(total_failed_flush_ops), 1},
    {"stats.rd_total_time_ns", AT(total_read_time_ns), 1},
    {"stats.invalid_unmap_operations", AT(total_invalid_unmap_ops), 1},
    {"stats.flush_operations", AT(total_flush_ops), 1},
    {"stats.wr_operations", AT(total_write_ops), 1},
    {"stats.unmap_bytes", AT(total_unmap_bytes), 1},
    {"stats.rd_merged", AT(total_read_merged), 1},
    {"stats.rd_bytes", AT(total_read_bytes), 1},
    {"stats.unmap_total_time_ns", AT(total_unmap_time_ns), 1},
    {"stats.invalid_flush_operations", AT(total_invalid_flush_ops), 1},
    {"stats.idle_time_ns", AT(idle_time_ns), 1},
    {"stats.zone_append_total_time_ns", AT(total_zone_append_time_ns), 1},
    {"stats.zone_append_operations", AT(total_zone_append_ops), 1},
    {"stats.rd_operations", AT(total_read_ops), 1},
    {"stats.zone_append_bytes", AT(total_zone_append_bytes), 1},
    {"stats.invalid_zone_append_operations", AT(total_invalid_zone_append_ops), 1},
    {"stats.invalid_wr_operations", AT(total_invalid_write_ops), 1},
    {"stats.invalid_rd_operations", AT(total_invalid_read_ops), 1},
};

/* Which of some keys an object has itself. */
struct device_marks {
    bool read_ops, write_ops, rx_bytes, rx_frames;
};

static enum json_type device_any(void *context, const char *path)
{
    (void)context;
    (void)path;
    return JSON_ANY;
}

static void device_mark(void *context, const char *path, size_t start, size_t end)
{
    struct device_marks *marks = context;

    (void)start;
    (void)end;
    marks->read_ops = marks->read_ops || strcmp(path, "read_ops") == 0;
    marks->write_ops = marks->write_ops || strcmp(path, "write_ops") == 0;
    marks->rx_bytes = marks->rx_bytes || strcmp(path, "rx_bytes") == 0;
    marks->rx_frames = marks->rx_frames || strcmp(path, "rx_frames") == 0;
}

/* Reads by the keys of a kind. */
/* NOLINTBEGIN(readability-non-const-parameter): what is read goes to `words`. */
static bool device_read(const struct json_key *keys, size_t count, const char *bytes, size_t length, size_t *pos,
                        uint64_t *words, size_t size)
{
    struct json_keys known = {keys, count, bytes, words, size, false, NULL};
    struct json_visitor visitor = json_visit_keys(&known);

    return json_value(bytes, length, pos, 1, "", &visitor);
}

/* The names of a disk of QEMU: where each begins, and its length. */
struct qemu_names {
    const char *bytes;
    struct {
        size_t start, length;
    } names[3];
};

static void qemu_name(void *context, const char *path, size_t start, size_t end)
{
    static const char *const keys[] = {"device", "qdev", "node-name"};
    struct qemu_names *names = context;

    for (size_t i = 0; i < 3; i++)
        if (strcmp(path, keys[i]) == 0 && names->bytes[start] == '"' && end - start > 2) {
            names->names[i].start = start + 1;
            names->names[i].length = end - start - 2;
        }
}

/* An element of QEMU's list. Gives the name, which is empty if the disk has none, and whether it is a disk. */
static bool read_qemu(const char *bytes, size_t length, size_t *pos, uint64_t *words, size_t size, const char **name,
                      size_t *name_length, uint64_t *kind)
{
    struct json_keys known = {qemu_keys, sizeof qemu_keys / sizeof qemu_keys[0], bytes, words, size, false, NULL};
    struct qemu_names names = {bytes, {{*pos, 0}, {*pos, 0}, {*pos, 0}}};
    struct json_visitor visitor = json_visit_keys(&known), name_visitor = {device_any, qemu_name, &names};
    size_t again = *pos, best = 0;

    if (bytes[*pos] != '{' || !json_value(bytes, length, pos, 2, "", &visitor))
        return false;
    json_value(bytes, length, &again, 2, "", &name_visitor);
    while (best < 2 && names.names[best].length == 0)
        best++;
    *name = bytes + names.names[best].start;
    *name_length = names.names[best].length;
    *kind = known.known ? (uint64_t)VMM_HYPERVISOR_DEVICE_QEMU_DISK : 0;
    return true;
}
/* NOLINTEND(readability-non-const-parameter) */

#define DEVICE_READ(keys) device_read(keys, sizeof(keys) / sizeof(keys)[0], bytes, length, &pos, words, size)

static struct outcome expect(const char *bytes, size_t length, size_t pos, void *out, size_t size)
{
    struct outcome outcome = {VMM_END, 0, NOWHERE};
    uint64_t *words = out;
    bool is_first, in_list = false;

    json_space(bytes, length, &pos);
    outcome.pos = pos;
    if (pos == length)
        return outcome;
    is_first = bytes[pos] == '{';
    if (!is_first && bytes[pos] != ',' && bytes[pos] != '}' && bytes[pos] != ']')
        return ref_error(bytes, length, pos);
    in_list = bytes[pos] == ']';
    if (bytes[pos] != '}' && !in_list) {
        pos++;
        json_space(bytes, length, &pos);
        if (!is_first && pos < length && (bytes[pos] == '}' || bytes[pos] == ']'))
            return ref_error(bytes, length, pos);
        in_list = !is_first && pos < length && bytes[pos] == '{';
    }
    while (pos == length || in_list || bytes[pos] != '}') {
        struct device_marks marks = {false, false, false, false};
        struct json_visitor visitor = {device_any, device_mark, &marks};
        const char *name = bytes + pos + 1;
        size_t name_length, start, cut = 0;
        uint64_t kind = 0;

        if (in_list && pos < length && bytes[pos] == ']') {
            /* The list ends, and the object around it goes on. */
            in_list = false;
            pos++;
            json_space(bytes, length, &pos);
            if (pos == length || !(bytes[pos] == ',' || bytes[pos] == '}'))
                return ref_error(bytes, length, pos);
            if (bytes[pos] == '}')
                continue;
            pos++;
            json_space(bytes, length, &pos);
            if (pos < length && bytes[pos] == '}')
                return ref_error(bytes, length, pos);
            continue;
        }
        if (in_list) {
            if (pos == length || !read_qemu(bytes, length, &pos, words, size, &name, &name_length, &kind))
                return ref_error(bytes, length, pos);
            json_space(bytes, length, &pos);
            if (pos == length || !(bytes[pos] == ',' || bytes[pos] == ']'))
                return ref_error(bytes, length, pos);
            goto ended;
        }
        if (!json_string(bytes, length, &pos))
            return ref_error(bytes, length, pos);
        name_length = (size_t)(bytes + pos - 1 - name);
        json_space(bytes, length, &pos);
        if (pos == length || bytes[pos] != ':')
            return ref_error(bytes, length, pos);
        pos++;
        json_space(bytes, length, &pos);
        start = pos;
        if (name_length == 6 && memcmp(name, "return", 6) == 0 && pos < length && bytes[pos] == '[') {
            size_t first = pos + 1;

            json_space(bytes, length, &first);
            if (first < length && bytes[first] == '{') {
                pos = first;
                in_list = true;
                continue;
            }
        }
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
            } else if (name_length >= 5 && memcmp(name, "pmem_", 5) == 0) {
                kind = VMM_HYPERVISOR_DEVICE_FIRECRACKER_PMEM;
                cut = 5;
                fits = DEVICE_READ(pmem_keys);
            } else if (name_length >= 11 && memcmp(name, "vhost_user_", 11) == 0) {
                kind = VMM_HYPERVISOR_DEVICE_FIRECRACKER_VHOST_USER;
                cut = 11;
                fits = DEVICE_READ(vhost_user_keys);
            } else {
                fits = json_value(bytes, length, &pos, 1, "", NULL);
            }
            if (!fits)
                return ref_error(bytes, length, pos);
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
                    return ref_error(bytes, length, pos);
            }
        } else if (!json_value(bytes, length, &pos, 1, "", NULL)) {
            return ref_error(bytes, length, pos);
        }
        json_space(bytes, length, &pos);
        if (pos == length || !(bytes[pos] == ',' || bytes[pos] == '}'))
            return ref_error(bytes, length, pos);
    ended:
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
            if (AT(device_type) + 8 <= size)
                words[AT(device_type) / 8] = kind;
            outcome.status = VMM_OK;
            return outcome;
        }
        if (bytes[pos] == ',') {
            pos++;
            json_space(bytes, length, &pos);
            if (pos < length && bytes[pos] == (in_list ? ']' : '}'))
                return ref_error(bytes, length, pos);
        }
    }
    pos++;
    while (pos < length && (bytes[pos] == ' ' || bytes[pos] == '\t' || bytes[pos] == '\r'))
        pos++;
    outcome.pos = pos < length && bytes[pos] == '\n' ? pos + 1 : pos;
    return outcome;
}

#define KEYS(keys) keys, sizeof(keys) / sizeof(keys)[0]

/* What each kind is read by. */
static const struct device_type {
    const char *prefix;
    const struct json_key *keys;
    size_t count;
} kinds[] = {
    [VMM_HYPERVISOR_DEVICE_FIRECRACKER_BLOCK] = {"block_", KEYS(block_keys)},
    [VMM_HYPERVISOR_DEVICE_FIRECRACKER_NET] = {"net_", KEYS(net_keys)},
    [VMM_HYPERVISOR_DEVICE_FIRECRACKER_VHOST_USER] = {"vhost_user_", KEYS(vhost_user_keys)},
    [VMM_HYPERVISOR_DEVICE_FIRECRACKER_PMEM] = {"pmem_", KEYS(pmem_keys)},
    [VMM_HYPERVISOR_DEVICE_CLOUD_HYPERVISOR_DISK] = {"", KEYS(cloud_hypervisor_keys)},
    [VMM_HYPERVISOR_DEVICE_CLOUD_HYPERVISOR_NET] = {"", KEYS(cloud_hypervisor_keys)},
    [VMM_HYPERVISOR_DEVICE_QEMU_DISK] = {"", KEYS(qemu_keys)},
};

/* A device of a kind that has a member of these, without the members that the kind has not. */
static void fit(void *record)
{
    struct vmm_hypervisor_device device;
    const uint64_t count = sizeof kinds / sizeof kinds[0] - 1, type = ref_load(record, AT(device_type));
    uint64_t kind = VMM_HYPERVISOR_DEVICE_FIRECRACKER_BLOCK;

    /* Several kinds may have the member: the type says which of them comes last. */
    for (uint64_t i = 1; i <= count; i++) {
        const struct device_type *one = &kinds[1 + (i + type) % count];

        for (size_t k = 0; k < one->count; k++)
            if (ref_load(record, one->keys[k].offset) != VMM_UNKNOWN)
                kind = (uint64_t)(one - kinds);
    }
    /* With the members of a disk it is one. */
    if (kind == VMM_HYPERVISOR_DEVICE_CLOUD_HYPERVISOR_NET &&
        (ref_load(record, AT(total_read_ops)) != VMM_UNKNOWN || ref_load(record, AT(total_write_ops)) != VMM_UNKNOWN))
        kind = VMM_HYPERVISOR_DEVICE_CLOUD_HYPERVISOR_DISK;
    memset(&device, 0xff, sizeof device);
    device.size = sizeof device;
    device.record = VMM_RECORD_HYPERVISOR_DEVICE;
    device.device_type = kind;
    memset(device.name, 0, sizeof device.name);
    strcpy(device.name, "a");
    for (size_t k = 0; k < kinds[kind].count; k++)
        ref_store(&device, SIZE_MAX, kinds[kind].keys[k].offset, ref_load(record, kinds[kind].keys[k].offset));
    memcpy(record, &device, sizeof device);
}

static void print_number(struct builder *text, uint64_t value)
{
    if (value == VMM_UNKNOWN)
        builder_print(text, "null");
    else
        builder_print(text, "%llu", (unsigned long long)value);
}

/* What of a kind's members tells the kind is there, unknown or not. */
static bool print(struct builder *text, const void *record, unsigned shape)
{
    const uint64_t number = ref_load(record, AT(device_type));
    const struct device_type *kind = &kinds[number];
    const bool disk = number == VMM_HYPERVISOR_DEVICE_CLOUD_HYPERVISOR_DISK;

    if (shape != 0)
        return false;
    if (number == VMM_HYPERVISOR_DEVICE_QEMU_DISK) {
        builder_print(text, "{\"return\":[");
        json_print_keys(text, kind->keys, kind->count, record, 0);
        text->length--;
        if (text->bytes[text->length - 1] == '{')
            builder_print(text, "\"stats\":{\"rd_bytes\":null}");
        builder_print(text, ",\"device\":\"%s\"}]}\n", (const char *)record + AT(name));
        return true;
    }
    builder_print(text, "{\"%s%s\":", kind->prefix, (const char *)record + AT(name));
    json_print_keys(text, kind->keys, kind->count, record, 0);
    if (disk || number == VMM_HYPERVISOR_DEVICE_CLOUD_HYPERVISOR_NET) {
        text->length--;
        if (text->bytes[text->length - 1] != '{')
            builder_print(text, ",");
        builder_print(text, disk ? "\"read_ops\":" : "\"rx_bytes\":");
        print_number(text, ref_load(record, disk ? AT(total_read_ops) : AT(total_rx_bytes)));
        builder_print(text, disk ? ",\"write_ops\":" : ",\"rx_frames\":");
        print_number(text, ref_load(record, disk ? AT(total_write_ops) : AT(total_rx_frames)));
        builder_print(text, "}");
    }
    builder_print(text, "}\n");
    return true;
}

static const struct example examples[] = {
    GOOD("{\"net_a\":{}}\n"),
    GOOD("{\"block_a\":{\"read_bytes\":1,\"read_agg\":{\"sum_us\":2}}}"),
    GOOD("{\"vhost_user_a\":{\"init_time_us\":1},\"net_b\":{}}\n"),
    GOOD("{\"pmem_a\":{\"queue_event_count\":1},\"pmem\":{\"queue_event_count\":1}}\n"),
    GOOD("{\"_disk0\":{\"write_ops\":null,\"read_ops\":1.5,\"read_bytes\":-1}}\n"),
    GOOD("{\"_disk0\":{\"write_ops\":1,\"read_ops\":1,\"read_latency_avg\":1844674407370954,"
         "\"write_latency_avg\":1844674407370955}}\n"),
    GOOD("{\"_disk0\":{\"write_ops\":1,\"read_ops\":1,\"rx_bytes\":1,\"rx_frames\":2}}\n"),
    GOOD("{\"block_a\":{\"write_ops\":1,\"read_ops\":1,\"read_bytes\":5}}\n"),
    GOOD("{\"_net\":{\"rx_frames\":1,\"rx_bytes\":2}}\n"),
    GOOD("{\"net_a\":{} ,\r\n\t\"net_b\" : { } } \r\n"),
    GOOD("{\"net_a\":{}}{\"net_b\":{}}"),
    GOOD("{\"net_a\":{},}\n"),
    GOOD("{\"net_a\":{}}}\n"),
    GOOD("{\"net_a\":{}} x\n"),
    GOOD(",\"net_a\":{}}"),
    GOOD("{\"net_a\":{},"),
    GOOD("{\"net_a\\\"\\u00e9\":{}}"),
    GOOD("{\"net_0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcde\":{}}"),
    END(""),
    END("{}"),
    GOOD("{\"return\":[{\"device\":\"a\",\"stats\":{\"rd_bytes\":1}}]}\n"),
    GOOD("{\"id\":1,\"return\" : [ {\"node-name\":\"n\",\"qdev\":\"q\",\"device\":\"\",\"stats\":{\"wr_bytes\":2,"
         "\"timed_stats\":[]},\"parent\":{\"stats\":{\"wr_bytes\":9}}} , "
         "{\"stats\":null,\"device\":\"b\"},{\"stats\":{}},"
         "{\"device\":\"c\",\"qdev\":null,\"node-name\":[{}],\"stats\":{\"rd_operations\":-1}} ] , \"net_x\":{} }\r\n"),
    GOOD(",{\"device\":\"a\",\"stats\":{\"rd_bytes\":1}}]}"),
    GOOD("{\"return\":[{\"device\":\"a\",\"device\":\"b\",\"stats\":{\"rd_bytes\":1}},{\"stats\":{\"rd_bytes\":2}}]}"),
    END("]}"),
    END("{\"return\":{}}"),
    END("{\"return\":[]}"),
    END("{\"return\":[1,{}],\"other\":[{\"device\":\"a\",\"stats\":{\"rd_bytes\":1}}]}"),
    END("}"),
    END("{\"block\":{\"read_bytes\":1},\"net\":{\"rx_bytes_count\":1},\"mmds\":{\"tx_bytes\":1,\"tx_frames\":2},"
        "\"block_\":1,"
        "\"net_x\":[],\"properties\":{\"rx_bytes\":\"a\",\"read_ops\":{}},\"x\":{\"read_ops\":1},\"y\":{\"rx_frames\":"
        "1,"
        "\"z\":{\"rx_bytes\":1}},\"v\":{\"write_ops\":1},\"w\":{\"rx_bytes\":1},\"net_y\":null}"),
    CUT("{"),
    CUT("{\"block_a\":{\"read_bytes\":1}"),
    CUT("{\"net_a\":{} "),
    CUT("{\"return\":[{\"device\":\"a\",\"stats\":{\"rd_bytes\":1}}"),
    CUT("]"),
    REFUSED("{\"block_\":{}}", 8),
    REFUSED("{\"return\":[{\"stats\":{\"rd_bytes\":1}}]}", 11),
    REFUSED("{\"return\":[{\"stats\":1}]}\n", 20),
    REFUSED("{\"return\":[{},1]}\n", 14),
    REFUSED("{\"return\":[{},]}\n", 14),
    REFUSED("{\"return\":[{}}]}\n", 13),
    REFUSED("]]", 1),
    REFUSED(",]", 1),
    REFUSED("{\"net_0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\":{}}", 69),
    REFUSED("{\"block_a\":{\"read_bytes\":1,\"write_agg\":{\"sum_us\":x}}}", 49),
    REFUSED("{\"block_a\":{\"read_bytes\":\"1\"},\"net_a\":{}}\n", 25),
    REFUSED("{\"block_a\":{\"read_agg\":1}}\n", 23),
    REFUSED("{\"block_a\":{\"read_agg\":{\"min_us\":[]}}}\n", 33),
    REFUSED("{\"_disk0\":{\"read_ops\":1,\"write_ops\":true}}\n", 36),
    REFUSED("{\"net_a\":{}{}}\n{\"net_b\":{}}\n", 11),
    REFUSED("{\"net_a\":{}:\n,\"net_b\":{}}\n", 11),
    REFUSED("[{\"net_a\":{}}]\n", 0),
    REFUSED("\"net_a\"", 0),
    REFUSED(",}", 1),
    REFUSED("{,}", 1),
    NO_MORE_EXAMPLES,
};

static const struct piece usual[] = {
    PIECE("{\"block_a\":{\"read_bytes\":1,\"read_agg\":{\"sum_us\":2}},\"net\":{\"x\":[]},\"pmem_c\":{},\"vhost_user_"
          "b\":{},\"_d\":"
          "{\"read_ops\":7,\"write_ops\":8,\"read_latency_avg\":9}}\r\n"),
    PIECE("{\"return\":[{\"device\":\"a\",\"stats\":{\"rd_bytes\":1}},{\"qdev\":\"b\",\"stats\":{\"wr_bytes\":2}}],"
          "\"id\":1}\n"),
    NO_MORE_TEXTS,
};

static const struct format hypervisor_device_format = {
    .name = "hypervisor_device",
    .kind = ROWS,
    .parse = library_hypervisor_device_next,
    .reference = expect,
    .record_id = VMM_RECORD_HYPERVISOR_DEVICE,
    .bytes = sizeof(struct vmm_hypervisor_device),
    .samples = "firecracker-metrics",
    .more_samples = {"cloud-hypervisor-counters", "qemu-blockstats"},
    .examples = examples,
    .usual = usual,
    .print = print,
    .fit = fit,
    .may_lack_newline = true,
    .json = true,
    .share_lines = true,
};

const struct group hypervisor_device_group = {"hypervisor_device", &hypervisor_device_format, 1, false, 0};
