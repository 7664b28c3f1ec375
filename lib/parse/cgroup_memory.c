/* A cgroup's memory.stat: `anon 16318480`; and v1's: `rss 16318480` and `total_rss 16318480`. */
#include "vmmetrics/cgroup_memory.h"
#include "../record/engine.h"
#include "../record/find.h"
#include "../scan/scan.h"

#define RECORD struct vmm_cgroup_memory
/* v2, in the order in which the kernel prints them. */
#define USUAL(KEY)                                                                                                     \
    KEY(anon_bytes, BYTES, GAUGE, "anon ")                                                                             \
    KEY(file_bytes, BYTES, GAUGE, "file ")                                                                             \
    KEY(kernel_bytes, BYTES, GAUGE, "kernel ")                                                                         \
    KEY(kernel_stack_bytes, BYTES, GAUGE, "kernel_stack ")                                                             \
    KEY(pagetables_bytes, BYTES, GAUGE, "pagetables ")                                                                 \
    KEY(sec_pagetables_bytes, BYTES, GAUGE, "sec_pagetables ")                                                         \
    KEY(percpu_bytes, BYTES, GAUGE, "percpu ")                                                                         \
    KEY(sock_bytes, BYTES, GAUGE, "sock ")                                                                             \
    KEY(vmalloc_bytes, BYTES, GAUGE, "vmalloc ")                                                                       \
    KEY(shmem_bytes, BYTES, GAUGE, "shmem ")                                                                           \
    KEY(zswap_bytes, BYTES, GAUGE, "zswap ")                                                                           \
    KEY(zswapped_bytes, BYTES, GAUGE, "zswapped ")                                                                     \
    KEY(file_mapped_bytes, BYTES, GAUGE, "file_mapped ")                                                               \
    KEY(file_dirty_bytes, BYTES, GAUGE, "file_dirty ")                                                                 \
    KEY(file_writeback_bytes, BYTES, GAUGE, "file_writeback ")                                                         \
    KEY(swapcached_bytes, BYTES, GAUGE, "swapcached ")                                                                 \
    KEY(anon_thp_bytes, BYTES, GAUGE, "anon_thp ")                                                                     \
    KEY(file_thp_bytes, BYTES, GAUGE, "file_thp ")                                                                     \
    KEY(shmem_thp_bytes, BYTES, GAUGE, "shmem_thp ")                                                                   \
    KEY(inactive_anon_bytes, BYTES, GAUGE, "inactive_anon ")                                                           \
    KEY(active_anon_bytes, BYTES, GAUGE, "active_anon ")                                                               \
    KEY(inactive_file_bytes, BYTES, GAUGE, "inactive_file ")                                                           \
    KEY(active_file_bytes, BYTES, GAUGE, "active_file ")                                                               \
    KEY(unevictable_bytes, BYTES, GAUGE, "unevictable ")                                                               \
    KEY(slab_reclaimable_bytes, BYTES, GAUGE, "slab_reclaimable ")                                                     \
    KEY(slab_unreclaimable_bytes, BYTES, GAUGE, "slab_unreclaimable ")                                                 \
    KEY(slab_bytes, BYTES, GAUGE, "slab ")                                                                             \
    KEY(hugetlb_bytes, BYTES, GAUGE, "hugetlb ")                                                                       \
    KEY(workingset_refault_anon, COUNT, COUNTER_LONG, "workingset_refault_anon ")                                      \
    KEY(workingset_refault_file, COUNT, COUNTER_LONG, "workingset_refault_file ")                                      \
    KEY(workingset_activate_anon, COUNT, COUNTER_LONG, "workingset_activate_anon ")                                    \
    KEY(workingset_activate_file, COUNT, COUNTER_LONG, "workingset_activate_file ")                                    \
    KEY(workingset_restore_anon, COUNT, COUNTER_LONG, "workingset_restore_anon ")                                      \
    KEY(workingset_restore_file, COUNT, COUNTER_LONG, "workingset_restore_file ")                                      \
    KEY(workingset_nodereclaim, COUNT, COUNTER_LONG, "workingset_nodereclaim ")                                        \
    KEY(pgdemote_kswapd, COUNT, COUNTER_LONG, "pgdemote_kswapd ")                                                      \
    KEY(pgdemote_direct, COUNT, COUNTER_LONG, "pgdemote_direct ")                                                      \
    KEY(pgdemote_khugepaged, COUNT, COUNTER_LONG, "pgdemote_khugepaged ")                                              \
    KEY(pgdemote_proactive, COUNT, COUNTER_LONG, "pgdemote_proactive ")                                                \
    KEY(pgpromote_success, COUNT, COUNTER_LONG, "pgpromote_success ")                                                  \
    KEY(pgscan, COUNT, COUNTER_LONG, "pgscan ")                                                                        \
    KEY(pgsteal, COUNT, COUNTER_LONG, "pgsteal ")                                                                      \
    KEY(pswpin, COUNT, COUNTER_LONG, "pswpin ")                                                                        \
    KEY(pswpout, COUNT, COUNTER_LONG, "pswpout ")                                                                      \
    KEY(pgscan_kswapd, COUNT, COUNTER_LONG, "pgscan_kswapd ")                                                          \
    KEY(pgscan_direct, COUNT, COUNTER_LONG, "pgscan_direct ")                                                          \
    KEY(pgscan_khugepaged, COUNT, COUNTER_LONG, "pgscan_khugepaged ")                                                  \
    KEY(pgscan_proactive, COUNT, COUNTER_LONG, "pgscan_proactive ")                                                    \
    KEY(pgsteal_kswapd, COUNT, COUNTER_LONG, "pgsteal_kswapd ")                                                        \
    KEY(pgsteal_direct, COUNT, COUNTER_LONG, "pgsteal_direct ")                                                        \
    KEY(pgsteal_khugepaged, COUNT, COUNTER_LONG, "pgsteal_khugepaged ")                                                \
    KEY(pgsteal_proactive, COUNT, COUNTER_LONG, "pgsteal_proactive ")                                                  \
    KEY(pgfault, COUNT, COUNTER_LONG, "pgfault ")                                                                      \
    KEY(pgmajfault, COUNT, COUNTER_LONG, "pgmajfault ")                                                                \
    KEY(pgrefill, COUNT, COUNTER_LONG, "pgrefill ")                                                                    \
    KEY(pgactivate, COUNT, COUNTER_LONG, "pgactivate ")                                                                \
    KEY(pgdeactivate, COUNT, COUNTER_LONG, "pgdeactivate ")                                                            \
    KEY(pglazyfree, COUNT, COUNTER_LONG, "pglazyfree ")                                                                \
    KEY(pglazyfreed, COUNT, COUNTER_LONG, "pglazyfreed ")                                                              \
    KEY(swpin_zero, COUNT, COUNTER_LONG, "swpin_zero ")                                                                \
    KEY(swpout_zero, COUNT, COUNTER_LONG, "swpout_zero ")                                                              \
    KEY(zswpin, COUNT, COUNTER_LONG, "zswpin ")                                                                        \
    KEY(zswpout, COUNT, COUNTER_LONG, "zswpout ")                                                                      \
    KEY(zswpwb, COUNT, COUNTER_LONG, "zswpwb ")                                                                        \
    KEY(thp_fault_alloc, COUNT, COUNTER_LONG, "thp_fault_alloc ")                                                      \
    KEY(thp_collapse_alloc, COUNT, COUNTER_LONG, "thp_collapse_alloc ")                                                \
    KEY(thp_swpout, COUNT, COUNTER_LONG, "thp_swpout ")                                                                \
    KEY(thp_swpout_fallback, COUNT, COUNTER_LONG, "thp_swpout_fallback ")                                              \
    KEY(numa_pages_migrated, COUNT, COUNTER_LONG, "numa_pages_migrated ")                                              \
    KEY(numa_pte_updates, COUNT, COUNTER_LONG, "numa_pte_updates ")                                                    \
    KEY(numa_hint_faults, COUNT, COUNTER_LONG, "numa_hint_faults ")
