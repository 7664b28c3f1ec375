/* SPDX-License-Identifier: MIT */
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
        assert_int_equal(vmm_is_number(edges[i]), i <= LARGE);
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

/* Two names of eight bytes, and the bytes after them. The first and the last byte count like the others. */
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

TEST(input_gauge)
{
    uint64_t record[2] = {16, 0};

    for (size_t i = 0; i < COUNT_OF(edges); i++) {
        record[1] = edges[i];
        assert_int_equal(vmm_input_gauge(record, 8), known(edges[i]) ? edges[i] : VMM_UNKNOWN);
        assert_int_equal(vmm_input(record, 8), edges[i]);
    }
    record[0] = 15;
    record[1] = 7;
    assert_int_equal(vmm_input_gauge(record, 8), VMM_UNKNOWN);
}

TEST(ratio)
{
    static const uint64_t unknown[][2] = {
        {1, 0}, {0, 0}, {VMM_UNKNOWN, 1}, {1, VMM_UNKNOWN}, {VMM_UNLIMITED, 1}, {1, VMM_UNLIMITED}};

    check_near(vmm_ratio(3, 4), 0.75);
    check_near(vmm_ratio(0, 4), 0);
    for (size_t i = 0; i < COUNT_OF(unknown); i++)
        check_nan(vmm_ratio(unknown[i][0], unknown[i][1]));
}

TEST(per_second)
{
    check_near(vmm_per_second(3, 2000000000), 1.5);
    check_near(vmm_per_second(0, 1), 0);
    check_nan(vmm_per_second(VMM_UNKNOWN, 1));
    check_nan(vmm_per_second(VMM_UNLIMITED, 1));
}

/* A status changes from VMM_E_EMPTY to VMM_OK once, and from both to VMM_RESET for good. */
TEST(grew)
{
    static const struct {
        uint64_t before, after;
        uint32_t width;
        uint64_t growth;
        vmm_status status[3]; /* where it was VMM_E_EMPTY, VMM_OK and VMM_RESET */
    } cases[] = {
        {5, 7, VMM_WIDTH_64, 2, {VMM_OK, VMM_OK, VMM_RESET}},
        {7, 5, VMM_WIDTH_64, VMM_UNKNOWN, {VMM_RESET, VMM_RESET, VMM_RESET}},
        {7, 5, VMM_WIDTH_32, UINT32_MAX - 1, {VMM_OK, VMM_OK, VMM_RESET}},
        {VMM_UNKNOWN, 5, VMM_WIDTH_64, VMM_UNKNOWN, {VMM_E_EMPTY, VMM_OK, VMM_RESET}},
        {5, VMM_UNKNOWN, VMM_WIDTH_64, VMM_UNKNOWN, {VMM_E_EMPTY, VMM_OK, VMM_RESET}},
    };
    static const vmm_status statuses[] = {VMM_E_EMPTY, VMM_OK, VMM_RESET};

    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        uint64_t before[] = {16, cases[i].before}, after[] = {16, cases[i].after};

        for (size_t k = 0; k < COUNT_OF(statuses); k++) {
            vmm_status status = statuses[k];

            assert_int_equal(vmm_grew(before, after, 8, cases[i].width, &status), cases[i].growth);
            assert_int_equal(status, cases[i].status[k]);
        }
    }
}

/* Names of eight equal letters, which are the same in each byte order. */
#define A_NAME UINT64_C(0x6161616161616161)
#define B_NAME UINT64_C(0x6262626262626262)

