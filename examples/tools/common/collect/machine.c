/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "machine.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "answers.h"
#include "network.h"
#include "storage.h"

/* What is not the process's own is looked for again after so many samples, and files of the same cgroup after so many. */
enum { LOOK_AT_LEAST = 64, LOOK_FOR_FILES = 1024 };

/* ---- Finding its files ---- */

/* After every 64 samples; not all machines of a host after the same one. */
static bool looks_long(const struct machine *machine)
{
    return machine->count != 0 && (machine->count + machine->pid) % LOOK_AT_LEAST == 0;
}

/* After 1, 2, 4 samples and so on. */
static bool is_turn(uint64_t count)
{
    return count != 0 && count <= LOOK_AT_LEAST && (count & (count - 1)) == 0;
}

/*
 * Whether it is time to look for what changes seldom: after 1, 2, 4 samples and so on, at last after every 64; and after 1,
 * 2, 4 samples since a look that failed.
 */
static bool looks_now(const struct machine *machine)
{
    return looks_long(machine) || is_turn(machine->count) ||
           (machine->is_unsure && is_turn(machine->count - machine->unsure_since));
}

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
    machine->is_unsure |= found.error != 0 || (error != 0 && !reader_is_gone(error));
    take_taps(machine, &found);
    take_disks(machine, &found);
}

/*
 * While /proc/PID/cgroup stays the same, the process stays in its cgroup. The cgroup gets further files only when a
 * controller is turned on, which mostly is soon after the beginning.
 */
static int find_cgroup(struct machine *machine, struct reader *reader)
{
    bool is_time = machine->count <= LOOK_AT_LEAST || (machine->count + machine->pid) % LOOK_FOR_FILES == 0;

    if (!is_time && machine->lost == 0 && !machine->has_moved && machine->cgroup.error == 0) {
        if (looks_long(machine) || machine->cgroup.count_error != 0)
            cgroup_count(reader, machine->pid, &machine->cgroup);
        troubles_add(&machine->troubles, "cgroup.procs", machine->cgroup.count_error);
        machine->is_unsure |= machine->cgroup.count_error != 0;
        return 0;
    }
    sources_close(&machine->limit_files);
    sources_close(&machine->cgroup_files);
    machine->has_limits = false;
    cgroup_find(reader, machine->pid, machine->wanted.cgroup, &machine->cgroup, &machine->troubles);
    machine->is_unsure |= machine->cgroup.error != 0 || machine->cgroup.count_error != 0;
    return cgroup_open(&machine->cgroup, reader, &machine->limit_files, &machine->cgroup_files, &machine->troubles);
}

/* Opens the files that are not of the process: of its cgroup, TAPs and disks. */
static int find_others(struct machine *machine, struct reader *reader)
{
    bool was_unsure = machine->is_unsure;
    int error;

    machine->is_unsure = false;
    find_name(machine, reader);
    find_held(machine, reader);
    error = find_cgroup(machine, reader);
    sources_close(&machine->others);
    if (error == 0)
        error = network_open(machine, reader);
    if (machine->is_unsure && !was_unsure)
        machine->unsure_since = machine->count;
    return error == 0 ? storage_open(machine, reader) : error;
}

static int enter(struct machine *machine, const struct reader *reader)
{
    char path[ROOTS_PATH_BYTES];

    if (machine->directory >= 0)
        return 0;
    if (!reader_proc(reader, machine->pid, "", path))
        return ENAMETOOLONG;
    machine->directory = open(path, O_PATH | O_DIRECTORY | O_CLOEXEC);
    machine->keeps_directory = machine->directory >= 0 && reader_may_keep(machine->directory);
    return machine->directory < 0 ? errno : 0;
}

static void leave(struct machine *machine)
{
    if (machine->directory < 0 || machine->keeps_directory)
        return;
    close(machine->directory);
    machine->directory = -1;
}

/* The paths of the machine's own files of answers. */
static int take_paths(struct machine *machine)
{
    const char **paths[ANSWER_FILES] = {&machine->wanted.balloon, &machine->wanted.hypervisor,
                                        &machine->wanted.metrics};

    for (size_t i = 0; i < ANSWER_FILES; i++) {
        const char *pattern = *paths[i], *mark = pattern == NULL ? NULL : strstr(pattern, PID_MARK);

        if (mark == NULL)
            continue;
        if (asprintf(&machine->paths[i], "%.*s%llu%s", (int)(mark - pattern), pattern, (unsigned long long)machine->pid,
                     mark + strlen(PID_MARK)) < 0) {
            machine->paths[i] = NULL;
            return ENOMEM;
        }
        *paths[i] = machine->paths[i];
    }
    return 0;
}

