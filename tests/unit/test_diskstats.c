/* Rows of /proc/diskstats and /proc/partitions. */
#include "support.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { COLUMNS = 17, NAME_BYTES = 32, NAME_END = offsetof(struct vmm_disk, name) + NAME_BYTES };

/* The word of a record that a member is. */
#define WORD(member) (offsetof(struct vmm_disk, member) / sizeof(uint64_t))

static vmm_status parse(struct vmm_text *text, void *out, size_t out_size)
{
    return vmm_disk_next(text, out, out_size);
}

/* ---- reference ---- */

static void reference_unknown_disk(uint64_t *words)
{
    reference_unknown(words, sizeof(struct vmm_disk));
    memset(words + WORD(name), 0, NAME_BYTES);
}

static struct outcome refused(const char *bytes, size_t error, size_t length, uint64_t *words)
{
    struct outcome outcome = {error == length ? VMM_E_TRUNCATED : VMM_E_SYNTAX, error, error};

    reference_unknown_disk(words);
    while (outcome.pos < length && bytes[outcome.pos] != '\n')
        outcome.pos++;
    if (outcome.pos < length)
        outcome.pos++;
    return outcome;
}

static bool blank(char c)
{
    return c == ' ' || c == '\t';
}

static size_t skip_blanks(const char *bytes, size_t at, size_t length)
{
    while (at < length && blank(bytes[at]))
        at++;
    return at;
}

/* Where the word at `at` ends. */
static size_t word_end(const char *bytes, size_t at, size_t length)
{
    while (at < length && !blank(bytes[at]) && bytes[at] != '\n')
        at++;
    return at;
}

static bool only_digits(const char *bytes, size_t from, size_t to)
{
    for (; from < to; from++)
        if (bytes[from] < '0' || bytes[from] > '9')
            return false;
    return true;
}

static uint64_t times(uint64_t value, uint64_t factor)
{
    return value <= (VMM_UNLIMITED - 1) / factor ? value * factor : VMM_UNKNOWN;
}

/* One call. */
static struct outcome expect(const char *bytes, size_t length, uint64_t *words)
{
    struct outcome outcome = {VMM_OK, 0, NOWHERE};
    uint64_t columns[COLUMNS], blocks;
    char name[NAME_BYTES] = "";
    size_t at = 0, name_at, count = 0;
    bool has_size = false;

    reference_unknown_disk(words);
    while (at < length && (bytes[at] == '\n' || bytes[at] == 'm')) {
        for (size_t i = 0; bytes[at] == 'm' && i < 5; i++)
            if (at + i == length || bytes[at + i] != "major"[i])
                return refused(bytes, at + i, length, words);
        while (at < length && bytes[at] != '\n')
            at++;
        if (at == length)
            return refused(bytes, at, length, words);
        at++;
    }
    if (at == length)
        return (struct outcome){VMM_END, at, NOWHERE};

    for (size_t i = 0; i < 2; i++) {
        at = skip_blanks(bytes, at, length);
        if (!reference_number(bytes, at, length, &at, &words[WORD(major) + i]))
            return refused(bytes, at, length, words);
        if (at == length || !blank(bytes[at]))
            return refused(bytes, at, length, words);
    }
    at = skip_blanks(bytes, at, length);
    name_at = word_end(bytes, at, length);
    if (name_at < length && name_at > at && bytes[name_at] != '\n' && only_digits(bytes, at, name_at)) {
        reference_number(bytes, at, length, &at, &blocks);
        words[WORD(size_bytes)] = times(blocks, 1024);
        has_size = true;
        at = skip_blanks(bytes, at, length);
    }
    name_at = at;
    for (at = name_at; at < length && !blank(bytes[at]) && bytes[at] != '\n'; at++) {
        if (bytes[at] == '\0' || at - name_at == NAME_BYTES - 1)
            return refused(bytes, at, length, words);
        name[at - name_at] = bytes[at];
    }
    if (at == length)
        return refused(bytes, at, length, words);
    if (only_digits(bytes, name_at, at))
        return refused(bytes, name_at, length, words);
    memcpy(words + WORD(name), name, NAME_BYTES);

