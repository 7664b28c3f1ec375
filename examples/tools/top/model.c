/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "model.h"

#include <stdlib.h>
#include <string.h>

const struct sort_kind sort_kinds[SORT_KEYS] = {
    [SORT_CPU] = {"CPU", FIGURE_CPU, 'c'},
    [SORT_MEMORY] = {"memory", FIGURE_RESIDENT, 'm'},
    [SORT_NET] = {"network", FIGURE_NET, 'n'},
    [SORT_DISK] = {"disk", FIGURE_DISK, 'd'},
    [SORT_PRESSURE] = {"pressure", FIGURE_PRESSURE, 'p'},
    [SORT_OVERHEAD] = {"overhead", FIGURE_OVERHEAD, 'o'},
    [SORT_WAIT] = {"wait", FIGURE_WAIT, 'w'},
    [SORT_THROTTLED] = {"throttled", FIGURE_THROTTLED, 't'},
    [SORT_NAME] = {"name", FIGURES, 'a'},
};

static int by_name(const struct vm *one, const struct vm *other)
{
    int order = strcmp(one->name, other->name);

    if (order != 0)
        return order;
    return one->pid < other->pid ? -1 : one->pid > other->pid;
}

static int compare(const void *a, const void *b, void *context)
{
    const struct vm *one = *(struct vm *const *)a, *other = *(struct vm *const *)b;
    const struct view *view = context;
    enum figure_id id = sort_kinds[view->sort].figure;
    const struct figure *first, *second;

    if (id == FIGURES)
        return view->reverse ? -by_name(one, other) : by_name(one, other);
    first = &one->figures[id];
    second = &other->figures[id];
    if (first->known != IS_KNOWN || second->known != IS_KNOWN) {
        if ((first->known == IS_KNOWN) != (second->known == IS_KNOWN))
            return first->known == IS_KNOWN ? -1 : 1;
        return by_name(one, other);
    }
    if (first->value < second->value)
        return view->reverse ? -1 : 1;
    if (first->value > second->value)
        return view->reverse ? 1 : -1;
    return by_name(one, other);
}

void model_sort(struct model *model, const struct view *view)
{
    struct view copy = *view;

    if (model->count != 0)
        qsort_r(model->vms, model->count, sizeof(struct vm *), compare, &copy);
}

size_t model_chosen(const struct model *model, const struct view *view)
{
    for (size_t i = 0; i < model->count; i++) {
        if (model->vms[i]->pid == view->chosen)
            return i;
    }
    return 0;
}
