/* SPDX-License-Identifier: MIT */
#include "formats.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* For rows that a file should not have, such as headings, or a total. */
enum { SPARE_ROWS = 8 };

const char *const reader_names[READERS] = {"library", "sscanf", "strtoull", "bytes"};

#define ROWS(record) sizeof(struct vmm_##record)
#define ALL_READERS(format)                                                                                            \
    {                                                                                                                  \
        library_##format, sscanf_##format, strtoull_##format, bytes_##format                                           \
    }

static const struct format stat = {ROWS(cpu), ROWS(stat), VMM_RECORD_CPU, VMM_RECORD_STAT, ALL_READERS(stat)};
static const struct format cpu_total = {0, ROWS(cpu), 0, VMM_RECORD_CPU, ALL_READERS(cpu_total)};
static const struct format meminfo = {0, ROWS(meminfo), 0, VMM_RECORD_MEMINFO, ALL_READERS(meminfo)};
static const struct format memory_stat = {0, ROWS(cgroup_memory), 0, VMM_RECORD_CGROUP_MEMORY,
                                          ALL_READERS(memory_stat)};
static const struct format vmstat = {0, ROWS(vmstat), 0, VMM_RECORD_VMSTAT, ALL_READERS(vmstat)};
static const struct format process_stat = {0, ROWS(process), 0, VMM_RECORD_PROCESS, ALL_READERS(process_stat)};
static const struct format net_dev = {ROWS(net), 0, VMM_RECORD_NET, 0, ALL_READERS(net_dev)};
static const struct format diskstats = {ROWS(disk), 0, VMM_RECORD_DISK, 0, ALL_READERS(diskstats)};
static const struct format pressure = {0, ROWS(pressure), 0, VMM_RECORD_PRESSURE, ALL_READERS(pressure)};
static const struct format io_stat = {ROWS(cgroup_io), 0, VMM_RECORD_CGROUP_IO, 0, ALL_READERS(io_stat)};
/* sscanf() needs room for the words, the others give where they are. */
static const struct format mountinfo = {sizeof(struct mount_words), 0, 0, 0, ALL_READERS(mountinfo)};

static void make_stat(struct buffer *buffer, unsigned cpus)
{
    /* About as many as such machines have; most of them never came. */
    generate_stat(buffer, cpus, cpus <= 2 ? 456 : cpus <= 64 ? 2000 : cpus <= 256 ? 7000 : 28000);
}

static void make_meminfo(struct buffer *buffer, unsigned rows)
{
    (void)rows;
    generate_meminfo(buffer, 0);
}

static void make_memory_stat(struct buffer *buffer, unsigned rows)
{
    (void)rows;
    generate_memory_stat(buffer);
}

static void make_vmstat(struct buffer *buffer, unsigned rows)
{
    (void)rows;
    generate_vmstat(buffer);
}

static void make_process_stat(struct buffer *buffer, unsigned rows)
{
    (void)rows;
    generate_process_stat(buffer);
}

static void make_pressure(struct buffer *buffer, unsigned rows)
{
    (void)rows;
    generate_pressure(buffer);
}

const struct file files[] = {
    {"stat-2", &stat, make_stat, 2},
    {"stat-64", &stat, make_stat, 64},
    {"stat-256", &stat, make_stat, 256},
    {"stat-1024", &stat, make_stat, 1024},
    {"cpu-total-1024", &cpu_total, generate_cpu_total, 1024},
    {"meminfo", &meminfo, make_meminfo, 0},
    {"memory.stat", &memory_stat, make_memory_stat, 0},
    {"vmstat", &vmstat, make_vmstat, 0},
    {"process-stat", &process_stat, make_process_stat, 0},
    {"net-dev-4", &net_dev, generate_net_dev, 4},
    {"net-dev-1024", &net_dev, generate_net_dev, 1024},
    {"diskstats-2", &diskstats, generate_diskstats, 2},
    {"diskstats-64", &diskstats, generate_diskstats, 64},
    {"diskstats-1024", &diskstats, generate_diskstats, 1024},
    {"pressure", &pressure, make_pressure, 0},
    {"io.stat-1", &io_stat, generate_io_stat, 1},
    {"io.stat-64", &io_stat, generate_io_stat, 64},
    {"mountinfo-40", &mountinfo, generate_mountinfo, 40},
    {"mountinfo-2000", &mountinfo, generate_mountinfo, 2000},
};
const size_t file_count = sizeof files / sizeof files[0];

