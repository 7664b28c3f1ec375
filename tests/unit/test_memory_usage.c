/* free's numbers from /proc/meminfo's. */
#include "support.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* What the arithmetic reads. */
struct input {
    uint64_t total, free, available, buffers, cached, s_reclaimable, shmem, swap_total, swap_free, balloon;
};

static const struct input nothing = {VMM_UNKNOWN, VMM_UNKNOWN, VMM_UNKNOWN, VMM_UNKNOWN, VMM_UNKNOWN,
                                     VMM_UNKNOWN, VMM_UNKNOWN, VMM_UNKNOWN, VMM_UNKNOWN, VMM_UNKNOWN};

static struct vmm_meminfo record_of(const struct input *input)
{
    struct vmm_meminfo memory;

    assert_int_equal(vmm_record_init(VMM_RECORD_MEMINFO, &memory, sizeof memory), VMM_OK);
    memory.mem_total_bytes = input->total;
    memory.mem_free_bytes = input->free;
    memory.mem_available_bytes = input->available;
    memory.buffers_bytes = input->buffers;
    memory.cached_bytes = input->cached;
    memory.s_reclaimable_bytes = input->s_reclaimable;
    memory.shmem_bytes = input->shmem;
    memory.swap_total_bytes = input->swap_total;
    memory.swap_free_bytes = input->swap_free;
    memory.balloon_bytes = input->balloon;
    return memory;
}

static struct vmm_memory_usage usage_of(const struct input *input)
{
    struct vmm_meminfo memory = record_of(input);
    struct vmm_memory_usage usage;

    memset(&usage, 0x5a, sizeof usage);
    assert_int_equal(vmm_memory_usage_of(&memory, &usage, sizeof usage), VMM_OK);
    assert_int_equal(usage.size, sizeof usage);
    return usage;
}

static struct vmm_memory_usage usage_of_sample(const char *name)
{
    struct sample sample = sample_load(name);
    struct vmm_text text = vmm_text_of(sample.bytes, sample.length);
    struct vmm_meminfo memory;
    struct vmm_memory_usage usage;

    assert_int_equal(vmm_meminfo_parse(&text, &memory, sizeof memory), VMM_OK);
    assert_int_equal(vmm_memory_usage_of(&memory, &usage, sizeof usage), VMM_OK);
    sample_free(&sample);
    return usage;
}

static const struct input usual = {1000000, 200000, 600000, 50000, 300000, 40000, 10000, 500000, 450000, 0};

/* A11, B2.7: both definitions of used, each under its own name. */
static void test_numbers_of_a_usual_machine(void **state)
{
    struct vmm_memory_usage usage = usage_of(&usual);

    (void)state;
    assert_int_equal(usage.total_bytes, 1000000);
    assert_int_equal(usage.free_bytes, 200000);
    assert_int_equal(usage.shared_bytes, 10000);
    assert_int_equal(usage.buffers_bytes, 50000);
    assert_int_equal(usage.cache_bytes, 340000);
    assert_int_equal(usage.buff_cache_bytes, 390000);
    assert_int_equal(usage.available_bytes, 600000);
    assert_int_equal(usage.used_procps4_bytes, 400000);
    assert_int_equal(usage.used_procps3_bytes, 410000);
    assert_int_equal(usage.balloon_bytes, 0);
    assert_int_equal(usage.used_procps4_without_balloon_bytes, 400000);
    assert_int_equal(usage.used_procps3_without_balloon_bytes, 410000);
    assert_int_equal(usage.swap_total_bytes, 500000);
    assert_int_equal(usage.swap_free_bytes, 450000);
    assert_int_equal(usage.swap_used_bytes, 50000);
    check_near(usage.used_procps4_ratio, 0.4);
    check_near(usage.used_procps3_ratio, 0.41);
    check_near(usage.swap_used_ratio, 0.1);
}

/* A13, B2.4: where MemAvailable is absent, 0 or more than there is, procps takes MemFree. */
static void test_available_that_is_absent_0_or_too_large_is_what_is_free(void **state)
{
    static const uint64_t odd[] = {VMM_UNKNOWN, 0, 1000001, UINT64_MAX - 2};
    struct input input = usual;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(odd); i++) {
        struct vmm_memory_usage usage;

        input.available = odd[i];
        usage = usage_of(&input);
        assert_int_equal(usage.available_bytes, 200000);
        assert_int_equal(usage.used_procps4_bytes, 800000);
        assert_int_equal(usage.used_procps3_bytes, 410000);
        check_near(usage.used_procps4_ratio, 0.8);
    }
    input.available = 1000000;
    assert_int_equal(usage_of(&input).available_bytes, 1000000);
    assert_int_equal(usage_of(&input).used_procps4_bytes, 0);
    input.available = 1;
    assert_int_equal(usage_of(&input).available_bytes, 1);
}

