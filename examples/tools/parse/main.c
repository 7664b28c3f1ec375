/* SPDX-License-Identifier: MIT */
/*
 * vmmetrics-parse: what libvmmetrics sees in a file, one JSON object a record and line.
 *
 * Formats and usages are rows of tables (vmmetrics-parse/formats.c); everything else is done by self-description, so that a new
 * format needs a row and no further code. Records are made as large as the library that runs says, not as its header said
 * when this was compiled: a newer library shows its new members at once.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>
#include <vmmetrics/vmmetrics.h>

#include "../common/json.h"
#include "../common/message.h"
#include "../common/print.h"
#include "../common/read.h"
#include "formats.h"

const char program[] = "vmmetrics-parse";

static const char help[] =
    "usage: vmmetrics-parse --list\n"
    "       vmmetrics-parse FORMAT [FILE]\n"
    "       vmmetrics-parse FORMAT DIRECTORY...\n"
    "       vmmetrics-parse --usage USAGE [--elapsed SECONDS] [BEFORE] AFTER\n"
    "Prints what libvmmetrics sees in a file, or in standard input, one JSON object a record and line. Unknown is "
    "null, no\n"
    "limit is \"max\". Text that is no UTF-8 is shown as \\ufffd, control characters as \\u00XX.\n"
    "\n"
    "  --list     the formats and usages\n"
    "  --usage    what follows from one file, or from two samples of it; where that is nothing, \"status\" says why\n"
    "  --elapsed  the time between the samples, for usages that need it, such as 1 or 0.25\n"
    "  --help, --version\n"
    "\n"
    "A FILE of - is standard input. Of a DIRECTORY those files are read that the format knows and that are there; "
    "several\n"
    "directories, such as a cgroup's under version 1, make one record. What cannot be read is reported as\n"
    "FILE:LINE:COLUMN: reason, with columns counted in bytes; the good rows are printed all the same. Exit status: 0, "
    "1 "
    "if\nanything could not be read, 2 for wrong usage.\n";

static void *allocate(size_t count, size_t size)
{
    void *memory = calloc(count, size);

    if (memory == NULL)
        fail("records", strerror(ENOMEM));
    return memory;
}

/* ---- Reading rows ---- */

struct reader {
    const struct format *format;
    struct file file;
    /* What the library calls a file of this name. */
    uint32_t file_id;
    struct vmm_text text;
    /* The row that was read last, in memory of the size that the library wants. */
    void *row;
    size_t row_size;
    bool ended;
    /* Whether anything could not be read. */
    bool failed;
    /* Lines are counted from error to error, so that a text of nothing but errors takes no longer. */
    const char *line_start;
    uint64_t line;
};

static size_t record_size(uint32_t record_id)
{
    struct vmm_record record;

    vmm_record_at(record_id, &record, sizeof record);
    return (size_t)record.bytes;
}

static void free_reader(struct reader *reader)
{
    file_release(&reader->file);
    free(reader->row);
}

/* FILE:LINE:COLUMN: reason. What is wrong with the whole text is said of its first byte. */
static void report(struct reader *reader, vmm_status status)
{
    const char *path = strcmp(reader->file.path, "-") == 0 ? "<stdin>" : reader->file.path;
    const char *at = reader->text.error, *newline;
    struct json line;

    if (at == NULL)
        at = reader->line_start;
    while (at != reader->line_start &&
           (newline = memchr(reader->line_start, '\n', (size_t)(at - reader->line_start))) != NULL) {
        reader->line_start = newline + 1;
        reader->line++;
    }
    json_init(&line, STDERR_FILENO);
    json_escaped(&line, path, strlen(path));
    json_raw(&line, ":");
    json_integer(&line, reader->line);
    line.comma = false;
    json_raw(&line, ":");
    json_integer(&line, (uint64_t)(at - reader->line_start) + 1);
    json_raw(&line, ": ");
    json_raw(&line, vmm_status_text(status));
    json_end_line(&line);
    json_flush(&line);
}

static void set_text(struct reader *reader)
{
    reader->text = vmm_text_of(reader->file.bytes, reader->file.length);
    reader->line_start = reader->text.pos;
    reader->line = 1;
}

/*
 * Reads one file of a directory into the row. Most directories lack some of the files that a record knows, and some files
 * that are there have nothing to say (EINVAL, EOPNOTSUPP, ESRCH, or no text): then what they would tell stays unknown.
 */
