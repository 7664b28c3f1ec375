/* Devices: members of a line of Firecracker's metrics, and of Cloud Hypervisor's counters. */
#include "vmmetrics/hypervisor.h"

#include "../record/json.h"

#define RECORD struct vmm_hypervisor_device

/* What all devices of Firecracker have, and then each kind's own. */
#define STARTED(KEY)                                                                                                   \
    KEY(activate_fails, COUNT, INCREMENT, "activate_fails")                                                            \
    KEY(cfg_fails, COUNT, INCREMENT, "cfg_fails")
#define BLOCK_OWN(KEY, OBJECT)                                                                                         \
    KEY(no_avail_buffer, COUNT, INCREMENT, "no_avail_buffer")                                                          \
    KEY(event_fails, COUNT, INCREMENT, "event_fails")                                                                  \
    KEY(execute_fails, COUNT, INCREMENT, "execute_fails")                                                              \
    KEY(invalid_reqs_count, COUNT, INCREMENT, "invalid_reqs_count")                                                    \
    KEY(flush_count, COUNT, INCREMENT, "flush_count")                                                                  \
    KEY(increment_read_bytes, BYTES, INCREMENT, "read_bytes")                                                          \
    KEY(increment_write_bytes, BYTES, INCREMENT, "write_bytes")                                                        \
    KEY(increment_read_count, COUNT, INCREMENT, "read_count")                                                          \
    KEY(increment_write_count, COUNT, INCREMENT, "write_count")                                                        \
    OBJECT(READ_AGG, "read_agg")                                                                                       \
    OBJECT(WRITE_AGG, "write_agg")                                                                                     \
    KEY(rate_limiter_throttled_events, COUNT, INCREMENT, "rate_limiter_throttled_events")                              \
    KEY(io_engine_throttled_events, COUNT, INCREMENT, "io_engine_throttled_events")
#define NET_OWN(KEY, OBJECT)                                                                                           \
    KEY(no_rx_avail_buffer, COUNT, INCREMENT, "no_rx_avail_buffer")                                                    \
    KEY(no_tx_avail_buffer, COUNT, INCREMENT, "no_tx_avail_buffer")                                                    \
    KEY(rx_rate_limiter_throttled, COUNT, INCREMENT, "rx_rate_limiter_throttled")                                      \
    KEY(increment_rx_bytes, BYTES, INCREMENT, "rx_bytes_count")                                                        \
    KEY(increment_rx_packets, COUNT, INCREMENT, "rx_packets_count")                                                    \
    KEY(rx_fails, COUNT, INCREMENT, "rx_fails")                                                                        \
    KEY(tap_read_fails, COUNT, INCREMENT, "tap_read_fails")                                                            \
    KEY(tap_write_fails, COUNT, INCREMENT, "tap_write_fails")                                                          \
    OBJECT(TAP_WRITE_AGG, "tap_write_agg")                                                                             \
    KEY(increment_tx_bytes, BYTES, INCREMENT, "tx_bytes_count")                                                        \
    KEY(tx_malformed_frames, COUNT, INCREMENT, "tx_malformed_frames")                                                  \
    KEY(tx_fails, COUNT, INCREMENT, "tx_fails")                                                                        \
    KEY(increment_tx_packets, COUNT, INCREMENT, "tx_packets_count")                                                    \
    KEY(tx_rate_limiter_throttled, COUNT, INCREMENT, "tx_rate_limiter_throttled")                                      \
    KEY(tx_spoofed_mac_count, COUNT, INCREMENT, "tx_spoofed_mac_count")
#define VHOST_USER_OWN(KEY)                                                                                            \
    KEY(init_time_usec, USEC, GAUGE, "init_time_us")                                                                   \
    KEY(activate_time_usec, USEC, GAUGE, "activate_time_us")                                                           \
    KEY(config_change_time_usec, USEC, GAUGE, "config_change_time_us")

#define BLOCK(KEY, OBJECT) STARTED(KEY) BLOCK_OWN(KEY, OBJECT) MARKS(KEY, OBJECT)
#define NET(KEY, OBJECT)                                                                                               \
    STARTED(KEY) KEY(event_fails, COUNT, INCREMENT, "event_fails") NET_OWN(KEY, OBJECT) MARKS(KEY, OBJECT)
