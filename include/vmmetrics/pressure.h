/* SPDX-License-Identifier: MIT */
/**
 * @file pressure.h
 * Pressure stall information (PSI): how long tasks waited for CPU, memory, I/O or interrupts. The files are
 * /proc/pressure/cpu, memory, io and irq for the whole machine, and cpu.pressure, memory.pressure, io.pressure and
 * irq.pressure in each cgroup of version 2.
 *
 * Member comments read: meaning; line and key; unit; kind; since which kernel, where later than 4.20; when absent.
 *
 * @ingroup pressure
 */
#ifndef VMMETRICS_PRESSURE_H
#define VMMETRICS_PRESSURE_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * One pressure file. `some` is the time in which at least one task waited. `full` is the time in which all tasks that
 * were not idle waited at once.
 *
 * The files exist since Linux 4.20 (irq since 6.1) on kernels with CONFIG_PSI. Reading a file fails with EOPNOTSUPP if
 * the accounting is switched off. The averages are percentages with two decimals and follow the load with a delay; the
 * totals of two samples are more exact, see vmm_pressure_usage_between().
 */
struct vmm_pressure {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** Type of this record, one of VMM_RECORD_*; the library sets it. */
    uint64_t record;
    /** Share of the last 10 seconds in which at least one task waited, in percent. `some avg10`; hundredths; gauge;
     *  absent in the file of irq. */
    uint64_t some_avg10_hundredths;
    /** Share of the last 60 seconds in which at least one task waited, in percent. `some avg60`; hundredths; gauge;
     *  absent in the file of irq. */
    uint64_t some_avg60_hundredths;
    /** Share of the last 300 seconds in which at least one task waited, in percent. `some avg300`; hundredths; gauge;
     *  absent in the file of irq. */
    uint64_t some_avg300_hundredths;
    /** Total time in which at least one task waited. `some total`; microseconds; counter, 64 bits; absent in the file
     *  of irq. */
    uint64_t some_total_usec;
    /** Share of the last 10 seconds in which all tasks that were not idle waited, in percent. `full avg10`; hundredths;
     *  gauge; absent in the files of CPU before 5.13; always 0 in /proc/pressure/cpu since then. */
    uint64_t full_avg10_hundredths;
    /** Share of the last 60 seconds in which all tasks that were not idle waited, in percent. `full avg60`; hundredths;
     *  gauge; absent in the files of CPU before 5.13; always 0 in /proc/pressure/cpu since then. */
    uint64_t full_avg60_hundredths;
    /** Share of the last 300 seconds in which all tasks that were not idle waited, in percent. `full avg300`;
     *  hundredths; gauge; absent in the files of CPU before 5.13; always 0 in /proc/pressure/cpu since then. */
    uint64_t full_avg300_hundredths;
    /** Total time in which all tasks that were not idle waited. `full total`; microseconds; counter, 64 bits; absent in
     *  the files of CPU before 5.13; always 0 in /proc/pressure/cpu since then. */
    uint64_t full_total_usec;
};

/**
 * Parses a pressure file, to the end of the text. Keep the record: vmm_pressure_usage_between() compares it with a
 * later one.
 *
 * @param text     the whole file
 * @param out      the record
 * @param out_size the size of `out` in bytes
 * @retval VMM_OK          `out` is filled; members that the kernel does not print are unknown
 * @retval VMM_E_SYNTAX    a known key has a malformed value
 * @retval VMM_E_TRUNCATED the text ends inside a line
 * @retval VMM_E_EMPTY     the text has neither a `some` nor a `full` line
 * @retval VMM_E_ARGUMENT  an argument is NULL, or `out_size` is below 16
 */
VMM_API vmm_status vmm_pressure_parse(struct vmm_text *text, struct vmm_pressure *out, size_t out_size);

/** Shares of the time between two samples in which tasks waited. */
struct vmm_pressure_usage {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** Type of this record, one of VMM_RECORD_*; the library sets it. */
    uint64_t record;
    /** Share of the time in which at least one task waited. Ratio; gauge; needs `some_total_usec`; unknown if the total
     *  grew much faster than time. */
    double some_ratio;
    /** Share of the time in which all tasks that were not idle waited. Ratio; gauge; needs `full_total_usec`; unknown
     *  if the total grew much faster than time. */
    double full_ratio;
};

/**
 * Computes the shares of the time between two samples of the same file in which tasks waited. Keep the later sample as
 * the next `before`, also after ::VMM_RESET.
 *
 * @param before     the earlier sample; NULL, or a record of `size` 0, if there is none
 * @param after      the later sample
 * @param elapsed_ns the time between the samples, measured with a monotonic clock (CLOCK_MONOTONIC)
 * @param out        the result
 * @param out_size   the size of `out` in bytes
 * @retval VMM_OK          `out` is filled
 * @retval VMM_FIRST       there is no earlier sample
 * @retval VMM_NO_INTERVAL `elapsed_ns` is 0 or less
 * @retval VMM_RESET       a total fell
 * @retval VMM_E_EMPTY     no total is known in both samples
 * @retval VMM_E_ARGUMENT  `after` or `out` is NULL, or `out_size` is below 16
 */
VMM_API vmm_status vmm_pressure_usage_between(const struct vmm_pressure *before, const struct vmm_pressure *after,
                                              int64_t elapsed_ns, struct vmm_pressure_usage *out, size_t out_size);

#ifdef __cplusplus
}
#endif

#endif
