/* SPDX-License-Identifier: MIT */
/*
 * vmmetrics-parse: prints what libvmmetrics reads in a file, one JSON object per record and line.
 *
 * Formats and usages are rows of tables (formats.c). All else is done with the descriptions of the records, so a new
 * format needs a row and no further code. A record has the size that the library reports, not the size that its header
 * had when this program was compiled: a newer library shows its new members at once.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>
#include <vmmetrics/vmmetrics.h>

#include "../common/filesystem.h"
#include "../common/json.h"
#include "../common/message.h"
#include "../common/options.h"
#include "../common/print.h"
#include "../common/read.h"
#include "formats.h"
#include "rows.h"

const char program[] = "vmmetrics-parse";

static const char usage_text[] =
    "usage: vmmetrics-parse --list\n"
    "       vmmetrics-parse FORMAT [FILE]\n"
    "       vmmetrics-parse FORMAT DIRECTORY|FILE...\n"
    "       vmmetrics-parse --usage USAGE [--elapsed SECONDS] [BEFORE] AFTER\n"
    "Prints the numbers that libvmmetrics finds in a file, or in standard input: one JSON object for each\n"
    "record, each on a line. An unknown number is null, no limit is \"max\". Bytes that are not UTF-8 are\n"
    "shown as \\ufffd, control characters as \\u00XX.\n";

static const char notes[] =
    "The FILE - is standard input. In a DIRECTORY the program reads each file that belongs to the format.\n"
    "Several directories, such as those of a cgroup of version 1, together give one record. Each such\n"
    "file can also be read alone; its name tells which file it is. An error is reported as\n"
    "FILE:LINE:COLUMN: reason, with columns counted in bytes; rows without an error are printed even if\n"
    "other rows have one. A USAGE may be named without its ending _usage: threads, disk.\n"
    "\n"
    "Exit status: 0, 1 if a file could not be read or a part of it is malformed, 2 for wrong usage.\n";

static void *allocate(size_t count, size_t size)
{
    void *memory = calloc(count, size);

    if (memory == NULL)
        fail("records", strerror(ENOMEM));
    return memory;
}

/* ---- Reading rows ---- */

/* A file may have no more bytes; --max-bytes. Files that lie elsewhere than the kernel's may be of any size. */
static size_t most_bytes = (size_t)256 << 20;

struct reader {
    const struct format *format;
    struct file file;
    /* The id of the file; 0 if the library has no such file. */
    enum vmm_file id;
    struct vmm_text text;
    /* The row that was read last, in memory of the size that the library wants. */
    void *row;
    size_t row_size;
    /* Whether only the files that the usage of threads needs are read: others are slow, or not for every user. */
    bool is_thread;
    /* Whether the row holds the only record already. */
    bool is_read;
    bool ended;
    /* Whether anything could not be read. */
    bool failed;
    /* Lines are counted from error to error, so that a text of nothing but errors takes no longer. */
    const char *line_start;
    uint64_t line;
};

static void free_reader(struct reader *reader)
{
    file_release(&reader->file);
    free(reader->row);
}

/*
 * Reads the reader's file. Returns whether there is a text. Otherwise prints why, unless the file is `optional` and has
 * an error that such files have.
 */
