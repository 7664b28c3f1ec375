/* SPDX-License-Identifier: MIT */
/* The graphs of a machine. */
#define _GNU_SOURCE
#include <math.h>

#include "graph.h"
#include "pages.h"

/* From this width on two panels are beside each other; no panel is lower than this. */
enum { TWO_ACROSS = 96, LOWEST = 2, PANELS = 4 };

/* A scale that ends with a round number. */
static void set_scale(struct series *series, unsigned samples, double least, enum unit unit)
{
    series->full = graph_ceiling(fmax(least, history_largest(series->history, 0, samples)), unit);
}

static double or_zero(struct figure figure)
{
    return figure.known == IS_KNOWN ? figure.value : 0;
}

static struct panel cpu_panel(const struct vm *vm, unsigned samples)
{
    struct panel panel = {.title = "CPU",
                          .notes = {{"used", FIGURE_CPU},
                                    {"wait", FIGURE_WAIT},
                                    {"overhead", FIGURE_OVERHEAD},
                                    {"throttled", FIGURE_THROTTLED_CPU}},
                          .unit = UNIT_CPUS,
                          .up = series_of_vm(vm, FIGURE_CPU),
                          .down = series_of_vm(vm, FIGURE_WAIT),
                          .down_parts = 3};
    double vcpus = or_zero(vm->figures[FIGURE_VCPUS]), largest = history_largest(panel.up.history, 0, samples);

    /* All its virtual CPUs fill it; its monitor may use more. */
    panel.up.full = vcpus >= largest && vcpus > 0 ? vcpus : graph_ceiling(largest, UNIT_CPUS);
    set_scale(&panel.down, samples, panel.up.full / 4, UNIT_CPUS);
    return panel;
}

static struct panel memory_panel(const struct vm *vm, unsigned samples)
{
    struct panel panel = {
        .title = "Memory",
        .notes = {{"resident", FIGURE_RESIDENT}, {"guest used", FIGURE_GUEST_USED}, {"balloon", FIGURE_BALLOON}},
        .unit = UNIT_BYTES,
        .up = series_of_vm(vm, FIGURE_RESIDENT)};

    set_scale(&panel.up, samples, or_zero(vm->figures[FIGURE_GUEST_TOTAL]), UNIT_BYTES);
    return panel;
}

static struct panel traffic_panel(const struct vm *vm, unsigned samples, struct panel panel, enum figure_id in,
                                  enum figure_id out)
{
    panel.unit = UNIT_BYTES;
    panel.is_rate = true;
    panel.up = series_of_vm(vm, in);
    panel.down = series_of_vm(vm, out);
    panel.down_parts = 6;
    set_scale(&panel.up, samples, 0, UNIT_BYTES);
    set_scale(&panel.down, samples, 0, UNIT_BYTES);
    return panel;
}

static void panels_of(const struct vm *vm, unsigned samples, struct panel panels[PANELS])
{
    panels[0] = cpu_panel(vm, samples);
    panels[1] = memory_panel(vm, samples);
    panels[2] = traffic_panel(
        vm, samples,
        (struct panel){.title = "Network", .notes = {{"received/s", FIGURE_NET_IN}, {"sent/s", FIGURE_NET_OUT}}},
        FIGURE_NET_IN, FIGURE_NET_OUT);
    panels[3] = traffic_panel(
        vm, samples,
        (struct panel){.title = "Disk", .notes = {{"read/s", FIGURE_DISK_READ}, {"written/s", FIGURE_DISK_WRITTEN}}},
        FIGURE_DISK_READ, FIGURE_DISK_WRITTEN);
}

void panels_draw(struct canvas *canvas, struct area area, int across, int down, const struct vm *vm,
                 const struct moments *moments)
{
    struct area first = {area.row, area.column, area.width / across, area.height / down};
    struct panel panels[PANELS];

    panels_of(vm, graph_samples(canvas, panel_graph_width(first)), panels);
    for (int i = 0; i < across * down && i < PANELS; i++) {
        int top = area.height * (i / across) / down, bottom = area.height * (i / across + 1) / down;
        int left = area.width * (i % across) / across, right = area.width * (i % across + 1) / across;

        panel_draw(canvas, (struct area){area.row + top, area.column + left, right - left, bottom - top}, &panels[i],
                   vm, moments);
    }
}

void graph_page_draw(struct canvas *canvas, const struct model *model, const struct view *view, int height)
{
    int across = canvas->width >= TWO_ACROSS ? 2 : 1, down = PANELS / across;
    struct area area = {1, 0, canvas->width, height - 1};
    const struct vm *vm;

    if (!page_begin(canvas, model, view, &vm))
        return;
    if (area.height / down < LOWEST)
        area.height = down * LOWEST;
    panels_draw(canvas, area, across, down, vm, &model->moments);
}