    for (size_t i = at;; count++) {
        i = skip_blanks(bytes, i, length);
        if (i == length || bytes[i] == '\n') {
            outcome.pos = i;
            break;
        }
        i = word_end(bytes, i, length);
    }
    if (has_size && count == 0 && outcome.pos < length) {
        outcome.pos++;
        return outcome;
    }
    outcome = reference_fill_columns(bytes, at, length, columns, COLUMNS);
    if (outcome.status != VMM_OK) {
        reference_unknown_disk(words);
        return outcome;
    }
    if (count == 4) {
        words[WORD(reads)] = columns[0];
        words[WORD(read_bytes)] = times(columns[1], 512);
        words[WORD(writes)] = columns[2];
        words[WORD(written_bytes)] = times(columns[3], 512);
        return outcome;
    }
    if (count < 11)
        return refused(bytes, outcome.pos - 1, length, words);
    memcpy(words + WORD(reads), columns, sizeof columns);
    words[WORD(read_bytes)] = times(columns[2], 512);
    words[WORD(written_bytes)] = times(columns[6], 512);
    words[WORD(discarded_bytes)] = times(columns[13], 512);
    if (columns[8] >= UINT64_C(0x80000000))
        words[WORD(in_flight)] = VMM_UNKNOWN;
    return outcome;
}

static const struct format format = {parse, expect, VMM_RECORD_DISK, sizeof(struct vmm_disk)};

/* Reads all rows; each call must do what the reference does on the rest of the text. Returns the last status. */
static vmm_status check_all_rows(const char *bytes, size_t length, struct vmm_disk *rows, size_t room, size_t *count)
{
    struct arena arena = arena_new(length);
    size_t from = 0;
    vmm_status status;

    *count = 0;
    do {
        struct record record;
        struct outcome outcome = run(&format, bytes + from, length - from, &record, format.bytes);

        check_text(&format, &arena, bytes + from, length - from);
        from += outcome.pos;
        status = outcome.status;
        if (status == VMM_OK) {
            assert_true(*count < room);
            memcpy(&rows[*count], &record, sizeof *rows);
            ++*count;
        }
    } while (status != VMM_END && status != VMM_E_TRUNCATED);
    arena_free(&arena);
    return status;
}

enum { MANY = 20 };

static struct vmm_disk rows[MANY];

static size_t rows_of(const char *name)
{
    struct sample sample = sample_load(name);
    size_t count;

    assert_int_equal(check_all_rows(sample.bytes, sample.length, rows, MANY, &count), VMM_END);
    sample_free(&sample);
    return count;
}

static struct vmm_disk row_of(const char *line)
{
    struct vmm_text text = vmm_text_of(line, strlen(line));
    struct vmm_disk row;

    memset(&row, 0x5a, sizeof row);
    assert_int_equal(vmm_disk_next(&text, &row, sizeof row), VMM_OK);
    assert_null(text.error);
    check_string(&format, line);
    return row;
}

#define NO VMM_UNKNOWN

/* What stands in a row, and that nothing else does: the members from `reads` on, then the size. */
static void check_row(const struct vmm_disk *row, uint64_t major, uint64_t minor, const char *name,
                      const uint64_t wanted[COLUMNS], uint64_t size_bytes)
{
    assert_int_equal(row->size, sizeof *row);
    assert_int_equal(row->major, major);
    assert_int_equal(row->minor, minor);
    assert_string_equal(row->name, name);
    for (size_t i = strlen(name); i < NAME_BYTES; i++)
        assert_int_equal(row->name[i], 0);
    check_unknown_number(row->diskseq);
    for (size_t i = 0; i < COLUMNS; i++)
        assert_int_equal((&row->reads)[i], wanted[i]);
    assert_int_equal(row->size_bytes, size_bytes);
    check_unknown_number(row->ro);
    check_unknown_number(row->inflight_reads);
    check_unknown_number(row->inflight_writes);
}

#define CHECK_ROW(row, major, minor, name, size, ...)                                                                  \
    check_row(row, major, minor, name, (const uint64_t[COLUMNS]){__VA_ARGS__}, size)
/* Sectors. */
#define S(number) (UINT64_C(number) * 512)

/* ---- samples ---- */

static void test_every_sample_is_read_as_the_reference_reads_it(void **state)
{
    const char *const *names = sample_names("proc-diskstats");

    (void)state;
    for (; *names != NULL; names++)
        assert_true(rows_of(*names) >= 1);
}

static void test_every_sample_cut_at_every_length(void **state)
{
    const char *const *names = sample_names("proc-diskstats");

    (void)state;
    for (; *names != NULL; names++) {
        struct sample sample = sample_load(*names);
        static struct vmm_disk whole[MANY];
        size_t whole_count = rows_of(*names);

        memcpy(whole, rows, sizeof whole);
        for (size_t at = 0; at <= sample.length; at++) {
            size_t count;
            vmm_status status = check_all_rows(sample.bytes, at, rows, MANY, &count);

            assert_int_equal(status, at == 0 || sample.bytes[at - 1] == '\n' ? VMM_END : VMM_E_TRUNCATED);
            assert_true(count <= whole_count);
            /* Rows before the cut are as ever. */
            assert_memory_equal(rows, whole, count * sizeof *rows);
        }
        sample_free(&sample);
    }
}

