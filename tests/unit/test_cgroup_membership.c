/* SPDX-License-Identifier: MIT */
/* Rows of /proc/PID/cgroup. */
#include "test.h"

#include <string.h>

#define FORMAT (&cgroup_path_group.formats[CGROUP_MEMBERSHIP])

static void check_unset(const struct vmm_cgroup_membership *row)
{
    assert_null(row->hierarchy.start);
    assert_int_equal(row->hierarchy.length, 0);
    assert_null(row->controllers.start);
    assert_int_equal(row->controllers.length, 0);
    assert_null(row->path.start);
    assert_int_equal(row->path.length, 0);
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

/* Version 1 beside version 2, whose row has no controllers. */
TEST(sample_of_linux_6_18)
{
    struct sample sample = sample_load("proc-cgroup/linux-6.18-x86_64-hybrid");
    struct vmm_text text = vmm_text_of(sample.bytes, sample.length);

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

/* A path may have colons, blanks, and what looks like an escape but is none. */
TEST(sample_of_odd_names)
{
    struct sample sample = sample_load("proc-cgroup/linux-6.18-x86_64-odd-names");
    struct vmm_text text = vmm_text_of(strstr(sample.bytes, "0::"), strlen("0::/vm 1/a:b\\134c\n"));

    check_next(&text, "0", "", "/vm 1/a:b\\134c");
    check_end(&text, VMM_END);
    sample_free(&sample);
}

TEST(sample_of_names)
{
    struct sample sample = sample_load("proc-cgroup/written-names");
    struct vmm_text text = vmm_text_of(sample.bytes, sample.length);

    check_next(&text, "13", "cpuset_v2,misc", "/a");
    check_next(&text, "12", "cpu,name=x.y_z-1", "/b");
    check_next(&text, "11", "cpuset,cpu2,xcpu", "/c");
    check_next(&text, "2147483647", "hugetlb", "/");
    check_next(&text, "1", "cpuacct", "/d (deleted)");
    check_next(&text, "0", "", "/e//f:g (deleted)");
    check_end(&text, VMM_END);
    sample_free(&sample);
}

TEST(sample_of_bad_rows)
{
    struct sample sample = sample_load("proc-cgroup/written-bad-rows");
    struct vmm_text text = vmm_text_of(sample.bytes, sample.length);

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

TEST(samples_of_cgroup_namespaces)
{
    struct sample sample = sample_load("proc-cgroup/linux-6.18-x86_64-hybrid-outside-namespace");
    struct vmm_text text = vmm_text_of(strstr(sample.bytes, "1:cpu"), 0);

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

TEST(no_rows)
{
    struct vmm_text text = vmm_text_of("", 0);

    check_end(&text, VMM_END);
    check_end(&text, VMM_END);
}

TEST(every_short_text)
{
    static const char letters[] = "0:/c\n ";
    enum { LETTERS = sizeof letters - 1, LENGTH = 7 };
    size_t all = 1;

    for (size_t i = 0; i < LENGTH; i++)
        all *= LETTERS;
    for (size_t i = 0; i < all; i += chance_step()) {
        char bytes[LENGTH];
        size_t rest = i;

        for (size_t k = 0; k < LENGTH; k++, rest /= LETTERS)
            bytes[k] = letters[rest % LETTERS];
        check_piece(FORMAT, bytes, LENGTH);
    }
}

TEST(long_rows)
{
    struct builder builder = {NULL, 0, 0};

    for (unsigned i = 0; i < 100000; i++)
        builder_print(&builder, "%u", i % 10);
    builder_print(&builder, ":");
    for (unsigned i = 0; i < 100000; i++)
        builder_print(&builder, "c%u,", i);
    builder_print(&builder, ":");
    for (unsigned i = 0; i < 100000; i++)
        builder_print(&builder, "/:%u", i);
    builder_print(&builder, "\n");
    assert_int_equal(read_rows_of(FORMAT, builder.bytes, builder.length, NULL, 0), 1);
    builder_free(&builder);
}

/* ---- calls ---- */

TEST(arguments)
{
    static const char bytes[] = "0::/\n";
    struct vmm_text text = vmm_text_of(TEXT(bytes));
    struct vmm_cgroup_membership row;

    text.error = bytes;
    assert_int_equal(vmm_cgroup_membership_next(&text, NULL, sizeof row), VMM_E_ARGUMENT);
    assert_null(text.error);
    /* So a loop over rows ends. */
    assert_ptr_equal(text.pos, text.end);
    assert_int_equal(vmm_cgroup_membership_next(&text, NULL, sizeof row), VMM_END);
    for (size_t size = 0; size < sizeof row; size++) {
        struct vmm_cgroup_membership untouched, small;

        memset(&untouched, 0x5a, sizeof untouched);
        memset(&small, 0x5a, sizeof small);
        text = vmm_text_of(TEXT(bytes));
        text.error = bytes;
        assert_int_equal(vmm_cgroup_membership_next(&text, &small, size), VMM_E_ARGUMENT);
        assert_memory_equal(&small, &untouched, sizeof small);
        assert_null(text.error);
        assert_ptr_equal(text.pos, text.end);
        assert_int_equal(vmm_cgroup_membership_next(&text, &small, size), VMM_END);
        assert_memory_equal(&small, &untouched, sizeof small);
    }
    memset(&row, 0x5a, sizeof row);
    assert_int_equal(vmm_cgroup_membership_next(NULL, &row, sizeof row), VMM_END);
    check_unset(&row);
    text.pos = text.end + 1;
    memset(&row, 0x5a, sizeof row);
    assert_int_equal(vmm_cgroup_membership_next(&text, &row, sizeof row), VMM_E_ARGUMENT);
    check_unset(&row);
    assert_ptr_equal(text.pos, text.end);
    text.pos = NULL;
    memset(&row, 0x5a, sizeof row);
    assert_int_equal(vmm_cgroup_membership_next(&text, &row, sizeof row), VMM_E_ARGUMENT);
    check_unset(&row);
}

TEST(a_larger_row_is_not_written_after_its_end)
{
    struct vmm_cgroup_membership rows[2], untouched;
    struct vmm_text text = vmm_text_of(TEXT("0::/\n"));

    memset(rows, 0x5a, sizeof rows);
    memset(&untouched, 0x5a, sizeof untouched);
    assert_int_equal(vmm_cgroup_membership_next(&text, rows, sizeof rows), VMM_OK);
    check_span(rows[0].path, "/");
    assert_memory_equal(&rows[1], &untouched, sizeof untouched);
}
