/* SPDX-License-Identifier: MIT */
#define _POSIX_C_SOURCE 200809L
#include "full.h"

#include <net/if.h>
#include <string.h>

#include "../common/clock.h"
#include "../common/print.h"

/* The order of enum pressure_file. */
static const char *const pressure_names[PRESSURE_FILES] = {"cpu", "memory", "io", "irq"};
static const char *const pressure_paths[PRESSURE_FILES] = {"/proc/pressure/cpu", "/proc/pressure/memory",
                                                           "/proc/pressure/io", "/proc/pressure/irq"};

static struct row_file row_file_of(const char *path, size_t row_bytes)
{
    struct row_file file = {.source = source_of(path, false)};

    file.before.row_bytes = row_bytes;
    file.now.row_bytes = row_bytes;
    return file;
}

void full_init(struct full *full)
{
    full->net = row_file_of("/proc/net/dev", sizeof(struct vmm_net));
    full->disk = row_file_of("/proc/diskstats", sizeof(struct vmm_disk));
    for (unsigned i = 0; i < PRESSURE_FILES; i++)
        full->pressure_files[i] = source_of(pressure_paths[i], true);
    full->vmstat_file = source_of("/proc/vmstat", false);
    full->loadavg_file = source_of("/proc/loadavg", false);
    full->uptime_file = source_of("/proc/uptime", false);
    processes_init(&full->processes);
    sockets_init(&full->sockets);
}

/* ---- Taking a sample ---- */

static void take_net(struct row_file *file)
{
    struct vmm_text text;
    struct vmm_net row;
    vmm_status status;

    file->now.count = 0;
    file->known = source_read(&file->source, &text);
    while (file->known && (status = vmm_net_next(&text, &row, sizeof row)) != VMM_END) {
        unsigned ifindex = status == VMM_OK ? if_nametoindex(row.name) : 0;

        source_check(&file->source, status);
        if (status != VMM_OK)
            continue;
        /* The file has no numbers; without, one that was made again under its name is told by counters that fell. */
        if (ifindex != 0)
            row.ifindex = ifindex;
        rows_add(&file->now, &row);
    }
}

static void take_disks(struct row_file *file)
{
    struct vmm_text text;
    struct vmm_disk row;
    vmm_status status;

    file->now.count = 0;
    file->known = source_read(&file->source, &text);
    while (file->known && (status = vmm_disk_next(&text, &row, sizeof row)) != VMM_END) {
        source_check(&file->source, status);
        if (status == VMM_OK)
            rows_add(&file->now, &row);
    }
}

static void take_pressure(struct source *source, struct vmm_pressure *pressure)
{
    struct vmm_text text;

    vmm_record_init(VMM_RECORD_PRESSURE, pressure, sizeof *pressure);
    if (source_read(source, &text))
        source_check(source, vmm_pressure_parse(&text, pressure, sizeof *pressure));
}

void full_take_counters(struct full *full)
{
    full->now_ns = now_ns();
    take_net(&full->net);
    take_disks(&full->disk);
    for (unsigned i = 0; i < PRESSURE_FILES; i++)
        take_pressure(&full->pressure_files[i], &full->pressure[i]);
}

static void take_system(struct source *source, enum vmm_file id, struct vmm_system *system)
{
    struct vmm_text text;

    if (source_read(source, &text))
        source_check(source, vmm_record_read(&text, id, system, sizeof *system));
}

void full_take(struct full *full)
{
    struct vmm_text text;

    full_take_counters(full);
    vmm_record_init(VMM_RECORD_VMSTAT, &full->vmstat, sizeof full->vmstat);
    if (source_read(&full->vmstat_file, &text))
        source_check(&full->vmstat_file, vmm_vmstat_parse(&text, &full->vmstat, sizeof full->vmstat));
    vmm_record_init(VMM_RECORD_SYSTEM, &full->system, sizeof full->system);
    take_system(&full->loadavg_file, VMM_FILE_SYSTEM_LOADAVG, &full->system);
    take_system(&full->uptime_file, VMM_FILE_SYSTEM_UPTIME, &full->system);
    processes_take(&full->processes);
    sockets_take(&full->sockets);
}

void full_keep(struct full *full)
{
    rows_keep(&full->net.before, &full->net.now);
    rows_keep(&full->disk.before, &full->disk.now);
    memcpy(full->pressure_before, full->pressure, sizeof full->pressure);
    full->before_ns = full->now_ns;
}

/* ---- Printing it ---- */

static void print_one(struct json *out, const char *name, enum vmm_record_id record_id, const void *record)
{
    json_key(out, name);
    print_record(out, record_id, record);
}

static void print_cpus(struct json *out, const struct sample *sample)
{
    json_key(out, "cpu");
    json_open(out, '[');
    for (size_t i = 0; i < sample->cpus.count; i++)
        print_record(out, VMM_RECORD_CPU, rows_at(&sample->cpus, i));
    json_close(out, ']');
    json_key(out, "cpu_usage");
    json_open(out, '[');
    for (size_t i = 0; i < sample->cpus.count; i++) {
        struct vmm_cpu_usage usage = sample_cpu_usage(sample, rows_at(&sample->cpus, i));

        print_record(out, VMM_RECORD_CPU_USAGE, &usage);
    }
    json_close(out, ']');
}

