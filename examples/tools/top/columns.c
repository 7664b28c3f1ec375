/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "columns.h"

#include <math.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

/*
 * Widths that no page has: a column below ALWAYS is on all wider pages, and from NEVER on it is shown only if chosen.
 */
enum { ALWAYS = 100000, NEVER = ALWAYS };

#define FIGURE_COLUMN(word, heading, figure, width, from, below, key, text)                                            \
    {                                                                                                                  \
        word, heading, IS_FIGURE, FIGURE_##figure, width, from, below, key, text                                       \
    }

/*
 * A column is on pages from the width on at which it fits beside the columns of narrower pages, with a blank before it.
 */
const struct column table_columns[COLUMNS] = {
    [COLUMN_NAME] = {"name", "NAME", IS_NAME, FIGURES, 12, 0, ALWAYS, 'a', "name of the machine"},
    [COLUMN_PID] = {"pid", "PID", IS_PID, FIGURES, 7, 88, ALWAYS, 0, "process of its monitor"},
    [COLUMN_KIND] = {"monitor", "MONITOR", IS_KIND, FIGURES, 11, 184, ALWAYS, 0, "name of that process"},
    [COLUMN_VCPUS] = FIGURE_COLUMN("vcpus", "VCPU", VCPUS, 4, 102, ALWAYS, 0, "virtual CPUs"),
    [COLUMN_THREADS] = FIGURE_COLUMN("threads", "THRD", THREADS, 4, 226, ALWAYS, 0, "threads of its monitor"),
    [COLUMN_CPU] = FIGURE_COLUMN("cpu", "CPU", CPU, 5, 12, ALWAYS, 'c', "used by all threads of its monitor"),
    [COLUMN_SHARE] = {"share", "SHARE", IS_BAR, FIGURES, 6, 80, ALWAYS, 0,
                      "of its vCPUs: used, waiting for a CPU, left"},
    [COLUMN_HISTORY] = {"history", "HISTORY", IS_HISTORY, FIGURES, 8, 97, ALWAYS, 0,
                        "CPU of the last samples, newest right"},
    [COLUMN_WAIT] =
        FIGURE_COLUMN("wait", "WAIT", WAIT, 5, 44, ALWAYS, 'w', "vCPUs ready, but without a CPU: guest's steal"),
    [COLUMN_OVERHEAD] =
        FIGURE_COLUMN("overhead", "OVERH", OVERHEAD, 5, 67, ALWAYS, 'o', "used by its monitor's other threads"),
    [COLUMN_THROTTLED] =
        FIGURE_COLUMN("throttled", "THROT", THROTTLED, 5, 61, ALWAYS, 't', "periods that its cgroup's CPU limit cut"),
    [COLUMN_LIMIT] =
        FIGURE_COLUMN("limit", "LIMIT", LIMIT_USED, 5, 150, ALWAYS, 0, "share of that limit that was used"),
    [COLUMN_MEMORY] = FIGURE_COLUMN("memory", "RES", RESIDENT, 5, 25, ALWAYS, 'm', "resident memory of its monitor"),
    [COLUMN_HUGE_PAGES] = FIGURE_COLUMN("huge-pages", "HUGE", HUGETLB, 5, NEVER, ALWAYS, 0, "memory of hugetlbfs"),
    [COLUMN_GUEST_MEMORY] =
        FIGURE_COLUMN("guest", "GUEST", GUEST_USED, 5, 50, ALWAYS, 0, "used in the guest: total - available"),
    [COLUMN_GUEST_AVAILABLE] =
        FIGURE_COLUMN("guest-available", "GAVAI", GUEST_AVAILABLE, 5, NEVER, ALWAYS, 0, "available in the guest"),
    [COLUMN_GUEST_TOTAL] =
        FIGURE_COLUMN("guest-total", "GTOTA", GUEST_TOTAL, 5, 191, ALWAYS, 0, "memory that the guest sees"),
    [COLUMN_BALLOON] = FIGURE_COLUMN("balloon", "BALL", BALLOON, 5, 73, ALWAYS, 0, "memory that the balloon holds"),
    [COLUMN_CGROUP_MEMORY] =
        FIGURE_COLUMN("cgroup-memory", "CGMEM", CGROUP_MEMORY, 5, 119, ALWAYS, 0, "memory of its cgroup"),
    [COLUMN_FAULTS] = FIGURE_COLUMN("faults", "FLT/s", MAJOR_FAULTS, 5, 232, ALWAYS, 0, "major faults of its monitor"),
    [COLUMN_KILLS] = FIGURE_COLUMN("kills", "KILLS", OOM_KILLS, 5, NEVER, ALWAYS, 0, "killed for memory in its cgroup"),
    [COLUMN_NETWORK] = FIGURE_COLUMN("network", "NET/s", NET, 5, 31, 108, 'n', "bytes in and out, seen from the guest"),
    [COLUMN_RECEIVED] = FIGURE_COLUMN("received", "IN/s", NET_IN, 5, 108, ALWAYS, 0, "bytes that the guest receives"),
    [COLUMN_SENT] = FIGURE_COLUMN("sent", "OUT/s", NET_OUT, 5, 108, ALWAYS, 0, "bytes that the guest sends"),
    [COLUMN_PACKETS_IN] =
        FIGURE_COLUMN("packets-in", "PKI/s", PACKETS_IN, 5, NEVER, ALWAYS, 0, "packets that the guest receives"),
    [COLUMN_PACKETS_OUT] =
        FIGURE_COLUMN("packets-out", "PKO/s", PACKETS_OUT, 5, NEVER, ALWAYS, 0, "packets that the guest sends"),
    [COLUMN_DROPS_IN] =
        FIGURE_COLUMN("drops-in", "DRI/s", DROPS_IN, 5, NEVER, ALWAYS, 0, "packets dropped on the way to the guest"),
    [COLUMN_DROPS_OUT] = FIGURE_COLUMN("drops-out", "DRO/s", DROPS_OUT, 5, NEVER, ALWAYS, 0,
                                       "packets dropped on the way from the guest"),
    [COLUMN_DISK] = FIGURE_COLUMN("disk", "DISK/s", DISK, 6, 38, 113, 'd', "bytes read and written"),
    [COLUMN_READ] = FIGURE_COLUMN("read", "RD/s", DISK_READ, 5, 113, ALWAYS, 0, "bytes read"),
    [COLUMN_WRITTEN] = FIGURE_COLUMN("written", "WR/s", DISK_WRITTEN, 5, 113, ALWAYS, 0, "bytes written"),
    [COLUMN_READS] = FIGURE_COLUMN("reads", "RDS/s", READS, 5, NEVER, ALWAYS, 0, "operations that read"),
    [COLUMN_WRITES] = FIGURE_COLUMN("writes", "WRS/s", WRITES, 5, NEVER, ALWAYS, 0, "operations that write"),
    [COLUMN_PRESSURE] = FIGURE_COLUMN("pressure", "PSI", PRESSURE, 4, 55, ALWAYS, 'p',
                                      "time in which a task waited: the largest of three"),
    [COLUMN_PRESSURE_CPU] =
        FIGURE_COLUMN("pressure-cpu", "PCPU", CPU_PRESSURE, 4, 212, ALWAYS, 0, "time in which a task waited for a CPU"),
    [COLUMN_PRESSURE_MEMORY] = FIGURE_COLUMN("pressure-memory", "PMEM", MEMORY_PRESSURE, 4, 212, ALWAYS, 0,
                                             "time in which a task waited for memory"),
    [COLUMN_PRESSURE_IO] =
        FIGURE_COLUMN("pressure-io", "PIO", IO_PRESSURE, 4, 212, ALWAYS, 0, "time in which a task waited for I/O"),
    [COLUMN_DEVICES] = {"devices", "DEVICES", IS_DEVICES, FIGURES, 12, 168, ALWAYS, 0, "its TAPs and disks"},
};

