/* SPDX-License-Identifier: MIT */
/* What a process did between two samples. */
#include "support_usage.h"

#include <string.h>

/* Ticks a second, as everywhere. */
#define TICKS 100

static struct vmm_process nothing(void)
{
    struct vmm_process record;

    assert_int_equal(vmm_record_init(VMM_RECORD_PROCESS, &record, sizeof record), VMM_OK);
    return record;
}

static vmm_status between(const struct vmm_process *before, const struct vmm_process *after, int64_t elapsed_ns,
                          uint64_t ticks_per_second, struct vmm_process_usage *usage)
{
    return call_usage(&usage_process_usage, before, after, elapsed_ns, ticks_per_second, usage);
}

static struct vmm_process_usage usage_between(const struct vmm_process *before, const struct vmm_process *after,
                                              int64_t elapsed_ns)
{
    struct vmm_process_usage usage;

    assert_int_equal(between(before, after, elapsed_ns, TICKS, &usage), VMM_OK);
    return usage;
}

static void check_status(const struct vmm_process *before, const struct vmm_process *after, int64_t elapsed_ns,
                         vmm_status wanted)
{
    struct vmm_process_usage usage;

    assert_int_equal(between(before, after, elapsed_ns, TICKS, &usage), wanted);
}

static void set(struct vmm_process *record, const char *name, uint64_t value)
{
    set_member(VMM_RECORD_PROCESS, record, name, value);
}

static double got(const struct vmm_process_usage *usage, const char *name)
{
    return double_member(VMM_RECORD_PROCESS_USAGE, usage, name);
}

/* A counter, the result that needs it alone, and what a growth of 1 in a second makes of that. */
static const struct {
    const char *counter;
    const char *result;
    double unit;
} alone[] = {
    {"utime_ticks", "user_cores", 0.01},
    {"stime_ticks", "system_cores", 0.01},
    {"guest_time_ticks", "guest_cores", 0.01},
    {"minflt", "minflt_per_second", 1},
    {"majflt", "majflt_per_second", 1},
    {"rchar_bytes", "rchar_bytes_per_second", 1},
    {"wchar_bytes", "wchar_bytes_per_second", 1},
    {"syscr", "syscr_per_second", 1},
    {"syscw", "syscw_per_second", 1},
    {"read_bytes", "read_bytes_per_second", 1},
    {"write_bytes", "write_bytes_per_second", 1},
    {"cancelled_write_bytes", "cancelled_write_bytes_per_second", 1},
    {"run_delay_ns", "run_delay_cores", 1e-9},
    {"voluntary_ctxt_switches", "voluntary_ctxt_switches_per_second", 1},
    {"nonvoluntary_ctxt_switches", "nonvoluntary_ctxt_switches_per_second", 1},
};

enum { OF_TICKS = 3 };

static struct vmm_process with_all(uint64_t value)
{
    struct vmm_process record = nothing();

    for (size_t i = 0; i < COUNT_OF(alone); i++)
        set(&record, alone[i].counter, value);
    record.pid = 4218;
    record.starttime_ticks = 901233;
    return record;
}

/* ---- results ---- */

TEST(cores)
{
    struct vmm_process before = nothing(), after = nothing();
    struct vmm_process_usage usage;

    before.utime_ticks = 1000;
    before.stime_ticks = 100;
    after.utime_ticks = 1300;
    after.stime_ticks = 200;
    usage = usage_between(&before, &after, 2 * SECOND);
    check_near(usage.cores_used, 2);
    check_near(usage.user_cores, 1.5);
    check_near(usage.system_cores, 0.5);
    check_nan(usage.guest_cores);
    check_nan(usage.minflt_per_second);
    check_nan(usage.run_delay_cores);
    usage = usage_between(&before, &before, 1);
    check_near(usage.cores_used, 0);
    /* Another tick rate. */
    assert_int_equal(between(&before, &after, 2 * SECOND, 1000, &usage), VMM_OK);
    check_near(usage.cores_used, 0.2);
    assert_int_equal(between(&before, &after, 2 * SECOND, UINT64_MAX, &usage), VMM_OK);
    assert_true(usage.cores_used > 0 && usage.cores_used < 1e-12);
}

