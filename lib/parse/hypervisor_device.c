/* SPDX-License-Identifier: MIT */
/* Devices: members of a line of Firecracker's metrics, of Cloud Hypervisor's counters, and of QEMU's list of disks. */
#include "vmmetrics/hypervisor.h"

#include "../record/json.h"

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
    DEVICE_QEMU,
    /* An object in which only the marks are looked for. */
    DEVICE_UNKNOWN,
};

/*
 * The marks: keys by which a device of Cloud Hypervisor is recognised. They are the last rows of each kind of
 * Firecracker's devices, where their values are not read.
 */
enum { DEVICE_READS = 2, DEVICE_WRITES = 4, DEVICE_RECEIVES = 8, DEVICE_RECEIVES_FRAMES = 16 };
enum { DEVICE_IS_DISK = DEVICE_READS | DEVICE_WRITES, DEVICE_IS_NET = DEVICE_RECEIVES | DEVICE_RECEIVES_FRAMES };
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
    MARK("read_ops", DEVICE_READS),
    MARK("write_ops", DEVICE_WRITES),
    MARK("rx_bytes", DEVICE_RECEIVES),
    MARK("rx_frames", DEVICE_RECEIVES_FRAMES),
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
    MARK("read_ops", DEVICE_READS),
    MARK("write_ops", DEVICE_WRITES),
    MARK("rx_bytes", DEVICE_RECEIVES),
    MARK("rx_frames", DEVICE_RECEIVES_FRAMES),
};
static const struct vmm_json_key device_pmem_rows[] = {
    KEY("activate_fails", activate_fails, NUMBER),
    KEY("cfg_fails", cfg_fails, NUMBER),
    KEY("event_fails", event_fails, NUMBER),
    KEY("queue_event_count", queue_event_count, NUMBER),
    KEY("rate_limiter_throttled_events", rate_limiter_throttled_events, NUMBER),
    KEY("rate_limiter_event_count", rate_limiter_event_count, NUMBER),
    MARK("read_ops", DEVICE_READS),
    MARK("write_ops", DEVICE_WRITES),
    MARK("rx_bytes", DEVICE_RECEIVES),
    MARK("rx_frames", DEVICE_RECEIVES_FRAMES),
};
static const struct vmm_json_key device_vhost_user_rows[] = {
    KEY("activate_fails", activate_fails, NUMBER),
    KEY("cfg_fails", cfg_fails, NUMBER),
    KEY("init_time_us", init_time_usec, NUMBER),
    KEY("activate_time_us", activate_time_usec, NUMBER),
    KEY("config_change_time_us", config_change_time_usec, NUMBER),
    MARK("read_ops", DEVICE_READS),
    MARK("write_ops", DEVICE_WRITES),
    MARK("rx_bytes", DEVICE_RECEIVES),
    MARK("rx_frames", DEVICE_RECEIVES_FRAMES),
};
static const struct vmm_json_key device_read_agg_rows[] = {DURATIONS(read_agg)};
static const struct vmm_json_key device_write_agg_rows[] = {DURATIONS(write_agg)};
static const struct vmm_json_key device_tap_write_agg_rows[] = {DURATIONS(tap_write_agg)};
static const struct vmm_json_key device_cloud_hypervisor_rows[] = {
    KEY("read_bytes", total_read_bytes, NUMBER),
    KEY("write_bytes", total_write_bytes, NUMBER),
    KEY_AND_MARK("read_ops", total_read_ops, NUMBER, DEVICE_READS),
    KEY_AND_MARK("write_ops", total_write_ops, NUMBER, DEVICE_WRITES),
    KEY("read_latency_min", read_latency_min_usec, NUMBER),
    KEY("read_latency_max", read_latency_max_usec, NUMBER),
    KEY("read_latency_avg", read_latency_avg_usec, NUMBER),
    KEY("write_latency_min", write_latency_min_usec, NUMBER),
    KEY("write_latency_max", write_latency_max_usec, NUMBER),
    KEY("write_latency_avg", write_latency_avg_usec, NUMBER),
    KEY_AND_MARK("rx_bytes", total_rx_bytes, NUMBER, DEVICE_RECEIVES),
    KEY("tx_bytes", total_tx_bytes, NUMBER),
    KEY_AND_MARK("rx_frames", total_rx_frames, NUMBER, DEVICE_RECEIVES_FRAMES),
    KEY("tx_frames", total_tx_frames, NUMBER),
};
/* The order is that of QEMU's hash table, as it was seen. */
static const struct vmm_json_key device_qemu_rows[] = {
    KEY("unmap_operations", total_unmap_ops, NUMBER),
    KEY("unmap_merged", total_unmap_merged, NUMBER),
    KEY("failed_zone_append_operations", total_failed_zone_append_ops, NUMBER),
    KEY("flush_total_time_ns", total_flush_time_ns, NUMBER),
    KEY("wr_highest_offset", wr_highest_offset_bytes, NUMBER),
    KEY("wr_total_time_ns", total_write_time_ns, NUMBER),
    KEY("failed_wr_operations", total_failed_write_ops, NUMBER),
    KEY("failed_rd_operations", total_failed_read_ops, NUMBER),
    KEY("wr_merged", total_write_merged, NUMBER),
    KEY("wr_bytes", total_write_bytes, NUMBER),
    KEY("failed_unmap_operations", total_failed_unmap_ops, NUMBER),
    KEY("zone_append_merged", total_zone_append_merged, NUMBER),
    KEY("failed_flush_operations", total_failed_flush_ops, NUMBER),
    KEY("rd_total_time_ns", total_read_time_ns, NUMBER),
    KEY("invalid_unmap_operations", total_invalid_unmap_ops, NUMBER),
    KEY("flush_operations", total_flush_ops, NUMBER),
    KEY("wr_operations", total_write_ops, NUMBER),
    KEY("unmap_bytes", total_unmap_bytes, NUMBER),
    KEY("rd_merged", total_read_merged, NUMBER),
    KEY("rd_bytes", total_read_bytes, NUMBER),
    KEY("unmap_total_time_ns", total_unmap_time_ns, NUMBER),
    KEY("invalid_flush_operations", total_invalid_flush_ops, NUMBER),
    KEY("idle_time_ns", idle_time_ns, NUMBER),
    KEY("zone_append_total_time_ns", total_zone_append_time_ns, NUMBER),
    KEY("zone_append_operations", total_zone_append_ops, NUMBER),
    KEY("rd_operations", total_read_ops, NUMBER),
    KEY("zone_append_bytes", total_zone_append_bytes, NUMBER),
    KEY("invalid_zone_append_operations", total_invalid_zone_append_ops, NUMBER),
    KEY("invalid_wr_operations", total_invalid_write_ops, NUMBER),
    KEY("invalid_rd_operations", total_invalid_read_ops, NUMBER),
};

