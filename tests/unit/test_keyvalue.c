/* The iterator over keys and values, in both shapes. */
#include "support.h"

#include <stdio.h>
#include <string.h>

static bool is(struct vmm_span span, const char *string)
{
    return span.start != NULL && span.length == strlen(string) && memcmp(span.start, string, span.length) == 0;
}

static void check_unset(const struct vmm_key_value *row)
{
    assert_null(row->key.start);
    assert_int_equal(row->key.length, 0);
    assert_null(row->value.start);
    assert_int_equal(row->value.length, 0);
}

/* The next row is this one, in the caller's bytes. */
static void check_next(struct vmm_text *text, uint32_t shape, const char *key, const char *value)
{
    const char *from = text->pos;
    struct vmm_key_value row;

    memset(&row, 0x5a, sizeof row);
    text->error = from;
    assert_int_equal(vmm_key_next(text, shape, &row, sizeof row), VMM_OK);
    if (!is(row.key, key) || !is(row.value, value))
        fail_msg("\"%.*s\" = \"%.*s\", expected \"%s\" = \"%s\"", (int)row.key.length, row.key.start,
                 (int)row.value.length, row.value.start, key, value);
    assert_null(text->error);
    assert_true(row.key.start >= from);
    assert_true(row.key.start + row.key.length <= row.value.start);
    assert_true(row.value.start + row.value.length <= text->pos);
    assert_true(text->pos <= text->end);
}

static void check_end(struct vmm_text *text, uint32_t shape, vmm_status status)
{
    struct vmm_key_value row;

    memset(&row, 0x5a, sizeof row);
    assert_int_equal(vmm_key_next(text, shape, &row, sizeof row), status);
    check_unset(&row);
    assert_ptr_equal(text->pos, text->end);
    if (status == VMM_END)
        assert_null(text->error);
    else
        assert_ptr_equal(text->error, text->end);
}

/* A text of one row. */
static void check_line(const char *string, const char *key, const char *value)
{
    struct arena arena = arena_new(strlen(string));
    struct vmm_text text = vmm_text_of(arena_at_end(&arena, string, strlen(string)), strlen(string));

    check_next(&text, VMM_KEY_LINES, key, value);
    check_end(&text, VMM_KEY_LINES, VMM_END);
    text = vmm_text_of(arena_at_start(&arena, string, strlen(string)), strlen(string));
    check_next(&text, VMM_KEY_LINES, key, value);
    check_end(&text, VMM_KEY_LINES, VMM_END);
    arena_free(&arena);
}

static void check_pair(const char *string, const char *key, const char *value)
{
    struct arena arena = arena_new(strlen(string));
    struct vmm_text text = vmm_text_of(arena_at_end(&arena, string, strlen(string)), strlen(string));

    check_next(&text, VMM_KEY_PAIRS, key, value);
    check_end(&text, VMM_KEY_PAIRS, VMM_END);
    text = vmm_text_of(arena_at_start(&arena, string, strlen(string)), strlen(string));
    check_next(&text, VMM_KEY_PAIRS, key, value);
    check_end(&text, VMM_KEY_PAIRS, VMM_END);
    arena_free(&arena);
}

/* ---- lines ---- */

static void test_lines_of_every_look(void **state)
{
    (void)state;
    check_line("nr_free_pages 5921614\n", "nr_free_pages", "5921614");
    check_line("MemTotal:       24684084 kB\n", "MemTotal", "24684084 kB");
    check_line("ShadowCallStack:10373888 kB\n", "ShadowCallStack", "10373888 kB");
    check_line("Active(anon):       1552 kB\n", "Active(anon)", "1552 kB");
    check_line("a\n", "a", "");
    check_line("a \n", "a", "");
    check_line("a:\n", "a", "");
    check_line("a=\n", "a", "");
    check_line("a b\n", "a", "b");
    check_line("a\tb\n", "a", "b");
    check_line("a:b\n", "a", "b");
    check_line("a=b\n", "a", "b");
    check_line("a:  b  c \t\n", "a", "b  c");
    check_line("a=b=c\n", "a", "b=c");
    check_line("a:b:c\n", "a", "b:c");
    check_line("a :b\n", "a", ":b");
    check_line("a = b\n", "a", "= b");
    check_line("  a b\n", "a", "b");
    check_line("\t \ta b\n", "a", "b");
    check_line("mlx5_0 hca_handle=2 hca_object=max\n", "mlx5_0", "hca_handle=2 hca_object=max");
    check_line("total=4096 N0=4096\n", "total", "4096 N0=4096");
    check_line("8:0 rbytes=1 wbytes=2\n", "8", "0 rbytes=1 wbytes=2");
    check_line("a b\r\n", "a", "b\r");
    check_line("\xff\xfe \x80\n", "\xff\xfe", "\x80");
    check_line("\n\n\na b\n", "a", "b");
    check_line(" \n\t\n\na b\n\n \n", "a", "b");
    check_line("some avg10=0.00 avg60=0.00 avg300=0.00 total=0\n", "some", "avg10=0.00 avg60=0.00 avg300=0.00 total=0");
}

