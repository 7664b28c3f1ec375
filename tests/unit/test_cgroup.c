/* SPDX-License-Identifier: MIT */
/* The files of a cgroup's directory, of both versions. */
#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST = VMM_FILE_CGROUP_CPU_STAT, MOST_FILES = 128 };
#define FILES ((uint32_t)cgroup_group.count)

#define AT(member) offsetof(struct vmm_cgroup, member)

static const struct format *format_of(uint32_t id)
{
    return &cgroup_group.formats[id - FIRST];
}

static struct vmm_cgroup unknown_cgroup(void)
{
    struct vmm_cgroup cgroup;

    assert_int_equal(vmm_record_init(VMM_RECORD_CGROUP, &cgroup, sizeof cgroup), VMM_OK);
    return cgroup;
}

static vmm_status read_into(struct vmm_cgroup *cgroup, uint32_t id, const char *string)
{
    struct vmm_text text = vmm_text_of(string, strlen(string));

    check_piece(format_of(id), string, strlen(string));
    return vmm_record_read(&text, id, cgroup, sizeof *cgroup);
}

#define READ(cgroup, id, string) assert_int_equal(read_into(&(cgroup), VMM_FILE_CGROUP_##id, string), VMM_OK)

/* The usual text of a file. */
static vmm_status read_usual(struct vmm_cgroup *cgroup, uint32_t id)
{
    struct vmm_text text = vmm_text_of(format_of(id)->usual->bytes, format_of(id)->usual->length);

    return vmm_record_read(&text, id, cgroup, sizeof *cgroup);
}

/* The first member that a file feeds, read from this text. */
static uint64_t value_of(uint32_t id, const char *string)
{
    struct vmm_cgroup cgroup = unknown_cgroup();

    assert_int_equal(read_into(&cgroup, id, string), VMM_OK);
    return ref_load(&cgroup, format_of(id)->sets[0].offset);
}

#define VALUE_OF(id, string) value_of(VMM_FILE_CGROUP_##id, string)

/* ---- every file ---- */

/* The list of formats is in the order of the ids, and together they feed every member. */
TEST(every_member_has_a_file)
{
    bool covered[sizeof(struct vmm_cgroup) / 8] = {true, true, true};
    struct vmm_file_info file;

    assert_true(FILES <= MOST_FILES);
    for (uint32_t id = FIRST; id < FIRST + FILES; id++) {
        const struct members *set = &format_of(id)->sets[0];

        assert_int_equal(format_of(id)->file, id);
        for (size_t i = 0; i < set->count; i++)
            covered[set->offset / 8 + i] = true;
        for (size_t i = 0; i < format_of(id)->key_count; i++)
            assert_int_equal(format_of(id)->keys[i].offset, set->offset + 8 * i);
    }
    assert_int_equal(vmm_file_at(VMM_RECORD_CGROUP, FILES, &file, sizeof file), VMM_END);
    for (size_t i = 0; i < COUNT_OF(covered); i++)
        assert_true(covered[i]);
}

/* Whether two files feed the same members. */
static bool shares_members(uint32_t a, uint32_t b)
{
    const struct members *first = &format_of(a)->sets[0], *second = &format_of(b)->sets[0];

    return first->offset < second->offset + 8 * second->count && second->offset < first->offset + 8 * first->count;
}

TEST(files_in_any_order_give_the_same_record)
{
    uint32_t order[MOST_FILES];
    struct vmm_cgroup plain = unknown_cgroup();
    size_t count = 0;

    for (uint32_t id = FIRST; id < FIRST + FILES; id++) {
        bool shares = false;

        for (size_t i = 0; i < count; i++)
            shares = shares || shares_members(order[i], id);
        if (!shares)
            order[count++] = id;
    }
    assert_int_equal(count, FILES - 8);
    for (size_t i = 0; i < count; i++)
        assert_int_equal(read_usual(&plain, order[i]), VMM_OK);
    chance_seed(17);
    for (unsigned time = 0; time < 1000; time++) {
        struct vmm_cgroup shuffled = unknown_cgroup();

        for (size_t i = count; i > 1; i--) {
            size_t other = chance_below(i);
            uint32_t kept = order[i - 1];

            order[i - 1] = order[other];
            order[other] = kept;
        }
        for (size_t i = 0; i < count; i++)
            assert_int_equal(read_usual(&shuffled, order[i]), VMM_OK);
        check_equal(VMM_RECORD_CGROUP, &plain, &shuffled);
    }
}

/* Eight files of version 1 feed members of version 2's. */
TEST(of_two_files_that_feed_a_member_the_later_wins)
{
    unsigned pairs = 0;

    for (uint32_t a = FIRST; a < FIRST + FILES; a++) {
        for (uint32_t b = FIRST; b < FIRST + FILES; b++) {
            struct vmm_cgroup cgroup = unknown_cgroup(), later = unknown_cgroup();
            size_t offset = format_of(b)->sets[0].offset;

            if (a == b || !shares_members(a, b))
                continue;
            pairs++;
            assert_int_equal(read_usual(&later, b), VMM_OK);
            assert_int_equal(read_usual(&cgroup, a), VMM_OK);
            assert_int_equal(read_usual(&cgroup, b), VMM_OK);
            assert_int_equal(ref_load(&cgroup, offset), ref_load(&later, offset));
            /* An error is the later one, too. */
            assert_int_equal(read_usual(&cgroup, a), VMM_OK);
            assert_int_equal(read_into(&cgroup, b, ""), VMM_E_EMPTY);
            assert_int_equal(ref_load(&cgroup, offset), VMM_UNKNOWN);
        }
    }
    assert_int_equal(pairs, 16);
}

