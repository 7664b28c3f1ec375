/* SPDX-License-Identifier: MIT */
/*
 * The model of a fleet: virtual machines with true counters that never wrap, what can happen to a machine, and the texts that
 * the kernel and the hypervisor would print. Nothing here is shared with the library or with the collector.
 */
#ifndef YEAR_VM_H
#define YEAR_VM_H

#include "files.h"

enum { MOST_TASKS = 10, MOST_VCPUS = 4, MOST_OF_EACH = 3, TICKS_PER_SECOND = 100, LAST_EVENTS = 10 };

/* What happens. Those up to SUSPENDED happen to the model, the others to the reading of it. */
enum event {
    RESTARTED_UNDER_NAME,
    RESTARTED_UNDER_PID,
    DIED_BETWEEN_FILES,
    BECAME_ZOMBIE,
    CPU_PLUGGED,
    CPU_UNPLUGGED,
    THREAD_BEGAN,
    THREAD_ENDED,
    THREAD_OF_SAME_NUMBER,
    THREAD_BETWEEN_SAMPLES,
    TAP_PLUGGED,
    TAP_UNPLUGGED,
    TAP_RENAMED,
    TAP_MADE_AGAIN,
    DISK_PLUGGED,
    DISK_UNPLUGGED,
    DISK_MADE_AGAIN,
    PROCESS_COUNTER_FELL,
    CGROUP_COUNTER_FELL,
    TAP_COUNTER_FELL,
    DISK_COUNTER_FELL,
    IO_COUNTER_FELL,
    CGROUP_MADE_AGAIN,
    CGROUP_MOVED,
    LIMIT_CHANGED,
    SNAPSHOT_RESTORED,
    /* In the guest. */
    GUEST_CPU_PLUGGED,
    GUEST_CPU_UNPLUGGED,
    GUEST_STEPPED_BACK,
    GUEST_CLOCK_OF_CPU_JUMPED,
    /* To all machines of the host. */
    CLOCK_SET_FORWARD,
    CLOCK_SET_BACK,
    PASS_MISSED,
    SUSPENDED,
    /* To the reading. */
    TEXT_CUT,
    TEXT_EMPTY,
    FAILED_ENOMEM,
    FAILED_EIO,
    FAILED_EMFILE,
    FAILED_ESRCH,
    FAILED_ENODEV,
    LOOK_FAILED,
    EVENTS
};
extern const char *const event_names[EVENTS];
extern uint64_t event_counts[EVENTS];

/* Counters of 32 bits that are printed in a text here, and how often each wrapped. */
enum printed_wrap {
    WRAP_READ_MS,
    WRAP_WRITE_MS,
    WRAP_IO_MS,
    WRAP_WEIGHTED_MS,
    WRAP_DISCARD_MS,
    WRAP_FLUSH_MS,
    WRAP_PERIODS,
    WRAP_THROTTLED,
    WRAP_SOFTIRQ,
    PRINTED_WRAPS
};
extern const char *const printed_wrap_names[PRINTED_WRAPS];
extern uint64_t printed_wrap_counts[PRINTED_WRAPS];
/* Adds to a counter of 32 bits, of which the true total is kept, and counts its wraps. */
void grow_32(uint64_t *total, uint64_t growth, enum printed_wrap wrap);

struct task {
    /* 0 in a place that is free. */
    uint64_t number;
    uint64_t start;
    uint64_t run_ns, delay_ns;
    uint64_t guest_ticks;
    /* -1 for a thread of the monitor. */
    int vcpu;
    const struct vm *vm;
    struct node *directory, *stat, *schedstat;
};

enum net_counter { RX_BYTES, TX_BYTES, RX_PACKETS, TX_PACKETS, RX_DROPPED, TX_DROPPED, NET_COUNTERS };
extern const char *const net_names[NET_COUNTERS];

struct vm_tap {
    bool is_there;
    char name[16];
    uint64_t ifindex;
    /* Another one for each device; and for each restart of its counters. */
    uint64_t thing, life;
    uint64_t counters[NET_COUNTERS];
    /* The smallest counter when it was read last: below it, a fall can be seen. The same below. */
    uint64_t seen;
    struct node *directory, *index_file, *files[NET_COUNTERS];
    struct vm_tap_counter {
        const struct vm_tap *tap;
        enum net_counter counter;
    } parts[NET_COUNTERS];
    struct node *held, *info;
};

enum disk_counter { READS, READ_BYTES, WRITES, WRITE_BYTES, DISK_COUNTERS };

struct disk {
    bool is_there;
    char name[16];
    unsigned minor;
    uint64_t sequence;
    uint64_t thing, life;
    uint64_t counters[DISK_COUNTERS];
    uint64_t seen;
    /* Of 32 bits; the true totals. */
    uint64_t read_ms, write_ms, io_ms, weighted_ms;
    struct node *directory, *link, *stat, *sequence_file;
    struct node *held, *info;
};

