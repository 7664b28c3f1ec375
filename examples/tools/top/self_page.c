/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "pages.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "bar.h"
#include "graph.h"

enum { NAME = 12, FIELD = 8 };

/* Rows of a table that are shown unless the user asks for all. */
enum { USUAL_ROWS = 12 };

/* A table: its name and headings, and rows of figures below them. */
struct table {
    const char *name;
    size_t count;
    const char *headings[7];
    enum unit units[7];
    enum threshold_id thresholds[7];
};

static void draw_headings(struct canvas *canvas, int row, int column, const struct table *table)
{
    bar_heading(canvas, row, column, 1 + NAME, table->name);
    for (size_t i = 0; i < table->count; i++) {
        int at = column + 2 + NAME + (int)i * FIELD;

        if (at + FIELD <= canvas->width)
            canvas_put_right(canvas, row, at, FIELD, STYLE_FAINT, table->headings[i]);
    }
}

static void draw_row(struct canvas *canvas, int row, int column, const struct table *table, const struct self_row *from)
{
    char text[FIGURE_BYTES];

    canvas_put_name(canvas, row, column + 2, NAME, STYLE_PLAIN, from->name);
    for (size_t i = 0; i < table->count; i++) {
        int at = column + 2 + NAME + (int)i * FIELD;

        if (at + FIELD > canvas->width)
            break;
        figure_text(from->figures[i], table->units[i], text);
        canvas_put_right(canvas, row, at, FIELD, style_of(from->figures[i], table->thresholds[i]), text);
    }
}

/*
 * The rows that the user wants to see. `all` is how many there are, `count` how many were kept. Returns the row after
 * the table.
 */
static int draw_rows(struct canvas *canvas, int row, int column, const struct table *table, const struct view *view,
                     const struct self_row *rows, size_t count, size_t all)
{
    const char *filter = view->filters[PAGE_SELF];
    size_t shown = 0, idle = 0, more = all - count;
    char text[96];

    draw_headings(canvas, row++, column, table);
    for (size_t i = 0; i < count; i++) {
        bool is_wanted = filter_has(filter, rows[i].name), is_idle = rows[i].is_idle && !view->all_devices;
        bool has_room = shown < USUAL_ROWS || filter[0] != '\0' || view->all_devices;

        if (is_wanted && !is_idle && has_room) {
            draw_row(canvas, row++, column, table, &rows[i]);
            shown++;
        }
        idle += is_wanted && is_idle;
        more += is_wanted && !is_idle && !has_room;
    }
    if (idle == 0 && more == 0)
        return row;
    if (more == 0)
        snprintf(text, sizeof text, "  %zu idle", idle);
    else if (idle == 0)
        snprintf(text, sizeof text, "  %zu more", more);
    else
        snprintf(text, sizeof text, "  %zu idle, %zu more", idle, more);
    canvas_put(canvas, row, column, STYLE_FAINT, text);
    return row + 1;
}

/* A figure, its bar after the figure, and a history after the bar if there is room. */
static void draw_share(struct canvas *canvas, int row, const char *name, struct figure share, struct figure wanted,
                       enum threshold_id threshold, const struct series *history)
{
    int room = canvas->width - NAME - 2 - 6, bar = room > 84 ? 42 : room / 2, column;
    char text[FIGURE_BYTES];

    figure_text(share, UNIT_RATIO, text);
    canvas_put_left(canvas, row, 0, NAME, STYLE_LABEL, name);
    column = canvas_put_right(canvas, row, NAME, 6, style_of(share, threshold), text) + 1;
    if (bar < 8)
        return;
    bar_meter(canvas, row, column, bar, share, wanted, threshold);
    column += bar + 1;
    if (history != NULL && column < canvas->width)
        history_draw(history, canvas, row, column, canvas->width - column);
}