/* ---- values ---- */

TEST(max_is_unlimited)
{
    unsigned limits = 0;

    for (uint32_t id = FIRST; id < FIRST + FILES; id++) {
        const char *const text = id == VMM_FILE_CGROUP_CPU_MAX ? "max 100000\n" : "max\n";
        struct vmm_cgroup cgroup = unknown_cgroup();

        if (format_of(id)->keys != NULL || format_of(id)->words != NULL)
            continue;
        if (read_into(&cgroup, id, text) != VMM_OK)
            continue;
        assert_int_equal(ref_load(&cgroup, format_of(id)->sets[0].offset), VMM_UNLIMITED);
        limits++;
    }
    /* New files may add limits. */
    assert_true(limits >= 13);
}

/* What version 1 prints where there is no limit. */
TEST(limits_of_version_1)
{
    /* Pages of 4, 16 and 64 KiB, and of 1 MiB, which is the most. */
    assert_int_equal(VALUE_OF(MEMORY_LIMIT_IN_BYTES, "9223372036854771712\n"), VMM_UNLIMITED);
    assert_int_equal(VALUE_OF(MEMORY_SOFT_LIMIT_IN_BYTES, "9223372036854759424\n"), VMM_UNLIMITED);
    assert_int_equal(VALUE_OF(MEMORY_MEMSW_LIMIT_IN_BYTES, "9223372036854710272\n"), VMM_UNLIMITED);
    assert_int_equal(VALUE_OF(MEMORY_KMEM_LIMIT_IN_BYTES, "9223372036853727232\n"), VMM_UNLIMITED);
    assert_int_equal(VALUE_OF(MEMORY_KMEM_TCP_LIMIT_IN_BYTES, "9223372036853727231\n"), UINT64_C(9223372036853727231));
    /* 2^63 - 1 and 2^64 - 1, which old kernels print. */
    assert_int_equal(VALUE_OF(MEMORY_LIMIT_IN_BYTES, "9223372036854775807\n"), VMM_UNLIMITED);
    assert_int_equal(VALUE_OF(MEMORY_LIMIT_IN_BYTES, "18446744073709551615\n"), VMM_UNLIMITED);
    /* 2^31 - 1 pages, on a kernel of 32 bits; and its neighbours. */
    assert_int_equal(VALUE_OF(MEMORY_LIMIT_IN_BYTES, "8796093018112\n"), VMM_UNLIMITED);
    assert_int_equal(VALUE_OF(MEMORY_LIMIT_IN_BYTES, "8796093014016\n"), UINT64_C(8796093014016));
    assert_int_equal(VALUE_OF(MEMORY_LIMIT_IN_BYTES, "8796093022208\n"), UINT64_C(8796093022208));
    assert_int_equal(VALUE_OF(MEMORY_LIMIT_IN_BYTES, "0\n"), 0);
    assert_int_equal(VALUE_OF(MEMORY_LIMIT_IN_BYTES, "268435456"), 268435456);
    assert_int_equal(VALUE_OF(MEMORY_LIMIT_IN_BYTES, "18446744073709551616\n"), VMM_UNKNOWN);
    assert_int_equal(VALUE_OF(MEMORY_LIMIT_IN_BYTES, "-1\n"), VMM_UNKNOWN);
    /* Version 2 says `max`; these are numbers there. */
    assert_int_equal(VALUE_OF(MEMORY_MAX, "9223372036854771712\n"), UINT64_C(9223372036854771712));
    assert_int_equal(VALUE_OF(MEMORY_MAX, "18446744073709551615\n"), VMM_UNKNOWN);
    assert_int_equal(VALUE_OF(MEMORY_USAGE_IN_BYTES, "9223372036854775807\n"), UINT64_C(9223372036854775807));
}

TEST(quota_of_version_1)
{
    assert_int_equal(VALUE_OF(CPU_CFS_QUOTA_US, "-1\n"), VMM_UNLIMITED);
    assert_int_equal(VALUE_OF(CPU_CFS_QUOTA_US, "50000\n"), 50000);
    assert_int_equal(VALUE_OF(CPU_CFS_QUOTA_US, "0\n"), 0);
    assert_int_equal(VALUE_OF(CPU_CFS_QUOTA_US, "1\n"), 1);
    assert_int_equal(VALUE_OF(CPU_CFS_QUOTA_US, "-2\n"), VMM_UNKNOWN);
    assert_int_equal(VALUE_OF(CPU_CFS_QUOTA_US, "-01\n"), VMM_UNKNOWN);
    assert_int_equal(VALUE_OF(CPU_CFS_QUOTA_US, "-0\n"), VMM_UNKNOWN);
    /* Of the others -1 is a number that does not fit. */
    assert_int_equal(VALUE_OF(CPU_CFS_BURST_US, "-1\n"), VMM_UNKNOWN);
    assert_int_equal(VALUE_OF(CPU_MAX, "-1 100000\n"), VMM_UNKNOWN);
    assert_int_equal(VALUE_OF(CPU_CFS_PERIOD_US, "-1\n"), VMM_UNKNOWN);
}