uint64_t process_state(char letter)
{
    switch (letter) {
    case 'R':
        return VMM_PROCESS_STATE_RUNNING;
    case 'S':
        return VMM_PROCESS_STATE_SLEEPING;
    case 'D':
        return VMM_PROCESS_STATE_DISK_SLEEP;
    case 'T':
        return VMM_PROCESS_STATE_STOPPED;
    case 't':
        return VMM_PROCESS_STATE_TRACING_STOP;
    case 'Z':
        return VMM_PROCESS_STATE_ZOMBIE;
    case 'X':
        return VMM_PROCESS_STATE_DEAD;
    case 'I':
        return VMM_PROCESS_STATE_IDLE;
    default:
        return VMM_UNKNOWN;
    }
}

static void *make_room(size_t size)
{
    void *room = calloc(1, size == 0 ? 1 : size);

    if (room == NULL)
        abort();
    return room;
}

struct output make_output(const struct format *format, size_t rows)
{
    size_t count = rows == 0 ? 1 : rows;
    struct output output = {make_room(format->row_size * count), rows == 0 ? 0 : format->row_size,
                            make_room(format->record_size)};

    for (size_t i = 0; format->row_id != 0 && i < count; i++)
        vmm_record_init(format->row_id, output.rows + i * format->row_size, format->row_size);
    if (format->record_id != 0)
        vmm_record_init(format->record_id, output.record, format->record_size);
    return output;
}

void free_output(struct output *output)
{
    free(output->rows);
    free(output->record);
}

static bool is_word(const struct vmm_span *span, const char *word)
{
    return span->length == strlen(word) && memcmp(span->start, word, span->length) == 0;
}

static bool are_words(const struct vmm_mount *row, const struct mount_words *words)
{
    return is_word(&row->mount_id, words->mount_id) && is_word(&row->parent_id, words->parent_id) &&
           is_word(&row->device, words->device) && is_word(&row->root, words->root) &&
           is_word(&row->mount_point, words->mount_point) && is_word(&row->mount_options, words->mount_options) &&
           is_word(&row->optional_fields, words->optional_fields) && is_word(&row->type, words->type) &&
           is_word(&row->source, words->source) && is_word(&row->super_options, words->super_options);
}

static bool same_rows(const struct format *format, const struct output *ours, const struct output *theirs, size_t count,
                      bool words)
{
    for (size_t i = 0; i < count; i++) {
        const char *our_row = ours->rows + i * ours->stride;
        const char *their_row = theirs->rows + i * theirs->stride;

        if (words ? !are_words((const struct vmm_mount *)(const void *)our_row,
                               (const struct mount_words *)(const void *)their_row)
                  : memcmp(our_row, their_row, format->row_size) != 0)
            return false;
    }
    return true;
}

bool readers_agree(const struct file *file, const char *text, size_t length)
{
    const struct format *format = file->format;
    struct output ours = make_output(format, format->row_size == 0 ? 0 : file->rows + SPARE_ROWS);
    size_t count = format->readers[LIBRARY](text, length, &ours);
    size_t rows = format->row_size == 0 ? 0 : count - (format->record_size != 0);
    bool agree = count >= (file->rows == 0 || format->row_size == 0 ? 1 : file->rows);

    if (!agree)
        fprintf(stderr, "%s: the library gives only %zu rows\n", file->name, count);
    for (int way = SSCANF; agree && way < READERS; way++) {
        struct output theirs = make_output(format, format->row_size == 0 ? 0 : file->rows + SPARE_ROWS);
        size_t their_count = format->readers[way](text, length, &theirs);

        agree = their_count == count &&
                same_rows(format, &ours, &theirs, rows, way == SSCANF && format == &mountinfo) &&
                memcmp(ours.record, theirs.record, format->record_size) == 0;
        if (!agree)
            fprintf(stderr, "%s: the library gives %zu rows, %s gives %zu, and they are not the same\n", file->name,
                    count, reader_names[way], their_count);
        free_output(&theirs);
    }
    free_output(&ours);
    return agree;
}