int machine_open(struct machine *machine, struct reader *reader, uint64_t pid, const struct wanted *wanted)
{
    static const struct {
        const char *name;
        struct source_use use;
    } files[] = {{"stat", {SOURCE_PROCESS, VMM_RECORD_PROCESS, 0}},
                 {"statm", {SOURCE_PROCESS, VMM_RECORD_PROCESS, 0}},
                 {"status", {SOURCE_STATUS, VMM_RECORD_PROCESS, 0}},
                 {"io", {SOURCE_PROCESS_IO, VMM_RECORD_PROCESS, 0}},
                 {"cgroup", {SOURCE_MEMBERSHIP, 0, 0}},
                 {"limits", {SOURCE_RLIMITS, 0, 0}}};
    /* The last is read by a thorough reader only. */
    size_t count = sizeof files / sizeof files[0] - (reader->is_thorough ? 0 : 1);
    int error;

    *machine = (struct machine){.pid = pid, .directory = -1, .starttime_ticks = VMM_UNKNOWN, .wanted = *wanted};
    machine->before = &machine->samples[0];
    machine->now = &machine->samples[1];
    error = take_paths(machine);
    /* The caller reports metrics that cannot be opened. */
    metrics_open(&machine->metrics, machine->wanted.metrics);
    if (error == 0)
        error = enter(machine, reader);
    for (size_t i = 0; error == 0 && i < count; i++)
        error = sources_add_at(&machine->process, machine->directory, files[i].name, files[i].use, &machine->troubles);
    if (error == 0)
        error = find_others(machine, reader);
    leave(machine);
    if (error != 0)
        machine_close(machine);
    return error;
}

void machine_close(struct machine *machine)
{
    if (machine->directory >= 0)
        close(machine->directory);
    sources_close(&machine->process);
    sources_close(&machine->limit_files);
    sources_close(&machine->cgroup_files);
    sources_close(&machine->others);
    cgroup_release(&machine->cgroup);
    metrics_close(&machine->metrics);
    threads_close(&machine->threads);
    for (size_t i = 0; i < ANSWER_FILES; i++)
        free(machine->paths[i]);
    for (size_t i = 0; i < 2; i++) {
        free(machine->samples[i].threads.list);
        rows_release(&machine->samples[i].io);
        rows_release(&machine->samples[i].nets);
        rows_release(&machine->samples[i].disks);
    }
    growth_release(&machine->net_growth);
    growth_release(&machine->disk_growth);
    growth_release(&machine->io_growth);
}

/* ---- Taking a sample ---- */

/* So much is read besides the process. */
static size_t other_things(const struct machine *machine)
{
    size_t count = machine->limit_files.count + machine->cgroup_files.count + machine->others.count;

    for (size_t i = 0; i < machine->tap_count; i++)
        count += machine->taps[i].is_link;
    return count;
}

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
    case SOURCE_STATUS:
    case SOURCE_PROCESS_IO:
        vmm_record_read(text, source->file, &now->process, sizeof now->process);
        break;
    case SOURCE_MEMBERSHIP:
        read_membership(machine, text);
        break;
    case SOURCE_RLIMITS:
        limits_read(*text, &now->limits);
        break;
    case SOURCE_LIMIT:
        vmm_record_read(text, source->file, &machine->limits, sizeof machine->limits);
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
            machine->lost = other_things(machine);
        break;
    case SOURCE_DISK:
        if (source->index < now->disks.count)
            vmm_record_read(text, source->file, row_at(&now->disks, VMM_RECORD_DISK, source->index),
                            sizeof(struct vmm_disk));
        break;
    }
}

/*
 * `statm` has the resident memory of `status`, for a sixth of its time. Only a larger or smaller address space can have
 * memory of hugetlbfs after it had none.
 */
static bool status_is_due(struct machine *machine, bool is_brief)
{
    const struct vmm_process *before = &machine->before->process;
    struct vmm_process *now = &machine->now->process;

    if (!is_brief || looks_now(machine) || !vmm_is_known(before->vm_rss_bytes) ||
        !vmm_is_known(now->statm_resident_pages) || now->statm_resident_pages == 0 || !vmm_is_known(now->vsize_bytes) ||
        now->vsize_bytes != before->vsize_bytes ||
        (vmm_is_known(before->hugetlb_pages_bytes) && before->hugetlb_pages_bytes != 0))
        return true;
    now->vm_rss_bytes = now->statm_resident_pages * (uint64_t)sysconf(_SC_PAGESIZE);
    now->hugetlb_pages_bytes = before->hugetlb_pages_bytes;
    return false;
}

/* What the process read and wrote is used if it holds no block device, and its cgroup has no row. */
static bool io_is_due(const struct machine *machine)
{
    return machine->count == 0 || (machine->disk_count == 0 && machine->before->io.count == 0);
}

static bool is_due(struct machine *machine, const struct reader *reader, enum source_kind kind)
{
    return (kind != SOURCE_STATUS || status_is_due(machine, reader->is_brief)) &&
           (kind != SOURCE_PROCESS_IO || reader->is_thorough || io_is_due(machine));
}

