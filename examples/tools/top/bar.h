/* SPDX-License-Identifier: MIT */
/* A share of something as a bar, and the line that all pages begin with. */
#ifndef TOP_BAR_H
#define TOP_BAR_H

#include "canvas.h"
#include "figure.h"
#include "model.h"

/* `|` for what is used, `:` for what was wanted besides, dots for the rest; blank where nothing is known. */
void bar_draw(struct canvas *canvas, int row, int column, int width, struct figure used, struct figure wanted);

/* Puts a label and a figure into a field if there is room for both. Returns the column after the field. */
int bar_piece(struct canvas *canvas, int row, int column, const char *label, struct figure figure, enum unit unit);

/* The page's name, this host, the time, and what is chosen. */
void bar_title(struct canvas *canvas, const struct model *model, const struct view *view, const char *page);

/* How much a figure stands out. */
enum style style_of(struct figure figure, double warn, double bad);

#endif
