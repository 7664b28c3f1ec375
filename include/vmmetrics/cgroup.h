/**
 * @file cgroup.h
 * A cgroup's directory: CPU time and limits, memory, processes, of version 2 and of version 1; and what they say between
 * two samples. memory.stat is in cgroup_memory.h, I/O in cgroup_io.h, and where the directory is in cgroup_path.h.
 *
 * Member comments read: meaning; source; unit; kind; since which kernel, where that is later than 4.5 for cgroup v2 and
 * 3.10 for v1; when absent.
 */
#ifndef VMMETRICS_CGROUP_H
#define VMMETRICS_CGROUP_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * The files of a cgroup's directory that vmm_cgroup_read() takes; named after the file. vmm_file_find() gives the same
 * numbers by name, vmm_file_at() one after the other.
 */
enum {
    VMM_CGROUP_FILE_CPU_STAT = 1,                            /**< `cpu.stat`, both versions */
    VMM_CGROUP_FILE_CPU_STAT_LOCAL = 2,                      /**< `cpu.stat.local` */
    VMM_CGROUP_FILE_CPU_MAX = 3,                             /**< `cpu.max` */
    VMM_CGROUP_FILE_CPU_MAX_BURST = 4,                       /**< `cpu.max.burst` */
    VMM_CGROUP_FILE_CPU_WEIGHT = 5,                          /**< `cpu.weight` */
    VMM_CGROUP_FILE_CPU_WEIGHT_NICE = 6,                     /**< `cpu.weight.nice` */
    VMM_CGROUP_FILE_CPU_IDLE = 7,                            /**< `cpu.idle`, both versions */
    VMM_CGROUP_FILE_CPU_UCLAMP_MIN = 8,                      /**< `cpu.uclamp.min`, both versions */
    VMM_CGROUP_FILE_CPU_UCLAMP_MAX = 9,                      /**< `cpu.uclamp.max`, both versions */
    VMM_CGROUP_FILE_MEMORY_CURRENT = 10,                     /**< `memory.current` */
    VMM_CGROUP_FILE_MEMORY_PEAK = 11,                        /**< `memory.peak` */
    VMM_CGROUP_FILE_MEMORY_MIN = 12,                         /**< `memory.min` */
    VMM_CGROUP_FILE_MEMORY_LOW = 13,                         /**< `memory.low` */
    VMM_CGROUP_FILE_MEMORY_HIGH = 14,                        /**< `memory.high` */
    VMM_CGROUP_FILE_MEMORY_MAX = 15,                         /**< `memory.max` */
    VMM_CGROUP_FILE_MEMORY_OOM_GROUP = 16,                   /**< `memory.oom.group` */
    VMM_CGROUP_FILE_MEMORY_EVENTS = 17,                      /**< `memory.events` */
    VMM_CGROUP_FILE_MEMORY_EVENTS_LOCAL = 18,                /**< `memory.events.local` */
    VMM_CGROUP_FILE_MEMORY_SWAP_CURRENT = 19,                /**< `memory.swap.current` */
    VMM_CGROUP_FILE_MEMORY_SWAP_PEAK = 20,                   /**< `memory.swap.peak` */
    VMM_CGROUP_FILE_MEMORY_SWAP_HIGH = 21,                   /**< `memory.swap.high` */
    VMM_CGROUP_FILE_MEMORY_SWAP_MAX = 22,                    /**< `memory.swap.max` */
    VMM_CGROUP_FILE_MEMORY_SWAP_EVENTS = 23,                 /**< `memory.swap.events` */
    VMM_CGROUP_FILE_MEMORY_ZSWAP_CURRENT = 24,               /**< `memory.zswap.current` */
    VMM_CGROUP_FILE_MEMORY_ZSWAP_MAX = 25,                   /**< `memory.zswap.max` */
    VMM_CGROUP_FILE_MEMORY_ZSWAP_WRITEBACK = 26,             /**< `memory.zswap.writeback` */
    VMM_CGROUP_FILE_PIDS_CURRENT = 27,                       /**< `pids.current`, both versions */
    VMM_CGROUP_FILE_PIDS_PEAK = 28,                          /**< `pids.peak` */
    VMM_CGROUP_FILE_PIDS_MAX = 29,                           /**< `pids.max`, both versions */
    VMM_CGROUP_FILE_PIDS_EVENTS = 30,                        /**< `pids.events`, both versions */
    VMM_CGROUP_FILE_PIDS_EVENTS_LOCAL = 31,                  /**< `pids.events.local` */
    VMM_CGROUP_FILE_CGROUP_STAT = 32,                        /**< `cgroup.stat` */
    VMM_CGROUP_FILE_CGROUP_STAT_LOCAL = 33,                  /**< `cgroup.stat.local` */
    VMM_CGROUP_FILE_CGROUP_EVENTS = 34,                      /**< `cgroup.events` */
    VMM_CGROUP_FILE_CGROUP_TYPE = 35,                        /**< `cgroup.type` */
    VMM_CGROUP_FILE_CGROUP_FREEZE = 36,                      /**< `cgroup.freeze` */
    VMM_CGROUP_FILE_CGROUP_MAX_DEPTH = 37,                   /**< `cgroup.max.depth` */
    VMM_CGROUP_FILE_CGROUP_MAX_DESCENDANTS = 38,             /**< `cgroup.max.descendants` */
    VMM_CGROUP_FILE_CPUSET_CPUS_EFFECTIVE = 39,              /**< `cpuset.cpus.effective` */
    VMM_CGROUP_FILE_CPUSET_MEMS_EFFECTIVE = 40,              /**< `cpuset.mems.effective` */
    VMM_CGROUP_FILE_CPUACCT_USAGE = 41,                      /**< `cpuacct.usage`, v1 */
    VMM_CGROUP_FILE_CPUACCT_STAT = 42,                       /**< `cpuacct.stat`, v1 */
    VMM_CGROUP_FILE_CPU_CFS_QUOTA_US = 43,                   /**< `cpu.cfs_quota_us`, v1 */
    VMM_CGROUP_FILE_CPU_CFS_PERIOD_US = 44,                  /**< `cpu.cfs_period_us`, v1 */
    VMM_CGROUP_FILE_CPU_CFS_BURST_US = 45,                   /**< `cpu.cfs_burst_us`, v1 */
    VMM_CGROUP_FILE_CPU_SHARES = 46,                         /**< `cpu.shares`, v1 */
    VMM_CGROUP_FILE_MEMORY_USAGE_IN_BYTES = 47,              /**< `memory.usage_in_bytes`, v1 */
    VMM_CGROUP_FILE_MEMORY_MAX_USAGE_IN_BYTES = 48,          /**< `memory.max_usage_in_bytes`, v1 */
    VMM_CGROUP_FILE_MEMORY_LIMIT_IN_BYTES = 49,              /**< `memory.limit_in_bytes`, v1 */
    VMM_CGROUP_FILE_MEMORY_SOFT_LIMIT_IN_BYTES = 50,         /**< `memory.soft_limit_in_bytes`, v1 */
    VMM_CGROUP_FILE_MEMORY_FAILCNT = 51,                     /**< `memory.failcnt`, v1 */
    VMM_CGROUP_FILE_MEMORY_MEMSW_USAGE_IN_BYTES = 52,        /**< `memory.memsw.usage_in_bytes`, v1 */
    VMM_CGROUP_FILE_MEMORY_MEMSW_MAX_USAGE_IN_BYTES = 53,    /**< `memory.memsw.max_usage_in_bytes`, v1 */
    VMM_CGROUP_FILE_MEMORY_MEMSW_LIMIT_IN_BYTES = 54,        /**< `memory.memsw.limit_in_bytes`, v1 */
    VMM_CGROUP_FILE_MEMORY_MEMSW_FAILCNT = 55,               /**< `memory.memsw.failcnt`, v1 */
    VMM_CGROUP_FILE_MEMORY_KMEM_USAGE_IN_BYTES = 56,         /**< `memory.kmem.usage_in_bytes`, v1 */
    VMM_CGROUP_FILE_MEMORY_KMEM_MAX_USAGE_IN_BYTES = 57,     /**< `memory.kmem.max_usage_in_bytes`, v1 */
    VMM_CGROUP_FILE_MEMORY_KMEM_LIMIT_IN_BYTES = 58,         /**< `memory.kmem.limit_in_bytes`, v1 */
    VMM_CGROUP_FILE_MEMORY_KMEM_FAILCNT = 59,                /**< `memory.kmem.failcnt`, v1 */
    VMM_CGROUP_FILE_MEMORY_KMEM_TCP_USAGE_IN_BYTES = 60,     /**< `memory.kmem.tcp.usage_in_bytes`, v1 */
    VMM_CGROUP_FILE_MEMORY_KMEM_TCP_MAX_USAGE_IN_BYTES = 61, /**< `memory.kmem.tcp.max_usage_in_bytes`, v1 */
    VMM_CGROUP_FILE_MEMORY_KMEM_TCP_LIMIT_IN_BYTES = 62,     /**< `memory.kmem.tcp.limit_in_bytes`, v1 */
    VMM_CGROUP_FILE_MEMORY_KMEM_TCP_FAILCNT = 63,            /**< `memory.kmem.tcp.failcnt`, v1 */
    VMM_CGROUP_FILE_MEMORY_OOM_CONTROL = 64,                 /**< `memory.oom_control`, v1 */
    VMM_CGROUP_FILE_CPUSET_EFFECTIVE_CPUS = 65,              /**< `cpuset.effective_cpus`, v1 */
    VMM_CGROUP_FILE_CPUSET_EFFECTIVE_MEMS = 66               /**< `cpuset.effective_mems`, v1 */
};

