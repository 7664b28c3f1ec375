/* SPDX-License-Identifier: MIT */
/* How much of a cgroup's memory is in use. */
#include "support_usage.h"

#include <string.h>

/* What the arithmetic reads. */
struct input {
    uint64_t used, own_limit;
    uint64_t inactive, local_inactive, hierarchical_limit;
    uint64_t limit;
};

static struct vmm_cgroup cgroup_of(const struct input *input)
{
    struct vmm_cgroup cgroup;

    assert_int_equal(vmm_record_init(VMM_RECORD_CGROUP, &cgroup, sizeof cgroup), VMM_OK);
    cgroup.memory_current_bytes = input->used;
    cgroup.memory_max_bytes = input->own_limit;
    return cgroup;
}

static struct vmm_cgroup_memory memory_of(const struct input *input)
{
    struct vmm_cgroup_memory memory;

    assert_int_equal(vmm_record_init(VMM_RECORD_CGROUP_MEMORY, &memory, sizeof memory), VMM_OK);
    memory.inactive_file_bytes = input->inactive;
    memory.local_inactive_file_bytes = input->local_inactive;
    memory.hierarchical_memory_limit_bytes = input->hierarchical_limit;
    return memory;
}

static vmm_status read_usage(const struct vmm_cgroup *cgroup, const struct vmm_cgroup_memory *memory, uint64_t limit,
                             struct vmm_cgroup_memory_usage *usage)
{
    return call_usage(&usage_cgroup_memory_usage, memory, cgroup, 0, limit, usage);
}

static struct vmm_cgroup_memory_usage usage_of(struct input input)
{
    struct vmm_cgroup cgroup = cgroup_of(&input);
    struct vmm_cgroup_memory memory = memory_of(&input);
    struct vmm_cgroup_memory_usage usage;

    assert_int_equal(read_usage(&cgroup, &memory, input.limit, &usage), VMM_OK);
    return usage;
}

static struct input version_2(uint64_t used, uint64_t inactive)
{
    return (struct input){used, VMM_UNLIMITED, inactive, VMM_UNKNOWN, VMM_UNKNOWN, VMM_UNKNOWN};
}

static struct input version_1(uint64_t used, uint64_t total_inactive, uint64_t inactive)
{
    return (struct input){used, VMM_UNLIMITED, total_inactive, inactive, VMM_UNLIMITED, VMM_UNKNOWN};
}

static struct input with_limits(uint64_t own, uint64_t hierarchical, uint64_t above)
{
    return (struct input){1000, own, 200, VMM_UNKNOWN, hierarchical, above};
}

static void check_sets(struct input input, uint64_t cadvisor, uint64_t docker)
{
    struct vmm_cgroup_memory_usage usage = usage_of(input);

    assert_int_equal(usage.used_bytes, input.used);
    assert_int_equal(usage.working_set_cadvisor_bytes, cadvisor);
    assert_int_equal(usage.working_set_docker_bytes, docker);
}

/* cAdvisor and docker define the working set differently, so each definition has its own member. */
TEST(working_sets_of_version_2)
{
    check_sets(version_2(1000, 200), 800, 800);
    check_sets(version_2(1000, 0), 1000, 1000);
    check_sets(version_2(1000, 999), 1, 1);
    /* The page cache is as large as all that is used, or larger: read at another time. */
    check_sets(version_2(1000, 1000), 0, 1000);
    check_sets(version_2(1000, 1001), 0, 1000);
    check_sets(version_2(1000, MOST), 0, 1000);
    check_sets(version_2(0, 0), 0, 0);
    check_sets(version_2(0, 1), 0, 0);
    check_sets(version_2(MOST, 1), MOST - 1, MOST - 1);
    check_sets(version_2(MOST, MOST), 0, MOST);
}

/* In version 1 the page cache is `total_inactive_file`; docker's second choice is `inactive_file`. */
TEST(working_sets_of_version_1)
{
    check_sets(version_1(1000, 200, 50), 800, 800);
    check_sets(version_1(1000, 0, 50), 1000, 1000);
    check_sets(version_1(1000, 999, 50), 1, 1);
    check_sets(version_1(1000, 1000, 50), 0, 950);
    check_sets(version_1(1000, 2000, 999), 0, 1);
    check_sets(version_1(1000, 2000, 1000), 0, 1000);
    check_sets(version_1(1000, 2000, 2000), 0, 1000);
    check_sets(version_1(0, 0, 0), 0, 0);
    /* Without `total_` lines there is nothing of cAdvisor's to take away. */
    check_sets(version_1(1000, VMM_UNKNOWN, 50), VMM_UNKNOWN, 950);
    check_sets(version_1(1000, VMM_UNKNOWN, 1000), VMM_UNKNOWN, 1000);
}

