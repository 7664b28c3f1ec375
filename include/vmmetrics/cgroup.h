/* SPDX-License-Identifier: MIT */
/**
 * @file cgroup.h
 * The directory of a cgroup, of version 2 or version 1: CPU time, memory, processes and their limits, and their use
 * between two samples. cgroup_memory.h has memory.stat, cgroup_io.h has I/O, and cgroup_path.h finds the directory.
 *
 * Member comments read: meaning; source; unit; kind; since which kernel, where later than 4.5 for cgroup v2 and 3.10
 * for v1; when absent. "v1" before a file means version 1.
 *
 * @ingroup cgroup
 */
#ifndef VMMETRICS_CGROUP_H
#define VMMETRICS_CGROUP_H

#include "record.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Types of a cgroup: the words of cgroup.type. */
enum vmm_cgroup_type {
    /** `domain`: a normal cgroup, with its own processes and memory. */
    VMM_CGROUP_TYPE_DOMAIN = 1,
    /** `domain threaded`: the root of a threaded subtree. */
    VMM_CGROUP_TYPE_DOMAIN_THREADED = 2,
    /** `domain invalid`: unusable until it becomes threaded. */
    VMM_CGROUP_TYPE_DOMAIN_INVALID = 3,
    /** `threaded`: holds single threads, and has no memory of its own. */
    VMM_CGROUP_TYPE_THREADED = 4
};

/** Kinds of a cgroup's partition of CPUs: the words of cpuset.cpus.partition. */
enum vmm_cgroup_partition {
    /** `member`: no partition of its own; the cgroup shares the CPUs of the partition above. */
    VMM_CGROUP_PARTITION_MEMBER = 1,
    /** `root`: the cgroup has its CPUs for itself. */
    VMM_CGROUP_PARTITION_ROOT = 2,
    /** `isolated`: the same, and the scheduler does not balance load between these CPUs. */
    VMM_CGROUP_PARTITION_ISOLATED = 3,
    /** `root invalid`: the cgroup asked for `root`, and cannot have it; the kernel adds the reason in brackets. */
    VMM_CGROUP_PARTITION_ROOT_INVALID = 4,
    /** `isolated invalid`: the cgroup asked for `isolated`, and cannot have it. */
    VMM_CGROUP_PARTITION_ISOLATED_INVALID = 5
};

/**
 * The directory of a cgroup, filled file by file. Members are named as in version 2. A file of version 1 fills the
 * member of version 2 if meaning and unit are equal; the member's comment then names both files. Otherwise the file
 * fills one of the members at the end, which only version 1 has.
 *
 * A member is ::VMM_UNLIMITED if the cgroup has no limit of its own; a cgroup above may still have a smaller limit. The
 * numbers of version 1 include all cgroups below, as those of version 2 do, unless use_hierarchy is off, which Linux
 * 5.11 and later do not allow.
 *
 * vmm_record_read() reads each of its files, VMM_FILE_CGROUP_*. If two files fill the same member, the file that is
 * read later counts. A file may be empty on a healthy system, such as `cpu.stat.local` without the cpu controller.
 */