enum column_id column_of(const char *word, size_t length)
{
    for (unsigned i = 0; i < COLUMNS; i++) {
        const struct column *column = &table_columns[i];

        if ((strlen(column->word) == length && strncasecmp(column->word, word, length) == 0) ||
            (strlen(column->heading) == length && strncasecmp(column->heading, word, length) == 0))
            return (enum column_id)i;
    }
    return COLUMNS;
}

/* ---- Which are shown ---- */

struct choice choice_usual(void)
{
    struct choice choice = {.is_chosen = false};

    for (unsigned i = 0; i < COLUMNS; i++)
        choice.order[i] = (enum column_id)i;
    return choice;
}

const char *choice_take(struct choice *choice, const char *words, char word[32])
{
    static const char between[] = ", \t";
    struct choice taken = {.is_chosen = true};
    size_t count = 0;

    for (const char *at = words + strspn(words, between); *at != '\0'; at += strspn(at, between)) {
        size_t length = strcspn(at, between);
        enum column_id id = column_of(at, length);

        snprintf(word, 32, "%.*s", (int)(length > 31 ? 31 : length), at);
        if (id == COLUMNS)
            return "no such column";
        if (taken.shown[id])
            return "this column is named twice";
        taken.shown[id] = true;
        taken.order[count++] = id;
        at += length;
    }
    word[0] = '\0';
    if (count == 0)
        return "no column is named";
    /* The hidden columns follow in their usual order. */
    for (unsigned i = 0; i < COLUMNS; i++) {
        if (!taken.shown[i])
            taken.order[count++] = (enum column_id)i;
    }
    *choice = taken;
    return NULL;
}

