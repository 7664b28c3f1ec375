/* SPDX-License-Identifier: MIT */
/* The files of a cgroup's directory, of both versions. */
#include <string.h>

#include "examples.h"

#define AT(member) offsetof(struct vmm_cgroup, member)

static bool take_char(const char *bytes, size_t length, size_t *at, char c)
{
    if (*at == length || bytes[*at] != c)
        return false;
    ++*at;
    return true;
}

static bool take_max(const char *bytes, size_t length, size_t *at, uint64_t *value)
{
    *value = VMM_UNLIMITED;
    return take_char(bytes, length, at, 'm') && take_char(bytes, length, at, 'a') && take_char(bytes, length, at, 'x');
}

static bool take_limit(const char *bytes, size_t length, size_t *at, uint64_t *value)
{
    if (*at < length && bytes[*at] == 'm')
        return take_max(bytes, length, at, value);
    return ref_number(bytes, length, at, value);
}

static bool put_limit(struct builder *text, uint64_t value)
{
    if (value == VMM_UNLIMITED)
        builder_print(text, "max");
    else
        builder_print(text, "%llu", (unsigned long long)value);
    return true;
}

static bool take_utilisation(const char *bytes, size_t length, size_t *at, uint64_t *value)
{
    if (*at < length && bytes[*at] == 'm')
        return take_max(bytes, length, at, value);
    return ref_hundredths(bytes, length, at, value);
}

static bool put_utilisation(struct builder *text, uint64_t value)
{
    if (value == VMM_UNLIMITED)
        return put_limit(text, value);
    builder_print(text, "%llu.%02u", (unsigned long long)value / 100, (unsigned)(value % 100));
    return true;
}

/* Version 1 says -1. */
static bool take_quota(const char *bytes, size_t length, size_t *at, uint64_t *value)
{
    size_t first = *at;

    if (!ref_number(bytes, length, at, value))
        return false;
    if (*at - first == 2 && bytes[first] == '-' && bytes[first + 1] == '1')
        *value = VMM_UNLIMITED;
    return true;
}

static bool put_quota(struct builder *text, uint64_t value)
{
    if (value != VMM_UNLIMITED)
        return put_limit(text, value);
    builder_print(text, "-1");
    return true;
}

static bool put_v1_limit(struct builder *text, uint64_t value)
{
    return put_limit(text, value == VMM_UNLIMITED ? UINT64_C(9223372036854771712) : value);
}

static bool take_nice(const char *bytes, size_t length, size_t *at, uint64_t *value)
{
    bool negative = take_char(bytes, length, at, '-');
    double number;

    if (*at == length || bytes[*at] < '0' || bytes[*at] > '9')
        return false;
    ref_number(bytes, length, at, value);
    if (*value == VMM_UNKNOWN)
        return true;
    number = (double)*value;
    if (negative)
        number = -number;
    memcpy(value, &number, sizeof number);
    return true;
}

static bool put_nice(struct builder *text, uint64_t value)
{
    double number;

    memcpy(&number, &value, sizeof number);
    if (!(number > -1e15 && number < 1e15))
        return false;
    builder_print(text, "%.0f", number);
    return true;
}

/* How many numbers a list such as 0-3,7 has; an empty one has none. */
static bool take_list(const char *bytes, size_t length, size_t *at, uint64_t *value)
{
    bool fits = true;

    *value = 0;
    if (*at == length || bytes[*at] == '\n')
        return true;
    do {
        uint64_t first, last;

        if (!ref_number(bytes, length, at, &first))
            return false;
        last = first;
        if (take_char(bytes, length, at, '-')) {
            size_t second = *at;

            if (!ref_number(bytes, length, at, &last))
                return false;
            if (last < first) {
                *at = second;
                return false;
            }
        }
        fits = fits && last != VMM_UNKNOWN && last - first < VMM_UNLIMITED - 1 - *value;
        if (fits)
            *value += last - first + 1;
    } while (take_char(bytes, length, at, ','));
    if (!fits)
        *value = VMM_UNKNOWN;
    return true;
}

static bool put_list(struct builder *text, uint64_t value)
{
    if (value != 0)
        builder_print(text, "0-%llu", (unsigned long long)value - 1);
    return true;
}

