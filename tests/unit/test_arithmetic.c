/* What arithmetic on records is made of: operands that may be unknown, results that may not fit. */
#include "test.h"

#include <string.h>

#include "usage/arithmetic.h"

enum { LARGE = 7 };

/* Known, and at the edges of it; the last two stand for unlimited and unknown. */
static const uint64_t edges[] = {
    0, 1, 2, UINT32_MAX, UINT64_MAX / 2, UINT64_MAX - 4, UINT64_MAX - 3, UINT64_MAX - 2, VMM_UNLIMITED, VMM_UNKNOWN};

static bool known(uint64_t value)
{
    return value != VMM_UNKNOWN && value != VMM_UNLIMITED;
}

TEST(known)
{
    for (size_t i = 0; i < COUNT_OF(edges); i++)
        assert_int_equal(vmm_is_known(edges[i]), i <= LARGE);
}

TEST(addition)
{
    for (size_t i = 0; i < COUNT_OF(edges); i++) {
        for (size_t k = 0; k < COUNT_OF(edges); k++) {
            uint64_t a = edges[i], b = edges[k], got = vmm_add(a, b);

            if (!known(a) || !known(b) || a > UINT64_MAX - 2 - b)
                assert_int_equal(got, VMM_UNKNOWN);
            else
                assert_int_equal(got, a + b);
        }
    }
}

TEST(subtraction)
{
    for (size_t i = 0; i < COUNT_OF(edges); i++) {
        for (size_t k = 0; k < COUNT_OF(edges); k++) {
            uint64_t a = edges[i], b = edges[k], got = vmm_subtract(a, b);

            if (!known(a) || !known(b) || a < b)
                assert_int_equal(got, VMM_UNKNOWN);
            else
                assert_int_equal(got, a - b);
        }
    }
}

TEST(multiplication)
{
    for (size_t i = 0; i < COUNT_OF(edges); i++) {
        for (size_t k = 0; k < COUNT_OF(edges); k++) {
            uint64_t a = edges[i], b = edges[k], got = vmm_multiply(a, b);

            if (!known(a) || !known(b) || (a != 0 && b > (UINT64_MAX - 2) / a))
                assert_int_equal(got, VMM_UNKNOWN);
            else
                assert_int_equal(got, a * b);
        }
    }
    assert_int_equal(vmm_multiply(UINT64_C(4503599627370496), 4096), VMM_UNKNOWN);
    assert_int_equal(vmm_multiply(UINT64_C(4503599627370495), 4096), UINT64_MAX - 4095);
}

/* Only what the record says is valid is read. */
TEST(input)
{
    uint64_t record[4] = {0, 11, 12, 13};

    for (uint64_t size = 0; size <= 40; size++) {
        record[0] = size;
        for (size_t i = 1; i < 4; i++)
            assert_int_equal(vmm_input(record, i * 8), size >= i * 8 + 8 ? 10 + i : VMM_UNKNOWN);
    }
    record[0] = UINT64_MAX;
    assert_int_equal(vmm_input(record, 24), 13);
}

/* Two names of eight bytes, and what stands behind them. The first and the last byte count as the others do. */
TEST(names_differ)
{
    static const struct {
        const char *before, *after;
        bool differ;
    } names[] = {
        {"eth0", "eth0", false},
        {"eth0", "eth1", true},
        {"eth0", "fth0", true},
        {"eth0", "eth", true},
        {"eth", "eth0", true},
        {"", "eth0", false},
        {"eth0", "", false},
        {"", "", false},
        {"abcdefgh", "abcdefgh", false},
        {"abcdefgh", "abcdefgx", true},
        {"abcdefgh", "abcdefg", true},
        {"abcdefgh", "abcdefxh", true},
        {"bbcdefgh", "abcdefgh", true},
    };

    for (size_t i = 0; i < COUNT_OF(names); i++) {
        struct {
            uint64_t size;
            char name[8];
            char behind[8];
        } before = {24, "", "xxxxxxx"}, after = {24, "", "yyyyyyy"};

        memcpy(before.name, names[i].before, strlen(names[i].before));
        memcpy(after.name, names[i].after, strlen(names[i].after));
        assert_int_equal(vmm_names_differ(&before, &after, 8, 8), names[i].differ);
        /* A name that is not in the record is unknown. */
        for (before.size = 0; before.size < 16; before.size++)
            assert_false(vmm_names_differ(&before, &after, 8, 8));
        before.size = 16;
        assert_int_equal(vmm_names_differ(&before, &after, 8, 8), names[i].differ);
    }
}

TEST(store)
{
    for (size_t size = 8; size <= 24; size++) {
        double record[3] = {0, 0, 0};

        vmm_store_double(record, size, 8, 0.5);
        check_near(record[1], size >= 16 ? 0.5 : 0);
        vmm_store_ratio(record, size, 16, 3, 4);
        check_near(record[2], size >= 24 ? 0.75 : 0);
        check_near(record[0], 0);
    }
}

TEST(ratios_that_are_unknown_are_not_stored)
{
    static const uint64_t parts[][2] = {
        {1, 0}, {0, 0}, {VMM_UNKNOWN, 1}, {1, VMM_UNKNOWN}, {VMM_UNLIMITED, 1}, {1, VMM_UNLIMITED}};

    for (size_t i = 0; i < COUNT_OF(parts); i++) {
        double record[2] = {7, 7};

        vmm_store_ratio(record, sizeof record, 8, parts[i][0], parts[i][1]);
        check_near(record[1], 7);
    }
}

TEST(store_rate)
{
    struct vmm_cgroup_io_rate rate;

    memset(&rate, 0xff, sizeof rate);
    vmm_store_rate(&rate, sizeof rate, offsetof(struct vmm_cgroup_io_rate, rios_per_second), 3, 2000000000);
    check_near(rate.rios_per_second, 1.5);
    vmm_store_rate(&rate, sizeof rate, offsetof(struct vmm_cgroup_io_rate, wios_per_second), 0, 1);
    check_near(rate.wios_per_second, 0);
    /* What is not known is not stored, nor what has no room. */
    vmm_store_rate(&rate, sizeof rate, offsetof(struct vmm_cgroup_io_rate, dios_per_second), VMM_UNKNOWN, 1);
    check_nan(rate.dios_per_second);
    vmm_store_rate(&rate, offsetof(struct vmm_cgroup_io_rate, dios_per_second) + 7,
                   offsetof(struct vmm_cgroup_io_rate, dios_per_second), 1, 1);
    check_nan(rate.dios_per_second);
}

TEST(store_name)
{
    struct vmm_net net;

    memset(&net, 0xff, sizeof net);
    vmm_store_name(&net, sizeof net, offsetof(struct vmm_net, name), sizeof net.name, "tap0");
    assert_memory_equal(net.name, "tap0\0\0\0\0\0\0\0\0\0\0\0", sizeof net.name);
    vmm_store_name(&net, sizeof net, offsetof(struct vmm_net, name), sizeof net.name, NULL);
    assert_memory_equal(net.name, "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", sizeof net.name);
    /* What has no room is not stored. */
    memset(&net, 0xff, sizeof net);
    vmm_store_name(&net, offsetof(struct vmm_net, name) + sizeof net.name - 1, offsetof(struct vmm_net, name),
                   sizeof net.name, "tap0");
    assert_int_equal((unsigned char)net.name[0], 0xff);
}
