/* /proc/vmstat against a reference parser. The input is the file. */
#include <stdio.h>
#include <string.h>

#include "fuzz.h"

/* ---- reference ---- */

#define KEY(key, member)                                                                                               \
    {                                                                                                                  \
#key, offsetof(struct vmm_vmstat, member), 1, false                                                            \
    }

static const struct ref_key keys[] = {
    KEY(nr_free_pages, nr_free_pages),
    KEY(nr_mlock, nr_mlock_pages),
    KEY(nr_free_cma, nr_free_cma_pages),
    KEY(nr_inactive_anon, nr_inactive_anon_pages),
    KEY(nr_active_anon, nr_active_anon_pages),
    KEY(nr_inactive_file, nr_inactive_file_pages),
    KEY(nr_active_file, nr_active_file_pages),
    KEY(nr_unevictable, nr_unevictable_pages),
    KEY(nr_slab_reclaimable, nr_slab_reclaimable_pages),
    KEY(nr_slab_unreclaimable, nr_slab_unreclaimable_pages),
    KEY(workingset_nodes, workingset_nodes),
    KEY(workingset_refault_anon, workingset_refault_anon_pages),
    KEY(workingset_refault_file, workingset_refault_file_pages),
    KEY(workingset_activate_anon, workingset_activate_anon_pages),
    KEY(workingset_activate_file, workingset_activate_file_pages),
    KEY(workingset_restore_anon, workingset_restore_anon_pages),
    KEY(workingset_restore_file, workingset_restore_file_pages),
    KEY(workingset_nodereclaim, workingset_nodereclaim),
    KEY(nr_anon_pages, nr_anon_pages),
    KEY(nr_mapped, nr_mapped_pages),
    KEY(nr_file_pages, nr_file_pages),
    KEY(nr_dirty, nr_dirty_pages),
    KEY(nr_writeback, nr_writeback_pages),
    KEY(nr_shmem, nr_shmem_pages),
    KEY(nr_vmscan_write, nr_vmscan_write_pages),
    KEY(nr_dirtied, nr_dirtied_pages),
    KEY(nr_written, nr_written_pages),
    KEY(nr_throttled_written, nr_throttled_written_pages),
    KEY(nr_page_table_pages, nr_page_table_pages),
    KEY(nr_swapcached, nr_swapcached_pages),
    KEY(nr_balloon_pages, nr_balloon_pages),
    KEY(pgpgin, pgpgin_bytes),
    KEY(pgpgout, pgpgout_bytes),
    KEY(pswpin, pswpin_pages),
    KEY(pswpout, pswpout_pages),
    KEY(allocstall_dma, allocstall_dma),
    KEY(allocstall_dma32, allocstall_dma32),
    KEY(allocstall_normal, allocstall_normal),
    KEY(allocstall_high, allocstall_high),
    KEY(allocstall_movable, allocstall_movable),
    KEY(allocstall_device, allocstall_device),
    KEY(pgfree, pgfree_pages),
    KEY(pgactivate, pgactivate_pages),
    KEY(pgdeactivate, pgdeactivate_pages),
    KEY(pglazyfree, pglazyfree_pages),
    KEY(pgfault, pgfault),
    KEY(pgmajfault, pgmajfault),
    KEY(pglazyfreed, pglazyfreed_pages),
    KEY(pgrefill, pgrefill_pages),
    KEY(pgreuse, pgreuse),
    KEY(pgsteal_kswapd, pgsteal_kswapd_pages),
    KEY(pgsteal_direct, pgsteal_direct_pages),
    KEY(pgsteal_khugepaged, pgsteal_khugepaged_pages),
    KEY(pgsteal_proactive, pgsteal_proactive_pages),
    KEY(pgscan_kswapd, pgscan_kswapd_pages),
    KEY(pgscan_direct, pgscan_direct_pages),
    KEY(pgscan_khugepaged, pgscan_khugepaged_pages),
    KEY(pgscan_proactive, pgscan_proactive_pages),
    KEY(pgscan_direct_throttle, pgscan_direct_throttle),
    KEY(pgscan_anon, pgscan_anon_pages),
    KEY(pgscan_file, pgscan_file_pages),
    KEY(pgsteal_anon, pgsteal_anon_pages),
    KEY(pgsteal_file, pgsteal_file_pages),
    KEY(slabs_scanned, slabs_scanned),
    KEY(pageoutrun, pageoutrun),
    KEY(pgrotated, pgrotated_pages),
    KEY(drop_pagecache, drop_pagecache),
    KEY(drop_slab, drop_slab),
    KEY(oom_kill, oom_kill),
    KEY(pgmigrate_success, pgmigrate_success_pages),
    KEY(pgmigrate_fail, pgmigrate_fail_pages),
    KEY(compact_stall, compact_stall),
    KEY(compact_fail, compact_fail),
    KEY(compact_success, compact_success),
    KEY(compact_daemon_wake, compact_daemon_wake),
    KEY(thp_fault_alloc, thp_fault_alloc),
    KEY(thp_fault_fallback, thp_fault_fallback),
    KEY(thp_collapse_alloc, thp_collapse_alloc),
    KEY(thp_collapse_alloc_failed, thp_collapse_alloc_failed),
    KEY(thp_file_alloc, thp_file_alloc),
    KEY(thp_file_mapped, thp_file_mapped),
    KEY(thp_split_page, thp_split_page),
    KEY(thp_split_page_failed, thp_split_page_failed),
    KEY(thp_deferred_split_page, thp_deferred_split_page),
    KEY(thp_split_pmd, thp_split_pmd),
    KEY(thp_zero_page_alloc, thp_zero_page_alloc),
    KEY(thp_swpout, thp_swpout),
    KEY(thp_swpout_fallback, thp_swpout_fallback),
    KEY(balloon_inflate, balloon_inflate_pages),
    KEY(balloon_deflate, balloon_deflate_pages),
    KEY(balloon_migrate, balloon_migrate_pages),
    KEY(swap_ra, swap_ra_pages),
    KEY(swap_ra_hit, swap_ra_hit_pages),
    KEY(swpin_zero, swpin_zero_pages),
    KEY(swpout_zero, swpout_zero_pages),
    KEY(zswpin, zswpin_pages),
    KEY(zswpout, zswpout_pages),
    KEY(zswpwb, zswpwb_pages),
    KEY(workingset_refault, workingset_refault_pages),
    KEY(workingset_activate, workingset_activate_pages),
    KEY(workingset_restore, workingset_restore_pages),
    KEY(allocstall, allocstall),
    KEY(pgsteal_kswapd_dma, pgsteal_kswapd_dma_pages),
    KEY(pgsteal_kswapd_dma32, pgsteal_kswapd_dma32_pages),
    KEY(pgsteal_kswapd_normal, pgsteal_kswapd_normal_pages),
    KEY(pgsteal_kswapd_high, pgsteal_kswapd_high_pages),
    KEY(pgsteal_kswapd_movable, pgsteal_kswapd_movable_pages),
    KEY(pgsteal_direct_dma, pgsteal_direct_dma_pages),
    KEY(pgsteal_direct_dma32, pgsteal_direct_dma32_pages),
    KEY(pgsteal_direct_normal, pgsteal_direct_normal_pages),
    KEY(pgsteal_direct_high, pgsteal_direct_high_pages),
    KEY(pgsteal_direct_movable, pgsteal_direct_movable_pages),
    KEY(pgscan_kswapd_dma, pgscan_kswapd_dma_pages),
    KEY(pgscan_kswapd_dma32, pgscan_kswapd_dma32_pages),
    KEY(pgscan_kswapd_normal, pgscan_kswapd_normal_pages),
    KEY(pgscan_kswapd_high, pgscan_kswapd_high_pages),
    KEY(pgscan_kswapd_movable, pgscan_kswapd_movable_pages),
    KEY(pgscan_direct_dma, pgscan_direct_dma_pages),
    KEY(pgscan_direct_dma32, pgscan_direct_dma32_pages),
    KEY(pgscan_direct_normal, pgscan_direct_normal_pages),
    KEY(pgscan_direct_high, pgscan_direct_high_pages),
    KEY(pgscan_direct_movable, pgscan_direct_movable_pages),
    KEY(thp_split, thp_split),
};
enum { KEYS = sizeof keys / sizeof keys[0] };

