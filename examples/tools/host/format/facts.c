/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "facts.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../../common/collect/rows.h"
#include "../../common/format/where.h"
#include "../../common/message.h"
#include "../../common/number.h"
#include "../../common/read.h"

/* When the host was started, since 1970. */
static uint64_t boot_ns = VMM_UNKNOWN;

void told_begin(const struct roots *roots)
{
    char path[ROOTS_PATH_BYTES];
    struct file file;
    struct vmm_stat stat;
    struct vmm_text text;
    int error;

    if (!roots_proc(roots, "stat", path))
        return;
    file = file_of_kernel(path);
    error = file_read(&file);
    if (error != 0 && error != ENOENT)
        message(path, strerror(error));
    if (error == 0) {
        text = vmm_text_of(file.bytes, file.length);
        if (vmm_stat_parse(&text, &stat, sizeof stat) == VMM_OK && stat.btime_seconds <= UINT32_MAX)
            boot_ns = stat.btime_seconds * 1000000000;
    }
    file_release(&file);
}

/* When the process was started, since 1970. */
static uint64_t start_of(const struct machine *machine, uint64_t ticks_per_second)
{
    uint64_t start = machine->now->process.starttime_ticks;

    return !vmm_is_known(boot_ns) || start > 1000000000000 ? VMM_UNKNOWN
                                                           : boot_ns + start * (1000000000 / ticks_per_second);
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
    process->start_usec = vmm_is_known(start_ns) ? start_ns / 1000 : VMM_UNKNOWN;
    process->uptime_seconds = (double)now_ns / 1e9 - number_over(start_ns, 1e9);
    process->user_ratio = process->usage.user_cores / number_over(record->cpus_allowed, 1);
    process->system_ratio = process->usage.system_cores / number_over(record->cpus_allowed, 1);
    process->priority = 20 - record->nice;
    process->limits = machine->now->limits;
    process->descriptors = machine->now->descriptors;
}

static void take_switches(struct switches_facts *switches, const struct switches_facts *old,
                          const struct machine *machine, uint64_t before_ns)
{
    struct switches growth = threads_switched(&machine->before->threads, &machine->now->threads);
    bool goes_on = old != NULL && vmm_is_known(old->switches.voluntary);

    switches->thing.start_ns = goes_on ? old->thing.start_ns : before_ns;
    switches->switches.voluntary = number_sum(growth.voluntary, goes_on ? old->switches.voluntary : 0);
    switches->switches.involuntary = number_sum(growth.involuntary, goes_on ? old->switches.involuntary : 0);
}

/* The path of a cgroup below the mount of its hierarchy, which cgroups of version 1 have one more part for. */
static void find_path(const struct cgroup_place *place, char path[READER_PATH_BYTES])
{
    static const char mount[] = "/sys/fs/cgroup";
    const char *directory = place->count == 0 ? "" : place->directories[place->version2 < 0 ? 0 : place->version2];
    const char *found = strstr(directory, mount), *part = NULL;

    if (found != NULL)
        part = found + sizeof mount - 1;
    if (part != NULL && place->version2 < 0 && *part == '/')
        part = strchr(part + 1, '/');
    path[0] = '\0';
    if (part != NULL && *part == '/' && strlen(part) < READER_PATH_BYTES)
        memcpy(path, part, strlen(part) + 1);
}

