/*
 * The files of a cgroup's directory against a reference parser. The first byte of the input says which file it is, the rest
 * is the file.
 */
#include <stdio.h>
#include <string.h>

#include "fuzz.h"

/* ---- reference ---- */

enum form { NUMBER, LIMIT, QUOTA, V1_LIMIT, NICE, UTILISATION, TYPE, LIST };

/* Lines, where there are keys, or else one value; cpu.max has a second. */
struct file {
    const struct ref_key *keys;
    unsigned count;
    size_t offset;
    enum form form;
};

#define AT(member) offsetof(struct vmm_cgroup, member)
#define KEY(key, member)                                                                                               \
    {                                                                                                                  \
        key, AT(member), 1, false                                                                                      \
    }
#define LINES(keys)                                                                                                    \
    {                                                                                                                  \
        keys, sizeof(keys) / sizeof(keys)[0], 0, NUMBER                                                                \
    }
#define VALUE(member, form)                                                                                            \
    {                                                                                                                  \
        NULL, 0, AT(member), form                                                                                      \
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
static const struct ref_key oom_control[] = {
    KEY("oom_kill_disable", memory_oom_control_oom_kill_disable),
    KEY("under_oom", memory_oom_control_under_oom),
    KEY("oom_kill", memory_oom_control_oom_kill),
};

enum { FILES = 66 };

static const struct file files[FILES + 1] = {
    [VMM_CGROUP_FILE_CPU_STAT] = LINES(cpu_stat),
    [VMM_CGROUP_FILE_CPU_STAT_LOCAL] = LINES(cpu_stat_local),
    [VMM_CGROUP_FILE_CPU_MAX] = VALUE(cpu_max_usec, LIMIT),
    [VMM_CGROUP_FILE_CPU_MAX_BURST] = VALUE(cpu_max_burst_usec, NUMBER),
    [VMM_CGROUP_FILE_CPU_WEIGHT] = VALUE(cpu_weight, NUMBER),
    [VMM_CGROUP_FILE_CPU_WEIGHT_NICE] = VALUE(cpu_weight_nice, NICE),
    [VMM_CGROUP_FILE_CPU_IDLE] = VALUE(cpu_idle, NUMBER),
    [VMM_CGROUP_FILE_CPU_UCLAMP_MIN] = VALUE(cpu_uclamp_min_hundredths, UTILISATION),
    [VMM_CGROUP_FILE_CPU_UCLAMP_MAX] = VALUE(cpu_uclamp_max_hundredths, UTILISATION),
    [VMM_CGROUP_FILE_MEMORY_CURRENT] = VALUE(memory_current_bytes, NUMBER),
    [VMM_CGROUP_FILE_MEMORY_PEAK] = VALUE(memory_peak_bytes, NUMBER),
    [VMM_CGROUP_FILE_MEMORY_MIN] = VALUE(memory_min_bytes, LIMIT),
    [VMM_CGROUP_FILE_MEMORY_LOW] = VALUE(memory_low_bytes, LIMIT),
    [VMM_CGROUP_FILE_MEMORY_HIGH] = VALUE(memory_high_bytes, LIMIT),
    [VMM_CGROUP_FILE_MEMORY_MAX] = VALUE(memory_max_bytes, LIMIT),
    [VMM_CGROUP_FILE_MEMORY_OOM_GROUP] = VALUE(memory_oom_group, NUMBER),
    [VMM_CGROUP_FILE_MEMORY_EVENTS] = LINES(memory_events),
    [VMM_CGROUP_FILE_MEMORY_EVENTS_LOCAL] = LINES(memory_events_local),
    [VMM_CGROUP_FILE_MEMORY_SWAP_CURRENT] = VALUE(memory_swap_current_bytes, NUMBER),
    [VMM_CGROUP_FILE_MEMORY_SWAP_PEAK] = VALUE(memory_swap_peak_bytes, NUMBER),
    [VMM_CGROUP_FILE_MEMORY_SWAP_HIGH] = VALUE(memory_swap_high_bytes, LIMIT),
    [VMM_CGROUP_FILE_MEMORY_SWAP_MAX] = VALUE(memory_swap_max_bytes, LIMIT),
    [VMM_CGROUP_FILE_MEMORY_SWAP_EVENTS] = LINES(swap_events),
    [VMM_CGROUP_FILE_MEMORY_ZSWAP_CURRENT] = VALUE(memory_zswap_current_bytes, NUMBER),
    [VMM_CGROUP_FILE_MEMORY_ZSWAP_MAX] = VALUE(memory_zswap_max_bytes, LIMIT),
    [VMM_CGROUP_FILE_MEMORY_ZSWAP_WRITEBACK] = VALUE(memory_zswap_writeback, NUMBER),
    [VMM_CGROUP_FILE_PIDS_CURRENT] = VALUE(pids_current, NUMBER),
    [VMM_CGROUP_FILE_PIDS_PEAK] = VALUE(pids_peak, NUMBER),
    [VMM_CGROUP_FILE_PIDS_MAX] = VALUE(pids_max, LIMIT),
    [VMM_CGROUP_FILE_PIDS_EVENTS] = LINES(pids_events),
    [VMM_CGROUP_FILE_PIDS_EVENTS_LOCAL] = LINES(pids_events_local),
    [VMM_CGROUP_FILE_CGROUP_STAT] = LINES(cgroup_stat),
    [VMM_CGROUP_FILE_CGROUP_STAT_LOCAL] = LINES(cgroup_stat_local),
    [VMM_CGROUP_FILE_CGROUP_EVENTS] = LINES(cgroup_events),
    [VMM_CGROUP_FILE_CGROUP_TYPE] = VALUE(cgroup_type, TYPE),
    [VMM_CGROUP_FILE_CGROUP_FREEZE] = VALUE(cgroup_freeze, NUMBER),
    [VMM_CGROUP_FILE_CGROUP_MAX_DEPTH] = VALUE(cgroup_max_depth, LIMIT),
    [VMM_CGROUP_FILE_CGROUP_MAX_DESCENDANTS] = VALUE(cgroup_max_descendants, LIMIT),
    [VMM_CGROUP_FILE_CPUSET_CPUS_EFFECTIVE] = VALUE(cpuset_cpus_effective, LIST),
    [VMM_CGROUP_FILE_CPUSET_MEMS_EFFECTIVE] = VALUE(cpuset_mems_effective, LIST),
    [VMM_CGROUP_FILE_CPUACCT_USAGE] = VALUE(cpuacct_usage_ns, NUMBER),
    [VMM_CGROUP_FILE_CPUACCT_STAT] = LINES(cpuacct_stat),
    [VMM_CGROUP_FILE_CPU_CFS_QUOTA_US] = VALUE(cpu_max_usec, QUOTA),
    [VMM_CGROUP_FILE_CPU_CFS_PERIOD_US] = VALUE(cpu_max_period_usec, NUMBER),
    [VMM_CGROUP_FILE_CPU_CFS_BURST_US] = VALUE(cpu_max_burst_usec, NUMBER),
    [VMM_CGROUP_FILE_CPU_SHARES] = VALUE(cpu_shares, NUMBER),
    [VMM_CGROUP_FILE_MEMORY_USAGE_IN_BYTES] = VALUE(memory_current_bytes, NUMBER),
    [VMM_CGROUP_FILE_MEMORY_MAX_USAGE_IN_BYTES] = VALUE(memory_peak_bytes, NUMBER),
    [VMM_CGROUP_FILE_MEMORY_LIMIT_IN_BYTES] = VALUE(memory_max_bytes, V1_LIMIT),
    [VMM_CGROUP_FILE_MEMORY_SOFT_LIMIT_IN_BYTES] = VALUE(memory_soft_limit_bytes, V1_LIMIT),
    [VMM_CGROUP_FILE_MEMORY_FAILCNT] = VALUE(memory_failcnt, NUMBER),
    [VMM_CGROUP_FILE_MEMORY_MEMSW_USAGE_IN_BYTES] = VALUE(memory_memsw_usage_bytes, NUMBER),
    [VMM_CGROUP_FILE_MEMORY_MEMSW_MAX_USAGE_IN_BYTES] = VALUE(memory_memsw_max_usage_bytes, NUMBER),
    [VMM_CGROUP_FILE_MEMORY_MEMSW_LIMIT_IN_BYTES] = VALUE(memory_memsw_limit_bytes, V1_LIMIT),
    [VMM_CGROUP_FILE_MEMORY_MEMSW_FAILCNT] = VALUE(memory_memsw_failcnt, NUMBER),
    [VMM_CGROUP_FILE_MEMORY_KMEM_USAGE_IN_BYTES] = VALUE(memory_kmem_usage_bytes, NUMBER),
    [VMM_CGROUP_FILE_MEMORY_KMEM_MAX_USAGE_IN_BYTES] = VALUE(memory_kmem_max_usage_bytes, NUMBER),
    [VMM_CGROUP_FILE_MEMORY_KMEM_LIMIT_IN_BYTES] = VALUE(memory_kmem_limit_bytes, V1_LIMIT),
    [VMM_CGROUP_FILE_MEMORY_KMEM_FAILCNT] = VALUE(memory_kmem_failcnt, NUMBER),
    [VMM_CGROUP_FILE_MEMORY_KMEM_TCP_USAGE_IN_BYTES] = VALUE(memory_kmem_tcp_usage_bytes, NUMBER),
    [VMM_CGROUP_FILE_MEMORY_KMEM_TCP_MAX_USAGE_IN_BYTES] = VALUE(memory_kmem_tcp_max_usage_bytes, NUMBER),
    [VMM_CGROUP_FILE_MEMORY_KMEM_TCP_LIMIT_IN_BYTES] = VALUE(memory_kmem_tcp_limit_bytes, V1_LIMIT),
    [VMM_CGROUP_FILE_MEMORY_KMEM_TCP_FAILCNT] = VALUE(memory_kmem_tcp_failcnt, NUMBER),
    [VMM_CGROUP_FILE_MEMORY_OOM_CONTROL] = LINES(oom_control),
    [VMM_CGROUP_FILE_CPUSET_EFFECTIVE_CPUS] = VALUE(cpuset_cpus_effective, LIST),
    [VMM_CGROUP_FILE_CPUSET_EFFECTIVE_MEMS] = VALUE(cpuset_mems_effective, LIST),
};

static const char *const types[] = {"domain", "domain threaded", "domain invalid", "threaded"};

/* The file that this input is about. */
static unsigned id;

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

static bool take_utilisation(const char *bytes, size_t length, size_t *at, uint64_t *value)
{
    uint64_t decimals = 0;

    if (!ref_number(bytes, length, at, value) || !take_char(bytes, length, at, '.'))
        return false;
    for (int i = 0; i < 2; i++, ++*at) {
        if (*at == length || bytes[*at] < '0' || bytes[*at] > '9')
            return false;
        decimals = decimals * 10 + (uint64_t)(bytes[*at] - '0');
    }
    *value = *value < VMM_UNLIMITED / 100 ? *value * 100 + decimals : VMM_UNKNOWN;
    return true;
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

static bool take_type(const char *bytes, size_t length, size_t *at, uint64_t *value)
{
    size_t first = *at;

    while (*at < length && bytes[*at] != '\n')
        ++*at;
    *value = VMM_UNKNOWN;
    for (unsigned i = 0; i < 4; i++)
        if (strlen(types[i]) == *at - first && memcmp(types[i], bytes + first, *at - first) == 0)
            *value = i + 1;
    return *at != first;
}

static bool take(enum form form, const char *bytes, size_t length, size_t *at, uint64_t *value)
{
    size_t first = *at;

    if ((form == LIMIT || form == UTILISATION) && *at < length && bytes[*at] == 'm')
        return take_max(bytes, length, at, value);
    if (form == UTILISATION)
        return take_utilisation(bytes, length, at, value);
    if (form == LIST)
        return take_list(bytes, length, at, value);
    if (form == NICE)
        return take_nice(bytes, length, at, value);
    if (form == TYPE)
        return take_type(bytes, length, at, value);
    if (!ref_number(bytes, length, at, value))
        return false;
    if (form == QUOTA && *at - first == 2 && bytes[first] == '-' && bytes[first + 1] == '1')
        *value = VMM_UNLIMITED;
    if (form == V1_LIMIT && *at - first == 20 && memcmp(bytes + first, "18446744073709551615", 20) == 0)
        *value = VMM_UNLIMITED;
    if (form == V1_LIMIT && *value < VMM_UNLIMITED && (*value >= 9223372036853727232U || *value == 8796093018112U))
        *value = VMM_UNLIMITED;
    return true;
}

static struct outcome wrong(const char *bytes, size_t length, size_t error)
{
    struct outcome outcome = {error == length ? VMM_E_TRUNCATED : VMM_E_SYNTAX, ref_next_line(bytes, length, error),
                              error};
    return outcome;
}

static struct outcome reference(const char *bytes, size_t length, size_t at, void *out, size_t size)
{
    struct outcome outcome = {VMM_OK, length, NOWHERE};
    const struct file *file = &files[id];
    unsigned count = id == VMM_CGROUP_FILE_CPU_MAX ? 2 : 1;

    if (file->keys != NULL)
        return ref_keys(bytes, length, at, ' ', file->keys, file->count, out, size);
    if (at == length) {
        outcome.status = VMM_E_EMPTY;
        return outcome;
    }
    for (unsigned i = 0; i < count; i++) {
        uint64_t value = 0;

        while (at < length && ref_blank(bytes[at]))
            at++;
        if (i == 1 && at < length && bytes[at] == '\n')
            break;
        if (!take(i == 0 ? file->form : NUMBER, bytes, length, &at, &value))
            return wrong(bytes, length, at);
        if (at < length && bytes[at] != '\n' && !ref_blank(bytes[at]))
            return wrong(bytes, length, at);
        ref_store(out, size, file->offset + 8 * i, value);
    }
    return count == 2 && bytes[length - 1] != '\n' ? wrong(bytes, length, length) : outcome;
}

/* ---- the library ---- */

static vmm_status parse(struct vmm_text *text, void *out, size_t out_size)
{
    vmm_status status = vmm_record_init(VMM_RECORD_CGROUP, out, out_size);

    return status != VMM_OK ? status : vmm_cgroup_read(id, text, out, out_size);
}

static bool feeds(size_t offset)
{
    for (unsigned i = 0; i < files[id].count; i++)
        if (files[id].keys[i].offset == offset)
            return true;
    return files[id].keys == NULL &&
           (files[id].offset == offset || (id == VMM_CGROUP_FILE_CPU_MAX && offset == AT(cpu_max_period_usec)));
}

/* A record that holds something has it still, but for the members that the file feeds. */
static void check_others_stay(struct piece text, struct outcome outcome, const struct vmm_cgroup *record)
{
    enum { OLD = 0x5a5a };
    uint64_t words[sizeof *record / 8], fresh[sizeof *record / 8];
    struct vmm_text view = vmm_text_of(text.bytes, text.length);

    for (size_t i = 0; i < sizeof words / 8; i++)
        words[i] = OLD;
    memcpy(fresh, record, sizeof fresh);
    CHECK(vmm_cgroup_read(id, &view, (struct vmm_cgroup *)(void *)words, sizeof words) == outcome.status);
    CHECK(words[0] == sizeof words);
    for (size_t i = 1; i < sizeof words / 8; i++) {
        if (!feeds(i * 8))
            CHECK(words[i] == OLD);
        else if (words[i] == OLD && fresh[i] != OLD)
            CHECK(files[id].keys != NULL && outcome.status == VMM_OK && fresh[i] == VMM_UNKNOWN);
        else
            CHECK(words[i] == fresh[i]);
    }
}

static struct outcome check(struct piece text, struct vmm_cgroup *out)
{
    struct outcome outcome = fuzz_check(parse, reference, text, 0, out, sizeof *out, sizeof *out);

    if (text.length != 0 && text.bytes[text.length - 1] != '\n' &&
        (files[id].keys != NULL || id == VMM_CGROUP_FILE_CPU_MAX))
        CHECK(outcome.status == VMM_E_TRUNCATED || outcome.status == VMM_E_SYNTAX);
    return outcome;
}

/* A value, printed as the kernel would. 0 where that cannot be. */
static int print_value(char *text, size_t room, enum form form, uint64_t bits)
{
    unsigned long long value = bits;
    double number;

    if (form == NICE) {
        memcpy(&number, &bits, sizeof number);
        return number > -1e15 && number < 1e15 ? snprintf(text, room, "%.0f", number) : 0;
    }
    if (bits == VMM_UNKNOWN)
        return 0;
    if (form == TYPE)
        return snprintf(text, room, "%s", types[value - 1]);
    if (bits == VMM_UNLIMITED)
        return snprintf(text, room, "%s", form == QUOTA ? "-1" : form == V1_LIMIT ? "9223372036854771712" : "max");
    if (form == UTILISATION)
        return snprintf(text, room, "%llu.%02llu", value / 100, value % 100);
    if (form == LIST)
        return value == 0 ? snprintf(text, room, " ") : snprintf(text, room, "0-%llu", value - 1);
    return snprintf(text, room, "%llu", value);
}

/* A record, printed, reads as the same record. */
static void check_printed(const struct vmm_cgroup *record)
{
    const struct file *file = &files[id];
    uint64_t words[sizeof *record / 8];
    char text[1000];
    struct vmm_cgroup again;
    struct piece piece;
    size_t length = 0;

    memcpy(words, record, sizeof words);
    for (unsigned i = 0; i < file->count; i++)
        if (words[file->keys[i].offset / 8] != VMM_UNKNOWN)
            length += (size_t)snprintf(text + length, sizeof text - length, "%s %llu\n", file->keys[i].key,
                                       (unsigned long long)words[file->keys[i].offset / 8]);
    if (file->keys == NULL) {
        length = (size_t)print_value(text, sizeof text, file->form, words[file->offset / 8]);
        if (length != 0 && id == VMM_CGROUP_FILE_CPU_MAX && record->cpu_max_period_usec != VMM_UNKNOWN)
            length += (size_t)snprintf(text + length, sizeof text - length, " %llu",
                                       (unsigned long long)record->cpu_max_period_usec);
        if (length != 0)
            text[length++] = '\n';
    }
    if (length == 0)
        return;
    piece = fuzz_copy(text, length);
    CHECK(check(piece, &again).status == VMM_OK);
    CHECK(fuzz_same(&again, record, sizeof again));
    fuzz_free(piece);
}

/* Lines that nobody knows change nothing, and move the place of an error by their length. */
static void check_unknown_lines(struct piece text, struct outcome before, const struct vmm_cgroup *record)
{
    static const char *const lines[] = {
        "\n",       "unheard_of x\n", "usage\n", "nr_subsys_memory 5\n", " low 5\n",   "run_usec 7\n", "oom_kills -\n",
        "max\t5\n", "user_used x\n",  "lo 5\n",  "nr_perio 5\n",         "frozen\tx\n"};
    struct vmm_cgroup again;
    struct outcome after;
    size_t at = before.error;
    struct piece more = fuzz_insert_unknown(text.bytes, text.length, lines, sizeof lines / sizeof lines[0], &at);

    after = check(more, &again);
    CHECK(after.status == before.status);
    CHECK(fuzz_same(&again, record, sizeof again));
    if (before.error != NOWHERE)
        CHECK(after.error == before.error + at);
    fuzz_free(more);
}

/* Lines in another order say the same. */
static void check_permuted(struct piece text, const struct vmm_cgroup *record)
{
    struct vmm_cgroup again;
    struct piece permuted;

    if (!fuzz_permute_lines(text.bytes, text.length, " \n", &permuted))
        return;
    CHECK(check(permuted, &again).status == VMM_OK);
    CHECK(fuzz_same(&again, record, sizeof again));
    fuzz_free(permuted);
}

/* There are no such files. */
static void check_no_file(uint32_t none, struct piece text)
{
    struct vmm_cgroup record, untouched;
    struct vmm_text view = vmm_text_of(text.bytes, text.length);
    const char *start = view.pos;

    memset(&record, 0x5a, sizeof record);
    memset(&untouched, 0x5a, sizeof untouched);
    CHECK(vmm_cgroup_read(none, &view, &record, sizeof record) == VMM_E_ARGUMENT);
    CHECK(view.pos == start && view.error == NULL);
    CHECK(fuzz_same(&record, &untouched, sizeof record));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *bytes;
    struct vmm_cgroup record;
    struct outcome outcome;
    struct piece text;
    size_t length = 0, out_size;
    unsigned index = 0;

    if (size == 0)
        return 0;
    bytes = (const char *)data + 1;
    size--;
    text = fuzz_copy(bytes, size);
    id = data[0];
    if (id == 0 || id > FILES) {
        check_no_file(id, text);
        check_no_file(UINT32_MAX - id, text);
        fuzz_free(text);
        return 0;
    }
    outcome = check(text, &record);
    check_others_stay(text, outcome, &record);
    while (fuzz_next_size(bytes, size, sizeof record, &index, &out_size))
        fuzz_check(parse, reference, text, 0, NULL, sizeof record, out_size);
    while (fuzz_next_prefix(bytes, size, &length)) {
        struct piece prefix = fuzz_copy(bytes, length);
        struct vmm_cgroup of_prefix;
        check(prefix, &of_prefix);
        fuzz_free(prefix);
    }
    if (files[id].keys != NULL)
        check_unknown_lines(text, outcome, &record);
    if (outcome.status == VMM_OK && files[id].keys != NULL)
        check_permuted(text, &record);
    if (outcome.status == VMM_OK)
        check_printed(&record);
    fuzz_free(text);
    return 0;
}