static bool read_file(struct reader *reader, const char *path)
{
    int error;
    vmm_status status;

    reader->file.path = path;
    error = file_read(&reader->file);
    file_close(&reader->file);
    if (error != 0) {
        if (error != ENOENT && error != EINVAL && error != EOPNOTSUPP && error != ESRCH) {
            message(path, strerror(error));
            reader->failed = true;
        }
        return false;
    }
    set_text(reader);
    status = reader->format->read(reader->file_id, &reader->text, reader->row, reader->row_size);
    if (status < 0 && reader->file.length != 0) {
        report(reader, status);
        reader->failed = true;
    }
    return status == VMM_OK;
}

/* Of linux/magic.h, which not every C library brings. */
enum { CGROUP_SUPER_MAGIC = 0x27e0eb, CGROUP2_SUPER_MAGIC = 0x63677270 };

static const char *name_of(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash == NULL ? path : slash + 1;
}

/*
 * What no file of a directory says. What tells one cgroup from a later one with the same path is the inode number of its
 * directory; elsewhere, as in a copy of its files, nobody knows. And interfaces and disks are called as their directories.
 */
static void identify(struct reader *reader, const char *path, const struct stat *directory)
{
    struct vmm_field field;
    struct statfs system;
    bool is_cgroup =
        statfs(path, &system) == 0 && (system.f_type == CGROUP2_SUPER_MAGIC || system.f_type == CGROUP_SUPER_MAGIC);

    for (uint32_t i = 0; vmm_field_at(reader->format->record, i, &field, sizeof field) == VMM_OK; i++) {
        char *member = (char *)reader->row + field.offset;
        const char *name = name_of(path);
        uint64_t number = directory->st_ino;

        if (is_cgroup && strcmp(field.name, "instance_id") == 0)
            memcpy(member, &number, sizeof number);
        if (strcmp(field.name, "name") == 0 && *member == '\0' && strlen(name) < field.bytes)
            memcpy(member, name, strlen(name) + 1);
    }
}

/* Reads the directories into the row, and says whether there was anything to read. */
static bool read_directories(struct reader *reader, char **directories)
{
    bool any = false;

    vmm_record_init(reader->format->record, reader->row, reader->row_size);
    for (char **directory = directories; *directory != NULL; directory++) {
        struct stat status;
        struct vmm_file name;

        if (stat(*directory, &status) != 0) {
            message(*directory, strerror(errno));
            reader->failed = true;
            continue;
        }
        for (uint32_t i = 0; vmm_file_at(reader->format->record, i, &name, sizeof name) == VMM_OK; i++) {
            char *path = path_of(*directory, name.name);

            if (path == NULL)
                fail("a path", strerror(ENOMEM));
            reader->file_id = (uint32_t)name.id;
            any |= read_file(reader, path);
            free(path);
        }
        identify(reader, *directory, &status);
    }
    reader->file.path = *directories;
    if (!any && !reader->failed) {
        message(*directories, "has none of the files that are known");
        reader->failed = true;
    }
    return any;
}

/* A reader of one file, or of one directory or several, with NULL behind them. */
static struct reader reader_of(const struct format *format, char **paths)
{
    struct reader reader = {.format = format, .file = file_of(*paths), .line = 1};
    int error;

    reader.row_size = format->record != 0 ? record_size(format->record) : format->view_size;
    reader.row = allocate(1, reader.row_size);
    if (format->shape == DIRECTORY) {
        reader.ended = !read_directories(&reader, paths);
        return reader;
    }
    error = file_read(&reader.file);
    if (error != 0) {
        message(strcmp(*paths, "-") == 0 ? "<stdin>" : *paths, strerror(error));
        reader.failed = true;
        reader.ended = true;
    }
    reader.file_id = vmm_file_find(format->record, name_of(*paths), strlen(name_of(*paths)));
    if (reader.file_id == 0)
        reader.file_id = 1;
    set_text(&reader);
    return reader;
}

/* Reads the next good row, and reports the bad ones before it. */
static bool next_row(struct reader *reader)
{
    while (!reader->ended) {
        vmm_status status = VMM_OK;

        if (reader->format->shape != DIRECTORY)
            status = reader->format->read(reader->file_id, &reader->text, reader->row, reader->row_size);
        reader->ended = status == VMM_END || status == VMM_E_ARGUMENT || reader->format->shape == DIRECTORY ||
                        reader->format->shape == ONE_RECORD;
        if (status == VMM_OK)
            return true;
        if (status < 0) {
            report(reader, status);
            reader->failed = true;
        }
    }
    return false;
}

/* ---- vmmetrics-parse FORMAT [FILE], FORMAT DIRECTORY... ---- */

