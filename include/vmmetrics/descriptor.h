/* SPDX-License-Identifier: MIT */
/**
 * @file descriptor.h
 * What the open files of a process say about it: whether it runs a VM, and which virtual CPUs, TAPs and disks the VM
 * has.
 *
 * A process is the monitor of a VM if it holds `anon_inode:kvm-vm`. The names of processes and threads are only hints:
 * QEMU names its threads only with `debug-threads=on`. Three facts tell which threads are virtual CPUs:
 *
 * - the name of the thread: `vcpu` of struct vmm_process is known
 * - time of the guest: `guest_time_ticks` of the thread is above 0; a virtual CPU that did not run yet has 0, and so
 *   has each thread under QEMU's software emulation
 * - the descriptors of the process tell how many virtual CPUs there are and their numbers, but not their threads
 *
 * @ingroup process
 */
#ifndef VMMETRICS_DESCRIPTOR_H
#define VMMETRICS_DESCRIPTOR_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

/** What a descriptor of a process is. */
enum vmm_descriptor {
    /** Anything else: a file, a socket, a pipe. */
    VMM_DESCRIPTOR_OTHER = 0,
    /** KVM itself: `/dev/kvm`. A process that only asks KVM for its abilities holds it too. */
    VMM_DESCRIPTOR_KVM = 1,
    /** A VM of KVM: `anon_inode:kvm-vm`. */
    VMM_DESCRIPTOR_KVM_VM = 2,
    /** A virtual CPU of KVM: `anon_inode:kvm-vcpu:3`. The number is 3. A monitor may hold it twice, as Firecracker
     *  does. Old kernels
     *  print no number. */
    VMM_DESCRIPTOR_KVM_VCPU = 3,
    /** A queue of a TAP, or of no TAP yet: `/dev/net/tun`. The name of the TAP is the value of `iff` in
     *  /proc/PID/fdinfo/N, which vmm_key_next() reads. A TAP of several queues has a descriptor for each. */
    VMM_DESCRIPTOR_TUN = 4,
    /** A queue of a macvtap: `/dev/tap7`. The number is the `ifindex` of the interface. */
    VMM_DESCRIPTOR_MACVTAP = 5,
    /** Another file in a directory `dev`: `/dev/vda`, `/dev/null`. It is a block device if stat(2) of /proc/PID/fd/N
     *  says so (`S_ISBLK`), and `st_rdev` is its number. The name after `dev/` is that of /sys/class/block, with an
     *  exclamation mark for each slash. */
    VMM_DESCRIPTOR_DEVICE = 6
};

/**
 * Returns what a descriptor is, one of VMM_DESCRIPTOR_*, from the text of its link: readlink(2) of /proc/PID/fd/N.
 *
 * A text that begins with `anon_inode:` comes from the kernel. A path can be made by anyone, so a path is a hint:
 * `st_rdev` is the proof. A path of another mount namespace, as of a jailed Firecracker, has other directories before
 * `/dev/`: `/mnt/dev/kvm`. ` (deleted)` at the end of a path is ignored.
 *
 * @param link   the text of the link; needs no NUL at its end; NULL means an empty text
 * @param length number of bytes
 * @param number receives the number of the virtual CPU or of the interface; ::VMM_UNKNOWN without a number; may be NULL
 */
VMM_API uint32_t vmm_descriptor_of(const char *link, size_t length, uint64_t *number);

#ifdef __cplusplus
}
#endif

#endif
