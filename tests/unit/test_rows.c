/* SPDX-License-Identifier: MIT */
/* The growth of a sum over rows. */
#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 12 };

static const char linux_devices[] =
    "Character devices:\n  1 mem\n  7 vcs\n254 ttyX\n\nBlock devices:\n  7 loop\n  8 sd\n"
    "  9 md\n252 device-mapper\n253 zram\n254 virtblk\n259 blkext\n";

/* ---- samples of texts ---- */

struct io_sample {
    struct vmm_cgroup_io rows[MOST];
    size_t count;
};

static struct io_sample io_of(const char *text_of_file)
{
    struct vmm_text text = vmm_text_of(text_of_file, strlen(text_of_file));
    struct io_sample sample = {.count = 0};
    vmm_status status;

    while ((status = vmm_cgroup_io_next(&text, VMM_FILE_CGROUP_IO_STAT, &sample.rows[sample.count],
                                        sizeof sample.rows[0])) != VMM_END) {
        assert_true(sample.count < MOST - 1);
        sample.count += status == VMM_OK;
    }
    return sample;
}

/* The rows, at the end of memory that can be read. */
static struct vmm_rows rows_of(const void *rows, size_t count, size_t row_size, unsigned place)
{
    static struct arena arenas[2];

    if (arenas[place].start == NULL)
        arenas[place] = arena_new(MOST * sizeof(struct vmm_disk));
    return (struct vmm_rows){arena_at_end(&arenas[place], rows, count * row_size), count, row_size};
}

static struct vmm_rows rows_of_io(const struct io_sample *sample, unsigned place)
{
    return rows_of(sample->rows, sample->count, sizeof sample->rows[0], place);
}

static vmm_status grow_io(const struct io_sample *before, const struct io_sample *after, const char *devices,
                          struct vmm_cgroup_io *out)
{
    struct vmm_rows old = rows_of_io(before, 0), now = rows_of_io(after, 1);
    struct vmm_text text = vmm_text_of(devices == NULL ? "" : devices, devices == NULL ? 0 : strlen(devices));

    return vmm_rows_growth(VMM_RECORD_CGROUP_IO, &old, &now, devices == NULL ? NULL : &text, out, sizeof *out);
}

/* The growth of the bytes that were read and written, between two texts of io.stat. */
static void check_io(const char *before, const char *after, const char *devices, vmm_status wanted, uint64_t read_bytes,
                     uint64_t write_bytes)
{
    struct io_sample old = io_of(before), now = io_of(after);
    struct vmm_cgroup_io out;
    vmm_status status = grow_io(&old, &now, devices, &out);

    if (status != wanted || out.read_bytes != read_bytes || out.write_bytes != write_bytes)
        fail_msg("\"%s\" and \"%s\": %d, %llu read, %llu written", before, after, (int)status,
                 (unsigned long long)out.read_bytes, (unsigned long long)out.write_bytes);
}

#define UNKNOWN VMM_UNKNOWN, VMM_UNKNOWN

struct disk_sample {
    struct vmm_disk rows[MOST];
    size_t count;
};

static struct disk_sample disks_of(const char *text_of_file)
{
    struct vmm_text text = vmm_text_of(text_of_file, strlen(text_of_file));
    struct disk_sample sample = {.count = 0};

    while (vmm_disk_next(&text, &sample.rows[sample.count], sizeof sample.rows[0]) == VMM_OK)
        assert_true(++sample.count < MOST);
    return sample;
}

/* Rows of /proc/diskstats, `major minor name sectors`, and the bytes that are read. */
static void check_disks(const char *before, const char *after, const char *devices, vmm_status wanted,
                        uint64_t read_bytes)
{
    struct disk_sample old = disks_of(before), now = disks_of(after);
    struct vmm_rows rows[] = {rows_of(old.rows, old.count, sizeof old.rows[0], 0),
                              rows_of(now.rows, now.count, sizeof now.rows[0], 1)};
    struct vmm_text text = vmm_text_of(devices == NULL ? "" : devices, devices == NULL ? 0 : strlen(devices));
    struct vmm_disk out;
    vmm_status status =
        vmm_rows_growth(VMM_RECORD_DISK, &rows[0], &rows[1], devices == NULL ? NULL : &text, &out, sizeof out);

    if (status != wanted || out.read_bytes != read_bytes)
        fail_msg("\"%s\" and \"%s\": %d, %llu read", before, after, (int)status, (unsigned long long)out.read_bytes);
}

#define DISK(name, sectors) name " 0 0 " #sectors " 0 0 0 0 0 0 0 0\n"

/* ---- rows that come and go ---- */

TEST(sum_of_two_devices)
{
    check_io("8:0 rbytes=1000 wbytes=1 rios=1 wios=1 dbytes=0 dios=0\n8:16 rbytes=5 wbytes=2 rios=1 wios=1 dbytes=0 "
             "dios=0\n",
             "8:0 rbytes=1700 wbytes=1 rios=2 wios=1 dbytes=0 dios=0\n8:16 rbytes=8 wbytes=9 rios=2 wios=2 dbytes=0 "
             "dios=0\n",
             NULL, VMM_OK, 703, 7);
}

/* The difference of the sums is 200,000; the first row alone grew by 700,000, and the last part of the second is lost. */
TEST(a_row_that_is_gone_is_no_difference_of_sums)
{
    check_io("8:0 rbytes=1000000 wbytes=0\n8:16 rbytes=500000 wbytes=0\n", "8:0 rbytes=1700000 wbytes=0\n", NULL,
             VMM_RESET, UNKNOWN);
    check_io("8:0 rbytes=1700000 wbytes=0\n", "8:0 rbytes=1700500 wbytes=0\n", NULL, VMM_OK, 500, 0);
}

/* A new row that was not read before may have any number, so that only a 0 is known. */
TEST(a_row_that_is_new)
{
    check_io("8:0 rbytes=1 wbytes=1\n", "8:0 rbytes=2 wbytes=1\n8:16 rbytes=500000 wbytes=0\n", NULL, VMM_RESET,
             UNKNOWN);
    check_io("8:0 rbytes=1 wbytes=1\n", "8:0 rbytes=2 wbytes=1\n8:16 rbytes=0 wbytes=0\n", NULL, VMM_OK, 1, 0);
    check_io("", "8:0 rbytes=2 wbytes=1\n", NULL, VMM_RESET, UNKNOWN);
    check_io("", "8:0 rbytes=0 wbytes=0\n", NULL, VMM_OK, 0, 0);
}

