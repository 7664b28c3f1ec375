/* SPDX-License-Identifier: MIT */
/* The sizes of all records in the order of their ids, which begin with 1, and where the name of each is. */
/* Written by `python3 lib/describe/generate.py`: do not edit. */
/* clang-format off */
#ifndef VMM_LAYOUTS_H
#define VMM_LAYOUTS_H

#include <stddef.h>
#include <stdint.h>

#include "vmmetrics/vmmetrics.h"

struct vmm_layout {
    uint16_t bytes;
    /* Of the name; 0 and 0 in a record without one. */
    uint16_t name_offset;
    uint16_t name_bytes;
    /* How many files the record has. */
    uint16_t file_count;
};

#define LAYOUT(record, files) {sizeof(struct vmm_##record), 0, 0, files}
#define LAYOUT_WITH_NAME(record, files, name) \
    {sizeof(struct vmm_##record), offsetof(struct vmm_##record, name), sizeof(((struct vmm_##record *)NULL)->name), files}

static const struct vmm_layout vmm_layouts[] = {
    LAYOUT(cpu, 0),
    LAYOUT(cpu_usage, 0),
    LAYOUT(stat, 0),
    LAYOUT(meminfo, 0),
    LAYOUT(memory_usage, 0),
    LAYOUT(filesystem, 0),
    LAYOUT(filesystem_usage, 0),
    LAYOUT(pressure, 0),
    LAYOUT(pressure_usage, 0),
    LAYOUT(cgroup_memory, 1),
    LAYOUT(cgroup, 66),
    LAYOUT(cgroup_usage, 0),
    LAYOUT(cgroup_memory_usage, 0),
    LAYOUT(cgroup_io, 10),
    LAYOUT(cgroup_io_usage, 0),
    LAYOUT_WITH_NAME(process, 6, comm),
    LAYOUT(process_usage, 0),
    LAYOUT(threads_usage, 0),
    LAYOUT_WITH_NAME(net, 37, name),
    LAYOUT_WITH_NAME(net_usage, 0, name),
    LAYOUT(socket, 0),
    LAYOUT_WITH_NAME(disk, 6, name),
    LAYOUT_WITH_NAME(disk_usage, 0, name),
    LAYOUT(system, 2),
    LAYOUT(vmstat, 0),
    LAYOUT(balloon, 0),
    LAYOUT(firecracker, 0),
    LAYOUT_WITH_NAME(hypervisor_device, 0, name),
    LAYOUT_WITH_NAME(hypervisor_device_usage, 0, name),
};

#undef LAYOUT
#undef LAYOUT_WITH_NAME

#endif
