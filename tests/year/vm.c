/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "vm.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *const event_names[EVENTS] = {
    [RESTARTED_UNDER_NAME] = "a machine restarted under its name",
    [RESTARTED_UNDER_PID] = "a process restarted under its number",
    [DIED_BETWEEN_FILES] = "a machine died between two files of a pass",
    [BECAME_ZOMBIE] = "a process ended and was not waited for",
    [CPU_PLUGGED] = "a virtual CPU was plugged",
    [CPU_UNPLUGGED] = "a virtual CPU was unplugged",
    [THREAD_BEGAN] = "a thread began",
    [THREAD_ENDED] = "a thread ended",
    [THREAD_OF_SAME_NUMBER] = "a thread ended, and another got its number",
    [THREAD_BETWEEN_SAMPLES] = "a thread began and ended between two samples",
    [TAP_PLUGGED] = "a TAP was plugged",
    [TAP_UNPLUGGED] = "a TAP was unplugged",
    [TAP_RENAMED] = "a TAP was renamed",
    [TAP_MADE_AGAIN] = "a TAP was made again under its name",
    [DISK_PLUGGED] = "a disk was plugged",
    [DISK_UNPLUGGED] = "a disk was unplugged",
    [DISK_MADE_AGAIN] = "a disk was made again under its name and number",
    [PROCESS_COUNTER_FELL] = "a counter of a process fell",
    [CGROUP_COUNTER_FELL] = "a counter of a cgroup fell",
    [TAP_COUNTER_FELL] = "a counter of a TAP fell",
    [DISK_COUNTER_FELL] = "a counter of a disk fell",
    [IO_COUNTER_FELL] = "a counter in io.stat fell",
    [CGROUP_MADE_AGAIN] = "a cgroup was removed and made again",
    [CGROUP_MOVED] = "a process moved to another cgroup",
    [LIMIT_CHANGED] = "a limit of a cgroup was changed",
    [SNAPSHOT_RESTORED] = "a snapshot was restored",
    [GUEST_CPU_PLUGGED] = "guest: a CPU was plugged",
    [GUEST_CPU_UNPLUGGED] = "guest: a CPU was unplugged",
    [GUEST_STEPPED_BACK] = "guest: idle or iowait stepped back",
    [GUEST_CLOCK_OF_CPU_JUMPED] = "guest: the idle time of a CPU jumped",
    [CLOCK_SET_FORWARD] = "the wall clock was set forward",
    [CLOCK_SET_BACK] = "the wall clock was set back",
    [PASS_MISSED] = "passes were missed",
    [SUSPENDED] = "the host was suspended",
    [TEXT_CUT] = "a text was cut inside a line",
    [TEXT_EMPTY] = "a text was empty",
    [FAILED_ENOMEM] = "ENOMEM",
    [FAILED_EIO] = "EIO",
    [FAILED_EMFILE] = "EMFILE",
    [FAILED_ESRCH] = "ESRCH",
    [FAILED_ENODEV] = "ENODEV",
    [LOOK_FAILED] = "an error while a machine was found",
};
uint64_t event_counts[EVENTS];

const char *const printed_wrap_names[PRINTED_WRAPS] = {
    [WRAP_READ_MS] = "disk.read_ms",       [WRAP_WRITE_MS] = "disk.write_ms",
    [WRAP_IO_MS] = "disk.io_ms",           [WRAP_WEIGHTED_MS] = "disk.weighted_io_ms",
    [WRAP_DISCARD_MS] = "disk.discard_ms", [WRAP_FLUSH_MS] = "disk.flush_ms",
    [WRAP_PERIODS] = "cgroup.nr_periods",  [WRAP_THROTTLED] = "cgroup.nr_throttled",
    [WRAP_SOFTIRQ] = "stat.softirq_*",
};
uint64_t printed_wrap_counts[PRINTED_WRAPS];

const char *const net_names[NET_COUNTERS] = {"rx_bytes",   "tx_bytes",   "rx_packets",
                                             "tx_packets", "rx_dropped", "tx_dropped"};

int64_t wall_ns, clock_ns;

static const struct {
    const char *comm;
    const char *vcpu;
    const char *after;
} monitors[MONITORS] = {
    [FIRECRACKER] = {"firecracker", "fc_vcpu ", ""}, [CLOUD_HYPERVISOR] = {"cloud-hyperviso", "vcpu", ""},
    [QEMU] = {"qemu-system-x86", "CPU ", "/KVM"},    [QEMU_WITHOUT_NAMES] = {"qemu-system-x86", NULL, NULL},
    [JAILED] = {"my-sandbox", "fc_vcpu ", ""},
};

static struct node *proc, *net_directory, *block_directory, *numbers_directory, *cgroup_directory, *run_directory;
static struct node *own_network;
struct node *mounts_file;
static unsigned next_minor, next_ifindex = 10;
static uint64_t last_life, last_tid = 5000000;

uint64_t new_life(void)
{
    return ++last_life;
}

uint64_t ticks_of(uint64_t ns)
{
    return ns / (1000000000 / TICKS_PER_SECOND);
}

void grow_32(uint64_t *total, uint64_t growth, enum printed_wrap wrap)
{
    printed_wrap_counts[wrap] += (*total >> 32) != ((*total + growth) >> 32);
    *total += growth;
}

/* A machine may be up for long already: counters of 32 bits begin anywhere, and often just below the wrap. */
static uint64_t beginning_32(void)
{
    return one_of(2)   ? random_below(1 << 20)
           : one_of(2) ? UINT32_MAX - random_below(1 << 24)
                       : random_below(UINT32_MAX);
}

static uint64_t beginning_64(void)
{
    return one_of(3) ? 1 + random_below(1000) : 1 + random_below((uint64_t)1 << 44);
}

/* ---- What the kernel prints ---- */

