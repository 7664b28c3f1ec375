/* SPDX-License-Identifier: MIT */
/* Devices: members of a line of Firecracker's metrics, and of Cloud Hypervisor's counters. */
#include "vmmetrics/hypervisor.h"

#include "../record/json.h"

#define RECORD struct vmm_hypervisor_device

/* The members that all devices of Firecracker have, and then the members of each kind. */
#define DEVICE_STARTED(KEY)                                                                                            \
    KEY("activate_fails", activate_fails, NUMBER)                                                                      \
    KEY("cfg_fails", cfg_fails, NUMBER)
#define DEVICE_BLOCK_OWN(KEY, OBJECT)                                                                                  \
    KEY("no_avail_buffer", no_avail_buffer, NUMBER)                                                                    \
    KEY("event_fails", event_fails, NUMBER)                                                                            \
    KEY("execute_fails", execute_fails, NUMBER)                                                                        \
    KEY("invalid_reqs_count", invalid_reqs_count, NUMBER)                                                              \
    KEY("flush_count", flush_count, NUMBER)                                                                            \
    KEY("read_bytes", increment_read_bytes, NUMBER)                                                                    \
    KEY("write_bytes", increment_write_bytes, NUMBER)                                                                  \
    KEY("read_count", increment_read_count, NUMBER)                                                                    \
    KEY("write_count", increment_write_count, NUMBER)                                                                  \
    OBJECT("read_agg", DEVICE_READ_AGG)                                                                                \
    OBJECT("write_agg", DEVICE_WRITE_AGG)                                                                              \
    KEY("rate_limiter_throttled_events", rate_limiter_throttled_events, NUMBER)                                        \
    KEY("io_engine_throttled_events", io_engine_throttled_events, NUMBER)
#define DEVICE_NET_OWN(KEY, OBJECT)                                                                                    \
    KEY("no_rx_avail_buffer", no_rx_avail_buffer, NUMBER)                                                              \
    KEY("no_tx_avail_buffer", no_tx_avail_buffer, NUMBER)                                                              \
    KEY("rx_rate_limiter_throttled", rx_rate_limiter_throttled, NUMBER)                                                \
    KEY("rx_bytes_count", increment_rx_bytes, NUMBER)                                                                  \
    KEY("rx_packets_count", increment_rx_packets, NUMBER)                                                              \
    KEY("rx_fails", rx_fails, NUMBER)                                                                                  \
    KEY("tap_read_fails", tap_read_fails, NUMBER)                                                                      \
    KEY("tap_write_fails", tap_write_fails, NUMBER)                                                                    \
    OBJECT("tap_write_agg", DEVICE_TAP_WRITE_AGG)                                                                      \
    KEY("tx_bytes_count", increment_tx_bytes, NUMBER)                                                                  \
    KEY("tx_malformed_frames", tx_malformed_frames, NUMBER)                                                            \
    KEY("tx_fails", tx_fails, NUMBER)                                                                                  \
    KEY("tx_packets_count", increment_tx_packets, NUMBER)                                                              \
    KEY("tx_rate_limiter_throttled", tx_rate_limiter_throttled, NUMBER)                                                \
    KEY("tx_spoofed_mac_count", tx_spoofed_mac_count, NUMBER)
#define DEVICE_VHOST_USER_OWN(KEY)                                                                                     \
    KEY("init_time_us", init_time_usec, NUMBER)                                                                        \
    KEY("activate_time_us", activate_time_usec, NUMBER)                                                                \
    KEY("config_change_time_us", config_change_time_usec, NUMBER)

#define DEVICE_BLOCK(KEY, OBJECT, MARK) DEVICE_STARTED(KEY) DEVICE_BLOCK_OWN(KEY, OBJECT) DEVICE_MARKS(MARK)
#define DEVICE_NET(KEY, OBJECT, MARK)                                                                                  \
    DEVICE_STARTED(KEY) KEY("event_fails", event_fails, NUMBER) DEVICE_NET_OWN(KEY, OBJECT) DEVICE_MARKS(MARK)
