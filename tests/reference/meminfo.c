/* /proc/meminfo. */
#include <string.h>

#include "examples.h"

/* What the kernel calls each member, and whether kB stands after its number; in the order in which it prints them. */
#define KB(key, member)                                                                                                \
    {                                                                                                                  \
        key, offsetof(struct vmm_meminfo, member), 1, REF_KB                                                           \
    }
#define PLAIN(key, member)                                                                                             \
    {                                                                                                                  \
        key, offsetof(struct vmm_meminfo, member), 1, REF_PLAIN                                                        \
    }

static const struct ref_key keys[] = {
    KB("MemTotal", mem_total_bytes),
    KB("MemFree", mem_free_bytes),
    KB("MemAvailable", mem_available_bytes),
    KB("Buffers", buffers_bytes),
    KB("Cached", cached_bytes),
    KB("SwapCached", swap_cached_bytes),
    KB("Active", active_bytes),
    KB("Inactive", inactive_bytes),
    KB("Active(anon)", active_anon_bytes),
    KB("Inactive(anon)", inactive_anon_bytes),
    KB("Active(file)", active_file_bytes),
    KB("Inactive(file)", inactive_file_bytes),
    KB("Unevictable", unevictable_bytes),
    KB("Mlocked", mlocked_bytes),
    KB("HighTotal", high_total_bytes),
    KB("HighFree", high_free_bytes),
    KB("LowTotal", low_total_bytes),
    KB("LowFree", low_free_bytes),
    KB("MmapCopy", mmap_copy_bytes),
    KB("SwapTotal", swap_total_bytes),
    KB("SwapFree", swap_free_bytes),
    KB("Zswap", zswap_bytes),
    KB("Zswapped", zswapped_bytes),
    KB("Dirty", dirty_bytes),
    KB("Writeback", writeback_bytes),
    KB("AnonPages", anon_pages_bytes),
    KB("Mapped", mapped_bytes),
    KB("Shmem", shmem_bytes),
    KB("KReclaimable", k_reclaimable_bytes),
    KB("Slab", slab_bytes),
    KB("SReclaimable", s_reclaimable_bytes),
    KB("SUnreclaim", s_unreclaim_bytes),
    KB("KernelStack", kernel_stack_bytes),
    KB("ShadowCallStack", shadow_call_stack_bytes),
    KB("PageTables", page_tables_bytes),
    KB("SecPageTables", sec_page_tables_bytes),
    KB("Quicklists", quicklists_bytes),
    KB("NFS_Unstable", nfs_unstable_bytes),
    KB("Bounce", bounce_bytes),
    KB("WritebackTmp", writeback_tmp_bytes),
    KB("CommitLimit", commit_limit_bytes),
    KB("Committed_AS", committed_as_bytes),
    KB("VmallocTotal", vmalloc_total_bytes),
    KB("VmallocUsed", vmalloc_used_bytes),
    KB("VmallocChunk", vmalloc_chunk_bytes),
    KB("Percpu", percpu_bytes),
    KB("EarlyMemtestBad", early_memtest_bad_bytes),
    KB("HardwareCorrupted", hardware_corrupted_bytes),
    KB("AnonHugePages", anon_huge_pages_bytes),
    KB("ShmemHugePages", shmem_huge_pages_bytes),
    KB("ShmemPmdMapped", shmem_pmd_mapped_bytes),
    KB("FileHugePages", file_huge_pages_bytes),
    KB("FilePmdMapped", file_pmd_mapped_bytes),
    KB("CmaTotal", cma_total_bytes),
    KB("CmaFree", cma_free_bytes),
    KB("Unaccepted", unaccepted_bytes),
    KB("Balloon", balloon_bytes),
    PLAIN("HugePages_Total", huge_pages_total),
    PLAIN("HugePages_Free", huge_pages_free),
    PLAIN("HugePages_Rsvd", huge_pages_rsvd),
    PLAIN("HugePages_Surp", huge_pages_surp),
    KB("Hugepagesize", hugepagesize_bytes),
    KB("Hugetlb", hugetlb_bytes),
    KB("DirectMap4k", direct_map_4k_bytes),
    KB("DirectMap64k", direct_map_64k_bytes),
    KB("DirectMap1M", direct_map_1m_bytes),
    KB("DirectMap2M", direct_map_2m_bytes),
    KB("DirectMap4M", direct_map_4m_bytes),
    KB("DirectMap1G", direct_map_1g_bytes),
    KB("DirectMap2G", direct_map_2g_bytes),
    PLAIN("PDT_max_entries", pdt_max_entries),
    PLAIN("PDT_cur_entries", pdt_cur_entries),
};
enum { KEYS = sizeof keys / sizeof keys[0] };