static void print_stat_line(struct text *text, uint64_t number, const char *comm, char state, uint64_t threads,
                            uint64_t start, const uint64_t counters[5], const struct vm *vm)
{
    char name[32] = {' ', '(', 0}, letter[8] = {')', ' ', state, 0};

    put_number(text, number);
    strcat(name, comm);
    put(text, name);
    put(text, letter);
    put(text, " 1 1 1 0 -1 4194560 ");
    put_number(text, counters[0]);
    put(text, " 0 ");
    put_number(text, counters[1]);
    put(text, " 0 ");
    put_number(text, counters[2]);
    put(text, " ");
    put_number(text, counters[3]);
    put(text, " 0 0 20 0 ");
    put_number(text, threads);
    put(text, " 0 ");
    put_number(text, start);
    put(text, " ");
    put_number(text, vm->size_bytes);
    put(text, " ");
    put_number(text, vm->resident_pages);
    put(text, " 18446744073709551615 1 1 0 0 0 0 0 0 0 0 0 0 17 0 0 0 0 ");
    put_number(text, counters[4]);
    put(text, " 0 0 0 0 0 0 0 0 0\n");
}

static void print_stat(struct text *text, const void *thing)
{
    const struct vm *vm = thing;
    const uint64_t counters[5] = {vm->minflt, vm->majflt, ticks_of(vm->user_ns), ticks_of(vm->system_ns),
                                  ticks_of(vm->guest_ns)};

    print_stat_line(text, vm->pid, monitors[vm->monitor].comm, vm->is_zombie ? 'Z' : 'S',
                    vm->is_zombie ? 1 : vm_tasks(vm), vm->start, counters, vm);
}

static void print_statm(struct text *text, const void *thing)
{
    const struct vm *vm = thing;

    put_number(text, vm->size_bytes / 4096);
    put(text, " ");
    put_number(text, vm->resident_pages);
    put(text, " 100 10 0 200 0\n");
}

static void print_status(struct text *text, const void *thing)
{
    const struct vm *vm = thing;

    put(text, "Name:\tx\nUmask:\t0022\nState:\t");
    put(text, vm->is_zombie ? "Z (zombie)\nPid:\t" : "S (sleeping)\nPid:\t");
    put_number(text, vm->pid);
    put(text, "\nVmRSS:\t");
    put_number(text, vm->resident_pages * 4);
    put(text, " kB\nHugetlbPages:\t");
    put_number(text, vm->hugetlb_bytes / 1024);
    put(text, " kB\nThreads:\t");
    put_number(text, vm->is_zombie ? 1 : vm_tasks(vm));
    put(text, "\n");
}

static void print_io(struct text *text, const void *thing)
{
    static const char *const names[7] = {
        "rchar: ", "wchar: ", "syscr: ", "syscw: ", "read_bytes: ", "write_bytes: ", "cancelled_write_bytes: "};
    const struct vm *vm = thing;

    for (int i = 0; i < 7; i++)
        put_line(text, names[i], vm->io[i]);
}

static void print_membership(struct text *text, const void *thing)
{
    const struct vm *vm = thing;

    put(text, "0::/");
    put(text, vm->has_cgroup ? "vm/" : "");
    put(text, vm->has_cgroup ? vm->cgroup.name : "");
    put(text, "\n");
}

static void print_command(struct text *text, const void *thing)
{
    static const char option[] = "x\0--id";

    memcpy(text->bytes, option, sizeof option);
    text->length = sizeof option;
    put(text, ((const struct vm *)thing)->name);
    text->bytes[text->length++] = '\0';
}

static void print_task_stat(struct text *text, const void *thing)
{
    const struct task *task = thing;
    const char *vcpu = monitors[task->vm->monitor].vcpu;
    const uint64_t counters[5] = {0, 0, ticks_of(task->run_ns), 0, task->guest_ticks};
    char name[32];

    if (task->vcpu >= 0 && vcpu != NULL)
        snprintf(name, sizeof name, "%s%d%s", vcpu, task->vcpu, monitors[task->vm->monitor].after);
    else
        snprintf(name, sizeof name, "%s", monitors[task->vm->monitor].comm);
    print_stat_line(text, task->number, name, 'S', vm_tasks(task->vm), task->start, counters, task->vm);
}

static void print_schedstat(struct text *text, const void *thing)
{
    const struct task *task = thing;

    put_number(text, task->run_ns);
    put(text, " ");
    put_number(text, task->delay_ns);
    put(text, " 77\n");
}

static void print_net_dev(struct text *text, const void *thing)
{
    const struct vm *vm = thing;

    put(text, "Inter-|   Receive                                                |  Transmit\n"
              " face |bytes    packets errs drop fifo frame compressed multicast|"
              "bytes    packets errs drop fifo colls carrier compressed\n"
              "    lo:       0       0    0    0    0     0          0         0        0       0    0    0    0     0"
              "       0          0\n");
    for (int i = 0; i < MOST_OF_EACH; i++) {
        const struct vm_tap *tap = &vm->taps[i];

        if (!tap->is_there)
            continue;
        put(text, "  ");
        put(text, tap->name);
        put(text, ": ");
        put_number(text, tap->counters[RX_BYTES]);
        put(text, " ");
        put_number(text, tap->counters[RX_PACKETS]);
        put(text, " 0 ");
        put_number(text, tap->counters[RX_DROPPED]);
        put(text, " 0 0 0 0 ");
        put_number(text, tap->counters[TX_BYTES]);
        put(text, " ");
        put_number(text, tap->counters[TX_PACKETS]);
        put(text, " 0 ");
        put_number(text, tap->counters[TX_DROPPED]);
        put(text, " 0 0 0 0\n");
    }
}

static void print_net_counter(struct text *text, const void *thing)
{
    const struct vm_tap_counter *part = thing;

    put_line(text, "", part->tap->counters[part->counter]);
}