/* The kernel prints these two in kB, and does not say so. */
static bool is_in_kb(unsigned key)
{
    return keys[key].offset == offsetof(struct vmm_vmstat, pgpgin_bytes) ||
           keys[key].offset == offsetof(struct vmm_vmstat, pgpgout_bytes);
}

static struct outcome reference(const char *bytes, size_t length, size_t at, void *out, size_t size)
{
    struct outcome outcome = ref_keys(bytes, length, at, ' ', keys, KEYS, out, size);

    for (unsigned i = 0; i < KEYS; i++) {
        uint64_t value;

        if (!is_in_kb(i) || keys[i].offset + sizeof value > size)
            continue;
        memcpy(&value, (char *)out + keys[i].offset, sizeof value);
        ref_store(out, size, keys[i].offset, value > (VMM_UNLIMITED - 1) / 1024 ? VMM_UNKNOWN : value * 1024);
    }
    return outcome;
}

/* ---- the library ---- */

static vmm_status parse(struct vmm_text *text, void *out, size_t out_size)
{
    return vmm_vmstat_parse(text, out, out_size);
}

static struct outcome check(struct piece text, struct vmm_vmstat *out)
{
    struct outcome outcome = fuzz_check(parse, reference, text, 0, out, sizeof *out, sizeof *out);

