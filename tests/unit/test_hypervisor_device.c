/* Devices of Firecracker and Cloud Hypervisor. */
#include "../reference/device.h"
#include "support_json.h"

#include <string.h>

static vmm_status parse(struct vmm_text *text, void *out, size_t out_size)
{
    return vmm_hypervisor_device_next(text, out, out_size);
}

static void make_unknown(uint64_t *words)
{
    reference_unknown(words, sizeof(struct vmm_hypervisor_device));
    memset((char *)words + AT(name), 0, 64);
}

static struct outcome expect(const char *bytes, size_t length, uint64_t *words)
{
    struct device_outcome device;

    make_unknown(words);
    device = device_next(bytes, 0, length, words, sizeof(struct vmm_hypervisor_device));
    if (device.status != VMM_OK)
        make_unknown(words);
    return (struct outcome){device.status, device.pos, device.error};
}

static const struct old_format format = {parse, expect, VMM_RECORD_HYPERVISOR_DEVICE, sizeof(struct vmm_hypervisor_device)};

static const char *const folders[] = {"firecracker-metrics", "cloud-hypervisor-counters", "qemu-balloon"};

/* Reads to the end of the text, each call checked; keeps the first rows, says how many there were. */
static size_t rows_of(const char *bytes, size_t length, struct vmm_hypervisor_device *rows, size_t room)
{
    struct vmm_text text = vmm_text_of(bytes, length);
    struct arena arena = arena_new(length);
    size_t count = 0;

    while (text.pos != text.end) {
        const char *at = text.pos;
        struct vmm_hypervisor_device row;
        vmm_status status;

        check_text(&format, &arena, at, (size_t)(text.end - at));
        memset(&row, 0x5a, sizeof row);
        status = vmm_hypervisor_device_next(&text, &row, sizeof row);
        assert_true(text.pos > at);
        if (status == VMM_OK && count < room)
            rows[count] = row;
        if (status == VMM_OK)
            count++;
        else
            check_unknown(VMM_RECORD_HYPERVISOR_DEVICE, &row);
    }
    arena_free(&arena);
    return count;
}

static size_t sample_rows(const char *name, struct vmm_hypervisor_device *rows, size_t room)
{
    struct sample sample = sample_load(name);
    size_t count = rows_of(sample.bytes, sample.length, rows, room);

    sample_free(&sample);
    return count;
}

/* ---- samples ---- */

static void test_every_sample_in_every_way(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(folders); i++)
        for (const char *const *name = sample_names(folders[i]); *name != NULL; name++) {
            struct sample sample = sample_load(*name);

            rows_of(sample.bytes, sample.length, NULL, 0);
            check_input_is_read_only(&format, sample.bytes, sample.length);
            check_json_edits(&format, sample.bytes, sample.length, 2000);
            sample_free(&sample);
        }
}

static void test_every_sample_cut_at_every_length(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(folders); i++)
        for (const char *const *name = sample_names(folders[i]); *name != NULL; name++) {
            struct sample sample = sample_load(*name);
            size_t step = sample.length > 1000 ? 7 : 1, end = 0;

            /* The object of the first line, up to its brace. */
            while (end < sample.length && sample.bytes[end] != '\n')
                end++;
            while (sample.bytes[end - 1] != '}')
                end--;
            for (size_t length = 1; length < end; length += step) {
                struct vmm_text text = vmm_text_of(sample.bytes, length);
                struct vmm_hypervisor_device row;
                vmm_status status;

                rows_of(sample.bytes, length, NULL, 0);
                /* No cut looks like the object's end. */
                do
                    status = vmm_hypervisor_device_next(&text, &row, sizeof row);
                while (status == VMM_OK);
                assert_int_equal(status, VMM_E_TRUNCATED);
            }
            sample_free(&sample);
        }
}

