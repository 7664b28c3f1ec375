/* SPDX-License-Identifier: MIT */
/* A cgroup's memory.stat, of cgroup v2 and v1. */
#include "test.h"

#include <stdio.h>
#include <string.h>

/* How many keys there ever were. */
enum { V2_KEYS = 74, V1_KEYS = 42 };

#define FORMAT (&cgroup_memory_group.formats[CGROUP_MEMORY_V2])

static struct vmm_cgroup_memory parsed(const char *name)
{
    struct vmm_cgroup_memory record;

    read_sample(FORMAT, name, &record);
    return record;
}

static struct vmm_cgroup_memory parsed_text(const char *string)
{
    struct vmm_cgroup_memory record;

    read_string(FORMAT, string, &record);
    return record;
}

/* Between them the two versions set every member but instance_id. */
TEST(every_member_has_a_key)
{
    bool set[sizeof(struct vmm_cgroup_memory) / sizeof(uint64_t)] = {true, true};

    for (size_t i = 0; i < cgroup_memory_group.count; i++)
        for (const struct members *members = cgroup_memory_group.formats[i].sets; members->count != 0; members++)
            for (size_t k = 0; k < members->count; k++)
                set[members->offset / 8 + k] = true;
    for (size_t i = 0; i < COUNT_OF(set); i++)
        assert_true(set[i]);
}

/* ---- samples ---- */

TEST(sample_of_the_first_v2)
{
    struct vmm_cgroup_memory record = parsed("cgroup-memory-stat/linux-4.5-v2");

    assert_int_equal(record.anon_bytes, 123469824);
    assert_int_equal(record.file_bytes, 71024640);
    assert_int_equal(record.sock_bytes, 53248);
    assert_int_equal(record.inactive_file_bytes, 40960000);
    assert_int_equal(record.pgfault, 401122);
    assert_int_equal(record.pgmajfault, 312);
    check_unknown_number(record.slab_bytes);
    check_unknown_number(record.shmem_bytes);
    check_unknown_number(record.pgscan);
    assert_int_equal(known_members(VMM_RECORD_CGROUP_MEMORY, &record), 13);
}

