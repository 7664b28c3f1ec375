/* SPDX-License-Identifier: MIT */
/**
 * @file memory.h
 * Memory: /proc/meminfo, and the numbers of free(1) computed from it.
 *
 * Member comments read: meaning; key; unit; kind; since which kernel, where later than 3.10; when absent.
 *
 * @ingroup memory
 */
#ifndef VMMETRICS_MEMORY_H
#define VMMETRICS_MEMORY_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * /proc/meminfo: each key that Linux 3.10 to 6.18 prints; keys that few machines have come last. The file has kB, the
 * members have bytes.
 */
struct vmm_meminfo {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** Type of this record, one of VMM_RECORD_*; the library sets it. */
    uint64_t record;
    /** Memory that the kernel manages; some balloon drivers lower this number. `MemTotal`; bytes; gauge. */
    uint64_t mem_total_bytes;
    /** Free memory: pages without any use. `MemFree`; bytes; gauge. */
    uint64_t mem_free_bytes;
    /** Memory that programs can get without swapping, as the kernel estimates it. `MemAvailable`; bytes; gauge; since
     *  3.14. */
    uint64_t mem_available_bytes;
    /** Page cache of block devices. `Buffers`; bytes; gauge. */
    uint64_t buffers_bytes;
    /** Page cache of files, including tmpfs and shared memory. `Cached`; bytes; gauge. */
    uint64_t cached_bytes;
    /** Memory that was swapped in and still has its copy in swap. `SwapCached`; bytes; gauge. */
    uint64_t swap_cached_bytes;
    /** Recently used pages, anonymous pages and pages of files together. `Active`; bytes; gauge. */
    uint64_t active_bytes;
    /** Pages not used recently, anonymous pages and pages of files together. `Inactive`; bytes; gauge. */
    uint64_t inactive_bytes;
    /** Recently used anonymous pages. `Active(anon)`; bytes; gauge. */
    uint64_t active_anon_bytes;
    /** Anonymous pages not used recently. `Inactive(anon)`; bytes; gauge. */
    uint64_t inactive_anon_bytes;
    /** Recently used pages of files. `Active(file)`; bytes; gauge. */
    uint64_t active_file_bytes;
    /** Pages of files not used recently. `Inactive(file)`; bytes; gauge. */
    uint64_t inactive_file_bytes;
    /** Pages that cannot be reclaimed. `Unevictable`; bytes; gauge. */
    uint64_t unevictable_bytes;
    /** Pages locked by mlock(). `Mlocked`; bytes; gauge. */
    uint64_t mlocked_bytes;
    /** Swap space; 0 on a machine without swap. `SwapTotal`; bytes; gauge. */
    uint64_t swap_total_bytes;
    /** Free swap space. `SwapFree`; bytes; gauge. */
    uint64_t swap_free_bytes;
    /** Memory that the compressed swap cache (zswap) occupies. `Zswap`; bytes; gauge; since 5.19; absent without
     *  CONFIG_ZSWAP. */
    uint64_t zswap_bytes;
    /** Size before compression of the pages in the compressed swap cache (zswap). `Zswapped`; bytes; gauge; since 5.19;
     *  absent without CONFIG_ZSWAP. */
    uint64_t zswapped_bytes;
    /** Pages that wait to be written to disk. `Dirty`; bytes; gauge. */
    uint64_t dirty_bytes;
    /** Pages that are being written to disk. `Writeback`; bytes; gauge. */
    uint64_t writeback_bytes;
    /** Anonymous pages that are mapped into processes. `AnonPages`; bytes; gauge. */
    uint64_t anon_pages_bytes;
    /** Pages of files that are mapped into processes. `Mapped`; bytes; gauge. */
    uint64_t mapped_bytes;
    /** Shared memory and tmpfs; contained in `Cached`. `Shmem`; bytes; gauge. */
    uint64_t shmem_bytes;
    /** Kernel memory that can be reclaimed, including `SReclaimable`. `KReclaimable`; bytes; gauge; since 4.20. */
    uint64_t k_reclaimable_bytes;
    /** Object caches of the kernel: the sum of `SReclaimable` and `SUnreclaim`. `Slab`; bytes; gauge. */
    uint64_t slab_bytes;
    /** Object caches of the kernel that can be reclaimed. `SReclaimable`; bytes; gauge. */
    uint64_t s_reclaimable_bytes;
    /** Object caches of the kernel that cannot be reclaimed. `SUnreclaim`; bytes; gauge. */
    uint64_t s_unreclaim_bytes;
    /** Kernel stacks of all threads. `KernelStack`; bytes; gauge. */
    uint64_t kernel_stack_bytes;
    /** Page tables of processes. `PageTables`; bytes; gauge. */
    uint64_t page_tables_bytes;
    /** Secondary page tables, which guests (KVM) and devices (IOMMU) use. `SecPageTables`; bytes; gauge; since 6.1. */
    uint64_t sec_page_tables_bytes;
    /** NFS pages that were sent to the server but are not yet on its disk; 0 since 5.8. `NFS_Unstable`; bytes;
     *  gauge. */
    uint64_t nfs_unstable_bytes;
    /** Bounce buffers, for devices that cannot address all memory; 0 since 6.16. `Bounce`; bytes; gauge. */
    uint64_t bounce_bytes;
    /** Temporary write buffers of FUSE; 0 on recent kernels. `WritebackTmp`; bytes; gauge. */
    uint64_t writeback_tmp_bytes;
    /** Memory that programs may allocate in total under strict overcommit. `CommitLimit`; bytes; gauge. */
    uint64_t commit_limit_bytes;
    /** Memory that programs have allocated, used or not; may exceed `CommitLimit`. `Committed_AS`; bytes; gauge. */
    uint64_t committed_as_bytes;
    /** Address space for vmalloc(). `VmallocTotal`; bytes; gauge. */
    uint64_t vmalloc_total_bytes;
    /** Memory that vmalloc() uses; 0 from 4.4 to 5.2. `VmallocUsed`; bytes; gauge. */
    uint64_t vmalloc_used_bytes;
    /** Largest free block of the address space for vmalloc(); 0 since 4.4. `VmallocChunk`; bytes; gauge. */
    uint64_t vmalloc_chunk_bytes;
    /** Memory of the per-CPU allocator. `Percpu`; bytes; gauge; since 4.19. */
    uint64_t percpu_bytes;
    /** Memory that the hardware reported as bad. `HardwareCorrupted`; bytes; gauge; absent without
     *  CONFIG_MEMORY_FAILURE. */
    uint64_t hardware_corrupted_bytes;
    /** Transparent huge pages of anonymous memory. `AnonHugePages`; bytes; gauge; absent without
     *  CONFIG_TRANSPARENT_HUGEPAGE. */
    uint64_t anon_huge_pages_bytes;
    /** Transparent huge pages of shared memory and tmpfs. `ShmemHugePages`; bytes; gauge; since 4.8; absent without
     *  CONFIG_TRANSPARENT_HUGEPAGE. */
    uint64_t shmem_huge_pages_bytes;
    /** Shared memory and tmpfs that is mapped into processes as huge pages. `ShmemPmdMapped`; bytes; gauge; since 4.8;
     *  absent without CONFIG_TRANSPARENT_HUGEPAGE. */
    uint64_t shmem_pmd_mapped_bytes;
    /** Transparent huge pages of files. `FileHugePages`; bytes; gauge; since 5.4; absent without
     *  CONFIG_TRANSPARENT_HUGEPAGE. */
    uint64_t file_huge_pages_bytes;
    /** Page cache of files that is mapped into processes as huge pages. `FilePmdMapped`; bytes; gauge; since 5.4;
     *  absent without CONFIG_TRANSPARENT_HUGEPAGE. */
    uint64_t file_pmd_mapped_bytes;
    /** Memory reserved for the contiguous memory allocator (CMA). `CmaTotal`; bytes; gauge; since 3.19; absent without
     *  CONFIG_CMA. */
    uint64_t cma_total_bytes;
    /** Free memory of the contiguous memory allocator (CMA). `CmaFree`; bytes; gauge; since 3.19; absent without
     *  CONFIG_CMA. */
    uint64_t cma_free_bytes;
    /** Memory that a confidential guest has not accepted yet. `Unaccepted`; bytes; gauge; since 6.5; absent without
     *  CONFIG_UNACCEPTED_MEMORY. */
    uint64_t unaccepted_bytes;
    /** Memory that balloon drivers returned to the hypervisor; struct vmm_memory_usage explains when it counts as used.
     *  `Balloon`; bytes; gauge; since 6.15. */
    uint64_t balloon_bytes;
    /** Memory that GPU drivers hold for objects. `GPUActive`; bytes; gauge; since 7.1. */
    uint64_t gpu_active_bytes;
    /** Memory that GPU drivers keep for later objects, and give back when memory is short. `GPUReclaim`; bytes; gauge;
     *  since 7.1. */
    uint64_t gpu_reclaim_bytes;
    /** Huge pages of the default size in the pool. `HugePages_Total`; count; gauge; absent without
     *  CONFIG_HUGETLB_PAGE. */
    uint64_t huge_pages_total;
    /** Free huge pages of the default size, including reserved huge pages. `HugePages_Free`; count; gauge; absent
     *  without CONFIG_HUGETLB_PAGE. */
    uint64_t huge_pages_free;
    /** Reserved huge pages of the default size: promised to programs but not used yet. `HugePages_Rsvd`; count; gauge;
     *  absent without CONFIG_HUGETLB_PAGE. */
    uint64_t huge_pages_rsvd;
    /** Surplus huge pages of the default size: pages above the configured number. `HugePages_Surp`; count; gauge;
     *  absent without CONFIG_HUGETLB_PAGE. */
    uint64_t huge_pages_surp;
    /** Default size of a huge page. `Hugepagesize`; bytes; gauge; absent without CONFIG_HUGETLB_PAGE. */
    uint64_t hugepagesize_bytes;
    /** Memory in the pools of huge pages of all sizes. `Hugetlb`; bytes; gauge; since 4.16; absent without
     *  CONFIG_HUGETLB_PAGE. */
    uint64_t hugetlb_bytes;
    /** Memory that the kernel's direct map covers with pages of 4 KiB. `DirectMap4k`; bytes; gauge; only on x86, s390
     *  and powerpc. */
    uint64_t direct_map_4k_bytes;
    /** Memory that the kernel's direct map covers with pages of 2 MiB. `DirectMap2M`; bytes; gauge; only on x86 and
     *  powerpc. */
    uint64_t direct_map_2m_bytes;
    /** Memory that the kernel's direct map covers with pages of 1 GiB. `DirectMap1G`; bytes; gauge; only on x86 and
     *  powerpc. */
    uint64_t direct_map_1g_bytes;
    /** High memory: memory that a 32-bit kernel cannot map permanently. `HighTotal`; bytes; gauge; absent without
     *  CONFIG_HIGHMEM. */
    uint64_t high_total_bytes;
    /** Free high memory: memory that a 32-bit kernel cannot map permanently. `HighFree`; bytes; gauge; absent without
     *  CONFIG_HIGHMEM. */
    uint64_t high_free_bytes;
    /** Low memory: memory that a 32-bit kernel maps permanently. `LowTotal`; bytes; gauge; absent without
     *  CONFIG_HIGHMEM. */
    uint64_t low_total_bytes;
    /** Free low memory: memory that a 32-bit kernel maps permanently. `LowFree`; bytes; gauge; absent without
     *  CONFIG_HIGHMEM. */
    uint64_t low_free_bytes;
    /** Private copies of mapped files. `MmapCopy`; bytes; gauge; absent with CONFIG_MMU. */
    uint64_t mmap_copy_bytes;
    /** Shadow call stacks of the kernel. `ShadowCallStack`; bytes; gauge; since 5.8; absent without
     *  CONFIG_SHADOW_CALL_STACK. */
    uint64_t shadow_call_stack_bytes;
    /** Page tables kept for reuse. `Quicklists`; bytes; gauge; absent since 5.4 and without CONFIG_QUICKLIST. */
    uint64_t quicklists_bytes;
    /** Memory that the memory test at boot found bad. `EarlyMemtestBad`; bytes; gauge; since 6.4; absent if no test
     *  ran. */
    uint64_t early_memtest_bad_bytes;
    /** Memory that the kernel's direct map covers with pages of 64 KiB. `DirectMap64k`; bytes; gauge; only on
     *  powerpc. */
    uint64_t direct_map_64k_bytes;
    /** Memory that the kernel's direct map covers with pages of 1 MiB. `DirectMap1M`; bytes; gauge; only on s390. */
    uint64_t direct_map_1m_bytes;
    /** Memory that the kernel's direct map covers with pages of 4 MiB. `DirectMap4M`; bytes; gauge; only on 32-bit x86
     *  without PAE. */
    uint64_t direct_map_4m_bytes;
    /** Memory that the kernel's direct map covers with pages of 2 GiB. `DirectMap2G`; bytes; gauge; only on s390. */
    uint64_t direct_map_2g_bytes;
    /** How many bad pages the firmware can list. `PDT_max_entries`; count; gauge; only on parisc. */
    uint64_t pdt_max_entries;
    /** How many bad pages the firmware lists. `PDT_cur_entries`; count; gauge; only on parisc. */
    uint64_t pdt_cur_entries;
};

