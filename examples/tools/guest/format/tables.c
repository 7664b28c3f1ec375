/* SPDX-License-Identifier: MIT */
#include "tables.h"

#include <string.h>

#include "../../common/message.h"
#include "../../common/number.h"
#include "../../common/words.h"
#include "../source.h"

/* ---- A row ---- */

static struct table_row empty_row(void)
{
    struct table_row row = {.names = 0};

    memset(row.numbers, 0xff, sizeof row.numbers);
    row.thing.start_ns = VMM_UNKNOWN;
    row.text[0] = '\0';
    return row;
}

/* How many bytes the labels of a row take. */
static size_t text_length(const struct table_row *row)
{
    size_t length = 0;

    for (unsigned i = 0; i < row->names; i++)
        length += strlen(row->text + length) + 1;
    return length;
}

/* Adds a label. What does not fit is an error of the row: a part of a name would be another name. */
static bool add_name(struct table_row *row, struct vmm_span name)
{
    size_t length = text_length(row);

    if (name.length >= sizeof row->text - length || memchr(name.start, '\0', name.length) != NULL)
        return false;
    memcpy(row->text + length, name.start, name.length);
    row->text[length + name.length] = '\0';
    row->names++;
    return true;
}

/* Adds all words of a text as one label, with one blank between them. */
static bool add_words(struct table_row *row, struct vmm_text words)
{
    char *at = row->text + text_length(row), *end = row->text + sizeof row->text - 1;
    bool is_first = true;
    struct vmm_span word;

    while (word_next(&words, &word)) {
        if (word.length + 1 > (size_t)(end - at) || memchr(word.start, '\0', word.length) != NULL)
            return false;
        if (!is_first)
            *at++ = ' ';
        memcpy(at, word.start, word.length);
        at += word.length;
        is_first = false;
    }
    *at = '\0';
    row->names++;
    return at != end;
}

static bool add_number_name(struct table_row *row, uint64_t number)
{
    char text[VMM_VALUE_ROOM];

    return vmm_value_print(number, text, sizeof text, NULL) == VMM_OK &&
           add_name(row, (struct vmm_span){text, strlen(text)});
}

/* Adds one to the row of a list that has the same labels. */
static void count_row(struct rows *rows, struct table_row *row)
{
    size_t length = text_length(row);

    for (size_t i = 0; i < rows->count; i++) {
        struct table_row *other = rows_at(rows, i);

        if (text_length(other) == length && memcmp(other->text, row->text, length) == 0) {
            other->numbers[0]++;
            return;
        }
    }
    row->numbers[0] = 1;
    rows_add(rows, row);
}

/* Whether the first numbers of a row are known, which every kernel has. */
static bool are_known(const struct table_row *row, unsigned count)
{
    bool known = true;

    for (unsigned i = 0; i < count; i++)
        known = known && vmm_is_known(row->numbers[i]);
    return known;
}

/* ---- The tables ---- */

/* What the lines of a table before this one said. */
struct so_far {
    uint64_t lines;
    /* The first line. */
    struct vmm_text heading;
};

/* Each takes a line. A line that is not a row of the table is VMM_END, and a malformed one VMM_E_SYNTAX. */

static vmm_status take_schedstat(struct rows *rows, const struct vmm_key_value *line, struct so_far *so_far)
{
    struct table_row row = empty_row();
    struct vmm_text words = text_of_span(line->value);

    (void)so_far;
    /* Domains of CPUs and the version of the file are other lines. */
    if (line->key.length < 4 || memcmp(line->key.start, "cpu", 3) != 0)
        return VMM_END;
    if (!add_name(&row, (struct vmm_span){line->key.start + 3, line->key.length - 3}))
        return VMM_E_SYNTAX;
    words_skip(&words, 6);
    for (unsigned i = 0; i < 3; i++)
        row.numbers[i] = word_number(&words, VMM_VALUE_NUMBER);
    rows_add(rows, &row);
    return are_known(&row, 3) ? VMM_OK : VMM_E_SYNTAX;
}

