/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "pages.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "bar.h"

/* A line: a figure, and its history where it has one. */
struct item {
    const char *label;
    enum figure_id figure;
};

struct group {
    const char *heading;
    const struct item *items;
    size_t count;
};

#define GROUP(heading, items)                                                                                          \
    {                                                                                                                  \
        heading, items, sizeof(items) / sizeof(items)[0]                                                               \
    }

static const struct item cpu_items[] = {
    {"used", FIGURE_CPU},
    {"by its vCPUs", FIGURE_VCPU_CPU},
    {"overhead", FIGURE_OVERHEAD},
    {"vCPUs wait", FIGURE_WAIT},
    {"all threads wait", FIGURE_WAIT_ALL},
    {"cgroup used", FIGURE_CGROUP_CPU},
    {"of its limit", FIGURE_LIMIT_USED},
    {"periods throttled", FIGURE_THROTTLED},
    {"throttled", FIGURE_THROTTLED_CPU},
};
static const struct item net_items[] = {
    {"received /s", FIGURE_NET_IN},         {"sent /s", FIGURE_NET_OUT},        {"packets in /s", FIGURE_PACKETS_IN},
    {"packets out /s", FIGURE_PACKETS_OUT}, {"dropped in /s", FIGURE_DROPS_IN}, {"dropped out /s", FIGURE_DROPS_OUT},
};
static const struct item pressure_items[] = {
    {"CPU", FIGURE_CPU_PRESSURE},
    {"memory", FIGURE_MEMORY_PRESSURE},
    {"I/O", FIGURE_IO_PRESSURE},
};
static const struct item memory_items[] = {
    {"resident", FIGURE_RESIDENT},
    {"huge pages", FIGURE_HUGETLB},
    {"cgroup", FIGURE_CGROUP_MEMORY},
    {"guest used", FIGURE_GUEST_USED},
    {"guest available", FIGURE_GUEST_AVAILABLE},
    {"guest total", FIGURE_GUEST_TOTAL},
    {"balloon", FIGURE_BALLOON},
    {"left by balloon", FIGURE_LOGICAL_SIZE},
    {"answer's age", FIGURE_TOLD_AGO},
    {"major faults /s", FIGURE_MAJOR_FAULTS},
    {"killed, no memory", FIGURE_OOM_KILLS},
};
static const struct item disk_items[] = {
    {"read /s", FIGURE_DISK_READ},
    {"written /s", FIGURE_DISK_WRITTEN},
    {"reads /s", FIGURE_READS},
    {"writes /s", FIGURE_WRITES},
};
static const struct group left_groups[] = {
    GROUP("CPU, in percent of one", cpu_items),
    GROUP("Network, as the guest means it", net_items),
    GROUP("Pressure in its cgroup", pressure_items),
};
static const char *const disk_headings[] = {
    [DISK_UNKNOWN] = "Disk",
    [DISK_FROM_OPTION] = "Disk",
    [DISK_FROM_DESCRIPTORS] = "Disk, its block devices",
    [DISK_FROM_CGROUP] = "Disk, all its cgroup's I/O",
    [DISK_FROM_PROCESS] = "Disk, its process's I/O",
};

/* A column of groups on the page. */
struct place {
    int row;
    int column;
    int width;
};

enum { LABEL = 18, VALUE = 6 };

static double full_of(const struct vm *vm, enum figure_id id)
{
    const struct figure *vcpus = &vm->figures[FIGURE_VCPUS];

    /* CPUs are shown as part of what it could use at most, all else beside its own largest. */
    return figure_unit(id) == UNIT_CPUS && vcpus->known == IS_KNOWN ? vcpus->value : 0;
}

static void draw_item(struct canvas *canvas, struct place *place, const struct vm *vm, const struct view *view,
                      const struct item *item)
{
    int after = place->column + 2 + LABEL + VALUE + 1, room = place->width - 2 - LABEL - VALUE - 3;
    struct figure figure = vm->figures[item->figure];
    char text[FIGURE_BYTES];

    figure_text(figure, figure_unit(item->figure), text);
    canvas_put_left(canvas, place->row, place->column + 2, LABEL, STYLE_PLAIN, item->label);
    canvas_put_right(canvas, place->row, place->column + 2 + LABEL, VALUE, style_of(figure, INFINITY, INFINITY), text);
    if (item->figure < HISTORIES && view->histories && room > 0)
        history_draw(&vm->histories[item->figure], canvas, place->row, after, room > 60 ? 60 : room,
                     full_of(vm, item->figure));
    place->row++;
}

static void draw_groups(struct canvas *canvas, struct place *place, const struct vm *vm, const struct view *view,
                        const struct group *groups, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        canvas_put_left(canvas, place->row++, place->column, place->width - 1, STYLE_STRONG, groups[i].heading);
        for (size_t k = 0; k < groups[i].count; k++)
            draw_item(canvas, place, vm, view, &groups[i].items[k]);
    }
}

