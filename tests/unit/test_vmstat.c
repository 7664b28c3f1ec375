/* /proc/vmstat. */
#include "support.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define WORD(member) (offsetof(struct vmm_vmstat, member) / sizeof(uint64_t))

/* What the kernel calls each member; first those of new kernels in their order. */
static const struct reference_key rows[] = {
    {"nr_free_pages ", offsetof(struct vmm_vmstat, nr_free_pages), 1, false},
    {"nr_mlock ", offsetof(struct vmm_vmstat, nr_mlock_pages), 1, false},
    {"nr_free_cma ", offsetof(struct vmm_vmstat, nr_free_cma_pages), 1, false},
    {"nr_inactive_anon ", offsetof(struct vmm_vmstat, nr_inactive_anon_pages), 1, false},
    {"nr_active_anon ", offsetof(struct vmm_vmstat, nr_active_anon_pages), 1, false},
    {"nr_inactive_file ", offsetof(struct vmm_vmstat, nr_inactive_file_pages), 1, false},
    {"nr_active_file ", offsetof(struct vmm_vmstat, nr_active_file_pages), 1, false},
    {"nr_unevictable ", offsetof(struct vmm_vmstat, nr_unevictable_pages), 1, false},
    {"nr_slab_reclaimable ", offsetof(struct vmm_vmstat, nr_slab_reclaimable_pages), 1, false},
    {"nr_slab_unreclaimable ", offsetof(struct vmm_vmstat, nr_slab_unreclaimable_pages), 1, false},
    {"workingset_nodes ", offsetof(struct vmm_vmstat, workingset_nodes), 1, false},
    {"workingset_refault_anon ", offsetof(struct vmm_vmstat, workingset_refault_anon_pages), 1, false},
    {"workingset_refault_file ", offsetof(struct vmm_vmstat, workingset_refault_file_pages), 1, false},
    {"workingset_activate_anon ", offsetof(struct vmm_vmstat, workingset_activate_anon_pages), 1, false},
    {"workingset_activate_file ", offsetof(struct vmm_vmstat, workingset_activate_file_pages), 1, false},
    {"workingset_restore_anon ", offsetof(struct vmm_vmstat, workingset_restore_anon_pages), 1, false},
    {"workingset_restore_file ", offsetof(struct vmm_vmstat, workingset_restore_file_pages), 1, false},
    {"workingset_nodereclaim ", offsetof(struct vmm_vmstat, workingset_nodereclaim), 1, false},
    {"nr_anon_pages ", offsetof(struct vmm_vmstat, nr_anon_pages), 1, false},
    {"nr_mapped ", offsetof(struct vmm_vmstat, nr_mapped_pages), 1, false},
    {"nr_file_pages ", offsetof(struct vmm_vmstat, nr_file_pages), 1, false},
    {"nr_dirty ", offsetof(struct vmm_vmstat, nr_dirty_pages), 1, false},
    {"nr_writeback ", offsetof(struct vmm_vmstat, nr_writeback_pages), 1, false},
    {"nr_shmem ", offsetof(struct vmm_vmstat, nr_shmem_pages), 1, false},
    {"nr_vmscan_write ", offsetof(struct vmm_vmstat, nr_vmscan_write_pages), 1, false},
    {"nr_dirtied ", offsetof(struct vmm_vmstat, nr_dirtied_pages), 1, false},
    {"nr_written ", offsetof(struct vmm_vmstat, nr_written_pages), 1, false},
    {"nr_throttled_written ", offsetof(struct vmm_vmstat, nr_throttled_written_pages), 1, false},
    {"nr_page_table_pages ", offsetof(struct vmm_vmstat, nr_page_table_pages), 1, false},
    {"nr_swapcached ", offsetof(struct vmm_vmstat, nr_swapcached_pages), 1, false},
    {"nr_balloon_pages ", offsetof(struct vmm_vmstat, nr_balloon_pages), 1, false},
    {"pgpgin ", offsetof(struct vmm_vmstat, pgpgin_bytes), 1, false},
    {"pgpgout ", offsetof(struct vmm_vmstat, pgpgout_bytes), 1, false},
    {"pswpin ", offsetof(struct vmm_vmstat, pswpin_pages), 1, false},
    {"pswpout ", offsetof(struct vmm_vmstat, pswpout_pages), 1, false},
    {"allocstall_dma ", offsetof(struct vmm_vmstat, allocstall_dma), 1, false},
    {"allocstall_dma32 ", offsetof(struct vmm_vmstat, allocstall_dma32), 1, false},
    {"allocstall_normal ", offsetof(struct vmm_vmstat, allocstall_normal), 1, false},
    {"allocstall_high ", offsetof(struct vmm_vmstat, allocstall_high), 1, false},
    {"allocstall_movable ", offsetof(struct vmm_vmstat, allocstall_movable), 1, false},
    {"allocstall_device ", offsetof(struct vmm_vmstat, allocstall_device), 1, false},
    {"pgfree ", offsetof(struct vmm_vmstat, pgfree_pages), 1, false},
    {"pgactivate ", offsetof(struct vmm_vmstat, pgactivate_pages), 1, false},
    {"pgdeactivate ", offsetof(struct vmm_vmstat, pgdeactivate_pages), 1, false},
    {"pglazyfree ", offsetof(struct vmm_vmstat, pglazyfree_pages), 1, false},
    {"pgfault ", offsetof(struct vmm_vmstat, pgfault), 1, false},
    {"pgmajfault ", offsetof(struct vmm_vmstat, pgmajfault), 1, false},
    {"pglazyfreed ", offsetof(struct vmm_vmstat, pglazyfreed_pages), 1, false},
    {"pgrefill ", offsetof(struct vmm_vmstat, pgrefill_pages), 1, false},
    {"pgreuse ", offsetof(struct vmm_vmstat, pgreuse), 1, false},
    {"pgsteal_kswapd ", offsetof(struct vmm_vmstat, pgsteal_kswapd_pages), 1, false},
    {"pgsteal_direct ", offsetof(struct vmm_vmstat, pgsteal_direct_pages), 1, false},
    {"pgsteal_khugepaged ", offsetof(struct vmm_vmstat, pgsteal_khugepaged_pages), 1, false},
    {"pgsteal_proactive ", offsetof(struct vmm_vmstat, pgsteal_proactive_pages), 1, false},
    {"pgscan_kswapd ", offsetof(struct vmm_vmstat, pgscan_kswapd_pages), 1, false},
    {"pgscan_direct ", offsetof(struct vmm_vmstat, pgscan_direct_pages), 1, false},
    {"pgscan_khugepaged ", offsetof(struct vmm_vmstat, pgscan_khugepaged_pages), 1, false},
    {"pgscan_proactive ", offsetof(struct vmm_vmstat, pgscan_proactive_pages), 1, false},
    {"pgscan_direct_throttle ", offsetof(struct vmm_vmstat, pgscan_direct_throttle), 1, false},
    {"pgscan_anon ", offsetof(struct vmm_vmstat, pgscan_anon_pages), 1, false},
    {"pgscan_file ", offsetof(struct vmm_vmstat, pgscan_file_pages), 1, false},
    {"pgsteal_anon ", offsetof(struct vmm_vmstat, pgsteal_anon_pages), 1, false},
    {"pgsteal_file ", offsetof(struct vmm_vmstat, pgsteal_file_pages), 1, false},
    {"slabs_scanned ", offsetof(struct vmm_vmstat, slabs_scanned), 1, false},
    {"pageoutrun ", offsetof(struct vmm_vmstat, pageoutrun), 1, false},
    {"pgrotated ", offsetof(struct vmm_vmstat, pgrotated_pages), 1, false},
    {"drop_pagecache ", offsetof(struct vmm_vmstat, drop_pagecache), 1, false},
    {"drop_slab ", offsetof(struct vmm_vmstat, drop_slab), 1, false},
    {"oom_kill ", offsetof(struct vmm_vmstat, oom_kill), 1, false},
    {"pgmigrate_success ", offsetof(struct vmm_vmstat, pgmigrate_success_pages), 1, false},
    {"pgmigrate_fail ", offsetof(struct vmm_vmstat, pgmigrate_fail_pages), 1, false},
    {"compact_stall ", offsetof(struct vmm_vmstat, compact_stall), 1, false},
    {"compact_fail ", offsetof(struct vmm_vmstat, compact_fail), 1, false},
    {"compact_success ", offsetof(struct vmm_vmstat, compact_success), 1, false},
    {"compact_daemon_wake ", offsetof(struct vmm_vmstat, compact_daemon_wake), 1, false},
    {"thp_fault_alloc ", offsetof(struct vmm_vmstat, thp_fault_alloc), 1, false},
    {"thp_fault_fallback ", offsetof(struct vmm_vmstat, thp_fault_fallback), 1, false},
    {"thp_collapse_alloc ", offsetof(struct vmm_vmstat, thp_collapse_alloc), 1, false},
    {"thp_collapse_alloc_failed ", offsetof(struct vmm_vmstat, thp_collapse_alloc_failed), 1, false},
    {"thp_file_alloc ", offsetof(struct vmm_vmstat, thp_file_alloc), 1, false},
    {"thp_file_mapped ", offsetof(struct vmm_vmstat, thp_file_mapped), 1, false},
    {"thp_split_page ", offsetof(struct vmm_vmstat, thp_split_page), 1, false},
    {"thp_split_page_failed ", offsetof(struct vmm_vmstat, thp_split_page_failed), 1, false},
    {"thp_deferred_split_page ", offsetof(struct vmm_vmstat, thp_deferred_split_page), 1, false},
    {"thp_split_pmd ", offsetof(struct vmm_vmstat, thp_split_pmd), 1, false},
    {"thp_zero_page_alloc ", offsetof(struct vmm_vmstat, thp_zero_page_alloc), 1, false},
    {"thp_swpout ", offsetof(struct vmm_vmstat, thp_swpout), 1, false},
    {"thp_swpout_fallback ", offsetof(struct vmm_vmstat, thp_swpout_fallback), 1, false},
    {"balloon_inflate ", offsetof(struct vmm_vmstat, balloon_inflate_pages), 1, false},
    {"balloon_deflate ", offsetof(struct vmm_vmstat, balloon_deflate_pages), 1, false},
    {"balloon_migrate ", offsetof(struct vmm_vmstat, balloon_migrate_pages), 1, false},
    {"swap_ra ", offsetof(struct vmm_vmstat, swap_ra_pages), 1, false},
    {"swap_ra_hit ", offsetof(struct vmm_vmstat, swap_ra_hit_pages), 1, false},
    {"swpin_zero ", offsetof(struct vmm_vmstat, swpin_zero_pages), 1, false},
    {"swpout_zero ", offsetof(struct vmm_vmstat, swpout_zero_pages), 1, false},
    {"zswpin ", offsetof(struct vmm_vmstat, zswpin_pages), 1, false},
    {"zswpout ", offsetof(struct vmm_vmstat, zswpout_pages), 1, false},
    {"zswpwb ", offsetof(struct vmm_vmstat, zswpwb_pages), 1, false},
    {"workingset_refault ", offsetof(struct vmm_vmstat, workingset_refault_pages), 1, false},
    {"workingset_activate ", offsetof(struct vmm_vmstat, workingset_activate_pages), 1, false},
    {"workingset_restore ", offsetof(struct vmm_vmstat, workingset_restore_pages), 1, false},
    {"allocstall ", offsetof(struct vmm_vmstat, allocstall), 1, false},
    {"pgsteal_kswapd_dma ", offsetof(struct vmm_vmstat, pgsteal_kswapd_dma_pages), 1, false},
    {"pgsteal_kswapd_dma32 ", offsetof(struct vmm_vmstat, pgsteal_kswapd_dma32_pages), 1, false},
    {"pgsteal_kswapd_normal ", offsetof(struct vmm_vmstat, pgsteal_kswapd_normal_pages), 1, false},
    {"pgsteal_kswapd_high ", offsetof(struct vmm_vmstat, pgsteal_kswapd_high_pages), 1, false},
    {"pgsteal_kswapd_movable ", offsetof(struct vmm_vmstat, pgsteal_kswapd_movable_pages), 1, false},
    {"pgsteal_direct_dma ", offsetof(struct vmm_vmstat, pgsteal_direct_dma_pages), 1, false},
    {"pgsteal_direct_dma32 ", offsetof(struct vmm_vmstat, pgsteal_direct_dma32_pages), 1, false},
    {"pgsteal_direct_normal ", offsetof(struct vmm_vmstat, pgsteal_direct_normal_pages), 1, false},
    {"pgsteal_direct_high ", offsetof(struct vmm_vmstat, pgsteal_direct_high_pages), 1, false},
    {"pgsteal_direct_movable ", offsetof(struct vmm_vmstat, pgsteal_direct_movable_pages), 1, false},
    {"pgscan_kswapd_dma ", offsetof(struct vmm_vmstat, pgscan_kswapd_dma_pages), 1, false},
    {"pgscan_kswapd_dma32 ", offsetof(struct vmm_vmstat, pgscan_kswapd_dma32_pages), 1, false},
    {"pgscan_kswapd_normal ", offsetof(struct vmm_vmstat, pgscan_kswapd_normal_pages), 1, false},
    {"pgscan_kswapd_high ", offsetof(struct vmm_vmstat, pgscan_kswapd_high_pages), 1, false},
    {"pgscan_kswapd_movable ", offsetof(struct vmm_vmstat, pgscan_kswapd_movable_pages), 1, false},
    {"pgscan_direct_dma ", offsetof(struct vmm_vmstat, pgscan_direct_dma_pages), 1, false},
    {"pgscan_direct_dma32 ", offsetof(struct vmm_vmstat, pgscan_direct_dma32_pages), 1, false},
    {"pgscan_direct_normal ", offsetof(struct vmm_vmstat, pgscan_direct_normal_pages), 1, false},
    {"pgscan_direct_high ", offsetof(struct vmm_vmstat, pgscan_direct_high_pages), 1, false},
    {"pgscan_direct_movable ", offsetof(struct vmm_vmstat, pgscan_direct_movable_pages), 1, false},
    {"thp_split ", offsetof(struct vmm_vmstat, thp_split), 1, false},
};
static const struct reference_keys keys = {rows, COUNT_OF(rows), sizeof(struct vmm_vmstat)};

