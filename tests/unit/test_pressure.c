/* Pressure files. */
#include "support.h"

#include <inttypes.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

enum { SOME = 1, FULL = 5, AVG10 = 0, AVG60, AVG300, TOTAL, WORDS };

static const char *const names[WORDS] = {"avg10=", "avg60=", "avg300=", "total="};

/* ---- reference ---- */

static bool begins(const char *bytes, size_t pos, size_t length, const char *word)
{
    return length - pos >= strlen(word) && memcmp(bytes + pos, word, strlen(word)) == 0;
}

/* Takes the value of a word at `pos`. False where a byte is wrong, which `pos` is then at. */
static bool reference_value(const char *bytes, size_t *pos, size_t length, bool decimals, uint64_t *value)
{
    uint64_t hundredths = 0;

    if (!reference_number(bytes, *pos, length, pos, value))
        return false;
    if (decimals) {
        if (*pos == length || bytes[*pos] != '.')
            return false;
        ++*pos;
        for (unsigned i = 0; i < 2; i++, ++*pos) {
            if (*pos == length || bytes[*pos] < '0' || bytes[*pos] > '9')
                return false;
            hundredths = hundredths * 10 + (uint64_t)(bytes[*pos] - '0');
        }
        *value = *value < UINT64_C(184467440737095516) ? *value * 100 + hundredths : VMM_UNKNOWN;
    }
    return *pos != length && strchr(" \t\n", bytes[*pos]) != NULL && bytes[*pos] != '\0';
}

static struct outcome reference_refused(const char *bytes, size_t error, size_t length, uint64_t *words)
{
    struct outcome outcome = {error == length ? VMM_E_TRUNCATED : VMM_E_SYNTAX, error, error};

    reference_unknown(words, sizeof(struct vmm_pressure));
    while (outcome.pos < length && bytes[outcome.pos] != '\n')
        outcome.pos++;
    if (outcome.pos < length)
        outcome.pos++;
    return outcome;
}

static struct outcome expect(const char *bytes, size_t length, uint64_t *words)
{
    struct outcome outcome = {VMM_E_EMPTY, length, NOWHERE};
    size_t pos = 0;

    reference_unknown(words, sizeof(struct vmm_pressure));
    while (pos < length) {
        unsigned line = begins(bytes, pos, length, "some ") ? SOME : begins(bytes, pos, length, "full ") ? FULL : 0;

        if (line != 0)
            outcome.status = VMM_OK;
        while (pos < length && bytes[pos] != '\n') {
            unsigned name = 0;
            uint64_t value;

            /* To the blank before the next word. */
            if (bytes[pos] != ' ' && bytes[pos] != '\t') {
                pos++;
                continue;
            }
            pos++;
            if (line == 0)
                continue;
            while (name < WORDS && !begins(bytes, pos, length, names[name]))
                name++;
            if (name == WORDS)
                continue;
            pos += strlen(names[name]);
            if (!reference_value(bytes, &pos, length, name != TOTAL, &value))
                return reference_refused(bytes, pos, length, words);
            words[line + name] = value;
        }
        if (pos == length)
            return reference_refused(bytes, length, length, words);
        pos++;
    }
    return outcome;
}

static vmm_status parse(struct vmm_text *text, void *out, size_t out_size)
{
    return vmm_pressure_parse(text, out, out_size);
}

static const struct format format = {parse, expect, VMM_RECORD_PRESSURE, sizeof(struct vmm_pressure)};

static struct vmm_pressure pressure_of(const char *bytes, size_t length)
{
    struct vmm_text text = vmm_text_of(bytes, length);
    struct vmm_pressure record;

    memset(&record, 0x5a, sizeof record);
    assert_int_equal(vmm_pressure_parse(&text, &record, sizeof record), VMM_OK);
    assert_ptr_equal(text.pos, text.end);
    assert_null(text.error);
    assert_int_equal(record.size, sizeof record);
    return record;
}

static struct vmm_pressure parsed(const char *name)
{
    struct sample sample = sample_load(name);
    struct vmm_pressure record = pressure_of(sample.bytes, sample.length);

    sample_free(&sample);
    return record;
}

static struct vmm_pressure the_record(const char *string)
{
    check_string(&format, string);
    return pressure_of(string, strlen(string));
}

