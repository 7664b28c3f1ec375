#define _POSIX_C_SOURCE 200809L
#include "line.h"

#include <string.h>
#include <time.h>

#include "../common/print.h"
#include "message.h"

static void put_digits(char *to, uint64_t value, int digits)
{
    for (int i = digits; i-- > 0; value /= 10)
        to[i] = (char)('0' + value % 10);
}

/*
 * UTC, as in 2025-12-09T10:50:56Z. Without gmtime_r(), which knows time zones, too: in years that begin in March, so that a leap
 * day comes last, and in periods of 400 of them, which have 146,097 days.
 */
static void print_time(struct json *out)
{
    char text[] = "YYYY-MM-DDThh:mm:ssZ";
    time_t now = time(NULL);
    uint64_t seconds, day, year, month;

    json_key(out, "ts");
    if (now < 0) {
        json_null(out);
        return;
    }
    seconds = (uint64_t)now % 86400;
    /* From the first of March of the year 0. */
    day = (uint64_t)now / 86400 + 719468;
    year = day / 146097 * 400;
    day %= 146097;
    /* A hundred years lack the last one's leap day, which four hundred have. */
    year += (day - day / 1460 + day / 36524 - day / 146096) / 365;
    day -= year % 400 * 365 + year % 400 / 4 - year % 400 / 100;
    /* Months of 31, 30, 31, 30 and 31 days, again and again. */
    month = (5 * day + 2) / 153;
    day -= (153 * month + 2) / 5;
    put_digits(text, year + (month >= 10), 4);
    put_digits(text + 5, month >= 10 ? month - 9 : month + 3, 2);
    put_digits(text + 8, day + 1, 2);
    put_digits(text + 11, seconds / 3600, 2);
    put_digits(text + 14, seconds / 60 % 60, 2);
    put_digits(text + 17, seconds % 60, 2);
    json_string(out, text, sizeof text - 1);
}

/* The busy share of the CPU of a row, which may be NULL, in percent. */
static void print_cpu(struct json *out, const struct sample *sample, const struct vmm_cpu *row)
{
    double ratio = row == NULL ? -1 : sample_cpu_usage(sample, row).busy_gopsutil_ratio;

    json_key(out, "cpu");
    if (ratio >= 0)
        json_hundredths(out, (uint64_t)(ratio * 10000 + 0.5));
    else
        json_null(out);
}

static void print_cpus(struct json *out, const struct sample *sample)
{
    json_key(out, "cpus");
    json_open(out, '[');
    for (size_t i = 0; i < sample->cpus.count; i++) {
        const struct vmm_cpu *row = rows_at(&sample->cpus, i);

        if (row->id == VMM_UNKNOWN)
            continue;
        json_open(out, '{');
        print_number(out, "id", row->id);
        print_cpu(out, sample, row);
        json_close(out, '}');
    }
    json_close(out, ']');
}

static void print_disks(struct json *out, const struct sample *sample, size_t count)
{
    json_key(out, "disks");
    json_open(out, '[');
    for (size_t i = 0; i < count; i++) {
        const struct filesystem *filesystem = &sample->filesystems[i];

        json_open(out, '{');
        json_key(out, "path");
        json_string(out, filesystem->path, strlen(filesystem->path));
        print_number(out, "used", filesystem->usage.used_bytes);
        print_number(out, "total", filesystem->usage.total_bytes);
        json_close(out, '}');
    }
    json_close(out, ']');
}

void line_print(struct json *out, const struct sample *sample, const struct full *full, const struct options *options)
{
    json_open(out, '{');
    print_time(out);
    print_cpu(out, sample, sample_total_cpu(sample));
    print_number(out, "mem_used", sample->memory_usage.used_procps4_bytes);
    print_number(out, "mem_total", sample->memory_usage.total_bytes);
    print_number(out, "disk_used", sample->filesystems[0].usage.used_bytes);
    print_number(out, "disk_total", sample->filesystems[0].usage.total_bytes);
    if (options->per_cpu)
        print_cpus(out, sample);
    if (options->path_count > 1)
        print_disks(out, sample, options->path_count);
    if (full != NULL)
        full_print(out, full, sample, options);
    json_close(out, '}');
    json_end_line(out);
    json_flush(out);
    if (out->error != 0)
        fail("standard output", strerror(out->error));
}
