/* The small files of a cgroup's directory, of both versions. */
#include "vmmetrics/cgroup.h"

#include "../record/engine.h"

#define RECORD struct vmm_cgroup
#define CPU_STAT(KEY)                                                                                                  \
    KEY(usage_usec, USEC, COUNTER, "usage_usec ")                                                                      \
    KEY(user_usec, USEC, COUNTER, "user_usec ")                                                                        \
    KEY(system_usec, USEC, COUNTER, "system_usec ")                                                                    \
    KEY(nice_usec, USEC, COUNTER, "nice_usec ")                                                                        \
    KEY(core_sched_force_idle_usec, USEC, COUNTER, "core_sched.force_idle_usec ")                                      \
    KEY(nr_periods, COUNT, COUNTER_32, "nr_periods ")                                                                  \
    KEY(nr_throttled, COUNT, COUNTER_32, "nr_throttled ")                                                              \
    KEY(throttled_usec, USEC, COUNTER, "throttled_usec ")                                                              \
    KEY(nr_bursts, COUNT, COUNTER_32, "nr_bursts ")                                                                    \
    KEY(burst_usec, USEC, COUNTER, "burst_usec ")                                                                      \
    KEY(throttled_time_ns, NS, COUNTER, "throttled_time ")                                                             \
    KEY(burst_time_ns, NS, COUNTER, "burst_time ")                                                                     \
    KEY(wait_sum_ns, NS, COUNTER, "wait_sum ")
#define CPU_STAT_LOCAL(KEY)                                                                                            \
    KEY(cpu_stat_local_throttled_usec, USEC, COUNTER, "throttled_usec ")                                               \
    KEY(cpu_stat_local_throttled_time_ns, NS, COUNTER, "throttled_time ")
#define MEMORY_EVENTS(KEY)                                                                                             \
    KEY(memory_events_low, COUNT, COUNTER_LONG, "low ")                                                                \
    KEY(memory_events_high, COUNT, COUNTER_LONG, "high ")                                                              \
    KEY(memory_events_max, COUNT, COUNTER_LONG, "max ")                                                                \
    KEY(memory_events_oom, COUNT, COUNTER_LONG, "oom ")                                                                \
    KEY(memory_events_oom_kill, COUNT, COUNTER_LONG, "oom_kill ")                                                      \
    KEY(memory_events_oom_group_kill, COUNT, COUNTER_LONG, "oom_group_kill ")                                          \
    KEY(memory_events_sock_throttled, COUNT, COUNTER_LONG, "sock_throttled ")
#define MEMORY_EVENTS_LOCAL(KEY)                                                                                       \
    KEY(memory_events_local_low, COUNT, COUNTER_LONG, "low ")                                                          \
    KEY(memory_events_local_high, COUNT, COUNTER_LONG, "high ")                                                        \
    KEY(memory_events_local_max, COUNT, COUNTER_LONG, "max ")                                                          \
    KEY(memory_events_local_oom, COUNT, COUNTER_LONG, "oom ")                                                          \
    KEY(memory_events_local_oom_kill, COUNT, COUNTER_LONG, "oom_kill ")                                                \
    KEY(memory_events_local_oom_group_kill, COUNT, COUNTER_LONG, "oom_group_kill ")                                    \
    KEY(memory_events_local_sock_throttled, COUNT, COUNTER_LONG, "sock_throttled ")
#define MEMORY_SWAP_EVENTS(KEY)                                                                                        \
    KEY(memory_swap_events_high, COUNT, COUNTER_LONG, "high ")                                                         \
    KEY(memory_swap_events_max, COUNT, COUNTER_LONG, "max ")                                                           \
    KEY(memory_swap_events_fail, COUNT, COUNTER_LONG, "fail ")
#define PIDS_EVENTS(KEY) KEY(pids_events_max, COUNT, COUNTER, "max ")
#define PIDS_EVENTS_LOCAL(KEY) KEY(pids_events_local_max, COUNT, COUNTER, "max ")
#define CGROUP_STAT(KEY)                                                                                               \
    KEY(cgroup_stat_nr_descendants, COUNT, GAUGE, "nr_descendants ")                                                   \
    KEY(cgroup_stat_nr_dying_descendants, COUNT, GAUGE, "nr_dying_descendants ")
