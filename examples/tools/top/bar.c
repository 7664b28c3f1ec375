/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "bar.h"

#include <stdio.h>
#include <string.h>

/* What bars and lines are drawn with: used, wanted, the rest; and a line. */
static const uint32_t glyphs[][4] = {
    [SYMBOLS_ASCII] = {'|', ':', '.', '-'},
    [SYMBOLS_BLOCKS] = {0x2588, 0x2592, 0x2500, 0x2500},
    [SYMBOLS_BRAILLE] = {0x2501, 0x254d, 0x2500, 0x2500},
};

static int columns_for(double value, int width)
{
    double columns = value * width + 0.5;

    return columns <= 0 ? 0 : columns >= width ? width : (int)columns;
}

void bar_draw(struct canvas *canvas, int row, int column, int width, struct figure used, struct figure wanted,
              enum threshold_id threshold)
{
    const uint32_t *glyph = glyphs[canvas->symbols];
    int first, second;

    if (used.known != IS_KNOWN)
        return;
    first = columns_for(used.value, width);
    second = wanted.known == IS_KNOWN ? columns_for(used.value + wanted.value, width) : first;
    canvas_fill(canvas, row, column, column + first, style_of_used(used.value, threshold), glyph[0]);
    canvas_fill(canvas, row, column + first, column + second, STYLE_USED_WARN, glyph[1]);
    canvas_fill(canvas, row, column + second, column + width, STYLE_FAINT, glyph[2]);
}

void bar_meter(struct canvas *canvas, int row, int column, int width, struct figure used, struct figure wanted,
               enum threshold_id threshold)
{
    if (canvas->symbols == SYMBOLS_ASCII) {
        canvas_put(canvas, row, column, STYLE_PLAIN, "[");
        canvas_put(canvas, row, column + width - 1, STYLE_PLAIN, "]");
        column++;
        width -= 2;
    }
    bar_draw(canvas, row, column, width, used, wanted, threshold);
}

int bar_piece(struct canvas *canvas, int row, int column, const char *label, struct figure figure, enum unit unit,
              enum style style)
{
    int width = canvas_columns(canvas, label);
    char text[FIGURE_BYTES];

    if (column + width + 5 > canvas->width)
        return column;
    figure_text(figure, unit, text);
    column = canvas_put(canvas, row, column, STYLE_FAINT, label);
    return canvas_put_right(canvas, row, column, 5, style, text);
}

void bar_heading(struct canvas *canvas, int row, int column, int width, const char *text)
{
    int end = column + width, at;

    canvas_put_left(canvas, row, column, width, STYLE_LABEL, text);
    at = column + canvas_columns(canvas, text) + 1;
    canvas_fill(canvas, row, at, end, STYLE_FAINT, glyphs[canvas->symbols][3]);
}

static const char *rhythm_text(const struct model *model, const struct view *view, char text[24])
{
    if (view->paused)
        return "PAUSED";
    if (model->samples < 2)
        return "measuring";
    snprintf(text, 24, "every %.4g s", view->interval);
    return text;
}

/* To the right: what the table has, or which of its machines this is. */
static void put_count(struct canvas *canvas, const struct model *model, const struct view *view, int column)
{
    char text[96];
    int width;

    if (view->page != PAGE_TABLE)
        snprintf(text, sizeof text, "machine %zu of %zu", model_chosen(model, view) + 1, model->shown);
    else if (model->shown == model->count)
        snprintf(text, sizeof text, "%zu machine%s", model->count, model->count == 1 ? "" : "s");
    else
        snprintf(text, sizeof text, "%zu of %zu machines", model->shown, model->count);
    if (view->page == PAGE_TABLE)
        snprintf(text + strlen(text), sizeof text - strlen(text), "  by %s%s", table_columns[view->sort].word,
                 view->reverse ? ", reversed" : "");
    width = canvas_columns(canvas, text);
    if (canvas->width - width > column + 1)
        canvas_put(canvas, 0, canvas->width - width, STYLE_PLAIN, text);
}

void bar_title(struct canvas *canvas, const struct model *model, const struct view *view, const char *page)
{
    bool stands = view->paused || model->samples < 2;
    char text[96], rhythm[24];
    int column = canvas_put(canvas, 0, 0, STYLE_TITLE, page);

    snprintf(text, sizeof text, "  %.40s", model->self.name);
    column = canvas_put_whole(canvas, 0, column, STYLE_PLAIN, text);
    snprintf(text, sizeof text, "  %s", model->time);
    column = canvas_put_whole(canvas, 0, column, STYLE_PLAIN, text);
    snprintf(text, sizeof text, "  %s", rhythm_text(model, view, rhythm));
    column = canvas_put_whole(canvas, 0, column, stands ? STYLE_WARN : STYLE_FAINT, text);
    if (view->page == PAGE_TABLE || ((view->page == PAGE_DETAIL || view->page == PAGE_GRAPH) && model->shown != 0))
        put_count(canvas, model, view, column);
}
