/* Rows of /proc/PID/cgroup. */
#include "support.h"

#include <string.h>

/* A row as places in the text. */
struct places {
    size_t hierarchy, hierarchy_end, controllers, controllers_end, path, path_end;
};

static size_t find(const char *bytes, size_t at, size_t end, char c)
{
    while (at < end && bytes[at] != c)
        at++;
    return at;
}

static struct outcome expect(const char *bytes, size_t at, size_t length, struct places *row)
{
    struct outcome outcome = {VMM_END, length, NOWHERE};
    size_t line_end = find(bytes, at, length, '\n');

    if (at == length)
        return outcome;
    outcome.pos = line_end < length ? line_end + 1 : length;
    row->hierarchy = at;
    row->hierarchy_end = find(bytes, at, line_end, ':');
    row->controllers = row->hierarchy_end + 1;
    row->controllers_end = find(bytes, row->controllers, line_end, ':');
    row->path = row->controllers_end + 1;
    row->path_end = line_end;
    for (size_t i = at; i < row->hierarchy_end && outcome.error == NOWHERE; i++)
        if (memchr("0123456789", bytes[i], 10) == NULL)
            outcome.error = i;
    if (outcome.error == NOWHERE) {
        if (row->hierarchy_end == at || row->hierarchy_end == line_end)
            outcome.error = row->hierarchy_end;
        else if (row->controllers_end >= line_end || row->path == line_end)
            outcome.error = line_end;
        else if (bytes[row->path] != '/')
            outcome.error = row->path;
        else if (line_end == length)
            outcome.error = length;
    }
    outcome.status = outcome.error == NOWHERE ? VMM_OK : outcome.error == length ? VMM_E_TRUNCATED : VMM_E_SYNTAX;
    return outcome;
}

static bool is(struct vmm_span span, const char *bytes, size_t start, size_t end)
{
    return span.start == bytes + start && span.length == end - start;
}

static void check_unset(const struct vmm_cgroup_membership *row)
{
    assert_null(row->hierarchy.start);
    assert_int_equal(row->hierarchy.length, 0);
    assert_null(row->controllers.start);
    assert_int_equal(row->controllers.length, 0);
    assert_null(row->path.start);
    assert_int_equal(row->path.length, 0);
}

/* Each row of the text, as the reference reads it; how many were good. */
static unsigned check_rows(const char *bytes, size_t length)
{
    struct vmm_text text = vmm_text_of(bytes, length);
    unsigned good = 0;
    vmm_status status;

    do {
        size_t at = (size_t)(text.pos - bytes);
        struct places wanted = {0};
        struct outcome outcome = expect(bytes, at, length, &wanted);
        struct vmm_cgroup_membership row;

        memset(&row, 0x5a, sizeof row);
        text.error = bytes;
        status = vmm_cgroup_membership_next(&text, &row, sizeof row);
        if (status != outcome.status || text.pos != bytes + outcome.pos ||
            text.error != (outcome.error == NOWHERE ? NULL : bytes + outcome.error))
            fail_msg("row at %zu of \"%.*s\": status %d, pos %zu, error %zd; expected %d, %zu, %zd", at, (int)length,
                     bytes, status, (size_t)(text.pos - bytes), text.error == NULL ? -1 : text.error - bytes,
                     outcome.status, outcome.pos, (ptrdiff_t)outcome.error);
        if (status == VMM_OK) {
            good++;
            assert_true(is(row.hierarchy, bytes, wanted.hierarchy, wanted.hierarchy_end));
            assert_true(is(row.controllers, bytes, wanted.controllers, wanted.controllers_end));
            assert_true(is(row.path, bytes, wanted.path, wanted.path_end));
        } else {
            check_unset(&row);
        }
    } while (status != VMM_END);
    return good;
}

static unsigned check_text_at_both_ends(const struct arena *arena, const char *bytes, size_t length)
{
    unsigned good = check_rows(arena_at_end(arena, bytes, length), length);

    assert_int_equal(check_rows(arena_at_start(arena, bytes, length), length), good);
    return good;
}

static void check_span(struct vmm_span span, const char *wanted)
{
    assert_non_null(span.start);
    if (span.length != strlen(wanted) || memcmp(span.start, wanted, span.length) != 0)
        fail_msg("\"%.*s\", expected \"%s\"", (int)span.length, span.start, wanted);
}

static void check_next(struct vmm_text *text, const char *hierarchy, const char *controllers, const char *path)
{
    struct vmm_cgroup_membership row;

    assert_int_equal(vmm_cgroup_membership_next(text, &row, sizeof row), VMM_OK);
    assert_null(text->error);
    check_span(row.hierarchy, hierarchy);
    check_span(row.controllers, controllers);
    check_span(row.path, path);
}