/*
 * The second row is damaged in one sample. The loop of rows.h keeps the earlier sample once, and prints 0, 100 and 40 for
 * the last samples, never the 495,100 from the damaged sample on.
 */
TEST(a_torn_row_is_never_a_burst)
{
    static const char *const texts[] = {
        "8:0 rbytes=10 wbytes=0\n8:16 rbytes=500000 wbytes=0\n",
        "8:0 rbytes=10 wbytes=0\n8:16 rbytes=500000 wbytes=0\n",
        "8:0 rbytes=10 wbytes=0\n8:16 rbytes=5000\n",
        "8:0 rbytes=10 wbytes=0\n8:16 rbytes=500100 wbytes=0\n",
        "8:0 rbytes=50 wbytes=0\n8:16 rbytes=500100 wbytes=0\n",
    };
    static const uint64_t wanted[] = {0, VMM_UNKNOWN, 100, 40};
    struct io_sample before = io_of(texts[0]);
    bool was_reset = false;

    for (size_t i = 0; i < COUNT_OF(wanted); i++) {
        struct io_sample after = io_of(texts[i + 1]);
        struct vmm_cgroup_io out;
        vmm_status status = grow_io(&before, &after, NULL, &out);

        assert_int_equal(out.read_bytes, wanted[i]);
        if (status == VMM_RESET && !was_reset) {
            was_reset = true;
        } else {
            was_reset = false;
            before = after;
        }
    }
}

/* The same loop after a real restart: two samples are unknown, and then the growth is right. */
TEST(a_restart_is_known_again_after_two_samples)
{
    static const char *const texts[] = {"8:0 rbytes=9000 wbytes=0\n", "8:0 rbytes=100 wbytes=0\n",
                                        "8:0 rbytes=200 wbytes=0\n", "8:0 rbytes=350 wbytes=0\n"};
    static const uint64_t wanted[] = {VMM_UNKNOWN, VMM_UNKNOWN, 150};
    struct io_sample before = io_of(texts[0]);
    bool was_reset = false;

    for (size_t i = 0; i < COUNT_OF(wanted); i++) {
        struct io_sample after = io_of(texts[i + 1]);
        struct vmm_cgroup_io out;
        vmm_status status = grow_io(&before, &after, NULL, &out);

        assert_int_equal(out.read_bytes, wanted[i]);
        was_reset = status == VMM_RESET && !was_reset;
        if (!was_reset)
            before = after;
    }
}

/* A counter that one sample lacks makes its own sum unknown. */
TEST(a_counter_that_is_missing)
{
    check_io("8:0 rbytes=1 wbytes=1\n8:16 rbytes=1 wbytes=1\n", "8:0 rbytes=3 wbytes=3\n8:16 rbytes=4\n", NULL, VMM_OK,
             5, VMM_UNKNOWN);
    check_io("8:0 rbytes=1\n8:16 rbytes=1 wbytes=1\n", "8:0 rbytes=3 wbytes=3\n8:16 rbytes=4 wbytes=4\n", NULL, VMM_OK,
             5, VMM_UNKNOWN);
    check_io("8:0 rbytes=1\n", "8:0 wbytes=1\n", NULL, VMM_E_EMPTY, UNKNOWN);
}

/* Linux 5.14 prints devices without traffic as a device alone. */
TEST(rows_without_a_counter)
{
    check_io("8:0 8:16 rbytes=1 wbytes=1\n", "8:0 8:16 rbytes=4 wbytes=1\n", NULL, VMM_OK, 3, 0);
    check_io("8:0 8:16 rbytes=1 wbytes=1\n", "8:16 rbytes=4 wbytes=1\n", NULL, VMM_OK, 3, 0);
    check_io("8:0 8:16 rbytes=1 wbytes=1\n", "8:0 rbytes=7 wbytes=0\n8:16 rbytes=4 wbytes=1\n", NULL, VMM_RESET,
             UNKNOWN);
    check_io("8:0 rbytes=7 wbytes=0\n8:16 rbytes=4 wbytes=1\n", "8:0 8:16 rbytes=4 wbytes=1\n", NULL, VMM_RESET,
             UNKNOWN);
    check_io("8:0 \n", "8:0 \n", NULL, VMM_E_EMPTY, UNKNOWN);
    check_io("", "", NULL, VMM_E_EMPTY, UNKNOWN);
}

/* The kernel prints `(unknown)` for a hidden path of NVMe multipath and for a removed disk. */
TEST(rows_of_unknown_devices)
{
    struct io_sample before = io_of("259:0 rbytes=100 wbytes=0\n8:0 rbytes=1 wbytes=0\n");
    struct io_sample after = io_of("259:0 rbytes=300 wbytes=0\n8:0 rbytes=2 wbytes=0\n");
    struct vmm_cgroup_io out;

    check_io("259:0 rbytes=100 wbytes=0\n(unknown) rbytes=0 wbytes=0\n",
             "259:0 rbytes=300 wbytes=0\n(unknown) rbytes=200 wbytes=0\n", NULL, VMM_OK, 200, 0);
    check_io("(unknown) rbytes=1 wbytes=0\n", "(unknown) rbytes=2 wbytes=0\n", NULL, VMM_E_EMPTY, UNKNOWN);
    before.rows[1].minor = after.rows[1].minor = VMM_UNKNOWN;
    assert_int_equal(grow_io(&before, &after, NULL, &out), VMM_OK);
    assert_int_equal(out.read_bytes, 200);
}

TEST(rows_in_another_order)
{
    check_io("8:0 rbytes=1 wbytes=0\n8:16 rbytes=10 wbytes=0\n8:32 rbytes=100 wbytes=0\n",
             "8:32 rbytes=103 wbytes=0\n8:0 rbytes=2 wbytes=0\n8:16 rbytes=12 wbytes=0\n", NULL, VMM_OK, 6, 0);
    check_io("8:32 rbytes=100 wbytes=0\n8:16 rbytes=10 wbytes=0\n8:0 rbytes=1 wbytes=0\n",
             "8:0 rbytes=2 wbytes=0\n8:16 rbytes=12 wbytes=0\n8:32 rbytes=103 wbytes=0\n", NULL, VMM_OK, 6, 0);
}