/* CPUs next to each other, as many as fit. */
static int draw_cpus(struct canvas *canvas, int row, const struct self_view *self)
{
    enum { EACH = 26, METER = 13 };
    int across = canvas->width / EACH < 1 ? 1 : canvas->width / EACH, count = (int)self->cpu_count;
    char text[FIGURE_BYTES + 8];

    for (int i = 0; i < count; i++) {
        int column = i % across * EACH, at = row + i / across;

        snprintf(text, sizeof text, "  %3llu ", (unsigned long long)self->cpu_ids[i]);
        column = canvas_put(canvas, at, column, STYLE_FAINT, text);
        figure_text(self->cpus[i], UNIT_RATIO, text);
        column = canvas_put_right(canvas, at, column, 5, style_of(self->cpus[i], THRESHOLD_BUSY), text) + 1;
        bar_meter(canvas, at, column, METER, self->cpus[i], self->cpu_steal[i], THRESHOLD_BUSY);
    }
    return row + (count + across - 1) / across;
}

/* Figures beside each other, for which there is room; the labels begin with blanks. */
struct piece {
    const char *label;
    struct figure figure;
    enum unit unit;
    enum threshold_id threshold;
};

static void draw_pieces(struct canvas *canvas, int row, int column, const struct piece *pieces, size_t count)
{
    for (size_t i = 0; i < count; i++)
        column = bar_piece(canvas, row, column, pieces[i].label, pieces[i].figure, pieces[i].unit,
                           style_of(pieces[i].figure, pieces[i].threshold));
}

#define DRAW_PIECES(canvas, row, column, pieces)                                                                       \
    draw_pieces(canvas, row, column, pieces, sizeof(pieces) / sizeof(pieces)[0])

static int draw_cpu(struct canvas *canvas, int row, const struct self_view *self, bool histories)
{
    const struct piece pieces[] = {
        {"user", self->user, UNIT_RATIO, THRESHOLD_NONE},       {"  system", self->system, UNIT_RATIO, THRESHOLD_NONE},
        {"  iowait", self->iowait, UNIT_RATIO, THRESHOLD_NONE}, {"  steal", self->steal, UNIT_RATIO, THRESHOLD_STEAL},
        {"  load", self->load[0], UNIT_RATE, THRESHOLD_NONE},   {"", self->load[1], UNIT_RATE, THRESHOLD_NONE},
        {"", self->load[2], UNIT_RATE, THRESHOLD_NONE},         {"  up", self->uptime, UNIT_SECONDS, THRESHOLD_NONE}};

    const struct series history = {&self->busy_history, STYLE_USED, 1, THRESHOLD_BUSY, 1};

    draw_share(canvas, row, "CPU", self->busy, self->steal, THRESHOLD_BUSY, histories ? &history : NULL);
    DRAW_PIECES(canvas, row + 1, 2, pieces);
    return draw_cpus(canvas, row + 2, self);
}

static int draw_memory(struct canvas *canvas, int row, const struct self_view *self, bool histories)
{
    const struct piece first[] = {{"used", self->memory_used, UNIT_BYTES, THRESHOLD_NONE},
                                  {" of", self->memory_total, UNIT_BYTES, THRESHOLD_NONE},
                                  {"  available", self->memory_available, UNIT_BYTES, THRESHOLD_NONE},
                                  {"  cache", self->memory_cache, UNIT_BYTES, THRESHOLD_NONE},
                                  {"  free", self->memory_free, UNIT_BYTES, THRESHOLD_NONE}};
    const struct piece second[] = {{"swap", self->swap_used, UNIT_BYTES, THRESHOLD_NONE},
                                   {" of", self->swap_total, UNIT_BYTES, THRESHOLD_NONE},
                                   {"    balloon", self->balloon, UNIT_BYTES, THRESHOLD_NONE}};
    double total = self->memory_total.known == IS_KNOWN ? self->memory_total.value : 0;
    const struct series history = {&self->memory_history, STYLE_MEMORY, total, THRESHOLD_NONE, 1};

    draw_share(canvas, row, "Memory", share_of(self->memory_used, self->memory_total), figure_of(NAN), THRESHOLD_MEMORY,
               histories ? &history : NULL);
    DRAW_PIECES(canvas, row + 1, 2, first);
    DRAW_PIECES(canvas, row + 2, 2, second);
    return row + 3;
}