/* The columns are hexadecimal. Linux 5.14 and later have the CPU in the last; earlier the rows are the CPUs online. */
static vmm_status take_softnet(struct rows *rows, const struct vmm_key_value *line, struct so_far *so_far)
{
    enum { COLUMNS = 13, CPU = 12 };
    static const unsigned wanted[TABLE_NUMBERS] = {0, 1, 2, 8, 9, 10, 11};
    struct table_row row = empty_row();
    struct vmm_text words = text_of_span(line->value), first = text_of_span(line->key);
    uint64_t numbers[COLUMNS];

    vmm_value_parse(&first, VMM_VALUE_HEX, &numbers[0]);
    for (unsigned i = 1; i < COLUMNS; i++)
        numbers[i] = word_number(&words, VMM_VALUE_HEX);
    for (unsigned i = 0; i < TABLE_NUMBERS; i++)
        row.numbers[i] = numbers[wanted[i]];
    if (!add_number_name(&row, number_or(numbers[CPU], so_far->lines)))
        return VMM_E_SYNTAX;
    rows_add(rows, &row);
    return are_known(&row, 4) ? VMM_OK : VMM_E_SYNTAX;
}

/* Adds what an interrupt is and its devices to the rows of a line: the rest of the line. A number has a chip before its
 * devices. */
static bool add_devices(struct rows *rows, size_t first, const struct vmm_key_value *line, struct vmm_text words)
{
    struct vmm_text chip = words, devices = {words.end, words.end, NULL};
    struct vmm_span word;

    if (line->key.start[0] >= '0' && line->key.start[0] <= '9') {
        devices = words;
        word_next(&devices, &word);
        chip = text_of_span(word);
    }
    for (size_t i = first; i < rows->count; i++) {
        struct table_row *row = rows_at(rows, i);

        if (!add_words(row, chip) || !add_words(row, devices))
            return false;
    }
    return true;
}

/* A number for each CPU of the heading, and with `has_devices` text after them. */
static vmm_status take_per_cpu(struct rows *rows, const struct vmm_key_value *line, struct so_far *so_far,
                               bool has_devices)
{
    struct vmm_text words = text_of_span(line->value), cpus = so_far->heading;
    struct vmm_span cpu, word;
    size_t first = rows->count;
    vmm_status status = so_far->lines == 0 ? VMM_END : VMM_OK;

    while (status == VMM_OK && word_next(&cpus, &cpu)) {
        struct table_row row = empty_row();

        row.numbers[0] = word_number(&words, VMM_VALUE_NUMBER);
        /* Some rows of /proc/interrupts have only one number, which is of the whole machine. */
        if (!vmm_is_known(row.numbers[0]))
            status = has_devices && rows->count == first + 1 ? VMM_END : VMM_E_SYNTAX;
        else if (cpu.length < 4 || !add_name(&row, (struct vmm_span){cpu.start + 3, cpu.length - 3}) ||
                 !add_name(&row, line->key))
            status = VMM_E_SYNTAX;
        else
            rows_add(rows, &row);
    }
    if (status == VMM_OK && has_devices) {
        struct vmm_text rest = words;

        if (!word_next(&rest, &word))
            status = VMM_END;
        else if (!add_devices(rows, first, line, words))
            status = VMM_E_SYNTAX;
    }
    if (status != VMM_OK)
        rows->count = first;
    return status;
}

static vmm_status take_softirqs(struct rows *rows, const struct vmm_key_value *line, struct so_far *so_far)
{
    return take_per_cpu(rows, line, so_far, false);
}

static vmm_status take_interrupts(struct rows *rows, const struct vmm_key_value *line, struct so_far *so_far)
{
    return take_per_cpu(rows, line, so_far, true);
}

/* The interface is the last of a line's words. */
static vmm_status take_arp(struct rows *rows, const struct vmm_key_value *line, struct so_far *so_far)
{
    struct vmm_text words = text_of_span(line->value);
    struct table_row row = empty_row();
    struct vmm_span word;

    if (so_far->lines == 0)
        return VMM_END;
    words_skip(&words, 4);
    if (!word_next(&words, &word) || !add_name(&row, word))
        return VMM_E_SYNTAX;
    count_row(rows, &row);
    return VMM_OK;
}