static vmm_status parse(struct vmm_text *text, void *out, size_t out_size)
{
    return vmm_vmstat_parse(text, out, out_size);
}

static struct outcome expect(const char *bytes, size_t length, uint64_t *words)
{
    struct outcome outcome = reference_fill_keys(&keys, bytes, 0, length, words);

    /* These two are in kB, and do not say so. */
    for (size_t i = WORD(pgpgin_bytes); i <= WORD(pgpgout_bytes); i++)
        words[i] = words[i] > UINT64_MAX / 1024 ? VMM_UNKNOWN : words[i] * 1024;
    return outcome;
}

static const struct format vmstat = {parse, expect, VMM_RECORD_VMSTAT, sizeof(struct vmm_vmstat)};

static struct vmm_vmstat parsed(const char *name)
{
    struct sample sample = sample_load(name);
    struct vmm_text text = vmm_text_of(sample.bytes, sample.length);
    struct vmm_vmstat record;

    memset(&record, 0x5a, sizeof record);
    assert_int_equal(vmm_vmstat_parse(&text, &record, sizeof record), VMM_OK);
    assert_ptr_equal(text.pos, text.end);
    assert_null(text.error);
    assert_int_equal(record.size, sizeof record);
    sample_free(&sample);
    return record;
}

static struct vmm_vmstat record_of(const char *bytes)
{
    struct vmm_text text = vmm_text_of(bytes, strlen(bytes));
    struct vmm_vmstat record;

