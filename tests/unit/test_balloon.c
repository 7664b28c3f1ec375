/* SPDX-License-Identifier: MIT */
/* What three hypervisors say about a balloon and the size of a machine. */
#include "test.h"

#include <string.h>

static struct vmm_balloon parsed(const char *bytes, size_t length, vmm_status status)
{
    struct vmm_text text = vmm_text_of(bytes, length);
    struct vmm_balloon balloon;

    check_piece(balloon_group.formats, bytes, length);
    memset(&balloon, 0x5a, sizeof balloon);
    assert_int_equal(vmm_balloon_parse(&text, &balloon, sizeof balloon), status);
    assert_int_equal(balloon.size, sizeof balloon);
    return balloon;
}

static struct vmm_balloon the_sample(const char *name)
{
    struct sample sample = sample_load(name);
    struct vmm_balloon balloon = parsed(sample.bytes, sample.length, VMM_OK);

    sample_free(&sample);
    return balloon;
}

static struct vmm_balloon the_record(const char *string)
{
    return parsed(string, strlen(string), VMM_OK);
}

/* ---- samples ---- */

static void check_guest(const struct vmm_balloon *balloon)
{
    assert_int_equal(balloon->swap_in_bytes, 4096);
    assert_int_equal(balloon->swap_out_bytes, 1234944);
    assert_int_equal(balloon->major_faults, 369);
    assert_int_equal(balloon->minor_faults, 504067);
    assert_int_equal(balloon->free_memory_bytes, 1961717760);
    assert_int_equal(balloon->total_memory_bytes, 2074480640);
    assert_int_equal(balloon->available_memory_bytes, 1902641152);
    assert_int_equal(balloon->disk_caches_bytes, 34332672);
    assert_int_equal(balloon->hugetlb_allocations, 3);
    assert_int_equal(balloon->hugetlb_failures, 1);
}

static void check_reclaim(const struct vmm_balloon *balloon)
{
    assert_int_equal(balloon->oom_kill, 1);
    assert_int_equal(balloon->alloc_stall, 318);
    assert_int_equal(balloon->async_scan_bytes, 286834688);
    assert_int_equal(balloon->direct_scan_bytes, 153067520);
    assert_int_equal(balloon->async_reclaim_bytes, 83509248);
    assert_int_equal(balloon->direct_reclaim_bytes, 20037632);
}

/* Flat, pages of 4 KiB, MiB; FC 1.14 has six more. */
TEST(firecracker)
{
    struct vmm_balloon balloon = the_sample("firecracker-balloon/firecracker-1.14");

    assert_int_equal(balloon.target_bytes, 268435456);
    assert_int_equal(balloon.actual_bytes, 267386880);
    assert_int_equal(balloon.target_rounded_bytes, 256 << 20);
    assert_int_equal(balloon.actual_rounded_bytes, 255 << 20);
    check_guest(&balloon);
    check_reclaim(&balloon);
    check_unknown_number(balloon.logical_vm_size_bytes);
    check_unknown_number(balloon.last_update_seconds);
    balloon = the_sample("firecracker-balloon/firecracker-1.0");
    check_guest(&balloon);
    check_unknown_number(balloon.oom_kill);
    check_unknown_number(balloon.direct_reclaim_bytes);
}

/* An absent key is not reported. */
TEST(what_a_guest_does_not_tell_is_unknown)
{
    struct vmm_balloon balloon = the_sample("firecracker-balloon/firecracker-1.5-old-guest");

    assert_int_equal(balloon.free_memory_bytes, 1961717760);
    check_unknown_number(balloon.available_memory_bytes);
    balloon = the_sample("firecracker-balloon/firecracker-1.0-without-statistics");
    assert_int_equal(balloon.actual_rounded_bytes, 255 << 20);
    check_unknown_number(balloon.free_memory_bytes);
    balloon = the_sample("qemu-balloon/qemu-2.3-nothing-told");
    check_unknown(VMM_RECORD_BALLOON, &balloon);
    balloon = the_sample("qemu-balloon/qemu-9.2-unset-is-2-to-the-64");
    check_unknown_number(balloon.minor_faults);
    assert_int_equal(balloon.last_update_seconds, 1795695573);
}

