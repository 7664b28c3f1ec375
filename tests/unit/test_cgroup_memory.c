/* A cgroup's memory.stat, of cgroup v2 and v1. */
#include "support.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* What each version calls the members, in the order in which it prints them; keys that are gone behind them. */
static const struct reference_key v2_rows[] = {
    {"anon ", offsetof(struct vmm_cgroup_memory, anon_bytes), 1, false},
    {"file ", offsetof(struct vmm_cgroup_memory, file_bytes), 1, false},
    {"kernel ", offsetof(struct vmm_cgroup_memory, kernel_bytes), 1, false},
    {"kernel_stack ", offsetof(struct vmm_cgroup_memory, kernel_stack_bytes), 1, false},
    {"pagetables ", offsetof(struct vmm_cgroup_memory, pagetables_bytes), 1, false},
    {"sec_pagetables ", offsetof(struct vmm_cgroup_memory, sec_pagetables_bytes), 1, false},
    {"percpu ", offsetof(struct vmm_cgroup_memory, percpu_bytes), 1, false},
    {"sock ", offsetof(struct vmm_cgroup_memory, sock_bytes), 1, false},
    {"vmalloc ", offsetof(struct vmm_cgroup_memory, vmalloc_bytes), 1, false},
    {"shmem ", offsetof(struct vmm_cgroup_memory, shmem_bytes), 1, false},
    {"zswap ", offsetof(struct vmm_cgroup_memory, zswap_bytes), 1, false},
    {"zswapped ", offsetof(struct vmm_cgroup_memory, zswapped_bytes), 1, false},
    {"file_mapped ", offsetof(struct vmm_cgroup_memory, file_mapped_bytes), 1, false},
    {"file_dirty ", offsetof(struct vmm_cgroup_memory, file_dirty_bytes), 1, false},
    {"file_writeback ", offsetof(struct vmm_cgroup_memory, file_writeback_bytes), 1, false},
    {"swapcached ", offsetof(struct vmm_cgroup_memory, swapcached_bytes), 1, false},
    {"anon_thp ", offsetof(struct vmm_cgroup_memory, anon_thp_bytes), 1, false},
    {"file_thp ", offsetof(struct vmm_cgroup_memory, file_thp_bytes), 1, false},
    {"shmem_thp ", offsetof(struct vmm_cgroup_memory, shmem_thp_bytes), 1, false},
    {"inactive_anon ", offsetof(struct vmm_cgroup_memory, inactive_anon_bytes), 1, false},
    {"active_anon ", offsetof(struct vmm_cgroup_memory, active_anon_bytes), 1, false},
    {"inactive_file ", offsetof(struct vmm_cgroup_memory, inactive_file_bytes), 1, false},
    {"active_file ", offsetof(struct vmm_cgroup_memory, active_file_bytes), 1, false},
    {"unevictable ", offsetof(struct vmm_cgroup_memory, unevictable_bytes), 1, false},
    {"slab_reclaimable ", offsetof(struct vmm_cgroup_memory, slab_reclaimable_bytes), 1, false},
    {"slab_unreclaimable ", offsetof(struct vmm_cgroup_memory, slab_unreclaimable_bytes), 1, false},
    {"slab ", offsetof(struct vmm_cgroup_memory, slab_bytes), 1, false},
    {"hugetlb ", offsetof(struct vmm_cgroup_memory, hugetlb_bytes), 1, false},
    {"workingset_refault_anon ", offsetof(struct vmm_cgroup_memory, workingset_refault_anon), 1, false},
    {"workingset_refault_file ", offsetof(struct vmm_cgroup_memory, workingset_refault_file), 1, false},
    {"workingset_activate_anon ", offsetof(struct vmm_cgroup_memory, workingset_activate_anon), 1, false},
    {"workingset_activate_file ", offsetof(struct vmm_cgroup_memory, workingset_activate_file), 1, false},
    {"workingset_restore_anon ", offsetof(struct vmm_cgroup_memory, workingset_restore_anon), 1, false},
    {"workingset_restore_file ", offsetof(struct vmm_cgroup_memory, workingset_restore_file), 1, false},
    {"workingset_nodereclaim ", offsetof(struct vmm_cgroup_memory, workingset_nodereclaim), 1, false},
    {"pgdemote_kswapd ", offsetof(struct vmm_cgroup_memory, pgdemote_kswapd), 1, false},
    {"pgdemote_direct ", offsetof(struct vmm_cgroup_memory, pgdemote_direct), 1, false},
    {"pgdemote_khugepaged ", offsetof(struct vmm_cgroup_memory, pgdemote_khugepaged), 1, false},
    {"pgdemote_proactive ", offsetof(struct vmm_cgroup_memory, pgdemote_proactive), 1, false},
    {"pgpromote_success ", offsetof(struct vmm_cgroup_memory, pgpromote_success), 1, false},
    {"pgscan ", offsetof(struct vmm_cgroup_memory, pgscan), 1, false},
    {"pgsteal ", offsetof(struct vmm_cgroup_memory, pgsteal), 1, false},
    {"pswpin ", offsetof(struct vmm_cgroup_memory, pswpin), 1, false},
    {"pswpout ", offsetof(struct vmm_cgroup_memory, pswpout), 1, false},
    {"pgscan_kswapd ", offsetof(struct vmm_cgroup_memory, pgscan_kswapd), 1, false},
    {"pgscan_direct ", offsetof(struct vmm_cgroup_memory, pgscan_direct), 1, false},
    {"pgscan_khugepaged ", offsetof(struct vmm_cgroup_memory, pgscan_khugepaged), 1, false},
    {"pgscan_proactive ", offsetof(struct vmm_cgroup_memory, pgscan_proactive), 1, false},
    {"pgsteal_kswapd ", offsetof(struct vmm_cgroup_memory, pgsteal_kswapd), 1, false},
    {"pgsteal_direct ", offsetof(struct vmm_cgroup_memory, pgsteal_direct), 1, false},
    {"pgsteal_khugepaged ", offsetof(struct vmm_cgroup_memory, pgsteal_khugepaged), 1, false},
    {"pgsteal_proactive ", offsetof(struct vmm_cgroup_memory, pgsteal_proactive), 1, false},
    {"pgfault ", offsetof(struct vmm_cgroup_memory, pgfault), 1, false},
    {"pgmajfault ", offsetof(struct vmm_cgroup_memory, pgmajfault), 1, false},
    {"pgrefill ", offsetof(struct vmm_cgroup_memory, pgrefill), 1, false},
    {"pgactivate ", offsetof(struct vmm_cgroup_memory, pgactivate), 1, false},
    {"pgdeactivate ", offsetof(struct vmm_cgroup_memory, pgdeactivate), 1, false},
    {"pglazyfree ", offsetof(struct vmm_cgroup_memory, pglazyfree), 1, false},
    {"pglazyfreed ", offsetof(struct vmm_cgroup_memory, pglazyfreed), 1, false},
    {"swpin_zero ", offsetof(struct vmm_cgroup_memory, swpin_zero), 1, false},
    {"swpout_zero ", offsetof(struct vmm_cgroup_memory, swpout_zero), 1, false},
    {"zswpin ", offsetof(struct vmm_cgroup_memory, zswpin), 1, false},
    {"zswpout ", offsetof(struct vmm_cgroup_memory, zswpout), 1, false},
    {"zswpwb ", offsetof(struct vmm_cgroup_memory, zswpwb), 1, false},
    {"thp_fault_alloc ", offsetof(struct vmm_cgroup_memory, thp_fault_alloc), 1, false},
    {"thp_collapse_alloc ", offsetof(struct vmm_cgroup_memory, thp_collapse_alloc), 1, false},
    {"thp_swpout ", offsetof(struct vmm_cgroup_memory, thp_swpout), 1, false},
    {"thp_swpout_fallback ", offsetof(struct vmm_cgroup_memory, thp_swpout_fallback), 1, false},
    {"numa_pages_migrated ", offsetof(struct vmm_cgroup_memory, numa_pages_migrated), 1, false},
    {"numa_pte_updates ", offsetof(struct vmm_cgroup_memory, numa_pte_updates), 1, false},
    {"numa_hint_faults ", offsetof(struct vmm_cgroup_memory, numa_hint_faults), 1, false},
    {"workingset_refault ", offsetof(struct vmm_cgroup_memory, workingset_refault), 1, false},
    {"workingset_activate ", offsetof(struct vmm_cgroup_memory, workingset_activate), 1, false},
    {"workingset_restore ", offsetof(struct vmm_cgroup_memory, workingset_restore), 1, false},
};
static const struct reference_key v1_rows[] = {
    {"cache ", offsetof(struct vmm_cgroup_memory, local_cache_bytes), 1, false},
    {"rss ", offsetof(struct vmm_cgroup_memory, local_rss_bytes), 1, false},
    {"rss_huge ", offsetof(struct vmm_cgroup_memory, local_rss_huge_bytes), 1, false},
    {"shmem ", offsetof(struct vmm_cgroup_memory, local_shmem_bytes), 1, false},
    {"mapped_file ", offsetof(struct vmm_cgroup_memory, local_mapped_file_bytes), 1, false},
    {"dirty ", offsetof(struct vmm_cgroup_memory, local_dirty_bytes), 1, false},
    {"writeback ", offsetof(struct vmm_cgroup_memory, local_writeback_bytes), 1, false},
    {"workingset_refault_anon ", offsetof(struct vmm_cgroup_memory, local_workingset_refault_anon), 1, false},
    {"workingset_refault_file ", offsetof(struct vmm_cgroup_memory, local_workingset_refault_file), 1, false},
    {"swap ", offsetof(struct vmm_cgroup_memory, local_swap_bytes), 1, false},
    {"swapcached ", offsetof(struct vmm_cgroup_memory, local_swapcached_bytes), 1, false},
    {"pgpgin ", offsetof(struct vmm_cgroup_memory, local_pgpgin), 1, false},
    {"pgpgout ", offsetof(struct vmm_cgroup_memory, local_pgpgout), 1, false},
    {"pgfault ", offsetof(struct vmm_cgroup_memory, local_pgfault), 1, false},
    {"pgmajfault ", offsetof(struct vmm_cgroup_memory, local_pgmajfault), 1, false},
    {"inactive_anon ", offsetof(struct vmm_cgroup_memory, local_inactive_anon_bytes), 1, false},
    {"active_anon ", offsetof(struct vmm_cgroup_memory, local_active_anon_bytes), 1, false},
    {"inactive_file ", offsetof(struct vmm_cgroup_memory, local_inactive_file_bytes), 1, false},
    {"active_file ", offsetof(struct vmm_cgroup_memory, local_active_file_bytes), 1, false},
    {"unevictable ", offsetof(struct vmm_cgroup_memory, local_unevictable_bytes), 1, false},
    {"hierarchical_memory_limit ", offsetof(struct vmm_cgroup_memory, hierarchical_memory_limit_bytes), 1, false},
    {"hierarchical_memsw_limit ", offsetof(struct vmm_cgroup_memory, hierarchical_memsw_limit_bytes), 1, false},
    {"total_cache ", offsetof(struct vmm_cgroup_memory, file_bytes), 1, false},
    {"total_rss ", offsetof(struct vmm_cgroup_memory, anon_bytes), 1, false},
    {"total_rss_huge ", offsetof(struct vmm_cgroup_memory, anon_thp_bytes), 1, false},
    {"total_shmem ", offsetof(struct vmm_cgroup_memory, shmem_bytes), 1, false},
    {"total_mapped_file ", offsetof(struct vmm_cgroup_memory, file_mapped_bytes), 1, false},
    {"total_dirty ", offsetof(struct vmm_cgroup_memory, file_dirty_bytes), 1, false},
    {"total_writeback ", offsetof(struct vmm_cgroup_memory, file_writeback_bytes), 1, false},
    {"total_workingset_refault_anon ", offsetof(struct vmm_cgroup_memory, workingset_refault_anon), 1, false},
    {"total_workingset_refault_file ", offsetof(struct vmm_cgroup_memory, workingset_refault_file), 1, false},
    {"total_swap ", offsetof(struct vmm_cgroup_memory, swap_bytes), 1, false},
    {"total_swapcached ", offsetof(struct vmm_cgroup_memory, swapcached_bytes), 1, false},
    {"total_pgpgin ", offsetof(struct vmm_cgroup_memory, pgpgin), 1, false},
    {"total_pgpgout ", offsetof(struct vmm_cgroup_memory, pgpgout), 1, false},
    {"total_pgfault ", offsetof(struct vmm_cgroup_memory, pgfault), 1, false},
    {"total_pgmajfault ", offsetof(struct vmm_cgroup_memory, pgmajfault), 1, false},
    {"total_inactive_anon ", offsetof(struct vmm_cgroup_memory, inactive_anon_bytes), 1, false},
    {"total_active_anon ", offsetof(struct vmm_cgroup_memory, active_anon_bytes), 1, false},
    {"total_inactive_file ", offsetof(struct vmm_cgroup_memory, inactive_file_bytes), 1, false},
    {"total_active_file ", offsetof(struct vmm_cgroup_memory, active_file_bytes), 1, false},
    {"total_unevictable ", offsetof(struct vmm_cgroup_memory, unevictable_bytes), 1, false},
};
static const struct reference_keys v2_keys = {v2_rows, COUNT_OF(v2_rows), sizeof(struct vmm_cgroup_memory)};
static const struct reference_keys v1_keys = {v1_rows, COUNT_OF(v1_rows), sizeof(struct vmm_cgroup_memory)};

