/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "use.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../number.h"

const char *vcpus_from_name(enum vcpus_from from)
{
    static const char *const names[] = {
        [VCPUS_UNKNOWN] = NULL,
        [VCPUS_FROM_HYPERVISOR] = "hypervisor",
        [VCPUS_FROM_DESCRIPTORS] = "descriptors",
        [VCPUS_FROM_THREADS] = "threads",
        [VCPUS_FROM_GUEST_TIME] = "guest_time",
    };

    return names[from];
}

const char *disk_from_name(enum disk_from from)
{
    static const char *const names[] = {
        [DISK_UNKNOWN] = NULL,         [DISK_FROM_OPTION] = "option",   [DISK_FROM_DESCRIPTORS] = "descriptors",
        [DISK_FROM_CGROUP] = "cgroup", [DISK_FROM_PROCESS] = "process",
    };

    return names[from];
}

double use_rate(int64_t elapsed_ns, uint64_t growth)
{
    return elapsed_ns > 0 ? number_over(growth, (double)elapsed_ns / 1e9) : NAN;
}

/* ---- CPU ---- */

static void count_vcpus(const struct sample *now, struct use *use)
{
    const struct thread_sample *threads = &now->threads;
    const struct {
        uint64_t count;
        enum vcpus_from from;
    } known[] = {
        {now->told_vcpus, VCPUS_FROM_HYPERVISOR},
        {now->held_vcpus, VCPUS_FROM_DESCRIPTORS},
        {threads->named_vcpus == 0 || threads->count == 0 ? VMM_UNKNOWN : threads->named_vcpus, VCPUS_FROM_THREADS},
        {threads->guest_vcpus == 0 || threads->count == 0 ? VMM_UNKNOWN : threads->guest_vcpus, VCPUS_FROM_GUEST_TIME},
    };

    use->vcpus = VMM_UNKNOWN;
    use->vcpus_from = VCPUS_UNKNOWN;
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
        if (!vmm_is_known(known[i].count))
            continue;
        use->vcpus = known[i].count;
        use->vcpus_from = known[i].from;
        return;
    }
}

static void measure_cpu(const struct machine *machine, uint64_t ticks_per_second, struct use *use)
{
    const struct sample *before = machine->before, *now = machine->now;
    struct vmm_interval interval = {use->elapsed_ns, ticks_per_second};
    struct vmm_threads threads[2];
    void *rows;

    use->process_status =
        vmm_process_usage_between(&before->process, &now->process, &interval, &use->process, sizeof use->process);
    rows = threads_rows(&before->threads, &now->threads, threads);
    use->threads_status = vmm_threads_usage_between(&threads[0], &threads[1], &use->process, use->threads_elapsed_ns,
                                                    &use->threads, sizeof use->threads);
    free(rows);
    use->cores = real_or(use->threads.total_cores, use->process.cores_used);
    use->overhead_cores = use->threads.overhead_cores;
    use->cpu_ratio = use->cores / number_over(use->vcpus, 1);
    /* A counter that has always been 0 is not kept: without KVM there is no such time. */
    use->guest_cores = use->outside_guest_cores = NAN;
    if (vmm_is_known(now->process.guest_time_ticks) && now->process.guest_time_ticks != 0) {
        use->guest_cores = use->process.guest_cores;
        use->outside_guest_cores = use->process.outside_guest_cores;
    }
}

/* ---- The cgroup ---- */

static void measure_pressures(const struct sample *before, const struct sample *now, struct use *use)
{
    const struct vmm_pressure *const olds[] = {&before->cpu_pressure, &before->memory_pressure, &before->io_pressure};
    const struct vmm_pressure *const news[] = {&now->cpu_pressure, &now->memory_pressure, &now->io_pressure};

    for (size_t i = 0; i < USE_PRESSURES; i++)
        use->pressure_status[i] = vmm_pressure_usage_between(olds[i], news[i], use->others_elapsed_ns,
                                                             &use->pressure[i], sizeof use->pressure[i]);
}

