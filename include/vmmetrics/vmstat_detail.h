/* SPDX-License-Identifier: MIT */
/**
 * @file vmstat_detail.h
 * The rest of /proc/vmstat: zones, NUMA, huge pages, compaction, limits of dirty memory, debugging.
 *
 * @ingroup memory
 */
#ifndef VMMETRICS_VMSTAT_DETAIL_H
#define VMMETRICS_VMSTAT_DETAIL_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Keys of /proc/vmstat that struct vmm_vmstat does not have. Together, both records have each key that Linux 7.3
 * prints, and each key of older kernels that Performance Co-Pilot knows. All numbers are of the whole machine,
 * including all cgroups; counters count since boot.
 *
 * Member comments read: meaning; key; unit; kind; since which kernel, where later than 2.6.32; when absent. The name of
 * a member is its key followed by its unit. The members from `pgalloc_dma_pages` to `nrswpout` are absent without
 * CONFIG_VM_EVENT_COUNTERS. The members from `numa_hit` to `numa_other` become 0 when a user writes 0 to
 * `/proc/sys/vm/numa_stat`. Numbers may be up to a second old. On 32-bit kernels counters wrap at 2^32. To get the
 * growth of a counter between two samples, call vmm_counter_between().
 */
struct vmm_vmstat_detail {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** Type of this record, one of VMM_RECORD_*; the library sets it. */
    uint64_t record;
    /** Free memory that consists of whole page blocks (2 MB on x86). `nr_free_pages_blocks`; pages; gauge; since
     *  6.15. */
    uint64_t nr_free_pages_blocks_pages;
    /** Anonymous memory not used recently, counted by zone. `nr_zone_inactive_anon`; pages; gauge; since 4.8. */
    uint64_t nr_zone_inactive_anon_pages;
    /** Recently used anonymous memory, counted by zone. `nr_zone_active_anon`; pages; gauge; since 4.8. */
    uint64_t nr_zone_active_anon_pages;
    /** Page cache not used recently, counted by zone. `nr_zone_inactive_file`; pages; gauge; since 4.8. */
    uint64_t nr_zone_inactive_file_pages;
    /** Recently used page cache, counted by zone. `nr_zone_active_file`; pages; gauge; since 4.8. */
    uint64_t nr_zone_active_file_pages;
    /** Memory that cannot be reclaimed, counted by zone. `nr_zone_unevictable`; pages; gauge; since 4.8. */
    uint64_t nr_zone_unevictable_pages;
    /** Page cache that waits to be written or is being written, counted by zone. `nr_zone_write_pending`; pages; gauge;
     *  since 4.8. */
    uint64_t nr_zone_write_pending_pages;
    /** Memory of zsmalloc, which stores compressed pages for zram and zswap. `nr_zspages`; pages; gauge; since 4.8;
     *  absent without CONFIG_ZSMALLOC. */
    uint64_t nr_zspages_pages;
    /** Memory that a confidential guest has not accepted yet. `nr_unaccepted`; pages; gauge; since 6.5; absent without
     *  CONFIG_UNACCEPTED_MEMORY. */
    uint64_t nr_unaccepted_pages;
    /** Allocations that got memory of the NUMA node that they preferred. `numa_hit`; count; counter of the kernel's
     *  `unsigned long`; absent without CONFIG_NUMA. */
    uint64_t numa_hit;
    /** Allocations that got memory of another NUMA node than they preferred. `numa_miss`; count; counter of the
     *  kernel's `unsigned long`; absent without CONFIG_NUMA. */
    uint64_t numa_miss;
    /** Allocations that preferred a NUMA node and got memory of another node, counted at the preferred node.
     *  `numa_foreign`; count; counter of the kernel's `unsigned long`; absent without CONFIG_NUMA. */
    uint64_t numa_foreign;
    /** Allocations that were to be spread over the NUMA nodes (interleaving) and got memory of the chosen node.
     *  `numa_interleave`; count; counter of the kernel's `unsigned long`; absent without CONFIG_NUMA. */
    uint64_t numa_interleave;
    /** Allocations that got memory of the NUMA node of their CPU. `numa_local`; count; counter of the kernel's
     *  `unsigned long`; absent without CONFIG_NUMA. */
    uint64_t numa_local;
    /** Allocations that got memory of another NUMA node than that of their CPU. `numa_other`; count; counter of the
     *  kernel's `unsigned long`; absent without CONFIG_NUMA. */
    uint64_t numa_other;
    /** Anonymous pages taken off their list for a moment, to be reclaimed or moved. `nr_isolated_anon`; pages;
     *  gauge. */
    uint64_t nr_isolated_anon_pages;
    /** Page cache pages taken off their list for a moment, to be reclaimed or moved. `nr_isolated_file`; pages;
     *  gauge. */
    uint64_t nr_isolated_file_pages;
    /** Transparent huge pages of shared memory and tmpfs. `nr_shmem_hugepages`; count; gauge; since 4.8. */
    uint64_t nr_shmem_hugepages;
    /** Transparent huge pages of shared memory and tmpfs that processes map as huge pages. `nr_shmem_pmdmapped`; count;
     *  gauge; since 4.8. */
    uint64_t nr_shmem_pmdmapped;
    /** Transparent huge pages of the page cache. `nr_file_hugepages`; count; gauge; since 5.4. */
    uint64_t nr_file_hugepages;
    /** Transparent huge pages of the page cache that processes map as huge pages. `nr_file_pmdmapped`; count; gauge;
     *  since 5.4. */
    uint64_t nr_file_pmdmapped;
    /** Transparent huge pages of anonymous memory that processes map as huge pages. `nr_anon_transparent_hugepages`;
     *  count; gauge; since 2.6.38. */
    uint64_t nr_anon_transparent_hugepages;
    /** Dirty pages that reclaim met and marked, to be reclaimed as soon as they are written.
     *  `nr_vmscan_immediate_reclaim`; pages; counter of the kernel's `unsigned long`; since 3.2. */
    uint64_t nr_vmscan_immediate_reclaim_pages;
    /** Memory of the kernel that can be reclaimed and is no object cache. `nr_kernel_misc_reclaimable`; pages; gauge;
     *  since 4.20. */
    uint64_t nr_kernel_misc_reclaimable_pages;
    /** Pages pinned for devices or for the kernel (pin_user_pages()); a page counts each time. `nr_foll_pin_acquired`;
     *  pages; counter of the kernel's `unsigned long`; since 5.7. */
    uint64_t nr_foll_pin_acquired_pages;
    /** Pages released after they were pinned (unpin_user_pages()); a page counts each time. `nr_foll_pin_released`;
     *  pages; counter of the kernel's `unsigned long`; since 5.7. */
    uint64_t nr_foll_pin_released_pages;
    /** Memory of the kernel that vmalloc() allocated. `nr_vmalloc`; pages; gauge; since 7.1. */
    uint64_t nr_vmalloc_pages;
    /** Size of the kernel stacks of all threads in kB; before 4.8 the number of kernel stacks. `nr_kernel_stack`;
     *  count; gauge. */
    uint64_t nr_kernel_stack;
    /** Shadow call stacks of the kernel. `nr_shadow_call_stack`; bytes; gauge; since 5.9; absent without
     *  CONFIG_SHADOW_CALL_STACK. */
    uint64_t nr_shadow_call_stack_bytes;
    /** Secondary page tables, which guests (KVM) and devices (IOMMU) use. `nr_sec_page_table_pages`; pages; gauge;
     *  since 6.1. */
    uint64_t nr_sec_page_table_pages;
    /** Page tables and other memory of IOMMU drivers. `nr_iommu_pages`; pages; gauge; since 6.10; absent without
     *  CONFIG_IOMMU_SUPPORT. */
    uint64_t nr_iommu_pages;
    /** Pages moved to faster memory. `pgpromote_success`; pages; counter of the kernel's `unsigned long`; since 5.18;
     *  absent without CONFIG_NUMA_BALANCING. */
    uint64_t pgpromote_success_pages;
    /** Pages that could be moved to faster memory, within the limit of the rate. `pgpromote_candidate`; pages; counter
     *  of the kernel's `unsigned long`; since 6.1; absent without CONFIG_NUMA_BALANCING. */
    uint64_t pgpromote_candidate_pages;
    /** Pages that could be moved to faster memory and did not count for the limit of the rate, since that memory had
     *  enough free pages. `pgpromote_candidate_nrl`; pages; counter of the kernel's `unsigned long`; since 6.18; absent
     *  without CONFIG_NUMA_BALANCING. */
    uint64_t pgpromote_candidate_nrl_pages;
    /** Pages moved to slower memory by kswapd (background reclaim). `pgdemote_kswapd`; pages; counter of the kernel's
     *  `unsigned long`; since 5.15. */
    uint64_t pgdemote_kswapd_pages;
    /** Pages moved to slower memory by allocations (direct reclaim). `pgdemote_direct`; pages; counter of the kernel's
     *  `unsigned long`; since 5.15; includes khugepaged before 6.2 and proactive reclaim before 6.15. */
    uint64_t pgdemote_direct_pages;
    /** Pages moved to slower memory by khugepaged. `pgdemote_khugepaged`; pages; counter of the kernel's `unsigned
     *  long`; since 6.2. */
    uint64_t pgdemote_khugepaged_pages;
    /** Pages moved to slower memory by proactive reclaim (`memory.reclaim` and similar files). `pgdemote_proactive`;
     *  pages; counter of the kernel's `unsigned long`; since 6.15. */
    uint64_t pgdemote_proactive_pages;
    /** Anonymous pages that reclaim scanned and did not reclaim. `pgrotate_anon`; pages; counter of the kernel's
     *  `unsigned long`; since 7.3. */
    uint64_t pgrotate_anon_pages;
    /** Page cache pages that reclaim scanned and did not reclaim. `pgrotate_file`; pages; counter of the kernel's
     *  `unsigned long`; since 7.3. */
    uint64_t pgrotate_file_pages;
    /** Huge pages of hugetlbfs that are in use. `nr_hugetlb`; pages; gauge; since 6.13; absent without
     *  CONFIG_HUGETLB_PAGE. */
    uint64_t nr_hugetlb_pages;
    /** Page cache of files that only the kernel reads, such as the metadata of Btrfs. `nr_kernel_file_pages`; pages;
     *  gauge; since 6.18. */
    uint64_t nr_kernel_file_pages;
    /** Memory that GPU drivers hold for objects. `nr_gpu_active`; pages; gauge; since 7.1. */
    uint64_t nr_gpu_active_pages;
    /** Memory that GPU drivers keep for later objects, and give back when memory is short. `nr_gpu_reclaim`; pages;
     *  gauge; since 7.1. */
    uint64_t nr_gpu_reclaim_pages;
    /** Amount of dirty page cache at which processes that write have to wait. `nr_dirty_threshold`; pages; gauge; since
     *  2.6.37. */
    uint64_t nr_dirty_threshold_pages;
    /** Amount of dirty page cache at which the kernel begins to write it. `nr_dirty_background_threshold`; pages;
     *  gauge; since 2.6.37. */
    uint64_t nr_dirty_background_threshold_pages;
    /** Memory for the descriptors of pages, allocated after boot. `nr_memmap_pages`; pages; gauge; since 6.11. */
    uint64_t nr_memmap_pages;
    /** Memory for the descriptors of pages, allocated at boot. `nr_memmap_boot_pages`; pages; gauge; since 6.11. */
    uint64_t nr_memmap_boot_pages;
    /** Pages allocated in the DMA zone (first 16 MB). `pgalloc_dma`; pages; counter of the kernel's `unsigned long`;
     *  absent without this zone. */
    uint64_t pgalloc_dma_pages;
    /** Pages allocated in the DMA32 zone (first 4 GB). `pgalloc_dma32`; pages; counter of the kernel's `unsigned long`;
     *  absent without this zone. */
    uint64_t pgalloc_dma32_pages;
    /** Pages allocated in the Normal zone (ordinary memory). `pgalloc_normal`; pages; counter of the kernel's `unsigned
     *  long`. */
    uint64_t pgalloc_normal_pages;
    /** Pages allocated in the HighMem zone (memory that a 32-bit kernel cannot map permanently). `pgalloc_high`; pages;
     *  counter of the kernel's `unsigned long`; absent without this zone. */
    uint64_t pgalloc_high_pages;
    /** Pages allocated in the Movable zone (movable pages only). `pgalloc_movable`; pages; counter of the kernel's
     *  `unsigned long`; absent without this zone. */
    uint64_t pgalloc_movable_pages;
    /** Pages allocated in the Device zone (memory of devices). `pgalloc_device`; pages; counter of the kernel's
     *  `unsigned long`; since 6.0; absent without this zone. */
    uint64_t pgalloc_device_pages;
    /** Pages in the DMA zone (first 16 MB) that reclaim skipped, since it needed memory of another zone. `pgskip_dma`;
     *  pages; counter of the kernel's `unsigned long`; since 4.8; absent without this zone. */
    uint64_t pgskip_dma_pages;
    /** Pages in the DMA32 zone (first 4 GB) that reclaim skipped, since it needed memory of another zone.
     *  `pgskip_dma32`; pages; counter of the kernel's `unsigned long`; since 4.8; absent without this zone. */
    uint64_t pgskip_dma32_pages;
    /** Pages in the Normal zone (ordinary memory) that reclaim skipped, since it needed memory of another zone.
     *  `pgskip_normal`; pages; counter of the kernel's `unsigned long`; since 4.8. */
    uint64_t pgskip_normal_pages;
    /** Pages in the HighMem zone (memory that a 32-bit kernel cannot map permanently) that reclaim skipped, since it
     *  needed memory of another zone. `pgskip_high`; pages; counter of the kernel's `unsigned long`; since 4.8; absent
     *  without this zone. */
    uint64_t pgskip_high_pages;
    /** Pages in the Movable zone (movable pages only) that reclaim skipped, since it needed memory of another zone.
     *  `pgskip_movable`; pages; counter of the kernel's `unsigned long`; since 4.8; absent without this zone. */
    uint64_t pgskip_movable_pages;
    /** Pages in the Device zone (memory of devices) that reclaim skipped, since it needed memory of another zone.
     *  `pgskip_device`; pages; counter of the kernel's `unsigned long`; since 6.0; absent without this zone. */
    uint64_t pgskip_device_pages;
    /** Times that reclaim within one NUMA node (`/proc/sys/vm/zone_reclaim_mode`) freed enough memory.
     *  `zone_reclaim_success`; count; counter of the kernel's `unsigned long`; since 6.12; absent without
     *  CONFIG_NUMA. */
    uint64_t zone_reclaim_success;
    /** Times that reclaim within one NUMA node (`/proc/sys/vm/zone_reclaim_mode`) freed too little memory.
     *  `zone_reclaim_failed`; count; counter of the kernel's `unsigned long`; absent without CONFIG_NUMA. */
    uint64_t zone_reclaim_failed;
    /** Page cache pages freed to free their inodes, by allocations and all others but kswapd. `pginodesteal`; pages;
     *  counter of the kernel's `unsigned long`. */
    uint64_t pginodesteal_pages;
    /** Page cache pages freed to free their inodes, by kswapd (background reclaim). `kswapd_inodesteal`; pages; counter
     *  of the kernel's `unsigned long`. */
    uint64_t kswapd_inodesteal_pages;
    /** Times that kswapd paused and was woken within a tenth of a second, since memory was short again.
     *  `kswapd_low_wmark_hit_quickly`; count; counter of the kernel's `unsigned long`; since 2.6.33. */
    uint64_t kswapd_low_wmark_hit_quickly;
    /** Times that kswapd paused for a tenth of a second and found too little free memory then.
     *  `kswapd_high_wmark_hit_quickly`; count; counter of the kernel's `unsigned long`; since 2.6.33. */
    uint64_t kswapd_high_wmark_hit_quickly;
    /** Entries of page tables marked, so that the next access shows which NUMA node uses the page. `numa_pte_updates`;
     *  count; counter of the kernel's `unsigned long`; since 3.8; absent without CONFIG_NUMA_BALANCING. */
    uint64_t numa_pte_updates;
    /** Entries of page tables for huge pages marked, so that the next access shows which NUMA node uses the page.
     *  `numa_huge_pte_updates`; count; counter of the kernel's `unsigned long`; since 3.13; absent without
     *  CONFIG_NUMA_BALANCING. */
    uint64_t numa_huge_pte_updates;
    /** Page faults at entries of page tables that were marked for NUMA balancing. `numa_hint_faults`; count; counter of
     *  the kernel's `unsigned long`; since 3.8; absent without CONFIG_NUMA_BALANCING. */
    uint64_t numa_hint_faults;
    /** Page faults at marked entries whose page was on the NUMA node of the CPU; contained in `numa_hint_faults`.
     *  `numa_hint_faults_local`; count; counter of the kernel's `unsigned long`; since 3.8; absent without
     *  CONFIG_NUMA_BALANCING. */
    uint64_t numa_hint_faults_local;
    /** Pages moved to the NUMA node that uses them. `numa_pages_migrated`; pages; counter of the kernel's `unsigned
     *  long`; since 3.8; absent without CONFIG_NUMA_BALANCING. */
    uint64_t numa_pages_migrated_pages;
    /** Transparent huge pages moved to another place in memory. `thp_migration_success`; count; counter of the kernel's
     *  `unsigned long`; since 5.9; absent without CONFIG_MIGRATION. */
    uint64_t thp_migration_success;
    /** Transparent huge pages that could not be moved to another place in memory. `thp_migration_fail`; count; counter
     *  of the kernel's `unsigned long`; since 5.9; absent without CONFIG_MIGRATION. */
    uint64_t thp_migration_fail;
    /** Transparent huge pages split, since they could not be moved as a whole. `thp_migration_split`; count; counter of
     *  the kernel's `unsigned long`; since 5.9; absent without CONFIG_MIGRATION. */
    uint64_t thp_migration_split;
    /** Pages that compaction scanned for pages to move. `compact_migrate_scanned`; pages; counter of the kernel's
     *  `unsigned long`; since 3.8; absent without CONFIG_COMPACTION. */
    uint64_t compact_migrate_scanned_pages;
    /** Pages that compaction scanned for free memory to move pages to. `compact_free_scanned`; pages; counter of the
     *  kernel's `unsigned long`; since 3.8; absent without CONFIG_COMPACTION. */
    uint64_t compact_free_scanned_pages;
    /** Pages that compaction took off their lists: pages to move, and free pages to move them to. `compact_isolated`;
     *  pages; counter of the kernel's `unsigned long`; since 3.8; absent without CONFIG_COMPACTION. */
    uint64_t compact_isolated_pages;
    /** Pages that kcompactd scanned for pages to move; contained in `compact_migrate_scanned_pages`.
     *  `compact_daemon_migrate_scanned`; pages; counter of the kernel's `unsigned long`; since 4.11; absent without
     *  CONFIG_COMPACTION. */
    uint64_t compact_daemon_migrate_scanned_pages;
    /** Pages that kcompactd scanned for free memory to move pages to; contained in `compact_free_scanned_pages`.
     *  `compact_daemon_free_scanned`; pages; counter of the kernel's `unsigned long`; since 4.11; absent without
     *  CONFIG_COMPACTION. */
    uint64_t compact_daemon_free_scanned_pages;
    /** Huge pages of hugetlbfs allocated from free memory. `htlb_buddy_alloc_success`; count; counter of the kernel's
     *  `unsigned long`; absent without CONFIG_HUGETLB_PAGE. */
    uint64_t htlb_buddy_alloc_success;
    /** Huge pages of hugetlbfs that could not be allocated from free memory. `htlb_buddy_alloc_fail`; count; counter of
     *  the kernel's `unsigned long`; absent without CONFIG_HUGETLB_PAGE. */
    uint64_t htlb_buddy_alloc_fail;
    /** Allocations of contiguous memory (CMA) that succeeded. `cma_alloc_success`; count; counter of the kernel's
     *  `unsigned long`; since 5.13; absent without CONFIG_CMA. */
    uint64_t cma_alloc_success;
    /** Allocations of contiguous memory (CMA) that failed. `cma_alloc_fail`; count; counter of the kernel's `unsigned
     *  long`; since 5.13; absent without CONFIG_CMA. */
    uint64_t cma_alloc_fail;
    /** Pages moved to the list of pages that cannot be reclaimed. `unevictable_pgs_culled`; pages; counter of the
     *  kernel's `unsigned long`. */
    uint64_t unevictable_pgs_culled_pages;
    /** Pages of the list of pages that cannot be reclaimed that were checked again. `unevictable_pgs_scanned`; pages;
     *  counter of the kernel's `unsigned long`. */
    uint64_t unevictable_pgs_scanned_pages;
    /** Pages moved back from the list of pages that cannot be reclaimed. `unevictable_pgs_rescued`; pages; counter of
     *  the kernel's `unsigned long`. */
    uint64_t unevictable_pgs_rescued_pages;
    /** Pages locked by mlock(). `unevictable_pgs_mlocked`; pages; counter of the kernel's `unsigned long`. */
    uint64_t unevictable_pgs_mlocked_pages;
    /** Pages unlocked by munlock() or with the end of a process. `unevictable_pgs_munlocked`; pages; counter of the
     *  kernel's `unsigned long`. */
    uint64_t unevictable_pgs_munlocked_pages;
    /** Pages that were freed, or removed from a file, while they were locked. `unevictable_pgs_cleared`; pages; counter
     *  of the kernel's `unsigned long`. */
    uint64_t unevictable_pgs_cleared_pages;
    /** Pages unlocked that had to stay on the list of pages that cannot be reclaimed, since other code held them.
     *  `unevictable_pgs_stranded`; pages; counter of the kernel's `unsigned long`. */
    uint64_t unevictable_pgs_stranded_pages;
    /** Page faults that got small pages, since a limit of a cgroup left no room for a huge page; contained in
     *  `thp_fault_fallback` of struct vmm_vmstat. `thp_fault_fallback_charge`; count; counter of the kernel's `unsigned
     *  long`; since 5.7; absent without CONFIG_TRANSPARENT_HUGEPAGE. */
    uint64_t thp_fault_fallback_charge;
    /** Transparent huge pages that shared memory or tmpfs asked for and did not get. `thp_file_fallback`; count;
     *  counter of the kernel's `unsigned long`; since 5.7; absent without CONFIG_TRANSPARENT_HUGEPAGE. */
    uint64_t thp_file_fallback;
    /** Transparent huge pages that shared memory or tmpfs did not get, since a limit of a cgroup left no room;
     *  contained in `thp_file_fallback`. `thp_file_fallback_charge`; count; counter of the kernel's `unsigned long`;
     *  since 5.7; absent without CONFIG_TRANSPARENT_HUGEPAGE. */
    uint64_t thp_file_fallback_charge;
    /** Transparent huge pages split because most of their small pages held only zeros. `thp_underused_split_page`;
     *  count; counter of the kernel's `unsigned long`; since 6.12; absent without CONFIG_TRANSPARENT_HUGEPAGE. */
    uint64_t thp_underused_split_page;
    /** Ranges that khugepaged left as small pages, since too many pages were missing (`max_ptes_none`).
     *  `thp_scan_exceed_none_pte`; count; counter of the kernel's `unsigned long`; since 5.17; absent without
     *  CONFIG_TRANSPARENT_HUGEPAGE. */
    uint64_t thp_scan_exceed_none_pte;
    /** Ranges that khugepaged left as small pages, since too many pages were swapped out (`max_ptes_swap`).
     *  `thp_scan_exceed_swap_pte`; count; counter of the kernel's `unsigned long`; since 5.17; absent without
     *  CONFIG_TRANSPARENT_HUGEPAGE. */
    uint64_t thp_scan_exceed_swap_pte;
    /** Ranges that khugepaged left as small pages, since too many pages were shared (`max_ptes_shared`).
     *  `thp_scan_exceed_share_pte`; count; counter of the kernel's `unsigned long`; since 5.17; absent without
     *  CONFIG_TRANSPARENT_HUGEPAGE. */
    uint64_t thp_scan_exceed_share_pte;
    /** Mappings of huge pages of the larger size (1 GB on x86) split into smaller mappings. `thp_split_pud`; count;
     *  counter of the kernel's `unsigned long`; since 4.11; absent without
     *  CONFIG_HAVE_ARCH_TRANSPARENT_HUGEPAGE_PUD. */
    uint64_t thp_split_pud;
    /** Huge zero pages that could not be allocated. `thp_zero_page_alloc_failed`; count; counter of the kernel's
     *  `unsigned long`; since 3.8; absent without CONFIG_TRANSPARENT_HUGEPAGE. */
    uint64_t thp_zero_page_alloc_failed;
    /** Times that a CPU asked other CPUs to flush their TLBs. `nr_tlb_remote_flush`; count; counter of the kernel's
     *  `unsigned long`; since 3.12; absent without CONFIG_DEBUG_TLBFLUSH. */
    uint64_t nr_tlb_remote_flush;
    /** Times that a CPU flushed its TLB for another CPU. `nr_tlb_remote_flush_received`; count; counter of the kernel's
     *  `unsigned long`; since 3.12; absent without CONFIG_DEBUG_TLBFLUSH. */
    uint64_t nr_tlb_remote_flush_received;
    /** Times that a CPU flushed its whole TLB for itself. `nr_tlb_local_flush_all`; count; counter of the kernel's
     *  `unsigned long`; since 3.12; absent without CONFIG_DEBUG_TLBFLUSH. */
    uint64_t nr_tlb_local_flush_all;
    /** Entries of the TLB that CPUs flushed one by one for themselves. `nr_tlb_local_flush_one`; count; counter of the
     *  kernel's `unsigned long`; since 3.12; absent without CONFIG_DEBUG_TLBFLUSH. */
    uint64_t nr_tlb_local_flush_one;
    /** Times that a page was copied when it was swapped in, since it was merged (KSM). `ksm_swpin_copy`; count; counter
     *  of the kernel's `unsigned long`; since 5.18; absent without CONFIG_KSM. */
    uint64_t ksm_swpin_copy;
    /** Times that a merged page (KSM) was copied, since a process wrote to it. `cow_ksm`; count; counter of the
     *  kernel's `unsigned long`; since 5.19; absent without CONFIG_KSM. */
    uint64_t cow_ksm;
    /** Pages of 2 MB split in the mapping of all memory that the kernel has. `direct_map_level2_splits`; count; counter
     *  of the kernel's `unsigned long`; since 5.13; absent on other architectures than x86. */
    uint64_t direct_map_level2_splits;
    /** Pages of 1 GB split in the mapping of all memory that the kernel has. `direct_map_level3_splits`; count; counter
     *  of the kernel's `unsigned long`; since 5.13; absent on other architectures than x86. */
    uint64_t direct_map_level3_splits;
    /** Pages of 2 MB put together again in the mapping of all memory that the kernel has.
     *  `direct_map_level2_collapses`; count; counter of the kernel's `unsigned long`; since 6.15; absent on other
     *  architectures than x86. */
    uint64_t direct_map_level2_collapses;
    /** Pages of 1 GB put together again in the mapping of all memory that the kernel has.
     *  `direct_map_level3_collapses`; count; counter of the kernel's `unsigned long`; since 6.15; absent on other
     *  architectures than x86. */
    uint64_t direct_map_level3_collapses;
    /** Page faults handled under the lock of one memory area (VMA). `vma_lock_success`; count; counter of the kernel's
     *  `unsigned long`; since 6.4; absent without CONFIG_PER_VMA_LOCK_STATS. */
    uint64_t vma_lock_success;
    /** Page faults that could not use the lock of one memory area (VMA) and used the lock of the process.
     *  `vma_lock_abort`; count; counter of the kernel's `unsigned long`; since 6.4; absent without
     *  CONFIG_PER_VMA_LOCK_STATS. */
    uint64_t vma_lock_abort;
    /** Page faults that began under the lock of one memory area (VMA) and had to be repeated. `vma_lock_retry`; count;
     *  counter of the kernel's `unsigned long`; since 6.4; absent without CONFIG_PER_VMA_LOCK_STATS. */
    uint64_t vma_lock_retry;
    /** Memory areas (VMA) that were removed while a page fault looked them up. `vma_lock_miss`; count; counter of the
     *  kernel's `unsigned long`; since 6.4; absent without CONFIG_PER_VMA_LOCK_STATS. */
    uint64_t vma_lock_miss;
    /** Threads that ended and had used at most 1 kB of their kernel stack. `kstack_1k`; count; counter of the kernel's
     *  `unsigned long`; since 6.12; absent without CONFIG_DEBUG_STACK_USAGE. */
    uint64_t kstack_1k;
    /** Threads that ended and had used more than 1 kB and at most 2 kB of their kernel stack. `kstack_2k`; count;
     *  counter of the kernel's `unsigned long`; since 6.12; absent without CONFIG_DEBUG_STACK_USAGE and where a kernel
     *  stack has 1 kB or less. */
    uint64_t kstack_2k;
    /** Threads that ended and had used more than 2 kB and at most 4 kB of their kernel stack. `kstack_4k`; count;
     *  counter of the kernel's `unsigned long`; since 6.12; absent without CONFIG_DEBUG_STACK_USAGE and where a kernel
     *  stack has 2 kB or less. */
    uint64_t kstack_4k;
    /** Threads that ended and had used more than 4 kB and at most 8 kB of their kernel stack. `kstack_8k`; count;
     *  counter of the kernel's `unsigned long`; since 6.12; absent without CONFIG_DEBUG_STACK_USAGE and where a kernel
     *  stack has 4 kB or less. */
    uint64_t kstack_8k;
    /** Threads that ended and had used more than 8 kB and at most 16 kB of their kernel stack. `kstack_16k`; count;
     *  counter of the kernel's `unsigned long`; since 6.12; absent without CONFIG_DEBUG_STACK_USAGE and where a kernel
     *  stack has 8 kB or less. */
    uint64_t kstack_16k;
    /** Threads that ended and had used more than 16 kB and at most 32 kB of their kernel stack. `kstack_32k`; count;
     *  counter of the kernel's `unsigned long`; since 6.12; absent without CONFIG_DEBUG_STACK_USAGE and where a kernel
     *  stack has 16 kB or less. */
    uint64_t kstack_32k;
    /** Threads that ended and had used more than 32 kB and at most 64 kB of their kernel stack. `kstack_64k`; count;
     *  counter of the kernel's `unsigned long`; since 6.12; absent without CONFIG_DEBUG_STACK_USAGE and where a kernel
     *  stack has 32 kB or less. */
    uint64_t kstack_64k;
    /** Threads that ended and had used more than 64 kB of their kernel stack. `kstack_rest`; count; counter of the
     *  kernel's `unsigned long`; since 6.12; absent without CONFIG_DEBUG_STACK_USAGE and where a kernel stack has 64 kB
     *  or less. */
    uint64_t kstack_rest;
    /** Requests that read from swap. `nrswpin`; count; counter of the kernel's `unsigned long`; since 7.3. */
    uint64_t nrswpin;
    /** Requests that wrote to swap. `nrswpout`; count; counter of the kernel's `unsigned long`; since 7.3. */
    uint64_t nrswpout;
    /** Pages written to an NFS server that were not on its disk yet; 0 since 5.8. `nr_unstable`; pages; gauge. */
    uint64_t nr_unstable_pages;
    /** Bounce buffers, for devices that cannot address all memory. `nr_bounce`; pages; gauge; absent since 6.16. */
    uint64_t nr_bounce_pages;
    /** Temporary write buffers of FUSE. `nr_writeback_temp`; pages; gauge; absent since 6.17. */
    uint64_t nr_writeback_temp_pages;
    /** Pages scanned for reclaim since a page was last freed. `nr_pages_scanned`; pages; gauge; since 3.17; absent
     *  since 4.12. */
    uint64_t nr_pages_scanned_pages;
    /** Object caches of the kernel. `nr_slab`; pages; gauge; absent since 2.6.19. */
    uint64_t nr_slab_pages;
    /** Pages of the active lists scanned for reclaim, in the DMA zone (first 16 MB). `pgrefill_dma`; pages; counter of
     *  the kernel's `unsigned long`; absent since 4.8 and without this zone. */
    uint64_t pgrefill_dma_pages;
    /** Pages of the active lists scanned for reclaim, in the DMA32 zone (first 4 GB). `pgrefill_dma32`; pages; counter
     *  of the kernel's `unsigned long`; absent since 4.8 and without this zone. */
    uint64_t pgrefill_dma32_pages;
    /** Pages of the active lists scanned for reclaim, in the Normal zone (ordinary memory). `pgrefill_normal`; pages;
     *  counter of the kernel's `unsigned long`; absent since 4.8. */
    uint64_t pgrefill_normal_pages;
    /** Pages of the active lists scanned for reclaim, in the HighMem zone (memory that a 32-bit kernel cannot map
     *  permanently). `pgrefill_high`; pages; counter of the kernel's `unsigned long`; absent since 4.8 and without this
     *  zone. */
    uint64_t pgrefill_high_pages;
    /** Pages of the active lists scanned for reclaim, in the Movable zone (movable pages only). `pgrefill_movable`;
     *  pages; counter of the kernel's `unsigned long`; absent since 4.8 and without this zone. */
    uint64_t pgrefill_movable_pages;
    /** Pages reclaimed, in the DMA zone (first 16 MB). `pgsteal_dma`; pages; counter of the kernel's `unsigned long`;
     *  absent since 3.4 and without this zone. */
    uint64_t pgsteal_dma_pages;
    /** Pages reclaimed, in the DMA32 zone (first 4 GB). `pgsteal_dma32`; pages; counter of the kernel's `unsigned
     *  long`; absent since 3.4 and without this zone. */
    uint64_t pgsteal_dma32_pages;
    /** Pages reclaimed, in the Normal zone (ordinary memory). `pgsteal_normal`; pages; counter of the kernel's
     *  `unsigned long`; absent since 3.4. */
    uint64_t pgsteal_normal_pages;
    /** Pages reclaimed, in the HighMem zone (memory that a 32-bit kernel cannot map permanently). `pgsteal_high`;
     *  pages; counter of the kernel's `unsigned long`; absent since 3.4 and without this zone. */
    uint64_t pgsteal_high_pages;
    /** Pages reclaimed, in the Movable zone (movable pages only). `pgsteal_movable`; pages; counter of the kernel's
     *  `unsigned long`; absent since 3.4 and without this zone. */
    uint64_t pgsteal_movable_pages;
    /** Pages reclaimed by kswapd (background reclaim). `kswapd_steal`; pages; counter of the kernel's `unsigned long`;
     *  absent since 3.4. */
    uint64_t kswapd_steal_pages;
    /** Times that kswapd did not wait for a busy disk, since memory was very short. `kswapd_skip_congestion_wait`;
     *  count; counter of the kernel's `unsigned long`; since 2.6.33; absent since 3.9. */
    uint64_t kswapd_skip_congestion_wait;
    /** Page blocks that compaction worked on. `compact_blocks_moved`; count; counter of the kernel's `unsigned long`;
     *  since 2.6.35; absent since 3.8 and without CONFIG_COMPACTION. */
    uint64_t compact_blocks_moved;
    /** Pages moved by compaction. `compact_pages_moved`; pages; counter of the kernel's `unsigned long`; since 2.6.35;
     *  absent since 3.8 and without CONFIG_COMPACTION. */
    uint64_t compact_pages_moved_pages;
    /** Pages that compaction could not move. `compact_pagemigrate_failed`; pages; counter of the kernel's `unsigned
     *  long`; since 2.6.35; absent since 3.8 and without CONFIG_COMPACTION. */
    uint64_t compact_pagemigrate_failed_pages;
    /** Pages freed while they were locked. `unevictable_pgs_mlockfreed`; pages; counter of the kernel's `unsigned
     *  long`; absent since 3.7. */
    uint64_t unevictable_pgs_mlockfreed_pages;
};

/**
 * Parses the rest of /proc/vmstat, to the end of the text: the keys that vmm_vmstat_parse() leaves out. Both functions
 * take the same text, each from its beginning. The keys may come in any order, and the whole key must match.
 *
 * @param text     the text of the whole file
 * @param out      receives the record
 * @param out_size size of `out` in bytes
 * @retval VMM_OK          `out` is filled; members that the kernel does not print are unknown
 * @retval VMM_E_SYNTAX    a known key has a malformed value
 * @retval VMM_E_TRUNCATED the text ends inside a line
 * @retval VMM_E_EMPTY     no known key in the text
 * @retval VMM_E_ARGUMENT  an argument is NULL, or `out_size` is below 16
 */
VMM_API vmm_status vmm_vmstat_detail_parse(struct vmm_text *text, struct vmm_vmstat_detail *out, size_t out_size);

#ifdef __cplusplus
}
#endif

#endif