static void print_view(struct json *out, const struct format *format, const struct vmm_span *spans)
{
    json_open(out, '{');
    for (size_t i = 0; format->spans[i] != NULL; i++) {
        json_key(out, format->spans[i]);
        if (spans[i].start == NULL)
            json_null(out);
        else
            json_string(out, spans[i].start, spans[i].length);
    }
    json_close(out, '}');
}

static bool print_file(struct json *out, const struct format *format, char **paths)
{
    struct reader reader = reader_of(format, paths);

    while (next_row(&reader)) {
        if (format->record != 0)
            print_record(out, format->record, reader.row);
        else
            print_view(out, format, reader.row);
        json_end_line(out);
    }
    free_reader(&reader);
    return !reader.failed;
}

/* ---- vmmetrics-parse --usage USAGE [--elapsed SECONDS] [BEFORE] AFTER ---- */

struct rows {
    char *bytes;
    size_t count;
    size_t capacity;
    /* Where the next row is looked for first. */
    size_t expected;
};

static void add_row(struct rows *rows, const struct reader *reader)
{
    if (rows->count == rows->capacity) {
        size_t capacity = rows->capacity == 0 ? 16 : rows->capacity * 2;
        char *bytes = allocate(capacity, reader->row_size);

        if (rows->count != 0)
            memcpy(bytes, rows->bytes, rows->count * reader->row_size);
        free(rows->bytes);
        rows->bytes = bytes;
        rows->capacity = capacity;
    }
    memcpy(rows->bytes + rows->count++ * reader->row_size, reader->row, reader->row_size);
}

/* How many bytes of a record hold the members that tell it from others, which stand behind its size. */
static size_t key_size(uint32_t record_id, uint32_t keys)
{
    struct vmm_field field;

    if (keys == 0 || vmm_field_at(record_id, keys - 1, &field, sizeof field) != VMM_OK)
        return 0;
    return (size_t)(field.offset + field.bytes) - sizeof(uint64_t);
}

/* The row of the same thing, or NULL. Rows mostly come in the same order. */
static const void *find_row(struct rows *rows, const struct reader *reader, size_t key_bytes)
{
    for (size_t i = 0; i < rows->count; i++) {
        size_t index = (rows->expected + i) % rows->count;
        const char *row = rows->bytes + index * reader->row_size;

        if (memcmp(row + sizeof(uint64_t), (const char *)reader->row + sizeof(uint64_t), key_bytes) == 0) {
            rows->expected = index + 1;
            return row;
        }
    }
    return NULL;
}

/* One path, with NULL behind it. */
#define ONE_PATH(path) ((char *[]){path, NULL})

/* Whatever else a usage needs of a directory; NULL where it needs nothing. To be freed. */
static void *read_second(const struct usage *usage, const char *directory, bool *good)
{
    const struct format *format;
    struct reader reader;
    char *path;
    void *row = NULL;

    if (usage->second_format == NULL)
        return NULL;
    format = find_format(usage->second_format);
    path = path_of(directory, usage->second_file);
    if (path == NULL)
        fail("a path", strerror(ENOMEM));
    reader = reader_of(format, ONE_PATH(path));
    if (next_row(&reader)) {
        row = reader.row;
        reader.row = NULL;
    }
    *good = *good && !reader.failed;
    free_reader(&reader);
    free(path);
    return row;
}

static bool print_usage(struct json *out, const struct usage *usage, int64_t elapsed_ns, char **paths)
{
    const struct format *format = find_format(usage->format);
    size_t size = record_size(usage->record), key_bytes = key_size(format->record, usage->keys);
    void *result = allocate(1, size), *second;
    struct rows before = {NULL, 0, 0, 0};
    struct reader reader;
    bool good = true;

    if (usage->between != NULL) {
        reader = reader_of(format, ONE_PATH(*paths));
        paths++;
        while (next_row(&reader))
            add_row(&before, &reader);
        good = !reader.failed;
        free_reader(&reader);
    }
    second = read_second(usage, *paths, &good);
    reader = reader_of(format, ONE_PATH(*paths));
    while (next_row(&reader)) {
        vmm_status status;

        if (usage->between != NULL)
            status = usage->between(find_row(&before, &reader, key_bytes), reader.row, elapsed_ns, result, size);
        else
            status = usage->of(reader.row, second, result, size);
        if (status == VMM_OK) {
            print_record(out, usage->record, result);
        } else {
            const char *words = vmm_status_text(status);

            json_open(out, '{');
            print_members(out, format->record, reader.row, usage->keys);
            json_key(out, "status");
            json_string(out, words, strlen(words));
            json_close(out, '}');
        }
        json_end_line(out);
        good = good && status >= 0;
    }
    good = good && !reader.failed;
    free_reader(&reader);
    free(before.bytes);
    free(second);
    free(result);
    return good;
}

