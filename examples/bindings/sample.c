/* SPDX-License-Identifier: MIT */
/*
 * sample: prints all records of the usual files, and the usages that two samples of them give. The same program is here
 * in C++, Rust, Python and TypeScript. All of them print the same, which a test checks.
 *
 *     sample BEFORE AFTER NANOSECONDS
 *
 * BEFORE and AFTER are folders with copies of files, such as AFTER/proc/stat; or / for this machine. The program prints
 * a JSON line for each record in AFTER, then a line for the usage that this record and the same one in BEFORE give. An
 * unknown value is null, and no limit is "max". If a record or usage is missing, the line gives the reason, the file
 * and the wrong byte. A file that does not exist is left out.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <vmmetrics/vmmetrics.h>

#include "../tools/common/json.h"
#include "../tools/common/message.h"
#include "../tools/common/print.h"
#include "../tools/common/read.h"
#include "../tools/parse/formats.h"

const char program[] = "sample";

/* ---- Records and usages ---- */

enum shape { ONE, ROWS, DIRECTORY };

#define NONE ((enum vmm_file)0)
#define NO_USAGE ((enum vmm_record_id)0)

/* How a record is read and a usage is computed is in the tables of vmmetrics-parse. */
static const struct source {
    const char *path;
    enum shape shape;
    enum vmm_record_id record;
    /* NO_USAGE if no usage is computed from the record. */
    enum vmm_record_id usage;
    /* Which file the text is, if a record of shape ONE or ROWS has several files. */
    enum vmm_file file;
} sources[] = {
    {"proc/stat", ROWS, VMM_RECORD_CPU, VMM_RECORD_CPU_USAGE, NONE},
    {"proc/stat", ONE, VMM_RECORD_STAT, NO_USAGE, NONE},
    {"proc/meminfo", ONE, VMM_RECORD_MEMINFO, VMM_RECORD_MEMORY_USAGE, NONE},
    {"proc/vmstat", ONE, VMM_RECORD_VMSTAT, NO_USAGE, NONE},
    {"proc/pressure/cpu", ONE, VMM_RECORD_PRESSURE, VMM_RECORD_PRESSURE_USAGE, NONE},
    {"proc/net/dev", ROWS, VMM_RECORD_NET, VMM_RECORD_NET_USAGE, NONE},
    {"proc/diskstats", ROWS, VMM_RECORD_DISK, VMM_RECORD_DISK_USAGE, NONE},
    {"proc", DIRECTORY, VMM_RECORD_SYSTEM, NO_USAGE, NONE},
    {"proc/self", DIRECTORY, VMM_RECORD_PROCESS, VMM_RECORD_PROCESS_USAGE, NONE},
    {"sys/fs/cgroup", DIRECTORY, VMM_RECORD_CGROUP, VMM_RECORD_CGROUP_USAGE, NONE},
    {"sys/fs/cgroup/memory.stat", ONE, VMM_RECORD_CGROUP_MEMORY, VMM_RECORD_CGROUP_MEMORY_USAGE,
     VMM_FILE_CGROUP_MEMORY_STAT},
    {"sys/fs/cgroup/io.stat", ROWS, VMM_RECORD_CGROUP_IO, VMM_RECORD_CGROUP_IO_USAGE, VMM_FILE_CGROUP_IO_STAT},
};

enum { SOURCES = sizeof sources / sizeof sources[0] };

/* ---- Printing ---- */

static void open_line(struct json *out, enum vmm_record_id record_id)
{
    struct vmm_record_info record = describe(record_id);

    json_open(out, '{');
    print_text(out, "record", record.name);
}

static void print_found(struct json *out, enum vmm_record_id record_id, const void *record)
{
    open_line(out, record_id);
    print_members(out, record_id, record);
    json_close(out, "}");
    json_end_line(out);
}

