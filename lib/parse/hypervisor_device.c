/* SPDX-License-Identifier: MIT */
/* Devices: members of a line of Firecracker's metrics, of Cloud Hypervisor's counters, and of QEMU's list of disks. */
#include "vmmetrics/hypervisor.h"

#include "devices.h"

#define RECORD struct vmm_hypervisor_device

enum { DEVICE_NAME_BYTES = sizeof(((RECORD *)NULL)->name) };

/* Firecracker's kinds of devices by what their names begin with. */
static const struct {
    char prefix[14];
    uint8_t length;
    uint8_t kind;
} device_prefixes[VMM_DEVICE_KINDS] = {
    {"block_", 6, VMM_HYPERVISOR_DEVICE_FIRECRACKER_BLOCK},
    {"net_", 4, VMM_HYPERVISOR_DEVICE_FIRECRACKER_NET},
    {"pmem_", 5, VMM_HYPERVISOR_DEVICE_FIRECRACKER_PMEM},
    {"vhost_user_", 11, VMM_HYPERVISOR_DEVICE_FIRECRACKER_VHOST_USER},
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
static unsigned kind_of_firecracker(struct vmm_device *device, const char *end)
{
    for (unsigned i = 0; i < VMM_DEVICE_KINDS; i++) {
        const char *other;
        const char *p = vmm_take_word(device->name, end, device_prefixes[i].prefix, device_prefixes[i].length, &other);

        if (p != NULL) {
            device->name = p;
            device->kind = device_prefixes[i].kind;
            return i;
        }
    }
    return VMM_DEVICE_KINDS;
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
    if ((seen & VMM_DEVICE_IS_DISK) == VMM_DEVICE_IS_DISK)
        return VMM_HYPERVISOR_DEVICE_CLOUD_HYPERVISOR_DISK;
    return (seen & VMM_DEVICE_IS_NET) == VMM_DEVICE_IS_NET ? (uint64_t)VMM_HYPERVISOR_DEVICE_CLOUD_HYPERVISOR_NET : 0;
}

/* Takes an object as a device of Cloud Hypervisor; the kind becomes 0 if it is none. Returns the same as the next one. */
static const char *take_of_cloud_hypervisor(struct vmm_device *device, const char *p, const char *end,
                                            struct vmm_hypervisor_device *row, size_t size, const char **error)
{
    unsigned seen;
    const char *after = vmm_take_json_object(p, end, &vmm_device_of_cloud_hypervisor, row, size, &seen, error);

    device->kind = after == NULL ? 0 : kind_of_cloud_hypervisor(seen);
    forget_mean(row, size, offsetof(RECORD, read_latency_avg_usec));
    forget_mean(row, size, offsetof(RECORD, write_latency_avg_usec));
    return after;
}

/*
 * Takes the value of a member of the object at p; its kind stays 0 where it is no device. Returns where it ends; NULL
 * when a byte is wrong, with that byte in `error`.
 */
static const char *take_json_device(struct vmm_device *device, const char *p, const char *end,
                                    struct vmm_hypervisor_device *row, size_t row_size, size_t size, const char **error)
{
    const struct vmm_json *json = &vmm_device_unknown;
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
    if (number < VMM_DEVICE_KINDS)
        json = &vmm_device_formats[number];
    after = vmm_take_json_object(p, end, json, row, size, &seen, error);
    if (after == NULL || kind_of_cloud_hypervisor(seen) == 0)
        return after;
    begin_device(row, row_size);
    device->name = name;
    return take_of_cloud_hypervisor(device, p, end, row, size, error);
}

/* Stores the name, into a member that is empty yet, and the kind. NULL, or the byte of the name that does not fit. */
static const char *store_name(const struct vmm_device *device, const char *end, struct vmm_hypervisor_device *row,
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
 * Takes the member at p, a key; its kind stays 0 if it is no device. Returns the byte after it; of QEMU's list it is the
 * opening bracket.
 */
static const char *take_member(struct vmm_device *device, const char *p, const char *end, bool *opens_list,
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
    *opens_list = vmm_is_qemu_list(key, p, end);
    if (*opens_list)
        return p;
    p = take_json_device(device, p, end, row, row_size, size, error);
    return p == NULL ? NULL : vmm_end_json_member(p, end, error);
}

/* Takes members, or elements of QEMU's list, up to a device. */
static vmm_status next_device(struct vmm_text *text, const char *p, struct vmm_hypervisor_device *row, size_t row_size,
                              size_t size)
{
    const char *end = text->end, *error = end;
    bool in_list = vmm_is_in_qemu_list(p, end);

    if (in_list)
        p = vmm_next_json_element(p, end, &error);
    else
        p = *p == '{' ? vmm_first_json_member(p, end, &error) : vmm_next_json_member(p, end, &error);
    while (p != NULL && (in_list || *p != '}')) {
        struct vmm_device device = {NULL, NULL, 0};
        bool opens_list = false;

        if (in_list && *p == ']') {
            in_list = false;
            p = vmm_end_json_member(p + 1, end, &error);
            if (p != NULL)
                p = vmm_next_json_member(p, end, &error);
            continue;
        }
        if (in_list)
            p = vmm_take_qemu_disk(&device, p, end, row, size, &error);
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