static const char *const types[] = {"domain", "domain threaded", "domain invalid", "threaded", NULL};
static const char *const partitions[] = {"member", "root", "isolated", "root invalid", "isolated invalid", NULL};

/* ---- texts of values ---- */

static const struct example numbers[] = {
    GOOD("1144496128\n"),
    GOOD("9223372036854775809\n"),
    GOOD("18446744073709551613\n"),
    GOOD("18446744073709551614\n"),
    GOOD("-1\n"),
    GOOD("-4096\n"),
    GOOD("4096 x\n"),
    GOOD("4096\n8192\nx"),
    GOOD("\t 4096 "),
    GOOD("7"),
    EMPTY(""),
    CUT("  "),
    CUT("-"),
    REFUSED("max\n", 0),
    REFUSED("4096x\n", 4),
    REFUSED("0x1000\n", 1),
    REFUSED("x\n4096\n", 0),
    REFUSED("\n4096\n", 0),
    REFUSED("4096\r\n", 4),
    REFUSED("4096\0\n", 4),
    REFUSED("\x01\n", 0),
    NO_MORE_EXAMPLES,
};

static const struct example limits[] = {
    GOOD("max\n"),
    GOOD("max"),
    GOOD("268435456\n"),
    /* Where there is no limit, version 2 says max: these are numbers. */
    GOOD("9223372036854771712\n"),
    GOOD("18446744073709551615\n"),
    GOOD("-1\n"),
    EMPTY(""),
    CUT("m"),
    CUT("ma"),
    CUT("-"),
    REFUSED("ma\n", 2),
    REFUSED("m\n", 1),
    REFUSED("maximum\n", 3),
    REFUSED("max1\n", 3),
    REFUSED("Max\n", 0),
    REFUSED("\n", 0),
    NO_MORE_EXAMPLES,
};

static const struct example pairs[] = {
    GOOD("max 100000\n"),
    GOOD("150000 100000\n"),
    GOOD("7000\n"),
    GOOD("150000 1000000 7 x\n"),
    GOOD(" \t5  \t6 \n"),
    GOOD("99999999999999999999999 100000\n"),
    GOOD("5 -7\n"),
    GOOD("-1 100000\n"),
    EMPTY(""),
    CUT("max"),
    CUT("max 1000"),
    CUT("max 100000"),
    CUT("150000 1000000 7 x"),
    CUT("max 100000\nx"),
    /* Only the quota may be unlimited. */
    REFUSED("max max\n", 4),
    REFUSED("100000 max\n", 7),
    REFUSED("100000 1x\n", 8),
    REFUSED("x 100000\n", 0),
    REFUSED("100000x 100000\n", 6),
    REFUSED("max\t100000\r\n", 10),
    REFUSED("\n", 0),
    NO_MORE_EXAMPLES,
};

static const struct example quotas[] = {
    GOOD("-1\n"),        GOOD("-1"),
    GOOD(" -1 \n"),      GOOD("50000\n"),
    GOOD("-2\n"),        GOOD("-10\n"),
    GOOD("-01\n"),       GOOD("18446744073709551615\n"),
    EMPTY(""),           CUT("-"),
    REFUSED("-\n", 1),   REFUSED("--1\n", 1),
    REFUSED("-1x\n", 2), REFUSED("max\n", 0),
    NO_MORE_EXAMPLES,
};

static const struct example v1_limits[] = {
    GOOD("50331648\n"),
    /* Pages of 4, 16 and 64 KiB, and of 1 MiB, which is the most. */
    GOOD("9223372036854771712\n"),
    GOOD("9223372036854759424\n"),
    GOOD("9223372036854710272\n"),
    GOOD("9223372036853727232\n"),
    GOOD("9223372036853727231\n"),
    /* Old kernels print 2^63 - 1 and 2^64 - 1, and a kernel of 32 bits 2^31 - 1 pages. */
    GOOD("9223372036854775807\n"),
    GOOD("18446744073709551615\n"),
    GOOD("8796093018112\n"),
    GOOD("8796093014016\n"),
    GOOD("8796093022208\n"),
    GOOD("18446744073709551616\n"),
    GOOD("-1\n"),
    GOOD("268435456"),
    EMPTY(""),
    CUT("-"),
    REFUSED("18446744073709551615x\n", 20),
    REFUSED("max\n", 0),
    NO_MORE_EXAMPLES,
};

