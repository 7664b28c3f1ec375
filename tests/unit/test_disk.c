/* SPDX-License-Identifier: MIT */
/* A block device from the files of its directory in /sys/block. */
#include "test.h"

#include <stdio.h>
#include <string.h>

enum { COLUMNS = 17 };

#define NO VMM_UNKNOWN
#define S(number) (UINT64_C(number) * 512)

static struct vmm_disk unknown_disk(void)
{
    struct vmm_disk disk;

    assert_int_equal(vmm_record_init(VMM_RECORD_DISK, &disk, sizeof disk), VMM_OK);
    return disk;
}

static vmm_status read_file(uint32_t file, const char *bytes, size_t length, struct vmm_disk *disk)
{
    struct vmm_text text = vmm_text_of(bytes, length);
    vmm_status status = vmm_record_read(&text, file, disk, sizeof *disk);

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

    assert_int_equal(read_file(VMM_FILE_DISK_STAT, sample.bytes, sample.length, &disk), VMM_OK);
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

TEST(sample_of_linux_6_18)
{
    struct sample sample = sample_load("sys-block-stat/linux-6.18-x86_64-vda");
    struct vmm_disk disk = stat_of_sample("sys-block-stat/linux-6.18-x86_64-vda");
    unsigned long long n[COLUMNS];

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

/* The layouts. */
TEST(4_columns_of_a_partition_before_2_6_25)
{
    struct vmm_disk disk = stat_of_sample("sys-block-stat/linux-2.6.18-partition-4-columns");

    CHECK_STATISTICS(&disk, 210, NO, S(420), NO, 16, NO, S(32), NO, NO, NO, NO, NO, NO, NO, NO, NO, NO);
}

TEST(11_columns_before_4_18)
{
    struct vmm_disk disk = stat_of_sample("sys-block-stat/linux-3.10-x86_64-11-columns");

    CHECK_STATISTICS(&disk, 45832, 1032, S(3489112), 310291, 1293012, 982331, S(51023112), 9123012, 1, 3981203, 9433310,
                     NO, NO, NO, NO, NO, NO);
}

TEST(15_columns_since_4_18)
{
    struct vmm_disk disk = stat_of_sample("sys-block-stat/linux-4.20-x86_64-15-columns");

    CHECK_STATISTICS(&disk, 7023, 1391, S(413286), 9671, 24031, 18023, S(1201384), 41203, 0, 15120, 33240, 3021, 120,
                     S(18231040), 912, NO, NO);
}

TEST(17_columns_since_5_5)
{
    struct vmm_disk disk = disk_of(VMM_FILE_DISK_STAT, "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17\n");

    CHECK_STATISTICS(&disk, 1, 2, S(3), 4, 5, 6, S(7), 8, 9, 10, 11, 12, 13, S(14), 15, 16, 17);
}

TEST(more_columns_than_known)
{
    struct vmm_disk disk = stat_of_sample("sys-block-stat/written-future-columns");

    CHECK_STATISTICS(&disk, 1, 2, S(3), 4, 5, 6, S(7), 8, 9, 10, 11, 12, 13, S(14), 15, 16, 17);
}

/* ---- the other files ---- */

TEST(size_is_in_sectors_of_512_bytes)
{
    struct vmm_disk disk = disk_of(VMM_FILE_DISK_SIZE, "536870912\n");

    assert_int_equal(disk.size_bytes, UINT64_C(274877906944));
    disk = disk_of(VMM_FILE_DISK_SIZE, "18014398509481983\n");
    assert_int_equal(disk.size_bytes, INT64_MAX - 511);
    disk = disk_of(VMM_FILE_DISK_SIZE, "18014398509481984\n");
    check_unknown(VMM_RECORD_DISK, &disk);
    disk = disk_of(VMM_FILE_DISK_SIZE, "36028797018963968\n");
    check_unknown(VMM_RECORD_DISK, &disk);
    disk = disk_of(VMM_FILE_DISK_SIZE, "18446744073709551615\n");
    check_unknown(VMM_RECORD_DISK, &disk);
    disk = disk_of(VMM_FILE_DISK_SIZE, "-1\n");
    check_unknown(VMM_RECORD_DISK, &disk);
    disk = disk_of(VMM_FILE_DISK_SIZE, "0");
    assert_int_equal(disk.size_bytes, 0);
    assert_int_equal(read_file(VMM_FILE_DISK_SIZE, TEXT("x\n"), &disk), VMM_E_SYNTAX);
    check_unknown_number(disk.size_bytes);
    assert_int_equal(read_file(VMM_FILE_DISK_SIZE, TEXT("-"), &disk), VMM_E_TRUNCATED);
    assert_int_equal(read_file(VMM_FILE_DISK_SIZE, TEXT(""), &disk), VMM_E_EMPTY);
}

TEST(ro_and_diskseq)
{
    struct vmm_disk disk = disk_of(VMM_FILE_DISK_RO, "1\n");

    assert_int_equal(disk.ro, 1);
    assert_int_equal(read_file(VMM_FILE_DISK_DISKSEQ, TEXT("18446744073709551613\n"), &disk), VMM_OK);
    assert_int_equal(disk.diskseq, UINT64_MAX - 2);
    assert_int_equal(disk.ro, 1);
    disk.ro = VMM_UNKNOWN;
    disk.diskseq = VMM_UNKNOWN;
    check_unknown(VMM_RECORD_DISK, &disk);
}

TEST(inflight)
{
    struct vmm_disk disk = disk_of(VMM_FILE_DISK_INFLIGHT, "       3       12\n");

    assert_int_equal(disk.in_flight_reads, 3);
    assert_int_equal(disk.in_flight_writes, 12);
    check_unknown_number(disk.in_flight);
    assert_int_equal(read_file(VMM_FILE_DISK_INFLIGHT, TEXT("       3       12"), &disk), VMM_E_TRUNCATED);
    check_unknown(VMM_RECORD_DISK, &disk);
    assert_int_equal(read_file(VMM_FILE_DISK_INFLIGHT, TEXT("3 x\n"), &disk), VMM_E_SYNTAX);
    check_unknown(VMM_RECORD_DISK, &disk);
}

TEST(requests_in_flight_below_zero)
{
    struct vmm_disk disk = disk_of(VMM_FILE_DISK_INFLIGHT, "4294967295        1\n");

    check_unknown_number(disk.in_flight_reads);
    assert_int_equal(disk.in_flight_writes, 1);
    disk = disk_of(VMM_FILE_DISK_INFLIGHT, "2147483647 2147483648\n");
    assert_int_equal(disk.in_flight_reads, INT32_MAX);
    check_unknown_number(disk.in_flight_writes);
}

TEST(uevent)
{
    struct vmm_disk disk = disk_of(VMM_FILE_DISK_UEVENT, "MAJOR=254\nMINOR=16\nDEVNAME=vdb\nDEVTYPE=disk\nDISKSEQ=9\n");

    assert_int_equal(disk.major, 254);
    assert_int_equal(disk.minor, 16);
    assert_int_equal(disk.diskseq, 9);
    assert_string_equal(disk.name, "");
    /* Before 5.15 it has no diskseq; what is there stays. */
    assert_int_equal(read_file(VMM_FILE_DISK_UEVENT, TEXT("MAJOR=8\nMINOR=1\nDEVNAME=sda1\nPARTN=1\n"), &disk), VMM_OK);
    assert_int_equal(disk.major, 8);
    assert_int_equal(disk.minor, 1);
    assert_int_equal(disk.diskseq, 9);
    assert_int_equal(read_file(VMM_FILE_DISK_UEVENT, TEXT("MAJOR=8\nMINOR=x\n"), &disk), VMM_E_SYNTAX);
    check_unknown(VMM_RECORD_DISK, &disk);
    assert_int_equal(read_file(VMM_FILE_DISK_UEVENT, TEXT("DEVTYPE=disk\nXMAJOR=8\nMAJORS=9\n"), &disk), VMM_E_EMPTY);
    check_unknown(VMM_RECORD_DISK, &disk);
}

/* ---- files together ---- */

TEST(a_file_leaves_what_others_have_filled)
{
    static const struct {
        uint32_t file;
        const char *good;
        const char *bad;
    } files[] = {
        {VMM_FILE_DISK_STAT, "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17\n", "1 2 3 4 5\n"},
        {VMM_FILE_DISK_SIZE, "8\n", "8x\n"},
        {VMM_FILE_DISK_RO, "0\n", "\n"},
        {VMM_FILE_DISK_DISKSEQ, "7\n", "seven\n"},
        {VMM_FILE_DISK_INFLIGHT, "1 2\n", "1 2x\n"},
        {VMM_FILE_DISK_UEVENT, "MAJOR=1\nMINOR=2\n", "MAJOR=\n"},
    };
    struct vmm_disk whole = unknown_disk();

    memcpy(whole.name, "vda", 4);
    for (size_t i = 0; i < COUNT_OF(files); i++)
        assert_int_equal(read_file(files[i].file, files[i].good, strlen(files[i].good), &whole), VMM_OK);
    assert_string_equal(whole.name, "vda");
    assert_int_equal(whole.reads, 1);
    assert_int_equal(whole.flush_ms, 17);
    assert_int_equal(whole.in_flight_writes, 2);
    for (size_t i = 0; i < COUNT_OF(files); i++) {
        struct vmm_disk alone = unknown_disk(), again = whole;
        struct vmm_member_info field;

        assert_int_equal(read_file(files[i].file, files[i].good, strlen(files[i].good), &alone), VMM_OK);
        assert_int_equal(read_file(files[i].file, files[i].bad, strlen(files[i].bad), &again), VMM_E_SYNTAX);
        /* Its own members are unknown, and no other is. */
        for (uint32_t k = 0; field_of(VMM_RECORD_DISK, k, &field); k++) {
            const char *before = (const char *)&whole + field.offset;
            const char *after = (const char *)&again + field.offset;
            uint64_t of_file = member(VMM_RECORD_DISK, &alone, field.name);

            if (field.type == VMM_TYPE_NAME || of_file == VMM_UNKNOWN)
                assert_true(memcmp(before, after, (size_t)field.bytes) == 0 || files[i].file == VMM_FILE_DISK_UEVENT);
            else
                assert_int_equal(member(VMM_RECORD_DISK, &again, field.name), VMM_UNKNOWN);
        }
    }
    assert_int_equal(read_file(VMM_FILE_DISK_STAT, TEXT(""), &whole), VMM_E_EMPTY);
    check_unknown_number(whole.reads);
    check_unknown_number(whole.flush_ms);
    assert_int_equal(whole.size_bytes, 8 * 512);
}

/* ---- hostile and odd input ---- */

TEST(lines_behind_the_first_are_not_looked_at)
{
    struct vmm_disk disk = disk_of(VMM_FILE_DISK_STAT, "1 2 3 4\nx\n");

    assert_int_equal(disk.writes, 3);
    assert_int_equal(read_file(VMM_FILE_DISK_STAT, TEXT("1 2 3 4\nx"), &disk), VMM_E_TRUNCATED);
    check_unknown_number(disk.writes);
}