/* Others take a missing key for 0 and show all that is used; here it is unknown. */
TEST(without_the_key_there_is_no_working_set)
{
    struct vmm_cgroup_memory_usage usage;

    check_sets(version_2(1000, VMM_UNKNOWN), VMM_UNKNOWN, VMM_UNKNOWN);
    check_sets(version_2(1000, VMM_UNLIMITED), VMM_UNKNOWN, VMM_UNKNOWN);
    check_sets(version_1(1000, VMM_UNLIMITED, VMM_UNLIMITED), VMM_UNKNOWN, VMM_UNKNOWN);
    usage = usage_of((struct input){1000, 2000, VMM_UNKNOWN, VMM_UNKNOWN, VMM_UNKNOWN, VMM_UNKNOWN});
    check_near(usage.used_ratio, 0.5);
    check_nan(usage.working_set_cadvisor_ratio);
    check_nan(usage.working_set_docker_ratio);
}

TEST(without_memory_stat)
{
    struct input input = {1000, 4000, 200, 100, 3000, 5000};
    struct vmm_cgroup cgroup = cgroup_of(&input);
    struct vmm_cgroup_memory empty = memory_of(&input);
    const struct vmm_cgroup_memory *none[] = {NULL, &empty};

    empty.size = 0;
    for (size_t i = 0; i < COUNT_OF(none); i++) {
        struct vmm_cgroup_memory_usage usage;

        assert_int_equal(read_usage(&cgroup, none[i], input.limit, &usage), VMM_OK);
        assert_int_equal(usage.used_bytes, 1000);
        check_unknown_number(usage.working_set_cadvisor_bytes);
        check_unknown_number(usage.working_set_docker_bytes);
        assert_int_equal(usage.limit_bytes, 4000);
        check_near(usage.used_ratio, 0.25);
        check_nan(usage.working_set_cadvisor_ratio);
        check_nan(usage.working_set_docker_ratio);
    }
}

TEST(what_is_used_must_be_known)
{
    struct input input = {VMM_UNKNOWN, 4000, 200, 100, 3000, 5000};
    struct vmm_cgroup cgroup = cgroup_of(&input);
    struct vmm_cgroup_memory memory = memory_of(&input);
    struct vmm_cgroup_memory_usage usage;

    assert_int_equal(read_usage(&cgroup, &memory, 5000, &usage), VMM_E_EMPTY);
    cgroup.memory_current_bytes = VMM_UNLIMITED;
    assert_int_equal(read_usage(&cgroup, &memory, 5000, &usage), VMM_E_EMPTY);
    cgroup.memory_current_bytes = 0;
    assert_int_equal(read_usage(&cgroup, &memory, 5000, &usage), VMM_OK);
    check_near(usage.used_ratio, 0);
    cgroup.size = 0;
    assert_int_equal(read_usage(&cgroup, &memory, 5000, &usage), VMM_E_EMPTY);
    assert_int_equal(read_usage(NULL, &memory, 5000, &usage), VMM_E_ARGUMENT);
}

/* ---- limits ---- */

TEST(the_smallest_limit_counts)
{
    static const struct {
        struct input input;
        uint64_t limit;
    } cases[] = {
        {{1000, 4000, 200, VMM_UNKNOWN, 3000, 2000}, 2000},
        {{1000, 4000, 200, VMM_UNKNOWN, 2000, 3000}, 2000},
        {{1000, 2000, 200, VMM_UNKNOWN, 4000, 3000}, 2000},
        {{1000, VMM_UNKNOWN, 200, VMM_UNKNOWN, 2000, 3000}, 2000},
        {{1000, VMM_UNKNOWN, 200, VMM_UNKNOWN, VMM_UNKNOWN, 2000}, 2000},
        {{1000, 2000, 200, VMM_UNKNOWN, VMM_UNKNOWN, VMM_UNKNOWN}, 2000},
        {{1000, VMM_UNKNOWN, 200, VMM_UNKNOWN, 2000, VMM_UNKNOWN}, 2000},
        {{1000, VMM_UNLIMITED, 200, VMM_UNKNOWN, VMM_UNLIMITED, 2000}, 2000},
        {{1000, VMM_UNLIMITED, 200, VMM_UNKNOWN, 2000, VMM_UNLIMITED}, 2000},
        {{1000, 2000, 200, VMM_UNKNOWN, VMM_UNLIMITED, VMM_UNLIMITED}, 2000},
    };

    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct vmm_cgroup_memory_usage usage = usage_of(cases[i].input);

        assert_int_equal(usage.limit_bytes, cases[i].limit);
        check_near(usage.used_ratio, 0.5);
        check_near(usage.working_set_cadvisor_ratio, 0.4);
        check_near(usage.working_set_docker_ratio, 0.4);
    }
}

