/* CPU rows of /proc/stat. */
#include "support.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ID = 1, FIRST_COLUMN = 2, COLUMNS = 10 };

static vmm_status parse(struct vmm_text *text, void *out, size_t out_size)
{
    return vmm_cpu_next(text, out, out_size);
}

/* One call. */
static struct outcome expect(const char *bytes, size_t length, uint64_t *words)
{
    struct outcome none = {VMM_END, 0, NOWHERE};
    struct outcome outcome;
    size_t at = 0;
    uint64_t id = VMM_UNKNOWN;

    reference_unknown(words, sizeof(struct vmm_cpu));
    while (at < 3 && at < length && bytes[at] == "cpu"[at])
        at++;
    /* A line that was cut before it is known what it is; with nothing in it, it is none. */
    if (at == length && at > 0)
        return (struct outcome){VMM_E_TRUNCATED, length, length};
    if (at < 3)
        return none;
    if (bytes[at] != ' ' && bytes[at] != '\t') {
        if (bytes[at] < '0' || bytes[at] > '9')
            return none;
        size_t number = at, wrong = NOWHERE;

        reference_number(bytes, at, length, &at, &id);
        /* An id that does not fit must not look like the total's. */
        if (id == VMM_UNKNOWN)
            wrong = number;
        else if (at == length)
            return (struct outcome){VMM_E_TRUNCATED, length, length};
        else if (bytes[at] != ' ' && bytes[at] != '\t')
            wrong = at;
        if (wrong != NOWHERE) {
            const char *newline = memchr(bytes + wrong, '\n', length - wrong);
            return (struct outcome){VMM_E_SYNTAX, newline == NULL ? length : (size_t)(newline - bytes) + 1, wrong};
        }
    }
    outcome = reference_fill_columns(bytes, at, length, words + FIRST_COLUMN, COLUMNS);
    if (outcome.status == VMM_OK)
        words[ID] = id;
    else
        reference_unknown(words, sizeof(struct vmm_cpu));
    return outcome;
}

static const struct format cpu = {parse, expect, VMM_RECORD_CPU, sizeof(struct vmm_cpu)};

/* Reads all rows; each call must do what the reference does on the rest of the text. Returns the last status. */
static vmm_status check_all_rows(const char *bytes, size_t length, struct vmm_cpu *rows, size_t room, size_t *count)
{
    struct vmm_text text = vmm_text_of(bytes, length);

    *count = 0;
    for (;;) {
        struct record record, wanted_record;
        size_t from = (size_t)(text.pos - bytes);
        struct outcome wanted = expect(bytes + from, length - from, wanted_record.words);
        vmm_status status;

        memset(&record, 0x5a, sizeof record);
        status = vmm_cpu_next(&text, (struct vmm_cpu *)(void *)&record, sizeof(struct vmm_cpu));
        assert_int_equal(status, wanted.status);
        assert_int_equal(text.pos - bytes, from + wanted.pos);
        if (wanted.error == NOWHERE)
            assert_null(text.error);
        else
            assert_ptr_equal(text.error, bytes + from + wanted.error);
        assert_memory_equal(&record, &wanted_record, sizeof(struct vmm_cpu));
        if (status == VMM_END || status == VMM_E_TRUNCATED)
            return status;
        assert_true(wanted.pos > 0);
        if (status == VMM_OK) {
            assert_true(*count < room);
            memcpy(&rows[*count], &record, sizeof *rows);
            ++*count;
        }
    }
}

static size_t rows_of(const char *name, struct vmm_cpu *rows, size_t room)
{
    struct sample sample = sample_load(name);
    size_t count;

    assert_int_equal(check_all_rows(sample.bytes, sample.length, rows, room, &count), VMM_END);
    sample_free(&sample);
    return count;
}

/* Compares the columns of a row with numbers, unknown behind them. */
static void check_row(const struct vmm_cpu *row, uint64_t id, unsigned known, const uint64_t *ticks)
{
    uint64_t words[sizeof *row / sizeof(uint64_t)];

    memcpy(words, row, sizeof words);
    assert_int_equal(words[0], sizeof *row);
    assert_int_equal(words[ID], id);
    for (unsigned i = 0; i < COLUMNS; i++)
        assert_int_equal(words[FIRST_COLUMN + i], i < known ? ticks[i] : VMM_UNKNOWN);
}

#define CHECK_ROW(row, id, ...)                                                                                        \
    check_row(row, id, sizeof((const uint64_t[]){__VA_ARGS__}) / sizeof(uint64_t), (const uint64_t[]){__VA_ARGS__})

static struct vmm_cpu the_row(const char *line)
{
    struct vmm_text text = vmm_text_of(line, strlen(line));
    struct vmm_cpu row;

