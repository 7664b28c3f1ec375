/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "graph.h"

#include <math.h>
#include <stdio.h>

/* Columns for the scale, with a blank; and the smallest panel that has a frame. */
enum { SCALE = 8, FRAMED_HEIGHT = 4 };

/* ---- A graph ---- */

/* How many heights a graph can have in one row. */
static int steps_of(const struct canvas *canvas)
{
    static const int steps[] = {[SYMBOLS_ASCII] = 3, [SYMBOLS_BLOCKS] = 8, [SYMBOLS_BRAILLE] = 4};

    return steps[canvas->symbols];
}

unsigned graph_samples(const struct canvas *canvas, int width)
{
    return (width < 0 ? 0 : (unsigned)width) * (canvas->symbols == SYMBOLS_BRAILLE ? 2 : 1);
}

/* How high a value is, in steps. What is known has at least one step, so that zero differs from unknown. */
static int level_of(double value, double full, int steps)
{
    double level;

    if (isnan(value))
        return 0;
    level = full > 0 ? ceil(value / full * steps - 0.01) : 0;
    return level < 1 ? 1 : level > steps ? steps : (int)level;
}

/* The character of a cell in which the one or two samples take so many steps. */
static uint32_t character_of(enum symbols symbols, const int levels[2], bool is_down)
{
    static const unsigned char left[2][5] = {{0, 0x40, 0x44, 0x46, 0x47}, {0, 0x01, 0x03, 0x07, 0x47}};
    static const unsigned char right[2][5] = {{0, 0x80, 0xa0, 0xb0, 0xb8}, {0, 0x08, 0x18, 0x38, 0xb8}};
    static const char plain[2][5] = {" .:|", " ':|"};

    switch (symbols) {
    case SYMBOLS_BRAILLE:
        return 0x2800U | left[is_down][levels[0]] | right[is_down][levels[1]];
    case SYMBOLS_BLOCKS:
        /* Unicode has no eighths of blocks that begin at the top, only the half. */
        if (is_down)
            return levels[1] > 4 ? 0x2588 : 0x2580;
        return 0x2580U + (uint32_t)levels[1];
    case SYMBOLS_ASCII:
        break;
    }
    return (unsigned char)plain[is_down][levels[1]];
}

static int part_in_row(int level, int row, int steps)
{
    level -= row * steps;
    return level < 0 ? 0 : level > steps ? steps : level;
}

static enum style style_at(const struct series *series, double value)
{
    if (series->threshold == THRESHOLD_NONE)
        return series->style;
    return style_of_used(value / series->whole, series->threshold);
}

void graph_draw(struct canvas *canvas, struct area area, const struct series *series, bool is_down)
{
    int steps = steps_of(canvas);
    unsigned each = graph_samples(canvas, 1);

    for (int i = 0; i < area.width; i++) {
        unsigned ago = (unsigned)(area.width - 1 - i) * each;
        int older = level_of(history_ago(series->history, ago + each - 1), series->full, steps * area.height);
        int newer = level_of(history_ago(series->history, ago), series->full, steps * area.height);

        for (int row = 0; row < area.height && (older > row * steps || newer > row * steps); row++) {
            const int levels[2] = {part_in_row(older, row, steps), part_in_row(newer, row, steps)};
            double value = fmin(history_largest(series->history, ago, each), (row + 1) * series->full / area.height);

            canvas_put_character(canvas, is_down ? area.row + row : area.row + area.height - 1 - row, area.column + i,
                                 style_at(series, value), character_of(canvas->symbols, levels, is_down));
        }
    }
}

void history_draw(const struct series *series, struct canvas *canvas, int row, int column, int width)
{
    static const char plain[] = "_.:-=+*#";
    double full = series->full;

    if (!(full > 0))
        full = history_largest(series->history, 0, width < 0 ? 0 : (unsigned)width);
    for (int i = 0; i < width; i++) {
        double value = history_ago(series->history, (unsigned)(width - 1 - i));
        int level = 0;

        if (isnan(value))
            continue;
        if (value > 0 && full > 0)
            level = value >= full ? 7 : (int)(value / full * 8);
        canvas_put_character(canvas, row, column + i, style_at(series, value),
                             canvas->symbols == SYMBOLS_ASCII ? (uint32_t)plain[level] : 0x2581 + (uint32_t)level);
    }
}