TEST(cpu_max)
{
    struct vmm_cgroup cgroup = unknown_cgroup();

    READ(cgroup, CPU_MAX, "max 100000\n");
    assert_int_equal(cgroup.cpu_max_usec, VMM_UNLIMITED);
    assert_int_equal(cgroup.cpu_max_period_usec, 100000);
    READ(cgroup, CPU_MAX, "150000 1000000 7 x\n");
    assert_int_equal(cgroup.cpu_max_usec, 150000);
    assert_int_equal(cgroup.cpu_max_period_usec, 1000000);
    /* The period of an earlier call is not kept. */
    READ(cgroup, CPU_MAX, "7000\n");
    assert_int_equal(cgroup.cpu_max_usec, 7000);
    check_unknown_number(cgroup.cpu_max_period_usec);
    /* What does not fit spoils nothing else. */
    READ(cgroup, CPU_MAX, "99999999999999999999999 100000\n");
    check_unknown_number(cgroup.cpu_max_usec);
    assert_int_equal(cgroup.cpu_max_period_usec, 100000);
    READ(cgroup, CPU_MAX, "5 -7\n");
    assert_int_equal(cgroup.cpu_max_usec, 5);
    check_unknown_number(cgroup.cpu_max_period_usec);
}

TEST(utilisation_clamps)
{
    for (uint32_t id = VMM_FILE_CGROUP_CPU_UCLAMP_MIN; id <= VMM_FILE_CGROUP_CPU_UCLAMP_MAX; id++) {
        for (unsigned hundredths = 0; hundredths <= 10000; hundredths++) {
            char string[16];

            snprintf(string, sizeof string, "%u.%02u\n", hundredths / 100, hundredths % 100);
            assert_int_equal(value_of(id, string), hundredths);
        }
        assert_int_equal(value_of(id, "-1.00\n"), VMM_UNKNOWN);
        assert_int_equal(value_of(id, "184467440737095516.15\n"), VMM_UNKNOWN);
    }
}

static double nice_of(const char *string)
{
    struct vmm_cgroup cgroup = unknown_cgroup();

    READ(cgroup, CPU_WEIGHT_NICE, string);
    return cgroup.cpu_weight_nice;
}

TEST(nice_may_be_below_zero)
{
    for (int nice = -20; nice <= 19; nice++) {
        char string[8];

        snprintf(string, sizeof string, "%d\n", nice);
        check_near(nice_of(string), nice);
    }
    check_near(nice_of("-0\n"), 0);
    check_near(nice_of("-00000000000000000000000000000000007\n"), -7);
    check_nan(nice_of("-18446744073709551616\n"));
    check_nan(nice_of("18446744073709551615\n"));
    check_nan(unknown_cgroup().cpu_weight_nice);
    /* Where a nice value is meant, an idle cgroup has a weight of 0. */
    assert_int_equal(VALUE_OF(CPU_WEIGHT, "0\n"), 0);
}

TEST(types)
{
    assert_int_equal(VALUE_OF(CGROUP_TYPE, "domain\n"), VMM_CGROUP_TYPE_DOMAIN);
    assert_int_equal(VALUE_OF(CGROUP_TYPE, "domain threaded\n"), VMM_CGROUP_TYPE_DOMAIN_THREADED);
    assert_int_equal(VALUE_OF(CGROUP_TYPE, "domain invalid\n"), VMM_CGROUP_TYPE_DOMAIN_INVALID);
    assert_int_equal(VALUE_OF(CGROUP_TYPE, "threaded"), VMM_CGROUP_TYPE_THREADED);
    assert_int_equal(VALUE_OF(CGROUP_TYPE, "domain partitioned\n"), VMM_UNKNOWN);
    assert_int_equal(VALUE_OF(CGROUP_TYPE, "invalid\n"), VMM_UNKNOWN);
}

/* An empty line is no CPU at all. */
TEST(lists_of_cpus_and_nodes)
{
    assert_int_equal(VALUE_OF(CPUSET_CPUS_EFFECTIVE, "\n"), 0);
    assert_int_equal(VALUE_OF(CPUSET_MEMS_EFFECTIVE, "\n"), 0);
    assert_int_equal(VALUE_OF(CPUSET_EFFECTIVE_CPUS, "\n"), 0);
    assert_int_equal(VALUE_OF(CPUSET_EFFECTIVE_MEMS, "\n"), 0);
    assert_int_equal(VALUE_OF(CPUSET_CPUS_EFFECTIVE, "0\n"), 1);
    assert_int_equal(VALUE_OF(CPUSET_CPUS_EFFECTIVE, "0-8191\n"), 8192);
    assert_int_equal(VALUE_OF(CPUSET_EFFECTIVE_CPUS, "0,2,4-5\n"), 4);
}