static void print_number(struct text *text, const void *thing)
{
    put_line(text, "", *(const uint64_t *)thing);
}

static void print_disk_stat(struct text *text, const void *thing)
{
    const struct disk *disk = thing;
    const uint64_t columns[17] = {disk->counters[READS],
                                  0,
                                  disk->counters[READ_BYTES] / 512,
                                  (uint32_t)disk->read_ms,
                                  disk->counters[WRITES],
                                  0,
                                  disk->counters[WRITE_BYTES] / 512,
                                  (uint32_t)disk->write_ms,
                                  1,
                                  (uint32_t)disk->io_ms,
                                  (uint32_t)disk->weighted_ms};

    for (int i = 0; i < 17; i++) {
        put(text, i == 0 ? "  " : " ");
        put_number(text, columns[i]);
    }
    put(text, "\n");
}

static void print_words(struct text *text, const void *thing)
{
    put(text, thing);
}

static void print_tap_info(struct text *text, const void *thing)
{
    put(text, "pos:\t0\nflags:\t02004002\nmnt_id:\t25\niff:\t");
    put(text, ((const struct vm_tap *)thing)->name);
    put(text, "\n");
}

static void print_disk_link(struct text *text, const void *thing)
{
    put(text, "/dev/");
    put(text, ((const struct disk *)thing)->name);
}

static void print_disk_number(struct text *text, const void *thing)
{
    put(text, "254:");
    put_line(text, "", ((const struct disk *)thing)->minor);
}

static void print_disk_place(struct text *text, const void *thing)
{
    put(text, "../../class/block/");
    put(text, ((const struct disk *)thing)->name);
}

/* ---- The cgroup ---- */

/* The kernel prints an int. */
static void put_int(struct text *text, const char *words, uint64_t total)
{
    int32_t number = (int32_t)(uint32_t)total;

    put(text, words);
    put(text, number < 0 ? "-" : "");
    put_line(text, "", (uint64_t)(number < 0 ? -(int64_t)number : number));
}

static void print_cpu_stat(struct text *text, const void *thing)
{
    const struct cgroup *cgroup = thing;

    put_line(text, "usage_usec ", cgroup->usage_usec);
    put_line(text, "user_usec ", cgroup->user_usec);
    put_line(text, "system_usec ", cgroup->system_usec);
    put_int(text, "nr_periods ", cgroup->periods);
    put_int(text, "nr_throttled ", cgroup->throttled);
    put_line(text, "throttled_usec ", cgroup->throttled_usec);
    put(text, "nr_bursts 0\nburst_usec 0\n");
}

static void print_events(struct text *text, const void *thing)
{
    const struct cgroup *cgroup = thing;

    put(text, "low 0\nhigh 0\n");
    put_line(text, "max ", cgroup->max_events);
    put(text, "oom 0\n");
    put_line(text, "oom_kill ", cgroup->oom_kills);
    put(text, "oom_group_kill 0\n");
}

static void print_memory_stat(struct text *text, const void *thing)
{
    put(text, "anon 4096\nfile 8192\nkernel 0\ninactive_anon 0\nactive_anon 0\n");
    put_line(text, "inactive_file ", ((const struct cgroup *)thing)->inactive_file_bytes);
    put(text, "active_file 0\n");
}

static void print_io_stat(struct text *text, const void *thing)
{
    static const char *const names[DISK_COUNTERS] = {" rios=", " rbytes=", " wios=", " wbytes="};
    static const enum disk_counter order[DISK_COUNTERS] = {READ_BYTES, WRITE_BYTES, READS, WRITES};
    const struct cgroup *cgroup = thing;

    for (int i = 0; i < MOST_OF_EACH; i++) {
        const struct io_row *row = &cgroup->io[i];

        if (!row->is_there)
            continue;
        put(text, "8:");
        put_number(text, row->minor);
        for (int k = 0; k < DISK_COUNTERS; k++) {
            put(text, names[order[k]]);
            put_number(text, row->counters[order[k]]);
        }
        put(text, " dbytes=0 dios=0\n");
    }
}

static void print_pressure(struct text *text, const void *thing)
{
    const struct cgroup_pressure *pressure = thing;

    put_line(text, "some avg10=0.10 avg60=0.20 avg300=1.30 total=", pressure->cgroup->some_usec[pressure->which]);
    put_line(text, "full avg10=0.00 avg60=0.00 avg300=0.00 total=", pressure->cgroup->full_usec[pressure->which]);
}

static void put_limit(struct text *text, uint64_t limit)
{
    if (limit == UINT64_MAX)
        put(text, "max");
    else
        put_number(text, limit);
}

static void print_cpu_max(struct text *text, const void *thing)
{
    put_limit(text, ((const struct cgroup *)thing)->quota_usec);
    put(text, " 100000\n");
}

static void print_memory_max(struct text *text, const void *thing)
{
    put_limit(text, ((const struct cgroup *)thing)->limit_bytes);
    put(text, "\n");
}

static void print_procs(struct text *text, const void *thing)
{
    put_line(text, "", ((const struct cgroup *)thing)->vm->pid);
}