/* KERNEL-NOTES C: dynamic keys; `block` and `net` are sums of them and no devices. */
static void test_firecracker(void **state)
{
    struct vmm_hypervisor_device rows[8];

    (void)state;
    assert_int_equal(sample_rows("firecracker-metrics/firecracker-1.7-vhost-user", rows, 8), 4);
    assert_string_equal(rows[0].name, "rootfs");
    assert_int_equal(rows[0].device_kind, VMM_HYPERVISOR_DEVICE_FIRECRACKER_BLOCK);
    assert_string_equal(rows[1].name, "scratch");
    assert_string_equal(rows[2].name, "eth0");
    assert_int_equal(rows[2].device_kind, VMM_HYPERVISOR_DEVICE_FIRECRACKER_NET);
    assert_string_equal(rows[3].name, "block_data");
    assert_int_equal(rows[3].device_kind, VMM_HYPERVISOR_DEVICE_FIRECRACKER_VHOST_USER);
    assert_true(rows[0].read_agg_sum_usec < VMM_UNLIMITED && rows[2].tap_write_agg_max_usec < VMM_UNLIMITED);
    assert_true(rows[3].init_time_usec < VMM_UNLIMITED);
    check_unknown_number(rows[0].total_read_bytes);
    check_unknown_number(rows[0].increment_rx_bytes);
    check_unknown_number(rows[0].instance_id);
    assert_int_equal(sample_rows("firecracker-metrics/firecracker-1.4-without-devices", rows, 8), 0);
    /* Two lines: the devices of each, and VMM_END between. */
    assert_int_equal(sample_rows("firecracker-metrics/firecracker-1.17-two-lines", rows, 8), 6);
    assert_int_equal(sample_rows("firecracker-metrics/firecracker-1.10-aarch64", rows, 8), 1);
    assert_string_equal(rows[0].name, "1");
}

static void test_the_devices_add_up_to_the_sums(void **state)
{
    struct sample sample = sample_load("firecracker-metrics/firecracker-1.7-vhost-user");
    struct vmm_text text = vmm_text_of(sample.bytes, sample.length);
    struct vmm_hypervisor_device rows[4];
    struct vmm_hypervisor line;

    (void)state;
    assert_int_equal(vmm_hypervisor_parse(&text, &line, sizeof line), VMM_OK);
    assert_int_equal(rows_of(sample.bytes, sample.length, rows, 4), 4);
    assert_int_equal(rows[0].increment_read_bytes + rows[1].increment_read_bytes, line.block_read_bytes);
    assert_int_equal(rows[0].read_agg_sum_usec + rows[1].read_agg_sum_usec, line.block_read_agg_sum_usec);
    assert_int_equal(rows[0].rate_limiter_throttled_events + rows[1].rate_limiter_throttled_events,
                     line.block_rate_limiter_throttled_events);
    assert_int_equal(rows[2].increment_tx_bytes, line.net_tx_bytes);
    sample_free(&sample);
}

static void test_cloud_hypervisor(void **state)
{
    struct vmm_hypervisor_device rows[4];

    (void)state;
    assert_int_equal(sample_rows("cloud-hypervisor-counters/cloud-hypervisor-40", rows, 4), 3);
    assert_string_equal(rows[0].name, "_net2");
    assert_int_equal(rows[0].device_kind, VMM_HYPERVISOR_DEVICE_CLOUD_HYPERVISOR_NET);
    assert_int_equal(rows[0].total_rx_bytes, 1500);
    assert_int_equal(rows[0].total_tx_frames, 40);
    check_unknown_number(rows[0].increment_rx_bytes);
    assert_string_equal(rows[1].name, "_disk0");
    assert_int_equal(rows[1].device_kind, VMM_HYPERVISOR_DEVICE_CLOUD_HYPERVISOR_DISK);
    assert_int_equal(rows[1].total_read_bytes, 33554432);
    check_unknown_number(rows[1].increment_read_bytes);
    assert_int_equal(rows[1].read_latency_avg_usec, 88);
    assert_int_equal(rows[1].write_latency_max_usec, 9001);
    /* 2^64 - 1 is no sample yet, and of means that is divided by 10000. */
    assert_int_equal(rows[2].total_read_ops, 0);
    check_unknown_number(rows[2].read_latency_min_usec);
    check_unknown_number(rows[2].read_latency_avg_usec);
    check_unknown_number(rows[2].write_latency_avg_usec);
    assert_int_equal(sample_rows("cloud-hypervisor-counters/cloud-hypervisor-40-no-devices", rows, 4), 0);
}

