/* SPDX-License-Identifier: MIT */
/* /proc/loadavg: `0.05 0.01 0.00 1/234 5678`; and /proc/uptime: `4411.72 4005.76`. */
#include "vmmetrics/system.h"

#include "../record/tables.h"
#include "directories.h"

#define RECORD struct vmm_system

static const struct vmm_column loadavg_columns[] = {
    COLUMNS(load1_hundredths, load15_hundredths, HUNDREDTHS),
    COLUMN(tasks_runnable, NUMBER, '/'),
    COLUMN(tasks, NUMBER, ' '),
    COLUMN(last_pid, NUMBER, ' '),
};
static const struct vmm_column uptime_columns[] = {
    COLUMNS(uptime_hundredths, idle_hundredths, HUNDREDTHS),
};
static const struct vmm_line loadavg_line = TABLE_OF_FILE(loadavg_columns, 1);
static const struct vmm_line uptime_line = TABLE_OF_FILE(uptime_columns, 1);

static const struct vmm_source system_sources[] = {
    LINE("loadavg", loadavg_line),
    LINE("uptime", uptime_line),
};
const struct vmm_directory vmm_system_directory = TABLE(system_sources);

#undef RECORD
