/* SPDX-License-Identifier: MIT */
#define _POSIX_C_SOURCE 200809L
#include "full.h"

#include <net/if.h>
#include <string.h>

#include "../../common/clock.h"
#include "../../common/print.h"

/* The order of enum pressure_file. */
static const char *const pressure_names[PRESSURE_FILES] = {"cpu", "memory", "io", "irq"};
static const char *const pressure_paths[PRESSURE_FILES] = {"pressure/cpu", "pressure/memory", "pressure/io",
                                                           "pressure/irq"};

static void init_rows(struct row_file *file, size_t row_bytes)
{
    file->before.row_bytes = row_bytes;
    file->now.row_bytes = row_bytes;
    file->again.row_bytes = row_bytes;
}

void full_init(struct full *full, const struct options *options)
{
    const struct roots *roots = &options->roots;

    full->options = options;
    /* Memory that is not touched costs nothing. */
    if (!records_have_any(&options->records))
        return;
    init_rows(&full->net, sizeof(struct vmm_net));
    init_rows(&full->disk, sizeof(struct vmm_disk));
    source_init_own(&full->net.source, roots, "net/dev", false);
    source_init(&full->disk.source, roots, "diskstats", false);
    for (unsigned i = 0; i < PRESSURE_FILES; i++)
        source_init(&full->pressure_files[i], roots, pressure_paths[i], true);
    source_init(&full->vmstat_file, roots, "vmstat", false);
    source_init(&full->loadavg_file, roots, "loadavg", false);
    source_init(&full->uptime_file, roots, "uptime", false);
    processes_init(&full->processes, roots);
    sockets_init(&full->sockets, roots);
}

static bool has(const struct full *full, enum guest_record record)
{
    return records_have(&full->options->records, record);
}

static bool has_either(const struct full *full, enum guest_record record, enum guest_record usage)
{
    return records_have_either(&full->options->records, record, usage);
}

/* ---- Taking a sample ---- */

/* The index of an interface; 0 if it is not known. */
static uint64_t index_of(const struct roots *roots, const char *name)
{
    static struct file file;
    static const char directory[] = "class/net/", member[] = "/ifindex";
    char below[sizeof directory + sizeof(((struct vmm_net *)0)->name) + sizeof member], path[ROOTS_PATH_BYTES];
    uint64_t index = 0;

    if (roots_are_own(roots))
        return if_nametoindex(name);
    /* The own /sys has the interfaces of this program. */
    if ((roots->root == NULL && roots->sys == NULL) || strchr(name, '/') != NULL)
        return 0;
    stpcpy(stpcpy(stpcpy(below, directory), name), member);
    roots_sys(roots, below, path);
    file.path = path;
    file.fd = -1;
    file.kernel = true;
    /* A decimal number. */
    if (file_read(&file) == 0) {
        for (size_t i = 0; i < file.length && file.bytes[i] >= '0' && file.bytes[i] <= '9'; i++)
            index = index * 10 + (uint64_t)(file.bytes[i] - '0');
    }
    file_close(&file);
    return index;
}

/* Whether an interface had the same name and index when the rows `before` were read. */
static bool was_the_same(const struct rows *before, const struct vmm_net *row, size_t expected)
{
    for (size_t i = 0; i < before->count; i++) {
        const struct vmm_net *other = rows_at(before, (expected + i) % before->count);

        if (strcmp(other->name, row->name) == 0)
            return other->ifindex == row->ifindex;
    }
    return false;
}

/* Reads the rows once. Returns whether all of them have the index that they had when `before` was read. */
static bool read_net(struct row_file *file, const struct roots *roots, const struct rows *before)
{
    struct vmm_text text;
    struct vmm_net row;
    vmm_status status;
    bool same = true;

    file->now.count = 0;
    file->known = source_read(&file->source, &text);
    while (file->known && (status = vmm_net_next(&text, &row, sizeof row)) != VMM_END) {
        uint64_t ifindex = status == VMM_OK ? index_of(roots, row.name) : 0;

        source_check(&file->source, status);
        if (status != VMM_OK)
            continue;
        /* The file has no numbers; without, one that was made again under its name is told by counters that fell. */
        if (ifindex != 0)
            row.ifindex = ifindex;
        same = was_the_same(before, &row, file->now.count) && same;
        rows_add(&file->now, &row);
    }
    return same;
}