/* A single value is the first of the text; what may stand after it some day is passed over. */
TEST(more_than_one_value)
{
    assert_int_equal(VALUE_OF(MEMORY_CURRENT, "4096 x\n"), 4096);
    assert_int_equal(VALUE_OF(MEMORY_CURRENT, "4096\n8192\nx"), 4096);
    assert_int_equal(VALUE_OF(MEMORY_CURRENT, "\t 4096 "), 4096);
}

/* ---- files of lines ---- */

TEST(cpu_stat_without_the_controller)
{
    struct vmm_cgroup cgroup = unknown_cgroup();

    READ(cgroup, CPU_STAT, "usage_usec 300\nuser_usec 200\nsystem_usec 100\n");
    assert_int_equal(cgroup.usage_usec, 300);
    assert_int_equal(cgroup.user_usec, 200);
    assert_int_equal(cgroup.system_usec, 100);
    check_unknown_number(cgroup.nice_usec);
    check_unknown_number(cgroup.core_sched_force_idle_usec);
    check_unknown_number(cgroup.nr_periods);
    check_unknown_number(cgroup.nr_throttled);
    check_unknown_number(cgroup.throttled_usec);
    check_unknown_number(cgroup.burst_usec);
    /* And cpu.stat.local is empty. */
    assert_int_equal(read_into(&cgroup, VMM_FILE_CGROUP_CPU_STAT_LOCAL, ""), VMM_E_EMPTY);
    assert_int_equal(cgroup.usage_usec, 300);
    check_unknown_number(cgroup.cpu_stat_local_throttled_usec);
}

TEST(cpu_stat_of_different_kernels)
{
    struct vmm_cgroup cgroup = unknown_cgroup();

    READ(cgroup, CPU_STAT, "usage_usec 1\nuser_usec 2\nsystem_usec 3\nnice_usec 4\n");
    assert_int_equal(cgroup.nice_usec, 4);
    check_unknown_number(cgroup.nr_periods);
    cgroup = unknown_cgroup();
    READ(cgroup, CPU_STAT,
         "usage_usec 1\nuser_usec 2\nsystem_usec 3\nnr_periods 5\nnr_throttled 6\nthrottled_usec 7\n");
    assert_int_equal(cgroup.system_usec, 3);
    check_unknown_number(cgroup.nice_usec);
    assert_int_equal(cgroup.nr_periods, 5);
    assert_int_equal(cgroup.nr_throttled, 6);
    assert_int_equal(cgroup.throttled_usec, 7);
    check_unknown_number(cgroup.nr_bursts);
    check_unknown_number(cgroup.throttled_time_ns);
    cgroup = unknown_cgroup();
    READ(cgroup, CPU_STAT,
         "usage_usec 1\nuser_usec 2\nsystem_usec 3\nnice_usec 4\ncore_sched.force_idle_usec 5\nrun_delay_usec 99\n"
         "nr_periods 6\nnr_throttled 7\nthrottled_usec 8\nnr_bursts 9\nburst_usec 10\n");
    assert_int_equal(cgroup.core_sched_force_idle_usec, 5);
    assert_int_equal(cgroup.nr_periods, 6);
    assert_int_equal(cgroup.burst_usec, 10);
}

TEST(cpu_stat_of_version_1)
{
    struct vmm_cgroup cgroup = unknown_cgroup();

    READ(cgroup, CPU_STAT, "nr_periods 44\nnr_throttled 41\nthrottled_time 2044262948\n");
    assert_int_equal(cgroup.nr_periods, 44);
    assert_int_equal(cgroup.nr_throttled, 41);
    assert_int_equal(cgroup.throttled_time_ns, 2044262948);
    check_unknown_number(cgroup.throttled_usec);
    check_unknown_number(cgroup.wait_sum_ns);
    READ(cgroup, CPU_STAT,
         "nr_periods 45\nnr_throttled 42\nthrottled_time 2044262949\nwait_sum 77\nnr_bursts 1\nburst_time 20000000\n");
    assert_int_equal(cgroup.nr_periods, 45);
    assert_int_equal(cgroup.wait_sum_ns, 77);
    assert_int_equal(cgroup.nr_bursts, 1);
    assert_int_equal(cgroup.burst_time_ns, 20000000);
    check_unknown_number(cgroup.burst_usec);
    READ(cgroup, CPU_STAT_LOCAL, "throttled_time 5\n");
    assert_int_equal(cgroup.cpu_stat_local_throttled_time_ns, 5);
    check_unknown_number(cgroup.cpu_stat_local_throttled_usec);
    READ(cgroup, CPUACCT_USAGE, "2161014212\n");
    READ(cgroup, CPUACCT_STAT, "user 206\nsystem 9\n");
    assert_int_equal(cgroup.cpuacct_usage_ns, UINT64_C(2161014212));
    assert_int_equal(cgroup.cpuacct_stat_user_ticks, 206);
    assert_int_equal(cgroup.cpuacct_stat_system_ticks, 9);
    check_unknown_number(cgroup.usage_usec);
    check_unknown_number(cgroup.user_usec);
}