/* A row that is there twice would be counted twice. */
TEST(rows_that_are_there_twice)
{
    static const char once[] = "8:0 rbytes=1 wbytes=0\n", twice[] = "8:0 rbytes=5 wbytes=0\n8:0 rbytes=5 wbytes=0\n";

    check_io(once, twice, NULL, VMM_RESET, UNKNOWN);
    check_io("8:0 rbytes=1 wbytes=0\n8:0 rbytes=1 wbytes=0\n", "8:0 rbytes=5 wbytes=0\n", NULL, VMM_RESET, UNKNOWN);
    check_io("8:16 rbytes=1 wbytes=0\n8:0 rbytes=1 wbytes=0\n", twice, NULL, VMM_RESET, UNKNOWN);
    check_io("8:0 rbytes=1 wbytes=0\n8:16 rbytes=1 wbytes=0\n",
             "8:0 rbytes=5 wbytes=0\n8:16 rbytes=5 wbytes=0\n8:16 rbytes=5 wbytes=0\n", NULL, VMM_RESET, UNKNOWN);
}

/* Each has an identity that the caller sets; the counters rose. */
TEST(rows_that_were_replaced)
{
    struct io_sample before = io_of("8:0 rbytes=1 wbytes=0\n"), after = io_of("8:0 rbytes=9 wbytes=0\n");
    struct vmm_cgroup_io out;

    before.rows[0].instance_id = 7;
    after.rows[0].instance_id = 7;
    assert_int_equal(grow_io(&before, &after, NULL, &out), VMM_OK);
    assert_int_equal(out.read_bytes, 8);
    /* The sum is of no device. */
    assert_int_equal(out.major, VMM_UNKNOWN);
    assert_int_equal(out.instance_id, VMM_UNKNOWN);
    after.rows[0].instance_id = 8;
    assert_int_equal(grow_io(&before, &after, NULL, &out), VMM_RESET);
    after.rows[0].instance_id = VMM_UNKNOWN;
    assert_int_equal(grow_io(&before, &after, NULL, &out), VMM_RESET);
}

/* ---- devices on others ---- */

/* Device mapper at 253 on the disk: each counts the same 1,000,000 bytes. */
TEST(a_device_on_another_is_counted_once)
{
    static const char before[] = "253:0 rbytes=5 wbytes=0\n8:0 rbytes=7 wbytes=0\n";
    static const char after[] = "253:0 rbytes=1000005 wbytes=0\n8:0 rbytes=1000007 wbytes=0\n";
    struct io_sample old = io_of(before), now = io_of(after);
    struct vmm_cgroup_io out;

    check_io(before, after, "Block devices:\n  8 sd\n253 device-mapper\n", VMM_OK, 1000000, 0);
    /* zram has this number here: it is not on a disk. */
    check_io(before, after, linux_devices, VMM_OK, 2000000, 0);
    /* Any driver may have the number: the sum is unknown, not 2,000,000. */
    check_io(before, after, NULL, VMM_OK, VMM_UNKNOWN, 0);
    check_io(before, after, "", VMM_OK, VMM_UNKNOWN, 0);
    /* The caller knows. */
    old.rows[0].lies_on_others = now.rows[0].lies_on_others = 1;
    assert_int_equal(grow_io(&old, &now, NULL, &out), VMM_OK);
    assert_int_equal(out.read_bytes, 1000000);
    assert_int_equal(out.lies_on_others, VMM_UNKNOWN);
    old.rows[0].lies_on_others = now.rows[0].lies_on_others = 0;
    assert_int_equal(grow_io(&old, &now, NULL, &out), VMM_OK);
    assert_int_equal(out.read_bytes, 2000000);
}

/* What is left out does not disturb the others. */
TEST(a_device_on_others_that_comes_or_restarts)
{
    check_io("8:0 rbytes=7 wbytes=0\n", "8:0 rbytes=9 wbytes=0\n9:0 rbytes=5 wbytes=0\n", NULL, VMM_OK, 2, 0);
    check_io("8:0 rbytes=7 wbytes=0\n9:0 rbytes=5 wbytes=0\n", "8:0 rbytes=9 wbytes=0\n", NULL, VMM_OK, 2, 0);
    check_io("8:0 rbytes=7 wbytes=0\n9:0 rbytes=5 wbytes=0\n", "8:0 rbytes=9 wbytes=0\n9:0 rbytes=1 wbytes=0\n", NULL,
             VMM_OK, 2, 0);
}

/* The file of a loop device may be on a disk, in memory or on another machine. */
TEST(a_loop_device_beside_a_disk)
{
    check_io("7:0 rbytes=1 wbytes=0\n8:0 rbytes=7 wbytes=0\n", "7:0 rbytes=1 wbytes=5\n8:0 rbytes=9 wbytes=5\n",
             linux_devices, VMM_OK, 2, VMM_UNKNOWN);
    check_io("7:0 rbytes=1 wbytes=0\n", "7:0 rbytes=4 wbytes=5\n", linux_devices, VMM_OK, 3, 5);
    check_io("7:0 rbytes=1 wbytes=0\n7:1 rbytes=1 wbytes=0\n", "7:0 rbytes=4 wbytes=5\n7:1 rbytes=2 wbytes=0\n", NULL,
             VMM_OK, VMM_UNKNOWN, 5);
}

/* Cloud Hypervisor 54 with /dev/loop0: 6,037,504 bytes stand in its own counters as well. */
TEST(sample_of_cloud_hypervisor)
{
    check_io("7:0 rbytes=32768 wbytes=0 rios=1 wios=0 dbytes=0 dios=0\n",
             "7:0 rbytes=499712 wbytes=6037504 rios=6 wios=1474 dbytes=0 dios=0\n", linux_devices, VMM_OK, 466944,
             6037504);
}

