// SPDX-License-Identifier: MIT
//! The structs of the library, with the same members in the same places: written by records.py, not by hand.

use crate::value::{Integer, Limit, Name, Real};

records! {
    /// `struct vmm_cpu`, of which the headers tell more.
    Cpu, "cpu", 1 {
        /// Count; identity.
        id: Integer,
        /// Ticks; counter, 64 bits.
        user_ticks: Integer,
        /// Ticks; counter, 64 bits.
        nice_ticks: Integer,
        /// Ticks; counter, 64 bits.
        system_ticks: Integer,
        /// Ticks; counter, 64 bits.
        idle_ticks: Integer,
        /// Ticks; counter, 64 bits.
        iowait_ticks: Integer,
        /// Ticks; counter, 64 bits.
        irq_ticks: Integer,
        /// Ticks; counter, 64 bits.
        softirq_ticks: Integer,
        /// Ticks; counter, 64 bits.
        steal_ticks: Integer,
        /// Ticks; counter, 64 bits.
        guest_ticks: Integer,
        /// Ticks; counter, 64 bits.
        guest_nice_ticks: Integer,
    }
    /// `struct vmm_cpu_usage`, of which the headers tell more.
    CpuUsage, "cpu_usage", 2 {
        /// Count; identity.
        id: Integer,
        /// Ticks; gauge.
        total_ticks: Integer,
        /// Ratio; gauge.
        user_ratio: Real,
        /// Ratio; gauge.
        nice_ratio: Real,
        /// Ratio; gauge.
        system_ratio: Real,
        /// Ratio; gauge.
        idle_ratio: Real,
        /// Ratio; gauge.
        iowait_ratio: Real,
        /// Ratio; gauge.
        irq_ratio: Real,
        /// Ratio; gauge.
        softirq_ratio: Real,
        /// Ratio; gauge.
        steal_ratio: Real,
        /// Ratio; gauge.
        guest_ratio: Real,
        /// Ratio; gauge.
        guest_nice_ratio: Real,
        /// Ratio; gauge.
        busy_cloudwatch_ratio: Real,
        /// Ratio; gauge.
        busy_gopsutil_ratio: Real,
        /// Ratio; gauge.
        busy_node_exporter_ratio: Real,
    }
    /// `struct vmm_stat`, of which the headers tell more.
    Stat, "stat", 3 {
        /// Count; counter.
        intr: Integer,
        /// Count; counter, 64 bits.
        ctxt: Integer,
        /// Seconds; gauge.
        btime_seconds: Integer,
        /// Count; counter, as wide as the kernel's long.
        processes: Integer,
        /// Count; gauge.
        procs_running: Integer,
        /// Count; gauge.
        procs_blocked: Integer,
        /// Count; counter.
        softirq: Integer,
        /// Count; counter, 32 bits.
        softirq_hi: Integer,
        /// Count; counter, 32 bits.
        softirq_timer: Integer,
        /// Count; counter, 32 bits.
        softirq_net_tx: Integer,
        /// Count; counter, 32 bits.
        softirq_net_rx: Integer,
        /// Count; counter, 32 bits.
        softirq_block: Integer,
        /// Count; counter, 32 bits.
        softirq_irq_poll: Integer,
        /// Count; counter, 32 bits.
        softirq_tasklet: Integer,
        /// Count; counter, 32 bits.
        softirq_sched: Integer,
        /// Count; counter, 32 bits.
        softirq_hrtimer: Integer,
        /// Count; counter, 32 bits.
        softirq_rcu: Integer,
    }
    /// `struct vmm_meminfo`, of which the headers tell more.
    Meminfo, "meminfo", 4 {
        /// Bytes; gauge.
        mem_total_bytes: Integer,
        /// Bytes; gauge.
        mem_free_bytes: Integer,
        /// Bytes; gauge.
        mem_available_bytes: Integer,
        /// Bytes; gauge.
        buffers_bytes: Integer,
        /// Bytes; gauge.
        cached_bytes: Integer,
        /// Bytes; gauge.
        swap_cached_bytes: Integer,
        /// Bytes; gauge.
        active_bytes: Integer,
        /// Bytes; gauge.
        inactive_bytes: Integer,
        /// Bytes; gauge.
        active_anon_bytes: Integer,
        /// Bytes; gauge.
        inactive_anon_bytes: Integer,
        /// Bytes; gauge.
        active_file_bytes: Integer,
        /// Bytes; gauge.
        inactive_file_bytes: Integer,
        /// Bytes; gauge.
        unevictable_bytes: Integer,
        /// Bytes; gauge.
        mlocked_bytes: Integer,
        /// Bytes; gauge.
        swap_total_bytes: Integer,
        /// Bytes; gauge.
        swap_free_bytes: Integer,
        /// Bytes; gauge.
        zswap_bytes: Integer,
        /// Bytes; gauge.
        zswapped_bytes: Integer,
        /// Bytes; gauge.
        dirty_bytes: Integer,
        /// Bytes; gauge.
        writeback_bytes: Integer,
        /// Bytes; gauge.
        anon_pages_bytes: Integer,
        /// Bytes; gauge.
        mapped_bytes: Integer,
        /// Bytes; gauge.
        shmem_bytes: Integer,
        /// Bytes; gauge.
        k_reclaimable_bytes: Integer,
        /// Bytes; gauge.
        slab_bytes: Integer,
        /// Bytes; gauge.
        s_reclaimable_bytes: Integer,
        /// Bytes; gauge.
        s_unreclaim_bytes: Integer,
        /// Bytes; gauge.
        kernel_stack_bytes: Integer,
        /// Bytes; gauge.
        page_tables_bytes: Integer,
        /// Bytes; gauge.
        sec_page_tables_bytes: Integer,
        /// Bytes; gauge.
        nfs_unstable_bytes: Integer,
        /// Bytes; gauge.
        bounce_bytes: Integer,
        /// Bytes; gauge.
        writeback_tmp_bytes: Integer,
        /// Bytes; gauge.
        commit_limit_bytes: Integer,
        /// Bytes; gauge.
        committed_as_bytes: Integer,
        /// Bytes; gauge.
        vmalloc_total_bytes: Integer,
        /// Bytes; gauge.
        vmalloc_used_bytes: Integer,
        /// Bytes; gauge.
        vmalloc_chunk_bytes: Integer,
        /// Bytes; gauge.
        percpu_bytes: Integer,
        /// Bytes; gauge.
        hardware_corrupted_bytes: Integer,
        /// Bytes; gauge.
        anon_huge_pages_bytes: Integer,
        /// Bytes; gauge.
        shmem_huge_pages_bytes: Integer,
        /// Bytes; gauge.
        shmem_pmd_mapped_bytes: Integer,
        /// Bytes; gauge.
        file_huge_pages_bytes: Integer,
        /// Bytes; gauge.
        file_pmd_mapped_bytes: Integer,
        /// Bytes; gauge.
        cma_total_bytes: Integer,
        /// Bytes; gauge.
        cma_free_bytes: Integer,
        /// Bytes; gauge.
        unaccepted_bytes: Integer,
        /// Bytes; gauge.
        balloon_bytes: Integer,
        /// Count; gauge.
        huge_pages_total: Integer,
        /// Count; gauge.
        huge_pages_free: Integer,
        /// Count; gauge.
        huge_pages_rsvd: Integer,
        /// Count; gauge.
        huge_pages_surp: Integer,
        /// Bytes; gauge.
        hugepagesize_bytes: Integer,
        /// Bytes; gauge.
        hugetlb_bytes: Integer,
        /// Bytes; gauge.
        direct_map_4k_bytes: Integer,
        /// Bytes; gauge.
        direct_map_2m_bytes: Integer,
        /// Bytes; gauge.
        direct_map_1g_bytes: Integer,
        /// Bytes; gauge.
        high_total_bytes: Integer,
        /// Bytes; gauge.
        high_free_bytes: Integer,
        /// Bytes; gauge.
        low_total_bytes: Integer,
        /// Bytes; gauge.
        low_free_bytes: Integer,
        /// Bytes; gauge.
        mmap_copy_bytes: Integer,
        /// Bytes; gauge.
        shadow_call_stack_bytes: Integer,
        /// Bytes; gauge.
        quicklists_bytes: Integer,
        /// Bytes; gauge.
        early_memtest_bad_bytes: Integer,
        /// Bytes; gauge.
        direct_map_64k_bytes: Integer,
        /// Bytes; gauge.
        direct_map_1m_bytes: Integer,
        /// Bytes; gauge.
        direct_map_4m_bytes: Integer,
        /// Bytes; gauge.
        direct_map_2g_bytes: Integer,
        /// Count; gauge.
        pdt_max_entries: Integer,
        /// Count; gauge.
        pdt_cur_entries: Integer,
    }
    /// `struct vmm_memory_usage`, of which the headers tell more.
    MemoryUsage, "memory_usage", 5 {
        /// Bytes; gauge.
        total_bytes: Integer,
        /// Bytes; gauge.
        free_bytes: Integer,
        /// Bytes; gauge.
        shared_bytes: Integer,
        /// Bytes; gauge.
        buffers_bytes: Integer,
        /// Bytes; gauge.
        cache_bytes: Integer,
        /// Bytes; gauge.
        buff_cache_bytes: Integer,
        /// Bytes; gauge.
        available_bytes: Integer,
        /// Bytes; gauge.
        used_procps4_bytes: Integer,
        /// Bytes; gauge.
        used_procps3_bytes: Integer,
        /// Bytes; gauge.
        balloon_bytes: Integer,
        /// Bytes; gauge.
        used_procps4_without_balloon_bytes: Integer,
        /// Bytes; gauge.
        used_procps3_without_balloon_bytes: Integer,
        /// Bytes; gauge.
        swap_total_bytes: Integer,
        /// Bytes; gauge.
        swap_free_bytes: Integer,
        /// Bytes; gauge.
        swap_used_bytes: Integer,
        /// Ratio; gauge.
        used_procps4_ratio: Real,
        /// Ratio; gauge.
        used_procps3_ratio: Real,
        /// Ratio; gauge.
        swap_used_ratio: Real,
    }
    /// `struct vmm_filesystem`, of which the headers tell more.
    Filesystem, "filesystem", 6 {
        /// Bytes; gauge.
        f_bsize_bytes: Integer,
        /// Bytes; gauge.
        f_frsize_bytes: Integer,
        /// Count; gauge.
        f_blocks: Integer,
        /// Count; gauge.
        f_bfree: Integer,
        /// Count; gauge.
        f_bavail: Integer,
        /// Count; gauge.
        f_files: Integer,
        /// Count; gauge.
        f_ffree: Integer,
        /// Count; gauge.
        f_favail: Integer,
        /// Count; identity.
        f_fsid: Integer,
        /// Count; identity.
        f_flag: Integer,
        /// Count; limit.
        f_namemax: Limit,
    }
    /// `struct vmm_filesystem_usage`, of which the headers tell more.
    FilesystemUsage, "filesystem_usage", 7 {
        /// Bytes; gauge.
        total_bytes: Integer,
        /// Bytes; gauge.
        used_bytes: Integer,
        /// Bytes; gauge.
        used_below_zero_bytes: Integer,
        /// Bytes; gauge.
        available_bytes: Integer,
        /// Bytes; gauge.
        available_below_zero_bytes: Integer,
        /// Bytes; gauge.
        reserved_bytes: Integer,
        /// Bytes; gauge.
        used_e2b_bytes: Integer,
        /// Percent; gauge.
        use_percent: Integer,
        /// Ratio; gauge.
        use_ratio: Real,
        /// Count; gauge.
        inodes_total: Integer,
        /// Count; gauge.
        inodes_used: Integer,
        /// Count; gauge.
        inodes_free: Integer,
        /// Percent; gauge.
        inodes_use_percent: Integer,
    }
    /// `struct vmm_pressure`, of which the headers tell more.
    Pressure, "pressure", 8 {
        /// Hundredths; gauge.
        some_avg10_hundredths: Integer,
        /// Hundredths; gauge.
        some_avg60_hundredths: Integer,
        /// Hundredths; gauge.
        some_avg300_hundredths: Integer,
        /// Microseconds; counter, 64 bits.
        some_total_usec: Integer,
        /// Hundredths; gauge.
        full_avg10_hundredths: Integer,
        /// Hundredths; gauge.
        full_avg60_hundredths: Integer,
        /// Hundredths; gauge.
        full_avg300_hundredths: Integer,
        /// Microseconds; counter, 64 bits.
        full_total_usec: Integer,
    }
    /// `struct vmm_pressure_usage`, of which the headers tell more.
    PressureUsage, "pressure_usage", 9 {
        /// Ratio; gauge.
        some_ratio: Real,
        /// Ratio; gauge.
        full_ratio: Real,
    }
    /// `struct vmm_cgroup_memory`, of which the headers tell more.
    CgroupMemory, "cgroup_memory", 10 {
        /// Bytes; gauge.
        anon_bytes: Integer,
        /// Bytes; gauge.
        file_bytes: Integer,
        /// Bytes; gauge.
        kernel_bytes: Integer,
        /// Bytes; gauge.
        kernel_stack_bytes: Integer,
        /// Bytes; gauge.
        pagetables_bytes: Integer,
        /// Bytes; gauge.
        sec_pagetables_bytes: Integer,
        /// Bytes; gauge.
        percpu_bytes: Integer,
        /// Bytes; gauge.
        sock_bytes: Integer,
        /// Bytes; gauge.
        vmalloc_bytes: Integer,
        /// Bytes; gauge.
        shmem_bytes: Integer,
        /// Bytes; gauge.
        zswap_bytes: Integer,
        /// Bytes; gauge.
        zswapped_bytes: Integer,
        /// Bytes; gauge.
        file_mapped_bytes: Integer,
        /// Bytes; gauge.
        file_dirty_bytes: Integer,
        /// Bytes; gauge.
        file_writeback_bytes: Integer,
        /// Bytes; gauge.
        swapcached_bytes: Integer,
        /// Bytes; gauge.
        anon_thp_bytes: Integer,
        /// Bytes; gauge.
        file_thp_bytes: Integer,
        /// Bytes; gauge.
        shmem_thp_bytes: Integer,
        /// Bytes; gauge.
        inactive_anon_bytes: Integer,
        /// Bytes; gauge.
        active_anon_bytes: Integer,
        /// Bytes; gauge.
        inactive_file_bytes: Integer,
        /// Bytes; gauge.
        active_file_bytes: Integer,
        /// Bytes; gauge.
        unevictable_bytes: Integer,
        /// Bytes; gauge.
        slab_reclaimable_bytes: Integer,
        /// Bytes; gauge.
        slab_unreclaimable_bytes: Integer,
        /// Bytes; gauge.
        slab_bytes: Integer,
        /// Bytes; gauge.
        hugetlb_bytes: Integer,
        /// Count; counter, as wide as the kernel's long.
        workingset_refault_anon: Integer,
        /// Count; counter, as wide as the kernel's long.
        workingset_refault_file: Integer,
        /// Count; counter, as wide as the kernel's long.
        workingset_activate_anon: Integer,
        /// Count; counter, as wide as the kernel's long.
        workingset_activate_file: Integer,
        /// Count; counter, as wide as the kernel's long.
        workingset_restore_anon: Integer,
        /// Count; counter, as wide as the kernel's long.
        workingset_restore_file: Integer,
        /// Count; counter, as wide as the kernel's long.
        workingset_nodereclaim: Integer,
        /// Count; counter, as wide as the kernel's long.
        pgdemote_kswapd: Integer,
        /// Count; counter, as wide as the kernel's long.
        pgdemote_direct: Integer,
        /// Count; counter, as wide as the kernel's long.
        pgdemote_khugepaged: Integer,
        /// Count; counter, as wide as the kernel's long.
        pgdemote_proactive: Integer,
        /// Count; counter, as wide as the kernel's long.
        pgpromote_success: Integer,
        /// Count; counter, as wide as the kernel's long.
        pgscan: Integer,
        /// Count; counter, as wide as the kernel's long.
        pgsteal: Integer,
        /// Count; counter, as wide as the kernel's long.
        pswpin: Integer,
        /// Count; counter, as wide as the kernel's long.
        pswpout: Integer,
        /// Count; counter, as wide as the kernel's long.
        pgscan_kswapd: Integer,
        /// Count; counter, as wide as the kernel's long.
        pgscan_direct: Integer,
        /// Count; counter, as wide as the kernel's long.
        pgscan_khugepaged: Integer,
        /// Count; counter, as wide as the kernel's long.
        pgscan_proactive: Integer,
        /// Count; counter, as wide as the kernel's long.
        pgsteal_kswapd: Integer,
        /// Count; counter, as wide as the kernel's long.
        pgsteal_direct: Integer,
        /// Count; counter, as wide as the kernel's long.
        pgsteal_khugepaged: Integer,
        /// Count; counter, as wide as the kernel's long.
        pgsteal_proactive: Integer,
        /// Count; counter, as wide as the kernel's long.
        pgfault: Integer,
        /// Count; counter, as wide as the kernel's long.
        pgmajfault: Integer,
        /// Count; counter, as wide as the kernel's long.
        pgrefill: Integer,
        /// Count; counter, as wide as the kernel's long.
        pgactivate: Integer,
        /// Count; counter, as wide as the kernel's long.
        pgdeactivate: Integer,
        /// Count; counter, as wide as the kernel's long.
        pglazyfree: Integer,
        /// Count; counter, as wide as the kernel's long.
        pglazyfreed: Integer,
        /// Count; counter, as wide as the kernel's long.
        swpin_zero: Integer,
        /// Count; counter, as wide as the kernel's long.
        swpout_zero: Integer,
        /// Count; counter, as wide as the kernel's long.
        zswpin: Integer,
        /// Count; counter, as wide as the kernel's long.
        zswpout: Integer,
        /// Count; counter, as wide as the kernel's long.
        zswpwb: Integer,
        /// Count; counter, as wide as the kernel's long.
        thp_fault_alloc: Integer,
        /// Count; counter, as wide as the kernel's long.
        thp_collapse_alloc: Integer,
        /// Count; counter, as wide as the kernel's long.
        thp_swpout: Integer,
        /// Count; counter, as wide as the kernel's long.
        thp_swpout_fallback: Integer,
        /// Count; counter, as wide as the kernel's long.
        numa_pages_migrated: Integer,
        /// Count; counter, as wide as the kernel's long.
        numa_pte_updates: Integer,
        /// Count; counter, as wide as the kernel's long.
        numa_hint_faults: Integer,
        /// Count; counter, as wide as the kernel's long.
        workingset_refault: Integer,
        /// Count; counter, as wide as the kernel's long.
        workingset_activate: Integer,
        /// Count; counter, as wide as the kernel's long.
        workingset_restore: Integer,
        /// Bytes; gauge.
        swap_bytes: Integer,
        /// Count; counter, as wide as the kernel's long.
        pgpgin: Integer,
        /// Count; counter, as wide as the kernel's long.
        pgpgout: Integer,
        /// Bytes; limit.
        hierarchical_memory_limit_bytes: Limit,
        /// Bytes; limit.
        hierarchical_memsw_limit_bytes: Limit,
        /// Bytes; gauge.
        local_cache_bytes: Integer,
        /// Bytes; gauge.
        local_rss_bytes: Integer,
        /// Bytes; gauge.
        local_rss_huge_bytes: Integer,
        /// Bytes; gauge.
        local_shmem_bytes: Integer,
        /// Bytes; gauge.
        local_mapped_file_bytes: Integer,
        /// Bytes; gauge.
        local_dirty_bytes: Integer,
        /// Bytes; gauge.
        local_writeback_bytes: Integer,
        /// Count; counter, as wide as the kernel's long.
        local_workingset_refault_anon: Integer,
        /// Count; counter, as wide as the kernel's long.
        local_workingset_refault_file: Integer,
        /// Bytes; gauge.
        local_swap_bytes: Integer,
        /// Bytes; gauge.
        local_swapcached_bytes: Integer,
        /// Count; counter, as wide as the kernel's long.
        local_pgpgin: Integer,
        /// Count; counter, as wide as the kernel's long.
        local_pgpgout: Integer,
        /// Count; counter, as wide as the kernel's long.
        local_pgfault: Integer,
        /// Count; counter, as wide as the kernel's long.
        local_pgmajfault: Integer,
        /// Bytes; gauge.
        local_inactive_anon_bytes: Integer,
        /// Bytes; gauge.
        local_active_anon_bytes: Integer,
        /// Bytes; gauge.
        local_inactive_file_bytes: Integer,
        /// Bytes; gauge.
        local_active_file_bytes: Integer,
        /// Bytes; gauge.
        local_unevictable_bytes: Integer,
    }
    /// `struct vmm_cgroup`, of which the headers tell more.
    Cgroup, "cgroup", 11 {
        /// Count; identity.
        instance_id: Integer,
        /// Microseconds; counter, 64 bits.
        usage_usec: Integer,
        /// Microseconds; counter, 64 bits.
        user_usec: Integer,
        /// Microseconds; counter, 64 bits.
        system_usec: Integer,
        /// Microseconds; counter, 64 bits.
        nice_usec: Integer,
        /// Microseconds; counter, 64 bits.
        core_sched_force_idle_usec: Integer,
        /// Count; counter, 32 bits.
        nr_periods: Integer,
        /// Count; counter, 32 bits.
        nr_throttled: Integer,
        /// Microseconds; counter, 64 bits.
        throttled_usec: Integer,
        /// Count; counter, 32 bits.
        nr_bursts: Integer,
        /// Microseconds; counter, 64 bits.
        burst_usec: Integer,
        /// Nanoseconds; counter, 64 bits.
        throttled_time_ns: Integer,
        /// Nanoseconds; counter, 64 bits.
        burst_time_ns: Integer,
        /// Nanoseconds; counter, 64 bits.
        wait_sum_ns: Integer,
        /// Microseconds; counter, 64 bits.
        cpu_stat_local_throttled_usec: Integer,
        /// Nanoseconds; counter, 64 bits.
        cpu_stat_local_throttled_time_ns: Integer,
        /// Microseconds; limit.
        cpu_max_usec: Limit,
        /// Microseconds; gauge.
        cpu_max_period_usec: Integer,
        /// Microseconds; limit.
        cpu_max_burst_usec: Limit,
        /// Count; gauge.
        cpu_weight: Integer,
        /// Count; gauge.
        cpu_weight_nice: Real,
        /// Count; gauge.
        cpu_idle: Integer,
        /// Hundredths; limit.
        cpu_uclamp_min_hundredths: Limit,
        /// Hundredths; limit.
        cpu_uclamp_max_hundredths: Limit,
        /// Bytes; gauge.
        memory_current_bytes: Integer,
        /// Bytes; gauge.
        memory_peak_bytes: Integer,
        /// Bytes; limit.
        memory_min_bytes: Limit,
        /// Bytes; limit.
        memory_low_bytes: Limit,
        /// Bytes; limit.
        memory_high_bytes: Limit,
        /// Bytes; limit.
        memory_max_bytes: Limit,
        /// Count; gauge.
        memory_oom_group: Integer,
        /// Count; counter, as wide as the kernel's long.
        memory_events_low: Integer,
        /// Count; counter, as wide as the kernel's long.
        memory_events_high: Integer,
        /// Count; counter, as wide as the kernel's long.
        memory_events_max: Integer,
        /// Count; counter, as wide as the kernel's long.
        memory_events_oom: Integer,
        /// Count; counter, as wide as the kernel's long.
        memory_events_oom_kill: Integer,
        /// Count; counter, as wide as the kernel's long.
        memory_events_oom_group_kill: Integer,
        /// Count; counter, as wide as the kernel's long.
        memory_events_sock_throttled: Integer,
        /// Count; counter, as wide as the kernel's long.
        memory_events_local_low: Integer,
        /// Count; counter, as wide as the kernel's long.
        memory_events_local_high: Integer,
        /// Count; counter, as wide as the kernel's long.
        memory_events_local_max: Integer,
        /// Count; counter, as wide as the kernel's long.
        memory_events_local_oom: Integer,
        /// Count; counter, as wide as the kernel's long.
        memory_events_local_oom_kill: Integer,
        /// Count; counter, as wide as the kernel's long.
        memory_events_local_oom_group_kill: Integer,
        /// Count; counter, as wide as the kernel's long.
        memory_events_local_sock_throttled: Integer,
        /// Bytes; gauge.
        memory_swap_current_bytes: Integer,
        /// Bytes; gauge.
        memory_swap_peak_bytes: Integer,
        /// Bytes; limit.
        memory_swap_high_bytes: Limit,
        /// Bytes; limit.
        memory_swap_max_bytes: Limit,
        /// Count; counter, as wide as the kernel's long.
        memory_swap_events_high: Integer,
        /// Count; counter, as wide as the kernel's long.
        memory_swap_events_max: Integer,
        /// Count; counter, as wide as the kernel's long.
        memory_swap_events_fail: Integer,
        /// Bytes; gauge.
        memory_zswap_current_bytes: Integer,
        /// Bytes; limit.
        memory_zswap_max_bytes: Limit,
        /// Count; gauge.
        memory_zswap_writeback: Integer,
        /// Count; gauge.
        pids_current: Integer,
        /// Count; gauge.
        pids_peak: Integer,
        /// Count; limit.
        pids_max: Limit,
        /// Count; counter, 64 bits.
        pids_events_max: Integer,
        /// Count; counter, 64 bits.
        pids_events_local_max: Integer,
        /// Count; gauge.
        cgroup_stat_nr_descendants: Integer,
        /// Count; gauge.
        cgroup_stat_nr_dying_descendants: Integer,
        /// Microseconds; counter, 64 bits.
        cgroup_stat_local_frozen_usec: Integer,
        /// Count; gauge.
        cgroup_events_populated: Integer,
        /// Count; gauge.
        cgroup_events_frozen: Integer,
        /// Count; gauge.
        cgroup_type: Integer,
        /// Count; gauge.
        cgroup_freeze: Integer,
        /// Count; limit.
        cgroup_max_depth: Limit,
        /// Count; limit.
        cgroup_max_descendants: Limit,
        /// Count; gauge.
        cpuset_cpus_effective: Integer,
        /// Count; gauge.
        cpuset_mems_effective: Integer,
        /// Nanoseconds; counter, 64 bits.
        cpuacct_usage_ns: Integer,
        /// Ticks; counter, 64 bits.
        cpuacct_stat_user_ticks: Integer,
        /// Ticks; counter, 64 bits.
        cpuacct_stat_system_ticks: Integer,
        /// Count; gauge.
        cpu_shares: Integer,
        /// Bytes; limit.
        memory_soft_limit_bytes: Limit,
        /// Count; counter, as wide as the kernel's long.
        memory_failcnt: Integer,
        /// Bytes; gauge.
        memory_memsw_usage_bytes: Integer,
        /// Bytes; gauge.
        memory_memsw_max_usage_bytes: Integer,
        /// Bytes; limit.
        memory_memsw_limit_bytes: Limit,
        /// Count; counter, as wide as the kernel's long.
        memory_memsw_failcnt: Integer,
        /// Bytes; gauge.
        memory_kmem_usage_bytes: Integer,
        /// Bytes; gauge.
        memory_kmem_max_usage_bytes: Integer,
        /// Bytes; limit.
        memory_kmem_limit_bytes: Limit,
        /// Count; counter, as wide as the kernel's long.
        memory_kmem_failcnt: Integer,
        /// Bytes; gauge.
        memory_kmem_tcp_usage_bytes: Integer,
        /// Bytes; gauge.
        memory_kmem_tcp_max_usage_bytes: Integer,
        /// Bytes; limit.
        memory_kmem_tcp_limit_bytes: Limit,
        /// Count; counter, as wide as the kernel's long.
        memory_kmem_tcp_failcnt: Integer,
        /// Count; gauge.
        memory_oom_control_oom_kill_disable: Integer,
        /// Count; gauge.
        memory_oom_control_under_oom: Integer,
        /// Count; counter, as wide as the kernel's long.
        memory_oom_control_oom_kill: Integer,
    }
    /// `struct vmm_cgroup_usage`, of which the headers tell more.
    CgroupUsage, "cgroup_usage", 12 {
        /// Count; gauge.
        cores_used: Real,
        /// Count; gauge.
        user_cores: Real,
        /// Count; gauge.
        system_cores: Real,
        /// Ratio; gauge.
        cpu_limit_used_ratio: Real,
        /// Ratio; gauge.
        throttled_periods_ratio: Real,
        /// Count; gauge.
        throttled_cores: Real,
        /// Count; gauge.
        memory_events_low: Integer,
        /// Count; gauge.
        memory_events_high: Integer,
        /// Count; gauge.
        memory_events_max: Integer,
        /// Count; gauge.
        memory_events_oom: Integer,
        /// Count; gauge.
        memory_events_oom_kill: Integer,
        /// Count; gauge.
        memory_events_oom_group_kill: Integer,
        /// Count; gauge.
        memory_swap_events_max: Integer,
        /// Count; gauge.
        memory_swap_events_fail: Integer,
        /// Count; gauge.
        pids_events_max: Integer,
        /// Count; gauge.
        memory_failcnt: Integer,
        /// Count; gauge.
        memory_oom_control_oom_kill: Integer,
    }
    /// `struct vmm_cgroup_memory_usage`, of which the headers tell more.
    CgroupMemoryUsage, "cgroup_memory_usage", 13 {
        /// Bytes; gauge.
        used_bytes: Integer,
        /// Bytes; gauge.
        working_set_cadvisor_bytes: Integer,
        /// Bytes; gauge.
        working_set_docker_bytes: Integer,
        /// Bytes; limit.
        limit_bytes: Limit,
        /// Ratio; gauge.
        used_ratio: Real,
        /// Ratio; gauge.
        working_set_cadvisor_ratio: Real,
        /// Ratio; gauge.
        working_set_docker_ratio: Real,
    }
    /// `struct vmm_cgroup_io`, of which the headers tell more.
    CgroupIo, "cgroup_io", 14 {
        /// Count; identity.
        major: Integer,
        /// Count; identity.
        minor: Integer,
        /// Count; identity.
        instance_id: Integer,
        /// Bytes; counter, 64 bits.
        rbytes: Integer,
        /// Bytes; counter, 64 bits.
        wbytes: Integer,
        /// Count; counter, 64 bits.
        rios: Integer,
        /// Count; counter, 64 bits.
        wios: Integer,
        /// Bytes; counter, 64 bits.
        dbytes: Integer,
        /// Count; counter, 64 bits.
        dios: Integer,
        /// Bytes/s; limit.
        max_rbps_bytes_per_second: Limit,
        /// Bytes/s; limit.
        max_wbps_bytes_per_second: Limit,
        /// 1/s; limit.
        max_riops_per_second: Limit,
        /// 1/s; limit.
        max_wiops_per_second: Limit,
    }
    /// `struct vmm_cgroup_io_rate`, of which the headers tell more.
    CgroupIoRate, "cgroup_io_rate", 15 {
        /// Count; identity.
        major: Integer,
        /// Count; identity.
        minor: Integer,
        /// Bytes/s; gauge.
        rbytes_per_second: Real,
        /// Bytes/s; gauge.
        wbytes_per_second: Real,
        /// 1/s; gauge.
        rios_per_second: Real,
        /// 1/s; gauge.
        wios_per_second: Real,
        /// Bytes/s; gauge.
        dbytes_per_second: Real,
        /// 1/s; gauge.
        dios_per_second: Real,
    }
    /// `struct vmm_process`, of which the headers tell more.
    Process, "process", 16 {
        /// Count; identity.
        pid: Integer,
        /// Count; identity.
        comm: Name<64>,
        /// Count; identity.
        vcpu: Integer,
        /// Count; gauge.
        state: Integer,
        /// Count; identity.
        ppid: Integer,
        /// Count; identity.
        pgrp: Integer,
        /// Count; identity.
        session: Integer,
        /// Count; identity.
        tty_nr: Integer,
        /// Count; identity.
        tpgid: Integer,
        /// Count; gauge.
        flags: Integer,
        /// Count; counter, as wide as the kernel's long.
        minflt: Integer,
        /// Count; counter, as wide as the kernel's long.
        cminflt: Integer,
        /// Count; counter, as wide as the kernel's long.
        majflt: Integer,
        /// Count; counter, as wide as the kernel's long.
        cmajflt: Integer,
        /// Ticks; counter, 64 bits.
        utime_ticks: Integer,
        /// Ticks; counter, 64 bits.
        stime_ticks: Integer,
        /// Ticks; counter, 64 bits.
        cutime_ticks: Integer,
        /// Ticks; counter, 64 bits.
        cstime_ticks: Integer,
        /// Count; gauge.
        priority: Real,
        /// Count; gauge.
        nice: Real,
        /// Count; gauge.
        num_threads: Integer,
        /// Count; gauge.
        itrealvalue: Integer,
        /// Ticks; identity.
        starttime_ticks: Integer,
        /// Bytes; gauge.
        vsize_bytes: Integer,
        /// Pages; gauge.
        rss_pages: Integer,
        /// Bytes; limit.
        rsslim_bytes: Limit,
        /// Count; gauge.
        startcode: Integer,
        /// Count; gauge.
        endcode: Integer,
        /// Count; gauge.
        startstack: Integer,
        /// Count; gauge.
        kstkesp: Integer,
        /// Count; gauge.
        kstkeip: Integer,
        /// Count; gauge.
        signal: Integer,
        /// Count; gauge.
        blocked: Integer,
        /// Count; gauge.
        sigignore: Integer,
        /// Count; gauge.
        sigcatch: Integer,
        /// Count; gauge.
        wchan: Integer,
        /// Count; gauge.
        nswap: Integer,
        /// Count; gauge.
        cnswap: Integer,
        /// Count; gauge.
        exit_signal: Real,
        /// Count; gauge.
        processor: Integer,
        /// Count; gauge.
        rt_priority: Integer,
        /// Count; gauge.
        policy: Integer,
        /// Ticks; counter, 64 bits.
        delayacct_blkio_ticks: Integer,
        /// Ticks; counter, 64 bits.
        guest_time_ticks: Integer,
        /// Ticks; counter, 64 bits.
        cguest_time_ticks: Integer,
        /// Count; gauge.
        start_data: Integer,
        /// Count; gauge.
        end_data: Integer,
        /// Count; gauge.
        start_brk: Integer,
        /// Count; gauge.
        arg_start: Integer,
        /// Count; gauge.
        arg_end: Integer,
        /// Count; gauge.
        env_start: Integer,
        /// Count; gauge.
        env_end: Integer,
        /// Count; gauge.
        exit_code: Integer,
        /// Count; identity.
        tgid: Integer,
        /// Count; gauge.
        fd_size: Integer,
        /// Count; gauge.
        kthread: Integer,
        /// Bytes; gauge.
        vm_peak_bytes: Integer,
        /// Bytes; gauge.
        vm_size_bytes: Integer,
        /// Bytes; gauge.
        vm_lck_bytes: Integer,
        /// Bytes; gauge.
        vm_pin_bytes: Integer,
        /// Bytes; gauge.
        vm_hwm_bytes: Integer,
        /// Bytes; gauge.
        vm_rss_bytes: Integer,
        /// Bytes; gauge.
        rss_anon_bytes: Integer,
        /// Bytes; gauge.
        rss_file_bytes: Integer,
        /// Bytes; gauge.
        rss_shmem_bytes: Integer,
        /// Bytes; gauge.
        vm_data_bytes: Integer,
        /// Bytes; gauge.
        vm_stk_bytes: Integer,
        /// Bytes; gauge.
        vm_exe_bytes: Integer,
        /// Bytes; gauge.
        vm_lib_bytes: Integer,
        /// Bytes; gauge.
        vm_pte_bytes: Integer,
        /// Bytes; gauge.
        vm_swap_bytes: Integer,
        /// Bytes; gauge.
        hugetlb_pages_bytes: Integer,
        /// Count; gauge.
        core_dumping: Integer,
        /// Count; gauge.
        thp_enabled: Integer,
        /// Count; gauge.
        cpus_allowed: Integer,
        /// Count; gauge.
        mems_allowed: Integer,
        /// Count; counter, as wide as the kernel's long.
        voluntary_ctxt_switches: Integer,
        /// Count; counter, as wide as the kernel's long.
        nonvoluntary_ctxt_switches: Integer,
        /// Bytes; gauge.
        vm_pmd_bytes: Integer,
        /// Count; identity.
        uid_real: Integer,
        /// Count; identity.
        uid_effective: Integer,
        /// Count; identity.
        uid_saved: Integer,
        /// Count; identity.
        uid_fs: Integer,
        /// Pages; gauge.
        statm_size_pages: Integer,
        /// Pages; gauge.
        statm_resident_pages: Integer,
        /// Pages; gauge.
        statm_shared_pages: Integer,
        /// Pages; gauge.
        statm_text_pages: Integer,
        /// Pages; gauge.
        statm_lib_pages: Integer,
        /// Pages; gauge.
        statm_data_pages: Integer,
        /// Pages; gauge.
        statm_dt_pages: Integer,
        /// Bytes; counter, 64 bits.
        rchar_bytes: Integer,
        /// Bytes; counter, 64 bits.
        wchar_bytes: Integer,
        /// Count; counter, 64 bits.
        syscr: Integer,
        /// Count; counter, 64 bits.
        syscw: Integer,
        /// Bytes; counter, 64 bits.
        read_bytes: Integer,
        /// Bytes; counter, 64 bits.
        write_bytes: Integer,
        /// Bytes; counter, 64 bits.
        cancelled_write_bytes: Integer,
        /// Nanoseconds; counter, 64 bits.
        run_time_ns: Integer,
        /// Nanoseconds; counter, 64 bits.
        run_delay_ns: Integer,
        /// Count; counter, as wide as the kernel's long.
        timeslices: Integer,
        /// Bytes; gauge.
        smaps_rss_bytes: Integer,
        /// Bytes; gauge.
        smaps_pss_bytes: Integer,
        /// Bytes; gauge.
        smaps_pss_dirty_bytes: Integer,
        /// Bytes; gauge.
        smaps_pss_anon_bytes: Integer,
        /// Bytes; gauge.
        smaps_pss_file_bytes: Integer,
        /// Bytes; gauge.
        smaps_pss_shmem_bytes: Integer,
        /// Bytes; gauge.
        smaps_shared_clean_bytes: Integer,
        /// Bytes; gauge.
        smaps_shared_dirty_bytes: Integer,
        /// Bytes; gauge.
        smaps_private_clean_bytes: Integer,
        /// Bytes; gauge.
        smaps_private_dirty_bytes: Integer,
        /// Bytes; gauge.
        smaps_referenced_bytes: Integer,
        /// Bytes; gauge.
        smaps_anonymous_bytes: Integer,
        /// Bytes; gauge.
        smaps_ksm_bytes: Integer,
        /// Bytes; gauge.
        smaps_lazy_free_bytes: Integer,
        /// Bytes; gauge.
        smaps_anon_huge_pages_bytes: Integer,
        /// Bytes; gauge.
        smaps_shmem_pmd_mapped_bytes: Integer,
        /// Bytes; gauge.
        smaps_file_pmd_mapped_bytes: Integer,
        /// Bytes; gauge.
        smaps_shared_hugetlb_bytes: Integer,
        /// Bytes; gauge.
        smaps_private_hugetlb_bytes: Integer,
        /// Bytes; gauge.
        smaps_swap_bytes: Integer,
        /// Bytes; gauge.
        smaps_swap_pss_bytes: Integer,
        /// Bytes; gauge.
        smaps_locked_bytes: Integer,
    }
    /// `struct vmm_process_usage`, of which the headers tell more.
    ProcessUsage, "process_usage", 17 {
        /// Count; identity.
        pid: Integer,
        /// Ticks; identity.
        starttime_ticks: Integer,
        /// Count; gauge.
        cores_used: Real,
        /// Count; gauge.
        user_cores: Real,
        /// Count; gauge.
        system_cores: Real,
        /// Count; gauge.
        guest_cores: Real,
        /// 1/s; gauge.
        minflt_per_second: Real,
        /// 1/s; gauge.
        majflt_per_second: Real,
        /// Bytes/s; gauge.
        rchar_bytes_per_second: Real,
        /// Bytes/s; gauge.
        wchar_bytes_per_second: Real,
        /// 1/s; gauge.
        syscr_per_second: Real,
        /// 1/s; gauge.
        syscw_per_second: Real,
        /// Bytes/s; gauge.
        read_bytes_per_second: Real,
        /// Bytes/s; gauge.
        write_bytes_per_second: Real,
        /// Bytes/s; gauge.
        cancelled_write_bytes_per_second: Real,
        /// Count; gauge.
        run_delay_cores: Real,
        /// 1/s; gauge.
        voluntary_ctxt_switches_per_second: Real,
        /// 1/s; gauge.
        nonvoluntary_ctxt_switches_per_second: Real,
    }
    /// `struct vmm_threads_usage`, of which the headers tell more.
    ThreadsUsage, "threads_usage", 18 {
        /// Count; gauge.
        threads: Integer,
        /// Count; gauge.
        threads_matched: Integer,
        /// Count; gauge.
        threads_new: Integer,
        /// Count; gauge.
        threads_gone: Integer,
        /// Count; gauge.
        vcpus: Integer,
        /// Count; gauge.
        vcpu_cores: Real,
        /// Count; gauge.
        overhead_cores: Real,
        /// Count; gauge.
        total_cores: Real,
        /// Count; gauge.
        vcpu_run_delay_cores: Real,
        /// Count; gauge.
        overhead_run_delay_cores: Real,
        /// Count; gauge.
        total_run_delay_cores: Real,
        /// 1/s; gauge.
        voluntary_ctxt_switches_per_second: Real,
        /// 1/s; gauge.
        nonvoluntary_ctxt_switches_per_second: Real,
    }
    /// `struct vmm_net`, of which the headers tell more.
    Net, "net", 19 {
        /// Count; identity.
        name: Name<16>,
        /// Count; identity.
        instance_id: Integer,
        /// Count; identity.
        ifindex: Integer,
        /// Count; identity.
        iflink: Integer,
        /// Bytes; counter, 64 bits.
        rx_bytes: Integer,
        /// Count; counter, 64 bits.
        rx_packets: Integer,
        /// Count; counter, 64 bits.
        rx_errors: Integer,
        /// Count; counter, 64 bits.
        net_dev_rx_drop: Integer,
        /// Count; counter, 64 bits.
        rx_fifo_errors: Integer,
        /// Count; counter, 64 bits.
        net_dev_rx_frame: Integer,
        /// Count; counter, 64 bits.
        rx_compressed: Integer,
        /// Count; counter, 64 bits.
        multicast: Integer,
        /// Bytes; counter, 64 bits.
        tx_bytes: Integer,
        /// Count; counter, 64 bits.
        tx_packets: Integer,
        /// Count; counter, 64 bits.
        tx_errors: Integer,
        /// Count; counter, 64 bits.
        tx_dropped: Integer,
        /// Count; counter, 64 bits.
        tx_fifo_errors: Integer,
        /// Count; counter, 64 bits.
        collisions: Integer,
        /// Count; counter, 64 bits.
        net_dev_tx_carrier: Integer,
        /// Count; counter, 64 bits.
        tx_compressed: Integer,
        /// Count; counter, 64 bits.
        rx_dropped: Integer,
        /// Count; counter, 64 bits.
        rx_missed_errors: Integer,
        /// Count; counter, 64 bits.
        rx_length_errors: Integer,
        /// Count; counter, 64 bits.
        rx_over_errors: Integer,
        /// Count; counter, 64 bits.
        rx_crc_errors: Integer,
        /// Count; counter, 64 bits.
        rx_frame_errors: Integer,
        /// Count; counter, 64 bits.
        rx_nohandler: Integer,
        /// Count; counter, 64 bits.
        tx_carrier_errors: Integer,
        /// Count; counter, 64 bits.
        tx_aborted_errors: Integer,
        /// Count; counter, 64 bits.
        tx_window_errors: Integer,
        /// Count; counter, 64 bits.
        tx_heartbeat_errors: Integer,
        /// Count; gauge.
        operstate: Integer,
        /// Count; gauge.
        carrier: Integer,
        /// Count; counter, 32 bits.
        carrier_changes: Integer,
        /// Count; counter, 32 bits.
        carrier_up_count: Integer,
        /// Count; counter, 32 bits.
        carrier_down_count: Integer,
        /// Bits/s; gauge.
        speed_bits_per_second: Integer,
        /// Count; gauge.
        duplex: Integer,
        /// Bytes; limit.
        mtu_bytes: Limit,
        /// Count; gauge.
        flags: Integer,
        /// Count; gauge.
        r#type: Integer,
        /// Count; limit.
        tx_queue_len: Limit,
    }
    /// `struct vmm_net_rate`, of which the headers tell more.
    NetRate, "net_rate", 20 {
        /// Count; identity.
        name: Name<16>,
        /// Count; identity.
        instance_id: Integer,
        /// Count; identity.
        ifindex: Integer,
        /// Bytes/s; gauge.
        rx_bytes_per_second: Real,
        /// Bytes/s; gauge.
        tx_bytes_per_second: Real,
        /// 1/s; gauge.
        rx_packets_per_second: Real,
        /// 1/s; gauge.
        tx_packets_per_second: Real,
        /// 1/s; gauge.
        rx_errors_per_second: Real,
        /// 1/s; gauge.
        tx_errors_per_second: Real,
        /// 1/s; gauge.
        rx_dropped_per_second: Real,
        /// 1/s; gauge.
        tx_dropped_per_second: Real,
        /// 1/s; gauge.
        net_dev_rx_drop_per_second: Real,
        /// 1/s; gauge.
        multicast_per_second: Real,
        /// Ratio; gauge.
        utilisation_sar_ratio: Real,
        /// Count; gauge.
        carrier_changes: Integer,
    }
    /// `struct vmm_socket`, of which the headers tell more.
    Socket, "socket", 21 {
        /// Bytes; identity.
        address_bytes: Integer,
        /// Count; identity.
        local_port: Integer,
        /// Count; identity.
        remote_port: Integer,
        /// Count; gauge.
        state: Integer,
        /// Bytes; gauge.
        tx_queue_bytes: Integer,
        /// Bytes; gauge.
        rx_queue_bytes: Integer,
        /// Count; gauge.
        accept_queue: Integer,
        /// Count; identity.
        uid: Integer,
        /// Count; identity.
        inode: Integer,
        /// Count; counter, 32 bits.
        drops: Integer,
    }
    /// `struct vmm_disk`, of which the headers tell more.
    Disk, "disk", 22 {
        /// Count; identity.
        major: Integer,
        /// Count; identity.
        minor: Integer,
        /// Count; identity.
        name: Name<32>,
        /// Count; identity.
        diskseq: Integer,
        /// Count; counter, as wide as the kernel's long.
        reads: Integer,
        /// Count; counter, as wide as the kernel's long.
        reads_merged: Integer,
        /// Bytes; counter, as wide as the kernel's long.
        read_bytes: Integer,
        /// Milliseconds; counter, 32 bits.
        read_ms: Integer,
        /// Count; counter, as wide as the kernel's long.
        writes: Integer,
        /// Count; counter, as wide as the kernel's long.
        writes_merged: Integer,
        /// Bytes; counter, as wide as the kernel's long.
        written_bytes: Integer,
        /// Milliseconds; counter, 32 bits.
        write_ms: Integer,
        /// Count; gauge.
        in_flight: Integer,
        /// Milliseconds; counter, 32 bits.
        io_ms: Integer,
        /// Milliseconds; counter, 32 bits.
        weighted_io_ms: Integer,
        /// Count; counter, as wide as the kernel's long.
        discards: Integer,
        /// Count; counter, as wide as the kernel's long.
        discards_merged: Integer,
        /// Bytes; counter, as wide as the kernel's long.
        discarded_bytes: Integer,
        /// Milliseconds; counter, 32 bits.
        discard_ms: Integer,
        /// Count; counter, as wide as the kernel's long.
        flushes: Integer,
        /// Milliseconds; counter, 32 bits.
        flush_ms: Integer,
        /// Bytes; gauge.
        size_bytes: Integer,
        /// Count; gauge.
        ro: Integer,
        /// Count; gauge.
        inflight_reads: Integer,
        /// Count; gauge.
        inflight_writes: Integer,
    }
    /// `struct vmm_disk_rate`, of which the headers tell more.
    DiskRate, "disk_rate", 23 {
        /// Count; identity.
        major: Integer,
        /// Count; identity.
        minor: Integer,
        /// Count; identity.
        name: Name<32>,
        /// 1/s; gauge.
        reads_per_second: Real,
        /// 1/s; gauge.
        reads_merged_per_second: Real,
        /// Bytes/s; gauge.
        read_bytes_per_second: Real,
        /// Ratio; gauge.
        reads_merged_ratio: Real,
        /// Milliseconds; gauge.
        read_await_ms: Real,
        /// Bytes; gauge.
        mean_read_bytes: Real,
        /// 1/s; gauge.
        writes_per_second: Real,
        /// 1/s; gauge.
        writes_merged_per_second: Real,
        /// Bytes/s; gauge.
        written_bytes_per_second: Real,
        /// Ratio; gauge.
        writes_merged_ratio: Real,
        /// Milliseconds; gauge.
        write_await_ms: Real,
        /// Bytes; gauge.
        mean_write_bytes: Real,
        /// 1/s; gauge.
        discards_per_second: Real,
        /// 1/s; gauge.
        discards_merged_per_second: Real,
        /// Bytes/s; gauge.
        discarded_bytes_per_second: Real,
        /// Ratio; gauge.
        discards_merged_ratio: Real,
        /// Milliseconds; gauge.
        discard_await_ms: Real,
        /// Bytes; gauge.
        mean_discard_bytes: Real,
        /// 1/s; gauge.
        flushes_per_second: Real,
        /// Milliseconds; gauge.
        flush_await_ms: Real,
        /// 1/s; gauge.
        transfers_per_second: Real,
        /// Milliseconds; gauge.
        await_ms: Real,
        /// Bytes; gauge.
        mean_transfer_bytes: Real,
        /// Count; gauge.
        queue_length: Real,
        /// Ratio; gauge.
        busy_ratio: Real,
        /// Count; gauge.
        in_flight: Integer,
    }
    /// `struct vmm_system`, of which the headers tell more.
    System, "system", 24 {
        /// Hundredths; gauge.
        load1_hundredths: Integer,
        /// Hundredths; gauge.
        load5_hundredths: Integer,
        /// Hundredths; gauge.
        load15_hundredths: Integer,
        /// Count; gauge.
        tasks_runnable: Integer,
        /// Count; gauge.
        tasks: Integer,
        /// Count; gauge.
        last_pid: Integer,
        /// Hundredths; counter, 64 bits.
        uptime_hundredths: Integer,
        /// Hundredths; counter, 64 bits.
        idle_hundredths: Integer,
    }
    /// `struct vmm_vmstat`, of which the headers tell more.
    Vmstat, "vmstat", 25 {
        /// Pages; gauge.
        nr_free_pages: Integer,
        /// Pages; gauge.
        nr_mlock_pages: Integer,
        /// Pages; gauge.
        nr_free_cma_pages: Integer,
        /// Pages; gauge.
        nr_inactive_anon_pages: Integer,
        /// Pages; gauge.
        nr_active_anon_pages: Integer,
        /// Pages; gauge.
        nr_inactive_file_pages: Integer,
        /// Pages; gauge.
        nr_active_file_pages: Integer,
        /// Pages; gauge.
        nr_unevictable_pages: Integer,
        /// Pages; gauge.
        nr_slab_reclaimable_pages: Integer,
        /// Pages; gauge.
        nr_slab_unreclaimable_pages: Integer,
        /// Count; gauge.
        workingset_nodes: Integer,
        /// Pages; counter, as wide as the kernel's long.
        workingset_refault_anon_pages: Integer,
        /// Pages; counter, as wide as the kernel's long.
        workingset_refault_file_pages: Integer,
        /// Pages; counter, as wide as the kernel's long.
        workingset_activate_anon_pages: Integer,
        /// Pages; counter, as wide as the kernel's long.
        workingset_activate_file_pages: Integer,
        /// Pages; counter, as wide as the kernel's long.
        workingset_restore_anon_pages: Integer,
        /// Pages; counter, as wide as the kernel's long.
        workingset_restore_file_pages: Integer,
        /// Count; counter, as wide as the kernel's long.
        workingset_nodereclaim: Integer,
        /// Pages; gauge.
        nr_anon_pages: Integer,
        /// Pages; gauge.
        nr_mapped_pages: Integer,
        /// Pages; gauge.
        nr_file_pages: Integer,
        /// Pages; gauge.
        nr_dirty_pages: Integer,
        /// Pages; gauge.
        nr_writeback_pages: Integer,
        /// Pages; gauge.
        nr_shmem_pages: Integer,
        /// Pages; counter, as wide as the kernel's long.
        nr_vmscan_write_pages: Integer,
        /// Pages; counter, as wide as the kernel's long.
        nr_dirtied_pages: Integer,
        /// Pages; counter, as wide as the kernel's long.
        nr_written_pages: Integer,
        /// Pages; counter, as wide as the kernel's long.
        nr_throttled_written_pages: Integer,
        /// Pages; gauge.
        nr_page_table_pages: Integer,
        /// Pages; gauge.
        nr_swapcached_pages: Integer,
        /// Pages; gauge.
        nr_balloon_pages: Integer,
        /// Bytes; counter, as wide as the kernel's long.
        pgpgin_bytes: Integer,
        /// Bytes; counter, as wide as the kernel's long.
        pgpgout_bytes: Integer,
        /// Pages; counter, as wide as the kernel's long.
        pswpin_pages: Integer,
        /// Pages; counter, as wide as the kernel's long.
        pswpout_pages: Integer,
        /// Count; counter, as wide as the kernel's long.
        allocstall_dma: Integer,
        /// Count; counter, as wide as the kernel's long.
        allocstall_dma32: Integer,
        /// Count; counter, as wide as the kernel's long.
        allocstall_normal: Integer,
        /// Count; counter, as wide as the kernel's long.
        allocstall_high: Integer,
        /// Count; counter, as wide as the kernel's long.
        allocstall_movable: Integer,
        /// Count; counter, as wide as the kernel's long.
        allocstall_device: Integer,
        /// Pages; counter, as wide as the kernel's long.
        pgfree_pages: Integer,
        /// Pages; counter, as wide as the kernel's long.
        pgactivate_pages: Integer,
        /// Pages; counter, as wide as the kernel's long.
        pgdeactivate_pages: Integer,
        /// Pages; counter, as wide as the kernel's long.
        pglazyfree_pages: Integer,
        /// Count; counter, as wide as the kernel's long.
        pgfault: Integer,
        /// Count; counter, as wide as the kernel's long.
        pgmajfault: Integer,
        /// Pages; counter, as wide as the kernel's long.
        pglazyfreed_pages: Integer,
        /// Pages; counter, as wide as the kernel's long.
        pgrefill_pages: Integer,
        /// Count; counter, as wide as the kernel's long.
        pgreuse: Integer,
        /// Pages; counter, as wide as the kernel's long.
        pgsteal_kswapd_pages: Integer,
        /// Pages; counter, as wide as the kernel's long.
        pgsteal_direct_pages: Integer,
        /// Pages; counter, as wide as the kernel's long.
        pgsteal_khugepaged_pages: Integer,
        /// Pages; counter, as wide as the kernel's long.
        pgsteal_proactive_pages: Integer,
        /// Pages; counter, as wide as the kernel's long.
        pgscan_kswapd_pages: Integer,
        /// Pages; counter, as wide as the kernel's long.
        pgscan_direct_pages: Integer,
        /// Pages; counter, as wide as the kernel's long.
        pgscan_khugepaged_pages: Integer,
        /// Pages; counter, as wide as the kernel's long.
        pgscan_proactive_pages: Integer,
        /// Count; counter, as wide as the kernel's long.
        pgscan_direct_throttle: Integer,
        /// Pages; counter, as wide as the kernel's long.
        pgscan_anon_pages: Integer,
        /// Pages; counter, as wide as the kernel's long.
        pgscan_file_pages: Integer,
        /// Pages; counter, as wide as the kernel's long.
        pgsteal_anon_pages: Integer,
        /// Pages; counter, as wide as the kernel's long.
        pgsteal_file_pages: Integer,
        /// Count; counter, as wide as the kernel's long.
        slabs_scanned: Integer,
        /// Count; counter, as wide as the kernel's long.
        pageoutrun: Integer,
        /// Pages; counter, as wide as the kernel's long.
        pgrotated_pages: Integer,
        /// Count; counter, as wide as the kernel's long.
        drop_pagecache: Integer,
        /// Count; counter, as wide as the kernel's long.
        drop_slab: Integer,
        /// Count; counter, as wide as the kernel's long.
        oom_kill: Integer,
        /// Pages; counter, as wide as the kernel's long.
        pgmigrate_success_pages: Integer,
        /// Pages; counter, as wide as the kernel's long.
        pgmigrate_fail_pages: Integer,
        /// Count; counter, as wide as the kernel's long.
        compact_stall: Integer,
        /// Count; counter, as wide as the kernel's long.
        compact_fail: Integer,
        /// Count; counter, as wide as the kernel's long.
        compact_success: Integer,
        /// Count; counter, as wide as the kernel's long.
        compact_daemon_wake: Integer,
        /// Count; counter, as wide as the kernel's long.
        thp_fault_alloc: Integer,
        /// Count; counter, as wide as the kernel's long.
        thp_fault_fallback: Integer,
        /// Count; counter, as wide as the kernel's long.
        thp_collapse_alloc: Integer,
        /// Count; counter, as wide as the kernel's long.
        thp_collapse_alloc_failed: Integer,
        /// Count; counter, as wide as the kernel's long.
        thp_file_alloc: Integer,
        /// Count; counter, as wide as the kernel's long.
        thp_file_mapped: Integer,
        /// Count; counter, as wide as the kernel's long.
        thp_split_page: Integer,
        /// Count; counter, as wide as the kernel's long.
        thp_split_page_failed: Integer,
        /// Count; counter, as wide as the kernel's long.
        thp_deferred_split_page: Integer,
        /// Count; counter, as wide as the kernel's long.
        thp_split_pmd: Integer,
        /// Count; counter, as wide as the kernel's long.
        thp_zero_page_alloc: Integer,
        /// Count; counter, as wide as the kernel's long.
        thp_swpout: Integer,
        /// Count; counter, as wide as the kernel's long.
        thp_swpout_fallback: Integer,
        /// Pages; counter, as wide as the kernel's long.
        balloon_inflate_pages: Integer,
        /// Pages; counter, as wide as the kernel's long.
        balloon_deflate_pages: Integer,
        /// Pages; counter, as wide as the kernel's long.
        balloon_migrate_pages: Integer,
        /// Pages; counter, as wide as the kernel's long.
        swap_ra_pages: Integer,
        /// Pages; counter, as wide as the kernel's long.
        swap_ra_hit_pages: Integer,
        /// Pages; counter, as wide as the kernel's long.
        swpin_zero_pages: Integer,
        /// Pages; counter, as wide as the kernel's long.
        swpout_zero_pages: Integer,
        /// Pages; counter, as wide as the kernel's long.
        zswpin_pages: Integer,
        /// Pages; counter, as wide as the kernel's long.
        zswpout_pages: Integer,
        /// Pages; counter, as wide as the kernel's long.
        zswpwb_pages: Integer,
        /// Pages; counter, as wide as the kernel's long.
        workingset_refault_pages: Integer,
        /// Pages; counter, as wide as the kernel's long.
        workingset_activate_pages: Integer,
        /// Pages; counter, as wide as the kernel's long.
        workingset_restore_pages: Integer,
        /// Count; counter, as wide as the kernel's long.
        allocstall: Integer,
        /// Pages; counter, as wide as the kernel's long.
        pgsteal_kswapd_dma_pages: Integer,
        /// Pages; counter, as wide as the kernel's long.
        pgsteal_kswapd_dma32_pages: Integer,
        /// Pages; counter, as wide as the kernel's long.
        pgsteal_kswapd_normal_pages: Integer,
        /// Pages; counter, as wide as the kernel's long.
        pgsteal_kswapd_high_pages: Integer,
        /// Pages; counter, as wide as the kernel's long.
        pgsteal_kswapd_movable_pages: Integer,
        /// Pages; counter, as wide as the kernel's long.
        pgsteal_direct_dma_pages: Integer,
        /// Pages; counter, as wide as the kernel's long.
        pgsteal_direct_dma32_pages: Integer,
        /// Pages; counter, as wide as the kernel's long.
        pgsteal_direct_normal_pages: Integer,
        /// Pages; counter, as wide as the kernel's long.
        pgsteal_direct_high_pages: Integer,
        /// Pages; counter, as wide as the kernel's long.
        pgsteal_direct_movable_pages: Integer,
        /// Pages; counter, as wide as the kernel's long.
        pgscan_kswapd_dma_pages: Integer,
        /// Pages; counter, as wide as the kernel's long.
        pgscan_kswapd_dma32_pages: Integer,
        /// Pages; counter, as wide as the kernel's long.
        pgscan_kswapd_normal_pages: Integer,
        /// Pages; counter, as wide as the kernel's long.
        pgscan_kswapd_high_pages: Integer,
        /// Pages; counter, as wide as the kernel's long.
        pgscan_kswapd_movable_pages: Integer,
        /// Pages; counter, as wide as the kernel's long.
        pgscan_direct_dma_pages: Integer,
        /// Pages; counter, as wide as the kernel's long.
        pgscan_direct_dma32_pages: Integer,
        /// Pages; counter, as wide as the kernel's long.
        pgscan_direct_normal_pages: Integer,
        /// Pages; counter, as wide as the kernel's long.
        pgscan_direct_high_pages: Integer,
        /// Pages; counter, as wide as the kernel's long.
        pgscan_direct_movable_pages: Integer,
        /// Count; counter, as wide as the kernel's long.
        thp_split: Integer,
    }
    /// `struct vmm_balloon`, of which the headers tell more.
    Balloon, "balloon", 26 {
        /// Bytes; gauge.
        target_bytes: Integer,
        /// Bytes; gauge.
        actual_bytes: Integer,
        /// Bytes; gauge.
        target_mib_bytes: Integer,
        /// Bytes; gauge.
        actual_mib_bytes: Integer,
        /// Bytes; gauge.
        logical_vm_size_bytes: Integer,
        /// Seconds; gauge.
        last_update_seconds: Integer,
        /// Bytes; counter, 64 bits.
        swap_in_bytes: Integer,
        /// Bytes; counter, 64 bits.
        swap_out_bytes: Integer,
        /// Count; counter, as wide as the kernel's long.
        major_faults: Integer,
        /// Count; counter, as wide as the kernel's long.
        minor_faults: Integer,
        /// Bytes; gauge.
        free_memory_bytes: Integer,
        /// Bytes; gauge.
        total_memory_bytes: Integer,
        /// Bytes; gauge.
        available_memory_bytes: Integer,
        /// Bytes; gauge.
        disk_caches_bytes: Integer,
        /// Count; counter, as wide as the kernel's long.
        hugetlb_allocations: Integer,
        /// Count; counter, as wide as the kernel's long.
        hugetlb_failures: Integer,
        /// Count; counter, as wide as the kernel's long.
        oom_kill: Integer,
        /// Count; counter, as wide as the kernel's long.
        alloc_stall: Integer,
        /// Bytes; counter, 64 bits.
        async_scan_bytes: Integer,
        /// Bytes; counter, 64 bits.
        direct_scan_bytes: Integer,
        /// Bytes; counter, 64 bits.
        async_reclaim_bytes: Integer,
        /// Bytes; counter, 64 bits.
        direct_reclaim_bytes: Integer,
    }
    /// `struct vmm_hypervisor`, of which the headers tell more.
    Hypervisor, "hypervisor", 27 {
        /// Milliseconds; gauge.
        utc_timestamp_ms: Integer,
        /// Microseconds; gauge.
        process_startup_time_usec: Integer,
        /// Microseconds; gauge.
        process_startup_time_cpu_usec: Integer,
        /// Count; increment.
        balloon_inflate_count: Integer,
        /// Count; increment.
        balloon_stats_updates_count: Integer,
        /// Count; increment.
        balloon_stats_update_fails: Integer,
        /// Count; increment.
        balloon_deflate_count: Integer,
        /// Count; increment.
        balloon_event_fails: Integer,
        /// Bytes; increment.
        balloon_free_page_report_freed_bytes: Integer,
        /// Bytes; increment.
        balloon_free_page_hint_freed_bytes: Integer,
        /// Count; increment.
        block_no_avail_buffer: Integer,
        /// Count; increment.
        block_event_fails: Integer,
        /// Count; increment.
        block_execute_fails: Integer,
        /// Count; increment.
        block_invalid_reqs_count: Integer,
        /// Count; increment.
        block_flush_count: Integer,
        /// Bytes; increment.
        block_read_bytes: Integer,
        /// Bytes; increment.
        block_write_bytes: Integer,
        /// Count; increment.
        block_read_count: Integer,
        /// Count; increment.
        block_write_count: Integer,
        /// Count; increment.
        block_rate_limiter_throttled_events: Integer,
        /// Count; increment.
        block_io_engine_throttled_events: Integer,
        /// Microseconds; increment.
        block_read_agg_sum_usec: Integer,
        /// Microseconds; increment.
        block_write_agg_sum_usec: Integer,
        /// Microseconds; gauge.
        full_create_snapshot_usec: Integer,
        /// Microseconds; gauge.
        diff_create_snapshot_usec: Integer,
        /// Microseconds; gauge.
        load_snapshot_usec: Integer,
        /// Microseconds; gauge.
        pause_vm_usec: Integer,
        /// Microseconds; gauge.
        resume_vm_usec: Integer,
        /// Microseconds; gauge.
        vmm_full_create_snapshot_usec: Integer,
        /// Microseconds; gauge.
        vmm_diff_create_snapshot_usec: Integer,
        /// Microseconds; gauge.
        vmm_load_snapshot_usec: Integer,
        /// Microseconds; gauge.
        vmm_pause_vm_usec: Integer,
        /// Microseconds; gauge.
        vmm_resume_vm_usec: Integer,
        /// Count; increment.
        logger_missed_metrics_count: Integer,
        /// Count; increment.
        logger_metrics_fails: Integer,
        /// Count; increment.
        logger_missed_log_count: Integer,
        /// Count; increment.
        net_no_rx_avail_buffer: Integer,
        /// Count; increment.
        net_no_tx_avail_buffer: Integer,
        /// Count; increment.
        net_event_fails: Integer,
        /// Count; increment.
        net_rx_rate_limiter_throttled: Integer,
        /// Bytes; increment.
        net_rx_bytes: Integer,
        /// Count; increment.
        net_rx_packets: Integer,
        /// Count; increment.
        net_rx_fails: Integer,
        /// Count; increment.
        net_tap_read_fails: Integer,
        /// Count; increment.
        net_tap_write_fails: Integer,
        /// Bytes; increment.
        net_tx_bytes: Integer,
        /// Count; increment.
        net_tx_malformed_frames: Integer,
        /// Count; increment.
        net_tx_fails: Integer,
        /// Count; increment.
        net_tx_packets: Integer,
        /// Count; increment.
        net_tx_rate_limiter_throttled: Integer,
        /// Count; increment.
        net_tx_spoofed_mac_count: Integer,
        /// Microseconds; increment.
        net_tap_write_agg_sum_usec: Integer,
        /// Count; gauge.
        seccomp_num_faults: Integer,
        /// Count; increment.
        vcpu_exit_io_in: Integer,
        /// Count; increment.
        vcpu_exit_io_out: Integer,
        /// Count; increment.
        vcpu_exit_mmio_read: Integer,
        /// Count; increment.
        vcpu_exit_mmio_write: Integer,
        /// Count; increment.
        vcpu_failures: Integer,
        /// Count; increment.
        vcpu_kvmclock_ctrl_fails: Integer,
        /// Microseconds; gauge.
        vcpu_exit_io_in_agg_min_usec: Integer,
        /// Microseconds; gauge.
        vcpu_exit_io_in_agg_max_usec: Integer,
        /// Microseconds; increment.
        vcpu_exit_io_in_agg_sum_usec: Integer,
        /// Microseconds; gauge.
        vcpu_exit_io_out_agg_min_usec: Integer,
        /// Microseconds; gauge.
        vcpu_exit_io_out_agg_max_usec: Integer,
        /// Microseconds; increment.
        vcpu_exit_io_out_agg_sum_usec: Integer,
        /// Microseconds; gauge.
        vcpu_exit_mmio_read_agg_min_usec: Integer,
        /// Microseconds; gauge.
        vcpu_exit_mmio_read_agg_max_usec: Integer,
        /// Microseconds; increment.
        vcpu_exit_mmio_read_agg_sum_usec: Integer,
        /// Microseconds; gauge.
        vcpu_exit_mmio_write_agg_min_usec: Integer,
        /// Microseconds; gauge.
        vcpu_exit_mmio_write_agg_max_usec: Integer,
        /// Microseconds; increment.
        vcpu_exit_mmio_write_agg_sum_usec: Integer,
        /// Count; gauge.
        vmm_panic_count: Integer,
        /// Count; gauge.
        signals_sigbus: Integer,
        /// Count; gauge.
        signals_sigsegv: Integer,
        /// Count; gauge.
        signals_sigxfsz: Integer,
        /// Count; gauge.
        signals_sigxcpu: Integer,
        /// Count; increment.
        signals_sigpipe: Integer,
        /// Count; gauge.
        signals_sighup: Integer,
        /// Count; gauge.
        signals_sigill: Integer,
    }
    /// `struct vmm_hypervisor_device`, of which the headers tell more.
    HypervisorDevice, "hypervisor_device", 28 {
        /// Count; identity.
        name: Name<64>,
        /// Count; identity.
        device_kind: Integer,
        /// Count; identity.
        instance_id: Integer,
        /// Count; increment.
        activate_fails: Integer,
        /// Count; increment.
        cfg_fails: Integer,
        /// Count; increment.
        no_avail_buffer: Integer,
        /// Count; increment.
        event_fails: Integer,
        /// Count; increment.
        execute_fails: Integer,
        /// Count; increment.
        invalid_reqs_count: Integer,
        /// Count; increment.
        flush_count: Integer,
        /// Bytes; increment.
        increment_read_bytes: Integer,
        /// Bytes; increment.
        increment_write_bytes: Integer,
        /// Count; increment.
        increment_read_count: Integer,
        /// Count; increment.
        increment_write_count: Integer,
        /// Count; increment.
        rate_limiter_throttled_events: Integer,
        /// Count; increment.
        io_engine_throttled_events: Integer,
        /// Microseconds; gauge.
        read_agg_min_usec: Integer,
        /// Microseconds; gauge.
        read_agg_max_usec: Integer,
        /// Microseconds; increment.
        read_agg_sum_usec: Integer,
        /// Microseconds; gauge.
        write_agg_min_usec: Integer,
        /// Microseconds; gauge.
        write_agg_max_usec: Integer,
        /// Microseconds; increment.
        write_agg_sum_usec: Integer,
        /// Count; increment.
        no_rx_avail_buffer: Integer,
        /// Count; increment.
        no_tx_avail_buffer: Integer,
        /// Count; increment.
        rx_rate_limiter_throttled: Integer,
        /// Bytes; increment.
        increment_rx_bytes: Integer,
        /// Count; increment.
        increment_rx_packets: Integer,
        /// Count; increment.
        rx_fails: Integer,
        /// Count; increment.
        tap_read_fails: Integer,
        /// Count; increment.
        tap_write_fails: Integer,
        /// Bytes; increment.
        increment_tx_bytes: Integer,
        /// Count; increment.
        tx_malformed_frames: Integer,
        /// Count; increment.
        tx_fails: Integer,
        /// Count; increment.
        increment_tx_packets: Integer,
        /// Count; increment.
        tx_rate_limiter_throttled: Integer,
        /// Count; increment.
        tx_spoofed_mac_count: Integer,
        /// Microseconds; gauge.
        tap_write_agg_min_usec: Integer,
        /// Microseconds; gauge.
        tap_write_agg_max_usec: Integer,
        /// Microseconds; increment.
        tap_write_agg_sum_usec: Integer,
        /// Microseconds; gauge.
        init_time_usec: Integer,
        /// Microseconds; gauge.
        activate_time_usec: Integer,
        /// Microseconds; gauge.
        config_change_time_usec: Integer,
        /// Bytes; counter, 64 bits.
        total_read_bytes: Integer,
        /// Bytes; counter, 64 bits.
        total_write_bytes: Integer,
        /// Count; counter, 64 bits.
        total_read_ops: Integer,
        /// Count; counter, 64 bits.
        total_write_ops: Integer,
        /// Microseconds; gauge.
        read_latency_min_usec: Integer,
        /// Microseconds; gauge.
        read_latency_max_usec: Integer,
        /// Microseconds; gauge.
        read_latency_avg_usec: Integer,
        /// Microseconds; gauge.
        write_latency_min_usec: Integer,
        /// Microseconds; gauge.
        write_latency_max_usec: Integer,
        /// Microseconds; gauge.
        write_latency_avg_usec: Integer,
        /// Bytes; counter, 64 bits.
        total_rx_bytes: Integer,
        /// Bytes; counter, 64 bits.
        total_tx_bytes: Integer,
        /// Count; counter, 64 bits.
        total_rx_frames: Integer,
        /// Count; counter, 64 bits.
        total_tx_frames: Integer,
    }
    /// `struct vmm_hypervisor_device_rate`, of which the headers tell more.
    HypervisorDeviceRate, "hypervisor_device_rate", 29 {
        /// Count; identity.
        name: Name<64>,
        /// Count; identity.
        device_kind: Integer,
        /// Count; identity.
        instance_id: Integer,
        /// Bytes/s; gauge.
        read_bytes_per_second: Real,
        /// Bytes/s; gauge.
        write_bytes_per_second: Real,
        /// 1/s; gauge.
        reads_per_second: Real,
        /// 1/s; gauge.
        writes_per_second: Real,
        /// Bytes/s; gauge.
        rx_bytes_per_second: Real,
        /// Bytes/s; gauge.
        tx_bytes_per_second: Real,
        /// 1/s; gauge.
        rx_packets_per_second: Real,
        /// 1/s; gauge.
        tx_packets_per_second: Real,
    }
}
