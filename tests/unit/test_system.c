/* /proc/loadavg and /proc/uptime. */
#include "support.h"

#include <inttypes.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

#define NO VMM_UNKNOWN

/* ---- reference; the checks begin with records of any contents, so they are made unknown first ---- */

static vmm_status parse_loadavg(struct vmm_text *text, void *out, size_t out_size)
{
    if (out != NULL)
        memset(out, 0xff, out_size);
    return vmm_system_read(VMM_SYSTEM_FILE_LOADAVG, text, out, out_size);
}

static vmm_status parse_uptime(struct vmm_text *text, void *out, size_t out_size)
{
    if (out != NULL)
        memset(out, 0xff, out_size);
    return vmm_system_read(VMM_SYSTEM_FILE_UPTIME, text, out, out_size);
}

static bool is_digit(const char *bytes, size_t at, size_t length)
{
    return at < length && bytes[at] >= '0' && bytes[at] <= '9';
}

/* A shape is a letter for each number: d with two decimals, n plain, / plain with a slash before it. */
static struct outcome expect(const char *shape, const char *bytes, size_t length, uint64_t *words, uint64_t *first)
{
    struct outcome outcome = {VMM_E_EMPTY, 0, NOWHERE};
    size_t at = 0;

    reference_unknown(words, sizeof(struct vmm_system));
    if (length == 0)
        return outcome;
    for (size_t i = 0; shape[i] != '\0'; i++) {
        uint64_t hundredths = 0;

        if (shape[i] != '/')
            while (at < length && (bytes[at] == ' ' || bytes[at] == '\t'))
                at++;
        if (i != 0 && shape[i] != '/' && at < length && bytes[at] == '\n')
            break;
        if (!reference_number(bytes, at, length, &at, &first[i]))
            goto wrong;
        if (shape[i] == 'd') {
            if (at == length || bytes[at] != '.')
                goto wrong;
            for (at++; hundredths < 200; at++) {
                if (!is_digit(bytes, at, length))
                    goto wrong;
                /* A one in front counts the digits. */
                hundredths = (hundredths == 0 ? 10 : hundredths * 10) + (uint64_t)(bytes[at] - '0');
                if (hundredths >= 100)
                    break;
            }
            at++;
            first[i] = first[i] < UINT64_C(184467440737095516) ? first[i] * 100 + (hundredths - 100) : VMM_UNKNOWN;
        }
        if (at == length || (shape[i + 1] == '/' ? bytes[at] != '/' : strchr(" \t\n", bytes[at]) == NULL) ||
            bytes[at] == '\0')
            goto wrong;
        if (shape[i + 1] == '/')
            at++;
    }
    if (memchr(bytes + at, '\n', length - at) == NULL) {
        at = length;
        goto wrong;
    }
    outcome.status = VMM_OK;
    outcome.pos = length;
    return outcome;
wrong:
    reference_unknown(words, sizeof(struct vmm_system));
    outcome.status = at == length ? VMM_E_TRUNCATED : VMM_E_SYNTAX;
    outcome.error = at;
    while (at < length && bytes[at] != '\n')
        at++;
    outcome.pos = at < length ? at + 1 : at;
    return outcome;
}

static struct outcome expect_loadavg(const char *bytes, size_t length, uint64_t *words)
{
    return expect("dddn/n", bytes, length, words, words + 1);
}

static struct outcome expect_uptime(const char *bytes, size_t length, uint64_t *words)
{
    return expect("dd", bytes, length, words, words + 7);
}

static const struct format loadavg = {parse_loadavg, expect_loadavg, VMM_RECORD_SYSTEM, sizeof(struct vmm_system)};
static const struct format uptime = {parse_uptime, expect_uptime, VMM_RECORD_SYSTEM, sizeof(struct vmm_system)};

static struct vmm_system system_of(uint32_t file, const char *bytes, size_t length)
{
    struct vmm_text text = vmm_text_of(bytes, length);
    struct vmm_system system;

    assert_int_equal(vmm_record_init(VMM_RECORD_SYSTEM, &system, sizeof system), VMM_OK);
    assert_int_equal(vmm_system_read(file, &text, &system, sizeof system), VMM_OK);
    assert_ptr_equal(text.pos, text.end);
    assert_null(text.error);
    assert_int_equal(system.size, sizeof system);
    return system;
}

