/* The files of a cgroup's directory, of both versions. */
#include "support.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum form { NUMBER, LIMIT, QUOTA, V1_LIMIT, NICE, UTILISATION, TYPE, LIST };

enum { PARTS = 13, FILES = 66 };

/* A member, by the key of its line with the blank behind it, or by its place where there is no key. */
struct part {
    const char *key;
    size_t offset;
    enum form form;
};

/* A file, a text as the kernel prints it, and what is in that. */
struct file {
    uint32_t id;
    const char *name;
    const char *text;
    struct part parts[PARTS];
    uint64_t values[PARTS];
};

#define AT(member) offsetof(struct vmm_cgroup, member)
#define KEY(key, member)                                                                                               \
    {                                                                                                                  \
        key " ", AT(member), NUMBER                                                                                    \
    }
#define ONE(id, name, form, member, text, value)                                                                       \
    {                                                                                                                  \
        VMM_CGROUP_FILE_##id, name, text, {{NULL, AT(member), form}},                                                  \
        {                                                                                                              \
            value                                                                                                      \
        }                                                                                                              \
    }
#define NO VMM_UNKNOWN
#define MAX VMM_UNLIMITED
/* The bits of -5.0. */
#define MINUS_5 UINT64_C(0xc014000000000000)

/* In the order of the ids. Keys are in the order in which Linux 6.19 prints them; those of version 1 are behind. */
static const struct file files[FILES] = {
    {VMM_CGROUP_FILE_CPU_STAT,
     "cpu.stat",
     "usage_usec 9007199254740993\nuser_usec 8007199254740992\nsystem_usec 1000000000000001\nnice_usec 17\n"
     "core_sched.force_idle_usec 123\nnr_periods 2147483647\nnr_throttled 16\nthrottled_usec 1812345678901\n"
     "nr_bursts 3\nburst_usec 60123\n",
     {KEY("usage_usec", usage_usec), KEY("user_usec", user_usec), KEY("system_usec", system_usec),
      KEY("nice_usec", nice_usec), KEY("core_sched.force_idle_usec", core_sched_force_idle_usec),
      KEY("nr_periods", nr_periods), KEY("nr_throttled", nr_throttled), KEY("throttled_usec", throttled_usec),
      KEY("nr_bursts", nr_bursts), KEY("burst_usec", burst_usec), KEY("throttled_time", throttled_time_ns),
      KEY("burst_time", burst_time_ns), KEY("wait_sum", wait_sum_ns)},
     {UINT64_C(9007199254740993), UINT64_C(8007199254740992), UINT64_C(1000000000000001), 17, 123, 2147483647, 16,
      UINT64_C(1812345678901), 3, 60123, NO, NO, NO}},
    {VMM_CGROUP_FILE_CPU_STAT_LOCAL,
     "cpu.stat.local",
     "throttled_usec 5512345\n",
     {KEY("throttled_usec", cpu_stat_local_throttled_usec), KEY("throttled_time", cpu_stat_local_throttled_time_ns)},
     {5512345, NO}},
    {VMM_CGROUP_FILE_CPU_MAX,
     "cpu.max",
     "150000 100000\n",
     {{NULL, AT(cpu_max_usec), LIMIT}, {NULL, AT(cpu_max_period_usec), NUMBER}},
     {150000, 100000}},
    ONE(CPU_MAX_BURST, "cpu.max.burst", NUMBER, cpu_max_burst_usec, "20000\n", 20000),
    ONE(CPU_WEIGHT, "cpu.weight", NUMBER, cpu_weight, "305\n", 305),
    ONE(CPU_WEIGHT_NICE, "cpu.weight.nice", NICE, cpu_weight_nice, "-5\n", MINUS_5),
    ONE(CPU_IDLE, "cpu.idle", NUMBER, cpu_idle, "1\n", 1),
    ONE(CPU_UCLAMP_MIN, "cpu.uclamp.min", UTILISATION, cpu_uclamp_min_hundredths, "12.05\n", 1205),
    ONE(CPU_UCLAMP_MAX, "cpu.uclamp.max", UTILISATION, cpu_uclamp_max_hundredths, "max\n", MAX),
    ONE(MEMORY_CURRENT, "memory.current", NUMBER, memory_current_bytes, "1144496128\n", 1144496128),
    ONE(MEMORY_PEAK, "memory.peak", NUMBER, memory_peak_bytes, "2147483648\n", UINT64_C(2147483648)),
    ONE(MEMORY_MIN, "memory.min", LIMIT, memory_min_bytes, "0\n", 0),
    ONE(MEMORY_LOW, "memory.low", LIMIT, memory_low_bytes, "268435456\n", 268435456),
    ONE(MEMORY_HIGH, "memory.high", LIMIT, memory_high_bytes, "max\n", MAX),
    ONE(MEMORY_MAX, "memory.max", LIMIT, memory_max_bytes, "68719476736\n", UINT64_C(68719476736)),
    ONE(MEMORY_OOM_GROUP, "memory.oom.group", NUMBER, memory_oom_group, "1\n", 1),
    {VMM_CGROUP_FILE_MEMORY_EVENTS,
     "memory.events",
     "low 1\nhigh 22\nmax 333\noom 4444\noom_kill 55555\noom_group_kill 666666\nsock_throttled 7777777\n",
     {KEY("low", memory_events_low), KEY("high", memory_events_high), KEY("max", memory_events_max),
      KEY("oom", memory_events_oom), KEY("oom_kill", memory_events_oom_kill),
      KEY("oom_group_kill", memory_events_oom_group_kill), KEY("sock_throttled", memory_events_sock_throttled)},
     {1, 22, 333, 4444, 55555, 666666, 7777777}},
    {VMM_CGROUP_FILE_MEMORY_EVENTS_LOCAL,
     "memory.events.local",
     "low 8\nhigh 9\nmax 10\noom 11\noom_kill 12\noom_group_kill 13\nsock_throttled 14\n",
     {KEY("low", memory_events_local_low), KEY("high", memory_events_local_high), KEY("max", memory_events_local_max),
      KEY("oom", memory_events_local_oom), KEY("oom_kill", memory_events_local_oom_kill),
      KEY("oom_group_kill", memory_events_local_oom_group_kill),
      KEY("sock_throttled", memory_events_local_sock_throttled)},
     {8, 9, 10, 11, 12, 13, 14}},
    ONE(MEMORY_SWAP_CURRENT, "memory.swap.current", NUMBER, memory_swap_current_bytes, "40960\n", 40960),
    ONE(MEMORY_SWAP_PEAK, "memory.swap.peak", NUMBER, memory_swap_peak_bytes, "81920\n", 81920),
    ONE(MEMORY_SWAP_HIGH, "memory.swap.high", LIMIT, memory_swap_high_bytes, "max\n", MAX),
    ONE(MEMORY_SWAP_MAX, "memory.swap.max", LIMIT, memory_swap_max_bytes, "0\n", 0),
    {VMM_CGROUP_FILE_MEMORY_SWAP_EVENTS,
     "memory.swap.events",
     "high 0\nmax 21\nfail 20\n",
     {KEY("high", memory_swap_events_high), KEY("max", memory_swap_events_max), KEY("fail", memory_swap_events_fail)},
     {0, 21, 20}},
    ONE(MEMORY_ZSWAP_CURRENT, "memory.zswap.current", NUMBER, memory_zswap_current_bytes, "12345\n", 12345),
    ONE(MEMORY_ZSWAP_MAX, "memory.zswap.max", LIMIT, memory_zswap_max_bytes, "max\n", MAX),
    ONE(MEMORY_ZSWAP_WRITEBACK, "memory.zswap.writeback", NUMBER, memory_zswap_writeback, "0\n", 0),
    ONE(PIDS_CURRENT, "pids.current", NUMBER, pids_current, "23\n", 23),
    ONE(PIDS_PEAK, "pids.peak", NUMBER, pids_peak, "31\n", 31),
    ONE(PIDS_MAX, "pids.max", LIMIT, pids_max, "4096\n", 4096),
    {VMM_CGROUP_FILE_PIDS_EVENTS, "pids.events", "max 2\n", {KEY("max", pids_events_max)}, {2}},
    {VMM_CGROUP_FILE_PIDS_EVENTS_LOCAL, "pids.events.local", "max 1\n", {KEY("max", pids_events_local_max)}, {1}},
    {VMM_CGROUP_FILE_CGROUP_STAT,
     "cgroup.stat",
     "nr_descendants 5\nnr_subsys_cpuset 6\nnr_subsys_memory 7\nnr_dying_descendants 8\nnr_dying_subsys_memory 9\n",
     {KEY("nr_descendants", cgroup_stat_nr_descendants), KEY("nr_dying_descendants", cgroup_stat_nr_dying_descendants)},
     {5, 8}},
    {VMM_CGROUP_FILE_CGROUP_STAT_LOCAL,
     "cgroup.stat.local",
     "frozen_usec 1500000\n",
     {KEY("frozen_usec", cgroup_stat_local_frozen_usec)},
     {1500000}},
    {VMM_CGROUP_FILE_CGROUP_EVENTS,
     "cgroup.events",
     "populated 1\nfrozen 0\n",
     {KEY("populated", cgroup_events_populated), KEY("frozen", cgroup_events_frozen)},
     {1, 0}},
    ONE(CGROUP_TYPE, "cgroup.type", TYPE, cgroup_type, "domain threaded\n", VMM_CGROUP_TYPE_DOMAIN_THREADED),
    ONE(CGROUP_FREEZE, "cgroup.freeze", NUMBER, cgroup_freeze, "0\n", 0),
    ONE(CGROUP_MAX_DEPTH, "cgroup.max.depth", LIMIT, cgroup_max_depth, "max\n", MAX),
    ONE(CGROUP_MAX_DESCENDANTS, "cgroup.max.descendants", LIMIT, cgroup_max_descendants, "100\n", 100),
    ONE(CPUSET_CPUS_EFFECTIVE, "cpuset.cpus.effective", LIST, cpuset_cpus_effective, "0-3,7,12-15\n", 9),
    ONE(CPUSET_MEMS_EFFECTIVE, "cpuset.mems.effective", LIST, cpuset_mems_effective, "0\n", 1),
    ONE(CPUACCT_USAGE, "cpuacct.usage", NUMBER, cpuacct_usage_ns, "9223372036854775809\n",
        UINT64_C(9223372036854775809)),
    {VMM_CGROUP_FILE_CPUACCT_STAT,
     "cpuacct.stat",
     "user 119017\nsystem 23556\n",
     {KEY("user", cpuacct_stat_user_ticks), KEY("system", cpuacct_stat_system_ticks)},
     {119017, 23556}},
    ONE(CPU_CFS_QUOTA_US, "cpu.cfs_quota_us", QUOTA, cpu_max_usec, "-1\n", MAX),
    ONE(CPU_CFS_PERIOD_US, "cpu.cfs_period_us", NUMBER, cpu_max_period_usec, "100000\n", 100000),
    ONE(CPU_CFS_BURST_US, "cpu.cfs_burst_us", NUMBER, cpu_max_burst_usec, "0\n", 0),
    ONE(CPU_SHARES, "cpu.shares", NUMBER, cpu_shares, "1024\n", 1024),
    ONE(MEMORY_USAGE_IN_BYTES, "memory.usage_in_bytes", NUMBER, memory_current_bytes, "842346496\n", 842346496),
    ONE(MEMORY_MAX_USAGE_IN_BYTES, "memory.max_usage_in_bytes", NUMBER, memory_peak_bytes, "2900148224\n",
        UINT64_C(2900148224)),
    ONE(MEMORY_LIMIT_IN_BYTES, "memory.limit_in_bytes", V1_LIMIT, memory_max_bytes, "50331648\n", 50331648),
    ONE(MEMORY_SOFT_LIMIT_IN_BYTES, "memory.soft_limit_in_bytes", V1_LIMIT, memory_soft_limit_bytes,
        "9223372036854771712\n", MAX),
    ONE(MEMORY_FAILCNT, "memory.failcnt", NUMBER, memory_failcnt, "210\n", 210),
    ONE(MEMORY_MEMSW_USAGE_IN_BYTES, "memory.memsw.usage_in_bytes", NUMBER, memory_memsw_usage_bytes, "21598208\n",
        21598208),
    ONE(MEMORY_MEMSW_MAX_USAGE_IN_BYTES, "memory.memsw.max_usage_in_bytes", NUMBER, memory_memsw_max_usage_bytes,
        "51372032\n", 51372032),
    ONE(MEMORY_MEMSW_LIMIT_IN_BYTES, "memory.memsw.limit_in_bytes", V1_LIMIT, memory_memsw_limit_bytes, "59998208\n",
        59998208),
    ONE(MEMORY_MEMSW_FAILCNT, "memory.memsw.failcnt", NUMBER, memory_memsw_failcnt, "4\n", 4),
    ONE(MEMORY_KMEM_USAGE_IN_BYTES, "memory.kmem.usage_in_bytes", NUMBER, memory_kmem_usage_bytes, "819200\n", 819200),
    ONE(MEMORY_KMEM_MAX_USAGE_IN_BYTES, "memory.kmem.max_usage_in_bytes", NUMBER, memory_kmem_max_usage_bytes,
        "3387392\n", 3387392),
    ONE(MEMORY_KMEM_LIMIT_IN_BYTES, "memory.kmem.limit_in_bytes", V1_LIMIT, memory_kmem_limit_bytes,
        "9223372036854771712\n", MAX),
    ONE(MEMORY_KMEM_FAILCNT, "memory.kmem.failcnt", NUMBER, memory_kmem_failcnt, "6\n", 6),
    ONE(MEMORY_KMEM_TCP_USAGE_IN_BYTES, "memory.kmem.tcp.usage_in_bytes", NUMBER, memory_kmem_tcp_usage_bytes, "8192\n",
        8192),
    ONE(MEMORY_KMEM_TCP_MAX_USAGE_IN_BYTES, "memory.kmem.tcp.max_usage_in_bytes", NUMBER,
        memory_kmem_tcp_max_usage_bytes, "12288\n", 12288),
    ONE(MEMORY_KMEM_TCP_LIMIT_IN_BYTES, "memory.kmem.tcp.limit_in_bytes", V1_LIMIT, memory_kmem_tcp_limit_bytes,
        "9223372036854771712\n", MAX),
    ONE(MEMORY_KMEM_TCP_FAILCNT, "memory.kmem.tcp.failcnt", NUMBER, memory_kmem_tcp_failcnt, "7\n", 7),
    {VMM_CGROUP_FILE_MEMORY_OOM_CONTROL,
     "memory.oom_control",
     "oom_kill_disable 1\nunder_oom 0\noom_kill 3\n",
     {KEY("oom_kill_disable", memory_oom_control_oom_kill_disable), KEY("under_oom", memory_oom_control_under_oom),
      KEY("oom_kill", memory_oom_control_oom_kill)},
     {1, 0, 3}},
    ONE(CPUSET_EFFECTIVE_CPUS, "cpuset.effective_cpus", LIST, cpuset_cpus_effective, "0-1\n", 2),
    ONE(CPUSET_EFFECTIVE_MEMS, "cpuset.effective_mems", LIST, cpuset_mems_effective, "0,2-3\n", 3),
};