/** What a cgroup is: the words of cgroup.type. */
enum {
    /** `domain`: has processes of its own, and its own memory. */
    VMM_CGROUP_TYPE_DOMAIN = 1,
    /** `domain threaded`: the root of a threaded subtree. */
    VMM_CGROUP_TYPE_DOMAIN_THREADED = 2,
    /** `domain invalid`: can do nothing before it becomes threaded. */
    VMM_CGROUP_TYPE_DOMAIN_INVALID = 3,
    /** `threaded`: has single threads, and no memory of its own. */
    VMM_CGROUP_TYPE_THREADED = 4
};

/**
 * A cgroup's directory, filled file by file with vmm_cgroup_read(). Names are those of version 2; a file of version 1
 * feeds a member of the same meaning and unit, which the member's comment then names, or one of those behind the others,
 * which only version 1 has.
 *
 * What has no own limit says so (::VMM_UNLIMITED); the limit of a cgroup above it may still be smaller. The files of
 * version 1 count a cgroup with all below it, as version 2 does, unless use_hierarchy was switched off, which Linux 5.11
 * no longer allows.
 */
struct vmm_cgroup {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** Tells one cgroup from a later one with the same path, as the inode number of its directory does: the caller
     *  sets it, after vmm_record_init(), where it knows. Identity. */
    uint64_t instance_id;
    /** CPU time used. `cpu.stat` `usage_usec`; microseconds; counter, 64 bits; since 4.15; v1 has cpuacct_usage_ns. */
    uint64_t usage_usec;
    /** The part of it in user mode. `cpu.stat` `user_usec`; microseconds; counter, 64 bits; since 4.15. */
    uint64_t user_usec;
    /** The part of it in the kernel. `cpu.stat` `system_usec`; microseconds; counter, 64 bits; since 4.15. */
    uint64_t system_usec;
    /** The part of user_usec of niced processes. `cpu.stat` `nice_usec`; microseconds; counter, 64 bits; since 6.13. */
    uint64_t nice_usec;
    /** Time in which CPUs were kept idle so that no stranger ran beside it on a core. `cpu.stat`
     *  `core_sched.force_idle_usec`; microseconds; counter, 64 bits; since 6.1; absent without CONFIG_SCHED_CORE. */
    uint64_t core_sched_force_idle_usec;
    /** Periods of cpu.max in which there was something to run. `cpu.stat` `nr_periods`, both versions; count;
     *  counter, 32 bits; absent without the cpu controller. The kernel's `int`: unknown while it is below zero, after
     *  2^31. */
    uint64_t nr_periods;
    /** Those of them in which the quota was used up. `cpu.stat` `nr_throttled`, both versions; count;
     *  counter, 32 bits; absent without the cpu controller. */
    uint64_t nr_throttled;
    /** Time in which the cgroup was throttled, summed over CPUs. `cpu.stat` `throttled_usec`; microseconds;
     *  counter, 64 bits; absent without the cpu controller; v1 has throttled_time_ns. */
    uint64_t throttled_usec;
    /** Periods in which a burst was used. `cpu.stat` `nr_bursts`, both versions; count; counter, 32 bits; since 5.15;
     *  absent without the cpu controller. */
    uint64_t nr_bursts;
    /** Time used above the quota in bursts. `cpu.stat` `burst_usec`; microseconds; counter, 64 bits; since 5.15;
     *  absent without the cpu controller; v1 has burst_time_ns. */
    uint64_t burst_usec;
    /** v1's throttled time, summed over CPUs. v1 `cpu.stat` `throttled_time`; nanoseconds; counter, 64 bits; only in
     *  v1. */
    uint64_t throttled_time_ns;
    /** v1's time used above the quota in bursts. v1 `cpu.stat` `burst_time`; nanoseconds; counter, 64 bits; since
     *  5.15; only in v1. */
    uint64_t burst_time_ns;
    /** v1's time in which tasks waited for a CPU. v1 `cpu.stat` `wait_sum`; nanoseconds; counter, 64 bits; since
     *  4.19; only in v1, and where schedstats are on. */
    uint64_t wait_sum_ns;
    /** Time in which its own tasks were throttled, whether by its own limit or by one above it, summed over CPUs.
     *  `cpu.stat.local` `throttled_usec`; microseconds; counter, 64 bits; since 6.6; absent without the cpu
     *  controller, where the file is empty. */
    uint64_t cpu_stat_local_throttled_usec;
    /** The same in v1. v1 `cpu.stat.local` `throttled_time`; nanoseconds; counter, 64 bits; since 6.6; only in v1. */
    uint64_t cpu_stat_local_throttled_time_ns;
    /** CPU time that may be used in each period. `cpu.max`, first value, v1 `cpu.cfs_quota_us`; microseconds; limit;
     *  since 4.15; absent in the root. */
    uint64_t cpu_max_usec;
    /** How long a period is. `cpu.max`, second value, v1 `cpu.cfs_period_us`; microseconds; gauge; since 4.15; absent
     *  in the root. */
    uint64_t cpu_max_period_usec;
    /** Unused time that may be kept for later periods. `cpu.max.burst`, v1 `cpu.cfs_burst_us`; microseconds; limit;
     *  since 5.14; absent in the root. */
    uint64_t cpu_max_burst_usec;
    /** Weight against its siblings, 1 to 10000. `cpu.weight`; count; gauge; since 4.15; absent in the root; 0 where
     *  cpu.idle is 1; v1 has cpu_shares. */
    uint64_t cpu_weight;
    /** The same as a nice value, -20 to 19. `cpu.weight.nice`; count; gauge; since 4.15; absent in the root. */
    double cpu_weight_nice;
    /** Whether it runs only where nobody else wants to. `cpu.idle`, both versions; count; gauge; 0 or 1; since 5.15. */
    uint64_t cpu_idle;
    /** Least utilisation that its tasks are taken to have, in percent. `cpu.uclamp.min`, both versions; hundredths;
     *  limit; since 5.4; absent without CONFIG_UCLAMP_TASK_GROUP. `max`, which is 100 %, is ::VMM_UNLIMITED. */
    uint64_t cpu_uclamp_min_hundredths;
    /** Largest utilisation that its tasks are taken to have, in percent. `cpu.uclamp.max`, both versions; hundredths;
     *  limit; since 5.4; absent without CONFIG_UCLAMP_TASK_GROUP. `max`, which is 100 %, is ::VMM_UNLIMITED. */
    uint64_t cpu_uclamp_max_hundredths;
    /** Memory in use, page cache included. `memory.current`, v1 `memory.usage_in_bytes`; bytes; gauge; absent in v2's
     *  root. */
    uint64_t memory_current_bytes;
    /** The most that was in use, as far as is known: what is in use now may seem to be more. `memory.peak`, v1
     *  `memory.max_usage_in_bytes`; bytes; gauge; since 5.19; starts anew where somebody writes to the file. */
    uint64_t memory_peak_bytes;
    /** Memory that is never reclaimed. `memory.min`; bytes; limit; since 4.18. */
    uint64_t memory_min_bytes;
    /** Memory that is reclaimed only where there is no other. `memory.low`; bytes; limit. */
    uint64_t memory_low_bytes;
    /** Above it the cgroup is slowed down and reclaimed from. `memory.high`; bytes; limit. */
    uint64_t memory_high_bytes;
    /** Above it processes are killed. `memory.max`, v1 `memory.limit_in_bytes`; bytes; limit. v1 prints its largest
     *  number for no limit, on kernels with pages of any size: that is ::VMM_UNLIMITED. */
    uint64_t memory_max_bytes;
    /** Whether all of it is killed together. `memory.oom.group`; count; gauge; 0 or 1; since 4.19. */
    uint64_t memory_oom_group;
    /** Times that it was reclaimed from below memory.low. `memory.events` `low`; count;
     *  counter of the kernel's `unsigned long`. */
    uint64_t memory_events_low;
    /** Times that it was slowed down above memory.high. `memory.events` `high`; count;
     *  counter of the kernel's `unsigned long`. */
    uint64_t memory_events_high;
    /** Times that memory.max was about to be passed. `memory.events` `max`; count;
     *  counter of the kernel's `unsigned long`. */
    uint64_t memory_events_max;
    /** Times that an allocation was about to fail. `memory.events` `oom`; count;
     *  counter of the kernel's `unsigned long`. */
    uint64_t memory_events_oom;
    /** Processes killed for lack of memory. `memory.events` `oom_kill`; count;
     *  counter of the kernel's `unsigned long`; since 4.13. */
    uint64_t memory_events_oom_kill;
    /** Times that all of it was killed for lack of memory. `memory.events` `oom_group_kill`; count;
     *  counter of the kernel's `unsigned long`; since 5.17. */
    uint64_t memory_events_oom_group_kill;
    /** Times that its sockets were throttled for lack of memory. `memory.events` `sock_throttled`; count;
     *  counter of the kernel's `unsigned long`; since 6.19. */
    uint64_t memory_events_sock_throttled;
    /** Times that it was reclaimed from below memory.low, of this cgroup alone. `memory.events.local` `low`; count;
     *  counter of the kernel's `unsigned long`; since 5.3. */
    uint64_t memory_events_local_low;
    /** Times that it was slowed down above memory.high, of this cgroup alone. `memory.events.local` `high`; count;
     *  counter of the kernel's `unsigned long`; since 5.3. */
    uint64_t memory_events_local_high;
    /** Times that memory.max was about to be passed, of this cgroup alone. `memory.events.local` `max`; count;
     *  counter of the kernel's `unsigned long`; since 5.3. */
    uint64_t memory_events_local_max;
    /** Times that an allocation was about to fail, of this cgroup alone. `memory.events.local` `oom`; count;
     *  counter of the kernel's `unsigned long`; since 5.3. */
    uint64_t memory_events_local_oom;
    /** Processes killed for lack of memory, of this cgroup alone. `memory.events.local` `oom_kill`; count;
     *  counter of the kernel's `unsigned long`; since 5.3. */
    uint64_t memory_events_local_oom_kill;
    /** Times that all of it was killed for lack of memory, of this cgroup alone. `memory.events.local`
     *  `oom_group_kill`; count; counter of the kernel's `unsigned long`; since 5.17. */
    uint64_t memory_events_local_oom_group_kill;
    /** Times that its sockets were throttled for lack of memory, of this cgroup alone. `memory.events.local`
     *  `sock_throttled`; count; counter of the kernel's `unsigned long`; since 6.19. */
    uint64_t memory_events_local_sock_throttled;
    /** Swap in use; without memory, unlike v1's memsw. `memory.swap.current`; bytes; gauge; absent without swap
     *  accounting. */
    uint64_t memory_swap_current_bytes;
    /** The most swap that was in use. `memory.swap.peak`; bytes; gauge; since 6.5. */
    uint64_t memory_swap_peak_bytes;
    /** Above it the cgroup is slowed down. `memory.swap.high`; bytes; limit; since 5.8. */
    uint64_t memory_swap_high_bytes;
    /** Above it nothing more is swapped out. `memory.swap.max`; bytes; limit. */
    uint64_t memory_swap_max_bytes;
    /** Times that swap was above memory.swap.high. `memory.swap.events` `high`; count;
     *  counter of the kernel's `unsigned long`; since 5.8. */
    uint64_t memory_swap_events_high;
    /** Times that swap was about to pass memory.swap.max. `memory.swap.events` `max`; count;
     *  counter of the kernel's `unsigned long`; since 4.18. */
    uint64_t memory_swap_events_max;
    /** Times that there was no swap to be had. `memory.swap.events` `fail`; count;
     *  counter of the kernel's `unsigned long`; since 4.18. */
    uint64_t memory_swap_events_fail;
    /** Memory that the compressed swap cache takes. `memory.zswap.current`; bytes; gauge; since 5.19; absent without
     *  CONFIG_ZSWAP. */
    uint64_t memory_zswap_current_bytes;
    /** Above it nothing more goes there. `memory.zswap.max`; bytes; limit; since 5.19; absent without CONFIG_ZSWAP. */
    uint64_t memory_zswap_max_bytes;
    /** Whether the compressed swap cache may be written to disk. `memory.zswap.writeback`; count; gauge; 0 or 1;
     *  since 6.8; absent without CONFIG_ZSWAP. */
    uint64_t memory_zswap_writeback;
    /** Processes and threads. `pids.current`, both versions; count; gauge; absent in the root. */
    uint64_t pids_current;
    /** The most there were. `pids.peak`, both versions; count; gauge; since 6.1. */
    uint64_t pids_peak;
    /** The most there may be. `pids.max`, both versions; count; limit. */
    uint64_t pids_max;
    /** Times that there were too many. `pids.events` `max`, both versions; count; counter, 64 bits; since 4.8. Since
     *  6.11 the times that its own limit was hit, or that of one below it; before, and in v1, the forks that failed
     *  in this cgroup alone, whoever's limit it was. */
    uint64_t pids_events_max;
    /** Times that there were too many for this cgroup's own limit. `pids.events.local` `max`; count;
     *  counter, 64 bits; since 6.11. */
    uint64_t pids_events_local_max;
    /** Cgroups below it. `cgroup.stat` `nr_descendants`; count; gauge; since 4.14. */
    uint64_t cgroup_stat_nr_descendants;
    /** Cgroups below it that were removed and still hold memory. `cgroup.stat` `nr_dying_descendants`; count; gauge;
     *  since 4.14. */
    uint64_t cgroup_stat_nr_dying_descendants;
    /** Time in which it was frozen. `cgroup.stat.local` `frozen_usec`; microseconds; counter, 64 bits; since 6.18. */
    uint64_t cgroup_stat_local_frozen_usec;
    /** Whether there are processes in it or below. `cgroup.events` `populated`; count; gauge; 0 or 1. */
    uint64_t cgroup_events_populated;
    /** Whether it is frozen. `cgroup.events` `frozen`; count; gauge; 0 or 1; since 5.2. */
    uint64_t cgroup_events_frozen;
    /** What it is, one of VMM_CGROUP_TYPE_*. `cgroup.type`; count; gauge; since 4.14; absent in the root. */
    uint64_t cgroup_type;
    /** Whether it shall be frozen. `cgroup.freeze`; count; gauge; 0 or 1; since 5.2. */
    uint64_t cgroup_freeze;
    /** How deep cgroups below it may be nested. `cgroup.max.depth`; count; limit; since 4.14. */
    uint64_t cgroup_max_depth;
    /** How many cgroups there may be below it. `cgroup.max.descendants`; count; limit; since 4.14. */
    uint64_t cgroup_max_descendants;
    /** How many CPUs it may use. `cpuset.cpus.effective`, v1 `cpuset.effective_cpus`; count; gauge; since 5.0. */
    uint64_t cpuset_cpus_effective;
    /** How many memory nodes it may use. `cpuset.mems.effective`, v1 `cpuset.effective_mems`; count; gauge; since
     *  5.0. */
    uint64_t cpuset_mems_effective;
    /** v1's CPU time used. v1 `cpuacct.usage`; nanoseconds; counter, 64 bits; only in v1; starts anew where somebody
     *  writes to the file. */
    uint64_t cpuacct_usage_ns;
    /** v1's CPU time in user mode. v1 `cpuacct.stat` `user`; ticks; counter, 64 bits; only in v1. */
    uint64_t cpuacct_stat_user_ticks;
    /** v1's CPU time in the kernel. v1 `cpuacct.stat` `system`; ticks; counter, 64 bits; only in v1. */
    uint64_t cpuacct_stat_system_ticks;
    /** v1's weight against its siblings, 2 to 262144. v1 `cpu.shares`; count; gauge; only in v1. */
    uint64_t cpu_shares;
    /** v1's limit that is kept only where memory is short. v1 `memory.soft_limit_in_bytes`; bytes; limit; only in v1.
     *  */
    uint64_t memory_soft_limit_bytes;
    /** Times that the limit was hit. v1 `memory.failcnt`; count; counter of the kernel's `unsigned long`; only in v1;
     *  starts anew where somebody writes to the file. */
    uint64_t memory_failcnt;
    /** v1's memory and swap together in use. v1 `memory.memsw.usage_in_bytes`; bytes; gauge; only in v1. */
    uint64_t memory_memsw_usage_bytes;
    /** The most memory and swap together that was in use. v1 `memory.memsw.max_usage_in_bytes`; bytes; gauge; only in
     *  v1. */
    uint64_t memory_memsw_max_usage_bytes;
    /** v1's limit of memory and swap together. v1 `memory.memsw.limit_in_bytes`; bytes; limit; only in v1. */
    uint64_t memory_memsw_limit_bytes;
    /** Times that this limit was hit. v1 `memory.memsw.failcnt`; count; counter of the kernel's `unsigned long`; only
     *  in v1; starts anew where somebody writes to the file. */
    uint64_t memory_memsw_failcnt;
    /** v1's memory of the kernel in use. v1 `memory.kmem.usage_in_bytes`; bytes; gauge; only in v1. */
    uint64_t memory_kmem_usage_bytes;
    /** The most memory of the kernel that was in use. v1 `memory.kmem.max_usage_in_bytes`; bytes; gauge; only in v1. */
    uint64_t memory_kmem_max_usage_bytes;
    /** v1's limit of memory of the kernel. v1 `memory.kmem.limit_in_bytes`; bytes; limit; only in v1. */
    uint64_t memory_kmem_limit_bytes;
    /** Times that this limit was hit. v1 `memory.kmem.failcnt`; count; counter of the kernel's `unsigned long`; only
     *  in v1; starts anew where somebody writes to the file. */
    uint64_t memory_kmem_failcnt;
    /** v1's memory of TCP's buffers in use. v1 `memory.kmem.tcp.usage_in_bytes`; bytes; gauge; only in v1. */
    uint64_t memory_kmem_tcp_usage_bytes;
    /** The most memory of TCP's buffers that was in use. v1 `memory.kmem.tcp.max_usage_in_bytes`; bytes; gauge; only
     *  in v1. */
    uint64_t memory_kmem_tcp_max_usage_bytes;
    /** v1's limit of memory of TCP's buffers. v1 `memory.kmem.tcp.limit_in_bytes`; bytes; limit; only in v1. */
    uint64_t memory_kmem_tcp_limit_bytes;
    /** Times that this limit was hit. v1 `memory.kmem.tcp.failcnt`; count; counter of the kernel's `unsigned long`;
     *  only in v1; starts anew where somebody writes to the file. */
    uint64_t memory_kmem_tcp_failcnt;
    /** Whether processes are stopped instead of killed for lack of memory. v1 `memory.oom_control`
     *  `oom_kill_disable`; count; gauge; 0 or 1; only in v1. */
    uint64_t memory_oom_control_oom_kill_disable;
    /** Whether processes are stopped for lack of memory now. v1 `memory.oom_control` `under_oom`; count; gauge; 0 or
     *  1; only in v1. */
    uint64_t memory_oom_control_under_oom;
    /** Processes killed for lack of memory, of this cgroup alone. v1 `memory.oom_control` `oom_kill`; count;
     *  counter of the kernel's `unsigned long`; since 4.13; only in v1. */
    uint64_t memory_oom_control_oom_kill;
};

