/* SPDX-License-Identifier: MIT */
/* Two records of one type: whether they describe the same object, and the growth of their counters. */
#include "support_usage.h"

#include <string.h>

static struct vmm_member_info members[MOST_MEMBERS];

/* The members of a record, and how many there are. */
static uint32_t members_of(uint32_t record_id)
{
    uint32_t count = 0;

    while (field_of(record_id, count, &members[count]))
        count++;
    return count;
}

static struct record unknown_record(uint32_t record_id)
{
    struct vmm_record_info info;
    struct record record;

    memset(&record, 0x5a, sizeof record);
    assert_int_equal(vmm_record_at((enum vmm_record_id)record_id, &info, sizeof info), VMM_OK);
    assert_int_equal(vmm_record_init((enum vmm_record_id)record_id, &record, (size_t)info.bytes), VMM_OK);
    return record;
}

static uint32_t record_count(void)
{
    struct vmm_record_info info;
    uint32_t count = 0;

    while (vmm_record_at((enum vmm_record_id)(count + 1), &info, sizeof info) == VMM_OK)
        count++;
    return count;
}

/* ---- the reference: what record.h says ---- */

static uint64_t load(const struct record *record, const struct vmm_member_info *member)
{
    return member->offset + 8 <= record->words[0] ? record->words[member->offset / 8] : VMM_UNKNOWN;
}

static const char *name_in(const struct record *record, const struct vmm_member_info *member)
{
    return member->offset + member->bytes <= record->words[0] ? (const char *)record + member->offset : "";
}

static vmm_status check_types(const struct record *before, const struct record *after)
{
    if (after->words[0] < 16 || after->words[1] == 0 || after->words[1] > record_count())
        return VMM_E_ARGUMENT;
    if (before->words[0] == 0)
        return VMM_FIRST;
    return before->words[0] >= 16 && before->words[1] == after->words[1] ? VMM_OK : VMM_E_ARGUMENT;
}

/* Of an interface, the index counts and not the name if both records know it. */
static bool is_renamed(const struct record *before, const struct record *after, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (strcmp(members[i].name, "ifindex") == 0)
            return ref_known(load(before, &members[i])) && ref_known(load(after, &members[i]));
    return false;
}

static vmm_status same(const struct record *before, const struct record *after)
{
    vmm_status status = check_types(before, after);
    uint32_t count;

    if (status != VMM_OK)
        return status;
    count = members_of((uint32_t)after->words[1]);
    status = VMM_E_EMPTY;
    for (uint32_t i = 0; i < count; i++) {
        const struct vmm_member_info *member = &members[i];
        const char *old = name_in(before, member), *now = name_in(after, member);

        if (member->kind != VMM_KIND_IDENTITY)
            continue;
        if (member->type == VMM_TYPE_NAME) {
            if (is_renamed(before, after, count))
                continue;
            if (*old == '\0' || *now == '\0')
                continue;
            if (strncmp(old, now, (size_t)member->bytes) != 0)
                return VMM_RESET;
        } else {
            if (!ref_known(load(before, member)) || !ref_known(load(after, member)))
                continue;
            if (load(before, member) != load(after, member))
                return VMM_RESET;
        }
        status = VMM_OK;
    }
    return status;
}