TEST(numbers_of_drivers)
{
    static const struct {
        unsigned major;
        uint64_t alone, beside, listed;
    } majors[] = {
        /* Alone; beside a disk that reads 1; the same with /proc/devices. */
        {8, 5, 6, 6},
        {65, 5, 6, 6},
        {259, 5, 6, 6},
        {1, 5, 6, 6},
        {179, 5, 6, 6},
        {202, 5, 6, 6},
        {9, 5, 1, 1},
        {230, 5, 1, 1},
        {7, 5, VMM_UNKNOWN, VMM_UNKNOWN},
        {43, 5, VMM_UNKNOWN, VMM_UNKNOWN},
        {147, 5, VMM_UNKNOWN, VMM_UNKNOWN},
        {240, 5, VMM_UNKNOWN, VMM_UNKNOWN},
        {252, 5, VMM_UNKNOWN, 1},
        {253, 5, VMM_UNKNOWN, 6},
        {254, 5, VMM_UNKNOWN, 6},
        {255, 5, 6, 6},
        {260, 5, VMM_UNKNOWN, VMM_UNKNOWN},
        {511, 5, VMM_UNKNOWN, VMM_UNKNOWN},
        {512, 5, VMM_UNKNOWN, VMM_UNKNOWN},
        {239, 5, 6, 6},
    };

    for (size_t i = 0; i < COUNT_OF(majors); i++) {
        char before[80], after[80];

        snprintf(before, sizeof before, "%u:5 rbytes=1 wbytes=0\n", majors[i].major);
        snprintf(after, sizeof after, "%u:5 rbytes=6 wbytes=0\n", majors[i].major);
        check_io(before, after, NULL, VMM_OK, majors[i].alone, 0);
        snprintf(before, sizeof before, "8:0 rbytes=1 wbytes=0\n%u:5 rbytes=1 wbytes=0\n", majors[i].major);
        snprintf(after, sizeof after, "8:0 rbytes=2 wbytes=0\n%u:5 rbytes=6 wbytes=0\n", majors[i].major);
        check_io(before, after, NULL, VMM_OK, majors[i].beside, 0);
        check_io(before, after, linux_devices, VMM_OK, majors[i].listed, 0);
    }
}

/* Every driver that lies on others or may do so, at any number; bad lines are passed over. */
TEST(names_of_drivers)
{
    static const struct {
        const char *name;
        uint64_t bytes;
    } drivers[] = {
        {"device-mapper", 1},
        {"md", 1},
        {"mdp", 1},
        {"bcache", 1},
        {"zvol", 1},
        {"loop", VMM_UNKNOWN},
        {"nbd", VMM_UNKNOWN},
        {"drbd", VMM_UNKNOWN},
        {"virtblk", 6},
        {"mdx", 6},
        {"device-mapperx", 6},
        {"", 6},
    };

    for (size_t i = 0; i < COUNT_OF(drivers); i++) {
        char devices[120];

        snprintf(devices, sizeof devices, "Block devices:\nbad\n: x\n99999999999999999999 md\n600 md\n240 %s\n300 x",
                 drivers[i].name);
        check_io("8:0 rbytes=1 wbytes=0\n240:0 rbytes=1 wbytes=0\n", "8:0 rbytes=2 wbytes=0\n240:0 rbytes=6 wbytes=0\n",
                 devices, VMM_OK, drivers[i].bytes, 0);
    }
}

/* Of a text that was cut off, the last line is not used, as the name may be longer. */
TEST(proc_devices_without_its_end)
{
    static const char *const texts[] = {"Block devices:\n240 md",
                                        "Block devices:\n240 device-map",
                                        "Block devices:\n240",
                                        "Block devices:\nx md\n",
                                        "Block devices:\n240x md\n",
                                        "Block dev",
                                        ""};

    for (size_t i = 0; i < COUNT_OF(texts); i++)
        check_io("8:0 rbytes=1 wbytes=0\n240:0 rbytes=1 wbytes=0\n", "8:0 rbytes=2 wbytes=0\n240:0 rbytes=6 wbytes=0\n",
                 texts[i], VMM_OK, VMM_UNKNOWN, 0);
}

/* /proc/diskstats lists partitions after their disk. */
TEST(partitions_are_parts_of_their_disk)
{
    check_disks(DISK("8 0 sda", 10) DISK("8 1 sda1", 1) DISK("8 2 sda2", 2),
                DISK("8 0 sda", 20) DISK("8 1 sda1", 4) DISK("8 2 sda2", 9), NULL, VMM_OK, 10 * 512);
    check_disks(DISK("8 1 sda1", 1) DISK("8 0 sda", 10), DISK("8 1 sda1", 4) DISK("8 0 sda", 20), NULL, VMM_OK,
                10 * 512);
    check_disks(DISK("259 0 nvme0n1", 10) DISK("259 1 nvme0n1p1", 1),
                DISK("259 0 nvme0n1", 20) DISK("259 1 nvme0n1p1", 4), NULL, VMM_OK, 10 * 512);
    /* The caller wants the partitions: the row of their disk is not there. */
    check_disks(DISK("8 1 sda1", 1) DISK("8 2 sda2", 2), DISK("8 1 sda1", 4) DISK("8 2 sda2", 9), NULL, VMM_OK,
                10 * 512);
    /* Xen has disks that are named like partitions. */
    check_disks(DISK("202 1 xvda1", 1) DISK("202 16 xvdb", 2), DISK("202 1 xvda1", 4) DISK("202 16 xvdb", 9), NULL,
                VMM_OK, 10 * 512);
}

TEST(kinds_of_disks_by_their_names)
{
    static const struct {
        const char *name;
        uint64_t sectors; /* 10 sectors more beside sda, which reads 100 more and has the partition sda1 */
    } disks[] = {
        {"8 16 sdb", 110},
        {"8 1 sda1", 100},
        {"8 161 sda161", 100},
        {"254 0 vda", 110},
        {"254 1 vda1", 110},
        {"252 0 dm-0", 100},
        {"252 0 dm-", 110},
        {"252 0 dm-x", 110},
        {"9 127 md127", 100},
        {"9 0 md_home", 100},
        {"254 0 md_d0", 100},
        {"254 0 mdx", 110},
        {"253 0 bcache0", 100},
        {"230 0 zd16", 100},
        {"7 0 loop0", VMM_UNKNOWN},
        {"7 9 loop0p1", VMM_UNKNOWN},
        {"43 0 nbd0", VMM_UNKNOWN},
        {"147 0 drbd1", VMM_UNKNOWN},
        {"259 5 ublkb0", VMM_UNKNOWN},
        {"253 0 zram0", 110},
        {"1 0 ram0", 110},
        {"251 0 rbd0", 110},
        {"11 0 sr0", 110},
        {"179 0 mmcblk0", 110},
        {"179 8 mmcblk0boot0", 110},
        {"259 3 nvme0n1", 110},
        {"259 4 nvme0c1n1", 110},
        {"259 5 sda", 110},
        /* An administrator may name an array of md. */
        {"9 0 home", 100},
        /* Almost the name of a partition, or of a path of NVMe multipath. */
        {"1 0 a1", 110},
        {"1 0 sda", 110},
        {"1 0 sdA1", 110},
        {"1 0 s~a1", 110},
        {"259 6 nvmec0n1", 110},
        {"259 6 nvme0", 110},
        {"259 6 nvme0cn1", 110},
        {"259 6 nvme0c1", 110},
        {"259 6 nvme0c1x1", 110},
        {"259 6 nvme0c1n", 110},
        {"259 6 nvme0c1n1x", 110},
    };

    for (size_t i = 0; i < COUNT_OF(disks); i++) {
        char before[300], after[300];
        uint64_t bytes = disks[i].sectors == VMM_UNKNOWN ? VMM_UNKNOWN : disks[i].sectors * 512;

        snprintf(before, sizeof before, DISK("8 0 sda", 1) "%s 0 0 5 0 0 0 0 0 0 0 0\n", disks[i].name);
        snprintf(after, sizeof after, DISK("8 0 sda", 101) "%s 0 0 15 0 0 0 0 0 0 0 0\n", disks[i].name);
        check_disks(before, after, NULL, VMM_OK, bytes);
    }
}