static void test_sample_of_linux_6_18(void **state)
{
    struct sample sample = sample_load("proc-diskstats/linux-6.18-x86_64-firecracker");
    const char *vda = strstr(sample.bytes, " vda ");
    unsigned long long n[COLUMNS];

    (void)state;
    assert_int_equal(rows_of("proc-diskstats/linux-6.18-x86_64-firecracker"), 10);
    CHECK_ROW(&rows[1], 7, 1, "loop1", NO, 0);
    /* The same by another reader. */
    assert_non_null(vda);
    assert_int_equal(sscanf(vda,
                            " vda %llu %llu %llu %llu %llu %llu %llu %llu %llu %llu %llu %llu %llu %llu %llu %llu %llu",
                            n, n + 1, n + 2, n + 3, n + 4, n + 5, n + 6, n + 7, n + 8, n + 9, n + 10, n + 11, n + 12,
                            n + 13, n + 14, n + 15, n + 16),
                     17);
    CHECK_ROW(&rows[8], 254, 0, "vda", NO, n[0], n[1], n[2] * 512, n[3], n[4], n[5], n[6] * 512, n[7], n[8], n[9],
              n[10], n[11], n[12], n[13] * 512, n[14], n[15], n[16]);
    sample_free(&sample);
}

/* A24, B3.1: the layouts. */
static void test_2_4_with_15_columns_and_a_number_as_the_third(void **state)
{
    (void)state;
    assert_int_equal(rows_of("proc-diskstats/linux-2.4-partitions-15-columns"), 4);
    CHECK_ROW(&rows[0], 3, 0, "hda", UINT64_C(19925880) * 1024, 34781, 81233, S(926512), 281290, 22190, 40122,
              S(498496), 1120930, 0, 241120, 1402540, NO, NO, NO, NO, NO, NO);
    /* In flight is below zero. */
    CHECK_ROW(&rows[2], 3, 2, "hda2", UINT64_C(19816650) * 1024, 34740, 81104, S(926136), 281150, 22178, 40118,
              S(498464), 1120520, NO, 240890, 1401990, NO, NO, NO, NO, NO, NO);
    assert_int_equal(rows[3].size_bytes, UINT64_C(1073741823) * 1024);
}

static void test_2_6_partitions_with_7_columns(void **state)
{
    (void)state;
    assert_int_equal(rows_of("proc-diskstats/linux-2.6.18-disks-14-partitions-7-columns"), 6);
    CHECK_ROW(&rows[2], 8, 0, "sda", NO, 187215, 33012, S(6109236), 1390124, 901233, 2110411, S(24096528), 30112901, 2,
              4123901, 31503045, NO, NO, NO, NO, NO, NO);
    CHECK_ROW(&rows[3], 8, 1, "sda1", NO, 210, NO, S(420), NO, 16, NO, S(32), NO, NO, NO, NO, NO, NO, NO, NO, NO, NO);
    CHECK_ROW(&rows[4], 8, 2, "sda2", NO, 219817, NO, S(6108120), NO, 3010122, NO, S(24096496), NO, NO, NO, NO, NO, NO,
              NO, NO, NO, NO);
}

static void test_14_columns_before_4_18(void **state)
{
    (void)state;
    assert_int_equal(rows_of("proc-diskstats/linux-3.10-x86_64-14-columns"), 8);
    CHECK_ROW(&rows[0], 8, 0, "sda", NO, 45832, 1032, S(3489112), 310291, 1293012, 982331, S(51023112), 9123012, 1,
              3981203, 9433310, NO, NO, NO, NO, NO, NO);
}

static void test_18_columns_since_4_18(void **state)
{
    (void)state;
    assert_int_equal(rows_of("proc-diskstats/linux-4.20-x86_64-18-columns"), 4);
    CHECK_ROW(&rows[0], 8, 0, "sda", NO, 7023, 1391, S(413286), 9671, 24031, 18023, S(1201384), 41203, 0, 15120, 33240,
              3021, 120, S(18231040), 912, NO, NO);
}

static void test_20_columns_since_5_5(void **state)
{
    (void)state;
    assert_int_equal(rows_of("proc-diskstats/linux-5.10-x86_64-20-columns"), 5);
    CHECK_ROW(&rows[1], 259, 0, "nvme0n1", NO, 812301, 30112, S(61203120), 201233, 4012031, 901233, S(182031240),
              2301231, 3, 1102012, 2520012, 12, 3, S(81920), 41, 30123, 17507);
    assert_int_equal(rows[4].weighted_io_ms, UINT64_C(4293999994));
}