TEST(both_versions_at_once)
{
    struct vmm_cgroup cgroup = unknown_cgroup();

    READ(cgroup, CPU_STAT, "usage_usec 300\nuser_usec 200\nsystem_usec 100\nnice_usec 0\n");
    READ(cgroup, CPU_STAT, "nr_periods 44\nnr_throttled 41\nthrottled_time 2044262948\nnr_bursts 1\nburst_time 2\n");
    assert_int_equal(cgroup.usage_usec, 300);
    assert_int_equal(cgroup.nice_usec, 0);
    assert_int_equal(cgroup.nr_periods, 44);
    assert_int_equal(cgroup.throttled_time_ns, 2044262948);
    assert_int_equal(cgroup.burst_time_ns, 2);
    check_unknown_number(cgroup.throttled_usec);
    /* But an error takes all that the file may say, as it is not said which hierarchy it was of. */
    assert_int_equal(read_into(&cgroup, VMM_FILE_CGROUP_CPU_STAT, "nr_periods x\n"), VMM_E_SYNTAX);
    check_unknown(VMM_RECORD_CGROUP, &cgroup);
}

TEST(swap_is_not_memory_and_swap)
{
    struct vmm_cgroup cgroup = unknown_cgroup();

    READ(cgroup, MEMORY_MEMSW_USAGE_IN_BYTES, "21598208\n");
    READ(cgroup, MEMORY_MEMSW_LIMIT_IN_BYTES, "59998208\n");
    assert_int_equal(cgroup.memory_memsw_usage_bytes, 21598208);
    check_unknown_number(cgroup.memory_swap_current_bytes);
    check_unknown_number(cgroup.memory_swap_max_bytes);
}

TEST(files_that_are_missing)
{
    struct vmm_cgroup cgroup = unknown_cgroup();

    READ(cgroup, CPU_STAT, "usage_usec 300\nuser_usec 200\nsystem_usec 100\n");
    READ(cgroup, CGROUP_STAT, "nr_descendants 1\nnr_dying_descendants 0\n");
    check_unknown_number(cgroup.memory_current_bytes);
    check_unknown_number(cgroup.memory_peak_bytes);
    check_unknown_number(cgroup.memory_swap_current_bytes);
    check_unknown_number(cgroup.memory_swap_peak_bytes);
    check_unknown_number(cgroup.memory_swap_max_bytes);
    check_unknown_number(cgroup.cpu_max_usec);
    check_unknown_number(cgroup.cpu_max_period_usec);
    check_unknown_number(cgroup.pids_max);
    check_unknown_number(cgroup.cgroup_type);
    check_unknown_number(cgroup.instance_id);
}

TEST(numbers_below_zero_are_unknown)
{
    struct vmm_cgroup cgroup = unknown_cgroup();

    READ(cgroup, CPU_STAT, "nr_periods -5\nnr_throttled 41\nthrottled_usec 7\nnr_bursts -2147483648\n");
    check_unknown_number(cgroup.nr_periods);
    assert_int_equal(cgroup.nr_throttled, 41);
    assert_int_equal(cgroup.throttled_usec, 7);
    check_unknown_number(cgroup.nr_bursts);
    assert_int_equal(VALUE_OF(MEMORY_USAGE_IN_BYTES, "-4096\n"), VMM_UNKNOWN);
    assert_int_equal(VALUE_OF(MEMORY_MAX_USAGE_IN_BYTES, "-1\n"), VMM_UNKNOWN);
    assert_int_equal(VALUE_OF(PIDS_CURRENT, "-1\n"), VMM_UNKNOWN);
    assert_int_equal(VALUE_OF(MEMORY_MAX, "-1\n"), VMM_UNKNOWN);
    /* A number that was known before does not stay. */
    READ(cgroup, MEMORY_CURRENT, "4096\n");
    READ(cgroup, MEMORY_USAGE_IN_BYTES, "-4096\n");
    check_unknown_number(cgroup.memory_current_bytes);
}

TEST(cgroup_stat_with_subsystems)
{
    struct vmm_cgroup cgroup = unknown_cgroup();

    READ(cgroup, CGROUP_STAT, "nr_descendants 4\nnr_dying_descendants 2\n");
    assert_int_equal(cgroup.cgroup_stat_nr_descendants, 4);
    assert_int_equal(cgroup.cgroup_stat_nr_dying_descendants, 2);
    READ(cgroup, CGROUP_STAT,
         "nr_descendants 5\nnr_subsys_perf_event 100\nnr_subsys_hugetlb 101\nnr_dying_descendants 6\n"
         "nr_dying_subsys_perf_event 102\nnr_dying_subsys_hugetlb 103\n");
    assert_int_equal(cgroup.cgroup_stat_nr_descendants, 5);
    assert_int_equal(cgroup.cgroup_stat_nr_dying_descendants, 6);
}

