/* A device's traffic between two samples. */
#include "support.h"

#include <string.h>

#define SECOND INT64_C(1000000000)

static const struct {
    const char *increment;
    const char *total;
    const char *rate;
} rates[] = {
    {"increment_read_bytes", "total_read_bytes", "read_bytes_per_second"},
    {"increment_write_bytes", "total_write_bytes", "write_bytes_per_second"},
    {"increment_read_count", "total_read_ops", "reads_per_second"},
    {"increment_write_count", "total_write_ops", "writes_per_second"},
    {"increment_rx_bytes", "total_rx_bytes", "rx_bytes_per_second"},
    {"increment_tx_bytes", "total_tx_bytes", "tx_bytes_per_second"},
    {"increment_rx_packets", "total_rx_frames", "rx_packets_per_second"},
    {"increment_tx_packets", "total_tx_frames", "tx_packets_per_second"},
};

static struct vmm_hypervisor_device nothing(void)
{
    struct vmm_hypervisor_device device;

    assert_int_equal(vmm_record_init(VMM_RECORD_HYPERVISOR_DEVICE, &device, sizeof device), VMM_OK);
    assert_string_equal(device.name, "");
    return device;
}

static void set(struct vmm_hypervisor_device *device, const char *name, uint64_t value)
{
    struct vmm_field field;
    uint32_t i = 0;

    do
        assert_int_equal(vmm_field_at(VMM_RECORD_HYPERVISOR_DEVICE, i++, &field, sizeof field), VMM_OK);
    while (strcmp(field.name, name) != 0);
    memcpy((char *)device + field.offset, &value, sizeof value);
}

static double rate_named(const struct vmm_hypervisor_device_rate *rate, const char *name)
{
    uint64_t bits = member(VMM_RECORD_HYPERVISOR_DEVICE_RATE, rate, name);
    double number;

    memcpy(&number, &bits, sizeof number);
    return number;
}

static vmm_status between(const struct vmm_hypervisor_device *before, const struct vmm_hypervisor_device *after,
                          int64_t elapsed_ns, struct vmm_hypervisor_device_rate *rate)
{
    vmm_status status;

    memset(rate, 0x5a, sizeof *rate);
    status = vmm_hypervisor_device_rate_between(before, after, elapsed_ns, rate, sizeof *rate);
    assert_int_equal(rate->size, sizeof *rate);
    if (status != VMM_OK)
        check_unknown(VMM_RECORD_HYPERVISOR_DEVICE_RATE, rate);
    return status;
}

static struct vmm_hypervisor_device first_row(const char *string)
{
    struct vmm_text text = vmm_text_of(string, strlen(string));
    struct vmm_hypervisor_device row;

    assert_int_equal(vmm_hypervisor_device_next(&text, &row, sizeof row), VMM_OK);
    return row;
}

/* Each rate follows from its own two inputs and no other. */
static void test_each_rate_alone(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(rates); i++)
        for (int is_total = 0; is_total < 2; is_total++) {
            struct vmm_hypervisor_device before = nothing(), after = nothing();
            struct vmm_hypervisor_device_rate rate;

            set(&before, is_total ? rates[i].total : rates[i].increment, 1000);
            set(&after, is_total ? rates[i].total : rates[i].increment, 4000);
            assert_int_equal(between(&before, &after, 2 * SECOND, &rate), VMM_OK);
            for (size_t k = 0; k < COUNT_OF(rates); k++)
                if (k == i)
                    check_near(rate_named(&rate, rates[k].rate), is_total ? 1500 : 2000);
                else
                    check_nan(rate_named(&rate, rates[k].rate));
        }
}

/* KERNEL-NOTES A46 and C: increments are never subtracted, and their fall is no reset. */
static void test_firecracker(void **state)
{
    struct vmm_hypervisor_device before =
        first_row("{\"block_a\":{\"read_bytes\":8192,\"read_count\":4,\"write_bytes\":1}}");
    struct vmm_hypervisor_device after =
        first_row("{\"block_a\":{\"read_bytes\":4096,\"read_count\":2,\"write_bytes\":0}}");
    struct vmm_hypervisor_device_rate rate;

    (void)state;
    after.instance_id = 7;
    assert_int_equal(between(&before, &after, 60 * SECOND, &rate), VMM_OK);
    assert_string_equal(rate.name, "a");
    assert_int_equal(rate.device_kind, VMM_HYPERVISOR_DEVICE_FIRECRACKER_BLOCK);
    assert_int_equal(rate.instance_id, 7);
    check_near(rate.read_bytes_per_second, 4096.0 / 60);
    check_near(rate.reads_per_second, 2.0 / 60);
    check_near(rate.write_bytes_per_second, 0);
    check_nan(rate.writes_per_second);
    check_nan(rate.rx_bytes_per_second);
}

