/* SPDX-License-Identifier: MIT */
#include "bar.h"

#include <stdio.h>

static int columns_for(struct figure figure, int width)
{
    double columns = figure.known == IS_KNOWN ? figure.value * width + 0.5 : 0;

    return columns <= 0 ? 0 : columns >= width ? width : (int)columns;
}

void bar_draw(struct canvas *canvas, int row, int column, int width, struct figure used, struct figure wanted)
{
    int first = columns_for(used, width), second = columns_for(figure_sum(used, wanted), width);

    if (used.known != IS_KNOWN)
        return;
    for (int i = 0; i < width; i++) {
        if (i < first)
            canvas_put_character(canvas, row, column + i, STYLE_USED, '|');
        else if (i < second)
            canvas_put_character(canvas, row, column + i, STYLE_WARN, ':');
        else
            canvas_put_character(canvas, row, column + i, STYLE_FAINT, '.');
    }
}

int bar_piece(struct canvas *canvas, int row, int column, const char *label, struct figure figure, enum unit unit)
{
    char text[FIGURE_BYTES], piece[64];

    figure_text(figure, unit, text);
    snprintf(piece, sizeof piece, "%s%5s", label, text);
    return canvas_put_whole(canvas, row, column, STYLE_PLAIN, piece);
}

void bar_title(struct canvas *canvas, const struct model *model, const struct view *view, const char *page)
{
    char text[96];
    int column = canvas_put(canvas, 0, 0, STYLE_STRONG, page);

    snprintf(text, sizeof text, "  %.40s", model->self.name);
    column = canvas_put_whole(canvas, 0, column, STYLE_PLAIN, text);
    snprintf(text, sizeof text, "  %s", model->time);
    column = canvas_put_whole(canvas, 0, column, STYLE_PLAIN, text);
    column = canvas_put_whole(canvas, 0, column, STYLE_PLAIN, "  ");
    /* In one place, so that the rest stays where it is. */
    if (view->paused)
        snprintf(text, sizeof text, "PAUSED");
    else if (model->samples < 2)
        snprintf(text, sizeof text, "measuring");
    else
        snprintf(text, sizeof text, "every %.4g s", view->interval);
    canvas_put_left(canvas, 0, column, 12, view->paused || model->samples < 2 ? STYLE_WARN : STYLE_PLAIN, text);
    column += 12;
    if (view->page != PAGE_TABLE)
        return;
    snprintf(text, sizeof text, "  %zu %s", model->count, model->count == 1 ? "machine" : "machines");
    column = canvas_put_whole(canvas, 0, column, STYLE_PLAIN, text);
    snprintf(text, sizeof text, "  by %s%s", sort_kinds[view->sort].name, view->reverse ? ", least first" : "");
    canvas_put_whole(canvas, 0, column, STYLE_PLAIN, text);
}

enum style style_of(struct figure figure, double warn, double bad)
{
    if (figure.known == IS_RESET)
        return STYLE_WARN;
    if (figure.known != IS_KNOWN)
        return STYLE_FAINT;
    if (figure.value >= bad)
        return STYLE_BAD;
    return figure.value >= warn ? STYLE_WARN : STYLE_PLAIN;
}
