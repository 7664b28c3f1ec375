/* SPDX-License-Identifier: MIT */
/* Where a process's cgroup directory is. */
#include "test.h"

#include "reference/views.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROOM = 512 };

/* ---- the library against the reference ---- */

struct answer {
    vmm_status status;
    char path[2 * ROOM];
};

static struct answer expect(const char *membership, const char *mounts, const char *controller)
{
    struct piece name = {controller == NULL ? "" : controller, controller == NULL ? 0 : strlen(controller)};
    char *path = malloc(strlen(membership) + strlen(mounts) + 1);
    struct answer answer = {VMM_OK, ""};
    size_t count;

    if (path == NULL)
        abort();
    answer.status = ref_cgroup_path(name, (struct piece){membership, strlen(membership)},
                                    (struct piece){mounts, strlen(mounts)}, path, &count);
    assert_true(count < sizeof answer.path);
    if (answer.status == VMM_OK)
        memcpy(answer.path, path, count);
    free(path);
    return answer;
}

/* Texts between unmapped pages, and a buffer of each size that matters, which has such a page after it. */
static void check_texts(const char *membership, const char *mounts, const char *controller)
{
    struct answer wanted = expect(membership, mounts, controller);
    size_t needed = strlen(wanted.path) + 1;
    const size_t sizes[] = {1, 2, 3, needed / 2, needed - 1, needed, needed + 1, needed + 20};
    struct arena arenas[] = {arena_new(strlen(membership)), arena_new(strlen(mounts)), arena_new(needed + 20)};
    struct vmm_text texts[] = {
        vmm_text_of(arena_at_end(&arenas[0], membership, strlen(membership)), strlen(membership)),
        vmm_text_of(arena_at_end(&arenas[1], mounts, strlen(mounts)), strlen(mounts))};
    const struct vmm_text before[] = {texts[0], texts[1]};
    size_t name_size = controller == NULL ? 0 : strlen(controller) + 1;
    struct arena name_arena = arena_new(name_size + 1);
    const char *name = controller == NULL ? NULL : arena_at_end(&name_arena, controller, name_size);

    arena_make_read_only(&arenas[0], true);
    arena_make_read_only(&arenas[1], true);
    for (size_t i = 0; i < COUNT_OF(sizes); i++) {
        static const char old[2 * ROOM] = "old";
        vmm_status status;
        size_t said = SIZE_MAX;
        char *buffer;

        if (sizes[i] == 0)
            continue;
        buffer = arena_at_end(&arenas[2], old, sizes[i]);
        status = vmm_cgroup_path_of(&texts[0], &texts[1], name, buffer, sizes[i], &said);
        assert_int_equal(said, wanted.status == VMM_OK ? needed : 0);
        if (wanted.status == VMM_OK && sizes[i] < needed) {
            assert_int_equal(status, VMM_E_SPACE);
            assert_int_equal(buffer[0], 0);
        } else if (status != wanted.status || strcmp(buffer, wanted.path) != 0) {
            fail_msg("controller %s: %d \"%s\", expected %d \"%s\", of \"%s\" and \"%s\"", controller, status, buffer,
                     wanted.status, wanted.path, membership, mounts);
        }
    }
    assert_memory_equal(texts, before, sizeof texts);
    for (size_t i = 0; i < COUNT_OF(arenas); i++)
        arena_free(&arenas[i]);
    arena_free(&name_arena);
}

/* NULL where nothing shows it. */
static void check_path(const char *membership, const char *mounts, const char *controller, const char *wanted)
{
    struct vmm_text texts[] = {vmm_text_of(membership, strlen(membership)), vmm_text_of(mounts, strlen(mounts))};
    char buffer[ROOM];

    strcpy(buffer, "old");
    assert_int_equal(vmm_cgroup_path_of(&texts[0], &texts[1], controller, buffer, sizeof buffer, NULL),
                     wanted == NULL ? VMM_END : VMM_OK);
    assert_string_equal(buffer, wanted == NULL ? "" : wanted);
    check_texts(membership, mounts, controller);
}

/* The process is in no such hierarchy. */
static void check_empty(const char *membership, const char *mounts, const char *controller)
{
    struct vmm_text texts[] = {vmm_text_of(membership, strlen(membership)), vmm_text_of(mounts, strlen(mounts))};
    char buffer[ROOM] = "old";

    assert_int_equal(vmm_cgroup_path_of(&texts[0], &texts[1], controller, buffer, sizeof buffer, NULL), VMM_E_EMPTY);
    assert_string_equal(buffer, "");
    check_texts(membership, mounts, controller);
}

