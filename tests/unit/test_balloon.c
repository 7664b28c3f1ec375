/* Balloon statistics of three hypervisors. */
#include "../reference/balloon.h"
#include "support_json.h"

#include <string.h>

static vmm_status parse(struct vmm_text *text, void *out, size_t out_size)
{
    return vmm_balloon_parse(text, out, out_size);
}

static struct outcome expect(const char *bytes, size_t length, uint64_t *words)
{
    struct outcome outcome = {VMM_E_EMPTY, length, NOWHERE};
    size_t pos = 0;

    reference_unknown(words, sizeof(struct vmm_balloon));
    json_space(bytes, length, &pos);
    if (pos == length)
        return outcome;
    outcome = json_expect(balloon_keys, COUNT_OF(balloon_keys), bytes, pos, length, length, words,
                          sizeof(struct vmm_balloon));
    if (words[offsetof(struct vmm_balloon, last_update_seconds) / 8] == 0)
        words[offsetof(struct vmm_balloon, last_update_seconds) / 8] = VMM_UNKNOWN;
    return outcome;
}

static const struct old_format format = {parse, expect, VMM_RECORD_BALLOON, sizeof(struct vmm_balloon)};

static const char *const folders[] = {"firecracker-balloon", "cloud-hypervisor-balloon", "qemu-balloon"};

