/* SPDX-License-Identifier: MIT */
/* /proc/meminfo: `MemTotal:       16318480 kB`. */
#include "vmmetrics/memory.h"

#include "../record/tables.h"

#define RECORD struct vmm_meminfo

/* In the order in which the kernel prints them. */
static const struct vmm_key meminfo_rows[] = {
    ROW("MemTotal:", mem_total_bytes, KB),
    ROW("MemFree:", mem_free_bytes, KB),
    ROW("MemAvailable:", mem_available_bytes, KB),
    ROW("Buffers:", buffers_bytes, KB),
    ROW("Cached:", cached_bytes, KB),
    ROW("SwapCached:", swap_cached_bytes, KB),
    ROW("Active:", active_bytes, KB),
    ROW("Inactive:", inactive_bytes, KB),
    ROW("Active(anon):", active_anon_bytes, KB),
    ROW("Inactive(anon):", inactive_anon_bytes, KB),
    ROW("Active(file):", active_file_bytes, KB),
    ROW("Inactive(file):", inactive_file_bytes, KB),
    ROW("Unevictable:", unevictable_bytes, KB),
    ROW("Mlocked:", mlocked_bytes, KB),
    ROW("SwapTotal:", swap_total_bytes, KB),
    ROW("SwapFree:", swap_free_bytes, KB),
    ROW("Zswap:", zswap_bytes, KB),
    ROW("Zswapped:", zswapped_bytes, KB),
    ROW("Dirty:", dirty_bytes, KB),
    ROW("Writeback:", writeback_bytes, KB),
    ROW("AnonPages:", anon_pages_bytes, KB),
    ROW("Mapped:", mapped_bytes, KB),
    ROW("Shmem:", shmem_bytes, KB),
    ROW("KReclaimable:", k_reclaimable_bytes, KB),
    ROW("Slab:", slab_bytes, KB),
    ROW("SReclaimable:", s_reclaimable_bytes, KB),
    ROW("SUnreclaim:", s_unreclaim_bytes, KB),
    ROW("KernelStack:", kernel_stack_bytes, KB),
    ROW("PageTables:", page_tables_bytes, KB),
    ROW("SecPageTables:", sec_page_tables_bytes, KB),
    ROW("NFS_Unstable:", nfs_unstable_bytes, KB),
    ROW("Bounce:", bounce_bytes, KB),
    ROW("WritebackTmp:", writeback_tmp_bytes, KB),
    ROW("CommitLimit:", commit_limit_bytes, KB),
    ROW("Committed_AS:", committed_as_bytes, KB),
    ROW("VmallocTotal:", vmalloc_total_bytes, KB),
    ROW("VmallocUsed:", vmalloc_used_bytes, KB),
    ROW("VmallocChunk:", vmalloc_chunk_bytes, KB),
    ROW("Percpu:", percpu_bytes, KB),
    ROW("HardwareCorrupted:", hardware_corrupted_bytes, KB),
    ROW("AnonHugePages:", anon_huge_pages_bytes, KB),
    ROW("ShmemHugePages:", shmem_huge_pages_bytes, KB),
    ROW("ShmemPmdMapped:", shmem_pmd_mapped_bytes, KB),
    ROW("FileHugePages:", file_huge_pages_bytes, KB),
    ROW("FilePmdMapped:", file_pmd_mapped_bytes, KB),
    ROW("CmaTotal:", cma_total_bytes, KB),
    ROW("CmaFree:", cma_free_bytes, KB),
    ROW("Unaccepted:", unaccepted_bytes, KB),
    ROW("Balloon:", balloon_bytes, KB),
    ROW("GPUActive:", gpu_active_bytes, KB),
    ROW("GPUReclaim:", gpu_reclaim_bytes, KB),
    ROW("HugePages_Total:", huge_pages_total, NUMBER),
    ROW("HugePages_Free:", huge_pages_free, NUMBER),
    ROW("HugePages_Rsvd:", huge_pages_rsvd, NUMBER),
    ROW("HugePages_Surp:", huge_pages_surp, NUMBER),
    ROW("Hugepagesize:", hugepagesize_bytes, KB),
    ROW("Hugetlb:", hugetlb_bytes, KB),
    ROW("DirectMap4k:", direct_map_4k_bytes, KB),
    ROW("DirectMap2M:", direct_map_2m_bytes, KB),
    ROW("DirectMap1G:", direct_map_1g_bytes, KB),
    /* Keys of few machines, after the others so that they do not slow down the search. */
    ROW("HighTotal:", high_total_bytes, KB),
    ROW("HighFree:", high_free_bytes, KB),
    ROW("LowTotal:", low_total_bytes, KB),
    ROW("LowFree:", low_free_bytes, KB),
    ROW("MmapCopy:", mmap_copy_bytes, KB),
    ROW("ShadowCallStack:", shadow_call_stack_bytes, KB),
    ROW("Quicklists:", quicklists_bytes, KB),
    ROW("EarlyMemtestBad:", early_memtest_bad_bytes, KB),
    ROW("DirectMap64k:", direct_map_64k_bytes, KB),
    ROW("DirectMap1M:", direct_map_1m_bytes, KB),
    ROW("DirectMap4M:", direct_map_4m_bytes, KB),
    ROW("DirectMap2G:", direct_map_2g_bytes, KB),
    ROW("PDT_max_entries:", pdt_max_entries, NUMBER),
    ROW("PDT_cur_entries:", pdt_cur_entries, NUMBER),
};
static const struct vmm_keys meminfo_keys = TABLE_OF_KEYS(meminfo_rows);

vmm_status vmm_meminfo_parse(struct vmm_text *text, struct vmm_meminfo *out, size_t out_size)
{
    return vmm_fill_keys(text, &meminfo_keys, VMM_RECORD_MEMINFO, out, out_size);
}

#undef RECORD