    memset(&record, 0x5a, sizeof record);
    assert_int_equal(vmm_vmstat_parse(&text, &record, sizeof record), VMM_OK);
    check_string(&vmstat, bytes);
    return record;
}

static size_t number_of_known(const struct vmm_vmstat *record)
{
    const uint64_t *words = (const uint64_t *)(const void *)record;
    size_t count = 0;

    for (size_t i = 1; i < sizeof *record / sizeof *words; i++)
        count += words[i] != VMM_UNKNOWN;
    return count;
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

static void test_every_sample_is_read_as_the_reference_reads_it(void **state)
{
    const char *const *names = sample_names("proc-vmstat");

    (void)state;
    for (; *names != NULL; names++) {
        struct sample sample = sample_load(*names);
        struct arena arena = arena_new(sample.length);

        check_text(&vmstat, &arena, sample.bytes, sample.length);
        arena_free(&arena);
        sample_free(&sample);
    }
}

static void test_every_sample_cut_at_every_length(void **state)
{
    const char *const *names = sample_names("proc-vmstat");

    (void)state;
    for (; *names != NULL; names++) {
        struct sample sample = sample_load(*names);

        check_every_cut(&vmstat, sample.bytes, sample.length);
        for (size_t at = 1; at <= sample.length; at++) {
            struct record record;
            struct outcome outcome = run(&vmstat, sample.bytes, at, &record, vmstat.bytes);

            if (sample.bytes[at - 1] == '\n') {
                assert_true(outcome.status == VMM_OK || outcome.status == VMM_E_EMPTY);
            } else {
                assert_int_equal(outcome.status, VMM_E_TRUNCATED);
                assert_int_equal(outcome.error, at);
                check_unknown(VMM_RECORD_VMSTAT, &record);
            }
        }
        sample_free(&sample);
    }
}

static void test_unknown_lines_at_every_line_of_a_sample(void **state)
{
    struct sample sample = sample_load("proc-vmstat/linux-6.18-x86_64-firecracker");

    (void)state;
    check_unknown_lines(&vmstat, sample.bytes, sample.length);
    sample_free(&sample);
}

static void test_keys_of_samples_permuted(void **state)
{
    static const char *const names[] = {"proc-vmstat/linux-3.10-x86_64-zones",
                                        "proc-vmstat/linux-6.18-x86_64-firecracker"};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        struct sample sample = sample_load(names[i]);

        check_permutations(&vmstat, sample.bytes, sample.length, 60);
        sample_free(&sample);
    }
}