static const struct table pressure_table = {
    "Pressure",
    5,
    {"some", "full", "10 s", "60 s", "300 s"},
    {UNIT_RATIO, UNIT_RATIO, UNIT_RATIO, UNIT_RATIO, UNIT_RATIO},
    {THRESHOLD_PRESSURE, THRESHOLD_PRESSURE, THRESHOLD_PRESSURE, THRESHOLD_PRESSURE, THRESHOLD_PRESSURE},
};
static const struct table net_table = {
    "Network",
    5,
    {"in/s", "out/s", "in pkt", "out pkt", "drop"},
    {UNIT_BYTES, UNIT_BYTES, UNIT_RATE, UNIT_RATE, UNIT_RATE},
    {THRESHOLD_NONE, THRESHOLD_NONE, THRESHOLD_NONE, THRESHOLD_NONE, THRESHOLD_DROPS},
};
static const struct table disk_table = {
    "Disks",
    7,
    {"read/s", "write/s", "reads", "writes", "busy", "r ms", "w ms"},
    {UNIT_BYTES, UNIT_BYTES, UNIT_RATE, UNIT_RATE, UNIT_RATIO, UNIT_RATE, UNIT_RATE},
    {THRESHOLD_NONE, THRESHOLD_NONE, THRESHOLD_NONE, THRESHOLD_NONE, THRESHOLD_DISK, THRESHOLD_NONE, THRESHOLD_NONE},
};

static int draw_root(struct canvas *canvas, int row, const struct self_view *self)
{
    const struct piece pieces[] = {{"  used", self->root_used, UNIT_BYTES, THRESHOLD_NONE},
                                   {" of", self->root_size, UNIT_BYTES, THRESHOLD_NONE},
                                   {"  available", self->root_available, UNIT_BYTES, THRESHOLD_NONE},
                                   {"  use", self->root_percent, UNIT_RATIO, THRESHOLD_SPACE}};

    DRAW_PIECES(canvas, row, canvas_put(canvas, row, 0, STYLE_LABEL, "File system /"), pieces);
    return row + 1;
}

static void draw_failures(struct canvas *canvas, int row, const struct self_view *self)
{
    char text[128];

    if (self->failure_count != 0)
        canvas_put(canvas, row++, 0, STYLE_LABEL, "Not known, and why");
    for (size_t i = 0; i < self->failure_count; i++) {
        snprintf(text, sizeof text, "%s: %s", self->failures[i].path, strerror(self->failures[i].error));
        canvas_put(canvas, row++, 2, STYLE_PLAIN, text);
    }
}

void self_draw(struct canvas *canvas, const struct model *model, const struct view *view)
{
    const struct self_view *self = &model->self;
    enum { SECOND = 74 };
    int row = 1, right = 0, second = 0;

    bar_title(canvas, model, view, "this machine");
    row = draw_cpu(canvas, row, self, view->histories);
    row = draw_memory(canvas, row, self, view->histories);
    /* Disks beside all else where there is room for them. */
    if (canvas->width >= 2 * SECOND) {
        right = row;
        second = SECOND;
    }
    row = draw_rows(canvas, row, 0, &pressure_table, view, self->pressure, SELF_PRESSURES, SELF_PRESSURES);
    row = draw_rows(canvas, row, 0, &net_table, view, self->nets.rows, self->nets.count, self->nets.all);
    right = draw_rows(canvas, second == 0 ? row : right, second, &disk_table, view, self->disks.rows, self->disks.count,
                      self->disks.all);
    row = draw_root(canvas, right > row ? right : row, self);
    draw_failures(canvas, row, self);
}