/* The record that comes out, of `size` bytes, and the status. */
static vmm_status growth(const struct record *before, const struct record *after, struct record *out, size_t out_size)
{
    vmm_status status = check_types(before, after);
    uint32_t count = status == VMM_E_ARGUMENT ? 0 : members_of((uint32_t)after->words[1]);
    size_t bytes = count == 0 ? 0 : (size_t)(members[count - 1].offset + members[count - 1].bytes);
    size_t size = out_size < bytes ? out_size : bytes;
    bool any = false;

    if (out_size < 16)
        return VMM_E_ARGUMENT;
    if (count == 0)
        return status;
    memset(out, 0xff, out_size);
    out->words[0] = size;
    out->words[1] = after->words[1];
    for (uint32_t i = 0; i < count; i++)
        if (members[i].type == VMM_TYPE_NAME && members[i].offset + members[i].bytes <= size)
            memset((char *)out + members[i].offset, 0, (size_t)members[i].bytes);
    if (status != VMM_OK)
        return status;
    if (same(before, after) == VMM_RESET)
        return VMM_RESET;
    for (uint32_t i = 0; i < count; i++) {
        const struct vmm_member_info *member = &members[i];
        uint64_t old = load(before, member), now = load(after, member);

        if (member->kind != VMM_KIND_COUNTER || !ref_known(old) || !ref_known(now))
            continue;
        if (now < old && (member->width == VMM_WIDTH_64 || member->width == VMM_WIDTH_KERNEL_LONG ||
                          (member->width == VMM_WIDTH_32 && old > UINT32_MAX)))
            return VMM_RESET;
        any = any || now >= old || (member->width == VMM_WIDTH_32 && (uint32_t)now - (uint32_t)old < UINT32_C(1) << 31);
    }
    if (!any)
        return VMM_E_EMPTY;
    for (uint32_t i = 0; i < count; i++) {
        const struct vmm_member_info *member = &members[i];
        uint64_t old = load(before, member), now = load(after, member), value = now;

        if (member->offset + member->bytes > size)
            continue;
        if (member->type == VMM_TYPE_NAME) {
            strncpy((char *)out + member->offset, name_in(after, member), (size_t)member->bytes);
            ((char *)out)[member->offset + member->bytes - 1] = '\0';
            continue;
        }
        if (member->kind == VMM_KIND_COUNTER) {
            value = VMM_UNKNOWN;
            if (ref_known(old) && ref_known(now) && now >= old)
                value = now - old;
            else if (ref_known(old) && ref_known(now) && member->width == VMM_WIDTH_32 &&
                     (uint32_t)now - (uint32_t)old < UINT32_C(1) << 31)
                value = (uint32_t)now - (uint32_t)old;
        }
        out->words[member->offset / 8] = value;
    }
    return VMM_OK;
}

/* ---- the library against it ---- */

static vmm_status check_growth(const struct record *before, const struct record *after, size_t out_size)
{
    struct record out, wanted, given[2] = {*before, *after};
    vmm_status right, status;

    memset(&out, 0x5a, sizeof out);
    memset(&wanted, 0x5a, sizeof wanted);
    right = growth(before, after, &wanted, out_size);
    status = vmm_record_growth(&given[0], &given[1], &out, out_size);
    assert_int_equal(status, right);
    /* Without a type there is no record that could be made unknown. */
    if (check_types(before, after) != VMM_E_ARGUMENT || out_size < 16)
        assert_memory_equal(&out, &wanted, sizeof out);
    assert_memory_equal(&given[0], before, sizeof given[0]);
    assert_memory_equal(&given[1], after, sizeof given[1]);
    return status;
}

static vmm_status check(const struct record *before, const struct record *after)
{
    struct vmm_record_info info;
    struct record both = *after, out;
    vmm_status status;

    assert_int_equal(vmm_record_same(before, after), same(before, after));
    if (vmm_record_at((enum vmm_record_id)after->words[1], &info, sizeof info) != VMM_OK)
        info.bytes = 200;
    status = check_growth(before, after, (size_t)info.bytes);
    check_growth(before, after, (size_t)info.bytes + 24);
    check_growth(before, after, chance_below((size_t)info.bytes));
    /* In place, where the record has room for all of it. */
    if (status == VMM_OK && after->words[0] >= info.bytes) {
        assert_int_equal(vmm_record_growth(before, after, &out, (size_t)info.bytes), VMM_OK);
        assert_int_equal(vmm_record_growth(before, &both, &both, (size_t)info.bytes), VMM_OK);
        assert_memory_equal(&both, &out, (size_t)info.bytes);
    }
    return status;
}

/* ---- the same object ---- */

TEST(the_same_object)
{
    struct vmm_disk before = {0}, after;

    assert_int_equal(vmm_record_init(VMM_RECORD_DISK, &after, sizeof after), VMM_OK);
    assert_int_equal(vmm_record_same(NULL, &after), VMM_FIRST);
    assert_int_equal(vmm_record_same(&before, &after), VMM_FIRST);
    before = after;
    assert_int_equal(vmm_record_same(&before, &after), VMM_E_EMPTY);
    before.major = after.major = 8;
    assert_int_equal(vmm_record_same(&before, &after), VMM_OK);
    strcpy(before.name, "sda");
    assert_int_equal(vmm_record_same(&before, &after), VMM_OK);
    strcpy(after.name, "sdb");
    assert_int_equal(vmm_record_same(&before, &after), VMM_RESET);
    strcpy(after.name, "sda");
    before.diskseq = 5;
    assert_int_equal(vmm_record_same(&before, &after), VMM_OK);
    after.diskseq = 6;
    assert_int_equal(vmm_record_same(&before, &after), VMM_RESET);
}