TEST(keys_are_matched_whole)
{
    struct vmm_cgroup cgroup = unknown_cgroup();

    READ(cgroup, MEMORY_EVENTS, "oom_kill 7\n");
    assert_int_equal(cgroup.memory_events_oom_kill, 7);
    check_unknown_number(cgroup.memory_events_oom);
    check_unknown_number(cgroup.memory_events_oom_group_kill);
    READ(cgroup, MEMORY_EVENTS, "oom_kills 8\noo 9\nlowest 10\noom 11\n");
    assert_int_equal(cgroup.memory_events_oom, 11);
    assert_int_equal(cgroup.memory_events_oom_kill, 7);
    check_unknown_number(cgroup.memory_events_low);
    READ(cgroup, MEMORY_OOM_CONTROL, "oom_kill_disable 1\nunder_oom 0\n");
    assert_int_equal(cgroup.memory_oom_control_oom_kill_disable, 1);
    check_unknown_number(cgroup.memory_oom_control_oom_kill);
    assert_int_equal(cgroup.memory_events_oom_kill, 7);
}

TEST(more_lines_than_known)
{
    struct vmm_cgroup cgroup = unknown_cgroup();

    READ(cgroup, CPUACCT_STAT, "user 1\nsystem 2\nnice 3\nirq x\n");
    assert_int_equal(cgroup.cpuacct_stat_user_ticks, 1);
    assert_int_equal(cgroup.cpuacct_stat_system_ticks, 2);
    READ(cgroup, CPU_STAT, "usage_usec 1\nusage_usec 2\n");
    assert_int_equal(cgroup.usage_usec, 2);
}

TEST(lines_of_older_kernels)
{
    struct vmm_cgroup cgroup = unknown_cgroup();

    READ(cgroup, CGROUP_EVENTS, "populated 1\n");
    assert_int_equal(cgroup.cgroup_events_populated, 1);
    check_unknown_number(cgroup.cgroup_events_frozen);
    READ(cgroup, MEMORY_OOM_CONTROL, "oom_kill_disable 0\nunder_oom 1\n");
    assert_int_equal(cgroup.memory_oom_control_under_oom, 1);
    check_unknown_number(cgroup.memory_oom_control_oom_kill);
    READ(cgroup, MEMORY_SWAP_EVENTS, "max 3\nfail 4\n");
    check_unknown_number(cgroup.memory_swap_events_high);
    assert_int_equal(cgroup.memory_swap_events_max, 3);
    READ(cgroup, MEMORY_EVENTS, "low 0\nhigh 1\nmax 2\noom 3\n");
    assert_int_equal(cgroup.memory_events_oom, 3);
    check_unknown_number(cgroup.memory_events_oom_kill);
}

TEST(a_record_of_another_age)
{
    struct record record;

    for (size_t out_size = 16; out_size <= sizeof(struct vmm_cgroup) + 64; out_size += 8) {
        struct vmm_text text = vmm_text_of(TEXT("4096\n"));

        memset(&record, 0x5a, sizeof record);
        assert_int_equal(vmm_record_init(VMM_RECORD_CGROUP, &record, out_size), VMM_OK);
        assert_int_equal(vmm_record_read(&text, VMM_FILE_CGROUP_MEMORY_CURRENT, &record, out_size), VMM_OK);
        assert_int_equal(record.words[1], VMM_RECORD_CGROUP);
        for (size_t word = 2; word < COUNT_OF(record.words); word++)
            assert_int_equal(record.words[word], word * 8 >= out_size                   ? UINT64_C(0x5a5a5a5a5a5a5a5a)
                                                 : word * 8 == AT(memory_current_bytes) ? 4096
                                                                                        : VMM_UNKNOWN);
    }
}

/* ---- samples: folders of files ---- */

/* A file of a sample; NULL bytes where the sample has none of this name. */
static struct sample file_of(const char *folder, const char *name)
{
    struct sample none = {NULL, 0};
    char path[256], whole[1024];
    FILE *file;

    snprintf(path, sizeof path, "%.128s/%.100s", folder, name);
    snprintf(whole, sizeof whole, "%s/%s", VMM_TEST_DATA, path);
    file = fopen(whole, "rb");
    if (file == NULL)
        return none;
    fclose(file);
    none = sample_load(path);
    if (none.bytes == NULL)
        none.bytes = calloc(1, 1);
    return none;
}

/* Reads all files of a sample, in the order of the ids; each cut at every length is read as the reference reads it. */
static struct vmm_cgroup cgroup_of(const char *folder)
{
    struct vmm_cgroup cgroup = unknown_cgroup();
    struct vmm_file_info file;
    unsigned count = 0;

    for (uint32_t i = 0; vmm_file_at(VMM_RECORD_CGROUP, i, &file, sizeof file) == VMM_OK; i++) {
        struct sample sample = file_of(folder, file.name);
        struct vmm_text text = vmm_text_of(sample.bytes, sample.length);

        if (sample.bytes == NULL)
            continue;
        count++;
        for (size_t at = 0; at <= sample.length; at++)
            check_piece(format_of((uint32_t)file.id), sample.bytes, at);
        assert_int_equal(vmm_record_read(&text, (uint32_t)file.id, &cgroup, sizeof cgroup),
                         sample.length == 0 ? VMM_E_EMPTY : VMM_OK);
        assert_ptr_equal(text.pos, text.end);
        sample_free(&sample);
    }
    assert_true(count > 5);
    return cgroup;
}