static void test_17_columns_of_an_altered_kernel(void **state)
{
    (void)state;
    assert_int_equal(rows_of("proc-diskstats/altered-17-columns"), 1);
    CHECK_ROW(&rows[0], 8, 0, "root1", NO, 100, 11, S(800), 120, 200, 22, S(1600), 240, 1, 300, 360, 10, 2, S(80), NO,
              NO, NO);
}

static void test_more_columns_than_known(void **state)
{
    (void)state;
    assert_int_equal(rows_of("proc-diskstats/written-future-columns"), 3);
    CHECK_ROW(&rows[0], 8, 0, "sda", NO, 1, 2, S(3), 4, 5, 6, S(7), 8, 9, 10, 11, 12, 13, S(14), 15, 16, 17);
    CHECK_ROW(&rows[1], 8, 1, "sda1", NO, 1, 2, S(3), 4, 5, 6, S(7), 8, 9, 10, 11, 12, 13, S(14), 15, 16, 17);
    CHECK_ROW(&rows[2], 8, 2, "a-name-that-has-31-bytes-so-jus", NO, 1, 2, S(3), 4, 5, 6, S(7), 8, 9, 10, 11, 12, 13,
              S(14), 15, 16, 17);
}

static void test_partitions_without_statistics(void **state)
{
    struct sample sample = sample_load("proc-diskstats/linux-6.18-x86_64-partitions");
    unsigned long long blocks;
    size_t count = rows_of("proc-diskstats/linux-6.18-x86_64-partitions");

    (void)state;
    assert_int_equal(sscanf(sample.bytes, "major minor  #blocks  name\n\n 254 0 %llu vda", &blocks), 1);
    CHECK_ROW(&rows[0], 254, 0, "vda", blocks * 1024, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO,
              NO);
    assert_true(count >= 1);
    sample_free(&sample);
}

/* B3.4 */
static void test_odd_names_and_numbers_of_devices(void **state)
{
    (void)state;
    rows_of("proc-diskstats/linux-3.10-x86_64-14-columns");
    assert_string_equal(rows[4].name, "cciss/c0d0");
    assert_string_equal(rows[5].name, "cciss/c0d1p1");
    assert_int_equal(rows[6].major, 202);
    assert_int_equal(rows[6].minor, 4096);
    assert_string_equal(rows[6].name, "xvdq");
    rows_of("proc-diskstats/linux-4.20-x86_64-18-columns");
    assert_int_equal(rows[3].major, 0);
    assert_int_equal(rows[3].minor, 0);
    assert_string_equal(rows[3].name, "nvme0c0n1");
}

/* Around 2^64, and below zero with and without a sign. */
static void test_sample_with_extreme_numbers(void **state)
{
    (void)state;
    assert_int_equal(rows_of("proc-diskstats/written-extreme-numbers"), 4);
    CHECK_ROW(&rows[0], 8, 0, "sda", NO, UINT64_MAX - 2, NO, UINT64_MAX - 511, UINT32_MAX, 0, NO, NO, NO, NO, 0,
              UINT64_C(4294967296), NO, 1, NO, 0, 1, 2);
    CHECK_ROW(&rows[1], 8, 1, "sdb", NO, 1, 2, S(3), 4, 5, 6, S(7), 8, NO, 10, NO, 12, 13, S(14), 15, 16, 17);
    assert_int_equal(rows[2].in_flight, INT32_MAX);
    check_unknown_number(rows[2].weighted_io_ms);
    assert_int_equal(rows[2].discards, 12);
    assert_int_equal(rows[3].major, UINT32_MAX);
    check_unknown_number(rows[3].minor);
    check_unknown_number(rows[3].in_flight);
}

static void test_in_flight_below_zero_printed_without_a_sign(void **state)
{
    (void)state;
    rows_of("proc-diskstats/linux-3.10-x86_64-14-columns");
    check_unknown_number(rows[7].in_flight);
    assert_int_equal(rows[7].weighted_io_ms, UINT64_C(4294967040));
}

/* ---- layouts ---- */

