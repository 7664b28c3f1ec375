/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "pages.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "bar.h"
#include "graph.h"

/* ---- This host ---- */

/* A sum that lacks a part says nothing. */
static struct figure resident_of_all(const struct model *model)
{
    struct figure sum = figure_of(0);

    for (size_t i = 0; i < model->count; i++)
        sum = figure_sum(sum, model->vms[i]->figures[FIGURE_RESIDENT]);
    return sum;
}

static void draw_pressure(struct canvas *canvas, int row, int column, const struct self_row *pressure)
{
    static const char *const labels[SELF_PRESSURES] = {"  PSI cpu", " mem", " io"};

    /* All of them or none. */
    if (column + (9 + 4 + 3 + SELF_PRESSURES * 5) > canvas->width)
        return;
    for (size_t i = 0; i < SELF_PRESSURES; i++) {
        struct figure some = pressure[i].figures[0];

        column = bar_piece(canvas, row, column, labels[i], some, UNIT_RATIO, style_of(some, THRESHOLD_PRESSURE));
    }
}

/* The history of the host's CPU to the right of two lines if there is room. */
static void draw_host_history(struct canvas *canvas, const struct model *model)
{
    struct series series = {&model->self.busy_history, STYLE_USED, 1, THRESHOLD_BUSY, 1};
    int width = canvas->width - 104;

    if (width >= 16)
        graph_draw(canvas, (struct area){1, canvas->width - (width > 60 ? 60 : width), width > 60 ? 60 : width, 2},
                   &series, false);
}

/* The host's CPU and memory, a line each. */
static void draw_host(struct canvas *canvas, const struct model *model, const struct view *view)
{
    const struct self_view *self = &model->self;
    struct figure memory = share_of(self->memory_used, self->memory_total);
    int width = canvas->width < 60 ? 0 : canvas->width < 180 ? canvas->width / 5 - 1 : 35, column;
    char text[64];

    column = canvas_put(canvas, 1, 0, STYLE_LABEL, "CPU ");
    canvas_put(canvas, 2, 0, STYLE_LABEL, "MEM ");
    if (width != 0) {
        bar_meter(canvas, 1, column, width, self->busy, self->steal, THRESHOLD_BUSY);
        bar_meter(canvas, 2, column, width, memory, figure_of(NAN), THRESHOLD_MEMORY);
        column += width + 1;
    }
    width = column;
    column = bar_piece(canvas, 1, width, "", self->busy, UNIT_RATIO, style_of(self->busy, THRESHOLD_BUSY));
    snprintf(text, sizeof text, " of %zu CPU%s", self->cpu_count, self->cpu_count == 1 ? "" : "s");
    column = canvas_put_whole(canvas, 1, column, STYLE_FAINT, text);
    column = bar_piece(canvas, 1, column, "  steal", self->steal, UNIT_RATIO, style_of(self->steal, THRESHOLD_STEAL));
    draw_pressure(canvas, 1, column, self->pressure);
    column = bar_piece(canvas, 2, width, "", self->memory_used, UNIT_BYTES, style_of(memory, THRESHOLD_MEMORY));
    column = bar_piece(canvas, 2, column, " of", self->memory_total, UNIT_BYTES, STYLE_PLAIN);
    column = bar_piece(canvas, 2, column, "  available", self->memory_available, UNIT_BYTES, STYLE_PLAIN);
    bar_piece(canvas, 2, column, "  machines hold", resident_of_all(model), UNIT_BYTES, STYLE_PLAIN);
    if (view->histories)
        draw_host_history(canvas, model);
}

/* ---- The machines ---- */

static bool is_to_the_right(enum column_kind kind)
{
    return kind == IS_FIGURE || kind == IS_PID;
}

/* A mark stands before the heading that it is sorted by; in a page for scripts it would be part of the word. */
static void draw_heading(struct canvas *canvas, int row, const struct layout *layout, const struct view *view,
                         bool marked)
{
    const struct place *last = &layout->places[layout->count - 1];
    char more[24];

    canvas_paint(canvas, row, STYLE_HEADING);
    for (size_t i = 0; i < layout->count; i++) {
        const struct place *place = &layout->places[i];
        const struct column *column = &table_columns[place->id];
        enum style style = marked && place->id == view->sort ? STYLE_SORTED : STYLE_HEADING;
        int mark = place->at - 1;

        if (style == STYLE_SORTED)
            canvas_fill(canvas, row, mark, place->at + place->width, style, ' ');
        if (is_to_the_right(column->kind)) {
            canvas_put_right(canvas, row, place->at, place->width, style, column->heading);
            mark += place->width - canvas_columns(canvas, column->heading);
        } else {
            canvas_put_left(canvas, row, place->at, place->width, style, column->heading);
        }
        if (style == STYLE_SORTED)
            canvas_put_character(canvas, row, mark, style,
                                 canvas->symbols == SYMBOLS_ASCII             ? '*'
                                 : view->reverse != column_ascends(place->id) ? 0x25b4
                                                                              : 0x25be);
    }
    snprintf(more, sizeof more, "+%zu", layout->left_out);
    if (marked && layout->left_out != 0 && last->at + last->width + LEFT_OUT_WIDTH <= canvas->width)
        canvas_put_right(canvas, row, canvas->width - LEFT_OUT_WIDTH + 1, LEFT_OUT_WIDTH - 1, STYLE_SORTED, more);
}

/* For scripts each cell is one word. */
static void put_words(struct canvas *canvas, int row, const struct place *place, enum style style, const char *words,
                      bool is_live)
{
    char text[256];

    snprintf(text, sizeof text, "%s", words[0] == '\0' ? "-" : words);
    for (char *at = text; *at != '\0' && !is_live; at++) {
        if (*at == ' ')
            *at = '_';
    }
    canvas_put_name(canvas, row, place->at, place->width, style, text);
}

