/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "pages.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "bar.h"

/* What is in a column besides a figure. */
enum kind { KIND_FIGURE, KIND_NAME, KIND_PID, KIND_BAR, KIND_HISTORY };

struct column {
    const char *heading;
    enum kind kind;
    enum figure_id figure;
    int width;
    /* On pages that are at least so wide, and less than so wide. */
    int from;
    int below;
};

enum { ALWAYS = 100000 };

/* Each begins where it fits beside those that begin before. A blank is before each. */
static const struct column columns[] = {
    {"NAME", KIND_NAME, FIGURES, 12, 0, ALWAYS},
    {"PID", KIND_PID, FIGURES, 7, 88, ALWAYS},
    {"VCPU", KIND_FIGURE, FIGURE_VCPUS, 4, 102, ALWAYS},
    {"CPU", KIND_FIGURE, FIGURE_CPU, 5, 12, ALWAYS},
    {"SHARE", KIND_BAR, FIGURES, 6, 80, ALWAYS},
    {"HISTORY", KIND_HISTORY, FIGURES, 8, 97, ALWAYS},
    {"WAIT", KIND_FIGURE, FIGURE_WAIT, 5, 44, ALWAYS},
    {"OVERH", KIND_FIGURE, FIGURE_OVERHEAD, 5, 67, ALWAYS},
    {"THROT", KIND_FIGURE, FIGURE_THROTTLED, 5, 61, ALWAYS},
    {"LIMIT", KIND_FIGURE, FIGURE_LIMIT_USED, 5, 150, ALWAYS},
    {"RES", KIND_FIGURE, FIGURE_RESIDENT, 5, 25, ALWAYS},
    {"GUEST", KIND_FIGURE, FIGURE_GUEST_USED, 5, 50, ALWAYS},
    {"BALL", KIND_FIGURE, FIGURE_BALLOON, 5, 73, ALWAYS},
    {"CGMEM", KIND_FIGURE, FIGURE_CGROUP_MEMORY, 5, 119, ALWAYS},
    {"NET/s", KIND_FIGURE, FIGURE_NET, 5, 31, 108},
    {"IN/s", KIND_FIGURE, FIGURE_NET_IN, 5, 108, ALWAYS},
    {"OUT/s", KIND_FIGURE, FIGURE_NET_OUT, 5, 108, ALWAYS},
    {"DISK/s", KIND_FIGURE, FIGURE_DISK, 6, 38, 113},
    {"RD/s", KIND_FIGURE, FIGURE_DISK_READ, 5, 113, ALWAYS},
    {"WR/s", KIND_FIGURE, FIGURE_DISK_WRITTEN, 5, 113, ALWAYS},
    {"PSI", KIND_FIGURE, FIGURE_PRESSURE, 4, 55, ALWAYS},
};
enum { COLUMNS = sizeof columns / sizeof columns[0] };

/* How wide each column is on a page; 0 where it is not on it. */
struct widths {
    int of[COLUMNS];
};

static int smaller(int one, int other)
{
    return one < other ? one : other;
}

static struct widths widths_of(int width, bool histories)
{
    struct widths widths = {{0}};
    int left = width, *name = NULL, *history = NULL, more;

    for (size_t i = 0; i < COLUMNS; i++) {
        const struct column *column = &columns[i];

        if (width < column->from || width >= column->below || (column->kind == KIND_HISTORY && !histories))
            continue;
        widths.of[i] = column->width;
        left -= column->width + 1;
        if (column->kind == KIND_NAME)
            name = &widths.of[i];
        else if (column->kind == KIND_HISTORY)
            history = &widths.of[i];
    }
    if (left < 0 && name != NULL)
        *name += left;
    if (left <= 0 || name == NULL)
        return widths;
    /* What is left makes names and histories longer. */
    more = history == NULL ? 0 : smaller(left, 8);
    left -= more;
    if (history != NULL)
        *history += more;
    more = smaller(left, 12);
    *name += more;
    left -= more;
    if (history != NULL)
        *history += smaller(left, 48);
    return widths;
}

/* Whether the table is sorted by a column. */
static bool is_sorted_by(const struct view *view, const struct column *column)
{
    if (view->sort == SORT_NAME)
        return column->kind == KIND_NAME;
    return column->kind == KIND_FIGURE && column->figure == sort_kinds[view->sort].figure;
}

