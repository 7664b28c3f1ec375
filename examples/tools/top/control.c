/* SPDX-License-Identifier: MIT */
#include "control.h"

#include <string.h>

#include "screen.h"

static enum page back_of(const struct control *control)
{
    return control->view->page == PAGE_HELP ? control->view->before_help : control->first_page;
}

void control_turn_to(struct control *control, enum page page)
{
    struct view *view = control->view;

    if (page == PAGE_HELP)
        view->before_help = view->page;
    if (view->page == PAGE_COLUMNS)
        control->is_to_save = true;
    view->page = page;
    view->scroll = 0;
}

/* ---- The table ---- */

void control_choose(struct control *control, int64_t by)
{
    const struct model *model = control->model;
    int64_t at = (int64_t)model_chosen(model, control->view) + by, last = (int64_t)model->shown - 1;

    if (last < 0)
        return;
    at = at < 0 ? 0 : at > last ? last : at;
    control->view->chosen = model->vms[at]->pid;
}

static void arrange(struct control *control)
{
    model_arrange(control->model, control->view);
    control_choose(control, 0);
}

static void sort_by(struct control *control, enum column_id id)
{
    struct view *view = control->view;

    view->reverse = view->sort == id && !view->reverse;
    view->sort = id;
    control->has_new_order = true;
    arrange(control);
}

static void sort_by_key(struct control *control, int key)
{
    for (unsigned i = 0; i < COLUMNS; i++) {
        if (table_columns[i].key != 0 && table_columns[i].key == key)
            sort_by(control, (enum column_id)i);
    }
}

/* Sorts by the column on the screen to the left or to the right of the one that it is sorted by now. */
static void sort_beside(struct control *control, int by)
{
    struct view *view = control->view;
    struct layout layout = layout_of(&view->columns, control->width, false);
    int count = (int)layout.count, at = by < 0 ? count : -1;

    for (int i = 0; i < count; i++) {
        if (layout.places[i].id == view->sort)
            at = i;
    }
    at += by;
    if (at < 0 || at >= count)
        return;
    view->reverse = false;
    view->sort = layout.places[at].id;
    control->has_new_order = true;
    arrange(control);
}

static void reverse(struct control *control)
{
    control->view->reverse = !control->view->reverse;
    control->has_new_order = true;
    arrange(control);
}

static void take_table_key(struct control *control, int key)
{
    switch (key) {
    case '<':
    case ',':
        sort_beside(control, -1);
        break;
    case '>':
    case '.':
        sort_beside(control, 1);
        break;
    case 'r':
    case 'I':
        reverse(control);
        break;
    default:
        sort_by_key(control, key);
        break;
    }
}

/* ---- The page of columns ---- */

static bool is_listed(const struct view *view, size_t index)
{
    return filter_has_column(view->filters[PAGE_COLUMNS], view->columns.order[index]);
}

static void move_line(struct view *view, int64_t by)
{
    int64_t at = (int64_t)view->column, step = by < 0 ? -1 : 1;

    for (int64_t next = at + step; by != 0 && next >= 0 && next < COLUMNS; next += step) {
        if (is_listed(view, (size_t)next)) {
            at = next;
            by -= step;
        }
    }
    view->column = (size_t)at;
}

/* From now on the columns are those that are on the screen, until the user says otherwise. */
static void make_own(struct control *control)
{
    struct choice *choice = &control->view->columns;
    struct layout layout = layout_of(choice, control->width, true);

    control->has_new_columns = true;
    if (choice->is_chosen)
        return;
    choice->is_chosen = true;
    memset(choice->shown, 0, sizeof choice->shown);
    for (size_t i = 0; i < layout.count; i++)
        choice->shown[layout.places[i].id] = true;
}

static void show_or_hide(struct control *control)
{
    struct choice *choice = &control->view->columns;
    enum column_id id = choice->order[control->view->column];
    size_t count = 0;

    make_own(control);
    for (size_t i = 0; i < COLUMNS; i++)
        count += choice->shown[i];
    /* The last column cannot be hidden. */
    if (!choice->shown[id] || count > 1)
        choice->shown[id] = !choice->shown[id];
}

static void move_column(struct control *control, int by)
{
    struct view *view = control->view;
    enum column_id *order = view->columns.order, id = order[view->column];
    int64_t to = (int64_t)view->column + by;

    if (to < 0 || to >= COLUMNS)
        return;
    make_own(control);
    order[view->column] = order[to];
    order[to] = id;
    view->column = (size_t)to;
}

static void take_columns_key(struct control *control, int key)
{
    switch (key) {
    case KEY_IS_LEFT:
        move_column(control, -1);
        break;
    case KEY_IS_RIGHT:
        move_column(control, 1);
        break;
    case 's':
        sort_by(control, control->view->columns.order[control->view->column]);
        break;
    case 'u':
        control->view->columns = choice_usual();
        control->has_new_columns = true;
        break;
    default:
        break;
    }
}

/* ---- Filters ---- */

/* After a change of the filter: what is shown, and what is chosen. */
static void apply_filter(struct control *control)
{
    struct view *view = control->view;

    if (view->page == PAGE_TABLE)
        arrange(control);
    if (view->page == PAGE_COLUMNS && !is_listed(view, view->column)) {
        view->column = 0;
        if (!is_listed(view, 0))
            move_line(view, 1);
    }
    if (view->page != PAGE_TABLE)
        view->scroll = 0;
}