static struct vmm_system of_sample(uint32_t file, const char *name)
{
    struct sample sample = sample_load(name);
    struct vmm_system system = system_of(file, sample.bytes, sample.length);

    sample_free(&sample);
    return system;
}

static void check_is(const struct vmm_system *system, const uint64_t wanted[8])
{
    for (size_t i = 0; i < 8; i++)
        assert_int_equal((&system->load1_hundredths)[i], wanted[i]);
}

#define CHECK_IS(system, ...) check_is(&(system), (const uint64_t[8]){__VA_ARGS__})

/* ---- samples ---- */

static void check_samples(const struct format *format, const char *folder)
{
    const char *const *names = sample_names(folder);

    for (; *names != NULL; names++) {
        struct sample sample = sample_load(*names);

        check_every_cut(format, sample.bytes, sample.length);
        for (size_t at = 0; at < sample.length; at++) {
            struct record record;
            struct outcome outcome = run(format, sample.bytes, at, &record, format->bytes);

            assert_int_equal(outcome.status, at == 0 ? VMM_E_EMPTY : VMM_E_TRUNCATED);
            assert_int_equal(outcome.error, at == 0 ? NOWHERE : at);
            check_unknown(VMM_RECORD_SYSTEM, &record);
        }
        sample_free(&sample);
    }
}

static void test_every_sample_cut_at_every_length(void **state)
{
    (void)state;
    check_samples(&loadavg, "proc-loadavg");
    check_samples(&uptime, "proc-uptime");
}

static void test_samples_of_linux_6_18(void **state)
{
    struct sample sample = sample_load("proc-loadavg/linux-6.18-x86_64-firecracker");
    struct vmm_system system = of_sample(VMM_SYSTEM_FILE_LOADAVG, "proc-loadavg/linux-6.18-x86_64-firecracker");
    unsigned long long n[9];

    (void)state;
    assert_int_equal(sscanf(sample.bytes, "%llu.%2llu %llu.%2llu %llu.%2llu %llu/%llu %llu", n, n + 1, n + 2, n + 3,
                            n + 4, n + 5, n + 6, n + 7, n + 8),
                     9);
    CHECK_IS(system, n[0] * 100 + n[1], n[2] * 100 + n[3], n[4] * 100 + n[5], n[6], n[7], n[8], NO, NO);
    sample_free(&sample);
    sample = sample_load("proc-uptime/linux-6.18-x86_64-firecracker");
    system = of_sample(VMM_SYSTEM_FILE_UPTIME, "proc-uptime/linux-6.18-x86_64-firecracker");
    assert_int_equal(sscanf(sample.bytes, "%llu.%2llu %llu.%2llu", n, n + 1, n + 2, n + 3), 4);
    CHECK_IS(system, NO, NO, NO, NO, NO, NO, n[0] * 100 + n[1], n[2] * 100 + n[3]);
    sample_free(&sample);
}

static void test_sample_of_a_busy_machine(void **state)
{
    struct vmm_system system = of_sample(VMM_SYSTEM_FILE_LOADAVG, "proc-loadavg/written-busy");

    (void)state;
    CHECK_IS(system, 1234567, 10000, 99, 4096, 123456, 4194303, NO, NO);
}

static void test_numbers_that_do_not_fit_are_unknown_and_spoil_nothing(void **state)
{
    struct vmm_system system = of_sample(VMM_SYSTEM_FILE_LOADAVG, "proc-loadavg/written-negative-and-large");

    (void)state;
    CHECK_IS(system, 5, NO, NO, NO, 0, NO, NO, NO);
    system = system_of(VMM_SYSTEM_FILE_UPTIME, TEXT("-1.00 5.00\n"));
    CHECK_IS(system, NO, NO, NO, NO, NO, NO, NO, 500);
}

static void test_uptimes_of_more_than_32_bits(void **state)
{
    struct vmm_system system = of_sample(VMM_SYSTEM_FILE_UPTIME, "proc-uptime/written-large");

    (void)state;
    CHECK_IS(system, NO, NO, NO, NO, NO, NO, UINT64_C(429496729699), UINT64_C(109951162777601));
}

