/* /proc/meminfo. */
#include "support.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* What the kernel calls each member, and whether its number is one of kB; in the order in which it prints them. */
static const struct reference_key rows[] = {
    {"MemTotal:", offsetof(struct vmm_meminfo, mem_total_bytes), 1, true},
    {"MemFree:", offsetof(struct vmm_meminfo, mem_free_bytes), 1, true},
    {"MemAvailable:", offsetof(struct vmm_meminfo, mem_available_bytes), 1, true},
    {"Buffers:", offsetof(struct vmm_meminfo, buffers_bytes), 1, true},
    {"Cached:", offsetof(struct vmm_meminfo, cached_bytes), 1, true},
    {"SwapCached:", offsetof(struct vmm_meminfo, swap_cached_bytes), 1, true},
    {"Active:", offsetof(struct vmm_meminfo, active_bytes), 1, true},
    {"Inactive:", offsetof(struct vmm_meminfo, inactive_bytes), 1, true},
    {"Active(anon):", offsetof(struct vmm_meminfo, active_anon_bytes), 1, true},
    {"Inactive(anon):", offsetof(struct vmm_meminfo, inactive_anon_bytes), 1, true},
    {"Active(file):", offsetof(struct vmm_meminfo, active_file_bytes), 1, true},
    {"Inactive(file):", offsetof(struct vmm_meminfo, inactive_file_bytes), 1, true},
    {"Unevictable:", offsetof(struct vmm_meminfo, unevictable_bytes), 1, true},
    {"Mlocked:", offsetof(struct vmm_meminfo, mlocked_bytes), 1, true},
    {"HighTotal:", offsetof(struct vmm_meminfo, high_total_bytes), 1, true},
    {"HighFree:", offsetof(struct vmm_meminfo, high_free_bytes), 1, true},
    {"LowTotal:", offsetof(struct vmm_meminfo, low_total_bytes), 1, true},
    {"LowFree:", offsetof(struct vmm_meminfo, low_free_bytes), 1, true},
    {"MmapCopy:", offsetof(struct vmm_meminfo, mmap_copy_bytes), 1, true},
    {"SwapTotal:", offsetof(struct vmm_meminfo, swap_total_bytes), 1, true},
    {"SwapFree:", offsetof(struct vmm_meminfo, swap_free_bytes), 1, true},
    {"Zswap:", offsetof(struct vmm_meminfo, zswap_bytes), 1, true},
    {"Zswapped:", offsetof(struct vmm_meminfo, zswapped_bytes), 1, true},
    {"Dirty:", offsetof(struct vmm_meminfo, dirty_bytes), 1, true},
    {"Writeback:", offsetof(struct vmm_meminfo, writeback_bytes), 1, true},
    {"AnonPages:", offsetof(struct vmm_meminfo, anon_pages_bytes), 1, true},
    {"Mapped:", offsetof(struct vmm_meminfo, mapped_bytes), 1, true},
    {"Shmem:", offsetof(struct vmm_meminfo, shmem_bytes), 1, true},
    {"KReclaimable:", offsetof(struct vmm_meminfo, k_reclaimable_bytes), 1, true},
    {"Slab:", offsetof(struct vmm_meminfo, slab_bytes), 1, true},
    {"SReclaimable:", offsetof(struct vmm_meminfo, s_reclaimable_bytes), 1, true},
    {"SUnreclaim:", offsetof(struct vmm_meminfo, s_unreclaim_bytes), 1, true},
    {"KernelStack:", offsetof(struct vmm_meminfo, kernel_stack_bytes), 1, true},
    {"ShadowCallStack:", offsetof(struct vmm_meminfo, shadow_call_stack_bytes), 1, true},
    {"PageTables:", offsetof(struct vmm_meminfo, page_tables_bytes), 1, true},
    {"SecPageTables:", offsetof(struct vmm_meminfo, sec_page_tables_bytes), 1, true},
    {"Quicklists:", offsetof(struct vmm_meminfo, quicklists_bytes), 1, true},
    {"NFS_Unstable:", offsetof(struct vmm_meminfo, nfs_unstable_bytes), 1, true},
    {"Bounce:", offsetof(struct vmm_meminfo, bounce_bytes), 1, true},
    {"WritebackTmp:", offsetof(struct vmm_meminfo, writeback_tmp_bytes), 1, true},
    {"CommitLimit:", offsetof(struct vmm_meminfo, commit_limit_bytes), 1, true},
    {"Committed_AS:", offsetof(struct vmm_meminfo, committed_as_bytes), 1, true},
    {"VmallocTotal:", offsetof(struct vmm_meminfo, vmalloc_total_bytes), 1, true},
    {"VmallocUsed:", offsetof(struct vmm_meminfo, vmalloc_used_bytes), 1, true},
    {"VmallocChunk:", offsetof(struct vmm_meminfo, vmalloc_chunk_bytes), 1, true},
    {"Percpu:", offsetof(struct vmm_meminfo, percpu_bytes), 1, true},
    {"EarlyMemtestBad:", offsetof(struct vmm_meminfo, early_memtest_bad_bytes), 1, true},
    {"HardwareCorrupted:", offsetof(struct vmm_meminfo, hardware_corrupted_bytes), 1, true},
    {"AnonHugePages:", offsetof(struct vmm_meminfo, anon_huge_pages_bytes), 1, true},
    {"ShmemHugePages:", offsetof(struct vmm_meminfo, shmem_huge_pages_bytes), 1, true},
    {"ShmemPmdMapped:", offsetof(struct vmm_meminfo, shmem_pmd_mapped_bytes), 1, true},
    {"FileHugePages:", offsetof(struct vmm_meminfo, file_huge_pages_bytes), 1, true},
    {"FilePmdMapped:", offsetof(struct vmm_meminfo, file_pmd_mapped_bytes), 1, true},
    {"CmaTotal:", offsetof(struct vmm_meminfo, cma_total_bytes), 1, true},
    {"CmaFree:", offsetof(struct vmm_meminfo, cma_free_bytes), 1, true},
    {"Unaccepted:", offsetof(struct vmm_meminfo, unaccepted_bytes), 1, true},
    {"Balloon:", offsetof(struct vmm_meminfo, balloon_bytes), 1, true},
    {"HugePages_Total:", offsetof(struct vmm_meminfo, huge_pages_total), 1, false},
    {"HugePages_Free:", offsetof(struct vmm_meminfo, huge_pages_free), 1, false},
    {"HugePages_Rsvd:", offsetof(struct vmm_meminfo, huge_pages_rsvd), 1, false},
    {"HugePages_Surp:", offsetof(struct vmm_meminfo, huge_pages_surp), 1, false},
    {"Hugepagesize:", offsetof(struct vmm_meminfo, hugepagesize_bytes), 1, true},
    {"Hugetlb:", offsetof(struct vmm_meminfo, hugetlb_bytes), 1, true},
    {"DirectMap4k:", offsetof(struct vmm_meminfo, direct_map_4k_bytes), 1, true},
    {"DirectMap64k:", offsetof(struct vmm_meminfo, direct_map_64k_bytes), 1, true},
    {"DirectMap1M:", offsetof(struct vmm_meminfo, direct_map_1m_bytes), 1, true},
    {"DirectMap2M:", offsetof(struct vmm_meminfo, direct_map_2m_bytes), 1, true},
    {"DirectMap4M:", offsetof(struct vmm_meminfo, direct_map_4m_bytes), 1, true},
    {"DirectMap1G:", offsetof(struct vmm_meminfo, direct_map_1g_bytes), 1, true},
    {"DirectMap2G:", offsetof(struct vmm_meminfo, direct_map_2g_bytes), 1, true},
    {"PDT_max_entries:", offsetof(struct vmm_meminfo, pdt_max_entries), 1, false},
    {"PDT_cur_entries:", offsetof(struct vmm_meminfo, pdt_cur_entries), 1, false},
};
static const struct reference_keys keys = {rows, COUNT_OF(rows), sizeof(struct vmm_meminfo)};

