/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "vm.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "../common/number.h"

enum unit figure_unit(enum figure_id figure)
{
    static const enum unit units[FIGURES] = {
        [FIGURE_CPU] = UNIT_CPUS,
        [FIGURE_VCPU_CPU] = UNIT_CPUS,
        [FIGURE_OVERHEAD] = UNIT_CPUS,
        [FIGURE_WAIT] = UNIT_CPUS,
        [FIGURE_WAIT_ALL] = UNIT_CPUS,
        [FIGURE_VCPUS] = UNIT_COUNT,
        [FIGURE_THREADS] = UNIT_COUNT,
        [FIGURE_CGROUP_CPU] = UNIT_CPUS,
        [FIGURE_LIMIT_USED] = UNIT_RATIO,
        [FIGURE_THROTTLED] = UNIT_RATIO,
        [FIGURE_THROTTLED_CPU] = UNIT_CPUS,
        [FIGURE_RESIDENT] = UNIT_BYTES,
        [FIGURE_HUGETLB] = UNIT_BYTES,
        [FIGURE_CGROUP_MEMORY] = UNIT_BYTES,
        [FIGURE_MAJOR_FAULTS] = UNIT_RATE,
        [FIGURE_OOM_KILLS] = UNIT_COUNT,
        [FIGURE_GUEST_USED] = UNIT_BYTES,
        [FIGURE_GUEST_AVAILABLE] = UNIT_BYTES,
        [FIGURE_GUEST_TOTAL] = UNIT_BYTES,
        [FIGURE_BALLOON] = UNIT_BYTES,
        [FIGURE_LOGICAL_SIZE] = UNIT_BYTES,
        [FIGURE_TOLD_AGO] = UNIT_SECONDS,
        [FIGURE_NET] = UNIT_BYTES,
        [FIGURE_NET_IN] = UNIT_BYTES,
        [FIGURE_NET_OUT] = UNIT_BYTES,
        [FIGURE_PACKETS_IN] = UNIT_RATE,
        [FIGURE_PACKETS_OUT] = UNIT_RATE,
        [FIGURE_DROPS_IN] = UNIT_RATE,
        [FIGURE_DROPS_OUT] = UNIT_RATE,
        [FIGURE_DISK] = UNIT_BYTES,
        [FIGURE_DISK_READ] = UNIT_BYTES,
        [FIGURE_DISK_WRITTEN] = UNIT_BYTES,
        [FIGURE_READS] = UNIT_RATE,
        [FIGURE_WRITES] = UNIT_RATE,
        [FIGURE_PRESSURE] = UNIT_RATIO,
        [FIGURE_CPU_PRESSURE] = UNIT_RATIO,
        [FIGURE_MEMORY_PRESSURE] = UNIT_RATIO,
        [FIGURE_IO_PRESSURE] = UNIT_RATIO,
    };

    return units[figure];
}

/* Two samples of a machine, and what lies between them. */
struct pair {
    const struct sample *before;
    const struct sample *now;
    int64_t elapsed_ns;
    /* There was no sample before. */
    bool first;
};

/* What is not there now will have no rate with the next sample either, so it is not new. */
static struct figure rate_of(const struct pair *pair, bool is_there, vmm_status status, double value)
{
    if (!is_there)
        return figure_of(NAN);
    return figure_of_rate(pair->first ? VMM_FIRST : status, value);
}