/* In a hierarchy of version 2. */
static void check_v2(const char *root, const char *point, const char *path, const char *wanted)
{
    char membership[ROOM], mounts[ROOM];

    snprintf(membership, sizeof membership, "0::%s\n", path);
    snprintf(mounts, sizeof mounts, "3 2 0:1 / / rw - ext4 /dev/vda rw\n4 3 0:2 %s %s rw - cgroup2 cgroup2 rw\n", root,
             point);
    check_path(membership, mounts, "memory", wanted);
}

/* ---- samples ---- */

static void check_samples(const char *membership_name, const char *mounts_name, const char *controller,
                          const char *wanted)
{
    struct sample membership = sample_load(membership_name);
    struct sample mounts = sample_load(mounts_name);

    check_path(membership.bytes, mounts.bytes, controller, wanted);
    sample_free(&mounts);
    sample_free(&membership);
}

#define CHECK_SAMPLES(membership, mounts, controller, wanted)                                                          \
    check_samples("proc-cgroup/" membership, "proc-mountinfo/" mounts, controller, wanted)

TEST(every_pair_of_samples)
{
    static const char *const controllers[] = {NULL,           "",       "memory", "cpu", "cpuacct",
                                              "name=systemd", "cpuset", "rdma",   "none"};
    char names[64][128];
    size_t count = 0;

    for (const char *const *name = sample_names("proc-cgroup"); *name != NULL; name++)
        snprintf(names[count++], sizeof names[0], "%s", *name);
    for (size_t i = 0; i < count; i++) {
        struct sample membership = sample_load(names[i]);
        const char *const *name = sample_names("proc-mountinfo");

        for (; *name != NULL; name++) {
            struct sample mounts = sample_load(*name);

            for (size_t k = 0; k < COUNT_OF(controllers); k++)
                check_texts(membership.bytes, mounts.bytes, controllers[k]);
            sample_free(&mounts);
        }
        sample_free(&membership);
    }
}

/* Version 1 has some controllers, version 2 the others. */
TEST(samples_of_hybrid_systems)
{
    CHECK_SAMPLES("linux-6.18-x86_64-hybrid", "linux-6.18-x86_64-hybrid", "memory", "/sys/fs/cgroup/memory/vm1");
    CHECK_SAMPLES("linux-6.18-x86_64-hybrid", "linux-6.18-x86_64-hybrid", "cpu", "/sys/fs/cgroup/cpu/vm1");
    CHECK_SAMPLES("linux-6.18-x86_64-hybrid", "linux-6.18-x86_64-hybrid", "pids", "/sys/fs/cgroup/pids");
    CHECK_SAMPLES("linux-6.18-x86_64-hybrid", "linux-6.18-x86_64-hybrid", "name=systemd", "/sys/fs/cgroup/systemd");
    CHECK_SAMPLES("linux-6.18-x86_64-hybrid", "linux-6.18-x86_64-hybrid", "hugetlb", "/sys/fs/cgroup/unified/vm1");
    CHECK_SAMPLES("linux-6.18-x86_64-hybrid", "linux-6.18-x86_64-hybrid", "", "/sys/fs/cgroup/unified/vm1");
    CHECK_SAMPLES("linux-6.18-x86_64-hybrid", "linux-6.18-x86_64-hybrid", NULL, "/sys/fs/cgroup/unified/vm1");
    CHECK_SAMPLES("linux-5.10-hybrid-systemd", "linux-5.10-hybrid-systemd", "memory",
                  "/sys/fs/cgroup/memory/system.slice/vmm@7.service");
    CHECK_SAMPLES("linux-5.10-hybrid-systemd", "linux-5.10-hybrid-systemd", "cpuacct",
                  "/sys/fs/cgroup/cpu,cpuacct/system.slice/vmm@7.service");
    CHECK_SAMPLES("linux-5.10-hybrid-systemd", "linux-5.10-hybrid-systemd", "net_prio",
                  "/sys/fs/cgroup/net_cls,net_prio");
    CHECK_SAMPLES("linux-5.10-hybrid-systemd", "linux-5.10-hybrid-systemd", "io",
                  "/sys/fs/cgroup/unified/system.slice/vmm@7.service");
    /* A hierarchy of version 1 that is not mounted is not looked for in version 2. */
    CHECK_SAMPLES("linux-5.10-hybrid-systemd", "linux-5.10-hybrid-systemd", "misc", NULL);
}

/* Backslashes that systemd writes into names are escaped in one file and not in the other. */
TEST(samples_of_version_2)
{
    CHECK_SAMPLES("linux-6.1-v2-systemd", "linux-6.1-v2-systemd", "memory",
                  "/sys/fs/cgroup/machine.slice/machine-qemu\\x2d1\\x2dweb.scope/libvirt/emulator");
    CHECK_SAMPLES("linux-6.18-x86_64-hybrid", "linux-2.6.32-rootfs", "", NULL);
}

