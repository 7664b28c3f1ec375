/* SPDX-License-Identifier: MIT */
/* For CLOCK_BOOTTIME. */
#define _GNU_SOURCE
#include "self.h"

#include <dirent.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "../../common/clock.h"
#include "../../common/number.h"
#include "../source.h"

static uint64_t known_limit(int error, const struct rlimit *limit)
{
    return error == 0 && limit->rlim_cur != RLIM_INFINITY ? limit->rlim_cur : VMM_UNKNOWN;
}

static uint64_t usec_of(struct timeval time)
{
    return (uint64_t)time.tv_sec * 1000000 + (uint64_t)time.tv_usec;
}

/* The directory stays open, as one of the descriptors that are counted. */
static uint64_t count_descriptors(void)
{
    static DIR *directory;
    uint64_t count = 0;

    if (directory == NULL)
        directory = opendir("/proc/self/fd");
    if (directory == NULL)
        return VMM_UNKNOWN;
    rewinddir(directory);
    for (const struct dirent *entry = readdir(directory); entry != NULL; entry = readdir(directory))
        count += entry->d_name[0] == '.' ? 0 : 1;
    return count;
}

/* Found once: a start that moves with the time of day would be another start. */
static uint64_t find_start(uint64_t starttime_ticks)
{
    static uint64_t start_usec = VMM_UNKNOWN;
    struct timespec up;

    if (!vmm_is_known(start_usec) && vmm_is_known(starttime_ticks) && clock_gettime(CLOCK_BOOTTIME, &up) == 0) {
        uint64_t up_usec = (uint64_t)up.tv_sec * 1000000 + (uint64_t)up.tv_nsec / 1000;
        uint64_t age_usec = number_difference(up_usec, starttime_ticks * (1000000 / (uint64_t)sysconf(_SC_CLK_TCK)));

        start_usec = number_difference(now_since_1970_ns() / 1000, age_usec);
    }
    return start_usec;
}

void self_take(struct self_facts *self)
{
    static const struct roots own = {NULL, NULL, NULL};
    static struct source stat;
    struct vmm_process process;
    struct rusage usage;
    struct rlimit limit;
    struct vmm_text text;

    if (stat.file.path == NULL)
        source_init(&stat, &own, "self/stat", true);
    memset(self, 0, sizeof *self);
    self->thing.start_ns = VMM_UNKNOWN;
    vmm_record_init(VMM_RECORD_PROCESS, &process, sizeof process);
    if (source_read(&stat, &text))
        source_check(&stat, vmm_record_read(&text, VMM_FILE_PROCESS_STAT, &process, sizeof process));
    self->cpu_usec = VMM_UNKNOWN;
    if (getrusage(RUSAGE_SELF, &usage) == 0)
        self->cpu_usec = usec_of(usage.ru_utime) + usec_of(usage.ru_stime);
    self->descriptors = count_descriptors();
    self->descriptors_most = known_limit(getrlimit(RLIMIT_NOFILE, &limit), &limit);
    self->virtual_bytes = process.vsize_bytes;
    self->virtual_most_bytes = known_limit(getrlimit(RLIMIT_AS, &limit), &limit);
    self->resident_bytes =
        vmm_is_known(process.rss_pages) ? process.rss_pages * (uint64_t)sysconf(_SC_PAGESIZE) : VMM_UNKNOWN;
    self->start_usec = find_start(process.starttime_ticks);
}