/* Nothing is told of a cgroup that is not the machine's alone. */
static void take_cgroup(struct cgroup_facts *cgroup, const struct machine *machine, const struct use *use)
{
    const struct sample *now = machine->now;
    struct vmm_cgroup *record = &cgroup->record;

    vmm_record_init(VMM_RECORD_CGROUP, record, sizeof *record);
    vmm_record_init(VMM_RECORD_CGROUP_IO, &cgroup->io, sizeof cgroup->io);
    vmm_record_init(VMM_RECORD_PRESSURE, &cgroup->cpu_pressure, sizeof cgroup->cpu_pressure);
    cgroup->memory_pressure = cgroup->io_pressure = cgroup->cpu_pressure;
    vmm_record_init(VMM_RECORD_CGROUP_MEMORY, &cgroup->memory_stat, sizeof cgroup->memory_stat);
    cgroup->usage = use->cgroup;
    cgroup->memory = use->memory;
    find_path(&machine->cgroup, cgroup->path);
    if (machine_owns_cgroup(machine)) {
        *record = now->cgroup;
        cgroup->memory_stat = now->cgroup_memory;
        cgroup->io = now->io_total;
        cgroup->cpu_pressure = now->cpu_pressure;
        cgroup->memory_pressure = now->memory_pressure;
        cgroup->io_pressure = now->io_pressure;
    }
    cgroup->cpu_seconds = real_or(number_over(record->usage_usec, 1e6), number_over(record->cpuacct_usage_ns, 1e9));
    cgroup->throttled_seconds =
        real_or(number_over(record->throttled_usec, 1e6), number_over(record->throttled_time_ns, 1e9));
    cgroup->oom_kills = number_or(record->memory_events_oom_kill, record->memory_oom_control_oom_kill);
    cgroup->cpu_seconds_without_modes =
        vmm_is_known(record->user_usec) && vmm_is_known(record->system_usec) ? NAN : cgroup->cpu_seconds;
    cgroup->available_bytes =
        cgroup->memory.limit_bytes < VMM_UNLIMITED
            ? number_difference(cgroup->memory.limit_bytes, cgroup->memory.working_set_cadvisor_bytes)
            : VMM_UNKNOWN;
    cgroup->swap_bytes = number_or(record->memory_swap_current_bytes, cgroup->memory_stat.swap_bytes);
    cgroup->minor_faults = number_difference(cgroup->memory_stat.pgfault, cgroup->memory_stat.pgmajfault);
}

static void take_instance(struct instance_facts *instance, const struct machine *machine, const struct use *use)
{
    instance->vcpus = use->vcpus;
    instance->cpu_ratio = use->cpu_ratio;
    instance->vcpu_ratio = use->threads.vcpu_cores / number_over(use->vcpus, 1);
    instance->cores = use->cores;
    instance->vcpu_cores = use->threads.vcpu_cores;
    instance->overhead_cores = use->overhead_cores;
    instance->vcpu_run_delay_cores = use->threads.vcpu_run_delay_cores;
    instance->run_delay_cores = use->threads.total_run_delay_cores;
    instance->network_in_bytes = use->net.rx_bytes;
    instance->network_out_bytes = use->net.tx_bytes;
    instance->network_in_packets = use->net.rx_packets;
    instance->network_out_packets = use->net.tx_packets;
    instance->reads = use->reads;
    instance->writes = use->writes;
    instance->read_bytes = use->read_bytes;
    instance->write_bytes = use->write_bytes;
    instance->balloon = machine->now->balloon;
}

/* ---- Labels, and since when counters count ---- */

static void set_labels(const struct facts *facts, struct thing *thing, const char *device, const char *netns)
{
    const char *const all[LABELS] = {
        [LABEL_HOST] = where_name(),
        [LABEL_HOST_ID] = where_id(),
        [LABEL_VM] = facts->vm,
        [LABEL_PID] = facts->process.pid,
        [LABEL_CREATED] = facts->process.created,
        [LABEL_NAME] = facts->process.record.comm,
        [LABEL_DEVICE] = device,
        [LABEL_NETNS] = netns,
        [LABEL_CGROUP] = facts->cgroup.path,
    };

    for (unsigned i = 0; i < LABELS; i++)
        thing->labels[i] = all[i] == NULL || all[i][0] == '\0' ? NULL : all[i];
}

/* What was told of a machine the time before, or NULL. Machines mostly stay at their places. */
static const struct facts *facts_before(const struct told *before, const struct machine *machine, size_t expected)
{
    for (size_t i = 0; i < before->count; i++) {
        const struct facts *facts = &before->machines[(expected + i) % before->count];

        if (facts->process.record.pid == machine->now->process.pid &&
            facts->process.record.starttime_ticks == machine->now->process.starttime_ticks)
            return facts;
    }
    return NULL;
}

