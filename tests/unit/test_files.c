/* SPDX-License-Identifier: MIT */
/* The files of the records that are filled file by file: their ids and names. */
#include "test.h"

#include <stdio.h>
#include <string.h>

/* Some of each record, as their headers number them; tests/contract looks at all. */
static const struct {
    uint32_t record;
    uint32_t id;
    const char *name;
} some[] = {
    {VMM_RECORD_CGROUP, VMM_FILE_CGROUP_CPU_STAT, "cpu.stat"},
    {VMM_RECORD_CGROUP, VMM_FILE_CGROUP_CPU_STAT_LOCAL, "cpu.stat.local"},
    {VMM_RECORD_CGROUP, VMM_FILE_CGROUP_MEMORY_CURRENT, "memory.current"},
    {VMM_RECORD_CGROUP, VMM_FILE_CGROUP_PIDS_EVENTS_LOCAL, "pids.events.local"},
    {VMM_RECORD_CGROUP, VMM_FILE_CGROUP_CPUACCT_USAGE, "cpuacct.usage"},
    {VMM_RECORD_CGROUP, VMM_FILE_CGROUP_MEMORY_KMEM_TCP_MAX_USAGE_IN_BYTES, "memory.kmem.tcp.max_usage_in_bytes"},
    {VMM_RECORD_CGROUP, VMM_FILE_CGROUP_CPUSET_EFFECTIVE_MEMS, "cpuset.effective_mems"},
    {VMM_RECORD_CGROUP_IO, VMM_FILE_CGROUP_IO_STAT, "io.stat"},
    {VMM_RECORD_CGROUP_MEMORY, VMM_FILE_CGROUP_MEMORY_STAT, "memory.stat"},
};

static uint32_t find_string(uint32_t record, const char *name)
{
    return vmm_file_find(record, name, strlen(name));
}

/* How many files a record has. */
static uint32_t count_of(uint32_t record)
{
    struct vmm_file_info file;
    uint32_t count = 0;

    while (vmm_file_at(record, count, &file, sizeof file) == VMM_OK)
        count++;
    return count;
}

TEST(files_are_numbered_from_1_without_a_gap)
{
    static const uint32_t directories[] = {VMM_RECORD_CGROUP,       VMM_RECORD_CGROUP_IO, VMM_RECORD_PROCESS,
                                           VMM_RECORD_NET,          VMM_RECORD_DISK,      VMM_RECORD_SYSTEM,
                                           VMM_RECORD_CGROUP_MEMORY};
    struct vmm_record_info described;

    for (uint32_t record = 1; vmm_record_at(record, &described, sizeof described) == VMM_OK; record++) {
        struct vmm_file_info file;
        uint32_t index = 0;

        while (vmm_file_at(record, index, &file, sizeof file) == VMM_OK) {
            assert_int_equal(file.size, sizeof file);
            assert_int_equal(file.id, record * 1000 + index + 1);
            assert_non_null(memchr(file.name, '\0', sizeof file.name));
            assert_int_equal(strspn(file.name, "abcdefghijklmnopqrstuvwxyz_./126BGM"), strlen(file.name));
            assert_true(strlen(file.name) >= 2);
            assert_int_equal(find_string(record, file.name), file.id);
            index++;
        }
        assert_int_equal(vmm_file_at(record, index, &file, sizeof file), VMM_END);
    }
    for (size_t i = 0; i < COUNT_OF(directories); i++)
        assert_int_not_equal(count_of(directories[i]), 0);
    assert_int_equal(count_of(VMM_RECORD_MEMINFO), 0);
}

TEST(names_and_ids_are_those_of_the_headers)
{
    for (size_t i = 0; i < COUNT_OF(some); i++) {
        struct vmm_file_info file;

        assert_int_equal(find_string(some[i].record, some[i].name), some[i].id);
        assert_int_equal(vmm_file_at(some[i].record, some[i].id % 1000 - 1, &file, sizeof file), VMM_OK);
        assert_string_equal(file.name, some[i].name);
        assert_int_equal(file.id, some[i].id);
    }
}

