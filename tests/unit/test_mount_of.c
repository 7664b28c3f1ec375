/* SPDX-License-Identifier: MIT */
/* The mount that holds a path, and hidden mounts. */
#include "test.h"

#include <stdio.h>
#include <string.h>

/* The mount has this number; NULL if no mount holds the path. */
static void check_holder(const char *mounts, const char *path, const char *wanted)
{
    struct vmm_text text = vmm_text_of(mounts, strlen(mounts));
    struct vmm_mount row;
    vmm_status status = vmm_mount_of(&text, path, &row, sizeof row);

    assert_int_equal(status, wanted == NULL ? VMM_END : VMM_OK);
    if (wanted == NULL)
        assert_null(row.mount_id.start);
    else if (row.mount_id.length != strlen(wanted) || memcmp(row.mount_id.start, wanted, row.mount_id.length) != 0)
        fail_msg("%s is held by %.*s, expected %s", path, (int)row.mount_id.length, row.mount_id.start, wanted);
    assert_ptr_equal(text.pos, mounts);
}

/*
 * What Linux itself said of each path: `mnt_id` in /proc/self/fdinfo of a descriptor opened with O_PATH. stat(2) gave the
 * device that mountinfo has for this mount. `findmnt -T` of util-linux 2.38 names hidden mounts: 46 for /a/b, and 50 for
 * /b/in2.
 */
TEST(mounts_over_mounts_as_the_kernel_walks)
{
    static const struct {
        const char *path, *mount;
    } paths[] = {
        {"/", "85"},
        {"/a", "47"},
        {"/a/b", "47"},
        {"/a/b/c", "47"},
        {"/ab", "85"},
        {"/b", "51"},
        {"/b/x", "51"},
        {"/b/in2", "51"},
        {"/databig", "85"},
        {"/data", "85"},
        {"/data/to", "52"},
        {"/data/to/sub", "52"},
        {"/data/file", "53"},
        {"/data/from/file", "85"},
        {"/with blank", "85"},
        {"/with blank/a\ttab\\", "54"},
        {"/deep/one", "85"},
        {"/deep/two", "55"},
        {"/deep/two/in", "55"},
        {"/usr/bin", "86"},
        {"/proc/self", "87"},
    };
    struct sample sample = sample_load("proc-mountinfo/linux-6.18-x86_64-overmounts");

    for (size_t i = 0; i < COUNT_OF(paths); i++)
        check_holder(sample.bytes, paths[i].path, paths[i].mount);
    sample_free(&sample);
}

/* A mount is hidden if another mount holds its mount point. */
TEST(hidden_mounts)
{
    static const char *const hidden[] = {"46", "48", "49", "50", "56"};
    struct sample sample = sample_load("proc-mountinfo/linux-6.18-x86_64-overmounts");
    struct vmm_text text = vmm_text_of(sample.bytes, sample.length), rows = text;
    struct vmm_mount row, holder;
    size_t count = 0;

    while (vmm_mount_next(&rows, &row, sizeof row) == VMM_OK) {
        char point[64];

        assert_int_equal(vmm_path_unescape(&row.mount_point, point, sizeof point, NULL), VMM_OK);
        assert_int_equal(vmm_mount_of(&text, point, &holder, sizeof holder), VMM_OK);
        if (holder.mount_id.start == row.mount_id.start)
            continue;
        assert_true(count < COUNT_OF(hidden));
        assert_memory_equal(row.mount_id.start, hidden[count], row.mount_id.length);
        count++;
    }
    assert_int_equal(count, COUNT_OF(hidden));
    sample_free(&sample);
}

#define ROOT "1 0 0:1 / / rw - tmpfs x rw\n"

TEST(paths_are_compared_by_component)
{
    static const char mounts[] = ROOT "2 1 0:2 / /a rw - tmpfs x rw\n3 2 0:3 / /a/b\\040c rw - tmpfs x rw\n";

    check_holder(mounts, "/ab", "1");
    check_holder(mounts, "/a", "2");
    check_holder(mounts, "//a/./", "2");
    check_holder(mounts, "/a/b", "2");
    check_holder(mounts, "/a/b c", "3");
    check_holder(mounts, "/a/b\\040c", "2");
    check_holder(mounts, "/a/b cd", "2");
    check_holder(mounts, "/a/b c/d/e", "3");
    check_holder(mounts, "/./.", "1");
}

/* The switch from an initial file system leaves two mounts at the root. A process may have a root without a mount. */
TEST(roots)
{
    check_holder("1 1 0:1 / / rw - rootfs rootfs rw\n20 1 8:1 / / rw - ext4 /dev/sda1 rw\n", "/etc", "20");
    check_holder("2 9 0:2 / /proc rw - proc proc rw\n", "/proc/1", "2");
    check_holder("2 9 0:2 / /proc rw - proc proc rw\n", "/etc", NULL);
    check_holder("", "/", NULL);
}

