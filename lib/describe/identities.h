/* SPDX-License-Identifier: MIT */
/* What distinguishes one object from another: the type and the identities of each record. */
/* Written by `python3 lib/describe/generate.py`: do not edit. */
/* clang-format off */
#ifndef VMM_IDENTITIES_H
#define VMM_IDENTITIES_H

#include <stddef.h>
#include <stdint.h>

#include "vmmetrics/vmmetrics.h"

struct vmm_identity {
    uint16_t record_id;
    /* Offsets of numbers, then 0. */
    uint16_t members[6];
    /* Of the name; 0 and 0 in a record without one. */
    uint16_t name_offset;
    uint16_t name_bytes;
};

#define VMM_IDENTITY_OF_CPU \
    {VMM_RECORD_CPU, {offsetof(struct vmm_cpu, id), 0}, 0, 0}
#define VMM_IDENTITY_OF_CPU_USAGE \
    {VMM_RECORD_CPU_USAGE, {offsetof(struct vmm_cpu_usage, id), 0}, 0, 0}
#define VMM_IDENTITY_OF_STAT \
    {VMM_RECORD_STAT, {0}, 0, 0}
#define VMM_IDENTITY_OF_MEMINFO \
    {VMM_RECORD_MEMINFO, {0}, 0, 0}
#define VMM_IDENTITY_OF_MEMORY_USAGE \
    {VMM_RECORD_MEMORY_USAGE, {0}, 0, 0}
#define VMM_IDENTITY_OF_FILESYSTEM \
    {VMM_RECORD_FILESYSTEM, {offsetof(struct vmm_filesystem, f_fsid), 0}, 0, 0}
#define VMM_IDENTITY_OF_FILESYSTEM_USAGE \
    {VMM_RECORD_FILESYSTEM_USAGE, {0}, 0, 0}
#define VMM_IDENTITY_OF_PRESSURE \
    {VMM_RECORD_PRESSURE, {0}, 0, 0}
#define VMM_IDENTITY_OF_PRESSURE_USAGE \
    {VMM_RECORD_PRESSURE_USAGE, {0}, 0, 0}
#define VMM_IDENTITY_OF_CGROUP_MEMORY \
    {VMM_RECORD_CGROUP_MEMORY, {0}, 0, 0}
#define VMM_IDENTITY_OF_CGROUP \
    {VMM_RECORD_CGROUP, {offsetof(struct vmm_cgroup, instance_id), 0}, 0, 0}
#define VMM_IDENTITY_OF_CGROUP_USAGE \
    {VMM_RECORD_CGROUP_USAGE, {0}, 0, 0}
#define VMM_IDENTITY_OF_CGROUP_MEMORY_USAGE \
    {VMM_RECORD_CGROUP_MEMORY_USAGE, {0}, 0, 0}
#define VMM_IDENTITY_OF_CGROUP_IO \
    {VMM_RECORD_CGROUP_IO, {offsetof(struct vmm_cgroup_io, major), offsetof(struct vmm_cgroup_io, minor), offsetof(struct vmm_cgroup_io, instance_id), 0}, 0, 0}
#define VMM_IDENTITY_OF_CGROUP_IO_USAGE \
    {VMM_RECORD_CGROUP_IO_USAGE, {offsetof(struct vmm_cgroup_io_usage, major), offsetof(struct vmm_cgroup_io_usage, minor), 0}, 0, 0}
#define VMM_IDENTITY_OF_PROCESS \
    {VMM_RECORD_PROCESS, {offsetof(struct vmm_process, pid), offsetof(struct vmm_process, starttime_ticks), 0}, 0, 0}
#define VMM_IDENTITY_OF_PROCESS_USAGE \
    {VMM_RECORD_PROCESS_USAGE, {offsetof(struct vmm_process_usage, pid), offsetof(struct vmm_process_usage, starttime_ticks), 0}, 0, 0}
#define VMM_IDENTITY_OF_THREADS_USAGE \
    {VMM_RECORD_THREADS_USAGE, {0}, 0, 0}
#define VMM_IDENTITY_OF_NET \
    {VMM_RECORD_NET, {offsetof(struct vmm_net, instance_id), offsetof(struct vmm_net, ifindex), 0}, offsetof(struct vmm_net, name), sizeof(((struct vmm_net *)NULL)->name)}
#define VMM_IDENTITY_OF_NET_USAGE \
    {VMM_RECORD_NET_USAGE, {offsetof(struct vmm_net_usage, instance_id), offsetof(struct vmm_net_usage, ifindex), 0}, offsetof(struct vmm_net_usage, name), sizeof(((struct vmm_net_usage *)NULL)->name)}
#define VMM_IDENTITY_OF_SOCKET \
    {VMM_RECORD_SOCKET, {offsetof(struct vmm_socket, address_bytes), offsetof(struct vmm_socket, local_port), offsetof(struct vmm_socket, remote_port), offsetof(struct vmm_socket, inode), 0}, 0, 0}
#define VMM_IDENTITY_OF_DISK \
    {VMM_RECORD_DISK, {offsetof(struct vmm_disk, major), offsetof(struct vmm_disk, minor), offsetof(struct vmm_disk, diskseq), 0}, offsetof(struct vmm_disk, name), sizeof(((struct vmm_disk *)NULL)->name)}
#define VMM_IDENTITY_OF_DISK_USAGE \
    {VMM_RECORD_DISK_USAGE, {offsetof(struct vmm_disk_usage, major), offsetof(struct vmm_disk_usage, minor), 0}, offsetof(struct vmm_disk_usage, name), sizeof(((struct vmm_disk_usage *)NULL)->name)}
#define VMM_IDENTITY_OF_SYSTEM \
    {VMM_RECORD_SYSTEM, {0}, 0, 0}
#define VMM_IDENTITY_OF_VMSTAT \
    {VMM_RECORD_VMSTAT, {0}, 0, 0}
#define VMM_IDENTITY_OF_BALLOON \
    {VMM_RECORD_BALLOON, {0}, 0, 0}
#define VMM_IDENTITY_OF_FIRECRACKER \
    {VMM_RECORD_FIRECRACKER, {0}, 0, 0}
#define VMM_IDENTITY_OF_HYPERVISOR_DEVICE \
    {VMM_RECORD_HYPERVISOR_DEVICE, {offsetof(struct vmm_hypervisor_device, device_type), offsetof(struct vmm_hypervisor_device, instance_id), 0}, offsetof(struct vmm_hypervisor_device, name), sizeof(((struct vmm_hypervisor_device *)NULL)->name)}
#define VMM_IDENTITY_OF_HYPERVISOR_DEVICE_USAGE \
    {VMM_RECORD_HYPERVISOR_DEVICE_USAGE, {offsetof(struct vmm_hypervisor_device_usage, device_type), offsetof(struct vmm_hypervisor_device_usage, instance_id), 0}, offsetof(struct vmm_hypervisor_device_usage, name), sizeof(((struct vmm_hypervisor_device_usage *)NULL)->name)}

#endif
