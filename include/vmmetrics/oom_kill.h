/* SPDX-License-Identifier: MIT */
/**
 * @file oom_kill.h
 * Why a process was killed: the lines of the kernel's log about processes that were killed for want of memory.
 *
 * @ingroup memory
 */
#ifndef VMMETRICS_OOM_KILL_H
#define VMMETRICS_OOM_KILL_H

#include "record.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Lines of the kernel's log about a process that is killed for want of memory (out of memory, OOM). */
enum vmm_oom_line {
    /** `oom-kill:constraint=...`: which process the kernel chose, and in which cgroup; since 5.0. */
    VMM_OOM_LINE_CHOSEN = 1,
    /** `Killed process ...`: which process the kernel killed, and its memory. */
    VMM_OOM_LINE_KILLED = 2
};

/** Limits that leave no memory. */
enum vmm_oom_constraint {
    /** `CONSTRAINT_NONE`: the whole machine has no memory left. */
    VMM_OOM_CONSTRAINT_NONE = 1,
    /** `CONSTRAINT_CPUSET`: the memory nodes of a cpuset have no memory left. */
    VMM_OOM_CONSTRAINT_CPUSET = 2,
    /** `CONSTRAINT_MEMORY_POLICY`: the memory nodes of a policy (set_mempolicy(2)) have no memory left. */
    VMM_OOM_CONSTRAINT_MEMORY_POLICY = 3,
    /** `CONSTRAINT_MEMCG`: a cgroup is at its limit. */
    VMM_OOM_CONSTRAINT_MEMCG = 4
};

/**
 * One line of the kernel's log about a process that was killed for want of memory. The kernel writes two lines for a
 * kill; they have the same `pid`. A cgroup with `memory.oom.group` has one line ::VMM_OOM_LINE_CHOSEN and a line
 * ::VMM_OOM_LINE_KILLED for each of its processes.
 *
 * Processes and cgroups can have names that look like parts of such a line. No name can change a number: numbers are
 * read after the last name of the line. A name or a path that cannot be told apart with certainty is unknown.
 *
 * Member comments read: meaning; source; unit; kind; when absent.
 */
struct vmm_oom_kill {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** Type of this record, one of VMM_RECORD_*; the library sets it. */
    uint64_t record;
    /** Name of the process, without the escapes of /dev/kmsg. `task=`, or the name in parentheses; label; absent if the
     *  name or a path in the line contains `,task=`, or if it does not fit. */
    char task[64];
    /** Line that the row is read from: one of VMM_OOM_LINE_*. Label. */
    uint64_t line;
    /** Limit that left no memory: one of VMM_OOM_CONSTRAINT_*. `constraint=`, or ::VMM_OOM_CONSTRAINT_MEMCG if the line
     *  begins with `Memory cgroup`; label; absent in other lines ::VMM_OOM_LINE_KILLED. */
    uint64_t constraint;
    /** Process ID, as the host sees it. `pid=`, or the number after `Killed process`; label. */
    uint64_t pid;
    /** User of the process. `uid=` or `UID:`; label; absent in lines ::VMM_OOM_LINE_KILLED before 5.3. */
    uint64_t uid;
    /** Size of the process's address space. `total-vm`; bytes; gauge; absent in lines ::VMM_OOM_LINE_CHOSEN. */
    uint64_t total_vm_bytes;
    /** Anonymous memory of the process. `anon-rss`; bytes; gauge; absent in lines ::VMM_OOM_LINE_CHOSEN. */
    uint64_t anon_rss_bytes;
    /** Memory of mapped files. `file-rss`; bytes; gauge; absent in lines ::VMM_OOM_LINE_CHOSEN. */
    uint64_t file_rss_bytes;
    /** Shared memory of the process. `shmem-rss`; bytes; gauge; absent in lines ::VMM_OOM_LINE_CHOSEN, and before 4.4.
     */
    uint64_t shmem_rss_bytes;
    /** Memory of the process's page tables. `pgtables`; bytes; gauge; absent in lines ::VMM_OOM_LINE_CHOSEN, and before
     *  5.3. */
    uint64_t pgtables_bytes;
    /** Adjustment of the process's score, -1000 to 1000: the larger, the sooner it is killed. `oom_score_adj`; count;
     *  gauge; absent in lines ::VMM_OOM_LINE_CHOSEN, and before 5.3. */
    double oom_score_adj;
    /** Number of the record in the kernel's log. Second number of a record of /dev/kmsg; label; absent in the output of
     *  dmesg(1). */
    uint64_t sequence;
    /** Time of the line since the machine started; the clock stands still during suspend. Third number of a record of
     *  /dev/kmsg, or the time in brackets; microseconds; label; absent if the line has none. */
    uint64_t time_usec;
    /** How many bytes before the position of the text after the call the path of the cgroup at its limit begins.
     *  `oom_memcg=`; label; absent if no cgroup was at its limit, in lines ::VMM_OOM_LINE_KILLED, and if a name
     *  contains such a word. */
    uint64_t oom_memcg_distance;
    /** How many bytes the path of the cgroup at its limit has. `oom_memcg=`; label; absent as `oom_memcg_distance`. */
    uint64_t oom_memcg_length;
    /** How many bytes before the position of the text after the call the path of the process's cgroup begins.
     *  `task_memcg=`; label; absent in lines ::VMM_OOM_LINE_KILLED, and if a name contains such a word. */
    uint64_t task_memcg_distance;
    /** How many bytes the path of the process's cgroup has. `task_memcg=`; label; absent as `task_memcg_distance`. */
    uint64_t task_memcg_length;
};

/**
 * Gives the next row of the kernel's log: one line about a process that was killed for want of memory. Other lines are
 * skipped.
 *
 * @code
 * while ((status = vmm_oom_kill_next(&text, &row, sizeof row)) != VMM_END)
 *     if (status == VMM_OK && row.task_memcg_length != VMM_UNKNOWN)
 *         use(text.pos - row.task_memcg_distance, row.task_memcg_length);
 * @endcode
 *
 * The text is one record of /dev/kmsg (one read(2)) or several, the output of dmesg(1), or the messages alone, such as
 * those of `journalctl -k -o cat`. A line of `journalctl` with date and host before the message is skipped, since a
 * message cannot be told from a name in the middle of a line.
 *
 * @param text     the log; it moves after the row
 * @param row      the row to fill
 * @param row_size `sizeof(struct vmm_oom_kill)`
 * @retval VMM_OK          the row is filled
 * @retval VMM_END         no more rows
 * @retval VMM_E_SYNTAX    this row is malformed, such as a line that the kernel split, and all its members are unknown;
 *                         the next call reads the lines after it
 * @retval VMM_E_TRUNCATED the text ends inside a line; all members are unknown
 * @retval VMM_E_ARGUMENT  `row` is NULL, or `row_size` is below 16; the text moves to its end
 */
VMM_API vmm_status vmm_oom_kill_next(struct vmm_text *text, struct vmm_oom_kill *row, size_t row_size);

#ifdef __cplusplus
}
#endif

#endif
