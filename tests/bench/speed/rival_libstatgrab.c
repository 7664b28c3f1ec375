/* SPDX-License-Identifier: MIT */
/* libstatgrab, the library of saidar and of i3status's kin. */
#include <statgrab.h>
#include <string.h>

#include "rival.h"

static const sg_cpu_stats *cpu;
static const sg_mem_stats *memory;
static const sg_network_io_stats *nets;
static size_t net_count;

static void begin(void)
{
    sg_init(1);
}

static bool refresh_cpu(void)
{
    cpu = sg_get_cpu_stats(NULL);
    return cpu != NULL;
}

/* libstatgrab has only some states of the total. */
static bool agrees_on_cpu(const struct output *output, size_t rows)
{
    const struct vmm_cpu *total = (const struct vmm_cpu *)(const void *)output->rows;
    const struct vmm_stat *stat = output->record;

    (void)rows;
    return cpu->user == total->user_ticks && cpu->nice == total->nice_ticks && cpu->kernel == total->system_ticks &&
           cpu->idle == total->idle_ticks && cpu->iowait == total->iowait_ticks && cpu->context_switches == stat->ctxt;
}

static bool refresh_memory(void)
{
    memory = sg_get_mem_stats(NULL);
    return memory != NULL;
}

/* What it calls free is so with the page cache. */
static bool agrees_on_memory(const struct output *output, size_t rows)
{
    const struct vmm_meminfo *meminfo = output->record;

    (void)rows;
    return memory->total == meminfo->mem_total_bytes && memory->cache == meminfo->cached_bytes &&
           memory->free == meminfo->mem_free_bytes + meminfo->cached_bytes;
}

static bool refresh_nets(void)
{
    nets = sg_get_network_io_stats(&net_count);
    return nets != NULL;
}

static bool agrees_on_nets(const struct output *output, size_t rows)
{
    const struct vmm_net *ours = (const struct vmm_net *)(const void *)output->rows;

    if (net_count != rows)
        return false;
    for (size_t i = 0; i < rows; i++) {
        size_t k = 0;

        while (k < rows && strcmp(nets[k].interface_name, ours[i].name) != 0)
            k++;
        if (k == rows || nets[k].rx != ours[i].rx_bytes || nets[k].tx != ours[i].tx_bytes ||
            nets[k].ipackets != ours[i].rx_packets || nets[k].opackets != ours[i].tx_packets ||
            nets[k].ierrors != ours[i].rx_errors || nets[k].oerrors != ours[i].tx_errors ||
            nets[k].collisions != ours[i].collisions)
            return false;
    }
    return true;
}

static bool sample(void)
{
    return refresh_cpu() && refresh_memory() && refresh_nets() && sg_get_disk_io_stats(NULL) != NULL &&
           sg_get_page_stats(NULL) != NULL;
}

static const struct rival_part parts[] = {
    {"stat-2", "/proc/stat", NEW_STREAM, refresh_cpu, agrees_on_cpu},
    {"meminfo", "/proc/meminfo", NEW_STREAM, refresh_memory, agrees_on_memory},
    {"net-dev-4", "/proc/net/dev", NEW_STREAM, refresh_nets, agrees_on_nets},
};
static const char *const sample_paths[] = {"/proc/stat", "/proc/meminfo", "/proc/net/dev", "/proc/diskstats",
                                           "/proc/vmstat"};

const struct rival rival = {
    "libstatgrab",
    begin,
    parts,
    sizeof parts / sizeof parts[0],
    sample,
    sample_paths,
    sizeof sample_paths / sizeof sample_paths[0],
};
