/* SPDX-License-Identifier: MIT */
/* What the links of descriptors say. */
#include "test.h"

#include <string.h>

static void check_link(const char *link, uint32_t kind, uint64_t number)
{
    uint64_t found = 7;
    uint32_t result = vmm_descriptor_of(link, strlen(link), &found);

    if (result != kind || found != number)
        fail_msg("%s: %u with %llu, expected %u with %llu", link, (unsigned)result, (unsigned long long)found,
                 (unsigned)kind, (unsigned long long)number);
}

enum { KINDS = 7, CPUS = 4 };

/* How many descriptors of each kind a process has, and how many of each virtual CPU. */
static void check_sample(const char *name, const unsigned kinds[KINDS], const unsigned cpus[CPUS])
{
    struct sample sample = sample_load(name);
    struct lines lines = lines_of(sample.bytes, sample.length);
    unsigned found_kinds[KINDS] = {0}, found_cpus[CPUS] = {0};

    for (size_t i = 0; i < lines.count; i++) {
        uint64_t number;
        uint32_t kind = vmm_descriptor_of(lines.start[i], lines.length[i] - 1, &number);

        assert_in_range(kind, 0, KINDS - 1);
        found_kinds[kind]++;
        if (kind == VMM_DESCRIPTOR_KVM_VCPU) {
            assert_in_range(number, 0, CPUS - 1);
            found_cpus[number]++;
        }
    }
    for (unsigned i = 1; i < KINDS; i++)
        assert_int_equal(found_kinds[i], kinds[i]);
    for (unsigned i = 0; i < CPUS; i++)
        assert_int_equal(found_cpus[i], cpus[i]);
    lines_free(&lines);
    sample_free(&sample);
}

/* Two virtual CPUs, each twice; one TAP; no block device, as the drive is a file. */
TEST(sample_of_firecracker)
{
    check_sample("proc-pid-fd/firecracker-1.17.0-dev",
                 (const unsigned[KINDS]){[VMM_DESCRIPTOR_KVM] = 1,
                                         [VMM_DESCRIPTOR_KVM_VM] = 1,
                                         [VMM_DESCRIPTOR_KVM_VCPU] = 4,
                                         [VMM_DESCRIPTOR_TUN] = 1,
                                         [VMM_DESCRIPTOR_DEVICE] = 1},
                 (const unsigned[CPUS]){2, 2});
}

/* In its own mount namespace: /mnt/dev/kvm. */
TEST(sample_of_a_jailed_firecracker)
{
    check_sample("proc-pid-fd/firecracker-1.17.0-dev-jailed",
                 (const unsigned[KINDS]){[VMM_DESCRIPTOR_KVM] = 1,
                                         [VMM_DESCRIPTOR_KVM_VM] = 1,
                                         [VMM_DESCRIPTOR_KVM_VCPU] = 2,
                                         [VMM_DESCRIPTOR_TUN] = 1,
                                         [VMM_DESCRIPTOR_DEVICE] = 1},
                 (const unsigned[CPUS]){2});
}

/* /dev/null, /dev/urandom twice and /dev/loop0 twice may be block devices. */
TEST(sample_of_cloud_hypervisor)
{
    check_sample("proc-pid-fd/cloud-hypervisor-54.0.0",
                 (const unsigned[KINDS]){[VMM_DESCRIPTOR_KVM] = 1,
                                         [VMM_DESCRIPTOR_KVM_VM] = 1,
                                         [VMM_DESCRIPTOR_KVM_VCPU] = 2,
                                         [VMM_DESCRIPTOR_TUN] = 5,
                                         [VMM_DESCRIPTOR_DEVICE] = 5},
                 (const unsigned[CPUS]){1, 1});
}

