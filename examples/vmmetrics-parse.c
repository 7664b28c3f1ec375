/*
 * vmmetrics-parse: what libvmmetrics sees in a file, one JSON object a record and line.
 *
 * Formats and usages are rows of tables; everything else is done by self-description, so that a new format needs a row
 * and no further code. Records are made as large as the library that runs says, not as its header said when this was
 * compiled: a newer library shows its new members at once.
 */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <vmmetrics/vmmetrics.h>

#include "common/json.h"
#include "common/print.h"
#include "common/read.h"

static const char program[] = "vmmetrics-parse";

static const char help[] =
    "usage: vmmetrics-parse --list\n"
    "       vmmetrics-parse FORMAT [FILE]\n"
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
    "A FILE of - is standard input. What cannot be read is reported as FILE:LINE:COLUMN: reason, with columns counted "
    "in\n"
    "bytes; the good rows are printed all the same. Exit status: 0, 1 if anything could not be read, 2 for wrong "
    "usage.\n";

/* ---- Formats ---- */

/*
 * Every format, one row each: its name, the record that it is read into, the function that reads it, and what it is.
 * ONE is a file that is one record, ROWS one that is read until VMM_END.
 */
#define RECORD_FORMATS(ONE, ROWS)                                                                                      \
    ROWS("cpu", CPU, vmm_cpu_next, "CPU rows of /proc/stat; the total, whose id is null, comes first")                 \
    ONE("stat", STAT, vmm_stat_parse, "/proc/stat behind its CPU rows")                                                \
    ONE("meminfo", MEMINFO, vmm_meminfo_parse, "/proc/meminfo")                                                        \
    ONE("pressure", PRESSURE, vmm_pressure_parse, "files of /proc/pressure, and cpu.pressure and so on of a cgroup")   \
    ONE("cgroup-memory", CGROUP_MEMORY, vmm_cgroup_memory_parse, "memory.stat of a cgroup, version 2 or 1")

/* The same for rows that are no records but pieces of the text: the struct of spans, and how its members are called. */
#define VIEW_FORMATS(VIEW)                                                                                             \
    VIEW("key", vmm_key_value, read_key_line, "any file of keys and values, a line each", "key", "value")              \
    VIEW("pair", vmm_key_value, read_key_pair, "words of the form key=value", "key", "value")

struct format {
    const char *name;
    const char *about;
    /* Reads into a row of `size` bytes. */
    vmm_status (*read)(struct vmm_text *text, void *row, size_t size);
    bool rows;
    /* One of VMM_RECORD_*, or for a view 0. */
    uint32_t record;
    /* Of a view: its size, and the names of its spans in their order. */
    size_t view_size;
    const char *spans[8];
};

/* The library's functions, each of which takes a pointer to its own struct, as functions of one type. */
#define RECORD_READER(name, record, function, about)                                                                   \
    static vmm_status read_##record(struct vmm_text *text, void *row, size_t size)                                     \
    {                                                                                                                  \
        return function(text, row, size);                                                                              \
    }
RECORD_FORMATS(RECORD_READER, RECORD_READER)

static vmm_status read_key_line(struct vmm_text *text, void *row, size_t size)
{
    return vmm_key_next(text, VMM_KEY_LINES, row, size);
}

static vmm_status read_key_pair(struct vmm_text *text, void *row, size_t size)
{
    return vmm_key_next(text, VMM_KEY_PAIRS, row, size);
}

#define ONE_ROW(name, record, function, about) {name, about, read_##record, false, VMM_RECORD_##record, 0, {NULL}},
#define MANY_ROWS(name, record, function, about) {name, about, read_##record, true, VMM_RECORD_##record, 0, {NULL}},
#define VIEW_ROWS(name, type, function, about, ...)                                                                    \
    {name, about, function, true, 0, sizeof(struct type), {__VA_ARGS__}},

static const struct format formats[] = {RECORD_FORMATS(ONE_ROW, MANY_ROWS) VIEW_FORMATS(VIEW_ROWS)};

/* ---- Usages ---- */

/*
 * Every usage: its name, the format that it is computed from, the record that it is, its function, how many of the
 * format's first members tell its rows apart, and what it is. OF needs one record, BETWEEN two, OVER two and the time
 * between them.
 */
#define USAGES(OF, BETWEEN, OVER)                                                                                      \
    BETWEEN("cpu", "cpu", CPU_USAGE, vmm_cpu_usage_between, 1, "how the CPUs spent the time between two samples")      \
    OF("memory", "meminfo", MEMORY_USAGE, vmm_memory_usage_of, 0, "free's numbers")                                    \
    OVER("pressure", "pressure", PRESSURE_USAGE, vmm_pressure_usage_between, 0, "which share of the time was stalled")

struct usage {
    const char *name;
    const char *about;
    const char *format;
    uint32_t record;
    uint32_t keys;
    /* One of them is NULL. */
    vmm_status (*of)(const void *record, void *out, size_t size);
    vmm_status (*between)(const void *before, const void *after, int64_t elapsed_ns, void *out, size_t size);
    bool needs_elapsed;
};

#define OF_FUNCTION(name, format, record, function, keys, about)                                                       \
    static vmm_status use_##record(const void *from, void *out, size_t size)                                           \
    {                                                                                                                  \
        return function(from, out, size);                                                                              \
    }
#define BETWEEN_FUNCTION(name, format, record, function, keys, about)                                                  \
    static vmm_status use_##record(const void *before, const void *after, int64_t elapsed_ns, void *out, size_t size)  \
    {                                                                                                                  \
        (void)elapsed_ns;                                                                                              \
        return function(before, after, out, size);                                                                     \
    }
