/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "pages.h"

#include <stdio.h>
#include <string.h>

#include "bar.h"

bool page_begin(struct canvas *canvas, const struct model *model, const struct view *view, const struct vm **vm)
{
    if (model->shown == 0) {
        bar_title(canvas, model, view, "vmmetrics-top");
        canvas_put(canvas, 2, 0, STYLE_PLAIN, "no virtual machine found");
        return false;
    }
    *vm = model->vms[model_chosen(model, view)];
    bar_title(canvas, model, view, (*vm)->name);
    return true;
}

/* ---- What is at the foot of a screen ---- */

/* A key and what it does. */
struct button {
    const char *key;
    const char *text;
};

#define END                                                                                                            \
    {                                                                                                                  \
        NULL, NULL                                                                                                     \
    }

static const struct button *buttons_of(const struct view *view)
{
    static const struct button buttons[PAGES][13] = {
        [PAGE_TABLE] = {{"q", "quit"},
                        {"?", "help"},
                        {"/", "filter"},
                        {"Enter", "numbers"},
                        {"v", "graphs"},
                        {"g", "this machine"},
                        {"C", "columns"},
                        {"< >", "sort"},
                        {"r", "reverse"},
                        {"Space", "pause"},
                        {"+ -", "interval"},
                        END},
        [PAGE_DETAIL] =
            {{"q", "back"}, {"?", "help"}, {"Tab", "graphs"}, {"left right", "other machine"}, {"Space", "pause"}, END},
        [PAGE_GRAPH] = {{"q", "back"},
                        {"?", "help"},
                        {"Tab", "numbers"},
                        {"left right", "other machine"},
                        {"Space", "pause"},
                        END},
        [PAGE_SELF] = {{"q", "back"}, {"?", "help"}, {"/", "filter"}, {"i", "idle devices"}, {"Space", "pause"}, END},
        [PAGE_COLUMNS] = {{"q", "back"},
                          {"/", "filter"},
                          {"Space", "show"},
                          {"left right", "move"},
                          {"s", "sort by it"},
                          {"u", "usual columns"},
                          END},
        [PAGE_HELP] = {{"q", "back"}, {"/", "filter"}, END},
    };
    static const struct button typing[] = {{"Enter", "keep"}, {"Esc", "clear"}, END};

    return view->is_typing ? typing : buttons[view->page];
}

static int put_button(struct canvas *canvas, int row, int column, const struct button *button)
{
    char text[48];

    snprintf(text, sizeof text, "%s %s ", button->key, button->text);
    if (column + canvas_columns(canvas, text) > canvas->width)
        return column;
    column = canvas_put(canvas, row, column, STYLE_STRONG, button->key);
    snprintf(text, sizeof text, " %s ", button->text);
    return canvas_put(canvas, row, column, STYLE_BUTTON, text) + 1;
}

/* The filter of the page, with a mark where the next letter goes while it is typed. */
static int put_filter(struct canvas *canvas, int row, const struct view *view)
{
    const char *filter = view->filters[view->page];
    char text[FILTER_BYTES + 8];
    int column;

    if (!page_has_filter(view->page) || (filter[0] == '\0' && !view->is_typing))
        return 0;
    snprintf(text, sizeof text, "/%s%s", filter, view->is_typing ? "_" : "");
    column = canvas_put(canvas, row, 0, view->is_typing ? STYLE_STRONG : STYLE_WARN, text) + 1;
    return view->is_typing ? column : put_button(canvas, row, column, &(struct button){"Esc", "clear"});
}

static void draw_foot(struct canvas *canvas, const struct model *model, const struct view *view, int row, bool is_long)
{
    static const struct button scroll = {"up down", "more"};
    int column = put_filter(canvas, row, view);

    if (model->message[0] != '\0' && !view->is_typing) {
        canvas_put(canvas, row, column, STYLE_WARN, model->message);
        return;
    }
    if (is_long)
        column = put_button(canvas, row, column, &scroll);
    for (const struct button *button = buttons_of(view); button->key != NULL; button++)
        column = put_button(canvas, row, column, button);
}

/* Moves what is on a canvas up by `scroll` rows, and cuts it at `height`. */
static void scroll_up(struct canvas *canvas, int scroll, int height)
{
    int left = canvas->height - scroll;

    if (scroll > 0 && left > 0)
        memmove(canvas->cells, canvas->cells + (size_t)scroll * (size_t)canvas->width,
                (size_t)left * (size_t)canvas->width * sizeof *canvas->cells);
    canvas->height = left < height ? left : height;
}

void page_draw(struct canvas *canvas, const struct model *model, struct view *view, int height)
{
    int body = height >= 4 ? height - 1 : height, longest;

    switch (view->page) {
    case PAGE_DETAIL:
        detail_draw(canvas, model, view);
        break;
    case PAGE_GRAPH:
        graph_page_draw(canvas, model, view, body);
        break;
    case PAGE_SELF:
        self_draw(canvas, model, view);
        break;
    case PAGE_COLUMNS:
        columns_draw(canvas, model, view, body);
        break;
    case PAGE_HELP:
        help_draw(canvas, view);
        break;
    case PAGE_TABLE:
    case PAGES:
        table_draw(canvas, model, view, body);
        break;
    }
    longest = canvas->height - body;
    if (view->scroll > longest)
        view->scroll = longest;
    if (view->scroll < 0)
        view->scroll = 0;
    scroll_up(canvas, view->scroll, body);
    if (body < height)
        draw_foot(canvas, model, view, body, view->page != PAGE_TABLE && longest > 0);
}