/* Counters never become increments because of a name that the operator chose. */
static void test_names_do_not_tell_the_hypervisor(void **state)
{
    struct vmm_hypervisor_device rows[4];

    (void)state;
    assert_int_equal(sample_rows("cloud-hypervisor-counters/cloud-hypervisor-40-names-of-firecracker", rows, 4), 3);
    assert_string_equal(rows[0].name, "net_0");
    assert_int_equal(rows[0].device_kind, VMM_HYPERVISOR_DEVICE_CLOUD_HYPERVISOR_NET);
    assert_string_equal(rows[1].name, "block_a");
    assert_int_equal(rows[1].device_kind, VMM_HYPERVISOR_DEVICE_CLOUD_HYPERVISOR_DISK);
    assert_int_equal(rows[1].total_read_bytes, 33554432);
    check_unknown_number(rows[1].increment_read_bytes);
}

/* ---- rows ---- */

static void test_what_is_no_device(void **state)
{
    static const char bytes[] =
        "{\"block\":{\"read_bytes\":1},\"net\":{\"rx_bytes_count\":1},\"mmds\":{\"tx_bytes\":1,"
        "\"tx_frames\":2},\"block_\":1,"
        "\"net_x\":[],\"properties\":{\"rx_bytes\":\"a\",\"read_ops\":{}},\"x\":{\"read_ops\":"
        "1},\"y\":{\"rx_frames\":1,"
        "\"z\":{\"rx_bytes\":1}},\"v\":{\"write_ops\":1},\"w\":{\"rx_bytes\":1},\"net_y\":null}";

    (void)state;
    assert_int_equal(rows_of(TEXT(bytes), NULL, 0), 0);
}

static void test_names(void **state)
{
    struct vmm_hypervisor_device rows[8];
    struct vmm_hypervisor_device row;
    struct vmm_text text;
    struct builder builder = {NULL, 0, 0};

    (void)state;
    builder_print(&builder,
                  "{\"block_%063d\":{},\"net_%064d\":{},\"vhost_user_\":{},\"%064d\":{\"read_ops\":1,\"write_ops\":"
                  "2},\"\":{\"rx_bytes\":1,\"rx_frames\":2},\"net_a\\\"\\u00e9\":{}}",
                  1, 2, 3);
    assert_int_equal(rows_of(builder.bytes, builder.length, rows, 8), 2);
    assert_int_equal(strlen(rows[0].name), 63);
    assert_string_equal(rows[1].name, "a\\\"\\u00e9");
    text = vmm_text_of(builder.bytes, builder.length);
    assert_int_equal(vmm_hypervisor_device_next(&text, &row, sizeof row), VMM_OK);
    /* Never shortened; the row is passed over, and nothing else. */
    assert_int_equal(vmm_hypervisor_device_next(&text, &row, sizeof row), VMM_E_SYNTAX);
    assert_int_equal(text.error[-1], '0');
    assert_int_equal(*text.error, '2');
    assert_int_equal(vmm_hypervisor_device_next(&text, &row, sizeof row), VMM_E_SYNTAX);
    assert_int_equal(*text.error, '"');
    assert_int_equal(vmm_hypervisor_device_next(&text, &row, sizeof row), VMM_E_SYNTAX);
    assert_int_equal(vmm_hypervisor_device_next(&text, &row, sizeof row), VMM_E_SYNTAX);
    assert_int_equal(vmm_hypervisor_device_next(&text, &row, sizeof row), VMM_OK);
    assert_int_equal(vmm_hypervisor_device_next(&text, &row, sizeof row), VMM_END);
    assert_ptr_equal(text.pos, text.end);
    builder_free(&builder);
}

