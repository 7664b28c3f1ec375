/* SPDX-License-Identifier: MIT */
/* Records describe themselves. */
#include "test.h"

#include <string.h>

/* As the headers have them. */
static const struct {
    uint32_t id;
    const char *name;
    size_t bytes;
} records[] = {
#define EACH_RECORD(id, name) {VMM_RECORD_##id, #name, sizeof(struct vmm_##name)},
#include "reference/lists.h"
};

static struct vmm_record_info record_at(uint32_t id)
{
    struct vmm_record_info record;

    memset(&record, 0x5a, sizeof record);
    assert_int_equal(vmm_record_at(id, &record, sizeof record), VMM_OK);
    return record;
}

static struct vmm_member_info field_at(uint32_t id, uint32_t index)
{
    struct vmm_member_info field;

    memset(&field, 0x5a, sizeof field);
    assert_int_equal(vmm_member_at(id, index, &field, sizeof field), VMM_OK);
    return field;
}

static struct vmm_member_info field_named(uint32_t id, const char *name)
{
    struct vmm_member_info field;
    uint32_t index = 0;

    while (vmm_member_at(id, index, &field, sizeof field) == VMM_OK) {
        if (strcmp(field.name, name) == 0)
            return field;
        index++;
    }
    fail_msg("no member %s", name);
    return field;
}

TEST(every_record)
{
    for (size_t i = 0; i < COUNT_OF(records); i++) {
        struct vmm_record_info record = record_at(records[i].id);

        assert_int_equal(record.size, sizeof record);
        assert_string_equal(record.name, records[i].name);
        assert_int_equal(record.id, records[i].id);
        assert_int_equal(record.bytes, records[i].bytes);
        assert_true(record.members > 0);
    }
}

TEST(ids_run_from_1_without_a_gap)
{
    struct vmm_record_info record;
    uint32_t id = 1;

    while (vmm_record_at(id, &record, sizeof record) == VMM_OK) {
        assert_int_equal(record.id, id);
        id++;
    }
    assert_int_equal(vmm_record_at(id, &record, sizeof record), VMM_END);
    if (id - 1 != COUNT_OF(records))
        fail_msg("the library describes %u records, and tests/reference/lists.h has %zu: "
                 "run `python3 lib/describe/generate.py`",
                 (unsigned)id - 1, COUNT_OF(records));
    for (size_t i = 0; i < COUNT_OF(records); i++)
        assert_int_equal(records[i].id, i + 1);
}

TEST(names_of_records_are_distinct)
{
    struct vmm_record_info a, b;

    for (uint32_t i = 1; vmm_record_at(i, &a, sizeof a) == VMM_OK; i++)
        for (uint32_t k = 1; k < i; k++) {
            assert_int_equal(vmm_record_at(k, &b, sizeof b), VMM_OK);
            assert_string_not_equal(a.name, b.name);
        }
}

TEST(ids_that_are_none)
{
    static const uint32_t none[] = {COUNT_OF(records) + 1, 1000, INT32_MAX, UINT32_MAX};
    struct vmm_record_info record;
    struct vmm_member_info field;

    for (size_t i = 0; i < COUNT_OF(none); i++) {
        memset(&record, 0x5a, sizeof record);
        assert_int_equal(vmm_record_at(none[i], &record, sizeof record), VMM_END);
        assert_int_equal(record.size, sizeof record);
        assert_string_equal(record.name, "");
        assert_int_equal(record.id, VMM_UNKNOWN);
        assert_int_equal(record.bytes, VMM_UNKNOWN);
        assert_int_equal(record.members, VMM_UNKNOWN);
        memset(&field, 0x5a, sizeof field);
        assert_int_equal(vmm_member_at(none[i], 0, &field, sizeof field), VMM_E_ARGUMENT);
        assert_int_equal(field.size, sizeof field);
        assert_string_equal(field.name, "");
        assert_int_equal(field.offset, VMM_UNKNOWN);
    }
    memset(&record, 0x5a, sizeof record);
    assert_int_equal(vmm_record_at(0, &record, sizeof record), VMM_E_ARGUMENT);
    assert_int_equal(record.size, sizeof record);
    assert_string_equal(record.name, "");
    assert_int_equal(record.bytes, VMM_UNKNOWN);
    assert_int_equal(vmm_member_at(0, 0, &field, sizeof field), VMM_E_ARGUMENT);
}

