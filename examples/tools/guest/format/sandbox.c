/* SPDX-License-Identifier: MIT */
#define _POSIX_C_SOURCE 200809L
#include "sandbox.h"

#include <math.h>
#include <string.h>
#include <time.h>
#include <vmmetrics/vmmetrics.h>

#include "../../common/date.h"
#include "../../common/message.h"
#include "../../common/print.h"

/* A number that a line needs. */
struct needed {
    const char *key;
    uint64_t value;
    /* Whether the value is hundredths, which the line has as a number with decimals. */
    bool is_percent;
};

enum { MOST_NEEDED = 7 };

/* A share from 0 to 1 as hundredths of a percent; unknown if it is NaN. */
static uint64_t hundredths_of(double ratio)
{
    return ratio >= 0 && isfinite(ratio) ? (uint64_t)(ratio * 10000 + 0.5) : VMM_UNKNOWN;
}

static void print_needed(struct json *out, const struct needed *row)
{
    json_key(out, row->key);
    if (row->is_percent)
        json_hundredths(out, row->value);
    else
        json_integer(out, row->value);
}

/* Whether all numbers are known. Says once of each number that it is missing. */
static bool are_known(const char *option, const struct needed *rows, size_t count)
{
    static bool complained[MOST_NEEDED];
    bool known = true;

    for (size_t i = 0; i < count; i++) {
        char reason[64];

        if (vmm_is_known(rows[i].value))
            continue;
        known = false;
        stpcpy(stpcpy(reason, "no line while this number is unknown: "), rows[i].key);
        complain(option, &complained[i], reason);
    }
    return known;
}

static time_t print_time(struct json *out, const char *key)
{
    time_t now = time(NULL);
    char text[DATE_BYTES] = "";

    date_of(now < 0 ? 0 : (uint64_t)now, text);
    print_text(out, key, text);
    return now < 0 ? 0 : now;
}

/* ---- vm0 ---- */

/* A cgroup's numbers, all of them or none. */
static void print_cgroup(struct json *out, const struct guest_cgroup *cgroup)
{
    const struct vmm_cgroup *record = &cgroup->record;
    const struct {
        const char *key;
        uint64_t value;
    } rows[] = {{"_cpu_usage_usec", record->usage_usec},
                {"_cpu_nr_throttled", record->nr_throttled},
                {"_cpu_throttled_usec", record->throttled_usec}};
    enum { ROWS = sizeof rows / sizeof rows[0] };

    for (unsigned i = 0; i < ROWS; i++) {
        if (!vmm_is_known(rows[i].value))
            return;
    }
    for (unsigned i = 0; i < ROWS; i++) {
        char key[CGROUP_NAME_BYTES + sizeof "_cpu_throttled_usec"];

        stpcpy(stpcpy(key, cgroup->name), rows[i].key);
        json_key(out, key);
        json_integer(out, rows[i].value);
    }
}

static void print_vm0(struct json *out, const struct sample *sample, const struct pace *pace,
                      const struct options *options)
{
    const struct vmm_cpu_usage cpu = sample_usage(sample);
    const struct vmm_filesystem_usage *disk = &sample->filesystems[0].usage;
    const struct needed needed[] = {
        {"cpu", hundredths_of(cpu.busy_gopsutil_ratio), true},
        {"mem_used", sample->memory_usage.used_procps4_bytes, false},
        {"mem_total", sample->memory_usage.total_bytes, false},
        {"disk_used", disk->used_bytes, false},
        {"disk_total", disk->total_bytes, false},
    };
    enum { NEEDED = sizeof needed / sizeof needed[0] };
    uint64_t steal = hundredths_of(cpu.steal_ratio);

    if (!are_known("--format vm0", needed, NEEDED))
        return;
    json_open(out, '{');
    print_time(out, "ts");
    print_needed(out, &needed[0]);
    if (vmm_is_known(steal))
        print_needed(out, &(struct needed){"cpu_steal_percent", steal, true});
    json_key(out, "scheduled_lag_ms");
    json_integer(out, (uint64_t)pace->said.lag_ms);
    for (unsigned i = 1; i < NEEDED; i++)
        print_needed(out, &needed[i]);
    for (size_t i = 0; i < options->cgroup_count; i++)
        print_cgroup(out, &sample->cgroups[i]);
    json_close(out, "}");
    json_end_line(out);
}

/* ---- E2B ---- */

static void print_e2b(struct json *out, const struct sample *sample)
{
    const struct vmm_filesystem_usage *disk = &sample->filesystems[0].usage;
    const struct needed needed[] = {
        {"cpuCount", sample_cpus(sample), false},
        {"cpuUsedPct", hundredths_of(sample_usage(sample).busy_gopsutil_ratio), true},
        {"memUsed", sample->memory_usage.used_procps4_bytes, false},
        {"memTotal", sample->memory_usage.total_bytes, false},
        {"memCache", sample->memory_usage.cache_bytes, false},
        /* Blocks that are kept for root are used. */
        {"diskUsed", disk->used_e2b_bytes, false},
        {"diskTotal", disk->total_bytes, false},
    };
    enum { NEEDED = sizeof needed / sizeof needed[0] };

    if (!are_known("--format e2b", needed, NEEDED))
        return;
    json_open(out, '{');
    print_number(out, "timestampUnix", (uint64_t)print_time(out, "timestamp"));
    for (unsigned i = 0; i < NEEDED; i++)
        print_needed(out, &needed[i]);
    json_close(out, "}");
    json_end_line(out);
}

void sandbox_print(struct json *out, const struct sample *sample, const struct pace *pace,
                   const struct options *options)
{
    if (options->format == FORMAT_VM0)
        print_vm0(out, sample, pace, options);
    else
        print_e2b(out, sample);
}
