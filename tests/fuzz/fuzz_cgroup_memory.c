/* A cgroup's memory.stat, of both versions, against a reference parser. The input is the file. */
#include <stdio.h>
#include <string.h>

#include "fuzz.h"

/* ---- reference ---- */

#define KEY(key, member)                                                                                               \
    {                                                                                                                  \
#key, offsetof(struct vmm_cgroup_memory, member), 1, false                                                     \
    }
#define COUNT(keys) (sizeof(keys) / sizeof(keys)[0])

static const struct ref_key v2[] = {
    KEY(anon, anon_bytes),
    KEY(file, file_bytes),
    KEY(kernel, kernel_bytes),
    KEY(kernel_stack, kernel_stack_bytes),
    KEY(pagetables, pagetables_bytes),
    KEY(sec_pagetables, sec_pagetables_bytes),
    KEY(percpu, percpu_bytes),
    KEY(sock, sock_bytes),
    KEY(vmalloc, vmalloc_bytes),
    KEY(shmem, shmem_bytes),
    KEY(zswap, zswap_bytes),
    KEY(zswapped, zswapped_bytes),
    KEY(file_mapped, file_mapped_bytes),
    KEY(file_dirty, file_dirty_bytes),
    KEY(file_writeback, file_writeback_bytes),
    KEY(swapcached, swapcached_bytes),
    KEY(anon_thp, anon_thp_bytes),
    KEY(file_thp, file_thp_bytes),
    KEY(shmem_thp, shmem_thp_bytes),
    KEY(inactive_anon, inactive_anon_bytes),
    KEY(active_anon, active_anon_bytes),
    KEY(inactive_file, inactive_file_bytes),
    KEY(active_file, active_file_bytes),
    KEY(unevictable, unevictable_bytes),
    KEY(slab_reclaimable, slab_reclaimable_bytes),
    KEY(slab_unreclaimable, slab_unreclaimable_bytes),
    KEY(slab, slab_bytes),
    KEY(hugetlb, hugetlb_bytes),
    KEY(workingset_refault_anon, workingset_refault_anon),
    KEY(workingset_refault_file, workingset_refault_file),
    KEY(workingset_activate_anon, workingset_activate_anon),
    KEY(workingset_activate_file, workingset_activate_file),
    KEY(workingset_restore_anon, workingset_restore_anon),
    KEY(workingset_restore_file, workingset_restore_file),
    KEY(workingset_nodereclaim, workingset_nodereclaim),
    KEY(pgdemote_kswapd, pgdemote_kswapd),
    KEY(pgdemote_direct, pgdemote_direct),
    KEY(pgdemote_khugepaged, pgdemote_khugepaged),
    KEY(pgdemote_proactive, pgdemote_proactive),
    KEY(pgpromote_success, pgpromote_success),
    KEY(pgscan, pgscan),
    KEY(pgsteal, pgsteal),
    KEY(pswpin, pswpin),
    KEY(pswpout, pswpout),
    KEY(pgscan_kswapd, pgscan_kswapd),
    KEY(pgscan_direct, pgscan_direct),
    KEY(pgscan_khugepaged, pgscan_khugepaged),
    KEY(pgscan_proactive, pgscan_proactive),
    KEY(pgsteal_kswapd, pgsteal_kswapd),
    KEY(pgsteal_direct, pgsteal_direct),
    KEY(pgsteal_khugepaged, pgsteal_khugepaged),
    KEY(pgsteal_proactive, pgsteal_proactive),
    KEY(pgfault, pgfault),
    KEY(pgmajfault, pgmajfault),
    KEY(pgrefill, pgrefill),
    KEY(pgactivate, pgactivate),
    KEY(pgdeactivate, pgdeactivate),
    KEY(pglazyfree, pglazyfree),
    KEY(pglazyfreed, pglazyfreed),
    KEY(swpin_zero, swpin_zero),
    KEY(swpout_zero, swpout_zero),
    KEY(zswpin, zswpin),
    KEY(zswpout, zswpout),
    KEY(zswpwb, zswpwb),
    KEY(thp_fault_alloc, thp_fault_alloc),
    KEY(thp_collapse_alloc, thp_collapse_alloc),
    KEY(thp_swpout, thp_swpout),
    KEY(thp_swpout_fallback, thp_swpout_fallback),
    KEY(numa_pages_migrated, numa_pages_migrated),
    KEY(numa_pte_updates, numa_pte_updates),
    KEY(numa_hint_faults, numa_hint_faults),
    KEY(workingset_refault, workingset_refault),
    KEY(workingset_activate, workingset_activate),
    KEY(workingset_restore, workingset_restore),
};
static const struct ref_key v1[] = {
    KEY(cache, local_cache_bytes),
    KEY(rss, local_rss_bytes),
    KEY(rss_huge, local_rss_huge_bytes),
    KEY(shmem, local_shmem_bytes),
    KEY(mapped_file, local_mapped_file_bytes),
    KEY(dirty, local_dirty_bytes),
    KEY(writeback, local_writeback_bytes),
    KEY(workingset_refault_anon, local_workingset_refault_anon),
    KEY(workingset_refault_file, local_workingset_refault_file),
    KEY(swap, local_swap_bytes),
    KEY(swapcached, local_swapcached_bytes),
    KEY(pgpgin, local_pgpgin),
    KEY(pgpgout, local_pgpgout),
    KEY(pgfault, local_pgfault),
    KEY(pgmajfault, local_pgmajfault),
    KEY(inactive_anon, local_inactive_anon_bytes),
    KEY(active_anon, local_active_anon_bytes),
    KEY(inactive_file, local_inactive_file_bytes),
    KEY(active_file, local_active_file_bytes),
    KEY(unevictable, local_unevictable_bytes),
    KEY(hierarchical_memory_limit, hierarchical_memory_limit_bytes),
    KEY(hierarchical_memsw_limit, hierarchical_memsw_limit_bytes),
    KEY(total_cache, file_bytes),
    KEY(total_rss, anon_bytes),
    KEY(total_rss_huge, anon_thp_bytes),
    KEY(total_shmem, shmem_bytes),
    KEY(total_mapped_file, file_mapped_bytes),
    KEY(total_dirty, file_dirty_bytes),
    KEY(total_writeback, file_writeback_bytes),
    KEY(total_workingset_refault_anon, workingset_refault_anon),
    KEY(total_workingset_refault_file, workingset_refault_file),
    KEY(total_swap, swap_bytes),
    KEY(total_swapcached, swapcached_bytes),
    KEY(total_pgpgin, pgpgin),
    KEY(total_pgpgout, pgpgout),
    KEY(total_pgfault, pgfault),
    KEY(total_pgmajfault, pgmajfault),
    KEY(total_inactive_anon, inactive_anon_bytes),
    KEY(total_active_anon, active_anon_bytes),
    KEY(total_inactive_file, inactive_file_bytes),
    KEY(total_active_file, active_file_bytes),
    KEY(total_unevictable, unevictable_bytes),
};

