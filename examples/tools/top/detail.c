/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "pages.h"

#include <stdio.h>
#include <string.h>

#include "bar.h"
#include "graph.h"

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
static const char *const disk_headings[] = {
    [DISK_UNKNOWN] = "Disk",
    [DISK_FROM_OPTION] = "Disk",
    [DISK_FROM_DESCRIPTORS] = "Disk, its block devices",
    [DISK_FROM_CGROUP] = "Disk, all its cgroup's I/O",
    [DISK_FROM_PROCESS] = "Disk, its process's I/O",
};

/* A column of groups on the page. */
struct strip {
    int row;
    int column;
    int width;
};

enum { LABEL = 18, VALUE = 6 };

static void draw_item(struct canvas *canvas, struct strip *strip, const struct vm *vm, const struct view *view,
                      const struct item *item)
{
    int after = strip->column + 2 + LABEL + VALUE + 1, room = strip->width - 2 - LABEL - VALUE - 3;
    struct figure figure = vm->figures[item->figure];
    char text[FIGURE_BYTES];

    figure_text(figure, figure_unit(item->figure), text);
    canvas_put_left(canvas, strip->row, strip->column + 2, LABEL, STYLE_FAINT, item->label);
    canvas_put_right(canvas, strip->row, strip->column + 2 + LABEL, VALUE, style_of_vm(vm, item->figure), text);
    if (item->figure < HISTORIES && view->histories && room > 0) {
        struct series series = series_of_vm(vm, item->figure);

        history_draw(&series, canvas, strip->row, after, room > 60 ? 60 : room);
    }
    strip->row++;
}

static void draw_group(struct canvas *canvas, struct strip *strip, const struct vm *vm, const struct view *view,
                       const struct group *group)
{
    bar_heading(canvas, strip->row++, strip->column, strip->width - 1, group->heading);
    for (size_t i = 0; i < group->count; i++)
        draw_item(canvas, strip, vm, view, &group->items[i]);
}

/* ---- Why something is not known ---- */

static void draw_reason(struct canvas *canvas, struct strip *strip, const char *subject, const char *reason)
{
    char text[128];

    snprintf(text, sizeof text, "%s: %s", subject, reason);
    canvas_put_left(canvas, strip->row++, strip->column + 2, strip->width - 3, STYLE_PLAIN, text);
}

static bool is_unknown(const struct vm *vm, enum figure_id id)
{
    return vm->figures[id].known == IS_UNKNOWN;
}

static void draw_reasons(struct canvas *canvas, struct strip *strip, const struct vm *vm)
{
    int heading = strip->row++;

    for (size_t i = 0; i < vm->troubles.count; i++) {
        const struct trouble *trouble = &vm->troubles.list[i];
        char subject[96];

        snprintf(subject, sizeof subject, "%s%s%s", trouble->thing, trouble->path == NULL ? "" : " ",
                 trouble->path == NULL ? "" : trouble->path);
        draw_reason(canvas, strip, subject, trouble_text(trouble));
    }
    if (is_unknown(vm, FIGURE_VCPUS))
        draw_reason(canvas, strip, "vCPUs", "no descriptor, thread name or guest time tells");
    if (vm->machine == NULL || vm->machine->tap_count == 0)
        draw_reason(canvas, strip, "network", "no TAP found among its files");
    if (is_unknown(vm, FIGURE_GUEST_TOTAL))
        draw_reason(canvas, strip, "guest memory",
                    vm->balloon == NULL ? "needs --balloon" : "no answer in --balloon's file");
    if (!vm->has_cgroup)
        draw_reason(canvas, strip, "cgroup", "it has none of its own");
    else if (is_unknown(vm, FIGURE_PRESSURE))
        draw_reason(canvas, strip, "pressure", "its cgroup has no such file");
    if (vm->disk_from == DISK_UNKNOWN)
        draw_reason(canvas, strip, "disk", "no block device, no I/O of its cgroup or process");
    if (vm->has_cgroup && is_unknown(vm, FIGURE_LIMIT_USED))
        draw_reason(canvas, strip, "CPU limit", "no limit, or unknown");
    if (strip->row > heading + 1)
        bar_heading(canvas, heading, strip->column, strip->width - 1, "Not known, and why");
}

/* Its process, its devices, and the share of its vCPUs that is used. */
static void draw_subject(struct canvas *canvas, const struct vm *vm)
{
    const struct figure *figures = vm->figures, *vcpus = &figures[FIGURE_VCPUS];
    char text[512], devices[256], count[FIGURE_BYTES], threads[FIGURE_BYTES];
    int column, room;

    figure_text(*vcpus, UNIT_COUNT, count);
    figure_text(figures[FIGURE_THREADS], UNIT_COUNT, threads);
    devices_text(vm, devices, sizeof devices);
    snprintf(text, sizeof text, "PID %llu  %s  vCPUs %s  threads %s  devices %s", (unsigned long long)vm->pid, vm->comm,
             count, threads, devices);
    canvas_put_left(canvas, 1, 0, canvas->width, STYLE_PLAIN, text);
    column = canvas_columns(canvas, text) + 2;
    room = canvas->width - column;
    if (room >= 10)
        bar_meter(canvas, 1, column, room > 40 ? 40 : room, share_of(figures[FIGURE_CPU], *vcpus),
                  share_of(figures[FIGURE_WAIT], *vcpus), THRESHOLD_BUSY);
}

void detail_draw(struct canvas *canvas, const struct model *model, const struct view *view)
{
    enum { CPU, NETWORK, PRESSURE, MEMORY, DISK, GROUPS, MOST_ACROSS = 3 };
    struct group groups[GROUPS] = {
        [CPU] = GROUP("CPU, in percent of one", cpu_items),
        [NETWORK] = GROUP("Network, as the guest means it", net_items),
        [PRESSURE] = GROUP("Pressure in its cgroup", pressure_items),
        [MEMORY] = GROUP("Memory", memory_items),
        [DISK] = GROUP("Disk", disk_items),
    };
    /* The strip of each group, and of the reasons, by how many strips there is room for. */
    static const int strip_of[MOST_ACROSS][GROUPS + 1] = {{0}, {0, 0, 0, 1, 1, 1}, {0, 1, 0, 1, 2, 2}};
    int across = canvas->width < 78 ? 1 : canvas->width < 150 ? 2 : MOST_ACROSS;
    struct strip strips[MOST_ACROSS];
    const struct vm *vm;

    if (!page_begin(canvas, model, view, &vm))
        return;
    draw_subject(canvas, vm);
    groups[DISK].heading = disk_headings[vm->disk_from];
    for (int i = 0; i < across; i++)
        strips[i] = (struct strip){2, canvas->width * i / across, canvas->width / across};
    for (size_t i = 0; i < GROUPS; i++)
        draw_group(canvas, &strips[strip_of[across - 1][i]], vm, view, &groups[i]);
    draw_reasons(canvas, &strips[strip_of[across - 1][GROUPS]], vm);
}