static void cgroup_make(struct vm *vm)
{
    static const struct {
        const char *name;
        void (*print)(struct text *, const void *);
    } kinds[CGROUP_FILES] = {
        [CPU_STAT] = {"cpu.stat", print_cpu_stat},          [MEMORY_CURRENT] = {"memory.current", print_number},
        [MEMORY_PEAK] = {"memory.peak", print_number},      [MEMORY_EVENTS] = {"memory.events", print_events},
        [MEMORY_STAT] = {"memory.stat", print_memory_stat}, [IO_STAT] = {"io.stat", print_io_stat},
        [CPU_PRESSURE] = {"cpu.pressure", print_pressure},  [MEMORY_PRESSURE] = {"memory.pressure", print_pressure},
        [IO_PRESSURE] = {"io.pressure", print_pressure},    [CPU_MAX] = {"cpu.max", print_cpu_max},
        [MEMORY_MAX] = {"memory.max", print_memory_max},    [CGROUP_PROCS] = {"cgroup.procs", print_procs},
    };
    struct cgroup *cgroup = &vm->cgroup;
    uint64_t quota = cgroup->quota_usec, limit = cgroup->limit_bytes;
    char name[sizeof cgroup->name];

    memcpy(name, cgroup->name, sizeof name);
    *cgroup = (struct cgroup){.vm = vm, .life = new_life(), .cpu_life = new_life(), .events_life = new_life()};
    memcpy(cgroup->name, name, sizeof name);
    cgroup->quota_usec = quota;
    cgroup->limit_bytes = limit;
    cgroup->periods = beginning_32();
    cgroup->throttled = beginning_32();
    cgroup->usage_usec = beginning_64();
    cgroup->max_events = 1;
    cgroup->memory_bytes = 1 << 24;
    cgroup->directory = files_add(cgroup_directory, name, IS_DIRECTORY);
    files_add_file(cgroup->directory, "cgroup.events", print_words, "populated 1\nfrozen 0\n");
    files_add_file(cgroup->directory, "cgroup.type", print_words, "domain\n");
    for (int i = 0; i < CGROUP_FILES; i++) {
        const void *thing = cgroup;

        if (i == MEMORY_CURRENT || i == MEMORY_PEAK)
            thing = i == MEMORY_CURRENT ? &cgroup->memory_bytes : &cgroup->peak_bytes;
        if (i >= CPU_PRESSURE && i <= IO_PRESSURE) {
            cgroup->pressures[i - CPU_PRESSURE] = (struct cgroup_pressure){cgroup, (unsigned)(i - CPU_PRESSURE)};
            thing = &cgroup->pressures[i - CPU_PRESSURE];
        }
        cgroup->files[i] = files_add_file(cgroup->directory, kinds[i].name, kinds[i].print, thing);
    }
    for (int i = 0; i < MOST_OF_EACH; i++)
        cgroup->io[i] = (struct io_row){
            .is_there = i == 0, .minor = (unsigned)i * 16, .life = new_life(), .counters = {1, 4096, 1, 4096}};
}

/* ---- Threads ---- */

unsigned vm_tasks(const struct vm *vm)
{
    unsigned count = 0;

    for (int i = 0; i < MOST_TASKS; i++)
        count += vm->tasks[i].number != 0;
    return count;
}

unsigned vm_vcpus(const struct vm *vm)
{
    unsigned count = 0;

    for (int i = 0; i < MOST_TASKS; i++)
        count += vm->tasks[i].number != 0 && vm->tasks[i].vcpu >= 0;
    return count;
}

static void hold(struct vm *vm, const char *name, void (*print)(struct text *, const void *), const void *thing)
{
    files_add_file(vm->held, name, print, thing)->kind = IS_LINK;
}

static const char vcpu_links[MOST_VCPUS][32] = {"anon_inode:kvm-vcpu:0", "anon_inode:kvm-vcpu:1",
                                                "anon_inode:kvm-vcpu:2", "anon_inode:kvm-vcpu:3"};

static void task_start(struct vm *vm, struct task *task, uint64_t number, int vcpu)
{
    char name[24];

    /* A thread that began has run. */
    *task = (struct task){.number = number,
                          .start = ticks_of((uint64_t)clock_ns) + new_life(),
                          .run_ns = 1,
                          .vcpu = vcpu,
                          .guest_ticks = vcpu >= 0,
                          .vm = vm};
    snprintf(name, sizeof name, "%llu", (unsigned long long)number);
    task->directory = files_add(vm->task_list, name, IS_DIRECTORY);
    task->stat = files_add_file(task->directory, "stat", print_task_stat, task);
    task->schedstat = files_add_file(task->directory, "schedstat", print_schedstat, task);
    if (vcpu >= 0 && vm->has_descriptors_of_vcpus) {
        snprintf(name, sizeof name, "%d", 10 + vcpu);
        hold(vm, name, print_words, vcpu_links[vcpu]);
    }
}

static void task_end(struct vm *vm, struct task *task)
{
    char name[24];

    files_remove(task->directory, ESRCH);
    if (task->vcpu >= 0 && vm->has_descriptors_of_vcpus) {
        snprintf(name, sizeof name, "%d", 10 + task->vcpu);
        for (struct node *node = vm->held->first; node != NULL; node = node->next) {
            if (strcmp(node->name, name) == 0) {
                files_remove(node, ENOENT);
                break;
            }
        }
    }
    task->number = 0;
}

static struct task *free_task(struct vm *vm)
{
    for (int i = 0; i < MOST_TASKS; i++) {
        if (vm->tasks[i].number == 0)
            return &vm->tasks[i];
    }
    return NULL;
}

/* The last virtual CPU, or the last thread of the monitor but the first. */
static struct task *last_task(struct vm *vm, bool is_vcpu)
{
    struct task *found = NULL;

    for (int i = 1; i < MOST_TASKS; i++) {
        struct task *task = &vm->tasks[i];

        if (task->number != 0 && (task->vcpu >= 0) == is_vcpu &&
            (found == NULL || !is_vcpu || task->vcpu > found->vcpu))
            found = task;
    }
    return found;
}

/* ---- TAPs and disks ---- */

static void tap_add_files(struct vm *vm, struct vm_tap *tap)
{
    struct node *statistics;

    if (vm->has_network_of_its_own)
        return;
    tap->directory = files_add(net_directory, tap->name, IS_DIRECTORY);
    tap->index_file = files_add_file(tap->directory, "ifindex", print_number, &tap->ifindex);
    statistics = files_add(tap->directory, "statistics", IS_DIRECTORY);
    for (int i = 0; i < NET_COUNTERS; i++) {
        tap->parts[i] = (struct vm_tap_counter){tap, (enum net_counter)i};
        tap->files[i] = files_add_file(statistics, net_names[i], print_net_counter, &tap->parts[i]);
    }
}

