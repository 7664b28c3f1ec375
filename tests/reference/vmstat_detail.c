/* SPDX-License-Identifier: MIT */
/* /proc/vmstat, the keys of struct vmm_vmstat_detail. */
#include "examples.h"

/* The kernel prints sizes in kB, and does not say so. */
#define UNIT_BYTES REF_KB_UNSAID
#define UNIT_NONE REF_PLAIN
#define UNIT_PAGES REF_PLAIN

/* What the kernel calls each member, as the comments of the header say. */
#define KEY(key, member, unit)                                                                                         \
    {                                                                                                                  \
        key, offsetof(struct vmm_vmstat_detail, member), 1, UNIT_##unit                                                \
    }
const struct ref_key vmstat_detail_keys[] = {
#include "vmstat_detail_keys.h"
};
enum { KEYS = sizeof vmstat_detail_keys / sizeof vmstat_detail_keys[0] };

static const struct example examples[] = {
    GOOD("numa_hit 1\nnuma_miss 2\npgfault x\nnuma_hit 4\n"),
    GOOD("nr_shadow_call_stack 18014398509481983\nnr_bounce -5\n"),
    /* Keys that are longer than a row of the table. */
    GOOD("nr_dirty_background_threshold 1\n"),
    GOOD("compact_daemon_free_scanned 1\nnr_anon_transparent_hugepages 2\nnr_dirty_background_threshold 3\n"),
    GOOD("nr_dirty_background_thresho 1\nnr_dirty_background_threshol 2\nnr_dirty_background_thresholds 3\nnuma_hit "
         "4\n"),
    EMPTY(""),
    EMPTY("\n"),
    EMPTY("nr_free_pages 1\n"),
    EMPTY("nr_dirty_background_thresholds x\n"),
    EMPTY("compact_daemon_free_scanned1\n"),
    EMPTY("nr_dirty_background_threshold\n"),
    CUT("numa_hit 1\nnuma_miss 2"),
    CUT("numa_h"),
    CUT("numa_hit 1\nnr_dirty_background_thresh"),
    CUT("numa_hit 1\nnr_dirty_background_threshol"),
    CUT("numa_hit 1\nnr_dirty_background_threshold 5"),
    REFUSED("numa_hit 1\nnr_unstable x\n", 23),
    REFUSED("numa_hit \n", 9),
    REFUSED("numa_hit 1.5\n", 10),
    REFUSED("numa_hit 1\r\n", 10),
    REFUSED("nr_dirty_background_threshold 5kB\n", 31),
    REFUSED("nr_dirty_background_threshold \n", 30),
    NO_MORE_EXAMPLES,
};

static const struct piece usual[] = {
    PIECE("nr_zspages 1\nnr_free_cma 0\nnuma_hit 492130\nnuma_miss 161430\nnuma_foreign 161430\nnr_inactive_anon 9\n"
          "nr_shmem_hugepages 2\nnr_anon_transparent_hugepages 12345678\nnr_vmscan_immediate_reclaim 4\n"
          "nr_dirty_background_threshold 9287\npgpgin 7\npgalloc_dma 8\n"),
    PIECE("compact_daemon_migrate_scanned 1\ncompact_daemon_free_scanned 2\nkswapd_low_wmark_hit_quickly 3\n"
          "kswapd_high_wmark_hit_quickly 4\ndirect_map_level2_collapses 5\ndirect_map_level3_collapses 6\n"),
    NO_MORE_TEXTS,
};

static const char *const unknown[] = {
    "nr_free_pages x\n",
    "pgsteal_kswapd_dma x\n",
    "thp_split x\n",
    "numa_hits x\n",
    "numa_hit: 5\n",
    "xnuma_hit 5\n",
    "numa_hi 5\n",
    "nr_dirty_background_thresho x\n",
    "nr_dirty_background_threshol x\n",
    "nr_dirty_background_thresholdx 5\n",
    "nr_dirty_background_thresholD 5\n",
    "compact_daemon_free_scanned\n",
    "compact_daemon_free_scanned5\n",
    "compact_daemon_free_scanned\t5\n",
    "direct_map_level4_collapses 5\n",
    NULL,
};

static const struct format vmstat_detail_format = {
    .name = "vmstat_detail",
    .kind = ONE_RECORD,
    .parse = library_vmstat_detail_parse,
    .keys = vmstat_detail_keys,
    .key_count = KEYS,
    .delimiter = ' ',
    .record_id = VMM_RECORD_VMSTAT_DETAIL,
    .bytes = sizeof(struct vmm_vmstat_detail),
    .samples = "proc-vmstat",
    .examples = examples,
    .usual = usual,
    .unknown = unknown,
    .ends = " \n",
};

const struct group vmstat_detail_group = {"vmstat_detail", &vmstat_detail_format, 1, false, 0};