    memset(&row, 0x5a, sizeof row);
    assert_int_equal(vmm_cpu_next(&text, &row, sizeof row), VMM_OK);
    assert_null(text.error);
    check_string(&cpu, line);
    return row;
}

/* ---- samples ---- */

/* A row more than the largest sample has. */
enum { MANY = 260 };

static void test_every_sample_is_read_as_the_reference_reads_it(void **state)
{
    static struct vmm_cpu rows[MANY];
    const char *const *names = sample_names("proc-stat");
    size_t count;

    (void)state;
    for (; *names != NULL; names++) {
        struct sample sample = sample_load(*names);
        assert_int_equal(check_all_rows(sample.bytes, sample.length, rows, MANY, &count), VMM_END);
        assert_true(count >= 1);
        check_unknown_number(rows[0].id);
        sample_free(&sample);
    }
}

/* Where in a text the CPU rows end. */
static size_t end_of_rows(const struct sample *sample)
{
    struct lines lines = lines_of(sample->bytes, sample->length);
    size_t end = 0;

    for (size_t i = 0; i < lines.count && memcmp(lines.start[i], "cpu", 3) == 0; i++)
        end += lines.length[i];
    lines_free(&lines);
    return end;
}

static void test_every_sample_cut_at_every_length(void **state)
{
    static struct vmm_cpu rows[MANY], whole[MANY];
    const char *const *names = sample_names("proc-stat");

    (void)state;
    for (; *names != NULL; names++) {
        struct sample sample = sample_load(*names);
        struct arena arena = arena_new(sample.length);
        size_t whole_count, end = end_of_rows(&sample);
        /* The rows of a large machine are all alike. */
        size_t last = sample.length > 4000 ? 1000 : sample.length;

        check_all_rows(sample.bytes, sample.length, whole, MANY, &whole_count);
        for (size_t at = 0; at <= last; at++) {
            size_t count, lines = 0;
            const char *text = arena_at_end(&arena, sample.bytes, at);
            /* `c` may become a row or `ctxt`. */
            bool cut = at > 0 && sample.bytes[at - 1] != '\n' &&
                       (at < end || (sample.bytes[at - 1] == 'c' && sample.bytes[at - 2] == '\n'));
            vmm_status status = check_all_rows(text, at, rows, MANY, &count);

            /* Rows end where the first other line begins. */
            if (at < end || status == VMM_END)
                assert_int_equal(status, cut && at < end ? VMM_E_TRUNCATED : VMM_END);
            for (size_t i = 0; i < at && i < end; i++)
                lines += sample.bytes[i] == '\n';
            assert_int_equal(count, lines);
            assert_memory_equal(rows, whole, count * sizeof *rows);
            text = arena_at_start(&arena, sample.bytes, at);
            check_all_rows(text, at, rows, MANY, &count);
            assert_int_equal(count, lines);
        }
        arena_free(&arena);
        sample_free(&sample);
    }
}

static void test_one_row_cut_at_every_length(void **state)
{
    static const char line[] = "cpu12 1393280 32966 572056 13343292 6130 0 17875 123456789012 23933 0\n";
    struct record record;

    (void)state;
    check_every_cut(&cpu, TEXT(line));
    assert_int_equal(run(&cpu, line, 0, &record, cpu.bytes).status, VMM_END);
    check_unknown(VMM_RECORD_CPU, &record);
    for (size_t at = 1; at < sizeof line - 1; at++) {
        struct outcome outcome = run(&cpu, line, at, &record, cpu.bytes);

        assert_int_equal(outcome.status, VMM_E_TRUNCATED);
        assert_int_equal(outcome.error, at);
        assert_int_equal(outcome.pos, at);
        check_unknown(VMM_RECORD_CPU, &record);
    }
    assert_int_equal(run(&cpu, TEXT(line), &record, cpu.bytes).status, VMM_OK);
}

static void test_sample_of_linux_6_18(void **state)
{
    struct sample sample = sample_load("proc-stat/linux-6.18-x86_64-firecracker");
    struct vmm_cpu rows[4];
    size_t count;
    unsigned long long n[10];

    (void)state;
    assert_int_equal(check_all_rows(sample.bytes, sample.length, rows, 4, &count), VMM_END);
    assert_int_equal(count, 3);
    assert_int_equal(sscanf(sample.bytes, "cpu %llu %llu %llu %llu %llu %llu %llu %llu %llu %llu", n, n + 1, n + 2,
                            n + 3, n + 4, n + 5, n + 6, n + 7, n + 8, n + 9),
                     10);
    CHECK_ROW(&rows[0], VMM_UNKNOWN, n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8], n[9]);
    assert_int_equal(rows[1].id, 0);
    assert_int_equal(rows[2].id, 1);
    sample_free(&sample);
}

