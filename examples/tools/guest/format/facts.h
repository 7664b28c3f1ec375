/* SPDX-License-Identifier: MIT */
/*
 * All that the formats tell of a sample: the library's records, and beside them the few numbers that a collector makes of
 * several members. One struct for each kind of things.
 */
#ifndef GUEST_FORMAT_FACTS_H
#define GUEST_FORMAT_FACTS_H

#include <vmmetrics/vmmetrics.h>

#include "../../common/format/metric.h"
#include "../full/full.h"
#include "../options.h"
#include "../sample.h"
#include "interfaces.h"
#include "kernel.h"
#include "release.h"
#include "self.h"
#include "tables.h"

/* Of some things there are two kinds, with other labels: OpenTelemetry calls an interface by another name where packets are
 * counted, and the version of the operating system has fewer labels than its release. */
enum {
    OF_MACHINE,
    OF_CPU,
    OF_DISK,
    OF_NET,
    OF_FILESYSTEM,
    OF_NET_PACKETS,
    OF_SYSTEM,
    OF_INTERFACE,
    OF_RELEASE,
    OF_RELEASE_VERSION,
    OF_SELF,
    /* The machine again, if its soft interrupts were asked for. */
    OF_SOFTIRQS,
    /* One of each TABLE_*. */
    OF_TABLE,
    KINDS = OF_TABLE + TABLES
};

/* The first labels of each thing are the name and the id of this machine; then come those that are only its own. */
enum {
    LABEL_HOST,
    LABEL_HOST_ID,
    /* The number of a CPU, which all CPUs together have not; `cpuN` or `cpu-total`. */
    LABEL_CPU,
    LABEL_CPU_NAME,
    LABEL_DISK = LABEL_CPU,
    LABEL_INTERFACE = LABEL_CPU,
    LABEL_DEVICE = LABEL_CPU,
    LABEL_MOUNT_POINT,
    LABEL_TYPE,
    /* `rw` or `ro`. */
    LABEL_MODE,
    /* What uname(2) says. */
    LABEL_SYSTEM = LABEL_CPU,
    LABEL_RELEASE,
    LABEL_VERSION,
    LABEL_ARCHITECTURE,
    LABEL_NODE,
    LABEL_DOMAIN
};

/* The operating system: only labels, and the number 1. */
struct system_facts {
    struct thing thing;
    uint64_t one;
    char names[LABEL_DOMAIN + 1 - LABEL_SYSTEM][256];
};

struct machine_facts {
    struct thing thing;
    /* Since 1970. */
    uint64_t time_usec;
    /* CPUs that are online. */
    uint64_t cpus;
    struct vmm_stat stat;
    struct vmm_meminfo meminfo;
    struct vmm_memory_usage memory;
    double available_ratio;
    double free_ratio;
    double buffers_ratio;
    double cache_ratio;
    /* Of swap; 0 without swap, as in gopsutil. */
    double swap_used_or_0_ratio;
    double swap_free_ratio;
    uint64_t huge_pages_used;
    double huge_pages_used_ratio;
    double huge_pages_free_ratio;
    struct vmm_vmstat vmstat;
    /* Page faults for which nothing had to be read: pgfault - pgmajfault. */
    uint64_t minor_faults;
    struct vmm_system system;
    struct vmm_pressure pressure[PRESSURE_FILES];
    /* By VMM_PROCESS_STATE_*. */
    uint64_t processes[PROCESS_STATES];
    uint64_t processes_total;
    uint64_t threads;
    /* Stopped, by a signal or by a debugger. */
    uint64_t processes_stopped;
    /* Asleep in either way, or idle. */
    uint64_t processes_asleep;
    /* TCP's of IPv4 and IPv6, UDP's of each, and how many UDP sockets there are of both. */
    struct socket_counts tcp;
    struct socket_counts udp4;
    struct socket_counts udp6;
    uint64_t udp;
    struct kernel_facts kernel;
    struct vmm_protocols protocols;
    /* Of its pages. */
    uint64_t tcp_memory_bytes;
    uint64_t udp_memory_bytes;
};

struct cpu_facts {
    struct thing thing;
    char name[sizeof "cpu18446744073709551615"];
    struct vmm_cpu row;
    struct vmm_cpu_usage usage;
    /* All but idle. */
    uint64_t active_ticks;
    uint64_t interrupt_ticks;
    double interrupt_ratio;
    /* Without guests, for which there are names of their own. */
    double user_without_guest_ratio;
    double nice_without_guest_ratio;
};

/* `growth` is that of each counter since the sample before; all of it is unknown where the thing is another one. */
struct disk_facts {
    struct thing thing;
    struct vmm_disk row;
    struct vmm_disk growth;
    /* Only for OpenTelemetry. */
    uint64_t size_bytes;
};

struct net_facts {
    struct thing thing;
    struct vmm_net row;
    struct vmm_net growth;
    /* Whether its state is up: 1 or 0. */
    uint64_t is_up;
};

struct filesystem_facts {
    struct thing thing;
    char device[FILESYSTEM_PATH_BYTES];
    char mount_point[FILESYSTEM_PATH_BYTES];
    char type[64];
    struct vmm_filesystem record;
    struct vmm_filesystem_usage usage;
    /* Free blocks, including the blocks reserved for root. */
    uint64_t free_bytes;
    double free_ratio;
    double reserved_ratio;
    double used_ratio;
    uint64_t read_only;
    /* 1 if the file system could not be asked, else 0. */
    uint64_t device_error;
};

struct facts {
    struct things things[KINDS];
    uint64_t time_ns;
};

/* Of a sample; what it gives is good until the next call. */
const struct facts *facts_of(const struct sample *sample, const struct full *full, const struct options *options);

#endif
