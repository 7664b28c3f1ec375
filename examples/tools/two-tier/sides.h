/* SPDX-License-Identifier: MIT */
/* The numbers of a guest's line and of a host's line, and the line that compares them. */
#ifndef TWO_TIER_SIDES_H
#define TWO_TIER_SIDES_H

#include <stdbool.h>
#include <vmmetrics/vmmetrics.h>

#include "../common/json.h"

struct options {
    const char *guest;
    const char *host;
    /* The guest's interface and disk. */
    const char *interface;
    const char *disk;
    /* The memory size of the machine; VMM_UNKNOWN if it was not given. */
    uint64_t memory_bytes;
    bool deflate_on_oom;
    int64_t stale_ns;
    bool table;
};

enum { IN_BYTES, IN_PACKETS, OUT_BYTES, OUT_PACKETS, IN_DROPPED, OUT_DROPPED, NET_RATES };
enum { READ_BYTES, WRITE_BYTES, DISK_RATES };

/* Rates are per second, CPU time is in CPUs. */
struct guest_side {
    /* The guest's clock, in whole seconds: milliseconds since 1970. */
    uint64_t clock_ms;
    /* CPUs that have a row of their own. */
    uint64_t cpus;
    double busy;
    double steal;
    uint64_t used;
    uint64_t used_without_balloon;
    uint64_t total;
    uint64_t available;
    double net[NET_RATES];
    double disk[DISK_RATES];
};

struct host_side {
    uint64_t time_ms;
    uint64_t vcpus;
    double vcpu;
    double vcpu_run_delay;
    double overhead;
    double process;
    uint64_t resident;
    uint64_t balloon_actual;
    uint64_t balloon_logical_vm_size;
    double net[NET_RATES];
    double disk[DISK_RATES];
};

/* When a guest's line arrived, by two clocks of this machine: one that is never set, and one since 1970. */
struct moment {
    uint64_t steady_ms;
    uint64_t since_1970_ms;
};

/* Nothing is known of a guest that has said nothing. */
struct guest_side guest_unknown(void);
struct guest_side guest_of(struct vmm_span line, const struct options *options);
/* Makes those numbers unknown that a line cannot have after the line before it. */
void guest_follows(struct guest_side *guest, const struct guest_side *before);
struct host_side host_of(struct vmm_span line);

/* Prints the comparison. `heard` is when the guest's line arrived, `seen` when the host's did; unknown if never. */
void sides_print(struct json *out, const struct options *options, const struct guest_side *guest, struct moment heard,
                 const struct host_side *host, struct moment seen);

#endif