static size_t parts_of(const struct file *file)
{
    size_t count = 0;

    while (count < PARTS && file->parts[count].offset != 0)
        count++;
    return count;
}

/* ---- a plain reader of these files ---- */

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

static bool is_digit_at(const char *bytes, size_t pos, size_t length)
{
    return pos < length && bytes[pos] >= '0' && bytes[pos] <= '9';
}

static size_t line_end_at(const char *bytes, size_t pos, size_t length)
{
    while (pos < length && bytes[pos] != '\n')
        pos++;
    return pos;
}

/* Takes `string` at `pos`. False where something else stands there, with the first byte that differs in `after`. */
static bool take_string(const char *bytes, size_t pos, size_t length, const char *string, size_t *after)
{
    while (*string != '\0' && pos < length && bytes[pos] == *string) {
        pos++;
        string++;
    }
    *after = pos;
    return *string == '\0';
}

static bool take_list(const char *bytes, size_t pos, size_t length, size_t *after, uint64_t *value)
{
    uint64_t first, last;
    bool fits = true;

    *value = 0;
    *after = pos;
    if (pos == length || bytes[pos] == '\n')
        return true;
    for (;;) {
        if (!reference_number(bytes, pos, length, after, &first))
            return false;
        last = first;
        pos = *after;
        if (pos < length && bytes[pos] == '-') {
            size_t second = ++pos;

            if (!reference_number(bytes, pos, length, after, &last))
                return false;
            if (last < first) {
                *after = second;
                return false;
            }
            pos = *after;
        }
        if (last == VMM_UNKNOWN || last - first >= VMM_UNLIMITED - 1 - *value)
            fits = false;
        if (fits)
            *value += last - first + 1;
        if (pos == length || bytes[pos] != ',')
            break;
        pos++;
    }
    *after = pos;
    if (!fits)
        *value = VMM_UNKNOWN;
    return true;
}

static bool take_utilisation(const char *bytes, size_t pos, size_t length, size_t *after, uint64_t *value)
{
    if (!reference_number(bytes, pos, length, after, value) || !take_string(bytes, *after, length, ".", after))
        return false;
    for (unsigned i = 0; i < 2; i++) {
        if (!is_digit_at(bytes, *after, length))
            return false;
        ++*after;
    }
    if (*value >= VMM_UNLIMITED / 100)
        *value = VMM_UNKNOWN;
    else
        *value = *value * 100 + (uint64_t)(bytes[*after - 2] - '0') * 10 + (uint64_t)(bytes[*after - 1] - '0');
    return true;
}

static bool take_type(const char *bytes, size_t pos, size_t length, size_t *after, uint64_t *value)
{
    static const char *const words[] = {"domain", "domain threaded", "domain invalid", "threaded"};

    *after = line_end_at(bytes, pos, length);
    *value = VMM_UNKNOWN;
    for (size_t i = 0; i < COUNT_OF(words); i++)
        if (strlen(words[i]) == *after - pos && memcmp(words[i], bytes + pos, *after - pos) == 0)
            *value = i + 1;
    return *after != pos;
}

static bool take_nice(const char *bytes, size_t pos, size_t length, size_t *after, uint64_t *value)
{
    bool negative = pos < length && bytes[pos] == '-';
    double number;

    *after = pos + negative;
    if (!is_digit_at(bytes, *after, length))
        return false;
    reference_number(bytes, *after, length, after, value);
    if (*value != VMM_UNKNOWN) {
        number = negative ? -(double)*value : (double)*value;
        memcpy(value, &number, sizeof number);
    }
    return true;
}

