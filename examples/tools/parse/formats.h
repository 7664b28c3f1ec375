/* SPDX-License-Identifier: MIT */
/*
 * What vmmetrics-parse can read and compute: all formats and usages of the library, each a row of a table. A format that is
 * a record, and each usage, has the name of its record.
 */
#ifndef PARSE_FORMATS_H
#define PARSE_FORMATS_H

#include <stdbool.h>
#include <vmmetrics/vmmetrics.h>

struct format {
    const char *about;
    /* Reads one record from a file; NULL if only `has_files` is true. */
    vmm_status (*read)(struct vmm_text *text, enum vmm_file file, void *row, size_t size);
    /* Only for a view: its name, its size, and the names of its spans in their order. */
    const char *name;
    size_t view_size;
    const char *spans[11];
    /* One of VMM_RECORD_*; 0 for a view. */
    enum vmm_record_id record;
    /* Whether `read` is called for row after row, until VMM_END. */
    bool has_rows;
    /* Whether a directory, and the files that vmm_file_at() lists, make one record. */
    bool has_files;
};

struct usage {
    const char *about;
    /* One of the two is NULL. */
    vmm_status (*of)(const void *record, const void *second, void *out, size_t size);
    vmm_status (*between)(const void *before, const void *after, int64_t elapsed_ns, void *out, size_t size);
    enum vmm_record_id record;
    /* The record that the usage is computed from. */
    enum vmm_record_id from;
    /* A second record that is read from the same directory; 0 if the usage needs none. */
    enum vmm_record_id second;
    bool needs_elapsed;
    /* Whether a sample is a struct vmm_threads: a record for each directory in a directory. */
    bool is_of_threads;
};

extern const struct format formats[];
extern const size_t format_count;
extern const struct usage usages[];
extern const size_t usage_count;

struct vmm_record_info describe(enum vmm_record_id record);

/* NULL if there is none. A usage may be named without its ending `_usage`. */
const struct format *format_of(enum vmm_record_id record);
const struct format *find_format(const char *name);
const struct usage *find_usage(const char *name);
const struct usage *usage_of(enum vmm_record_id record);

#endif