/* A name without a known beginning tells nothing, but the number of its driver may. */
TEST(disks_of_drivers_in_proc_devices)
{
    static const char before[] = DISK("8 0 sda", 1) DISK("252 0 home", 1);
    static const char after[] = DISK("8 0 sda", 101) DISK("252 0 home", 11);

    check_disks(before, after, NULL, VMM_OK, 110 * 512);
    check_disks(before, after, linux_devices, VMM_OK, 100 * 512);
    check_disks(before, after, "Block devices:\n252 virtblk\n", VMM_OK, 110 * 512);
}

/* A record from /sys/block/DEV/stat has no name if the caller sets none, and the longest name has no NUL. */
TEST(disks_without_a_name_and_with_the_longest_name)
{
    struct disk_sample before = disks_of(DISK("8 0 sda", 1) DISK("253 0 dm-0", 1));
    struct disk_sample after = disks_of(DISK("8 0 sda", 101) DISK("253 0 dm-0", 11));
    struct vmm_rows rows[] = {{before.rows, 2, sizeof before.rows[0]}, {after.rows, 2, sizeof after.rows[0]}};
    struct vmm_disk out;

    memset(before.rows[1].name, 0, sizeof out.name);
    memset(after.rows[1].name, 0, sizeof out.name);
    assert_int_equal(vmm_rows_growth(VMM_RECORD_DISK, &rows[0], &rows[1], NULL, &out, sizeof out), VMM_OK);
    assert_int_equal(out.read_bytes, VMM_UNKNOWN);
    strcpy(before.rows[1].name, "12");
    strcpy(after.rows[1].name, "12");
    assert_int_equal(vmm_rows_growth(VMM_RECORD_DISK, &rows[0], &rows[1], NULL, &out, sizeof out), VMM_OK);
    assert_int_equal(out.read_bytes, 110 * 512);
    for (unsigned i = 0; i < 2; i++) {
        struct disk_sample *sample = i == 0 ? &before : &after;

        memset(sample->rows[0].name, 'a', sizeof out.name - 1);
        memcpy(sample->rows[0].name, "sd", 2);
        memset(sample->rows[1].name, 'a', sizeof out.name);
        memcpy(sample->rows[1].name, "sd", 2);
        sample->rows[1].name[sizeof out.name - 1] = '1';
    }
    assert_int_equal(vmm_rows_growth(VMM_RECORD_DISK, &rows[0], &rows[1], NULL, &out, sizeof out), VMM_OK);
    assert_int_equal(out.read_bytes, 100 * 512);
}

/* A number that is used again: the name tells the disks apart, though not the number. */
TEST(disks_of_one_number)
{
    check_disks(DISK("8 0 sda", 1), DISK("8 0 sdb", 2), NULL, VMM_RESET, VMM_UNKNOWN);
    check_disks(DISK("8 0 sda", 1), DISK("8 0 sda", 2), NULL, VMM_OK, 512);
}

/* Several paths lead to one disk of NVMe multipath, and all rows are in /proc/diskstats. */
TEST(paths_of_nvme_multipath)
{
    check_disks(DISK("259 1 nvme0c0n1", 1) DISK("259 2 nvme0c1n1", 1) DISK("259 0 nvme0n1", 2),
                DISK("259 1 nvme0c0n1", 6) DISK("259 2 nvme0c1n1", 6) DISK("259 0 nvme0n1", 12), NULL, VMM_OK,
                10 * 512);
    /* Of another namespace, or another disk. */
    check_disks(DISK("259 1 nvme0c0n2", 1) DISK("259 0 nvme0n1", 2),
                DISK("259 1 nvme0c0n2", 6) DISK("259 0 nvme0n1", 12), NULL, VMM_OK, 15 * 512);
    check_disks(DISK("259 1 nvme1c0n1", 1) DISK("259 0 nvme0n1", 2),
                DISK("259 1 nvme1c0n1", 6) DISK("259 0 nvme0n1", 12), NULL, VMM_OK, 15 * 512);
}

/* A host with LVM on a partition, and a loop device that does nothing. */
TEST(a_usual_host)
{
    check_disks(
        DISK("7 0 loop0", 3) DISK("8 0 sda", 10) DISK("8 1 sda1", 10) DISK("252 0 dm-0", 4) DISK("252 1 dm-1", 6),
        DISK("7 0 loop0", 3) DISK("8 0 sda", 30) DISK("8 1 sda1", 30) DISK("252 0 dm-0", 14) DISK("252 1 dm-1", 16),
        NULL, VMM_OK, 20 * 512);
}