/* B1.1, A7: 4, 7, 8, 9 or 10 columns. */
static void test_sample_with_4_columns(void **state)
{
    struct vmm_cpu rows[3];

    (void)state;
    assert_int_equal(rows_of("proc-stat/linux-2.4-4-columns", rows, 3), 3);
    CHECK_ROW(&rows[0], VMM_UNKNOWN, 112301, 4021, 38712, 9817231);
    CHECK_ROW(&rows[2], 1, 55299, 2010, 19592, 4908477);
}

static void test_sample_with_7_columns(void **state)
{
    struct vmm_cpu rows[2];

    (void)state;
    assert_int_equal(rows_of("proc-stat/linux-2.6.9-7-columns", rows, 2), 2);
    CHECK_ROW(&rows[0], VMM_UNKNOWN, 301223, 11023, 90211, 40112309, 90123, 1203, 4022);
}

static void test_sample_with_8_columns(void **state)
{
    struct vmm_cpu rows[5];

    (void)state;
    assert_int_equal(rows_of("proc-stat/linux-2.6.18-8-columns-no-softirq", rows, 5), 5);
    CHECK_ROW(&rows[0], VMM_UNKNOWN, 912344, 2011, 301223, 190112309, 490123, 3203, 14022, 7712);
}

static void test_sample_with_9_columns(void **state)
{
    struct vmm_cpu rows[3];

    (void)state;
    assert_int_equal(rows_of("proc-stat/linux-2.6.32-9-columns", rows, 3), 3);
    CHECK_ROW(&rows[1], 0, 3561720, 25011, 1150611, 445056154, 745061, 6601, 57011, 13856, 155501);
}

static void test_sample_with_10_columns(void **state)
{
    struct vmm_cpu rows[9];

    (void)state;
    assert_int_equal(rows_of("proc-stat/linux-3.10-10-columns", rows, 9), 9);
    CHECK_ROW(&rows[0], VMM_UNKNOWN, 1393280, 32966, 572056, 13343292, 6130, 0, 17875, 0, 23933, 0);
}

/* More columns than known are ignored. */
static void test_sample_with_columns_of_the_future(void **state)
{
    struct vmm_cpu rows[2];

    (void)state;
    assert_int_equal(rows_of("proc-stat/written-future-columns-and-keys", rows, 2), 2);
    CHECK_ROW(&rows[0], VMM_UNKNOWN, 100, 20, 30, 4000, 50, 6, 7, 8, 9, 10);
    CHECK_ROW(&rows[1], 0, 100, 20, 30, 4000, 50, 6, 7, 8, 9, 10);
}

/* B1.4, A8: ids have gaps; a CPU is its id, not its position. */
static void test_sample_with_gaps_in_ids(void **state)
{
    struct vmm_cpu rows[9];

    (void)state;
    assert_int_equal(rows_of("proc-stat/linux-4.18-ppc64-id-gaps", rows, 9), 9);
    for (size_t i = 1; i < 9; i++)
        assert_int_equal(rows[i].id, (i - 1) * 8);
}

/* B1.3: rows are of the CPUs online, the total of all possible ones. */
static void test_sample_with_offline_cpus(void **state)
{
    struct vmm_cpu rows[3];

    (void)state;
    assert_int_equal(rows_of("proc-stat/linux-5.15-offline-cpus", rows, 3), 3);
    assert_int_equal(rows[1].id, 0);
    assert_int_equal(rows[2].id, 3);
    assert_int_equal(rows[0].user_ticks, 40000);
    assert_true(rows[0].user_ticks > rows[1].user_ticks + rows[2].user_ticks);
}

/* B1.11: the total line may have fewer columns than the others. */
static void test_sample_of_lxcfs_without_guest_nice_in_the_total(void **state)
{
    struct vmm_cpu rows[3];

    (void)state;
    assert_int_equal(rows_of("proc-stat/lxcfs-total-without-guest-nice", rows, 3), 3);
    CHECK_ROW(&rows[0], VMM_UNKNOWN, 5021, 0, 3011, 901123, 120, 0, 30, 0, 0);
    CHECK_ROW(&rows[1], 0, 2510, 0, 1505, 450561, 60, 0, 15, 0, 0, 0);
}

