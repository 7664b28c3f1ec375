/* SPDX-License-Identifier: MIT */
/* free's numbers from /proc/meminfo's. */
#include "support_usage.h"

#include <stdio.h>

/* What the arithmetic reads. */
struct input {
    uint64_t total, free, available, buffers, cached, s_reclaimable, shmem, swap_total, swap_free, balloon;
};

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

    assert_int_equal(call_usage(&usage_memory_usage, NULL, &memory, 0, 0, &usage), VMM_OK);
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

/* procps 3 and procps 4 define used differently, so each definition has its own member. */
TEST(numbers_of_a_usual_machine)
{
    struct vmm_memory_usage usage = usage_of(&usual);

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

/* Where MemAvailable is absent, 0 or more than there is, procps takes MemFree. */
TEST(available_that_is_absent_0_or_too_large_is_what_is_free)
{
    static const uint64_t odd[] = {VMM_UNKNOWN, 0, 1000001, UINT64_MAX - 2};
    struct input input = usual;

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

TEST(sample_of_linux_3_10)
{
    struct vmm_memory_usage usage = usage_of_sample("proc-meminfo/linux-3.10-x86_64-no-memavailable");

    assert_int_equal(usage.available_bytes, usage.free_bytes);
    assert_int_equal(usage.used_procps4_bytes, usage.total_bytes - usage.free_bytes);
    check_unknown_number(usage.balloon_bytes);
    check_unknown_number(usage.used_procps4_without_balloon_bytes);
    check_unknown_number(usage.used_procps3_without_balloon_bytes);
}

TEST(sample_of_lxcfs_with_more_available_than_total)
{
    struct vmm_memory_usage usage = usage_of_sample("proc-meminfo/lxcfs-available-above-total");

    assert_int_equal(usage.available_bytes, UINT64_C(524288) * 1024);
    assert_int_equal(usage.used_procps4_bytes, UINT64_C(524288) * 1024);
}

/* Nothing is divided by a total of zero, and no result lies below zero. */
TEST(sample_of_lxcfs_with_total_0)
{
    struct vmm_memory_usage usage = usage_of_sample("proc-meminfo/lxcfs-total-0-free-negative");

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

/* More swap is free than there is. free(1) prints 0 as used; here it is unknown. */
TEST(more_swap_free_than_there_is)
{
    struct vmm_memory_usage usage = usage_of_sample("proc-meminfo/wsl1-wide-swap-free");
    struct input input = usual;

    assert_int_equal(usage.swap_total_bytes, UINT64_C(50331648) * 1024);
    check_unknown_number(usage.swap_free_bytes);
    check_unknown_number(usage.swap_used_bytes);
    check_nan(usage.swap_used_ratio);
    input.swap_free = input.swap_total;
    assert_int_equal(usage_of(&input).swap_used_bytes, 0);
    check_near(usage_of(&input).swap_used_ratio, 0);
    input.swap_free++;
    check_unknown_number(usage_of(&input).swap_used_bytes);
}

TEST(no_swap_has_no_ratio)
{
    struct input input = usual;

    input.swap_total = input.swap_free = 0;
    assert_int_equal(usage_of(&input).swap_used_bytes, 0);
    check_nan(usage_of(&input).swap_used_ratio);
}

/* procps 3: what would lie below zero is total - free. */
TEST(used_by_procps_3_below_zero)
{
    struct input input = usual;

    input.cached = 709999;
    assert_int_equal(usage_of(&input).used_procps3_bytes, 1);
    input.cached = 710000;
    assert_int_equal(usage_of(&input).used_procps3_bytes, 0);
    input.cached = 710001;
    assert_int_equal(usage_of(&input).used_procps3_bytes, 800000);
    check_near(usage_of(&input).used_procps3_ratio, 0.8);
}

/* A file can say that more memory is free than there is. */
TEST(more_free_than_total)
{
    struct input input = usual;
    struct vmm_memory_usage usage;

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
TEST(cache_without_reclaimable_slab)
{
    struct input input = usual;

    input.s_reclaimable = VMM_UNKNOWN;
    assert_int_equal(usage_of(&input).cache_bytes, 300000);
    assert_int_equal(usage_of(&input).buff_cache_bytes, 350000);
    assert_int_equal(usage_of(&input).used_procps3_bytes, 450000);
}

/* A number that is impossible is neither 0 nor absent. */
TEST(reclaimable_slab_that_is_no_size)
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

/* MemTotal does not shrink with these balloons, so their size is taken out of used. */
TEST(a_balloon_is_taken_out_of_used)
{
    struct vmm_memory_usage usage = usage_of_sample("proc-meminfo/linux-6.18-x86_64-balloon");
    struct input input = usual;

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

TEST(extreme_numbers)
{
    const uint64_t most = UINT64_MAX - 2;
    struct input input = {most, 0, most, most, most, most, most, most, 0, most};
    struct vmm_memory_usage usage = usage_of(&input);

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

/*
 * procps's own words, in signed kB and with 0 for what is missing, where it and this library promise the same: both
 * versions of used, available, the cache, swap used.
 */
TEST(random_machines_against_procps)
{
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
