/**
 * @file process.h
 * Processes and their threads: the files of /proc/PID and /proc/PID/task/TID, and what they say between two samples.
 */
#ifndef VMMETRICS_PROCESS_H
#define VMMETRICS_PROCESS_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * The files of /proc/PID and /proc/PID/task/TID that vmm_process_read() takes; named after the file. vmm_file_find()
 * gives the same numbers by name, vmm_file_at() one after the other.
 */
enum {
    VMM_PROCESS_FILE_STAT = 1,        /**< `stat` */
    VMM_PROCESS_FILE_STATUS = 2,      /**< `status` */
    VMM_PROCESS_FILE_STATM = 3,       /**< `statm` */
    VMM_PROCESS_FILE_IO = 4,          /**< `io` */
    VMM_PROCESS_FILE_SCHEDSTAT = 5,   /**< `schedstat` */
    VMM_PROCESS_FILE_SMAPS_ROLLUP = 6 /**< `smaps_rollup` */
};

/** What a thread does: the letters of stat and status. */
enum {
    /** `R`: runs, or is ready to. */
    VMM_PROCESS_STATE_RUNNING = 1,
    /** `S`: sleeps, and signals wake it. */
    VMM_PROCESS_STATE_SLEEPING = 2,
    /** `D`: sleeps, and nothing but what it waits for wakes it, mostly a disk. */
    VMM_PROCESS_STATE_DISK_SLEEP = 3,
    /** `T`: was stopped by a signal. */
    VMM_PROCESS_STATE_STOPPED = 4,
    /** `t`: was stopped by a debugger; since 2.6.33. */
    VMM_PROCESS_STATE_TRACING_STOP = 5,
    /** `Z`: has ended. A process whose main thread has ended is not dead while other threads run: see `num_threads`. */
    VMM_PROCESS_STATE_ZOMBIE = 6,
    /** `X`, and `x` on some kernels: is about to be gone. */
    VMM_PROCESS_STATE_DEAD = 7,
    /** `I`: a kernel thread without work; since 4.14, and `D` before. */
    VMM_PROCESS_STATE_IDLE = 8,
    /** `P`: a kernel thread of a CPU that is switched off. */
    VMM_PROCESS_STATE_PARKED = 9,
    /** `K`: sleeps, and only signals that kill wake it; 2.6.33 to 3.13, and `D` since. */
    VMM_PROCESS_STATE_WAKEKILL = 10,
    /** `W`: is being woken; 2.6.33 to 3.13. */
    VMM_PROCESS_STATE_WAKING = 11
};

/**
 * A process, or one of its threads, filled file by file with vmm_process_read(). Numbers of one process under /proc/PID
 * and those of one thread under /proc/PID/task/TID mean different things, which the members say:
 *
 * - "of all threads": under /proc/PID the sum over all of them, ended ones too; under task/TID of that thread alone
 * - "of one thread": under /proc/PID of the main thread, under task/TID of that thread
 * - "of the process": the same in both
 *
 * A zombie, and a process whose main thread has ended before others, has no memory here, but its counters go on. Kernel
 * threads have no memory, and often no I/O. Counters of children are here as the kernel has them; no usage reads them.
 *
 * Member comments read: meaning; file and key or field; unit; kind; since which kernel, where that is later than
 * 2.6.32; of what; when absent. Fields are numbered and named as in proc_pid_stat(5).
 */