/* Names and owners of a process change while it lives; its start does not. */
TEST(labels_are_not_compared)
{
    struct vmm_process before, after;

    assert_int_equal(vmm_record_init(VMM_RECORD_PROCESS, &before, sizeof before), VMM_OK);
    before.pid = 7;
    after = before;
    strcpy(before.comm, "sh");
    strcpy(after.comm, "qemu");
    before.ppid = 1;
    after.ppid = 2;
    assert_int_equal(vmm_record_same(&before, &after), VMM_OK);
    before.starttime_ticks = 100;
    after.starttime_ticks = 101;
    assert_int_equal(vmm_record_same(&before, &after), VMM_RESET);
}

/* Another instance is another object, even where its device is unknown in one sample. */
TEST(instances_of_a_cgroups_device)
{
    struct vmm_cgroup_io before, after;

    assert_int_equal(vmm_record_init(VMM_RECORD_CGROUP_IO, &before, sizeof before), VMM_OK);
    after = before;
    before.instance_id = 1;
    after.instance_id = 2;
    before.major = 8;
    assert_int_equal(vmm_record_same(&before, &after), VMM_RESET);
    after.instance_id = 1;
    assert_int_equal(vmm_record_same(&before, &after), VMM_OK);
}

TEST(identities_of_every_record)
{
    static const char *const names[] = {"", "vda", "vdb", "vd", "vda1"};
    static const uint64_t numbers[] = {VMM_UNKNOWN, VMM_UNLIMITED, 0, 1, UINT64_MAX - 2};

    for (uint32_t id = 1; id <= record_count(); id++)
        for (uint32_t i = 0; i < members_of(id); i++)
            for (unsigned choice = 0; choice < 25; choice++) {
                struct record before = unknown_record(id), after = unknown_record(id);
                const struct vmm_member_info member = members[i];

                if (member.type == VMM_TYPE_NAME) {
                    strcpy((char *)&before + member.offset, names[choice % 5]);
                    strcpy((char *)&after + member.offset, names[choice / 5]);
                } else {
                    before.words[member.offset / 8] = numbers[choice % 5];
                    after.words[member.offset / 8] = numbers[choice / 5];
                }
                check(&before, &after);
                if (member.kind != VMM_KIND_IDENTITY)
                    assert_int_equal(vmm_record_same(&before, &after), VMM_E_EMPTY);
                members_of(id);
            }
}

/* A name of all its bytes has no NUL. */
TEST(names_to_their_last_byte)
{
    struct vmm_net before, after;

    assert_int_equal(vmm_record_init(VMM_RECORD_NET, &before, sizeof before), VMM_OK);
    memset(before.name, 'x', sizeof before.name);
    after = before;
    assert_int_equal(vmm_record_same(&before, &after), VMM_OK);
    after.name[sizeof after.name - 1] = 'y';
    assert_int_equal(vmm_record_same(&before, &after), VMM_RESET);
    /* What stands after a NUL is no part of it. */
    strcpy(before.name, "tap0");
    strcpy(after.name, "tap0");
    assert_int_equal(vmm_record_same(&before, &after), VMM_OK);
}

