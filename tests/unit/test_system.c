/* SPDX-License-Identifier: MIT */
/* /proc/loadavg and /proc/uptime. */
#include "test.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>

#define NO VMM_UNKNOWN

static struct vmm_system system_of(const struct format *format, const char *bytes, size_t length)
{
    struct vmm_system system;

    read_text(format, bytes, length, &system);
    return system;
}

static struct vmm_system of_sample(const struct format *format, const char *name)
{
    struct vmm_system system;

    read_sample(format, name, &system);
    return system;
}

static void check_is(const struct vmm_system *system, const uint64_t wanted[8])
{
    for (size_t i = 0; i < 8; i++)
        assert_int_equal((&system->load1_hundredths)[i], wanted[i]);
}

#define CHECK_IS(system, ...) check_is(&(system), (const uint64_t[8]){__VA_ARGS__})

/* ---- samples ---- */

TEST(samples_of_linux_6_18)
{
    struct sample sample = sample_load("proc-loadavg/linux-6.18-x86_64-firecracker");
    struct vmm_system system =
        of_sample(&system_group.formats[SYSTEM_LOADAVG], "proc-loadavg/linux-6.18-x86_64-firecracker");
    unsigned long long n[9];

    assert_int_equal(sscanf(sample.bytes, "%llu.%2llu %llu.%2llu %llu.%2llu %llu/%llu %llu", n, n + 1, n + 2, n + 3,
                            n + 4, n + 5, n + 6, n + 7, n + 8),
                     9);
    CHECK_IS(system, n[0] * 100 + n[1], n[2] * 100 + n[3], n[4] * 100 + n[5], n[6], n[7], n[8], NO, NO);
    sample_free(&sample);
    sample = sample_load("proc-uptime/linux-6.18-x86_64-firecracker");
    system = of_sample(&system_group.formats[SYSTEM_UPTIME], "proc-uptime/linux-6.18-x86_64-firecracker");
    assert_int_equal(sscanf(sample.bytes, "%llu.%2llu %llu.%2llu", n, n + 1, n + 2, n + 3), 4);
    CHECK_IS(system, NO, NO, NO, NO, NO, NO, n[0] * 100 + n[1], n[2] * 100 + n[3]);
    sample_free(&sample);
}

TEST(sample_of_a_busy_machine)
{
    struct vmm_system system = of_sample(&system_group.formats[SYSTEM_LOADAVG], "proc-loadavg/written-busy");

    CHECK_IS(system, 1234567, 10000, 99, 4096, 123456, 4194303, NO, NO);
}

TEST(numbers_that_do_not_fit_are_unknown_and_spoil_nothing)
{
    struct vmm_system system =
        of_sample(&system_group.formats[SYSTEM_LOADAVG], "proc-loadavg/written-negative-and-large");

    CHECK_IS(system, 5, NO, NO, NO, 0, NO, NO, NO);
    system = system_of(&system_group.formats[SYSTEM_UPTIME], TEXT("-1.00 5.00\n"));
    CHECK_IS(system, NO, NO, NO, NO, NO, NO, NO, 500);
}

TEST(uptimes_of_more_than_32_bits)
{
    struct vmm_system system = of_sample(&system_group.formats[SYSTEM_UPTIME], "proc-uptime/written-large");

    CHECK_IS(system, NO, NO, NO, NO, NO, NO, UINT64_C(429496729699), UINT64_C(109951162777601));
}

/* In containers idle time is not counted: the printed 0 is a known 0. */
TEST(sample_of_lxcfs)
{
    struct vmm_system system = of_sample(&system_group.formats[SYSTEM_UPTIME], "proc-uptime/lxcfs-idle-0");

    CHECK_IS(system, NO, NO, NO, NO, NO, NO, 120300, 0);
}