static const struct example utilisations[] = {
    GOOD("12.05\n"),
    GOOD("max\n"),
    GOOD("99.99"),
    GOOD("-1.00\n"),
    GOOD("184467440737095516.15\n"),
    EMPTY(""),
    CUT("50"),
    CUT("50."),
    CUT("50.5"),
    CUT("ma"),
    REFUSED("50\n", 2),
    REFUSED("50.\n", 3),
    REFUSED("50.5\n", 4),
    REFUSED("50.505\n", 5),
    REFUSED("50,50\n", 2),
    REFUSED("max.00\n", 3),
    REFUSED(".50\n", 0),
    NO_MORE_EXAMPLES,
};

static const struct example nices[] = {
    GOOD("-5\n"),
    GOOD("-0\n"),
    GOOD("19\n"),
    GOOD("-20"),
    GOOD("-00000000000000000000000000000000007\n"),
    GOOD("-18446744073709551616\n"),
    GOOD("18446744073709551615\n"),
    EMPTY(""),
    CUT("-"),
    REFUSED("-\n", 1),
    REFUSED("--5\n", 1),
    REFUSED("+5\n", 0),
    REFUSED("- 5\n", 1),
    REFUSED("-5x\n", 2),
    REFUSED("-5.5\n", 2),
    REFUSED("max\n", 0),
    REFUSED("\n", 0),
    NO_MORE_EXAMPLES,
};

/* A word that a later kernel may bring, or a part of a known one, is no error and no other type. */
static const struct example words_of_type[] = {
    GOOD("domain threaded\n"),
    GOOD("domain\n"),
    GOOD("domain invalid\n"),
    GOOD("threaded"),
    GOOD("domain partitioned\n"),
    GOOD("domai\n"),
    GOOD("domains\n"),
    GOOD("domain \n"),
    GOOD("domain  threaded\n"),
    GOOD("domain threadedx\n"),
    GOOD("domain\tthreaded\n"),
    GOOD("Domain\n"),
    GOOD("domain\r\n"),
    GOOD("1\n"),
    GOOD("domain\0threaded\n"),
    GOOD("domain\0\n"),
    GOOD("\0\n"),
    EMPTY(""),
    CUT(" "),
    REFUSED("\n", 0),
    REFUSED(" \n", 1),
    NO_MORE_EXAMPLES,
};

static const struct example words_of_partition[] = {
    GOOD("member\n"),
    GOOD("root\n"),
    GOOD("isolated"),
    GOOD("root invalid (Parent is not a partition root)\n"),
    GOOD("isolated invalid (Cpu list in cpuset.cpus not exclusive)\n"),
    /* Before Linux 6.1. */
    GOOD("root invalid\n"),
    GOOD("root invalid ()\n"),
    GOOD("root invalid (\n"),
    GOOD("root invalid(Parent)\n"),
    GOOD("root invalid  (Parent)\n"),
    GOOD("root invali (Parent)\n"),
    GOOD("root (5)\n"),
    GOOD("root \n"),
    GOOD("(member)\n"),
    GOOD("shared\n"),
    EMPTY(""),
    CUT(" "),
    REFUSED("\n", 0),
    NO_MORE_EXAMPLES,
};

static const struct example lists[] = {
    GOOD("0-3,7,12-15\n"),
    GOOD("0\n"),
    /* No CPU at all. */
    GOOD("\n"),
    GOOD("0-8191\n"),
    GOOD("0,2,4-5"),
    GOOD("0-18446744073709551612,5-7\n"),
    GOOD("18446744073709551614,1\n"),
    EMPTY(""),
    CUT("0-"),
    CUT("0,"),
    REFUSED("0-\n", 2),
    REFUSED("5-3\n", 2),
    REFUSED("0,\n", 2),
    REFUSED("max\n", 0),
    REFUSED("0-3:1/2\n", 3),
    NO_MORE_EXAMPLES,
};

