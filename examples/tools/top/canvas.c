/* SPDX-License-Identifier: MIT */
#include "canvas.h"

#include <stdlib.h>
#include <string.h>

/* No page has more; it bounds what a hostile width could ask for. */
enum { MOST_ROWS = 20000 };

void canvas_begin(struct canvas *canvas, int width, bool wide_set)
{
    canvas->width = width < 1 ? 1 : width;
    canvas->height = 0;
    canvas->wide_set = wide_set;
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
        canvas->cells[i] = (struct cell){' ', STYLE_PLAIN};
    canvas->height = row + 1;
    return true;
}

void canvas_put_character(struct canvas *canvas, int row, int column, enum style style, uint32_t character)
{
    if (column >= 0 && column < canvas->width && reach(canvas, row))
        canvas->cells[(size_t)row * (size_t)canvas->width + (size_t)column] = (struct cell){character, style};
}

/* Letters that are one column wide everywhere, and what bars and histories are drawn with. */
static bool is_narrow(uint32_t character)
{
    return (character >= 0xa1 && character < 0x250 && character != 0xad) || (character >= 0x386 && character < 0x483) ||
           (character >= 0x2580 && character < 0x2590) || character == 0x2026 || character == 0x25b4 ||
           character == 0x25be;
}

/*
 * Takes a character of UTF-8. An invalid character, or a character that does not fit into one column, becomes a
 * question mark.
 */
static uint32_t take(const char **text, bool wide_set)
{
    const unsigned char *at = (const unsigned char *)*text;
    unsigned length = at[0] >= 0xf5 ? 1 : at[0] >= 0xf0 ? 4 : at[0] >= 0xe0 ? 3 : at[0] >= 0xc2 ? 2 : 1;
    uint32_t character = length == 1 ? at[0] : at[0] & (0x7fU >> length);

    for (unsigned i = 1; i < length; i++) {
        if ((at[i] & 0xc0) != 0x80) {
            *text += i;
            return '?';
        }
        character = character << 6 | (at[i] & 0x3f);
    }
    *text += length;
    if (length == 1)
        return character >= ' ' && character < 0x7f ? character : '?';
    return wide_set && is_narrow(character) ? character : '?';
}

int columns_of(const char *text)
{
    int columns = 0;

    while (*text != '\0') {
        take(&text, false);
        columns++;
    }
    return columns;
}

int canvas_put(struct canvas *canvas, int row, int column, enum style style, const char *text)
{
    while (*text != '\0')
        canvas_put_character(canvas, row, column++, style, take(&text, canvas->wide_set));
    return column;
}

int canvas_put_left(struct canvas *canvas, int row, int column, int width, enum style style, const char *text)
{
    int end = column + width;
    bool fits = columns_of(text) <= width;

    while (*text != '\0' && column < end) {
        uint32_t character = take(&text, canvas->wide_set);

        if (!fits && column == end - 1)
            character = canvas->wide_set ? 0x2026 : '~';
        canvas_put_character(canvas, row, column++, style, character);
    }
    return end;
}

int canvas_put_right(struct canvas *canvas, int row, int column, int width, enum style style, const char *text)
{
    int length = columns_of(text);

    if (length >= width)
        return canvas_put_left(canvas, row, column, width, style, text);
    canvas_put(canvas, row, column + width - length, style, text);
    return column + width;
}

int canvas_put_whole(struct canvas *canvas, int row, int column, enum style style, const char *text)
{
    if (column + columns_of(text) > canvas->width)
        return column;
    return canvas_put(canvas, row, column, style, text);
}

void canvas_paint(struct canvas *canvas, int row, enum style style)
{
    if (!reach(canvas, row))
        return;
    for (int i = 0; i < canvas->width; i++)
        canvas->cells[(size_t)row * (size_t)canvas->width + (size_t)i].style = style;
}

static size_t encode(uint32_t character, char *to)
{
    if (character < 0x80) {
        to[0] = (char)character;
        return 1;
    }
    if (character < 0x800) {
        to[0] = (char)(0xc0 | character >> 6);
        to[1] = (char)(0x80 | (character & 0x3f));
        return 2;
    }
    to[0] = (char)(0xe0 | (character >> 12 & 0x0f));
    to[1] = (char)(0x80 | (character >> 6 & 0x3f));
    to[2] = (char)(0x80 | (character & 0x3f));
    return 3;
}

size_t canvas_text(const struct canvas *canvas, int row, char *text)
{
    size_t length = 0;

    if (row >= 0 && row < canvas->height) {
        const struct cell *cells = canvas->cells + (size_t)row * (size_t)canvas->width;
        int end = canvas->width;

        while (end > 0 && cells[end - 1].character == ' ')
            end--;
        for (int i = 0; i < end; i++)
            length += encode(cells[i].character, text + length);
    }
    text[length] = '\0';
    return length;
}

void canvas_release(struct canvas *canvas)
{
    free(canvas->cells);
    *canvas = (struct canvas){.cells = NULL};
}