/* Numbers of columns that no kernel has are refused at the end of the line, where another column should be. */
static void test_every_number_of_columns(void **state)
{
    (void)state;
    for (unsigned has_size = 0; has_size < 2; has_size++) {
        for (unsigned columns = 0; columns <= 30; columns++) {
            struct builder builder = {NULL, 0, 0};
            struct arena arena = arena_new(256);
            struct record record;
            struct outcome outcome;
            const struct vmm_disk *row = (const struct vmm_disk *)(const void *)&record;
            bool known = columns == 4 || columns >= 11 || (has_size && columns == 0);

            builder_print(&builder, "   8       1 %ssda1", has_size ? "1048576 " : "");
            for (unsigned i = 0; i < columns; i++)
                builder_print(&builder, " %u", 100 + i);
            builder_print(&builder, "\n");
            check_text(&format, &arena, builder.bytes, builder.length);
            outcome = run(&format, builder.bytes, builder.length, &record, format.bytes);
            assert_int_equal(outcome.status, known ? VMM_OK : VMM_E_SYNTAX);
            assert_int_equal(outcome.pos, builder.length);
            if (!known) {
                assert_int_equal(outcome.error, builder.length - 1);
            } else {
                assert_int_equal(row->size_bytes, has_size ? UINT64_C(1073741824) : VMM_UNKNOWN);
                assert_int_equal(row->reads, columns == 0 ? VMM_UNKNOWN : 100);
                assert_int_equal(row->written_bytes, columns == 0 ? VMM_UNKNOWN : columns == 4 ? 103 * 512 : 106 * 512);
                assert_int_equal(row->discards, columns > 11 ? 111 : VMM_UNKNOWN);
                assert_int_equal(row->flush_ms, columns > 16 ? 116 : VMM_UNKNOWN);
            }
            arena_free(&arena);
            builder_free(&builder);
        }
    }
}

static void test_blanks_between_columns(void **state)
{
    struct vmm_disk row = row_of("8 0 sda 1 2 3 4 5 6 7 8 9 10 11\n");

    (void)state;
    CHECK_ROW(&row, 8, 0, "sda", NO, 1, 2, S(3), 4, 5, 6, S(7), 8, 9, 10, 11, NO, NO, NO, NO, NO, NO);
    row = row_of("\t8\t\t0 \t sda  1\t2 3 4 5 6 7 8 9 10          11   \n");
    CHECK_ROW(&row, 8, 0, "sda", NO, 1, 2, S(3), 4, 5, 6, S(7), 8, 9, 10, 11, NO, NO, NO, NO, NO, NO);
    row = row_of("8 1 sda1 1 2 3 4 \t \n");
    CHECK_ROW(&row, 8, 1, "sda1", NO, 1, NO, S(2), NO, 3, NO, S(4), NO, NO, NO, NO, NO, NO, NO, NO, NO, NO);
    row = row_of("8 1 77 sda1 \t \n");
    CHECK_ROW(&row, 8, 1, "sda1", 77 * 1024, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO);
}

static void test_headings_and_empty_lines_are_passed_over(void **state)
{
    struct vmm_disk row = row_of("\n\n\nmajor minor  #blocks  name\n\nmajor\n8 0 sda 1 2 3 4\n");
    struct record record;
    struct outcome outcome = run(&format, TEXT("major minor  #blocks  name\n\n"), &record, format.bytes);

    (void)state;
    assert_int_equal(row.major, 8);
    assert_int_equal(outcome.status, VMM_END);
    assert_int_equal(outcome.pos, 28);
    check_string(&format, "ma");
    check_string(&format, "major minor");
    check_string(&format, "\n\n");
}

static void test_a_name_may_begin_with_a_digit(void **state)
{
    struct vmm_disk row = row_of("8 0 3ware 1 2 3 4\n");

    (void)state;
    assert_string_equal(row.name, "3ware");
    check_unknown_number(row.size_bytes);
    row = row_of("8 0 1024 3ware 1 2 3 4 5 6 7 8 9 10 11\n");
    assert_string_equal(row.name, "3ware");
    assert_int_equal(row.size_bytes, 1024 * 1024);
}

static void test_the_end(void **state)
{
    struct record record;
    struct outcome outcome = run(&format, TEXT(""), &record, format.bytes);

    (void)state;
    assert_int_equal(outcome.status, VMM_END);
    assert_int_equal(outcome.pos, 0);
    assert_int_equal(outcome.error, NOWHERE);
}

/* ---- bad rows ---- */

static void check_refused(const char *bytes, size_t length, size_t error)
{
    struct builder builder = {NULL, 0, 0};
    struct arena arena = arena_new(length + 64);
    struct vmm_text text;
    struct vmm_disk row;

    builder_add(&builder, bytes, length);
    builder_add(&builder, TEXT("8 77 sdx 5 6 7 8\n"));
    memset(&row, 0x5a, sizeof row);
    text = vmm_text_of(builder.bytes, builder.length);
    if (vmm_disk_next(&text, &row, sizeof row) != VMM_E_SYNTAX || text.error != builder.bytes + error)
        fail_msg("%s: error at %ld, not %ld", bytes, text.error == NULL ? -1L : (long)(text.error - builder.bytes),
                 (long)error);
    check_unknown(VMM_RECORD_DISK, &row);
    assert_int_equal(row.size, sizeof row);
    assert_ptr_equal(text.pos, builder.bytes + length);
    /* The next call goes on behind it. */
    assert_int_equal(vmm_disk_next(&text, &row, sizeof row), VMM_OK);
    assert_null(text.error);
    assert_int_equal(row.minor, 77);
    check_text(&format, &arena, builder.bytes, builder.length);
    check_text(&format, &arena, bytes, length);
    arena_free(&arena);
    builder_free(&builder);
}