/* Other records have no such kinds: two TAPs of one VM. */
TEST(sum_of_two_interfaces)
{
    struct vmm_net before[2], after[2], out;
    struct vmm_rows rows[] = {{before, 2, sizeof before[0]}, {after, 2, sizeof after[0]}};

    for (unsigned i = 0; i < 2; i++) {
        assert_int_equal(vmm_record_init(VMM_RECORD_NET, &before[i], sizeof before[i]), VMM_OK);
        strcpy(before[i].name, i == 0 ? "tap0" : "tap1");
        before[i].rx_bytes = 100 + i;
        before[i].mtu_bytes = 1500;
        after[i] = before[i];
        after[i].rx_bytes = 1100 + i;
    }
    assert_int_equal(vmm_rows_growth(VMM_RECORD_NET, &rows[0], &rows[1], NULL, &out, sizeof out), VMM_OK);
    assert_int_equal(out.rx_bytes, 2000);
    assert_int_equal(out.tx_bytes, VMM_UNKNOWN);
    assert_int_equal(out.mtu_bytes, VMM_UNKNOWN);
    assert_string_equal(out.name, "");
    assert_int_equal(out.record, VMM_RECORD_NET);
    assert_int_equal(out.size, sizeof out);
    after[1].ifindex = 7;
    assert_int_equal(vmm_rows_growth(VMM_RECORD_NET, &rows[0], &rows[1], NULL, &out, sizeof out), VMM_RESET);
    assert_int_equal(out.rx_bytes, VMM_UNKNOWN);
    /* Two interfaces swap their names. */
    for (unsigned i = 0; i < 2; i++) {
        before[i].ifindex = after[i].ifindex = 5 + i;
        memcpy(after[i].name, before[1 - i].name, sizeof after[i].name);
    }
    assert_int_equal(vmm_rows_growth(VMM_RECORD_NET, &rows[0], &rows[1], NULL, &out, sizeof out), VMM_OK);
    assert_int_equal(out.rx_bytes, 2000);
}

/* Interfaces of /proc/net/dev have a name and no number, those of /sys/class/net/IF a number and no name. */
TEST(interfaces_by_name_and_by_number)
{
    static const struct {
        const char *names[4]; /* two of the earlier sample, two of the later one */
        uint64_t numbers[4];
        vmm_status wanted;
    } samples[] = {
        {{"tap0", "tap1", "tap0", "tap1"}, {UNKNOWN, UNKNOWN}, VMM_OK},
        {{"tap0", "tap1", "tap1", "tap0"}, {UNKNOWN, UNKNOWN}, VMM_OK},
        {{"", "", "", ""}, {3, 4, 3, 4}, VMM_OK},
        {{"", "", "", ""}, {3, 4, 4, 3}, VMM_OK},
        {{"", "", "", ""}, {3, 4, 3, 5}, VMM_RESET},
        {{"", "", "", ""}, {UNKNOWN, UNKNOWN}, VMM_RESET},
        {{"tap0", "tap1", "tap0", "tap10"}, {UNKNOWN, UNKNOWN}, VMM_RESET},
        {{"tap0", "tap10", "tap0", "tap1"}, {UNKNOWN, UNKNOWN}, VMM_RESET},
        {{"tap0", "", "tap0", "tap1"}, {UNKNOWN, UNKNOWN}, VMM_RESET},
        {{"tap0", "tap1-of-machine1", "tap1-of-machine1", "tap0"}, {UNKNOWN, UNKNOWN}, VMM_OK},
        {{"tap0", "tap1-of-machine1", "tap0", "tap1-of-machine2"}, {UNKNOWN, UNKNOWN}, VMM_RESET},
    };

    for (size_t i = 0; i < COUNT_OF(samples); i++) {
        struct vmm_net nets[4], out;
        struct vmm_rows rows[] = {{nets, 2, sizeof nets[0]}, {nets + 2, 2, sizeof nets[0]}};
        vmm_status status;

        for (unsigned k = 0; k < 4; k++) {
            assert_int_equal(vmm_record_init(VMM_RECORD_NET, &nets[k], sizeof nets[k]), VMM_OK);
            memcpy(nets[k].name, samples[i].names[k], strlen(samples[i].names[k]));
            nets[k].ifindex = samples[i].numbers[k];
            nets[k].rx_bytes = k / 2 * 1000;
        }
        status = vmm_rows_growth(VMM_RECORD_NET, &rows[0], &rows[1], NULL, &out, sizeof out);
        if (status != samples[i].wanted || out.rx_bytes != (status == VMM_OK ? 2000 : VMM_UNKNOWN))
            fail_msg("samples %zu: %d, %llu", i, (int)status, (unsigned long long)out.rx_bytes);
    }
}

/* The rows of an old caller end before the name. */
TEST(interfaces_without_a_name)
{
    struct vmm_net old, now, out;
    struct vmm_rows before, after;

    assert_int_equal(vmm_record_init(VMM_RECORD_NET, &old, sizeof old), VMM_OK);
    now = old;
    now.rx_bytes = 5;
    before = rows_of(&old, 1, offsetof(struct vmm_net, name), 0);
    after = rows_of(&now, 1, sizeof now, 1);
    assert_int_equal(vmm_rows_growth(VMM_RECORD_NET, &before, &after, NULL, &out, sizeof out), VMM_RESET);
}

TEST(sums_that_do_not_fit)
{
    check_io("8:0 rbytes=0 wbytes=0\n8:16 rbytes=0 wbytes=0\n",
             "8:0 rbytes=18446744073709551613 wbytes=1\n8:16 rbytes=1 wbytes=1\n", NULL, VMM_OK, VMM_UNKNOWN, 2);
}

/* ---- against a reference, which is written for obviousness ---- */

/* Rows of cgroup_io with few identities, and one counter that matters. */
static bool is_same(const struct vmm_cgroup_io *a, const struct vmm_cgroup_io *b)
{
    return a->major == b->major && a->minor == b->minor && a->instance_id == b->instance_id;
}

static bool counts(const struct vmm_cgroup_io *row)
{
    return row->read_bytes != VMM_UNKNOWN || row->write_bytes != VMM_UNKNOWN;
}

enum kind_of_row { LOWEST, MAYBE, ON_OTHERS, IGNORED };

static enum kind_of_row kind_of(const struct vmm_cgroup_io *row)
{
    if (row->major == VMM_UNKNOWN || !counts(row))
        return IGNORED;
    if (row->lies_on_others != VMM_UNKNOWN)
        return row->lies_on_others == 0 ? LOWEST : ON_OTHERS;
    return row->major == 9 ? ON_OTHERS : row->major == 7 ? MAYBE : LOWEST;
}

