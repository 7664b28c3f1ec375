/* /proc/meminfo: `MemTotal:       16318480 kB`. */
#include "../record/engine.h"
#include "vmmetrics/memory.h"

#define RECORD struct vmm_meminfo
/* In the order in which the kernel prints them. */
#define USUAL(KEY)                                                                                                     \
    KEY(mem_total_bytes, KB, GAUGE, "MemTotal:")                                                                       \
    KEY(mem_free_bytes, KB, GAUGE, "MemFree:")                                                                         \
    KEY(mem_available_bytes, KB, GAUGE, "MemAvailable:")                                                               \
    KEY(buffers_bytes, KB, GAUGE, "Buffers:")                                                                          \
    KEY(cached_bytes, KB, GAUGE, "Cached:")                                                                            \
    KEY(swap_cached_bytes, KB, GAUGE, "SwapCached:")                                                                   \
    KEY(active_bytes, KB, GAUGE, "Active:")                                                                            \
    KEY(inactive_bytes, KB, GAUGE, "Inactive:")                                                                        \
    KEY(active_anon_bytes, KB, GAUGE, "Active(anon):")                                                                 \
    KEY(inactive_anon_bytes, KB, GAUGE, "Inactive(anon):")                                                             \
    KEY(active_file_bytes, KB, GAUGE, "Active(file):")                                                                 \
    KEY(inactive_file_bytes, KB, GAUGE, "Inactive(file):")                                                             \
    KEY(unevictable_bytes, KB, GAUGE, "Unevictable:")                                                                  \
    KEY(mlocked_bytes, KB, GAUGE, "Mlocked:")                                                                          \
    KEY(swap_total_bytes, KB, GAUGE, "SwapTotal:")                                                                     \
    KEY(swap_free_bytes, KB, GAUGE, "SwapFree:")                                                                       \
    KEY(zswap_bytes, KB, GAUGE, "Zswap:")                                                                              \
    KEY(zswapped_bytes, KB, GAUGE, "Zswapped:")                                                                        \
    KEY(dirty_bytes, KB, GAUGE, "Dirty:")                                                                              \
    KEY(writeback_bytes, KB, GAUGE, "Writeback:")                                                                      \
    KEY(anon_pages_bytes, KB, GAUGE, "AnonPages:")                                                                     \
    KEY(mapped_bytes, KB, GAUGE, "Mapped:")                                                                            \
    KEY(shmem_bytes, KB, GAUGE, "Shmem:")                                                                              \
    KEY(k_reclaimable_bytes, KB, GAUGE, "KReclaimable:")                                                               \
    KEY(slab_bytes, KB, GAUGE, "Slab:")                                                                                \
    KEY(s_reclaimable_bytes, KB, GAUGE, "SReclaimable:")                                                               \
    KEY(s_unreclaim_bytes, KB, GAUGE, "SUnreclaim:")                                                                   \
    KEY(kernel_stack_bytes, KB, GAUGE, "KernelStack:")                                                                 \
    KEY(page_tables_bytes, KB, GAUGE, "PageTables:")                                                                   \
    KEY(sec_page_tables_bytes, KB, GAUGE, "SecPageTables:")                                                            \
    KEY(nfs_unstable_bytes, KB, GAUGE, "NFS_Unstable:")                                                                \
    KEY(bounce_bytes, KB, GAUGE, "Bounce:")                                                                            \
    KEY(writeback_tmp_bytes, KB, GAUGE, "WritebackTmp:")                                                               \
    KEY(commit_limit_bytes, KB, GAUGE, "CommitLimit:")                                                                 \
    KEY(committed_as_bytes, KB, GAUGE, "Committed_AS:")                                                                \
    KEY(vmalloc_total_bytes, KB, GAUGE, "VmallocTotal:")                                                               \
    KEY(vmalloc_used_bytes, KB, GAUGE, "VmallocUsed:")                                                                 \
    KEY(vmalloc_chunk_bytes, KB, GAUGE, "VmallocChunk:")                                                               \
    KEY(percpu_bytes, KB, GAUGE, "Percpu:")                                                                            \
    KEY(hardware_corrupted_bytes, KB, GAUGE, "HardwareCorrupted:")                                                     \
    KEY(anon_huge_pages_bytes, KB, GAUGE, "AnonHugePages:")                                                            \
    KEY(shmem_huge_pages_bytes, KB, GAUGE, "ShmemHugePages:")                                                          \
    KEY(shmem_pmd_mapped_bytes, KB, GAUGE, "ShmemPmdMapped:")                                                          \
    KEY(file_huge_pages_bytes, KB, GAUGE, "FileHugePages:")                                                            \
    KEY(file_pmd_mapped_bytes, KB, GAUGE, "FilePmdMapped:")                                                            \
    KEY(cma_total_bytes, KB, GAUGE, "CmaTotal:")                                                                       \
    KEY(cma_free_bytes, KB, GAUGE, "CmaFree:")                                                                         \
    KEY(unaccepted_bytes, KB, GAUGE, "Unaccepted:")                                                                    \
    KEY(balloon_bytes, KB, GAUGE, "Balloon:")                                                                          \
    KEY(huge_pages_total, COUNT, GAUGE, "HugePages_Total:")                                                            \
    KEY(huge_pages_free, COUNT, GAUGE, "HugePages_Free:")                                                              \
    KEY(huge_pages_rsvd, COUNT, GAUGE, "HugePages_Rsvd:")                                                              \
    KEY(huge_pages_surp, COUNT, GAUGE, "HugePages_Surp:")                                                              \
    KEY(hugepagesize_bytes, KB, GAUGE, "Hugepagesize:")                                                                \
    KEY(hugetlb_bytes, KB, GAUGE, "Hugetlb:")                                                                          \
    KEY(direct_map_4k_bytes, KB, GAUGE, "DirectMap4k:")                                                                \
    KEY(direct_map_2m_bytes, KB, GAUGE, "DirectMap2M:")                                                                \
    KEY(direct_map_1g_bytes, KB, GAUGE, "DirectMap1G:")
