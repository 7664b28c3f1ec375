/* SPDX-License-Identifier: MIT */
#include "history.h"

#include <math.h>

void history_add(struct history *history, struct figure figure)
{
    history->values[history->next] = figure.known == IS_KNOWN ? (float)figure.value : NAN;
    history->next = (history->next + 1) % HISTORY_LENGTH;
    if (history->count < HISTORY_LENGTH)
        history->count++;
}

/* The value so many samples ago; the latest is 0. */
static double value_ago(const struct history *history, unsigned ago)
{
    return ago >= history->count ? NAN : history->values[(history->next + HISTORY_LENGTH - 1 - ago) % HISTORY_LENGTH];
}

double history_draw(const struct history *history, struct canvas *canvas, int row, int column, int width, double full)
{
    static const char plain[] = "_.:-=+*#";

    if (!(full > 0)) {
        full = 0;
        for (unsigned i = 0; i < (unsigned)width; i++)
            full = fmax(full, value_ago(history, i));
    }
    for (int i = 0; i < width; i++) {
        double value = value_ago(history, (unsigned)(width - 1 - i));
        int level = 0;

        if (isnan(value))
            continue;
        if (value > 0 && full > 0)
            level = value >= full ? 7 : (int)(value / full * 8);
        canvas_put_character(canvas, row, column + i, STYLE_USED,
                             canvas->wide_set ? 0x2581 + (uint32_t)level : (uint32_t)plain[level]);
    }
    return full;
}
