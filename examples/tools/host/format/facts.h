/* SPDX-License-Identifier: MIT */
/*
 * All that the formats tell of the virtual machines: the library's records, and beside them the few numbers that a
 * collector makes of several members. One struct for each kind of thing; each machine has one of each kind. Where it
 * has no TAP, say, nothing is known of that.
 */
#ifndef HOST_FORMAT_FACTS_H
#define HOST_FORMAT_FACTS_H

#include <vmmetrics/vmmetrics.h>

#include "../../common/collect/machine.h"
#include "../../common/format/metric.h"

/* OpenTelemetry calls an interface by another name where packets are counted: the same things again. */
enum { OF_INSTANCE, OF_PROCESS, OF_CGROUP, OF_TAP, OF_DISK, OF_TAP_PACKETS, KINDS };

/* The device is only the TAP's and the disk's. */
enum { LABEL_PID, LABEL_NAME, LABEL_DEVICE };

/* The process of the machine's monitor. */
struct process_facts {
    const char *labels[LABELS];
    char pid[24];
    struct vmm_process record;
    struct vmm_process_usage usage;
    /* In user mode and in the kernel; guests are in user mode. */
    uint64_t cpu_ticks;
    /* By the clock that tells the time, since 1970, and since then. */
    double start_seconds;
    double uptime_seconds;
    /* Of the CPUs that it may run on. */
    double user_ratio;
    double system_ratio;
};

struct cgroup_facts {
    const char *labels[LABELS];
    struct vmm_cgroup record;
    struct vmm_cgroup_usage usage;
    /* CPU time of cgroups of both versions, and times throttled. */
    double cpu_seconds;
    double throttled_seconds;
    uint64_t oom_kills;
    struct vmm_cgroup_io io;
    struct vmm_pressure cpu_pressure;
    struct vmm_pressure memory_pressure;
    struct vmm_pressure io_pressure;
};

/* As the host sees it: what the guest sends, its TAP receives. */
struct tap_facts {
    const char *labels[LABELS];
    char name[16];
    struct vmm_net row;
    /* Dropped, and missed, which a TAP never does. */
    uint64_t received_dropped;
};

struct disk_facts {
    const char *labels[LABELS];
    struct vmm_disk row;
};

/* The machine as EC2 shows an instance, where traffic is the guest's own, and what was added since the sample before. */
struct instance_facts {
    const char *labels[LABELS];
    /* All that its process ran, of what its virtual CPUs could. */
    double cpu_ratio;
    uint64_t network_in_bytes;
    uint64_t network_out_bytes;
    uint64_t network_in_packets;
    uint64_t network_out_packets;
    /* Of the disk that was named, else of its cgroup. */
    uint64_t reads;
    uint64_t writes;
    uint64_t read_bytes;
    uint64_t write_bytes;
    /* Virtual CPUs, and what they ran, without the rest of the process. */
    uint64_t vcpus;
    double vcpu_ratio;
};

struct facts {
    struct process_facts process;
    struct cgroup_facts cgroup;
    struct tap_facts tap;
    struct disk_facts disk;
    struct instance_facts instance;
    /* Since when the process's counters count; since 1970. */
    uint64_t start_ns;
};

/* Of a machine that was read; `now_ns` is since 1970. The labels point into it, so that it must stay where it is. */
void facts_take(struct facts *facts, const struct machine *machine, uint64_t now_ns);

/* Of several of them, `count` of each kind. */
void facts_list(const struct facts *facts, size_t count, struct things things[KINDS]);

#endif