#define OVER_FUNCTION(name, format, record, function, keys, about)                                                     \
    static vmm_status use_##record(const void *before, const void *after, int64_t elapsed_ns, void *out, size_t size)  \
    {                                                                                                                  \
        return function(before, after, elapsed_ns, out, size);                                                         \
    }
USAGES(OF_FUNCTION, BETWEEN_FUNCTION, OVER_FUNCTION)

#define OF_ROW(name, format, record, function, keys, about)                                                            \
    {name, about, format, VMM_RECORD_##record, keys, use_##record, NULL, false},
#define BETWEEN_ROW(name, format, record, function, keys, about)                                                       \
    {name, about, format, VMM_RECORD_##record, keys, NULL, use_##record, false},
#define OVER_ROW(name, format, record, function, keys, about)                                                          \
    {name, about, format, VMM_RECORD_##record, keys, NULL, use_##record, true},

static const struct usage usages[] = {USAGES(OF_ROW, BETWEEN_ROW, OVER_ROW)};

/* ---- Messages ---- */

static _Noreturn void fail(const char *subject, int error)
{
    print_message(program, subject, strerror(error));
    exit(EXIT_FAILURE);
}

static _Noreturn void refuse(const char *subject, const char *reason)
{
    print_message(program, subject, reason);
    exit(2);
}

static void *allocate(size_t count, size_t size)
{
    void *memory = calloc(count, size);

    if (memory == NULL)
        fail("records", ENOMEM);
    return memory;
}

static void flush(struct json *out)
{
    json_flush(out);
    if (out->error != 0)
        fail("standard output", out->error);
}

/* ---- Reading rows ---- */

struct reader {
    const struct format *format;
    struct file file;
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

static struct reader reader_of(const struct format *format, const char *path)
{
    struct reader reader = {.format = format, .file = file_of(path), .line = 1};
    int error = file_read(&reader.file);

    if (error != 0) {
        print_message(program, strcmp(path, "-") == 0 ? "<stdin>" : path, strerror(error));
        reader.failed = true;
        reader.ended = true;
    }
    reader.text = vmm_text_of(reader.file.bytes, reader.file.length);
    reader.line_start = reader.text.pos;
    reader.row_size = format->record != 0 ? record_size(format->record) : format->view_size;
    reader.row = allocate(1, reader.row_size);
    return reader;
}

static void close_reader(struct reader *reader)
{
    file_close(&reader->file);
    free(reader->file.bytes);
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

/* Reads the next good row, and reports the bad ones before it. */
static bool next_row(struct reader *reader)
{
    while (!reader->ended) {
        vmm_status status = reader->format->read(&reader->text, reader->row, reader->row_size);

        reader->ended = status == VMM_END || status == VMM_E_ARGUMENT || !reader->format->rows;
        if (status == VMM_OK)
            return true;
        if (status < 0) {
            report(reader, status);
            reader->failed = true;
        }
    }
    return false;
}

/* ---- vmmetrics-parse FORMAT [FILE] ---- */

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

static bool print_file(struct json *out, const struct format *format, const char *path)
{
    struct reader reader = reader_of(format, path);

    while (next_row(&reader)) {
        if (format->record != 0)
            print_record(out, format->record, reader.row);
        else
            print_view(out, format, reader.row);
        json_end_line(out);
    }
    close_reader(&reader);
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

static bool print_usage(struct json *out, const struct usage *usage, const struct format *format, int64_t elapsed_ns,
                        char **paths)
{
    size_t size = record_size(usage->record), key_bytes = key_size(format->record, usage->keys);
    void *result = allocate(1, size);
    struct rows before = {NULL, 0, 0, 0};
    struct reader reader;
    bool good = true;

    if (usage->between != NULL) {
        reader = reader_of(format, *paths++);
        while (next_row(&reader))
            add_row(&before, &reader);
        good = !reader.failed;
        close_reader(&reader);
    }
    reader = reader_of(format, *paths);
    while (next_row(&reader)) {
        vmm_status status;

        if (usage->between != NULL)
            status = usage->between(find_row(&before, &reader, key_bytes), reader.row, elapsed_ns, result, size);
        else
            status = usage->of(reader.row, result, size);
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
    close_reader(&reader);
    free(before.bytes);
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

static const struct format *find_format(const char *name)
{
    for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++) {
        if (strcmp(formats[i].name, name) == 0)
            return &formats[i];
    }
    return NULL;
}

static const struct usage *find_usage(const char *name)
{
    for (size_t i = 0; i < sizeof usages / sizeof usages[0]; i++) {
        if (strcmp(usages[i].name, name) == 0)
            return &usages[i];
    }
    return NULL;
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
    for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++)
        print_entry(out, "", formats[i].name, formats[i].about);
    for (size_t i = 0; i < sizeof usages / sizeof usages[0]; i++)
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
            json_raw(&out, option == 'h' ? help : "vmmetrics-parse " VMM_VERSION "\n");
            flush(&out);
            return EXIT_SUCCESS;
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
            refuse(usage->name,
                   wanted == 2 ? "this usage takes two files, BEFORE and AFTER" : "this usage takes one FILE");
        if (usage->needs_elapsed != (elapsed_ns >= 0))
            refuse(usage->name,
                   usage->needs_elapsed ? "this usage needs --elapsed SECONDS" : "this usage does not take --elapsed");
        good = print_usage(&out, usage, find_format(usage->format), elapsed_ns, files);
    } else {
        if (elapsed_ns >= 0)
            refuse("--elapsed", "goes with --usage");
        if (given == 0)
            refuse("FORMAT", "is missing; see --help and --list");
        format = find_format(files[0]);
        if (format == NULL)
            refuse(files[0], "no such format; see --list");
        if (given > 2)
            refuse(files[2], "one FILE is enough");
        good = print_file(&out, format, given == 2 ? files[1] : no_file[0]);
    }
    flush(&out);
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