TEST(more_and_fewer_numbers_than_known)
{
    struct vmm_system system = of_sample(&system_group.formats[SYSTEM_LOADAVG], "proc-loadavg/written-future-numbers");

    CHECK_IS(system, 5, 1, 0, 1, 234, 5678, NO, NO);
    system = of_sample(&system_group.formats[SYSTEM_UPTIME], "proc-uptime/written-future-numbers");
    CHECK_IS(system, NO, NO, NO, NO, NO, NO, 1234, 5678);
    system = system_of(&system_group.formats[SYSTEM_UPTIME], TEXT("12.34\n"));
    CHECK_IS(system, NO, NO, NO, NO, NO, NO, 1234, NO);
    system = system_of(&system_group.formats[SYSTEM_LOADAVG], TEXT("12.34 \n"));
    CHECK_IS(system, 1234, NO, NO, NO, NO, NO, NO, NO);
    system = system_of(&system_group.formats[SYSTEM_LOADAVG], TEXT("0.01 0.02 0.03 4/5\n"));
    CHECK_IS(system, 1, 2, 3, 4, 5, NO, NO, NO);
}

TEST(blanks_and_further_lines)
{
    struct vmm_system system =
        system_of(&system_group.formats[SYSTEM_LOADAVG], TEXT(" 0.01\t0.02  0.03 4/5\t 6 \nx\n"));

    CHECK_IS(system, 1, 2, 3, 4, 5, 6, NO, NO);
}

TEST(a_file_leaves_what_the_other_has_filled)
{
    struct vmm_system system = system_of(&system_group.formats[SYSTEM_LOADAVG], TEXT("0.01 0.02 0.03 4/5 6\n"));
    struct vmm_text text = vmm_text_of(TEXT("7.00 8.00\n"));

    assert_int_equal(vmm_record_read(&text, VMM_FILE_SYSTEM_UPTIME, &system, sizeof system), VMM_OK);
    CHECK_IS(system, 1, 2, 3, 4, 5, 6, 700, 800);
    text = vmm_text_of(TEXT("0.01 0.02 0.03 4 5\n"));
    assert_int_equal(vmm_record_read(&text, VMM_FILE_SYSTEM_LOADAVG, &system, sizeof system), VMM_E_SYNTAX);
    CHECK_IS(system, NO, NO, NO, NO, NO, NO, 700, 800);
    text = vmm_text_of(TEXT(""));
    assert_int_equal(vmm_record_read(&text, VMM_FILE_SYSTEM_UPTIME, &system, sizeof system), VMM_E_EMPTY);
    check_unknown(VMM_RECORD_SYSTEM, &system);
}

/* ---- bad files ---- */

/* A comma is no point, whatever the locale says. */
TEST(the_locale_does_not_matter)
{
    static const char *const locales[] = {"de_DE.UTF-8", "de_DE.utf8", "de_DE", "fr_FR.UTF-8", "fr_FR"};
    struct vmm_system system;
    size_t i = 0;

    while (i < COUNT_OF(locales) &&
           (setlocale(LC_ALL, locales[i]) == NULL || strcmp(localeconv()->decimal_point, ",") != 0))
        i++;
    if (i == COUNT_OF(locales))
        print_message("no locale with a decimal comma is installed here\n");
    system = system_of(&system_group.formats[SYSTEM_UPTIME], TEXT("1.23 4.56\n"));
    CHECK_IS(system, NO, NO, NO, NO, NO, NO, 123, 456);
    assert_int_equal(promise_text(&system_group.formats[SYSTEM_UPTIME], (struct piece){TEXT("1,23 4,56\n")},
                                  sizeof system, NULL, NULL)
                         .first.error,
                     1);
    setlocale(LC_ALL, "C");
}

/* ---- the output ---- */

TEST(files_by_name)
{
    assert_int_equal(vmm_file_find(VMM_RECORD_SYSTEM, "loadavg", 7), VMM_FILE_SYSTEM_LOADAVG);
    assert_int_equal(vmm_file_find(VMM_RECORD_SYSTEM, "uptime", 6), VMM_FILE_SYSTEM_UPTIME);
    assert_int_equal(VMM_FILE_SYSTEM_LOADAVG, VMM_RECORD_SYSTEM * 1000 + 1);
    assert_int_equal(VMM_FILE_SYSTEM_UPTIME, VMM_RECORD_SYSTEM * 1000 + 2);
    assert_int_equal(vmm_file_find(VMM_RECORD_SYSTEM, "stat", 4), 0);
}
