/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "self.h"

#include <fcntl.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../common/clock.h"
#include "../common/collect/descriptors.h"
#include "../common/filesystem.h"
#include "../common/number.h"
#include "../common/read.h"
#include "../common/same.h"

enum self_file {
    FILE_STAT,
    FILE_MEMINFO,
    FILE_PRESSURE,
    FILE_NET = FILE_PRESSURE + SELF_PRESSURES,
    FILE_DISK,
    FILE_LOAD,
    FILE_UPTIME,
    FILES
};

/*
 * Rows of CPUs, interfaces or disks, of two moments. Linux has at most 8192 CPUs; memory that is not touched costs
 * nothing.
 */
struct cpus {
    struct vmm_cpu rows[8192 + 1];
    size_t count;
    /* A row that cannot be read, or has no place, is missing in the sum of all CPUs. */
    bool is_incomplete;
    int64_t read_ns;
};

struct nets {
    struct vmm_net rows[SELF_ROWS];
    size_t count;
    size_t all;
};

struct disks {
    struct vmm_disk rows[SELF_ROWS];
    bool is_empty[SELF_ROWS];
    size_t count;
    size_t all;
};

struct readings {
    int64_t time_ns;
    struct cpus cpus;
    struct nets nets;
    struct disks disks;
    struct vmm_pressure pressure[SELF_PRESSURES];
};

struct self {
    struct roots roots;
    struct file files[FILES];
    char paths[FILES][ROOTS_PATH_BYTES];
    /* The file system that is shown. */
    char root[ROOTS_PATH_BYTES];
    /* They take turns. */
    struct readings readings[2];
    struct readings *before;
    struct readings *now;
    bool first;
};

struct self *self_new(const struct roots *roots)
{
    static const char *const names[FILES] = {
        [FILE_STAT] = "stat",
        [FILE_MEMINFO] = "meminfo",
        [FILE_PRESSURE + SELF_CPU_PRESSURE] = "pressure/cpu",
        [FILE_PRESSURE + SELF_MEMORY_PRESSURE] = "pressure/memory",
        [FILE_PRESSURE + SELF_IO_PRESSURE] = "pressure/io",
        [FILE_NET] = "net/dev",
        [FILE_DISK] = "diskstats",
        [FILE_LOAD] = "loadavg",
        [FILE_UPTIME] = "uptime",
    };
    struct self *self = calloc(1, sizeof *self);

    if (self == NULL)
        return NULL;
    self->roots = *roots;
    for (size_t i = 0; i < FILES; i++) {
        /* /proc/net is of the reader's network, wherever /proc is. */
        bool is_of_first = i == FILE_NET && !roots_are_own(roots);

        roots_proc(roots, is_of_first ? "1/net/dev" : names[i], self->paths[i]);
        self->files[i] = file_of_kernel(self->paths[i]);
    }
    roots_path(roots, "/", self->root);
    self->before = &self->readings[0];
    self->now = &self->readings[1];
    self->first = true;
    return self;
}

void self_free(struct self *self)
{
    for (size_t i = 0; self != NULL && i < FILES; i++)
        file_release(&self->files[i]);
    free(self);
}

static void fail(struct self_view *view, const char *path, int error)
{
    if (view->failure_count < sizeof view->failures / sizeof view->failures[0]) {
        view->failures[view->failure_count].path = path;
        view->failures[view->failure_count].error = error;
        view->failure_count++;
    }
}

/* Empty where the file cannot be read. */
static struct vmm_text text_of(struct self *self, enum self_file which, struct self_view *view)
{
    struct file *file = &self->files[which];
    int error = file_read(file);

    if (error != 0)
        fail(view, file->path, error);
    return vmm_text_of(file->bytes, file->length);
}

/* ---- Reading ---- */

static void read_cpus(struct cpus *cpus, struct vmm_text text)
{
    struct vmm_cpu row;
    vmm_status status;

    cpus->read_ns = now_ns();
    cpus->count = 0;
    cpus->is_incomplete = false;
    while ((status = vmm_cpu_next(&text, &row, sizeof row)) != VMM_END) {
        if (status == VMM_OK && cpus->count < sizeof cpus->rows / sizeof cpus->rows[0])
            cpus->rows[cpus->count++] = row;
        else
            cpus->is_incomplete = true;
    }
}

