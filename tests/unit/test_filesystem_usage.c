/* SPDX-License-Identifier: MIT */
/* df's numbers from statvfs's. */
#include "support_usage.h"

#include <float.h>
#include <inttypes.h>

enum { UNIT = 4096 };

/* Blocks and inodes; a unit of its own for blocks. */
static struct vmm_filesystem blocks_of(uint64_t blocks, uint64_t bfree, uint64_t bavail)
{
    struct vmm_filesystem filesystem;

    assert_int_equal(vmm_record_init(VMM_RECORD_FILESYSTEM, &filesystem, sizeof filesystem), VMM_OK);
    filesystem.f_bsize_bytes = 65536;
    filesystem.f_frsize_bytes = UNIT;
    filesystem.f_blocks = blocks;
    filesystem.f_bfree = bfree;
    filesystem.f_bavail = bavail;
    return filesystem;
}

static struct vmm_filesystem inodes_of(uint64_t files, uint64_t ffree)
{
    struct vmm_filesystem filesystem = blocks_of(VMM_UNKNOWN, VMM_UNKNOWN, VMM_UNKNOWN);

    filesystem.f_files = files;
    filesystem.f_ffree = ffree;
    return filesystem;
}

static struct vmm_filesystem_usage usage_of(struct vmm_filesystem filesystem)
{
    struct vmm_filesystem_usage usage;

    assert_int_equal(call_usage(&usage_filesystem_usage, NULL, &filesystem, 0, 0, &usage), VMM_OK);
    return usage;
}

/* A number below zero, as the kernel gives it in an unsigned type. */
static uint64_t minus(uint64_t distance)
{
    return ~distance + 1;
}

/* With reserved blocks, Size is not Used + Available. */
TEST(numbers_of_a_usual_file_system)
{
    struct vmm_filesystem filesystem = blocks_of(1000, 400, 350);
    struct vmm_filesystem_usage usage;

    filesystem.f_files = 10000;
    filesystem.f_ffree = 7000;
    filesystem.f_favail = 6000;
    usage = usage_of(filesystem);
    assert_int_equal(usage.total_bytes, 1000 * UNIT);
    assert_int_equal(usage.used_bytes, 600 * UNIT);
    assert_int_equal(usage.used_below_zero_bytes, 0);
    assert_int_equal(usage.available_bytes, 350 * UNIT);
    assert_int_equal(usage.available_below_zero_bytes, 0);
    assert_int_equal(usage.reserved_bytes, 50 * UNIT);
    /* E2B defines used as all that is not available. */
    assert_int_equal(usage.used_e2b_bytes, 650 * UNIT);
    /* 600 / 950 = 63.2 %. */
    assert_int_equal(usage.use_percent, 64);
    check_near(usage.use_ratio, 600.0 / 950.0);
    assert_int_equal(usage.inodes_total, 10000);
    assert_int_equal(usage.inodes_used, 3000);
    /* f_ffree, not f_favail. */
    assert_int_equal(usage.inodes_free, 7000);
    assert_int_equal(usage.inodes_use_percent, 30);
}

TEST(percentages_are_rounded_up)
{
    assert_int_equal(usage_of(blocks_of(1000, 999, 999)).use_percent, 1);
    assert_int_equal(usage_of(blocks_of(100, 99, 99)).use_percent, 1);
    assert_int_equal(usage_of(blocks_of(1000000, 999999, 999999)).use_percent, 1);
    assert_int_equal(usage_of(blocks_of(1000, 1000, 1000)).use_percent, 0);
    assert_int_equal(usage_of(blocks_of(1000, 500, 500)).use_percent, 50);
    assert_int_equal(usage_of(blocks_of(1000, 499, 499)).use_percent, 51);
    assert_int_equal(usage_of(blocks_of(1000, 1, 1)).use_percent, 100);
    assert_int_equal(usage_of(blocks_of(1000, 0, 0)).use_percent, 100);
    check_near(usage_of(blocks_of(1000, 1, 1)).use_ratio, 0.999);
    assert_int_equal(usage_of(inodes_of(1000, 999)).inodes_use_percent, 1);
    assert_int_equal(usage_of(inodes_of(1000, 0)).inodes_use_percent, 100);
    assert_int_equal(usage_of(inodes_of(1000, 1000)).inodes_use_percent, 0);
}

