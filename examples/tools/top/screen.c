/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "screen.h"

#include <curses.h>
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include "../common/clock.h"

static SCREEN *screen;
static bool colours;

/*
 * What a style looks like: its attributes, and foreground and background of terminals with 256 colours and of those with 8.
 * -1 is the terminal's own. On the own background, which may be dark or light, there are only colours of 256 that have a
 * contrast of 3 to 1 at least with both black and white; of 8 there are none, so text that stands out has a background.
 */
struct look {
    attr_t with_colours;
    attr_t without;
    short of_256[2];
    short of_8[2];
};

static const struct look looks[STYLES] = {
    [STYLE_PLAIN] = {0, 0, {-1, -1}, {-1, -1}},
    [STYLE_STRONG] = {A_BOLD, A_BOLD, {-1, -1}, {-1, -1}},
    [STYLE_FAINT] = {0, 0, {243, -1}, {-1, -1}},
    [STYLE_TITLE] = {A_BOLD, A_BOLD, {31, -1}, {-1, -1}},
    [STYLE_LABEL] = {A_BOLD, A_BOLD, {31, -1}, {-1, -1}},
    [STYLE_HEADING] = {0, A_REVERSE, {255, 239}, {COLOR_BLACK, COLOR_GREEN}},
    [STYLE_SORTED] = {A_BOLD, A_REVERSE | A_BOLD, {255, 25}, {COLOR_BLACK, COLOR_CYAN}},
    [STYLE_BUTTON] = {0, A_REVERSE, {255, 24}, {COLOR_BLACK, COLOR_CYAN}},
    [STYLE_WARN] = {A_BOLD, A_BOLD, {136, -1}, {COLOR_BLACK, COLOR_YELLOW}},
    [STYLE_BAD] = {A_BOLD, A_BOLD | A_UNDERLINE, {196, -1}, {COLOR_WHITE, COLOR_RED}},
    [STYLE_USED] = {0, 0, {29, -1}, {COLOR_GREEN, -1}},
    [STYLE_USED_WARN] = {0, 0, {136, -1}, {COLOR_YELLOW, -1}},
    [STYLE_USED_BAD] = {0, A_BOLD, {196, -1}, {COLOR_RED, -1}},
    [STYLE_MEMORY] = {0, 0, {32, -1}, {COLOR_MAGENTA, -1}},
    [STYLE_IN] = {0, 0, {30, -1}, {COLOR_GREEN, -1}},
    [STYLE_OUT] = {0, 0, {133, -1}, {COLOR_MAGENTA, -1}},
};
/* In the row of the chosen thing. */
static const struct look chosen_look = {A_BOLD, A_REVERSE | A_BOLD, {255, 25}, {COLOR_BLACK, COLOR_CYAN}};
static const struct look chosen_warn = {A_BOLD, A_REVERSE | A_BOLD, {222, 25}, {COLOR_BLACK, COLOR_YELLOW}};
static const struct look chosen_bad = {A_BOLD, A_REVERSE | A_BOLD | A_UNDERLINE, {255, 160}, {COLOR_WHITE, COLOR_RED}};

/* The attributes of each style, alone and in the chosen row; those of a pair of colours are its number. */
static struct {
    attr_t attributes;
    short pair;
} styles[2][STYLES];

static volatile sig_atomic_t caught;
static volatile sig_atomic_t resized;
/* Signals arrive only during the wait, so that no signal is lost between the check and the wait. */
static sigset_t while_waiting;
static sigset_t before;
/* The same during work, in which nothing is drawn. */
static sigset_t while_working;
static volatile sig_atomic_t is_working;
/* How the terminal was, and what leads back there: a handler of signals cannot ask ncurses. */
static struct termios settings;
static char give_back[128];

static void catch_end(int number)
{
    caught = number;
    if (!is_working)
        return;
    (void)!write(STDOUT_FILENO, give_back, strlen(give_back));
    tcsetattr(STDIN_FILENO, TCSANOW, &settings);
    signal(number, SIG_DFL);
    raise(number);
}

/* Signals that end the program. */
static const int ends[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};

static void catch_resize(int number)
{
    (void)number;
    resized = 1;
}