static void check_bad(struct vmm_text *text, ptrdiff_t error)
{
    struct vmm_cgroup_membership row;
    const char *start = text->pos;

    memset(&row, 0x5a, sizeof row);
    assert_int_equal(vmm_cgroup_membership_next(text, &row, sizeof row), VMM_E_SYNTAX);
    assert_int_equal(text->error - start, error);
    check_unset(&row);
}

static void check_end(struct vmm_text *text, vmm_status status)
{
    struct vmm_cgroup_membership row;

    memset(&row, 0x5a, sizeof row);
    assert_int_equal(vmm_cgroup_membership_next(text, &row, sizeof row), status);
    check_unset(&row);
    assert_ptr_equal(text->pos, text->end);
    assert_ptr_equal(text->error, status == VMM_END ? NULL : text->end);
}

/* ---- samples ---- */

static void test_every_sample_is_read_as_the_reference_reads_it(void **state)
{
    const char *const *name = sample_names("proc-cgroup");

    (void)state;
    for (; *name != NULL; name++) {
        struct sample sample = sample_load(*name);
        struct arena arena = arena_new(sample.length);
        struct lines lines = lines_of(sample.bytes, sample.length);
        unsigned good = check_text_at_both_ends(&arena, sample.bytes, sample.length);

        if (strstr(*name, "bad") == NULL)
            assert_int_equal(good, lines.count);
        lines_free(&lines);
        arena_free(&arena);
        sample_free(&sample);
    }
}

static void test_every_sample_cut_at_every_length(void **state)
{
    const char *const *name = sample_names("proc-cgroup");

    (void)state;
    for (; *name != NULL; name++) {
        struct sample sample = sample_load(*name);
        struct arena arena = arena_new(sample.length);

        for (size_t at = 0; at <= sample.length; at++)
            check_text_at_both_ends(&arena, sample.bytes, at);
        arena_free(&arena);
        sample_free(&sample);
    }
}

/* A40, B5: version 1 beside version 2, whose row has no controllers. */
static void test_sample_of_linux_6_18(void **state)
{
    struct sample sample = sample_load("proc-cgroup/linux-6.18-x86_64-hybrid");
    struct vmm_text text = vmm_text_of(sample.bytes, sample.length);

    (void)state;
    check_next(&text, "9", "name=systemd", "/");
    check_next(&text, "8", "pids", "/");
    check_next(&text, "7", "blkio", "/");
    check_next(&text, "6", "freezer", "/");
    check_next(&text, "5", "devices", "/");
    check_next(&text, "4", "memory", "/vm1");
    check_next(&text, "3", "cpuset", "/");
    check_next(&text, "2", "cpuacct", "/");
    check_next(&text, "1", "cpu", "/vm1");
    check_next(&text, "0", "", "/vm1");
    check_end(&text, VMM_END);
    sample_free(&sample);
}

/* A40: a path may have colons, blanks, and what looks like an escape but is none. */
static void test_sample_of_odd_names(void **state)
{
    struct sample sample = sample_load("proc-cgroup/linux-6.18-x86_64-odd-names");
    struct vmm_text text = vmm_text_of(strstr(sample.bytes, "0::"), strlen("0::/vm 1/a:b\\134c\n"));

    (void)state;
    check_next(&text, "0", "", "/vm 1/a:b\\134c");
    check_end(&text, VMM_END);
    sample_free(&sample);
}

static void test_sample_of_names(void **state)
{
    struct sample sample = sample_load("proc-cgroup/written-names");
    struct vmm_text text = vmm_text_of(sample.bytes, sample.length);

    (void)state;
    check_next(&text, "13", "cpuset_v2,misc", "/a");
    check_next(&text, "12", "cpu,name=x.y_z-1", "/b");
    check_next(&text, "11", "cpuset,cpu2,xcpu", "/c");
    check_next(&text, "2147483647", "hugetlb", "/");
    check_next(&text, "1", "cpuacct", "/d (deleted)");
    check_next(&text, "0", "", "/e//f:g (deleted)");
    check_end(&text, VMM_END);
    sample_free(&sample);
}

