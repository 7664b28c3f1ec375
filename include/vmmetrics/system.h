/**
 * @file system.h
 * Numbers of the whole machine: the counters of /proc/stat behind its CPU rows.
 *
 * Member comments read: meaning; source; unit; kind; since which kernel, where that is later than 2.6.0; when absent.
 */
#ifndef VMMETRICS_SYSTEM_H
#define VMMETRICS_SYSTEM_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

/** The counters of /proc/stat. */
struct vmm_stat {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** Interrupts served. `intr`, first number; count; counter that falls by 2^32 when one CPU's part wraps. */
    uint64_t intr;
    /** Context switches. `ctxt`; count; counter, 64 bits. */
    uint64_t ctxt;
    /** Moment of boot, since 1970. `btime`; seconds; gauge: it is computed anew on each read and moves with the clock,
     *  so it identifies nothing. */
    uint64_t btime_seconds;
    /** Processes and threads ever made. `processes`; count; counter of the kernel's `unsigned long`. */
    uint64_t processes;
    /** Threads that run or are ready to. `procs_running`; count; gauge. */
    uint64_t procs_running;
    /** Threads that wait for I/O. `procs_blocked`; count; gauge. */
    uint64_t procs_blocked;
    /** Soft interrupts served. `softirq`, first number; count; counter that falls by 2^32 when one CPU's part wraps;
     *  since 2.6.31. */
    uint64_t softirq;
    /** High-priority tasklets. `softirq`, HI; count; counter, 32 bits; since 2.6.31. */
    uint64_t softirq_hi;
    /** Timers. `softirq`, TIMER; count; counter, 32 bits; since 2.6.31. */
    uint64_t softirq_timer;
    /** Packets sent. `softirq`, NET_TX; count; counter, 32 bits; since 2.6.31. */
    uint64_t softirq_net_tx;
    /** Packets received. `softirq`, NET_RX; count; counter, 32 bits; since 2.6.31. */
    uint64_t softirq_net_rx;
    /** Block I/O completed. `softirq`, BLOCK; count; counter, 32 bits; since 2.6.31. */
    uint64_t softirq_block;
    /** Polled I/O completion. `softirq`, IRQ_POLL (BLOCK_IOPOLL before 4.5); count; counter, 32 bits; since 2.6.32. */
    uint64_t softirq_irq_poll;
    /** Tasklets. `softirq`, TASKLET; count; counter, 32 bits; since 2.6.31. */
    uint64_t softirq_tasklet;
    /** Load balancing. `softirq`, SCHED; count; counter, 32 bits; since 2.6.31. */
    uint64_t softirq_sched;
    /** High-resolution timers. `softirq`, HRTIMER; count; counter, 32 bits; since 2.6.31. */
    uint64_t softirq_hrtimer;
    /** Read-copy-update callbacks. `softirq`, RCU; count; counter, 32 bits; since 2.6.31. */
    uint64_t softirq_rcu;
};

/**
 * Reads the counters of /proc/stat, to the end of the text. On text that vmm_cpu_next() has begun to read it goes on
 * where that stopped; CPU rows still there are passed over.
 *
 * @retval VMM_OK          `out` is filled; what the kernel does not print is unknown
 * @retval VMM_E_SYNTAX    a known key has a malformed value
 * @retval VMM_E_TRUNCATED the text ends inside a line
 * @retval VMM_E_EMPTY     not one known key
 * @retval VMM_E_ARGUMENT  an argument is NULL, or `out_size` is below 8
 */
VMM_API vmm_status vmm_stat_parse(struct vmm_text *text, struct vmm_stat *out, size_t out_size);

/** Load and uptime. */
struct vmm_system {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** Load. Hundredths; gauge. */
    uint64_t load1_hundredths;
};

/** Reads one file. */
VMM_API vmm_status vmm_system_read(uint32_t file_id, struct vmm_text *text, struct vmm_system *out, size_t out_size);

#ifdef __cplusplus
}
#endif

#endif
