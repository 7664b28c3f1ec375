/* SPDX-License-Identifier: MIT */
#define _POSIX_C_SOURCE 200809L
/* For realpath(). */
#define _XOPEN_SOURCE 700
#include "facts.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/statvfs.h>

#include "../../common/clock.h"
#include "../../common/format/where.h"
#include "../../common/message.h"
#include "../../common/number.h"
#include "../../common/same.h"

static struct facts facts;
static struct machine_facts machine;
/* Things of a kind, and those of the sample before. */
struct kind {
    struct rows now;
    struct rows before;
    /* Where a thing's record is in its struct. */
    size_t record;
};
static struct kind cpus = {.now.row_bytes = sizeof(struct cpu_facts),
                           .before.row_bytes = sizeof(struct cpu_facts),
                           .record = offsetof(struct cpu_facts, row)};
static struct kind disks = {.now.row_bytes = sizeof(struct disk_facts),
                            .before.row_bytes = sizeof(struct disk_facts),
                            .record = offsetof(struct disk_facts, row)};
static struct kind nets = {.now.row_bytes = sizeof(struct net_facts),
                           .before.row_bytes = sizeof(struct net_facts),
                           .record = offsetof(struct net_facts, row)};
static struct rows filesystems;
/* The moment of the sample before, since 1970; 0 if there was none. */
static uint64_t sample_ns;

/* ---- Since when counters count ---- */

/* Since the start of the machine at first. `status` is that of the growth of the record. */
static uint64_t start_of(const struct kind *kind, const void *record, vmm_status status)
{
    const char *records = (const char *)kind->before.rows + kind->record, *before = NULL;
    const struct thing *thing;

    if (sample_ns == 0)
        return machine.thing.start_ns;
    if (kind->before.count != 0)
        before = find_same(records, kind->before.count, kind->before.row_bytes, record, kind->now.count);
    thing = (const void *)(before == NULL ? NULL : before - kind->record);
    return start_after(status, thing == NULL ? VMM_UNKNOWN : thing->start_ns, sample_ns);
}

static void set_labels(struct thing *thing)
{
    thing->labels[LABEL_HOST] = where_name();
    thing->labels[LABEL_HOST_ID] = where_id();
}

/* ---- The machine ---- */

uint64_t facts_cpus(const struct sample *sample)
{
    uint64_t count = 0;

    for (size_t i = 0; i < sample->cpus.count; i++)
        count += (uint64_t)vmm_is_known(((const struct vmm_cpu *)rows_at(&sample->cpus, i))->id);
    return count == 0 ? VMM_UNKNOWN : count;
}

static void take_sockets(const struct sockets *sockets)
{
    for (unsigned i = 0; i < SOCKET_STATES; i++) {
        uint64_t six = sockets->counts[SOCKET_TCP6][i];

        /* A machine without IPv6 has no such sockets. */
        machine.tcp[i] = number_sum(sockets->counts[SOCKET_TCP][i], number_or(six, 0));
    }
    machine.udp = number_sum(sockets->counts[SOCKET_UDP][0], number_or(sockets->counts[SOCKET_UDP6][0], 0));
}

static void take_memory(const struct sample *sample)
{
    const struct vmm_meminfo *meminfo = &sample->meminfo;
    const struct vmm_memory_usage *usage = &sample->memory_usage;

    machine.meminfo = *meminfo;
    machine.memory = *usage;
    machine.available_ratio = number_share(meminfo->mem_available_bytes, meminfo->mem_total_bytes);
    machine.free_ratio = number_share(meminfo->mem_free_bytes, meminfo->mem_total_bytes);
    machine.buffers_ratio = number_share(usage->buffers_bytes, meminfo->mem_total_bytes);
    machine.cache_ratio = number_share(usage->cache_bytes, meminfo->mem_total_bytes);
    machine.swap_used_or_0_ratio = usage->swap_total_bytes == 0 ? 0 : usage->swap_used_ratio;
    machine.swap_free_ratio = number_share(usage->swap_free_bytes, usage->swap_total_bytes);
    machine.huge_pages_used = number_difference(meminfo->huge_pages_total, meminfo->huge_pages_free);
}

static void take_processes(const struct processes *processes)
{
    const uint64_t *states = processes->by_state;

    memcpy(machine.processes, states, sizeof machine.processes);
    machine.processes_total = processes->total;
    machine.threads = processes->threads;
    machine.processes_stopped = number_sum(states[VMM_PROCESS_STATE_STOPPED], states[VMM_PROCESS_STATE_TRACING_STOP]);
    machine.processes_asleep =
        number_sum(number_sum(states[VMM_PROCESS_STATE_SLEEPING], states[VMM_PROCESS_STATE_DISK_SLEEP]),
                   states[VMM_PROCESS_STATE_IDLE]);
}