static struct vmm_balloon parsed(const char *bytes, size_t length, vmm_status status)
{
    struct vmm_text text = vmm_text_of(bytes, length);
    struct vmm_balloon balloon;

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

static void each_sample(void (*check)(const char *bytes, size_t length))
{
    for (size_t i = 0; i < COUNT_OF(folders); i++)
        for (const char *const *name = sample_names(folders[i]); *name != NULL; name++) {
            struct sample sample = sample_load(*name);

            check(sample.bytes, sample.length);
            sample_free(&sample);
        }
}

static void in_every_way(const char *bytes, size_t length)
{
    struct arena arena = arena_new(length);

    check_text(&format, &arena, bytes, length);
    arena_free(&arena);
    check_every_cut(&format, bytes, length);
    check_input_is_read_only(&format, bytes, length);
    check_json_unknown_members(&format, bytes, length);
    check_json_order_and_space(&format, bytes, length, 50);
    check_json_edits(&format, bytes, length, 3000);
}

static void test_every_sample_in_every_way(void **state)
{
    (void)state;
    each_sample(in_every_way);
}

/* An object that does not close was cut, wherever that is. */
static void cut_everywhere(const char *bytes, size_t length)
{
    while (bytes[length - 1] != '}')
        length--;
    for (size_t i = 1; i < length; i++) {
        struct vmm_text text = vmm_text_of(bytes, i);
        struct vmm_balloon balloon;

        assert_int_equal(vmm_balloon_parse(&text, &balloon, sizeof balloon), VMM_E_TRUNCATED);
        assert_ptr_equal(text.error, bytes + i);
        check_unknown(VMM_RECORD_BALLOON, &balloon);
    }
}

static void test_a_cut_object_is_truncated(void **state)
{
    (void)state;
    each_sample(cut_everywhere);
}

static void test_every_byte_replaced_by_every_other(void **state)
{
    struct sample sample = sample_load("qemu-balloon/qemu-2.3-nothing-told");

    (void)state;
    check_every_byte(&format, sample.bytes, sample.length);
    sample_free(&sample);
}

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

/* KERNEL-NOTES C: flat, pages of 4 KiB, MiB; FC 1.14 has six more. */
static void test_firecracker(void **state)
{
    struct vmm_balloon balloon = the_sample("firecracker-balloon/firecracker-1.14");

    (void)state;
    assert_int_equal(balloon.target_bytes, 268435456);
    assert_int_equal(balloon.actual_bytes, 267386880);
    assert_int_equal(balloon.target_mib_bytes, 256 << 20);
    assert_int_equal(balloon.actual_mib_bytes, 255 << 20);
    check_guest(&balloon);
    check_reclaim(&balloon);
    check_unknown_number(balloon.logical_vm_size_bytes);
    check_unknown_number(balloon.last_update_seconds);
    balloon = the_sample("firecracker-balloon/firecracker-1.0");
    check_guest(&balloon);
    check_unknown_number(balloon.oom_kill);
    check_unknown_number(balloon.direct_reclaim_bytes);
}

/* KERNEL-NOTES C: an absent key is not reported. */
static void test_what_a_guest_does_not_tell_is_unknown(void **state)
{
    struct vmm_balloon balloon = the_sample("firecracker-balloon/firecracker-1.5-old-guest");

    (void)state;
    assert_int_equal(balloon.free_memory_bytes, 1961717760);
    check_unknown_number(balloon.available_memory_bytes);
    balloon = the_sample("firecracker-balloon/firecracker-1.0-without-statistics");
    assert_int_equal(balloon.actual_mib_bytes, 255 << 20);
    check_unknown_number(balloon.free_memory_bytes);
    balloon = the_sample("qemu-balloon/qemu-2.3-nothing-told");
    check_unknown(VMM_RECORD_BALLOON, &balloon);
    balloon = the_sample("qemu-balloon/qemu-9.2-unset-is-2-to-the-64");
    check_unknown_number(balloon.minor_faults);
    assert_int_equal(balloon.last_update_seconds, 1795695573);
}

/* KERNEL-NOTES C: nested, in the plural; the same numbers read flat stay unknown. */
static void test_cloud_hypervisor(void **state)
{
    struct vmm_balloon balloon = the_sample("cloud-hypervisor-balloon/cloud-hypervisor-main");
    struct vmm_balloon indented = the_sample("cloud-hypervisor-balloon/cloud-hypervisor-main-indented");

    (void)state;
    assert_int_equal(balloon.actual_bytes, 268435456);
    check_unknown_number(balloon.target_bytes);
    check_guest(&balloon);
    check_reclaim(&balloon);
    assert_int_equal(indented.actual_bytes, 0);
    check_guest(&indented);
}

static void test_qemu(void **state)
{
    struct vmm_balloon balloon = the_sample("qemu-balloon/qemu-9.2-with-id");
    struct vmm_balloon alone = the_sample("qemu-balloon/qemu-9.2-value-alone");
    struct vmm_balloon size = the_sample("qemu-balloon/qemu-query-balloon");

    (void)state;
    check_guest(&balloon);
    check_reclaim(&balloon);
    assert_int_equal(balloon.last_update_seconds, 1795695573);
    check_unknown_number(balloon.actual_bytes);
    check_equal(VMM_RECORD_BALLOON, &alone, &balloon);
    /* The memory that the machine has left is no balloon's size. */
    assert_int_equal(size.logical_vm_size_bytes, 1073741824);
    check_unknown_number(size.actual_bytes);
}

static void test_errors_of_hypervisors_are_empty(void **state)
{
    struct sample fault = sample_load("firecracker-balloon/firecracker-fault");
    struct sample error = sample_load("qemu-balloon/qemu-error");
    struct vmm_balloon balloon = parsed(fault.bytes, fault.length, VMM_E_EMPTY);

    (void)state;
    check_unknown(VMM_RECORD_BALLOON, &balloon);
    balloon = parsed(error.bytes, error.length, VMM_E_EMPTY);
    check_unknown(VMM_RECORD_BALLOON, &balloon);
    balloon = parsed(TEXT("{\"return\": {}}\r\n"), VMM_E_EMPTY);
    check_unknown(VMM_RECORD_BALLOON, &balloon);
    sample_free(&fault);
    sample_free(&error);
}

/* ---- numbers, which the guest may choose ---- */

static void test_numbers(void **state)
{
    static const struct {
        const char *number;
        uint64_t value;
    } numbers[] = {
        {"0", 0},
        {"7", 7},
        {"123456789012345", 123456789012345},
        {"1234567890123456", 1234567890123456},
        {"18446744073709551613", UINT64_MAX - 2},
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

    (void)state;
    for (size_t i = 0; i < COUNT_OF(numbers); i++) {
        struct builder builder = {NULL, 0, 0};
        struct vmm_balloon balloon;

        builder_print(&builder, "{\"free_memory\":%s,\"swap_in\":1}", numbers[i].number);
        balloon = the_record(builder.bytes);
        assert_int_equal(balloon.free_memory_bytes, numbers[i].value);
        assert_int_equal(balloon.swap_in_bytes, 1);
        check_string(&format, builder.bytes);
        builder_free(&builder);
    }
}

static void test_values_that_are_no_numbers(void **state)
{
    static const char *const values[] = {"\"1\"", "true", "false", "{}", "[]",  "[1]", "01",  "00",  "+1", ".5", "1.",
                                         "1.e3",  "1e",   "1e+",   "-",  "--1", "0x1", "nul", "NaN", "1a", "'1'"};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(values); i++) {
        struct builder builder = {NULL, 0, 0};
        struct vmm_balloon balloon;

        builder_print(&builder, "{\"swap_in\":1,\"free_memory\":%s}\n", values[i]);
        balloon = parsed(builder.bytes, builder.length, VMM_E_SYNTAX);
        check_unknown(VMM_RECORD_BALLOON, &balloon);
        check_string(&format, builder.bytes);
        builder_free(&builder);
    }
}

static void test_units(void **state)
{
    struct vmm_balloon balloon = the_record("{\"actual_pages\":4503599627370495,\"actual_mib\":17592186044415}");

    (void)state;
    assert_int_equal(balloon.actual_bytes, UINT64_C(4503599627370495) << 12);
    assert_int_equal(balloon.actual_mib_bytes, UINT64_C(17592186044415) << 20);
    balloon = the_record("{\"actual_pages\":4503599627370496,\"actual_mib\":17592186044416}");
    check_unknown_number(balloon.actual_bytes);
    check_unknown_number(balloon.actual_mib_bytes);
}

/* ---- keys ---- */

static void test_keys_are_matched_whole_by_path_and_by_their_bytes(void **state)
{
    struct vmm_balloon balloon =
        the_record("{\"swap_in\":1,\"swap_in_\":2,\"swap_i\":3,\"Swap_in\":4,\"swap\\u005fin\":5,\"x\":{\"swap_in\":6},"
                   "\"stats\":{\"swap_in_bytes\":7,\"return\":{\"actual\":8}},\"return\":{\"swap_in\":9}}");

    (void)state;
    assert_int_equal(balloon.swap_in_bytes, 1);
    check_unknown_number(balloon.logical_vm_size_bytes);
}

static void test_of_two_equal_keys_the_later_counts(void **state)
{
    struct vmm_balloon balloon = the_record("{\"swap_in\":1,\"swap_out\":2,\"swap_in\":3,\"swap_out\":null}");

    (void)state;
    assert_int_equal(balloon.swap_in_bytes, 3);
    check_unknown_number(balloon.swap_out_bytes);
}

static void test_an_object_that_is_none(void **state)
{
    (void)state;
    assert_int_equal(the_record("{\"stats\":null,\"balloon_actual\":1}").actual_bytes, 1);
    parsed(TEXT("{\"stats\":1,\"balloon_actual\":1}"), VMM_E_SYNTAX);
    parsed(TEXT("{\"stats\":[],\"balloon_actual\":1}"), VMM_E_SYNTAX);
    parsed(TEXT("{\"return\":\"OK\"}"), VMM_E_SYNTAX);
}

/* ---- JSON ---- */

static void test_json_that_is_none(void **state)
{
    static const struct {
        const char *text;
        size_t error;
    } wrong[] = {
        {"x", 0},
        {"[]", 0},
        {"null", 0},
        {"\"actual\"", 0},
        {"}", 0},
        {"{,}", 1},
        {"{\"a\"}", 4},
        {"{\"a\":}", 5},
        {"{\"a\":1,}", 7},
        {"{\"a\":1 \"b\":2}", 7},
        {"{\"a\":1}}", 7},
        {"{\"a\":1} {\"a\":1}", 8},
        {"{\"a\":{}{\"actual\":1}}", 7},
        {"{\"stats\":{}{\"actual\":1}}", 11},
        {"{\"stats\":{}[]}", 11},
        {"{\"a\":[1,]}", 8},
        {"{\"a\":[1 2]}", 8},
        {"{\"a\":[1}", 7},
        {"{\"a\":{\"b\":1]", 11},
        {"{\"a\":\"\x01\"}", 6},
        {"{\"a\":\"\\x\"}", 7},
        {"{\"a\":\"\\u12g4\"}", 10},
        {"{a:1}", 1},
        {"{\"a\":tru}", 8},
        {"{\"a\":nulL}", 8},
        {"{\"a\":01}", 6},
        {"{\"a\":-}", 6},
        {"{\"a\":1.}", 7},
        {"{\"a\":1e}", 7},
        {"{\"a\":2}/**/", 7},
        {"\xef\xbb\xbf{\"actual\":1}", 0},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(wrong); i++) {
        struct vmm_text text = vmm_text_of(wrong[i].text, strlen(wrong[i].text));
        struct vmm_balloon balloon;

        assert_int_equal(vmm_balloon_parse(&text, &balloon, sizeof balloon), VMM_E_SYNTAX);
        assert_ptr_equal(text.error, wrong[i].text + wrong[i].error);
        check_unknown(VMM_RECORD_BALLOON, &balloon);
        check_string(&format, wrong[i].text);
    }
}

/* 64 may be open; what comes in hostile numbers is neither recursion nor slow. */
static void test_depth(void **state)
{
    (void)state;
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
            check_string(&format, builder.bytes);
            builder_free(&builder);
        }
}