static void tap_hold(struct vm *vm, struct vm_tap *tap)
{
    char number[8];

    snprintf(number, sizeof number, "%d", (int)(20 + (tap - vm->taps)));
    tap->held = files_add_file(vm->held, number, print_words, "/dev/net/tun");
    tap->held->kind = IS_LINK;
    tap->info = files_add_file(vm->infos, number, print_tap_info, tap);
}

static void tap_start(struct vm *vm, struct vm_tap *tap)
{
    *tap = (struct vm_tap){.is_there = true, .ifindex = next_ifindex++, .thing = new_life(), .life = new_life()};
    snprintf(tap->name, sizeof tap->name, "tap%u-%d", vm->number, (int)(tap - vm->taps));
    tap_add_files(vm, tap);
    tap_hold(vm, tap);
}

static void tap_end(struct vm_tap *tap)
{
    if (tap->directory != NULL)
        files_remove(tap->directory, ENODEV);
    files_remove(tap->held, ENOENT);
    files_remove(tap->info, ENOENT);
    tap->is_there = false;
}

static void disk_start(struct vm *vm, struct disk *disk, unsigned minor)
{
    char number[24];

    *disk = (struct disk){
        .is_there = true, .minor = minor, .sequence = new_life(), .thing = new_life(), .life = new_life()};
    snprintf(disk->name, sizeof disk->name, "vd%u", minor);
    disk->directory = files_add(block_directory, disk->name, IS_DIRECTORY);
    disk->stat = files_add_file(disk->directory, "stat", print_disk_stat, disk);
    disk->sequence_file = files_add_file(disk->directory, "diskseq", print_number, &disk->sequence);
    files_add_file(disk->directory, "dev", print_disk_number, disk);
    snprintf(number, sizeof number, "254:%u", minor);
    disk->link = files_add_file(numbers_directory, number, print_disk_place, disk);
    disk->link->leads_to = disk->directory;
    snprintf(number, sizeof number, "%d", (int)(30 + (disk - vm->disks)));
    disk->held = files_add_file(vm->held, number, print_disk_link, disk);
    disk->held->kind = IS_BLOCK_DEVICE;
    disk->held->major = 254;
    disk->held->minor = minor;
    disk->info = files_add_file(vm->infos, number, print_words, "pos:\t0\nflags:\t0100002\n");
}

/* Others have used it for long. */
static void disk_start_used(struct vm *vm, struct disk *disk)
{
    disk_start(vm, disk, next_minor++);
    for (int i = 0; i < DISK_COUNTERS; i++)
        disk->counters[i] = 512 * beginning_64();
    disk->read_ms = beginning_32();
    disk->write_ms = beginning_32();
    disk->io_ms = beginning_32();
    disk->weighted_ms = beginning_32();
}

static void disk_end(struct disk *disk)
{
    files_remove(disk->link, ENODEV);
    files_remove(disk->directory, ENODEV);
    files_remove(disk->held, ENOENT);
    files_remove(disk->info, ENOENT);
    disk->is_there = false;
}

/* ---- What the hypervisor writes ---- */

static void print_balloon(struct text *text, const void *thing)
{
    const struct vm *vm = thing;

    put(text, "{\"target_pages\":");
    put_number(text, vm->balloon_pages);
    put(text, ",\"actual_pages\":");
    put_number(text, vm->balloon_pages);
    put(text, ",\"available_memory\":");
    put_number(text, vm->available_bytes);
    put(text, "}");
}

static void print_config(struct text *text, const void *thing)
{
    put(text, "{\"vcpu_count\":");
    put_number(text, vm_vcpus(thing));
    put(text, ",\"mem_size_mib\":512}\n");
}

static void print_journal(struct text *text, const void *thing)
{
    const struct journal *journal = &((const struct vm *)thing)->journal;

    memcpy(text->bytes, journal->bytes, journal->length);
    text->length = journal->length;
}

/* ---- Life ---- */

void fleet_begin(void)
{
    struct node *sys, *first, *name_spaces;

    proc = files_add(files.root, "proc", IS_DIRECTORY);
    sys = files_add(files.root, "sys", IS_DIRECTORY);
    run_directory = files_add(files.root, "run", IS_DIRECTORY);
    files_add_file(proc, "devices", print_words,
                   "Character devices:\n  1 mem\n\nBlock devices:\n  8 sd\n254 virtblk\n");
    first = files_add(proc, "1", IS_DIRECTORY);
    mounts_file =
        files_add_file(first, "mountinfo", print_words, "33 32 0:25 / /sys/fs/cgroup rw,relatime - cgroup2 c rw\n");
    files_add_file(
        first, "stat", print_words,
        "1 (init) S 0 1 1 0 -1 0 0 0 0 0 1 1 0 0 20 0 1 0 5 0 10 18446744073709551615 1 1 0 0 0 0 0 0 0 0 0 0 17 0 0 "
        "0 0 0 0 0 0 0 0 0 0 0 0\n");
    name_spaces = files_add(first, "ns", IS_DIRECTORY);
    own_network = files_add_file(name_spaces, "net", print_words, "");
    net_directory = files_add(files_add(sys, "class", IS_DIRECTORY), "net", IS_DIRECTORY);
    block_directory = files_add(net_directory->parent, "block", IS_DIRECTORY);
    numbers_directory = files_add(files_add(sys, "dev", IS_DIRECTORY), "block", IS_DIRECTORY);
    cgroup_directory = files_add(files_add(sys, "fs", IS_DIRECTORY), "cgroup", IS_DIRECTORY);
    files_add_file(cgroup_directory, "cgroup.controllers", print_words, "cpu io memory\n");
    cgroup_directory = files_add(cgroup_directory, "vm", IS_DIRECTORY);
    files_add_file(cgroup_directory, "cgroup.events", print_words, "populated 1\nfrozen 0\n");
}