struct vmm_process {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** Number of the process, or under task/TID of the thread, as the reader's PID namespace has it. `stat` field 1,
     *  `status` `Pid`; count; identity. */
    uint64_t pid;
    /** Name of one thread, of any bytes but NUL: blanks, parentheses, newlines and what is no UTF-8, as its owner
     *  likes. `stat` field 2; count; identity, though it may be changed; 15 bytes at most, of kernel threads 63. */
    char comm[64];
    /** Number of the virtual CPU that one thread runs, told by its name, and only by all of it: `fc_vcpu 3`
     *  (Firecracker), `vcpu3` (Cloud Hypervisor), `CPU 3/KVM`, `CPU 3/TCG`, `CPU 3/MSHV` (QEMU with
     *  `debug-threads=on`). Any program may name its threads so. `stat` field 2; count; identity; unknown for threads
     *  of other names. */
    uint64_t vcpu;
    /** What one thread does: one of VMM_PROCESS_STATE_*. `stat` field 3, `status` `State`; count; gauge; unknown for
     *  letters that the library does not know. */
    uint64_t state;
    /** Parent of the process. `stat` field 4, `status` `PPid`; count; identity; 0 where it has none, or none that the
     *  reader's PID namespace has; changes when the parent ends. */
    uint64_t ppid;
    /** Process group. `stat` field 5; count; identity; of the process; unknown (-1) where it is just ending. */
    uint64_t pgrp;
    /** Session. `stat` field 6; count; identity; of the process; unknown (-1) where it is just ending. */
    uint64_t session;
    /** Device number of its terminal. `stat` field 7; count; identity; of the process; 0 where it has none. */
    uint64_t tty_nr;
    /** Foreground process group of its terminal. `stat` field 8; count; identity; of the process; unknown (-1) where it
     *  has no terminal. */
    uint64_t tpgid;
    /** Flags that the kernel keeps, PF_* in its sources; 0x00200000 is a kernel thread. `stat` field 9; count; gauge;
     *  of one thread. */
    uint64_t flags;
    /** Page faults for which nothing had to be read. `stat` field 10; count; counter of the kernel's `unsigned long`;
     *  of all threads. */
    uint64_t minflt;
    /** The same, of children that ended and were waited for. `stat` field 11; count; counter of the kernel's `unsigned
     *  long`; of the process. */
    uint64_t cminflt;
    /** Page faults for which something had to be read. `stat` field 12; count; counter of the kernel's `unsigned long`;
     *  of all threads. */
    uint64_t majflt;
    /** The same, of children that ended and were waited for. `stat` field 13; count; counter of the kernel's `unsigned
     *  long`; of the process. */
    uint64_t cmajflt;
    /** CPU time in user mode, that of guests included. `stat` field 14; ticks; counter, 64 bits; of all threads. */
    uint64_t utime_ticks;
    /** CPU time in the kernel. `stat` field 15; ticks; counter, 64 bits; of all threads. */
    uint64_t stime_ticks;
    /** CPU time in user mode of children that ended and were waited for. `stat` field 16; ticks; counter, 64 bits; of
     *  the process. */
    uint64_t cutime_ticks;
    /** CPU time in the kernel of children that ended and were waited for. `stat` field 17; ticks; counter, 64 bits; of
     *  the process. */
    uint64_t cstime_ticks;
    /** Priority: 0 to 39, of real-time threads -2 to -100. `stat` field 18; count; gauge; of one thread. */
    double priority;
    /** Nice value, -20 to 19. `stat` field 19; count; gauge; of one thread. */
    double nice;
    /** Threads, one that ended as the main thread before the others included. `stat` field 20, `status` `Threads`;
     *  count; gauge; of the process; 0 where it is just ending. */
    uint64_t num_threads;
    /** Always 0 since 2.6.17. `stat` field 21; count; gauge. */
    uint64_t itrealvalue;
    /** When the process started, or under task/TID the thread, since the machine did, as the reader's time namespace
     *  has it: with `pid` it tells one from a later one of the same number. `stat` field 22; ticks; identity. */
    uint64_t starttime_ticks;
    /** Address space. `stat` field 23; bytes; gauge; of the process; 0 without memory of its own: kernel threads,
     *  zombies. */
    uint64_t vsize_bytes;
    /** Memory that is resident, counted roughly; `statm` and `status` may count better. `stat` field 24; pages; gauge;
     *  of the process; 0 without memory of its own. */
    uint64_t rss_pages;
    /** Limit of it, which the kernel does not enforce. `stat` field 25; bytes; limit; of the process; a 32-bit kernel
     *  prints 4294967295 for none. */
    uint64_t rsslim_bytes;
    /** Where its code begins. `stat` field 26; count; gauge; of the process; 1 without the right to trace the process,
     *  0 without memory of its own. */
    uint64_t startcode;
    /** Where its code ends. `stat` field 27; count; gauge; of the process; 1 without the right to trace the process, 0
     *  without memory of its own. */
    uint64_t endcode;
    /** Where its stack begins. `stat` field 28; count; gauge; of the process; 0 without the right to trace the process.
     *  */
    uint64_t startstack;
    /** Stack pointer. `stat` field 29; count; gauge; of one thread; 0 since 4.10 or so, except while it ends. */
    uint64_t kstkesp;
    /** Instruction pointer. `stat` field 30; count; gauge; of one thread; 0 since 4.10 or so, except while it ends. */
    uint64_t kstkeip;
    /** Pending signals as bits, real-time ones left out. `stat` field 31; count; gauge; of one thread. */
    uint64_t signal;
    /** Blocked signals likewise. `stat` field 32; count; gauge; of one thread. */
    uint64_t blocked;
    /** Ignored signals likewise. `stat` field 33; count; gauge; of the process. */
    uint64_t sigignore;
    /** Caught signals likewise. `stat` field 34; count; gauge; of the process. */
    uint64_t sigcatch;
    /** Whether it waits in the kernel, 0 or 1; an address on old kernels. `stat` field 35; count; gauge; of one thread;
     *  0 without the right to trace the process, and under /proc/PID where there are several threads. */
    uint64_t wchan;
    /** Always 0. `stat` field 36; count; gauge. */
    uint64_t nswap;
    /** Always 0. `stat` field 37; count; gauge. */
    uint64_t cnswap;
    /** Signal that its parent gets when it ends. `stat` field 38; count; gauge; of one thread; -1 for threads other
     *  than the main one. */
    double exit_signal;
    /** CPU that it ran on last. `stat` field 39; count; gauge; of one thread. */
    uint64_t processor;
    /** Real-time priority, 1 to 99; 0 for others. `stat` field 40; count; gauge; of one thread. */
    uint64_t rt_priority;
    /** Scheduling policy, SCHED_*. `stat` field 41; count; gauge; of one thread. */
    uint64_t policy;
    /** Time spent waiting for block I/O. `stat` field 42; ticks; counter, 64 bits; of one thread; 0 where delay
     *  accounting is off, as it is by default since 5.14. */
    uint64_t delayacct_blkio_ticks;
    /** The part of utime_ticks spent running a guest's virtual CPUs. `stat` field 43; ticks; counter, 64 bits; of all
     *  threads. */
    uint64_t guest_time_ticks;
    /** The same, of children that ended and were waited for. `stat` field 44; ticks; counter, 64 bits; of the process.
     *  */
    uint64_t cguest_time_ticks;
    /** Where its data begin. `stat` field 45; count; gauge; since 3.3; of the process; 0 without the right to trace the
     *  process. */
    uint64_t start_data;
    /** Where its data end. `stat` field 46; count; gauge; since 3.3; of the process; 0 without the right to trace the
     *  process. */
    uint64_t end_data;
    /** Where its heap begins. `stat` field 47; count; gauge; since 3.3; of the process; 0 without the right to trace
     *  the process. */
    uint64_t start_brk;
    /** Where its arguments begin. `stat` field 48; count; gauge; since 3.5; of the process; 0 without the right to
     *  trace the process. */
    uint64_t arg_start;
    /** Where its arguments end. `stat` field 49; count; gauge; since 3.5; of the process; 0 without the right to trace
     *  the process. */
    uint64_t arg_end;
    /** Where its environment begins. `stat` field 50; count; gauge; since 3.5; of the process; 0 without the right to
     *  trace the process. */
    uint64_t env_start;
    /** Where its environment ends. `stat` field 51; count; gauge; since 3.5; of the process; 0 without the right to
     *  trace the process. */
    uint64_t env_end;
    /** How it ended, as waitpid(2) tells it. `stat` field 52; count; gauge; since 3.5; of a zombie; else 0; 0 without
     *  the right to trace the process. */
    uint64_t exit_code;
    /** Number of the process that the thread belongs to. `status` `Tgid`; count; identity. */
    uint64_t tgid;
    /** Room in its table of file descriptors, which says little about how many are open. `status` `FDSize`; count;
     *  gauge; of the process; 0 for zombies. */
    uint64_t fd_size;
    /** Whether it is a kernel thread, 0 or 1. `status` `Kthread`; count; gauge; since 6.6 or so; before that, `flags`
     *  tell. */
    uint64_t kthread;
    /** The largest that its address space was. `status` `VmPeak`; bytes; gauge; of the process; absent without memory
     *  of its own: kernel threads, zombies. */
    uint64_t vm_peak_bytes;
    /** Address space. `status` `VmSize`; bytes; gauge; of the process; absent without memory of its own: kernel
     *  threads, zombies. */
    uint64_t vm_size_bytes;
    /** Memory locked by it. `status` `VmLck`; bytes; gauge; of the process; absent without memory of its own: kernel
     *  threads, zombies. */
    uint64_t vm_lck_bytes;
    /** Memory pinned for it. `status` `VmPin`; bytes; gauge; since 3.2; of the process; absent without memory of its
     *  own: kernel threads, zombies. */
    uint64_t vm_pin_bytes;
    /** The most memory that was resident; starts anew where somebody writes 5 to clear_refs. `status` `VmHWM`; bytes;
     *  gauge; of the process; absent without memory of its own: kernel threads, zombies. */
    uint64_t vm_hwm_bytes;
    /** Memory that is resident: the sum of the three below. `status` `VmRSS`; bytes; gauge; of the process; absent
     *  without memory of its own: kernel threads, zombies. */
    uint64_t vm_rss_bytes;
    /** Anonymous memory in it. `status` `RssAnon`; bytes; gauge; since 4.5; of the process; absent without memory of
     *  its own: kernel threads, zombies. */
    uint64_t rss_anon_bytes;
    /** Pages of files in it. `status` `RssFile`; bytes; gauge; since 4.5; of the process; absent without memory of its
     *  own: kernel threads, zombies. */
    uint64_t rss_file_bytes;
    /** Shared memory in it. `status` `RssShmem`; bytes; gauge; since 4.5; of the process; absent without memory of its
     *  own: kernel threads, zombies. */
    uint64_t rss_shmem_bytes;
    /** Data segments. `status` `VmData`; bytes; gauge; of the process; absent without memory of its own: kernel
     *  threads, zombies. */
    uint64_t vm_data_bytes;
    /** Stack segments. `status` `VmStk`; bytes; gauge; of the process; absent without memory of its own: kernel
     *  threads, zombies. */
    uint64_t vm_stk_bytes;
    /** Code of the program. `status` `VmExe`; bytes; gauge; of the process; absent without memory of its own: kernel
     *  threads, zombies. */
    uint64_t vm_exe_bytes;
    /** Code of shared libraries. `status` `VmLib`; bytes; gauge; of the process; absent without memory of its own:
     *  kernel threads, zombies. */
    uint64_t vm_lib_bytes;
    /** Page tables. `status` `VmPTE`; bytes; gauge; of the process; absent without memory of its own: kernel threads,
     *  zombies. */
    uint64_t vm_pte_bytes;
    /** Anonymous private memory that is swapped out. `status` `VmSwap`; bytes; gauge; since 2.6.34; of the process;
     *  absent without memory of its own: kernel threads, zombies. */
    uint64_t vm_swap_bytes;
    /** Huge pages of hugetlbfs, which no other member counts. `status` `HugetlbPages`; bytes; gauge; since 4.4; of the
     *  process; absent without memory of its own: kernel threads, zombies. */
    uint64_t hugetlb_pages_bytes;
    /** Whether it is dumping core, 0 or 1. `status` `CoreDumping`; count; gauge; since 4.15; of the process; absent
     *  without memory of its own: kernel threads, zombies. */
    uint64_t core_dumping;
    /** Whether it may use transparent huge pages, 0 or 1. `status` `THP_enabled`; count; gauge; since 5.0; of the
     *  process; absent without memory of its own: kernel threads, zombies. */
    uint64_t thp_enabled;
    /** How many CPUs it may run on. `status` `Cpus_allowed_list`; count; gauge; of one thread. */
    uint64_t cpus_allowed;
    /** How many memory nodes it may use. `status` `Mems_allowed_list`; count; gauge; of one thread. */
    uint64_t mems_allowed;
    /** Times that it left a CPU of its own accord, to wait. `status` `voluntary_ctxt_switches`; count; counter of the
     *  kernel's `unsigned long`; of one thread. */
    uint64_t voluntary_ctxt_switches;
    /** Times that a CPU was taken from it. `status` `nonvoluntary_ctxt_switches`; count; counter of the kernel's
     *  `unsigned long`; of one thread. */
    uint64_t nonvoluntary_ctxt_switches;
    /** Page tables of the second level. `status` `VmPMD`; bytes; gauge; since 4.0, until 4.14; of the process; absent
     *  without memory of its own: kernel threads, zombies. */
    uint64_t vm_pmd_bytes;
    /** Real user. `status` `Uid`, first value; count; identity; of one thread; 65534 where the reader's user namespace
     *  does not have it. */
    uint64_t uid_real;
    /** Effective user. `status` `Uid`, second value; count; identity; of one thread. */
    uint64_t uid_effective;
    /** Saved user. `status` `Uid`, third value; count; identity; of one thread. */
    uint64_t uid_saved;
    /** User for access to files. `status` `Uid`, fourth value; count; identity; of one thread. */
    uint64_t uid_fs;
    /** Address space. `statm`, first value; pages; gauge; of the process; 0 without memory of its own. */
    uint64_t statm_size_pages;
    /** Memory that is resident. `statm`, second value; pages; gauge; of the process; 0 without memory of its own. */
    uint64_t statm_resident_pages;
    /** The part of it that is of files or shared memory. `statm`, third value; pages; gauge; of the process; 0 without
     *  memory of its own. */
    uint64_t statm_shared_pages;
    /** Code of the program. `statm`, fourth value; pages; gauge; of the process; 0 without memory of its own. */
    uint64_t statm_text_pages;
    /** Always 0. `statm`, fifth value; pages; gauge; of the process. */
    uint64_t statm_lib_pages;
    /** Data and stack segments. `statm`, sixth value; pages; gauge; of the process; 0 without memory of its own. */
    uint64_t statm_data_pages;
    /** Always 0. `statm`, seventh value; pages; gauge; of the process. */
    uint64_t statm_dt_pages;
    /** Bytes read by read(2) and its like, from anything, cached or not. `io` `rchar`; bytes; counter, 64 bits; of all
     *  threads. */
    uint64_t rchar_bytes;
    /** Bytes written by write(2) and its like, to anything. `io` `wchar`; bytes; counter, 64 bits; of all threads. */
    uint64_t wchar_bytes;
    /** Calls of read(2) and its like. `io` `syscr`; count; counter, 64 bits; of all threads. */
    uint64_t syscr;
    /** Calls of write(2) and its like. `io` `syscw`; count; counter, 64 bits; of all threads. */
    uint64_t syscw;
    /** Bytes fetched from block devices. `io` `read_bytes`; bytes; counter, 64 bits; of all threads. */
    uint64_t read_bytes;
    /** Bytes that are to go to block devices, counted when pages become dirty. `io` `write_bytes`; bytes; counter, 64
     *  bits; of all threads. */
    uint64_t write_bytes;
    /** Bytes that it kept from being written, its own or others', by truncating files: may be more than `write_bytes`.
     *  `io` `cancelled_write_bytes`; bytes; counter, 64 bits; of all threads. */
    uint64_t cancelled_write_bytes;
    /** CPU time, brought up to date at each tick while it runs. `schedstat`, first value; nanoseconds; counter, 64
     *  bits; of one thread. */
    uint64_t run_time_ns;
    /** Time spent ready to run, waiting for a CPU. `schedstat`, second value; nanoseconds; counter, 64 bits; of one
     *  thread. */
    uint64_t run_delay_ns;
    /** Times that it got a CPU. `schedstat`, third value; count; counter of the kernel's `unsigned long`; of one
     *  thread. */
    uint64_t timeslices;
    /** Memory that is resident. `smaps_rollup` `Rss`; bytes; gauge; of the process. */
    uint64_t smaps_rss_bytes;
    /** The same, shared pages divided by the number of their users. `smaps_rollup` `Pss`; bytes; gauge; of the process.
     *  */
    uint64_t smaps_pss_bytes;
    /** The part of it that is dirty. `smaps_rollup` `Pss_Dirty`; bytes; gauge; since 6.0; of the process. */
    uint64_t smaps_pss_dirty_bytes;
    /** The part of it that is anonymous. `smaps_rollup` `Pss_Anon`; bytes; gauge; since 5.4; of the process. */
    uint64_t smaps_pss_anon_bytes;
    /** The part of it that is of files. `smaps_rollup` `Pss_File`; bytes; gauge; since 5.4; of the process. */
    uint64_t smaps_pss_file_bytes;
    /** The part of it that is shared memory. `smaps_rollup` `Pss_Shmem`; bytes; gauge; since 5.4; of the process. */
    uint64_t smaps_pss_shmem_bytes;
    /** Clean pages that others use too. `smaps_rollup` `Shared_Clean`; bytes; gauge; of the process. */
    uint64_t smaps_shared_clean_bytes;
    /** Dirty pages that others use too. `smaps_rollup` `Shared_Dirty`; bytes; gauge; of the process. */
    uint64_t smaps_shared_dirty_bytes;
    /** Clean pages that nobody else uses. `smaps_rollup` `Private_Clean`; bytes; gauge; of the process. */
    uint64_t smaps_private_clean_bytes;
    /** Dirty pages that nobody else uses: with the clean ones, what its end would free. `smaps_rollup` `Private_Dirty`;
     *  bytes; gauge; of the process. */
    uint64_t smaps_private_dirty_bytes;
    /** Memory that was used lately. `smaps_rollup` `Referenced`; bytes; gauge; of the process. */
    uint64_t smaps_referenced_bytes;
    /** Memory that is of no file. `smaps_rollup` `Anonymous`; bytes; gauge; of the process. */
    uint64_t smaps_anonymous_bytes;
    /** Memory merged with equal pages. `smaps_rollup` `KSM`; bytes; gauge; since 6.7; of the process. */
    uint64_t smaps_ksm_bytes;
    /** Memory marked as free, but not reclaimed yet. `smaps_rollup` `LazyFree`; bytes; gauge; of the process. */
    uint64_t smaps_lazy_free_bytes;
    /** Transparent huge pages. `smaps_rollup` `AnonHugePages`; bytes; gauge; of the process. */
    uint64_t smaps_anon_huge_pages_bytes;
    /** Shared memory in huge pages. `smaps_rollup` `ShmemPmdMapped`; bytes; gauge; of the process. */
    uint64_t smaps_shmem_pmd_mapped_bytes;
    /** Pages of files in huge pages. `smaps_rollup` `FilePmdMapped`; bytes; gauge; since 5.4; of the process. */
    uint64_t smaps_file_pmd_mapped_bytes;
    /** Pages of hugetlbfs that others use too; not in `smaps_rss_bytes`. `smaps_rollup` `Shared_Hugetlb`; bytes; gauge;
     *  of the process. */
    uint64_t smaps_shared_hugetlb_bytes;
    /** Pages of hugetlbfs that nobody else uses; not in `smaps_rss_bytes`. `smaps_rollup` `Private_Hugetlb`; bytes;
     *  gauge; of the process. */
    uint64_t smaps_private_hugetlb_bytes;
    /** Anonymous memory that is swapped out. `smaps_rollup` `Swap`; bytes; gauge; of the process. */
    uint64_t smaps_swap_bytes;
    /** The same, shared pages divided by the number of their users. `smaps_rollup` `SwapPss`; bytes; gauge; of the
     *  process. */
    uint64_t smaps_swap_pss_bytes;
    /** Memory that is locked into RAM, divided likewise. `smaps_rollup` `Locked`; bytes; gauge; of the process. */
    uint64_t smaps_locked_bytes;
};