static void check_no_ratio(struct input input, uint64_t limit)
{
    struct vmm_cgroup_memory_usage usage = usage_of(input);

    assert_int_equal(usage.limit_bytes, limit);
    assert_int_equal(usage.working_set_docker_bytes, 800);
    check_nan(usage.used_ratio);
    check_nan(usage.working_set_cadvisor_ratio);
    check_nan(usage.working_set_docker_ratio);
}

/* "No limit" is not the same as an unknown limit, and there is no ratio to either. */
TEST(without_a_limit_there_is_no_ratio)
{
    check_no_ratio(with_limits(VMM_UNLIMITED, VMM_UNLIMITED, VMM_UNLIMITED), VMM_UNLIMITED);
    check_no_ratio(with_limits(VMM_UNLIMITED, VMM_UNKNOWN, VMM_UNKNOWN), VMM_UNLIMITED);
    check_no_ratio(with_limits(VMM_UNKNOWN, VMM_UNLIMITED, VMM_UNKNOWN), VMM_UNLIMITED);
    check_no_ratio(with_limits(VMM_UNKNOWN, VMM_UNKNOWN, VMM_UNLIMITED), VMM_UNLIMITED);
    check_no_ratio(with_limits(VMM_UNKNOWN, VMM_UNKNOWN, VMM_UNKNOWN), VMM_UNKNOWN);
    /* The kernel accepts a limit of 0: nothing more may be used. */
    check_no_ratio(with_limits(0, VMM_UNKNOWN, VMM_UNKNOWN), 0);
    check_no_ratio(with_limits(4000, 0, 4000), 0);
}

/* A caller that has read no other limit would otherwise be told that nothing may be used. */
TEST(a_limit_of_0_that_is_the_callers_is_refused)
{
    struct vmm_cgroup cgroup;
    struct vmm_cgroup_memory_usage usage;

    assert_int_equal(vmm_record_init(VMM_RECORD_CGROUP, &cgroup, sizeof cgroup), VMM_OK);
    cgroup.memory_current_bytes = 1000;
    cgroup.memory_max_bytes = 4000;
    assert_int_equal(read_usage(&cgroup, NULL, 0, &usage), VMM_E_ARGUMENT);
    assert_int_equal(read_usage(&cgroup, NULL, VMM_UNKNOWN, &usage), VMM_OK);
    assert_int_equal(usage.limit_bytes, 4000);
    assert_int_equal(read_usage(&cgroup, NULL, 1, &usage), VMM_OK);
    assert_int_equal(usage.limit_bytes, 1);
}

static void feed(struct vmm_cgroup *cgroup, uint32_t file_id, const char *string)
{
    struct vmm_text text = vmm_text_of(string, strlen(string));

    assert_int_equal(vmm_record_read(&text, file_id, cgroup, sizeof *cgroup), VMM_OK);
}

/* The largest number of the kernel's page counter means "no limit". It differs with the page size and with the kernel. */
TEST(the_largest_numbers_of_version_1_are_no_limit)
{
    static const char *const unlimited[] = {"9223372036854771712", "9223372036854710272", "9223372036854775807",
                                            "18446744073709551615", "8796093018112"};

    for (size_t i = 0; i < COUNT_OF(unlimited); i++) {
        struct input input = {VMM_UNKNOWN, VMM_UNKNOWN, VMM_UNKNOWN, VMM_UNKNOWN, VMM_UNKNOWN, VMM_UNKNOWN};
        struct vmm_cgroup cgroup = cgroup_of(&input);
        struct vmm_cgroup_memory memory = {0};
        struct vmm_cgroup_memory_usage usage;
        struct builder stat = {NULL, 0, 0};
        struct vmm_text text;

        feed(&cgroup, VMM_FILE_CGROUP_MEMORY_USAGE_IN_BYTES, "1000\n");
        feed(&cgroup, VMM_FILE_CGROUP_MEMORY_LIMIT_IN_BYTES, unlimited[i]);
        builder_print(&stat, "cache 300\ninactive_file 100\nhierarchical_memory_limit %s\ntotal_inactive_file 200\n",
                      unlimited[i]);
        text = vmm_text_of(stat.bytes, stat.length);
        assert_int_equal(vmm_record_read(&text, VMM_FILE_CGROUP_MEMORY_STAT, &memory, sizeof memory), VMM_OK);
        builder_free(&stat);
        assert_int_equal(read_usage(&cgroup, &memory, VMM_UNLIMITED, &usage), VMM_OK);
        assert_int_equal(usage.limit_bytes, VMM_UNLIMITED);
        assert_int_equal(usage.working_set_cadvisor_bytes, 800);
        check_nan(usage.used_ratio);
        /* Then the machine's memory is the limit. */
        assert_int_equal(read_usage(&cgroup, &memory, 4000, &usage), VMM_OK);
        assert_int_equal(usage.limit_bytes, 4000);
        check_near(usage.used_ratio, 0.25);
        check_near(usage.working_set_cadvisor_ratio, 0.2);
    }
}