static void choose_kind(struct vm *vm)
{
    vm->monitor = (enum monitor)random_below(MONITORS);
    vm->has_network_of_its_own = one_of(3);
    vm->has_descriptors_of_vcpus = vm->monitor == JAILED || one_of(2);
    /* The file of the metrics stays open, and there can be no more such machines than free descriptors. */
    vm->is_wanted = vm->monitor != JAILED && one_of(2) && !files.has_few;
    vm->has_cgroup = !one_of(8);
    snprintf(vm->name, sizeof vm->name, "m%u", vm->number);
    snprintf(vm->cgroup.name, sizeof vm->cgroup.name, "m%u", vm->number);
    vm->cgroup.quota_usec = one_of(2) ? UINT64_MAX : 200000;
    vm->cgroup.limit_bytes = one_of(2) ? UINT64_MAX : (uint64_t)1 << 30;
}

static void start_process(struct vm *vm)
{
    char name[24];

    snprintf(name, sizeof name, "%llu", (unsigned long long)vm->pid);
    vm->directory = files_add(proc, name, IS_DIRECTORY);
    vm->stat = files_add_file(vm->directory, "stat", print_stat, vm);
    vm->statm = files_add_file(vm->directory, "statm", print_statm, vm);
    vm->status = files_add_file(vm->directory, "status", print_status, vm);
    vm->io_file = files_add_file(vm->directory, "io", print_io, vm);
    vm->membership = files_add_file(vm->directory, "cgroup", print_membership, vm);
    vm->command = files_add_file(vm->directory, "cmdline", print_command, vm);
    vm->name_space = files_add_file(files_add(vm->directory, "ns", IS_DIRECTORY), "net", print_words, "");
    if (!vm->has_network_of_its_own)
        vm->name_space->inode = own_network->inode;
    vm->net_dev = files_add_file(files_add(vm->directory, "net", IS_DIRECTORY), "dev", print_net_dev, vm);
    vm->task_list = files_add(vm->directory, "task", IS_DIRECTORY);
    vm->held = files_add(vm->directory, "fd", IS_DIRECTORY);
    vm->infos = files_add(vm->directory, "fdinfo", IS_DIRECTORY);
    hold(vm, "0", print_words, "/dev/null");
    hold(vm, "3", print_words, "anon_inode:kvm-vm");
}

void vm_start(struct vm *vm, uint64_t pid)
{
    int vcpus;

    choose_kind(vm);
    vm->is_there = vm->is_new = true;
    vm->is_zombie = false;
    vm->life = new_life();
    vm->counter_life = new_life();
    vm->seen = 0;
    vm->pid = pid;
    vm->start = ticks_of((uint64_t)clock_ns) + new_life();
    vm->user_ns = vm->system_ns = vm->guest_ns = 0;
    vm->minflt = vm->majflt = 0;
    memset(vm->io, 0, sizeof vm->io);
    vm->resident_pages = 1000 + random_below(100000);
    vm->size_bytes = (uint64_t)4 << 30;
    vm->hugetlb_bytes = one_of(4) ? (uint64_t)2 << 20 : 0;
    start_process(vm);
    memset(vm->tasks, 0, sizeof vm->tasks);
    task_start(vm, &vm->tasks[0], pid, -1);
    for (uint64_t i = 0, count = random_below(3); i < count; i++)
        task_start(vm, free_task(vm), last_tid++, -1);
    vcpus = 1 + (int)random_below(MOST_VCPUS - 1);
    for (int i = 0; i < vcpus; i++)
        task_start(vm, free_task(vm), last_tid++, i);
    memset(vm->taps, 0, sizeof vm->taps);
    for (uint64_t i = 0, count = random_below(MOST_OF_EACH); i < count; i++)
        tap_start(vm, &vm->taps[i]);
    memset(vm->disks, 0, sizeof vm->disks);
    for (uint64_t i = 0, count = random_below(MOST_OF_EACH); i < count; i++)
        disk_start_used(vm, &vm->disks[i]);
    if (vm->has_cgroup)
        cgroup_make(vm);
    vm->journal = (struct journal){.start = 0};
    vm->run = files_add(run_directory, vm->name, IS_DIRECTORY);
    vm->balloon_file = files_add_file(vm->run, "balloon", print_balloon, vm);
    vm->config_file = files_add_file(vm->run, "config", print_config, vm);
    vm->metrics_file = files_add_file(vm->run, "metrics", print_journal, vm);
    vm->metrics_file->start = &vm->journal.start;
    snprintf(vm->paths[0], sizeof vm->paths[0], FILES_ROOT "/run/%s/balloon", vm->name);
    snprintf(vm->paths[1], sizeof vm->paths[1], FILES_ROOT "/run/%s/config", vm->name);
    snprintf(vm->paths[2], sizeof vm->paths[2], FILES_ROOT "/run/%s/metrics", vm->name);
}

void vm_remove_files(struct vm *vm)
{
    for (int i = 0; i < MOST_OF_EACH; i++) {
        if (vm->taps[i].is_there && vm->taps[i].directory != NULL)
            files_remove(vm->taps[i].directory, ENODEV);
        if (vm->disks[i].is_there) {
            files_remove(vm->disks[i].link, ENODEV);
            files_remove(vm->disks[i].directory, ENODEV);
        }
    }
    files_remove(vm->directory, ESRCH);
    if (vm->has_cgroup)
        files_remove(vm->cgroup.directory, ENODEV);
    files_remove(vm->run, ENOENT);
    vm->is_dying = true;
}

void vm_end(struct vm *vm)
{
    if (!vm->is_dying)
        vm_remove_files(vm);
    vm->is_there = vm->is_dying = false;
}