/**
 * Reads one file of a process or thread into its members, and leaves all others as they are: begin with
 * vmm_record_init() before each sample, then read the files that are wanted, in any order. What cannot be read (`io`
 * and `smaps_rollup` need the right to trace the process; `smaps_rollup` fails for kernel threads and zombies) stays
 * unknown. `state`, `pid`, `ppid` and `num_threads` are fed by `stat` and by `status`; the later one counts.
 *
 * `stat`, `statm` and `schedstat` are a line each: `pos` moves behind it. Of `stat`, 30 fields behind the state must be
 * there, which is more than any name has room for: a name may hold anything, `x) S 1 2` and a newline too. A text that
 * was cut in such a name is refused, maybe as ::VMM_E_SYNTAX.
 *
 * @param file_id  one of VMM_PROCESS_FILE_*
 * @param text     all of the file
 * @param out      a record that vmm_record_init() or an earlier call has filled
 * @param out_size its size
 * @retval VMM_OK          the members of this file are filled; fields that an old kernel does not print are unknown,
 *                         and members whose keys are not in it stay as they were
 * @retval VMM_E_SYNTAX    a field or a known key has a malformed value, or a name is longer than 63 bytes; the members
 *                         of this file are unknown
 * @retval VMM_E_TRUNCATED the text ends inside a line; the members of this file are unknown
 * @retval VMM_E_EMPTY     not one known key, or no text; the members of this file are unknown
 * @retval VMM_E_ARGUMENT  an argument is NULL, `file_id` is none, or `out_size` is below 8; nothing was written
 */