static vmm_status parse(struct vmm_text *text, void *out, size_t out_size)
{
    return vmm_meminfo_parse(text, out, out_size);
}

static struct outcome expect(const char *bytes, size_t length, uint64_t *words)
{
    return reference_fill_keys(&keys, bytes, 0, length, words);
}

static const struct format meminfo = {parse, expect, VMM_RECORD_MEMINFO, sizeof(struct vmm_meminfo)};

static struct vmm_meminfo parsed(const char *name)
{
    struct sample sample = sample_load(name);
    struct vmm_text text = vmm_text_of(sample.bytes, sample.length);
    struct vmm_meminfo record;

    memset(&record, 0x5a, sizeof record);
    assert_int_equal(vmm_meminfo_parse(&text, &record, sizeof record), VMM_OK);
    assert_ptr_equal(text.pos, text.end);
    assert_null(text.error);
    assert_int_equal(record.size, sizeof record);
    sample_free(&sample);
    return record;
}

static uint64_t number_of_unknown(const struct vmm_meminfo *record)
{
    uint64_t words[sizeof *record / sizeof(uint64_t)], count = 0;

    memcpy(words, record, sizeof words);
    for (size_t i = 1; i < COUNT_OF(words); i++)
        count += words[i] == VMM_UNKNOWN;
    return count;
}

/* A line as the kernel prints it. */
static void add_line(struct builder *builder, const struct reference_key *row, uint64_t number)
{
    builder_print(builder, row->kb ? "%-16s%8" PRIu64 " kB\n" : "%-16s%8" PRIu64 "\n", row->key, number);
}

/* ---- samples ---- */

static void test_every_sample_is_read_as_the_reference_reads_it(void **state)
{
    const char *const *names = sample_names("proc-meminfo");

    (void)state;
    for (; *names != NULL; names++) {
        struct sample sample = sample_load(*names);
        struct arena arena = arena_new(sample.length);

        check_text(&meminfo, &arena, sample.bytes, sample.length);
        arena_free(&arena);
        sample_free(&sample);
    }
}

static void test_every_sample_cut_at_every_length(void **state)
{
    const char *const *names = sample_names("proc-meminfo");

    (void)state;
    for (; *names != NULL; names++) {
        struct sample sample = sample_load(*names);

        check_every_cut(&meminfo, sample.bytes, sample.length);
        for (size_t at = 0; at <= sample.length; at++) {
            struct record record;
            struct outcome outcome = run(&meminfo, sample.bytes, at, &record, meminfo.bytes);

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
                check_unknown(VMM_RECORD_MEMINFO, &record);
            }
        }
        sample_free(&sample);
    }
}

static void test_unknown_lines_at_every_line_of_every_sample(void **state)
{
    const char *const *names = sample_names("proc-meminfo");

    (void)state;
    for (; *names != NULL; names++) {
        struct sample sample = sample_load(*names);
        check_unknown_lines(&meminfo, sample.bytes, sample.length);
        sample_free(&sample);
    }
}

static void test_keys_of_every_sample_permuted(void **state)
{
    const char *const *names = sample_names("proc-meminfo");

    (void)state;
    for (; *names != NULL; names++) {
        struct sample sample = sample_load(*names);
        check_permutations(&meminfo, sample.bytes, sample.length, 60);
        sample_free(&sample);
    }
}