/* The index is the interface's as long as this exists; without it only the name tells. */
TEST(an_interface_that_was_renamed)
{
    static const struct {
        uint64_t before, after;
        const char *name;
        vmm_status status;
    } cases[] = {
        {7, 7, "tap9", VMM_OK},
        {7, 7, "", VMM_OK},
        {7, 8, "tap9", VMM_RESET},
        /* It was deleted and made again. */
        {7, 8, "tap0", VMM_RESET},
        {VMM_UNKNOWN, 7, "tap9", VMM_RESET},
        {7, VMM_UNKNOWN, "tap9", VMM_RESET},
        {VMM_UNKNOWN, VMM_UNKNOWN, "tap9", VMM_RESET},
        {VMM_UNKNOWN, 7, "tap0", VMM_OK},
        {VMM_UNKNOWN, VMM_UNKNOWN, "tap0", VMM_OK},
    };

    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct vmm_net before, after, out;
        struct vmm_net_usage usage;
        struct vmm_rows rows[] = {{&before, 1, sizeof before}, {&after, 1, sizeof after}};

        vmm_record_init(VMM_RECORD_NET, &before, sizeof before);
        strcpy(before.name, "tap0");
        before.ifindex = cases[i].before;
        before.rx_bytes = 1000;
        after = before;
        memset(after.name, 0, sizeof after.name);
        strcpy(after.name, cases[i].name);
        after.ifindex = cases[i].after;
        after.rx_bytes = 1500;
        assert_int_equal(vmm_record_same(&before, &after), cases[i].status);
        assert_int_equal(vmm_record_growth(&before, &after, &out, sizeof out), cases[i].status);
        assert_int_equal(out.rx_bytes, cases[i].status == VMM_OK ? 500 : VMM_UNKNOWN);
        assert_int_equal(vmm_net_usage_between(&before, &after, 1000000000, &usage, sizeof usage), cases[i].status);
        if (cases[i].status == VMM_OK)
            assert_string_equal(usage.name, cases[i].name);
        /* For rows an index that one sample lacks is another one. */
        if (cases[i].before == cases[i].after)
            assert_int_equal(vmm_rows_growth(VMM_RECORD_NET, &rows[0], &rows[1], NULL, &out, sizeof out),
                             cases[i].status);
        /* Another instance is another interface, whatever its index is. */
        before.instance_id = 1;
        after.instance_id = 2;
        assert_int_equal(vmm_record_same(&before, &after), VMM_RESET);
    }
}

/* ---- growth ---- */

TEST(growth_of_an_interface)
{
    struct vmm_net before, after, out;

    assert_int_equal(vmm_record_init(VMM_RECORD_NET, &before, sizeof before), VMM_OK);
    strcpy(before.name, "tap0");
    before.rx_bytes = 1000;
    before.mtu_bytes = 1500;
    after = before;
    after.rx_bytes = 1234;
    after.tx_bytes = 5;
    after.mtu_bytes = 9000;
    assert_int_equal(vmm_record_growth(&before, &after, &out, sizeof out), VMM_OK);
    assert_int_equal(out.size, sizeof out);
    assert_int_equal(out.record, VMM_RECORD_NET);
    assert_string_equal(out.name, "tap0");
    assert_int_equal(out.rx_bytes, 234);
    check_unknown_number(out.tx_bytes);
    assert_int_equal(out.mtu_bytes, 9000);
    after.rx_bytes = 999;
    assert_int_equal(vmm_record_growth(&before, &after, &out, sizeof out), VMM_RESET);
    check_unknown(VMM_RECORD_NET, &out);
    after.rx_bytes = VMM_UNKNOWN;
    assert_int_equal(vmm_record_growth(&before, &after, &out, sizeof out), VMM_E_EMPTY);
    check_unknown(VMM_RECORD_NET, &out);
    after.rx_bytes = 2000;
    strcpy(after.name, "tap1");
    assert_int_equal(vmm_record_growth(&before, &after, &out, sizeof out), VMM_RESET);
    assert_int_equal(vmm_record_growth(NULL, &after, &out, sizeof out), VMM_FIRST);
    check_unknown(VMM_RECORD_NET, &out);
    assert_int_equal(out.record, VMM_RECORD_NET);
}

/* The kernel lets idle time step back, which says nothing about the other columns. */
TEST(a_counter_that_may_fall)
{
    struct vmm_cpu before, after, out;

    assert_int_equal(vmm_record_init(VMM_RECORD_CPU, &before, sizeof before), VMM_OK);
    before.user_ticks = before.idle_ticks = 100;
    after = before;
    after.user_ticks = 107;
    after.idle_ticks = 99;
    assert_int_equal(vmm_record_growth(&before, &after, &out, sizeof out), VMM_OK);
    assert_int_equal(out.user_ticks, 7);
    check_unknown_number(out.idle_ticks);
    after.user_ticks = VMM_UNKNOWN;
    assert_int_equal(vmm_record_growth(&before, &after, &out, sizeof out), VMM_E_EMPTY);
    after.idle_ticks = 100;
    assert_int_equal(vmm_record_growth(&before, &after, &out, sizeof out), VMM_OK);
    assert_int_equal(out.idle_ticks, 0);
}