/* The guest's time is in the user time already. */
TEST(the_time_of_a_guest_is_not_added)
{
    struct vmm_process before = nothing(), after = nothing();
    struct vmm_process_usage usage;

    before.utime_ticks = before.stime_ticks = before.guest_time_ticks = 0;
    after.utime_ticks = 80;
    after.stime_ticks = 10;
    after.guest_time_ticks = 75;
    usage = usage_between(&before, &after, SECOND);
    check_near(usage.cores_used, 0.9);
    check_near(usage.user_cores, 0.8);
    check_near(usage.guest_cores, 0.75);
    check_near(usage.outside_guest_cores, 0.15);
    /* The kernel scales user time, and not the guest's: that can seem to be more. */
    after.guest_time_ticks = 81;
    usage = usage_between(&before, &after, SECOND);
    check_near(usage.user_cores, 0.8);
    check_near(usage.guest_cores, 0.81);
    after.guest_time_ticks = 91;
    check_near(usage_between(&before, &after, SECOND).outside_guest_cores, 0);
}

TEST(a_part_of_the_cpu_time)
{
    struct vmm_process before = nothing(), after = nothing();
    struct vmm_process_usage usage;

    before.utime_ticks = 0;
    after.utime_ticks = 50;
    after.stime_ticks = 50;
    usage = usage_between(&before, &after, SECOND);
    check_nan(usage.cores_used);
    check_near(usage.user_cores, 0.5);
    check_nan(usage.system_cores);
}

TEST(without_a_tick_rate)
{
    struct vmm_process before = nothing(), after = nothing();
    struct vmm_process_usage usage;

    before.utime_ticks = before.stime_ticks = before.guest_time_ticks = 0;
    after.utime_ticks = after.stime_ticks = after.guest_time_ticks = 50;
    assert_int_equal(between(&before, &after, SECOND, 0, &usage), VMM_E_EMPTY);
    before.minflt = 3;
    after.minflt = 4;
    assert_int_equal(between(&before, &after, SECOND, 0, &usage), VMM_OK);
    check_nan(usage.cores_used);
    check_nan(usage.user_cores);
    check_nan(usage.system_cores);
    check_nan(usage.guest_cores);
    check_near(usage.minflt_per_second, 1);
    /* Nanoseconds need no tick rate. */
    before.minflt = VMM_UNKNOWN;
    before.run_delay_ns = 0;
    after.run_delay_ns = 250000000;
    assert_int_equal(between(&before, &after, SECOND, 0, &usage), VMM_OK);
    check_near(usage.run_delay_cores, 0.25);
    /* That a counter fell is known without a tick rate. */
    after.utime_ticks = 0;
    before.utime_ticks = 1;
    assert_int_equal(between(&before, &after, SECOND, 0, &usage), VMM_RESET);
}

/* Each result by itself, from nothing but its own counter. */
TEST(each_counter_alone)
{
    for (size_t i = 0; i < COUNT_OF(alone); i++) {
        struct vmm_process before = nothing(), after = nothing();
        struct vmm_process_usage usage;

        set(&before, alone[i].counter, 1000);
        set(&after, alone[i].counter, 1500);
        usage = usage_between(&before, &after, 2 * SECOND);
        for (size_t k = 0; k < COUNT_OF(alone); k++) {
            if (k == i)
                check_near(got(&usage, alone[k].result), 250 * alone[k].unit);
            else
                check_nan(got(&usage, alone[k].result));
        }
        check_nan(usage.cores_used);
        check_unknown_number(usage.pid);
        /* In one sample only. */
        check_status(&before, &(struct vmm_process){.size = 8}, SECOND, VMM_E_EMPTY);
        before = nothing();
        check_status(&before, &after, SECOND, VMM_E_EMPTY);
    }
}

