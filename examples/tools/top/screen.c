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
/* What a style looks like. */
static attr_t looks[STYLE_BAD + 1];
static short pairs[STYLE_BAD + 1];

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

static void choose_looks(void)
{
    static const short foregrounds[STYLE_BAD + 1] = {
        [STYLE_USED] = COLOR_GREEN, [STYLE_WARN] = COLOR_YELLOW, [STYLE_BAD] = COLOR_RED};

    looks[STYLE_STRONG] = A_BOLD;
    looks[STYLE_HEADING] = A_REVERSE;
    looks[STYLE_CHOSEN] = A_REVERSE | A_BOLD;
    looks[STYLE_WARN] = A_BOLD;
    looks[STYLE_BAD] = A_BOLD | A_UNDERLINE;
    colours = wants_colours() && start_color() == OK;
    if (!colours)
        return;
    use_default_colors();
    looks[STYLE_FAINT] = A_DIM;
    for (size_t i = 0; i <= STYLE_BAD; i++) {
        short pair = (short)(i + 1);

        if (foregrounds[i] != 0 && init_pair(pair, foregrounds[i], -1) == OK)
            pairs[i] = pair;
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
            wchar_t text[2] = {(wchar_t)cells[column].character, L'\0'};
            cchar_t cell;

            if (cells[column].character == ' ' && cells[column].style != STYLE_HEADING &&
                cells[column].style != STYLE_CHOSEN)
                continue;
            if (setcchar(&cell, text, looks[cells[column].style], pairs[cells[column].style], NULL) == OK)
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
    int key = getch();

    switch (key) {
    case ERR:
    case KEY_RESIZE:
        return KEY_NONE;
    case KEY_UP:
        return KEY_IS_UP;
    case KEY_DOWN:
        return KEY_IS_DOWN;
    case KEY_LEFT:
        return KEY_IS_LEFT;
    case KEY_RIGHT:
        return KEY_IS_RIGHT;
    case KEY_PPAGE:
        return KEY_IS_PAGE_UP;
    case KEY_NPAGE:
        return KEY_IS_PAGE_DOWN;
    case KEY_HOME:
        return KEY_IS_FIRST;
    case KEY_END:
        return KEY_IS_LAST;
    case KEY_ENTER:
    case '\r':
    case '\n':
        return KEY_IS_ENTER;
    case 27:
        return KEY_IS_ESCAPE;
    default:
        return key;
    }
}

int screen_signal(void)
{
    return caught;
}