/* By half of what there is it cannot be told from a restart. */
TEST(a_counter_of_32_bits)
{
    static const struct {
        uint64_t before, after, growth;
    } falls[] = {
        {UINT32_MAX, 4, 5},
        {UINT64_C(1) << 31, 0, VMM_UNKNOWN},
        {(UINT64_C(1) << 31) + 1, 0, (UINT64_C(1) << 31) - 1},
        {8, 7, VMM_UNKNOWN},
        {UINT32_MAX, 0, 1},
        {0, UINT32_MAX, UINT32_MAX},
        {5, UINT64_C(1) << 33, (UINT64_C(1) << 33) - 5},
    };
    struct vmm_stat before, after, out;

    assert_int_equal(vmm_record_init(VMM_RECORD_STAT, &before, sizeof before), VMM_OK);
    before.ctxt = 5;
    after = before;
    for (size_t i = 0; i < COUNT_OF(falls); i++) {
        before.softirq_hi = falls[i].before;
        after.softirq_hi = falls[i].after;
        assert_int_equal(vmm_record_growth(&before, &after, &out, sizeof out), VMM_OK);
        assert_int_equal(out.softirq_hi, falls[i].growth);
    }
    before.softirq_hi = UINT64_C(1) << 32;
    after.softirq_hi = 0;
    assert_int_equal(vmm_record_growth(&before, &after, &out, sizeof out), VMM_RESET);
}

/* Each counter alone, in every record: known in one of both, at its limits, fallen. */
TEST(counters_of_every_record)
{
    static const uint64_t values[] = {
        0,          1, 7, INT32_MAX, UINT64_C(1) << 31, UINT32_MAX, UINT64_C(1) << 32, UINT64_MAX - 2, VMM_UNLIMITED,
        VMM_UNKNOWN};

    chance_seed(3);
    for (uint32_t id = 1; id <= record_count(); id++)
        for (uint32_t i = 0; i < members_of(id); i++) {
            const size_t word = (size_t)members[i].offset / 8;

            if (members[i].type == VMM_TYPE_NAME)
                continue;
            for (unsigned choice = 0; choice < COUNT_OF(values) * COUNT_OF(values); choice++) {
                struct record before = unknown_record(id), after = unknown_record(id);

                before.words[word] = values[choice / COUNT_OF(values)];
                after.words[word] = values[choice % COUNT_OF(values)];
                check(&before, &after);
            }
            members_of(id);
        }
}

static void fill(struct record *record, const struct record *like, uint32_t id, unsigned percent)
{
    uint32_t count = members_of(id);

    *record = *like;
    for (uint32_t i = 0; i < count; i++) {
        const struct vmm_member_info *member = &members[i];

        if (!chance_of(percent))
            continue;
        if (member->type == VMM_TYPE_NAME)
            memset((char *)record + member->offset, chance_of(80) ? 'v' : 'w', chance_below((size_t)member->bytes + 1));
        else if (chance_of(5))
            record->words[member->offset / 8] = chance_of(50) ? VMM_UNKNOWN : VMM_UNLIMITED;
        else if (member->kind == VMM_KIND_IDENTITY)
            record->words[member->offset / 8] = chance_of(97) ? 5 : 6;
        else if (member->kind == VMM_KIND_COUNTER && ref_known(like->words[member->offset / 8]))
            record->words[member->offset / 8] += chance_of(98) ? chance_below(1000) : (uint64_t)0 - chance_below(1000);
        else
            record->words[member->offset / 8] = chance_number();
    }
}

TEST(random_records)
{
    unsigned seen[8] = {0}, rounds = chance_rounds(300) < 50 ? 50 : chance_rounds(300);

    chance_seed(11);
    for (uint32_t id = 1; id <= record_count(); id++)
        for (unsigned round = 0; round < rounds; round++) {
            static const unsigned percents[] = {1, 5, 50, 99};
            struct record unknown = unknown_record(id), before, after;
            vmm_status status;

            fill(&before, &unknown, id, percents[chance_below(COUNT_OF(percents))]);
            fill(&after, &before, id, percents[chance_below(COUNT_OF(percents))]);
            if (chance_of(20))
                before.words[0] = chance_below((size_t)before.words[0] + 40);
            if (chance_of(20))
                after.words[0] = chance_below((size_t)after.words[0] + 40);
            if (chance_of(2))
                before.words[0] = 0;
            if (chance_of(2))
                before.words[1] = chance_below(35);
            if (chance_of(2))
                after.words[1] = chance_of(50) ? chance_below(35) : chance_number();
            status = check(&before, &after);
            seen[status < 0 ? 8 + status : status]++;
        }
    assert_true(seen[VMM_OK] > rounds && seen[VMM_RESET] > rounds && seen[VMM_FIRST] > 0);
    assert_true(seen[8 + VMM_E_EMPTY] > rounds / 10 && seen[8 + VMM_E_ARGUMENT] > rounds / 10);
}