/* The kernel's own time of its start moves with the clock, so the first one is kept until counters restart. */
static void take_start(const struct sample *sample, const struct full *full)
{
    uint64_t seconds = sample->stat.btime_seconds;
    struct vmm_stat stat;
    struct vmm_vmstat vmstat;
    vmm_status status = vmm_record_growth(&machine.stat, &sample->stat, &stat, sizeof stat);

    if (status != VMM_RESET)
        status = vmm_record_growth(&machine.vmstat, &full->vmstat, &vmstat, sizeof vmstat);
    if (sample_ns == 0 || !vmm_is_known(machine.thing.start_ns))
        machine.thing.start_ns = seconds > UINT64_MAX / SECOND ? VMM_UNKNOWN : seconds * SECOND;
    else if (status == VMM_RESET)
        machine.thing.start_ns = sample_ns;
}

static void take_machine(const struct sample *sample, const struct full *full)
{
    take_start(sample, full);
    set_labels(&machine.thing);
    machine.time_seconds = (double)facts.time_ns / 1e9;
    machine.cpus = facts_cpus(sample);
    machine.stat = sample->stat;
    take_memory(sample);
    machine.vmstat = full->vmstat;
    machine.minor_faults = number_difference(full->vmstat.pgfault, full->vmstat.pgmajfault);
    machine.system = full->system;
    memcpy(machine.pressure, full->pressure, sizeof machine.pressure);
    take_processes(&full->processes);
    take_sockets(&full->sockets);
}

/* ---- Its CPUs ---- */

static void name_cpu(struct cpu_facts *cpu)
{
    static const char all[] = "cpu-total", prefix[] = "cpu";
    size_t length = sizeof prefix - 1;

    memcpy(cpu->name, prefix, length);
    if (vmm_value_print(cpu->row.id, cpu->name + length, sizeof cpu->name - length, NULL) != VMM_OK)
        memcpy(cpu->name, all, sizeof all);
}

/* Whether the CPU counts on since the sample before. A part of its time that fell a little has not restarted. */
static vmm_status cpu_growth(const struct sample *sample, const struct vmm_cpu *row)
{
    size_t index = (size_t)(row - (const struct vmm_cpu *)sample->cpus.rows);
    struct vmm_cpu_usage usage;
    vmm_status status = vmm_cpu_usage_between(rows_find(&sample->cpus_before, row, index), row, &usage, sizeof usage);

    return status == VMM_NO_INTERVAL ? VMM_OK : status;
}

static void take_cpu(const struct sample *sample, const struct vmm_cpu *row)
{
    struct cpu_facts cpu = {.row = *row, .usage = sample_cpu_usage(sample, row)};
    const struct vmm_cpu_usage *usage = &cpu.usage;

    name_cpu(&cpu);
    cpu.active_ticks = number_sum(number_sum(row->user_ticks, row->nice_ticks), row->system_ticks);
    cpu.active_ticks = number_sum(cpu.active_ticks, number_or(row->iowait_ticks, 0));
    cpu.active_ticks = number_sum(cpu.active_ticks, number_or(row->irq_ticks, 0));
    cpu.active_ticks = number_sum(cpu.active_ticks, number_or(row->softirq_ticks, 0));
    cpu.active_ticks = number_sum(cpu.active_ticks, number_or(row->steal_ticks, 0));
    cpu.interrupt_ticks = number_sum(row->irq_ticks, row->softirq_ticks);
    cpu.interrupt_ratio = usage->irq_ratio + usage->softirq_ratio;
    cpu.user_without_guest_ratio = usage->user_ratio - real_or(usage->guest_ratio, 0);
    cpu.nice_without_guest_ratio = usage->nice_ratio - real_or(usage->guest_nice_ratio, 0);
    cpu.thing.start_ns = start_of(&cpus, row, cpu_growth(sample, row));
    rows_add(&cpus.now, &cpu);
}

/* Those of them that a format tells of: node_exporter only single ones, CloudWatch's agent and OpenTelemetry all together,
 * and single ones if that is wanted; where numbers are to be added up, as with OpenTelemetry, not both. */
