/* SPDX-License-Identifier: MIT */
/* A cgroup's memory.stat: `anon 16318480`; and v1's: `rss 16318480` and `total_rss 16318480`. */
#include "vmmetrics/cgroup_memory.h"

#include "../record/find.h"
#include "../record/tables.h"
#include "../scan/scan.h"
#include "directories.h"

#define RECORD struct vmm_cgroup_memory

/* v2, in the order in which the kernel prints them. */
static const struct vmm_key memory_stat_v2_rows[] = {
    ROW("anon ", anon_bytes, NUMBER),
    ROW("file ", file_bytes, NUMBER),
    ROW("kernel ", kernel_bytes, NUMBER),
    ROW("kernel_stack ", kernel_stack_bytes, NUMBER),
    ROW("pagetables ", pagetables_bytes, NUMBER),
    ROW("sec_pagetables ", sec_pagetables_bytes, NUMBER),
    ROW("percpu ", percpu_bytes, NUMBER),
    ROW("sock ", sock_bytes, NUMBER),
    ROW("vmalloc ", vmalloc_bytes, NUMBER),
    ROW("shmem ", shmem_bytes, NUMBER),
    ROW("zswap ", zswap_bytes, NUMBER),
    ROW("zswapped ", zswapped_bytes, NUMBER),
    ROW("zswap_incomp ", zswap_incomp_bytes, NUMBER),
    ROW("file_mapped ", file_mapped_bytes, NUMBER),
    ROW("file_dirty ", file_dirty_bytes, NUMBER),
    ROW("file_writeback ", file_writeback_bytes, NUMBER),
    ROW("swapcached ", swapcached_bytes, NUMBER),
    ROW("anon_thp ", anon_thp_bytes, NUMBER),
    ROW("file_thp ", file_thp_bytes, NUMBER),
    ROW("shmem_thp ", shmem_thp_bytes, NUMBER),
    ROW("inactive_anon ", inactive_anon_bytes, NUMBER),
    ROW("active_anon ", active_anon_bytes, NUMBER),
    ROW("inactive_file ", inactive_file_bytes, NUMBER),
    ROW("active_file ", active_file_bytes, NUMBER),
    ROW("unevictable ", unevictable_bytes, NUMBER),
    ROW("slab_reclaimable ", slab_reclaimable_bytes, NUMBER),
    ROW("slab_unreclaimable ", slab_unreclaimable_bytes, NUMBER),
    ROW("slab ", slab_bytes, NUMBER),
    ROW("hugetlb ", hugetlb_bytes, NUMBER),
    ROW("workingset_refault_anon ", workingset_refault_anon, NUMBER),
    ROW("workingset_refault_file ", workingset_refault_file, NUMBER),
    ROW("workingset_activate_anon ", workingset_activate_anon, NUMBER),
    ROW("workingset_activate_file ", workingset_activate_file, NUMBER),
    ROW("workingset_restore_anon ", workingset_restore_anon, NUMBER),
    ROW("workingset_restore_file ", workingset_restore_file, NUMBER),
    ROW("workingset_nodereclaim ", workingset_nodereclaim, NUMBER),
    ROW("pgdemote_kswapd ", pgdemote_kswapd, NUMBER),
    ROW("pgdemote_direct ", pgdemote_direct, NUMBER),
    ROW("pgdemote_khugepaged ", pgdemote_khugepaged, NUMBER),
    ROW("pgdemote_proactive ", pgdemote_proactive, NUMBER),
    ROW("pgpromote_success ", pgpromote_success, NUMBER),
    ROW("pgscan ", pgscan, NUMBER),
    ROW("pgsteal ", pgsteal, NUMBER),
    ROW("pswpin ", pswpin, NUMBER),
    ROW("pswpout ", pswpout, NUMBER),
    ROW("pgscan_kswapd ", pgscan_kswapd, NUMBER),
    ROW("pgscan_direct ", pgscan_direct, NUMBER),
    ROW("pgscan_khugepaged ", pgscan_khugepaged, NUMBER),
    ROW("pgscan_proactive ", pgscan_proactive, NUMBER),
    ROW("pgsteal_kswapd ", pgsteal_kswapd, NUMBER),
    ROW("pgsteal_direct ", pgsteal_direct, NUMBER),
    ROW("pgsteal_khugepaged ", pgsteal_khugepaged, NUMBER),
    ROW("pgsteal_proactive ", pgsteal_proactive, NUMBER),
    ROW("pgfault ", pgfault, NUMBER),
    ROW("pgmajfault ", pgmajfault, NUMBER),
    ROW("pgrefill ", pgrefill, NUMBER),
    ROW("pgactivate ", pgactivate, NUMBER),
    ROW("pgdeactivate ", pgdeactivate, NUMBER),
    ROW("pglazyfree ", pglazyfree, NUMBER),
    ROW("pglazyfreed ", pglazyfreed, NUMBER),
    ROW("swpin_zero ", swpin_zero, NUMBER),
    ROW("swpout_zero ", swpout_zero, NUMBER),
    ROW("zswpin ", zswpin, NUMBER),
    ROW("zswpout ", zswpout, NUMBER),
    ROW("zswpwb ", zswpwb, NUMBER),
    ROW("thp_fault_alloc ", thp_fault_alloc, NUMBER),
    ROW("thp_collapse_alloc ", thp_collapse_alloc, NUMBER),
    ROW("thp_swpout ", thp_swpout, NUMBER),
    ROW("thp_swpout_fallback ", thp_swpout_fallback, NUMBER),
    ROW("numa_pages_migrated ", numa_pages_migrated, NUMBER),
    ROW("numa_pte_updates ", numa_pte_updates, NUMBER),
    ROW("numa_hint_faults ", numa_hint_faults, NUMBER),
    /* Keys of older kernels, after the others so that they do not slow down the search. */
    ROW("workingset_refault ", workingset_refault, NUMBER),
    ROW("workingset_activate ", workingset_activate, NUMBER),
    ROW("workingset_restore ", workingset_restore, NUMBER),
};

