/* What a process did between two samples. */
#include "support.h"

#include <string.h>

#define SECOND INT64_C(1000000000)
#define DAY (INT64_C(86400) * SECOND)
#define MOST (UINT64_MAX - 2)
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
    vmm_status status;

    memset(usage, 0x5a, sizeof *usage);
    status = vmm_process_usage_between(before, after, elapsed_ns, ticks_per_second, usage, sizeof *usage);
    assert_int_equal(usage->size, sizeof *usage);
    if (status != VMM_OK)
        check_unknown(VMM_RECORD_PROCESS_USAGE, usage);
    return status;
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

/* ---- members by their names, not by the places that the code knows ---- */

static size_t offset_of(uint32_t record_id, const char *name)
{
    struct vmm_field field;

    for (uint32_t i = 0; field_of(record_id, i, &field); i++)
        if (strcmp(field.name, name) == 0)
            return (size_t)field.offset;
    print_error("no member %s\n", name);
    fail();
    return 0;
}

static void set(struct vmm_process *record, const char *name, uint64_t value)
{
    memcpy((char *)record + offset_of(VMM_RECORD_PROCESS, name), &value, sizeof value);
}

static double got(const struct vmm_process_usage *usage, const char *name)
{
    double value;

    memcpy(&value, (const char *)usage + offset_of(VMM_RECORD_PROCESS_USAGE, name), sizeof value);
    return value;
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

/* ---- what it says ---- */

static void test_cores(void **state)
{
    struct vmm_process before = nothing(), after = nothing();
    struct vmm_process_usage usage;

    (void)state;
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

/* A33: the guest's time is in the user time already. */
static void test_the_time_of_a_guest_is_not_added(void **state)
{
    struct vmm_process before = nothing(), after = nothing();
    struct vmm_process_usage usage;

    (void)state;
    before.utime_ticks = before.stime_ticks = before.guest_time_ticks = 0;
    after.utime_ticks = 80;
    after.stime_ticks = 10;
    after.guest_time_ticks = 75;
    usage = usage_between(&before, &after, SECOND);
    check_near(usage.cores_used, 0.9);
    check_near(usage.user_cores, 0.8);
    check_near(usage.guest_cores, 0.75);
    /* The kernel scales user time, and not the guest's: that can seem to be more. */
    after.guest_time_ticks = 81;
    usage = usage_between(&before, &after, SECOND);
    check_near(usage.user_cores, 0.8);
    check_near(usage.guest_cores, 0.81);
}

static void test_a_part_of_the_cpu_time(void **state)
{
    struct vmm_process before = nothing(), after = nothing();
    struct vmm_process_usage usage;

    (void)state;
    before.utime_ticks = 0;
    after.utime_ticks = 50;
    after.stime_ticks = 50;
    usage = usage_between(&before, &after, SECOND);
    check_nan(usage.cores_used);
    check_near(usage.user_cores, 0.5);
    check_nan(usage.system_cores);
}

static void test_without_a_tick_rate(void **state)
{
    struct vmm_process before = nothing(), after = nothing();
    struct vmm_process_usage usage;

    (void)state;
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
    /* Nor do nanoseconds need one. */
    before.minflt = VMM_UNKNOWN;
    before.run_delay_ns = 0;
    after.run_delay_ns = 250000000;
    assert_int_equal(between(&before, &after, SECOND, 0, &usage), VMM_OK);
    check_near(usage.run_delay_cores, 0.25);
    /* That it fell is known without. */
    after.utime_ticks = 0;
    before.utime_ticks = 1;
    assert_int_equal(between(&before, &after, SECOND, 0, &usage), VMM_RESET);
}

/* Each result by itself, from nothing but its own counter. */
static void test_each_counter_alone(void **state)
{
    (void)state;
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

static void test_all_counters_at_once(void **state)
{
    struct vmm_process before = with_all(7000), after = with_all(7500);
    struct vmm_process_usage usage = usage_between(&before, &after, SECOND / 2);

    (void)state;
    for (size_t i = 0; i < COUNT_OF(alone); i++)
        check_near(got(&usage, alone[i].result), 1000 * alone[i].unit);
    check_near(usage.cores_used, 20);
    assert_int_equal(usage.pid, 4218);
    assert_int_equal(usage.starttime_ticks, 901233);
}

/* A34: what is taken back may be more than what was written. */
static void test_more_cancelled_than_written(void **state)
{
    struct vmm_process before = nothing(), after = nothing();
    struct vmm_process_usage usage;

    (void)state;
    before.write_bytes = before.cancelled_write_bytes = 4096;
    after.write_bytes = 8192;
    after.cancelled_write_bytes = 4096 + 1048576;
    usage = usage_between(&before, &after, SECOND);
    check_near(usage.write_bytes_per_second, 4096);
    check_near(usage.cancelled_write_bytes_per_second, 1048576);
    check_nan(usage.read_bytes_per_second);
}

/* ---- when it says nothing ---- */

static void test_the_first_sample_gives_nothing(void **state)
{
    struct vmm_process before = with_all(5), after = with_all(6);

    (void)state;
    check_status(NULL, &after, SECOND, VMM_FIRST);
    before.size = 0;
    check_status(&before, &after, SECOND, VMM_FIRST);
    check_status(&before, &after, 0, VMM_FIRST);
}

static void test_no_time_elapsed(void **state)
{
    struct vmm_process before = with_all(5), after = with_all(6), fallen = with_all(4);

    (void)state;
    check_status(&before, &after, 0, VMM_NO_INTERVAL);
    check_status(&before, &after, -1, VMM_NO_INTERVAL);
    check_status(&before, &after, INT64_MIN, VMM_NO_INTERVAL);
    check_status(&before, &fallen, 0, VMM_NO_INTERVAL);
}

/* A32: the same number is the same process only with the same start. */
static void test_a_process_that_was_replaced(void **state)
{
    struct vmm_process before = with_all(5), after = with_all(6);

    (void)state;
    after.starttime_ticks++;
    check_status(&before, &after, SECOND, VMM_RESET);
    after.starttime_ticks -= 2;
    check_status(&before, &after, SECOND, VMM_RESET);
    after.starttime_ticks = VMM_UNKNOWN;
    usage_between(&before, &after, SECOND);
    after.starttime_ticks = before.starttime_ticks;
    after.pid++;
    check_status(&before, &after, SECOND, VMM_RESET);
    after.pid = VMM_UNKNOWN;
    assert_int_equal(usage_between(&before, &after, SECOND).pid, VMM_UNKNOWN);
    before.pid = VMM_UNKNOWN;
    after.pid = 4218;
    assert_int_equal(usage_between(&before, &after, SECOND).pid, 4218);
}

static void test_a_counter_that_fell_is_a_reset(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(alone); i++) {
        struct vmm_process before = with_all(7000), after = with_all(7500);

        set(&after, alone[i].counter, 6999);
        check_status(&before, &after, SECOND, VMM_RESET);
        /* No width is guessed. */
        set(&before, alone[i].counter, UINT32_MAX);
        set(&after, alone[i].counter, 0);
        check_status(&before, &after, SECOND, VMM_RESET);
        set(&before, alone[i].counter, MOST);
        check_status(&before, &after, SECOND, VMM_RESET);
    }
}

/* Only what the usage reads can be a reason. */
static void test_other_members_may_fall(void **state)
{
    static const char *const others[] = {"cutime_ticks",
                                         "cstime_ticks",
                                         "cminflt",
                                         "cmajflt",
                                         "cguest_time_ticks",
                                         "delayacct_blkio_ticks",
                                         "run_time_ns",
                                         "timeslices",
                                         "num_threads",
                                         "rss_pages",
                                         "state",
                                         "ppid",
                                         "vm_rss_bytes"};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(others); i++) {
        struct vmm_process before = with_all(7000), after = with_all(7500);

        set(&before, others[i], 10);
        set(&after, others[i], 1);
        usage_between(&before, &after, SECOND);
    }
}

static void test_nothing_is_known(void **state)
{
    struct vmm_process before = nothing(), after = nothing();

    (void)state;
    check_status(&before, &after, SECOND, VMM_E_EMPTY);
    after = with_all(5);
    check_status(&before, &after, SECOND, VMM_E_EMPTY);
    before = with_all(VMM_UNLIMITED);
    check_status(&before, &after, SECOND, VMM_E_EMPTY);
    before.run_time_ns = after.run_time_ns = 5;
    check_status(&before, &after, SECOND, VMM_E_EMPTY);
}

/* A zombie has no memory, but its counters stay. */
static void test_a_process_that_ended(void **state)
{
    struct vmm_process before = with_all(7000), after = with_all(7100);
    struct vmm_process_usage usage;

    (void)state;
    before.state = VMM_PROCESS_STATE_RUNNING;
    before.rss_pages = 5000;
    after.state = VMM_PROCESS_STATE_ZOMBIE;
    after.rss_pages = 0;
    usage = usage_between(&before, &after, SECOND);
    check_near(usage.cores_used, 2);
}

static void test_extreme_growths_and_times(void **state)
{
    struct vmm_process before = with_all(0), after = with_all(MOST);
    struct vmm_process_usage usage;

    (void)state;
    usage = usage_between(&before, &after, 1);
    assert_true(usage.read_bytes_per_second > 1e28 && usage.read_bytes_per_second < 1e29);
    usage = usage_between(&before, &after, INT64_MAX);
    assert_true(usage.cores_used > 3e7 && usage.cores_used < 5e7);
    after = with_all(1);
    usage = usage_between(&before, &after, 365 * DAY);
    assert_true(usage.user_cores > 0 && usage.user_cores < 1e-9);
}

/* ---- input and output ---- */

static void test_shorter_records_as_input(void **state)
{
    (void)state;
    for (uint64_t size = 8; size <= sizeof(struct vmm_process); size += 4) {
        for (unsigned which = 1; which <= 3; which++) {
            struct vmm_process before = with_all(0), after = with_all(100);
            struct vmm_process_usage usage;
            bool any = false;
            vmm_status status;

            before.size = which & 1 ? size : sizeof before;
            after.size = which & 2 ? size : sizeof after;
            status = between(&before, &after, SECOND, TICKS, &usage);
            for (size_t i = 0; i < COUNT_OF(alone); i++) {
                if (offset_of(VMM_RECORD_PROCESS, alone[i].counter) + 8 <= size) {
                    any = true;
                    check_near(got(&usage, alone[i].result), 100 * alone[i].unit);
                } else {
                    check_nan(got(&usage, alone[i].result));
                }
            }
            assert_int_equal(status, any ? VMM_OK : VMM_E_EMPTY);
        }
    }
}

static void test_inputs_are_not_written_to(void **state)
{
    struct vmm_process before = with_all(0), after = with_all(100);
    struct vmm_process copy_before = before, copy_after = after;

    (void)state;
    usage_between(&before, &after, SECOND);
    assert_memory_equal(&before, &copy_before, sizeof before);
    assert_memory_equal(&after, &copy_after, sizeof after);
}

static void test_outputs_of_every_size(void **state)
{
    struct vmm_process before = with_all(10), after = with_all(20), empty = nothing(), fallen = with_all(9);
    struct vmm_process_usage whole = usage_between(&before, &after, SECOND);

    (void)state;
    for (size_t size = 0; size <= sizeof whole * 2; size++) {
        const struct vmm_process *afters[] = {&after, &fallen, &empty, NULL};
        static const vmm_status statuses[] = {VMM_OK, VMM_RESET, VMM_E_EMPTY, VMM_E_ARGUMENT};

        for (size_t i = 0; i < COUNT_OF(statuses); i++) {
            struct record record;
            const unsigned char *bytes = (const unsigned char *)record.words;
            size_t valid = size < sizeof whole ? size : sizeof whole;

            memset(&record, 0x5a, sizeof record);
            assert_int_equal(vmm_process_usage_between(&before, afters[i], SECOND, TICKS,
                                                       (struct vmm_process_usage *)(void *)record.words, size),
                             size < 8 ? VMM_E_ARGUMENT : statuses[i]);
            if (size >= 8) {
                size_t members = statuses[i] == VMM_OK ? valid / 8 * 8 : 8;

                assert_int_equal(record.words[0], valid);
                assert_memory_equal(bytes + 8, (const unsigned char *)&whole + 8, members - 8);
                check_bytes(bytes + members, size - members, 0xff);
            }
            check_bytes(bytes + (size < 8 ? 0 : size), sizeof record - (size < 8 ? 0 : size), 0x5a);
        }
    }
    assert_int_equal(vmm_process_usage_between(&before, &after, SECOND, TICKS, NULL, sizeof whole), VMM_E_ARGUMENT);
}

/* As a caller does it: from texts. */
static void test_two_texts(void **state)
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

    (void)state;
    for (unsigned i = 0; i < 2; i++) {
        struct vmm_text stat = vmm_text_of(stats[i], strlen(stats[i])), io = vmm_text_of(ios[i], strlen(ios[i]));

        samples[i] = nothing();
        assert_int_equal(vmm_process_read(VMM_PROCESS_FILE_STAT, &stat, &samples[i], sizeof samples[i]), VMM_OK);
        assert_int_equal(vmm_process_read(VMM_PROCESS_FILE_IO, &io, &samples[i], sizeof samples[i]), VMM_OK);
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

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cores),
        cmocka_unit_test(test_the_time_of_a_guest_is_not_added),
        cmocka_unit_test(test_a_part_of_the_cpu_time),
        cmocka_unit_test(test_without_a_tick_rate),
        cmocka_unit_test(test_each_counter_alone),
        cmocka_unit_test(test_all_counters_at_once),
        cmocka_unit_test(test_more_cancelled_than_written),
        cmocka_unit_test(test_the_first_sample_gives_nothing),
        cmocka_unit_test(test_no_time_elapsed),
        cmocka_unit_test(test_a_process_that_was_replaced),
        cmocka_unit_test(test_a_counter_that_fell_is_a_reset),
        cmocka_unit_test(test_other_members_may_fall),
        cmocka_unit_test(test_nothing_is_known),
        cmocka_unit_test(test_a_process_that_ended),
        cmocka_unit_test(test_extreme_growths_and_times),
        cmocka_unit_test(test_shorter_records_as_input),
        cmocka_unit_test(test_inputs_are_not_written_to),
        cmocka_unit_test(test_outputs_of_every_size),
        cmocka_unit_test(test_two_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