static void test_wrong_values(void **state)
{
    static const char *const texts[] = {
        "{\"block_a\":{\"read_bytes\":\"1\"},\"net_a\":{}}\n",
        "{\"block_a\":{\"read_agg\":1}}\n",
        "{\"block_a\":{\"read_agg\":{\"min_us\":[]}}}\n",
        "{\"_disk0\":{\"read_ops\":1,\"write_ops\":true}}\n",
        "{\"_disk0\":{\"write_ops\":null,\"read_ops\":1.5,\"read_bytes\":-1}}\n",
        ("{\"_disk0\":{\"write_ops\":1,\"read_ops\":1,\"read_latency_avg\":1844674407370954,"
         "\"write_latency_avg\":1844674407370955}}\n"),
        "{\"net_a\":{}{}}\n{\"net_b\":{}}\n",
        "{\"net_a\":{}:\n,\"net_b\":{}}\n",
        "{\"net_a\":{},}\n",
        "{\"net_a\":{}}}\n",
        "{\"net_a\":{}} x\n",
        "[{\"net_a\":{}}]\n",
        "\"net_a\"",
        ",\"net_a\":{}}",
        "}",
        ",}",
        "{,}",
        "{\"net_a\":{} ,\r\n\t\"net_b\" : { } } \r\n",
        "{\"net_a\":{}}{\"net_b\":{}}",
        "{\"net_a\":{}",
        "{\"net_a\":{} ",
        "{\"net_a\":{},",
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(texts); i++)
        rows_of(texts[i], strlen(texts[i]), NULL, 0);
}

/* Wherever a value stands that is passed over: so many objects are around it. */
static void test_depth(void **state)
{
    static const struct {
        const char *before;
        size_t objects;
        const char *behind;
    } shapes[] = {
        {"{\"net_a\":{\"x\":", 2, "}}"},
        {"{\"net_a\":{\"tap_write_agg\":{\"x\":", 3, "}}}"},
        {"{\"block_a\":{\"x\":", 2, "}}"},
        {"{\"vhost_user_a\":{\"x\":", 2, "}}"},
        {"{\"x\":{\"read_ops\":1,\"write_ops\":2,\"x\":", 2, "}}"},
        {"{\"x\":", 1, ",\"net_a\":{}}"},
    };

    (void)state;
    for (size_t depth = 60; depth < 70; depth++)
        for (size_t shape = 0; shape < COUNT_OF(shapes); shape++) {
            struct builder builder = {NULL, 0, 0};

            builder_print(&builder, "%s", shapes[shape].before);
            for (size_t i = shapes[shape].objects; i < depth; i++)
                builder_print(&builder, "[");
            for (size_t i = shapes[shape].objects; i < depth; i++)
                builder_print(&builder, "]");
            builder_print(&builder, "%s", shapes[shape].behind);
            assert_int_equal(rows_of(builder.bytes, builder.length, NULL, 0), depth <= 64 ? 1 : 0);
            builder_free(&builder);
        }
}

/* ---- the call ---- */

static void test_outputs_of_every_size(void **state)
{
    struct sample sample = sample_load("cloud-hypervisor-counters/cloud-hypervisor-40");

    (void)state;
    check_every_size(&format, sample.bytes, sample.length, VMM_OK);
    check_every_size(&format, TEXT("{\"block_a\":{\"read_bytes\":1,\"read_agg\":{\"sum_us\":2}}}"), VMM_OK);
    check_every_size(&format, TEXT("{\"block_a\":{\"read_bytes\":1}"), VMM_E_TRUNCATED);
    check_every_size(&format, TEXT("{\"block_a\":{\"read_bytes\":1,\"write_agg\":{\"sum_us\":x}}}"), VMM_E_SYNTAX);
    check_every_size(&format, TEXT("{\"block_\":{}}"), VMM_E_SYNTAX);
    check_every_size(&format,
                     TEXT("{\"_disk0\":{\"write_ops\":1,\"read_ops\":1,\"read_latency_avg\":1844674407370955,"
                          "\"write_latency_avg\":1844674407370955}}"),
                     VMM_OK);
    check_every_size(&format, TEXT("{}"), VMM_END);
    check_every_size(&format, TEXT(""), VMM_END);
    sample_free(&sample);
}

static void test_arguments(void **state)
{
    (void)state;
    check_arguments(&format, TEXT("{\"net_a\":{}}\n"));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_sample_in_every_way),
        cmocka_unit_test(test_every_sample_cut_at_every_length),
        cmocka_unit_test(test_firecracker),
        cmocka_unit_test(test_the_devices_add_up_to_the_sums),
        cmocka_unit_test(test_cloud_hypervisor),
        cmocka_unit_test(test_names_do_not_tell_the_hypervisor),
        cmocka_unit_test(test_what_is_no_device),
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_wrong_values),
        cmocka_unit_test(test_depth),
        cmocka_unit_test(test_outputs_of_every_size),
        cmocka_unit_test(test_arguments),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