static void check_is(const struct vmm_pressure *record, const uint64_t wanted[2 * WORDS])
{
    assert_int_equal(record->some_avg10_hundredths, wanted[0]);
    assert_int_equal(record->some_avg60_hundredths, wanted[1]);
    assert_int_equal(record->some_avg300_hundredths, wanted[2]);
    assert_int_equal(record->some_total_usec, wanted[3]);
    assert_int_equal(record->full_avg10_hundredths, wanted[4]);
    assert_int_equal(record->full_avg60_hundredths, wanted[5]);
    assert_int_equal(record->full_avg300_hundredths, wanted[6]);
    assert_int_equal(record->full_total_usec, wanted[7]);
}

#define NO VMM_UNKNOWN
#define CHECK_IS(record, ...) check_is(&(record), (const uint64_t[]){__VA_ARGS__})

static const char usual[] = "some avg10=12.34 avg60=5.06 avg300=0.70 total=123456789012\n"
                            "full avg10=100.00 avg60=0.00 avg300=99.99 total=0\n";

/* ---- samples ---- */

static void test_every_sample_is_read_as_the_reference_reads_it(void **state)
{
    const char *const *sample_name = sample_names("proc-pressure");

    (void)state;
    for (; *sample_name != NULL; sample_name++) {
        struct sample sample = sample_load(*sample_name);
        struct arena arena = arena_new(sample.length);

        check_text(&format, &arena, sample.bytes, sample.length);
        arena_free(&arena);
        sample_free(&sample);
    }
}

static void test_every_sample_cut_at_every_length(void **state)
{
    const char *const *sample_name = sample_names("proc-pressure");

    (void)state;
    for (; *sample_name != NULL; sample_name++) {
        struct sample sample = sample_load(*sample_name);

        if (sample.length != 0)
            check_every_cut(&format, sample.bytes, sample.length);
        for (size_t at = 1; at <= sample.length; at++) {
            struct record record;
            struct outcome outcome = run(&format, sample.bytes, at, &record, format.bytes);

            assert_int_equal(outcome.pos, at);
            if (sample.bytes[at - 1] != '\n') {
                assert_int_equal(outcome.status, VMM_E_TRUNCATED);
                assert_int_equal(outcome.error, at);
                check_unknown(VMM_RECORD_PRESSURE, &record);
            } else {
                assert_true(outcome.status == VMM_OK || outcome.status == VMM_E_EMPTY);
                assert_int_equal(outcome.error, NOWHERE);
            }
        }
        sample_free(&sample);
    }
}

static void test_unknown_lines_at_every_line_of_every_sample(void **state)
{
    const char *const *sample_name = sample_names("proc-pressure");

    (void)state;
    for (; *sample_name != NULL; sample_name++) {
        struct sample sample = sample_load(*sample_name);
        if (sample.length != 0)
            check_unknown_lines(&format, sample.bytes, sample.length);
        sample_free(&sample);
    }
}

static void test_lines_of_every_sample_permuted(void **state)
{
    const char *const *sample_name = sample_names("proc-pressure");

    (void)state;
    for (; *sample_name != NULL; sample_name++) {
        struct sample sample = sample_load(*sample_name);
        if (sample.length != 0)
            check_permutations(&format, sample.bytes, sample.length, 20);
        sample_free(&sample);
    }
}

static void test_samples_of_linux_6_18(void **state)
{
    static const char *const files[] = {"proc-pressure/linux-6.18-x86_64-cpu", "proc-pressure/linux-6.18-x86_64-memory",
                                        "proc-pressure/linux-6.18-x86_64-io"};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(files); i++) {
        struct sample sample = sample_load(files[i]);
        struct vmm_pressure record = parsed(files[i]);
        unsigned long long n[14];

        assert_int_equal(sscanf(sample.bytes,
                                "some avg10=%llu.%2llu avg60=%llu.%2llu avg300=%llu.%2llu total=%llu "
                                "full avg10=%llu.%2llu avg60=%llu.%2llu avg300=%llu.%2llu total=%llu",
                                n, n + 1, n + 2, n + 3, n + 4, n + 5, n + 6, n + 7, n + 8, n + 9, n + 10, n + 11,
                                n + 12, n + 13),
                         14);
        CHECK_IS(record, n[0] * 100 + n[1], n[2] * 100 + n[3], n[4] * 100 + n[5], n[6], n[7] * 100 + n[8],
                 n[9] * 100 + n[10], n[11] * 100 + n[12], n[13]);
        sample_free(&sample);
    }
}

/* A44, B5.1: what is not printed is unknown, not 0. */
static void test_samples_of_cpu_before_5_13_have_no_full(void **state)
{
    struct vmm_pressure first = parsed("proc-pressure/linux-4.20-cpu-only-some");
    struct vmm_pressure last = parsed("proc-pressure/linux-5.12-cpu-only-some");

    (void)state;
    CHECK_IS(first, 52, 107, 10000, 7, NO, NO, NO, NO);
    CHECK_IS(last, 0, 0, 12, 5312897465, NO, NO, NO, NO);
}