/* The row before of which this is the next sample: the first, second ... of equal rows belong together. */
static const struct vmm_cgroup_io *partner_of(const struct io_sample *sample, const struct io_sample *other,
                                              const struct vmm_cgroup_io *row, bool *is_twice)
{
    const struct vmm_cgroup_io *found = NULL;
    size_t here = 0, there = 0;

    for (size_t i = 0; i < sample->count; i++)
        here += is_same(&sample->rows[i], row);
    for (size_t i = 0; i < other->count; i++)
        if (is_same(&other->rows[i], row)) {
            there++;
            found = &other->rows[i];
        }
    *is_twice = *is_twice || here > 1 || there > 1;
    return found != NULL && counts(found) ? found : NULL;
}

/* VMM_E_ARGUMENT stands for a sample that the reference does not decide: one with a row twice. */
static vmm_status reference(const struct io_sample *before, const struct io_sample *after, uint64_t sums[2])
{
    bool has_lowest = false, is_twice = false, is_reset = false, has_growth = false;
    unsigned grew[2] = {0};

    for (size_t i = 0; i < MOST; i++)
        has_lowest = has_lowest || (i < before->count && kind_of(&before->rows[i]) == LOWEST) ||
                     (i < after->count && kind_of(&after->rows[i]) == LOWEST);
    sums[0] = sums[1] = 0;
    for (size_t i = 0; i < after->count; i++) {
        const struct vmm_cgroup_io *row = &after->rows[i], *old = partner_of(after, before, row, &is_twice);
        uint64_t nows[2] = {row->read_bytes, row->write_bytes};

        if (kind_of(row) == IGNORED || (kind_of(row) == ON_OTHERS && has_lowest))
            continue;
        for (unsigned k = 0; k < 2; k++) {
            uint64_t was = old == NULL ? 0 : k == 0 ? old->read_bytes : old->write_bytes, growth = nows[k] - was;

            if (nows[k] == VMM_UNKNOWN || was == VMM_UNKNOWN) {
                sums[k] = VMM_UNKNOWN;
                continue;
            }
            has_growth = has_growth || old != NULL || nows[k] == 0;
            if (nows[k] < was || (old == NULL && nows[k] != 0))
                is_reset = true;
            if (kind_of(row) != LOWEST && growth != 0 && (has_lowest || ++grew[k] > 1))
                sums[k] = VMM_UNKNOWN;
            if (sums[k] != VMM_UNKNOWN)
                sums[k] += growth;
        }
    }
    for (size_t i = 0; i < before->count; i++) {
        const struct vmm_cgroup_io *row = &before->rows[i];

        if (kind_of(row) != IGNORED && !(kind_of(row) == ON_OTHERS && has_lowest) &&
            partner_of(before, after, row, &is_twice) == NULL)
            is_reset = true;
    }
    return is_twice ? VMM_E_ARGUMENT : is_reset ? VMM_RESET : has_growth ? VMM_OK : VMM_E_EMPTY;
}

static void make_rows(struct io_sample *sample, const struct io_sample *like)
{
    static const uint64_t majors[] = {8, 8, 8, 7, 9, 259, VMM_UNKNOWN};

    *sample = *like;
    if (chance_of(50)) {
        size_t a = chance_below(MOST), b = chance_below(MOST);
        struct vmm_cgroup_io row = sample->rows[a];

        if (a < sample->count && b < sample->count) {
            sample->rows[a] = sample->rows[b];
            sample->rows[b] = row;
        }
    }
    for (size_t i = 0; i < sample->count; i++) {
        struct vmm_cgroup_io *row = &sample->rows[i];

        if (row->read_bytes != VMM_UNKNOWN && chance_of(60))
            row->read_bytes += chance_of(95) || row->read_bytes < 3 ? chance_below(50) : (uint64_t)0 - chance_below(3);
        if (row->write_bytes != VMM_UNKNOWN && chance_of(60))
            row->write_bytes += chance_below(50);
        if (chance_of(3))
            row->write_bytes = VMM_UNKNOWN;
        if (chance_of(1))
            row->instance_id = chance_below(3);
        if (chance_of(1))
            row->read_bytes = row->write_bytes = VMM_UNKNOWN;
    }
    if (sample->count != 0 && chance_of(5))
        sample->count--;
    while (like->count == 0 ? sample->count < 5 && chance_of(75) : sample->count < 6 && chance_of(4)) {
        struct vmm_cgroup_io *row = &sample->rows[sample->count++];

        assert_int_equal(vmm_record_init(VMM_RECORD_CGROUP_IO, row, sizeof *row), VMM_OK);
        row->major = majors[chance_below(COUNT_OF(majors))];
        row->minor = chance_of(95) ? sample->count * 16 : 0;
        row->read_bytes = chance_of(20) ? 0 : 100 + chance_below(100);
        row->write_bytes = chance_of(20) ? 0 : 100 + chance_below(100);
        if (chance_of(5))
            row->lies_on_others = chance_below(2);
    }
}

TEST(random_rows)
{
    unsigned seen[8] = {0};

    chance_seed(21);
    for (unsigned i = 0, rounds = chance_rounds(40000); i < rounds; i++) {
        struct io_sample none = {.count = 0}, before, after;
        struct vmm_cgroup_io out;
        vmm_status wanted, status;
        uint64_t sums[2];

        make_rows(&before, &none);
        make_rows(&after, &before);
        wanted = reference(&before, &after, sums);
        status = grow_io(&before, &after, NULL, &out);
        seen[wanted < 0 ? 8 + wanted : wanted]++;
        if (wanted == VMM_E_ARGUMENT || before.count + after.count == 0)
            continue;
        assert_int_equal(status, wanted);
        assert_int_equal(out.read_bytes, wanted == VMM_OK ? sums[0] : VMM_UNKNOWN);
        assert_int_equal(out.write_bytes, wanted == VMM_OK ? sums[1] : VMM_UNKNOWN);
        assert_int_equal(out.discard_bytes, VMM_UNKNOWN);
    }
    assert_true(seen[VMM_OK] > chance_rounds(8000) && seen[VMM_RESET] > chance_rounds(3000) &&
                seen[8 + VMM_E_EMPTY] > chance_rounds(500));
}

/* ---- calls ---- */

