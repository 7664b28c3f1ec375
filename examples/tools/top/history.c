/* SPDX-License-Identifier: MIT */
#include "history.h"

#include <math.h>

/* The place of a new sample, which is counted. */
static unsigned advance(unsigned *next, unsigned *count)
{
    unsigned at = *next;

    *next = (at + 1) % HISTORY_LENGTH;
    if (*count < HISTORY_LENGTH)
        (*count)++;
    return at;
}

static unsigned place_of(unsigned next, unsigned ago)
{
    return (next + HISTORY_LENGTH - 1 - ago) % HISTORY_LENGTH;
}

void history_add(struct history *history, struct figure figure)
{
    history->values[advance(&history->next, &history->count)] = figure.known == IS_KNOWN ? (float)figure.value : NAN;
}

void moments_add(struct moments *moments, int64_t time_ns)
{
    moments->values[advance(&moments->next, &moments->count)] = time_ns;
}

double history_ago(const struct history *history, unsigned ago)
{
    return ago >= history->count ? NAN : history->values[place_of(history->next, ago)];
}

double moments_ago(const struct moments *moments, unsigned ago)
{
    if (moments->count == 0)
        return 0;
    if (ago >= moments->count)
        ago = moments->count - 1;
    return (double)(moments->values[place_of(moments->next, 0)] - moments->values[place_of(moments->next, ago)]) / 1e9;
}

double history_largest(const struct history *history, unsigned ago, unsigned count)
{
    double largest = 0;

    for (unsigned i = 0; i < count; i++)
        largest = fmax(largest, history_ago(history, ago + i));
    return largest;
}

bool history_has(const struct history *history, unsigned ago, unsigned count)
{
    for (unsigned i = 0; i < count; i++) {
        if (!isnan(history_ago(history, ago + i)))
            return true;
    }
    return false;
}