/* B5.1: afterwards it is 0 for the whole machine, and real in a cgroup. */
static void test_samples_of_cpu_since_5_13_have_full(void **state)
{
    struct vmm_pressure machine = parsed("proc-pressure/linux-6.18-x86_64-cpu");
    struct vmm_pressure cgroup = parsed("proc-pressure/linux-5.13-cgroup-cpu");

    (void)state;
    assert_int_equal(machine.full_total_usec, 0);
    assert_int_equal(machine.full_avg10_hundredths, 0);
    CHECK_IS(cgroup, 8731, 6405, 2190, 90071992547, 7116, 5280, 1733, 72057594037);
}

/* A44, B5.2 */
static void test_sample_of_interrupts_has_only_full(void **state)
{
    struct vmm_pressure record = parsed("proc-pressure/linux-6.1-irq-only-full");

    (void)state;
    CHECK_IS(record, NO, NO, NO, NO, 7, 25, 19, 2734658139);
}

/* H: a cgroup's file may be empty where accounting is off; that is no pressure of 0. */
static void test_sample_that_is_empty(void **state)
{
    struct sample sample = sample_load("proc-pressure/cgroup-empty");
    struct record record;
    struct outcome outcome = run(&format, "", sample.length, &record, format.bytes);

    (void)state;
    assert_int_equal(sample.length, 0);
    assert_int_equal(outcome.status, VMM_E_EMPTY);
    assert_int_equal(outcome.pos, 0);
    assert_int_equal(outcome.error, NOWHERE);
    check_unknown(VMM_RECORD_PRESSURE, &record);
    sample_free(&sample);
}

/* B5.4: its numbers stand without names, and none is taken by its place. */
static void test_sample_of_the_old_format_says_nothing(void **state)
{
    struct vmm_pressure record = parsed("proc-pressure/oomd-aggr");

    (void)state;
    check_unknown(VMM_RECORD_PRESSURE, &record);
}

static void test_sample_of_the_future(void **state)
{
    struct vmm_pressure record = parsed("proc-pressure/written-future-words-and-lines");

    (void)state;
    CHECK_IS(record, 101, 202, 303, 404, 505, 606, 707, 808);
}

static void test_sample_with_extreme_numbers(void **state)
{
    struct vmm_pressure record = parsed("proc-pressure/written-extreme-numbers");

    (void)state;
    CHECK_IS(record, UINT64_C(18446744073709551599), NO, NO, UINT64_MAX - 2, 10000, 10001, NO, NO);
}

/* ---- lines ---- */

static void test_lines_begin_with_the_whole_word(void **state)
{
    static const char *const lines[] = {
        "som avg10=1.00 total=1\n",
        "some\tavg10=1.00 total=1\n",
        "some: total=1\n",
        "somewhat total=1\n",
        "Some total=1\n",
        " some total=1\n",
        "some\n",
        "full\n",
        "fulltotal=1\n",
        "fully total=x\n",
        "FULL total=1\n",
        "total=1\n",
        "avg10=1.00\n",
        "\n",
        "x\n",
        "aggr 316016073\n",
        "some_other avg10=1.00\n\n",
        "ful total=7\n",
        "s\no\nm\ne\n",
        "\xff some total=1\n",
        "\0some total=1\n",
        "cpu some total=x\n",
        "none total=x\n",
        "full\r\n",
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(lines); i++) {
        struct record record;
        struct outcome outcome = run(&format, lines[i], strlen(lines[i]), &record, format.bytes);

        assert_int_equal(outcome.status, VMM_E_EMPTY);
        assert_int_equal(outcome.pos, strlen(lines[i]));
        assert_int_equal(outcome.error, NOWHERE);
        check_unknown(VMM_RECORD_PRESSURE, &record);
        check_string(&format, lines[i]);
    }
}