/* A process's counters count since its start. When those of the rest began is known only of a restart that was seen. */
static vmm_status cgroup_growth(const struct machine *machine)
{
    struct vmm_cgroup cgroup;
    vmm_status one = vmm_record_growth(&machine->before->cgroup, &machine->now->cgroup, &cgroup, sizeof cgroup);
    vmm_status other = machine->io_growth.status;

    return one == VMM_RESET || other == VMM_RESET ? VMM_RESET : one;
}

/* Since when the row of a TAP or disk counts. `things` are those of the same machine, as they were told before. */
static uint64_t row_start(const struct things *things, const void *row, vmm_status status, uint64_t before_ns)
{
    for (size_t i = 0; i < things->count; i++) {
        const struct thing *thing = thing_at(things, i);

        if (vmm_record_same(thing + 1, row) == VMM_OK || status == VMM_RESET)
            return start_after(status, thing->start_ns, before_ns);
    }
    return VMM_UNKNOWN;
}

/* ---- The TAPs and disks of a machine ---- */

/* Whether another TAP of the machine, in another network namespace, has the same name. */
static bool has_twin(const struct rows *rows, size_t index)
{
    const struct vmm_net *row = row_at(rows, VMM_RECORD_NET, index);

    for (size_t i = 0; i < rows->count; i++) {
        const struct vmm_net *other = row_at(rows, VMM_RECORD_NET, i);

        if (i != index && strcmp(other->name, row->name) == 0)
            return true;
    }
    return false;
}

static void take_taps(struct told *told, const struct things *old, struct facts *facts, const struct machine *machine,
                      uint64_t before_ns)
{
    const struct rows *rows = &machine->now->nets;

    for (size_t i = 0; i < rows->count; i++) {
        struct tap_facts *tap = &told->taps[facts->first_tap + facts->tap_count];
        struct vmm_net growth;
        vmm_status status;

        tap->row = *(const struct vmm_net *)row_at(rows, VMM_RECORD_NET, i);
        vmm_net_guest_view_of(&tap->row, &tap->guest, sizeof tap->guest);
        tap->received_dropped = number_or(tap->row.net_dev_rx_drop, tap->row.rx_dropped);
        if (has_twin(rows, i))
            vmm_value_print(tap->row.instance_id, tap->netns, sizeof tap->netns, NULL);
        status = rows_growth_of(&machine->before->nets, &tap->row, VMM_RECORD_NET, i, &growth);
        tap->thing.start_ns = row_start(old, &tap->row, status, before_ns);
        set_labels(facts, &tap->thing, tap->row.name, tap->netns);
        facts->tap_count++;
    }
}

static void take_disks(struct told *told, const struct things *old, struct facts *facts, const struct machine *machine,
                       uint64_t before_ns)
{
    const struct rows *rows = &machine->now->disks;

    for (size_t i = 0; i < rows->count; i++) {
        struct disk_facts *disk = &told->disks[facts->first_disk + facts->disk_count];
        struct vmm_disk growth;
        vmm_status status;

        disk->row = *(const struct vmm_disk *)row_at(rows, VMM_RECORD_DISK, i);
        status = rows_growth_of(&machine->before->disks, &disk->row, VMM_RECORD_DISK, i, &growth);
        disk->thing.start_ns = row_start(old, &disk->row, status, before_ns);
        set_labels(facts, &disk->thing, disk->row.name, NULL);
        facts->disk_count++;
    }
}

/* ---- The threads of its virtual CPUs ---- */

static bool is_vcpu(const struct thread_times *thread)
{
    return vmm_is_known(thread->vcpu);
}

static size_t count_vcpus(const struct machine *machine)
{
    const struct thread_sample *threads = &machine->now->threads;
    size_t count = 0;

    for (size_t i = 0; i < threads->count; i++)
        count += is_vcpu(&threads->list[i]);
    return count;
}