/* A row of io.stat. */
struct io_row {
    bool is_there;
    unsigned minor;
    uint64_t life;
    uint64_t counters[DISK_COUNTERS];
    uint64_t seen;
};

enum cgroup_file {
    CPU_STAT,
    MEMORY_CURRENT,
    MEMORY_PEAK,
    MEMORY_EVENTS,
    MEMORY_STAT,
    IO_STAT,
    CPU_PRESSURE,
    MEMORY_PRESSURE,
    IO_PRESSURE,
    CPU_MAX,
    MEMORY_MAX,
    CGROUP_PROCS,
    CGROUP_FILES
};

struct cgroup {
    char name[24];
    /* Another one for each new directory. */
    uint64_t life;
    /* Another one for each restart of the counters of cpu.stat, and of memory.events. */
    uint64_t cpu_life, events_life;
    uint64_t seen;
    uint64_t usage_usec, user_usec, system_usec, throttled_usec;
    /* Of 32 bits, printed with a sign; the true totals. */
    uint64_t periods, throttled;
    uint64_t oom_kills, max_events;
    uint64_t memory_bytes, peak_bytes, inactive_file_bytes;
    uint64_t some_usec[3], full_usec[3];
    struct cgroup_pressure {
        const struct cgroup *cgroup;
        unsigned which;
    } pressures[3];
    /* UINT64_MAX for `max`. */
    uint64_t quota_usec, limit_bytes;
    struct io_row io[MOST_OF_EACH];
    struct node *directory, *files[CGROUP_FILES];
    const struct vm *vm;
};

enum monitor { FIRECRACKER, CLOUD_HYPERVISOR, QEMU, QEMU_WITHOUT_NAMES, JAILED, MONITORS };

/* Firecracker's lines: those that the collector has not read yet. */
struct journal {
    uint64_t start;
    size_t length;
    char bytes[8192];
    unsigned lines;
    /* Of a line: the time in it, and how far the wall clock was before the monotonic clock then. */
    struct line_time {
        uint64_t ms;
        int64_t ahead_ns;
    } first, last;
};

/* An event of a machine's past. */
struct past {
    int64_t time_ns;
    enum event event;
};

struct vm {
    unsigned number;
    char name[24];
    bool is_there;
    bool is_zombie;
    /* Not found yet. */
    bool is_new;
    /* What happens to it in this pass; EVENTS for nothing. */
    enum event event;
    /* Its files are gone; it ends after the sample that is taken now. */
    bool is_dying;
    /* Another one for each process; and that of the process that the collector found last. */
    uint64_t life, found_life;
    uint64_t pid;
    uint64_t start;
    enum monitor monitor;
    bool has_network_of_its_own;
    bool has_descriptors_of_vcpus;
    /* Files of its hypervisor that the caller names. */
    bool is_wanted;
    bool has_cgroup;

    /* Nanoseconds of all threads, those that ended included; and what the kernel makes ticks of. */
    uint64_t user_ns, system_ns, guest_ns;
    /* Another one for each restart of its counters. */
    uint64_t counter_life;
    uint64_t seen;
    uint64_t minflt, majflt;
    uint64_t io[7];
    uint64_t resident_pages, size_bytes, hugetlb_bytes;
    struct task tasks[MOST_TASKS];
    struct vm_tap taps[MOST_OF_EACH];
    struct disk disks[MOST_OF_EACH];
    struct cgroup cgroup;
    uint64_t balloon_pages, available_bytes;
    struct journal journal;
    char paths[3][48];

    struct node *directory, *stat, *statm, *status, *io_file, *membership, *command, *net_dev, *name_space;
    struct node *task_list, *held, *infos;
    struct node *run, *balloon_file, *config_file, *metrics_file;

    struct past past[LAST_EVENTS];
    uint64_t past_count;
};

/* The wall clock, in nanoseconds since 1970; and the monotonic clock, which the collector is told. */
extern int64_t wall_ns, clock_ns;

void fleet_begin(void);
/* The mounts that paths of cgroups are found in. */
extern struct node *mounts_file;

/* Starts a machine in a place that is free. */
void vm_start(struct vm *vm, uint64_t pid);
/* Ends it: its process, its TAPs, and its cgroup. vm_remove_files() is the part that others see. */
void vm_end(struct vm *vm);
void vm_remove_files(struct vm *vm);
/* Time goes on, in which it runs. */
void vm_run(struct vm *vm, int64_t elapsed_ns);
/* Lets something happen to the model of it. Gives false where that cannot happen to this machine. */
bool vm_event(struct vm *vm, enum event event);
void vm_note(struct vm *vm, enum event event);

unsigned vm_vcpus(const struct vm *vm);
unsigned vm_tasks(const struct vm *vm);
uint64_t new_life(void);

/* The ticks of a time, as the kernel prints them. */
uint64_t ticks_of(uint64_t ns);

#endif