/* Without a cgroup namespace both files have the container's own path in them. */
TEST(samples_of_docker)
{
    CHECK_SAMPLES("linux-4.19-v1-docker", "linux-4.19-v1-docker", "memory", "/sys/fs/cgroup/memory");
    CHECK_SAMPLES("linux-4.19-v1-docker", "linux-4.19-v1-docker", "cpu", "/sys/fs/cgroup/cpu,cpuacct");
    CHECK_SAMPLES("linux-4.19-v1-docker", "linux-4.19-v1-docker", "cpuset", "/sys/fs/cgroup/cpuset/vcpu 0");
    CHECK_SAMPLES("linux-4.19-v1-docker", "linux-4.19-v1-docker", "rdma", "/sys/fs/cgroup/rdma");
    CHECK_SAMPLES("linux-4.19-v1-docker", "linux-4.19-v1-docker", "name=systemd", "/sys/fs/cgroup/systemd");
    /* Seen from the host, which has all of it. */
    CHECK_SAMPLES(
        "linux-4.19-v1-docker", "linux-6.18-x86_64-hybrid", "cpuset",
        "/sys/fs/cgroup/cpuset/docker/5d7a1c0f3b9e42a6884d1f7be0c95a3326f8d4017ab65ce9902b7f1e4d83a6c1/vcpu 0");
}

/* The same hierarchy twice: all of it, and the part that may be written to. The first that shows the path is taken. */
TEST(sample_of_nspawn)
{
    CHECK_SAMPLES("linux-4.9-v1-nspawn", "linux-4.9-v1-nspawn", "name=systemd",
                  "/sys/fs/cgroup/systemd/machine.slice/machine-my\\x20vm.scope/payload/init.scope");
    CHECK_SAMPLES("linux-4.9-v1-nspawn", "linux-4.9-v1-nspawn", "memory",
                  "/sys/fs/cgroup/memory/machine.slice/machine-my\\x20vm.scope");
}

/* Within a namespace the mounts of outside begin above it; the namespace's own name is not known. */
TEST(samples_of_cgroup_namespaces)
{
    CHECK_SAMPLES("linux-6.18-x86_64-hybrid-in-namespace", "linux-6.18-x86_64-hybrid-in-namespace", "memory", NULL);
    CHECK_SAMPLES("linux-6.18-x86_64-hybrid-in-namespace", "linux-6.18-x86_64-hybrid-in-namespace", "", NULL);
    CHECK_SAMPLES("linux-6.18-x86_64-hybrid-in-namespace", "linux-6.18-x86_64-hybrid-in-namespace", "cpuset",
                  "/sys/fs/cgroup/cpuset");
    CHECK_SAMPLES("linux-6.18-x86_64-hybrid-outside-namespace", "linux-6.18-x86_64-hybrid-in-namespace", "memory",
                  "/sys/fs/cgroup/memory");
    CHECK_SAMPLES("linux-6.18-x86_64-hybrid-outside-namespace", "linux-6.18-x86_64-hybrid-in-namespace", "",
                  "/sys/fs/cgroup/unified");
    CHECK_SAMPLES("linux-5.4-v2-sibling-of-namespace", "linux-5.4-v2-container-in-host-namespace", "",
                  "/sys/fs/cgroup/parent/vm 2");
    CHECK_SAMPLES("linux-6.18-x86_64-hybrid-in-namespace", "linux-5.4-v2-container-in-host-namespace", "",
                  "/sys/fs/cgroup/own");
}

TEST(samples_of_odd_names)
{
    CHECK_SAMPLES("linux-6.18-x86_64-odd-names", "linux-6.18-x86_64-odd-names", "memory",
                  "/sys/fs/cgroup/memory/vm 1/a:b\\134c");
    CHECK_SAMPLES("written-names", "written-names", "cpu", "/two");
    CHECK_SAMPLES("written-names", "written-names", "name=x.y_z-1", "/two");
    CHECK_SAMPLES("written-names", "written-names", "cpuset", NULL);
    CHECK_SAMPLES("written-names", "written-names", "memory", "/e//f:g (deleted)");
}

/* Ambiguous, so it stays: there is no such directory, or it is really called so. */
TEST(sample_of_a_removed_cgroup)
{
    CHECK_SAMPLES("linux-6.18-x86_64-hybrid-deleted", "linux-6.18-x86_64-hybrid", "",
                  "/sys/fs/cgroup/unified/vm2 (deleted)");
    CHECK_SAMPLES("written-names", "written-names", "cpuacct", "/four/d (deleted)");
}

TEST(sample_of_bad_rows)
{
    CHECK_SAMPLES("written-bad-rows", "linux-6.18-x86_64-hybrid", "memory", "/sys/fs/cgroup/memory/a:b c,d\\040");
    CHECK_SAMPLES("written-bad-rows", "linux-6.18-x86_64-hybrid", "cpu", "/sys/fs/cgroup/unified/v2");
}

/* ---- the way from a path to a directory ---- */