static vmm_status parse(struct vmm_text *text, void *out, size_t out_size)
{
    return vmm_meminfo_parse(text, out, out_size);
}

/* The numbers are set to the right, or stand at once after the colon. */
static bool print(struct builder *text, const void *record, unsigned shape)
{
    for (size_t i = 0; i < KEYS; i++) {
        const struct ref_key *key = &keys[shape == 1 ? KEYS - 1 - i : i];
        unsigned long long value = ref_load(record, key->offset);
        int gap = 15 - (int)strlen(key->key);

        if (value == VMM_UNKNOWN)
            continue;
        builder_print(text, "%s:%*s%*llu%s\n", key->key, gap > 0 && shape != 2 ? gap : 0, "", shape == 2 ? 0 : 8,
                      key->unit == REF_KB ? value / 1024 : value, key->unit == REF_KB ? " kB" : "");
    }
    return shape < 3;
}

static const struct example examples[] = {
    GOOD("MemTotal:              1 kB\n"),
    GOOD("MemTotal:              1 kB\nMemFree:              -1 kB\nHugePages_Total:       5\n"),
    EMPTY(""),
    EMPTY("\n"),
    EMPTY("\n\n\n\n\n\n\n\n\n\n"),
    EMPTY("Unknown: 1 kB\n"),
    EMPTY("cpu  1 2 3 4\nintr 5\n"),
    CUT("Buffers:               1 kB"),
    CUT("Buffers:               1 kB\nD"),
    CUT("MemTotal"),
    CUT("MemTotal:       -"),
    CUT("MemTotal:       1 k"),
    CUT("MemTotal:       1 kB"),
    CUT("MemTotal:       1 kB "),
    /* The bad byte is in the text, or the text ended before it. */
    REFUSED("MemTotal:       x", 16),
    REFUSED("MemTotal:       1x", 17),
    REFUSED("MemTotal:       1 x", 18),
    /* More after the unit is not looked at. */
    GOOD("MemTotal:              1 kB \n"),
    GOOD("MemTotal:              1 kB\t\n"),
    GOOD("MemTotal:              1 kB and more\n"),
    /* Of equal keys the last counts, also where its number does not fit. */
    GOOD("MemTotal:              1 kB\nMemTotal:              2 kB\n"),
    GOOD("MemTotal:              1 kB\nMemTotal:             -2 kB\n"),
    GOOD("MemTotal:       99999999999999999999999 kB\nMemFree:               5 kB\n"),
    REFUSED("MemTotal:\n", 9),
    REFUSED("MemTotal:              \n", 23),
    REFUSED("MemTotal:       x kB\n", 16),
    REFUSED("MemTotal:       + kB\n", 16),
    REFUSED("MemTotal:       +1 kB\n", 16),
    REFUSED("MemTotal:       - kB\n", 17),
    REFUSED("MemTotal:       --1 kB\n", 17),
    REFUSED("MemTotal:       1-1 kB\n", 17),
    REFUSED("MemTotal:       1x kB\n", 17),
    REFUSED("MemTotal:       1.5 kB\n", 17),
    REFUSED("MemTotal:       1,000 kB\n", 17),
    REFUSED("MemTotal:       0x10 kB\n", 17),
    REFUSED("MemTotal:              1\n", 24),
    REFUSED("MemTotal:              1 \n", 25),
    REFUSED("MemTotal:              1  kB\n", 25),
    REFUSED("MemTotal:              1\tkB\n", 24),
    REFUSED("MemTotal:              1kB\n", 24),
    REFUSED("MemTotal:              1 KB\n", 25),
    REFUSED("MemTotal:              1 kb\n", 26),
    REFUSED("MemTotal:              1 k\n", 26),
    REFUSED("MemTotal:              1 MB\n", 25),
    REFUSED("MemTotal:              1 kBs\n", 27),
    REFUSED("MemTotal:              1 2 kB\n", 25),
    REFUSED("MemTotal::             1 kB\n", 9),
    REFUSED("MemTotal:              1 kB\r\n", 27),
    REFUSED("MemTotal:\r\n", 9),
    REFUSED("MemTotal:       \xb1\xb2\xb3\xb4\xb5\xb6\xb7\xb8 kB\n", 16),
    REFUSED("MemTotal:       1234567\xb8 kB\n", 23),
    REFUSED("MemTotal:       1234\0006 kB\n", 20),
    REFUSED("MemTotal:      \000      1 kB\n", 15),
    REFUSED("MemTotal:              1 kB\0\n", 27),
    REFUSED("HugePages_Total:      1x\n", 23),
    REFUSED("HugePages_Total:      1\r\n", 23),
    REFUSED("HugePages_Total:\n", 16),
    /* A bad line among good ones. */
    REFUSED("MemTotal:              1 kB\nMemFree:              1x kB\nBuffers:               1 kB\n", 51),
    REFUSED("Unknown: x\nMemTotal:              1 kB\nMemFree:               - kB\n", 63),
    NO_MORE_EXAMPLES,
};

