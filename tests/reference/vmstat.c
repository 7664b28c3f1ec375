/* /proc/vmstat. */
#include "examples.h"

#define KEY(key, member)                                                                                               \
    {                                                                                                                  \
        key, offsetof(struct vmm_vmstat, member), 1, REF_PLAIN                                                         \
    }
/* The kernel prints these two in kB, and does not say so. */
#define KB_UNSAID(key, member)                                                                                         \
    {                                                                                                                  \
        key, offsetof(struct vmm_vmstat, member), 1, REF_KB_UNSAID                                                     \
    }

const struct ref_key vmstat_keys[] = {
    KEY("nr_free_pages", nr_free_pages),
    KEY("nr_mlock", nr_mlock_pages),
    KEY("nr_free_cma", nr_free_cma_pages),
    KEY("nr_inactive_anon", nr_inactive_anon_pages),
    KEY("nr_active_anon", nr_active_anon_pages),
    KEY("nr_inactive_file", nr_inactive_file_pages),
    KEY("nr_active_file", nr_active_file_pages),
    KEY("nr_unevictable", nr_unevictable_pages),
    KEY("nr_slab_reclaimable", nr_slab_reclaimable_pages),
    KEY("nr_slab_unreclaimable", nr_slab_unreclaimable_pages),
    KEY("workingset_nodes", workingset_nodes),
    KEY("workingset_refault_anon", workingset_refault_anon_pages),
    KEY("workingset_refault_file", workingset_refault_file_pages),
    KEY("workingset_activate_anon", workingset_activate_anon_pages),
    KEY("workingset_activate_file", workingset_activate_file_pages),
    KEY("workingset_restore_anon", workingset_restore_anon_pages),
    KEY("workingset_restore_file", workingset_restore_file_pages),
    KEY("workingset_nodereclaim", workingset_nodereclaim),
    KEY("nr_anon_pages", nr_anon_pages),
    KEY("nr_mapped", nr_mapped_pages),
    KEY("nr_file_pages", nr_file_pages),
    KEY("nr_dirty", nr_dirty_pages),
    KEY("nr_writeback", nr_writeback_pages),
    KEY("nr_shmem", nr_shmem_pages),
    KEY("nr_vmscan_write", nr_vmscan_write_pages),
    KEY("nr_dirtied", nr_dirtied_pages),
    KEY("nr_written", nr_written_pages),
    KEY("nr_throttled_written", nr_throttled_written_pages),
    KEY("nr_page_table_pages", nr_page_table_pages),
    KEY("nr_swapcached", nr_swapcached_pages),
    KEY("nr_balloon_pages", nr_balloon_pages),
    KB_UNSAID("pgpgin", pgpgin_bytes),
    KB_UNSAID("pgpgout", pgpgout_bytes),
    KEY("pswpin", pswpin_pages),
    KEY("pswpout", pswpout_pages),
    KEY("allocstall_dma", allocstall_dma),
    KEY("allocstall_dma32", allocstall_dma32),
    KEY("allocstall_normal", allocstall_normal),
    KEY("allocstall_high", allocstall_high),
    KEY("allocstall_movable", allocstall_movable),
    KEY("allocstall_device", allocstall_device),
    KEY("pgfree", pgfree_pages),
    KEY("pgactivate", pgactivate_pages),
    KEY("pgdeactivate", pgdeactivate_pages),
    KEY("pglazyfree", pglazyfree_pages),
    KEY("pgfault", pgfault),
    KEY("pgmajfault", pgmajfault),
    KEY("pglazyfreed", pglazyfreed_pages),
    KEY("pgrefill", pgrefill_pages),
    KEY("pgreuse", pgreuse),
    KEY("pgsteal_kswapd", pgsteal_kswapd_pages),
    KEY("pgsteal_direct", pgsteal_direct_pages),
    KEY("pgsteal_khugepaged", pgsteal_khugepaged_pages),
    KEY("pgsteal_proactive", pgsteal_proactive_pages),
    KEY("pgscan_kswapd", pgscan_kswapd_pages),
    KEY("pgscan_direct", pgscan_direct_pages),
    KEY("pgscan_khugepaged", pgscan_khugepaged_pages),
    KEY("pgscan_proactive", pgscan_proactive_pages),
    KEY("pgscan_direct_throttle", pgscan_direct_throttle),
    KEY("pgscan_anon", pgscan_anon_pages),
    KEY("pgscan_file", pgscan_file_pages),
    KEY("pgsteal_anon", pgsteal_anon_pages),
    KEY("pgsteal_file", pgsteal_file_pages),
    KEY("slabs_scanned", slabs_scanned),
    KEY("pageoutrun", pageoutrun),
    KEY("pgrotated", pgrotated_pages),
    KEY("drop_pagecache", drop_pagecache),
    KEY("drop_slab", drop_slab),
    KEY("oom_kill", oom_kill),
    KEY("pgmigrate_success", pgmigrate_success_pages),
    KEY("pgmigrate_fail", pgmigrate_fail_pages),
    KEY("compact_stall", compact_stall),
    KEY("compact_fail", compact_fail),
    KEY("compact_success", compact_success),
    KEY("compact_daemon_wake", compact_daemon_wake),
    KEY("thp_fault_alloc", thp_fault_alloc),
    KEY("thp_fault_fallback", thp_fault_fallback),
    KEY("thp_collapse_alloc", thp_collapse_alloc),
    KEY("thp_collapse_alloc_failed", thp_collapse_alloc_failed),
    KEY("thp_file_alloc", thp_file_alloc),
    KEY("thp_file_mapped", thp_file_mapped),
    KEY("thp_split_page", thp_split_page),
    KEY("thp_split_page_failed", thp_split_page_failed),
    KEY("thp_deferred_split_page", thp_deferred_split_page),
    KEY("thp_split_pmd", thp_split_pmd),
    KEY("thp_zero_page_alloc", thp_zero_page_alloc),
    KEY("thp_swpout", thp_swpout),
    KEY("thp_swpout_fallback", thp_swpout_fallback),
    KEY("balloon_inflate", balloon_inflate_pages),
    KEY("balloon_deflate", balloon_deflate_pages),
    KEY("balloon_migrate", balloon_migrate_pages),
    KEY("swap_ra", swap_ra_pages),
    KEY("swap_ra_hit", swap_ra_hit_pages),
    KEY("swpin_zero", swpin_zero_pages),
    KEY("swpout_zero", swpout_zero_pages),
    KEY("zswpin", zswpin_pages),
    KEY("zswpout", zswpout_pages),
    KEY("zswpwb", zswpwb_pages),
    KEY("workingset_refault", workingset_refault_pages),
    KEY("workingset_activate", workingset_activate_pages),
    KEY("workingset_restore", workingset_restore_pages),
    KEY("allocstall", allocstall),
    KEY("pgsteal_kswapd_dma", pgsteal_kswapd_dma_pages),
    KEY("pgsteal_kswapd_dma32", pgsteal_kswapd_dma32_pages),
    KEY("pgsteal_kswapd_normal", pgsteal_kswapd_normal_pages),
    KEY("pgsteal_kswapd_high", pgsteal_kswapd_high_pages),
    KEY("pgsteal_kswapd_movable", pgsteal_kswapd_movable_pages),
    KEY("pgsteal_direct_dma", pgsteal_direct_dma_pages),
    KEY("pgsteal_direct_dma32", pgsteal_direct_dma32_pages),
    KEY("pgsteal_direct_normal", pgsteal_direct_normal_pages),
    KEY("pgsteal_direct_high", pgsteal_direct_high_pages),
    KEY("pgsteal_direct_movable", pgsteal_direct_movable_pages),
    KEY("pgscan_kswapd_dma", pgscan_kswapd_dma_pages),
    KEY("pgscan_kswapd_dma32", pgscan_kswapd_dma32_pages),
    KEY("pgscan_kswapd_normal", pgscan_kswapd_normal_pages),
    KEY("pgscan_kswapd_high", pgscan_kswapd_high_pages),
    KEY("pgscan_kswapd_movable", pgscan_kswapd_movable_pages),
    KEY("pgscan_direct_dma", pgscan_direct_dma_pages),
    KEY("pgscan_direct_dma32", pgscan_direct_dma32_pages),
    KEY("pgscan_direct_normal", pgscan_direct_normal_pages),
    KEY("pgscan_direct_high", pgscan_direct_high_pages),
    KEY("pgscan_direct_movable", pgscan_direct_movable_pages),
    KEY("thp_split", thp_split),
};
enum { KEYS = sizeof vmstat_keys / sizeof vmstat_keys[0] };