/* Blocks are of f_frsize, never of f_bsize. */
TEST(the_unit_is_frsize)
{
    struct vmm_filesystem filesystem = blocks_of(10, 5, 5);

    filesystem.f_frsize_bytes = 1024;
    filesystem.f_bsize_bytes = 1048576;
    assert_int_equal(usage_of(filesystem).total_bytes, 10 * 1024);
    assert_int_equal(usage_of(filesystem).used_bytes, 5 * 1024);
    assert_int_equal(usage_of(filesystem).available_bytes, 5 * 1024);
}

/* As coreutils does it where a file system gives none. */
TEST(a_unit_of_0_is_bsize)
{
    struct vmm_filesystem filesystem = blocks_of(10, 5, 5);

    filesystem.f_frsize_bytes = 0;
    assert_int_equal(usage_of(filesystem).total_bytes, 10 * 65536);
    assert_int_equal(usage_of(filesystem).reserved_bytes, 0);
}

/* filesystem.h: blocks are never counted in f_bsize, and bytes need f_frsize. */
TEST(an_unknown_unit_leaves_bytes_unknown)
{
    struct vmm_filesystem filesystem = blocks_of(10, 5, 5);
    struct vmm_filesystem_usage usage;

    filesystem.f_bsize_bytes = VMM_UNKNOWN;
    filesystem.f_frsize_bytes = VMM_UNKNOWN;
    usage = usage_of(filesystem);
    check_unknown_number(usage.total_bytes);
    check_unknown_number(usage.used_bytes);
    check_unknown_number(usage.used_below_zero_bytes);
    check_unknown_number(usage.available_bytes);
    check_unknown_number(usage.available_below_zero_bytes);
    check_unknown_number(usage.reserved_bytes);
    check_unknown_number(usage.used_e2b_bytes);
    /* Shares need no unit. */
    assert_int_equal(usage.use_percent, 50);
    check_near(usage.use_ratio, 0.5);
    filesystem.f_bsize_bytes = 65536;
    usage = usage_of(filesystem);
    check_unknown_number(usage.total_bytes);
    check_unknown_number(usage.used_bytes);
    check_unknown_number(usage.available_bytes);
}

/* Root has used reserved blocks, so what is available to others lies below zero. */
TEST(available_below_zero)
{
    struct vmm_filesystem_usage usage = usage_of(blocks_of(1000, 30, minus(20)));

    assert_int_equal(usage.used_bytes, 970 * UNIT);
    assert_int_equal(usage.available_bytes, 0);
    assert_int_equal(usage.available_below_zero_bytes, 20 * UNIT);
    assert_int_equal(usage.reserved_bytes, 50 * UNIT);
    assert_int_equal(usage.used_e2b_bytes, 1020 * UNIT);
    /* 970 / 950 = 102.1 %: above 100. */
    assert_int_equal(usage.use_percent, 103);
    check_near(usage.use_ratio, 970.0 / 950.0);
}

/* With quotas more can be free than there is. */
TEST(used_below_zero)
{
    struct vmm_filesystem_usage usage = usage_of(blocks_of(1000, 1500, 1500));

    assert_int_equal(usage.used_bytes, 0);
    assert_int_equal(usage.used_below_zero_bytes, 500 * UNIT);
    assert_int_equal(usage.available_bytes, 1500 * UNIT);
    check_unknown_number(usage.used_e2b_bytes);
    assert_int_equal(usage.reserved_bytes, 0);
    /* -500 / 1000: below zero, for which df prints a dash. */
    check_unknown_number(usage.use_percent);
    check_nan(usage.use_ratio);
    /* -500 / 99500 = -0.5 %, for which it prints 0 %. */
    usage = usage_of(blocks_of(1000, 1500, 100000));
    assert_int_equal(usage.use_percent, 0);
    check_unknown_number(usage.reserved_bytes);
    /* Both below zero. */
    usage = usage_of(blocks_of(1000, 1500, minus(250)));
    assert_int_equal(usage.use_percent, 67);
    assert_int_equal(usage.available_below_zero_bytes, 250 * UNIT);
    assert_int_equal(usage.reserved_bytes, 1750 * UNIT);
}

