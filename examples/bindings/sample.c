/* SPDX-License-Identifier: MIT */
/*
 * sample: prints all records of the usual files, and the usages that two samples of them give. The same program is here
 * in C++, Rust, Python, TypeScript and Go. All of them print the same, which a test checks.
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
#include "../tools/parse/rows.h"

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
    if (text != NULL)
        print_text(out, "file", path);
    print_text(out, "status", vmm_status_text(status));
    if (text != NULL)
        print_number(out, "offset", text->error == NULL ? VMM_UNKNOWN : (uint64_t)(text->error - file->bytes));
    json_close(out, "}");
    json_end_line(out);
}

/* ---- Reading ---- */

/* Reads one file into a record, and keeps each record of a file that is no part of a directory. Prints them and failures, if
 * `out` is not NULL. */
static void read_one(const struct source *source, struct rows *rows, void *record, const char *folder, const char *path,
                     enum vmm_file id, struct json *out)
{
    const struct format *format = format_of(source->record);
    bool is_part = source->shape == DIRECTORY;
    char *whole = path_of(folder, path);
    struct file file = file_of(whole);

    if (whole == NULL)
        fail("a path", strerror(ENOMEM));
    if (file_read(&file) == 0 && (!is_part || file.length != 0)) {
        struct vmm_text text = vmm_text_of(file.bytes, file.length);
        vmm_status status;

        do {
            status =
                (format->read == NULL || is_part ? vmm_record_read : format->read)(&text, id, record, rows->row_size);
            if (status == VMM_OK && !is_part)
                rows_add(rows, record);
            if (status == VMM_OK && !is_part && out != NULL)
                print_found(out, source->record, record);
            if (status < 0 && out != NULL)
                print_status(out, source->record, path, &file, &text, status);
        } while (source->shape == ROWS && status != VMM_END);
    }
    file_release(&file);
    free(whole);
}

static struct rows read_source(const struct source *source, const char *folder, struct json *out)
{
    struct rows rows = rows_of_record(source->record);
    /* Its size of 0 says that it has not begun. */
    void *record = calloc(1, rows.row_size);
    struct vmm_file_info file;

    if (record == NULL)
        fail("a record", strerror(ENOMEM));
    if (source->shape != DIRECTORY) {
        read_one(source, &rows, record, folder, source->path, source->file, out);
        free(record);
        return rows;
    }
    vmm_record_init(source->record, record, rows.row_size);
    for (uint32_t i = 0; vmm_file_at(source->record, i, &file, sizeof file) == VMM_OK; i++) {
        char *path = path_of(source->path, file.name);

        if (path == NULL)
            fail("a path", strerror(ENOMEM));
        read_one(source, &rows, record, folder, path, (enum vmm_file)file.id, out);
        free(path);
    }
    rows_add(&rows, record);
    if (out != NULL)
        print_found(out, source->record, record);
    free(record);
    return rows;
}

/* A record that is alone in its file or directory is not searched for. */
static const void *find(const struct source *source, struct rows *before, const void *after)
{
    if (source->shape == ROWS)
        return rows_find(before, after);
    return before->count == 0 ? NULL : before->bytes;
}

static void print_usage(struct json *out, const struct source *source, struct rows *before, const struct rows *after,
                        const void *previous, int64_t elapsed_ns)
{
    const struct usage *how = usage_of(source->usage);
    size_t size = (size_t)describe(source->usage).bytes;
    void *usage = malloc(size);

    if (usage == NULL)
        fail("a usage", strerror(ENOMEM));
    for (size_t i = 0; i < after->count; i++) {
        const char *row = after->bytes + i * after->row_size;
        vmm_status status;

        if (how->between != NULL)
            status = how->between(find(source, before, row), row, elapsed_ns, usage, size);
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
    struct rows previous = {.bytes = NULL};
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
        struct rows before = read_source(&sources[i], arguments[1], NULL);
        struct rows after = read_source(&sources[i], arguments[2], &out);

        if (sources[i].usage != NO_USAGE)
            print_usage(&out, &sources[i], &before, &after, previous.count == 0 ? NULL : previous.bytes, elapsed_ns);
        rows_free(&before);
        rows_free(&previous);
        previous = after;
    }
    rows_free(&previous);
    json_flush(&out);
    return out.error == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