/* How many keys both versions have, by which no file can be told. */
enum { SHARED = 11 };

static bool has_key(const struct reference_keys *keys, const char *line, size_t length)
{
    for (size_t i = 0; i < keys->count; i++) {
        size_t key = strlen(keys->keys[i].key);
        if (length >= key && memcmp(line, keys->keys[i].key, key) == 0)
            return true;
    }
    return false;
}

/* The keys of the version that the first key says that only one of them has. */
static const struct reference_keys *keys_for(const char *bytes, size_t length)
{
    struct lines lines = lines_of(bytes, length);
    const struct reference_keys *keys = NULL;

    for (size_t i = 0; i < lines.count && keys == NULL; i++) {
        bool v1 = has_key(&v1_keys, lines.start[i], lines.length[i]);
        bool v2 = has_key(&v2_keys, lines.start[i], lines.length[i]);

        if (lines.length[i] >= 6 && memcmp(lines.start[i], "total_", 6) == 0)
            v1 = true;
        if (v1 != v2)
            keys = v1 ? &v1_keys : &v2_keys;
    }
    lines_free(&lines);
    return keys != NULL ? keys : &v2_keys;
}

/* What v1's limit becomes: the last line of its key, `value` by the plain reading. */
static uint64_t reference_limit(const char *bytes, size_t length, const char *key, uint64_t value)
{
    struct lines lines = lines_of(bytes, length);
    size_t key_length = strlen(key);
    bool largest = false;

    for (size_t i = 0; i < lines.count; i++) {
        char line[64] = "";
        size_t at = key_length;

        if (lines.length[i] < key_length || memcmp(lines.start[i], key, key_length) != 0)
            continue;
        while (at < lines.length[i] && (lines.start[i][at] == ' ' || lines.start[i][at] == '\t'))
            at++;
        memcpy(line, lines.start[i] + at, lines.length[i] - at < 63 ? lines.length[i] - at : 63);
        largest = strncmp(line, "18446744073709551615", 20) == 0 && !(line[20] >= '0' && line[20] <= '9');
    }
    lines_free(&lines);
    if (largest)
        return VMM_UNLIMITED;
    if (value == VMM_UNKNOWN)
        return VMM_UNKNOWN;
    return value >= UINT64_C(9223372036853727232) || value == UINT64_C(8796093018112) ? VMM_UNLIMITED : value;
}

static vmm_status parse(struct vmm_text *text, void *out, size_t out_size)
{
    return vmm_cgroup_memory_parse(text, out, out_size);
}

static struct outcome expect(const char *bytes, size_t length, uint64_t *words)
{
    const struct reference_keys *keys = keys_for(bytes, length);
    struct outcome outcome = reference_fill_keys(keys, bytes, 0, length, words);
    size_t memory = offsetof(struct vmm_cgroup_memory, hierarchical_memory_limit_bytes) / sizeof *words;
    size_t memsw = offsetof(struct vmm_cgroup_memory, hierarchical_memsw_limit_bytes) / sizeof *words;