/* Records of older and newer callers: what one does not have is unknown. */
TEST(records_of_every_size)
{
    struct record before = unknown_record(VMM_RECORD_NET), after;

    for (uint32_t i = 0; i < members_of(VMM_RECORD_NET); i++)
        if (members[i].type != VMM_TYPE_NAME)
            before.words[members[i].offset / 8] = i;
    strcpy((char *)&before + offsetof(struct vmm_net, name), "tap0");
    after = before;
    for (uint32_t i = 0; i < members_of(VMM_RECORD_NET); i++)
        if (members[i].kind == VMM_KIND_COUNTER)
            after.words[members[i].offset / 8] += 100 + i;
    for (uint64_t size = 0; size <= sizeof(struct vmm_net) + 16; size++) {
        struct record shorter = before;

        shorter.words[0] = size;
        check(&shorter, &after);
        check_growth(&before, &after, (size_t)size);
        shorter = after;
        shorter.words[0] = size;
        check(&before, &shorter);
    }
    before.words[0] = UINT64_MAX;
    assert_int_equal(check(&before, &after), VMM_OK);
}

/* ---- arguments ---- */

TEST(arguments)
{
    struct vmm_net before, after, out, untouched;
    struct vmm_cpu other;
    static const uint64_t none[] = {0, 1000, UINT64_C(1) << 32, (UINT64_C(1) << 32) + VMM_RECORD_NET, VMM_UNKNOWN};

    assert_int_equal(vmm_record_init(VMM_RECORD_NET, &before, sizeof before), VMM_OK);
    assert_int_equal(vmm_record_init(VMM_RECORD_CPU, &other, sizeof other), VMM_OK);
    before.rx_bytes = 5;
    after = before;
    memset(&untouched, 0x5a, sizeof untouched);
    assert_int_equal(vmm_record_same(&before, NULL), VMM_E_ARGUMENT);
    assert_int_equal(vmm_record_same(NULL, NULL), VMM_E_ARGUMENT);
    assert_int_equal(vmm_record_same(&other, &after), VMM_E_ARGUMENT);
    assert_int_equal(vmm_record_same(&before, &other), VMM_E_ARGUMENT);
    assert_int_equal(vmm_record_growth(&before, NULL, &out, sizeof out), VMM_E_ARGUMENT);
    assert_int_equal(vmm_record_growth(NULL, NULL, &out, sizeof out), VMM_E_ARGUMENT);
    assert_int_equal(vmm_record_growth(&before, &after, NULL, sizeof out), VMM_E_ARGUMENT);
    assert_int_equal(vmm_record_growth(&before, NULL, NULL, sizeof out), VMM_E_ARGUMENT);
    assert_int_equal(vmm_record_growth(&other, &after, &out, sizeof out), VMM_E_ARGUMENT);
    check_unknown(VMM_RECORD_NET, &out);
    for (size_t size = 0; size < 16; size++) {
        memset(&out, 0x5a, sizeof out);
        assert_int_equal(vmm_record_growth(&before, &after, &out, size), VMM_E_ARGUMENT);
        assert_memory_equal(&out, &untouched, sizeof out);
        before.size = size;
        assert_int_equal(vmm_record_same(&before, &after), size == 0 ? VMM_FIRST : VMM_E_ARGUMENT);
        assert_int_equal(vmm_record_same(&after, &before), VMM_E_ARGUMENT);
        before.size = sizeof before;
    }
    for (size_t i = 0; i < COUNT_OF(none); i++) {
        before.record = none[i];
        assert_int_equal(vmm_record_same(&before, &after), VMM_E_ARGUMENT);
        assert_int_equal(vmm_record_same(&after, &before), VMM_E_ARGUMENT);
        memset(&out, 0x5a, sizeof out);
        assert_int_equal(vmm_record_growth(&before, &before, &out, sizeof out), VMM_E_ARGUMENT);
        assert_int_equal(out.size, 16);
        check_unknown_number(out.record);
        check_unknown_number(out.ifindex);
        check_unknown_number(out.tx_heartbeat_errors);
    }
    /* A sample that is not there has no type. */
    before.size = 0;
    assert_int_equal(vmm_record_same(&before, &after), VMM_FIRST);
}
