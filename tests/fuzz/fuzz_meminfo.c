/* /proc/meminfo against a reference parser. The input is the file. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz.h"

/* Written from the comments of the header, in its order; the library has a table of its own. */
static const struct ref_key keys[] = {
    {"MemTotal", offsetof(struct vmm_meminfo, mem_total_bytes), 1, true},
    {"MemFree", offsetof(struct vmm_meminfo, mem_free_bytes), 1, true},
    {"MemAvailable", offsetof(struct vmm_meminfo, mem_available_bytes), 1, true},
    {"Buffers", offsetof(struct vmm_meminfo, buffers_bytes), 1, true},
    {"Cached", offsetof(struct vmm_meminfo, cached_bytes), 1, true},
    {"SwapCached", offsetof(struct vmm_meminfo, swap_cached_bytes), 1, true},
    {"Active", offsetof(struct vmm_meminfo, active_bytes), 1, true},
    {"Inactive", offsetof(struct vmm_meminfo, inactive_bytes), 1, true},
    {"Active(anon)", offsetof(struct vmm_meminfo, active_anon_bytes), 1, true},
    {"Inactive(anon)", offsetof(struct vmm_meminfo, inactive_anon_bytes), 1, true},
    {"Active(file)", offsetof(struct vmm_meminfo, active_file_bytes), 1, true},
    {"Inactive(file)", offsetof(struct vmm_meminfo, inactive_file_bytes), 1, true},
    {"Unevictable", offsetof(struct vmm_meminfo, unevictable_bytes), 1, true},
    {"Mlocked", offsetof(struct vmm_meminfo, mlocked_bytes), 1, true},
    {"HighTotal", offsetof(struct vmm_meminfo, high_total_bytes), 1, true},
    {"HighFree", offsetof(struct vmm_meminfo, high_free_bytes), 1, true},
    {"LowTotal", offsetof(struct vmm_meminfo, low_total_bytes), 1, true},
    {"LowFree", offsetof(struct vmm_meminfo, low_free_bytes), 1, true},
    {"MmapCopy", offsetof(struct vmm_meminfo, mmap_copy_bytes), 1, true},
    {"SwapTotal", offsetof(struct vmm_meminfo, swap_total_bytes), 1, true},
    {"SwapFree", offsetof(struct vmm_meminfo, swap_free_bytes), 1, true},
    {"Zswap", offsetof(struct vmm_meminfo, zswap_bytes), 1, true},
    {"Zswapped", offsetof(struct vmm_meminfo, zswapped_bytes), 1, true},
    {"Dirty", offsetof(struct vmm_meminfo, dirty_bytes), 1, true},
    {"Writeback", offsetof(struct vmm_meminfo, writeback_bytes), 1, true},
    {"AnonPages", offsetof(struct vmm_meminfo, anon_pages_bytes), 1, true},
    {"Mapped", offsetof(struct vmm_meminfo, mapped_bytes), 1, true},
    {"Shmem", offsetof(struct vmm_meminfo, shmem_bytes), 1, true},
    {"KReclaimable", offsetof(struct vmm_meminfo, k_reclaimable_bytes), 1, true},
    {"Slab", offsetof(struct vmm_meminfo, slab_bytes), 1, true},
    {"SReclaimable", offsetof(struct vmm_meminfo, s_reclaimable_bytes), 1, true},
    {"SUnreclaim", offsetof(struct vmm_meminfo, s_unreclaim_bytes), 1, true},
    {"KernelStack", offsetof(struct vmm_meminfo, kernel_stack_bytes), 1, true},
    {"ShadowCallStack", offsetof(struct vmm_meminfo, shadow_call_stack_bytes), 1, true},
    {"PageTables", offsetof(struct vmm_meminfo, page_tables_bytes), 1, true},
    {"SecPageTables", offsetof(struct vmm_meminfo, sec_page_tables_bytes), 1, true},
    {"Quicklists", offsetof(struct vmm_meminfo, quicklists_bytes), 1, true},
    {"NFS_Unstable", offsetof(struct vmm_meminfo, nfs_unstable_bytes), 1, true},
    {"Bounce", offsetof(struct vmm_meminfo, bounce_bytes), 1, true},
    {"WritebackTmp", offsetof(struct vmm_meminfo, writeback_tmp_bytes), 1, true},
    {"CommitLimit", offsetof(struct vmm_meminfo, commit_limit_bytes), 1, true},
    {"Committed_AS", offsetof(struct vmm_meminfo, committed_as_bytes), 1, true},
    {"VmallocTotal", offsetof(struct vmm_meminfo, vmalloc_total_bytes), 1, true},
    {"VmallocUsed", offsetof(struct vmm_meminfo, vmalloc_used_bytes), 1, true},
    {"VmallocChunk", offsetof(struct vmm_meminfo, vmalloc_chunk_bytes), 1, true},
    {"Percpu", offsetof(struct vmm_meminfo, percpu_bytes), 1, true},
    {"EarlyMemtestBad", offsetof(struct vmm_meminfo, early_memtest_bad_bytes), 1, true},
    {"HardwareCorrupted", offsetof(struct vmm_meminfo, hardware_corrupted_bytes), 1, true},
    {"AnonHugePages", offsetof(struct vmm_meminfo, anon_huge_pages_bytes), 1, true},
    {"ShmemHugePages", offsetof(struct vmm_meminfo, shmem_huge_pages_bytes), 1, true},
    {"ShmemPmdMapped", offsetof(struct vmm_meminfo, shmem_pmd_mapped_bytes), 1, true},
    {"FileHugePages", offsetof(struct vmm_meminfo, file_huge_pages_bytes), 1, true},
    {"FilePmdMapped", offsetof(struct vmm_meminfo, file_pmd_mapped_bytes), 1, true},
    {"CmaTotal", offsetof(struct vmm_meminfo, cma_total_bytes), 1, true},
    {"CmaFree", offsetof(struct vmm_meminfo, cma_free_bytes), 1, true},
    {"Unaccepted", offsetof(struct vmm_meminfo, unaccepted_bytes), 1, true},
    {"Balloon", offsetof(struct vmm_meminfo, balloon_bytes), 1, true},
    {"HugePages_Total", offsetof(struct vmm_meminfo, huge_pages_total), 1, false},
    {"HugePages_Free", offsetof(struct vmm_meminfo, huge_pages_free), 1, false},
    {"HugePages_Rsvd", offsetof(struct vmm_meminfo, huge_pages_rsvd), 1, false},
    {"HugePages_Surp", offsetof(struct vmm_meminfo, huge_pages_surp), 1, false},
    {"Hugepagesize", offsetof(struct vmm_meminfo, hugepagesize_bytes), 1, true},
    {"Hugetlb", offsetof(struct vmm_meminfo, hugetlb_bytes), 1, true},
    {"DirectMap4k", offsetof(struct vmm_meminfo, direct_map_4k_bytes), 1, true},
    {"DirectMap64k", offsetof(struct vmm_meminfo, direct_map_64k_bytes), 1, true},
    {"DirectMap1M", offsetof(struct vmm_meminfo, direct_map_1m_bytes), 1, true},
    {"DirectMap2M", offsetof(struct vmm_meminfo, direct_map_2m_bytes), 1, true},
    {"DirectMap4M", offsetof(struct vmm_meminfo, direct_map_4m_bytes), 1, true},
    {"DirectMap1G", offsetof(struct vmm_meminfo, direct_map_1g_bytes), 1, true},
    {"DirectMap2G", offsetof(struct vmm_meminfo, direct_map_2g_bytes), 1, true},
    {"PDT_max_entries", offsetof(struct vmm_meminfo, pdt_max_entries), 1, false},
    {"PDT_cur_entries", offsetof(struct vmm_meminfo, pdt_cur_entries), 1, false},
};
enum { KEYS = sizeof keys / sizeof keys[0] };