/* The order of what is looked at: arguments, an earlier sample, the time, and whether it is of the same thing. */
TEST(begin_between)
{
    static const struct vmm_identity identity = {7, {16, 24, 0}, 32, 8};
    const uint64_t none[] = {0, 9}, sample[] = {40, 7, 1, 2, A_NAME}, other_first[] = {40, 7, 2, 2, A_NAME};
    const uint64_t other_second[] = {40, 7, 1, 3, A_NAME}, other_name[] = {40, 7, 1, 2, B_NAME};
    const uint64_t other_type[] = {40, 8, 1, 2, A_NAME}, no_type[] = {40, 0, 1, 2, A_NAME};
    const uint64_t unknown_type[] = {40, VMM_UNKNOWN, 1, 2, A_NAME}, short_sample[] = {15, 8, 1, 2, A_NAME};
    static const struct vmm_identity of_nothing = {7, {0}, 0, 0};
    const struct {
        const uint64_t *before, *after;
        int64_t elapsed_ns;
        vmm_status status;
    } calls[] = {
        {NULL, NULL, 0, VMM_E_ARGUMENT},
        {sample, NULL, 1, VMM_E_ARGUMENT},
        {NULL, other_type, 1, VMM_E_ARGUMENT},
        {sample, other_type, 1, VMM_E_ARGUMENT},
        {NULL, sample, 0, VMM_FIRST},
        {none, sample, 0, VMM_FIRST},
        {other_type, sample, 0, VMM_E_ARGUMENT},
        {other_type, sample, 1, VMM_E_ARGUMENT},
        {other_first, sample, 0, VMM_NO_INTERVAL},
        {sample, sample, -1, VMM_NO_INTERVAL},
        {sample, sample, 1, VMM_OK},
        {no_type, sample, 1, VMM_OK},
        {sample, unknown_type, 1, VMM_OK},
        {short_sample, sample, 1, VMM_OK},
        {sample, short_sample, 1, VMM_OK},
        {other_first, sample, 1, VMM_RESET},
        {other_second, sample, 1, VMM_RESET},
        {other_name, sample, 1, VMM_RESET},
    };
    uint64_t usage[3];

    for (size_t i = 0; i < COUNT_OF(calls); i++) {
        memset(usage, 0x5a, sizeof usage);
        assert_int_equal(
            vmm_begin_between(calls[i].before, calls[i].after, calls[i].elapsed_ns, &identity, usage, sizeof usage, 12),
            calls[i].status);
        assert_int_equal(usage[0], sizeof usage);
        assert_int_equal(usage[1], 12);
        check_unknown_number(usage[2]);
    }
    assert_int_equal(vmm_begin_between(other_first, sample, 1, &of_nothing, usage, sizeof usage, 12), VMM_OK);
}

/* Members that have no room, or not all of it, are not copied; a name likewise. */
TEST(giving)
{
    const uint64_t usage[] = {99, 5, 1, 0x6161616161616161, 0x0061616161616161, 2};

    for (size_t size = 0; size <= sizeof usage + 8; size++) {
        uint64_t out[7], wanted[7];
        size_t valid = size < sizeof usage ? size : sizeof usage;
        vmm_status refused = size < 16 ? VMM_E_ARGUMENT : VMM_OK;

        memset(wanted, 0x5a, sizeof wanted);
        if (size >= 16) {
            memset(wanted, 0xff, size);
            memcpy(wanted, usage, valid / 8 * 8);
            wanted[0] = valid;
        }
        memset(out, 0x5a, sizeof out);
        assert_int_equal(vmm_give(VMM_OK, usage, sizeof usage, out, size), refused);
        assert_memory_equal(out, wanted, sizeof out);

        if (size >= 24 && size < 40)
            memset(&wanted[3], 0xff, size - 24);
        memset(out, 0x5a, sizeof out);
        assert_int_equal(vmm_give_named(VMM_OK, usage, sizeof usage, 24, 16, out, size), refused);
        assert_memory_equal(out, wanted, sizeof out);

        if (size >= 16)
            memset(&wanted[2], 0xff, size - 16);
        if (size >= 40)
            memset(&wanted[3], 0, 16);
        memset(out, 0x5a, sizeof out);
        assert_int_equal(vmm_give_named(VMM_RESET, usage, sizeof usage, 24, 16, out, size),
                         size < 16 ? VMM_E_ARGUMENT : VMM_RESET);
        assert_memory_equal(out, wanted, sizeof out);
    }
    assert_int_equal(vmm_give(VMM_OK, usage, sizeof usage, NULL, sizeof usage), VMM_E_ARGUMENT);
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