/* Keys that are gone. */
#define GONE(KEY)                                                                                                      \
    KEY(workingset_refault, COUNT, COUNTER_LONG, "workingset_refault ")                                                \
    KEY(workingset_activate, COUNT, COUNTER_LONG, "workingset_activate ")                                              \
    KEY(workingset_restore, COUNT, COUNTER_LONG, "workingset_restore ")
/* v1, where these follow `total_`, in the order in which the kernel prints them. */
#define TOTAL(KEY)                                                                                                     \
    KEY(file_bytes, BYTES, GAUGE, "cache ")                                                                            \
    KEY(anon_bytes, BYTES, GAUGE, "rss ")                                                                              \
    KEY(anon_thp_bytes, BYTES, GAUGE, "rss_huge ")                                                                     \
    KEY(shmem_bytes, BYTES, GAUGE, "shmem ")                                                                           \
    KEY(file_mapped_bytes, BYTES, GAUGE, "mapped_file ")                                                               \
    KEY(file_dirty_bytes, BYTES, GAUGE, "dirty ")                                                                      \
    KEY(file_writeback_bytes, BYTES, GAUGE, "writeback ")                                                              \
    KEY(workingset_refault_anon, COUNT, COUNTER_LONG, "workingset_refault_anon ")                                      \
    KEY(workingset_refault_file, COUNT, COUNTER_LONG, "workingset_refault_file ")                                      \
    KEY(swap_bytes, BYTES, GAUGE, "swap ")                                                                             \
    KEY(swapcached_bytes, BYTES, GAUGE, "swapcached ")                                                                 \
    KEY(pgpgin, COUNT, COUNTER_LONG, "pgpgin ")                                                                        \
    KEY(pgpgout, COUNT, COUNTER_LONG, "pgpgout ")                                                                      \
    KEY(pgfault, COUNT, COUNTER_LONG, "pgfault ")                                                                      \
    KEY(pgmajfault, COUNT, COUNTER_LONG, "pgmajfault ")                                                                \
    KEY(inactive_anon_bytes, BYTES, GAUGE, "inactive_anon ")                                                           \
    KEY(active_anon_bytes, BYTES, GAUGE, "active_anon ")                                                               \
    KEY(inactive_file_bytes, BYTES, GAUGE, "inactive_file ")                                                           \
    KEY(active_file_bytes, BYTES, GAUGE, "active_file ")                                                               \
    KEY(unevictable_bytes, BYTES, GAUGE, "unevictable ")
