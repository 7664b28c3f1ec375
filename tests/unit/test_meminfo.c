/* SPDX-License-Identifier: MIT */
/* /proc/meminfo. */
#include "test.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static struct vmm_meminfo parsed(const char *name)
{
    struct vmm_meminfo record;

    read_sample(meminfo_group.formats, name, &record);
    return record;
}

/* ---- samples ---- */

TEST(sample_of_linux_6_18)
{
    struct sample sample = sample_load("proc-meminfo/linux-6.18-x86_64-firecracker");
    struct vmm_meminfo record = parsed("proc-meminfo/linux-6.18-x86_64-firecracker");
    unsigned long long value;

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
    assert_int_equal(known_members(VMM_RECORD_MEMINFO, &record), 54);
    sample_free(&sample);
}

/* No MemAvailable before 3.14. */
TEST(sample_of_linux_3_10_has_no_mem_available)
{
    struct vmm_meminfo record = parsed("proc-meminfo/linux-3.10-x86_64-no-memavailable");

    check_unknown_number(record.mem_available_bytes);
    assert_int_equal(record.mem_total_bytes, UINT64_C(3881520) * 1024);
    assert_int_equal(record.vmalloc_total_bytes, UINT64_C(34359738367) * 1024);
    assert_int_equal(record.anon_huge_pages_bytes, 174080 * 1024);
    assert_int_equal(record.direct_map_2m_bytes, UINT64_C(4128768) * 1024);
    check_unknown_number(record.percpu_bytes);
    check_unknown_number(record.zswap_bytes);
    check_unknown_number(record.balloon_bytes);
}

/* No blank after the colon. */
TEST(sample_of_arm64_has_no_blank_after_a_colon)
{
    struct vmm_meminfo record = parsed("proc-meminfo/linux-6.1-arm64-shadow-call-stack");

    assert_int_equal(record.shadow_call_stack_bytes, UINT64_C(10373888) * 1024);
    assert_int_equal(record.kernel_stack_bytes, UINT64_C(134400) * 1024);
    assert_int_equal(record.page_tables_bytes, UINT64_C(396240) * 1024);
    check_unknown_number(record.direct_map_4k_bytes);
}

/* A negative number that WSL 1 printed as unsigned, without a blank before it. */
TEST(sample_of_wsl1_with_swap_near_2_to_the_64)
{
    struct vmm_meminfo record = parsed("proc-meminfo/wsl1-wide-swap-free");

    check_unknown_number(record.swap_free_bytes);
    assert_int_equal(record.swap_total_bytes, UINT64_C(50331648) * 1024);
    check_unknown_number(record.mem_available_bytes);
    assert_int_equal(record.dirty_bytes, 624 * 1024);
}

/* S390's direct map. */
TEST(sample_of_s390)
{
    struct vmm_meminfo record = parsed("proc-meminfo/linux-6.1-s390x");

    assert_int_equal(record.direct_map_4k_bytes, 14336 * 1024);
    assert_int_equal(record.direct_map_1m_bytes, UINT64_C(6277120) * 1024);
    assert_int_equal(record.direct_map_2g_bytes, UINT64_C(2097152) * 1024);
    check_unknown_number(record.direct_map_2m_bytes);
    assert_int_equal(record.hugepagesize_bytes, 1024 * 1024);
}

TEST(sample_of_powerpc)
{
    struct vmm_meminfo record = parsed("proc-meminfo/linux-5.10-powerpc-radix");

    assert_int_equal(record.direct_map_64k_bytes, 65536 * 1024);
    assert_int_equal(record.direct_map_1g_bytes, UINT64_C(29360128) * 1024);
    assert_int_equal(record.cma_total_bytes, UINT64_C(1703936) * 1024);
    check_unknown_number(record.zswap_bytes);
    check_unknown_number(record.sec_page_tables_bytes);
}

TEST(sample_of_parisc_counts_bad_pages)
{
    struct vmm_meminfo record = parsed("proc-meminfo/linux-6.6-parisc-pdt");

    assert_int_equal(record.pdt_max_entries, 50);
    assert_int_equal(record.pdt_cur_entries, 0);
    check_unknown_number(record.huge_pages_total);
    check_unknown_number(record.hugetlb_bytes);
}