static void test_sample_of_linux_3_10(void **state)
{
    struct vmm_memory_usage usage = usage_of_sample("proc-meminfo/linux-3.10-x86_64-no-memavailable");

    (void)state;
    assert_int_equal(usage.available_bytes, usage.free_bytes);
    assert_int_equal(usage.used_procps4_bytes, usage.total_bytes - usage.free_bytes);
    check_unknown_number(usage.balloon_bytes);
    check_unknown_number(usage.used_procps4_without_balloon_bytes);
    check_unknown_number(usage.used_procps3_without_balloon_bytes);
}

static void test_sample_of_lxcfs_with_more_available_than_total(void **state)
{
    struct vmm_memory_usage usage = usage_of_sample("proc-meminfo/lxcfs-available-above-total");

    (void)state;
    assert_int_equal(usage.available_bytes, UINT64_C(524288) * 1024);
    assert_int_equal(usage.used_procps4_bytes, UINT64_C(524288) * 1024);
}

/* B2.5: no division by zero, no number below zero. */
static void test_sample_of_lxcfs_with_total_0(void **state)
{
    struct vmm_memory_usage usage = usage_of_sample("proc-meminfo/lxcfs-total-0-free-negative");

    (void)state;
    assert_int_equal(usage.total_bytes, 0);
    check_unknown_number(usage.free_bytes);
    check_unknown_number(usage.available_bytes);
    check_unknown_number(usage.used_procps4_bytes);
    check_unknown_number(usage.used_procps3_bytes);
    check_nan(usage.used_procps4_ratio);
    check_nan(usage.used_procps3_ratio);
    assert_int_equal(usage.swap_used_bytes, 0);
    check_nan(usage.swap_used_ratio);
    assert_int_equal(usage.cache_bytes, (120344 + 2048) * 1024);
}

/* B2.2: swap that is free but not there. free prints 0; here it is unknown. */
static void test_more_swap_free_than_there_is(void **state)
{
    struct vmm_memory_usage usage = usage_of_sample("proc-meminfo/wsl1-wide-swap-free");
    struct input input = usual;

    (void)state;
    assert_int_equal(usage.swap_total_bytes, UINT64_C(50331648) * 1024);
    assert_int_equal(usage.swap_free_bytes, UINT64_C(18014396678257232) * 1024);
    check_unknown_number(usage.swap_used_bytes);
    check_nan(usage.swap_used_ratio);
    input.swap_free = input.swap_total;
    assert_int_equal(usage_of(&input).swap_used_bytes, 0);
    check_near(usage_of(&input).swap_used_ratio, 0);
    input.swap_free++;
    check_unknown_number(usage_of(&input).swap_used_bytes);
}

static void test_no_swap_has_no_ratio(void **state)
{
    struct input input = usual;

    (void)state;
    input.swap_total = input.swap_free = 0;
    assert_int_equal(usage_of(&input).swap_used_bytes, 0);
    check_nan(usage_of(&input).swap_used_ratio);
}

/* procps 3: what would lie below zero is total - free. */
static void test_used_by_procps_3_below_zero(void **state)
{
    struct input input = usual;

    (void)state;
    input.cached = 709999;
    assert_int_equal(usage_of(&input).used_procps3_bytes, 1);
    input.cached = 710000;
    assert_int_equal(usage_of(&input).used_procps3_bytes, 0);
    input.cached = 710001;
    assert_int_equal(usage_of(&input).used_procps3_bytes, 800000);
    check_near(usage_of(&input).used_procps3_ratio, 0.8);
}

/* B2.5: more free than there is. */
static void test_more_free_than_total(void **state)
{
    struct input input = usual;
    struct vmm_memory_usage usage;

    (void)state;
    input.free = 1000001;
    usage = usage_of(&input);
    check_unknown_number(usage.used_procps3_bytes);
    check_nan(usage.used_procps3_ratio);
    assert_int_equal(usage.used_procps4_bytes, 400000);
    input.available = 0;
    usage = usage_of(&input);
    check_unknown_number(usage.used_procps4_bytes);
    check_nan(usage.used_procps4_ratio);
}

