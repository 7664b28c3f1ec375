/* SPDX-License-Identifier: MIT */
/* A cgroup's memory.stat, of both versions. */
#include <string.h>

#include "examples.h"

#define AT(member) offsetof(struct vmm_cgroup_memory, member)
#define KEY(key, member)                                                                                               \
    {                                                                                                                  \
#key, AT(member), 1, REF_PLAIN                                                                                 \
    }
#define COUNT(keys) (sizeof(keys) / sizeof(keys)[0])

/* What each version calls the members, in the order in which it prints them; keys that are gone follow. */
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
    KEY(zswap_incomp, zswap_incomp_bytes),
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

static const char memory_limit[] = "hierarchical_memory_limit", memsw_limit[] = "hierarchical_memsw_limit";

/* Whether the line at `at` begins with one of the keys and a blank. */
static bool has_key(const char *bytes, size_t length, size_t at, const struct ref_key *keys, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (ref_same(bytes, length, at, keys[i].key) && at + strlen(keys[i].key) < length &&
            bytes[at + strlen(keys[i].key)] == ' ')
            return true;
    return false;
}

/* The first line that only one version can have tells. */
static bool is_v1(const char *bytes, size_t length, size_t at)
{
    for (; at < length; at = ref_next_line(bytes, length, at)) {
        bool first = has_key(bytes, length, at, v1, COUNT(v1)) || ref_same(bytes, length, at, "total_");

        if (first != has_key(bytes, length, at, v2, COUNT(v2)))
            return first;
    }
    return false;
}

/* What a limit of version 1 says: the last line of its key counts. The text is well formed. */
static void store_limit(const char *bytes, size_t length, size_t at, const char *key, void *out, size_t size,
                        size_t offset)
{
    for (; at < length; at = ref_next_line(bytes, length, at)) {
        size_t number = at + strlen(key) + 1;
        uint64_t value;

        if (!ref_same(bytes, length, at, key) || bytes[number - 1] != ' ')
            continue;
        number = ref_skip_blanks(bytes, length, number);
        if (ref_v1_limit(bytes, length, &number, &value))
            ref_store(out, size, offset, value);
    }
}

static struct outcome expect(const char *bytes, size_t length, size_t at, void *out, size_t size)
{
    struct outcome outcome;

    if (!is_v1(bytes, length, at))
        return ref_keys(bytes, length, at, ' ', v2, COUNT(v2), out, size);
    outcome = ref_keys(bytes, length, at, ' ', v1, COUNT(v1), out, size);
    if (outcome.status == VMM_OK) {
        store_limit(bytes, length, at, memory_limit, out, size, AT(hierarchical_memory_limit_bytes));
        store_limit(bytes, length, at, memsw_limit, out, size, AT(hierarchical_memsw_limit_bytes));
    }
    return outcome;
}

/* Whether all that is known has a key in a version. */
static bool is_of(const void *record, const struct ref_key *keys, size_t count)
{
    for (size_t offset = AT(anon_bytes); offset < sizeof(struct vmm_cgroup_memory); offset += 8) {
        bool found = ref_load(record, offset) == VMM_UNKNOWN;

        for (size_t i = 0; i < count && !found; i++)
            found = keys[i].offset == offset;
        if (!found)
            return false;
    }
    return true;
}

static bool print_v2(struct builder *text, const void *record, unsigned shape)
{
    return is_of(record, v2, COUNT(v2)) && ref_print_keys(text, ' ', v2, COUNT(v2), record, false, shape);
}

/* The last line is one that only version 1 has, and sets no member. */
static bool print_v1(struct builder *text, const void *record, unsigned shape)
{
    struct vmm_cgroup_memory numbers;
    bool has_shape;

    if (!is_of(record, v1, COUNT(v1)))
        return false;
    memcpy(&numbers, record, sizeof numbers);
    if (numbers.hierarchical_memory_limit_bytes == VMM_UNLIMITED)
        numbers.hierarchical_memory_limit_bytes = UINT64_C(9223372036854771712);
    if (numbers.hierarchical_memsw_limit_bytes == VMM_UNLIMITED)
        numbers.hierarchical_memsw_limit_bytes = UINT64_C(9223372036854771712);
    has_shape = ref_print_keys(text, ' ', v1, COUNT(v1), &numbers, false, shape);
    if (text->length != 0)
        builder_print(text, "total_ 0\n");
    return has_shape;
}

