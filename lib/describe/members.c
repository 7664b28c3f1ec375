/* SPDX-License-Identifier: MIT */
/* The descriptions of all records, from the public headers. */
/* Written by `python3 lib/describe/generate.py`: do not edit. */
/* clang-format off */
#include "description.h"
#include "vmmetrics/vmmetrics.h"

/*
 * A small program may define VMM_DESCRIBE_ONLY, and VMM_DESCRIBE_NET for the record `net`. To the functions that tell of
 * records, compare them or add them up, the other records are then unknown.
 */
#ifndef VMM_DESCRIBE_ONLY
#define VMM_DESCRIBE_CPU
#define VMM_DESCRIBE_CPU_USAGE
#define VMM_DESCRIBE_STAT
#define VMM_DESCRIBE_MEMINFO
#define VMM_DESCRIBE_MEMORY_USAGE
#define VMM_DESCRIBE_FILESYSTEM
#define VMM_DESCRIBE_FILESYSTEM_USAGE
#define VMM_DESCRIBE_PRESSURE
#define VMM_DESCRIBE_PRESSURE_USAGE
#define VMM_DESCRIBE_CGROUP_MEMORY
#define VMM_DESCRIBE_CGROUP
#define VMM_DESCRIBE_CGROUP_USAGE
#define VMM_DESCRIBE_CGROUP_MEMORY_USAGE
#define VMM_DESCRIBE_CGROUP_IO
#define VMM_DESCRIBE_CGROUP_IO_USAGE
#define VMM_DESCRIBE_PROCESS
#define VMM_DESCRIBE_PROCESS_USAGE
#define VMM_DESCRIBE_THREADS_USAGE
#define VMM_DESCRIBE_NET
#define VMM_DESCRIBE_NET_USAGE
#define VMM_DESCRIBE_SOCKET
#define VMM_DESCRIBE_DISK
#define VMM_DESCRIBE_DISK_USAGE
#define VMM_DESCRIBE_SYSTEM
#define VMM_DESCRIBE_VMSTAT
#define VMM_DESCRIBE_BALLOON
#define VMM_DESCRIBE_FIRECRACKER
#define VMM_DESCRIBE_HYPERVISOR_DEVICE
#define VMM_DESCRIBE_HYPERVISOR_DEVICE_USAGE
#define VMM_DESCRIBE_VMSTAT_DETAIL
#define VMM_DESCRIBE_PROTOCOLS
#define VMM_DESCRIBE_PROTOCOLS_USAGE
#define VMM_DESCRIBE_OOM_KILL
#endif