static vmm_status parse(struct vmm_text *text, void *out, size_t out_size)
{
    return vmm_meminfo_parse(text, out, out_size);
}

static struct outcome reference(const char *bytes, size_t length, size_t at, void *out, size_t size)
{
    return ref_keys(bytes, length, at, ':', keys, KEYS, out, size);
}

static struct outcome check(struct piece text, struct vmm_meminfo *out)
{
    struct outcome outcome = fuzz_check(parse, reference, text, 0, out, sizeof *out, sizeof *out);

    /* Whatever the reference thinks: text that stops inside a line was cut. */
    if (text.length != 0 && text.bytes[text.length - 1] != '\n')
        CHECK(outcome.status == VMM_E_TRUNCATED || outcome.status == VMM_E_SYNTAX);
    return outcome;
}

static uint64_t value_of(const struct vmm_meminfo *record, const struct ref_key *key)
{
    uint64_t value;

    memcpy(&value, (const char *)record + key->offset, sizeof value);
    return value;
}

/* Lines that nobody knows change nothing, and move the place of an error by their length. */
static void check_unknown_lines(struct piece text, struct outcome before, const struct vmm_meminfo *record)
{
    static const char *const lines[] = {"\n",
                                        "GPUActive:           0 kB\n",
                                        "MemTotal\n",
                                        ":\n",
                                        " MemTotal: 1 kB\n",
                                        "memtotal: x\n",
                                        "Active(anon)(file):       12345678901234567890 kB\n"};
    struct vmm_meminfo again;
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

/* A record, printed as the kernel would in the order of the table from `first` on, reads as the same record. */
static void check_printed(const struct vmm_meminfo *record, unsigned first, bool backwards, bool narrow)
{
    char text[KEYS * 64];
    struct vmm_meminfo again, wanted;
    struct outcome outcome;
    struct piece piece;
    size_t length = 0;

    memset(&wanted, 0xff, sizeof wanted);
    wanted.size = sizeof wanted;
    for (unsigned i = 0; i < KEYS; i++) {
        const struct ref_key *key = &keys[(first + (backwards ? KEYS - i : i)) % KEYS];
        uint64_t value = value_of(record, key);
        int printed, gap;

        if (value == VMM_UNKNOWN)
            continue;
        if (key->kb)
            value &= ~(uint64_t)1023;
        ref_store(&wanted, sizeof wanted, key->offset, value);
        gap = narrow || strlen(key->key) >= 15 ? 0 : 15 - (int)strlen(key->key);
        printed = snprintf(text + length, sizeof text - length, "%s:%*s%*llu%s", key->key, gap, "", narrow ? 0 : 8,
                           (unsigned long long)(key->kb ? value / 1024 : value), key->kb ? " kB\n" : "\n");
        CHECK(printed > 0);
        length += (size_t)printed;
    }
    piece = fuzz_copy(text, length);
    outcome = check(piece, &again);
    CHECK(outcome.status == (length == 0 ? VMM_E_EMPTY : VMM_OK));
    CHECK(memcmp(&again, &wanted, sizeof again) == 0);
    fuzz_free(piece);
}

/* The lines in reverse order give the same record, where no key comes twice. */
static void check_reversed(struct piece text, const struct vmm_meminfo *record)
{
    char *reversed = malloc(text.length);
    bool seen[KEYS] = {false};
    size_t filled = 0, end = text.length;
    struct vmm_meminfo again;
    struct piece piece;
    bool twice = false;

    while (end != 0) {
        size_t start = end - 1;

        while (start != 0 && text.bytes[start - 1] != '\n')
            start--;
        for (unsigned i = 0; i < KEYS; i++) {
            size_t length = strlen(keys[i].key);
            if (end - start > length && memcmp(text.bytes + start, keys[i].key, length) == 0 &&
                text.bytes[start + length] == ':') {
                twice = twice || seen[i];
                seen[i] = true;
            }
        }
        memcpy(reversed + filled, text.bytes + start, end - start);
        filled += end - start;
        end = start;
    }
    if (!twice) {
        piece = fuzz_copy(reversed, filled);
        CHECK(check(piece, &again).status == VMM_OK);
        CHECK(memcmp(&again, record, sizeof again) == 0);
        fuzz_free(piece);
    }
    free(reversed);
}

/* The reference knows every member that the library says there is. */
static void check_table(void)
{
    struct vmm_record record;
    struct vmm_field field;

    CHECK(vmm_record_at(VMM_RECORD_MEMINFO, &record, sizeof record) == VMM_OK && record.fields == KEYS);
    for (uint32_t i = 0; i < KEYS; i++) {
        unsigned key = 0;

        CHECK(vmm_field_at(VMM_RECORD_MEMINFO, i, &field, sizeof field) == VMM_OK);
        while (key < KEYS && keys[key].offset != field.offset)
            key++;
        CHECK(key < KEYS && (field.unit == VMM_UNIT_BYTES) == keys[key].kb);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static bool table_checked;
    const char *bytes = (const char *)data;
    struct piece text = fuzz_copy(bytes, size);
    uint64_t choice = fuzz_choice(bytes, size, 0);
    struct vmm_meminfo record;
    struct outcome outcome;
    size_t length = 0, out_size;
    unsigned index = 0;

    if (!table_checked)
        check_table();
    table_checked = true;
    outcome = check(text, &record);
    while (fuzz_next_size(bytes, size, sizeof record, &index, &out_size))
        fuzz_check(parse, reference, text, 0, NULL, sizeof record, out_size);
    while (fuzz_next_prefix(bytes, size, &length)) {
        struct piece prefix = fuzz_copy(bytes, length);
        struct vmm_meminfo ignored;
        check(prefix, &ignored);
        fuzz_free(prefix);
    }
    check_unknown_lines(text, outcome, &record);
    if (outcome.status == VMM_OK) {
        check_reversed(text, &record);
        check_printed(&record, (unsigned)(choice % KEYS), choice >> 32 & 1, choice >> 33 & 1);
        check_printed(&record, 0, false, false);
    }
    fuzz_free(text);
    return 0;
}