static void print_filesystems(struct json *out, const char *name, enum vmm_record_id record_id,
                              const struct sample *sample, const struct options *options)
{
    json_key(out, name);
    json_open(out, '[');
    for (size_t i = 0; i < options->path_count; i++) {
        const struct filesystem *filesystem = &sample->filesystems[i];
        const void *record = &filesystem->record;

        if (record_id == VMM_RECORD_FILESYSTEM_USAGE)
            record = &filesystem->usage;
        json_open(out, '{');
        json_key(out, "path");
        json_string(out, filesystem->path, strlen(filesystem->path));
        print_members(out, record_id, record);
        json_close(out, '}');
    }
    json_close(out, ']');
}

/* What an interface did since the sample before. Whose it is, is known without that. */
static struct vmm_net_usage net_usage_of(const struct vmm_net *before, const struct vmm_net *row, int64_t elapsed_ns)
{
    struct vmm_net_usage rate;

    vmm_net_usage_between(before, row, elapsed_ns, &rate, sizeof rate);
    memcpy(rate.name, row->name, sizeof rate.name);
    rate.ifindex = row->ifindex;
    return rate;
}

static struct vmm_disk_usage disk_usage_of(const struct vmm_disk *before, const struct vmm_disk *row,
                                           int64_t elapsed_ns)
{
    struct vmm_disk_usage rate;

    vmm_disk_usage_between(before, row, elapsed_ns, &rate, sizeof rate);
    rate.major = row->major;
    rate.minor = row->minor;
    memcpy(rate.name, row->name, sizeof rate.name);
    return rate;
}

/* Rows, or what each did; null where they are not known. */
static void print_rows(struct json *out, const char *name, enum vmm_record_id record_id, const struct full *full)
{
    bool net = record_id == VMM_RECORD_NET || record_id == VMM_RECORD_NET_USAGE;
    const struct row_file *file = net ? &full->net : &full->disk;
    int64_t elapsed_ns = full->now_ns - full->before_ns;

    json_key(out, name);
    if (!file->known) {
        json_null(out);
        return;
    }
    json_open(out, '[');
    for (size_t i = 0; i < file->now.count; i++) {
        const void *row = rows_at(&file->now, i), *before = rows_find(&file->before, row, i);
        struct vmm_net_usage net_usage;
        struct vmm_disk_usage disk_usage;

        if (record_id == VMM_RECORD_NET_USAGE) {
            net_usage = net_usage_of(before, row, elapsed_ns);
            row = &net_usage;
        } else if (record_id == VMM_RECORD_DISK_USAGE) {
            disk_usage = disk_usage_of(before, row, elapsed_ns);
            row = &disk_usage;
        }
        print_record(out, record_id, row);
    }
    json_close(out, ']');
}

static void print_pressure(struct json *out, const struct full *full)
{
    json_key(out, "pressure");
    json_open(out, '{');
    for (unsigned i = 0; i < PRESSURE_FILES; i++)
        print_one(out, pressure_names[i], VMM_RECORD_PRESSURE, &full->pressure[i]);
    json_close(out, '}');
    json_key(out, "pressure_usage");
    json_open(out, '{');
    for (unsigned i = 0; i < PRESSURE_FILES; i++) {
        struct vmm_pressure_usage usage;

        vmm_pressure_usage_between(&full->pressure_before[i], &full->pressure[i], full->now_ns - full->before_ns,
                                   &usage, sizeof usage);
        print_one(out, pressure_names[i], VMM_RECORD_PRESSURE_USAGE, &usage);
    }
    json_close(out, '}');
}

void full_print(struct json *out, const struct full *full, const struct sample *sample, const struct options *options)
{
    json_key(out, "records");
    json_open(out, '{');
    print_cpus(out, sample);
    print_one(out, "stat", VMM_RECORD_STAT, &sample->stat);
    print_one(out, "meminfo", VMM_RECORD_MEMINFO, &sample->meminfo);
    print_one(out, "memory_usage", VMM_RECORD_MEMORY_USAGE, &sample->memory_usage);
    print_filesystems(out, "filesystem", VMM_RECORD_FILESYSTEM, sample, options);
    print_filesystems(out, "filesystem_usage", VMM_RECORD_FILESYSTEM_USAGE, sample, options);
    print_rows(out, "net", VMM_RECORD_NET, full);
    print_rows(out, "net_usage", VMM_RECORD_NET_USAGE, full);
    print_rows(out, "disk", VMM_RECORD_DISK, full);
    print_rows(out, "disk_usage", VMM_RECORD_DISK_USAGE, full);
    print_pressure(out, full);
    print_one(out, "vmstat", VMM_RECORD_VMSTAT, &full->vmstat);
    print_one(out, "system", VMM_RECORD_SYSTEM, &full->system);
    processes_print(out, &full->processes);
    sockets_print(out, &full->sockets);
    json_close(out, '}');
}
