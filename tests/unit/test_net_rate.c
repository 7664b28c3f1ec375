/* An interface's traffic between two samples. */
#include "support.h"

#include <stdlib.h>
#include <string.h>

#define SECOND INT64_C(1000000000)
#define MOST (UINT64_MAX - 2)

/* Each 64-bit counter that is read, and its rate. */
static const struct {
    const char *counter;
    const char *rate;
} rates[] = {
    {"rx_bytes", "rx_bytes_per_second"},
    {"tx_bytes", "tx_bytes_per_second"},
    {"rx_packets", "rx_packets_per_second"},
    {"tx_packets", "tx_packets_per_second"},
    {"rx_errors", "rx_errors_per_second"},
    {"tx_errors", "tx_errors_per_second"},
    {"rx_dropped", "rx_dropped_per_second"},
    {"tx_dropped", "tx_dropped_per_second"},
    {"net_dev_rx_drop", "net_dev_rx_drop_per_second"},
    {"multicast", "multicast_per_second"},
};

static bool is_read(const char *name)
{
    for (size_t i = 0; i < COUNT_OF(rates); i++)
        if (strcmp(rates[i].counter, name) == 0)
            return true;
    return false;
}

static struct vmm_net nothing(void)
{
    struct vmm_net net;

    assert_int_equal(vmm_record_init(VMM_RECORD_NET, &net, sizeof net), VMM_OK);
    return net;
}

static void set(struct vmm_net *net, const char *name, uint64_t value)
{
    struct vmm_field field;
    uint32_t i = 0;

    do
        assert_int_equal(vmm_field_at(VMM_RECORD_NET, i++, &field, sizeof field), VMM_OK);
    while (strcmp(field.name, name) != 0);
    memcpy((char *)net + field.offset, &value, sizeof value);
}

static double rate_named(const struct vmm_net_rate *rate, const char *name)
{
    uint64_t bits = member(VMM_RECORD_NET_RATE, rate, name);
    double number;

    memcpy(&number, &bits, sizeof number);
    return number;
}

static vmm_status between(const struct vmm_net *before, const struct vmm_net *after, int64_t elapsed_ns,
                          struct vmm_net_rate *rate)
{
    vmm_status status;

    memset(rate, 0x5a, sizeof *rate);
    status = vmm_net_rate_between(before, after, elapsed_ns, rate, sizeof *rate);
    assert_int_equal(rate->size, sizeof *rate);
    if (status != VMM_OK)
        check_unknown(VMM_RECORD_NET_RATE, rate);
    return status;
}

static struct vmm_net_rate rate_between(const struct vmm_net *before, const struct vmm_net *after, int64_t elapsed_ns)
{
    struct vmm_net_rate rate;

    assert_int_equal(between(before, after, elapsed_ns, &rate), VMM_OK);
    return rate;
}

static void check_status(const struct vmm_net *before, const struct vmm_net *after, int64_t elapsed_ns,
                         vmm_status wanted)
{
    struct vmm_net_rate rate;

    assert_int_equal(between(before, after, elapsed_ns, &rate), wanted);
}

static struct vmm_net traffic(uint64_t rx_bytes, uint64_t tx_bytes)
{
    struct vmm_net net = nothing();

    net.rx_bytes = rx_bytes;
    net.tx_bytes = tx_bytes;
    return net;
}

/* ---- rates ---- */