static const struct vmm_json_object device_objects[] = {
    OBJECT_OF(device_block_rows),         OBJECT_OF(device_net_rows),
    OBJECT_OF(device_pmem_rows),          OBJECT_OF(device_vhost_user_rows),
    OBJECT_OF(device_read_agg_rows),      OBJECT_OF(device_write_agg_rows),
    OBJECT_OF(device_tap_write_agg_rows), OBJECT_OF(device_cloud_hypervisor_rows),
    OBJECT_OF(device_qemu_rows),          OBJECT_OF_LAST(DEVICE_MARK_ROWS, device_vhost_user_rows),
};

enum { DEVICE_NAME_BYTES = sizeof(((RECORD *)NULL)->name) };

/* Firecracker's kinds of devices by what their names begin with. */
static const struct {
    char prefix[14];
    uint8_t length;
    uint8_t kind;
} device_prefixes[] = {
    {"block_", 6, VMM_HYPERVISOR_DEVICE_FIRECRACKER_BLOCK},
    {"net_", 4, VMM_HYPERVISOR_DEVICE_FIRECRACKER_NET},
    {"pmem_", 5, VMM_HYPERVISOR_DEVICE_FIRECRACKER_PMEM},
    {"vhost_user_", 11, VMM_HYPERVISOR_DEVICE_FIRECRACKER_VHOST_USER},
};
enum { DEVICE_KINDS = sizeof device_prefixes / sizeof device_prefixes[0] };
static const struct vmm_json device_formats[DEVICE_KINDS] = {
    JSON_OF(device_objects, DEVICE_BLOCK, 1),
    JSON_OF(device_objects, DEVICE_NET, 1),
    JSON_OF(device_objects, DEVICE_PMEM, 1),
    JSON_OF(device_objects, DEVICE_VHOST_USER, 1),
};
static const struct vmm_json device_of_cloud_hypervisor = JSON_OF(device_objects, DEVICE_CLOUD_HYPERVISOR, 1);
static const struct vmm_json device_of_qemu = JSON_OF(device_objects, DEVICE_QEMU, 3);
static const struct vmm_json device_unknown = JSON_OF(device_objects, DEVICE_UNKNOWN, 1);