/* What df does with a difference that its type cannot tell from unknown: Used is printed, Use% is a dash. */
TEST(used_of_minus_1_and_2_has_no_percentage)
{
    for (uint64_t below = 1; below <= 2; below++) {
        struct vmm_filesystem_usage usage = usage_of(blocks_of(1000, 1000 + below, 100000));

        assert_int_equal(usage.used_below_zero_bytes, below * UNIT);
        check_unknown_number(usage.use_percent);
        check_nan(usage.use_ratio);
        check_unknown_number(usage_of(inodes_of(1000, 1000 + below)).inodes_use_percent);
    }
    assert_int_equal(usage_of(blocks_of(1000, 1003, 100000)).use_percent, 0);
}

/* File systems such as proc have no blocks. */
TEST(no_blocks_have_no_percentage)
{
    struct vmm_filesystem filesystem = blocks_of(0, 0, 0);
    struct vmm_filesystem_usage usage;

    filesystem.f_files = filesystem.f_ffree = 0;
    usage = usage_of(filesystem);
    assert_int_equal(usage.total_bytes, 0);
    assert_int_equal(usage.used_bytes, 0);
    assert_int_equal(usage.available_bytes, 0);
    assert_int_equal(usage.reserved_bytes, 0);
    assert_int_equal(usage.used_e2b_bytes, 0);
    check_unknown_number(usage.use_percent);
    check_nan(usage.use_ratio);
    assert_int_equal(usage.inodes_total, 0);
    assert_int_equal(usage.inodes_used, 0);
    assert_int_equal(usage.inodes_free, 0);
    check_unknown_number(usage.inodes_use_percent);
    /* Used and available take each other away. */
    usage = usage_of(blocks_of(1000, 500, minus(500)));
    check_unknown_number(usage.use_percent);
    check_nan(usage.use_ratio);
}

TEST(more_inodes_free_than_there_are)
{
    struct vmm_filesystem_usage usage = usage_of(inodes_of(100, 150));

    assert_int_equal(usage.inodes_total, 100);
    check_unknown_number(usage.inodes_used);
    assert_int_equal(usage.inodes_free, 150);
    check_unknown_number(usage.inodes_use_percent);
    /* -50 / 5950... is above -1 %. */
    usage = usage_of(inodes_of(100000, 100050));
    check_unknown_number(usage.inodes_used);
    assert_int_equal(usage.inodes_use_percent, 0);
}

/* Inodes have no top bit that means anything. */
TEST(very_many_inodes)
{
    struct vmm_filesystem_usage usage = usage_of(inodes_of(UINT64_MAX - 2, UINT64_C(1) << 63));

    assert_int_equal(usage.inodes_total, UINT64_MAX - 2);
    assert_int_equal(usage.inodes_free, UINT64_C(1) << 63);
    assert_int_equal(usage.inodes_used, UINT64_MAX - 2 - (UINT64_C(1) << 63));
    assert_int_equal(usage.inodes_use_percent, 50);
}

