/* SPDX-License-Identifier: MIT */
/**
 * @file system.h
 * Numbers of the whole machine: the counters of /proc/stat after its CPU rows, load, and uptime.
 *
 * Member comments read: meaning; source; unit; kind; since which kernel, where later than 2.6.0; when absent.
 *
 * @ingroup system
 */
#ifndef VMMETRICS_SYSTEM_H
#define VMMETRICS_SYSTEM_H

#include "record.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Counters and gauges of /proc/stat: all numbers after the CPU rows. */
struct vmm_stat {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** Type of this record, one of VMM_RECORD_*; the library sets it. */
    uint64_t record;
    /** Interrupts served. `intr`, first number; count; counter that may fall: by 2^32
     *  when the part of one CPU wraps. */
    uint64_t intr;
    /** Context switches. `ctxt`; count; counter, 64 bits. */
    uint64_t ctxt;
    /** Time of boot, since 1970. `btime`; seconds; gauge; the kernel computes it from the wall clock at each read, so
     *  it changes with the clock: do not use it as an identity. */
    uint64_t btime_seconds;
    /** Processes and threads created since boot. `processes`; count; counter of the kernel's `unsigned long`. */
    uint64_t processes;
    /** Threads that run or are ready to run. `procs_running`; count; gauge. */
    uint64_t procs_running;
    /** Threads that wait for I/O. `procs_blocked`; count; gauge. */
    uint64_t procs_blocked;
    /** Soft interrupts served. `softirq`, first number; count; counter that may fall: by 2^32 when the part of one CPU
     *  wraps; since 2.6.31. */
    uint64_t softirq;
    /** Soft interrupts for high-priority tasklets. `softirq`, HI; count; counter, 32 bits; since 2.6.31. */
    uint64_t softirq_hi;
    /** Soft interrupts for timers. `softirq`, TIMER; count; counter, 32 bits; since 2.6.31. */
    uint64_t softirq_timer;
    /** Soft interrupts for sending packets. `softirq`, NET_TX; count; counter, 32 bits; since 2.6.31. */
    uint64_t softirq_net_tx;
    /** Soft interrupts for receiving packets. `softirq`, NET_RX; count; counter, 32 bits; since 2.6.31. */
    uint64_t softirq_net_rx;
    /** Soft interrupts for completed block I/O. `softirq`, BLOCK; count; counter, 32 bits; since 2.6.31. */
    uint64_t softirq_block;
    /** Soft interrupts for polled I/O completion. `softirq`, IRQ_POLL (BLOCK_IOPOLL before 4.5); count; counter, 32
     *  bits; since 2.6.32. */
    uint64_t softirq_irq_poll;
    /** Soft interrupts for tasklets. `softirq`, TASKLET; count; counter, 32 bits; since 2.6.31. */
    uint64_t softirq_tasklet;
    /** Soft interrupts for load balancing between CPUs. `softirq`, SCHED; count; counter, 32 bits; since 2.6.31. */
    uint64_t softirq_sched;
    /** Soft interrupts for high-resolution timers. `softirq`, HRTIMER; count; counter, 32 bits; since 2.6.31. */
    uint64_t softirq_hrtimer;
    /** Soft interrupts for read-copy-update (RCU) callbacks. `softirq`, RCU; count; counter, 32 bits; since 2.6.31. */
    uint64_t softirq_rcu;
};

/**
 * Parses /proc/stat after its CPU rows, to the end of the text. If vmm_cpu_next() has read some rows, this function
 * continues from there and skips the CPU rows that remain.
 *
 * @param text     the text of /proc/stat
 * @param out      receives the record
 * @param out_size size of `out` in bytes
 * @retval VMM_OK          `out` is filled; members that the kernel does not print are unknown
 * @retval VMM_E_SYNTAX    a known key has a malformed value
 * @retval VMM_E_TRUNCATED the text ends inside a line
 * @retval VMM_E_EMPTY     no known key in the text
 * @retval VMM_E_ARGUMENT  an argument is NULL, or `out_size` is below 16
 */
VMM_API vmm_status vmm_stat_parse(struct vmm_text *text, struct vmm_stat *out, size_t out_size);

/**
 * Load and uptime of the machine, from two files of /proc.
 *
 * The load average is the mean number of threads that run, are ready to run, or wait for a disk; recent time has more
 * weight. In a container the numbers may be the host's, or lxcfs may have replaced them.
 *
 * vmm_record_read() reads each of its files, VMM_FILE_SYSTEM_*. The decimal point does not depend on the locale.
 */
struct vmm_system {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** Type of this record, one of VMM_RECORD_*; the library sets it. */
    uint64_t record;
    /** Load average of the last minute, multiplied by 100. `loadavg`, first number; hundredths; gauge. */
    uint64_t load1_hundredths;
    /** Load average of the last 5 minutes, multiplied by 100. `loadavg`, second number; hundredths; gauge. */
    uint64_t load5_hundredths;
    /** Load average of the last 15 minutes, multiplied by 100. `loadavg`, third number; hundredths; gauge. */
    uint64_t load15_hundredths;
    /** Threads of the machine that run or are ready to run. `loadavg`, before the slash; count; gauge. */
    uint64_t tasks_runnable;
    /** Number of threads on the machine. `loadavg`, after the slash; count; gauge. */
    uint64_t tasks;
    /** ID of the process or thread that was created last. `loadavg`, last number; count; gauge; in the PID namespace of
     *  the reader. */
    uint64_t last_pid;
    /** Time since boot in hundredths of a second, including suspended time. `uptime`, first number; hundredths;
     *  counter, 64 bits; counted from the boot of the container in a time namespace. */
    uint64_t uptime_hundredths;
    /** Idle time of all CPUs together, in hundredths of a second. `uptime`, second number; hundredths; counter, 64
     *  bits; it may fall a little; 0 in some containers. */
    uint64_t idle_hundredths;
};

#ifdef __cplusplus
}
#endif

#endif