/* What a real machine with 256 MiB answered: a balloon of 16 MiB, then of 48 MiB, then 64 MiB plugged. */
TEST(cloud_hypervisor)
{
    static const struct {
        const char *name;
        uint64_t left, target, requested;
    } moments[] = {
        {"cloud-hypervisor-info/cloud-hypervisor-54-up", 251658240, 16 << 20, VMM_UNKNOWN},
        {"cloud-hypervisor-info/cloud-hypervisor-54-inflated", 218103808, 48 << 20, VMM_UNKNOWN},
        {"cloud-hypervisor-info/cloud-hypervisor-54-hotplugged", 285212672, 48 << 20, 64 << 20},
    };

    for (size_t i = 0; i < COUNT_OF(moments); i++) {
        struct vmm_balloon balloon = the_sample(moments[i].name);

        assert_int_equal(balloon.logical_vm_size_bytes, moments[i].left);
        assert_int_equal(balloon.target_bytes, moments[i].target);
        assert_int_equal(balloon.memory_size_bytes, 256 << 20);
        assert_int_equal(balloon.hotplug_size_bytes, 128 << 20);
        assert_int_equal(balloon.hotplug_requested_bytes, moments[i].requested);
        assert_int_equal(balloon.vcpus, 2);
        assert_int_equal(balloon.max_vcpus, 4);
        check_unknown_number(balloon.hotplug_plugged_bytes);
        check_unknown_number(balloon.total_memory_bytes);
    }
}

/* The balloon's size follows from the memory, unless memory may have been plugged in, or stands in zones. */
TEST(size_of_cloud_hypervisors_balloon)
{
    static const struct {
        const char *memory;
        uint64_t actual;
    } machines[] = {
        {"\"size\":256", 48},
        {"\"size\":256,\"hotplug_size\":null,\"zones\":null", 48},
        {"\"size\":256,\"hotplug_size\":0", 48},
        {"\"size\":208", 0},
        {"\"size\":256,\"hotplug_size\":128", VMM_UNKNOWN},
        {"\"size\":0,\"zones\":[{\"size\":256}]", VMM_UNKNOWN},
        {"\"size\":-1", VMM_UNKNOWN},
        {"\"mergeable\":false", VMM_UNKNOWN},
    };

    for (size_t i = 0; i < COUNT_OF(machines); i++) {
        struct builder builder = {NULL, 0, 0};

        builder_print(&builder, "{\"config\":{\"memory\":{%s}},\"memory_actual_size\":208}", machines[i].memory);
        assert_int_equal(the_record(builder.bytes).actual_bytes, machines[i].actual);
        builder_free(&builder);
    }
    assert_int_equal(the_sample("cloud-hypervisor-info/written-without-hotplug").actual_bytes, 48 << 20);
}

/* Without a place for the size of the balloon, the rest is read all the same. */
TEST(size_of_cloud_hypervisors_balloon_in_a_shorter_record)
{
    static const char answer[] = "{\"config\":{\"memory\":{\"size\":256}},\"memory_actual_size\":208}";

    const size_t end = offsetof(struct vmm_balloon, actual_bytes) + sizeof(uint64_t);
    struct arena arena = arena_new(sizeof(struct vmm_balloon));

    for (size_t size = 16; size <= sizeof(struct vmm_balloon); size += 8) {
        static const struct vmm_balloon old;
        struct vmm_text text = vmm_text_of(answer, sizeof answer - 1);
        char *balloon = arena_at_end(&arena, (const char *)&old, size);

        assert_int_equal(vmm_balloon_parse(&text, (struct vmm_balloon *)(void *)balloon, size), VMM_OK);
        if (size >= end)
            assert_int_equal(((struct vmm_balloon *)(void *)balloon)->actual_bytes, 48);
    }
    arena_free(&arena);
}

