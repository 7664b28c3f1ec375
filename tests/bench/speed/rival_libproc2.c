/* SPDX-License-Identifier: MIT */
/* libproc2, the library of ps and free: version 4. */
#include <libproc2/diskstats.h>
#include <libproc2/meminfo.h>
#include <libproc2/stat.h>
#include <libproc2/vmstat.h>
#include <string.h>

#include "rival.h"

static struct stat_info *stat_info;
static struct meminfo_info *meminfo_info;
static struct diskstats_info *diskstats_info;
static struct vmstat_info *vmstat_info;

static struct stat_reaped *stats;
static struct meminfo_stack *memory;
static struct diskstats_reaped *disks;

/* All that stand in the file, and nothing that is derived from them. */
static enum stat_item stat_items[] = {
    STAT_TIC_ID,           STAT_TIC_USER,         STAT_TIC_NICE,         STAT_TIC_SYSTEM,       STAT_TIC_IDLE,
    STAT_TIC_IOWAIT,       STAT_TIC_IRQ,          STAT_TIC_SOFTIRQ,      STAT_TIC_STOLEN,       STAT_TIC_GUEST,
    STAT_TIC_GUEST_NICE,   STAT_SYS_INTERRUPTS,   STAT_SYS_CTX_SWITCHES, STAT_SYS_TIME_OF_BOOT, STAT_SYS_PROC_CREATED,
    STAT_SYS_PROC_RUNNING, STAT_SYS_PROC_BLOCKED,
};
enum { TICKS = 10, STAT_ITEMS = sizeof stat_items / sizeof stat_items[0] };

static const struct {
    enum meminfo_item item;
    size_t offset;
} meminfo_members[] = {
    {MEMINFO_MEM_ACTIVE, offsetof(struct vmm_meminfo, active_bytes)},
    {MEMINFO_MEM_ACTIVE_ANON, offsetof(struct vmm_meminfo, active_anon_bytes)},
    {MEMINFO_MEM_ACTIVE_FILE, offsetof(struct vmm_meminfo, active_file_bytes)},
    {MEMINFO_MEM_ANON, offsetof(struct vmm_meminfo, anon_pages_bytes)},
    {MEMINFO_MEM_AVAILABLE, offsetof(struct vmm_meminfo, mem_available_bytes)},
    {MEMINFO_MEM_BOUNCE, offsetof(struct vmm_meminfo, bounce_bytes)},
    {MEMINFO_MEM_BUFFERS, offsetof(struct vmm_meminfo, buffers_bytes)},
    {MEMINFO_MEM_CACHED, offsetof(struct vmm_meminfo, cached_bytes)},
    {MEMINFO_MEM_CMA_FREE, offsetof(struct vmm_meminfo, cma_free_bytes)},
    {MEMINFO_MEM_CMA_TOTAL, offsetof(struct vmm_meminfo, cma_total_bytes)},
    {MEMINFO_MEM_COMMITTED_AS, offsetof(struct vmm_meminfo, committed_as_bytes)},
    {MEMINFO_MEM_COMMIT_LIMIT, offsetof(struct vmm_meminfo, commit_limit_bytes)},
    {MEMINFO_MEM_DIRECTMAP_1G, offsetof(struct vmm_meminfo, direct_map_1g_bytes)},
    {MEMINFO_MEM_DIRECTMAP_2M, offsetof(struct vmm_meminfo, direct_map_2m_bytes)},
    {MEMINFO_MEM_DIRECTMAP_4K, offsetof(struct vmm_meminfo, direct_map_4k_bytes)},
    {MEMINFO_MEM_DIRTY, offsetof(struct vmm_meminfo, dirty_bytes)},
    {MEMINFO_MEM_FILE_HUGEPAGES, offsetof(struct vmm_meminfo, file_huge_pages_bytes)},
    {MEMINFO_MEM_FILE_PMDMAPPED, offsetof(struct vmm_meminfo, file_pmd_mapped_bytes)},
    {MEMINFO_MEM_FREE, offsetof(struct vmm_meminfo, mem_free_bytes)},
    {MEMINFO_MEM_HARD_CORRUPTED, offsetof(struct vmm_meminfo, hardware_corrupted_bytes)},
    {MEMINFO_MEM_HUGETBL, offsetof(struct vmm_meminfo, hugetlb_bytes)},
    {MEMINFO_MEM_HUGE_ANON, offsetof(struct vmm_meminfo, anon_huge_pages_bytes)},
    {MEMINFO_MEM_HUGE_SIZE, offsetof(struct vmm_meminfo, hugepagesize_bytes)},
    {MEMINFO_MEM_INACTIVE, offsetof(struct vmm_meminfo, inactive_bytes)},
    {MEMINFO_MEM_INACTIVE_ANON, offsetof(struct vmm_meminfo, inactive_anon_bytes)},
    {MEMINFO_MEM_INACTIVE_FILE, offsetof(struct vmm_meminfo, inactive_file_bytes)},
    {MEMINFO_MEM_KERNEL_RECLAIM, offsetof(struct vmm_meminfo, k_reclaimable_bytes)},
    {MEMINFO_MEM_KERNEL_STACK, offsetof(struct vmm_meminfo, kernel_stack_bytes)},
    {MEMINFO_MEM_LOCKED, offsetof(struct vmm_meminfo, mlocked_bytes)},
    {MEMINFO_MEM_MAPPED, offsetof(struct vmm_meminfo, mapped_bytes)},
    {MEMINFO_MEM_NFS_UNSTABLE, offsetof(struct vmm_meminfo, nfs_unstable_bytes)},
    {MEMINFO_MEM_PAGE_TABLES, offsetof(struct vmm_meminfo, page_tables_bytes)},
    {MEMINFO_MEM_PER_CPU, offsetof(struct vmm_meminfo, percpu_bytes)},
    {MEMINFO_MEM_SHARED, offsetof(struct vmm_meminfo, shmem_bytes)},
    {MEMINFO_MEM_SHMEM_HUGE, offsetof(struct vmm_meminfo, shmem_huge_pages_bytes)},
    {MEMINFO_MEM_SHMEM_HUGE_MAP, offsetof(struct vmm_meminfo, shmem_pmd_mapped_bytes)},
    {MEMINFO_MEM_SLAB, offsetof(struct vmm_meminfo, slab_bytes)},
    {MEMINFO_MEM_SLAB_RECLAIM, offsetof(struct vmm_meminfo, s_reclaimable_bytes)},
    {MEMINFO_MEM_SLAB_UNRECLAIM, offsetof(struct vmm_meminfo, s_unreclaim_bytes)},
    {MEMINFO_MEM_TOTAL, offsetof(struct vmm_meminfo, mem_total_bytes)},
    {MEMINFO_MEM_UNEVICTABLE, offsetof(struct vmm_meminfo, unevictable_bytes)},
    {MEMINFO_MEM_VM_ALLOC_CHUNK, offsetof(struct vmm_meminfo, vmalloc_chunk_bytes)},
    {MEMINFO_MEM_VM_ALLOC_TOTAL, offsetof(struct vmm_meminfo, vmalloc_total_bytes)},
    {MEMINFO_MEM_VM_ALLOC_USED, offsetof(struct vmm_meminfo, vmalloc_used_bytes)},
    {MEMINFO_MEM_WRITEBACK, offsetof(struct vmm_meminfo, writeback_bytes)},
    {MEMINFO_MEM_WRITEBACK_TMP, offsetof(struct vmm_meminfo, writeback_tmp_bytes)},
};
enum { MEMINFO_ITEMS = sizeof meminfo_members / sizeof meminfo_members[0] };
static enum meminfo_item meminfo_items[MEMINFO_ITEMS];

