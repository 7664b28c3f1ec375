/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "machine.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "answers.h"
#include "network.h"
#include "storage.h"

/* What is not the process's own is looked for again after so many samples. */
enum { LOOK_AT_LEAST = 64 };

/* ---- Finding its files ---- */

static void find_name(struct machine *machine, struct reader *reader)
{
    struct vmm_text text;

    if (reader_read_proc(reader, machine->pid, "cmdline", &text) == 0)
        monitor_name_of(text.pos, (size_t)(text.end - text.pos), machine->name);
}

static void keep_name(char *to, size_t size, const char *from)
{
    size_t length = strlen(from);

    if (length < size)
        memcpy(to, from, length + 1);
}

static void take_taps(struct machine *machine, const struct descriptors *found)
{
    machine->tap_count = 0;
    for (size_t i = 0; i < found->tap_count; i++) {
        const struct held_tap *held = &found->taps[i];
        struct tap *tap = &machine->taps[machine->tap_count];

        if (machine->wanted.tap != NULL && strcmp(machine->wanted.tap, held->name) != 0)
            continue;
        *tap = (struct tap){.macvtap = held->macvtap, .name_space = held->name_space};
        memcpy(tap->name, held->name, sizeof tap->name);
        machine->tap_count++;
    }
    if (machine->wanted.tap != NULL && machine->tap_count == 0) {
        machine->taps[0] = (struct tap){.macvtap = VMM_UNKNOWN, .name_space = VMM_UNKNOWN};
        keep_name(machine->taps[0].name, sizeof machine->taps[0].name, machine->wanted.tap);
        machine->tap_count = 1;
    }
}

static void take_disks(struct machine *machine, const struct descriptors *found)
{
    machine->disk_count = found->disk_count;
    memcpy(machine->disks, found->disks, found->disk_count * sizeof found->disks[0]);
    if (machine->wanted.disk == NULL)
        return;
    machine->disks[0] = (struct device){.name = ""};
    keep_name(machine->disks[0].name, sizeof machine->disks[0].name,
              machine->wanted.disk + (strncmp(machine->wanted.disk, "/dev/", 5) == 0 ? 5 : 0));
    machine->disk_count = 1;
}

/* Looks at what the process holds open. What cannot be listed is not known, and a trouble. */
static void find_held(struct machine *machine, struct reader *reader)
{
    struct descriptors found;
    int error = descriptors_read(reader, machine->pid, &found);

    troubles_add(&machine->troubles, "fd", error != 0 ? error : found.error);
    if (found.count > MOST_DESCRIPTORS)
        troubles_add_reason(&machine->troubles, "fd", "too many descriptors, and not all were looked at");
    machine->is_machine = found.is_machine;
    machine->held_vcpus = found.is_incomplete ? VMM_UNKNOWN : found.vcpus;
    machine->has_more = found.is_incomplete;
    take_taps(machine, &found);
    take_disks(machine, &found);
}

/* Opens the files that are not of the process: of its cgroup, TAPs and disks. */
static int find_others(struct machine *machine, struct reader *reader)
{
    int error;

    find_name(machine, reader);
    find_held(machine, reader);
    error = cgroup_find(reader, machine->pid, machine->wanted.cgroup, machine->count % LOOK_AT_LEAST == 0,
                        &machine->cgroup, &machine->troubles);
    if (error == 0)
        error = cgroup_open(&machine->cgroup, &machine->others, &machine->troubles);
    if (error == 0)
        error = network_open(machine, reader);
    return error == 0 ? storage_open(machine, reader) : error;
}

int machine_open(struct machine *machine, struct reader *reader, uint64_t pid, const struct wanted *wanted)
{
    static const char *const names[] = {"stat", "status", "io", NULL};
    static const char *const membership[] = {"cgroup", NULL};
    char directory[ROOTS_PATH_BYTES];
    int error;

    *machine = (struct machine){.pid = pid, .wanted = *wanted};
    machine->before = &machine->samples[0];
    machine->now = &machine->samples[1];
    /* The caller reports metrics that cannot be opened. */
    metrics_open(&machine->metrics, wanted->metrics);
    error = !reader_proc(reader, pid, "", directory) ? ENAMETOOLONG : access(directory, F_OK) != 0 ? errno : 0;
    if (error == 0)
        error = sources_add_all(&machine->process, directory, names,
                                (struct source_use){SOURCE_PROCESS, VMM_RECORD_PROCESS, 0}, &machine->troubles);
    if (error == 0)
        error = sources_add_all(&machine->process, directory, membership, (struct source_use){SOURCE_MEMBERSHIP, 0, 0},
                                &machine->troubles);
    if (error == 0)
        error = find_others(machine, reader);
    if (error != 0)
        machine_close(machine);
    return error;
}

