/**
 * @file cgroup_memory.h
 * What a cgroup's memory is made of.
 *
 * Member comments read: meaning; source; unit; kind; since which kernel, where that is later than 4.5 for cgroup v2 and
 * 3.10 for v1; when absent.
 */
#ifndef VMMETRICS_CGROUP_MEMORY_H
#define VMMETRICS_CGROUP_MEMORY_H

#include "base.h"
#include "cgroup.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * A cgroup's memory.stat: every key that Linux 4.5 to 6.18 prints in cgroup v2, then what only v1 has. Unless their
 * names begin with `local_`, members are of the cgroup and all cgroups below it.
 *
 * The two versions use the same words for different things. A plain key is of the whole subtree in v2, but of one
 * cgroup alone in v1, which prints the subtree under `total_` and the key. So v1's `total_` lines feed the members
 * that the comments name, also where v2 has another word for the same (`total_cache` is `file`, `total_rss` is
 * `anon`), and v1's plain lines feed the members that begin with `local_`. Keys that only one version knows say which
 * one a file is; text without such a key is taken for v2. v1's keys for debugging (`recent_*`, `*_cost`) are left
 * out.
 *
 * "Since" speaks of v2 where both versions have a key. Counters fall in kernels before 5.2 when a cgroup below is
 * removed.
 */
