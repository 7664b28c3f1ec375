/* SPDX-License-Identifier: MIT */
/* /proc/vmstat. */
#include "test.h"

#include <stdlib.h>
#include <string.h>

static struct vmm_vmstat parsed(const char *name)
{
    struct vmm_vmstat record;

    read_sample(vmstat_group.formats, name, &record);
    return record;
}

static struct vmm_vmstat_detail detail(const char *name)
{
    struct vmm_vmstat_detail record;

    read_sample(vmstat_detail_group.formats, name, &record);
    return record;
}

static struct vmm_vmstat record_of(const char *bytes)
{
    struct vmm_vmstat record;

    read_string(vmstat_group.formats, bytes, &record);
    return record;
}

/* A value by another reader. */
static uint64_t value_in(const char *name, const char *key)
{
    struct sample sample = sample_load(name);
    struct lines lines = lines_of(sample.bytes, sample.length);
    unsigned long long value = 0;
    size_t found = 0;

    for (size_t i = 0; i < lines.count; i++) {
        /* Both end at a newline at the latest. */
        if (strncmp(lines.start[i], key, strlen(key)) == 0 && lines.start[i][strlen(key)] == ' ') {
            value = strtoull(lines.start[i] + strlen(key), NULL, 10);
            found++;
        }
    }
    assert_int_equal(found, 1);
    lines_free(&lines);
    sample_free(&sample);
    return value;
}

/* ---- samples ---- */

TEST(sample_of_linux_6_18)
{
    const char *name = "proc-vmstat/linux-6.18-x86_64-firecracker";
    struct vmm_vmstat record = parsed(name);

    assert_int_equal(record.nr_free_pages, value_in(name, "nr_free_pages"));
    assert_int_equal(record.workingset_refault_file_pages, value_in(name, "workingset_refault_file"));
    assert_int_equal(record.pgpgin_bytes, value_in(name, "pgpgin") * 1024);
    assert_int_equal(record.pgpgout_bytes, value_in(name, "pgpgout") * 1024);
    assert_int_equal(record.pgfault, value_in(name, "pgfault"));
    assert_int_equal(record.pgmajfault, value_in(name, "pgmajfault"));
    assert_int_equal(record.drop_slab, 2);
    assert_int_equal(record.thp_file_mapped, value_in(name, "thp_file_mapped"));
    assert_int_equal(record.nr_balloon_pages, 0);
    assert_int_equal(record.zswpwb_pages, 0);
    check_unknown_number(record.allocstall);
    check_unknown_number(record.allocstall_high);
    check_unknown_number(record.workingset_refault_pages);
    check_unknown_number(record.thp_split);
    /* All that is not of older kernels, nor of a zone of high memory. */
    assert_int_equal(known_members(VMM_RECORD_VMSTAT, &record), 98 - 1);
}

/* Reclaim by zones, before 4.8. */
TEST(sample_of_linux_3_10)
{
    const char *name = "proc-vmstat/linux-3.10-x86_64-zones";
    struct vmm_vmstat record = parsed(name);

    assert_int_equal(record.pgsteal_kswapd_normal_pages, value_in(name, "pgsteal_kswapd_normal"));
    assert_int_equal(record.pgsteal_direct_dma32_pages, value_in(name, "pgsteal_direct_dma32"));
    assert_int_equal(record.pgscan_kswapd_dma_pages, value_in(name, "pgscan_kswapd_dma"));
    assert_int_equal(record.pgscan_direct_movable_pages, value_in(name, "pgscan_direct_movable"));
    assert_int_equal(record.pgscan_direct_throttle, value_in(name, "pgscan_direct_throttle"));
    assert_int_equal(record.allocstall, value_in(name, "allocstall"));
    assert_int_equal(record.thp_split, value_in(name, "thp_split"));
    check_unknown_number(record.pgsteal_kswapd_pages);
    check_unknown_number(record.pgscan_direct_pages);
    check_unknown_number(record.allocstall_normal);
    check_unknown_number(record.oom_kill);
    check_unknown_number(record.balloon_inflate_pages);
    check_unknown_number(record.pgscan_direct_high_pages);
}