void machine_close(struct machine *machine)
{
    sources_close(&machine->process);
    sources_close(&machine->others);
    cgroup_release(&machine->cgroup);
    metrics_close(&machine->metrics);
    threads_close(&machine->threads);
    for (size_t i = 0; i < 2; i++) {
        free(machine->samples[i].threads.rows);
        rows_release(&machine->samples[i].io);
        rows_release(&machine->samples[i].nets);
        rows_release(&machine->samples[i].disks);
    }
    growth_release(&machine->net_growth);
    growth_release(&machine->disk_growth);
    growth_release(&machine->io_growth);
}

/* ---- Taking a sample ---- */

/* A number for a text, to see that it is another one. */
static uint64_t number_for(const struct vmm_text *text)
{
    uint64_t number = 14695981039346656037U;

    for (const char *at = text->pos; at != text->end; at++)
        number = (number ^ (unsigned char)*at) * 1099511628211U;
    return number;
}

static void read_membership(struct machine *machine, const struct vmm_text *text)
{
    uint64_t membership = number_for(text);

    machine->has_moved = machine->membership != 0 && machine->membership != membership;
    machine->membership = membership;
}

static void read_source(struct machine *machine, const struct source *source, struct vmm_text *text)
{
    struct sample *now = machine->now;

    switch (source->kind) {
    case SOURCE_PROCESS:
        vmm_record_read(text, source->file, &now->process, sizeof now->process);
        break;
    case SOURCE_MEMBERSHIP:
        read_membership(machine, text);
        break;
    case SOURCE_CGROUP:
        vmm_record_read(text, source->file, &now->cgroup, sizeof now->cgroup);
        break;
    case SOURCE_CGROUP_MEMORY:
        vmm_record_read(text, source->file, &now->cgroup_memory, sizeof now->cgroup_memory);
        break;
    case SOURCE_CPU_PRESSURE:
        vmm_pressure_parse(text, &now->cpu_pressure, sizeof now->cpu_pressure);
        break;
    case SOURCE_MEMORY_PRESSURE:
        vmm_pressure_parse(text, &now->memory_pressure, sizeof now->memory_pressure);
        break;
    case SOURCE_IO_PRESSURE:
        vmm_pressure_parse(text, &now->io_pressure, sizeof now->io_pressure);
        break;
    case SOURCE_CGROUP_IO:
        storage_add_io(&now->io, source->file, text);
        break;
    case SOURCE_NET:
        if (source->index < now->nets.count)
            vmm_record_read(text, source->file, row_at(&now->nets, VMM_RECORD_NET, source->index),
                            sizeof(struct vmm_net));
        break;
    case SOURCE_NET_DEV:
        if (!network_fill(machine, now, (enum tap_place)source->index, text))
            machine->lost = machine->others.count;
        break;
    case SOURCE_DISK:
        if (source->index < now->disks.count)
            vmm_record_read(text, source->file, row_at(&now->disks, VMM_RECORD_DISK, source->index),
                            sizeof(struct vmm_disk));
        break;
    }
}

/* Gives ESRCH where the process is gone. What is gone besides is to be looked for. */
static int read_sources(struct machine *machine, struct reader *reader, struct sources *sources)
{
    for (size_t i = 0; i < sources->count; i++) {
        const struct source *source = &sources->list[i];
        struct vmm_text text;
        int error = reader_read(reader, source->fd, &text);

        troubles_add(&machine->troubles, source->name, error);
        if (error == 0)
            read_source(machine, source, &text);
        else if (error == ESRCH && sources == &machine->process)
            return error;
        else if (error == ENODEV)
            machine->lost = sources->count;
        else if (source->kind == SOURCE_CGROUP_IO)
            machine->now->io.is_incomplete = true;
    }
    return 0;
}

static void forget_cgroup(struct sample *sample)
{
    vmm_record_init(VMM_RECORD_CGROUP, &sample->cgroup, sizeof sample->cgroup);
    vmm_record_init(VMM_RECORD_CGROUP_MEMORY, &sample->cgroup_memory, sizeof sample->cgroup_memory);
    vmm_record_init(VMM_RECORD_PRESSURE, &sample->cpu_pressure, sizeof sample->cpu_pressure);
    vmm_record_init(VMM_RECORD_PRESSURE, &sample->memory_pressure, sizeof sample->memory_pressure);
    vmm_record_init(VMM_RECORD_PRESSURE, &sample->io_pressure, sizeof sample->io_pressure);
    rows_clear(&sample->io);
}

/* Whether it is time to look for what changes seldom: after 1, 2, 4 samples and so on, at last after every 64. */
static bool looks_now(const struct machine *machine)
{
    uint64_t count = machine->count;

    return count != 0 && (count % LOOK_AT_LEAST == 0 || (count & (count - 1)) == 0);
}

/*
 * A monitor that was seen as soon as it had begun may get its TAP and its cgroup later, and others at any time. So
 * they are looked for again when the process is in another cgroup, or when one of them is gone, until there are as
 * many as before or that has been tried for long; and else ever less often.
 */
