/**
 * @file system.h
 * Numbers of the whole machine: the counters of /proc/stat behind its CPU rows, load, and uptime.
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

/** The files that vmm_system_read() takes, of /proc. vmm_file_find() gives the same numbers by name. */
enum {
    VMM_SYSTEM_FILE_LOADAVG = 1, /**< `loadavg` */
    VMM_SYSTEM_FILE_UPTIME = 2   /**< `uptime` */
};

/**
 * Load and uptime, from two files of /proc.
 *
 * Load is the mean number of threads that run, are ready to run or wait for a disk, where the latest minutes weigh
 * most. In containers all of it may be of the host or made up by lxcfs.
 */
struct vmm_system {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** Load of the last minute. `loadavg`, first number; hundredths; gauge. */
    uint64_t load1_hundredths;
    /** Load of the last 5 minutes. `loadavg`, second number; hundredths; gauge. */
    uint64_t load5_hundredths;
    /** Load of the last 15 minutes. `loadavg`, third number; hundredths; gauge. */
    uint64_t load15_hundredths;
    /** Threads that run or are ready to. `loadavg`, before the slash; count; gauge. */
    uint64_t tasks_runnable;
    /** Threads. `loadavg`, behind the slash; count; gauge. */
    uint64_t tasks;
    /** Number of the thread or process made last. `loadavg`, last number; count; gauge; in the reader's PID
     *  namespace. */
    uint64_t last_pid;
    /** Time since boot, of which suspended time is part: hundredths of a second. `uptime`, first number; hundredths;
     *  counter, 64 bits; since boot of a container where there is a time namespace. */
    uint64_t uptime_hundredths;
    /** Idle time of all CPUs added up: hundredths of a second. `uptime`, second number; hundredths; counter, 64 bits;
     *  it may step back a little; 0 in some containers. */
    uint64_t idle_hundredths;
};

/**
 * Reads a file into its part of the record; what another file has filled stays. Begin with vmm_record_init(). A point
 * is a point in every locale.
 *
 * @param file_id  one of VMM_SYSTEM_FILE_*
 * @param text     the whole file
 * @param out      the record
 * @param out_size its size
 * @retval VMM_OK          the file's members are filled; fewer numbers than known leave them unknown
 * @retval VMM_E_SYNTAX    a malformed number; the file's members are unknown
 * @retval VMM_E_TRUNCATED the text ends inside the line; the file's members are unknown
 * @retval VMM_E_EMPTY     nothing to read; the file's members are unknown
 * @retval VMM_E_ARGUMENT  an argument is NULL, `file_id` is none, or `out_size` is below 8; nothing was read
 */
VMM_API vmm_status vmm_system_read(uint32_t file_id, struct vmm_text *text, struct vmm_system *out, size_t out_size);

#ifdef __cplusplus
}
#endif

#endif
