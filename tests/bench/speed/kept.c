/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "kept.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>
#include <vmmetrics/vmmetrics.h>

enum { ROWS = 64 };

static char buffer[1 << 20];
/* As a program has them that keeps what it has read: room for all rows. */
static struct vmm_cpu cpus[ROWS];
static struct vmm_disk disks[ROWS];
static struct vmm_net nets[ROWS];

static bool parse_stat(const char *bytes, size_t length)
{
    struct vmm_text text = vmm_text_of(bytes, length);
    struct vmm_stat stat;
    size_t count = 0;

    while (vmm_cpu_next(&text, &cpus[count], sizeof cpus[0]) == VMM_OK)
        count = (count + 1) % ROWS;
    return vmm_stat_parse(&text, &stat, sizeof stat) == VMM_OK;
}

static bool parse_meminfo(const char *bytes, size_t length)
{
    struct vmm_text text = vmm_text_of(bytes, length);
    struct vmm_meminfo memory;

    return vmm_meminfo_parse(&text, &memory, sizeof memory) == VMM_OK;
}

static bool parse_vmstat(const char *bytes, size_t length)
{
    struct vmm_text text = vmm_text_of(bytes, length);
    struct vmm_vmstat vmstat;

    return vmm_vmstat_parse(&text, &vmstat, sizeof vmstat) == VMM_OK;
}

static bool parse_system(enum vmm_file file, const char *bytes, size_t length)
{
    static struct vmm_system system;
    struct vmm_text text = vmm_text_of(bytes, length);

    return vmm_record_read(&text, file, &system, sizeof system) == VMM_OK;
}

static bool parse_loadavg(const char *bytes, size_t length)
{
    return parse_system(VMM_FILE_SYSTEM_LOADAVG, bytes, length);
}

static bool parse_uptime(const char *bytes, size_t length)
{
    return parse_system(VMM_FILE_SYSTEM_UPTIME, bytes, length);
}

static bool parse_pressure(const char *bytes, size_t length)
{
    struct vmm_text text = vmm_text_of(bytes, length);
    struct vmm_pressure pressure;

    return vmm_pressure_parse(&text, &pressure, sizeof pressure) == VMM_OK;
}

static bool parse_diskstats(const char *bytes, size_t length)
{
    struct vmm_text text = vmm_text_of(bytes, length);
    vmm_status status;
    size_t count = 0;

    while ((status = vmm_disk_next(&text, &disks[count], sizeof disks[0])) == VMM_OK)
        count = (count + 1) % ROWS;
    return status == VMM_END;
}

static bool parse_net_dev(const char *bytes, size_t length)
{
    struct vmm_text text = vmm_text_of(bytes, length);
    vmm_status status;
    size_t count = 0;

    while ((status = vmm_net_next(&text, &nets[count], sizeof nets[0])) == VMM_OK)
        count = (count + 1) % ROWS;
    return status == VMM_END;
}

bool kept_open(struct kept *kept, const char *path)
{
    static const struct {
        const char *path;
        bool (*parse)(const char *bytes, size_t length);
    } known[] = {
        {"/proc/stat", parse_stat},           {"/proc/meminfo", parse_meminfo}, {"/proc/vmstat", parse_vmstat},
        {"/proc/loadavg", parse_loadavg},     {"/proc/uptime", parse_uptime},   {"/proc/pressure/cpu", parse_pressure},
        {"/proc/diskstats", parse_diskstats}, {"/proc/net/dev", parse_net_dev},
    };

    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
        if (strcmp(known[i].path, path) == 0) {
            *kept = (struct kept){path, open(path, O_RDONLY | O_CLOEXEC), known[i].parse, 0};
            return kept->fd >= 0;
        }
    }
    return false;
}

bool kept_read(struct kept *kept)
{
    ssize_t got;

    kept->length = 0;
    do {
        got = pread(kept->fd, buffer + kept->length, sizeof buffer - kept->length, (off_t)kept->length);
        kept->length += got > 0 ? (size_t)got : 0;
    } while (got > 0 && kept->length != sizeof buffer);
    return got == 0;
}

bool kept_parse(const struct kept *kept)
{
    return kept->parse(buffer, kept->length);
}