static void take_vcpus(struct told *told, struct facts *facts, const struct machine *machine)
{
    const struct thread_sample *threads = &machine->now->threads;

    for (size_t i = 0; i < threads->count; i++) {
        const struct thread_times *thread = &threads->list[i];
        struct vcpu_facts *vcpu = &told->vcpus[facts->first_vcpu + facts->vcpu_count];

        if (!is_vcpu(thread))
            continue;
        vmm_value_print(thread->vcpu, vcpu->number, sizeof vcpu->number, NULL);
        vcpu->run_seconds = number_over(thread->run_time_ns, 1e9);
        vcpu->run_delay_seconds = number_over(thread->run_delay_ns, 1e9);
        vcpu->thing.start_ns = VMM_UNKNOWN;
        set_labels(facts, &vcpu->thing, vcpu->number, NULL);
        facts->vcpu_count++;
    }
}

/* ---- The block devices of its cgroup ---- */

/* Finds the path of a block device in /dev, as the kernel names it; its numbers if the kernel has no name. Gives false if that
 * cannot be read. */
static bool find_device(const struct roots *roots, struct cgroup_device_facts *device)
{
    static bool complained;
    char name[sizeof "dev/block/:" + sizeof device->major + sizeof device->minor], path[ROOTS_PATH_BYTES],
        target[256] = "";
    const char *last;

    snprintf(name, sizeof name, "dev/block/%s:%s", device->major, device->minor);
    if (roots_sys(roots, name, path) && readlink(path, target, sizeof target - 1) < 0 && !reader_is_gone(errno)) {
        complain(path, &complained, strerror(errno));
        return false;
    }
    last = strrchr(target, '/');
    if (last == NULL || snprintf(device->path, sizeof device->path, "/dev%s", last) >= (int)sizeof device->path)
        snprintf(device->path, sizeof device->path, "%s:%s", device->major, device->minor);
    /* The kernel writes an exclamation mark for a slash of a name. */
    for (char *at = strchr(device->path, '!'); at != NULL; at = strchr(at, '!'))
        *at = '/';
    return true;
}

static void take_devices(struct told *told, struct facts *facts, const struct machine *machine,
                         const struct roots *roots)
{
    const struct rows *rows = &machine->now->io;

    for (size_t i = 0; machine_owns_cgroup(machine) && i < rows->count; i++) {
        struct cgroup_device_facts *device = &told->devices[facts->first_device + facts->device_count];

        device->row = *(const struct vmm_cgroup_io *)row_at(rows, VMM_RECORD_CGROUP_IO, i);
        device->thing.start_ns = VMM_UNKNOWN;
        vmm_value_print(device->row.major, device->major, sizeof device->major, NULL);
        vmm_value_print(device->row.minor, device->minor, sizeof device->minor, NULL);
        /* With another name it would be another series. */
        if (!find_device(roots, device))
            continue;
        set_labels(facts, &device->thing, device->path, NULL);
        device->thing.labels[LABEL_MAJOR] = device->major;
        device->thing.labels[LABEL_MINOR] = device->minor;
        facts->device_count++;
    }
}

/* ---- All of it ---- */

static void take_machine(struct told *told, const struct told *before, const struct machine *machine,
                         const struct roots *roots, size_t index)
{
    const struct facts *old = facts_before(before, machine, index);
    struct facts *facts = &told->machines[index];
    uint64_t start_ns = old == NULL ? start_of(machine, (uint64_t)sysconf(_SC_CLK_TCK)) : old->process.thing.start_ns;
    struct things things[KINDS] = {{NULL, 0, 0}};
    struct use use;

    use_between(machine, (uint64_t)sysconf(_SC_CLK_TCK), &use);
    memcpy(facts->vm, machine->name, sizeof facts->vm);
    if (facts->vm[0] == '\0')
        memcpy(facts->vm, machine->now->process.comm, sizeof facts->vm);
    take_process(&facts->process, machine, use.elapsed_ns, start_ns, told->time_ns);
    take_switches(&facts->switches, old == NULL ? NULL : &old->switches, machine,
                  told->time_ns - (uint64_t)use.threads_elapsed_ns);
    take_cgroup(&facts->cgroup, machine, &use);
    take_instance(&facts->instance, machine, &use);
    set_labels(facts, &facts->process.thing, NULL, NULL);
    set_labels(facts, &facts->switches.thing, NULL, NULL);
    set_labels(facts, &facts->cgroup.thing, NULL, NULL);
    set_labels(facts, &facts->instance.thing, NULL, NULL);
    facts->process.thing.start_ns = facts->instance.thing.start_ns = start_ns;
    facts->cgroup.thing.start_ns = VMM_UNKNOWN;
    if (old != NULL) {
        facts->cgroup.thing.start_ns = start_after(cgroup_growth(machine), old->cgroup.thing.start_ns, before->time_ns);
        told_list(before, (size_t)(old - before->machines), 1, things);
    }
    take_taps(told, &things[OF_TAP], facts, machine, before->time_ns);
    take_disks(told, &things[OF_DISK], facts, machine, before->time_ns);
    take_devices(told, facts, machine, roots);
    take_vcpus(told, facts, machine);
}