static void test_sample_of_bad_rows(void **state)
{
    struct sample sample = sample_load("proc-cgroup/written-bad-rows");
    struct vmm_text text = vmm_text_of(sample.bytes, sample.length);

    (void)state;
    check_bad(&text, 8);
    check_bad(&text, 0);
    check_bad(&text, 9);
    check_bad(&text, 0);
    check_bad(&text, 0);
    check_next(&text, "4", "memory", "/a:b c,d\\040");
    check_bad(&text, 0);
    check_next(&text, "00", "", "/x");
    check_next(&text, "0", "", "/v2");
    check_next(&text, "0", "", "/later");
    check_next(&text, "5", "memory", "/later");
    check_end(&text, VMM_E_TRUNCATED);
    check_end(&text, VMM_END);
    sample_free(&sample);
}

/* A40 */
static void test_samples_of_cgroup_namespaces(void **state)
{
    struct sample sample = sample_load("proc-cgroup/linux-6.18-x86_64-hybrid-outside-namespace");
    struct vmm_text text = vmm_text_of(strstr(sample.bytes, "1:cpu"), 0);

    (void)state;
    text.end = sample.bytes + sample.length;
    check_next(&text, "1", "cpu", "/..");
    check_next(&text, "0", "", "/..");
    sample_free(&sample);
    sample = sample_load("proc-cgroup/linux-5.4-v2-sibling-of-namespace");
    text = vmm_text_of(sample.bytes, sample.length);
    check_next(&text, "0", "", "/../vm 2");
    check_end(&text, VMM_END);
    sample_free(&sample);
}

/* ---- rows ---- */

static void test_no_rows(void **state)
{
    struct vmm_text text = vmm_text_of("", 0);

    (void)state;
    check_end(&text, VMM_END);
    check_end(&text, VMM_END);
}

/* The row fails at the byte, and the next one is read. */
static void test_bad_rows(void **state)
{
    static const struct {
        const char *row;
        ptrdiff_t error;
    } bad[] = {{"", 0},          {":", 0},       {"::/", 0},       {"x::/", 0},      {"0", 1},      {"0:", 2},
               {"0::", 3},       {"0:/", 3},     {"0::x", 3},      {"0:: /", 3},     {"0 ::/", 1},  {" 0::/", 0},
               {"-1:cpu:/x", 0}, {"+1::/", 0},   {"1x:cpu:/x", 1}, {"1:cpu", 5},     {"1:cpu:", 6}, {"1:cpu:x:/y", 6},
               {"1:cpu:\r", 6},  {"0x1::/", 1},  {"1.5::/", 1},    {"1,2:cpu:/", 1}, {"\t", 0},     {"1:c/p/u", 7},
               {"1:cpu:..", 6},  {"1/:cpu:/", 1}};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(bad); i++) {
        struct builder builder = {NULL, 0, 0};
        struct vmm_text text;

        builder_print(&builder, "%s\n7:cpu:/a:b\n", bad[i].row);
        text = vmm_text_of(builder.bytes, builder.length);
        check_bad(&text, bad[i].error);
        assert_int_equal(text.pos - builder.bytes, strlen(bad[i].row) + 1);
        check_next(&text, "7", "cpu", "/a:b");
        check_end(&text, VMM_END);
        assert_int_equal(check_rows(builder.bytes, builder.length), 1);
        builder_free(&builder);
    }
}

static void test_bytes_that_are_no_text(void **state)
{
    struct vmm_text text = vmm_text_of(TEXT("1:\0c\xff:/\0\r\t\x80 \n"));
    struct vmm_cgroup_membership row;

    (void)state;
    assert_int_equal(vmm_cgroup_membership_next(&text, &row, sizeof row), VMM_OK);
    assert_int_equal(row.controllers.length, 3);
    assert_int_equal(row.path.length, 6);
    check_end(&text, VMM_END);
}

static void test_every_byte_of_a_row_replaced(void **state)
{
    static const char good[] = "12:cpu,cpuacct:/docker/a:b\n0::/x\n";
    char bytes[sizeof good];
    struct arena arena = arena_new(sizeof good);

    (void)state;
    for (size_t at = 0; at < sizeof good - 1; at++) {
        for (unsigned byte = 0; byte < 256; byte++) {
            memcpy(bytes, good, sizeof good);
            bytes[at] = (char)byte;
            check_text_at_both_ends(&arena, bytes, sizeof good - 1);
        }
    }
    arena_free(&arena);
}

static void test_every_short_text(void **state)
{
    static const char letters[] = "0:/c\n ";
    enum { LETTERS = sizeof letters - 1, LENGTH = 7 };
    struct arena arena = arena_new(LENGTH);
    size_t all = 1;

    (void)state;
    for (size_t i = 0; i < LENGTH; i++)
        all *= LETTERS;
    for (size_t i = 0; i < all; i++) {
        char bytes[LENGTH];
        size_t rest = i;

        for (size_t k = 0; k < LENGTH; k++, rest /= LETTERS)
            bytes[k] = letters[rest % LETTERS];
        check_rows(arena_at_end(&arena, bytes, LENGTH), LENGTH);
    }
    arena_free(&arena);
}