static void take_cpus(const struct sample *sample, const struct options *options)
{
    bool single = options->per_cpu || options->format == FORMAT_PROMETHEUS;
    bool all = !single || options->format == FORMAT_CLOUDWATCH;

    rows_keep(&cpus.before, &cpus.now);
    for (size_t i = 0; i < sample->cpus.count; i++) {
        const struct vmm_cpu *row = rows_at(&sample->cpus, i);
        bool is_total = i == 0;

        /* The total row is the first. Another row without a number would be the same series. */
        if (vmm_is_known(row->id) ? single : all && is_total)
            take_cpu(sample, row);
    }
    for (size_t i = 0; i < cpus.now.count; i++) {
        struct cpu_facts *cpu = rows_at(&cpus.now, i);

        set_labels(&cpu->thing);
        cpu->thing.labels[LABEL_CPU_NAME] = cpu->name;
        cpu->thing.labels[LABEL_CPU] = vmm_is_known(cpu->row.id) ? cpu->name + sizeof "cpu" - 1 : NULL;
    }
}

/* ---- Disks and interfaces ---- */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Where the digits at the end of a name begin; NULL if there is no digit. */
static const char *before_number(const char *name)
{
    const char *end = name + strlen(name), *digits = end;

    while (digits != name && is_digit(digits[-1]))
        digits--;
    return digits == end ? NULL : digits;
}

/* What node_exporter leaves out unless told otherwise:
 * ^(z?ram|loop|fd|(h|s|v|xv)d[a-z]|nvme\d+n\d+p)\d+$, where the z is only in new versions. */
static bool node_exporter_ignores(const char *name)
{
    static const char *const prefixes[] = {"ram", "loop", "fd"};
    static const char *const letters[] = {"hd", "sd", "vd", "xvd"};
    const char *number = before_number(name);
    size_t length = number == NULL ? 0 : (size_t)(number - name);

    for (unsigned i = 0; i < sizeof prefixes / sizeof prefixes[0]; i++) {
        if (length == strlen(prefixes[i]) && memcmp(name, prefixes[i], length) == 0)
            return true;
    }
    for (unsigned i = 0; i < sizeof letters / sizeof letters[0]; i++) {
        if (length == strlen(letters[i]) + 1 && memcmp(name, letters[i], length - 1) == 0 && name[length - 1] >= 'a' &&
            name[length - 1] <= 'z')
            return true;
    }
    return length > 4 && memcmp(name, "nvme", 4) == 0 && name[length - 1] == 'p';
}

static void take_disks(const struct row_file *file, const struct options *options)
{
    rows_keep(&disks.before, &disks.now);
    for (size_t i = 0; file->known && i < file->now.count; i++) {
        const struct vmm_disk *row = rows_at(&file->now, i), *before = rows_find(&file->before, row, i);
        struct disk_facts disk = {.row = *row};

        if (options->format == FORMAT_PROMETHEUS && node_exporter_ignores(row->name))
            continue;
        disk.thing.start_ns = start_of(&disks, row, vmm_record_growth(before, row, &disk.growth, sizeof disk.growth));
        rows_add(&disks.now, &disk);
    }
    for (size_t i = 0; i < disks.now.count; i++) {
        struct disk_facts *disk = rows_at(&disks.now, i);

        set_labels(&disk->thing);
        disk->thing.labels[LABEL_DISK] = disk->row.name;
    }
}

static void take_nets(const struct row_file *file)
{
    rows_keep(&nets.before, &nets.now);
    for (size_t i = 0; file->known && i < file->now.count; i++) {
        const struct vmm_net *row = rows_at(&file->now, i), *before = rows_find(&file->before, row, i);
        struct net_facts net = {.row = *row};

        net.thing.start_ns = start_of(&nets, row, vmm_record_growth(before, row, &net.growth, sizeof net.growth));
        rows_add(&nets.now, &net);
    }
    for (size_t i = 0; i < nets.now.count; i++) {
        struct net_facts *net = rows_at(&nets.now, i);

        set_labels(&net->thing);
        net->thing.labels[LABEL_INTERFACE] = net->row.name;
    }
}

/* ---- File systems ---- */

/* Whether a path is a directory, or in it. */
static bool is_in(const char *path, const char *directory)
{
    size_t length = strlen(directory);

    if (strncmp(path, directory, length) != 0)
        return false;
    return length == 1 || path[length] == '\0' || path[length] == '/';
}

