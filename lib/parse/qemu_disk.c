/* SPDX-License-Identifier: MIT */
/* QEMU's list of disks: the answer to query-blockstats. */
#include "devices.h"

#define RECORD struct vmm_hypervisor_device

enum { QEMU_DISK };

/* The order is that of QEMU's hash table, as it was seen. */
static const struct vmm_json_key qemu_disk_rows[] = {
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
static const struct vmm_json_object qemu_disk_objects[] = {OBJECT_OF(qemu_disk_rows)};
static const struct vmm_json qemu_disk = JSON_OF(qemu_disk_objects, QEMU_DISK, 3);

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

/* Takes the object of a disk. Returns the byte after it; NULL when a byte is wrong, with that byte in `error`. */
static const char *take_of_qemu(struct vmm_device *device, const char *p, const char *end,
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

            p = vmm_take_json_object(value, end, &qemu_disk, row, size, &seen, error);
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

bool vmm_is_in_qemu_list(const char *p, const char *end)
{
    if (*p == ',')
        p = vmm_skip_json_space(p + 1, end);
    else if (*p != ']')
        return false;
    return p != end && (*p == '{' || *p == ']');
}

bool vmm_is_qemu_list(const char *key, const char *p, const char *end)
{
    if (p == end || *p != '[')
        return false;
    p = vmm_skip_json_space(p + 1, end);
    return p != end && *p == '{' && is_key(key, end, "return\"", 7);
}

const char *vmm_take_qemu_disk(struct vmm_device *device, const char *p, const char *end,
                               struct vmm_hypervisor_device *row, size_t size, const char **error)
{
    device->name = p;
    device->quote = p;
    p = take_of_qemu(device, p, end, row, size, error);
    return p == NULL ? NULL : vmm_end_json_element(p, end, error);
}

#undef RECORD