TEST(sample_of_i386_with_high_memory)
{
    struct vmm_meminfo record = parsed("proc-meminfo/linux-3.16-i386-highmem-no-pae");

    assert_int_equal(record.high_total_bytes, UINT64_C(2220808) * 1024);
    assert_int_equal(record.high_free_bytes, UINT64_C(1012012) * 1024);
    assert_int_equal(record.low_total_bytes, UINT64_C(879312) * 1024);
    assert_int_equal(record.low_free_bytes, UINT64_C(310221) * 1024);
    assert_int_equal(record.direct_map_4m_bytes, UINT64_C(897024) * 1024);
    check_unknown_number(record.mmap_copy_bytes);
}

TEST(samples_of_rare_builds)
{
    struct vmm_meminfo nommu = parsed("proc-meminfo/linux-4.19-arm-nommu");
    struct vmm_meminfo sh = parsed("proc-meminfo/linux-4.9-sh-quicklists");
    struct vmm_meminfo tdx = parsed("proc-meminfo/linux-6.12-x86_64-tdx-guest-memtest");

    assert_int_equal(nommu.mmap_copy_bytes, 4012 * 1024);
    assert_int_equal(nommu.percpu_bytes, 96 * 1024);
    assert_int_equal(sh.quicklists_bytes, 412 * 1024);
    assert_int_equal(tdx.unaccepted_bytes, UINT64_C(4194304) * 1024);
    assert_int_equal(tdx.early_memtest_bad_bytes, 0);
    assert_int_equal(tdx.hardware_corrupted_bytes, 0);
}

TEST(sample_of_a_machine_with_1_tb)
{
    struct vmm_meminfo record = parsed("proc-meminfo/linux-6.12-x86_64-1-tb");

    assert_int_equal(record.mem_total_bytes, UINT64_C(1056123456) * 1024);
    assert_int_equal(record.mem_available_bytes, UINT64_C(987654321) * 1024);
    assert_int_equal(record.committed_as_bytes, UINT64_C(1203366900) * 1024);
    assert_int_equal(record.direct_map_1g_bytes, UINT64_C(873463808) * 1024);
}

/* Counts without kB beside sizes with it. */
TEST(sample_with_huge_pages)
{
    struct vmm_meminfo record = parsed("proc-meminfo/linux-6.12-x86_64-huge-pages");

    assert_int_equal(record.huge_pages_total, 8192);
    assert_int_equal(record.huge_pages_free, 4096);
    assert_int_equal(record.huge_pages_rsvd, 1024);
    assert_int_equal(record.huge_pages_surp, 16);
    assert_int_equal(record.hugepagesize_bytes, 2048 * 1024);
    assert_int_equal(record.hugetlb_bytes, UINT64_C(8192) * 2048 * 1024);
}

TEST(sample_with_a_balloon)
{
    struct vmm_meminfo record = parsed("proc-meminfo/linux-6.18-x86_64-balloon");

    assert_int_equal(record.balloon_bytes, UINT64_C(1048576) * 1024);
    assert_int_equal(record.mem_total_bytes, UINT64_C(2030460) * 1024);
}

/* New lines keep coming, one even without a colon. */
TEST(sample_of_the_future)
{
    struct vmm_meminfo record = parsed("proc-meminfo/written-future-keys");

    assert_int_equal(record.mem_free_bytes, UINT64_C(23686456) * 1024);
    assert_int_equal(record.dirty_bytes, 1312 * 1024);
    assert_int_equal(record.direct_map_1g_bytes, UINT64_C(25165824) * 1024);
    assert_int_equal(record.huge_pages_total, 0);
}

/* The total is 0, and a negative number is unknown and spoils nothing else. */
TEST(sample_of_lxcfs_with_total_0_and_negative_free)
{
    struct vmm_meminfo record = parsed("proc-meminfo/lxcfs-total-0-free-negative");

    assert_int_equal(record.mem_total_bytes, 0);
    check_unknown_number(record.mem_free_bytes);
    assert_int_equal(record.mem_available_bytes, 0);
    assert_int_equal(record.cached_bytes, 120344 * 1024);
    assert_int_equal(record.s_reclaimable_bytes, 2048 * 1024);
}