struct vmm_cgroup_memory {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** Anonymous memory of processes. `anon`, v1 `total_rss`; bytes; gauge. */
    uint64_t anon_bytes;
    /** Page cache of files, tmpfs and shared memory included. `file`, v1 `total_cache`; bytes; gauge. */
    uint64_t file_bytes;
    /** All memory of the kernel: stacks, page tables, per-CPU memory, vmalloc(), object caches and more. `kernel`;
     *  bytes; gauge; since 5.18. */
    uint64_t kernel_bytes;
    /** Stacks of the kernel's side of threads. `kernel_stack`; bytes; gauge; since 4.6. */
    uint64_t kernel_stack_bytes;
    /** Page tables of processes. `pagetables`; bytes; gauge; since 5.11. */
    uint64_t pagetables_bytes;
    /** Page tables of guests and devices: KVM's, for one. `sec_pagetables`; bytes; gauge; since 6.1. */
    uint64_t sec_pagetables_bytes;
    /** Memory of the per-CPU allocator. `percpu`; bytes; gauge; since 5.9. */
    uint64_t percpu_bytes;
    /** Buffers of the network. `sock`; bytes; gauge. */
    uint64_t sock_bytes;
    /** Memory in use by vmalloc(). `vmalloc`; bytes; gauge; since 5.17. */
    uint64_t vmalloc_bytes;
    /** Shared memory and tmpfs; inside `file`. `shmem`, v1 `total_shmem`; bytes; gauge; since 4.12. */
    uint64_t shmem_bytes;
    /** Memory that the compressed swap cache occupies. `zswap`; bytes; gauge; since 5.19; absent without
     *  CONFIG_ZSWAP. */
    uint64_t zswap_bytes;
    /** What is stored in the compressed swap cache, as large as it was. `zswapped`; bytes; gauge; since 5.19; absent
     *  without CONFIG_ZSWAP. */
    uint64_t zswapped_bytes;
    /** Page cache mapped into processes; inside `file`. `file_mapped`, v1 `total_mapped_file`; bytes; gauge. */
    uint64_t file_mapped_bytes;
    /** Page cache waiting to be written to disk. `file_dirty`, v1 `total_dirty`; bytes; gauge. */
    uint64_t file_dirty_bytes;
    /** Page cache being written to disk, and anonymous memory being written to swap. `file_writeback`, v1
     *  `total_writeback`; bytes; gauge. */
    uint64_t file_writeback_bytes;
    /** Memory that has a copy in swap, and counts against both limits. `swapcached`, v1 `total_swapcached`; bytes;
     *  gauge; since 5.12; absent without CONFIG_SWAP. */
    uint64_t swapcached_bytes;
    /** Transparent huge pages, anonymous; inside `anon`. `anon_thp`, v1 `total_rss_huge`; bytes; gauge; since 5.1;
     *  absent without CONFIG_TRANSPARENT_HUGEPAGE. */
    uint64_t anon_thp_bytes;
    /** Transparent huge pages of files; inside `file`. `file_thp`; bytes; gauge; since 5.11; absent without
     *  CONFIG_TRANSPARENT_HUGEPAGE. */
    uint64_t file_thp_bytes;
    /** Transparent huge pages of shared memory and tmpfs; inside `shmem`. `shmem_thp`; bytes; gauge; since 5.11;
     *  absent without CONFIG_TRANSPARENT_HUGEPAGE. */
    uint64_t shmem_thp_bytes;
    /** Anonymous memory, tmpfs and shared memory not used lately. `inactive_anon`, v1 `total_inactive_anon`; bytes;
     *  gauge. */
    uint64_t inactive_anon_bytes;
    /** Anonymous memory, tmpfs and shared memory used lately. `active_anon`, v1 `total_active_anon`; bytes; gauge. */
    uint64_t active_anon_bytes;
    /** Page cache not used lately; a working set leaves it out. `inactive_file`, v1 `total_inactive_file`; bytes;
     *  gauge. */
    uint64_t inactive_file_bytes;
    /** Page cache used lately. `active_file`, v1 `total_active_file`; bytes; gauge. */
    uint64_t active_file_bytes;
    /** Memory that cannot be reclaimed, such as that locked by mlock(). `unevictable`, v1 `total_unevictable`; bytes;
     *  gauge. */
    uint64_t unevictable_bytes;
    /** Object caches that can be reclaimed. `slab_reclaimable`; bytes; gauge; since 4.6. */
    uint64_t slab_reclaimable_bytes;
    /** Object caches that cannot be reclaimed. `slab_unreclaimable`; bytes; gauge; since 4.6. */
    uint64_t slab_unreclaimable_bytes;
    /** The kernel's object caches: the sum of both. `slab`; bytes; gauge; since 4.6. */
    uint64_t slab_bytes;
    /** Huge pages of hugetlbfs. `hugetlb`; bytes; gauge; since 6.13; absent unless cgroup2 is mounted with
     *  `memory_hugetlb_accounting`. */
    uint64_t hugetlb_bytes;
    /** Anonymous pages that came back soon after they were evicted. `workingset_refault_anon`, v1
     *  `total_workingset_refault_anon`; count; counter of the kernel's `unsigned long`; since 5.9. */
    uint64_t workingset_refault_anon;
    /** Pages of files that came back soon after they were evicted. `workingset_refault_file`, v1
     *  `total_workingset_refault_file`; count; counter of the kernel's `unsigned long`; since 5.9. */
    uint64_t workingset_refault_file;
    /** Those of the anonymous ones that became active at once. `workingset_activate_anon`; count; counter of the
     *  kernel's `unsigned long`; since 5.9. */
    uint64_t workingset_activate_anon;
    /** Those of the pages of files that became active at once. `workingset_activate_file`; count; counter of the
     *  kernel's `unsigned long`; since 5.9. */
    uint64_t workingset_activate_file;
    /** Those of the anonymous ones that were in use when they were evicted. `workingset_restore_anon`; count; counter
     *  of the kernel's `unsigned long`; since 5.9. */
    uint64_t workingset_restore_anon;
    /** Those of the pages of files that were in use when they were evicted. `workingset_restore_file`; count; counter
     *  of the kernel's `unsigned long`; since 5.9. */
    uint64_t workingset_restore_file;
    /** Times that the memory of evictions itself was reclaimed. `workingset_nodereclaim`; count; counter of the
     *  kernel's `unsigned long`; since 4.12. */
    uint64_t workingset_nodereclaim;
    /** Pages moved to slower memory by kswapd. `pgdemote_kswapd`; count; counter of the kernel's `unsigned long`;
     *  since 6.12. */
    uint64_t pgdemote_kswapd;
    /** Pages moved to slower memory by processes in want of memory. `pgdemote_direct`; count; counter of the kernel's
     *  `unsigned long`; since 6.12. */
    uint64_t pgdemote_direct;
    /** Pages moved to slower memory by khugepaged. `pgdemote_khugepaged`; count; counter of the kernel's `unsigned
     *  long`; since 6.12. */
    uint64_t pgdemote_khugepaged;
    /** Pages moved to slower memory because `memory.reclaim` was written to. `pgdemote_proactive`; count; counter of
     *  the kernel's `unsigned long`; since 6.15. */
    uint64_t pgdemote_proactive;
    /** Pages moved to faster memory. `pgpromote_success`; count; counter of the kernel's `unsigned long`; since 6.12;
     *  absent without CONFIG_NUMA_BALANCING. */
    uint64_t pgpromote_success;
    /** Pages looked at by reclaim, whoever ran it. `pgscan`; count; counter of the kernel's `unsigned long`; since
     *  4.13. */
    uint64_t pgscan;
    /** Pages reclaimed, whoever did it. `pgsteal`; count; counter of the kernel's `unsigned long`; since 4.13. */
    uint64_t pgsteal;
    /** Pages swapped in. `pswpin`; count; counter of the kernel's `unsigned long`; since 6.13. */
    uint64_t pswpin;
    /** Pages swapped out. `pswpout`; count; counter of the kernel's `unsigned long`; since 6.13. */
    uint64_t pswpout;
    /** Pages looked at by kswapd. `pgscan_kswapd`; count; counter of the kernel's `unsigned long`; since 6.0. */
    uint64_t pgscan_kswapd;
    /** Pages looked at by processes in want of memory; before 6.15 `memory.reclaim` is part of it. `pgscan_direct`;
     *  count; counter of the kernel's `unsigned long`; since 6.0. */
    uint64_t pgscan_direct;
    /** Pages looked at by khugepaged. `pgscan_khugepaged`; count; counter of the kernel's `unsigned long`;
     *  since 6.2. */
    uint64_t pgscan_khugepaged;
    /** Pages looked at because `memory.reclaim` was written to. `pgscan_proactive`; count; counter of the kernel's
     *  `unsigned long`; since 6.15. */
    uint64_t pgscan_proactive;
    /** Pages reclaimed by kswapd. `pgsteal_kswapd`; count; counter of the kernel's `unsigned long`; since 6.0. */
    uint64_t pgsteal_kswapd;
    /** Pages reclaimed by processes in want of memory; before 6.15 `memory.reclaim` is part of it. `pgsteal_direct`;
     *  count; counter of the kernel's `unsigned long`; since 6.0. */
    uint64_t pgsteal_direct;
    /** Pages reclaimed by khugepaged. `pgsteal_khugepaged`; count; counter of the kernel's `unsigned long`; since
     *  6.2. */
    uint64_t pgsteal_khugepaged;
    /** Pages reclaimed because `memory.reclaim` was written to. `pgsteal_proactive`; count; counter of the kernel's
     *  `unsigned long`; since 6.15. */
    uint64_t pgsteal_proactive;
    /** Page faults, major ones included. `pgfault`, v1 `total_pgfault`; count; counter of the kernel's `unsigned
     *  long`. */
    uint64_t pgfault;
    /** Page faults that had to wait for a disk. `pgmajfault`, v1 `total_pgmajfault`; count; counter of the kernel's
     *  `unsigned long`. */
    uint64_t pgmajfault;
    /** Active pages looked at. `pgrefill`; count; counter of the kernel's `unsigned long`; since 4.13. */
    uint64_t pgrefill;
    /** Pages that became active. `pgactivate`; count; counter of the kernel's `unsigned long`; since 4.13. */
    uint64_t pgactivate;
    /** Pages that became inactive. `pgdeactivate`; count; counter of the kernel's `unsigned long`; since 4.13. */
    uint64_t pgdeactivate;
    /** Pages that may be dropped once memory is short (MADV_FREE). `pglazyfree`; count; counter of the kernel's
     *  `unsigned long`; since 4.13. */
    uint64_t pglazyfree;
    /** Those of them that were dropped. `pglazyfreed`; count; counter of the kernel's `unsigned long`; since 4.13. */
    uint64_t pglazyfreed;
    /** Pages of zeros swapped in without I/O. `swpin_zero`; count; counter of the kernel's `unsigned long`; since
     *  6.12; absent without CONFIG_SWAP. */
    uint64_t swpin_zero;
    /** Pages of zeros swapped out without I/O. `swpout_zero`; count; counter of the kernel's `unsigned long`; since
     *  6.12; absent without CONFIG_SWAP. */
    uint64_t swpout_zero;
    /** Pages that came back from the compressed swap cache. `zswpin`; count; counter of the kernel's `unsigned long`;
     *  since 5.19; absent without CONFIG_ZSWAP. */
    uint64_t zswpin;
    /** Pages that went to the compressed swap cache. `zswpout`; count; counter of the kernel's `unsigned long`; since
     *  5.19; absent without CONFIG_ZSWAP. */
    uint64_t zswpout;
    /** Pages written from the compressed swap cache to swap. `zswpwb`; count; counter of the kernel's `unsigned
     *  long`; since 6.8; absent without CONFIG_ZSWAP. */
    uint64_t zswpwb;
    /** Transparent huge pages made by page faults. `thp_fault_alloc`; count; counter of the kernel's `unsigned long`;
     *  since 5.1; absent without CONFIG_TRANSPARENT_HUGEPAGE. */
    uint64_t thp_fault_alloc;
    /** Transparent huge pages made of small pages. `thp_collapse_alloc`; count; counter of the kernel's `unsigned
     *  long`; since 5.1; absent without CONFIG_TRANSPARENT_HUGEPAGE. */
    uint64_t thp_collapse_alloc;
    /** Transparent huge pages swapped out whole. `thp_swpout`; count; counter of the kernel's `unsigned long`; since
     *  6.7; absent without CONFIG_TRANSPARENT_HUGEPAGE. */
    uint64_t thp_swpout;
    /** Transparent huge pages split to be swapped out. `thp_swpout_fallback`; count; counter of the kernel's
     *  `unsigned long`; since 6.7; absent without CONFIG_TRANSPARENT_HUGEPAGE. */
    uint64_t thp_swpout_fallback;
    /** Pages moved by NUMA balancing. `numa_pages_migrated`; count; counter of the kernel's `unsigned long`; since
     *  6.12; absent without CONFIG_NUMA_BALANCING. */
    uint64_t numa_pages_migrated;
    /** Pages marked by NUMA balancing, so that the next access shows who uses them. `numa_pte_updates`; count;
     *  counter of the kernel's `unsigned long`; since 6.12; absent without CONFIG_NUMA_BALANCING. */
    uint64_t numa_pte_updates;
    /** Accesses to pages so marked. `numa_hint_faults`; count; counter of the kernel's `unsigned long`; since 6.12;
     *  absent without CONFIG_NUMA_BALANCING. */
    uint64_t numa_hint_faults;
    /** Pages that came back soon after they were evicted. `workingset_refault`; count; counter of the kernel's
     *  `unsigned long`; since 4.12; absent since 5.9. */
    uint64_t workingset_refault;
    /** Those of them that became active at once. `workingset_activate`; count; counter of the kernel's `unsigned
     *  long`; since 4.12; absent since 5.9. */
    uint64_t workingset_activate;
    /** Those of them that were in use when they were evicted. `workingset_restore`; count; counter of the kernel's
     *  `unsigned long`; since 5.8; absent since 5.9. */
    uint64_t workingset_restore;
    /** Memory that is in swap: v2 has it in `memory.swap.current`. v1 `total_swap`; bytes; gauge; only in v1. */
    uint64_t swap_bytes;
    /** Times that a page was charged, a huge page counting once. v1 `total_pgpgin`; count; counter of the kernel's
     *  `unsigned long`; only in v1. */
    uint64_t pgpgin;
    /** Times that a charged page was given back, a huge page counting once. v1 `total_pgpgout`; count; counter of the
     *  kernel's `unsigned long`; only in v1. */
    uint64_t pgpgout;
    /** The smallest memory limit from this cgroup up to the root. v1 `hierarchical_memory_limit`; bytes; limit; only
     *  in v1. */
    uint64_t hierarchical_memory_limit_bytes;
    /** The smallest limit of memory and swap together from this cgroup up to the root. v1 `hierarchical_memsw_limit`;
     *  bytes; limit; only in v1; absent without swap accounting. */
    uint64_t hierarchical_memsw_limit_bytes;
    /** Page cache of files, tmpfs and shared memory included, of this cgroup alone. v1 `cache`; bytes; gauge; only in
     *  v1. */
    uint64_t local_cache_bytes;
    /** Anonymous memory of processes, of this cgroup alone. v1 `rss`; bytes; gauge; only in v1. */
    uint64_t local_rss_bytes;
    /** Transparent huge pages, anonymous, of this cgroup alone. v1 `rss_huge`; bytes; gauge; only in v1. */
    uint64_t local_rss_huge_bytes;
    /** Shared memory and tmpfs, of this cgroup alone. v1 `shmem`; bytes; gauge; since 4.12; only in v1. */
    uint64_t local_shmem_bytes;
    /** Page cache mapped into processes, of this cgroup alone. v1 `mapped_file`; bytes; gauge; only in v1. */
    uint64_t local_mapped_file_bytes;
    /** Page cache waiting to be written to disk, of this cgroup alone. v1 `dirty`; bytes; gauge; since 4.2; only in
     *  v1. */
    uint64_t local_dirty_bytes;
    /** Page cache being written to disk, and anonymous memory being written to swap, of this cgroup alone. v1
     *  `writeback`; bytes; gauge; since 3.13; only in v1. */
    uint64_t local_writeback_bytes;
    /** Anonymous pages that came back soon after they were evicted, of this cgroup alone. v1
     *  `workingset_refault_anon`; count; counter of the kernel's `unsigned long`; only in v1, not of old kernels. */
    uint64_t local_workingset_refault_anon;
    /** Pages of files that came back soon after they were evicted, of this cgroup alone. v1
     *  `workingset_refault_file`; count; counter of the kernel's `unsigned long`; only in v1, not of old kernels. */
    uint64_t local_workingset_refault_file;
    /** Memory that is in swap, of this cgroup alone. v1 `swap`; bytes; gauge; only in v1. */
    uint64_t local_swap_bytes;
    /** Memory that has a copy in swap, of this cgroup alone. v1 `swapcached`; bytes; gauge; only in v1, not of old
     *  kernels. */
    uint64_t local_swapcached_bytes;
    /** Times that a page was charged, a huge page counting once, of this cgroup alone. v1 `pgpgin`; count; counter of
     *  the kernel's `unsigned long`; only in v1. */
    uint64_t local_pgpgin;
    /** Times that a charged page was given back, a huge page counting once, of this cgroup alone. v1 `pgpgout`;
     *  count; counter of the kernel's `unsigned long`; only in v1. */
    uint64_t local_pgpgout;
    /** Page faults, major ones included, of this cgroup alone. v1 `pgfault`; count; counter of the kernel's `unsigned
     *  long`; only in v1. */
    uint64_t local_pgfault;
    /** Page faults that had to wait for a disk, of this cgroup alone. v1 `pgmajfault`; count; counter of the kernel's
     *  `unsigned long`; only in v1. */
    uint64_t local_pgmajfault;
    /** Anonymous memory, tmpfs and shared memory not used lately, of this cgroup alone. v1 `inactive_anon`; bytes;
     *  gauge; only in v1. */
    uint64_t local_inactive_anon_bytes;
    /** Anonymous memory, tmpfs and shared memory used lately, of this cgroup alone. v1 `active_anon`; bytes; gauge;
     *  only in v1. */
    uint64_t local_active_anon_bytes;
    /** Page cache not used lately, of this cgroup alone. v1 `inactive_file`; bytes; gauge; only in v1. */
    uint64_t local_inactive_file_bytes;
    /** Page cache used lately, of this cgroup alone. v1 `active_file`; bytes; gauge; only in v1. */
    uint64_t local_active_file_bytes;
    /** Memory that cannot be reclaimed, such as that locked by mlock(), of this cgroup alone. v1 `unevictable`;
     *  bytes; gauge; only in v1. */
    uint64_t local_unevictable_bytes;
};