/* Finds the mount that a path is on: of those that it is in the longest, and of several there the last. */
static void find_mount(const char *path, struct filesystem_facts *filesystem)
{
    static struct source mounts;
    static char real[PATH_BYTES], mount_point[PATH_BYTES];
    struct vmm_text text;
    struct vmm_mount row;
    vmm_status status;
    size_t longest = 0;

    if (mounts.file.path == NULL)
        mounts = source_of("/proc/self/mountinfo", false);
    if (realpath(path, real) == NULL || !source_read(&mounts, &text))
        return;
    while ((status = vmm_mount_next(&text, &row, sizeof row)) != VMM_END) {
        source_check(&mounts, status);
        if (status != VMM_OK || vmm_path_unescape(&row.mount_point, mount_point, sizeof mount_point, NULL) != VMM_OK ||
            !is_in(real, mount_point) || strlen(mount_point) < longest)
            continue;
        longest = strlen(mount_point);
        memcpy(filesystem->mount_point, mount_point, longest + 1);
        if (vmm_path_unescape(&row.source, filesystem->device, sizeof filesystem->device, NULL) != VMM_OK)
            filesystem->device[0] = '\0';
        if (vmm_path_unescape(&row.type, filesystem->type, sizeof filesystem->type, NULL) != VMM_OK)
            filesystem->type[0] = '\0';
    }
}

static const char *text_or_null(const char *text)
{
    return text[0] == '\0' ? NULL : text;
}

/* One that was asked for by two of its directories is one. */
static bool is_known_already(const struct filesystem_facts *filesystem)
{
    for (size_t i = 0; i < filesystems.count; i++) {
        const struct filesystem_facts *other = rows_at(&filesystems, i);

        if (strcmp(other->mount_point, filesystem->mount_point) == 0)
            return true;
    }
    return false;
}

static void take_filesystems(const struct sample *sample, const struct options *options)
{
    static struct filesystem_facts taken;

    /* There are never more of them than were asked for. */
    if (filesystems.rows == NULL) {
        filesystems.row_bytes = sizeof taken;
        filesystems.capacity = options->path_count * sizeof taken;
        filesystems.rows = calloc(options->path_count, sizeof taken);
        if (filesystems.rows == NULL)
            fail("paths", strerror(ENOMEM));
    }
    filesystems.count = 0;
    for (size_t i = 0; i < options->path_count; i++) {
        const struct vmm_filesystem *record = &sample->filesystems[i].record;
        const struct vmm_filesystem_usage *usage = &sample->filesystems[i].usage;

        memset(&taken, 0, sizeof taken);
        find_mount(options->paths[i], &taken);
        if (is_known_already(&taken))
            continue;
        taken.record = *record;
        taken.usage = *usage;
        taken.free_bytes =
            number_difference(number_sum(usage->total_bytes, usage->used_below_zero_bytes), usage->used_bytes);
        taken.free_ratio = number_share(usage->available_bytes, usage->total_bytes);
        taken.reserved_ratio = number_share(usage->reserved_bytes, usage->total_bytes);
        taken.used_ratio = number_share(usage->used_bytes, usage->total_bytes);
        taken.read_only = vmm_is_known(record->f_flag) ? (record->f_flag & ST_RDONLY) != 0 : VMM_UNKNOWN;
        rows_add(&filesystems, &taken);
    }
    for (size_t i = 0; i < filesystems.count; i++) {
        struct filesystem_facts *filesystem = rows_at(&filesystems, i);

        set_labels(&filesystem->thing);
        filesystem->thing.labels[LABEL_DEVICE] = text_or_null(filesystem->device);
        filesystem->thing.labels[LABEL_MOUNT_POINT] = text_or_null(filesystem->mount_point);
        filesystem->thing.labels[LABEL_TYPE] = text_or_null(filesystem->type);
        if (vmm_is_known(filesystem->read_only))
            filesystem->thing.labels[LABEL_MODE] = filesystem->read_only != 0 ? "ro" : "rw";
    }
}

/* ---- All of it ---- */

static struct things things_of(const struct rows *rows)
{
    return (struct things){rows->rows, rows->row_bytes, rows->count};
}

const struct facts *facts_of(const struct sample *sample, const struct full *full, const struct options *options)
{
    facts.time_ns = now_since_1970_ns();
    take_machine(sample, full);
    take_cpus(sample, options);
    take_disks(&full->disk, options);
    take_nets(&full->net);
    take_filesystems(sample, options);
    facts.things[OF_MACHINE] = (struct things){&machine, sizeof machine, 1};
    facts.things[OF_CPU] = things_of(&cpus.now);
    facts.things[OF_DISK] = things_of(&disks.now);
    facts.things[OF_NET] = things_of(&nets.now);
    facts.things[OF_NET_PACKETS] = facts.things[OF_NET];
    facts.things[OF_FILESYSTEM] = things_of(&filesystems);
    sample_ns = facts.time_ns;
    return &facts;
}
