/* SPDX-License-Identifier: MIT */
#include "figure.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "../common/number.h"

struct figure figure_of(double value)
{
    return isfinite(value) ? (struct figure){IS_KNOWN, value} : (struct figure){IS_UNKNOWN, NAN};
}

struct figure figure_of_count(uint64_t value)
{
    return figure_of(number_over(value, 1));
}

struct figure figure_of_rate(vmm_status status, double value)
{
    if (status == VMM_FIRST)
        return (struct figure){IS_NEW, NAN};
    if (status == VMM_RESET)
        return (struct figure){IS_RESET, NAN};
    return figure_of(value);
}

/* Of two figures that are not both known: why. */
static struct figure reason_of(struct figure one, struct figure other)
{
    enum known known = one.known == IS_NEW || one.known == IS_RESET ? one.known : other.known;

    return (struct figure){known == IS_KNOWN ? IS_UNKNOWN : known, NAN};
}

struct figure figure_sum(struct figure one, struct figure other)
{
    if (one.known == IS_KNOWN && other.known == IS_KNOWN)
        return figure_of(one.value + other.value);
    return reason_of(one, other);
}

struct figure figure_largest(struct figure one, struct figure other)
{
    if (one.known == IS_KNOWN && other.known == IS_KNOWN)
        return one.value >= other.value ? one : other;
    return reason_of(one, other);
}

/* Three digits at most, with a decimal below ten; larger ones with the letter of their thousands. */
static void scaled_text(double value, double thousand, const char *letters, char *text)
{
    size_t letter = 0;

    while (value >= thousand - 0.5 && letters[letter + 1] != '\0') {
        value /= thousand;
        letter++;
    }
    if (value < 0.05)
        memcpy(text, "0", 2);
    else if (value < 9.95 && (letter != 0 || letters[0] != ' '))
        snprintf(text, FIGURE_BYTES, "%.1f%c", value, letters[letter]);
    else if (value < 9.95)
        snprintf(text, FIGURE_BYTES, "%.1f", value);
    else if (letters[letter] == ' ')
        snprintf(text, FIGURE_BYTES, "%.0f", value);
    else if (value < 9999.5)
        snprintf(text, FIGURE_BYTES, "%.0f%c", value, letters[letter]);
    else
        memcpy(text, ">9999", 6);
}

static void percent_text(double percent, char *text)
{
    if (percent < 0.05)
        memcpy(text, "0%", 3);
    else if (percent < 9.95)
        snprintf(text, FIGURE_BYTES, "%.1f%%", percent);
    else if (percent < 9999.5)
        snprintf(text, FIGURE_BYTES, "%.0f%%", percent);
    else
        scaled_text(percent, 1000, " kMGT", text);
}

static void seconds_text(double seconds, char *text)
{
    if (seconds < 99.5)
        snprintf(text, FIGURE_BYTES, "%.0fs", seconds);
    else if (seconds < 99.5 * 60)
        snprintf(text, FIGURE_BYTES, "%.0fm", seconds / 60);
    else if (seconds < 99.5 * 3600)
        snprintf(text, FIGURE_BYTES, "%.0fh", seconds / 3600);
    else if (seconds < 9999.5 * 86400)
        snprintf(text, FIGURE_BYTES, "%.0fd", seconds / 86400);
    else
        memcpy(text, ">9999", 6);
}

void figure_text(struct figure figure, enum unit unit, char text[FIGURE_BYTES])
{
    static const char *const words[] = {[IS_UNKNOWN] = "-", [IS_KNOWN] = "", [IS_NEW] = "new", [IS_RESET] = "reset"};
    double value = figure.value < 0 ? 0 : figure.value;

    if (figure.known != IS_KNOWN) {
        memcpy(text, words[figure.known], strlen(words[figure.known]) + 1);
        return;
    }
    switch (unit) {
    case UNIT_CPUS:
    case UNIT_RATIO:
        percent_text(100 * value, text);
        break;
    case UNIT_BYTES:
        scaled_text(value, 1024, "BKMGTPE", text);
        break;
    case UNIT_COUNT:
        if (value < 9.95)
            snprintf(text, FIGURE_BYTES, "%.0f", value);
        else
            scaled_text(value, 1000, " kMGTPE", text);
        break;
    case UNIT_RATE:
        scaled_text(value, 1000, " kMGTPE", text);
        break;
    case UNIT_SECONDS:
        seconds_text(value, text);
        break;
    }
}
