/* SPDX-License-Identifier: MIT */
/**
 * @file process.h
 * Processes and threads: the files of /proc/PID and /proc/PID/task/TID, and their use of CPU and I/O between two
 * samples.
 *
 * @ingroup process
 */
#ifndef VMMETRICS_PROCESS_H
#define VMMETRICS_PROCESS_H

#include "record.h"

#ifdef __cplusplus
extern "C" {
#endif

/** States of a thread: the letters that `stat` and `status` print. */
enum vmm_process_state {
    /** `R`: running, or ready to run. */
    VMM_PROCESS_STATE_RUNNING = 1,
    /** `S`: sleeping; a signal wakes the thread. */
    VMM_PROCESS_STATE_SLEEPING = 2,
    /** `D`: sleeping without reacting to signals, mostly during disk I/O. */
    VMM_PROCESS_STATE_DISK_SLEEP = 3,
    /** `T`: stopped by a signal. */
    VMM_PROCESS_STATE_STOPPED = 4,
    /** `t`: stopped by a debugger; since 2.6.33. */
    VMM_PROCESS_STATE_TRACING_STOP = 5,
    /** `Z`: ended, but not waited for. A process whose main thread has ended lives on while other threads run: see
     *  `num_threads`. */
    VMM_PROCESS_STATE_ZOMBIE = 6,
    /** `X`, on some kernels `x`: about to disappear. */
    VMM_PROCESS_STATE_DEAD = 7,
    /** `I`: a kernel thread without work; since 4.14, printed as `D` before. */
    VMM_PROCESS_STATE_IDLE = 8,
    /** `P`: a kernel thread of a CPU that is offline. */
    VMM_PROCESS_STATE_PARKED = 9,
    /** `K`: sleeping; only a fatal signal wakes the thread; 2.6.33 to 3.13, printed as `D` since then. */
    VMM_PROCESS_STATE_WAKEKILL = 10,
    /** `W`: being woken; 2.6.33 to 3.13. */
    VMM_PROCESS_STATE_WAKING = 11
};

/**
 * A process, or one of its threads. The comment of each member says what its number is about, since /proc/PID and
 * /proc/PID/task/TID differ in this:
 *
 * - "of all threads": in /proc/PID the sum over all threads, ended ones included; in task/TID of this thread only
 * - "of one thread": in /proc/PID of the main thread; in task/TID of this thread
 * - "of the process": the same number in both
 *
 * Zombies have no memory, but their counters are still right. A process whose main thread has ended before other
 * threads looks like a zombie. Kernel threads have no memory, and often no I/O. The record has the kernel's counters of
 * children, but no usage reads them.
 *
 * Member comments read: meaning; file and key or field; unit; kind; since which kernel, where later than 2.6.32; what
 * the number is about; when absent. Fields have the numbers and names of proc_pid_stat(5).
 *
 * vmm_record_read() reads each of its files, VMM_FILE_PROCESS_*. `stat` and `status` both fill `state`, `pid`, `ppid`
 * and `num_threads`; the file that is read later counts. Members of a file that cannot be read stay unknown: `io` and
 * `smaps_rollup` need the right to trace the process, and reading `smaps_rollup` fails for kernel threads and zombies.
 *
 * `stat`, `statm` and `schedstat` are one line each: `pos` moves to the next line. A thread's name may hold anything,
 * also `x) S 1 2` and a newline. So `stat` must have at least 30 fields after the state, more than any name has room
 * for: a text that was cut inside such a name is an error, either ::VMM_E_TRUNCATED or ::VMM_E_SYNTAX. A name longer
 * than 63 bytes, or with a NUL, is ::VMM_E_SYNTAX.
 */
struct vmm_process {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** Type of this record, one of VMM_RECORD_*; the library sets it. */
    uint64_t record;
    /** Process ID, or under task/TID the thread ID, in the reader's PID namespace. `stat` field 1, `status` `Pid`;
     *  count; identity. */
    uint64_t pid;
    /** Name of the thread, which may hold any byte but NUL: blanks, parentheses, newlines, invalid UTF-8. `stat` field
     *  2; count; label; of one thread; a thread can change its name; at most 15 bytes, for kernel threads
     *  63. */
    char comm[64];
    /** Number of the virtual CPU that the thread runs, taken from the thread's whole name: `fc_vcpu 3` (Firecracker),
     *  `vcpu3` (Cloud Hypervisor), `CPU 3/KVM`, `CPU 3/TCG`, `CPU 3/MSHV` (QEMU with `debug-threads=on`). `stat` field
     *  2; count; label; of one thread; unknown for all other names; any program can give its threads such names. */
    uint64_t vcpu;
    /** State of the thread, one of VMM_PROCESS_STATE_*. `stat` field 3, `status` `State`; count; gauge; of one thread;
     *  unknown for other letters. */
    uint64_t state;
    /** Process ID of the parent. `stat` field 4, `status` `PPid`; count; label; of the process; changes when the
     *  parent ends; 0 without a parent in the reader's PID namespace. */
    uint64_t ppid;
    /** Process group ID. `stat` field 5; count; label; of the process; unknown (-1) while the process is ending. */
    uint64_t pgrp;
    /** Session ID. `stat` field 6; count; label; of the process; unknown (-1) while the process is ending. */
    uint64_t session;
    /** Device number of the controlling terminal. `stat` field 7; count; label; of the process; 0 without a
     *  terminal. */
    uint64_t tty_nr;
    /** Foreground process group of the controlling terminal. `stat` field 8; count; label; of the process; unknown
     *  (-1) without a terminal. */
    uint64_t tpgid;
    /** Kernel flags of the thread (PF_* in the kernel's source); 0x00200000 marks a kernel thread. `stat` field 9;
     *  count; gauge; of one thread. */
    uint64_t flags;
    /** Minor page faults: faults that needed no disk read. `stat` field 10; count; counter of the kernel's
     *  `unsigned long`; of all threads. */
    uint64_t minflt;
    /** Minor page faults of children that ended and were waited for. `stat` field 11; count; counter of the kernel's
     *  `unsigned long`; of the process. */
    uint64_t cminflt;
    /** Major page faults: faults that needed a disk read. `stat` field 12; count; counter of the kernel's
     *  `unsigned long`; of all threads. */
    uint64_t majflt;
    /** Major page faults of children that ended and were waited for. `stat` field 13; count; counter of the kernel's
     *  `unsigned long`; of the process. */
    uint64_t cmajflt;
    /** CPU time in user mode, time of guests included. `stat` field 14; ticks; counter, 64 bits; of all threads. */
    uint64_t utime_ticks;
    /** CPU time in the kernel. `stat` field 15; ticks; counter, 64 bits; of all threads. */
    uint64_t stime_ticks;
    /** CPU time in user mode of children that ended and were waited for. `stat` field 16; ticks; counter, 64 bits; of
     *  the process. */
    uint64_t cutime_ticks;
    /** CPU time in the kernel of children that ended and were waited for. `stat` field 17; ticks; counter, 64 bits; of
     *  the process. */
    uint64_t cstime_ticks;
    /** Scheduling priority: 0 to 39, for real-time threads -2 to -100. `stat` field 18; count; gauge; of one thread. */
    double priority;
    /** Nice value, -20 to 19. `stat` field 19; count; gauge; of one thread. */
    double nice;
    /** Number of threads; a main thread that ended before the others counts. `stat` field 20, `status` `Threads`;
     *  count; gauge; of the process; 0 while the process is ending. */
    uint64_t num_threads;
    /** Unused, always 0 since 2.6.17. `stat` field 21; count; gauge. */
    uint64_t itrealvalue;
    /** Start time of the process, or under task/TID of the thread, since boot in the reader's time namespace; two
     *  processes with the same `pid` differ in this time. `stat` field 22; ticks; identity. */
    uint64_t starttime_ticks;
    /** Size of the address space. `stat` field 23; bytes; gauge; of the process; 0 for kernel threads and zombies. */
    uint64_t vsize_bytes;
    /** Resident memory, counted roughly; `statm` and `status` may be more exact. `stat` field 24; pages; gauge; of the
     *  process; 0 for kernel threads and zombies. */
    uint64_t rss_pages;
    /** Soft limit of resident memory, which the kernel does not enforce. `stat` field 25; bytes; limit; of the process;
     *  4294967295 on a 32-bit kernel means no limit. */
    uint64_t rsslim_bytes;
    /** Address at which the program's code begins. `stat` field 26; count; gauge; of the process; 1 without the right
     *  to trace the process, 0 for kernel threads and zombies. */
    uint64_t startcode;
    /** Address at which the program's code ends. `stat` field 27; count; gauge; of the process; 1 without the right to
     *  trace the process, 0 for kernel threads and zombies. */
    uint64_t endcode;
    /** Address at which the stack begins. `stat` field 28; count; gauge; of the process; 0 without the right to trace
     *  the process. */
    uint64_t startstack;
    /** Stack pointer. `stat` field 29; count; gauge; of one thread; 0 since about 4.10, except while the thread is
     *  ending. */
    uint64_t kstkesp;
    /** Instruction pointer. `stat` field 30; count; gauge; of one thread; 0 since about 4.10, except while the thread
     *  is ending. */
    uint64_t kstkeip;
    /** Pending signals as a bit mask, without real-time signals. `stat` field 31; count; gauge; of one thread. */
    uint64_t signal;
    /** Blocked signals as a bit mask, without real-time signals. `stat` field 32; count; gauge; of one thread. */
    uint64_t blocked;
    /** Ignored signals as a bit mask, without real-time signals. `stat` field 33; count; gauge; of the process. */
    uint64_t sigignore;
    /** Caught signals as a bit mask, without real-time signals. `stat` field 34; count; gauge; of the process. */
    uint64_t sigcatch;
    /** 1 if the thread waits in the kernel, else 0; an address on old kernels. `stat` field 35; count; gauge; of one
     *  thread; 0 without the right to trace the process, and under /proc/PID if there are several threads. */
    uint64_t wchan;
    /** Unused, always 0. `stat` field 36; count; gauge. */
    uint64_t nswap;
    /** Unused, always 0. `stat` field 37; count; gauge. */
    uint64_t cnswap;
    /** Signal that the parent gets when the thread ends. `stat` field 38; count; gauge; of one thread; -1 for all
     *  threads but the main thread. */
    double exit_signal;
    /** CPU on which the thread ran last. `stat` field 39; count; gauge; of one thread. */
    uint64_t processor;
    /** Real-time priority, 1 to 99; 0 for a thread without real-time scheduling. `stat` field 40; count; gauge; of one
     *  thread. */
    uint64_t rt_priority;
    /** Scheduling policy (SCHED_*). `stat` field 41; count; gauge; of one thread. */
    uint64_t policy;
    /** Time in which the thread waited for block I/O. `stat` field 42; ticks; counter, 64 bits; of one thread; 0 if
     *  delay accounting is off, which is the default since 5.14. */
    uint64_t delayacct_blkio_ticks;
    /** CPU time in which virtual CPUs of a guest ran; `utime_ticks` includes this time. `stat` field 43; ticks;
     *  counter, 64 bits; of all threads. */
    uint64_t guest_time_ticks;
    /** CPU time in which virtual CPUs of a guest ran, of children that ended and were waited for. `stat` field 44;
     *  ticks; counter, 64 bits; of the process. */
    uint64_t cguest_time_ticks;
    /** Address at which the program's data begin. `stat` field 45; count; gauge; since 3.3; of the process; 0 without
     *  the right to trace the process. */
    uint64_t start_data;
    /** Address at which the program's data end. `stat` field 46; count; gauge; since 3.3; of the process; 0 without the
     *  right to trace the process. */
    uint64_t end_data;
    /** Address at which the heap begins. `stat` field 47; count; gauge; since 3.3; of the process; 0 without the right
     *  to trace the process. */
    uint64_t start_brk;
    /** Address at which the command line begins. `stat` field 48; count; gauge; since 3.5; of the process; 0 without
     *  the right to trace the process. */
    uint64_t arg_start;
    /** Address at which the command line ends. `stat` field 49; count; gauge; since 3.5; of the process; 0 without the
     *  right to trace the process. */
    uint64_t arg_end;
    /** Address at which the environment begins. `stat` field 50; count; gauge; since 3.5; of the process; 0 without the
     *  right to trace the process. */
    uint64_t env_start;
    /** Address at which the environment ends. `stat` field 51; count; gauge; since 3.5; of the process; 0 without the
     *  right to trace the process. */
    uint64_t env_end;
    /** Exit status of a zombie, in the form of waitpid(2). `stat` field 52; count; gauge; since 3.5; 0 for all other
     *  processes, and without the right to trace the process. */
    uint64_t exit_code;
    /** Process ID of the process to which the thread belongs. `status` `Tgid`; count; label. */
    uint64_t tgid;
    /** Capacity of the table of file descriptors, which may be much more than the number of open descriptors. `status`
     *  `FDSize`; count; gauge; of the process; 0 for zombies. */
    uint64_t fd_size;
    /** 1 for a kernel thread, else 0. `status` `Kthread`; count; gauge; since about 6.6; on older kernels see
     *  `flags`. */
    uint64_t kthread;
    /** Largest size of the address space so far. `status` `VmPeak`; bytes; gauge; of the process; absent for kernel
     *  threads and zombies. */
    uint64_t vm_peak_bytes;
    /** Size of the address space. `status` `VmSize`; bytes; gauge; of the process; absent for kernel threads and
     *  zombies. */
    uint64_t vm_size_bytes;
    /** Memory that the process locked into RAM, for example with mlock(2). `status` `VmLck`; bytes; gauge; of the
     *  process; absent for kernel threads and zombies. */
    uint64_t vm_lck_bytes;
    /** Memory pinned by the kernel for the process: pages that cannot be moved. `status` `VmPin`; bytes; gauge; since
     *  3.2; of the process; absent for kernel threads and zombies. */
    uint64_t vm_pin_bytes;
    /** Largest resident memory so far; writing 5 to /proc/PID/clear_refs resets the value to the present size. `status`
     *  `VmHWM`; bytes; gauge; of the process; absent for kernel threads and zombies. */
    uint64_t vm_hwm_bytes;
    /** Resident memory: the sum of RssAnon, RssFile and RssShmem. `status` `VmRSS`; bytes; gauge; of the process;
     *  absent for kernel threads and zombies. */
    uint64_t vm_rss_bytes;
    /** Resident anonymous memory. `status` `RssAnon`; bytes; gauge; since 4.5; of the process; absent for kernel
     *  threads and zombies. */
    uint64_t rss_anon_bytes;
    /** Resident pages of mapped files. `status` `RssFile`; bytes; gauge; since 4.5; of the process; absent for kernel
     *  threads and zombies. */
    uint64_t rss_file_bytes;
    /** Resident shared memory, tmpfs included. `status` `RssShmem`; bytes; gauge; since 4.5; of the process; absent for
     *  kernel threads and zombies. */
    uint64_t rss_shmem_bytes;
    /** Size of the data segments in the address space. `status` `VmData`; bytes; gauge; of the process; absent for
     *  kernel threads and zombies. */
    uint64_t vm_data_bytes;
    /** Size of the stack segments in the address space. `status` `VmStk`; bytes; gauge; of the process; absent for
     *  kernel threads and zombies. */
    uint64_t vm_stk_bytes;
    /** Size of the program's code in the address space. `status` `VmExe`; bytes; gauge; of the process; absent for
     *  kernel threads and zombies. */
    uint64_t vm_exe_bytes;
    /** Size of the code of shared libraries in the address space. `status` `VmLib`; bytes; gauge; of the process;
     *  absent for kernel threads and zombies. */
    uint64_t vm_lib_bytes;
    /** Memory of the page tables. `status` `VmPTE`; bytes; gauge; of the process; absent for kernel threads and
     *  zombies. */
    uint64_t vm_pte_bytes;
    /** Anonymous private memory that is swapped out. `status` `VmSwap`; bytes; gauge; since 2.6.34; of the process;
     *  absent for kernel threads and zombies. */
    uint64_t vm_swap_bytes;
    /** Memory in huge pages of hugetlbfs, which the other members of `status` do not count. `status` `HugetlbPages`;
     *  bytes; gauge; since 4.4; of the process; absent for kernel threads and zombies. */
    uint64_t hugetlb_pages_bytes;
    /** 1 while the process dumps core, else 0. `status` `CoreDumping`; count; gauge; since 4.15; of the process; absent
     *  for kernel threads and zombies. */
    uint64_t core_dumping;
    /** 1 if the process may use transparent huge pages, else 0. `status` `THP_enabled`; count; gauge; since 5.0; of the
     *  process; absent for kernel threads and zombies. */
    uint64_t thp_enabled;
    /** Number of CPUs on which the thread may run. `status` `Cpus_allowed_list`; count; gauge; of one thread. */
    uint64_t cpus_allowed;
    /** Number of memory nodes that the thread may use. `status` `Mems_allowed_list`; count; gauge; of one thread. */
    uint64_t mems_allowed;
    /** Voluntary context switches: the thread gave up a CPU to wait. `status` `voluntary_ctxt_switches`; count; counter
     *  of the kernel's `unsigned long`; of one thread. */
    uint64_t voluntary_ctxt_switches;
    /** Involuntary context switches: the kernel took a CPU from the thread. `status` `nonvoluntary_ctxt_switches`;
     *  count; counter of the kernel's `unsigned long`; of one thread. */
    uint64_t nonvoluntary_ctxt_switches;
    /** Memory of the page tables of the second level. `status` `VmPMD`; bytes; gauge; since 4.0, until 4.14; of the
     *  process; absent for kernel threads and zombies. */
    uint64_t vm_pmd_bytes;
    /** Real user ID. `status` `Uid`, first value; count; label; of one thread; 65534 if the reader's user namespace
     *  does not map the user. */
    uint64_t uid_real;
    /** Effective user ID. `status` `Uid`, second value; count; label; of one thread; 65534 if the reader's user
     *  namespace does not map the user. */
    uint64_t uid_effective;
    /** Saved user ID. `status` `Uid`, third value; count; label; of one thread; 65534 if the reader's user namespace
     *  does not map the user. */
    uint64_t uid_saved;
    /** User ID for file access. `status` `Uid`, fourth value; count; label; of one thread; 65534 if the reader's
     *  user namespace does not map the user. */
    uint64_t uid_fs;
    /** Group of processes whose memory the kernel moves between nodes together; 0 for none. `status` `Ngid`; count;
     *  label; since 3.13; of one thread. */
    uint64_t ngid;
    /** Process that traces the thread; 0 for none. `status` `TracerPid`; count; label; of one thread. */
    uint64_t tracer_pid;
    /** Real group ID. `status` `Gid`, first value; count; label; of one thread; 65534 if the reader's user namespace
     *  does not map the group. */
    uint64_t gid_real;
    /** Effective group ID. `status` `Gid`, second value; count; label; of one thread. */
    uint64_t gid_effective;
    /** Saved group ID. `status` `Gid`, third value; count; label; of one thread. */
    uint64_t gid_saved;
    /** Group ID for file systems. `status` `Gid`, fourth value; count; label; of one thread. */
    uint64_t gid_fs;
    /** Process ID in the process's own PID namespace, as the process itself sees it. `status` `NStgid`, last value;
     *  count; label; since 4.1; of the process; absent without CONFIG_PID_NS. */
    uint64_t ns_tgid;
    /** Thread ID in the process's own PID namespace. `status` `NSpid`, last value; count; label; since 4.1; of one
     *  thread; absent without CONFIG_PID_NS. */
    uint64_t ns_pid;
    /** Process group in the process's own PID namespace; 0 if the group is of a namespace above. `status` `NSpgid`,
     *  last value; count; label; since 4.1; of the process; absent without CONFIG_PID_NS. */
    uint64_t ns_pgid;
    /** Session in the process's own PID namespace; 0 if the session is of a namespace above. `status` `NSsid`, last
     *  value; count; label; since 4.1; of the process; absent without CONFIG_PID_NS. */
    uint64_t ns_sid;
    /** 1 if no program that the thread starts can gain privileges, else 0. `status` `NoNewPrivs`; count; gauge; since
     *  4.10; of one thread. */
    uint64_t no_new_privs;
    /** Limit of system calls: 0 for none, 1 for strict mode, 2 for filters (seccomp). `status` `Seccomp`; count; gauge;
     *  since 3.8; of one thread; absent without CONFIG_SECCOMP. */
    uint64_t seccomp;
    /** Number of seccomp filters. `status` `Seccomp_filters`; count; gauge; since 5.9; of one thread; absent without
     *  CONFIG_SECCOMP_FILTER. */
    uint64_t seccomp_filters;
    /** Size of the address space. `statm`, first value; pages; gauge; of the process; 0 for kernel threads and
     *  zombies. */
    uint64_t statm_size_pages;
    /** Resident memory. `statm`, second value; pages; gauge; of the process; 0 for kernel threads and zombies. */
    uint64_t statm_resident_pages;
    /** Resident pages of mapped files and of shared memory. `statm`, third value; pages; gauge; of the process; 0 for
     *  kernel threads and zombies. */
    uint64_t statm_shared_pages;
    /** Size of the program's code in the address space. `statm`, fourth value; pages; gauge; of the process; 0 for
     *  kernel threads and zombies. */
    uint64_t statm_text_pages;
    /** Unused, always 0. `statm`, fifth value; pages; gauge; of the process. */
    uint64_t statm_lib_pages;
    /** Size of the data and stack segments in the address space. `statm`, sixth value; pages; gauge; of the process; 0
     *  for kernel threads and zombies. */
    uint64_t statm_data_pages;
    /** Unused, always 0. `statm`, seventh value; pages; gauge; of the process. */
    uint64_t statm_dt_pages;
    /** Bytes read with read(2) and similar calls, from files, caches, pipes and devices alike. `io` `rchar`; bytes;
     *  counter, 64 bits; of all threads. */
    uint64_t rchar_bytes;
    /** Bytes written with write(2) and similar calls, to files, pipes and devices alike. `io` `wchar`; bytes; counter,
     *  64 bits; of all threads. */
    uint64_t wchar_bytes;
    /** Calls of read(2) and similar functions. `io` `syscr`; count; counter, 64 bits; of all threads. */
    uint64_t syscr;
    /** Calls of write(2) and similar functions. `io` `syscw`; count; counter, 64 bits; of all threads. */
    uint64_t syscw;
    /** Bytes fetched from block devices. `io` `read_bytes`; bytes; counter, 64 bits; of all threads. */
    uint64_t read_bytes;
    /** Bytes to be written to block devices, counted when a page of the cache becomes dirty. `io` `write_bytes`; bytes;
     *  counter, 64 bits; of all threads. */
    uint64_t write_bytes;
    /** Bytes that were not written because the process truncated a file, even a file that another process wrote; may be
     *  more than `write_bytes`. `io` `cancelled_write_bytes`; bytes; counter, 64 bits; of all threads. */
    uint64_t cancelled_write_bytes;
    /** CPU time, updated at each tick while the thread runs. `schedstat`, first value; nanoseconds; counter, 64 bits;
     *  of one thread; unknown if `schedstat` is `0 0 0`: the kernel does not count, or the thread has never run. */
    uint64_t run_time_ns;
    /** Time in which the thread was ready to run and waited for a CPU. `schedstat`, second value; nanoseconds; counter,
     *  64 bits; of one thread; unknown if `schedstat` is `0 0 0`. */
    uint64_t run_delay_ns;
    /** Number of times that the thread got a CPU. `schedstat`, third value; count; counter of the kernel's
     *  `unsigned long`; of one thread; unknown if `schedstat` is `0 0 0`. */
    uint64_t timeslices;
    /** Resident memory, shared pages included. `smaps_rollup` `Rss`; bytes; gauge; of the process. */
    uint64_t smaps_rss_bytes;
    /** Proportional set size: resident memory, each shared page divided by the number of its users. `smaps_rollup`
     *  `Pss`; bytes; gauge; of the process. */
    uint64_t smaps_pss_bytes;
    /** Dirty part of the proportional set size. `smaps_rollup` `Pss_Dirty`; bytes; gauge; since 6.0; of the process. */
    uint64_t smaps_pss_dirty_bytes;
    /** Anonymous part of the proportional set size. `smaps_rollup` `Pss_Anon`; bytes; gauge; since 5.4; of the
     *  process. */
    uint64_t smaps_pss_anon_bytes;
    /** File pages in the proportional set size. `smaps_rollup` `Pss_File`; bytes; gauge; since 5.4; of the process. */
    uint64_t smaps_pss_file_bytes;
    /** Shared memory in the proportional set size. `smaps_rollup` `Pss_Shmem`; bytes; gauge; since 5.4; of the
     *  process. */
    uint64_t smaps_pss_shmem_bytes;
    /** Resident clean pages that other processes map too. `smaps_rollup` `Shared_Clean`; bytes; gauge; of the
     *  process. */
    uint64_t smaps_shared_clean_bytes;
    /** Resident dirty pages that other processes map too. `smaps_rollup` `Shared_Dirty`; bytes; gauge; of the
     *  process. */
    uint64_t smaps_shared_dirty_bytes;
    /** Resident clean pages that only this process maps. `smaps_rollup` `Private_Clean`; bytes; gauge; of the
     *  process. */
    uint64_t smaps_private_clean_bytes;
    /** Resident dirty pages that only this process maps; the end of the process frees its clean and dirty private
     *  pages. `smaps_rollup` `Private_Dirty`; bytes; gauge; of the process. */
    uint64_t smaps_private_dirty_bytes;
    /** Resident pages marked as used lately. `smaps_rollup` `Referenced`; bytes; gauge; of the process. */
    uint64_t smaps_referenced_bytes;
    /** Resident memory that belongs to no file. `smaps_rollup` `Anonymous`; bytes; gauge; of the process. */
    uint64_t smaps_anonymous_bytes;
    /** Resident pages that KSM merged with equal pages. `smaps_rollup` `KSM`; bytes; gauge; since 6.7; of the
     *  process. */
    uint64_t smaps_ksm_bytes;
    /** Memory that the process marked as free (MADV_FREE) and the kernel has not reclaimed yet. `smaps_rollup`
     *  `LazyFree`; bytes; gauge; of the process. */
    uint64_t smaps_lazy_free_bytes;
    /** Anonymous memory in transparent huge pages. `smaps_rollup` `AnonHugePages`; bytes; gauge; of the process. */
    uint64_t smaps_anon_huge_pages_bytes;
    /** Shared memory mapped in huge pages. `smaps_rollup` `ShmemPmdMapped`; bytes; gauge; of the process. */
    uint64_t smaps_shmem_pmd_mapped_bytes;
    /** File pages mapped in huge pages. `smaps_rollup` `FilePmdMapped`; bytes; gauge; since 5.4; of the process. */
    uint64_t smaps_file_pmd_mapped_bytes;
    /** Huge pages of hugetlbfs that other processes map too; not part of `smaps_rss_bytes`. `smaps_rollup`
     *  `Shared_Hugetlb`; bytes; gauge; of the process. */
    uint64_t smaps_shared_hugetlb_bytes;
    /** Huge pages of hugetlbfs that only this process maps; not part of `smaps_rss_bytes`. `smaps_rollup`
     *  `Private_Hugetlb`; bytes; gauge; of the process. */
    uint64_t smaps_private_hugetlb_bytes;
    /** Anonymous memory that is swapped out. `smaps_rollup` `Swap`; bytes; gauge; of the process. */
    uint64_t smaps_swap_bytes;
    /** Anonymous memory that is swapped out, each shared page divided by the number of its users. `smaps_rollup`
     *  `SwapPss`; bytes; gauge; of the process. */
    uint64_t smaps_swap_pss_bytes;
    /** Memory locked into RAM, each shared page divided by the number of its users. `smaps_rollup` `Locked`; bytes;
     *  gauge; of the process. */
    uint64_t smaps_locked_bytes;
};

/** Use of CPU and I/O by a process or a thread between two samples. A CPU that is used all the time counts as 1. */
struct vmm_process_usage {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** Type of this record, one of VMM_RECORD_*; the library sets it. */
    uint64_t record;
    /** Process ID or thread ID, from the later sample. Identity. */
    uint64_t pid;
    /** Start time of the process or thread, from the later sample. Ticks; identity. */
    uint64_t starttime_ticks;
    /** Mean number of CPUs used, time of guests included. Count; gauge; needs `utime_ticks`, `stime_ticks` and the tick
     *  rate. */
    double cores_used;
    /** Mean number of CPUs used in user mode, time of guests included. Count; gauge; needs `utime_ticks` and the tick
     *  rate. */
    double user_cores;
    /** Mean number of CPUs used in the kernel. Count; gauge; needs `stime_ticks` and the tick rate. */
    double system_cores;
    /** Mean number of CPUs used to run a guest; a part of `user_cores`, apart from rounding. Count; gauge; needs
     *  `guest_time_ticks` and the tick rate. */
    double guest_cores;
    /** Minor page faults (no disk read) per second. 1/s; gauge; needs `minflt`. */
    double minflt_per_second;
    /** Major page faults (with a disk read) per second. 1/s; gauge; needs `majflt`. */
    double majflt_per_second;
    /** Bytes per second read with read(2) and similar calls, from files, caches, pipes and devices alike. Bytes/s;
     *  gauge; needs `rchar_bytes`. */
    double rchar_bytes_per_second;
    /** Bytes per second written with write(2) and similar calls, to files, pipes and devices alike. Bytes/s; gauge;
     *  needs `wchar_bytes`. */
    double wchar_bytes_per_second;
    /** Calls of read(2) and similar functions per second. 1/s; gauge; needs `syscr`. */
    double syscr_per_second;
    /** Calls of write(2) and similar functions per second. 1/s; gauge; needs `syscw`. */
    double syscw_per_second;
    /** Bytes per second fetched from block devices. Bytes/s; gauge; needs `read_bytes`. */
    double read_bytes_per_second;
    /** Bytes per second to be written to block devices. Bytes/s; gauge; needs `write_bytes`. */
    double write_bytes_per_second;
    /** Bytes per second that were not written because the process truncated files. Bytes/s; gauge; needs
     *  `cancelled_write_bytes`; may be more than `write_bytes_per_second`, since other processes may have written these
     *  files. */
    double cancelled_write_bytes_per_second;
    /** Share of the time in which one thread was ready to run and waited for a CPU; the main thread for samples of
     *  /proc/PID. Count; gauge; needs `run_delay_ns`; vmm_threads_usage_between() gives the number for all threads. */
    double run_delay_cores;
    /** Voluntary context switches per second of one thread; the main thread for samples of /proc/PID. 1/s; gauge; needs
     *  `voluntary_ctxt_switches`. */
    double voluntary_ctxt_switches_per_second;
    /** Involuntary context switches per second of one thread; the main thread for samples of /proc/PID. 1/s; gauge;
     *  needs `nonvoluntary_ctxt_switches`. */
    double nonvoluntary_ctxt_switches_per_second;
    /** Mean number of CPUs used outside of the guest: `cores_used` without `guest_cores`. Count; gauge; needs the inputs
     *  of both. For a VM monitor this is its overhead and the kernel's work for it, also where its threads have no names;
     *  the work that the kernel does in threads of virtual CPUs counts here, unlike in `overhead_cores` of struct
     *  vmm_threads_usage. */
    double outside_guest_cores;
};

/**
 * Computes the use of CPU and I/O by a process or a thread between two samples. Both samples must be of /proc/PID, or
 * both of the same task/TID. Each result needs its own inputs only, in both samples. Keep the later sample as the next
 * `before`, also after ::VMM_RESET.
 *
 * Guest time is part of the user time and is not added to it. Kernel threads that work for a VM outside of its process,
 * such as those of vhost before Linux 6.4, do not count; the VM's cgroup counts them.
 *
 * @param before   the earlier sample; NULL, or a record of `size` 0, if there is none
 * @param after    the later sample
 * @param interval the time between the samples, and the tick rate
 * @param out      the result
 * @param out_size the size of `out` in bytes
 * @retval VMM_OK          `out` is filled; results of a counter that only one sample has are unknown
 * @retval VMM_FIRST       there is no earlier sample
 * @retval VMM_NO_INTERVAL `elapsed_ns` of `interval` is 0 or less
 * @retval VMM_RESET       a counter fell, or `pid` or `starttime_ticks` is known in both samples and differs
 * @retval VMM_E_EMPTY     no input is known in both samples
 * @retval VMM_E_ARGUMENT  `after`, `interval` or `out` is NULL, or `out_size` is below 16
 */
VMM_API vmm_status vmm_process_usage_between(const struct vmm_process *before, const struct vmm_process *after,
                                             const struct vmm_interval *interval, struct vmm_process_usage *out,
                                             size_t out_size);

/**
 * Use of CPU by the threads of a VMM between two samples: by its virtual CPUs, and by all other threads, which are the
 * VMM's overhead. A CPU that is used all the time counts as 1. Sums are over the threads that are in both samples and
 * the threads that started between the samples; a sum is unknown if one of its threads lacks the counter.
 */
struct vmm_threads_usage {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** Type of this record, one of VMM_RECORD_*; the library sets it. */
    uint64_t record;
    /** Number of threads in the later sample. Count; gauge. */
    uint64_t threads;
    /** Number of threads that are in both samples. Count; gauge. */
    uint64_t threads_matched;
    /** Number of threads that started between the samples. Count; gauge. */
    uint64_t threads_new;
    /** Number of threads that ended between the samples. Count; gauge. */
    uint64_t threads_gone;
    /** Number of threads in the later sample that have the name of a virtual CPU. Count; gauge. */
    uint64_t vcpus;
    /** Mean number of CPUs used by threads of virtual CPUs: by the guest, and by the kernel and the VMM for the guest
     *  in these threads. Count; gauge; needs `run_time_ns`; unknown without a thread of a virtual CPU. */
    double vcpu_cores;
    /** Mean number of CPUs used by threads that are not of virtual CPUs: the VMM's own threads, and the kernel's
     *  helpers inside its process, such as `vhost-PID` and `iou-wrk-TID`. Count; gauge; needs `run_time_ns`; unknown
     *  without a thread of a virtual CPU, since virtual CPUs may have no names; contains `unexplained_cores` if that is
     *  known. */
    double overhead_cores;
    /** Mean number of CPUs used by all threads. Count; gauge; needs `run_time_ns`, or else `cores_used` of the process;
     *  contains `unexplained_cores` if that is known. */
    double total_cores;
    /** Mean number of virtual CPUs that were ready to run and waited for a CPU; the guest sees this time as steal.
     *  Count; gauge; needs `run_delay_ns`; unknown without a thread of a virtual CPU. */
    double vcpu_run_delay_cores;
    /** Mean number of other threads, not of virtual CPUs, that were ready to run and waited for a CPU. Count; gauge;
     *  needs `run_delay_ns`; unknown without a thread of a virtual CPU. */
    double overhead_run_delay_cores;
    /** Mean number of threads that were ready to run and waited for a CPU. Count; gauge; needs `run_delay_ns`. */
    double total_run_delay_cores;
    /** Voluntary context switches of all threads per second. 1/s; gauge; needs `voluntary_ctxt_switches`. */
    double voluntary_ctxt_switches_per_second;
    /** Involuntary context switches of all threads per second. 1/s; gauge; needs `nonvoluntary_ctxt_switches`. */
    double nonvoluntary_ctxt_switches_per_second;
    /** Mean number of CPUs that the process used and none of its threads explains: threads that began or ended between
     *  the samples used them. Count; gauge; needs `run_time_ns` and `cores_used` of the process; 0 if the difference is
     *  at most 20 milliseconds and a hundredth of the threads' time. */
    double unexplained_cores;
};

/** Sample of the threads of a process: an array with a record for each thread. */
struct vmm_threads {
    /** First record; NULL if there is no record. */
    const struct vmm_process *rows;
    /** Number of records. */
    size_t count;
    /** `sizeof(struct vmm_process)` as the caller compiled it. */
    size_t row_size;
};

/**
 * Computes the use of CPU by the threads of a process between two samples of /proc/PID/task. A sample is an array with
 * a record for each thread. Each record needs the thread's `stat`; read `schedstat` for the CPUs and `status` for the
 * context switches. No tick rate is needed.
 *
 * The records may be in any order. Ascending order of `pid` is fastest: the time is proportional to the number of
 * threads then, otherwise to its square. The kernel lists threads in the order in which they started, which is mostly
 * that order. If a `pid` is in a sample twice, its first record counts.
 *
 * Records without a `pid` are skipped wherever they are; they belong to threads that ended while being read.
 *
 * Threads match if `pid` and `starttime_ticks` are equal; a start time that one sample lacks is not compared. A thread
 * that is only in the later sample has started between the samples, so that all its time counts. A thread that is only
 * in the earlier sample has ended, and its time since that sample is lost, like the time of a thread that is in neither
 * sample. The process counts this time, in ticks: pass its usage over the same time as `process`, and it is in
 * `unexplained_cores`, `overhead_cores` and `total_cores`.
 *
 * A result is unknown if no thread has its counter, or if one thread lacks it in a sample. A thread that has used no tick
 * and whose `schedstat` is unknown has not run yet; it counts from 0. Do not pass the record of a thread that ended while
 * it was read, or make its `pid` unknown.
 *
 * The status is ::VMM_RESET if a counter of a thread fell, if a thread ran or waited for longer than the time between
 * the samples plus a tenth plus one second, or if no thread is in both samples. In these cases the samples are of
 * different processes or the earlier sample was incomplete, and the result could be wrong by years of CPU time.
 *
 * The names in the later sample tell which threads are virtual CPUs. QEMU names its threads only with
 * `debug-threads=on`. QEMU's emulation without threads runs all virtual CPUs in one thread, `ALL CPUs/TCG`, which does
 * not count as a virtual CPU.
 *
 * @param before     the earlier sample; NULL, or a sample of 0 threads, if there is none
 * @param after      the later sample
 * @param process    the usage of the process, of /proc/PID, between the same samples; NULL if unknown
 * @param elapsed_ns the time between the samples, measured with a monotonic clock (CLOCK_MONOTONIC)
 * @param out        the result
 * @param out_size   the size of `out` in bytes
 * @retval VMM_OK          `out` is filled
 * @retval VMM_FIRST       there is no earlier sample
 * @retval VMM_NO_INTERVAL `elapsed_ns` is 0 or less
 * @retval VMM_RESET       a counter fell, grew too fast, or no thread is in both samples; see above
 * @retval VMM_E_EMPTY     the later sample has no thread with a `pid`
 * @retval VMM_E_ARGUMENT  `after` or `out` is NULL, `out_size` is below 16, `process` is another record, or the
 *                         `row_size` of a sample is below 16 or no multiple of 8
 */
VMM_API vmm_status vmm_threads_usage_between(const struct vmm_threads *before, const struct vmm_threads *after,
                                             const struct vmm_process_usage *process, int64_t elapsed_ns,
                                             struct vmm_threads_usage *out, size_t out_size);

#ifdef __cplusplus
}
#endif

#endif
