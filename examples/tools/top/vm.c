/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "vm.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "../common/number.h"

enum unit figure_unit(enum figure_id figure)
{
#define UNIT(name, unit) UNIT_##unit,
    static const enum unit units[FIGURES] = {VM_FIGURES(UNIT)};
#undef UNIT

    return units[figure];
}

/* What is not there now will have no rate with the next sample either, so it is not new. */
static struct figure rate_of(const struct use *use, bool is_there, vmm_status status, double value)
{
    if (!is_there)
        return figure_of(NAN);
    return figure_of_rate(use->is_first ? VMM_FIRST : status, value);
}

static void measure_cpu(struct figure *figures, const struct machine *machine, const struct use *use)
{
    const struct vmm_process *process = &machine->now->process;
    const struct vmm_threads_usage *threads = &use->threads;

    /* Threads are counted finer; but where they say nothing the process may. */
    figures[FIGURE_CPU] = rate_of(use, true, use->threads_status, use->cores);
    if (figures[FIGURE_CPU].known == IS_UNKNOWN)
        figures[FIGURE_CPU] = rate_of(use, true, use->process_status, use->cores);
    figures[FIGURE_VCPU_CPU] = rate_of(use, true, use->threads_status, threads->vcpu_cores);
    figures[FIGURE_OVERHEAD] = rate_of(use, true, use->threads_status, use->overhead_cores);
    figures[FIGURE_WAIT] = rate_of(use, true, use->threads_status, threads->vcpu_run_delay_cores);
    figures[FIGURE_WAIT_ALL] = rate_of(use, true, use->threads_status, threads->total_run_delay_cores);
    figures[FIGURE_VCPUS] = figure_of_count(use->vcpus);
    figures[FIGURE_THREADS] = figure_of_count(process->num_threads);
    figures[FIGURE_MAJOR_FAULTS] = rate_of(use, true, use->process_status, use->process.majflt_per_second);
    figures[FIGURE_RESIDENT] = figure_of_count(process->vm_rss_bytes);
    figures[FIGURE_HUGETLB] = figure_of_count(process->hugetlb_pages_bytes);
}

static void measure_pressure(struct figure *figures, const struct sample *now, const struct use *use)
{
    const struct vmm_pressure *const news[] = {&now->cpu_pressure, &now->memory_pressure, &now->io_pressure};
    struct figure *const to = &figures[FIGURE_CPU_PRESSURE];

    for (size_t i = 0; i < USE_PRESSURES; i++)
        to[i] =
            rate_of(use, vmm_is_known(news[i]->some_total_usec), use->pressure_status[i], use->pressure[i].some_ratio);
    figures[FIGURE_PRESSURE] = figure_largest(figure_largest(to[0], to[1]), to[2]);
}

static void measure_cgroup(struct figure *figures, const struct vmm_cgroup *now, const struct use *use)
{
    const struct vmm_cgroup_usage *usage = &use->cgroup;
    vmm_status status = use->cgroup_status;
    bool has_cpu = vmm_is_known(now->usage_usec) || vmm_is_known(now->cpuacct_usage_ns);
    bool has_events = vmm_is_known(now->memory_events_oom_kill) || vmm_is_known(now->memory_oom_control_oom_kill);
    uint64_t kills = number_or(usage->memory_events_oom_kill, usage->memory_oom_control_oom_kill);

    figures[FIGURE_CGROUP_CPU] = rate_of(use, has_cpu, status, usage->cores_used);
    figures[FIGURE_LIMIT_USED] = rate_of(use, has_cpu, status, usage->cpu_limit_used_ratio);
    figures[FIGURE_THROTTLED] = rate_of(use, vmm_is_known(now->nr_periods), status, usage->throttled_periods_ratio);
    figures[FIGURE_THROTTLED_CPU] = rate_of(use, vmm_is_known(now->nr_periods), status, usage->throttled_cores);
    figures[FIGURE_OOM_KILLS] = rate_of(use, has_events, status, number_over(kills, 1));
    figures[FIGURE_CGROUP_MEMORY] = figure_of_count(now->memory_current_bytes);
}