static void test_bad_rows_are_refused_at_the_wrong_byte(void **state)
{
    (void)state;
    check_refused(TEXT(" \n"), 1);
    check_refused(TEXT("x\n"), 0);
    check_refused(TEXT("mayor minor\n"), 2);
    check_refused(TEXT(" major minor\n"), 1);
    check_refused(TEXT("8\n"), 1);
    check_refused(TEXT("8 \n"), 2);
    check_refused(TEXT("8x 0 sda 1 2 3 4\n"), 1);
    check_refused(TEXT("8:0 sda 1 2 3 4\n"), 1);
    check_refused(TEXT("- 0 sda 1 2 3 4\n"), 1);
    check_refused(TEXT("8 x sda 1 2 3 4\n"), 2);
    check_refused(TEXT("8 0\n"), 3);
    check_refused(TEXT("8 0x sda 1 2 3 4\n"), 3);
    check_refused(TEXT("8 0 \n"), 4);
    check_refused(TEXT("8 0 sda\n"), 7);
    check_refused(TEXT("8 0 sda \n"), 8);
    check_refused(TEXT("8 0 sda 1 2 3\n"), 13);
    check_refused(TEXT("8 0 sda 1 2 3 4 5\n"), 17);
    check_refused(TEXT("8 0 sda x 2 3 4\n"), 8);
    check_refused(TEXT("8 0 sda 1 2x 3 4\n"), 11);
    check_refused(TEXT("8 0 sda 1 2 3 4\r\n"), 15);
    check_refused(TEXT("8 0 sda 1.5 2 3 4\n"), 9);
    check_refused(TEXT("8 0 sda 1 - 3 4\n"), 11);
    check_refused(TEXT("8 0 s\0a 1 2 3 4\n"), 5);
    check_refused(TEXT("8 0 sda 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17x\n"), 49);
    /* Where the name should be, digits alone. */
    check_refused(TEXT("8 0 12\n"), 4);
    check_refused(TEXT("8 0 12 13\n"), 7);
    check_refused(TEXT("8 0 12 13 14 15 16\n"), 7);
    check_refused(TEXT("8 0 12 \n"), 7);
    check_refused(TEXT("8 0 sdb 1 2 3 4 5 6 7 8 9 10\n"), 28);
}

static void test_a_name_that_does_not_fit_is_an_error_of_its_row(void **state)
{
    (void)state;
    check_refused(TEXT("8 0 a-name-that-has-32-bytes-too-many 1 2 3 4\n"), 4 + 31);
    check_refused(TEXT("8 0 77 a-name-that-has-32-bytes-too-many 1 2 3 4\n"), 7 + 31);
    check_refused(TEXT("8 0 77777777777777777777777777777777777777x 1 2 3 4\n"), 4 + 31);
}

/* A row is bad where its first bad byte is, also where it was cut. */
static void test_a_bad_row_that_is_cut_too(void **state)
{
    struct record record;
    struct outcome outcome = run(&format, TEXT("8 0 sda 1x 2"), &record, format.bytes);

    (void)state;
    assert_int_equal(outcome.status, VMM_E_SYNTAX);
    assert_int_equal(outcome.error, 9);
    assert_int_equal(outcome.pos, 12);
    outcome = run(&format, TEXT("8 0 sda 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 x"), &record, format.bytes);
    assert_int_equal(outcome.status, VMM_E_TRUNCATED);
    assert_int_equal(outcome.error, 51);
    memset(&record.words[WORD(name)], 0, NAME_BYTES);
    check_unknown(VMM_RECORD_DISK, &record);
}

/* ---- fast paths against plain ones ---- */

static void test_every_byte_of_usual_rows_replaced_by_every_other(void **state)
{
    (void)state;
    check_every_byte(&format,
                     TEXT(" 254       0 vda 172651 30497 6979354 231620 72294 71431 10197528 50810 0 34480 291443 "
                          "54936 27 495885352 8911 2334 100\n   7       1 loop1 0 0 0\n"));
    check_every_byte(&format, TEXT("   8       1 sda1 210 420 16 32\n"));
    check_every_byte(&format, TEXT("   3     0   19925880 hda 34781 81233 926512 281290 22190 40122 498496 1 0 2 3\n"));
    check_every_byte(&format, TEXT("major minor\n\n 8 0 1048576 sda\n"));
}