static void test_unknown_lines_like_those_that_are_known(void **state)
{
    static const char *const unknown[] = {"somewhat avg10=9.99\n", "fully total=x\n",     "some\ttotal=9\n", "full\n",
                                          " some total=9\n",       "aggr 316016073\n",    "irq total=9\n",   "\n",
                                          "most avg10=1.2.3 -\n",  "cpu some total=99\n", "total=9\n",       "some\n"};
    struct lines lines = lines_of(usual, sizeof usual - 1);
    struct vmm_pressure plain = pressure_of(usual, sizeof usual - 1);

    (void)state;
    for (size_t at = 0; at <= lines.count; at++) {
        for (size_t i = 0; i < COUNT_OF(unknown); i++) {
            struct builder builder = {NULL, 0, 0};
            struct vmm_pressure record;

            for (size_t line = 0; line <= lines.count; line++) {
                if (line == at)
                    builder_print(&builder, "%s", unknown[i]);
                if (line != lines.count)
                    builder_add(&builder, lines.start[line], lines.length[line]);
            }
            record = pressure_of(builder.bytes, builder.length);
            check_equal(VMM_RECORD_PRESSURE, &record, &plain);
            builder_free(&builder);
        }
    }
    lines_free(&lines);
}

static void test_a_line_without_words_is_known_all_the_same(void **state)
{
    struct vmm_pressure record = the_record("some \n");

    (void)state;
    check_unknown(VMM_RECORD_PRESSURE, &record);
    record = the_record("full  \t \n");
    check_unknown(VMM_RECORD_PRESSURE, &record);
    record = the_record("full what\n");
    check_unknown(VMM_RECORD_PRESSURE, &record);
}

static void test_of_duplicate_lines_and_words_the_last_wins(void **state)
{
    struct vmm_pressure record = the_record("some avg10=1.00 total=1 total=2\nfull total=5\nsome total=3\nfull "
                                            "avg10=4.00 avg10=0.06\n");

    (void)state;
    CHECK_IS(record, 100, NO, NO, 3, 6, NO, NO, 5);
}

/* ---- words ---- */

static void test_each_word_alone(void **state)
{
    static const char *const values[WORDS] = {"1.01", "2.02", "3.03", "4"};
    static const uint64_t numbers[WORDS] = {101, 202, 303, 4};

    (void)state;
    for (unsigned line = 0; line < 2; line++) {
        for (unsigned i = 0; i < WORDS; i++) {
            uint64_t wanted[2 * WORDS];
            struct vmm_pressure record;
            char text[64];

            for (unsigned k = 0; k < 2 * WORDS; k++)
                wanted[k] = k == line * WORDS + i ? numbers[i] : NO;
            snprintf(text, sizeof text, "%s %s%s\n", line == 0 ? "some" : "full", names[i], values[i]);
            record = the_record(text);
            check_is(&record, wanted);
        }
    }
}

static void add_words(struct builder *builder, const char *const words[WORDS], const unsigned order[WORDS])
{
    for (unsigned i = 0; i < WORDS; i++)
        builder_print(builder, " %s", words[order[i]]);
    builder_print(builder, "\n");
}

static void test_words_in_every_order(void **state)
{
    static const char *const some[WORDS] = {"avg10=12.34", "avg60=5.06", "avg300=0.70", "total=123456789012"};
    static const char *const full[WORDS] = {"avg10=100.00", "avg60=0.00", "avg300=99.99", "total=0"};
    struct vmm_pressure plain = pressure_of(usual, sizeof usual - 1);
    struct arena arena = arena_new(256);
    unsigned count = 0;

    (void)state;
    for (unsigned number = 0; number < 256; number++) {
        const unsigned order[WORDS] = {number & 3, number >> 2 & 3, number >> 4 & 3, number >> 6};
        struct builder builder = {NULL, 0, 0};
        struct vmm_pressure record;

        if ((1U << order[0] | 1U << order[1] | 1U << order[2] | 1U << order[3]) != 15)
            continue;
        for (unsigned first = 0; first < 2; first++) {
            builder.length = 0;
            for (unsigned line = 0; line < 2; line++) {
                builder_print(&builder, line == first ? "some" : "full");
                add_words(&builder, line == first ? some : full, order);
            }
            record = pressure_of(builder.bytes, builder.length);
            check_equal(VMM_RECORD_PRESSURE, &record, &plain);
            check_text(&format, &arena, builder.bytes, builder.length);
        }
        builder_free(&builder);
        count++;
    }
    assert_int_equal(count, 24);
    arena_free(&arena);
}