static void test_bytes_that_are_no_text(void **state)
{
    static const char bytes[] = "a\0b c\0d\n";
    struct vmm_text text = vmm_text_of(bytes, sizeof bytes - 1);
    struct vmm_key_value row;

    (void)state;
    assert_int_equal(vmm_key_next(&text, VMM_KEY_LINES, &row, sizeof row), VMM_OK);
    assert_int_equal(row.key.length, 3);
    assert_memory_equal(row.key.start, "a\0b", 3);
    assert_int_equal(row.value.length, 3);
    assert_memory_equal(row.value.start, "c\0d", 3);
    text = vmm_text_of(TEXT("a\0b=c\0d"));
    assert_int_equal(vmm_key_next(&text, VMM_KEY_PAIRS, &row, sizeof row), VMM_OK);
    assert_int_equal(row.key.length, 3);
    assert_int_equal(row.value.length, 3);
}

static void test_no_lines(void **state)
{
    static const char *const texts[] = {"", "\n", "\n\n\n", " \n", "\t\n \n"};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        struct vmm_text text = vmm_text_of(texts[i], strlen(texts[i]));
        check_end(&text, VMM_KEY_LINES, VMM_END);
        check_end(&text, VMM_KEY_LINES, VMM_END);
    }
}

static void test_lines_without_a_key(void **state)
{
    static const struct {
        const char *text;
        size_t error;
    } bad[] = {{":\na b\n", 0},  {"=\na b\n", 0},    {": 5\na b\n", 0},
               {"=5\na b\n", 0}, {"  :5\na b\n", 2}, {"\n\n=\na b\n", 2}};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(bad); i++) {
        struct vmm_text text = vmm_text_of(bad[i].text, strlen(bad[i].text));
        struct vmm_key_value row;

        memset(&row, 0x5a, sizeof row);
        assert_int_equal(vmm_key_next(&text, VMM_KEY_LINES, &row, sizeof row), VMM_E_SYNTAX);
        assert_ptr_equal(text.error, bad[i].text + bad[i].error);
        assert_ptr_equal(text.pos, strstr(bad[i].text, "a b"));
        check_unset(&row);
        /* The next call goes on behind it. */
        check_next(&text, VMM_KEY_LINES, "a", "b");
        check_end(&text, VMM_KEY_LINES, VMM_END);
    }
}

static void test_a_line_cut_at_every_length(void **state)
{
    static const char bytes[] = "first 1\nMemTotal:       24684084 kB \n";
    struct arena arena = arena_new(sizeof bytes);

    (void)state;
    for (size_t at = 9; at < sizeof bytes - 1; at++) {
        struct vmm_text text = vmm_text_of(arena_at_end(&arena, bytes, at), at);

        check_next(&text, VMM_KEY_LINES, "first", "1");
        check_end(&text, VMM_KEY_LINES, VMM_E_TRUNCATED);
        check_end(&text, VMM_KEY_LINES, VMM_END);
    }
    arena_free(&arena);
}

/* Some files indent; a cut there is a cut too. */
static void test_a_line_cut_within_the_blanks_before_its_key(void **state)
{
    struct vmm_text text = vmm_text_of(TEXT("a 1\n  "));

    (void)state;
    check_next(&text, VMM_KEY_LINES, "a", "1");
    check_end(&text, VMM_KEY_LINES, VMM_E_TRUNCATED);
    check_end(&text, VMM_KEY_LINES, VMM_END);
}

