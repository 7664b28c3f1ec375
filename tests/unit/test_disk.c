/* A block device from the files of its directory in /sys/block. */
#include "support.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { COLUMNS = 17, NAME_BYTES = 32 };

#define NO VMM_UNKNOWN
#define WORD(member) (offsetof(struct vmm_disk, member) / sizeof(uint64_t))
#define S(number) (UINT64_C(number) * 512)

/* ---- `stat` against a reference; the checks begin with records of any contents, so they are made unknown first ---- */

static vmm_status parse(struct vmm_text *text, void *out, size_t out_size)
{
    if (out != NULL)
        memset(out, 0xff, out_size);
    return vmm_disk_read(VMM_DISK_FILE_STAT, text, out, out_size);
}

static struct outcome expect(const char *bytes, size_t length, uint64_t *words)
{
    uint64_t columns[COLUMNS];
    struct outcome outcome = {VMM_E_EMPTY, 0, NOWHERE};
    const char *newline = memchr(bytes, '\n', length);
    size_t count = 0;

    reference_unknown(words, sizeof(struct vmm_disk));
    if (length == 0)
        return outcome;
    outcome = reference_fill_columns(bytes, 0, length, columns, COLUMNS);
    if (outcome.status != VMM_OK)
        return outcome;
    for (const char *at = bytes; at < newline; at++)
        if (*at != ' ' && *at != '\t' && (at == bytes || at[-1] == ' ' || at[-1] == '\t'))
            count++;
    if (count != 4 && count < 11) {
        outcome.status = VMM_E_SYNTAX;
        outcome.error = (size_t)(newline - bytes);
        return outcome;
    }
    outcome.pos = length;
    for (size_t i = 0; i < COLUMNS; i++) {
        static const size_t places[4] = {WORD(reads), WORD(read_bytes), WORD(writes), WORD(written_bytes)};
        size_t place = count == 4 && i < 4 ? places[i] : WORD(reads) + i;

        if (count == 4 && i >= 4)
            break;
        if (place == WORD(read_bytes) || place == WORD(written_bytes) || place == WORD(discarded_bytes))
            columns[i] = columns[i] <= (VMM_UNLIMITED - 1) / 512 ? columns[i] * 512 : VMM_UNKNOWN;
        if (place == WORD(in_flight) && columns[i] > INT32_MAX)
            columns[i] = VMM_UNKNOWN;
        words[place] = columns[i];
    }
    return outcome;
}

static const struct format format = {parse, expect, VMM_RECORD_DISK, sizeof(struct vmm_disk)};

static struct vmm_disk unknown_disk(void)
{
    struct vmm_disk disk;

    assert_int_equal(vmm_record_init(VMM_RECORD_DISK, &disk, sizeof disk), VMM_OK);
    return disk;
}

static vmm_status read_file(uint32_t file, const char *bytes, size_t length, struct vmm_disk *disk)
{
    struct vmm_text text = vmm_text_of(bytes, length);
    vmm_status status = vmm_disk_read(file, &text, disk, sizeof *disk);

    assert_int_equal(disk->size, sizeof *disk);
    if (status == VMM_OK)
        assert_ptr_equal(text.pos, text.end);
    assert_int_equal(text.error != NULL, status == VMM_E_SYNTAX || status == VMM_E_TRUNCATED);
    return status;
}

static struct vmm_disk disk_of(uint32_t file, const char *bytes)
{
    struct vmm_disk disk = unknown_disk();

    assert_int_equal(read_file(file, bytes, strlen(bytes), &disk), VMM_OK);
    return disk;
}

static struct vmm_disk stat_of_sample(const char *name)
{
    struct sample sample = sample_load(name);
    struct vmm_disk disk = unknown_disk();

    assert_int_equal(read_file(VMM_DISK_FILE_STAT, sample.bytes, sample.length, &disk), VMM_OK);
    sample_free(&sample);
    return disk;
}