/**
 * Reads one file of a cgroup's directory into the members that it feeds, to the end of the text. Make the record unknown
 * with vmm_record_init() before each sample, then read the files that there are, in any order: what is missing or cannot
 * be read stays unknown. Where two files feed a member, the later one counts.
 *
 * Files of one value are taken with or without the newline behind it; all others must end in one. Some files are empty
 * on a healthy system, such as `cpu.stat.local` without the cpu controller.
 *
 * @param file_id  one of VMM_CGROUP_FILE_*
 * @param text     all of the file
 * @param out      a record that vmm_record_init() or an earlier call has filled
 * @param out_size its size
 * @retval VMM_OK          the members of this file are filled; those whose keys are not in it stay as they were
 * @retval VMM_E_SYNTAX    a known key or column has a malformed value; the members of this file are unknown
 * @retval VMM_E_TRUNCATED the text ends inside a line; the members of this file are unknown
 * @retval VMM_E_EMPTY     not one known key, or no text; the members of this file are unknown
 * @retval VMM_E_ARGUMENT  an argument is NULL, `file_id` is none, or `out_size` is below 8; nothing was written
 */
VMM_API vmm_status vmm_cgroup_read(uint32_t file_id, struct vmm_text *text, struct vmm_cgroup *out, size_t out_size);

