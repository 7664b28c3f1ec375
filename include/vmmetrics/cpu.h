/**
 * @file cpu.h
 * CPU time: the rows of /proc/stat, and what two of them say about the time between.
 *
 * Member comments read: meaning; source; unit; kind; since which kernel, where that is later than 2.6.0; when absent.
 */
#ifndef VMMETRICS_CPU_H
#define VMMETRICS_CPU_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * One CPU row of /proc/stat. The first row, `cpu`, is the total over all possible CPUs; the rows `cpuN` are the CPUs that
 * are online, so they may have gaps and need not add up to the total.
 *
 * The times overlap in two places: `guest_ticks` is contained in `user_ticks`, `guest_nice_ticks` in `nice_ticks`.
 */
struct vmm_cpu {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** N of `cpuN`; unknown in the total row. Identity. */
    uint64_t id;
    /** User mode, guests included. Column 1; ticks; counter, 64 bits. */
    uint64_t user_ticks;
    /** User mode at a positive nice value, such guests included. Column 2; ticks; counter, 64 bits. */
    uint64_t nice_ticks;
    /** Kernel mode. Column 3; ticks; counter, 64 bits. */
    uint64_t system_ticks;
    /** Nothing to run. Column 4; ticks; counter, 64 bits, that may step back a little and restarts when a CPU comes
     *  back online. */
    uint64_t idle_ticks;
    /** Nothing to run while a task of this CPU waits for a disk. Column 5; ticks; counter, 64 bits, that may step back
     *  a little; absent before 2.6. */
    uint64_t iowait_ticks;
    /** Hardware interrupts. Column 6; ticks; counter, 64 bits; absent before 2.6. */
    uint64_t irq_ticks;
    /** Soft interrupts. Column 7; ticks; counter, 64 bits; absent before 2.6. */
    uint64_t softirq_ticks;
    /** Ready to run while the hypervisor ran something else. Column 8; ticks; counter, 64 bits, that some hypervisors
     *  let step back; since 2.6.11. */
    uint64_t steal_ticks;
    /** Running a guest of this machine; inside `user_ticks`. Column 9; ticks; counter, 64 bits; since 2.6.24. */
    uint64_t guest_ticks;
    /** Running a guest at a positive nice value; inside `nice_ticks`. Column 10; ticks; counter, 64 bits; since
     *  2.6.33. */
    uint64_t guest_nice_ticks;
};

/**
 * Reads the next CPU row of /proc/stat. The first call on fresh text gives the total: who wants no more asks no more.
 * Rows end at the first line that is none, where vmm_stat_parse() goes on.
 *
 * @retval VMM_OK          `row` is filled; columns that the kernel does not print are unknown, further ones are ignored
 * @retval VMM_END         no more CPU rows
 * @retval VMM_E_SYNTAX    a bad row, or an N that does not fit; the next call goes on behind it
 * @retval VMM_E_TRUNCATED the text ends inside the row
 * @retval VMM_E_ARGUMENT  an argument is NULL, or `row_size` is below 8
 */
VMM_API vmm_status vmm_cpu_next(struct vmm_text *text, struct vmm_cpu *row, size_t row_size);

/**
 * How a CPU, or the machine as its total row, spent the time between two samples.
 *
 * The eight states from `user_ratio` to `steal_ratio` add up to one. Nobody agrees on what "busy" means, so each
 * definition has a member of its own; the rest of the world's are sums of states.
 */
struct vmm_cpu_usage {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** N of the `cpuN` compared; unknown for the total row. Identity. */
    uint64_t id;
    /** Time that passed for this CPU, over the eight states: `USER_HZ` times seconds times CPUs. Ticks; gauge. */
    uint64_t total_ticks;
    /** User mode, guests included. Ratio; gauge; needs user, nice, system and idle, as all members below do. */
    double user_ratio;
    /** User mode at a positive nice value, such guests included. Ratio; gauge. */
    double nice_ratio;
    /** Kernel mode. Ratio; gauge. */
    double system_ratio;
    /** Nothing to run. Ratio; gauge. */
    double idle_ratio;
    /** Nothing to run but waiting for a disk. Ratio; gauge; unknown when the kernel does not print it. */
    double iowait_ratio;
    /** Hardware interrupts. Ratio; gauge; unknown when the kernel does not print it. */
    double irq_ratio;
    /** Soft interrupts. Ratio; gauge; unknown when the kernel does not print it. */
    double softirq_ratio;
    /** Taken by the hypervisor. Ratio; gauge; unknown when the kernel does not print it. */
    double steal_ratio;
    /** The part of `user_ratio` that ran guests. Ratio; gauge; unknown when the kernel does not print it. */
    double guest_ratio;
    /** The part of `nice_ratio` that ran guests. Ratio; gauge; unknown when the kernel does not print it. */
    double guest_nice_ratio;
    /** Busy as CloudWatch's agent and Telegraf define `cpu_usage_active`: all but idle; iowait and steal are busy.
     *  Ratio; gauge. */
    double busy_cloudwatch_ratio;
    /** Busy as gopsutil, psutil and htop define it: all but idle and iowait; steal is busy. Ratio; gauge. */
    double busy_gopsutil_ratio;
    /** Busy as node_exporter's dashboards and rules define it: all but idle, iowait and steal. Ratio; gauge. */
    double busy_node_exporter_ratio;
};

/**
 * What a CPU did between two samples of the same row. No clock is needed: the row counts its own time.
 *
 * Idle, iowait and steal may step back a little, which counts as no increase; a larger step back, or one of any other
 * counter, is ::VMM_RESET.
 *
 * @param before   the earlier sample; NULL or of `size` 0 when there is none
 * @param after    the later sample
 * @param out      the result
 * @param out_size its size
 * @retval VMM_OK          `out` is filled
 * @retval VMM_FIRST       no earlier sample
 * @retval VMM_NO_INTERVAL no tick passed
 * @retval VMM_RESET       a counter restarted, a column came or went, or the ids differ
 * @retval VMM_E_EMPTY     user, nice, system and idle are not all known
 * @retval VMM_E_ARGUMENT  `after` or `out` is NULL, or `out_size` is below 8
 */
VMM_API vmm_status vmm_cpu_usage_between(const struct vmm_cpu *before, const struct vmm_cpu *after,
                                         struct vmm_cpu_usage *out, size_t out_size);

#ifdef __cplusplus
}
#endif

#endif