static void run_tasks(struct vm *vm, uint64_t ns)
{
    for (int i = 0; i < MOST_TASKS; i++) {
        struct task *task = &vm->tasks[i];
        uint64_t run = task->number == 0 || one_of(4) ? 0 : random_below(ns + 1) / (task->vcpu < 0 ? 16 : 1);

        task->run_ns += run;
        task->delay_ns += run == 0 ? 0 : random_below(ns - run + 1) / 8;
        vm->user_ns += run - run / 8;
        vm->system_ns += run / 8;
        if (task->number != 0 && task->vcpu >= 0) {
            vm->guest_ns += run / 2;
            task->guest_ticks += ticks_of(run / 2);
        }
    }
}

static void run_cgroup(struct cgroup *cgroup, uint64_t ns)
{
    uint64_t usec = ns / 1000, periods = random_below(ns / 100000000 + 1);

    cgroup->user_usec += usec / 4;
    cgroup->system_usec += usec / 8;
    cgroup->usage_usec += usec / 4 + usec / 8;
    grow_32(&cgroup->periods, periods, WRAP_PERIODS);
    grow_32(&cgroup->throttled, periods / 3, WRAP_THROTTLED);
    cgroup->throttled_usec += periods * 1000;
    cgroup->max_events += random_below(3);
    cgroup->oom_kills += one_of(10);
    cgroup->memory_bytes = random_below((uint64_t)1 << 30);
    if (cgroup->memory_bytes > cgroup->peak_bytes)
        cgroup->peak_bytes = cgroup->memory_bytes;
    cgroup->inactive_file_bytes = random_below(cgroup->memory_bytes + 1);
    for (int i = 0; i < 3; i++) {
        uint64_t stalled = random_below(usec + 1);

        cgroup->some_usec[i] += stalled;
        cgroup->full_usec[i] += stalled / 2;
    }
    for (int i = 0; i < MOST_OF_EACH; i++) {
        struct io_row *row = &cgroup->io[i];

        for (int k = 0; row->is_there && k < DISK_COUNTERS; k++)
            row->counters[k] += random_below(1 << 20);
        /* The first traffic with a device. */
        if (!row->is_there && one_of(5000))
            *row = (struct io_row){true, row->minor, new_life(), {1, 4096, 1, 4096}, 0};
    }
}

static void run_disk(struct disk *disk, uint64_t ns)
{
    uint64_t ms = ns / 1000000;

    disk->counters[READS] += random_below(100000);
    disk->counters[READ_BYTES] += 512 * random_below(1 << 20);
    disk->counters[WRITES] += random_below(100000);
    disk->counters[WRITE_BYTES] += 512 * random_below(1 << 20);
    grow_32(&disk->read_ms, random_below(8 * ms + 1), WRAP_READ_MS);
    grow_32(&disk->write_ms, random_below(8 * ms + 1), WRAP_WRITE_MS);
    grow_32(&disk->io_ms, random_below(ms + 1), WRAP_IO_MS);
    grow_32(&disk->weighted_ms, random_below(16 * ms + 1), WRAP_WEIGHTED_MS);
}

/* A line is written of what came since the line before. */
static void write_line(struct vm *vm)
{
    struct journal *journal = &vm->journal;

    if (sizeof journal->bytes - journal->length < 512)
        return;
    journal->last = (struct line_time){(uint64_t)wall_ns / 1000000, wall_ns - clock_ns};
    if (journal->lines++ == 0)
        journal->first = journal->last;
    journal->length += (size_t)snprintf(
        journal->bytes + journal->length, sizeof journal->bytes - journal->length,
        "{\"utc_timestamp_ms\":%llu,\"block\":{\"read_bytes\":4096,\"write_bytes\":8192,\"read_count\":1,\"write_"
        "count\":2},"
        "\"logger\":{\"missed_metrics_count\":0},\"mmds\":{\"tx_bytes\":0,\"tx_frames\":0},"
        "\"net\":{\"rx_bytes_count\":1120,\"rx_packets_count\":10,\"tx_bytes_count\":2240,\"tx_packets_count\":20}}\n",
        (unsigned long long)journal->last.ms);
}

void vm_run(struct vm *vm, int64_t elapsed_ns)
{
    uint64_t ns = (uint64_t)elapsed_ns;

    if (!vm->is_there || vm->is_zombie)
        return;
    run_tasks(vm, ns);
    vm->minflt += random_below(100000);
    vm->majflt += random_below(100);
    for (int i = 0; i < 7; i++)
        vm->io[i] += random_below(1 << 24);
    vm->resident_pages = 1000 + random_below(100000);
    for (int i = 0; i < MOST_OF_EACH; i++) {
        for (int k = 0; vm->taps[i].is_there && k < NET_COUNTERS; k++)
            vm->taps[i].counters[k] += random_below(k < RX_PACKETS ? 1 << 30 : 1 << 20);
        if (vm->disks[i].is_there)
            run_disk(&vm->disks[i], ns);
    }
    if (vm->has_cgroup)
        run_cgroup(&vm->cgroup, ns);
    vm->balloon_pages = random_below(1 << 18);
    vm->available_bytes = random_below(1 << 30);
    if (vm->is_wanted && !one_of(4))
        write_line(vm);
}

/* ---- Events ---- */

void vm_note(struct vm *vm, enum event event)
{
    event_counts[event]++;
    vm->past[vm->past_count++ % LAST_EVENTS] = (struct past){clock_ns, event};
}

static struct vm_tap *any_tap(struct vm *vm)
{
    struct vm_tap *tap = &vm->taps[random_below(MOST_OF_EACH)];

    return tap->is_there ? tap : NULL;
}

static struct disk *any_disk(struct vm *vm)
{
    struct disk *disk = &vm->disks[random_below(MOST_OF_EACH)];

    return disk->is_there ? disk : NULL;
}

