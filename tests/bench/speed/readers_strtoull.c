/* SPDX-License-Identifier: MIT */
/*
 * strtoull()'s way, as programs commonly have it: the text in place, with a NUL after it; the key compared with one
 * after another by strncmp(), the numbers taken by strtoull().
 */
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "keys.h"
#include "readers.h"

/* Where the next line begins; NULL when this is the last. */
static const char *next_line(const char *line)
{
    const char *newline = strchr(line, '\n');

    return newline != NULL && newline[1] != '\0' ? newline + 1 : NULL;
}

static bool begins_with(const char *line, const char *word)
{
    return strncmp(line, word, strlen(word)) == 0;
}

static uint64_t take_number(const char **p)
{
    char *behind;
    uint64_t number = strtoull(*p, &behind, 10);

    *p = behind;
    return number;
}

static double take_signed(const char **p)
{
    char *behind;
    double number = (double)strtoll(*p, &behind, 10);

    *p = behind;
    return number;
}

/* Numbers into members that follow each other. Returns where they end. */
static const char *take_numbers(const char *p, uint64_t *numbers, size_t count)
{
    for (size_t i = 0; i < count; i++)
        numbers[i] = take_number(&p);
    return p;
}

static void take_cpu(const char *line, struct vmm_cpu *row)
{
    const char *p = line + 3;

    row->id = VMM_UNKNOWN;
    if (*p != ' ')
        row->id = take_number(&p);
    take_numbers(p, &row->user_ticks, 10);
}

size_t strtoull_stat(const char *text, size_t length, const struct output *output)
{
    struct vmm_stat *stat = output->record;
    size_t count = 0;

    (void)length;
    for (const char *line = text; line != NULL; line = next_line(line)) {
        if (begins_with(line, "cpu")) {
            take_cpu(line, (struct vmm_cpu *)(void *)(output->rows + count * output->stride));
            count++;
        } else if (begins_with(line, "intr ")) {
            stat->intr = strtoull(line + 5, NULL, 10);
        } else if (begins_with(line, "ctxt ")) {
            stat->ctxt = strtoull(line + 5, NULL, 10);
        } else if (begins_with(line, "btime ")) {
            stat->btime_seconds = strtoull(line + 6, NULL, 10);
        } else if (begins_with(line, "processes ")) {
            stat->processes = strtoull(line + 10, NULL, 10);
        } else if (begins_with(line, "procs_running ")) {
            stat->procs_running = strtoull(line + 14, NULL, 10);
        } else if (begins_with(line, "procs_blocked ")) {
            stat->procs_blocked = strtoull(line + 14, NULL, 10);
        } else if (begins_with(line, "softirq ")) {
            take_numbers(line + 8, &stat->softirq, 11);
        }
    }
    return count + 1;
}

size_t strtoull_cpu_total(const char *text, size_t length, const struct output *output)
{
    (void)length;
    if (!begins_with(text, "cpu "))
        return 0;
    take_cpu(text, output->record);
    return 1;
}

static size_t take_keys(const char *text, const struct key *keys, size_t key_count, char *record)
{
    for (const char *line = text; line != NULL; line = next_line(line)) {
        for (size_t i = 0; i < key_count; i++) {
            if (strncmp(line, keys[i].name, keys[i].length) == 0 && line[keys[i].length] == ' ') {
                *(uint64_t *)(void *)(record + keys[i].offset) =
                    strtoull(line + keys[i].length, NULL, 10) * keys[i].factor;
                break;
            }
        }
    }
    return 1;
}

size_t strtoull_meminfo(const char *text, size_t length, const struct output *output)
{
    (void)length;
    return take_keys(text, meminfo_keys, meminfo_key_count, output->record);
}

size_t strtoull_memory_stat(const char *text, size_t length, const struct output *output)
{
    (void)length;
    return take_keys(text, memory_stat_keys, memory_stat_key_count, output->record);
}

size_t strtoull_vmstat(const char *text, size_t length, const struct output *output)
{
    (void)length;
    return take_keys(text, vmstat_keys, vmstat_key_count, output->record);
}

size_t strtoull_process_stat(const char *text, size_t length, const struct output *output)
{
    struct vmm_process *process = output->record;
    const char *name = strchr(text, '(');
    const char *behind = strrchr(text, ')');
    size_t name_length;
    const char *p;

    (void)length;
    if (name == NULL || behind == NULL)
        return 0;
    name_length = (size_t)(behind - name - 1);
    if (name_length >= sizeof process->comm)
        return 0;
    process->pid = strtoull(text, NULL, 10);
    memcpy(process->comm, name + 1, name_length);
    process->comm[name_length] = '\0';
    process->state = process_state(behind[2]);
    p = take_numbers(behind + 3, &process->ppid, 14);
    process->priority = take_signed(&p);
    process->nice = take_signed(&p);
    p = take_numbers(p, &process->num_threads, 18);
    if (process->rsslim_bytes == UINT64_MAX)
        process->rsslim_bytes = VMM_UNLIMITED;
    process->exit_signal = take_signed(&p);
    take_numbers(p, &process->processor, 14);
    return 1;
}