static void test_sample_of_linux_6_18(void **state)
{
    struct sample sample = sample_load("proc-meminfo/linux-6.18-x86_64-firecracker");
    struct vmm_meminfo record = parsed("proc-meminfo/linux-6.18-x86_64-firecracker");
    unsigned long long value;

    (void)state;
    /* Other numbers by another reader of the same bytes. */
    assert_int_equal(sscanf(sample.bytes, "MemTotal: %llu kB", &value), 1);
    assert_int_equal(record.mem_total_bytes, value * 1024);
    assert_int_equal(sscanf(strstr(sample.bytes, "\nActive(file):"), " Active(file): %llu kB", &value), 1);
    assert_int_equal(record.active_file_bytes, value * 1024);
    assert_int_equal(sscanf(strstr(sample.bytes, "\nVmallocTotal:"), " VmallocTotal: %llu kB", &value), 1);
    assert_int_equal(record.vmalloc_total_bytes, value * 1024);
    assert_int_equal(sscanf(strstr(sample.bytes, "\nDirectMap1G:"), " DirectMap1G: %llu kB", &value), 1);
    assert_int_equal(record.direct_map_1g_bytes, value * 1024);
    assert_int_equal(record.balloon_bytes, 0);
    assert_int_equal(record.swap_total_bytes, 0);
    assert_int_equal(record.hugepagesize_bytes, 2048 * 1024);
    check_unknown_number(record.hardware_corrupted_bytes);
    check_unknown_number(record.quicklists_bytes);
    check_unknown_number(record.high_total_bytes);
    /* Each of its 54 lines is known. */
    assert_int_equal(number_of_unknown(&record), COUNT_OF(rows) - 54);
    sample_free(&sample);
}

/* B2.4, A13: no MemAvailable before 3.14. */
static void test_sample_of_linux_3_10_has_no_mem_available(void **state)
{
    struct vmm_meminfo record = parsed("proc-meminfo/linux-3.10-x86_64-no-memavailable");

    (void)state;
    check_unknown_number(record.mem_available_bytes);
    assert_int_equal(record.mem_total_bytes, UINT64_C(3881520) * 1024);
    assert_int_equal(record.vmalloc_total_bytes, UINT64_C(34359738367) * 1024);
    assert_int_equal(record.anon_huge_pages_bytes, 174080 * 1024);
    assert_int_equal(record.direct_map_2m_bytes, UINT64_C(4128768) * 1024);
    check_unknown_number(record.percpu_bytes);
    check_unknown_number(record.zswap_bytes);
    check_unknown_number(record.balloon_bytes);
}

/* B2.1, A14: no blank after the colon. */
static void test_sample_of_arm64_has_no_blank_after_a_colon(void **state)
{
    struct vmm_meminfo record = parsed("proc-meminfo/linux-6.1-arm64-shadow-call-stack");

    (void)state;
    assert_int_equal(record.shadow_call_stack_bytes, UINT64_C(10373888) * 1024);
    assert_int_equal(record.kernel_stack_bytes, UINT64_C(134400) * 1024);
    assert_int_equal(record.page_tables_bytes, UINT64_C(396240) * 1024);
    check_unknown_number(record.direct_map_4k_bytes);
}

/* B2.1, B2.2: a number near 2^64 that still fits, behind no blank. */
static void test_sample_of_wsl1_with_swap_near_2_to_the_64(void **state)
{
    struct vmm_meminfo record = parsed("proc-meminfo/wsl1-wide-swap-free");

    (void)state;
    assert_int_equal(record.swap_free_bytes, UINT64_C(18014396678257232) * 1024);
    assert_int_equal(record.swap_total_bytes, UINT64_C(50331648) * 1024);
    check_unknown_number(record.mem_available_bytes);
    assert_int_equal(record.dirty_bytes, 624 * 1024);
}

/* B2.6: s390's direct map. */
static void test_sample_of_s390(void **state)
{
    struct vmm_meminfo record = parsed("proc-meminfo/linux-6.1-s390x");

    (void)state;
    assert_int_equal(record.direct_map_4k_bytes, 14336 * 1024);
    assert_int_equal(record.direct_map_1m_bytes, UINT64_C(6277120) * 1024);
    assert_int_equal(record.direct_map_2g_bytes, UINT64_C(2097152) * 1024);
    check_unknown_number(record.direct_map_2m_bytes);
    assert_int_equal(record.hugepagesize_bytes, 1024 * 1024);
}

static void test_sample_of_powerpc(void **state)
{
    struct vmm_meminfo record = parsed("proc-meminfo/linux-5.10-powerpc-radix");

    (void)state;
    assert_int_equal(record.direct_map_64k_bytes, 65536 * 1024);
    assert_int_equal(record.direct_map_1g_bytes, UINT64_C(29360128) * 1024);
    assert_int_equal(record.cma_total_bytes, UINT64_C(1703936) * 1024);
    check_unknown_number(record.zswap_bytes);
    check_unknown_number(record.sec_page_tables_bytes);
}

static void test_sample_of_parisc_counts_bad_pages(void **state)
{
    struct vmm_meminfo record = parsed("proc-meminfo/linux-6.6-parisc-pdt");

    (void)state;
    assert_int_equal(record.pdt_max_entries, 50);
    assert_int_equal(record.pdt_cur_entries, 0);
    check_unknown_number(record.huge_pages_total);
    check_unknown_number(record.hugetlb_bytes);
}

static void test_sample_of_i386_with_high_memory(void **state)
{
    struct vmm_meminfo record = parsed("proc-meminfo/linux-3.16-i386-highmem-no-pae");

    (void)state;
    assert_int_equal(record.high_total_bytes, UINT64_C(2220808) * 1024);
    assert_int_equal(record.high_free_bytes, UINT64_C(1012012) * 1024);
    assert_int_equal(record.low_total_bytes, UINT64_C(879312) * 1024);
    assert_int_equal(record.low_free_bytes, UINT64_C(310221) * 1024);
    assert_int_equal(record.direct_map_4m_bytes, UINT64_C(897024) * 1024);
    check_unknown_number(record.mmap_copy_bytes);
}

