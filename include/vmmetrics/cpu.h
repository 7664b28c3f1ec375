/* SPDX-License-Identifier: MIT */
/**
 * @file cpu.h
 * CPU time: the CPU rows of /proc/stat, and the CPU usage between two samples of a row.
 *
 * Member comments read: meaning; source; unit; kind; since which kernel, where later than 2.6.0; when absent.
 *
 * @ingroup cpu
 */
#ifndef VMMETRICS_CPU_H
#define VMMETRICS_CPU_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * One CPU row of /proc/stat. The first row, `cpu`, is the total over all possible CPUs. The rows `cpuN` are the CPUs
 * that are online: their numbers may have gaps, and their sum may differ from the total.
 *
 * The total is no counter while CPUs go offline or come online: the kernel has two idle times of a CPU, and the total
 * contains one while the CPU is online and the other while it is offline. They may differ by hours.
 *
 * Two pairs of times overlap: `guest_ticks` is contained in `user_ticks`, and `guest_nice_ticks` in `nice_ticks`.
 */
struct vmm_cpu {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** Type of this record, one of VMM_RECORD_*; the library sets it. */
    uint64_t record;
    /** CPU number N of `cpuN`; unknown in the total row. Identity. */
    uint64_t id;
    /** Time in user mode, including the time that guests ran. Column 1; ticks; counter, 64 bits. */
    uint64_t user_ticks;
    /** Time in user mode at a positive nice value, including guests at a positive nice value. Column 2; ticks; counter,
     *  64 bits. */
    uint64_t nice_ticks;
    /** Time in kernel mode. Column 3; ticks; counter, 64 bits. */
    uint64_t system_ticks;
    /** Idle time: no task was ready to run. Column 4; ticks; counter that may fall a little; restarts when a CPU comes
     *  back online. */
    uint64_t idle_ticks;
    /** Idle time while a task of this CPU waited for a disk. Column 5; ticks; counter that may fall a little;
     *  absent before 2.6. */
    uint64_t iowait_ticks;
    /** Time in hardware interrupts. Column 6; ticks; counter, 64 bits; absent before 2.6. */
    uint64_t irq_ticks;
    /** Time in soft interrupts. Column 7; ticks; counter, 64 bits; absent before 2.6. */
    uint64_t softirq_ticks;
    /** Stolen time: a task was ready to run, but the hypervisor ran something else. Column 8; ticks; counter that
     *  may fall under some hypervisors; since 2.6.11. */
    uint64_t steal_ticks;
    /** Time that this CPU ran a guest; contained in `user_ticks`. Column 9; ticks; counter, 64 bits; since 2.6.24. */
    uint64_t guest_ticks;
    /** Time that this CPU ran a guest at a positive nice value; contained in `nice_ticks`. Column 10; ticks; counter,
     *  64 bits; since 2.6.33. */
    uint64_t guest_nice_ticks;
};

/**
 * Reads the next CPU row of /proc/stat. The first call returns the total of the machine; stop there if you need only
 * the total. The rows end at the first line that is not a CPU row; vmm_stat_parse() can continue from there.
 *
 * @code
 * while ((status = vmm_cpu_next(&text, &row, sizeof row)) != VMM_END)
 *     if (status == VMM_OK)
 *         ...
 * @endcode
 *
 * @param text     the text of /proc/stat
 * @param row      receives the row
 * @param row_size size of `row` in bytes
 * @retval VMM_OK          `row` is filled; a column that the kernel does not print is unknown, additional columns are
 *                         ignored
 * @retval VMM_END         no more CPU rows
 * @retval VMM_E_SYNTAX    a malformed row, or a CPU number that is too large; the next call continues after the row
 * @retval VMM_E_TRUNCATED the text ends inside the row
 * @retval VMM_E_ARGUMENT  `row` is NULL, or `row_size` is below 16
 */
VMM_API vmm_status vmm_cpu_next(struct vmm_text *text, struct vmm_cpu *row, size_t row_size);

/**
 * CPU usage between two samples: the share of time in each state, of one CPU or of the machine.
 *
 * The eight states from `user_ratio` to `steal_ratio` add up to 1. Tools define "busy" differently, so each common
 * definition has its own member; other definitions can be summed from the states. Every share needs user, nice, system
 * and idle in both samples.
 */