TEST(a_mount_of_the_whole_hierarchy)
{
    check_v2("/", "/m", "/", "/m");
    check_v2("/", "/m", "/a", "/m/a");
    check_v2("/", "/m", "/a/b", "/m/a/b");
    check_v2("/", "/m", "/a:b c\\040", "/m/a:b c\\040");
    check_v2("/", "/", "/", "/");
    check_v2("/", "/", "/a", "/a");
    check_v2("/", "/", "/a/b", "/a/b");
}

TEST(a_mount_of_a_part)
{
    check_v2("/a", "/m", "/a", "/m");
    check_v2("/a", "/m", "/a/b", "/m/b");
    check_v2("/a/b", "/m", "/a/b/c/d", "/m/c/d");
    check_v2("/a", "/", "/a", "/");
    check_v2("/a", "/", "/a/b", "/b");
    check_v2("/a", "/m", "/", NULL);
    check_v2("/a", "/m", "/b", NULL);
    check_v2("/a", "/m", "/ab", NULL);
    check_v2("/a", "/m", "/b/a", NULL);
    check_v2("/ab", "/m", "/a", NULL);
    check_v2("/a/b", "/m", "/a", NULL);
    check_v2("/a/b", "/m", "/a/c", NULL);
    check_v2("/a", "/m", "/a/..x", "/m/..x");
    check_v2("/a", "/m", "/a/...", "/m/...");
    check_v2("/a", "/m", "/a/.x", "/m/.x");
    check_v2("/a", "/m", "/a/./", "/m/./");
}

TEST(outside_of_the_namespace)
{
    check_v2("/", "/m", "/..", NULL);
    check_v2("/", "/m", "/../x", NULL);
    check_v2("/", "/m", "/../..", NULL);
    check_v2("/", "/", "/..", NULL);
    check_v2("/..", "/m", "/..", "/m");
    check_v2("/..", "/m", "/../c", "/m/c");
    check_v2("/..", "/m", "/../c/d", "/m/c/d");
    check_v2("/..", "/m", "/../..", NULL);
    check_v2("/..", "/m", "/../../c", NULL);
    check_v2("/..", "/m", "/", NULL);
    check_v2("/..", "/m", "/a", NULL);
    check_v2("/..", "/m", "/..a", NULL);
    check_v2("/../..", "/m", "/../..", "/m");
    check_v2("/../..", "/m", "/../../c", "/m/c");
    check_v2("/../..", "/m", "/../c", NULL);
    check_v2("/../..", "/m", "/..", NULL);
    check_v2("/../b", "/m", "/../b", "/m");
    check_v2("/../b", "/m", "/../b/c", "/m/c");
    check_v2("/../b", "/m", "/../bc", NULL);
    check_v2("/", "/m", "/..x", "/m/..x");
    check_v2("/", "/m", "/.../x", "/m/.../x");
    check_v2("/", "/m", "/a./x", "/m/a./x");
    check_v2("/", "/m", "/.a/x", "/m/.a/x");
    check_v2("/", "/m", "/a/..", "/m/a/..");
}

TEST(escapes_in_roots_and_mount_points)
{
    check_v2("/a\\040b", "/m\\011n", "/a b/c", "/m\tn/c");
    check_v2("/a\\134040b", "/m", "/a\\040b", "/m");
    check_v2("/a\\040b", "/m", "/a\\040b", NULL);
    check_v2("/a", "/m\\134", "/a/\\040", "/m\\/\\040");
    check_v2("/a\\000", "/m\\000", "/a\\000/c", "/m\\000/c");
    check_v2("/a\\04", "/m\\04", "/a\\04/c", "/m\\04/c");
    check_v2("/a\\", "/m\\", "/a\\/c", "/m\\/c");
    check_v2("\\057", "/m", "/", "/m");
    check_v2("\\057", "/m", "/a", "/m/a");
    check_v2("/a\\057", "/m", "/a/b", "/m/b");
    /* A root's newline is no end of the path. */
    check_v2("/a\\0120::/b", "/m", "/a\n0::/b", NULL);
    check_v2("/a\\012", "/m", "/a", NULL);
    check_v2("/", "/\\012", "/a", "/\n/a");
}

/* A NUL would end the path where another begins. */
TEST(nul_in_a_path)
{
    static const char membership[] = "0::/a\0b\n", mounts[] = "4 3 0:2 / /m rw - cgroup2 x rw\n";
    static const char other_mounts[] = "4 3 0:2 / /m\0n rw - cgroup2 x rw\n";
    struct vmm_text texts[] = {vmm_text_of(TEXT(membership)), vmm_text_of(TEXT(mounts)),
                               vmm_text_of(TEXT(other_mounts)), vmm_text_of("0::/a\n", 6)};
    char buffer[32] = "old";

    assert_int_equal(vmm_cgroup_path_of(&texts[0], &texts[1], "", buffer, sizeof buffer, NULL), VMM_E_ARGUMENT);
    assert_string_equal(buffer, "");
    assert_int_equal(vmm_cgroup_path_of(&texts[3], &texts[2], "", buffer, sizeof buffer, NULL), VMM_E_ARGUMENT);
    assert_string_equal(buffer, "");
    assert_int_equal(vmm_cgroup_path_of(&texts[3], &texts[1], "", buffer, sizeof buffer, NULL), VMM_OK);
    assert_string_equal(buffer, "/m/a");
}