TEST(samples_of_linux_4_19)
{
    const char *name = "proc-vmstat/linux-4.19-x86_64";
    struct vmm_vmstat record = parsed(name);

    assert_int_equal(record.workingset_refault_pages, value_in(name, "workingset_refault"));
    assert_int_equal(record.workingset_activate_pages, value_in(name, "workingset_activate"));
    assert_int_equal(record.allocstall_dma32, value_in(name, "allocstall_dma32"));
    assert_int_equal(record.pgsteal_direct_pages, value_in(name, "pgsteal_direct"));
    check_unknown_number(record.workingset_refault_file_pages);
    check_unknown_number(record.pgscan_direct_normal_pages);
    check_unknown_number(record.pgscan_khugepaged_pages);
    name = "proc-vmstat/linux-4.19-i386-highmem";
    record = parsed(name);
    assert_int_equal(record.allocstall_high, value_in(name, "allocstall_high"));
    check_unknown_number(record.allocstall_dma32);
    check_unknown_number(record.thp_fault_alloc);
    check_unknown_number(record.balloon_inflate_pages);
}

TEST(sample_without_event_counters)
{
    struct vmm_vmstat record = parsed("proc-vmstat/linux-6.1-no-event-counters");

    assert_true(record.nr_dirty_pages != VMM_UNKNOWN);
    check_unknown_number(record.pgpgin_bytes);
    check_unknown_number(record.pgfault);
    check_unknown_number(record.oom_kill);
}

TEST(sample_of_the_future)
{
    const char *name = "proc-vmstat/written-future-keys-and-order";
    struct vmm_vmstat record = parsed(name);

    assert_int_equal(record.pgfault, value_in(name, "pgfault"));
    assert_int_equal(record.pgscan_direct_throttle, value_in(name, "pgscan_direct_throttle"));
    assert_int_equal(known_members(VMM_RECORD_VMSTAT, &record), 98 - 1);
}

TEST(sample_with_extreme_numbers)
{
    struct vmm_vmstat record = parsed("proc-vmstat/written-extreme-numbers");

    check_unknown_number(record.nr_free_pages);
    check_unknown_number(record.nr_dirty_pages);
    check_unknown_number(record.nr_writeback_pages);
    assert_int_equal(record.pgpgin_bytes, UINT64_MAX - 1023);
    check_unknown_number(record.pgpgout_bytes);
    check_unknown_number(record.pswpin_pages);
    assert_int_equal(record.pgfault, 12);
    assert_int_equal(record.pgmajfault, 7);
    assert_int_equal(record.oom_kill, 0);
}

/* ---- the rest of the keys ---- */

TEST(detail_of_linux_6_18)
{
    const char *name = "proc-vmstat/linux-6.18-x86_64-firecracker";
    struct vmm_vmstat_detail record = detail(name);

    assert_int_equal(record.nr_free_pages_blocks_pages, 974336);
    assert_int_equal(record.nr_zone_inactive_file_pages, 256043);
    assert_int_equal(record.numa_hit, 26780016);
    assert_int_equal(record.numa_other, 0);
    assert_int_equal(record.nr_kernel_stack, 1584);
    assert_int_equal(record.nr_memmap_boot_pages, 98304);
    assert_int_equal(record.pgalloc_normal_pages, 28078342);
    assert_int_equal(record.unevictable_pgs_rescued_pages, 21492);
    assert_int_equal(record.direct_map_level2_splits, 4);
    /* Keys that are longer than a row of the table. */
    assert_int_equal(record.nr_dirty_background_threshold_pages, 604514);
    assert_int_equal(record.nr_anon_transparent_hugepages, value_in(name, "nr_anon_transparent_hugepages"));
    assert_int_equal(record.compact_daemon_migrate_scanned_pages, 0);
    assert_int_equal(record.direct_map_level3_collapses, 0);
    check_unknown_number(record.nr_bounce_pages);
    check_unknown_number(record.pgalloc_high_pages);
    check_unknown_number(record.nrswpin);
    /* All that is not of other kernels: of its 192 keys, 97 are members of struct vmm_vmstat. */
    assert_int_equal(known_members(VMM_RECORD_VMSTAT_DETAIL, &record), 192 - 97);
}