static void check_statistics(const struct vmm_disk *disk, const uint64_t wanted[COLUMNS])
{
    struct vmm_disk rest = *disk;

    for (size_t i = 0; i < COLUMNS; i++) {
        assert_int_equal((&disk->reads)[i], wanted[i]);
        (&rest.reads)[i] = VMM_UNKNOWN;
    }
    check_unknown(VMM_RECORD_DISK, &rest);
}

#define CHECK_STATISTICS(disk, ...) check_statistics(disk, (const uint64_t[COLUMNS]){__VA_ARGS__})

/* ---- samples ---- */

static void test_every_sample_is_read_as_the_reference_reads_it(void **state)
{
    const char *const *names = sample_names("sys-block-stat");

    (void)state;
    for (; *names != NULL; names++) {
        struct sample sample = sample_load(*names);
        struct arena arena = arena_new(sample.length);

        check_text(&format, &arena, sample.bytes, sample.length);
        arena_free(&arena);
        sample_free(&sample);
    }
}

static void test_every_sample_cut_at_every_length(void **state)
{
    const char *const *names = sample_names("sys-block-stat");

    (void)state;
    for (; *names != NULL; names++) {
        struct sample sample = sample_load(*names);

        check_every_cut(&format, sample.bytes, sample.length);
        for (size_t at = 1; at < sample.length; at++) {
            struct record record;
            struct outcome outcome = run(&format, sample.bytes, at, &record, format.bytes);

            assert_int_equal(outcome.status, VMM_E_TRUNCATED);
            assert_int_equal(outcome.error, at);
        }
        sample_free(&sample);
    }
}

static void test_sample_of_linux_6_18(void **state)
{
    struct sample sample = sample_load("sys-block-stat/linux-6.18-x86_64-vda");
    struct vmm_disk disk = stat_of_sample("sys-block-stat/linux-6.18-x86_64-vda");
    unsigned long long n[COLUMNS];

    (void)state;
    assert_int_equal(sscanf(sample.bytes,
                            "%llu %llu %llu %llu %llu %llu %llu %llu %llu %llu %llu %llu %llu %llu %llu %llu %llu", n,
                            n + 1, n + 2, n + 3, n + 4, n + 5, n + 6, n + 7, n + 8, n + 9, n + 10, n + 11, n + 12,
                            n + 13, n + 14, n + 15, n + 16),
                     17);
    CHECK_STATISTICS(&disk, n[0], n[1], n[2] * 512, n[3], n[4], n[5], n[6] * 512, n[7], n[8], n[9], n[10], n[11], n[12],
                     n[13] * 512, n[14], n[15], n[16]);
    disk = stat_of_sample("sys-block-stat/linux-6.18-x86_64-loop1");
    CHECK_STATISTICS(&disk, 0);
    sample_free(&sample);
}

/* A24, B3.1: the layouts. */
static void test_4_columns_of_a_partition_before_2_6_25(void **state)
{
    struct vmm_disk disk = stat_of_sample("sys-block-stat/linux-2.6.18-partition-4-columns");

    (void)state;
    CHECK_STATISTICS(&disk, 210, NO, S(420), NO, 16, NO, S(32), NO, NO, NO, NO, NO, NO, NO, NO, NO, NO);
}

static void test_11_columns_before_4_18(void **state)
{
    struct vmm_disk disk = stat_of_sample("sys-block-stat/linux-3.10-x86_64-11-columns");

    (void)state;
    CHECK_STATISTICS(&disk, 45832, 1032, S(3489112), 310291, 1293012, 982331, S(51023112), 9123012, 1, 3981203, 9433310,
                     NO, NO, NO, NO, NO, NO);
}

static void test_15_columns_since_4_18(void **state)
{
    struct vmm_disk disk = stat_of_sample("sys-block-stat/linux-4.20-x86_64-15-columns");

    (void)state;
    CHECK_STATISTICS(&disk, 7023, 1391, S(413286), 9671, 24031, 18023, S(1201384), 41203, 0, 15120, 33240, 3021, 120,
                     S(18231040), 912, NO, NO);
}