/* A mark stands before the heading that it is sorted by; in a page for scripts it would be part of the word. */
static void draw_heading(struct canvas *canvas, int row, const struct widths *widths, const struct view *view,
                         bool marked)
{
    int at = 0;

    for (size_t i = 0; i < COLUMNS; i++) {
        const struct column *column = &columns[i];
        int width = widths->of[i], place = at;

        if (width <= 0)
            continue;
        if (column->kind == KIND_FIGURE || column->kind == KIND_PID) {
            canvas_put_right(canvas, row, at + 1, width, STYLE_HEADING, column->heading);
            place = at + width - columns_of(column->heading);
        } else {
            canvas_put_left(canvas, row, at + 1, width, STYLE_HEADING, column->heading);
        }
        if (marked && is_sorted_by(view, column))
            canvas_put_character(canvas, row, place, STYLE_HEADING,
                                 !canvas->wide_set ? '*'
                                 : view->reverse   ? 0x25b4
                                                   : 0x25be);
        at += width + 1;
    }
    canvas_paint(canvas, row, STYLE_HEADING);
}

/*
 * In what is worth a look the figures differ: half a machine's CPUs waiting is bad, half of its memory in use is not.
 */
static enum style style_in(const struct vm *vm, enum figure_id id)
{
    const struct figure *vcpus = &vm->figures[FIGURE_VCPUS];
    double cpus = vcpus->known == IS_KNOWN ? vcpus->value : 1;

    if (id == FIGURE_WAIT)
        return style_of(vm->figures[id], 0.1 * cpus, 0.3 * cpus);
    if (id == FIGURE_THROTTLED)
        return style_of(vm->figures[id], 0.01, 0.25);
    if (id == FIGURE_PRESSURE)
        return style_of(vm->figures[id], 0.2, 0.5);
    return style_of(vm->figures[id], INFINITY, INFINITY);
}

static struct figure share_of(struct figure part, struct figure whole)
{
    if (part.known != IS_KNOWN)
        return part;
    if (whole.known != IS_KNOWN)
        return figure_of(NAN);
    return figure_of(part.value / whole.value);
}

static void draw_cell(struct canvas *canvas, int row, int at, int width, const struct column *column,
                      const struct vm *vm)
{
    const struct figure *figures = vm->figures;
    struct figure share;
    char text[32];

    switch (column->kind) {
    case KIND_NAME:
        canvas_put_left(canvas, row, at, width, STYLE_STRONG, vm->name);
        break;
    case KIND_PID:
        snprintf(text, sizeof text, "%llu", (unsigned long long)vm->pid);
        canvas_put_right(canvas, row, at, width, STYLE_PLAIN, text);
        break;
    case KIND_BAR:
        share = share_of(figures[FIGURE_CPU], figures[FIGURE_VCPUS]);
        figure_text(share, UNIT_RATIO, text);
        if (share.known != IS_KNOWN)
            canvas_put_left(canvas, row, at, width, STYLE_FAINT, text);
        bar_draw(canvas, row, at, width, share, share_of(figures[FIGURE_WAIT], figures[FIGURE_VCPUS]));
        break;
    case KIND_HISTORY:
        history_draw(&vm->histories[FIGURE_CPU], canvas, row, at, width,
                     figures[FIGURE_VCPUS].known == IS_KNOWN ? figures[FIGURE_VCPUS].value : 0);
        break;
    case KIND_FIGURE:
        figure_text(figures[column->figure], figure_unit(column->figure), text);
        canvas_put_right(canvas, row, at, width, style_in(vm, column->figure), text);
        break;
    }
}

static void draw_vm(struct canvas *canvas, int row, const struct widths *widths, const struct vm *vm, bool chosen)
{
    int at = 0;

    for (size_t i = 0; i < COLUMNS; i++) {
        if (widths->of[i] <= 0)
            continue;
        draw_cell(canvas, row, at + 1, widths->of[i], &columns[i], vm);
        at += widths->of[i] + 1;
    }
    if (chosen) {
        canvas_put_character(canvas, row, 0, STYLE_CHOSEN, '>');
        canvas_paint(canvas, row, STYLE_CHOSEN);
    }
}

static struct figure resident_of_all(const struct model *model)
{
    struct figure sum = figure_of(0);

    for (size_t i = 0; i < model->count; i++) {
        if (model->vms[i]->figures[FIGURE_RESIDENT].known == IS_KNOWN)
            sum.value += model->vms[i]->figures[FIGURE_RESIDENT].value;
    }
    return sum;
}