#define USUAL(text)                                                                                                    \
    .usual = (const struct piece[])                                                                                    \
    {                                                                                                                  \
        PIECE(text), NO_MORE_TEXTS                                                                                     \
    }

#define CGROUP_FILE(id, path)                                                                                          \
    .name = "cgroup/" path, .kind = FILE_OF_RECORD, .file = VMM_FILE_CGROUP_##id, .record_id = VMM_RECORD_CGROUP,      \
    .bytes = sizeof(struct vmm_cgroup)

/* A file of one value. */
#define VALUE(id, path, member, text, ...)                                                                             \
    {                                                                                                                  \
        CGROUP_FILE(id, path), .sets = {{AT(member), 1}}, USUAL(text "\n"), __VA_ARGS__                                \
    }
#define NUMBER(id, path, member, text) VALUE(id, path, member, text, .take = ref_number, .examples = numbers)
#define LIMIT(id, path, member, text)                                                                                  \
    VALUE(id, path, member, text, .take = take_limit, .put = put_limit, .examples = limits)
#define UTILISATION(id, path, member, text)                                                                            \
    VALUE(id, path, member, text, .take = take_utilisation, .put = put_utilisation, .examples = utilisations)
#define V1_LIMIT(id, path, member, text)                                                                               \
    VALUE(id, path, member, text, .take = ref_v1_limit, .put = put_v1_limit, .examples = v1_limits)
#define LIST(id, path, member, text)                                                                                   \
    VALUE(id, path, member, text, .take = take_list, .put = put_list, .examples = lists)

/* ---- files of lines ---- */

#define KEY(key, member)                                                                                               \
    {                                                                                                                  \
        key, AT(member), 1, REF_PLAIN                                                                                  \
    }

static const struct ref_key cpu_stat[] = {
    KEY("usage_usec", usage_usec),
    KEY("user_usec", user_usec),
    KEY("system_usec", system_usec),
    KEY("nice_usec", nice_usec),
    KEY("core_sched.force_idle_usec", core_sched_force_idle_usec),
    KEY("nr_periods", nr_periods),
    KEY("nr_throttled", nr_throttled),
    KEY("throttled_usec", throttled_usec),
    KEY("nr_bursts", nr_bursts),
    KEY("burst_usec", burst_usec),
    KEY("throttled_time", throttled_time_ns),
    KEY("burst_time", burst_time_ns),
    KEY("wait_sum", wait_sum_ns),
};
static const struct ref_key cpu_stat_local[] = {
    KEY("throttled_usec", cpu_stat_local_throttled_usec),
    KEY("throttled_time", cpu_stat_local_throttled_time_ns),
};
static const struct ref_key memory_events[] = {
    KEY("low", memory_events_low),
    KEY("high", memory_events_high),
    KEY("max", memory_events_max),
    KEY("oom", memory_events_oom),
    KEY("oom_kill", memory_events_oom_kill),
    KEY("oom_group_kill", memory_events_oom_group_kill),
    KEY("sock_throttled", memory_events_sock_throttled),
};
static const struct ref_key memory_events_local[] = {
    KEY("low", memory_events_local_low),
    KEY("high", memory_events_local_high),
    KEY("max", memory_events_local_max),
    KEY("oom", memory_events_local_oom),
    KEY("oom_kill", memory_events_local_oom_kill),
    KEY("oom_group_kill", memory_events_local_oom_group_kill),
    KEY("sock_throttled", memory_events_local_sock_throttled),
};
static const struct ref_key swap_events[] = {
    KEY("high", memory_swap_events_high),
    KEY("max", memory_swap_events_max),
    KEY("fail", memory_swap_events_fail),
};
static const struct ref_key pids_events[] = {KEY("max", pids_events_max)};
static const struct ref_key pids_events_local[] = {KEY("max", pids_events_local_max)};
static const struct ref_key cgroup_stat[] = {
    KEY("nr_descendants", cgroup_stat_nr_descendants),
    KEY("nr_dying_descendants", cgroup_stat_nr_dying_descendants),
};
static const struct ref_key cgroup_stat_local[] = {KEY("frozen_usec", cgroup_stat_local_frozen_usec)};
static const struct ref_key cgroup_events[] = {
    KEY("populated", cgroup_events_populated),
    KEY("frozen", cgroup_events_frozen),
};
static const struct ref_key cpuacct_stat[] = {
    KEY("user", cpuacct_stat_user_ticks),
    KEY("system", cpuacct_stat_system_ticks),
};
static const struct ref_key hugetlb_2mb_events[] = {KEY("max", hugetlb_2mb_events_max)};
static const struct ref_key hugetlb_2mb_events_local[] = {KEY("max", hugetlb_2mb_events_local_max)};
static const struct ref_key hugetlb_1gb_events[] = {KEY("max", hugetlb_1gb_events_max)};
static const struct ref_key hugetlb_1gb_events_local[] = {KEY("max", hugetlb_1gb_events_local_max)};
static const struct ref_key oom_control[] = {
    KEY("oom_kill_disable", memory_oom_control_oom_kill_disable),
    KEY("under_oom", memory_oom_control_under_oom),
    KEY("oom_kill", memory_oom_control_oom_kill),
};

