/* SPDX-License-Identifier: MIT */
/* The last samples of a number, for a picture one character high. */
#ifndef TOP_HISTORY_H
#define TOP_HISTORY_H

#include "canvas.h"
#include "figure.h"

enum { HISTORY_LENGTH = 128 };

struct history {
    /* NaN where it was not known. */
    float values[HISTORY_LENGTH];
    unsigned next;
    unsigned count;
};

void history_add(struct history *history, struct figure figure);

/*
 * Draws the latest `width` of them, the newest to the right; blank where nothing is known, the lowest character for
 * zero. `full` is what the highest character is for; 0 takes the largest value that is drawn, which then is given.
 */
double history_draw(const struct history *history, struct canvas *canvas, int row, int column, int width, double full);

#endif