/* With another byte, a byte less or more: up against an unmapped page, as a name need not end in a NUL. */
TEST(a_name_is_found_whole_or_not_at_all)
{
    struct arena arena = arena_new(80);
    struct vmm_file_info file, next;
    char names[160];

    for (uint32_t index = 0; vmm_file_at(VMM_RECORD_CGROUP, index, &file, sizeof file) == VMM_OK; index++) {
        size_t length = strlen(file.name);

        assert_int_equal(vmm_file_find(VMM_RECORD_CGROUP, arena_at_end(&arena, file.name, length), length), file.id);
        /* One name may be another one's beginning, such as cpu.stat.local's. */
        assert_int_not_equal(vmm_file_find(VMM_RECORD_CGROUP, arena_at_end(&arena, file.name, length - 1), length - 1),
                             file.id);
        assert_int_equal(vmm_file_find(VMM_RECORD_CGROUP, file.name, length + 1), 0);
        for (size_t i = 0; i < length; i++) {
            file.name[i] ^= 0x40;
            assert_int_equal(vmm_file_find(VMM_RECORD_CGROUP, file.name, length), 0);
            file.name[i] ^= 0x40;
        }
    }
    assert_int_equal(vmm_file_find(VMM_RECORD_CGROUP, arena_at_end(&arena, "", 0), 0), 0);
    /* The library keeps its names one after another; a NUL ends each. */
    for (uint32_t i = 0; vmm_file_at(VMM_RECORD_CGROUP, i, &file, sizeof file) == VMM_OK; i++)
        for (uint32_t k = 0; vmm_file_at(VMM_RECORD_CGROUP, k, &next, sizeof next) == VMM_OK; k++) {
            int length = snprintf(names, sizeof names, "%s%c%s", file.name, 0, next.name);

            assert_int_equal(vmm_file_find(VMM_RECORD_CGROUP, names, (size_t)length), 0);
        }
    arena_free(&arena);
}

/* After the last file, also where there is none; and where there is no such record. */
static void check_none(uint32_t record, uint32_t index, vmm_status status)
{
    struct vmm_file_info file;

    memset(&file, 0x5a, sizeof file);
    assert_int_equal(vmm_file_at(record, index, &file, sizeof file), status);
    assert_int_equal(file.size, sizeof file);
    assert_int_equal(file.id, VMM_UNKNOWN);
    assert_string_equal(file.name, "");
}

TEST(where_there_is_no_file)
{
    const uint32_t count = count_of(VMM_RECORD_CGROUP);
    const uint32_t beyond[] = {count, count + 1, 1000, INT32_MAX, UINT32_MAX};

    for (size_t i = 0; i < COUNT_OF(beyond); i++) {
        check_none(VMM_RECORD_CGROUP, beyond[i], VMM_END);
        check_none(VMM_RECORD_CGROUP_MEMORY, beyond[i], VMM_END);
        check_none(0, beyond[i], VMM_E_ARGUMENT);
        check_none(1000, beyond[i], VMM_E_ARGUMENT);
    }
    check_none(VMM_RECORD_MEMINFO, 0, VMM_END);
    check_none(VMM_RECORD_CGROUP_USAGE, 0, VMM_END);
    check_none(0, 0, VMM_E_ARGUMENT);
    check_none(UINT32_MAX, 0, VMM_E_ARGUMENT);
}

TEST(outputs_of_every_size)
{
    struct vmm_file_info file;
    uint64_t got[32], untouched[32];

    memset(untouched, 0x5a, sizeof untouched);
    assert_int_equal(vmm_file_at(VMM_RECORD_CGROUP, 60, &file, sizeof file), VMM_OK);
    for (size_t size = 0; size <= sizeof file * 2; size++) {
        static const size_t ends[] = {8, 72, 80};
        size_t whole = 8;

        memset(got, 0x5a, sizeof got);
        assert_int_equal(vmm_file_at(VMM_RECORD_CGROUP, 60, (struct vmm_file_info *)(void *)got, size),
                         size < 8 ? VMM_E_ARGUMENT : VMM_OK);
        assert_memory_equal((char *)got + size, untouched, sizeof got - size);
        if (size < 8) {
            assert_memory_equal(got, untouched, sizeof got);
            continue;
        }
        assert_int_equal(got[0], size < sizeof file ? size : sizeof file);
        for (size_t i = 0; i < COUNT_OF(ends); i++)
            if (ends[i] <= size)
                whole = ends[i];
        assert_memory_equal(got + 1, (char *)&file + 8, whole - 8);
        for (size_t i = whole; i < size; i++)
            assert_int_equal(((unsigned char *)got)[i], 0xff);
    }
    assert_int_equal(vmm_file_at(VMM_RECORD_CGROUP, 0, NULL, sizeof file), VMM_E_ARGUMENT);
}

