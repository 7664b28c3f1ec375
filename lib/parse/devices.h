/* SPDX-License-Identifier: MIT */
/* What hypervisor_device.c needs of the tables, and of QEMU's list of disks. */
#ifndef VMM_DEVICES_H
#define VMM_DEVICES_H

#include "../record/json.h"
#include "vmmetrics/hypervisor.h"

struct vmm_device {
    /* From its first byte to the quote after it. */
    const char *name;
    const char *quote;
    uint64_t kind;
};

/*
 * The marks: keys by which a device of Cloud Hypervisor is recognised. They are the last rows of each kind of
 * Firecracker's devices, where their values are not read.
 */
enum { VMM_DEVICE_READS = 2, VMM_DEVICE_WRITES = 4, VMM_DEVICE_RECEIVES = 8, VMM_DEVICE_RECEIVES_FRAMES = 16 };
enum {
    VMM_DEVICE_IS_DISK = VMM_DEVICE_READS | VMM_DEVICE_WRITES,
    VMM_DEVICE_IS_NET = VMM_DEVICE_RECEIVES | VMM_DEVICE_RECEIVES_FRAMES
};

/* Firecracker's kinds of devices: drives, interfaces, pmem devices, vhost-user drives. */
enum { VMM_DEVICE_KINDS = 4 };
extern const struct vmm_json vmm_device_formats[VMM_DEVICE_KINDS];
extern const struct vmm_json vmm_device_of_cloud_hypervisor;
/* An object in which only the marks are looked for. */
extern const struct vmm_json vmm_device_unknown;

/*
 * Whether the text at p, which is not empty, goes on inside QEMU's list: after an element comes the end of the list or
 * another object, and after a member of an object a key.
 */
bool vmm_is_in_qemu_list(const char *p, const char *end);

/* Whether the value at p, with the key at `key`, is QEMU's list: an array of objects. */
bool vmm_is_qemu_list(const char *key, const char *p, const char *end);

/*
 * Takes an element of QEMU's list, which must be an object; its kind stays 0 if it has no statistics. Returns the byte
 * after it; NULL when a byte is wrong, with that byte in `error`.
 */
const char *vmm_take_qemu_disk(struct vmm_device *device, const char *p, const char *end,
                               struct vmm_hypervisor_device *row, size_t size, const char **error);

#endif