static void measure_cpu(struct figure *figures, const struct pair *pair, uint64_t ticks_per_second)
{
    const struct sample *before = pair->before, *now = pair->now;
    struct vmm_process_usage process;
    struct vmm_threads_usage threads;
    struct vmm_interval interval = {pair->elapsed_ns, ticks_per_second};
    vmm_status of_process =
        vmm_process_usage_between(&before->process, &now->process, &interval, &process, sizeof process);
    vmm_status of_threads =
        vmm_threads_usage_between(&before->threads, &now->threads, NULL, pair->elapsed_ns, &threads, sizeof threads);

    /* Threads are counted finer; but where they say nothing the process may. */
    figures[FIGURE_CPU] = rate_of(pair, true, of_threads, threads.total_cores);
    if (figures[FIGURE_CPU].known == IS_UNKNOWN)
        figures[FIGURE_CPU] = rate_of(pair, true, of_process, process.cores_used);
    figures[FIGURE_VCPU_CPU] = rate_of(pair, true, of_threads, threads.vcpu_cores);
    figures[FIGURE_OVERHEAD] = rate_of(pair, true, of_threads, threads.overhead_cores);
    figures[FIGURE_WAIT] = rate_of(pair, true, of_threads, threads.vcpu_run_delay_cores);
    figures[FIGURE_WAIT_ALL] = rate_of(pair, true, of_threads, threads.total_run_delay_cores);
    /*
     * A machine has at least one virtual CPU. If none is found, its threads have no names, or names that the library
     * does not know.
     */
    figures[FIGURE_VCPUS] = figure_of_count(threads.vcpus == 0 ? VMM_UNKNOWN : threads.vcpus);
    figures[FIGURE_THREADS] = figure_of_count(now->process.num_threads);
    figures[FIGURE_MAJOR_FAULTS] = rate_of(pair, true, of_process, process.majflt_per_second);
    figures[FIGURE_RESIDENT] = figure_of_count(now->process.vm_rss_bytes);
    figures[FIGURE_HUGETLB] = figure_of_count(now->process.hugetlb_pages_bytes);
}

static struct figure pressure_of(const struct pair *pair, const struct vmm_pressure *before,
                                 const struct vmm_pressure *now)
{
    struct vmm_pressure_usage usage;
    vmm_status status = vmm_pressure_usage_between(before, now, pair->elapsed_ns, &usage, sizeof usage);

    return rate_of(pair, vmm_is_known(now->some_total_usec), status, usage.some_ratio);
}

static void measure_pressure(struct figure *figures, const struct pair *pair)
{
    const struct sample *before = pair->before, *now = pair->now;
    struct figure cpu = pressure_of(pair, &before->cpu_pressure, &now->cpu_pressure);
    struct figure memory = pressure_of(pair, &before->memory_pressure, &now->memory_pressure);
    struct figure io = pressure_of(pair, &before->io_pressure, &now->io_pressure);

    figures[FIGURE_CPU_PRESSURE] = cpu;
    figures[FIGURE_MEMORY_PRESSURE] = memory;
    figures[FIGURE_IO_PRESSURE] = io;
    figures[FIGURE_PRESSURE] = figure_largest(figure_largest(cpu, memory), io);
}

static void measure_cgroup(struct figure *figures, const struct pair *pair)
{
    const struct vmm_cgroup *before = &pair->before->cgroup, *now = &pair->now->cgroup;
    struct vmm_cgroup_usage usage;
    vmm_status status = vmm_cgroup_usage_between(before, now, pair->elapsed_ns, &usage, sizeof usage);
    bool has_cpu = vmm_is_known(now->usage_usec) || vmm_is_known(now->cpuacct_usage_ns);
    bool has_events = vmm_is_known(now->memory_events_oom_kill) || vmm_is_known(now->memory_oom_control_oom_kill);
    uint64_t kills = number_or(usage.memory_events_oom_kill, usage.memory_oom_control_oom_kill);

    figures[FIGURE_CGROUP_CPU] = rate_of(pair, has_cpu, status, usage.cores_used);
    figures[FIGURE_LIMIT_USED] = rate_of(pair, has_cpu, status, usage.cpu_limit_used_ratio);
    figures[FIGURE_THROTTLED] = rate_of(pair, vmm_is_known(now->nr_periods), status, usage.throttled_periods_ratio);
    figures[FIGURE_THROTTLED_CPU] = rate_of(pair, vmm_is_known(now->nr_periods), status, usage.throttled_cores);
    figures[FIGURE_OOM_KILLS] = rate_of(pair, has_events, status, number_over(kills, 1));
    figures[FIGURE_CGROUP_MEMORY] = figure_of_count(now->memory_current_bytes);
}