static void test_17_columns_since_5_5(void **state)
{
    struct vmm_disk disk = disk_of(VMM_DISK_FILE_STAT, "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17\n");

    (void)state;
    CHECK_STATISTICS(&disk, 1, 2, S(3), 4, 5, 6, S(7), 8, 9, 10, 11, 12, 13, S(14), 15, 16, 17);
}

static void test_more_columns_than_known(void **state)
{
    struct vmm_disk disk = stat_of_sample("sys-block-stat/written-future-columns");

    (void)state;
    CHECK_STATISTICS(&disk, 1, 2, S(3), 4, 5, 6, S(7), 8, 9, 10, 11, 12, 13, S(14), 15, 16, 17);
}

/* ---- the other files ---- */

static void test_size_is_in_sectors_of_512_bytes(void **state)
{
    struct vmm_disk disk = disk_of(VMM_DISK_FILE_SIZE, "536870912\n");

    (void)state;
    assert_int_equal(disk.size_bytes, UINT64_C(274877906944));
    disk = disk_of(VMM_DISK_FILE_SIZE, "36028797018963967\n");
    assert_int_equal(disk.size_bytes, UINT64_MAX - 511);
    disk = disk_of(VMM_DISK_FILE_SIZE, "36028797018963968\n");
    check_unknown(VMM_RECORD_DISK, &disk);
    disk = disk_of(VMM_DISK_FILE_SIZE, "18446744073709551615\n");
    check_unknown(VMM_RECORD_DISK, &disk);
    disk = disk_of(VMM_DISK_FILE_SIZE, "-1\n");
    check_unknown(VMM_RECORD_DISK, &disk);
    disk = disk_of(VMM_DISK_FILE_SIZE, "0");
    assert_int_equal(disk.size_bytes, 0);
    assert_int_equal(read_file(VMM_DISK_FILE_SIZE, TEXT("x\n"), &disk), VMM_E_SYNTAX);
    check_unknown_number(disk.size_bytes);
    assert_int_equal(read_file(VMM_DISK_FILE_SIZE, TEXT("-"), &disk), VMM_E_TRUNCATED);
    assert_int_equal(read_file(VMM_DISK_FILE_SIZE, TEXT(""), &disk), VMM_E_EMPTY);
}

static void test_ro_and_diskseq(void **state)
{
    struct vmm_disk disk = disk_of(VMM_DISK_FILE_RO, "1\n");

    (void)state;
    assert_int_equal(disk.ro, 1);
    assert_int_equal(read_file(VMM_DISK_FILE_DISKSEQ, TEXT("18446744073709551613\n"), &disk), VMM_OK);
    assert_int_equal(disk.diskseq, UINT64_MAX - 2);
    assert_int_equal(disk.ro, 1);
    disk.ro = VMM_UNKNOWN;
    disk.diskseq = VMM_UNKNOWN;
    check_unknown(VMM_RECORD_DISK, &disk);
}

static void test_inflight(void **state)
{
    struct vmm_disk disk = disk_of(VMM_DISK_FILE_INFLIGHT, "       3       12\n");

    (void)state;
    assert_int_equal(disk.inflight_reads, 3);
    assert_int_equal(disk.inflight_writes, 12);
    check_unknown_number(disk.in_flight);
    assert_int_equal(read_file(VMM_DISK_FILE_INFLIGHT, TEXT("       3       12"), &disk), VMM_E_TRUNCATED);
    check_unknown(VMM_RECORD_DISK, &disk);
    assert_int_equal(read_file(VMM_DISK_FILE_INFLIGHT, TEXT("3 x\n"), &disk), VMM_E_SYNTAX);
    check_unknown(VMM_RECORD_DISK, &disk);
}