/* Where a text has keys of both versions, the order of its lines tells which one it is of. */
static bool may_permute(struct piece text, struct piece permuted)
{
    return is_v1(text.bytes, text.length, 0) == is_v1(permuted.bytes, permuted.length, 0);
}

static const struct example examples_of_v2[] = {
    GOOD("anon 1\n"),
    GOOD("anon 123469824\nfile 71024640\nkernel_stack 65536\npgfault 401122\n"),
    GOOD("pgfault 1\n"),
    GOOD("pgfault 1\ninactive_file 2\nanon 3\n"),
    GOOD("anon 1\nanon 2\n"),
    GOOD("anon 1\nanon -2\n"),
    GOOD("anon 1\nrss 2\n"),
    GOOD("file 1\nfile_mapped 2\nfile_dirty 3\nfile_writeback 4\nfile_thp 5\nanon 6\nanon_thp 7\nkernel 8\n"
         "kernel_stack 9\nshmem 10\nshmem_thp 11\nzswap 12\nzswapped 13\nslab 14\nslab_reclaimable 15\npgscan 16\n"
         "pgscan_direct 17\npgsteal 18\npgsteal_direct 19\npglazyfree 20\npglazyfreed 21\nthp_swpout 22\n"
         "thp_swpout_fallback 23\nworkingset_refault 24\nworkingset_refault_anon 25\nworkingset_refault_file 26\n"),
    GOOD("anon 0\nfile 77\nunknown 1234567890 1234567890 1234567890 1234567890\n"),
    GOOD("anon 00000000\nfile 77\nunknown 1234567890 1234567890 1234567890 1234567890\n"),
    GOOD("anon 12345678\nfile 77\nunknown 1234567890 1234567890 1234567890 1234567890\n"),
    GOOD("anon 123456789012345\nfile 77\nunknown 1234567890 1234567890 1234567890 1234567890\n"),
    GOOD("anon 1234567890123456\nfile 77\nunknown 1234567890 1234567890 1234567890 1234567890\n"),
    GOOD("anon 000000000000000000000000000000000000000000000000007\nfile 77\nunknown 1234567890 1234567890 1234567890 "
         "1234567890\n"),
    GOOD("anon  1\nfile 77\nunknown 1234567890 1234567890 1234567890 1234567890\n"),
    GOOD("anon \t\t 1\nfile 77\nunknown 1234567890 1234567890 1234567890 1234567890\n"),
    GOOD("anon 1 \nfile 77\nunknown 1234567890 1234567890 1234567890 1234567890\n"),
    GOOD("anon 1\t\nfile 77\nunknown 1234567890 1234567890 1234567890 1234567890\n"),
    GOOD("anon 1 2 and more\nfile 77\nunknown 1234567890 1234567890 1234567890 1234567890\n"),
    GOOD("anon 18446744073709551612\nfile 77\nunknown 1234567890 1234567890 1234567890 1234567890\n"),
    GOOD("anon 18446744073709551613\nfile 77\nunknown 1234567890 1234567890 1234567890 1234567890\n"),
    GOOD("anon 18446744073709551614\nfile 77\nunknown 1234567890 1234567890 1234567890 1234567890\n"),
    GOOD("anon 18446744073709551615\nfile 77\nunknown 1234567890 1234567890 1234567890 1234567890\n"),
    GOOD("anon 18446744073709551616\nfile 77\nunknown 1234567890 1234567890 1234567890 1234567890\n"),
    GOOD("anon 1000000000000000000000000000000\nfile 77\nunknown 1234567890 1234567890 1234567890 1234567890\n"),
    GOOD("anon -1\nfile 77\nunknown 1234567890 1234567890 1234567890 1234567890\n"),
    GOOD("anon -0\nfile 77\nunknown 1234567890 1234567890 1234567890 1234567890\n"),
    GOOD("anon -4096\nfile 77\nunknown 1234567890 1234567890 1234567890 1234567890\n"),
    GOOD("anon -99999999999999999999999\nfile 77\nunknown 1234567890 1234567890 1234567890 1234567890\n"),
    EMPTY(""),
    EMPTY("\n\n\n\n\n\n"),
    EMPTY("MemTotal: 1 kB\n"),
    CUT("anon"),
    CUT("anon 1"),
    CUT("anon 1 "),
    CUT("anon -"),
    CUT("anon 1\nfil"),
    /* The bad byte is in the text, or the text ended before it. */
    REFUSED("anon x", 5),
    REFUSED("anon 1x", 6),
    REFUSED("anon \n", 5),
    REFUSED("anon   \n", 7),
    REFUSED("anon x\n", 5),
    REFUSED("anon max\n", 5),
    REFUSED("anon +1\n", 5),
    REFUSED("anon -\n", 6),
    REFUSED("anon --1\n", 6),
    REFUSED("anon 1-1\n", 6),
    REFUSED("anon 1x\n", 6),
    REFUSED("anon 1.5\n", 6),
    REFUSED("anon 0x10\n", 6),
    REFUSED("anon 1\r\n", 6),
    REFUSED("anon 1\0\n", 6),
    REFUSED("anon \xb1\n", 5),
    REFUSED("anon 1234567\xb8\n", 12),
    REFUSED("anon 1\nfile x\n", 12),
    REFUSED("anon 1\nfile 12345x\nunknown 1234567890 1234567890 1234567890 1234567890\n", 17),
    NO_MORE_EXAMPLES,
};