static int look_again(struct machine *machine, struct reader *reader)
{
    uint64_t identity = machine->cgroup.identity;
    bool is_long = machine->count % LOOK_AT_LEAST == 0;
    int error;

    if (machine->count == 0 || !(machine->lost != 0 || machine->has_moved || looks_now(machine)))
        return 0;
    sources_close(&machine->others);
    error = find_others(machine, reader);
    if (machine->lost != 0)
        machine->lost = is_long || machine->others.count >= machine->lost ? 0 : machine->lost;
    /* Counters of one cgroup say nothing about another's. */
    if (machine->cgroup.identity != identity) {
        forget_cgroup(machine->before);
        growth_forget(&machine->io_growth);
    }
    return error;
}

static void begin(struct machine *machine)
{
    struct sample *now = machine->before;

    machine->before = machine->now;
    machine->now = now;
    vmm_record_init(VMM_RECORD_PROCESS, &now->process, sizeof now->process);
    forget_cgroup(now);
}

static void read_hypervisor(struct machine *machine, struct reader *reader)
{
    struct vmm_text text;
    int error;

    machine->now->told_vcpus = VMM_UNKNOWN;
    if (machine->wanted.hypervisor == NULL)
        return;
    error = reader_read_path(reader, machine->wanted.hypervisor, &text);
    if (error != 0)
        troubles_add_option(&machine->troubles, "--hypervisor", machine->wanted.hypervisor, strerror(error));
    else
        machine->now->told_vcpus = answers_vcpus(text);
}

/* /proc/devices tells which devices of the cgroup lie on others. */
static void sum_rows(struct machine *machine, struct reader *reader)
{
    struct sample *now = machine->now;
    struct vmm_text text;
    int error = reader_read_devices(reader, &text);
    const struct vmm_text *devices = error == 0 ? &text : NULL;

    troubles_add(&machine->troubles, "devices", error);
    growth_take(&machine->net_growth, &now->nets, now->others_ns, VMM_RECORD_NET, NULL);
    growth_take(&machine->disk_growth, &now->disks, now->others_ns, VMM_RECORD_DISK, NULL);
    growth_take(&machine->io_growth, &now->io, now->others_ns, VMM_RECORD_CGROUP_IO, devices);
    rows_total(&now->io, VMM_RECORD_CGROUP_IO, devices, &now->io_total);
}

static int read_others(struct machine *machine, struct reader *reader)
{
    struct sample *now = machine->now;
    int error = look_again(machine, reader);

    if (error != 0)
        return error;
    network_begin(machine, now);
    storage_begin(machine, now);
    now->held_vcpus = machine->held_vcpus;
    now->others_ns = reader->time_ns(reader->user);
    error = read_sources(machine, reader, &machine->others);
    network_end(machine, now);
    if (!machine_owns_cgroup(machine)) {
        forget_cgroup(now);
        growth_forget(&machine->io_growth);
    }
    now->nets.is_incomplete |= machine->has_more && machine->wanted.tap == NULL;
    now->disks.is_incomplete |= machine->has_more && machine->wanted.disk == NULL;
    rows_check(&now->nets, VMM_RECORD_NET);
    rows_check(&now->disks, VMM_RECORD_DISK);
    sum_rows(machine, reader);
    return error;
}

int machine_sample(struct machine *machine, struct reader *reader)
{
    struct sample *now;
    int error;

    begin(machine);
    now = machine->now;
    now->time_ns = reader->time_ns(reader->user);
    error = read_sources(machine, reader, &machine->process);
    /* One that has ended and is not yet waited for. While other threads run, only the first of them has ended. */
    if (error == 0 && now->process.state == VMM_PROCESS_STATE_ZOMBIE && now->process.num_threads <= 1)
        error = ESRCH;
    if (error == 0)
        error = threads_read(&machine->threads, reader, machine->pid, looks_now(machine), &now->threads,
                             &machine->troubles);
    if (error == 0)
        error = read_others(machine, reader);
    troubles_add_option(&machine->troubles, "--balloon", machine->wanted.balloon,
                        balloon_read(machine->wanted.balloon, &now->balloon));
    metrics_read(&machine->metrics, reader->time_ns(reader->user), &now->traffic);
    troubles_add_option(&machine->troubles, "--firecracker-metrics", machine->wanted.metrics, machine->metrics.reason);
    read_hypervisor(machine, reader);
    machine->count++;
    return error == ENOENT ? ESRCH : error;
}

bool machine_is_one(const struct machine *machine)
{
    const struct thread_sample *threads = &machine->now->threads;

    return machine->is_machine || monitor_has_name(machine->now->process.comm) || threads->named_vcpus != 0 ||
           threads->guest_vcpus != 0 || machine->tap_count != 0;
}

bool machine_owns_cgroup(const struct machine *machine)
{
    const struct cgroup_place *cgroup = &machine->cgroup;

    return cgroup->identity != 0 && !cgroup->is_left && cgroup->count_error == 0 &&
           (!vmm_is_known(cgroup->machines) || cgroup->machines == 1);
}
