/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "facts.h"

#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "../../common/format/where.h"
#include "../../common/number.h"

/* When the host was started; 0 where that is not known. Found once: a start that moves with the clock would look like another
 * process's. */
static uint64_t boot_ns(uint64_t now_ns)
{
    static uint64_t boot;
    struct timespec up;

    if (boot == 0 && clock_gettime(CLOCK_BOOTTIME, &up) == 0) {
        uint64_t up_ns = (uint64_t)up.tv_sec * 1000000000 + (uint64_t)up.tv_nsec;

        boot = up_ns > now_ns ? 0 : now_ns - up_ns;
    }
    return boot;
}

/* When the process was started, since 1970. */
static uint64_t start_of(const struct machine *machine, uint64_t ticks_per_second, uint64_t now_ns)
{
    uint64_t boot = boot_ns(now_ns), start = machine->now->process.starttime_ticks;

    return boot == 0 || start > UINT64_MAX / 1000000000 ? VMM_UNKNOWN : boot + start * (1000000000 / ticks_per_second);
}

static void take_process(struct process_facts *process, const struct machine *machine, int64_t elapsed_ns,
                         uint64_t start_ns, uint64_t now_ns)
{
    struct vmm_interval interval = {elapsed_ns, (uint64_t)sysconf(_SC_CLK_TCK)};
    struct vmm_process *record = &process->record;

    snprintf(process->pid, sizeof process->pid, "%llu", (unsigned long long)machine->pid);
    *record = machine->now->process;
    vmm_process_usage_between(&machine->before->process, record, &interval, &process->usage, sizeof process->usage);
    process->cpu_ticks = number_sum(record->utime_ticks, record->stime_ticks);
    if (vmm_is_known(start_ns))
        date_of(start_ns / 1000000000, process->created);
    process->start_seconds = number_over(start_ns, 1e9);
    process->uptime_seconds = (double)now_ns / 1e9 - process->start_seconds;
    process->user_ratio = process->usage.user_cores / number_over(record->cpus_allowed, 1);
    process->system_ratio = process->usage.system_cores / number_over(record->cpus_allowed, 1);
}

static void take_cgroup(struct cgroup_facts *cgroup, const struct machine *machine, int64_t elapsed_ns)
{
    const struct sample *now = machine->now;
    const struct vmm_cgroup *record = &now->cgroup;

    cgroup->record = *record;
    vmm_cgroup_usage_between(&machine->before->cgroup, record, elapsed_ns, &cgroup->usage, sizeof cgroup->usage);
    cgroup->cpu_seconds = real_or(number_over(record->usage_usec, 1e6), number_over(record->cpuacct_usage_ns, 1e9));
    cgroup->throttled_seconds =
        real_or(number_over(record->throttled_usec, 1e6), number_over(record->throttled_time_ns, 1e9));
    cgroup->oom_kills = number_or(record->memory_events_oom_kill, record->memory_oom_control_oom_kill);
    vmm_cgroup_memory_usage_of(record, NULL, VMM_UNKNOWN, &cgroup->memory, sizeof cgroup->memory);
    cgroup->io = now->io;
    cgroup->cpu_pressure = now->cpu_pressure;
    cgroup->memory_pressure = now->memory_pressure;
    cgroup->io_pressure = now->io_pressure;
}

static void take_tap(struct tap_facts *tap, const struct machine *machine)
{
    tap->row = machine->now->net;
    vmm_net_guest_view_of(&tap->row, &tap->guest, sizeof tap->guest);
    memcpy(tap->name, machine->tap, sizeof tap->name);
    tap->received_dropped = number_or(tap->row.net_dev_rx_drop, tap->row.rx_dropped);
}

static void take_traffic(struct instance_facts *instance, const struct machine *machine)
{
    struct vmm_net growth, guest;

    vmm_record_growth(&machine->before->net, &machine->now->net, &growth, sizeof growth);
    vmm_net_guest_view_of(&growth, &guest, sizeof guest);
    instance->network_in_bytes = guest.rx_bytes;
    instance->network_out_bytes = guest.tx_bytes;
    instance->network_in_packets = guest.rx_packets;
    instance->network_out_packets = guest.tx_packets;
}

static void take_disk_io(struct instance_facts *instance, const struct machine *machine)
{
    struct vmm_disk growth;

    vmm_record_growth(&machine->before->disk, &machine->now->disk, &growth, sizeof growth);
    instance->reads = growth.reads;
    instance->writes = growth.writes;
    instance->read_bytes = growth.read_bytes;
    instance->write_bytes = growth.write_bytes;
}

static void take_cgroup_io(struct instance_facts *instance, const struct machine *machine)
{
    struct vmm_cgroup_io growth;

    vmm_record_growth(&machine->before->io, &machine->now->io, &growth, sizeof growth);
    instance->reads = growth.reads;
    instance->writes = growth.writes;
    instance->read_bytes = growth.read_bytes;
    instance->write_bytes = growth.write_bytes;
}