/* Implausible numbers are read as they are. */
TEST(sample_of_lxcfs_with_more_available_than_total)
{
    struct vmm_meminfo record = parsed("proc-meminfo/lxcfs-available-above-total");

    assert_int_equal(record.mem_total_bytes, UINT64_C(1048576) * 1024);
    assert_int_equal(record.mem_available_bytes, UINT64_C(16012344) * 1024);
}

/* ---- keys ---- */

/* Keys that are the beginning of another key, with and without text after them. */
TEST(keys_that_begin_alike)
{
    struct builder builder = {NULL, 0, 0};
    struct vmm_meminfo record;

    builder_print(&builder, "Active:                1 kB\nActive(anon):          2 kB\nActive(file):          3 kB\n");
    builder_print(&builder, "Inactive:              4 kB\nInactive(anon):        5 kB\nInactive(file):        6 kB\n");
    builder_print(&builder, "Zswap:                 7 kB\nZswapped:              8 kB\nSwapCached:            9 kB\n");
    builder_print(&builder, "Writeback:            10 kB\nWritebackTmp:         11 kB\nHugetlb:              12 kB\n");
    read_string(meminfo_group.formats, builder.bytes, &record);
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
    builder_free(&builder);
}

TEST(of_equal_keys_the_last_counts)
{
    struct vmm_meminfo record;

    read_string(meminfo_group.formats, "MemTotal:              1 kB\nMemFree:   7 kB\nMemTotal:              2 kB\n",
                &record);
    assert_int_equal(record.mem_total_bytes, 2048);
    assert_int_equal(record.mem_free_bytes, 7168);
    /* Also where the last one says nothing. */
    read_string(meminfo_group.formats, "MemTotal:              1 kB\nMemTotal:             -2 kB\n", &record);
    check_unknown_number(record.mem_total_bytes);
}

/* ---- values ---- */

static void check_total(const char *line, uint64_t wanted)
{
    struct vmm_meminfo record;

    read_string(meminfo_group.formats, line, &record);
    if (record.mem_total_bytes != wanted)
        fail_msg("%s: %" PRIu64 " instead of %" PRIu64, line, record.mem_total_bytes, wanted);
}

TEST(numbers_that_are_taken)
{
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
    /* Text after the unit is ignored. */
    check_total("MemTotal:              1 kB \n", 1024);
    check_total("MemTotal:              1 kB\t\n", 1024);
    check_total("MemTotal:              1 kB and more\n", 1024);
}

/* Where kB become bytes. */
TEST(numbers_that_do_not_fit_are_unknown_and_spoil_nothing_else)
{
    check_total("MemTotal:       9007199254740991 kB\n", INT64_MAX - 1023);
    check_total("MemTotal:       9007199254740992 kB\n", VMM_UNKNOWN);
    check_total("MemTotal:       18014398509481983 kB\n", VMM_UNKNOWN);
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
    check_total("MemTotal:             -1 kB\nMemFree:               5 kB\n", VMM_UNKNOWN);
    check_total("MemTotal:       99999999999999999999999 kB\nMemFree:               5 kB\n", VMM_UNKNOWN);
}

TEST(counts_of_any_size)
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

    for (size_t i = 0; i < COUNT_OF(numbers); i++) {
        char line[128];
        struct vmm_meminfo record;

        snprintf(line, sizeof line, "HugePages_Total: %s\n", numbers[i]);
        read_string(meminfo_group.formats, line, &record);
        assert_int_equal(record.huge_pages_total, values[i]);
    }
}

TEST(a_call_after_a_bad_line_goes_on_behind_it)
{
    static const char bytes[] =
        "MemTotal:              1 kB\nMemFree:              1x kB\nBuffers:               3 kB\n";
    struct vmm_text text = vmm_text_of(bytes, sizeof bytes - 1);
    struct vmm_meminfo record;

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