/* v1, as they stand, in the same order. */
#define LOCAL(KEY)                                                                                                     \
    KEY(local_cache_bytes, BYTES, GAUGE, "cache ")                                                                     \
    KEY(local_rss_bytes, BYTES, GAUGE, "rss ")                                                                         \
    KEY(local_rss_huge_bytes, BYTES, GAUGE, "rss_huge ")                                                               \
    KEY(local_shmem_bytes, BYTES, GAUGE, "shmem ")                                                                     \
    KEY(local_mapped_file_bytes, BYTES, GAUGE, "mapped_file ")                                                         \
    KEY(local_dirty_bytes, BYTES, GAUGE, "dirty ")                                                                     \
    KEY(local_writeback_bytes, BYTES, GAUGE, "writeback ")                                                             \
    KEY(local_workingset_refault_anon, COUNT, COUNTER_LONG, "workingset_refault_anon ")                                \
    KEY(local_workingset_refault_file, COUNT, COUNTER_LONG, "workingset_refault_file ")                                \
    KEY(local_swap_bytes, BYTES, GAUGE, "swap ")                                                                       \
    KEY(local_swapcached_bytes, BYTES, GAUGE, "swapcached ")                                                           \
    KEY(local_pgpgin, COUNT, COUNTER_LONG, "pgpgin ")                                                                  \
    KEY(local_pgpgout, COUNT, COUNTER_LONG, "pgpgout ")                                                                \
    KEY(local_pgfault, COUNT, COUNTER_LONG, "pgfault ")                                                                \
    KEY(local_pgmajfault, COUNT, COUNTER_LONG, "pgmajfault ")                                                          \
    KEY(local_inactive_anon_bytes, BYTES, GAUGE, "inactive_anon ")                                                     \
    KEY(local_active_anon_bytes, BYTES, GAUGE, "active_anon ")                                                         \
    KEY(local_inactive_file_bytes, BYTES, GAUGE, "inactive_file ")                                                     \
    KEY(local_active_file_bytes, BYTES, GAUGE, "active_file ")                                                         \
    KEY(local_unevictable_bytes, BYTES, GAUGE, "unevictable ")