static bool take(enum form form, const char *bytes, size_t pos, size_t length, size_t *after, uint64_t *value)
{
    size_t number_end;

    if (form == LIST)
        return take_list(bytes, pos, length, after, value);
    if (form == TYPE)
        return take_type(bytes, pos, length, after, value);
    if (form == NICE)
        return take_nice(bytes, pos, length, after, value);
    if ((form == LIMIT || form == UTILISATION) && pos < length && bytes[pos] == 'm') {
        *value = VMM_UNLIMITED;
        return take_string(bytes, pos, length, "max", after);
    }
    if (form == UTILISATION)
        return take_utilisation(bytes, pos, length, after, value);
    if (!reference_number(bytes, pos, length, &number_end, value)) {
        *after = number_end;
        return false;
    }
    *after = number_end;
    /* Of limits: 2^63 less 2^20, so whole pages of up to that size; and 2^31 - 1 pages of 4096. */
    if ((form == QUOTA && number_end - pos == 2 && memcmp(bytes + pos, "-1", 2) == 0) ||
        (form == V1_LIMIT && number_end - pos == 20 && memcmp(bytes + pos, "18446744073709551615", 20) == 0) ||
        (form == V1_LIMIT && *value != VMM_UNKNOWN &&
         (*value >= UINT64_C(9223372036853727232) || *value == UINT64_C(8796093018112))))
        *value = VMM_UNLIMITED;
    return true;
}

static struct outcome refused(const struct file *file, const char *bytes, size_t error, size_t length, uint64_t *words)
{
    struct outcome outcome = {error == length ? VMM_E_TRUNCATED : VMM_E_SYNTAX, line_end_at(bytes, error, length),
                              error};

    if (outcome.pos != length)
        outcome.pos++;
    for (size_t i = 0; i < parts_of(file); i++)
        words[file->parts[i].offset / 8] = VMM_UNKNOWN;
    return outcome;
}

static struct outcome expect_values(const struct file *file, const char *bytes, size_t length, uint64_t *words)
{
    struct outcome outcome = {VMM_OK, length, NOWHERE};
    size_t pos = 0, count = parts_of(file);

    if (length == 0) {
        refused(file, bytes, 0, length, words);
        outcome.status = VMM_E_EMPTY;
        return outcome;
    }
    for (size_t i = 0; i < count; i++) {
        uint64_t *word = &words[file->parts[i].offset / 8];

        while (pos < length && is_blank(bytes[pos]))
            pos++;
        *word = VMM_UNKNOWN;
        if (i == 1 && pos < length && bytes[pos] == '\n')
            break;
        if (!take(file->parts[i].form, bytes, pos, length, &pos, word))
            return refused(file, bytes, pos, length, words);
        if (pos < length && bytes[pos] != '\n' && !is_blank(bytes[pos]))
            return refused(file, bytes, pos, length, words);
    }
    return count == 2 && bytes[length - 1] != '\n' ? refused(file, bytes, length, length, words) : outcome;
}

static struct outcome expect_lines(const struct file *file, const char *bytes, size_t length, uint64_t *words)
{
    struct outcome outcome = {VMM_E_EMPTY, length, NOWHERE};
    size_t pos = 0;

    while (pos < length) {
        size_t end = line_end_at(bytes, pos, length), after = pos;

        for (size_t i = 0; i < parts_of(file); i++) {
            uint64_t *word = &words[file->parts[i].offset / 8];

            if (!take_string(bytes, pos, length, file->parts[i].key, &after))
                continue;
            while (after < length && is_blank(bytes[after]))
                after++;
            if (!reference_number(bytes, after, length, &after, word))
                return refused(file, bytes, after, length, words);
            if (after == length || !(bytes[after] == '\n' || is_blank(bytes[after])))
                return refused(file, bytes, after, length, words);
            outcome.status = VMM_OK;
            break;
        }
        if (end == length)
            return refused(file, bytes, length, length, words);
        pos = end + 1;
    }
    if (outcome.status != VMM_OK)
        refused(file, bytes, length, length, words);
    return outcome;
}

/* ---- the file that the tests are about, in the form that the shared checks take ---- */

static const struct file *current = &files[0];

/* What run() fills a record with. */
static const uint64_t old_words = UINT64_C(0x5a5a5a5a5a5a5a5a);

static vmm_status read_current(struct vmm_text *text, void *out, size_t out_size)
{
    return vmm_cgroup_read(current->id, text, out, out_size);
}

/* What the members held before stays, but for those that the file feeds. */
static struct outcome expect_current(const char *bytes, size_t length, uint64_t *words)
{
    for (size_t i = 0; i < sizeof(struct vmm_cgroup) / 8; i++)
        words[i] = old_words;
    words[0] = sizeof(struct vmm_cgroup);
    return current->parts[0].key != NULL ? expect_lines(current, bytes, length, words)
                                         : expect_values(current, bytes, length, words);
}

static const struct old_format format = {read_current, expect_current, VMM_RECORD_CGROUP, sizeof(struct vmm_cgroup)};

static void about(uint32_t id)
{
    current = &files[id - 1];
}

static bool feeds(const struct file *file, size_t offset)
{
    for (size_t i = 0; i < parts_of(file); i++)
        if (file->parts[i].offset == offset)
            return true;
    return false;
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
    vmm_status status = vmm_cgroup_read(id, &text, cgroup, sizeof *cgroup);

    assert_ptr_equal(text.end, string + strlen(string));
    assert_int_equal(text.error != NULL, status == VMM_E_SYNTAX || status == VMM_E_TRUNCATED);
    about(id);
    check_string(&format, string);
    return status;
}

#define READ(cgroup, id, string) assert_int_equal(read_into(&(cgroup), VMM_CGROUP_FILE_##id, string), VMM_OK)

/* The member of a file of one value, read from this text. */
static uint64_t value_of(uint32_t id, const char *string)
{
    struct vmm_cgroup cgroup = unknown_cgroup();
    uint64_t value;

    assert_int_equal(read_into(&cgroup, id, string), VMM_OK);
    memcpy(&value, (const char *)&cgroup + files[id - 1].parts[0].offset, sizeof value);
    return value;
}

#define VALUE_OF(id, string) value_of(VMM_CGROUP_FILE_##id, string)

/* The text is refused at this byte, and no member but its own is touched. */
static void check_refused(uint32_t id, const char *bytes, size_t length, size_t error)
{
    struct arena arena = arena_new(length);
    struct record record;
    struct outcome outcome;

    about(id);
    outcome = run(&format, bytes, length, &record, format.bytes);
    if (outcome.status != (error == length ? VMM_E_TRUNCATED : VMM_E_SYNTAX) || outcome.error != error)
        fail_msg("%s: \"%s\": status %d, error %ld", current->name, bytes, (int)outcome.status, (long)outcome.error);
    check_text(&format, &arena, bytes, length);
    arena_free(&arena);
}

#define REFUSED(id, constant, error) check_refused(VMM_CGROUP_FILE_##id, TEXT(constant), error)

/* ---- every file ---- */

static void test_the_list_above_has_all_files_and_members(void **state)
{
    unsigned char covered[sizeof(struct vmm_cgroup) / 8] = {1, 1};
    struct vmm_file file;

    (void)state;
    for (uint32_t i = 0; i < FILES; i++) {
        assert_int_equal(files[i].id, i + 1);
        assert_int_equal(vmm_file_at(VMM_RECORD_CGROUP, i, &file, sizeof file), VMM_OK);
        assert_string_equal(file.name, files[i].name);
        for (size_t k = 0; k < parts_of(&files[i]); k++)
            covered[files[i].parts[k].offset / 8] = 1;
    }
    assert_int_equal(vmm_file_at(VMM_RECORD_CGROUP, FILES, &file, sizeof file), VMM_END);
    for (size_t i = 0; i < sizeof covered; i++)
        assert_int_equal(covered[i], 1);
}

/* Its members and no others: the rest of the record is as it was before. */
static void test_every_file_feeds_its_members(void **state)
{
    (void)state;
    for (uint32_t id = 1; id <= FILES; id++) {
        size_t length = strlen(files[id - 1].text);
        struct arena arena = arena_new(length);
        struct record record;
        struct outcome outcome;

        about(id);
        outcome = run(&format, current->text, length, &record, format.bytes);
        assert_int_equal(outcome.status, VMM_OK);
        assert_int_equal(outcome.pos, length);
        assert_int_equal(outcome.error, NOWHERE);
        assert_int_equal(record.words[0], sizeof(struct vmm_cgroup));
        for (size_t word = 1; word < sizeof(struct vmm_cgroup) / 8; word++) {
            uint64_t wanted = old_words;

            /* What the file does not print stays too. */
            for (size_t i = 0; i < parts_of(current); i++)
                if (current->parts[i].offset == word * 8 && current->values[i] != NO)
                    wanted = current->values[i];
            if (record.words[word] != wanted)
                fail_msg("%s: word %lu is %" PRIu64, current->name, (unsigned long)word, record.words[word]);
        }
        check_text(&format, &arena, current->text, length);
        arena_free(&arena);
    }
}

/* Cut between lines there is nothing to see; inside one it shows, but for a single value. */
static void test_every_file_cut_at_every_length(void **state)
{
    (void)state;
    for (uint32_t id = 1; id <= FILES; id++) {
        const char *bytes = files[id - 1].text;

        about(id);
        check_every_cut(&format, bytes, strlen(bytes));
        for (size_t at = 0; at < strlen(bytes); at++) {
            struct record record;
            struct outcome outcome = run(&format, bytes, at, &record, format.bytes);

            assert_int_equal(outcome.pos, at);
            if (at == 0)
                assert_int_equal(outcome.status, VMM_E_EMPTY);
            else if (bytes[at - 1] == '\n')
                assert_int_equal(outcome.status, VMM_OK);
            else if (current->parts[0].key != NULL || parts_of(current) == 2)
                assert_int_equal(outcome.status, VMM_E_TRUNCATED);
        }
    }
}

static void test_every_byte_of_every_file_replaced_by_every_other(void **state)
{
    (void)state;
    for (uint32_t id = 1; id <= FILES; id++) {
        about(id);
        check_every_byte(&format, current->text, strlen(current->text));
    }
}