/* v1: the keys after `total_`, in the order in which the kernel prints them. */
static const struct vmm_key memory_stat_total_rows[] = {
    ROW("cache ", file_bytes, NUMBER),
    ROW("rss ", anon_bytes, NUMBER),
    ROW("rss_huge ", anon_thp_bytes, NUMBER),
    ROW("shmem ", shmem_bytes, NUMBER),
    ROW("mapped_file ", file_mapped_bytes, NUMBER),
    ROW("dirty ", file_dirty_bytes, NUMBER),
    ROW("writeback ", file_writeback_bytes, NUMBER),
    ROW("workingset_refault_anon ", workingset_refault_anon, NUMBER),
    ROW("workingset_refault_file ", workingset_refault_file, NUMBER),
    ROW("swap ", swap_bytes, NUMBER),
    ROW("swapcached ", swapcached_bytes, NUMBER),
    ROW("pgpgin ", pgpgin, NUMBER),
    ROW("pgpgout ", pgpgout, NUMBER),
    ROW("pgfault ", pgfault, NUMBER),
    ROW("pgmajfault ", pgmajfault, NUMBER),
    ROW("inactive_anon ", inactive_anon_bytes, NUMBER),
    ROW("active_anon ", active_anon_bytes, NUMBER),
    ROW("inactive_file ", inactive_file_bytes, NUMBER),
    ROW("active_file ", active_file_bytes, NUMBER),
    ROW("unevictable ", unevictable_bytes, NUMBER),
};