/*
 * An interface may get another name between the reading of its row and of its index, and another one its name. So, where
 * a name has got another index, the file is read again until two readings agree.
 */
static void take_net(struct row_file *file, const struct roots *roots)
{
    bool agree = read_net(file, roots, &file->before);

    for (unsigned tries = 0; !agree && tries < 3; tries++) {
        rows_keep(&file->again, &file->now);
        agree = read_net(file, roots, &file->again);
    }
    file->known = file->known && agree;
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
    if (has_either(full, RECORD_NET, RECORD_NET_USAGE))
        take_net(&full->net, &full->options->roots);
    if (has_either(full, RECORD_DISK, RECORD_DISK_USAGE))
        take_disks(&full->disk);
    for (unsigned i = 0; has_either(full, RECORD_PRESSURE, RECORD_PRESSURE_USAGE) && i < PRESSURE_FILES; i++)
        take_pressure(&full->pressure_files[i], &full->pressure[i]);
}

static void take_system(struct source *source, enum vmm_file id, struct vmm_system *system)
{
    struct vmm_text text;

    if (source_read(source, &text))
        source_check(source, vmm_record_read(&text, id, system, sizeof *system));
}

static void take_vmstat(struct source *source, struct vmm_vmstat *vmstat)
{
    struct vmm_text text;

    vmm_record_init(VMM_RECORD_VMSTAT, vmstat, sizeof *vmstat);
    if (source_read(source, &text))
        source_check(source, vmm_vmstat_parse(&text, vmstat, sizeof *vmstat));
}