VMM_API vmm_status vmm_process_read(uint32_t file_id, struct vmm_text *text, struct vmm_process *out, size_t out_size);

/** What a process did between two samples, or one thread. A CPU used all the time is 1. */
struct vmm_process_usage {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** The process or thread, where the later sample knows it. Identity. */
    uint64_t pid;
    /** When it started. Ticks; identity. */
    uint64_t starttime_ticks;
    /** CPUs used on average, those that ran guests included. Count; gauge; needs `utime_ticks`, `stime_ticks` and the
     *  tick rate. */
    double cores_used;
    /** The part of it in user mode. Count; gauge; needs `utime_ticks` and the tick rate. */
    double user_cores;
    /** The part of it in the kernel. Count; gauge; needs `stime_ticks` and the tick rate. */
    double system_cores;
    /** CPUs that ran guests on average: a part of user_cores, but for rounding. Count; gauge; needs `guest_time_ticks`
     *  and the tick rate. */
    double guest_cores;
    /** Page faults a second for which nothing had to be read. 1/s; gauge; needs `minflt`. */
    double minflt_per_second;
    /** Page faults a second for which something had to be read. 1/s; gauge; needs `majflt`. */
    double majflt_per_second;
    /** Bytes read a second, from anything. Bytes/s; gauge; needs `rchar_bytes`. */
    double rchar_bytes_per_second;
    /** Bytes written a second, to anything. Bytes/s; gauge; needs `wchar_bytes`. */
    double wchar_bytes_per_second;
    /** Calls of read(2) and its like a second. 1/s; gauge; needs `syscr`. */
    double syscr_per_second;
    /** Calls of write(2) and its like a second. 1/s; gauge; needs `syscw`. */
    double syscw_per_second;
    /** Bytes fetched from block devices a second. Bytes/s; gauge; needs `read_bytes`. */
    double read_bytes_per_second;
    /** Bytes a second that are to go to block devices. Bytes/s; gauge; needs `write_bytes`. */
    double write_bytes_per_second;
    /** Bytes a second that were kept from being written after all: taken from those written, the rest may be below 0,
     *  as what it truncates may be others'. Bytes/s; gauge; needs `cancelled_write_bytes`. */
    double cancelled_write_bytes_per_second;
    /** CPUs for which one thread waited on average, ready to run: the main thread where the samples are of /proc/PID.
     *  See vmm_threads_usage_between() for all of them. Count; gauge; needs `run_delay_ns`. */
    double run_delay_cores;
    /** Times a second that one thread left a CPU to wait: the main thread likewise. 1/s; gauge; needs
     *  `voluntary_ctxt_switches`. */
    double voluntary_ctxt_switches_per_second;
    /** Times a second that a CPU was taken from one thread: the main thread likewise. 1/s; gauge; needs
     *  `nonvoluntary_ctxt_switches`. */
    double nonvoluntary_ctxt_switches_per_second;
};