/* v1: the keys of the cgroup alone, in the same order. */
static const struct vmm_key memory_stat_local_rows[] = {
    ROW("cache ", local_cache_bytes, NUMBER),
    ROW("rss ", local_rss_bytes, NUMBER),
    ROW("rss_huge ", local_rss_huge_bytes, NUMBER),
    ROW("shmem ", local_shmem_bytes, NUMBER),
    ROW("mapped_file ", local_mapped_file_bytes, NUMBER),
    ROW("dirty ", local_dirty_bytes, NUMBER),
    ROW("writeback ", local_writeback_bytes, NUMBER),
    ROW("workingset_refault_anon ", local_workingset_refault_anon, NUMBER),
    ROW("workingset_refault_file ", local_workingset_refault_file, NUMBER),
    ROW("swap ", local_swap_bytes, NUMBER),
    ROW("swapcached ", local_swapcached_bytes, NUMBER),
    ROW("pgpgin ", local_pgpgin, NUMBER),
    ROW("pgpgout ", local_pgpgout, NUMBER),
    ROW("pgfault ", local_pgfault, NUMBER),
    ROW("pgmajfault ", local_pgmajfault, NUMBER),
    ROW("inactive_anon ", local_inactive_anon_bytes, NUMBER),
    ROW("active_anon ", local_active_anon_bytes, NUMBER),
    ROW("inactive_file ", local_inactive_file_bytes, NUMBER),
    ROW("active_file ", local_active_file_bytes, NUMBER),
    ROW("unevictable ", local_unevictable_bytes, NUMBER),
    ROW("hierarchical_memory_limit ", hierarchical_memory_limit_bytes, HUGE_LIMIT),
    ROW("hierarchical_memsw_limit ", hierarchical_memsw_limit_bytes, HUGE_LIMIT),
};
static const struct vmm_keys memory_stat_v2_keys = TABLE_OF_KEYS(memory_stat_v2_rows);
static const struct vmm_keys memory_stat_total_keys = TABLE_OF_KEYS(memory_stat_total_rows);
static const struct vmm_keys memory_stat_local_keys = TABLE_OF_KEYS(memory_stat_local_rows);

/* Where the key after `total_` begins; NULL if the line at p does not begin with `total_`. */
static inline const char *skip_total(const char *p, const char *end)
{
    if (end - p < 6 || vmm_load4(p) != ('t' | 'o' << 8 | 't' << 16 | 'a' << 24) || p[4] != 'l' || p[5] != '_')
        return NULL;
    return p + 6;
}

/* Whether a text is of v1. The first key that only one version has decides. In a text of v2 this is the first key. */
static VMM_RARE bool is_v1(const char *p, const char *end)
{
    while (p != end) {
        const char *values;
        bool v1, v2;

        if (skip_total(p, end) != NULL)
            return true;
        v2 = vmm_find_key(&memory_stat_v2_keys, memory_stat_v2_keys.rows, p, end, &values) != NULL;
        v1 = vmm_find_key(&memory_stat_local_keys, memory_stat_local_keys.rows, p, end, &values) != NULL;
        if (v1 != v2)
            return v1;
        p = vmm_line_end(p, end);
        if (p != end)
            p++;
    }
    return false;
}

/* Reads all of a text of v1 into the record. */
static VMM_RARE vmm_status fill_v1(struct vmm_text *text, void *out, size_t size)
{
    const char *p, *end, *error;
    const struct vmm_key *next_total = memory_stat_total_keys.rows;
    const struct vmm_key *next_local = memory_stat_local_keys.rows;
    bool known = false;

    p = text->pos;
    end = text->end;
    error = end;
    while (p != end) {
        const char *total = skip_total(p, end);
        const char *values = p;
        const struct vmm_key *row;

        if (total != NULL) {
            row = vmm_find_key(&memory_stat_total_keys, next_total, total, end, &values);
            next_total = row != NULL ? row + 1 : next_total;
        } else {
            row = vmm_find_key(&memory_stat_local_keys, next_local, p, end, &values);
            next_local = row != NULL ? row + 1 : next_local;
        }
        if (row != NULL) {
            p = vmm_take_values(row, values, end, out, size, &error);
            known = true;
        } else {
            p = vmm_line_end(p, end);
            p = p == end ? NULL : p + 1;
        }
        if (p == NULL)
            return vmm_refuse(text, error, out, size, sizeof(RECORD));
    }
    text->pos = p;
    return known ? VMM_OK : VMM_E_EMPTY;
}

vmm_status vmm_read_cgroup_memory_stat(struct vmm_text *text, void *out, size_t size)
{
    /* No other file feeds the record, so a member whose key is missing is unknown. */
    vmm_begin(out, size, sizeof(RECORD), VMM_RECORD_CGROUP_MEMORY);
    return is_v1(text->pos, text->end) ? fill_v1(text, out, size)
                                       : vmm_read_keys(text, &memory_stat_v2_keys, out, size);
}

static const struct vmm_source cgroup_memory_sources[] = {
    READER("memory.stat"),
};
const struct vmm_directory vmm_cgroup_memory_directory = TABLE(cgroup_memory_sources);

#undef RECORD