static void catch_signals(void)
{
    struct sigaction action = {.sa_handler = catch_end};
    sigset_t blocked;

    sigemptyset(&blocked);
    sigaddset(&blocked, SIGWINCH);
    sigaddset(&blocked, SIGTSTP);
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
        sigaddset(&blocked, ends[i]);
        sigaction(ends[i], &action, NULL);
    }
    action.sa_handler = catch_resize;
    sigaction(SIGWINCH, &action, NULL);
    sigprocmask(SIG_BLOCK, &blocked, &before);
    while_waiting = before;
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++)
        sigdelset(&while_waiting, ends[i]);
    while_working = blocked;
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++)
        sigdelset(&while_working, ends[i]);
    sigdelset(&while_waiting, SIGWINCH);
    sigdelset(&while_waiting, SIGTSTP);
}

void screen_begin_work(void)
{
    if (screen == NULL)
        return;
    is_working = 1;
    sigprocmask(SIG_SETMASK, &while_working, NULL);
}

void screen_end_work(void)
{
    sigset_t blocked = while_working;

    if (screen == NULL)
        return;
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++)
        sigaddset(&blocked, ends[i]);
    sigprocmask(SIG_SETMASK, &blocked, NULL);
    is_working = 0;
}

/* Keeps a sequence of the terminal, without the times to wait that old terminals need. */
static void keep_sequence(const char *sequence)
{
    size_t used = strlen(give_back), length;

    if (sequence == NULL || (intptr_t)sequence == -1)
        return;
    length = strcspn(sequence, "$");
    if (used + length < sizeof give_back) {
        memcpy(give_back + used, sequence, length);
        give_back[used + length] = '\0';
    }
}

/* NO_COLOR, as https://no-color.org defines it: any value that is not empty. */
static bool wants_colours(void)
{
    const char *refused = getenv("NO_COLOR");

    return (refused == NULL || refused[0] == '\0') && has_colors();
}

static const struct look *look_of(unsigned style, bool is_chosen)
{
    if (!is_chosen)
        return &looks[style];
    return style == STYLE_WARN || style == STYLE_USED_WARN ? &chosen_warn
           : style == STYLE_BAD || style == STYLE_USED_BAD ? &chosen_bad
                                                           : &chosen_look;
}

static void choose_looks(void)
{
    colours = wants_colours() && start_color() == OK;
    if (colours)
        use_default_colors();
    for (unsigned i = 0; i < 2 * STYLES; i++) {
        bool is_chosen = i >= STYLES;
        const struct look *look = look_of(i % STYLES, is_chosen);
        const short *pair = COLORS >= 256 ? look->of_256 : look->of_8;

        styles[is_chosen][i % STYLES].attributes = colours ? look->with_colours : look->without;
        if (colours && (pair[0] != -1 || pair[1] != -1) && init_pair((short)(i + 1), pair[0], pair[1]) == OK)
            styles[is_chosen][i % STYLES].pair = (short)(i + 1);
    }
}

const char *screen_open(void)
{
    int error = 0;
    bool able;

    if (!isatty(STDIN_FILENO))
        return "standard input is no terminal, so there are no keys; --once prints one page";
    if (!isatty(STDOUT_FILENO))
        return "standard output is no terminal; --once prints one page";
    if (setupterm(NULL, STDOUT_FILENO, &error) != OK)
        return "this kind of terminal (TERM) is not known; --once prints one page";
    able = cursor_address != NULL && clear_screen != NULL;
    /* It was only looked at; newterm() makes its own. */
    del_curterm(cur_term);
    if (!able)
        return "this kind of terminal (TERM) cannot move its cursor; --once prints one page";
    tcgetattr(STDIN_FILENO, &settings);
    catch_signals();
    screen = newterm(NULL, stdout, stdin);
    if (screen == NULL)
        return "the terminal cannot be used; --once prints one page";
    atexit(screen_close);
    keep_sequence(exit_attribute_mode);
    keep_sequence(keypad_local);
    keep_sequence(exit_ca_mode);
    keep_sequence(cursor_normal);
    set_escdelay(100);
    cbreak();
    noecho();
    nonl();
    curs_set(0);
    keypad(stdscr, TRUE);
    nodelay(stdscr, TRUE);
    leaveok(stdscr, FALSE);
    choose_looks();
    return NULL;
}

void screen_close(void)
{
    if (screen == NULL)
        return;
    endwin();
    delscreen(screen);
    screen = NULL;
    sigprocmask(SIG_SETMASK, &before, NULL);
}