/* SReclaimable adds where the kernel prints it, which SUnreclaim shows. */
static void test_cache_without_reclaimable_slab(void **state)
{
    struct input input = usual;

    (void)state;
    input.s_reclaimable = VMM_UNKNOWN;
    assert_int_equal(usage_of(&input).cache_bytes, 300000);
    assert_int_equal(usage_of(&input).buff_cache_bytes, 350000);
    assert_int_equal(usage_of(&input).used_procps3_bytes, 450000);
}

/* A number that is impossible is neither 0 nor absent. */
static void test_reclaimable_slab_that_is_no_size(void **state)
{
    static const struct {
        const char *lines;
        uint64_t cache;
    } cases[] = {
        {"Cached: 300 kB\nSReclaimable: 40 kB\nSUnreclaim: 9 kB\n", UINT64_C(340) * 1024},
        {"Cached: 300 kB\nSReclaimable: 40 kB\nSUnreclaim: -9 kB\n", UINT64_C(340) * 1024},
        {"Cached: 300 kB\nSReclaimable: 40 kB\n", UINT64_C(340) * 1024},
        {"Cached: 300 kB\nSReclaimable: -40 kB\nSUnreclaim: 9 kB\n", VMM_UNKNOWN},
        {"Cached: 300 kB\nSReclaimable: 18446744073709551576 kB\nSUnreclaim: 0 kB\n", VMM_UNKNOWN},
        {"Cached: 300 kB\n", UINT64_C(300) * 1024},
        {"Cached: -300 kB\nSReclaimable: 40 kB\nSUnreclaim: 9 kB\n", VMM_UNKNOWN},
        {"SReclaimable: 40 kB\nSUnreclaim: 9 kB\n", VMM_UNKNOWN},
        {"Cached: -300 kB\n", VMM_UNKNOWN},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        char lines[200];
        struct vmm_text text;
        struct vmm_meminfo memory;
        struct vmm_memory_usage usage;
        int length =
            snprintf(lines, sizeof lines, "MemTotal: 1000 kB\nMemFree: 200 kB\nBuffers: 50 kB\n%s", cases[i].lines);

        text = vmm_text_of(lines, (size_t)length);
        assert_int_equal(vmm_meminfo_parse(&text, &memory, sizeof memory), VMM_OK);
        assert_int_equal(vmm_memory_usage_of(&memory, &usage, sizeof usage), VMM_OK);
        assert_int_equal(usage.cache_bytes, cases[i].cache);
        assert_int_equal(usage.buff_cache_bytes, cases[i].cache == VMM_UNKNOWN ? VMM_UNKNOWN : cases[i].cache + 51200);
        assert_int_equal(usage.used_procps3_bytes,
                         cases[i].cache == VMM_UNKNOWN ? VMM_UNKNOWN : 768000 - cases[i].cache);
    }
}

/* A15: of balloons that leave MemTotal as it is. */
static void test_a_balloon_is_taken_out_of_used(void **state)
{
    struct vmm_memory_usage usage = usage_of_sample("proc-meminfo/linux-6.18-x86_64-balloon");
    struct input input = usual;

    (void)state;
    assert_int_equal(usage.balloon_bytes, UINT64_C(1048576) * 1024);
    assert_int_equal(usage.used_procps4_bytes - usage.used_procps4_without_balloon_bytes, usage.balloon_bytes);
    assert_int_equal(usage.used_procps3_bytes - usage.used_procps3_without_balloon_bytes, usage.balloon_bytes);
    input.balloon = 400000;
    assert_int_equal(usage_of(&input).used_procps4_without_balloon_bytes, 0);
    assert_int_equal(usage_of(&input).used_procps3_without_balloon_bytes, 10000);
    /* Larger than used, it cannot be part of it. */
    input.balloon = 400001;
    check_unknown_number(usage_of(&input).used_procps4_without_balloon_bytes);
    assert_int_equal(usage_of(&input).used_procps3_without_balloon_bytes, 9999);
    input.balloon = 410001;
    check_unknown_number(usage_of(&input).used_procps3_without_balloon_bytes);
    assert_int_equal(usage_of(&input).balloon_bytes, 410001);
    assert_int_equal(usage_of(&input).used_procps4_bytes, 400000);
    assert_int_equal(usage_of(&input).used_procps3_bytes, 410000);
}