struct vmm_cgroup {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** Type of this record, one of VMM_RECORD_*; the library sets it. */
    uint64_t record;
    /** Number set by the caller, after vmm_record_init(), to tell the cgroup from a later one with the same path, such
     *  as the inode number of its directory. Identity. */
    uint64_t instance_id;
    /** CPU time used. `cpu.stat` `usage_usec`; microseconds; counter, 64 bits; since 4.15; v1 has `cpuacct_usage_ns`
     *  instead. */
    uint64_t usage_usec;
    /** CPU time used in user mode. `cpu.stat` `user_usec`; microseconds; counter, 64 bits; since 4.15; v1 has
     *  `cpuacct_stat_user_ticks` instead. */
    uint64_t user_usec;
    /** CPU time used in the kernel. `cpu.stat` `system_usec`; microseconds; counter, 64 bits; since 4.15; v1 has
     *  `cpuacct_stat_system_ticks` instead. */
    uint64_t system_usec;
    /** CPU time used in user mode by processes with a positive nice value; a part of `user_usec`. `cpu.stat`
     *  `nice_usec`; microseconds; counter, 64 bits; since 6.13. */
    uint64_t nice_usec;
    /** Time in which core scheduling kept CPUs idle, so that no foreign task shared a core with the cgroup's tasks.
     *  `cpu.stat` `core_sched.force_idle_usec`; microseconds; counter, 64 bits; since 6.1; absent without
     *  CONFIG_SCHED_CORE. */
    uint64_t core_sched_force_idle_usec;
    /** Periods of cpu.max in which the cgroup had tasks to run. `cpu.stat` `nr_periods`, both versions; count; counter,
     *  32 bits; absent without the cpu controller; unknown from 2^31 on until it wraps to 0, since the kernel prints
     *  its `int` as a negative number. */
    uint64_t nr_periods;
    /** Periods of cpu.max in which the cgroup used up its quota and was throttled. `cpu.stat` `nr_throttled`, both
     *  versions; count; counter, 32 bits; absent without the cpu controller; unknown from 2^31 on until it wraps to 0,
     *  since the kernel prints its `int` as a negative number. */
    uint64_t nr_throttled;
    /** Time in which the cgroup was throttled, summed over CPUs. `cpu.stat` `throttled_usec`; microseconds; counter, 64
     *  bits; absent without the cpu controller; v1 has `throttled_time_ns` instead. */
    uint64_t throttled_usec;
    /** Periods in which the cgroup used more than its quota in a burst. `cpu.stat` `nr_bursts`, both versions; count;
     *  counter, 32 bits; since 5.15; absent without the cpu controller. */
    uint64_t nr_bursts;
    /** CPU time used above the quota in bursts. `cpu.stat` `burst_usec`; microseconds; counter, 64 bits; since 5.15;
     *  absent without the cpu controller; v1 has `burst_time_ns` instead. */
    uint64_t burst_usec;
    /** Time in which the cgroup was throttled, summed over CPUs. v1 `cpu.stat` `throttled_time`; nanoseconds; counter,
     *  64 bits; only in v1. */
    uint64_t throttled_time_ns;
    /** CPU time used above the quota in bursts. v1 `cpu.stat` `burst_time`; nanoseconds; counter, 64 bits; since 5.15;
     *  only in v1. */
    uint64_t burst_time_ns;
    /** Time in which tasks waited for a CPU. v1 `cpu.stat` `wait_sum`; nanoseconds; counter, 64 bits; since 4.19; only
     *  in v1; absent while schedstats are off. */
    uint64_t wait_sum_ns;
    /** Time in which the cgroup's own tasks were throttled, by its own limit or a limit above, summed over CPUs.
     *  `cpu.stat.local` `throttled_usec`; microseconds; counter, 64 bits; since 6.6; absent without the cpu controller;
     *  the file is empty then. */
    uint64_t cpu_stat_local_throttled_usec;
    /** Time in which the cgroup's own tasks were throttled, by its own limit or a limit above, summed over CPUs. v1
     *  `cpu.stat.local` `throttled_time`; nanoseconds; counter, 64 bits; since 6.6; only in v1. */
    uint64_t cpu_stat_local_throttled_time_ns;
    /** CPU time that the cgroup may use in each period (its quota). `cpu.max`, first value, v1 `cpu.cfs_quota_us`;
     *  microseconds; limit; since 4.15; absent in the root. */
    uint64_t cpu_max_usec;
    /** Length of a period of the CPU limit. `cpu.max`, second value, v1 `cpu.cfs_period_us`; microseconds; gauge; since
     *  4.15; absent in the root. */
    uint64_t cpu_max_period_usec;
    /** Unused CPU time that the cgroup may keep for later periods. `cpu.max.burst`, v1 `cpu.cfs_burst_us`;
     *  microseconds; limit; since 5.14; absent in the root. */
    uint64_t cpu_max_burst_usec;
    /** CPU weight against sibling cgroups, 1 to 10000; 0 if `cpu_idle` is 1. `cpu.weight`; count; gauge; since 4.15;
     *  absent in the root; v1 has `cpu_shares` instead. */
    uint64_t cpu_weight;
    /** CPU weight against sibling cgroups as a nice value, -20 to 19. `cpu.weight.nice`; count; gauge; since 4.15;
     *  absent in the root. */
    double cpu_weight_nice;
    /** 1 if the cgroup runs only on CPUs that would be idle otherwise, else 0. `cpu.idle`, both versions; count; gauge;
     *  since 5.15. */
    uint64_t cpu_idle;
    /** Lowest CPU utilisation that the scheduler assumes for the cgroup's tasks, in percent. `cpu.uclamp.min`, both
     *  versions; hundredths; limit; since 5.4; absent without CONFIG_UCLAMP_TASK_GROUP; ::VMM_UNLIMITED for `max`,
     *  which is 100 %. */
    uint64_t cpu_uclamp_min_hundredths;
    /** Highest CPU utilisation that the scheduler assumes for the cgroup's tasks, in percent. `cpu.uclamp.max`, both
     *  versions; hundredths; limit; since 5.4; absent without CONFIG_UCLAMP_TASK_GROUP; ::VMM_UNLIMITED for `max`,
     *  which is 100 %. */
    uint64_t cpu_uclamp_max_hundredths;
    /** Memory in use, page cache included. `memory.current`, v1 `memory.usage_in_bytes`; bytes; gauge; absent in v2's
     *  root. */
    uint64_t memory_current_bytes;
    /** Highest memory use so far; the kernel updates it with a delay, so that the present use may be a little higher.
     *  `memory.peak`, v1 `memory.max_usage_in_bytes`; bytes; gauge; since 5.19; a write to the file resets it, in v2
     *  only for reads through the same file descriptor. */
    uint64_t memory_peak_bytes;
    /** Protected memory: up to this use, no memory of the cgroup is reclaimed. `memory.min`; bytes; limit; since
     *  4.18. */
    uint64_t memory_min_bytes;
    /** Protected memory: up to this use, memory of the cgroup is reclaimed only if the unprotected cgroups have no
     *  memory left to reclaim. `memory.low`; bytes; limit. */
    uint64_t memory_low_bytes;
    /** Memory threshold above which the kernel slows the cgroup down and reclaims its memory. `memory.high`; bytes;
     *  limit. */
    uint64_t memory_high_bytes;
    /** Memory limit; if reclaim fails at this limit, the kernel kills processes of the cgroup. `memory.max`, v1
     *  `memory.limit_in_bytes`; bytes; limit; v1's largest number, which means no limit, is ::VMM_UNLIMITED for every
     *  page size. */
    uint64_t memory_max_bytes;
    /** 1 if the OOM killer kills all processes of the cgroup together, else 0. `memory.oom.group`; count; gauge; since
     *  4.19. */
    uint64_t memory_oom_group;
    /** Times that memory was reclaimed although use was below memory.low. `memory.events` `low`; count; counter of the
     *  kernel's `unsigned long`. */
    uint64_t memory_events_low;
    /** Times that processes were slowed down because use was above memory.high. `memory.events` `high`; count; counter
     *  of the kernel's `unsigned long`. */
    uint64_t memory_events_high;
    /** Times that memory use was about to exceed memory.max. `memory.events` `max`; count; counter of the kernel's
     *  `unsigned long`. */
    uint64_t memory_events_max;
    /** Times that an allocation was about to fail because memory use reached the limit. `memory.events` `oom`; count;
     *  counter of the kernel's `unsigned long`. */
    uint64_t memory_events_oom;
    /** Processes killed by the OOM killer. `memory.events` `oom_kill`; count; counter of the kernel's `unsigned long`;
     *  since 4.13. */
    uint64_t memory_events_oom_kill;
    /** Times that the OOM killer killed a whole cgroup. `memory.events` `oom_group_kill`; count; counter of the
     *  kernel's `unsigned long`; since 5.17. */
    uint64_t memory_events_oom_group_kill;
    /** Times that network sockets were throttled for lack of memory. `memory.events` `sock_throttled`; count; counter
     *  of the kernel's `unsigned long`; since 6.19. */
    uint64_t memory_events_sock_throttled;
    /** Times that memory was reclaimed although use was below memory.low, in this cgroup alone. `memory.events.local`
     *  `low`; count; counter of the kernel's `unsigned long`; since 5.3. */
    uint64_t memory_events_local_low;
    /** Times that processes were slowed down because use was above memory.high, in this cgroup alone.
     *  `memory.events.local` `high`; count; counter of the kernel's `unsigned long`; since 5.3. */
    uint64_t memory_events_local_high;
    /** Times that memory use was about to exceed memory.max, in this cgroup alone. `memory.events.local` `max`; count;
     *  counter of the kernel's `unsigned long`; since 5.3. */
    uint64_t memory_events_local_max;
    /** Times that an allocation was about to fail because memory use reached the limit, in this cgroup alone.
     *  `memory.events.local` `oom`; count; counter of the kernel's `unsigned long`; since 5.3. */
    uint64_t memory_events_local_oom;
    /** Processes killed by the OOM killer, in this cgroup alone. `memory.events.local` `oom_kill`; count; counter of
     *  the kernel's `unsigned long`; since 5.3. */
    uint64_t memory_events_local_oom_kill;
    /** Times that the OOM killer killed this whole cgroup, without the cgroups below. `memory.events.local`
     *  `oom_group_kill`; count; counter of the kernel's `unsigned long`; since 5.17. */
    uint64_t memory_events_local_oom_group_kill;
    /** Times that network sockets were throttled for lack of memory, in this cgroup alone. `memory.events.local`
     *  `sock_throttled`; count; counter of the kernel's `unsigned long`; since 6.19. */
    uint64_t memory_events_local_sock_throttled;
    /** Swap in use, without memory (v1's memsw is memory and swap). `memory.swap.current`; bytes; gauge; absent without
     *  swap accounting. */
    uint64_t memory_swap_current_bytes;
    /** Highest swap use so far. `memory.swap.peak`; bytes; gauge; since 6.5. */
    uint64_t memory_swap_peak_bytes;
    /** Swap threshold above which the kernel slows the cgroup down. `memory.swap.high`; bytes; limit; since 5.8. */
    uint64_t memory_swap_high_bytes;
    /** Swap limit; at this limit no more memory is swapped out. `memory.swap.max`; bytes; limit. */
    uint64_t memory_swap_max_bytes;
    /** Times that swap use was above memory.swap.high. `memory.swap.events` `high`; count; counter of the kernel's
     *  `unsigned long`; since 5.8. */
    uint64_t memory_swap_events_high;
    /** Times that swap use was about to exceed memory.swap.max. `memory.swap.events` `max`; count; counter of the
     *  kernel's `unsigned long`; since 4.18. */
    uint64_t memory_swap_events_max;
    /** Times that swap could not be allocated: no swap was left, or the limit was reached. `memory.swap.events` `fail`;
     *  count; counter of the kernel's `unsigned long`; since 4.18. */
    uint64_t memory_swap_events_fail;
    /** Memory that the compressed swap cache (zswap) takes. `memory.zswap.current`; bytes; gauge; since 5.19; absent
     *  without CONFIG_ZSWAP. */
    uint64_t memory_zswap_current_bytes;
    /** Limit of the compressed swap cache (zswap). `memory.zswap.max`; bytes; limit; since 5.19; absent without
     *  CONFIG_ZSWAP. */
    uint64_t memory_zswap_max_bytes;
    /** 1 if the compressed swap cache (zswap) may be written to disk, else 0. `memory.zswap.writeback`; count; gauge;
     *  since 6.8; absent without CONFIG_ZSWAP. */
    uint64_t memory_zswap_writeback;
    /** Number of processes and threads. `pids.current`, both versions; count; gauge; absent in the root. */
    uint64_t pids_current;
    /** Highest number of processes and threads so far. `pids.peak`, both versions; count; gauge; since 6.1. */
    uint64_t pids_peak;
    /** Largest allowed number of processes and threads. `pids.max`, both versions; count; limit. */
    uint64_t pids_max;
    /** Times that a limit of processes was hit. `pids.events` `max`, both versions; count; counter, 64 bits; since 4.8;
     *  from 6.11 on it counts hits of the limits of this cgroup and of the cgroups below; before 6.11, and in v1, it
     *  counts forks that failed in this cgroup alone, whichever cgroup had the limit. */
    uint64_t pids_events_max;
    /** Times that the cgroup's own limit of processes was hit. `pids.events.local` `max`; count; counter, 64 bits;
     *  since 6.11. */
    uint64_t pids_events_local_max;
    /** Number of cgroups below this cgroup. `cgroup.stat` `nr_descendants`; count; gauge; since 4.14. */
    uint64_t cgroup_stat_nr_descendants;
    /** Number of removed cgroups below this cgroup that still hold memory. `cgroup.stat` `nr_dying_descendants`; count;
     *  gauge; since 4.14. */
    uint64_t cgroup_stat_nr_dying_descendants;
    /** Time in which the cgroup was frozen. `cgroup.stat.local` `frozen_usec`; microseconds; counter, 64 bits; since
     *  6.18. */
    uint64_t cgroup_stat_local_frozen_usec;
    /** 1 if the cgroup or a cgroup below it has processes, else 0. `cgroup.events` `populated`; count; gauge. */
    uint64_t cgroup_events_populated;
    /** 1 if the cgroup is frozen, else 0. `cgroup.events` `frozen`; count; gauge; since 5.2. */
    uint64_t cgroup_events_frozen;
    /** Type of the cgroup, one of VMM_CGROUP_TYPE_*. `cgroup.type`; count; gauge; since 4.14; absent in the root. */
    uint64_t cgroup_type;
    /** 1 if the cgroup was asked to freeze, else 0. `cgroup.freeze`; count; gauge; since 5.2. */
    uint64_t cgroup_freeze;
    /** Largest allowed depth of the tree of cgroups below this cgroup. `cgroup.max.depth`; count; limit; since 4.14. */
    uint64_t cgroup_max_depth;
    /** Largest allowed number of cgroups below this cgroup. `cgroup.max.descendants`; count; limit; since 4.14. */
    uint64_t cgroup_max_descendants;
    /** Number of CPUs that the cgroup may use. `cpuset.cpus.effective`, v1 `cpuset.effective_cpus`; count; gauge; since
     *  5.0. */
    uint64_t cpuset_cpus_effective;
    /** Number of memory nodes that the cgroup may use. `cpuset.mems.effective`, v1 `cpuset.effective_mems`; count;
     *  gauge; since 5.0. */
    uint64_t cpuset_mems_effective;
    /** CPU time used. v1 `cpuacct.usage`; nanoseconds; counter, 64 bits; only in v1; a write to the file resets it. */
    uint64_t cpuacct_usage_ns;
    /** CPU time used in user mode. v1 `cpuacct.stat` `user`; ticks; counter, 64 bits; only in v1. */
    uint64_t cpuacct_stat_user_ticks;
    /** CPU time used in the kernel. v1 `cpuacct.stat` `system`; ticks; counter, 64 bits; only in v1. */
    uint64_t cpuacct_stat_system_ticks;
    /** CPU weight against sibling cgroups, 2 to 262144. v1 `cpu.shares`; count; gauge; only in v1. */
    uint64_t cpu_shares;
    /** Memory limit that the kernel enforces only while memory is short. v1 `memory.soft_limit_in_bytes`; bytes; limit;
     *  only in v1. */
    uint64_t memory_soft_limit_bytes;
    /** Times that the memory limit was hit. v1 `memory.failcnt`; count; counter of the kernel's `unsigned long`; only
     *  in v1; a write to the file resets it. */
    uint64_t memory_failcnt;
    /** Sum of memory and swap in use. v1 `memory.memsw.usage_in_bytes`; bytes; gauge; only in v1. */
    uint64_t memory_memsw_usage_bytes;
    /** Highest sum of memory and swap in use so far. v1 `memory.memsw.max_usage_in_bytes`; bytes; gauge; only in v1. */
    uint64_t memory_memsw_max_usage_bytes;
    /** Limit of the sum of memory and swap. v1 `memory.memsw.limit_in_bytes`; bytes; limit; only in v1. */
    uint64_t memory_memsw_limit_bytes;
    /** Times that the limit of the sum of memory and swap was hit. v1 `memory.memsw.failcnt`; count; counter of the
     *  kernel's `unsigned long`; only in v1; a write to the file resets it. */
    uint64_t memory_memsw_failcnt;
    /** Kernel memory in use. v1 `memory.kmem.usage_in_bytes`; bytes; gauge; only in v1. */
    uint64_t memory_kmem_usage_bytes;
    /** Highest use of kernel memory so far. v1 `memory.kmem.max_usage_in_bytes`; bytes; gauge; only in v1. */
    uint64_t memory_kmem_max_usage_bytes;
    /** Limit of kernel memory. v1 `memory.kmem.limit_in_bytes`; bytes; limit; only in v1. */
    uint64_t memory_kmem_limit_bytes;
    /** Times that the limit of kernel memory was hit. v1 `memory.kmem.failcnt`; count; counter of the kernel's
     *  `unsigned long`; only in v1; a write to the file resets it. */
    uint64_t memory_kmem_failcnt;
    /** Memory of TCP buffers in use. v1 `memory.kmem.tcp.usage_in_bytes`; bytes; gauge; only in v1. */
    uint64_t memory_kmem_tcp_usage_bytes;
    /** Highest use of memory of TCP buffers so far. v1 `memory.kmem.tcp.max_usage_in_bytes`; bytes; gauge; only in
     *  v1. */
    uint64_t memory_kmem_tcp_max_usage_bytes;
    /** Limit of memory of TCP buffers. v1 `memory.kmem.tcp.limit_in_bytes`; bytes; limit; only in v1. */
    uint64_t memory_kmem_tcp_limit_bytes;
    /** Times that the limit of memory of TCP buffers was hit. v1 `memory.kmem.tcp.failcnt`; count; counter of the
     *  kernel's `unsigned long`; only in v1; a write to the file resets it. */
    uint64_t memory_kmem_tcp_failcnt;
    /** 1 if processes are stopped, not killed, when memory runs out, else 0. v1 `memory.oom_control`
     *  `oom_kill_disable`; count; gauge; only in v1. */
    uint64_t memory_oom_control_oom_kill_disable;
    /** 1 while processes are stopped because memory ran out, else 0. v1 `memory.oom_control` `under_oom`; count; gauge;
     *  only in v1. */
    uint64_t memory_oom_control_under_oom;
    /** Processes killed by the OOM killer, in this cgroup alone. v1 `memory.oom_control` `oom_kill`; count; counter of
     *  the kernel's `unsigned long`; since 4.13; only in v1. */
    uint64_t memory_oom_control_oom_kill;
    /** Memory in huge pages of 2 MB (hugetlbfs). `hugetlb.2MB.current`; bytes; gauge; since 5.6; absent on a machine
     *  without pages of this size. */
    uint64_t hugetlb_2mb_current_bytes;
    /** Limit of the memory in huge pages of 2 MB. `hugetlb.2MB.max`; bytes; limit; since 5.6; absent on a machine
     *  without pages of this size. */
    uint64_t hugetlb_2mb_max_bytes;
    /** Times that the limit of huge pages of 2 MB was hit, in this cgroup and below. `hugetlb.2MB.events` `max`; count;
     *  counter, 64 bits; since 5.6; absent on a machine without pages of this size. */
    uint64_t hugetlb_2mb_events_max;
    /** Times that the limit of huge pages of 2 MB was hit, in this cgroup alone. `hugetlb.2MB.events.local` `max`;
     *  count; counter, 64 bits; since 5.6; absent on a machine without pages of this size. */
    uint64_t hugetlb_2mb_events_local_max;
    /** Memory in huge pages of 2 MB that is reserved, whether it is in use or not. `hugetlb.2MB.rsvd.current`; bytes;
     *  gauge; since 5.7; absent on a machine without pages of this size. */
    uint64_t hugetlb_2mb_rsvd_current_bytes;
    /** Limit of the reserved memory in huge pages of 2 MB. `hugetlb.2MB.rsvd.max`; bytes; limit; since 5.7; absent on a
     *  machine without pages of this size. */
    uint64_t hugetlb_2mb_rsvd_max_bytes;
    /** Memory in huge pages of 1 GB (hugetlbfs). `hugetlb.1GB.current`; bytes; gauge; since 5.6; absent on a machine
     *  without pages of this size. */
    uint64_t hugetlb_1gb_current_bytes;
    /** Limit of the memory in huge pages of 1 GB. `hugetlb.1GB.max`; bytes; limit; since 5.6; absent on a machine
     *  without pages of this size. */
    uint64_t hugetlb_1gb_max_bytes;
    /** Times that the limit of huge pages of 1 GB was hit, in this cgroup and below. `hugetlb.1GB.events` `max`; count;
     *  counter, 64 bits; since 5.6; absent on a machine without pages of this size. */
    uint64_t hugetlb_1gb_events_max;
    /** Times that the limit of huge pages of 1 GB was hit, in this cgroup alone. `hugetlb.1GB.events.local` `max`;
     *  count; counter, 64 bits; since 5.6; absent on a machine without pages of this size. */
    uint64_t hugetlb_1gb_events_local_max;
    /** Memory in huge pages of 1 GB that is reserved, whether it is in use or not. `hugetlb.1GB.rsvd.current`; bytes;
     *  gauge; since 5.7; absent on a machine without pages of this size. */
    uint64_t hugetlb_1gb_rsvd_current_bytes;
    /** Limit of the reserved memory in huge pages of 1 GB. `hugetlb.1GB.rsvd.max`; bytes; limit; since 5.7; absent on a
     *  machine without pages of this size. */
    uint64_t hugetlb_1gb_rsvd_max_bytes;
    /** Number of CPUs that the cgroup asks for; 0 if the cgroup takes those of the cgroup above. `cpuset.cpus`, both
     *  versions; count; gauge; in v2 since 5.0; absent in the root of v2. */
    uint64_t cpuset_cpus;
    /** Number of CPUs that the cgroup asks to have for itself. `cpuset.cpus.exclusive`; count; gauge; since 6.7; absent
     *  in the root. */
    uint64_t cpuset_cpus_exclusive;
    /** Number of CPUs that the cgroup can have for itself. `cpuset.cpus.exclusive.effective`; count; gauge; since 6.7;
     *  absent in the root. */
    uint64_t cpuset_cpus_exclusive_effective;
    /** Number of CPUs in isolated partitions of the machine. `cpuset.cpus.isolated`; count; gauge; since 6.8; only in
     *  the root. */
    uint64_t cpuset_cpus_isolated;
    /** Kind of the cgroup's partition of CPUs, one of VMM_CGROUP_PARTITION_*. `cpuset.cpus.partition`; count; gauge;
     *  since 5.0; absent in the root. */
    uint64_t cpuset_cpus_partition;
    /** Number of memory nodes that the cgroup asks for; 0 if the cgroup takes those of the cgroup above. `cpuset.mems`,
     *  both versions; count; gauge; in v2 since 5.0; absent in the root of v2. */
    uint64_t cpuset_mems;
};