/* Keys that both versions have are taken as this one's where another key says that the text is. */
static const struct example examples_of_v1[] = {
    GOOD("total_rss 1\n"),
    GOOD("cache 1\nrss 2\npgfault 3\nhierarchical_memory_limit 4096\ntotal_cache 4\ntotal_rss 5\ntotal_pgfault 6\n"),
    GOOD("pgfault 1\ninactive_file 2\nrss 3\n"),
    GOOD("total_pgfault 2\npgfault 1\n"),
    GOOD("pgfault 1\nunknown 5\ntotal_pgfault 2\n"),
    GOOD("pgfault 1\ntotal_of_something_new 5\n"),
    GOOD("pgmajfault 1\nhierarchical_memory_limit 4096\n"),
    GOOD("rss 1\nanon 2\n"),
    GOOD("total_rss 1\ntotal_rss -2\n"),
    GOOD("rss 1\nrss_huge 2\nswap 3\nswapcached 4\ntotal_rss 5\ntotal_rss_huge 6\ntotal_swap 7\n"
         "total_swapcached 8\n"),
    GOOD("hierarchical_memory_limit 4096\nhierarchical_memory_limit 9223372036854771712\n"),
    GOOD("hierarchical_memory_limit 9223372036854771712\nhierarchical_memory_limit 4096\n"),
    GOOD("hierarchical_memsw_limit \t 18446744073709551615 more\n"),
    GOOD("total_pgfault 18446744073709551615\nhierarchical_memsw_limit -1\n"),
    GOOD("total_rss 0\ncache 77\nunknown 1234567890 1234567890 1234567890 1234567890\n"),
    GOOD("total_rss 1 2 and more\ncache 77\nunknown 1234567890 1234567890 1234567890 1234567890\n"),
    GOOD("total_rss 18446744073709551614\ncache 77\nunknown 1234567890 1234567890 1234567890 1234567890\n"),
    GOOD("total_rss 18446744073709551616\ncache 77\nunknown 1234567890 1234567890 1234567890 1234567890\n"),
    GOOD("total_rss -4096\ncache 77\nunknown 1234567890 1234567890 1234567890 1234567890\n"),
    GOOD("total_rss  \t1\t\ncache 77\nunknown 1234567890 1234567890 1234567890 1234567890\n"),
    EMPTY(""),
    EMPTY("total_\ntotal_x 1\n"),
    EMPTY("total_\n"),
    EMPTY("total_ 1\n"),
    EMPTY("total_rs 1\n"),
    EMPTY("total_rsss 1\n"),
    EMPTY("total_anon 1\n"),
    EMPTY("total_total_rss 1\n"),
    EMPTY("total_x 1\n"),
    EMPTY("total_file 1\n"),
    EMPTY("total_hierarchical_memory_limit 1\n"),
    EMPTY("total_RSS 1\n"),
    EMPTY("total_workingset_refault 1\n"),
    CUT("total_"),
    CUT("total_rss"),
    CUT("total_rss "),
    CUT("total_rss -"),
    CUT("total_rss 1"),
    CUT("hierarchical_memory_limit 18446744073709551615"),
    REFUSED("total_rss 1x", 11),
    REFUSED("rss \n", 4),
    REFUSED("rss x\n", 4),
    REFUSED("rss 1x\n", 5),
    REFUSED("total_rss \n", 10),
    REFUSED("total_rss x\n", 10),
    REFUSED("total_rss -\n", 11),
    REFUSED("total_rss 1\r\n", 11),
    REFUSED("hierarchical_memory_limit max\n", 26),
    REFUSED("hierarchical_memory_limit -\n", 27),
    REFUSED("hierarchical_memsw_limit 18446744073709551615x\n", 45),
    REFUSED("cache 1\nrss 2\ntotal_cache 1x\ntotal_rss 4\n", 27),
    NO_MORE_EXAMPLES,
};