/* In containers nobody counts idle time: 0 is 0. */
static void test_sample_of_lxcfs(void **state)
{
    struct vmm_system system = of_sample(VMM_SYSTEM_FILE_UPTIME, "proc-uptime/lxcfs-idle-0");

    (void)state;
    CHECK_IS(system, NO, NO, NO, NO, NO, NO, 120300, 0);
}

static void test_more_and_fewer_numbers_than_known(void **state)
{
    struct vmm_system system = of_sample(VMM_SYSTEM_FILE_LOADAVG, "proc-loadavg/written-future-numbers");

    (void)state;
    CHECK_IS(system, 5, 1, 0, 1, 234, 5678, NO, NO);
    system = of_sample(VMM_SYSTEM_FILE_UPTIME, "proc-uptime/written-future-numbers");
    CHECK_IS(system, NO, NO, NO, NO, NO, NO, 1234, 5678);
    system = system_of(VMM_SYSTEM_FILE_UPTIME, TEXT("12.34\n"));
    CHECK_IS(system, NO, NO, NO, NO, NO, NO, 1234, NO);
    system = system_of(VMM_SYSTEM_FILE_LOADAVG, TEXT("12.34 \n"));
    CHECK_IS(system, 1234, NO, NO, NO, NO, NO, NO, NO);
    system = system_of(VMM_SYSTEM_FILE_LOADAVG, TEXT("0.01 0.02 0.03 4/5\n"));
    CHECK_IS(system, 1, 2, 3, 4, 5, NO, NO, NO);
}

static void test_blanks_and_lines_behind(void **state)
{
    struct vmm_system system = system_of(VMM_SYSTEM_FILE_LOADAVG, TEXT(" 0.01\t0.02  0.03 4/5\t 6 \nx"));

    (void)state;
    CHECK_IS(system, 1, 2, 3, 4, 5, 6, NO, NO);
}

static void test_a_file_leaves_what_the_other_has_filled(void **state)
{
    struct vmm_system system = system_of(VMM_SYSTEM_FILE_LOADAVG, TEXT("0.01 0.02 0.03 4/5 6\n"));
    struct vmm_text text = vmm_text_of(TEXT("7.00 8.00\n"));

    (void)state;
    assert_int_equal(vmm_system_read(VMM_SYSTEM_FILE_UPTIME, &text, &system, sizeof system), VMM_OK);
    CHECK_IS(system, 1, 2, 3, 4, 5, 6, 700, 800);
    text = vmm_text_of(TEXT("0.01 0.02 0.03 4 5\n"));
    assert_int_equal(vmm_system_read(VMM_SYSTEM_FILE_LOADAVG, &text, &system, sizeof system), VMM_E_SYNTAX);
    CHECK_IS(system, NO, NO, NO, NO, NO, NO, 700, 800);
    text = vmm_text_of(TEXT(""));
    assert_int_equal(vmm_system_read(VMM_SYSTEM_FILE_UPTIME, &text, &system, sizeof system), VMM_E_EMPTY);
    check_unknown(VMM_RECORD_SYSTEM, &system);
}

/* ---- bad files ---- */

static void check_refused(const struct format *format, const char *bytes, size_t length, size_t error)
{
    struct arena arena = arena_new(length);
    struct record record;
    struct outcome outcome = run(format, bytes, length, &record, format->bytes);

    if (outcome.status != VMM_E_SYNTAX || outcome.error != error)
        fail_msg("%s: status %d, error %ld", bytes, (int)outcome.status, (long)outcome.error);
    check_unknown(VMM_RECORD_SYSTEM, &record);
    check_text(format, &arena, bytes, length);
    arena_free(&arena);
}