static void test_samples_of_rare_builds(void **state)
{
    struct vmm_meminfo nommu = parsed("proc-meminfo/linux-4.19-arm-nommu");
    struct vmm_meminfo sh = parsed("proc-meminfo/linux-4.9-sh-quicklists");
    struct vmm_meminfo tdx = parsed("proc-meminfo/linux-6.12-x86_64-tdx-guest-memtest");

    (void)state;
    assert_int_equal(nommu.mmap_copy_bytes, 4012 * 1024);
    assert_int_equal(nommu.percpu_bytes, 96 * 1024);
    assert_int_equal(sh.quicklists_bytes, 412 * 1024);
    assert_int_equal(tdx.unaccepted_bytes, UINT64_C(4194304) * 1024);
    assert_int_equal(tdx.early_memtest_bad_bytes, 0);
    assert_int_equal(tdx.hardware_corrupted_bytes, 0);
}

static void test_sample_of_a_machine_with_1_tb(void **state)
{
    struct vmm_meminfo record = parsed("proc-meminfo/linux-6.12-x86_64-1-tb");

    (void)state;
    assert_int_equal(record.mem_total_bytes, UINT64_C(1056123456) * 1024);
    assert_int_equal(record.mem_available_bytes, UINT64_C(987654321) * 1024);
    assert_int_equal(record.committed_as_bytes, UINT64_C(1203366900) * 1024);
    assert_int_equal(record.direct_map_1g_bytes, UINT64_C(873463808) * 1024);
}

/* B2.3: counts without kB beside sizes with it. */
static void test_sample_with_huge_pages(void **state)
{
    struct vmm_meminfo record = parsed("proc-meminfo/linux-6.12-x86_64-huge-pages");

    (void)state;
    assert_int_equal(record.huge_pages_total, 8192);
    assert_int_equal(record.huge_pages_free, 4096);
    assert_int_equal(record.huge_pages_rsvd, 1024);
    assert_int_equal(record.huge_pages_surp, 16);
    assert_int_equal(record.hugepagesize_bytes, 2048 * 1024);
    assert_int_equal(record.hugetlb_bytes, UINT64_C(8192) * 2048 * 1024);
}

static void test_sample_with_a_balloon(void **state)
{
    struct vmm_meminfo record = parsed("proc-meminfo/linux-6.18-x86_64-balloon");

    (void)state;
    assert_int_equal(record.balloon_bytes, UINT64_C(1048576) * 1024);
    assert_int_equal(record.mem_total_bytes, UINT64_C(2030460) * 1024);
}

/* A14: new lines keep coming, one even without a colon. */
static void test_sample_of_the_future(void **state)
{
    struct vmm_meminfo record = parsed("proc-meminfo/written-future-keys");

    (void)state;
    assert_int_equal(record.mem_free_bytes, UINT64_C(23686456) * 1024);
    assert_int_equal(record.dirty_bytes, 1312 * 1024);
    assert_int_equal(record.direct_map_1g_bytes, UINT64_C(25165824) * 1024);
    assert_int_equal(record.huge_pages_total, 0);
}

/* B2.5: the total is 0, and a negative number is unknown and spoils nothing else. */
static void test_sample_of_lxcfs_with_total_0_and_negative_free(void **state)
{
    struct vmm_meminfo record = parsed("proc-meminfo/lxcfs-total-0-free-negative");

    (void)state;
    assert_int_equal(record.mem_total_bytes, 0);
    check_unknown_number(record.mem_free_bytes);
    assert_int_equal(record.mem_available_bytes, 0);
    assert_int_equal(record.cached_bytes, 120344 * 1024);
    assert_int_equal(record.s_reclaimable_bytes, 2048 * 1024);
}

/* B2.4: what is said is read, be it plausible or not. */
static void test_sample_of_lxcfs_with_more_available_than_total(void **state)
{
    struct vmm_meminfo record = parsed("proc-meminfo/lxcfs-available-above-total");

    (void)state;
    assert_int_equal(record.mem_total_bytes, UINT64_C(1048576) * 1024);
    assert_int_equal(record.mem_available_bytes, UINT64_C(16012344) * 1024);
}

/* ---- keys ---- */

static void test_each_key_alone_sets_its_member_and_no_other(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct builder builder = {NULL, 0, 0};
        struct record record;

        add_line(&builder, &rows[i], 1000 + i);
        assert_int_equal(run(&meminfo, builder.bytes, builder.length, &record, meminfo.bytes).status, VMM_OK);
        for (size_t word = 1; word < meminfo.bytes / sizeof(uint64_t); word++)
            assert_int_equal(record.words[word], word == rows[i].offset / sizeof(uint64_t)
                                                     ? (UINT64_C(1000) + i) * (rows[i].kb ? 1024 : 1)
                                                     : VMM_UNKNOWN);
        builder_free(&builder);
    }
}

/* A file that has every key there ever was, so that the usual order meets no gap. */
static void test_all_keys_together(void **state)
{
    struct builder builder = {NULL, 0, 0};
    struct record record;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        add_line(&builder, &rows[i], UINT64_C(12345678) + i);
    assert_int_equal(run(&meminfo, builder.bytes, builder.length, &record, meminfo.bytes).status, VMM_OK);
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        assert_int_equal(record.words[rows[i].offset / sizeof(uint64_t)],
                         (UINT64_C(12345678) + i) * (rows[i].kb ? 1024 : 1));
    assert_int_equal(COUNT_OF(rows) + 1, meminfo.bytes / sizeof(uint64_t));
    check_permutations(&meminfo, builder.bytes, builder.length, 200);
    builder_free(&builder);
}