static void take_instance(struct instance_facts *instance, const struct machine *machine, int64_t elapsed_ns)
{
    const struct sample *before = machine->before, *now = machine->now;
    struct vmm_threads_usage threads;

    vmm_threads_usage_between(&before->threads, &now->threads, elapsed_ns, &threads, sizeof threads);
    instance->threads = threads;
    instance->balloon = now->balloon;
    /*
     * A machine has at least one virtual CPU. If none is found, its threads have no names, or names that the library
     * does not know.
     */
    instance->vcpus = threads.vcpus == 0 ? VMM_UNKNOWN : threads.vcpus;
    instance->cpu_ratio = threads.total_cores / number_over(instance->vcpus, 1);
    instance->vcpu_ratio = threads.vcpu_cores / number_over(instance->vcpus, 1);
    take_traffic(instance, machine);
    if (machine->disk[0] != '\0')
        take_disk_io(instance, machine);
    else
        take_cgroup_io(instance, machine);
}

static void set_labels(const struct facts *facts, struct thing *thing, const char *device, uint64_t start_ns)
{
    const char *const all[LABELS] = {
        [LABEL_HOST] = where_name(),
        [LABEL_HOST_ID] = where_id(),
        [LABEL_VM] = facts->process.record.comm,
        [LABEL_PID] = facts->process.pid,
        [LABEL_CREATED] = facts->process.created,
        [LABEL_NAME] = facts->process.record.comm,
        [LABEL_DEVICE] = device,
    };

    for (unsigned i = 0; i < LABELS; i++)
        thing->labels[i] = all[i] == NULL || all[i][0] == '\0' ? NULL : all[i];
    thing->start_ns = start_ns;
}

/* Of both counters of the cgroup that are told: CPU time and I/O. */
static vmm_status cgroup_growth(const struct machine *machine)
{
    struct vmm_cgroup cgroup;
    struct vmm_cgroup_io io;
    vmm_status one = vmm_record_growth(&machine->before->cgroup, &machine->now->cgroup, &cgroup, sizeof cgroup);
    vmm_status other = vmm_record_growth(&machine->before->io, &machine->now->io, &io, sizeof io);

    return one == VMM_RESET || other == VMM_RESET ? VMM_RESET : one;
}

/* A process's counters count since its start. When those of the rest began is known only of a restart that was seen. */
static void take_starts(struct starts *starts, const struct machine *machine, uint64_t now_ns)
{
    struct vmm_net net;
    struct vmm_disk disk;
    struct starts old = *starts;

    starts->cgroup_ns = start_after(cgroup_growth(machine), old.cgroup_ns, old.sample_ns);
    starts->tap_ns = start_after(vmm_record_growth(&machine->before->net, &machine->now->net, &net, sizeof net),
                                 old.tap_ns, old.sample_ns);
    starts->disk_ns = start_after(vmm_record_growth(&machine->before->disk, &machine->now->disk, &disk, sizeof disk),
                                  old.disk_ns, old.sample_ns);
    if (old.pid != machine->pid || old.starttime_ticks != machine->now->process.starttime_ticks) {
        starts->process_ns = start_of(machine, (uint64_t)sysconf(_SC_CLK_TCK), now_ns);
        starts->cgroup_ns = starts->tap_ns = starts->disk_ns = VMM_UNKNOWN;
    }
    starts->pid = machine->pid;
    starts->starttime_ticks = machine->now->process.starttime_ticks;
    starts->sample_ns = now_ns;
}

void facts_take(struct facts *facts, const struct machine *machine, struct starts *starts, uint64_t now_ns)
{
    int64_t elapsed_ns = machine->now->time_ns - machine->before->time_ns;

    take_starts(starts, machine, now_ns);
    take_process(&facts->process, machine, elapsed_ns, starts->process_ns, now_ns);
    take_cgroup(&facts->cgroup, machine, elapsed_ns);
    take_tap(&facts->tap, machine);
    facts->disk.row = machine->now->disk;
    memcpy(facts->disk.row.name, machine->disk, sizeof facts->disk.row.name);
    take_instance(&facts->instance, machine, elapsed_ns);
    set_labels(facts, &facts->process.thing, NULL, starts->process_ns);
    set_labels(facts, &facts->cgroup.thing, NULL, starts->cgroup_ns);
    set_labels(facts, &facts->tap.thing, facts->tap.name, starts->tap_ns);
    set_labels(facts, &facts->disk.thing, facts->disk.row.name, starts->disk_ns);
    set_labels(facts, &facts->instance.thing, NULL, starts->process_ns);
}

void facts_list(const struct facts *facts, size_t count, struct things things[KINDS])
{
    const void *const first[KINDS] = {
        [OF_PROCESS] = &facts->process, [OF_CGROUP] = &facts->cgroup,     [OF_TAP] = &facts->tap,
        [OF_DISK] = &facts->disk,       [OF_INSTANCE] = &facts->instance, [OF_TAP_PACKETS] = &facts->tap};

    for (unsigned kind = 0; kind < KINDS; kind++)
        things[kind] = (struct things){first[kind], sizeof *facts, count};
}
