/* SPDX-License-Identifier: MIT */
/**
 * @file vmmetrics.h
 * All of libvmmetrics. Each header belongs to one of these topics of the manual:
 *
 * @defgroup cpu CPU
 * The time of the CPUs, and how busy they were between two samples.
 * @defgroup memory Memory
 * The memory of a machine, what is in use by each common definition, reclaim and swap, and killed processes.
 * @defgroup pressure Pressure
 * How long tasks waited for CPU, memory or I/O.
 * @defgroup disk Disks and file systems
 * Block devices, the space of file systems, and mounts.
 * @defgroup network Network
 * Network interfaces, sockets, and the health of TCP, UDP, ICMP and IP.
 * @defgroup process Processes
 * Processes and their threads, and what the open files of a process say about it.
 * @defgroup cgroup Cgroups
 * CPU, memory and I/O of a cgroup, and the path of its directory.
 * @defgroup hypervisor Hypervisors
 * Firecracker, Cloud Hypervisor and QEMU: metrics, devices, and the balloon.
 * @defgroup system Whole machine
 * Counters of the machine, load, and uptime.
 * @defgroup record Any record
 * Reading, describing, comparing and subtracting records of any type, and sums over rows.
 * @defgroup base Text and values
 * The types that all functions use, and readers for texts that have no record.
 */
#ifndef VMMETRICS_VMMETRICS_H
#define VMMETRICS_VMMETRICS_H

#include "balloon.h"
#include "base.h"
#include "cgroup.h"
#include "cgroup_io.h"
#include "cgroup_memory.h"
#include "cgroup_path.h"
#include "counter.h"
#include "cpu.h"
#include "descriptor.h"
#include "disk.h"
#include "file.h"
#include "filesystem.h"
#include "hypervisor.h"
#include "keyvalue.h"
#include "memory.h"
#include "net.h"
#include "oom_kill.h"
#include "pressure.h"
#include "process.h"
#include "protocols.h"
#include "record.h"
#include "rows.h"
#include "system.h"
#include "vmstat.h"
#include "vmstat_detail.h"

#endif