/* Nor does a NUL in a text agree with the one after the controller's name. */
TEST(nul_in_a_controller)
{
    struct vmm_text membership = vmm_text_of(TEXT("1:cpu\0cpu:/\n")), mounts = vmm_text_of("", 0);
    struct arena arena = arena_new(4);
    char buffer[8];

    assert_int_equal(
        vmm_cgroup_path_of(&membership, &mounts, arena_at_end(&arena, "cpu", 4), buffer, sizeof buffer, NULL),
        VMM_E_EMPTY);
    assert_int_equal(vmm_cgroup_path_of(&membership, &mounts, "cpu\0cpu", buffer, sizeof buffer, NULL), VMM_E_EMPTY);
    arena_free(&arena);
}

TEST(the_first_mount_that_shows_it)
{
    static const char mounts[] = "1 0 0:1 /x /of-x rw - cgroup2 x rw\n"
                                 "2 0 0:1 /a/b /of-a-b rw - cgroup2 x rw\n"
                                 "3 0 0:1 /a /of-a rw - cgroup2 x rw\n"
                                 "4 0 0:1 / /first rw - cgroup2 x rw\n"
                                 "5 0 0:1 / /second rw - cgroup2 x rw\n"
                                 "6 0 0:1 /.. /above rw - cgroup2 x rw\n";

    check_path("0::/a/b/c\n", mounts, "", "/of-a-b/c");
    check_path("0::/a/c\n", mounts, "", "/of-a/c");
    check_path("0::/c\n", mounts, "", "/first/c");
    check_path("0::/../x\n", mounts, "", "/above/x");
    check_path("0::/../../x\n", mounts, "", NULL);
}

/* The rule of vmm_mount_of(): what a later mount at the same place, above it or on the way to the cgroup hides. */
TEST(a_hidden_mount_is_not_taken)
{
    static const struct {
        const char *mounts;
        const char *directory;
    } cases[] = {
        {"2 1 0:2 / /m rw - cgroup2 x rw\n3 1 0:3 / /m rw - tmpfs x rw\n4 1 0:2 / /n rw - cgroup2 x rw\n", "/n/a/b"},
        {"2 1 0:2 / /m rw - cgroup2 x rw\n3 2 0:3 / /m rw - tmpfs x rw\n4 1 0:2 / /n rw - cgroup2 x rw\n", "/n/a/b"},
        {"2 1 0:2 / /x/m rw - cgroup2 x rw\n3 1 0:3 / /x rw - tmpfs x rw\n4 3 0:2 / /x/n rw - cgroup2 x rw\n",
         "/x/n/a/b"},
        {"2 1 0:2 / /m rw - cgroup2 x rw\n3 2 0:3 / /m/a rw - tmpfs x rw\n4 1 0:2 / /n rw - cgroup2 x rw\n", "/n/a/b"},
        /* The same cgroup is shown again by the mount that hides the first one. */
        {"2 1 0:2 / /m rw - cgroup2 x rw\n3 2 0:2 /a /m rw - cgroup2 x rw\n", "/m/b"},
        {"2 1 0:2 / /m\\040x rw - cgroup2 x rw\n3 2 0:2 /a /m\\040x rw - cgroup2 x rw\n", "/m x/b"},
        /* These hide nothing: another place, a beginning of a name, below the cgroup. */
        {"2 1 0:2 / /m rw - cgroup2 x rw\n3 1 0:3 / /mm rw - tmpfs x rw\n", "/m/a/b"},
        {"2 1 0:2 / /m rw - cgroup2 x rw\n3 2 0:3 / /m/ab rw - tmpfs x rw\n4 2 0:3 / /m/a/b/c rw - tmpfs x rw\n",
         "/m/a/b"},
        {"2 1 0:2 / /m rw - cgroup2 x rw\n3 1 0:3 / /m/a/b rw - tmpfs x rw\n", "/m/a/b"},
        /* All are hidden. */
        {"2 1 0:2 / /m rw - cgroup2 x rw\n3 2 0:3 / /m rw - tmpfs x rw\n", NULL},
        {"2 1 0:2 / /m rw - cgroup2 x rw\n3 2 0:3 / /m/a/b rw - tmpfs x rw\n", NULL},
        {"2 1 0:2 / / rw - cgroup2 x rw\n3 2 0:3 / / rw - tmpfs x rw\n", NULL},
        {"2 1 0:2 / / rw - cgroup2 x rw\n", "/a/b"},
    };

    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        char mounts[ROOM];

        snprintf(mounts, sizeof mounts, "1 0 0:1 / / rw - ext4 x rw\n%s", cases[i].mounts);
        check_path("0::/a/b\n", mounts, "", cases[i].directory);
    }
}