/* Before and behind each word, and where a known word begins or ends otherwise. */
static void test_unknown_words_at_every_place(void **state)
{
    static const char *const unknown[] = {
        "x",
        "avg1=1.00",
        "avg100=1.00",
        "avg10",
        "avg10:1.00",
        "Avg10=1.00",
        "xavg10=x",
        "avg30=-",
        "total",
        "totals=7",
        "totaltotal=9",
        "=",
        "=1",
        "avg900=1.2.3",
        "full",
        "some",
        "avg60",
        "\xff",
        "tota=9",
        "a-word-that-is-longer-than-the-words-that-the-kernel-prints=123456789",
    };
    struct vmm_pressure plain = pressure_of(usual, sizeof usual - 1);
    struct arena arena = arena_new(512);

    (void)state;
    for (size_t i = 0; i < COUNT_OF(unknown); i++) {
        for (size_t at = 0; at < sizeof usual - 1; at++) {
            struct builder builder = {NULL, 0, 0};
            struct vmm_pressure record;

            if (usual[at] != ' ' && usual[at] != '\n')
                continue;
            builder_add(&builder, usual, at);
            builder_print(&builder, " %s", unknown[i]);
            builder_add(&builder, usual + at, sizeof usual - 1 - at);
            record = pressure_of(builder.bytes, builder.length);
            check_equal(VMM_RECORD_PRESSURE, &record, &plain);
            check_text(&format, &arena, builder.bytes, builder.length);
            builder_free(&builder);
        }
    }
    arena_free(&arena);
}

static void test_blanks_between_words(void **state)
{
    struct vmm_pressure record = the_record("some  avg10=1.00\t avg60=2.00 \ttotal=4 \nfull \t avg10=0.01\t\n");

    (void)state;
    CHECK_IS(record, 100, 200, NO, 4, 1, NO, NO, NO);
}

/* ---- values ---- */

static void test_numbers_that_do_not_fit_are_unknown_and_spoil_nothing(void **state)
{
    struct vmm_pressure record;

    (void)state;
    record = the_record("some avg10=-1.00 avg60=2.00 avg300=99999999999999999999.99 total=-5\n");
    CHECK_IS(record, NO, 200, NO, NO, NO, NO, NO, NO);
    record = the_record("full avg10=1.00 total=18446744073709551615\nsome total=18446744073709551613\n");
    CHECK_IS(record, NO, NO, NO, UINT64_MAX - 2, 100, NO, NO, NO);
    record = the_record("some total=18446744073709551616 avg10=184467440737095515.99 avg60=184467440737095517.00\n");
    CHECK_IS(record, UINT64_C(18446744073709551599), NO, NO, NO, NO, NO, NO, NO);
    record = the_record("some avg10=1000.00 avg60=99999.99 avg300=12345678.90 total=000000000000000000000000000012\n");
    CHECK_IS(record, 100000, 9999999, 1234567890, 12, NO, NO, NO, NO);
}

static void test_every_percentage_that_the_kernel_prints(void **state)
{
    struct arena arena = arena_new(64);

    (void)state;
    for (unsigned hundredths = 0; hundredths <= 10000; hundredths++) {
        struct vmm_pressure record;
        char text[64];
        int length = snprintf(text, sizeof text, "some avg10=%u.%02u avg60=%u.%02u total=7\n", hundredths / 100,
                              hundredths % 100, hundredths / 100, hundredths % 100);

        record = pressure_of(text, (size_t)length);
        CHECK_IS(record, hundredths, hundredths, NO, 7, NO, NO, NO, NO);
        check_text(&format, &arena, text, (size_t)length);
    }
    arena_free(&arena);
}

static void check_refused(const char *bytes, size_t length, size_t error)
{
    struct arena arena = arena_new(length);
    struct record record;
    struct outcome outcome = run(&format, bytes, length, &record, format.bytes);
    const char *newline = memchr(bytes + error, '\n', length - error);

    if (outcome.status != VMM_E_SYNTAX || outcome.error != error || outcome.pos != (size_t)(newline - bytes) + 1)
        fail_msg("%s: status %d, error %ld, pos %ld", bytes, (int)outcome.status, (long)outcome.error,
                 (long)outcome.pos);
    check_unknown(VMM_RECORD_PRESSURE, &record);
    check_text(&format, &arena, bytes, length);
    arena_free(&arena);
}