static void test_each_rate_alone(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(rates); i++) {
        struct vmm_net before = nothing(), after = nothing();
        struct vmm_net_rate rate;
        struct vmm_field field;

        set(&before, rates[i].counter, 100);
        set(&after, rates[i].counter, 105);
        rate = rate_between(&before, &after, 2 * SECOND);
        for (uint32_t k = 3; field_of(VMM_RECORD_NET_RATE, k, &field); k++) {
            if (strcmp(field.name, rates[i].rate) == 0)
                check_near(rate_named(&rate, field.name), 2.5);
            else if (field.type == VMM_TYPE_DOUBLE)
                check_nan(rate_named(&rate, field.name));
            else
                check_unknown_number(member(VMM_RECORD_NET_RATE, &rate, field.name));
        }
        rate = rate_between(&before, &before, SECOND);
        check_near(rate_named(&rate, rates[i].rate), 0);
        /* Known in one of two says nothing. */
        set(&before, rates[i].counter, VMM_UNKNOWN);
        check_status(&before, &after, SECOND, VMM_E_EMPTY);
        check_status(&after, &before, SECOND, VMM_E_EMPTY);
        set(&before, rates[i].counter, VMM_UNLIMITED);
        check_status(&after, &before, SECOND, VMM_E_EMPTY);
    }
}

static void test_the_rate_says_of_which_interface(void **state)
{
    struct vmm_net before = traffic(1, 2), after = traffic(3, 5);
    struct vmm_net_rate rate;

    (void)state;
    memcpy(after.name, "tap0", 5);
    after.ifindex = 7;
    after.instance_id = 4711;
    rate = rate_between(&before, &after, SECOND);
    assert_string_equal(rate.name, "tap0");
    assert_int_equal(rate.ifindex, 7);
    assert_int_equal(rate.instance_id, 4711);
    rate = rate_between(&after, &after, SECOND);
    assert_string_equal(rate.name, "tap0");
    before = nothing();
    before.rx_bytes = 9;
    rate = rate_between(&before, &before, SECOND);
    assert_string_equal(rate.name, "");
    check_unknown_number(rate.ifindex);
}

static void test_rates_from_files(void **state)
{
    static const char header[] = "Inter-|\n face |bytes\n";
    static const char *const rows[] = {"eth0: 1000 10 1 2 0 0 0 5 4000 40 3 4 0 0 0 0\n",
                                       "eth0: 3000 30 1 4 0 0 0 5 9000 90 3 8 0 0 0 0\n"};
    struct vmm_net sample[2];
    struct vmm_net_rate rate;

    (void)state;
    for (size_t i = 0; i < 2; i++) {
        struct builder builder = {NULL, 0, 0};
        struct vmm_text text;

        builder_print(&builder, "%s%s", header, rows[i]);
        text = vmm_text_of(builder.bytes, builder.length);
        assert_int_equal(vmm_net_next(&text, &sample[i], sizeof sample[i]), VMM_OK);
        builder_free(&builder);
    }
    rate = rate_between(&sample[0], &sample[1], SECOND / 2);
    assert_string_equal(rate.name, "eth0");
    check_near(rate.rx_bytes_per_second, 4000);
    check_near(rate.tx_bytes_per_second, 10000);
    check_near(rate.rx_packets_per_second, 40);
    check_near(rate.tx_packets_per_second, 100);
    check_near(rate.rx_errors_per_second, 0);
    check_near(rate.tx_errors_per_second, 0);
    check_near(rate.net_dev_rx_drop_per_second, 4);
    check_nan(rate.rx_dropped_per_second);
    check_near(rate.tx_dropped_per_second, 8);
    check_near(rate.multicast_per_second, 0);
    check_nan(rate.utilisation_sar_ratio);
    check_unknown_number(rate.carrier_changes);
}

/* A28: the rates of a guest's view are those of the TAP, turned round. */
static void test_rates_of_views(void **state)
{
    struct vmm_net before = traffic(1000, 2000), after = traffic(1500, 9000);
    struct vmm_net_rate rate;

    (void)state;
    assert_int_equal(vmm_net_guest_view(&before, &before, sizeof before), VMM_OK);
    assert_int_equal(vmm_net_guest_view(&after, &after, sizeof after), VMM_OK);
    rate = rate_between(&before, &after, SECOND);
    check_near(rate.tx_bytes_per_second, 500);
    check_near(rate.rx_bytes_per_second, 7000);
}