static bool thread_event(struct vm *vm, enum event event)
{
    bool is_vcpu = event == CPU_PLUGGED || event == CPU_UNPLUGGED;
    struct task *place = free_task(vm), *last = last_task(vm, is_vcpu);
    uint64_t number;

    if (event == CPU_PLUGGED || event == THREAD_BEGAN) {
        if (place == NULL || (is_vcpu && vm_vcpus(vm) == MOST_VCPUS))
            return false;
        task_start(vm, place, last_tid++, is_vcpu ? (int)vm_vcpus(vm) : -1);
    } else if (event == CPU_UNPLUGGED || event == THREAD_ENDED) {
        if (last == NULL || (is_vcpu && vm_vcpus(vm) == 1))
            return false;
        task_end(vm, last);
    } else if (event == THREAD_OF_SAME_NUMBER) {
        if (last == NULL)
            return false;
        number = last->number;
        task_end(vm, last);
        task_start(vm, last, number, -1);
    } else {
        vm->user_ns += 300000000;
    }
    return true;
}

static bool tap_event(struct vm *vm, enum event event)
{
    struct vm_tap *tap = any_tap(vm);
    char name[16];

    if (event == TAP_PLUGGED) {
        tap = &vm->taps[random_below(MOST_OF_EACH)];
        if (tap->is_there)
            return false;
        tap_start(vm, tap);
        return true;
    }
    if (tap == NULL)
        return false;
    if (event == TAP_UNPLUGGED) {
        tap_end(tap);
    } else if (event == TAP_MADE_AGAIN) {
        /* Without an index and without traffic, nothing can tell the two apart. */
        if (tap->seen == 0)
            return false;
        memcpy(name, tap->name, sizeof name);
        tap_end(tap);
        *tap = (struct vm_tap){.is_there = true, .ifindex = next_ifindex++, .thing = new_life(), .life = new_life()};
        memcpy(tap->name, name, sizeof name);
        tap_add_files(vm, tap);
        tap_hold(vm, tap);
    } else {
        snprintf(tap->name, sizeof tap->name, "t%llu", (unsigned long long)new_life());
        if (tap->directory != NULL)
            files_rename(tap->directory, tap->name);
    }
    return true;
}

static bool disk_event(struct vm *vm, enum event event)
{
    struct disk *disk = any_disk(vm);
    unsigned minor;

    if (event == DISK_PLUGGED) {
        disk = &vm->disks[random_below(MOST_OF_EACH)];
        if (disk->is_there)
            return false;
        disk_start(vm, disk, next_minor++);
        return true;
    }
    if (disk == NULL)
        return false;
    minor = disk->minor;
    disk_end(disk);
    if (event == DISK_MADE_AGAIN)
        disk_start(vm, disk, minor);
    return true;
}

/* A counter of 64 bits falls, without another sign of a restart. */
static bool fall(struct vm *vm, enum event event)
{
    struct vm_tap *tap = any_tap(vm);
    struct disk *disk = any_disk(vm);
    struct io_row *row = &vm->cgroup.io[random_below(MOST_OF_EACH)];
    uint64_t *counter = NULL, *life = NULL, seen = 0;

    if (event == PROCESS_COUNTER_FELL) {
        counter = &vm->majflt;
        life = &vm->counter_life;
        seen = vm->seen;
    } else if (event == CGROUP_COUNTER_FELL && vm->has_cgroup) {
        bool is_cpu = one_of(2);

        counter = is_cpu ? &vm->cgroup.usage_usec : &vm->cgroup.max_events;
        life = is_cpu ? &vm->cgroup.cpu_life : &vm->cgroup.events_life;
        seen = vm->cgroup.seen;
    } else if (event == TAP_COUNTER_FELL && tap != NULL) {
        counter = &tap->counters[random_below(2)];
        life = &tap->life;
        seen = tap->seen;
    } else if (event == DISK_COUNTER_FELL && disk != NULL) {
        counter = &disk->counters[random_below(DISK_COUNTERS)];
        life = &disk->life;
        seen = disk->seen;
    } else if (event == IO_COUNTER_FELL && vm->has_cgroup && row->is_there) {
        counter = &row->counters[random_below(DISK_COUNTERS)];
        life = &row->life;
        seen = row->seen;
    }
    if (seen == 0)
        return false;
    *counter = random_below(seen);
    *life = new_life();
    return true;
}

static bool cgroup_event(struct vm *vm, enum event event)
{
    struct cgroup *cgroup = &vm->cgroup;

    if (!vm->has_cgroup)
        return false;
    if (event == LIMIT_CHANGED) {
        cgroup->quota_usec = one_of(4) ? UINT64_MAX : 1000 * (1 + random_below(400));
        cgroup->limit_bytes = one_of(4) ? UINT64_MAX : 4096 * (1 + random_below(1 << 20));
        return true;
    }
    files_remove(cgroup->directory, ENODEV);
    if (event == CGROUP_MOVED)
        snprintf(cgroup->name, sizeof cgroup->name, "m%u-%llu", vm->number, (unsigned long long)new_life());
    cgroup_make(vm);
    return true;
}

bool vm_event(struct vm *vm, enum event event)
{
    if (event >= CPU_PLUGGED && event <= THREAD_BETWEEN_SAMPLES)
        return thread_event(vm, event);
    if (event >= TAP_PLUGGED && event <= TAP_MADE_AGAIN)
        return tap_event(vm, event);
    if (event >= DISK_PLUGGED && event <= DISK_MADE_AGAIN)
        return disk_event(vm, event);
    if (event >= PROCESS_COUNTER_FELL && event <= IO_COUNTER_FELL)
        return fall(vm, event);
    if (event >= CGROUP_MADE_AGAIN && event <= LIMIT_CHANGED)
        return cgroup_event(vm, event);
    if (event == BECAME_ZOMBIE)
        vm->is_zombie = true;
    return event == BECAME_ZOMBIE;
}