TEST(sample_of_version_1)
{
    struct vmm_cgroup cgroup = cgroup_of("cgroup-directory/linux-6.18-x86_64-v1-throttled");

    assert_int_equal(cgroup.nr_periods, 44);
    assert_int_equal(cgroup.nr_throttled, 41);
    assert_int_equal(cgroup.throttled_time_ns, 2044262948);
    assert_int_equal(cgroup.burst_time_ns, 20000000);
    assert_int_equal(cgroup.cpu_stat_local_throttled_time_ns, 2044262948);
    assert_int_equal(cgroup.cpu_max_usec, 50000);
    assert_int_equal(cgroup.cpu_max_period_usec, 100000);
    assert_int_equal(cgroup.cpu_max_burst_usec, 20000);
    assert_int_equal(cgroup.cpu_shares, 512);
    assert_int_equal(cgroup.cpuacct_usage_ns, UINT64_C(2161014212));
    assert_int_equal(cgroup.cpuacct_stat_user_ticks, 206);
    assert_int_equal(cgroup.memory_max_bytes, 50331648);
    assert_int_equal(cgroup.memory_peak_bytes, 50331648);
    assert_int_equal(cgroup.memory_current_bytes, 21598208);
    assert_int_equal(cgroup.memory_failcnt, 210);
    assert_int_equal(cgroup.memory_memsw_limit_bytes, 59998208);
    assert_int_equal(cgroup.memory_kmem_limit_bytes, VMM_UNLIMITED);
    assert_int_equal(cgroup.pids_current, 4);
    assert_int_equal(cgroup.pids_max, 40);
    assert_int_equal(cgroup.cpuset_cpus_effective, 2);
    assert_int_equal(cgroup.cpuset_mems_effective, 1);
    check_unknown_number(cgroup.usage_usec);
    check_unknown_number(cgroup.wait_sum_ns);
}

TEST(sample_of_the_root_of_version_1)
{
    struct vmm_cgroup cgroup = cgroup_of("cgroup-directory/linux-6.18-x86_64-v1-root");

    assert_int_equal(cgroup.cpu_max_usec, VMM_UNLIMITED);
    assert_int_equal(cgroup.memory_max_bytes, VMM_UNLIMITED);
    assert_int_equal(cgroup.memory_memsw_limit_bytes, VMM_UNLIMITED);
    assert_int_equal(cgroup.cpuacct_usage_ns, UINT64_C(1425763444600));
    check_unknown_number(cgroup.pids_max);
}

/* Its cpu.stat has four lines, and cpu.stat.local none. */
TEST(sample_without_controllers)
{
    struct vmm_cgroup cgroup = cgroup_of("cgroup-directory/linux-6.18-x86_64-v2-without-controllers");

    assert_int_equal(cgroup.usage_usec, 0);
    assert_int_equal(cgroup.nice_usec, 0);
    check_unknown_number(cgroup.nr_periods);
    check_unknown_number(cgroup.cpu_stat_local_throttled_usec);
    assert_int_equal(cgroup.cgroup_type, VMM_CGROUP_TYPE_DOMAIN);
    assert_int_equal(cgroup.cgroup_max_depth, VMM_UNLIMITED);
    assert_int_equal(cgroup.cgroup_stat_nr_dying_descendants, 0);
    assert_int_equal(cgroup.cgroup_stat_local_frozen_usec, 0);
    check_unknown_number(cgroup.memory_current_bytes);
}

TEST(samples_of_version_2)
{
    struct vmm_cgroup older = cgroup_of("cgroup-directory/linux-6.1-x86_64-v2-limited");
    struct vmm_cgroup frozen = cgroup_of("cgroup-directory/linux-6.12-x86_64-v2-frozen");
    struct vmm_cgroup parent = cgroup_of("cgroup-directory/linux-6.12-x86_64-v2-parent");

    assert_int_equal(older.usage_usec, 3053481);
    check_unknown_number(older.nice_usec);
    assert_int_equal(older.nr_periods, 170);
    assert_int_equal(older.burst_usec, 60000);
    assert_int_equal(older.cpu_max_usec, 50000);
    assert_int_equal(older.cpu_max_period_usec, 100000);
    check_near(older.cpu_weight_nice, 3);
    assert_int_equal(older.memory_current_bytes, 41807872);
    assert_int_equal(older.memory_swap_high_bytes, VMM_UNLIMITED);
    assert_int_equal(older.memory_swap_max_bytes, 16777216);
    assert_int_equal(older.memory_events_high, 119);
    assert_int_equal(older.memory_events_local_oom_kill, 1);
    assert_int_equal(older.pids_events_max, 22);
    check_unknown_number(older.pids_events_local_max);
    check_unknown_number(older.cpu_stat_local_throttled_usec);
    check_unknown_number(older.memory_swap_peak_bytes);
    assert_int_equal(frozen.cgroup_freeze, 1);
    assert_int_equal(frozen.cgroup_events_frozen, 1);
    assert_int_equal(frozen.nice_usec, 0);
    assert_int_equal(frozen.cpu_stat_local_throttled_usec, 5362872);
    assert_int_equal(frozen.memory_swap_peak_bytes, 16551936);
    assert_int_equal(frozen.pids_events_local_max, 22);
    assert_int_equal(frozen.cgroup_stat_nr_dying_descendants, 0);
    assert_int_equal(parent.cpu_max_usec, VMM_UNLIMITED);
    assert_int_equal(parent.cpu_max_period_usec, 100000);
    assert_int_equal(parent.memory_max_bytes, VMM_UNLIMITED);
}