static void test_a_million_brackets(void **state)
{
    struct builder builder = {NULL, 0, 0};

    (void)state;
    builder_print(&builder, "{\"x\":");
    for (int i = 0; i < 1000000; i++)
        builder_add(&builder, "[", 1);
    parsed(builder.bytes, builder.length, VMM_E_SYNTAX);
    builder_free(&builder);
}

static void test_several_answers_in_a_text(void **state)
{
    struct vmm_text text = vmm_text_of(TEXT("{\"return\": {\"actual\": 1}}\r\n\r\n {\"return\":{\"actual\":2}} \n"));
    struct vmm_balloon balloon;

    (void)state;
    assert_int_equal(vmm_balloon_parse(&text, &balloon, sizeof balloon), VMM_OK);
    assert_int_equal(balloon.logical_vm_size_bytes, 1);
    assert_int_equal(vmm_balloon_parse(&text, &balloon, sizeof balloon), VMM_OK);
    assert_int_equal(balloon.logical_vm_size_bytes, 2);
    assert_ptr_equal(text.pos, text.end);
    assert_int_equal(vmm_balloon_parse(&text, &balloon, sizeof balloon), VMM_E_EMPTY);
}

static void test_no_text(void **state)
{
    (void)state;
    parsed(TEXT(""), VMM_E_EMPTY);
    parsed(TEXT(" \r\n\t\n"), VMM_E_EMPTY);
    check_string(&format, "");
    check_string(&format, "\n");
}