/* Every key and value of a file, against a reader by another's means. */
static void test_samples(void **state)
{
    static const char *const folders[] = {"proc-vmstat", "proc-meminfo", "proc-stat"};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(folders); i++) {
        const char *const *names = sample_names(folders[i]);

        for (; *names != NULL; names++) {
            struct sample sample = sample_load(*names);
            struct lines lines = lines_of(sample.bytes, sample.length);
            struct vmm_text text = vmm_text_of(sample.bytes, sample.length);

            for (size_t line = 0; line < lines.count; line++) {
                struct vmm_key_value row;
                size_t key = strcspn(lines.start[line], ": \t=\n");
                size_t value = key + strspn(lines.start[line] + key, ": ");
                size_t end = lines.length[line] - 1;

                while (lines.start[line][end - 1] == ' ')
                    end--;
                assert_int_equal(vmm_key_next(&text, VMM_KEY_LINES, &row, sizeof row), VMM_OK);
                assert_ptr_equal(row.key.start, lines.start[line]);
                assert_int_equal(row.key.length, key);
                assert_ptr_equal(row.value.start, lines.start[line] + value);
                assert_int_equal(row.value.length, end - value);
            }
            check_end(&text, VMM_KEY_LINES, VMM_END);
            lines_free(&lines);
            sample_free(&sample);
        }
    }
}

/* ---- pairs ---- */

static void test_pairs_of_every_look(void **state)
{
    (void)state;
    check_pair("a=1", "a", "1");
    check_pair("a=1\n", "a", "1");
    check_pair(" a=1 ", "a", "1");
    check_pair("\n\t a=1\t\n", "a", "1");
    check_pair("a", "a", "");
    check_pair("a=", "a", "");
    check_pair("a=\n", "a", "");
    check_pair("a==", "a", "=");
    check_pair("a=b=c", "a", "b=c");
    check_pair("a:b=c", "a:b", "c");
    check_pair("(unknown)", "(unknown)", "");
    check_pair("hca_object=max", "hca_object", "max");
    check_pair("\xff=\xfe", "\xff", "\xfe");
    check_pair("a=b\r\n", "a", "b\r");
}

static void test_pairs_of_a_row(void **state)
{
    struct vmm_text text = vmm_text_of(TEXT("mlx5_0 hca_handle=2 hca_object=max\nocrdma1 hca_handle=3  x= y\n"));

    (void)state;
    check_next(&text, VMM_KEY_PAIRS, "mlx5_0", "");
    check_next(&text, VMM_KEY_PAIRS, "hca_handle", "2");
    check_next(&text, VMM_KEY_PAIRS, "hca_object", "max");
    check_next(&text, VMM_KEY_PAIRS, "ocrdma1", "");
    check_next(&text, VMM_KEY_PAIRS, "hca_handle", "3");
    check_next(&text, VMM_KEY_PAIRS, "x", "");
    check_next(&text, VMM_KEY_PAIRS, "y", "");
    check_end(&text, VMM_KEY_PAIRS, VMM_END);
    check_end(&text, VMM_KEY_PAIRS, VMM_END);
}

static void test_pairs_within_the_value_of_a_line(void **state)
{
    struct vmm_text text = vmm_text_of(TEXT("anon N0=4096 N1=0\nfile N0=1 N1=2\n"));
    struct vmm_key_value row;
    struct vmm_text value;

    (void)state;
    assert_int_equal(vmm_key_next(&text, VMM_KEY_LINES, &row, sizeof row), VMM_OK);
    assert_true(is(row.key, "anon"));
    value = vmm_text_of(row.value.start, row.value.length);
    check_next(&value, VMM_KEY_PAIRS, "N0", "4096");
    check_next(&value, VMM_KEY_PAIRS, "N1", "0");
    check_end(&value, VMM_KEY_PAIRS, VMM_END);
    check_next(&text, VMM_KEY_LINES, "file", "N0=1 N1=2");
}

/* Also values that are empty can be taken apart. */
static void test_pairs_of_an_empty_value(void **state)
{
    struct vmm_text text = vmm_text_of(TEXT("a\n"));
    struct vmm_key_value row;

    (void)state;
    assert_int_equal(vmm_key_next(&text, VMM_KEY_LINES, &row, sizeof row), VMM_OK);
    assert_int_equal(row.value.length, 0);
    assert_non_null(row.value.start);
    text = vmm_text_of(row.value.start, row.value.length);
    check_end(&text, VMM_KEY_PAIRS, VMM_END);
}