/* So many hidden mounts are passed over, and no more. */
TEST(many_hidden_mounts)
{
    for (unsigned count = 15; count <= 17; count++) {
        struct builder mounts = {NULL, 0, 0};

        builder_print(&mounts, "1 0 0:1 / / rw - ext4 x rw\n");
        for (unsigned i = 0; i < count; i++)
            builder_print(&mounts, "%u 1 0:2 / /m rw - cgroup2 x rw\n", 10 + i);
        builder_print(&mounts, "5 1 0:3 / /m rw - tmpfs x rw\n6 1 0:2 / /n rw - cgroup2 x rw\n");
        check_path("0::/a\n", mounts.bytes, "", count < 16 ? "/n/a" : NULL);
        builder_free(&mounts);
    }
}

/* One that does not fit is not passed over for another that would. */
TEST(the_first_mount_is_too_long)
{
    struct vmm_text membership = vmm_text_of(TEXT("0::/a\n"));
    struct vmm_text mounts = vmm_text_of(TEXT("1 0 0:1 / /long rw - cgroup2 x rw\n2 0 0:1 / /m rw - cgroup2 x rw\n"));
    char buffer[7] = "old";
    size_t needed;

    assert_int_equal(vmm_cgroup_path_of(&membership, &mounts, "", buffer, sizeof buffer, &needed), VMM_E_SPACE);
    assert_string_equal(buffer, "");
    assert_int_equal(needed, sizeof "/long/a");
}

/* ---- controllers ---- */

TEST(controllers_are_whole_words)
{
    static const char mounts[] = "1 0 0:1 / /cpuset rw - cgroup x rw,cpuset,cpuset_v2_mode\n"
                                 "2 0 0:2 / /cpuacct rw - cgroup x rw,cpuacct\n"
                                 "3 0 0:3 / /sub rw - cgroup.cpu x rw,cpu\n"
                                 "4 0 0:3 / /cpu rw - cgroup x cpu\n"
                                 "5 0 0:4 / /named rw - cgroup x rw,name=systemd,release_agent=/a\\054memory\n"
                                 "6 0 0:5 / /none rw - cgroup2x x rw,memory\n"
                                 "7 0 0:6 / /v2 rw - cgroup2 x rw,memory\n";
    static const char membership[] =
        "5:name=systemd:/s\n4:cpuset:/set\n3:cpuacct:/acct\n2:cpu:/c\n1:pids,,misc:/p\n0::/v2\n";

    check_path(membership, mounts, "cpu", "/cpu/c");
    check_path(membership, mounts, "cpuset", "/cpuset/set");
    check_path(membership, mounts, "cpuacct", "/cpuacct/acct");
    check_path(membership, mounts, "name=systemd", "/named/s");
    check_path(membership, mounts, "pids", NULL);
    check_path(membership, mounts, "misc", NULL);
    check_path(membership, mounts, "memory", "/v2/v2");
    check_path(membership, mounts, "cp", "/v2/v2");
    check_path(membership, mounts, "cpus", "/v2/v2");
    check_path(membership, mounts, "systemd", "/v2/v2");
    check_path(membership, mounts, "name=", "/v2/v2");
    check_path(membership, mounts, "CPU", "/v2/v2");
    check_path(membership, mounts, "rw", "/v2/v2");
    check_path(membership, mounts, "", "/v2/v2");
    check_path(membership, mounts, NULL, "/v2/v2");
    /* None of these is a word. */
    check_path(membership, mounts, "cpu:/c", "/v2/v2");
    check_path(membership, mounts, ",", "/v2/v2");
    check_path(membership, mounts, "pids,", "/v2/v2");
    check_path(membership, mounts, "pids,,misc", "/v2/v2");
    check_path(membership, mounts, "cpu\n", "/v2/v2");
    check_path("2:cpu,cpuacct:/x\n0::/\n", mounts, "cpu,cpuacct", "/v2");
}

TEST(no_membership)
{
    static const char mounts[] = "4 3 0:2 / /m rw - cgroup2 x rw\n5 3 0:2 / /n rw - cgroup x rw,cpu\n";

    check_empty("", mounts, "cpu");
    check_empty("1:cpu:/\n", mounts, "");
    check_empty("1:cpu:/\n", mounts, NULL);
    check_empty("1:cpu:/\n", mounts, "memory");
    check_empty("0::\n", mounts, "");
    check_empty("0::/", mounts, "");
    check_empty("00::/\n", mounts, "");
    check_empty("1::/\n", mounts, "");
    check_empty("10::/\n", mounts, "");
    check_empty("0:memory:/\n", mounts, "");
    check_empty("0::/", "", "");
    check_path("0::/\n", "", "", NULL);
    check_path("1:cpu:/x\n", mounts, "cpu", "/n/x");
}