/* Bytes that do not fit are unknown, and no reason to lose the shares. */
TEST(products_that_do_not_fit)
{
    struct vmm_filesystem filesystem = blocks_of(UINT64_C(1) << 52, UINT64_C(1) << 51, UINT64_C(1) << 51);
    struct vmm_filesystem_usage usage = usage_of(filesystem);

    check_unknown_number(usage.total_bytes);
    assert_int_equal(usage.used_bytes, UINT64_C(1) << 63);
    assert_int_equal(usage.available_bytes, UINT64_C(1) << 63);
    assert_int_equal(usage.use_percent, 50);
    /* Where df's own integers do not do: more than 2^64 / 100 used. */
    usage = usage_of(blocks_of(UINT64_C(1) << 62, UINT64_C(1) << 61, UINT64_C(1) << 61));
    assert_int_equal(usage.use_percent, 50);
    check_near(usage.use_ratio, 0.5);
    usage = usage_of(blocks_of(UINT64_MAX - 2, 0, 0));
    assert_int_equal(usage.use_percent, 100);
    usage = usage_of(blocks_of(UINT64_MAX - 2, 0, UINT64_C(1) << 63));
    assert_int_equal(usage.available_below_zero_bytes, VMM_UNKNOWN);
    assert_int_equal(usage.use_percent, 200);
    /* 100 * 2^60 / 2^13 is more percent than a double can count one by one; half of it is not. */
    usage = usage_of(blocks_of(UINT64_C(1) << 60, 0, minus((UINT64_C(1) << 60) - (1 << 13))));
    check_unknown_number(usage.use_percent);
    usage = usage_of(blocks_of(UINT64_C(1) << 60, 0, minus((UINT64_C(1) << 60) - (1 << 14))));
    assert_int_equal(usage.use_percent, UINT64_C(100) << 46);
    /* The first of those that it cannot: 2^53, and one of the last that it can. */
    usage = usage_of(blocks_of(UINT64_C(1) << 58, 0, minus((UINT64_C(1) << 58) - 3200)));
    check_unknown_number(usage.use_percent);
    usage = usage_of(blocks_of(UINT64_C(1) << 58, 0, minus((UINT64_C(1) << 58) - 6400)));
    assert_int_equal(usage.use_percent, UINT64_C(1) << 52);
}

/* "No limit" and unknown are no blocks; df takes -1 and -2 for unknown too. */
TEST(all_ones_are_unknown)
{
    check_unknown_number(usage_of(blocks_of(1000, 500, minus(1))).available_bytes);
    check_unknown_number(usage_of(blocks_of(1000, 500, minus(2))).available_bytes);
    check_unknown_number(usage_of(blocks_of(1000, 500, minus(2))).use_percent);
    assert_int_equal(usage_of(blocks_of(1000, 500, minus(3))).available_below_zero_bytes, 3 * UNIT);
    check_unknown_number(usage_of(blocks_of(VMM_UNLIMITED, 500, 500)).total_bytes);
    check_unknown_number(usage_of(inodes_of(VMM_UNLIMITED, 500)).inodes_total);
    check_unknown_number(usage_of(inodes_of(500, VMM_UNLIMITED)).inodes_free);
}

/* ---- df's own algorithm, in its own terms: numbers modulo 2^64 and whether they are meant to be below zero ---- */

struct df_number {
    uint64_t bits;
    bool negative;
};

static bool df_knows(uint64_t bits)
{
    return bits < UINT64_MAX - 1;
}

static double df_value(struct df_number number)
{
    volatile double value = number.negative ? -(double)minus(number.bits) : (double)number.bits;
    return value;
}

/* What is printed; below zero for a dash. */
static double df_percent(struct df_number used, struct df_number available)
{
    uint64_t sum = used.bits + available.bits;
    volatile double u, share, percent, cut;

    if (!df_knows(used.bits) || !df_knows(available.bits))
        return -1;
    if (!used.negative && used.bits <= UINT64_MAX / 100 && sum != 0 && (sum < used.bits) == available.negative) {
        uint64_t whole = used.bits * 100 / sum;

        return (double)(used.bits * 100 % sum == 0 ? whole : whole + 1);
    }
    u = df_value(used);
    share = u + df_value(available);
    if (!(share < 0) && !(share > 0))
        return -1;
    u = u * 100;
    percent = u / share;
    if (percent >= 9e15 || percent <= -9e15)
        return percent;
    cut = (double)(int64_t)percent;
    if (cut - 1 < percent && percent <= cut + 1)
        percent = cut + (cut < percent ? 1 : 0);
    return percent;
}

