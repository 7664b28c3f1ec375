/* SPDX-License-Identifier: MIT */
/* The sizes, the names and the identities of all records, from the public headers. */
/* Written by `python3 lib/describe/generate.py`: do not edit. */
/* clang-format off */
#include "layout.h"
#include "vmmetrics/vmmetrics.h"

/* In the order of their ids, which begin with 1. */
static const struct vmm_layout layouts[] = {
    {sizeof(struct vmm_cpu), 0, 0, false, 0,
     {offsetof(struct vmm_cpu, id), 0}},
    {sizeof(struct vmm_cpu_usage), 0, 0, false, 0,
     {offsetof(struct vmm_cpu_usage, id), 0}},
    {sizeof(struct vmm_stat), 0, 0, false, 0,
     {0}},
    {sizeof(struct vmm_meminfo), 0, 0, false, 0,
     {0}},
    {sizeof(struct vmm_memory_usage), 0, 0, false, 0,
     {0}},
    {sizeof(struct vmm_filesystem), 0, 0, false, 0,
     {offsetof(struct vmm_filesystem, f_fsid), 0}},
    {sizeof(struct vmm_filesystem_usage), 0, 0, false, 0,
     {0}},
    {sizeof(struct vmm_pressure), 0, 0, false, 0,
     {0}},
    {sizeof(struct vmm_pressure_usage), 0, 0, false, 0,
     {0}},
    {sizeof(struct vmm_cgroup_memory), 0, 0, false, 0,
     {0}},
    {sizeof(struct vmm_cgroup), 0, 0, false, 0,
     {offsetof(struct vmm_cgroup, instance_id), 0}},
    {sizeof(struct vmm_cgroup_usage), 0, 0, false, 0,
     {0}},
    {sizeof(struct vmm_cgroup_memory_usage), 0, 0, false, 0,
     {0}},
    {sizeof(struct vmm_cgroup_io), 0, 0, false, 0,
     {offsetof(struct vmm_cgroup_io, major), offsetof(struct vmm_cgroup_io, minor), offsetof(struct vmm_cgroup_io, instance_id), 0}},
    {sizeof(struct vmm_cgroup_io_usage), 0, 0, false, 0,
     {offsetof(struct vmm_cgroup_io_usage, major), offsetof(struct vmm_cgroup_io_usage, minor), 0}},
    {sizeof(struct vmm_process), offsetof(struct vmm_process, comm), sizeof(((struct vmm_process *)NULL)->comm), false, 0,
     {offsetof(struct vmm_process, pid), offsetof(struct vmm_process, starttime_ticks), 0}},
    {sizeof(struct vmm_process_usage), 0, 0, false, 0,
     {offsetof(struct vmm_process_usage, pid), offsetof(struct vmm_process_usage, starttime_ticks), 0}},
    {sizeof(struct vmm_threads_usage), 0, 0, false, 0,
     {0}},
    {sizeof(struct vmm_net), offsetof(struct vmm_net, name), sizeof(((struct vmm_net *)NULL)->name), true, offsetof(struct vmm_net, ifindex),
     {offsetof(struct vmm_net, instance_id), offsetof(struct vmm_net, ifindex), 0}},
    {sizeof(struct vmm_net_usage), offsetof(struct vmm_net_usage, name), sizeof(((struct vmm_net_usage *)NULL)->name), true, offsetof(struct vmm_net_usage, ifindex),
     {offsetof(struct vmm_net_usage, instance_id), offsetof(struct vmm_net_usage, ifindex), 0}},
    {sizeof(struct vmm_socket), 0, 0, false, 0,
     {offsetof(struct vmm_socket, address_bytes), offsetof(struct vmm_socket, local_port), offsetof(struct vmm_socket, remote_port), offsetof(struct vmm_socket, inode), 0}},
    {sizeof(struct vmm_disk), offsetof(struct vmm_disk, name), sizeof(((struct vmm_disk *)NULL)->name), true, 0,
     {offsetof(struct vmm_disk, major), offsetof(struct vmm_disk, minor), offsetof(struct vmm_disk, diskseq), 0}},
    {sizeof(struct vmm_disk_usage), offsetof(struct vmm_disk_usage, name), sizeof(((struct vmm_disk_usage *)NULL)->name), true, 0,
     {offsetof(struct vmm_disk_usage, major), offsetof(struct vmm_disk_usage, minor), 0}},
    {sizeof(struct vmm_system), 0, 0, false, 0,
     {0}},
    {sizeof(struct vmm_vmstat), 0, 0, false, 0,
     {0}},
    {sizeof(struct vmm_balloon), 0, 0, false, 0,
     {0}},
    {sizeof(struct vmm_firecracker), 0, 0, false, 0,
     {0}},
    {sizeof(struct vmm_hypervisor_device), offsetof(struct vmm_hypervisor_device, name), sizeof(((struct vmm_hypervisor_device *)NULL)->name), true, 0,
     {offsetof(struct vmm_hypervisor_device, device_type), offsetof(struct vmm_hypervisor_device, instance_id), 0}},
    {sizeof(struct vmm_hypervisor_device_usage), offsetof(struct vmm_hypervisor_device_usage, name), sizeof(((struct vmm_hypervisor_device_usage *)NULL)->name), true, 0,
     {offsetof(struct vmm_hypervisor_device_usage, device_type), offsetof(struct vmm_hypervisor_device_usage, instance_id), 0}},
    {sizeof(struct vmm_vmstat_detail), 0, 0, false, 0,
     {0}},
    {sizeof(struct vmm_protocols), 0, 0, false, 0,
     {offsetof(struct vmm_protocols, instance_id), 0}},
    {sizeof(struct vmm_protocols_usage), 0, 0, false, 0,
     {offsetof(struct vmm_protocols_usage, instance_id), 0}},
};

const struct vmm_layout *vmm_layout_of(uint32_t record_id)
{
    return record_id - 1 < sizeof layouts / sizeof layouts[0] ? &layouts[record_id - 1] : NULL;
}
