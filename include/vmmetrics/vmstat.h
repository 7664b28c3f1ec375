/**
 * @file vmstat.h
 * What the memory management has done: reclaim, swap, faults, the balloon.
 */
#ifndef VMMETRICS_VMSTAT_H
#define VMMETRICS_VMSTAT_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Keys of /proc/vmstat. All are of the whole machine, its cgroups too, and counters count since boot.
 *
 * Member comments read: meaning; key; unit; kind; since which kernel, where that is later than 2.6.32; when absent. A
 * member is called as its key is, with its unit behind it. Kernels that are built without event counters print nothing
 * from `pgpgin` on. Numbers are up to a second old, and on 32-bit kernels counters wrap at 2^32. Growth:
 * vmm_counter_between().
 */
struct vmm_vmstat {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** Memory that nobody uses. `nr_free_pages`; pages; gauge. */
    uint64_t nr_free_pages;
    /** Memory that may not be swapped, locked by programs. `nr_mlock`; pages; gauge. */
    uint64_t nr_mlock_pages;
    /** Free memory of those areas that drivers may claim in one piece. `nr_free_cma`; pages; gauge; since 3.7. */
    uint64_t nr_free_cma_pages;
    /** Memory of programs that was not used lately. `nr_inactive_anon`; pages; gauge. */
    uint64_t nr_inactive_anon_pages;
    /** Memory of programs that was used lately. `nr_active_anon`; pages; gauge. */
    uint64_t nr_active_anon_pages;
    /** Page cache that was not used lately. `nr_inactive_file`; pages; gauge. */
    uint64_t nr_inactive_file_pages;
    /** Page cache that was used lately. `nr_active_file`; pages; gauge. */
    uint64_t nr_active_file_pages;
    /** Memory that cannot be reclaimed. `nr_unevictable`; pages; gauge. */
    uint64_t nr_unevictable_pages;
    /** The kernel's own caches that can be reclaimed. `nr_slab_reclaimable`; pages; gauge. */
    uint64_t nr_slab_reclaimable_pages;
    /** The kernel's own memory that cannot be reclaimed. `nr_slab_unreclaimable`; pages; gauge. */
    uint64_t nr_slab_unreclaimable_pages;
    /** Nodes of the page cache that remember what was evicted. `workingset_nodes`; count; gauge; since 3.15. */
    uint64_t workingset_nodes;
    /** Memory that was swapped out lately and needed again. `workingset_refault_anon`; pages; counter of the kernel's
     *  `unsigned long`; since 5.9. */
    uint64_t workingset_refault_anon_pages;
    /** Page cache that was evicted lately and needed again. `workingset_refault_file`; pages; counter of the kernel's
     *  `unsigned long`; since 5.9; `workingset_refault_pages` before. */
    uint64_t workingset_refault_file_pages;
    /** Of `workingset_refault_anon_pages`, what would have stayed in a little more memory.
     *  `workingset_activate_anon`; pages; counter of the kernel's `unsigned long`; since 5.9. */
    uint64_t workingset_activate_anon_pages;
    /** Of `workingset_refault_file_pages`, what would have stayed in a little more memory.
     *  `workingset_activate_file`; pages; counter of the kernel's `unsigned long`; since 5.9;
     *  `workingset_activate_pages` before. */
    uint64_t workingset_activate_file_pages;
    /** Of `workingset_refault_anon_pages`, what had been in use when it was swapped out. `workingset_restore_anon`;
     *  pages; counter of the kernel's `unsigned long`; since 5.9. */
    uint64_t workingset_restore_anon_pages;
    /** Of `workingset_refault_file_pages`, what had been in use when it was evicted. `workingset_restore_file`;
     *  pages; counter of the kernel's `unsigned long`; since 5.9; `workingset_restore_pages` before. */
    uint64_t workingset_restore_file_pages;
    /** Nodes of the page cache reclaimed that remembered what was evicted. `workingset_nodereclaim`; count; counter
     *  of the kernel's `unsigned long`; since 3.15. */
    uint64_t workingset_nodereclaim;
    /** Memory of programs. `nr_anon_pages`; pages; gauge. */
    uint64_t nr_anon_pages;
    /** Files mapped into programs. `nr_mapped`; pages; gauge. */
    uint64_t nr_mapped_pages;
    /** Page cache, with `nr_shmem_pages` and what is cached of swap. `nr_file_pages`; pages; gauge. */
    uint64_t nr_file_pages;
    /** Page cache that waits to be written. `nr_dirty`; pages; gauge. */
    uint64_t nr_dirty_pages;
    /** Page cache that is being written. `nr_writeback`; pages; gauge. */
    uint64_t nr_writeback_pages;
    /** Shared memory and tmpfs. `nr_shmem`; pages; gauge. */
    uint64_t nr_shmem_pages;
    /** Written out by reclaim itself. `nr_vmscan_write`; pages; counter of the kernel's `unsigned long`. */
    uint64_t nr_vmscan_write_pages;
    /** Page cache that became dirty. `nr_dirtied`; pages; counter of the kernel's `unsigned long`; since 2.6.37. */
    uint64_t nr_dirtied_pages;
    /** Page cache that was written. `nr_written`; pages; counter of the kernel's `unsigned long`; since 2.6.37. */
    uint64_t nr_written_pages;
    /** Of `nr_written_pages`, while reclaim was held back. `nr_throttled_written`; pages; counter of the kernel's
     *  `unsigned long`; since 5.16. */
    uint64_t nr_throttled_written_pages;
    /** Page tables. `nr_page_table_pages`; pages; gauge. */
    uint64_t nr_page_table_pages;
    /** Swap that is in memory too. `nr_swapcached`; pages; gauge; since 5.12. */
    uint64_t nr_swapcached_pages;
    /** Memory that the balloon holds, whichever driver it is of. `nr_balloon_pages`; pages; gauge; since 6.15. */
    uint64_t nr_balloon_pages;
    /** Read from block devices, swap too. `pgpgin`; bytes; counter of the kernel's `unsigned long`, in units of 1024
     *  bytes. */
    uint64_t pgpgin_bytes;
    /** Written to block devices, swap too. `pgpgout`; bytes; counter of the kernel's `unsigned long`, in units of
     *  1024 bytes. */
    uint64_t pgpgout_bytes;
    /** Read from swap. `pswpin`; pages; counter of the kernel's `unsigned long`. */
    uint64_t pswpin_pages;
    /** Written to swap. `pswpout`; pages; counter of the kernel's `unsigned long`. */
    uint64_t pswpout_pages;
    /** Times that somebody who wanted memory had to reclaim it first, in the zone of the first 16 MB.
     *  `allocstall_dma`; count; counter of the kernel's `unsigned long`; since 4.8; where there is such a zone. */
    uint64_t allocstall_dma;
    /** Times that somebody who wanted memory had to reclaim it first, in the zone of the first 4 GB.
     *  `allocstall_dma32`; count; counter of the kernel's `unsigned long`; since 4.8; where there is such a zone. */
    uint64_t allocstall_dma32;
    /** Times that somebody who wanted memory had to reclaim it first, in the zone of ordinary memory.
     *  `allocstall_normal`; count; counter of the kernel's `unsigned long`; since 4.8; `allocstall` before. */
    uint64_t allocstall_normal;
    /** Times that somebody who wanted memory had to reclaim it first, in the zone of high memory. `allocstall_high`;
     *  count; counter of the kernel's `unsigned long`; since 4.8; where there is such a zone. */
    uint64_t allocstall_high;
    /** Times that somebody who wanted memory had to reclaim it first, in the zone of memory that can be moved.
     *  `allocstall_movable`; count; counter of the kernel's `unsigned long`; since 4.8; where there is such a zone. */
    uint64_t allocstall_movable;
    /** Times that somebody who wanted memory had to reclaim it first, in the zone of devices. `allocstall_device`;
     *  count; counter of the kernel's `unsigned long`; since 4.8; where there is such a zone. */
    uint64_t allocstall_device;
    /** Freed. `pgfree`; pages; counter of the kernel's `unsigned long`. */
    uint64_t pgfree_pages;
    /** Moved from the lists of memory not used lately to those of memory used lately. `pgactivate`; pages; counter of
     *  the kernel's `unsigned long`. */
    uint64_t pgactivate_pages;
    /** Moved the other way. `pgdeactivate`; pages; counter of the kernel's `unsigned long`. */
    uint64_t pgdeactivate_pages;
    /** Memory that programs gave up with `MADV_FREE`. `pglazyfree`; pages; counter of the kernel's `unsigned long`;
     *  since 4.12. */
    uint64_t pglazyfree_pages;
    /** Page faults, major ones among them. `pgfault`; count; counter of the kernel's `unsigned long`. */
    uint64_t pgfault;
    /** Page faults that had to wait for I/O. `pgmajfault`; count; counter of the kernel's `unsigned long`. */
    uint64_t pgmajfault;
    /** Of `pglazyfree_pages`, what was reclaimed. `pglazyfreed`; pages; counter of the kernel's `unsigned long`;
     *  since 4.12. */
    uint64_t pglazyfreed_pages;
    /** Looked at for `pgdeactivate_pages`. `pgrefill`; pages; counter of the kernel's `unsigned long`. */
    uint64_t pgrefill_pages;
    /** Faults that took over a page that nobody else used any more. `pgreuse`; count; counter of the kernel's
     *  `unsigned long`; since 5.13. */
    uint64_t pgreuse;
    /** Reclaimed by kswapd. `pgsteal_kswapd`; pages; counter of the kernel's `unsigned long`; since 4.8; a key for
     *  each zone before. */
    uint64_t pgsteal_kswapd_pages;
    /** Reclaimed by those who wanted memory. `pgsteal_direct`; pages; counter of the kernel's `unsigned long`; since
     *  4.8; a key for each zone before; with the two below until they had keys. */
    uint64_t pgsteal_direct_pages;
    /** Reclaimed by khugepaged. `pgsteal_khugepaged`; pages; counter of the kernel's `unsigned long`; since 6.3. */
    uint64_t pgsteal_khugepaged_pages;
    /** Reclaimed on demand, through `memory.reclaim` and its kin. `pgsteal_proactive`; pages; counter of the kernel's
     *  `unsigned long`; since 6.15. */
    uint64_t pgsteal_proactive_pages;
    /** Looked at in order to reclaim by kswapd. `pgscan_kswapd`; pages; counter of the kernel's `unsigned long`;
     *  since 4.8; a key for each zone before. */
    uint64_t pgscan_kswapd_pages;
    /** Looked at in order to reclaim by those who wanted memory. `pgscan_direct`; pages; counter of the kernel's
     *  `unsigned long`; since 4.8; a key for each zone before; with the two below until they had keys. */
    uint64_t pgscan_direct_pages;
    /** Looked at in order to reclaim by khugepaged. `pgscan_khugepaged`; pages; counter of the kernel's `unsigned
     *  long`; since 6.3. */
    uint64_t pgscan_khugepaged_pages;
    /** Looked at in order to reclaim on demand, through `memory.reclaim` and its kin. `pgscan_proactive`; pages;
     *  counter of the kernel's `unsigned long`; since 6.15. */
    uint64_t pgscan_proactive_pages;
    /** Times that somebody who wanted memory had to wait for kswapd. `pgscan_direct_throttle`; count; counter of the
     *  kernel's `unsigned long`; since 3.6. */
    uint64_t pgscan_direct_throttle;
    /** Looked at in order to reclaim, of the memory of programs: the same pages in another division. `pgscan_anon`;
     *  pages; counter of the kernel's `unsigned long`; since 5.8. */
    uint64_t pgscan_anon_pages;
    /** Looked at in order to reclaim, of the page cache: the same pages in another division. `pgscan_file`; pages;
     *  counter of the kernel's `unsigned long`; since 5.8. */
    uint64_t pgscan_file_pages;
    /** Reclaimed, of the memory of programs: the same pages in another division. `pgsteal_anon`; pages; counter of
     *  the kernel's `unsigned long`; since 5.8. */
    uint64_t pgsteal_anon_pages;
    /** Reclaimed, of the page cache: the same pages in another division. `pgsteal_file`; pages; counter of the
     *  kernel's `unsigned long`; since 5.8. */
    uint64_t pgsteal_file_pages;
    /** Objects of the kernel's own caches looked at in order to reclaim them. `slabs_scanned`; count; counter of the
     *  kernel's `unsigned long`. */
    uint64_t slabs_scanned;
    /** Times that kswapd began to reclaim. `pageoutrun`; count; counter of the kernel's `unsigned long`. */
    uint64_t pageoutrun;
    /** Page cache that was moved to the end of its list after it was written, to be reclaimed next. `pgrotated`;
     *  pages; counter of the kernel's `unsigned long`. */
    uint64_t pgrotated_pages;
    /** Times that somebody made the kernel drop the page cache. `drop_pagecache`; count; counter of the kernel's
     *  `unsigned long`; since 3.15. */
    uint64_t drop_pagecache;
    /** Times that somebody made the kernel drop its own caches. `drop_slab`; count; counter of the kernel's `unsigned
     *  long`; since 3.15. */
    uint64_t drop_slab;
    /** Processes killed for want of memory, of the machine or of a cgroup. `oom_kill`; count; counter of the kernel's
     *  `unsigned long`; since 4.13. */
    uint64_t oom_kill;
    /** Moved to another place in memory. `pgmigrate_success`; pages; counter of the kernel's `unsigned long`; since
     *  3.8. */
    uint64_t pgmigrate_success_pages;
    /** Not moved, though that was tried. `pgmigrate_fail`; pages; counter of the kernel's `unsigned long`; since
     *  3.8. */
    uint64_t pgmigrate_fail_pages;
    /** Times that somebody who wanted memory in one piece had to compact it first. `compact_stall`; count; counter of
     *  the kernel's `unsigned long`. */
    uint64_t compact_stall;
    /** Of `compact_stall`, those that did not help. `compact_fail`; count; counter of the kernel's `unsigned
     *  long`. */
    uint64_t compact_fail;
    /** Of `compact_stall`, those that did. `compact_success`; count; counter of the kernel's `unsigned long`. */
    uint64_t compact_success;
    /** Times that kcompactd was woken. `compact_daemon_wake`; count; counter of the kernel's `unsigned long`; since
     *  4.6. */
    uint64_t compact_daemon_wake;
    /** Huge pages given on page faults. `thp_fault_alloc`; count; counter of the kernel's `unsigned long`; since
     *  2.6.38; of kernels with transparent huge pages. */
    uint64_t thp_fault_alloc;
    /** Page faults for which there was no huge page. `thp_fault_fallback`; count; counter of the kernel's `unsigned
     *  long`; since 2.6.38; of kernels with transparent huge pages. */
    uint64_t thp_fault_fallback;
    /** Huge pages made of small ones by khugepaged. `thp_collapse_alloc`; count; counter of the kernel's `unsigned
     *  long`; since 2.6.38; of kernels with transparent huge pages. */
    uint64_t thp_collapse_alloc;
    /** Times that there was no huge page for khugepaged. `thp_collapse_alloc_failed`; count; counter of the kernel's
     *  `unsigned long`; since 2.6.38; of kernels with transparent huge pages. */
    uint64_t thp_collapse_alloc_failed;
    /** Huge pages given for files and shared memory. `thp_file_alloc`; count; counter of the kernel's `unsigned
     *  long`; since 4.8; of kernels with transparent huge pages. */
    uint64_t thp_file_alloc;
    /** Huge pages of files and shared memory mapped into programs. `thp_file_mapped`; count; counter of the kernel's
     *  `unsigned long`; since 4.8; of kernels with transparent huge pages. */
    uint64_t thp_file_mapped;
    /** Huge pages split. `thp_split_page`; count; counter of the kernel's `unsigned long`; since 4.5; `thp_split`
     *  before; of kernels with transparent huge pages. */
    uint64_t thp_split_page;
    /** Huge pages not split, though that was tried. `thp_split_page_failed`; count; counter of the kernel's `unsigned
     *  long`; since 4.5; of kernels with transparent huge pages. */
    uint64_t thp_split_page_failed;
    /** Huge pages put on the list of those to be split when memory is needed. `thp_deferred_split_page`; count;
     *  counter of the kernel's `unsigned long`; since 4.5; of kernels with transparent huge pages. */
    uint64_t thp_deferred_split_page;
    /** Mappings of huge pages split. `thp_split_pmd`; count; counter of the kernel's `unsigned long`; since 4.5; of
     *  kernels with transparent huge pages. */
    uint64_t thp_split_pmd;
    /** Huge pages of zeros made. `thp_zero_page_alloc`; count; counter of the kernel's `unsigned long`; since 3.8; of
     *  kernels with transparent huge pages. */
    uint64_t thp_zero_page_alloc;
    /** Huge pages swapped out in one piece. `thp_swpout`; count; counter of the kernel's `unsigned long`; since 4.14;
     *  of kernels with transparent huge pages. */
    uint64_t thp_swpout;
    /** Huge pages that had to be split to be swapped out. `thp_swpout_fallback`; count; counter of the kernel's
     *  `unsigned long`; since 4.14; of kernels with transparent huge pages. */
    uint64_t thp_swpout_fallback;
    /** Given to the balloon. `balloon_inflate`; pages; counter of the kernel's `unsigned long`; since 3.18. */
    uint64_t balloon_inflate_pages;
    /** Taken back from the balloon. `balloon_deflate`; pages; counter of the kernel's `unsigned long`; since 3.18. */
    uint64_t balloon_deflate_pages;
    /** Of the balloon, moved to another place in memory. `balloon_migrate`; pages; counter of the kernel's `unsigned
     *  long`; since 3.18. */
    uint64_t balloon_migrate_pages;
    /** Read from swap before it was asked for. `swap_ra`; pages; counter of the kernel's `unsigned long`; since
     *  4.14. */
    uint64_t swap_ra_pages;
    /** Of `swap_ra_pages`, what was then asked for. `swap_ra_hit`; pages; counter of the kernel's `unsigned long`;
     *  since 4.14. */
    uint64_t swap_ra_hit_pages;
    /** Swapped in without I/O, as it was all zeros. `swpin_zero`; pages; counter of the kernel's `unsigned long`;
     *  since 6.13. */
    uint64_t swpin_zero_pages;
    /** Swapped out without I/O, as it was all zeros. `swpout_zero`; pages; counter of the kernel's `unsigned long`;
     *  since 6.13. */
    uint64_t swpout_zero_pages;
    /** Swapped in from compressed memory. `zswpin`; pages; counter of the kernel's `unsigned long`; since 5.19. */
    uint64_t zswpin_pages;
    /** Swapped out to compressed memory. `zswpout`; pages; counter of the kernel's `unsigned long`; since 5.19. */
    uint64_t zswpout_pages;
    /** Written from compressed memory to swap. `zswpwb`; pages; counter of the kernel's `unsigned long`; since
     *  6.8. */
    uint64_t zswpwb_pages;
    /** Page cache that was evicted lately and needed again. `workingset_refault`; pages; counter of the kernel's
     *  `unsigned long`; since 3.15; until 5.8. */
    uint64_t workingset_refault_pages;
    /** Of `workingset_refault_pages`, what would have stayed in a little more memory. `workingset_activate`; pages;
     *  counter of the kernel's `unsigned long`; since 3.15; until 5.8. */
    uint64_t workingset_activate_pages;
    /** Of `workingset_refault_pages`, what had been in use when it was evicted. `workingset_restore`; pages; counter
     *  of the kernel's `unsigned long`; since 4.20; until 5.8. */
    uint64_t workingset_restore_pages;
    /** Times that somebody who wanted memory had to reclaim it first. `allocstall`; count; counter of the kernel's
     *  `unsigned long`; until 4.7. */
    uint64_t allocstall;
    /** Reclaimed by kswapd, in the zone of the first 16 MB. `pgsteal_kswapd_dma`; pages; counter of the kernel's
     *  `unsigned long`; until 4.7; where there is such a zone. */
    uint64_t pgsteal_kswapd_dma_pages;
    /** Reclaimed by kswapd, in the zone of the first 4 GB. `pgsteal_kswapd_dma32`; pages; counter of the kernel's
     *  `unsigned long`; until 4.7; where there is such a zone. */
    uint64_t pgsteal_kswapd_dma32_pages;
    /** Reclaimed by kswapd, in the zone of ordinary memory. `pgsteal_kswapd_normal`; pages; counter of the kernel's
     *  `unsigned long`; until 4.7. */
    uint64_t pgsteal_kswapd_normal_pages;
    /** Reclaimed by kswapd, in the zone of high memory. `pgsteal_kswapd_high`; pages; counter of the kernel's
     *  `unsigned long`; until 4.7; where there is such a zone. */
    uint64_t pgsteal_kswapd_high_pages;
    /** Reclaimed by kswapd, in the zone of memory that can be moved. `pgsteal_kswapd_movable`; pages; counter of the
     *  kernel's `unsigned long`; until 4.7; where there is such a zone. */
    uint64_t pgsteal_kswapd_movable_pages;
    /** Reclaimed by those who wanted memory, in the zone of the first 16 MB. `pgsteal_direct_dma`; pages; counter of
     *  the kernel's `unsigned long`; until 4.7; where there is such a zone. */
    uint64_t pgsteal_direct_dma_pages;
    /** Reclaimed by those who wanted memory, in the zone of the first 4 GB. `pgsteal_direct_dma32`; pages; counter of
     *  the kernel's `unsigned long`; until 4.7; where there is such a zone. */
    uint64_t pgsteal_direct_dma32_pages;
    /** Reclaimed by those who wanted memory, in the zone of ordinary memory. `pgsteal_direct_normal`; pages; counter
     *  of the kernel's `unsigned long`; until 4.7. */
    uint64_t pgsteal_direct_normal_pages;
    /** Reclaimed by those who wanted memory, in the zone of high memory. `pgsteal_direct_high`; pages; counter of the
     *  kernel's `unsigned long`; until 4.7; where there is such a zone. */
    uint64_t pgsteal_direct_high_pages;
    /** Reclaimed by those who wanted memory, in the zone of memory that can be moved. `pgsteal_direct_movable`;
     *  pages; counter of the kernel's `unsigned long`; until 4.7; where there is such a zone. */
    uint64_t pgsteal_direct_movable_pages;
    /** Looked at in order to reclaim by kswapd, in the zone of the first 16 MB. `pgscan_kswapd_dma`; pages; counter
     *  of the kernel's `unsigned long`; until 4.7; where there is such a zone. */
    uint64_t pgscan_kswapd_dma_pages;
    /** Looked at in order to reclaim by kswapd, in the zone of the first 4 GB. `pgscan_kswapd_dma32`; pages; counter
     *  of the kernel's `unsigned long`; until 4.7; where there is such a zone. */
    uint64_t pgscan_kswapd_dma32_pages;
    /** Looked at in order to reclaim by kswapd, in the zone of ordinary memory. `pgscan_kswapd_normal`; pages;
     *  counter of the kernel's `unsigned long`; until 4.7. */
    uint64_t pgscan_kswapd_normal_pages;
    /** Looked at in order to reclaim by kswapd, in the zone of high memory. `pgscan_kswapd_high`; pages; counter of
     *  the kernel's `unsigned long`; until 4.7; where there is such a zone. */
    uint64_t pgscan_kswapd_high_pages;
    /** Looked at in order to reclaim by kswapd, in the zone of memory that can be moved. `pgscan_kswapd_movable`;
     *  pages; counter of the kernel's `unsigned long`; until 4.7; where there is such a zone. */
    uint64_t pgscan_kswapd_movable_pages;
    /** Looked at in order to reclaim by those who wanted memory, in the zone of the first 16 MB. `pgscan_direct_dma`;
     *  pages; counter of the kernel's `unsigned long`; until 4.7; where there is such a zone. */
    uint64_t pgscan_direct_dma_pages;
    /** Looked at in order to reclaim by those who wanted memory, in the zone of the first 4 GB.
     *  `pgscan_direct_dma32`; pages; counter of the kernel's `unsigned long`; until 4.7; where there is such a zone. */
    uint64_t pgscan_direct_dma32_pages;
    /** Looked at in order to reclaim by those who wanted memory, in the zone of ordinary memory.
     *  `pgscan_direct_normal`; pages; counter of the kernel's `unsigned long`; until 4.7. */
    uint64_t pgscan_direct_normal_pages;
    /** Looked at in order to reclaim by those who wanted memory, in the zone of high memory. `pgscan_direct_high`;
     *  pages; counter of the kernel's `unsigned long`; until 4.7; where there is such a zone. */
    uint64_t pgscan_direct_high_pages;
    /** Looked at in order to reclaim by those who wanted memory, in the zone of memory that can be moved.
     *  `pgscan_direct_movable`; pages; counter of the kernel's `unsigned long`; until 4.7; where there is such a
     *  zone. */
    uint64_t pgscan_direct_movable_pages;
    /** Huge pages split. `thp_split`; count; counter of the kernel's `unsigned long`; since 2.6.38; until 4.4; of
     *  kernels with transparent huge pages. */
    uint64_t thp_split;
};

/**
 * Reads /proc/vmstat, to the end of the text. Keys may come in any order and are matched whole:
 * `pgscan_direct_throttle` is not `pgscan_direct`.
 *
 * @retval VMM_OK          `out` is filled; what the kernel does not print is unknown
 * @retval VMM_E_SYNTAX    a known key has a malformed value
 * @retval VMM_E_TRUNCATED the text ends inside a line
 * @retval VMM_E_EMPTY     not one known key
 * @retval VMM_E_ARGUMENT  an argument is NULL, or `out_size` is below 8
 */
VMM_API vmm_status vmm_vmstat_parse(struct vmm_text *text, struct vmm_vmstat *out, size_t out_size);

#ifdef __cplusplus
}
#endif

#endif
