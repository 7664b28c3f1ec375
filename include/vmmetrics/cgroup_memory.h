/* SPDX-License-Identifier: MIT */
/**
 * @file cgroup_memory.h
 * The memory of a cgroup by kind (memory.stat), and the memory in use by each common definition.
 *
 * Member comments read: meaning; source; unit; kind; since which kernel, where later than 4.5 for cgroup v2 and 3.10
 * for v1; when absent. "v1" before a key means cgroup version 1.
 *
 * @ingroup cgroup
 */
#ifndef VMMETRICS_CGROUP_MEMORY_H
#define VMMETRICS_CGROUP_MEMORY_H

#include "cgroup.h"
#include "record.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * The memory.stat of a cgroup: every key that Linux 4.5 to 6.18 prints in cgroup v2, then the keys that only v1 has.
 * Members whose names begin with `local_` are of this cgroup alone; all other members include the cgroups below.
 *
 * The two versions use the same keys for different things. A plain key includes the cgroups below in v2, but is of one
 * cgroup alone in v1; v1 prints `total_` before a key that includes the cgroups below. So v1's `total_` keys fill the
 * members that v2 fills, also where v2 has another name (`total_cache` is `file`, `total_rss` is `anon`), and v1's
 * plain keys fill the `local_` members. Keys that only one version has tell the version of the text; a text without
 * such a key is read as v2. v1's keys for debugging (`recent_*`, `*_cost`) have no members.
 *
 * "Since" is about v2 if both versions have a key. Before Linux 5.2 counters fall when a cgroup below is removed.
 *
 * vmm_record_read() reads memory.stat by ::VMM_FILE_CGROUP_MEMORY_STAT. Read the whole file: a text that was cut
 * between two lines looks like a complete one.
 */