static void test_of_duplicate_keys_the_last_wins(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        for (size_t k = 0; k < COUNT_OF(rows); k++) {
            struct builder builder = {NULL, 0, 0};
            struct record record;

            add_line(&builder, &rows[i], 1);
            add_line(&builder, &rows[k], 2);
            add_line(&builder, &rows[i], 3);
            assert_int_equal(run(&meminfo, builder.bytes, builder.length, &record, meminfo.bytes).status, VMM_OK);
            assert_int_equal(record.words[rows[i].offset / sizeof(uint64_t)], rows[i].kb ? 3 * 1024 : 3);
            builder_free(&builder);
        }
    }
    check_string(&meminfo, "MemTotal:              1 kB\nMemTotal:              2 kB\n");
    /* Also where the last one says nothing. */
    check_string(&meminfo, "MemTotal:              1 kB\nMemTotal:             -2 kB\n");
}

static void test_keys_are_matched_whole(void **state)
{
    static const char *const others[] = {
        "MemTotal              1 kB\n",
        "MemTotal :            1 kB\n",
        "MemTota:              1 kB\n",
        "MemTotals:            1 kB\n",
        "memTotal:             1 kB\n",
        "MEMTOTAL:             1 kB\n",
        " MemTotal:            1 kB\n",
        "\tMemTotal:           1 kB\n",
        "XMemTotal:            1 kB\n",
        "MemTotal;             1 kB\n",
        "MemTotal\n",
        "MemTotal",
        "Active(anon:          1 kB\n",
        "Active(anon) :        1 kB\n",
        "Active():             1 kB\n",
        "DirectMap:            1 kB\n",
        "DirectMap4:           1 kB\n",
        "HugePages_:           1\n",
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(others); i++) {
        struct record record;
        bool whole = strchr(others[i], '\n') != NULL;
        struct outcome outcome = run(&meminfo, others[i], strlen(others[i]), &record, meminfo.bytes);

        assert_int_equal(outcome.status, whole ? VMM_E_EMPTY : VMM_E_TRUNCATED);
        check_unknown(VMM_RECORD_MEMINFO, &record);
        check_string(&meminfo, others[i]);
    }
}

/* Beginnings of one another, with and without text behind them. */
static void test_keys_that_begin_alike(void **state)
{
    struct builder builder = {NULL, 0, 0};
    struct vmm_text text;
    struct vmm_meminfo record;

    (void)state;
    builder_print(&builder, "Active:                1 kB\nActive(anon):          2 kB\nActive(file):          3 kB\n");
    builder_print(&builder, "Inactive:              4 kB\nInactive(anon):        5 kB\nInactive(file):        6 kB\n");
    builder_print(&builder, "Zswap:                 7 kB\nZswapped:              8 kB\nSwapCached:            9 kB\n");
    builder_print(&builder, "Writeback:            10 kB\nWritebackTmp:         11 kB\nHugetlb:              12 kB\n");
    text = vmm_text_of(builder.bytes, builder.length);
    assert_int_equal(vmm_meminfo_parse(&text, &record, sizeof record), VMM_OK);
    assert_int_equal(record.active_bytes, 1024);
    assert_int_equal(record.active_anon_bytes, 2048);
    assert_int_equal(record.active_file_bytes, 3072);
    assert_int_equal(record.inactive_bytes, 4096);
    assert_int_equal(record.inactive_anon_bytes, 5120);
    assert_int_equal(record.inactive_file_bytes, 6144);
    assert_int_equal(record.zswap_bytes, 7168);
    assert_int_equal(record.zswapped_bytes, 8192);
    assert_int_equal(record.swap_cached_bytes, 9216);
    assert_int_equal(record.writeback_bytes, 10240);
    assert_int_equal(record.writeback_tmp_bytes, 11264);
    assert_int_equal(record.hugetlb_bytes, 12288);
    check_permutations(&meminfo, builder.bytes, builder.length, 300);
    builder_free(&builder);
}

/* ---- values ---- */

static void check_total(const char *line, uint64_t wanted)
{
    struct record record;
    struct outcome outcome = run(&meminfo, line, strlen(line), &record, meminfo.bytes);

    if (outcome.status != VMM_OK || record.words[1] != wanted)
        fail_msg("%s: status %d, %" PRIu64 " instead of %" PRIu64, line, (int)outcome.status, record.words[1], wanted);
    check_string(&meminfo, line);
}

static void check_refused(const char *bytes, size_t length, size_t error)
{
    struct arena arena = arena_new(length);
    struct record record;
    struct outcome outcome = run(&meminfo, bytes, length, &record, meminfo.bytes);
    const char *newline = memchr(bytes + error, '\n', length - error);
    size_t pos = newline == NULL ? length : (size_t)(newline - bytes) + 1;

    if (outcome.status != VMM_E_SYNTAX || outcome.error != error || outcome.pos != pos)
        fail_msg("%s: status %d, error %ld, pos %ld", bytes, (int)outcome.status, (long)outcome.error,
                 (long)outcome.pos);
    check_unknown(VMM_RECORD_MEMINFO, &record);
    check_text(&meminfo, &arena, bytes, length);
    arena_free(&arena);
}

static void test_numbers_that_are_taken(void **state)
{
    (void)state;
    check_total("MemTotal:              0 kB\n", 0);
    check_total("MemTotal:       00000001 kB\n", 1024);
    check_total("MemTotal:       99999999 kB\n", UINT64_C(99999999) * 1024);
    check_total("MemTotal:       100000000 kB\n", UINT64_C(100000000) * 1024);
    check_total("MemTotal: 000000000000000000000000000000000000000000000000000000000007 kB\n", 7 * 1024);
    check_total("MemTotal:1 kB\n", 1024);
    check_total("MemTotal:12345678 kB\n", UINT64_C(12345678) * 1024);
    check_total("MemTotal:\t\t1 kB\n", 1024);
    check_total("MemTotal: \t \t      1 kB\n", 1024);
    check_total("MemTotal:                                                                     1 kB\n", 1024);
    /* More behind the unit is none of ours. */
    check_total("MemTotal:              1 kB \n", 1024);
    check_total("MemTotal:              1 kB\t\n", 1024);
    check_total("MemTotal:              1 kB and more\n", 1024);
}

