/* SPDX-License-Identifier: MIT */
/*
 * sscanf()'s way, as programs commonly have it: line after line into a buffer, as fgets() does it, the key compared with
 * one after another by strcmp(), the numbers taken by sscanf().
 */
#include <inttypes.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "keys.h"
#include "readers.h"

enum { LINE = 1024 };

/* What fgets() does with a text in memory: takes a line, or as much of it as there is room for. */
static bool take_line(const char **text, const char *end, char line[LINE])
{
    size_t length = (size_t)(end - *text);
    const char *newline;

    if (length == 0)
        return false;
    if (length > LINE - 1)
        length = LINE - 1;
    newline = memchr(*text, '\n', length);
    if (newline != NULL)
        length = (size_t)(newline - *text) + 1;
    memcpy(line, *text, length);
    line[length] = '\0';
    *text += length;
    return true;
}

static bool begins_with(const char *line, const char *word)
{
    return strncmp(line, word, strlen(word)) == 0;
}

static bool scan_cpu(const char *line, struct vmm_cpu *row)
{
    if (line[3] != ' ')
        return sscanf(line,
                      "cpu%" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu64
                      " %" SCNu64 " %" SCNu64 " %" SCNu64,
                      &row->id, &row->user_ticks, &row->nice_ticks, &row->system_ticks, &row->idle_ticks,
                      &row->iowait_ticks, &row->irq_ticks, &row->softirq_ticks, &row->steal_ticks, &row->guest_ticks,
                      &row->guest_nice_ticks) == 11;
    row->id = VMM_UNKNOWN;
    return sscanf(line,
                  "cpu %" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu64
                  " %" SCNu64 " %" SCNu64,
                  &row->user_ticks, &row->nice_ticks, &row->system_ticks, &row->idle_ticks, &row->iowait_ticks,
                  &row->irq_ticks, &row->softirq_ticks, &row->steal_ticks, &row->guest_ticks,
                  &row->guest_nice_ticks) == 10;
}

size_t sscanf_stat(const char *text, size_t length, const struct output *output)
{
    const char *end = text + length;
    struct vmm_stat *stat = output->record;
    size_t count = 0;
    char line[LINE];

    while (take_line(&text, end, line)) {
        if (begins_with(line, "cpu")) {
            if (!scan_cpu(line, (struct vmm_cpu *)(void *)(output->rows + count * output->stride)))
                return 0;
            count++;
        } else if (begins_with(line, "intr ")) {
            sscanf(line, "intr %" SCNu64, &stat->intr);
        } else if (begins_with(line, "ctxt ")) {
            sscanf(line, "ctxt %" SCNu64, &stat->ctxt);
        } else if (begins_with(line, "btime ")) {
            sscanf(line, "btime %" SCNu64, &stat->btime_seconds);
        } else if (begins_with(line, "processes ")) {
            sscanf(line, "processes %" SCNu64, &stat->processes);
        } else if (begins_with(line, "procs_running ")) {
            sscanf(line, "procs_running %" SCNu64, &stat->procs_running);
        } else if (begins_with(line, "procs_blocked ")) {
            sscanf(line, "procs_blocked %" SCNu64, &stat->procs_blocked);
        } else if (begins_with(line, "softirq ")) {
            sscanf(line,
                   "softirq %" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu64
                   " %" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu64,
                   &stat->softirq, &stat->softirq_hi, &stat->softirq_timer, &stat->softirq_net_tx,
                   &stat->softirq_net_rx, &stat->softirq_block, &stat->softirq_irq_poll, &stat->softirq_tasklet,
                   &stat->softirq_sched, &stat->softirq_hrtimer, &stat->softirq_rcu);
        }
    }
    return count + 1;
}

size_t sscanf_cpu_total(const char *text, size_t length, const struct output *output)
{
    char line[LINE];

    return take_line(&text, text + length, line) && begins_with(line, "cpu ") && scan_cpu(line, output->record);
}