struct vmm_cgroup_memory {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** Type of this record, one of VMM_RECORD_*; the library sets it. */
    uint64_t record;
    /** Anonymous memory of processes. `anon`, v1 `total_rss`; bytes; gauge. */
    uint64_t anon_bytes;
    /** Page cache of files, with tmpfs and shared memory. `file`, v1 `total_cache`; bytes; gauge. */
    uint64_t file_bytes;
    /** All memory of the kernel: stacks, page tables, per-CPU memory, vmalloc(), slab caches and more. `kernel`; bytes;
     *  gauge; since 5.18. */
    uint64_t kernel_bytes;
    /** Kernel stacks of threads. `kernel_stack`; bytes; gauge; since 4.6. */
    uint64_t kernel_stack_bytes;
    /** Page tables of processes. `pagetables`; bytes; gauge; since 5.11. */
    uint64_t pagetables_bytes;
    /** Secondary page tables: those of KVM guests and of devices. `sec_pagetables`; bytes; gauge; since 6.1. */
    uint64_t sec_pagetables_bytes;
    /** Memory of the per-CPU allocator. `percpu`; bytes; gauge; since 5.9. */
    uint64_t percpu_bytes;
    /** Network buffers. `sock`; bytes; gauge. */
    uint64_t sock_bytes;
    /** Memory allocated by vmalloc(). `vmalloc`; bytes; gauge; since 5.17. */
    uint64_t vmalloc_bytes;
    /** Shared memory and tmpfs; a part of `file_bytes`. `shmem`, v1 `total_shmem`; bytes; gauge; since 4.12. */
    uint64_t shmem_bytes;
    /** Memory that the compressed swap cache (zswap) takes. `zswap`; bytes; gauge; since 5.19; absent without
     *  CONFIG_ZSWAP. */
    uint64_t zswap_bytes;
    /** Uncompressed size of the memory in the compressed swap cache (zswap). `zswapped`; bytes; gauge; since 5.19;
     *  absent without CONFIG_ZSWAP. */
    uint64_t zswapped_bytes;
    /** Swapped memory that the compressed swap cache (zswap) holds as it is, since it cannot be compressed; contained in
     *  `zswap_bytes` and `zswapped_bytes`. `zswap_incomp`; bytes; gauge; since 7.1; absent without CONFIG_ZSWAP; only in
     *  v2. */
    uint64_t zswap_incomp_bytes;
    /** Page cache mapped into processes; a part of `file_bytes`. `file_mapped`, v1 `total_mapped_file`; bytes;
     *  gauge. */
    uint64_t file_mapped_bytes;
    /** Page cache waiting to be written to disk. `file_dirty`, v1 `total_dirty`; bytes; gauge. */
    uint64_t file_dirty_bytes;
    /** Page cache being written to disk, and anonymous memory being written to swap. `file_writeback`, v1
     *  `total_writeback`; bytes; gauge. */
    uint64_t file_writeback_bytes;
    /** Memory that also has a copy in swap; counts as memory and as swap. `swapcached`, v1 `total_swapcached`; bytes;
     *  gauge; since 5.12; absent without CONFIG_SWAP. */
    uint64_t swapcached_bytes;
    /** Anonymous memory in transparent huge pages; a part of `anon_bytes`. `anon_thp`, v1 `total_rss_huge`; bytes;
     *  gauge; since 5.1; absent without CONFIG_TRANSPARENT_HUGEPAGE. */
    uint64_t anon_thp_bytes;
    /** Page cache in transparent huge pages; a part of `file_bytes`. `file_thp`; bytes; gauge; since 5.11; absent
     *  without CONFIG_TRANSPARENT_HUGEPAGE. */
    uint64_t file_thp_bytes;
    /** Shared memory and tmpfs in transparent huge pages; a part of `shmem_bytes`. `shmem_thp`; bytes; gauge; since
     *  5.11; absent without CONFIG_TRANSPARENT_HUGEPAGE. */
    uint64_t shmem_thp_bytes;
    /** Anonymous memory, tmpfs and shared memory not used lately. `inactive_anon`, v1 `total_inactive_anon`; bytes;
     *  gauge. */
    uint64_t inactive_anon_bytes;
    /** Anonymous memory, tmpfs and shared memory used lately. `active_anon`, v1 `total_active_anon`; bytes; gauge. */
    uint64_t active_anon_bytes;
    /** Page cache not used lately; a working set does not count this memory. `inactive_file`, v1 `total_inactive_file`;
     *  bytes; gauge. */
    uint64_t inactive_file_bytes;
    /** Page cache used lately. `active_file`, v1 `total_active_file`; bytes; gauge. */
    uint64_t active_file_bytes;
    /** Memory that cannot be reclaimed, such as memory locked by mlock(). `unevictable`, v1 `total_unevictable`; bytes;
     *  gauge. */
    uint64_t unevictable_bytes;
    /** Slab caches that can be reclaimed. `slab_reclaimable`; bytes; gauge; since 4.6. */
    uint64_t slab_reclaimable_bytes;
    /** Slab caches that cannot be reclaimed. `slab_unreclaimable`; bytes; gauge; since 4.6. */
    uint64_t slab_unreclaimable_bytes;
    /** Slab caches (object caches of the kernel), reclaimable or not. `slab`; bytes; gauge; since 4.6. */
    uint64_t slab_bytes;
    /** Huge pages of hugetlbfs. `hugetlb`; bytes; gauge; since 6.13; absent unless cgroup2 is mounted with
     *  `memory_hugetlb_accounting`. */
    uint64_t hugetlb_bytes;
    /** Anonymous pages read back after their eviction (refaults). `workingset_refault_anon`, v1
     *  `total_workingset_refault_anon`; count; counter of the kernel's `unsigned long`; since 5.9. */
    uint64_t workingset_refault_anon;
    /** File pages read back after their eviction (refaults). `workingset_refault_file`, v1
     *  `total_workingset_refault_file`; count; counter of the kernel's `unsigned long`; since 5.9. */
    uint64_t workingset_refault_file;
    /** Anonymous pages read back after their eviction (refaults) that became active at once.
     *  `workingset_activate_anon`; count; counter of the kernel's `unsigned long`; since 5.9. */
    uint64_t workingset_activate_anon;
    /** File pages read back after their eviction (refaults) that became active at once. `workingset_activate_file`;
     *  count; counter of the kernel's `unsigned long`; since 5.9. */
    uint64_t workingset_activate_file;
    /** Anonymous pages read back after their eviction (refaults) that had been active before.
     *  `workingset_restore_anon`; count; counter of the kernel's `unsigned long`; since 5.9. */
    uint64_t workingset_restore_anon;
    /** File pages read back after their eviction (refaults) that had been active before. `workingset_restore_file`;
     *  count; counter of the kernel's `unsigned long`; since 5.9. */
    uint64_t workingset_restore_file;
    /** Times that a shadow node, the kernel's memory of evicted pages, was reclaimed. `workingset_nodereclaim`; count;
     *  counter of the kernel's `unsigned long`; since 4.12. */
    uint64_t workingset_nodereclaim;
    /** Pages moved to slower memory by kswapd. `pgdemote_kswapd`; count; counter of the kernel's `unsigned long`; since
     *  6.12. */
    uint64_t pgdemote_kswapd;
    /** Pages moved to slower memory by processes short of memory (direct reclaim). `pgdemote_direct`; count; counter of
     *  the kernel's `unsigned long`; since 6.12. */
    uint64_t pgdemote_direct;
    /** Pages moved to slower memory by khugepaged. `pgdemote_khugepaged`; count; counter of the kernel's
     *  `unsigned long`; since 6.12. */
    uint64_t pgdemote_khugepaged;
    /** Pages moved to slower memory by a write to `memory.reclaim`. `pgdemote_proactive`; count; counter of the
     *  kernel's `unsigned long`; since 6.15. */
    uint64_t pgdemote_proactive;
    /** Pages moved to faster memory. `pgpromote_success`; count; counter of the kernel's `unsigned long`; since 6.12;
     *  absent without CONFIG_NUMA_BALANCING. */
    uint64_t pgpromote_success;
    /** Pages scanned by reclaim of every kind. `pgscan`; count; counter of the kernel's `unsigned long`; since 4.13. */
    uint64_t pgscan;
    /** Pages reclaimed by reclaim of every kind. `pgsteal`; count; counter of the kernel's `unsigned long`; since
     *  4.13. */
    uint64_t pgsteal;
    /** Pages swapped in. `pswpin`; count; counter of the kernel's `unsigned long`; since 6.13. */
    uint64_t pswpin;
    /** Pages swapped out. `pswpout`; count; counter of the kernel's `unsigned long`; since 6.13. */
    uint64_t pswpout;
    /** Pages scanned by kswapd. `pgscan_kswapd`; count; counter of the kernel's `unsigned long`; since 6.0. */
    uint64_t pgscan_kswapd;
    /** Pages scanned by processes short of memory (direct reclaim). `pgscan_direct`; count; counter of the kernel's
     *  `unsigned long`; since 6.0; before 6.15 includes pages scanned by a write to `memory.reclaim`. */
    uint64_t pgscan_direct;
    /** Pages scanned by khugepaged. `pgscan_khugepaged`; count; counter of the kernel's `unsigned long`; since 6.2. */
    uint64_t pgscan_khugepaged;
    /** Pages scanned by a write to `memory.reclaim`. `pgscan_proactive`; count; counter of the kernel's
     *  `unsigned long`; since 6.15. */
    uint64_t pgscan_proactive;
    /** Pages reclaimed by kswapd. `pgsteal_kswapd`; count; counter of the kernel's `unsigned long`; since 6.0. */
    uint64_t pgsteal_kswapd;
    /** Pages reclaimed by processes short of memory (direct reclaim). `pgsteal_direct`; count; counter of the kernel's
     *  `unsigned long`; since 6.0; before 6.15 includes pages reclaimed by a write to `memory.reclaim`. */
    uint64_t pgsteal_direct;
    /** Pages reclaimed by khugepaged. `pgsteal_khugepaged`; count; counter of the kernel's `unsigned long`; since
     *  6.2. */
    uint64_t pgsteal_khugepaged;
    /** Pages reclaimed by a write to `memory.reclaim`. `pgsteal_proactive`; count; counter of the kernel's
     *  `unsigned long`; since 6.15. */
    uint64_t pgsteal_proactive;
    /** Page faults, minor and major. `pgfault`, v1 `total_pgfault`; count; counter of the kernel's `unsigned long`. */
    uint64_t pgfault;
    /** Major page faults: faults that needed a disk read. `pgmajfault`, v1 `total_pgmajfault`; count; counter of the
     *  kernel's `unsigned long`. */
    uint64_t pgmajfault;
    /** Active pages scanned by reclaim. `pgrefill`; count; counter of the kernel's `unsigned long`; since 4.13. */
    uint64_t pgrefill;
    /** Pages that became active. `pgactivate`; count; counter of the kernel's `unsigned long`; since 4.13. */
    uint64_t pgactivate;
    /** Pages that became inactive. `pgdeactivate`; count; counter of the kernel's `unsigned long`; since 4.13. */
    uint64_t pgdeactivate;
    /** Pages marked as free by processes (MADV_FREE), to be dropped when memory is short. `pglazyfree`; count; counter
     *  of the kernel's `unsigned long`; since 4.13. */
    uint64_t pglazyfree;
    /** Pages marked as free (MADV_FREE) that were dropped. `pglazyfreed`; count; counter of the kernel's
     *  `unsigned long`; since 4.13. */
    uint64_t pglazyfreed;
    /** Pages of zeros swapped in without I/O. `swpin_zero`; count; counter of the kernel's `unsigned long`; since 6.12;
     *  absent without CONFIG_SWAP. */
    uint64_t swpin_zero;
    /** Pages of zeros swapped out without I/O. `swpout_zero`; count; counter of the kernel's `unsigned long`; since
     *  6.12; absent without CONFIG_SWAP. */
    uint64_t swpout_zero;
    /** Pages read back from the compressed swap cache (zswap). `zswpin`; count; counter of the kernel's
     *  `unsigned long`; since 5.19; absent without CONFIG_ZSWAP. */
    uint64_t zswpin;
    /** Pages stored in the compressed swap cache (zswap). `zswpout`; count; counter of the kernel's `unsigned long`;
     *  since 5.19; absent without CONFIG_ZSWAP. */
    uint64_t zswpout;
    /** Pages written from the compressed swap cache (zswap) to swap. `zswpwb`; count; counter of the kernel's
     *  `unsigned long`; since 6.8; absent without CONFIG_ZSWAP. */
    uint64_t zswpwb;
    /** Transparent huge pages allocated by page faults. `thp_fault_alloc`; count; counter of the kernel's
     *  `unsigned long`; since 5.1; absent without CONFIG_TRANSPARENT_HUGEPAGE. */
    uint64_t thp_fault_alloc;
    /** Transparent huge pages made of small pages. `thp_collapse_alloc`; count; counter of the kernel's
     *  `unsigned long`; since 5.1; absent without CONFIG_TRANSPARENT_HUGEPAGE. */
    uint64_t thp_collapse_alloc;
    /** Transparent huge pages swapped out whole. `thp_swpout`; count; counter of the kernel's `unsigned long`; since
     *  6.7; absent without CONFIG_TRANSPARENT_HUGEPAGE. */
    uint64_t thp_swpout;
    /** Transparent huge pages split before they were swapped out. `thp_swpout_fallback`; count; counter of the kernel's
     *  `unsigned long`; since 6.7; absent without CONFIG_TRANSPARENT_HUGEPAGE. */
    uint64_t thp_swpout_fallback;
    /** Pages moved by NUMA balancing. `numa_pages_migrated`; count; counter of the kernel's `unsigned long`; since
     *  6.12; absent without CONFIG_NUMA_BALANCING. */
    uint64_t numa_pages_migrated;
    /** Pages marked by NUMA balancing, so that the next access shows the CPU that uses the page. `numa_pte_updates`;
     *  count; counter of the kernel's `unsigned long`; since 6.12; absent without CONFIG_NUMA_BALANCING. */
    uint64_t numa_pte_updates;
    /** Accesses to pages that NUMA balancing has marked. `numa_hint_faults`; count; counter of the kernel's
     *  `unsigned long`; since 6.12; absent without CONFIG_NUMA_BALANCING. */
    uint64_t numa_hint_faults;
    /** Pages read back after their eviction (refaults). `workingset_refault`; count; counter of the kernel's
     *  `unsigned long`; since 4.12; absent since 5.9. */
    uint64_t workingset_refault;
    /** Pages read back after their eviction (refaults) that became active at once. `workingset_activate`; count;
     *  counter of the kernel's `unsigned long`; since 4.12; absent since 5.9. */
    uint64_t workingset_activate;
    /** Pages read back after their eviction (refaults) that had been active before. `workingset_restore`; count;
     *  counter of the kernel's `unsigned long`; since 5.8; absent since 5.9. */
    uint64_t workingset_restore;
    /** Memory swapped out. v1 `total_swap`; bytes; gauge; only in v1; v2 has `memory.swap.current` instead. */
    uint64_t swap_bytes;
    /** Times that a page was charged to the cgroup; a huge page counts once. v1 `total_pgpgin`; count; counter of the
     *  kernel's `unsigned long`; only in v1. */
    uint64_t pgpgin;
    /** Times that a page was uncharged from the cgroup; a huge page counts once. v1 `total_pgpgout`; count; counter of
     *  the kernel's `unsigned long`; only in v1. */
    uint64_t pgpgout;
    /** Smallest memory limit of this cgroup and the cgroups above. v1 `hierarchical_memory_limit`; bytes; limit; only
     *  in v1. */
    uint64_t hierarchical_memory_limit_bytes;
    /** Smallest limit of the sum of memory and swap, of this cgroup and the cgroups above. v1
     *  `hierarchical_memsw_limit`; bytes; limit; only in v1; absent without swap accounting. */
    uint64_t hierarchical_memsw_limit_bytes;
    /** Page cache of files, with tmpfs and shared memory, in this cgroup alone. v1 `cache`; bytes; gauge; only in
     *  v1. */
    uint64_t local_cache_bytes;
    /** Anonymous memory of processes, in this cgroup alone. v1 `rss`; bytes; gauge; only in v1. */
    uint64_t local_rss_bytes;
    /** Anonymous memory in transparent huge pages, in this cgroup alone. v1 `rss_huge`; bytes; gauge; only in v1. */
    uint64_t local_rss_huge_bytes;
    /** Shared memory and tmpfs, in this cgroup alone. v1 `shmem`; bytes; gauge; since 4.12; only in v1. */
    uint64_t local_shmem_bytes;
    /** Page cache mapped into processes, in this cgroup alone. v1 `mapped_file`; bytes; gauge; only in v1. */
    uint64_t local_mapped_file_bytes;
    /** Page cache waiting to be written to disk, in this cgroup alone. v1 `dirty`; bytes; gauge; since 4.2; only in
     *  v1. */
    uint64_t local_dirty_bytes;
    /** Page cache being written to disk, and anonymous memory being written to swap, in this cgroup alone. v1
     *  `writeback`; bytes; gauge; since 3.13; only in v1. */
    uint64_t local_writeback_bytes;
    /** Anonymous pages read back after their eviction (refaults), in this cgroup alone. v1 `workingset_refault_anon`;
     *  count; counter of the kernel's `unsigned long`; only in v1; absent on old kernels. */
    uint64_t local_workingset_refault_anon;
    /** File pages read back after their eviction (refaults), in this cgroup alone. v1 `workingset_refault_file`; count;
     *  counter of the kernel's `unsigned long`; only in v1; absent on old kernels. */
    uint64_t local_workingset_refault_file;
    /** Memory swapped out, in this cgroup alone. v1 `swap`; bytes; gauge; only in v1. */
    uint64_t local_swap_bytes;
    /** Memory that also has a copy in swap, in this cgroup alone. v1 `swapcached`; bytes; gauge; only in v1; absent on
     *  old kernels. */
    uint64_t local_swapcached_bytes;
    /** Times that a page was charged to this cgroup alone; a huge page counts once. v1 `pgpgin`; count; counter of the
     *  kernel's `unsigned long`; only in v1. */
    uint64_t local_pgpgin;
    /** Times that a page was uncharged from this cgroup alone; a huge page counts once. v1 `pgpgout`; count; counter of
     *  the kernel's `unsigned long`; only in v1. */
    uint64_t local_pgpgout;
    /** Page faults, minor and major, in this cgroup alone. v1 `pgfault`; count; counter of the kernel's
     *  `unsigned long`; only in v1. */
    uint64_t local_pgfault;
    /** Major page faults (with a disk read), in this cgroup alone. v1 `pgmajfault`; count; counter of the kernel's
     *  `unsigned long`; only in v1. */
    uint64_t local_pgmajfault;
    /** Anonymous memory, tmpfs and shared memory not used lately, in this cgroup alone. v1 `inactive_anon`; bytes;
     *  gauge; only in v1. */
    uint64_t local_inactive_anon_bytes;
    /** Anonymous memory, tmpfs and shared memory used lately, in this cgroup alone. v1 `active_anon`; bytes; gauge;
     *  only in v1. */
    uint64_t local_active_anon_bytes;
    /** Page cache not used lately, in this cgroup alone. v1 `inactive_file`; bytes; gauge; only in v1. */
    uint64_t local_inactive_file_bytes;
    /** Page cache used lately, in this cgroup alone. v1 `active_file`; bytes; gauge; only in v1. */
    uint64_t local_active_file_bytes;
    /** Memory that cannot be reclaimed, such as memory locked by mlock(), in this cgroup alone. v1 `unevictable`;
     *  bytes; gauge; only in v1. */
    uint64_t local_unevictable_bytes;
};