/* A6: gVisor's zeros are zeros, not unknown. */
static void test_sample_of_gvisor(void **state)
{
    struct vmm_cpu rows[3];

    (void)state;
    assert_int_equal(rows_of("proc-stat/gvisor-all-zeros", rows, 3), 3);
    CHECK_ROW(&rows[0], VMM_UNKNOWN, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    CHECK_ROW(&rows[2], 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}

static void test_sample_of_256_cpus(void **state)
{
    static struct vmm_cpu rows[MANY];
    uint64_t user = 0, idle = 0;

    (void)state;
    assert_int_equal(rows_of("proc-stat/linux-6.6-256-cpus", rows, MANY), 257);
    for (size_t i = 1; i < 257; i++) {
        assert_int_equal(rows[i].id, i - 1);
        user += rows[i].user_ticks;
        idle += rows[i].idle_ticks;
    }
    assert_int_equal(rows[0].user_ticks, user);
    assert_int_equal(rows[0].idle_ticks, idle);
}

static void test_sample_with_extreme_counters(void **state)
{
    struct vmm_cpu rows[1];

    (void)state;
    assert_int_equal(rows_of("proc-stat/written-extreme-counters", rows, 1), 1);
    CHECK_ROW(&rows[0], VMM_UNKNOWN, UINT64_MAX - 2, VMM_UNKNOWN, VMM_UNKNOWN, VMM_UNKNOWN, UINT64_C(999999999999999),
              UINT64_C(9999999999999999), 99999999, 100000000, UINT64_C(12345678901234567890), 0);
}

/* A9: the long line behind the rows is not looked at. */
static void test_rows_before_a_long_interrupt_line(void **state)
{
    struct builder builder = {NULL, 0, 0};
    struct vmm_cpu rows[2];
    size_t count;

    (void)state;
    builder_print(&builder, "cpu  1 2 3 4\ncpu0 1 2 3 4\nintr 5");
    while (builder.length < 400 * 1024)
        builder_print(&builder, " 0");
    /* Not even its end is needed. */
    assert_int_equal(check_all_rows(builder.bytes, builder.length, rows, 2, &count), VMM_END);
    assert_int_equal(count, 2);
    builder_free(&builder);
}

/* ---- where rows begin and end ---- */

static void test_the_first_row_is_the_total(void **state)
{
    struct vmm_cpu row = the_row("cpu  1 2 3 4\ncpu0 5 6 7 8\n");

    (void)state;
    CHECK_ROW(&row, VMM_UNKNOWN, 1, 2, 3, 4);
}

/* A7: the total may be missing. */
static void test_a_text_without_the_total_begins_with_a_cpu(void **state)
{
    struct vmm_cpu row = the_row("cpu0 5 6 7 8\n");

    (void)state;
    CHECK_ROW(&row, 0, 5, 6, 7, 8);
}

static void test_rows_end_at_the_first_line_that_is_none(void **state)
{
    static const char *const others[] = {
        "",
        "\n",
        "intr 5\n",
        "intr 5",
        "ctxt 5\n",
        "x",
        "cp\n",
        "cq",
        "cpx 1 2 3 4\n",
        "cpu\n",
        "cpux\n",
        "cpu:\n",
        "cpufreq 1 2\n",
        "cpu-1 2\n",
        "CPU 1",
        "Cpu 1",
        " cpu 1\n",
        "\0cpu 1\n",
        "cpu\r\n",
        "\xff\xff\n",
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(others); i++) {
        struct builder builder = {NULL, 0, 0};
        struct vmm_cpu rows[1];
        struct record record;
        struct outcome outcome;
        size_t count;

        builder_print(&builder, "cpu0 1 2 3 4\n%s", others[i]);
        assert_int_equal(check_all_rows(builder.bytes, builder.length, rows, 1, &count), VMM_END);
        assert_int_equal(count, 1);
        /* Nothing is taken, however often it is asked. */
        outcome = run(&cpu, builder.bytes + 13, builder.length - 13, &record, cpu.bytes);
        assert_int_equal(outcome.status, VMM_END);
        assert_int_equal(outcome.pos, 0);
        assert_int_equal(outcome.error, NOWHERE);
        check_unknown(VMM_RECORD_CPU, &record);
        builder_free(&builder);
    }
}

static void test_ids(void **state)
{
    static const struct {
        const char *line;
        uint64_t id;
    } ids[] = {
        {"cpu0 1 2 3 4\n", 0},
        {"cpu7 1 2 3 4\n", 7},
        {"cpu10 1 2 3 4\n", 10},
        {"cpu8191 1 2 3 4\n", 8191},
        {"cpu007 1 2 3 4\n", 7},
        {"cpu4294967296 1 2 3 4\n", UINT64_C(4294967296)},
        {"cpu18446744073709551613 1 2 3 4\n", UINT64_MAX - 2},
        {"cpu5\t1 2 3 4\n", 5},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(ids); i++) {
        struct vmm_cpu row = the_row(ids[i].line);
        CHECK_ROW(&row, ids[i].id, 1, 2, 3, 4);
    }
}

/* ---- columns ---- */

static void test_any_number_of_columns(void **state)
{
    (void)state;
    for (unsigned columns = 1; columns <= 14; columns++) {
        static const uint64_t values[] = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20};
        struct builder builder = {NULL, 0, 0};
        struct vmm_cpu row;

        builder_print(&builder, "cpu3");
        for (unsigned i = 0; i < columns; i++)
            builder_print(&builder, " %u", 11 + i);
        builder_add(&builder, "\n\0", 2);
        row = the_row(builder.bytes);
        check_row(&row, 3, columns < COLUMNS ? columns : COLUMNS, values);
        builder_free(&builder);
    }
}

static void test_blanks_between_columns(void **state)
{
    struct vmm_cpu row;

    (void)state;
    row = the_row("cpu  1 2 3 4\n");
    CHECK_ROW(&row, VMM_UNKNOWN, 1, 2, 3, 4);
    row = the_row("cpu 1 2 3 4\n");
    CHECK_ROW(&row, VMM_UNKNOWN, 1, 2, 3, 4);
    row = the_row("cpu\t1\t2\t3\t4\n");
    CHECK_ROW(&row, VMM_UNKNOWN, 1, 2, 3, 4);
    row = the_row("cpu                          1      2 \t 3           4\n");
    CHECK_ROW(&row, VMM_UNKNOWN, 1, 2, 3, 4);
    /* And behind the last. */
    row = the_row("cpu  1 2 3 4 \n");
    CHECK_ROW(&row, VMM_UNKNOWN, 1, 2, 3, 4);
    row = the_row("cpu  1 2 3 4 \t  \n");
    CHECK_ROW(&row, VMM_UNKNOWN, 1, 2, 3, 4);
    row = the_row("cpu0 1 2 3 4 5 6 7 8 9 10 \n");
    CHECK_ROW(&row, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
}

static void test_columns_behind_the_last_known_one_are_not_looked_at(void **state)
{
    struct vmm_cpu row = the_row("cpu0 1 2 3 4 5 6 7 8 9 10 x - 1.5 \xff\n");

    (void)state;
    CHECK_ROW(&row, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
}

static void test_numbers_that_do_not_fit_are_unknown_and_spoil_nothing_else(void **state)
{
    struct vmm_cpu row;

    (void)state;
    row = the_row("cpu0 -1 2 -3 4 18446744073709551614 18446744073709551615 18446744073709551616 "
                  "1000000000000000000000000000000 18446744073709551613 18446744073709551612\n");
    CHECK_ROW(&row, 0, VMM_UNKNOWN, 2, VMM_UNKNOWN, 4, VMM_UNKNOWN, VMM_UNKNOWN, VMM_UNKNOWN, VMM_UNKNOWN,
              UINT64_MAX - 2, UINT64_MAX - 3);
}

static void test_numbers_of_every_length_in_every_column(void **state)
{
    struct arena arena = arena_new(1024);

    (void)state;
    for (unsigned digits = 1; digits <= 24; digits++) {
        for (unsigned column = 0; column < 11; column++) {
            for (unsigned behind = 0; behind <= 40; behind += behind < 24 ? 1 : 8) {
                struct builder builder = {NULL, 0, 0};

                builder_print(&builder, "cpu0");
                for (unsigned i = 0; i < 11; i++) {
                    builder_add(&builder, " ", 1);
                    for (unsigned k = 0; k < (i == column ? digits : 1 + i % 3); k++)
                        builder_add(&builder, &"9182736450"[k % 10], 1);
                }
                builder_add(&builder, "\n", 1);
                for (unsigned i = 0; i < behind; i++)
                    builder_add(&builder, "x", 1);
                check_text(&cpu, &arena, builder.bytes, builder.length);
                builder_free(&builder);
            }
        }
    }
    arena_free(&arena);
}

/* ---- bad rows ---- */

static void check_refused(const char *bytes, size_t length, size_t error)
{
    struct builder builder = {NULL, 0, 0};
    struct arena arena = arena_new(length + 64);
    struct vmm_text text;
    struct vmm_cpu row;

    builder_add(&builder, bytes, length);
    builder_add(&builder, TEXT("cpu77 5 6 7 8\n"));
    memset(&row, 0x5a, sizeof row);
    text = vmm_text_of(builder.bytes, builder.length);
    if (vmm_cpu_next(&text, &row, sizeof row) != VMM_E_SYNTAX || text.error != builder.bytes + error)
        fail_msg("%s: error at %ld, not %ld", bytes, text.error == NULL ? -1L : (long)(text.error - builder.bytes),
                 (long)error);
    check_unknown(VMM_RECORD_CPU, &row);
    assert_int_equal(row.size, sizeof row);
    assert_ptr_equal(text.pos, builder.bytes + length);
    /* The next call goes on behind it. */
    assert_int_equal(vmm_cpu_next(&text, &row, sizeof row), VMM_OK);
    assert_null(text.error);
    CHECK_ROW(&row, 77, 5, 6, 7, 8);
    check_text(&cpu, &arena, builder.bytes, builder.length);
    check_text(&cpu, &arena, bytes, length);
    arena_free(&arena);
    builder_free(&builder);
}

static void test_bad_rows_are_refused_at_the_wrong_byte(void **state)
{
    (void)state;
    check_refused(TEXT("cpu \n"), 4);
    check_refused(TEXT("cpu  \n"), 5);
    check_refused(TEXT("cpu0 \n"), 5);
    check_refused(TEXT("cpu0\n"), 4);
    check_refused(TEXT("cpu18446744073709551614 1 2 3 4\n"), 3);
    check_refused(TEXT("cpu18446744073709551615 1 2 3 4\n"), 3);
    check_refused(TEXT("cpu18446744073709551616 1 2 3 4\n"), 3);
    check_refused(TEXT("cpu99999999999999999999999999999999x 1 2 3 4\n"), 3);
    check_refused(TEXT("cpu0x 1 2 3 4\n"), 4);
    check_refused(TEXT("cpu0: 1 2 3 4\n"), 4);
    check_refused(TEXT("cpu0\r\n"), 4);
    check_refused(TEXT("cpu0-3 1 2 3 4\n"), 4);
    check_refused(TEXT("cpu  x\n"), 5);
    check_refused(TEXT("cpu  1x 2 3 4\n"), 6);
    check_refused(TEXT("cpu  1 x 3 4\n"), 7);
    check_refused(TEXT("cpu  1 2 3 x\n"), 11);
    check_refused(TEXT("cpu  1 2 3 4x\n"), 12);
    check_refused(TEXT("cpu  1 2 3 4 5 6 7 8 9 x\n"), 23);
    check_refused(TEXT("cpu  1 2 3 4 5 6 7 8 9 10x\n"), 25);
    check_refused(TEXT("cpu  1 2 3 4 5 6 7 8 9 10\r\n"), 25);
    check_refused(TEXT("cpu  1 2 3 4\r\n"), 12);
    check_refused(TEXT("cpu  1 +2 3 4\n"), 7);
    check_refused(TEXT("cpu  1 - 3 4\n"), 8);
    check_refused(TEXT("cpu  1 -x 3 4\n"), 8);
    check_refused(TEXT("cpu  1 --2 3 4\n"), 8);
    check_refused(TEXT("cpu  1 2.5 3 4\n"), 8);
    check_refused(TEXT("cpu  1 2,3 4\n"), 8);
    check_refused(TEXT("cpu  1 0x2 3 4\n"), 8);
    check_refused(TEXT("cpu  1 2\0003 4\n"), 8);
    check_refused(TEXT("cpu  1 \xb2 3 4\n"), 7);
    check_refused(TEXT("cpu  1 2\xb2 3 4\n"), 8);
    check_refused(TEXT("cpu  123456789012345678901234567890x 2 3 4\n"), 35);
    check_refused(TEXT("cpu  1234567890123456x 2 3 4\n"), 21);
    check_refused(TEXT("cpu  12345678x 2 3 4 5 6 7 8 9 10 11 12 13\n"), 13);
}

static void test_a_bad_row_that_is_cut_too(void **state)
{
    struct record record;
    struct outcome outcome = run(&cpu, TEXT("cpu  1 2x 3"), &record, cpu.bytes);

    (void)state;
    assert_int_equal(outcome.status, VMM_E_SYNTAX);
    assert_int_equal(outcome.error, 8);
    assert_int_equal(outcome.pos, 11);
    check_unknown(VMM_RECORD_CPU, &record);
    /* Columns that nobody knows may be cut as well. */
    outcome = run(&cpu, TEXT("cpu  1 2 3 4 5 6 7 8 9 10 11 1"), &record, cpu.bytes);
    assert_int_equal(outcome.status, VMM_E_TRUNCATED);
    assert_int_equal(outcome.error, 30);
    check_unknown(VMM_RECORD_CPU, &record);
}

/* A loop over rows always ends, and meets each row behind a bad one. */
static void test_good_rows_among_bad_ones(void **state)
{
    static const char bytes[] = "cpu  1 2 3 4\ncpu0 x\ncpu1 1 2 3 4\ncpu2x 1\ncpu3\ncpu4 5 6 7 8\nintr 9\n";
    struct vmm_text text = vmm_text_of(bytes, sizeof bytes - 1);
    static const vmm_status statuses[] = {VMM_OK,       VMM_E_SYNTAX, VMM_OK,  VMM_E_SYNTAX,
                                          VMM_E_SYNTAX, VMM_OK,       VMM_END, VMM_END};
    struct vmm_cpu row;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(statuses); i++) {
        assert_int_equal(vmm_cpu_next(&text, &row, sizeof row), statuses[i]);
        if (statuses[i] != VMM_OK)
            check_unknown(VMM_RECORD_CPU, &row);
    }
    assert_ptr_equal(text.pos, bytes + sizeof bytes - 1 - 7);
}

/* ---- fast paths against plain ones ---- */

static void test_every_byte_of_usual_rows_replaced_by_every_other(void **state)
{
    (void)state;
    check_every_byte(&cpu, TEXT("cpu  15100 0 6974 502014 865 0 101 38 0 0\n"));
    check_every_byte(&cpu, TEXT("cpu0 6636 12 3198 252450 12345678 0 123456789 1234567890123456 0 0\ncpu1 1 2 3 4\n"));
    check_every_byte(&cpu, TEXT("cpu12 6636 0 3198 123456789012345 7\nintr 1 2 3 4 5 6 7 8 9 10\n"));
}

static void add_random_row(struct builder *builder)
{
    static const char *const names[] = {"cpu ",
                                        "cpu",
                                        "cpu0",
                                        "cpu1",
                                        "cpu12",
                                        "cpu4095",
                                        "cpu\t",
                                        "cp",
                                        "c",
                                        "cpux",
                                        "intr",
                                        "cpu00000000000000000000000000000001",
                                        "cpu18446744073709551615",
                                        "cpu1x"};
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
    static const char *const gaps[] = {"  ", "\t", " \t ", "               ", ""};
    size_t columns = chance_of(60) ? COLUMNS : chance_below(14);
    bool usual = chance_of(60);

    builder_print(builder, "%s", names[chance_of(60) ? chance_below(6) : chance_below(COUNT_OF(names))]);
    for (size_t i = 0; i < columns; i++) {
        builder_print(builder, "%s", usual || chance_of(85) ? " " : gaps[chance_below(COUNT_OF(gaps))]);
        if (usual || chance_of(85))
            builder_print(builder, "%" PRIu64, chance_of(20) ? chance_below(10) : chance_number());
        else
            builder_print(builder, "%s", odd[chance_below(COUNT_OF(odd))]);
    }
    builder_print(builder, "%s", chance_of(92) ? "\n" : chance_of(50) ? " \n" : chance_of(50) ? "\r\n" : "");
}

static void test_random_rows_against_the_reference(void **state)
{
    static const char interesting[] = " \t\n\r\0:0123456789-cpuM\x7f\x80\xb0\xff";
    struct arena arena = arena_new(4096);
    struct builder builder = {NULL, 0, 0};

    (void)state;
    chance_seed(3);
    for (unsigned time = 0, rounds = chance_rounds(150000); time < rounds; time++) {
        size_t behind = chance_below(40);

        builder.length = 0;
        add_random_row(&builder);
        if (chance_of(50))
            add_random_row(&builder);
        else
            for (size_t i = 0; i < behind; i++)
                builder_add(&builder, i % 10 == 9 ? "\n" : "7", 1);
        if (builder.length != 0 && chance_of(20))
            builder.bytes[chance_below(builder.length)] = interesting[chance_below(sizeof interesting - 1)];
        if (builder.length != 0 && chance_of(15))
            builder.length = chance_below(builder.length);
        check_text(&cpu, &arena, builder.bytes, builder.length);
    }
    builder_free(&builder);
    arena_free(&arena);
}

/* ---- the output ---- */

static void test_outputs_of_every_size(void **state)
{
    (void)state;
    check_every_size(&cpu, TEXT("cpu3 1 2 3 4 5 6 7 8 9 10\n"), VMM_OK);
    check_every_size(&cpu, TEXT("cpu3 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22\ncpu4 1 2 3 4\n"),
                     VMM_OK);
    check_every_size(&cpu, TEXT("cpu  123456789012345678 1 2 3\n"), VMM_OK);
    check_every_size(&cpu, TEXT("cpu  1 2 3 4\n"), VMM_OK);
    check_every_size(&cpu, TEXT("cpu3x 1 2 3 4\n"), VMM_E_SYNTAX);
    check_every_size(&cpu, TEXT("cpu3 1 2 3 4"), VMM_E_TRUNCATED);
    check_every_size(&cpu, TEXT("cp"), VMM_E_TRUNCATED);
    check_every_size(&cpu, TEXT("intr 5\n"), VMM_END);
    check_every_size(&cpu, TEXT(""), VMM_END);
}

static void test_a_reused_output_never_shows_old_values(void **state)
{
    static const struct {
        const char *text;
        vmm_status status;
    } later[] = {
        {"cpu3 1\n", VMM_OK},
        {"cpu3 1", VMM_E_TRUNCATED},
        {"cpu3", VMM_E_TRUNCATED},
        {"cpu3\n", VMM_E_SYNTAX},
        {"cpu3 1 2 3 4 5 6 7 8 9 x\n", VMM_E_SYNTAX},
        {"cpu3 1 2 3 4 5 6 7 8 9 10 11", VMM_E_TRUNCATED},
        {"intr 7\n", VMM_END},
        {"", VMM_END},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(later); i++) {
        struct vmm_cpu row = the_row("cpu9 11 12 13 14 15 16 17 18 19 20\n");
        struct vmm_text text = vmm_text_of(later[i].text, strlen(later[i].text));

        assert_int_equal(vmm_cpu_next(&text, &row, sizeof row), later[i].status);
        if (later[i].status == VMM_OK)
            CHECK_ROW(&row, 3, 1);
        else
            check_unknown(VMM_RECORD_CPU, &row);
        assert_int_equal(row.size, sizeof row);
    }
}

static void test_arguments(void **state)
{
    (void)state;
    check_arguments(&cpu, TEXT("cpu  1 2 3 4\n"));
    /* Of the length that the usual way takes. */
    check_arguments(&cpu, TEXT("cpu  100 200 300 400 500 600 700 800 900 1000\n"));
}

static void test_the_text_is_not_written_to(void **state)
{
    (void)state;
    check_input_is_read_only(&cpu, TEXT("cpu3 1 2 3 4 5 6 7 8 9 10\n"));
    check_input_is_read_only(&cpu, TEXT("cpu3 1 2 3 4 5 6 7 8 9 10"));
    check_input_is_read_only(&cpu, TEXT("cpu3 1 2 x 4 5 6 7 8 9 10\n"));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_sample_is_read_as_the_reference_reads_it),
        cmocka_unit_test(test_every_sample_cut_at_every_length),
        cmocka_unit_test(test_one_row_cut_at_every_length),
        cmocka_unit_test(test_sample_of_linux_6_18),
        cmocka_unit_test(test_sample_with_4_columns),
        cmocka_unit_test(test_sample_with_7_columns),
        cmocka_unit_test(test_sample_with_8_columns),
        cmocka_unit_test(test_sample_with_9_columns),
        cmocka_unit_test(test_sample_with_10_columns),
        cmocka_unit_test(test_sample_with_columns_of_the_future),
        cmocka_unit_test(test_sample_with_gaps_in_ids),
        cmocka_unit_test(test_sample_with_offline_cpus),
        cmocka_unit_test(test_sample_of_lxcfs_without_guest_nice_in_the_total),
        cmocka_unit_test(test_sample_of_gvisor),
        cmocka_unit_test(test_sample_of_256_cpus),
        cmocka_unit_test(test_sample_with_extreme_counters),
        cmocka_unit_test(test_rows_before_a_long_interrupt_line),
        cmocka_unit_test(test_the_first_row_is_the_total),
        cmocka_unit_test(test_a_text_without_the_total_begins_with_a_cpu),
        cmocka_unit_test(test_rows_end_at_the_first_line_that_is_none),
        cmocka_unit_test(test_ids),
        cmocka_unit_test(test_any_number_of_columns),
        cmocka_unit_test(test_blanks_between_columns),
        cmocka_unit_test(test_columns_behind_the_last_known_one_are_not_looked_at),
        cmocka_unit_test(test_numbers_that_do_not_fit_are_unknown_and_spoil_nothing_else),
        cmocka_unit_test(test_numbers_of_every_length_in_every_column),
        cmocka_unit_test(test_bad_rows_are_refused_at_the_wrong_byte),
        cmocka_unit_test(test_a_bad_row_that_is_cut_too),
        cmocka_unit_test(test_good_rows_among_bad_ones),
        cmocka_unit_test(test_every_byte_of_usual_rows_replaced_by_every_other),
        cmocka_unit_test(test_random_rows_against_the_reference),
        cmocka_unit_test(test_outputs_of_every_size),
        cmocka_unit_test(test_a_reused_output_never_shows_old_values),
        cmocka_unit_test(test_arguments),
        cmocka_unit_test(test_the_text_is_not_written_to),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