/* In the order of the struct, from after `size` and `record` to its end, without a gap. */
TEST(members_fill_the_struct)
{
    for (size_t i = 0; i < COUNT_OF(records); i++) {
        struct vmm_record_info record = record_at(records[i].id);
        uint64_t offset = 2 * sizeof(uint64_t);

        for (uint32_t index = 0; index < record.members; index++) {
            struct vmm_member_info field = field_at(records[i].id, index);

            assert_int_equal(field.size, sizeof field);
            assert_int_equal(field.offset, offset);
            assert_true(field.bytes > 0);
            offset += field.bytes;
        }
        assert_int_equal(offset, record.bytes);
    }
}

TEST(members_end_where_the_record_says)
{
    static const uint32_t beyond[] = {0, 1, 1000, UINT32_MAX / 2};

    for (size_t i = 0; i < COUNT_OF(records); i++) {
        for (size_t k = 0; k < COUNT_OF(beyond); k++) {
            struct vmm_member_info field;
            uint32_t index = (uint32_t)record_at(records[i].id).members + beyond[k];

            memset(&field, 0x5a, sizeof field);
            assert_int_equal(vmm_member_at(records[i].id, index, &field, sizeof field), VMM_END);
            assert_int_equal(field.size, sizeof field);
            assert_string_equal(field.name, "");
            assert_int_equal(field.offset, VMM_UNKNOWN);
            assert_int_equal(field.bytes, VMM_UNKNOWN);
            assert_int_equal(field.type, VMM_UNKNOWN);
            assert_int_equal(field.unit, VMM_UNKNOWN);
            assert_int_equal(field.kind, VMM_UNKNOWN);
            assert_int_equal(field.width, VMM_UNKNOWN);
        }
        assert_int_equal(
            vmm_member_at(records[i].id, UINT32_MAX, &(struct vmm_member_info){0}, sizeof(struct vmm_member_info)),
            VMM_END);
    }
}

TEST(names_of_members_are_distinct_and_snake_case)
{
    for (size_t i = 0; i < COUNT_OF(records); i++) {
        uint64_t fields = record_at(records[i].id).members;

        for (uint32_t index = 0; index < fields; index++) {
            struct vmm_member_info field = field_at(records[i].id, index);

            assert_non_null(memchr(field.name, '\0', sizeof field.name));
            assert_true(field.name[0] >= 'a' && field.name[0] <= 'z');
            assert_int_equal(strspn(field.name, "abcdefghijklmnopqrstuvwxyz0123456789_"), strlen(field.name));
            assert_string_not_equal(field.name, "size");
            assert_string_not_equal(field.name, "record");
            for (uint32_t other = 0; other < index; other++)
                assert_string_not_equal(field.name, field_at(records[i].id, other).name);
        }
    }
}

static bool ends_with(const char *name, const char *ending)
{
    size_t length = strlen(name), ending_length = strlen(ending);

    return length >= ending_length && strcmp(name + length - ending_length, ending) == 0;
}

static uint64_t unit_of(const char *name)
{
    static const struct {
        const char *ending;
        uint64_t unit;
    } units[] = {
        {"bytes", VMM_UNIT_BYTES},
        {"_ticks", VMM_UNIT_TICKS},
        {"_seconds", VMM_UNIT_SECONDS},
        {"_ratio", VMM_UNIT_RATIO},
        {"_usec", VMM_UNIT_USEC},
        {"_percent", VMM_UNIT_PERCENT},
        {"_hundredths", VMM_UNIT_HUNDREDTHS},
        {"_ns", VMM_UNIT_NS},
        {"bytes_per_second", VMM_UNIT_BYTES_PER_SECOND},
        {"_bits_per_second", VMM_UNIT_BITS_PER_SECOND},
        {"_per_second", VMM_UNIT_PER_SECOND},
        {"_pages", VMM_UNIT_PAGES},
        {"_ms", VMM_UNIT_MS},
    };

    for (size_t i = 0; i < COUNT_OF(units); i++)
        if (ends_with(name, units[i].ending))
            return units[i].unit;
    return VMM_UNIT_NONE;
}