/* Takes a key while a filter is typed. Gives false if the key does not change the filter. */
static bool take_typed(struct control *control, int key)
{
    char *filter = control->view->filters[control->view->page];

    if (key == KEY_IS_ENTER || key == KEY_IS_ESCAPE) {
        control->view->is_typing = false;
        if (key == KEY_IS_ESCAPE)
            filter[0] = '\0';
    } else if (key == KEY_IS_BACKSPACE) {
        filter_remove(filter);
    } else if (key == KEY_CLEAR_LINE) {
        filter[0] = '\0';
    } else if (key >= ' ' && key < KEY_NONE) {
        filter_add(filter, (uint32_t)key);
    } else {
        return false;
    }
    apply_filter(control);
    return true;
}

/* ---- All pages ---- */

static void move(struct control *control, int64_t by)
{
    struct view *view = control->view;

    if (view->page == PAGE_TABLE)
        control_choose(control, by);
    else if (view->page == PAGE_COLUMNS)
        move_line(view, by);
    else
        view->scroll += (int)(by > 10000 ? 10000 : by < -10000 ? -10000 : by);
    if (view->scroll < 0)
        view->scroll = 0;
}

static void change_interval(struct view *view, bool longer)
{
    static const double steps[] = {0.2, 0.5, 1, 2, 5, 10, 30, 60};
    enum { STEPS = sizeof steps / sizeof steps[0] };

    if (longer) {
        for (size_t i = 0; i < STEPS; i++) {
            if (steps[i] > view->interval * 1.001) {
                view->interval = steps[i];
                return;
            }
        }
    } else {
        for (size_t i = STEPS; i-- > 0;) {
            if (steps[i] < view->interval * 0.999) {
                view->interval = steps[i];
                return;
            }
        }
    }
}

static int page_rows(const struct control *control)
{
    return control->height > 8 ? control->height - 6 : 1;
}

/* Turns to a page, or back from it. */
static void toggle(struct control *control, enum page page)
{
    control_turn_to(control, control->view->page == page ? back_of(control) : page);
}

static bool is_of_machine(enum page page)
{
    return page == PAGE_DETAIL || page == PAGE_GRAPH;
}

/* A page of the chosen machine, from the table or from its other page. */
static void show_machine(struct control *control, enum page page)
{
    enum page now = control->view->page;

    if ((now == PAGE_TABLE && control->model->shown != 0) || is_of_machine(now))
        control_turn_to(control, page);
}

/* Clears the filter if there is one, else goes back. Gives false if the program ends. */
static bool go_back(struct control *control, int key)
{
    struct view *view = control->view;

    if (key == KEY_IS_ESCAPE && view->filters[view->page][0] != '\0') {
        view->filters[view->page][0] = '\0';
        apply_filter(control);
        return true;
    }
    if (view->page == control->first_page)
        return key == KEY_IS_ESCAPE;
    control_turn_to(control, back_of(control));
    return true;
}

/* Takes a key that moves. Gives false if the key is another one. */
static bool take_moving_key(struct control *control, int key)
{
    switch (key) {
    case KEY_IS_UP:
    case 'k':
        move(control, -1);
        return true;
    case KEY_IS_DOWN:
    case 'j':
        move(control, 1);
        return true;
    case KEY_IS_PAGE_UP:
        move(control, -page_rows(control));
        return true;
    case KEY_IS_PAGE_DOWN:
        move(control, page_rows(control));
        return true;
    case KEY_IS_FIRST:
        move(control, INT32_MIN);
        return true;
    case KEY_IS_LAST:
        move(control, INT32_MAX);
        return true;
    default:
        return false;
    }
}

/* Keys of one page. */
static void take_page_key(struct control *control, int key)
{
    struct view *view = control->view;

    if (view->page == PAGE_TABLE)
        take_table_key(control, key);
    else if (view->page == PAGE_COLUMNS)
        take_columns_key(control, key);
    else if (view->page == PAGE_SELF && key == 'i')
        view->all_devices = !view->all_devices;
    else if (is_of_machine(view->page) && (key == KEY_IS_LEFT || key == KEY_IS_RIGHT))
        control_choose(control, key == KEY_IS_LEFT ? -1 : 1);
}

bool control_key(struct control *control, int key)
{
    struct view *view = control->view;

    if (view->is_typing && take_typed(control, key))
        return true;
    /* While a filter is typed, only keys that move do something else. */
    if (take_moving_key(control, key) || view->is_typing)
        return true;
    switch (key) {
    case 'q':
    case KEY_IS_F10:
    case KEY_IS_ESCAPE:
        return go_back(control, key);
    case '/':
    case KEY_IS_F3:
    case KEY_IS_F4:
        view->is_typing = page_has_filter(view->page);
        break;
    case '?':
    case KEY_IS_F1:
        toggle(control, PAGE_HELP);
        break;
    case 'g':
        toggle(control, PAGE_SELF);
        break;
    case 'C':
    case KEY_IS_F2:
        if (control->first_page == PAGE_TABLE)
            toggle(control, PAGE_COLUMNS);
        break;
    case 'v':
        show_machine(control, PAGE_GRAPH);
        break;
    case KEY_IS_TAB:
        show_machine(control, view->page == PAGE_DETAIL ? PAGE_GRAPH : PAGE_DETAIL);
        break;
    case '+':
    case '=':
    case '-':
        change_interval(view, key != '-');
        break;
    case ' ':
        if (view->page == PAGE_COLUMNS)
            show_or_hide(control);
        else
            view->paused = !view->paused;
        break;
    case KEY_IS_ENTER:
        if (view->page == PAGE_COLUMNS)
            show_or_hide(control);
        else
            show_machine(control, PAGE_DETAIL);
        break;
    default:
        take_page_key(control, key);
        break;
    }
    return true;
}