static vmm_status parse(struct vmm_text *text, void *out, size_t out_size)
{
    return vmm_vmstat_parse(text, out, out_size);
}

static struct outcome expect(const char *bytes, size_t length, size_t at, void *out, size_t size)
{
    return ref_keys(bytes, length, at, ' ', vmstat_keys, KEYS, out, size);
}

static bool print(struct builder *text, const void *record, unsigned shape)
{
    return ref_print_keys(text, ' ', vmstat_keys, KEYS, record, shape);
}

static const struct example examples[] = {
    GOOD("pgfault 1\npgmajfault 2\npgpgin 3\npgfault 4\n"),
    GOOD("pgpgin 18014398509481983\npgpgout 18014398509481984\nnr_dirty -5\n"),
    EMPTY(""),
    EMPTY("\n"),
    EMPTY("nr_unstable 0\n"),
    CUT("pgfault 1\npgmajfault 2"),
    CUT("pgfau"),
    REFUSED("pgfault 1\nthp_split x\n", 20),
    REFUSED("pgfault \n", 8),
    REFUSED("pgfault x\n", 8),
    REFUSED("pgfault 1x\n", 9),
    REFUSED("pgfault 1.5\n", 9),
    REFUSED("pgfault -\n", 9),
    REFUSED("pgfault 1\r\n", 9),
    REFUSED("pgfault 1\npgpgin 5kB\n", 18),
    REFUSED("pgpgin\0 5\npgpgin x\n", 17),
    REFUSED("nr_free_pages 5\nnr_dirty +5\npgfault 1\n", 25),
    NO_MORE_EXAMPLES,
};