static void test_sample_of_linux_6_18(void **state)
{
    const char *name = "proc-vmstat/linux-6.18-x86_64-firecracker";
    struct vmm_vmstat record = parsed(name);

    (void)state;
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
    assert_int_equal(number_of_known(&record), 98 - 1);
}

/* Reclaim by zones, before 4.8. */
static void test_sample_of_linux_3_10(void **state)
{
    const char *name = "proc-vmstat/linux-3.10-x86_64-zones";
    struct vmm_vmstat record = parsed(name);

    (void)state;
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

static void test_samples_of_linux_4_19(void **state)
{
    const char *name = "proc-vmstat/linux-4.19-x86_64";
    struct vmm_vmstat record = parsed(name);

    (void)state;
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

static void test_sample_without_event_counters(void **state)
{
    struct vmm_vmstat record = parsed("proc-vmstat/linux-6.1-no-event-counters");

    (void)state;
    assert_true(record.nr_dirty_pages != VMM_UNKNOWN);
    check_unknown_number(record.pgpgin_bytes);
    check_unknown_number(record.pgfault);
    check_unknown_number(record.oom_kill);
}

static void test_sample_of_the_future(void **state)
{
    const char *name = "proc-vmstat/written-future-keys-and-order";
    struct vmm_vmstat record = parsed(name);

    (void)state;
    assert_int_equal(record.pgfault, value_in(name, "pgfault"));
    assert_int_equal(record.pgscan_direct_throttle, value_in(name, "pgscan_direct_throttle"));
    assert_int_equal(number_of_known(&record), 98 - 1);
}

static void test_sample_with_extreme_numbers(void **state)
{
    struct vmm_vmstat record = parsed("proc-vmstat/written-extreme-numbers");

    (void)state;
    assert_int_equal(record.nr_free_pages, UINT64_MAX - 2);
    check_unknown_number(record.nr_dirty_pages);
    check_unknown_number(record.nr_writeback_pages);
    assert_int_equal(record.pgpgin_bytes, UINT64_MAX - 1023);
    check_unknown_number(record.pgpgout_bytes);
    check_unknown_number(record.pswpin_pages);
    assert_int_equal(record.pgfault, 12);
    assert_int_equal(record.pgmajfault, 7);
    assert_int_equal(record.oom_kill, 0);
}

/* ---- keys ---- */

static void test_each_key_alone(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct record record;
        char line[64];
        int length = snprintf(line, sizeof line, "%s5\n", rows[i].key);

        assert_int_equal(run(&vmstat, line, (size_t)length, &record, vmstat.bytes).status, VMM_OK);
        for (size_t word = 1; word < vmstat.bytes / 8; word++)
            assert_int_equal(record.words[word], word * 8 != rows[i].offset             ? VMM_UNKNOWN
                                                 : strncmp(rows[i].key, "pgpg", 4) == 0 ? 5 * 1024
                                                                                        : 5);
        check_string(&vmstat, line);
    }
}

/* A member is called as its key is, with its unit behind it. */
static void test_members_are_called_as_their_keys(void **state)
{
    struct vmm_field field;
    uint32_t index = 0;

    (void)state;
    for (; vmm_field_at(VMM_RECORD_VMSTAT, index, &field, sizeof field) == VMM_OK; index++) {
        size_t length = strlen(rows[index].key) - 1;

        assert_int_equal(field.offset, rows[index].offset);
        assert_memory_equal(field.name, rows[index].key, length);
        assert_true(strcmp(field.name + length, field.unit == VMM_UNIT_BYTES   ? "_bytes"
                                                : field.unit == VMM_UNIT_PAGES ? "_pages"
                                                                               : "") == 0 ||
                    (field.unit == VMM_UNIT_PAGES && strcmp(field.name + length - 6, "_pages") == 0));
        /* Levels say so by their names, but one. */
        assert_int_equal(field.kind == VMM_KIND_GAUGE,
                         (strncmp(field.name, "nr_", 3) == 0 && strcmp(field.name, "nr_vmscan_write_pages") != 0 &&
                          strcmp(field.name, "nr_dirtied_pages") != 0 && strcmp(field.name, "nr_written_pages") != 0 &&
                          strcmp(field.name, "nr_throttled_written_pages") != 0) ||
                             strcmp(field.name, "workingset_nodes") == 0);
        assert_int_equal(field.width, field.kind == VMM_KIND_GAUGE ? VMM_WIDTH_NONE : VMM_WIDTH_KERNEL_LONG);
    }
    assert_int_equal(index, COUNT_OF(rows));
}

/* B10.1: by their beginnings these would be counted twice, or one taken for another. */
static void test_keys_are_matched_whole(void **state)
{
    struct vmm_vmstat record =
        record_of("pgscan_direct_throttle 7\npgsteal_kswapd_normal 8\npgsteal_anon 9\nallocstall_normal 10\n"
                  "pgscan_kswapd_dma32 11\nthp_split_page_failed 12\nworkingset_refault_anon 13\nswap_ra_hit 14\n");

    (void)state;
    assert_int_equal(record.pgscan_direct_throttle, 7);
    assert_int_equal(record.pgsteal_kswapd_normal_pages, 8);
    assert_int_equal(record.pgsteal_anon_pages, 9);
    assert_int_equal(record.allocstall_normal, 10);
    assert_int_equal(record.pgscan_kswapd_dma32_pages, 11);
    assert_int_equal(record.thp_split_page_failed, 12);
    assert_int_equal(record.workingset_refault_anon_pages, 13);
    assert_int_equal(record.swap_ra_hit_pages, 14);
    assert_int_equal(number_of_known(&record), 8);
    check_unknown_number(record.pgscan_direct_pages);
    check_unknown_number(record.pgscan_kswapd_dma_pages);
    record = record_of(
        "pgfault 1\npgscan_directx 2\npgscan_direct: 3\nxpgscan_direct 4\n pgscan_direct 5\npgscan_direct\t6\n"
        "pgscan_direc 7\nPGSCAN_DIRECT 8\npgscan_direct\n");
    check_unknown_number(record.pgscan_direct_pages);
    assert_int_equal(number_of_known(&record), 1);
}

static void test_of_equal_keys_the_later_one_counts(void **state)
{
    struct vmm_vmstat record = record_of("pgfault 1\npgmajfault 2\npgfault 3\n");

    (void)state;
    assert_int_equal(record.pgfault, 3);
    assert_int_equal(record.pgmajfault, 2);
}

/* ---- bad files ---- */

static void check_refused(const char *bytes, size_t length, size_t error)
{
    struct arena arena = arena_new(length);
    struct record record;
    struct outcome outcome = run(&vmstat, bytes, length, &record, vmstat.bytes);

    if (outcome.status != VMM_E_SYNTAX || outcome.error != error)
        fail_msg("%s: status %d, error %ld", bytes, (int)outcome.status, (long)outcome.error);
    check_unknown(VMM_RECORD_VMSTAT, &record);
    check_text(&vmstat, &arena, bytes, length);
    arena_free(&arena);
}

static void test_malformed_values_are_refused_at_the_wrong_byte(void **state)
{
    (void)state;
    check_refused(TEXT("pgfault \n"), 8);
    check_refused(TEXT("pgfault x\n"), 8);
    check_refused(TEXT("pgfault 1x\n"), 9);
    check_refused(TEXT("pgfault 1.5\n"), 9);
    check_refused(TEXT("pgfault -\n"), 9);
    check_refused(TEXT("pgfault 1\r\n"), 9);
    check_refused(TEXT("pgfault 1\npgpgin 5kB\n"), 18);
    check_refused(TEXT("pgpgin\0 5\npgpgin x\n"), 17);
    check_refused(TEXT("nr_free_pages 5\nnr_dirty +5\npgfault 1\n"), 25);
}

static void test_text_without_a_known_key_is_empty(void **state)
{
    struct record record;

    (void)state;
    assert_int_equal(run(&vmstat, TEXT(""), &record, vmstat.bytes).status, VMM_E_EMPTY);
    assert_int_equal(run(&vmstat, TEXT("\n"), &record, vmstat.bytes).status, VMM_E_EMPTY);
    assert_int_equal(run(&vmstat, TEXT("nr_unstable 0\n"), &record, vmstat.bytes).status, VMM_E_EMPTY);
    check_unknown(VMM_RECORD_VMSTAT, &record);
}

static void test_every_byte_of_usual_lines_replaced_by_every_other(void **state)
{
    (void)state;
    check_every_byte(&vmstat,
                     TEXT("pgpgin 5547205\npgpgout 4808900\npswpin 0\npswpout 0\nallocstall_dma 0\npgfree 29095630\n"));
    check_every_byte(
        &vmstat, TEXT("pgscan_direct 77\npgscan_direct_throttle 12345678\npgscan_anon 1\npgscan_direct_movable 5\n"));
}

static void test_random_texts_against_the_reference(void **state)
{
    static const char *const odd[] = {"", "-", "1x", "x", "-5", "1.5", "18446744073709551614", "18014398509481984"};
    struct builder builder = {NULL, 0, 0};
    struct arena arena = arena_new(4096);
    size_t expected = 0;

    (void)state;
    chance_seed(10);
    for (unsigned time = 0, rounds = chance_rounds(50000); time < rounds; time++) {
        builder.length = 0;
        for (size_t lines = chance_below(12); lines > 0; lines--) {
            expected = chance_of(75) ? (expected + 1) % COUNT_OF(rows) : chance_below(COUNT_OF(rows));
            builder_add(&builder, rows[expected].key,
                        strlen(rows[expected].key) - (chance_of(10) ? chance_below(8) : 0));
            if (chance_of(5))
                builder_print(&builder, " ");
            if (chance_of(4))
                builder_print(&builder, "%s\n", odd[chance_below(COUNT_OF(odd))]);
            else
                builder_print(&builder, "%" PRIu64 "%s", chance_number(), chance_of(97) ? "\n" : " \n");
        }
        if (builder.length != 0 && chance_of(10))
            builder.bytes[chance_below(builder.length)] = (char)chance_below(256);
        if (builder.length != 0 && chance_of(10))
            builder.length = chance_below(builder.length);
        check_text(&vmstat, &arena, builder.length == 0 ? "" : builder.bytes, builder.length);
    }
    builder_free(&builder);
    arena_free(&arena);
}

/* ---- the output ---- */

static void test_outputs_of_every_size(void **state)
{
    struct sample sample = sample_load("proc-vmstat/linux-6.18-x86_64-firecracker");

    (void)state;
    check_every_size(&vmstat, sample.bytes, sample.length, VMM_OK);
    check_every_size(&vmstat, sample.bytes, sample.length - 1, VMM_E_TRUNCATED);
    check_every_size(&vmstat, TEXT(""), VMM_E_EMPTY);
    check_every_size(&vmstat, TEXT("pgfault 1\nthp_split x\n"), VMM_E_SYNTAX);
    sample_free(&sample);
}

static void test_arguments(void **state)
{
    (void)state;
    check_arguments(&vmstat, TEXT("pgfault 1\n"));
}

static void test_the_text_is_not_written_to(void **state)
{
    (void)state;
    check_input_is_read_only(&vmstat, TEXT("pgfault 1\npgmajfault 2\n"));
    check_input_is_read_only(&vmstat, TEXT("pgfault 1\npgmajfault 2"));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_sample_is_read_as_the_reference_reads_it),
        cmocka_unit_test(test_every_sample_cut_at_every_length),
        cmocka_unit_test(test_unknown_lines_at_every_line_of_a_sample),
        cmocka_unit_test(test_keys_of_samples_permuted),
        cmocka_unit_test(test_sample_of_linux_6_18),
        cmocka_unit_test(test_sample_of_linux_3_10),
        cmocka_unit_test(test_samples_of_linux_4_19),
        cmocka_unit_test(test_sample_without_event_counters),
        cmocka_unit_test(test_sample_of_the_future),
        cmocka_unit_test(test_sample_with_extreme_numbers),
        cmocka_unit_test(test_each_key_alone),
        cmocka_unit_test(test_members_are_called_as_their_keys),
        cmocka_unit_test(test_keys_are_matched_whole),
        cmocka_unit_test(test_of_equal_keys_the_later_one_counts),
        cmocka_unit_test(test_malformed_values_are_refused_at_the_wrong_byte),
        cmocka_unit_test(test_text_without_a_known_key_is_empty),
        cmocka_unit_test(test_every_byte_of_usual_lines_replaced_by_every_other),
        cmocka_unit_test(test_random_texts_against_the_reference),
        cmocka_unit_test(test_outputs_of_every_size),
        cmocka_unit_test(test_arguments),
        cmocka_unit_test(test_the_text_is_not_written_to),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