#define DEVICE_VHOST_USER(KEY, OBJECT, MARK) DEVICE_STARTED(KEY) DEVICE_VHOST_USER_OWN(KEY) DEVICE_MARKS(MARK)
#define DEVICE_AGG(KEY, member)                                                                                        \
    KEY("min_us", member##_min_usec, NUMBER)                                                                           \
    KEY("max_us", member##_max_usec, NUMBER)                                                                           \
    KEY("sum_us", member##_sum_usec, NUMBER)
#define DEVICE_READ_AGG(KEY, ...) DEVICE_AGG(KEY, read_agg)
#define DEVICE_WRITE_AGG(KEY, ...) DEVICE_AGG(KEY, write_agg)
#define DEVICE_TAP_WRITE_AGG(KEY, ...) DEVICE_AGG(KEY, tap_write_agg)
#define DEVICE_CLOUD_HYPERVISOR(KEY, ...)                                                                              \
    KEY("read_bytes", total_read_bytes, NUMBER)                                                                        \
    KEY("write_bytes", total_write_bytes, NUMBER)                                                                      \
    KEY("read_ops", total_read_ops, NUMBER)                                                                            \
    KEY("write_ops", total_write_ops, NUMBER)                                                                          \
    KEY("read_latency_min", read_latency_min_usec, NUMBER)                                                             \
    KEY("read_latency_max", read_latency_max_usec, NUMBER)                                                             \
    KEY("read_latency_avg", read_latency_avg_usec, NUMBER)                                                             \
    KEY("write_latency_min", write_latency_min_usec, NUMBER)                                                           \
    KEY("write_latency_max", write_latency_max_usec, NUMBER)                                                           \
    KEY("write_latency_avg", write_latency_avg_usec, NUMBER)                                                           \
    KEY("rx_bytes", total_rx_bytes, NUMBER)                                                                            \
    KEY("tx_bytes", total_tx_bytes, NUMBER)                                                                            \
    KEY("rx_frames", total_rx_frames, NUMBER)                                                                          \
    KEY("tx_frames", total_tx_frames, NUMBER)
/* The keys by which a device of Cloud Hypervisor is recognised. Their values are not read then. */
#define DEVICE_MARKS(MARK)                                                                                             \
    MARK("read_ops", DEVICE_READS)                                                                                     \
    MARK("write_ops", DEVICE_WRITES)                                                                                   \
    MARK("rx_bytes", DEVICE_RECEIVES)                                                                                  \
    MARK("rx_frames", DEVICE_RECEIVES_FRAMES)
enum { DEVICE_READS = 2, DEVICE_WRITES = 4, DEVICE_RECEIVES = 8, DEVICE_RECEIVES_FRAMES = 16 };
enum { DEVICE_IS_DISK = DEVICE_READS | DEVICE_WRITES, DEVICE_IS_NET = DEVICE_RECEIVES | DEVICE_RECEIVES_FRAMES };
/* An object of which only these keys are used. */
#define DEVICE_UNKNOWN(KEY, OBJECT, MARK) DEVICE_MARKS(MARK)

#define DEVICE_OBJECTS(LIST)                                                                                           \
    LIST(DEVICE_BLOCK)                                                                                                 \
    LIST(DEVICE_NET)                                                                                                   \
    LIST(DEVICE_VHOST_USER)                                                                                            \
    LIST(DEVICE_READ_AGG)                                                                                              \
    LIST(DEVICE_WRITE_AGG)                                                                                             \
    LIST(DEVICE_TAP_WRITE_AGG)                                                                                         \
    LIST(DEVICE_CLOUD_HYPERVISOR)                                                                                      \
    LIST(DEVICE_UNKNOWN)

enum { DEVICE_OBJECTS(VMM_JSON_NUMBER) };
enum { DEVICE_OBJECTS(VMM_JSON_PLACES) };
static const struct vmm_json_key device_rows[] = {DEVICE_OBJECTS(VMM_JSON_ROWS)};
static const struct vmm_json_range device_ranges[] = {DEVICE_OBJECTS(VMM_JSON_RANGE)};

enum { DEVICE_NAME_BYTES = sizeof(((RECORD *)NULL)->name) };

/* Firecracker's kinds of devices by what their names begin with, in the order of VMM_HYPERVISOR_DEVICE_*. */
static const struct {
    char prefix[15];
    uint8_t length;
} device_prefixes[] = {{"block_", 6}, {"net_", 4}, {"vhost_user_", 11}};
enum { DEVICE_KINDS = sizeof device_prefixes / sizeof device_prefixes[0] };
static const struct vmm_json device_formats[DEVICE_KINDS] = {
    VMM_JSON(device_rows, device_ranges, DEVICE_BLOCK, 1), VMM_JSON(device_rows, device_ranges, DEVICE_NET, 1),
    VMM_JSON(device_rows, device_ranges, DEVICE_VHOST_USER, 1)};
static const struct vmm_json device_of_cloud_hypervisor =
    VMM_JSON(device_rows, device_ranges, DEVICE_CLOUD_HYPERVISOR, 1);
static const struct vmm_json device_unknown = VMM_JSON(device_rows, device_ranges, DEVICE_UNKNOWN, 1);

struct device {
    /* From its first byte to the quote after it. */
    const char *name;
    const char *quote;
    uint64_t kind;
};

/* Without requests, Cloud Hypervisor prints a mean of 2^64 - 1 divided by 10000. */
static void forget_mean(void *row, size_t size, size_t offset)
{
    const uint64_t none = UINT64_MAX / 10000;

    if (offset + sizeof(uint64_t) <= size && *(uint64_t *)(void *)((char *)row + offset) >= none)
        vmm_store(row, size, offset, VMM_UNKNOWN);
}

/*
 * The kind of the Firecracker device with this name, whose prefix is cut off. The number of kinds if no device has such
 * a name.
 */
static unsigned kind_of_firecracker(struct device *device, const char *end)
{
    for (unsigned i = 0; i < DEVICE_KINDS; i++) {
        const char *other;
        const char *p = vmm_take_word(device->name, end, device_prefixes[i].prefix, device_prefixes[i].length, &other);

        if (p != NULL) {
            device->name = p;
            device->kind = i + 1;
            return i;
        }
    }
    return DEVICE_KINDS;
}

/* The kind of a device of Cloud Hypervisor by the keys that were found in its object; 0 if it is not a device. */
static uint64_t kind_of_cloud_hypervisor(unsigned seen)
{
    if ((seen & DEVICE_IS_DISK) == DEVICE_IS_DISK)
        return VMM_HYPERVISOR_DEVICE_CLOUD_HYPERVISOR_DISK;
    return (seen & DEVICE_IS_NET) == DEVICE_IS_NET ? (uint64_t)VMM_HYPERVISOR_DEVICE_CLOUD_HYPERVISOR_NET : 0;
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

/*
 * Takes the value of a member of the object at p. The kind stays 0 if the value is not a device. Returns where the
 * value ends; NULL when a byte is wrong, with that byte in `error`.
 */
static const char *take_json_device(struct device *device, const char *p, const char *end,
                                    struct vmm_hypervisor_device *row, size_t row_size, size_t size, const char **error)
{
    const struct vmm_json *json = &device_unknown;
    const char *name = device->name, *after;
    uint64_t kind;
    unsigned seen;
    unsigned number;

    if (p == end || *p != '{')
        return vmm_take_json_value(p, end, 1, error);
    number = kind_of_firecracker(device, end);
    if (number < DEVICE_KINDS)
        json = &device_formats[number];
    after = vmm_take_json_object(p, end, json, row, size, &seen, error);
    kind = after == NULL ? 0 : kind_of_cloud_hypervisor(seen);
    if (kind == 0)
        return after;
    begin_device(row, row_size);
    device->name = name;
    device->kind = kind;
    after = vmm_take_json_object(p, end, &device_of_cloud_hypervisor, row, size, &seen, error);
    forget_mean(row, size, offsetof(RECORD, read_latency_avg_usec));
    forget_mean(row, size, offsetof(RECORD, write_latency_avg_usec));
    return after;
}

/*
 * Stores the name, into a member that is still empty, and the kind. Returns NULL, or the first byte of the name that
 * does not fit.
 */
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

/* Takes members up to a device. */
static vmm_status next_device(struct vmm_text *text, const char *p, struct vmm_hypervisor_device *row, size_t row_size,
                              size_t size)
{
    const char *end = text->end, *error = end;

    p = *p == '{' ? vmm_first_json_member(p, end, &error) : vmm_next_json_member(p, end, &error);
    while (p != NULL && *p != '}') {
        struct device device = {p + 1, NULL, 0};
        const char *after = vmm_take_json_string(p + 1, end, &error);

        if (after == NULL)
            break;
        device.quote = after;
        p = vmm_take_json_colon(after + 1, end, &error);
        if (p != NULL)
            p = take_json_device(&device, p, end, row, row_size, size, &error);
        if (p != NULL)
            p = vmm_end_json_member(p, end, &error);
        if (p == NULL)
            break;
        if (device.kind != 0) {
            const char *wrong = store_name(&device, end, row, size);
            vmm_status status = wrong == NULL ? VMM_OK : refuse_device(text, wrong, row, row_size);

            /* The rest of the object follows a name that does not fit. */
            text->pos = p;
            return status;
        }
        p = vmm_next_json_member(p, end, &error);
    }
    if (p == NULL || *p != '}')
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