/**
 * What a process did between two samples, or one thread. Each result needs only its own inputs, in both samples, which
 * must both be of /proc/PID or both of the same task/TID.
 *
 * Time that a guest ran is part of the user time, and is not added. Work that kernel threads do for a VM, as vhost did
 * before Linux 6.4, is not part of its process; its cgroup counts it.
 *
 * @param before           the earlier sample; NULL or of `size` 0 when there is none
 * @param after            the later sample
 * @param elapsed_ns       the time between them, from a clock that nobody sets
 * @param ticks_per_second `sysconf(_SC_CLK_TCK)`; 0 where it is not known, which leaves the CPUs unknown
 * @param out              the result
 * @param out_size         its size
 * @retval VMM_OK          `out` is filled; a counter that only one sample knows gives no result
 * @retval VMM_FIRST       no earlier sample
 * @retval VMM_NO_INTERVAL `elapsed_ns` is 0 or less
 * @retval VMM_RESET       a counter fell, or `pid` or `starttime_ticks` is known in both samples and differs
 * @retval VMM_E_EMPTY     none of the inputs is known in both samples
 * @retval VMM_E_ARGUMENT  `after` or `out` is NULL, or `out_size` is below 8
 */
VMM_API vmm_status vmm_process_usage_between(const struct vmm_process *before, const struct vmm_process *after,
                                             int64_t elapsed_ns, uint64_t ticks_per_second,
                                             struct vmm_process_usage *out, size_t out_size);