/* Rows of callers of other versions: shorter and longer, and records that say to be longer than they are. */
TEST(rows_of_every_size)
{
    const size_t most = sizeof(struct vmm_cgroup_io) + 16;

    for (size_t size = 16; size <= most; size += 8) {
        struct arena arenas[] = {arena_new(2 * size), arena_new(2 * size), arena_new(most)};
        char blocks[2][2 * (sizeof(struct vmm_cgroup_io) + 16)];
        struct vmm_rows rows[2];
        struct vmm_text devices = vmm_text_of(linux_devices, strlen(linux_devices));

        memset(blocks, 0xff, sizeof blocks);
        for (unsigned i = 0; i < 4; i++) {
            uint64_t row[] = {most + 100, VMM_RECORD_CGROUP_IO, 8, i % 2, VMM_UNKNOWN, 5 + i / 2, 7};

            memcpy(blocks[i / 2] + i % 2 * size, row, size < sizeof row ? size : sizeof row);
        }
        for (unsigned i = 0; i < 2; i++)
            rows[i] = (struct vmm_rows){arena_at_end(&arenas[i], blocks[i], 2 * size), 2, size};
        for (size_t out_size = 0; out_size <= most; out_size++) {
            static const char old[sizeof(struct vmm_cgroup_io) + 16] = "old";
            char *out = arena_at_end(&arenas[2], old, out_size);
            vmm_status wanted = out_size < 16                                           ? VMM_E_ARGUMENT
                                : size < offsetof(struct vmm_cgroup_io, read_bytes) + 8 ? VMM_E_EMPTY
                                                                                        : VMM_OK;
            uint64_t sum;

            if (out_size % 8 != 0)
                continue;
            assert_int_equal(vmm_rows_growth(VMM_RECORD_CGROUP_IO, &rows[0], &rows[1], &devices, out, out_size),
                             wanted);
            if (out_size < offsetof(struct vmm_cgroup_io, read_bytes) + 8)
                continue;
            memcpy(&sum, out + offsetof(struct vmm_cgroup_io, read_bytes), sizeof sum);
            assert_int_equal(sum, wanted == VMM_OK ? 2 : VMM_UNKNOWN);
        }
        for (unsigned i = 0; i < 3; i++)
            arena_free(&arenas[i]);
    }
}

/* As many rows as a large host has, in the same order: linear. */
TEST(many_rows)
{
    enum { MANY = 20000 };
    struct vmm_cgroup_io *rows = calloc(2 * MANY, sizeof *rows), out;
    struct vmm_rows before = {rows, MANY, sizeof *rows}, after = {rows + MANY, MANY, sizeof *rows};

    assert_non_null(rows);
    for (unsigned i = 0; i < 2 * MANY; i++) {
        assert_int_equal(vmm_record_init(VMM_RECORD_CGROUP_IO, &rows[i], sizeof *rows), VMM_OK);
        rows[i].major = 8;
        rows[i].minor = i % MANY;
        rows[i].read_bytes = i;
    }
    assert_int_equal(vmm_rows_growth(VMM_RECORD_CGROUP_IO, &before, &after, NULL, &out, sizeof out), VMM_OK);
    assert_int_equal(out.read_bytes, (uint64_t)MANY * MANY);
    free(rows);
}

TEST(arguments)
{
    struct io_sample sample = io_of("8:0 rbytes=1 wbytes=0\n");
    struct io_sample mixed = io_of("8:0 rbytes=1 wbytes=0\n8:16 rbytes=1 wbytes=0\n"), foreign = mixed;
    struct vmm_rows none = {NULL, 0, 0}, empty = {sample.rows, 0, 0}, good = {sample.rows, 1, sizeof sample.rows[0]};
    struct vmm_rows half = {mixed.rows, 2, sizeof mixed.rows[0]}, other = {foreign.rows, 2, sizeof foreign.rows[0]};
    struct vmm_text unusable = {linux_devices + 1, linux_devices, NULL};
    const struct {
        const struct vmm_rows *before, *after;
        vmm_status wanted;
    } calls[] = {
        {NULL, &good, VMM_FIRST},         {&none, &good, VMM_FIRST},      {&none, &empty, VMM_FIRST},
        {&empty, &empty, VMM_E_EMPTY},    {&empty, &good, VMM_RESET},     {&good, &empty, VMM_RESET},
        {&good, NULL, VMM_E_ARGUMENT},    {&good, &none, VMM_E_ARGUMENT}, {&good, &half, VMM_E_ARGUMENT},
        {&half, &good, VMM_E_ARGUMENT},   {NULL, &half, VMM_E_ARGUMENT},  {&good, &other, VMM_E_ARGUMENT},
        {&other, &other, VMM_E_ARGUMENT},
    };
    struct vmm_cgroup_io out;

    mixed.rows[1].record = VMM_RECORD_DISK;
    for (unsigned i = 0; i < 2; i++)
        foreign.rows[i].record = i == 0 ? 0 : UINT64_C(1) << 32 | VMM_RECORD_CGROUP_IO;
    for (size_t i = 0; i < COUNT_OF(calls); i++) {
        memset(&out, 0x5a, sizeof out);
        assert_int_equal(vmm_rows_growth(VMM_RECORD_CGROUP_IO, calls[i].before, calls[i].after, NULL, &out, sizeof out),
                         calls[i].wanted);
        check_unknown(VMM_RECORD_CGROUP_IO, &out);
    }
    assert_int_equal(vmm_rows_growth(VMM_RECORD_CGROUP_IO, &good, &good, &unusable, &out, sizeof out), VMM_OK);
    assert_int_equal(vmm_rows_growth(VMM_RECORD_DISK, &good, &good, NULL, &out, sizeof out), VMM_E_ARGUMENT);
    assert_int_equal(vmm_rows_growth((enum vmm_record_id)0, &good, &good, NULL, &out, sizeof out), VMM_E_ARGUMENT);
    assert_int_equal(vmm_rows_growth(VMM_RECORD_CGROUP_IO, &good, &good, NULL, NULL, sizeof out), VMM_E_ARGUMENT);
    assert_int_equal(vmm_rows_growth(VMM_RECORD_CGROUP_IO, &good, &good, NULL, &out, 15), VMM_E_ARGUMENT);
    for (size_t size = 0; size < 24; size++) {
        struct vmm_rows bad = {sample.rows, 1, size};

        if (size == 16)
            continue;
        assert_int_equal(vmm_rows_growth(VMM_RECORD_CGROUP_IO, &good, &bad, NULL, &out, sizeof out), VMM_E_ARGUMENT);
        assert_int_equal(vmm_rows_growth(VMM_RECORD_CGROUP_IO, &bad, &good, NULL, &out, sizeof out), VMM_E_ARGUMENT);
    }
}
