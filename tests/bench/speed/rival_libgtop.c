/* SPDX-License-Identifier: MIT */
/* libgtop, the library of GNOME's system monitor. */
#include <glibtop.h>
#include <glibtop/cpu.h>
#include <glibtop/loadavg.h>
#include <glibtop/mem.h>
#include <glibtop/swap.h>
#include <glibtop/uptime.h>

#include "rival.h"

static glibtop_cpu cpu;
static glibtop_mem memory;

static void begin(void)
{
    glibtop_init();
}

static bool refresh_cpu(void)
{
    glibtop_get_cpu(&cpu);
    return cpu.flags != 0;
}

static bool agrees_on_cpu(const struct output *output, size_t rows)
{
    const struct vmm_cpu *total = (const struct vmm_cpu *)(const void *)output->rows;

    (void)rows;
    return cpu.user == total->user_ticks && cpu.nice == total->nice_ticks && cpu.sys == total->system_ticks &&
           cpu.idle == total->idle_ticks && cpu.iowait == total->iowait_ticks && cpu.irq == total->irq_ticks &&
           cpu.softirq == total->softirq_ticks;
}

static bool refresh_memory(void)
{
    glibtop_get_mem(&memory);
    return memory.flags != 0;
}

static bool agrees_on_memory(const struct output *output, size_t rows)
{
    const struct vmm_meminfo *meminfo = output->record;

    (void)rows;
    return memory.total == meminfo->mem_total_bytes && memory.free == meminfo->mem_free_bytes &&
           memory.buffer == meminfo->buffers_bytes;
}

static bool sample(void)
{
    glibtop_swap swap;
    glibtop_loadavg load;
    glibtop_uptime uptime;

    glibtop_get_swap(&swap);
    glibtop_get_loadavg(&load);
    glibtop_get_uptime(&uptime);
    return refresh_cpu() && refresh_memory() && swap.flags != 0 && load.flags != 0 && uptime.flags != 0;
}

static const struct rival_part parts[] = {
    {"stat-2", "/proc/stat", NEW_DESCRIPTOR, refresh_cpu, agrees_on_cpu},
    {"meminfo", "/proc/meminfo", NEW_DESCRIPTOR, refresh_memory, agrees_on_memory},
};
static const char *const sample_paths[] = {"/proc/stat", "/proc/meminfo", "/proc/vmstat", "/proc/loadavg",
                                           "/proc/uptime"};

const struct rival rival = {
    "libgtop",
    begin,
    parts,
    sizeof parts / sizeof parts[0],
    sample,
    sample_paths,
    sizeof sample_paths / sizeof sample_paths[0],
};