/* For a moment more memory can be in use than is allowed. The ratio is not cut off at 1. */
TEST(more_than_the_limit)
{
    struct vmm_cgroup_memory_usage usage = usage_of(with_limits(500, VMM_UNKNOWN, VMM_UNKNOWN));

    check_near(usage.used_ratio, 2);
    check_near(usage.working_set_cadvisor_ratio, 1.6);
    check_near(usage.working_set_docker_ratio, 1.6);
    usage = usage_of((struct input){MOST, 1, 0, VMM_UNKNOWN, VMM_UNKNOWN, VMM_UNKNOWN});
    assert_true(usage.used_ratio > 1.8e19 && usage.used_ratio < 1.9e19);
}

/* ---- both versions, from text ---- */

/* The same cgroup in the words of both versions, with a limit above it that only version 1 tells. */
TEST(both_versions_from_files)
{
    static const char stat_v2[] = "anon 500\nfile 400\nkernel 100\nfile_mapped 90\ninactive_anon 0\nactive_anon 500\n"
                                  "inactive_file 300\nactive_file 100\nunevictable 0\n";
    static const char stat_v1[] =
        "cache 50\nrss 100\nmapped_file 10\ninactive_anon 0\nactive_anon 100\ninactive_file 40\nactive_file 10\n"
        "unevictable 0\nhierarchical_memory_limit 2000\ntotal_cache 400\ntotal_rss 500\ntotal_mapped_file 90\n"
        "total_inactive_anon 0\ntotal_active_anon 500\ntotal_inactive_file 300\ntotal_active_file 100\n";
    struct input nothing = {VMM_UNKNOWN, VMM_UNKNOWN, VMM_UNKNOWN, VMM_UNKNOWN, VMM_UNKNOWN, VMM_UNKNOWN};
    struct vmm_cgroup cgroup = cgroup_of(&nothing);
    struct vmm_cgroup_memory memory = {0};
    struct vmm_cgroup_memory_usage usage;
    struct vmm_text text = vmm_text_of(stat_v2, sizeof stat_v2 - 1);

    feed(&cgroup, VMM_FILE_CGROUP_MEMORY_CURRENT, "1000\n");
    feed(&cgroup, VMM_FILE_CGROUP_MEMORY_MAX, "max\n");
    feed(&cgroup, VMM_FILE_CGROUP_MEMORY_SWAP_CURRENT, "77\n");
    assert_int_equal(vmm_record_read(&text, VMM_FILE_CGROUP_MEMORY_STAT, &memory, sizeof memory), VMM_OK);
    assert_int_equal(read_usage(&cgroup, &memory, VMM_UNKNOWN, &usage), VMM_OK);
    assert_int_equal(usage.used_bytes, 1000);
    assert_int_equal(usage.working_set_cadvisor_bytes, 700);
    assert_int_equal(usage.working_set_docker_bytes, 700);
    assert_int_equal(usage.limit_bytes, VMM_UNLIMITED);
    check_nan(usage.used_ratio);
    assert_int_equal(read_usage(&cgroup, &memory, 2000, &usage), VMM_OK);
    check_near(usage.used_ratio, 0.5);
    check_near(usage.working_set_docker_ratio, 0.35);

    cgroup = cgroup_of(&nothing);
    text = vmm_text_of(stat_v1, sizeof stat_v1 - 1);
    feed(&cgroup, VMM_FILE_CGROUP_MEMORY_USAGE_IN_BYTES, "1000\n");
    feed(&cgroup, VMM_FILE_CGROUP_MEMORY_LIMIT_IN_BYTES, "9223372036854771712\n");
    /* Memory and swap together are not used here. */
    feed(&cgroup, VMM_FILE_CGROUP_MEMORY_MEMSW_USAGE_IN_BYTES, "1077\n");
    feed(&cgroup, VMM_FILE_CGROUP_MEMORY_MEMSW_LIMIT_IN_BYTES, "1500\n");
    assert_int_equal(vmm_record_read(&text, VMM_FILE_CGROUP_MEMORY_STAT, &memory, sizeof memory), VMM_OK);
    assert_int_equal(read_usage(&cgroup, &memory, VMM_UNKNOWN, &usage), VMM_OK);
    assert_int_equal(usage.used_bytes, 1000);
    assert_int_equal(usage.working_set_cadvisor_bytes, 700);
    assert_int_equal(usage.working_set_docker_bytes, 700);
    assert_int_equal(usage.limit_bytes, 2000);
    check_near(usage.used_ratio, 0.5);
    check_near(usage.working_set_cadvisor_ratio, 0.35);
    /* The whole subtree's cache is more than was read as used a moment before: docker falls on to the cgroup's own. */
    feed(&cgroup, VMM_FILE_CGROUP_MEMORY_USAGE_IN_BYTES, "250\n");
    assert_int_equal(read_usage(&cgroup, &memory, VMM_UNKNOWN, &usage), VMM_OK);
    assert_int_equal(usage.working_set_cadvisor_bytes, 0);
    assert_int_equal(usage.working_set_docker_bytes, 210);
}