/* Gives ESRCH where the process is gone. What is gone besides is to be looked for. */
static int read_sources(struct machine *machine, struct reader *reader, struct sources *sources)
{
    size_t kept = machine->process.count + machine->threads.count +
                  (sources == &machine->others ? machine->cgroup_files.count : 0);

    for (size_t i = 0; i < sources->count; i++) {
        struct source *source = &sources->list[i];
        /* The files of the process and of its threads come first. */
        bool keeps = sources == &machine->process || reader->most_kept == 0 || kept++ < reader->most_kept;
        struct vmm_text text;
        int error;

        if (!is_due(machine, reader, source->kind)) {
            source_rest(source);
            continue;
        }
        error = source_read(source, machine->directory, keeps, reader, &text);
        troubles_add(&machine->troubles, source->name, error);
        if (error == 0)
            read_source(machine, source, &text);
        else if (reader_is_gone(error) && sources == &machine->process)
            return ESRCH;
        else if (reader_is_gone(error))
            machine->lost = other_things(machine);
        else if (source->kind == SOURCE_CGROUP_IO)
            machine->now->io.is_incomplete = true;
        else if (source->kind == SOURCE_LIMIT)
            machine->has_limits = false;
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

/*
 * A monitor that was seen as soon as it had begun may get its TAP and its cgroup later, and others at any time. So
 * they are looked for again when the process is in another cgroup, or when one of them is gone, until there are as
 * many as before or that has been tried for long; and else ever less often.
 */
static int look_again(struct machine *machine, struct reader *reader)
{
    uint64_t identity = machine->cgroup.identity;
    bool is_long = looks_long(machine);
    int error;

    if (machine->count == 0 || !(machine->lost != 0 || machine->has_moved || looks_now(machine)))
        return 0;
    error = find_others(machine, reader);
    if (machine->lost != 0)
        machine->lost = is_long || other_things(machine) >= machine->lost ? 0 : machine->lost;
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
    limits_init(&now->limits);
    now->descriptors = VMM_UNKNOWN;
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
    growth_take(&machine->net_growth, &now->nets, now->nets_ns, VMM_RECORD_NET, NULL);
    growth_take(&machine->disk_growth, &now->disks, now->others_ns, VMM_RECORD_DISK, NULL);
    growth_take(&machine->io_growth, &now->io, now->others_ns, VMM_RECORD_CGROUP_IO, devices);
    rows_total(&now->io, VMM_RECORD_CGROUP_IO, devices, &now->io_total);
}

/* The limits are read again when they were written to. */
static void read_limits(struct machine *machine, struct reader *reader)
{
    bool are_due = cgroup_limits_are_due(&machine->cgroup, machine->before->others_ns);

    if (are_due || !machine->has_limits) {
        vmm_record_init(VMM_RECORD_CGROUP, &machine->limits, sizeof machine->limits);
        machine->has_limits = true;
        read_sources(machine, reader, &machine->limit_files);
    }
    machine->now->cgroup = machine->limits;
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
    now->others_ns = now->nets_ns = reader->time_ns(reader->user);
    read_limits(machine, reader);
    error = read_sources(machine, reader, &machine->cgroup_files);
    if (error == 0)
        error = read_sources(machine, reader, &machine->others);
    if (!network_ask(machine, reader))
        machine->lost = other_things(machine);
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

/* Whether another process has the number now. */
static bool is_another(struct machine *machine)
{
    uint64_t starttime_ticks = machine->now->process.starttime_ticks;

    if (!vmm_is_known(machine->starttime_ticks))
        machine->starttime_ticks = starttime_ticks;
    return vmm_is_known(starttime_ticks) && starttime_ticks != machine->starttime_ticks;
}

int machine_sample(struct machine *machine, struct reader *reader)
{
    struct sample *now;
    int error;

    begin(machine);
    now = machine->now;
    now->time_ns = reader->time_ns(reader->user);
    error = enter(machine, reader);
    if (error == 0)
        error = read_sources(machine, reader, &machine->process);
    if (error == 0 && is_another(machine))
        error = ESRCH;
    if (error == 0 && reader->is_thorough)
        troubles_add(&machine->troubles, "fd", descriptors_count(machine->directory, &now->descriptors));
    /* One that has ended and is not yet waited for. While other threads run, only the first of them has ended. */
    if (error == 0 && now->process.state == VMM_PROCESS_STATE_ZOMBIE && now->process.num_threads <= 1)
        error = ESRCH;
    if (error == 0)
        error = threads_read(&machine->threads, reader,
                             &(struct threads_of){machine->directory, now->process.num_threads, looks_now(machine)},
                             &now->threads, &machine->troubles);
    if (error == 0)
        error = read_others(machine, reader);
    leave(machine);
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