    if (outcome.status == VMM_OK && keys == &v1_keys) {
        words[memory] = reference_limit(bytes, length, "hierarchical_memory_limit ", words[memory]);
        words[memsw] = reference_limit(bytes, length, "hierarchical_memsw_limit ", words[memsw]);
    }
    return outcome;
}

static const struct old_format memory = {parse, expect, VMM_RECORD_CGROUP_MEMORY, sizeof(struct vmm_cgroup_memory)};

static struct vmm_cgroup_memory parsed(const char *name)
{
    struct sample sample = sample_load(name);
    struct vmm_text text = vmm_text_of(sample.bytes, sample.length);
    struct vmm_cgroup_memory record;

    memset(&record, 0x5a, sizeof record);
    assert_int_equal(vmm_cgroup_memory_parse(&text, &record, sizeof record), VMM_OK);
    assert_ptr_equal(text.pos, text.end);
    assert_null(text.error);
    assert_int_equal(record.size, sizeof record);
    sample_free(&sample);
    return record;
}

static struct vmm_cgroup_memory parsed_text(const char *string)
{
    struct vmm_text text = vmm_text_of(string, strlen(string));
    struct vmm_cgroup_memory record;

    memset(&record, 0x5a, sizeof record);
    assert_int_equal(vmm_cgroup_memory_parse(&text, &record, sizeof record), VMM_OK);
    check_string(&memory, string);
    return record;
}

static uint64_t number_of_known(const struct vmm_cgroup_memory *record)
{
    uint64_t words[sizeof *record / sizeof(uint64_t)], count = 0;

    memcpy(words, record, sizeof words);
    for (size_t i = 1; i < COUNT_OF(words); i++)
        count += words[i] != VMM_UNKNOWN;
    return count;
}

/* The number behind a key of a text, by another reader. */
static uint64_t plain(const char *bytes, const char *key)
{
    unsigned long long value;
    const char *at = bytes;
    size_t length = strlen(key);

    while (strncmp(at, key, length) != 0) {
        at = strchr(at, '\n');
        if (at == NULL || at[1] == '\0')
            return VMM_UNKNOWN;
        at++;
    }
    assert_int_equal(sscanf(at + length, "%llu", &value), 1);
    return value;
}

static void add_line(struct builder *builder, const struct reference_key *row, uint64_t number)
{
    builder_print(builder, "%s%" PRIu64 "\n", row->key, number);
}

/* ---- samples ---- */

static void test_every_sample_is_read_as_the_reference_reads_it(void **state)
{
    const char *const *names = sample_names("cgroup-memory-stat");

    (void)state;
    for (; *names != NULL; names++) {
        struct sample sample = sample_load(*names);
        struct arena arena = arena_new(sample.length);

        check_text(&memory, &arena, sample.bytes, sample.length);
        arena_free(&arena);
        sample_free(&sample);
    }
}

static void test_every_sample_cut_at_every_length(void **state)
{
    const char *const *names = sample_names("cgroup-memory-stat");

    (void)state;
    for (; *names != NULL; names++) {
        struct sample sample = sample_load(*names);

        check_every_cut(&memory, sample.bytes, sample.length);
        for (size_t at = 0; at <= sample.length; at++) {
            struct record record;
            struct outcome outcome = run(&memory, sample.bytes, at, &record, memory.bytes);

            assert_int_equal(outcome.pos, at);
            if (at == 0) {
                assert_int_equal(outcome.status, VMM_E_EMPTY);
                assert_int_equal(outcome.error, NOWHERE);
            } else if (sample.bytes[at - 1] == '\n') {
                assert_int_equal(outcome.status, VMM_OK);
                assert_int_equal(outcome.error, NOWHERE);
            } else {
                assert_int_equal(outcome.status, VMM_E_TRUNCATED);
                assert_int_equal(outcome.error, at);
                check_unknown(VMM_RECORD_CGROUP_MEMORY, &record);
            }
        }
        sample_free(&sample);
    }
}

static void test_unknown_lines_at_every_line_of_every_sample(void **state)
{
    const char *const *names = sample_names("cgroup-memory-stat");

    (void)state;
    for (; *names != NULL; names++) {
        struct sample sample = sample_load(*names);
        check_unknown_lines(&memory, sample.bytes, sample.length);
        sample_free(&sample);
    }
}

static void test_keys_of_every_sample_permuted(void **state)
{
    const char *const *names = sample_names("cgroup-memory-stat");

    (void)state;
    for (; *names != NULL; names++) {
        struct sample sample = sample_load(*names);
        check_permutations(&memory, sample.bytes, sample.length, 60);
        sample_free(&sample);
    }
}

static void test_sample_of_the_first_v2(void **state)
{
    struct vmm_cgroup_memory record = parsed("cgroup-memory-stat/linux-4.5-v2");

    (void)state;
    assert_int_equal(record.anon_bytes, 123469824);
    assert_int_equal(record.file_bytes, 71024640);
    assert_int_equal(record.sock_bytes, 53248);
    assert_int_equal(record.inactive_file_bytes, 40960000);
    assert_int_equal(record.pgfault, 401122);
    assert_int_equal(record.pgmajfault, 312);
    check_unknown_number(record.slab_bytes);
    check_unknown_number(record.shmem_bytes);
    check_unknown_number(record.pgscan);
    assert_int_equal(number_of_known(&record), 13);
}

/* B6.6: workingset_refault and its kin before and after they were split. */
static void test_samples_before_and_after_the_working_set_was_split(void **state)
{
    struct vmm_cgroup_memory old = parsed("cgroup-memory-stat/linux-4.19-v2");
    struct vmm_cgroup_memory last = parsed("cgroup-memory-stat/linux-5.8-v2");
    struct vmm_cgroup_memory split = parsed("cgroup-memory-stat/linux-5.15-v2");

    (void)state;
    assert_int_equal(old.workingset_refault, 981);
    assert_int_equal(old.workingset_activate, 77);
    check_unknown_number(old.workingset_restore);
    assert_int_equal(old.workingset_nodereclaim, 3);
    assert_int_equal(old.slab_bytes, 3514368);
    assert_int_equal(old.slab_reclaimable_bytes, 2232320);
    check_unknown_number(old.workingset_refault_anon);
    check_unknown_number(old.workingset_refault_file);
    assert_int_equal(last.workingset_refault, 66123);
    assert_int_equal(last.workingset_restore, 4410);
    assert_int_equal(last.anon_thp_bytes, 21 * 2097152);
    assert_int_equal(last.thp_fault_alloc, 66);
    check_unknown_number(split.workingset_refault);
    check_unknown_number(split.workingset_activate);
    check_unknown_number(split.workingset_restore);
    assert_true(split.workingset_refault_anon != VMM_UNKNOWN && split.workingset_restore_file != VMM_UNKNOWN);
    assert_int_equal(split.slab_bytes, 10112345);
    assert_int_equal(split.percpu_bytes, 104832);
}

/* B6.6: `kernel` is not in kernels before 5.18. */
static void test_samples_before_and_after_kernel(void **state)
{
    struct vmm_cgroup_memory before = parsed("cgroup-memory-stat/linux-5.15-v2");
    struct vmm_cgroup_memory after = parsed("cgroup-memory-stat/linux-6.1-v2");

    (void)state;
    check_unknown_number(before.kernel_bytes);
    assert_true(before.kernel_stack_bytes != VMM_UNKNOWN);
    assert_int_equal(after.kernel_bytes, 20480000);
    assert_int_equal(after.zswap_bytes, 1234567);
    assert_int_equal(after.zswapped_bytes, 4096000);
    assert_int_equal(after.sec_pagetables_bytes, 1048576);
    assert_int_equal(after.pgscan, 3000);
    assert_int_equal(after.pgscan_kswapd, 1000);
    assert_int_equal(after.pgscan_direct, 2000);
    check_unknown_number(after.pgscan_khugepaged);
    assert_int_equal(after.zswpin, 17);
    check_unknown_number(after.zswpwb);
}

