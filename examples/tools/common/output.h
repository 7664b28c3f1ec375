/* SPDX-License-Identifier: MIT */
/*
 * Where samples are printed: standard output, or a file that each sample replaces as a whole (--output FILE), so that a
 * collector such as node_exporter's textfile collector never reads a part of one.
 */
#ifndef COMMON_OUTPUT_H
#define COMMON_OUTPUT_H

#include "json.h"

/* One more than the longest path. */
enum { OUTPUT_PATH_BYTES = 4096 };

struct output {
    /* Between output_begin() and output_end(): where the sample is printed to. */
    struct json json;
    /* NULL is standard output. */
    const char *path;
    /* The file that a sample is written to: `path` and the ending .tmp. */
    char temporary[OUTPUT_PATH_BYTES + 4];
    bool has_written;
    /* Whether the last sample could not be written. */
    bool failed;
};

/* The option; AT gives the place of a member of the program's struct. */
#define OPTION_ROW_OF_OUTPUT(AT)                                                                                       \
    {                                                                                                                  \
        "--output",                                                                                                    \
            .kind = OPTION_TEXT, AT(output), .most = OUTPUT_PATH_BYTES - 1, .value = "FILE",                           \
            .help = "write each sample to FILE instead of standard output; the sample replaces the whole file at once" \
    }

/*
 * The sample is written beside the file and then renamed. If a sample cannot be written, the reason is printed once, the
 * file stays as it was, and the next sample is tried; but the first sample of the program must succeed. Standard output
 * must take each sample. Where this does not hold, the program ends.
 */
void output_begin(struct output *output);
void output_end(struct output *output);

#endif