static bool read_text(struct reader *reader, bool optional)
{
    struct file *file = &reader->file;
    /* One byte more than allowed shows that there are more. */
    int error = file_read_start(file, most_bytes + 1);
    const char *path = strcmp(file->path, "-") == 0 ? "<stdin>" : file->path;

    file_close(file);
    if (error == 0 && file->length <= most_bytes)
        return true;
    file->length = 0;
    if (optional && (error == ENOENT || error == EINVAL || error == EOPNOTSUPP || error == ESRCH))
        return false;
    message(path, error == 0 ? "the file has more bytes than --max-bytes allows" : strerror(error));
    reader->failed = true;
    return false;
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

/* The id of a file of the format's record by the end of its path, such as "statistics/rx_bytes"; 0 if it has none. */
static enum vmm_file id_of(const struct format *format, const char *path)
{
    uint32_t id;

    while ((id = vmm_file_find(format->record, path, strlen(path))) == 0 && (path = strchr(path, '/')) != NULL)
        path++;
    return (enum vmm_file)id;
}

/* The id of the first file of the format's record; 0 if it has none, or if `only` and it has more. */
static enum vmm_file first_id(const struct format *format, bool only)
{
    struct vmm_file_info first, second;

    if (vmm_file_at(format->record, 0, &first, sizeof first) != VMM_OK ||
        (only && vmm_file_at(format->record, 1, &second, sizeof second) == VMM_OK))
        return 0;
    return (enum vmm_file)first.id;
}

/*
 * Reads one file into the record. Most directories lack some of the files that a record knows, and some of the files
 * have nothing to say (EINVAL, EOPNOTSUPP, ESRCH, or no text): if a file is optional, its members stay unknown then.
 */
static bool read_file(struct reader *reader, const char *path, bool optional)
{
    vmm_status status;

    reader->file.path = path;
    if (!read_text(reader, optional))
        return false;
    set_text(reader);
    status = vmm_record_read(&reader->text, reader->id, reader->row, reader->row_size);
    if (status < 0 && !(optional && reader->file.length == 0)) {
        report(reader, status);
        reader->failed = true;
    }
    return status == VMM_OK;
}

/* Of linux/magic.h, which not every C library brings. */
enum { CGROUP_SUPER_MAGIC = 0x27e0eb, CGROUP2_SUPER_MAGIC = 0x63677270 };

/*
 * Sets the members that no file of the directory has. The inode number of its directory tells a cgroup from a later one
 * with the same path; elsewhere, as in a copy of the files, it is unknown. Interfaces and disks have the names of their
 * directories.
 */
static void identify(struct reader *reader, const char *path, const struct stat *directory)
{
    const char *slash = strrchr(path, '/'), *name = slash == NULL ? path : slash + 1;
    uint64_t number = directory->st_ino;
    struct vmm_member_info member;
    struct statfs system;
    bool is_cgroup =
        statfs(path, &system) == 0 && (system.f_type == CGROUP2_SUPER_MAGIC || system.f_type == CGROUP_SUPER_MAGIC);

    for (uint32_t i = 0; vmm_member_at(reader->format->record, i, &member, sizeof member) == VMM_OK; i++) {
        char *at = (char *)reader->row + member.offset;

        if (is_cgroup && strcmp(member.name, "instance_id") == 0)
            memcpy(at, &number, sizeof number);
        if (strcmp(member.name, "name") == 0 && *at == '\0' && strlen(name) < member.bytes)
            memcpy(at, name, strlen(name) + 1);
    }
}

static bool is_of_thread(const char *file)
{
    return strcmp(file, "stat") == 0 || strcmp(file, "schedstat") == 0 || strcmp(file, "status") == 0;
}

static bool read_directory(struct reader *reader, const char *directory, const struct stat *status)
{
    struct vmm_file_info file;
    bool any = false;

    for (uint32_t i = 0; vmm_file_at(reader->format->record, i, &file, sizeof file) == VMM_OK; i++) {
        char *path;

        if (reader->is_thread && !is_of_thread(file.name))
            continue;
        path = path_of(directory, file.name);
        if (path == NULL)
            fail("a path", strerror(ENOMEM));
        reader->id = (enum vmm_file)file.id;
        any |= read_file(reader, path, true);
        free(path);
    }
    reader->file.path = directory;
    identify(reader, directory, status);
    return any;
}

static bool read_filesystem(struct reader *reader, const char *path)
{
    struct vmm_filesystem filesystem;
    int error = filesystem_read(path, &filesystem);

    memcpy(reader->row, &filesystem, (size_t)filesystem.size);
    if (error != 0) {
        message(path, strerror(error));
        reader->failed = true;
    }
    return error == 0;
}

/* Reads a directory, a file of such a directory, or a file system into the record. */
static bool read_part(struct reader *reader, const char *path)
{
    struct stat status;

    if (reader->format->record == VMM_RECORD_FILESYSTEM)
        return read_filesystem(reader, path);
    if (stat(path, &status) == 0 && S_ISDIR(status.st_mode))
        return read_directory(reader, path, &status);
    reader->id = id_of(reader->format, path);
    if (reader->id == 0)
        reader->id = first_id(reader->format, true);
    if (reader->id == 0 && (strcmp(path, "-") == 0 || access(path, F_OK) == 0)) {
        message(path, "the format knows no file of this name");
        reader->failed = true;
        return false;
    }
    return read_file(reader, path, false);
}

/* Reads all paths into one record, and says whether there was anything to read. */
static bool read_parts(struct reader *reader, char **paths)
{
    bool any = false;

    vmm_record_init(reader->format->record, reader->row, reader->row_size);
    for (char **path = paths; *path != NULL; path++)
        any |= read_part(reader, *path);
    if (!any && !reader->failed) {
        message(*paths, "has none of the files that are known");
        reader->failed = true;
    }
    return any;
}

/* Whether a path is a directory of the format, or a file of such a directory. */
static bool is_part(const struct format *format, const char *path)
{
    struct stat status;

    return format->has_files &&
           (format->read == NULL || id_of(format, path) != 0 || (stat(path, &status) == 0 && S_ISDIR(status.st_mode)));
}

/* A reader of one file, or of one directory or several; NULL follows the last path. */
static struct reader reader_of(const struct format *format, char **paths, bool is_thread)
{
    struct reader reader = {.format = format, .file = file_of(*paths), .line = 1, .is_thread = is_thread};

    reader.row_size = format->record != 0 ? (size_t)describe(format->record).bytes : format->view_size;
    reader.row = allocate(1, reader.row_size);
    if (is_part(format, *paths)) {
        reader.is_read = true;
        reader.ended = !read_parts(&reader, paths);
        return reader;
    }
    reader.ended = !read_text(&reader, false);
    reader.id = id_of(format, *paths);
    if (reader.id == 0)
        reader.id = first_id(format, false);
    set_text(&reader);
    return reader;
}

/* Reads the next good row, and reports the bad ones before it. */
static bool next_row(struct reader *reader)
{
    while (!reader->ended) {
        vmm_status status = VMM_OK;

        if (!reader->is_read)
            status = reader->format->read(&reader->text, reader->id, reader->row, reader->row_size);
        reader->ended = status == VMM_END || reader->is_read || !reader->format->has_rows;
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
    json_close(out, "}");
}

static bool print_file(struct json *out, const struct format *format, char **paths)
{
    struct reader reader = reader_of(format, paths, false);

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

/* One path, followed by NULL. */
#define ONE_PATH(path) ((char *[]){path, NULL})

/* All rows of one file or directory. */
static struct rows rows_of(const struct format *format, char *path, bool *good)
{
    struct reader reader = reader_of(format, ONE_PATH(path), false);
    struct rows rows = rows_of_record(format->record);

    while (next_row(&reader))
        rows_add(&rows, reader.row);
    *good = *good && !reader.failed;
    free_reader(&reader);
    return rows;
}

/* The records of all directories in a directory whose names are numbers, such as /proc/PID/task. */
static struct rows rows_in(const struct format *format, const char *directory, bool *good)
{
    struct rows rows = rows_of_record(format->record);
    struct dirent *entry;
    DIR *list = opendir(directory);

    if (list == NULL) {
        message(directory, strerror(errno));
        *good = false;
    }
    while (list != NULL && (entry = readdir(list)) != NULL) {
        char *path = path_of(directory, entry->d_name);
        struct reader reader;

        if (path == NULL)
            fail("a path", strerror(ENOMEM));
        if (entry->d_name[0] >= '0' && entry->d_name[0] <= '9') {
            reader = reader_of(format, ONE_PATH(path), true);
            if (next_row(&reader))
                rows_add(&rows, reader.row);
            *good = *good && !reader.failed;
            free_reader(&reader);
        }
        free(path);
    }
    if (list != NULL)
        closedir(list);
    return rows;
}

/* The members of a record that tell it from others. */
static void print_identity(struct json *out, const struct format *format, const void *row)
{
    struct vmm_member_info member;

    for (uint32_t i = 0; vmm_member_at(format->record, i, &member, sizeof member) == VMM_OK; i++) {
        if (member.kind == VMM_KIND_IDENTITY)
            print_member(out, &member, row);
    }
}

/* Prints a result, or the reason if there is no result. `row` is NULL if the usage is not of one row. */
static void print_result(struct json *out, const struct usage *usage, vmm_status status, const void *result,
                         const void *row)
{
    if (status == VMM_OK) {
        print_record(out, usage->record, result);
    } else {
        json_open(out, '{');
        if (row != NULL)
            print_identity(out, format_of(usage->from), row);
        print_text(out, "status", vmm_status_text(status));
        json_close(out, "}");
    }
    json_end_line(out);
}

static bool print_threads(struct json *out, const struct usage *usage, int64_t elapsed_ns, char **paths)
{
    const struct format *format = format_of(usage->from);
    size_t size = (size_t)describe(usage->record).bytes, row_size = (size_t)describe(usage->from).bytes;
    bool good = true;
    struct rows before = rows_in(format, paths[0], &good), after = rows_in(format, paths[1], &good);
    struct vmm_threads old = {(const void *)before.bytes, before.count, row_size};
    struct vmm_threads now = {(const void *)after.bytes, after.count, row_size};
    void *result = allocate(1, size);
    /* NOLINTNEXTLINE(clang-analyzer-core.CallAndMessage): the usage of threads is one between two samples. */
    vmm_status status = usage->between(&old, &now, elapsed_ns, result, size);

    if (after.count != 0)
        print_result(out, usage, status, result, NULL);
    else if (good)
        message(paths[1], "the directory has no directory of a thread");
    free(result);
    rows_free(&before);
    rows_free(&after);
    return good && after.count != 0 && status >= 0;
}

/* The earlier row of the same object, or NULL. Two files of one record, and two directories, are of one object. */
static const void *find_row(struct rows *before, const struct reader *reader)
{
    if (reader->is_read || !reader->format->has_rows)
        return before->count == 0 ? NULL : before->bytes;
    return rows_find(before, reader->row);
}

static bool print_usage(struct json *out, const struct usage *usage, int64_t elapsed_ns, char **paths)
{
    const struct format *format = format_of(usage->from);
    size_t size = (size_t)describe(usage->record).bytes;
    void *result = allocate(1, size);
    struct rows before = {.bytes = NULL}, second = {.bytes = NULL};
    struct reader reader;
    bool good = true;

    if (usage->between != NULL)
        before = rows_of(format, *paths++, &good);
    if (usage->second != 0)
        second = rows_of(format_of(usage->second), *paths, &good);
    for (reader = reader_of(format, ONE_PATH(*paths), false); next_row(&reader);) {
        vmm_status status;

        if (usage->between != NULL)
            status = usage->between(find_row(&before, &reader), reader.row, elapsed_ns, result, size);
        else
            status = usage->of(reader.row, second.bytes, result, size);
        print_result(out, usage, status, result, reader.row);
        good = good && status >= 0;
    }
    good = good && !reader.failed;
    free_reader(&reader);
    rows_free(&before);
    rows_free(&second);
    free(result);
    return good;
}

/* ---- The command line ---- */

static void print_entry(struct json *out, const char *before, const char *name, const char *about)
{
    size_t column = strlen(before) + strlen(name);

    json_raw(out, before);
    json_raw(out, name);
    for (; column < 34; column++)
        json_raw(out, " ");
    json_raw(out, about);
    json_raw(out, "\n");
}

static void print_list(struct json *out)
{
    for (size_t i = 0; i < format_count; i++) {
        struct vmm_record_info record = {.name = ""};

        if (formats[i].record != 0)
            record = describe(formats[i].record);
        print_entry(out, "", formats[i].name != NULL ? formats[i].name : record.name, formats[i].about);
    }
    for (size_t i = 0; i < usage_count; i++) {
        struct vmm_record_info record = describe(usages[i].record);

        print_entry(out, "--usage ", record.name, usages[i].about);
    }
}

/* Lists the formats and usages for a user who has named none of them. */
static __attribute__((noreturn)) void print_list_and_refuse(void)
{
    struct json out;

    json_init(&out, STDERR_FILENO);
    json_raw(&out, "FORMAT or --usage USAGE is one of these:\n");
    print_list(&out);
    json_flush(&out);
    refuse("FORMAT", "is missing; see --help");
}

struct options {
    bool list;
    const struct usage *usage;
    const char *usage_name;
    /* Below 0 if it was not given. */
    int64_t elapsed_ns;
    uint64_t most_bytes;
};

static const char *take_usage(void *member, char **value)
{
    struct options *options = member;

    options->usage = find_usage(*value);
    options->usage_name = *value;
    return options->usage == NULL ? "no such usage; see --list" : NULL;
}

#define AT(member) .offset = offsetof(struct options, member)

static const struct option known[] = {
    {"--list", 'l', OPTION_FLAG, AT(list), .help = "list the formats and usages, each with a short description"},
    {"--usage", 'u', OPTION_OTHER, .take = take_usage, .value = "USAGE",
     .help = "compute a usage from one file or directory, or from two samples of it; without a result, \"status\" has "
             "the reason"},
    {"--elapsed", 'e', OPTION_SECONDS, AT(elapsed_ns), .value = "SECONDS",
     .help = "the time between the two samples, such as 1 or 0.25; some usages need it"},
    {"--max-bytes", .kind = OPTION_NUMBER, AT(most_bytes), .least = 1, .most = SIZE_MAX / 4,
     .text = "not a possible number of bytes", .value = "N",
     .help = "read no file of more than N bytes (default: 268435456); a larger file is an error"},
};

static bool run_usage(struct json *out, const struct options *options, char **files, int given)
{
    const struct usage *usage = options->usage;
    int wanted = usage->between != NULL ? 2 : 1;

    if (given != wanted)
        refuse_of_value("--usage", options->usage_name,
                        wanted == 2 ? "this usage takes two files or directories, BEFORE and AFTER"
                                    : "this usage takes one file or directory");
    if (usage->needs_elapsed != (options->elapsed_ns >= 0))
        refuse_of_value("--usage", options->usage_name,
                        usage->needs_elapsed ? "this usage needs --elapsed SECONDS"
                                             : "this usage does not take --elapsed");
    return (usage->is_of_threads ? print_threads : print_usage)(out, usage, options->elapsed_ns, files);
}

static bool run_format(struct json *out, char **files, int given)
{
    static char standard_input[] = "-";
    char *no_file[] = {standard_input, NULL};
    const struct format *format;

    if (given == 0)
        print_list_and_refuse();
    format = find_format(files[0]);
    if (format == NULL)
        refuse_of_value("FORMAT", files[0], "no such format; see --list");
    if (given == 1 && format->read == NULL && first_id(format, true) == 0)
        refuse(files[0], "a DIRECTORY or FILE is missing");
    if (given > 2 && !is_part(format, files[1]))
        refuse(files[2], "one FILE is enough");
    return print_file(out, format, given == 1 ? no_file : files + 1);
}

int main(int argc, char **argv)
{
    static const struct option_table table = {known, sizeof known / sizeof known[0], usage_text, notes};
    struct options options = {.elapsed_ns = -1, .most_bytes = most_bytes};
    int given = options_take(&table, &options, argc, argv);
    bool good = true;
    struct json out;

    json_init(&out, STDOUT_FILENO);
    most_bytes = (size_t)options.most_bytes;
    if (options.list && (given != 0 || options.usage != NULL || options.elapsed_ns >= 0))
        refuse("--list", "goes with nothing else");
    if (options.usage == NULL && options.elapsed_ns >= 0)
        refuse("--elapsed", "goes with --usage");
    if (options.list)
        print_list(&out);
    else if (options.usage != NULL)
        good = run_usage(&out, &options, argv, given);
    else
        good = run_format(&out, argv, given);
    flush(&out);
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