struct series series_of_vm(const struct vm *vm, enum figure_id figure)
{
    static const struct {
        enum style style;
        enum threshold_id threshold;
    } looks[HISTORIES] = {
        [FIGURE_CPU] = {STYLE_USED, THRESHOLD_BUSY},         [FIGURE_WAIT] = {STYLE_USED_WARN, THRESHOLD_NONE},
        [FIGURE_RESIDENT] = {STYLE_MEMORY, THRESHOLD_NONE},  [FIGURE_NET_IN] = {STYLE_IN, THRESHOLD_NONE},
        [FIGURE_NET_OUT] = {STYLE_OUT, THRESHOLD_NONE},      [FIGURE_DISK_READ] = {STYLE_IN, THRESHOLD_NONE},
        [FIGURE_DISK_WRITTEN] = {STYLE_OUT, THRESHOLD_NONE}, [FIGURE_PRESSURE] = {STYLE_USED, THRESHOLD_PRESSURE},
    };
    struct series series = {&vm->histories[figure], looks[figure].style, 0, looks[figure].threshold, 1};
    const struct figure *vcpus = &vm->figures[FIGURE_VCPUS];

    if (figure_unit(figure) != UNIT_CPUS)
        return series;
    /* CPUs are shown as part of what it could use at most, all else beside its own largest. */
    if (vcpus->known == IS_KNOWN && vcpus->value > 0)
        series.full = series.whole = vcpus->value;
    else
        series.threshold = THRESHOLD_NONE;
    return series;
}

/* ---- Scales ---- */

double graph_ceiling(double value, enum unit unit)
{
    static const double steps[] = {1, 2, 5, 10};
    double power;

    if (unit == UNIT_BYTES)
        return value <= 1024 ? 1024 : exp2(ceil(log2(value) - 1e-9));
    /* Percents and rates. */
    if (value <= 0.01)
        return 0.01;
    power = pow(10, floor(log10(value)));
    for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) {
        if (value <= steps[i] * power * (1 + 1e-9))
            return steps[i] * power;
    }
    return 10 * power;
}

static void put_scale(struct canvas *canvas, int row, int column, double value, const struct panel *panel)
{
    char number[FIGURE_BYTES], text[16];

    figure_text(figure_of(value), panel->unit, number);
    snprintf(text, sizeof text, "%s%s", number, panel->is_rate && value > 0 ? "/s" : "");
    canvas_put_right(canvas, row, column, SCALE - 1, STYLE_FAINT, text);
}

/* ---- A panel ---- */

/* The corners, the lines, and those at which a title begins and ends. */
struct frame {
    uint32_t top_left, top_right, bottom_left, bottom_right, across, down;
};

static const struct frame *frame_of(const struct canvas *canvas)
{
    static const struct frame ascii = {'+', '+', '+', '+', '-', '|'};
    static const struct frame lines = {0x250c, 0x2510, 0x2514, 0x2518, 0x2500, 0x2502};
    static const struct frame round = {0x256d, 0x256e, 0x2570, 0x256f, 0x2500, 0x2502};

    return canvas->symbols == SYMBOLS_ASCII ? &ascii : canvas->symbols == SYMBOLS_BLOCKS ? &lines : &round;
}

static bool has_frame(struct area area)
{
    return area.height >= FRAMED_HEIGHT && area.width >= 24;
}

int panel_graph_width(struct area area)
{
    return area.width - SCALE - (has_frame(area) ? 2 : 0);
}

static void draw_frame(struct canvas *canvas, struct area area)
{
    const struct frame *frame = frame_of(canvas);
    int last = area.row + area.height - 1, right = area.column + area.width - 1;

    canvas_fill(canvas, area.row, area.column, right, STYLE_FAINT, frame->across);
    if (!has_frame(area))
        return;
    canvas_fill(canvas, last, area.column, right, STYLE_FAINT, frame->across);
    canvas_put_character(canvas, area.row, area.column, STYLE_FAINT, frame->top_left);
    canvas_put_character(canvas, area.row, right, STYLE_FAINT, frame->top_right);
    canvas_put_character(canvas, last, area.column, STYLE_FAINT, frame->bottom_left);
    canvas_put_character(canvas, last, right, STYLE_FAINT, frame->bottom_right);
    for (int row = area.row + 1; row < last; row++) {
        canvas_put_character(canvas, row, area.column, STYLE_FAINT, frame->down);
        canvas_put_character(canvas, row, right, STYLE_FAINT, frame->down);
    }
}

