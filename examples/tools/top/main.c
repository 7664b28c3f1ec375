/* SPDX-License-Identifier: MIT */
/*
 * vmmetrics-top: the virtual machines of this host and this machine itself, live in a terminal; or one page of them.
 *
 * collect.c reads, the pages (page.c and what it calls) say what is to be seen, screen.c shows it, and control.c does what
 * the keys say.
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
#include "control.h"
#include "options.h"
#include "pages.h"
#include "screen.h"
#include "settings.h"

const char program[] = "vmmetrics-top";

struct top {
    struct options options;
    struct collector collector;
    struct model model;
    struct view view;
    struct control control;
    struct canvas canvas;
    enum symbols symbols;
    /* The path of the file that keeps what the user chooses, or ""; and what is kept there. */
    char settings[SETTINGS_PATH_BYTES];
    struct view kept;
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

    canvas_begin(&top->canvas, width_of_page(top), top->symbols);
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
    model_arrange(&top->model, &top->view);
    print_page(top);
}

/* ---- Live ---- */

static void draw(struct top *top)
{
    struct control *control = &top->control;

    screen_size(&control->width, &control->height);
    canvas_begin(&top->canvas, control->width, top->symbols);
    page_draw(&top->canvas, &top->model, &top->view, control->height);
    screen_show(&top->canvas);
}

static void sample_live(struct top *top)
{
    struct view *view = &top->view;
    bool is_of_machine = view->page == PAGE_DETAIL || view->page == PAGE_GRAPH;

    take_sample(top);
    model_arrange(&top->model, view);
    /* The one whose page is open may have ended; another one's would look like it. */
    if (is_of_machine &&
        (top->model.shown == 0 || top->model.vms[model_chosen(&top->model, view)]->pid != view->chosen))
        control_turn_to(&top->control, PAGE_TABLE);
    control_choose(&top->control, 0);
}

/*
 * Keeps what the user has changed, and leaves in the file what only an option says. Gives NULL, or the reason why not.
 */
static const char *save(struct top *top)
{
    struct control *control = &top->control;
    bool is_changed = control->has_new_columns || control->has_new_order;

    if (control->has_new_columns)
        top->kept.columns = top->view.columns;
    if (control->has_new_order) {
        top->kept.sort = top->view.sort;
        top->kept.reverse = top->view.reverse;
    }
    control->has_new_columns = control->has_new_order = control->is_to_save = false;
    return is_changed && top->settings[0] != '\0' ? settings_save(top->settings, &top->kept) : NULL;
}

static void take_keys(struct top *top, bool *goes_on)
{
    const char *reason;
    int key;

    while (*goes_on && (key = screen_key()) != KEY_NONE)
        *goes_on = control_key(&top->control, key);
    reason = top->control.is_to_save ? save(top) : NULL;
    if (reason != NULL)
        collect_say(&top->model, top->settings, reason);
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

            take_keys(top, &goes_on);
            if (top->view.interval < interval || (paused && !top->view.paused))
                next_ns = now_ns() + interval_ns(top);
        }
    }
    screen_close();
    reason = save(top);
    if (reason != NULL)
        message(top->settings, reason);
}

/* By what the user says, the locale and the terminal: the console of Linux has no dots in its font. */
static enum symbols symbols_of(const struct options *options)
{
    const char *terminal = getenv("TERM");

    if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
        return SYMBOLS_ASCII;
    if (options->symbols >= 0)
        return (enum symbols)options->symbols;
    return terminal != NULL && strcmp(terminal, "linux") == 0 ? SYMBOLS_BLOCKS : SYMBOLS_BRAILLE;
}

/* What is shown at first: by the options, and what they do not say by the file. */
static void begin_view(struct top *top)
{
    const struct options *options = &top->options;
    char reason[SETTINGS_MESSAGE_BYTES] = "";

    top->view = (struct view){.sort = COLUMN_CPU,
                              .columns = choice_usual(),
                              .interval = (double)options->interval_ns / SECOND,
                              .all_devices = options->all_devices,
                              .page = options->guest ? PAGE_SELF : PAGE_TABLE,
                              .histories = !options->once};
    settings_path(options->settings, top->settings);
    if (!options->once || options->settings != NULL)
        settings_load(top->settings, &top->view, reason);
    if (reason[0] != '\0' && options->once)
        message(top->settings, reason);
    else if (reason[0] != '\0')
        collect_say(&top->model, top->settings, reason);
    /* A file with an error stays as it is, so that its author can mend it. */
    if (reason[0] != '\0')
        top->settings[0] = '\0';
    top->kept = top->view;
    if (options->columns.is_chosen)
        top->view.columns = options->columns;
    if (options->sort != COLUMNS) {
        top->view.sort = options->sort;
        top->view.reverse = false;
    }
    top->control = (struct control){.model = &top->model, .view = &top->view, .first_page = top->view.page};
}

int main(int argc, char **argv)
{
    static struct top top;
    const char *subject;
    int error, number;

    /* Numbers keep their decimal point in every locale, since scripts read the page. */
    setlocale(LC_CTYPE, "");
    top.options = options_of(argc, argv);
    top.symbols = symbols_of(&top.options);
    begin_view(&top);
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