static void test_uevent(void **state)
{
    struct vmm_disk disk = disk_of(VMM_DISK_FILE_UEVENT, "MAJOR=254\nMINOR=16\nDEVNAME=vdb\nDEVTYPE=disk\nDISKSEQ=9\n");

    (void)state;
    assert_int_equal(disk.major, 254);
    assert_int_equal(disk.minor, 16);
    assert_int_equal(disk.diskseq, 9);
    assert_string_equal(disk.name, "");
    /* Before 5.15 it has no diskseq; what is there stays. */
    assert_int_equal(read_file(VMM_DISK_FILE_UEVENT, TEXT("MAJOR=8\nMINOR=1\nDEVNAME=sda1\nPARTN=1\n"), &disk), VMM_OK);
    assert_int_equal(disk.major, 8);
    assert_int_equal(disk.minor, 1);
    assert_int_equal(disk.diskseq, 9);
    assert_int_equal(read_file(VMM_DISK_FILE_UEVENT, TEXT("MAJOR=8\nMINOR=x\n"), &disk), VMM_E_SYNTAX);
    check_unknown(VMM_RECORD_DISK, &disk);
    assert_int_equal(read_file(VMM_DISK_FILE_UEVENT, TEXT("DEVTYPE=disk\nXMAJOR=8\nMAJORS=9\n"), &disk), VMM_E_EMPTY);
    check_unknown(VMM_RECORD_DISK, &disk);
}

/* ---- files together ---- */

static void test_a_file_leaves_what_others_have_filled(void **state)
{
    static const struct {
        uint32_t file;
        const char *good;
        const char *bad;
    } files[] = {
        {VMM_DISK_FILE_STAT, "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17\n", "1 2 3 4 5\n"},
        {VMM_DISK_FILE_SIZE, "8\n", "8x\n"},
        {VMM_DISK_FILE_RO, "0\n", "\n"},
        {VMM_DISK_FILE_DISKSEQ, "7\n", "seven\n"},
        {VMM_DISK_FILE_INFLIGHT, "1 2\n", "1 2x\n"},
        {VMM_DISK_FILE_UEVENT, "MAJOR=1\nMINOR=2\n", "MAJOR=\n"},
    };
    struct vmm_disk whole = unknown_disk();

    (void)state;
    memcpy(whole.name, "vda", 4);
    for (size_t i = 0; i < COUNT_OF(files); i++)
        assert_int_equal(read_file(files[i].file, files[i].good, strlen(files[i].good), &whole), VMM_OK);
    assert_string_equal(whole.name, "vda");
    assert_int_equal(whole.reads, 1);
    assert_int_equal(whole.flush_ms, 17);
    assert_int_equal(whole.inflight_writes, 2);
    for (size_t i = 0; i < COUNT_OF(files); i++) {
        struct vmm_disk alone = unknown_disk(), again = whole;
        struct vmm_field field;

        assert_int_equal(read_file(files[i].file, files[i].good, strlen(files[i].good), &alone), VMM_OK);
        assert_int_equal(read_file(files[i].file, files[i].bad, strlen(files[i].bad), &again), VMM_E_SYNTAX);
        /* Its own members are unknown, and no other is. */
        for (uint32_t k = 0; field_of(VMM_RECORD_DISK, k, &field); k++) {
            const char *before = (const char *)&whole + field.offset;
            const char *after = (const char *)&again + field.offset;
            uint64_t of_file = member(VMM_RECORD_DISK, &alone, field.name);

            if (field.type == VMM_TYPE_NAME || of_file == VMM_UNKNOWN)
                assert_true(memcmp(before, after, (size_t)field.bytes) == 0 || files[i].file == VMM_DISK_FILE_UEVENT);
            else
                assert_int_equal(member(VMM_RECORD_DISK, &again, field.name), VMM_UNKNOWN);
        }
    }
    assert_int_equal(read_file(VMM_DISK_FILE_STAT, TEXT(""), &whole), VMM_E_EMPTY);
    check_unknown_number(whole.reads);
    check_unknown_number(whole.flush_ms);
    assert_int_equal(whole.size_bytes, 8 * 512);
}

