/* SPDX-License-Identifier: MIT */
/*
 * sample: everything that the library reads in the usual files, and what follows from two samples of them. There is
 * the same program in C++, Rust, Python and TypeScript, each the measure of the others: they print the same.
 *
 *     sample BEFORE AFTER NANOSECONDS
 *
 * BEFORE and AFTER are folders with copies of files in their places, such as AFTER/proc/stat, or / for this machine. A JSON
 * line for each record in AFTER, then one for what follows from it and the same record in BEFORE. Unknown is null, no limit
 * is "max". Where there is no record, the line says why, and at which byte of which file. What is not there is left out.
 */
#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <vmmetrics/vmmetrics.h>

#include "../tools/common/json.h"
#include "../tools/common/message.h"
#include "../tools/common/print.h"
#include "../tools/common/read.h"

const char program[] = "sample";

/* USER_HZ of the machine that the files are from. */
enum { TICKS_PER_SECOND = 100 };

/* ---- What is read, and what follows from it ---- */

/* The library's functions take pointers to their own structs; these are of one type. */
#define READER(name, call)                                                                                             \
    static vmm_status name(uint32_t file_id, struct vmm_text *text, void *out, size_t size)                            \
    {                                                                                                                  \
        (void)file_id;                                                                                                 \
        return call;                                                                                                   \
    }
READER(read_cpu, vmm_cpu_next(text, out, size))
READER(read_stat, vmm_stat_parse(text, out, size))
READER(read_meminfo, vmm_meminfo_parse(text, out, size))
READER(read_vmstat, vmm_vmstat_parse(text, out, size))
READER(read_pressure, vmm_pressure_parse(text, out, size))
READER(read_net, vmm_net_next(text, out, size))
READER(read_disk, vmm_disk_next(text, out, size))
READER(read_system, vmm_system_read(file_id, text, out, size))
READER(read_process, vmm_process_read(file_id, text, out, size))
READER(read_cgroup, vmm_cgroup_read(file_id, text, out, size))
READER(read_cgroup_memory, vmm_cgroup_memory_parse(text, out, size))
READER(read_cgroup_io, vmm_cgroup_io_next(VMM_CGROUP_IO_FILE_IO_STAT, text, out, size))

/* `beside` is the record of the source that stands before this one in the list. */
#define USAGE(name, call)                                                                                              \
    static vmm_status name(const void *beside, const void *before, const void *after, int64_t elapsed_ns, void *out,   \
                           size_t size)                                                                                \
    {                                                                                                                  \
        (void)beside, (void)before, (void)elapsed_ns;                                                                  \
        return call;                                                                                                   \
    }
USAGE(use_cpu, vmm_cpu_usage_between(before, after, out, size))
USAGE(use_memory, vmm_memory_usage_of(after, out, size))
USAGE(use_pressure, vmm_pressure_usage_between(before, after, elapsed_ns, out, size))
USAGE(use_net, vmm_net_rate_between(before, after, elapsed_ns, out, size))
USAGE(use_disk, vmm_disk_rate_between(before, after, elapsed_ns, out, size))
USAGE(use_process, vmm_process_usage_between(before, after, elapsed_ns, TICKS_PER_SECOND, out, size))
USAGE(use_cgroup, vmm_cgroup_usage_between(before, after, elapsed_ns, out, size))
USAGE(use_cgroup_memory, vmm_cgroup_memory_usage_of(beside, after, VMM_UNKNOWN, out, size))
USAGE(use_cgroup_io, vmm_cgroup_io_rate_between(before, after, elapsed_ns, out, size))

enum shape { ONE, ROWS, DIRECTORY };

