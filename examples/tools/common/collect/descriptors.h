/* SPDX-License-Identifier: MIT */
/*
 * What a process holds open, and what that says: a machine of KVM, its virtual CPUs, its TAPs, and the block devices
 * that it may write to. Names of processes and threads can be anything; a descriptor is what it is.
 */
#ifndef COLLECT_DESCRIPTORS_H
#define COLLECT_DESCRIPTORS_H

#include "reader.h"

enum {
    /* A process may have a million of them: no look reads more than these. */
    MOST_DESCRIPTORS = 8192,
    MOST_TAPS = 32,
    MOST_DISKS = 64
};

/* A block device. */
struct device {
    unsigned major;
    unsigned minor;
    /* The name in /proc/diskstats, such as `sda` or `cciss/c0d0`. */
    char name[32];
};

/* A TAP, or a macvtap, which is a TAP and an interface in one. */
struct held_tap {
    char name[16];
    /* The number of its network namespace, as the kernel says it; unknown without the right to trace the process, for a
     * macvtap, and on kernels before 5.6. */
    uint64_t name_space;
    /* The index of a macvtap; unknown for a TAP. */
    uint64_t macvtap;
};

struct descriptors {
    /* `anon_inode:kvm-vm` is there. */
    bool is_machine;
    /* Virtual CPUs: how many N there are of `anon_inode:kvm-vcpu:N`. */
    uint64_t vcpus;
    struct held_tap taps[MOST_TAPS];
    size_t tap_count;
    /* Block devices that are open for writing. */
    struct device disks[MOST_DISKS];
    size_t disk_count;
    /*
     * There were more than the limits above, or one of them could not be looked at, so that some things may be
     * missing.
     */
    bool is_incomplete;
    /* Why one of them could not be looked at: an errno; 0 if all could. */
    int error;
    /* How many descriptors were looked at. */
    size_t count;
};

enum { DEVICE_PATH_BYTES = 64 };

/* Takes a number such as `253:0` from the text of a file. Returns false where it is none. */
bool device_number(const char *text, unsigned *major, unsigned *minor);

/* The path of a device's file below /sys: class/block/NAME/FILE, where a `!` stands for each slash of the name. */
void device_path(const struct device *device, const char *file, char path[DEVICE_PATH_BYTES]);

/* Looks at all descriptors. Gives 0, or an errno where they cannot be listed; then nothing is found. */
int descriptors_read(struct reader *reader, uint64_t pid, struct descriptors *found);

/*
 * Only whether the process holds a machine of KVM: stops there. Each descriptor that is read takes one of `*left`.
 * Gives 0 or an errno.
 */
int descriptors_find_machine(const struct reader *reader, uint64_t pid, size_t *left, bool *is_machine);

#endif