static void test_unknown_keys_anywhere_and_any_order_of_lines(void **state)
{
    (void)state;
    for (uint32_t id = 1; id <= FILES; id++) {
        about(id);
        if (current->parts[0].key == NULL)
            continue;
        check_unknown_lines(&format, current->text, strlen(current->text));
        check_permutations(&format, current->text, strlen(current->text), 40);
    }
}

/* The files' members are unknown then, and the others as they were. */
static void test_empty_files(void **state)
{
    (void)state;
    for (uint32_t id = 1; id <= FILES; id++) {
        struct record record;

        about(id);
        assert_int_equal(run(&format, "", 0, &record, format.bytes).status, VMM_E_EMPTY);
        for (size_t word = 1; word < format.bytes / 8; word++)
            assert_int_equal(record.words[word], feeds(current, word * 8) ? VMM_UNKNOWN : old_words);
        check_string(&format, "");
    }
}

static void test_files_without_a_known_key(void **state)
{
    (void)state;
    for (uint32_t id = 1; id <= FILES; id++) {
        struct record record;

        about(id);
        if (current->parts[0].key == NULL)
            continue;
        assert_int_equal(run(&format, TEXT("unheard_of 5\nusage 7\n"), &record, format.bytes).status, VMM_E_EMPTY);
        for (size_t word = 1; word < format.bytes / 8; word++)
            assert_int_equal(record.words[word], feeds(current, word * 8) ? VMM_UNKNOWN : old_words);
        check_string(&format, "unheard_of 5\nusage 7\n");
        check_string(&format, "\n");
    }
}

/* A file that cannot be read leaves what the others said. */
static void test_an_error_in_one_file_leaves_the_others(void **state)
{
    (void)state;
    for (uint32_t bad = 1; bad <= FILES; bad++) {
        struct vmm_cgroup good = unknown_cgroup(), one_bad;
        struct builder builder = {NULL, 0, 0};
        const struct part *part = &files[bad - 1].parts[0];
        struct vmm_text text;

        for (uint32_t id = 1; id <= FILES; id++) {
            text = vmm_text_of(files[id - 1].text, strlen(files[id - 1].text));
            assert_int_equal(vmm_cgroup_read(id, &text, &good, sizeof good), VMM_OK);
        }
        one_bad = good;
        builder_print(&builder, "%s%s\n", part->key == NULL ? "" : part->key, part->form == TYPE ? "" : "x");
        text = vmm_text_of(builder.bytes, builder.length);
        assert_int_equal(vmm_cgroup_read(bad, &text, &one_bad, sizeof one_bad), VMM_E_SYNTAX);
        assert_ptr_equal(text.error, builder.bytes + builder.length - (part->form == TYPE ? 1 : 2));
        assert_ptr_equal(text.pos, text.end);
        for (size_t word = 0; word < sizeof good / 8; word++) {
            uint64_t before, after;

            memcpy(&before, (char *)&good + word * 8, 8);
            memcpy(&after, (char *)&one_bad + word * 8, 8);
            assert_int_equal(after, feeds(&files[bad - 1], word * 8) ? VMM_UNKNOWN : before);
        }
        builder_free(&builder);
    }
}

static bool shares_members(const struct file *a, const struct file *b)
{
    for (size_t i = 0; i < parts_of(a); i++)
        if (feeds(b, a->parts[i].offset))
            return true;
    return false;
}

static void test_files_in_any_order_give_the_same_record(void **state)
{
    uint32_t order[FILES];
    struct vmm_cgroup plain = unknown_cgroup();
    struct vmm_text text;
    size_t count = 0;

    (void)state;
    for (uint32_t id = 1; id <= FILES; id++) {
        bool shares = false;

        for (size_t i = 0; i < count; i++)
            shares = shares || shares_members(&files[order[i] - 1], &files[id - 1]);
        if (!shares)
            order[count++] = id;
    }
    assert_int_equal(count, FILES - 8);
    for (size_t i = 0; i < count; i++) {
        text = vmm_text_of(files[order[i] - 1].text, strlen(files[order[i] - 1].text));
        assert_int_equal(vmm_cgroup_read(order[i], &text, &plain, sizeof plain), VMM_OK);
    }
    chance_seed(17);
    for (unsigned time = 0; time < 1000; time++) {
        struct vmm_cgroup shuffled = unknown_cgroup();

        for (size_t i = count; i > 1; i--) {
            size_t other = chance_below(i);
            uint32_t kept = order[i - 1];

            order[i - 1] = order[other];
            order[other] = kept;
        }
        for (size_t i = 0; i < count; i++) {
            text = vmm_text_of(files[order[i] - 1].text, strlen(files[order[i] - 1].text));
            assert_int_equal(vmm_cgroup_read(order[i], &text, &shuffled, sizeof shuffled), VMM_OK);
        }
        check_equal(VMM_RECORD_CGROUP, &plain, &shuffled);
    }
}

static void test_of_two_files_that_feed_a_member_the_later_wins(void **state)
{
    unsigned pairs = 0;

    (void)state;
    for (uint32_t a = 1; a <= FILES; a++) {
        for (uint32_t b = 1; b <= FILES; b++) {
            struct vmm_cgroup cgroup = unknown_cgroup();
            uint64_t got;

            if (a == b || !shares_members(&files[a - 1], &files[b - 1]))
                continue;
            pairs++;
            assert_int_equal(read_into(&cgroup, a, files[a - 1].text), VMM_OK);
            assert_int_equal(read_into(&cgroup, b, files[b - 1].text), VMM_OK);
            for (size_t i = 0; i < parts_of(&files[b - 1]); i++) {
                memcpy(&got, (char *)&cgroup + files[b - 1].parts[i].offset, sizeof got);
                assert_int_equal(got, files[b - 1].values[i]);
            }
            /* An error is the later one, too. */
            assert_int_equal(read_into(&cgroup, a, files[a - 1].text), VMM_OK);
            assert_int_equal(read_into(&cgroup, b, ""), VMM_E_EMPTY);
            memcpy(&got, (char *)&cgroup + files[b - 1].parts[0].offset, sizeof got);
            assert_int_equal(got, VMM_UNKNOWN);
        }
    }
    /* Eight files of version 1, in both orders. */
    assert_int_equal(pairs, 16);
}

/* ---- limits ---- */

/* A36, B6.7: `max` is no limit, and no number. */
static void test_max_is_unlimited(void **state)
{
    unsigned limits = 0;

    (void)state;
    for (uint32_t id = 1; id <= FILES; id++) {
        enum form form = files[id - 1].parts[0].form;

        if (files[id - 1].parts[0].key != NULL)
            continue;
        if (form != LIMIT && form != UTILISATION) {
            if (form != TYPE)
                check_refused(id, TEXT("max\n"), 0);
            continue;
        }
        limits++;
        assert_int_equal(value_of(id, id == VMM_CGROUP_FILE_CPU_MAX ? "max 100000\n" : "max\n"), VMM_UNLIMITED);
        check_refused(id, TEXT("ma\n"), 2);
        check_refused(id, TEXT("m\n"), 1);
        check_refused(id, TEXT("maximum\n"), 3);
        check_refused(id, TEXT("max1\n"), 3);
        check_refused(id, TEXT("Max\n"), 0);
        check_refused(id, TEXT("m"), 1);
        check_refused(id, TEXT("ma"), 2);
    }
    assert_int_equal(limits, 13);
}

/* A37, B7.2: what version 1 prints where there is no limit. */
static void test_limits_of_version_1(void **state)
{
    unsigned limits = 0;

    (void)state;
    for (uint32_t id = 1; id <= FILES; id++) {
        if (files[id - 1].parts[0].form != V1_LIMIT)
            continue;
        limits++;
        /* Pages of 4, 16 and 64 KiB, and of 1 MiB, which is the most. */
        assert_int_equal(value_of(id, "9223372036854771712\n"), VMM_UNLIMITED);
        assert_int_equal(value_of(id, "9223372036854759424\n"), VMM_UNLIMITED);
        assert_int_equal(value_of(id, "9223372036854710272\n"), VMM_UNLIMITED);
        assert_int_equal(value_of(id, "9223372036853727232\n"), VMM_UNLIMITED);
        assert_int_equal(value_of(id, "9223372036853727231\n"), UINT64_C(9223372036853727231));
        /* 2^63 - 1 and 2^64 - 1, which old kernels print. */
        assert_int_equal(value_of(id, "9223372036854775807\n"), VMM_UNLIMITED);
        assert_int_equal(value_of(id, "18446744073709551615\n"), VMM_UNLIMITED);
        /* 2^31 - 1 pages, on a kernel of 32 bits; and its neighbours. */
        assert_int_equal(value_of(id, "8796093018112\n"), VMM_UNLIMITED);
        assert_int_equal(value_of(id, "8796093014016\n"), UINT64_C(8796093014016));
        assert_int_equal(value_of(id, "8796093022208\n"), UINT64_C(8796093022208));
        /* Real ones. */
        assert_int_equal(value_of(id, "0\n"), 0);
        assert_int_equal(value_of(id, "268435456"), 268435456);
        assert_int_equal(value_of(id, "18446744073709551616\n"), VMM_UNKNOWN);
        assert_int_equal(value_of(id, "184467440737095516150\n"), VMM_UNKNOWN);
        assert_int_equal(value_of(id, "-1\n"), VMM_UNKNOWN);
        check_refused(id, TEXT("18446744073709551615x\n"), 20);
        check_refused(id, TEXT("max\n"), 0);
    }
    assert_int_equal(limits, 5);
    /* Version 2 says `max`; these are numbers there. */
    assert_int_equal(VALUE_OF(MEMORY_MAX, "9223372036854771712\n"), UINT64_C(9223372036854771712));
    assert_int_equal(VALUE_OF(MEMORY_MAX, "18446744073709551615\n"), VMM_UNKNOWN);
    assert_int_equal(VALUE_OF(MEMORY_USAGE_IN_BYTES, "9223372036854775807\n"), UINT64_C(9223372036854775807));
}