static void measure_cgroup(const struct machine *machine, struct use *use)
{
    const struct sample *before = machine->before, *now = machine->now;

    use->cgroup_status = vmm_cgroup_usage_between(&before->cgroup, &now->cgroup, use->others_elapsed_ns, &use->cgroup,
                                                  sizeof use->cgroup);
    vmm_cgroup_memory_usage_of(&now->cgroup, &now->cgroup_memory, VMM_UNKNOWN, &use->memory, sizeof use->memory);
    measure_pressures(before, now, use);
}

/* ---- Traffic ---- */

static void measure_net(const struct machine *machine, struct use *use)
{
    const struct growth *growth = &machine->net_growth;

    use->net_status = growth->status;
    use->net_elapsed_ns = growth->elapsed_ns;
    vmm_net_guest_view_of(&growth->sum.net, &use->net, sizeof use->net);
}

/* The growth of the disks or of the cgroup's I/O, and the four of its counters that both records have. */
static void take_growth(struct use *use, const struct growth *growth, const uint64_t counters[4])
{
    use->disk_status = growth->status;
    use->disk_elapsed_ns = growth->elapsed_ns;
    use->read_bytes = counters[0];
    use->write_bytes = counters[1];
    use->reads = counters[2];
    use->writes = counters[3];
}

static void take_disk(const struct machine *machine, struct use *use)
{
    const struct vmm_disk *sum = &machine->disk_growth.sum.disk;

    take_growth(use, &machine->disk_growth, (uint64_t[]){sum->read_bytes, sum->write_bytes, sum->reads, sum->writes});
    if (machine->now->disks.count == 1 && machine->before->disks.count == 1 && !machine->now->disks.is_incomplete) {
        struct vmm_disk_usage usage;

        vmm_disk_usage_between(row_at(&machine->before->disks, VMM_RECORD_DISK, 0),
                               row_at(&machine->now->disks, VMM_RECORD_DISK, 0), use->others_elapsed_ns, &usage,
                               sizeof usage);
        use->busy_ratio = usage.busy_ratio;
    }
}

static void take_cgroup_io(const struct machine *machine, struct use *use)
{
    const struct vmm_cgroup_io *sum = &machine->io_growth.sum.io;

    take_growth(use, &machine->io_growth, (uint64_t[]){sum->read_bytes, sum->write_bytes, sum->reads, sum->writes});
}

/* It counts bytes, but no operations of a disk. */
static void take_process_io(const struct machine *machine, struct use *use)
{
    struct vmm_process growth;

    use->disk_elapsed_ns = use->elapsed_ns;
    use->disk_status = vmm_record_growth(&machine->before->process, &machine->now->process, &growth, sizeof growth);
    use->read_bytes = growth.read_bytes;
    use->write_bytes = growth.write_bytes;
}

static void measure_disk(const struct machine *machine, struct use *use)
{
    use->read_bytes = use->write_bytes = use->reads = use->writes = VMM_UNKNOWN;
    use->busy_ratio = NAN;
    use->disk_status = VMM_E_EMPTY;
    use->disk_from = DISK_UNKNOWN;
    if (machine->disk_count != 0) {
        use->disk_from = machine->wanted.disk != NULL ? DISK_FROM_OPTION : DISK_FROM_DESCRIPTORS;
        take_disk(machine, use);
    } else if (machine->now->io.count != 0 && machine_owns_cgroup(machine)) {
        use->disk_from = DISK_FROM_CGROUP;
        take_cgroup_io(machine, use);
    } else if (vmm_is_known(machine->now->process.read_bytes) && machine->wanted.cgroup == NULL) {
        use->disk_from = DISK_FROM_PROCESS;
        take_process_io(machine, use);
    }
}

void use_between(const struct machine *machine, uint64_t ticks_per_second, struct use *use)
{
    const struct sample *before = machine->before, *now = machine->now;

    *use = (struct use){.is_first = machine->count < 2};
    use->elapsed_ns = now->time_ns - before->time_ns;
    use->threads_elapsed_ns = now->threads.time_ns - before->threads.time_ns;
    use->others_elapsed_ns = now->others_ns - before->others_ns;
    count_vcpus(now, use);
    measure_cpu(machine, ticks_per_second, use);
    measure_cgroup(machine, use);
    measure_net(machine, use);
    measure_disk(machine, use);
}