static void test_pairs_without_a_key(void **state)
{
    static const char bytes[] = " =5 a=1 = b=2";
    struct vmm_text text = vmm_text_of(bytes, sizeof bytes - 1);
    struct vmm_key_value row;

    (void)state;
    memset(&row, 0x5a, sizeof row);
    assert_int_equal(vmm_key_next(&text, VMM_KEY_PAIRS, &row, sizeof row), VMM_E_SYNTAX);
    assert_ptr_equal(text.error, bytes + 1);
    assert_ptr_equal(text.pos, bytes + 3);
    check_unset(&row);
    check_next(&text, VMM_KEY_PAIRS, "a", "1");
    assert_int_equal(vmm_key_next(&text, VMM_KEY_PAIRS, &row, sizeof row), VMM_E_SYNTAX);
    assert_ptr_equal(text.error, bytes + 8);
    check_unset(&row);
    check_next(&text, VMM_KEY_PAIRS, "b", "2");
    check_end(&text, VMM_KEY_PAIRS, VMM_END);
}

static void test_no_pairs(void **state)
{
    static const char *const texts[] = {"", "\n", " ", " \t\n \n"};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        struct vmm_text text = vmm_text_of(texts[i], strlen(texts[i]));
        check_end(&text, VMM_KEY_PAIRS, VMM_END);
    }
}

/* ---- both ---- */

/* Every short text: each call goes on, and spans lie within what was taken. */
static void test_every_short_text(void **state)
{
    static const char letters[] = "ab=: \t\n\r\0\xff";
    enum { LETTERS = sizeof letters - 1, LENGTH = 5 };
    struct arena arena = arena_new(LENGTH);

    (void)state;
    for (uint32_t shape = VMM_KEY_LINES; shape <= VMM_KEY_PAIRS; shape++) {
        for (size_t i = 0; i < (size_t)LETTERS * LETTERS * LETTERS * LETTERS * LETTERS; i++) {
            char bytes[LENGTH];
            size_t rest = i;
            struct vmm_text text;
            vmm_status status;

            for (size_t k = 0; k < LENGTH; k++) {
                bytes[k] = letters[rest % LETTERS];
                rest /= LETTERS;
            }
            text = vmm_text_of(arena_at_end(&arena, bytes, LENGTH), LENGTH);
            for (;;) {
                const char *from = text.pos;
                struct vmm_key_value row;

                status = vmm_key_next(&text, shape, &row, sizeof row);
                assert_true(text.pos <= text.end);
                if (status == VMM_END)
                    break;
                assert_true(text.pos > from);
                if (status == VMM_OK) {
                    assert_null(text.error);
                    assert_true(row.key.length > 0);
                    assert_true(row.key.start >= from && row.key.start + row.key.length <= text.pos);
                    assert_true(row.value.start >= row.key.start + row.key.length);
                    assert_true(row.value.start + row.value.length <= text.pos);
                } else {
                    check_unset(&row);
                    assert_true(text.error >= from && text.error <= text.pos);
                    assert_int_equal(status, text.error == text.end ? VMM_E_TRUNCATED : VMM_E_SYNTAX);
                    if (shape == VMM_KEY_PAIRS)
                        assert_int_equal(status, VMM_E_SYNTAX);
                }
            }
            assert_ptr_equal(text.pos, text.end);
        }
    }
    arena_free(&arena);
}

