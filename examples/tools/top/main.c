/* SPDX-License-Identifier: MIT */
/*
 * vmmetrics-top: the virtual machines of this host and this machine itself, live in a terminal; or one page of them.
 *
 * collect.c reads, the pages (table.c, detail.c, self_page.c, help.c) say what is to be seen, screen.c shows it.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "../common/clock.h"
#include "../common/message.h"
#include "../common/options.h"
#include "collect.h"
#include "options.h"
#include "pages.h"
#include "screen.h"

const char program[] = "vmmetrics-top";

struct top {
    struct options options;
    struct collector collector;
    struct model model;
    struct view view;
    struct canvas canvas;
    /* Whether the locale and the user allow more than ASCII. */
    bool wide_set;
};

static int64_t interval_ns(const struct top *top)
{
    return (int64_t)(top->view.interval * 1e9);
}

static void take_sample(struct top *top)
{
    int error;

    screen_begin_work();
    error = collect_take(&top->collector, &top->model);
    screen_end_work();
    if (error != 0) {
        screen_close();
        fail("machines", strerror(error));
    }
}

/* ---- One page ---- */

static int width_of_page(const struct top *top)
{
    struct winsize size;

    if (top->options.width != 0)
        return (int)top->options.width;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return size.ws_col > MOST_COLUMNS ? MOST_COLUMNS : size.ws_col;
    return 132;
}

static void print_page(struct top *top)
{
    char line[4 * MOST_COLUMNS + 1];

    canvas_begin(&top->canvas, width_of_page(top), top->wide_set);
    if (top->options.guest)
        self_draw(&top->canvas, &top->model, &top->view);
    else
        table_draw(&top->canvas, &top->model, &top->view, 0);
    /* Through the canvas, too: a machine's name may have any bytes. */
    if (top->model.message[0] != '\0')
        canvas_put(&top->canvas, top->canvas.height, 0, STYLE_PLAIN, top->model.message);
    for (int row = 0; row < top->canvas.height; row++) {
        canvas_text(&top->canvas, row, line);
        puts(line);
    }
    if (fflush(stdout) != 0 || ferror(stdout) != 0)
        fail("standard output", strerror(errno));
}

static void run_once(struct top *top)
{
    take_sample(top);
    wait_ns(interval_ns(top));
    take_sample(top);
    model_sort(&top->model, &top->view);
    print_page(top);
}

/* ---- Live ---- */

static void draw(struct top *top)
{
    int width, height;

    screen_size(&width, &height);
    canvas_begin(&top->canvas, width, top->wide_set);
    page_draw(&top->canvas, &top->model, &top->view, height);
    screen_show(&top->canvas);
}

static void choose(struct top *top, int64_t by)
{
    int64_t at = (int64_t)model_chosen(&top->model, &top->view) + by, last = (int64_t)top->model.count - 1;

    if (last < 0)
        return;
    at = at < 0 ? 0 : at > last ? last : at;
    top->view.chosen = top->model.vms[at]->pid;
}

/* A machine is always chosen: the machine that was chosen before, otherwise the first. */
static void keep_chosen(struct top *top)
{
    choose(top, 0);
}

static void move(struct top *top, int64_t by)
{
    if (top->view.page == PAGE_TABLE)
        choose(top, by);
    else
        top->view.scroll += (int)(by > 10000 ? 10000 : by < -10000 ? -10000 : by);
    if (top->view.scroll < 0)
        top->view.scroll = 0;
}

static void turn_to(struct top *top, enum page page)
{
    top->view.page = page;
    top->view.scroll = 0;
}

static void change_interval(struct top *top, bool longer)
{
    static const double steps[] = {0.2, 0.5, 1, 2, 5, 10, 30, 60};
    enum { STEPS = sizeof steps / sizeof steps[0] };

    if (longer) {
        for (size_t i = 0; i < STEPS; i++) {
            if (steps[i] > top->view.interval * 1.001) {
                top->view.interval = steps[i];
                return;
            }
        }
    } else {
        for (size_t i = STEPS; i-- > 0;) {
            if (steps[i] < top->view.interval * 0.999) {
                top->view.interval = steps[i];
                return;
            }
        }
    }
}

static void sort_by(struct top *top, int key)
{
    for (size_t i = 0; i < SORT_KEYS; i++) {
        if (sort_kinds[i].letter != key)
            continue;
        top->view.reverse = top->view.sort == (enum sort_key)i && !top->view.reverse;
        top->view.sort = (enum sort_key)i;
        model_sort(&top->model, &top->view);
    }
}