static void test_malformed_values_are_refused_at_the_wrong_byte(void **state)
{
    (void)state;
    check_refused(TEXT("some avg10=\n"), 11);
    check_refused(TEXT("some avg10= 1.00\n"), 11);
    check_refused(TEXT("some avg10=x\n"), 11);
    check_refused(TEXT("some avg10=1\n"), 12);
    check_refused(TEXT("some avg10=1 total=1\n"), 12);
    check_refused(TEXT("some avg10=.50\n"), 11);
    check_refused(TEXT("some avg10=1,50\n"), 12);
    check_refused(TEXT("some avg10=1.\n"), 13);
    check_refused(TEXT("some avg10=1.5\n"), 14);
    check_refused(TEXT("some avg10=1.5 total=123456789\n"), 14);
    check_refused(TEXT("some avg10=1.x5\n"), 13);
    check_refused(TEXT("some avg10=1.5x\n"), 14);
    check_refused(TEXT("some avg10=1.505\n"), 15);
    check_refused(TEXT("some avg10=1.50x total=123456789\n"), 15);
    check_refused(TEXT("some avg10=1.50%\n"), 15);
    check_refused(TEXT("some avg10=1.50\r\n"), 15);
    check_refused(TEXT("some avg10=1.50\0\n"), 15);
    check_refused(TEXT("some avg10=-\n"), 12);
    check_refused(TEXT("some avg10=-1\n"), 13);
    check_refused(TEXT("some avg10=--1.00\n"), 12);
    check_refused(TEXT("some avg10=+1.00\n"), 11);
    check_refused(TEXT("some avg10=1e2.00\n"), 12);
    check_refused(TEXT("some avg10=nan\n"), 11);
    check_refused(TEXT("some avg10=\xb1.00\n"), 11);
    check_refused(TEXT("some total=\n"), 11);
    check_refused(TEXT("some total=x\n"), 11);
    check_refused(TEXT("some total=1.00\n"), 12);
    check_refused(TEXT("some total=1x\n"), 12);
    check_refused(TEXT("some total=1\r\n"), 12);
    check_refused(TEXT("some total=max\n"), 11);
    check_refused(TEXT("some total==1\n"), 11);
    check_refused(TEXT("some total=1,\n"), 12);
    check_refused(TEXT("some total=123456789012345678901234567890x\n"), 41);
    check_refused(TEXT("some avg10=1.00 avg60=2.00 avg300=3.00 total=4\nfull avg10=1.00 avg60=2.0\nfull total=1\n"),
                  72);
    check_refused(TEXT("some avg10=1.00 total=4\nfull total=1 avg300=1..0\nsome avg10=0.00 total=0\n"), 46);
}

static void test_a_value_that_was_cut(void **state)
{
    static const char *const texts[] = {"s",
                                        "some",
                                        "some ",
                                        "some a",
                                        "some avg10",
                                        "some avg10=",
                                        "some avg10=1",
                                        "some avg10=1.",
                                        "some avg10=1.0",
                                        "some avg10=1.00",
                                        "some avg10=1.00 ",
                                        "some avg10=1.00 total=",
                                        "some total=123",
                                        "x",
                                        "some total=1\nf",
                                        "some total=1\nfull total=-",
                                        "some unknown=5",
                                        "full \t"};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        struct record record;
        struct outcome outcome = run(&format, texts[i], strlen(texts[i]), &record, format.bytes);

        assert_int_equal(outcome.status, VMM_E_TRUNCATED);
        assert_int_equal(outcome.error, strlen(texts[i]));
        assert_int_equal(outcome.pos, strlen(texts[i]));
        check_unknown(VMM_RECORD_PRESSURE, &record);
        check_string(&format, texts[i]);
    }
}

static void test_a_call_after_a_bad_line_goes_on_behind_it(void **state)
{
    static const char bytes[] = "some avg10=1.0 total=5\nfull avg10=0.25 total=6\n";
    struct vmm_text text = vmm_text_of(bytes, sizeof bytes - 1);
    struct vmm_pressure record;

    (void)state;
    assert_int_equal(vmm_pressure_parse(&text, &record, sizeof record), VMM_E_SYNTAX);
    assert_ptr_equal(text.error, bytes + 14);
    assert_ptr_equal(text.pos, bytes + 23);
    check_unknown(VMM_RECORD_PRESSURE, &record);
    assert_int_equal(vmm_pressure_parse(&text, &record, sizeof record), VMM_OK);
    assert_null(text.error);
    CHECK_IS(record, NO, NO, NO, NO, 25, NO, NO, 6);
}

/* A comma is no point, whatever the locale says. */
static void test_the_locale_does_not_matter(void **state)
{
    static const char *const locales[] = {"de_DE.UTF-8", "de_DE.utf8", "de_DE", "fr_FR.UTF-8", "fr_FR"};
    struct vmm_pressure record;
    size_t i = 0;

    (void)state;
    /* Some C libraries take any name of a locale, and stay with the point. */
    while (i < COUNT_OF(locales) &&
           (setlocale(LC_ALL, locales[i]) == NULL || strcmp(localeconv()->decimal_point, ",") != 0))
        i++;
    if (i == COUNT_OF(locales))
        print_message("no locale with a decimal comma is installed here\n");
    record = pressure_of(usual, sizeof usual - 1);
    CHECK_IS(record, 1234, 506, 70, 123456789012, 10000, 0, 9999, 0);
    check_refused(TEXT("some avg10=1,50 total=7\n"), 12);
    setlocale(LC_ALL, "C");
}