/* A missing input makes unknown what needs it, and nothing else. */
static void test_what_each_result_needs(void **state)
{
    struct input input;
    struct vmm_memory_usage usage;

    (void)state;
    input = usual;
    input.total = VMM_UNKNOWN;
    usage = usage_of(&input);
    check_unknown_number(usage.total_bytes);
    check_unknown_number(usage.available_bytes);
    check_unknown_number(usage.used_procps4_bytes);
    check_unknown_number(usage.used_procps3_bytes);
    check_nan(usage.used_procps4_ratio);
    assert_int_equal(usage.free_bytes, 200000);
    assert_int_equal(usage.buff_cache_bytes, 390000);
    assert_int_equal(usage.swap_used_bytes, 50000);

    input = usual;
    input.free = VMM_UNKNOWN;
    usage = usage_of(&input);
    check_unknown_number(usage.free_bytes);
    check_unknown_number(usage.used_procps3_bytes);
    assert_int_equal(usage.used_procps4_bytes, 400000);
    input.available = 0;
    usage = usage_of(&input);
    check_unknown_number(usage.available_bytes);
    check_unknown_number(usage.used_procps4_bytes);

    input = usual;
    input.buffers = VMM_UNKNOWN;
    usage = usage_of(&input);
    check_unknown_number(usage.buffers_bytes);
    check_unknown_number(usage.buff_cache_bytes);
    check_unknown_number(usage.used_procps3_bytes);
    assert_int_equal(usage.cache_bytes, 340000);
    assert_int_equal(usage.used_procps4_bytes, 400000);

    input = usual;
    input.cached = VMM_UNKNOWN;
    usage = usage_of(&input);
    check_unknown_number(usage.cache_bytes);
    check_unknown_number(usage.buff_cache_bytes);
    check_unknown_number(usage.used_procps3_bytes);
    assert_int_equal(usage.used_procps4_bytes, 400000);

    input = usual;
    input.swap_free = VMM_UNKNOWN;
    usage = usage_of(&input);
    check_unknown_number(usage.swap_used_bytes);
    assert_int_equal(usage.swap_total_bytes, 500000);
    input.swap_free = 5;
    input.swap_total = VMM_UNKNOWN;
    usage = usage_of(&input);
    check_unknown_number(usage.swap_used_bytes);
    check_nan(usage.swap_used_ratio);
    assert_int_equal(usage.swap_free_bytes, 5);
}

static void test_one_known_input_is_enough(void **state)
{
    static const size_t members[] = {
        offsetof(struct input, total),      offsetof(struct input, free),      offsetof(struct input, available),
        offsetof(struct input, buffers),    offsetof(struct input, cached),    offsetof(struct input, shmem),
        offsetof(struct input, swap_total), offsetof(struct input, swap_free), offsetof(struct input, balloon)};
    struct vmm_meminfo memory = record_of(&nothing);
    struct vmm_memory_usage usage;

    (void)state;
    memset(&usage, 0x5a, sizeof usage);
    assert_int_equal(vmm_memory_usage_of(&memory, &usage, sizeof usage), VMM_E_EMPTY);
    check_unknown(VMM_RECORD_MEMORY_USAGE, &usage);
    /* None of those is this. */
    memory.mapped_bytes = 5;
    memory.huge_pages_total = 6;
    assert_int_equal(vmm_memory_usage_of(&memory, &usage, sizeof usage), VMM_E_EMPTY);
    for (size_t i = 0; i < COUNT_OF(members); i++) {
        struct input input = nothing;

        memcpy((char *)&input + members[i], &usual.total, sizeof(uint64_t));
        usage = usage_of(&input);
        check_unknown_number(usage.used_procps4_bytes);
        check_unknown_number(usage.used_procps3_bytes);
        check_unknown_number(usage.swap_used_bytes);
    }
}

