/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "facts.h"

#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "../../common/collect/use.h"
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

static void take_process(struct facts *facts, const struct machine *machine, int64_t elapsed_ns, uint64_t now_ns)
{
    struct vmm_interval interval = {elapsed_ns, (uint64_t)sysconf(_SC_CLK_TCK)};
    uint64_t boot = boot_ns(now_ns), start = machine->now->process.starttime_ticks;
    struct process_facts *process = &facts->process;
    struct vmm_process *record = &process->record;

    snprintf(process->pid, sizeof process->pid, "%llu", (unsigned long long)machine->pid);
    *record = machine->now->process;
    vmm_process_usage_between(&machine->before->process, record, &interval, &process->usage, sizeof process->usage);
    process->cpu_ticks = number_sum(record->utime_ticks, record->stime_ticks);
    facts->start_ns = VMM_UNKNOWN;
    if (boot != 0 && start < UINT64_MAX / 1000000000)
        facts->start_ns = boot + start * (1000000000 / interval.ticks_per_second);
    process->start_seconds = number_over(facts->start_ns, 1e9);
    process->uptime_seconds = (double)now_ns / 1e9 - process->start_seconds;
    process->user_ratio = process->usage.user_cores / number_over(record->cpus_allowed, 1);
    process->system_ratio = process->usage.system_cores / number_over(record->cpus_allowed, 1);
}

/* The counters of all devices together; they are one disk to the sum. */
static void sum_io(const struct rows *rows, struct vmm_cgroup_io *sum)
{
    vmm_record_init(VMM_RECORD_CGROUP_IO, sum, sizeof *sum);
    for (size_t i = 0; i < rows->count && !rows->is_incomplete; i++) {
        const struct vmm_cgroup_io *row = row_at(rows, VMM_RECORD_CGROUP_IO, i);

        sum->read_bytes = i == 0 ? row->read_bytes : number_sum(sum->read_bytes, row->read_bytes);
        sum->write_bytes = i == 0 ? row->write_bytes : number_sum(sum->write_bytes, row->write_bytes);
    }
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
    sum_io(&now->io, &cgroup->io);
    cgroup->cpu_pressure = now->cpu_pressure;
    cgroup->memory_pressure = now->memory_pressure;
    cgroup->io_pressure = now->io_pressure;
}

static void take_tap(struct tap_facts *tap, const struct machine *machine)
{
    const struct rows *rows = &machine->now->nets;

    vmm_record_init(VMM_RECORD_NET, &tap->row, sizeof tap->row);
    if (rows->count != 0)
        memcpy(&tap->row, row_at(rows, VMM_RECORD_NET, 0), sizeof tap->row);
    memcpy(tap->name, tap->row.name, sizeof tap->name);
    tap->received_dropped = number_or(tap->row.net_dev_rx_drop, tap->row.rx_dropped);
}

static void take_disk(struct disk_facts *disk, const struct machine *machine)
{
    const struct rows *rows = &machine->now->disks;

    vmm_record_init(VMM_RECORD_DISK, &disk->row, sizeof disk->row);
    if (rows->count != 0)
        memcpy(&disk->row, row_at(rows, VMM_RECORD_DISK, 0), sizeof disk->row);
}

static void take_instance(struct instance_facts *instance, const struct machine *machine)
{
    struct use use;

    use_between(machine, (uint64_t)sysconf(_SC_CLK_TCK), &use);
    instance->vcpus = use.vcpus;
    instance->cpu_ratio = use.cpu_ratio;
    instance->vcpu_ratio = use.threads.vcpu_cores / number_over(use.vcpus, 1);
    instance->network_in_bytes = use.net.rx_bytes;
    instance->network_out_bytes = use.net.tx_bytes;
    instance->network_in_packets = use.net.rx_packets;
    instance->network_out_packets = use.net.tx_packets;
    instance->reads = use.reads;
    instance->writes = use.writes;
    instance->read_bytes = use.read_bytes;
    instance->write_bytes = use.write_bytes;
}

static void set_labels(const struct facts *facts, const char *labels[LABELS], const char *device)
{
    const char *const all[LABELS] = {
        [LABEL_PID] = facts->process.pid, [LABEL_NAME] = facts->process.record.comm, [LABEL_DEVICE] = device};

    for (unsigned i = 0; i < LABELS; i++)
        labels[i] = all[i] == NULL || all[i][0] == '\0' ? NULL : all[i];
}

void facts_take(struct facts *facts, const struct machine *machine, uint64_t now_ns)
{
    int64_t elapsed_ns = machine->now->time_ns - machine->before->time_ns;

    take_process(facts, machine, elapsed_ns, now_ns);
    take_cgroup(&facts->cgroup, machine, elapsed_ns);
    take_tap(&facts->tap, machine);
    take_disk(&facts->disk, machine);
    take_instance(&facts->instance, machine);
    set_labels(facts, facts->process.labels, NULL);
    set_labels(facts, facts->cgroup.labels, NULL);
    set_labels(facts, facts->tap.labels, facts->tap.name);
    set_labels(facts, facts->disk.labels, facts->disk.row.name);
    set_labels(facts, facts->instance.labels, NULL);
}

void facts_list(const struct facts *facts, size_t count, struct things things[KINDS])
{
    const void *const first[KINDS] = {
        [OF_PROCESS] = &facts->process, [OF_CGROUP] = &facts->cgroup,     [OF_TAP] = &facts->tap,
        [OF_DISK] = &facts->disk,       [OF_INSTANCE] = &facts->instance, [OF_TAP_PACKETS] = &facts->tap};

    for (unsigned kind = 0; kind < KINDS; kind++)
        things[kind] = (struct things){first[kind], sizeof *facts, count, VMM_UNKNOWN};
    /* Of a list this is known of none in particular. */
    if (count == 1)
        things[OF_PROCESS].start_ns = facts->start_ns;
}