struct device {
    /* From its first byte to the quote after it. */
    const char *name;
    const char *quote;
    uint64_t kind;
};

/* Cloud Hypervisor prints the mean of nothing as 2^64 - 1 divided by 10000. */
static void forget_mean(void *row, size_t size, size_t offset)
{
    const uint64_t none = UINT64_MAX / 10000;

    if (offset + sizeof(uint64_t) <= size && *(uint64_t *)(void *)((char *)row + offset) >= none)
        vmm_store(row, size, offset, VMM_UNKNOWN);
}

/*
 * The kind of the Firecracker device with this name. Cuts off the prefix of the name. The number of kinds if it is no
 * device.
 */
static unsigned kind_of_firecracker(struct device *device, const char *end)
{
    for (unsigned i = 0; i < DEVICE_KINDS; i++) {
        const char *other;
        const char *p = vmm_take_word(device->name, end, device_prefixes[i].prefix, device_prefixes[i].length, &other);

        if (p != NULL) {
            device->name = p;
            device->kind = device_prefixes[i].kind;
            return i;
        }
    }
    return DEVICE_KINDS;
}

static void clear_name(struct vmm_hypervisor_device *row, size_t row_size)
{
    if (row != NULL && row_size >= offsetof(RECORD, name) + DEVICE_NAME_BYTES)
        memset(row->name, 0, DEVICE_NAME_BYTES);
}

/* Makes the row unknown again. */
static void begin_device(struct vmm_hypervisor_device *row, size_t row_size)
{
    vmm_begin(row, row_size, sizeof *row, VMM_RECORD_HYPERVISOR_DEVICE);
    clear_name(row, row_size);
}

/* The kind of a device of Cloud Hypervisor by what was seen in its object; 0 if it is none. */
static uint64_t kind_of_cloud_hypervisor(unsigned seen)
{
    if ((seen & DEVICE_IS_DISK) == DEVICE_IS_DISK)
        return VMM_HYPERVISOR_DEVICE_CLOUD_HYPERVISOR_DISK;
    return (seen & DEVICE_IS_NET) == DEVICE_IS_NET ? (uint64_t)VMM_HYPERVISOR_DEVICE_CLOUD_HYPERVISOR_NET : 0;
}

/* Takes an object as a device of Cloud Hypervisor; the kind becomes 0 if it is none. Returns the same as the next one. */
static const char *take_of_cloud_hypervisor(struct device *device, const char *p, const char *end,
                                            struct vmm_hypervisor_device *row, size_t size, const char **error)
{
    unsigned seen;
    const char *after = vmm_take_json_object(p, end, &device_of_cloud_hypervisor, row, size, &seen, error);

    device->kind = after == NULL ? 0 : kind_of_cloud_hypervisor(seen);
    forget_mean(row, size, offsetof(RECORD, read_latency_avg_usec));
    forget_mean(row, size, offsetof(RECORD, write_latency_avg_usec));
    return after;
}

/*
 * Takes the value of a member of the object at p; its kind stays 0 where it is no device. Returns where it ends; NULL
 * when a byte is wrong, with that byte in `error`.
 */