/** What a cgroup did between two samples. */
struct vmm_cgroup_usage {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** CPUs used on average: 1 is one CPU all the time. Count; gauge; needs `usage_usec`, or else v1's
     *  `cpuacct.usage`. */
    double cores_used;
    /** The part of it in user mode. Count; gauge; needs `user_usec`; unknown in v1, which counts it in ticks. */
    double user_cores;
    /** The part of it in the kernel. Count; gauge; needs `system_usec`; unknown in v1, which counts it in ticks. */
    double system_cores;
    /** Share of its own CPU limit that was used, the limit being that of the later sample; above 1 in bursts, and after
     *  the limit was lowered. Ratio; gauge; needs cpu.max and what cores_used needs; unknown where there is no limit.
     *  */
    double cpu_limit_used_ratio;
    /** Share of the periods in which it was throttled, as cAdvisor and Kubernetes compute it. Ratio; gauge; needs
     *  `nr_periods` and `nr_throttled`; unknown where no period passed, or more than the time allows. */
    double throttled_periods_ratio;
    /** CPUs on average that were kept from it by its limit. Count; gauge; needs `throttled_usec`, or else v1's
     *  `throttled_time`. */
    double throttled_cores;
    /** Times that it was reclaimed from below memory.low. Count; gauge; needs memory.events. */
    uint64_t memory_events_low;
    /** Times that it was slowed down above memory.high. Count; gauge; needs memory.events. */
    uint64_t memory_events_high;
    /** Times that memory.max was about to be passed. Count; gauge; needs memory.events. */
    uint64_t memory_events_max;
    /** Times that an allocation was about to fail. Count; gauge; needs memory.events. */
    uint64_t memory_events_oom;
    /** Processes killed for lack of memory. Count; gauge; needs memory.events. */
    uint64_t memory_events_oom_kill;
    /** Times that all of it was killed for lack of memory. Count; gauge; needs memory.events. */
    uint64_t memory_events_oom_group_kill;
    /** Times that swap was about to pass memory.swap.max. Count; gauge; needs memory.swap.events. */
    uint64_t memory_swap_events_max;
    /** Times that there was no swap to be had. Count; gauge; needs memory.swap.events. */
    uint64_t memory_swap_events_fail;
    /** Times that there were too many processes. Count; gauge; needs pids.events. */
    uint64_t pids_events_max;
    /** Times that v1's limit of memory was hit. Count; gauge; needs memory.failcnt. */
    uint64_t memory_failcnt;
    /** Processes killed for lack of memory, of this cgroup alone. Count; gauge; needs v1's memory.oom_control. */
    uint64_t memory_oom_control_oom_kill;
};