static const char *const unknown[] = {"\n",           "unheard_of x\n", "usage\n",  "nr_subsys_memory 5\n", " low 5\n",
                                      "run_usec 7\n", "oom_kills -\n",  "max\t5\n", "user_used x\n",        "lo 5\n",
                                      "nr_perio 5\n", "frozen\tx\n",    NULL};

/* Its usual text begins with the key `first`. The members are one after another, in the order of the keys. */
#define LINES(id, path, table, member, first, rest)                                                                    \
    {                                                                                                                  \
        CGROUP_FILE(id, path), .keeps = true, .keys = (table), .key_count = sizeof(table) / sizeof(table)[0],          \
                               .delimiter = ' ', .sets = {{AT(member), sizeof(table) / sizeof(table)[0]}},             \
                               USUAL(first " " rest "\n"), .unknown = unknown, .ends = " \n",                          \
                               .examples = (const struct example[])                                                    \
        {                                                                                                              \
            GOOD(first " " rest "\n"), GOOD(first "  5\nunheard_of 7\nmore x\n"), GOOD(first " -5\n"),                 \
                GOOD(first " 5\n" first " 6\n"), EMPTY(""), EMPTY("\n"), EMPTY("unheard_of 5\nusage 7\n"),             \
                CUT(first " " rest), CUT(first " "), CUT(first " 5\nma"), REFUSED(first " \n", sizeof(first)),         \
                REFUSED(first " x\n", sizeof(first)), REFUSED(first " +2\n", sizeof(first)),                           \
                REFUSED(first " max\n", sizeof(first)), REFUSED(first " -\n", sizeof(first) + 1),                      \
                REFUSED(first " 1x\nuser_usec 2\n", sizeof(first) + 1), REFUSED(first " 1.5\n", sizeof(first) + 1),    \
                REFUSED(first " 1\r\n", sizeof(first) + 1), REFUSED(first " 1\0\n", sizeof(first) + 1),                \
                NO_MORE_EXAMPLES                                                                                       \
        }                                                                                                              \
    }