/**
 * Reads a cgroup's memory.stat, of either version, to the end of the text. A file that was cut between two lines cannot
 * be told from a whole one, so read to the end of the file.
 *
 * @retval VMM_OK          `out` is filled; what the kernel does not print is unknown
 * @retval VMM_E_SYNTAX    a known key has a malformed value
 * @retval VMM_E_TRUNCATED the text ends inside a line
 * @retval VMM_E_EMPTY     not one known key
 * @retval VMM_E_ARGUMENT  an argument is NULL, or `out_size` is below 8
 */
VMM_API vmm_status vmm_cgroup_memory_parse(struct vmm_text *text, struct vmm_cgroup_memory *out, size_t out_size);

/**
 * How much of a cgroup's memory is in use, by each definition. Ratios may be above 1: for a moment more may be in use
 * than the limit allows, and the two are not read at the same time.
 */
struct vmm_cgroup_memory_usage {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** All memory of the cgroup, page cache included. Bytes; gauge; needs memory.current. */
    uint64_t used_bytes;
    /** cAdvisor's and Kubernetes' working set: what is used less `inactive_file` (v1 `total_inactive_file`), and 0
     *  where that is more. Bytes; gauge; needs memory.current and memory.stat. */
    uint64_t working_set_cadvisor_bytes;
    /** What docker stats shows: what is used less v1's `total_inactive_file` if that is less than what is used, or else
     *  less `inactive_file` if that is, or else all that is used. Bytes; gauge; needs memory.current and memory.stat.
     *  */
    uint64_t working_set_docker_bytes;
    /** The smallest limit that is known: the cgroup's own, its `hierarchical_memory_limit` (v1), and the one that the
     *  caller gave. Bytes; limit; needs one of them. */
    uint64_t limit_bytes;
    /** Share of the smallest limit that is used. Ratio; gauge; unknown where there is no limit, or one of 0. */
    double used_ratio;
    /** Share of the smallest limit that cAdvisor's working set is. Ratio; gauge; unknown where there is no limit, or
     *  one of 0. */
    double working_set_cadvisor_ratio;
    /** Share of the smallest limit that docker's working set is. Ratio; gauge; unknown where there is no limit, or one
     *  of 0. */
    double working_set_docker_ratio;
};

/**
 * How much of a cgroup's memory is in use.
 *
 * @param cgroup      the cgroup's directory
 * @param memory      its memory.stat; NULL or of `size` 0 when there is none
 * @param limit_bytes the smallest limit of the cgroups above it, ::VMM_UNLIMITED where they have none; ::VMM_UNKNOWN
 *                    where the caller does not know. The machine's memory is a limit too.
 * @param out         the result
 * @param out_size    its size
 * @retval VMM_OK         `out` is filled
 * @retval VMM_E_EMPTY    memory.current is unknown
 * @retval VMM_E_ARGUMENT `cgroup` or `out` is NULL, or `out_size` is below 8
 */
VMM_API vmm_status vmm_cgroup_memory_usage_of(const struct vmm_cgroup *cgroup, const struct vmm_cgroup_memory *memory,
                                              uint64_t limit_bytes, struct vmm_cgroup_memory_usage *out,
                                              size_t out_size);

#ifdef __cplusplus
}
#endif

#endif