static const char total[] = "total_", memory_limit[] = "hierarchical_memory_limit",
                  memsw_limit[] = "hierarchical_memsw_limit";

/* Whether the line at `at` begins with one of the keys and a blank. */
static bool has_key(const char *bytes, size_t length, size_t at, const struct ref_key *keys, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t key = strlen(keys[i].key);

        if (length - at > key && memcmp(bytes + at, keys[i].key, key) == 0 && bytes[at + key] == ' ')
            return true;
    }
    return false;
}

/* The first line that only one version can have tells. */
static bool is_v1(const char *bytes, size_t length, size_t at)
{
    for (; at < length; at = ref_next_line(bytes, length, at)) {
        if (length - at >= strlen(total) && memcmp(bytes + at, total, strlen(total)) == 0)
            return true;
        if (has_key(bytes, length, at, v1, COUNT(v1)) != has_key(bytes, length, at, v2, COUNT(v2)))
            return has_key(bytes, length, at, v1, COUNT(v1));
    }
    return false;
}

/* What a limit of v1 says: the last line of its key counts. The text is well formed. */
static void store_limit(const char *bytes, size_t length, size_t at, const char *key, void *out, size_t size,
                        size_t offset)
{
    for (; at < length; at = ref_next_line(bytes, length, at)) {
        size_t number = at + strlen(key) + 1, after;
        uint64_t value;

        if (length - at <= strlen(key) || memcmp(bytes + at, key, strlen(key)) != 0 || bytes[number - 1] != ' ')
            continue;
        while (ref_blank(bytes[number]))
            number++;
        after = number;
        CHECK(ref_number(bytes, length, &after, &value));
        if (after - number == 20 && memcmp(bytes + number, "18446744073709551615", 20) == 0)
            value = VMM_UNLIMITED;
        if (value < VMM_UNLIMITED && (value >= 9223372036853727232U || value == 8796093018112U))
            value = VMM_UNLIMITED;
        ref_store(out, size, offset, value);
    }
}

static struct outcome reference(const char *bytes, size_t length, size_t at, void *out, size_t size)
{
    struct outcome outcome;

