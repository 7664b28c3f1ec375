/* SPDX-License-Identifier: MIT */
/* The terminal: the only part that knows ncurses. */
#ifndef TOP_SCREEN_H
#define TOP_SCREEN_H

#include <stdbool.h>
#include <stdint.h>

#include "canvas.h"

/* Keys that are no characters of Unicode. */
enum key {
    KEY_CLEAR_LINE = 'U' - '@',
    KEY_IS_TAB = '\t',
    KEY_NONE = 0x110000,
    KEY_IS_UP,
    KEY_IS_DOWN,
    KEY_IS_LEFT,
    KEY_IS_RIGHT,
    KEY_IS_PAGE_UP,
    KEY_IS_PAGE_DOWN,
    KEY_IS_FIRST,
    KEY_IS_LAST,
    KEY_IS_ENTER,
    KEY_IS_ESCAPE,
    KEY_IS_BACKSPACE,
    KEY_IS_F1,
    KEY_IS_F2,
    KEY_IS_F3,
    KEY_IS_F4,
    KEY_IS_F10,
    /* Any other. */
    KEY_IS_UNKNOWN
};

/* What waiting ended with. */
enum event { EVENT_TIME, EVENT_KEY, EVENT_RESIZE, EVENT_END };

/* Takes the terminal. Returns NULL, or the reason if the terminal cannot be used. */
const char *screen_open(void);
/* Gives it back as it was; may be called at any time. */
void screen_close(void);

void screen_size(int *width, int *height);
void screen_show(const struct canvas *canvas);

/* Waits for a key or until a moment of CLOCK_MONOTONIC; for ever where it is negative. */
enum event screen_wait(int64_t until_ns);
/* The next key that was pressed, a character or one of enum key; KEY_NONE if no key was pressed. */
int screen_key(void);

/*
 * Around work that may take long: a signal that ends the program ends it at once meanwhile, and the terminal is given
 * back. Without a terminal nothing is done.
 */
void screen_begin_work(void);
void screen_end_work(void);

/* The signal that ended it, 0 where the terminal has gone. */
int screen_signal(void);

#endif