static void test_sample_of_linux_6_18(void **state)
{
    struct vmm_cgroup_memory record = parsed("cgroup-memory-stat/linux-6.18-v2");

    (void)state;
    assert_int_equal(record.anon_bytes, 812363776);
    assert_int_equal(record.file_bytes, 310087680);
    assert_int_equal(record.kernel_bytes, 21811200);
    assert_int_equal(record.inactive_file_bytes, 201326592);
    assert_int_equal(record.pgfault, 5120331);
    assert_int_equal(record.pgsteal_proactive, 4096);
    assert_int_equal(record.zswpwb, 12);
    assert_int_equal(record.thp_swpout_fallback, 3);
    assert_int_equal(record.numa_hint_faults, 90211);
    check_unknown_number(record.hugetlb_bytes);
    check_unknown_number(record.hierarchical_memory_limit_bytes);
    check_unknown_number(record.swap_bytes);
    check_unknown_number(record.pgpgin);
    check_unknown_number(record.local_pgfault);
    check_unknown_number(record.local_inactive_file_bytes);
    /* All of v2 but hugetlb and the three keys that are gone. */
    assert_int_equal(number_of_known(&record), COUNT_OF(v2_rows) - 4);
}

static void test_sample_of_a_large_root(void **state)
{
    struct vmm_cgroup_memory record = parsed("cgroup-memory-stat/linux-6.18-v2-root-hugetlb");

    (void)state;
    assert_int_equal(record.anon_bytes, UINT64_C(806432198656));
    assert_int_equal(record.hugetlb_bytes, UINT64_C(68719476736));
    assert_int_equal(record.pgfault, UINT64_C(98765432109876));
    assert_int_equal(record.numa_pte_updates, UINT64_C(1234567890123));
    assert_int_equal(number_of_known(&record), COUNT_OF(v2_rows) - 3);
}

/* A47: zero is not missing, and missing is not zero. */
static void test_samples_of_zeros_and_of_a_small_build(void **state)
{
    struct vmm_cgroup_memory zero = parsed("cgroup-memory-stat/linux-6.18-v2-empty");
    struct vmm_cgroup_memory small = parsed("cgroup-memory-stat/linux-6.18-v2-small-build");

    (void)state;
    assert_int_equal(zero.anon_bytes, 0);
    assert_int_equal(zero.thp_swpout_fallback, 0);
    check_unknown_number(zero.pgpromote_success);
    check_unknown_number(zero.numa_hint_faults);
    assert_int_equal(number_of_known(&zero), COUNT_OF(v2_rows) - 4 - 4);
    assert_int_equal(small.anon_bytes, 4096000);
    check_unknown_number(small.swapcached_bytes);
    check_unknown_number(small.zswap_bytes);
    check_unknown_number(small.anon_thp_bytes);
    check_unknown_number(small.thp_fault_alloc);
}

static void test_sample_of_the_future(void **state)
{
    struct vmm_cgroup_memory record = parsed("cgroup-memory-stat/written-v2-future-keys");

    (void)state;
    assert_int_equal(record.anon_bytes, 8192);
    assert_int_equal(record.file_bytes, 12288);
    assert_int_equal(record.pgscan_direct, 4);
    assert_int_equal(record.kernel_stack_bytes, 65536);
    assert_int_equal(number_of_known(&record), 4);
}

/* ---- v1 ---- */

/* A38: v1's subtree is where v2's is, and this cgroup alone has members of its own. */
static void test_sample_of_v1_with_a_child(void **state)
{
    struct sample sample = sample_load("cgroup-memory-stat/linux-6.18-x86_64-v1-with-child");
    struct vmm_cgroup_memory record = parsed("cgroup-memory-stat/linux-6.18-x86_64-v1-with-child");

    (void)state;
    assert_int_equal(record.anon_bytes, plain(sample.bytes, "total_rss "));
    assert_int_equal(record.file_bytes, plain(sample.bytes, "total_cache "));
    assert_int_equal(record.inactive_file_bytes, plain(sample.bytes, "total_inactive_file "));
    assert_int_equal(record.inactive_anon_bytes, plain(sample.bytes, "total_inactive_anon "));
    assert_int_equal(record.pgfault, plain(sample.bytes, "total_pgfault "));
    assert_int_equal(record.pgpgin, plain(sample.bytes, "total_pgpgin "));
    assert_int_equal(record.local_rss_bytes, plain(sample.bytes, "rss "));
    assert_int_equal(record.local_cache_bytes, plain(sample.bytes, "cache "));
    assert_int_equal(record.local_pgfault, plain(sample.bytes, "pgfault "));
    assert_int_equal(record.local_inactive_anon_bytes, plain(sample.bytes, "inactive_anon "));
    assert_true(record.anon_bytes > record.local_rss_bytes);
    assert_true(record.pgfault > record.local_pgfault);
    assert_int_equal(record.hierarchical_memory_limit_bytes, 268435456);
    assert_int_equal(record.hierarchical_memsw_limit_bytes, VMM_UNLIMITED);
    check_unknown_number(record.kernel_bytes);
    check_unknown_number(record.slab_bytes);
    check_unknown_number(record.pgscan);
    assert_int_equal(number_of_known(&record), COUNT_OF(v1_rows));
    sample_free(&sample);
}

static void check_against_plain(const char *bytes, const struct vmm_cgroup_memory *record)
{
    uint64_t words[sizeof *record / sizeof(uint64_t)];

    memcpy(words, record, sizeof words);
    for (size_t i = 0; i < COUNT_OF(v1_rows); i++) {
        uint64_t wanted = plain(bytes, v1_rows[i].key), got = words[v1_rows[i].offset / sizeof(uint64_t)];

        if (strncmp(v1_rows[i].key, "hierarchical_", 13) == 0)
            wanted = reference_limit(bytes, strlen(bytes), v1_rows[i].key, wanted);
        if (got != wanted)
            fail_msg("%s%" PRIu64 " instead of %" PRIu64, v1_rows[i].key, got, wanted);
    }
}

static void test_sample_of_the_root_of_v1(void **state)
{
    struct sample sample = sample_load("cgroup-memory-stat/linux-6.18-x86_64-v1-root");
    struct vmm_cgroup_memory record = parsed("cgroup-memory-stat/linux-6.18-x86_64-v1-root");

    (void)state;
    check_against_plain(sample.bytes, &record);
    /* The longest key there is. */
    assert_int_equal(record.workingset_refault_file, plain(sample.bytes, "total_workingset_refault_file "));
    assert_int_not_equal(record.workingset_refault_file, record.local_workingset_refault_file);
    sample_free(&sample);
}

static void test_sample_of_an_empty_v1_cgroup(void **state)
{
    struct vmm_cgroup_memory record = parsed("cgroup-memory-stat/linux-6.18-x86_64-v1-empty-limited");

    (void)state;
    assert_int_equal(record.anon_bytes, 0);
    assert_int_equal(record.local_cache_bytes, 0);
    assert_int_equal(record.hierarchical_memory_limit_bytes, 268435456);
    assert_int_equal(record.hierarchical_memsw_limit_bytes, VMM_UNLIMITED);
}

/* B7.1: a number below zero is unknown and spoils nothing else. */
static void test_sample_of_v1_with_negative_numbers(void **state)
{
    struct sample sample = sample_load("cgroup-memory-stat/linux-3.10-v1-negative");
    struct vmm_cgroup_memory record = parsed("cgroup-memory-stat/linux-3.10-v1-negative");

    (void)state;
    check_unknown_number(record.local_rss_bytes);
    check_unknown_number(record.swap_bytes);
    assert_int_equal(record.local_swap_bytes, 0);
    assert_int_equal(record.anon_bytes, plain(sample.bytes, "total_rss "));
    assert_int_equal(record.unevictable_bytes, plain(sample.bytes, "total_unevictable "));
    check_unknown_number(record.shmem_bytes);
    check_unknown_number(record.file_dirty_bytes);
    sample_free(&sample);
}