/**
 * Parses /proc/meminfo, to the end of the text. Read the file to its end before the call: the function cannot detect a
 * text that was cut between two lines.
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
VMM_API vmm_status vmm_meminfo_parse(struct vmm_text *text, struct vmm_meminfo *out, size_t out_size);

/**
 * Numbers of free(1). "Used" changed its meaning in procps 4.0.1; the record has both definitions.
 *
 * A balloon that the hypervisor inflates takes pages from the guest. There are two kinds of balloon drivers:
 *
 * - The driver leaves `MemTotal` unchanged (virtio with `deflate_on_oom`, VMware). The pages of the balloon look used.
 *   Use the `_without_balloon_` members.
 * - The driver lowers `MemTotal` (virtio without `deflate_on_oom`, Hyper-V, Xen, pseries). No definition of used
 *   contains the pages of the balloon. Do not use the `_without_balloon_` members.
 *
 * /proc/meminfo does not say which kind the driver is; it depends on the configuration of the VM.
 */
struct vmm_memory_usage {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** Type of this record, one of VMM_RECORD_*; the library sets it. */
    uint64_t record;
    /** Total memory, `total` of free(1): `MemTotal`. Bytes; gauge. */
    uint64_t total_bytes;
    /** Free memory, `free` of free(1): `MemFree`. Bytes; gauge. */
    uint64_t free_bytes;
    /** Shared memory, `shared` of free(1): `Shmem`. Bytes; gauge. */
    uint64_t shared_bytes;
    /** Page cache of block devices, `buffers` of free(1): `Buffers`. Bytes; gauge. */
    uint64_t buffers_bytes;
    /** Page cache and reclaimable object caches, `cache` of free(1) and memCache of E2B: `Cached` plus `SReclaimable`.
     *  Bytes; gauge; needs Cached and SReclaimable; `Cached` alone if the kernel prints neither SReclaimable nor
     *  SUnreclaim. */
    uint64_t cache_bytes;
    /** Sum of buffers and cache, `buff/cache` of free(1). Bytes; gauge; needs Buffers and `cache_bytes`. */
    uint64_t buff_cache_bytes;
    /** Available memory, `available` of free(1) in procps 4: `MemAvailable`. Bytes; gauge; equal to `MemFree` if
     *  MemAvailable is absent, 0, or larger than MemTotal; needs MemTotal and MemFree or MemAvailable. */
    uint64_t available_bytes;
    /** Used memory as procps since 4.0.1, psutil since 7.1, OpenTelemetry and E2B define it: total - available. Bytes;
     *  gauge; needs MemTotal and MemFree or MemAvailable. */
    uint64_t used_procps4_bytes;
    /** Used memory as procps 3.3.10 to 4.0.0 and the bar of htop define it: total - free - buffers - cache. Bytes;
     *  gauge; if this difference is below zero, total - free; needs MemTotal, MemFree, Buffers and `cache_bytes`. */
    uint64_t used_procps3_bytes;
    /** Memory that the balloon holds: `Balloon`. Bytes; gauge; since 6.15. */
    uint64_t balloon_bytes;
    /** Used memory without the balloon, by the definition of procps 4: total - available - balloon. Bytes; gauge;
     *  correct only if the balloon driver leaves MemTotal unchanged; unknown if the balloon is unknown or larger than
     *  used. */
    uint64_t used_procps4_without_balloon_bytes;
    /** Used memory without the balloon, by the definition of procps 3: total - free - buffers - cache - balloon. Bytes;
     *  gauge; correct only if the balloon driver leaves MemTotal unchanged; unknown if the balloon is unknown or larger
     *  than used. */
    uint64_t used_procps3_without_balloon_bytes;
    /** Swap space, `total` of free(1): `SwapTotal`. Bytes; gauge. */
    uint64_t swap_total_bytes;
    /** Free swap space, `free` of free(1): `SwapFree`. Bytes; gauge. */
    uint64_t swap_free_bytes;
    /** Used swap space, `used` of free(1): total - free. Bytes; gauge; needs SwapTotal and SwapFree; unknown if free
     *  exceeds total, where free(1) prints 0. */
    uint64_t swap_used_bytes;
    /** Share of memory that is used, by the definition of procps 4: used_procps4_bytes / total_bytes. Ratio; gauge;
     *  unknown if the total is 0. */
    double used_procps4_ratio;
    /** Share of memory that is used, by the definition of procps 3: used_procps3_bytes / total_bytes. Ratio; gauge;
     *  unknown if the total is 0. */
    double used_procps3_ratio;
    /** Share of swap space that is used: swap_used_bytes / swap_total_bytes. Ratio; gauge; unknown without swap
     *  space. */
    double swap_used_ratio;
};

/**
 * Computes the numbers of free(1) from the numbers of /proc/meminfo.
 *
 * @param memory   the record that vmm_meminfo_parse() filled
 * @param out      receives the numbers of free(1)
 * @param out_size size of `out` in bytes
 * @retval VMM_OK         `out` is filled; results whose inputs are unknown are unknown
 * @retval VMM_E_EMPTY    no input is known, so there is no result
 * @retval VMM_E_ARGUMENT an argument is NULL, or `out_size` is below 16
 */
VMM_API vmm_status vmm_memory_usage_of(const struct vmm_meminfo *memory, struct vmm_memory_usage *out, size_t out_size);

#ifdef __cplusplus
}
#endif

#endif