/* As the machine means it: what its TAP received, it has sent. */
static void measure_net(struct figure *figures, const struct pair *pair)
{
    bool is_there = vmm_is_known(pair->now->net.rx_bytes);
    struct vmm_net before, now;
    struct vmm_net_usage rate;
    vmm_status status;

    vmm_net_guest_view_of(&pair->before->net, &before, sizeof before);
    vmm_net_guest_view_of(&pair->now->net, &now, sizeof now);
    status = vmm_net_usage_between(&before, &now, pair->elapsed_ns, &rate, sizeof rate);
    figures[FIGURE_NET_IN] = rate_of(pair, is_there, status, rate.rx_bytes_per_second);
    figures[FIGURE_NET_OUT] = rate_of(pair, is_there, status, rate.tx_bytes_per_second);
    figures[FIGURE_NET] = figure_sum(figures[FIGURE_NET_IN], figures[FIGURE_NET_OUT]);
    figures[FIGURE_PACKETS_IN] = rate_of(pair, is_there, status, rate.rx_packets_per_second);
    figures[FIGURE_PACKETS_OUT] = rate_of(pair, is_there, status, rate.tx_packets_per_second);
    figures[FIGURE_DROPS_IN] = rate_of(pair, is_there, status, rate.rx_dropped_per_second);
    figures[FIGURE_DROPS_OUT] = rate_of(pair, is_there, status, rate.tx_dropped_per_second);
}

static void measure_disk(struct figure *figures, const struct pair *pair)
{
    const struct vmm_cgroup_io *before = &pair->before->io, *now = &pair->now->io;
    bool is_there = vmm_is_known(now->read_bytes) || vmm_is_known(now->write_bytes);
    struct vmm_cgroup_io_usage rate;
    vmm_status status = vmm_cgroup_io_usage_between(before, now, pair->elapsed_ns, &rate, sizeof rate);

    figures[FIGURE_DISK_READ] = rate_of(pair, is_there, status, rate.read_bytes_per_second);
    figures[FIGURE_DISK_WRITTEN] = rate_of(pair, is_there, status, rate.write_bytes_per_second);
    figures[FIGURE_DISK] = figure_sum(figures[FIGURE_DISK_READ], figures[FIGURE_DISK_WRITTEN]);
    figures[FIGURE_READS] = rate_of(pair, is_there, status, rate.reads_per_second);
    figures[FIGURE_WRITES] = rate_of(pair, is_there, status, rate.writes_per_second);
}

/* What the guest told of its memory, which only the guest vouches for. */
static void measure_balloon(struct figure *figures, const struct vmm_balloon *balloon, uint64_t time_seconds)
{
    uint64_t total = balloon->total_memory_bytes, available = balloon->available_memory_bytes;
    uint64_t told = balloon->last_update_seconds;

    figures[FIGURE_GUEST_TOTAL] = figure_of_count(total);
    figures[FIGURE_GUEST_AVAILABLE] = figure_of_count(available);
    figures[FIGURE_GUEST_USED] = figure_of_count(number_difference(total, available));
    figures[FIGURE_BALLOON] = figure_of_count(balloon->actual_bytes);
    figures[FIGURE_LOGICAL_SIZE] = figure_of_count(balloon->logical_vm_size_bytes);
    figures[FIGURE_TOLD_AGO] = figure_of_count(number_difference(time_seconds, told));
}

static void keep_refusals(struct vm *vm, const struct sources *sources)
{
    for (size_t i = 0; i < sources->refusal_count; i++)
        vm->refusals[vm->refusal_count++] = sources->refusals[i];
}

