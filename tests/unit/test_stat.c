/* SPDX-License-Identifier: MIT */
/* The counters of /proc/stat. */
#include "test.h"

#include <stdio.h>
#include <string.h>

static struct vmm_stat parsed(const char *name)
{
    struct vmm_stat record;

    read_sample(&cpu_group.formats[CPU_COUNTERS], name, &record);
    return record;
}

static struct vmm_stat the_record(const char *string)
{
    struct vmm_stat record;

    read_string(&cpu_group.formats[CPU_COUNTERS], string, &record);
    return record;
}

/* ---- samples ---- */

TEST(sample_of_linux_6_18)
{
    struct sample sample = sample_load("proc-stat/linux-6.18-x86_64-firecracker");
    struct vmm_stat record = parsed("proc-stat/linux-6.18-x86_64-firecracker");
    unsigned long long n[11];

    assert_int_equal(sscanf(strstr(sample.bytes, "\nintr "), " intr %llu", n), 1);
    assert_int_equal(record.intr, n[0]);
    assert_int_equal(sscanf(strstr(sample.bytes, "\nctxt "), " ctxt %llu", n), 1);
    assert_int_equal(record.ctxt, n[0]);
    assert_int_equal(sscanf(strstr(sample.bytes, "\nbtime "), " btime %llu", n), 1);
    assert_int_equal(record.btime_seconds, n[0]);
    assert_int_equal(sscanf(strstr(sample.bytes, "\nprocesses "), " processes %llu", n), 1);
    assert_int_equal(record.processes, n[0]);
    assert_int_equal(sscanf(strstr(sample.bytes, "\nprocs_running "), " procs_running %llu", n), 1);
    assert_int_equal(record.procs_running, n[0]);
    assert_int_equal(record.procs_blocked, 0);
    assert_int_equal(sscanf(strstr(sample.bytes, "\nsoftirq "),
                            " softirq %llu %llu %llu %llu %llu %llu %llu %llu %llu %llu %llu", n, n + 1, n + 2, n + 3,
                            n + 4, n + 5, n + 6, n + 7, n + 8, n + 9, n + 10),
                     11);
    assert_int_equal(record.softirq, n[0]);
    assert_int_equal(record.softirq_hi, n[1]);
    assert_int_equal(record.softirq_timer, n[2]);
    assert_int_equal(record.softirq_net_tx, n[3]);
    assert_int_equal(record.softirq_net_rx, n[4]);
    assert_int_equal(record.softirq_block, n[5]);
    assert_int_equal(record.softirq_irq_poll, n[6]);
    assert_int_equal(record.softirq_tasklet, n[7]);
    assert_int_equal(record.softirq_sched, n[8]);
    assert_int_equal(record.softirq_hrtimer, n[9]);
    assert_int_equal(record.softirq_rcu, n[10]);
    sample_free(&sample);
}

/* Linux 2.4 prints neither running nor blocked processes, but lines that later kernels no longer have. */
TEST(sample_of_linux_2_4)
{
    struct vmm_stat record = parsed("proc-stat/linux-2.4-4-columns");

    assert_int_equal(record.intr, 11309821);
    assert_int_equal(record.ctxt, 18902311);
    assert_int_equal(record.btime_seconds, 1072915200);
    assert_int_equal(record.processes, 80123);
    check_unknown_number(record.procs_running);
    check_unknown_number(record.procs_blocked);
    check_unknown_number(record.softirq);
}

/* No softirq line. */
TEST(sample_without_softirqs)
{
    struct vmm_stat record = parsed("proc-stat/linux-2.6.18-8-columns-no-softirq");

    assert_int_equal(record.intr, 1909123456);
    assert_int_equal(record.procs_running, 1);
    check_unknown_number(record.softirq);
    check_unknown_number(record.softirq_hi);
    check_unknown_number(record.softirq_rcu);
}

/* 0 is a number of processes and a moment like another. */
TEST(sample_with_no_process_running_and_boot_at_0)
{
    struct vmm_stat record = parsed("proc-stat/linux-6.1-procs-running-0-btime-0");

    assert_int_equal(record.procs_running, 0);
    assert_int_equal(record.btime_seconds, 0);
    assert_int_equal(record.processes, 311);
}

/* gVisor's zeros are zeros. */
TEST(sample_of_gvisor)
{
    struct vmm_stat record = parsed("proc-stat/gvisor-all-zeros");
    struct vmm_stat zeros = {0};

    zeros.size = sizeof zeros;
    check_equal(VMM_RECORD_STAT, &record, &zeros);
}

TEST(sample_of_the_future)
{
    struct vmm_stat record = parsed("proc-stat/written-future-columns-and-keys");

    assert_int_equal(record.intr, 777);
    assert_int_equal(record.ctxt, 888);
    assert_int_equal(record.btime_seconds, 1900000000);
    assert_int_equal(record.processes, 999);
    assert_int_equal(record.procs_running, 4);
    assert_int_equal(record.procs_blocked, 5);
    assert_int_equal(record.softirq, 66);
    assert_int_equal(record.softirq_rcu, 10);
}