static void pressure_text(const struct self_row *pressure, char *text, size_t size)
{
    char cpu[FIGURE_BYTES], memory[FIGURE_BYTES], io[FIGURE_BYTES];

    figure_text(pressure[SELF_CPU_PRESSURE].figures[0], UNIT_RATIO, cpu);
    figure_text(pressure[SELF_MEMORY_PRESSURE].figures[0], UNIT_RATIO, memory);
    figure_text(pressure[SELF_IO_PRESSURE].figures[0], UNIT_RATIO, io);
    snprintf(text, size, "  PSI cpu%5s mem%5s io%5s", cpu, memory, io);
}

/* The host's CPU and memory, a line each. */
static void draw_host(struct canvas *canvas, const struct model *model)
{
    const struct self_view *self = &model->self;
    int bar = canvas->width < 60 ? 0 : canvas->width / 5 - 3, column;
    char text[64];

    column = canvas_put(canvas, 1, 0, STYLE_STRONG, "CPU ");
    canvas_put(canvas, 2, 0, STYLE_STRONG, "MEM ");
    if (bar != 0) {
        canvas_put(canvas, 1, column, STYLE_PLAIN, "[");
        canvas_put(canvas, 2, column, STYLE_PLAIN, "[");
        bar_draw(canvas, 1, column + 1, bar, self->busy, self->steal);
        bar_draw(canvas, 2, column + 1, bar, share_of(self->memory_used, self->memory_total), figure_of(NAN));
        canvas_put(canvas, 1, column + 1 + bar, STYLE_PLAIN, "] ");
        column = canvas_put(canvas, 2, column + 1 + bar, STYLE_PLAIN, "] ");
    }
    bar = column;
    column = bar_piece(canvas, 1, bar, "", self->busy, UNIT_RATIO);
    snprintf(text, sizeof text, " of %zu CPU%s", self->cpu_count, self->cpu_count == 1 ? "" : "s");
    column = canvas_put_whole(canvas, 1, column, STYLE_PLAIN, text);
    column = bar_piece(canvas, 1, column, "  steal", self->steal, UNIT_RATIO);
    pressure_text(self->pressure, text, sizeof text);
    canvas_put_whole(canvas, 1, column, STYLE_PLAIN, text);
    column = bar_piece(canvas, 2, bar, "", self->memory_used, UNIT_BYTES);
    column = bar_piece(canvas, 2, column, " of", self->memory_total, UNIT_BYTES);
    column = bar_piece(canvas, 2, column, "  available", self->memory_available, UNIT_BYTES);
    bar_piece(canvas, 2, column, "  machines hold", resident_of_all(model), UNIT_BYTES);
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
    if (model->count <= rows)
        view->first_row = 0;
    else if (view->first_row + rows > model->count)
        view->first_row = model->count - rows;
}

static void draw_no_machine(struct canvas *canvas, int row, const struct model *model)
{
    if (model->is_asked_for) {
        canvas_put(canvas, row, 0, STYLE_PLAIN, "no virtual machine is left: all have ended");
        return;
    }
    canvas_put(canvas, row, 0, STYLE_PLAIN,
               "no virtual machine found: looked for a descriptor anon_inode:kvm-vm, and for");
    canvas_put(canvas, row + 1, 0, STYLE_PLAIN,
               "processes named firecracker, cloud-hypervisor, qemu-system-*, qemu-kvm,");
    canvas_put(canvas, row + 2, 0, STYLE_PLAIN, "qemu-dm-*, kvm, crosvm");
}

void table_draw(struct canvas *canvas, const struct model *model, struct view *view, int height)
{
    struct widths widths = widths_of(canvas->width, view->histories);
    /* On a low screen the machines matter most. */
    int row = height == 0 || height >= 10 ? 3 : height >= 5 ? 1 : 0;
    size_t rows = model->count;

    if (row >= 1)
        bar_title(canvas, model, view, "vmmetrics-top");
    if (row == 3)
        draw_host(canvas, model);
    if (height != 1)
        draw_heading(canvas, row++, &widths, view, height != 0);
    if (model->count == 0) {
        draw_no_machine(canvas, row, model);
        return;
    }
    if (height != 0) {
        rows = (size_t)(height > row ? height - row : 0);
        keep_in_sight(model, view, rows);
    } else {
        view->first_row = 0;
    }
    for (size_t i = 0; i < rows && view->first_row + i < model->count; i++) {
        const struct vm *vm = model->vms[view->first_row + i];

        draw_vm(canvas, row + (int)i, &widths, vm, vm->pid == view->chosen);
    }
}
