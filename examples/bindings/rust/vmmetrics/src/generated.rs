// SPDX-License-Identifier: MIT
// What follows from the public headers: calls of the macros of this crate.
// Written by `python3 lib/describe/generate.py`: do not edit.

records! {
    /// `struct vmm_cpu`
    Cpu, vmm_cpu, "cpu", 1 {
        /// CPU number N of `cpuN`; unknown in the total row. Identity.
        id: Integer,
        /// Time in user mode, including the time that guests ran. Column 1; ticks; counter, 64 bits.
        user_ticks: Integer,
        /// Time in user mode at a positive nice value, including guests at a positive nice value. Column 2; ticks; counter, 64 bits.
        nice_ticks: Integer,
        /// Time in kernel mode. Column 3; ticks; counter, 64 bits.
        system_ticks: Integer,
        /// Idle time: no task was ready to run. Column 4; ticks; counter that may fall a little; restarts when a CPU comes back online.
        idle_ticks: Integer,
        /// Idle time while a task of this CPU waited for a disk. Column 5; ticks; counter that may fall a little; absent before 2.6.
        iowait_ticks: Integer,
        /// Time in hardware interrupts. Column 6; ticks; counter, 64 bits; absent before 2.6.
        irq_ticks: Integer,
        /// Time in soft interrupts. Column 7; ticks; counter, 64 bits; absent before 2.6.
        softirq_ticks: Integer,
        /// Stolen time: a task was ready to run, but the hypervisor ran something else. Column 8; ticks; counter that may fall under some hypervisors; since 2.6.11.
        steal_ticks: Integer,
        /// Time that this CPU ran a guest; contained in `user_ticks`. Column 9; ticks; counter, 64 bits; since 2.6.24.
        guest_ticks: Integer,
        /// Time that this CPU ran a guest at a positive nice value; contained in `nice_ticks`. Column 10; ticks; counter, 64 bits; since 2.6.33.
        guest_nice_ticks: Integer,
    } {
    }
    /// `struct vmm_cpu_usage`
    CpuUsage, vmm_cpu_usage, "cpu_usage", 2 {
        /// CPU number N of the compared `cpuN` rows; unknown for the total row and for all CPUs together. Identity.
        id: Integer,
        /// Elapsed time as this CPU counted it, the sum of its eight states: seconds times `USER_HZ`; for the total row and for all CPUs together also times the number of CPUs. Ticks; gauge.
        total_ticks: Integer,
        /// Share of time in user mode, including the time that guests ran. Ratio; gauge; needs user, nice, system and idle.
        user_ratio: Real,
        /// Share of time in user mode at a positive nice value, including guests at a positive nice value. Ratio; gauge.
        nice_ratio: Real,
        /// Share of time in kernel mode. Ratio; gauge.
        system_ratio: Real,
        /// Share of time that the CPU was idle. Ratio; gauge.
        idle_ratio: Real,
        /// Share of time that the CPU was idle while a task waited for a disk. Ratio; gauge; unknown if the kernel does not print iowait.
        iowait_ratio: Real,
        /// Share of time in hardware interrupts. Ratio; gauge; unknown if the kernel does not print irq.
        irq_ratio: Real,
        /// Share of time in soft interrupts. Ratio; gauge; unknown if the kernel does not print softirq.
        softirq_ratio: Real,
        /// Share of time that the hypervisor took from this CPU. Ratio; gauge; unknown if the kernel does not print steal.
        steal_ratio: Real,
        /// Share of time that the CPU ran guests; contained in `user_ratio`. Ratio; gauge; unknown if the kernel does not print guest.
        guest_ratio: Real,
        /// Share of time that the CPU ran guests at a positive nice value; contained in `nice_ratio`. Ratio; gauge; unknown if the kernel does not print guest_nice.
        guest_nice_ratio: Real,
        /// Busy share as CloudWatch's agent and Telegraf define it (`cpu_usage_active`): all states except idle. Ratio; gauge; iowait and steal count as busy.
        busy_cloudwatch_ratio: Real,
        /// Busy share as gopsutil, psutil and htop define it: all states except idle and iowait. Ratio; gauge; steal counts as busy.
        busy_gopsutil_ratio: Real,
        /// Busy share as node_exporter's dashboards and rules define it: all states except idle, iowait and steal. Ratio; gauge.
        busy_node_exporter_ratio: Real,
        /// Number of CPUs whose time the shares are of. Count; gauge; unknown for the total row.
        cpus: Integer,
        /// Number of CPUs of the later sample whose time is not in the shares: CPUs that came online, that restarted, or that gained more time than has passed. Count; gauge; unknown for the total row.
        cpus_left_out: Integer,
    } {
    }
    /// `struct vmm_stat`
    Stat, vmm_stat, "stat", 3 {
        /// Interrupts served. `intr`, first number; count; counter that may fall: by 2^32 when the part of one CPU wraps.
        intr: Integer,
        /// Context switches. `ctxt`; count; counter, 64 bits.
        ctxt: Integer,
        /// Time of boot, since 1970. `btime`; seconds; gauge; the kernel computes it from the wall clock at each read, so it changes with the clock: do not use it as an identity.
        btime_seconds: Integer,
        /// Processes and threads created since boot. `processes`; count; counter of the kernel's `unsigned long`.
        processes: Integer,
        /// Threads that run or are ready to run. `procs_running`; count; gauge.
        procs_running: Integer,
        /// Threads that wait for I/O. `procs_blocked`; count; gauge.
        procs_blocked: Integer,
        /// Soft interrupts served. `softirq`, first number; count; counter that may fall: by 2^32 when the part of one CPU wraps; since 2.6.31.
        softirq: Integer,
        /// Soft interrupts for high-priority tasklets. `softirq`, HI; count; counter, 32 bits; since 2.6.31.
        softirq_hi: Integer,
        /// Soft interrupts for timers. `softirq`, TIMER; count; counter, 32 bits; since 2.6.31.
        softirq_timer: Integer,
        /// Soft interrupts for sending packets. `softirq`, NET_TX; count; counter, 32 bits; since 2.6.31.
        softirq_net_tx: Integer,
        /// Soft interrupts for receiving packets. `softirq`, NET_RX; count; counter, 32 bits; since 2.6.31.
        softirq_net_rx: Integer,
        /// Soft interrupts for completed block I/O. `softirq`, BLOCK; count; counter, 32 bits; since 2.6.31.
        softirq_block: Integer,
        /// Soft interrupts for polled I/O completion. `softirq`, IRQ_POLL (BLOCK_IOPOLL before 4.5); count; counter, 32 bits; since 2.6.32.
        softirq_irq_poll: Integer,
        /// Soft interrupts for tasklets. `softirq`, TASKLET; count; counter, 32 bits; since 2.6.31.
        softirq_tasklet: Integer,
        /// Soft interrupts for load balancing between CPUs. `softirq`, SCHED; count; counter, 32 bits; since 2.6.31.
        softirq_sched: Integer,
        /// Soft interrupts for high-resolution timers. `softirq`, HRTIMER; count; counter, 32 bits; since 2.6.31.
        softirq_hrtimer: Integer,
        /// Soft interrupts for read-copy-update (RCU) callbacks. `softirq`, RCU; count; counter, 32 bits; since 2.6.31.
        softirq_rcu: Integer,
    } {
    }
    /// `struct vmm_meminfo`
    Meminfo, vmm_meminfo, "meminfo", 4 {
        /// Memory that the kernel manages; some balloon drivers lower this number. `MemTotal`; bytes; gauge.
        mem_total_bytes: Integer,
        /// Free memory: pages without any use. `MemFree`; bytes; gauge.
        mem_free_bytes: Integer,
        /// Memory that programs can get without swapping, as the kernel estimates it. `MemAvailable`; bytes; gauge; since 3.14.
        mem_available_bytes: Integer,
        /// Page cache of block devices. `Buffers`; bytes; gauge.
        buffers_bytes: Integer,
        /// Page cache of files, including tmpfs and shared memory. `Cached`; bytes; gauge.
        cached_bytes: Integer,
        /// Memory that was swapped in and still has its copy in swap. `SwapCached`; bytes; gauge.
        swap_cached_bytes: Integer,
        /// Recently used pages, anonymous pages and pages of files together. `Active`; bytes; gauge.
        active_bytes: Integer,
        /// Pages not used recently, anonymous pages and pages of files together. `Inactive`; bytes; gauge.
        inactive_bytes: Integer,
        /// Recently used anonymous pages. `Active(anon)`; bytes; gauge.
        active_anon_bytes: Integer,
        /// Anonymous pages not used recently. `Inactive(anon)`; bytes; gauge.
        inactive_anon_bytes: Integer,
        /// Recently used pages of files. `Active(file)`; bytes; gauge.
        active_file_bytes: Integer,
        /// Pages of files not used recently. `Inactive(file)`; bytes; gauge.
        inactive_file_bytes: Integer,
        /// Pages that cannot be reclaimed. `Unevictable`; bytes; gauge.
        unevictable_bytes: Integer,
        /// Pages locked by mlock(). `Mlocked`; bytes; gauge.
        mlocked_bytes: Integer,
        /// Swap space; 0 on a machine without swap. `SwapTotal`; bytes; gauge.
        swap_total_bytes: Integer,
        /// Free swap space. `SwapFree`; bytes; gauge.
        swap_free_bytes: Integer,
        /// Memory that the compressed swap cache (zswap) occupies. `Zswap`; bytes; gauge; since 5.19; absent without CONFIG_ZSWAP.
        zswap_bytes: Integer,
        /// Size before compression of the pages in the compressed swap cache (zswap). `Zswapped`; bytes; gauge; since 5.19; absent without CONFIG_ZSWAP.
        zswapped_bytes: Integer,
        /// Pages that wait to be written to disk. `Dirty`; bytes; gauge.
        dirty_bytes: Integer,
        /// Pages that are being written to disk. `Writeback`; bytes; gauge.
        writeback_bytes: Integer,
        /// Anonymous pages that are mapped into processes. `AnonPages`; bytes; gauge.
        anon_pages_bytes: Integer,
        /// Pages of files that are mapped into processes. `Mapped`; bytes; gauge.
        mapped_bytes: Integer,
        /// Shared memory and tmpfs; contained in `Cached`. `Shmem`; bytes; gauge.
        shmem_bytes: Integer,
        /// Kernel memory that can be reclaimed, including `SReclaimable`. `KReclaimable`; bytes; gauge; since 4.20.
        k_reclaimable_bytes: Integer,
        /// Object caches of the kernel: the sum of `SReclaimable` and `SUnreclaim`. `Slab`; bytes; gauge.
        slab_bytes: Integer,
        /// Object caches of the kernel that can be reclaimed. `SReclaimable`; bytes; gauge.
        s_reclaimable_bytes: Integer,
        /// Object caches of the kernel that cannot be reclaimed. `SUnreclaim`; bytes; gauge.
        s_unreclaim_bytes: Integer,
        /// Kernel stacks of all threads. `KernelStack`; bytes; gauge.
        kernel_stack_bytes: Integer,
        /// Page tables of processes. `PageTables`; bytes; gauge.
        page_tables_bytes: Integer,
        /// Secondary page tables, which guests (KVM) and devices (IOMMU) use. `SecPageTables`; bytes; gauge; since 6.1.
        sec_page_tables_bytes: Integer,
        /// NFS pages that were sent to the server but are not yet on its disk; 0 since 5.8. `NFS_Unstable`; bytes; gauge.
        nfs_unstable_bytes: Integer,
        /// Bounce buffers, for devices that cannot address all memory; 0 since 6.16. `Bounce`; bytes; gauge.
        bounce_bytes: Integer,
        /// Temporary write buffers of FUSE; 0 on recent kernels. `WritebackTmp`; bytes; gauge.
        writeback_tmp_bytes: Integer,
        /// Memory that programs may allocate in total under strict overcommit. `CommitLimit`; bytes; gauge.
        commit_limit_bytes: Integer,
        /// Memory that programs have allocated, used or not; may exceed `CommitLimit`. `Committed_AS`; bytes; gauge.
        committed_as_bytes: Integer,
        /// Address space for vmalloc(). `VmallocTotal`; bytes; gauge.
        vmalloc_total_bytes: Integer,
        /// Memory that vmalloc() uses; 0 from 4.4 to 5.2. `VmallocUsed`; bytes; gauge.
        vmalloc_used_bytes: Integer,
        /// Largest free block of the address space for vmalloc(); 0 since 4.4. `VmallocChunk`; bytes; gauge.
        vmalloc_chunk_bytes: Integer,
        /// Memory of the per-CPU allocator. `Percpu`; bytes; gauge; since 4.19.
        percpu_bytes: Integer,
        /// Memory that the hardware reported as bad. `HardwareCorrupted`; bytes; gauge; absent without CONFIG_MEMORY_FAILURE.
        hardware_corrupted_bytes: Integer,
        /// Transparent huge pages of anonymous memory. `AnonHugePages`; bytes; gauge; absent without CONFIG_TRANSPARENT_HUGEPAGE.
        anon_huge_pages_bytes: Integer,
        /// Transparent huge pages of shared memory and tmpfs. `ShmemHugePages`; bytes; gauge; since 4.8; absent without CONFIG_TRANSPARENT_HUGEPAGE.
        shmem_huge_pages_bytes: Integer,
        /// Shared memory and tmpfs that is mapped into processes as huge pages. `ShmemPmdMapped`; bytes; gauge; since 4.8; absent without CONFIG_TRANSPARENT_HUGEPAGE.
        shmem_pmd_mapped_bytes: Integer,
        /// Transparent huge pages of files. `FileHugePages`; bytes; gauge; since 5.4; absent without CONFIG_TRANSPARENT_HUGEPAGE.
        file_huge_pages_bytes: Integer,
        /// Page cache of files that is mapped into processes as huge pages. `FilePmdMapped`; bytes; gauge; since 5.4; absent without CONFIG_TRANSPARENT_HUGEPAGE.
        file_pmd_mapped_bytes: Integer,
        /// Memory reserved for the contiguous memory allocator (CMA). `CmaTotal`; bytes; gauge; since 3.19; absent without CONFIG_CMA.
        cma_total_bytes: Integer,
        /// Free memory of the contiguous memory allocator (CMA). `CmaFree`; bytes; gauge; since 3.19; absent without CONFIG_CMA.
        cma_free_bytes: Integer,
        /// Memory that a confidential guest has not accepted yet. `Unaccepted`; bytes; gauge; since 6.5; absent without CONFIG_UNACCEPTED_MEMORY.
        unaccepted_bytes: Integer,
        /// Memory that balloon drivers returned to the hypervisor; struct vmm_memory_usage explains when it counts as used. `Balloon`; bytes; gauge; since 6.15.
        balloon_bytes: Integer,
        /// Memory that GPU drivers hold for objects. `GPUActive`; bytes; gauge; since 7.1.
        gpu_active_bytes: Integer,
        /// Memory that GPU drivers keep for later objects, and give back when memory is short. `GPUReclaim`; bytes; gauge; since 7.1.
        gpu_reclaim_bytes: Integer,
        /// Huge pages of the default size in the pool. `HugePages_Total`; count; gauge; absent without CONFIG_HUGETLB_PAGE.
        huge_pages_total: Integer,
        /// Free huge pages of the default size, including reserved huge pages. `HugePages_Free`; count; gauge; absent without CONFIG_HUGETLB_PAGE.
        huge_pages_free: Integer,
        /// Reserved huge pages of the default size: promised to programs but not used yet. `HugePages_Rsvd`; count; gauge; absent without CONFIG_HUGETLB_PAGE.
        huge_pages_rsvd: Integer,
        /// Surplus huge pages of the default size: pages above the configured number. `HugePages_Surp`; count; gauge; absent without CONFIG_HUGETLB_PAGE.
        huge_pages_surp: Integer,
        /// Default size of a huge page. `Hugepagesize`; bytes; gauge; absent without CONFIG_HUGETLB_PAGE.
        hugepagesize_bytes: Integer,
        /// Memory in the pools of huge pages of all sizes. `Hugetlb`; bytes; gauge; since 4.16; absent without CONFIG_HUGETLB_PAGE.
        hugetlb_bytes: Integer,
        /// Memory that the kernel's direct map covers with pages of 4 KiB. `DirectMap4k`; bytes; gauge; only on x86, s390 and powerpc.
        direct_map_4k_bytes: Integer,
        /// Memory that the kernel's direct map covers with pages of 2 MiB. `DirectMap2M`; bytes; gauge; only on x86 and powerpc.
        direct_map_2m_bytes: Integer,
        /// Memory that the kernel's direct map covers with pages of 1 GiB. `DirectMap1G`; bytes; gauge; only on x86 and powerpc.
        direct_map_1g_bytes: Integer,
        /// High memory: memory that a 32-bit kernel cannot map permanently. `HighTotal`; bytes; gauge; absent without CONFIG_HIGHMEM.
        high_total_bytes: Integer,
        /// Free high memory: memory that a 32-bit kernel cannot map permanently. `HighFree`; bytes; gauge; absent without CONFIG_HIGHMEM.
        high_free_bytes: Integer,
        /// Low memory: memory that a 32-bit kernel maps permanently. `LowTotal`; bytes; gauge; absent without CONFIG_HIGHMEM.
        low_total_bytes: Integer,
        /// Free low memory: memory that a 32-bit kernel maps permanently. `LowFree`; bytes; gauge; absent without CONFIG_HIGHMEM.
        low_free_bytes: Integer,
        /// Private copies of mapped files. `MmapCopy`; bytes; gauge; absent with CONFIG_MMU.
        mmap_copy_bytes: Integer,
        /// Shadow call stacks of the kernel. `ShadowCallStack`; bytes; gauge; since 5.8; absent without CONFIG_SHADOW_CALL_STACK.
        shadow_call_stack_bytes: Integer,
        /// Page tables kept for reuse. `Quicklists`; bytes; gauge; absent since 5.4 and without CONFIG_QUICKLIST.
        quicklists_bytes: Integer,
        /// Memory that the memory test at boot found bad. `EarlyMemtestBad`; bytes; gauge; since 6.4; absent if no test ran.
        early_memtest_bad_bytes: Integer,
        /// Memory that the kernel's direct map covers with pages of 64 KiB. `DirectMap64k`; bytes; gauge; only on powerpc.
        direct_map_64k_bytes: Integer,
        /// Memory that the kernel's direct map covers with pages of 1 MiB. `DirectMap1M`; bytes; gauge; only on s390.
        direct_map_1m_bytes: Integer,
        /// Memory that the kernel's direct map covers with pages of 4 MiB. `DirectMap4M`; bytes; gauge; only on 32-bit x86 without PAE.
        direct_map_4m_bytes: Integer,
        /// Memory that the kernel's direct map covers with pages of 2 GiB. `DirectMap2G`; bytes; gauge; only on s390.
        direct_map_2g_bytes: Integer,
        /// How many bad pages the firmware can list. `PDT_max_entries`; count; gauge; only on parisc.
        pdt_max_entries: Integer,
        /// How many bad pages the firmware lists. `PDT_cur_entries`; count; gauge; only on parisc.
        pdt_cur_entries: Integer,
    } {
    }
    /// `struct vmm_memory_usage`
    MemoryUsage, vmm_memory_usage, "memory_usage", 5 {
        /// Total memory, `total` of free(1): `MemTotal`. Bytes; gauge.
        total_bytes: Integer,
        /// Free memory, `free` of free(1): `MemFree`. Bytes; gauge.
        free_bytes: Integer,
        /// Shared memory, `shared` of free(1): `Shmem`. Bytes; gauge.
        shared_bytes: Integer,
        /// Page cache of block devices, `buffers` of free(1): `Buffers`. Bytes; gauge.
        buffers_bytes: Integer,
        /// Page cache and reclaimable object caches, `cache` of free(1) and memCache of E2B: `Cached` plus `SReclaimable`. Bytes; gauge; needs Cached and SReclaimable; `Cached` alone if the kernel prints neither SReclaimable nor SUnreclaim.
        cache_bytes: Integer,
        /// Sum of buffers and cache, `buff/cache` of free(1). Bytes; gauge; needs Buffers and `cache_bytes`.
        buff_cache_bytes: Integer,
        /// Available memory, `available` of free(1) in procps 4: `MemAvailable`. Bytes; gauge; equal to `MemFree` if MemAvailable is absent, 0, or larger than MemTotal; needs MemTotal and MemFree or MemAvailable.
        available_bytes: Integer,
        /// Used memory as procps since 4.0.1, psutil since 7.1, OpenTelemetry and E2B define it: total - available. Bytes; gauge; needs MemTotal and MemFree or MemAvailable.
        used_procps4_bytes: Integer,
        /// Used memory as procps 3.3.10 to 4.0.0 and the bar of htop define it: total - free - buffers - cache. Bytes; gauge; if this difference is below zero, total - free; needs MemTotal, MemFree, Buffers and `cache_bytes`.
        used_procps3_bytes: Integer,
        /// Memory that the balloon holds: `Balloon`. Bytes; gauge; since 6.15.
        balloon_bytes: Integer,
        /// Used memory without the balloon, by the definition of procps 4: total - available - balloon. Bytes; gauge; correct only if the balloon driver leaves MemTotal unchanged; unknown if the balloon is unknown or larger than used.
        used_procps4_without_balloon_bytes: Integer,
        /// Used memory without the balloon, by the definition of procps 3: total - free - buffers - cache - balloon. Bytes; gauge; correct only if the balloon driver leaves MemTotal unchanged; unknown if the balloon is unknown or larger than used.
        used_procps3_without_balloon_bytes: Integer,
        /// Swap space, `total` of free(1): `SwapTotal`. Bytes; gauge.
        swap_total_bytes: Integer,
        /// Free swap space, `free` of free(1): `SwapFree`. Bytes; gauge.
        swap_free_bytes: Integer,
        /// Used swap space, `used` of free(1): total - free. Bytes; gauge; needs SwapTotal and SwapFree; unknown if free exceeds total, where free(1) prints 0.
        swap_used_bytes: Integer,
        /// Share of memory that is used, by the definition of procps 4: used_procps4_bytes / total_bytes. Ratio; gauge; unknown if the total is 0.
        used_procps4_ratio: Real,
        /// Share of memory that is used, by the definition of procps 3: used_procps3_bytes / total_bytes. Ratio; gauge; unknown if the total is 0.
        used_procps3_ratio: Real,
        /// Share of swap space that is used: swap_used_bytes / swap_total_bytes. Ratio; gauge; unknown without swap space.
        swap_used_ratio: Real,
    } {
    }
    /// `struct vmm_filesystem`
    Filesystem, vmm_filesystem, "filesystem", 6 {
        /// Preferred size for I/O. `f_bsize`; bytes; gauge.
        f_bsize_bytes: Integer,
        /// Size of the blocks that `f_blocks`, `f_bfree` and `f_bavail` count; if it is 0, the size is `f_bsize`. `f_frsize`; bytes; gauge.
        f_frsize_bytes: Integer,
        /// Number of blocks; 0 for file systems without data. `f_blocks`; count; gauge.
        f_blocks: Integer,
        /// Free blocks, including the reserved blocks. `f_bfree`; count; gauge.
        f_bfree: Integer,
        /// Free blocks for users without privilege. `f_bavail`; count; gauge; negative, as a number with its top bit set, if root has used reserved blocks.
        f_bavail: Integer,
        /// Number of inodes; 0 if the file system has no fixed number. `f_files`; count; gauge.
        f_files: Integer,
        /// Free inodes. `f_ffree`; count; gauge.
        f_ffree: Integer,
        /// Free inodes for users without privilege; on Linux equal to `f_ffree`. `f_favail`; count; gauge.
        f_favail: Integer,
        /// File system id; 0 without an id. `f_fsid`; identity.
        f_fsid: Integer,
        /// Mount flags as bits, such as `ST_RDONLY`. `f_flag`; label.
        f_flag: Integer,
        /// Maximum length of a file name. `f_namemax`; count; limit.
        f_namemax: Limit,
    } {
    }
    /// `struct vmm_filesystem_usage`
    FilesystemUsage, vmm_filesystem_usage, "filesystem_usage", 7 {
        /// Size of the file system, `Size` of df: all blocks. Bytes; gauge; needs f_blocks and f_frsize.
        total_bytes: Integer,
        /// Used space, `Used` of df: blocks that are not free. Bytes; gauge; needs f_blocks, f_bfree and f_frsize.
        used_bytes: Integer,
        /// Amount by which `Used` of df is below zero; happens if a file system with quotas reports more free blocks than blocks. Bytes; gauge; needs f_blocks, f_bfree and f_frsize.
        used_below_zero_bytes: Integer,
        /// Available space, `Available` of df: free space for users without privilege. Bytes; gauge; needs f_bavail and f_frsize.
        available_bytes: Integer,
        /// Amount by which `Available` of df is below zero: reserved space that root has used. Bytes; gauge; needs f_bavail and f_frsize.
        available_below_zero_bytes: Integer,
        /// Free space that is reserved for root: f_bfree - f_bavail, the `reserved` state of OpenTelemetry. Bytes; gauge.
        reserved_bytes: Integer,
        /// Used space as E2B's sandbox API defines it, including reserved blocks: total - available. Bytes; gauge; unknown if the result is below zero.
        used_e2b_bytes: Integer,
        /// Used share of the space, `Use%` of df: used / (used + available), rounded up. Percent; gauge; over 100 if available is below zero; unknown if df prints `-`.
        use_percent: Integer,
        /// Used share of the space, not rounded: used / (used + available). Ratio; gauge; over 1 if available is below zero; unknown if use_percent is unknown or the share is below zero.
        use_ratio: Real,
        /// Number of inodes, `Inodes` of df. Count; gauge; needs f_files.
        inodes_total: Integer,
        /// Used inodes, `IUsed` of df: f_files - f_ffree. Count; gauge; unknown if the result is below zero.
        inodes_used: Integer,
        /// Free inodes, `IFree` of df. Count; gauge; needs f_ffree.
        inodes_free: Integer,
        /// Used share of the inodes, `IUse%` of df, rounded up. Percent; gauge; unknown if df prints `-`, as for file systems without inodes.
        inodes_use_percent: Integer,
    } {
    }
    /// `struct vmm_pressure`
    Pressure, vmm_pressure, "pressure", 8 {
        /// Share of the last 10 seconds in which at least one task waited, in percent. `some avg10`; hundredths; gauge; absent in the file of irq.
        some_avg10_hundredths: Integer,
        /// Share of the last 60 seconds in which at least one task waited, in percent. `some avg60`; hundredths; gauge; absent in the file of irq.
        some_avg60_hundredths: Integer,
        /// Share of the last 300 seconds in which at least one task waited, in percent. `some avg300`; hundredths; gauge; absent in the file of irq.
        some_avg300_hundredths: Integer,
        /// Total time in which at least one task waited. `some total`; microseconds; counter, 64 bits; absent in the file of irq.
        some_total_usec: Integer,
        /// Share of the last 10 seconds in which all tasks that were not idle waited, in percent. `full avg10`; hundredths; gauge; absent in the files of CPU before 5.13; always 0 in /proc/pressure/cpu since then.
        full_avg10_hundredths: Integer,
        /// Share of the last 60 seconds in which all tasks that were not idle waited, in percent. `full avg60`; hundredths; gauge; absent in the files of CPU before 5.13; always 0 in /proc/pressure/cpu since then.
        full_avg60_hundredths: Integer,
        /// Share of the last 300 seconds in which all tasks that were not idle waited, in percent. `full avg300`; hundredths; gauge; absent in the files of CPU before 5.13; always 0 in /proc/pressure/cpu since then.
        full_avg300_hundredths: Integer,
        /// Total time in which all tasks that were not idle waited. `full total`; microseconds; counter, 64 bits; absent in the files of CPU before 5.13; always 0 in /proc/pressure/cpu since then.
        full_total_usec: Integer,
    } {
    }
    /// `struct vmm_pressure_usage`
    PressureUsage, vmm_pressure_usage, "pressure_usage", 9 {
        /// Share of the time in which at least one task waited. Ratio; gauge; needs `some_total_usec`; unknown if the total grew much faster than time.
        some_ratio: Real,
        /// Share of the time in which all tasks that were not idle waited. Ratio; gauge; needs `full_total_usec`; unknown if the total grew much faster than time.
        full_ratio: Real,
    } {
    }
    /// `struct vmm_cgroup_memory`
    CgroupMemory, vmm_cgroup_memory, "cgroup_memory", 10 {
        /// Anonymous memory of processes. `anon`, v1 `total_rss`; bytes; gauge.
        anon_bytes: Integer,
        /// Page cache of files, with tmpfs and shared memory. `file`, v1 `total_cache`; bytes; gauge.
        file_bytes: Integer,
        /// All memory of the kernel: stacks, page tables, per-CPU memory, vmalloc(), slab caches and more. `kernel`; bytes; gauge; since 5.18.
        kernel_bytes: Integer,
        /// Kernel stacks of threads. `kernel_stack`; bytes; gauge; since 4.6.
        kernel_stack_bytes: Integer,
        /// Page tables of processes. `pagetables`; bytes; gauge; since 5.11.
        pagetables_bytes: Integer,
        /// Secondary page tables: those of KVM guests and of devices. `sec_pagetables`; bytes; gauge; since 6.1.
        sec_pagetables_bytes: Integer,
        /// Memory of the per-CPU allocator. `percpu`; bytes; gauge; since 5.9.
        percpu_bytes: Integer,
        /// Network buffers. `sock`; bytes; gauge.
        sock_bytes: Integer,
        /// Memory allocated by vmalloc(). `vmalloc`; bytes; gauge; since 5.17.
        vmalloc_bytes: Integer,
        /// Shared memory and tmpfs; a part of `file_bytes`. `shmem`, v1 `total_shmem`; bytes; gauge; since 4.12.
        shmem_bytes: Integer,
        /// Memory that the compressed swap cache (zswap) takes. `zswap`; bytes; gauge; since 5.19; absent without CONFIG_ZSWAP.
        zswap_bytes: Integer,
        /// Uncompressed size of the memory in the compressed swap cache (zswap). `zswapped`; bytes; gauge; since 5.19; absent without CONFIG_ZSWAP.
        zswapped_bytes: Integer,
        /// Swapped memory that the compressed swap cache (zswap) holds as it is, since it cannot be compressed; contained in `zswap_bytes` and `zswapped_bytes`. `zswap_incomp`; bytes; gauge; since 7.1; absent without CONFIG_ZSWAP; only in v2.
        zswap_incomp_bytes: Integer,
        /// Page cache mapped into processes; a part of `file_bytes`. `file_mapped`, v1 `total_mapped_file`; bytes; gauge.
        file_mapped_bytes: Integer,
        /// Page cache waiting to be written to disk. `file_dirty`, v1 `total_dirty`; bytes; gauge.
        file_dirty_bytes: Integer,
        /// Page cache being written to disk, and anonymous memory being written to swap. `file_writeback`, v1 `total_writeback`; bytes; gauge.
        file_writeback_bytes: Integer,
        /// Memory that also has a copy in swap; counts as memory and as swap. `swapcached`, v1 `total_swapcached`; bytes; gauge; since 5.12; absent without CONFIG_SWAP.
        swapcached_bytes: Integer,
        /// Anonymous memory in transparent huge pages; a part of `anon_bytes`. `anon_thp`, v1 `total_rss_huge`; bytes; gauge; since 5.1; absent without CONFIG_TRANSPARENT_HUGEPAGE.
        anon_thp_bytes: Integer,
        /// Page cache in transparent huge pages; a part of `file_bytes`. `file_thp`; bytes; gauge; since 5.11; absent without CONFIG_TRANSPARENT_HUGEPAGE.
        file_thp_bytes: Integer,
        /// Shared memory and tmpfs in transparent huge pages; a part of `shmem_bytes`. `shmem_thp`; bytes; gauge; since 5.11; absent without CONFIG_TRANSPARENT_HUGEPAGE.
        shmem_thp_bytes: Integer,
        /// Anonymous memory, tmpfs and shared memory not used lately. `inactive_anon`, v1 `total_inactive_anon`; bytes; gauge.
        inactive_anon_bytes: Integer,
        /// Anonymous memory, tmpfs and shared memory used lately. `active_anon`, v1 `total_active_anon`; bytes; gauge.
        active_anon_bytes: Integer,
        /// Page cache not used lately; a working set does not count this memory. `inactive_file`, v1 `total_inactive_file`; bytes; gauge.
        inactive_file_bytes: Integer,
        /// Page cache used lately. `active_file`, v1 `total_active_file`; bytes; gauge.
        active_file_bytes: Integer,
        /// Memory that cannot be reclaimed, such as memory locked by mlock(). `unevictable`, v1 `total_unevictable`; bytes; gauge.
        unevictable_bytes: Integer,
        /// Slab caches that can be reclaimed. `slab_reclaimable`; bytes; gauge; since 4.6.
        slab_reclaimable_bytes: Integer,
        /// Slab caches that cannot be reclaimed. `slab_unreclaimable`; bytes; gauge; since 4.6.
        slab_unreclaimable_bytes: Integer,
        /// Slab caches (object caches of the kernel), reclaimable or not. `slab`; bytes; gauge; since 4.6.
        slab_bytes: Integer,
        /// Huge pages of hugetlbfs. `hugetlb`; bytes; gauge; since 6.13; absent unless cgroup2 is mounted with `memory_hugetlb_accounting`.
        hugetlb_bytes: Integer,
        /// Anonymous pages read back after their eviction (refaults). `workingset_refault_anon`, v1 `total_workingset_refault_anon`; count; counter of the kernel's `unsigned long`; since 5.9.
        workingset_refault_anon: Integer,
        /// File pages read back after their eviction (refaults). `workingset_refault_file`, v1 `total_workingset_refault_file`; count; counter of the kernel's `unsigned long`; since 5.9.
        workingset_refault_file: Integer,
        /// Anonymous pages read back after their eviction (refaults) that became active at once. `workingset_activate_anon`; count; counter of the kernel's `unsigned long`; since 5.9.
        workingset_activate_anon: Integer,
        /// File pages read back after their eviction (refaults) that became active at once. `workingset_activate_file`; count; counter of the kernel's `unsigned long`; since 5.9.
        workingset_activate_file: Integer,
        /// Anonymous pages read back after their eviction (refaults) that had been active before. `workingset_restore_anon`; count; counter of the kernel's `unsigned long`; since 5.9.
        workingset_restore_anon: Integer,
        /// File pages read back after their eviction (refaults) that had been active before. `workingset_restore_file`; count; counter of the kernel's `unsigned long`; since 5.9.
        workingset_restore_file: Integer,
        /// Times that a shadow node, the kernel's memory of evicted pages, was reclaimed. `workingset_nodereclaim`; count; counter of the kernel's `unsigned long`; since 4.12.
        workingset_nodereclaim: Integer,
        /// Pages moved to slower memory by kswapd. `pgdemote_kswapd`; count; counter of the kernel's `unsigned long`; since 6.12.
        pgdemote_kswapd: Integer,
        /// Pages moved to slower memory by processes short of memory (direct reclaim). `pgdemote_direct`; count; counter of the kernel's `unsigned long`; since 6.12.
        pgdemote_direct: Integer,
        /// Pages moved to slower memory by khugepaged. `pgdemote_khugepaged`; count; counter of the kernel's `unsigned long`; since 6.12.
        pgdemote_khugepaged: Integer,
        /// Pages moved to slower memory by a write to `memory.reclaim`. `pgdemote_proactive`; count; counter of the kernel's `unsigned long`; since 6.15.
        pgdemote_proactive: Integer,
        /// Pages moved to faster memory. `pgpromote_success`; count; counter of the kernel's `unsigned long`; since 6.12; absent without CONFIG_NUMA_BALANCING.
        pgpromote_success: Integer,
        /// Pages scanned by reclaim of every kind. `pgscan`; count; counter of the kernel's `unsigned long`; since 4.13.
        pgscan: Integer,
        /// Pages reclaimed by reclaim of every kind. `pgsteal`; count; counter of the kernel's `unsigned long`; since 4.13.
        pgsteal: Integer,
        /// Pages swapped in. `pswpin`; count; counter of the kernel's `unsigned long`; since 6.13.
        pswpin: Integer,
        /// Pages swapped out. `pswpout`; count; counter of the kernel's `unsigned long`; since 6.13.
        pswpout: Integer,
        /// Pages scanned by kswapd. `pgscan_kswapd`; count; counter of the kernel's `unsigned long`; since 6.0.
        pgscan_kswapd: Integer,
        /// Pages scanned by processes short of memory (direct reclaim). `pgscan_direct`; count; counter of the kernel's `unsigned long`; since 6.0; before 6.15 includes pages scanned by a write to `memory.reclaim`.
        pgscan_direct: Integer,
        /// Pages scanned by khugepaged. `pgscan_khugepaged`; count; counter of the kernel's `unsigned long`; since 6.2.
        pgscan_khugepaged: Integer,
        /// Pages scanned by a write to `memory.reclaim`. `pgscan_proactive`; count; counter of the kernel's `unsigned long`; since 6.15.
        pgscan_proactive: Integer,
        /// Pages reclaimed by kswapd. `pgsteal_kswapd`; count; counter of the kernel's `unsigned long`; since 6.0.
        pgsteal_kswapd: Integer,
        /// Pages reclaimed by processes short of memory (direct reclaim). `pgsteal_direct`; count; counter of the kernel's `unsigned long`; since 6.0; before 6.15 includes pages reclaimed by a write to `memory.reclaim`.
        pgsteal_direct: Integer,
        /// Pages reclaimed by khugepaged. `pgsteal_khugepaged`; count; counter of the kernel's `unsigned long`; since 6.2.
        pgsteal_khugepaged: Integer,
        /// Pages reclaimed by a write to `memory.reclaim`. `pgsteal_proactive`; count; counter of the kernel's `unsigned long`; since 6.15.
        pgsteal_proactive: Integer,
        /// Page faults, minor and major. `pgfault`, v1 `total_pgfault`; count; counter of the kernel's `unsigned long`.
        pgfault: Integer,
        /// Major page faults: faults that needed a disk read. `pgmajfault`, v1 `total_pgmajfault`; count; counter of the kernel's `unsigned long`.
        pgmajfault: Integer,
        /// Active pages scanned by reclaim. `pgrefill`; count; counter of the kernel's `unsigned long`; since 4.13.
        pgrefill: Integer,
        /// Pages that became active. `pgactivate`; count; counter of the kernel's `unsigned long`; since 4.13.
        pgactivate: Integer,
        /// Pages that became inactive. `pgdeactivate`; count; counter of the kernel's `unsigned long`; since 4.13.
        pgdeactivate: Integer,
        /// Pages marked as free by processes (MADV_FREE), to be dropped when memory is short. `pglazyfree`; count; counter of the kernel's `unsigned long`; since 4.13.
        pglazyfree: Integer,
        /// Pages marked as free (MADV_FREE) that were dropped. `pglazyfreed`; count; counter of the kernel's `unsigned long`; since 4.13.
        pglazyfreed: Integer,
        /// Pages of zeros swapped in without I/O. `swpin_zero`; count; counter of the kernel's `unsigned long`; since 6.12; absent without CONFIG_SWAP.
        swpin_zero: Integer,
        /// Pages of zeros swapped out without I/O. `swpout_zero`; count; counter of the kernel's `unsigned long`; since 6.12; absent without CONFIG_SWAP.
        swpout_zero: Integer,
        /// Pages read back from the compressed swap cache (zswap). `zswpin`; count; counter of the kernel's `unsigned long`; since 5.19; absent without CONFIG_ZSWAP.
        zswpin: Integer,
        /// Pages stored in the compressed swap cache (zswap). `zswpout`; count; counter of the kernel's `unsigned long`; since 5.19; absent without CONFIG_ZSWAP.
        zswpout: Integer,
        /// Pages written from the compressed swap cache (zswap) to swap. `zswpwb`; count; counter of the kernel's `unsigned long`; since 6.8; absent without CONFIG_ZSWAP.
        zswpwb: Integer,
        /// Transparent huge pages allocated by page faults. `thp_fault_alloc`; count; counter of the kernel's `unsigned long`; since 5.1; absent without CONFIG_TRANSPARENT_HUGEPAGE.
        thp_fault_alloc: Integer,
        /// Transparent huge pages made of small pages. `thp_collapse_alloc`; count; counter of the kernel's `unsigned long`; since 5.1; absent without CONFIG_TRANSPARENT_HUGEPAGE.
        thp_collapse_alloc: Integer,
        /// Transparent huge pages swapped out whole. `thp_swpout`; count; counter of the kernel's `unsigned long`; since 6.7; absent without CONFIG_TRANSPARENT_HUGEPAGE.
        thp_swpout: Integer,
        /// Transparent huge pages split before they were swapped out. `thp_swpout_fallback`; count; counter of the kernel's `unsigned long`; since 6.7; absent without CONFIG_TRANSPARENT_HUGEPAGE.
        thp_swpout_fallback: Integer,
        /// Pages moved by NUMA balancing. `numa_pages_migrated`; count; counter of the kernel's `unsigned long`; since 6.12; absent without CONFIG_NUMA_BALANCING.
        numa_pages_migrated: Integer,
        /// Pages marked by NUMA balancing, so that the next access shows the CPU that uses the page. `numa_pte_updates`; count; counter of the kernel's `unsigned long`; since 6.12; absent without CONFIG_NUMA_BALANCING.
        numa_pte_updates: Integer,
        /// Accesses to pages that NUMA balancing has marked. `numa_hint_faults`; count; counter of the kernel's `unsigned long`; since 6.12; absent without CONFIG_NUMA_BALANCING.
        numa_hint_faults: Integer,
        /// Pages read back after their eviction (refaults). `workingset_refault`; count; counter of the kernel's `unsigned long`; since 4.12; absent since 5.9.
        workingset_refault: Integer,
        /// Pages read back after their eviction (refaults) that became active at once. `workingset_activate`; count; counter of the kernel's `unsigned long`; since 4.12; absent since 5.9.
        workingset_activate: Integer,
        /// Pages read back after their eviction (refaults) that had been active before. `workingset_restore`; count; counter of the kernel's `unsigned long`; since 5.8; absent since 5.9.
        workingset_restore: Integer,
        /// Memory swapped out. v1 `total_swap`; bytes; gauge; only in v1; v2 has `memory.swap.current` instead.
        swap_bytes: Integer,
        /// Times that a page was charged to the cgroup; a huge page counts once. v1 `total_pgpgin`; count; counter of the kernel's `unsigned long`; only in v1.
        pgpgin: Integer,
        /// Times that a page was uncharged from the cgroup; a huge page counts once. v1 `total_pgpgout`; count; counter of the kernel's `unsigned long`; only in v1.
        pgpgout: Integer,
        /// Smallest memory limit of this cgroup and the cgroups above. v1 `hierarchical_memory_limit`; bytes; limit; only in v1.
        hierarchical_memory_limit_bytes: Limit,
        /// Smallest limit of the sum of memory and swap, of this cgroup and the cgroups above. v1 `hierarchical_memsw_limit`; bytes; limit; only in v1; absent without swap accounting.
        hierarchical_memsw_limit_bytes: Limit,
        /// Page cache of files, with tmpfs and shared memory, in this cgroup alone. v1 `cache`; bytes; gauge; only in v1.
        local_cache_bytes: Integer,
        /// Anonymous memory of processes, in this cgroup alone. v1 `rss`; bytes; gauge; only in v1.
        local_rss_bytes: Integer,
        /// Anonymous memory in transparent huge pages, in this cgroup alone. v1 `rss_huge`; bytes; gauge; only in v1.
        local_rss_huge_bytes: Integer,
        /// Shared memory and tmpfs, in this cgroup alone. v1 `shmem`; bytes; gauge; since 4.12; only in v1.
        local_shmem_bytes: Integer,
        /// Page cache mapped into processes, in this cgroup alone. v1 `mapped_file`; bytes; gauge; only in v1.
        local_mapped_file_bytes: Integer,
        /// Page cache waiting to be written to disk, in this cgroup alone. v1 `dirty`; bytes; gauge; since 4.2; only in v1.
        local_dirty_bytes: Integer,
        /// Page cache being written to disk, and anonymous memory being written to swap, in this cgroup alone. v1 `writeback`; bytes; gauge; since 3.13; only in v1.
        local_writeback_bytes: Integer,
        /// Anonymous pages read back after their eviction (refaults), in this cgroup alone. v1 `workingset_refault_anon`; count; counter of the kernel's `unsigned long`; only in v1; absent on old kernels.
        local_workingset_refault_anon: Integer,
        /// File pages read back after their eviction (refaults), in this cgroup alone. v1 `workingset_refault_file`; count; counter of the kernel's `unsigned long`; only in v1; absent on old kernels.
        local_workingset_refault_file: Integer,
        /// Memory swapped out, in this cgroup alone. v1 `swap`; bytes; gauge; only in v1.
        local_swap_bytes: Integer,
        /// Memory that also has a copy in swap, in this cgroup alone. v1 `swapcached`; bytes; gauge; only in v1; absent on old kernels.
        local_swapcached_bytes: Integer,
        /// Times that a page was charged to this cgroup alone; a huge page counts once. v1 `pgpgin`; count; counter of the kernel's `unsigned long`; only in v1.
        local_pgpgin: Integer,
        /// Times that a page was uncharged from this cgroup alone; a huge page counts once. v1 `pgpgout`; count; counter of the kernel's `unsigned long`; only in v1.
        local_pgpgout: Integer,
        /// Page faults, minor and major, in this cgroup alone. v1 `pgfault`; count; counter of the kernel's `unsigned long`; only in v1.
        local_pgfault: Integer,
        /// Major page faults (with a disk read), in this cgroup alone. v1 `pgmajfault`; count; counter of the kernel's `unsigned long`; only in v1.
        local_pgmajfault: Integer,
        /// Anonymous memory, tmpfs and shared memory not used lately, in this cgroup alone. v1 `inactive_anon`; bytes; gauge; only in v1.
        local_inactive_anon_bytes: Integer,
        /// Anonymous memory, tmpfs and shared memory used lately, in this cgroup alone. v1 `active_anon`; bytes; gauge; only in v1.
        local_active_anon_bytes: Integer,
        /// Page cache not used lately, in this cgroup alone. v1 `inactive_file`; bytes; gauge; only in v1.
        local_inactive_file_bytes: Integer,
        /// Page cache used lately, in this cgroup alone. v1 `active_file`; bytes; gauge; only in v1.
        local_active_file_bytes: Integer,
        /// Memory that cannot be reclaimed, such as memory locked by mlock(), in this cgroup alone. v1 `unevictable`; bytes; gauge; only in v1.
        local_unevictable_bytes: Integer,
    } {
        /// `memory.stat`
        MEMORY_STAT: "memory.stat", 10001,
    }
    /// `struct vmm_cgroup`
    Cgroup, vmm_cgroup, "cgroup", 11 {
        /// Number set by the caller, after vmm_record_init(), to tell the cgroup from a later one with the same path, such as the inode number of its directory. Identity.
        instance_id: Integer,
        /// CPU time used. `cpu.stat` `usage_usec`; microseconds; counter, 64 bits; since 4.15; v1 has `cpuacct_usage_ns` instead.
        usage_usec: Integer,
        /// CPU time used in user mode. `cpu.stat` `user_usec`; microseconds; counter, 64 bits; since 4.15; v1 has `cpuacct_stat_user_ticks` instead.
        user_usec: Integer,
        /// CPU time used in the kernel. `cpu.stat` `system_usec`; microseconds; counter, 64 bits; since 4.15; v1 has `cpuacct_stat_system_ticks` instead.
        system_usec: Integer,
        /// CPU time used in user mode by processes with a positive nice value; a part of `user_usec`. `cpu.stat` `nice_usec`; microseconds; counter, 64 bits; since 6.13.
        nice_usec: Integer,
        /// Time in which core scheduling kept CPUs idle, so that no foreign task shared a core with the cgroup's tasks. `cpu.stat` `core_sched.force_idle_usec`; microseconds; counter, 64 bits; since 6.1; absent without CONFIG_SCHED_CORE.
        core_sched_force_idle_usec: Integer,
        /// Periods of cpu.max in which the cgroup had tasks to run. `cpu.stat` `nr_periods`, both versions; count; counter, 32 bits; absent without the cpu controller; unknown from 2^31 on until it wraps to 0, since the kernel prints its `int` as a negative number.
        nr_periods: Integer,
        /// Periods of cpu.max in which the cgroup used up its quota and was throttled. `cpu.stat` `nr_throttled`, both versions; count; counter, 32 bits; absent without the cpu controller; unknown from 2^31 on until it wraps to 0, since the kernel prints its `int` as a negative number.
        nr_throttled: Integer,
        /// Time in which the cgroup was throttled, summed over CPUs. `cpu.stat` `throttled_usec`; microseconds; counter, 64 bits; absent without the cpu controller; v1 has `throttled_time_ns` instead.
        throttled_usec: Integer,
        /// Periods in which the cgroup used more than its quota in a burst. `cpu.stat` `nr_bursts`, both versions; count; counter, 32 bits; since 5.15; absent without the cpu controller.
        nr_bursts: Integer,
        /// CPU time used above the quota in bursts. `cpu.stat` `burst_usec`; microseconds; counter, 64 bits; since 5.15; absent without the cpu controller; v1 has `burst_time_ns` instead.
        burst_usec: Integer,
        /// Time in which the cgroup was throttled, summed over CPUs. v1 `cpu.stat` `throttled_time`; nanoseconds; counter, 64 bits; only in v1.
        throttled_time_ns: Integer,
        /// CPU time used above the quota in bursts. v1 `cpu.stat` `burst_time`; nanoseconds; counter, 64 bits; since 5.15; only in v1.
        burst_time_ns: Integer,
        /// Time in which tasks waited for a CPU. v1 `cpu.stat` `wait_sum`; nanoseconds; counter, 64 bits; since 4.19; only in v1; absent while schedstats are off.
        wait_sum_ns: Integer,
        /// Time in which the cgroup's own tasks were throttled, by its own limit or a limit above, summed over CPUs. `cpu.stat.local` `throttled_usec`; microseconds; counter, 64 bits; since 6.6; absent without the cpu controller; the file is empty then.
        cpu_stat_local_throttled_usec: Integer,
        /// Time in which the cgroup's own tasks were throttled, by its own limit or a limit above, summed over CPUs. v1 `cpu.stat.local` `throttled_time`; nanoseconds; counter, 64 bits; since 6.6; only in v1.
        cpu_stat_local_throttled_time_ns: Integer,
        /// CPU time that the cgroup may use in each period (its quota). `cpu.max`, first value, v1 `cpu.cfs_quota_us`; microseconds; limit; since 4.15; absent in the root.
        cpu_max_usec: Limit,
        /// Length of a period of the CPU limit. `cpu.max`, second value, v1 `cpu.cfs_period_us`; microseconds; gauge; since 4.15; absent in the root.
        cpu_max_period_usec: Integer,
        /// Unused CPU time that the cgroup may keep for later periods. `cpu.max.burst`, v1 `cpu.cfs_burst_us`; microseconds; limit; since 5.14; absent in the root.
        cpu_max_burst_usec: Limit,
        /// CPU weight against sibling cgroups, 1 to 10000; 0 if `cpu_idle` is 1. `cpu.weight`; count; gauge; since 4.15; absent in the root; v1 has `cpu_shares` instead.
        cpu_weight: Integer,
        /// CPU weight against sibling cgroups as a nice value, -20 to 19. `cpu.weight.nice`; count; gauge; since 4.15; absent in the root.
        cpu_weight_nice: Real,
        /// 1 if the cgroup runs only on CPUs that would be idle otherwise, else 0. `cpu.idle`, both versions; count; gauge; since 5.15.
        cpu_idle: Integer,
        /// Lowest CPU utilisation that the scheduler assumes for the cgroup's tasks, in percent. `cpu.uclamp.min`, both versions; hundredths; limit; since 5.4; absent without CONFIG_UCLAMP_TASK_GROUP; `VMM_UNLIMITED` for `max`, which is 100 %.
        cpu_uclamp_min_hundredths: Limit,
        /// Highest CPU utilisation that the scheduler assumes for the cgroup's tasks, in percent. `cpu.uclamp.max`, both versions; hundredths; limit; since 5.4; absent without CONFIG_UCLAMP_TASK_GROUP; `VMM_UNLIMITED` for `max`, which is 100 %.
        cpu_uclamp_max_hundredths: Limit,
        /// Memory in use, page cache included. `memory.current`, v1 `memory.usage_in_bytes`; bytes; gauge; absent in v2's root.
        memory_current_bytes: Integer,
        /// Highest memory use so far; the kernel updates it with a delay, so that the present use may be a little higher. `memory.peak`, v1 `memory.max_usage_in_bytes`; bytes; gauge; since 5.19; a write to the file resets it, in v2 only for reads through the same file descriptor.
        memory_peak_bytes: Integer,
        /// Protected memory: up to this use, no memory of the cgroup is reclaimed. `memory.min`; bytes; limit; since 4.18.
        memory_min_bytes: Limit,
        /// Protected memory: up to this use, memory of the cgroup is reclaimed only if the unprotected cgroups have no memory left to reclaim. `memory.low`; bytes; limit.
        memory_low_bytes: Limit,
        /// Memory threshold above which the kernel slows the cgroup down and reclaims its memory. `memory.high`; bytes; limit.
        memory_high_bytes: Limit,
        /// Memory limit; if reclaim fails at this limit, the kernel kills processes of the cgroup. `memory.max`, v1 `memory.limit_in_bytes`; bytes; limit; v1's largest number, which means no limit, is `VMM_UNLIMITED` for every page size.
        memory_max_bytes: Limit,
        /// 1 if the OOM killer kills all processes of the cgroup together, else 0. `memory.oom.group`; count; gauge; since 4.19.
        memory_oom_group: Integer,
        /// Times that memory was reclaimed although use was below memory.low. `memory.events` `low`; count; counter of the kernel's `unsigned long`.
        memory_events_low: Integer,
        /// Times that processes were slowed down because use was above memory.high. `memory.events` `high`; count; counter of the kernel's `unsigned long`.
        memory_events_high: Integer,
        /// Times that memory use was about to exceed memory.max. `memory.events` `max`; count; counter of the kernel's `unsigned long`.
        memory_events_max: Integer,
        /// Times that an allocation was about to fail because memory use reached the limit. `memory.events` `oom`; count; counter of the kernel's `unsigned long`.
        memory_events_oom: Integer,
        /// Processes killed by the OOM killer. `memory.events` `oom_kill`; count; counter of the kernel's `unsigned long`; since 4.13.
        memory_events_oom_kill: Integer,
        /// Times that the OOM killer killed a whole cgroup. `memory.events` `oom_group_kill`; count; counter of the kernel's `unsigned long`; since 5.17.
        memory_events_oom_group_kill: Integer,
        /// Times that network sockets were throttled for lack of memory. `memory.events` `sock_throttled`; count; counter of the kernel's `unsigned long`; since 6.19.
        memory_events_sock_throttled: Integer,
        /// Times that memory was reclaimed although use was below memory.low, in this cgroup alone. `memory.events.local` `low`; count; counter of the kernel's `unsigned long`; since 5.3.
        memory_events_local_low: Integer,
        /// Times that processes were slowed down because use was above memory.high, in this cgroup alone. `memory.events.local` `high`; count; counter of the kernel's `unsigned long`; since 5.3.
        memory_events_local_high: Integer,
        /// Times that memory use was about to exceed memory.max, in this cgroup alone. `memory.events.local` `max`; count; counter of the kernel's `unsigned long`; since 5.3.
        memory_events_local_max: Integer,
        /// Times that an allocation was about to fail because memory use reached the limit, in this cgroup alone. `memory.events.local` `oom`; count; counter of the kernel's `unsigned long`; since 5.3.
        memory_events_local_oom: Integer,
        /// Processes killed by the OOM killer, in this cgroup alone. `memory.events.local` `oom_kill`; count; counter of the kernel's `unsigned long`; since 5.3.
        memory_events_local_oom_kill: Integer,
        /// Times that the OOM killer killed this whole cgroup, without the cgroups below. `memory.events.local` `oom_group_kill`; count; counter of the kernel's `unsigned long`; since 5.17.
        memory_events_local_oom_group_kill: Integer,
        /// Times that network sockets were throttled for lack of memory, in this cgroup alone. `memory.events.local` `sock_throttled`; count; counter of the kernel's `unsigned long`; since 6.19.
        memory_events_local_sock_throttled: Integer,
        /// Swap in use, without memory (v1's memsw is memory and swap). `memory.swap.current`; bytes; gauge; absent without swap accounting.
        memory_swap_current_bytes: Integer,
        /// Highest swap use so far. `memory.swap.peak`; bytes; gauge; since 6.5.
        memory_swap_peak_bytes: Integer,
        /// Swap threshold above which the kernel slows the cgroup down. `memory.swap.high`; bytes; limit; since 5.8.
        memory_swap_high_bytes: Limit,
        /// Swap limit; at this limit no more memory is swapped out. `memory.swap.max`; bytes; limit.
        memory_swap_max_bytes: Limit,
        /// Times that swap use was above memory.swap.high. `memory.swap.events` `high`; count; counter of the kernel's `unsigned long`; since 5.8.
        memory_swap_events_high: Integer,
        /// Times that swap use was about to exceed memory.swap.max. `memory.swap.events` `max`; count; counter of the kernel's `unsigned long`; since 4.18.
        memory_swap_events_max: Integer,
        /// Times that swap could not be allocated: no swap was left, or the limit was reached. `memory.swap.events` `fail`; count; counter of the kernel's `unsigned long`; since 4.18.
        memory_swap_events_fail: Integer,
        /// Memory that the compressed swap cache (zswap) takes. `memory.zswap.current`; bytes; gauge; since 5.19; absent without CONFIG_ZSWAP.
        memory_zswap_current_bytes: Integer,
        /// Limit of the compressed swap cache (zswap). `memory.zswap.max`; bytes; limit; since 5.19; absent without CONFIG_ZSWAP.
        memory_zswap_max_bytes: Limit,
        /// 1 if the compressed swap cache (zswap) may be written to disk, else 0. `memory.zswap.writeback`; count; gauge; since 6.8; absent without CONFIG_ZSWAP.
        memory_zswap_writeback: Integer,
        /// Number of processes and threads. `pids.current`, both versions; count; gauge; absent in the root.
        pids_current: Integer,
        /// Highest number of processes and threads so far. `pids.peak`, both versions; count; gauge; since 6.1.
        pids_peak: Integer,
        /// Largest allowed number of processes and threads. `pids.max`, both versions; count; limit.
        pids_max: Limit,
        /// Times that a limit of processes was hit. `pids.events` `max`, both versions; count; counter, 64 bits; since 4.8; from 6.11 on it counts hits of the limits of this cgroup and of the cgroups below; before 6.11, and in v1, it counts forks that failed in this cgroup alone, whichever cgroup had the limit.
        pids_events_max: Integer,
        /// Times that the cgroup's own limit of processes was hit. `pids.events.local` `max`; count; counter, 64 bits; since 6.11.
        pids_events_local_max: Integer,
        /// Number of cgroups below this cgroup. `cgroup.stat` `nr_descendants`; count; gauge; since 4.14.
        cgroup_stat_nr_descendants: Integer,
        /// Number of removed cgroups below this cgroup that still hold memory. `cgroup.stat` `nr_dying_descendants`; count; gauge; since 4.14.
        cgroup_stat_nr_dying_descendants: Integer,
        /// Time in which the cgroup was frozen. `cgroup.stat.local` `frozen_usec`; microseconds; counter, 64 bits; since 6.18.
        cgroup_stat_local_frozen_usec: Integer,
        /// 1 if the cgroup or a cgroup below it has processes, else 0. `cgroup.events` `populated`; count; gauge.
        cgroup_events_populated: Integer,
        /// 1 if the cgroup is frozen, else 0. `cgroup.events` `frozen`; count; gauge; since 5.2.
        cgroup_events_frozen: Integer,
        /// Type of the cgroup, one of VMM_CGROUP_TYPE_*. `cgroup.type`; count; gauge; since 4.14; absent in the root.
        cgroup_type: Integer,
        /// 1 if the cgroup was asked to freeze, else 0. `cgroup.freeze`; count; gauge; since 5.2.
        cgroup_freeze: Integer,
        /// Largest allowed depth of the tree of cgroups below this cgroup. `cgroup.max.depth`; count; limit; since 4.14.
        cgroup_max_depth: Limit,
        /// Largest allowed number of cgroups below this cgroup. `cgroup.max.descendants`; count; limit; since 4.14.
        cgroup_max_descendants: Limit,
        /// Number of CPUs that the cgroup may use. `cpuset.cpus.effective`, v1 `cpuset.effective_cpus`; count; gauge; since 5.0.
        cpuset_cpus_effective: Integer,
        /// Number of memory nodes that the cgroup may use. `cpuset.mems.effective`, v1 `cpuset.effective_mems`; count; gauge; since 5.0.
        cpuset_mems_effective: Integer,
        /// CPU time used. v1 `cpuacct.usage`; nanoseconds; counter, 64 bits; only in v1; a write to the file resets it.
        cpuacct_usage_ns: Integer,
        /// CPU time used in user mode. v1 `cpuacct.stat` `user`; ticks; counter, 64 bits; only in v1.
        cpuacct_stat_user_ticks: Integer,
        /// CPU time used in the kernel. v1 `cpuacct.stat` `system`; ticks; counter, 64 bits; only in v1.
        cpuacct_stat_system_ticks: Integer,
        /// CPU weight against sibling cgroups, 2 to 262144. v1 `cpu.shares`; count; gauge; only in v1.
        cpu_shares: Integer,
        /// Memory limit that the kernel enforces only while memory is short. v1 `memory.soft_limit_in_bytes`; bytes; limit; only in v1.
        memory_soft_limit_bytes: Limit,
        /// Times that the memory limit was hit. v1 `memory.failcnt`; count; counter of the kernel's `unsigned long`; only in v1; a write to the file resets it.
        memory_failcnt: Integer,
        /// Sum of memory and swap in use. v1 `memory.memsw.usage_in_bytes`; bytes; gauge; only in v1.
        memory_memsw_usage_bytes: Integer,
        /// Highest sum of memory and swap in use so far. v1 `memory.memsw.max_usage_in_bytes`; bytes; gauge; only in v1.
        memory_memsw_max_usage_bytes: Integer,
        /// Limit of the sum of memory and swap. v1 `memory.memsw.limit_in_bytes`; bytes; limit; only in v1.
        memory_memsw_limit_bytes: Limit,
        /// Times that the limit of the sum of memory and swap was hit. v1 `memory.memsw.failcnt`; count; counter of the kernel's `unsigned long`; only in v1; a write to the file resets it.
        memory_memsw_failcnt: Integer,
        /// Kernel memory in use. v1 `memory.kmem.usage_in_bytes`; bytes; gauge; only in v1.
        memory_kmem_usage_bytes: Integer,
        /// Highest use of kernel memory so far. v1 `memory.kmem.max_usage_in_bytes`; bytes; gauge; only in v1.
        memory_kmem_max_usage_bytes: Integer,
        /// Limit of kernel memory. v1 `memory.kmem.limit_in_bytes`; bytes; limit; only in v1.
        memory_kmem_limit_bytes: Limit,
        /// Times that the limit of kernel memory was hit. v1 `memory.kmem.failcnt`; count; counter of the kernel's `unsigned long`; only in v1; a write to the file resets it.
        memory_kmem_failcnt: Integer,
        /// Memory of TCP buffers in use. v1 `memory.kmem.tcp.usage_in_bytes`; bytes; gauge; only in v1.
        memory_kmem_tcp_usage_bytes: Integer,
        /// Highest use of memory of TCP buffers so far. v1 `memory.kmem.tcp.max_usage_in_bytes`; bytes; gauge; only in v1.
        memory_kmem_tcp_max_usage_bytes: Integer,
        /// Limit of memory of TCP buffers. v1 `memory.kmem.tcp.limit_in_bytes`; bytes; limit; only in v1.
        memory_kmem_tcp_limit_bytes: Limit,
        /// Times that the limit of memory of TCP buffers was hit. v1 `memory.kmem.tcp.failcnt`; count; counter of the kernel's `unsigned long`; only in v1; a write to the file resets it.
        memory_kmem_tcp_failcnt: Integer,
        /// 1 if processes are stopped, not killed, when memory runs out, else 0. v1 `memory.oom_control` `oom_kill_disable`; count; gauge; only in v1.
        memory_oom_control_oom_kill_disable: Integer,
        /// 1 while processes are stopped because memory ran out, else 0. v1 `memory.oom_control` `under_oom`; count; gauge; only in v1.
        memory_oom_control_under_oom: Integer,
        /// Processes killed by the OOM killer, in this cgroup alone. v1 `memory.oom_control` `oom_kill`; count; counter of the kernel's `unsigned long`; since 4.13; only in v1.
        memory_oom_control_oom_kill: Integer,
        /// Memory in huge pages of 2 MB (hugetlbfs). `hugetlb.2MB.current`; bytes; gauge; since 5.6; absent on a machine without pages of this size.
        hugetlb_2mb_current_bytes: Integer,
        /// Limit of the memory in huge pages of 2 MB. `hugetlb.2MB.max`; bytes; limit; since 5.6; absent on a machine without pages of this size.
        hugetlb_2mb_max_bytes: Limit,
        /// Times that the limit of huge pages of 2 MB was hit, in this cgroup and below. `hugetlb.2MB.events` `max`; count; counter, 64 bits; since 5.6; absent on a machine without pages of this size.
        hugetlb_2mb_events_max: Integer,
        /// Times that the limit of huge pages of 2 MB was hit, in this cgroup alone. `hugetlb.2MB.events.local` `max`; count; counter, 64 bits; since 5.6; absent on a machine without pages of this size.
        hugetlb_2mb_events_local_max: Integer,
        /// Memory in huge pages of 2 MB that is reserved, whether it is in use or not. `hugetlb.2MB.rsvd.current`; bytes; gauge; since 5.7; absent on a machine without pages of this size.
        hugetlb_2mb_rsvd_current_bytes: Integer,
        /// Limit of the reserved memory in huge pages of 2 MB. `hugetlb.2MB.rsvd.max`; bytes; limit; since 5.7; absent on a machine without pages of this size.
        hugetlb_2mb_rsvd_max_bytes: Limit,
        /// Memory in huge pages of 1 GB (hugetlbfs). `hugetlb.1GB.current`; bytes; gauge; since 5.6; absent on a machine without pages of this size.
        hugetlb_1gb_current_bytes: Integer,
        /// Limit of the memory in huge pages of 1 GB. `hugetlb.1GB.max`; bytes; limit; since 5.6; absent on a machine without pages of this size.
        hugetlb_1gb_max_bytes: Limit,
        /// Times that the limit of huge pages of 1 GB was hit, in this cgroup and below. `hugetlb.1GB.events` `max`; count; counter, 64 bits; since 5.6; absent on a machine without pages of this size.
        hugetlb_1gb_events_max: Integer,
        /// Times that the limit of huge pages of 1 GB was hit, in this cgroup alone. `hugetlb.1GB.events.local` `max`; count; counter, 64 bits; since 5.6; absent on a machine without pages of this size.
        hugetlb_1gb_events_local_max: Integer,
        /// Memory in huge pages of 1 GB that is reserved, whether it is in use or not. `hugetlb.1GB.rsvd.current`; bytes; gauge; since 5.7; absent on a machine without pages of this size.
        hugetlb_1gb_rsvd_current_bytes: Integer,
        /// Limit of the reserved memory in huge pages of 1 GB. `hugetlb.1GB.rsvd.max`; bytes; limit; since 5.7; absent on a machine without pages of this size.
        hugetlb_1gb_rsvd_max_bytes: Limit,
        /// Number of CPUs that the cgroup asks for; 0 if the cgroup takes those of the cgroup above. `cpuset.cpus`, both versions; count; gauge; in v2 since 5.0; absent in the root of v2.
        cpuset_cpus: Integer,
        /// Number of CPUs that the cgroup asks to have for itself. `cpuset.cpus.exclusive`; count; gauge; since 6.7; absent in the root.
        cpuset_cpus_exclusive: Integer,
        /// Number of CPUs that the cgroup can have for itself. `cpuset.cpus.exclusive.effective`; count; gauge; since 6.7; absent in the root.
        cpuset_cpus_exclusive_effective: Integer,
        /// Number of CPUs in isolated partitions of the machine. `cpuset.cpus.isolated`; count; gauge; since 6.8; only in the root.
        cpuset_cpus_isolated: Integer,
        /// Kind of the cgroup's partition of CPUs, one of VMM_CGROUP_PARTITION_*. `cpuset.cpus.partition`; count; gauge; since 5.0; absent in the root.
        cpuset_cpus_partition: Integer,
        /// Number of memory nodes that the cgroup asks for; 0 if the cgroup takes those of the cgroup above. `cpuset.mems`, both versions; count; gauge; in v2 since 5.0; absent in the root of v2.
        cpuset_mems: Integer,
    } {
        /// `cpu.stat`
        CPU_STAT: "cpu.stat", 11001,
        /// `cpu.stat.local`
        CPU_STAT_LOCAL: "cpu.stat.local", 11002,
        /// `cpu.max`
        CPU_MAX: "cpu.max", 11003,
        /// `cpu.max.burst`
        CPU_MAX_BURST: "cpu.max.burst", 11004,
        /// `cpu.weight`
        CPU_WEIGHT: "cpu.weight", 11005,
        /// `cpu.weight.nice`
        CPU_WEIGHT_NICE: "cpu.weight.nice", 11006,
        /// `cpu.idle`
        CPU_IDLE: "cpu.idle", 11007,
        /// `cpu.uclamp.min`
        CPU_UCLAMP_MIN: "cpu.uclamp.min", 11008,
        /// `cpu.uclamp.max`
        CPU_UCLAMP_MAX: "cpu.uclamp.max", 11009,
        /// `memory.current`
        MEMORY_CURRENT: "memory.current", 11010,
        /// `memory.peak`
        MEMORY_PEAK: "memory.peak", 11011,
        /// `memory.min`
        MEMORY_MIN: "memory.min", 11012,
        /// `memory.low`
        MEMORY_LOW: "memory.low", 11013,
        /// `memory.high`
        MEMORY_HIGH: "memory.high", 11014,
        /// `memory.max`
        MEMORY_MAX: "memory.max", 11015,
        /// `memory.oom.group`
        MEMORY_OOM_GROUP: "memory.oom.group", 11016,
        /// `memory.events`
        MEMORY_EVENTS: "memory.events", 11017,
        /// `memory.events.local`
        MEMORY_EVENTS_LOCAL: "memory.events.local", 11018,
        /// `memory.swap.current`
        MEMORY_SWAP_CURRENT: "memory.swap.current", 11019,
        /// `memory.swap.peak`
        MEMORY_SWAP_PEAK: "memory.swap.peak", 11020,
        /// `memory.swap.high`
        MEMORY_SWAP_HIGH: "memory.swap.high", 11021,
        /// `memory.swap.max`
        MEMORY_SWAP_MAX: "memory.swap.max", 11022,
        /// `memory.swap.events`
        MEMORY_SWAP_EVENTS: "memory.swap.events", 11023,
        /// `memory.zswap.current`
        MEMORY_ZSWAP_CURRENT: "memory.zswap.current", 11024,
        /// `memory.zswap.max`
        MEMORY_ZSWAP_MAX: "memory.zswap.max", 11025,
        /// `memory.zswap.writeback`
        MEMORY_ZSWAP_WRITEBACK: "memory.zswap.writeback", 11026,
        /// `pids.current`
        PIDS_CURRENT: "pids.current", 11027,
        /// `pids.peak`
        PIDS_PEAK: "pids.peak", 11028,
        /// `pids.max`
        PIDS_MAX: "pids.max", 11029,
        /// `pids.events`
        PIDS_EVENTS: "pids.events", 11030,
        /// `pids.events.local`
        PIDS_EVENTS_LOCAL: "pids.events.local", 11031,
        /// `cgroup.stat`
        CGROUP_STAT: "cgroup.stat", 11032,
        /// `cgroup.stat.local`
        CGROUP_STAT_LOCAL: "cgroup.stat.local", 11033,
        /// `cgroup.events`
        CGROUP_EVENTS: "cgroup.events", 11034,
        /// `cgroup.type`
        CGROUP_TYPE: "cgroup.type", 11035,
        /// `cgroup.freeze`
        CGROUP_FREEZE: "cgroup.freeze", 11036,
        /// `cgroup.max.depth`
        CGROUP_MAX_DEPTH: "cgroup.max.depth", 11037,
        /// `cgroup.max.descendants`
        CGROUP_MAX_DESCENDANTS: "cgroup.max.descendants", 11038,
        /// `cpuset.cpus.effective`
        CPUSET_CPUS_EFFECTIVE: "cpuset.cpus.effective", 11039,
        /// `cpuset.mems.effective`
        CPUSET_MEMS_EFFECTIVE: "cpuset.mems.effective", 11040,
        /// `cpuacct.usage`
        CPUACCT_USAGE: "cpuacct.usage", 11041,
        /// `cpuacct.stat`
        CPUACCT_STAT: "cpuacct.stat", 11042,
        /// `cpu.cfs_quota_us`
        CPU_CFS_QUOTA_US: "cpu.cfs_quota_us", 11043,
        /// `cpu.cfs_period_us`
        CPU_CFS_PERIOD_US: "cpu.cfs_period_us", 11044,
        /// `cpu.cfs_burst_us`
        CPU_CFS_BURST_US: "cpu.cfs_burst_us", 11045,
        /// `cpu.shares`
        CPU_SHARES: "cpu.shares", 11046,
        /// `memory.usage_in_bytes`
        MEMORY_USAGE_IN_BYTES: "memory.usage_in_bytes", 11047,
        /// `memory.max_usage_in_bytes`
        MEMORY_MAX_USAGE_IN_BYTES: "memory.max_usage_in_bytes", 11048,
        /// `memory.limit_in_bytes`
        MEMORY_LIMIT_IN_BYTES: "memory.limit_in_bytes", 11049,
        /// `memory.soft_limit_in_bytes`
        MEMORY_SOFT_LIMIT_IN_BYTES: "memory.soft_limit_in_bytes", 11050,
        /// `memory.failcnt`
        MEMORY_FAILCNT: "memory.failcnt", 11051,
        /// `memory.memsw.usage_in_bytes`
        MEMORY_MEMSW_USAGE_IN_BYTES: "memory.memsw.usage_in_bytes", 11052,
        /// `memory.memsw.max_usage_in_bytes`
        MEMORY_MEMSW_MAX_USAGE_IN_BYTES: "memory.memsw.max_usage_in_bytes", 11053,
        /// `memory.memsw.limit_in_bytes`
        MEMORY_MEMSW_LIMIT_IN_BYTES: "memory.memsw.limit_in_bytes", 11054,
        /// `memory.memsw.failcnt`
        MEMORY_MEMSW_FAILCNT: "memory.memsw.failcnt", 11055,
        /// `memory.kmem.usage_in_bytes`
        MEMORY_KMEM_USAGE_IN_BYTES: "memory.kmem.usage_in_bytes", 11056,
        /// `memory.kmem.max_usage_in_bytes`
        MEMORY_KMEM_MAX_USAGE_IN_BYTES: "memory.kmem.max_usage_in_bytes", 11057,
        /// `memory.kmem.limit_in_bytes`
        MEMORY_KMEM_LIMIT_IN_BYTES: "memory.kmem.limit_in_bytes", 11058,
        /// `memory.kmem.failcnt`
        MEMORY_KMEM_FAILCNT: "memory.kmem.failcnt", 11059,
        /// `memory.kmem.tcp.usage_in_bytes`
        MEMORY_KMEM_TCP_USAGE_IN_BYTES: "memory.kmem.tcp.usage_in_bytes", 11060,
        /// `memory.kmem.tcp.max_usage_in_bytes`
        MEMORY_KMEM_TCP_MAX_USAGE_IN_BYTES: "memory.kmem.tcp.max_usage_in_bytes", 11061,
        /// `memory.kmem.tcp.limit_in_bytes`
        MEMORY_KMEM_TCP_LIMIT_IN_BYTES: "memory.kmem.tcp.limit_in_bytes", 11062,
        /// `memory.kmem.tcp.failcnt`
        MEMORY_KMEM_TCP_FAILCNT: "memory.kmem.tcp.failcnt", 11063,
        /// `memory.oom_control`
        MEMORY_OOM_CONTROL: "memory.oom_control", 11064,
        /// `cpuset.effective_cpus`
        CPUSET_EFFECTIVE_CPUS: "cpuset.effective_cpus", 11065,
        /// `cpuset.effective_mems`
        CPUSET_EFFECTIVE_MEMS: "cpuset.effective_mems", 11066,
        /// `hugetlb.2MB.current`
        HUGETLB_2MB_CURRENT: "hugetlb.2MB.current", 11067,
        /// `hugetlb.2MB.max`
        HUGETLB_2MB_MAX: "hugetlb.2MB.max", 11068,
        /// `hugetlb.2MB.events`
        HUGETLB_2MB_EVENTS: "hugetlb.2MB.events", 11069,
        /// `hugetlb.2MB.events.local`
        HUGETLB_2MB_EVENTS_LOCAL: "hugetlb.2MB.events.local", 11070,
        /// `hugetlb.2MB.rsvd.current`
        HUGETLB_2MB_RSVD_CURRENT: "hugetlb.2MB.rsvd.current", 11071,
        /// `hugetlb.2MB.rsvd.max`
        HUGETLB_2MB_RSVD_MAX: "hugetlb.2MB.rsvd.max", 11072,
        /// `hugetlb.1GB.current`
        HUGETLB_1GB_CURRENT: "hugetlb.1GB.current", 11073,
        /// `hugetlb.1GB.max`
        HUGETLB_1GB_MAX: "hugetlb.1GB.max", 11074,
        /// `hugetlb.1GB.events`
        HUGETLB_1GB_EVENTS: "hugetlb.1GB.events", 11075,
        /// `hugetlb.1GB.events.local`
        HUGETLB_1GB_EVENTS_LOCAL: "hugetlb.1GB.events.local", 11076,
        /// `hugetlb.1GB.rsvd.current`
        HUGETLB_1GB_RSVD_CURRENT: "hugetlb.1GB.rsvd.current", 11077,
        /// `hugetlb.1GB.rsvd.max`
        HUGETLB_1GB_RSVD_MAX: "hugetlb.1GB.rsvd.max", 11078,
        /// `cpuset.cpus`
        CPUSET_CPUS: "cpuset.cpus", 11079,
        /// `cpuset.cpus.exclusive`
        CPUSET_CPUS_EXCLUSIVE: "cpuset.cpus.exclusive", 11080,
        /// `cpuset.cpus.exclusive.effective`
        CPUSET_CPUS_EXCLUSIVE_EFFECTIVE: "cpuset.cpus.exclusive.effective", 11081,
        /// `cpuset.cpus.isolated`
        CPUSET_CPUS_ISOLATED: "cpuset.cpus.isolated", 11082,
        /// `cpuset.cpus.partition`
        CPUSET_CPUS_PARTITION: "cpuset.cpus.partition", 11083,
        /// `cpuset.mems`
        CPUSET_MEMS: "cpuset.mems", 11084,
    }
    /// `struct vmm_cgroup_usage`
    CgroupUsage, vmm_cgroup_usage, "cgroup_usage", 12 {
        /// Mean number of CPUs used; 1 is one CPU all the time. Count; gauge; needs `usage_usec` or, in v1, `cpuacct_usage_ns`.
        cores_used: Real,
        /// Mean number of CPUs used in user mode. Count; gauge; needs `user_usec`; unknown in v1, which counts this time in ticks.
        user_cores: Real,
        /// Mean number of CPUs used in the kernel. Count; gauge; needs `system_usec`; unknown in v1, which counts this time in ticks.
        system_cores: Real,
        /// Share of the cgroup's own CPU limit in use; the limit is that of the later sample. Ratio; gauge; needs `cpu_max_usec`, `cpu_max_period_usec` and the inputs of `cores_used`; above 1 in bursts and after the limit was lowered; unknown without a limit.
        cpu_limit_used_ratio: Real,
        /// Share of the periods in which the cgroup was throttled, as cAdvisor and Kubernetes compute it. Ratio; gauge; needs `nr_periods` and `nr_throttled`; unknown if there was no period, or more periods than the time allows.
        throttled_periods_ratio: Real,
        /// Mean number of CPUs that throttling withheld from the cgroup. Count; gauge; needs `throttled_usec` or, in v1, `throttled_time_ns`.
        throttled_cores: Real,
        /// Times that memory was reclaimed although use was below memory.low. Count; gauge; needs `memory_events_low`.
        memory_events_low: Integer,
        /// Times that processes were slowed down because memory use was above memory.high. Count; gauge; needs `memory_events_high`.
        memory_events_high: Integer,
        /// Times that memory use was about to exceed memory.max. Count; gauge; needs `memory_events_max`.
        memory_events_max: Integer,
        /// Times that an allocation was about to fail because memory use reached the limit. Count; gauge; needs `memory_events_oom`.
        memory_events_oom: Integer,
        /// Processes killed by the OOM killer. Count; gauge; needs `memory_events_oom_kill`.
        memory_events_oom_kill: Integer,
        /// Times that the OOM killer killed a whole cgroup. Count; gauge; needs `memory_events_oom_group_kill`.
        memory_events_oom_group_kill: Integer,
        /// Times that swap use was about to exceed memory.swap.max. Count; gauge; needs `memory_swap_events_max`.
        memory_swap_events_max: Integer,
        /// Times that swap could not be allocated: no swap was left, or the limit was reached. Count; gauge; needs `memory_swap_events_fail`.
        memory_swap_events_fail: Integer,
        /// Times that a limit of processes was hit. Count; gauge; needs `pids_events_max`.
        pids_events_max: Integer,
        /// Times that the memory limit was hit. Count; gauge; needs `memory_failcnt`, which only v1 has.
        memory_failcnt: Integer,
        /// Processes killed by the OOM killer, in this cgroup alone. Count; gauge; needs `memory_oom_control_oom_kill`, which only v1 has.
        memory_oom_control_oom_kill: Integer,
        /// Times that memory was reclaimed although use was below memory.low, in this cgroup alone, without those below it. Count; gauge; needs `memory_events_local_low`.
        memory_events_local_low: Integer,
        /// Times that processes were slowed down because memory use was above memory.high, in this cgroup alone, without those below it. Count; gauge; needs `memory_events_local_high`.
        memory_events_local_high: Integer,
        /// Times that memory use was about to exceed memory.max, in this cgroup alone, without those below it. Count; gauge; needs `memory_events_local_max`.
        memory_events_local_max: Integer,
        /// Times that an allocation was about to fail because memory use reached the limit, in this cgroup alone, without those below it. Count; gauge; needs `memory_events_local_oom`.
        memory_events_local_oom: Integer,
        /// Processes killed by the OOM killer, in this cgroup alone, without those below it. Count; gauge; needs `memory_events_local_oom_kill`.
        memory_events_local_oom_kill: Integer,
        /// Times that the OOM killer killed a whole cgroup, in this cgroup alone, without those below it. Count; gauge; needs `memory_events_local_oom_group_kill`.
        memory_events_local_oom_group_kill: Integer,
    } {
    }
    /// `struct vmm_cgroup_memory_usage`
    CgroupMemoryUsage, vmm_cgroup_memory_usage, "cgroup_memory_usage", 13 {
        /// Memory in use, page cache included. Bytes; gauge; needs `memory_current_bytes`.
        used_bytes: Integer,
        /// Working set as cAdvisor and Kubernetes compute it: memory in use minus `inactive_file` (v1 `total_inactive_file`), at least 0. Bytes; gauge; needs `memory_current_bytes` and `inactive_file_bytes`.
        working_set_cadvisor_bytes: Integer,
        /// Memory in use as `docker stats` computes it: memory in use minus v1's `total_inactive_file` or minus `inactive_file`; the first of the two that is smaller than the memory in use is subtracted, or nothing if neither is smaller. Bytes; gauge; needs `memory_current_bytes`, and `inactive_file_bytes` or `local_inactive_file_bytes`.
        working_set_docker_bytes: Integer,
        /// Smallest known limit: the cgroup's own limit, v1's `hierarchical_memory_limit`, or the caller's `limit_bytes`. Bytes; limit; needs one of the three.
        limit_bytes: Limit,
        /// Memory in use divided by the smallest limit (`used_bytes` by `limit_bytes`). Ratio; gauge; unknown without a limit, and for a limit of 0.
        used_ratio: Real,
        /// cAdvisor's working set divided by the smallest limit (`limit_bytes`). Ratio; gauge; unknown without a limit, and for a limit of 0.
        working_set_cadvisor_ratio: Real,
        /// Memory in use as `docker stats` computes it, divided by the smallest limit (`limit_bytes`). Ratio; gauge; unknown without a limit, and for a limit of 0.
        working_set_docker_ratio: Real,
    } {
    }
    /// `struct vmm_cgroup_io`
    CgroupIo, vmm_cgroup_io, "cgroup_io", 14 {
        /// Major number of the device. Identity; unknown if the kernel prints `(unknown)`.
        major: Integer,
        /// Minor number of the device. Identity; unknown if the kernel prints `(unknown)`.
        minor: Integer,
        /// Number set by the caller to tell the cgroup from a later one with the same path. Identity.
        instance_id: Integer,
        /// Bytes read. `io.stat` `rbytes`, v1 bytes `Read`; bytes; counter, 64 bits.
        read_bytes: Integer,
        /// Bytes written. `io.stat` `wbytes`, v1 bytes `Write`; bytes; counter, 64 bits.
        write_bytes: Integer,
        /// Read operations. `io.stat` `rios`, v1 operations `Read`; count; counter, 64 bits.
        reads: Integer,
        /// Write operations. `io.stat` `wios`, v1 operations `Write`; count; counter, 64 bits.
        writes: Integer,
        /// Bytes discarded. `io.stat` `dbytes`, v1 bytes `Discard`; bytes; counter, 64 bits; since 4.19.
        discard_bytes: Integer,
        /// Discard operations. `io.stat` `dios`, v1 operations `Discard`; count; counter, 64 bits; since 4.19.
        discards: Integer,
        /// Limit of bytes read per second. `io.max` `rbps`, v1 `read_bps_device`; bytes/s; limit.
        max_read_bytes_per_second: Limit,
        /// Limit of bytes written per second. `io.max` `wbps`, v1 `write_bps_device`; bytes/s; limit.
        max_write_bytes_per_second: Limit,
        /// Limit of read operations per second. `io.max` `riops`, v1 `read_iops_device`; 1/s; limit.
        max_reads_per_second: Limit,
        /// Limit of write operations per second. `io.max` `wiops`, v1 `write_iops_device`; 1/s; limit.
        max_writes_per_second: Limit,
        /// 1 if the device lies on other devices whose rows count the same traffic, 0 if not. Number set by the caller for vmm_rows_growth(), which decides by itself if the number is unknown. Label.
        lies_on_others: Integer,
    } {
        /// `io.stat`
        IO_STAT: "io.stat", 14001,
        /// `io.max`
        IO_MAX: "io.max", 14002,
        /// `blkio.throttle.io_service_bytes`
        BLKIO_THROTTLE_IO_SERVICE_BYTES: "blkio.throttle.io_service_bytes", 14003,
        /// `blkio.throttle.io_serviced`
        BLKIO_THROTTLE_IO_SERVICED: "blkio.throttle.io_serviced", 14004,
        /// `blkio.throttle.io_service_bytes_recursive`
        BLKIO_THROTTLE_IO_SERVICE_BYTES_RECURSIVE: "blkio.throttle.io_service_bytes_recursive", 14005,
        /// `blkio.throttle.io_serviced_recursive`
        BLKIO_THROTTLE_IO_SERVICED_RECURSIVE: "blkio.throttle.io_serviced_recursive", 14006,
        /// `blkio.throttle.read_bps_device`
        BLKIO_THROTTLE_READ_BPS_DEVICE: "blkio.throttle.read_bps_device", 14007,
        /// `blkio.throttle.write_bps_device`
        BLKIO_THROTTLE_WRITE_BPS_DEVICE: "blkio.throttle.write_bps_device", 14008,
        /// `blkio.throttle.read_iops_device`
        BLKIO_THROTTLE_READ_IOPS_DEVICE: "blkio.throttle.read_iops_device", 14009,
        /// `blkio.throttle.write_iops_device`
        BLKIO_THROTTLE_WRITE_IOPS_DEVICE: "blkio.throttle.write_iops_device", 14010,
    }
    /// `struct vmm_cgroup_io_usage`
    CgroupIoUsage, vmm_cgroup_io_usage, "cgroup_io_usage", 15 {
        /// Major number of the device. Identity.
        major: Integer,
        /// Minor number of the device. Identity.
        minor: Integer,
        /// Bytes read per second. Bytes/s; gauge; needs `rbytes`.
        read_bytes_per_second: Real,
        /// Bytes written per second. Bytes/s; gauge; needs `wbytes`.
        write_bytes_per_second: Real,
        /// Read operations per second. 1/s; gauge; needs `rios`.
        reads_per_second: Real,
        /// Write operations per second. 1/s; gauge; needs `wios`.
        writes_per_second: Real,
        /// Bytes discarded per second. Bytes/s; gauge; needs `dbytes`.
        discard_bytes_per_second: Real,
        /// Discard operations per second. 1/s; gauge; needs `dios`.
        discards_per_second: Real,
    } {
    }
    /// `struct vmm_process`
    Process, vmm_process, "process", 16 {
        /// Process ID, or under task/TID the thread ID, in the reader's PID namespace. `stat` field 1, `status` `Pid`; count; identity.
        pid: Integer,
        /// Name of the thread, which may hold any byte but NUL: blanks, parentheses, newlines, invalid UTF-8. `stat` field 2; count; label; of one thread; a thread can change its name; at most 15 bytes, for kernel threads 63.
        comm: Name<64>,
        /// Number of the virtual CPU that the thread runs, taken from the thread's whole name: `fc_vcpu 3` (Firecracker), `vcpu3` (Cloud Hypervisor), `CPU 3/KVM`, `CPU 3/TCG`, `CPU 3/MSHV` (QEMU with `debug-threads=on`). `stat` field 2; count; label; of one thread; unknown for all other names; any program can give its threads such names.
        vcpu: Integer,
        /// State of the thread, one of VMM_PROCESS_STATE_*. `stat` field 3, `status` `State`; count; gauge; of one thread; unknown for other letters.
        state: Integer,
        /// Process ID of the parent. `stat` field 4, `status` `PPid`; count; label; of the process; changes when the parent ends; 0 without a parent in the reader's PID namespace.
        ppid: Integer,
        /// Process group ID. `stat` field 5; count; label; of the process; unknown (-1) while the process is ending.
        pgrp: Integer,
        /// Session ID. `stat` field 6; count; label; of the process; unknown (-1) while the process is ending.
        session: Integer,
        /// Device number of the controlling terminal. `stat` field 7; count; label; of the process; 0 without a terminal.
        tty_nr: Integer,
        /// Foreground process group of the controlling terminal. `stat` field 8; count; label; of the process; unknown (-1) without a terminal.
        tpgid: Integer,
        /// Kernel flags of the thread (PF_* in the kernel's source); 0x00200000 marks a kernel thread. `stat` field 9; count; gauge; of one thread.
        flags: Integer,
        /// Minor page faults: faults that needed no disk read. `stat` field 10; count; counter of the kernel's `unsigned long`; of all threads.
        minflt: Integer,
        /// Minor page faults of children that ended and were waited for. `stat` field 11; count; counter of the kernel's `unsigned long`; of the process.
        cminflt: Integer,
        /// Major page faults: faults that needed a disk read. `stat` field 12; count; counter of the kernel's `unsigned long`; of all threads.
        majflt: Integer,
        /// Major page faults of children that ended and were waited for. `stat` field 13; count; counter of the kernel's `unsigned long`; of the process.
        cmajflt: Integer,
        /// CPU time in user mode, time of guests included. `stat` field 14; ticks; counter, 64 bits; of all threads.
        utime_ticks: Integer,
        /// CPU time in the kernel. `stat` field 15; ticks; counter, 64 bits; of all threads.
        stime_ticks: Integer,
        /// CPU time in user mode of children that ended and were waited for. `stat` field 16; ticks; counter, 64 bits; of the process.
        cutime_ticks: Integer,
        /// CPU time in the kernel of children that ended and were waited for. `stat` field 17; ticks; counter, 64 bits; of the process.
        cstime_ticks: Integer,
        /// Scheduling priority: 0 to 39, for real-time threads -2 to -100. `stat` field 18; count; gauge; of one thread.
        priority: Real,
        /// Nice value, -20 to 19. `stat` field 19; count; gauge; of one thread.
        nice: Real,
        /// Number of threads; a main thread that ended before the others counts. `stat` field 20, `status` `Threads`; count; gauge; of the process; 0 while the process is ending.
        num_threads: Integer,
        /// Unused, always 0 since 2.6.17. `stat` field 21; count; gauge.
        itrealvalue: Integer,
        /// Start time of the process, or under task/TID of the thread, since boot in the reader's time namespace; two processes with the same `pid` differ in this time. `stat` field 22; ticks; identity.
        starttime_ticks: Integer,
        /// Size of the address space. `stat` field 23; bytes; gauge; of the process; 0 for kernel threads and zombies.
        vsize_bytes: Integer,
        /// Resident memory, counted roughly; `statm` and `status` may be more exact. `stat` field 24; pages; gauge; of the process; 0 for kernel threads and zombies.
        rss_pages: Integer,
        /// Soft limit of resident memory, which the kernel does not enforce. `stat` field 25; bytes; limit; of the process; 4294967295 on a 32-bit kernel means no limit.
        rsslim_bytes: Limit,
        /// Address at which the program's code begins. `stat` field 26; count; gauge; of the process; 1 without the right to trace the process, 0 for kernel threads and zombies.
        startcode: Integer,
        /// Address at which the program's code ends. `stat` field 27; count; gauge; of the process; 1 without the right to trace the process, 0 for kernel threads and zombies.
        endcode: Integer,
        /// Address at which the stack begins. `stat` field 28; count; gauge; of the process; 0 without the right to trace the process.
        startstack: Integer,
        /// Stack pointer. `stat` field 29; count; gauge; of one thread; 0 since about 4.10, except while the thread is ending.
        kstkesp: Integer,
        /// Instruction pointer. `stat` field 30; count; gauge; of one thread; 0 since about 4.10, except while the thread is ending.
        kstkeip: Integer,
        /// Pending signals as a bit mask, without real-time signals. `stat` field 31; count; gauge; of one thread.
        signal: Integer,
        /// Blocked signals as a bit mask, without real-time signals. `stat` field 32; count; gauge; of one thread.
        blocked: Integer,
        /// Ignored signals as a bit mask, without real-time signals. `stat` field 33; count; gauge; of the process.
        sigignore: Integer,
        /// Caught signals as a bit mask, without real-time signals. `stat` field 34; count; gauge; of the process.
        sigcatch: Integer,
        /// 1 if the thread waits in the kernel, else 0; an address on old kernels. `stat` field 35; count; gauge; of one thread; 0 without the right to trace the process, and under /proc/PID if there are several threads.
        wchan: Integer,
        /// Unused, always 0. `stat` field 36; count; gauge.
        nswap: Integer,
        /// Unused, always 0. `stat` field 37; count; gauge.
        cnswap: Integer,
        /// Signal that the parent gets when the thread ends. `stat` field 38; count; gauge; of one thread; -1 for all threads but the main thread.
        exit_signal: Real,
        /// CPU on which the thread ran last. `stat` field 39; count; gauge; of one thread.
        processor: Integer,
        /// Real-time priority, 1 to 99; 0 for a thread without real-time scheduling. `stat` field 40; count; gauge; of one thread.
        rt_priority: Integer,
        /// Scheduling policy (SCHED_*). `stat` field 41; count; gauge; of one thread.
        policy: Integer,
        /// Time in which the thread waited for block I/O. `stat` field 42; ticks; counter, 64 bits; of one thread; 0 if delay accounting is off, which is the default since 5.14.
        delayacct_blkio_ticks: Integer,
        /// CPU time in which virtual CPUs of a guest ran; `utime_ticks` includes this time. `stat` field 43; ticks; counter, 64 bits; of all threads.
        guest_time_ticks: Integer,
        /// CPU time in which virtual CPUs of a guest ran, of children that ended and were waited for. `stat` field 44; ticks; counter, 64 bits; of the process.
        cguest_time_ticks: Integer,
        /// Address at which the program's data begin. `stat` field 45; count; gauge; since 3.3; of the process; 0 without the right to trace the process.
        start_data: Integer,
        /// Address at which the program's data end. `stat` field 46; count; gauge; since 3.3; of the process; 0 without the right to trace the process.
        end_data: Integer,
        /// Address at which the heap begins. `stat` field 47; count; gauge; since 3.3; of the process; 0 without the right to trace the process.
        start_brk: Integer,
        /// Address at which the command line begins. `stat` field 48; count; gauge; since 3.5; of the process; 0 without the right to trace the process.
        arg_start: Integer,
        /// Address at which the command line ends. `stat` field 49; count; gauge; since 3.5; of the process; 0 without the right to trace the process.
        arg_end: Integer,
        /// Address at which the environment begins. `stat` field 50; count; gauge; since 3.5; of the process; 0 without the right to trace the process.
        env_start: Integer,
        /// Address at which the environment ends. `stat` field 51; count; gauge; since 3.5; of the process; 0 without the right to trace the process.
        env_end: Integer,
        /// Exit status of a zombie, in the form of waitpid(2). `stat` field 52; count; gauge; since 3.5; 0 for all other processes, and without the right to trace the process.
        exit_code: Integer,
        /// Process ID of the process to which the thread belongs. `status` `Tgid`; count; label.
        tgid: Integer,
        /// Capacity of the table of file descriptors, which may be much more than the number of open descriptors. `status` `FDSize`; count; gauge; of the process; 0 for zombies.
        fd_size: Integer,
        /// 1 for a kernel thread, else 0. `status` `Kthread`; count; gauge; since about 6.6; on older kernels see `flags`.
        kthread: Integer,
        /// Largest size of the address space so far. `status` `VmPeak`; bytes; gauge; of the process; absent for kernel threads and zombies.
        vm_peak_bytes: Integer,
        /// Size of the address space. `status` `VmSize`; bytes; gauge; of the process; absent for kernel threads and zombies.
        vm_size_bytes: Integer,
        /// Memory that the process locked into RAM, for example with mlock(2). `status` `VmLck`; bytes; gauge; of the process; absent for kernel threads and zombies.
        vm_lck_bytes: Integer,
        /// Memory pinned by the kernel for the process: pages that cannot be moved. `status` `VmPin`; bytes; gauge; since 3.2; of the process; absent for kernel threads and zombies.
        vm_pin_bytes: Integer,
        /// Largest resident memory so far; writing 5 to /proc/PID/clear_refs resets the value to the present size. `status` `VmHWM`; bytes; gauge; of the process; absent for kernel threads and zombies.
        vm_hwm_bytes: Integer,
        /// Resident memory: the sum of RssAnon, RssFile and RssShmem. `status` `VmRSS`; bytes; gauge; of the process; absent for kernel threads and zombies.
        vm_rss_bytes: Integer,
        /// Resident anonymous memory. `status` `RssAnon`; bytes; gauge; since 4.5; of the process; absent for kernel threads and zombies.
        rss_anon_bytes: Integer,
        /// Resident pages of mapped files. `status` `RssFile`; bytes; gauge; since 4.5; of the process; absent for kernel threads and zombies.
        rss_file_bytes: Integer,
        /// Resident shared memory, tmpfs included. `status` `RssShmem`; bytes; gauge; since 4.5; of the process; absent for kernel threads and zombies.
        rss_shmem_bytes: Integer,
        /// Size of the data segments in the address space. `status` `VmData`; bytes; gauge; of the process; absent for kernel threads and zombies.
        vm_data_bytes: Integer,
        /// Size of the stack segments in the address space. `status` `VmStk`; bytes; gauge; of the process; absent for kernel threads and zombies.
        vm_stk_bytes: Integer,
        /// Size of the program's code in the address space. `status` `VmExe`; bytes; gauge; of the process; absent for kernel threads and zombies.
        vm_exe_bytes: Integer,
        /// Size of the code of shared libraries in the address space. `status` `VmLib`; bytes; gauge; of the process; absent for kernel threads and zombies.
        vm_lib_bytes: Integer,
        /// Memory of the page tables. `status` `VmPTE`; bytes; gauge; of the process; absent for kernel threads and zombies.
        vm_pte_bytes: Integer,
        /// Anonymous private memory that is swapped out. `status` `VmSwap`; bytes; gauge; since 2.6.34; of the process; absent for kernel threads and zombies.
        vm_swap_bytes: Integer,
        /// Memory in huge pages of hugetlbfs, which the other members of `status` do not count. `status` `HugetlbPages`; bytes; gauge; since 4.4; of the process; absent for kernel threads and zombies.
        hugetlb_pages_bytes: Integer,
        /// 1 while the process dumps core, else 0. `status` `CoreDumping`; count; gauge; since 4.15; of the process; absent for kernel threads and zombies.
        core_dumping: Integer,
        /// 1 if the process may use transparent huge pages, else 0. `status` `THP_enabled`; count; gauge; since 5.0; of the process; absent for kernel threads and zombies.
        thp_enabled: Integer,
        /// Number of CPUs on which the thread may run. `status` `Cpus_allowed_list`; count; gauge; of one thread.
        cpus_allowed: Integer,
        /// Number of memory nodes that the thread may use. `status` `Mems_allowed_list`; count; gauge; of one thread.
        mems_allowed: Integer,
        /// Voluntary context switches: the thread gave up a CPU to wait. `status` `voluntary_ctxt_switches`; count; counter of the kernel's `unsigned long`; of one thread.
        voluntary_ctxt_switches: Integer,
        /// Involuntary context switches: the kernel took a CPU from the thread. `status` `nonvoluntary_ctxt_switches`; count; counter of the kernel's `unsigned long`; of one thread.
        nonvoluntary_ctxt_switches: Integer,
        /// Memory of the page tables of the second level. `status` `VmPMD`; bytes; gauge; since 4.0, until 4.14; of the process; absent for kernel threads and zombies.
        vm_pmd_bytes: Integer,
        /// Real user ID. `status` `Uid`, first value; count; label; of one thread; 65534 if the reader's user namespace does not map the user.
        uid_real: Integer,
        /// Effective user ID. `status` `Uid`, second value; count; label; of one thread; 65534 if the reader's user namespace does not map the user.
        uid_effective: Integer,
        /// Saved user ID. `status` `Uid`, third value; count; label; of one thread; 65534 if the reader's user namespace does not map the user.
        uid_saved: Integer,
        /// User ID for file access. `status` `Uid`, fourth value; count; label; of one thread; 65534 if the reader's user namespace does not map the user.
        uid_fs: Integer,
        /// Group of processes whose memory the kernel moves between nodes together; 0 for none. `status` `Ngid`; count; label; since 3.13; of one thread.
        ngid: Integer,
        /// Process that traces the thread; 0 for none. `status` `TracerPid`; count; label; of one thread.
        tracer_pid: Integer,
        /// Real group ID. `status` `Gid`, first value; count; label; of one thread; 65534 if the reader's user namespace does not map the group.
        gid_real: Integer,
        /// Effective group ID. `status` `Gid`, second value; count; label; of one thread.
        gid_effective: Integer,
        /// Saved group ID. `status` `Gid`, third value; count; label; of one thread.
        gid_saved: Integer,
        /// Group ID for file systems. `status` `Gid`, fourth value; count; label; of one thread.
        gid_fs: Integer,
        /// Process ID in the process's own PID namespace, as the process itself sees it. `status` `NStgid`, last value; count; label; since 4.1; of the process; absent without CONFIG_PID_NS.
        ns_tgid: Integer,
        /// Thread ID in the process's own PID namespace. `status` `NSpid`, last value; count; label; since 4.1; of one thread; absent without CONFIG_PID_NS.
        ns_pid: Integer,
        /// Process group in the process's own PID namespace; 0 if the group is of a namespace above. `status` `NSpgid`, last value; count; label; since 4.1; of the process; absent without CONFIG_PID_NS.
        ns_pgid: Integer,
        /// Session in the process's own PID namespace; 0 if the session is of a namespace above. `status` `NSsid`, last value; count; label; since 4.1; of the process; absent without CONFIG_PID_NS.
        ns_sid: Integer,
        /// 1 if no program that the thread starts can gain privileges, else 0. `status` `NoNewPrivs`; count; gauge; since 4.10; of one thread.
        no_new_privs: Integer,
        /// Limit of system calls: 0 for none, 1 for strict mode, 2 for filters (seccomp). `status` `Seccomp`; count; gauge; since 3.8; of one thread; absent without CONFIG_SECCOMP.
        seccomp: Integer,
        /// Number of seccomp filters. `status` `Seccomp_filters`; count; gauge; since 5.9; of one thread; absent without CONFIG_SECCOMP_FILTER.
        seccomp_filters: Integer,
        /// Size of the address space. `statm`, first value; pages; gauge; of the process; 0 for kernel threads and zombies.
        statm_size_pages: Integer,
        /// Resident memory. `statm`, second value; pages; gauge; of the process; 0 for kernel threads and zombies.
        statm_resident_pages: Integer,
        /// Resident pages of mapped files and of shared memory. `statm`, third value; pages; gauge; of the process; 0 for kernel threads and zombies.
        statm_shared_pages: Integer,
        /// Size of the program's code in the address space. `statm`, fourth value; pages; gauge; of the process; 0 for kernel threads and zombies.
        statm_text_pages: Integer,
        /// Unused, always 0. `statm`, fifth value; pages; gauge; of the process.
        statm_lib_pages: Integer,
        /// Size of the data and stack segments in the address space. `statm`, sixth value; pages; gauge; of the process; 0 for kernel threads and zombies.
        statm_data_pages: Integer,
        /// Unused, always 0. `statm`, seventh value; pages; gauge; of the process.
        statm_dt_pages: Integer,
        /// Bytes read with read(2) and similar calls, from files, caches, pipes and devices alike. `io` `rchar`; bytes; counter, 64 bits; of all threads.
        rchar_bytes: Integer,
        /// Bytes written with write(2) and similar calls, to files, pipes and devices alike. `io` `wchar`; bytes; counter, 64 bits; of all threads.
        wchar_bytes: Integer,
        /// Calls of read(2) and similar functions. `io` `syscr`; count; counter, 64 bits; of all threads.
        syscr: Integer,
        /// Calls of write(2) and similar functions. `io` `syscw`; count; counter, 64 bits; of all threads.
        syscw: Integer,
        /// Bytes fetched from block devices. `io` `read_bytes`; bytes; counter, 64 bits; of all threads.
        read_bytes: Integer,
        /// Bytes to be written to block devices, counted when a page of the cache becomes dirty. `io` `write_bytes`; bytes; counter, 64 bits; of all threads.
        write_bytes: Integer,
        /// Bytes that were not written because the process truncated a file, even a file that another process wrote; may be more than `write_bytes`. `io` `cancelled_write_bytes`; bytes; counter, 64 bits; of all threads.
        cancelled_write_bytes: Integer,
        /// CPU time, updated at each tick while the thread runs. `schedstat`, first value; nanoseconds; counter, 64 bits; of one thread; unknown if `schedstat` is `0 0 0`: the kernel does not count, or the thread has never run.
        run_time_ns: Integer,
        /// Time in which the thread was ready to run and waited for a CPU. `schedstat`, second value; nanoseconds; counter, 64 bits; of one thread; unknown if `schedstat` is `0 0 0`.
        run_delay_ns: Integer,
        /// Number of times that the thread got a CPU. `schedstat`, third value; count; counter of the kernel's `unsigned long`; of one thread; unknown if `schedstat` is `0 0 0`.
        timeslices: Integer,
        /// Resident memory, shared pages included. `smaps_rollup` `Rss`; bytes; gauge; of the process.
        smaps_rss_bytes: Integer,
        /// Proportional set size: resident memory, each shared page divided by the number of its users. `smaps_rollup` `Pss`; bytes; gauge; of the process.
        smaps_pss_bytes: Integer,
        /// Dirty part of the proportional set size. `smaps_rollup` `Pss_Dirty`; bytes; gauge; since 6.0; of the process.
        smaps_pss_dirty_bytes: Integer,
        /// Anonymous part of the proportional set size. `smaps_rollup` `Pss_Anon`; bytes; gauge; since 5.4; of the process.
        smaps_pss_anon_bytes: Integer,
        /// File pages in the proportional set size. `smaps_rollup` `Pss_File`; bytes; gauge; since 5.4; of the process.
        smaps_pss_file_bytes: Integer,
        /// Shared memory in the proportional set size. `smaps_rollup` `Pss_Shmem`; bytes; gauge; since 5.4; of the process.
        smaps_pss_shmem_bytes: Integer,
        /// Resident clean pages that other processes map too. `smaps_rollup` `Shared_Clean`; bytes; gauge; of the process.
        smaps_shared_clean_bytes: Integer,
        /// Resident dirty pages that other processes map too. `smaps_rollup` `Shared_Dirty`; bytes; gauge; of the process.
        smaps_shared_dirty_bytes: Integer,
        /// Resident clean pages that only this process maps. `smaps_rollup` `Private_Clean`; bytes; gauge; of the process.
        smaps_private_clean_bytes: Integer,
        /// Resident dirty pages that only this process maps; the end of the process frees its clean and dirty private pages. `smaps_rollup` `Private_Dirty`; bytes; gauge; of the process.
        smaps_private_dirty_bytes: Integer,
        /// Resident pages marked as used lately. `smaps_rollup` `Referenced`; bytes; gauge; of the process.
        smaps_referenced_bytes: Integer,
        /// Resident memory that belongs to no file. `smaps_rollup` `Anonymous`; bytes; gauge; of the process.
        smaps_anonymous_bytes: Integer,
        /// Resident pages that KSM merged with equal pages. `smaps_rollup` `KSM`; bytes; gauge; since 6.7; of the process.
        smaps_ksm_bytes: Integer,
        /// Memory that the process marked as free (MADV_FREE) and the kernel has not reclaimed yet. `smaps_rollup` `LazyFree`; bytes; gauge; of the process.
        smaps_lazy_free_bytes: Integer,
        /// Anonymous memory in transparent huge pages. `smaps_rollup` `AnonHugePages`; bytes; gauge; of the process.
        smaps_anon_huge_pages_bytes: Integer,
        /// Shared memory mapped in huge pages. `smaps_rollup` `ShmemPmdMapped`; bytes; gauge; of the process.
        smaps_shmem_pmd_mapped_bytes: Integer,
        /// File pages mapped in huge pages. `smaps_rollup` `FilePmdMapped`; bytes; gauge; since 5.4; of the process.
        smaps_file_pmd_mapped_bytes: Integer,
        /// Huge pages of hugetlbfs that other processes map too; not part of `smaps_rss_bytes`. `smaps_rollup` `Shared_Hugetlb`; bytes; gauge; of the process.
        smaps_shared_hugetlb_bytes: Integer,
        /// Huge pages of hugetlbfs that only this process maps; not part of `smaps_rss_bytes`. `smaps_rollup` `Private_Hugetlb`; bytes; gauge; of the process.
        smaps_private_hugetlb_bytes: Integer,
        /// Anonymous memory that is swapped out. `smaps_rollup` `Swap`; bytes; gauge; of the process.
        smaps_swap_bytes: Integer,
        /// Anonymous memory that is swapped out, each shared page divided by the number of its users. `smaps_rollup` `SwapPss`; bytes; gauge; of the process.
        smaps_swap_pss_bytes: Integer,
        /// Memory locked into RAM, each shared page divided by the number of its users. `smaps_rollup` `Locked`; bytes; gauge; of the process.
        smaps_locked_bytes: Integer,
    } {
        /// `stat`
        STAT: "stat", 16001,
        /// `status`
        STATUS: "status", 16002,
        /// `statm`
        STATM: "statm", 16003,
        /// `io`
        IO: "io", 16004,
        /// `schedstat`
        SCHEDSTAT: "schedstat", 16005,
        /// `smaps_rollup`
        SMAPS_ROLLUP: "smaps_rollup", 16006,
    }
    /// `struct vmm_process_usage`
    ProcessUsage, vmm_process_usage, "process_usage", 17 {
        /// Process ID or thread ID, from the later sample. Identity.
        pid: Integer,
        /// Start time of the process or thread, from the later sample. Ticks; identity.
        starttime_ticks: Integer,
        /// Mean number of CPUs used, time of guests included. Count; gauge; needs `utime_ticks`, `stime_ticks` and the tick rate.
        cores_used: Real,
        /// Mean number of CPUs used in user mode, time of guests included. Count; gauge; needs `utime_ticks` and the tick rate.
        user_cores: Real,
        /// Mean number of CPUs used in the kernel. Count; gauge; needs `stime_ticks` and the tick rate.
        system_cores: Real,
        /// Mean number of CPUs used to run a guest; a part of `user_cores`, apart from rounding. Count; gauge; needs `guest_time_ticks` and the tick rate.
        guest_cores: Real,
        /// Minor page faults (no disk read) per second. 1/s; gauge; needs `minflt`.
        minflt_per_second: Real,
        /// Major page faults (with a disk read) per second. 1/s; gauge; needs `majflt`.
        majflt_per_second: Real,
        /// Bytes per second read with read(2) and similar calls, from files, caches, pipes and devices alike. Bytes/s; gauge; needs `rchar_bytes`.
        rchar_bytes_per_second: Real,
        /// Bytes per second written with write(2) and similar calls, to files, pipes and devices alike. Bytes/s; gauge; needs `wchar_bytes`.
        wchar_bytes_per_second: Real,
        /// Calls of read(2) and similar functions per second. 1/s; gauge; needs `syscr`.
        syscr_per_second: Real,
        /// Calls of write(2) and similar functions per second. 1/s; gauge; needs `syscw`.
        syscw_per_second: Real,
        /// Bytes per second fetched from block devices. Bytes/s; gauge; needs `read_bytes`.
        read_bytes_per_second: Real,
        /// Bytes per second to be written to block devices. Bytes/s; gauge; needs `write_bytes`.
        write_bytes_per_second: Real,
        /// Bytes per second that were not written because the process truncated files. Bytes/s; gauge; needs `cancelled_write_bytes`; may be more than `write_bytes_per_second`, since other processes may have written these files.
        cancelled_write_bytes_per_second: Real,
        /// Share of the time in which one thread was ready to run and waited for a CPU; the main thread for samples of /proc/PID. Count; gauge; needs `run_delay_ns`; vmm_threads_usage_between() gives the number for all threads.
        run_delay_cores: Real,
        /// Voluntary context switches per second of one thread; the main thread for samples of /proc/PID. 1/s; gauge; needs `voluntary_ctxt_switches`.
        voluntary_ctxt_switches_per_second: Real,
        /// Involuntary context switches per second of one thread; the main thread for samples of /proc/PID. 1/s; gauge; needs `nonvoluntary_ctxt_switches`.
        nonvoluntary_ctxt_switches_per_second: Real,
        /// Mean number of CPUs used outside of the guest: `cores_used` without `guest_cores`. Count; gauge; needs the inputs of both. For a VM monitor this is its overhead and the kernel's work for it, also where its threads have no names; the work that the kernel does in threads of virtual CPUs counts here, unlike in `overhead_cores` of struct vmm_threads_usage.
        outside_guest_cores: Real,
    } {
    }
    /// `struct vmm_threads_usage`
    ThreadsUsage, vmm_threads_usage, "threads_usage", 18 {
        /// Number of threads in the later sample. Count; gauge.
        threads: Integer,
        /// Number of threads that are in both samples. Count; gauge.
        threads_matched: Integer,
        /// Number of threads that started between the samples. Count; gauge.
        threads_new: Integer,
        /// Number of threads that ended between the samples. Count; gauge.
        threads_gone: Integer,
        /// Number of threads in the later sample that have the name of a virtual CPU. Count; gauge.
        vcpus: Integer,
        /// Mean number of CPUs used by threads of virtual CPUs: by the guest, and by the kernel and the VMM for the guest in these threads. Count; gauge; needs `run_time_ns`; unknown without a thread of a virtual CPU.
        vcpu_cores: Real,
        /// Mean number of CPUs used by threads that are not of virtual CPUs: the VMM's own threads, and the kernel's helpers inside its process, such as `vhost-PID` and `iou-wrk-TID`. Count; gauge; needs `run_time_ns`; unknown without a thread of a virtual CPU, since virtual CPUs may have no names; contains `unexplained_cores` if that is known.
        overhead_cores: Real,
        /// Mean number of CPUs used by all threads. Count; gauge; needs `run_time_ns`, or else `cores_used` of the process; contains `unexplained_cores` if that is known.
        total_cores: Real,
        /// Mean number of virtual CPUs that were ready to run and waited for a CPU; the guest sees this time as steal. Count; gauge; needs `run_delay_ns`; unknown without a thread of a virtual CPU.
        vcpu_run_delay_cores: Real,
        /// Mean number of other threads, not of virtual CPUs, that were ready to run and waited for a CPU. Count; gauge; needs `run_delay_ns`; unknown without a thread of a virtual CPU.
        overhead_run_delay_cores: Real,
        /// Mean number of threads that were ready to run and waited for a CPU. Count; gauge; needs `run_delay_ns`.
        total_run_delay_cores: Real,
        /// Voluntary context switches of all threads per second. 1/s; gauge; needs `voluntary_ctxt_switches`.
        voluntary_ctxt_switches_per_second: Real,
        /// Involuntary context switches of all threads per second. 1/s; gauge; needs `nonvoluntary_ctxt_switches`.
        nonvoluntary_ctxt_switches_per_second: Real,
        /// Mean number of CPUs that the process used and none of its threads explains: threads that began or ended between the samples used them. Count; gauge; needs `run_time_ns` and `cores_used` of the process; 0 if the difference is at most 20 milliseconds and a hundredth of the threads' time.
        unexplained_cores: Real,
    } {
    }
    /// `struct vmm_net`
    Net, vmm_net, "net", 19 {
        /// Interface name, unique in its network namespace only. /proc/net/dev; identity if `ifindex` is unknown in one of the two records, as an interface that is renamed keeps its index and its counters; absent in all files of /sys/class/net/IF, so set by the caller there.
        name: Name<16>,
        /// Number set by the caller to tell the interface from a later one with the same name and index. Identity.
        instance_id: Integer,
        /// Interface index, unique in its network namespace only, where it identifies the interface as long as this exists; a new interface gets a new index, but TAPs in namespaces that were set up alike often have the same index, so set `instance_id` to compare records of several namespaces. `ifindex`; count; identity.
        ifindex: Integer,
        /// Index of the interface below, or of a veth's other end, which may be in another namespace; the interface's own index if there is no such interface. `iflink`; count; label.
        iflink: Integer,
        /// Bytes received. `statistics/rx_bytes`, /proc/net/dev `bytes`; bytes; counter, 64 bits.
        rx_bytes: Integer,
        /// Packets received. `statistics/rx_packets`, /proc/net/dev `packets`; count; counter, 64 bits.
        rx_packets: Integer,
        /// Bad packets received. `statistics/rx_errors`, /proc/net/dev `errs`; count; counter, 64 bits.
        rx_errors: Integer,
        /// Received packets that were dropped: the sum of `rx_dropped` and `rx_missed_errors`. /proc/net/dev `drop`; count; counter, 64 bits.
        net_dev_rx_drop: Integer,
        /// Errors of the receive queue, such as overflows. `statistics/rx_fifo_errors`, /proc/net/dev `fifo`; count; counter, 64 bits.
        rx_fifo_errors: Integer,
        /// Malformed packets received: the sum of `rx_length_errors`, `rx_over_errors`, `rx_crc_errors` and `rx_frame_errors`. /proc/net/dev `frame`; count; counter, 64 bits.
        net_dev_rx_frame: Integer,
        /// Compressed packets received. `statistics/rx_compressed`, /proc/net/dev `compressed`; count; counter, 64 bits.
        rx_compressed: Integer,
        /// Multicast packets received. `statistics/multicast`, /proc/net/dev `multicast`; count; counter, 64 bits; not counted by many drivers.
        multicast: Integer,
        /// Bytes sent. `statistics/tx_bytes`, /proc/net/dev `bytes`; bytes; counter, 64 bits.
        tx_bytes: Integer,
        /// Packets sent. `statistics/tx_packets`, /proc/net/dev `packets`; count; counter, 64 bits.
        tx_packets: Integer,
        /// Packets that could not be sent. `statistics/tx_errors`, /proc/net/dev `errs`; count; counter, 64 bits.
        tx_errors: Integer,
        /// Packets dropped while sending; for a TAP packets that had no reader or did not fit into its queue. `statistics/tx_dropped`, /proc/net/dev `drop`; count; counter, 64 bits.
        tx_dropped: Integer,
        /// Errors of the send queue. `statistics/tx_fifo_errors`, /proc/net/dev `fifo`; count; counter, 64 bits.
        tx_fifo_errors: Integer,
        /// Collisions while sending. `statistics/collisions`, /proc/net/dev `colls`; count; counter, 64 bits.
        collisions: Integer,
        /// Packets not sent because of link errors: the sum of `tx_carrier_errors`, `tx_aborted_errors`, `tx_window_errors` and `tx_heartbeat_errors`. /proc/net/dev `carrier`; count; counter, 64 bits.
        net_dev_tx_carrier: Integer,
        /// Compressed packets sent. `statistics/tx_compressed`, /proc/net/dev `compressed`; count; counter, 64 bits.
        tx_compressed: Integer,
        /// Received packets that the kernel dropped. `statistics/rx_dropped`; count; counter, 64 bits.
        rx_dropped: Integer,
        /// Received packets that the device dropped because it had no free buffer. `statistics/rx_missed_errors`; count; counter, 64 bits.
        rx_missed_errors: Integer,
        /// Packets received with a wrong length. `statistics/rx_length_errors`; count; counter, 64 bits.
        rx_length_errors: Integer,
        /// Packets received that were too large for the device or its buffers. `statistics/rx_over_errors`; count; counter, 64 bits.
        rx_over_errors: Integer,
        /// Packets received with a wrong checksum. `statistics/rx_crc_errors`; count; counter, 64 bits.
        rx_crc_errors: Integer,
        /// Packets received with a malformed frame, such as a wrong alignment. `statistics/rx_frame_errors`; count; counter, 64 bits.
        rx_frame_errors: Integer,
        /// Received packets dropped because no protocol takes packets from this interface, as on the inactive port of a bond. `statistics/rx_nohandler`; count; counter, 64 bits; since 4.6.
        rx_nohandler: Integer,
        /// Packets not sent because the link had no carrier. `statistics/tx_carrier_errors`; count; counter, 64 bits.
        tx_carrier_errors: Integer,
        /// Packets whose sending was aborted. `statistics/tx_aborted_errors`; count; counter, 64 bits.
        tx_aborted_errors: Integer,
        /// Packets not sent because of a late collision. `statistics/tx_window_errors`; count; counter, 64 bits.
        tx_window_errors: Integer,
        /// Packets sent without the heartbeat signal of old half-duplex Ethernet. `statistics/tx_heartbeat_errors`; count; counter, 64 bits.
        tx_heartbeat_errors: Integer,
        /// State of the interface, one of VMM_NET_OPERSTATE_*; follows the carrier with a delay. `operstate`; count; gauge.
        operstate: Integer,
        /// 1 if the link has a carrier, else 0; for a TAP 1 if a program has the TAP open. `carrier`; count; gauge; absent while the interface is switched off, since reading the file fails then.
        carrier: Integer,
        /// Times that the carrier came or went. `carrier_changes`; count; counter, 32 bits; since 3.15.
        carrier_changes: Integer,
        /// Times that the carrier came. `carrier_up_count`; count; counter, 32 bits; since 4.16.
        carrier_up_count: Integer,
        /// Times that the carrier went. `carrier_down_count`; count; counter, 32 bits; since 4.16.
        carrier_down_count: Integer,
        /// Link speed, converted from Mbit/s; **not a real speed for a TAP or veth**: a fixed 10 Gbit/s, or 10 Mbit/s for a TAP before Linux 6.2. `speed`; bits/s; gauge; unknown for -1, 0, 65535 and 4294967295, which drivers print for an unknown speed; absent for loopback and while the interface is switched off, since reading the file fails then.
        speed_bits_per_second: Integer,
        /// Duplex mode, one of VMM_NET_DUPLEX_*; **not a real mode for a TAP or veth**. `duplex`; count; gauge; absent for loopback and while the interface is switched off, since reading the file fails then.
        duplex: Integer,
        /// Largest packet that can be sent (MTU), without the link header. `mtu`; bytes; limit.
        mtu_bytes: Limit,
        /// Interface flags (IFF_*), such as 1 for switched on and 8 for loopback. `flags`; count; gauge.
        flags: Integer,
        /// Link type (ARPHRD_*): 1 for Ethernet and TAP, 772 for loopback, 65534 for TUN. `type`; count; gauge.
        r#type: Integer,
        /// Number of packets that the send queue can hold. `tx_queue_len`; count; limit.
        tx_queue_len: Limit,
        /// How the hardware address was chosen: 0 for a permanent one, 1 for a random one, 2 for one of another device, 3 for one that was set. `addr_assign_type`; count; gauge.
        addr_assign_type: Integer,
        /// Length of the hardware address. `addr_len`; bytes; gauge.
        addr_len_bytes: Integer,
        /// Number that tells interfaces with the same hardware address apart. `dev_id`; count; gauge.
        dev_id: Integer,
        /// Port of a device that has several ports. `dev_port`; count; gauge; since 3.15.
        dev_port: Integer,
        /// 1 if the interface waits for something from outside, such as an authentication, else 0. `dormant`; count; gauge; absent while the interface is switched off, since reading the file fails then.
        dormant: Integer,
        /// 1 while the interface is tested, else 0. `testing`; count; gauge; since 5.8; absent while the interface is switched off, since reading the file fails then.
        testing: Integer,
        /// State after the interface is switched on: 0 for up, 1 for dormant. `link_mode`; count; gauge.
        link_mode: Integer,
        /// Where the name is from: 1 for counted by the kernel, 2 for predictable, 3 for chosen by a program, 4 for renamed. `name_assign_type`; count; gauge; since 3.17; absent if the kernel cannot tell, since reading the file fails then.
        name_assign_type: Integer,
        /// Group of the interface, which rules of routing can use. `netdev_group`; count; gauge.
        netdev_group: Integer,
        /// 1 if a program holds the link down because of an error, else 0. `proto_down`; count; gauge; since 4.3.
        proto_down: Integer,
        /// 1 if threads of the kernel receive the packets, 0 if interrupts do. `threaded`; count; gauge; since 5.12; absent if the driver does not use NAPI.
        threaded: Integer,
        /// Times that an empty queue is polled before interrupts are switched on again. `napi_defer_hard_irqs`; count; gauge; since 5.8.
        napi_defer_hard_irqs: Integer,
        /// Time after which merged packets (GRO) are passed on. `gro_flush_timeout`; nanoseconds; gauge; since 3.19.
        gro_flush_timeout_ns: Integer,
        /// Flags of a TUN or TAP (IFF_*), such as 2 for a TAP and 0x1000 for one without a header. `tun_flags`; count; gauge; only of a TUN or TAP.
        tun_flags: Integer,
        /// User who may open the TUN or TAP. `owner`; count; label; only of a TUN or TAP; unknown if no user was set.
        owner: Integer,
        /// Group whose users may open the TUN or TAP. `group`; count; label; only of a TUN or TAP; unknown if no group was set.
        group: Integer,
    } {
        /// `ifindex`
        IFINDEX: "ifindex", 19001,
        /// `iflink`
        IFLINK: "iflink", 19002,
        /// `statistics/rx_bytes`
        STATISTICS_RX_BYTES: "statistics/rx_bytes", 19003,
        /// `statistics/rx_packets`
        STATISTICS_RX_PACKETS: "statistics/rx_packets", 19004,
        /// `statistics/rx_errors`
        STATISTICS_RX_ERRORS: "statistics/rx_errors", 19005,
        /// `statistics/rx_fifo_errors`
        STATISTICS_RX_FIFO_ERRORS: "statistics/rx_fifo_errors", 19006,
        /// `statistics/rx_compressed`
        STATISTICS_RX_COMPRESSED: "statistics/rx_compressed", 19007,
        /// `statistics/multicast`
        STATISTICS_MULTICAST: "statistics/multicast", 19008,
        /// `statistics/tx_bytes`
        STATISTICS_TX_BYTES: "statistics/tx_bytes", 19009,
        /// `statistics/tx_packets`
        STATISTICS_TX_PACKETS: "statistics/tx_packets", 19010,
        /// `statistics/tx_errors`
        STATISTICS_TX_ERRORS: "statistics/tx_errors", 19011,
        /// `statistics/tx_dropped`
        STATISTICS_TX_DROPPED: "statistics/tx_dropped", 19012,
        /// `statistics/tx_fifo_errors`
        STATISTICS_TX_FIFO_ERRORS: "statistics/tx_fifo_errors", 19013,
        /// `statistics/collisions`
        STATISTICS_COLLISIONS: "statistics/collisions", 19014,
        /// `statistics/tx_compressed`
        STATISTICS_TX_COMPRESSED: "statistics/tx_compressed", 19015,
        /// `statistics/rx_dropped`
        STATISTICS_RX_DROPPED: "statistics/rx_dropped", 19016,
        /// `statistics/rx_missed_errors`
        STATISTICS_RX_MISSED_ERRORS: "statistics/rx_missed_errors", 19017,
        /// `statistics/rx_length_errors`
        STATISTICS_RX_LENGTH_ERRORS: "statistics/rx_length_errors", 19018,
        /// `statistics/rx_over_errors`
        STATISTICS_RX_OVER_ERRORS: "statistics/rx_over_errors", 19019,
        /// `statistics/rx_crc_errors`
        STATISTICS_RX_CRC_ERRORS: "statistics/rx_crc_errors", 19020,
        /// `statistics/rx_frame_errors`
        STATISTICS_RX_FRAME_ERRORS: "statistics/rx_frame_errors", 19021,
        /// `statistics/rx_nohandler`
        STATISTICS_RX_NOHANDLER: "statistics/rx_nohandler", 19022,
        /// `statistics/tx_carrier_errors`
        STATISTICS_TX_CARRIER_ERRORS: "statistics/tx_carrier_errors", 19023,
        /// `statistics/tx_aborted_errors`
        STATISTICS_TX_ABORTED_ERRORS: "statistics/tx_aborted_errors", 19024,
        /// `statistics/tx_window_errors`
        STATISTICS_TX_WINDOW_ERRORS: "statistics/tx_window_errors", 19025,
        /// `statistics/tx_heartbeat_errors`
        STATISTICS_TX_HEARTBEAT_ERRORS: "statistics/tx_heartbeat_errors", 19026,
        /// `operstate`
        OPERSTATE: "operstate", 19027,
        /// `carrier`
        CARRIER: "carrier", 19028,
        /// `carrier_changes`
        CARRIER_CHANGES: "carrier_changes", 19029,
        /// `carrier_up_count`
        CARRIER_UP_COUNT: "carrier_up_count", 19030,
        /// `carrier_down_count`
        CARRIER_DOWN_COUNT: "carrier_down_count", 19031,
        /// `speed`
        SPEED: "speed", 19032,
        /// `duplex`
        DUPLEX: "duplex", 19033,
        /// `mtu`
        MTU: "mtu", 19034,
        /// `flags`
        FLAGS: "flags", 19035,
        /// `type`
        TYPE: "type", 19036,
        /// `tx_queue_len`
        TX_QUEUE_LEN: "tx_queue_len", 19037,
        /// `addr_assign_type`
        ADDR_ASSIGN_TYPE: "addr_assign_type", 19038,
        /// `addr_len`
        ADDR_LEN: "addr_len", 19039,
        /// `dev_id`
        DEV_ID: "dev_id", 19040,
        /// `dev_port`
        DEV_PORT: "dev_port", 19041,
        /// `dormant`
        DORMANT: "dormant", 19042,
        /// `testing`
        TESTING: "testing", 19043,
        /// `link_mode`
        LINK_MODE: "link_mode", 19044,
        /// `name_assign_type`
        NAME_ASSIGN_TYPE: "name_assign_type", 19045,
        /// `netdev_group`
        NETDEV_GROUP: "netdev_group", 19046,
        /// `proto_down`
        PROTO_DOWN: "proto_down", 19047,
        /// `threaded`
        THREADED: "threaded", 19048,
        /// `napi_defer_hard_irqs`
        NAPI_DEFER_HARD_IRQS: "napi_defer_hard_irqs", 19049,
        /// `gro_flush_timeout`
        GRO_FLUSH_TIMEOUT: "gro_flush_timeout", 19050,
        /// `tun_flags`
        TUN_FLAGS: "tun_flags", 19051,
        /// `owner`
        OWNER: "owner", 19052,
        /// `group`
        GROUP: "group", 19053,
    }
    /// `struct vmm_net_usage`
    NetUsage, vmm_net_usage, "net_usage", 20 {
        /// Interface name, from the later sample; identity if `ifindex` is unknown in one of the two records.
        name: Name<16>,
        /// Number set by the caller, from the later sample. Identity.
        instance_id: Integer,
        /// Interface index, from the later sample. Count; identity.
        ifindex: Integer,
        /// Bytes received per second. Bytes/s; gauge; needs `rx_bytes`.
        rx_bytes_per_second: Real,
        /// Bytes sent per second. Bytes/s; gauge; needs `tx_bytes`.
        tx_bytes_per_second: Real,
        /// Packets received per second. 1/s; gauge; needs `rx_packets`.
        rx_packets_per_second: Real,
        /// Packets sent per second. 1/s; gauge; needs `tx_packets`.
        tx_packets_per_second: Real,
        /// Bad packets received per second. 1/s; gauge; needs `rx_errors`.
        rx_errors_per_second: Real,
        /// Packets per second that could not be sent. 1/s; gauge; needs `tx_errors`.
        tx_errors_per_second: Real,
        /// Received packets per second that the kernel dropped. 1/s; gauge; needs `rx_dropped`, which /proc/net/dev lacks.
        rx_dropped_per_second: Real,
        /// Packets per second that were dropped while sending. 1/s; gauge; needs `tx_dropped`.
        tx_dropped_per_second: Real,
        /// Received packets per second that the kernel or the device dropped. 1/s; gauge; needs `net_dev_rx_drop`, which only /proc/net/dev has.
        net_dev_rx_drop_per_second: Real,
        /// Multicast packets received per second. 1/s; gauge; needs `multicast`.
        multicast_per_second: Real,
        /// Share of the link speed in use, as sar's %ifutil: the larger of the received and sent rates at full duplex, their sum at half duplex. Ratio; gauge; needs `rx_bytes`, `tx_bytes`, and `speed_bits_per_second` and `duplex` of the later sample; **meaningless for a TAP or veth**, whose speed is not real and may be exceeded; unknown if the duplex mode is unknown (sar takes the sum then).
        utilisation_sar_ratio: Real,
        /// Times that the carrier came or went between the samples. Count; gauge; needs `carrier_changes`; unknown if the growth modulo 2^32 is 2^31 or more.
        carrier_changes: Integer,
    } {
    }
    /// `struct vmm_socket`
    Socket, vmm_socket, "socket", 21 {
        /// Length of an address: 4 for IPv4, 16 for IPv6. Bytes; identity.
        address_bytes: Integer,
        /// Local port. `local_address`; count; identity.
        local_port: Integer,
        /// Port of the peer; 0 without a peer. `rem_address` or `remote_address`; count; identity.
        remote_port: Integer,
        /// State of the socket, one of VMM_SOCKET_STATE_* or a number of a newer kernel. `st`; count; gauge.
        state: Integer,
        /// Bytes waiting to be sent or, with TCP, to be acknowledged; a SYN counts as 1. `tx_queue`; bytes; gauge.
        tx_queue_bytes: Integer,
        /// Bytes waiting to be read; with TCP the peer's FIN counts as 1; with UDP the memory of the waiting packets. `rx_queue`; bytes; gauge; unknown for a listening socket.
        rx_queue_bytes: Integer,
        /// Connections waiting to be accepted. `rx_queue` of a listening socket; count; gauge; unknown for all other sockets.
        accept_queue: Integer,
        /// User ID of the socket's creator; 0 also for a socket without an owner, as in `VMM_SOCKET_STATE_TIME_WAIT`. `uid`; count; label.
        uid: Integer,
        /// Inode number of the socket, as the links of /proc/PID/fd show it; 0 if no process has the socket. `inode`; count; identity.
        inode: Integer,
        /// Packets dropped. `drops` of UDP, raw and similar sockets; count; counter, 32 bits; unknown for TCP; only a thirteenth column that is the last one counts as `drops`.
        drops: Integer,
    } {
    }
    /// `struct vmm_disk`
    Disk, vmm_disk, "disk", 22 {
        /// Major device number. /proc/diskstats, `uevent` `MAJOR`; count; identity.
        major: Integer,
        /// Minor device number. /proc/diskstats, `uevent` `MINOR`; count; identity; a new loop or dm device can get the number of an earlier one.
        minor: Integer,
        /// Device name, such as "vda1". /proc/diskstats; count; identity; absent in all files of /sys/block/DEV, whose directory name has an exclamation mark for each slash.
        name: Name<32>,
        /// Sequence number of the disk, unique since boot; a loop device gets a new number with each file. `diskseq`, `uevent` `DISKSEQ`; count; identity; since 5.15; absent for partitions.
        diskseq: Integer,
        /// Reads completed; merged reads count as one. Column 1; count; counter of the kernel's `unsigned long`; partitions before 2.6.25 count reads before merging.
        reads: Integer,
        /// Reads merged with other reads. Column 2; count; counter of the kernel's `unsigned long`.
        reads_merged: Integer,
        /// Bytes read. Column 3; bytes; counter of the kernel's `unsigned long`, in sectors.
        read_bytes: Integer,
        /// Sum of the times of all reads, from request to completion. Column 4; milliseconds; counter, 32 bits.
        read_ms: Integer,
        /// Writes completed, flushes included; merged writes count as one. Column 5; count; counter of the kernel's `unsigned long`; partitions before 2.6.25 count writes before merging.
        writes: Integer,
        /// Writes merged with other writes. Column 6; count; counter of the kernel's `unsigned long`.
        writes_merged: Integer,
        /// Bytes written. Column 7; bytes; counter of the kernel's `unsigned long`, in sectors.
        write_bytes: Integer,
        /// Sum of the times of all writes, from request to completion. Column 8; milliseconds; counter, 32 bits.
        write_ms: Integer,
        /// Requests in flight. Column 9; count; gauge; unknown if the number is below zero, as old kernels sometimes print.
        in_flight: Integer,
        /// Time in which at least one request was in flight. Column 10; milliseconds; counter, 32 bits; exact before 5.0, sampled once a tick since then.
        io_ms: Integer,
        /// Sum of the times of all requests, overlapping ones included. Column 11; milliseconds; counter, 32 bits; since 5.7 a request's time is added when the request completes, before that as the time passes.
        weighted_io_ms: Integer,
        /// Discards completed; merged discards count as one. Column 12; count; counter of the kernel's `unsigned long`; since 4.18.
        discards: Integer,
        /// Discards merged with other discards. Column 13; count; counter of the kernel's `unsigned long`; since 4.18.
        discards_merged: Integer,
        /// Bytes discarded. Column 14; bytes; counter of the kernel's `unsigned long`, in sectors; since 4.18.
        discard_bytes: Integer,
        /// Sum of the times of all discards, from request to completion. Column 15; milliseconds; counter, 32 bits; since 4.18.
        discard_ms: Integer,
        /// Flushes completed. Column 16; count; counter of the kernel's `unsigned long`; since 5.5; 0 for partitions.
        flushes: Integer,
        /// Sum of the times of all flushes, from request to completion. Column 17; milliseconds; counter, 32 bits; since 5.5; 0 for partitions.
        flush_ms: Integer,
        /// Size of the device. `size`, /proc/partitions; bytes; gauge.
        size_bytes: Integer,
        /// 1 if the device is read-only, else 0. `ro`; count; gauge.
        ro: Integer,
        /// Reads in flight. `inflight`, first number; count; gauge; since 2.6.32; unknown if the number is below zero; new kernels count only requests that the driver has, so that reads and writes together may be fewer than `in_flight`.
        in_flight_reads: Integer,
        /// Writes in flight. `inflight`, second number; count; gauge; since 2.6.32; unknown if the number is below zero; new kernels count only requests that the driver has, so that reads and writes together may be fewer than `in_flight`.
        in_flight_writes: Integer,
        /// 1 if the device lies on other devices whose rows count the same traffic, 0 if not. Number set by the caller for vmm_rows_growth(), which decides by itself if the number is unknown. Label.
        lies_on_others: Integer,
    } {
        /// `stat`
        STAT: "stat", 22001,
        /// `size`
        SIZE: "size", 22002,
        /// `ro`
        RO: "ro", 22003,
        /// `diskseq`
        DISKSEQ: "diskseq", 22004,
        /// `inflight`
        INFLIGHT: "inflight", 22005,
        /// `uevent`
        UEVENT: "uevent", 22006,
    }
    /// `struct vmm_disk_usage`
    DiskUsage, vmm_disk_usage, "disk_usage", 23 {
        /// Major device number. The later sample; count; identity.
        major: Integer,
        /// Minor device number. The later sample; count; identity.
        minor: Integer,
        /// Device name. The later sample; count; identity.
        name: Name<32>,
        /// Reads per second. iostat's r/s; 1/s; gauge.
        reads_per_second: Real,
        /// Merged reads per second. iostat's rrqm/s; 1/s; gauge.
        reads_merged_per_second: Real,
        /// Bytes read per second. iostat's rkB/s times 1024; bytes/s; gauge.
        read_bytes_per_second: Real,
        /// Share of the requested reads that were merged with other reads. iostat's %rrqm; ratio; gauge; unknown without reads.
        reads_merged_ratio: Real,
        /// Mean time of a read, from request to completion. iostat's r_await; milliseconds; gauge; unknown without reads.
        read_await_ms: Real,
        /// Mean size of a read. iostat's rareq-sz times 1024; bytes; gauge; unknown without reads.
        mean_read_bytes: Real,
        /// Writes per second. iostat's w/s; 1/s; gauge.
        writes_per_second: Real,
        /// Merged writes per second. iostat's wrqm/s; 1/s; gauge.
        writes_merged_per_second: Real,
        /// Bytes written per second. iostat's wkB/s times 1024; bytes/s; gauge.
        write_bytes_per_second: Real,
        /// Share of the requested writes that were merged with other writes. iostat's %wrqm; ratio; gauge; unknown without writes.
        writes_merged_ratio: Real,
        /// Mean time of a write, from request to completion. iostat's w_await; milliseconds; gauge; unknown without writes.
        write_await_ms: Real,
        /// Mean size of a write. iostat's wareq-sz times 1024; bytes; gauge; unknown without writes.
        mean_write_bytes: Real,
        /// Discards per second. iostat's d/s; 1/s; gauge.
        discards_per_second: Real,
        /// Merged discards per second. iostat's drqm/s; 1/s; gauge.
        discards_merged_per_second: Real,
        /// Bytes discarded per second. iostat's dkB/s times 1024; bytes/s; gauge.
        discard_bytes_per_second: Real,
        /// Share of the requested discards that were merged with other discards. iostat's %drqm; ratio; gauge; unknown without discards.
        discards_merged_ratio: Real,
        /// Mean time of a discard, from request to completion. iostat's d_await; milliseconds; gauge; unknown without discards.
        discard_await_ms: Real,
        /// Mean size of a discard. iostat's dareq-sz times 1024; bytes; gauge; unknown without discards.
        mean_discard_bytes: Real,
        /// Flushes per second. iostat's f/s; 1/s; gauge.
        flushes_per_second: Real,
        /// Mean time of a flush. iostat's f_await; milliseconds; gauge; unknown without flushes.
        flush_await_ms: Real,
        /// Reads, writes and discards per second. iostat's tps; 1/s; gauge; reads and writes only if the kernel does not count discards.
        transfers_per_second: Real,
        /// Mean time of a read, write or discard, from request to completion. iostat's await; milliseconds; gauge; of reads and writes only if the number or the time of the discards is unknown; unknown without requests.
        await_ms: Real,
        /// Mean size of a read, write or discard. iostat's areq-sz times 1024; bytes; gauge; of reads and writes only if the number or the size of the discards is unknown; unknown without requests.
        mean_transfer_bytes: Real,
        /// Mean number of requests in flight. iostat's aqu-sz; count; gauge; since 5.7 the whole time of a long request counts in the interval in which the request completes.
        queue_length: Real,
        /// Share of the time in which at least one request was in flight. iostat's %util; ratio; gauge; at most 1; unknown if the kernel's counter grew clearly faster than time; 1 does not mean that a device with many queues is at its limit.
        busy_ratio: Real,
        /// Requests in flight in the later sample. `in_flight`; count; gauge.
        in_flight: Integer,
    } {
    }
    /// `struct vmm_system`
    System, vmm_system, "system", 24 {
        /// Load average of the last minute, multiplied by 100. `loadavg`, first number; hundredths; gauge.
        load1_hundredths: Integer,
        /// Load average of the last 5 minutes, multiplied by 100. `loadavg`, second number; hundredths; gauge.
        load5_hundredths: Integer,
        /// Load average of the last 15 minutes, multiplied by 100. `loadavg`, third number; hundredths; gauge.
        load15_hundredths: Integer,
        /// Threads of the machine that run or are ready to run. `loadavg`, before the slash; count; gauge.
        tasks_runnable: Integer,
        /// Number of threads on the machine. `loadavg`, after the slash; count; gauge.
        tasks: Integer,
        /// ID of the process or thread that was created last. `loadavg`, last number; count; gauge; in the PID namespace of the reader.
        last_pid: Integer,
        /// Time since boot in hundredths of a second, including suspended time. `uptime`, first number; hundredths; counter, 64 bits; counted from the boot of the container in a time namespace.
        uptime_hundredths: Integer,
        /// Idle time of all CPUs together, in hundredths of a second. `uptime`, second number; hundredths; counter, 64 bits; it may fall a little; 0 in some containers.
        idle_hundredths: Integer,
    } {
        /// `loadavg`
        LOADAVG: "loadavg", 24001,
        /// `uptime`
        UPTIME: "uptime", 24002,
    }
    /// `struct vmm_vmstat`
    Vmstat, vmm_vmstat, "vmstat", 25 {
        /// Free memory. `nr_free_pages`; pages; gauge.
        nr_free_pages: Integer,
        /// Memory locked by mlock(). `nr_mlock`; pages; gauge.
        nr_mlock_pages: Integer,
        /// Free memory of the contiguous memory allocator (CMA). `nr_free_cma`; pages; gauge; since 3.7.
        nr_free_cma_pages: Integer,
        /// Anonymous memory not used recently. `nr_inactive_anon`; pages; gauge.
        nr_inactive_anon_pages: Integer,
        /// Recently used anonymous memory. `nr_active_anon`; pages; gauge.
        nr_active_anon_pages: Integer,
        /// Page cache not used recently. `nr_inactive_file`; pages; gauge.
        nr_inactive_file_pages: Integer,
        /// Recently used page cache. `nr_active_file`; pages; gauge.
        nr_active_file_pages: Integer,
        /// Memory that cannot be reclaimed. `nr_unevictable`; pages; gauge.
        nr_unevictable_pages: Integer,
        /// Object caches of the kernel that can be reclaimed. `nr_slab_reclaimable`; pages; gauge.
        nr_slab_reclaimable_pages: Integer,
        /// Object caches of the kernel that cannot be reclaimed. `nr_slab_unreclaimable`; pages; gauge.
        nr_slab_unreclaimable_pages: Integer,
        /// Index nodes of the page cache that remember evicted pages. `workingset_nodes`; count; gauge; since 4.20.
        workingset_nodes: Integer,
        /// Anonymous pages that were swapped out recently and read back. `workingset_refault_anon`; pages; counter of the kernel's `unsigned long`; since 5.9.
        workingset_refault_anon_pages: Integer,
        /// Page cache pages that were evicted recently and read back. `workingset_refault_file`; pages; counter of the kernel's `unsigned long`; since 5.9; `workingset_refault_pages` before.
        workingset_refault_file_pages: Integer,
        /// Anonymous pages read back that would still be in memory if memory were slightly larger; contained in `workingset_refault_anon_pages`. `workingset_activate_anon`; pages; counter of the kernel's `unsigned long`; since 5.9.
        workingset_activate_anon_pages: Integer,
        /// Page cache pages read back that would still be in memory if memory were slightly larger; contained in `workingset_refault_file_pages`. `workingset_activate_file`; pages; counter of the kernel's `unsigned long`; since 5.9; `workingset_activate_pages` before.
        workingset_activate_file_pages: Integer,
        /// Anonymous pages read back that were in active use when they were swapped out; contained in `workingset_refault_anon_pages`. `workingset_restore_anon`; pages; counter of the kernel's `unsigned long`; since 5.9.
        workingset_restore_anon_pages: Integer,
        /// Page cache pages read back that were in active use when they were evicted; contained in `workingset_refault_file_pages`. `workingset_restore_file`; pages; counter of the kernel's `unsigned long`; since 5.9; `workingset_restore_pages` before.
        workingset_restore_file_pages: Integer,
        /// Index nodes of the page cache that remembered evicted pages and were reclaimed. `workingset_nodereclaim`; count; counter of the kernel's `unsigned long`; since 3.15.
        workingset_nodereclaim: Integer,
        /// Anonymous memory mapped into processes. `nr_anon_pages`; pages; gauge.
        nr_anon_pages: Integer,
        /// Page cache mapped into processes. `nr_mapped`; pages; gauge.
        nr_mapped_pages: Integer,
        /// Page cache, including `nr_shmem_pages` and cached swap. `nr_file_pages`; pages; gauge.
        nr_file_pages: Integer,
        /// Page cache that waits to be written. `nr_dirty`; pages; gauge.
        nr_dirty_pages: Integer,
        /// Page cache that is being written. `nr_writeback`; pages; gauge.
        nr_writeback_pages: Integer,
        /// Shared memory and tmpfs. `nr_shmem`; pages; gauge.
        nr_shmem_pages: Integer,
        /// Pages that reclaim itself wrote out. `nr_vmscan_write`; pages; counter of the kernel's `unsigned long`.
        nr_vmscan_write_pages: Integer,
        /// Page cache pages that became dirty. `nr_dirtied`; pages; counter of the kernel's `unsigned long`; since 2.6.37.
        nr_dirtied_pages: Integer,
        /// Page cache pages that were written. `nr_written`; pages; counter of the kernel's `unsigned long`; since 2.6.37.
        nr_written_pages: Integer,
        /// Page cache pages that were written while reclaim was throttled; contained in `nr_written_pages`. `nr_throttled_written`; pages; counter of the kernel's `unsigned long`; since 5.16.
        nr_throttled_written_pages: Integer,
        /// Page tables of processes. `nr_page_table_pages`; pages; gauge.
        nr_page_table_pages: Integer,
        /// Swapped pages that are in memory too. `nr_swapcached`; pages; gauge; since 5.12.
        nr_swapcached_pages: Integer,
        /// Memory that the balloon holds, for every balloon driver. `nr_balloon_pages`; pages; gauge; since 6.15.
        nr_balloon_pages: Integer,
        /// Bytes read from block devices, including swap. `pgpgin`; bytes; counter of the kernel's `unsigned long`, in units of 1024 bytes.
        pgpgin_bytes: Integer,
        /// Bytes written to block devices, including swap. `pgpgout`; bytes; counter of the kernel's `unsigned long`, in units of 1024 bytes.
        pgpgout_bytes: Integer,
        /// Pages read from swap. `pswpin`; pages; counter of the kernel's `unsigned long`.
        pswpin_pages: Integer,
        /// Pages written to swap. `pswpout`; pages; counter of the kernel's `unsigned long`.
        pswpout_pages: Integer,
        /// Allocations that had to reclaim memory first (direct reclaim), in the DMA zone (first 16 MB). `allocstall_dma`; count; counter of the kernel's `unsigned long`; since 4.8; absent without this zone.
        allocstall_dma: Integer,
        /// Allocations that had to reclaim memory first (direct reclaim), in the DMA32 zone (first 4 GB). `allocstall_dma32`; count; counter of the kernel's `unsigned long`; since 4.8; absent without this zone.
        allocstall_dma32: Integer,
        /// Allocations that had to reclaim memory first (direct reclaim), in the Normal zone (ordinary memory). `allocstall_normal`; count; counter of the kernel's `unsigned long`; since 4.8; `allocstall` before.
        allocstall_normal: Integer,
        /// Allocations that had to reclaim memory first (direct reclaim), in the HighMem zone (memory that a 32-bit kernel cannot map permanently). `allocstall_high`; count; counter of the kernel's `unsigned long`; since 4.8; absent without this zone.
        allocstall_high: Integer,
        /// Allocations that had to reclaim memory first (direct reclaim), in the Movable zone (movable pages only). `allocstall_movable`; count; counter of the kernel's `unsigned long`; since 4.8; absent without this zone.
        allocstall_movable: Integer,
        /// Allocations that had to reclaim memory first (direct reclaim), in the Device zone (memory of devices). `allocstall_device`; count; counter of the kernel's `unsigned long`; since 6.0; absent without this zone.
        allocstall_device: Integer,
        /// Pages freed. `pgfree`; pages; counter of the kernel's `unsigned long`.
        pgfree_pages: Integer,
        /// Pages moved from the inactive lists to the active lists. `pgactivate`; pages; counter of the kernel's `unsigned long`.
        pgactivate_pages: Integer,
        /// Pages moved from the active lists to the inactive lists. `pgdeactivate`; pages; counter of the kernel's `unsigned long`.
        pgdeactivate_pages: Integer,
        /// Pages that programs gave up with `MADV_FREE`. `pglazyfree`; pages; counter of the kernel's `unsigned long`; since 4.12.
        pglazyfree_pages: Integer,
        /// Page faults, including major page faults. `pgfault`; count; counter of the kernel's `unsigned long`.
        pgfault: Integer,
        /// Major page faults: page faults that waited for I/O. `pgmajfault`; count; counter of the kernel's `unsigned long`.
        pgmajfault: Integer,
        /// Pages given up with `MADV_FREE` and then reclaimed; contained in `pglazyfree_pages`. `pglazyfreed`; pages; counter of the kernel's `unsigned long`; since 4.12.
        pglazyfreed_pages: Integer,
        /// Pages scanned on the active lists, to find pages for the inactive lists. `pgrefill`; pages; counter of the kernel's `unsigned long`; since 4.8; before that, one key per zone.
        pgrefill_pages: Integer,
        /// Write faults that reused the page instead of copying it, since the page had no other user. `pgreuse`; count; counter of the kernel's `unsigned long`; since 5.13.
        pgreuse: Integer,
        /// Pages reclaimed by kswapd (background reclaim). `pgsteal_kswapd`; pages; counter of the kernel's `unsigned long`; since 4.8; before that, one key per zone.
        pgsteal_kswapd_pages: Integer,
        /// Pages reclaimed by allocations (direct reclaim). `pgsteal_direct`; pages; counter of the kernel's `unsigned long`; since 4.8; before that, one key per zone; includes khugepaged before 6.2 and proactive reclaim before 6.15.
        pgsteal_direct_pages: Integer,
        /// Pages reclaimed by khugepaged. `pgsteal_khugepaged`; pages; counter of the kernel's `unsigned long`; since 6.2.
        pgsteal_khugepaged_pages: Integer,
        /// Pages reclaimed by proactive reclaim (`memory.reclaim` and similar files). `pgsteal_proactive`; pages; counter of the kernel's `unsigned long`; since 6.15.
        pgsteal_proactive_pages: Integer,
        /// Pages scanned for reclaim by kswapd (background reclaim). `pgscan_kswapd`; pages; counter of the kernel's `unsigned long`; since 4.8; before that, one key per zone.
        pgscan_kswapd_pages: Integer,
        /// Pages scanned for reclaim by allocations (direct reclaim). `pgscan_direct`; pages; counter of the kernel's `unsigned long`; since 4.8; before that, one key per zone; includes khugepaged before 6.2 and proactive reclaim before 6.15.
        pgscan_direct_pages: Integer,
        /// Pages scanned for reclaim by khugepaged. `pgscan_khugepaged`; pages; counter of the kernel's `unsigned long`; since 6.2.
        pgscan_khugepaged_pages: Integer,
        /// Pages scanned for reclaim by proactive reclaim (`memory.reclaim` and similar files). `pgscan_proactive`; pages; counter of the kernel's `unsigned long`; since 6.15.
        pgscan_proactive_pages: Integer,
        /// Allocations that had to wait for kswapd. `pgscan_direct_throttle`; count; counter of the kernel's `unsigned long`; since 3.6.
        pgscan_direct_throttle: Integer,
        /// Anonymous pages scanned for reclaim, by kswapd, allocations and all others. `pgscan_anon`; pages; counter of the kernel's `unsigned long`; since 5.8.
        pgscan_anon_pages: Integer,
        /// Page cache pages scanned for reclaim, by kswapd, allocations and all others. `pgscan_file`; pages; counter of the kernel's `unsigned long`; since 5.8.
        pgscan_file_pages: Integer,
        /// Anonymous pages reclaimed, by kswapd, allocations and all others. `pgsteal_anon`; pages; counter of the kernel's `unsigned long`; since 5.8.
        pgsteal_anon_pages: Integer,
        /// Page cache pages reclaimed, by kswapd, allocations and all others. `pgsteal_file`; pages; counter of the kernel's `unsigned long`; since 5.8.
        pgsteal_file_pages: Integer,
        /// Objects in the kernel's caches scanned for reclaim. `slabs_scanned`; count; counter of the kernel's `unsigned long`.
        slabs_scanned: Integer,
        /// Times that kswapd started to reclaim. `pageoutrun`; count; counter of the kernel's `unsigned long`.
        pageoutrun: Integer,
        /// Page cache pages moved to the end of the inactive list after they were written, to be reclaimed next. `pgrotated`; pages; counter of the kernel's `unsigned long`.
        pgrotated_pages: Integer,
        /// Times that a user dropped the page cache (`/proc/sys/vm/drop_caches`). `drop_pagecache`; count; counter of the kernel's `unsigned long`; since 3.15.
        drop_pagecache: Integer,
        /// Times that a user dropped the kernel's object caches (`/proc/sys/vm/drop_caches`). `drop_slab`; count; counter of the kernel's `unsigned long`; since 3.15.
        drop_slab: Integer,
        /// Processes killed because the machine or a cgroup had no memory left. `oom_kill`; count; counter of the kernel's `unsigned long`; since 4.13.
        oom_kill: Integer,
        /// Pages moved to another place in memory. `pgmigrate_success`; pages; counter of the kernel's `unsigned long`; since 3.8.
        pgmigrate_success_pages: Integer,
        /// Pages that could not be moved to another place in memory. `pgmigrate_fail`; pages; counter of the kernel's `unsigned long`; since 3.8.
        pgmigrate_fail_pages: Integer,
        /// Allocations of contiguous memory that had to compact memory first. `compact_stall`; count; counter of the kernel's `unsigned long`; since 2.6.35; absent without CONFIG_COMPACTION.
        compact_stall: Integer,
        /// Allocations that compacted memory without success; contained in `compact_stall`. `compact_fail`; count; counter of the kernel's `unsigned long`; since 2.6.35; absent without CONFIG_COMPACTION.
        compact_fail: Integer,
        /// Allocations that compacted memory with success; contained in `compact_stall`. `compact_success`; count; counter of the kernel's `unsigned long`; since 2.6.35; absent without CONFIG_COMPACTION.
        compact_success: Integer,
        /// Times that kcompactd was woken to compact memory. `compact_daemon_wake`; count; counter of the kernel's `unsigned long`; since 4.6; absent without CONFIG_COMPACTION.
        compact_daemon_wake: Integer,
        /// Transparent huge pages allocated on page faults. `thp_fault_alloc`; count; counter of the kernel's `unsigned long`; since 2.6.39; absent without CONFIG_TRANSPARENT_HUGEPAGE.
        thp_fault_alloc: Integer,
        /// Page faults that got small pages, since no huge page could be allocated. `thp_fault_fallback`; count; counter of the kernel's `unsigned long`; since 2.6.39; absent without CONFIG_TRANSPARENT_HUGEPAGE.
        thp_fault_fallback: Integer,
        /// Transparent huge pages that khugepaged allocated to replace small pages. `thp_collapse_alloc`; count; counter of the kernel's `unsigned long`; since 2.6.39; absent without CONFIG_TRANSPARENT_HUGEPAGE.
        thp_collapse_alloc: Integer,
        /// Transparent huge pages that khugepaged could not allocate. `thp_collapse_alloc_failed`; count; counter of the kernel's `unsigned long`; since 2.6.39; absent without CONFIG_TRANSPARENT_HUGEPAGE.
        thp_collapse_alloc_failed: Integer,
        /// Transparent huge pages allocated for files and shared memory. `thp_file_alloc`; count; counter of the kernel's `unsigned long`; since 4.8; absent without CONFIG_TRANSPARENT_HUGEPAGE.
        thp_file_alloc: Integer,
        /// Transparent huge pages of files and shared memory mapped into processes. `thp_file_mapped`; count; counter of the kernel's `unsigned long`; since 4.8; absent without CONFIG_TRANSPARENT_HUGEPAGE.
        thp_file_mapped: Integer,
        /// Transparent huge pages split into small pages. `thp_split_page`; count; counter of the kernel's `unsigned long`; since 4.5; `thp_split` before; absent without CONFIG_TRANSPARENT_HUGEPAGE.
        thp_split_page: Integer,
        /// Transparent huge pages that could not be split. `thp_split_page_failed`; count; counter of the kernel's `unsigned long`; since 4.5; absent without CONFIG_TRANSPARENT_HUGEPAGE.
        thp_split_page_failed: Integer,
        /// Transparent huge pages queued to be split when memory is short. `thp_deferred_split_page`; count; counter of the kernel's `unsigned long`; since 4.5; absent without CONFIG_TRANSPARENT_HUGEPAGE.
        thp_deferred_split_page: Integer,
        /// Huge-page mappings split into mappings of small pages. `thp_split_pmd`; count; counter of the kernel's `unsigned long`; since 4.5; absent without CONFIG_TRANSPARENT_HUGEPAGE.
        thp_split_pmd: Integer,
        /// Huge zero pages allocated. `thp_zero_page_alloc`; count; counter of the kernel's `unsigned long`; since 3.8; absent without CONFIG_TRANSPARENT_HUGEPAGE.
        thp_zero_page_alloc: Integer,
        /// Transparent huge pages swapped out whole. `thp_swpout`; count; counter of the kernel's `unsigned long`; since 4.14; absent without CONFIG_TRANSPARENT_HUGEPAGE.
        thp_swpout: Integer,
        /// Transparent huge pages split before they were swapped out. `thp_swpout_fallback`; count; counter of the kernel's `unsigned long`; since 4.14; absent without CONFIG_TRANSPARENT_HUGEPAGE.
        thp_swpout_fallback: Integer,
        /// Pages moved into the balloon. `balloon_inflate`; pages; counter of the kernel's `unsigned long`; since 3.18.
        balloon_inflate_pages: Integer,
        /// Pages taken back from the balloon. `balloon_deflate`; pages; counter of the kernel's `unsigned long`; since 3.18.
        balloon_deflate_pages: Integer,
        /// Pages of the balloon moved to another place in memory. `balloon_migrate`; pages; counter of the kernel's `unsigned long`; since 3.18.
        balloon_migrate_pages: Integer,
        /// Pages read from swap in advance (readahead). `swap_ra`; pages; counter of the kernel's `unsigned long`; since 4.14.
        swap_ra_pages: Integer,
        /// Pages read from swap in advance and then used; contained in `swap_ra_pages`. `swap_ra_hit`; pages; counter of the kernel's `unsigned long`; since 4.14.
        swap_ra_hit_pages: Integer,
        /// Pages of zeros swapped in without I/O. `swpin_zero`; pages; counter of the kernel's `unsigned long`; since 6.13.
        swpin_zero_pages: Integer,
        /// Pages of zeros swapped out without I/O. `swpout_zero`; pages; counter of the kernel's `unsigned long`; since 6.13.
        swpout_zero_pages: Integer,
        /// Pages swapped in from compressed memory (zswap). `zswpin`; pages; counter of the kernel's `unsigned long`; since 5.19.
        zswpin_pages: Integer,
        /// Pages swapped out to compressed memory (zswap). `zswpout`; pages; counter of the kernel's `unsigned long`; since 5.19.
        zswpout_pages: Integer,
        /// Pages written from compressed memory (zswap) to swap. `zswpwb`; pages; counter of the kernel's `unsigned long`; since 6.8.
        zswpwb_pages: Integer,
        /// Page cache pages that were evicted recently and read back. `workingset_refault`; pages; counter of the kernel's `unsigned long`; since 3.15; absent since 5.9.
        workingset_refault_pages: Integer,
        /// Page cache pages read back that would still be in memory if memory were slightly larger; contained in `workingset_refault_pages`. `workingset_activate`; pages; counter of the kernel's `unsigned long`; since 3.15; absent since 5.9.
        workingset_activate_pages: Integer,
        /// Page cache pages read back that were in active use when they were evicted; contained in `workingset_refault_pages`. `workingset_restore`; pages; counter of the kernel's `unsigned long`; since 4.20; absent since 5.9.
        workingset_restore_pages: Integer,
        /// Allocations that had to reclaim memory first (direct reclaim). `allocstall`; count; counter of the kernel's `unsigned long`; absent since 4.8.
        allocstall: Integer,
        /// Pages reclaimed by kswapd (background reclaim), in the DMA zone (first 16 MB). `pgsteal_kswapd_dma`; pages; counter of the kernel's `unsigned long`; since 3.4; absent since 4.8 and without this zone.
        pgsteal_kswapd_dma_pages: Integer,
        /// Pages reclaimed by kswapd (background reclaim), in the DMA32 zone (first 4 GB). `pgsteal_kswapd_dma32`; pages; counter of the kernel's `unsigned long`; since 3.4; absent since 4.8 and without this zone.
        pgsteal_kswapd_dma32_pages: Integer,
        /// Pages reclaimed by kswapd (background reclaim), in the Normal zone (ordinary memory). `pgsteal_kswapd_normal`; pages; counter of the kernel's `unsigned long`; since 3.4; absent since 4.8.
        pgsteal_kswapd_normal_pages: Integer,
        /// Pages reclaimed by kswapd (background reclaim), in the HighMem zone (memory that a 32-bit kernel cannot map permanently). `pgsteal_kswapd_high`; pages; counter of the kernel's `unsigned long`; since 3.4; absent since 4.8 and without this zone.
        pgsteal_kswapd_high_pages: Integer,
        /// Pages reclaimed by kswapd (background reclaim), in the Movable zone (movable pages only). `pgsteal_kswapd_movable`; pages; counter of the kernel's `unsigned long`; since 3.4; absent since 4.8 and without this zone.
        pgsteal_kswapd_movable_pages: Integer,
        /// Pages reclaimed by allocations (direct reclaim), in the DMA zone (first 16 MB). `pgsteal_direct_dma`; pages; counter of the kernel's `unsigned long`; since 3.4; absent since 4.8 and without this zone.
        pgsteal_direct_dma_pages: Integer,
        /// Pages reclaimed by allocations (direct reclaim), in the DMA32 zone (first 4 GB). `pgsteal_direct_dma32`; pages; counter of the kernel's `unsigned long`; since 3.4; absent since 4.8 and without this zone.
        pgsteal_direct_dma32_pages: Integer,
        /// Pages reclaimed by allocations (direct reclaim), in the Normal zone (ordinary memory). `pgsteal_direct_normal`; pages; counter of the kernel's `unsigned long`; since 3.4; absent since 4.8.
        pgsteal_direct_normal_pages: Integer,
        /// Pages reclaimed by allocations (direct reclaim), in the HighMem zone (memory that a 32-bit kernel cannot map permanently). `pgsteal_direct_high`; pages; counter of the kernel's `unsigned long`; since 3.4; absent since 4.8 and without this zone.
        pgsteal_direct_high_pages: Integer,
        /// Pages reclaimed by allocations (direct reclaim), in the Movable zone (movable pages only). `pgsteal_direct_movable`; pages; counter of the kernel's `unsigned long`; since 3.4; absent since 4.8 and without this zone.
        pgsteal_direct_movable_pages: Integer,
        /// Pages scanned for reclaim by kswapd (background reclaim), in the DMA zone (first 16 MB). `pgscan_kswapd_dma`; pages; counter of the kernel's `unsigned long`; absent since 4.8 and without this zone.
        pgscan_kswapd_dma_pages: Integer,
        /// Pages scanned for reclaim by kswapd (background reclaim), in the DMA32 zone (first 4 GB). `pgscan_kswapd_dma32`; pages; counter of the kernel's `unsigned long`; absent since 4.8 and without this zone.
        pgscan_kswapd_dma32_pages: Integer,
        /// Pages scanned for reclaim by kswapd (background reclaim), in the Normal zone (ordinary memory). `pgscan_kswapd_normal`; pages; counter of the kernel's `unsigned long`; absent since 4.8.
        pgscan_kswapd_normal_pages: Integer,
        /// Pages scanned for reclaim by kswapd (background reclaim), in the HighMem zone (memory that a 32-bit kernel cannot map permanently). `pgscan_kswapd_high`; pages; counter of the kernel's `unsigned long`; absent since 4.8 and without this zone.
        pgscan_kswapd_high_pages: Integer,
        /// Pages scanned for reclaim by kswapd (background reclaim), in the Movable zone (movable pages only). `pgscan_kswapd_movable`; pages; counter of the kernel's `unsigned long`; absent since 4.8 and without this zone.
        pgscan_kswapd_movable_pages: Integer,
        /// Pages scanned for reclaim by allocations (direct reclaim), in the DMA zone (first 16 MB). `pgscan_direct_dma`; pages; counter of the kernel's `unsigned long`; absent since 4.8 and without this zone.
        pgscan_direct_dma_pages: Integer,
        /// Pages scanned for reclaim by allocations (direct reclaim), in the DMA32 zone (first 4 GB). `pgscan_direct_dma32`; pages; counter of the kernel's `unsigned long`; absent since 4.8 and without this zone.
        pgscan_direct_dma32_pages: Integer,
        /// Pages scanned for reclaim by allocations (direct reclaim), in the Normal zone (ordinary memory). `pgscan_direct_normal`; pages; counter of the kernel's `unsigned long`; absent since 4.8.
        pgscan_direct_normal_pages: Integer,
        /// Pages scanned for reclaim by allocations (direct reclaim), in the HighMem zone (memory that a 32-bit kernel cannot map permanently). `pgscan_direct_high`; pages; counter of the kernel's `unsigned long`; absent since 4.8 and without this zone.
        pgscan_direct_high_pages: Integer,
        /// Pages scanned for reclaim by allocations (direct reclaim), in the Movable zone (movable pages only). `pgscan_direct_movable`; pages; counter of the kernel's `unsigned long`; absent since 4.8 and without this zone.
        pgscan_direct_movable_pages: Integer,
        /// Transparent huge pages split into small pages. `thp_split`; count; counter of the kernel's `unsigned long`; since 2.6.39; absent since 4.5 and without CONFIG_TRANSPARENT_HUGEPAGE.
        thp_split: Integer,
    } {
    }
    /// `struct vmm_balloon`
    Balloon, vmm_balloon, "balloon", 26 {
        /// Memory of the machine at its start, without memory that is plugged in later. Cloud Hypervisor `config.memory.size`, Firecracker `mem_size_mib`; bytes; gauge; absent in QEMU; 0 with memory zones of Cloud Hypervisor.
        memory_size_bytes: Integer,
        /// Memory that can be plugged into the machine at most. Cloud Hypervisor `config.memory.hotplug_size`, Firecracker `total_size_mib`; bytes; gauge; absent in QEMU, and without memory hotplug.
        hotplug_size_bytes: Integer,
        /// Memory that was requested to be plugged into the machine. Cloud Hypervisor `config.memory.hotplugged_size`, Firecracker `requested_size_mib`; bytes; gauge; absent in QEMU, and without memory hotplug.
        hotplug_requested_bytes: Integer,
        /// Memory that is plugged into the machine: the guest took it. `plugged_size_mib`; bytes; gauge; Firecracker only.
        hotplug_plugged_bytes: Integer,
        /// Memory that the balloon leaves to the guest: the memory of the machine, with plugged memory, minus the balloon. QEMU `actual` of `query-balloon`, Cloud Hypervisor `memory_actual_size`; bytes; gauge; absent in Firecracker.
        logical_vm_size_bytes: Integer,
        /// Requested size of the balloon. `target_pages` of 4096 bytes, Cloud Hypervisor `config.balloon.size`; bytes; gauge; absent in QEMU.
        target_bytes: Integer,
        /// Size of the balloon. `actual_pages` of 4096 bytes, Cloud Hypervisor `config.memory.size` minus `memory_actual_size`; bytes; gauge; absent in QEMU, see `logical_vm_size_bytes`; unknown in Cloud Hypervisor with memory zones or a `config.memory.hotplug_size`, since `vm.info` does not say how much of that is plugged.
        actual_bytes: Integer,
        /// Requested size of the balloon, rounded down to a multiple of 1 MiB. `target_mib`; bytes; gauge; Firecracker only.
        target_rounded_bytes: Integer,
        /// Size of the balloon, rounded down to a multiple of 1 MiB. `actual_mib`; bytes; gauge; Firecracker only.
        actual_rounded_bytes: Integer,
        /// Time of the guest's last statistics, since 1970, by the clock of the host. QEMU `last-update`; seconds; gauge; QEMU only; unknown before the first statistics.
        last_update_seconds: Integer,
        /// Memory that the guest read back from swap. `swap_in`, QEMU `stat-swap-in`; bytes; counter, 64 bits.
        swap_in_bytes: Integer,
        /// Memory that the guest wrote to swap. `swap_out`, QEMU `stat-swap-out`; bytes; counter, 64 bits.
        swap_out_bytes: Integer,
        /// Major page faults of the guest: page faults that waited for a disk. `major_faults`, QEMU `stat-major-faults`; count; counter of the kernel's `unsigned long`.
        major_faults: Integer,
        /// Minor page faults of the guest: page faults without disk I/O. `minor_faults`, QEMU `stat-minor-faults`; count; counter of the kernel's `unsigned long`.
        minor_faults: Integer,
        /// Free memory of the guest, `MemFree` in its /proc/meminfo. `free_memory`, QEMU `stat-free-memory`; bytes; gauge.
        free_memory_bytes: Integer,
        /// Total memory of the guest, `MemTotal` in its /proc/meminfo. `total_memory`, QEMU `stat-total-memory`; bytes; gauge.
        total_memory_bytes: Integer,
        /// Available memory of the guest, `MemAvailable` in its /proc/meminfo. `available_memory`, QEMU `stat-available-memory`; bytes; gauge; since Linux 4.6 in the guest.
        available_memory_bytes: Integer,
        /// Page cache of the guest, which can be reclaimed. `disk_caches`, QEMU `stat-disk-caches`; bytes; gauge; absent with older guests.
        disk_caches_bytes: Integer,
        /// Huge pages that the guest allocated at run time. `hugetlb_allocations`, QEMU `stat-htlb-pgalloc`; count; counter of the kernel's `unsigned long`; absent with older guests.
        hugetlb_allocations: Integer,
        /// Failed allocations of huge pages in the guest. `hugetlb_failures`, QEMU `stat-htlb-pgfail`; count; counter of the kernel's `unsigned long`; absent with older guests.
        hugetlb_failures: Integer,
        /// Processes killed in the guest because it had no memory left. `oom_kill`, QEMU `stat-oom-kills`; count; counter of the kernel's `unsigned long`; since Linux 6.12 in the guest, Firecracker 1.14, QEMU 9.2.
        oom_kill: Integer,
        /// Allocations in the guest that had to reclaim memory first (direct reclaim). `alloc_stall`, QEMU `stat-alloc-stalls`; count; counter of the kernel's `unsigned long`; since Linux 6.12 in the guest, Firecracker 1.14, QEMU 9.2.
        alloc_stall: Integer,
        /// Memory of the guest scanned for reclaim in the background. `async_scan`, QEMU `stat-async-scans`; bytes; counter, 64 bits; since Linux 6.12 in the guest, Firecracker 1.14, QEMU 9.2.
        async_scan_bytes: Integer,
        /// Memory of the guest scanned for reclaim by allocations (direct reclaim). `direct_scan`, QEMU `stat-direct-scans`; bytes; counter, 64 bits; since Linux 6.12 in the guest, Firecracker 1.14, QEMU 9.2.
        direct_scan_bytes: Integer,
        /// Memory of the guest reclaimed in the background. `async_reclaim`, QEMU `stat-async-reclaims`; bytes; counter, 64 bits; since Linux 6.12 in the guest, Firecracker 1.14, QEMU 9.2.
        async_reclaim_bytes: Integer,
        /// Memory of the guest reclaimed by allocations (direct reclaim). `direct_reclaim`, QEMU `stat-direct-reclaims`; bytes; counter, 64 bits; since Linux 6.12 in the guest, Firecracker 1.14, QEMU 9.2.
        direct_reclaim_bytes: Integer,
        /// Virtual CPUs that the machine has. Cloud Hypervisor `config.cpus.boot_vcpus`, which follows `vm.resize`, Firecracker `vcpu_count`; count; gauge; absent in QEMU.
        vcpus: Integer,
        /// Virtual CPUs that the machine can have at most. Cloud Hypervisor `config.cpus.max_vcpus`; count; gauge; Cloud Hypervisor only.
        max_vcpus: Integer,
        /// Size of the blocks in which memory is plugged in and unplugged. `block_size_mib`; bytes; gauge; since Firecracker 1.14; Firecracker only.
        hotplug_block_bytes: Integer,
        /// Size of the slots in which the host hides memory that is not plugged in: the guest can reach a slot if one block of the slot is plugged in. `slot_size_mib`; bytes; gauge; since Firecracker 1.14; Firecracker only.
        hotplug_slot_bytes: Integer,
        /// Last command that the host sent about hints of free pages: 0 stops, 1 says that the hints were taken, and a larger number asks for hints. `host_cmd` of `/balloon/hinting/status`; count; gauge; since Firecracker 1.14; Firecracker only.
        hinting_host_cmd: Integer,
        /// Last command that the guest answered: the number of the host's request while the guest sends hints, and 0 after the last one. `guest_cmd` of `/balloon/hinting/status`; count; gauge; since Firecracker 1.14; unknown before the first answer; Firecracker only.
        hinting_guest_cmd: Integer,
    } {
    }
    /// `struct vmm_firecracker`
    Firecracker, vmm_firecracker, "firecracker", 27 {
        /// Time at which the line was written, since 1970, by the clock of the host. `utc_timestamp_ms`; milliseconds; gauge.
        utc_timestamp_ms: Integer,
        /// Time that the start of the process took. `api_server.process_startup_time_us`; microseconds; gauge.
        process_startup_time_usec: Integer,
        /// CPU time that the start of the process took. `api_server.process_startup_time_cpu_us`; microseconds; gauge.
        process_startup_time_cpu_usec: Integer,
        /// Balloon inflations: times that the guest gave memory to the balloon. `balloon.inflate_count`; count; increment.
        balloon_inflate_count: Integer,
        /// Statistics updates that the guest sent. `balloon.stats_updates_count`; count; increment.
        balloon_stats_updates_count: Integer,
        /// Statistics updates of the guest that failed. `balloon.stats_update_fails`; count; increment.
        balloon_stats_update_fails: Integer,
        /// Balloon deflations: times that the guest took memory back from the balloon. `balloon.deflate_count`; count; increment.
        balloon_deflate_count: Integer,
        /// Balloon events that failed. `balloon.event_fails`; count; increment.
        balloon_event_fails: Integer,
        /// Memory returned to the host by reports of free pages. `balloon.free_page_report_freed`; bytes; increment; since Firecracker 1.14.
        balloon_free_page_report_freed_bytes: Integer,
        /// Memory returned to the host by hints of free pages. `balloon.free_page_hint_freed`; bytes; increment; since Firecracker 1.14.
        balloon_free_page_hint_freed_bytes: Integer,
        /// Times that the guest had no block request ready, on all drives together. `block.no_avail_buffer`; count; increment.
        block_no_avail_buffer: Integer,
        /// Block events that failed, on all drives together. `block.event_fails`; count; increment.
        block_event_fails: Integer,
        /// Block requests that failed, on all drives together. `block.execute_fails`; count; increment.
        block_execute_fails: Integer,
        /// Malformed block requests of the guest, on all drives together. `block.invalid_reqs_count`; count; increment.
        block_invalid_reqs_count: Integer,
        /// Flushes, on all drives together. `block.flush_count`; count; increment.
        block_flush_count: Integer,
        /// Bytes read by the guest, from all drives together. `block.read_bytes`; bytes; increment.
        block_read_bytes: Integer,
        /// Bytes written by the guest, to all drives together. `block.write_bytes`; bytes; increment.
        block_write_bytes: Integer,
        /// Reads by the guest, on all drives together. `block.read_count`; count; increment.
        block_read_count: Integer,
        /// Writes by the guest, on all drives together. `block.write_count`; count; increment.
        block_write_count: Integer,
        /// Times that a rate limiter stopped a drive. `block.rate_limiter_throttled_events`; count; increment.
        block_rate_limiter_throttled_events: Integer,
        /// Times that a drive waited because the queue of the I/O engine was full. `block.io_engine_throttled_events`; count; increment.
        block_io_engine_throttled_events: Integer,
        /// Total time of all reads, on all drives together. `block.read_agg.sum_us`; microseconds; increment.
        block_read_agg_sum_usec: Integer,
        /// Total time of all writes, on all drives together. `block.write_agg.sum_us`; microseconds; increment.
        block_write_agg_sum_usec: Integer,
        /// Duration of the last full snapshot, measured at the API. `latencies_us.full_create_snapshot`; microseconds; gauge; 0 before the first snapshot.
        full_create_snapshot_usec: Integer,
        /// Duration of the last differential snapshot, measured at the API. `latencies_us.diff_create_snapshot`; microseconds; gauge; 0 before the first snapshot.
        diff_create_snapshot_usec: Integer,
        /// Duration of the last load of a snapshot, measured at the API. `latencies_us.load_snapshot`; microseconds; gauge; 0 before the first load.
        load_snapshot_usec: Integer,
        /// Duration of the last pause of the machine, measured at the API. `latencies_us.pause_vm`; microseconds; gauge; 0 before the first pause.
        pause_vm_usec: Integer,
        /// Duration of the last resumption of the machine, measured at the API. `latencies_us.resume_vm`; microseconds; gauge; 0 before the first resumption.
        resume_vm_usec: Integer,
        /// Duration of the last full snapshot, measured inside the VMM, without the API call. `latencies_us.vmm_full_create_snapshot`; microseconds; gauge; 0 before the first snapshot.
        vmm_full_create_snapshot_usec: Integer,
        /// Duration of the last differential snapshot, measured inside the VMM, without the API call. `latencies_us.vmm_diff_create_snapshot`; microseconds; gauge; 0 before the first snapshot.
        vmm_diff_create_snapshot_usec: Integer,
        /// Duration of the last load of a snapshot, measured inside the VMM, without the API call. `latencies_us.vmm_load_snapshot`; microseconds; gauge; 0 before the first load.
        vmm_load_snapshot_usec: Integer,
        /// Duration of the last pause of the machine, measured inside the VMM, without the API call. `latencies_us.vmm_pause_vm`; microseconds; gauge; 0 before the first pause.
        vmm_pause_vm_usec: Integer,
        /// Duration of the last resumption of the machine, measured inside the VMM, without the API call. `latencies_us.vmm_resume_vm`; microseconds; gauge; 0 before the first resumption.
        vmm_resume_vm_usec: Integer,
        /// Lines of metrics that Firecracker could not write. Their increments are lost, and the increments of this line began at an unknown time: use the line only as the beginning of the next one. `logger.missed_metrics_count`; count; increment.
        logger_missed_metrics_count: Integer,
        /// Errors in the handling of metrics. `logger.metrics_fails`; count; increment.
        logger_metrics_fails: Integer,
        /// Lines of the log that could not be written. `logger.missed_log_count`; count; increment.
        logger_missed_log_count: Integer,
        /// Bytes of the metadata service's answers to the guest, without the virtio-net header. `mmds.tx_bytes`; bytes; increment.
        mmds_tx_bytes: Integer,
        /// Packets of the metadata service's answers to the guest. `mmds.tx_frames`; count; increment.
        mmds_tx_frames: Integer,
        /// Times that the guest had no receive buffer ready, on all interfaces together. `net.no_rx_avail_buffer`; count; increment.
        net_no_rx_avail_buffer: Integer,
        /// Times that the guest had no packet ready to send, on all interfaces together. `net.no_tx_avail_buffer`; count; increment.
        net_no_tx_avail_buffer: Integer,
        /// Network events that failed, on all interfaces together. `net.event_fails`; count; increment.
        net_event_fails: Integer,
        /// Times that a rate limiter stopped the receiving of packets, on all interfaces together. `net.rx_rate_limiter_throttled`; count; increment.
        net_rx_rate_limiter_throttled: Integer,
        /// Bytes received by the guest, with 12 bytes of virtio-net header for each of `net_rx_packets`, on all interfaces together. `net.rx_bytes_count`; bytes; increment.
        net_rx_bytes: Integer,
        /// Packets received by the guest, answers of the metadata service included, on all interfaces together. `net.rx_packets_count`; count; increment.
        net_rx_packets: Integer,
        /// Packets that could not be delivered to the guest, on all interfaces together. `net.rx_fails`; count; increment.
        net_rx_fails: Integer,
        /// Reads of TAP devices that failed, on all interfaces together. `net.tap_read_fails`; count; increment.
        net_tap_read_fails: Integer,
        /// Writes to TAP devices that failed, on all interfaces together. `net.tap_write_fails`; count; increment.
        net_tap_write_fails: Integer,
        /// Bytes sent by the guest, with 12 bytes of virtio-net header for each of `net_tx_packets`, on all interfaces together. `net.tx_bytes_count`; bytes; increment.
        net_tx_bytes: Integer,
        /// Malformed frames sent by the guest, on all interfaces together. `net.tx_malformed_frames`; count; increment.
        net_tx_malformed_frames: Integer,
        /// Packets of the guest that could not be sent, on all interfaces together. `net.tx_fails`; count; increment.
        net_tx_fails: Integer,
        /// Packets sent by the guest, requests to the metadata service not included, on all interfaces together. `net.tx_packets_count`; count; increment.
        net_tx_packets: Integer,
        /// Times that a rate limiter stopped the sending of packets, on all interfaces together. `net.tx_rate_limiter_throttled`; count; increment.
        net_tx_rate_limiter_throttled: Integer,
        /// Frames sent by the guest with a source address that is not its own, on all interfaces together. `net.tx_spoofed_mac_count`; count; increment.
        net_tx_spoofed_mac_count: Integer,
        /// Total time of all writes to TAP devices, on all interfaces together. `net.tap_write_agg.sum_us`; microseconds; increment.
        net_tap_write_agg_sum_usec: Integer,
        /// 1 if a forbidden system call ended the process, else 0. `seccomp.num_faults`; count; gauge.
        seccomp_num_faults: Integer,
        /// vCPU exits for port reads by the guest. `vcpu.exit_io_in`; count; increment.
        vcpu_exit_io_in: Integer,
        /// vCPU exits for port writes by the guest. `vcpu.exit_io_out`; count; increment.
        vcpu_exit_io_out: Integer,
        /// vCPU exits for MMIO reads by the guest. `vcpu.exit_mmio_read`; count; increment.
        vcpu_exit_mmio_read: Integer,
        /// vCPU exits for MMIO writes by the guest. `vcpu.exit_mmio_write`; count; increment.
        vcpu_exit_mmio_write: Integer,
        /// Errors while vCPUs ran. `vcpu.failures`; count; increment.
        vcpu_failures: Integer,
        /// Failed notifications to the guest that it was paused (`KVM_KVMCLOCK_CTRL`). `vcpu.kvmclock_ctrl_fails`; count; increment; in later versions of Firecracker only.
        vcpu_kvmclock_ctrl_fails: Integer,
        /// Duration of the shortest vCPU exit for a port read. `vcpu.exit_io_in_agg.min_us`; microseconds; gauge; 0 before the first exit of this type.
        vcpu_exit_io_in_agg_min_usec: Integer,
        /// Duration of the longest vCPU exit for a port read. `vcpu.exit_io_in_agg.max_us`; microseconds; gauge; 0 before the first exit of this type.
        vcpu_exit_io_in_agg_max_usec: Integer,
        /// Total time of all vCPU exits for port reads. `vcpu.exit_io_in_agg.sum_us`; microseconds; increment.
        vcpu_exit_io_in_agg_sum_usec: Integer,
        /// Duration of the shortest vCPU exit for a port write. `vcpu.exit_io_out_agg.min_us`; microseconds; gauge; 0 before the first exit of this type.
        vcpu_exit_io_out_agg_min_usec: Integer,
        /// Duration of the longest vCPU exit for a port write. `vcpu.exit_io_out_agg.max_us`; microseconds; gauge; 0 before the first exit of this type.
        vcpu_exit_io_out_agg_max_usec: Integer,
        /// Total time of all vCPU exits for port writes. `vcpu.exit_io_out_agg.sum_us`; microseconds; increment.
        vcpu_exit_io_out_agg_sum_usec: Integer,
        /// Duration of the shortest vCPU exit for an MMIO read. `vcpu.exit_mmio_read_agg.min_us`; microseconds; gauge; 0 before the first exit of this type.
        vcpu_exit_mmio_read_agg_min_usec: Integer,
        /// Duration of the longest vCPU exit for an MMIO read. `vcpu.exit_mmio_read_agg.max_us`; microseconds; gauge; 0 before the first exit of this type.
        vcpu_exit_mmio_read_agg_max_usec: Integer,
        /// Total time of all vCPU exits for MMIO reads. `vcpu.exit_mmio_read_agg.sum_us`; microseconds; increment.
        vcpu_exit_mmio_read_agg_sum_usec: Integer,
        /// Duration of the shortest vCPU exit for an MMIO write. `vcpu.exit_mmio_write_agg.min_us`; microseconds; gauge; 0 before the first exit of this type.
        vcpu_exit_mmio_write_agg_min_usec: Integer,
        /// Duration of the longest vCPU exit for an MMIO write. `vcpu.exit_mmio_write_agg.max_us`; microseconds; gauge; 0 before the first exit of this type.
        vcpu_exit_mmio_write_agg_max_usec: Integer,
        /// Total time of all vCPU exits for MMIO writes. `vcpu.exit_mmio_write_agg.sum_us`; microseconds; increment.
        vcpu_exit_mmio_write_agg_sum_usec: Integer,
        /// 1 if the VMM panicked, else 0. `vmm.panic_count`; count; gauge.
        vmm_panic_count: Integer,
        /// 1 if SIGBUS ended the process, else 0. `signals.sigbus`; count; gauge.
        signals_sigbus: Integer,
        /// 1 if SIGSEGV ended the process, else 0. `signals.sigsegv`; count; gauge.
        signals_sigsegv: Integer,
        /// 1 if SIGXFSZ ended the process, else 0. `signals.sigxfsz`; count; gauge.
        signals_sigxfsz: Integer,
        /// 1 if SIGXCPU ended the process, else 0. `signals.sigxcpu`; count; gauge.
        signals_sigxcpu: Integer,
        /// SIGPIPE signals that the process handled. `signals.sigpipe`; count; increment.
        signals_sigpipe: Integer,
        /// 1 if SIGHUP ended the process, else 0. `signals.sighup`; count; gauge.
        signals_sighup: Integer,
        /// 1 if SIGILL ended the process, else 0. `signals.sigill`; count; gauge.
        signals_sigill: Integer,
        /// Failed starts of the balloon. `balloon.activate_fails`; count; increment.
        balloon_activate_fails: Integer,
        /// Ranges of free pages that the guest reported. `balloon.free_page_report_count`; count; increment; since Firecracker 1.14.
        balloon_free_page_report_count: Integer,
        /// Reported ranges of free pages whose memory could not be returned to the host. `balloon.free_page_report_fails`; count; increment; since Firecracker 1.14.
        balloon_free_page_report_fails: Integer,
        /// Ranges of free pages that the guest hinted at. `balloon.free_page_hint_count`; count; increment; since Firecracker 1.14.
        balloon_free_page_hint_count: Integer,
        /// Hinted ranges of free pages whose memory could not be returned to the host. `balloon.free_page_hint_fails`; count; increment; since Firecracker 1.14.
        balloon_free_page_hint_fails: Integer,
        /// Failed starts of a drive, on all drives together. `block.activate_fails`; count; increment.
        block_activate_fails: Integer,
        /// Failed accesses to the configuration of a drive, on all drives together. `block.cfg_fails`; count; increment.
        block_cfg_fails: Integer,
        /// Notifications of the guest about new block requests, on all drives together. `block.queue_event_count`; count; increment.
        block_queue_event_count: Integer,
        /// Times that a rate limiter let a drive continue, on all drives together. `block.rate_limiter_event_count`; count; increment.
        block_rate_limiter_event_count: Integer,
        /// Changes of the file behind a drive, on all drives together. `block.update_count`; count; increment.
        block_update_count: Integer,
        /// Failed changes of the file behind a drive, on all drives together. `block.update_fails`; count; increment.
        block_update_fails: Integer,
        /// Block requests in the queue after each request that was taken from it, added up over all requests and drives. `block.remaining_reqs_count`; count; increment; since Firecracker 1.7.
        block_remaining_reqs_count: Integer,
        /// Lines of the log that were left out because there were too many. `logger.rate_limited_log_count`; count; increment; since Firecracker 1.16.
        logger_rate_limited_log_count: Integer,
        /// Failed starts of an interface, on all interfaces together. `net.activate_fails`; count; increment.
        net_activate_fails: Integer,
        /// Failed accesses to the configuration of an interface, on all interfaces together. `net.cfg_fails`; count; increment.
        net_cfg_fails: Integer,
        /// Notifications of the guest about new receive buffers, on all interfaces together. `net.rx_queue_event_count`; count; increment.
        net_rx_queue_event_count: Integer,
        /// Times that a rate limiter let the receiving of packets continue, on all interfaces together. `net.rx_event_rate_limiter_count`; count; increment.
        net_rx_event_rate_limiter_count: Integer,
        /// Times that a TAP device had packets for the guest, on all interfaces together. `net.rx_tap_event_count`; count; increment.
        net_rx_tap_event_count: Integer,
        /// Reads of packets for the guest, from TAP devices and from the metadata service, on all interfaces together. `net.rx_count`; count; increment.
        net_rx_count: Integer,
        /// Writes of packets of the guest to TAP devices, on all interfaces together. `net.tx_count`; count; increment.
        net_tx_count: Integer,
        /// Notifications of the guest about new packets to send, on all interfaces together. `net.tx_queue_event_count`; count; increment.
        net_tx_queue_event_count: Integer,
        /// Times that a rate limiter let the sending of packets continue, on all interfaces together. `net.tx_rate_limiter_event_count`; count; increment.
        net_tx_rate_limiter_event_count: Integer,
        /// Packets in the send queue after each packet that was taken from it, added up over all packets and interfaces. `net.tx_remaining_reqs_count`; count; increment; since Firecracker 1.7.
        net_tx_remaining_reqs_count: Integer,
        /// Failed starts of the vsock device. `vsock.activate_fails`; count; increment.
        vsock_activate_fails: Integer,
        /// Failed accesses to the configuration of the vsock device. `vsock.cfg_fails`; count; increment.
        vsock_cfg_fails: Integer,
        /// Events of the vsock receive queue that failed. `vsock.rx_queue_event_fails`; count; increment.
        vsock_rx_queue_event_fails: Integer,
        /// Events of the vsock send queue that failed. `vsock.tx_queue_event_fails`; count; increment.
        vsock_tx_queue_event_fails: Integer,
        /// Events of the vsock event queue that failed. `vsock.ev_queue_event_fails`; count; increment.
        vsock_ev_queue_event_fails: Integer,
        /// Events of vsock sockets on the host that failed. `vsock.muxer_event_fails`; count; increment.
        vsock_muxer_event_fails: Integer,
        /// Unexpected events of vsock connections. `vsock.conn_event_fails`; count; increment.
        vsock_conn_event_fails: Integer,
        /// Notifications of the guest about new vsock receive buffers. `vsock.rx_queue_event_count`; count; increment.
        vsock_rx_queue_event_count: Integer,
        /// Notifications of the guest about new vsock packets to send. `vsock.tx_queue_event_count`; count; increment.
        vsock_tx_queue_event_count: Integer,
        /// Bytes received by the guest through vsock, without headers. `vsock.rx_bytes_count`; bytes; increment.
        vsock_rx_bytes: Integer,
        /// Bytes sent by the guest through vsock and written to sockets on the host, without headers. `vsock.tx_bytes_count`; bytes; increment.
        vsock_tx_bytes: Integer,
        /// Vsock packets received by the guest, control packets included. `vsock.rx_packets_count`; count; increment.
        vsock_rx_packets: Integer,
        /// Vsock packets sent by the guest, control packets included. `vsock.tx_packets_count`; count; increment.
        vsock_tx_packets: Integer,
        /// New vsock connections. `vsock.conns_added`; count; increment.
        vsock_conns_added: Integer,
        /// Vsock connections that Firecracker ended with a reset. `vsock.conns_killed`; count; increment.
        vsock_conns_killed: Integer,
        /// Vsock connections that are gone. `vsock.conns_removed`; count; increment.
        vsock_conns_removed: Integer,
        /// Times that the list of vsock connections to end was full and was made again. `vsock.killq_resync`; count; increment.
        vsock_killq_resync: Integer,
        /// Failed writes of delayed vsock data to sockets on the host. `vsock.tx_flush_fails`; count; increment.
        vsock_tx_flush_fails: Integer,
        /// Failed writes of vsock data to sockets on the host. `vsock.tx_write_fails`; count; increment.
        vsock_tx_write_fails: Integer,
        /// Failed reads of vsock data from sockets on the host. `vsock.rx_read_fails`; count; increment.
        vsock_rx_read_fails: Integer,
        /// Failed starts of the entropy device. `entropy.activate_fails`; count; increment; since Firecracker 1.4.
        entropy_activate_fails: Integer,
        /// Requests of the guest for random bytes that failed. `entropy.entropy_event_fails`; count; increment; since Firecracker 1.4.
        entropy_event_fails: Integer,
        /// Requests of the guest for random bytes. `entropy.entropy_event_count`; count; increment; since Firecracker 1.4.
        entropy_event_count: Integer,
        /// Random bytes that the guest received. `entropy.entropy_bytes`; bytes; increment; since Firecracker 1.4.
        entropy_bytes: Integer,
        /// Times that the host gave no random bytes. `entropy.host_rng_fails`; count; increment; since Firecracker 1.4.
        entropy_host_rng_fails: Integer,
        /// Times that a rate limiter stopped the entropy device. `entropy.entropy_rate_limiter_throttled`; count; increment; since Firecracker 1.4.
        entropy_rate_limiter_throttled: Integer,
        /// Times that a rate limiter let the entropy device continue, or that the guest asked while the limiter stopped the device. `entropy.rate_limiter_event_count`; count; increment; since Firecracker 1.4.
        entropy_rate_limiter_event_count: Integer,
        /// Failed starts of a pmem device, on all pmem devices together. `pmem.activate_fails`; count; increment; since Firecracker 1.14.
        pmem_activate_fails: Integer,
        /// Failed accesses to the configuration of a pmem device, on all pmem devices together. `pmem.cfg_fails`; count; increment; since Firecracker 1.14.
        pmem_cfg_fails: Integer,
        /// Events that failed, on all pmem devices together. `pmem.event_fails`; count; increment; since Firecracker 1.14.
        pmem_event_fails: Integer,
        /// Notifications of the guest about new flushes, on all pmem devices together. `pmem.queue_event_count`; count; increment; since Firecracker 1.14.
        pmem_queue_event_count: Integer,
        /// Times that a rate limiter stopped a pmem device, on all pmem devices together. `pmem.rate_limiter_throttled_events`; count; increment; since Firecracker 1.16.
        pmem_rate_limiter_throttled_events: Integer,
        /// Times that a rate limiter let a pmem device continue, on all pmem devices together. `pmem.rate_limiter_event_count`; count; increment; since Firecracker 1.16.
        pmem_rate_limiter_event_count: Integer,
        /// Interrupts that virtio devices sent to the guest. `interrupts.triggers`; count; increment; since Firecracker 1.14.
        interrupts_triggers: Integer,
        /// Changes of the configuration of message-signalled interrupts (MSI-X). `interrupts.config_updates`; count; increment; since Firecracker 1.14.
        interrupts_config_updates: Integer,
        /// Failed starts of the device for memory hotplug. `memory_hotplug.activate_fails`; count; increment; since Firecracker 1.14.
        memory_hotplug_activate_fails: Integer,
        /// Events of the queue for memory hotplug that failed. `memory_hotplug.queue_event_fails`; count; increment; since Firecracker 1.14.
        memory_hotplug_queue_event_fails: Integer,
        /// Notifications of the guest about new requests for memory hotplug. `memory_hotplug.queue_event_count`; count; increment; since Firecracker 1.14.
        memory_hotplug_queue_event_count: Integer,
        /// Duration of the shortest request to plug memory in. `memory_hotplug.plug_agg.min_us`; microseconds; gauge; since Firecracker 1.14; 0 before the first request of this type.
        memory_hotplug_plug_agg_min_usec: Integer,
        /// Duration of the longest request to plug memory in. `memory_hotplug.plug_agg.max_us`; microseconds; gauge; since Firecracker 1.14; 0 before the first request of this type.
        memory_hotplug_plug_agg_max_usec: Integer,
        /// Total time of all requests to plug memory in. `memory_hotplug.plug_agg.sum_us`; microseconds; increment; since Firecracker 1.14.
        memory_hotplug_plug_agg_sum_usec: Integer,
        /// Requests of the guest to plug memory in. `memory_hotplug.plug_count`; count; increment; since Firecracker 1.14.
        memory_hotplug_plug_count: Integer,
        /// Memory plugged in. `memory_hotplug.plug_bytes`; bytes; increment; since Firecracker 1.14.
        memory_hotplug_plug_bytes: Integer,
        /// Requests to plug memory in that failed. `memory_hotplug.plug_fails`; count; increment; since Firecracker 1.14.
        memory_hotplug_plug_fails: Integer,
        /// Duration of the shortest request to unplug memory. `memory_hotplug.unplug_agg.min_us`; microseconds; gauge; since Firecracker 1.14; 0 before the first request of this type.
        memory_hotplug_unplug_agg_min_usec: Integer,
        /// Duration of the longest request to unplug memory. `memory_hotplug.unplug_agg.max_us`; microseconds; gauge; since Firecracker 1.14; 0 before the first request of this type.
        memory_hotplug_unplug_agg_max_usec: Integer,
        /// Total time of all requests to unplug memory. `memory_hotplug.unplug_agg.sum_us`; microseconds; increment; since Firecracker 1.14.
        memory_hotplug_unplug_agg_sum_usec: Integer,
        /// Requests of the guest to unplug memory. `memory_hotplug.unplug_count`; count; increment; since Firecracker 1.14.
        memory_hotplug_unplug_count: Integer,
        /// Memory unplugged. `memory_hotplug.unplug_bytes`; bytes; increment; since Firecracker 1.14.
        memory_hotplug_unplug_bytes: Integer,
        /// Requests to unplug memory that failed. `memory_hotplug.unplug_fails`; count; increment; since Firecracker 1.14.
        memory_hotplug_unplug_fails: Integer,
        /// Unplugged ranges whose memory could not be returned to the host. `memory_hotplug.unplug_discard_fails`; count; increment; since Firecracker 1.14.
        memory_hotplug_unplug_discard_fails: Integer,
        /// Duration of the shortest request to unplug all memory. `memory_hotplug.unplug_all_agg.min_us`; microseconds; gauge; since Firecracker 1.14; 0 before the first request of this type.
        memory_hotplug_unplug_all_agg_min_usec: Integer,
        /// Duration of the longest request to unplug all memory. `memory_hotplug.unplug_all_agg.max_us`; microseconds; gauge; since Firecracker 1.14; 0 before the first request of this type.
        memory_hotplug_unplug_all_agg_max_usec: Integer,
        /// Total time of all requests to unplug all memory. `memory_hotplug.unplug_all_agg.sum_us`; microseconds; increment; since Firecracker 1.14.
        memory_hotplug_unplug_all_agg_sum_usec: Integer,
        /// Requests of the guest to unplug all memory. `memory_hotplug.unplug_all_count`; count; increment; since Firecracker 1.14.
        memory_hotplug_unplug_all_count: Integer,
        /// Requests to unplug all memory that failed. `memory_hotplug.unplug_all_fails`; count; increment; since Firecracker 1.14.
        memory_hotplug_unplug_all_fails: Integer,
        /// Duration of the shortest request to know the state of memory. `memory_hotplug.state_agg.min_us`; microseconds; gauge; since Firecracker 1.14; 0 before the first request of this type.
        memory_hotplug_state_agg_min_usec: Integer,
        /// Duration of the longest request to know the state of memory. `memory_hotplug.state_agg.max_us`; microseconds; gauge; since Firecracker 1.14; 0 before the first request of this type.
        memory_hotplug_state_agg_max_usec: Integer,
        /// Total time of all requests to know the state of memory. `memory_hotplug.state_agg.sum_us`; microseconds; increment; since Firecracker 1.14.
        memory_hotplug_state_agg_sum_usec: Integer,
        /// Requests of the guest to know the state of memory. `memory_hotplug.state_count`; count; increment; since Firecracker 1.14.
        memory_hotplug_state_count: Integer,
        /// Requests to know the state of memory that failed. `memory_hotplug.state_fails`; count; increment; since Firecracker 1.14.
        memory_hotplug_state_fails: Integer,
    } {
    }
    /// `struct vmm_hypervisor_device`
    HypervisorDevice, vmm_hypervisor_device, "hypervisor_device", 28 {
        /// ID of the device, with escapes as in the text: the part after `block_`, `net_`, `pmem_` or `vhost_user_` of Firecracker's key, the whole key of Cloud Hypervisor, or the first of QEMU's `device`, `qdev` and `node-name` that is not empty; identity.
        name: Name<64>,
        /// Type of the device: one of VMM_HYPERVISOR_DEVICE_*; identity.
        device_type: Integer,
        /// Number that distinguishes this virtual machine from an earlier one; the caller sets it; identity.
        instance_id: Integer,
        /// Failed starts of the device. `activate_fails`; count; increment; only for Firecracker's devices.
        activate_fails: Integer,
        /// Failed accesses to the configuration of the device. `cfg_fails`; count; increment; only for Firecracker's devices.
        cfg_fails: Integer,
        /// Times that the guest had no block request ready. `no_avail_buffer`; count; increment; only for Firecracker's drives.
        no_avail_buffer: Integer,
        /// Events of the device that failed. `event_fails`; count; increment; only for Firecracker's drives, interfaces and pmem devices.
        event_fails: Integer,
        /// Block requests that failed. `execute_fails`; count; increment; only for Firecracker's drives.
        execute_fails: Integer,
        /// Malformed block requests of the guest. `invalid_reqs_count`; count; increment; only for Firecracker's drives.
        invalid_reqs_count: Integer,
        /// Flushes by the guest. `flush_count`; count; increment; only for Firecracker's drives.
        flush_count: Integer,
        /// Bytes read by the guest since the previous line. `read_bytes`; bytes; increment; only for Firecracker's drives.
        increment_read_bytes: Integer,
        /// Bytes written by the guest since the previous line. `write_bytes`; bytes; increment; only for Firecracker's drives.
        increment_write_bytes: Integer,
        /// Reads by the guest since the previous line. `read_count`; count; increment; only for Firecracker's drives.
        increment_read_count: Integer,
        /// Writes by the guest since the previous line. `write_count`; count; increment; only for Firecracker's drives.
        increment_write_count: Integer,
        /// Times that the rate limiter stopped the device. `rate_limiter_throttled_events`; count; increment; only for Firecracker's drives and pmem devices.
        rate_limiter_throttled_events: Integer,
        /// Times that the drive waited because the queue of the I/O engine was full. `io_engine_throttled_events`; count; increment; only for Firecracker's drives.
        io_engine_throttled_events: Integer,
        /// Duration of the shortest read since the device was created. `read_agg.min_us`; microseconds; gauge; 0 before the first read; only for Firecracker's drives.
        read_agg_min_usec: Integer,
        /// Duration of the longest read since the device was created. `read_agg.max_us`; microseconds; gauge; 0 before the first read; only for Firecracker's drives.
        read_agg_max_usec: Integer,
        /// Total time of all reads. `read_agg.sum_us`; microseconds; increment; only for Firecracker's drives.
        read_agg_sum_usec: Integer,
        /// Duration of the shortest write since the device was created. `write_agg.min_us`; microseconds; gauge; 0 before the first write; only for Firecracker's drives.
        write_agg_min_usec: Integer,
        /// Duration of the longest write since the device was created. `write_agg.max_us`; microseconds; gauge; 0 before the first write; only for Firecracker's drives.
        write_agg_max_usec: Integer,
        /// Total time of all writes. `write_agg.sum_us`; microseconds; increment; only for Firecracker's drives.
        write_agg_sum_usec: Integer,
        /// Times that the guest had no receive buffer ready. `no_rx_avail_buffer`; count; increment; only for Firecracker's interfaces.
        no_rx_avail_buffer: Integer,
        /// Times that the guest had no packet ready to send. `no_tx_avail_buffer`; count; increment; only for Firecracker's interfaces.
        no_tx_avail_buffer: Integer,
        /// Times that the rate limiter stopped the receiving of packets. `rx_rate_limiter_throttled`; count; increment; only for Firecracker's interfaces.
        rx_rate_limiter_throttled: Integer,
        /// Bytes received by the guest since the previous line, with 12 bytes of virtio-net header for each of `increment_rx_packets`. `rx_bytes_count`; bytes; increment; only for Firecracker's interfaces.
        increment_rx_bytes: Integer,
        /// Packets received by the guest since the previous line. `rx_packets_count`; count; increment; only for Firecracker's interfaces.
        increment_rx_packets: Integer,
        /// Packets that could not be delivered to the guest. `rx_fails`; count; increment; only for Firecracker's interfaces.
        rx_fails: Integer,
        /// Reads of the TAP device that failed. `tap_read_fails`; count; increment; only for Firecracker's interfaces.
        tap_read_fails: Integer,
        /// Writes to the TAP device that failed. `tap_write_fails`; count; increment; only for Firecracker's interfaces.
        tap_write_fails: Integer,
        /// Bytes sent by the guest since the previous line, with 12 bytes of virtio-net header for each of `increment_tx_packets`. `tx_bytes_count`; bytes; increment; only for Firecracker's interfaces.
        increment_tx_bytes: Integer,
        /// Malformed frames sent by the guest. `tx_malformed_frames`; count; increment; only for Firecracker's interfaces.
        tx_malformed_frames: Integer,
        /// Packets of the guest that could not be sent. `tx_fails`; count; increment; only for Firecracker's interfaces.
        tx_fails: Integer,
        /// Packets sent by the guest since the previous line. `tx_packets_count`; count; increment; only for Firecracker's interfaces.
        increment_tx_packets: Integer,
        /// Times that the rate limiter stopped the sending of packets. `tx_rate_limiter_throttled`; count; increment; only for Firecracker's interfaces.
        tx_rate_limiter_throttled: Integer,
        /// Frames sent by the guest with a source address that is not its own. `tx_spoofed_mac_count`; count; increment; only for Firecracker's interfaces.
        tx_spoofed_mac_count: Integer,
        /// Duration of the shortest write to the TAP device since the interface was created. `tap_write_agg.min_us`; microseconds; gauge; 0 before the first write; only for Firecracker's interfaces.
        tap_write_agg_min_usec: Integer,
        /// Duration of the longest write to the TAP device since the interface was created. `tap_write_agg.max_us`; microseconds; gauge; 0 before the first write; only for Firecracker's interfaces.
        tap_write_agg_max_usec: Integer,
        /// Total time of all writes to the TAP device. `tap_write_agg.sum_us`; microseconds; increment; only for Firecracker's interfaces.
        tap_write_agg_sum_usec: Integer,
        /// Time that the connection to the vhost-user backend took. `init_time_us`; microseconds; gauge; only for Firecracker's vhost-user drives.
        init_time_usec: Integer,
        /// Time that the start of the device took. `activate_time_us`; microseconds; gauge; only for Firecracker's vhost-user drives.
        activate_time_usec: Integer,
        /// Time that the last change of the configuration took. `config_change_time_us`; microseconds; gauge; only for Firecracker's vhost-user drives.
        config_change_time_usec: Integer,
        /// Bytes read by the guest since the device was created. `read_bytes`, QEMU `rd_bytes`; bytes; counter, 64 bits; only for Cloud Hypervisor's and QEMU's disks.
        total_read_bytes: Integer,
        /// Bytes written by the guest since the device was created. `write_bytes`, QEMU `wr_bytes`; bytes; counter, 64 bits; only for Cloud Hypervisor's and QEMU's disks.
        total_write_bytes: Integer,
        /// Reads by the guest since the device was created. `read_ops`, QEMU `rd_operations`; count; counter, 64 bits; only for Cloud Hypervisor's and QEMU's disks.
        total_read_ops: Integer,
        /// Writes by the guest since the device was created. `write_ops`, QEMU `wr_operations`; count; counter, 64 bits; only for Cloud Hypervisor's and QEMU's disks.
        total_write_ops: Integer,
        /// Duration of the shortest read since the device was created. `read_latency_min`; microseconds; gauge; unknown before the first read; only for Cloud Hypervisor's disks.
        read_latency_min_usec: Integer,
        /// Duration of the longest read since the device was created. `read_latency_max`; microseconds; gauge; unknown before the first read; only for Cloud Hypervisor's disks.
        read_latency_max_usec: Integer,
        /// Mean duration of a read since the device was created. `read_latency_avg`; microseconds; gauge; unknown before the first read; only for Cloud Hypervisor's disks.
        read_latency_avg_usec: Integer,
        /// Duration of the shortest write since the device was created. `write_latency_min`; microseconds; gauge; unknown before the first write; only for Cloud Hypervisor's disks.
        write_latency_min_usec: Integer,
        /// Duration of the longest write since the device was created. `write_latency_max`; microseconds; gauge; unknown before the first write; only for Cloud Hypervisor's disks.
        write_latency_max_usec: Integer,
        /// Mean duration of a write since the device was created. `write_latency_avg`; microseconds; gauge; unknown before the first write; only for Cloud Hypervisor's disks.
        write_latency_avg_usec: Integer,
        /// Bytes received by the guest since the device was created. `rx_bytes`; bytes; counter, 64 bits; only for Cloud Hypervisor's interfaces.
        total_rx_bytes: Integer,
        /// Bytes sent by the guest since the device was created. `tx_bytes`; bytes; counter, 64 bits; only for Cloud Hypervisor's interfaces.
        total_tx_bytes: Integer,
        /// Packets received by the guest since the device was created. `rx_frames`; count; counter, 64 bits; only for Cloud Hypervisor's interfaces.
        total_rx_frames: Integer,
        /// Packets sent by the guest since the device was created. `tx_frames`; count; counter, 64 bits; only for Cloud Hypervisor's interfaces.
        total_tx_frames: Integer,
        /// Notifications of the guest about new requests. `queue_event_count`; count; increment; only for Firecracker's drives and pmem devices.
        queue_event_count: Integer,
        /// Times that the rate limiter let the device continue. `rate_limiter_event_count`; count; increment; only for Firecracker's drives and pmem devices.
        rate_limiter_event_count: Integer,
        /// Changes of the file behind the drive. `update_count`; count; increment; only for Firecracker's drives.
        update_count: Integer,
        /// Failed changes of the file behind the drive. `update_fails`; count; increment; only for Firecracker's drives.
        update_fails: Integer,
        /// Block requests in the queue after each request that was taken from it, added up over all requests. `remaining_reqs_count`; count; increment; since Firecracker 1.7; only for Firecracker's drives.
        remaining_reqs_count: Integer,
        /// Notifications of the guest about new receive buffers. `rx_queue_event_count`; count; increment; only for Firecracker's interfaces.
        rx_queue_event_count: Integer,
        /// Times that the rate limiter let the receiving of packets continue. `rx_event_rate_limiter_count`; count; increment; only for Firecracker's interfaces.
        rx_event_rate_limiter_count: Integer,
        /// Times that the TAP device had packets for the guest. `rx_tap_event_count`; count; increment; only for Firecracker's interfaces.
        rx_tap_event_count: Integer,
        /// Reads of packets for the guest, from the TAP device and from the metadata service. `rx_count`; count; increment; only for Firecracker's interfaces.
        rx_count: Integer,
        /// Writes of packets of the guest to the TAP device. `tx_count`; count; increment; only for Firecracker's interfaces.
        tx_count: Integer,
        /// Notifications of the guest about new packets to send. `tx_queue_event_count`; count; increment; only for Firecracker's interfaces.
        tx_queue_event_count: Integer,
        /// Times that the rate limiter let the sending of packets continue. `tx_rate_limiter_event_count`; count; increment; only for Firecracker's interfaces.
        tx_rate_limiter_event_count: Integer,
        /// Packets in the send queue after each packet that was taken from it, added up over all packets. `tx_remaining_reqs_count`; count; increment; since Firecracker 1.7; only for Firecracker's interfaces.
        tx_remaining_reqs_count: Integer,
        /// Flushes by the guest since the device was created. `flush_operations`; count; counter, 64 bits; only for QEMU's disks.
        total_flush_ops: Integer,
        /// Discards by the guest since the device was created. `unmap_operations`; count; counter, 64 bits; since QEMU 4.2; only for QEMU's disks.
        total_unmap_ops: Integer,
        /// Bytes discarded by the guest since the device was created. `unmap_bytes`; bytes; counter, 64 bits; since QEMU 4.2; only for QEMU's disks.
        total_unmap_bytes: Integer,
        /// Total time of all reads since the device was created. `rd_total_time_ns`; nanoseconds; counter, 64 bits; only for QEMU's disks.
        total_read_time_ns: Integer,
        /// Total time of all writes since the device was created. `wr_total_time_ns`; nanoseconds; counter, 64 bits; only for QEMU's disks.
        total_write_time_ns: Integer,
        /// Total time of all flushes since the device was created. `flush_total_time_ns`; nanoseconds; counter, 64 bits; only for QEMU's disks.
        total_flush_time_ns: Integer,
        /// Total time of all discards since the device was created. `unmap_total_time_ns`; nanoseconds; counter, 64 bits; since QEMU 4.2; only for QEMU's disks.
        total_unmap_time_ns: Integer,
        /// Reads that became a part of another request since the device was created. `rd_merged`; count; counter, 64 bits; only for QEMU's disks.
        total_read_merged: Integer,
        /// Writes that became a part of another request since the device was created. `wr_merged`; count; counter, 64 bits; only for QEMU's disks.
        total_write_merged: Integer,
        /// Discards that became a part of another request since the device was created. `unmap_merged`; count; counter, 64 bits; since QEMU 4.2; only for QEMU's disks.
        total_unmap_merged: Integer,
        /// Reads that failed since the device was created. `failed_rd_operations`; count; counter, 64 bits; since QEMU 2.5; only for QEMU's disks.
        total_failed_read_ops: Integer,
        /// Writes that failed since the device was created. `failed_wr_operations`; count; counter, 64 bits; since QEMU 2.5; only for QEMU's disks.
        total_failed_write_ops: Integer,
        /// Flushes that failed since the device was created. `failed_flush_operations`; count; counter, 64 bits; since QEMU 2.5; only for QEMU's disks.
        total_failed_flush_ops: Integer,
        /// Discards that failed since the device was created. `failed_unmap_operations`; count; counter, 64 bits; since QEMU 4.2; only for QEMU's disks.
        total_failed_unmap_ops: Integer,
        /// Reads that were malformed since the device was created. `invalid_rd_operations`; count; counter, 64 bits; since QEMU 2.5; only for QEMU's disks.
        total_invalid_read_ops: Integer,
        /// Writes that were malformed since the device was created. `invalid_wr_operations`; count; counter, 64 bits; since QEMU 2.5; only for QEMU's disks.
        total_invalid_write_ops: Integer,
        /// Flushes that were malformed since the device was created. `invalid_flush_operations`; count; counter, 64 bits; since QEMU 2.5; only for QEMU's disks.
        total_invalid_flush_ops: Integer,
        /// Discards that were malformed since the device was created. `invalid_unmap_operations`; count; counter, 64 bits; since QEMU 4.2; only for QEMU's disks.
        total_invalid_unmap_ops: Integer,
        /// Bytes appended to zones since the device was created. `zone_append_bytes`; bytes; counter, 64 bits; since QEMU 8.1; only for QEMU's disks.
        total_zone_append_bytes: Integer,
        /// Appends to zones since the device was created. `zone_append_operations`; count; counter, 64 bits; since QEMU 8.1; only for QEMU's disks.
        total_zone_append_ops: Integer,
        /// Total time of all appends to zones since the device was created. `zone_append_total_time_ns`; nanoseconds; counter, 64 bits; since QEMU 8.1; only for QEMU's disks.
        total_zone_append_time_ns: Integer,
        /// Appends to zones that became a part of another request since the device was created. `zone_append_merged`; count; counter, 64 bits; since QEMU 8.1; only for QEMU's disks.
        total_zone_append_merged: Integer,
        /// Appends to zones that failed since the device was created. `failed_zone_append_operations`; count; counter, 64 bits; since QEMU 8.1; only for QEMU's disks.
        total_failed_zone_append_ops: Integer,
        /// Appends to zones that were malformed since the device was created. `invalid_zone_append_operations`; count; counter, 64 bits; since QEMU 8.1; only for QEMU's disks.
        total_invalid_zone_append_ops: Integer,
        /// Time since the last request of the guest ended. `idle_time_ns`; nanoseconds; gauge; since QEMU 2.5; absent before the first request; only for QEMU's disks.
        idle_time_ns: Integer,
        /// End of the highest byte that was ever written. `wr_highest_offset`; bytes; gauge; only for QEMU's disks.
        wr_highest_offset_bytes: Integer,
    } {
    }
    /// `struct vmm_hypervisor_device_usage`
    HypervisorDeviceUsage, vmm_hypervisor_device_usage, "hypervisor_device_usage", 29 {
        /// ID of the device, with escapes as in the text; identity.
        name: Name<64>,
        /// Type of the device: one of VMM_HYPERVISOR_DEVICE_*; identity.
        device_type: Integer,
        /// Number that distinguishes this virtual machine from an earlier one, copied from the later sample; identity.
        instance_id: Integer,
        /// Bytes read by the guest per second; bytes/s; gauge.
        read_bytes_per_second: Real,
        /// Bytes written by the guest per second; bytes/s; gauge.
        write_bytes_per_second: Real,
        /// Reads by the guest per second; 1/s; gauge.
        reads_per_second: Real,
        /// Writes by the guest per second; 1/s; gauge.
        writes_per_second: Real,
        /// Bytes received by the guest per second; bytes/s; gauge.
        rx_bytes_per_second: Real,
        /// Bytes sent by the guest per second; bytes/s; gauge.
        tx_bytes_per_second: Real,
        /// Packets received by the guest per second; 1/s; gauge.
        rx_packets_per_second: Real,
        /// Packets sent by the guest per second; 1/s; gauge.
        tx_packets_per_second: Real,
        /// Flushes by the guest per second; 1/s; gauge; only for disks of Firecracker and QEMU.
        flushes_per_second: Real,
        /// Discards by the guest per second; 1/s; gauge; only for QEMU's disks.
        discards_per_second: Real,
        /// Bytes discarded by the guest per second; bytes/s; gauge; only for QEMU's disks.
        discard_bytes_per_second: Real,
        /// Mean time of a read; nanoseconds; gauge; unknown without reads; only for disks of Firecracker and QEMU.
        read_await_ns: Real,
        /// Mean time of a write; nanoseconds; gauge; unknown without writes; only for disks of Firecracker and QEMU.
        write_await_ns: Real,
        /// Mean time of a flush; nanoseconds; gauge; unknown without flushes; only for QEMU's disks.
        flush_await_ns: Real,
        /// Requests and packets that failed per second; 1/s; gauge; only for disks of QEMU, drives and interfaces of Firecracker.
        failures_per_second: Real,
        /// Times per second that the rate limiter stopped the device, both directions of an interface together; 1/s; gauge; only for Firecracker's devices.
        rate_limiter_throttled_per_second: Real,
        /// Notifications of the guest about new requests per second, both queues of an interface together; 1/s; gauge; only for Firecracker's devices.
        queue_events_per_second: Real,
    } {
    }
    /// `struct vmm_vmstat_detail`
    VmstatDetail, vmm_vmstat_detail, "vmstat_detail", 30 {
        /// Free memory that consists of whole page blocks (2 MB on x86). `nr_free_pages_blocks`; pages; gauge; since 6.15.
        nr_free_pages_blocks_pages: Integer,
        /// Anonymous memory not used recently, counted by zone. `nr_zone_inactive_anon`; pages; gauge; since 4.8.
        nr_zone_inactive_anon_pages: Integer,
        /// Recently used anonymous memory, counted by zone. `nr_zone_active_anon`; pages; gauge; since 4.8.
        nr_zone_active_anon_pages: Integer,
        /// Page cache not used recently, counted by zone. `nr_zone_inactive_file`; pages; gauge; since 4.8.
        nr_zone_inactive_file_pages: Integer,
        /// Recently used page cache, counted by zone. `nr_zone_active_file`; pages; gauge; since 4.8.
        nr_zone_active_file_pages: Integer,
        /// Memory that cannot be reclaimed, counted by zone. `nr_zone_unevictable`; pages; gauge; since 4.8.
        nr_zone_unevictable_pages: Integer,
        /// Page cache that waits to be written or is being written, counted by zone. `nr_zone_write_pending`; pages; gauge; since 4.8.
        nr_zone_write_pending_pages: Integer,
        /// Memory of zsmalloc, which stores compressed pages for zram and zswap. `nr_zspages`; pages; gauge; since 4.8; absent without CONFIG_ZSMALLOC.
        nr_zspages_pages: Integer,
        /// Memory that a confidential guest has not accepted yet. `nr_unaccepted`; pages; gauge; since 6.5; absent without CONFIG_UNACCEPTED_MEMORY.
        nr_unaccepted_pages: Integer,
        /// Allocations that got memory of the NUMA node that they preferred. `numa_hit`; count; counter of the kernel's `unsigned long`; absent without CONFIG_NUMA.
        numa_hit: Integer,
        /// Allocations that got memory of another NUMA node than they preferred. `numa_miss`; count; counter of the kernel's `unsigned long`; absent without CONFIG_NUMA.
        numa_miss: Integer,
        /// Allocations that preferred a NUMA node and got memory of another node, counted at the preferred node. `numa_foreign`; count; counter of the kernel's `unsigned long`; absent without CONFIG_NUMA.
        numa_foreign: Integer,
        /// Allocations that were to be spread over the NUMA nodes (interleaving) and got memory of the chosen node. `numa_interleave`; count; counter of the kernel's `unsigned long`; absent without CONFIG_NUMA.
        numa_interleave: Integer,
        /// Allocations that got memory of the NUMA node of their CPU. `numa_local`; count; counter of the kernel's `unsigned long`; absent without CONFIG_NUMA.
        numa_local: Integer,
        /// Allocations that got memory of another NUMA node than that of their CPU. `numa_other`; count; counter of the kernel's `unsigned long`; absent without CONFIG_NUMA.
        numa_other: Integer,
        /// Anonymous pages taken off their list for a moment, to be reclaimed or moved. `nr_isolated_anon`; pages; gauge.
        nr_isolated_anon_pages: Integer,
        /// Page cache pages taken off their list for a moment, to be reclaimed or moved. `nr_isolated_file`; pages; gauge.
        nr_isolated_file_pages: Integer,
        /// Transparent huge pages of shared memory and tmpfs. `nr_shmem_hugepages`; count; gauge; since 4.8.
        nr_shmem_hugepages: Integer,
        /// Transparent huge pages of shared memory and tmpfs that processes map as huge pages. `nr_shmem_pmdmapped`; count; gauge; since 4.8.
        nr_shmem_pmdmapped: Integer,
        /// Transparent huge pages of the page cache. `nr_file_hugepages`; count; gauge; since 5.4.
        nr_file_hugepages: Integer,
        /// Transparent huge pages of the page cache that processes map as huge pages. `nr_file_pmdmapped`; count; gauge; since 5.4.
        nr_file_pmdmapped: Integer,
        /// Transparent huge pages of anonymous memory that processes map as huge pages. `nr_anon_transparent_hugepages`; count; gauge; since 2.6.38.
        nr_anon_transparent_hugepages: Integer,
        /// Dirty pages that reclaim met and marked, to be reclaimed as soon as they are written. `nr_vmscan_immediate_reclaim`; pages; counter of the kernel's `unsigned long`; since 3.2.
        nr_vmscan_immediate_reclaim_pages: Integer,
        /// Memory of the kernel that can be reclaimed and is no object cache. `nr_kernel_misc_reclaimable`; pages; gauge; since 4.20.
        nr_kernel_misc_reclaimable_pages: Integer,
        /// Pages pinned for devices or for the kernel (pin_user_pages()); a page counts each time. `nr_foll_pin_acquired`; pages; counter of the kernel's `unsigned long`; since 5.7.
        nr_foll_pin_acquired_pages: Integer,
        /// Pages released after they were pinned (unpin_user_pages()); a page counts each time. `nr_foll_pin_released`; pages; counter of the kernel's `unsigned long`; since 5.7.
        nr_foll_pin_released_pages: Integer,
        /// Memory of the kernel that vmalloc() allocated. `nr_vmalloc`; pages; gauge; since 7.1.
        nr_vmalloc_pages: Integer,
        /// Size of the kernel stacks of all threads in kB; before 4.8 the number of kernel stacks. `nr_kernel_stack`; count; gauge.
        nr_kernel_stack: Integer,
        /// Shadow call stacks of the kernel. `nr_shadow_call_stack`; bytes; gauge; since 5.9; absent without CONFIG_SHADOW_CALL_STACK.
        nr_shadow_call_stack_bytes: Integer,
        /// Secondary page tables, which guests (KVM) and devices (IOMMU) use. `nr_sec_page_table_pages`; pages; gauge; since 6.1.
        nr_sec_page_table_pages: Integer,
        /// Page tables and other memory of IOMMU drivers. `nr_iommu_pages`; pages; gauge; since 6.10; absent without CONFIG_IOMMU_SUPPORT.
        nr_iommu_pages: Integer,
        /// Pages moved to faster memory. `pgpromote_success`; pages; counter of the kernel's `unsigned long`; since 5.18; absent without CONFIG_NUMA_BALANCING.
        pgpromote_success_pages: Integer,
        /// Pages that could be moved to faster memory, within the limit of the rate. `pgpromote_candidate`; pages; counter of the kernel's `unsigned long`; since 6.1; absent without CONFIG_NUMA_BALANCING.
        pgpromote_candidate_pages: Integer,
        /// Pages that could be moved to faster memory and did not count for the limit of the rate, since that memory had enough free pages. `pgpromote_candidate_nrl`; pages; counter of the kernel's `unsigned long`; since 6.18; absent without CONFIG_NUMA_BALANCING.
        pgpromote_candidate_nrl_pages: Integer,
        /// Pages moved to slower memory by kswapd (background reclaim). `pgdemote_kswapd`; pages; counter of the kernel's `unsigned long`; since 5.15.
        pgdemote_kswapd_pages: Integer,
        /// Pages moved to slower memory by allocations (direct reclaim). `pgdemote_direct`; pages; counter of the kernel's `unsigned long`; since 5.15; includes khugepaged before 6.2 and proactive reclaim before 6.15.
        pgdemote_direct_pages: Integer,
        /// Pages moved to slower memory by khugepaged. `pgdemote_khugepaged`; pages; counter of the kernel's `unsigned long`; since 6.2.
        pgdemote_khugepaged_pages: Integer,
        /// Pages moved to slower memory by proactive reclaim (`memory.reclaim` and similar files). `pgdemote_proactive`; pages; counter of the kernel's `unsigned long`; since 6.15.
        pgdemote_proactive_pages: Integer,
        /// Anonymous pages that reclaim scanned and did not reclaim. `pgrotate_anon`; pages; counter of the kernel's `unsigned long`; since 7.3.
        pgrotate_anon_pages: Integer,
        /// Page cache pages that reclaim scanned and did not reclaim. `pgrotate_file`; pages; counter of the kernel's `unsigned long`; since 7.3.
        pgrotate_file_pages: Integer,
        /// Huge pages of hugetlbfs that are in use. `nr_hugetlb`; pages; gauge; since 6.13; absent without CONFIG_HUGETLB_PAGE.
        nr_hugetlb_pages: Integer,
        /// Page cache of files that only the kernel reads, such as the metadata of Btrfs. `nr_kernel_file_pages`; pages; gauge; since 6.18.
        nr_kernel_file_pages: Integer,
        /// Memory that GPU drivers hold for objects. `nr_gpu_active`; pages; gauge; since 7.1.
        nr_gpu_active_pages: Integer,
        /// Memory that GPU drivers keep for later objects, and give back when memory is short. `nr_gpu_reclaim`; pages; gauge; since 7.1.
        nr_gpu_reclaim_pages: Integer,
        /// Amount of dirty page cache at which processes that write have to wait. `nr_dirty_threshold`; pages; gauge; since 2.6.37.
        nr_dirty_threshold_pages: Integer,
        /// Amount of dirty page cache at which the kernel begins to write it. `nr_dirty_background_threshold`; pages; gauge; since 2.6.37.
        nr_dirty_background_threshold_pages: Integer,
        /// Memory for the descriptors of pages, allocated after boot. `nr_memmap_pages`; pages; gauge; since 6.11.
        nr_memmap_pages: Integer,
        /// Memory for the descriptors of pages, allocated at boot. `nr_memmap_boot_pages`; pages; gauge; since 6.11.
        nr_memmap_boot_pages: Integer,
        /// Pages allocated in the DMA zone (first 16 MB). `pgalloc_dma`; pages; counter of the kernel's `unsigned long`; absent without this zone.
        pgalloc_dma_pages: Integer,
        /// Pages allocated in the DMA32 zone (first 4 GB). `pgalloc_dma32`; pages; counter of the kernel's `unsigned long`; absent without this zone.
        pgalloc_dma32_pages: Integer,
        /// Pages allocated in the Normal zone (ordinary memory). `pgalloc_normal`; pages; counter of the kernel's `unsigned long`.
        pgalloc_normal_pages: Integer,
        /// Pages allocated in the HighMem zone (memory that a 32-bit kernel cannot map permanently). `pgalloc_high`; pages; counter of the kernel's `unsigned long`; absent without this zone.
        pgalloc_high_pages: Integer,
        /// Pages allocated in the Movable zone (movable pages only). `pgalloc_movable`; pages; counter of the kernel's `unsigned long`; absent without this zone.
        pgalloc_movable_pages: Integer,
        /// Pages allocated in the Device zone (memory of devices). `pgalloc_device`; pages; counter of the kernel's `unsigned long`; since 6.0; absent without this zone.
        pgalloc_device_pages: Integer,
        /// Pages in the DMA zone (first 16 MB) that reclaim skipped, since it needed memory of another zone. `pgskip_dma`; pages; counter of the kernel's `unsigned long`; since 4.8; absent without this zone.
        pgskip_dma_pages: Integer,
        /// Pages in the DMA32 zone (first 4 GB) that reclaim skipped, since it needed memory of another zone. `pgskip_dma32`; pages; counter of the kernel's `unsigned long`; since 4.8; absent without this zone.
        pgskip_dma32_pages: Integer,
        /// Pages in the Normal zone (ordinary memory) that reclaim skipped, since it needed memory of another zone. `pgskip_normal`; pages; counter of the kernel's `unsigned long`; since 4.8.
        pgskip_normal_pages: Integer,
        /// Pages in the HighMem zone (memory that a 32-bit kernel cannot map permanently) that reclaim skipped, since it needed memory of another zone. `pgskip_high`; pages; counter of the kernel's `unsigned long`; since 4.8; absent without this zone.
        pgskip_high_pages: Integer,
        /// Pages in the Movable zone (movable pages only) that reclaim skipped, since it needed memory of another zone. `pgskip_movable`; pages; counter of the kernel's `unsigned long`; since 4.8; absent without this zone.
        pgskip_movable_pages: Integer,
        /// Pages in the Device zone (memory of devices) that reclaim skipped, since it needed memory of another zone. `pgskip_device`; pages; counter of the kernel's `unsigned long`; since 6.0; absent without this zone.
        pgskip_device_pages: Integer,
        /// Times that reclaim within one NUMA node (`/proc/sys/vm/zone_reclaim_mode`) freed enough memory. `zone_reclaim_success`; count; counter of the kernel's `unsigned long`; since 6.12; absent without CONFIG_NUMA.
        zone_reclaim_success: Integer,
        /// Times that reclaim within one NUMA node (`/proc/sys/vm/zone_reclaim_mode`) freed too little memory. `zone_reclaim_failed`; count; counter of the kernel's `unsigned long`; absent without CONFIG_NUMA.
        zone_reclaim_failed: Integer,
        /// Page cache pages freed to free their inodes, by allocations and all others but kswapd. `pginodesteal`; pages; counter of the kernel's `unsigned long`.
        pginodesteal_pages: Integer,
        /// Page cache pages freed to free their inodes, by kswapd (background reclaim). `kswapd_inodesteal`; pages; counter of the kernel's `unsigned long`.
        kswapd_inodesteal_pages: Integer,
        /// Times that kswapd paused and was woken within a tenth of a second, since memory was short again. `kswapd_low_wmark_hit_quickly`; count; counter of the kernel's `unsigned long`; since 2.6.33.
        kswapd_low_wmark_hit_quickly: Integer,
        /// Times that kswapd paused for a tenth of a second and found too little free memory then. `kswapd_high_wmark_hit_quickly`; count; counter of the kernel's `unsigned long`; since 2.6.33.
        kswapd_high_wmark_hit_quickly: Integer,
        /// Entries of page tables marked, so that the next access shows which NUMA node uses the page. `numa_pte_updates`; count; counter of the kernel's `unsigned long`; since 3.8; absent without CONFIG_NUMA_BALANCING.
        numa_pte_updates: Integer,
        /// Entries of page tables for huge pages marked, so that the next access shows which NUMA node uses the page. `numa_huge_pte_updates`; count; counter of the kernel's `unsigned long`; since 3.13; absent without CONFIG_NUMA_BALANCING.
        numa_huge_pte_updates: Integer,
        /// Page faults at entries of page tables that were marked for NUMA balancing. `numa_hint_faults`; count; counter of the kernel's `unsigned long`; since 3.8; absent without CONFIG_NUMA_BALANCING.
        numa_hint_faults: Integer,
        /// Page faults at marked entries whose page was on the NUMA node of the CPU; contained in `numa_hint_faults`. `numa_hint_faults_local`; count; counter of the kernel's `unsigned long`; since 3.8; absent without CONFIG_NUMA_BALANCING.
        numa_hint_faults_local: Integer,
        /// Pages moved to the NUMA node that uses them. `numa_pages_migrated`; pages; counter of the kernel's `unsigned long`; since 3.8; absent without CONFIG_NUMA_BALANCING.
        numa_pages_migrated_pages: Integer,
        /// Transparent huge pages moved to another place in memory. `thp_migration_success`; count; counter of the kernel's `unsigned long`; since 5.9; absent without CONFIG_MIGRATION.
        thp_migration_success: Integer,
        /// Transparent huge pages that could not be moved to another place in memory. `thp_migration_fail`; count; counter of the kernel's `unsigned long`; since 5.9; absent without CONFIG_MIGRATION.
        thp_migration_fail: Integer,
        /// Transparent huge pages split, since they could not be moved as a whole. `thp_migration_split`; count; counter of the kernel's `unsigned long`; since 5.9; absent without CONFIG_MIGRATION.
        thp_migration_split: Integer,
        /// Pages that compaction scanned for pages to move. `compact_migrate_scanned`; pages; counter of the kernel's `unsigned long`; since 3.8; absent without CONFIG_COMPACTION.
        compact_migrate_scanned_pages: Integer,
        /// Pages that compaction scanned for free memory to move pages to. `compact_free_scanned`; pages; counter of the kernel's `unsigned long`; since 3.8; absent without CONFIG_COMPACTION.
        compact_free_scanned_pages: Integer,
        /// Pages that compaction took off their lists: pages to move, and free pages to move them to. `compact_isolated`; pages; counter of the kernel's `unsigned long`; since 3.8; absent without CONFIG_COMPACTION.
        compact_isolated_pages: Integer,
        /// Pages that kcompactd scanned for pages to move; contained in `compact_migrate_scanned_pages`. `compact_daemon_migrate_scanned`; pages; counter of the kernel's `unsigned long`; since 4.11; absent without CONFIG_COMPACTION.
        compact_daemon_migrate_scanned_pages: Integer,
        /// Pages that kcompactd scanned for free memory to move pages to; contained in `compact_free_scanned_pages`. `compact_daemon_free_scanned`; pages; counter of the kernel's `unsigned long`; since 4.11; absent without CONFIG_COMPACTION.
        compact_daemon_free_scanned_pages: Integer,
        /// Huge pages of hugetlbfs allocated from free memory. `htlb_buddy_alloc_success`; count; counter of the kernel's `unsigned long`; absent without CONFIG_HUGETLB_PAGE.
        htlb_buddy_alloc_success: Integer,
        /// Huge pages of hugetlbfs that could not be allocated from free memory. `htlb_buddy_alloc_fail`; count; counter of the kernel's `unsigned long`; absent without CONFIG_HUGETLB_PAGE.
        htlb_buddy_alloc_fail: Integer,
        /// Allocations of contiguous memory (CMA) that succeeded. `cma_alloc_success`; count; counter of the kernel's `unsigned long`; since 5.13; absent without CONFIG_CMA.
        cma_alloc_success: Integer,
        /// Allocations of contiguous memory (CMA) that failed. `cma_alloc_fail`; count; counter of the kernel's `unsigned long`; since 5.13; absent without CONFIG_CMA.
        cma_alloc_fail: Integer,
        /// Pages moved to the list of pages that cannot be reclaimed. `unevictable_pgs_culled`; pages; counter of the kernel's `unsigned long`.
        unevictable_pgs_culled_pages: Integer,
        /// Pages of the list of pages that cannot be reclaimed that were checked again. `unevictable_pgs_scanned`; pages; counter of the kernel's `unsigned long`.
        unevictable_pgs_scanned_pages: Integer,
        /// Pages moved back from the list of pages that cannot be reclaimed. `unevictable_pgs_rescued`; pages; counter of the kernel's `unsigned long`.
        unevictable_pgs_rescued_pages: Integer,
        /// Pages locked by mlock(). `unevictable_pgs_mlocked`; pages; counter of the kernel's `unsigned long`.
        unevictable_pgs_mlocked_pages: Integer,
        /// Pages unlocked by munlock() or with the end of a process. `unevictable_pgs_munlocked`; pages; counter of the kernel's `unsigned long`.
        unevictable_pgs_munlocked_pages: Integer,
        /// Pages that were freed, or removed from a file, while they were locked. `unevictable_pgs_cleared`; pages; counter of the kernel's `unsigned long`.
        unevictable_pgs_cleared_pages: Integer,
        /// Pages unlocked that had to stay on the list of pages that cannot be reclaimed, since other code held them. `unevictable_pgs_stranded`; pages; counter of the kernel's `unsigned long`.
        unevictable_pgs_stranded_pages: Integer,
        /// Page faults that got small pages, since a limit of a cgroup left no room for a huge page; contained in `thp_fault_fallback` of struct vmm_vmstat. `thp_fault_fallback_charge`; count; counter of the kernel's `unsigned long`; since 5.7; absent without CONFIG_TRANSPARENT_HUGEPAGE.
        thp_fault_fallback_charge: Integer,
        /// Transparent huge pages that shared memory or tmpfs asked for and did not get. `thp_file_fallback`; count; counter of the kernel's `unsigned long`; since 5.7; absent without CONFIG_TRANSPARENT_HUGEPAGE.
        thp_file_fallback: Integer,
        /// Transparent huge pages that shared memory or tmpfs did not get, since a limit of a cgroup left no room; contained in `thp_file_fallback`. `thp_file_fallback_charge`; count; counter of the kernel's `unsigned long`; since 5.7; absent without CONFIG_TRANSPARENT_HUGEPAGE.
        thp_file_fallback_charge: Integer,
        /// Transparent huge pages split because most of their small pages held only zeros. `thp_underused_split_page`; count; counter of the kernel's `unsigned long`; since 6.12; absent without CONFIG_TRANSPARENT_HUGEPAGE.
        thp_underused_split_page: Integer,
        /// Ranges that khugepaged left as small pages, since too many pages were missing (`max_ptes_none`). `thp_scan_exceed_none_pte`; count; counter of the kernel's `unsigned long`; since 5.17; absent without CONFIG_TRANSPARENT_HUGEPAGE.
        thp_scan_exceed_none_pte: Integer,
        /// Ranges that khugepaged left as small pages, since too many pages were swapped out (`max_ptes_swap`). `thp_scan_exceed_swap_pte`; count; counter of the kernel's `unsigned long`; since 5.17; absent without CONFIG_TRANSPARENT_HUGEPAGE.
        thp_scan_exceed_swap_pte: Integer,
        /// Ranges that khugepaged left as small pages, since too many pages were shared (`max_ptes_shared`). `thp_scan_exceed_share_pte`; count; counter of the kernel's `unsigned long`; since 5.17; absent without CONFIG_TRANSPARENT_HUGEPAGE.
        thp_scan_exceed_share_pte: Integer,
        /// Mappings of huge pages of the larger size (1 GB on x86) split into smaller mappings. `thp_split_pud`; count; counter of the kernel's `unsigned long`; since 4.11; absent without CONFIG_HAVE_ARCH_TRANSPARENT_HUGEPAGE_PUD.
        thp_split_pud: Integer,
        /// Huge zero pages that could not be allocated. `thp_zero_page_alloc_failed`; count; counter of the kernel's `unsigned long`; since 3.8; absent without CONFIG_TRANSPARENT_HUGEPAGE.
        thp_zero_page_alloc_failed: Integer,
        /// Times that a CPU asked other CPUs to flush their TLBs. `nr_tlb_remote_flush`; count; counter of the kernel's `unsigned long`; since 3.12; absent without CONFIG_DEBUG_TLBFLUSH.
        nr_tlb_remote_flush: Integer,
        /// Times that a CPU flushed its TLB for another CPU. `nr_tlb_remote_flush_received`; count; counter of the kernel's `unsigned long`; since 3.12; absent without CONFIG_DEBUG_TLBFLUSH.
        nr_tlb_remote_flush_received: Integer,
        /// Times that a CPU flushed its whole TLB for itself. `nr_tlb_local_flush_all`; count; counter of the kernel's `unsigned long`; since 3.12; absent without CONFIG_DEBUG_TLBFLUSH.
        nr_tlb_local_flush_all: Integer,
        /// Entries of the TLB that CPUs flushed one by one for themselves. `nr_tlb_local_flush_one`; count; counter of the kernel's `unsigned long`; since 3.12; absent without CONFIG_DEBUG_TLBFLUSH.
        nr_tlb_local_flush_one: Integer,
        /// Times that a page was copied when it was swapped in, since it was merged (KSM). `ksm_swpin_copy`; count; counter of the kernel's `unsigned long`; since 5.18; absent without CONFIG_KSM.
        ksm_swpin_copy: Integer,
        /// Times that a merged page (KSM) was copied, since a process wrote to it. `cow_ksm`; count; counter of the kernel's `unsigned long`; since 5.19; absent without CONFIG_KSM.
        cow_ksm: Integer,
        /// Pages of 2 MB split in the mapping of all memory that the kernel has. `direct_map_level2_splits`; count; counter of the kernel's `unsigned long`; since 5.13; absent on other architectures than x86.
        direct_map_level2_splits: Integer,
        /// Pages of 1 GB split in the mapping of all memory that the kernel has. `direct_map_level3_splits`; count; counter of the kernel's `unsigned long`; since 5.13; absent on other architectures than x86.
        direct_map_level3_splits: Integer,
        /// Pages of 2 MB put together again in the mapping of all memory that the kernel has. `direct_map_level2_collapses`; count; counter of the kernel's `unsigned long`; since 6.15; absent on other architectures than x86.
        direct_map_level2_collapses: Integer,
        /// Pages of 1 GB put together again in the mapping of all memory that the kernel has. `direct_map_level3_collapses`; count; counter of the kernel's `unsigned long`; since 6.15; absent on other architectures than x86.
        direct_map_level3_collapses: Integer,
        /// Page faults handled under the lock of one memory area (VMA). `vma_lock_success`; count; counter of the kernel's `unsigned long`; since 6.4; absent without CONFIG_PER_VMA_LOCK_STATS.
        vma_lock_success: Integer,
        /// Page faults that could not use the lock of one memory area (VMA) and used the lock of the process. `vma_lock_abort`; count; counter of the kernel's `unsigned long`; since 6.4; absent without CONFIG_PER_VMA_LOCK_STATS.
        vma_lock_abort: Integer,
        /// Page faults that began under the lock of one memory area (VMA) and had to be repeated. `vma_lock_retry`; count; counter of the kernel's `unsigned long`; since 6.4; absent without CONFIG_PER_VMA_LOCK_STATS.
        vma_lock_retry: Integer,
        /// Memory areas (VMA) that were removed while a page fault looked them up. `vma_lock_miss`; count; counter of the kernel's `unsigned long`; since 6.4; absent without CONFIG_PER_VMA_LOCK_STATS.
        vma_lock_miss: Integer,
        /// Threads that ended and had used at most 1 kB of their kernel stack. `kstack_1k`; count; counter of the kernel's `unsigned long`; since 6.12; absent without CONFIG_DEBUG_STACK_USAGE.
        kstack_1k: Integer,
        /// Threads that ended and had used more than 1 kB and at most 2 kB of their kernel stack. `kstack_2k`; count; counter of the kernel's `unsigned long`; since 6.12; absent without CONFIG_DEBUG_STACK_USAGE and where a kernel stack has 1 kB or less.
        kstack_2k: Integer,
        /// Threads that ended and had used more than 2 kB and at most 4 kB of their kernel stack. `kstack_4k`; count; counter of the kernel's `unsigned long`; since 6.12; absent without CONFIG_DEBUG_STACK_USAGE and where a kernel stack has 2 kB or less.
        kstack_4k: Integer,
        /// Threads that ended and had used more than 4 kB and at most 8 kB of their kernel stack. `kstack_8k`; count; counter of the kernel's `unsigned long`; since 6.12; absent without CONFIG_DEBUG_STACK_USAGE and where a kernel stack has 4 kB or less.
        kstack_8k: Integer,
        /// Threads that ended and had used more than 8 kB and at most 16 kB of their kernel stack. `kstack_16k`; count; counter of the kernel's `unsigned long`; since 6.12; absent without CONFIG_DEBUG_STACK_USAGE and where a kernel stack has 8 kB or less.
        kstack_16k: Integer,
        /// Threads that ended and had used more than 16 kB and at most 32 kB of their kernel stack. `kstack_32k`; count; counter of the kernel's `unsigned long`; since 6.12; absent without CONFIG_DEBUG_STACK_USAGE and where a kernel stack has 16 kB or less.
        kstack_32k: Integer,
        /// Threads that ended and had used more than 32 kB and at most 64 kB of their kernel stack. `kstack_64k`; count; counter of the kernel's `unsigned long`; since 6.12; absent without CONFIG_DEBUG_STACK_USAGE and where a kernel stack has 32 kB or less.
        kstack_64k: Integer,
        /// Threads that ended and had used more than 64 kB of their kernel stack. `kstack_rest`; count; counter of the kernel's `unsigned long`; since 6.12; absent without CONFIG_DEBUG_STACK_USAGE and where a kernel stack has 64 kB or less.
        kstack_rest: Integer,
        /// Requests that read from swap. `nrswpin`; count; counter of the kernel's `unsigned long`; since 7.3.
        nrswpin: Integer,
        /// Requests that wrote to swap. `nrswpout`; count; counter of the kernel's `unsigned long`; since 7.3.
        nrswpout: Integer,
        /// Pages written to an NFS server that were not on its disk yet; 0 since 5.8. `nr_unstable`; pages; gauge.
        nr_unstable_pages: Integer,
        /// Bounce buffers, for devices that cannot address all memory. `nr_bounce`; pages; gauge; absent since 6.16.
        nr_bounce_pages: Integer,
        /// Temporary write buffers of FUSE. `nr_writeback_temp`; pages; gauge; absent since 6.17.
        nr_writeback_temp_pages: Integer,
        /// Pages scanned for reclaim since a page was last freed. `nr_pages_scanned`; pages; gauge; since 3.17; absent since 4.12.
        nr_pages_scanned_pages: Integer,
        /// Object caches of the kernel. `nr_slab`; pages; gauge; absent since 2.6.19.
        nr_slab_pages: Integer,
        /// Pages of the active lists scanned for reclaim, in the DMA zone (first 16 MB). `pgrefill_dma`; pages; counter of the kernel's `unsigned long`; absent since 4.8 and without this zone.
        pgrefill_dma_pages: Integer,
        /// Pages of the active lists scanned for reclaim, in the DMA32 zone (first 4 GB). `pgrefill_dma32`; pages; counter of the kernel's `unsigned long`; absent since 4.8 and without this zone.
        pgrefill_dma32_pages: Integer,
        /// Pages of the active lists scanned for reclaim, in the Normal zone (ordinary memory). `pgrefill_normal`; pages; counter of the kernel's `unsigned long`; absent since 4.8.
        pgrefill_normal_pages: Integer,
        /// Pages of the active lists scanned for reclaim, in the HighMem zone (memory that a 32-bit kernel cannot map permanently). `pgrefill_high`; pages; counter of the kernel's `unsigned long`; absent since 4.8 and without this zone.
        pgrefill_high_pages: Integer,
        /// Pages of the active lists scanned for reclaim, in the Movable zone (movable pages only). `pgrefill_movable`; pages; counter of the kernel's `unsigned long`; absent since 4.8 and without this zone.
        pgrefill_movable_pages: Integer,
        /// Pages reclaimed, in the DMA zone (first 16 MB). `pgsteal_dma`; pages; counter of the kernel's `unsigned long`; absent since 3.4 and without this zone.
        pgsteal_dma_pages: Integer,
        /// Pages reclaimed, in the DMA32 zone (first 4 GB). `pgsteal_dma32`; pages; counter of the kernel's `unsigned long`; absent since 3.4 and without this zone.
        pgsteal_dma32_pages: Integer,
        /// Pages reclaimed, in the Normal zone (ordinary memory). `pgsteal_normal`; pages; counter of the kernel's `unsigned long`; absent since 3.4.
        pgsteal_normal_pages: Integer,
        /// Pages reclaimed, in the HighMem zone (memory that a 32-bit kernel cannot map permanently). `pgsteal_high`; pages; counter of the kernel's `unsigned long`; absent since 3.4 and without this zone.
        pgsteal_high_pages: Integer,
        /// Pages reclaimed, in the Movable zone (movable pages only). `pgsteal_movable`; pages; counter of the kernel's `unsigned long`; absent since 3.4 and without this zone.
        pgsteal_movable_pages: Integer,
        /// Pages reclaimed by kswapd (background reclaim). `kswapd_steal`; pages; counter of the kernel's `unsigned long`; absent since 3.4.
        kswapd_steal_pages: Integer,
        /// Times that kswapd did not wait for a busy disk, since memory was very short. `kswapd_skip_congestion_wait`; count; counter of the kernel's `unsigned long`; since 2.6.33; absent since 3.9.
        kswapd_skip_congestion_wait: Integer,
        /// Page blocks that compaction worked on. `compact_blocks_moved`; count; counter of the kernel's `unsigned long`; since 2.6.35; absent since 3.8 and without CONFIG_COMPACTION.
        compact_blocks_moved: Integer,
        /// Pages moved by compaction. `compact_pages_moved`; pages; counter of the kernel's `unsigned long`; since 2.6.35; absent since 3.8 and without CONFIG_COMPACTION.
        compact_pages_moved_pages: Integer,
        /// Pages that compaction could not move. `compact_pagemigrate_failed`; pages; counter of the kernel's `unsigned long`; since 2.6.35; absent since 3.8 and without CONFIG_COMPACTION.
        compact_pagemigrate_failed_pages: Integer,
        /// Pages freed while they were locked. `unevictable_pgs_mlockfreed`; pages; counter of the kernel's `unsigned long`; absent since 3.7.
        unevictable_pgs_mlockfreed_pages: Integer,
    } {
    }
    /// `struct vmm_protocols`
    Protocols, vmm_protocols, "protocols", 31 {
        /// Number set by the caller to tell the network namespace from another one. Identity.
        instance_id: Integer,
        /// Whether the machine forwards packets: 1 if it does, 2 if it does not. `snmp` `Ip: Forwarding`; label.
        ip_forwarding: Integer,
        /// IPv4 packets received, with errors or not. `snmp` `Ip: InReceives`; count; counter, 64 bits.
        ip_in_receives: Integer,
        /// Received IPv4 packets discarded for an error in their header. `snmp` `Ip: InHdrErrors`; count; counter, 64 bits.
        ip_in_hdr_errors: Integer,
        /// Received IPv4 packets discarded because their address is not one of this machine. `snmp` `Ip: InAddrErrors`; count; counter, 64 bits.
        ip_in_addr_errors: Integer,
        /// IPv4 packets forwarded. `snmp` `Ip: ForwDatagrams`; count; counter, 64 bits.
        ip_forw_datagrams: Integer,
        /// Received IPv4 packets discarded because of an unknown protocol. `snmp` `Ip: InUnknownProtos`; count; counter, 64 bits.
        ip_in_unknown_protos: Integer,
        /// Received IPv4 packets discarded without an error in them, such as for want of memory. `snmp` `Ip: InDiscards`; count; counter, 64 bits.
        ip_in_discards: Integer,
        /// Received IPv4 packets delivered to a protocol such as TCP. `snmp` `Ip: InDelivers`; count; counter, 64 bits.
        ip_in_delivers: Integer,
        /// IPv4 packets that protocols such as TCP gave to IP to be sent. `snmp` `Ip: OutRequests`; count; counter, 64 bits.
        ip_out_requests: Integer,
        /// IPv4 packets to be sent that were discarded without an error in them. `snmp` `Ip: OutDiscards`; count; counter, 64 bits.
        ip_out_discards: Integer,
        /// IPv4 packets to be sent that were discarded for want of a route. `snmp` `Ip: OutNoRoutes`; count; counter, 64 bits.
        ip_out_no_routes: Integer,
        /// IPv4 packets of which fragments did not arrive in time. `snmp` `Ip: ReasmTimeout`; count; counter, 64 bits.
        ip_reasm_timeout: Integer,
        /// IPv4 fragments received. `snmp` `Ip: ReasmReqds`; count; counter, 64 bits.
        ip_reasm_reqds: Integer,
        /// IPv4 packets put together from fragments. `snmp` `Ip: ReasmOKs`; count; counter, 64 bits.
        ip_reasm_oks: Integer,
        /// Times that putting fragments of a packet together failed. `snmp` `Ip: ReasmFails`; count; counter, 64 bits.
        ip_reasm_fails: Integer,
        /// IPv4 packets divided into fragments. `snmp` `Ip: FragOKs`; count; counter, 64 bits.
        ip_frag_oks: Integer,
        /// IPv4 packets discarded because they could not be divided. `snmp` `Ip: FragFails`; count; counter, 64 bits.
        ip_frag_fails: Integer,
        /// IPv4 fragments made. `snmp` `Ip: FragCreates`; count; counter, 64 bits.
        ip_frag_creates: Integer,
        /// ICMP messages received. `snmp` `Icmp: InMsgs`; count; counter of the kernel's `unsigned long`.
        icmp_in_msgs: Integer,
        /// Received ICMP messages with an error. `snmp` `Icmp: InErrors`; count; counter of the kernel's `unsigned long`.
        icmp_in_errors: Integer,
        /// Received ICMP messages with a wrong checksum. `snmp` `Icmp: InCsumErrors`; count; counter of the kernel's `unsigned long`; since 3.10.
        icmp_in_csum_errors: Integer,
        /// ICMP messages received that a destination cannot be reached. `snmp` `Icmp: InDestUnreachs`; count; counter of the kernel's `unsigned long`.
        icmp_in_dest_unreachs: Integer,
        /// ICMP messages received that a packet lived too long. `snmp` `Icmp: InTimeExcds`; count; counter of the kernel's `unsigned long`.
        icmp_in_time_excds: Integer,
        /// ICMP requests for an echo received (ping). `snmp` `Icmp: InEchos`; count; counter of the kernel's `unsigned long`.
        icmp_in_echos: Integer,
        /// ICMP echoes received. `snmp` `Icmp: InEchoReps`; count; counter of the kernel's `unsigned long`.
        icmp_in_echo_reps: Integer,
        /// ICMP messages sent. `snmp` `Icmp: OutMsgs`; count; counter of the kernel's `unsigned long`.
        icmp_out_msgs: Integer,
        /// ICMP messages not sent because of an error. `snmp` `Icmp: OutErrors`; count; counter of the kernel's `unsigned long`.
        icmp_out_errors: Integer,
        /// ICMP messages sent that a destination cannot be reached. `snmp` `Icmp: OutDestUnreachs`; count; counter of the kernel's `unsigned long`.
        icmp_out_dest_unreachs: Integer,
        /// ICMP messages sent that a packet lived too long. `snmp` `Icmp: OutTimeExcds`; count; counter of the kernel's `unsigned long`.
        icmp_out_time_excds: Integer,
        /// ICMP requests for an echo sent. `snmp` `Icmp: OutEchos`; count; counter of the kernel's `unsigned long`.
        icmp_out_echos: Integer,
        /// ICMP echoes sent. `snmp` `Icmp: OutEchoReps`; count; counter of the kernel's `unsigned long`.
        icmp_out_echo_reps: Integer,
        /// TCP connections that this machine began to open. `snmp` `Tcp: ActiveOpens`; count; counter of the kernel's `unsigned long`.
        tcp_active_opens: Integer,
        /// TCP connections that other machines opened to this machine. `snmp` `Tcp: PassiveOpens`; count; counter of the kernel's `unsigned long`.
        tcp_passive_opens: Integer,
        /// TCP connections that failed before they were open. `snmp` `Tcp: AttemptFails`; count; counter of the kernel's `unsigned long`.
        tcp_attempt_fails: Integer,
        /// Open TCP connections that ended by a reset. `snmp` `Tcp: EstabResets`; count; counter of the kernel's `unsigned long`.
        tcp_estab_resets: Integer,
        /// TCP connections that are open: in the states ESTABLISHED and CLOSE-WAIT. `snmp` `Tcp: CurrEstab`; count; gauge.
        tcp_curr_estab: Integer,
        /// TCP segments received, with errors or not. `snmp` `Tcp: InSegs`; count; counter of the kernel's `unsigned long`.
        tcp_in_segs: Integer,
        /// TCP segments sent, without those sent again. `snmp` `Tcp: OutSegs`; count; counter of the kernel's `unsigned long`.
        tcp_out_segs: Integer,
        /// TCP segments sent again. `snmp` `Tcp: RetransSegs`; count; counter of the kernel's `unsigned long`.
        tcp_retrans_segs: Integer,
        /// TCP segments received with an error. `snmp` `Tcp: InErrs`; count; counter of the kernel's `unsigned long`.
        tcp_in_errs: Integer,
        /// TCP segments sent that carry a reset. `snmp` `Tcp: OutRsts`; count; counter of the kernel's `unsigned long`.
        tcp_out_rsts: Integer,
        /// TCP segments received with a wrong checksum; contained in `tcp_in_errs`. `snmp` `Tcp: InCsumErrors`; count; counter of the kernel's `unsigned long`; since 3.10.
        tcp_in_csum_errors: Integer,
        /// UDP datagrams over IPv4 that programs received. `snmp` `Udp: InDatagrams`; count; counter of the kernel's `unsigned long`.
        udp_in_datagrams: Integer,
        /// UDP datagrams over IPv4 received for a port that no program listens on. `snmp` `Udp: NoPorts`; count; counter of the kernel's `unsigned long`.
        udp_no_ports: Integer,
        /// UDP datagrams over IPv4 received that could not be delivered for other reasons; contains `{p}_rcvbuf_errors`, `{p}_in_csum_errors` and `{p}_mem_errors`. `snmp` `Udp: InErrors`; count; counter of the kernel's `unsigned long`.
        udp_in_errors: Integer,
        /// UDP datagrams over IPv4 sent. `snmp` `Udp: OutDatagrams`; count; counter of the kernel's `unsigned long`.
        udp_out_datagrams: Integer,
        /// UDP datagrams over IPv4 discarded because the receive buffer of a socket was full. `snmp` `Udp: RcvbufErrors`; count; counter of the kernel's `unsigned long`; since 2.6.19.
        udp_rcvbuf_errors: Integer,
        /// UDP datagrams over IPv4 discarded because the send buffer of a socket was full. `snmp` `Udp: SndbufErrors`; count; counter of the kernel's `unsigned long`; since 2.6.19.
        udp_sndbuf_errors: Integer,
        /// UDP datagrams over IPv4 received with a wrong checksum. `snmp` `Udp: InCsumErrors`; count; counter of the kernel's `unsigned long`; since 3.10.
        udp_in_csum_errors: Integer,
        /// UDP datagrams over IPv4 discarded because the memory for such sockets was used up. `snmp` `Udp: MemErrors`; count; counter of the kernel's `unsigned long`; since 5.11.
        udp_mem_errors: Integer,
        /// UDP-Lite datagrams over IPv4 that could not be delivered. `snmp` `UdpLite: InErrors`; count; counter of the kernel's `unsigned long`; absent on kernels without UDP-Lite.
        udp_lite_in_errors: Integer,
        /// SYN cookies sent: the queue of half-open connections was full. `netstat` `TcpExt: SyncookiesSent`; count; counter of the kernel's `unsigned long`.
        tcp_ext_syncookies_sent: Integer,
        /// Valid SYN cookies received. `netstat` `TcpExt: SyncookiesRecv`; count; counter of the kernel's `unsigned long`.
        tcp_ext_syncookies_recv: Integer,
        /// Invalid SYN cookies received. `netstat` `TcpExt: SyncookiesFailed`; count; counter of the kernel's `unsigned long`.
        tcp_ext_syncookies_failed: Integer,
        /// Half-open TCP connections that ended by a reset. `netstat` `TcpExt: EmbryonicRsts`; count; counter of the kernel's `unsigned long`.
        tcp_ext_embryonic_rsts: Integer,
        /// Times that received data was compacted because the receive buffer of a socket was full. `netstat` `TcpExt: PruneCalled`; count; counter of the kernel's `unsigned long`.
        tcp_ext_prune_called: Integer,
        /// TCP segments discarded because the receive buffer of a socket was full. `netstat` `TcpExt: RcvPruned`; count; counter of the kernel's `unsigned long`.
        tcp_ext_rcv_pruned: Integer,
        /// Times that segments out of order were discarded because the receive buffer of a socket was full. `netstat` `TcpExt: OfoPruned`; count; counter of the kernel's `unsigned long`.
        tcp_ext_ofo_pruned: Integer,
        /// TCP connections that ended in the state TIME-WAIT. `netstat` `TcpExt: TW`; count; counter of the kernel's `unsigned long`.
        tcp_ext_tw: Integer,
        /// TCP connections refused because the accept queue of a socket was full. `netstat` `TcpExt: ListenOverflows`; count; counter of the kernel's `unsigned long`.
        tcp_ext_listen_overflows: Integer,
        /// TCP connections refused by a listening socket, for any reason; contains `tcp_ext_listen_overflows`. `netstat` `TcpExt: ListenDrops`; count; counter of the kernel's `unsigned long`.
        tcp_ext_listen_drops: Integer,
        /// Retransmitted TCP segments that were lost again. `netstat` `TcpExt: TCPLostRetransmit`; count; counter of the kernel's `unsigned long`.
        tcp_ext_tcp_lost_retransmit: Integer,
        /// TCP segments sent again by fast retransmission. `netstat` `TcpExt: TCPFastRetrans`; count; counter of the kernel's `unsigned long`.
        tcp_ext_tcp_fast_retrans: Integer,
        /// TCP segments sent again after a timeout, during slow start. `netstat` `TcpExt: TCPSlowStartRetrans`; count; counter of the kernel's `unsigned long`.
        tcp_ext_tcp_slow_start_retrans: Integer,
        /// Timeouts of TCP retransmission timers. `netstat` `TcpExt: TCPTimeouts`; count; counter of the kernel's `unsigned long`.
        tcp_ext_tcp_timeouts: Integer,
        /// Tail loss probes sent. `netstat` `TcpExt: TCPLossProbes`; count; counter of the kernel's `unsigned long`; since 3.10.
        tcp_ext_tcp_loss_probes: Integer,
        /// TCP segments merged because the receive buffer of a socket was full. `netstat` `TcpExt: TCPRcvCollapsed`; count; counter of the kernel's `unsigned long`.
        tcp_ext_tcp_rcv_collapsed: Integer,
        /// TCP connections reset because data was left or arrived after the program closed the socket. `netstat` `TcpExt: TCPAbortOnData`; count; counter of the kernel's `unsigned long`.
        tcp_ext_tcp_abort_on_data: Integer,
        /// TCP connections reset because the program closed the socket before it had read all data. `netstat` `TcpExt: TCPAbortOnClose`; count; counter of the kernel's `unsigned long`.
        tcp_ext_tcp_abort_on_close: Integer,
        /// TCP connections reset for want of memory, or because there were too many without a program. `netstat` `TcpExt: TCPAbortOnMemory`; count; counter of the kernel's `unsigned long`.
        tcp_ext_tcp_abort_on_memory: Integer,
        /// TCP connections reset after too many timeouts. `netstat` `TcpExt: TCPAbortOnTimeout`; count; counter of the kernel's `unsigned long`.
        tcp_ext_tcp_abort_on_timeout: Integer,
        /// TCP connections reset in the state FIN-WAIT-2 after the time that the socket allows. `netstat` `TcpExt: TCPAbortOnLinger`; count; counter of the kernel's `unsigned long`.
        tcp_ext_tcp_abort_on_linger: Integer,
        /// TCP resets that could not be sent for want of memory. `netstat` `TcpExt: TCPAbortFailed`; count; counter of the kernel's `unsigned long`.
        tcp_ext_tcp_abort_failed: Integer,
        /// Times that TCP began to save memory. `netstat` `TcpExt: TCPMemoryPressures`; count; counter of the kernel's `unsigned long`.
        tcp_ext_tcp_memory_pressures: Integer,
        /// Time during which TCP saved memory. `netstat` `TcpExt: TCPMemoryPressuresChrono`; milliseconds; counter of the kernel's `unsigned long`; since 4.13.
        tcp_ext_tcp_memory_pressures_chrono_ms: Integer,
        /// TCP timeouts that turned out to be unnecessary. `netstat` `TcpExt: TCPSpuriousRTOs`; count; counter of the kernel's `unsigned long`; since 2.6.29 or earlier.
        tcp_ext_tcp_spurious_rtos: Integer,
        /// TCP segments discarded because the backlog of a socket was full. `netstat` `TcpExt: TCPBacklogDrop`; count; counter of the kernel's `unsigned long`; since 3.6 or earlier.
        tcp_ext_tcp_backlog_drop: Integer,
        /// TCP segments discarded because they used memory that is reserved for reclaiming memory. `netstat` `TcpExt: PFMemallocDrop`; count; counter of the kernel's `unsigned long`; since 4.14 or earlier.
        tcp_ext_pf_memalloc_drop: Integer,
        /// TCP connections that ended without TIME-WAIT because there were too many. `netstat` `TcpExt: TCPTimeWaitOverflow`; count; counter of the kernel's `unsigned long`; since 3.6 or earlier.
        tcp_ext_tcp_time_wait_overflow: Integer,
        /// Times that the queue of half-open connections was full and a SYN cookie was sent. `netstat` `TcpExt: TCPReqQFullDoCookies`; count; counter of the kernel's `unsigned long`; since 3.6 or earlier.
        tcp_ext_tcp_req_q_full_do_cookies: Integer,
        /// TCP connections refused because the queue of half-open connections was full. `netstat` `TcpExt: TCPReqQFullDrop`; count; counter of the kernel's `unsigned long`; since 3.6 or earlier.
        tcp_ext_tcp_req_q_full_drop: Integer,
        /// TCP segments that could not be sent again because a lower layer refused them. `netstat` `TcpExt: TCPRetransFail`; count; counter of the kernel's `unsigned long`; since 3.6 or earlier.
        tcp_ext_tcp_retrans_fail: Integer,
        /// TCP segments received out of order and queued. `netstat` `TcpExt: TCPOFOQueue`; count; counter of the kernel's `unsigned long`; since 3.6 or earlier.
        tcp_ext_tcp_ofo_queue: Integer,
        /// TCP segments received out of order and discarded for want of memory. `netstat` `TcpExt: TCPOFODrop`; count; counter of the kernel's `unsigned long`; since 3.6 or earlier.
        tcp_ext_tcp_ofo_drop: Integer,
        /// Times that a receive window that was 0 opened. `netstat` `TcpExt: TCPFromZeroWindowAdv`; count; counter of the kernel's `unsigned long`; since 3.15.
        tcp_ext_tcp_from_zero_window_adv: Integer,
        /// Times that a receive window became 0: a program reads too slowly. `netstat` `TcpExt: TCPToZeroWindowAdv`; count; counter of the kernel's `unsigned long`; since 3.15.
        tcp_ext_tcp_to_zero_window_adv: Integer,
        /// SYN and SYN-ACK segments sent again. `netstat` `TcpExt: TCPSynRetrans`; count; counter of the kernel's `unsigned long`; since 3.15.
        tcp_ext_tcp_syn_retrans: Integer,
        /// TCP segments with data sent for the first time. `netstat` `TcpExt: TCPOrigDataSent`; count; counter of the kernel's `unsigned long`; since 3.15.
        tcp_ext_tcp_orig_data_sent: Integer,
        /// Probes sent to keep TCP connections alive. `netstat` `TcpExt: TCPKeepAlive`; count; counter of the kernel's `unsigned long`; since 4.9 or earlier.
        tcp_ext_tcp_keep_alive: Integer,
        /// TCP segments with data that the other machine received. `netstat` `TcpExt: TCPDelivered`; count; counter of the kernel's `unsigned long`; since 4.18.
        tcp_ext_tcp_delivered: Integer,
        /// TCP segments discarded because the receive window was 0. `netstat` `TcpExt: TCPZeroWindowDrop`; count; counter of the kernel's `unsigned long`; since 4.19.
        tcp_ext_tcp_zero_window_drop: Integer,
        /// TCP segments discarded because the receive buffer of a socket was full when they arrived. `netstat` `TcpExt: TCPRcvQDrop`; count; counter of the kernel's `unsigned long`; since 4.19.
        tcp_ext_tcp_rcv_q_drop: Integer,
        /// Received IPv4 packets discarded for want of a route. `netstat` `IpExt: InNoRoutes`; count; counter, 64 bits; since 2.6.29 or earlier.
        ip_ext_in_no_routes: Integer,
        /// Received IPv4 packets that were shorter than their header says. `netstat` `IpExt: InTruncatedPkts`; count; counter, 64 bits; since 2.6.29 or earlier.
        ip_ext_in_truncated_pkts: Integer,
        /// Multicast IPv4 packets received. `netstat` `IpExt: InMcastPkts`; count; counter, 64 bits; since 2.6.29 or earlier.
        ip_ext_in_mcast_pkts: Integer,
        /// Multicast IPv4 packets sent. `netstat` `IpExt: OutMcastPkts`; count; counter, 64 bits; since 2.6.29 or earlier.
        ip_ext_out_mcast_pkts: Integer,
        /// Broadcast IPv4 packets received. `netstat` `IpExt: InBcastPkts`; count; counter, 64 bits; since 2.6.29 or earlier.
        ip_ext_in_bcast_pkts: Integer,
        /// Broadcast IPv4 packets sent. `netstat` `IpExt: OutBcastPkts`; count; counter, 64 bits; since 2.6.29 or earlier.
        ip_ext_out_bcast_pkts: Integer,
        /// IPv4 bytes received, headers of IP included. `netstat` `IpExt: InOctets`; bytes; counter, 64 bits; since 3.6 or earlier.
        ip_ext_in_octets_bytes: Integer,
        /// IPv4 bytes sent, headers of IP included. `netstat` `IpExt: OutOctets`; bytes; counter, 64 bits; since 3.6 or earlier.
        ip_ext_out_octets_bytes: Integer,
        /// Received IPv4 packets with a wrong checksum. `netstat` `IpExt: InCsumErrors`; count; counter, 64 bits; since 3.10.
        ip_ext_in_csum_errors: Integer,
        /// IPv6 packets received, with errors or not. `snmp6` `Ip6InReceives`; count; counter, 64 bits.
        ip6_in_receives: Integer,
        /// Received IPv6 packets discarded for an error in their header. `snmp6` `Ip6InHdrErrors`; count; counter, 64 bits.
        ip6_in_hdr_errors: Integer,
        /// IPv6 packets not forwarded because they are larger than the next link allows. `snmp6` `Ip6InTooBigErrors`; count; counter, 64 bits.
        ip6_in_too_big_errors: Integer,
        /// Received IPv6 packets discarded for want of a route. `snmp6` `Ip6InNoRoutes`; count; counter, 64 bits.
        ip6_in_no_routes: Integer,
        /// Received IPv6 packets discarded because their address is not one of this machine. `snmp6` `Ip6InAddrErrors`; count; counter, 64 bits.
        ip6_in_addr_errors: Integer,
        /// Received IPv6 packets discarded without an error in them, such as for want of memory. `snmp6` `Ip6InDiscards`; count; counter, 64 bits.
        ip6_in_discards: Integer,
        /// Received IPv6 packets delivered to a protocol such as TCP. `snmp6` `Ip6InDelivers`; count; counter, 64 bits.
        ip6_in_delivers: Integer,
        /// IPv6 packets forwarded. `snmp6` `Ip6OutForwDatagrams`; count; counter, 64 bits.
        ip6_out_forw_datagrams: Integer,
        /// IPv6 packets that protocols such as TCP gave to IP to be sent. `snmp6` `Ip6OutRequests`; count; counter, 64 bits.
        ip6_out_requests: Integer,
        /// IPv6 packets to be sent that were discarded without an error in them. `snmp6` `Ip6OutDiscards`; count; counter, 64 bits.
        ip6_out_discards: Integer,
        /// IPv6 packets to be sent that were discarded for want of a route. `snmp6` `Ip6OutNoRoutes`; count; counter, 64 bits.
        ip6_out_no_routes: Integer,
        /// Times that putting fragments of a packet together failed. `snmp6` `Ip6ReasmFails`; count; counter, 64 bits.
        ip6_reasm_fails: Integer,
        /// IPv6 packets discarded because they could not be divided. `snmp6` `Ip6FragFails`; count; counter, 64 bits.
        ip6_frag_fails: Integer,
        /// IPv6 bytes received, headers of IP included. `snmp6` `Ip6InOctets`; bytes; counter, 64 bits; since 3.6 or earlier.
        ip6_in_octets_bytes: Integer,
        /// IPv6 bytes sent, headers of IP included. `snmp6` `Ip6OutOctets`; bytes; counter, 64 bits; since 3.6 or earlier.
        ip6_out_octets_bytes: Integer,
        /// ICMPv6 messages received. `snmp6` `Icmp6InMsgs`; count; counter of the kernel's `unsigned long`.
        icmp6_in_msgs: Integer,
        /// Received ICMPv6 messages with an error. `snmp6` `Icmp6InErrors`; count; counter of the kernel's `unsigned long`.
        icmp6_in_errors: Integer,
        /// ICMPv6 messages sent. `snmp6` `Icmp6OutMsgs`; count; counter of the kernel's `unsigned long`.
        icmp6_out_msgs: Integer,
        /// ICMPv6 messages not sent because of an error. `snmp6` `Icmp6OutErrors`; count; counter of the kernel's `unsigned long`; since 3.6 or earlier.
        icmp6_out_errors: Integer,
        /// Received ICMPv6 messages with a wrong checksum. `snmp6` `Icmp6InCsumErrors`; count; counter of the kernel's `unsigned long`; since 3.10.
        icmp6_in_csum_errors: Integer,
        /// UDP datagrams over IPv6 that programs received. `snmp6` `Udp6InDatagrams`; count; counter of the kernel's `unsigned long`.
        udp6_in_datagrams: Integer,
        /// UDP datagrams over IPv6 received for a port that no program listens on. `snmp6` `Udp6NoPorts`; count; counter of the kernel's `unsigned long`.
        udp6_no_ports: Integer,
        /// UDP datagrams over IPv6 received that could not be delivered for other reasons; contains `{p}_rcvbuf_errors`, `{p}_in_csum_errors` and `{p}_mem_errors`. `snmp6` `Udp6InErrors`; count; counter of the kernel's `unsigned long`.
        udp6_in_errors: Integer,
        /// UDP datagrams over IPv6 sent. `snmp6` `Udp6OutDatagrams`; count; counter of the kernel's `unsigned long`.
        udp6_out_datagrams: Integer,
        /// UDP datagrams over IPv6 discarded because the receive buffer of a socket was full. `snmp6` `Udp6RcvbufErrors`; count; counter of the kernel's `unsigned long`; since 3.6 or earlier.
        udp6_rcvbuf_errors: Integer,
        /// UDP datagrams over IPv6 discarded because the send buffer of a socket was full. `snmp6` `Udp6SndbufErrors`; count; counter of the kernel's `unsigned long`; since 3.6 or earlier.
        udp6_sndbuf_errors: Integer,
        /// UDP datagrams over IPv6 received with a wrong checksum. `snmp6` `Udp6InCsumErrors`; count; counter of the kernel's `unsigned long`; since 3.10.
        udp6_in_csum_errors: Integer,
        /// UDP datagrams over IPv6 discarded because the memory for such sockets was used up. `snmp6` `Udp6MemErrors`; count; counter of the kernel's `unsigned long`; since 5.11.
        udp6_mem_errors: Integer,
        /// UDP-Lite datagrams over IPv6 that could not be delivered. `snmp6` `UdpLite6InErrors`; count; counter of the kernel's `unsigned long`; absent on kernels without UDP-Lite.
        udp_lite6_in_errors: Integer,
        /// Sockets of all families in use. `sockstat` `sockets: used`; count; gauge.
        sockstat_sockets_used: Integer,
        /// TCP sockets over IPv4 that are bound or connected. `sockstat` `TCP: inuse`; count; gauge.
        sockstat_tcp_inuse: Integer,
        /// TCP connections that belong to no program; of the whole machine. `sockstat` `TCP: orphan`; count; gauge.
        sockstat_tcp_orphan: Integer,
        /// TCP connections over IPv4 and IPv6 in the state TIME-WAIT. `sockstat` `TCP: tw`; count; gauge.
        sockstat_tcp_tw: Integer,
        /// TCP sockets over IPv4 and IPv6, in any state; of the whole machine. `sockstat` `TCP: alloc`; count; gauge.
        sockstat_tcp_alloc: Integer,
        /// Memory of all TCP sockets; of the whole machine. `sockstat` `TCP: mem`; pages; gauge.
        sockstat_tcp_mem_pages: Integer,
        /// UDP sockets over IPv4 that are bound. `sockstat` `UDP: inuse`; count; gauge.
        sockstat_udp_inuse: Integer,
        /// Memory of all UDP sockets; of the whole machine. `sockstat` `UDP: mem`; pages; gauge; since 2.6.29 or earlier.
        sockstat_udp_mem_pages: Integer,
        /// UDP-Lite sockets over IPv4 that are bound. `sockstat` `UDPLITE: inuse`; count; gauge; since 2.6.29 or earlier; absent on kernels without UDP-Lite.
        sockstat_udplite_inuse: Integer,
        /// Raw sockets over IPv4. `sockstat` `RAW: inuse`; count; gauge.
        sockstat_raw_inuse: Integer,
        /// IPv4 packets of which fragments have not arrived yet. `sockstat` `FRAG: inuse`; count; gauge.
        sockstat_frag_inuse: Integer,
        /// Memory of fragments of IPv4 packets that are not complete yet. `sockstat` `FRAG: memory`; bytes; gauge.
        sockstat_frag_memory_bytes: Integer,
        /// TCP sockets over IPv6 that are bound or connected. `sockstat6` `TCP6: inuse`; count; gauge.
        sockstat_tcp6_inuse: Integer,
        /// UDP sockets over IPv6 that are bound. `sockstat6` `UDP6: inuse`; count; gauge.
        sockstat_udp6_inuse: Integer,
        /// UDP-Lite sockets over IPv6 that are bound. `sockstat6` `UDPLITE6: inuse`; count; gauge; since 2.6.29 or earlier; absent on kernels without UDP-Lite.
        sockstat_udplite6_inuse: Integer,
        /// Raw sockets over IPv6. `sockstat6` `RAW6: inuse`; count; gauge.
        sockstat_raw6_inuse: Integer,
        /// IPv6 packets of which fragments have not arrived yet. `sockstat6` `FRAG6: inuse`; count; gauge.
        sockstat_frag6_inuse: Integer,
        /// Memory of fragments of IPv6 packets that are not complete yet. `sockstat6` `FRAG6: memory`; bytes; gauge.
        sockstat_frag6_memory_bytes: Integer,
    } {
        /// `snmp`
        SNMP: "snmp", 31001,
        /// `netstat`
        NETSTAT: "netstat", 31002,
        /// `snmp6`
        SNMP6: "snmp6", 31003,
        /// `sockstat`
        SOCKSTAT: "sockstat", 31004,
        /// `sockstat6`
        SOCKSTAT6: "sockstat6", 31005,
    }
    /// `struct vmm_protocols_usage`
    ProtocolsUsage, vmm_protocols_usage, "protocols_usage", 32 {
        /// Number set by the caller, from the later sample. Identity.
        instance_id: Integer,
        /// Share of the TCP segments sent that were sent again: `tcp_retrans_segs` divided by its sum with `tcp_out_segs`, which does not count them; unknown if nothing was sent. Ratio; gauge.
        tcp_retransmitted_ratio: Real,
        /// TCP segments sent again, divided by those sent for the first time, as many dashboards do: `tcp_retrans_segs` divided by `tcp_out_segs`; above 1 where more is sent again than is new; unknown if nothing new was sent. Ratio; gauge.
        tcp_retrans_to_out_ratio: Real,
        /// TCP segments received. 1/s; gauge.
        tcp_in_segs_per_second: Real,
        /// TCP segments sent, without those sent again. 1/s; gauge.
        tcp_out_segs_per_second: Real,
        /// TCP segments sent again. 1/s; gauge.
        tcp_retrans_segs_per_second: Real,
        /// TCP segments received with an error. 1/s; gauge.
        tcp_in_errs_per_second: Real,
        /// TCP segments sent that carry a reset. 1/s; gauge.
        tcp_out_rsts_per_second: Real,
        /// TCP connections that this machine began to open. 1/s; gauge.
        tcp_active_opens_per_second: Real,
        /// TCP connections that other machines opened to this machine. 1/s; gauge.
        tcp_passive_opens_per_second: Real,
        /// TCP connections that failed before they were open. 1/s; gauge.
        tcp_attempt_fails_per_second: Real,
        /// Open TCP connections that ended by a reset. 1/s; gauge.
        tcp_estab_resets_per_second: Real,
        /// Connections refused by a listening socket, for any reason. 1/s; gauge.
        tcp_ext_listen_drops_per_second: Real,
        /// Connections refused because the accept queue of a socket was full. 1/s; gauge.
        tcp_ext_listen_overflows_per_second: Real,
        /// Connections refused because the queue of half-open connections was full. 1/s; gauge.
        tcp_ext_tcp_req_q_full_drop_per_second: Real,
        /// SYN cookies sent. 1/s; gauge.
        tcp_ext_syncookies_sent_per_second: Real,
        /// Timeouts of the retransmission timer. 1/s; gauge.
        tcp_ext_tcp_timeouts_per_second: Real,
        /// SYN and SYN-ACK segments sent again. 1/s; gauge.
        tcp_ext_tcp_syn_retrans_per_second: Real,
        /// Segments received out of order and queued. 1/s; gauge.
        tcp_ext_tcp_ofo_queue_per_second: Real,
        /// Segments discarded because the receive buffer of a socket was full, when they arrived. 1/s; gauge.
        tcp_ext_tcp_rcv_q_drop_per_second: Real,
        /// Segments discarded because the backlog of a socket was full. 1/s; gauge.
        tcp_ext_tcp_backlog_drop_per_second: Real,
        /// UDP datagrams over IPv4 received. 1/s; gauge.
        udp_in_datagrams_per_second: Real,
        /// UDP datagrams over IPv4 sent. 1/s; gauge.
        udp_out_datagrams_per_second: Real,
        /// UDP datagrams over IPv4 for a port that no program listens on. 1/s; gauge.
        udp_no_ports_per_second: Real,
        /// UDP datagrams over IPv4 that could not be delivered for other reasons. 1/s; gauge.
        udp_in_errors_per_second: Real,
        /// UDP datagrams over IPv4 discarded because the receive buffer of a socket was full. 1/s; gauge.
        udp_rcvbuf_errors_per_second: Real,
        /// UDP datagrams over IPv4 discarded because the send buffer of a socket was full. 1/s; gauge.
        udp_sndbuf_errors_per_second: Real,
        /// UDP datagrams over IPv6 received. 1/s; gauge.
        udp6_in_datagrams_per_second: Real,
        /// UDP datagrams over IPv6 sent. 1/s; gauge.
        udp6_out_datagrams_per_second: Real,
        /// UDP datagrams over IPv6 for a port that no program listens on. 1/s; gauge.
        udp6_no_ports_per_second: Real,
        /// UDP datagrams over IPv6 that could not be delivered for other reasons. 1/s; gauge.
        udp6_in_errors_per_second: Real,
        /// UDP datagrams over IPv6 discarded because the receive buffer of a socket was full. 1/s; gauge.
        udp6_rcvbuf_errors_per_second: Real,
        /// UDP datagrams over IPv6 discarded because the send buffer of a socket was full. 1/s; gauge.
        udp6_sndbuf_errors_per_second: Real,
        /// Bytes received over IPv4, headers of IP included. Bytes/s; gauge.
        ip_ext_in_octets_bytes_per_second: Real,
        /// Bytes sent over IPv4, headers of IP included. Bytes/s; gauge.
        ip_ext_out_octets_bytes_per_second: Real,
        /// Bytes received over IPv6, headers of IP included. Bytes/s; gauge.
        ip6_in_octets_bytes_per_second: Real,
        /// Bytes sent over IPv6, headers of IP included. Bytes/s; gauge.
        ip6_out_octets_bytes_per_second: Real,
        /// Times that TCP began to save memory. Count; gauge.
        tcp_ext_tcp_memory_pressures: Integer,
        /// Connections reset for want of memory, or because there were too many without a program. Count; gauge.
        tcp_ext_tcp_abort_on_memory: Integer,
    } {
    }
    /// `struct vmm_oom_kill`
    OomKill, vmm_oom_kill, "oom_kill", 33 {
        /// Name of the process, without the escapes of /dev/kmsg. `task=`, or the name in parentheses; label; absent if the name or a path in the line contains `,task=`, or if it does not fit.
        task: Name<64>,
        /// Line that the row is read from: one of VMM_OOM_LINE_*. Label.
        line: Integer,
        /// Limit that left no memory: one of VMM_OOM_CONSTRAINT_*. `constraint=`, or `VMM_OOM_CONSTRAINT_MEMCG` if the line begins with `Memory cgroup`; label; absent in other lines `VMM_OOM_LINE_KILLED`.
        constraint: Integer,
        /// Process ID, as the host sees it. `pid=`, or the number after `Killed process`; label.
        pid: Integer,
        /// User of the process. `uid=` or `UID:`; label; absent in lines `VMM_OOM_LINE_KILLED` before 5.3.
        uid: Integer,
        /// Size of the process's address space. `total-vm`; bytes; gauge; absent in lines `VMM_OOM_LINE_CHOSEN`.
        total_vm_bytes: Integer,
        /// Anonymous memory of the process. `anon-rss`; bytes; gauge; absent in lines `VMM_OOM_LINE_CHOSEN`.
        anon_rss_bytes: Integer,
        /// Memory of mapped files. `file-rss`; bytes; gauge; absent in lines `VMM_OOM_LINE_CHOSEN`.
        file_rss_bytes: Integer,
        /// Shared memory of the process. `shmem-rss`; bytes; gauge; absent in lines `VMM_OOM_LINE_CHOSEN`, and before 4.4.
        shmem_rss_bytes: Integer,
        /// Memory of the process's page tables. `pgtables`; bytes; gauge; absent in lines `VMM_OOM_LINE_CHOSEN`, and before 5.3.
        pgtables_bytes: Integer,
        /// Adjustment of the process's score, -1000 to 1000: the larger, the sooner it is killed. `oom_score_adj`; count; gauge; absent in lines `VMM_OOM_LINE_CHOSEN`, and before 5.3.
        oom_score_adj: Real,
        /// Number of the record in the kernel's log. Second number of a record of /dev/kmsg; label; absent in the output of dmesg(1).
        sequence: Integer,
        /// Time of the line since the machine started; the clock stands still during suspend. Third number of a record of /dev/kmsg, or the time in brackets; microseconds; label; absent if the line has none.
        time_usec: Integer,
        /// How many bytes before the position of the text after the call the path of the cgroup at its limit begins. `oom_memcg=`; label; absent if no cgroup was at its limit, in lines `VMM_OOM_LINE_KILLED`, and if a name contains such a word.
        oom_memcg_distance: Integer,
        /// How many bytes the path of the cgroup at its limit has. `oom_memcg=`; label; absent as `oom_memcg_distance`.
        oom_memcg_length: Integer,
        /// How many bytes before the position of the text after the call the path of the process's cgroup begins. `task_memcg=`; label; absent in lines `VMM_OOM_LINE_KILLED`, and if a name contains such a word.
        task_memcg_distance: Integer,
        /// How many bytes the path of the process's cgroup has. `task_memcg=`; label; absent as `task_memcg_distance`.
        task_memcg_length: Integer,
    } {
    }
}
readers! {
    Parsed:
    Stat vmm_stat vmm_stat_parse,
    Meminfo vmm_meminfo vmm_meminfo_parse,
    Pressure vmm_pressure vmm_pressure_parse,
    Vmstat vmm_vmstat vmm_vmstat_parse,
    Balloon vmm_balloon vmm_balloon_parse,
    VmstatDetail vmm_vmstat_detail vmm_vmstat_detail_parse,
}
readers! {
    Row:
    Cpu vmm_cpu vmm_cpu_next,
    Net vmm_net vmm_net_next,
    Socket vmm_socket vmm_socket_next,
    Disk vmm_disk vmm_disk_next,
    Firecracker vmm_firecracker vmm_firecracker_next,
    HypervisorDevice vmm_hypervisor_device vmm_hypervisor_device_next,
    OomKill vmm_oom_kill vmm_oom_kill_next,
}
directories! {
    CgroupMemory,
    Cgroup,
    Process,
    Net,
    Disk,
    System,
    Protocols,
}
views! {
    /// A row of /proc/PID/cgroup, `hierarchy:controllers:path`, as pieces of the caller's text.
    CgroupMembership, vmm_cgroup_membership {
        /// Number of the hierarchy; `0` is version 2.
        hierarchy,
        /// Controllers of the hierarchy, separated by commas, such as `cpu,cpuacct` or `name=systemd`; empty for version 2.
        controllers,
        /// Path inside the hierarchy, as the reader's cgroup namespace shows it: begins with `/`, or with `/../` if the cgroup is outside of the namespace. The path may have any byte but a newline, and has no escapes. ` (deleted)` follows the path of a removed cgroup (version 2 only).
        path,
    }
    /// A row of /proc/self/mountinfo, as parts of the caller's bytes: `43 29 0:32 /vm1 /mnt/vm\0401 rw shared:9 - cgroup cgroup rw,memory`. Paths and names may contain octal escapes; vmm_path_unescape() decodes them.
    Mount, vmm_mount {
        /// Number of the mount.
        mount_id,
        /// Number of the parent mount.
        parent_id,
        /// Major and minor number of the file system's device, such as `254:0`.
        device,
        /// Directory of the file system that is mounted; `/` for the whole file system. Ends in `//deleted` if the directory was removed. Not a path for some file systems (`net:[4026531833]`). Escaped.
        root,
        /// Path of the mount point, relative to the root directory of the reading process. Begins with `/`. Escaped.
        mount_point,
        /// Options of the mount, such as `rw,noatime`.
        mount_options,
        /// Words such as `shared:1`, separated by blanks. May be empty.
        optional_fields,
        /// File system type, such as `ext4` or `cgroup2`. Escaped.
        r#type,
        /// Mounted device or other source, such as `/dev/vda`; `none` or empty if the file system has no source. Escaped.
        source,
        /// Options of the file system, such as `rw,memory`: the rest of the line. May be empty and may contain blanks. Escaped by most file systems.
        super_options,
    }
    /// A key and its value: two parts of the caller's bytes. The key is spelled as in the text; the value is not parsed.
    KeyValue, vmm_key_value {
        /// The key; never empty, except with `VMM_KEY_JSON_ARRAY`, where it is always empty.
        key,
        /// The value; may be empty. Parse a number with vmm_value_parse(); split a list, object or array with `VMM_KEY_PAIRS`, `VMM_KEY_JSON` or `VMM_KEY_JSON_ARRAY`.
        value,
    }
}
view_readers! {
    CgroupMembership vmm_cgroup_membership vmm_cgroup_membership_next,
    Mount vmm_mount vmm_mount_next,
}
statuses! {
    /// No earlier sample, so there is no difference to compute.
    FIRST = 2,
    /// No time between the two samples.
    NO_INTERVAL = 3,
    /// A counter restarted, or the object was replaced by another one: use the later sample as the new baseline.
    RESET = 4,
    /// Invalid argument: NULL, too small, or not a known value. Nothing was read, and the text, if there is one, is now at its end, so that a loop over rows stops.
    ARGUMENT = -1,
    /// Malformed value of a known key or column; vmm_text::error points at the wrong byte.
    SYNTAX = -2,
    /// Text that ends inside a line or a JSON object, so it was cut; vmm_text::error points at the end of the text.
    TRUNCATED = -3,
    /// No known key or value in the text, also if the text was read before; or no known input in the record.
    EMPTY = -4,
    /// Buffer too small for the result; the call says how many bytes are needed.
    SPACE = -5,
}
lists! {
    Cpu vmm_cpus,
    Process vmm_threads,
}
usages! {
    /// Computes the use of CPU by a cgroup between two samples of its directory, and the number of events between them.
    cgroup_usage = vmm_cgroup_usage_between(before: Option<&Cgroup>, after: &Cgroup, elapsed: Duration) -> CgroupUsage;
    /// Computes the traffic of a cgroup on one device, per second, between two samples of its row.
    cgroup_io_usage = vmm_cgroup_io_usage_between(before: Option<&CgroupIo>, after: &CgroupIo, elapsed: Duration) -> CgroupIoUsage;
    /// Computes the memory of a cgroup in use, by each common definition.
    cgroup_memory_usage = vmm_cgroup_memory_usage_of(cgroup: &Cgroup, memory: Option<&CgroupMemory>, limit: Option<Bound>) -> CgroupMemoryUsage;
    /// Computes the CPU usage between two samples of the same row.
    cpu_usage = vmm_cpu_usage_between(before: Option<&Cpu>, after: &Cpu) -> CpuUsage;
    /// Computes the CPU usage of the machine between two samples of all rows `cpuN`.
    cpus_usage = vmm_cpus_usage_between(before: &[Cpu], after: &[Cpu], interval: Option<&Interval>) -> CpuUsage;
    /// Computes the activity of a block device between two samples.
    disk_usage = vmm_disk_usage_between(before: Option<&Disk>, after: &Disk, elapsed: Duration) -> DiskUsage;
    /// Computes the numbers of df from the numbers of statvfs(3).
    filesystem_usage = vmm_filesystem_usage_of(filesystem: &Filesystem) -> FilesystemUsage;
    /// Computes the traffic of a device per second between two samples.
    hypervisor_device_usage = vmm_hypervisor_device_usage_between(before: Option<&HypervisorDevice>, after: &HypervisorDevice, elapsed: Duration) -> HypervisorDeviceUsage;
    /// Computes the numbers of free(1) from the numbers of /proc/meminfo.
    memory_usage = vmm_memory_usage_of(memory: &Meminfo) -> MemoryUsage;
    /// Turns a TAP's record into its guest's view: the TAP's received numbers become the guest's sent numbers, and the other way round.
    net_guest_view = vmm_net_guest_view_of(net: &Net) -> Net;
    /// Computes the traffic of an interface between two samples.
    net_usage = vmm_net_usage_between(before: Option<&Net>, after: &Net, elapsed: Duration) -> NetUsage;
    /// Computes the shares of the time between two samples of the same file in which tasks waited.
    pressure_usage = vmm_pressure_usage_between(before: Option<&Pressure>, after: &Pressure, elapsed: Duration) -> PressureUsage;
    /// Computes the use of CPU and I/O by a process or a thread between two samples.
    process_usage = vmm_process_usage_between(before: Option<&Process>, after: &Process, interval: &Interval) -> ProcessUsage;
    /// Computes the use of CPU by the threads of a process between two samples of /proc/PID/task.
    threads_usage = vmm_threads_usage_between(before: &[Process], after: &[Process], process: Option<&ProcessUsage>, elapsed: Duration) -> ThreadsUsage;
    /// Computes what the protocols did between two samples of one network namespace: shares, and numbers per second.
    protocols_usage = vmm_protocols_usage_between(before: Option<&Protocols>, after: &Protocols, elapsed: Duration) -> ProtocolsUsage;
}
enums! {
    /// Layout of keys and values in a text.
    KeyForm {
        /// One key and value per line. The key ends at the first blank, tab, colon or equals sign; the value is the rest of the line without the blanks around it. Examples: /proc/vmstat, /proc/meminfo, memory.stat, the files of the cgroup controllers hugetlb and misc.
        Lines = 1,
        /// One `key=value` per word; a word without an equals sign is a key with an empty value. Use it for the value part of a line such as `mlx5_0 hca_handle=2 hca_object=max` or `anon N0=4096 N1=0`; the end of the text also ends a word.
        Pairs = 2,
        /// One key and value per member of a JSON object, on one line or more. The key comes without its quotes. The value comes as it is in the text: a string with its quotes, an object with its braces. Escapes stay as they are. To follow a path, read each inner object as a text of its own. Here is `vsock.rx_bytes_count` of a line of Firecracker's metrics:
        ///
        /// ```c
        /// while (vmm_key_next(&line, VMM_KEY_JSON, &group, sizeof group) == VMM_OK) {
        ///     struct vmm_text inside = vmm_text_of(group.value.start, group.value.length);
        ///     if (!is(group.key, "vsock"))
        ///         continue;
        ///     while (vmm_key_next(&inside, VMM_KEY_JSON, &member, sizeof member) == VMM_OK)
        ///         if (is(member.key, "rx_bytes_count")) {
        ///             struct vmm_text value = vmm_text_of(member.value.start, member.value.length);
        ///             vmm_value_parse(&value, VMM_VALUE_NUMBER, &rx_bytes);
        ///         } }
        /// ```
        ///
        /// The whole object is checked during reading. At its end the function returns `VMM_END`, and `text` is after the object and its newline. At most 64 objects and arrays may be open at one point. A member is returned only if the comma or the brace after it is in the text.
        Json = 3,
        /// Two lines per row, as in /proc/net/snmp and /proc/net/netstat: names, and their values in the next line. The key is the line of names, the value the line of values. Both begin with the same word, the section with its colon. Read both lines word by word with `VMM_KEY_PAIRS`. Here is each name of the file, such as `Tcp:` `InSegs` `7170`:
        ///
        /// ```c
        /// while ((status = vmm_key_next(&text, VMM_KEY_PAIRED_LINES, &lines, sizeof lines)) != VMM_END) {
        ///     struct vmm_text names = vmm_text_of(lines.key.start, lines.key.length);
        ///     struct vmm_text values = vmm_text_of(lines.value.start, lines.value.length);
        ///     if (vmm_key_next(&names, VMM_KEY_PAIRS, &section, sizeof section) != VMM_OK ||
        ///         vmm_key_next(&values, VMM_KEY_PAIRS, &value, sizeof value) != VMM_OK)
        ///         continue;
        ///     while (vmm_key_next(&names, VMM_KEY_PAIRS, &name, sizeof name) == VMM_OK &&
        ///            vmm_key_next(&values, VMM_KEY_PAIRS, &value, sizeof value) == VMM_OK)
        ///         use(section.key, name.key, value.key); }
        /// ```
        ///
        /// A line without a second line of its section is an error of that line alone. In /proc/net/sockstat each value stands after its name on one line: read the lines with `VMM_KEY_LINES`, and the words of a line with `VMM_KEY_PAIRS`, by turns a name and its value.
        PairedLines = 4,
        /// One value per element of a JSON array. The key is empty; the value comes as with `VMM_KEY_JSON`. The first byte of a value shows what is inside: read `{` with `VMM_KEY_JSON` and `[` with this form. Here are the names and values of each virtual CPU in QEMU's answer to `query-stats`, `{"return":[{"stats":[{"name":"exits","value":6691}]}]}`:
        ///
        /// ```c
        /// while (vmm_key_next(&answer, VMM_KEY_JSON, &member, sizeof member) == VMM_OK) {
        ///     struct vmm_text cpus = vmm_text_of(member.value.start, member.value.length);
        ///     if (!is(member.key, "return"))
        ///         continue;
        ///     for (cpu = 0; vmm_key_next(&cpus, VMM_KEY_JSON_ARRAY, &element, sizeof element) == VMM_OK; cpu++)
        ///         print_counters(cpu, vmm_text_of(element.value.start, element.value.length)); }
        /// ```
        ///
        /// The function in it goes on in the same way: examples/qemu_stats.c. The array is checked, and ends, as an object does with `VMM_KEY_JSON`.
        JsonArray = 5,
    }
}
enums! {
    /// Format of a value.
    ValueForm {
        /// Decimal number.
        Number = 1,
        /// Decimal number, or `max`, which becomes `VMM_UNLIMITED`.
        Limit = 2,
        /// Hexadecimal number, with or without `0x` before it.
        Hex = 3,
        /// Decimal number followed by ` kB`; the result is in bytes.
        Kb = 4,
        /// List of ranges such as `0-3,7` (CPUs, memory nodes); the result is the count of numbers in the list. An empty list gives 0.
        List = 5,
    }
}
enums! {
    /// What a descriptor of a process is.
    Descriptor, Other {
        /// Anything else: a file, a socket, a pipe.
        Other = 0,
        /// KVM itself: `/dev/kvm`. A process that only asks KVM for its abilities holds it too.
        Kvm = 1,
        /// A VM of KVM: `anon_inode:kvm-vm`.
        KvmVm = 2,
        /// A virtual CPU of KVM: `anon_inode:kvm-vcpu:3`. The number is 3. A monitor may hold it twice, as Firecracker does. Old kernels print no number.
        KvmVcpu = 3,
        /// A queue of a TAP, or of no TAP yet: `/dev/net/tun`. The name of the TAP is the value of `iff` in /proc/PID/fdinfo/N, which vmm_key_next() reads. A TAP of several queues has a descriptor for each.
        Tun = 4,
        /// A queue of a macvtap: `/dev/tap7`. The number is the `ifindex` of the interface.
        Macvtap = 5,
        /// Another file in a directory `dev`: `/dev/vda`, `/dev/null`. It is a block device if stat(2) of /proc/PID/fd/N says so (`S_ISBLK`), and `st_rdev` is its number. The name after `dev/` is that of /sys/class/block, with an exclamation mark for each slash.
        Device = 6,
    }
}
enums! {
    /// Kind of a member: which arithmetic is valid for it.
    Kind, Label {
        /// Identity: a number or name that distinguishes one object from another; vmm_record_same() compares it. Never subtract two identities.
        Identity = 1,
        /// Counter: a total that grows as long as the object exists. Two samples of it give a rate.
        Counter = 2,
        /// Gauge: a level at the moment of reading.
        Gauge = 3,
        /// Limit: an upper bound; `VMM_UNLIMITED` if there is no limit.
        Limit = 4,
        /// Increment: the growth since the previous output of the source. Never subtract two increments; to get a rate, divide by the time since that output.
        Increment = 5,
        /// Label: a number or name that describes the object and may change while the object exists. Never subtract two labels.
        Label = 6,
    }
}
enums! {
    /// Unit of a member.
    Unit, None {
        /// Plain count, or a number that identifies something.
        None = 0,
        /// Bytes.
        Bytes = 1,
        /// Clock ticks. `sysconf(_SC_CLK_TCK)` returns the number of ticks per second (USER_HZ): 100 on nearly every machine.
        Ticks = 2,
        /// Seconds.
        Seconds = 3,
        /// Ratio from 0 to 1.
        Ratio = 4,
        /// Percentage; it may exceed 100.
        Percent = 5,
        /// Microseconds.
        Usec = 6,
        /// Hundredths: a number with two decimals, multiplied by 100.
        Hundredths = 7,
        /// Nanoseconds.
        Ns = 8,
        /// Bytes per second.
        BytesPerSecond = 9,
        /// Count per second.
        PerSecond = 10,
        /// Pages of memory. `sysconf(_SC_PAGESIZE)` returns the size of a page.
        Pages = 11,
        /// Milliseconds.
        Ms = 12,
        /// Bits per second.
        BitsPerSecond = 13,
    }
}
enums! {
    /// Width of a counter: the value at which the counter wraps to 0.
    Width, None {
        /// No width: not a counter, or a counter that may fall.
        None = 0,
        /// Width of the kernel's `unsigned long`: 64 bits on a 64-bit kernel, 32 bits on a 32-bit kernel. The library does not guess which.
        KernelLong = 1,
        /// 32 bits: wraps at 2^32.
        Bits32 = 32,
        /// 64 bits: wraps at 2^64, which no real counter reaches.
        Bits64 = 64,
    }
}