/* Files of a key and a value a line. */
static size_t scan_keys(const char *text, size_t length, const struct key *keys, size_t key_count, char *record)
{
    const char *end = text + length;
    char line[LINE], name[64];
    uint64_t value;

    while (take_line(&text, end, line)) {
        if (sscanf(line, "%63s %" SCNu64, name, &value) != 2)
            continue;
        for (size_t i = 0; i < key_count; i++) {
            if (strcmp(name, keys[i].name) == 0) {
                *(uint64_t *)(void *)(record + keys[i].offset) = value * keys[i].factor;
                break;
            }
        }
    }
    return 1;
}

size_t sscanf_meminfo(const char *text, size_t length, const struct output *output)
{
    return scan_keys(text, length, meminfo_keys, meminfo_key_count, output->record);
}

size_t sscanf_memory_stat(const char *text, size_t length, const struct output *output)
{
    return scan_keys(text, length, memory_stat_keys, memory_stat_key_count, output->record);
}

size_t sscanf_vmstat(const char *text, size_t length, const struct output *output)
{
    return scan_keys(text, length, vmstat_keys, vmstat_key_count, output->record);
}

size_t sscanf_process_stat(const char *text, size_t length, const struct output *output)
{
    struct vmm_process *process = output->record;
    const char *name = strchr(text, '(');
    const char *behind = strrchr(text, ')');
    long priority, nice, exit_signal;
    char state;
    size_t name_length;

    (void)length;
    if (name == NULL || behind == NULL || sscanf(text, "%" SCNu64, &process->pid) != 1)
        return 0;
    name_length = (size_t)(behind - name - 1);
    if (name_length >= sizeof process->comm)
        return 0;
    memcpy(process->comm, name + 1, name_length);
    process->comm[name_length] = '\0';
    /* The terminal's group is -1 where there is none, which SCNu64 makes what the record calls unknown. */
    if (sscanf(behind + 1,
               " %c %" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu64
               " %" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu64 " %ld %ld %" SCNu64 " %" SCNu64
               " %" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu64
               " %" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu64
               " %ld %" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu64
               " %" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu64,
               &state, &process->ppid, &process->pgrp, &process->session, &process->tty_nr, &process->tpgid,
               &process->flags, &process->minflt, &process->cminflt, &process->majflt, &process->cmajflt,
               &process->utime_ticks, &process->stime_ticks, &process->cutime_ticks, &process->cstime_ticks, &priority,
               &nice, &process->num_threads, &process->itrealvalue, &process->starttime_ticks, &process->vsize_bytes,
               &process->rss_pages, &process->rsslim_bytes, &process->startcode, &process->endcode,
               &process->startstack, &process->kstkesp, &process->kstkeip, &process->signal, &process->blocked,
               &process->sigignore, &process->sigcatch, &process->wchan, &process->nswap, &process->cnswap,
               &exit_signal, &process->processor, &process->rt_priority, &process->policy,
               &process->delayacct_blkio_ticks, &process->guest_time_ticks, &process->cguest_time_ticks,
               &process->start_data, &process->end_data, &process->start_brk, &process->arg_start, &process->arg_end,
               &process->env_start, &process->env_end, &process->exit_code) != 50)
        return 0;
    process->state = process_state(state);
    process->priority = (double)priority;
    process->nice = (double)nice;
    process->exit_signal = (double)exit_signal;
    if (process->rsslim_bytes == UINT64_MAX)
        process->rsslim_bytes = VMM_UNLIMITED;
    return 1;
}

size_t sscanf_net_dev(const char *text, size_t length, const struct output *output)
{
    const char *end = text + length;
    size_t count = 0;
    char line[LINE];

    while (take_line(&text, end, line)) {
        struct vmm_net *row = (struct vmm_net *)(void *)(output->rows + count * output->stride);
        char *colon = strrchr(line, ':');

        if (colon == NULL)
            continue;
        *colon = '\0';
        if (sscanf(line, "%15s", row->name) != 1 ||
            sscanf(colon + 1,
                   "%" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu64
                   " %" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu64,
                   &row->rx_bytes, &row->rx_packets, &row->rx_errors, &row->net_dev_rx_drop, &row->rx_fifo_errors,
                   &row->net_dev_rx_frame, &row->rx_compressed, &row->multicast, &row->tx_bytes, &row->tx_packets,
                   &row->tx_errors, &row->tx_dropped, &row->tx_fifo_errors, &row->collisions, &row->net_dev_tx_carrier,
                   &row->tx_compressed) != 16)
            return 0;
        count++;
    }
    return count;
}