/* Keys of few machines, behind the others so as not to stand in their way. */
#define RARE(KEY)                                                                                                      \
    KEY(high_total_bytes, KB, GAUGE, "HighTotal:")                                                                     \
    KEY(high_free_bytes, KB, GAUGE, "HighFree:")                                                                       \
    KEY(low_total_bytes, KB, GAUGE, "LowTotal:")                                                                       \
    KEY(low_free_bytes, KB, GAUGE, "LowFree:")                                                                         \
    KEY(mmap_copy_bytes, KB, GAUGE, "MmapCopy:")                                                                       \
    KEY(shadow_call_stack_bytes, KB, GAUGE, "ShadowCallStack:")                                                        \
    KEY(quicklists_bytes, KB, GAUGE, "Quicklists:")                                                                    \
    KEY(early_memtest_bad_bytes, KB, GAUGE, "EarlyMemtestBad:")                                                        \
    KEY(direct_map_64k_bytes, KB, GAUGE, "DirectMap64k:")                                                              \
    KEY(direct_map_1m_bytes, KB, GAUGE, "DirectMap1M:")                                                                \
    KEY(direct_map_4m_bytes, KB, GAUGE, "DirectMap4M:")                                                                \
    KEY(direct_map_2g_bytes, KB, GAUGE, "DirectMap2G:")                                                                \
    KEY(pdt_max_entries, COUNT, GAUGE, "PDT_max_entries:")                                                             \
    KEY(pdt_cur_entries, COUNT, GAUGE, "PDT_cur_entries:")

static const struct vmm_key rows[] = {USUAL(VMM_KEY) RARE(VMM_KEY)};
static const struct vmm_keys keys = VMM_TABLE(rows);

vmm_status vmm_meminfo_parse(struct vmm_text *text, struct vmm_meminfo *out, size_t out_size)
{
    return vmm_fill_keys(text, &keys, out, out_size);
}