    if (!is_v1(bytes, length, at))
        return ref_keys(bytes, length, at, ' ', v2, COUNT(v2), out, size);
    outcome = ref_keys(bytes, length, at, ' ', v1, COUNT(v1), out, size);
    if (outcome.status == VMM_OK) {
        store_limit(bytes, length, at, memory_limit, out, size,
                    offsetof(struct vmm_cgroup_memory, hierarchical_memory_limit_bytes));
        store_limit(bytes, length, at, memsw_limit, out, size,
                    offsetof(struct vmm_cgroup_memory, hierarchical_memsw_limit_bytes));
    }
    return outcome;
}

/* ---- the library ---- */

static vmm_status parse(struct vmm_text *text, void *out, size_t out_size)
{
    return vmm_cgroup_memory_parse(text, out, out_size);
}

static struct outcome check(struct piece text, struct vmm_cgroup_memory *out)
{
    struct outcome outcome = fuzz_check(parse, reference, text, 0, out, sizeof *out, sizeof *out);

    if (text.length != 0 && text.bytes[text.length - 1] != '\n')
        CHECK(outcome.status == VMM_E_TRUNCATED || outcome.status == VMM_E_SYNTAX);
    return outcome;
}

/* A record, printed as the kernel would, reads as the same record. */
static void check_printed(const struct vmm_cgroup_memory *record, bool first)
{
    const struct ref_key *keys = first ? v1 : v2;
    uint64_t words[sizeof *record / 8];
    char text[8000];
    struct vmm_cgroup_memory again;
    struct piece piece;
    size_t length = 0;

    memcpy(words, record, sizeof words);
    for (size_t i = 0; i < (first ? COUNT(v1) : COUNT(v2)); i++) {
        uint64_t value = words[keys[i].offset / 8];

        if (value == VMM_UNLIMITED)
            length += (size_t)snprintf(text + length, sizeof text - length, "%s 9223372036854771712\n", keys[i].key);
        else if (value != VMM_UNKNOWN)
            length += (size_t)snprintf(text + length, sizeof text - length, "%s %llu\n", keys[i].key,
                                       (unsigned long long)value);
    }
    /* Without a key that only v1 has, its other keys would be taken for v2's. */
    if (length == 0 || is_v1(text, length, 0) != first)
        return;
    piece = fuzz_copy(text, length);
    CHECK(check(piece, &again).status == VMM_OK);
    CHECK(memcmp(&again, record, sizeof again) == 0);
    fuzz_free(piece);
}

/* Lines that nobody knows change nothing, and move the place of an error by their length. */
static void check_unknown_lines(struct piece text, struct outcome before, const struct vmm_cgroup_memory *record)
{
    static const char *const lines[] = {"\n",           "unheard_of x\n", "anonymous 5\n", "ano 5\n",
                                        " anon 5\n",    "file\t5\n",      "rss_hug x\n",   "pgfaults -\n",
                                        "inactive 7\n", "totals_rss 5\n"};
    struct vmm_cgroup_memory again;
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

/* Lines in another order say the same, unless keys of both versions are among them. */
static void check_permuted(struct piece text, const struct vmm_cgroup_memory *record)
{
    struct vmm_cgroup_memory again;
    struct piece permuted;

    if (!fuzz_permute_lines(text.bytes, text.length, " \n", &permuted))
        return;
    if (is_v1(permuted.bytes, permuted.length, 0) == is_v1(text.bytes, text.length, 0)) {
        CHECK(check(permuted, &again).status == VMM_OK);
        CHECK(memcmp(&again, record, sizeof again) == 0);
    }
    fuzz_free(permuted);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *bytes = (const char *)data;
    struct piece text = fuzz_copy(bytes, size);
    struct vmm_cgroup_memory record;
    struct outcome outcome = check(text, &record);
    size_t length = 0, out_size;
    unsigned index = 0;

    while (fuzz_next_size(bytes, size, sizeof record, &index, &out_size))
        fuzz_check(parse, reference, text, 0, NULL, sizeof record, out_size);
    while (fuzz_next_prefix(bytes, size, &length)) {
        struct piece prefix = fuzz_copy(bytes, length);
        struct vmm_cgroup_memory of_prefix;
        check(prefix, &of_prefix);
        fuzz_free(prefix);
    }
    check_unknown_lines(text, outcome, &record);
    if (outcome.status == VMM_OK) {
        check_permuted(text, &record);
        check_printed(&record, is_v1(bytes, size, 0));
    }
    fuzz_free(text);
    return 0;
}