static void read_nets(struct nets *nets, struct vmm_text text)
{
    struct vmm_net row;
    vmm_status status;

    nets->count = 0;
    nets->all = 0;
    while ((status = vmm_net_next(&text, &row, sizeof row)) != VMM_END) {
        if (status != VMM_OK)
            continue;
        nets->all++;
        if (nets->count < SELF_ROWS)
            nets->rows[nets->count++] = row;
    }
}

/* Opens a file of a disk in /sys, or gives -1. */
static int open_of_disk(const struct roots *roots, const struct vmm_disk *row, const char *file)
{
    struct device device = {.name = ""};
    char relative[DEVICE_PATH_BYTES], path[ROOTS_PATH_BYTES];

    memcpy(device.name, row->name, sizeof device.name);
    device_path(&device, file, relative);
    return roots_sys(roots, relative, path) ? open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK) : -1;
}

/* A partition's traffic is its disk's, too. */
static bool is_partition(const struct roots *roots, const struct vmm_disk *row)
{
    int fd = open_of_disk(roots, row, "partition");

    if (fd >= 0)
        close(fd);
    return fd >= 0;
}

/* Nothing is attached to a disk of size 0. A disk whose size cannot be read is not taken for one. */
static bool is_empty(const struct roots *roots, const struct vmm_disk *row)
{
    int fd = open_of_disk(roots, row, "size");
    char text[2] = "";
    ssize_t length = fd < 0 ? -1 : read(fd, text, sizeof text);

    if (fd >= 0)
        close(fd);
    return length == 2 && text[0] == '0' && text[1] == '\n';
}

static void read_disks(const struct roots *roots, struct disks *disks, struct vmm_text text)
{
    struct vmm_disk row;
    vmm_status status;

    disks->count = 0;
    disks->all = 0;
    while ((status = vmm_disk_next(&text, &row, sizeof row)) != VMM_END) {
        bool is_used = row.reads != 0 || row.writes != 0;

        /* Of those that are only counted none is looked at, so partitions count, too. */
        if (status != VMM_OK || (disks->count < SELF_ROWS && is_partition(roots, &row)))
            continue;
        disks->all++;
        if (disks->count < SELF_ROWS) {
            disks->is_empty[disks->count] = is_used && is_empty(roots, &row);
            disks->rows[disks->count++] = row;
        }
    }
}

static void read_moment(struct self *self, struct self_view *view)
{
    struct readings *now = self->before;

    self->before = self->now;
    self->now = now;
    now->time_ns = now_ns();
    read_cpus(&now->cpus, text_of(self, FILE_STAT, view));
    for (unsigned i = 0; i < SELF_PRESSURES; i++) {
        struct vmm_text text = text_of(self, FILE_PRESSURE + i, view);

        vmm_pressure_parse(&text, &now->pressure[i], sizeof now->pressure[i]);
    }
    read_nets(&now->nets, text_of(self, FILE_NET, view));
    read_disks(&self->roots, &now->disks, text_of(self, FILE_DISK, view));
}

/* ---- What lies between two moments ---- */

static vmm_status first_or(const struct self *self, vmm_status status)
{
    return self->first ? VMM_FIRST : status;
}

/* What some CPUs of the present sample did since the one before. */
static vmm_status cpus_usage(const struct self *self, const struct vmm_cpus *before, const struct vmm_cpus *after,
                             struct vmm_cpu_usage *usage)
{
    /* From the start of the one reading to the end of the other, the longest time that the rows may count. */
    int64_t elapsed_ns = self->now->cpus.read_ns - self->before->time_ns;
    const struct vmm_interval interval = {elapsed_ns, (uint64_t)sysconf(_SC_CLK_TCK)};

    return first_or(self, vmm_cpus_usage_between(before, after, &interval, usage, sizeof *usage));
}