static int page_rows(void)
{
    int width, height;

    screen_size(&width, &height);
    return height > 8 ? height - 6 : 1;
}

/* The page that q leads back to. */
static enum page first_page(const struct top *top)
{
    return top->options.guest ? PAGE_SELF : PAGE_TABLE;
}

/* Gives false at the end. */
static bool take_key(struct top *top, int key)
{
    struct view *view = &top->view;

    switch (key) {
    case 'q':
    case KEY_IS_ESCAPE:
        if (view->page == first_page(top))
            return key != 'q';
        turn_to(top, first_page(top));
        break;
    case KEY_IS_UP:
    case 'k':
        move(top, -1);
        break;
    case KEY_IS_DOWN:
    case 'j':
        move(top, 1);
        break;
    case KEY_IS_PAGE_UP:
        move(top, -page_rows());
        break;
    case KEY_IS_PAGE_DOWN:
        move(top, page_rows());
        break;
    case KEY_IS_FIRST:
        move(top, INT32_MIN);
        break;
    case KEY_IS_LAST:
        move(top, INT32_MAX);
        break;
    case KEY_IS_LEFT:
    case KEY_IS_RIGHT:
        if (view->page == PAGE_DETAIL)
            choose(top, key == KEY_IS_LEFT ? -1 : 1);
        break;
    case KEY_IS_ENTER:
        if (view->page == PAGE_TABLE && top->model.count != 0)
            turn_to(top, PAGE_DETAIL);
        break;
    case 'g':
        turn_to(top, view->page == PAGE_SELF ? first_page(top) : PAGE_SELF);
        break;
    case '?':
        turn_to(top, view->page == PAGE_HELP ? first_page(top) : PAGE_HELP);
        break;
    case '+':
    case '=':
    case '-':
        change_interval(top, key != '-');
        break;
    case ' ':
        view->paused = !view->paused;
        break;
    default:
        if (view->page == PAGE_TABLE)
            sort_by(top, key);
        break;
    }
    return true;
}

static void sample_live(struct top *top)
{
    take_sample(top);
    model_sort(&top->model, &top->view);
    /* The one whose page is open may have ended; another one's would look like it. */
    if (top->view.page == PAGE_DETAIL &&
        (top->model.count == 0 || top->model.vms[model_chosen(&top->model, &top->view)]->pid != top->view.chosen))
        turn_to(top, PAGE_TABLE);
    keep_chosen(top);
}

static void run_live(struct top *top)
{
    const char *reason = screen_open();
    int64_t next_ns = now_ns();
    bool goes_on = true;

    if (reason != NULL)
        refuse("no terminal", reason);
    while (goes_on) {
        enum event event;

        if (!top->view.paused && now_ns() >= next_ns) {
            sample_live(top);
            /* Late by more than an interval, as after a stop: nothing is made up for. */
            next_ns += interval_ns(top);
            if (next_ns < now_ns())
                next_ns = now_ns() + interval_ns(top);
        }
        draw(top);
        event = screen_wait(top->view.paused ? -1 : next_ns);
        goes_on = event != EVENT_END;
        if (event == EVENT_KEY) {
            double interval = top->view.interval;
            bool paused = top->view.paused;
            int key;

            while (goes_on && (key = screen_key()) != KEY_NONE)
                goes_on = take_key(top, key);
            if (top->view.interval < interval || (paused && !top->view.paused))
                next_ns = now_ns() + interval_ns(top);
        }
    }
    screen_close();
}

int main(int argc, char **argv)
{
    static struct top top;
    const char *subject;
    int error, number;

    /* Numbers keep their decimal point in every locale, since scripts read the page. */
    setlocale(LC_CTYPE, "");
    top.options = options_of(argc, argv);
    top.wide_set = !top.options.ascii && strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
    top.view = (struct view){.sort = top.options.sort, .interval = (double)top.options.interval_ns / SECOND};
    top.view.page = first_page(&top);
    top.view.histories = !top.options.once;
    subject = collect_open(&top.collector, &top.options, &error);
    if (subject != NULL)
        fail(subject, strerror(error));
    if (top.options.once)
        run_once(&top);
    else
        run_live(&top);
    collect_close(&top.collector, &top.model);
    canvas_release(&top.canvas);
    free(top.options.pids);
    /* The sender of a signal can see that the signal ended the program. */
    number = screen_signal();
    if (number != 0) {
        signal(number, SIG_DFL);
        raise(number);
    }
    return EXIT_SUCCESS;
}