static void test_quota_of_version_1(void **state)
{
    (void)state;
    assert_int_equal(VALUE_OF(CPU_CFS_QUOTA_US, "-1\n"), VMM_UNLIMITED);
    assert_int_equal(VALUE_OF(CPU_CFS_QUOTA_US, "-1"), VMM_UNLIMITED);
    assert_int_equal(VALUE_OF(CPU_CFS_QUOTA_US, " -1 \n"), VMM_UNLIMITED);
    assert_int_equal(VALUE_OF(CPU_CFS_QUOTA_US, "50000\n"), 50000);
    assert_int_equal(VALUE_OF(CPU_CFS_QUOTA_US, "0\n"), 0);
    assert_int_equal(VALUE_OF(CPU_CFS_QUOTA_US, "1\n"), 1);
    assert_int_equal(VALUE_OF(CPU_CFS_QUOTA_US, "-2\n"), VMM_UNKNOWN);
    assert_int_equal(VALUE_OF(CPU_CFS_QUOTA_US, "-10\n"), VMM_UNKNOWN);
    assert_int_equal(VALUE_OF(CPU_CFS_QUOTA_US, "-01\n"), VMM_UNKNOWN);
    assert_int_equal(VALUE_OF(CPU_CFS_QUOTA_US, "-0\n"), VMM_UNKNOWN);
    assert_int_equal(VALUE_OF(CPU_CFS_QUOTA_US, "18446744073709551615\n"), VMM_UNKNOWN);
    REFUSED(CPU_CFS_QUOTA_US, "-\n", 1);
    REFUSED(CPU_CFS_QUOTA_US, "-", 1);
    REFUSED(CPU_CFS_QUOTA_US, "--1\n", 1);
    REFUSED(CPU_CFS_QUOTA_US, "-1x\n", 2);
    /* Of the others -1 is a number that does not fit. */
    assert_int_equal(VALUE_OF(CPU_CFS_BURST_US, "-1\n"), VMM_UNKNOWN);
    assert_int_equal(VALUE_OF(CPU_MAX, "-1 100000\n"), VMM_UNKNOWN);
    assert_int_equal(VALUE_OF(CPU_CFS_PERIOD_US, "-1\n"), VMM_UNKNOWN);
}

static struct vmm_cgroup cpu_max_of(const char *string)
{
    struct vmm_cgroup cgroup = unknown_cgroup();

    READ(cgroup, CPU_MAX, string);
    return cgroup;
}

static void test_cpu_max(void **state)
{
    static const char *const whole = "max 100000\n";
    static const char *const longer = "150000 1000000 7 x\n";
    struct vmm_cgroup cgroup = cpu_max_of("max 100000\n");

    (void)state;
    assert_int_equal(cgroup.cpu_max_usec, VMM_UNLIMITED);
    assert_int_equal(cgroup.cpu_max_period_usec, 100000);
    cgroup = cpu_max_of("150000 100000\n");
    assert_int_equal(cgroup.cpu_max_usec, 150000);
    assert_int_equal(cgroup.cpu_max_period_usec, 100000);
    /* Fewer, and more than there are now; the period of an earlier call is not kept. */
    READ(cgroup, CPU_MAX, "7000\n");
    assert_int_equal(cgroup.cpu_max_usec, 7000);
    check_unknown_number(cgroup.cpu_max_period_usec);
    cgroup = cpu_max_of(longer);
    assert_int_equal(cgroup.cpu_max_usec, 150000);
    assert_int_equal(cgroup.cpu_max_period_usec, 1000000);
    cgroup = cpu_max_of(" \t5  \t6 \n");
    assert_int_equal(cgroup.cpu_max_usec, 5);
    assert_int_equal(cgroup.cpu_max_period_usec, 6);
    /* What does not fit spoils nothing else. */
    cgroup = cpu_max_of("99999999999999999999999 100000\n");
    check_unknown_number(cgroup.cpu_max_usec);
    assert_int_equal(cgroup.cpu_max_period_usec, 100000);
    cgroup = cpu_max_of("5 -7\n");
    assert_int_equal(cgroup.cpu_max_usec, 5);
    check_unknown_number(cgroup.cpu_max_period_usec);
    /* Only the quota may be unlimited. */
    REFUSED(CPU_MAX, "max max\n", 4);
    REFUSED(CPU_MAX, "100000 max\n", 7);
    REFUSED(CPU_MAX, "100000 1x\n", 8);
    REFUSED(CPU_MAX, "x 100000\n", 0);
    REFUSED(CPU_MAX, "100000x 100000\n", 6);
    REFUSED(CPU_MAX, "max\t100000\r\n", 10);
    REFUSED(CPU_MAX, "\n", 0);
    /* Never a shorter period: without its newline it was cut, whatever is known already. */
    for (size_t at = 1; at < strlen(whole); at++)
        check_refused(VMM_CGROUP_FILE_CPU_MAX, whole, at, at);
    for (size_t at = 1; at < strlen(longer); at++)
        check_refused(VMM_CGROUP_FILE_CPU_MAX, longer, at, at);
    REFUSED(CPU_MAX, "max 100000\nx", 12);
}

/* B6.7: decimals, or `max`. */
static void test_utilisation_clamps(void **state)
{
    (void)state;
    for (uint32_t id = VMM_CGROUP_FILE_CPU_UCLAMP_MIN; id <= VMM_CGROUP_FILE_CPU_UCLAMP_MAX; id++) {
        for (unsigned hundredths = 0; hundredths <= 10000; hundredths++) {
            char string[16];

            snprintf(string, sizeof string, "%u.%02u\n", hundredths / 100, hundredths % 100);
            assert_int_equal(value_of(id, string), hundredths);
        }
        assert_int_equal(value_of(id, "max\n"), VMM_UNLIMITED);
        assert_int_equal(value_of(id, "99.99"), 9999);
        assert_int_equal(value_of(id, "-1.00\n"), VMM_UNKNOWN);
        assert_int_equal(value_of(id, "184467440737095516.15\n"), VMM_UNKNOWN);
        check_refused(id, TEXT("50\n"), 2);
        check_refused(id, TEXT("50.\n"), 3);
        check_refused(id, TEXT("50.5\n"), 4);
        check_refused(id, TEXT("50.505\n"), 5);
        check_refused(id, TEXT("50,50\n"), 2);
        check_refused(id, TEXT("50"), 2);
        check_refused(id, TEXT("50."), 3);
        check_refused(id, TEXT("50.5"), 4);
        check_refused(id, TEXT("max.00\n"), 3);
        check_refused(id, TEXT(".50\n"), 0);
    }
}

/* ---- values of other forms ---- */

static double nice_of(const char *string)
{
    struct vmm_cgroup cgroup = unknown_cgroup();

    READ(cgroup, CPU_WEIGHT_NICE, string);
    return cgroup.cpu_weight_nice;
}

static void test_nice_may_be_below_zero(void **state)
{
    (void)state;
    for (int nice = -20; nice <= 19; nice++) {
        char string[8];

        snprintf(string, sizeof string, "%d\n", nice);
        check_near(nice_of(string), nice);
    }
    check_near(nice_of("-0\n"), 0);
    check_near(nice_of("-20"), -20);
    check_near(nice_of("-00000000000000000000000000000000007\n"), -7);
    check_nan(nice_of("-18446744073709551616\n"));
    check_nan(nice_of("18446744073709551615\n"));
    check_nan(unknown_cgroup().cpu_weight_nice);
    REFUSED(CPU_WEIGHT_NICE, "-\n", 1);
    REFUSED(CPU_WEIGHT_NICE, "-", 1);
    REFUSED(CPU_WEIGHT_NICE, "--5\n", 1);
    REFUSED(CPU_WEIGHT_NICE, "+5\n", 0);
    REFUSED(CPU_WEIGHT_NICE, "- 5\n", 1);
    REFUSED(CPU_WEIGHT_NICE, "-5x\n", 2);
    REFUSED(CPU_WEIGHT_NICE, "-5.5\n", 2);
    REFUSED(CPU_WEIGHT_NICE, "\n", 0);
    /* Where a nice value is meant, an idle cgroup has a weight of 0. */
    assert_int_equal(VALUE_OF(CPU_WEIGHT, "0\n"), 0);
}