/* ---- fast paths against plain ones ---- */

static void test_every_byte_of_usual_lines_replaced_by_every_other(void **state)
{
    (void)state;
    check_every_byte(&format, usual, sizeof usual - 1);
    check_every_byte(&format, TEXT("full avg10=0.00 avg60=0.00 avg300=0.00 total=0\n"));
}

static void test_numbers_of_every_length_at_every_distance_from_the_end(void **state)
{
    struct arena arena = arena_new(512);

    (void)state;
    for (unsigned name = 0; name < WORDS; name++) {
        for (unsigned digits = 0; digits <= 24; digits++) {
            for (unsigned decimals = 0; decimals <= 3; decimals++) {
                for (unsigned distance = 0; distance <= 40; distance++) {
                    struct builder builder = {NULL, 0, 0};

                    builder_print(&builder, "full %s", names[name]);
                    for (unsigned i = 0; i < digits; i++)
                        builder_add(&builder, &"9182736450"[i % 10], 1);
                    if (name != TOTAL || decimals == 3)
                        builder_print(&builder, ".");
                    for (unsigned i = 0; name != TOTAL && i < decimals; i++)
                        builder_add(&builder, &"527"[i], 1);
                    builder_add(&builder, "\n", 1);
                    for (unsigned i = 0; i < distance; i++)
                        builder_add(&builder, i + 1 == distance ? "\n" : "7", 1);
                    check_text(&format, &arena, builder.bytes, builder.length);
                    builder_free(&builder);
                }
            }
        }
    }
    arena_free(&arena);
}

static void add_random_line(struct builder *builder)
{
    static const char *const odd[] = {"-",
                                      "-1.00",
                                      "+1.00",
                                      "1x",
                                      "1.5",
                                      ".50",
                                      "1.",
                                      "1.234",
                                      "x",
                                      "\xb1",
                                      "184467440737095515.99",
                                      "184467440737095517.00",
                                      "18446744073709551613",
                                      "18446744073709551614",
                                      "-5",
                                      "000000000000000000000000000012.34",
                                      ""};
    static const char *const lines[] = {"some", "full", "some", "full", "some", "full", "somewhat", "aggr", "ful", ""};
    size_t words = chance_of(60) ? 4 : chance_below(8);
    bool in_order = chance_of(60);

    builder_print(builder, "%s", lines[chance_below(COUNT_OF(lines))]);
    for (size_t i = 0; i < words; i++) {
        size_t name = in_order ? i % WORDS : chance_below(WORDS);

        builder_print(builder, "%s", chance_of(95) ? " " : chance_of(50) ? "\t" : "   ");
        if (chance_of(90))
            builder_print(builder, "%s", names[name]);
        else
            builder_add(builder, names[name], chance_below(strlen(names[name]) + 1));
        if (chance_of(4))
            builder_print(builder, "%s", odd[chance_below(COUNT_OF(odd))]);
        else if (name == TOTAL)
            builder_print(builder, "%" PRIu64, chance_number());
        else
            builder_print(builder, "%" PRIu64 ".%02u", chance_of(90) ? chance_below(101) : chance_number(),
                          (unsigned)chance_below(100));
    }
    builder_print(builder, "%s", chance_of(94) ? "\n" : chance_of(50) ? " \n" : chance_of(50) ? "\r\n" : "");
}

static void test_random_texts_against_the_reference(void **state)
{
    static const char interesting[] = " \t\n\r\0.=0123456789-avgsofl\x7f\x80\xb0\xff";
    struct arena arena = arena_new(8192);
    struct builder builder = {NULL, 0, 0};
    unsigned seen[3] = {0};

    (void)state;
    chance_seed(8);
    for (unsigned time = 0, rounds = chance_rounds(100000); time < rounds; time++) {
        size_t lines = chance_below(5);
        uint64_t words[sizeof(struct vmm_pressure) / sizeof(uint64_t)];

        builder.length = 0;
        for (size_t i = 0; i < lines; i++)
            add_random_line(&builder);
        if (builder.length != 0 && chance_of(10))
            builder.bytes[chance_below(builder.length)] = interesting[chance_below(sizeof interesting - 1)];
        if (builder.length != 0 && chance_of(10))
            builder.length = chance_below(builder.length);
        check_text(&format, &arena, builder.length == 0 ? "" : builder.bytes, builder.length);
        switch (expect(builder.length == 0 ? "" : builder.bytes, builder.length, words).status) {
        case VMM_OK:
            seen[0]++;
            break;
        case VMM_E_SYNTAX:
            seen[1]++;
            break;
        default:
            seen[2]++;
            break;
        }
    }
    /* Each was met. */
    assert_true(seen[0] > chance_rounds(10000) && seen[1] > chance_rounds(10000) && seen[2] > chance_rounds(10000));
    builder_free(&builder);
    arena_free(&arena);
}