static const struct piece usual_of_v2[] = {
    PIECE("anon 12345678\n"),
    PIECE("anon 12345678\nfile 0\nkernel 123456789012345\nkernel_stack 99\npagetables 7\n"),
    PIECE("workingset_refault_anon 12345678\nworkingset_refault_file 0\npgscan_direct 5\n"),
    NO_MORE_TEXTS,
};
static const struct piece usual_of_v1[] = {
    PIECE("cache 12345678\nrss 0\nhierarchical_memory_limit 9223372036854771712\n"
          "total_cache 12345678\ntotal_workingset_refault_anon 5\n"),
    PIECE("pgfault 3\nhierarchical_memsw_limit 18446744073709551615\ntotal_pgfault 4\n"),
    NO_MORE_TEXTS,
};

static const char *const unknown[] = {
    "ano 1\n",
    "anons 1\n",
    "anon_ 1\n",
    "Anon 1\n",
    "ANON 1\n",
    " anon 1\n",
    "\tanon 1\n",
    "xanon 1\n",
    "anon:1\n",
    "anon\t1\n",
    "anon=1\n",
    "anon\n",
    "anon_thps 1\n",
    "workingset_refault_ 1\n",
    "fil 1\n",
    "pgscan_ 1\n",
    "pgscan_direct2 1\n",
    "slabs 1\n",
    "Total_rss 1\n",
    "totalrss 1\n",
    "rss\n",
    "local_rss 1\n",
    "hierarchical_limit 1\n",
    "hierarchical_memory_limits 1\n",
    "workingset_refault_filex 1\n",
    "unheard_of x\n",
    "anonymous 5\n",
    "file\t5\n",
    "rss_hug x\n",
    "pgfaults -\n",
    "inactive 7\n",
    "totals_rss 5\n",
    NULL,
};
#define MEMORY                                                                                                         \
    .kind = ONE_RECORD, .file = VMM_FILE_CGROUP_MEMORY_STAT, .reference = expect,                                      \
    .record_id = VMM_RECORD_CGROUP_MEMORY, .bytes = sizeof(struct vmm_cgroup_memory), .ends = " \n",                   \
    .may_permute = may_permute

static const struct format cgroup_memory_formats[] = {
    {MEMORY, .name = "cgroup_memory/memory.stat", .keys = v2, .key_count = COUNT(v2),
     .sets = {{AT(anon_bytes), COUNT(v2)}}, .samples = "cgroup-memory-stat", .examples = examples_of_v2,
     .usual = usual_of_v2, .unknown = unknown, .print = print_v2},
    {MEMORY, .name = "cgroup_memory/memory.stat of v1", .keys = v1, .key_count = COUNT(v1),
     .sets = {{AT(anon_bytes), 2},
              {AT(shmem_bytes), 1},
              {AT(file_mapped_bytes), 5},
              {AT(inactive_anon_bytes), 5},
              {AT(workingset_refault_anon), 2},
              {AT(pgfault), 2},
              {AT(swap_bytes), 25}},
     .examples = examples_of_v1, .usual = usual_of_v1, .unknown = unknown, .print = print_v1},
};

const struct group cgroup_memory_group = {"cgroup_memory", cgroup_memory_formats, 2, false, 0};