static void test_cloud_hypervisor(void **state)
{
    struct vmm_hypervisor_device before =
        first_row("{\"_net0\":{\"rx_bytes\":1000,\"rx_frames\":10,\"tx_bytes\":5,\"tx_frames\":1}}");
    struct vmm_hypervisor_device after =
        first_row("{\"_net0\":{\"rx_bytes\":3000,\"rx_frames\":20,\"tx_bytes\":5,\"tx_frames\":1}}");
    struct vmm_hypervisor_device_rate rate;

    (void)state;
    assert_int_equal(between(&before, &after, SECOND / 2, &rate), VMM_OK);
    check_near(rate.rx_bytes_per_second, 4000);
    check_near(rate.rx_packets_per_second, 20);
    check_near(rate.tx_bytes_per_second, 0);
    assert_int_equal(rate.device_kind, VMM_HYPERVISOR_DEVICE_CLOUD_HYPERVISOR_NET);
    assert_int_equal(between(&after, &before, SECOND, &rate), VMM_RESET);
}

/* KERNEL-NOTES A29: each counter that falls is a reset; nothing else is. */
static void test_which_falls_are_a_reset(void **state)
{
    struct vmm_field field;

    (void)state;
    for (uint32_t i = 0; field_of(VMM_RECORD_HYPERVISOR_DEVICE, i, &field); i++) {
        struct vmm_hypervisor_device before = nothing(), after = nothing();
        struct vmm_hypervisor_device_rate rate;
        vmm_status status;

        if (field.kind == VMM_KIND_IDENTITY)
            continue;
        set(&before, "total_read_ops", 1);
        set(&after, "total_read_ops", 1);
        set(&before, field.name, 2);
        set(&after, field.name, 1);
        status = between(&before, &after, SECOND, &rate);
        assert_int_equal(status, field.kind == VMM_KIND_COUNTER ? VMM_RESET : VMM_OK);
    }
}

static void test_another_device_is_a_reset(void **state)
{
    static const char *const names[] = {"a", "b", "ab"};
    struct vmm_hypervisor_device before = nothing(), after = nothing();
    struct vmm_hypervisor_device_rate rate;

    (void)state;
    before.total_rx_bytes = 1;
    after.total_rx_bytes = 2;
    for (size_t i = 0; i < COUNT_OF(names); i++)
        for (size_t k = 0; k < COUNT_OF(names); k++) {
            strcpy(before.name, names[i]);
            strcpy(after.name, names[k]);
            assert_int_equal(between(&before, &after, SECOND, &rate), i == k ? VMM_OK : VMM_RESET);
        }
    /* Names of full length, and one that has no NUL. */
    memset(before.name, 'x', sizeof before.name);
    memset(after.name, 'x', sizeof after.name);
    assert_int_equal(between(&before, &after, SECOND, &rate), VMM_OK);
    assert_int_equal(strlen(rate.name), sizeof rate.name - 1);
    after.name[62] = 'y';
    assert_int_equal(between(&before, &after, SECOND, &rate), VMM_RESET);
    memset(before.name, 0, sizeof before.name);
    assert_int_equal(between(&before, &after, SECOND, &rate), VMM_OK);
    before.device_kind = 4;
    assert_int_equal(between(&before, &after, SECOND, &rate), VMM_OK);
    after.device_kind = 5;
    assert_int_equal(between(&before, &after, SECOND, &rate), VMM_RESET);
    after.device_kind = 4;
    before.instance_id = 1;
    after.instance_id = 2;
    assert_int_equal(between(&before, &after, SECOND, &rate), VMM_RESET);
}