static void test_types(void **state)
{
    static const char nul[] = "domain\0threaded\n", nul_behind[] = "domain\0\n", only_nul[] = "\0\n";

    (void)state;
    assert_int_equal(VALUE_OF(CGROUP_TYPE, "domain\n"), VMM_CGROUP_TYPE_DOMAIN);
    assert_int_equal(VALUE_OF(CGROUP_TYPE, "domain threaded\n"), VMM_CGROUP_TYPE_DOMAIN_THREADED);
    assert_int_equal(VALUE_OF(CGROUP_TYPE, "domain invalid\n"), VMM_CGROUP_TYPE_DOMAIN_INVALID);
    assert_int_equal(VALUE_OF(CGROUP_TYPE, "threaded\n"), VMM_CGROUP_TYPE_THREADED);
    assert_int_equal(VALUE_OF(CGROUP_TYPE, "threaded"), VMM_CGROUP_TYPE_THREADED);
    /* A word of the future, or a part of one of these, is no error and no other type. */
    assert_int_equal(VALUE_OF(CGROUP_TYPE, "domain partitioned\n"), VMM_UNKNOWN);
    assert_int_equal(VALUE_OF(CGROUP_TYPE, "domai\n"), VMM_UNKNOWN);
    assert_int_equal(VALUE_OF(CGROUP_TYPE, "domains\n"), VMM_UNKNOWN);
    assert_int_equal(VALUE_OF(CGROUP_TYPE, "domain \n"), VMM_UNKNOWN);
    assert_int_equal(VALUE_OF(CGROUP_TYPE, "domain  threaded\n"), VMM_UNKNOWN);
    assert_int_equal(VALUE_OF(CGROUP_TYPE, "domain threadedx\n"), VMM_UNKNOWN);
    assert_int_equal(VALUE_OF(CGROUP_TYPE, "domain\tthreaded\n"), VMM_UNKNOWN);
    assert_int_equal(VALUE_OF(CGROUP_TYPE, "invalid\n"), VMM_UNKNOWN);
    assert_int_equal(VALUE_OF(CGROUP_TYPE, "Domain\n"), VMM_UNKNOWN);
    assert_int_equal(VALUE_OF(CGROUP_TYPE, "domain\r\n"), VMM_UNKNOWN);
    assert_int_equal(VALUE_OF(CGROUP_TYPE, "1\n"), VMM_UNKNOWN);
    about(VMM_CGROUP_FILE_CGROUP_TYPE);
    for (unsigned i = 0; i < 3; i++) {
        const char *bytes = i == 0 ? nul : i == 1 ? nul_behind : only_nul;
        size_t length = i == 0 ? sizeof nul - 1 : i == 1 ? sizeof nul_behind - 1 : sizeof only_nul - 1;
        struct record record;

        assert_int_equal(run(&format, bytes, length, &record, format.bytes).status, VMM_OK);
        assert_int_equal(record.words[AT(cgroup_type) / 8], VMM_UNKNOWN);
        check_every_cut(&format, bytes, length);
    }
    REFUSED(CGROUP_TYPE, "\n", 0);
    REFUSED(CGROUP_TYPE, " \n", 1);
    REFUSED(CGROUP_TYPE, " ", 1);
}

/* An empty line is no CPU at all. */
static void test_lists_of_cpus_and_nodes(void **state)
{
    (void)state;
    assert_int_equal(VALUE_OF(CPUSET_CPUS_EFFECTIVE, "\n"), 0);
    assert_int_equal(VALUE_OF(CPUSET_MEMS_EFFECTIVE, "\n"), 0);
    assert_int_equal(VALUE_OF(CPUSET_EFFECTIVE_CPUS, "\n"), 0);
    assert_int_equal(VALUE_OF(CPUSET_EFFECTIVE_MEMS, "\n"), 0);
    assert_int_equal(VALUE_OF(CPUSET_CPUS_EFFECTIVE, "0\n"), 1);
    assert_int_equal(VALUE_OF(CPUSET_CPUS_EFFECTIVE, "0-8191\n"), 8192);
    assert_int_equal(VALUE_OF(CPUSET_EFFECTIVE_CPUS, "0,2,4-5\n"), 4);
    REFUSED(CPUSET_CPUS_EFFECTIVE, "0-\n", 2);
    REFUSED(CPUSET_CPUS_EFFECTIVE, "5-3\n", 2);
    REFUSED(CPUSET_CPUS_EFFECTIVE, "0,\n", 2);
    REFUSED(CPUSET_CPUS_EFFECTIVE, "max\n", 0);
    REFUSED(CPUSET_CPUS_EFFECTIVE, "0-3:1/2\n", 3);
}

/* A single value is the first of the text; what may be behind it some day is passed over. */
static void test_more_than_one_value(void **state)
{
    (void)state;
    assert_int_equal(VALUE_OF(MEMORY_CURRENT, "4096 x\n"), 4096);
    assert_int_equal(VALUE_OF(MEMORY_CURRENT, "4096\n8192\nx"), 4096);
    assert_int_equal(VALUE_OF(MEMORY_CURRENT, "\t 4096 "), 4096);
    REFUSED(MEMORY_CURRENT, "4096x\n", 4);
    REFUSED(MEMORY_CURRENT, "0x1000\n", 1);
    REFUSED(MEMORY_CURRENT, "x\n4096\n", 0);
    REFUSED(MEMORY_CURRENT, "\n4096\n", 0);
    REFUSED(MEMORY_CURRENT, "4096\r\n", 4);
    REFUSED(MEMORY_CURRENT, "4096\0\n", 4);
    REFUSED(MEMORY_CURRENT, "  ", 2);
}

/* ---- files of lines ---- */

/* B6.5: without the cpu controller only the first keys are there. */
static void test_cpu_stat_without_the_controller(void **state)
{
    struct vmm_cgroup cgroup = unknown_cgroup();

    (void)state;
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
    assert_int_equal(read_into(&cgroup, VMM_CGROUP_FILE_CPU_STAT_LOCAL, ""), VMM_E_EMPTY);
    assert_int_equal(cgroup.usage_usec, 300);
    check_unknown_number(cgroup.cpu_stat_local_throttled_usec);
}