static const struct source {
    const char *path;
    enum shape shape;
    uint32_t record;
    vmm_status (*read)(uint32_t file_id, struct vmm_text *text, void *out, size_t size);
    /* 0 and NULL where nothing follows from it. */
    uint32_t usage;
    vmm_status (*use)(const void *beside, const void *before, const void *after, int64_t elapsed_ns, void *out,
                      size_t size);
} sources[] = {
    {"proc/stat", ROWS, VMM_RECORD_CPU, read_cpu, VMM_RECORD_CPU_USAGE, use_cpu},
    {"proc/stat", ONE, VMM_RECORD_STAT, read_stat, 0, NULL},
    {"proc/meminfo", ONE, VMM_RECORD_MEMINFO, read_meminfo, VMM_RECORD_MEMORY_USAGE, use_memory},
    {"proc/vmstat", ONE, VMM_RECORD_VMSTAT, read_vmstat, 0, NULL},
    {"proc/pressure/cpu", ONE, VMM_RECORD_PRESSURE, read_pressure, VMM_RECORD_PRESSURE_USAGE, use_pressure},
    {"proc/net/dev", ROWS, VMM_RECORD_NET, read_net, VMM_RECORD_NET_RATE, use_net},
    {"proc/diskstats", ROWS, VMM_RECORD_DISK, read_disk, VMM_RECORD_DISK_RATE, use_disk},
    {"proc", DIRECTORY, VMM_RECORD_SYSTEM, read_system, 0, NULL},
    {"proc/self", DIRECTORY, VMM_RECORD_PROCESS, read_process, VMM_RECORD_PROCESS_USAGE, use_process},
    {"sys/fs/cgroup", DIRECTORY, VMM_RECORD_CGROUP, read_cgroup, VMM_RECORD_CGROUP_USAGE, use_cgroup},
    {"sys/fs/cgroup/memory.stat", ONE, VMM_RECORD_CGROUP_MEMORY, read_cgroup_memory, VMM_RECORD_CGROUP_MEMORY_USAGE,
     use_cgroup_memory},
    {"sys/fs/cgroup/io.stat", ROWS, VMM_RECORD_CGROUP_IO, read_cgroup_io, VMM_RECORD_CGROUP_IO_RATE, use_cgroup_io},
};

enum { SOURCES = sizeof sources / sizeof sources[0] };

/* ---- Printing ---- */

static struct vmm_record describe(uint32_t record_id)
{
    struct vmm_record record;

    vmm_record_at(record_id, &record, sizeof record);
    return record;
}

static void open_line(struct json *out, uint32_t record_id)
{
    struct vmm_record record = describe(record_id);

    json_open(out, '{');
    json_key(out, "record");
    json_string(out, record.name, strlen(record.name));
}

static void print_found(struct json *out, uint32_t record_id, const void *record)
{
    open_line(out, record_id);
    print_members(out, record_id, record);
    json_close(out, '}');
    json_end_line(out);
}

/* Why there is no record. `text` is NULL where it is not for want of sound text. */
static void print_status(struct json *out, uint32_t record_id, const char *path, const struct file *file,
                         const struct vmm_text *text, vmm_status status)
{
    const char *words = vmm_status_text(status);

    open_line(out, record_id);
    if (text != NULL) {
        json_key(out, "file");
        json_string(out, path, strlen(path));
    }
    json_key(out, "status");
    json_string(out, words, strlen(words));
    if (text != NULL)
        print_number(out, "offset", text->error == NULL ? VMM_UNKNOWN : (uint64_t)(text->error - file->bytes));
    json_close(out, '}');
    json_end_line(out);
}

/* ---- Reading ---- */

struct records {
    const struct source *source;
    size_t record_size;
    char *bytes;
    size_t count;
    size_t capacity;
};

static void *last_of(const struct records *records)
{
    return records->bytes + (records->count - 1) * records->record_size;
}

static void *add(struct records *records)
{
    if (records->count == records->capacity) {
        records->capacity = records->capacity == 0 ? 16 : records->capacity * 2;
        records->bytes = realloc(records->bytes, records->capacity * records->record_size);
        if (records->bytes == NULL)
            fail("records", strerror(ENOMEM));
    }
    records->count++;
    vmm_record_init(records->source->record, last_of(records), records->record_size);
    return last_of(records);
}

