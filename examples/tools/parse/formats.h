/* SPDX-License-Identifier: MIT */
/*
 * What vmmetrics-parse can read and compute: every format and usage of the library, behind functions of one type.
 */
#ifndef PARSE_FORMATS_H
#define PARSE_FORMATS_H

#include <stdbool.h>
#include <vmmetrics/vmmetrics.h>

struct format {
    const char *name;
    const char *about;
    /* Reads into a row of `size` bytes a file with this id, which most formats have no use for. */
    vmm_status (*read)(uint32_t file_id, struct vmm_text *text, void *row, size_t size);
    enum { ONE_RECORD, MANY_ROWS, ROWS_BY_NAME, DIRECTORY } shape;
    /* One of VMM_RECORD_*, or for a view 0. */
    uint32_t record;
    /* Of a view: its size, and the names of its spans in their order. */
    size_t view_size;
    const char *spans[11];
};

struct usage {
    const char *name;
    const char *about;
    const char *format;
    uint32_t record;
    /* How many of the format's first members tell its rows apart. */
    uint32_t keys;
    /* One of them is NULL. */
    vmm_status (*of)(const void *record, const void *second, void *out, size_t size);
    vmm_status (*between)(const void *before, const void *after, int64_t elapsed_ns, void *out, size_t size);
    bool needs_elapsed;
    /* What `of` needs beside the record: a file of the same directory, and its format. Else NULL. */
    const char *second_format;
    const char *second_file;
};

extern const struct format formats[];
extern const size_t format_count;
extern const struct usage usages[];
extern const size_t usage_count;

/* NULL where there is none of this name. */
const struct format *find_format(const char *name);
const struct usage *find_usage(const char *name);

#endif
