/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "pages.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "bar.h"

enum { NAME = 12, FIELD = 8 };

/* A table: its name and headings, rows of figures below them, and how many more rows there are. */
struct table {
    const char *name;
    size_t count;
    const char *headings[7];
    enum unit units[7];
};

static int draw_rows(struct canvas *canvas, int row, const struct table *table, const struct self_row *rows,
                     size_t shown, size_t all)
{
    char text[48];

    canvas_put_left(canvas, row, 0, 2 + NAME, STYLE_STRONG, table->name);
    for (size_t i = 0; i < shown; i++)
        canvas_put_left(canvas, row + 1 + (int)i, 2, NAME, STYLE_PLAIN, rows[i].name);
    for (size_t k = 0; k < table->count; k++) {
        int column = 2 + NAME + (int)k * FIELD;

        if (column + FIELD > canvas->width)
            break;
        canvas_put_right(canvas, row, column, FIELD, STYLE_STRONG, table->headings[k]);
        for (size_t i = 0; i < shown; i++) {
            struct figure figure = rows[i].figures[k];

            figure_text(figure, table->units[k], text);
            canvas_put_right(canvas, row + 1 + (int)i, column, FIELD, style_of(figure, INFINITY, INFINITY), text);
        }
    }
    row += 1 + (int)shown;
    if (shown >= all)
        return row;
    snprintf(text, sizeof text, "  and %zu more", all - shown);
    canvas_put(canvas, row, 0, STYLE_FAINT, text);
    return row + 1;
}

/* A figure, its bar after the figure, and a history after the bar if there is room. */
static void draw_share(struct canvas *canvas, int row, const char *name, struct figure share, struct figure wanted,
                       const struct history *history, double full)
{
    int room = canvas->width - NAME - 2 - 6, bar = room > 84 ? 40 : room / 2, column;
    char text[FIGURE_BYTES];

    figure_text(share, UNIT_RATIO, text);
    canvas_put_left(canvas, row, 0, NAME, STYLE_STRONG, name);
    column = canvas_put_right(canvas, row, NAME, 6, style_of(share, INFINITY, INFINITY), text) + 1;
    if (bar < 8)
        return;
    canvas_put(canvas, row, column, STYLE_PLAIN, "[");
    bar_draw(canvas, row, column + 1, bar, share, wanted);
    column = canvas_put(canvas, row, column + 1 + bar, STYLE_PLAIN, "]") + 1;
    if (history != NULL && column < canvas->width)
        history_draw(history, canvas, row, column, canvas->width - column > 60 ? 60 : canvas->width - column, full);
}

/* CPUs next to each other, as many as fit. */
static int draw_cpus(struct canvas *canvas, int row, const struct self_view *self)
{
    int across = canvas->width / 26 < 1 ? 1 : canvas->width / 26, count = (int)self->cpu_count;
    char text[32], percent[FIGURE_BYTES];

    for (int i = 0; i < count; i++) {
        int column = i % across * 26;

        figure_text(self->cpus[i], UNIT_RATIO, percent);
        snprintf(text, sizeof text, "  %3llu %5s [", (unsigned long long)self->cpu_ids[i], percent);
        column = canvas_put(canvas, row + i / across, column, STYLE_PLAIN, text);
        bar_draw(canvas, row + i / across, column, 11, self->cpus[i], self->cpu_steal[i]);
        canvas_put(canvas, row + i / across, column + 11, STYLE_PLAIN, "]");
    }
    return row + (count + across - 1) / across;
}

static int draw_memory(struct canvas *canvas, int row, const struct self_view *self, bool histories)
{
    double total = self->memory_total.known == IS_KNOWN ? self->memory_total.value : 0;
    struct figure share = figure_of(self->memory_used.value / self->memory_total.value);
    int column;

    draw_share(canvas, row, "Memory", share, figure_of(NAN), histories ? &self->memory_history : NULL, total);
    column = bar_piece(canvas, row + 1, 2, "used", self->memory_used, UNIT_BYTES);
    column = bar_piece(canvas, row + 1, column, " of", self->memory_total, UNIT_BYTES);
    column = bar_piece(canvas, row + 1, column, "  available", self->memory_available, UNIT_BYTES);
    column = bar_piece(canvas, row + 1, column, "  cache", self->memory_cache, UNIT_BYTES);
    bar_piece(canvas, row + 1, column, "  free", self->memory_free, UNIT_BYTES);
    column = bar_piece(canvas, row + 2, 2, "swap", self->swap_used, UNIT_BYTES);
    column = bar_piece(canvas, row + 2, column, " of", self->swap_total, UNIT_BYTES);
    bar_piece(canvas, row + 2, column, "    balloon", self->balloon, UNIT_BYTES);
    return row + 3;
}

