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
TEST(compare_names)
{
    static const struct vmm_layout layout = {24, 8, 8, true, 0, {0}};
    static const struct {
        const char *before, *after;
        vmm_status status;
    } names[] = {
        {"eth0", "eth0", VMM_OK},
        {"eth0", "eth1", VMM_RESET},
        {"eth0", "fth0", VMM_RESET},
        {"eth0", "eth", VMM_RESET},
        {"eth", "eth0", VMM_RESET},
        {"", "eth0", VMM_E_EMPTY},
        {"eth0", "", VMM_E_EMPTY},
        {"", "", VMM_E_EMPTY},
        {"abcdefgh", "abcdefgh", VMM_OK},
        {"abcdefgh", "abcdefgx", VMM_RESET},
        {"abcdefgh", "abcdefg", VMM_RESET},
        {"abcdefgh", "abcdefxh", VMM_RESET},
        {"bbcdefgh", "abcdefgh", VMM_RESET},
    };

    for (size_t i = 0; i < COUNT_OF(names); i++) {
        struct {
            uint64_t size;
            char name[8];
            char behind[8];
        } before = {24, "", "xxxxxxx"}, after = {24, "", "yyyyyyy"};

        memcpy(before.name, names[i].before, strlen(names[i].before));
        memcpy(after.name, names[i].after, strlen(names[i].after));
        assert_int_equal(vmm_compare_identities(&before, &after, &layout), names[i].status);
        /* A name that is not in the record is unknown. */
        for (before.size = 0; before.size < 16; before.size++)
            assert_int_equal(vmm_compare_identities(&before, &after, &layout), VMM_E_EMPTY);
        before.size = 16;
        assert_int_equal(vmm_compare_identities(&before, &after, &layout), names[i].status);
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

/* Numbers and a name: all that are known in both samples are compared, and one that differs is enough. */
TEST(compare_identities)
{
    static const struct vmm_layout layout = {40, 32, 8, true, 0, {16, 24, 0}},
                                   of_numbers = {40, 32, 8, false, 0, {16, 24, 0}};
    static const struct vmm_layout of_nothing = {40, 0, 0, false, 0, {0}};
    /* Names of eight equal letters, which are the same in each byte order. */
    const uint64_t a = UINT64_C(0x6161616161616161), b = UINT64_C(0x6262626262626262);
    const struct {
        uint64_t after[3];
        vmm_status status, of_numbers;
    } samples[] = {
        {{1, 2, a}, VMM_OK, VMM_OK},
        {{1, VMM_UNKNOWN, 0}, VMM_OK, VMM_OK},
        {{VMM_UNKNOWN, 2, 0}, VMM_OK, VMM_OK},
        {{VMM_UNKNOWN, VMM_UNLIMITED, a}, VMM_OK, VMM_E_EMPTY},
        {{VMM_UNKNOWN, VMM_UNKNOWN, 0}, VMM_E_EMPTY, VMM_E_EMPTY},
        {{3, 2, a}, VMM_RESET, VMM_RESET},
        {{1, 3, a}, VMM_RESET, VMM_RESET},
        {{1, 2, b}, VMM_RESET, VMM_OK},
        {{VMM_UNKNOWN, VMM_UNKNOWN, b}, VMM_RESET, VMM_E_EMPTY},
    };
    const uint64_t before[] = {40, 7, 1, 2, a};

    for (size_t i = 0; i < COUNT_OF(samples); i++) {
        uint64_t after[] = {40, 7, samples[i].after[0], samples[i].after[1], samples[i].after[2]};

        assert_int_equal(vmm_compare_identities(before, after, &layout), samples[i].status);
        assert_int_equal(vmm_compare_identities(after, before, &layout), samples[i].status);
        assert_int_equal(vmm_compare_identities(before, after, &of_numbers), samples[i].of_numbers);
        assert_int_equal(vmm_compare_identities(before, after, &of_nothing), VMM_E_EMPTY);
    }
}

static struct vmm_cgroup_io row_of(uint64_t type, uint64_t minor)
{
    struct vmm_cgroup_io row;

    vmm_record_init(VMM_RECORD_CGROUP_IO, &row, sizeof row);
    row.record = type;
    row.major = 8;
    row.minor = minor;
    return row;
}

/* The order of what is looked at: arguments, an earlier sample, the time, and whether it is of the same thing. */
TEST(begin_between)
{
    const struct vmm_cgroup_io none = {0}, sample = row_of(VMM_RECORD_CGROUP_IO, 1),
                               other = row_of(VMM_RECORD_CGROUP_IO, 2);
    const struct vmm_cgroup_io other_type = row_of(VMM_RECORD_NET, 1), no_type = row_of(0, 1);
    const struct vmm_cgroup_io unknown_type = row_of(VMM_UNKNOWN, 1),
                               unknown = row_of(VMM_RECORD_CGROUP_IO, VMM_UNKNOWN);
    struct vmm_cgroup_io short_sample = other_type;
    const struct {
        const struct vmm_cgroup_io *before, *after;
        int64_t elapsed_ns;
        vmm_status status;
    } calls[] = {
        {NULL, NULL, 0, VMM_E_ARGUMENT},
        {&sample, NULL, 1, VMM_E_ARGUMENT},
        {NULL, &other_type, 1, VMM_E_ARGUMENT},
        {&sample, &other_type, 1, VMM_E_ARGUMENT},
        {NULL, &sample, 0, VMM_FIRST},
        {&none, &sample, 0, VMM_FIRST},
        {&other_type, &sample, 0, VMM_E_ARGUMENT},
        {&other_type, &sample, 1, VMM_E_ARGUMENT},
        {&other, &sample, 0, VMM_NO_INTERVAL},
        {&sample, &sample, -1, VMM_NO_INTERVAL},
        {&sample, &sample, 1, VMM_OK},
        {&no_type, &sample, 1, VMM_OK},
        {&sample, &unknown_type, 1, VMM_OK},
        {&unknown, &sample, 1, VMM_OK},
        {&short_sample, &sample, 1, VMM_OK},
        {&sample, &short_sample, 1, VMM_OK},
        {&other, &sample, 1, VMM_RESET},
    };

    short_sample.size = 15;
    for (size_t i = 0; i < COUNT_OF(calls); i++) {
        struct vmm_cgroup_io_usage usage;

        memset(&usage, 0x5a, sizeof usage);
        assert_int_equal(vmm_begin_between(calls[i].before, calls[i].after, calls[i].elapsed_ns, VMM_RECORD_CGROUP_IO,
                                           &usage, VMM_RECORD_CGROUP_IO_USAGE),
                         calls[i].status);
        assert_int_equal(usage.size, sizeof usage);
        assert_int_equal(usage.record, VMM_RECORD_CGROUP_IO_USAGE);
        check_unknown_number(usage.major);
        check_nan(usage.read_bytes_per_second);
    }
}

/* Members that have no room, or not all of it, are not copied; a name likewise. */
static void check_giving(uint32_t type, const void *usage, size_t bytes, size_t name_offset, size_t name_bytes)
{
    for (size_t size = 0; size <= bytes + 8; size++) {
        uint64_t out[64], wanted[64];
        size_t valid = size < bytes ? size : bytes;

        assert_true(bytes + 8 <= sizeof out);
        memset(wanted, 0x5a, sizeof wanted);
        if (size >= 16) {
            memset(wanted, 0xff, size);
            memcpy(wanted, usage, valid / 8 * 8);
            if (size > name_offset && size < name_offset + name_bytes)
                memset((char *)wanted + name_offset, 0xff, size - name_offset);
            wanted[0] = valid;
        }
        memset(out, 0x5a, sizeof out);
        assert_int_equal(vmm_give(VMM_OK, type, usage, out, size), size < 16 ? VMM_E_ARGUMENT : VMM_OK);
        assert_memory_equal(out, wanted, sizeof out);

        if (size >= 16)
            memset(&wanted[2], 0xff, size - 16);
        if (size >= name_offset + name_bytes)
            memset((char *)wanted + name_offset, 0, name_bytes);
        memset(out, 0x5a, sizeof out);
        assert_int_equal(vmm_give(VMM_RESET, type, NULL, out, size), size < 16 ? VMM_E_ARGUMENT : VMM_RESET);
        assert_memory_equal(out, wanted, sizeof out);
    }
    assert_int_equal(vmm_give(VMM_OK, type, usage, NULL, bytes), VMM_E_ARGUMENT);
}

TEST(giving)
{
    struct vmm_cgroup_io_usage without_name;
    struct vmm_disk_usage with_name;

    memset(&without_name, 0x11, sizeof without_name);
    without_name.record = VMM_RECORD_CGROUP_IO_USAGE;
    check_giving(VMM_RECORD_CGROUP_IO_USAGE, &without_name, sizeof without_name, sizeof without_name, 0);
    memset(&with_name, 0x11, sizeof with_name);
    with_name.record = VMM_RECORD_DISK_USAGE;
    check_giving(VMM_RECORD_DISK_USAGE, &with_name, sizeof with_name, offsetof(struct vmm_disk_usage, name),
                 sizeof with_name.name);
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