static void test_files_by_name(void **state)
{
    static const char *const names[] = {"stat", "size", "ro", "diskseq", "inflight", "uevent"};
    struct vmm_file file;

    (void)state;
    for (uint32_t i = 0; i < COUNT_OF(names); i++) {
        assert_int_equal(vmm_file_at(VMM_RECORD_DISK, i, &file, sizeof file), VMM_OK);
        assert_string_equal(file.name, names[i]);
        assert_int_equal(file.id, i + 1);
        assert_int_equal(vmm_file_find(VMM_RECORD_DISK, names[i], strlen(names[i])), i + 1);
    }
    assert_int_equal(vmm_file_at(VMM_RECORD_DISK, COUNT_OF(names), &file, sizeof file), VMM_END);
    assert_int_equal(vmm_file_find(VMM_RECORD_DISK, "queue", 5), 0);
    assert_int_equal(VMM_DISK_FILE_STAT, 1);
    assert_int_equal(VMM_DISK_FILE_UEVENT, 6);
}

/* ---- hostile and odd input ---- */

static void check_refused(const char *bytes, size_t length, size_t error)
{
    struct vmm_text text = vmm_text_of(bytes, length);
    struct vmm_disk disk = unknown_disk();
    struct arena arena = arena_new(length);

    assert_int_equal(vmm_disk_read(VMM_DISK_FILE_STAT, &text, &disk, sizeof disk), VMM_E_SYNTAX);
    assert_int_equal(text.error - bytes, error);
    assert_ptr_equal(text.pos, (const char *)memchr(text.error, '\n', (size_t)(text.end - text.error)) + 1);
    check_unknown(VMM_RECORD_DISK, &disk);
    check_text(&format, &arena, bytes, length);
    arena_free(&arena);
}

static void test_malformed_statistics_are_refused_at_the_wrong_byte(void **state)
{
    (void)state;
    check_refused(TEXT("\n"), 0);
    check_refused(TEXT("   \n"), 3);
    check_refused(TEXT("1\n"), 1);
    check_refused(TEXT("1 2 3\n"), 5);
    check_refused(TEXT("1 2 3 4 5 \n"), 10);
    check_refused(TEXT("1 2 3 4 5 6 7 8 9 10\n"), 20);
    check_refused(TEXT("1 2 3 4x\n"), 7);
    check_refused(TEXT("1 2 3 x\n"), 6);
    check_refused(TEXT("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 1.7\n"), 40);
    check_refused(TEXT("1 2 3 4\r\n1 2 3 4\n"), 7);
    check_refused(TEXT("vda 1 2 3 4\n"), 0);
}

static void test_lines_behind_the_first_are_not_looked_at(void **state)
{
    struct vmm_disk disk = disk_of(VMM_DISK_FILE_STAT, "1 2 3 4\nx");

    (void)state;
    assert_int_equal(disk.writes, 3);
    check_string(&format, "1 2 3 4\nx");
}

static void test_every_byte_of_a_usual_file_replaced_by_every_other(void **state)
{
    (void)state;
    check_every_byte(&format,
                     TEXT("  172651    30497  6979354   231620    72294    71431 10197528    50810        0    34480 "
                          "  291443    54936       27 495885352     8911     2334      100\n"));
    check_every_byte(&format, TEXT("     210      420       16       32\n"));
}

static void test_random_files_against_the_reference(void **state)
{
    static const char *const odd[] = {"-",         "1x", "1.5", "x", "-5", "18446744073709551614", "36028797018963968",
                                      "2147483648"};
    struct builder builder = {NULL, 0, 0};
    struct arena arena = arena_new(2048);

    (void)state;
    chance_seed(25);
    for (unsigned time = 0, rounds = chance_rounds(50000); time < rounds; time++) {
        size_t columns = chance_of(70) ? 17 : chance_below(24);

        builder.length = 0;
        for (size_t i = 0; i < columns; i++) {
            if (chance_of(2))
                builder_print(&builder, " %s", odd[chance_below(COUNT_OF(odd))]);
            else
                builder_print(&builder, chance_of(80) ? "%s%8" PRIu64 : "%s%" PRIu64, i == 0 ? "" : " ",
                              chance_number());
        }
        builder_print(&builder, "\n");
        if (chance_of(10))
            builder.length = chance_below(builder.length);
        check_text(&format, &arena, builder.bytes, builder.length);
    }
    builder_free(&builder);
    arena_free(&arena);
}

