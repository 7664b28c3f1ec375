/* /proc/vmstat: `nr_free_pages 1005420`. */
#include "vmmetrics/vmstat.h"

#include "../record/engine.h"

#define RECORD struct vmm_vmstat
/* In the order in which the kernel prints them. A key that is longer than a row of the table can hold is left out. */
#define USUAL(KEY, PASS)                                                                                               \
    KEY(nr_free_pages, PAGES, GAUGE, "nr_free_pages ")                                                                 \
    PASS("nr_free_pages_")                                                                                             \
    PASS("nr_zone_")                                                                                                   \
    KEY(nr_mlock_pages, PAGES, GAUGE, "nr_mlock ")                                                                     \
    PASS("nr_zspages ")                                                                                                \
    KEY(nr_free_cma_pages, PAGES, GAUGE, "nr_free_cma ")                                                               \
    PASS("numa_")                                                                                                      \
    KEY(nr_inactive_anon_pages, PAGES, GAUGE, "nr_inactive_anon ")                                                     \
    KEY(nr_active_anon_pages, PAGES, GAUGE, "nr_active_anon ")                                                         \
    KEY(nr_inactive_file_pages, PAGES, GAUGE, "nr_inactive_file ")                                                     \
    KEY(nr_active_file_pages, PAGES, GAUGE, "nr_active_file ")                                                         \
    KEY(nr_unevictable_pages, PAGES, GAUGE, "nr_unevictable ")                                                         \
    KEY(nr_slab_reclaimable_pages, PAGES, GAUGE, "nr_slab_reclaimable ")                                               \
    KEY(nr_slab_unreclaimable_pages, PAGES, GAUGE, "nr_slab_unreclaimable ")                                           \
    PASS("nr_isolated_")                                                                                               \
    KEY(workingset_nodes, COUNT, GAUGE, "workingset_nodes ")                                                           \
    KEY(workingset_refault_anon_pages, PAGES, COUNTER_LONG, "workingset_refault_anon ")                                \
    KEY(workingset_refault_file_pages, PAGES, COUNTER_LONG, "workingset_refault_file ")                                \
    KEY(workingset_activate_anon_pages, PAGES, COUNTER_LONG, "workingset_activate_anon ")                              \
    KEY(workingset_activate_file_pages, PAGES, COUNTER_LONG, "workingset_activate_file ")                              \
    KEY(workingset_restore_anon_pages, PAGES, COUNTER_LONG, "workingset_restore_anon ")                                \
    KEY(workingset_restore_file_pages, PAGES, COUNTER_LONG, "workingset_restore_file ")                                \
    KEY(workingset_nodereclaim, COUNT, COUNTER_LONG, "workingset_nodereclaim ")                                        \
    KEY(nr_anon_pages, PAGES, GAUGE, "nr_anon_pages ")                                                                 \
    KEY(nr_mapped_pages, PAGES, GAUGE, "nr_mapped ")                                                                   \
    KEY(nr_file_pages, PAGES, GAUGE, "nr_file_pages ")                                                                 \
    KEY(nr_dirty_pages, PAGES, GAUGE, "nr_dirty ")                                                                     \
    KEY(nr_writeback_pages, PAGES, GAUGE, "nr_writeback ")                                                             \
    KEY(nr_shmem_pages, PAGES, GAUGE, "nr_shmem ")                                                                     \
    PASS("nr_shmem_")                                                                                                  \
    PASS("nr_file_h")                                                                                                  \
    PASS("nr_file_pm")                                                                                                 \
    PASS("nr_anon_t")                                                                                                  \
    KEY(nr_vmscan_write_pages, PAGES, COUNTER_LONG, "nr_vmscan_write ")                                                \
    PASS("nr_vmscan_i")                                                                                                \
    KEY(nr_dirtied_pages, PAGES, COUNTER_LONG, "nr_dirtied ")                                                          \
    KEY(nr_written_pages, PAGES, COUNTER_LONG, "nr_written ")                                                          \
    KEY(nr_throttled_written_pages, PAGES, COUNTER_LONG, "nr_throttled_written ")                                      \
    PASS("nr_kernel_m")                                                                                                \
    PASS("nr_foll_pin_")                                                                                               \
    PASS("nr_kernel_s")                                                                                                \
    KEY(nr_page_table_pages, PAGES, GAUGE, "nr_page_table_pages ")                                                     \
    PASS("nr_sec_")                                                                                                    \
    PASS("nr_iommu_")                                                                                                  \
    KEY(nr_swapcached_pages, PAGES, GAUGE, "nr_swapcached ")                                                           \
    PASS("pgpromote_")                                                                                                 \
    PASS("pgdemote_")                                                                                                  \
    PASS("nr_hugetlb ")                                                                                                \
    KEY(nr_balloon_pages, PAGES, GAUGE, "nr_balloon_pages ")                                                           \
    PASS("nr_kernel_f")                                                                                                \
    PASS("nr_dirty_")                                                                                                  \
    PASS("nr_memmap_")                                                                                                 \
    KEY(pgpgin_bytes, KIB, COUNTER_LONG, "pgpgin ")                                                                    \
    KEY(pgpgout_bytes, KIB, COUNTER_LONG, "pgpgout ")                                                                  \
    KEY(pswpin_pages, PAGES, COUNTER_LONG, "pswpin ")                                                                  \
    KEY(pswpout_pages, PAGES, COUNTER_LONG, "pswpout ")                                                                \
    PASS("pgalloc_")                                                                                                   \
    KEY(allocstall_dma, COUNT, COUNTER_LONG, "allocstall_dma ")                                                        \
    KEY(allocstall_dma32, COUNT, COUNTER_LONG, "allocstall_dma32 ")                                                    \
    KEY(allocstall_normal, COUNT, COUNTER_LONG, "allocstall_normal ")                                                  \
    KEY(allocstall_high, COUNT, COUNTER_LONG, "allocstall_high ")                                                      \
    KEY(allocstall_movable, COUNT, COUNTER_LONG, "allocstall_movable ")                                                \
    KEY(allocstall_device, COUNT, COUNTER_LONG, "allocstall_device ")                                                  \
    PASS("pgskip_")                                                                                                    \
    KEY(pgfree_pages, PAGES, COUNTER_LONG, "pgfree ")                                                                  \
    KEY(pgactivate_pages, PAGES, COUNTER_LONG, "pgactivate ")                                                          \
    KEY(pgdeactivate_pages, PAGES, COUNTER_LONG, "pgdeactivate ")                                                      \
    KEY(pglazyfree_pages, PAGES, COUNTER_LONG, "pglazyfree ")                                                          \
    KEY(pgfault, COUNT, COUNTER_LONG, "pgfault ")                                                                      \
    KEY(pgmajfault, COUNT, COUNTER_LONG, "pgmajfault ")                                                                \
    KEY(pglazyfreed_pages, PAGES, COUNTER_LONG, "pglazyfreed ")                                                        \
    KEY(pgrefill_pages, PAGES, COUNTER_LONG, "pgrefill ")                                                              \
    KEY(pgreuse, COUNT, COUNTER_LONG, "pgreuse ")                                                                      \
    KEY(pgsteal_kswapd_pages, PAGES, COUNTER_LONG, "pgsteal_kswapd ")                                                  \
    KEY(pgsteal_direct_pages, PAGES, COUNTER_LONG, "pgsteal_direct ")                                                  \
    KEY(pgsteal_khugepaged_pages, PAGES, COUNTER_LONG, "pgsteal_khugepaged ")                                          \
    KEY(pgsteal_proactive_pages, PAGES, COUNTER_LONG, "pgsteal_proactive ")                                            \
    KEY(pgscan_kswapd_pages, PAGES, COUNTER_LONG, "pgscan_kswapd ")                                                    \
    KEY(pgscan_direct_pages, PAGES, COUNTER_LONG, "pgscan_direct ")                                                    \
    KEY(pgscan_khugepaged_pages, PAGES, COUNTER_LONG, "pgscan_khugepaged ")                                            \
    KEY(pgscan_proactive_pages, PAGES, COUNTER_LONG, "pgscan_proactive ")                                              \
    KEY(pgscan_direct_throttle, COUNT, COUNTER_LONG, "pgscan_direct_throttle ")                                        \
    KEY(pgscan_anon_pages, PAGES, COUNTER_LONG, "pgscan_anon ")                                                        \
    KEY(pgscan_file_pages, PAGES, COUNTER_LONG, "pgscan_file ")                                                        \
    KEY(pgsteal_anon_pages, PAGES, COUNTER_LONG, "pgsteal_anon ")                                                      \
    KEY(pgsteal_file_pages, PAGES, COUNTER_LONG, "pgsteal_file ")                                                      \
    PASS("zone_reclaim_")                                                                                              \
    KEY(slabs_scanned, COUNT, COUNTER_LONG, "slabs_scanned ")                                                          \
    PASS("pginodesteal ")                                                                                              \
    PASS("kswapd_")                                                                                                    \
    KEY(pageoutrun, COUNT, COUNTER_LONG, "pageoutrun ")                                                                \
    KEY(pgrotated_pages, PAGES, COUNTER_LONG, "pgrotated ")                                                            \
    KEY(drop_pagecache, COUNT, COUNTER_LONG, "drop_pagecache ")                                                        \
    KEY(drop_slab, COUNT, COUNTER_LONG, "drop_slab ")                                                                  \
    KEY(oom_kill, COUNT, COUNTER_LONG, "oom_kill ")                                                                    \
    KEY(pgmigrate_success_pages, PAGES, COUNTER_LONG, "pgmigrate_success ")                                            \
    KEY(pgmigrate_fail_pages, PAGES, COUNTER_LONG, "pgmigrate_fail ")                                                  \
    PASS("thp_migration_")                                                                                             \
    PASS("compact_m")                                                                                                  \
    PASS("compact_fr")                                                                                                 \
    PASS("compact_i")                                                                                                  \
    KEY(compact_stall, COUNT, COUNTER_LONG, "compact_stall ")                                                          \
    KEY(compact_fail, COUNT, COUNTER_LONG, "compact_fail ")                                                            \
    KEY(compact_success, COUNT, COUNTER_LONG, "compact_success ")                                                      \
    KEY(compact_daemon_wake, COUNT, COUNTER_LONG, "compact_daemon_wake ")                                              \
    PASS("compact_daemon_m")                                                                                           \
    PASS("compact_daemon_f")                                                                                           \
    PASS("htlb_")                                                                                                      \
    PASS("unevictable_pgs_")                                                                                           \
    KEY(thp_fault_alloc, COUNT, COUNTER_LONG, "thp_fault_alloc ")                                                      \
    KEY(thp_fault_fallback, COUNT, COUNTER_LONG, "thp_fault_fallback ")                                                \
    PASS("thp_fault_fallback_")                                                                                        \
    KEY(thp_collapse_alloc, COUNT, COUNTER_LONG, "thp_collapse_alloc ")                                                \
    KEY(thp_collapse_alloc_failed, COUNT, COUNTER_LONG, "thp_collapse_alloc_failed ")                                  \
    KEY(thp_file_alloc, COUNT, COUNTER_LONG, "thp_file_alloc ")                                                        \
    PASS("thp_file_f")                                                                                                 \
    KEY(thp_file_mapped, COUNT, COUNTER_LONG, "thp_file_mapped ")                                                      \
    KEY(thp_split_page, COUNT, COUNTER_LONG, "thp_split_page ")                                                        \
    KEY(thp_split_page_failed, COUNT, COUNTER_LONG, "thp_split_page_failed ")                                          \
    KEY(thp_deferred_split_page, COUNT, COUNTER_LONG, "thp_deferred_split_page ")                                      \
    PASS("thp_under")                                                                                                  \
    KEY(thp_split_pmd, COUNT, COUNTER_LONG, "thp_split_pmd ")                                                          \
    PASS("thp_scan_exceed_")                                                                                           \
    PASS("thp_split_pud ")                                                                                             \
    KEY(thp_zero_page_alloc, COUNT, COUNTER_LONG, "thp_zero_page_alloc ")                                              \
    PASS("thp_zero_page_alloc_")                                                                                       \
    KEY(thp_swpout, COUNT, COUNTER_LONG, "thp_swpout ")                                                                \
    KEY(thp_swpout_fallback, COUNT, COUNTER_LONG, "thp_swpout_fallback ")                                              \
    KEY(balloon_inflate_pages, PAGES, COUNTER_LONG, "balloon_inflate ")                                                \
    KEY(balloon_deflate_pages, PAGES, COUNTER_LONG, "balloon_deflate ")                                                \
    KEY(balloon_migrate_pages, PAGES, COUNTER_LONG, "balloon_migrate ")                                                \
    KEY(swap_ra_pages, PAGES, COUNTER_LONG, "swap_ra ")                                                                \
    KEY(swap_ra_hit_pages, PAGES, COUNTER_LONG, "swap_ra_hit ")                                                        \
    KEY(swpin_zero_pages, PAGES, COUNTER_LONG, "swpin_zero ")                                                          \
    KEY(swpout_zero_pages, PAGES, COUNTER_LONG, "swpout_zero ")                                                        \
    PASS("ksm_")                                                                                                       \
    PASS("cow_")                                                                                                       \
    KEY(zswpin_pages, PAGES, COUNTER_LONG, "zswpin ")                                                                  \
    KEY(zswpout_pages, PAGES, COUNTER_LONG, "zswpout ")                                                                \
    KEY(zswpwb_pages, PAGES, COUNTER_LONG, "zswpwb ")                                                                  \
    PASS("direct_map_level")                                                                                           \
    PASS("nr_unstable ")