static void test_long_rows(void **state)
{
    struct builder builder = {NULL, 0, 0};

    (void)state;
    for (unsigned i = 0; i < 100000; i++)
        builder_print(&builder, "%u", i % 10);
    builder_print(&builder, ":");
    for (unsigned i = 0; i < 100000; i++)
        builder_print(&builder, "c%u,", i);
    builder_print(&builder, ":");
    for (unsigned i = 0; i < 100000; i++)
        builder_print(&builder, "/:%u", i);
    builder_print(&builder, "\n");
    assert_int_equal(check_rows(builder.bytes, builder.length), 1);
    builder_free(&builder);
}

/* ---- calls ---- */

static void test_arguments(void **state)
{
    static const char bytes[] = "0::/\n";
    struct vmm_text text = vmm_text_of(TEXT(bytes));
    struct vmm_cgroup_membership row;

    (void)state;
    text.error = bytes;
    assert_int_equal(vmm_cgroup_membership_next(&text, NULL, sizeof row), VMM_E_ARGUMENT);
    assert_null(text.error);
    for (size_t size = 0; size < sizeof row; size++) {
        struct vmm_cgroup_membership untouched, small;

        memset(&untouched, 0x5a, sizeof untouched);
        memset(&small, 0x5a, sizeof small);
        text.error = bytes;
        assert_int_equal(vmm_cgroup_membership_next(&text, &small, size), VMM_E_ARGUMENT);
        assert_memory_equal(&small, &untouched, sizeof small);
        assert_null(text.error);
    }
    memset(&row, 0x5a, sizeof row);
    assert_int_equal(vmm_cgroup_membership_next(NULL, &row, sizeof row), VMM_E_ARGUMENT);
    check_unset(&row);
    /* Nothing was read. */
    assert_ptr_equal(text.pos, bytes);
    text.pos = text.end + 1;
    memset(&row, 0x5a, sizeof row);
    assert_int_equal(vmm_cgroup_membership_next(&text, &row, sizeof row), VMM_E_ARGUMENT);
    check_unset(&row);
    text.pos = NULL;
    memset(&row, 0x5a, sizeof row);
    assert_int_equal(vmm_cgroup_membership_next(&text, &row, sizeof row), VMM_E_ARGUMENT);
    check_unset(&row);
}

static void test_a_larger_row_is_not_written_behind(void **state)
{
    struct vmm_cgroup_membership rows[2], untouched;
    struct vmm_text text = vmm_text_of(TEXT("0::/\n"));

    (void)state;
    memset(rows, 0x5a, sizeof rows);
    memset(&untouched, 0x5a, sizeof untouched);
    assert_int_equal(vmm_cgroup_membership_next(&text, rows, sizeof rows), VMM_OK);
    check_span(rows[0].path, "/");
    assert_memory_equal(&rows[1], &untouched, sizeof untouched);
}

static void test_the_text_is_not_written_to(void **state)
{
    struct sample sample = sample_load("proc-cgroup/written-bad-rows");
    struct arena arena = arena_new(sample.length);
    char *bytes = arena_at_end(&arena, sample.bytes, sample.length);

    (void)state;
    arena_make_read_only(&arena, true);
    assert_int_equal(check_rows(bytes, sample.length), 5);
    arena_free(&arena);
    sample_free(&sample);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_sample_is_read_as_the_reference_reads_it),
        cmocka_unit_test(test_every_sample_cut_at_every_length),
        cmocka_unit_test(test_sample_of_linux_6_18),
        cmocka_unit_test(test_sample_of_odd_names),
        cmocka_unit_test(test_sample_of_names),
        cmocka_unit_test(test_sample_of_bad_rows),
        cmocka_unit_test(test_samples_of_cgroup_namespaces),
        cmocka_unit_test(test_no_rows),
        cmocka_unit_test(test_bad_rows),
        cmocka_unit_test(test_bytes_that_are_no_text),
        cmocka_unit_test(test_every_byte_of_a_row_replaced),
        cmocka_unit_test(test_every_short_text),
        cmocka_unit_test(test_long_rows),
        cmocka_unit_test(test_arguments),
        cmocka_unit_test(test_a_larger_row_is_not_written_behind),
        cmocka_unit_test(test_the_text_is_not_written_to),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