/* As the machine means it: what its TAPs received, it has sent. */
static void measure_net(struct figure *figures, const struct machine *machine, const struct use *use)
{
    bool is_there = machine->now->nets.count != 0;
    vmm_status status = use->net_status;

    figures[FIGURE_NET_IN] = rate_of(use, is_there, status, use_rate(use->net_elapsed_ns, use->net.rx_bytes));
    figures[FIGURE_NET_OUT] = rate_of(use, is_there, status, use_rate(use->net_elapsed_ns, use->net.tx_bytes));
    figures[FIGURE_NET] = figure_sum(figures[FIGURE_NET_IN], figures[FIGURE_NET_OUT]);
    figures[FIGURE_PACKETS_IN] = rate_of(use, is_there, status, use_rate(use->net_elapsed_ns, use->net.rx_packets));
    figures[FIGURE_PACKETS_OUT] = rate_of(use, is_there, status, use_rate(use->net_elapsed_ns, use->net.tx_packets));
    figures[FIGURE_DROPS_IN] = rate_of(use, is_there, status, use_rate(use->net_elapsed_ns, use->net.rx_dropped));
    figures[FIGURE_DROPS_OUT] = rate_of(use, is_there, status, use_rate(use->net_elapsed_ns, use->net.tx_dropped));
}

static void measure_disk(struct figure *figures, const struct use *use)
{
    bool is_there = use->disk_from != DISK_UNKNOWN, has_count = is_there && use->disk_from != DISK_FROM_PROCESS;
    vmm_status status = use->disk_status;

    figures[FIGURE_DISK_READ] = rate_of(use, is_there, status, use_rate(use->disk_elapsed_ns, use->read_bytes));
    figures[FIGURE_DISK_WRITTEN] = rate_of(use, is_there, status, use_rate(use->disk_elapsed_ns, use->write_bytes));
    figures[FIGURE_DISK] = figure_sum(figures[FIGURE_DISK_READ], figures[FIGURE_DISK_WRITTEN]);
    figures[FIGURE_READS] = rate_of(use, has_count, status, use_rate(use->disk_elapsed_ns, use->reads));
    figures[FIGURE_WRITES] = rate_of(use, has_count, status, use_rate(use->disk_elapsed_ns, use->writes));
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

void vm_measure(struct vm *vm, const struct machine *machine, struct moment moment)
{
    const struct sample *now = machine->now;
    struct use use;

    use_between(machine, moment.ticks_per_second, &use);
    memcpy(vm->comm, now->process.comm, sizeof vm->comm);
    measure_cpu(vm->figures, machine, &use);
    measure_cgroup(vm->figures, &now->cgroup, &use);
    measure_pressure(vm->figures, now, &use);
    measure_net(vm->figures, machine, &use);
    measure_disk(vm->figures, &use);
    measure_balloon(vm->figures, &now->balloon, moment.time_seconds);
    vm->has_cgroup = machine_owns_cgroup(machine);
    vm->disk_from = use.disk_from;
    vm->vcpus_from = use.vcpus_from;
    vm->troubles = machine->troubles;
    for (size_t i = 0; i < HISTORIES; i++)
        history_add(&vm->histories[i], vm->figures[i]);
}

void vm_name(struct vm *vm, const struct machine *machine)
{
    if (machine->name[0] == '\0')
        monitor_name_by_number(machine->now->process.comm, machine->pid, vm->name);
    else
        snprintf(vm->name, sizeof vm->name, "%s", machine->name);
}

const char *vm_device(const struct vm *vm, size_t index)
{
    const struct machine *machine = vm->machine;

    if (machine == NULL)
        return NULL;
    if (index < machine->tap_count)
        return machine->taps[index].name;
    index -= machine->tap_count;
    return index < machine->disk_count ? machine->disks[index].name : NULL;
}
