/* SPDX-License-Identifier: MIT */
/* Pieces that pages are made of: a share of something as a bar, a number with its label, a heading, the first line. */
#ifndef TOP_BAR_H
#define TOP_BAR_H

#include "canvas.h"
#include "figure.h"
#include "model.h"
#include "threshold.h"

/*
 * A bar of what is used, of what was wanted besides, and of the rest; blank where nothing is known. A meter is a bar
 * whose ends can be seen without colours, too.
 */
void bar_draw(struct canvas *canvas, int row, int column, int width, struct figure used, struct figure wanted,
              enum threshold_id threshold);
void bar_meter(struct canvas *canvas, int row, int column, int width, struct figure used, struct figure wanted,
               enum threshold_id threshold);

/* Puts a label and a figure into a field if there is room for both. Returns the column after the field. */
int bar_piece(struct canvas *canvas, int row, int column, const char *label, struct figure figure, enum unit unit,
              enum style style);

/* The heading of a part of a page, with a line to the end of its field. */
void bar_heading(struct canvas *canvas, int row, int column, int width, const char *text);

/* The page's name, this host, the time, and what is chosen. */
void bar_title(struct canvas *canvas, const struct model *model, const struct view *view, const char *page);

#endif
