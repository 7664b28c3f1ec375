/* SPDX-License-Identifier: MIT */
/* Pressure files. */
#include "test.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>

enum { SOME = 1, FULL = 5, AVG10 = 0, AVG60, AVG300, TOTAL, WORDS };

static const char *const names[WORDS] = {"avg10=", "avg60=", "avg300=", "total="};

static struct vmm_pressure pressure_of(const char *bytes, size_t length)
{
    struct vmm_pressure record;

    read_text(pressure_group.formats, bytes, length, &record);
    return record;
}

static struct vmm_pressure parsed(const char *name)
{
    struct vmm_pressure record;

    read_sample(pressure_group.formats, name, &record);
    return record;
}

static struct vmm_pressure the_record(const char *string)
{
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

TEST(samples_of_linux_6_18)
{
    static const char *const files[] = {"proc-pressure/linux-6.18-x86_64-cpu", "proc-pressure/linux-6.18-x86_64-memory",
                                        "proc-pressure/linux-6.18-x86_64-io"};

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

/* What is not printed is unknown, not 0. */
TEST(samples_of_cpu_before_5_13_have_no_full)
{
    struct vmm_pressure first = parsed("proc-pressure/linux-4.20-cpu-only-some");
    struct vmm_pressure last = parsed("proc-pressure/linux-5.12-cpu-only-some");

    CHECK_IS(first, 52, 107, 10000, 7, NO, NO, NO, NO);
    CHECK_IS(last, 0, 0, 12, 5312897465, NO, NO, NO, NO);
}

/* Afterwards it is 0 for the whole machine, and real in a cgroup. */
TEST(samples_of_cpu_since_5_13_have_full)
{
    struct vmm_pressure machine = parsed("proc-pressure/linux-6.18-x86_64-cpu");
    struct vmm_pressure cgroup = parsed("proc-pressure/linux-5.13-cgroup-cpu");

    assert_int_equal(machine.full_total_usec, 0);
    assert_int_equal(machine.full_avg10_hundredths, 0);
    CHECK_IS(cgroup, 8731, 6405, 2190, 90071992547, 7116, 5280, 1733, 72057594037);
}

TEST(sample_of_interrupts_has_only_full)
{
    struct vmm_pressure record = parsed("proc-pressure/linux-6.1-irq-only-full");

    CHECK_IS(record, NO, NO, NO, NO, 7, 25, 19, 2734658139);
}

/* Its numbers stand without names, and none is taken by its place. */
TEST(sample_of_the_old_format_says_nothing)
{
    struct vmm_pressure record = parsed("proc-pressure/oomd-aggr");

    check_unknown(VMM_RECORD_PRESSURE, &record);
}

TEST(sample_of_the_future)
{
    struct vmm_pressure record = parsed("proc-pressure/written-future-words-and-lines");

    CHECK_IS(record, 101, 202, 303, 404, 505, 606, 707, 808);
}

TEST(sample_with_extreme_numbers)
{
    struct vmm_pressure record = parsed("proc-pressure/written-extreme-numbers");

    CHECK_IS(record, UINT64_C(18446744073709551599), NO, NO, UINT64_MAX - 2, 10000, 10001, NO, NO);
}

/* ---- lines ---- */

TEST(of_duplicate_lines_and_words_the_last_wins)
{
    struct vmm_pressure record = the_record("some avg10=1.00 total=1 total=2\nfull total=5\nsome total=3\nfull "
                                            "avg10=4.00 avg10=0.06\n");

    CHECK_IS(record, 100, NO, NO, 3, 6, NO, NO, 5);
}

/* ---- words ---- */

TEST(each_word_alone)
{
    static const char *const values[WORDS] = {"1.01", "2.02", "3.03", "4"};
    static const uint64_t numbers[WORDS] = {101, 202, 303, 4};

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

TEST(words_in_every_order)
{
    static const char *const some[WORDS] = {"avg10=12.34", "avg60=5.06", "avg300=0.70", "total=123456789012"};
    static const char *const full[WORDS] = {"avg10=100.00", "avg60=0.00", "avg300=99.99", "total=0"};
    struct vmm_pressure plain = pressure_of(usual, sizeof usual - 1);
    unsigned count = 0;

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
        }
        builder_free(&builder);
        count++;
    }
    assert_int_equal(count, 24);
}

/* Text before and after each word, and words that begin or end like a known word. */
TEST(unknown_words_at_every_place)
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
            builder_free(&builder);
        }
    }
}