/* A37, B7.2, H: all that kernels print where there is no limit. */
static void test_samples_of_v1_without_a_limit(void **state)
{
    struct vmm_cgroup_memory old = parsed("cgroup-memory-stat/linux-3.10-v1-negative");
    struct vmm_cgroup_memory bits = parsed("cgroup-memory-stat/linux-4.4-arm-v1-32-bit");
    struct vmm_cgroup_memory pages = parsed("cgroup-memory-stat/linux-5.4-ppc64-v1-64k-pages");
    struct vmm_cgroup_memory largest = parsed("cgroup-memory-stat/written-v1-largest-limit");
    struct vmm_cgroup_memory now = parsed("cgroup-memory-stat/linux-6.18-x86_64-v1-root");

    (void)state;
    assert_int_equal(old.hierarchical_memory_limit_bytes, VMM_UNLIMITED);
    assert_int_equal(bits.hierarchical_memory_limit_bytes, VMM_UNLIMITED);
    check_unknown_number(bits.hierarchical_memsw_limit_bytes);
    check_unknown_number(bits.swap_bytes);
    assert_int_equal(bits.local_cache_bytes, 1048576);
    assert_int_equal(bits.file_bytes, 3145728);
    assert_int_equal(pages.hierarchical_memory_limit_bytes, VMM_UNLIMITED);
    assert_int_equal(pages.hierarchical_memsw_limit_bytes, VMM_UNLIMITED);
    assert_int_equal(largest.hierarchical_memory_limit_bytes, 1073741824);
    assert_int_equal(largest.hierarchical_memsw_limit_bytes, VMM_UNLIMITED);
    assert_int_equal(now.hierarchical_memory_limit_bytes, VMM_UNLIMITED);
}

static void test_limits_of_v1(void **state)
{
    static const struct {
        const char *number;
        uint64_t value;
    } limits[] = {
        {"0", 0},
        {"4096", 4096},
        {"1099511627776", UINT64_C(1) << 40},
        {"8796093018111", UINT64_C(8796093018111)},
        {"8796093018112", VMM_UNLIMITED},
        {"8796093018113", UINT64_C(8796093018113)},
        {"8796093022208", UINT64_C(8796093022208)},
        {"9223372036853727231", UINT64_C(9223372036853727231)},
        {"9223372036853727232", VMM_UNLIMITED},
        {"9223372036854710272", VMM_UNLIMITED},
        {"9223372036854771712", VMM_UNLIMITED},
        {"9223372036854775807", VMM_UNLIMITED},
        {"9223372036854775808", VMM_UNLIMITED},
        {"18446744073709547520", VMM_UNLIMITED},
        {"18446744073709551613", VMM_UNLIMITED},
        {"18446744073709551614", VMM_UNKNOWN},
        {"18446744073709551615", VMM_UNLIMITED},
        {"18446744073709551616", VMM_UNKNOWN},
        {"184467440737095516150", VMM_UNKNOWN},
        {"100000000000000000000000", VMM_UNKNOWN},
        {"-1", VMM_UNKNOWN},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(limits); i++) {
        char text[128];
        struct vmm_cgroup_memory record;

        snprintf(text, sizeof text, "hierarchical_memory_limit %s\ntotal_cache 5\n", limits[i].number);
        record = parsed_text(text);
        assert_int_equal(record.hierarchical_memory_limit_bytes, limits[i].value);
        assert_int_equal(record.file_bytes, 5);
        snprintf(text, sizeof text, "hierarchical_memsw_limit \t %s more\n", limits[i].number);
        assert_int_equal(parsed_text(text).hierarchical_memsw_limit_bytes, limits[i].value);
        /* Elsewhere such a number is only a number. */
        snprintf(text, sizeof text, "total_pgfault %s\n", limits[i].number);
        assert_int_not_equal(parsed_text(text).pgfault, VMM_UNLIMITED);
    }
}

/* A key that both versions have means different things. */
static void test_the_version_is_told_by_the_keys_of_one_of_them(void **state)
{
    struct vmm_cgroup_memory record;

    (void)state;
    record = parsed_text("pgfault 1\n");
    assert_int_equal(record.pgfault, 1);
    check_unknown_number(record.local_pgfault);
    record = parsed_text("pgfault 1\ninactive_file 2\nanon 3\n");
    assert_int_equal(record.pgfault, 1);
    assert_int_equal(record.inactive_file_bytes, 2);
    record = parsed_text("pgfault 1\ninactive_file 2\nrss 3\n");
    assert_int_equal(record.local_pgfault, 1);
    assert_int_equal(record.local_inactive_file_bytes, 2);
    assert_int_equal(record.local_rss_bytes, 3);
    check_unknown_number(record.pgfault);
    check_unknown_number(record.inactive_file_bytes);
    /* In any order, and with keys that nobody knows before it. */
    record = parsed_text("total_pgfault 2\npgfault 1\n");
    assert_int_equal(record.pgfault, 2);
    assert_int_equal(record.local_pgfault, 1);
    record = parsed_text("pgfault 1\nunknown 5\ntotal_pgfault 2\n");
    assert_int_equal(record.pgfault, 2);
    assert_int_equal(record.local_pgfault, 1);
    record = parsed_text("pgfault 1\ntotal_of_something_new 5\n");
    assert_int_equal(record.local_pgfault, 1);
    check_unknown_number(record.pgfault);
    record = parsed_text("pgmajfault 1\nhierarchical_memory_limit 4096\n");
    assert_int_equal(record.local_pgmajfault, 1);
    check_unknown_number(record.pgmajfault);
}

/* The file of this machine, where it has one: its numbers by another reader of the same bytes. */
static void test_the_file_of_this_machine(void **state)
{
    static char bytes[65536];
    struct vmm_cgroup_memory record;
    struct vmm_text text;
    size_t length;
    FILE *file = fopen("/sys/fs/cgroup/memory/memory.stat", "r");

    (void)state;
    if (file == NULL)
        skip();
    length = fread(bytes, 1, sizeof bytes - 1, file);
    fclose(file);
    bytes[length] = '\0';
    text = vmm_text_of(bytes, length);
    assert_int_equal(vmm_cgroup_memory_parse(&text, &record, sizeof record), VMM_OK);
    check_against_plain(bytes, &record);
    assert_true(record.anon_bytes >= record.local_rss_bytes && record.anon_bytes != VMM_UNKNOWN);
}

/* ---- keys ---- */

/* A line that says which version the file is of, and sets no member. */
static const char v1_mark[] = "total_ 0\n";

static void check_each_key_alone(const struct reference_keys *keys)
{
    for (size_t i = 0; i < keys->count; i++) {
        struct builder builder = {NULL, 0, 0};
        struct record record;

        if (keys == &v1_keys)
            builder_print(&builder, "%s", v1_mark);
        add_line(&builder, &keys->keys[i], 1000 + i);
        assert_int_equal(run(&memory, builder.bytes, builder.length, &record, memory.bytes).status, VMM_OK);
        for (size_t word = 1; word < memory.bytes / sizeof(uint64_t); word++)
            assert_int_equal(record.words[word],
                             word == keys->keys[i].offset / sizeof(uint64_t) ? UINT64_C(1000) + i : VMM_UNKNOWN);
        builder_free(&builder);
    }
}

static void test_each_key_alone_sets_its_member_and_no_other(void **state)
{
    (void)state;
    check_each_key_alone(&v2_keys);
    check_each_key_alone(&v1_keys);
}

static void check_all_together(const struct reference_keys *keys)
{
    struct builder builder = {NULL, 0, 0};
    struct record record;

    for (size_t i = 0; i < keys->count; i++)
        add_line(&builder, &keys->keys[i], UINT64_C(12345678) + i);
    assert_int_equal(run(&memory, builder.bytes, builder.length, &record, memory.bytes).status, VMM_OK);
    for (size_t i = 0; i < keys->count; i++)
        assert_int_equal(record.words[keys->keys[i].offset / sizeof(uint64_t)], UINT64_C(12345678) + i);
    check_permutations(&memory, builder.bytes, builder.length, 200);
    builder_free(&builder);
}

/* Files that have every key there ever was; between them they set every member. */
static void test_all_keys_together(void **state)
{
    bool set[sizeof(struct vmm_cgroup_memory) / sizeof(uint64_t)] = {true};
    size_t shared = 0;

    (void)state;
    check_all_together(&v2_keys);
    check_all_together(&v1_keys);
    for (size_t i = 0; i < COUNT_OF(v2_rows); i++) {
        set[v2_rows[i].offset / sizeof(uint64_t)] = true;
        shared += has_key(&v1_keys, v2_rows[i].key, strlen(v2_rows[i].key));
    }
    for (size_t i = 0; i < COUNT_OF(v1_rows); i++)
        set[v1_rows[i].offset / sizeof(uint64_t)] = true;
    for (size_t i = 0; i < COUNT_OF(set); i++)
        assert_true(set[i]);
    assert_int_equal(shared, SHARED);
}