static void test_extreme_numbers(void **state)
{
    struct vmm_net before = traffic(0, 0), after = traffic(MOST, 0);
    struct vmm_net_rate rate;

    (void)state;
    after.speed_bits_per_second = 1;
    after.duplex = VMM_NET_DUPLEX_FULL;
    rate = rate_between(&before, &after, 1);
    assert_true(rate.rx_bytes_per_second > 1.8e28 && rate.rx_bytes_per_second < 1.9e28);
    assert_true(rate.utilisation_sar_ratio > 1.4e29 && rate.utilisation_sar_ratio < 1.5e29);
    rate = rate_between(&before, &after, INT64_MAX);
    assert_true(rate.rx_bytes_per_second > 1.9e9 && rate.rx_bytes_per_second < 2.1e9);
}

/* ---- how much of the link ---- */

static double utilisation(uint64_t rx, uint64_t tx, uint64_t speed, uint64_t duplex)
{
    struct vmm_net before = traffic(1000, 2000), after = traffic(1000 + rx, 2000 + tx);
    struct vmm_net_rate rate;

    after.speed_bits_per_second = speed;
    after.duplex = duplex;
    rate = rate_between(&before, &after, 2 * SECOND);
    check_near(rate.rx_bytes_per_second, (double)rx / 2);
    return rate.utilisation_sar_ratio;
}

/* sar's %ifutil: rd_stats.c, compute_ifutil(). */
static void test_utilisation_as_sar_computes_it(void **state)
{
    (void)state;
    /* 1 Gbit/s is 250,000,000 bytes in two seconds. */
    check_near(utilisation(25000000, 5000000, 1000000000, VMM_NET_DUPLEX_FULL), 0.1);
    check_near(utilisation(5000000, 25000000, 1000000000, VMM_NET_DUPLEX_FULL), 0.1);
    check_near(utilisation(25000000, 5000000, 1000000000, VMM_NET_DUPLEX_HALF), 0.12);
    check_near(utilisation(5000000, 25000000, 1000000000, VMM_NET_DUPLEX_HALF), 0.12);
    check_near(utilisation(0, 0, 1000000000, VMM_NET_DUPLEX_FULL), 0);
    check_near(utilisation(250000000, 250000000, 1000000000, VMM_NET_DUPLEX_FULL), 1);
    /* A30: the 10 Mbit/s of a TAP before 6.2 are no bound for what it carries. */
    check_near(utilisation(250000000, 0, 10000000, VMM_NET_DUPLEX_FULL), 100);
}

/* A30: no speed, or one that is not known, is no divisor; and which formula, duplex has to say. */
static void test_utilisation_without_speed_or_duplex(void **state)
{
    struct vmm_net before = traffic(0, 0), after = traffic(5, VMM_UNKNOWN);

    (void)state;
    check_nan(utilisation(5, 5, VMM_UNKNOWN, VMM_NET_DUPLEX_FULL));
    check_nan(utilisation(5, 5, VMM_UNLIMITED, VMM_NET_DUPLEX_FULL));
    check_nan(utilisation(5, 5, 0, VMM_NET_DUPLEX_FULL));
    check_nan(utilisation(5, 5, 1000000000, VMM_NET_DUPLEX_UNKNOWN));
    check_nan(utilisation(5, 5, 1000000000, VMM_UNKNOWN));
    check_nan(utilisation(5, 5, 1000000000, 0));
    check_nan(utilisation(5, 5, 1000000000, 4));
    after.speed_bits_per_second = 1000000000;
    after.duplex = VMM_NET_DUPLEX_FULL;
    check_nan(rate_between(&before, &after, SECOND).utilisation_sar_ratio);
    after.rx_bytes = VMM_UNKNOWN;
    after.tx_bytes = 5;
    check_nan(rate_between(&before, &after, SECOND).utilisation_sar_ratio);
    /* It is that of the later sample. */
    after.rx_bytes = 125000000;
    before.speed_bits_per_second = 10;
    before.duplex = VMM_NET_DUPLEX_HALF;
    check_near(rate_between(&before, &after, SECOND).utilisation_sar_ratio, 1);
    after.speed_bits_per_second = VMM_UNKNOWN;
    check_nan(rate_between(&before, &after, SECOND).utilisation_sar_ratio);
}