/* A real machine with 2 virtual CPUs and 256 MiB; 64 of 128 MiB are plugged. */
TEST(size_of_firecrackers_machine)
{
    struct vmm_balloon balloon = the_sample("firecracker-balloon/firecracker-1.17-machine-config");

    assert_int_equal(balloon.vcpus, 2);
    assert_int_equal(balloon.memory_size_bytes, 256 << 20);
    check_unknown_number(balloon.max_vcpus);
    check_unknown_number(balloon.actual_bytes);
    balloon = the_sample("firecracker-balloon/firecracker-1.17-hotplug-memory");
    assert_int_equal(balloon.hotplug_size_bytes, 128 << 20);
    assert_int_equal(balloon.hotplug_requested_bytes, 64 << 20);
    assert_int_equal(balloon.hotplug_plugged_bytes, 64 << 20);
    assert_int_equal(balloon.hotplug_block_bytes, 2 << 20);
    assert_int_equal(balloon.hotplug_slot_bytes, 128 << 20);
    check_unknown_number(balloon.hinting_host_cmd);
    balloon = the_sample("firecracker-balloon/firecracker-1.17-hinting-before");
    assert_int_equal(balloon.hinting_host_cmd, 0);
    check_unknown_number(balloon.hinting_guest_cmd);
    balloon = the_sample("firecracker-balloon/firecracker-1.17-hinting-done");
    assert_int_equal(balloon.hinting_host_cmd, 1);
    assert_int_equal(balloon.hinting_guest_cmd, 0);
    balloon = the_sample("firecracker-balloon/firecracker-1.17-inflated");
    assert_int_equal(balloon.actual_bytes, 48 << 20);
    assert_int_equal(balloon.total_memory_bytes, 213618688);
}

TEST(qemu)
{
    struct vmm_balloon balloon = the_sample("qemu-balloon/qemu-9.2-with-id");
    struct vmm_balloon alone = the_sample("qemu-balloon/qemu-9.2-value-alone");
    struct vmm_balloon size = the_sample("qemu-balloon/qemu-query-balloon");

    check_guest(&balloon);
    check_reclaim(&balloon);
    assert_int_equal(balloon.last_update_seconds, 1795695573);
    check_unknown_number(balloon.actual_bytes);
    check_equal(VMM_RECORD_BALLOON, &alone, &balloon);
    /* The memory that the machine has left is no balloon's size. */
    assert_int_equal(size.logical_vm_size_bytes, 1073741824);
    check_unknown_number(size.actual_bytes);
}

TEST(errors_of_hypervisors_are_empty)
{
    struct sample fault = sample_load("firecracker-balloon/firecracker-fault");
    struct sample error = sample_load("qemu-balloon/qemu-error");
    struct vmm_balloon balloon = parsed(fault.bytes, fault.length, VMM_E_EMPTY);

    check_unknown(VMM_RECORD_BALLOON, &balloon);
    balloon = parsed(error.bytes, error.length, VMM_E_EMPTY);
    check_unknown(VMM_RECORD_BALLOON, &balloon);
    balloon = parsed(TEXT("{\"return\": {}}\r\n"), VMM_E_EMPTY);
    check_unknown(VMM_RECORD_BALLOON, &balloon);
    /* In QMP's envelope the keys of the others have no meaning. */
    balloon = parsed(TEXT("{\"return\": {\"memory_actual_size\": 1, \"swap_in\": 1}}\r\n"), VMM_E_EMPTY);
    check_unknown(VMM_RECORD_BALLOON, &balloon);
    sample_free(&fault);
    sample_free(&error);
}

/* ---- numbers, which the guest may choose ---- */

TEST(numbers)
{
    static const struct {
        const char *number;
        uint64_t value;
    } numbers[] = {
        {"0", 0},
        {"7", 7},
        {"123456789012345", 123456789012345},
        {"1234567890123456", 1234567890123456},
        {"9223372036854775807", INT64_MAX},
        {"9223372036854775808", VMM_UNKNOWN},
        {"18446744073709551613", VMM_UNKNOWN},
        {"18446744073709551614", VMM_UNKNOWN},
        {"18446744073709551615", VMM_UNKNOWN},
        {"18446744073709551616", VMM_UNKNOWN},
        {"99999999999999999999999999999999", VMM_UNKNOWN},
        {"-1", VMM_UNKNOWN},
        {"-0", VMM_UNKNOWN},
        {"1.0", VMM_UNKNOWN},
        {"0.5", VMM_UNKNOWN},
        {"1e3", VMM_UNKNOWN},
        {"1E+3", VMM_UNKNOWN},
        {"1.25e-12", VMM_UNKNOWN},
        {"null", VMM_UNKNOWN},
    };

    for (size_t i = 0; i < COUNT_OF(numbers); i++) {
        struct builder builder = {NULL, 0, 0};
        struct vmm_balloon balloon;

        builder_print(&builder, "{\"free_memory\":%s,\"swap_in\":1}", numbers[i].number);
        balloon = the_record(builder.bytes);
        assert_int_equal(balloon.free_memory_bytes, numbers[i].value);
        assert_int_equal(balloon.swap_in_bytes, 1);
        builder_free(&builder);
    }
}