static const struct piece usual[] = {
    PIECE("pgpgin 5547205\npgpgout 4808900\npswpin 0\npswpout 0\nallocstall_dma 0\npgfree 29095630\n"),
    PIECE("pgscan_direct 77\npgscan_direct_throttle 12345678\npgscan_anon 1\npgscan_direct_movable 5\n"),
    NO_MORE_TEXTS,
};

static const char *const unknown[] = {
    "nr_unstable 0\n",
    "nr_anon_transparent_hugepages 5\n",
    "pgfault\n",
    "pgfault\t5\n",
    " pgfault x\n",
    "pgscan_direct_throttled x\n",
    "pgscan_directx 2\n",
    "pgscan_direct: 3\n",
    "xpgscan_direct 4\n",
    "pgscan_direc 7\n",
    "PGSCAN_DIRECT 8\n",
    "pgsteal_kswapd_ 5\n",
    "workingset_refault_ano 5\n",
    NULL,
};

const struct format vmstat_format = {
    .name = "vmstat",
    .kind = ONE_RECORD,
    .parse = parse,
    .reference = expect,
    .record_id = VMM_RECORD_VMSTAT,
    .bytes = sizeof(struct vmm_vmstat),
    .samples = "proc-vmstat",
    .examples = examples,
    .usual = usual,
    .unknown = unknown,
    .ends = " \n",
    .print = print,
};

const struct group vmstat_group = {"vmstat", &vmstat_format, 1, false, 0};