int told_take(struct told *told, const struct told *before, struct machine *const *machines, size_t count,
              const struct roots *roots, uint64_t time_ns)
{
    size_t taps = 0, disks = 0, vcpus = 0, devices = 0;

    *told = (struct told){.time_ns = time_ns,
                          .host = {.machines = count, .one = 1},
                          .count = count,
                          .machines = calloc(count + 1, sizeof *told->machines)};
    for (size_t i = 0; told->machines != NULL && i < count; i++) {
        told->machines[i].first_tap = taps;
        told->machines[i].first_disk = disks;
        taps += machines[i]->now->nets.count;
        disks += machines[i]->now->disks.count;
        told->machines[i].first_vcpu = vcpus;
        vcpus += count_vcpus(machines[i]);
        told->machines[i].first_device = devices;
        devices += machines[i]->now->io.count;
    }
    told->taps = calloc(taps + 1, sizeof *told->taps);
    told->disks = calloc(disks + 1, sizeof *told->disks);
    told->vcpus = calloc(vcpus + 1, sizeof *told->vcpus);
    told->devices = calloc(devices + 1, sizeof *told->devices);
    if (told->machines == NULL || told->taps == NULL || told->disks == NULL || told->vcpus == NULL ||
        told->devices == NULL) {
        told_release(told);
        return ENOMEM;
    }
    for (size_t i = 0; i < count; i++)
        take_machine(told, before, machines[i], roots, i);
    return 0;
}

void told_release(struct told *told)
{
    free(told->machines);
    free(told->taps);
    free(told->disks);
    free(told->vcpus);
    free(told->devices);
    *told = (struct told){.time_ns = 0};
}

void told_list(const struct told *told, size_t first, size_t count, struct things things[KINDS])
{
    const struct facts *machines = &told->machines[first], *last = &machines[count == 0 ? 0 : count - 1];
    const struct tap_facts *taps = &told->taps[machines->first_tap];
    const struct disk_facts *disks = &told->disks[machines->first_disk];
    const struct cgroup_device_facts *devices = &told->devices[machines->first_device];

    things[OF_HOST] = (struct things){&told->host, sizeof told->host, 1};
    things[OF_PROCESS] = (struct things){&machines->process, sizeof *machines, count};
    things[OF_SWITCHES] = (struct things){&machines->switches, sizeof *machines, count};
    things[OF_CGROUP] = (struct things){&machines->cgroup, sizeof *machines, count};
    things[OF_INSTANCE] = (struct things){&machines->instance, sizeof *machines, count};
    things[OF_TAP] = (struct things){taps, sizeof *taps, last->first_tap + last->tap_count - machines->first_tap};
    things[OF_TAP_PACKETS] = things[OF_TAP];
    things[OF_VCPU] = (struct things){&told->vcpus[machines->first_vcpu], sizeof *told->vcpus,
                                      last->first_vcpu + last->vcpu_count - machines->first_vcpu};
    things[OF_DISK] = (struct things){disks, sizeof *disks, last->first_disk + last->disk_count - machines->first_disk};
    things[OF_CONTAINER] = things[OF_CGROUP];
    things[OF_CONTAINER_DISK] = things[OF_CONTAINER_DEVICE] =
        (struct things){devices, sizeof *devices, last->first_device + last->device_count - machines->first_device};
}