/** Use of CPU by a cgroup between two samples, and the number of events between them. */
struct vmm_cgroup_usage {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** Type of this record, one of VMM_RECORD_*; the library sets it. */
    uint64_t record;
    /** Mean number of CPUs used; 1 is one CPU all the time. Count; gauge; needs `usage_usec` or, in v1,
     *  `cpuacct_usage_ns`. */
    double cores_used;
    /** Mean number of CPUs used in user mode. Count; gauge; needs `user_usec`; unknown in v1, which counts this time in
     *  ticks. */
    double user_cores;
    /** Mean number of CPUs used in the kernel. Count; gauge; needs `system_usec`; unknown in v1, which counts this time
     *  in ticks. */
    double system_cores;
    /** Share of the cgroup's own CPU limit in use; the limit is that of the later sample. Ratio; gauge; needs
     *  `cpu_max_usec`, `cpu_max_period_usec` and the inputs of `cores_used`; above 1 in bursts and after the limit was
     *  lowered; unknown without a limit. */
    double cpu_limit_used_ratio;
    /** Share of the periods in which the cgroup was throttled, as cAdvisor and Kubernetes compute it. Ratio; gauge;
     *  needs `nr_periods` and `nr_throttled`; unknown if there was no period, or more periods than the time allows. */
    double throttled_periods_ratio;
    /** Mean number of CPUs that throttling withheld from the cgroup. Count; gauge; needs `throttled_usec` or, in v1,
     *  `throttled_time_ns`. */
    double throttled_cores;
    /** Times that memory was reclaimed although use was below memory.low. Count; gauge; needs `memory_events_low`. */
    uint64_t memory_events_low;
    /** Times that processes were slowed down because memory use was above memory.high. Count; gauge; needs
     *  `memory_events_high`. */
    uint64_t memory_events_high;
    /** Times that memory use was about to exceed memory.max. Count; gauge; needs `memory_events_max`. */
    uint64_t memory_events_max;
    /** Times that an allocation was about to fail because memory use reached the limit. Count; gauge; needs
     *  `memory_events_oom`. */
    uint64_t memory_events_oom;
    /** Processes killed by the OOM killer. Count; gauge; needs `memory_events_oom_kill`. */
    uint64_t memory_events_oom_kill;
    /** Times that the OOM killer killed a whole cgroup. Count; gauge; needs `memory_events_oom_group_kill`. */
    uint64_t memory_events_oom_group_kill;
    /** Times that swap use was about to exceed memory.swap.max. Count; gauge; needs `memory_swap_events_max`. */
    uint64_t memory_swap_events_max;
    /** Times that swap could not be allocated: no swap was left, or the limit was reached. Count; gauge; needs
     *  `memory_swap_events_fail`. */
    uint64_t memory_swap_events_fail;
    /** Times that a limit of processes was hit. Count; gauge; needs `pids_events_max`. */
    uint64_t pids_events_max;
    /** Times that the memory limit was hit. Count; gauge; needs `memory_failcnt`, which only v1 has. */
    uint64_t memory_failcnt;
    /** Processes killed by the OOM killer, in this cgroup alone. Count; gauge; needs `memory_oom_control_oom_kill`,
     *  which only v1 has. */
    uint64_t memory_oom_control_oom_kill;
    /** Times that memory was reclaimed although use was below memory.low, in this cgroup alone, without those below
     *  it. Count; gauge; needs `memory_events_local_low`. */
    uint64_t memory_events_local_low;
    /** Times that processes were slowed down because memory use was above memory.high, in this cgroup alone,
     *  without those below it. Count; gauge; needs `memory_events_local_high`. */
    uint64_t memory_events_local_high;
    /** Times that memory use was about to exceed memory.max, in this cgroup alone, without those below it. Count;
     *  gauge; needs `memory_events_local_max`. */
    uint64_t memory_events_local_max;
    /** Times that an allocation was about to fail because memory use reached the limit, in this cgroup alone,
     *  without those below it. Count; gauge; needs `memory_events_local_oom`. */
    uint64_t memory_events_local_oom;
    /** Processes killed by the OOM killer, in this cgroup alone, without those below it. Count; gauge; needs
     *  `memory_events_local_oom_kill`. */
    uint64_t memory_events_local_oom_kill;
    /** Times that the OOM killer killed a whole cgroup, in this cgroup alone, without those below it. Count; gauge;
     *  needs `memory_events_local_oom_group_kill`. */
    uint64_t memory_events_local_oom_group_kill;
};