/* ---- Why something is not known ---- */

static void draw_reason(struct canvas *canvas, struct place *place, const char *subject, const char *reason)
{
    char text[128];

    snprintf(text, sizeof text, "%s: %s", subject, reason);
    canvas_put_left(canvas, place->row++, place->column + 2, place->width - 3, STYLE_PLAIN, text);
}

static bool is_unknown(const struct vm *vm, enum figure_id id)
{
    return vm->figures[id].known == IS_UNKNOWN;
}

static void draw_reasons(struct canvas *canvas, struct place *place, const struct vm *vm)
{
    int heading = place->row++;

    for (size_t i = 0; i < vm->troubles.count; i++) {
        const struct trouble *trouble = &vm->troubles.list[i];
        char subject[96];

        snprintf(subject, sizeof subject, "%s%s%s", trouble->thing, trouble->path == NULL ? "" : " ",
                 trouble->path == NULL ? "" : trouble->path);
        draw_reason(canvas, place, subject, trouble_text(trouble));
    }
    if (is_unknown(vm, FIGURE_VCPUS))
        draw_reason(canvas, place, "vCPUs", "no descriptor, thread name or guest time tells");
    if (vm->tap[0] == '\0')
        draw_reason(canvas, place, "network", "no TAP found among its files");
    if (is_unknown(vm, FIGURE_GUEST_TOTAL))
        draw_reason(canvas, place, "guest memory",
                    vm->balloon == NULL ? "needs --balloon" : "no answer in --balloon's file");
    if (!vm->has_cgroup)
        draw_reason(canvas, place, "cgroup", "it has none of its own");
    else if (is_unknown(vm, FIGURE_PRESSURE))
        draw_reason(canvas, place, "pressure", "its cgroup has no such file");
    if (vm->disk_from == DISK_UNKNOWN)
        draw_reason(canvas, place, "disk", "no block device, no I/O of its cgroup or process");
    if (vm->has_cgroup && is_unknown(vm, FIGURE_LIMIT_USED))
        draw_reason(canvas, place, "CPU limit", "no limit, or unknown");
    if (place->row > heading + 1)
        canvas_put_left(canvas, heading, place->column, place->width - 1, STYLE_STRONG, "Not known, and why");
}

/* Its process, and the share of its vCPUs that is used. */
static void draw_subject(struct canvas *canvas, const struct vm *vm)
{
    const struct figure *figures = vm->figures, *vcpus = &figures[FIGURE_VCPUS];
    char text[192], more[24] = "", count[FIGURE_BYTES], threads[FIGURE_BYTES];
    int column, room;

    figure_text(*vcpus, UNIT_COUNT, count);
    figure_text(figures[FIGURE_THREADS], UNIT_COUNT, threads);
    if (vm->tap_count > 1)
        snprintf(more, sizeof more, " +%zu", vm->tap_count - 1);
    snprintf(text, sizeof text, "PID %llu  %s  vCPUs %s  threads %s  TAP %s%s", (unsigned long long)vm->pid, vm->comm,
             count, threads, vm->tap[0] == '\0' ? "-" : vm->tap, more);
    column = canvas_put(canvas, 1, 0, STYLE_PLAIN, text) + 2;
    room = canvas->width - column - 2;
    if (vcpus->known != IS_KNOWN || room < 8)
        return;
    room = room > 32 ? 32 : room;
    canvas_put(canvas, 1, column, STYLE_PLAIN, "[");
    bar_draw(canvas, 1, column + 1, room, figure_of(figures[FIGURE_CPU].value / vcpus->value),
             figure_of(figures[FIGURE_WAIT].value / vcpus->value));
    canvas_put(canvas, 1, column + 1 + room, STYLE_PLAIN, "]");
}

void detail_draw(struct canvas *canvas, const struct model *model, const struct view *view)
{
    const struct group memory_group = GROUP("Memory", memory_items);
    struct group disk_group = GROUP("Disk", disk_items);
    bool both = canvas->width >= 78;
    struct place left = {2, 0, both ? canvas->width / 2 : canvas->width}, right = left;
    const struct vm *vm;

    if (model->count == 0) {
        bar_title(canvas, model, view, "vmmetrics-top");
        canvas_put(canvas, 2, 0, STYLE_PLAIN, "no virtual machine found");
        return;
    }
    vm = model->vms[model_chosen(model, view)];
    bar_title(canvas, model, view, vm->name);
    draw_subject(canvas, vm);
    draw_groups(canvas, &left, vm, view, left_groups, sizeof left_groups / sizeof left_groups[0]);
    if (both)
        right.column = left.width;
    else
        right.row = left.row;
    disk_group.heading = disk_headings[vm->disk_from];
    draw_groups(canvas, &right, vm, view, &memory_group, 1);
    draw_groups(canvas, &right, vm, view, &disk_group, 1);
    draw_reasons(canvas, &right, vm);
}