/* B2.2: where kB become bytes. */
static void test_numbers_that_do_not_fit_are_unknown_and_spoil_nothing_else(void **state)
{
    (void)state;
    check_total("MemTotal:       18014398509481983 kB\n", UINT64_MAX - 1023);
    check_total("MemTotal:       18014398509481984 kB\n", VMM_UNKNOWN);
    check_total("MemTotal:       18446744073709551612 kB\n", VMM_UNKNOWN);
    check_total("MemTotal:       18446744073709551613 kB\n", VMM_UNKNOWN);
    check_total("MemTotal:       18446744073709551614 kB\n", VMM_UNKNOWN);
    check_total("MemTotal:       18446744073709551615 kB\n", VMM_UNKNOWN);
    check_total("MemTotal:       18446744073709551616 kB\n", VMM_UNKNOWN);
    check_total("MemTotal:       18446744073709551617 kB\n", VMM_UNKNOWN);
    check_total("MemTotal:       1000000000000000000000000000000 kB\n", VMM_UNKNOWN);
    check_total("MemTotal:             -1 kB\n", VMM_UNKNOWN);
    check_total("MemTotal:       -1 kB\n", VMM_UNKNOWN);
    check_total("MemTotal:       -99999999999999999999999 kB\n", VMM_UNKNOWN);
    check_total("MemTotal:             -0 kB\n", VMM_UNKNOWN);
    check_string(&meminfo, "MemTotal:             -1 kB\nMemFree:               5 kB\n");
    check_string(&meminfo, "MemTotal:       99999999999999999999999 kB\nMemFree:               5 kB\n");
}

static void test_counts_of_any_size(void **state)
{
    static const char *const numbers[] = {"0",
                                          "1",
                                          "18446744073709551612",
                                          "18446744073709551613",
                                          "18446744073709551614",
                                          "18446744073709551615",
                                          "18446744073709551616",
                                          "1000000000000000000000000000000",
                                          "-1",
                                          "00000000000000000000000000000018446744073709551613"};
    static const uint64_t values[] = {0,           1,           UINT64_MAX - 3, UINT64_MAX - 2, VMM_UNKNOWN,
                                      VMM_UNKNOWN, VMM_UNKNOWN, VMM_UNKNOWN,    VMM_UNKNOWN,    UINT64_MAX - 2};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(numbers); i++) {
        char line[128];
        struct vmm_text text;
        struct vmm_meminfo record;

        snprintf(line, sizeof line, "HugePages_Total: %s\n", numbers[i]);
        text = vmm_text_of(line, strlen(line));
        assert_int_equal(vmm_meminfo_parse(&text, &record, sizeof record), VMM_OK);
        assert_int_equal(record.huge_pages_total, values[i]);
        check_string(&meminfo, line);
    }
}

static void test_malformed_values_are_refused_at_the_wrong_byte(void **state)
{
    (void)state;
    check_refused(TEXT("MemTotal:\n"), 9);
    check_refused(TEXT("MemTotal:              \n"), 23);
    check_refused(TEXT("MemTotal:       x kB\n"), 16);
    check_refused(TEXT("MemTotal:       + kB\n"), 16);
    check_refused(TEXT("MemTotal:       +1 kB\n"), 16);
    check_refused(TEXT("MemTotal:       - kB\n"), 17);
    check_refused(TEXT("MemTotal:       --1 kB\n"), 17);
    check_refused(TEXT("MemTotal:       1-1 kB\n"), 17);
    check_refused(TEXT("MemTotal:       1x kB\n"), 17);
    check_refused(TEXT("MemTotal:       1.5 kB\n"), 17);
    check_refused(TEXT("MemTotal:       1,000 kB\n"), 17);
    check_refused(TEXT("MemTotal:       0x10 kB\n"), 17);
    check_refused(TEXT("MemTotal:              1\n"), 24);
    check_refused(TEXT("MemTotal:              1 \n"), 25);
    check_refused(TEXT("MemTotal:              1  kB\n"), 25);
    check_refused(TEXT("MemTotal:              1\tkB\n"), 24);
    check_refused(TEXT("MemTotal:              1kB\n"), 24);
    check_refused(TEXT("MemTotal:              1 KB\n"), 25);
    check_refused(TEXT("MemTotal:              1 kb\n"), 26);
    check_refused(TEXT("MemTotal:              1 k\n"), 26);
    check_refused(TEXT("MemTotal:              1 MB\n"), 25);
    check_refused(TEXT("MemTotal:              1 kBs\n"), 27);
    check_refused(TEXT("MemTotal:              1 2 kB\n"), 25);
    check_refused(TEXT("MemTotal::             1 kB\n"), 9);
    check_refused(TEXT("MemTotal:              1 kB\r\n"), 27);
    check_refused(TEXT("MemTotal:\r\n"), 9);
    check_refused(TEXT("MemTotal:       \xb1\xb2\xb3\xb4\xb5\xb6\xb7\xb8 kB\n"), 16);
    check_refused(TEXT("MemTotal:       1234567\xb8 kB\n"), 23);
    check_refused(TEXT("MemTotal:       1234\0006 kB\n"), 20);
    check_refused(TEXT("MemTotal:      \000      1 kB\n"), 15);
    check_refused(TEXT("MemTotal:              1 kB\0\n"), 27);
    check_refused(TEXT("HugePages_Total:      1x\n"), 23);
    check_refused(TEXT("HugePages_Total:      1\r\n"), 23);
    check_refused(TEXT("HugePages_Total:\n"), 16);
    /* A bad line among good ones. */
    check_refused(TEXT("MemTotal:              1 kB\nMemFree:              1x kB\nBuffers:               1 kB\n"), 51);
    check_refused(TEXT("Unknown: x\nMemTotal:              1 kB\nMemFree:               - kB\n"), 63);
}