void screen_size(int *width, int *height)
{
    getmaxyx(stdscr, *height, *width);
}

void screen_show(const struct canvas *canvas)
{
    int width, height;

    screen_size(&width, &height);
    erase();
    for (int row = 0; row < canvas->height && row < height; row++) {
        const struct cell *cells = canvas->cells + (size_t)row * (size_t)canvas->width;

        for (int column = 0; column < canvas->width && column < width; column++) {
            const struct cell *from = &cells[column];
            attr_t attributes = styles[from->is_chosen][from->style].attributes;
            wchar_t text[2] = {(wchar_t)from->character, L'\0'};
            cchar_t cell;

            /* The screen is empty already; the second half of a character comes with its first. */
            if (from->character == 0 || (from->character == ' ' && !from->is_chosen && from->style == STYLE_PLAIN))
                continue;
            if (setcchar(&cell, text, attributes, styles[from->is_chosen][from->style].pair, NULL) == OK)
                mvadd_wch(row, column, &cell);
        }
    }
    /* A cursor that cannot be hidden does not disturb there. */
    move(height - 1, 0);
    refresh();
}

static void take_size(void)
{
    struct winsize size;

    resized = 0;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0)
        resizeterm(size.ws_row, size.ws_col);
    clearok(curscr, TRUE);
}

enum event screen_wait(int64_t until_ns)
{
    struct pollfd input = {STDIN_FILENO, POLLIN, 0};
    int64_t left_ns = until_ns < 0 ? 0 : until_ns - now_ns();
    struct timespec left;
    int ready;

    if (left_ns < 0)
        left_ns = 0;
    left = (struct timespec){(time_t)(left_ns / 1000000000), (long)(left_ns % 1000000000)};
    /* Signals first: where there is input already, the wait below ends without them. */
    ready = ppoll(NULL, 0, &(struct timespec){0, 0}, &while_waiting);
    if (ready == 0)
        ready = ppoll(&input, 1, until_ns < 0 ? NULL : &left, &while_waiting);
    if (caught != 0)
        return EVENT_END;
    if (resized != 0) {
        take_size();
        return EVENT_RESIZE;
    }
    /* A terminal that is gone is ready for ever. */
    if (ready > 0 && (input.revents & (POLLHUP | POLLERR | POLLNVAL)) != 0)
        return EVENT_END;
    if (ready > 0)
        return EVENT_KEY;
    /* Another signal, such as the one that goes on after a stop: all is drawn anew. */
    if (ready < 0)
        return errno == EINTR ? EVENT_RESIZE : EVENT_END;
    return EVENT_TIME;
}

int screen_key(void)
{
    static const struct {
        wint_t curses;
        int key;
    } keys[] = {
        {KEY_UP, KEY_IS_UP},       {KEY_DOWN, KEY_IS_DOWN},     {KEY_LEFT, KEY_IS_LEFT},
        {KEY_RIGHT, KEY_IS_RIGHT}, {KEY_PPAGE, KEY_IS_PAGE_UP}, {KEY_NPAGE, KEY_IS_PAGE_DOWN},
        {KEY_HOME, KEY_IS_FIRST},  {KEY_END, KEY_IS_LAST},      {KEY_ENTER, KEY_IS_ENTER},
        {KEY_F(1), KEY_IS_F1},     {KEY_F(2), KEY_IS_F2},       {KEY_F(3), KEY_IS_F3},
        {KEY_F(4), KEY_IS_F4},     {KEY_F(10), KEY_IS_F10},     {KEY_BACKSPACE, KEY_IS_BACKSPACE},
        {KEY_RESIZE, KEY_NONE},
    };
    wint_t got;
    int kind = get_wch(&got);

    if (kind == ERR)
        return KEY_NONE;
    for (size_t i = 0; kind == KEY_CODE_YES && i < sizeof keys / sizeof keys[0]; i++) {
        if (keys[i].curses == got)
            return keys[i].key;
    }
    if (kind == KEY_CODE_YES)
        return KEY_IS_UNKNOWN;
    switch (got) {
    case '\r':
    case '\n':
        return KEY_IS_ENTER;
    case 27:
        return KEY_IS_ESCAPE;
    case '\b':
    case 127:
        return KEY_IS_BACKSPACE;
    default:
        return (int)got;
    }
}

int screen_signal(void)
{
    return caught;
}