static void keep_histories(struct vm *vm)
{
    static const enum figure_id kept[HISTORIES] = {
        [HISTORY_CPU] = FIGURE_CPU,
        [HISTORY_WAIT] = FIGURE_WAIT,
        [HISTORY_RESIDENT] = FIGURE_RESIDENT,
        [HISTORY_NET_IN] = FIGURE_NET_IN,
        [HISTORY_NET_OUT] = FIGURE_NET_OUT,
        [HISTORY_DISK_READ] = FIGURE_DISK_READ,
        [HISTORY_DISK_WRITTEN] = FIGURE_DISK_WRITTEN,
        [HISTORY_PRESSURE] = FIGURE_PRESSURE,
    };

    for (size_t i = 0; i < HISTORIES; i++)
        history_add(&vm->histories[i], vm->figures[kept[i]]);
}

void vm_measure(struct vm *vm, const struct machine *machine, struct moment moment)
{
    const struct sample *before = machine->before, *now = machine->now;
    struct pair pair = {before, now, now->time_ns - before->time_ns, machine->count < 2};

    memcpy(vm->comm, now->process.comm, sizeof vm->comm);
    memcpy(vm->tap, machine->tap, sizeof vm->tap);
    measure_cpu(vm->figures, &pair, moment.ticks_per_second);
    measure_cgroup(vm->figures, &pair);
    measure_pressure(vm->figures, &pair);
    measure_net(vm->figures, &pair);
    measure_disk(vm->figures, &pair);
    measure_balloon(vm->figures, &now->balloon, moment.time_seconds);
    vm->has_cgroup = machine->cgroup_id != 0;
    vm->refusal_count = 0;
    keep_refusals(vm, &machine->process);
    keep_refusals(vm, &machine->others);
    keep_histories(vm);
}

/* ---- What it is called ---- */

/* The value of `option`: the next word, or the text after a `=`; NULL if this word is not the option. */
static const char *value_of(const char *word, const char *next, const char *option)
{
    size_t length = strlen(option);

    if (strncmp(word, option, length) != 0)
        return NULL;
    if (word[length] == '=')
        return word + length + 1;
    return word[length] == '\0' ? next : NULL;
}

/* QEMU's name may be one of several words between commas. A machine's name is one word, or it would look like two columns. */
static void keep_name(const char *value, char *name, size_t size)
{
    size_t length;

    if (strncmp(value, "guest=", 6) == 0)
        value += 6;
    length = strcspn(value, ",");
    if (length >= size)
        length = size - 1;
    for (size_t i = 0; i < length; i++) {
        name[i] = value[i];
        if ((unsigned char)value[i] <= ' ' || value[i] == 0x7f)
            name[i] = '_';
    }
    name[length] = '\0';
}

void vm_name_of(const char *words, size_t length, char *name, size_t size)
{
    const char *end = words + length;

    name[0] = '\0';
    /* A word that was cut has no NUL, and is not taken. */
    while (words < end && memchr(words, '\0', (size_t)(end - words)) != NULL) {
        const char *next = words + strlen(words) + 1;
        bool has_next = next < end && memchr(next, '\0', (size_t)(end - next)) != NULL;
        const char *value = value_of(words, has_next ? next : "", "--id");

        if (value == NULL)
            value = value_of(words, has_next ? next : "", "-name");
        if (value != NULL && value[0] != '\0') {
            keep_name(value, name, size);
            return;
        }
        words = next;
    }
}

void vm_name_by_number(const char *comm, uint64_t pid, char *name, size_t size)
{
    const char *kind = "vm";

    if (strcmp(comm, "firecracker") == 0)
        kind = "fc";
    else if (strncmp(comm, "cloud-hyp", 9) == 0)
        kind = "ch";
    else if (strncmp(comm, "qemu-", 5) == 0)
        kind = "qemu";
    snprintf(name, size, "%s-%llu", kind, (unsigned long long)pid);
}