struct vmm_cpu_usage {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** Type of this record, one of VMM_RECORD_*; the library sets it. */
    uint64_t record;
    /** CPU number N of the compared `cpuN` rows; unknown for the total row and for all CPUs together. Identity. */
    uint64_t id;
    /** Elapsed time as this CPU counted it, the sum of its eight states: seconds times `USER_HZ`; for the total row
     *  and for all CPUs together also times the number of CPUs. Ticks; gauge. */
    uint64_t total_ticks;
    /** Share of time in user mode, including the time that guests ran. Ratio; gauge; needs user, nice, system and
     *  idle. */
    double user_ratio;
    /** Share of time in user mode at a positive nice value, including guests at a positive nice value. Ratio; gauge. */
    double nice_ratio;
    /** Share of time in kernel mode. Ratio; gauge. */
    double system_ratio;
    /** Share of time that the CPU was idle. Ratio; gauge. */
    double idle_ratio;
    /** Share of time that the CPU was idle while a task waited for a disk. Ratio; gauge; unknown if the kernel does not
     *  print iowait. */
    double iowait_ratio;
    /** Share of time in hardware interrupts. Ratio; gauge; unknown if the kernel does not print irq. */
    double irq_ratio;
    /** Share of time in soft interrupts. Ratio; gauge; unknown if the kernel does not print softirq. */
    double softirq_ratio;
    /** Share of time that the hypervisor took from this CPU. Ratio; gauge; unknown if the kernel does not print
     *  steal. */
    double steal_ratio;
    /** Share of time that the CPU ran guests; contained in `user_ratio`. Ratio; gauge; unknown if the kernel does not
     *  print guest. */
    double guest_ratio;
    /** Share of time that the CPU ran guests at a positive nice value; contained in `nice_ratio`. Ratio; gauge; unknown
     *  if the kernel does not print guest_nice. */
    double guest_nice_ratio;
    /** Busy share as CloudWatch's agent and Telegraf define it (`cpu_usage_active`): all states except idle. Ratio;
     *  gauge; iowait and steal count as busy. */
    double busy_cloudwatch_ratio;
    /** Busy share as gopsutil, psutil and htop define it: all states except idle and iowait. Ratio; gauge; steal counts
     *  as busy. */
    double busy_gopsutil_ratio;
    /** Busy share as node_exporter's dashboards and rules define it: all states except idle, iowait and steal. Ratio;
     *  gauge. */
    double busy_node_exporter_ratio;
    /** Number of CPUs whose time the shares are of. Count; gauge; unknown for the total row. */
    uint64_t cpus;
    /** Number of CPUs of the later sample whose time is not in the shares: CPUs that came online, that restarted, or
     *  that gained more time than has passed. Count; gauge; unknown for the total row. */
    uint64_t cpus_left_out;
};

/**
 * Computes the CPU usage between two samples of the same row. The function needs no clock, since the row counts its own
 * time. It cannot see a jump of a counter, which the total row makes when a CPU goes offline: see
 * vmm_cpus_usage_between().
 *
 * Idle, iowait and steal may fall a little; a small fall counts as no increase. A larger fall, or a fall of any other
 * counter, gives ::VMM_RESET.
 *
 * @param before   earlier sample; NULL, or a record of `size` 0, if there is no earlier sample
 * @param after    later sample
 * @param out      receives the usage
 * @param out_size size of `out` in bytes
 * @retval VMM_OK          `out` is filled
 * @retval VMM_FIRST       no earlier sample
 * @retval VMM_NO_INTERVAL no tick passed between the samples
 * @retval VMM_RESET       a counter restarted, a column is known in only one sample, or the ids differ
 * @retval VMM_E_EMPTY     user, nice, system or idle is unknown
 * @retval VMM_E_ARGUMENT  `after` or `out` is NULL, or `out_size` is below 16
 */
VMM_API vmm_status vmm_cpu_usage_between(const struct vmm_cpu *before, const struct vmm_cpu *after,
                                         struct vmm_cpu_usage *out, size_t out_size);

/** Sample of the CPUs: an array of rows of /proc/stat. */
struct vmm_cpus {
    /** First row; NULL if there is no row. */
    const struct vmm_cpu *rows;
    /** Number of rows. */
    size_t count;
    /** `sizeof(struct vmm_cpu)` as the caller compiled it. */
    size_t row_size;
};

/**
 * Computes the CPU usage of the machine between two samples of all rows `cpuN`. The rows may be in any order, and the
 * total row may be among them; it does not count. Ascending order is fastest: the time is proportional to the number of
 * rows then, otherwise to its square. If a CPU is in a sample twice, its first row counts.
 *
 * The time of the machine is the sum of what each CPU gained. The total row would be wrong where a CPU goes offline (see
 * struct vmm_cpu), and where counters jump: after a live migration a hypervisor may add months to the stolen time. So
 * these CPUs do not count:
 *
 * - a CPU that only one sample has; if only the later sample has it, it is in `cpus_left_out`
 * - a CPU whose row alone would give ::VMM_RESET
 * - a CPU that gained more time than has passed, plus a tenth, plus one second; needs `interval`
 *
 * A sample of one row checks that row: the result has its `id`.
 *
 * @param before   the earlier sample; NULL, or a sample of 0 rows, if there is none
 * @param after    the later sample
 * @param interval the time between the samples and the tick rate. NULL, or a tick rate of 0: the gained time is not
 *                 compared with the time that has passed
 * @param out      receives the usage
 * @param out_size size of `out` in bytes
 * @retval VMM_OK          `out` is filled; a column that one of the CPUs lacks is unknown
 * @retval VMM_FIRST       no earlier sample, or one without a row of a CPU
 * @retval VMM_NO_INTERVAL `elapsed_ns` of `interval` is 0 or less, or no tick passed between the samples
 * @retval VMM_RESET       no CPU counts, or the sum does not fit into 64 bits
 * @retval VMM_E_EMPTY     the later sample has no row of a CPU
 * @retval VMM_E_ARGUMENT  `after` or `out` is NULL, `out_size` is below 16, or the `row_size` of a sample is below 16 or
 *                         no multiple of 8
 */
VMM_API vmm_status vmm_cpus_usage_between(const struct vmm_cpus *before, const struct vmm_cpus *after,
                                          const struct vmm_interval *interval, struct vmm_cpu_usage *out,
                                          size_t out_size);

#ifdef __cplusplus
}
#endif

#endif