    if (text.length != 0 && text.bytes[text.length - 1] != '\n')
        CHECK(outcome.status == VMM_E_TRUNCATED || outcome.status == VMM_E_SYNTAX);
    return outcome;
}

/* A record, printed as the kernel would, from any key on, reads as the same record. */
static void check_printed(const struct vmm_vmstat *record, unsigned from)
{
    char text[KEYS * 60];
    struct vmm_vmstat again;
    struct piece piece;
    int length = 0;

    for (unsigned i = 0; i < KEYS; i++) {
        unsigned key = (from + i) % KEYS;
        uint64_t value;

        memcpy(&value, (const char *)record + keys[key].offset, sizeof value);
        if (value == VMM_UNKNOWN)
            continue;
        length += snprintf(text + length, sizeof text - (size_t)length, "%s %llu\n", keys[key].key,
                           (unsigned long long)(is_in_kb(key) ? value / 1024 : value));
    }
    piece = fuzz_copy(text, (size_t)length);
    CHECK(check(piece, &again).status == (length == 0 ? VMM_E_EMPTY : VMM_OK));
    CHECK(memcmp(&again, record, sizeof again) == 0);
    fuzz_free(piece);
}

/* Lines that nobody knows change nothing, and move the place of an error by their length. */
static void check_unknown_lines(struct piece text, struct outcome before, const struct vmm_vmstat *record)
{
    static const char *const lines[] = {"\n",
                                        "nr_unstable 0\n",
                                        "pgscan_direct_throttled x\n",
                                        "pgsteal_kswapd_ 5\n",
                                        "pgfault\n",
                                        "pgfault\t5\n",
                                        " pgfault x\n",
                                        "nr_anon_transparent_hugepages 5\n",
                                        "workingset_refault_ano 5\n"};
    struct vmm_vmstat again;
    struct outcome after;
    size_t at = before.error;
    struct piece more = fuzz_insert_unknown(text.bytes, text.length, lines, sizeof lines / sizeof lines[0], &at);

    after = check(more, &again);
    CHECK(after.status == before.status);
    CHECK(memcmp(&again, record, sizeof again) == 0);
    if (before.error != NOWHERE)
        CHECK(after.error == before.error + at);
    fuzz_free(more);
}

/* Lines in another order say the same. */
static void check_permuted(struct piece text, const struct vmm_vmstat *record)
{
    struct vmm_vmstat again;
    struct piece permuted;

    if (!fuzz_permute_lines(text.bytes, text.length, " \n", &permuted))
        return;
    CHECK(check(permuted, &again).status == VMM_OK);
    CHECK(memcmp(&again, record, sizeof again) == 0);
    fuzz_free(permuted);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *bytes = (const char *)data;
    struct piece text = fuzz_copy(bytes, size);
    struct vmm_vmstat record;
    struct outcome outcome = check(text, &record);
    size_t length = 0, out_size;
    unsigned index = 0;

    while (fuzz_next_size(bytes, size, sizeof record, &index, &out_size))
        fuzz_check(parse, reference, text, 0, NULL, sizeof record, out_size);
    while (fuzz_next_prefix(bytes, size, &length)) {
        struct piece prefix = fuzz_copy(bytes, length);
        struct vmm_vmstat of_prefix;
        check(prefix, &of_prefix);
        fuzz_free(prefix);
    }
    check_unknown_lines(text, outcome, &record);
    if (outcome.status == VMM_OK) {
        check_permuted(text, &record);
        check_printed(&record, 0);
        check_printed(&record, (unsigned)(fuzz_choice(bytes, size, 20) % KEYS));
    }
    fuzz_free(text);
    return 0;
}