static void check_duplicates(const struct reference_keys *keys)
{
    for (size_t i = 0; i < keys->count; i++) {
        for (size_t k = 0; k < keys->count; k++) {
            struct builder builder = {NULL, 0, 0};
            struct record record;

            if (keys == &v1_keys)
                builder_print(&builder, "%s", v1_mark);
            add_line(&builder, &keys->keys[i], 1);
            add_line(&builder, &keys->keys[k], 2);
            add_line(&builder, &keys->keys[i], 3);
            assert_int_equal(run(&memory, builder.bytes, builder.length, &record, memory.bytes).status, VMM_OK);
            assert_int_equal(record.words[keys->keys[i].offset / sizeof(uint64_t)], 3);
            builder_free(&builder);
        }
    }
}

static void test_of_duplicate_keys_the_last_wins(void **state)
{
    (void)state;
    check_duplicates(&v2_keys);
    check_duplicates(&v1_keys);
    check_string(&memory, "anon 1\nanon 2\n");
    /* Also where the last one says nothing. */
    check_string(&memory, "anon 1\nanon -2\n");
    check_string(&memory, "total_rss 1\ntotal_rss -2\n");
}

static void test_keys_are_matched_whole(void **state)
{
    static const char *const others[] = {
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
        "anon",
        "anon_thps 1\n",
        "workingset_refault_ 1\n",
        "fil 1\n",
        "pgscan_ 1\n",
        "pgscan_direct2 1\n",
        "slabs 1\n",
        "total_\n",
        "total_ 1\n",
        "total_rs 1\n",
        "total_rsss 1\n",
        "total_anon 1\n",
        "total_total_rss 1\n",
        "total_x 1\n",
        "Total_rss 1\n",
        "totalrss 1\n",
        "total_file 1\n",
        "total_hierarchical_memory_limit 1\n",
        "total_RSS 1\n",
        "rss\n",
        "local_rss 1\n",
        "hierarchical_limit 1\n",
        "hierarchical_memory_limits 1\n",
        "workingset_refault_filex 1\n",
        "total_workingset_refault 1\n",
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(others); i++) {
        struct record record;
        bool whole = strchr(others[i], '\n') != NULL;
        struct outcome outcome = run(&memory, others[i], strlen(others[i]), &record, memory.bytes);

        if (outcome.status != (whole ? VMM_E_EMPTY : VMM_E_TRUNCATED))
            fail_msg("%s: status %d", others[i], (int)outcome.status);
        check_unknown(VMM_RECORD_CGROUP_MEMORY, &record);
        check_string(&memory, others[i]);
    }
}

/* Beginnings of one another, with and without text behind them. */
static void test_keys_that_begin_alike(void **state)
{
    static const char text[] =
        "file 1\nfile_mapped 2\nfile_dirty 3\nfile_writeback 4\nfile_thp 5\nanon 6\nanon_thp 7\nkernel 8\n"
        "kernel_stack 9\nshmem 10\nshmem_thp 11\nzswap 12\nzswapped 13\nslab 14\nslab_reclaimable 15\npgscan 16\n"
        "pgscan_direct 17\npgsteal 18\npgsteal_direct 19\npglazyfree 20\npglazyfreed 21\nthp_swpout 22\n"
        "thp_swpout_fallback 23\nworkingset_refault 24\nworkingset_refault_anon 25\nworkingset_refault_file 26\n";
    struct vmm_cgroup_memory record = parsed_text(text);

    (void)state;
    assert_int_equal(record.file_bytes, 1);
    assert_int_equal(record.file_mapped_bytes, 2);
    assert_int_equal(record.file_thp_bytes, 5);
    assert_int_equal(record.anon_bytes, 6);
    assert_int_equal(record.anon_thp_bytes, 7);
    assert_int_equal(record.kernel_bytes, 8);
    assert_int_equal(record.kernel_stack_bytes, 9);
    assert_int_equal(record.shmem_bytes, 10);
    assert_int_equal(record.zswap_bytes, 12);
    assert_int_equal(record.zswapped_bytes, 13);
    assert_int_equal(record.slab_bytes, 14);
    assert_int_equal(record.pgscan, 16);
    assert_int_equal(record.pgscan_direct, 17);
    assert_int_equal(record.pglazyfree, 20);
    assert_int_equal(record.pglazyfreed, 21);
    assert_int_equal(record.thp_swpout, 22);
    assert_int_equal(record.thp_swpout_fallback, 23);
    assert_int_equal(record.workingset_refault, 24);
    assert_int_equal(record.workingset_refault_anon, 25);
    assert_int_equal(record.workingset_refault_file, 26);
    check_permutations(&memory, TEXT(text), 300);
    record = parsed_text("rss 1\nrss_huge 2\nswap 3\nswapcached 4\ntotal_rss 5\ntotal_rss_huge 6\ntotal_swap 7\n"
                         "total_swapcached 8\n");
    assert_int_equal(record.local_rss_bytes, 1);
    assert_int_equal(record.local_rss_huge_bytes, 2);
    assert_int_equal(record.local_swap_bytes, 3);
    assert_int_equal(record.local_swapcached_bytes, 4);
    assert_int_equal(record.anon_bytes, 5);
    assert_int_equal(record.anon_thp_bytes, 6);
    assert_int_equal(record.swap_bytes, 7);
    assert_int_equal(record.swapcached_bytes, 8);
}

/* ---- values ---- */

static void check_value(const char *rest, uint64_t wanted)
{
    char text[256];

    snprintf(text, sizeof text, "anon %s\n", rest);
    if (parsed_text(text).anon_bytes != wanted)
        fail_msg("%s: %" PRIu64 " instead of %" PRIu64, text, parsed_text(text).anon_bytes, wanted);
    snprintf(text, sizeof text, "total_rss %s\n", rest);
    if (parsed_text(text).anon_bytes != wanted)
        fail_msg("%s: %" PRIu64 " instead of %" PRIu64, text, parsed_text(text).anon_bytes, wanted);
    /* The same far from the end of the text, and with another line behind it. */
    snprintf(text, sizeof text, "anon %s\nfile 77\nunknown 1234567890 1234567890 1234567890 1234567890\n", rest);
    assert_int_equal(parsed_text(text).anon_bytes, wanted);
    assert_int_equal(parsed_text(text).file_bytes, 77);
    snprintf(text, sizeof text, "total_rss %s\ncache 77\nunknown 1234567890 1234567890 1234567890 1234567890\n", rest);
    assert_int_equal(parsed_text(text).anon_bytes, wanted);
    assert_int_equal(parsed_text(text).local_cache_bytes, 77);
}

static void test_numbers_that_are_taken(void **state)
{
    (void)state;
    check_value("0", 0);
    check_value("9", 9);
    check_value("00000000", 0);
    check_value("12345678", 12345678);
    check_value("123456789012345", UINT64_C(123456789012345));
    check_value("1234567890123456", UINT64_C(1234567890123456));
    check_value("000000000000000000000000000000000000000000000000007", 7);
    check_value(" 1", 1);
    check_value("\t\t 1", 1);
    check_value("1 ", 1);
    check_value("1\t", 1);
    check_value("1 2 and more", 1);
}

static void test_numbers_that_do_not_fit_are_unknown_and_spoil_nothing_else(void **state)
{
    (void)state;
    check_value("18446744073709551612", UINT64_MAX - 3);
    check_value("18446744073709551613", UINT64_MAX - 2);
    check_value("18446744073709551614", VMM_UNKNOWN);
    check_value("18446744073709551615", VMM_UNKNOWN);
    check_value("18446744073709551616", VMM_UNKNOWN);
    check_value("1000000000000000000000000000000", VMM_UNKNOWN);
    check_value("-1", VMM_UNKNOWN);
    check_value("-0", VMM_UNKNOWN);
    check_value("-4096", VMM_UNKNOWN);
    check_value("-99999999999999999999999", VMM_UNKNOWN);
}

static void check_refused(const char *bytes, size_t length, size_t error)
{
    struct arena arena = arena_new(length);
    struct record record;
    struct outcome outcome = run(&memory, bytes, length, &record, memory.bytes);
    const char *newline = memchr(bytes + error, '\n', length - error);
    size_t pos = newline == NULL ? length : (size_t)(newline - bytes) + 1;

    if (outcome.status != VMM_E_SYNTAX || outcome.error != error || outcome.pos != pos)
        fail_msg("%s: status %d, error %ld, pos %ld", bytes, (int)outcome.status, (long)outcome.error,
                 (long)outcome.pos);
    check_unknown(VMM_RECORD_CGROUP_MEMORY, &record);
    check_text(&memory, &arena, bytes, length);
    arena_free(&arena);
}