/* Sums of many counters need 64 bits; kinds are of 32. */
TEST(sample_with_extreme_counters)
{
    struct vmm_stat record = parsed("proc-stat/written-extreme-counters");

    assert_int_equal(record.intr, UINT64_MAX - 2);
    check_unknown_number(record.ctxt);
    check_unknown_number(record.btime_seconds);
    assert_int_equal(record.processes, UINT64_C(4294967296));
    check_unknown_number(record.procs_running);
    assert_int_equal(record.procs_blocked, UINT32_MAX);
    assert_int_equal(record.softirq, UINT64_MAX - 2);
    assert_int_equal(record.softirq_hi, UINT32_MAX);
    assert_int_equal(record.softirq_timer, 0);
    assert_int_equal(record.softirq_rcu, 7);
}

/* The line of interrupts may be of any length, and only its first number is the total. */
TEST(an_interrupt_line_of_400_kb)
{
    struct builder builder = {NULL, 0, 0};
    struct arena arena;
    struct vmm_stat record;
    struct vmm_text text;
    size_t long_line_end;

    builder_print(&builder, "cpu  1 2 3 4\nintr 123456789");
    while (builder.length < 400 * 1024)
        builder_print(&builder, " %u", (unsigned)(builder.length % 1000));
    builder_print(&builder, "\n");
    long_line_end = builder.length;
    builder_print(&builder, "ctxt 42\nbtime 43\nprocesses 44\nsoftirq 45 46\n");
    arena = arena_new(builder.length);
    text = vmm_text_of(arena_at_end(&arena, builder.bytes, builder.length), builder.length);
    assert_int_equal(vmm_stat_parse(&text, &record, sizeof record), VMM_OK);
    assert_ptr_equal(text.pos, text.end);
    assert_int_equal(record.intr, 123456789);
    assert_int_equal(record.ctxt, 42);
    assert_int_equal(record.btime_seconds, 43);
    assert_int_equal(record.processes, 44);
    assert_int_equal(record.softirq, 45);
    assert_int_equal(record.softirq_hi, 46);
    check_unknown_number(record.softirq_timer);
    check_unknown_number(record.procs_running);
    /* Cut at each of its last bytes, and at its end. */
    for (size_t at = long_line_end - 100; at <= long_line_end + 10; at++)
        check_piece(&cpu_group.formats[CPU_COUNTERS], builder.bytes, at);
    arena_free(&arena);
    builder_free(&builder);
}

/* ---- CPU rows before the counters ---- */

TEST(it_goes_on_where_rows_ended)
{
    struct sample sample = sample_load("proc-stat/linux-3.10-10-columns");
    struct vmm_text text = vmm_text_of(sample.bytes, sample.length);
    struct vmm_stat whole = parsed("proc-stat/linux-3.10-10-columns");
    struct vmm_stat record;
    struct vmm_cpu row;
    unsigned rows_read = 0;

    /* After none, some, or all of the rows. */
    for (;;) {
        struct vmm_text rest = text;

        memset(&record, 0x5a, sizeof record);
        assert_int_equal(vmm_stat_parse(&rest, &record, sizeof record), VMM_OK);
        assert_ptr_equal(rest.pos, rest.end);
        check_equal(VMM_RECORD_STAT, &record, &whole);
        if (vmm_cpu_next(&text, &row, sizeof row) == VMM_END)
            break;
        rows_read++;
    }
    assert_int_equal(rows_read, 9);
    assert_memory_equal(text.pos, "intr ", 5);
    sample_free(&sample);
}

TEST(bad_cpu_rows_are_passed_over_unread)
{
    struct vmm_stat record = the_record("cpu  x\ncpu0\ncpu-1\ncpufreq 5\ncpu1 1 2 3\nctxt 7\n");

    assert_int_equal(record.ctxt, 7);
    check_unknown_number(record.intr);
}

/* ---- keys and values ---- */

TEST(of_duplicate_keys_the_last_wins)
{
    struct vmm_stat record = the_record("ctxt 1\nintr 5 6 7\nctxt 2\nsoftirq 1 2 3\nintr 8 9\nctxt 3\n");

    assert_int_equal(record.ctxt, 3);
    assert_int_equal(record.intr, 8);
    assert_int_equal(record.softirq_timer, 3);
}

/* Further numbers of a line, and further kinds of soft interrupts, are ignored. */
TEST(fewer_and_more_numbers_than_known)
{
    assert_int_equal(the_record("softirq 1 2 3 4 5 6 7 8 9 10\n").softirq_hrtimer, 10);
    check_unknown_number(the_record("softirq 1 2 3 4 5 6 7 8 9 10\n").softirq_rcu);
    assert_int_equal(the_record("softirq 1 2 3 4 5 6 7 8 9 10 11 12\n").softirq_rcu, 11);
    check_unknown_number(the_record("softirq 1 -2 3\n").softirq_hi);
    assert_int_equal(the_record("softirq 1 -2 3\n").softirq_timer, 3);
}

TEST(a_call_after_a_bad_line_goes_on_behind_it)
{
    static const char bytes[] = "cpu  1 2 3 4\nintr 5\nctxt x\nbtime 6\n";
    struct vmm_text text = vmm_text_of(bytes, sizeof bytes - 1);
    struct vmm_stat record;

    assert_int_equal(vmm_stat_parse(&text, &record, sizeof record), VMM_E_SYNTAX);
    assert_ptr_equal(text.error, bytes + 25);
    assert_ptr_equal(text.pos, bytes + 27);
    check_unknown(VMM_RECORD_STAT, &record);
    assert_int_equal(vmm_stat_parse(&text, &record, sizeof record), VMM_OK);
    assert_null(text.error);
    assert_int_equal(record.btime_seconds, 6);
    check_unknown_number(record.intr);
}