/* The root has few files; members without a file are unknown, not 0. */
TEST(sample_of_the_root_of_version_2)
{
    struct vmm_cgroup cgroup = cgroup_of("cgroup-directory/linux-6.1-x86_64-v2-root");

    assert_int_equal(cgroup.usage_usec, 9824000);
    assert_int_equal(cgroup.cgroup_stat_nr_descendants, 3);
    assert_int_equal(cgroup.cpuset_cpus_effective, 2);
    check_unknown_number(cgroup.memory_current_bytes);
    check_unknown_number(cgroup.cpu_max_usec);
    check_unknown_number(cgroup.cgroup_type);
    check_unknown_number(cgroup.pids_current);
}

TEST(samples_with_huge_pages_and_lists_of_cpus)
{
    struct vmm_cgroup cgroup = cgroup_of("cgroup-directory/linux-7.3-x86_64-v2-limited");

    assert_int_equal(cgroup.hugetlb_2mb_current_bytes, 2 << 21);
    assert_int_equal(cgroup.hugetlb_2mb_rsvd_current_bytes, 2 << 21);
    assert_int_equal(cgroup.hugetlb_2mb_max_bytes, VMM_UNLIMITED);
    assert_int_equal(cgroup.hugetlb_2mb_events_max, 0);
    assert_int_equal(cgroup.hugetlb_1gb_current_bytes, 0);
    assert_int_equal(cgroup.hugetlb_1gb_rsvd_max_bytes, VMM_UNLIMITED);
    assert_int_equal(cgroup.cpuset_cpus, 1);
    assert_int_equal(cgroup.cpuset_mems, 1);
    assert_int_equal(cgroup.cpuset_cpus_exclusive, 0);
    assert_int_equal(cgroup.cpuset_cpus_exclusive_effective, 0);
    assert_int_equal(cgroup.cpuset_cpus_partition, VMM_CGROUP_PARTITION_MEMBER);
    check_unknown_number(cgroup.cpuset_cpus_isolated);
    cgroup = cgroup_of("cgroup-directory/linux-7.3-x86_64-v2-root");
    assert_int_equal(cgroup.cpuset_cpus_isolated, 0);
    check_unknown_number(cgroup.cpuset_cpus);
    check_unknown_number(cgroup.cpuset_cpus_partition);
    check_unknown_number(cgroup.hugetlb_2mb_current_bytes);
}

/* The kernel says why a partition is invalid. */
TEST(kinds_of_a_partition)
{
    assert_int_equal(VALUE_OF(CPUSET_CPUS_PARTITION, "root\n"), VMM_CGROUP_PARTITION_ROOT);
    assert_int_equal(VALUE_OF(CPUSET_CPUS_PARTITION, "isolated\n"), VMM_CGROUP_PARTITION_ISOLATED);
    assert_int_equal(VALUE_OF(CPUSET_CPUS_PARTITION, "root invalid (Parent is not a partition root)\n"),
                     VMM_CGROUP_PARTITION_ROOT_INVALID);
    assert_int_equal(VALUE_OF(CPUSET_CPUS_PARTITION, "isolated invalid (Cpu list in cpuset.cpus not exclusive)\n"),
                     VMM_CGROUP_PARTITION_ISOLATED_INVALID);
}

TEST(sample_with_all_files_of_version_2)
{
    struct vmm_cgroup cgroup = cgroup_of("cgroup-directory/linux-6.19-v2-all-files");

    for (uint32_t id = FIRST; id <= VMM_FILE_CGROUP_CPUSET_MEMS_EFFECTIVE; id++) {
        const struct members *set = &format_of(id)->sets[0];

        for (size_t i = 0; i < set->count; i++) {
            size_t offset = set->offset + 8 * i;

            if (offset != AT(throttled_time_ns) && offset != AT(burst_time_ns) && offset != AT(wait_sum_ns) &&
                offset != AT(cpu_stat_local_throttled_time_ns) && ref_load(&cgroup, offset) == VMM_UNKNOWN)
                fail_msg("%s", format_of(id)->name);
        }
    }
    assert_int_equal(cgroup.core_sched_force_idle_usec, 88231);
    assert_int_equal(cgroup.cpu_uclamp_min_hundredths, 1050);
    assert_int_equal(cgroup.cpu_uclamp_max_hundredths, VMM_UNLIMITED);
    check_near(cgroup.cpu_weight_nice, -20);
    assert_int_equal(cgroup.cpu_weight, 0);
    assert_int_equal(cgroup.memory_events_sock_throttled, 17);
    assert_int_equal(cgroup.cgroup_stat_nr_dying_descendants, 118);
    assert_int_equal(cgroup.cpuset_mems_effective, 0);
    assert_int_equal(cgroup.memory_low_bytes, VMM_UNLIMITED);
    assert_int_equal(cgroup.cgroup_max_descendants, 0);
}
