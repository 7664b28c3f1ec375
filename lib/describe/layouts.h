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
};

#define LAYOUT(record) {sizeof(struct vmm_##record), 0, 0}
#define LAYOUT_WITH_NAME(record, name) \
    {sizeof(struct vmm_##record), offsetof(struct vmm_##record, name), sizeof(((struct vmm_##record *)NULL)->name)}

static const struct vmm_layout vmm_layouts[] = {
    LAYOUT(cpu),
    LAYOUT(cpu_usage),
    LAYOUT(stat),
    LAYOUT(meminfo),
    LAYOUT(memory_usage),
    LAYOUT(filesystem),
    LAYOUT(filesystem_usage),
    LAYOUT(pressure),
    LAYOUT(pressure_usage),
    LAYOUT(cgroup_memory),
    LAYOUT(cgroup),
    LAYOUT(cgroup_usage),
    LAYOUT(cgroup_memory_usage),
    LAYOUT(cgroup_io),
    LAYOUT(cgroup_io_usage),
    LAYOUT_WITH_NAME(process, comm),
    LAYOUT(process_usage),
    LAYOUT(threads_usage),
    LAYOUT_WITH_NAME(net, name),
    LAYOUT_WITH_NAME(net_usage, name),
    LAYOUT(socket),
    LAYOUT_WITH_NAME(disk, name),
    LAYOUT_WITH_NAME(disk_usage, name),
    LAYOUT(system),
    LAYOUT(vmstat),
    LAYOUT(balloon),
    LAYOUT(firecracker),
    LAYOUT_WITH_NAME(hypervisor_device, name),
    LAYOUT_WITH_NAME(hypervisor_device_usage, name),
};

#undef LAYOUT
#undef LAYOUT_WITH_NAME

#endif