static void test_malformed_numbers_are_refused_at_the_wrong_byte(void **state)
{
    (void)state;
    check_refused(&loadavg, TEXT("\n"), 0);
    check_refused(&loadavg, TEXT("x\n"), 0);
    check_refused(&loadavg, TEXT("1 2 3 4/5 6\n"), 1);
    check_refused(&loadavg, TEXT("1.0 2.00 3.00 4/5 6\n"), 3);
    check_refused(&loadavg, TEXT("1.000 2.00 3.00 4/5 6\n"), 4);
    check_refused(&loadavg, TEXT("1,00 2,00 3,00 4/5 6\n"), 1);
    check_refused(&loadavg, TEXT("1.00 .50 3.00 4/5 6\n"), 5);
    check_refused(&loadavg, TEXT("1.00 2.00 nan 4/5 6\n"), 10);
    check_refused(&loadavg, TEXT("1.00 2.00 3.00 4 5 6\n"), 16);
    check_refused(&loadavg, TEXT("1.00 2.00 3.00 4\n"), 16);
    check_refused(&loadavg, TEXT("1.00 2.00 3.00 4/ 5 6\n"), 17);
    check_refused(&loadavg, TEXT("1.00 2.00 3.00 4/\n"), 17);
    check_refused(&loadavg, TEXT("1.00 2.00 3.00 /5 6\n"), 15);
    check_refused(&loadavg, TEXT("1.00 2.00 3.00 4/5/6\n"), 18);
    check_refused(&loadavg, TEXT("1.00 2.00 3.00 4.00/5 6\n"), 16);
    check_refused(&loadavg, TEXT("1.00/2.00 3.00 4/5 6\n"), 4);
    check_refused(&loadavg, TEXT("1.00 2.00 3.00 4/5 6x\n"), 20);
    check_refused(&loadavg, TEXT("1.00 2.00 3.00 4/5 6\r\n"), 20);
    check_refused(&uptime, TEXT("1\n"), 1);
    check_refused(&uptime, TEXT("1.00 x\n"), 5);
    check_refused(&uptime, TEXT("1.00 2.0\n"), 8);
    check_refused(&uptime, TEXT("1.00/2.00\n"), 4);
    check_refused(&uptime, TEXT("--1.00 2.00\n"), 1);
}

/* B10.2: a comma is no point, whatever the locale says. */
static void test_the_locale_does_not_matter(void **state)
{
    static const char *const locales[] = {"de_DE.UTF-8", "de_DE.utf8", "de_DE", "fr_FR.UTF-8", "fr_FR"};
    struct vmm_system system;
    size_t i = 0;

    (void)state;
    while (i < COUNT_OF(locales) &&
           (setlocale(LC_ALL, locales[i]) == NULL || strcmp(localeconv()->decimal_point, ",") != 0))
        i++;
    if (i == COUNT_OF(locales))
        print_message("no locale with a decimal comma is installed here\n");
    system = system_of(VMM_SYSTEM_FILE_UPTIME, TEXT("1.23 4.56\n"));
    CHECK_IS(system, NO, NO, NO, NO, NO, NO, 123, 456);
    check_refused(&uptime, TEXT("1,23 4,56\n"), 1);
    setlocale(LC_ALL, "C");
}

static void test_every_byte_of_usual_files_replaced_by_every_other(void **state)
{
    (void)state;
    check_every_byte(&loadavg, TEXT("8.65 12.90 3.16 9/130 14387\n"));
    check_every_byte(&uptime, TEXT("4411.72 4005.76\n"));
}

static void test_random_files_against_the_reference(void **state)
{
    static const char interesting[] = " \t\n\r\0.,/-0123456789x\xff";
    struct arena arena = arena_new(512);
    struct builder builder = {NULL, 0, 0};

    (void)state;
    chance_seed(26);
    for (unsigned time = 0, rounds = chance_rounds(100000); time < rounds; time++) {
        builder.length = 0;
        for (size_t i = 0; i < 6; i++) {
            if (chance_of(5))
                break;
            builder_print(&builder, i < 3 || chance_of(5) ? "%" PRIu64 ".%02u" : "%" PRIu64, chance_number(),
                          (unsigned)chance_below(100));
            builder_print(&builder, i == 3 ? "/" : i == 5 ? "" : " ");
        }
        builder_print(&builder, "\n");
        for (size_t i = chance_below(3); i > 0; i--)
            builder.bytes[chance_below(builder.length)] = interesting[chance_below(sizeof interesting - 1)];
        if (chance_of(10))
            builder.length = chance_below(builder.length);
        check_text(&loadavg, &arena, builder.bytes, builder.length);
        check_text(&uptime, &arena, builder.bytes, builder.length);
    }
    builder_free(&builder);
    arena_free(&arena);
}

/* ---- the output ---- */

