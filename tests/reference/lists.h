/* SPDX-License-Identifier: MIT */
/* Lists for tests. A file that includes this one defines the macro of the list that it needs. */
/* Written by `python3 lib/describe/generate.py`: do not edit. */
/* clang-format off */

/* The records, in the order of their ids. */
#ifdef EACH_RECORD
EACH_RECORD(CPU, cpu)
EACH_RECORD(CPU_USAGE, cpu_usage)
EACH_RECORD(STAT, stat)
EACH_RECORD(MEMINFO, meminfo)
EACH_RECORD(MEMORY_USAGE, memory_usage)
EACH_RECORD(FILESYSTEM, filesystem)
EACH_RECORD(FILESYSTEM_USAGE, filesystem_usage)
EACH_RECORD(PRESSURE, pressure)
EACH_RECORD(PRESSURE_USAGE, pressure_usage)
EACH_RECORD(CGROUP_MEMORY, cgroup_memory)
EACH_RECORD(CGROUP, cgroup)
EACH_RECORD(CGROUP_USAGE, cgroup_usage)
EACH_RECORD(CGROUP_MEMORY_USAGE, cgroup_memory_usage)
EACH_RECORD(CGROUP_IO, cgroup_io)
EACH_RECORD(CGROUP_IO_USAGE, cgroup_io_usage)
EACH_RECORD(PROCESS, process)
EACH_RECORD(PROCESS_USAGE, process_usage)
EACH_RECORD(THREADS_USAGE, threads_usage)
EACH_RECORD(NET, net)
EACH_RECORD(NET_USAGE, net_usage)
EACH_RECORD(SOCKET, socket)
EACH_RECORD(DISK, disk)
EACH_RECORD(DISK_USAGE, disk_usage)
EACH_RECORD(SYSTEM, system)
EACH_RECORD(VMSTAT, vmstat)
EACH_RECORD(BALLOON, balloon)
EACH_RECORD(FIRECRACKER, firecracker)
EACH_RECORD(HYPERVISOR_DEVICE, hypervisor_device)
EACH_RECORD(HYPERVISOR_DEVICE_USAGE, hypervisor_device_usage)
EACH_RECORD(VMSTAT_DETAIL, vmstat_detail)
EACH_RECORD(PROTOCOLS, protocols)
EACH_RECORD(PROTOCOLS_USAGE, protocols_usage)
EACH_RECORD(OOM_KILL, oom_kill)
#undef EACH_RECORD
#endif

/* The functions that read a struct from a text, and the struct. */
#ifdef EACH_READER
EACH_READER(balloon_parse, balloon)
EACH_READER(cgroup_membership_next, cgroup_membership)
EACH_READER(cpu_next, cpu)
EACH_READER(disk_next, disk)
EACH_READER(mount_next, mount)
EACH_READER(firecracker_next, firecracker)
EACH_READER(hypervisor_device_next, hypervisor_device)
EACH_READER(meminfo_parse, meminfo)
EACH_READER(net_next, net)
EACH_READER(socket_next, socket)
EACH_READER(oom_kill_next, oom_kill)
EACH_READER(pressure_parse, pressure)
EACH_READER(stat_parse, stat)
EACH_READER(vmstat_parse, vmstat)
EACH_READER(vmstat_detail_parse, vmstat_detail)
#undef EACH_READER
#endif

/* The groups of formats that files of this folder describe. */
#ifdef EACH_GROUP
EACH_GROUP(balloon)
EACH_GROUP(cgroup)
EACH_GROUP(cgroup_io)
EACH_GROUP(cgroup_memory)
EACH_GROUP(cgroup_path)
EACH_GROUP(descriptor)
EACH_GROUP(disk)
EACH_GROUP(hypervisor)
EACH_GROUP(hypervisor_device)
EACH_GROUP(keyvalue)
EACH_GROUP(meminfo)
EACH_GROUP(mountinfo)
EACH_GROUP(net)
EACH_GROUP(net_dev)
EACH_GROUP(oom_kill)
EACH_GROUP(pressure)
EACH_GROUP(cpu)
EACH_GROUP(process)
EACH_GROUP(protocols)
EACH_GROUP(socket)
EACH_GROUP(system)
EACH_GROUP(vmstat)
EACH_GROUP(vmstat_detail)
#undef EACH_GROUP
#endif

/* The usages that files of this folder describe. */
#ifdef EACH_USAGE
EACH_USAGE(cgroup_io_usage)
EACH_USAGE(cgroup_memory_usage)
EACH_USAGE(cgroup_usage)
EACH_USAGE(cpu_usage)
EACH_USAGE(cpus_usage)
EACH_USAGE(disk_usage)
EACH_USAGE(filesystem_usage)
EACH_USAGE(hypervisor_device_usage)
EACH_USAGE(memory_usage)
EACH_USAGE(net_guest_view)
EACH_USAGE(net_usage)
EACH_USAGE(pressure_usage)
EACH_USAGE(process_usage)
EACH_USAGE(protocols_usage)
EACH_USAGE(threads_usage)
#undef EACH_USAGE
#endif
