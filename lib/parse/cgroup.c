/* SPDX-License-Identifier: MIT */
/* The small files of a cgroup's directory, of both versions. */
#include "vmmetrics/cgroup.h"

#include "../record/tables.h"
#include "directories.h"

#define RECORD struct vmm_cgroup

static const struct vmm_key cgroup_cpu_stat_rows[] = {
    ROW("usage_usec ", usage_usec, NUMBER),
    ROW("user_usec ", user_usec, NUMBER),
    ROW("system_usec ", system_usec, NUMBER),
    ROW("nice_usec ", nice_usec, NUMBER),
    ROW("core_sched.force_idle_usec ", core_sched_force_idle_usec, NUMBER),
    ROW("nr_periods ", nr_periods, NUMBER),
    ROW("nr_throttled ", nr_throttled, NUMBER),
    ROW("throttled_usec ", throttled_usec, NUMBER),
    ROW("nr_bursts ", nr_bursts, NUMBER),
    ROW("burst_usec ", burst_usec, NUMBER),
    ROW("throttled_time ", throttled_time_ns, NUMBER),
    ROW("burst_time ", burst_time_ns, NUMBER),
    ROW("wait_sum ", wait_sum_ns, NUMBER),
};
static const struct vmm_key cgroup_cpu_stat_local_rows[] = {
    ROW("throttled_usec ", cpu_stat_local_throttled_usec, NUMBER),
    ROW("throttled_time ", cpu_stat_local_throttled_time_ns, NUMBER),
};
static const struct vmm_key cgroup_memory_events_rows[] = {
    ROW("low ", memory_events_low, NUMBER),
    ROW("high ", memory_events_high, NUMBER),
    ROW("max ", memory_events_max, NUMBER),
    ROW("oom ", memory_events_oom, NUMBER),
    ROW("oom_kill ", memory_events_oom_kill, NUMBER),
    ROW("oom_group_kill ", memory_events_oom_group_kill, NUMBER),
    ROW("sock_throttled ", memory_events_sock_throttled, NUMBER),
};
static const struct vmm_key cgroup_memory_events_local_rows[] = {
    ROW("low ", memory_events_local_low, NUMBER),
    ROW("high ", memory_events_local_high, NUMBER),
    ROW("max ", memory_events_local_max, NUMBER),
    ROW("oom ", memory_events_local_oom, NUMBER),
    ROW("oom_kill ", memory_events_local_oom_kill, NUMBER),
    ROW("oom_group_kill ", memory_events_local_oom_group_kill, NUMBER),
    ROW("sock_throttled ", memory_events_local_sock_throttled, NUMBER),
};
static const struct vmm_key cgroup_memory_swap_events_rows[] = {
    ROW("high ", memory_swap_events_high, NUMBER),
    ROW("max ", memory_swap_events_max, NUMBER),
    ROW("fail ", memory_swap_events_fail, NUMBER),
};
static const struct vmm_key cgroup_pids_events_rows[] = {
    ROW("max ", pids_events_max, NUMBER),
};
static const struct vmm_key cgroup_pids_events_local_rows[] = {
    ROW("max ", pids_events_local_max, NUMBER),
};
static const struct vmm_key cgroup_cgroup_stat_rows[] = {
    ROW("nr_descendants ", cgroup_stat_nr_descendants, NUMBER),
    ROW("nr_dying_descendants ", cgroup_stat_nr_dying_descendants, NUMBER),
};
static const struct vmm_key cgroup_cgroup_stat_local_rows[] = {
    ROW("frozen_usec ", cgroup_stat_local_frozen_usec, NUMBER),
};
static const struct vmm_key cgroup_cgroup_events_rows[] = {
    ROW("populated ", cgroup_events_populated, NUMBER),
    ROW("frozen ", cgroup_events_frozen, NUMBER),
};
static const struct vmm_key cgroup_cpuacct_stat_rows[] = {
    ROW("user ", cpuacct_stat_user_ticks, NUMBER),
    ROW("system ", cpuacct_stat_system_ticks, NUMBER),
};
static const struct vmm_key cgroup_memory_oom_control_rows[] = {
    ROW("oom_kill_disable ", memory_oom_control_oom_kill_disable, NUMBER),
    ROW("under_oom ", memory_oom_control_under_oom, NUMBER),
    ROW("oom_kill ", memory_oom_control_oom_kill, NUMBER),
};
static const struct vmm_key cgroup_hugetlb_2mb_events_rows[] = {
    ROW("max ", hugetlb_2mb_events_max, NUMBER),
};
static const struct vmm_key cgroup_hugetlb_2mb_events_local_rows[] = {
    ROW("max ", hugetlb_2mb_events_local_max, NUMBER),
};
static const struct vmm_key cgroup_hugetlb_1gb_events_rows[] = {
    ROW("max ", hugetlb_1gb_events_max, NUMBER),
};
static const struct vmm_key cgroup_hugetlb_1gb_events_local_rows[] = {
    ROW("max ", hugetlb_1gb_events_local_max, NUMBER),
};
static const struct vmm_keys cgroup_cpu_stat_keys = TABLE_OF_KEYS(cgroup_cpu_stat_rows);
static const struct vmm_keys cgroup_cpu_stat_local_keys = TABLE_OF_KEYS(cgroup_cpu_stat_local_rows);
static const struct vmm_keys cgroup_memory_events_keys = TABLE_OF_KEYS(cgroup_memory_events_rows);
static const struct vmm_keys cgroup_memory_events_local_keys = TABLE_OF_KEYS(cgroup_memory_events_local_rows);
static const struct vmm_keys cgroup_memory_swap_events_keys = TABLE_OF_KEYS(cgroup_memory_swap_events_rows);
static const struct vmm_keys cgroup_pids_events_keys = TABLE_OF_KEYS(cgroup_pids_events_rows);
static const struct vmm_keys cgroup_pids_events_local_keys = TABLE_OF_KEYS(cgroup_pids_events_local_rows);
static const struct vmm_keys cgroup_cgroup_stat_keys = TABLE_OF_KEYS(cgroup_cgroup_stat_rows);
static const struct vmm_keys cgroup_cgroup_stat_local_keys = TABLE_OF_KEYS(cgroup_cgroup_stat_local_rows);
static const struct vmm_keys cgroup_cgroup_events_keys = TABLE_OF_KEYS(cgroup_cgroup_events_rows);
static const struct vmm_keys cgroup_cpuacct_stat_keys = TABLE_OF_KEYS(cgroup_cpuacct_stat_rows);
static const struct vmm_keys cgroup_memory_oom_control_keys = TABLE_OF_KEYS(cgroup_memory_oom_control_rows);
static const struct vmm_keys cgroup_hugetlb_2mb_events_keys = TABLE_OF_KEYS(cgroup_hugetlb_2mb_events_rows);
static const struct vmm_keys cgroup_hugetlb_2mb_events_local_keys = TABLE_OF_KEYS(cgroup_hugetlb_2mb_events_local_rows);
static const struct vmm_keys cgroup_hugetlb_1gb_events_keys = TABLE_OF_KEYS(cgroup_hugetlb_1gb_events_rows);
static const struct vmm_keys cgroup_hugetlb_1gb_events_local_keys = TABLE_OF_KEYS(cgroup_hugetlb_1gb_events_local_rows);