/**
 * The memory of a cgroup in use, by each common definition. Ratios may be above 1: use may exceed the limit for a
 * moment, and the kernel's files are not read at the same time.
 */
struct vmm_cgroup_memory_usage {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** Type of this record, one of VMM_RECORD_*; the library sets it. */
    uint64_t record;
    /** Memory in use, page cache included. Bytes; gauge; needs `memory_current_bytes`. */
    uint64_t used_bytes;
    /** Working set as cAdvisor and Kubernetes compute it: memory in use minus `inactive_file` (v1
     *  `total_inactive_file`), at least 0. Bytes; gauge; needs `memory_current_bytes` and `inactive_file_bytes`. */
    uint64_t working_set_cadvisor_bytes;
    /** Memory in use as `docker stats` computes it: memory in use minus v1's `total_inactive_file` or minus
     *  `inactive_file`; the first of the two that is smaller than the memory in use is subtracted, or nothing if
     *  neither is smaller. Bytes; gauge; needs `memory_current_bytes`, and `inactive_file_bytes` or
     *  `local_inactive_file_bytes`. */
    uint64_t working_set_docker_bytes;
    /** Smallest known limit: the cgroup's own limit, v1's `hierarchical_memory_limit`, or the caller's `limit_bytes`.
     *  Bytes; limit; needs one of the three. */
    uint64_t limit_bytes;
    /** Memory in use divided by the smallest limit (`used_bytes` by `limit_bytes`). Ratio; gauge; unknown without a
     *  limit, and for a limit of 0. */
    double used_ratio;
    /** cAdvisor's working set divided by the smallest limit (`limit_bytes`). Ratio; gauge; unknown without a limit, and
     *  for a limit of 0. */
    double working_set_cadvisor_ratio;
    /** Memory in use as `docker stats` computes it, divided by the smallest limit (`limit_bytes`). Ratio; gauge;
     *  unknown without a limit, and for a limit of 0. */
    double working_set_docker_ratio;
};

/**
 * Computes the memory of a cgroup in use, by each common definition.
 *
 * @param cgroup      the cgroup's directory, with `memory.current` and the limit read
 * @param memory      the cgroup's memory.stat; NULL, or a record of `size` 0, if there is none
 * @param limit_bytes the smallest limit of the cgroups above; the machine's memory is a limit too. ::VMM_UNLIMITED if
 *                    there is no limit; ::VMM_UNKNOWN if the caller does not have it
 * @param out         the result
 * @param out_size    the size of `out` in bytes
 * @retval VMM_OK         `out` is filled
 * @retval VMM_E_EMPTY    `memory_current_bytes` is unknown
 * @retval VMM_E_ARGUMENT `cgroup` or `out` is NULL, `limit_bytes` is 0, or `out_size` is below 16
 */
VMM_API vmm_status vmm_cgroup_memory_usage_of(const struct vmm_cgroup *cgroup, const struct vmm_cgroup_memory *memory,
                                              uint64_t limit_bytes, struct vmm_cgroup_memory_usage *out,
                                              size_t out_size);

#ifdef __cplusplus
}
#endif

#endif
