/* SPDX-License-Identifier: MIT */
/* Single numbers of the kernel that only formats of collectors print: files of one line, the state of the clock, and the
 * sockets of Unix. */
#ifndef GUEST_FORMAT_KERNEL_H
#define GUEST_FORMAT_KERNEL_H

#include <stdint.h>

#include "../options.h"

struct kernel_facts {
    /* sys/fs/file-nr */
    uint64_t files_open;
    uint64_t files_most;
    uint64_t conntrack_entries;
    uint64_t conntrack_most;
    uint64_t entropy_bits;
    uint64_t entropy_pool_bits;
    uint64_t pids_most;
    uint64_t threads_most;
    uint64_t hung_tasks;
    /* Of net/unix, without those for datagrams. */
    uint64_t unix_sockets;
    /* What adjtimex(2) says, in seconds, hertz and counts. */
    double clock_is_synchronized;
    double clock_offset;
    double clock_frequency;
    double clock_most_error;
    double clock_error;
    double clock_status;
    double clock_constant;
    double clock_tick;
    double clock_tai_offset;
    double pps_frequency;
    double pps_jitter;
    double pps_shift;
    double pps_stability;
    double pps_jitters;
    double pps_calibrations;
    double pps_errors;
    double pps_unstable;
};

/* Reads what the format of the options prints; the rest is unknown. */
void kernel_take(struct kernel_facts *kernel, const struct options *options);

#endif