/* The row of version 1 may stand after that of version 2, and of two that fit the first is taken. */
TEST(order_of_memberships)
{
    static const char mounts[] = "4 3 0:2 / /m rw - cgroup2 x rw\n5 3 0:2 / /n rw - cgroup x rw,cpu\n";

    check_path("0::/v2\n1:cpu:/v1\n", mounts, "cpu", "/n/v1");
    check_path("0::/v2\n1:cpu:/v1\n2:cpu:/w1\n0::/w2\n", mounts, "cpu", "/n/v1");
    check_path("0::/v2\n1:cpu:/v1\n2:cpu:/w1\n0::/w2\n", mounts, "", "/m/v2");
}

TEST(bad_rows_are_passed_over)
{
    check_path("\n0:\n0::x\n:\n0::/a\n0::/b",
               "\n4 3\n4 3 0:2 / /m rw - cgroup2\n4  3 0:2 / /m rw - cgroup2 x rw\n"
               "4 3 0:2 / m rw - cgroup2 x rw\n4 3 0:2 / /right rw - cgroup2 x rw\n",
               "", "/right/a");
    check_path("0::/a\n", "4 3 0:2 / /m rw - cgroup2 x rw", "", NULL);
}

/* ---- all sorts ---- */

static const char *pick(const char *const *words, size_t count)
{
    return words[chance_below(count)];
}

#define PICK(...) pick((const char *const[]){__VA_ARGS__}, COUNT_OF(((const char *const[]){__VA_ARGS__})))

/* Components, so that roots and paths often fit together. */
static void print_path(struct builder *builder, bool escaped)
{
    size_t count = chance_below(3);

    if (count == 0)
        builder_print(builder, "/");
    for (size_t i = 0; i < count; i++) {
        size_t which = chance_below(8);

        if (which < 2 && i < 2)
            builder_print(builder, "/..");
        else if (which == 3)
            builder_print(builder, escaped ? "/a\\040b" : "/a b");
        else if (which == 4)
            builder_print(builder, escaped ? "/\\134040" : "/\\040");
        else
            builder_print(builder, "/%s", PICK("a", "b", "ab", "..a", "a\\04", "a:0"));
    }
}

TEST(many_texts_made_by_chance)
{
    unsigned found = 0;

    chance_seed(1);
    for (unsigned i = 0, rounds = chance_rounds(20000); i < rounds; i++) {
        struct builder membership = {NULL, 0, 0}, mounts = {NULL, 0, 0};
        const char *controller = PICK("", "cpu", "cpu", "memory", "name=x");

        builder_print(&membership, "%s", "");
        builder_print(&mounts, "%s", "");
        for (size_t rows = chance_below(7); rows > 0; rows--) {
            builder_print(&membership, "%s:", PICK("0:", "0:", "0", "1:cpu", "2:cpu,cpuacct", "3:memory", "4:name=x"));
            print_path(&membership, false);
            builder_print(&membership, "%s", chance_of(95) ? "\n" : " (deleted)\n");
        }
        for (size_t rows = chance_below(12); rows > 0; rows--) {
            /* Mostly in the first row, which often is a mount of the root. */
            builder_print(&mounts, "%zu %zu 0:%u ", mounts.length == 0 ? 1 : 1 + rows, chance_of(20) ? rows : 1, i);
            print_path(&mounts, true);
            builder_print(&mounts, chance_of(50) ? " /%zu" : " ", rows);
            print_path(&mounts, true);
            builder_print(&mounts, " rw %s%s", PICK("", "shared:1 "),
                          PICK("- cgroup2 x rw\n", "- cgroup2 x rw\n", "- cgroup  rw,cpu\n",
                               "- cgroup x rw,cpu,cpuacct\n", "- cgroup x rw,memory\n", "- cgroup x name=x\n",
                               "- ext4 x rw\n", "- cgroup\n"));
        }
        found += expect(membership.bytes, mounts.bytes, controller).status == VMM_OK;
        check_texts(membership.bytes, mounts.bytes, controller);
        builder_free(&mounts);
        builder_free(&membership);
    }
    if (found < chance_rounds(2000))
        fail_msg("only %u of them have a path", found);
}