/* ---- the carrier ---- */

static uint64_t carrier_changes(uint64_t before_count, uint64_t after_count)
{
    struct vmm_net before = traffic(1, 1), after = traffic(2, 2);

    before.carrier_changes = before_count;
    after.carrier_changes = after_count;
    return rate_between(&before, &after, SECOND).carrier_changes;
}

static void test_carrier_changes(void **state)
{
    struct vmm_net before = nothing(), after = nothing();

    (void)state;
    assert_int_equal(carrier_changes(3, 5), 2);
    assert_int_equal(carrier_changes(3, 3), 0);
    check_unknown_number(carrier_changes(VMM_UNKNOWN, 3));
    check_unknown_number(carrier_changes(3, VMM_UNKNOWN));
    /* 32 bits: it went round. */
    assert_int_equal(carrier_changes(UINT32_MAX, 1), 2);
    assert_int_equal(carrier_changes(UINT64_C(0x80000002), 1), 0x7fffffff);
    /* It did not, and has restarted; that alone is no reset. */
    check_unknown_number(carrier_changes(5, 3));
    check_unknown_number(carrier_changes(UINT64_C(0x80000001), 1));
    check_unknown_number(carrier_changes(0, UINT64_C(0x80000000)));
    /* Alone it is enough. */
    before.carrier_changes = 1;
    after.carrier_changes = 4;
    assert_int_equal(rate_between(&before, &after, SECOND).carrier_changes, 3);
    check_nan(rate_between(&before, &after, SECOND).rx_bytes_per_second);
    /* Above 32 bits there is nothing to go round. */
    before.carrier_changes = UINT64_C(0x100000000);
    check_status(&before, &after, SECOND, VMM_RESET);
}

/* ---- restarts ---- */

/* Each member by itself falls: those that are read and are of 64 bits reset, identities are another matter. */
static void test_which_falls_are_a_reset(void **state)
{
    struct vmm_field field;
    size_t resets = 0, others = 0;

    (void)state;
    for (uint32_t i = 0; field_of(VMM_RECORD_NET, i, &field); i++) {
        struct vmm_net before = nothing(), after = nothing();

        if (field.type == VMM_TYPE_NAME || strcmp(field.name, "ifindex") == 0 || strcmp(field.name, "instance_id") == 0)
            continue;
        for (size_t k = 0; k < COUNT_OF(rates); k++) {
            set(&before, rates[k].counter, 100);
            set(&after, rates[k].counter, 200);
        }
        set(&before, field.name, 100);
        set(&after, field.name, 99);
        if (is_read(field.name)) {
            check_status(&before, &after, SECOND, VMM_RESET);
            /* A29: neither 2^32 nor 2^64 is ever added. */
            set(&before, field.name, UINT32_MAX);
            set(&after, field.name, 0);
            check_status(&before, &after, SECOND, VMM_RESET);
            set(&before, field.name, MOST);
            set(&after, field.name, MOST - 1);
            check_status(&before, &after, SECOND, VMM_RESET);
            resets++;
        } else {
            check_status(&before, &after, SECOND, VMM_OK);
            others++;
        }
    }
    assert_int_equal(resets, COUNT_OF(rates));
    assert_true(others > 20);
}