/* Prints why there is no record. `text` is NULL if the reason is not in a text. */
static void print_status(struct json *out, enum vmm_record_id record_id, const char *path, const struct file *file,
                         const struct vmm_text *text, vmm_status status)
{
    open_line(out, record_id);
    if (text != NULL) {
        print_text(out, "file", path);
    }
    print_text(out, "status", vmm_status_text(status));
    if (text != NULL)
        print_number(out, "offset", text->error == NULL ? VMM_UNKNOWN : (uint64_t)(text->error - file->bytes));
    json_close(out, "}");
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

/* Reads one file. Prints its records and failures, if `out` is not NULL. */
static void read_one(struct records *records, const char *folder, const char *path, enum vmm_file id, struct json *out)
{
    const struct source *source = records->source;
    const struct format *format = format_of(source->record);
    char *whole = path_of(folder, path);
    struct file file = file_of(whole);

    if (whole == NULL)
        fail("a path", strerror(ENOMEM));
    if (file_read(&file) == 0 && (source->shape != DIRECTORY || file.length != 0)) {
        struct vmm_text text = vmm_text_of(file.bytes, file.length);
        vmm_status status;

        do {
            void *record = source->shape == DIRECTORY ? last_of(records) : add(records);

            status = (source->shape == DIRECTORY || format->read == NULL ? vmm_record_read : format->read)(
                &text, id, record, records->record_size);
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
    struct vmm_file_info file;

    if (source->shape != DIRECTORY) {
        read_one(&records, folder, source->path, source->file, out);
        return records;
    }
    add(&records);
    for (uint32_t i = 0; vmm_file_at(source->record, i, &file, sizeof file) == VMM_OK; i++) {
        char *path = path_of(source->path, file.name);

        if (path == NULL)
            fail("a path", strerror(ENOMEM));
        read_one(&records, folder, path, (enum vmm_file)file.id, out);
        free(path);
    }
    if (out != NULL)
        print_found(out, source->record, last_of(&records));
    return records;
}

/* The row of the same object in an earlier sample, or NULL. Rows without an identity, such as the total of all CPUs,
 * are found by their place. A record that is alone in its file or directory is not searched for. */
static const void *find(const struct records *before, const void *after, size_t place)
{
    if (before->source->shape != ROWS)
        return before->count == 0 ? NULL : before->bytes;
    for (size_t i = 0; i < before->count; i++) {
        const char *row = before->bytes + i * before->record_size;
        vmm_status status = vmm_record_same(row, after);

        if (status == VMM_OK || (status == VMM_E_EMPTY && i == place))
            return row;
    }
    return NULL;
}

static void print_usage(struct json *out, const struct records *before, const struct records *after,
                        const void *previous, int64_t elapsed_ns)
{
    const struct source *source = after->source;
    const struct usage *how = usage_of(source->usage);
    size_t size = (size_t)describe(source->usage).bytes;
    void *usage = malloc(size);

    if (usage == NULL)
        fail("a usage", strerror(ENOMEM));
    for (size_t i = 0; i < after->count; i++) {
        const char *row = after->bytes + i * after->record_size;
        vmm_status status;

        if (how->between != NULL)
            status = how->between(find(before, row, i), row, elapsed_ns, usage, size);
        else if (how->second == source->record)
            status = how->of(previous, row, usage, size);
        else
            status = how->of(row, NULL, usage, size);

        if (status == VMM_OK)
            print_found(out, source->usage, usage);
        else
            print_status(out, source->usage, NULL, NULL, NULL, status);
    }
    free(usage);
}

int main(int count, char **arguments)
{
    /* The records of the previous source. */
    struct records previous = {NULL, 0, NULL, 0, 0};
    struct json out;
    char *end = NULL;
    int64_t elapsed_ns = count == 4 ? strtoll(arguments[3], &end, 10) : 0;

    if (count != 4 || *end != '\0' || end == arguments[3]) {
        message("usage", "sample BEFORE AFTER NANOSECONDS");
        return 2;
    }
    json_init(&out, STDOUT_FILENO);
    /* The other languages print all digits. */
    out.exact = true;
    for (size_t i = 0; i < SOURCES; i++) {
        struct records before = read_source(&sources[i], arguments[1], NULL);
        struct records after = read_source(&sources[i], arguments[2], &out);

        if (sources[i].usage != NO_USAGE)
            print_usage(&out, &before, &after, previous.count == 0 ? NULL : previous.bytes, elapsed_ns);
        free(before.bytes);
        free(previous.bytes);
        previous = after;
    }
    free(previous.bytes);
    json_flush(&out);
    return out.error == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