TEST(texts_cut_at_every_length)
{
    static const char membership[] = "0::/v\n1:cpu:/a b/c\n", mounts[] = "1 2 0:1 /a\\040b /m rw - cgroup x rw,cpu\n"
                                                                         "2 0 0:2 / / rw - cgroup2 x rw\n";
    char bytes[sizeof mounts];

    for (size_t at = 0; at < sizeof membership; at++) {
        memcpy(bytes, membership, at);
        bytes[at] = '\0';
        check_texts(bytes, mounts, "cpu");
    }
    for (size_t at = 0; at < sizeof mounts; at++) {
        memcpy(bytes, mounts, at);
        bytes[at] = '\0';
        check_texts(membership, bytes, "cpu");
    }
}

/* Every mount looks as if it had the path, up to its last byte: hostile, and linear nevertheless. */
TEST(many_mounts_with_long_roots)
{
    struct builder membership = {NULL, 0, 0}, mounts = {NULL, 0, 0};
    struct vmm_text texts[2];
    char buffer[8];

    builder_print(&membership, "0::");
    for (unsigned i = 0; i < 2000; i++)
        builder_print(&membership, "/a");
    builder_print(&membership, "\n");
    for (unsigned i = 0; i < 2000; i++) {
        builder_print(&mounts, "1 0 0:1 ");
        for (unsigned k = 0; k < 2000; k++)
            builder_print(&mounts, "/a");
        builder_print(&mounts, "%s /m%u rw - cgroup2 x rw\n", i == 1999 ? "" : "b", i);
    }
    texts[0] = vmm_text_of(membership.bytes, membership.length);
    texts[1] = vmm_text_of(mounts.bytes, mounts.length);
    assert_int_equal(vmm_cgroup_path_of(&texts[0], &texts[1], NULL, buffer, sizeof buffer, NULL), VMM_OK);
    assert_string_equal(buffer, "/m1999");
    builder_free(&mounts);
    builder_free(&membership);
}

/* ---- calls ---- */

TEST(arguments)
{
    struct vmm_text membership = vmm_text_of(TEXT("0::/a\n")),
                    mounts = vmm_text_of(TEXT("1 0 0:1 / /m rw - cgroup2 x rw\n"));
    struct vmm_text bad[] = {membership, mounts, {NULL, NULL, NULL}};
    char buffer[16] = "old";
    size_t needed = 7;

    bad[0].pos = bad[0].end + 1;
    bad[1].pos = bad[1].end + 1;
    assert_int_equal(vmm_cgroup_path_of(&membership, &mounts, "", NULL, sizeof buffer, &needed), VMM_E_ARGUMENT);
    assert_int_equal(needed, 0);
    assert_int_equal(vmm_cgroup_path_of(&membership, &mounts, "", NULL, 0, NULL), VMM_E_ARGUMENT);
    /* How much room is needed can be asked without room. */
    assert_int_equal(vmm_cgroup_path_of(&membership, &mounts, "", buffer, 0, &needed), VMM_E_SPACE);
    assert_int_equal(needed, sizeof "/m/a");
    assert_int_equal(vmm_cgroup_path_of(&membership, &mounts, "", buffer, 0, NULL), VMM_E_SPACE);
    assert_string_equal(buffer, "old");
    for (unsigned i = 0; i < 6; i++) {
        const struct vmm_text *first = i == 0 ? NULL : i == 1 ? &bad[0] : i == 2 ? &bad[2] : &membership;
        const struct vmm_text *second = i == 3 ? NULL : i == 4 ? &bad[1] : i == 5 ? &bad[2] : &mounts;

        strcpy(buffer, "old");
        needed = 7;
        assert_int_equal(vmm_cgroup_path_of(first, second, "", buffer, sizeof buffer, &needed), VMM_E_ARGUMENT);
        assert_int_equal(needed, 0);
        assert_memory_equal(buffer, "\0ld", 4);
    }
    assert_int_equal(vmm_cgroup_path_of(&membership, &mounts, "", buffer, sizeof buffer, NULL), VMM_OK);
    assert_string_equal(buffer, "/m/a");
}

/* Both texts are as they were, also their errors. */
TEST(texts_are_not_moved)
{
    struct vmm_text texts[] = {vmm_text_of(TEXT("bad\n0::/a\n")),
                               vmm_text_of(TEXT("bad\n1 0 0:1 / /m rw - cgroup2 x rw\n"))};
    struct vmm_text before[2];
    char buffer[16];

    texts[0].error = texts[0].pos;
    texts[1].error = texts[1].pos + 1;
    memcpy(before, texts, sizeof before);
    assert_int_equal(vmm_cgroup_path_of(&texts[0], &texts[1], "", buffer, sizeof buffer, NULL), VMM_OK);
    assert_memory_equal(texts, before, sizeof before);
    /* What was read of them before does not count. */
    texts[0].pos += 10;
    assert_int_equal(vmm_cgroup_path_of(&texts[0], &texts[1], "", buffer, sizeof buffer, NULL), VMM_E_EMPTY);
}
