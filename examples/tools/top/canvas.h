/* SPDX-License-Identifier: MIT */
/*
 * A page of characters, without a terminal. For every text, each column has one character, and no control character for
 * a terminal.
 */
#ifndef TOP_CANVAS_H
#define TOP_CANVAS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What stands out, and how is for the screen to say. None of it says what the text does not. */
enum style { STYLE_PLAIN, STYLE_STRONG, STYLE_FAINT, STYLE_HEADING, STYLE_CHOSEN, STYLE_USED, STYLE_WARN, STYLE_BAD };

struct cell {
    uint32_t character;
    enum style style;
};

struct canvas {
    int width;
    /* Rows that something was put into, or that were asked for; it grows. */
    int height;
    /* Whether more than ASCII can be shown. */
    bool wide_set;
    struct cell *cells;
    size_t capacity;
};

/* Makes it empty and so wide. */
void canvas_begin(struct canvas *canvas, int width, bool wide_set);

/* Puts text at this place and returns the column after the text. Text that does not fit is left out. */
int canvas_put(struct canvas *canvas, int row, int column, enum style style, const char *text);
/* The same in a field: to its left, where a text that is too long ends with a mark, or to its right. */
int canvas_put_left(struct canvas *canvas, int row, int column, int width, enum style style, const char *text);
int canvas_put_right(struct canvas *canvas, int row, int column, int width, enum style style, const char *text);
/* Puts text at this place if all of it fits. Returns the column after the text, or the same column. */
int canvas_put_whole(struct canvas *canvas, int row, int column, enum style style, const char *text);
void canvas_put_character(struct canvas *canvas, int row, int column, enum style style, uint32_t character);
/* A whole row gets a style. */
void canvas_paint(struct canvas *canvas, int row, enum style style);

/* A row as UTF-8 without blanks at its end; how many bytes it takes. The room must be for 4 * width + 1. */
size_t canvas_text(const struct canvas *canvas, int row, char *text);

void canvas_release(struct canvas *canvas);

/* Columns that a text takes. */
int columns_of(const char *text);

#endif