/* A malformed row costs only itself. */
TEST(bad_rows)
{
    check_holder("bad\n" ROOT "2 1 0:2 /\n3 1 0:3 / /a rw - tmpfs x rw\n4 1 0:4 / /a/b rw", "/a/b", "3");
}

/* No kernel prints this byte. The path ends before it. */
TEST(a_nul_in_a_mount_point)
{
    struct vmm_text text = vmm_text_of(TEXT("1 0 0:1 / /\0b rw - tmpfs x rw\n"));
    struct arena arena = arena_new(2);
    struct vmm_mount row;

    assert_int_equal(vmm_mount_of(&text, arena_at_end(&arena, "/", 2), &row, sizeof row), VMM_END);
    arena_free(&arena);
}

/* A table that no kernel prints: each mount is the parent of the other. The walk ends. */
TEST(mounts_in_a_circle)
{
    struct vmm_text text = vmm_text_of(TEXT("1 2 0:1 / / rw - tmpfs x rw\n2 1 0:2 / / rw - tmpfs x rw\n"));
    struct vmm_mount row;

    assert_int_equal(vmm_mount_of(&text, "/", &row, sizeof row), VMM_E_SPACE);
    assert_null(row.mount_id.start);
}

TEST(as_many_mounts_as_can_be)
{
    struct builder mounts = {NULL, 0, 0};
    struct vmm_text text;
    struct vmm_mount row;

    for (unsigned i = 1; i <= 65; i++) {
        if (i == 65)
            check_holder(mounts.bytes, "/a", "64");
        builder_print(&mounts, "%u %u 0:%u / %s rw - tmpfs x rw\n", i, i - 1, i, i == 1 ? "/" : "/a");
    }
    text = vmm_text_of(mounts.bytes, mounts.length);
    assert_int_equal(vmm_mount_of(&text, "/a", &row, sizeof row), VMM_E_SPACE);
    check_holder(mounts.bytes, "/b", "1");
    builder_free(&mounts);
}

static const char *pick_path(void)
{
    static const char *const paths[] = {"/", "/a", "/a/b", "/a/b/c", "/ab", "/a\\040b", "/a/c"};

    return paths[chance_below(COUNT_OF(paths))];
}

/* Tables of few numbers and few places, so that mounts lie on each other in every way. */
TEST(many_tables_made_by_chance)
{
    static const char *const paths[] = {"/", "/a", "/a/b", "/a/b/c/d", "/ab", "/a b", "/a/c/.//x"};
    const struct format *format = &mountinfo_group.formats[MOUNTINFO_OF];
    unsigned found[3] = {0};

    chance_seed(5);
    for (unsigned i = 0, rounds = chance_rounds(20000); i < rounds; i++) {
        struct builder text = {NULL, 0, 0};
        struct reading reading;

        builder_print(&text, "%s\n", paths[chance_below(COUNT_OF(paths))]);
        for (size_t rows = chance_below(9), k = 1; k <= rows; k++)
            builder_print(&text, "%zu %zu 0:1 / %s rw - tmpfs x rw\n", chance_of(95) ? k : chance_below(8),
                          chance_of(50) ? k - 1 : chance_below(8), pick_path());
        reading = promise_text(format, piece_of(&text), format->bytes, NULL, NULL);
        found[reading.first.status == VMM_OK ? 0 : reading.first.status == VMM_END ? 1 : 2]++;
        builder_free(&text);
    }
    assert_true(found[0] > chance_rounds(5000) && found[1] > chance_rounds(500) && found[2] > 0);
}

TEST(arguments)
{
    static const char *const wrong[] = {"", "a", "a/b", "/..", "/a/..", "/a/../b", "../a"};
    struct vmm_text text = vmm_text_of(TEXT(ROOT)), bad = {text.end + 1, text.end, NULL}, none = {NULL, NULL, NULL};
    struct vmm_mount row;

    for (size_t i = 0; i < COUNT_OF(wrong); i++) {
        memset(&row, 0x5a, sizeof row);
        assert_int_equal(vmm_mount_of(&text, wrong[i], &row, sizeof row), VMM_E_ARGUMENT);
        assert_null(row.mount_id.start);
    }
    assert_int_equal(vmm_mount_of(&text, "/...", &row, sizeof row), VMM_OK);
    assert_int_equal(vmm_mount_of(&text, "/..a/a..", &row, sizeof row), VMM_OK);
    assert_int_equal(vmm_mount_of(NULL, "/", &row, sizeof row), VMM_E_ARGUMENT);
    assert_int_equal(vmm_mount_of(&bad, "/", &row, sizeof row), VMM_E_ARGUMENT);
    assert_int_equal(vmm_mount_of(&none, "/", &row, sizeof row), VMM_E_ARGUMENT);
    assert_int_equal(vmm_mount_of(&text, NULL, &row, sizeof row), VMM_E_ARGUMENT);
    assert_int_equal(vmm_mount_of(&text, "/", NULL, sizeof row), VMM_E_ARGUMENT);
    assert_int_equal(vmm_mount_of(&text, "/", &row, sizeof row - 1), VMM_E_ARGUMENT);
}