/* A member's name says its unit, a kind its width. */
TEST(types_units_kinds_and_widths_agree)
{
    for (size_t i = 0; i < COUNT_OF(records); i++) {
        uint64_t fields = record_at(records[i].id).members;

        for (uint32_t index = 0; index < fields; index++) {
            struct vmm_member_info field = field_at(records[i].id, index);
            uint64_t unit = unit_of(field.name);

            assert_int_equal(field.unit, unit);
            if (unit == VMM_UNIT_RATIO)
                assert_int_equal(field.type, VMM_TYPE_DOUBLE);
            else if (strcmp(field.name, "utc_timestamp_ms") == 0)
                assert_int_equal(field.type, VMM_TYPE_UINT64);
            else if (unit == VMM_UNIT_BYTES_PER_SECOND || unit == VMM_UNIT_PER_SECOND || unit == VMM_UNIT_MS)
                assert_int_equal(field.type, field.kind == VMM_KIND_LIMIT || field.kind == VMM_KIND_COUNTER
                                                 ? VMM_TYPE_UINT64
                                                 : VMM_TYPE_DOUBLE);
            else if (unit == VMM_UNIT_NONE)
                assert_in_range(field.type, VMM_TYPE_UINT64, VMM_TYPE_NAME);
            else if ((unit == VMM_UNIT_BYTES && strncmp(field.name, "mean_", 5) == 0) ||
                     (unit == VMM_UNIT_NS && strstr(field.name, "_await_ns") != NULL))
                assert_int_equal(field.type, VMM_TYPE_DOUBLE);
            else
                assert_int_equal(field.type, VMM_TYPE_UINT64);
            if (field.type == VMM_TYPE_NAME)
                assert_true(field.bytes % 8 == 0 && (field.kind == VMM_KIND_IDENTITY || field.kind == VMM_KIND_LABEL));
            else
                assert_int_equal(field.bytes, 8);
            assert_in_range(field.kind, VMM_KIND_IDENTITY, VMM_KIND_LABEL);
            if (field.kind != VMM_KIND_COUNTER)
                assert_int_equal(field.width, VMM_WIDTH_NONE);
            else
                assert_true(field.width == VMM_WIDTH_NONE || field.width == VMM_WIDTH_KERNEL_LONG ||
                            field.width == VMM_WIDTH_32 || field.width == VMM_WIDTH_64);
        }
    }
}