static const struct piece usual[] = {
    PIECE("MemTotal:       12345678 kB\n"),
    PIECE("MemTotal:        2345678 kB\nMemFree:               0 kB\nMemAvailable:   99999999 kB\n"
          "Buffers:            6596 kB\n"),
    PIECE("Inactive(anon):    16760 kB\nHardwareCorrupted:     0 kB\nShmemHugePages:   102400 kB\n"
          "HugePages_Total:       0\nHugePages_Free:        7\nDirectMap4k:       28672 kB\n"),
    NO_MORE_TEXTS,
};

static const char *const unknown[] = {
    "GPUActive:           0 kB\n",
    "Unknown:        not a number\n",
    ":\n",
    "MemTotal\n",
    "MemTotal              1 kB\n",
    "MemTotal :            1 kB\n",
    "MemTota:        12345678 kB\n",
    "MemTotals:            1 kB\n",
    "memTotal:             1 kB\n",
    "MEMTOTAL:             1 kB\n",
    "memtotal: x\n",
    " MemTotal:      12345678 kB\n",
    "\tMemTotal:           1 kB\n",
    "XMemTotal:            1 kB\n",
    "MemTotal;             1 kB\n",
    "Active(anon:          1 kB\n",
    "Active(anon) :        1 kB\n",
    "Active(anon)(file):       12345678901234567890 kB\n",
    "Active():             1 kB\n",
    "DirectMap:            1 kB\n",
    "DirectMap4:           1 kB\n",
    "HugePages_:           1\n",
    NULL,
};

const struct format meminfo_format = {
    .name = "meminfo",
    .kind = ONE_RECORD,
    .parse = parse,
    .keys = keys,
    .key_count = KEYS,
    .delimiter = ':',
    .record_id = VMM_RECORD_MEMINFO,
    .bytes = sizeof(struct vmm_meminfo),
    .samples = "proc-meminfo",
    .examples = examples,
    .usual = usual,
    .unknown = unknown,
    .ends = ":\n",
    .print = print,
};

const struct group meminfo_group = {"meminfo", &meminfo_format, 1, false, 0};