static void test_a_call_after_a_bad_line_goes_on_behind_it(void **state)
{
    static const char bytes[] =
        "MemTotal:              1 kB\nMemFree:              1x kB\nBuffers:               3 kB\n";
    struct vmm_text text = vmm_text_of(bytes, sizeof bytes - 1);
    struct vmm_meminfo record;

    (void)state;
    assert_int_equal(vmm_meminfo_parse(&text, &record, sizeof record), VMM_E_SYNTAX);
    assert_ptr_equal(text.error, bytes + 51);
    assert_ptr_equal(text.pos, bytes + 56);
    assert_int_equal(vmm_meminfo_parse(&text, &record, sizeof record), VMM_OK);
    assert_null(text.error);
    assert_ptr_equal(text.pos, text.end);
    assert_int_equal(record.buffers_bytes, 3 * 1024);
    check_unknown_number(record.mem_total_bytes);
    check_unknown_number(record.mem_free_bytes);
    assert_int_equal(vmm_meminfo_parse(&text, &record, sizeof record), VMM_E_EMPTY);
    check_unknown(VMM_RECORD_MEMINFO, &record);
}

/* The bad byte is in the text, or the text ended before it. */
static void test_a_malformed_value_in_a_line_that_is_cut_too(void **state)
{
    (void)state;
    check_refused(TEXT("MemTotal:       x"), 16);
    check_refused(TEXT("MemTotal:       1x"), 17);
    check_refused(TEXT("MemTotal:       1 x"), 18);
    check_string(&meminfo, "MemTotal:       -");
    check_string(&meminfo, "MemTotal:       1 k");
    check_string(&meminfo, "MemTotal:       1 kB");
    check_string(&meminfo, "MemTotal:       1 kB ");
}

static void test_text_without_a_known_key_is_empty(void **state)
{
    struct record record;

    (void)state;
    assert_int_equal(run(&meminfo, TEXT(""), &record, meminfo.bytes).status, VMM_E_EMPTY);
    check_unknown(VMM_RECORD_MEMINFO, &record);
    assert_int_equal(run(&meminfo, TEXT("\n"), &record, meminfo.bytes).status, VMM_E_EMPTY);
    assert_int_equal(run(&meminfo, TEXT("\n\n\n\n\n\n\n\n\n\n"), &record, meminfo.bytes).status, VMM_E_EMPTY);
    assert_int_equal(run(&meminfo, TEXT("cpu  1 2 3 4\nintr 5\n"), &record, meminfo.bytes).status, VMM_E_EMPTY);
    check_unknown(VMM_RECORD_MEMINFO, &record);
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
        check_text(&meminfo, &arena, bytes, length);
    }
    arena_free(&arena);
}

/* ---- fast paths against plain ones ---- */

/* Numbers of every length, set to the right as the kernel does, at every distance from the end of the text. */
static void test_every_number_length_at_every_distance_from_the_end(void **state)
{
    struct arena arena = arena_new(256);

    (void)state;
    for (unsigned digits = 0; digits <= 22; digits++) {
        for (unsigned distance = 0; distance <= 40; distance++) {
            for (size_t k = 0; k < COUNT_OF(rows); k += 5) {
                struct builder builder = {NULL, 0, 0};
                char number[32];

                for (unsigned i = 0; i < digits; i++)
                    number[i] = (char)('1' + i % 9);
                number[digits] = '\0';
                builder_print(&builder, rows[k].kb ? "%-16s%8s kB\n" : "%-16s%8s\n", rows[k].key, number);
                for (unsigned i = 0; i < distance; i++)
                    builder_add(&builder, i + 1 == distance ? "\n" : "x", 1);
                check_text(&meminfo, &arena, builder.bytes, builder.length);
                builder_free(&builder);
            }
        }
    }
    arena_free(&arena);
}

static void test_every_byte_of_usual_lines_replaced_by_every_other(void **state)
{
    static const char near_end[] = "MemTotal:       12345678 kB\n";
    static const char within[] =
        "MemTotal:        2345678 kB\nMemFree:               0 kB\nMemAvailable:   99999999 kB\n"
        "Buffers:            6596 kB\n";
    static const char long_keys[] =
        "Inactive(anon):    16760 kB\nHardwareCorrupted:     0 kB\nShmemHugePages:   102400 kB\n"
        "HugePages_Total:       0\nHugePages_Free:        7\nDirectMap4k:       28672 kB\n";

    (void)state;
    check_every_byte(&meminfo, TEXT(near_end));
    check_every_byte(&meminfo, TEXT(within));
    check_every_byte(&meminfo, TEXT(long_keys));
}

