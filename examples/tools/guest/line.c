/* SPDX-License-Identifier: MIT */
#include "line.h"

#include <string.h>
#include <time.h>

#include "../common/date.h"
#include "../common/print.h"

static void print_time(struct json *out)
{
    time_t now = time(NULL);
    char text[DATE_BYTES] = "";

    if (now >= 0)
        date_of((uint64_t)now, text);
    print_text(out, "ts", text);
}

/* The busy share of a CPU, or of all CPUs, in percent. */
static void print_cpu(struct json *out, struct vmm_cpu_usage usage)
{
    double ratio = usage.busy_gopsutil_ratio;

    json_key(out, "cpu");
    if (ratio >= 0)
        json_hundredths(out, (uint64_t)(ratio * 10000 + 0.5));
    else
        json_null(out);
}

static void print_cpus(struct json *out, const struct sample *sample)
{
    json_open_member(out, "cpus", '[');
    for (size_t i = 0; i < sample->cpus.count; i++) {
        const struct vmm_cpu *row = rows_at(&sample->cpus, i);

        if (!vmm_is_known(row->id))
            continue;
        json_open(out, '{');
        print_number(out, "id", row->id);
        print_cpu(out, sample_cpu_usage(sample, row));
        json_close(out, "}");
    }
    json_close(out, "]");
}

static void print_disks(struct json *out, const struct sample *sample, size_t count)
{
    json_open_member(out, "disks", '[');
    for (size_t i = 0; i < count; i++) {
        const struct filesystem *filesystem = &sample->filesystems[i];

        json_open(out, '{');
        json_key(out, "path");
        json_string(out, filesystem->path, strlen(filesystem->path));
        print_number(out, "used", filesystem->usage.used_bytes);
        print_number(out, "total", filesystem->usage.total_bytes);
        json_close(out, "}");
    }
    json_close(out, "]");
}

static void print_cgroups(struct json *out, const struct sample *sample, size_t count)
{
    json_open_member(out, "cgroups", '[');
    for (size_t i = 0; i < count; i++) {
        const struct guest_cgroup *cgroup = &sample->cgroups[i];

        json_open(out, '{');
        print_text(out, "name", cgroup->name);
        print_number(out, "cpu_usage_usec", cgroup->record.usage_usec);
        print_number(out, "cpu_nr_throttled", cgroup->record.nr_throttled);
        print_number(out, "cpu_throttled_usec", cgroup->record.throttled_usec);
        json_close(out, "}");
    }
    json_close(out, "]");
}

/* What happened between this sample and the one before, only where something happened. */
static void print_said(struct json *out, const struct pace *pace)
{
    if (pace->said.gap_ms >= 0)
        print_number(out, "gap_ms", (uint64_t)pace->said.gap_ms);
    if (pace->said.stepped) {
        json_key(out, "clock_step_ms");
        json_double(out, (double)pace->said.step_ms);
    }
    if (pace->said.restored) {
        json_key(out, "restored");
        json_raw(out, "true");
        out->comma = true;
    }
}

void line_print(struct json *out, const struct sample *sample, const struct full *full, const struct pace *pace,
                const struct options *options)
{
    json_open(out, '{');
    print_time(out);
    print_cpu(out, sample_usage(sample));
    print_number(out, "mem_used", sample->memory_usage.used_procps4_bytes);
    print_number(out, "mem_total", sample->memory_usage.total_bytes);
    print_number(out, "disk_used", sample->filesystems[0].usage.used_bytes);
    print_number(out, "disk_total", sample->filesystems[0].usage.total_bytes);
    print_said(out, pace);
    if (options->cgroup_count != 0)
        print_cgroups(out, sample, options->cgroup_count);
    if (options->per_cpu)
        print_cpus(out, sample);
    if (options->path_count > 1)
        print_disks(out, sample, options->path_count);
    if (options->full) {
        json_key(out, "boot_id");
        if (pace->boot_id[0] == '\0')
            json_null(out);
        else
            json_string(out, pace->boot_id, strcspn(pace->boot_id, "\n"));
    }
    if (records_have_any(&options->records))
        full_print(out, full, sample);
    json_close(out, "}");
    json_end_line(out);
}