TEST(details_of_older_kernels)
{
    const char *name = "proc-vmstat/linux-3.10-x86_64-zones";
    struct vmm_vmstat_detail record = detail(name);

    assert_int_equal(record.nr_bounce_pages, 9328789);
    assert_int_equal(record.pgrefill_dma32_pages, 37);
    assert_int_equal(record.compact_isolated_pages, 92);
    assert_int_equal(record.kswapd_low_wmark_hit_quickly, value_in(name, "kswapd_low_wmark_hit_quickly"));
    check_unknown_number(record.kswapd_skip_congestion_wait);
    check_unknown_number(record.nr_zone_write_pending_pages);
    record = detail("proc-vmstat/linux-4.19-i386-highmem");
    assert_int_equal(record.pgalloc_high_pages, 3798447);
    check_unknown_number(record.pgalloc_dma32_pages);
    record = detail("proc-vmstat/linux-6.1-no-event-counters");
    assert_int_equal(record.nr_dirty_threshold_pages, 92812971);
    check_unknown_number(record.pgalloc_normal_pages);
}

/* The key of a line among those of a record; NULL if there is none. */
static const struct ref_key *key_of(const struct ref_key *keys, size_t count, const char *line)
{
    for (size_t i = 0; i < count; i++) {
        size_t length = strlen(keys[i].key);

        if (strncmp(line, keys[i].key, length) == 0 && line[length] == ' ')
            return &keys[i];
    }
    return NULL;
}

/* What kernels print belongs to a member of one of the two records. */
TEST(each_line_has_one_member)
{
    static const char *const names[] = {
        "proc-vmstat/linux-3.10-x86_64-zones",
        "proc-vmstat/linux-4.19-i386-highmem",
        "proc-vmstat/linux-4.19-x86_64",
        "proc-vmstat/linux-6.1-no-event-counters",
        "proc-vmstat/linux-6.18-x86_64-firecracker",
        "proc-vmstat/linux-6.1-i686",
        "proc-vmstat/linux-7.2-ppc64le-64k-pages",
        "proc-vmstat/linux-7.2-s390x",
        "proc-vmstat/linux-7.3-x86_64",
    };

    for (size_t i = 0; i < COUNT_OF(names); i++) {
        struct vmm_vmstat usual = parsed(names[i]);
        struct vmm_vmstat_detail rest = detail(names[i]);
        struct sample sample = sample_load(names[i]);
        struct lines lines = lines_of(sample.bytes, sample.length);

        for (size_t k = 0; k < lines.count; k++) {
            const struct ref_key *in_usual = key_of(vmstat_keys, sizeof usual / 8 - 2, lines.start[k]);
            const struct ref_key *in_rest = key_of(vmstat_detail_keys, sizeof rest / 8 - 2, lines.start[k]);
            const struct ref_key *key = in_usual != NULL ? in_usual : in_rest;

            assert_true((in_usual != NULL) != (in_rest != NULL));
            assert_int_equal(ref_load(key == in_usual ? (const void *)&usual : &rest, key->offset),
                             strtoull(lines.start[k] + strlen(key->key), NULL, 10) *
                                 (key->unit == REF_KB_UNSAID ? 1024 : 1));
        }
        lines_free(&lines);
        sample_free(&sample);
    }
}

/* ---- keys ---- */