/* Every name of the record at once, from memory that ends where the name does. */
TEST(names_are_matched_whole)
{
    struct vmm_file_info file;

    for (uint32_t index = 0; vmm_file_at(VMM_RECORD_CGROUP, index, &file, sizeof file) == VMM_OK; index++) {
        size_t length = strlen(file.name);
        struct arena arena = arena_new(length);
        const char *name = arena_at_end(&arena, file.name, length);
        char longer[80];

        assert_int_equal(vmm_file_find(VMM_RECORD_CGROUP, name, length), file.id);
        for (size_t part = 0; part < length; part++) {
            uint32_t id = vmm_file_find(VMM_RECORD_CGROUP, name, part);
            struct vmm_file_info other;

            /* The beginning of one name may be another's whole: cpu.stat of cpu.stat.local. */
            if (id == 0)
                continue;
            assert_int_equal(vmm_file_at(VMM_RECORD_CGROUP, id % 1000 - 1, &other, sizeof other), VMM_OK);
            assert_int_equal(strlen(other.name), part);
            assert_memory_equal(other.name, name, part);
        }
        memcpy(longer, file.name, sizeof file.name);
        longer[length] = 'x';
        longer[length + 1] = '\0';
        assert_int_equal(vmm_file_find(VMM_RECORD_CGROUP, longer, length), file.id);
        assert_int_equal(vmm_file_find(VMM_RECORD_CGROUP, longer, length + 1), 0);
        /* The NUL after a name is no part of it. */
        longer[length] = '\0';
        assert_int_equal(vmm_file_find(VMM_RECORD_CGROUP, longer, length + 1), 0);
        assert_int_equal(vmm_file_find(VMM_RECORD_CGROUP, longer, length + 2), 0);
        longer[length / 2] = '\0';
        assert_int_equal(vmm_file_find(VMM_RECORD_CGROUP, longer, length), 0);
        arena_free(&arena);
    }
}

TEST(names_that_no_file_has)
{
    static const char *const none[] = {"",           ".",           "cpu",       "cpu.",      "CPU.STAT",
                                       "cpu_stat",   "cpu.stat ",   " cpu.stat", "/cpu.stat", "./cpu.stat",
                                       "cpu.stat\n", "memory.stat", "io.stat",   "size",      "cgroup.procs"};

    for (size_t i = 0; i < COUNT_OF(none); i++)
        assert_int_equal(find_string(VMM_RECORD_CGROUP, none[i]), 0);
    assert_int_equal(vmm_file_find(VMM_RECORD_CGROUP, NULL, 0), 0);
    assert_int_equal(vmm_file_find(VMM_RECORD_CGROUP, NULL, 8), 0);
    assert_int_equal(vmm_file_find(VMM_RECORD_CGROUP, "\0", 1), 0);
    /* Files of other records, and of no record. */
    assert_int_equal(find_string(VMM_RECORD_CGROUP_IO, "cpu.stat"), 0);
    assert_int_equal(find_string(VMM_RECORD_MEMINFO, "cpu.stat"), 0);
    assert_int_equal(find_string(VMM_RECORD_MEMINFO, ""), 0);
    assert_int_equal(find_string(0, "cpu.stat"), 0);
    assert_int_equal(find_string(1000, "cpu.stat"), 0);
    assert_int_equal(find_string(UINT32_MAX, "cpu.stat"), 0);
}
