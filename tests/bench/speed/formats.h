/* SPDX-License-Identifier: MIT */
/* What is measured: the formats, and the files of them. */
#ifndef VMM_SPEED_FORMATS_H
#define VMM_SPEED_FORMATS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "../generate.h"
#include "readers.h"

struct format {
    /* A row and what is not rows; 0 where there is none. */
    size_t row_size;
    size_t record_size;
    uint32_t row_id;
    uint32_t record_id;
    reader *readers[READERS];
};

struct file {
    const char *name;
    const struct format *format;
    /* Makes the file, with as many rows. */
    void (*generate)(struct buffer *buffer, unsigned rows);
    unsigned rows;
};

extern const struct file files[];
extern const size_t file_count;
extern const char *const reader_names[READERS];

/* Where readers put what they read; `rows` of it, or one that takes all of them in turns where that is 0. */
struct output make_output(const struct format *format, size_t rows);
void free_output(struct output *output);

/* Whether all readers give the same of a text. Says what differs, if not. */
bool readers_agree(const struct file *file, const char *text, size_t length);

#endif