static void test_malformed_values_are_refused_at_the_wrong_byte(void **state)
{
    (void)state;
    check_refused(TEXT("anon \n"), 5);
    check_refused(TEXT("anon   \n"), 7);
    check_refused(TEXT("anon x\n"), 5);
    check_refused(TEXT("anon max\n"), 5);
    check_refused(TEXT("anon +1\n"), 5);
    check_refused(TEXT("anon -\n"), 6);
    check_refused(TEXT("anon --1\n"), 6);
    check_refused(TEXT("anon 1-1\n"), 6);
    check_refused(TEXT("anon 1x\n"), 6);
    check_refused(TEXT("anon 1.5\n"), 6);
    check_refused(TEXT("anon 0x10\n"), 6);
    check_refused(TEXT("anon 1\r\n"), 6);
    check_refused(TEXT("anon 1\0\n"), 6);
    check_refused(TEXT("anon \xb1\n"), 5);
    check_refused(TEXT("anon 1234567\xb8\n"), 12);
    check_refused(TEXT("anon 1\nfile 12345x\nunknown 1234567890 1234567890 1234567890 1234567890\n"), 17);
    check_refused(TEXT("rss \n"), 4);
    check_refused(TEXT("rss x\n"), 4);
    check_refused(TEXT("rss 1x\n"), 5);
    check_refused(TEXT("total_rss \n"), 10);
    check_refused(TEXT("total_rss x\n"), 10);
    check_refused(TEXT("total_rss -\n"), 11);
    check_refused(TEXT("total_rss 1\r\n"), 11);
    check_refused(TEXT("hierarchical_memory_limit max\n"), 26);
    check_refused(TEXT("hierarchical_memory_limit -\n"), 27);
    check_refused(TEXT("hierarchical_memsw_limit 18446744073709551615x\n"), 45);
    check_refused(TEXT("cache 1\nrss 2\ntotal_cache 1x\ntotal_rss 4\n"), 27);
}

static void test_a_call_after_a_bad_line_goes_on_behind_it(void **state)
{
    static const char bytes[] = "cache 1\ntotal_cache 1x\ntotal_rss 3\n";
    struct vmm_text text = vmm_text_of(bytes, sizeof bytes - 1);
    struct vmm_cgroup_memory record;

    (void)state;
    assert_int_equal(vmm_cgroup_memory_parse(&text, &record, sizeof record), VMM_E_SYNTAX);
    assert_ptr_equal(text.error, bytes + 21);
    assert_ptr_equal(text.pos, bytes + 23);
    check_unknown(VMM_RECORD_CGROUP_MEMORY, &record);
    assert_int_equal(vmm_cgroup_memory_parse(&text, &record, sizeof record), VMM_OK);
    assert_null(text.error);
    assert_ptr_equal(text.pos, text.end);
    assert_int_equal(record.anon_bytes, 3);
    check_unknown_number(record.local_cache_bytes);
    assert_int_equal(vmm_cgroup_memory_parse(&text, &record, sizeof record), VMM_E_EMPTY);
    check_unknown(VMM_RECORD_CGROUP_MEMORY, &record);
}

/* The bad byte is in the text, or the text ended before it. */
static void test_a_malformed_value_in_a_line_that_is_cut_too(void **state)
{
    (void)state;
    check_refused(TEXT("anon x"), 5);
    check_refused(TEXT("anon 1x"), 6);
    check_refused(TEXT("total_rss 1x"), 11);
    check_string(&memory, "anon -");
    check_string(&memory, "anon 1 ");
    check_string(&memory, "total_rss");
    check_string(&memory, "total_rss ");
    check_string(&memory, "total_rss -");
    check_string(&memory, "total_rss 1");
    check_string(&memory, "total_");
    check_string(&memory, "hierarchical_memory_limit 18446744073709551615");
}

static void test_text_without_a_known_key_is_empty(void **state)
{
    struct record record;

    (void)state;
    assert_int_equal(run(&memory, TEXT(""), &record, memory.bytes).status, VMM_E_EMPTY);
    check_unknown(VMM_RECORD_CGROUP_MEMORY, &record);
    assert_int_equal(run(&memory, TEXT("\n\n\n\n\n\n"), &record, memory.bytes).status, VMM_E_EMPTY);
    assert_int_equal(run(&memory, TEXT("total_\ntotal_x 1\n"), &record, memory.bytes).status, VMM_E_EMPTY);
    assert_int_equal(run(&memory, TEXT("MemTotal: 1 kB\n"), &record, memory.bytes).status, VMM_E_EMPTY);
    check_unknown(VMM_RECORD_CGROUP_MEMORY, &record);
}

static void test_bytes_that_are_no_text(void **state)
{
    char bytes[300];
    struct arena arena = arena_new(sizeof bytes);

    (void)state;
    chance_seed(1);
    for (unsigned time = 0; time < 5000; time++) {
        size_t length = chance_below(sizeof bytes);
        for (size_t i = 0; i < length; i++)
            bytes[i] = (char)chance_below(256);
        check_text(&memory, &arena, bytes, length);
    }
    arena_free(&arena);
}

/* ---- fast paths against plain ones ---- */

static void test_every_number_length_at_every_distance_from_the_end(void **state)
{
    struct arena arena = arena_new(256);

    (void)state;
    for (unsigned digits = 0; digits <= 22; digits++) {
        for (unsigned distance = 0; distance <= 52; distance++) {
            for (size_t k = 0; k < COUNT_OF(v2_rows) + COUNT_OF(v1_rows); k += 7) {
                struct builder builder = {NULL, 0, 0};
                char number[32];

                for (unsigned i = 0; i < digits; i++)
                    number[i] = (char)('1' + i % 9);
                number[digits] = '\0';
                builder_print(&builder, "%s%s\n",
                              k < COUNT_OF(v2_rows) ? v2_rows[k].key : v1_rows[k - COUNT_OF(v2_rows)].key, number);
                for (unsigned i = 0; i < distance; i++)
                    builder_add(&builder, i + 1 == distance ? "\n" : "x", 1);
                check_text(&memory, &arena, builder.bytes, builder.length);
                builder_free(&builder);
            }
        }
    }
    arena_free(&arena);
}

static void test_every_byte_of_usual_lines_replaced_by_every_other(void **state)
{
    (void)state;
    check_every_byte(&memory, TEXT("anon 12345678\n"));
    check_every_byte(&memory, TEXT("anon 12345678\nfile 0\nkernel 123456789012345\nkernel_stack 99\npagetables 7\n"));
    check_every_byte(&memory, TEXT("workingset_refault_anon 12345678\nworkingset_refault_file 0\npgscan_direct 5\n"));
    check_every_byte(&memory, TEXT("cache 12345678\nrss 0\nhierarchical_memory_limit 9223372036854771712\n"
                                   "total_cache 12345678\ntotal_workingset_refault_anon 5\n"));
    check_every_byte(&memory, TEXT("pgfault 3\nhierarchical_memsw_limit 18446744073709551615\ntotal_pgfault 4\n"));
}

static void add_odd_number(struct builder *builder)
{
    static const char *const odd[] = {"",
                                      "-",
                                      "--1",
                                      "+1",
                                      "1x",
                                      "1.5",
                                      "max",
                                      "\xb1",
                                      "\0",
                                      "0x10",
                                      "9223372036854771712",
                                      "9223372036854775807",
                                      "8796093018112",
                                      "18446744073709551613",
                                      "18446744073709551614",
                                      "18446744073709551615",
                                      "18446744073709551616",
                                      "-4096",
                                      "000000000000000000000000000012"};
    size_t digits;

    if (chance_of(30)) {
        const char *number = odd[chance_below(COUNT_OF(odd))];
        builder_add(builder, number, *number == '\0' ? 1 : strlen(number));
        return;
    }
    digits = chance_below(24);
    for (size_t i = 0; i < digits; i++)
        builder_print(builder, "%u", (unsigned)chance_below(10));
}