TEST(values_that_are_no_numbers)
{
    static const char *const values[] = {"\"1\"", "true", "false", "{}", "[]",  "[1]", "01",  "00",  "+1", ".5", "1.",
                                         "1.e3",  "1e",   "1e+",   "-",  "--1", "0x1", "nul", "NaN", "1a", "'1'"};

    for (size_t i = 0; i < COUNT_OF(values); i++) {
        struct builder builder = {NULL, 0, 0};
        struct vmm_balloon balloon;

        builder_print(&builder, "{\"swap_in\":1,\"free_memory\":%s}\n", values[i]);
        balloon = parsed(builder.bytes, builder.length, VMM_E_SYNTAX);
        check_unknown(VMM_RECORD_BALLOON, &balloon);
        builder_free(&builder);
    }
}

TEST(units)
{
    struct vmm_balloon balloon = the_record("{\"actual_pages\":2251799813685247,\"actual_mib\":8796093022207}");

    assert_int_equal(balloon.actual_bytes, UINT64_C(2251799813685247) << 12);
    assert_int_equal(balloon.actual_rounded_bytes, UINT64_C(8796093022207) << 20);
    balloon = the_record("{\"actual_pages\":2251799813685248,\"actual_mib\":8796093022208}");
    check_unknown_number(balloon.actual_bytes);
    check_unknown_number(balloon.actual_rounded_bytes);
}

/* ---- keys ---- */

TEST(an_object_that_is_none)
{
    assert_int_equal(the_record("{\"stats\":null,\"actual_pages\":1}").actual_bytes, 4096);
    parsed(TEXT("{\"stats\":1,\"actual_pages\":1}"), VMM_E_SYNTAX);
    parsed(TEXT("{\"stats\":[],\"actual_pages\":1}"), VMM_E_SYNTAX);
    parsed(TEXT("{\"return\":\"OK\"}"), VMM_E_SYNTAX);
}

/* ---- JSON ---- */

/* 64 may be open; what comes in hostile numbers is neither recursion nor slow. */
TEST(depth)
{
    for (size_t depth = 60; depth < 70; depth++)
        for (int shape = 0; shape < 3; shape++) {
            struct builder builder = {NULL, 0, 0};

            builder_print(&builder, shape == 2 ? "{\"return\":{\"x\":" : "{\"actual\":1,\"x\":");
            for (size_t i = shape == 2 ? 2 : 1; i < depth; i++)
                builder_print(&builder, shape == 0 && i % 2 != 0 ? "{\"x\":" : "[");
            if (builder.bytes[builder.length - 1] == ':')
                builder_print(&builder, "0");
            for (size_t i = depth; i-- > (shape == 2 ? 2U : 1U);)
                builder_print(&builder, shape == 0 && i % 2 != 0 ? "}" : "]");
            builder_print(&builder, shape == 2 ? ",\"actual\":1}}" : "}");
            parsed(builder.bytes, builder.length, depth <= 64 ? VMM_OK : VMM_E_SYNTAX);
            builder_free(&builder);
        }
}

TEST(a_million_brackets)
{
    struct builder builder = {NULL, 0, 0};

    builder_print(&builder, "{\"x\":");
    for (int i = 0; i < 1000000; i++)
        builder_add(&builder, "[", 1);
    parsed(builder.bytes, builder.length, VMM_E_SYNTAX);
    builder_free(&builder);
}

TEST(several_answers_in_a_text)
{
    struct vmm_text text = vmm_text_of(TEXT("{\"return\": {\"actual\": 1}}\r\n\r\n {\"return\":{\"actual\":2}} \n"));
    struct vmm_balloon balloon;

    assert_int_equal(vmm_balloon_parse(&text, &balloon, sizeof balloon), VMM_OK);
    assert_int_equal(balloon.logical_vm_size_bytes, 1);
    assert_int_equal(vmm_balloon_parse(&text, &balloon, sizeof balloon), VMM_OK);
    assert_int_equal(balloon.logical_vm_size_bytes, 2);
    assert_ptr_equal(text.pos, text.end);
    assert_int_equal(vmm_balloon_parse(&text, &balloon, sizeof balloon), VMM_E_EMPTY);
}