#define CHECK_MEMBER(id, record, member, kind_, width_)                                                                \
    do {                                                                                                               \
        struct vmm_member_info field_ = field_named(id, #member);                                                      \
        assert_int_equal(field_.offset, offsetof(struct record, member));                                              \
        assert_int_equal(field_.kind, VMM_KIND_##kind_);                                                               \
        assert_int_equal(field_.width, VMM_WIDTH_##width_);                                                            \
    } while (0)

/* As the headers say it. */
TEST(members_of_cpu)
{
    CHECK_MEMBER(VMM_RECORD_CPU, vmm_cpu, id, IDENTITY, NONE);
    CHECK_MEMBER(VMM_RECORD_CPU, vmm_cpu, user_ticks, COUNTER, 64);
    CHECK_MEMBER(VMM_RECORD_CPU, vmm_cpu, nice_ticks, COUNTER, 64);
    CHECK_MEMBER(VMM_RECORD_CPU, vmm_cpu, system_ticks, COUNTER, 64);
    CHECK_MEMBER(VMM_RECORD_CPU, vmm_cpu, idle_ticks, COUNTER, NONE);
    CHECK_MEMBER(VMM_RECORD_CPU, vmm_cpu, iowait_ticks, COUNTER, NONE);
    CHECK_MEMBER(VMM_RECORD_CPU, vmm_cpu, irq_ticks, COUNTER, 64);
    CHECK_MEMBER(VMM_RECORD_CPU, vmm_cpu, softirq_ticks, COUNTER, 64);
    CHECK_MEMBER(VMM_RECORD_CPU, vmm_cpu, steal_ticks, COUNTER, NONE);
    CHECK_MEMBER(VMM_RECORD_CPU, vmm_cpu, guest_ticks, COUNTER, 64);
    CHECK_MEMBER(VMM_RECORD_CPU, vmm_cpu, guest_nice_ticks, COUNTER, 64);
    CHECK_MEMBER(VMM_RECORD_CPU_USAGE, vmm_cpu_usage, id, IDENTITY, NONE);
    CHECK_MEMBER(VMM_RECORD_CPU_USAGE, vmm_cpu_usage, total_ticks, GAUGE, NONE);
    CHECK_MEMBER(VMM_RECORD_CPU_USAGE, vmm_cpu_usage, user_ratio, GAUGE, NONE);
    CHECK_MEMBER(VMM_RECORD_CPU_USAGE, vmm_cpu_usage, busy_node_exporter_ratio, GAUGE, NONE);
}

TEST(members_of_stat)
{
    static const char *const softirqs[] = {"softirq_hi",      "softirq_timer",    "softirq_net_tx",  "softirq_net_rx",
                                           "softirq_block",   "softirq_irq_poll", "softirq_tasklet", "softirq_sched",
                                           "softirq_hrtimer", "softirq_rcu"};

    CHECK_MEMBER(VMM_RECORD_STAT, vmm_stat, intr, COUNTER, NONE);
    CHECK_MEMBER(VMM_RECORD_STAT, vmm_stat, ctxt, COUNTER, 64);
    CHECK_MEMBER(VMM_RECORD_STAT, vmm_stat, btime_seconds, GAUGE, NONE);
    CHECK_MEMBER(VMM_RECORD_STAT, vmm_stat, processes, COUNTER, KERNEL_LONG);
    CHECK_MEMBER(VMM_RECORD_STAT, vmm_stat, procs_running, GAUGE, NONE);
    CHECK_MEMBER(VMM_RECORD_STAT, vmm_stat, procs_blocked, GAUGE, NONE);
    CHECK_MEMBER(VMM_RECORD_STAT, vmm_stat, softirq, COUNTER, NONE);
    for (size_t i = 0; i < COUNT_OF(softirqs); i++) {
        struct vmm_member_info field = field_named(VMM_RECORD_STAT, softirqs[i]);

        assert_int_equal(field.offset, offsetof(struct vmm_stat, softirq_hi) + i * sizeof(uint64_t));
        assert_int_equal(field.kind, VMM_KIND_COUNTER);
        assert_int_equal(field.width, VMM_WIDTH_32);
    }
}

TEST(members_of_memory)
{
    struct vmm_member_info field;

    for (uint32_t index = 0; vmm_member_at(VMM_RECORD_MEMINFO, index, &field, sizeof field) == VMM_OK; index++)
        assert_int_equal(field.kind, VMM_KIND_GAUGE);
    for (uint32_t index = 0; vmm_member_at(VMM_RECORD_MEMORY_USAGE, index, &field, sizeof field) == VMM_OK; index++)
        assert_int_equal(field.kind, VMM_KIND_GAUGE);
    CHECK_MEMBER(VMM_RECORD_MEMINFO, vmm_meminfo, mem_total_bytes, GAUGE, NONE);
    CHECK_MEMBER(VMM_RECORD_MEMINFO, vmm_meminfo, huge_pages_total, GAUGE, NONE);
    CHECK_MEMBER(VMM_RECORD_MEMINFO, vmm_meminfo, pdt_cur_entries, GAUGE, NONE);
    CHECK_MEMBER(VMM_RECORD_MEMORY_USAGE, vmm_memory_usage, swap_used_ratio, GAUGE, NONE);
}

TEST(members_of_filesystem)
{
    CHECK_MEMBER(VMM_RECORD_FILESYSTEM, vmm_filesystem, f_bsize_bytes, GAUGE, NONE);
    CHECK_MEMBER(VMM_RECORD_FILESYSTEM, vmm_filesystem, f_bavail, GAUGE, NONE);
    CHECK_MEMBER(VMM_RECORD_FILESYSTEM, vmm_filesystem, f_fsid, IDENTITY, NONE);
    CHECK_MEMBER(VMM_RECORD_FILESYSTEM, vmm_filesystem, f_flag, LABEL, NONE);
    CHECK_MEMBER(VMM_RECORD_FILESYSTEM, vmm_filesystem, f_namemax, LIMIT, NONE);
    CHECK_MEMBER(VMM_RECORD_FILESYSTEM_USAGE, vmm_filesystem_usage, use_percent, GAUGE, NONE);
    CHECK_MEMBER(VMM_RECORD_FILESYSTEM_USAGE, vmm_filesystem_usage, use_ratio, GAUGE, NONE);
    CHECK_MEMBER(VMM_RECORD_FILESYSTEM_USAGE, vmm_filesystem_usage, inodes_use_percent, GAUGE, NONE);
}

/* A caller of another age has a smaller or larger description. */
TEST(descriptions_of_every_size)
{
    struct vmm_record_info record = record_at(VMM_RECORD_MEMINFO);
    struct vmm_member_info field = field_at(VMM_RECORD_MEMINFO, 5);
    static const size_t record_ends[] = {8, 40, 48, 56, 64};
    static const size_t field_ends[] = {8, 72, 80, 88, 96, 104, 112, 120};
    uint64_t got[40], untouched[40];

    assert_int_equal(sizeof record, 64);
    assert_int_equal(sizeof field, 120);
    memset(untouched, 0x5a, sizeof untouched);
    for (size_t size = 0; size <= 240; size++) {
        size_t whole = 0;

        memset(got, 0x5a, sizeof got);
        assert_int_equal(vmm_record_at(VMM_RECORD_MEMINFO, (struct vmm_record_info *)(void *)got, size),
                         size < 8 ? VMM_E_ARGUMENT : VMM_OK);
        assert_memory_equal((char *)got + size, untouched, sizeof got - size);
        if (size < 8) {
            assert_memory_equal(got, untouched, sizeof got);
        } else {
            assert_int_equal(got[0], size < sizeof record ? size : sizeof record);
            for (size_t i = 0; i < COUNT_OF(record_ends); i++)
                if (record_ends[i] <= size)
                    whole = record_ends[i];
            assert_memory_equal(got + 1, (char *)&record + 8, whole - 8);
            for (size_t i = whole; i < size; i++)
                assert_int_equal(((unsigned char *)got)[i], 0xff);
        }
        memset(got, 0x5a, sizeof got);
        assert_int_equal(vmm_member_at(VMM_RECORD_MEMINFO, 5, (struct vmm_member_info *)(void *)got, size),
                         size < 8 ? VMM_E_ARGUMENT : VMM_OK);
        assert_memory_equal((char *)got + size, untouched, sizeof got - size);
        if (size >= 8) {
            assert_int_equal(got[0], size < sizeof field ? size : sizeof field);
            for (size_t i = 0; i < COUNT_OF(field_ends); i++)
                if (field_ends[i] <= size)
                    whole = field_ends[i];
            assert_memory_equal(got + 1, (char *)&field + 8, whole - 8);
            for (size_t i = whole; i < size; i++)
                assert_int_equal(((unsigned char *)got)[i], 0xff);
        }
    }
    assert_int_equal(vmm_record_at(VMM_RECORD_CPU, NULL, sizeof record), VMM_E_ARGUMENT);
    assert_int_equal(vmm_member_at(VMM_RECORD_CPU, 0, NULL, sizeof field), VMM_E_ARGUMENT);
}

/* Whether a byte belongs to a name that is whole in a caller's record. */
static bool is_of_a_name(uint32_t id, size_t at, size_t size)
{
    struct vmm_member_info field;

    for (uint32_t index = 0; vmm_member_at(id, index, &field, sizeof field) == VMM_OK; index++)
        if (field.type == VMM_TYPE_NAME && at >= field.offset && at < field.offset + field.bytes)
            return field.offset + field.bytes <= size;
    return false;
}

TEST(init_makes_a_record_of_any_size_unknown)
{
    for (size_t i = 0; i < COUNT_OF(records); i++) {
        for (size_t size = 16; size <= records[i].bytes * 2; size++) {
            struct record record;
            const unsigned char *bytes = (const unsigned char *)record.words;

            memset(&record, 0x5a, sizeof record);
            assert_int_equal(vmm_record_init(records[i].id, &record, size), VMM_OK);
            assert_int_equal(record.words[0], size < records[i].bytes ? size : records[i].bytes);
            assert_int_equal(record.words[1], records[i].id);
            for (size_t k = 16; k < sizeof record; k++)
                if (bytes[k] != (k < size ? 0xff : 0x5a))
                    assert_true(bytes[k] == 0 && is_of_a_name(records[i].id, k, size));
            if (size >= records[i].bytes)
                check_unknown(records[i].id, &record);
        }
    }
}

/* A name is "", all of it, where the record has all of it. */
TEST(init_of_names)
{
    static const char none[sizeof(((struct vmm_process *)NULL)->comm)];
    struct vmm_process process;
    size_t end = offsetof(struct vmm_process, comm) + sizeof process.comm;

    memset(&process, 0x5a, sizeof process);
    assert_int_equal(vmm_record_init(VMM_RECORD_PROCESS, &process, sizeof process), VMM_OK);
    assert_memory_equal(process.comm, none, sizeof none);
    check_unknown_number(process.pid);
    check_unknown_number(process.vcpu);
    memset(&process, 0x5a, sizeof process);
    assert_int_equal(vmm_record_init(VMM_RECORD_PROCESS, &process, end), VMM_OK);
    assert_memory_equal(process.comm, none, sizeof none);
    assert_int_equal(vmm_record_init(VMM_RECORD_PROCESS, &process, end - 1), VMM_OK);
    assert_int_equal((unsigned char)process.comm[0], 0xff);
}

/* Integers, doubles: all are unknown as the headers say it. */
TEST(init_of_doubles)
{
    struct vmm_cpu_usage usage = {0};

    assert_int_equal(vmm_record_init(VMM_RECORD_CPU_USAGE, &usage, sizeof usage), VMM_OK);
    check_unknown_number(usage.id);
    check_unknown_number(usage.total_ticks);
    check_nan(usage.user_ratio);
    check_nan(usage.busy_node_exporter_ratio);
}

TEST(init_refuses_what_is_no_record)
{
    struct vmm_cpu row, untouched;

    memset(&row, 0x5a, sizeof row);
    memset(&untouched, 0x5a, sizeof untouched);
    assert_int_equal(vmm_record_init(VMM_RECORD_CPU, NULL, sizeof row), VMM_E_ARGUMENT);
    for (size_t size = 0; size < 16; size++)
        assert_int_equal(vmm_record_init(VMM_RECORD_CPU, &row, size), VMM_E_ARGUMENT);
    assert_memory_equal(&row, &untouched, sizeof row);
    assert_int_equal(vmm_record_init(0, &row, sizeof row), VMM_E_ARGUMENT);
    assert_int_equal(vmm_record_init(COUNT_OF(records) + 1, &row, sizeof row), VMM_E_ARGUMENT);
    assert_int_equal(vmm_record_init(UINT32_MAX, &row, sizeof row), VMM_E_ARGUMENT);
    assert_memory_equal(&row, &untouched, sizeof row);
}