#define NAME(name) offsetof(struct described_names, name)
#define MEMBER(record, member, type, unit, kind, width) \
    {offsetof(struct vmm_##record, member), NAME(member), sizeof(((struct vmm_##record *)NULL)->member), \
     VMM_TYPE_##type, VMM_UNIT_##unit, VMM_KIND_##kind, VMM_WIDTH_##width}
#define COUNT_OF(rows) (sizeof(rows) / sizeof((rows)[0]))
#define RECORD(record) \
    {record##_members, NULL, NAME(of_##record), COUNT_OF(record##_members), 0}
#define RECORD_OF_FILES(record) \
    {record##_members, record##_files, NAME(of_##record), COUNT_OF(record##_members), COUNT_OF(record##_files)}

static const struct described_names {
#ifdef VMM_DESCRIBE_CPU
    char of_cpu[4];
#endif
    char id[3];
#ifdef VMM_DESCRIBE_CPU
    char user_ticks[11];
    char nice_ticks[11];
    char system_ticks[13];
    char idle_ticks[11];
    char iowait_ticks[13];
    char irq_ticks[10];
    char softirq_ticks[14];
    char steal_ticks[12];
    char guest_ticks[12];
    char guest_nice_ticks[17];
#endif
#ifdef VMM_DESCRIBE_CPU_USAGE
    char of_cpu_usage[10];
    char total_ticks[12];
    char user_ratio[11];
    char nice_ratio[11];
    char system_ratio[13];
    char idle_ratio[11];
    char iowait_ratio[13];
    char irq_ratio[10];
    char softirq_ratio[14];
    char steal_ratio[12];
    char guest_ratio[12];
    char guest_nice_ratio[17];
    char busy_cloudwatch_ratio[22];
    char busy_gopsutil_ratio[20];
    char busy_node_exporter_ratio[25];
    char cpus[5];
    char cpus_left_out[14];
#endif
#ifdef VMM_DESCRIBE_STAT
    char of_stat[5];
    char intr[5];
    char ctxt[5];
    char btime_seconds[14];
    char processes[10];
    char procs_running[14];
    char procs_blocked[14];
    char softirq[8];
    char softirq_hi[11];
    char softirq_timer[14];
    char softirq_net_tx[15];
    char softirq_net_rx[15];
    char softirq_block[14];
    char softirq_irq_poll[17];
    char softirq_tasklet[16];
    char softirq_sched[14];
    char softirq_hrtimer[16];
    char softirq_rcu[12];
#endif
#ifdef VMM_DESCRIBE_MEMINFO
    char of_meminfo[8];
    char mem_total_bytes[16];
    char mem_free_bytes[15];
    char mem_available_bytes[20];
#endif
    char buffers_bytes[14];
#ifdef VMM_DESCRIBE_MEMINFO
    char cached_bytes[13];
    char swap_cached_bytes[18];
    char active_bytes[13];
    char inactive_bytes[15];
#endif
    char active_anon_bytes[18];
    char inactive_anon_bytes[20];
    char active_file_bytes[18];
    char inactive_file_bytes[20];
    char unevictable_bytes[18];
#ifdef VMM_DESCRIBE_MEMINFO
    char mlocked_bytes[14];
#endif
    char swap_total_bytes[17];
    char swap_free_bytes[16];
    char zswap_bytes[12];
    char zswapped_bytes[15];
#ifdef VMM_DESCRIBE_MEMINFO
    char dirty_bytes[12];
    char writeback_bytes[16];
    char anon_pages_bytes[17];
    char mapped_bytes[13];
#endif
    char shmem_bytes[12];
#ifdef VMM_DESCRIBE_MEMINFO
    char k_reclaimable_bytes[20];
#endif
    char slab_bytes[11];
#ifdef VMM_DESCRIBE_MEMINFO
    char s_reclaimable_bytes[20];
    char s_unreclaim_bytes[18];
#endif
    char kernel_stack_bytes[19];
#ifdef VMM_DESCRIBE_MEMINFO
    char page_tables_bytes[18];
    char sec_page_tables_bytes[22];
    char nfs_unstable_bytes[19];
    char bounce_bytes[13];
    char writeback_tmp_bytes[20];
    char commit_limit_bytes[19];
    char committed_as_bytes[19];
    char vmalloc_total_bytes[20];
    char vmalloc_used_bytes[19];
    char vmalloc_chunk_bytes[20];
#endif
    char percpu_bytes[13];
#ifdef VMM_DESCRIBE_MEMINFO
    char hardware_corrupted_bytes[25];
    char anon_huge_pages_bytes[22];
    char shmem_huge_pages_bytes[23];
    char shmem_pmd_mapped_bytes[23];
    char file_huge_pages_bytes[22];
    char file_pmd_mapped_bytes[22];
    char cma_total_bytes[16];
    char cma_free_bytes[15];
    char unaccepted_bytes[17];
#endif
    char balloon_bytes[14];
#ifdef VMM_DESCRIBE_MEMINFO
    char gpu_active_bytes[17];
    char gpu_reclaim_bytes[18];
    char huge_pages_total[17];
    char huge_pages_free[16];
    char huge_pages_rsvd[16];
    char huge_pages_surp[16];
    char hugepagesize_bytes[19];
#endif
    char hugetlb_bytes[14];
#ifdef VMM_DESCRIBE_MEMINFO
    char direct_map_4k_bytes[20];
    char direct_map_2m_bytes[20];
    char direct_map_1g_bytes[20];
    char high_total_bytes[17];
    char high_free_bytes[16];
    char low_total_bytes[16];
    char low_free_bytes[15];
    char mmap_copy_bytes[16];
    char shadow_call_stack_bytes[24];
    char quicklists_bytes[17];
    char early_memtest_bad_bytes[24];
    char direct_map_64k_bytes[21];
    char direct_map_1m_bytes[20];
    char direct_map_4m_bytes[20];
    char direct_map_2g_bytes[20];
    char pdt_max_entries[16];
    char pdt_cur_entries[16];
#endif
#ifdef VMM_DESCRIBE_MEMORY_USAGE
    char of_memory_usage[13];
#endif
    char total_bytes[12];
#ifdef VMM_DESCRIBE_MEMORY_USAGE
    char free_bytes[11];
    char shared_bytes[13];
    char cache_bytes[12];
    char buff_cache_bytes[17];
#endif
    char available_bytes[16];
#ifdef VMM_DESCRIBE_MEMORY_USAGE
    char used_procps4_bytes[19];
    char used_procps3_bytes[19];
    char used_procps4_without_balloon_bytes[35];
    char used_procps3_without_balloon_bytes[35];
    char swap_used_bytes[16];
    char used_procps4_ratio[19];
    char used_procps3_ratio[19];
    char swap_used_ratio[16];
#endif
#ifdef VMM_DESCRIBE_FILESYSTEM
    char of_filesystem[11];
    char f_bsize_bytes[14];
    char f_frsize_bytes[15];
    char f_blocks[9];
    char f_bfree[8];
    char f_bavail[9];
    char f_files[8];
    char f_ffree[8];
    char f_favail[9];
    char f_fsid[7];
    char f_flag[7];
    char f_namemax[10];
#endif
#ifdef VMM_DESCRIBE_FILESYSTEM_USAGE
    char of_filesystem_usage[17];
#endif
    char used_bytes[11];
#ifdef VMM_DESCRIBE_FILESYSTEM_USAGE
    char used_below_zero_bytes[22];
    char available_below_zero_bytes[27];
    char reserved_bytes[15];
    char used_e2b_bytes[15];
    char use_percent[12];
    char use_ratio[10];
    char inodes_total[13];
    char inodes_used[12];
    char inodes_free[12];
    char inodes_use_percent[19];
#endif
#ifdef VMM_DESCRIBE_PRESSURE
    char of_pressure[9];
    char some_avg10_hundredths[22];
    char some_avg60_hundredths[22];
    char some_avg300_hundredths[23];
    char some_total_usec[16];
    char full_avg10_hundredths[22];
    char full_avg60_hundredths[22];
    char full_avg300_hundredths[23];
    char full_total_usec[16];
#endif
#ifdef VMM_DESCRIBE_PRESSURE_USAGE
    char of_pressure_usage[15];
    char some_ratio[11];
    char full_ratio[11];
#endif
#ifdef VMM_DESCRIBE_CGROUP_MEMORY
    char of_cgroup_memory[14];
    char anon_bytes[11];
    char file_bytes[11];
    char kernel_bytes[13];
    char pagetables_bytes[17];
    char sec_pagetables_bytes[21];
    char sock_bytes[11];
    char vmalloc_bytes[14];
    char zswap_incomp_bytes[19];
    char file_mapped_bytes[18];
    char file_dirty_bytes[17];
    char file_writeback_bytes[21];
    char swapcached_bytes[17];
    char anon_thp_bytes[15];
    char file_thp_bytes[15];
    char shmem_thp_bytes[16];
    char slab_reclaimable_bytes[23];
    char slab_unreclaimable_bytes[25];
    char workingset_refault_anon[24];
    char workingset_refault_file[24];
    char workingset_activate_anon[25];
    char workingset_activate_file[25];
    char workingset_restore_anon[24];
    char workingset_restore_file[24];
#endif
    char workingset_nodereclaim[23];
#ifdef VMM_DESCRIBE_CGROUP_MEMORY
    char pgdemote_kswapd[16];
    char pgdemote_direct[16];
    char pgdemote_khugepaged[20];
    char pgdemote_proactive[19];
    char pgpromote_success[18];
    char pgscan[7];
    char pgsteal[8];
    char pswpin[7];
    char pswpout[8];
    char pgscan_kswapd[14];
    char pgscan_direct[14];
    char pgscan_khugepaged[18];
    char pgscan_proactive[17];
    char pgsteal_kswapd[15];
    char pgsteal_direct[15];
    char pgsteal_khugepaged[19];
    char pgsteal_proactive[18];
#endif
    char pgfault[8];
    char pgmajfault[11];
#ifdef VMM_DESCRIBE_CGROUP_MEMORY
    char pgrefill[9];
    char pgactivate[11];
    char pgdeactivate[13];
    char pglazyfree[11];
    char pglazyfreed[12];
    char swpin_zero[11];
    char swpout_zero[12];
    char zswpin[7];
    char zswpout[8];
    char zswpwb[7];
#endif
    char thp_fault_alloc[16];
    char thp_collapse_alloc[19];
    char thp_swpout[11];
    char thp_swpout_fallback[20];
#ifdef VMM_DESCRIBE_CGROUP_MEMORY
    char numa_pages_migrated[20];
#endif
    char numa_pte_updates[17];
    char numa_hint_faults[17];
#ifdef VMM_DESCRIBE_CGROUP_MEMORY
    char workingset_refault[19];
    char workingset_activate[20];
    char workingset_restore[19];
    char swap_bytes[11];
    char pgpgin[7];
    char pgpgout[8];
    char hierarchical_memory_limit_bytes[32];
    char hierarchical_memsw_limit_bytes[31];
    char local_cache_bytes[18];
    char local_rss_bytes[16];
    char local_rss_huge_bytes[21];
    char local_shmem_bytes[18];
    char local_mapped_file_bytes[24];
    char local_dirty_bytes[18];
    char local_writeback_bytes[22];
    char local_workingset_refault_anon[30];
    char local_workingset_refault_file[30];
    char local_swap_bytes[17];
    char local_swapcached_bytes[23];
    char local_pgpgin[13];
    char local_pgpgout[14];
    char local_pgfault[14];
    char local_pgmajfault[17];
    char local_inactive_anon_bytes[26];
    char local_active_anon_bytes[24];
    char local_inactive_file_bytes[26];
    char local_active_file_bytes[24];
    char local_unevictable_bytes[24];
    char file_memory_stat[12];
#endif
#ifdef VMM_DESCRIBE_CGROUP
    char of_cgroup[7];
#endif
    char instance_id[12];
#ifdef VMM_DESCRIBE_CGROUP
    char usage_usec[11];
    char user_usec[10];
    char system_usec[12];
    char nice_usec[10];
    char core_sched_force_idle_usec[27];
    char nr_periods[11];
    char nr_throttled[13];
    char throttled_usec[15];
    char nr_bursts[10];
    char burst_usec[11];
    char throttled_time_ns[18];
    char burst_time_ns[14];
    char wait_sum_ns[12];
    char cpu_stat_local_throttled_usec[30];
    char cpu_stat_local_throttled_time_ns[33];
    char cpu_max_usec[13];
    char cpu_max_period_usec[20];
    char cpu_max_burst_usec[19];
    char cpu_weight[11];
    char cpu_weight_nice[16];
    char cpu_idle[9];
    char cpu_uclamp_min_hundredths[26];
    char cpu_uclamp_max_hundredths[26];
    char memory_current_bytes[21];
    char memory_peak_bytes[18];
    char memory_min_bytes[17];
    char memory_low_bytes[17];
    char memory_high_bytes[18];
    char memory_max_bytes[17];
    char memory_oom_group[17];
#endif
    char memory_events_low[18];
    char memory_events_high[19];
    char memory_events_max[18];
    char memory_events_oom[18];
    char memory_events_oom_kill[23];
    char memory_events_oom_group_kill[29];
#ifdef VMM_DESCRIBE_CGROUP
    char memory_events_sock_throttled[29];
#endif
    char memory_events_local_low[24];
    char memory_events_local_high[25];
    char memory_events_local_max[24];
    char memory_events_local_oom[24];
    char memory_events_local_oom_kill[29];
    char memory_events_local_oom_group_kill[35];
#ifdef VMM_DESCRIBE_CGROUP
    char memory_events_local_sock_throttled[35];
    char memory_swap_current_bytes[26];
    char memory_swap_peak_bytes[23];
    char memory_swap_high_bytes[23];
    char memory_swap_max_bytes[22];
    char memory_swap_events_high[24];
#endif
    char memory_swap_events_max[23];
    char memory_swap_events_fail[24];
#ifdef VMM_DESCRIBE_CGROUP
    char memory_zswap_current_bytes[27];
    char memory_zswap_max_bytes[23];
    char memory_zswap_writeback[23];
    char pids_current[13];
    char pids_peak[10];
    char pids_max[9];
#endif
    char pids_events_max[16];
#ifdef VMM_DESCRIBE_CGROUP
    char pids_events_local_max[22];
    char cgroup_stat_nr_descendants[27];
    char cgroup_stat_nr_dying_descendants[33];
    char cgroup_stat_local_frozen_usec[30];
    char cgroup_events_populated[24];
    char cgroup_events_frozen[21];
    char cgroup_type[12];
    char cgroup_freeze[14];
    char cgroup_max_depth[17];
    char cgroup_max_descendants[23];
    char cpuset_cpus_effective[22];
    char cpuset_mems_effective[22];
    char cpuacct_usage_ns[17];
    char cpuacct_stat_user_ticks[24];
    char cpuacct_stat_system_ticks[26];
    char cpu_shares[11];
    char memory_soft_limit_bytes[24];
#endif
    char memory_failcnt[15];
#ifdef VMM_DESCRIBE_CGROUP
    char memory_memsw_usage_bytes[25];
    char memory_memsw_max_usage_bytes[29];
    char memory_memsw_limit_bytes[25];
    char memory_memsw_failcnt[21];
    char memory_kmem_usage_bytes[24];
    char memory_kmem_max_usage_bytes[28];
    char memory_kmem_limit_bytes[24];
    char memory_kmem_failcnt[20];
    char memory_kmem_tcp_usage_bytes[28];
    char memory_kmem_tcp_max_usage_bytes[32];
    char memory_kmem_tcp_limit_bytes[28];
    char memory_kmem_tcp_failcnt[24];
    char memory_oom_control_oom_kill_disable[36];
    char memory_oom_control_under_oom[29];
#endif
    char memory_oom_control_oom_kill[28];
#ifdef VMM_DESCRIBE_CGROUP
    char hugetlb_2mb_current_bytes[26];
    char hugetlb_2mb_max_bytes[22];
    char hugetlb_2mb_events_max[23];
    char hugetlb_2mb_events_local_max[29];
    char hugetlb_2mb_rsvd_current_bytes[31];
    char hugetlb_2mb_rsvd_max_bytes[27];
    char hugetlb_1gb_current_bytes[26];
    char hugetlb_1gb_max_bytes[22];
    char hugetlb_1gb_events_max[23];
    char hugetlb_1gb_events_local_max[29];
    char hugetlb_1gb_rsvd_current_bytes[31];
    char hugetlb_1gb_rsvd_max_bytes[27];
    char cpuset_cpus[12];
    char cpuset_cpus_exclusive[22];
    char cpuset_cpus_exclusive_effective[32];
    char cpuset_cpus_isolated[21];
    char cpuset_cpus_partition[22];
    char cpuset_mems[12];
    char file_cpu_stat[9];
    char file_cpu_stat_local[15];
    char file_cpu_max[8];
    char file_cpu_max_burst[14];
    char file_cpu_weight[11];
    char file_cpu_weight_nice[16];
    char file_cpu_idle[9];
    char file_cpu_uclamp_min[15];
    char file_cpu_uclamp_max[15];
    char file_memory_current[15];
    char file_memory_peak[12];
    char file_memory_min[11];
    char file_memory_low[11];
    char file_memory_high[12];
    char file_memory_max[11];
    char file_memory_oom_group[17];
    char file_memory_events[14];
    char file_memory_events_local[20];
    char file_memory_swap_current[20];
    char file_memory_swap_peak[17];
    char file_memory_swap_high[17];
    char file_memory_swap_max[16];
    char file_memory_swap_events[19];
    char file_memory_zswap_current[21];
    char file_memory_zswap_max[17];
    char file_memory_zswap_writeback[23];
    char file_pids_current[13];
    char file_pids_peak[10];
    char file_pids_max[9];
    char file_pids_events[12];
    char file_pids_events_local[18];
    char file_cgroup_stat[12];
    char file_cgroup_stat_local[18];
    char file_cgroup_events[14];
    char file_cgroup_type[12];
    char file_cgroup_freeze[14];
    char file_cgroup_max_depth[17];
    char file_cgroup_max_descendants[23];
    char file_cpuset_cpus_effective[22];
    char file_cpuset_mems_effective[22];
    char file_cpuacct_usage[14];
    char file_cpuacct_stat[13];
    char file_cpu_cfs_quota_us[17];
    char file_cpu_cfs_period_us[18];
    char file_cpu_cfs_burst_us[17];
    char file_cpu_shares[11];
    char file_memory_usage_in_bytes[22];
    char file_memory_max_usage_in_bytes[26];
    char file_memory_limit_in_bytes[22];
    char file_memory_soft_limit_in_bytes[27];
    char file_memory_failcnt[15];
    char file_memory_memsw_usage_in_bytes[28];
    char file_memory_memsw_max_usage_in_bytes[32];
    char file_memory_memsw_limit_in_bytes[28];
    char file_memory_memsw_failcnt[21];
    char file_memory_kmem_usage_in_bytes[27];
    char file_memory_kmem_max_usage_in_bytes[31];
    char file_memory_kmem_limit_in_bytes[27];
    char file_memory_kmem_failcnt[20];
    char file_memory_kmem_tcp_usage_in_bytes[31];
    char file_memory_kmem_tcp_max_usage_in_bytes[35];
    char file_memory_kmem_tcp_limit_in_bytes[31];
    char file_memory_kmem_tcp_failcnt[24];
    char file_memory_oom_control[19];
    char file_cpuset_effective_cpus[22];
    char file_cpuset_effective_mems[22];
    char file_hugetlb_2MB_current[20];
    char file_hugetlb_2MB_max[16];
    char file_hugetlb_2MB_events[19];
    char file_hugetlb_2MB_events_local[25];
    char file_hugetlb_2MB_rsvd_current[25];
    char file_hugetlb_2MB_rsvd_max[21];
    char file_hugetlb_1GB_current[20];
    char file_hugetlb_1GB_max[16];
    char file_hugetlb_1GB_events[19];
    char file_hugetlb_1GB_events_local[25];
    char file_hugetlb_1GB_rsvd_current[25];
    char file_hugetlb_1GB_rsvd_max[21];
    char file_cpuset_cpus[12];
    char file_cpuset_cpus_exclusive[22];
    char file_cpuset_cpus_exclusive_effective[32];
    char file_cpuset_cpus_isolated[21];
    char file_cpuset_cpus_partition[22];
    char file_cpuset_mems[12];
#endif
#ifdef VMM_DESCRIBE_CGROUP_USAGE
    char of_cgroup_usage[13];
#endif
    char cores_used[11];
    char user_cores[11];
    char system_cores[13];
#ifdef VMM_DESCRIBE_CGROUP_USAGE
    char cpu_limit_used_ratio[21];
    char throttled_periods_ratio[24];
    char throttled_cores[16];
#endif
#ifdef VMM_DESCRIBE_CGROUP_MEMORY_USAGE
    char of_cgroup_memory_usage[20];
    char working_set_cadvisor_bytes[27];
    char working_set_docker_bytes[25];
    char limit_bytes[12];
    char used_ratio[11];
    char working_set_cadvisor_ratio[27];
    char working_set_docker_ratio[25];
#endif
#ifdef VMM_DESCRIBE_CGROUP_IO
    char of_cgroup_io[10];
#endif
    char major[6];
    char minor[6];
    char read_bytes[11];
    char write_bytes[12];
    char reads[6];
    char writes[7];
    char discard_bytes[14];
    char discards[9];
#ifdef VMM_DESCRIBE_CGROUP_IO
    char max_read_bytes_per_second[26];
    char max_write_bytes_per_second[27];
    char max_reads_per_second[21];
    char max_writes_per_second[22];
#endif
    char lies_on_others[15];
#ifdef VMM_DESCRIBE_CGROUP_IO
    char file_io_stat[8];
    char file_io_max[7];
    char file_blkio_throttle_io_service_bytes[32];
    char file_blkio_throttle_io_serviced[27];
    char file_blkio_throttle_io_service_bytes_recursive[42];
    char file_blkio_throttle_io_serviced_recursive[37];
    char file_blkio_throttle_read_bps_device[31];
    char file_blkio_throttle_write_bps_device[32];
    char file_blkio_throttle_read_iops_device[32];
    char file_blkio_throttle_write_iops_device[33];
#endif
#ifdef VMM_DESCRIBE_CGROUP_IO_USAGE
    char of_cgroup_io_usage[16];
#endif
    char read_bytes_per_second[22];
    char write_bytes_per_second[23];
    char reads_per_second[17];
    char writes_per_second[18];
    char discard_bytes_per_second[25];
    char discards_per_second[20];
#ifdef VMM_DESCRIBE_PROCESS
    char of_process[8];
#endif
    char pid[4];
#ifdef VMM_DESCRIBE_PROCESS
    char comm[5];
    char vcpu[5];
#endif
    char state[6];
#ifdef VMM_DESCRIBE_PROCESS
    char ppid[5];
    char pgrp[5];
    char session[8];
    char tty_nr[7];
    char tpgid[6];
#endif
    char flags[6];
#ifdef VMM_DESCRIBE_PROCESS
    char minflt[7];
    char cminflt[8];
    char majflt[7];
    char cmajflt[8];
    char utime_ticks[12];
    char stime_ticks[12];
    char cutime_ticks[13];
    char cstime_ticks[13];
    char priority[9];
    char nice[5];
    char num_threads[12];
    char itrealvalue[12];
#endif
    char starttime_ticks[16];
#ifdef VMM_DESCRIBE_PROCESS
    char vsize_bytes[12];
    char rss_pages[10];
    char rsslim_bytes[13];
    char startcode[10];
    char endcode[8];
    char startstack[11];
    char kstkesp[8];
    char kstkeip[8];
    char signal[7];
    char blocked[8];
    char sigignore[10];
    char sigcatch[9];
    char wchan[6];
    char nswap[6];
    char cnswap[7];
    char exit_signal[12];
    char processor[10];
    char rt_priority[12];
    char policy[7];
    char delayacct_blkio_ticks[22];
    char guest_time_ticks[17];
    char cguest_time_ticks[18];
    char start_data[11];
    char end_data[9];
    char start_brk[10];
    char arg_start[10];
    char arg_end[8];
    char env_start[10];
    char env_end[8];
    char exit_code[10];
    char tgid[5];
    char fd_size[8];
    char kthread[8];
    char vm_peak_bytes[14];
    char vm_size_bytes[14];
    char vm_lck_bytes[13];
    char vm_pin_bytes[13];
    char vm_hwm_bytes[13];
    char vm_rss_bytes[13];
    char rss_anon_bytes[15];
    char rss_file_bytes[15];
    char rss_shmem_bytes[16];
    char vm_data_bytes[14];
    char vm_stk_bytes[13];
    char vm_exe_bytes[13];
    char vm_lib_bytes[13];
    char vm_pte_bytes[13];
    char vm_swap_bytes[14];
    char hugetlb_pages_bytes[20];
    char core_dumping[13];
    char thp_enabled[12];
    char cpus_allowed[13];
    char mems_allowed[13];
    char voluntary_ctxt_switches[24];
    char nonvoluntary_ctxt_switches[27];
    char vm_pmd_bytes[13];
    char uid_real[9];
    char uid_effective[14];
    char uid_saved[10];
    char uid_fs[7];
    char ngid[5];
    char tracer_pid[11];
    char gid_real[9];
    char gid_effective[14];
    char gid_saved[10];
    char gid_fs[7];
    char ns_tgid[8];
    char ns_pid[7];
    char ns_pgid[8];
    char ns_sid[7];
    char no_new_privs[13];
    char seccomp[8];
    char seccomp_filters[16];
    char statm_size_pages[17];
    char statm_resident_pages[21];
    char statm_shared_pages[19];
    char statm_text_pages[17];
    char statm_lib_pages[16];
    char statm_data_pages[17];
    char statm_dt_pages[15];
    char rchar_bytes[12];
    char wchar_bytes[12];
    char syscr[6];
    char syscw[6];
    char cancelled_write_bytes[22];
    char run_time_ns[12];
    char run_delay_ns[13];
    char timeslices[11];
    char smaps_rss_bytes[16];
    char smaps_pss_bytes[16];
    char smaps_pss_dirty_bytes[22];
    char smaps_pss_anon_bytes[21];
    char smaps_pss_file_bytes[21];
    char smaps_pss_shmem_bytes[22];
    char smaps_shared_clean_bytes[25];
    char smaps_shared_dirty_bytes[25];
    char smaps_private_clean_bytes[26];
    char smaps_private_dirty_bytes[26];
    char smaps_referenced_bytes[23];
    char smaps_anonymous_bytes[22];
    char smaps_ksm_bytes[16];
    char smaps_lazy_free_bytes[22];
    char smaps_anon_huge_pages_bytes[28];
    char smaps_shmem_pmd_mapped_bytes[29];
    char smaps_file_pmd_mapped_bytes[28];
    char smaps_shared_hugetlb_bytes[27];
    char smaps_private_hugetlb_bytes[28];
    char smaps_swap_bytes[17];
    char smaps_swap_pss_bytes[21];
    char smaps_locked_bytes[19];
#endif
    char file_stat[5];
#ifdef VMM_DESCRIBE_PROCESS
    char file_status[7];
    char file_statm[6];
    char file_io[3];
    char file_schedstat[10];
    char file_smaps_rollup[13];
#endif
#ifdef VMM_DESCRIBE_PROCESS_USAGE
    char of_process_usage[14];
    char guest_cores[12];
    char minflt_per_second[18];
    char majflt_per_second[18];
    char rchar_bytes_per_second[23];
    char wchar_bytes_per_second[23];
    char syscr_per_second[17];
    char syscw_per_second[17];
    char cancelled_write_bytes_per_second[33];
    char run_delay_cores[16];
#endif
    char voluntary_ctxt_switches_per_second[35];
    char nonvoluntary_ctxt_switches_per_second[38];
#ifdef VMM_DESCRIBE_PROCESS_USAGE
    char outside_guest_cores[20];
#endif
#ifdef VMM_DESCRIBE_THREADS_USAGE
    char of_threads_usage[14];
    char threads[8];
    char threads_matched[16];
    char threads_new[12];
    char threads_gone[13];
#endif
    char vcpus[6];
#ifdef VMM_DESCRIBE_THREADS_USAGE
    char vcpu_cores[11];
    char overhead_cores[15];
    char total_cores[12];
    char vcpu_run_delay_cores[21];
    char overhead_run_delay_cores[25];
    char total_run_delay_cores[22];
    char unexplained_cores[18];
#endif
#ifdef VMM_DESCRIBE_NET
    char of_net[4];
#endif
    char name[5];
    char ifindex[8];
#ifdef VMM_DESCRIBE_NET
    char iflink[7];
    char rx_bytes[9];
    char rx_packets[11];
    char rx_errors[10];
    char net_dev_rx_drop[16];
    char rx_fifo_errors[15];
    char net_dev_rx_frame[17];
    char rx_compressed[14];
    char multicast[10];
    char tx_bytes[9];
    char tx_packets[11];
    char tx_errors[10];
    char tx_dropped[11];
    char tx_fifo_errors[15];
    char collisions[11];
    char net_dev_tx_carrier[19];
    char tx_compressed[14];
    char rx_dropped[11];
    char rx_missed_errors[17];
    char rx_length_errors[17];
    char rx_over_errors[15];
    char rx_crc_errors[14];
    char rx_frame_errors[16];
    char rx_nohandler[13];
    char tx_carrier_errors[18];
    char tx_aborted_errors[18];
    char tx_window_errors[17];
    char tx_heartbeat_errors[20];
    char operstate[10];
    char carrier[8];
#endif
    char carrier_changes[16];
#ifdef VMM_DESCRIBE_NET
    char carrier_up_count[17];
    char carrier_down_count[19];
    char speed_bits_per_second[22];
    char duplex[7];
    char mtu_bytes[10];
    char type[5];
    char tx_queue_len[13];
    char addr_assign_type[17];
    char addr_len_bytes[15];
    char dev_id[7];
    char dev_port[9];
    char dormant[8];
    char testing[8];
    char link_mode[10];
    char name_assign_type[17];
    char netdev_group[13];
    char proto_down[11];
    char threaded[9];
    char napi_defer_hard_irqs[21];
    char gro_flush_timeout_ns[21];
    char tun_flags[10];
    char owner[6];
    char group[6];
    char file_ifindex[8];
    char file_iflink[7];
    char file_statistics_rx_bytes[20];
    char file_statistics_rx_packets[22];
    char file_statistics_rx_errors[21];
    char file_statistics_rx_fifo_errors[26];
    char file_statistics_rx_compressed[25];
    char file_statistics_multicast[21];
    char file_statistics_tx_bytes[20];
    char file_statistics_tx_packets[22];
    char file_statistics_tx_errors[21];
    char file_statistics_tx_dropped[22];
    char file_statistics_tx_fifo_errors[26];
    char file_statistics_collisions[22];
    char file_statistics_tx_compressed[25];
    char file_statistics_rx_dropped[22];
    char file_statistics_rx_missed_errors[28];
    char file_statistics_rx_length_errors[28];
    char file_statistics_rx_over_errors[26];
    char file_statistics_rx_crc_errors[25];
    char file_statistics_rx_frame_errors[27];
    char file_statistics_rx_nohandler[24];
    char file_statistics_tx_carrier_errors[29];
    char file_statistics_tx_aborted_errors[29];
    char file_statistics_tx_window_errors[28];
    char file_statistics_tx_heartbeat_errors[31];
    char file_operstate[10];
    char file_carrier[8];
    char file_carrier_changes[16];
    char file_carrier_up_count[17];
    char file_carrier_down_count[19];
    char file_speed[6];
    char file_duplex[7];
    char file_mtu[4];
    char file_flags[6];
    char file_type[5];
    char file_tx_queue_len[13];
    char file_addr_assign_type[17];
    char file_addr_len[9];
    char file_dev_id[7];
    char file_dev_port[9];
    char file_dormant[8];
    char file_testing[8];
    char file_link_mode[10];
    char file_name_assign_type[17];
    char file_netdev_group[13];
    char file_proto_down[11];
    char file_threaded[9];
    char file_napi_defer_hard_irqs[21];
    char file_gro_flush_timeout[18];
    char file_tun_flags[10];
    char file_owner[6];
    char file_group[6];
#endif
#ifdef VMM_DESCRIBE_NET_USAGE
    char of_net_usage[10];
#endif
    char rx_bytes_per_second[20];
    char tx_bytes_per_second[20];
    char rx_packets_per_second[22];
    char tx_packets_per_second[22];
#ifdef VMM_DESCRIBE_NET_USAGE
    char rx_errors_per_second[21];
    char tx_errors_per_second[21];
    char rx_dropped_per_second[22];
    char tx_dropped_per_second[22];
    char net_dev_rx_drop_per_second[27];
    char multicast_per_second[21];
    char utilisation_sar_ratio[22];
#endif
#ifdef VMM_DESCRIBE_SOCKET
    char of_socket[7];
    char address_bytes[14];
    char local_port[11];
    char remote_port[12];
    char tx_queue_bytes[15];
    char rx_queue_bytes[15];
    char accept_queue[13];
#endif
    char uid[4];
#ifdef VMM_DESCRIBE_SOCKET
    char inode[6];
    char drops[6];
#endif
#ifdef VMM_DESCRIBE_DISK
    char of_disk[5];
    char diskseq[8];
    char reads_merged[13];
    char read_ms[8];
    char writes_merged[14];
    char write_ms[9];
#endif
    char in_flight[10];
#ifdef VMM_DESCRIBE_DISK
    char io_ms[6];
    char weighted_io_ms[15];
    char discards_merged[16];
    char discard_ms[11];
    char flushes[8];
    char flush_ms[9];
    char size_bytes[11];
    char ro[3];
    char in_flight_reads[16];
    char in_flight_writes[17];
    char file_size[5];
    char file_ro[3];
    char file_diskseq[8];
    char file_inflight[9];
    char file_uevent[7];
#endif
#ifdef VMM_DESCRIBE_DISK_USAGE
    char of_disk_usage[11];
    char reads_merged_per_second[24];
    char reads_merged_ratio[19];
    char read_await_ms[14];
    char mean_read_bytes[16];
    char writes_merged_per_second[25];
    char writes_merged_ratio[20];
    char write_await_ms[15];
    char mean_write_bytes[17];
    char discards_merged_per_second[27];
    char discards_merged_ratio[22];
    char discard_await_ms[17];
    char mean_discard_bytes[19];
#endif
    char flushes_per_second[19];
#ifdef VMM_DESCRIBE_DISK_USAGE
    char flush_await_ms[15];
    char transfers_per_second[21];
    char await_ms[9];
    char mean_transfer_bytes[20];
    char queue_length[13];
    char busy_ratio[11];
#endif
#ifdef VMM_DESCRIBE_SYSTEM
    char of_system[7];
    char load1_hundredths[17];
    char load5_hundredths[17];
    char load15_hundredths[18];
    char tasks_runnable[15];
    char tasks[6];
    char last_pid[9];
    char uptime_hundredths[18];
    char idle_hundredths[16];
    char file_loadavg[8];
    char file_uptime[7];
#endif
#ifdef VMM_DESCRIBE_VMSTAT
    char of_vmstat[7];
    char nr_free_pages[14];
    char nr_mlock_pages[15];
    char nr_free_cma_pages[18];
    char nr_inactive_anon_pages[23];
    char nr_active_anon_pages[21];
    char nr_inactive_file_pages[23];
    char nr_active_file_pages[21];
    char nr_unevictable_pages[21];
    char nr_slab_reclaimable_pages[26];
    char nr_slab_unreclaimable_pages[28];
    char workingset_nodes[17];
    char workingset_refault_anon_pages[30];
    char workingset_refault_file_pages[30];
    char workingset_activate_anon_pages[31];
    char workingset_activate_file_pages[31];
    char workingset_restore_anon_pages[30];
    char workingset_restore_file_pages[30];
    char nr_anon_pages[14];
    char nr_mapped_pages[16];
    char nr_file_pages[14];
    char nr_dirty_pages[15];
    char nr_writeback_pages[19];
    char nr_shmem_pages[15];
    char nr_vmscan_write_pages[22];
    char nr_dirtied_pages[17];
    char nr_written_pages[17];
    char nr_throttled_written_pages[27];
    char nr_page_table_pages[20];
    char nr_swapcached_pages[20];
    char nr_balloon_pages[17];
    char pgpgin_bytes[13];
    char pgpgout_bytes[14];
    char pswpin_pages[13];
    char pswpout_pages[14];
    char allocstall_dma[15];
    char allocstall_dma32[17];
    char allocstall_normal[18];
    char allocstall_high[16];
    char allocstall_movable[19];
    char allocstall_device[18];
    char pgfree_pages[13];
    char pgactivate_pages[17];
    char pgdeactivate_pages[19];
    char pglazyfree_pages[17];
    char pglazyfreed_pages[18];
    char pgrefill_pages[15];
    char pgreuse[8];
    char pgsteal_kswapd_pages[21];
    char pgsteal_direct_pages[21];
    char pgsteal_khugepaged_pages[25];
    char pgsteal_proactive_pages[24];
    char pgscan_kswapd_pages[20];
    char pgscan_direct_pages[20];
    char pgscan_khugepaged_pages[24];
    char pgscan_proactive_pages[23];
    char pgscan_direct_throttle[23];
    char pgscan_anon_pages[18];
    char pgscan_file_pages[18];
    char pgsteal_anon_pages[19];
    char pgsteal_file_pages[19];
    char slabs_scanned[14];
    char pageoutrun[11];
    char pgrotated_pages[16];
    char drop_pagecache[15];
    char drop_slab[10];
#endif
    char oom_kill[9];
#ifdef VMM_DESCRIBE_VMSTAT
    char pgmigrate_success_pages[24];
    char pgmigrate_fail_pages[21];
    char compact_stall[14];
    char compact_fail[13];
    char compact_success[16];
    char compact_daemon_wake[20];
    char thp_fault_fallback[19];
    char thp_collapse_alloc_failed[26];
    char thp_file_alloc[15];
    char thp_file_mapped[16];
    char thp_split_page[15];
    char thp_split_page_failed[22];
    char thp_deferred_split_page[24];
    char thp_split_pmd[14];
    char thp_zero_page_alloc[20];
    char balloon_inflate_pages[22];
    char balloon_deflate_pages[22];
    char balloon_migrate_pages[22];
    char swap_ra_pages[14];
    char swap_ra_hit_pages[18];
    char swpin_zero_pages[17];
    char swpout_zero_pages[18];
    char zswpin_pages[13];
    char zswpout_pages[14];
    char zswpwb_pages[13];
    char workingset_refault_pages[25];
    char workingset_activate_pages[26];
    char workingset_restore_pages[25];
    char allocstall[11];
    char pgsteal_kswapd_dma_pages[25];
    char pgsteal_kswapd_dma32_pages[27];
    char pgsteal_kswapd_normal_pages[28];
    char pgsteal_kswapd_high_pages[26];
    char pgsteal_kswapd_movable_pages[29];
    char pgsteal_direct_dma_pages[25];
    char pgsteal_direct_dma32_pages[27];
    char pgsteal_direct_normal_pages[28];
    char pgsteal_direct_high_pages[26];
    char pgsteal_direct_movable_pages[29];
    char pgscan_kswapd_dma_pages[24];
    char pgscan_kswapd_dma32_pages[26];
    char pgscan_kswapd_normal_pages[27];
    char pgscan_kswapd_high_pages[25];
    char pgscan_kswapd_movable_pages[28];
    char pgscan_direct_dma_pages[24];
    char pgscan_direct_dma32_pages[26];
    char pgscan_direct_normal_pages[27];
    char pgscan_direct_high_pages[25];
    char pgscan_direct_movable_pages[28];
    char thp_split[10];
#endif
#ifdef VMM_DESCRIBE_BALLOON
    char of_balloon[8];
    char memory_size_bytes[18];
    char hotplug_size_bytes[19];
    char hotplug_requested_bytes[24];
    char hotplug_plugged_bytes[22];
    char logical_vm_size_bytes[22];
    char target_bytes[13];
    char actual_bytes[13];
    char target_rounded_bytes[21];
    char actual_rounded_bytes[21];
    char last_update_seconds[20];
    char swap_in_bytes[14];
    char swap_out_bytes[15];
    char major_faults[13];
    char minor_faults[13];
    char free_memory_bytes[18];
    char total_memory_bytes[19];
    char available_memory_bytes[23];
    char disk_caches_bytes[18];
    char hugetlb_allocations[20];
    char hugetlb_failures[17];
    char alloc_stall[12];
    char async_scan_bytes[17];
    char direct_scan_bytes[18];
    char async_reclaim_bytes[20];
    char direct_reclaim_bytes[21];
    char max_vcpus[10];
    char hotplug_block_bytes[20];
    char hotplug_slot_bytes[19];
    char hinting_host_cmd[17];
    char hinting_guest_cmd[18];
#endif
#ifdef VMM_DESCRIBE_FIRECRACKER
    char of_firecracker[12];
    char utc_timestamp_ms[17];
    char process_startup_time_usec[26];
    char process_startup_time_cpu_usec[30];
    char balloon_inflate_count[22];
    char balloon_stats_updates_count[28];
    char balloon_stats_update_fails[27];
    char balloon_deflate_count[22];
    char balloon_event_fails[20];
    char balloon_free_page_report_freed_bytes[37];
    char balloon_free_page_hint_freed_bytes[35];
    char block_no_avail_buffer[22];
    char block_event_fails[18];
    char block_execute_fails[20];
    char block_invalid_reqs_count[25];
    char block_flush_count[18];
    char block_read_bytes[17];
    char block_write_bytes[18];
    char block_read_count[17];
    char block_write_count[18];
    char block_rate_limiter_throttled_events[36];
    char block_io_engine_throttled_events[33];
    char block_read_agg_sum_usec[24];
    char block_write_agg_sum_usec[25];
    char full_create_snapshot_usec[26];
    char diff_create_snapshot_usec[26];
    char load_snapshot_usec[19];
    char pause_vm_usec[14];
    char resume_vm_usec[15];
    char vmm_full_create_snapshot_usec[30];
    char vmm_diff_create_snapshot_usec[30];
    char vmm_load_snapshot_usec[23];
    char vmm_pause_vm_usec[18];
    char vmm_resume_vm_usec[19];
    char logger_missed_metrics_count[28];
    char logger_metrics_fails[21];
    char logger_missed_log_count[24];
    char mmds_tx_bytes[14];
    char mmds_tx_frames[15];
    char net_no_rx_avail_buffer[23];
    char net_no_tx_avail_buffer[23];
    char net_event_fails[16];
    char net_rx_rate_limiter_throttled[30];
    char net_rx_bytes[13];
    char net_rx_packets[15];
    char net_rx_fails[13];
    char net_tap_read_fails[19];
    char net_tap_write_fails[20];
    char net_tx_bytes[13];
    char net_tx_malformed_frames[24];
    char net_tx_fails[13];
    char net_tx_packets[15];
    char net_tx_rate_limiter_throttled[30];
    char net_tx_spoofed_mac_count[25];
    char net_tap_write_agg_sum_usec[27];
    char seccomp_num_faults[19];
    char vcpu_exit_io_in[16];
    char vcpu_exit_io_out[17];
    char vcpu_exit_mmio_read[20];
    char vcpu_exit_mmio_write[21];
    char vcpu_failures[14];
    char vcpu_kvmclock_ctrl_fails[25];
    char vcpu_exit_io_in_agg_min_usec[29];
    char vcpu_exit_io_in_agg_max_usec[29];
    char vcpu_exit_io_in_agg_sum_usec[29];
    char vcpu_exit_io_out_agg_min_usec[30];
    char vcpu_exit_io_out_agg_max_usec[30];
    char vcpu_exit_io_out_agg_sum_usec[30];
    char vcpu_exit_mmio_read_agg_min_usec[33];
    char vcpu_exit_mmio_read_agg_max_usec[33];
    char vcpu_exit_mmio_read_agg_sum_usec[33];
    char vcpu_exit_mmio_write_agg_min_usec[34];
    char vcpu_exit_mmio_write_agg_max_usec[34];
    char vcpu_exit_mmio_write_agg_sum_usec[34];
    char vmm_panic_count[16];
    char signals_sigbus[15];
    char signals_sigsegv[16];
    char signals_sigxfsz[16];
    char signals_sigxcpu[16];
    char signals_sigpipe[16];
    char signals_sighup[15];
    char signals_sigill[15];
    char balloon_activate_fails[23];
    char balloon_free_page_report_count[31];
    char balloon_free_page_report_fails[31];
    char balloon_free_page_hint_count[29];
    char balloon_free_page_hint_fails[29];
    char block_activate_fails[21];
    char block_cfg_fails[16];
    char block_queue_event_count[24];
    char block_rate_limiter_event_count[31];
    char block_update_count[19];
    char block_update_fails[19];
    char block_remaining_reqs_count[27];
    char logger_rate_limited_log_count[30];
    char net_activate_fails[19];
    char net_cfg_fails[14];
    char net_rx_queue_event_count[25];
    char net_rx_event_rate_limiter_count[32];
    char net_rx_tap_event_count[23];
    char net_rx_count[13];
    char net_tx_count[13];
    char net_tx_queue_event_count[25];
    char net_tx_rate_limiter_event_count[32];
    char net_tx_remaining_reqs_count[28];
    char vsock_activate_fails[21];
    char vsock_cfg_fails[16];
    char vsock_rx_queue_event_fails[27];
    char vsock_tx_queue_event_fails[27];
    char vsock_ev_queue_event_fails[27];
    char vsock_muxer_event_fails[24];
    char vsock_conn_event_fails[23];
    char vsock_rx_queue_event_count[27];
    char vsock_tx_queue_event_count[27];
    char vsock_rx_bytes[15];
    char vsock_tx_bytes[15];
    char vsock_rx_packets[17];
    char vsock_tx_packets[17];
    char vsock_conns_added[18];
    char vsock_conns_killed[19];
    char vsock_conns_removed[20];
    char vsock_killq_resync[19];
    char vsock_tx_flush_fails[21];
    char vsock_tx_write_fails[21];
    char vsock_rx_read_fails[20];
    char entropy_activate_fails[23];
    char entropy_event_fails[20];
    char entropy_event_count[20];
    char entropy_bytes[14];
    char entropy_host_rng_fails[23];
    char entropy_rate_limiter_throttled[31];
    char entropy_rate_limiter_event_count[33];
    char pmem_activate_fails[20];
    char pmem_cfg_fails[15];
    char pmem_event_fails[17];
    char pmem_queue_event_count[23];
    char pmem_rate_limiter_throttled_events[35];
    char pmem_rate_limiter_event_count[30];
    char interrupts_triggers[20];
    char interrupts_config_updates[26];
    char memory_hotplug_activate_fails[30];
    char memory_hotplug_queue_event_fails[33];
    char memory_hotplug_queue_event_count[33];
    char memory_hotplug_plug_agg_min_usec[33];
    char memory_hotplug_plug_agg_max_usec[33];
    char memory_hotplug_plug_agg_sum_usec[33];
    char memory_hotplug_plug_count[26];
    char memory_hotplug_plug_bytes[26];
    char memory_hotplug_plug_fails[26];
    char memory_hotplug_unplug_agg_min_usec[35];
    char memory_hotplug_unplug_agg_max_usec[35];
    char memory_hotplug_unplug_agg_sum_usec[35];
    char memory_hotplug_unplug_count[28];
    char memory_hotplug_unplug_bytes[28];
    char memory_hotplug_unplug_fails[28];
    char memory_hotplug_unplug_discard_fails[36];
    char memory_hotplug_unplug_all_agg_min_usec[39];
    char memory_hotplug_unplug_all_agg_max_usec[39];
    char memory_hotplug_unplug_all_agg_sum_usec[39];
    char memory_hotplug_unplug_all_count[32];
    char memory_hotplug_unplug_all_fails[32];
    char memory_hotplug_state_agg_min_usec[34];
    char memory_hotplug_state_agg_max_usec[34];
    char memory_hotplug_state_agg_sum_usec[34];
    char memory_hotplug_state_count[27];
    char memory_hotplug_state_fails[27];
#endif
#ifdef VMM_DESCRIBE_HYPERVISOR_DEVICE
    char of_hypervisor_device[18];
#endif
    char device_type[12];
#ifdef VMM_DESCRIBE_HYPERVISOR_DEVICE
    char activate_fails[15];
    char cfg_fails[10];
    char no_avail_buffer[16];
    char event_fails[12];
    char execute_fails[14];
    char invalid_reqs_count[19];
    char flush_count[12];
    char increment_read_bytes[21];
    char increment_write_bytes[22];
    char increment_read_count[21];
    char increment_write_count[22];
    char rate_limiter_throttled_events[30];
    char io_engine_throttled_events[27];
    char read_agg_min_usec[18];
    char read_agg_max_usec[18];
    char read_agg_sum_usec[18];
    char write_agg_min_usec[19];
    char write_agg_max_usec[19];
    char write_agg_sum_usec[19];
    char no_rx_avail_buffer[19];
    char no_tx_avail_buffer[19];
    char rx_rate_limiter_throttled[26];
    char increment_rx_bytes[19];
    char increment_rx_packets[21];
    char rx_fails[9];
    char tap_read_fails[15];
    char tap_write_fails[16];
    char increment_tx_bytes[19];
    char tx_malformed_frames[20];
    char tx_fails[9];
    char increment_tx_packets[21];
    char tx_rate_limiter_throttled[26];
    char tx_spoofed_mac_count[21];
    char tap_write_agg_min_usec[23];
    char tap_write_agg_max_usec[23];
    char tap_write_agg_sum_usec[23];
    char init_time_usec[15];
    char activate_time_usec[19];
    char config_change_time_usec[24];
    char total_read_bytes[17];
    char total_write_bytes[18];
    char total_read_ops[15];
    char total_write_ops[16];
    char read_latency_min_usec[22];
    char read_latency_max_usec[22];
    char read_latency_avg_usec[22];
    char write_latency_min_usec[23];
    char write_latency_max_usec[23];
    char write_latency_avg_usec[23];
    char total_rx_bytes[15];
    char total_tx_bytes[15];
    char total_rx_frames[16];
    char total_tx_frames[16];
    char queue_event_count[18];
    char rate_limiter_event_count[25];
    char update_count[13];
    char update_fails[13];
    char remaining_reqs_count[21];
    char rx_queue_event_count[21];
    char rx_event_rate_limiter_count[28];
    char rx_tap_event_count[19];
    char rx_count[9];
    char tx_count[9];
    char tx_queue_event_count[21];
    char tx_rate_limiter_event_count[28];
    char tx_remaining_reqs_count[24];
    char total_flush_ops[16];
    char total_unmap_ops[16];
    char total_unmap_bytes[18];
    char total_read_time_ns[19];
    char total_write_time_ns[20];
    char total_flush_time_ns[20];
    char total_unmap_time_ns[20];
    char total_read_merged[18];
    char total_write_merged[19];
    char total_unmap_merged[19];
    char total_failed_read_ops[22];
    char total_failed_write_ops[23];
    char total_failed_flush_ops[23];
    char total_failed_unmap_ops[23];
    char total_invalid_read_ops[23];
    char total_invalid_write_ops[24];
    char total_invalid_flush_ops[24];
    char total_invalid_unmap_ops[24];
    char total_zone_append_bytes[24];
    char total_zone_append_ops[22];
    char total_zone_append_time_ns[26];
    char total_zone_append_merged[25];
    char total_failed_zone_append_ops[29];
    char total_invalid_zone_append_ops[30];
    char idle_time_ns[13];
    char wr_highest_offset_bytes[24];
#endif
#ifdef VMM_DESCRIBE_HYPERVISOR_DEVICE_USAGE
    char of_hypervisor_device_usage[24];
    char read_await_ns[14];
    char write_await_ns[15];
    char flush_await_ns[15];
    char failures_per_second[20];
    char rate_limiter_throttled_per_second[34];
    char queue_events_per_second[24];
#endif
#ifdef VMM_DESCRIBE_VMSTAT_DETAIL
    char of_vmstat_detail[14];
    char nr_free_pages_blocks_pages[27];
    char nr_zone_inactive_anon_pages[28];
    char nr_zone_active_anon_pages[26];
    char nr_zone_inactive_file_pages[28];
    char nr_zone_active_file_pages[26];
    char nr_zone_unevictable_pages[26];
    char nr_zone_write_pending_pages[28];
    char nr_zspages_pages[17];
    char nr_unaccepted_pages[20];
    char numa_hit[9];
    char numa_miss[10];
    char numa_foreign[13];
    char numa_interleave[16];
    char numa_local[11];
    char numa_other[11];
    char nr_isolated_anon_pages[23];
    char nr_isolated_file_pages[23];
    char nr_shmem_hugepages[19];
    char nr_shmem_pmdmapped[19];
    char nr_file_hugepages[18];
    char nr_file_pmdmapped[18];
    char nr_anon_transparent_hugepages[30];
    char nr_vmscan_immediate_reclaim_pages[34];
    char nr_kernel_misc_reclaimable_pages[33];
    char nr_foll_pin_acquired_pages[27];
    char nr_foll_pin_released_pages[27];
    char nr_vmalloc_pages[17];
    char nr_kernel_stack[16];
    char nr_shadow_call_stack_bytes[27];
    char nr_sec_page_table_pages[24];
    char nr_iommu_pages[15];
    char pgpromote_success_pages[24];
    char pgpromote_candidate_pages[26];
    char pgpromote_candidate_nrl_pages[30];
    char pgdemote_kswapd_pages[22];
    char pgdemote_direct_pages[22];
    char pgdemote_khugepaged_pages[26];
    char pgdemote_proactive_pages[25];
    char pgrotate_anon_pages[20];
    char pgrotate_file_pages[20];
    char nr_hugetlb_pages[17];
    char nr_kernel_file_pages[21];
    char nr_gpu_active_pages[20];
    char nr_gpu_reclaim_pages[21];
    char nr_dirty_threshold_pages[25];
    char nr_dirty_background_threshold_pages[36];
    char nr_memmap_pages[16];
    char nr_memmap_boot_pages[21];
    char pgalloc_dma_pages[18];
    char pgalloc_dma32_pages[20];
    char pgalloc_normal_pages[21];
    char pgalloc_high_pages[19];
    char pgalloc_movable_pages[22];
    char pgalloc_device_pages[21];
    char pgskip_dma_pages[17];
    char pgskip_dma32_pages[19];
    char pgskip_normal_pages[20];
    char pgskip_high_pages[18];
    char pgskip_movable_pages[21];
    char pgskip_device_pages[20];
    char zone_reclaim_success[21];
    char zone_reclaim_failed[20];
    char pginodesteal_pages[19];
    char kswapd_inodesteal_pages[24];
    char kswapd_low_wmark_hit_quickly[29];
    char kswapd_high_wmark_hit_quickly[30];
    char numa_huge_pte_updates[22];
    char numa_hint_faults_local[23];
    char numa_pages_migrated_pages[26];
    char thp_migration_success[22];
    char thp_migration_fail[19];
    char thp_migration_split[20];
    char compact_migrate_scanned_pages[30];
    char compact_free_scanned_pages[27];
    char compact_isolated_pages[23];
    char compact_daemon_migrate_scanned_pages[37];
    char compact_daemon_free_scanned_pages[34];
    char htlb_buddy_alloc_success[25];
    char htlb_buddy_alloc_fail[22];
    char cma_alloc_success[18];
    char cma_alloc_fail[15];
    char unevictable_pgs_culled_pages[29];
    char unevictable_pgs_scanned_pages[30];
    char unevictable_pgs_rescued_pages[30];
    char unevictable_pgs_mlocked_pages[30];
    char unevictable_pgs_munlocked_pages[32];
    char unevictable_pgs_cleared_pages[30];
    char unevictable_pgs_stranded_pages[31];
    char thp_fault_fallback_charge[26];
    char thp_file_fallback[18];
    char thp_file_fallback_charge[25];
    char thp_underused_split_page[25];
    char thp_scan_exceed_none_pte[25];
    char thp_scan_exceed_swap_pte[25];
    char thp_scan_exceed_share_pte[26];
    char thp_split_pud[14];
    char thp_zero_page_alloc_failed[27];
    char nr_tlb_remote_flush[20];
    char nr_tlb_remote_flush_received[29];
    char nr_tlb_local_flush_all[23];
    char nr_tlb_local_flush_one[23];
    char ksm_swpin_copy[15];
    char cow_ksm[8];
    char direct_map_level2_splits[25];
    char direct_map_level3_splits[25];
    char direct_map_level2_collapses[28];
    char direct_map_level3_collapses[28];
    char vma_lock_success[17];
    char vma_lock_abort[15];
    char vma_lock_retry[15];
    char vma_lock_miss[14];
    char kstack_1k[10];
    char kstack_2k[10];
    char kstack_4k[10];
    char kstack_8k[10];
    char kstack_16k[11];
    char kstack_32k[11];
    char kstack_64k[11];
    char kstack_rest[12];
    char nrswpin[8];
    char nrswpout[9];
    char nr_unstable_pages[18];
    char nr_bounce_pages[16];
    char nr_writeback_temp_pages[24];
    char nr_pages_scanned_pages[23];
    char nr_slab_pages[14];
    char pgrefill_dma_pages[19];
    char pgrefill_dma32_pages[21];
    char pgrefill_normal_pages[22];
    char pgrefill_high_pages[20];
    char pgrefill_movable_pages[23];
    char pgsteal_dma_pages[18];
    char pgsteal_dma32_pages[20];
    char pgsteal_normal_pages[21];
    char pgsteal_high_pages[19];
    char pgsteal_movable_pages[22];
    char kswapd_steal_pages[19];
    char kswapd_skip_congestion_wait[28];
    char compact_blocks_moved[21];
    char compact_pages_moved_pages[26];
    char compact_pagemigrate_failed_pages[33];
    char unevictable_pgs_mlockfreed_pages[33];
#endif
#ifdef VMM_DESCRIBE_PROTOCOLS
    char of_protocols[10];
    char ip_forwarding[14];
    char ip_in_receives[15];
    char ip_in_hdr_errors[17];
    char ip_in_addr_errors[18];
    char ip_forw_datagrams[18];
    char ip_in_unknown_protos[21];
    char ip_in_discards[15];
    char ip_in_delivers[15];
    char ip_out_requests[16];
    char ip_out_discards[16];
    char ip_out_no_routes[17];
    char ip_reasm_timeout[17];
    char ip_reasm_reqds[15];
    char ip_reasm_oks[13];
    char ip_reasm_fails[15];
    char ip_frag_oks[12];
    char ip_frag_fails[14];
    char ip_frag_creates[16];
    char icmp_in_msgs[13];
    char icmp_in_errors[15];
    char icmp_in_csum_errors[20];
    char icmp_in_dest_unreachs[22];
    char icmp_in_time_excds[19];
    char icmp_in_echos[14];
    char icmp_in_echo_reps[18];
    char icmp_out_msgs[14];
    char icmp_out_errors[16];
    char icmp_out_dest_unreachs[23];
    char icmp_out_time_excds[20];
    char icmp_out_echos[15];
    char icmp_out_echo_reps[19];
    char tcp_active_opens[17];
    char tcp_passive_opens[18];
    char tcp_attempt_fails[18];
    char tcp_estab_resets[17];
    char tcp_curr_estab[15];
    char tcp_in_segs[12];
    char tcp_out_segs[13];
    char tcp_retrans_segs[17];
    char tcp_in_errs[12];
    char tcp_out_rsts[13];
    char tcp_in_csum_errors[19];
    char udp_in_datagrams[17];
    char udp_no_ports[13];
    char udp_in_errors[14];
    char udp_out_datagrams[18];
    char udp_rcvbuf_errors[18];
    char udp_sndbuf_errors[18];
    char udp_in_csum_errors[19];
    char udp_mem_errors[15];
    char udp_lite_in_errors[19];
    char tcp_ext_syncookies_sent[24];
    char tcp_ext_syncookies_recv[24];
    char tcp_ext_syncookies_failed[26];
    char tcp_ext_embryonic_rsts[23];
    char tcp_ext_prune_called[21];
    char tcp_ext_rcv_pruned[19];
    char tcp_ext_ofo_pruned[19];
    char tcp_ext_tw[11];
    char tcp_ext_listen_overflows[25];
    char tcp_ext_listen_drops[21];
    char tcp_ext_tcp_lost_retransmit[28];
    char tcp_ext_tcp_fast_retrans[25];
    char tcp_ext_tcp_slow_start_retrans[31];
    char tcp_ext_tcp_timeouts[21];
    char tcp_ext_tcp_loss_probes[24];
    char tcp_ext_tcp_rcv_collapsed[26];
    char tcp_ext_tcp_abort_on_data[26];
    char tcp_ext_tcp_abort_on_close[27];
#endif
    char tcp_ext_tcp_abort_on_memory[28];
#ifdef VMM_DESCRIBE_PROTOCOLS
    char tcp_ext_tcp_abort_on_timeout[29];
    char tcp_ext_tcp_abort_on_linger[28];
    char tcp_ext_tcp_abort_failed[25];
#endif
    char tcp_ext_tcp_memory_pressures[29];
#ifdef VMM_DESCRIBE_PROTOCOLS
    char tcp_ext_tcp_memory_pressures_chrono_ms[39];
    char tcp_ext_tcp_spurious_rtos[26];
    char tcp_ext_tcp_backlog_drop[25];
    char tcp_ext_pf_memalloc_drop[25];
    char tcp_ext_tcp_time_wait_overflow[31];
    char tcp_ext_tcp_req_q_full_do_cookies[34];
    char tcp_ext_tcp_req_q_full_drop[28];
    char tcp_ext_tcp_retrans_fail[25];
    char tcp_ext_tcp_ofo_queue[22];
    char tcp_ext_tcp_ofo_drop[21];
    char tcp_ext_tcp_from_zero_window_adv[33];
    char tcp_ext_tcp_to_zero_window_adv[31];
    char tcp_ext_tcp_syn_retrans[24];
    char tcp_ext_tcp_orig_data_sent[27];
    char tcp_ext_tcp_keep_alive[23];
    char tcp_ext_tcp_delivered[22];
    char tcp_ext_tcp_zero_window_drop[29];
    char tcp_ext_tcp_rcv_q_drop[23];
    char ip_ext_in_no_routes[20];
    char ip_ext_in_truncated_pkts[25];
    char ip_ext_in_mcast_pkts[21];
    char ip_ext_out_mcast_pkts[22];
    char ip_ext_in_bcast_pkts[21];
    char ip_ext_out_bcast_pkts[22];
    char ip_ext_in_octets_bytes[23];
    char ip_ext_out_octets_bytes[24];
    char ip_ext_in_csum_errors[22];
    char ip6_in_receives[16];
    char ip6_in_hdr_errors[18];
    char ip6_in_too_big_errors[22];
    char ip6_in_no_routes[17];
    char ip6_in_addr_errors[19];
    char ip6_in_discards[16];
    char ip6_in_delivers[16];
    char ip6_out_forw_datagrams[23];
    char ip6_out_requests[17];
    char ip6_out_discards[17];
    char ip6_out_no_routes[18];
    char ip6_reasm_fails[16];
    char ip6_frag_fails[15];
    char ip6_in_octets_bytes[20];
    char ip6_out_octets_bytes[21];
    char icmp6_in_msgs[14];
    char icmp6_in_errors[16];
    char icmp6_out_msgs[15];
    char icmp6_out_errors[17];
    char icmp6_in_csum_errors[21];
    char udp6_in_datagrams[18];
    char udp6_no_ports[14];
    char udp6_in_errors[15];
    char udp6_out_datagrams[19];
    char udp6_rcvbuf_errors[19];
    char udp6_sndbuf_errors[19];
    char udp6_in_csum_errors[20];
    char udp6_mem_errors[16];
    char udp_lite6_in_errors[20];
    char sockstat_sockets_used[22];
    char sockstat_tcp_inuse[19];
    char sockstat_tcp_orphan[20];
    char sockstat_tcp_tw[16];
    char sockstat_tcp_alloc[19];
    char sockstat_tcp_mem_pages[23];
    char sockstat_udp_inuse[19];
    char sockstat_udp_mem_pages[23];
    char sockstat_udplite_inuse[23];
    char sockstat_raw_inuse[19];
    char sockstat_frag_inuse[20];
    char sockstat_frag_memory_bytes[27];
    char sockstat_tcp6_inuse[20];
    char sockstat_udp6_inuse[20];
    char sockstat_udplite6_inuse[24];
    char sockstat_raw6_inuse[20];
    char sockstat_frag6_inuse[21];
    char sockstat_frag6_memory_bytes[28];
    char file_snmp[5];
    char file_netstat[8];
    char file_snmp6[6];
    char file_sockstat[9];
    char file_sockstat6[10];
#endif
#ifdef VMM_DESCRIBE_PROTOCOLS_USAGE
    char of_protocols_usage[16];
    char tcp_retransmitted_ratio[24];
    char tcp_retrans_to_out_ratio[25];
    char tcp_in_segs_per_second[23];
    char tcp_out_segs_per_second[24];
    char tcp_retrans_segs_per_second[28];
    char tcp_in_errs_per_second[23];
    char tcp_out_rsts_per_second[24];
    char tcp_active_opens_per_second[28];
    char tcp_passive_opens_per_second[29];
    char tcp_attempt_fails_per_second[29];
    char tcp_estab_resets_per_second[28];
    char tcp_ext_listen_drops_per_second[32];
    char tcp_ext_listen_overflows_per_second[36];
    char tcp_ext_tcp_req_q_full_drop_per_second[39];
    char tcp_ext_syncookies_sent_per_second[35];
    char tcp_ext_tcp_timeouts_per_second[32];
    char tcp_ext_tcp_syn_retrans_per_second[35];
    char tcp_ext_tcp_ofo_queue_per_second[33];
    char tcp_ext_tcp_rcv_q_drop_per_second[34];
    char tcp_ext_tcp_backlog_drop_per_second[36];
    char udp_in_datagrams_per_second[28];
    char udp_out_datagrams_per_second[29];
    char udp_no_ports_per_second[24];
    char udp_in_errors_per_second[25];
    char udp_rcvbuf_errors_per_second[29];
    char udp_sndbuf_errors_per_second[29];
    char udp6_in_datagrams_per_second[29];
    char udp6_out_datagrams_per_second[30];
    char udp6_no_ports_per_second[25];
    char udp6_in_errors_per_second[26];
    char udp6_rcvbuf_errors_per_second[30];
    char udp6_sndbuf_errors_per_second[30];
    char ip_ext_in_octets_bytes_per_second[34];
    char ip_ext_out_octets_bytes_per_second[35];
    char ip6_in_octets_bytes_per_second[31];
    char ip6_out_octets_bytes_per_second[32];
#endif
#ifdef VMM_DESCRIBE_OOM_KILL
    char of_oom_kill[9];
    char task[5];
    char line[5];
    char constraint[11];
    char total_vm_bytes[15];
    char anon_rss_bytes[15];
    char file_rss_bytes[15];
    char shmem_rss_bytes[16];
    char pgtables_bytes[15];
    char oom_score_adj[14];
    char sequence[9];
    char time_usec[10];
    char oom_memcg_distance[19];
    char oom_memcg_length[17];
    char task_memcg_distance[20];
    char task_memcg_length[18];
#endif
} described_names = {
#ifdef VMM_DESCRIBE_CPU
    "cpu",
#endif
    "id",
#ifdef VMM_DESCRIBE_CPU
    "user_ticks",
    "nice_ticks",
    "system_ticks",
    "idle_ticks",
    "iowait_ticks",
    "irq_ticks",
    "softirq_ticks",
    "steal_ticks",
    "guest_ticks",
    "guest_nice_ticks",
#endif
#ifdef VMM_DESCRIBE_CPU_USAGE
    "cpu_usage",
    "total_ticks",
    "user_ratio",
    "nice_ratio",
    "system_ratio",
    "idle_ratio",
    "iowait_ratio",
    "irq_ratio",
    "softirq_ratio",
    "steal_ratio",
    "guest_ratio",
    "guest_nice_ratio",
    "busy_cloudwatch_ratio",
    "busy_gopsutil_ratio",
    "busy_node_exporter_ratio",
    "cpus",
    "cpus_left_out",
#endif
#ifdef VMM_DESCRIBE_STAT
    "stat",
    "intr",
    "ctxt",
    "btime_seconds",
    "processes",
    "procs_running",
    "procs_blocked",
    "softirq",
    "softirq_hi",
    "softirq_timer",
    "softirq_net_tx",
    "softirq_net_rx",
    "softirq_block",
    "softirq_irq_poll",
    "softirq_tasklet",
    "softirq_sched",
    "softirq_hrtimer",
    "softirq_rcu",
#endif
#ifdef VMM_DESCRIBE_MEMINFO
    "meminfo",
    "mem_total_bytes",
    "mem_free_bytes",
    "mem_available_bytes",
#endif
    "buffers_bytes",
#ifdef VMM_DESCRIBE_MEMINFO
    "cached_bytes",
    "swap_cached_bytes",
    "active_bytes",
    "inactive_bytes",
#endif
    "active_anon_bytes",
    "inactive_anon_bytes",
    "active_file_bytes",
    "inactive_file_bytes",
    "unevictable_bytes",
#ifdef VMM_DESCRIBE_MEMINFO
    "mlocked_bytes",
#endif
    "swap_total_bytes",
    "swap_free_bytes",
    "zswap_bytes",
    "zswapped_bytes",
#ifdef VMM_DESCRIBE_MEMINFO
    "dirty_bytes",
    "writeback_bytes",
    "anon_pages_bytes",
    "mapped_bytes",
#endif
    "shmem_bytes",
#ifdef VMM_DESCRIBE_MEMINFO
    "k_reclaimable_bytes",
#endif
    "slab_bytes",
#ifdef VMM_DESCRIBE_MEMINFO
    "s_reclaimable_bytes",
    "s_unreclaim_bytes",
#endif
    "kernel_stack_bytes",
#ifdef VMM_DESCRIBE_MEMINFO
    "page_tables_bytes",
    "sec_page_tables_bytes",
    "nfs_unstable_bytes",
    "bounce_bytes",
    "writeback_tmp_bytes",
    "commit_limit_bytes",
    "committed_as_bytes",
    "vmalloc_total_bytes",
    "vmalloc_used_bytes",
    "vmalloc_chunk_bytes",
#endif
    "percpu_bytes",
#ifdef VMM_DESCRIBE_MEMINFO
    "hardware_corrupted_bytes",
    "anon_huge_pages_bytes",
    "shmem_huge_pages_bytes",
    "shmem_pmd_mapped_bytes",
    "file_huge_pages_bytes",
    "file_pmd_mapped_bytes",
    "cma_total_bytes",
    "cma_free_bytes",
    "unaccepted_bytes",
#endif
    "balloon_bytes",
#ifdef VMM_DESCRIBE_MEMINFO
    "gpu_active_bytes",
    "gpu_reclaim_bytes",
    "huge_pages_total",
    "huge_pages_free",
    "huge_pages_rsvd",
    "huge_pages_surp",
    "hugepagesize_bytes",
#endif
    "hugetlb_bytes",
#ifdef VMM_DESCRIBE_MEMINFO
    "direct_map_4k_bytes",
    "direct_map_2m_bytes",
    "direct_map_1g_bytes",
    "high_total_bytes",
    "high_free_bytes",
    "low_total_bytes",
    "low_free_bytes",
    "mmap_copy_bytes",
    "shadow_call_stack_bytes",
    "quicklists_bytes",
    "early_memtest_bad_bytes",
    "direct_map_64k_bytes",
    "direct_map_1m_bytes",
    "direct_map_4m_bytes",
    "direct_map_2g_bytes",
    "pdt_max_entries",
    "pdt_cur_entries",
#endif
#ifdef VMM_DESCRIBE_MEMORY_USAGE
    "memory_usage",
#endif
    "total_bytes",
#ifdef VMM_DESCRIBE_MEMORY_USAGE
    "free_bytes",
    "shared_bytes",
    "cache_bytes",
    "buff_cache_bytes",
#endif
    "available_bytes",
#ifdef VMM_DESCRIBE_MEMORY_USAGE
    "used_procps4_bytes",
    "used_procps3_bytes",
    "used_procps4_without_balloon_bytes",
    "used_procps3_without_balloon_bytes",
    "swap_used_bytes",
    "used_procps4_ratio",
    "used_procps3_ratio",
    "swap_used_ratio",
#endif
#ifdef VMM_DESCRIBE_FILESYSTEM
    "filesystem",
    "f_bsize_bytes",
    "f_frsize_bytes",
    "f_blocks",
    "f_bfree",
    "f_bavail",
    "f_files",
    "f_ffree",
    "f_favail",
    "f_fsid",
    "f_flag",
    "f_namemax",
#endif
#ifdef VMM_DESCRIBE_FILESYSTEM_USAGE
    "filesystem_usage",
#endif
    "used_bytes",
#ifdef VMM_DESCRIBE_FILESYSTEM_USAGE
    "used_below_zero_bytes",
    "available_below_zero_bytes",
    "reserved_bytes",
    "used_e2b_bytes",
    "use_percent",
    "use_ratio",
    "inodes_total",
    "inodes_used",
    "inodes_free",
    "inodes_use_percent",
#endif
#ifdef VMM_DESCRIBE_PRESSURE
    "pressure",
    "some_avg10_hundredths",
    "some_avg60_hundredths",
    "some_avg300_hundredths",
    "some_total_usec",
    "full_avg10_hundredths",
    "full_avg60_hundredths",
    "full_avg300_hundredths",
    "full_total_usec",
#endif
#ifdef VMM_DESCRIBE_PRESSURE_USAGE
    "pressure_usage",
    "some_ratio",
    "full_ratio",
#endif
#ifdef VMM_DESCRIBE_CGROUP_MEMORY
    "cgroup_memory",
    "anon_bytes",
    "file_bytes",
    "kernel_bytes",
    "pagetables_bytes",
    "sec_pagetables_bytes",
    "sock_bytes",
    "vmalloc_bytes",
    "zswap_incomp_bytes",
    "file_mapped_bytes",
    "file_dirty_bytes",
    "file_writeback_bytes",
    "swapcached_bytes",
    "anon_thp_bytes",
    "file_thp_bytes",
    "shmem_thp_bytes",
    "slab_reclaimable_bytes",
    "slab_unreclaimable_bytes",
    "workingset_refault_anon",
    "workingset_refault_file",
    "workingset_activate_anon",
    "workingset_activate_file",
    "workingset_restore_anon",
    "workingset_restore_file",
#endif
    "workingset_nodereclaim",
#ifdef VMM_DESCRIBE_CGROUP_MEMORY
    "pgdemote_kswapd",
    "pgdemote_direct",
    "pgdemote_khugepaged",
    "pgdemote_proactive",
    "pgpromote_success",
    "pgscan",
    "pgsteal",
    "pswpin",
    "pswpout",
    "pgscan_kswapd",
    "pgscan_direct",
    "pgscan_khugepaged",
    "pgscan_proactive",
    "pgsteal_kswapd",
    "pgsteal_direct",
    "pgsteal_khugepaged",
    "pgsteal_proactive",
#endif
    "pgfault",
    "pgmajfault",
#ifdef VMM_DESCRIBE_CGROUP_MEMORY
    "pgrefill",
    "pgactivate",
    "pgdeactivate",
    "pglazyfree",
    "pglazyfreed",
    "swpin_zero",
    "swpout_zero",
    "zswpin",
    "zswpout",
    "zswpwb",
#endif
    "thp_fault_alloc",
    "thp_collapse_alloc",
    "thp_swpout",
    "thp_swpout_fallback",
#ifdef VMM_DESCRIBE_CGROUP_MEMORY
    "numa_pages_migrated",
#endif
    "numa_pte_updates",
    "numa_hint_faults",
#ifdef VMM_DESCRIBE_CGROUP_MEMORY
    "workingset_refault",
    "workingset_activate",
    "workingset_restore",
    "swap_bytes",
    "pgpgin",
    "pgpgout",
    "hierarchical_memory_limit_bytes",
    "hierarchical_memsw_limit_bytes",
    "local_cache_bytes",
    "local_rss_bytes",
    "local_rss_huge_bytes",
    "local_shmem_bytes",
    "local_mapped_file_bytes",
    "local_dirty_bytes",
    "local_writeback_bytes",
    "local_workingset_refault_anon",
    "local_workingset_refault_file",
    "local_swap_bytes",
    "local_swapcached_bytes",
    "local_pgpgin",
    "local_pgpgout",
    "local_pgfault",
    "local_pgmajfault",
    "local_inactive_anon_bytes",
    "local_active_anon_bytes",
    "local_inactive_file_bytes",
    "local_active_file_bytes",
    "local_unevictable_bytes",
    "memory.stat",
#endif
#ifdef VMM_DESCRIBE_CGROUP
    "cgroup",
#endif
    "instance_id",
#ifdef VMM_DESCRIBE_CGROUP
    "usage_usec",
    "user_usec",
    "system_usec",
    "nice_usec",
    "core_sched_force_idle_usec",
    "nr_periods",
    "nr_throttled",
    "throttled_usec",
    "nr_bursts",
    "burst_usec",
    "throttled_time_ns",
    "burst_time_ns",
    "wait_sum_ns",
    "cpu_stat_local_throttled_usec",
    "cpu_stat_local_throttled_time_ns",
    "cpu_max_usec",
    "cpu_max_period_usec",
    "cpu_max_burst_usec",
    "cpu_weight",
    "cpu_weight_nice",
    "cpu_idle",
    "cpu_uclamp_min_hundredths",
    "cpu_uclamp_max_hundredths",
    "memory_current_bytes",
    "memory_peak_bytes",
    "memory_min_bytes",
    "memory_low_bytes",
    "memory_high_bytes",
    "memory_max_bytes",
    "memory_oom_group",
#endif
    "memory_events_low",
    "memory_events_high",
    "memory_events_max",
    "memory_events_oom",
    "memory_events_oom_kill",
    "memory_events_oom_group_kill",
#ifdef VMM_DESCRIBE_CGROUP
    "memory_events_sock_throttled",
#endif
    "memory_events_local_low",
    "memory_events_local_high",
    "memory_events_local_max",
    "memory_events_local_oom",
    "memory_events_local_oom_kill",
    "memory_events_local_oom_group_kill",
#ifdef VMM_DESCRIBE_CGROUP
    "memory_events_local_sock_throttled",
    "memory_swap_current_bytes",
    "memory_swap_peak_bytes",
    "memory_swap_high_bytes",
    "memory_swap_max_bytes",
    "memory_swap_events_high",
#endif
    "memory_swap_events_max",
    "memory_swap_events_fail",
#ifdef VMM_DESCRIBE_CGROUP
    "memory_zswap_current_bytes",
    "memory_zswap_max_bytes",
    "memory_zswap_writeback",
    "pids_current",
    "pids_peak",
    "pids_max",
#endif
    "pids_events_max",
#ifdef VMM_DESCRIBE_CGROUP
    "pids_events_local_max",
    "cgroup_stat_nr_descendants",
    "cgroup_stat_nr_dying_descendants",
    "cgroup_stat_local_frozen_usec",
    "cgroup_events_populated",
    "cgroup_events_frozen",
    "cgroup_type",
    "cgroup_freeze",
    "cgroup_max_depth",
    "cgroup_max_descendants",
    "cpuset_cpus_effective",
    "cpuset_mems_effective",
    "cpuacct_usage_ns",
    "cpuacct_stat_user_ticks",
    "cpuacct_stat_system_ticks",
    "cpu_shares",
    "memory_soft_limit_bytes",
#endif
    "memory_failcnt",
#ifdef VMM_DESCRIBE_CGROUP
    "memory_memsw_usage_bytes",
    "memory_memsw_max_usage_bytes",
    "memory_memsw_limit_bytes",
    "memory_memsw_failcnt",
    "memory_kmem_usage_bytes",
    "memory_kmem_max_usage_bytes",
    "memory_kmem_limit_bytes",
    "memory_kmem_failcnt",
    "memory_kmem_tcp_usage_bytes",
    "memory_kmem_tcp_max_usage_bytes",
    "memory_kmem_tcp_limit_bytes",
    "memory_kmem_tcp_failcnt",
    "memory_oom_control_oom_kill_disable",
    "memory_oom_control_under_oom",
#endif
    "memory_oom_control_oom_kill",
#ifdef VMM_DESCRIBE_CGROUP
    "hugetlb_2mb_current_bytes",
    "hugetlb_2mb_max_bytes",
    "hugetlb_2mb_events_max",
    "hugetlb_2mb_events_local_max",
    "hugetlb_2mb_rsvd_current_bytes",
    "hugetlb_2mb_rsvd_max_bytes",
    "hugetlb_1gb_current_bytes",
    "hugetlb_1gb_max_bytes",
    "hugetlb_1gb_events_max",
    "hugetlb_1gb_events_local_max",
    "hugetlb_1gb_rsvd_current_bytes",
    "hugetlb_1gb_rsvd_max_bytes",
    "cpuset_cpus",
    "cpuset_cpus_exclusive",
    "cpuset_cpus_exclusive_effective",
    "cpuset_cpus_isolated",
    "cpuset_cpus_partition",
    "cpuset_mems",
    "cpu.stat",
    "cpu.stat.local",
    "cpu.max",
    "cpu.max.burst",
    "cpu.weight",
    "cpu.weight.nice",
    "cpu.idle",
    "cpu.uclamp.min",
    "cpu.uclamp.max",
    "memory.current",
    "memory.peak",
    "memory.min",
    "memory.low",
    "memory.high",
    "memory.max",
    "memory.oom.group",
    "memory.events",
    "memory.events.local",
    "memory.swap.current",
    "memory.swap.peak",
    "memory.swap.high",
    "memory.swap.max",
    "memory.swap.events",
    "memory.zswap.current",
    "memory.zswap.max",
    "memory.zswap.writeback",
    "pids.current",
    "pids.peak",
    "pids.max",
    "pids.events",
    "pids.events.local",
    "cgroup.stat",
    "cgroup.stat.local",
    "cgroup.events",
    "cgroup.type",
    "cgroup.freeze",
    "cgroup.max.depth",
    "cgroup.max.descendants",
    "cpuset.cpus.effective",
    "cpuset.mems.effective",
    "cpuacct.usage",
    "cpuacct.stat",
    "cpu.cfs_quota_us",
    "cpu.cfs_period_us",
    "cpu.cfs_burst_us",
    "cpu.shares",
    "memory.usage_in_bytes",
    "memory.max_usage_in_bytes",
    "memory.limit_in_bytes",
    "memory.soft_limit_in_bytes",
    "memory.failcnt",
    "memory.memsw.usage_in_bytes",
    "memory.memsw.max_usage_in_bytes",
    "memory.memsw.limit_in_bytes",
    "memory.memsw.failcnt",
    "memory.kmem.usage_in_bytes",
    "memory.kmem.max_usage_in_bytes",
    "memory.kmem.limit_in_bytes",
    "memory.kmem.failcnt",
    "memory.kmem.tcp.usage_in_bytes",
    "memory.kmem.tcp.max_usage_in_bytes",
    "memory.kmem.tcp.limit_in_bytes",
    "memory.kmem.tcp.failcnt",
    "memory.oom_control",
    "cpuset.effective_cpus",
    "cpuset.effective_mems",
    "hugetlb.2MB.current",
    "hugetlb.2MB.max",
    "hugetlb.2MB.events",
    "hugetlb.2MB.events.local",
    "hugetlb.2MB.rsvd.current",
    "hugetlb.2MB.rsvd.max",
    "hugetlb.1GB.current",
    "hugetlb.1GB.max",
    "hugetlb.1GB.events",
    "hugetlb.1GB.events.local",
    "hugetlb.1GB.rsvd.current",
    "hugetlb.1GB.rsvd.max",
    "cpuset.cpus",
    "cpuset.cpus.exclusive",
    "cpuset.cpus.exclusive.effective",
    "cpuset.cpus.isolated",
    "cpuset.cpus.partition",
    "cpuset.mems",
#endif
#ifdef VMM_DESCRIBE_CGROUP_USAGE
    "cgroup_usage",
#endif
    "cores_used",
    "user_cores",
    "system_cores",
#ifdef VMM_DESCRIBE_CGROUP_USAGE
    "cpu_limit_used_ratio",
    "throttled_periods_ratio",
    "throttled_cores",
#endif
#ifdef VMM_DESCRIBE_CGROUP_MEMORY_USAGE
    "cgroup_memory_usage",
    "working_set_cadvisor_bytes",
    "working_set_docker_bytes",
    "limit_bytes",
    "used_ratio",
    "working_set_cadvisor_ratio",
    "working_set_docker_ratio",
#endif
#ifdef VMM_DESCRIBE_CGROUP_IO
    "cgroup_io",
#endif
    "major",
    "minor",
    "read_bytes",
    "write_bytes",
    "reads",
    "writes",
    "discard_bytes",
    "discards",
#ifdef VMM_DESCRIBE_CGROUP_IO
    "max_read_bytes_per_second",
    "max_write_bytes_per_second",
    "max_reads_per_second",
    "max_writes_per_second",
#endif
    "lies_on_others",
#ifdef VMM_DESCRIBE_CGROUP_IO
    "io.stat",
    "io.max",
    "blkio.throttle.io_service_bytes",
    "blkio.throttle.io_serviced",
    "blkio.throttle.io_service_bytes_recursive",
    "blkio.throttle.io_serviced_recursive",
    "blkio.throttle.read_bps_device",
    "blkio.throttle.write_bps_device",
    "blkio.throttle.read_iops_device",
    "blkio.throttle.write_iops_device",
#endif
#ifdef VMM_DESCRIBE_CGROUP_IO_USAGE
    "cgroup_io_usage",
#endif
    "read_bytes_per_second",
    "write_bytes_per_second",
    "reads_per_second",
    "writes_per_second",
    "discard_bytes_per_second",
    "discards_per_second",
#ifdef VMM_DESCRIBE_PROCESS
    "process",
#endif
    "pid",
#ifdef VMM_DESCRIBE_PROCESS
    "comm",
    "vcpu",
#endif
    "state",
#ifdef VMM_DESCRIBE_PROCESS
    "ppid",
    "pgrp",
    "session",
    "tty_nr",
    "tpgid",
#endif
    "flags",
#ifdef VMM_DESCRIBE_PROCESS
    "minflt",
    "cminflt",
    "majflt",
    "cmajflt",
    "utime_ticks",
    "stime_ticks",
    "cutime_ticks",
    "cstime_ticks",
    "priority",
    "nice",
    "num_threads",
    "itrealvalue",
#endif
    "starttime_ticks",
#ifdef VMM_DESCRIBE_PROCESS
    "vsize_bytes",
    "rss_pages",
    "rsslim_bytes",
    "startcode",
    "endcode",
    "startstack",
    "kstkesp",
    "kstkeip",
    "signal",
    "blocked",
    "sigignore",
    "sigcatch",
    "wchan",
    "nswap",
    "cnswap",
    "exit_signal",
    "processor",
    "rt_priority",
    "policy",
    "delayacct_blkio_ticks",
    "guest_time_ticks",
    "cguest_time_ticks",
    "start_data",
    "end_data",
    "start_brk",
    "arg_start",
    "arg_end",
    "env_start",
    "env_end",
    "exit_code",
    "tgid",
    "fd_size",
    "kthread",
    "vm_peak_bytes",
    "vm_size_bytes",
    "vm_lck_bytes",
    "vm_pin_bytes",
    "vm_hwm_bytes",
    "vm_rss_bytes",
    "rss_anon_bytes",
    "rss_file_bytes",
    "rss_shmem_bytes",
    "vm_data_bytes",
    "vm_stk_bytes",
    "vm_exe_bytes",
    "vm_lib_bytes",
    "vm_pte_bytes",
    "vm_swap_bytes",
    "hugetlb_pages_bytes",
    "core_dumping",
    "thp_enabled",
    "cpus_allowed",
    "mems_allowed",
    "voluntary_ctxt_switches",
    "nonvoluntary_ctxt_switches",
    "vm_pmd_bytes",
    "uid_real",
    "uid_effective",
    "uid_saved",
    "uid_fs",
    "ngid",
    "tracer_pid",
    "gid_real",
    "gid_effective",
    "gid_saved",
    "gid_fs",
    "ns_tgid",
    "ns_pid",
    "ns_pgid",
    "ns_sid",
    "no_new_privs",
    "seccomp",
    "seccomp_filters",
    "statm_size_pages",
    "statm_resident_pages",
    "statm_shared_pages",
    "statm_text_pages",
    "statm_lib_pages",
    "statm_data_pages",
    "statm_dt_pages",
    "rchar_bytes",
    "wchar_bytes",
    "syscr",
    "syscw",
    "cancelled_write_bytes",
    "run_time_ns",
    "run_delay_ns",
    "timeslices",
    "smaps_rss_bytes",
    "smaps_pss_bytes",
    "smaps_pss_dirty_bytes",
    "smaps_pss_anon_bytes",
    "smaps_pss_file_bytes",
    "smaps_pss_shmem_bytes",
    "smaps_shared_clean_bytes",
    "smaps_shared_dirty_bytes",
    "smaps_private_clean_bytes",
    "smaps_private_dirty_bytes",
    "smaps_referenced_bytes",
    "smaps_anonymous_bytes",
    "smaps_ksm_bytes",
    "smaps_lazy_free_bytes",
    "smaps_anon_huge_pages_bytes",
    "smaps_shmem_pmd_mapped_bytes",
    "smaps_file_pmd_mapped_bytes",
    "smaps_shared_hugetlb_bytes",
    "smaps_private_hugetlb_bytes",
    "smaps_swap_bytes",
    "smaps_swap_pss_bytes",
    "smaps_locked_bytes",
#endif
    "stat",
#ifdef VMM_DESCRIBE_PROCESS
    "status",
    "statm",
    "io",
    "schedstat",
    "smaps_rollup",
#endif
#ifdef VMM_DESCRIBE_PROCESS_USAGE
    "process_usage",
    "guest_cores",
    "minflt_per_second",
    "majflt_per_second",
    "rchar_bytes_per_second",
    "wchar_bytes_per_second",
    "syscr_per_second",
    "syscw_per_second",
    "cancelled_write_bytes_per_second",
    "run_delay_cores",
#endif
    "voluntary_ctxt_switches_per_second",
    "nonvoluntary_ctxt_switches_per_second",
#ifdef VMM_DESCRIBE_PROCESS_USAGE
    "outside_guest_cores",
#endif
#ifdef VMM_DESCRIBE_THREADS_USAGE
    "threads_usage",
    "threads",
    "threads_matched",
    "threads_new",
    "threads_gone",
#endif
    "vcpus",
#ifdef VMM_DESCRIBE_THREADS_USAGE
    "vcpu_cores",
    "overhead_cores",
    "total_cores",
    "vcpu_run_delay_cores",
    "overhead_run_delay_cores",
    "total_run_delay_cores",
    "unexplained_cores",
#endif
#ifdef VMM_DESCRIBE_NET
    "net",
#endif
    "name",
    "ifindex",
#ifdef VMM_DESCRIBE_NET
    "iflink",
    "rx_bytes",
    "rx_packets",
    "rx_errors",
    "net_dev_rx_drop",
    "rx_fifo_errors",
    "net_dev_rx_frame",
    "rx_compressed",
    "multicast",
    "tx_bytes",
    "tx_packets",
    "tx_errors",
    "tx_dropped",
    "tx_fifo_errors",
    "collisions",
    "net_dev_tx_carrier",
    "tx_compressed",
    "rx_dropped",
    "rx_missed_errors",
    "rx_length_errors",
    "rx_over_errors",
    "rx_crc_errors",
    "rx_frame_errors",
    "rx_nohandler",
    "tx_carrier_errors",
    "tx_aborted_errors",
    "tx_window_errors",
    "tx_heartbeat_errors",
    "operstate",
    "carrier",
#endif
    "carrier_changes",
#ifdef VMM_DESCRIBE_NET
    "carrier_up_count",
    "carrier_down_count",
    "speed_bits_per_second",
    "duplex",
    "mtu_bytes",
    "type",
    "tx_queue_len",
    "addr_assign_type",
    "addr_len_bytes",
    "dev_id",
    "dev_port",
    "dormant",
    "testing",
    "link_mode",
    "name_assign_type",
    "netdev_group",
    "proto_down",
    "threaded",
    "napi_defer_hard_irqs",
    "gro_flush_timeout_ns",
    "tun_flags",
    "owner",
    "group",
    "ifindex",
    "iflink",
    "statistics/rx_bytes",
    "statistics/rx_packets",
    "statistics/rx_errors",
    "statistics/rx_fifo_errors",
    "statistics/rx_compressed",
    "statistics/multicast",
    "statistics/tx_bytes",
    "statistics/tx_packets",
    "statistics/tx_errors",
    "statistics/tx_dropped",
    "statistics/tx_fifo_errors",
    "statistics/collisions",
    "statistics/tx_compressed",
    "statistics/rx_dropped",
    "statistics/rx_missed_errors",
    "statistics/rx_length_errors",
    "statistics/rx_over_errors",
    "statistics/rx_crc_errors",
    "statistics/rx_frame_errors",
    "statistics/rx_nohandler",
    "statistics/tx_carrier_errors",
    "statistics/tx_aborted_errors",
    "statistics/tx_window_errors",
    "statistics/tx_heartbeat_errors",
    "operstate",
    "carrier",
    "carrier_changes",
    "carrier_up_count",
    "carrier_down_count",
    "speed",
    "duplex",
    "mtu",
    "flags",
    "type",
    "tx_queue_len",
    "addr_assign_type",
    "addr_len",
    "dev_id",
    "dev_port",
    "dormant",
    "testing",
    "link_mode",
    "name_assign_type",
    "netdev_group",
    "proto_down",
    "threaded",
    "napi_defer_hard_irqs",
    "gro_flush_timeout",
    "tun_flags",
    "owner",
    "group",
#endif
#ifdef VMM_DESCRIBE_NET_USAGE
    "net_usage",
#endif
    "rx_bytes_per_second",
    "tx_bytes_per_second",
    "rx_packets_per_second",
    "tx_packets_per_second",
#ifdef VMM_DESCRIBE_NET_USAGE
    "rx_errors_per_second",
    "tx_errors_per_second",
    "rx_dropped_per_second",
    "tx_dropped_per_second",
    "net_dev_rx_drop_per_second",
    "multicast_per_second",
    "utilisation_sar_ratio",
#endif
#ifdef VMM_DESCRIBE_SOCKET
    "socket",
    "address_bytes",
    "local_port",
    "remote_port",
    "tx_queue_bytes",
    "rx_queue_bytes",
    "accept_queue",
#endif
    "uid",
#ifdef VMM_DESCRIBE_SOCKET
    "inode",
    "drops",
#endif
#ifdef VMM_DESCRIBE_DISK
    "disk",
    "diskseq",
    "reads_merged",
    "read_ms",
    "writes_merged",
    "write_ms",
#endif
    "in_flight",
#ifdef VMM_DESCRIBE_DISK
    "io_ms",
    "weighted_io_ms",
    "discards_merged",
    "discard_ms",
    "flushes",
    "flush_ms",
    "size_bytes",
    "ro",
    "in_flight_reads",
    "in_flight_writes",
    "size",
    "ro",
    "diskseq",
    "inflight",
    "uevent",
#endif
#ifdef VMM_DESCRIBE_DISK_USAGE
    "disk_usage",
    "reads_merged_per_second",
    "reads_merged_ratio",
    "read_await_ms",
    "mean_read_bytes",
    "writes_merged_per_second",
    "writes_merged_ratio",
    "write_await_ms",
    "mean_write_bytes",
    "discards_merged_per_second",
    "discards_merged_ratio",
    "discard_await_ms",
    "mean_discard_bytes",
#endif
    "flushes_per_second",
#ifdef VMM_DESCRIBE_DISK_USAGE
    "flush_await_ms",
    "transfers_per_second",
    "await_ms",
    "mean_transfer_bytes",
    "queue_length",
    "busy_ratio",
#endif
#ifdef VMM_DESCRIBE_SYSTEM
    "system",
    "load1_hundredths",
    "load5_hundredths",
    "load15_hundredths",
    "tasks_runnable",
    "tasks",
    "last_pid",
    "uptime_hundredths",
    "idle_hundredths",
    "loadavg",
    "uptime",
#endif
#ifdef VMM_DESCRIBE_VMSTAT
    "vmstat",
    "nr_free_pages",
    "nr_mlock_pages",
    "nr_free_cma_pages",
    "nr_inactive_anon_pages",
    "nr_active_anon_pages",
    "nr_inactive_file_pages",
    "nr_active_file_pages",
    "nr_unevictable_pages",
    "nr_slab_reclaimable_pages",
    "nr_slab_unreclaimable_pages",
    "workingset_nodes",
    "workingset_refault_anon_pages",
    "workingset_refault_file_pages",
    "workingset_activate_anon_pages",
    "workingset_activate_file_pages",
    "workingset_restore_anon_pages",
    "workingset_restore_file_pages",
    "nr_anon_pages",
    "nr_mapped_pages",
    "nr_file_pages",
    "nr_dirty_pages",
    "nr_writeback_pages",
    "nr_shmem_pages",
    "nr_vmscan_write_pages",
    "nr_dirtied_pages",
    "nr_written_pages",
    "nr_throttled_written_pages",
    "nr_page_table_pages",
    "nr_swapcached_pages",
    "nr_balloon_pages",
    "pgpgin_bytes",
    "pgpgout_bytes",
    "pswpin_pages",
    "pswpout_pages",
    "allocstall_dma",
    "allocstall_dma32",
    "allocstall_normal",
    "allocstall_high",
    "allocstall_movable",
    "allocstall_device",
    "pgfree_pages",
    "pgactivate_pages",
    "pgdeactivate_pages",
    "pglazyfree_pages",
    "pglazyfreed_pages",
    "pgrefill_pages",
    "pgreuse",
    "pgsteal_kswapd_pages",
    "pgsteal_direct_pages",
    "pgsteal_khugepaged_pages",
    "pgsteal_proactive_pages",
    "pgscan_kswapd_pages",
    "pgscan_direct_pages",
    "pgscan_khugepaged_pages",
    "pgscan_proactive_pages",
    "pgscan_direct_throttle",
    "pgscan_anon_pages",
    "pgscan_file_pages",
    "pgsteal_anon_pages",
    "pgsteal_file_pages",
    "slabs_scanned",
    "pageoutrun",
    "pgrotated_pages",
    "drop_pagecache",
    "drop_slab",
#endif
    "oom_kill",
#ifdef VMM_DESCRIBE_VMSTAT
    "pgmigrate_success_pages",
    "pgmigrate_fail_pages",
    "compact_stall",
    "compact_fail",
    "compact_success",
    "compact_daemon_wake",
    "thp_fault_fallback",
    "thp_collapse_alloc_failed",
    "thp_file_alloc",
    "thp_file_mapped",
    "thp_split_page",
    "thp_split_page_failed",
    "thp_deferred_split_page",
    "thp_split_pmd",
    "thp_zero_page_alloc",
    "balloon_inflate_pages",
    "balloon_deflate_pages",
    "balloon_migrate_pages",
    "swap_ra_pages",
    "swap_ra_hit_pages",
    "swpin_zero_pages",
    "swpout_zero_pages",
    "zswpin_pages",
    "zswpout_pages",
    "zswpwb_pages",
    "workingset_refault_pages",
    "workingset_activate_pages",
    "workingset_restore_pages",
    "allocstall",
    "pgsteal_kswapd_dma_pages",
    "pgsteal_kswapd_dma32_pages",
    "pgsteal_kswapd_normal_pages",
    "pgsteal_kswapd_high_pages",
    "pgsteal_kswapd_movable_pages",
    "pgsteal_direct_dma_pages",
    "pgsteal_direct_dma32_pages",
    "pgsteal_direct_normal_pages",
    "pgsteal_direct_high_pages",
    "pgsteal_direct_movable_pages",
    "pgscan_kswapd_dma_pages",
    "pgscan_kswapd_dma32_pages",
    "pgscan_kswapd_normal_pages",
    "pgscan_kswapd_high_pages",
    "pgscan_kswapd_movable_pages",
    "pgscan_direct_dma_pages",
    "pgscan_direct_dma32_pages",
    "pgscan_direct_normal_pages",
    "pgscan_direct_high_pages",
    "pgscan_direct_movable_pages",
    "thp_split",
#endif
#ifdef VMM_DESCRIBE_BALLOON
    "balloon",
    "memory_size_bytes",
    "hotplug_size_bytes",
    "hotplug_requested_bytes",
    "hotplug_plugged_bytes",
    "logical_vm_size_bytes",
    "target_bytes",
    "actual_bytes",
    "target_rounded_bytes",
    "actual_rounded_bytes",
    "last_update_seconds",
    "swap_in_bytes",
    "swap_out_bytes",
    "major_faults",
    "minor_faults",
    "free_memory_bytes",
    "total_memory_bytes",
    "available_memory_bytes",
    "disk_caches_bytes",
    "hugetlb_allocations",
    "hugetlb_failures",
    "alloc_stall",
    "async_scan_bytes",
    "direct_scan_bytes",
    "async_reclaim_bytes",
    "direct_reclaim_bytes",
    "max_vcpus",
    "hotplug_block_bytes",
    "hotplug_slot_bytes",
    "hinting_host_cmd",
    "hinting_guest_cmd",
#endif
#ifdef VMM_DESCRIBE_FIRECRACKER
    "firecracker",
    "utc_timestamp_ms",
    "process_startup_time_usec",
    "process_startup_time_cpu_usec",
    "balloon_inflate_count",
    "balloon_stats_updates_count",
    "balloon_stats_update_fails",
    "balloon_deflate_count",
    "balloon_event_fails",
    "balloon_free_page_report_freed_bytes",
    "balloon_free_page_hint_freed_bytes",
    "block_no_avail_buffer",
    "block_event_fails",
    "block_execute_fails",
    "block_invalid_reqs_count",
    "block_flush_count",
    "block_read_bytes",
    "block_write_bytes",
    "block_read_count",
    "block_write_count",
    "block_rate_limiter_throttled_events",
    "block_io_engine_throttled_events",
    "block_read_agg_sum_usec",
    "block_write_agg_sum_usec",
    "full_create_snapshot_usec",
    "diff_create_snapshot_usec",
    "load_snapshot_usec",
    "pause_vm_usec",
    "resume_vm_usec",
    "vmm_full_create_snapshot_usec",
    "vmm_diff_create_snapshot_usec",
    "vmm_load_snapshot_usec",
    "vmm_pause_vm_usec",
    "vmm_resume_vm_usec",
    "logger_missed_metrics_count",
    "logger_metrics_fails",
    "logger_missed_log_count",
    "mmds_tx_bytes",
    "mmds_tx_frames",
    "net_no_rx_avail_buffer",
    "net_no_tx_avail_buffer",
    "net_event_fails",
    "net_rx_rate_limiter_throttled",
    "net_rx_bytes",
    "net_rx_packets",
    "net_rx_fails",
    "net_tap_read_fails",
    "net_tap_write_fails",
    "net_tx_bytes",
    "net_tx_malformed_frames",
    "net_tx_fails",
    "net_tx_packets",
    "net_tx_rate_limiter_throttled",
    "net_tx_spoofed_mac_count",
    "net_tap_write_agg_sum_usec",
    "seccomp_num_faults",
    "vcpu_exit_io_in",
    "vcpu_exit_io_out",
    "vcpu_exit_mmio_read",
    "vcpu_exit_mmio_write",
    "vcpu_failures",
    "vcpu_kvmclock_ctrl_fails",
    "vcpu_exit_io_in_agg_min_usec",
    "vcpu_exit_io_in_agg_max_usec",
    "vcpu_exit_io_in_agg_sum_usec",
    "vcpu_exit_io_out_agg_min_usec",
    "vcpu_exit_io_out_agg_max_usec",
    "vcpu_exit_io_out_agg_sum_usec",
    "vcpu_exit_mmio_read_agg_min_usec",
    "vcpu_exit_mmio_read_agg_max_usec",
    "vcpu_exit_mmio_read_agg_sum_usec",
    "vcpu_exit_mmio_write_agg_min_usec",
    "vcpu_exit_mmio_write_agg_max_usec",
    "vcpu_exit_mmio_write_agg_sum_usec",
    "vmm_panic_count",
    "signals_sigbus",
    "signals_sigsegv",
    "signals_sigxfsz",
    "signals_sigxcpu",
    "signals_sigpipe",
    "signals_sighup",
    "signals_sigill",
    "balloon_activate_fails",
    "balloon_free_page_report_count",
    "balloon_free_page_report_fails",
    "balloon_free_page_hint_count",
    "balloon_free_page_hint_fails",
    "block_activate_fails",
    "block_cfg_fails",
    "block_queue_event_count",
    "block_rate_limiter_event_count",
    "block_update_count",
    "block_update_fails",
    "block_remaining_reqs_count",
    "logger_rate_limited_log_count",
    "net_activate_fails",
    "net_cfg_fails",
    "net_rx_queue_event_count",
    "net_rx_event_rate_limiter_count",
    "net_rx_tap_event_count",
    "net_rx_count",
    "net_tx_count",
    "net_tx_queue_event_count",
    "net_tx_rate_limiter_event_count",
    "net_tx_remaining_reqs_count",
    "vsock_activate_fails",
    "vsock_cfg_fails",
    "vsock_rx_queue_event_fails",
    "vsock_tx_queue_event_fails",
    "vsock_ev_queue_event_fails",
    "vsock_muxer_event_fails",
    "vsock_conn_event_fails",
    "vsock_rx_queue_event_count",
    "vsock_tx_queue_event_count",
    "vsock_rx_bytes",
    "vsock_tx_bytes",
    "vsock_rx_packets",
    "vsock_tx_packets",
    "vsock_conns_added",
    "vsock_conns_killed",
    "vsock_conns_removed",
    "vsock_killq_resync",
    "vsock_tx_flush_fails",
    "vsock_tx_write_fails",
    "vsock_rx_read_fails",
    "entropy_activate_fails",
    "entropy_event_fails",
    "entropy_event_count",
    "entropy_bytes",
    "entropy_host_rng_fails",
    "entropy_rate_limiter_throttled",
    "entropy_rate_limiter_event_count",
    "pmem_activate_fails",
    "pmem_cfg_fails",
    "pmem_event_fails",
    "pmem_queue_event_count",
    "pmem_rate_limiter_throttled_events",
    "pmem_rate_limiter_event_count",
    "interrupts_triggers",
    "interrupts_config_updates",
    "memory_hotplug_activate_fails",
    "memory_hotplug_queue_event_fails",
    "memory_hotplug_queue_event_count",
    "memory_hotplug_plug_agg_min_usec",
    "memory_hotplug_plug_agg_max_usec",
    "memory_hotplug_plug_agg_sum_usec",
    "memory_hotplug_plug_count",
    "memory_hotplug_plug_bytes",
    "memory_hotplug_plug_fails",
    "memory_hotplug_unplug_agg_min_usec",
    "memory_hotplug_unplug_agg_max_usec",
    "memory_hotplug_unplug_agg_sum_usec",
    "memory_hotplug_unplug_count",
    "memory_hotplug_unplug_bytes",
    "memory_hotplug_unplug_fails",
    "memory_hotplug_unplug_discard_fails",
    "memory_hotplug_unplug_all_agg_min_usec",
    "memory_hotplug_unplug_all_agg_max_usec",
    "memory_hotplug_unplug_all_agg_sum_usec",
    "memory_hotplug_unplug_all_count",
    "memory_hotplug_unplug_all_fails",
    "memory_hotplug_state_agg_min_usec",
    "memory_hotplug_state_agg_max_usec",
    "memory_hotplug_state_agg_sum_usec",
    "memory_hotplug_state_count",
    "memory_hotplug_state_fails",
#endif
#ifdef VMM_DESCRIBE_HYPERVISOR_DEVICE
    "hypervisor_device",
#endif
    "device_type",
#ifdef VMM_DESCRIBE_HYPERVISOR_DEVICE
    "activate_fails",
    "cfg_fails",
    "no_avail_buffer",
    "event_fails",
    "execute_fails",
    "invalid_reqs_count",
    "flush_count",
    "increment_read_bytes",
    "increment_write_bytes",
    "increment_read_count",
    "increment_write_count",
    "rate_limiter_throttled_events",
    "io_engine_throttled_events",
    "read_agg_min_usec",
    "read_agg_max_usec",
    "read_agg_sum_usec",
    "write_agg_min_usec",
    "write_agg_max_usec",
    "write_agg_sum_usec",
    "no_rx_avail_buffer",
    "no_tx_avail_buffer",
    "rx_rate_limiter_throttled",
    "increment_rx_bytes",
    "increment_rx_packets",
    "rx_fails",
    "tap_read_fails",
    "tap_write_fails",
    "increment_tx_bytes",
    "tx_malformed_frames",
    "tx_fails",
    "increment_tx_packets",
    "tx_rate_limiter_throttled",
    "tx_spoofed_mac_count",
    "tap_write_agg_min_usec",
    "tap_write_agg_max_usec",
    "tap_write_agg_sum_usec",
    "init_time_usec",
    "activate_time_usec",
    "config_change_time_usec",
    "total_read_bytes",
    "total_write_bytes",
    "total_read_ops",
    "total_write_ops",
    "read_latency_min_usec",
    "read_latency_max_usec",
    "read_latency_avg_usec",
    "write_latency_min_usec",
    "write_latency_max_usec",
    "write_latency_avg_usec",
    "total_rx_bytes",
    "total_tx_bytes",
    "total_rx_frames",
    "total_tx_frames",
    "queue_event_count",
    "rate_limiter_event_count",
    "update_count",
    "update_fails",
    "remaining_reqs_count",
    "rx_queue_event_count",
    "rx_event_rate_limiter_count",
    "rx_tap_event_count",
    "rx_count",
    "tx_count",
    "tx_queue_event_count",
    "tx_rate_limiter_event_count",
    "tx_remaining_reqs_count",
    "total_flush_ops",
    "total_unmap_ops",
    "total_unmap_bytes",
    "total_read_time_ns",
    "total_write_time_ns",
    "total_flush_time_ns",
    "total_unmap_time_ns",
    "total_read_merged",
    "total_write_merged",
    "total_unmap_merged",
    "total_failed_read_ops",
    "total_failed_write_ops",
    "total_failed_flush_ops",
    "total_failed_unmap_ops",
    "total_invalid_read_ops",
    "total_invalid_write_ops",
    "total_invalid_flush_ops",
    "total_invalid_unmap_ops",
    "total_zone_append_bytes",
    "total_zone_append_ops",
    "total_zone_append_time_ns",
    "total_zone_append_merged",
    "total_failed_zone_append_ops",
    "total_invalid_zone_append_ops",
    "idle_time_ns",
    "wr_highest_offset_bytes",
#endif
#ifdef VMM_DESCRIBE_HYPERVISOR_DEVICE_USAGE
    "hypervisor_device_usage",
    "read_await_ns",
    "write_await_ns",
    "flush_await_ns",
    "failures_per_second",
    "rate_limiter_throttled_per_second",
    "queue_events_per_second",
#endif
#ifdef VMM_DESCRIBE_VMSTAT_DETAIL
    "vmstat_detail",
    "nr_free_pages_blocks_pages",
    "nr_zone_inactive_anon_pages",
    "nr_zone_active_anon_pages",
    "nr_zone_inactive_file_pages",
    "nr_zone_active_file_pages",
    "nr_zone_unevictable_pages",
    "nr_zone_write_pending_pages",
    "nr_zspages_pages",
    "nr_unaccepted_pages",
    "numa_hit",
    "numa_miss",
    "numa_foreign",
    "numa_interleave",
    "numa_local",
    "numa_other",
    "nr_isolated_anon_pages",
    "nr_isolated_file_pages",
    "nr_shmem_hugepages",
    "nr_shmem_pmdmapped",
    "nr_file_hugepages",
    "nr_file_pmdmapped",
    "nr_anon_transparent_hugepages",
    "nr_vmscan_immediate_reclaim_pages",
    "nr_kernel_misc_reclaimable_pages",
    "nr_foll_pin_acquired_pages",
    "nr_foll_pin_released_pages",
    "nr_vmalloc_pages",
    "nr_kernel_stack",
    "nr_shadow_call_stack_bytes",
    "nr_sec_page_table_pages",
    "nr_iommu_pages",
    "pgpromote_success_pages",
    "pgpromote_candidate_pages",
    "pgpromote_candidate_nrl_pages",
    "pgdemote_kswapd_pages",
    "pgdemote_direct_pages",
    "pgdemote_khugepaged_pages",
    "pgdemote_proactive_pages",
    "pgrotate_anon_pages",
    "pgrotate_file_pages",
    "nr_hugetlb_pages",
    "nr_kernel_file_pages",
    "nr_gpu_active_pages",
    "nr_gpu_reclaim_pages",
    "nr_dirty_threshold_pages",
    "nr_dirty_background_threshold_pages",
    "nr_memmap_pages",
    "nr_memmap_boot_pages",
    "pgalloc_dma_pages",
    "pgalloc_dma32_pages",
    "pgalloc_normal_pages",
    "pgalloc_high_pages",
    "pgalloc_movable_pages",
    "pgalloc_device_pages",
    "pgskip_dma_pages",
    "pgskip_dma32_pages",
    "pgskip_normal_pages",
    "pgskip_high_pages",
    "pgskip_movable_pages",
    "pgskip_device_pages",
    "zone_reclaim_success",
    "zone_reclaim_failed",
    "pginodesteal_pages",
    "kswapd_inodesteal_pages",
    "kswapd_low_wmark_hit_quickly",
    "kswapd_high_wmark_hit_quickly",
    "numa_huge_pte_updates",
    "numa_hint_faults_local",
    "numa_pages_migrated_pages",
    "thp_migration_success",
    "thp_migration_fail",
    "thp_migration_split",
    "compact_migrate_scanned_pages",
    "compact_free_scanned_pages",
    "compact_isolated_pages",
    "compact_daemon_migrate_scanned_pages",
    "compact_daemon_free_scanned_pages",
    "htlb_buddy_alloc_success",
    "htlb_buddy_alloc_fail",
    "cma_alloc_success",
    "cma_alloc_fail",
    "unevictable_pgs_culled_pages",
    "unevictable_pgs_scanned_pages",
    "unevictable_pgs_rescued_pages",
    "unevictable_pgs_mlocked_pages",
    "unevictable_pgs_munlocked_pages",
    "unevictable_pgs_cleared_pages",
    "unevictable_pgs_stranded_pages",
    "thp_fault_fallback_charge",
    "thp_file_fallback",
    "thp_file_fallback_charge",
    "thp_underused_split_page",
    "thp_scan_exceed_none_pte",
    "thp_scan_exceed_swap_pte",
    "thp_scan_exceed_share_pte",
    "thp_split_pud",
    "thp_zero_page_alloc_failed",
    "nr_tlb_remote_flush",
    "nr_tlb_remote_flush_received",
    "nr_tlb_local_flush_all",
    "nr_tlb_local_flush_one",
    "ksm_swpin_copy",
    "cow_ksm",
    "direct_map_level2_splits",
    "direct_map_level3_splits",
    "direct_map_level2_collapses",
    "direct_map_level3_collapses",
    "vma_lock_success",
    "vma_lock_abort",
    "vma_lock_retry",
    "vma_lock_miss",
    "kstack_1k",
    "kstack_2k",
    "kstack_4k",
    "kstack_8k",
    "kstack_16k",
    "kstack_32k",
    "kstack_64k",
    "kstack_rest",
    "nrswpin",
    "nrswpout",
    "nr_unstable_pages",
    "nr_bounce_pages",
    "nr_writeback_temp_pages",
    "nr_pages_scanned_pages",
    "nr_slab_pages",
    "pgrefill_dma_pages",
    "pgrefill_dma32_pages",
    "pgrefill_normal_pages",
    "pgrefill_high_pages",
    "pgrefill_movable_pages",
    "pgsteal_dma_pages",
    "pgsteal_dma32_pages",
    "pgsteal_normal_pages",
    "pgsteal_high_pages",
    "pgsteal_movable_pages",
    "kswapd_steal_pages",
    "kswapd_skip_congestion_wait",
    "compact_blocks_moved",
    "compact_pages_moved_pages",
    "compact_pagemigrate_failed_pages",
    "unevictable_pgs_mlockfreed_pages",
#endif
#ifdef VMM_DESCRIBE_PROTOCOLS
    "protocols",
    "ip_forwarding",
    "ip_in_receives",
    "ip_in_hdr_errors",
    "ip_in_addr_errors",
    "ip_forw_datagrams",
    "ip_in_unknown_protos",
    "ip_in_discards",
    "ip_in_delivers",
    "ip_out_requests",
    "ip_out_discards",
    "ip_out_no_routes",
    "ip_reasm_timeout",
    "ip_reasm_reqds",
    "ip_reasm_oks",
    "ip_reasm_fails",
    "ip_frag_oks",
    "ip_frag_fails",
    "ip_frag_creates",
    "icmp_in_msgs",
    "icmp_in_errors",
    "icmp_in_csum_errors",
    "icmp_in_dest_unreachs",
    "icmp_in_time_excds",
    "icmp_in_echos",
    "icmp_in_echo_reps",
    "icmp_out_msgs",
    "icmp_out_errors",
    "icmp_out_dest_unreachs",
    "icmp_out_time_excds",
    "icmp_out_echos",
    "icmp_out_echo_reps",
    "tcp_active_opens",
    "tcp_passive_opens",
    "tcp_attempt_fails",
    "tcp_estab_resets",
    "tcp_curr_estab",
    "tcp_in_segs",
    "tcp_out_segs",
    "tcp_retrans_segs",
    "tcp_in_errs",
    "tcp_out_rsts",
    "tcp_in_csum_errors",
    "udp_in_datagrams",
    "udp_no_ports",
    "udp_in_errors",
    "udp_out_datagrams",
    "udp_rcvbuf_errors",
    "udp_sndbuf_errors",
    "udp_in_csum_errors",
    "udp_mem_errors",
    "udp_lite_in_errors",
    "tcp_ext_syncookies_sent",
    "tcp_ext_syncookies_recv",
    "tcp_ext_syncookies_failed",
    "tcp_ext_embryonic_rsts",
    "tcp_ext_prune_called",
    "tcp_ext_rcv_pruned",
    "tcp_ext_ofo_pruned",
    "tcp_ext_tw",
    "tcp_ext_listen_overflows",
    "tcp_ext_listen_drops",
    "tcp_ext_tcp_lost_retransmit",
    "tcp_ext_tcp_fast_retrans",
    "tcp_ext_tcp_slow_start_retrans",
    "tcp_ext_tcp_timeouts",
    "tcp_ext_tcp_loss_probes",
    "tcp_ext_tcp_rcv_collapsed",
    "tcp_ext_tcp_abort_on_data",
    "tcp_ext_tcp_abort_on_close",
#endif
    "tcp_ext_tcp_abort_on_memory",
#ifdef VMM_DESCRIBE_PROTOCOLS
    "tcp_ext_tcp_abort_on_timeout",
    "tcp_ext_tcp_abort_on_linger",
    "tcp_ext_tcp_abort_failed",
#endif
    "tcp_ext_tcp_memory_pressures",
#ifdef VMM_DESCRIBE_PROTOCOLS
    "tcp_ext_tcp_memory_pressures_chrono_ms",
    "tcp_ext_tcp_spurious_rtos",
    "tcp_ext_tcp_backlog_drop",
    "tcp_ext_pf_memalloc_drop",
    "tcp_ext_tcp_time_wait_overflow",
    "tcp_ext_tcp_req_q_full_do_cookies",
    "tcp_ext_tcp_req_q_full_drop",
    "tcp_ext_tcp_retrans_fail",
    "tcp_ext_tcp_ofo_queue",
    "tcp_ext_tcp_ofo_drop",
    "tcp_ext_tcp_from_zero_window_adv",
    "tcp_ext_tcp_to_zero_window_adv",
    "tcp_ext_tcp_syn_retrans",
    "tcp_ext_tcp_orig_data_sent",
    "tcp_ext_tcp_keep_alive",
    "tcp_ext_tcp_delivered",
    "tcp_ext_tcp_zero_window_drop",
    "tcp_ext_tcp_rcv_q_drop",
    "ip_ext_in_no_routes",
    "ip_ext_in_truncated_pkts",
    "ip_ext_in_mcast_pkts",
    "ip_ext_out_mcast_pkts",
    "ip_ext_in_bcast_pkts",
    "ip_ext_out_bcast_pkts",
    "ip_ext_in_octets_bytes",
    "ip_ext_out_octets_bytes",
    "ip_ext_in_csum_errors",
    "ip6_in_receives",
    "ip6_in_hdr_errors",
    "ip6_in_too_big_errors",
    "ip6_in_no_routes",
    "ip6_in_addr_errors",
    "ip6_in_discards",
    "ip6_in_delivers",
    "ip6_out_forw_datagrams",
    "ip6_out_requests",
    "ip6_out_discards",
    "ip6_out_no_routes",
    "ip6_reasm_fails",
    "ip6_frag_fails",
    "ip6_in_octets_bytes",
    "ip6_out_octets_bytes",
    "icmp6_in_msgs",
    "icmp6_in_errors",
    "icmp6_out_msgs",
    "icmp6_out_errors",
    "icmp6_in_csum_errors",
    "udp6_in_datagrams",
    "udp6_no_ports",
    "udp6_in_errors",
    "udp6_out_datagrams",
    "udp6_rcvbuf_errors",
    "udp6_sndbuf_errors",
    "udp6_in_csum_errors",
    "udp6_mem_errors",
    "udp_lite6_in_errors",
    "sockstat_sockets_used",
    "sockstat_tcp_inuse",
    "sockstat_tcp_orphan",
    "sockstat_tcp_tw",
    "sockstat_tcp_alloc",
    "sockstat_tcp_mem_pages",
    "sockstat_udp_inuse",
    "sockstat_udp_mem_pages",
    "sockstat_udplite_inuse",
    "sockstat_raw_inuse",
    "sockstat_frag_inuse",
    "sockstat_frag_memory_bytes",
    "sockstat_tcp6_inuse",
    "sockstat_udp6_inuse",
    "sockstat_udplite6_inuse",
    "sockstat_raw6_inuse",
    "sockstat_frag6_inuse",
    "sockstat_frag6_memory_bytes",
    "snmp",
    "netstat",
    "snmp6",
    "sockstat",
    "sockstat6",
#endif
#ifdef VMM_DESCRIBE_PROTOCOLS_USAGE
    "protocols_usage",
    "tcp_retransmitted_ratio",
    "tcp_retrans_to_out_ratio",
    "tcp_in_segs_per_second",
    "tcp_out_segs_per_second",
    "tcp_retrans_segs_per_second",
    "tcp_in_errs_per_second",
    "tcp_out_rsts_per_second",
    "tcp_active_opens_per_second",
    "tcp_passive_opens_per_second",
    "tcp_attempt_fails_per_second",
    "tcp_estab_resets_per_second",
    "tcp_ext_listen_drops_per_second",
    "tcp_ext_listen_overflows_per_second",
    "tcp_ext_tcp_req_q_full_drop_per_second",
    "tcp_ext_syncookies_sent_per_second",
    "tcp_ext_tcp_timeouts_per_second",
    "tcp_ext_tcp_syn_retrans_per_second",
    "tcp_ext_tcp_ofo_queue_per_second",
    "tcp_ext_tcp_rcv_q_drop_per_second",
    "tcp_ext_tcp_backlog_drop_per_second",
    "udp_in_datagrams_per_second",
    "udp_out_datagrams_per_second",
    "udp_no_ports_per_second",
    "udp_in_errors_per_second",
    "udp_rcvbuf_errors_per_second",
    "udp_sndbuf_errors_per_second",
    "udp6_in_datagrams_per_second",
    "udp6_out_datagrams_per_second",
    "udp6_no_ports_per_second",
    "udp6_in_errors_per_second",
    "udp6_rcvbuf_errors_per_second",
    "udp6_sndbuf_errors_per_second",
    "ip_ext_in_octets_bytes_per_second",
    "ip_ext_out_octets_bytes_per_second",
    "ip6_in_octets_bytes_per_second",
    "ip6_out_octets_bytes_per_second",
#endif
#ifdef VMM_DESCRIBE_OOM_KILL
    "oom_kill",
    "task",
    "line",
    "constraint",
    "total_vm_bytes",
    "anon_rss_bytes",
    "file_rss_bytes",
    "shmem_rss_bytes",
    "pgtables_bytes",
    "oom_score_adj",
    "sequence",
    "time_usec",
    "oom_memcg_distance",
    "oom_memcg_length",
    "task_memcg_distance",
    "task_memcg_length",
#endif
};

#ifdef VMM_DESCRIBE_CPU
static const struct vmm_member cpu_members[] = {
    MEMBER(cpu, id, UINT64, NONE, IDENTITY, NONE),
    MEMBER(cpu, user_ticks, UINT64, TICKS, COUNTER, 64),
    MEMBER(cpu, nice_ticks, UINT64, TICKS, COUNTER, 64),
    MEMBER(cpu, system_ticks, UINT64, TICKS, COUNTER, 64),
    MEMBER(cpu, idle_ticks, UINT64, TICKS, COUNTER, NONE),
    MEMBER(cpu, iowait_ticks, UINT64, TICKS, COUNTER, NONE),
    MEMBER(cpu, irq_ticks, UINT64, TICKS, COUNTER, 64),
    MEMBER(cpu, softirq_ticks, UINT64, TICKS, COUNTER, 64),
    MEMBER(cpu, steal_ticks, UINT64, TICKS, COUNTER, NONE),
    MEMBER(cpu, guest_ticks, UINT64, TICKS, COUNTER, 64),
    MEMBER(cpu, guest_nice_ticks, UINT64, TICKS, COUNTER, 64),
};
#endif

#ifdef VMM_DESCRIBE_CPU_USAGE
static const struct vmm_member cpu_usage_members[] = {
    MEMBER(cpu_usage, id, UINT64, NONE, IDENTITY, NONE),
    MEMBER(cpu_usage, total_ticks, UINT64, TICKS, GAUGE, NONE),
    MEMBER(cpu_usage, user_ratio, DOUBLE, RATIO, GAUGE, NONE),
    MEMBER(cpu_usage, nice_ratio, DOUBLE, RATIO, GAUGE, NONE),
    MEMBER(cpu_usage, system_ratio, DOUBLE, RATIO, GAUGE, NONE),
    MEMBER(cpu_usage, idle_ratio, DOUBLE, RATIO, GAUGE, NONE),
    MEMBER(cpu_usage, iowait_ratio, DOUBLE, RATIO, GAUGE, NONE),
    MEMBER(cpu_usage, irq_ratio, DOUBLE, RATIO, GAUGE, NONE),
    MEMBER(cpu_usage, softirq_ratio, DOUBLE, RATIO, GAUGE, NONE),
    MEMBER(cpu_usage, steal_ratio, DOUBLE, RATIO, GAUGE, NONE),
    MEMBER(cpu_usage, guest_ratio, DOUBLE, RATIO, GAUGE, NONE),
    MEMBER(cpu_usage, guest_nice_ratio, DOUBLE, RATIO, GAUGE, NONE),
    MEMBER(cpu_usage, busy_cloudwatch_ratio, DOUBLE, RATIO, GAUGE, NONE),
    MEMBER(cpu_usage, busy_gopsutil_ratio, DOUBLE, RATIO, GAUGE, NONE),
    MEMBER(cpu_usage, busy_node_exporter_ratio, DOUBLE, RATIO, GAUGE, NONE),
    MEMBER(cpu_usage, cpus, UINT64, NONE, GAUGE, NONE),
    MEMBER(cpu_usage, cpus_left_out, UINT64, NONE, GAUGE, NONE),
};
#endif

#ifdef VMM_DESCRIBE_STAT
static const struct vmm_member stat_members[] = {
    MEMBER(stat, intr, UINT64, NONE, COUNTER, NONE),
    MEMBER(stat, ctxt, UINT64, NONE, COUNTER, 64),
    MEMBER(stat, btime_seconds, UINT64, SECONDS, GAUGE, NONE),
    MEMBER(stat, processes, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(stat, procs_running, UINT64, NONE, GAUGE, NONE),
    MEMBER(stat, procs_blocked, UINT64, NONE, GAUGE, NONE),
    MEMBER(stat, softirq, UINT64, NONE, COUNTER, NONE),
    MEMBER(stat, softirq_hi, UINT64, NONE, COUNTER, 32),
    MEMBER(stat, softirq_timer, UINT64, NONE, COUNTER, 32),
    MEMBER(stat, softirq_net_tx, UINT64, NONE, COUNTER, 32),
    MEMBER(stat, softirq_net_rx, UINT64, NONE, COUNTER, 32),
    MEMBER(stat, softirq_block, UINT64, NONE, COUNTER, 32),
    MEMBER(stat, softirq_irq_poll, UINT64, NONE, COUNTER, 32),
    MEMBER(stat, softirq_tasklet, UINT64, NONE, COUNTER, 32),
    MEMBER(stat, softirq_sched, UINT64, NONE, COUNTER, 32),
    MEMBER(stat, softirq_hrtimer, UINT64, NONE, COUNTER, 32),
    MEMBER(stat, softirq_rcu, UINT64, NONE, COUNTER, 32),
};
#endif

#ifdef VMM_DESCRIBE_MEMINFO
static const struct vmm_member meminfo_members[] = {
    MEMBER(meminfo, mem_total_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, mem_free_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, mem_available_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, buffers_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, cached_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, swap_cached_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, active_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, inactive_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, active_anon_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, inactive_anon_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, active_file_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, inactive_file_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, unevictable_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, mlocked_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, swap_total_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, swap_free_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, zswap_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, zswapped_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, dirty_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, writeback_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, anon_pages_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, mapped_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, shmem_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, k_reclaimable_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, slab_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, s_reclaimable_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, s_unreclaim_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, kernel_stack_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, page_tables_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, sec_page_tables_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, nfs_unstable_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, bounce_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, writeback_tmp_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, commit_limit_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, committed_as_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, vmalloc_total_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, vmalloc_used_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, vmalloc_chunk_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, percpu_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, hardware_corrupted_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, anon_huge_pages_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, shmem_huge_pages_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, shmem_pmd_mapped_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, file_huge_pages_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, file_pmd_mapped_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, cma_total_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, cma_free_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, unaccepted_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, balloon_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, gpu_active_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, gpu_reclaim_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, huge_pages_total, UINT64, NONE, GAUGE, NONE),
    MEMBER(meminfo, huge_pages_free, UINT64, NONE, GAUGE, NONE),
    MEMBER(meminfo, huge_pages_rsvd, UINT64, NONE, GAUGE, NONE),
    MEMBER(meminfo, huge_pages_surp, UINT64, NONE, GAUGE, NONE),
    MEMBER(meminfo, hugepagesize_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, hugetlb_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, direct_map_4k_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, direct_map_2m_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, direct_map_1g_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, high_total_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, high_free_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, low_total_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, low_free_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, mmap_copy_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, shadow_call_stack_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, quicklists_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, early_memtest_bad_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, direct_map_64k_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, direct_map_1m_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, direct_map_4m_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, direct_map_2g_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(meminfo, pdt_max_entries, UINT64, NONE, GAUGE, NONE),
    MEMBER(meminfo, pdt_cur_entries, UINT64, NONE, GAUGE, NONE),
};
#endif

#ifdef VMM_DESCRIBE_MEMORY_USAGE
static const struct vmm_member memory_usage_members[] = {
    MEMBER(memory_usage, total_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(memory_usage, free_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(memory_usage, shared_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(memory_usage, buffers_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(memory_usage, cache_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(memory_usage, buff_cache_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(memory_usage, available_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(memory_usage, used_procps4_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(memory_usage, used_procps3_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(memory_usage, balloon_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(memory_usage, used_procps4_without_balloon_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(memory_usage, used_procps3_without_balloon_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(memory_usage, swap_total_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(memory_usage, swap_free_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(memory_usage, swap_used_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(memory_usage, used_procps4_ratio, DOUBLE, RATIO, GAUGE, NONE),
    MEMBER(memory_usage, used_procps3_ratio, DOUBLE, RATIO, GAUGE, NONE),
    MEMBER(memory_usage, swap_used_ratio, DOUBLE, RATIO, GAUGE, NONE),
};
#endif

#ifdef VMM_DESCRIBE_FILESYSTEM
static const struct vmm_member filesystem_members[] = {
    MEMBER(filesystem, f_bsize_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(filesystem, f_frsize_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(filesystem, f_blocks, UINT64, NONE, GAUGE, NONE),
    MEMBER(filesystem, f_bfree, UINT64, NONE, GAUGE, NONE),
    MEMBER(filesystem, f_bavail, UINT64, NONE, GAUGE, NONE),
    MEMBER(filesystem, f_files, UINT64, NONE, GAUGE, NONE),
    MEMBER(filesystem, f_ffree, UINT64, NONE, GAUGE, NONE),
    MEMBER(filesystem, f_favail, UINT64, NONE, GAUGE, NONE),
    MEMBER(filesystem, f_fsid, UINT64, NONE, IDENTITY, NONE),
    MEMBER(filesystem, f_flag, UINT64, NONE, LABEL, NONE),
    MEMBER(filesystem, f_namemax, UINT64, NONE, LIMIT, NONE),
};
#endif

#ifdef VMM_DESCRIBE_FILESYSTEM_USAGE
static const struct vmm_member filesystem_usage_members[] = {
    MEMBER(filesystem_usage, total_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(filesystem_usage, used_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(filesystem_usage, used_below_zero_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(filesystem_usage, available_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(filesystem_usage, available_below_zero_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(filesystem_usage, reserved_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(filesystem_usage, used_e2b_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(filesystem_usage, use_percent, UINT64, PERCENT, GAUGE, NONE),
    MEMBER(filesystem_usage, use_ratio, DOUBLE, RATIO, GAUGE, NONE),
    MEMBER(filesystem_usage, inodes_total, UINT64, NONE, GAUGE, NONE),
    MEMBER(filesystem_usage, inodes_used, UINT64, NONE, GAUGE, NONE),
    MEMBER(filesystem_usage, inodes_free, UINT64, NONE, GAUGE, NONE),
    MEMBER(filesystem_usage, inodes_use_percent, UINT64, PERCENT, GAUGE, NONE),
};
#endif

#ifdef VMM_DESCRIBE_PRESSURE
static const struct vmm_member pressure_members[] = {
    MEMBER(pressure, some_avg10_hundredths, UINT64, HUNDREDTHS, GAUGE, NONE),
    MEMBER(pressure, some_avg60_hundredths, UINT64, HUNDREDTHS, GAUGE, NONE),
    MEMBER(pressure, some_avg300_hundredths, UINT64, HUNDREDTHS, GAUGE, NONE),
    MEMBER(pressure, some_total_usec, UINT64, USEC, COUNTER, 64),
    MEMBER(pressure, full_avg10_hundredths, UINT64, HUNDREDTHS, GAUGE, NONE),
    MEMBER(pressure, full_avg60_hundredths, UINT64, HUNDREDTHS, GAUGE, NONE),
    MEMBER(pressure, full_avg300_hundredths, UINT64, HUNDREDTHS, GAUGE, NONE),
    MEMBER(pressure, full_total_usec, UINT64, USEC, COUNTER, 64),
};
#endif

#ifdef VMM_DESCRIBE_PRESSURE_USAGE
static const struct vmm_member pressure_usage_members[] = {
    MEMBER(pressure_usage, some_ratio, DOUBLE, RATIO, GAUGE, NONE),
    MEMBER(pressure_usage, full_ratio, DOUBLE, RATIO, GAUGE, NONE),
};
#endif

#ifdef VMM_DESCRIBE_CGROUP_MEMORY
static const struct vmm_member cgroup_memory_members[] = {
    MEMBER(cgroup_memory, anon_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(cgroup_memory, file_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(cgroup_memory, kernel_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(cgroup_memory, kernel_stack_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(cgroup_memory, pagetables_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(cgroup_memory, sec_pagetables_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(cgroup_memory, percpu_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(cgroup_memory, sock_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(cgroup_memory, vmalloc_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(cgroup_memory, shmem_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(cgroup_memory, zswap_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(cgroup_memory, zswapped_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(cgroup_memory, zswap_incomp_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(cgroup_memory, file_mapped_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(cgroup_memory, file_dirty_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(cgroup_memory, file_writeback_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(cgroup_memory, swapcached_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(cgroup_memory, anon_thp_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(cgroup_memory, file_thp_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(cgroup_memory, shmem_thp_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(cgroup_memory, inactive_anon_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(cgroup_memory, active_anon_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(cgroup_memory, inactive_file_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(cgroup_memory, active_file_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(cgroup_memory, unevictable_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(cgroup_memory, slab_reclaimable_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(cgroup_memory, slab_unreclaimable_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(cgroup_memory, slab_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(cgroup_memory, hugetlb_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(cgroup_memory, workingset_refault_anon, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup_memory, workingset_refault_file, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup_memory, workingset_activate_anon, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup_memory, workingset_activate_file, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup_memory, workingset_restore_anon, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup_memory, workingset_restore_file, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup_memory, workingset_nodereclaim, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup_memory, pgdemote_kswapd, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup_memory, pgdemote_direct, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup_memory, pgdemote_khugepaged, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup_memory, pgdemote_proactive, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup_memory, pgpromote_success, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup_memory, pgscan, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup_memory, pgsteal, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup_memory, pswpin, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup_memory, pswpout, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup_memory, pgscan_kswapd, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup_memory, pgscan_direct, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup_memory, pgscan_khugepaged, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup_memory, pgscan_proactive, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup_memory, pgsteal_kswapd, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup_memory, pgsteal_direct, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup_memory, pgsteal_khugepaged, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup_memory, pgsteal_proactive, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup_memory, pgfault, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup_memory, pgmajfault, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup_memory, pgrefill, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup_memory, pgactivate, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup_memory, pgdeactivate, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup_memory, pglazyfree, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup_memory, pglazyfreed, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup_memory, swpin_zero, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup_memory, swpout_zero, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup_memory, zswpin, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup_memory, zswpout, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup_memory, zswpwb, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup_memory, thp_fault_alloc, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup_memory, thp_collapse_alloc, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup_memory, thp_swpout, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup_memory, thp_swpout_fallback, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup_memory, numa_pages_migrated, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup_memory, numa_pte_updates, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup_memory, numa_hint_faults, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup_memory, workingset_refault, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup_memory, workingset_activate, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup_memory, workingset_restore, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup_memory, swap_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(cgroup_memory, pgpgin, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup_memory, pgpgout, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup_memory, hierarchical_memory_limit_bytes, UINT64, BYTES, LIMIT, NONE),
    MEMBER(cgroup_memory, hierarchical_memsw_limit_bytes, UINT64, BYTES, LIMIT, NONE),
    MEMBER(cgroup_memory, local_cache_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(cgroup_memory, local_rss_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(cgroup_memory, local_rss_huge_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(cgroup_memory, local_shmem_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(cgroup_memory, local_mapped_file_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(cgroup_memory, local_dirty_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(cgroup_memory, local_writeback_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(cgroup_memory, local_workingset_refault_anon, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup_memory, local_workingset_refault_file, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup_memory, local_swap_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(cgroup_memory, local_swapcached_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(cgroup_memory, local_pgpgin, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup_memory, local_pgpgout, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup_memory, local_pgfault, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup_memory, local_pgmajfault, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup_memory, local_inactive_anon_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(cgroup_memory, local_active_anon_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(cgroup_memory, local_inactive_file_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(cgroup_memory, local_active_file_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(cgroup_memory, local_unevictable_bytes, UINT64, BYTES, GAUGE, NONE),
};
static const struct vmm_file_name cgroup_memory_files[] = {
    {VMM_FILE_CGROUP_MEMORY_STAT, NAME(file_memory_stat)},
};
#endif

#ifdef VMM_DESCRIBE_CGROUP
static const struct vmm_member cgroup_members[] = {
    MEMBER(cgroup, instance_id, UINT64, NONE, IDENTITY, NONE),
    MEMBER(cgroup, usage_usec, UINT64, USEC, COUNTER, 64),
    MEMBER(cgroup, user_usec, UINT64, USEC, COUNTER, 64),
    MEMBER(cgroup, system_usec, UINT64, USEC, COUNTER, 64),
    MEMBER(cgroup, nice_usec, UINT64, USEC, COUNTER, 64),
    MEMBER(cgroup, core_sched_force_idle_usec, UINT64, USEC, COUNTER, 64),
    MEMBER(cgroup, nr_periods, UINT64, NONE, COUNTER, 32),
    MEMBER(cgroup, nr_throttled, UINT64, NONE, COUNTER, 32),
    MEMBER(cgroup, throttled_usec, UINT64, USEC, COUNTER, 64),
    MEMBER(cgroup, nr_bursts, UINT64, NONE, COUNTER, 32),
    MEMBER(cgroup, burst_usec, UINT64, USEC, COUNTER, 64),
    MEMBER(cgroup, throttled_time_ns, UINT64, NS, COUNTER, 64),
    MEMBER(cgroup, burst_time_ns, UINT64, NS, COUNTER, 64),
    MEMBER(cgroup, wait_sum_ns, UINT64, NS, COUNTER, 64),
    MEMBER(cgroup, cpu_stat_local_throttled_usec, UINT64, USEC, COUNTER, 64),
    MEMBER(cgroup, cpu_stat_local_throttled_time_ns, UINT64, NS, COUNTER, 64),
    MEMBER(cgroup, cpu_max_usec, UINT64, USEC, LIMIT, NONE),
    MEMBER(cgroup, cpu_max_period_usec, UINT64, USEC, GAUGE, NONE),
    MEMBER(cgroup, cpu_max_burst_usec, UINT64, USEC, LIMIT, NONE),
    MEMBER(cgroup, cpu_weight, UINT64, NONE, GAUGE, NONE),
    MEMBER(cgroup, cpu_weight_nice, DOUBLE, NONE, GAUGE, NONE),
    MEMBER(cgroup, cpu_idle, UINT64, NONE, GAUGE, NONE),
    MEMBER(cgroup, cpu_uclamp_min_hundredths, UINT64, HUNDREDTHS, LIMIT, NONE),
    MEMBER(cgroup, cpu_uclamp_max_hundredths, UINT64, HUNDREDTHS, LIMIT, NONE),
    MEMBER(cgroup, memory_current_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(cgroup, memory_peak_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(cgroup, memory_min_bytes, UINT64, BYTES, LIMIT, NONE),
    MEMBER(cgroup, memory_low_bytes, UINT64, BYTES, LIMIT, NONE),
    MEMBER(cgroup, memory_high_bytes, UINT64, BYTES, LIMIT, NONE),
    MEMBER(cgroup, memory_max_bytes, UINT64, BYTES, LIMIT, NONE),
    MEMBER(cgroup, memory_oom_group, UINT64, NONE, GAUGE, NONE),
    MEMBER(cgroup, memory_events_low, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup, memory_events_high, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup, memory_events_max, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup, memory_events_oom, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup, memory_events_oom_kill, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup, memory_events_oom_group_kill, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup, memory_events_sock_throttled, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup, memory_events_local_low, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup, memory_events_local_high, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup, memory_events_local_max, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup, memory_events_local_oom, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup, memory_events_local_oom_kill, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup, memory_events_local_oom_group_kill, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup, memory_events_local_sock_throttled, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup, memory_swap_current_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(cgroup, memory_swap_peak_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(cgroup, memory_swap_high_bytes, UINT64, BYTES, LIMIT, NONE),
    MEMBER(cgroup, memory_swap_max_bytes, UINT64, BYTES, LIMIT, NONE),
    MEMBER(cgroup, memory_swap_events_high, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup, memory_swap_events_max, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup, memory_swap_events_fail, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup, memory_zswap_current_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(cgroup, memory_zswap_max_bytes, UINT64, BYTES, LIMIT, NONE),
    MEMBER(cgroup, memory_zswap_writeback, UINT64, NONE, GAUGE, NONE),
    MEMBER(cgroup, pids_current, UINT64, NONE, GAUGE, NONE),
    MEMBER(cgroup, pids_peak, UINT64, NONE, GAUGE, NONE),
    MEMBER(cgroup, pids_max, UINT64, NONE, LIMIT, NONE),
    MEMBER(cgroup, pids_events_max, UINT64, NONE, COUNTER, 64),
    MEMBER(cgroup, pids_events_local_max, UINT64, NONE, COUNTER, 64),
    MEMBER(cgroup, cgroup_stat_nr_descendants, UINT64, NONE, GAUGE, NONE),
    MEMBER(cgroup, cgroup_stat_nr_dying_descendants, UINT64, NONE, GAUGE, NONE),
    MEMBER(cgroup, cgroup_stat_local_frozen_usec, UINT64, USEC, COUNTER, 64),
    MEMBER(cgroup, cgroup_events_populated, UINT64, NONE, GAUGE, NONE),
    MEMBER(cgroup, cgroup_events_frozen, UINT64, NONE, GAUGE, NONE),
    MEMBER(cgroup, cgroup_type, UINT64, NONE, GAUGE, NONE),
    MEMBER(cgroup, cgroup_freeze, UINT64, NONE, GAUGE, NONE),
    MEMBER(cgroup, cgroup_max_depth, UINT64, NONE, LIMIT, NONE),
    MEMBER(cgroup, cgroup_max_descendants, UINT64, NONE, LIMIT, NONE),
    MEMBER(cgroup, cpuset_cpus_effective, UINT64, NONE, GAUGE, NONE),
    MEMBER(cgroup, cpuset_mems_effective, UINT64, NONE, GAUGE, NONE),
    MEMBER(cgroup, cpuacct_usage_ns, UINT64, NS, COUNTER, 64),
    MEMBER(cgroup, cpuacct_stat_user_ticks, UINT64, TICKS, COUNTER, 64),
    MEMBER(cgroup, cpuacct_stat_system_ticks, UINT64, TICKS, COUNTER, 64),
    MEMBER(cgroup, cpu_shares, UINT64, NONE, GAUGE, NONE),
    MEMBER(cgroup, memory_soft_limit_bytes, UINT64, BYTES, LIMIT, NONE),
    MEMBER(cgroup, memory_failcnt, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup, memory_memsw_usage_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(cgroup, memory_memsw_max_usage_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(cgroup, memory_memsw_limit_bytes, UINT64, BYTES, LIMIT, NONE),
    MEMBER(cgroup, memory_memsw_failcnt, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup, memory_kmem_usage_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(cgroup, memory_kmem_max_usage_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(cgroup, memory_kmem_limit_bytes, UINT64, BYTES, LIMIT, NONE),
    MEMBER(cgroup, memory_kmem_failcnt, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup, memory_kmem_tcp_usage_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(cgroup, memory_kmem_tcp_max_usage_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(cgroup, memory_kmem_tcp_limit_bytes, UINT64, BYTES, LIMIT, NONE),
    MEMBER(cgroup, memory_kmem_tcp_failcnt, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup, memory_oom_control_oom_kill_disable, UINT64, NONE, GAUGE, NONE),
    MEMBER(cgroup, memory_oom_control_under_oom, UINT64, NONE, GAUGE, NONE),
    MEMBER(cgroup, memory_oom_control_oom_kill, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(cgroup, hugetlb_2mb_current_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(cgroup, hugetlb_2mb_max_bytes, UINT64, BYTES, LIMIT, NONE),
    MEMBER(cgroup, hugetlb_2mb_events_max, UINT64, NONE, COUNTER, 64),
    MEMBER(cgroup, hugetlb_2mb_events_local_max, UINT64, NONE, COUNTER, 64),
    MEMBER(cgroup, hugetlb_2mb_rsvd_current_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(cgroup, hugetlb_2mb_rsvd_max_bytes, UINT64, BYTES, LIMIT, NONE),
    MEMBER(cgroup, hugetlb_1gb_current_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(cgroup, hugetlb_1gb_max_bytes, UINT64, BYTES, LIMIT, NONE),
    MEMBER(cgroup, hugetlb_1gb_events_max, UINT64, NONE, COUNTER, 64),
    MEMBER(cgroup, hugetlb_1gb_events_local_max, UINT64, NONE, COUNTER, 64),
    MEMBER(cgroup, hugetlb_1gb_rsvd_current_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(cgroup, hugetlb_1gb_rsvd_max_bytes, UINT64, BYTES, LIMIT, NONE),
    MEMBER(cgroup, cpuset_cpus, UINT64, NONE, GAUGE, NONE),
    MEMBER(cgroup, cpuset_cpus_exclusive, UINT64, NONE, GAUGE, NONE),
    MEMBER(cgroup, cpuset_cpus_exclusive_effective, UINT64, NONE, GAUGE, NONE),
    MEMBER(cgroup, cpuset_cpus_isolated, UINT64, NONE, GAUGE, NONE),
    MEMBER(cgroup, cpuset_cpus_partition, UINT64, NONE, GAUGE, NONE),
    MEMBER(cgroup, cpuset_mems, UINT64, NONE, GAUGE, NONE),
};
static const struct vmm_file_name cgroup_files[] = {
    {VMM_FILE_CGROUP_CPU_STAT, NAME(file_cpu_stat)},
    {VMM_FILE_CGROUP_CPU_STAT_LOCAL, NAME(file_cpu_stat_local)},
    {VMM_FILE_CGROUP_CPU_MAX, NAME(file_cpu_max)},
    {VMM_FILE_CGROUP_CPU_MAX_BURST, NAME(file_cpu_max_burst)},
    {VMM_FILE_CGROUP_CPU_WEIGHT, NAME(file_cpu_weight)},
    {VMM_FILE_CGROUP_CPU_WEIGHT_NICE, NAME(file_cpu_weight_nice)},
    {VMM_FILE_CGROUP_CPU_IDLE, NAME(file_cpu_idle)},
    {VMM_FILE_CGROUP_CPU_UCLAMP_MIN, NAME(file_cpu_uclamp_min)},
    {VMM_FILE_CGROUP_CPU_UCLAMP_MAX, NAME(file_cpu_uclamp_max)},
    {VMM_FILE_CGROUP_MEMORY_CURRENT, NAME(file_memory_current)},
    {VMM_FILE_CGROUP_MEMORY_PEAK, NAME(file_memory_peak)},
    {VMM_FILE_CGROUP_MEMORY_MIN, NAME(file_memory_min)},
    {VMM_FILE_CGROUP_MEMORY_LOW, NAME(file_memory_low)},
    {VMM_FILE_CGROUP_MEMORY_HIGH, NAME(file_memory_high)},
    {VMM_FILE_CGROUP_MEMORY_MAX, NAME(file_memory_max)},
    {VMM_FILE_CGROUP_MEMORY_OOM_GROUP, NAME(file_memory_oom_group)},
    {VMM_FILE_CGROUP_MEMORY_EVENTS, NAME(file_memory_events)},
    {VMM_FILE_CGROUP_MEMORY_EVENTS_LOCAL, NAME(file_memory_events_local)},
    {VMM_FILE_CGROUP_MEMORY_SWAP_CURRENT, NAME(file_memory_swap_current)},
    {VMM_FILE_CGROUP_MEMORY_SWAP_PEAK, NAME(file_memory_swap_peak)},
    {VMM_FILE_CGROUP_MEMORY_SWAP_HIGH, NAME(file_memory_swap_high)},
    {VMM_FILE_CGROUP_MEMORY_SWAP_MAX, NAME(file_memory_swap_max)},
    {VMM_FILE_CGROUP_MEMORY_SWAP_EVENTS, NAME(file_memory_swap_events)},
    {VMM_FILE_CGROUP_MEMORY_ZSWAP_CURRENT, NAME(file_memory_zswap_current)},
    {VMM_FILE_CGROUP_MEMORY_ZSWAP_MAX, NAME(file_memory_zswap_max)},
    {VMM_FILE_CGROUP_MEMORY_ZSWAP_WRITEBACK, NAME(file_memory_zswap_writeback)},
    {VMM_FILE_CGROUP_PIDS_CURRENT, NAME(file_pids_current)},
    {VMM_FILE_CGROUP_PIDS_PEAK, NAME(file_pids_peak)},
    {VMM_FILE_CGROUP_PIDS_MAX, NAME(file_pids_max)},
    {VMM_FILE_CGROUP_PIDS_EVENTS, NAME(file_pids_events)},
    {VMM_FILE_CGROUP_PIDS_EVENTS_LOCAL, NAME(file_pids_events_local)},
    {VMM_FILE_CGROUP_CGROUP_STAT, NAME(file_cgroup_stat)},
    {VMM_FILE_CGROUP_CGROUP_STAT_LOCAL, NAME(file_cgroup_stat_local)},
    {VMM_FILE_CGROUP_CGROUP_EVENTS, NAME(file_cgroup_events)},
    {VMM_FILE_CGROUP_CGROUP_TYPE, NAME(file_cgroup_type)},
    {VMM_FILE_CGROUP_CGROUP_FREEZE, NAME(file_cgroup_freeze)},
    {VMM_FILE_CGROUP_CGROUP_MAX_DEPTH, NAME(file_cgroup_max_depth)},
    {VMM_FILE_CGROUP_CGROUP_MAX_DESCENDANTS, NAME(file_cgroup_max_descendants)},
    {VMM_FILE_CGROUP_CPUSET_CPUS_EFFECTIVE, NAME(file_cpuset_cpus_effective)},
    {VMM_FILE_CGROUP_CPUSET_MEMS_EFFECTIVE, NAME(file_cpuset_mems_effective)},
    {VMM_FILE_CGROUP_CPUACCT_USAGE, NAME(file_cpuacct_usage)},
    {VMM_FILE_CGROUP_CPUACCT_STAT, NAME(file_cpuacct_stat)},
    {VMM_FILE_CGROUP_CPU_CFS_QUOTA_US, NAME(file_cpu_cfs_quota_us)},
    {VMM_FILE_CGROUP_CPU_CFS_PERIOD_US, NAME(file_cpu_cfs_period_us)},
    {VMM_FILE_CGROUP_CPU_CFS_BURST_US, NAME(file_cpu_cfs_burst_us)},
    {VMM_FILE_CGROUP_CPU_SHARES, NAME(file_cpu_shares)},
    {VMM_FILE_CGROUP_MEMORY_USAGE_IN_BYTES, NAME(file_memory_usage_in_bytes)},
    {VMM_FILE_CGROUP_MEMORY_MAX_USAGE_IN_BYTES, NAME(file_memory_max_usage_in_bytes)},
    {VMM_FILE_CGROUP_MEMORY_LIMIT_IN_BYTES, NAME(file_memory_limit_in_bytes)},
    {VMM_FILE_CGROUP_MEMORY_SOFT_LIMIT_IN_BYTES, NAME(file_memory_soft_limit_in_bytes)},
    {VMM_FILE_CGROUP_MEMORY_FAILCNT, NAME(file_memory_failcnt)},
    {VMM_FILE_CGROUP_MEMORY_MEMSW_USAGE_IN_BYTES, NAME(file_memory_memsw_usage_in_bytes)},
    {VMM_FILE_CGROUP_MEMORY_MEMSW_MAX_USAGE_IN_BYTES, NAME(file_memory_memsw_max_usage_in_bytes)},
    {VMM_FILE_CGROUP_MEMORY_MEMSW_LIMIT_IN_BYTES, NAME(file_memory_memsw_limit_in_bytes)},
    {VMM_FILE_CGROUP_MEMORY_MEMSW_FAILCNT, NAME(file_memory_memsw_failcnt)},
    {VMM_FILE_CGROUP_MEMORY_KMEM_USAGE_IN_BYTES, NAME(file_memory_kmem_usage_in_bytes)},
    {VMM_FILE_CGROUP_MEMORY_KMEM_MAX_USAGE_IN_BYTES, NAME(file_memory_kmem_max_usage_in_bytes)},
    {VMM_FILE_CGROUP_MEMORY_KMEM_LIMIT_IN_BYTES, NAME(file_memory_kmem_limit_in_bytes)},
    {VMM_FILE_CGROUP_MEMORY_KMEM_FAILCNT, NAME(file_memory_kmem_failcnt)},
    {VMM_FILE_CGROUP_MEMORY_KMEM_TCP_USAGE_IN_BYTES, NAME(file_memory_kmem_tcp_usage_in_bytes)},
    {VMM_FILE_CGROUP_MEMORY_KMEM_TCP_MAX_USAGE_IN_BYTES, NAME(file_memory_kmem_tcp_max_usage_in_bytes)},
    {VMM_FILE_CGROUP_MEMORY_KMEM_TCP_LIMIT_IN_BYTES, NAME(file_memory_kmem_tcp_limit_in_bytes)},
    {VMM_FILE_CGROUP_MEMORY_KMEM_TCP_FAILCNT, NAME(file_memory_kmem_tcp_failcnt)},
    {VMM_FILE_CGROUP_MEMORY_OOM_CONTROL, NAME(file_memory_oom_control)},
    {VMM_FILE_CGROUP_CPUSET_EFFECTIVE_CPUS, NAME(file_cpuset_effective_cpus)},
    {VMM_FILE_CGROUP_CPUSET_EFFECTIVE_MEMS, NAME(file_cpuset_effective_mems)},
    {VMM_FILE_CGROUP_HUGETLB_2MB_CURRENT, NAME(file_hugetlb_2MB_current)},
    {VMM_FILE_CGROUP_HUGETLB_2MB_MAX, NAME(file_hugetlb_2MB_max)},
    {VMM_FILE_CGROUP_HUGETLB_2MB_EVENTS, NAME(file_hugetlb_2MB_events)},
    {VMM_FILE_CGROUP_HUGETLB_2MB_EVENTS_LOCAL, NAME(file_hugetlb_2MB_events_local)},
    {VMM_FILE_CGROUP_HUGETLB_2MB_RSVD_CURRENT, NAME(file_hugetlb_2MB_rsvd_current)},
    {VMM_FILE_CGROUP_HUGETLB_2MB_RSVD_MAX, NAME(file_hugetlb_2MB_rsvd_max)},
    {VMM_FILE_CGROUP_HUGETLB_1GB_CURRENT, NAME(file_hugetlb_1GB_current)},
    {VMM_FILE_CGROUP_HUGETLB_1GB_MAX, NAME(file_hugetlb_1GB_max)},
    {VMM_FILE_CGROUP_HUGETLB_1GB_EVENTS, NAME(file_hugetlb_1GB_events)},
    {VMM_FILE_CGROUP_HUGETLB_1GB_EVENTS_LOCAL, NAME(file_hugetlb_1GB_events_local)},
    {VMM_FILE_CGROUP_HUGETLB_1GB_RSVD_CURRENT, NAME(file_hugetlb_1GB_rsvd_current)},
    {VMM_FILE_CGROUP_HUGETLB_1GB_RSVD_MAX, NAME(file_hugetlb_1GB_rsvd_max)},
    {VMM_FILE_CGROUP_CPUSET_CPUS, NAME(file_cpuset_cpus)},
    {VMM_FILE_CGROUP_CPUSET_CPUS_EXCLUSIVE, NAME(file_cpuset_cpus_exclusive)},
    {VMM_FILE_CGROUP_CPUSET_CPUS_EXCLUSIVE_EFFECTIVE, NAME(file_cpuset_cpus_exclusive_effective)},
    {VMM_FILE_CGROUP_CPUSET_CPUS_ISOLATED, NAME(file_cpuset_cpus_isolated)},
    {VMM_FILE_CGROUP_CPUSET_CPUS_PARTITION, NAME(file_cpuset_cpus_partition)},
    {VMM_FILE_CGROUP_CPUSET_MEMS, NAME(file_cpuset_mems)},
};
#endif

#ifdef VMM_DESCRIBE_CGROUP_USAGE
static const struct vmm_member cgroup_usage_members[] = {
    MEMBER(cgroup_usage, cores_used, DOUBLE, NONE, GAUGE, NONE),
    MEMBER(cgroup_usage, user_cores, DOUBLE, NONE, GAUGE, NONE),
    MEMBER(cgroup_usage, system_cores, DOUBLE, NONE, GAUGE, NONE),
    MEMBER(cgroup_usage, cpu_limit_used_ratio, DOUBLE, RATIO, GAUGE, NONE),
    MEMBER(cgroup_usage, throttled_periods_ratio, DOUBLE, RATIO, GAUGE, NONE),
    MEMBER(cgroup_usage, throttled_cores, DOUBLE, NONE, GAUGE, NONE),
    MEMBER(cgroup_usage, memory_events_low, UINT64, NONE, GAUGE, NONE),
    MEMBER(cgroup_usage, memory_events_high, UINT64, NONE, GAUGE, NONE),
    MEMBER(cgroup_usage, memory_events_max, UINT64, NONE, GAUGE, NONE),
    MEMBER(cgroup_usage, memory_events_oom, UINT64, NONE, GAUGE, NONE),
    MEMBER(cgroup_usage, memory_events_oom_kill, UINT64, NONE, GAUGE, NONE),
    MEMBER(cgroup_usage, memory_events_oom_group_kill, UINT64, NONE, GAUGE, NONE),
    MEMBER(cgroup_usage, memory_swap_events_max, UINT64, NONE, GAUGE, NONE),
    MEMBER(cgroup_usage, memory_swap_events_fail, UINT64, NONE, GAUGE, NONE),
    MEMBER(cgroup_usage, pids_events_max, UINT64, NONE, GAUGE, NONE),
    MEMBER(cgroup_usage, memory_failcnt, UINT64, NONE, GAUGE, NONE),
    MEMBER(cgroup_usage, memory_oom_control_oom_kill, UINT64, NONE, GAUGE, NONE),
    MEMBER(cgroup_usage, memory_events_local_low, UINT64, NONE, GAUGE, NONE),
    MEMBER(cgroup_usage, memory_events_local_high, UINT64, NONE, GAUGE, NONE),
    MEMBER(cgroup_usage, memory_events_local_max, UINT64, NONE, GAUGE, NONE),
    MEMBER(cgroup_usage, memory_events_local_oom, UINT64, NONE, GAUGE, NONE),
    MEMBER(cgroup_usage, memory_events_local_oom_kill, UINT64, NONE, GAUGE, NONE),
    MEMBER(cgroup_usage, memory_events_local_oom_group_kill, UINT64, NONE, GAUGE, NONE),
};
#endif

#ifdef VMM_DESCRIBE_CGROUP_MEMORY_USAGE
static const struct vmm_member cgroup_memory_usage_members[] = {
    MEMBER(cgroup_memory_usage, used_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(cgroup_memory_usage, working_set_cadvisor_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(cgroup_memory_usage, working_set_docker_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(cgroup_memory_usage, limit_bytes, UINT64, BYTES, LIMIT, NONE),
    MEMBER(cgroup_memory_usage, used_ratio, DOUBLE, RATIO, GAUGE, NONE),
    MEMBER(cgroup_memory_usage, working_set_cadvisor_ratio, DOUBLE, RATIO, GAUGE, NONE),
    MEMBER(cgroup_memory_usage, working_set_docker_ratio, DOUBLE, RATIO, GAUGE, NONE),
};
#endif

#ifdef VMM_DESCRIBE_CGROUP_IO
static const struct vmm_member cgroup_io_members[] = {
    MEMBER(cgroup_io, major, UINT64, NONE, IDENTITY, NONE),
    MEMBER(cgroup_io, minor, UINT64, NONE, IDENTITY, NONE),
    MEMBER(cgroup_io, instance_id, UINT64, NONE, IDENTITY, NONE),
    MEMBER(cgroup_io, read_bytes, UINT64, BYTES, COUNTER, 64),
    MEMBER(cgroup_io, write_bytes, UINT64, BYTES, COUNTER, 64),
    MEMBER(cgroup_io, reads, UINT64, NONE, COUNTER, 64),
    MEMBER(cgroup_io, writes, UINT64, NONE, COUNTER, 64),
    MEMBER(cgroup_io, discard_bytes, UINT64, BYTES, COUNTER, 64),
    MEMBER(cgroup_io, discards, UINT64, NONE, COUNTER, 64),
    MEMBER(cgroup_io, max_read_bytes_per_second, UINT64, BYTES_PER_SECOND, LIMIT, NONE),
    MEMBER(cgroup_io, max_write_bytes_per_second, UINT64, BYTES_PER_SECOND, LIMIT, NONE),
    MEMBER(cgroup_io, max_reads_per_second, UINT64, PER_SECOND, LIMIT, NONE),
    MEMBER(cgroup_io, max_writes_per_second, UINT64, PER_SECOND, LIMIT, NONE),
    MEMBER(cgroup_io, lies_on_others, UINT64, NONE, LABEL, NONE),
};
static const struct vmm_file_name cgroup_io_files[] = {
    {VMM_FILE_CGROUP_IO_STAT, NAME(file_io_stat)},
    {VMM_FILE_CGROUP_IO_MAX, NAME(file_io_max)},
    {VMM_FILE_CGROUP_BLKIO_THROTTLE_IO_SERVICE_BYTES, NAME(file_blkio_throttle_io_service_bytes)},
    {VMM_FILE_CGROUP_BLKIO_THROTTLE_IO_SERVICED, NAME(file_blkio_throttle_io_serviced)},
    {VMM_FILE_CGROUP_BLKIO_THROTTLE_IO_SERVICE_BYTES_RECURSIVE, NAME(file_blkio_throttle_io_service_bytes_recursive)},
    {VMM_FILE_CGROUP_BLKIO_THROTTLE_IO_SERVICED_RECURSIVE, NAME(file_blkio_throttle_io_serviced_recursive)},
    {VMM_FILE_CGROUP_BLKIO_THROTTLE_READ_BPS_DEVICE, NAME(file_blkio_throttle_read_bps_device)},
    {VMM_FILE_CGROUP_BLKIO_THROTTLE_WRITE_BPS_DEVICE, NAME(file_blkio_throttle_write_bps_device)},
    {VMM_FILE_CGROUP_BLKIO_THROTTLE_READ_IOPS_DEVICE, NAME(file_blkio_throttle_read_iops_device)},
    {VMM_FILE_CGROUP_BLKIO_THROTTLE_WRITE_IOPS_DEVICE, NAME(file_blkio_throttle_write_iops_device)},
};
#endif

#ifdef VMM_DESCRIBE_CGROUP_IO_USAGE
static const struct vmm_member cgroup_io_usage_members[] = {
    MEMBER(cgroup_io_usage, major, UINT64, NONE, IDENTITY, NONE),
    MEMBER(cgroup_io_usage, minor, UINT64, NONE, IDENTITY, NONE),
    MEMBER(cgroup_io_usage, read_bytes_per_second, DOUBLE, BYTES_PER_SECOND, GAUGE, NONE),
    MEMBER(cgroup_io_usage, write_bytes_per_second, DOUBLE, BYTES_PER_SECOND, GAUGE, NONE),
    MEMBER(cgroup_io_usage, reads_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
    MEMBER(cgroup_io_usage, writes_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
    MEMBER(cgroup_io_usage, discard_bytes_per_second, DOUBLE, BYTES_PER_SECOND, GAUGE, NONE),
    MEMBER(cgroup_io_usage, discards_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
};
#endif

#ifdef VMM_DESCRIBE_PROCESS
static const struct vmm_member process_members[] = {
    MEMBER(process, pid, UINT64, NONE, IDENTITY, NONE),
    MEMBER(process, comm, NAME, NONE, LABEL, NONE),
    MEMBER(process, vcpu, UINT64, NONE, LABEL, NONE),
    MEMBER(process, state, UINT64, NONE, GAUGE, NONE),
    MEMBER(process, ppid, UINT64, NONE, LABEL, NONE),
    MEMBER(process, pgrp, UINT64, NONE, LABEL, NONE),
    MEMBER(process, session, UINT64, NONE, LABEL, NONE),
    MEMBER(process, tty_nr, UINT64, NONE, LABEL, NONE),
    MEMBER(process, tpgid, UINT64, NONE, LABEL, NONE),
    MEMBER(process, flags, UINT64, NONE, GAUGE, NONE),
    MEMBER(process, minflt, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(process, cminflt, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(process, majflt, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(process, cmajflt, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(process, utime_ticks, UINT64, TICKS, COUNTER, 64),
    MEMBER(process, stime_ticks, UINT64, TICKS, COUNTER, 64),
    MEMBER(process, cutime_ticks, UINT64, TICKS, COUNTER, 64),
    MEMBER(process, cstime_ticks, UINT64, TICKS, COUNTER, 64),
    MEMBER(process, priority, DOUBLE, NONE, GAUGE, NONE),
    MEMBER(process, nice, DOUBLE, NONE, GAUGE, NONE),
    MEMBER(process, num_threads, UINT64, NONE, GAUGE, NONE),
    MEMBER(process, itrealvalue, UINT64, NONE, GAUGE, NONE),
    MEMBER(process, starttime_ticks, UINT64, TICKS, IDENTITY, NONE),
    MEMBER(process, vsize_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(process, rss_pages, UINT64, PAGES, GAUGE, NONE),
    MEMBER(process, rsslim_bytes, UINT64, BYTES, LIMIT, NONE),
    MEMBER(process, startcode, UINT64, NONE, GAUGE, NONE),
    MEMBER(process, endcode, UINT64, NONE, GAUGE, NONE),
    MEMBER(process, startstack, UINT64, NONE, GAUGE, NONE),
    MEMBER(process, kstkesp, UINT64, NONE, GAUGE, NONE),
    MEMBER(process, kstkeip, UINT64, NONE, GAUGE, NONE),
    MEMBER(process, signal, UINT64, NONE, GAUGE, NONE),
    MEMBER(process, blocked, UINT64, NONE, GAUGE, NONE),
    MEMBER(process, sigignore, UINT64, NONE, GAUGE, NONE),
    MEMBER(process, sigcatch, UINT64, NONE, GAUGE, NONE),
    MEMBER(process, wchan, UINT64, NONE, GAUGE, NONE),
    MEMBER(process, nswap, UINT64, NONE, GAUGE, NONE),
    MEMBER(process, cnswap, UINT64, NONE, GAUGE, NONE),
    MEMBER(process, exit_signal, DOUBLE, NONE, GAUGE, NONE),
    MEMBER(process, processor, UINT64, NONE, GAUGE, NONE),
    MEMBER(process, rt_priority, UINT64, NONE, GAUGE, NONE),
    MEMBER(process, policy, UINT64, NONE, GAUGE, NONE),
    MEMBER(process, delayacct_blkio_ticks, UINT64, TICKS, COUNTER, 64),
    MEMBER(process, guest_time_ticks, UINT64, TICKS, COUNTER, 64),
    MEMBER(process, cguest_time_ticks, UINT64, TICKS, COUNTER, 64),
    MEMBER(process, start_data, UINT64, NONE, GAUGE, NONE),
    MEMBER(process, end_data, UINT64, NONE, GAUGE, NONE),
    MEMBER(process, start_brk, UINT64, NONE, GAUGE, NONE),
    MEMBER(process, arg_start, UINT64, NONE, GAUGE, NONE),
    MEMBER(process, arg_end, UINT64, NONE, GAUGE, NONE),
    MEMBER(process, env_start, UINT64, NONE, GAUGE, NONE),
    MEMBER(process, env_end, UINT64, NONE, GAUGE, NONE),
    MEMBER(process, exit_code, UINT64, NONE, GAUGE, NONE),
    MEMBER(process, tgid, UINT64, NONE, LABEL, NONE),
    MEMBER(process, fd_size, UINT64, NONE, GAUGE, NONE),
    MEMBER(process, kthread, UINT64, NONE, GAUGE, NONE),
    MEMBER(process, vm_peak_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(process, vm_size_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(process, vm_lck_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(process, vm_pin_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(process, vm_hwm_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(process, vm_rss_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(process, rss_anon_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(process, rss_file_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(process, rss_shmem_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(process, vm_data_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(process, vm_stk_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(process, vm_exe_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(process, vm_lib_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(process, vm_pte_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(process, vm_swap_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(process, hugetlb_pages_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(process, core_dumping, UINT64, NONE, GAUGE, NONE),
    MEMBER(process, thp_enabled, UINT64, NONE, GAUGE, NONE),
    MEMBER(process, cpus_allowed, UINT64, NONE, GAUGE, NONE),
    MEMBER(process, mems_allowed, UINT64, NONE, GAUGE, NONE),
    MEMBER(process, voluntary_ctxt_switches, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(process, nonvoluntary_ctxt_switches, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(process, vm_pmd_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(process, uid_real, UINT64, NONE, LABEL, NONE),
    MEMBER(process, uid_effective, UINT64, NONE, LABEL, NONE),
    MEMBER(process, uid_saved, UINT64, NONE, LABEL, NONE),
    MEMBER(process, uid_fs, UINT64, NONE, LABEL, NONE),
    MEMBER(process, ngid, UINT64, NONE, LABEL, NONE),
    MEMBER(process, tracer_pid, UINT64, NONE, LABEL, NONE),
    MEMBER(process, gid_real, UINT64, NONE, LABEL, NONE),
    MEMBER(process, gid_effective, UINT64, NONE, LABEL, NONE),
    MEMBER(process, gid_saved, UINT64, NONE, LABEL, NONE),
    MEMBER(process, gid_fs, UINT64, NONE, LABEL, NONE),
    MEMBER(process, ns_tgid, UINT64, NONE, LABEL, NONE),
    MEMBER(process, ns_pid, UINT64, NONE, LABEL, NONE),
    MEMBER(process, ns_pgid, UINT64, NONE, LABEL, NONE),
    MEMBER(process, ns_sid, UINT64, NONE, LABEL, NONE),
    MEMBER(process, no_new_privs, UINT64, NONE, GAUGE, NONE),
    MEMBER(process, seccomp, UINT64, NONE, GAUGE, NONE),
    MEMBER(process, seccomp_filters, UINT64, NONE, GAUGE, NONE),
    MEMBER(process, statm_size_pages, UINT64, PAGES, GAUGE, NONE),
    MEMBER(process, statm_resident_pages, UINT64, PAGES, GAUGE, NONE),
    MEMBER(process, statm_shared_pages, UINT64, PAGES, GAUGE, NONE),
    MEMBER(process, statm_text_pages, UINT64, PAGES, GAUGE, NONE),
    MEMBER(process, statm_lib_pages, UINT64, PAGES, GAUGE, NONE),
    MEMBER(process, statm_data_pages, UINT64, PAGES, GAUGE, NONE),
    MEMBER(process, statm_dt_pages, UINT64, PAGES, GAUGE, NONE),
    MEMBER(process, rchar_bytes, UINT64, BYTES, COUNTER, 64),
    MEMBER(process, wchar_bytes, UINT64, BYTES, COUNTER, 64),
    MEMBER(process, syscr, UINT64, NONE, COUNTER, 64),
    MEMBER(process, syscw, UINT64, NONE, COUNTER, 64),
    MEMBER(process, read_bytes, UINT64, BYTES, COUNTER, 64),
    MEMBER(process, write_bytes, UINT64, BYTES, COUNTER, 64),
    MEMBER(process, cancelled_write_bytes, UINT64, BYTES, COUNTER, 64),
    MEMBER(process, run_time_ns, UINT64, NS, COUNTER, 64),
    MEMBER(process, run_delay_ns, UINT64, NS, COUNTER, 64),
    MEMBER(process, timeslices, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(process, smaps_rss_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(process, smaps_pss_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(process, smaps_pss_dirty_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(process, smaps_pss_anon_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(process, smaps_pss_file_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(process, smaps_pss_shmem_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(process, smaps_shared_clean_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(process, smaps_shared_dirty_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(process, smaps_private_clean_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(process, smaps_private_dirty_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(process, smaps_referenced_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(process, smaps_anonymous_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(process, smaps_ksm_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(process, smaps_lazy_free_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(process, smaps_anon_huge_pages_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(process, smaps_shmem_pmd_mapped_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(process, smaps_file_pmd_mapped_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(process, smaps_shared_hugetlb_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(process, smaps_private_hugetlb_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(process, smaps_swap_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(process, smaps_swap_pss_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(process, smaps_locked_bytes, UINT64, BYTES, GAUGE, NONE),
};
static const struct vmm_file_name process_files[] = {
    {VMM_FILE_PROCESS_STAT, NAME(file_stat)},
    {VMM_FILE_PROCESS_STATUS, NAME(file_status)},
    {VMM_FILE_PROCESS_STATM, NAME(file_statm)},
    {VMM_FILE_PROCESS_IO, NAME(file_io)},
    {VMM_FILE_PROCESS_SCHEDSTAT, NAME(file_schedstat)},
    {VMM_FILE_PROCESS_SMAPS_ROLLUP, NAME(file_smaps_rollup)},
};
#endif

#ifdef VMM_DESCRIBE_PROCESS_USAGE
static const struct vmm_member process_usage_members[] = {
    MEMBER(process_usage, pid, UINT64, NONE, IDENTITY, NONE),
    MEMBER(process_usage, starttime_ticks, UINT64, TICKS, IDENTITY, NONE),
    MEMBER(process_usage, cores_used, DOUBLE, NONE, GAUGE, NONE),
    MEMBER(process_usage, user_cores, DOUBLE, NONE, GAUGE, NONE),
    MEMBER(process_usage, system_cores, DOUBLE, NONE, GAUGE, NONE),
    MEMBER(process_usage, guest_cores, DOUBLE, NONE, GAUGE, NONE),
    MEMBER(process_usage, minflt_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
    MEMBER(process_usage, majflt_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
    MEMBER(process_usage, rchar_bytes_per_second, DOUBLE, BYTES_PER_SECOND, GAUGE, NONE),
    MEMBER(process_usage, wchar_bytes_per_second, DOUBLE, BYTES_PER_SECOND, GAUGE, NONE),
    MEMBER(process_usage, syscr_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
    MEMBER(process_usage, syscw_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
    MEMBER(process_usage, read_bytes_per_second, DOUBLE, BYTES_PER_SECOND, GAUGE, NONE),
    MEMBER(process_usage, write_bytes_per_second, DOUBLE, BYTES_PER_SECOND, GAUGE, NONE),
    MEMBER(process_usage, cancelled_write_bytes_per_second, DOUBLE, BYTES_PER_SECOND, GAUGE, NONE),
    MEMBER(process_usage, run_delay_cores, DOUBLE, NONE, GAUGE, NONE),
    MEMBER(process_usage, voluntary_ctxt_switches_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
    MEMBER(process_usage, nonvoluntary_ctxt_switches_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
    MEMBER(process_usage, outside_guest_cores, DOUBLE, NONE, GAUGE, NONE),
};
#endif

#ifdef VMM_DESCRIBE_THREADS_USAGE
static const struct vmm_member threads_usage_members[] = {
    MEMBER(threads_usage, threads, UINT64, NONE, GAUGE, NONE),
    MEMBER(threads_usage, threads_matched, UINT64, NONE, GAUGE, NONE),
    MEMBER(threads_usage, threads_new, UINT64, NONE, GAUGE, NONE),
    MEMBER(threads_usage, threads_gone, UINT64, NONE, GAUGE, NONE),
    MEMBER(threads_usage, vcpus, UINT64, NONE, GAUGE, NONE),
    MEMBER(threads_usage, vcpu_cores, DOUBLE, NONE, GAUGE, NONE),
    MEMBER(threads_usage, overhead_cores, DOUBLE, NONE, GAUGE, NONE),
    MEMBER(threads_usage, total_cores, DOUBLE, NONE, GAUGE, NONE),
    MEMBER(threads_usage, vcpu_run_delay_cores, DOUBLE, NONE, GAUGE, NONE),
    MEMBER(threads_usage, overhead_run_delay_cores, DOUBLE, NONE, GAUGE, NONE),
    MEMBER(threads_usage, total_run_delay_cores, DOUBLE, NONE, GAUGE, NONE),
    MEMBER(threads_usage, voluntary_ctxt_switches_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
    MEMBER(threads_usage, nonvoluntary_ctxt_switches_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
    MEMBER(threads_usage, unexplained_cores, DOUBLE, NONE, GAUGE, NONE),
};
#endif

#ifdef VMM_DESCRIBE_NET
static const struct vmm_member net_members[] = {
    MEMBER(net, name, NAME, NONE, IDENTITY, NONE),
    MEMBER(net, instance_id, UINT64, NONE, IDENTITY, NONE),
    MEMBER(net, ifindex, UINT64, NONE, IDENTITY, NONE),
    MEMBER(net, iflink, UINT64, NONE, LABEL, NONE),
    MEMBER(net, rx_bytes, UINT64, BYTES, COUNTER, 64),
    MEMBER(net, rx_packets, UINT64, NONE, COUNTER, 64),
    MEMBER(net, rx_errors, UINT64, NONE, COUNTER, 64),
    MEMBER(net, net_dev_rx_drop, UINT64, NONE, COUNTER, 64),
    MEMBER(net, rx_fifo_errors, UINT64, NONE, COUNTER, 64),
    MEMBER(net, net_dev_rx_frame, UINT64, NONE, COUNTER, 64),
    MEMBER(net, rx_compressed, UINT64, NONE, COUNTER, 64),
    MEMBER(net, multicast, UINT64, NONE, COUNTER, 64),
    MEMBER(net, tx_bytes, UINT64, BYTES, COUNTER, 64),
    MEMBER(net, tx_packets, UINT64, NONE, COUNTER, 64),
    MEMBER(net, tx_errors, UINT64, NONE, COUNTER, 64),
    MEMBER(net, tx_dropped, UINT64, NONE, COUNTER, 64),
    MEMBER(net, tx_fifo_errors, UINT64, NONE, COUNTER, 64),
    MEMBER(net, collisions, UINT64, NONE, COUNTER, 64),
    MEMBER(net, net_dev_tx_carrier, UINT64, NONE, COUNTER, 64),
    MEMBER(net, tx_compressed, UINT64, NONE, COUNTER, 64),
    MEMBER(net, rx_dropped, UINT64, NONE, COUNTER, 64),
    MEMBER(net, rx_missed_errors, UINT64, NONE, COUNTER, 64),
    MEMBER(net, rx_length_errors, UINT64, NONE, COUNTER, 64),
    MEMBER(net, rx_over_errors, UINT64, NONE, COUNTER, 64),
    MEMBER(net, rx_crc_errors, UINT64, NONE, COUNTER, 64),
    MEMBER(net, rx_frame_errors, UINT64, NONE, COUNTER, 64),
    MEMBER(net, rx_nohandler, UINT64, NONE, COUNTER, 64),
    MEMBER(net, tx_carrier_errors, UINT64, NONE, COUNTER, 64),
    MEMBER(net, tx_aborted_errors, UINT64, NONE, COUNTER, 64),
    MEMBER(net, tx_window_errors, UINT64, NONE, COUNTER, 64),
    MEMBER(net, tx_heartbeat_errors, UINT64, NONE, COUNTER, 64),
    MEMBER(net, operstate, UINT64, NONE, GAUGE, NONE),
    MEMBER(net, carrier, UINT64, NONE, GAUGE, NONE),
    MEMBER(net, carrier_changes, UINT64, NONE, COUNTER, 32),
    MEMBER(net, carrier_up_count, UINT64, NONE, COUNTER, 32),
    MEMBER(net, carrier_down_count, UINT64, NONE, COUNTER, 32),
    MEMBER(net, speed_bits_per_second, UINT64, BITS_PER_SECOND, GAUGE, NONE),
    MEMBER(net, duplex, UINT64, NONE, GAUGE, NONE),
    MEMBER(net, mtu_bytes, UINT64, BYTES, LIMIT, NONE),
    MEMBER(net, flags, UINT64, NONE, GAUGE, NONE),
    MEMBER(net, type, UINT64, NONE, GAUGE, NONE),
    MEMBER(net, tx_queue_len, UINT64, NONE, LIMIT, NONE),
    MEMBER(net, addr_assign_type, UINT64, NONE, GAUGE, NONE),
    MEMBER(net, addr_len_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(net, dev_id, UINT64, NONE, GAUGE, NONE),
    MEMBER(net, dev_port, UINT64, NONE, GAUGE, NONE),
    MEMBER(net, dormant, UINT64, NONE, GAUGE, NONE),
    MEMBER(net, testing, UINT64, NONE, GAUGE, NONE),
    MEMBER(net, link_mode, UINT64, NONE, GAUGE, NONE),
    MEMBER(net, name_assign_type, UINT64, NONE, GAUGE, NONE),
    MEMBER(net, netdev_group, UINT64, NONE, GAUGE, NONE),
    MEMBER(net, proto_down, UINT64, NONE, GAUGE, NONE),
    MEMBER(net, threaded, UINT64, NONE, GAUGE, NONE),
    MEMBER(net, napi_defer_hard_irqs, UINT64, NONE, GAUGE, NONE),
    MEMBER(net, gro_flush_timeout_ns, UINT64, NS, GAUGE, NONE),
    MEMBER(net, tun_flags, UINT64, NONE, GAUGE, NONE),
    MEMBER(net, owner, UINT64, NONE, LABEL, NONE),
    MEMBER(net, group, UINT64, NONE, LABEL, NONE),
};
static const struct vmm_file_name net_files[] = {
    {VMM_FILE_NET_IFINDEX, NAME(file_ifindex)},
    {VMM_FILE_NET_IFLINK, NAME(file_iflink)},
    {VMM_FILE_NET_STATISTICS_RX_BYTES, NAME(file_statistics_rx_bytes)},
    {VMM_FILE_NET_STATISTICS_RX_PACKETS, NAME(file_statistics_rx_packets)},
    {VMM_FILE_NET_STATISTICS_RX_ERRORS, NAME(file_statistics_rx_errors)},
    {VMM_FILE_NET_STATISTICS_RX_FIFO_ERRORS, NAME(file_statistics_rx_fifo_errors)},
    {VMM_FILE_NET_STATISTICS_RX_COMPRESSED, NAME(file_statistics_rx_compressed)},
    {VMM_FILE_NET_STATISTICS_MULTICAST, NAME(file_statistics_multicast)},
    {VMM_FILE_NET_STATISTICS_TX_BYTES, NAME(file_statistics_tx_bytes)},
    {VMM_FILE_NET_STATISTICS_TX_PACKETS, NAME(file_statistics_tx_packets)},
    {VMM_FILE_NET_STATISTICS_TX_ERRORS, NAME(file_statistics_tx_errors)},
    {VMM_FILE_NET_STATISTICS_TX_DROPPED, NAME(file_statistics_tx_dropped)},
    {VMM_FILE_NET_STATISTICS_TX_FIFO_ERRORS, NAME(file_statistics_tx_fifo_errors)},
    {VMM_FILE_NET_STATISTICS_COLLISIONS, NAME(file_statistics_collisions)},
    {VMM_FILE_NET_STATISTICS_TX_COMPRESSED, NAME(file_statistics_tx_compressed)},
    {VMM_FILE_NET_STATISTICS_RX_DROPPED, NAME(file_statistics_rx_dropped)},
    {VMM_FILE_NET_STATISTICS_RX_MISSED_ERRORS, NAME(file_statistics_rx_missed_errors)},
    {VMM_FILE_NET_STATISTICS_RX_LENGTH_ERRORS, NAME(file_statistics_rx_length_errors)},
    {VMM_FILE_NET_STATISTICS_RX_OVER_ERRORS, NAME(file_statistics_rx_over_errors)},
    {VMM_FILE_NET_STATISTICS_RX_CRC_ERRORS, NAME(file_statistics_rx_crc_errors)},
    {VMM_FILE_NET_STATISTICS_RX_FRAME_ERRORS, NAME(file_statistics_rx_frame_errors)},
    {VMM_FILE_NET_STATISTICS_RX_NOHANDLER, NAME(file_statistics_rx_nohandler)},
    {VMM_FILE_NET_STATISTICS_TX_CARRIER_ERRORS, NAME(file_statistics_tx_carrier_errors)},
    {VMM_FILE_NET_STATISTICS_TX_ABORTED_ERRORS, NAME(file_statistics_tx_aborted_errors)},
    {VMM_FILE_NET_STATISTICS_TX_WINDOW_ERRORS, NAME(file_statistics_tx_window_errors)},
    {VMM_FILE_NET_STATISTICS_TX_HEARTBEAT_ERRORS, NAME(file_statistics_tx_heartbeat_errors)},
    {VMM_FILE_NET_OPERSTATE, NAME(file_operstate)},
    {VMM_FILE_NET_CARRIER, NAME(file_carrier)},
    {VMM_FILE_NET_CARRIER_CHANGES, NAME(file_carrier_changes)},
    {VMM_FILE_NET_CARRIER_UP_COUNT, NAME(file_carrier_up_count)},
    {VMM_FILE_NET_CARRIER_DOWN_COUNT, NAME(file_carrier_down_count)},
    {VMM_FILE_NET_SPEED, NAME(file_speed)},
    {VMM_FILE_NET_DUPLEX, NAME(file_duplex)},
    {VMM_FILE_NET_MTU, NAME(file_mtu)},
    {VMM_FILE_NET_FLAGS, NAME(file_flags)},
    {VMM_FILE_NET_TYPE, NAME(file_type)},
    {VMM_FILE_NET_TX_QUEUE_LEN, NAME(file_tx_queue_len)},
    {VMM_FILE_NET_ADDR_ASSIGN_TYPE, NAME(file_addr_assign_type)},
    {VMM_FILE_NET_ADDR_LEN, NAME(file_addr_len)},
    {VMM_FILE_NET_DEV_ID, NAME(file_dev_id)},
    {VMM_FILE_NET_DEV_PORT, NAME(file_dev_port)},
    {VMM_FILE_NET_DORMANT, NAME(file_dormant)},
    {VMM_FILE_NET_TESTING, NAME(file_testing)},
    {VMM_FILE_NET_LINK_MODE, NAME(file_link_mode)},
    {VMM_FILE_NET_NAME_ASSIGN_TYPE, NAME(file_name_assign_type)},
    {VMM_FILE_NET_NETDEV_GROUP, NAME(file_netdev_group)},
    {VMM_FILE_NET_PROTO_DOWN, NAME(file_proto_down)},
    {VMM_FILE_NET_THREADED, NAME(file_threaded)},
    {VMM_FILE_NET_NAPI_DEFER_HARD_IRQS, NAME(file_napi_defer_hard_irqs)},
    {VMM_FILE_NET_GRO_FLUSH_TIMEOUT, NAME(file_gro_flush_timeout)},
    {VMM_FILE_NET_TUN_FLAGS, NAME(file_tun_flags)},
    {VMM_FILE_NET_OWNER, NAME(file_owner)},
    {VMM_FILE_NET_GROUP, NAME(file_group)},
};
#endif

#ifdef VMM_DESCRIBE_NET_USAGE
static const struct vmm_member net_usage_members[] = {
    MEMBER(net_usage, name, NAME, NONE, IDENTITY, NONE),
    MEMBER(net_usage, instance_id, UINT64, NONE, IDENTITY, NONE),
    MEMBER(net_usage, ifindex, UINT64, NONE, IDENTITY, NONE),
    MEMBER(net_usage, rx_bytes_per_second, DOUBLE, BYTES_PER_SECOND, GAUGE, NONE),
    MEMBER(net_usage, tx_bytes_per_second, DOUBLE, BYTES_PER_SECOND, GAUGE, NONE),
    MEMBER(net_usage, rx_packets_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
    MEMBER(net_usage, tx_packets_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
    MEMBER(net_usage, rx_errors_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
    MEMBER(net_usage, tx_errors_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
    MEMBER(net_usage, rx_dropped_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
    MEMBER(net_usage, tx_dropped_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
    MEMBER(net_usage, net_dev_rx_drop_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
    MEMBER(net_usage, multicast_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
    MEMBER(net_usage, utilisation_sar_ratio, DOUBLE, RATIO, GAUGE, NONE),
    MEMBER(net_usage, carrier_changes, UINT64, NONE, GAUGE, NONE),
};
#endif

#ifdef VMM_DESCRIBE_SOCKET
static const struct vmm_member socket_members[] = {
    MEMBER(socket, address_bytes, UINT64, BYTES, IDENTITY, NONE),
    MEMBER(socket, local_port, UINT64, NONE, IDENTITY, NONE),
    MEMBER(socket, remote_port, UINT64, NONE, IDENTITY, NONE),
    MEMBER(socket, state, UINT64, NONE, GAUGE, NONE),
    MEMBER(socket, tx_queue_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(socket, rx_queue_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(socket, accept_queue, UINT64, NONE, GAUGE, NONE),
    MEMBER(socket, uid, UINT64, NONE, LABEL, NONE),
    MEMBER(socket, inode, UINT64, NONE, IDENTITY, NONE),
    MEMBER(socket, drops, UINT64, NONE, COUNTER, 32),
};
#endif

#ifdef VMM_DESCRIBE_DISK
static const struct vmm_member disk_members[] = {
    MEMBER(disk, major, UINT64, NONE, IDENTITY, NONE),
    MEMBER(disk, minor, UINT64, NONE, IDENTITY, NONE),
    MEMBER(disk, name, NAME, NONE, IDENTITY, NONE),
    MEMBER(disk, diskseq, UINT64, NONE, IDENTITY, NONE),
    MEMBER(disk, reads, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(disk, reads_merged, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(disk, read_bytes, UINT64, BYTES, COUNTER, KERNEL_LONG),
    MEMBER(disk, read_ms, UINT64, MS, COUNTER, 32),
    MEMBER(disk, writes, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(disk, writes_merged, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(disk, write_bytes, UINT64, BYTES, COUNTER, KERNEL_LONG),
    MEMBER(disk, write_ms, UINT64, MS, COUNTER, 32),
    MEMBER(disk, in_flight, UINT64, NONE, GAUGE, NONE),
    MEMBER(disk, io_ms, UINT64, MS, COUNTER, 32),
    MEMBER(disk, weighted_io_ms, UINT64, MS, COUNTER, 32),
    MEMBER(disk, discards, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(disk, discards_merged, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(disk, discard_bytes, UINT64, BYTES, COUNTER, KERNEL_LONG),
    MEMBER(disk, discard_ms, UINT64, MS, COUNTER, 32),
    MEMBER(disk, flushes, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(disk, flush_ms, UINT64, MS, COUNTER, 32),
    MEMBER(disk, size_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(disk, ro, UINT64, NONE, GAUGE, NONE),
    MEMBER(disk, in_flight_reads, UINT64, NONE, GAUGE, NONE),
    MEMBER(disk, in_flight_writes, UINT64, NONE, GAUGE, NONE),
    MEMBER(disk, lies_on_others, UINT64, NONE, LABEL, NONE),
};
static const struct vmm_file_name disk_files[] = {
    {VMM_FILE_DISK_STAT, NAME(file_stat)},
    {VMM_FILE_DISK_SIZE, NAME(file_size)},
    {VMM_FILE_DISK_RO, NAME(file_ro)},
    {VMM_FILE_DISK_DISKSEQ, NAME(file_diskseq)},
    {VMM_FILE_DISK_INFLIGHT, NAME(file_inflight)},
    {VMM_FILE_DISK_UEVENT, NAME(file_uevent)},
};
#endif

#ifdef VMM_DESCRIBE_DISK_USAGE
static const struct vmm_member disk_usage_members[] = {
    MEMBER(disk_usage, major, UINT64, NONE, IDENTITY, NONE),
    MEMBER(disk_usage, minor, UINT64, NONE, IDENTITY, NONE),
    MEMBER(disk_usage, name, NAME, NONE, IDENTITY, NONE),
    MEMBER(disk_usage, reads_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
    MEMBER(disk_usage, reads_merged_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
    MEMBER(disk_usage, read_bytes_per_second, DOUBLE, BYTES_PER_SECOND, GAUGE, NONE),
    MEMBER(disk_usage, reads_merged_ratio, DOUBLE, RATIO, GAUGE, NONE),
    MEMBER(disk_usage, read_await_ms, DOUBLE, MS, GAUGE, NONE),
    MEMBER(disk_usage, mean_read_bytes, DOUBLE, BYTES, GAUGE, NONE),
    MEMBER(disk_usage, writes_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
    MEMBER(disk_usage, writes_merged_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
    MEMBER(disk_usage, write_bytes_per_second, DOUBLE, BYTES_PER_SECOND, GAUGE, NONE),
    MEMBER(disk_usage, writes_merged_ratio, DOUBLE, RATIO, GAUGE, NONE),
    MEMBER(disk_usage, write_await_ms, DOUBLE, MS, GAUGE, NONE),
    MEMBER(disk_usage, mean_write_bytes, DOUBLE, BYTES, GAUGE, NONE),
    MEMBER(disk_usage, discards_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
    MEMBER(disk_usage, discards_merged_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
    MEMBER(disk_usage, discard_bytes_per_second, DOUBLE, BYTES_PER_SECOND, GAUGE, NONE),
    MEMBER(disk_usage, discards_merged_ratio, DOUBLE, RATIO, GAUGE, NONE),
    MEMBER(disk_usage, discard_await_ms, DOUBLE, MS, GAUGE, NONE),
    MEMBER(disk_usage, mean_discard_bytes, DOUBLE, BYTES, GAUGE, NONE),
    MEMBER(disk_usage, flushes_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
    MEMBER(disk_usage, flush_await_ms, DOUBLE, MS, GAUGE, NONE),
    MEMBER(disk_usage, transfers_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
    MEMBER(disk_usage, await_ms, DOUBLE, MS, GAUGE, NONE),
    MEMBER(disk_usage, mean_transfer_bytes, DOUBLE, BYTES, GAUGE, NONE),
    MEMBER(disk_usage, queue_length, DOUBLE, NONE, GAUGE, NONE),
    MEMBER(disk_usage, busy_ratio, DOUBLE, RATIO, GAUGE, NONE),
    MEMBER(disk_usage, in_flight, UINT64, NONE, GAUGE, NONE),
};
#endif

#ifdef VMM_DESCRIBE_SYSTEM
static const struct vmm_member system_members[] = {
    MEMBER(system, load1_hundredths, UINT64, HUNDREDTHS, GAUGE, NONE),
    MEMBER(system, load5_hundredths, UINT64, HUNDREDTHS, GAUGE, NONE),
    MEMBER(system, load15_hundredths, UINT64, HUNDREDTHS, GAUGE, NONE),
    MEMBER(system, tasks_runnable, UINT64, NONE, GAUGE, NONE),
    MEMBER(system, tasks, UINT64, NONE, GAUGE, NONE),
    MEMBER(system, last_pid, UINT64, NONE, GAUGE, NONE),
    MEMBER(system, uptime_hundredths, UINT64, HUNDREDTHS, COUNTER, 64),
    MEMBER(system, idle_hundredths, UINT64, HUNDREDTHS, COUNTER, 64),
};
static const struct vmm_file_name system_files[] = {
    {VMM_FILE_SYSTEM_LOADAVG, NAME(file_loadavg)},
    {VMM_FILE_SYSTEM_UPTIME, NAME(file_uptime)},
};
#endif

#ifdef VMM_DESCRIBE_VMSTAT
static const struct vmm_member vmstat_members[] = {
    MEMBER(vmstat, nr_free_pages, UINT64, PAGES, GAUGE, NONE),
    MEMBER(vmstat, nr_mlock_pages, UINT64, PAGES, GAUGE, NONE),
    MEMBER(vmstat, nr_free_cma_pages, UINT64, PAGES, GAUGE, NONE),
    MEMBER(vmstat, nr_inactive_anon_pages, UINT64, PAGES, GAUGE, NONE),
    MEMBER(vmstat, nr_active_anon_pages, UINT64, PAGES, GAUGE, NONE),
    MEMBER(vmstat, nr_inactive_file_pages, UINT64, PAGES, GAUGE, NONE),
    MEMBER(vmstat, nr_active_file_pages, UINT64, PAGES, GAUGE, NONE),
    MEMBER(vmstat, nr_unevictable_pages, UINT64, PAGES, GAUGE, NONE),
    MEMBER(vmstat, nr_slab_reclaimable_pages, UINT64, PAGES, GAUGE, NONE),
    MEMBER(vmstat, nr_slab_unreclaimable_pages, UINT64, PAGES, GAUGE, NONE),
    MEMBER(vmstat, workingset_nodes, UINT64, NONE, GAUGE, NONE),
    MEMBER(vmstat, workingset_refault_anon_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, workingset_refault_file_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, workingset_activate_anon_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, workingset_activate_file_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, workingset_restore_anon_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, workingset_restore_file_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, workingset_nodereclaim, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, nr_anon_pages, UINT64, PAGES, GAUGE, NONE),
    MEMBER(vmstat, nr_mapped_pages, UINT64, PAGES, GAUGE, NONE),
    MEMBER(vmstat, nr_file_pages, UINT64, PAGES, GAUGE, NONE),
    MEMBER(vmstat, nr_dirty_pages, UINT64, PAGES, GAUGE, NONE),
    MEMBER(vmstat, nr_writeback_pages, UINT64, PAGES, GAUGE, NONE),
    MEMBER(vmstat, nr_shmem_pages, UINT64, PAGES, GAUGE, NONE),
    MEMBER(vmstat, nr_vmscan_write_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, nr_dirtied_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, nr_written_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, nr_throttled_written_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, nr_page_table_pages, UINT64, PAGES, GAUGE, NONE),
    MEMBER(vmstat, nr_swapcached_pages, UINT64, PAGES, GAUGE, NONE),
    MEMBER(vmstat, nr_balloon_pages, UINT64, PAGES, GAUGE, NONE),
    MEMBER(vmstat, pgpgin_bytes, UINT64, BYTES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, pgpgout_bytes, UINT64, BYTES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, pswpin_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, pswpout_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, allocstall_dma, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, allocstall_dma32, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, allocstall_normal, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, allocstall_high, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, allocstall_movable, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, allocstall_device, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, pgfree_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, pgactivate_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, pgdeactivate_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, pglazyfree_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, pgfault, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, pgmajfault, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, pglazyfreed_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, pgrefill_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, pgreuse, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, pgsteal_kswapd_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, pgsteal_direct_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, pgsteal_khugepaged_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, pgsteal_proactive_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, pgscan_kswapd_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, pgscan_direct_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, pgscan_khugepaged_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, pgscan_proactive_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, pgscan_direct_throttle, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, pgscan_anon_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, pgscan_file_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, pgsteal_anon_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, pgsteal_file_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, slabs_scanned, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, pageoutrun, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, pgrotated_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, drop_pagecache, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, drop_slab, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, oom_kill, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, pgmigrate_success_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, pgmigrate_fail_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, compact_stall, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, compact_fail, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, compact_success, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, compact_daemon_wake, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, thp_fault_alloc, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, thp_fault_fallback, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, thp_collapse_alloc, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, thp_collapse_alloc_failed, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, thp_file_alloc, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, thp_file_mapped, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, thp_split_page, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, thp_split_page_failed, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, thp_deferred_split_page, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, thp_split_pmd, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, thp_zero_page_alloc, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, thp_swpout, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, thp_swpout_fallback, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, balloon_inflate_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, balloon_deflate_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, balloon_migrate_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, swap_ra_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, swap_ra_hit_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, swpin_zero_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, swpout_zero_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, zswpin_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, zswpout_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, zswpwb_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, workingset_refault_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, workingset_activate_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, workingset_restore_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, allocstall, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, pgsteal_kswapd_dma_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, pgsteal_kswapd_dma32_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, pgsteal_kswapd_normal_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, pgsteal_kswapd_high_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, pgsteal_kswapd_movable_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, pgsteal_direct_dma_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, pgsteal_direct_dma32_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, pgsteal_direct_normal_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, pgsteal_direct_high_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, pgsteal_direct_movable_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, pgscan_kswapd_dma_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, pgscan_kswapd_dma32_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, pgscan_kswapd_normal_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, pgscan_kswapd_high_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, pgscan_kswapd_movable_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, pgscan_direct_dma_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, pgscan_direct_dma32_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, pgscan_direct_normal_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, pgscan_direct_high_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, pgscan_direct_movable_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat, thp_split, UINT64, NONE, COUNTER, KERNEL_LONG),
};
#endif

#ifdef VMM_DESCRIBE_BALLOON
static const struct vmm_member balloon_members[] = {
    MEMBER(balloon, memory_size_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(balloon, hotplug_size_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(balloon, hotplug_requested_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(balloon, hotplug_plugged_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(balloon, logical_vm_size_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(balloon, target_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(balloon, actual_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(balloon, target_rounded_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(balloon, actual_rounded_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(balloon, last_update_seconds, UINT64, SECONDS, GAUGE, NONE),
    MEMBER(balloon, swap_in_bytes, UINT64, BYTES, COUNTER, 64),
    MEMBER(balloon, swap_out_bytes, UINT64, BYTES, COUNTER, 64),
    MEMBER(balloon, major_faults, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(balloon, minor_faults, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(balloon, free_memory_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(balloon, total_memory_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(balloon, available_memory_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(balloon, disk_caches_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(balloon, hugetlb_allocations, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(balloon, hugetlb_failures, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(balloon, oom_kill, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(balloon, alloc_stall, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(balloon, async_scan_bytes, UINT64, BYTES, COUNTER, 64),
    MEMBER(balloon, direct_scan_bytes, UINT64, BYTES, COUNTER, 64),
    MEMBER(balloon, async_reclaim_bytes, UINT64, BYTES, COUNTER, 64),
    MEMBER(balloon, direct_reclaim_bytes, UINT64, BYTES, COUNTER, 64),
    MEMBER(balloon, vcpus, UINT64, NONE, GAUGE, NONE),
    MEMBER(balloon, max_vcpus, UINT64, NONE, GAUGE, NONE),
    MEMBER(balloon, hotplug_block_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(balloon, hotplug_slot_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(balloon, hinting_host_cmd, UINT64, NONE, GAUGE, NONE),
    MEMBER(balloon, hinting_guest_cmd, UINT64, NONE, GAUGE, NONE),
};
#endif

#ifdef VMM_DESCRIBE_FIRECRACKER
static const struct vmm_member firecracker_members[] = {
    MEMBER(firecracker, utc_timestamp_ms, UINT64, MS, GAUGE, NONE),
    MEMBER(firecracker, process_startup_time_usec, UINT64, USEC, GAUGE, NONE),
    MEMBER(firecracker, process_startup_time_cpu_usec, UINT64, USEC, GAUGE, NONE),
    MEMBER(firecracker, balloon_inflate_count, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, balloon_stats_updates_count, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, balloon_stats_update_fails, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, balloon_deflate_count, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, balloon_event_fails, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, balloon_free_page_report_freed_bytes, UINT64, BYTES, INCREMENT, NONE),
    MEMBER(firecracker, balloon_free_page_hint_freed_bytes, UINT64, BYTES, INCREMENT, NONE),
    MEMBER(firecracker, block_no_avail_buffer, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, block_event_fails, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, block_execute_fails, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, block_invalid_reqs_count, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, block_flush_count, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, block_read_bytes, UINT64, BYTES, INCREMENT, NONE),
    MEMBER(firecracker, block_write_bytes, UINT64, BYTES, INCREMENT, NONE),
    MEMBER(firecracker, block_read_count, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, block_write_count, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, block_rate_limiter_throttled_events, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, block_io_engine_throttled_events, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, block_read_agg_sum_usec, UINT64, USEC, INCREMENT, NONE),
    MEMBER(firecracker, block_write_agg_sum_usec, UINT64, USEC, INCREMENT, NONE),
    MEMBER(firecracker, full_create_snapshot_usec, UINT64, USEC, GAUGE, NONE),
    MEMBER(firecracker, diff_create_snapshot_usec, UINT64, USEC, GAUGE, NONE),
    MEMBER(firecracker, load_snapshot_usec, UINT64, USEC, GAUGE, NONE),
    MEMBER(firecracker, pause_vm_usec, UINT64, USEC, GAUGE, NONE),
    MEMBER(firecracker, resume_vm_usec, UINT64, USEC, GAUGE, NONE),
    MEMBER(firecracker, vmm_full_create_snapshot_usec, UINT64, USEC, GAUGE, NONE),
    MEMBER(firecracker, vmm_diff_create_snapshot_usec, UINT64, USEC, GAUGE, NONE),
    MEMBER(firecracker, vmm_load_snapshot_usec, UINT64, USEC, GAUGE, NONE),
    MEMBER(firecracker, vmm_pause_vm_usec, UINT64, USEC, GAUGE, NONE),
    MEMBER(firecracker, vmm_resume_vm_usec, UINT64, USEC, GAUGE, NONE),
    MEMBER(firecracker, logger_missed_metrics_count, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, logger_metrics_fails, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, logger_missed_log_count, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, mmds_tx_bytes, UINT64, BYTES, INCREMENT, NONE),
    MEMBER(firecracker, mmds_tx_frames, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, net_no_rx_avail_buffer, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, net_no_tx_avail_buffer, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, net_event_fails, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, net_rx_rate_limiter_throttled, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, net_rx_bytes, UINT64, BYTES, INCREMENT, NONE),
    MEMBER(firecracker, net_rx_packets, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, net_rx_fails, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, net_tap_read_fails, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, net_tap_write_fails, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, net_tx_bytes, UINT64, BYTES, INCREMENT, NONE),
    MEMBER(firecracker, net_tx_malformed_frames, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, net_tx_fails, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, net_tx_packets, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, net_tx_rate_limiter_throttled, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, net_tx_spoofed_mac_count, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, net_tap_write_agg_sum_usec, UINT64, USEC, INCREMENT, NONE),
    MEMBER(firecracker, seccomp_num_faults, UINT64, NONE, GAUGE, NONE),
    MEMBER(firecracker, vcpu_exit_io_in, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, vcpu_exit_io_out, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, vcpu_exit_mmio_read, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, vcpu_exit_mmio_write, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, vcpu_failures, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, vcpu_kvmclock_ctrl_fails, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, vcpu_exit_io_in_agg_min_usec, UINT64, USEC, GAUGE, NONE),
    MEMBER(firecracker, vcpu_exit_io_in_agg_max_usec, UINT64, USEC, GAUGE, NONE),
    MEMBER(firecracker, vcpu_exit_io_in_agg_sum_usec, UINT64, USEC, INCREMENT, NONE),
    MEMBER(firecracker, vcpu_exit_io_out_agg_min_usec, UINT64, USEC, GAUGE, NONE),
    MEMBER(firecracker, vcpu_exit_io_out_agg_max_usec, UINT64, USEC, GAUGE, NONE),
    MEMBER(firecracker, vcpu_exit_io_out_agg_sum_usec, UINT64, USEC, INCREMENT, NONE),
    MEMBER(firecracker, vcpu_exit_mmio_read_agg_min_usec, UINT64, USEC, GAUGE, NONE),
    MEMBER(firecracker, vcpu_exit_mmio_read_agg_max_usec, UINT64, USEC, GAUGE, NONE),
    MEMBER(firecracker, vcpu_exit_mmio_read_agg_sum_usec, UINT64, USEC, INCREMENT, NONE),
    MEMBER(firecracker, vcpu_exit_mmio_write_agg_min_usec, UINT64, USEC, GAUGE, NONE),
    MEMBER(firecracker, vcpu_exit_mmio_write_agg_max_usec, UINT64, USEC, GAUGE, NONE),
    MEMBER(firecracker, vcpu_exit_mmio_write_agg_sum_usec, UINT64, USEC, INCREMENT, NONE),
    MEMBER(firecracker, vmm_panic_count, UINT64, NONE, GAUGE, NONE),
    MEMBER(firecracker, signals_sigbus, UINT64, NONE, GAUGE, NONE),
    MEMBER(firecracker, signals_sigsegv, UINT64, NONE, GAUGE, NONE),
    MEMBER(firecracker, signals_sigxfsz, UINT64, NONE, GAUGE, NONE),
    MEMBER(firecracker, signals_sigxcpu, UINT64, NONE, GAUGE, NONE),
    MEMBER(firecracker, signals_sigpipe, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, signals_sighup, UINT64, NONE, GAUGE, NONE),
    MEMBER(firecracker, signals_sigill, UINT64, NONE, GAUGE, NONE),
    MEMBER(firecracker, balloon_activate_fails, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, balloon_free_page_report_count, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, balloon_free_page_report_fails, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, balloon_free_page_hint_count, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, balloon_free_page_hint_fails, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, block_activate_fails, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, block_cfg_fails, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, block_queue_event_count, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, block_rate_limiter_event_count, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, block_update_count, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, block_update_fails, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, block_remaining_reqs_count, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, logger_rate_limited_log_count, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, net_activate_fails, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, net_cfg_fails, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, net_rx_queue_event_count, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, net_rx_event_rate_limiter_count, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, net_rx_tap_event_count, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, net_rx_count, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, net_tx_count, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, net_tx_queue_event_count, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, net_tx_rate_limiter_event_count, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, net_tx_remaining_reqs_count, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, vsock_activate_fails, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, vsock_cfg_fails, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, vsock_rx_queue_event_fails, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, vsock_tx_queue_event_fails, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, vsock_ev_queue_event_fails, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, vsock_muxer_event_fails, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, vsock_conn_event_fails, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, vsock_rx_queue_event_count, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, vsock_tx_queue_event_count, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, vsock_rx_bytes, UINT64, BYTES, INCREMENT, NONE),
    MEMBER(firecracker, vsock_tx_bytes, UINT64, BYTES, INCREMENT, NONE),
    MEMBER(firecracker, vsock_rx_packets, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, vsock_tx_packets, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, vsock_conns_added, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, vsock_conns_killed, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, vsock_conns_removed, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, vsock_killq_resync, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, vsock_tx_flush_fails, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, vsock_tx_write_fails, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, vsock_rx_read_fails, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, entropy_activate_fails, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, entropy_event_fails, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, entropy_event_count, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, entropy_bytes, UINT64, BYTES, INCREMENT, NONE),
    MEMBER(firecracker, entropy_host_rng_fails, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, entropy_rate_limiter_throttled, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, entropy_rate_limiter_event_count, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, pmem_activate_fails, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, pmem_cfg_fails, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, pmem_event_fails, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, pmem_queue_event_count, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, pmem_rate_limiter_throttled_events, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, pmem_rate_limiter_event_count, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, interrupts_triggers, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, interrupts_config_updates, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, memory_hotplug_activate_fails, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, memory_hotplug_queue_event_fails, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, memory_hotplug_queue_event_count, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, memory_hotplug_plug_agg_min_usec, UINT64, USEC, GAUGE, NONE),
    MEMBER(firecracker, memory_hotplug_plug_agg_max_usec, UINT64, USEC, GAUGE, NONE),
    MEMBER(firecracker, memory_hotplug_plug_agg_sum_usec, UINT64, USEC, INCREMENT, NONE),
    MEMBER(firecracker, memory_hotplug_plug_count, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, memory_hotplug_plug_bytes, UINT64, BYTES, INCREMENT, NONE),
    MEMBER(firecracker, memory_hotplug_plug_fails, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, memory_hotplug_unplug_agg_min_usec, UINT64, USEC, GAUGE, NONE),
    MEMBER(firecracker, memory_hotplug_unplug_agg_max_usec, UINT64, USEC, GAUGE, NONE),
    MEMBER(firecracker, memory_hotplug_unplug_agg_sum_usec, UINT64, USEC, INCREMENT, NONE),
    MEMBER(firecracker, memory_hotplug_unplug_count, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, memory_hotplug_unplug_bytes, UINT64, BYTES, INCREMENT, NONE),
    MEMBER(firecracker, memory_hotplug_unplug_fails, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, memory_hotplug_unplug_discard_fails, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, memory_hotplug_unplug_all_agg_min_usec, UINT64, USEC, GAUGE, NONE),
    MEMBER(firecracker, memory_hotplug_unplug_all_agg_max_usec, UINT64, USEC, GAUGE, NONE),
    MEMBER(firecracker, memory_hotplug_unplug_all_agg_sum_usec, UINT64, USEC, INCREMENT, NONE),
    MEMBER(firecracker, memory_hotplug_unplug_all_count, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, memory_hotplug_unplug_all_fails, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, memory_hotplug_state_agg_min_usec, UINT64, USEC, GAUGE, NONE),
    MEMBER(firecracker, memory_hotplug_state_agg_max_usec, UINT64, USEC, GAUGE, NONE),
    MEMBER(firecracker, memory_hotplug_state_agg_sum_usec, UINT64, USEC, INCREMENT, NONE),
    MEMBER(firecracker, memory_hotplug_state_count, UINT64, NONE, INCREMENT, NONE),
    MEMBER(firecracker, memory_hotplug_state_fails, UINT64, NONE, INCREMENT, NONE),
};
#endif

#ifdef VMM_DESCRIBE_HYPERVISOR_DEVICE
static const struct vmm_member hypervisor_device_members[] = {
    MEMBER(hypervisor_device, name, NAME, NONE, IDENTITY, NONE),
    MEMBER(hypervisor_device, device_type, UINT64, NONE, IDENTITY, NONE),
    MEMBER(hypervisor_device, instance_id, UINT64, NONE, IDENTITY, NONE),
    MEMBER(hypervisor_device, activate_fails, UINT64, NONE, INCREMENT, NONE),
    MEMBER(hypervisor_device, cfg_fails, UINT64, NONE, INCREMENT, NONE),
    MEMBER(hypervisor_device, no_avail_buffer, UINT64, NONE, INCREMENT, NONE),
    MEMBER(hypervisor_device, event_fails, UINT64, NONE, INCREMENT, NONE),
    MEMBER(hypervisor_device, execute_fails, UINT64, NONE, INCREMENT, NONE),
    MEMBER(hypervisor_device, invalid_reqs_count, UINT64, NONE, INCREMENT, NONE),
    MEMBER(hypervisor_device, flush_count, UINT64, NONE, INCREMENT, NONE),
    MEMBER(hypervisor_device, increment_read_bytes, UINT64, BYTES, INCREMENT, NONE),
    MEMBER(hypervisor_device, increment_write_bytes, UINT64, BYTES, INCREMENT, NONE),
    MEMBER(hypervisor_device, increment_read_count, UINT64, NONE, INCREMENT, NONE),
    MEMBER(hypervisor_device, increment_write_count, UINT64, NONE, INCREMENT, NONE),
    MEMBER(hypervisor_device, rate_limiter_throttled_events, UINT64, NONE, INCREMENT, NONE),
    MEMBER(hypervisor_device, io_engine_throttled_events, UINT64, NONE, INCREMENT, NONE),
    MEMBER(hypervisor_device, read_agg_min_usec, UINT64, USEC, GAUGE, NONE),
    MEMBER(hypervisor_device, read_agg_max_usec, UINT64, USEC, GAUGE, NONE),
    MEMBER(hypervisor_device, read_agg_sum_usec, UINT64, USEC, INCREMENT, NONE),
    MEMBER(hypervisor_device, write_agg_min_usec, UINT64, USEC, GAUGE, NONE),
    MEMBER(hypervisor_device, write_agg_max_usec, UINT64, USEC, GAUGE, NONE),
    MEMBER(hypervisor_device, write_agg_sum_usec, UINT64, USEC, INCREMENT, NONE),
    MEMBER(hypervisor_device, no_rx_avail_buffer, UINT64, NONE, INCREMENT, NONE),
    MEMBER(hypervisor_device, no_tx_avail_buffer, UINT64, NONE, INCREMENT, NONE),
    MEMBER(hypervisor_device, rx_rate_limiter_throttled, UINT64, NONE, INCREMENT, NONE),
    MEMBER(hypervisor_device, increment_rx_bytes, UINT64, BYTES, INCREMENT, NONE),
    MEMBER(hypervisor_device, increment_rx_packets, UINT64, NONE, INCREMENT, NONE),
    MEMBER(hypervisor_device, rx_fails, UINT64, NONE, INCREMENT, NONE),
    MEMBER(hypervisor_device, tap_read_fails, UINT64, NONE, INCREMENT, NONE),
    MEMBER(hypervisor_device, tap_write_fails, UINT64, NONE, INCREMENT, NONE),
    MEMBER(hypervisor_device, increment_tx_bytes, UINT64, BYTES, INCREMENT, NONE),
    MEMBER(hypervisor_device, tx_malformed_frames, UINT64, NONE, INCREMENT, NONE),
    MEMBER(hypervisor_device, tx_fails, UINT64, NONE, INCREMENT, NONE),
    MEMBER(hypervisor_device, increment_tx_packets, UINT64, NONE, INCREMENT, NONE),
    MEMBER(hypervisor_device, tx_rate_limiter_throttled, UINT64, NONE, INCREMENT, NONE),
    MEMBER(hypervisor_device, tx_spoofed_mac_count, UINT64, NONE, INCREMENT, NONE),
    MEMBER(hypervisor_device, tap_write_agg_min_usec, UINT64, USEC, GAUGE, NONE),
    MEMBER(hypervisor_device, tap_write_agg_max_usec, UINT64, USEC, GAUGE, NONE),
    MEMBER(hypervisor_device, tap_write_agg_sum_usec, UINT64, USEC, INCREMENT, NONE),
    MEMBER(hypervisor_device, init_time_usec, UINT64, USEC, GAUGE, NONE),
    MEMBER(hypervisor_device, activate_time_usec, UINT64, USEC, GAUGE, NONE),
    MEMBER(hypervisor_device, config_change_time_usec, UINT64, USEC, GAUGE, NONE),
    MEMBER(hypervisor_device, total_read_bytes, UINT64, BYTES, COUNTER, 64),
    MEMBER(hypervisor_device, total_write_bytes, UINT64, BYTES, COUNTER, 64),
    MEMBER(hypervisor_device, total_read_ops, UINT64, NONE, COUNTER, 64),
    MEMBER(hypervisor_device, total_write_ops, UINT64, NONE, COUNTER, 64),
    MEMBER(hypervisor_device, read_latency_min_usec, UINT64, USEC, GAUGE, NONE),
    MEMBER(hypervisor_device, read_latency_max_usec, UINT64, USEC, GAUGE, NONE),
    MEMBER(hypervisor_device, read_latency_avg_usec, UINT64, USEC, GAUGE, NONE),
    MEMBER(hypervisor_device, write_latency_min_usec, UINT64, USEC, GAUGE, NONE),
    MEMBER(hypervisor_device, write_latency_max_usec, UINT64, USEC, GAUGE, NONE),
    MEMBER(hypervisor_device, write_latency_avg_usec, UINT64, USEC, GAUGE, NONE),
    MEMBER(hypervisor_device, total_rx_bytes, UINT64, BYTES, COUNTER, 64),
    MEMBER(hypervisor_device, total_tx_bytes, UINT64, BYTES, COUNTER, 64),
    MEMBER(hypervisor_device, total_rx_frames, UINT64, NONE, COUNTER, 64),
    MEMBER(hypervisor_device, total_tx_frames, UINT64, NONE, COUNTER, 64),
    MEMBER(hypervisor_device, queue_event_count, UINT64, NONE, INCREMENT, NONE),
    MEMBER(hypervisor_device, rate_limiter_event_count, UINT64, NONE, INCREMENT, NONE),
    MEMBER(hypervisor_device, update_count, UINT64, NONE, INCREMENT, NONE),
    MEMBER(hypervisor_device, update_fails, UINT64, NONE, INCREMENT, NONE),
    MEMBER(hypervisor_device, remaining_reqs_count, UINT64, NONE, INCREMENT, NONE),
    MEMBER(hypervisor_device, rx_queue_event_count, UINT64, NONE, INCREMENT, NONE),
    MEMBER(hypervisor_device, rx_event_rate_limiter_count, UINT64, NONE, INCREMENT, NONE),
    MEMBER(hypervisor_device, rx_tap_event_count, UINT64, NONE, INCREMENT, NONE),
    MEMBER(hypervisor_device, rx_count, UINT64, NONE, INCREMENT, NONE),
    MEMBER(hypervisor_device, tx_count, UINT64, NONE, INCREMENT, NONE),
    MEMBER(hypervisor_device, tx_queue_event_count, UINT64, NONE, INCREMENT, NONE),
    MEMBER(hypervisor_device, tx_rate_limiter_event_count, UINT64, NONE, INCREMENT, NONE),
    MEMBER(hypervisor_device, tx_remaining_reqs_count, UINT64, NONE, INCREMENT, NONE),
    MEMBER(hypervisor_device, total_flush_ops, UINT64, NONE, COUNTER, 64),
    MEMBER(hypervisor_device, total_unmap_ops, UINT64, NONE, COUNTER, 64),
    MEMBER(hypervisor_device, total_unmap_bytes, UINT64, BYTES, COUNTER, 64),
    MEMBER(hypervisor_device, total_read_time_ns, UINT64, NS, COUNTER, 64),
    MEMBER(hypervisor_device, total_write_time_ns, UINT64, NS, COUNTER, 64),
    MEMBER(hypervisor_device, total_flush_time_ns, UINT64, NS, COUNTER, 64),
    MEMBER(hypervisor_device, total_unmap_time_ns, UINT64, NS, COUNTER, 64),
    MEMBER(hypervisor_device, total_read_merged, UINT64, NONE, COUNTER, 64),
    MEMBER(hypervisor_device, total_write_merged, UINT64, NONE, COUNTER, 64),
    MEMBER(hypervisor_device, total_unmap_merged, UINT64, NONE, COUNTER, 64),
    MEMBER(hypervisor_device, total_failed_read_ops, UINT64, NONE, COUNTER, 64),
    MEMBER(hypervisor_device, total_failed_write_ops, UINT64, NONE, COUNTER, 64),
    MEMBER(hypervisor_device, total_failed_flush_ops, UINT64, NONE, COUNTER, 64),
    MEMBER(hypervisor_device, total_failed_unmap_ops, UINT64, NONE, COUNTER, 64),
    MEMBER(hypervisor_device, total_invalid_read_ops, UINT64, NONE, COUNTER, 64),
    MEMBER(hypervisor_device, total_invalid_write_ops, UINT64, NONE, COUNTER, 64),
    MEMBER(hypervisor_device, total_invalid_flush_ops, UINT64, NONE, COUNTER, 64),
    MEMBER(hypervisor_device, total_invalid_unmap_ops, UINT64, NONE, COUNTER, 64),
    MEMBER(hypervisor_device, total_zone_append_bytes, UINT64, BYTES, COUNTER, 64),
    MEMBER(hypervisor_device, total_zone_append_ops, UINT64, NONE, COUNTER, 64),
    MEMBER(hypervisor_device, total_zone_append_time_ns, UINT64, NS, COUNTER, 64),
    MEMBER(hypervisor_device, total_zone_append_merged, UINT64, NONE, COUNTER, 64),
    MEMBER(hypervisor_device, total_failed_zone_append_ops, UINT64, NONE, COUNTER, 64),
    MEMBER(hypervisor_device, total_invalid_zone_append_ops, UINT64, NONE, COUNTER, 64),
    MEMBER(hypervisor_device, idle_time_ns, UINT64, NS, GAUGE, NONE),
    MEMBER(hypervisor_device, wr_highest_offset_bytes, UINT64, BYTES, GAUGE, NONE),
};
#endif

#ifdef VMM_DESCRIBE_HYPERVISOR_DEVICE_USAGE
static const struct vmm_member hypervisor_device_usage_members[] = {
    MEMBER(hypervisor_device_usage, name, NAME, NONE, IDENTITY, NONE),
    MEMBER(hypervisor_device_usage, device_type, UINT64, NONE, IDENTITY, NONE),
    MEMBER(hypervisor_device_usage, instance_id, UINT64, NONE, IDENTITY, NONE),
    MEMBER(hypervisor_device_usage, read_bytes_per_second, DOUBLE, BYTES_PER_SECOND, GAUGE, NONE),
    MEMBER(hypervisor_device_usage, write_bytes_per_second, DOUBLE, BYTES_PER_SECOND, GAUGE, NONE),
    MEMBER(hypervisor_device_usage, reads_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
    MEMBER(hypervisor_device_usage, writes_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
    MEMBER(hypervisor_device_usage, rx_bytes_per_second, DOUBLE, BYTES_PER_SECOND, GAUGE, NONE),
    MEMBER(hypervisor_device_usage, tx_bytes_per_second, DOUBLE, BYTES_PER_SECOND, GAUGE, NONE),
    MEMBER(hypervisor_device_usage, rx_packets_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
    MEMBER(hypervisor_device_usage, tx_packets_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
    MEMBER(hypervisor_device_usage, flushes_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
    MEMBER(hypervisor_device_usage, discards_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
    MEMBER(hypervisor_device_usage, discard_bytes_per_second, DOUBLE, BYTES_PER_SECOND, GAUGE, NONE),
    MEMBER(hypervisor_device_usage, read_await_ns, DOUBLE, NS, GAUGE, NONE),
    MEMBER(hypervisor_device_usage, write_await_ns, DOUBLE, NS, GAUGE, NONE),
    MEMBER(hypervisor_device_usage, flush_await_ns, DOUBLE, NS, GAUGE, NONE),
    MEMBER(hypervisor_device_usage, failures_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
    MEMBER(hypervisor_device_usage, rate_limiter_throttled_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
    MEMBER(hypervisor_device_usage, queue_events_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
};
#endif

#ifdef VMM_DESCRIBE_VMSTAT_DETAIL
static const struct vmm_member vmstat_detail_members[] = {
    MEMBER(vmstat_detail, nr_free_pages_blocks_pages, UINT64, PAGES, GAUGE, NONE),
    MEMBER(vmstat_detail, nr_zone_inactive_anon_pages, UINT64, PAGES, GAUGE, NONE),
    MEMBER(vmstat_detail, nr_zone_active_anon_pages, UINT64, PAGES, GAUGE, NONE),
    MEMBER(vmstat_detail, nr_zone_inactive_file_pages, UINT64, PAGES, GAUGE, NONE),
    MEMBER(vmstat_detail, nr_zone_active_file_pages, UINT64, PAGES, GAUGE, NONE),
    MEMBER(vmstat_detail, nr_zone_unevictable_pages, UINT64, PAGES, GAUGE, NONE),
    MEMBER(vmstat_detail, nr_zone_write_pending_pages, UINT64, PAGES, GAUGE, NONE),
    MEMBER(vmstat_detail, nr_zspages_pages, UINT64, PAGES, GAUGE, NONE),
    MEMBER(vmstat_detail, nr_unaccepted_pages, UINT64, PAGES, GAUGE, NONE),
    MEMBER(vmstat_detail, numa_hit, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, numa_miss, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, numa_foreign, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, numa_interleave, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, numa_local, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, numa_other, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, nr_isolated_anon_pages, UINT64, PAGES, GAUGE, NONE),
    MEMBER(vmstat_detail, nr_isolated_file_pages, UINT64, PAGES, GAUGE, NONE),
    MEMBER(vmstat_detail, nr_shmem_hugepages, UINT64, NONE, GAUGE, NONE),
    MEMBER(vmstat_detail, nr_shmem_pmdmapped, UINT64, NONE, GAUGE, NONE),
    MEMBER(vmstat_detail, nr_file_hugepages, UINT64, NONE, GAUGE, NONE),
    MEMBER(vmstat_detail, nr_file_pmdmapped, UINT64, NONE, GAUGE, NONE),
    MEMBER(vmstat_detail, nr_anon_transparent_hugepages, UINT64, NONE, GAUGE, NONE),
    MEMBER(vmstat_detail, nr_vmscan_immediate_reclaim_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, nr_kernel_misc_reclaimable_pages, UINT64, PAGES, GAUGE, NONE),
    MEMBER(vmstat_detail, nr_foll_pin_acquired_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, nr_foll_pin_released_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, nr_vmalloc_pages, UINT64, PAGES, GAUGE, NONE),
    MEMBER(vmstat_detail, nr_kernel_stack, UINT64, NONE, GAUGE, NONE),
    MEMBER(vmstat_detail, nr_shadow_call_stack_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(vmstat_detail, nr_sec_page_table_pages, UINT64, PAGES, GAUGE, NONE),
    MEMBER(vmstat_detail, nr_iommu_pages, UINT64, PAGES, GAUGE, NONE),
    MEMBER(vmstat_detail, pgpromote_success_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, pgpromote_candidate_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, pgpromote_candidate_nrl_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, pgdemote_kswapd_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, pgdemote_direct_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, pgdemote_khugepaged_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, pgdemote_proactive_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, pgrotate_anon_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, pgrotate_file_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, nr_hugetlb_pages, UINT64, PAGES, GAUGE, NONE),
    MEMBER(vmstat_detail, nr_kernel_file_pages, UINT64, PAGES, GAUGE, NONE),
    MEMBER(vmstat_detail, nr_gpu_active_pages, UINT64, PAGES, GAUGE, NONE),
    MEMBER(vmstat_detail, nr_gpu_reclaim_pages, UINT64, PAGES, GAUGE, NONE),
    MEMBER(vmstat_detail, nr_dirty_threshold_pages, UINT64, PAGES, GAUGE, NONE),
    MEMBER(vmstat_detail, nr_dirty_background_threshold_pages, UINT64, PAGES, GAUGE, NONE),
    MEMBER(vmstat_detail, nr_memmap_pages, UINT64, PAGES, GAUGE, NONE),
    MEMBER(vmstat_detail, nr_memmap_boot_pages, UINT64, PAGES, GAUGE, NONE),
    MEMBER(vmstat_detail, pgalloc_dma_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, pgalloc_dma32_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, pgalloc_normal_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, pgalloc_high_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, pgalloc_movable_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, pgalloc_device_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, pgskip_dma_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, pgskip_dma32_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, pgskip_normal_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, pgskip_high_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, pgskip_movable_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, pgskip_device_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, zone_reclaim_success, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, zone_reclaim_failed, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, pginodesteal_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, kswapd_inodesteal_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, kswapd_low_wmark_hit_quickly, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, kswapd_high_wmark_hit_quickly, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, numa_pte_updates, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, numa_huge_pte_updates, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, numa_hint_faults, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, numa_hint_faults_local, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, numa_pages_migrated_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, thp_migration_success, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, thp_migration_fail, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, thp_migration_split, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, compact_migrate_scanned_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, compact_free_scanned_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, compact_isolated_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, compact_daemon_migrate_scanned_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, compact_daemon_free_scanned_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, htlb_buddy_alloc_success, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, htlb_buddy_alloc_fail, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, cma_alloc_success, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, cma_alloc_fail, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, unevictable_pgs_culled_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, unevictable_pgs_scanned_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, unevictable_pgs_rescued_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, unevictable_pgs_mlocked_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, unevictable_pgs_munlocked_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, unevictable_pgs_cleared_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, unevictable_pgs_stranded_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, thp_fault_fallback_charge, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, thp_file_fallback, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, thp_file_fallback_charge, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, thp_underused_split_page, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, thp_scan_exceed_none_pte, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, thp_scan_exceed_swap_pte, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, thp_scan_exceed_share_pte, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, thp_split_pud, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, thp_zero_page_alloc_failed, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, nr_tlb_remote_flush, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, nr_tlb_remote_flush_received, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, nr_tlb_local_flush_all, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, nr_tlb_local_flush_one, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, ksm_swpin_copy, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, cow_ksm, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, direct_map_level2_splits, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, direct_map_level3_splits, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, direct_map_level2_collapses, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, direct_map_level3_collapses, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, vma_lock_success, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, vma_lock_abort, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, vma_lock_retry, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, vma_lock_miss, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, kstack_1k, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, kstack_2k, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, kstack_4k, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, kstack_8k, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, kstack_16k, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, kstack_32k, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, kstack_64k, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, kstack_rest, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, nrswpin, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, nrswpout, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, nr_unstable_pages, UINT64, PAGES, GAUGE, NONE),
    MEMBER(vmstat_detail, nr_bounce_pages, UINT64, PAGES, GAUGE, NONE),
    MEMBER(vmstat_detail, nr_writeback_temp_pages, UINT64, PAGES, GAUGE, NONE),
    MEMBER(vmstat_detail, nr_pages_scanned_pages, UINT64, PAGES, GAUGE, NONE),
    MEMBER(vmstat_detail, nr_slab_pages, UINT64, PAGES, GAUGE, NONE),
    MEMBER(vmstat_detail, pgrefill_dma_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, pgrefill_dma32_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, pgrefill_normal_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, pgrefill_high_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, pgrefill_movable_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, pgsteal_dma_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, pgsteal_dma32_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, pgsteal_normal_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, pgsteal_high_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, pgsteal_movable_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, kswapd_steal_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, kswapd_skip_congestion_wait, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, compact_blocks_moved, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, compact_pages_moved_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, compact_pagemigrate_failed_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
    MEMBER(vmstat_detail, unevictable_pgs_mlockfreed_pages, UINT64, PAGES, COUNTER, KERNEL_LONG),
};
#endif

#ifdef VMM_DESCRIBE_PROTOCOLS
static const struct vmm_member protocols_members[] = {
    MEMBER(protocols, instance_id, UINT64, NONE, IDENTITY, NONE),
    MEMBER(protocols, ip_forwarding, UINT64, NONE, LABEL, NONE),
    MEMBER(protocols, ip_in_receives, UINT64, NONE, COUNTER, 64),
    MEMBER(protocols, ip_in_hdr_errors, UINT64, NONE, COUNTER, 64),
    MEMBER(protocols, ip_in_addr_errors, UINT64, NONE, COUNTER, 64),
    MEMBER(protocols, ip_forw_datagrams, UINT64, NONE, COUNTER, 64),
    MEMBER(protocols, ip_in_unknown_protos, UINT64, NONE, COUNTER, 64),
    MEMBER(protocols, ip_in_discards, UINT64, NONE, COUNTER, 64),
    MEMBER(protocols, ip_in_delivers, UINT64, NONE, COUNTER, 64),
    MEMBER(protocols, ip_out_requests, UINT64, NONE, COUNTER, 64),
    MEMBER(protocols, ip_out_discards, UINT64, NONE, COUNTER, 64),
    MEMBER(protocols, ip_out_no_routes, UINT64, NONE, COUNTER, 64),
    MEMBER(protocols, ip_reasm_timeout, UINT64, NONE, COUNTER, 64),
    MEMBER(protocols, ip_reasm_reqds, UINT64, NONE, COUNTER, 64),
    MEMBER(protocols, ip_reasm_oks, UINT64, NONE, COUNTER, 64),
    MEMBER(protocols, ip_reasm_fails, UINT64, NONE, COUNTER, 64),
    MEMBER(protocols, ip_frag_oks, UINT64, NONE, COUNTER, 64),
    MEMBER(protocols, ip_frag_fails, UINT64, NONE, COUNTER, 64),
    MEMBER(protocols, ip_frag_creates, UINT64, NONE, COUNTER, 64),
    MEMBER(protocols, icmp_in_msgs, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, icmp_in_errors, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, icmp_in_csum_errors, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, icmp_in_dest_unreachs, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, icmp_in_time_excds, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, icmp_in_echos, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, icmp_in_echo_reps, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, icmp_out_msgs, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, icmp_out_errors, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, icmp_out_dest_unreachs, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, icmp_out_time_excds, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, icmp_out_echos, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, icmp_out_echo_reps, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, tcp_active_opens, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, tcp_passive_opens, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, tcp_attempt_fails, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, tcp_estab_resets, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, tcp_curr_estab, UINT64, NONE, GAUGE, NONE),
    MEMBER(protocols, tcp_in_segs, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, tcp_out_segs, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, tcp_retrans_segs, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, tcp_in_errs, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, tcp_out_rsts, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, tcp_in_csum_errors, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, udp_in_datagrams, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, udp_no_ports, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, udp_in_errors, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, udp_out_datagrams, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, udp_rcvbuf_errors, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, udp_sndbuf_errors, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, udp_in_csum_errors, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, udp_mem_errors, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, udp_lite_in_errors, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, tcp_ext_syncookies_sent, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, tcp_ext_syncookies_recv, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, tcp_ext_syncookies_failed, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, tcp_ext_embryonic_rsts, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, tcp_ext_prune_called, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, tcp_ext_rcv_pruned, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, tcp_ext_ofo_pruned, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, tcp_ext_tw, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, tcp_ext_listen_overflows, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, tcp_ext_listen_drops, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, tcp_ext_tcp_lost_retransmit, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, tcp_ext_tcp_fast_retrans, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, tcp_ext_tcp_slow_start_retrans, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, tcp_ext_tcp_timeouts, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, tcp_ext_tcp_loss_probes, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, tcp_ext_tcp_rcv_collapsed, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, tcp_ext_tcp_abort_on_data, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, tcp_ext_tcp_abort_on_close, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, tcp_ext_tcp_abort_on_memory, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, tcp_ext_tcp_abort_on_timeout, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, tcp_ext_tcp_abort_on_linger, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, tcp_ext_tcp_abort_failed, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, tcp_ext_tcp_memory_pressures, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, tcp_ext_tcp_memory_pressures_chrono_ms, UINT64, MS, COUNTER, KERNEL_LONG),
    MEMBER(protocols, tcp_ext_tcp_spurious_rtos, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, tcp_ext_tcp_backlog_drop, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, tcp_ext_pf_memalloc_drop, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, tcp_ext_tcp_time_wait_overflow, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, tcp_ext_tcp_req_q_full_do_cookies, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, tcp_ext_tcp_req_q_full_drop, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, tcp_ext_tcp_retrans_fail, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, tcp_ext_tcp_ofo_queue, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, tcp_ext_tcp_ofo_drop, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, tcp_ext_tcp_from_zero_window_adv, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, tcp_ext_tcp_to_zero_window_adv, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, tcp_ext_tcp_syn_retrans, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, tcp_ext_tcp_orig_data_sent, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, tcp_ext_tcp_keep_alive, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, tcp_ext_tcp_delivered, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, tcp_ext_tcp_zero_window_drop, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, tcp_ext_tcp_rcv_q_drop, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, ip_ext_in_no_routes, UINT64, NONE, COUNTER, 64),
    MEMBER(protocols, ip_ext_in_truncated_pkts, UINT64, NONE, COUNTER, 64),
    MEMBER(protocols, ip_ext_in_mcast_pkts, UINT64, NONE, COUNTER, 64),
    MEMBER(protocols, ip_ext_out_mcast_pkts, UINT64, NONE, COUNTER, 64),
    MEMBER(protocols, ip_ext_in_bcast_pkts, UINT64, NONE, COUNTER, 64),
    MEMBER(protocols, ip_ext_out_bcast_pkts, UINT64, NONE, COUNTER, 64),
    MEMBER(protocols, ip_ext_in_octets_bytes, UINT64, BYTES, COUNTER, 64),
    MEMBER(protocols, ip_ext_out_octets_bytes, UINT64, BYTES, COUNTER, 64),
    MEMBER(protocols, ip_ext_in_csum_errors, UINT64, NONE, COUNTER, 64),
    MEMBER(protocols, ip6_in_receives, UINT64, NONE, COUNTER, 64),
    MEMBER(protocols, ip6_in_hdr_errors, UINT64, NONE, COUNTER, 64),
    MEMBER(protocols, ip6_in_too_big_errors, UINT64, NONE, COUNTER, 64),
    MEMBER(protocols, ip6_in_no_routes, UINT64, NONE, COUNTER, 64),
    MEMBER(protocols, ip6_in_addr_errors, UINT64, NONE, COUNTER, 64),
    MEMBER(protocols, ip6_in_discards, UINT64, NONE, COUNTER, 64),
    MEMBER(protocols, ip6_in_delivers, UINT64, NONE, COUNTER, 64),
    MEMBER(protocols, ip6_out_forw_datagrams, UINT64, NONE, COUNTER, 64),
    MEMBER(protocols, ip6_out_requests, UINT64, NONE, COUNTER, 64),
    MEMBER(protocols, ip6_out_discards, UINT64, NONE, COUNTER, 64),
    MEMBER(protocols, ip6_out_no_routes, UINT64, NONE, COUNTER, 64),
    MEMBER(protocols, ip6_reasm_fails, UINT64, NONE, COUNTER, 64),
    MEMBER(protocols, ip6_frag_fails, UINT64, NONE, COUNTER, 64),
    MEMBER(protocols, ip6_in_octets_bytes, UINT64, BYTES, COUNTER, 64),
    MEMBER(protocols, ip6_out_octets_bytes, UINT64, BYTES, COUNTER, 64),
    MEMBER(protocols, icmp6_in_msgs, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, icmp6_in_errors, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, icmp6_out_msgs, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, icmp6_out_errors, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, icmp6_in_csum_errors, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, udp6_in_datagrams, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, udp6_no_ports, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, udp6_in_errors, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, udp6_out_datagrams, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, udp6_rcvbuf_errors, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, udp6_sndbuf_errors, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, udp6_in_csum_errors, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, udp6_mem_errors, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, udp_lite6_in_errors, UINT64, NONE, COUNTER, KERNEL_LONG),
    MEMBER(protocols, sockstat_sockets_used, UINT64, NONE, GAUGE, NONE),
    MEMBER(protocols, sockstat_tcp_inuse, UINT64, NONE, GAUGE, NONE),
    MEMBER(protocols, sockstat_tcp_orphan, UINT64, NONE, GAUGE, NONE),
    MEMBER(protocols, sockstat_tcp_tw, UINT64, NONE, GAUGE, NONE),
    MEMBER(protocols, sockstat_tcp_alloc, UINT64, NONE, GAUGE, NONE),
    MEMBER(protocols, sockstat_tcp_mem_pages, UINT64, PAGES, GAUGE, NONE),
    MEMBER(protocols, sockstat_udp_inuse, UINT64, NONE, GAUGE, NONE),
    MEMBER(protocols, sockstat_udp_mem_pages, UINT64, PAGES, GAUGE, NONE),
    MEMBER(protocols, sockstat_udplite_inuse, UINT64, NONE, GAUGE, NONE),
    MEMBER(protocols, sockstat_raw_inuse, UINT64, NONE, GAUGE, NONE),
    MEMBER(protocols, sockstat_frag_inuse, UINT64, NONE, GAUGE, NONE),
    MEMBER(protocols, sockstat_frag_memory_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(protocols, sockstat_tcp6_inuse, UINT64, NONE, GAUGE, NONE),
    MEMBER(protocols, sockstat_udp6_inuse, UINT64, NONE, GAUGE, NONE),
    MEMBER(protocols, sockstat_udplite6_inuse, UINT64, NONE, GAUGE, NONE),
    MEMBER(protocols, sockstat_raw6_inuse, UINT64, NONE, GAUGE, NONE),
    MEMBER(protocols, sockstat_frag6_inuse, UINT64, NONE, GAUGE, NONE),
    MEMBER(protocols, sockstat_frag6_memory_bytes, UINT64, BYTES, GAUGE, NONE),
};
static const struct vmm_file_name protocols_files[] = {
    {VMM_FILE_PROTOCOLS_SNMP, NAME(file_snmp)},
    {VMM_FILE_PROTOCOLS_NETSTAT, NAME(file_netstat)},
    {VMM_FILE_PROTOCOLS_SNMP6, NAME(file_snmp6)},
    {VMM_FILE_PROTOCOLS_SOCKSTAT, NAME(file_sockstat)},
    {VMM_FILE_PROTOCOLS_SOCKSTAT6, NAME(file_sockstat6)},
};
#endif

#ifdef VMM_DESCRIBE_PROTOCOLS_USAGE
static const struct vmm_member protocols_usage_members[] = {
    MEMBER(protocols_usage, instance_id, UINT64, NONE, IDENTITY, NONE),
    MEMBER(protocols_usage, tcp_retransmitted_ratio, DOUBLE, RATIO, GAUGE, NONE),
    MEMBER(protocols_usage, tcp_retrans_to_out_ratio, DOUBLE, RATIO, GAUGE, NONE),
    MEMBER(protocols_usage, tcp_in_segs_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
    MEMBER(protocols_usage, tcp_out_segs_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
    MEMBER(protocols_usage, tcp_retrans_segs_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
    MEMBER(protocols_usage, tcp_in_errs_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
    MEMBER(protocols_usage, tcp_out_rsts_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
    MEMBER(protocols_usage, tcp_active_opens_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
    MEMBER(protocols_usage, tcp_passive_opens_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
    MEMBER(protocols_usage, tcp_attempt_fails_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
    MEMBER(protocols_usage, tcp_estab_resets_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
    MEMBER(protocols_usage, tcp_ext_listen_drops_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
    MEMBER(protocols_usage, tcp_ext_listen_overflows_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
    MEMBER(protocols_usage, tcp_ext_tcp_req_q_full_drop_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
    MEMBER(protocols_usage, tcp_ext_syncookies_sent_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
    MEMBER(protocols_usage, tcp_ext_tcp_timeouts_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
    MEMBER(protocols_usage, tcp_ext_tcp_syn_retrans_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
    MEMBER(protocols_usage, tcp_ext_tcp_ofo_queue_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
    MEMBER(protocols_usage, tcp_ext_tcp_rcv_q_drop_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
    MEMBER(protocols_usage, tcp_ext_tcp_backlog_drop_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
    MEMBER(protocols_usage, udp_in_datagrams_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
    MEMBER(protocols_usage, udp_out_datagrams_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
    MEMBER(protocols_usage, udp_no_ports_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
    MEMBER(protocols_usage, udp_in_errors_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
    MEMBER(protocols_usage, udp_rcvbuf_errors_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
    MEMBER(protocols_usage, udp_sndbuf_errors_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
    MEMBER(protocols_usage, udp6_in_datagrams_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
    MEMBER(protocols_usage, udp6_out_datagrams_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
    MEMBER(protocols_usage, udp6_no_ports_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
    MEMBER(protocols_usage, udp6_in_errors_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
    MEMBER(protocols_usage, udp6_rcvbuf_errors_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
    MEMBER(protocols_usage, udp6_sndbuf_errors_per_second, DOUBLE, PER_SECOND, GAUGE, NONE),
    MEMBER(protocols_usage, ip_ext_in_octets_bytes_per_second, DOUBLE, BYTES_PER_SECOND, GAUGE, NONE),
    MEMBER(protocols_usage, ip_ext_out_octets_bytes_per_second, DOUBLE, BYTES_PER_SECOND, GAUGE, NONE),
    MEMBER(protocols_usage, ip6_in_octets_bytes_per_second, DOUBLE, BYTES_PER_SECOND, GAUGE, NONE),
    MEMBER(protocols_usage, ip6_out_octets_bytes_per_second, DOUBLE, BYTES_PER_SECOND, GAUGE, NONE),
    MEMBER(protocols_usage, tcp_ext_tcp_memory_pressures, UINT64, NONE, GAUGE, NONE),
    MEMBER(protocols_usage, tcp_ext_tcp_abort_on_memory, UINT64, NONE, GAUGE, NONE),
};
#endif

#ifdef VMM_DESCRIBE_OOM_KILL
static const struct vmm_member oom_kill_members[] = {
    MEMBER(oom_kill, task, NAME, NONE, LABEL, NONE),
    MEMBER(oom_kill, line, UINT64, NONE, LABEL, NONE),
    MEMBER(oom_kill, constraint, UINT64, NONE, LABEL, NONE),
    MEMBER(oom_kill, pid, UINT64, NONE, LABEL, NONE),
    MEMBER(oom_kill, uid, UINT64, NONE, LABEL, NONE),
    MEMBER(oom_kill, total_vm_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(oom_kill, anon_rss_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(oom_kill, file_rss_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(oom_kill, shmem_rss_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(oom_kill, pgtables_bytes, UINT64, BYTES, GAUGE, NONE),
    MEMBER(oom_kill, oom_score_adj, DOUBLE, NONE, GAUGE, NONE),
    MEMBER(oom_kill, sequence, UINT64, NONE, LABEL, NONE),
    MEMBER(oom_kill, time_usec, UINT64, USEC, LABEL, NONE),
    MEMBER(oom_kill, oom_memcg_distance, UINT64, NONE, LABEL, NONE),
    MEMBER(oom_kill, oom_memcg_length, UINT64, NONE, LABEL, NONE),
    MEMBER(oom_kill, task_memcg_distance, UINT64, NONE, LABEL, NONE),
    MEMBER(oom_kill, task_memcg_length, UINT64, NONE, LABEL, NONE),
};
#endif

/* In the order of their ids, which begin with 1. */
static const struct vmm_description descriptions[] = {
#ifdef VMM_DESCRIBE_CPU
    [VMM_RECORD_CPU - 1] = RECORD(cpu),
#endif
#ifdef VMM_DESCRIBE_CPU_USAGE
    [VMM_RECORD_CPU_USAGE - 1] = RECORD(cpu_usage),
#endif
#ifdef VMM_DESCRIBE_STAT
    [VMM_RECORD_STAT - 1] = RECORD(stat),
#endif
#ifdef VMM_DESCRIBE_MEMINFO
    [VMM_RECORD_MEMINFO - 1] = RECORD(meminfo),
#endif
#ifdef VMM_DESCRIBE_MEMORY_USAGE
    [VMM_RECORD_MEMORY_USAGE - 1] = RECORD(memory_usage),
#endif
#ifdef VMM_DESCRIBE_FILESYSTEM
    [VMM_RECORD_FILESYSTEM - 1] = RECORD(filesystem),
#endif
#ifdef VMM_DESCRIBE_FILESYSTEM_USAGE
    [VMM_RECORD_FILESYSTEM_USAGE - 1] = RECORD(filesystem_usage),
#endif
#ifdef VMM_DESCRIBE_PRESSURE
    [VMM_RECORD_PRESSURE - 1] = RECORD(pressure),
#endif
#ifdef VMM_DESCRIBE_PRESSURE_USAGE
    [VMM_RECORD_PRESSURE_USAGE - 1] = RECORD(pressure_usage),
#endif
#ifdef VMM_DESCRIBE_CGROUP_MEMORY
    [VMM_RECORD_CGROUP_MEMORY - 1] = RECORD_OF_FILES(cgroup_memory),
#endif
#ifdef VMM_DESCRIBE_CGROUP
    [VMM_RECORD_CGROUP - 1] = RECORD_OF_FILES(cgroup),
#endif
#ifdef VMM_DESCRIBE_CGROUP_USAGE
    [VMM_RECORD_CGROUP_USAGE - 1] = RECORD(cgroup_usage),
#endif
#ifdef VMM_DESCRIBE_CGROUP_MEMORY_USAGE
    [VMM_RECORD_CGROUP_MEMORY_USAGE - 1] = RECORD(cgroup_memory_usage),
#endif
#ifdef VMM_DESCRIBE_CGROUP_IO
    [VMM_RECORD_CGROUP_IO - 1] = RECORD_OF_FILES(cgroup_io),
#endif
#ifdef VMM_DESCRIBE_CGROUP_IO_USAGE
    [VMM_RECORD_CGROUP_IO_USAGE - 1] = RECORD(cgroup_io_usage),
#endif
#ifdef VMM_DESCRIBE_PROCESS
    [VMM_RECORD_PROCESS - 1] = RECORD_OF_FILES(process),
#endif
#ifdef VMM_DESCRIBE_PROCESS_USAGE
    [VMM_RECORD_PROCESS_USAGE - 1] = RECORD(process_usage),
#endif
#ifdef VMM_DESCRIBE_THREADS_USAGE
    [VMM_RECORD_THREADS_USAGE - 1] = RECORD(threads_usage),
#endif
#ifdef VMM_DESCRIBE_NET
    [VMM_RECORD_NET - 1] = RECORD_OF_FILES(net),
#endif
#ifdef VMM_DESCRIBE_NET_USAGE
    [VMM_RECORD_NET_USAGE - 1] = RECORD(net_usage),
#endif
#ifdef VMM_DESCRIBE_SOCKET
    [VMM_RECORD_SOCKET - 1] = RECORD(socket),
#endif
#ifdef VMM_DESCRIBE_DISK
    [VMM_RECORD_DISK - 1] = RECORD_OF_FILES(disk),
#endif
#ifdef VMM_DESCRIBE_DISK_USAGE
    [VMM_RECORD_DISK_USAGE - 1] = RECORD(disk_usage),
#endif
#ifdef VMM_DESCRIBE_SYSTEM
    [VMM_RECORD_SYSTEM - 1] = RECORD_OF_FILES(system),
#endif
#ifdef VMM_DESCRIBE_VMSTAT
    [VMM_RECORD_VMSTAT - 1] = RECORD(vmstat),
#endif
#ifdef VMM_DESCRIBE_BALLOON
    [VMM_RECORD_BALLOON - 1] = RECORD(balloon),
#endif
#ifdef VMM_DESCRIBE_FIRECRACKER
    [VMM_RECORD_FIRECRACKER - 1] = RECORD(firecracker),
#endif
#ifdef VMM_DESCRIBE_HYPERVISOR_DEVICE
    [VMM_RECORD_HYPERVISOR_DEVICE - 1] = RECORD(hypervisor_device),
#endif
#ifdef VMM_DESCRIBE_HYPERVISOR_DEVICE_USAGE
    [VMM_RECORD_HYPERVISOR_DEVICE_USAGE - 1] = RECORD(hypervisor_device_usage),
#endif
#ifdef VMM_DESCRIBE_VMSTAT_DETAIL
    [VMM_RECORD_VMSTAT_DETAIL - 1] = RECORD(vmstat_detail),
#endif
#ifdef VMM_DESCRIBE_PROTOCOLS
    [VMM_RECORD_PROTOCOLS - 1] = RECORD_OF_FILES(protocols),
#endif
#ifdef VMM_DESCRIBE_PROTOCOLS_USAGE
    [VMM_RECORD_PROTOCOLS_USAGE - 1] = RECORD(protocols_usage),
#endif
#ifdef VMM_DESCRIBE_OOM_KILL
    [VMM_RECORD_OOM_KILL - 1] = RECORD(oom_kill),
#endif
};

const struct vmm_description *vmm_description_of(uint32_t record_id)
{
    if (record_id - 1 >= COUNT_OF(descriptions) || descriptions[record_id - 1].members == NULL)
        return NULL;
    return &descriptions[record_id - 1];
}

const char *vmm_described_name(uint16_t name)
{
    return (const char *)&described_names + name;
}

#undef NAME
#undef MEMBER
#undef COUNT_OF
#undef RECORD
#undef RECORD_OF_FILES
