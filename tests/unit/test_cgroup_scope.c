/* SPDX-License-Identifier: MIT */
/* The cgroup of a whole VM, above the cgroups of its threads. */
#include "test.h"

#include <string.h>

#define SLICE "/machine.slice/"
#define SCOPE SLICE "machine-qemu\\x2d1\\x2dweb.scope"

static void check_scope(const char *path, const char *type, const char *wanted)
{
    struct vmm_text text = type == NULL ? (struct vmm_text){NULL, NULL, NULL} : vmm_text_of(type, strlen(type));
    struct arena arena = arena_new(strlen(path));
    size_t length =
        vmm_cgroup_scope_of(arena_at_end(&arena, path, strlen(path)), strlen(path), type == NULL ? NULL : &text);

    arena_free(&arena);
    if (length != strlen(wanted) || memcmp(path, wanted, length) != 0)
        fail_msg("%s: %.*s, expected %s", path, (int)length, path, wanted);
}

/* The layouts of libvirt's docs/cgroups.rst. */
TEST(threads_of_libvirt)
{
    check_scope(SCOPE "/libvirt/emulator", NULL, SCOPE);
    check_scope(SCOPE "/libvirt/vcpu0", NULL, SCOPE);
    check_scope(SCOPE "/libvirt/vcpu127", NULL, SCOPE);
    check_scope(SCOPE "/libvirt/iothread1", NULL, SCOPE);
    check_scope(SCOPE "/libvirt", NULL, SCOPE);
    check_scope(SCOPE, NULL, SCOPE);
    check_scope(SCOPE "/emulator", NULL, SCOPE);
    check_scope(SCOPE "/vcpu3", NULL, SCOPE);
    check_scope("/machine/qemu-1-vm1.libvirt-qemu/emulator", NULL, "/machine/qemu-1-vm1.libvirt-qemu");
    check_scope("/machine/production.partition/ch-1-vm1.libvirt-ch/vcpu0", NULL,
                "/machine/production.partition/ch-1-vm1.libvirt-ch");
    check_scope("/system/libvirtd.service/libvirt/qemu/vm1/vcpu1", NULL, "/system/libvirtd.service/libvirt/qemu/vm1");
}

/* A directory works as well, of version 2 and of version 1. */
TEST(directories)
{
    check_scope("/sys/fs/cgroup" SCOPE "/libvirt/emulator", NULL, "/sys/fs/cgroup" SCOPE);
    check_scope("/sys/fs/cgroup/cpu,cpuacct" SCOPE "/libvirt/vcpu0", NULL, "/sys/fs/cgroup/cpu,cpuacct" SCOPE);
    check_scope("/sys/fs/cgroup/memory" SCOPE, NULL, "/sys/fs/cgroup/memory" SCOPE);
}

/* A cgroup that only has such a name. */
TEST(other_cgroups_stay)
{
    static const char *const paths[] = {
        "/vm1",
        "/firecracker/vm-two",
        "/",
        "",
        "emulator",
        "/emulator",
        "/user.slice/emulator",
        "/a.service/vcpu0",
        SLICE "vcpu0.scope",
        SCOPE "/libvirt/emulator/x",
        SCOPE "/libvirt/emulators",
        SCOPE "/libvirt/vcpu",
        SCOPE "/libvirt/vcpu0x",
        SCOPE "/libvirt/vcpu-1",
        SCOPE "/libvirt/emulator0",
        SCOPE "/libvirt/emulator (deleted)",
        SCOPE "/emulator/",
        SLICE "libvirt",
        "/libvirt/qemu/emulator",
        "/libvirt/lxc/a/emulator",
        "/a/qemu/b/emulator",
        "/.scope",
        ".scope/emulator",
    };

    for (size_t i = 0; i < COUNT_OF(paths); i++)
        check_scope(paths[i], NULL, paths[i]);
}

/* Only the whole path of the main thread is in /proc/PID/cgroup: the sample's VM, and what its cgroup.type says. */
TEST(sample_of_libvirt)
{
    struct sample sample = sample_load("proc-cgroup/linux-6.1-v2-systemd");
    struct vmm_text text = vmm_text_of(sample.bytes, sample.length);
    struct vmm_cgroup_membership row;

    assert_int_equal(vmm_cgroup_membership_next(&text, &row, sizeof row), VMM_OK);
    assert_int_equal(vmm_cgroup_scope_of(row.path.start, row.path.length, NULL), strlen(SCOPE));
    assert_memory_equal(row.path.start, SCOPE, strlen(SCOPE));
    sample_free(&sample);
}

/* Of any manager: the cgroup above a threaded one. */
TEST(types_of_version_2)
{
    check_scope("/vm1/vcpus", "threaded\n", "/vm1");
    check_scope("/vm1/a/b", "threaded\n", "/vm1/a");
    check_scope("/vm1/a", "threaded", "/vm1");
    check_scope("/vm1", "domain threaded\n", "/vm1");
    check_scope("/vm1", "domain\n", "/vm1");
    check_scope("/vm1", "domain invalid\n", "/vm1");
    check_scope("/vm1", "threadedx\n", "/vm1");
    check_scope("/vm1", "thread", "/vm1");
    check_scope("/vm1", "", "/vm1");
    check_scope("/vm1", "threaded\n", "/");
    check_scope("/", "threaded\n", "/");
    check_scope(SCOPE "/libvirt/emulator", "threaded\n", SCOPE);
    check_scope(SCOPE "/libvirt", "domain threaded\n", SCOPE);
    check_scope("/libvirt/qemu/vm1/vcpu1/x", "threaded\n", "/libvirt/qemu/vm1");
    check_scope("/xlibvirt/qemu/vm1/vcpu1/x", "threaded\n", "/xlibvirt/qemu/vm1/vcpu1");
}

TEST(arguments)
{
    struct vmm_text bad = vmm_text_of("threaded", 8), none = {NULL, NULL, NULL};

    bad.pos = bad.end + 1;
    assert_int_equal(vmm_cgroup_scope_of(NULL, 5, NULL), 0);
    assert_int_equal(vmm_cgroup_scope_of("/a/b", 4, &bad), 4);
    assert_int_equal(vmm_cgroup_scope_of("/a/b", 4, &none), 4);
}