/* The title and the notes for which there is room, in the frame's first line. */
static void draw_title(struct canvas *canvas, struct area area, const struct panel *panel, const struct vm *vm)
{
    int column = area.column + 2, end = area.column + area.width - 1;
    char number[FIGURE_BYTES], text[64];

    snprintf(text, sizeof text, " %s ", panel->title);
    canvas_put(canvas, area.row, column, STYLE_LABEL, text);
    column += canvas_columns(canvas, text) + 1;
    for (const struct note *note = panel->notes; note->label != NULL; note++) {
        int width;

        figure_text(vm->figures[note->figure], panel->unit, number);
        snprintf(text, sizeof text, " %s ", note->label);
        width = canvas_columns(canvas, text) + canvas_columns(canvas, number) + 1;
        if (column + width >= end)
            break;
        canvas_put(canvas, area.row, canvas_put(canvas, area.row, column, STYLE_FAINT, text),
                   style_of_vm(vm, note->figure), number);
        canvas_put(canvas, area.row, column + width - 1, STYLE_PLAIN, " ");
        column += width + 1;
    }
}

/* The ages of the first and of the last sample, below them. */
static void draw_time(struct canvas *canvas, struct area graph, int row, const struct history *history,
                      const struct moments *moments)
{
    unsigned each = graph_samples(canvas, 1), all = graph_samples(canvas, graph.width);
    unsigned shown = history->count < all ? history->count : all;
    int first = graph.column + graph.width - (int)((shown + each - 1) / each), end;
    char age[FIGURE_BYTES], text[32];

    if (shown < 2)
        return;
    figure_text(figure_of(moments_ago(moments, shown - 1)), UNIT_SECONDS, age);
    snprintf(text, sizeof text, " %s ago ", age);
    end = graph.column + graph.width - 5;
    if (first + canvas_columns(canvas, text) < end)
        canvas_put(canvas, row, first, STYLE_FAINT, text);
    canvas_put(canvas, row, end, STYLE_FAINT, " now ");
}

void panel_draw(struct canvas *canvas, struct area area, const struct panel *panel, const struct vm *vm,
                const struct moments *moments)
{
    int edge = has_frame(area);
    struct area up = {area.row + 1, area.column + edge + SCALE, panel_graph_width(area), area.height - 1 - edge},
                down = up;
    int scale = area.column + edge;

    draw_frame(canvas, area);
    draw_title(canvas, area, panel, vm);
    down.height = panel->down.history == NULL || up.height < 2 ? 0 : (up.height * panel->down_parts + 6) / 12;
    if (panel->down.history != NULL && up.height >= 2 && down.height == 0)
        down.height = 1;
    up.height -= down.height;
    down.row += up.height;
    graph_draw(canvas, up, &panel->up, false);
    if (up.height > 0 && !history_has(panel->up.history, 0, graph_samples(canvas, up.width)))
        canvas_put_left(canvas, up.row + (up.height - 1) / 2, up.column + up.width / 2 - 4, 8, STYLE_FAINT, "unknown");
    if (up.height > 0)
        put_scale(canvas, up.row, scale, panel->up.full, panel);
    if (down.height != 0) {
        graph_draw(canvas, down, &panel->down, true);
        put_scale(canvas, down.row + down.height - 1, scale, panel->down.full, panel);
    }
    if (up.height >= 5 && panel->unit == UNIT_CPUS)
        put_scale(canvas, up.row + up.height / 2, scale, panel->up.full / 2, panel);
    if (up.height >= 3)
        put_scale(canvas, up.row + up.height - 1, scale, 0, panel);
    if (edge)
        draw_time(canvas, up, area.row + area.height - 1, panel->up.history, moments);
}