static void test_extreme_numbers(void **state)
{
    const uint64_t most = UINT64_MAX - 2;
    struct input input = {most, 0, most, most, most, most, most, most, 0, most};
    struct vmm_memory_usage usage = usage_of(&input);

    (void)state;
    /* Sums that do not fit are unknown, never small. */
    check_unknown_number(usage.cache_bytes);
    check_unknown_number(usage.buff_cache_bytes);
    check_unknown_number(usage.used_procps3_bytes);
    assert_int_equal(usage.used_procps4_bytes, 0);
    check_unknown_number(usage.used_procps4_without_balloon_bytes);
    assert_int_equal(usage.swap_used_bytes, most);
    check_near(usage.swap_used_ratio, 1);
    input.cached = 1;
    input.s_reclaimable = 2;
    input.buffers = most - 3;
    usage = usage_of(&input);
    assert_int_equal(usage.buff_cache_bytes, most);
    assert_int_equal(usage.used_procps3_bytes, 0);
    input.buffers++;
    check_unknown_number(usage_of(&input).buff_cache_bytes);
    /* "No limit" is no number of bytes. */
    input = usual;
    input.total = VMM_UNLIMITED;
    usage = usage_of(&input);
    check_unknown_number(usage.used_procps4_bytes);
    check_unknown_number(usage.available_bytes);
    check_unknown_number(usage.total_bytes);
}

static void test_shorter_records_as_input(void **state)
{
    struct vmm_meminfo whole = record_of(&usual);
    size_t last_read = 0;
    static const size_t read[] = {
        offsetof(struct vmm_meminfo, mem_total_bytes),     offsetof(struct vmm_meminfo, mem_free_bytes),
        offsetof(struct vmm_meminfo, mem_available_bytes), offsetof(struct vmm_meminfo, buffers_bytes),
        offsetof(struct vmm_meminfo, cached_bytes),        offsetof(struct vmm_meminfo, s_reclaimable_bytes),
        offsetof(struct vmm_meminfo, shmem_bytes),         offsetof(struct vmm_meminfo, swap_total_bytes),
        offsetof(struct vmm_meminfo, swap_free_bytes),     offsetof(struct vmm_meminfo, balloon_bytes)};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(read); i++)
        if (read[i] > last_read)
            last_read = read[i];
    for (uint64_t size = 0; size <= sizeof whole + 64; size++) {
        struct vmm_meminfo shorter = whole, cut = whole;
        struct vmm_memory_usage usage, wanted;
        vmm_status status, wanted_status;

        /* The same numbers, unknown from there on. */
        shorter.size = size;
        if (size < sizeof cut) {
            size_t members = size < 8 ? 8 : (size_t)size / 8 * 8;
            memset((char *)&cut + members, 0xff, sizeof cut - members);
        }
        status = vmm_memory_usage_of(&shorter, &usage, sizeof usage);
        wanted_status = vmm_memory_usage_of(&cut, &wanted, sizeof wanted);
        assert_int_equal(status, wanted_status);
        assert_int_equal(status, size < 16 ? VMM_E_EMPTY : VMM_OK);
        check_equal(VMM_RECORD_MEMORY_USAGE, &usage, &wanted);
        if (size >= last_read + 8)
            assert_int_equal(usage.used_procps3_bytes, 410000);
    }
}

static void test_outputs_of_every_size(void **state)
{
    struct vmm_meminfo whole = record_of(&usual), empty = record_of(&nothing);
    const struct vmm_meminfo *inputs[] = {&whole, &empty, NULL};
    static const vmm_status statuses[] = {VMM_OK, VMM_E_EMPTY, VMM_E_ARGUMENT};
    struct vmm_memory_usage wanted = usage_of(&usual);

    (void)state;
    for (size_t i = 0; i < COUNT_OF(inputs); i++) {
        for (size_t size = 0; size <= sizeof wanted * 2; size++) {
            struct record record;
            const unsigned char *bytes = (const unsigned char *)record.words;
            size_t valid = size < sizeof wanted ? size : sizeof wanted;
            size_t members = i == 0 ? valid / 8 * 8 : 8;

            memset(&record, 0x5a, sizeof record);
            assert_int_equal(vmm_memory_usage_of(inputs[i], (struct vmm_memory_usage *)(void *)&record, size),
                             size < 8 ? VMM_E_ARGUMENT : statuses[i]);
            check_bytes(bytes + (size < 8 ? 0 : size), sizeof record - (size < 8 ? 0 : size), 0x5a);
            if (size < 8)
                continue;
            assert_int_equal(record.words[0], valid);
            assert_memory_equal(bytes + 8, (const char *)&wanted + 8, members - 8);
            check_bytes(bytes + members, size - members, 0xff);
        }
    }
    assert_int_equal(vmm_memory_usage_of(&whole, NULL, sizeof wanted), VMM_E_ARGUMENT);
    assert_int_equal(vmm_memory_usage_of(NULL, NULL, 0), VMM_E_ARGUMENT);
}