/* A29, B4.4: a TAP that was made again, and one that reads as zeros for a moment. */
static void test_a_tap_that_was_made_again(void **state)
{
    struct vmm_net before = traffic(5000000, 7000000), after = traffic(90, 0);

    (void)state;
    check_status(&before, &after, SECOND, VMM_RESET);
    after = traffic(0, 0);
    check_status(&before, &after, SECOND, VMM_RESET);
    /* It has overtaken in all: only its number shows it. */
    after = traffic(6000000, 8000000);
    check_status(&before, &after, SECOND, VMM_OK);
    before.ifindex = 7;
    after.ifindex = 8;
    check_status(&before, &after, SECOND, VMM_RESET);
}

static void test_another_interface_is_a_reset(void **state)
{
    static const char *const numbers[] = {"ifindex", "instance_id"};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(numbers); i++) {
        struct vmm_net before = traffic(1, 1), after = traffic(2, 2);

        set(&before, numbers[i], 7);
        /* Who does not know it cannot say that it is another one. */
        check_status(&before, &after, SECOND, VMM_OK);
        check_status(&after, &after, SECOND, VMM_OK);
        set(&after, numbers[i], 7);
        check_status(&before, &after, SECOND, VMM_OK);
        set(&after, numbers[i], 8);
        check_status(&before, &after, SECOND, VMM_RESET);
        set(&after, numbers[i], 0);
        check_status(&before, &after, SECOND, VMM_RESET);
        /* Before the question whether anything is known. */
        after.rx_bytes = after.tx_bytes = VMM_UNKNOWN;
        check_status(&before, &after, SECOND, VMM_RESET);
    }
}

static void test_another_name_is_a_reset(void **state)
{
    static const struct {
        const char *before;
        const char *after;
        vmm_status wanted;
    } names[] = {
        {"tap0", "tap0", VMM_OK},
        {"tap0", "tap1", VMM_RESET},
        {"tap0", "tap", VMM_RESET},
        {"tap", "tap0", VMM_RESET},
        {"tap0", "", VMM_OK},
        {"", "tap0", VMM_OK},
        {"", "", VMM_OK},
        {"abcdefghijklmno", "abcdefghijklmno", VMM_OK},
        {"abcdefghijklmno", "abcdefghijklmnp", VMM_RESET},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        struct vmm_net before = traffic(1, 1), after = traffic(2, 2);

        memcpy(before.name, names[i].before, strlen(names[i].before) + 1);
        memcpy(after.name, names[i].after, strlen(names[i].after) + 1);
        check_status(&before, &after, SECOND, names[i].wanted);
        /* What stands behind the NUL is no part of a name. */
        if (strlen(names[i].before) < 15)
            before.name[15] = 'x';
        check_status(&before, &after, SECOND, names[i].wanted);
    }
}

/* ---- what is asked first ---- */

static void test_the_first_sample_gives_nothing(void **state)
{
    struct vmm_net before = traffic(5, 5), after = traffic(4, 4);

    (void)state;
    before.size = 0;
    check_status(&before, &after, SECOND, VMM_FIRST);
    check_status(&before, &after, 0, VMM_FIRST);
    check_status(NULL, &after, -1, VMM_FIRST);
    check_status(NULL, NULL, SECOND, VMM_E_ARGUMENT);
}

static void test_no_time_elapsed(void **state)
{
    struct vmm_net before = traffic(5, 5), after = traffic(4, 4), empty = nothing();

    (void)state;
    check_status(&before, &after, 0, VMM_NO_INTERVAL);
    check_status(&before, &after, -1, VMM_NO_INTERVAL);
    check_status(&before, &after, INT64_MIN, VMM_NO_INTERVAL);
    check_status(&empty, &empty, 0, VMM_NO_INTERVAL);
}

static void test_nothing_is_known(void **state)
{
    struct vmm_net empty = nothing(), gauges = nothing();

    (void)state;
    check_status(&empty, &empty, SECOND, VMM_E_EMPTY);
    gauges.ifindex = gauges.operstate = gauges.speed_bits_per_second = gauges.rx_crc_errors = gauges.collisions = 5;
    memcpy(gauges.name, "tap0", 5);
    check_status(&gauges, &gauges, SECOND, VMM_E_EMPTY);
    gauges.size = offsetof(struct vmm_net, name);
    check_status(&gauges, &gauges, SECOND, VMM_E_EMPTY);
}