/* ---- The command line ---- */

/* Seconds, maybe with decimals behind a point whatever the locale, as nanoseconds; -1 where they are none or too many. */
static int64_t nanoseconds_of(const char *seconds)
{
    const char *p = seconds;
    uint64_t total = 0;
    int decimals = -1;

    for (; *p != '\0'; p++) {
        if (*p == '.' && decimals < 0 && p != seconds) {
            decimals = 0;
            continue;
        }
        if (*p < '0' || *p > '9' || decimals == 9 || total > ((uint64_t)INT64_MAX - 9) / 10)
            return -1;
        total = total * 10 + (uint64_t)(*p - '0');
        if (decimals >= 0)
            decimals++;
    }
    if (p == seconds || decimals == 0)
        return -1;
    for (int i = decimals < 0 ? 0 : decimals; i < 9; i++) {
        if (total > (uint64_t)INT64_MAX / 10)
            return -1;
        total *= 10;
    }
    return (int64_t)total;
}

static void print_entry(struct json *out, const char *before, const char *name, const char *about)
{
    size_t column = strlen(before) + strlen(name);

    json_raw(out, before);
    json_raw(out, name);
    for (; column < 24; column++)
        json_raw(out, " ");
    json_raw(out, about);
    json_raw(out, "\n");
}

static void print_list(struct json *out)
{
    for (size_t i = 0; i < format_count; i++)
        print_entry(out, "", formats[i].name, formats[i].about);
    for (size_t i = 0; i < usage_count; i++)
        print_entry(out, "--usage ", usages[i].name, usages[i].about);
}

int main(int argc, char **argv)
{
    static const struct option known[] = {
        {"list", no_argument, NULL, 'l'},          {"usage", required_argument, NULL, 'u'},
        {"elapsed", required_argument, NULL, 'e'}, {"help", no_argument, NULL, 'h'},
        {"version", no_argument, NULL, 'v'},       {NULL, 0, NULL, 0},
    };
    static char standard_input[] = "-";
    char *no_file[] = {standard_input, NULL};
    const struct usage *usage = NULL;
    const struct format *format;
    char **files;
    struct json out;
    bool list = false, good = true;
    int64_t elapsed_ns = -1;
    int option, wanted, given;

    json_init(&out, STDOUT_FILENO);
    opterr = 0;
    while ((option = getopt_long(argc, argv, ":", known, NULL)) != -1) {
        switch (option) {
        case 'l':
            list = true;
            break;
        case 'u':
            usage = find_usage(optarg);
            if (usage == NULL)
                refuse(optarg, "no such usage; see --list");
            break;
        case 'e':
            elapsed_ns = nanoseconds_of(optarg);
            if (elapsed_ns < 0)
                refuse(optarg, "no number of seconds, such as 1 or 0.25");
            break;
        case 'h':
        case 'v':
            print_and_end(option == 'h' ? help : "vmmetrics-parse " VMM_VERSION "\n");
        case ':':
            refuse(argv[optind - 1], "a value is missing behind it; see --help");
        default:
            refuse(argv[optind - 1], "no such option, or not in this way; see --help");
        }
    }
    files = argv + optind;
    given = argc - optind;
    if (list) {
        if (given != 0 || usage != NULL || elapsed_ns >= 0)
            refuse("--list", "goes with nothing else");
        print_list(&out);
    } else if (usage != NULL) {
        wanted = usage->between != NULL ? 2 : 1;
        if (given != wanted)
            refuse(usage->name, wanted == 2 ? "this usage takes two files or directories, BEFORE and AFTER"
                                            : "this usage takes one file or directory");
        if (usage->needs_elapsed != (elapsed_ns >= 0))
            refuse(usage->name,
                   usage->needs_elapsed ? "this usage needs --elapsed SECONDS" : "this usage does not take --elapsed");
        good = print_usage(&out, usage, elapsed_ns, files);
    } else {
        if (elapsed_ns >= 0)
            refuse("--elapsed", "goes with --usage");
        if (given == 0)
            refuse("FORMAT", "is missing; see --help and --list");
        format = find_format(files[0]);
        if (format == NULL)
            refuse(files[0], "no such format; see --list");
        if (format->shape == DIRECTORY && given == 1)
            refuse(format->name, "a DIRECTORY is missing");
        if (format->shape != DIRECTORY && given > 2)
            refuse(files[2], "one FILE is enough");
        good = print_file(&out, format, given == 1 ? no_file : files + 1);
    }
    flush(&out);
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