/* A line of one version, or of the other now and then. */
static void add_random_line(struct builder *builder, const struct reference_keys *keys, size_t *expected)
{
    static const char *const between[] = {"", "", "", " ", "\t", " \t ", "\n", "\r", ":"};
    static const char *const ends[] = {"\n", "\n", "\n", "\n", "\n", "\n", "\n", "\n", "\r\n", "", " \n", " x\n"};
    const struct reference_key *row;

    if (chance_of(3))
        keys = keys == &v1_keys ? &v2_keys : &v1_keys;
    if (chance_of(75))
        *expected = (*expected + 1) % keys->count;
    else
        *expected = chance_below(keys->count);
    row = &keys->keys[*expected];
    if (chance_of(80)) {
        add_line(builder, row, chance_number());
        return;
    }
    switch (chance_below(4)) {
    case 0:
        builder_print(builder, "unknown%u %" PRIu64 "\n", (unsigned)chance_below(1000), chance_number());
        return;
    case 1:
        builder_add(builder, row->key, chance_below(strlen(row->key) + 1));
        break;
    default:
        builder_add(builder, row->key, strlen(row->key));
        break;
    }
    builder_print(builder, "%s", between[chance_below(COUNT_OF(between))]);
    add_odd_number(builder);
    builder_print(builder, "%s", ends[chance_below(COUNT_OF(ends))]);
}

static void test_random_texts_against_the_reference(void **state)
{
    static const char interesting[] = " \t\n\r\0:_0123456789-acelnorst\x7f\x80\xb0\xff";
    struct arena arena = arena_new(4096);
    struct builder builder = {NULL, 0, 0};

    (void)state;
    chance_seed(2);
    for (unsigned time = 0, rounds = chance_rounds(100000); time < rounds; time++) {
        const struct reference_keys *keys = chance_of(50) ? &v1_keys : &v2_keys;
        size_t expected = chance_below(keys->count);
        size_t lines = chance_below(9);

        builder.length = 0;
        for (size_t i = 0; i < lines; i++)
            add_random_line(&builder, keys, &expected);
        if (builder.length != 0 && chance_of(25))
            builder.bytes[chance_below(builder.length)] = interesting[chance_below(sizeof interesting - 1)];
        if (builder.length != 0 && chance_of(15))
            builder.length = chance_below(builder.length);
        check_text(&memory, &arena, builder.bytes, builder.length);
    }
    builder_free(&builder);
    arena_free(&arena);
}

/* ---- the output ---- */

static void test_outputs_of_every_size(void **state)
{
    struct sample v2 = sample_load("cgroup-memory-stat/linux-6.18-v2-root-hugetlb");
    struct sample v1 = sample_load("cgroup-memory-stat/linux-6.18-x86_64-v1-root");

    (void)state;
    check_every_size(&memory, v2.bytes, v2.length, VMM_OK);
    check_every_size(&memory, v2.bytes, v2.length - 1, VMM_E_TRUNCATED);
    check_every_size(&memory, v1.bytes, v1.length, VMM_OK);
    check_every_size(&memory, v1.bytes, v1.length - 1, VMM_E_TRUNCATED);
    check_every_size(&memory, TEXT(""), VMM_E_EMPTY);
    check_every_size(&memory, TEXT("anon 1\nfile x\n"), VMM_E_SYNTAX);
    check_every_size(&memory, TEXT("cache 1\ntotal_cache x\n"), VMM_E_SYNTAX);
    sample_free(&v1);
    sample_free(&v2);
}

static void test_a_reused_output_never_shows_old_values(void **state)
{
    static const struct {
        const char *text;
        vmm_status status;
    } later[] = {
        {"anon 1\n", VMM_OK},
        {"total_rss 1\n", VMM_OK},
        {"", VMM_E_EMPTY},
        {"unknown 1\n", VMM_E_EMPTY},
        {"total_unknown 1\n", VMM_E_EMPTY},
        {"anon 1", VMM_E_TRUNCATED},
        {"total_rss 1", VMM_E_TRUNCATED},
        {"anon 1x\n", VMM_E_SYNTAX},
        {"rss 1\ntotal_rss \n", VMM_E_SYNTAX},
    };
    static const char *const before[] = {"cgroup-memory-stat/linux-6.18-v2",
                                         "cgroup-memory-stat/linux-6.18-x86_64-v1-root"};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(later) * COUNT_OF(before); i++) {
        struct vmm_cgroup_memory record = parsed(before[i % COUNT_OF(before)]);
        const char *string = later[i / COUNT_OF(before)].text;
        vmm_status status = later[i / COUNT_OF(before)].status;
        struct vmm_text text = vmm_text_of(string, strlen(string));

        assert_int_equal(vmm_cgroup_memory_parse(&text, &record, sizeof record), status);
        if (status == VMM_OK) {
            assert_int_equal(record.anon_bytes, 1);
            assert_int_equal(number_of_known(&record), 1);
        } else {
            check_unknown(VMM_RECORD_CGROUP_MEMORY, &record);
        }
        assert_int_equal(record.size, sizeof record);
    }
}

static void test_arguments(void **state)
{
    (void)state;
    check_arguments(&memory, TEXT("anon 1\n"));
    check_arguments(&memory, TEXT("total_rss 1\n"));
}

static void test_the_text_is_not_written_to(void **state)
{
    struct sample v2 = sample_load("cgroup-memory-stat/linux-6.18-v2");
    struct sample v1 = sample_load("cgroup-memory-stat/linux-6.18-x86_64-v1-root");

    (void)state;
    check_input_is_read_only(&memory, v2.bytes, v2.length);
    check_input_is_read_only(&memory, v2.bytes, v2.length - 3);
    check_input_is_read_only(&memory, v1.bytes, v1.length);
    check_input_is_read_only(&memory, v1.bytes, v1.length - 3);
    sample_free(&v1);
    sample_free(&v2);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_sample_is_read_as_the_reference_reads_it),
        cmocka_unit_test(test_every_sample_cut_at_every_length),
        cmocka_unit_test(test_unknown_lines_at_every_line_of_every_sample),
        cmocka_unit_test(test_keys_of_every_sample_permuted),
        cmocka_unit_test(test_sample_of_the_first_v2),
        cmocka_unit_test(test_samples_before_and_after_the_working_set_was_split),
        cmocka_unit_test(test_samples_before_and_after_kernel),
        cmocka_unit_test(test_sample_of_linux_6_18),
        cmocka_unit_test(test_sample_of_a_large_root),
        cmocka_unit_test(test_samples_of_zeros_and_of_a_small_build),
        cmocka_unit_test(test_sample_of_the_future),
        cmocka_unit_test(test_sample_of_v1_with_a_child),
        cmocka_unit_test(test_sample_of_the_root_of_v1),
        cmocka_unit_test(test_sample_of_an_empty_v1_cgroup),
        cmocka_unit_test(test_sample_of_v1_with_negative_numbers),
        cmocka_unit_test(test_samples_of_v1_without_a_limit),
        cmocka_unit_test(test_limits_of_v1),
        cmocka_unit_test(test_the_version_is_told_by_the_keys_of_one_of_them),
        cmocka_unit_test(test_the_file_of_this_machine),
        cmocka_unit_test(test_each_key_alone_sets_its_member_and_no_other),
        cmocka_unit_test(test_all_keys_together),
        cmocka_unit_test(test_of_duplicate_keys_the_last_wins),
        cmocka_unit_test(test_keys_are_matched_whole),
        cmocka_unit_test(test_keys_that_begin_alike),
        cmocka_unit_test(test_numbers_that_are_taken),
        cmocka_unit_test(test_numbers_that_do_not_fit_are_unknown_and_spoil_nothing_else),
        cmocka_unit_test(test_malformed_values_are_refused_at_the_wrong_byte),
        cmocka_unit_test(test_a_call_after_a_bad_line_goes_on_behind_it),
        cmocka_unit_test(test_a_malformed_value_in_a_line_that_is_cut_too),
        cmocka_unit_test(test_text_without_a_known_key_is_empty),
        cmocka_unit_test(test_bytes_that_are_no_text),
        cmocka_unit_test(test_every_number_length_at_every_distance_from_the_end),
        cmocka_unit_test(test_every_byte_of_usual_lines_replaced_by_every_other),
        cmocka_unit_test(test_random_texts_against_the_reference),
        cmocka_unit_test(test_outputs_of_every_size),
        cmocka_unit_test(test_a_reused_output_never_shows_old_values),
        cmocka_unit_test(test_arguments),
        cmocka_unit_test(test_the_text_is_not_written_to),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