/* `1: POSIX  ADVISORY  WRITE 1234 08:01:5678 0 EOF`; what waits for a lock has an arrow before it. */
static vmm_status take_lock(struct rows *rows, const struct vmm_key_value *line, struct so_far *so_far)
{
    struct vmm_text words = text_of_span(line->value);
    struct table_row row = empty_row();
    struct vmm_span mechanism, mode, type, process, device;

    (void)so_far;
    word_next(&words, &mechanism);
    if (word_is(mechanism, "->"))
        return VMM_END;
    word_next(&words, &mode);
    word_next(&words, &type);
    word_next(&words, &process);
    if (!word_next(&words, &device))
        return VMM_E_SYNTAX;
    /* Without the inode. */
    while (device.length != 0 && device.start[--device.length] != ':')
        ;
    /* Of the words for the type only two are OpenTelemetry's. */
    type = word_is(type, "READ")    ? (struct vmm_span){"read", 4}
           : word_is(type, "WRITE") ? (struct vmm_span){"write", 5}
                                    : (struct vmm_span){"", 0};
    if (!add_name(&row, device) || !add_name(&row, mechanism) || !add_name(&row, mode) || !add_name(&row, type))
        return VMM_E_SYNTAX;
    count_row(rows, &row);
    return VMM_OK;
}

/* ---- Reading them ---- */

struct table_file {
    const char *path;
    vmm_status (*take)(struct rows *rows, const struct vmm_key_value *line, struct so_far *so_far);
    enum format format;
    /* Read only with --interrupts. */
    bool is_asked_for;
    /* Each network namespace has its own. */
    bool is_own;
    /* The rows are counts of lines: a line that cannot be read makes all of them unknown. */
    bool is_count;
};

/* More rows than this are left out, all of them. Counts are searched for in their rows, so they have fewer. */
enum { MOST_ROWS = 65536, MOST_COUNTS = 1024 };

static const struct table_file files[TABLES] = {
    [TABLE_SCHEDSTAT] = {"schedstat", take_schedstat, FORMAT_PROMETHEUS, false, false, false},
    [TABLE_SOFTNET] = {"net/softnet_stat", take_softnet, FORMAT_PROMETHEUS, false, true, false},
    [TABLE_SOFTIRQS] = {"softirqs", take_softirqs, FORMAT_PROMETHEUS, true, false, false},
    [TABLE_INTERRUPTS] = {"interrupts", take_interrupts, FORMAT_PROMETHEUS, true, false, false},
    [TABLE_ARP] = {"net/arp", take_arp, FORMAT_PROMETHEUS, false, true, true},
    [TABLE_LOCKS] = {"locks", take_lock, FORMAT_OTEL, false, false, true},
};

static void read_table(struct rows *rows, struct source *source, const struct table_file *file)
{
    struct so_far so_far = {.lines = 0};
    struct vmm_key_value line;
    struct vmm_text text;
    vmm_status status;

    if (!source_read(source, &text))
        return;
    while ((status = vmm_key_next(&text, VMM_KEY_LINES, &line, sizeof line)) != VMM_END) {
        if (status == VMM_OK && so_far.lines == 0)
            so_far.heading =
                vmm_text_of(line.key.start, (size_t)(line.value.start + line.value.length - line.key.start));
        if (status == VMM_OK)
            status = file->take(rows, &line, &so_far);
        so_far.lines++;
        source_check(source, status);
        if (rows->count > (file->is_count ? MOST_COUNTS : MOST_ROWS))
            complain(source->path, &source->complained, "too many rows, so that all of them are left out");
        else if (status >= 0 || !file->is_count)
            continue;
        rows->count = 0;
        return;
    }
}

/* Sets the labels, when no row is added any more. An empty one is left out. */
static void set_labels(struct rows *rows)
{
    for (size_t i = 0; i < rows->count; i++) {
        struct table_row *row = rows_at(rows, i);
        const char *name = row->text;

        for (unsigned k = 0; k < row->names; k++, name += strlen(name) + 1)
            row->thing.labels[k] = name[0] == '\0' ? NULL : name;
    }
}

void tables_take(struct rows tables[TABLES], const struct options *options)
{
    static struct source sources[TABLES];

    for (unsigned i = 0; i < TABLES; i++) {
        const struct table_file *file = &files[i];

        tables[i].row_bytes = sizeof(struct table_row);
        tables[i].count = 0;
        if (options->format != file->format || (file->is_asked_for && !options->interrupts))
            continue;
        if (sources[i].file.path == NULL && file->is_own)
            source_init_own(&sources[i], &options->roots, file->path, true);
        else if (sources[i].file.path == NULL)
            source_init(&sources[i], &options->roots, file->path, true);
        read_table(&tables[i], &sources[i], file);
        set_labels(&tables[i]);
    }
}
