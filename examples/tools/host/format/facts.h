/* SPDX-License-Identifier: MIT */
/*
 * All that the formats tell of the virtual machines: the library's records, and beside them the few numbers that a
 * collector makes of several members. One struct for each kind of thing. A machine may have several TAPs and disks.
 */
#ifndef HOST_FORMAT_FACTS_H
#define HOST_FORMAT_FACTS_H

#include <vmmetrics/vmmetrics.h>

#include "../../common/collect/use.h"
#include "../../common/date.h"
#include "../../common/format/metric.h"

/* Of some things there are two kinds, with other labels: OpenTelemetry calls an interface by another name where packets are
 * counted, and cAdvisor has labels of its own for cgroups and their devices. */
enum {
    OF_INSTANCE,
    OF_PROCESS,
    OF_CGROUP,
    OF_TAP,
    OF_DISK,
    OF_TAP_PACKETS,
    OF_VCPU,
    OF_SWITCHES,
    OF_CONTAINER,
    OF_CONTAINER_DISK,
    OF_CONTAINER_DEVICE,
    OF_HOST,
    KINDS
};

/*
 * The host's name and id, the machine's name, what identifies the process of its monitor, and that one's name. The
 * device is only the TAP's, the disk's and the virtual CPU's, whose number it is, and its network namespace only that of
 * TAPs with one name. Two machines may have one name, and one process may have the number of an earlier one.
 */
enum {
    LABEL_HOST,
    LABEL_HOST_ID,
    LABEL_VM,
    LABEL_PID,
    LABEL_CREATED,
    LABEL_NAME,
    LABEL_DEVICE,
    LABEL_NETNS,
    /* The path of the cgroup below the mount of its hierarchy, and the two numbers of a device that it used. */
    LABEL_CGROUP,
    LABEL_MAJOR,
    LABEL_MINOR
};

/* Prometheus only: what there is without machines too. */
struct host_facts {
    struct thing thing;
    uint64_t machines;
    /* The value of a metric whose labels tell something. */
    uint64_t one;
};

/* The process of the machine's monitor. */
struct process_facts {
    struct thing thing;
    char pid[24];
    /* When the process was started, or "". Whole seconds: the clock that this follows from moves a little. */
    char created[DATE_BYTES];
    struct vmm_process record;
    struct vmm_process_usage usage;
    /* In user mode and in the kernel; guests are in user mode. */
    uint64_t cpu_ticks;
    /* By the clock that tells the time, since 1970, and since then. */
    uint64_t start_usec;
    double uptime_seconds;
    /* Of the CPUs that it may run on. */
    double user_ratio;
    double system_ratio;
    /* As getpriority(2) of the kernel gives it: 20 for a process that is neither nice nor preferred. */
    double priority;
    struct limits limits;
    uint64_t descriptors;
};

struct cgroup_facts {
    struct thing thing;
    struct vmm_cgroup record;
    struct vmm_cgroup_usage usage;
    struct vmm_cgroup_memory_usage memory;
    /* CPU time of cgroups of both versions, and times throttled. */
    double cpu_seconds;
    double throttled_seconds;
    uint64_t oom_kills;
    /* Of cgroups without both modes: a sum beside its parts would be counted twice. */
    double cpu_seconds_without_modes;
    struct vmm_cgroup_memory memory_stat;
    /* What the limit leaves of it, without the page cache that is easy to free. */
    uint64_t available_bytes;
    uint64_t swap_bytes;
    /* Page faults for which nothing had to be read. */
    uint64_t minor_faults;
    char path[READER_PATH_BYTES];
    struct vmm_cgroup_io io;
    struct vmm_pressure cpu_pressure;
    struct vmm_pressure memory_pressure;
    struct vmm_pressure io_pressure;
};

/* In both structs the row follows the thing. */
struct tap_facts {
    struct thing thing;
    /* As the host sees the TAP, which receives what the guest sends; and as the guest sees it. */
    struct vmm_net row;
    struct vmm_net guest;
    char netns[24];
    /* Dropped, and missed, which a TAP never does. */
    uint64_t received_dropped;
};

struct disk_facts {
    struct thing thing;
    struct vmm_disk row;
};

/* The thread of a virtual CPU. */
struct vcpu_facts {
    struct thing thing;
    char number[VMM_VALUE_ROOM];
    double run_seconds;
    double run_delay_seconds;
};

/* What the cgroup used of a block device. */
struct cgroup_device_facts {
    struct thing thing;
    struct vmm_cgroup_io row;
    /* The path in /dev; if the kernel has no name for the numbers, these with a colon between them. */
    char path[64];
    char major[VMM_VALUE_ROOM];
    char minor[VMM_VALUE_ROOM];
};

/* The machine as EC2 shows an instance: traffic is the guest's own, and what was added since the sample before. */
struct instance_facts {
    struct thing thing;
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
    double cores;
    double vcpu_cores;
    double overhead_cores;
    double vcpu_run_delay_cores;
    double run_delay_cores;
    struct vmm_balloon balloon;
};

/* Context switches of all threads of the monitor since a sample: a process has no such counter. They begin anew after a thread
 * has ended, whose last switches are not known. */
struct switches_facts {
    struct thing thing;
    struct switches switches;
};

struct facts {
    struct process_facts process;
    struct switches_facts switches;
    struct cgroup_facts cgroup;
    struct instance_facts instance;
    char vm[MACHINE_NAME_BYTES];
    /* Its own of all TAPs and disks. */
    size_t first_tap;
    size_t tap_count;
    size_t first_disk;
    size_t disk_count;
    size_t first_vcpu;
    size_t vcpu_count;
    size_t first_device;
    size_t device_count;
};

/* What is told of all machines at a moment. */
struct told {
    /* Since 1970; 0 if nothing was told yet. */
    uint64_t time_ns;
    struct host_facts host;
    struct facts *machines;
    size_t count;
    struct tap_facts *taps;
    struct disk_facts *disks;
    struct vcpu_facts *vcpus;
    struct cgroup_device_facts *devices;
};

/*
 * Reads when the host was started, which the kernel gives in whole seconds. The difference of two clocks would be more exact,
 * but a little different in each run of the program, as if the machines had been started anew.
 */
void told_begin(const struct roots *roots);

/*
 * Of machines that were read. `before` is what was told of them the time before. Gives 0, or an errno without memory.
 */
int told_take(struct told *told, const struct told *before, struct machine *const *machines, size_t count,
              const struct roots *roots, uint64_t time_ns);
void told_release(struct told *told);

/* The things of `count` machines from the machine `first` on. */
void told_list(const struct told *told, size_t first, size_t count, struct things things[KINDS]);

#endif
