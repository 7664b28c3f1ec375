/* The counters of /proc/stat. */
#include "support.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static const struct reference_key rows[] = {
    {"intr ", offsetof(struct vmm_stat, intr), 1, false},
    {"ctxt ", offsetof(struct vmm_stat, ctxt), 1, false},
    {"btime ", offsetof(struct vmm_stat, btime_seconds), 1, false},
    {"processes ", offsetof(struct vmm_stat, processes), 1, false},
    {"procs_running ", offsetof(struct vmm_stat, procs_running), 1, false},
    {"procs_blocked ", offsetof(struct vmm_stat, procs_blocked), 1, false},
    {"softirq ", offsetof(struct vmm_stat, softirq), 11, false},
};
static const struct reference_keys keys = {rows, COUNT_OF(rows), sizeof(struct vmm_stat)};

static vmm_status parse(struct vmm_text *text, void *out, size_t out_size)
{
    return vmm_stat_parse(text, out, out_size);
}

static struct outcome expect(const char *bytes, size_t length, uint64_t *words)
{
    size_t pos = 0;

    /* CPU rows are passed over; what does not begin a row that is known does no harm either. */
    while (length - pos >= 3 && memcmp(bytes + pos, "cpu", 3) == 0) {
        const char *newline = memchr(bytes + pos, '\n', length - pos);

        if (newline == NULL) {
            reference_unknown(words, sizeof(struct vmm_stat));
            return (struct outcome){VMM_E_TRUNCATED, length, length};
        }
        pos = (size_t)(newline - bytes) + 1;
    }
    return reference_fill_keys(&keys, bytes, pos, length, words);
}

static const struct format stat_format = {parse, expect, VMM_RECORD_STAT, sizeof(struct vmm_stat)};

static struct vmm_stat parsed(const char *name)
{
    struct sample sample = sample_load(name);
    struct vmm_text text = vmm_text_of(sample.bytes, sample.length);
    struct vmm_stat record;

    memset(&record, 0x5a, sizeof record);
    assert_int_equal(vmm_stat_parse(&text, &record, sizeof record), VMM_OK);
    assert_ptr_equal(text.pos, text.end);
    assert_null(text.error);
    assert_int_equal(record.size, sizeof record);
    sample_free(&sample);
    return record;
}

static struct vmm_stat the_record(const char *string)
{
    struct vmm_text text = vmm_text_of(string, strlen(string));
    struct vmm_stat record;

    memset(&record, 0x5a, sizeof record);
    assert_int_equal(vmm_stat_parse(&text, &record, sizeof record), VMM_OK);
    check_string(&stat_format, string);
    return record;
}

/* ---- samples ---- */

static void test_every_sample_is_read_as_the_reference_reads_it(void **state)
{
    const char *const *names = sample_names("proc-stat");

    (void)state;
    for (; *names != NULL; names++) {
        struct sample sample = sample_load(*names);
        struct arena arena = arena_new(sample.length);

        check_text(&stat_format, &arena, sample.bytes, sample.length);
        arena_free(&arena);
        sample_free(&sample);
    }
}

static void test_every_sample_cut_at_every_length(void **state)
{
    const char *const *names = sample_names("proc-stat");

    (void)state;
    for (; *names != NULL; names++) {
        struct sample sample = sample_load(*names);
        const char *counters = strstr(sample.bytes, "\nintr ");
        size_t first = 0, intr;

        if (strncmp(sample.bytes, "intr ", 5) == 0 || counters == NULL)
            fail();
        intr =
            (size_t)(memchr(counters + 1, '\n', sample.length) == NULL ? 0 : strchr(counters + 1, '\n') - sample.bytes);
        /* The old kernel prints other lines between, and the rows of a large machine are all alike. */
        if (sample.length > 4000)
            first = (size_t)(counters - sample.bytes);
        else
            check_every_cut(&stat_format, sample.bytes, sample.length);
        for (size_t at = first; at <= sample.length; at++) {
            struct record record;
            struct outcome outcome = run(&stat_format, sample.bytes, at, &record, stat_format.bytes);

            assert_int_equal(outcome.pos, at);
            if (at != 0 && sample.bytes[at - 1] != '\n') {
                assert_int_equal(outcome.status, VMM_E_TRUNCATED);
                assert_int_equal(outcome.error, at);
                check_unknown(VMM_RECORD_STAT, &record);
            } else {
                assert_int_equal(outcome.status, at > intr ? VMM_OK : VMM_E_EMPTY);
                assert_int_equal(outcome.error, NOWHERE);
            }
        }
        sample_free(&sample);
    }
}