static void test_no_earlier_sample_and_no_time(void **state)
{
    static const int64_t none[] = {0, -1, INT64_MIN};
    struct vmm_hypervisor_device before = nothing(), after = first_row("{\"net_a\":{\"rx_bytes_count\":1}}");
    struct vmm_hypervisor_device_rate rate;

    (void)state;
    assert_int_equal(between(NULL, &after, SECOND, &rate), VMM_FIRST);
    before.size = 0;
    assert_int_equal(between(&before, &after, SECOND, &rate), VMM_FIRST);
    before.size = sizeof before;
    for (size_t i = 0; i < COUNT_OF(none); i++)
        assert_int_equal(between(&before, &after, none[i], &rate), VMM_NO_INTERVAL);
    assert_int_equal(between(&before, &after, 1, &rate), VMM_OK);
    check_near(rate.rx_bytes_per_second, 1e9);
    assert_int_equal(between(&before, &before, SECOND, &rate), VMM_E_EMPTY);
    assert_int_equal(between(&before, NULL, SECOND, &rate), VMM_E_ARGUMENT);
    assert_int_equal(vmm_hypervisor_device_rate_between(&before, &after, SECOND, NULL, sizeof rate), VMM_E_ARGUMENT);
    assert_int_equal(vmm_hypervisor_device_rate_between(&before, &after, SECOND, &rate, 7), VMM_E_ARGUMENT);
}

static void test_extreme_numbers(void **state)
{
    struct vmm_hypervisor_device before = nothing(), after = nothing();
    struct vmm_hypervisor_device_rate rate;

    (void)state;
    before.total_read_bytes = 0;
    after.total_read_bytes = UINT64_MAX - 2;
    after.increment_write_bytes = VMM_UNLIMITED;
    assert_int_equal(between(&before, &after, INT64_MAX, &rate), VMM_OK);
    check_near(rate.read_bytes_per_second, 2e9);
    check_nan(rate.write_bytes_per_second);
}

static void test_outputs_and_inputs_of_every_size(void **state)
{
    struct vmm_hypervisor_device before = nothing(), after = nothing();
    struct vmm_hypervisor_device_rate whole;

    (void)state;
    strcpy(before.name, "a");
    strcpy(after.name, "a");
    for (size_t i = 0; i < COUNT_OF(rates); i++) {
        set(&before, rates[i].total, i);
        set(&after, rates[i].total, 3 * i + 1);
    }
    assert_int_equal(between(&before, &after, SECOND, &whole), VMM_OK);
    for (size_t size = 8; size <= 2 * sizeof whole; size++) {
        struct record record, wanted;
        size_t valid = size < sizeof whole ? size : sizeof whole;

        memset(&record, 0x5a, sizeof record);
        memset(&wanted, 0x5a, sizeof wanted);
        assert_int_equal(vmm_hypervisor_device_rate_between(&before, &after, SECOND, (void *)&record, size), VMM_OK);
        memset(&wanted, 0xff, size);
        for (size_t at = 8; at < sizeof whole; at += 8)
            if (at < 8 + sizeof whole.name ? valid >= 8 + sizeof whole.name : at + 8 <= valid)
                memcpy((char *)&wanted + at, (char *)&whole + at, 8);
        wanted.words[0] = valid;
        assert_memory_equal(&record, &wanted, sizeof record);
    }
    for (size_t size = 8; size <= sizeof before; size += 8) {
        struct vmm_hypervisor_device shorter = before;
        struct vmm_hypervisor_device_rate rate;
        vmm_status status;

        memset((char *)&shorter + size, 0x11, sizeof shorter - size);
        shorter.size = size;
        status = between(&shorter, &after, SECOND, &rate);
        assert_int_equal(status,
                         size > offsetof(struct vmm_hypervisor_device, total_read_bytes) ? VMM_OK : VMM_E_EMPTY);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_rate_alone),           cmocka_unit_test(test_firecracker),
        cmocka_unit_test(test_cloud_hypervisor),          cmocka_unit_test(test_which_falls_are_a_reset),
        cmocka_unit_test(test_another_device_is_a_reset), cmocka_unit_test(test_no_earlier_sample_and_no_time),
        cmocka_unit_test(test_extreme_numbers),           cmocka_unit_test(test_outputs_and_inputs_of_every_size),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