/* QEMU's 0 for a guest that has told nothing yet, with room for records that end anywhere, zeros behind them. */
static void test_no_update_in_outputs_of_every_size(void **state)
{
    static const char bytes[] = "{\"stats\":{},\"last-update\":0}";

    (void)state;
    for (size_t size = sizeof(uint64_t); size <= sizeof(struct vmm_balloon); size += sizeof(uint64_t)) {
        struct vmm_text text = vmm_text_of(bytes, sizeof bytes - 1);
        struct vmm_balloon out;

        memset(&out, 0, sizeof out);
        assert_int_equal(vmm_balloon_parse(&text, &out, size), VMM_OK);
        for (size_t offset = sizeof(uint64_t); offset < sizeof out; offset += sizeof(uint64_t)) {
            uint64_t value = *(const uint64_t *)(const void *)((const char *)&out + offset);

            assert_int_equal(value, offset < size ? VMM_UNKNOWN : 0);
        }
    }
}

/* ---- the call ---- */

static void test_outputs_of_every_size(void **state)
{
    struct sample sample = sample_load("firecracker-balloon/firecracker-1.14");

    (void)state;
    check_every_size(&format, sample.bytes, sample.length, VMM_OK);
    check_every_size(&format, sample.bytes, sample.length - 1, VMM_E_TRUNCATED);
    check_every_size(&format, TEXT("{}"), VMM_E_EMPTY);
    check_every_size(&format, TEXT("{\"direct_reclaim\":x}"), VMM_E_SYNTAX);
    sample_free(&sample);
}

static void test_arguments(void **state)
{
    (void)state;
    check_arguments(&format, TEXT("{\"actual\":1}"));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_sample_in_every_way),
        cmocka_unit_test(test_a_cut_object_is_truncated),
        cmocka_unit_test(test_every_byte_replaced_by_every_other),
        cmocka_unit_test(test_firecracker),
        cmocka_unit_test(test_what_a_guest_does_not_tell_is_unknown),
        cmocka_unit_test(test_cloud_hypervisor),
        cmocka_unit_test(test_qemu),
        cmocka_unit_test(test_errors_of_hypervisors_are_empty),
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_values_that_are_no_numbers),
        cmocka_unit_test(test_units),
        cmocka_unit_test(test_keys_are_matched_whole_by_path_and_by_their_bytes),
        cmocka_unit_test(test_of_two_equal_keys_the_later_counts),
        cmocka_unit_test(test_an_object_that_is_none),
        cmocka_unit_test(test_json_that_is_none),
        cmocka_unit_test(test_depth),
        cmocka_unit_test(test_a_million_brackets),
        cmocka_unit_test(test_several_answers_in_a_text),
        cmocka_unit_test(test_no_text),
        cmocka_unit_test(test_no_update_in_outputs_of_every_size),
        cmocka_unit_test(test_outputs_of_every_size),
        cmocka_unit_test(test_arguments),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