static const struct table pressure_table = {
    "Pressure",
    5,
    {"some", "full", "10 s", "60 s", "300 s"},
    {UNIT_RATIO, UNIT_RATIO, UNIT_RATIO, UNIT_RATIO, UNIT_RATIO},
};
static const struct table net_table = {
    "Network",
    5,
    {"in/s", "out/s", "in pkt", "out pkt", "drop"},
    {UNIT_BYTES, UNIT_BYTES, UNIT_RATE, UNIT_RATE, UNIT_RATE},
};
static const struct table disk_table = {
    "Disks",
    7,
    {"read/s", "write/s", "reads", "writes", "busy", "r ms", "w ms"},
    {UNIT_BYTES, UNIT_BYTES, UNIT_RATE, UNIT_RATE, UNIT_RATIO, UNIT_RATE, UNIT_RATE},
};

static int draw_root(struct canvas *canvas, int row, const struct self_view *self)
{
    int column = canvas_put(canvas, row, 0, STYLE_STRONG, "File system /");

    column = bar_piece(canvas, row, column, "  used", self->root_used, UNIT_BYTES);
    column = bar_piece(canvas, row, column, " of", self->root_size, UNIT_BYTES);
    column = bar_piece(canvas, row, column, "  available", self->root_available, UNIT_BYTES);
    bar_piece(canvas, row, column, "  use", self->root_percent, UNIT_RATIO);
    return row + 1;
}

static void draw_failures(struct canvas *canvas, int row, const struct self_view *self)
{
    char text[128];

    if (self->failure_count != 0)
        canvas_put(canvas, row++, 0, STYLE_STRONG, "Not known, and why");
    for (size_t i = 0; i < self->failure_count; i++) {
        snprintf(text, sizeof text, "%s: %s", self->failures[i].path, strerror(self->failures[i].error));
        canvas_put(canvas, row++, 2, STYLE_PLAIN, text);
    }
}

void self_draw(struct canvas *canvas, const struct model *model, const struct view *view)
{
    const struct self_view *self = &model->self;
    int row = 1, column;

    bar_title(canvas, model, view, "this machine");
    draw_share(canvas, row++, "CPU", self->busy, self->steal, view->histories ? &self->busy_history : NULL, 1);
    column = bar_piece(canvas, row, 2, "user", self->user, UNIT_RATIO);
    column = bar_piece(canvas, row, column, "  system", self->system, UNIT_RATIO);
    column = bar_piece(canvas, row, column, "  iowait", self->iowait, UNIT_RATIO);
    column = bar_piece(canvas, row, column, "  steal", self->steal, UNIT_RATIO);
    column = bar_piece(canvas, row, column, "  load", self->load[0], UNIT_RATE);
    column = bar_piece(canvas, row, column, "", self->load[1], UNIT_RATE);
    column = bar_piece(canvas, row, column, "", self->load[2], UNIT_RATE);
    bar_piece(canvas, row, column, "  up", self->uptime, UNIT_SECONDS);
    row = draw_cpus(canvas, row + 1, self);
    row = draw_memory(canvas, row, self, view->histories);
    row = draw_rows(canvas, row, &pressure_table, self->pressure, SELF_PRESSURES, SELF_PRESSURES);
    row = draw_rows(canvas, row, &net_table, self->nets.rows, self->nets.shown, self->nets.all);
    row = draw_rows(canvas, row, &disk_table, self->disks.rows, self->disks.shown, self->disks.all);
    row = draw_root(canvas, row, self);
    draw_failures(canvas, row, self);
}