void full_take_rest(struct full *full)
{
    if (has(full, RECORD_VMSTAT))
        take_vmstat(&full->vmstat_file, &full->vmstat);
    if (has(full, RECORD_SYSTEM)) {
        vmm_record_init(VMM_RECORD_SYSTEM, &full->system, sizeof full->system);
        take_system(&full->loadavg_file, VMM_FILE_SYSTEM_LOADAVG, &full->system);
        take_system(&full->uptime_file, VMM_FILE_SYSTEM_UPTIME, &full->system);
    }
    if (has(full, RECORD_PROCESSES))
        processes_take(&full->processes);
    if (has(full, RECORD_SOCKETS))
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

/* Where a record is printed, and which of its members. */
struct printer {
    struct json *out;
    const struct full *full;
    const struct sample *sample;
};

/* The chosen members of a record, as an object. */
static void put_record(const struct printer *to, enum guest_record record, const void *from)
{
    json_open(to->out, '{');
    print_chosen(to->out, record_id(record), from, to->full->options->records.members[record]);
    json_close(to->out, "}");
}

static void put_one(const struct printer *to, enum guest_record record)
{
    const struct sample *sample = to->sample;
    const void *from = NULL;

    if (record == RECORD_STAT)
        from = &sample->stat;
    else if (record == RECORD_MEMINFO)
        from = &sample->meminfo;
    else if (record == RECORD_MEMORY_USAGE)
        from = &sample->memory_usage;
    else if (record == RECORD_VMSTAT)
        from = &to->full->vmstat;
    else if (record == RECORD_SYSTEM)
        from = &to->full->system;
    put_record(to, record, from);
}

static void put_cpus(const struct printer *to, enum guest_record record)
{
    json_open(to->out, '[');
    for (size_t i = 0; i < to->sample->cpus.count; i++) {
        const struct vmm_cpu *row = rows_at(&to->sample->cpus, i);
        struct vmm_cpu_usage usage;

        if (record == RECORD_CPU) {
            put_record(to, record, row);
        } else {
            usage = sample_cpu_usage(to->sample, row);
            put_record(to, record, &usage);
        }
    }
    json_close(to->out, "]");
}

static void put_filesystems(const struct printer *to, enum guest_record record)
{
    json_open(to->out, '[');
    for (size_t i = 0; i < to->full->options->path_count; i++) {
        const struct filesystem *filesystem = &to->sample->filesystems[i];
        const void *from = &filesystem->record;

        if (record == RECORD_FILESYSTEM_USAGE)
            from = &filesystem->usage;
        json_open(to->out, '{');
        json_key(to->out, "path");
        json_string(to->out, filesystem->path, strlen(filesystem->path));
        print_chosen(to->out, record_id(record), from, to->full->options->records.members[record]);
        json_close(to->out, "}");
    }
    json_close(to->out, "]");
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
static void put_rows(const struct printer *to, enum guest_record record)
{
    const struct full *full = to->full;
    bool net = record == RECORD_NET || record == RECORD_NET_USAGE;
    const struct row_file *file = net ? &full->net : &full->disk;
    int64_t elapsed_ns = full->now_ns - full->before_ns;

    if (!file->known) {
        json_null(to->out);
        return;
    }
    json_open(to->out, '[');
    for (size_t i = 0; i < file->now.count; i++) {
        const void *row = rows_at(&file->now, i), *before = rows_find(&file->before, row, i);
        struct vmm_net_usage net_usage;
        struct vmm_disk_usage disk_usage;

        if (record == RECORD_NET_USAGE) {
            net_usage = net_usage_of(before, row, elapsed_ns);
            row = &net_usage;
        } else if (record == RECORD_DISK_USAGE) {
            disk_usage = disk_usage_of(before, row, elapsed_ns);
            row = &disk_usage;
        }
        put_record(to, record, row);
    }
    json_close(to->out, "]");
}

static void put_pressure(const struct printer *to, enum guest_record record)
{
    const struct full *full = to->full;

    json_open(to->out, '{');
    for (unsigned i = 0; i < PRESSURE_FILES; i++) {
        struct vmm_pressure_usage usage;

        json_key(to->out, pressure_names[i]);
        if (record == RECORD_PRESSURE) {
            put_record(to, record, &full->pressure[i]);
            continue;
        }
        vmm_pressure_usage_between(&full->pressure_before[i], &full->pressure[i], full->now_ns - full->before_ns,
                                   &usage, sizeof usage);
        put_record(to, record, &usage);
    }
    json_close(to->out, "}");
}

static void put_processes(const struct printer *to, enum guest_record record)
{
    (void)record;
    processes_print(to->out, &to->full->processes);
}

static void put_sockets(const struct printer *to, enum guest_record record)
{
    (void)record;
    sockets_print(to->out, &to->full->sockets);
}

void full_print(struct json *out, const struct full *full, const struct sample *sample)
{
    static void (*const put[RECORDS])(const struct printer *to, enum guest_record record) = {
        [RECORD_CPU] = put_cpus,
        [RECORD_CPU_USAGE] = put_cpus,
        [RECORD_STAT] = put_one,
        [RECORD_MEMINFO] = put_one,
        [RECORD_MEMORY_USAGE] = put_one,
        [RECORD_FILESYSTEM] = put_filesystems,
        [RECORD_FILESYSTEM_USAGE] = put_filesystems,
        [RECORD_NET] = put_rows,
        [RECORD_NET_USAGE] = put_rows,
        [RECORD_DISK] = put_rows,
        [RECORD_DISK_USAGE] = put_rows,
        [RECORD_PRESSURE] = put_pressure,
        [RECORD_PRESSURE_USAGE] = put_pressure,
        [RECORD_VMSTAT] = put_one,
        [RECORD_SYSTEM] = put_one,
        [RECORD_PROCESSES] = put_processes,
        [RECORD_SOCKETS] = put_sockets,
    };
    struct printer to = {out, full, sample};

    json_open_member(out, "records", '{');
    for (unsigned i = 0; i < RECORDS; i++) {
        if (!has(full, (enum guest_record)i))
            continue;
        json_key(out, record_name((enum guest_record)i));
        put[i](&to, (enum guest_record)i);
    }
    json_close(out, "}");
}
