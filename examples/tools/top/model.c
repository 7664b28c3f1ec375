/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "model.h"

#include <stdlib.h>

static int compare(const void *a, const void *b, void *context)
{
    const struct vm *one = *(struct vm *const *)a, *other = *(struct vm *const *)b;
    const struct view *view = context;

    if (one->is_left_out != other->is_left_out)
        return one->is_left_out ? 1 : -1;
    return column_compare(view->sort, view->reverse, one, other);
}

void model_arrange(struct model *model, const struct view *view)
{
    struct view copy = *view;

    model->shown = 0;
    for (size_t i = 0; i < model->count; i++) {
        struct vm *vm = model->vms[i];

        vm->is_left_out = !filter_has_vm(view->filters[PAGE_TABLE], vm);
        model->shown += !vm->is_left_out;
    }
    if (model->count != 0)
        qsort_r(model->vms, model->count, sizeof(struct vm *), compare, &copy);
}

size_t model_chosen(const struct model *model, const struct view *view)
{
    for (size_t i = 0; i < model->shown; i++) {
        if (model->vms[i]->pid == view->chosen)
            return i;
    }
    return 0;
}

bool page_has_filter(enum page page)
{
    return page == PAGE_TABLE || page == PAGE_SELF || page == PAGE_COLUMNS || page == PAGE_HELP;
}
