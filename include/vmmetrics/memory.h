/**
 * @file memory.h
 * Memory: /proc/meminfo, and free(1)'s numbers from it.
 *
 * Member comments read: meaning; key; unit; kind; since which kernel, where that is later than 3.10; when absent.
 */
#ifndef VMMETRICS_MEMORY_H
#define VMMETRICS_MEMORY_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * /proc/meminfo: every key that Linux 3.10 to 6.18 prints, those of few machines last. The file's kB are bytes here.
 */
struct vmm_meminfo {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** Memory that the kernel manages; some balloons lower it. `MemTotal`; bytes; gauge. */
    uint64_t mem_total_bytes;
    /** Memory that nobody uses. `MemFree`; bytes; gauge. */
    uint64_t mem_free_bytes;
    /** Estimate of what programs could get without swapping. `MemAvailable`; bytes; gauge; since 3.14. */
    uint64_t mem_available_bytes;
    /** Page cache of block devices. `Buffers`; bytes; gauge. */
    uint64_t buffers_bytes;
    /** Page cache of files, tmpfs and shared memory included. `Cached`; bytes; gauge. */
    uint64_t cached_bytes;
    /** Memory that was swapped in and still has its copy in swap. `SwapCached`; bytes; gauge. */
    uint64_t swap_cached_bytes;
    /** Pages used lately, anonymous and of files. `Active`; bytes; gauge. */
    uint64_t active_bytes;
    /** Pages not used lately, anonymous and of files. `Inactive`; bytes; gauge. */
    uint64_t inactive_bytes;
    /** Anonymous pages used lately. `Active(anon)`; bytes; gauge. */
    uint64_t active_anon_bytes;
    /** Anonymous pages not used lately. `Inactive(anon)`; bytes; gauge. */
    uint64_t inactive_anon_bytes;
    /** Pages of files used lately. `Active(file)`; bytes; gauge. */
    uint64_t active_file_bytes;
    /** Pages of files not used lately. `Inactive(file)`; bytes; gauge. */
    uint64_t inactive_file_bytes;
    /** Pages that cannot be reclaimed. `Unevictable`; bytes; gauge. */
    uint64_t unevictable_bytes;
    /** Pages locked by mlock(). `Mlocked`; bytes; gauge. */
    uint64_t mlocked_bytes;
    /** Swap space, 0 where there is none. `SwapTotal`; bytes; gauge. */
    uint64_t swap_total_bytes;
    /** Swap space that nobody uses. `SwapFree`; bytes; gauge. */
    uint64_t swap_free_bytes;
    /** Memory that the compressed swap cache occupies. `Zswap`; bytes; gauge; since 5.19; absent without CONFIG_ZSWAP.
     *  */
    uint64_t zswap_bytes;
    /** What is stored in the compressed swap cache, as large as it was. `Zswapped`; bytes; gauge; since 5.19; absent
     *  without CONFIG_ZSWAP. */
    uint64_t zswapped_bytes;
    /** Pages waiting to be written to disk. `Dirty`; bytes; gauge. */
    uint64_t dirty_bytes;
    /** Pages being written to disk. `Writeback`; bytes; gauge. */
    uint64_t writeback_bytes;
    /** Anonymous pages mapped into processes. `AnonPages`; bytes; gauge. */
    uint64_t anon_pages_bytes;
    /** Pages of files mapped into processes. `Mapped`; bytes; gauge. */
    uint64_t mapped_bytes;
    /** Shared memory and tmpfs; inside `Cached`. `Shmem`; bytes; gauge. */
    uint64_t shmem_bytes;
    /** Kernel memory that can be reclaimed, `SReclaimable` included. `KReclaimable`; bytes; gauge; since 4.20. */
    uint64_t k_reclaimable_bytes;
    /** The kernel's object caches: `SReclaimable` and `SUnreclaim`. `Slab`; bytes; gauge. */
    uint64_t slab_bytes;
    /** Object caches that can be reclaimed. `SReclaimable`; bytes; gauge. */
    uint64_t s_reclaimable_bytes;
    /** Object caches that cannot be reclaimed. `SUnreclaim`; bytes; gauge. */
    uint64_t s_unreclaim_bytes;
    /** Stacks of the kernel's side of threads. `KernelStack`; bytes; gauge. */
    uint64_t kernel_stack_bytes;
    /** Page tables of processes. `PageTables`; bytes; gauge. */
    uint64_t page_tables_bytes;
    /** Page tables of guests and devices. `SecPageTables`; bytes; gauge; since 6.1. */
    uint64_t sec_page_tables_bytes;
    /** NFS pages sent but not yet on the server's disk; 0 since 5.8. `NFS_Unstable`; bytes; gauge. */
    uint64_t nfs_unstable_bytes;
    /** Bounce buffers for devices that do not reach all memory; 0 since 6.16. `Bounce`; bytes; gauge. */
    uint64_t bounce_bytes;
    /** Temporary buffers of FUSE; 0 on recent kernels. `WritebackTmp`; bytes; gauge. */
    uint64_t writeback_tmp_bytes;
    /** How much may be promised to programs under strict overcommit. `CommitLimit`; bytes; gauge. */
    uint64_t commit_limit_bytes;
    /** How much is promised to programs; it may exceed `CommitLimit`. `Committed_AS`; bytes; gauge. */
    uint64_t committed_as_bytes;
    /** Address space for vmalloc(). `VmallocTotal`; bytes; gauge. */
    uint64_t vmalloc_total_bytes;
    /** Memory in use by vmalloc(); 0 from 4.4 to 5.2. `VmallocUsed`; bytes; gauge. */
    uint64_t vmalloc_used_bytes;
    /** Largest free piece of the address space for vmalloc(); 0 since 4.4. `VmallocChunk`; bytes; gauge. */
    uint64_t vmalloc_chunk_bytes;
    /** Memory of the per-CPU allocator. `Percpu`; bytes; gauge; since 4.19. */
    uint64_t percpu_bytes;
    /** Memory that the hardware reported as bad. `HardwareCorrupted`; bytes; gauge; absent without
     *  CONFIG_MEMORY_FAILURE. */
    uint64_t hardware_corrupted_bytes;
    /** Transparent huge pages, anonymous. `AnonHugePages`; bytes; gauge; absent without CONFIG_TRANSPARENT_HUGEPAGE. */
    uint64_t anon_huge_pages_bytes;
    /** Transparent huge pages of shared memory and tmpfs. `ShmemHugePages`; bytes; gauge; since 4.8; absent without
     *  CONFIG_TRANSPARENT_HUGEPAGE. */
    uint64_t shmem_huge_pages_bytes;
    /** The same, mapped into processes as huge pages. `ShmemPmdMapped`; bytes; gauge; since 4.8; absent without
     *  CONFIG_TRANSPARENT_HUGEPAGE. */
    uint64_t shmem_pmd_mapped_bytes;
    /** Transparent huge pages of files. `FileHugePages`; bytes; gauge; since 5.4; absent without
     *  CONFIG_TRANSPARENT_HUGEPAGE. */
    uint64_t file_huge_pages_bytes;
    /** The same, mapped into processes as huge pages. `FilePmdMapped`; bytes; gauge; since 5.4; absent without
     *  CONFIG_TRANSPARENT_HUGEPAGE. */
    uint64_t file_pmd_mapped_bytes;
    /** Memory set aside for the contiguous memory allocator. `CmaTotal`; bytes; gauge; since 3.19; absent without
     *  CONFIG_CMA. */
    uint64_t cma_total_bytes;
    /** What of it nobody uses. `CmaFree`; bytes; gauge; since 3.19; absent without CONFIG_CMA. */
    uint64_t cma_free_bytes;
    /** Memory that a confidential guest has not accepted yet. `Unaccepted`; bytes; gauge; since 6.5; absent without
     *  CONFIG_UNACCEPTED_MEMORY. */
    uint64_t unaccepted_bytes;
    /** Memory handed to the hypervisor by a balloon driver; struct vmm_memory_usage says when it is part of "used".
     *  `Balloon`; bytes; gauge; since 6.15. */
    uint64_t balloon_bytes;
    /** Huge pages of the default size set aside. `HugePages_Total`; count; gauge; absent without CONFIG_HUGETLB_PAGE.
     *  */
    uint64_t huge_pages_total;
    /** Those of them that nobody uses, reserved ones included. `HugePages_Free`; count; gauge; absent without
     *  CONFIG_HUGETLB_PAGE. */
    uint64_t huge_pages_free;
    /** Those promised but not used yet. `HugePages_Rsvd`; count; gauge; absent without CONFIG_HUGETLB_PAGE. */
    uint64_t huge_pages_rsvd;
    /** Those beyond the number set. `HugePages_Surp`; count; gauge; absent without CONFIG_HUGETLB_PAGE. */
    uint64_t huge_pages_surp;
    /** Default size of a huge page. `Hugepagesize`; bytes; gauge; absent without CONFIG_HUGETLB_PAGE. */
    uint64_t hugepagesize_bytes;
    /** Memory set aside for huge pages of all sizes. `Hugetlb`; bytes; gauge; since 4.16; absent without
     *  CONFIG_HUGETLB_PAGE. */
    uint64_t hugetlb_bytes;
    /** The kernel's map of memory, in pages of 4 KiB. `DirectMap4k`; bytes; gauge; only on x86, s390 and powerpc. */
    uint64_t direct_map_4k_bytes;
    /** The same, in pages of 2 MiB. `DirectMap2M`; bytes; gauge; only on x86 and powerpc. */
    uint64_t direct_map_2m_bytes;
    /** The same, in pages of 1 GiB. `DirectMap1G`; bytes; gauge; only on x86 and powerpc. */
    uint64_t direct_map_1g_bytes;
    /** High memory. `HighTotal`; bytes; gauge; absent without CONFIG_HIGHMEM. */
    uint64_t high_total_bytes;
    /** Free high memory. `HighFree`; bytes; gauge; absent without CONFIG_HIGHMEM. */
    uint64_t high_free_bytes;
    /** Low memory. `LowTotal`; bytes; gauge; absent without CONFIG_HIGHMEM. */
    uint64_t low_total_bytes;
    /** Free low memory. `LowFree`; bytes; gauge; absent without CONFIG_HIGHMEM. */
    uint64_t low_free_bytes;
    /** Private copies of mapped files. `MmapCopy`; bytes; gauge; absent with CONFIG_MMU. */
    uint64_t mmap_copy_bytes;
    /** Shadow stacks of the kernel. `ShadowCallStack`; bytes; gauge; since 5.8; absent without
     *  CONFIG_SHADOW_CALL_STACK. */
    uint64_t shadow_call_stack_bytes;
    /** Page tables kept for reuse. `Quicklists`; bytes; gauge; absent since 5.4 and without CONFIG_QUICKLIST. */
    uint64_t quicklists_bytes;
    /** Memory found bad by the test at boot. `EarlyMemtestBad`; bytes; gauge; since 6.4; absent where none was run. */
    uint64_t early_memtest_bad_bytes;
    /** The same, in pages of 64 KiB. `DirectMap64k`; bytes; gauge; only on powerpc. */
    uint64_t direct_map_64k_bytes;
    /** The same, in pages of 1 MiB. `DirectMap1M`; bytes; gauge; only on s390. */
    uint64_t direct_map_1m_bytes;
    /** The same, in pages of 4 MiB. `DirectMap4M`; bytes; gauge; only on 32-bit x86 without PAE. */
    uint64_t direct_map_4m_bytes;
    /** The same, in pages of 2 GiB. `DirectMap2G`; bytes; gauge; only on s390. */
    uint64_t direct_map_2g_bytes;
    /** How many bad pages the firmware can list. `PDT_max_entries`; count; gauge; only on parisc. */
    uint64_t pdt_max_entries;
    /** How many bad pages the firmware lists. `PDT_cur_entries`; count; gauge; only on parisc. */
    uint64_t pdt_cur_entries;
};