/**
 * What a cgroup did between two samples of its directory. Each result needs only its own inputs, in both samples.
 *
 * A counter that fell has restarted: the cgroup was removed and made again, its controller was switched off and on, or
 * somebody wrote to a file of v1 that starts anew then. Only `instance_id` shows every cgroup that was made again under
 * the same path: once all of its counters have passed the old ones, their growth is like any other, and wrong.
 * `nr_periods` and `nr_throttled` go modulo 2^32, so their fall is no reset; after a restart their ratio is unknown, as
 * they seem to have grown by more than the time allows.
 *
 * To count from a certain moment, as for a VM that is used again in the same cgroup, keep that moment's sample and give
 * it as `before`.
 *
 * @param before     the earlier sample; NULL or of `size` 0 when there is none
 * @param after      the later sample
 * @param elapsed_ns the time between them, from a clock that nobody sets
 * @param out        the result
 * @param out_size   its size
 * @retval VMM_OK          `out` is filled
 * @retval VMM_FIRST       no earlier sample
 * @retval VMM_NO_INTERVAL `elapsed_ns` is 0 or less
 * @retval VMM_RESET       a counter fell, or both samples have an `instance_id` and they differ
 * @retval VMM_E_EMPTY     none of the inputs is known in both samples
 * @retval VMM_E_ARGUMENT  `after` or `out` is NULL, or `out_size` is below 8
 */
VMM_API vmm_status vmm_cgroup_usage_between(const struct vmm_cgroup *before, const struct vmm_cgroup *after,
                                            int64_t elapsed_ns, struct vmm_cgroup_usage *out, size_t out_size);

#ifdef __cplusplus
}
#endif

#endif
