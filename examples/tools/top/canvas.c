/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "canvas.h"

#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "utf8.h"

/* No page has more; it bounds what a hostile width could ask for. */
enum { MOST_ROWS = 20000 };

void canvas_begin(struct canvas *canvas, int width, enum symbols symbols)
{
    canvas->width = width < 1 ? 1 : width;
    canvas->height = 0;
    canvas->symbols = symbols;
}

/* Makes the rows up to this row; false if there is no memory. */
static bool reach(struct canvas *canvas, int row)
{
    size_t wanted = ((size_t)row + 1) * (size_t)canvas->width;

    if (row < 0 || row >= MOST_ROWS)
        return false;
    if (row < canvas->height)
        return true;
    if (wanted > canvas->capacity) {
        struct cell *cells = realloc(canvas->cells, wanted * 2 * sizeof *cells);

        if (cells == NULL)
            return false;
        canvas->cells = cells;
        canvas->capacity = wanted * 2;
    }
    for (size_t i = (size_t)canvas->height * (size_t)canvas->width; i < wanted; i++)
        canvas->cells[i] = (struct cell){' ', STYLE_PLAIN, false};
    canvas->height = row + 1;
    return true;
}

static struct cell *row_of(const struct canvas *canvas, int row)
{
    return canvas->cells + (size_t)row * (size_t)canvas->width;
}

void canvas_put_character(struct canvas *canvas, int row, int column, enum style style, uint32_t character)
{
    struct cell *cells;

    /* Half of a character cannot be shown, nor can a character outside. */
    if (column < (character == 0) || column >= canvas->width || !reach(canvas, row))
        return;
    cells = row_of(canvas, row);
    if (cells[column].character == 0 && character != 0 && column > 0)
        cells[column - 1].character = ' ';
    if (column + 1 < canvas->width && cells[column + 1].character == 0)
        cells[column + 1].character = ' ';
    cells[column].character = character;
    cells[column].style = (uint8_t)style;
}

/* A character, and how many columns it takes. */
struct letter {
    uint32_t character;
    int columns;
};

/*
 * Takes a character of UTF-8. What is invalid, takes no column of its own or has no place in the terminal's set of
 * characters becomes a question mark.
 */
static struct letter take(const struct canvas *canvas, const char **text)
{
    const struct letter unknown = {'?', 1};
    const unsigned char *at = (const unsigned char *)*text;
    unsigned length = at[0] >= 0xf5 ? 1 : at[0] >= 0xf0 ? 4 : at[0] >= 0xe0 ? 3 : at[0] >= 0xc2 ? 2 : 1;
    uint32_t character = length == 1 ? at[0] : at[0] & (0x7fU >> length);
    int columns;

    for (unsigned i = 1; i < length; i++) {
        if ((at[i] & 0xc0) != 0x80) {
            *text += i;
            return unknown;
        }
        character = character << 6 | (at[i] & 0x3f);
    }
    *text += length;
    if (length == 1)
        return character >= ' ' && character < 0x7f ? (struct letter){character, 1} : unknown;
    /* Longer than needed, or half of a pair of UTF-16. */
    if (canvas->symbols == SYMBOLS_ASCII || (length == 3 && (character < 0x800 || (character >> 11) == 0x1b)) ||
        (length == 4 && (character < 0x10000 || character > 0x10ffff)))
        return unknown;
    columns = wcwidth((wchar_t)character);
    return columns == 1 || columns == 2 ? (struct letter){character, columns} : unknown;
}

int canvas_columns(const struct canvas *canvas, const char *text)
{
    int columns = 0;

    while (*text != '\0')
        columns += take(canvas, &text).columns;
    return columns;
}

/* Puts text up to a column. Returns the column after it. */
static int put_until(struct canvas *canvas, int row, int column, int end, enum style style, const char *text)
{
    while (*text != '\0') {
        struct letter letter = take(canvas, &text);

        if (column + letter.columns > end)
            break;
        canvas_put_character(canvas, row, column, style, letter.character);
        if (letter.columns == 2)
            canvas_put_character(canvas, row, column + 1, style, 0);
        column += letter.columns;
    }
    return column;
}

int canvas_put(struct canvas *canvas, int row, int column, enum style style, const char *text)
{
    int end = column + canvas_columns(canvas, text);

    put_until(canvas, row, column, end < canvas->width ? end : canvas->width, style, text);
    return end;
}

static void put_mark(struct canvas *canvas, int row, int column, enum style style)
{
    canvas_put_character(canvas, row, column, style, canvas->symbols == SYMBOLS_ASCII ? '~' : 0x2026);
}

int canvas_put_left(struct canvas *canvas, int row, int column, int width, enum style style, const char *text)
{
    int end = column + width;

    if (canvas_columns(canvas, text) <= width)
        put_until(canvas, row, column, end, style, text);
    else if (width > 0)
        put_mark(canvas, row, put_until(canvas, row, column, end - 1, style, text), style);
    return end;
}

int canvas_put_name(struct canvas *canvas, int row, int column, int width, enum style style, const char *text)
{
    int all = canvas_columns(canvas, text), last = (width - 1) / 2, mark;
    const char *tail = text;

    if (all <= width || width < 5)
        return canvas_put_left(canvas, row, column, width, style, text);
    while (all > last)
        all -= take(canvas, &tail).columns;
    mark = put_until(canvas, row, column, column + width - 1 - last, style, text);
    put_mark(canvas, row, mark, style);
    put_until(canvas, row, mark + 1, column + width, style, tail);
    return column + width;
}

int canvas_put_right(struct canvas *canvas, int row, int column, int width, enum style style, const char *text)
{
    int length = canvas_columns(canvas, text);

    if (length >= width)
        return canvas_put_left(canvas, row, column, width, style, text);
    canvas_put(canvas, row, column + width - length, style, text);
    return column + width;
}

int canvas_put_whole(struct canvas *canvas, int row, int column, enum style style, const char *text)
{
    if (column + canvas_columns(canvas, text) > canvas->width)
        return column;
    return canvas_put(canvas, row, column, style, text);
}

void canvas_fill(struct canvas *canvas, int row, int column, int end, enum style style, uint32_t character)
{
    for (; column < end && column < canvas->width; column++)
        canvas_put_character(canvas, row, column, style, character);
}

void canvas_paint(struct canvas *canvas, int row, enum style style)
{
    if (!reach(canvas, row))
        return;
    for (int i = 0; i < canvas->width; i++)
        row_of(canvas, row)[i].style = (uint8_t)style;
}

void canvas_choose(struct canvas *canvas, int row)
{
    if (!reach(canvas, row))
        return;
    for (int i = 0; i < canvas->width; i++)
        row_of(canvas, row)[i].is_chosen = true;
}

size_t canvas_text(const struct canvas *canvas, int row, char *text)
{
    size_t length = 0;

    if (row >= 0 && row < canvas->height) {
        const struct cell *cells = row_of(canvas, row);
        int end = canvas->width;

        while (end > 0 && cells[end - 1].character == ' ')
            end--;
        for (int i = 0; i < end; i++) {
            if (cells[i].character != 0)
                length += utf8_put(cells[i].character, text + length);
        }
    }
    text[length] = '\0';
    return length;
}

void canvas_release(struct canvas *canvas)
{
    free(canvas->cells);
    *canvas = (struct canvas){.cells = NULL};
}