static enum diskstats_item disk_items[] = {
    DISKSTATS_NAME,          DISKSTATS_MAJOR,         DISKSTATS_MINOR,      DISKSTATS_READS,
    DISKSTATS_READS_MERGED,  DISKSTATS_READ_SECTORS,  DISKSTATS_READ_TIME,  DISKSTATS_WRITES,
    DISKSTATS_WRITES_MERGED, DISKSTATS_WRITE_SECTORS, DISKSTATS_WRITE_TIME, DISKSTATS_IO_INPROGRESS,
    DISKSTATS_IO_TIME,       DISKSTATS_WEIGHTED_TIME,
};
enum { DISK_ITEMS = sizeof disk_items / sizeof disk_items[0] };

static enum vmstat_item vmstat_items[VMSTAT_DELTA_ALLOCSTALL_DMA - VMSTAT_ALLOCSTALL_DMA];
enum { VMSTAT_ITEMS = sizeof vmstat_items / sizeof vmstat_items[0] };

static void begin(void)
{
    for (unsigned i = 0; i < MEMINFO_ITEMS; i++)
        meminfo_items[i] = meminfo_members[i].item;
    for (unsigned i = 0; i < VMSTAT_ITEMS; i++)
        vmstat_items[i] = (enum vmstat_item)(VMSTAT_ALLOCSTALL_DMA + i);
    procps_stat_new(&stat_info);
    procps_meminfo_new(&meminfo_info);
    procps_diskstats_new(&diskstats_info);
    procps_vmstat_new(&vmstat_info);
}

static bool refresh_stat(void)
{
    stats = procps_stat_reap(stat_info, STAT_REAP_CPUS_ONLY, stat_items, STAT_ITEMS);
    return stats != NULL;
}