/* ---- the output ---- */

static void test_outputs_of_every_size(void **state)
{
    (void)state;
    check_every_size(&format, usual, sizeof usual - 1, VMM_OK);
    check_every_size(&format, usual, sizeof usual - 2, VMM_E_TRUNCATED);
    check_every_size(&format, TEXT("some avg10"), VMM_E_TRUNCATED);
    check_every_size(&format, TEXT(""), VMM_E_EMPTY);
    check_every_size(&format, TEXT("aggr 5\n"), VMM_E_EMPTY);
    check_every_size(&format, TEXT("some total=5\nfull total=x\n"), VMM_E_SYNTAX);
}

static void test_a_reused_output_never_shows_old_values(void **state)
{
    static const struct {
        const char *text;
        vmm_status status;
    } later[] = {
        {"some total=1\n", VMM_OK},
        {"some total=1", VMM_E_TRUNCATED},
        {"full total=1\nso", VMM_E_TRUNCATED},
        {"aggr 1\n", VMM_E_EMPTY},
        {"", VMM_E_EMPTY},
        {"some total=1\nfull total=x\n", VMM_E_SYNTAX},
        {"some total=1 avg10=1.0\n", VMM_E_SYNTAX},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(later); i++) {
        struct vmm_pressure record = pressure_of(usual, sizeof usual - 1);
        struct vmm_text text = vmm_text_of(later[i].text, strlen(later[i].text));

        assert_int_equal(vmm_pressure_parse(&text, &record, sizeof record), later[i].status);
        assert_int_equal(record.size, sizeof record);
        if (later[i].status == VMM_OK) {
            assert_int_equal(record.some_total_usec, 1);
            record.some_total_usec = VMM_UNKNOWN;
        }
        check_unknown(VMM_RECORD_PRESSURE, &record);
    }
}

static void test_arguments(void **state)
{
    (void)state;
    check_arguments(&format, usual, sizeof usual - 1);
}

static void test_the_text_is_not_written_to(void **state)
{
    (void)state;
    check_input_is_read_only(&format, usual, sizeof usual - 1);
    check_input_is_read_only(&format, usual, sizeof usual - 2);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_sample_is_read_as_the_reference_reads_it),
        cmocka_unit_test(test_every_sample_cut_at_every_length),
        cmocka_unit_test(test_unknown_lines_at_every_line_of_every_sample),
        cmocka_unit_test(test_lines_of_every_sample_permuted),
        cmocka_unit_test(test_samples_of_linux_6_18),
        cmocka_unit_test(test_samples_of_cpu_before_5_13_have_no_full),
        cmocka_unit_test(test_samples_of_cpu_since_5_13_have_full),
        cmocka_unit_test(test_sample_of_interrupts_has_only_full),
        cmocka_unit_test(test_sample_that_is_empty),
        cmocka_unit_test(test_sample_of_the_old_format_says_nothing),
        cmocka_unit_test(test_sample_of_the_future),
        cmocka_unit_test(test_sample_with_extreme_numbers),
        cmocka_unit_test(test_lines_begin_with_the_whole_word),
        cmocka_unit_test(test_unknown_lines_like_those_that_are_known),
        cmocka_unit_test(test_a_line_without_words_is_known_all_the_same),
        cmocka_unit_test(test_of_duplicate_lines_and_words_the_last_wins),
        cmocka_unit_test(test_each_word_alone),
        cmocka_unit_test(test_words_in_every_order),
        cmocka_unit_test(test_unknown_words_at_every_place),
        cmocka_unit_test(test_blanks_between_words),
        cmocka_unit_test(test_numbers_that_do_not_fit_are_unknown_and_spoil_nothing),
        cmocka_unit_test(test_every_percentage_that_the_kernel_prints),
        cmocka_unit_test(test_malformed_values_are_refused_at_the_wrong_byte),
        cmocka_unit_test(test_a_value_that_was_cut),
        cmocka_unit_test(test_a_call_after_a_bad_line_goes_on_behind_it),
        cmocka_unit_test(test_the_locale_does_not_matter),
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