TEST(samples_before_and_after_the_working_set_was_split)
{
    struct vmm_cgroup_memory old = parsed("cgroup-memory-stat/linux-4.19-v2");
    struct vmm_cgroup_memory last = parsed("cgroup-memory-stat/linux-5.8-v2");
    struct vmm_cgroup_memory split = parsed("cgroup-memory-stat/linux-5.15-v2");

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

TEST(samples_before_and_after_kernel)
{
    struct vmm_cgroup_memory before = parsed("cgroup-memory-stat/linux-5.15-v2");
    struct vmm_cgroup_memory after = parsed("cgroup-memory-stat/linux-6.1-v2");

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

TEST(sample_of_linux_6_18)
{
    struct vmm_cgroup_memory record = parsed("cgroup-memory-stat/linux-6.18-v2");

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
    assert_int_equal(known_members(VMM_RECORD_CGROUP_MEMORY, &record), V2_KEYS - 4);
}

TEST(sample_of_a_large_root)
{
    struct vmm_cgroup_memory record = parsed("cgroup-memory-stat/linux-6.18-v2-root-hugetlb");

    assert_int_equal(record.anon_bytes, UINT64_C(806432198656));
    assert_int_equal(record.hugetlb_bytes, UINT64_C(68719476736));
    assert_int_equal(record.pgfault, UINT64_C(98765432109876));
    assert_int_equal(record.numa_pte_updates, UINT64_C(1234567890123));
    assert_int_equal(known_members(VMM_RECORD_CGROUP_MEMORY, &record), V2_KEYS - 3);
}

TEST(samples_of_zeros_and_of_a_small_build)
{
    struct vmm_cgroup_memory zero = parsed("cgroup-memory-stat/linux-6.18-v2-empty");
    struct vmm_cgroup_memory small = parsed("cgroup-memory-stat/linux-6.18-v2-small-build");

    assert_int_equal(zero.anon_bytes, 0);
    assert_int_equal(zero.thp_swpout_fallback, 0);
    check_unknown_number(zero.pgpromote_success);
    check_unknown_number(zero.numa_hint_faults);
    assert_int_equal(known_members(VMM_RECORD_CGROUP_MEMORY, &zero), V2_KEYS - 4 - 4);
    assert_int_equal(small.anon_bytes, 4096000);
    check_unknown_number(small.swapcached_bytes);
    check_unknown_number(small.zswap_bytes);
    check_unknown_number(small.anon_thp_bytes);
    check_unknown_number(small.thp_fault_alloc);
}

TEST(sample_of_the_future)
{
    struct vmm_cgroup_memory record = parsed("cgroup-memory-stat/written-v2-future-keys");

    assert_int_equal(record.anon_bytes, 8192);
    assert_int_equal(record.file_bytes, 12288);
    assert_int_equal(record.pgscan_direct, 4);
    assert_int_equal(record.kernel_stack_bytes, 65536);
    assert_int_equal(known_members(VMM_RECORD_CGROUP_MEMORY, &record), 4);
}

TEST(sample_of_v1_with_a_child)
{
    struct vmm_cgroup_memory record = parsed("cgroup-memory-stat/linux-6.18-x86_64-v1-with-child");

    assert_int_equal(record.anon_bytes, 57032704);
    assert_int_equal(record.file_bytes, 9007104);
    assert_int_equal(record.inactive_file_bytes, 9007104);
    assert_int_equal(record.inactive_anon_bytes, 56942592);
    assert_int_equal(record.pgfault, 33287);
    assert_int_equal(record.pgpgin, 24060);
    assert_int_equal(record.local_rss_bytes, 0);
    assert_int_equal(record.local_cache_bytes, 9007104);
    assert_int_equal(record.local_pgfault, 11697);
    assert_int_equal(record.local_inactive_anon_bytes, 0);
    assert_true(record.anon_bytes > record.local_rss_bytes);
    assert_true(record.pgfault > record.local_pgfault);
    assert_int_equal(record.hierarchical_memory_limit_bytes, 268435456);
    assert_int_equal(record.hierarchical_memsw_limit_bytes, VMM_UNLIMITED);
    check_unknown_number(record.kernel_bytes);
    check_unknown_number(record.slab_bytes);
    check_unknown_number(record.pgscan);
    assert_int_equal(known_members(VMM_RECORD_CGROUP_MEMORY, &record), V1_KEYS);
}

TEST(sample_of_the_root_of_v1)
{
    struct vmm_cgroup_memory record = parsed("cgroup-memory-stat/linux-6.18-x86_64-v1-root");

    /* The longest key there is. */
    assert_int_equal(record.workingset_refault_file, 4202631);
    assert_int_not_equal(record.workingset_refault_file, record.local_workingset_refault_file);
}

TEST(sample_of_an_empty_v1_cgroup)
{
    struct vmm_cgroup_memory record = parsed("cgroup-memory-stat/linux-6.18-x86_64-v1-empty-limited");

    assert_int_equal(record.anon_bytes, 0);
    assert_int_equal(record.local_cache_bytes, 0);
    assert_int_equal(record.hierarchical_memory_limit_bytes, 268435456);
    assert_int_equal(record.hierarchical_memsw_limit_bytes, VMM_UNLIMITED);
}

TEST(sample_of_v1_with_negative_numbers)
{
    struct vmm_cgroup_memory record = parsed("cgroup-memory-stat/linux-3.10-v1-negative");

    check_unknown_number(record.local_rss_bytes);
    check_unknown_number(record.swap_bytes);
    assert_int_equal(record.local_swap_bytes, 0);
    assert_int_equal(record.anon_bytes, 443023360);
    assert_int_equal(record.unevictable_bytes, 336486400);
    check_unknown_number(record.shmem_bytes);
    check_unknown_number(record.file_dirty_bytes);
}

TEST(samples_of_v1_without_a_limit)
{
    struct vmm_cgroup_memory old = parsed("cgroup-memory-stat/linux-3.10-v1-negative");
    struct vmm_cgroup_memory bits = parsed("cgroup-memory-stat/linux-4.4-arm-v1-32-bit");
    struct vmm_cgroup_memory pages = parsed("cgroup-memory-stat/linux-5.4-ppc64-v1-64k-pages");
    struct vmm_cgroup_memory largest = parsed("cgroup-memory-stat/written-v1-largest-limit");
    struct vmm_cgroup_memory now = parsed("cgroup-memory-stat/linux-6.18-x86_64-v1-root");

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

TEST(limits_of_v1)
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

TEST(the_version_is_told_by_the_keys_of_one_of_them)
{
    struct vmm_cgroup_memory record;

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
    /* In any order, and with an unknown key before it. */
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

TEST(the_file_of_this_machine)
{
    static char bytes[65536];
    struct vmm_cgroup_memory record;
    size_t length;
    FILE *file = fopen("/sys/fs/cgroup/memory/memory.stat", "r");

    if (file == NULL)
        skip();
    length = fread(bytes, 1, sizeof bytes - 1, file);
    fclose(file);
    bytes[length] = '\0';
    read_text(FORMAT, bytes, length, &record);
    assert_true(record.anon_bytes >= record.local_rss_bytes && record.anon_bytes != VMM_UNKNOWN);
}

/* ---- keys ---- */

/* A line that says which version the file is of, and sets no member. */

TEST(keys_that_begin_alike)
{
    static const char text[] =
        "file 1\nfile_mapped 2\nfile_dirty 3\nfile_writeback 4\nfile_thp 5\nanon 6\nanon_thp 7\nkernel 8\n"
        "kernel_stack 9\nshmem 10\nshmem_thp 11\nzswap 12\nzswapped 13\nslab 14\nslab_reclaimable 15\npgscan 16\n"
        "pgscan_direct 17\npgsteal 18\npgsteal_direct 19\npglazyfree 20\npglazyfreed 21\nthp_swpout 22\n"
        "thp_swpout_fallback 23\nworkingset_refault 24\nworkingset_refault_anon 25\nworkingset_refault_file 26\n";
    struct vmm_cgroup_memory record = parsed_text(text);

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

TEST(of_equal_keys_the_last_counts)
{
    for (size_t version = 0; version < cgroup_memory_group.count; version++) {
        const struct format *format = &cgroup_memory_group.formats[version];

        for (size_t i = 0; i < format->key_count * format->key_count; i++) {
            const struct ref_key *one = &format->keys[i % format->key_count];
            struct builder builder = {NULL, 0, 0};
            struct vmm_cgroup_memory record;

            builder_print(&builder, "%s%s 1\n%s 2\n%s 3\n", version == CGROUP_MEMORY_V1 ? "total_ 0\n" : "", one->key,
                          format->keys[i / format->key_count].key, one->key);
            read_text(format, builder.bytes, builder.length, &record);
            assert_int_equal(ref_load(&record, one->offset), 3);
            builder_free(&builder);
        }
    }
}