static void test_arguments(void **state)
{
    static const char bytes[] = "a b\n";
    struct vmm_text text = vmm_text_of(bytes, 4);
    struct vmm_key_value row;

    (void)state;
    assert_int_equal(vmm_key_next(&text, VMM_KEY_LINES, NULL, sizeof row), VMM_E_ARGUMENT);
    for (size_t size = 0; size < sizeof row; size++) {
        struct vmm_key_value untouched, small;

        memset(&untouched, 0x5a, sizeof untouched);
        memset(&small, 0x5a, sizeof small);
        assert_int_equal(vmm_key_next(&text, VMM_KEY_LINES, &small, size), VMM_E_ARGUMENT);
        assert_memory_equal(&small, &untouched, sizeof small);
    }
    memset(&row, 0x5a, sizeof row);
    assert_int_equal(vmm_key_next(NULL, VMM_KEY_LINES, &row, sizeof row), VMM_E_ARGUMENT);
    check_unset(&row);
    memset(&row, 0x5a, sizeof row);
    assert_int_equal(vmm_key_next(&text, 0, &row, sizeof row), VMM_E_ARGUMENT);
    check_unset(&row);
    assert_int_equal(vmm_key_next(&text, VMM_KEY_JSON + 1, &row, sizeof row), VMM_E_ARGUMENT);
    assert_int_equal(vmm_key_next(&text, UINT32_MAX, &row, sizeof row), VMM_E_ARGUMENT);
    /* Nothing was read. */
    assert_ptr_equal(text.pos, bytes);
    text.pos = text.end + 1;
    memset(&row, 0x5a, sizeof row);
    assert_int_equal(vmm_key_next(&text, VMM_KEY_LINES, &row, sizeof row), VMM_E_ARGUMENT);
    check_unset(&row);
    text.pos = NULL;
    assert_int_equal(vmm_key_next(&text, VMM_KEY_PAIRS, &row, sizeof row), VMM_E_ARGUMENT);
}

/* base.h: NULL after any call that found no wrong byte. */
static void test_arguments_leave_no_old_error(void **state)
{
    static const char bytes[] = "a b\n";
    struct vmm_text text = vmm_text_of(bytes, 4);
    struct vmm_key_value row;

    (void)state;
    text.error = bytes;
    assert_int_equal(vmm_key_next(&text, 0, &row, sizeof row), VMM_E_ARGUMENT);
    assert_null(text.error);
    text.error = bytes;
    assert_int_equal(vmm_key_next(&text, VMM_KEY_LINES, NULL, sizeof row), VMM_E_ARGUMENT);
    assert_null(text.error);
    text.error = bytes;
    assert_int_equal(vmm_key_next(&text, VMM_KEY_LINES, &row, sizeof row - 1), VMM_E_ARGUMENT);
    assert_null(text.error);
}

static void test_a_larger_row_is_not_written_behind(void **state)
{
    struct vmm_key_value rows[2], untouched;
    struct vmm_text text = vmm_text_of(TEXT("a b\n"));

    (void)state;
    memset(rows, 0x5a, sizeof rows);
    memset(&untouched, 0x5a, sizeof untouched);
    assert_int_equal(vmm_key_next(&text, VMM_KEY_LINES, rows, sizeof rows[0]), VMM_OK);
    assert_true(is(rows[0].key, "a"));
    assert_memory_equal(&rows[1], &untouched, sizeof untouched);
}

static void test_the_text_is_not_written_to(void **state)
{
    struct sample sample = sample_load("proc-vmstat/linux-6.18-x86_64-firecracker");
    struct arena arena = arena_new(sample.length);
    struct vmm_text text = vmm_text_of(arena_at_end(&arena, sample.bytes, sample.length), sample.length);
    struct vmm_key_value row;
    unsigned rows = 0;

    (void)state;
    arena_make_read_only(&arena, true);
    while (vmm_key_next(&text, VMM_KEY_LINES, &row, sizeof row) == VMM_OK)
        rows++;
    assert_true(rows > 100);
    arena_free(&arena);
    sample_free(&sample);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines_of_every_look),
        cmocka_unit_test(test_bytes_that_are_no_text),
        cmocka_unit_test(test_no_lines),
        cmocka_unit_test(test_lines_without_a_key),
        cmocka_unit_test(test_a_line_cut_at_every_length),
        cmocka_unit_test(test_a_line_cut_within_the_blanks_before_its_key),
        cmocka_unit_test(test_samples),
        cmocka_unit_test(test_pairs_of_every_look),
        cmocka_unit_test(test_pairs_of_a_row),
        cmocka_unit_test(test_pairs_within_the_value_of_a_line),
        cmocka_unit_test(test_pairs_of_an_empty_value),
        cmocka_unit_test(test_pairs_without_a_key),
        cmocka_unit_test(test_no_pairs),
        cmocka_unit_test(test_every_short_text),
        cmocka_unit_test(test_arguments),
        cmocka_unit_test(test_arguments_leave_no_old_error),
        cmocka_unit_test(test_a_larger_row_is_not_written_behind),
        cmocka_unit_test(test_the_text_is_not_written_to),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