static void check_percent(uint64_t got, double wanted)
{
    if (wanted < 0) {
        assert_int_equal(got, VMM_UNKNOWN);
    } else if (wanted < 9e15) {
        /* What df divides as doubles, it rounds by the machine's registers, and so differs from machine to machine. */
        double difference = (double)got - wanted;
        double allowed = FLT_EVAL_METHOD == 0 ? 0 : wanted * 1e-15 + 1;

        if (difference > allowed || -difference > allowed)
            fail_msg("%" PRIu64 " %%, df prints %.0f %%", got, wanted);
    }
}

static uint64_t random_count(void)
{
    switch (chance_below(5)) {
    case 0:
        return chance_below(20);
    case 1:
        return chance_below(100000);
    case 2:
        return UINT64_MAX / 100 - 5 + chance_below(10);
    default:
        return chance_number();
    }
}

TEST(random_file_systems_against_df)
{
    unsigned dashes = 0, percents = 0;

    chance_seed(60);
    for (unsigned time = 0, rounds = chance_rounds(200000); time < rounds; time++) {
        uint64_t blocks = random_count(), bfree = chance_of(70) ? blocks - chance() % (blocks | 1) : random_count();
        uint64_t bavail = chance_of(50) ? bfree - chance() % (bfree | 1) : random_count();
        uint64_t files = random_count(), ffree = chance_of(70) ? files - chance() % (files | 1) : random_count();
        struct vmm_filesystem filesystem;
        struct vmm_filesystem_usage usage;
        struct df_number used, available, inodes_used, inodes_available;

        if (chance_of(20))
            bavail = minus(chance_of(50) ? chance_below(1000) : blocks / 2);
        if (!df_knows(blocks) || !df_knows(bfree) || !df_knows(files) || !df_knows(ffree))
            continue;
        /* Used of -1 and -2 has a test of its own. */
        if (bfree - blocks == 1 || bfree - blocks == 2 || ffree - files == 1 || ffree - files == 2)
            continue;
        filesystem = blocks_of(blocks, bfree, bavail);
        filesystem.f_frsize_bytes = 1;
        filesystem.f_files = files;
        filesystem.f_ffree = ffree;
        usage = usage_of(filesystem);

        used.bits = blocks - bfree;
        used.negative = blocks < bfree;
        available.bits = bavail;
        available.negative = bavail >> 63 != 0 && df_knows(bavail);
        inodes_used.bits = files - ffree;
        inodes_used.negative = files < ffree;
        inodes_available.bits = ffree;
        inodes_available.negative = false;

        assert_int_equal(usage.total_bytes, blocks);
        assert_int_equal(usage.used_bytes, used.negative ? 0 : used.bits);
        assert_int_equal(usage.used_below_zero_bytes, used.negative ? minus(used.bits) : 0);
        if (df_knows(bavail)) {
            assert_int_equal(usage.available_bytes, available.negative ? 0 : bavail);
            assert_int_equal(usage.available_below_zero_bytes, available.negative ? minus(bavail) : 0);
        } else {
            check_unknown_number(usage.available_bytes);
        }
        check_percent(usage.use_percent, df_percent(used, available));
        assert_int_equal(usage.inodes_total, files);
        assert_int_equal(usage.inodes_free, ffree);
        assert_int_equal(usage.inodes_used, inodes_used.negative ? VMM_UNKNOWN : inodes_used.bits);
        check_percent(usage.inodes_use_percent, df_percent(inodes_used, inodes_available));
        if (usage.use_percent == VMM_UNKNOWN) {
            dashes++;
            check_nan(usage.use_ratio);
        } else {
            percents++;
            if (used.negative || df_value(used) + df_value(available) < 1) {
                check_nan(usage.use_ratio);
            } else {
                double ratio = df_value(used) / (df_value(used) + df_value(available));

                assert_false(is_nan(usage.use_ratio));
                if (ratio < 1000 && ratio > -1000)
                    check_near(usage.use_ratio, ratio);
                /* One is the other, rounded up. */
                assert_true((double)usage.use_percent >= ratio * 100 * (1 - 1e-12) - 1e-9);
                assert_true((double)usage.use_percent <= ratio * 100 * (1 + 1e-12) + 1);
            }
        }
    }
    assert_true(dashes > chance_rounds(1000) && percents > chance_rounds(10000));
}