/**
 * Computes the use of CPU by a cgroup between two samples of its directory, and the number of events between them. Each
 * result needs its own inputs only, in both samples. Keep the later sample as the next `before`, also after
 * ::VMM_RESET.
 *
 * A counter that fell has restarted: the cgroup was removed and made again, its controller was switched off and on, or
 * a program wrote to a file of v1 that a write resets. A cgroup that was made again under the same path can have
 * counters above the old ones; their growth is wrong then, and only `instance_id` shows the change. `nr_periods` and
 * `nr_throttled` count modulo 2^32, so their fall is no reset; after a restart their ratio is unknown, since the
 * periods seem to have grown by more than the time allows.
 *
 * To count from a certain moment, as for a VM that is used again in the same cgroup, keep the sample of this moment and
 * pass it as `before`.
 *
 * @param before     the earlier sample; NULL, or a record of `size` 0, if there is none
 * @param after      the later sample
 * @param elapsed_ns the time between the samples, measured with a monotonic clock (CLOCK_MONOTONIC)
 * @param out        the result
 * @param out_size   the size of `out` in bytes
 * @retval VMM_OK          `out` is filled
 * @retval VMM_FIRST       there is no earlier sample
 * @retval VMM_NO_INTERVAL `elapsed_ns` is 0 or less
 * @retval VMM_RESET       a counter fell, or both samples have an `instance_id` and the two differ
 * @retval VMM_E_EMPTY     no input is known in both samples
 * @retval VMM_E_ARGUMENT  `after` or `out` is NULL, or `out_size` is below 16
 */
VMM_API vmm_status vmm_cgroup_usage_between(const struct vmm_cgroup *before, const struct vmm_cgroup *after,
                                            int64_t elapsed_ns, struct vmm_cgroup_usage *out, size_t out_size);

#ifdef __cplusplus
}
#endif

#endif