static const char *take_json_device(struct device *device, const char *p, const char *end,
                                    struct vmm_hypervisor_device *row, size_t row_size, size_t size, const char **error)
{
    const struct vmm_json *json = &device_unknown;
    const char *name = device->name, *after, *other;
    unsigned seen, number;

    if (p == end || *p != '{')
        return vmm_take_json_value(p, end, 1, error);
    /* Where the operator gives no names, those of Cloud Hypervisor begin so. Then one reading is enough. */
    if (vmm_after_word(name, end, "_", 1) != NULL) {
        after = take_of_cloud_hypervisor(device, p, end, row, size, &other);
        if (device->kind != 0)
            return after;
        begin_device(row, row_size);
    }
    number = kind_of_firecracker(device, end);
    if (number < DEVICE_KINDS)
        json = &device_formats[number];
    after = vmm_take_json_object(p, end, json, row, size, &seen, error);
    if (after == NULL || kind_of_cloud_hypervisor(seen) == 0)
        return after;
    begin_device(row, row_size);
    device->name = name;
    return take_of_cloud_hypervisor(device, p, end, row, size, error);
}

/* The members of QEMU's disks that name the disk: the first one counts that is not empty. Each ends with its quote. */
static const struct {
    char key[11];
    uint8_t length;
} device_qemu_names[] = {{"device\"", 7}, {"qdev\"", 5}, {"node-name\"", 10}};
enum { DEVICE_QEMU_NAMES = sizeof device_qemu_names / sizeof device_qemu_names[0] };

static bool is_key(const char *key, const char *end, const char *word, size_t length)
{
    return vmm_after_word(key, end, word, length) != NULL;
}

/*
 * Takes an element of QEMU's list of disks; its kind stays 0 if it has no statistics. Returns the same as
 * take_json_device().
 */
static const char *take_of_qemu(struct device *device, const char *p, const char *end,
                                struct vmm_hypervisor_device *row, size_t size, const char **error)
{
    unsigned best = DEVICE_QEMU_NAMES;

    p = vmm_first_json_member(p, end, error);
    while (p != NULL && *p != '}') {
        const char *key = p + 1, *value;

        value = vmm_take_json_key(p, end, error);
        if (value == NULL || value == end)
            return NULL;
        if (is_key(key, end, "stats\"", 6) && *value != 'n') {
            unsigned seen;

            p = vmm_take_json_object(value, end, &device_of_qemu, row, size, &seen, error);
            if (seen != 0)
                device->kind = VMM_HYPERVISOR_DEVICE_QEMU_DISK;
        } else {
            p = vmm_take_json_value(value, end, 3, error);
            for (unsigned i = 0; i < DEVICE_QEMU_NAMES; i++) {
                if (p == NULL || i > best || *value != '"' || p - value == 2 ||
                    !is_key(key, end, device_qemu_names[i].key, device_qemu_names[i].length))
                    continue;
                best = i;
                device->name = value + 1;
                device->quote = p - 1;
            }
        }
        if (p != NULL)
            p = vmm_next_json_member(p, end, error);
    }
    return p == NULL ? NULL : p + 1;
}

/* Stores the name, into a member that is empty yet, and the kind. NULL, or the byte of the name that does not fit. */
static const char *store_name(const struct device *device, const char *end, struct vmm_hypervisor_device *row,
                              size_t size)
{
    const char *p = device->name;

    if (p == device->quote)
        return p;
    for (unsigned i = 0; p != end && p != device->quote; i++, p++) {
        if (i == DEVICE_NAME_BYTES - 1)
            return p;
        if (size >= offsetof(RECORD, name) + DEVICE_NAME_BYTES)
            row->name[i] = *p;
    }
    vmm_store(row, size, offsetof(RECORD, device_type), device->kind);
    return NULL;
}

static vmm_status refuse_device(struct vmm_text *text, const char *at, struct vmm_hypervisor_device *row,
                                size_t row_size)
{
    vmm_status status = vmm_refuse(text, at, row, row_size, sizeof *row);

    clear_name(row, row_size);
    return status;
}

/*
 * Whether the text at p, which is not empty, goes on inside QEMU's list: after an element comes the end of the list or
 * another object, and after a member of an object a key.
 */
