/* SPDX-License-Identifier: MIT */
/* Which processes are virtual machines' monitors, and what the machines are called. */
#ifndef COLLECT_MONITOR_H
#define COLLECT_MONITOR_H

#include "reader.h"

/* Names of processes that are taken for monitors where their descriptors do not tell. */
#define MONITOR_NAMES "firecracker, cloud-hypervisor, qemu-system-*, qemu-kvm, qemu-dm-*, kvm, crosvm"

/* What a process is. */
enum monitor_kind {
    MONITOR_IS_NONE,
    MONITOR_IS_MACHINE,
    /* The process has no monitor's name, and its descriptors may not be read. */
    MONITOR_IS_HIDDEN,
    /* The process has ended. */
    MONITOR_IS_GONE
};

/*
 * A machine is what holds `anon_inode:kvm-vm`. A process with a monitor's name is taken for one too: QEMU without KVM
 * holds no such thing, and the descriptors of other users' processes may not be read.
 */
enum monitor_kind monitor_is(const struct reader *reader, uint64_t pid);

/* Whether a process has the name of a virtual machine's monitor. */
bool monitor_has_name(const char *comm);

enum { MACHINE_NAME_BYTES = 64 };

/*
 * The name in a monitor's command line, whose words end with a NUL each: Firecracker's `--id`, QEMU's `-name`,
 * crosvm's `--name`; else that of the API's socket without its directory and ending. "" where there is none. The name
 * may have any byte.
 */
void monitor_name_of(const char *words, size_t length, char name[MACHINE_NAME_BYTES]);

/* A name for a machine without a name: its kind and the number of its process, such as `qemu-4321`. */
void monitor_name_by_number(const char *comm, uint64_t pid, char name[MACHINE_NAME_BYTES]);

#endif