/* In the order of their ids: those of version 2, with the keys that Linux 7.3 prints, and of version 1. */
static const struct format cgroup_formats[] = {
    LINES(CPU_STAT, "cpu.stat", cpu_stat, usage_usec, "usage_usec",
          "9007199254740993\nuser_usec 8007199254740992\nsystem_usec 1000000000000001\nnice_usec 17\n"
          "core_sched.force_idle_usec 123\nnr_periods 2147483647\nnr_throttled 16\nthrottled_usec 1812345678901\n"
          "nr_bursts 3\nburst_usec 60123"),
    LINES(CPU_STAT_LOCAL, "cpu.stat.local", cpu_stat_local, cpu_stat_local_throttled_usec, "throttled_usec", "5512345"),
    {CGROUP_FILE(CPU_MAX, "cpu.max"), .sets = {{AT(cpu_max_usec), 2}}, .take = take_limit, .put = put_limit,
     USUAL("150000 100000\n"), .examples = pairs},
    NUMBER(CPU_MAX_BURST, "cpu.max.burst", cpu_max_burst_usec, "20000"),
    NUMBER(CPU_WEIGHT, "cpu.weight", cpu_weight, "305"),
    VALUE(CPU_WEIGHT_NICE, "cpu.weight.nice", cpu_weight_nice, "-5", .take = take_nice, .put = put_nice,
          .examples = nices),
    NUMBER(CPU_IDLE, "cpu.idle", cpu_idle, "1"),
    UTILISATION(CPU_UCLAMP_MIN, "cpu.uclamp.min", cpu_uclamp_min_hundredths, "12.05"),
    UTILISATION(CPU_UCLAMP_MAX, "cpu.uclamp.max", cpu_uclamp_max_hundredths, "max"),
    NUMBER(MEMORY_CURRENT, "memory.current", memory_current_bytes, "1144496128"),
    NUMBER(MEMORY_PEAK, "memory.peak", memory_peak_bytes, "2147483648"),
    LIMIT(MEMORY_MIN, "memory.min", memory_min_bytes, "0"),
    LIMIT(MEMORY_LOW, "memory.low", memory_low_bytes, "268435456"),
    LIMIT(MEMORY_HIGH, "memory.high", memory_high_bytes, "max"),
    LIMIT(MEMORY_MAX, "memory.max", memory_max_bytes, "68719476736"),
    NUMBER(MEMORY_OOM_GROUP, "memory.oom.group", memory_oom_group, "1"),
    LINES(MEMORY_EVENTS, "memory.events", memory_events, memory_events_low, "low",
          "1\nhigh 22\nmax 333\noom 4444\noom_kill 55555\noom_group_kill 666666\nsock_throttled 7777777"),
    LINES(MEMORY_EVENTS_LOCAL, "memory.events.local", memory_events_local, memory_events_local_low, "low",
          "8\nhigh 9\nmax 10\noom 11\noom_kill 12\noom_group_kill 13\nsock_throttled 14"),
    NUMBER(MEMORY_SWAP_CURRENT, "memory.swap.current", memory_swap_current_bytes, "40960"),
    NUMBER(MEMORY_SWAP_PEAK, "memory.swap.peak", memory_swap_peak_bytes, "81920"),
    LIMIT(MEMORY_SWAP_HIGH, "memory.swap.high", memory_swap_high_bytes, "max"),
    LIMIT(MEMORY_SWAP_MAX, "memory.swap.max", memory_swap_max_bytes, "0"),
    LINES(MEMORY_SWAP_EVENTS, "memory.swap.events", swap_events, memory_swap_events_high, "high", "0\nmax 21\nfail 20"),
    NUMBER(MEMORY_ZSWAP_CURRENT, "memory.zswap.current", memory_zswap_current_bytes, "12345"),
    LIMIT(MEMORY_ZSWAP_MAX, "memory.zswap.max", memory_zswap_max_bytes, "max"),
    NUMBER(MEMORY_ZSWAP_WRITEBACK, "memory.zswap.writeback", memory_zswap_writeback, "0"),
    NUMBER(PIDS_CURRENT, "pids.current", pids_current, "23"),
    NUMBER(PIDS_PEAK, "pids.peak", pids_peak, "31"),
    LIMIT(PIDS_MAX, "pids.max", pids_max, "4096"),
    LINES(PIDS_EVENTS, "pids.events", pids_events, pids_events_max, "max", "2"),
    LINES(PIDS_EVENTS_LOCAL, "pids.events.local", pids_events_local, pids_events_local_max, "max", "1"),
    LINES(CGROUP_STAT, "cgroup.stat", cgroup_stat, cgroup_stat_nr_descendants, "nr_descendants",
          "5\nnr_subsys_cpuset 6\nnr_subsys_memory 7\nnr_dying_descendants 8\nnr_dying_subsys_memory 9"),
    LINES(CGROUP_STAT_LOCAL, "cgroup.stat.local", cgroup_stat_local, cgroup_stat_local_frozen_usec, "frozen_usec",
          "1500000"),
    LINES(CGROUP_EVENTS, "cgroup.events", cgroup_events, cgroup_events_populated, "populated", "1\nfrozen 0"),
    VALUE(CGROUP_TYPE, "cgroup.type", cgroup_type, "domain threaded", .words = types, .examples = words_of_type),
    NUMBER(CGROUP_FREEZE, "cgroup.freeze", cgroup_freeze, "0"),
    LIMIT(CGROUP_MAX_DEPTH, "cgroup.max.depth", cgroup_max_depth, "max"),
    LIMIT(CGROUP_MAX_DESCENDANTS, "cgroup.max.descendants", cgroup_max_descendants, "100"),
    LIST(CPUSET_CPUS_EFFECTIVE, "cpuset.cpus.effective", cpuset_cpus_effective, "0-3,7,12-15"),
    LIST(CPUSET_MEMS_EFFECTIVE, "cpuset.mems.effective", cpuset_mems_effective, "0"),
    NUMBER(CPUACCT_USAGE, "cpuacct.usage", cpuacct_usage_ns, "9223372036854775809"),
    LINES(CPUACCT_STAT, "cpuacct.stat", cpuacct_stat, cpuacct_stat_user_ticks, "user", "119017\nsystem 23556"),
    VALUE(CPU_CFS_QUOTA_US, "cpu.cfs_quota_us", cpu_max_usec, "-1", .take = take_quota, .put = put_quota,
          .examples = quotas),
    NUMBER(CPU_CFS_PERIOD_US, "cpu.cfs_period_us", cpu_max_period_usec, "100000"),
    NUMBER(CPU_CFS_BURST_US, "cpu.cfs_burst_us", cpu_max_burst_usec, "0"),
    NUMBER(CPU_SHARES, "cpu.shares", cpu_shares, "1024"),
    NUMBER(MEMORY_USAGE_IN_BYTES, "memory.usage_in_bytes", memory_current_bytes, "842346496"),
    NUMBER(MEMORY_MAX_USAGE_IN_BYTES, "memory.max_usage_in_bytes", memory_peak_bytes, "2900148224"),
    V1_LIMIT(MEMORY_LIMIT_IN_BYTES, "memory.limit_in_bytes", memory_max_bytes, "50331648"),
    V1_LIMIT(MEMORY_SOFT_LIMIT_IN_BYTES, "memory.soft_limit_in_bytes", memory_soft_limit_bytes, "9223372036854771712"),
    NUMBER(MEMORY_FAILCNT, "memory.failcnt", memory_failcnt, "210"),
    NUMBER(MEMORY_MEMSW_USAGE_IN_BYTES, "memory.memsw.usage_in_bytes", memory_memsw_usage_bytes, "21598208"),
    NUMBER(MEMORY_MEMSW_MAX_USAGE_IN_BYTES, "memory.memsw.max_usage_in_bytes", memory_memsw_max_usage_bytes,
           "51372032"),
    V1_LIMIT(MEMORY_MEMSW_LIMIT_IN_BYTES, "memory.memsw.limit_in_bytes", memory_memsw_limit_bytes, "59998208"),
    NUMBER(MEMORY_MEMSW_FAILCNT, "memory.memsw.failcnt", memory_memsw_failcnt, "4"),
    NUMBER(MEMORY_KMEM_USAGE_IN_BYTES, "memory.kmem.usage_in_bytes", memory_kmem_usage_bytes, "819200"),
    NUMBER(MEMORY_KMEM_MAX_USAGE_IN_BYTES, "memory.kmem.max_usage_in_bytes", memory_kmem_max_usage_bytes, "3387392"),
    V1_LIMIT(MEMORY_KMEM_LIMIT_IN_BYTES, "memory.kmem.limit_in_bytes", memory_kmem_limit_bytes, "9223372036854771712"),
    NUMBER(MEMORY_KMEM_FAILCNT, "memory.kmem.failcnt", memory_kmem_failcnt, "6"),
    NUMBER(MEMORY_KMEM_TCP_USAGE_IN_BYTES, "memory.kmem.tcp.usage_in_bytes", memory_kmem_tcp_usage_bytes, "8192"),
    NUMBER(MEMORY_KMEM_TCP_MAX_USAGE_IN_BYTES, "memory.kmem.tcp.max_usage_in_bytes", memory_kmem_tcp_max_usage_bytes,
           "12288"),
    V1_LIMIT(MEMORY_KMEM_TCP_LIMIT_IN_BYTES, "memory.kmem.tcp.limit_in_bytes", memory_kmem_tcp_limit_bytes,
             "9223372036854771712"),
    NUMBER(MEMORY_KMEM_TCP_FAILCNT, "memory.kmem.tcp.failcnt", memory_kmem_tcp_failcnt, "7"),
    LINES(MEMORY_OOM_CONTROL, "memory.oom_control", oom_control, memory_oom_control_oom_kill_disable,
          "oom_kill_disable", "1\nunder_oom 0\noom_kill 3"),
    LIST(CPUSET_EFFECTIVE_CPUS, "cpuset.effective_cpus", cpuset_cpus_effective, "0-1"),
    LIST(CPUSET_EFFECTIVE_MEMS, "cpuset.effective_mems", cpuset_mems_effective, "0,2-3"),
    NUMBER(HUGETLB_2MB_CURRENT, "hugetlb.2MB.current", hugetlb_2mb_current_bytes, "4194304"),
    LIMIT(HUGETLB_2MB_MAX, "hugetlb.2MB.max", hugetlb_2mb_max_bytes, "max"),
    LINES(HUGETLB_2MB_EVENTS, "hugetlb.2MB.events", hugetlb_2mb_events, hugetlb_2mb_events_max, "max", "21"),
    LINES(HUGETLB_2MB_EVENTS_LOCAL, "hugetlb.2MB.events.local", hugetlb_2mb_events_local, hugetlb_2mb_events_local_max,
          "max", "3"),
    NUMBER(HUGETLB_2MB_RSVD_CURRENT, "hugetlb.2MB.rsvd.current", hugetlb_2mb_rsvd_current_bytes, "6291456"),
    LIMIT(HUGETLB_2MB_RSVD_MAX, "hugetlb.2MB.rsvd.max", hugetlb_2mb_rsvd_max_bytes, "1073741824"),
    NUMBER(HUGETLB_1GB_CURRENT, "hugetlb.1GB.current", hugetlb_1gb_current_bytes, "4194304"),
    LIMIT(HUGETLB_1GB_MAX, "hugetlb.1GB.max", hugetlb_1gb_max_bytes, "max"),
    LINES(HUGETLB_1GB_EVENTS, "hugetlb.1GB.events", hugetlb_1gb_events, hugetlb_1gb_events_max, "max", "21"),
    LINES(HUGETLB_1GB_EVENTS_LOCAL, "hugetlb.1GB.events.local", hugetlb_1gb_events_local, hugetlb_1gb_events_local_max,
          "max", "3"),
    NUMBER(HUGETLB_1GB_RSVD_CURRENT, "hugetlb.1GB.rsvd.current", hugetlb_1gb_rsvd_current_bytes, "6291456"),
    LIMIT(HUGETLB_1GB_RSVD_MAX, "hugetlb.1GB.rsvd.max", hugetlb_1gb_rsvd_max_bytes, "1073741824"),
    LIST(CPUSET_CPUS, "cpuset.cpus", cpuset_cpus, "0-3,7"),
    LIST(CPUSET_CPUS_EXCLUSIVE, "cpuset.cpus.exclusive", cpuset_cpus_exclusive, "2-3"),
    LIST(CPUSET_CPUS_EXCLUSIVE_EFFECTIVE, "cpuset.cpus.exclusive.effective", cpuset_cpus_exclusive_effective, "3"),
    LIST(CPUSET_CPUS_ISOLATED, "cpuset.cpus.isolated", cpuset_cpus_isolated, "2-3"),
    VALUE(CPUSET_CPUS_PARTITION, "cpuset.cpus.partition", cpuset_cpus_partition, "isolated invalid",
          .words = partitions, .examples = words_of_partition),
    LIST(CPUSET_MEMS, "cpuset.mems", cpuset_mems, "0-1"),
};

const struct group cgroup_group = {"cgroup", cgroup_formats, sizeof cgroup_formats / sizeof cgroup_formats[0], true, 1};