static bool is_in_list(const char *p, const char *end)
{
    if (*p == ',')
        p = vmm_skip_json_space(p + 1, end);
    else if (*p != ']')
        return false;
    return p != end && (*p == '{' || *p == ']');
}

/* Whether a value is an array of objects. */
static bool is_list(const char *p, const char *end)
{
    if (p == end || *p != '[')
        return false;
    p = vmm_skip_json_space(p + 1, end);
    return p != end && *p == '{';
}

/*
 * Takes the member at p, a key; its kind stays 0 if it is no device. Returns the byte after it; of QEMU's list it is the
 * opening bracket.
 */
static const char *take_member(struct device *device, const char *p, const char *end, bool *opens_list,
                               struct vmm_hypervisor_device *row, size_t row_size, size_t size, const char **error)
{
    const char *key = p + 1;

    device->name = key;
    device->quote = vmm_take_json_string(key, end, error);
    if (device->quote == NULL)
        return NULL;
    p = vmm_take_json_colon(device->quote + 1, end, error);
    if (p == NULL)
        return NULL;
    *opens_list = is_list(p, end) && is_key(key, end, "return\"", 7);
    if (*opens_list)
        return p;
    p = take_json_device(device, p, end, row, row_size, size, error);
    return p == NULL ? NULL : vmm_end_json_member(p, end, error);
}

/* The same for an element of QEMU's list, which must be an object. */
static const char *take_element(struct device *device, const char *p, const char *end,
                                struct vmm_hypervisor_device *row, size_t size, const char **error)
{
    device->name = p;
    device->quote = p;
    p = take_of_qemu(device, p, end, row, size, error);
    return p == NULL ? NULL : vmm_end_json_element(p, end, error);
}

/* Takes members, or elements of QEMU's list, up to a device. */
static vmm_status next_device(struct vmm_text *text, const char *p, struct vmm_hypervisor_device *row, size_t row_size,
                              size_t size)
{
    const char *end = text->end, *error = end;
    bool in_list = is_in_list(p, end);

    if (in_list)
        p = vmm_next_json_element(p, end, &error);
    else
        p = *p == '{' ? vmm_first_json_member(p, end, &error) : vmm_next_json_member(p, end, &error);
    while (p != NULL && (in_list || *p != '}')) {
        struct device device = {NULL, NULL, 0};
        bool opens_list = false;

        if (in_list && *p == ']') {
            in_list = false;
            p = vmm_end_json_member(p + 1, end, &error);
            if (p != NULL)
                p = vmm_next_json_member(p, end, &error);
            continue;
        }
        if (in_list)
            p = take_element(&device, p, end, row, size, &error);
        else
            p = take_member(&device, p, end, &opens_list, row, row_size, size, &error);
        if (p == NULL)
            break;
        if (device.kind != 0) {
            const char *wrong = store_name(&device, end, row, size);
            vmm_status status = wrong == NULL ? VMM_OK : refuse_device(text, wrong, row, row_size);

            /* The rest of the object follows a name that does not fit. */
            text->pos = p;
            return status;
        }
        if (opens_list) {
            in_list = true;
            p = vmm_first_json_element(p, end, &error);
        } else {
            p = in_list ? vmm_next_json_element(p, end, &error) : vmm_next_json_member(p, end, &error);
        }
    }
    if (p == NULL)
        return refuse_device(text, error, row, row_size);
    text->pos = vmm_end_json_line(p + 1, end);
    return VMM_END;
}

vmm_status vmm_hypervisor_device_next(struct vmm_text *text, struct vmm_hypervisor_device *row, size_t row_size)
{
    size_t size;
    vmm_status status = vmm_begin_row(text, row, row_size, sizeof *row, VMM_RECORD_HYPERVISOR_DEVICE, &size);
    const char *p;

    clear_name(row, row_size);
    if (status != VMM_OK)
        return status;
    p = vmm_skip_json_space(text->pos, text->end);
    if (p != text->end)
        return next_device(text, p, row, row_size, size);
    text->pos = p;
    return VMM_END;
}

#undef RECORD
