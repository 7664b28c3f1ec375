/* SPDX-License-Identifier: MIT */
/**
 * @file vmmetrics.h
 * All of libvmmetrics.
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
