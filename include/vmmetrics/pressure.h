/**
 * @file pressure.h
 * Pressure stall information: how long tasks waited for CPU, memory, I/O or interrupts. The files /proc/pressure/cpu,
 * memory, io and irq for the whole machine, and cpu.pressure and so on in each cgroup (version 2).
 *
 * Member comments read: meaning; line and key; unit; kind; since which kernel, where that is later than 4.20; when absent.
 */
#ifndef VMMETRICS_PRESSURE_H
#define VMMETRICS_PRESSURE_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * A pressure file. `some` is the time in which at least one task waited, `full` that in which all that were not idle did.
 * The files exist since Linux 4.20, irq since 6.1, with CONFIG_PSI; reading them may fail although they exist, where the
 * accounting is switched off. Averages are a percentage with two decimals and lag behind; two totals say more.
 */
struct vmm_pressure {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** Share of the last 10 seconds in which some waited, in percent. `some avg10`; hundredths; gauge; absent for irq. */
    uint64_t some_avg10_hundredths;
    /** Share of the last 60 seconds in which some waited, in percent. `some avg60`; hundredths; gauge; absent for irq. */
    uint64_t some_avg60_hundredths;
    /** Share of the last 300 seconds in which some waited, in percent. `some avg300`; hundredths; gauge; absent for irq. */
    uint64_t some_avg300_hundredths;
    /** Time in which some waited. `some total`; microseconds; counter, 64 bits; absent for irq. */
    uint64_t some_total_usec;
    /** Share of the last 10 seconds in which all waited, in percent. `full avg10`; hundredths; gauge; for CPU since 5.13,
     *  and 0 where that is the whole machine's. */
    uint64_t full_avg10_hundredths;
    /** Share of the last 60 seconds in which all waited, in percent. `full avg60`; hundredths; gauge; for CPU since 5.13,
     *  and 0 where that is the whole machine's. */
    uint64_t full_avg60_hundredths;
    /** Share of the last 300 seconds in which all waited, in percent. `full avg300`; hundredths; gauge; for CPU since 5.13,
     *  and 0 where that is the whole machine's. */
    uint64_t full_avg300_hundredths;
    /** Time in which all waited. `full total`; microseconds; counter, 64 bits; for CPU since 5.13, and 0 where that is the
     *  whole machine's. */
    uint64_t full_total_usec;
};

/**
 * Reads a pressure file, to the end of the text.
 *
 * @retval VMM_OK          `out` is filled; what the kernel does not print is unknown
 * @retval VMM_E_SYNTAX    a known key has a malformed value
 * @retval VMM_E_TRUNCATED the text ends inside a line
 * @retval VMM_E_EMPTY     neither a `some` nor a `full` line
 * @retval VMM_E_ARGUMENT  an argument is NULL, or `out_size` is below 8
 */
VMM_API vmm_status vmm_pressure_parse(struct vmm_text *text, struct vmm_pressure *out, size_t out_size);

/** Which share of the time between two samples was stalled. */
struct vmm_pressure_usage {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** Share of the time in which some waited. Ratio; gauge; needs `some total`; unknown where it grew much faster than
     *  time. */
    double some_ratio;
    /** Share of the time in which all waited. Ratio; gauge; needs `full total`; unknown where it grew much faster than
     *  time. */
    double full_ratio;
};

/**
 * Which share of the time between two samples of the same file was stalled.
 *
 * @param before     the earlier sample; NULL or of `size` 0 when there is none
 * @param after      the later sample
 * @param elapsed_ns the time between them, from a clock that nobody sets
 * @param out        the result
 * @param out_size   its size
 * @retval VMM_OK          `out` is filled
 * @retval VMM_FIRST       no earlier sample
 * @retval VMM_NO_INTERVAL `elapsed_ns` is 0 or less
 * @retval VMM_RESET       a total fell
 * @retval VMM_E_EMPTY     no total is known in both samples
 * @retval VMM_E_ARGUMENT  `after` or `out` is NULL, or `out_size` is below 8
 */
VMM_API vmm_status vmm_pressure_usage_between(const struct vmm_pressure *before, const struct vmm_pressure *after,
                                              int64_t elapsed_ns, struct vmm_pressure_usage *out, size_t out_size);

#ifdef __cplusplus
}
#endif

#endif