/* Whether a key is a level and no counter: names say so, but these do not. */
static bool is_level(const char *key)
{
    static const char *const counters[] = {
        "nr_vmscan_write",
        "nr_dirtied",
        "nr_written",
        "nr_throttled_written",
        "nr_vmscan_immediate_reclaim",
        "nr_foll_pin_acquired",
        "nr_foll_pin_released",
    };

    for (size_t i = 0; i < COUNT_OF(counters); i++) {
        if (strcmp(key, counters[i]) == 0)
            return false;
    }
    return strcmp(key, "workingset_nodes") == 0 ||
           (strncmp(key, "nr_", 3) == 0 && strncmp(key, "nr_tlb_", strlen("nr_tlb_")) != 0);
}

/* The name of a member is its key, with its unit at the end. */
TEST(members_are_called_as_their_keys)
{
    static const struct {
        uint32_t record_id;
        const struct ref_key *keys;
        size_t bytes;
    } records[] = {{VMM_RECORD_VMSTAT, vmstat_keys, sizeof(struct vmm_vmstat)},
                   {VMM_RECORD_VMSTAT_DETAIL, vmstat_detail_keys, sizeof(struct vmm_vmstat_detail)}};

    for (size_t i = 0; i < COUNT_OF(records); i++) {
        struct vmm_member_info field;
        uint32_t index = 0;

        for (; vmm_member_at(records[i].record_id, index, &field, sizeof field) == VMM_OK; index++) {
            const char *key = records[i].keys[index].key;
            size_t length = strlen(key);

            assert_int_equal(field.offset, records[i].keys[index].offset);
            assert_memory_equal(field.name, key, length);
            assert_true(strcmp(field.name + length, field.unit == VMM_UNIT_BYTES   ? "_bytes"
                                                    : field.unit == VMM_UNIT_PAGES ? "_pages"
                                                                                   : "") == 0 ||
                        (field.unit == VMM_UNIT_PAGES && strcmp(field.name + length - 6, "_pages") == 0));
            assert_int_equal(field.kind == VMM_KIND_GAUGE, is_level(key));
            assert_int_equal(field.width, field.kind == VMM_KIND_GAUGE ? VMM_WIDTH_NONE : VMM_WIDTH_KERNEL_LONG);
        }
        assert_int_equal(index, records[i].bytes / 8 - 2);
    }
}

/* By their beginnings these would be counted twice, or one taken for another. */
TEST(keys_are_matched_whole)
{
    struct vmm_vmstat record =
        record_of("pgscan_direct_throttle 7\npgsteal_kswapd_normal 8\npgsteal_anon 9\nallocstall_normal 10\n"
                  "pgscan_kswapd_dma32 11\nthp_split_page_failed 12\nworkingset_refault_anon 13\nswap_ra_hit 14\n");

    assert_int_equal(record.pgscan_direct_throttle, 7);
    assert_int_equal(record.pgsteal_kswapd_normal_pages, 8);
    assert_int_equal(record.pgsteal_anon_pages, 9);
    assert_int_equal(record.allocstall_normal, 10);
    assert_int_equal(record.pgscan_kswapd_dma32_pages, 11);
    assert_int_equal(record.thp_split_page_failed, 12);
    assert_int_equal(record.workingset_refault_anon_pages, 13);
    assert_int_equal(record.swap_ra_hit_pages, 14);
    assert_int_equal(known_members(VMM_RECORD_VMSTAT, &record), 8);
    check_unknown_number(record.pgscan_direct_pages);
    check_unknown_number(record.pgscan_kswapd_dma_pages);
    record = record_of(
        "pgfault 1\npgscan_directx 2\npgscan_direct: 3\nxpgscan_direct 4\n pgscan_direct 5\npgscan_direct\t6\n"
        "pgscan_direc 7\nPGSCAN_DIRECT 8\npgscan_direct\n");
    check_unknown_number(record.pgscan_direct_pages);
    assert_int_equal(known_members(VMM_RECORD_VMSTAT, &record), 1);
}

TEST(of_equal_keys_the_later_one_counts)
{
    struct vmm_vmstat record = record_of("pgfault 1\npgmajfault 2\npgfault 3\n");

    assert_int_equal(record.pgfault, 3);
    assert_int_equal(record.pgmajfault, 2);
}