/* Reads one file; prints what is in it and what is wrong, if `out` is not NULL. */
static void read_one(struct records *records, const char *folder, const char *path, uint32_t file_id, struct json *out)
{
    const struct source *source = records->source;
    char *whole = path_of(folder, path);
    struct file file = file_of(whole);

    if (whole == NULL)
        fail("a path", strerror(ENOMEM));
    if (file_read(&file) == 0 && (source->shape != DIRECTORY || file.length != 0)) {
        struct vmm_text text = vmm_text_of(file.bytes, file.length);
        vmm_status status;

        do {
            void *record = source->shape == DIRECTORY ? last_of(records) : add(records);

            status = source->read(file_id, &text, record, records->record_size);
            if (status != VMM_OK && source->shape != DIRECTORY)
                records->count--;
            else if (out != NULL && source->shape != DIRECTORY)
                print_found(out, source->record, record);
            if (status < 0 && out != NULL)
                print_status(out, source->record, path, &file, &text, status);
        } while (source->shape == ROWS && status != VMM_END);
    }
    file_release(&file);
    free(whole);
}

static struct records read_source(const struct source *source, const char *folder, struct json *out)
{
    struct records records = {source, (size_t)describe(source->record).bytes, NULL, 0, 0};
    struct vmm_file file;

    if (source->shape != DIRECTORY) {
        read_one(&records, folder, source->path, 0, out);
        return records;
    }
    add(&records);
    for (uint32_t i = 0; vmm_file_at(source->record, i, &file, sizeof file) == VMM_OK; i++) {
        char *path = path_of(source->path, file.name);

        if (path == NULL)
            fail("a path", strerror(ENOMEM));
        read_one(&records, folder, path, (uint32_t)file.id, out);
        free(path);
    }
    if (out != NULL)
        print_found(out, source->record, last_of(&records));
    return records;
}

/* Whether two records are of the same thing, as far as their members of kind identity tell. */
static bool same_thing(uint32_t record_id, const char *one, const char *other)
{
    struct vmm_field field;

    for (uint32_t i = 0; vmm_field_at(record_id, i, &field, sizeof field) == VMM_OK; i++) {
        if (field.kind == VMM_KIND_IDENTITY &&
            memcmp(one + field.offset, other + field.offset, (size_t)field.bytes) != 0)
            return false;
    }
    return true;
}

/* The same row in an earlier sample, or NULL. A sample of one record is compared whatever it says of itself. */
static const void *find(const struct records *before, const void *after)
{
    if (before->source->shape != ROWS)
        return before->count == 0 ? NULL : before->bytes;
    for (size_t i = 0; i < before->count; i++) {
        const char *row = before->bytes + i * before->record_size;

        if (same_thing(before->source->record, row, after))
            return row;
    }
    return NULL;
}

static void print_usage(struct json *out, const struct records *before, const struct records *after, const void *beside,
                        int64_t elapsed_ns)
{
    const struct source *source = after->source;
    size_t size = (size_t)describe(source->usage).bytes;
    void *usage = malloc(size);

    if (usage == NULL)
        fail("a usage", strerror(ENOMEM));
    for (size_t i = 0; i < after->count; i++) {
        const char *row = after->bytes + i * after->record_size;
        vmm_status status = source->use(beside, find(before, row), row, elapsed_ns, usage, size);

        if (status == VMM_OK)
            print_found(out, source->usage, usage);
        else
            print_status(out, source->usage, NULL, NULL, NULL, status);
    }
    free(usage);
}

int main(int count, char **arguments)
{
    /* What stands before the source at hand in the list. */
    struct records beside = {NULL, 0, NULL, 0, 0};
    struct json out;
    char *end = NULL;
    int64_t elapsed_ns = count == 4 ? strtoll(arguments[3], &end, 10) : 0;

    if (count != 4 || *end != '\0' || end == arguments[3]) {
        message("usage", "sample BEFORE AFTER NANOSECONDS");
        return 2;
    }
    json_init(&out, STDOUT_FILENO);
    for (size_t i = 0; i < SOURCES; i++) {
        struct records before = read_source(&sources[i], arguments[1], NULL);
        struct records after = read_source(&sources[i], arguments[2], &out);

        if (sources[i].usage != 0)
            print_usage(&out, &before, &after, beside.count == 0 ? NULL : beside.bytes, elapsed_ns);
        free(before.bytes);
        free(beside.bytes);
        beside = after;
    }
    free(beside.bytes);
    json_flush(&out);
    return out.error == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
