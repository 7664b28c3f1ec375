/* SPDX-License-Identifier: MIT */
/*
 * A page of characters, without a terminal. For every text, a character takes the columns that a terminal gives it, and
 * no control character is for a terminal.
 */
#ifndef TOP_CANVAS_H
#define TOP_CANVAS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What stands out, and how is for the screen to say. None of it says what the text does not. */
enum style {
    STYLE_PLAIN,
    STYLE_STRONG,
    STYLE_FAINT,
    /* The name of a page, and of a part of it. */
    STYLE_TITLE,
    STYLE_LABEL,
    /* The line of headings, and the heading that the rows are sorted by. */
    STYLE_HEADING,
    STYLE_SORTED,
    /* What a key does, after the key. */
    STYLE_BUTTON,
    /* A number that is worth a look, and a number that is bad. */
    STYLE_WARN,
    STYLE_BAD,
    /* Bars and graphs of what is used, in three degrees. */
    STYLE_USED,
    STYLE_USED_WARN,
    STYLE_USED_BAD,
    /* Graphs of memory, of what comes in or is read, and of what goes out or is written. */
    STYLE_MEMORY,
    STYLE_IN,
    STYLE_OUT,
    STYLES
};

/* What pages are drawn with. */
enum symbols { SYMBOLS_ASCII, SYMBOLS_BLOCKS, SYMBOLS_BRAILLE };

struct cell {
    /* 0 in the second column of a character that takes two. */
    uint32_t character;
    uint8_t style;
    /* Whether it is in the row of the chosen thing. */
    bool is_chosen;
};

struct canvas {
    int width;
    /* Rows that something was put into, or that were asked for; it grows. */
    int height;
    enum symbols symbols;
    struct cell *cells;
    size_t capacity;
};

/* Makes it empty and so wide. */
void canvas_begin(struct canvas *canvas, int width, enum symbols symbols);

/* Puts text at this place and returns the column after the text. Text that does not fit is left out. */
int canvas_put(struct canvas *canvas, int row, int column, enum style style, const char *text);
/* The same in a field: to its left, where a text that is too long ends with a mark, or to its right. */
int canvas_put_left(struct canvas *canvas, int row, int column, int width, enum style style, const char *text);
int canvas_put_right(struct canvas *canvas, int row, int column, int width, enum style style, const char *text);
/*
 * The same for a name, to the left: of a name that is too long the middle is left out, since names often differ at the
 * end.
 */
int canvas_put_name(struct canvas *canvas, int row, int column, int width, enum style style, const char *text);
/* Puts text at this place if all of it fits. Returns the column after the text, or the same column. */
int canvas_put_whole(struct canvas *canvas, int row, int column, enum style style, const char *text);
void canvas_put_character(struct canvas *canvas, int row, int column, enum style style, uint32_t character);
/* Repeats a character up to a column. */
void canvas_fill(struct canvas *canvas, int row, int column, int end, enum style style, uint32_t character);
/* A whole row gets a style, or is that of the chosen thing. */
void canvas_paint(struct canvas *canvas, int row, enum style style);
void canvas_choose(struct canvas *canvas, int row);

/* A row as UTF-8 without blanks at its end; how many bytes it takes. The room must be for 4 * width + 1. */
size_t canvas_text(const struct canvas *canvas, int row, char *text);

void canvas_release(struct canvas *canvas);

/* Columns that a text takes. */
int canvas_columns(const struct canvas *canvas, const char *text);

#endif
