/* SPDX-License-Identifier: MIT */
/* An interface's traffic between two samples. */
#include "support_usage.h"

#include <string.h>

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

static struct vmm_net nothing(void)
{
    struct vmm_net net;

    assert_int_equal(vmm_record_init(VMM_RECORD_NET, &net, sizeof net), VMM_OK);
    return net;
}

static void set(struct vmm_net *net, const char *name, uint64_t value)
{
    set_member(VMM_RECORD_NET, net, name, value);
}

static double rate_named(const struct vmm_net_usage *rate, const char *name)
{
    return double_member(VMM_RECORD_NET_USAGE, rate, name);
}

static vmm_status between(const struct vmm_net *before, const struct vmm_net *after, int64_t elapsed_ns,
                          struct vmm_net_usage *rate)
{
    return call_usage(&usage_net_usage, before, after, elapsed_ns, 0, rate);
}

static struct vmm_net_usage rate_between(const struct vmm_net *before, const struct vmm_net *after, int64_t elapsed_ns)
{
    struct vmm_net_usage rate;

    assert_int_equal(between(before, after, elapsed_ns, &rate), VMM_OK);
    return rate;
}

static void check_status(const struct vmm_net *before, const struct vmm_net *after, int64_t elapsed_ns,
                         vmm_status wanted)
{
    struct vmm_net_usage rate;

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

TEST(each_rate_alone)
{
    for (size_t i = 0; i < COUNT_OF(rates); i++) {
        struct vmm_net before = nothing(), after = nothing();
        struct vmm_net_usage rate;
        struct vmm_member_info field;

        set(&before, rates[i].counter, 100);
        set(&after, rates[i].counter, 105);
        rate = rate_between(&before, &after, 2 * SECOND);
        for (uint32_t k = 3; field_of(VMM_RECORD_NET_USAGE, k, &field); k++) {
            if (strcmp(field.name, rates[i].rate) == 0)
                check_near(rate_named(&rate, field.name), 2.5);
            else if (field.type == VMM_TYPE_DOUBLE)
                check_nan(rate_named(&rate, field.name));
            else
                check_unknown_number(member(VMM_RECORD_NET_USAGE, &rate, field.name));
        }
        rate = rate_between(&before, &before, SECOND);
        check_near(rate_named(&rate, rates[i].rate), 0);
        /* A counter that is known in one sample only gives no rate. */
        set(&before, rates[i].counter, VMM_UNKNOWN);
        check_status(&before, &after, SECOND, VMM_E_EMPTY);
        check_status(&after, &before, SECOND, VMM_E_EMPTY);
        set(&before, rates[i].counter, VMM_UNLIMITED);
        check_status(&after, &before, SECOND, VMM_E_EMPTY);
    }
}

TEST(the_rate_says_of_which_interface)
{
    struct vmm_net before = traffic(1, 2), after = traffic(3, 5);
    struct vmm_net_usage rate;

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

TEST(rates_from_files)
{
    static const char header[] = "Inter-|\n face |bytes\n";
    static const char *const rows[] = {"eth0: 1000 10 1 2 0 0 0 5 4000 40 3 4 0 0 0 0\n",
                                       "eth0: 3000 30 1 4 0 0 0 5 9000 90 3 8 0 0 0 0\n"};
    struct vmm_net sample[2];
    struct vmm_net_usage rate;

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

/* The rates of a guest's view are those of the TAP, turned round. */
TEST(rates_of_views)
{
    struct vmm_net before = traffic(1000, 2000), after = traffic(1500, 9000);
    struct vmm_net_usage rate;

    assert_int_equal(vmm_net_guest_view_of(&before, &before, sizeof before), VMM_OK);
    assert_int_equal(vmm_net_guest_view_of(&after, &after, sizeof after), VMM_OK);
    rate = rate_between(&before, &after, SECOND);
    check_near(rate.tx_bytes_per_second, 500);
    check_near(rate.rx_bytes_per_second, 7000);
}

/* ---- how much of the link ---- */

static double utilisation(uint64_t rx, uint64_t tx, uint64_t speed, uint64_t duplex)
{
    struct vmm_net before = traffic(1000, 2000), after = traffic(1000 + rx, 2000 + tx);
    struct vmm_net_usage rate;

    after.speed_bits_per_second = speed;
    after.duplex = duplex;
    rate = rate_between(&before, &after, 2 * SECOND);
    check_near(rate.rx_bytes_per_second, (double)rx / 2);
    return rate.utilisation_sar_ratio;
}

/* sar's %ifutil: rd_stats.c, compute_ifutil(). */
TEST(utilisation_as_sar_computes_it)
{
    /* 1 Gbit/s is 250,000,000 bytes in two seconds. */
    check_near(utilisation(25000000, 5000000, 1000000000, VMM_NET_DUPLEX_FULL), 0.1);
    check_near(utilisation(5000000, 25000000, 1000000000, VMM_NET_DUPLEX_FULL), 0.1);
    check_near(utilisation(25000000, 5000000, 1000000000, VMM_NET_DUPLEX_HALF), 0.12);
    check_near(utilisation(5000000, 25000000, 1000000000, VMM_NET_DUPLEX_HALF), 0.12);
    check_near(utilisation(0, 0, 1000000000, VMM_NET_DUPLEX_FULL), 0);
    check_near(utilisation(250000000, 250000000, 1000000000, VMM_NET_DUPLEX_FULL), 1);
    /* The 10 Mbit/s of a TAP before 6.2 are no bound for what it carries. */
    check_near(utilisation(250000000, 0, 10000000, VMM_NET_DUPLEX_FULL), 100);
}

/* The ratio needs a known speed above 0, and the duplex, which decides the formula. */
TEST(utilisation_without_speed_or_duplex)
{
    struct vmm_net before = traffic(0, 0), after = traffic(5, VMM_UNKNOWN);

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
    /* Speed and duplex are those of the later sample. */
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

TEST(carrier_changes)
{
    struct vmm_net before = nothing(), after = nothing();

    assert_int_equal(carrier_changes(3, 5), 2);
    assert_int_equal(carrier_changes(3, 3), 0);
    check_unknown_number(carrier_changes(VMM_UNKNOWN, 3));
    check_unknown_number(carrier_changes(3, VMM_UNKNOWN));
    /* 32 bits: it went round. */
    assert_int_equal(carrier_changes(UINT32_MAX, 1), 2);
    assert_int_equal(carrier_changes(UINT64_C(0x80000002), 1), 0x7fffffff);
    /* The counter did not wrap but restarted; this alone is not a reset. */
    check_unknown_number(carrier_changes(5, 3));
    check_unknown_number(carrier_changes(UINT64_C(0x80000001), 1));
    check_unknown_number(carrier_changes(0, UINT64_C(0x80000000)));
    /* This counter alone is enough for a result. */
    before.carrier_changes = 1;
    after.carrier_changes = 4;
    assert_int_equal(rate_between(&before, &after, SECOND).carrier_changes, 3);
    check_nan(rate_between(&before, &after, SECOND).rx_bytes_per_second);
    /* Above 32 bits there is nothing to go round. */
    before.carrier_changes = UINT64_C(0x100000000);
    check_status(&before, &after, SECOND, VMM_RESET);
}

/* ---- restarts ---- */

/* A TAP that was made again, and one that reads as zeros for a moment. */
TEST(a_tap_that_was_made_again)
{
    struct vmm_net before = traffic(5000000, 7000000), after = traffic(90, 0);

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