/**
 * Reads /proc/meminfo, to the end of the text. A file that was cut between two lines cannot be told from a whole one, so
 * read to the end of the file.
 *
 * @retval VMM_OK          `out` is filled; what the kernel does not print is unknown
 * @retval VMM_E_SYNTAX    a known key has a malformed value
 * @retval VMM_E_TRUNCATED the text ends inside a line
 * @retval VMM_E_EMPTY     not one known key
 * @retval VMM_E_ARGUMENT  an argument is NULL, or `out_size` is below 8
 */
VMM_API vmm_status vmm_meminfo_parse(struct vmm_text *text, struct vmm_meminfo *out, size_t out_size);

/**
 * free(1)'s numbers. "Used" changed its meaning in procps 4.0.1, and both are here.
 *
 * A balloon inflated by the hypervisor takes pages from the guest. Where the driver leaves `MemTotal` as it is (virtio
 * with `deflate_on_oom`, VMware), these pages look used, and the `_without_balloon_` members take them out. Where it
 * lowers `MemTotal` instead (virtio without `deflate_on_oom`, Hyper-V, Xen, pseries), they are in no definition of used
 * anyway and nothing may be taken out. The file does not say which it is; whoever set up the VM knows.
 */
struct vmm_memory_usage {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** free's total: `MemTotal`. Bytes; gauge. */
    uint64_t total_bytes;
    /** free's free: `MemFree`. Bytes; gauge. */
    uint64_t free_bytes;
    /** free's shared: `Shmem`. Bytes; gauge. */
    uint64_t shared_bytes;
    /** free's buffers: `Buffers`. Bytes; gauge. */
    uint64_t buffers_bytes;
    /** free's cache, E2B's memCache: the sum of `Cached` and `SReclaimable`, or `Cached` alone if the kernel prints
     *  neither `SReclaimable` nor `SUnreclaim`. Bytes; gauge; needs Cached, and SReclaimable where SUnreclaim is
     *  known. */
    uint64_t cache_bytes;
    /** free's buff/cache: buffers and cache. Bytes; gauge; needs Buffers and what cache_bytes needs. */
    uint64_t buff_cache_bytes;
    /** free's available, as procps 4 has it: `MemAvailable`, but `MemFree` where the kernel prints none, 0, or more than
     *  `MemTotal`. Bytes; gauge; needs MemTotal and MemFree or MemAvailable. */
    uint64_t available_bytes;
    /** Used as procps since 4.0.1, psutil since 7.1, OpenTelemetry and E2B define it: total - available. Bytes; gauge;
     *  needs what available_bytes needs. */
    uint64_t used_procps4_bytes;
    /** Used as procps 3.3.10 to 4.0.0 and htop's bar define it: total - free - buffers - cache, or total - free where
     *  that would lie below zero. Bytes; gauge; needs MemTotal, MemFree, Buffers and what cache_bytes needs. */
    uint64_t used_procps3_bytes;
    /** Held by a balloon: `Balloon`. Bytes; gauge; since 6.15. */
    uint64_t balloon_bytes;
    /** used_procps4_bytes without the balloon, for balloons that leave MemTotal as it is. Bytes; gauge; unknown where the
     *  balloon is, or is larger than used and so cannot be part of it. */
    uint64_t used_procps4_without_balloon_bytes;
    /** used_procps3_bytes without the balloon, for balloons that leave MemTotal as it is. Bytes; gauge; unknown where the
     *  balloon is, or is larger than used and so cannot be part of it. */
    uint64_t used_procps3_without_balloon_bytes;
    /** free's swap total: `SwapTotal`. Bytes; gauge. */
    uint64_t swap_total_bytes;
    /** free's swap free: `SwapFree`. Bytes; gauge. */
    uint64_t swap_free_bytes;
    /** free's swap used. Bytes; gauge; needs SwapTotal and SwapFree; unknown where more is free than there is, for which
     *  free prints 0. */
    uint64_t swap_used_bytes;
    /** used_procps4_bytes / total_bytes. Ratio; gauge; unknown where the total is 0. */
    double used_procps4_ratio;
    /** used_procps3_bytes / total_bytes. Ratio; gauge; unknown where the total is 0. */
    double used_procps3_ratio;
    /** swap_used_bytes / swap_total_bytes. Ratio; gauge; unknown where there is no swap. */
    double swap_used_ratio;
};

/**
 * Turns /proc/meminfo's numbers into free's.
 *
 * @param memory   what vmm_meminfo_parse() filled
 * @param out      the result
 * @param out_size its size
 * @retval VMM_OK         `out` is filled, as far as the inputs are known
 * @retval VMM_E_EMPTY    no input is known that gives any result
 * @retval VMM_E_ARGUMENT an argument is NULL, or `out_size` is below 8
 */
VMM_API vmm_status vmm_memory_usage_of(const struct vmm_meminfo *memory, struct vmm_memory_usage *out, size_t out_size);

#ifdef __cplusplus
}
#endif

#endif