/* v1, as they stand, behind those. */
#define LIMITS(KEY)                                                                                                    \
    KEY(hierarchical_memory_limit_bytes, V1_LIMIT, LIMIT, "hierarchical_memory_limit ")                                \
    KEY(hierarchical_memsw_limit_bytes, V1_LIMIT, LIMIT, "hierarchical_memsw_limit ")
/* Those of v1's totals that v2 does not have. */
#define ONLY_V1(MEMBER)                                                                                                \
    MEMBER(swap_bytes, BYTES, GAUGE)                                                                                   \
    MEMBER(pgpgin, COUNT, COUNTER_LONG)                                                                                \
    MEMBER(pgpgout, COUNT, COUNTER_LONG)

static const struct vmm_key v2_rows[] = {USUAL(VMM_KEY) GONE(VMM_KEY)};
static const struct vmm_key total_rows[] = {TOTAL(VMM_KEY)};
static const struct vmm_key local_rows[] = {LOCAL(VMM_KEY) LIMITS(VMM_KEY)};
static const struct vmm_keys v2_keys = VMM_TABLE(v2_rows);
static const struct vmm_keys total_keys = VMM_TABLE(total_rows);
static const struct vmm_keys local_keys = VMM_TABLE(local_rows);

/* Where the key behind `total_` begins; NULL when the line at p does not begin so. */
static inline const char *skip_total(const char *p, const char *end)
{
    if (end - p < 6 || vmm_load4(p) != ('t' | 'o' << 8 | 't' << 16 | 'a' << 24) || p[4] != 'l' || p[5] != '_')
        return NULL;
    return p + 6;
}

/* Whether a text is of v1: the first key that only one of the versions knows tells. In v2 that is the first of all. */
static VMM_RARE bool is_v1(const char *p, const char *end)
{
    while (p != end) {
        const char *values;
        bool v1, v2;

        if (skip_total(p, end) != NULL)
            return true;
        v2 = vmm_find_key(&v2_keys, v2_keys.rows, p, end, &values) != NULL;
        v1 = vmm_find_key(&local_keys, local_keys.rows, p, end, &values) != NULL;
        if (v1 != v2)
            return v1;
        p = vmm_line_end(p, end);
        if (p != end)
            p++;
    }
    return false;
}

/* Reads all of a text of v1 into the record. */
static VMM_RARE vmm_status fill_v1(struct vmm_text *text, struct vmm_cgroup_memory *out, size_t out_size)
{
    size_t size = vmm_begin_text(text, out, out_size, sizeof *out);
    const char *p, *end, *error;
    const struct vmm_key *next_total = total_keys.rows;
    const struct vmm_key *next_local = local_keys.rows;
    bool known = false;

    if (size == 0)
        return VMM_E_ARGUMENT;
    p = text->pos;
    end = text->end;
    error = end;
    while (p != end) {
        const char *total = skip_total(p, end);
        const char *values = p;
        const struct vmm_key *row;

        if (total != NULL) {
            row = vmm_find_key(&total_keys, next_total, total, end, &values);
            next_total = row != NULL ? row + 1 : next_total;
        } else {
            row = vmm_find_key(&local_keys, next_local, p, end, &values);
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
            return vmm_refuse(text, error, out, out_size, sizeof *out);
    }
    text->pos = p;
    return known ? VMM_OK : VMM_E_EMPTY;
}

vmm_status vmm_cgroup_memory_parse(struct vmm_text *text, struct vmm_cgroup_memory *out, size_t out_size)
{
    if (vmm_is_usable(text) && is_v1(text->pos, text->end))
        return fill_v1(text, out, out_size);
    return vmm_fill_keys(text, &v2_keys, out, out_size);
}