static const struct vmm_column cgroup_cpu_max_columns[] = {
    COLUMN(cpu_max_usec, LIMIT, ' '),
    COLUMN(cpu_max_period_usec, NUMBER, ' '),
};
static const struct vmm_line cgroup_cpu_max_line = TABLE_OF_FILE(cgroup_cpu_max_columns, 1);

static const struct vmm_word cgroup_type_words[] = {
    ONE_OF("domain", VMM_CGROUP_TYPE_DOMAIN),
    ONE_OF("domain threaded", VMM_CGROUP_TYPE_DOMAIN_THREADED),
    ONE_OF("domain invalid", VMM_CGROUP_TYPE_DOMAIN_INVALID),
    ONE_OF("threaded", VMM_CGROUP_TYPE_THREADED),
};
static const struct vmm_words cgroup_types = TABLE_OF_WORDS(cgroup_type_words);

static const struct vmm_word cgroup_partition_words[] = {
    ONE_OF("member", VMM_CGROUP_PARTITION_MEMBER),
    ONE_OF("root", VMM_CGROUP_PARTITION_ROOT),
    ONE_OF("isolated", VMM_CGROUP_PARTITION_ISOLATED),
    ONE_OF("root invalid", VMM_CGROUP_PARTITION_ROOT_INVALID),
    ONE_OF("isolated invalid", VMM_CGROUP_PARTITION_ISOLATED_INVALID),
};
static const struct vmm_words cgroup_partitions = TABLE_OF_WORDS(cgroup_partition_words);