static void test_outputs_of_every_size(void **state)
{
    (void)state;
    check_every_size(&loadavg, TEXT("8.65 4.90 3.16 9/130 14387\n"), VMM_OK);
    check_every_size(&loadavg, TEXT("8.65 4.90 3.16 9/130 14387"), VMM_E_TRUNCATED);
    check_every_size(&uptime, TEXT("4411.72 4005.76\n"), VMM_OK);
    check_every_size(&uptime, TEXT("4411.72 x\n"), VMM_E_SYNTAX);
    check_every_size(&uptime, TEXT(""), VMM_E_EMPTY);
}

static void test_files_by_name(void **state)
{
    (void)state;
    assert_int_equal(vmm_file_find(VMM_RECORD_SYSTEM, "loadavg", 7), VMM_SYSTEM_FILE_LOADAVG);
    assert_int_equal(vmm_file_find(VMM_RECORD_SYSTEM, "uptime", 6), VMM_SYSTEM_FILE_UPTIME);
    assert_int_equal(VMM_SYSTEM_FILE_LOADAVG, 1);
    assert_int_equal(VMM_SYSTEM_FILE_UPTIME, 2);
    assert_int_equal(vmm_file_find(VMM_RECORD_SYSTEM, "stat", 4), 0);
}

static void test_arguments(void **state)
{
    static const uint32_t none[] = {0, 3, UINT32_MAX};
    static const char bytes[] = "1.00 2.00\n";
    struct vmm_system system, untouched;
    struct vmm_text text = vmm_text_of(bytes, sizeof bytes - 1);

    (void)state;
    memset(&untouched, 0x5a, sizeof untouched);
    system = untouched;
    for (size_t i = 0; i < COUNT_OF(none); i++)
        assert_int_equal(vmm_system_read(none[i], &text, &system, sizeof system), VMM_E_ARGUMENT);
    for (uint32_t file = 1; file <= 2; file++) {
        assert_int_equal(vmm_system_read(file, NULL, &system, sizeof system), VMM_E_ARGUMENT);
        assert_int_equal(vmm_system_read(file, &text, NULL, sizeof system), VMM_E_ARGUMENT);
        for (size_t size = 0; size < 8; size++)
            assert_int_equal(vmm_system_read(file, &text, &system, size), VMM_E_ARGUMENT);
        text.pos = text.end + 1;
        assert_int_equal(vmm_system_read(file, &text, &system, sizeof system), VMM_E_ARGUMENT);
        text.pos = NULL;
        assert_int_equal(vmm_system_read(file, &text, &system, sizeof system), VMM_E_ARGUMENT);
        text = vmm_text_of(bytes, sizeof bytes - 1);
    }
    assert_ptr_equal(text.pos, bytes);
    assert_memory_equal(&system, &untouched, sizeof system);
}

static void test_the_text_is_not_written_to(void **state)
{
    (void)state;
    check_input_is_read_only(&loadavg, TEXT("8.65 4.90 3.16 9/130 14387\n"));
    check_input_is_read_only(&uptime, TEXT("4411.72 4005.76\n"));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_sample_cut_at_every_length),
        cmocka_unit_test(test_samples_of_linux_6_18),
        cmocka_unit_test(test_sample_of_a_busy_machine),
        cmocka_unit_test(test_numbers_that_do_not_fit_are_unknown_and_spoil_nothing),
        cmocka_unit_test(test_uptimes_of_more_than_32_bits),
        cmocka_unit_test(test_sample_of_lxcfs),
        cmocka_unit_test(test_more_and_fewer_numbers_than_known),
        cmocka_unit_test(test_blanks_and_lines_behind),
        cmocka_unit_test(test_a_file_leaves_what_the_other_has_filled),
        cmocka_unit_test(test_malformed_numbers_are_refused_at_the_wrong_byte),
        cmocka_unit_test(test_the_locale_does_not_matter),
        cmocka_unit_test(test_every_byte_of_usual_files_replaced_by_every_other),
        cmocka_unit_test(test_random_files_against_the_reference),
        cmocka_unit_test(test_outputs_of_every_size),
        cmocka_unit_test(test_files_by_name),
        cmocka_unit_test(test_arguments),
        cmocka_unit_test(test_the_text_is_not_written_to),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
