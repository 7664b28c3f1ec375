/*
 * All records, each by the name of its id and by that of its struct. A program that must be small and describes few of them
 * may compile describe.c itself with a list of its own, as examples/vmmetrics-guest/describe.c does.
 */
#ifndef VMM_RECORDS_H
#define VMM_RECORDS_H

#ifndef VMM_RECORDS
#define VMM_RECORDS(RECORD)                                                                                            \
    RECORD(CPU, cpu)                                                                                                   \
    RECORD(CPU_USAGE, cpu_usage)                                                                                       \
    RECORD(STAT, stat)                                                                                                 \
    RECORD(MEMINFO, meminfo)                                                                                           \
    RECORD(MEMORY_USAGE, memory_usage)                                                                                 \
    RECORD(FILESYSTEM, filesystem)                                                                                     \
    RECORD(FILESYSTEM_USAGE, filesystem_usage)                                                                         \
    RECORD(PRESSURE, pressure)                                                                                         \
    RECORD(PRESSURE_USAGE, pressure_usage)                                                                             \
    RECORD(CGROUP_MEMORY, cgroup_memory)                                                                               \
    RECORD(CGROUP, cgroup)                                                                                             \
    RECORD(CGROUP_USAGE, cgroup_usage)                                                                                 \
    RECORD(CGROUP_MEMORY_USAGE, cgroup_memory_usage)                                                                   \
    RECORD(CGROUP_IO, cgroup_io)                                                                                       \
    RECORD(CGROUP_IO_RATE, cgroup_io_rate)                                                                             \
    RECORD(PROCESS, process)                                                                                           \
    RECORD(PROCESS_USAGE, process_usage)                                                                               \
    RECORD(THREADS_USAGE, threads_usage)                                                                               \
    RECORD(NET, net)                                                                                                   \
    RECORD(NET_RATE, net_rate)                                                                                         \
    RECORD(SOCKET, socket)                                                                                             \
    RECORD(DISK, disk)                                                                                                 \
    RECORD(DISK_RATE, disk_rate)                                                                                       \
    RECORD(SYSTEM, system)                                                                                             \
    RECORD(VMSTAT, vmstat)                                                                                             \
    RECORD(BALLOON, balloon)                                                                                           \
    RECORD(HYPERVISOR, hypervisor)                                                                                     \
    RECORD(HYPERVISOR_DEVICE, hypervisor_device)                                                                       \
    RECORD(HYPERVISOR_DEVICE_RATE, hypervisor_device_rate)
#endif

#endif
