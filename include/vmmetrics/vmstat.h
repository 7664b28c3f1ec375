/* SPDX-License-Identifier: MIT */
/**
 * @file vmstat.h
 * Activity of the memory management: reclaim, swap, page faults, the balloon.
 *
 * @ingroup memory
 */
#ifndef VMMETRICS_VMSTAT_H
#define VMMETRICS_VMSTAT_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Keys of /proc/vmstat that most programs need; struct vmm_vmstat_detail has the other keys. All numbers are of the
 * whole machine, including all cgroups; counters count since boot.
 *
 * Member comments read: meaning; key; unit; kind; since which kernel, where later than 2.6.32; when absent. The name of
 * a member is its key followed by its unit. A kernel without CONFIG_VM_EVENT_COUNTERS prints neither `pgpgin` nor the
 * keys after it. Numbers may be up to a second old. On 32-bit kernels counters wrap at 2^32. To get the growth of a
 * counter between two samples, call vmm_counter_between().
 */
struct vmm_vmstat {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** Type of this record, one of VMM_RECORD_*; the library sets it. */
    uint64_t record;
    /** Free memory. `nr_free_pages`; pages; gauge. */
    uint64_t nr_free_pages;
    /** Memory locked by mlock(). `nr_mlock`; pages; gauge. */
    uint64_t nr_mlock_pages;
    /** Free memory of the contiguous memory allocator (CMA). `nr_free_cma`; pages; gauge; since 3.7. */
    uint64_t nr_free_cma_pages;
    /** Anonymous memory not used recently. `nr_inactive_anon`; pages; gauge. */
    uint64_t nr_inactive_anon_pages;
    /** Recently used anonymous memory. `nr_active_anon`; pages; gauge. */
    uint64_t nr_active_anon_pages;
    /** Page cache not used recently. `nr_inactive_file`; pages; gauge. */
    uint64_t nr_inactive_file_pages;
    /** Recently used page cache. `nr_active_file`; pages; gauge. */
    uint64_t nr_active_file_pages;
    /** Memory that cannot be reclaimed. `nr_unevictable`; pages; gauge. */
    uint64_t nr_unevictable_pages;
    /** Object caches of the kernel that can be reclaimed. `nr_slab_reclaimable`; pages; gauge. */
    uint64_t nr_slab_reclaimable_pages;
    /** Object caches of the kernel that cannot be reclaimed. `nr_slab_unreclaimable`; pages; gauge. */
    uint64_t nr_slab_unreclaimable_pages;
    /** Index nodes of the page cache that remember evicted pages. `workingset_nodes`; count; gauge; since 4.20. */
    uint64_t workingset_nodes;
    /** Anonymous pages that were swapped out recently and read back. `workingset_refault_anon`; pages; counter of the
     *  kernel's `unsigned long`; since 5.9. */
    uint64_t workingset_refault_anon_pages;
    /** Page cache pages that were evicted recently and read back. `workingset_refault_file`; pages; counter of the
     *  kernel's `unsigned long`; since 5.9; `workingset_refault_pages` before. */
    uint64_t workingset_refault_file_pages;
    /** Anonymous pages read back that would still be in memory if memory were slightly larger; contained in
     *  `workingset_refault_anon_pages`. `workingset_activate_anon`; pages; counter of the kernel's `unsigned long`;
     *  since 5.9. */
    uint64_t workingset_activate_anon_pages;
    /** Page cache pages read back that would still be in memory if memory were slightly larger; contained in
     *  `workingset_refault_file_pages`. `workingset_activate_file`; pages; counter of the kernel's `unsigned long`;
     *  since 5.9; `workingset_activate_pages` before. */
    uint64_t workingset_activate_file_pages;
    /** Anonymous pages read back that were in active use when they were swapped out; contained in
     *  `workingset_refault_anon_pages`. `workingset_restore_anon`; pages; counter of the kernel's `unsigned long`;
     *  since 5.9. */
    uint64_t workingset_restore_anon_pages;
    /** Page cache pages read back that were in active use when they were evicted; contained in
     *  `workingset_refault_file_pages`. `workingset_restore_file`; pages; counter of the kernel's `unsigned long`;
     *  since 5.9; `workingset_restore_pages` before. */
    uint64_t workingset_restore_file_pages;
    /** Index nodes of the page cache that remembered evicted pages and were reclaimed. `workingset_nodereclaim`; count;
     *  counter of the kernel's `unsigned long`; since 3.15. */
    uint64_t workingset_nodereclaim;
    /** Anonymous memory mapped into processes. `nr_anon_pages`; pages; gauge. */
    uint64_t nr_anon_pages;
    /** Page cache mapped into processes. `nr_mapped`; pages; gauge. */
    uint64_t nr_mapped_pages;
    /** Page cache, including `nr_shmem_pages` and cached swap. `nr_file_pages`; pages; gauge. */
    uint64_t nr_file_pages;
    /** Page cache that waits to be written. `nr_dirty`; pages; gauge. */
    uint64_t nr_dirty_pages;
    /** Page cache that is being written. `nr_writeback`; pages; gauge. */
    uint64_t nr_writeback_pages;
    /** Shared memory and tmpfs. `nr_shmem`; pages; gauge. */
    uint64_t nr_shmem_pages;
    /** Pages that reclaim itself wrote out. `nr_vmscan_write`; pages; counter of the kernel's `unsigned long`. */
    uint64_t nr_vmscan_write_pages;
    /** Page cache pages that became dirty. `nr_dirtied`; pages; counter of the kernel's `unsigned long`; since
     *  2.6.37. */
    uint64_t nr_dirtied_pages;
    /** Page cache pages that were written. `nr_written`; pages; counter of the kernel's `unsigned long`; since
     *  2.6.37. */
    uint64_t nr_written_pages;
    /** Page cache pages that were written while reclaim was throttled; contained in `nr_written_pages`.
     *  `nr_throttled_written`; pages; counter of the kernel's `unsigned long`; since 5.16. */
    uint64_t nr_throttled_written_pages;
    /** Page tables of processes. `nr_page_table_pages`; pages; gauge. */
    uint64_t nr_page_table_pages;
    /** Swapped pages that are in memory too. `nr_swapcached`; pages; gauge; since 5.12. */
    uint64_t nr_swapcached_pages;
    /** Memory that the balloon holds, for every balloon driver. `nr_balloon_pages`; pages; gauge; since 6.15. */
    uint64_t nr_balloon_pages;
    /** Bytes read from block devices, including swap. `pgpgin`; bytes; counter of the kernel's `unsigned long`, in
     *  units of 1024 bytes. */
    uint64_t pgpgin_bytes;
    /** Bytes written to block devices, including swap. `pgpgout`; bytes; counter of the kernel's `unsigned long`, in
     *  units of 1024 bytes. */
    uint64_t pgpgout_bytes;
    /** Pages read from swap. `pswpin`; pages; counter of the kernel's `unsigned long`. */
    uint64_t pswpin_pages;
    /** Pages written to swap. `pswpout`; pages; counter of the kernel's `unsigned long`. */
    uint64_t pswpout_pages;
    /** Allocations that had to reclaim memory first (direct reclaim), in the DMA zone (first 16 MB). `allocstall_dma`;
     *  count; counter of the kernel's `unsigned long`; since 4.8; absent without this zone. */
    uint64_t allocstall_dma;
    /** Allocations that had to reclaim memory first (direct reclaim), in the DMA32 zone (first 4 GB).
     *  `allocstall_dma32`; count; counter of the kernel's `unsigned long`; since 4.8; absent without this zone. */
    uint64_t allocstall_dma32;
    /** Allocations that had to reclaim memory first (direct reclaim), in the Normal zone (ordinary memory).
     *  `allocstall_normal`; count; counter of the kernel's `unsigned long`; since 4.8; `allocstall` before. */
    uint64_t allocstall_normal;
    /** Allocations that had to reclaim memory first (direct reclaim), in the HighMem zone (memory that a 32-bit kernel
     *  cannot map permanently). `allocstall_high`; count; counter of the kernel's `unsigned long`; since 4.8; absent
     *  without this zone. */
    uint64_t allocstall_high;
    /** Allocations that had to reclaim memory first (direct reclaim), in the Movable zone (movable pages only).
     *  `allocstall_movable`; count; counter of the kernel's `unsigned long`; since 4.8; absent without this zone. */
    uint64_t allocstall_movable;
    /** Allocations that had to reclaim memory first (direct reclaim), in the Device zone (memory of devices).
     *  `allocstall_device`; count; counter of the kernel's `unsigned long`; since 6.0; absent without this zone. */
    uint64_t allocstall_device;
    /** Pages freed. `pgfree`; pages; counter of the kernel's `unsigned long`. */
    uint64_t pgfree_pages;
    /** Pages moved from the inactive lists to the active lists. `pgactivate`; pages; counter of the kernel's `unsigned
     *  long`. */
    uint64_t pgactivate_pages;
    /** Pages moved from the active lists to the inactive lists. `pgdeactivate`; pages; counter of the kernel's
     *  `unsigned long`. */
    uint64_t pgdeactivate_pages;
    /** Pages that programs gave up with `MADV_FREE`. `pglazyfree`; pages; counter of the kernel's `unsigned long`;
     *  since 4.12. */
    uint64_t pglazyfree_pages;
    /** Page faults, including major page faults. `pgfault`; count; counter of the kernel's `unsigned long`. */
    uint64_t pgfault;
    /** Major page faults: page faults that waited for I/O. `pgmajfault`; count; counter of the kernel's `unsigned
     *  long`. */
    uint64_t pgmajfault;
    /** Pages given up with `MADV_FREE` and then reclaimed; contained in `pglazyfree_pages`. `pglazyfreed`; pages;
     *  counter of the kernel's `unsigned long`; since 4.12. */
    uint64_t pglazyfreed_pages;
    /** Pages scanned on the active lists, to find pages for the inactive lists. `pgrefill`; pages; counter of the
     *  kernel's `unsigned long`; since 4.8; before that, one key per zone. */
    uint64_t pgrefill_pages;
    /** Write faults that reused the page instead of copying it, since the page had no other user. `pgreuse`; count;
     *  counter of the kernel's `unsigned long`; since 5.13. */
    uint64_t pgreuse;
    /** Pages reclaimed by kswapd (background reclaim). `pgsteal_kswapd`; pages; counter of the kernel's `unsigned
     *  long`; since 4.8; before that, one key per zone. */
    uint64_t pgsteal_kswapd_pages;
    /** Pages reclaimed by allocations (direct reclaim). `pgsteal_direct`; pages; counter of the kernel's `unsigned
     *  long`; since 4.8; before that, one key per zone; includes khugepaged before 6.2 and proactive reclaim before
     *  6.15. */
    uint64_t pgsteal_direct_pages;
    /** Pages reclaimed by khugepaged. `pgsteal_khugepaged`; pages; counter of the kernel's `unsigned long`; since
     *  6.2. */
    uint64_t pgsteal_khugepaged_pages;
    /** Pages reclaimed by proactive reclaim (`memory.reclaim` and similar files). `pgsteal_proactive`; pages; counter
     *  of the kernel's `unsigned long`; since 6.15. */
    uint64_t pgsteal_proactive_pages;
    /** Pages scanned for reclaim by kswapd (background reclaim). `pgscan_kswapd`; pages; counter of the kernel's
     *  `unsigned long`; since 4.8; before that, one key per zone. */
    uint64_t pgscan_kswapd_pages;
    /** Pages scanned for reclaim by allocations (direct reclaim). `pgscan_direct`; pages; counter of the kernel's
     *  `unsigned long`; since 4.8; before that, one key per zone; includes khugepaged before 6.2 and proactive reclaim
     *  before 6.15. */
    uint64_t pgscan_direct_pages;
    /** Pages scanned for reclaim by khugepaged. `pgscan_khugepaged`; pages; counter of the kernel's `unsigned long`;
     *  since 6.2. */
    uint64_t pgscan_khugepaged_pages;
    /** Pages scanned for reclaim by proactive reclaim (`memory.reclaim` and similar files). `pgscan_proactive`; pages;
     *  counter of the kernel's `unsigned long`; since 6.15. */
    uint64_t pgscan_proactive_pages;
    /** Allocations that had to wait for kswapd. `pgscan_direct_throttle`; count; counter of the kernel's `unsigned
     *  long`; since 3.6. */
    uint64_t pgscan_direct_throttle;
    /** Anonymous pages scanned for reclaim, by kswapd, allocations and all others. `pgscan_anon`; pages; counter of the
     *  kernel's `unsigned long`; since 5.8. */
    uint64_t pgscan_anon_pages;
    /** Page cache pages scanned for reclaim, by kswapd, allocations and all others. `pgscan_file`; pages; counter of
     *  the kernel's `unsigned long`; since 5.8. */
    uint64_t pgscan_file_pages;
    /** Anonymous pages reclaimed, by kswapd, allocations and all others. `pgsteal_anon`; pages; counter of the kernel's
     *  `unsigned long`; since 5.8. */
    uint64_t pgsteal_anon_pages;
    /** Page cache pages reclaimed, by kswapd, allocations and all others. `pgsteal_file`; pages; counter of the
     *  kernel's `unsigned long`; since 5.8. */
    uint64_t pgsteal_file_pages;
    /** Objects in the kernel's caches scanned for reclaim. `slabs_scanned`; count; counter of the kernel's `unsigned
     *  long`. */
    uint64_t slabs_scanned;
    /** Times that kswapd started to reclaim. `pageoutrun`; count; counter of the kernel's `unsigned long`. */
    uint64_t pageoutrun;
    /** Page cache pages moved to the end of the inactive list after they were written, to be reclaimed next.
     *  `pgrotated`; pages; counter of the kernel's `unsigned long`. */
    uint64_t pgrotated_pages;
    /** Times that a user dropped the page cache (`/proc/sys/vm/drop_caches`). `drop_pagecache`; count; counter of the
     *  kernel's `unsigned long`; since 3.15. */
    uint64_t drop_pagecache;
    /** Times that a user dropped the kernel's object caches (`/proc/sys/vm/drop_caches`). `drop_slab`; count; counter
     *  of the kernel's `unsigned long`; since 3.15. */
    uint64_t drop_slab;
    /** Processes killed because the machine or a cgroup had no memory left. `oom_kill`; count; counter of the kernel's
     *  `unsigned long`; since 4.13. */
    uint64_t oom_kill;
    /** Pages moved to another place in memory. `pgmigrate_success`; pages; counter of the kernel's `unsigned long`;
     *  since 3.8. */
    uint64_t pgmigrate_success_pages;
    /** Pages that could not be moved to another place in memory. `pgmigrate_fail`; pages; counter of the kernel's
     *  `unsigned long`; since 3.8. */
    uint64_t pgmigrate_fail_pages;
    /** Allocations of contiguous memory that had to compact memory first. `compact_stall`; count; counter of the
     *  kernel's `unsigned long`; since 2.6.35; absent without CONFIG_COMPACTION. */
    uint64_t compact_stall;
    /** Allocations that compacted memory without success; contained in `compact_stall`. `compact_fail`; count; counter
     *  of the kernel's `unsigned long`; since 2.6.35; absent without CONFIG_COMPACTION. */
    uint64_t compact_fail;
    /** Allocations that compacted memory with success; contained in `compact_stall`. `compact_success`; count; counter
     *  of the kernel's `unsigned long`; since 2.6.35; absent without CONFIG_COMPACTION. */
    uint64_t compact_success;
    /** Times that kcompactd was woken to compact memory. `compact_daemon_wake`; count; counter of the kernel's
     *  `unsigned long`; since 4.6; absent without CONFIG_COMPACTION. */
    uint64_t compact_daemon_wake;
    /** Transparent huge pages allocated on page faults. `thp_fault_alloc`; count; counter of the kernel's `unsigned
     *  long`; since 2.6.39; absent without CONFIG_TRANSPARENT_HUGEPAGE. */
    uint64_t thp_fault_alloc;
    /** Page faults that got small pages, since no huge page could be allocated. `thp_fault_fallback`; count; counter of
     *  the kernel's `unsigned long`; since 2.6.39; absent without CONFIG_TRANSPARENT_HUGEPAGE. */
    uint64_t thp_fault_fallback;
    /** Transparent huge pages that khugepaged allocated to replace small pages. `thp_collapse_alloc`; count; counter of
     *  the kernel's `unsigned long`; since 2.6.39; absent without CONFIG_TRANSPARENT_HUGEPAGE. */
    uint64_t thp_collapse_alloc;
    /** Transparent huge pages that khugepaged could not allocate. `thp_collapse_alloc_failed`; count; counter of the
     *  kernel's `unsigned long`; since 2.6.39; absent without CONFIG_TRANSPARENT_HUGEPAGE. */
    uint64_t thp_collapse_alloc_failed;
    /** Transparent huge pages allocated for files and shared memory. `thp_file_alloc`; count; counter of the kernel's
     *  `unsigned long`; since 4.8; absent without CONFIG_TRANSPARENT_HUGEPAGE. */
    uint64_t thp_file_alloc;
    /** Transparent huge pages of files and shared memory mapped into processes. `thp_file_mapped`; count; counter of
     *  the kernel's `unsigned long`; since 4.8; absent without CONFIG_TRANSPARENT_HUGEPAGE. */
    uint64_t thp_file_mapped;
    /** Transparent huge pages split into small pages. `thp_split_page`; count; counter of the kernel's `unsigned long`;
     *  since 4.5; `thp_split` before; absent without CONFIG_TRANSPARENT_HUGEPAGE. */
    uint64_t thp_split_page;
    /** Transparent huge pages that could not be split. `thp_split_page_failed`; count; counter of the kernel's
     *  `unsigned long`; since 4.5; absent without CONFIG_TRANSPARENT_HUGEPAGE. */
    uint64_t thp_split_page_failed;
    /** Transparent huge pages queued to be split when memory is short. `thp_deferred_split_page`; count; counter of the
     *  kernel's `unsigned long`; since 4.5; absent without CONFIG_TRANSPARENT_HUGEPAGE. */
    uint64_t thp_deferred_split_page;
    /** Huge-page mappings split into mappings of small pages. `thp_split_pmd`; count; counter of the kernel's `unsigned
     *  long`; since 4.5; absent without CONFIG_TRANSPARENT_HUGEPAGE. */
    uint64_t thp_split_pmd;
    /** Huge zero pages allocated. `thp_zero_page_alloc`; count; counter of the kernel's `unsigned long`; since 3.8;
     *  absent without CONFIG_TRANSPARENT_HUGEPAGE. */
    uint64_t thp_zero_page_alloc;
    /** Transparent huge pages swapped out whole. `thp_swpout`; count; counter of the kernel's `unsigned long`; since
     *  4.14; absent without CONFIG_TRANSPARENT_HUGEPAGE. */
    uint64_t thp_swpout;
    /** Transparent huge pages split before they were swapped out. `thp_swpout_fallback`; count; counter of the kernel's
     *  `unsigned long`; since 4.14; absent without CONFIG_TRANSPARENT_HUGEPAGE. */
    uint64_t thp_swpout_fallback;
    /** Pages moved into the balloon. `balloon_inflate`; pages; counter of the kernel's `unsigned long`; since 3.18. */
    uint64_t balloon_inflate_pages;
    /** Pages taken back from the balloon. `balloon_deflate`; pages; counter of the kernel's `unsigned long`; since
     *  3.18. */
    uint64_t balloon_deflate_pages;
    /** Pages of the balloon moved to another place in memory. `balloon_migrate`; pages; counter of the kernel's
     *  `unsigned long`; since 3.18. */
    uint64_t balloon_migrate_pages;
    /** Pages read from swap in advance (readahead). `swap_ra`; pages; counter of the kernel's `unsigned long`; since
     *  4.14. */
    uint64_t swap_ra_pages;
    /** Pages read from swap in advance and then used; contained in `swap_ra_pages`. `swap_ra_hit`; pages; counter of
     *  the kernel's `unsigned long`; since 4.14. */
    uint64_t swap_ra_hit_pages;
    /** Pages of zeros swapped in without I/O. `swpin_zero`; pages; counter of the kernel's `unsigned long`; since
     *  6.13. */
    uint64_t swpin_zero_pages;
    /** Pages of zeros swapped out without I/O. `swpout_zero`; pages; counter of the kernel's `unsigned long`; since
     *  6.13. */
    uint64_t swpout_zero_pages;
    /** Pages swapped in from compressed memory (zswap). `zswpin`; pages; counter of the kernel's `unsigned long`; since
     *  5.19. */
    uint64_t zswpin_pages;
    /** Pages swapped out to compressed memory (zswap). `zswpout`; pages; counter of the kernel's `unsigned long`; since
     *  5.19. */
    uint64_t zswpout_pages;
    /** Pages written from compressed memory (zswap) to swap. `zswpwb`; pages; counter of the kernel's `unsigned long`;
     *  since 6.8. */
    uint64_t zswpwb_pages;
    /** Page cache pages that were evicted recently and read back. `workingset_refault`; pages; counter of the kernel's
     *  `unsigned long`; since 3.15; absent since 5.9. */
    uint64_t workingset_refault_pages;
    /** Page cache pages read back that would still be in memory if memory were slightly larger; contained in
     *  `workingset_refault_pages`. `workingset_activate`; pages; counter of the kernel's `unsigned long`; since 3.15;
     *  absent since 5.9. */
    uint64_t workingset_activate_pages;
    /** Page cache pages read back that were in active use when they were evicted; contained in
     *  `workingset_refault_pages`. `workingset_restore`; pages; counter of the kernel's `unsigned long`; since 4.20;
     *  absent since 5.9. */
    uint64_t workingset_restore_pages;
    /** Allocations that had to reclaim memory first (direct reclaim). `allocstall`; count; counter of the kernel's
     *  `unsigned long`; absent since 4.8. */
    uint64_t allocstall;
    /** Pages reclaimed by kswapd (background reclaim), in the DMA zone (first 16 MB). `pgsteal_kswapd_dma`; pages;
     *  counter of the kernel's `unsigned long`; since 3.4; absent since 4.8 and without this zone. */
    uint64_t pgsteal_kswapd_dma_pages;
    /** Pages reclaimed by kswapd (background reclaim), in the DMA32 zone (first 4 GB). `pgsteal_kswapd_dma32`; pages;
     *  counter of the kernel's `unsigned long`; since 3.4; absent since 4.8 and without this zone. */
    uint64_t pgsteal_kswapd_dma32_pages;
    /** Pages reclaimed by kswapd (background reclaim), in the Normal zone (ordinary memory). `pgsteal_kswapd_normal`;
     *  pages; counter of the kernel's `unsigned long`; since 3.4; absent since 4.8. */
    uint64_t pgsteal_kswapd_normal_pages;
    /** Pages reclaimed by kswapd (background reclaim), in the HighMem zone (memory that a 32-bit kernel cannot map
     *  permanently). `pgsteal_kswapd_high`; pages; counter of the kernel's `unsigned long`; since 3.4; absent since 4.8
     *  and without this zone. */
    uint64_t pgsteal_kswapd_high_pages;
    /** Pages reclaimed by kswapd (background reclaim), in the Movable zone (movable pages only).
     *  `pgsteal_kswapd_movable`; pages; counter of the kernel's `unsigned long`; since 3.4; absent since 4.8 and
     *  without this zone. */
    uint64_t pgsteal_kswapd_movable_pages;
    /** Pages reclaimed by allocations (direct reclaim), in the DMA zone (first 16 MB). `pgsteal_direct_dma`; pages;
     *  counter of the kernel's `unsigned long`; since 3.4; absent since 4.8 and without this zone. */
    uint64_t pgsteal_direct_dma_pages;
    /** Pages reclaimed by allocations (direct reclaim), in the DMA32 zone (first 4 GB). `pgsteal_direct_dma32`; pages;
     *  counter of the kernel's `unsigned long`; since 3.4; absent since 4.8 and without this zone. */
    uint64_t pgsteal_direct_dma32_pages;
    /** Pages reclaimed by allocations (direct reclaim), in the Normal zone (ordinary memory). `pgsteal_direct_normal`;
     *  pages; counter of the kernel's `unsigned long`; since 3.4; absent since 4.8. */
    uint64_t pgsteal_direct_normal_pages;
    /** Pages reclaimed by allocations (direct reclaim), in the HighMem zone (memory that a 32-bit kernel cannot map
     *  permanently). `pgsteal_direct_high`; pages; counter of the kernel's `unsigned long`; since 3.4; absent since 4.8
     *  and without this zone. */
    uint64_t pgsteal_direct_high_pages;
    /** Pages reclaimed by allocations (direct reclaim), in the Movable zone (movable pages only).
     *  `pgsteal_direct_movable`; pages; counter of the kernel's `unsigned long`; since 3.4; absent since 4.8 and
     *  without this zone. */
    uint64_t pgsteal_direct_movable_pages;
    /** Pages scanned for reclaim by kswapd (background reclaim), in the DMA zone (first 16 MB). `pgscan_kswapd_dma`;
     *  pages; counter of the kernel's `unsigned long`; absent since 4.8 and without this zone. */
    uint64_t pgscan_kswapd_dma_pages;
    /** Pages scanned for reclaim by kswapd (background reclaim), in the DMA32 zone (first 4 GB). `pgscan_kswapd_dma32`;
     *  pages; counter of the kernel's `unsigned long`; absent since 4.8 and without this zone. */
    uint64_t pgscan_kswapd_dma32_pages;
    /** Pages scanned for reclaim by kswapd (background reclaim), in the Normal zone (ordinary memory).
     *  `pgscan_kswapd_normal`; pages; counter of the kernel's `unsigned long`; absent since 4.8. */
    uint64_t pgscan_kswapd_normal_pages;
    /** Pages scanned for reclaim by kswapd (background reclaim), in the HighMem zone (memory that a 32-bit kernel
     *  cannot map permanently). `pgscan_kswapd_high`; pages; counter of the kernel's `unsigned long`; absent since 4.8
     *  and without this zone. */
    uint64_t pgscan_kswapd_high_pages;
    /** Pages scanned for reclaim by kswapd (background reclaim), in the Movable zone (movable pages only).
     *  `pgscan_kswapd_movable`; pages; counter of the kernel's `unsigned long`; absent since 4.8 and without this
     *  zone. */
    uint64_t pgscan_kswapd_movable_pages;
    /** Pages scanned for reclaim by allocations (direct reclaim), in the DMA zone (first 16 MB). `pgscan_direct_dma`;
     *  pages; counter of the kernel's `unsigned long`; absent since 4.8 and without this zone. */
    uint64_t pgscan_direct_dma_pages;
    /** Pages scanned for reclaim by allocations (direct reclaim), in the DMA32 zone (first 4 GB).
     *  `pgscan_direct_dma32`; pages; counter of the kernel's `unsigned long`; absent since 4.8 and without this
     *  zone. */
    uint64_t pgscan_direct_dma32_pages;
    /** Pages scanned for reclaim by allocations (direct reclaim), in the Normal zone (ordinary memory).
     *  `pgscan_direct_normal`; pages; counter of the kernel's `unsigned long`; absent since 4.8. */
    uint64_t pgscan_direct_normal_pages;
    /** Pages scanned for reclaim by allocations (direct reclaim), in the HighMem zone (memory that a 32-bit kernel
     *  cannot map permanently). `pgscan_direct_high`; pages; counter of the kernel's `unsigned long`; absent since 4.8
     *  and without this zone. */
    uint64_t pgscan_direct_high_pages;
    /** Pages scanned for reclaim by allocations (direct reclaim), in the Movable zone (movable pages only).
     *  `pgscan_direct_movable`; pages; counter of the kernel's `unsigned long`; absent since 4.8 and without this
     *  zone. */
    uint64_t pgscan_direct_movable_pages;
    /** Transparent huge pages split into small pages. `thp_split`; count; counter of the kernel's `unsigned long`;
     *  since 2.6.39; absent since 4.5 and without CONFIG_TRANSPARENT_HUGEPAGE. */
    uint64_t thp_split;
};

/**
 * Parses /proc/vmstat, to the end of the text. The keys may come in any order. The whole key must match:
 * `pgscan_direct_throttle` is not `pgscan_direct`.
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
VMM_API vmm_status vmm_vmstat_parse(struct vmm_text *text, struct vmm_vmstat *out, size_t out_size);

#ifdef __cplusplus
}
#endif

#endif