/* ---- the output ---- */

static void test_outputs_of_every_size(void **state)
{
    (void)state;
    check_every_size(&format, TEXT("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17\n"), VMM_OK);
    check_every_size(&format, TEXT("1 2 3 4\n"), VMM_OK);
    check_every_size(&format, TEXT("1 2 3 4 5\n"), VMM_E_SYNTAX);
    check_every_size(&format, TEXT("1 2 3"), VMM_E_TRUNCATED);
    check_every_size(&format, TEXT(""), VMM_E_EMPTY);
}

static void test_arguments(void **state)
{
    static const uint32_t none[] = {0, 7, UINT32_MAX};
    static const char bytes[] = "1 2 3 4\n";
    struct vmm_disk disk = unknown_disk(), untouched;

    (void)state;
    memset(&untouched, 0x5a, sizeof untouched);
    for (size_t i = 0; i < COUNT_OF(none); i++) {
        struct vmm_text text = vmm_text_of(bytes, sizeof bytes - 1);

        assert_int_equal(vmm_disk_read(none[i], &text, &disk, sizeof disk), VMM_E_ARGUMENT);
        assert_ptr_equal(text.pos, bytes);
        check_unknown(VMM_RECORD_DISK, &disk);
    }
    for (uint32_t file = 1; file <= 6; file++) {
        struct vmm_text text = vmm_text_of(bytes, sizeof bytes - 1);

        assert_int_equal(vmm_disk_read(file, NULL, &disk, sizeof disk), VMM_E_ARGUMENT);
        assert_int_equal(vmm_disk_read(file, &text, NULL, sizeof disk), VMM_E_ARGUMENT);
        for (size_t size = 0; size < 8; size++) {
            disk = untouched;
            assert_int_equal(vmm_disk_read(file, &text, &disk, size), VMM_E_ARGUMENT);
            assert_memory_equal(&disk, &untouched, sizeof disk);
        }
        text.pos = text.end + 1;
        assert_int_equal(vmm_disk_read(file, &text, &disk, sizeof disk), VMM_E_ARGUMENT);
        text.pos = NULL;
        assert_int_equal(vmm_disk_read(file, &text, &disk, sizeof disk), VMM_E_ARGUMENT);
        assert_memory_equal(&disk, &untouched, sizeof disk);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_sample_is_read_as_the_reference_reads_it),
        cmocka_unit_test(test_every_sample_cut_at_every_length),
        cmocka_unit_test(test_sample_of_linux_6_18),
        cmocka_unit_test(test_4_columns_of_a_partition_before_2_6_25),
        cmocka_unit_test(test_11_columns_before_4_18),
        cmocka_unit_test(test_15_columns_since_4_18),
        cmocka_unit_test(test_17_columns_since_5_5),
        cmocka_unit_test(test_more_columns_than_known),
        cmocka_unit_test(test_size_is_in_sectors_of_512_bytes),
        cmocka_unit_test(test_ro_and_diskseq),
        cmocka_unit_test(test_inflight),
        cmocka_unit_test(test_uevent),
        cmocka_unit_test(test_a_file_leaves_what_others_have_filled),
        cmocka_unit_test(test_files_by_name),
        cmocka_unit_test(test_malformed_statistics_are_refused_at_the_wrong_byte),
        cmocka_unit_test(test_lines_behind_the_first_are_not_looked_at),
        cmocka_unit_test(test_every_byte_of_a_usual_file_replaced_by_every_other),
        cmocka_unit_test(test_random_files_against_the_reference),
        cmocka_unit_test(test_outputs_of_every_size),
        cmocka_unit_test(test_arguments),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