static void add_odd_number(struct builder *builder)
{
    static const char *const odd[] = {"",
                                      "-",
                                      "--1",
                                      "+1",
                                      "1x",
                                      "1.5",
                                      "x",
                                      "\xb1",
                                      "\0",
                                      "0x10",
                                      "18446744073709551613",
                                      "18446744073709551614",
                                      "18446744073709551615",
                                      "18446744073709551616",
                                      "18014398509481983",
                                      "18014398509481984",
                                      "-5",
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

static void add_random_line(struct builder *builder, size_t *expected)
{
    static const char *const between[] = {"", " ", "       ", "\t", " \t ", "              ", "\n", "\r", ":"};
    static const char *const units[] = {" kB", " kB",  " kB", " kB",  "",      " ",   "kB",
                                        " KB", "  kB", " k",  " kB ", " kB x", " kBx"};
    static const char *const ends[] = {"\n", "\n", "\n", "\n", "\n", "\n", "\n", "\n", "\r\n", "", " \n", "\n\n"};
    const struct reference_key *row;

    if (chance_of(75))
        *expected = (*expected + 1) % COUNT_OF(rows);
    else
        *expected = chance_below(COUNT_OF(rows));
    row = &rows[*expected];
    if (chance_of(80)) {
        add_line(builder, row, chance_number());
        return;
    }
    switch (chance_below(4)) {
    case 0:
        builder_print(builder, "Unknown%u: %" PRIu64 " kB\n", (unsigned)chance_below(1000), chance_number());
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
    builder_print(builder, "%s", units[chance_below(COUNT_OF(units))]);
    builder_print(builder, "%s", ends[chance_below(COUNT_OF(ends))]);
}

static void test_random_texts_against_the_reference(void **state)
{
    static const char interesting[] = " \t\n\r\0:0123456789-kBmM\x7f\x80\xb0\xff";
    struct arena arena = arena_new(4096);
    struct builder builder = {NULL, 0, 0};

    (void)state;
    chance_seed(2);
    for (unsigned time = 0, rounds = chance_rounds(100000); time < rounds; time++) {
        size_t expected = chance_below(COUNT_OF(rows));
        size_t lines = chance_below(9);

        builder.length = 0;
        for (size_t i = 0; i < lines; i++)
            add_random_line(&builder, &expected);
        if (builder.length != 0 && chance_of(25))
            builder.bytes[chance_below(builder.length)] = interesting[chance_below(sizeof interesting - 1)];
        if (builder.length != 0 && chance_of(15))
            builder.length = chance_below(builder.length);
        check_text(&meminfo, &arena, builder.bytes, builder.length);
    }
    builder_free(&builder);
    arena_free(&arena);
}

/* ---- the output ---- */

static void test_outputs_of_every_size(void **state)
{
    struct sample sample = sample_load("proc-meminfo/linux-6.18-x86_64-firecracker");

    (void)state;
    check_every_size(&meminfo, sample.bytes, sample.length, VMM_OK);
    check_every_size(&meminfo, sample.bytes, sample.length - 1, VMM_E_TRUNCATED);
    check_every_size(&meminfo, TEXT(""), VMM_E_EMPTY);
    check_every_size(&meminfo, TEXT("MemTotal:              1 kB\nMemFree:               x kB\n"), VMM_E_SYNTAX);
    sample_free(&sample);
}

static void test_a_reused_output_never_shows_old_values(void **state)
{
    static const struct {
        const char *text;
        vmm_status status;
    } later[] = {
        {"Buffers:               1 kB\n", VMM_OK},
        {"", VMM_E_EMPTY},
        {"Unknown: 1 kB\n", VMM_E_EMPTY},
        {"Buffers:               1 kB", VMM_E_TRUNCATED},
        {"Buffers:               1 kX\n", VMM_E_SYNTAX},
        {"Buffers:               1 kB\nDirty: \n", VMM_E_SYNTAX},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(later); i++) {
        struct vmm_meminfo record = parsed("proc-meminfo/linux-6.12-x86_64-huge-pages");
        struct vmm_text text = vmm_text_of(later[i].text, strlen(later[i].text));

        assert_int_equal(vmm_meminfo_parse(&text, &record, sizeof record), later[i].status);
        if (later[i].status == VMM_OK) {
            assert_int_equal(record.buffers_bytes, 1024);
            assert_int_equal(number_of_unknown(&record), COUNT_OF(rows) - 1);
        } else {
            check_unknown(VMM_RECORD_MEMINFO, &record);
        }
        assert_int_equal(record.size, sizeof record);
    }
}

static void test_arguments(void **state)
{
    (void)state;
    check_arguments(&meminfo, TEXT("MemTotal:              1 kB\n"));
}

static void test_the_text_is_not_written_to(void **state)
{
    struct sample sample = sample_load("proc-meminfo/linux-6.18-x86_64-firecracker");

    (void)state;
    check_input_is_read_only(&meminfo, sample.bytes, sample.length);
    check_input_is_read_only(&meminfo, sample.bytes, sample.length - 3);
    sample_free(&sample);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_sample_is_read_as_the_reference_reads_it),
        cmocka_unit_test(test_every_sample_cut_at_every_length),
        cmocka_unit_test(test_unknown_lines_at_every_line_of_every_sample),
        cmocka_unit_test(test_keys_of_every_sample_permuted),
        cmocka_unit_test(test_sample_of_linux_6_18),
        cmocka_unit_test(test_sample_of_linux_3_10_has_no_mem_available),
        cmocka_unit_test(test_sample_of_arm64_has_no_blank_after_a_colon),
        cmocka_unit_test(test_sample_of_wsl1_with_swap_near_2_to_the_64),
        cmocka_unit_test(test_sample_of_s390),
        cmocka_unit_test(test_sample_of_powerpc),
        cmocka_unit_test(test_sample_of_parisc_counts_bad_pages),
        cmocka_unit_test(test_sample_of_i386_with_high_memory),
        cmocka_unit_test(test_samples_of_rare_builds),
        cmocka_unit_test(test_sample_of_a_machine_with_1_tb),
        cmocka_unit_test(test_sample_with_huge_pages),
        cmocka_unit_test(test_sample_with_a_balloon),
        cmocka_unit_test(test_sample_of_the_future),
        cmocka_unit_test(test_sample_of_lxcfs_with_total_0_and_negative_free),
        cmocka_unit_test(test_sample_of_lxcfs_with_more_available_than_total),
        cmocka_unit_test(test_each_key_alone_sets_its_member_and_no_other),
        cmocka_unit_test(test_all_keys_together),
        cmocka_unit_test(test_of_duplicate_keys_the_last_wins),
        cmocka_unit_test(test_keys_are_matched_whole),
        cmocka_unit_test(test_keys_that_begin_alike),
        cmocka_unit_test(test_numbers_that_are_taken),
        cmocka_unit_test(test_numbers_that_do_not_fit_are_unknown_and_spoil_nothing_else),
        cmocka_unit_test(test_counts_of_any_size),
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