TEST(blanks_between_words)
{
    struct vmm_pressure record = the_record("some  avg10=1.00\t avg60=2.00 \ttotal=4 \nfull \t avg10=0.01\t\n");

    CHECK_IS(record, 100, 200, NO, 4, 1, NO, NO, NO);
}

/* ---- values ---- */

TEST(numbers_that_do_not_fit_are_unknown_and_spoil_nothing)
{
    struct vmm_pressure record;

    record = the_record("some avg10=-1.00 avg60=2.00 avg300=99999999999999999999.99 total=-5\n");
    CHECK_IS(record, NO, 200, NO, NO, NO, NO, NO, NO);
    record = the_record("full avg10=1.00 total=18446744073709551615\nsome total=18446744073709551613\n");
    CHECK_IS(record, NO, NO, NO, UINT64_MAX - 2, 100, NO, NO, NO);
    record = the_record("some total=18446744073709551616 avg10=184467440737095515.99 avg60=184467440737095517.00\n");
    CHECK_IS(record, UINT64_C(18446744073709551599), NO, NO, NO, NO, NO, NO, NO);
    record = the_record("some avg10=1000.00 avg60=99999.99 avg300=12345678.90 total=000000000000000000000000000012\n");
    CHECK_IS(record, 100000, 9999999, 1234567890, 12, NO, NO, NO, NO);
}

TEST(every_percentage_that_the_kernel_prints)
{

    for (unsigned hundredths = 0; hundredths <= 10000; hundredths++) {
        struct vmm_pressure record;
        char text[64];
        int length = snprintf(text, sizeof text, "some avg10=%u.%02u avg60=%u.%02u total=7\n", hundredths / 100,
                              hundredths % 100, hundredths / 100, hundredths % 100);

        record = pressure_of(text, (size_t)length);
        CHECK_IS(record, hundredths, hundredths, NO, 7, NO, NO, NO, NO);
    }
}

TEST(a_call_after_a_bad_line_goes_on_behind_it)
{
    static const char bytes[] = "some avg10=1.0 total=5\nfull avg10=0.25 total=6\n";
    struct vmm_text text = vmm_text_of(bytes, sizeof bytes - 1);
    struct vmm_pressure record;

    assert_int_equal(vmm_pressure_parse(&text, &record, sizeof record), VMM_E_SYNTAX);
    assert_ptr_equal(text.error, bytes + 14);
    assert_ptr_equal(text.pos, bytes + 23);
    check_unknown(VMM_RECORD_PRESSURE, &record);
    assert_int_equal(vmm_pressure_parse(&text, &record, sizeof record), VMM_OK);
    assert_null(text.error);
    CHECK_IS(record, NO, NO, NO, NO, 25, NO, NO, 6);
}

/* A comma is no point, whatever the locale says. */
TEST(the_locale_does_not_matter)
{
    static const char *const locales[] = {"de_DE.UTF-8", "de_DE.utf8", "de_DE", "fr_FR.UTF-8", "fr_FR"};
    struct vmm_pressure record;
    size_t i = 0;

    /* Some C libraries take any name of a locale, and stay with the point. */
    while (i < COUNT_OF(locales) &&
           (setlocale(LC_ALL, locales[i]) == NULL || strcmp(localeconv()->decimal_point, ",") != 0))
        i++;
    if (i == COUNT_OF(locales))
        print_message("no locale with a decimal comma is installed here\n");
    record = pressure_of(usual, sizeof usual - 1);
    CHECK_IS(record, 1234, 506, 70, 123456789012, 10000, 0, 9999, 0);
    assert_int_equal(promise_text(pressure_group.formats, (struct piece){TEXT("some avg10=1,50 total=7\n")},
                                  sizeof record, NULL, NULL)
                         .first.error,
                     12);
    setlocale(LC_ALL, "C");
}
