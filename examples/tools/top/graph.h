/* SPDX-License-Identifier: MIT */
/* Histories as pictures: in a row of a table, or as graphs of several rows with a frame, a scale and the time. */
#ifndef TOP_GRAPH_H
#define TOP_GRAPH_H

#include "bar.h"

/* A place for a graph on a page. */
struct area {
    int row;
    int column;
    int width;
    int height;
};

/* A history, and how it is drawn. */
struct series {
    const struct history *history;
    enum style style;
    /* What the highest character is for; 0 is the largest value that is drawn. */
    double full;
    /* Unless it is THRESHOLD_NONE, the style is that of the share `value / whole` (threshold.h), and not `style`. */
    enum threshold_id threshold;
    double whole;
};

/* How the history of a machine's figure is drawn. */
struct series series_of_vm(const struct vm *vm, enum figure_id figure);

/*
 * Draws the latest `width` samples in one row, the newest to the right; blank where nothing is known, the lowest character
 * for zero.
 */
void history_draw(const struct series *series, struct canvas *canvas, int row, int column, int width);

/* A number in the frame's first line. */
struct note {
    const char *label;
    enum figure_id figure;
};

/*
 * A graph; a second one below it, which grows downwards, if `down` has a history; and notes, the last one without a
 * label.
 */
struct panel {
    const char *title;
    struct note notes[5];
    enum unit unit;
    bool is_rate;
    struct series up;
    struct series down;
    /* How many twelfths of the height the second graph has. */
    int down_parts;
};

/* Draws the latest samples, the newest to the right, from the lowest row up, or from the highest row down. */
void graph_draw(struct canvas *canvas, struct area area, const struct series *series, bool is_down);

/* How many samples a graph of this width shows. */
unsigned graph_samples(const struct canvas *canvas, int width);

/* The round number at the end of a scale for values up to this one. */
double graph_ceiling(double value, enum unit unit);

/*
 * The panels of a machine, CPU, memory, network and disk, in an area: so many beside each other, so many below each
 * other.
 */
void panels_draw(struct canvas *canvas, struct area area, int across, int down, const struct vm *vm,
                 const struct moments *moments);

void panel_draw(struct canvas *canvas, struct area area, const struct panel *panel, const struct vm *vm,
                const struct moments *moments);

/* How many columns of a panel its graph has. */
int panel_graph_width(struct area area);

#endif