static int smaller(int one, int other)
{
    return one < other ? one : other;
}

static bool is_wanted(const struct choice *choice, enum column_id id, int width)
{
    return choice->is_chosen ? choice->shown[id] : width >= table_columns[id].from && width < table_columns[id].below;
}

/* Makes columns of a kind wider by at most `most` columns of what is left. */
static void widen(struct layout *layout, enum column_kind kind, int most, int *left)
{
    for (size_t i = 0; i < layout->count; i++) {
        if (table_columns[layout->places[i].id].kind == kind) {
            int more = smaller(*left, most);

            layout->places[i].width += more;
            *left -= more;
        }
    }
}

struct layout layout_of(const struct choice *choice, int width, bool histories)
{
    struct layout layout = {.count = 0};
    int left = width, at = 1;

    for (size_t i = 0; i < COLUMNS; i++) {
        enum column_id id = choice->order[i];

        if (!is_wanted(choice, id, width) || (table_columns[id].kind == IS_HISTORY && !histories))
            continue;
        /* The first column is cut rather than left out. */
        if (layout.count != 0 && table_columns[id].width + 1 > left) {
            layout.left_out++;
            continue;
        }
        layout.places[layout.count++] = (struct place){id, 0, smaller(table_columns[id].width, left - 1)};
        left -= table_columns[id].width + 1;
    }
    /* What is left makes names and histories longer; room is kept for the number of columns that were left out. */
    if (layout.left_out != 0)
        left -= LEFT_OUT_WIDTH;
    if (left > 0) {
        widen(&layout, IS_NAME, 4, &left);
        widen(&layout, IS_HISTORY, 8, &left);
        widen(&layout, IS_NAME, 8, &left);
        widen(&layout, IS_DEVICES, 20, &left);
        widen(&layout, IS_HISTORY, 24, &left);
        widen(&layout, IS_NAME, 24, &left);
    }
    for (size_t i = 0; i < layout.count; i++) {
        layout.places[i].at = at;
        at += layout.places[i].width + 1;
    }
    return layout;
}

/* ---- Values ---- */

struct figure share_of(struct figure part, struct figure whole)
{
    if (part.known != IS_KNOWN)
        return part;
    if (whole.known != IS_KNOWN)
        return figure_of(NAN);
    return figure_of(part.value / whole.value);
}

bool column_ascends(enum column_id id)
{
    enum column_kind kind = table_columns[id].kind;

    return kind == IS_NAME || kind == IS_PID || kind == IS_KIND || kind == IS_DEVICES;
}

void devices_text(const struct vm *vm, char *text, size_t size)
{
    const char *name;
    size_t length = 0;

    snprintf(text, size, "-");
    for (size_t i = 0; (name = vm_device(vm, i)) != NULL && length < size; i++)
        length += (size_t)snprintf(text + length, size - length, "%s%s", length == 0 ? "" : ",", name);
}

static struct figure value_of(enum column_id id, const struct vm *vm)
{
    const struct figure *figures = vm->figures;

    switch (table_columns[id].kind) {
    case IS_FIGURE:
        return figures[table_columns[id].figure];
    case IS_BAR:
        return share_of(figures[FIGURE_CPU], figures[FIGURE_VCPUS]);
    case IS_HISTORY:
        return figures[FIGURE_CPU];
    case IS_PID:
        return figure_of_count(vm->pid);
    case IS_NAME:
    case IS_KIND:
    case IS_DEVICES:
        break;
    }
    return figure_of(NAN);
}

static int compare_words(enum column_id id, const struct vm *one, const struct vm *other)
{
    char first[256], second[256];

    if (table_columns[id].kind == IS_NAME)
        return strcmp(one->name, other->name);
    if (table_columns[id].kind == IS_KIND)
        return strcmp(one->comm, other->comm);
    if (table_columns[id].kind != IS_DEVICES)
        return 0;
    devices_text(one, first, sizeof first);
    devices_text(other, second, sizeof second);
    return strcmp(first, second);
}

int column_compare(enum column_id id, bool reverse, const struct vm *one, const struct vm *other)
{
    struct figure first = value_of(id, one), second = value_of(id, other);
    bool first_known = first.known == IS_KNOWN, second_known = second.known == IS_KNOWN;
    int order = compare_words(id, one, other);

    if (first_known != second_known)
        return first_known ? -1 : 1;
    if (first_known && (first.value < second.value || first.value > second.value))
        order = (first.value < second.value) == column_ascends(id) ? -1 : 1;
    if (order != 0)
        return reverse ? -order : order;
    order = strcmp(one->name, other->name);
    if (order == 0)
        order = one->pid < other->pid ? -1 : one->pid > other->pid;
    /* In the reversed order of names, machines of the same name are reversed, too. */
    return reverse && table_columns[id].kind == IS_NAME ? -order : order;
}