/**
 * What the threads of a VMM did between two samples: its virtual CPUs, and all the others, which are its overhead. A
 * CPU used all the time is 1. Sums are over the threads that both samples know, and those that started in between.
 */
struct vmm_threads_usage {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** Threads in the later sample. Count; gauge. */
    uint64_t threads;
    /** Those of them that are in the earlier sample, too. Count; gauge. */
    uint64_t threads_matched;
    /** Those of them that started in between. Count; gauge. */
    uint64_t threads_new;
    /** Threads of the earlier sample that have ended. Count; gauge. */
    uint64_t threads_gone;
    /** Threads in the later sample that are virtual CPUs by their names. Count; gauge. */
    uint64_t vcpus;
    /** CPUs used on average by virtual CPUs: the guest, and what the kernel and the VMM do in these threads for it.
     *  Count; gauge; needs `run_time_ns`; unknown where there is no virtual CPU. */
    double vcpu_cores;
    /** CPUs used on average by all other threads: the VMM's own, and the kernel's helpers that are part of its process,
     *  such as `vhost-PID` and `iou-wrk-TID`. Count; gauge; needs `run_time_ns`; unknown where there is no virtual CPU,
     *  as they may lack their names. */
    double overhead_cores;
    /** CPUs used on average by all threads. Count; gauge; needs `run_time_ns`. */
    double total_cores;
    /** CPUs for which virtual CPUs waited on average, ready to run: what the guest sees as steal. Count; gauge; needs
     *  `run_delay_ns`; unknown where there is no virtual CPU. */
    double vcpu_run_delay_cores;
    /** CPUs for which all other threads waited on average. Count; gauge; needs `run_delay_ns`; unknown where there is
     *  no virtual CPU. */
    double overhead_run_delay_cores;
    /** CPUs for which all threads waited on average. Count; gauge; needs `run_delay_ns`. */
    double total_run_delay_cores;
    /** Times a second that threads left a CPU to wait. 1/s; gauge; needs `voluntary_ctxt_switches`. */
    double voluntary_ctxt_switches_per_second;
    /** Times a second that a CPU was taken from threads. 1/s; gauge; needs `nonvoluntary_ctxt_switches`. */
    double nonvoluntary_ctxt_switches_per_second;
};