/* The files in the order of their ids. Some files of version 1 feed the same members as files of version 2. */
static const struct vmm_source cgroup_sources[] = {
    LINES("cpu.stat", cgroup_cpu_stat_keys),
    LINES("cpu.stat.local", cgroup_cpu_stat_local_keys),
    LINE("cpu.max", cgroup_cpu_max_line),
    VALUE("cpu.max.burst", cpu_max_burst_usec, NUMBER),
    VALUE("cpu.weight", cpu_weight, NUMBER),
    VALUE("cpu.weight.nice", cpu_weight_nice, SIGNED),
    VALUE("cpu.idle", cpu_idle, NUMBER),
    VALUE("cpu.uclamp.min", cpu_uclamp_min_hundredths, HUNDREDTHS_LIMIT),
    VALUE("cpu.uclamp.max", cpu_uclamp_max_hundredths, HUNDREDTHS_LIMIT),
    VALUE("memory.current", memory_current_bytes, NUMBER),
    VALUE("memory.peak", memory_peak_bytes, NUMBER),
    VALUE("memory.min", memory_min_bytes, LIMIT),
    VALUE("memory.low", memory_low_bytes, LIMIT),
    VALUE("memory.high", memory_high_bytes, LIMIT),
    VALUE("memory.max", memory_max_bytes, LIMIT),
    VALUE("memory.oom.group", memory_oom_group, NUMBER),
    LINES("memory.events", cgroup_memory_events_keys),
    LINES("memory.events.local", cgroup_memory_events_local_keys),
    VALUE("memory.swap.current", memory_swap_current_bytes, NUMBER),
    VALUE("memory.swap.peak", memory_swap_peak_bytes, NUMBER),
    VALUE("memory.swap.high", memory_swap_high_bytes, LIMIT),
    VALUE("memory.swap.max", memory_swap_max_bytes, LIMIT),
    LINES("memory.swap.events", cgroup_memory_swap_events_keys),
    VALUE("memory.zswap.current", memory_zswap_current_bytes, NUMBER),
    VALUE("memory.zswap.max", memory_zswap_max_bytes, LIMIT),
    VALUE("memory.zswap.writeback", memory_zswap_writeback, NUMBER),
    VALUE("pids.current", pids_current, NUMBER),
    VALUE("pids.peak", pids_peak, NUMBER),
    VALUE("pids.max", pids_max, LIMIT),
    LINES("pids.events", cgroup_pids_events_keys),
    LINES("pids.events.local", cgroup_pids_events_local_keys),
    LINES("cgroup.stat", cgroup_cgroup_stat_keys),
    LINES("cgroup.stat.local", cgroup_cgroup_stat_local_keys),
    LINES("cgroup.events", cgroup_cgroup_events_keys),
    WORD("cgroup.type", cgroup_type, cgroup_types),
    VALUE("cgroup.freeze", cgroup_freeze, NUMBER),
    VALUE("cgroup.max.depth", cgroup_max_depth, LIMIT),
    VALUE("cgroup.max.descendants", cgroup_max_descendants, LIMIT),
    VALUE("cpuset.cpus.effective", cpuset_cpus_effective, LIST),
    VALUE("cpuset.mems.effective", cpuset_mems_effective, LIST),
    VALUE("cpuacct.usage", cpuacct_usage_ns, NUMBER),
    LINES("cpuacct.stat", cgroup_cpuacct_stat_keys),
    VALUE("cpu.cfs_quota_us", cpu_max_usec, NEGATIVE_LIMIT),
    VALUE("cpu.cfs_period_us", cpu_max_period_usec, NUMBER),
    VALUE("cpu.cfs_burst_us", cpu_max_burst_usec, NUMBER),
    VALUE("cpu.shares", cpu_shares, NUMBER),
    VALUE("memory.usage_in_bytes", memory_current_bytes, NUMBER),
    VALUE("memory.max_usage_in_bytes", memory_peak_bytes, NUMBER),
    VALUE("memory.limit_in_bytes", memory_max_bytes, HUGE_LIMIT),
    VALUE("memory.soft_limit_in_bytes", memory_soft_limit_bytes, HUGE_LIMIT),
    VALUE("memory.failcnt", memory_failcnt, NUMBER),
    VALUE("memory.memsw.usage_in_bytes", memory_memsw_usage_bytes, NUMBER),
    VALUE("memory.memsw.max_usage_in_bytes", memory_memsw_max_usage_bytes, NUMBER),
    VALUE("memory.memsw.limit_in_bytes", memory_memsw_limit_bytes, HUGE_LIMIT),
    VALUE("memory.memsw.failcnt", memory_memsw_failcnt, NUMBER),
    VALUE("memory.kmem.usage_in_bytes", memory_kmem_usage_bytes, NUMBER),
    VALUE("memory.kmem.max_usage_in_bytes", memory_kmem_max_usage_bytes, NUMBER),
    VALUE("memory.kmem.limit_in_bytes", memory_kmem_limit_bytes, HUGE_LIMIT),
    VALUE("memory.kmem.failcnt", memory_kmem_failcnt, NUMBER),
    VALUE("memory.kmem.tcp.usage_in_bytes", memory_kmem_tcp_usage_bytes, NUMBER),
    VALUE("memory.kmem.tcp.max_usage_in_bytes", memory_kmem_tcp_max_usage_bytes, NUMBER),
    VALUE("memory.kmem.tcp.limit_in_bytes", memory_kmem_tcp_limit_bytes, HUGE_LIMIT),
    VALUE("memory.kmem.tcp.failcnt", memory_kmem_tcp_failcnt, NUMBER),
    LINES("memory.oom_control", cgroup_memory_oom_control_keys),
    VALUE("cpuset.effective_cpus", cpuset_cpus_effective, LIST),
    VALUE("cpuset.effective_mems", cpuset_mems_effective, LIST),
    VALUE("hugetlb.2MB.current", hugetlb_2mb_current_bytes, NUMBER),
    VALUE("hugetlb.2MB.max", hugetlb_2mb_max_bytes, LIMIT),
    LINES("hugetlb.2MB.events", cgroup_hugetlb_2mb_events_keys),
    LINES("hugetlb.2MB.events.local", cgroup_hugetlb_2mb_events_local_keys),
    VALUE("hugetlb.2MB.rsvd.current", hugetlb_2mb_rsvd_current_bytes, NUMBER),
    VALUE("hugetlb.2MB.rsvd.max", hugetlb_2mb_rsvd_max_bytes, LIMIT),
    VALUE("hugetlb.1GB.current", hugetlb_1gb_current_bytes, NUMBER),
    VALUE("hugetlb.1GB.max", hugetlb_1gb_max_bytes, LIMIT),
    LINES("hugetlb.1GB.events", cgroup_hugetlb_1gb_events_keys),
    LINES("hugetlb.1GB.events.local", cgroup_hugetlb_1gb_events_local_keys),
    VALUE("hugetlb.1GB.rsvd.current", hugetlb_1gb_rsvd_current_bytes, NUMBER),
    VALUE("hugetlb.1GB.rsvd.max", hugetlb_1gb_rsvd_max_bytes, LIMIT),
    VALUE("cpuset.cpus", cpuset_cpus, LIST),
    VALUE("cpuset.cpus.exclusive", cpuset_cpus_exclusive, LIST),
    VALUE("cpuset.cpus.exclusive.effective", cpuset_cpus_exclusive_effective, LIST),
    VALUE("cpuset.cpus.isolated", cpuset_cpus_isolated, LIST),
    WORD("cpuset.cpus.partition", cpuset_cpus_partition, cgroup_partitions),
    VALUE("cpuset.mems", cpuset_mems, LIST),
};
const struct vmm_directory vmm_cgroup_directory = TABLE(cgroup_sources);

#undef RECORD