size_t sscanf_diskstats(const char *text, size_t length, const struct output *output)
{
    const char *end = text + length;
    size_t count = 0;
    char line[LINE];

    while (take_line(&text, end, line)) {
        struct vmm_disk *row = (struct vmm_disk *)(void *)(output->rows + count * output->stride);

        if (sscanf(line,
                   "%" SCNu64 " %" SCNu64 " %31s %" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu64
                   " %" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu64
                   " %" SCNu64 " %" SCNu64 " %" SCNu64,
                   &row->major, &row->minor, row->name, &row->reads, &row->reads_merged, &row->read_bytes,
                   &row->read_ms, &row->writes, &row->writes_merged, &row->write_bytes, &row->write_ms, &row->in_flight,
                   &row->io_ms, &row->weighted_io_ms, &row->discards, &row->discards_merged, &row->discard_bytes,
                   &row->discard_ms, &row->flushes, &row->flush_ms) != 20)
            return 0;
        row->read_bytes *= 512;
        row->write_bytes *= 512;
        row->discard_bytes *= 512;
        count++;
    }
    return count;
}

static uint64_t hundredths(double value)
{
    return (uint64_t)lround(value * 100);
}

size_t sscanf_pressure(const char *text, size_t length, const struct output *output)
{
    const char *end = text + length;
    struct vmm_pressure *pressure = output->record;
    double avg10, avg60, avg300;
    uint64_t total;
    char line[LINE];

    while (take_line(&text, end, line)) {
        if (sscanf(line, "some avg10=%lf avg60=%lf avg300=%lf total=%" SCNu64, &avg10, &avg60, &avg300, &total) == 4) {
            pressure->some_avg10_hundredths = hundredths(avg10);
            pressure->some_avg60_hundredths = hundredths(avg60);
            pressure->some_avg300_hundredths = hundredths(avg300);
            pressure->some_total_usec = total;
        } else if (sscanf(line, "full avg10=%lf avg60=%lf avg300=%lf total=%" SCNu64, &avg10, &avg60, &avg300,
                          &total) == 4) {
            pressure->full_avg10_hundredths = hundredths(avg10);
            pressure->full_avg60_hundredths = hundredths(avg60);
            pressure->full_avg300_hundredths = hundredths(avg300);
            pressure->full_total_usec = total;
        }
    }
    return 1;
}

size_t sscanf_io_stat(const char *text, size_t length, const struct output *output)
{
    const char *end = text + length;
    size_t count = 0;
    char line[LINE];

    while (take_line(&text, end, line)) {
        struct vmm_cgroup_io *row = (struct vmm_cgroup_io *)(void *)(output->rows + count * output->stride);

        if (sscanf(line,
                   "%" SCNu64 ":%" SCNu64 " rbytes=%" SCNu64 " wbytes=%" SCNu64 " rios=%" SCNu64 " wios=%" SCNu64
                   " dbytes=%" SCNu64 " dios=%" SCNu64,
                   &row->major, &row->minor, &row->read_bytes, &row->write_bytes, &row->reads, &row->writes,
                   &row->discard_bytes, &row->discards) != 8)
            return 0;
        count++;
    }
    return count;
}

/* Words up to a `-`; there may be no word, which sscanf() cannot read. */
size_t sscanf_mountinfo(const char *text, size_t length, const struct output *output)
{
    const char *end = text + length;
    size_t count = 0;
    char line[LINE];

    while (take_line(&text, end, line)) {
        struct mount_words *row = (struct mount_words *)(void *)(output->rows + count * output->stride);
        char *dash = strstr(line, " - ");
        int fields = 0;

        if (dash == NULL)
            return 0;
        *dash = '\0';
        row->optional_fields[0] = '\0';
        if (sscanf(line, "%23s %23s %23s %255s %255s %255s%n", row->mount_id, row->parent_id, row->device, row->root,
                   row->mount_point, row->mount_options, &fields) != 6)
            return 0;
        sscanf(line + fields, " %255[^\n]", row->optional_fields);
        if (sscanf(dash + 3, "%63s %255s %511[^\n]", row->type, row->source, row->super_options) != 3)
            return 0;
        count++;
    }
    return count;
}