/* All CPUs together, by their own rows: the total row jumps when a CPU goes offline. */
static void view_all_cpus(const struct self *self, struct self_view *view)
{
    const struct cpus *old = &self->before->cpus, *now = &self->now->cpus;
    const struct vmm_cpus before = {old->rows, old->count, sizeof old->rows[0]};
    const struct vmm_cpus after = {now->rows, now->count, sizeof now->rows[0]};
    struct vmm_cpu_usage usage;
    vmm_status status = cpus_usage(self, &before, &after, &usage);

    if (status == VMM_OK && (old->is_incomplete || now->is_incomplete))
        status = vmm_record_init(VMM_RECORD_CPU_USAGE, &usage, sizeof usage);
    view->busy = figure_of_rate(status, usage.busy_node_exporter_ratio);
    view->steal = figure_of_rate(status, usage.steal_ratio);
    view->iowait = figure_of_rate(status, usage.iowait_ratio);
    view->user = figure_of_rate(status, usage.user_ratio + usage.nice_ratio);
    view->system = figure_of_rate(status, usage.system_ratio);
}

static void view_cpus(const struct self *self, struct self_view *view)
{
    const struct cpus *before = &self->before->cpus, *now = &self->now->cpus;

    view->cpu_count = 0;
    for (size_t i = 0; i < now->count && view->cpu_count < SELF_CPUS; i++) {
        const struct vmm_cpu *row = &now->rows[i];
        const struct vmm_cpu *old = find_same(before->rows, before->count, sizeof *row, row, i);
        struct vmm_cpu_usage usage;
        vmm_status status;

        if (!vmm_is_known(row->id))
            continue;
        status = cpus_usage(self, &(struct vmm_cpus){old, old == NULL ? 0 : 1, sizeof *row},
                            &(struct vmm_cpus){row, 1, sizeof *row}, &usage);
        view->cpu_ids[view->cpu_count] = row->id;
        view->cpus[view->cpu_count] = figure_of_rate(status, usage.busy_node_exporter_ratio);
        view->cpu_steal[view->cpu_count++] = figure_of_rate(status, usage.steal_ratio);
    }
}

static void view_pressure(const struct self *self, struct self_view *view)
{
    int64_t elapsed_ns = self->now->time_ns - self->before->time_ns;

    for (size_t i = 0; i < SELF_PRESSURES; i++) {
        static const char names[SELF_PRESSURES][8] = {"cpu", "memory", "io"};
        const struct vmm_pressure *now = &self->now->pressure[i];
        struct vmm_pressure_usage usage;
        vmm_status status =
            vmm_pressure_usage_between(&self->before->pressure[i], now, elapsed_ns, &usage, sizeof usage);

        if (vmm_is_known(now->some_total_usec))
            status = first_or(self, status);
        view->pressure[i] = (struct self_row){
            .figures = {figure_of_rate(status, usage.some_ratio),
                        figure_of_rate(vmm_is_known(now->full_total_usec) ? status : VMM_E_EMPTY, usage.full_ratio),
                        figure_of(number_over(now->some_avg10_hundredths, 10000)),
                        figure_of(number_over(now->some_avg60_hundredths, 10000)),
                        figure_of(number_over(now->some_avg300_hundredths, 10000))}};
        memcpy(view->pressure[i].name, names[i], sizeof names[i]);
    }
}

static void view_nets(const struct self *self, struct self_view *view)
{
    const struct nets *before = &self->before->nets, *now = &self->now->nets;
    int64_t elapsed_ns = self->now->time_ns - self->before->time_ns;

    view->nets.all = now->all;
    view->nets.count = now->count;
    for (size_t i = 0; i < now->count; i++) {
        const struct vmm_net *row = &now->rows[i];
        const struct vmm_net *old = find_same(before->rows, before->count, sizeof *row, row, i);
        struct vmm_net_usage rate;
        vmm_status status = vmm_net_usage_between(old, row, elapsed_ns, &rate, sizeof rate);

        view->nets.rows[i] =
            (struct self_row){.is_idle = row->rx_packets == 0 && row->tx_packets == 0,
                              .figures = {figure_of_rate(status, rate.rx_bytes_per_second),
                                          figure_of_rate(status, rate.tx_bytes_per_second),
                                          figure_of_rate(status, rate.rx_packets_per_second),
                                          figure_of_rate(status, rate.tx_packets_per_second),
                                          figure_sum(figure_of_rate(status, rate.net_dev_rx_drop_per_second),
                                                     figure_of_rate(status, rate.tx_dropped_per_second))}};
        memcpy(view->nets.rows[i].name, row->name, sizeof row->name);
    }
}