size_t strtoull_net_dev(const char *text, size_t length, const struct output *output)
{
    size_t count = 0;

    (void)length;
    for (const char *line = text; line != NULL; line = next_line(line)) {
        struct vmm_net *row = (struct vmm_net *)(void *)(output->rows + count * output->stride);
        const char *colon = strchr(line, ':');
        const char *newline = strchr(line, '\n');
        size_t name_length;

        if (colon == NULL || newline == NULL || colon > newline)
            continue;
        while (*line == ' ')
            line++;
        name_length = (size_t)(colon - line);
        if (name_length >= sizeof row->name)
            return 0;
        memcpy(row->name, line, name_length);
        row->name[name_length] = '\0';
        take_numbers(colon + 1, &row->rx_bytes, 16);
        count++;
    }
    return count;
}

size_t strtoull_diskstats(const char *text, size_t length, const struct output *output)
{
    size_t count = 0;

    (void)length;
    for (const char *line = text; line != NULL; line = next_line(line)) {
        struct vmm_disk *row = (struct vmm_disk *)(void *)(output->rows + count * output->stride);
        const char *p = take_numbers(line, &row->major, 2);
        size_t name_length;

        p += strspn(p, " ");
        name_length = strcspn(p, " \n");
        if (name_length >= sizeof row->name)
            return 0;
        memcpy(row->name, p, name_length);
        row->name[name_length] = '\0';
        take_numbers(p + name_length, &row->reads, 17);
        row->read_bytes *= 512;
        row->write_bytes *= 512;
        row->discard_bytes *= 512;
        count++;
    }
    return count;
}

/* The three shares and the total of a line of pressure. */
static void take_pressure(const char *line, uint64_t *numbers)
{
    const char *p = line;

    for (unsigned i = 0; i < 4; i++) {
        p = strchr(p, '=');
        if (p == NULL)
            return;
        p++;
        numbers[i] = i < 3 ? (uint64_t)lround(strtod(p, NULL) * 100) : strtoull(p, NULL, 10);
    }
}

size_t strtoull_pressure(const char *text, size_t length, const struct output *output)
{
    struct vmm_pressure *pressure = output->record;

    (void)length;
    for (const char *line = text; line != NULL; line = next_line(line)) {
        if (begins_with(line, "some "))
            take_pressure(line, &pressure->some_avg10_hundredths);
        else if (begins_with(line, "full "))
            take_pressure(line, &pressure->full_avg10_hundredths);
    }
    return 1;
}

size_t strtoull_io_stat(const char *text, size_t length, const struct output *output)
{
    static const struct {
        const char *word;
        size_t length;
        size_t offset;
    } words[] = {
        {"rbytes=", 7, offsetof(struct vmm_cgroup_io, read_bytes)},
        {"wbytes=", 7, offsetof(struct vmm_cgroup_io, write_bytes)},
        {"rios=", 5, offsetof(struct vmm_cgroup_io, reads)},
        {"wios=", 5, offsetof(struct vmm_cgroup_io, writes)},
        {"dbytes=", 7, offsetof(struct vmm_cgroup_io, discard_bytes)},
        {"dios=", 5, offsetof(struct vmm_cgroup_io, discards)},
    };
    size_t count = 0;

    (void)length;
    for (const char *line = text; line != NULL; line = next_line(line)) {
        struct vmm_cgroup_io *row = (struct vmm_cgroup_io *)(void *)(output->rows + count * output->stride);
        const char *p = line;

        row->major = take_number(&p);
        p++;
        row->minor = take_number(&p);
        while (*p == ' ') {
            p++;
            for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
                if (strncmp(p, words[i].word, words[i].length) == 0) {
                    *(uint64_t *)(void *)((char *)row + words[i].offset) = strtoull(p + words[i].length, NULL, 10);
                    break;
                }
            }
            p += strcspn(p, " \n");
        }
        count++;
    }
    return count;
}

/* Skips to one of these characters. Returns the text after the character. */
static const char *take_word(const char *p, const char *ends, struct vmm_span *word)
{
    word->start = p;
    word->length = strcspn(p, ends);
    p += word->length;
    return *p == '\0' ? p : p + 1;
}

size_t strtoull_mountinfo(const char *text, size_t length, const struct output *output)
{
    size_t count = 0;

    (void)length;
    for (const char *line = text; line != NULL; line = next_line(line)) {
        struct vmm_mount *row = (struct vmm_mount *)(void *)(output->rows + count * output->stride);
        const char *p = line;
        const char *dash = strstr(line, " - ");

        if (dash == NULL)
            return 0;
        p = take_word(p, " ", &row->mount_id);
        p = take_word(p, " ", &row->parent_id);
        p = take_word(p, " ", &row->device);
        p = take_word(p, " ", &row->root);
        p = take_word(p, " ", &row->mount_point);
        p = take_word(p, " ", &row->mount_options);
        row->optional_fields.start = p;
        row->optional_fields.length = dash > p ? (size_t)(dash - p) : 0;
        p = take_word(dash + 3, " ", &row->type);
        p = take_word(p, " ", &row->source);
        take_word(p, "\n", &row->super_options);
        count++;
    }
    return count;
}