static void test_the_input_is_not_written_to(void **state)
{
    struct vmm_meminfo memory = record_of(&usual), copy = memory;
    struct vmm_memory_usage usage;

    (void)state;
    assert_int_equal(vmm_memory_usage_of(&memory, &usage, sizeof usage), VMM_OK);
    assert_memory_equal(&memory, &copy, sizeof memory);
}

/*
 * procps's own words, in signed kB and with 0 for what is missing, where it and this library promise the same: both
 * versions of used, available, the cache, swap used.
 */
static void test_random_machines_against_procps(void **state)
{
    (void)state;
    chance_seed(50);
    for (unsigned time = 0, rounds = chance_rounds(100000); time < rounds; time++) {
        int64_t total = (int64_t)chance_below(1000), free = (int64_t)chance_below((size_t)total + 1);
        int64_t available = (int64_t)chance_below(1200), buffers = (int64_t)chance_below(300);
        int64_t cached = (int64_t)chance_below(900), slab = (int64_t)chance_below(300);
        int64_t swap_total = (int64_t)chance_below(100), swap_free = (int64_t)chance_below((size_t)swap_total + 1);
        bool has_available = chance_of(80), has_slab = chance_of(80);
        struct input input = {(uint64_t)total,
                              (uint64_t)free,
                              has_available ? (uint64_t)available : VMM_UNKNOWN,
                              (uint64_t)buffers,
                              (uint64_t)cached,
                              has_slab ? (uint64_t)slab : VMM_UNKNOWN,
                              7,
                              (uint64_t)swap_total,
                              (uint64_t)swap_free,
                              VMM_UNKNOWN};
        struct vmm_memory_usage usage = usage_of(&input);
        int64_t used3, used4;

        if (!has_available)
            available = 0;
        if (!has_slab)
            slab = 0;
        /* 3.3.x */
        used3 = total - free - (cached + slab) - buffers;
        if (used3 < 0)
            used3 = total - free;
        /* 4.0.2 */
        if (available == 0)
            available = free;
        if (available > total)
            available = free;
        used4 = total - available;
        if (used4 < 0)
            used4 = total - free;
        assert_int_equal(usage.used_procps3_bytes, used3);
        assert_int_equal(usage.used_procps4_bytes, used4);
        assert_int_equal(usage.available_bytes, available);
        assert_int_equal(usage.cache_bytes, cached + slab);
        assert_int_equal(usage.buff_cache_bytes, cached + slab + buffers);
        assert_int_equal(usage.swap_used_bytes, swap_total - swap_free);
        assert_int_equal(usage.shared_bytes, 7);
        if (total == 0) {
            check_nan(usage.used_procps4_ratio);
            check_nan(usage.used_procps3_ratio);
        } else {
            check_near(usage.used_procps4_ratio, (double)used4 / (double)total);
            check_near(usage.used_procps3_ratio, (double)used3 / (double)total);
        }
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers_of_a_usual_machine),
        cmocka_unit_test(test_available_that_is_absent_0_or_too_large_is_what_is_free),
        cmocka_unit_test(test_sample_of_linux_3_10),
        cmocka_unit_test(test_sample_of_lxcfs_with_more_available_than_total),
        cmocka_unit_test(test_sample_of_lxcfs_with_total_0),
        cmocka_unit_test(test_more_swap_free_than_there_is),
        cmocka_unit_test(test_no_swap_has_no_ratio),
        cmocka_unit_test(test_used_by_procps_3_below_zero),
        cmocka_unit_test(test_more_free_than_total),
        cmocka_unit_test(test_cache_without_reclaimable_slab),
        cmocka_unit_test(test_reclaimable_slab_that_is_no_size),
        cmocka_unit_test(test_a_balloon_is_taken_out_of_used),
        cmocka_unit_test(test_what_each_result_needs),
        cmocka_unit_test(test_one_known_input_is_enough),
        cmocka_unit_test(test_extreme_numbers),
        cmocka_unit_test(test_shorter_records_as_input),
        cmocka_unit_test(test_outputs_of_every_size),
        cmocka_unit_test(test_the_input_is_not_written_to),
        cmocka_unit_test(test_random_machines_against_procps),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