#define CGROUP_STAT_LOCAL(KEY) KEY(cgroup_stat_local_frozen_usec, USEC, COUNTER, "frozen_usec ")
#define CGROUP_EVENTS(KEY)                                                                                             \
    KEY(cgroup_events_populated, COUNT, GAUGE, "populated ")                                                           \
    KEY(cgroup_events_frozen, COUNT, GAUGE, "frozen ")
#define CPUACCT_STAT(KEY)                                                                                              \
    KEY(cpuacct_stat_user_ticks, TICKS, COUNTER, "user ")                                                              \
    KEY(cpuacct_stat_system_ticks, TICKS, COUNTER, "system ")
#define MEMORY_OOM_CONTROL(KEY)                                                                                        \
    KEY(memory_oom_control_oom_kill_disable, COUNT, GAUGE, "oom_kill_disable ")                                        \
    KEY(memory_oom_control_under_oom, COUNT, GAUGE, "under_oom ")                                                      \
    KEY(memory_oom_control_oom_kill, COUNT, COUNTER_LONG, "oom_kill ")

/*
 * The files in the order of their ids, each with its keys or its value. A file of version 1 that feeds a member of another
 * file ALSO does so.
 */
#define FILES(LINES, VALUE, PAIR, ALSO)                                                                                \
    LINES("cpu.stat", CPU_STAT)                                                                                        \
    LINES("cpu.stat.local", CPU_STAT_LOCAL)                                                                            \
    PAIR("cpu.max", cpu_max_usec, USEC_LIMIT, LIMIT, cpu_max_period_usec, USEC, GAUGE)                                 \
    VALUE("cpu.max.burst", cpu_max_burst_usec, USEC, LIMIT)                                                            \
    VALUE("cpu.weight", cpu_weight, COUNT, GAUGE)                                                                      \
    VALUE("cpu.weight.nice", cpu_weight_nice, SIGNED, GAUGE)                                                           \
    VALUE("cpu.idle", cpu_idle, COUNT, GAUGE)                                                                          \
    VALUE("cpu.uclamp.min", cpu_uclamp_min_hundredths, HUNDREDTHS_LIMIT, LIMIT)                                        \
    VALUE("cpu.uclamp.max", cpu_uclamp_max_hundredths, HUNDREDTHS_LIMIT, LIMIT)                                        \
    VALUE("memory.current", memory_current_bytes, BYTES, GAUGE)                                                        \
    VALUE("memory.peak", memory_peak_bytes, BYTES, GAUGE)                                                              \
    VALUE("memory.min", memory_min_bytes, BYTES_LIMIT, LIMIT)                                                          \
    VALUE("memory.low", memory_low_bytes, BYTES_LIMIT, LIMIT)                                                          \
    VALUE("memory.high", memory_high_bytes, BYTES_LIMIT, LIMIT)                                                        \
    VALUE("memory.max", memory_max_bytes, BYTES_LIMIT, LIMIT)                                                          \
    VALUE("memory.oom.group", memory_oom_group, COUNT, GAUGE)                                                          \
    LINES("memory.events", MEMORY_EVENTS)                                                                              \
    LINES("memory.events.local", MEMORY_EVENTS_LOCAL)                                                                  \
    VALUE("memory.swap.current", memory_swap_current_bytes, BYTES, GAUGE)                                              \
    VALUE("memory.swap.peak", memory_swap_peak_bytes, BYTES, GAUGE)                                                    \
    VALUE("memory.swap.high", memory_swap_high_bytes, BYTES_LIMIT, LIMIT)                                              \
    VALUE("memory.swap.max", memory_swap_max_bytes, BYTES_LIMIT, LIMIT)                                                \
    LINES("memory.swap.events", MEMORY_SWAP_EVENTS)                                                                    \
    VALUE("memory.zswap.current", memory_zswap_current_bytes, BYTES, GAUGE)                                            \
    VALUE("memory.zswap.max", memory_zswap_max_bytes, BYTES_LIMIT, LIMIT)                                              \
    VALUE("memory.zswap.writeback", memory_zswap_writeback, COUNT, GAUGE)                                              \
    VALUE("pids.current", pids_current, COUNT, GAUGE)                                                                  \
    VALUE("pids.peak", pids_peak, COUNT, GAUGE)                                                                        \
    VALUE("pids.max", pids_max, COUNT_LIMIT, LIMIT)                                                                    \
    LINES("pids.events", PIDS_EVENTS)                                                                                  \
    LINES("pids.events.local", PIDS_EVENTS_LOCAL)                                                                      \
    LINES("cgroup.stat", CGROUP_STAT)                                                                                  \
    LINES("cgroup.stat.local", CGROUP_STAT_LOCAL)                                                                      \
    LINES("cgroup.events", CGROUP_EVENTS)                                                                              \
    VALUE("cgroup.type", cgroup_type, CGROUP_TYPE, GAUGE)                                                              \
    VALUE("cgroup.freeze", cgroup_freeze, COUNT, GAUGE)                                                                \
    VALUE("cgroup.max.depth", cgroup_max_depth, COUNT_LIMIT, LIMIT)                                                    \
    VALUE("cgroup.max.descendants", cgroup_max_descendants, COUNT_LIMIT, LIMIT)                                        \
    VALUE("cpuset.cpus.effective", cpuset_cpus_effective, LIST, GAUGE)                                                 \
    VALUE("cpuset.mems.effective", cpuset_mems_effective, LIST, GAUGE)                                                 \
    VALUE("cpuacct.usage", cpuacct_usage_ns, NS, COUNTER)                                                              \
    LINES("cpuacct.stat", CPUACCT_STAT)                                                                                \
    ALSO("cpu.cfs_quota_us", cpu_max_usec, V1_QUOTA, LIMIT)                                                            \
    ALSO("cpu.cfs_period_us", cpu_max_period_usec, USEC, GAUGE)                                                        \
    ALSO("cpu.cfs_burst_us", cpu_max_burst_usec, USEC, LIMIT)                                                          \
    VALUE("cpu.shares", cpu_shares, COUNT, GAUGE)                                                                      \
    ALSO("memory.usage_in_bytes", memory_current_bytes, BYTES, GAUGE)                                                  \
    ALSO("memory.max_usage_in_bytes", memory_peak_bytes, BYTES, GAUGE)                                                 \
    ALSO("memory.limit_in_bytes", memory_max_bytes, V1_LIMIT, LIMIT)                                                   \
    VALUE("memory.soft_limit_in_bytes", memory_soft_limit_bytes, V1_LIMIT, LIMIT)                                      \
    VALUE("memory.failcnt", memory_failcnt, COUNT, COUNTER_LONG)                                                       \
    VALUE("memory.memsw.usage_in_bytes", memory_memsw_usage_bytes, BYTES, GAUGE)                                       \
    VALUE("memory.memsw.max_usage_in_bytes", memory_memsw_max_usage_bytes, BYTES, GAUGE)                               \
    VALUE("memory.memsw.limit_in_bytes", memory_memsw_limit_bytes, V1_LIMIT, LIMIT)                                    \
    VALUE("memory.memsw.failcnt", memory_memsw_failcnt, COUNT, COUNTER_LONG)                                           \
    VALUE("memory.kmem.usage_in_bytes", memory_kmem_usage_bytes, BYTES, GAUGE)                                         \
    VALUE("memory.kmem.max_usage_in_bytes", memory_kmem_max_usage_bytes, BYTES, GAUGE)                                 \
    VALUE("memory.kmem.limit_in_bytes", memory_kmem_limit_bytes, V1_LIMIT, LIMIT)                                      \
    VALUE("memory.kmem.failcnt", memory_kmem_failcnt, COUNT, COUNTER_LONG)                                             \
    VALUE("memory.kmem.tcp.usage_in_bytes", memory_kmem_tcp_usage_bytes, BYTES, GAUGE)                                 \
    VALUE("memory.kmem.tcp.max_usage_in_bytes", memory_kmem_tcp_max_usage_bytes, BYTES, GAUGE)                         \
    VALUE("memory.kmem.tcp.limit_in_bytes", memory_kmem_tcp_limit_bytes, V1_LIMIT, LIMIT)                              \
    VALUE("memory.kmem.tcp.failcnt", memory_kmem_tcp_failcnt, COUNT, COUNTER_LONG)                                     \
    LINES("memory.oom_control", MEMORY_OOM_CONTROL)                                                                    \
    ALSO("cpuset.effective_cpus", cpuset_cpus_effective, LIST, GAUGE)                                                  \
    ALSO("cpuset.effective_mems", cpuset_mems_effective, LIST, GAUGE)


VMM_DIRECTORY(FILES)

vmm_status vmm_cgroup_read(uint32_t file_id, struct vmm_text *text, struct vmm_cgroup *out, size_t out_size)
{
    return vmm_read_file(text, &directory, file_id, out, out_size);
}
