/* SPDX-License-Identifier: MIT */
#define _POSIX_C_SOURCE 200809L
#include "sandbox.h"

#include <math.h>
#include <string.h>
#include <time.h>
#include <vmmetrics/vmmetrics.h>

#include "../date.h"
#include "../print.h"

static void put_time(struct json *out, const char *key, const char *unix_key)
{
    time_t now = time(NULL);
    char text[DATE_BYTES];

    if (now < 0)
        return;
    date_of((uint64_t)now, text);
    print_text(out, key, text);
    if (unix_key == NULL)
        return;
    json_key(out, unix_key);
    json_integer(out, (uint64_t)now);
}

static void put_percent(struct json *out, const char *key, double ratio)
{
    if (!(ratio >= 0 && isfinite(ratio)))
        return;
    json_key(out, key);
    json_hundredths(out, (uint64_t)(ratio * 10000 + 0.5));
}

static void put_number(struct json *out, const char *key, uint64_t value)
{
    if (!vmm_is_known(value))
        return;
    json_key(out, key);
    json_integer(out, value);
}

static void print_vm0(struct json *out, const struct sandbox *sandbox)
{
    json_open(out, '{');
    put_time(out, "ts", NULL);
    put_percent(out, "cpu", sandbox->cpu_ratio);
    put_number(out, "mem_used", sandbox->memory_used);
    put_number(out, "mem_total", sandbox->memory_total);
    put_number(out, "disk_used", sandbox->disk_used);
    put_number(out, "disk_total", sandbox->disk_total);
    json_close(out, "}");
    json_end_line(out);
}

static void print_e2b(struct json *out, const struct sandbox *sandbox)
{
    json_open(out, '{');
    put_time(out, "timestamp", "timestampUnix");
    put_number(out, "cpuCount", sandbox->cpus);
    put_percent(out, "cpuUsedPct", sandbox->cpu_ratio);
    put_number(out, "memUsed", sandbox->memory_used);
    put_number(out, "memTotal", sandbox->memory_total);
    put_number(out, "memCache", sandbox->memory_cache);
    put_number(out, "diskUsed", sandbox->disk_used_e2b);
    put_number(out, "diskTotal", sandbox->disk_total);
    json_close(out, "}");
    json_end_line(out);
}

void format_sandbox(struct json *out, enum format format, const struct sandbox *sandbox)
{
    if (format == FORMAT_VM0)
        print_vm0(out, sandbox);
    else
        print_e2b(out, sandbox);
}