/* Keys of older kernels, behind the others so as not to stand in their way. */
#define OLD(KEY)                                                                                                       \
    KEY(workingset_refault_pages, PAGES, COUNTER_LONG, "workingset_refault ")                                          \
    KEY(workingset_activate_pages, PAGES, COUNTER_LONG, "workingset_activate ")                                        \
    KEY(workingset_restore_pages, PAGES, COUNTER_LONG, "workingset_restore ")                                          \
    KEY(allocstall, COUNT, COUNTER_LONG, "allocstall ")                                                                \
    KEY(pgsteal_kswapd_dma_pages, PAGES, COUNTER_LONG, "pgsteal_kswapd_dma ")                                          \
    KEY(pgsteal_kswapd_dma32_pages, PAGES, COUNTER_LONG, "pgsteal_kswapd_dma32 ")                                      \
    KEY(pgsteal_kswapd_normal_pages, PAGES, COUNTER_LONG, "pgsteal_kswapd_normal ")                                    \
    KEY(pgsteal_kswapd_high_pages, PAGES, COUNTER_LONG, "pgsteal_kswapd_high ")                                        \
    KEY(pgsteal_kswapd_movable_pages, PAGES, COUNTER_LONG, "pgsteal_kswapd_movable ")                                  \
    KEY(pgsteal_direct_dma_pages, PAGES, COUNTER_LONG, "pgsteal_direct_dma ")                                          \
    KEY(pgsteal_direct_dma32_pages, PAGES, COUNTER_LONG, "pgsteal_direct_dma32 ")                                      \
    KEY(pgsteal_direct_normal_pages, PAGES, COUNTER_LONG, "pgsteal_direct_normal ")                                    \
    KEY(pgsteal_direct_high_pages, PAGES, COUNTER_LONG, "pgsteal_direct_high ")                                        \
    KEY(pgsteal_direct_movable_pages, PAGES, COUNTER_LONG, "pgsteal_direct_movable ")                                  \
    KEY(pgscan_kswapd_dma_pages, PAGES, COUNTER_LONG, "pgscan_kswapd_dma ")                                            \
    KEY(pgscan_kswapd_dma32_pages, PAGES, COUNTER_LONG, "pgscan_kswapd_dma32 ")                                        \
    KEY(pgscan_kswapd_normal_pages, PAGES, COUNTER_LONG, "pgscan_kswapd_normal ")                                      \
    KEY(pgscan_kswapd_high_pages, PAGES, COUNTER_LONG, "pgscan_kswapd_high ")                                          \
    KEY(pgscan_kswapd_movable_pages, PAGES, COUNTER_LONG, "pgscan_kswapd_movable ")                                    \
    KEY(pgscan_direct_dma_pages, PAGES, COUNTER_LONG, "pgscan_direct_dma ")                                            \
    KEY(pgscan_direct_dma32_pages, PAGES, COUNTER_LONG, "pgscan_direct_dma32 ")                                        \
    KEY(pgscan_direct_normal_pages, PAGES, COUNTER_LONG, "pgscan_direct_normal ")                                      \
    KEY(pgscan_direct_high_pages, PAGES, COUNTER_LONG, "pgscan_direct_high ")                                          \
    KEY(pgscan_direct_movable_pages, PAGES, COUNTER_LONG, "pgscan_direct_movable ")                                    \
    KEY(thp_split, COUNT, COUNTER_LONG, "thp_split ")

static const struct vmm_key rows[] = {USUAL(VMM_KEY, VMM_KEY_PASSED_OVER) OLD(VMM_KEY)};
static const struct vmm_keys keys = VMM_TABLE(rows);

vmm_status vmm_vmstat_parse(struct vmm_text *text, struct vmm_vmstat *out, size_t out_size)
{
    return vmm_fill_keys(text, &keys, out, out_size);
}