static void add_random_row(struct builder *builder)
{
    static const char *const names[] = {"sda",
                                        "nvme0n1p1",
                                        "cciss/c0d0",
                                        "7",
                                        "0",
                                        "dm-0",
                                        "m",
                                        "a-name-that-has-31-bytes-so-jus",
                                        "a-name-that-has-32-bytes-so-just",
                                        ""};
    static const char *const odd[] = {"-",
                                      "--1",
                                      "+1",
                                      "1x",
                                      "1.5",
                                      "x",
                                      "\xb1",
                                      "-5",
                                      "18446744073709551613",
                                      "18446744073709551614",
                                      "18446744073709551616",
                                      "36028797018963967",
                                      "36028797018963968",
                                      "2147483647",
                                      "2147483648"};
    static const unsigned usual[] = {0, 4, 11, 14, 15, 17, 20};
    unsigned columns = chance_of(80) ? usual[chance_below(COUNT_OF(usual))] : (unsigned)chance_below(24);

    if (chance_of(5))
        builder_print(builder, chance_of(70) ? "\n" : chance_of(50) ? "major minor\n" : "majo");
    builder_print(builder, chance_of(80) ? "%4u %7u " : "%u\t%u  ", (unsigned)chance_below(300),
                  (unsigned)chance_below(5000));
    if (chance_of(30))
        builder_print(builder, "%" PRIu64 " ", chance_number());
    builder_print(builder, "%s", names[chance_below(COUNT_OF(names) - (chance_of(80) ? 4 : 0))]);
    for (unsigned i = 0; i < columns; i++) {
        builder_print(builder, "%s", chance_of(95) ? " " : chance_of(50) ? "\t" : "   ");
        if (chance_of(3))
            builder_print(builder, "%s", odd[chance_below(COUNT_OF(odd))]);
        else
            builder_print(builder, "%" PRIu64, chance_number());
    }
    builder_print(builder, "%s", chance_of(95) ? "\n" : chance_of(50) ? " \n" : chance_of(50) ? "\r\n" : "");
}

static void test_random_texts_against_the_reference(void **state)
{
    static const char interesting[] = " \t\n\r\0.-/0123456789masd\x7f\x80\xff";
    struct builder builder = {NULL, 0, 0};
    struct arena arena = arena_new(4096);
    unsigned seen[3] = {0};

    (void)state;
    chance_seed(24);
    for (unsigned time = 0, rounds = chance_rounds(100000); time < rounds; time++) {
        size_t number = 1 + chance_below(2);
        uint64_t words[sizeof(struct vmm_disk) / sizeof(uint64_t)];

        builder.length = 0;
        for (size_t i = 0; i < number; i++)
            add_random_row(&builder);
        if (chance_of(10))
            builder.bytes[chance_below(builder.length)] = interesting[chance_below(sizeof interesting - 1)];
        if (chance_of(10))
            builder.length = chance_below(builder.length);
        check_text(&format, &arena, builder.bytes, builder.length);
        switch (expect(builder.bytes, builder.length, words).status) {
        case VMM_OK:
            seen[0]++;
            break;
        case VMM_E_SYNTAX:
            seen[1]++;
            break;
        case VMM_E_TRUNCATED:
            seen[2]++;
            break;
        default:
            break;
        }
    }
    assert_true(seen[0] > chance_rounds(10000) && seen[1] > chance_rounds(10000) && seen[2] > chance_rounds(5000));
    builder_free(&builder);
    arena_free(&arena);
}

/* ---- the output ---- */

/* Whole members as ever; a part of one, a part of the name, and what the library does not know, all ones. */
static void check_sizes(const char *line, vmm_status status)
{
    struct record whole, record, wanted;

    run(&format, line, strlen(line), &whole, format.bytes);
    for (size_t out_size = 8; out_size <= format.bytes * 2; out_size++) {
        size_t valid = out_size < format.bytes ? out_size : format.bytes;
        struct outcome outcome = run(&format, line, strlen(line), &record, out_size);

        assert_int_equal(outcome.status, status);
        assert_int_equal(record.words[0], valid);
        memset(&wanted, 0x5a, sizeof wanted);
        memset(&wanted, 0xff, out_size);
        wanted.words[0] = valid;
        memcpy((char *)&wanted + 8, (const char *)&whole + 8, valid / 8 * 8 - 8);
        if (valid < NAME_END && valid > offsetof(struct vmm_disk, name))
            memset((char *)&wanted + offsetof(struct vmm_disk, name), 0xff, valid - offsetof(struct vmm_disk, name));
        assert_memory_equal(&record, &wanted, sizeof record);
    }
}

