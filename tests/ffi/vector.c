/* SPDX-License-Identifier: MIT */
/*
 * vector: prints what the library gives for one vector of vectors.py, a JSON line a record or failure, with all digits.
 *
 *     vector INPUT                                      what is read
 *     vector --usage USAGE NANOSECONDS INPUT -- INPUT   what is computed from it
 *
 * An INPUT is a record and pairs of a file's name, which may be empty, and the path of its text. `-` is a missing sample. The
 * n-th row of one input belongs to the n-th row of the other, except where a usage takes all rows.
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <vmmetrics/vmmetrics.h>

#include "../../examples/tools/common/json.h"
#include "../../examples/tools/common/message.h"
#include "../../examples/tools/common/print.h"
#include "../../examples/tools/common/read.h"
#include "../../examples/tools/parse/formats.h"
#include "../../examples/tools/parse/rows.h"

const char program[] = "vector";

struct input {
    const struct format *format;
    struct rows rows;
};

static struct json out;

static void print_values(enum vmm_record_id record_id, const void *record)
{
    json_open(&out, '{');
    json_open_member(&out, "values", '{');
    print_members(&out, record_id, record);
    json_close(&out, "}}");
    json_end_line(&out);
}

static void print_failure(vmm_status status, const char *file, uint64_t offset)
{
    json_open(&out, '{');
    print_text(&out, "failure", vmm_status_text(status));
    print_text(&out, "file", file);
    print_number(&out, "offset", offset);
    json_close(&out, "}");
    json_end_line(&out);
}

static void read_file(struct input *input, const char *name, const char *path, void *record, bool prints)
{
    const struct format *format = input->format;
    bool is_fed = format->has_files && (format->read == NULL || *name != '\0'), has_rows = format->has_rows && !is_fed;
    struct vmm_file_info first = {.id = 0};
    uint32_t id = vmm_file_find(format->record, name, strlen(name));
    struct file file = file_of(path);
    struct vmm_text text;
    vmm_status status;

    if (file_read(&file) != 0)
        fail(path, "cannot be read");
    if (id == 0 && vmm_file_at(format->record, 0, &first, sizeof first) == VMM_OK)
        id = (uint32_t)first.id;
    text = vmm_text_of(file.bytes, file.length);
    do {
        status = (is_fed ? vmm_record_read : format->read)(&text, (enum vmm_file)id, record, input->rows.row_size);
        if (status == VMM_OK && !is_fed) {
            rows_add(&input->rows, record);
            if (prints)
                print_values(format->record, record);
        }
        if (status < 0 && prints)
            print_failure(status, is_fed ? name : NULL,
                          text.error == NULL ? VMM_UNKNOWN : (uint64_t)(text.error - file.bytes));
    } while (has_rows && status != VMM_END);
    file_release(&file);
}

/* Reads an input, and moves on to the argument after the input. */
static struct input take(char ***arguments, bool prints)
{
    struct input input = {.format = find_format(**arguments)};
    char **at = *arguments + 1;
    void *record;
    bool is_fed;

    if (strcmp(**arguments, "-") == 0) {
        *arguments = *at == NULL ? at : at + 1;
        return input;
    }
    if (input.format == NULL || input.format->record == 0)
        fail(**arguments, "no such record");
    input.rows = rows_of_record(input.format->record);
    record = calloc(1, input.rows.row_size);
    if (record == NULL)
        fail("a record", "no memory");
    vmm_record_init(input.format->record, record, input.rows.row_size);
    is_fed = input.format->has_files && (input.format->read == NULL || (at[0] != NULL && *at[0] != '\0'));
    for (; at[0] != NULL && strcmp(at[0], "--") != 0; at += 2)
        read_file(&input, at[0], at[1], record, prints);
    if (is_fed) {
        rows_add(&input.rows, record);
        if (prints)
            print_values(input.format->record, record);
    }
    free(record);
    *arguments = *at == NULL ? at : at + 1;
    return input;
}

static void print_result(enum vmm_record_id record_id, vmm_status status, const void *result)
{
    if (status == VMM_OK)
        print_values(record_id, result);
    else
        print_failure(status, NULL, VMM_UNKNOWN);
}

/* The usage of all CPUs is not in the table of vmmetrics-parse. */
static vmm_status use_cpus(const void *before, const void *after, int64_t elapsed_ns, void *result, size_t size)
{
    struct vmm_interval interval = {elapsed_ns, (uint64_t)sysconf(_SC_CLK_TCK)};

    return vmm_cpus_usage_between(before, after, &interval, result, size);
}

static const struct usage cpus_usage = {
    .record = VMM_RECORD_CPU_USAGE, .from = VMM_RECORD_CPU, .between = use_cpus, .is_of_threads = true};

static const void *row_at(const struct rows *rows, size_t index)
{
    return index < rows->count ? rows->bytes + index * rows->row_size : NULL;
}

static void print_usage(const struct usage *usage, int64_t elapsed_ns, struct rows *one, struct rows *other)
{
    /* struct vmm_threads and struct vmm_cpus have the same members. */
    struct vmm_threads before = {(const void *)one->bytes, one->count, one->row_size};
    struct vmm_threads after = {(const void *)other->bytes, other->count, other->row_size};
    size_t size = (size_t)describe(usage->record).bytes, count = usage->of == NULL ? other->count : one->count;
    void *result = malloc(size);

    if (result == NULL)
        fail("a usage", "no memory");
    if (usage->is_of_threads)
        print_result(usage->record,
                     usage->between(one->bytes == NULL ? NULL : &before, &after, elapsed_ns, result, size), result);
    else
        for (size_t i = 0; i < count; i++)
            print_result(usage->record,
                         usage->of == NULL ? usage->between(row_at(one, i), row_at(other, i), elapsed_ns, result, size)
                                           : usage->of(row_at(one, i), row_at(other, i), result, size),
                         result);
    free(result);
}

int main(int count, char **arguments)
{
    struct input one = {.format = NULL}, other = {.format = NULL};

    json_init(&out, STDOUT_FILENO);
    out.exact = true;
    arguments++;
    if (count > 4 && strcmp(arguments[0], "--usage") == 0) {
        const struct usage *usage = strcmp(arguments[1], "cpus_usage") == 0 ? &cpus_usage : find_usage(arguments[1]);
        int64_t elapsed_ns = strtoll(arguments[2], NULL, 10);

        if (usage == NULL)
            fail(arguments[1], "no such usage");
        arguments += 3;
        one = take(&arguments, false);
        if (*arguments != NULL)
            other = take(&arguments, false);
        print_usage(usage, elapsed_ns, &one.rows, &other.rows);
    } else if (count > 1) {
        one = take(&arguments, true);
    } else {
        fail("usage", "vector [--usage USAGE NANOSECONDS] INPUT [-- INPUT]");
    }
    rows_free(&one.rows);
    rows_free(&other.rows);
    json_flush(&out);
    return out.error == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