static void view_disks(const struct self *self, struct self_view *view)
{
    const struct disks *before = &self->before->disks, *now = &self->now->disks;
    int64_t elapsed_ns = self->now->time_ns - self->before->time_ns;

    view->disks.all = now->all;
    view->disks.count = now->count;
    for (size_t i = 0; i < now->count; i++) {
        const struct vmm_disk *row = &now->rows[i];
        const struct vmm_disk *old = find_same(before->rows, before->count, sizeof *row, row, i);
        struct vmm_disk_usage rate;
        vmm_status status = vmm_disk_usage_between(old, row, elapsed_ns, &rate, sizeof rate);

        view->disks.rows[i] = (struct self_row){
            .is_idle = (row->reads == 0 && row->writes == 0) || now->is_empty[i],
            .figures = {figure_of_rate(status, rate.read_bytes_per_second),
                        figure_of_rate(status, rate.write_bytes_per_second),
                        figure_of_rate(status, rate.reads_per_second), figure_of_rate(status, rate.writes_per_second),
                        figure_of_rate(status, rate.busy_ratio), figure_of_rate(status, rate.read_await_ms),
                        figure_of_rate(status, rate.write_await_ms)}};
        memcpy(view->disks.rows[i].name, row->name, sizeof row->name);
    }
}

/* ---- What is of one moment ---- */

static void view_memory(struct self *self, struct self_view *view)
{
    struct vmm_text text = text_of(self, FILE_MEMINFO, view);
    struct vmm_memory_usage usage;
    struct vmm_meminfo memory;

    vmm_meminfo_parse(&text, &memory, sizeof memory);
    vmm_memory_usage_of(&memory, &usage, sizeof usage);
    view->memory_total = figure_of_count(usage.total_bytes);
    view->memory_used = figure_of_count(usage.used_procps4_bytes);
    view->memory_available = figure_of_count(usage.available_bytes);
    view->memory_cache = figure_of_count(usage.buff_cache_bytes);
    view->memory_free = figure_of_count(usage.free_bytes);
    view->balloon = figure_of_count(usage.balloon_bytes);
    view->swap_total = figure_of_count(usage.swap_total_bytes);
    view->swap_used = figure_of_count(usage.swap_used_bytes);
}

static void view_system(struct self *self, struct self_view *view)
{
    struct vmm_text load = text_of(self, FILE_LOAD, view), uptime = text_of(self, FILE_UPTIME, view);
    struct vmm_system system;
    uint64_t loads[3];

    vmm_record_init(VMM_RECORD_SYSTEM, &system, sizeof system);
    vmm_record_read(&load, VMM_FILE_SYSTEM_LOADAVG, &system, sizeof system);
    vmm_record_read(&uptime, VMM_FILE_SYSTEM_UPTIME, &system, sizeof system);
    loads[0] = system.load1_hundredths;
    loads[1] = system.load5_hundredths;
    loads[2] = system.load15_hundredths;
    for (size_t i = 0; i < 3; i++)
        view->load[i] = figure_of(number_over(loads[i], 100));
    view->uptime = figure_of(number_over(system.uptime_hundredths, 100));
}

static void view_root(const struct self *self, struct self_view *view)
{
    struct vmm_filesystem_usage usage;
    struct vmm_filesystem root;
    int error = filesystem_read(self->root, &root);

    if (error != 0)
        fail(view, self->root, error);
    vmm_filesystem_usage_of(&root, &usage, sizeof usage);
    view->root_used = figure_of_count(usage.used_bytes);
    view->root_available = figure_of_count(usage.available_bytes);
    view->root_size = figure_of_count(usage.total_bytes);
    view->root_percent = figure_of(usage.use_ratio);
}

void self_take(struct self *self, struct self_view *view)
{
    view->failure_count = 0;
    if (gethostname(view->name, sizeof view->name) != 0)
        view->name[0] = '\0';
    view->name[sizeof view->name - 1] = '\0';
    read_moment(self, view);
    view_all_cpus(self, view);
    view_cpus(self, view);
    view_pressure(self, view);
    view_nets(self, view);
    view_disks(self, view);
    view_memory(self, view);
    view_system(self, view);
    view_root(self, view);
    history_add(&view->busy_history, view->busy);
    history_add(&view->steal_history, view->steal);
    history_add(&view->memory_history, view->memory_used);
    self->first = false;
}