static void test_outputs_of_every_size(void **state)
{
    (void)state;
    check_sizes("   8       0 sda 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17\n", VMM_OK);
    check_sizes("   8       0 12 sda 1 2 3 4 5 6 7 8 9 10 11\n", VMM_OK);
    check_sizes("   8       1 sda1 1 2 3 4\n", VMM_OK);
    check_sizes("   8       1 12 sda1\n", VMM_OK);
    check_sizes("   8       1 sda1 1 2\n", VMM_E_SYNTAX);
    check_sizes("   8       1 sda1 x 2 3 4 5\n", VMM_E_SYNTAX);
    check_sizes("   8       1 sda1 1 2 3", VMM_E_TRUNCATED);
    check_sizes("", VMM_END);
}

static void test_a_reused_output_never_shows_old_values(void **state)
{
    static const struct {
        const char *text;
        vmm_status status;
    } later[] = {
        {"8 0 s 1 2 3 4\n", VMM_OK},
        {"8 0 sdab 1 2 3\n", VMM_E_SYNTAX},
        {"8 0 sdab 1 2 3", VMM_E_TRUNCATED},
        {"", VMM_END},
        {"8 0 sdab 1 2 3 4 5 6 7 8 9 10 11 x\n", VMM_E_SYNTAX},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(later); i++) {
        struct vmm_disk row = row_of("9 9 99 nvme0n1p17 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17\n");
        struct vmm_text text = vmm_text_of(later[i].text, strlen(later[i].text));

        row.ro = 5;
        row.diskseq = 6;
        assert_int_equal(vmm_disk_next(&text, &row, sizeof row), later[i].status);
        if (later[i].status == VMM_OK)
            CHECK_ROW(&row, 8, 0, "s", NO, 1, NO, S(2), NO, 3, NO, S(4), NO, NO, NO, NO, NO, NO, NO, NO, NO, NO);
        else
            check_unknown(VMM_RECORD_DISK, &row);
    }
}

static void test_arguments(void **state)
{
    (void)state;
    check_arguments(&format, TEXT("8 0 sda 1 2 3 4\n"));
}

static void test_the_text_is_not_written_to(void **state)
{
    (void)state;
    check_input_is_read_only(&format, TEXT("   8       0 sda 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17\n"));
    check_input_is_read_only(&format, TEXT("8 0 sda 1 2 3 4"));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_sample_is_read_as_the_reference_reads_it),
        cmocka_unit_test(test_every_sample_cut_at_every_length),
        cmocka_unit_test(test_sample_of_linux_6_18),
        cmocka_unit_test(test_2_4_with_15_columns_and_a_number_as_the_third),
        cmocka_unit_test(test_2_6_partitions_with_7_columns),
        cmocka_unit_test(test_14_columns_before_4_18),
        cmocka_unit_test(test_18_columns_since_4_18),
        cmocka_unit_test(test_20_columns_since_5_5),
        cmocka_unit_test(test_17_columns_of_an_altered_kernel),
        cmocka_unit_test(test_more_columns_than_known),
        cmocka_unit_test(test_partitions_without_statistics),
        cmocka_unit_test(test_odd_names_and_numbers_of_devices),
        cmocka_unit_test(test_sample_with_extreme_numbers),
        cmocka_unit_test(test_in_flight_below_zero_printed_without_a_sign),
        cmocka_unit_test(test_every_number_of_columns),
        cmocka_unit_test(test_blanks_between_columns),
        cmocka_unit_test(test_headings_and_empty_lines_are_passed_over),
        cmocka_unit_test(test_a_name_may_begin_with_a_digit),
        cmocka_unit_test(test_the_end),
        cmocka_unit_test(test_bad_rows_are_refused_at_the_wrong_byte),
        cmocka_unit_test(test_a_name_that_does_not_fit_is_an_error_of_its_row),
        cmocka_unit_test(test_a_bad_row_that_is_cut_too),
        cmocka_unit_test(test_every_byte_of_usual_rows_replaced_by_every_other),
        cmocka_unit_test(test_random_texts_against_the_reference),
        cmocka_unit_test(test_outputs_of_every_size),
        cmocka_unit_test(test_a_reused_output_never_shows_old_values),
        cmocka_unit_test(test_arguments),
        cmocka_unit_test(test_the_text_is_not_written_to),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