/* B6.5: nice_usec, since 6.13, stands between the others. */
static void test_cpu_stat_of_different_kernels(void **state)
{
    struct vmm_cgroup cgroup = unknown_cgroup();

    (void)state;
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

/* A39: version 1 has nanoseconds, and members of their own for them. */
static void test_cpu_stat_of_version_1(void **state)
{
    struct vmm_cgroup cgroup = unknown_cgroup();

    (void)state;
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

/* A40: what the two hierarchies say of one cgroup stands side by side. */
static void test_both_versions_at_once(void **state)
{
    struct vmm_cgroup cgroup = unknown_cgroup();

    (void)state;
    READ(cgroup, CPU_STAT, "usage_usec 300\nuser_usec 200\nsystem_usec 100\nnice_usec 0\n");
    READ(cgroup, CPU_STAT, "nr_periods 44\nnr_throttled 41\nthrottled_time 2044262948\nnr_bursts 1\nburst_time 2\n");
    assert_int_equal(cgroup.usage_usec, 300);
    assert_int_equal(cgroup.nice_usec, 0);
    assert_int_equal(cgroup.nr_periods, 44);
    assert_int_equal(cgroup.throttled_time_ns, 2044262948);
    assert_int_equal(cgroup.burst_time_ns, 2);
    check_unknown_number(cgroup.throttled_usec);
    /* But an error takes all that the file may say, since nobody knows whose it was. */
    assert_int_equal(read_into(&cgroup, VMM_CGROUP_FILE_CPU_STAT, "nr_periods x\n"), VMM_E_SYNTAX);
    check_unknown(VMM_RECORD_CGROUP, &cgroup);
}

/* A39: swap alone in version 2, memory and swap together in version 1. */
static void test_swap_is_not_memory_and_swap(void **state)
{
    struct vmm_cgroup cgroup = unknown_cgroup();

    (void)state;
    READ(cgroup, MEMORY_MEMSW_USAGE_IN_BYTES, "21598208\n");
    READ(cgroup, MEMORY_MEMSW_LIMIT_IN_BYTES, "59998208\n");
    assert_int_equal(cgroup.memory_memsw_usage_bytes, 21598208);
    check_unknown_number(cgroup.memory_swap_current_bytes);
    check_unknown_number(cgroup.memory_swap_max_bytes);
}

/* A39, A42, B6.6, B6.8: the root and older kernels lack files, and so members are unknown and not 0. */
static void test_files_that_are_missing(void **state)
{
    struct vmm_cgroup cgroup = unknown_cgroup();

    (void)state;
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

/* B7.1, and `int` counters after 2^31. */
static void test_numbers_below_zero_are_unknown(void **state)
{
    struct vmm_cgroup cgroup = unknown_cgroup();

    (void)state;
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

/* Since 6.12 other lines stand between the two. */
static void test_cgroup_stat_with_subsystems(void **state)
{
    struct vmm_cgroup cgroup = unknown_cgroup();

    (void)state;
    READ(cgroup, CGROUP_STAT, "nr_descendants 4\nnr_dying_descendants 2\n");
    assert_int_equal(cgroup.cgroup_stat_nr_descendants, 4);
    assert_int_equal(cgroup.cgroup_stat_nr_dying_descendants, 2);
    READ(cgroup, CGROUP_STAT,
         "nr_descendants 5\nnr_subsys_perf_event 100\nnr_subsys_hugetlb 101\nnr_dying_descendants 6\n"
         "nr_dying_subsys_perf_event 102\nnr_dying_subsys_hugetlb 103\n");
    assert_int_equal(cgroup.cgroup_stat_nr_descendants, 5);
    assert_int_equal(cgroup.cgroup_stat_nr_dying_descendants, 6);
}

/* Keys of which one is the beginning of another. */
static void test_keys_are_matched_whole(void **state)
{
    struct vmm_cgroup cgroup = unknown_cgroup();

    (void)state;
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

/* B7.4: cpuacct.stat may have more than two lines. */
static void test_more_lines_than_known(void **state)
{
    struct vmm_cgroup cgroup = unknown_cgroup();

    (void)state;
    READ(cgroup, CPUACCT_STAT, "user 1\nsystem 2\nnice 3\nirq x\n");
    assert_int_equal(cgroup.cpuacct_stat_user_ticks, 1);
    assert_int_equal(cgroup.cpuacct_stat_system_ticks, 2);
    READ(cgroup, CPU_STAT, "usage_usec 1\nusage_usec 2\n");
    assert_int_equal(cgroup.usage_usec, 2);
}

/* Before 4.13 there is no third line, before 5.2 no second. */
static void test_lines_of_older_kernels(void **state)
{
    struct vmm_cgroup cgroup = unknown_cgroup();

    (void)state;
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

static void test_malformed_lines_are_refused_at_the_wrong_byte(void **state)
{
    (void)state;
    REFUSED(CPU_STAT, "usage_usec \n", 11);
    REFUSED(CPU_STAT, "usage_usec x\n", 11);
    REFUSED(CPU_STAT, "usage_usec 1x\nuser_usec 2\n", 12);
    REFUSED(CPU_STAT, "usage_usec 1.5\n", 12);
    REFUSED(CPU_STAT, "usage_usec 1\r\n", 12);
    REFUSED(CPU_STAT, "usage_usec 1\0\n", 12);
    REFUSED(CPU_STAT, "usage_usec -\n", 12);
    REFUSED(CPU_STAT, "usage_usec 1\nnr_periods max\n", 24);
    REFUSED(MEMORY_EVENTS, "low 1\nhigh +2\n", 11);
    REFUSED(PIDS_EVENTS, "max max\n", 4);
    REFUSED(PIDS_EVENTS, "max 5", 5);
    REFUSED(PIDS_EVENTS, "max ", 4);
    REFUSED(PIDS_EVENTS, "max 5\nma", 8);
}

static void test_a_call_after_a_bad_line_goes_on_behind_it(void **state)
{
    static const char bytes[] = "usage_usec x\nuser_usec 5\n";
    struct vmm_text text = vmm_text_of(bytes, sizeof bytes - 1);
    struct vmm_cgroup cgroup = unknown_cgroup();

    (void)state;
    assert_int_equal(vmm_cgroup_read(VMM_CGROUP_FILE_CPU_STAT, &text, &cgroup, sizeof cgroup), VMM_E_SYNTAX);
    assert_ptr_equal(text.error, bytes + 11);
    assert_ptr_equal(text.pos, bytes + 13);
    assert_int_equal(vmm_cgroup_read(VMM_CGROUP_FILE_CPU_STAT, &text, &cgroup, sizeof cgroup), VMM_OK);
    assert_null(text.error);
    assert_int_equal(cgroup.user_usec, 5);
    check_unknown_number(cgroup.usage_usec);
}

/* ---- chance ---- */

static void add_random_value(struct builder *builder)
{
    static const char *const odd[] = {"max",
                                      "-1",
                                      "-5",
                                      "x",
                                      "",
                                      "1x",
                                      "12.34",
                                      "0-3,7",
                                      "domain",
                                      "threaded",
                                      "18446744073709551615",
                                      "9223372036854771712",
                                      "8796093018112",
                                      "-",
                                      "m",
                                      "domain threaded",
                                      "1.5",
                                      "99999999999999999999999999",
                                      "5-",
                                      "5,",
                                      "\xb1"};

    if (chance_of(70))
        builder_print(builder, "%" PRIu64, chance_number());
    else
        builder_print(builder, "%s", odd[chance_below(COUNT_OF(odd))]);
}

static void test_random_texts_against_the_reference(void **state)
{
    static const char interesting[] = " \t\n\r\0.,=0123456789-maxdothre\x7f\x80\xb0\xff";
    struct arena arena = arena_new(4096);
    struct builder builder = {NULL, 0, 0};
    unsigned seen[3] = {0};

    (void)state;
    chance_seed(31);
    for (unsigned time = 0, rounds = chance_rounds(300000); time < rounds; time++) {
        size_t count;
        struct record record;

        about((uint32_t)chance_below(FILES) + 1);
        count = current->parts[0].key != NULL ? chance_below(14) : 1 + chance_below(3);
        builder.length = 0;
        for (size_t i = 0; i < count; i++) {
            const char *key =
                current->parts[chance_of(60) ? i % parts_of(current) : chance_below(parts_of(current))].key;

            if (key != NULL && chance_of(96))
                builder_add(&builder, key, chance_of(95) ? strlen(key) : chance_below(strlen(key)));
            if (chance_of(5))
                builder_print(&builder, "%s", chance_of(50) ? " " : "\t");
            if (key == NULL || chance_of(4))
                add_random_value(&builder);
            else
                builder_print(&builder, "%" PRIu64, chance_number());
            builder_print(&builder, "%s",
                          key == NULL && chance_of(60) ? " "
                          : chance_of(95)              ? "\n"
                          : chance_of(50)              ? " \n"
                                                       : "");
        }
        if (builder.length != 0 && chance_of(10))
            builder.bytes[chance_below(builder.length)] = interesting[chance_below(sizeof interesting - 1)];
        if (builder.length != 0 && chance_of(10))
            builder.length = chance_below(builder.length);
        check_text(&format, &arena, builder.length == 0 ? "" : builder.bytes, builder.length);
        switch (run(&format, builder.length == 0 ? "" : builder.bytes, builder.length, &record, format.bytes).status) {
        case VMM_OK:
            seen[0]++;
            break;
        case VMM_E_SYNTAX:
            seen[1]++;
            break;
        case VMM_E_TRUNCATED:
            seen[2]++;
            break;
        default:
            break;
        }
    }
    assert_true(seen[0] > chance_rounds(100000) && seen[1] > chance_rounds(30000) && seen[2] > chance_rounds(5000));
    builder_free(&builder);
    arena_free(&arena);
}

/* ---- the output ---- */

/* Whole members as ever; what lies behind those that the caller or the library know stays as it was. */
static void check_sizes(const char *bytes, size_t length)
{
    struct record wanted, record;
    const unsigned char *got = (const unsigned char *)record.words;
    struct outcome right = expect_current(bytes, length, wanted.words);

    for (size_t out_size = 8; out_size <= sizeof(struct vmm_cgroup) * 2; out_size++) {
        size_t valid = out_size < sizeof(struct vmm_cgroup) ? out_size : sizeof(struct vmm_cgroup);
        size_t members = valid / 8 * 8;
        struct outcome outcome = run(&format, bytes, length, &record, out_size);

        assert_int_equal(outcome.status, right.status);
        assert_int_equal(outcome.pos, right.pos);
        assert_int_equal(outcome.error, right.error);
        assert_int_equal(record.words[0], valid);
        assert_memory_equal(got + 8, (const char *)wanted.words + 8, members - 8);
        check_bytes(got + members, sizeof record - members, 0x5a);
    }
}

static void test_outputs_of_every_size(void **state)
{
    (void)state;
    for (uint32_t id = 1; id <= FILES; id++) {
        about(id);
        check_sizes(current->text, strlen(current->text));
        check_sizes(TEXT(""));
        check_sizes(TEXT("\x01\n"));
        check_sizes(current->text, strlen(current->text) - 1);
    }
}

/* A record that vmm_record_init() made unknown is so up to where the caller sees it. */
static void test_a_record_of_another_age(void **state)
{
    struct record record;

    (void)state;
    for (size_t out_size = 8; out_size <= sizeof(struct vmm_cgroup) + 64; out_size += 8) {
        struct vmm_text text = vmm_text_of(TEXT("4096\n"));

        memset(&record, 0x5a, sizeof record);
        assert_int_equal(vmm_record_init(VMM_RECORD_CGROUP, &record, out_size), VMM_OK);
        assert_int_equal(
            vmm_cgroup_read(VMM_CGROUP_FILE_MEMORY_CURRENT, &text, (struct vmm_cgroup *)(void *)&record, out_size),
            VMM_OK);
        for (size_t word = 1; word < COUNT_OF(record.words); word++)
            assert_int_equal(record.words[word], word * 8 >= out_size                   ? old_words
                                                 : word * 8 == AT(memory_current_bytes) ? 4096
                                                                                        : VMM_UNKNOWN);
    }
}

static void test_arguments(void **state)
{
    static const uint32_t none[] = {0, FILES + 1, FILES + 2, 256, 65537, INT32_MAX, UINT32_MAX};
    struct vmm_cgroup cgroup, untouched;
    static const char bytes[] = "4096\n";
    struct vmm_text text;

    (void)state;
    memset(&untouched, 0x5a, sizeof untouched);
    cgroup = untouched;
    for (size_t i = 0; i < COUNT_OF(none); i++) {
        text = vmm_text_of(bytes, sizeof bytes - 1);
        text.error = bytes;
        assert_int_equal(vmm_cgroup_read(none[i], &text, &cgroup, sizeof cgroup), VMM_E_ARGUMENT);
        assert_ptr_equal(text.pos, bytes);
        assert_null(text.error);
        assert_memory_equal(&cgroup, &untouched, sizeof cgroup);
    }
    for (uint32_t id = 1; id <= FILES; id++) {
        for (size_t size = 0; size < 8; size++) {
            text = vmm_text_of(bytes, sizeof bytes - 1);
            text.error = bytes;
            assert_int_equal(vmm_cgroup_read(id, &text, &cgroup, size), VMM_E_ARGUMENT);
            assert_ptr_equal(text.pos, bytes);
            assert_null(text.error);
        }
        assert_int_equal(vmm_cgroup_read(id, &text, NULL, sizeof cgroup), VMM_E_ARGUMENT);
        assert_int_equal(vmm_cgroup_read(id, NULL, &cgroup, sizeof cgroup), VMM_E_ARGUMENT);
        text.pos = text.end + 1;
        assert_int_equal(vmm_cgroup_read(id, &text, &cgroup, sizeof cgroup), VMM_E_ARGUMENT);
        text.pos = NULL;
        assert_int_equal(vmm_cgroup_read(id, &text, &cgroup, sizeof cgroup), VMM_E_ARGUMENT);
        text.end = NULL;
        assert_int_equal(vmm_cgroup_read(id, &text, &cgroup, sizeof cgroup), VMM_E_ARGUMENT);
        assert_memory_equal(&cgroup, &untouched, sizeof cgroup);
    }
}

static void test_the_text_is_not_written_to(void **state)
{
    (void)state;
    for (uint32_t id = 1; id <= FILES; id++) {
        about(id);
        check_input_is_read_only(&format, current->text, strlen(current->text));
        check_input_is_read_only(&format, current->text, strlen(current->text) - 1);
    }
}

/* ---- samples: folders of files ---- */

/* The number behind a key, or the first of the text, as another reader sees it. */
static uint64_t plain(const char *bytes, const struct part *part)
{
    const char *at = bytes;
    char *after;
    unsigned long long number;

    while (part->key != NULL && strncmp(at, part->key, strlen(part->key)) != 0) {
        at = strchr(at, '\n');
        if (at == NULL)
            return VMM_UNKNOWN;
        at++;
    }
    at += part->key != NULL ? strlen(part->key) : 0;
    if (part->offset == AT(cpu_max_period_usec) && strchr(at, ' ') != NULL)
        at = strchr(at, ' ') + 1;
    if (part->form == TYPE)
        return strcmp(at, "domain\n") == 0 ? VMM_CGROUP_TYPE_DOMAIN : VMM_UNKNOWN;
    if (strncmp(at, "max", 3) == 0 || (part->form == QUOTA && strncmp(at, "-1", 2) == 0) ||
        (part->form == V1_LIMIT && strcmp(at, "9223372036854771712\n") == 0))
        return VMM_UNLIMITED;
    number = strtoull(at, &after, 10);
    if (part->form == UTILISATION)
        return number * 100 + strtoull(after + 1, &after, 10);
    if (part->form == NICE) {
        double nice = strtod(at, &after);
        uint64_t bits;

        memcpy(&bits, &nice, sizeof bits);
        return bits;
    }
    /* The samples have one range at most. */
    if (part->form == LIST)
        return *at == '\n' ? 0 : *after == '-' ? strtoull(after + 1, NULL, 10) - number + 1 : 1;
    assert_ptr_not_equal(after, at);
    return number;
}

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

/* Reads all files of a sample, in the order of the ids. */
static struct vmm_cgroup cgroup_of(const char *folder)
{
    struct vmm_cgroup cgroup = unknown_cgroup();
    struct vmm_file file;
    unsigned count = 0;

    for (uint32_t i = 0; vmm_file_at(VMM_RECORD_CGROUP, i, &file, sizeof file) == VMM_OK; i++) {
        struct sample sample = file_of(folder, file.name);
        struct vmm_text text = vmm_text_of(sample.bytes, sample.length);

        if (sample.bytes == NULL)
            continue;
        count++;
        assert_int_equal(vmm_cgroup_read((uint32_t)file.id, &text, &cgroup, sizeof cgroup),
                         sample.length == 0 ? VMM_E_EMPTY : VMM_OK);
        assert_ptr_equal(text.pos, text.end);
        sample_free(&sample);
    }
    assert_true(count > 5);
    return cgroup;
}

static void test_every_sample_is_read_as_a_plain_reader_reads_it(void **state)
{
    const char *const *names = sample_names("cgroup-directory");

    (void)state;
    for (; *names != NULL; names++) {
        struct vmm_cgroup cgroup = cgroup_of(*names);
        uint64_t wanted[sizeof cgroup / 8];

        reference_unknown(wanted, sizeof wanted);
        for (uint32_t id = 1; id <= FILES; id++) {
            struct sample sample = file_of(*names, files[id - 1].name);

            if (sample.bytes == NULL)
                continue;
            about(id);
            check_every_cut(&format, sample.bytes, sample.length);
            for (size_t i = 0; sample.length != 0 && i < parts_of(current); i++)
                wanted[current->parts[i].offset / 8] = plain(sample.bytes, &current->parts[i]);
            sample_free(&sample);
        }
        check_equal(VMM_RECORD_CGROUP, &cgroup, wanted);
    }
}

static void test_sample_of_version_1(void **state)
{
    struct vmm_cgroup cgroup = cgroup_of("cgroup-directory/linux-6.18-x86_64-v1-throttled");

    (void)state;
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

static void test_sample_of_the_root_of_version_1(void **state)
{
    struct vmm_cgroup cgroup = cgroup_of("cgroup-directory/linux-6.18-x86_64-v1-root");

    (void)state;
    assert_int_equal(cgroup.cpu_max_usec, VMM_UNLIMITED);
    assert_int_equal(cgroup.memory_max_bytes, VMM_UNLIMITED);
    assert_int_equal(cgroup.memory_memsw_limit_bytes, VMM_UNLIMITED);
    assert_int_equal(cgroup.cpuacct_usage_ns, UINT64_C(1425763444600));
    check_unknown_number(cgroup.pids_max);
}

/* B6.5, captured: cpu.stat has four lines, and cpu.stat.local none. */
static void test_sample_without_controllers(void **state)
{
    struct vmm_cgroup cgroup = cgroup_of("cgroup-directory/linux-6.18-x86_64-v2-without-controllers");

    (void)state;
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

static void test_samples_of_version_2(void **state)
{
    struct vmm_cgroup older = cgroup_of("cgroup-directory/linux-6.1-x86_64-v2-limited");
    struct vmm_cgroup frozen = cgroup_of("cgroup-directory/linux-6.12-x86_64-v2-frozen");
    struct vmm_cgroup parent = cgroup_of("cgroup-directory/linux-6.12-x86_64-v2-parent");

    (void)state;
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

/* A39: of the root little is known, and never 0. */
static void test_sample_of_the_root_of_version_2(void **state)
{
    struct vmm_cgroup cgroup = cgroup_of("cgroup-directory/linux-6.1-x86_64-v2-root");

    (void)state;
    assert_int_equal(cgroup.usage_usec, 9824000);
    assert_int_equal(cgroup.cgroup_stat_nr_descendants, 3);
    assert_int_equal(cgroup.cpuset_cpus_effective, 2);
    check_unknown_number(cgroup.memory_current_bytes);
    check_unknown_number(cgroup.cpu_max_usec);
    check_unknown_number(cgroup.cgroup_type);
    check_unknown_number(cgroup.pids_current);
}

static void test_sample_with_all_files_of_version_2(void **state)
{
    struct vmm_cgroup cgroup = cgroup_of("cgroup-directory/linux-6.19-v2-all-files");

    (void)state;
    for (uint32_t id = 1; id <= VMM_CGROUP_FILE_CPUSET_MEMS_EFFECTIVE; id++) {
        for (size_t i = 0; i < parts_of(&files[id - 1]); i++) {
            size_t offset = files[id - 1].parts[i].offset;
            uint64_t value;

            memcpy(&value, (char *)&cgroup + offset, sizeof value);
            if (offset != AT(throttled_time_ns) && offset != AT(burst_time_ns) && offset != AT(wait_sum_ns) &&
                offset != AT(cpu_stat_local_throttled_time_ns) && value == VMM_UNKNOWN)
                fail_msg("%s", files[id - 1].name);
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

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_list_above_has_all_files_and_members),
        cmocka_unit_test(test_every_file_feeds_its_members),
        cmocka_unit_test(test_every_file_cut_at_every_length),
        cmocka_unit_test(test_every_byte_of_every_file_replaced_by_every_other),
        cmocka_unit_test(test_unknown_keys_anywhere_and_any_order_of_lines),
        cmocka_unit_test(test_empty_files),
        cmocka_unit_test(test_files_without_a_known_key),
        cmocka_unit_test(test_an_error_in_one_file_leaves_the_others),
        cmocka_unit_test(test_files_in_any_order_give_the_same_record),
        cmocka_unit_test(test_of_two_files_that_feed_a_member_the_later_wins),
        cmocka_unit_test(test_max_is_unlimited),
        cmocka_unit_test(test_limits_of_version_1),
        cmocka_unit_test(test_quota_of_version_1),
        cmocka_unit_test(test_cpu_max),
        cmocka_unit_test(test_utilisation_clamps),
        cmocka_unit_test(test_nice_may_be_below_zero),
        cmocka_unit_test(test_types),
        cmocka_unit_test(test_lists_of_cpus_and_nodes),
        cmocka_unit_test(test_more_than_one_value),
        cmocka_unit_test(test_cpu_stat_without_the_controller),
        cmocka_unit_test(test_cpu_stat_of_different_kernels),
        cmocka_unit_test(test_cpu_stat_of_version_1),
        cmocka_unit_test(test_both_versions_at_once),
        cmocka_unit_test(test_swap_is_not_memory_and_swap),
        cmocka_unit_test(test_files_that_are_missing),
        cmocka_unit_test(test_numbers_below_zero_are_unknown),
        cmocka_unit_test(test_cgroup_stat_with_subsystems),
        cmocka_unit_test(test_keys_are_matched_whole),
        cmocka_unit_test(test_more_lines_than_known),
        cmocka_unit_test(test_lines_of_older_kernels),
        cmocka_unit_test(test_malformed_lines_are_refused_at_the_wrong_byte),
        cmocka_unit_test(test_a_call_after_a_bad_line_goes_on_behind_it),
        cmocka_unit_test(test_random_texts_against_the_reference),
        cmocka_unit_test(test_outputs_of_every_size),
        cmocka_unit_test(test_a_record_of_another_age),
        cmocka_unit_test(test_arguments),
        cmocka_unit_test(test_the_text_is_not_written_to),
        cmocka_unit_test(test_every_sample_is_read_as_a_plain_reader_reads_it),
        cmocka_unit_test(test_sample_of_version_1),
        cmocka_unit_test(test_sample_of_the_root_of_version_1),
        cmocka_unit_test(test_sample_without_controllers),
        cmocka_unit_test(test_samples_of_version_2),
        cmocka_unit_test(test_sample_of_the_root_of_version_2),
        cmocka_unit_test(test_sample_with_all_files_of_version_2),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