/* The kernel printed negative numbers as unsigned. Their difference, 4090, looks like a working set. Limits stay. */
TEST(gauges_below_zero_are_unknown)
{
    static const char stat[] =
        "anon 9223372036854775807\ninactive_file 18446744073709547520\npgscan 18446744073709547520\n";
    struct input nothing = {VMM_UNKNOWN, VMM_UNKNOWN, VMM_UNKNOWN, VMM_UNKNOWN, VMM_UNKNOWN, VMM_UNKNOWN};
    struct vmm_cgroup cgroup = cgroup_of(&nothing);
    struct vmm_cgroup_memory memory = {0};
    struct vmm_cgroup_memory_usage usage;
    struct vmm_text text = vmm_text_of(stat, sizeof stat - 1);

    assert_int_equal(vmm_record_read(&text, VMM_FILE_CGROUP_MEMORY_STAT, &memory, sizeof memory), VMM_OK);
    assert_int_equal(memory.anon_bytes, INT64_MAX);
    check_unknown_number(memory.inactive_file_bytes);
    assert_int_equal(memory.pgscan, UINT64_C(18446744073709547520));
    feed(&cgroup, VMM_FILE_CGROUP_MEMORY_CURRENT, "18446744073709551610\n");
    feed(&cgroup, VMM_FILE_CGROUP_MEMORY_MAX, "18446744073709551610\n");
    check_unknown_number(cgroup.memory_current_bytes);
    assert_int_equal(cgroup.memory_max_bytes, UINT64_C(18446744073709551610));
    assert_int_equal(read_usage(&cgroup, &memory, VMM_UNKNOWN, &usage), VMM_E_EMPTY);
    feed(&cgroup, VMM_FILE_CGROUP_MEMORY_CURRENT, "9223372036854775808\n");
    check_unknown_number(cgroup.memory_current_bytes);
    feed(&cgroup, VMM_FILE_CGROUP_MEMORY_CURRENT, "1000\n");
    assert_int_equal(read_usage(&cgroup, &memory, VMM_UNKNOWN, &usage), VMM_OK);
    check_unknown_number(usage.working_set_cadvisor_bytes);
    check_unknown_number(usage.working_set_docker_bytes);
}

/* The root of version 2 has memory.stat but no memory.current. */
TEST(the_root_of_version_2)
{
    struct input input = {VMM_UNKNOWN, VMM_UNKNOWN, 200, VMM_UNKNOWN, VMM_UNKNOWN, VMM_UNKNOWN};
    struct vmm_cgroup cgroup = cgroup_of(&input);
    struct vmm_cgroup_memory memory = memory_of(&input);
    struct vmm_cgroup_memory_usage usage;

    assert_int_equal(read_usage(&cgroup, &memory, VMM_UNLIMITED, &usage), VMM_E_EMPTY);
}