static bool same_cpu(const struct stat_stack *stack, const struct vmm_cpu *row)
{
    const uint64_t *ticks = &row->user_ticks;

    for (unsigned i = 0; i < TICKS; i++)
        if (stack->head[1 + i].result.ull_int != ticks[i])
            return false;
    return true;
}

static bool agrees_on_stat(const struct output *output, size_t rows)
{
    const struct vmm_cpu *cpus = (const struct vmm_cpu *)(const void *)output->rows;
    const struct vmm_stat *stat = output->record;
    const struct stat_result *counters = stats->summary->head + 1 + TICKS;

    /* Of our rows the first is the total, and the last record is of the counters. */
    if ((size_t)stats->cpus->total != rows - 2 || !same_cpu(stats->summary, &cpus[0]))
        return false;
    for (int i = 0; i < stats->cpus->total; i++)
        if (!same_cpu(stats->cpus->stacks[i], &cpus[1 + i]) ||
            (uint64_t)stats->cpus->stacks[i]->head[0].result.s_int != cpus[1 + i].id)
            return false;
    return counters[0].result.ul_int == stat->intr && counters[1].result.ul_int == stat->ctxt &&
           counters[2].result.ul_int == stat->btime_seconds && counters[3].result.ul_int == stat->processes &&
           counters[4].result.ul_int == stat->procs_running && counters[5].result.ul_int == stat->procs_blocked;
}

static bool refresh_meminfo(void)
{
    memory = procps_meminfo_select(meminfo_info, meminfo_items, MEMINFO_ITEMS);
    return memory != NULL;
}

static bool agrees_on_meminfo(const struct output *output, size_t rows)
{
    (void)rows;
    for (unsigned i = 0; i < MEMINFO_ITEMS; i++) {
        const uint64_t *bytes = (const void *)((const char *)output->record + meminfo_members[i].offset);

        if (memory->head[i].result.ul_int * 1024 != *bytes)
            return false;
    }
    return true;
}

static bool refresh_disks(void)
{
    disks = procps_diskstats_reap(diskstats_info, disk_items, DISK_ITEMS);
    return disks != NULL;
}

static bool same_disk(const struct diskstats_result *theirs, const struct vmm_disk *ours)
{
    return strcmp(theirs[0].result.str, ours->name) == 0 && (uint64_t)theirs[1].result.s_int == ours->major &&
           (uint64_t)theirs[2].result.s_int == ours->minor && theirs[3].result.ul_int == ours->reads &&
           theirs[4].result.ul_int == ours->reads_merged && theirs[5].result.ul_int * 512 == ours->read_bytes &&
           theirs[6].result.ul_int == ours->read_ms && theirs[7].result.ul_int == ours->writes &&
           theirs[8].result.ul_int == ours->writes_merged && theirs[9].result.ul_int * 512 == ours->write_bytes &&
           theirs[10].result.ul_int == ours->write_ms && (uint64_t)theirs[11].result.s_int == ours->in_flight &&
           theirs[12].result.ul_int == ours->io_ms && theirs[13].result.ul_int == ours->weighted_io_ms;
}

static bool agrees_on_disks(const struct output *output, size_t rows)
{
    const struct vmm_disk *ours = (const struct vmm_disk *)(const void *)output->rows;

    if ((size_t)disks->total != rows)
        return false;
    /* In whatever order. */
    for (size_t i = 0; i < rows; i++) {
        size_t k = 0;

        while (k < rows && !same_disk(disks->stacks[k]->head, &ours[i]))
            k++;
        if (k == rows)
            return false;
    }
    return true;
}

static bool sample(void)
{
    return refresh_stat() && refresh_meminfo() && refresh_disks() &&
           procps_vmstat_select(vmstat_info, vmstat_items, VMSTAT_ITEMS) != NULL;
}

static const struct rival_part parts[] = {
    {"stat-2", "/proc/stat", KEPT_STREAM, refresh_stat, agrees_on_stat},
    {"stat-64", "/proc/stat", KEPT_STREAM, refresh_stat, agrees_on_stat},
    {"stat-1024", "/proc/stat", KEPT_STREAM, refresh_stat, agrees_on_stat},
    {"meminfo", "/proc/meminfo", KEPT_DESCRIPTOR, refresh_meminfo, agrees_on_meminfo},
    {"diskstats-2", "/proc/diskstats", KEPT_STREAM, refresh_disks, agrees_on_disks},
    {"diskstats-64", "/proc/diskstats", KEPT_STREAM, refresh_disks, agrees_on_disks},
};
static const char *const sample_paths[] = {"/proc/stat", "/proc/meminfo", "/proc/diskstats", "/proc/vmstat"};

const struct rival rival = {
    "libproc2",
    begin,
    parts,
    sizeof parts / sizeof parts[0],
    sample,
    sample_paths,
    sizeof sample_paths / sizeof sample_paths[0],
};
