/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "pages.h"

#include <stdio.h>

#include "bar.h"

/* A column's line: whether it is shown, what stands above it, its word and what it is. */
static void draw_column(struct canvas *canvas, int row, const struct view *view, enum column_id id, bool shown)
{
    const struct column *column = &table_columns[id];
    char text[160];

    snprintf(text, sizeof text, " [%c] ", shown ? 'x' : ' ');
    canvas_put(canvas, row, 0, shown ? STYLE_STRONG : STYLE_PLAIN, text);
    canvas_put_left(canvas, row, 5, 8, shown ? STYLE_STRONG : STYLE_PLAIN, column->heading);
    snprintf(text, sizeof text, "%s%s", column->text, view->sort == id ? " (sorted by it)" : "");
    canvas_put_left(canvas, row, 14, canvas->width - 14, STYLE_PLAIN, text);
}

void columns_draw(struct canvas *canvas, const struct model *model, struct view *view, int height)
{
    struct layout layout = layout_of(&view->columns, canvas->width, view->histories);
    bool shown[COLUMNS] = {false};
    char text[96];
    int row = 2, chosen = 2;

    for (size_t i = 0; i < layout.count; i++)
        shown[layout.places[i].id] = true;
    bar_title(canvas, model, view, "Columns");
    if (!view->columns.is_chosen)
        snprintf(text, sizeof text, "usual columns: as many as fit, %zu on this screen", layout.count);
    else
        snprintf(text, sizeof text, "chosen columns: %zu on this screen, no room for %zu", layout.count,
                 layout.left_out);
    canvas_put(canvas, 1, 0, STYLE_FAINT, text);
    for (size_t i = 0; i < COLUMNS; i++) {
        enum column_id id = view->columns.order[i];

        if (!filter_has_column(view->filters[PAGE_COLUMNS], id))
            continue;
        draw_column(canvas, row, view, id, view->columns.is_chosen ? view->columns.shown[id] : shown[id]);
        if (i == view->column) {
            canvas_put_character(canvas, row, 0, STYLE_STRONG, '>');
            canvas_choose(canvas, row);
            chosen = row;
        }
        row++;
    }
    if (row == 2)
        canvas_put(canvas, row, 0, STYLE_PLAIN, "no column has this text");
    if (view->scroll > chosen || chosen == 2)
        view->scroll = chosen == 2 ? 0 : chosen;
    if (chosen >= view->scroll + height)
        view->scroll = chosen - height + 1;
}