static void test_unknown_lines_at_every_line_of_every_sample(void **state)
{
    const char *const *names = sample_names("proc-stat");

    (void)state;
    for (; *names != NULL; names++) {
        struct sample sample = sample_load(*names);
        if (sample.length < 4000)
            check_unknown_lines(&stat_format, sample.bytes, sample.length);
        sample_free(&sample);
    }
}

/* CPU rows too: among the counters they are unknown lines. */
static void test_lines_of_every_sample_permuted(void **state)
{
    const char *const *names = sample_names("proc-stat");

    (void)state;
    for (; *names != NULL; names++) {
        struct sample sample = sample_load(*names);
        if (sample.length < 4000)
            check_permutations(&stat_format, sample.bytes, sample.length, 200);
        sample_free(&sample);
    }
}

static void test_sample_of_linux_6_18(void **state)
{
    struct sample sample = sample_load("proc-stat/linux-6.18-x86_64-firecracker");
    struct vmm_stat record = parsed("proc-stat/linux-6.18-x86_64-firecracker");
    unsigned long long n[11];

    (void)state;
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

/* 2.4 prints neither running nor blocked processes, and lines that nobody knows any more. */
static void test_sample_of_linux_2_4(void **state)
{
    struct vmm_stat record = parsed("proc-stat/linux-2.4-4-columns");

    (void)state;
    assert_int_equal(record.intr, 11309821);
    assert_int_equal(record.ctxt, 18902311);
    assert_int_equal(record.btime_seconds, 1072915200);
    assert_int_equal(record.processes, 80123);
    check_unknown_number(record.procs_running);
    check_unknown_number(record.procs_blocked);
    check_unknown_number(record.softirq);
}

/* B1.10: no softirq line. */
static void test_sample_without_softirqs(void **state)
{
    struct vmm_stat record = parsed("proc-stat/linux-2.6.18-8-columns-no-softirq");

    (void)state;
    assert_int_equal(record.intr, 1909123456);
    assert_int_equal(record.procs_running, 1);
    check_unknown_number(record.softirq);
    check_unknown_number(record.softirq_hi);
    check_unknown_number(record.softirq_rcu);
}

/* B1.10: 0 is a number of processes and a moment like another. */
static void test_sample_with_no_process_running_and_boot_at_0(void **state)
{
    struct vmm_stat record = parsed("proc-stat/linux-6.1-procs-running-0-btime-0");

    (void)state;
    assert_int_equal(record.procs_running, 0);
    assert_int_equal(record.btime_seconds, 0);
    assert_int_equal(record.processes, 311);
}

/* A6: gVisor's zeros are zeros. */
static void test_sample_of_gvisor(void **state)
{
    struct vmm_stat record = parsed("proc-stat/gvisor-all-zeros");
    struct vmm_stat zeros = {0};

    (void)state;
    zeros.size = sizeof zeros;
    check_equal(VMM_RECORD_STAT, &record, &zeros);
}

static void test_sample_of_the_future(void **state)
{
    struct vmm_stat record = parsed("proc-stat/written-future-columns-and-keys");

    (void)state;
    assert_int_equal(record.intr, 777);
    assert_int_equal(record.ctxt, 888);
    assert_int_equal(record.btime_seconds, 1900000000);
    assert_int_equal(record.processes, 999);
    assert_int_equal(record.procs_running, 4);
    assert_int_equal(record.procs_blocked, 5);
    assert_int_equal(record.softirq, 66);
    assert_int_equal(record.softirq_rcu, 10);
}

/* B1.9, H: sums of many counters need 64 bits; kinds are of 32. */
static void test_sample_with_extreme_counters(void **state)
{
    struct vmm_stat record = parsed("proc-stat/written-extreme-counters");

    (void)state;
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

/* A9, B1.9: the line of interrupts may be of any length, and only its first number is the total. */
static void test_an_interrupt_line_of_400_kb(void **state)
{
    struct builder builder = {NULL, 0, 0};
    struct arena arena;
    struct vmm_stat record;
    struct vmm_text text;
    size_t long_line_end;

    (void)state;
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
        check_text(&stat_format, &arena, builder.bytes, at);
    arena_free(&arena);
    builder_free(&builder);
}

/* ---- CPU rows before the counters ---- */

static void test_it_goes_on_where_rows_ended(void **state)
{
    struct sample sample = sample_load("proc-stat/linux-3.10-10-columns");
    struct vmm_text text = vmm_text_of(sample.bytes, sample.length);
    struct vmm_stat whole = parsed("proc-stat/linux-3.10-10-columns");
    struct vmm_stat record;
    struct vmm_cpu row;
    unsigned rows_read = 0;

    (void)state;
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

static void test_bad_cpu_rows_are_passed_over_unread(void **state)
{
    struct vmm_stat record = the_record("cpu  x\ncpu0\ncpu-1\ncpufreq 5\ncpu1 1 2 3\nctxt 7\n");

    (void)state;
    assert_int_equal(record.ctxt, 7);
    check_unknown_number(record.intr);
}

static void test_rows_alone_are_empty(void **state)
{
    struct record record;
    struct outcome outcome = run(&stat_format, TEXT("cpu  1 2 3 4\ncpu0 1 2 3 4\n"), &record, stat_format.bytes);

    (void)state;
    assert_int_equal(outcome.status, VMM_E_EMPTY);
    assert_int_equal(outcome.pos, 26);
    assert_int_equal(outcome.error, NOWHERE);
    check_unknown(VMM_RECORD_STAT, &record);
    assert_int_equal(run(&stat_format, TEXT(""), &record, stat_format.bytes).status, VMM_E_EMPTY);
    check_unknown(VMM_RECORD_STAT, &record);
    check_string(&stat_format, "MemTotal:              1 kB\n");
    check_string(&stat_format, "\n");
}

static void test_a_row_that_was_cut(void **state)
{
    static const char *const texts[] = {
        "c", "cp", "cpu", "cpu ", "cpu  1", "cpu  1 2 3 4", "cpu  1 2 3 4\ncp", "cpux", "cpu0 1 2 3\nc"};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        struct record record;
        struct outcome outcome = run(&stat_format, texts[i], strlen(texts[i]), &record, stat_format.bytes);

        assert_int_equal(outcome.status, VMM_E_TRUNCATED);
        assert_int_equal(outcome.error, strlen(texts[i]));
        assert_int_equal(outcome.pos, strlen(texts[i]));
        check_unknown(VMM_RECORD_STAT, &record);
        check_string(&stat_format, texts[i]);
    }
}

/* ---- keys and values ---- */

static void test_each_key_alone(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        char line[64];
        struct record record;

        snprintf(line, sizeof line, "%s%u\n", rows[i].key, 1000U + (unsigned)i);
        assert_int_equal(run(&stat_format, line, strlen(line), &record, stat_format.bytes).status, VMM_OK);
        for (size_t word = 1; word < stat_format.bytes / sizeof(uint64_t); word++)
            assert_int_equal(record.words[word], word == rows[i].offset / sizeof(uint64_t) ? 1000 + i : VMM_UNKNOWN);
        check_string(&stat_format, line);
    }
}

static void test_of_duplicate_keys_the_last_wins(void **state)
{
    struct vmm_stat record = the_record("ctxt 1\nintr 5 6 7\nctxt 2\nsoftirq 1 2 3\nintr 8 9\nctxt 3\n");

    (void)state;
    assert_int_equal(record.ctxt, 3);
    assert_int_equal(record.intr, 8);
    assert_int_equal(record.softirq_timer, 3);
}

static void test_keys_are_matched_whole(void **state)
{
    static const char *const others[] = {
        "ctx 1\n",    "ctxtx 1\n",        "Ctxt 1\n",         " ctxt 1\n",          "ctxt:1\n",     "ctxt\t1\n",
        "ctxt\n",     "process 1\n",      "procs_runnin 1\n", "procs_runningg 1\n", "softirqs 1\n", "intr\n",
        "page 1 2\n", "disk_io: (3,0)\n", "procs 1\n",        "btimes 1\n",
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(others); i++) {
        struct record record;
        assert_int_equal(run(&stat_format, others[i], strlen(others[i]), &record, stat_format.bytes).status,
                         VMM_E_EMPTY);
        check_string(&stat_format, others[i]);
    }
}

/* Further numbers of a line, and further kinds of soft interrupts, are none of ours. */
static void test_fewer_and_more_numbers_than_known(void **state)
{
    static const char *const lines[] = {
        "softirq 1\n",
        "softirq 1 \n",
        "softirq 1\t2\n",
        "softirq 1 2 3 4 5 6 7 8 9 10\n",
        "softirq 1 2 3 4 5 6 7 8 9 10 11\n",
        "softirq 1 2 3 4 5 6 7 8 9 10 11 12 13\n",
        "softirq 1 2 3 4 5 6 7 8 9 10 11 x\n",
        "intr 1 x\n",
        "intr 1 2 3\n",
        "ctxt 1 x\n",
        "ctxt    1\n",
        "ctxt \t 1\t\n",
        "softirq 1 -2 18446744073709551614 18446744073709551615 18446744073709551616 5\n",
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(lines); i++) {
        struct record record;
        assert_int_equal(run(&stat_format, lines[i], strlen(lines[i]), &record, stat_format.bytes).status, VMM_OK);
        check_string(&stat_format, lines[i]);
    }
    assert_int_equal(the_record("softirq 1 2 3 4 5 6 7 8 9 10\n").softirq_hrtimer, 10);
    check_unknown_number(the_record("softirq 1 2 3 4 5 6 7 8 9 10\n").softirq_rcu);
    assert_int_equal(the_record("softirq 1 2 3 4 5 6 7 8 9 10 11 12\n").softirq_rcu, 11);
    check_unknown_number(the_record("softirq 1 -2 3\n").softirq_hi);
    assert_int_equal(the_record("softirq 1 -2 3\n").softirq_timer, 3);
}

static void check_refused(const char *bytes, size_t length, size_t error)
{
    struct arena arena = arena_new(length);
    struct record record;
    struct outcome outcome = run(&stat_format, bytes, length, &record, stat_format.bytes);
    const char *newline = memchr(bytes + error, '\n', length - error);

    if (outcome.status != VMM_E_SYNTAX || outcome.error != error || outcome.pos != (size_t)(newline - bytes) + 1)
        fail_msg("%s: status %d, error %ld, pos %ld", bytes, (int)outcome.status, (long)outcome.error,
                 (long)outcome.pos);
    check_unknown(VMM_RECORD_STAT, &record);
    check_text(&stat_format, &arena, bytes, length);
    arena_free(&arena);
}

static void test_malformed_values_are_refused_at_the_wrong_byte(void **state)
{
    (void)state;
    check_refused(TEXT("ctxt \n"), 5);
    check_refused(TEXT("ctxt x\n"), 5);
    check_refused(TEXT("ctxt 1x\n"), 6);
    check_refused(TEXT("ctxt -\n"), 6);
    check_refused(TEXT("ctxt +1\n"), 5);
    check_refused(TEXT("ctxt 1.5\n"), 6);
    check_refused(TEXT("ctxt 1\r\n"), 6);
    check_refused(TEXT("ctxt 1\0\n"), 6);
    check_refused(TEXT("ctxt \xb1\n"), 5);
    check_refused(TEXT("intr 1x 2 3\nctxt 5\n"), 6);
    check_refused(TEXT("softirq \n"), 8);
    check_refused(TEXT("softirq 1 x\n"), 10);
    check_refused(TEXT("softirq 1 2 3 4 5 6 7 8 9 10 x\n"), 29);
    check_refused(TEXT("softirq 1 2 3 4 5 6 7 8 9 10 11x\n"), 31);
    check_refused(TEXT("softirq 1 2 3 4 5 6 7 8 9 10 11\r\n"), 31);
    check_refused(TEXT("cpu  1 2 3 4\nintr 5\nprocs_running 1x\nprocs_blocked 2\n"), 35);
}

static void test_a_call_after_a_bad_line_goes_on_behind_it(void **state)
{
    static const char bytes[] = "cpu  1 2 3 4\nintr 5\nctxt x\nbtime 6\n";
    struct vmm_text text = vmm_text_of(bytes, sizeof bytes - 1);
    struct vmm_stat record;

    (void)state;
    assert_int_equal(vmm_stat_parse(&text, &record, sizeof record), VMM_E_SYNTAX);
    assert_ptr_equal(text.error, bytes + 25);
    assert_ptr_equal(text.pos, bytes + 27);
    check_unknown(VMM_RECORD_STAT, &record);
    assert_int_equal(vmm_stat_parse(&text, &record, sizeof record), VMM_OK);
    assert_null(text.error);
    assert_int_equal(record.btime_seconds, 6);
    check_unknown_number(record.intr);
}

/* ---- fast paths against plain ones ---- */

static void test_every_byte_of_usual_lines_replaced_by_every_other(void **state)
{
    (void)state;
    check_every_byte(&stat_format, TEXT("cpu  151 0 69\nintr 352145 0 0 1 13\nctxt 1134884\nbtime 1795394985\n"));
    check_every_byte(&stat_format, TEXT("processes 17607\nprocs_running 4\nprocs_blocked 0\n"));
    check_every_byte(&stat_format, TEXT("softirq 254039 0 42690 4 15153 59687 0 4 69097 0 123456789012\n"));
}

static void test_numbers_of_every_length_at_every_distance_from_the_end(void **state)
{
    struct arena arena = arena_new(512);

    (void)state;
    for (size_t k = 0; k < COUNT_OF(rows); k++) {
        for (unsigned digits = 1; digits <= 24; digits++) {
            for (unsigned distance = 0; distance <= 40; distance++) {
                struct builder builder = {NULL, 0, 0};

                builder_print(&builder, "%s", rows[k].key);
                for (unsigned i = 0; i < digits; i++)
                    builder_add(&builder, &"9182736450"[i % 10], 1);
                builder_add(&builder, "\n", 1);
                for (unsigned i = 0; i < distance; i++)
                    builder_add(&builder, i + 1 == distance ? "\n" : "7", 1);
                check_text(&stat_format, &arena, builder.bytes, builder.length);
                builder_free(&builder);
            }
        }
    }
    arena_free(&arena);
}

static void add_random_line(struct builder *builder)
{
    static const char *const odd[] = {"-",
                                      "--1",
                                      "+1",
                                      "1x",
                                      "1.5",
                                      "x",
                                      "\xb1",
                                      "18446744073709551613",
                                      "18446744073709551614",
                                      "18446744073709551615",
                                      "18446744073709551616",
                                      "-5",
                                      "000000000000000000000000000012",
                                      ""};
    const struct reference_key *row = &rows[chance_below(COUNT_OF(rows))];
    size_t numbers = row->count == 1 && chance_of(80) ? 1 : chance_below(14);
    bool usual = chance_of(80);

    switch (chance_below(12)) {
    case 0:
        builder_print(builder, "unknown%u ", (unsigned)chance_below(1000));
        break;
    case 1:
        builder_print(builder, "cpu%u ", (unsigned)chance_below(1000));
        break;
    case 2:
        builder_add(builder, row->key, chance_below(strlen(row->key) + 1));
        break;
    default:
        builder_print(builder, "%s", row->key);
        break;
    }
    for (size_t i = 0; i < numbers; i++) {
        if (i != 0 || chance_of(5))
            builder_print(builder, "%s", usual || chance_of(80) ? " " : chance_of(50) ? "\t" : "   ");
        if (usual || chance_of(80))
            builder_print(builder, "%" PRIu64, chance_number());
        else
            builder_print(builder, "%s", odd[chance_below(COUNT_OF(odd))]);
    }
    builder_print(builder, "%s", chance_of(94) ? "\n" : chance_of(50) ? " \n" : chance_of(50) ? "\r\n" : "");
}

static void test_random_texts_against_the_reference(void **state)
{
    static const char interesting[] = " \t\n\r\0:0123456789-cpuM\x7f\x80\xb0\xff";
    struct arena arena = arena_new(8192);
    struct builder builder = {NULL, 0, 0};

    (void)state;
    chance_seed(4);
    for (unsigned time = 0, rounds = chance_rounds(100000); time < rounds; time++) {
        size_t lines = chance_below(8);

        builder.length = 0;
        for (size_t i = 0; i < lines; i++)
            add_random_line(&builder);
        if (builder.length != 0 && chance_of(15))
            builder.bytes[chance_below(builder.length)] = interesting[chance_below(sizeof interesting - 1)];
        if (builder.length != 0 && chance_of(15))
            builder.length = chance_below(builder.length);
        check_text(&stat_format, &arena, builder.bytes, builder.length);
    }
    builder_free(&builder);
    arena_free(&arena);
}

/* ---- the output ---- */

static void test_outputs_of_every_size(void **state)
{
    struct sample sample = sample_load("proc-stat/linux-3.10-10-columns");

    (void)state;
    check_every_size(&stat_format, sample.bytes, sample.length, VMM_OK);
    check_every_size(&stat_format, sample.bytes, sample.length - 1, VMM_E_TRUNCATED);
    check_every_size(&stat_format, TEXT("cpu  1 2 3"), VMM_E_TRUNCATED);
    check_every_size(&stat_format, TEXT("cpu  1 2 3\n"), VMM_E_EMPTY);
    check_every_size(&stat_format, TEXT("ctxt 5\nsoftirq x\n"), VMM_E_SYNTAX);
    sample_free(&sample);
}

static void test_a_reused_output_never_shows_old_values(void **state)
{
    static const struct {
        const char *text;
        vmm_status status;
    } later[] = {
        {"ctxt 1\n", VMM_OK},
        {"ctxt 1", VMM_E_TRUNCATED},
        {"cpu 1", VMM_E_TRUNCATED},
        {"cpu 1\n", VMM_E_EMPTY},
        {"", VMM_E_EMPTY},
        {"ctxt 1\nintr x\n", VMM_E_SYNTAX},
        {"ctxt 1\nsoftirq 1 2 3 x\n", VMM_E_SYNTAX},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(later); i++) {
        struct vmm_stat record = parsed("proc-stat/linux-6.6-256-cpus");
        struct vmm_text text = vmm_text_of(later[i].text, strlen(later[i].text));

        assert_int_equal(vmm_stat_parse(&text, &record, sizeof record), later[i].status);
        assert_int_equal(record.size, sizeof record);
        if (later[i].status == VMM_OK) {
            assert_int_equal(record.ctxt, 1);
            record.ctxt = VMM_UNKNOWN;
        }
        check_unknown(VMM_RECORD_STAT, &record);
    }
}

static void test_arguments(void **state)
{
    (void)state;
    check_arguments(&stat_format, TEXT("cpu  1 2 3 4\nctxt 5\n"));
}

static void test_the_text_is_not_written_to(void **state)
{
    (void)state;
    check_input_is_read_only(&stat_format, TEXT("cpu  1 2 3 4\nctxt 5\nsoftirq 1 2 3 4 5 6 7 8 9 10 11\n"));
    check_input_is_read_only(&stat_format, TEXT("cpu  1 2 3 4\nctxt 5\nsoftirq 1 2 3 4 5 6 7 8 9 10"));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_sample_is_read_as_the_reference_reads_it),
        cmocka_unit_test(test_every_sample_cut_at_every_length),
        cmocka_unit_test(test_unknown_lines_at_every_line_of_every_sample),
        cmocka_unit_test(test_lines_of_every_sample_permuted),
        cmocka_unit_test(test_sample_of_linux_6_18),
        cmocka_unit_test(test_sample_of_linux_2_4),
        cmocka_unit_test(test_sample_without_softirqs),
        cmocka_unit_test(test_sample_with_no_process_running_and_boot_at_0),
        cmocka_unit_test(test_sample_of_gvisor),
        cmocka_unit_test(test_sample_of_the_future),
        cmocka_unit_test(test_sample_with_extreme_counters),
        cmocka_unit_test(test_an_interrupt_line_of_400_kb),
        cmocka_unit_test(test_it_goes_on_where_rows_ended),
        cmocka_unit_test(test_bad_cpu_rows_are_passed_over_unread),
        cmocka_unit_test(test_rows_alone_are_empty),
        cmocka_unit_test(test_a_row_that_was_cut),
        cmocka_unit_test(test_each_key_alone),
        cmocka_unit_test(test_of_duplicate_keys_the_last_wins),
        cmocka_unit_test(test_keys_are_matched_whole),
        cmocka_unit_test(test_fewer_and_more_numbers_than_known),
        cmocka_unit_test(test_malformed_values_are_refused_at_the_wrong_byte),
        cmocka_unit_test(test_a_call_after_a_bad_line_goes_on_behind_it),
        cmocka_unit_test(test_every_byte_of_usual_lines_replaced_by_every_other),
        cmocka_unit_test(test_numbers_of_every_length_at_every_distance_from_the_end),
        cmocka_unit_test(test_random_texts_against_the_reference),
        cmocka_unit_test(test_outputs_of_every_size),
        cmocka_unit_test(test_a_reused_output_never_shows_old_values),
        cmocka_unit_test(test_arguments),
        cmocka_unit_test(test_the_text_is_not_written_to),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