static void test_outputs_of_every_size(void **state)
{
    struct vmm_net before = traffic(1, 1), after = traffic(2, 3);
    struct vmm_net_rate whole;
    struct vmm_field field;

    (void)state;
    memcpy(after.name, "tap0", 5);
    after.carrier_changes = before.carrier_changes = 3;
    whole = rate_between(&before, &after, SECOND);
    for (size_t size = 0; size <= 2 * sizeof whole; size++) {
        struct record out, wanted;

        memset(&wanted, 0x5a, sizeof wanted);
        if (size >= 8) {
            memset(&wanted, 0xff, size);
            wanted.words[0] = size < sizeof whole ? size : sizeof whole;
            for (uint32_t i = 0; field_of(VMM_RECORD_NET_RATE, i, &field); i++)
                if (field.offset + field.bytes <= size)
                    memcpy((char *)&wanted + field.offset, (const char *)&whole + field.offset, (size_t)field.bytes);
        }
        memset(&out, 0x5a, sizeof out);
        assert_int_equal(vmm_net_rate_between(&before, &after, SECOND, (struct vmm_net_rate *)(void *)&out, size),
                         size < 8 ? VMM_E_ARGUMENT : VMM_OK);
        assert_memory_equal(&out, &wanted, sizeof out);
    }
    assert_int_equal(vmm_net_rate_between(&before, &after, SECOND, NULL, sizeof whole), VMM_E_ARGUMENT);
}

/* Records of another age: only whole members count. In blocks of their size, so that a sanitizer sees more. */
static void test_inputs_of_every_size(void **state)
{
    struct vmm_net before = traffic(100, 100), after = traffic(200, 200);

    (void)state;
    memcpy(before.name, "tap0", 5);
    memcpy(after.name, "tap1", 5);
    for (size_t size = 8; size <= sizeof before; size++) {
        struct vmm_net *shorter = malloc(size);
        bool has_name = size >= offsetof(struct vmm_net, name) + sizeof before.name;
        vmm_status wanted = has_name ? VMM_RESET : VMM_E_EMPTY;

        assert_non_null(shorter);
        memcpy(shorter, &before, size);
        *(uint64_t *)(void *)shorter = size;
        check_status(shorter, &after, SECOND, wanted);
        check_status(&after, shorter, SECOND, wanted);
        if (has_name) {
            memcpy((char *)shorter + offsetof(struct vmm_net, name), "tap1", 5);
            check_status(shorter, &after, SECOND,
                         size >= offsetof(struct vmm_net, rx_bytes) + 8 ? VMM_OK : VMM_E_EMPTY);
        }
        free(shorter);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_rate_alone),
        cmocka_unit_test(test_the_rate_says_of_which_interface),
        cmocka_unit_test(test_rates_from_files),
        cmocka_unit_test(test_rates_of_views),
        cmocka_unit_test(test_extreme_numbers),
        cmocka_unit_test(test_utilisation_as_sar_computes_it),
        cmocka_unit_test(test_utilisation_without_speed_or_duplex),
        cmocka_unit_test(test_carrier_changes),
        cmocka_unit_test(test_which_falls_are_a_reset),
        cmocka_unit_test(test_a_tap_that_was_made_again),
        cmocka_unit_test(test_another_interface_is_a_reset),
        cmocka_unit_test(test_another_name_is_a_reset),
        cmocka_unit_test(test_the_first_sample_gives_nothing),
        cmocka_unit_test(test_no_time_elapsed),
        cmocka_unit_test(test_nothing_is_known),
        cmocka_unit_test(test_outputs_of_every_size),
        cmocka_unit_test(test_inputs_of_every_size),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