static void draw_cell(struct canvas *canvas, int row, const struct place *place, const struct vm *vm, bool is_live)
{
    const struct figure *figures = vm->figures;
    const struct column *column = &table_columns[place->id];
    struct series series;
    struct figure share;
    char text[256];

    switch (column->kind) {
    case IS_NAME:
        put_words(canvas, row, place, STYLE_STRONG, vm->name, is_live);
        break;
    case IS_KIND:
        put_words(canvas, row, place, STYLE_PLAIN, vm->comm, is_live);
        break;
    case IS_DEVICES:
        devices_text(vm, text, sizeof text);
        put_words(canvas, row, place, STYLE_PLAIN, text, is_live);
        break;
    case IS_PID:
        snprintf(text, sizeof text, "%llu", (unsigned long long)vm->pid);
        canvas_put_right(canvas, row, place->at, place->width, STYLE_PLAIN, text);
        break;
    case IS_BAR:
        share = share_of(figures[FIGURE_CPU], figures[FIGURE_VCPUS]);
        figure_text(share, UNIT_RATIO, text);
        if (share.known != IS_KNOWN)
            canvas_put_left(canvas, row, place->at, place->width, STYLE_FAINT, text);
        bar_draw(canvas, row, place->at, place->width, share, share_of(figures[FIGURE_WAIT], figures[FIGURE_VCPUS]),
                 THRESHOLD_BUSY);
        break;
    case IS_HISTORY:
        series = series_of_vm(vm, FIGURE_CPU);
        history_draw(&series, canvas, row, place->at, place->width);
        break;
    case IS_FIGURE:
        figure_text(figures[column->figure], figure_unit(column->figure), text);
        canvas_put_right(canvas, row, place->at, place->width, style_of_vm(vm, column->figure), text);
        break;
    }
}

static void draw_vm(struct canvas *canvas, int row, const struct layout *layout, const struct vm *vm, bool chosen,
                    bool is_live)
{
    for (size_t i = 0; i < layout->count; i++)
        draw_cell(canvas, row, &layout->places[i], vm, is_live);
    if (chosen) {
        canvas_put_character(canvas, row, 0, STYLE_STRONG, '>');
        canvas_choose(canvas, row);
    }
}

/* Keeps the chosen machine among `rows` of them that are shown. */
static void keep_in_sight(const struct model *model, struct view *view, size_t rows)
{
    size_t chosen = model_chosen(model, view);

    if (view->first_row > chosen)
        view->first_row = chosen;
    if (chosen >= view->first_row + rows)
        view->first_row = chosen - rows + 1;
    /* No empty rows below while there are machines above. */
    if (model->shown <= rows)
        view->first_row = 0;
    else if (view->first_row + rows > model->shown)
        view->first_row = model->shown - rows;
}

static void draw_no_machine(struct canvas *canvas, int row, const struct model *model)
{
    static const char *const lines[] = {
        "no virtual machine found: looked for a descriptor anon_inode:kvm-vm, and for",
        "processes named firecracker, cloud-hypervisor, qemu-system-*, qemu-kvm,",
        "qemu-dm-*, kvm, crosvm",
    };

    if (model->count != 0) {
        canvas_put(canvas, row, 0, STYLE_PLAIN, "no machine has this text in its name, process or devices");
        return;
    }
    if (model->is_asked_for) {
        canvas_put(canvas, row, 0, STYLE_PLAIN, "no virtual machine is left: all have ended");
        return;
    }
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
        canvas_put(canvas, row + (int)i, 0, STYLE_PLAIN, lines[i]);
}

/* The graphs of the chosen machine in what the table leaves of the screen. */
static void draw_preview(struct canvas *canvas, const struct model *model, const struct view *view, int row, int height)
{
    enum { LOWEST = 6, NARROWEST = 38, IN_TWO_ROWS = 18 };
    int rows = height - row - 1, down = rows >= IN_TWO_ROWS ? 2 : 1, most = 4 / down,
        across = canvas->width / NARROWEST;
    const struct vm *vm = model->vms[model_chosen(model, view)];
    char text[96];

    if (!view->histories || rows < LOWEST || across < 1)
        return;
    snprintf(text, sizeof text, "%.80s", vm->name);
    bar_heading(canvas, row, 0, canvas->width, text);
    panels_draw(canvas, (struct area){row + 1, 0, canvas->width, rows}, across > most ? most : across, down, vm,
                &model->moments);
}

void table_draw(struct canvas *canvas, const struct model *model, struct view *view, int height)
{
    struct layout layout = layout_of(&view->columns, canvas->width, view->histories);
    /* On a low screen the machines matter most. */
    int row = height == 0 || height >= 10 ? 3 : height >= 5 ? 1 : 0;
    size_t rows = model->shown;

    if (row >= 1)
        bar_title(canvas, model, view, "vmmetrics-top");
    if (row == 3)
        draw_host(canvas, model, view);
    if (height != 1)
        draw_heading(canvas, row++, &layout, view, height != 0);
    if (model->shown == 0) {
        draw_no_machine(canvas, row, model);
        return;
    }
    if (height != 0) {
        rows = (size_t)(height > row ? height - row : 0);
        keep_in_sight(model, view, rows);
    } else {
        view->first_row = 0;
    }
    for (size_t i = 0; i < rows && view->first_row + i < model->shown; i++) {
        const struct vm *vm = model->vms[view->first_row + i];

        draw_vm(canvas, row + (int)i, &layout, vm, vm->pid == view->chosen, height != 0);
    }
    if (height != 0)
        draw_preview(canvas, model, view, row + (int)model->shown + 1, height);
}