#define VHOST_USER(KEY, OBJECT) STARTED(KEY) VHOST_USER_OWN(KEY) MARKS(KEY, OBJECT)
#define AGG(KEY, member)                                                                                               \
    KEY(member##_min_usec, USEC, GAUGE, "min_us")                                                                      \
    KEY(member##_max_usec, USEC, GAUGE, "max_us")                                                                      \
    KEY(member##_sum_usec, USEC, INCREMENT, "sum_us")
#define READ_AGG(KEY, OBJECT) AGG(KEY, read_agg)
#define WRITE_AGG(KEY, OBJECT) AGG(KEY, write_agg)
#define TAP_WRITE_AGG(KEY, OBJECT) AGG(KEY, tap_write_agg)
#define CLOUD_HYPERVISOR(KEY, OBJECT)                                                                                  \
    KEY(total_read_bytes, BYTES, COUNTER, "read_bytes")                                                                \
    KEY(total_write_bytes, BYTES, COUNTER, "write_bytes")                                                              \
    KEY(total_read_ops, COUNT, COUNTER, "read_ops")                                                                    \
    KEY(total_write_ops, COUNT, COUNTER, "write_ops")                                                                  \
    KEY(read_latency_min_usec, USEC, GAUGE, "read_latency_min")                                                        \
    KEY(read_latency_max_usec, USEC, GAUGE, "read_latency_max")                                                        \
    KEY(read_latency_avg_usec, USEC, GAUGE, "read_latency_avg")                                                        \
    KEY(write_latency_min_usec, USEC, GAUGE, "write_latency_min")                                                      \
    KEY(write_latency_max_usec, USEC, GAUGE, "write_latency_max")                                                      \
    KEY(write_latency_avg_usec, USEC, GAUGE, "write_latency_avg")                                                      \
    KEY(total_rx_bytes, BYTES, COUNTER, "rx_bytes")                                                                    \
    KEY(total_tx_bytes, BYTES, COUNTER, "tx_bytes")                                                                    \
    KEY(total_rx_frames, COUNT, COUNTER, "rx_frames")                                                                  \
    KEY(total_tx_frames, COUNT, COUNTER, "tx_frames")
/* By which keys a device of Cloud Hypervisor is told, whatever its name; the last rows of each list. No values are read by
 * this. */
#define MARKS(KEY, OBJECT)                                                                                             \
    KEY(total_read_ops, ANY, COUNTER, "read_ops")                                                                      \
    KEY(total_write_ops, ANY, COUNTER, "write_ops")                                                                    \
    KEY(total_rx_bytes, ANY, COUNTER, "rx_bytes")                                                                      \
    KEY(total_rx_frames, ANY, COUNTER, "rx_frames")
enum { MARKS_DISK = 1 | 2, MARKS_NET = 4 | 8, MARKS_COUNT = 4 };

#define OBJECTS(LIST)                                                                                                  \
    LIST(BLOCK)                                                                                                        \
    LIST(NET)                                                                                                          \
    LIST(VHOST_USER)                                                                                                   \
    LIST(READ_AGG)                                                                                                     \
    LIST(WRITE_AGG)                                                                                                    \
    LIST(TAP_WRITE_AGG)                                                                                                \
    LIST(CLOUD_HYPERVISOR)                                                                                             \
    LIST(MARKS)

VMM_JSON_OBJECTS(OBJECTS)

enum { NAME_BYTES = sizeof(((RECORD *)NULL)->name) };

/* Firecracker's kinds of devices by what their names begin with, in the order of VMM_HYPERVISOR_DEVICE_*. */
static const struct {
    char prefix[15];
    uint8_t length;
} prefixes[] = {{"block_", 6}, {"net_", 4}, {"vhost_user_", 11}};
enum { KINDS = sizeof prefixes / sizeof prefixes[0] };
static const struct vmm_json formats[KINDS] = {VMM_JSON(BLOCK, 1), VMM_JSON(NET, 1), VMM_JSON(VHOST_USER, 1)};
static const struct vmm_json cloud_hypervisor = VMM_JSON(CLOUD_HYPERVISOR, 1);
static const struct vmm_json marks = VMM_JSON(MARKS, 1);

struct device {
    /* From its first byte to the quote behind it. */
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

/* Which device of Firecracker has this name, whose prefix is cut off then; the count of kinds where it is none. */
static unsigned kind_of_firecracker(struct device *device, const char *end)
{
    for (unsigned i = 0; i < KINDS; i++) {
        const char *other;
        const char *p = vmm_take_word(device->name, end, prefixes[i].prefix, prefixes[i].length, &other);

        if (p != NULL) {
            device->name = p;
            device->kind = i + 1;
            return i;
        }
    }
    return KINDS;
}

/* The kind of Cloud Hypervisor's device in which an object's members were seen, or 0. */
static uint64_t kind_of_cloud_hypervisor(const struct vmm_json *json, uint64_t seen)
{
    unsigned count = json->ranges[json->root].end - json->ranges[json->root].first;

    seen >>= (count - MARKS_COUNT) & 63;
    if ((seen & MARKS_DISK) == MARKS_DISK)
        return VMM_HYPERVISOR_DEVICE_CLOUD_HYPERVISOR_DISK;
    return (seen & MARKS_NET) == MARKS_NET ? VMM_HYPERVISOR_DEVICE_CLOUD_HYPERVISOR_NET : 0;
}

static void clear_name(RECORD *row, size_t row_size)
{
    if (row != NULL && row_size >= offsetof(RECORD, name) + NAME_BYTES)
        memset(row->name, 0, NAME_BYTES);
}

/* Makes the row unknown again. */
static void forget(RECORD *row, size_t row_size)
{
    vmm_begin(row, row_size, sizeof *row);
    clear_name(row, row_size);
}

/*
 * Takes the value of a member of the object at p; its kind stays 0 where it is no device. Returns where it ends; NULL when a
 * byte is wrong, with that byte in `error`.
 */
static const char *take_device(struct device *device, const char *p, const char *end, RECORD *row, size_t row_size,
                               size_t size, const char **error)
{
    const struct vmm_json *json = &marks;
    const char *name = device->name, *after;
    uint64_t seen, kind;
    unsigned number;

    if (p == end || *p != '{')
        return vmm_take_json_value(p, end, 1, error);
    number = kind_of_firecracker(device, end);
    if (number < KINDS)
        json = &formats[number];
    after = vmm_take_json_object(p, end, json, row, size, &seen, error);
    kind = after == NULL ? 0 : kind_of_cloud_hypervisor(json, seen);
    if (kind == 0)
        return after;
    forget(row, row_size);
    device->name = name;
    device->kind = kind;
    after = vmm_take_json_object(p, end, &cloud_hypervisor, row, size, &seen, error);
    forget_mean(row, size, offsetof(RECORD, read_latency_avg_usec));
    forget_mean(row, size, offsetof(RECORD, write_latency_avg_usec));
    return after;
}

/* Stores the name, into a member that is empty yet, and the kind. NULL, or the byte of the name that does not fit. */
static const char *store_name(const struct device *device, const char *end, RECORD *row, size_t size)
{
    const char *p = device->name;

    if (p == device->quote)
        return p;
    /* not reached: the end, before which the quote stands */
    for (unsigned i = 0; p != end && p != device->quote; i++, p++) {
        if (i == NAME_BYTES - 1)
            return p;
        if (size >= offsetof(RECORD, name) + NAME_BYTES)
            row->name[i] = *p;
    }
    vmm_store(row, size, offsetof(RECORD, device_kind), device->kind);
    return NULL;
}

static vmm_status refuse(struct vmm_text *text, const char *at, RECORD *row, size_t row_size)
{
    vmm_status status = vmm_refuse(text, at, row, row_size, sizeof *row);

    clear_name(row, row_size);
    return status;
}

/* Takes members up to a device. */
static vmm_status next_device(struct vmm_text *text, const char *p, RECORD *row, size_t row_size, size_t size)
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
            p = take_device(&device, p, end, row, row_size, size, &error);
        if (p != NULL)
            p = vmm_end_json_member(p, end, &error);
        if (p == NULL)
            break;
        if (device.kind != 0) {
            const char *wrong = store_name(&device, end, row, size);
            vmm_status status = wrong == NULL ? VMM_OK : refuse(text, wrong, row, row_size);

            /* The object goes on behind a name that does not fit. */
            text->pos = p;
            return status;
        }
        p = vmm_next_json_member(p, end, &error);
    }
    if (p == NULL || *p != '}')
        return refuse(text, error, row, row_size);
    text->pos = vmm_end_json_line(p + 1, end);
    return VMM_END;
}

vmm_status vmm_hypervisor_device_next(struct vmm_text *text, struct vmm_hypervisor_device *row, size_t row_size)
{
    size_t size = vmm_begin_text(text, row, row_size, sizeof *row);
    const char *p;

    clear_name(row, row_size);
    if (size == 0)
        return VMM_E_ARGUMENT;
    p = vmm_skip_json_space(text->pos, text->end);
    if (p != text->end)
        return next_device(text, p, row, row_size, size);
    text->pos = p;
    return VMM_END;
}