TEST(links_of_kvm)
{
    check_link("anon_inode:kvm-vm", VMM_DESCRIPTOR_KVM_VM, VMM_UNKNOWN);
    check_link("anon_inode:kvm-vcpu:0", VMM_DESCRIPTOR_KVM_VCPU, 0);
    check_link("anon_inode:kvm-vcpu:223", VMM_DESCRIPTOR_KVM_VCPU, 223);
    check_link("anon_inode:kvm-vcpu", VMM_DESCRIPTOR_KVM_VCPU, VMM_UNKNOWN);
    check_link("anon_inode:kvm-vcpu:18446744073709551616", VMM_DESCRIPTOR_KVM_VCPU, VMM_UNKNOWN);
    /* Linux 6.18 gives this link for KVM_GET_STATS_FD of a virtual CPU. */
    check_link("anon_inode:kvm-vcpu-stats:3", VMM_DESCRIPTOR_OTHER, VMM_UNKNOWN);
    check_link("anon_inode:kvm-vm-stats", VMM_DESCRIPTOR_OTHER, VMM_UNKNOWN);
    check_link("anon_inode:kvm-vcpu:", VMM_DESCRIPTOR_OTHER, VMM_UNKNOWN);
    check_link("anon_inode:kvm-vcpu:-1", VMM_DESCRIPTOR_OTHER, VMM_UNKNOWN);
    check_link("anon_inode:kvm-vcpu:3x", VMM_DESCRIPTOR_OTHER, VMM_UNKNOWN);
    check_link("anon_inode:[eventfd]", VMM_DESCRIPTOR_OTHER, VMM_UNKNOWN);
    check_link("/dev/kvm", VMM_DESCRIPTOR_KVM, VMM_UNKNOWN);
    check_link("/srv/jailer/vm1/root/dev/kvm (deleted)", VMM_DESCRIPTOR_KVM, VMM_UNKNOWN);
    check_link("/dev/kvm2", VMM_DESCRIPTOR_DEVICE, VMM_UNKNOWN);
}

/* A file may have any name, but its link begins with a slash. */
TEST(files_with_names_of_other_things)
{
    check_link("/tmp/anon_inode:kvm-vm", VMM_DESCRIPTOR_OTHER, VMM_UNKNOWN);
    check_link("/anon_inode:kvm-vcpu:3", VMM_DESCRIPTOR_OTHER, VMM_UNKNOWN);
    check_link("/memfd:kvm-vm (deleted)", VMM_DESCRIPTOR_OTHER, VMM_UNKNOWN);
    check_link("dev/kvm", VMM_DESCRIPTOR_OTHER, VMM_UNKNOWN);
    check_link("/mydev/kvm", VMM_DESCRIPTOR_OTHER, VMM_UNKNOWN);
}

TEST(interfaces)
{
    check_link("/dev/net/tun", VMM_DESCRIPTOR_TUN, VMM_UNKNOWN);
    check_link("/mnt/dev/net/tun", VMM_DESCRIPTOR_TUN, VMM_UNKNOWN);
    check_link("/dev/tap7", VMM_DESCRIPTOR_MACVTAP, 7);
    check_link("/dev/tap", VMM_DESCRIPTOR_DEVICE, VMM_UNKNOWN);
    check_link("/dev/tap7x", VMM_DESCRIPTOR_DEVICE, VMM_UNKNOWN);
}

TEST(devices_and_the_rest)
{
    check_link("/dev/loop0", VMM_DESCRIPTOR_DEVICE, VMM_UNKNOWN);
    check_link("/dev/dm-3", VMM_DESCRIPTOR_DEVICE, VMM_UNKNOWN);
    check_link("/dev/cciss/c0d0", VMM_DESCRIPTOR_DEVICE, VMM_UNKNOWN);
    check_link("/dev/", VMM_DESCRIPTOR_OTHER, VMM_UNKNOWN);
    check_link("/dev", VMM_DESCRIPTOR_OTHER, VMM_UNKNOWN);
    check_link("/srv/run/disk.img", VMM_DESCRIPTOR_OTHER, VMM_UNKNOWN);
    check_link("socket:[12180]", VMM_DESCRIPTOR_OTHER, VMM_UNKNOWN);
    check_link("pipe:[1]", VMM_DESCRIPTOR_OTHER, VMM_UNKNOWN);
    check_link("", VMM_DESCRIPTOR_OTHER, VMM_UNKNOWN);
    assert_int_equal(vmm_descriptor_of(NULL, 5, NULL), VMM_DESCRIPTOR_OTHER);
}