/**
 * What the threads of a process did between two samples of /proc/PID/task: for each thread a record of its `stat`, and
 * of `schedstat` and `status` where those results are wanted. It needs no tick rate.
 *
 * The records may stand in any order, and any order gives the same result. Ascending order of `pid` takes linear time,
 * any other quadratic time; the kernel lists threads in ascending order until thread numbers begin anew. If a `pid`
 * comes twice, the first record counts. Records without a `pid`, of threads that ended while they were read, are
 * passed over.
 *
 * A thread is the same if its number and its start are (a start that one sample does not know is not looked at). One
 * that only the later sample has started in between, so that all its time counts. One that only the earlier sample has
 * ended in between, and the time from that sample to its end is lost; vmm_process_usage_between() has it, in ticks. A
 * counter that a thread lacks in one of the samples is left out, as if the thread had ended; a result is unknown where
 * no thread has its counter.
 *
 * ::VMM_RESET is where a counter of a thread fell, where a thread has run or waited for longer than the time between
 * the samples (by more than a tenth and a second), and where no thread is in both samples: they are not of the same
 * process, or the earlier one was not whole, and what would be counted might be off by years of CPU time.
 *
 * Virtual CPUs are told by the names of the later sample. QEMU names its threads only with `debug-threads=on`, and its
 * emulation without threads runs all virtual CPUs in one, `ALL CPUs/TCG`, which counts as none.
 *
 * @param before       the earlier sample; NULL or of 0 threads when there is none
 * @param before_count how many threads it has
 * @param after        the later sample
 * @param after_count  how many threads it has
 * @param row_size     the caller's `sizeof(struct vmm_process)`
 * @param elapsed_ns   the time between the samples, from a clock that nobody sets
 * @param out          the result
 * @param out_size     its size
 * @retval VMM_OK          `out` is filled
 * @retval VMM_FIRST       no earlier sample
 * @retval VMM_NO_INTERVAL `elapsed_ns` is 0 or less
 * @retval VMM_RESET       see above
 * @retval VMM_E_EMPTY     the later sample has no thread with a `pid`
 * @retval VMM_E_ARGUMENT  `after` or `out` is NULL, `out_size` is below 8, or `row_size` is below 8 or no multiple of it
 */
VMM_API vmm_status vmm_threads_usage_between(const struct vmm_process *before, size_t before_count,
                                             const struct vmm_process *after, size_t after_count, size_t row_size,
                                             int64_t elapsed_ns, struct vmm_threads_usage *out, size_t out_size);

#ifdef __cplusplus
}
#endif

#endif