TEST(all_counters_at_once)
{
    struct vmm_process before = with_all(7000), after = with_all(7500);
    struct vmm_process_usage usage = usage_between(&before, &after, SECOND / 2);

    for (size_t i = 0; i < COUNT_OF(alone); i++)
        check_near(got(&usage, alone[i].result), 1000 * alone[i].unit);
    check_near(usage.cores_used, 20);
    assert_int_equal(usage.pid, 4218);
    assert_int_equal(usage.starttime_ticks, 901233);
}

/* Bytes that were cancelled can be more than bytes that were written. */
TEST(more_cancelled_than_written)
{
    struct vmm_process before = nothing(), after = nothing();
    struct vmm_process_usage usage;

    before.write_bytes = before.cancelled_write_bytes = 4096;
    after.write_bytes = 8192;
    after.cancelled_write_bytes = 4096 + 1048576;
    usage = usage_between(&before, &after, SECOND);
    check_near(usage.write_bytes_per_second, 4096);
    check_near(usage.cancelled_write_bytes_per_second, 1048576);
    check_nan(usage.read_bytes_per_second);
}

/* A zombie has no memory, but its counters stay. */
TEST(a_process_that_ended)
{
    struct vmm_process before = with_all(7000), after = with_all(7100);
    struct vmm_process_usage usage;

    before.state = VMM_PROCESS_STATE_RUNNING;
    before.rss_pages = 5000;
    after.state = VMM_PROCESS_STATE_ZOMBIE;
    after.rss_pages = 0;
    usage = usage_between(&before, &after, SECOND);
    check_near(usage.cores_used, 2);
}

/* ---- from text ---- */

/* As a caller does it: from texts. */
TEST(two_texts)
{
    static const char *const stats[] = {
        "4218 (firecracker) S 1 1 1 0 -1 0 100 0 5 0 1000 200 0 0 20 0 5 0 901233 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 17 0 0 "
        "0 0 900 "
        "0\n",
        "4218 (firecracker) S 1 1 1 0 -1 0 180 0 5 0 1390 220 0 0 20 0 5 0 901233 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 17 0 0 "
        "0 0 "
        "1280 0\n",
    };
    static const char *const ios[] = {"read_bytes: 4096\nwrite_bytes: 0\n", "read_bytes: 40960\nwrite_bytes: 8192\n"};
    struct vmm_process samples[2];
    struct vmm_process_usage usage;

    for (unsigned i = 0; i < 2; i++) {
        struct vmm_text stat = vmm_text_of(stats[i], strlen(stats[i])), io = vmm_text_of(ios[i], strlen(ios[i]));

        samples[i] = nothing();
        assert_int_equal(vmm_record_read(&stat, VMM_FILE_PROCESS_STAT, &samples[i], sizeof samples[i]), VMM_OK);
        assert_int_equal(vmm_record_read(&io, VMM_FILE_PROCESS_IO, &samples[i], sizeof samples[i]), VMM_OK);
    }
    usage = usage_between(&samples[0], &samples[1], 4 * SECOND);
    check_near(usage.cores_used, 1.025);
    check_near(usage.guest_cores, 0.95);
    check_near(usage.minflt_per_second, 20);
    check_near(usage.majflt_per_second, 0);
    check_near(usage.read_bytes_per_second, 9216);
    check_near(usage.write_bytes_per_second, 2048);
    check_nan(usage.run_delay_cores);
}

TEST(a_call_without_an_interval_is_refused)
{
    struct vmm_process before = nothing(), after = nothing();
    struct vmm_process_usage usage = {0};

    before.utime_ticks = before.stime_ticks = 0;
    after.utime_ticks = after.stime_ticks = 1;
    assert_int_equal(vmm_process_usage_between(&before, &after, NULL, &usage, sizeof usage), VMM_E_ARGUMENT);
    assert_int_equal(usage.size, sizeof usage);
    check_nan(usage.cores_used);
}
